use crate::{form, house, known, sent, speaks};
use axum::http::StatusCode;
use people::Role;
use people::testing::BUURSTAD;
use people::vault;
use store::testing::engines;

#[tokio::test]
async fn an_author_takes_words_back_with_the_code_and_only_with_it() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, code) = sent(&house.visitor(), &process, &[]).await;
        let id = known(&house, &number).await.id;
        voice::testing::published(&house, id).await;
        let (other, other_code) = sent(&house.visitor(), &process, &[("title", "Een ander idee")]).await;
        let path = format!("/bijdragen/{number}/intrekken");
        let visitor = house.visitor();
        speaks(&visitor.get(&path).await);
        for (typed, erasure) in
            [("", "hide"), ("niet de code", "hide"), (other_code.reveal().as_str(), "hide"), (code.reveal().as_str(), "")]
        {
            let page = visitor.post(&path, &[("code", typed), ("erasure", erasure)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed} {erasure}");
            speaks(&page);
        }
        assert_eq!(house.visitor().on(BUURSTAD).get(&path).await.status, StatusCode::NOT_FOUND);
        assert!(known(&house, &number).await.published);
        let done = visitor.post(&path, &[("code", code.reveal().to_lowercase().as_str()), ("erasure", "hide")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let hidden = known(&house, &number).await;
        assert!(hidden.withdrawn.is_some() && !hidden.published && !hidden.erased);
        let list = visitor.get(&format!("{}/lijst", form(&process))).await;
        assert!(!list.shows("Een bank in het park") && list.shows("1 bijdrage is ingetrokken"), "{}", list.body);
        let mut session = house.store().read().await.unwrap();
        let dossier = journey::of_contribution(&mut session, house.tenant(), id).await.unwrap().unwrap();
        assert_eq!(dossier.travelling(id).unwrap().track, journey::Track::Withdrawn);
        drop(session);

        // Words that were hidden can still be erased, and then the code proves nothing any more.
        let erased = visitor.post(&path, &[("code", code.reveal().as_str()), ("erasure", "words")]).await;
        assert_eq!(erased.status, StatusCode::SEE_OTHER, "{}", erased.body);
        let gone = known(&house, &number).await;
        assert!(gone.erased && gone.title.original().text.is_empty() && gone.body.is_none() && gone.place.is_empty());
        let again = visitor.post(&path, &[("code", code.reveal().as_str()), ("erasure", "words")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(known(&house, &other).await.withdrawn.is_none(), "another one is left alone");
    }
}

#[tokio::test]
async fn guessing_codes_is_stopped_without_stopping_others() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, code) = sent(&house.visitor(), &process, &[]).await;
        let (other, other_code) = sent(&house.visitor(), &process, &[("title", "Een ander idee")]).await;
        let visitor = house.visitor();
        let path = format!("/bijdragen/{number}/intrekken");
        let mut stopped = false;
        for _ in 0..12 {
            let page = visitor.post(&path, &[("code", other_code.reveal().as_str()), ("erasure", "hide")]).await;
            stopped |= page.status == StatusCode::TOO_MANY_REQUESTS;
        }
        assert!(stopped);
        let neighbour = house.visitor();
        let page =
            neighbour.post(&format!("/bijdragen/{other}/intrekken"), &[("code", other_code.reveal().as_str()), ("erasure", "hide")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "somebody in the same library is not stopped");
        let owner = house.visitor().from_address([198, 51, 100, 7]);
        let page = owner.post(&path, &[("code", code.reveal().as_str()), ("erasure", "hide")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "nor is the owner elsewhere");
    }
}

#[tokio::test]
async fn contact_details_go_only_with_a_second_proof_and_then_everywhere() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, code) = sent(&house.visitor(), &process, &[("answer-by", "mail"), ("mail", "an@voorbeeld.be")]).await;
        let contribution = known(&house, &number).await;
        let identity = contribution.identity.unwrap();
        let path = format!("/bijdragen/{number}/intrekken");
        let visitor = house.visitor();
        let wrong = visitor.post(&path, &[("code", code.reveal().as_str()), ("erasure", "words"), ("reach", "jef@voorbeeld.be")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("reach-error") && known(&house, &number).await.withdrawn.is_none(), "nothing is done by halves");
        let done = visitor.post(&path, &[("code", code.reveal().as_str()), ("erasure", "words"), ("reach", "AN@voorbeeld.be ")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let mut session = house.store().read().await.unwrap();
        assert!(!vault::holds(&mut session, house.tenant(), identity).await.unwrap());
        assert!(known(&house, &number).await.identity.is_none());
    }
}

#[tokio::test]
async fn erasing_a_person_reaches_words_photos_and_search() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) =
            sent(&house.visitor(), &process, &[("answer-by", "phone"), ("phone", "0470 12 34 56"), ("title", "Een unieke zonnewijzer")])
                .await;
        let contribution = known(&house, &number).await;
        voice::testing::published(&house, contribution.id).await;
        let identity = contribution.identity.unwrap();
        let actor = house.actor(Role::ParticipationOfficer);
        let copy = people::holder::export(&house.app, house.tenant(), identity, actor).await.unwrap();
        assert_eq!(copy["rooms"]["voice"]["contributions"][0]["title"], "Een unieke zonnewijzer");
        people::holder::erase(&house.app, house.tenant(), identity, actor, "own-request").await.unwrap();
        voice::jobs::register(house.worker()).work_once().await.unwrap();
        let gone = known(&house, &number).await;
        assert!(gone.erased && gone.identity.is_none() && !gone.published);
        let found = house.visitor().get(&format!("{}/lijst?zoek=zonnewijzer", form(&process))).await;
        assert!(found.shows("Niets gevonden"));
    }
}

#[tokio::test]
async fn who_lost_the_code_withdraws_at_the_desk_and_the_proof_is_written_down() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[]).await;
        let id = known(&house, &number).await.id;
        let action = format!("/werk/privacy/{id}/intrekken");
        let fields = [("erasure", "words"), ("proof", "receipt")];
        assert_eq!(house.as_role(Role::Researcher).post(&action, &fields).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&action, &fields).await.status, StatusCode::NOT_FOUND);
        let officer = house.as_role(Role::ParticipationOfficer);
        let wrong = officer.post(&action, &[("erasure", "words")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("proof-error"), "{}", wrong.body);
        speaks(&wrong);
        assert!(known(&house, &number).await.withdrawn.is_none());
        assert_eq!(officer.post(&action, &fields).await.status, StatusCode::SEE_OTHER);
        let gone = known(&house, &number).await;
        assert!(gone.withdrawn.is_some() && gone.erased);
        let kinds: Vec<String> = crate::journal(&house, id).await.into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds, ["received", "withdrawn", "withdrawn-at-desk"]);
        let page = officer.get(&format!("/werk/privacy/{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        speaks(&page);
    }
}

#[tokio::test]
async fn an_erased_contribution_stays_erased_after_a_restore_replays_the_list() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[]).await;
        let id = known(&house, &number).await.id;
        let tenant = house.tenant();
        for _ in 0..2 {
            store::write!(house.store(), [], |tx| { store::erasure::Eraser::erase(&voice::ErasedWords, tx, tenant, id.uuid()).await })
                .await
                .unwrap();
        }
        let gone = known(&house, &number).await;
        assert!(gone.erased && gone.title.original().text.is_empty() && !gone.published);
        let mut session = house.store().read().await.unwrap();
        let found = people::Holder::identity_of(&voice::Contributions, &mut session, tenant, &number).await.unwrap();
        assert!(found.is_none());
    }
}

#[tokio::test]
async fn somebody_at_the_desk_names_a_number_and_is_erased() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[("answer-by", "phone"), ("phone", "0470 12 34 56")]).await;
        let desk = house.as_role(Role::ParticipationOfficer);
        let said = |other: &'static str| [("number", number.as_str()), ("name", ""), ("other", other), ("asked", "yes")];
        let page = desk.post("/beheer/wissen", &said("0470 12 34 57")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(known(&house, &number).await.identity.is_some());
        let page = desk.post("/beheer/wissen", &said("+32 470 123456")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let gone = known(&house, &number).await;
        assert!(gone.erased && gone.identity.is_none());
    }
}
