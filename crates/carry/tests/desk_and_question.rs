//! «Mijn werk» per role, and the question to an author, over HTTP on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, house, received_by_mail, take_to, worker};
use journey::State;
use people::Role;
use store::testing::engines;

#[tokio::test]
async fn everybody_who_signed_in_sees_what_is_theirs_and_a_new_account_what_to_do() {
    for engine in engines() {
        let house = house(engine).await;
        for role in Role::ALL {
            for language in ["nl", "en"] {
                let page = house.as_role(*role).in_language(language).get("/werk").await;
                assert_eq!(page.status, StatusCode::OK, "{role}: {}", page.body);
                assert!(!page.shows("⟦"), "{role} lacks words in {language}: {}", page.body);
            }
        }
        assert_eq!(house.visitor().get("/werk").await.status, StatusCode::SEE_OTHER);
        let officer = house.as_role(Role::ParticipationOfficer);
        assert!(officer.get("/werk").await.shows("Nieuwe bijdragen verschijnen hier"));
        assert!(house.as_role(Role::Researcher).get("/werk").await.shows("U leest mee."));
        let partner = house.as_role(Role::Intermediary).get("/werk").await;
        assert!(partner.shows("/werk/bezorging") && partner.shows("/werk/intake") && !partner.shows("Alle dossiers"), "{}", partner.body);

        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Bomen op het plein").await;
        let id = receipt.dossier.to_string();
        let expected = [
            (State::Received, Role::ParticipationOfficer),
            (State::Screened, Role::ParticipationOfficer),
            (State::Assigned, Role::DepartmentHead),
            (State::FrameCheck, Role::Specialist),
            (State::Assessed, Role::Specialist),
            (State::AdviceReady, Role::CouncilSecretary),
            (State::OnAgenda, Role::DecisionMaker),
            (State::Decided, Role::ParticipationOfficer),
        ];
        for (state, owner) in expected {
            take_to(&house, receipt.dossier, state).await;
            let mine = house.as_role(owner).get("/werk").await;
            assert!(mine.shows(&id) && mine.shows(receipt.number.as_str()), "{state:?} is of {owner}: {}", mine.body);
            assert!(mine.shows("Bomen op het plein"));
            for other in [Role::Researcher, Role::BudgetHolder, Role::Moderator] {
                assert!(!house.as_role(other).get("/werk").await.shows(&id), "{state:?} is not of {other}");
                assert!(house.as_role(other).get("/werk?lijst=alle").await.shows(&id), "everybody who reads sees it under all");
            }
            if state == State::FrameCheck {
                assert!(!house.as_role(Role::DepartmentHead).get("/werk").await.shows(&id));
                assert!(
                    house.as_role(Role::DepartmentHead).get("/werk?lijst=wacht").await.shows(&id),
                    "a head sees what the department has"
                );
            }
        }
        let narrowed = officer.get(&format!("/werk?lijst=alle&project={}&stand=S13", process.id)).await;
        assert!(narrowed.shows(&id));
        assert!(!officer.get("/werk?lijst=alle&stand=S2").await.shows(&id));
        assert_eq!(officer.get("/werk?lijst=onzin&project=onzin&stand=onzin&na=3").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_desk_goes_on_page_by_page_and_forgets_nobody() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let mut all = Vec::new();
        for n in 0..55 {
            house.clock.advance_seconds(60);
            all.push(contribution(&house, &process, &format!("Bank nummer {n}")).await.dossier.to_string());
        }
        let officer = house.as_role(Role::ParticipationOfficer);
        let first = officer.get("/werk").await;
        assert!(first.shows(">55<") && first.shows(&all[0]) && first.shows(&all[49]) && !first.shows(&format!("dossiers/{}", all[50])));
        let at = first.body.find("rel=\"next\" href=\"").expect("a next page") + "rel=\"next\" href=\"".len();
        let href = first.body[at..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let second = officer.get(&href).await;
        assert!(all[50..].iter().all(|id| second.shows(id)) && !second.shows(&format!("dossiers/{}", all[49])), "{href}: {}", second.body);
    }
}

#[tokio::test]
async fn an_author_answers_a_question_with_the_follow_code_and_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received_by_mail(&house, &process, "Bomen op het plein", "an@voorbeeld.example").await;
        take_to(&house, receipt.dossier, State::Questioned).await;
        worker(&house).work_once().await.unwrap();
        let specialist = house.as_role(Role::Specialist);
        let page = specialist.get(&format!("/werk/dossiers/{}", receipt.dossier)).await;
        assert!(page.shows("Overgebracht op"), "the mail went out: {}", page.body);

        let address = format!("/bijdragen/{}/antwoord-op-vraag", receipt.number);
        for language in ["nl", "en", "ar"] {
            let page = house.visitor().in_language(language).get(&address).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.shows("⟦") && !page.shows("Welke plaats bedoelt u?"), "the question is for the author: {}", page.body);
        }
        let visitor = house.visitor();
        let empty = visitor.post(&address, &[("code", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = visitor.post(&address, &[("code", "3467-9CDF-GHJK-MNPQ"), ("answer", "Ik ben het niet.")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!wrong.shows("Welke plaats bedoelt u?"));
        let code = receipt.follow_code.unwrap().reveal();
        let opened = visitor.post(&address, &[("code", &code)]).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        assert!(opened.shows("Welke plaats bedoelt u?"), "{}", opened.body);
        let missing = visitor.post(&address, &[("code", &code), ("answer", " ")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "a".repeat(1_000_000);
        let refused = visitor.post(&address, &[("code", &code), ("answer", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Questioned);
        let sent = visitor.post(&address, &[("code", &code), ("answer", "Naast de school.")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Assessed);
        let again = visitor.post(&address, &[("code", &code), ("answer", "Naast de school.")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.shows("geen vraag open"), "{}", again.body);
        assert!(specialist.get(&format!("/werk/dossiers/{}", receipt.dossier)).await.shows("Naast de school."));
        assert_eq!(house.visitor().on("buurstad.test").get(&address).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_question_by_letter_waits_until_somebody_brought_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let answering = voice::Answering { by: journey::AnswerBy::Letter, ..voice::Answering::none() };
        let receipt = carry::testing::received(&house, &process, "Bomen op het plein", answering).await;
        take_to(&house, receipt.dossier, State::Questioned).await;
        worker(&house).work_once().await.unwrap();
        let address = format!("/werk/dossiers/{}", receipt.dossier);
        let specialist = house.as_role(Role::Specialist);
        assert!(specialist.get(&address).await.shows("Nog over te brengen: Per brief"));
        let mut s = house.store().read().await.unwrap();
        let question = carry::questions(&mut s, house.tenant(), receipt.dossier).await.unwrap()[0].id.to_string();
        drop(s);
        let carried = format!("{address}/vraag/overgebracht");
        for role in [Role::Researcher, Role::Controller] {
            assert_eq!(house.as_role(role).post(&carried, &[("question", &question)]).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(
            house.as_neighbour(Role::ParticipationOfficer).post(&carried, &[("question", &question)]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(specialist.post(&carried, &[("question", "x")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(specialist.post(&carried, &[("question", &question)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(specialist.post(&carried, &[("question", &question)]).await.status, StatusCode::CONFLICT);
        assert!(specialist.get(&address).await.shows("Overgebracht op"));
    }
}

#[tokio::test]
async fn a_question_that_is_not_answered_lapses_and_the_dossier_goes_on() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Bomen op het plein").await;
        let until = take_to(&house, receipt.dossier, State::Questioned).await.until.unwrap();
        let (civil, tenant) = (house.leyhoven.tenant.civil.clone(), house.tenant());
        house.clock.set(civil.zone.end_of(until).plus_seconds(60));
        store::write!(house.store(), [civil], |tx| carry::jobs::begin(tx, tenant, &civil).await).await.unwrap();
        worker(&house).work_once().await.unwrap();
        let after = dossier(&house, receipt.dossier).await;
        assert_eq!(after.state, State::Assessed, "it goes on");
        let page = house.as_role(Role::Specialist).get(&format!("/werk/dossiers/{}", receipt.dossier)).await;
        assert!(page.shows("Niet beantwoord in de termijn"), "{}", page.body);
    }
}

#[tokio::test]
async fn an_answer_goes_when_its_author_takes_the_words_back() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Bomen op het plein").await;
        take_to(&house, receipt.dossier, State::Questioned).await;
        take_to(&house, receipt.dossier, State::Assessed).await;
        let (civil, tenant, id) = (house.leyhoven.tenant.civil.clone(), house.tenant(), receipt.id);
        let at = house.app.clock.now();
        store::write!(house.store(), [civil], |tx| {
            let act = journey::Act { tenant, actor: &kernel::Actor::Resident, at, civil: &civil };
            voice::withdraw(tx, &act, id, voice::Erasure::Words, &[]).await
        })
        .await
        .unwrap();
        let page = house.as_role(Role::Specialist).get(&format!("/werk/dossiers/{}", receipt.dossier)).await;
        assert!(!page.shows("Naast de school.") && page.shows("Ingetrokken door de indiener"), "{}", page.body);
        store::write!(house.store(), [civil], |tx| carry::jobs::begin(tx, tenant, &civil).await).await.unwrap();
        worker(&house).work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let questions = carry::questions(&mut s, tenant, receipt.dossier).await.unwrap();
        assert!(questions[0].answer.is_none());
    }
}

#[tokio::test]
async fn whoever_gets_a_task_hears_of_it_by_mail() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Bomen op het plein").await;
        let worker = worker(&house);
        let told = |subject: &'static str| {
            let house = &house;
            async move {
                let mut s = house.store().read().await.unwrap();
                let mails =
                    s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
                mails.iter().filter(|row| row.get::<String>("subject").unwrap().contains(subject)).count()
            }
        };
        take_to(&house, receipt.dossier, State::Assigned).await;
        worker.work_once().await.unwrap();
        assert_eq!(told("Uw dienst wordt gevraagd").await, 1);
        take_to(&house, receipt.dossier, State::FrameCheck).await;
        worker.work_once().await.unwrap();
        assert_eq!(told("is nu van u").await, 1);
    }
}

#[tokio::test]
async fn an_erased_person_leaves_no_answer_behind() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received_by_mail(&house, &process, "Bomen op het plein", "an@voorbeeld.example").await;
        take_to(&house, receipt.dossier, State::Questioned).await;
        take_to(&house, receipt.dossier, State::Assessed).await;
        let mut s = house.store().read().await.unwrap();
        let identity = voice::contribution(&mut s, house.tenant(), receipt.id).await.unwrap().unwrap().identity.unwrap();
        drop(s);
        let by = house.actor(Role::Administrator);
        let copy = people::holder::export(&house.app, house.tenant(), identity, by).await.unwrap();
        assert!(copy.to_string().contains("Naast de school."), "{copy}");
        people::holder::erase(&house.app, house.tenant(), identity, by, "asked").await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let questions = carry::questions(&mut s, house.tenant(), receipt.dossier).await.unwrap();
        assert!(questions.iter().all(|it| it.answer.is_none() && it.identity.is_none()));
    }
}
