use crate::{field, house, speaks};
use axum::http::StatusCode;
use people::Role;
use people::testing::BUURSTAD;
use store::testing::engines;

#[tokio::test]
async fn a_reply_is_read_by_a_moderator_before_everybody_reads_it() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let receipt = voice::testing::contribution(&house, process.id, "Een bank in het park").await;
        let path = format!("/bijdragen/{}/reacties", receipt.number);
        let visitor = house.visitor();
        let first = visitor.get(&path).await;
        speaks(&first);
        let id = field(&first, "id");
        let wrong = visitor.post(&path, &[("id", id.as_str()), ("comment", ""), ("comment-language", "nl")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let megabyte = "x".repeat(1_000_000);
        let long = visitor.post(&path, &[("id", id.as_str()), ("comment", megabyte.as_str()), ("comment-language", "nl")]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(long.body.contains(&megabyte) && long.body.contains("comment-error"));
        let fields = [("id", id.as_str()), ("comment", "Graag met een leuning."), ("comment-language", "nl")];
        let done = visitor.post(&path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let again = visitor.post(&path, &fields).await;
        assert_eq!(again.location, done.location, "sent twice is one reply");
        let thanked = visitor.get(done.location.as_deref().unwrap()).await;
        assert!(thanked.shows("Uw reactie heeft nummer") && !thanked.shows("Graag met een leuning."), "{}", thanked.body);

        let moderator = house.as_role(Role::Moderator);
        let desk = moderator.get("/werk/reacties").await;
        speaks(&desk);
        assert!(desk.shows("Graag met een leuning."));
        let action = format!("/werk/reacties/{id}");
        assert_eq!(house.as_role(Role::Researcher).post(&action, &[("decision", "place")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_neighbour(Role::Moderator).post(&action, &[("decision", "place")]).await.status, StatusCode::NOT_FOUND);
        assert!(!visitor.get(&path).await.shows("Graag met een leuning."));
        assert_eq!(moderator.post(&action, &[("decision", "place")]).await.status, StatusCode::SEE_OTHER);
        assert!(visitor.get(&path).await.shows("Graag met een leuning."));
    }
}

#[tokio::test]
async fn a_refused_reply_shows_rule_and_reason_and_not_its_words() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let receipt = voice::testing::contribution(&house, process.id, "Een bank in het park").await;
        let path = format!("/bijdragen/{}/reacties", receipt.number);
        let visitor = house.visitor();
        let id = field(&visitor.get(&path).await, "id");
        visitor.post(&path, &[("id", id.as_str()), ("comment", "Koop bij mij uw banken!"), ("comment-language", "nl")]).await;
        let moderator = house.as_role(Role::Moderator);
        let action = format!("/werk/reacties/{id}");
        let wrong = moderator.post(&action, &[("decision", "refuse"), ("rule", "advertising")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        speaks(&wrong);
        let done = moderator.post(&action, &[("decision", "refuse"), ("rule", "advertising"), ("reason", "U verkoopt iets.")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let page = visitor.get(&path).await;
        assert!(page.shows("Spelregel: Reclame") && page.shows("U verkoopt iets.") && !page.shows("Koop bij mij"), "{}", page.body);
        assert_eq!(house.visitor().on(BUURSTAD).get(&path).await.status, StatusCode::NOT_FOUND);

        let hidden = voice::testing::received(&house, voice::testing::idea(&house, process.id, "Nog niet nagekeken")).await;
        let path = format!("/bijdragen/{}/reacties", hidden.number);
        let page = visitor.get(&path).await;
        assert!(!page.shows("Nog niet nagekeken"), "{}", page.body);
        let page = visitor.post(&path, &[("comment", "Mooi"), ("comment-language", "nl")]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
    }
}
