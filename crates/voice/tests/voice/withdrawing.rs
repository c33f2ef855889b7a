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
            store::write!(house.store(), [], |tx| {
                store::erasure::Eraser::erase(&voice::ErasedWords::default(), tx, tenant, id.uuid()).await
            })
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

/// Whether the vault still knows who put this in.
async fn is_known(house: &people::testing::TestHouse, number: &kernel::PublicNumber) -> bool {
    let identity = known(house, number).await.identity;
    let Some(identity) = identity else { return false };
    vault::holds(&mut house.store().read().await.unwrap(), house.tenant(), identity).await.unwrap()
}

async fn days_later(house: &people::testing::TestHouse, days: i64) {
    house.clock.advance_days(days);
    people::kept::watch_once(&house.app).await.unwrap();
}

const BY_MAIL: &[(&str, &str)] = &[("answer-by", "mail"), ("mail", "an@voorbeeld.be")];

#[tokio::test]
async fn a_year_after_taking_an_idea_back_nobody_knows_whose_it_was() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, code) = sent(&house.visitor(), &process, BY_MAIL).await;
        let (other, _) = sent(&house.visitor(), &process, &[BY_MAIL, &[("title", "Een ander idee")]].concat()).await;
        days_later(&house, 400).await;
        assert!(is_known(&house, &number).await, "{engine}: an idea that still waits for an answer keeps its author");
        let path = format!("/bijdragen/{number}/intrekken");
        let done = house.visitor().post(&path, &[("code", code.reveal().as_str()), ("erasure", "hide")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        days_later(&house, 365).await;
        assert!(is_known(&house, &number).await, "{engine}: the last day is not over");
        days_later(&house, 1).await;
        assert!(!is_known(&house, &number).await, "{engine}");
        assert!(is_known(&house, &other).await, "{engine}: the term of another has not begun");
    }
}

#[tokio::test]
async fn a_year_after_a_process_closed_nobody_knows_who_was_never_answered() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, BY_MAIL).await;
        let (answered, _) = sent(&house.visitor(), &process, &[BY_MAIL, &[("title", "Een ander idee")]].concat()).await;
        days_later(&house, 30).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let closed =
            officer.post(&format!("/werk/processen/{}/sluiten", process.id), &[("change-reason", "De vraag is beantwoord.")]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        voice::jobs::register(house.worker()).work_once().await.unwrap();

        // Paper that comes in late, and an answer after the closing.
        let today = house.leyhoven.tenant.civil.zone.date(kernel::Clock::now(house.clock.as_ref()));
        let late = {
            let (store, tenant, civil) = (house.store().clone(), house.tenant(), house.leyhoven.tenant.civil.clone());
            let (id, keeper) = (house.identity(), house.app.keeper(house.tenant(), house.actor(Role::ParticipationOfficer)));
            let contribution = kernel::ContributionId::new(kernel::Clock::now(house.clock.as_ref()), house.random());
            let title = kernel::Line::new("Op papier", 150).unwrap();
            let mut new =
                voice::NewContribution::idea(contribution, process.id, title, kernel::Language::NL, journey::Channel::Paper, today);
            new.answering = voice::Answering { by: journey::AnswerBy::Letter, identity: Some(id), ..new.answering };
            let who = vault::Identity { name: "Bo".to_owned(), ..vault::Identity::default() };
            let actor = house.actor(Role::ParticipationOfficer);
            let at = kernel::Clock::now(house.clock.as_ref());
            store::write!(store, [new, civil, who, keeper], |tx| {
                vault::keep(tx, &keeper, id, &who).await?;
                voice::receive(tx, &journey::Act { tenant, actor: &actor, at, civil: &civil }, new).await
            })
            .await
            .unwrap()
            .number
        };
        days_later(&house, 100).await;
        let (tenant, identity) = (house.tenant(), known(&house, &answered).await.identity.unwrap());
        let day = today.plus_days(100);
        store::write!(house.store(), [], |tx| vault::begin_term(tx, tenant, identity, day).await).await.unwrap();

        days_later(&house, 265).await;
        assert!(is_known(&house, &number).await && is_known(&house, &late).await, "{engine}: the last day is not over");
        days_later(&house, 1).await;
        assert!(!is_known(&house, &number).await && !is_known(&house, &late).await, "{engine}");
        assert!(is_known(&house, &answered).await, "{engine}: the answer came later");
        days_later(&house, 100).await;
        assert!(!is_known(&house, &answered).await, "{engine}");
    }
}
