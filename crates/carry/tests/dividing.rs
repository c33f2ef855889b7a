//! One contribution whose parts belong to different departments: divided, contested, put together again. Over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, house, received, take_to, worker};
use journey::{AnswerBy, Dossier, State};
use kernel::DossierId;
use people::Role;
use people::testing::{Page, TestHouse};
use store::testing::engines;
use voice::{Answering, Receipt};

/// Everybody of staff who does not divide contributions.
const NEVER: [Role; 6] =
    [Role::Specialist, Role::DecisionMaker, Role::Moderator, Role::Researcher, Role::Intermediary, Role::Administrator];

const SHADE: &str = "Er is te weinig schaduw.";
const TREES: &str = "Zet er bomen bij.";

fn went(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap()
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

async fn nobody_else(house: &TestHouse, path: &str, form: &[(&str, &str)]) {
    let before = entries(house).await;
    for role in NEVER {
        let page = house.as_role(role).post(path, form).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{role} at {path}: {}", page.body);
        assert_eq!(house.as_role(role).get(path).await.status, StatusCode::FORBIDDEN, "{role} at {path}");
    }
    let neighbour = house.as_neighbour(Role::ParticipationOfficer).post(path, form).await;
    assert_eq!(neighbour.status, StatusCode::NOT_FOUND, "{path}");
    assert_eq!(entries(house).await, before, "{path}: something was written");
}

async fn parts(house: &TestHouse, whole: DossierId) -> Vec<Dossier> {
    let whole = dossier(house, whole).await;
    let mut s = house.store().read().await.unwrap();
    let mut found = Vec::new();
    for part in &whole.parts {
        found.push(journey::of_contribution(&mut s, house.tenant(), part.contribution).await.unwrap().unwrap());
    }
    found
}

async fn divided(house: &TestHouse, receipt: &Receipt) -> Vec<Dossier> {
    take_to(house, receipt.dossier, State::Screened).await;
    let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
    let form = [("passage-1", TREES), ("department-1", green.as_str()), ("passage-2", SHADE), ("department-2", space.as_str())];
    let path = format!("/werk/dossiers/{}/opdelen", receipt.dossier);
    went(&house.as_role(Role::ParticipationOfficer).post(&path, &form).await);
    parts(house, receipt.dossier).await
}

#[tokio::test]
async fn an_officer_divides_a_contribution_and_each_department_is_asked_at_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let answering = Answering { by: AnswerBy::Letter, identity: Some(house.identity()), ..Answering::none() };
        let receipt = received(&house, &process, "Schaduw op het plein", answering).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = format!("/werk/dossiers/{}/opdelen", receipt.dossier);
        assert_eq!(officer.get(&path).await.status, StatusCode::CONFLICT, "nothing is divided before it was screened");
        take_to(&house, receipt.dossier, State::Assigned).await;
        for language in ["en", "nl"] {
            let page = officer.get(&format!("{path}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && page.shows(TREES) && !page.shows("⟦"), "{}", page.body);
        }
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let (green, space) = (green.as_str(), space.as_str());
        let form = [
            ("passage-1", TREES),
            ("title-1", "Bomen erbij"),
            ("department-1", green),
            ("passage-2", "Er is te\nweinig  schaduw."),
            ("department-2", space),
        ];
        nobody_else(&house, &path, &form).await;
        let before = entries(&house).await;
        for (wrong, told) in [
            (vec![("passage-1", TREES), ("department-1", green)], "passage-2-error"),
            (vec![("passage-1", "Zet er banken bij."), ("department-1", green), form[3], form[4]], "passage-1-error"),
            (vec![form[0], ("department-1", "elders"), form[3], form[4]], "department-1-error"),
            (vec![form[0], form[2], form[3], ("department-2", green)], "department-2-error"),
            (vec![form[0], form[2], form[3], form[4], ("title-3", "Nog iets")], "passage-3-error"),
        ] {
            let refused = officer.post(&path, &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", refused.body);
            assert!(refused.shows(told) && refused.shows(wrong[0].1) && !refused.shows("⟦"), "{told}: {}", refused.body);
        }
        assert_eq!(entries(&house).await, before);

        let to = went(&officer.post(&path, &form).await);
        let whole = dossier(&house, receipt.dossier).await;
        assert_eq!((whole.state, whole.department, whole.asked, whole.parts.len()), (State::Divided, None, None, 2));
        let parts = parts(&house, receipt.dossier).await;
        for (part, department) in parts.iter().zip([house.leyhoven.green, house.leyhoven.public_space]) {
            assert_eq!((part.state, part.asked), (State::Assigned, Some(department)), "{engine}");
            assert!(part.until.is_some(), "a part has a term at once");
            assert_eq!(part.contributions[0].answer_by, AnswerBy::None);
        }
        let page = officer.get(&to).await;
        for part in &parts {
            assert!(page.shows(&format!("/werk/dossiers/{}", part.id)) && page.shows(part.contributions[0].number.as_str()));
        }
        assert!(page.shows("Bomen erbij"), "{}", page.body);
        let page = officer.get(&format!("/werk/dossiers/{}", parts[1].id)).await;
        assert!(page.shows(receipt.number.as_str()) && page.shows("weinig schaduw") && !page.shows(TREES), "{}", page.body);
        assert_eq!(officer.post(&path, &form).await.status, StatusCode::CONFLICT, "twice");
        assert_eq!(officer.get(&format!("/werk/dossiers/{}/opdelen", parts[0].id)).await.status, StatusCode::CONFLICT, "a part stays one");
        let askings = carry::askings(&mut house.store().read().await.unwrap(), house.tenant(), receipt.dossier).await.unwrap();
        assert!(askings.iter().all(|it| it.settled.is_some()), "nobody is asked for the whole any more");

        // Nobody is counted twice, and no list shows a part beside its whole.
        let mut s = house.store().read().await.unwrap();
        let tenant = house.tenant();
        let counts = voice::counts(&mut s, tenant, process.id).await.unwrap();
        assert_eq!((counts.all(), counts.shown), (1, 1), "{engine}");
        assert_eq!(voice::list_public(&mut s, tenant, process.id, None, 10).await.unwrap().len(), 1, "{engine}");
        // A question about a part goes to the author by the way that was chosen.
        let part = voice::contribution(&mut s, tenant, parts[0].contributions[0].contribution).await.unwrap().unwrap();
        assert_eq!((part.answer_by, part.part_of), (AnswerBy::Letter, Some(receipt.id)));
        let whole = voice::contribution(&mut s, tenant, receipt.id).await.unwrap().unwrap();
        assert_eq!((whole.number.clone(), part.identity), (receipt.number.clone(), whole.identity), "the whole stays as it was");
        let code = receipt.follow_code.clone().unwrap();
        let proven = voice::proven(&mut s, tenant, &part.number, &code).await.unwrap();
        assert_eq!(proven.map(|it| it.id), Some(part.id), "the code of the whole is that of its parts");
    }
}

#[tokio::test]
async fn parts_become_one_again_before_any_of_them_has_an_advice() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Schaduw op het plein").await;
        let parts = divided(&house, &receipt).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = format!("/werk/dossiers/{}/opdelen/ongedaan", receipt.dossier);
        nobody_else(&house, &path, &[("sure", "yes")]).await;
        for language in ["en", "nl"] {
            let page = officer.get(&format!("{path}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
        }
        let unsure = officer.post(&path, &[]).await;
        assert!(unsure.status == StatusCode::UNPROCESSABLE_ENTITY && unsure.shows("sure-error"), "{}", unsure.body);
        // One part has an advice: it is too far.
        let far = take_to(&house, parts[1].id, State::AdviceReady).await;
        let refused = officer.post(&path, &[("sure", "yes")]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("al te ver"), "{engine}: {}", refused.body);
        assert_eq!(dossier(&house, far.id).await, far, "nothing was changed");

        let receipt = contribution(&house, &process, "Nog eens schaduw").await;
        let parts = divided(&house, &receipt).await;
        let path = format!("/werk/dossiers/{}/opdelen/ongedaan", receipt.dossier);
        went(&officer.post(&path, &[("sure", "yes")]).await);
        let whole = dossier(&house, receipt.dossier).await;
        assert_eq!((whole.state, whole.parts.len()), (State::Screened, 0));
        assert!(whole.until.is_some(), "it waits for a department, in term");
        for part in &parts {
            let gone = dossier(&house, part.id).await;
            assert_eq!((gone.merged, gone.live().count()), (Some(receipt.dossier), 0));
            let mut s = house.store().read().await.unwrap();
            let words = voice::contribution(&mut s, house.tenant(), part.contributions[0].contribution).await.unwrap().unwrap();
            assert!(words.erased && words.identity.is_none(), "{engine}: no copy of the words stays behind");
        }
        assert_eq!(officer.post(&path, &[("sure", "yes")]).await.status, StatusCode::CONFLICT, "twice");
        take_to(&house, receipt.dossier, State::AdviceReady).await;
    }
}

#[tokio::test]
async fn an_author_contests_the_division_and_is_answered_before_anything_is_advised() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Schaduw op het plein").await;
        let parts = divided(&house, &receipt).await;
        let (visitor, officer) = (house.visitor(), house.as_role(Role::ParticipationOfficer));
        let public = format!("/bijdragen/{}/bundeling", receipt.number);
        for language in ["ar", "en", "nl"] {
            let shown = visitor.get(&format!("{public}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && shown.shows("name=\"words\"") && !shown.shows("⟦"), "{}", shown.body);
        }
        let code = receipt.follow_code.as_ref().unwrap().reveal();
        let contest = [("words", "De bomen geven de schaduw."), ("code", code.as_str())];
        went(&visitor.post(&public, &contest).await);
        let shown = visitor.get(&public).await;
        assert!(shown.shows("om deze bijdrage niet op te delen") && !shown.shows("geven de schaduw"), "{engine}: {}", shown.body);
        worker(&house).work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
        assert!(mails.iter().any(|row| row.get::<String>("subject").unwrap().contains("is opgedeeld")), "{engine}");
        drop(s);

        // No part is advised on meanwhile.
        take_to(&house, parts[1].id, State::Assessed).await;
        let advice = [("fit", "fits"), ("words", "Doe het."), ("motive", "Er is plaats en geld.")];
        let specialist = house.as_role(Role::Specialist);
        let advise = format!("/werk/dossiers/{}/advies", parts[1].id);
        let refused = specialist.post(&advise, &advice).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("wacht op antwoord"), "{engine}: {}", refused.body);
        let path = format!("/werk/dossiers/{}/betwisting", receipt.dossier);
        let id = receipt.id.to_string();
        let kept =
            [("contested", id.as_str()), ("end", "kept"), ("motive", "De schaduw komt ook van zeilen, en die zijn van een andere dienst.")];
        nobody_else(&house, &path, &kept).await;
        assert!(officer.get(&path).await.shows("weer één bijdrage"));
        went(&officer.post(&path, &kept).await);
        assert!(visitor.get(&public).await.shows("de delen apart verdergaan"));
        assert_eq!(visitor.post(&public, &contest).await.status, StatusCode::CONFLICT, "once");
        went(&specialist.post(&advise, &advice).await);

        // Of another one the officer agrees.
        let receipt = contribution(&house, &process, "Nog eens schaduw").await;
        divided(&house, &receipt).await;
        let public = format!("/bijdragen/{}/bundeling", receipt.number);
        let code = receipt.follow_code.as_ref().unwrap().reveal();
        went(&visitor.post(&public, &[("words", "Dit is één vraag."), ("code", code.as_str())]).await);
        let id = receipt.id.to_string();
        let path = format!("/werk/dossiers/{}/betwisting", receipt.dossier);
        went(&officer.post(&path, &[("contested", id.as_str()), ("end", "apart")]).await);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Screened, "{engine}");
        assert!(visitor.get(&public).await.shows("weer één bijdrage"));
    }
}

#[tokio::test]
async fn withdrawing_takes_every_part_along_and_erasure_reaches_the_words_in_them() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Schaduw op het plein").await;
        let parts = divided(&house, &receipt).await;
        let number = &parts[0].contributions[0].number;
        let visitor = house.visitor();
        let to_whole = visitor.get(&format!("/bijdragen/{number}/intrekken")).await;
        assert_eq!(went(&to_whole), format!("/bijdragen/{}/intrekken", receipt.number), "a part is taken back with the whole");
        let code = receipt.follow_code.as_ref().unwrap().reveal();
        went(&visitor.post(&format!("/bijdragen/{}/intrekken", receipt.number), &[("code", code.as_str()), ("erasure", "words")]).await);
        for part in &parts {
            assert_eq!(dossier(&house, part.id).await.state, State::Withdrawn, "{engine}");
            let mut s = house.store().read().await.unwrap();
            let words = voice::contribution(&mut s, house.tenant(), part.contributions[0].contribution).await.unwrap().unwrap();
            assert!(words.erased && words.withdrawn.is_some() && words.body.is_none(), "{engine}: {words:?}");
        }
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Withdrawn);
        let mut s = house.store().read().await.unwrap();
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let counts = journey::counts(&mut s, house.tenant(), process.id, today).await.unwrap();
        assert_eq!((counts.received, counts.withdrawn, counts.parts), (0, 1, 0), "{engine}");
    }
}
