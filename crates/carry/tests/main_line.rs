//! The main line over HTTP, on both engines: from what came in to a decision, by the people whose work it is.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{check_privacy, contribution, dossier, house, take_to, worker};
use journey::{Outcome, State};
use kernel::{Date, DossierId};
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use store::testing::engines;

/// How many entries the journal has, to see that nothing changed.
async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn today(house: &TestHouse) -> Date {
    house.leyhoven.tenant.civil.today(house.app.clock.now())
}

fn went_to(page: &Page, id: DossierId) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    assert_eq!(page.location.as_deref(), Some(format!("/werk/dossiers/{id}").as_str()));
}

/// One act: its page, wrong input, the wrong roles, the right input, and the right input once more.
struct Case<'a> {
    act: &'a str,
    by: &'a Browser,
    /// Input that is refused, and what the page then still holds.
    wrong: &'a [(&'a str, &'a str)],
    kept: &'a str,
    right: &'a [(&'a str, &'a str)],
    /// Roles that may not, beside those that never may.
    never: &'a [Role],
}

async fn walk(house: &TestHouse, id: DossierId, case: &Case<'_>) {
    let address = path(id, case.act);
    let shown = case.by.get(&address).await;
    assert_eq!(shown.status, StatusCode::OK, "{address}: {}", shown.body);
    assert!(!shown.shows("⟦"), "{address} lacks words: {}", shown.body);
    for language in ["en", "ar", "nl"] {
        let shown = case.by.get(&format!("{address}?taal={language}")).await;
        assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{address} lacks words in {language}: {}", shown.body);
    }

    let before = entries(house).await;
    let refused = case.by.post(&address, case.wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}: {}", refused.body);
    assert!(refused.shows("mm-summary") && refused.shows("mm-field__error"), "{address}: {}", refused.body);
    assert!(refused.shows(case.kept), "{address} lost «{}»: {}", case.kept, refused.body);
    assert!(!refused.shows("⟦"), "{address} lacks words: {}", refused.body);

    for role in case.never.iter().chain(&[Role::Researcher, Role::Intermediary, Role::Administrator]) {
        let other = house.as_role(*role);
        let forbidden = other.post(&address, case.right).await;
        assert_eq!(forbidden.status, StatusCode::FORBIDDEN, "{role} at {address}: {}", forbidden.body);
        // Who only reads may read the notes.
        if !(case.act == "notities" && *role == Role::Researcher) {
            assert_eq!(other.get(&address).await.status, StatusCode::FORBIDDEN, "{role} at {address}");
        }
    }
    assert_eq!(house.visitor().get(&address).await.status, StatusCode::SEE_OTHER, "a visitor signs in first");
    assert_eq!(entries(house).await, before, "nothing changed at {address}");

    let done = case.by.post(&address, case.right).await;
    went_to(&done, id);
    let after = entries(house).await;
    assert!(after > before);
    let again = case.by.post(&address, case.right).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{address}: {}", again.body);
    assert!(again.shows("Dit kan nu niet") && !again.shows("⟦"), "{address}: {}", again.body);
    assert_eq!(entries(house).await, after, "the second time changes nothing at {address}");
}

/// Another municipality finds nothing here, whatever its people may at home.
async fn neighbours(house: &TestHouse, id: DossierId) {
    for role in [Role::ParticipationOfficer, Role::DepartmentHead, Role::Specialist, Role::DecisionMaker] {
        let neighbour = house.as_neighbour(role);
        let mut acts = vec!["besluit", "notities"];
        match role {
            Role::ParticipationOfficer => acts.extend(["screening", "toewijzen", "vraag", "antwoord-op-vraag", "agenda"]),
            Role::DepartmentHead => acts.extend(["aanvaarden", "teruggeven", "advies"]),
            Role::Specialist => acts.extend(["kadertoets", "advies"]),
            _ => {}
        }
        assert_eq!(neighbour.get(&format!("/werk/dossiers/{id}")).await.status, StatusCode::NOT_FOUND);
        for act in acts {
            assert_eq!(neighbour.get(&path(id, act)).await.status, StatusCode::NOT_FOUND, "{role} at {act}");
            assert_eq!(neighbour.post(&path(id, act), &[("words", "x")]).await.status, StatusCode::NOT_FOUND, "{role} at {act}");
        }
        assert!(!neighbour.get("/werk?lijst=alle").await.shows(&id.to_string()));
    }
}

#[tokio::test]
async fn a_contribution_goes_from_screening_to_a_decision_each_act_by_whoever_may() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        let officer = house.as_role(Role::ParticipationOfficer);
        let head = house.as_role(Role::DepartmentHead);
        let specialist = house.as_role(Role::Specialist);
        let secretary = house.as_role(Role::CouncilSecretary);
        let decider = house.as_role(Role::DecisionMaker);
        neighbours(&house, id).await;

        // Nothing is screened before the privacy check (F4), and the page says so in plain words.
        let early = officer.post(&path(id, "screening"), &[("verdict", "in-scope"), ("kind", "idea")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.body);
        assert!(early.shows("controle op persoonsgegevens"), "{}", early.body);
        check_privacy(&house, &dossier(&house, id).await).await;

        let screening = Case {
            act: "screening",
            by: &officer,
            wrong: &[("verdict", "parked"), ("theme", ""), ("motive", "Dit blijft staan.")],
            kept: "Dit blijft staan.",
            right: &[("verdict", "in-scope"), ("kind", "idea")],
            never: &[Role::DepartmentHead, Role::Specialist, Role::DecisionMaker],
        };
        walk(&house, id, &screening).await;

        let green = house.leyhoven.green.to_string();
        let public_space = house.leyhoven.public_space.to_string();
        let assigning = Case {
            act: "toewijzen",
            by: &officer,
            wrong: &[("department", "no such thing")],
            kept: "Welke dienst vraagt u?",
            right: &[("department", &green)],
            never: &[Role::Specialist, Role::DecisionMaker],
        };
        let shown = officer.get(&path(id, "toewijzen")).await;
        assert_eq!(shown.status, StatusCode::OK);
        let refused = officer.post(&path(id, "toewijzen"), assigning.wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for role in assigning.never {
            assert_eq!(house.as_role(*role).post(&path(id, "toewijzen"), assigning.right).await.status, StatusCode::FORBIDDEN);
        }
        went_to(&officer.post(&path(id, "toewijzen"), assigning.right).await, id);
        let again = officer.post(&path(id, "toewijzen"), assigning.right).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.shows("Deze dienst is al gevraagd."), "{}", again.body);
        went_to(&officer.post(&path(id, "toewijzen"), &[("department", &public_space)]).await, id);

        // A head answers for the own department only.
        let other_head = house.as_head_of(house.leyhoven.green);
        let holder = house.account(Role::Specialist).to_string();
        assert_eq!(other_head.post(&path(id, "aanvaarden"), &[("holder", &holder)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(other_head.post(&path(id, "teruggeven"), &[("reason", "Niet van ons.")]).await.status, StatusCode::FORBIDDEN);
        let stranger = house.account(Role::Controller).to_string();
        let accepting = Case {
            act: "aanvaarden",
            by: &head,
            wrong: &[("holder", &stranger)],
            kept: "Kies iemand die bij deze dienst werkt.",
            right: &[("holder", &holder)],
            never: &[Role::Specialist, Role::ParticipationOfficer, Role::DecisionMaker],
        };
        walk(&house, id, &accepting).await;
        assert_eq!(dossier(&house, id).await.holder, Some(house.account(Role::Specialist)));

        let checking = Case {
            act: "kadertoets",
            by: &specialist,
            wrong: &[
                ("legal", "fits"),
                ("financial", "does-not-fit"),
                ("practical", "fits"),
                ("practical-rule", "Wortels en leidingen."),
                ("plans", "fits"),
            ],
            kept: "Wortels en leidingen.",
            right: &[
                ("legal", "fits"),
                ("financial", "fits-if"),
                ("financial-rule", "Als het onderhoud in de begroting staat."),
                ("practical", "fits"),
                ("plans", "fits"),
            ],
            never: &[Role::DepartmentHead, Role::ParticipationOfficer],
        };
        walk(&house, id, &checking).await;

        let asking = Case {
            act: "vraag",
            by: &specialist,
            wrong: &[("words", "   ")],
            kept: "Uw vraag",
            right: &[("words", "Welke plaats bedoelt u?")],
            never: &[Role::Controller, Role::DecisionMaker],
        };
        walk(&house, id, &asking).await;
        assert_eq!(dossier(&house, id).await.state, State::Questioned);
        let hearing = Case {
            act: "antwoord-op-vraag",
            by: &specialist,
            wrong: &[("words", "")],
            kept: "Welke plaats bedoelt u?",
            right: &[("words", "Naast de school.")],
            never: &[Role::Controller, Role::DecisionMaker],
        };
        walk(&house, id, &hearing).await;

        let advising = Case {
            act: "advies",
            by: &specialist,
            wrong: &[("fit", "fits-if"), ("words", "Plant er vijf."), ("motive", "")],
            kept: "Plant er vijf.",
            right: &[("fit", "fits"), ("words", "Plant er vijf."), ("motive", "Er is te weinig schaduw.")],
            never: &[Role::ParticipationOfficer, Role::DecisionMaker],
        };
        walk(&house, id, &advising).await;

        let begin = today(&house);
        let (soon, later) = (begin.plus_days(7).to_string(), begin.plus_days(14).to_string());
        let scheduling = Case {
            act: "agenda",
            by: &secretary,
            wrong: &[("body", "Gemeenteraad van Leyhoven"), ("date", "2020-01-01")],
            kept: "Gemeenteraad van Leyhoven",
            right: &[("body", "Gemeenteraad"), ("date", &soon)],
            never: &[Role::DepartmentHead, Role::Specialist, Role::DecisionMaker],
        };
        walk(&house, id, &scheduling).await;
        // A moved date says why (F1 S12).
        let moved = secretary.post(&path(id, "agenda"), &[("body", "Gemeenteraad"), ("date", &later)]).await;
        assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(moved.shows("Schrijf waarom het verplaatst wordt."), "{}", moved.body);
        let why = ("motive", "De raad valt een week later.");
        went_to(&secretary.post(&path(id, "agenda"), &[("body", "Gemeenteraad"), ("date", &later), why]).await, id);
        let read = house.as_role(Role::Researcher).get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("De raad valt een week later.") && read.shows("U kunt nu niets doen"), "{}", read.body);

        house.clock.advance_days(14);
        let put_off = begin.plus_days(100).to_string();
        let deciding = Case {
            act: "besluit",
            by: &decider,
            wrong: &[("outcome", "not-adopted"), ("words", "Er komen geen bomen."), ("date", &later)],
            kept: "Er komen geen bomen.",
            right: &[("outcome", "deferred"), ("words", "Eerst de riolering."), ("date", &later), ("until", &put_off), ("vote", "unaniem")],
            never: &[Role::ParticipationOfficer, Role::DepartmentHead, Role::CouncilSecretary],
        };
        walk(&house, id, &deciding).await;
        let decided = dossier(&house, id).await;
        assert_eq!((decided.state, decided.outcome), (State::Decided, Some(Outcome::Deferred)));
        let mut s = house.store().read().await.unwrap();
        let decision = carry::decision(&mut s, house.tenant(), id).await.unwrap().unwrap();
        assert_eq!((decision.body.as_str(), decision.until), ("Gemeenteraad", Some(begin.plus_days(100))));
        drop(s);
        neighbours(&house, id).await;

        let page = officer.get(&format!("/werk/dossiers/{id}")).await;
        for words in [
            "Schrijf het antwoord",
            "Eerst de riolering.",
            "Plant er vijf.",
            "Naast de school.",
            "Als het onderhoud in de begroting staat.",
        ] {
            assert!(page.shows(words), "«{words}» is not in {}", page.body);
        }
        assert!(!page.shows("⟦"), "{}", page.body);
        let english = house.as_role(Role::ParticipationOfficer).in_language("en").get(&format!("/werk/dossiers/{id}")).await;
        assert!(english.shows("Write the answer") && !english.shows("⟦"), "{}", english.body);
    }
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Screened).await;
        let before = entries(&house).await;
        let department = house.leyhoven.green.to_string();
        let forged = house.as_role(Role::ParticipationOfficer).without_token();
        assert_eq!(forged.post(&path(id, "toewijzen"), &[("department", &department)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(entries(&house).await, before);
    }
}

#[tokio::test]
async fn a_decision_against_the_advice_says_why_and_one_that_lies_ahead_is_refused() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::OnAgenda).await;
        let decider = house.as_role(Role::DecisionMaker);
        let (now, ahead) = (today(&house).to_string(), today(&house).plus_days(1).to_string());
        let words = ("words", "Er komen geen bomen.");
        let refused = decider.post(&path(id, "besluit"), &[("outcome", "not-adopted"), words, ("date", &now)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Dit besluit is anders dan het advies.") && refused.shows("Er komen geen bomen."), "{}", refused.body);
        let early = decider.post(&path(id, "besluit"), &[("outcome", "adopted"), words, ("date", &ahead)]).await;
        assert!(early.shows("Deze dag moet nog komen."), "{}", early.body);
        let endless = decider.post(&path(id, "besluit"), &[("outcome", "deferred"), words, ("date", &now)]).await;
        assert!(endless.shows("Kies tot welke dag"), "{}", endless.body);
        let why = ("deviation", "Er is geen geld.");
        went_to(&decider.post(&path(id, "besluit"), &[("outcome", "not-adopted"), words, ("date", &now), why]).await, id);
        assert_eq!(dossier(&house, id).await.outcome, Some(Outcome::NotAdopted));
    }
}

#[tokio::test]
async fn what_is_referred_or_parked_still_waits_for_an_answer() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let referred =
            [("verdict", "referred"), ("to", "report-point"), ("place", "bel 09 555 01 20"), ("motive", "Dit is een kapotte lamp.")];
        let parked = [("verdict", "parked"), ("theme", "Parkeren"), ("motive", "Dit project gaat niet over parkeren."), ("to", "")];
        for (fields, state) in [(referred, State::Referred), (parked, State::Parked)] {
            let id = contribution(&house, &process, "De lamp is stuk").await.dossier;
            check_privacy(&house, &dossier(&house, id).await).await;
            went_to(&officer.post(&path(id, "screening"), &fields).await, id);
            let after = dossier(&house, id).await;
            assert_eq!(after.state, state);
            assert!(after.until.is_some(), "an answer is owed by a day");
            let page = officer.get(&format!("/werk/dossiers/{id}")).await;
            assert!(page.shows("Schrijf het antwoord") && page.shows(fields[3].1.trim()) || page.shows("Parkeren"), "{}", page.body);
            assert!(officer.get("/werk").await.shows(&id.to_string()), "it stays on the desk until it is answered");
        }
    }
}

#[tokio::test]
async fn a_trial_keeps_its_last_day_for_everybody_to_see() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een fietsstraat").await.dossier;
        take_to(&house, id, State::OnAgenda).await;
        let decider = house.as_role(Role::DecisionMaker);
        let (now, last) = (today(&house).to_string(), today(&house).plus_days(180));
        let trial = [("outcome", "trial"), ("words", "De straat wordt een half jaar een fietsstraat."), ("date", now.as_str())];
        let refused = decider.post(&path(id, "besluit"), &[&trial[..], &[("until", now.as_str())]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("later dan de dag van het besluit") && refused.shows("een half jaar een fietsstraat"), "{}", refused.body);
        let ahead = last.to_string();
        went_to(&decider.post(&path(id, "besluit"), &[&trial[..], &[("until", ahead.as_str())]].concat()).await, id);
        let decided = dossier(&house, id).await;
        assert_eq!((decided.outcome, decided.decided.and_then(|it| it.until)), (Some(Outcome::Trial), Some(last)));
        let mut s = house.store().read().await.unwrap();
        assert_eq!(carry::decision(&mut s, house.tenant(), id).await.unwrap().unwrap().until, Some(last), "{engine}");
        drop(s);
        let read = house.as_role(Role::Specialist).get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("De proef loopt tot en met"), "{}", read.body);
    }
}

#[tokio::test]
async fn what_is_kept_until_a_day_is_on_the_desk_again_by_that_day_and_can_be_taken_up() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let receipt = contribution(&house, &process, "Parkeren bij de kerk").await;
        let id = receipt.dossier;
        check_privacy(&house, &dossier(&house, id).await).await;
        let (past, day) = (today(&house).to_string(), today(&house).plus_days(60));
        let ahead = day.to_string();
        let parked = [("verdict", "parked"), ("theme", "Parkeren"), ("motive", "Dit project gaat niet over parkeren.")];
        let refused = officer.post(&path(id, "screening"), &[&parked[..], &[("until", past.as_str())]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Kies een dag die nog komt.") && refused.shows("gaat niet over parkeren"), "{}", refused.body);
        went_to(&officer.post(&path(id, "screening"), &[&parked[..], &[("until", ahead.as_str())]].concat()).await, id);
        let hand = carry::testing::Hand::of(&house, Role::ParticipationOfficer);
        let (contribution, answer) = (receipt.id, kernel::AnswerId::new(house.app.clock.now(), house.app.random.as_ref()));
        store::write!(house.store(), [hand], |tx| {
            let told = journey::evidence::Motivation::by_answer(answer, contribution);
            journey::record(tx, &hand.doing(), id, journey::Step::Answered(told)).await
        })
        .await
        .unwrap();
        let kept = dossier(&house, id).await;
        assert_eq!((kept.state, kept.put_off_until()), (State::Reaction, Some(day)));
        let mut s = house.store().read().await.unwrap();
        assert_eq!(journey::replay(&mut s, house.tenant(), id).await.unwrap(), kept, "{engine}");
        drop(s);
        house.clock.advance_days(50);
        assert!(!officer.get("/werk").await.shows(&id.to_string()), "not yet");
        assert!(officer.get("/werk?stand=uitgesteld").await.shows(&id.to_string()), "{engine}: it is found among what was kept");
        house.clock.advance_days(3);
        let desk = officer.get("/werk").await;
        assert!(desk.shows(&id.to_string()) && desk.shows("wie dit weer oppakt"), "{engine}: {}", desk.body);
        let form = officer.get(&path(id, "weer-oppakken")).await;
        assert!(form.shows(&format!("Uitgesteld of bewaard tot {} ", day.day())), "{engine}: {}", form.body);
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::DecisionMaker, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&path(id, "weer-oppakken"), &[]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before, "nothing changed");
        went_to(&officer.post(&path(id, "weer-oppakken"), &[]).await, id);
        let again = dossier(&house, id).await;
        assert_eq!((again.state, again.kept_until), (State::Screened, None), "a department is sought");
    }
}

#[tokio::test]
async fn twice_handed_back_is_brought_to_a_table_before_anybody_else_is_asked() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        let officer = house.as_role(Role::ParticipationOfficer);
        take_to(&house, id, State::Screened).await;
        let (space, green) = (house.leyhoven.public_space.to_string(), house.leyhoven.green.to_string());
        let day = today(&house).plus_days(3).to_string();
        let table = [("party", space.as_str()), ("party", green.as_str()), ("date", day.as_str()), ("subject", "Van wie is dit?")];
        let call = "Roep de diensten aan tafel";
        let before = entries(&house).await;
        assert_eq!(officer.post(&path(id, "tafel"), &table).await.status, StatusCode::CONFLICT, "nobody was asked yet");
        assert!(!officer.get(&format!("/werk/dossiers/{id}")).await.shows(call));
        assert_eq!(entries(&house).await, before);
        for department in [house.leyhoven.public_space, house.leyhoven.green] {
            went_to(&officer.post(&path(id, "toewijzen"), &[("department", &department.to_string())]).await, id);
            let back = house.as_head_of(department).post(&path(id, "teruggeven"), &[("reason", "Niet van ons.")]).await;
            went_to(&back, id);
        }
        let page = officer.get(&format!("/werk/dossiers/{id}")).await;
        assert!(page.shows("ligt stil sinds") && page.shows(call), "{}", page.body);
        let before = entries(&house).await;
        for role in [Role::DecisionMaker, Role::Specialist, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&path(id, "tafel"), &table).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before, "nothing changed");
        went_to(&officer.post(&path(id, "tafel"), &table).await, id);
        let at = dossier(&house, id).await;
        assert_eq!((at.state, at.department), (State::Table, None));
        assert!(officer.get("/werk").await.shows(&id.to_string()), "whoever called the table writes down what came of it");
        let agreed = [("present", space.as_str()), ("present", green.as_str()), ("agreement", "Groen neemt het."), ("department", &green)];
        went_to(&officer.post(&path(id, "tafel/afspraken"), &agreed).await, id);
        let at = dossier(&house, id).await;
        assert_eq!((at.state, at.asked), (State::Assigned, Some(house.leyhoven.green)), "it still takes it by itself");
        let mut s = house.store().read().await.unwrap();
        assert_eq!(journey::replay(&mut s, house.tenant(), id).await.unwrap(), at);
    }
}

#[tokio::test]
async fn twice_handed_back_strands_and_reminds_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        let officer = house.as_role(Role::ParticipationOfficer);
        take_to(&house, id, State::Screened).await;
        for department in [house.leyhoven.public_space, house.leyhoven.green] {
            went_to(&officer.post(&path(id, "toewijzen"), &[("department", &department.to_string())]).await, id);
            let head = house.as_head_of(department);
            assert!(!head.get(&path(id, "teruggeven")).await.shows("⟦"));
            let refused = head.post(&path(id, "teruggeven"), &[("reason", "")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            let before = entries(&house).await;
            for role in [Role::Specialist, Role::ParticipationOfficer, Role::Researcher] {
                let other = house.as_role(role).post(&path(id, "teruggeven"), &[("reason", "x")]).await;
                assert_eq!(other.status, StatusCode::FORBIDDEN);
            }
            assert_eq!(entries(&house).await, before);
            let reason = [("reason", "Dit hoort bij de andere dienst.")];
            went_to(&head.post(&path(id, "teruggeven"), &reason).await, id);
            let again = head.post(&path(id, "teruggeven"), &reason).await;
            assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.body);
            assert!(again.shows("Dit kan nu niet"));
        }
        assert_eq!(dossier(&house, id).await.bounces, 2);
        let page = officer.get(&format!("/werk/dossiers/{id}")).await;
        assert!(page.shows("ligt stil sinds") && page.shows("Dit hoort bij de andere dienst."), "{}", page.body);

        let civil = house.leyhoven.tenant.civil.clone();
        let tenant = house.tenant();
        for _ in 0..2 {
            store::write!(house.store(), [civil], |tx| carry::jobs::begin(tx, tenant, &civil).await).await.unwrap();
        }
        let worker = worker(&house);
        worker.work_once().await.unwrap();
        let reminded = || async {
            let mut s = house.store().read().await.unwrap();
            let found = store::journal::latest(&mut s, tenant, Some("reminder"), None, 1000).await.unwrap();
            found.into_iter().filter(|it| it.body["code"] == "X2").count()
        };
        assert_eq!(reminded().await, 1);
        for _ in 0..3 {
            house.clock.advance_days(1);
            worker.work_once().await.unwrap();
        }
        assert_eq!(reminded().await, 1, "once per stranding");
    }
}

#[tokio::test]
async fn over_its_term_the_holder_hears_and_five_days_later_the_head() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        let until = take_to(&house, id, State::Assessed).await.until.unwrap();
        let (civil, tenant) = (house.leyhoven.tenant.civil.clone(), house.tenant());
        let worker = worker(&house);
        let to = || async {
            let mut s = house.store().read().await.unwrap();
            let found = store::journal::latest(&mut s, tenant, Some("reminder"), None, 1000).await.unwrap();
            found.into_iter().map(|it| (it.body["rung"].as_str().unwrap().to_owned(), it.body["to"].clone())).collect::<Vec<_>>()
        };
        house.clock.set(civil.zone.start_of(until));
        store::write!(house.store(), [civil], |tx| carry::jobs::begin(tx, tenant, &civil).await).await.unwrap();
        worker.work_once().await.unwrap();
        assert_eq!(to().await, [], "the last day is not over");
        house.clock.set(civil.zone.start_of(until.plus_days(1)).plus_seconds(7 * 3600));
        worker.work_once().await.unwrap();
        let specialist = serde_json::json!([house.account(Role::Specialist)]);
        assert_eq!(to().await, [("owner".to_owned(), specialist.clone())]);
        for day in 2..=7 {
            house.clock.set(civil.zone.start_of(until.plus_days(day)).plus_seconds(7 * 3600));
            worker.work_once().await.unwrap();
        }
        let head = serde_json::json!([house.account(Role::DepartmentHead)]);
        assert_eq!(to().await, [("head".to_owned(), head), ("owner".to_owned(), specialist)]);
        let desk = house.as_role(Role::Specialist).get("/werk?lijst=te-laat").await;
        assert!(desk.shows(&id.to_string()) && desk.shows("Ligt stil sinds"), "{}", desk.body);
    }
}

#[tokio::test]
async fn decided_but_not_answered_strands_with_whoever_answers() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        let until = take_to(&house, id, State::Decided).await.until.unwrap();
        let (civil, tenant) = (house.leyhoven.tenant.civil.clone(), house.tenant());
        house.clock.set(civil.zone.end_of(until));
        store::write!(house.store(), [civil], |tx| carry::jobs::begin(tx, tenant, &civil).await).await.unwrap();
        worker(&house).work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let found = store::journal::latest(&mut s, tenant, Some("reminder"), None, 1000).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].body["code"], "X7");
        let officer = serde_json::to_value(house.account(Role::ParticipationOfficer)).unwrap();
        assert!(found[0].body["to"].as_array().unwrap().contains(&officer), "{:?}", found[0].body);
    }
}

/// A published process whose charter gives the decision to somebody with a mandate.
async fn mandated_process(house: &TestHouse, decider: design::Decider) -> design::Process {
    let at = house.app.clock.now();
    let id = kernel::ProcessId::new(at, house.app.random.as_ref());
    let mut draft = design::testing::whole_draft("Kleine ingrepen in de wijk", today(house));
    draft.decider = Some(decider);
    let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
    store::write!(house.store(), [draft, civil], |tx| {
        let act = journey::Act { tenant, actor: &kernel::Actor::System, at, civil: &civil };
        design::create(tx, &act, design::NewProcess { id, slug: None, draft: draft.clone() }).await?;
        design::publish(tx, &act, id).await
    })
    .await
    .unwrap();
    let mut s = house.store().read().await.unwrap();
    design::process(&mut s, tenant, id).await.unwrap().unwrap()
}

#[tokio::test]
async fn whom_the_charter_gives_the_mandate_decides_without_an_agenda_and_nobody_else() {
    for engine in engines() {
        let house = house(engine).await;
        let now = today(&house).to_string();
        let decision =
            |outcome| [("outcome", outcome), ("body", "Diensthoofd Openbaar domein"), ("words", "Het gebeurt zo."), ("date", now.as_str())];

        let by_head = mandated_process(&house, design::Decider::DepartmentHead).await;
        let id = contribution(&house, &by_head, "Een bank aan de bushalte").await.dossier;
        take_to(&house, id, State::FrameCheck).await;
        let head = house.as_role(Role::DepartmentHead);
        let early = head.post(&path(id, "besluit"), &decision("adopted")).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.shows("alleen een ‘nee’"), "{}", early.body);
        take_to(&house, id, State::AdviceReady).await;
        assert!(head.get("/werk").await.shows(&id.to_string()), "the ready advice waits for the mandated head");
        let before = entries(&house).await;
        assert_eq!(
            house.as_head_of(house.leyhoven.green).post(&path(id, "besluit"), &decision("adopted")).await.status,
            StatusCode::FORBIDDEN
        );
        for role in [Role::DecisionMaker, Role::ParticipationOfficer, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&path(id, "besluit"), &decision("adopted")).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before);
        let brief = head.get(&path(id, "besluit")).await;
        for words in ["Het hoofd van de bevoegde afdeling", "Mandaat: Gemeenteraad", "Kadertoets", "Het advies: Past", "Doe het."] {
            assert!(brief.shows(words), "«{words}» is not in {}", brief.body);
        }
        let nobody = head.post(&path(id, "besluit"), &[("outcome", "adopted"), ("words", "Het gebeurt zo."), ("date", &now)]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        went_to(&head.post(&path(id, "besluit"), &decision("adopted")).await, id);
        assert_eq!(dossier(&house, id).await.outcome, Some(Outcome::Adopted));

        // The fast lane of F4: a small matter in an area, straight after screening.
        let by_manager = mandated_process(&house, design::Decider::NeighbourhoodManager).await;
        let id = contribution(&house, &by_manager, "De vuilbak is te klein").await.dossier;
        take_to(&house, id, State::Screened).await;
        let manager = house.as_role(Role::NeighbourhoodManager);
        went_to(&manager.post(&path(id, "besluit"), &decision("adopted")).await, id);
        assert_eq!(dossier(&house, id).await.state, State::Decided);
    }
}

#[tokio::test]
async fn a_note_sent_twice_is_one_note_and_stays_inside() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        let note = kernel::TextId::new(house.app.clock.now(), house.app.random.as_ref()).to_string();
        let noting = Case {
            act: "notities",
            by: &specialist,
            wrong: &[("id", &note), ("words", "")],
            kept: &note,
            right: &[("id", &note), ("words", "Bel eerst de school.")],
            never: &[],
        };
        walk(&house, id, &noting).await;
        let read = house.as_role(Role::Researcher).get(&path(id, "notities")).await;
        assert_eq!(read.body.matches("Bel eerst de school.").count(), 1);
        assert!(!read.shows("Uw notitie"), "who only reads gets no form");
    }
}

#[tokio::test]
async fn whoever_screens_and_checks_sees_what_is_planned_there_with_the_plan_quoted() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let (green, molenveld) = (house.leyhoven.green, house.leyhoven.molenveld);
        let known = design::testing::whole_plan("Woningen op de bleek", green, Some(molenveld), None);
        let secret = design::NewPlan { public: false, ..design::testing::whole_plan("Nog geheim", green, Some(molenveld), None) };
        design::testing::kept_plan(house.store(), &house.leyhoven, known).await;
        design::testing::kept_plan(house.store(), &house.leyhoven, secret).await;
        let at = house.app.clock.now();
        let new = voice::NewContribution {
            place: voice::Place { area: Some(molenveld), ..voice::Place::nowhere() },
            ..voice::NewContribution::idea(
                kernel::ContributionId::new(at, house.app.random.as_ref()),
                process.id,
                kernel::Line::new("Een moestuin", 100).unwrap(),
                kernel::Language::NL,
                journey::Channel::Online,
                today(&house),
            )
        };
        let (civil, tenant) = (house.leyhoven.tenant.civil.clone(), house.tenant());
        let receipt = store::write!(house.store(), [civil, new], |tx| {
            let doing = journey::Act { tenant, actor: &kernel::Actor::Resident, at, civil: &civil };
            voice::receive(tx, &doing, new.clone()).await
        })
        .await
        .unwrap();
        let id = receipt.dossier;
        check_privacy(&house, &dossier(&house, id).await).await;
        let screening = house.as_role(Role::ParticipationOfficer).get(&path(id, "screening")).await;
        for words in
            ["Woningen op de bleek", "Nog geheim", "nog niet openbaar", "Wat er tussen de huizen komt", "Een plan is geen afwijzing"]
        {
            assert!(screening.shows(words), "{words}: {}", screening.body);
        }

        take_to(&house, id, State::FrameCheck).await;
        let specialist = house.as_role(Role::Specialist);
        let frames = specialist.get(&path(id, "kadertoets")).await;
        assert!(frames.shows("Het oordeel en de tekst zijn een voorstel") && !frames.shows("⟦"), "{}", frames.body);
        let rule = frames.body.split("name=\"plans-rule\"").nth(1).and_then(|rest| rest.split("</textarea>").next()).expect("the rule");
        assert!(rule.contains("Woningen op de bleek") && rule.contains("In voorbereiding"), "{rule}");
        assert!(!rule.contains("Nog geheim"), "what is not public is not quoted in what becomes public: {rule}");
        let all = [("legal", "fits"), ("financial", "fits"), ("practical", "fits")];
        let without = specialist.post(&path(id, "kadertoets"), &all).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "the plans that exist are a frame of their own");
        let rule = "Op de weide komen woningen. In de strook langs de Rozenlaan kan het wel.";
        let plan = [("plans", "fits-if"), ("plans-rule", rule), ("plans-firmness", "adjustable"), ("legal-firmness", "essential")];
        // A mistake elsewhere loses no mark.
        let half = specialist.post(&path(id, "kadertoets"), &plan).await;
        let mark = half.body.split("name=\"plans-firmness\" value=\"adjustable\"").nth(1).map(|rest| rest.starts_with(" checked"));
        assert_eq!((half.status, mark), (StatusCode::UNPROCESSABLE_ENTITY, Some(true)), "{}", half.body);
        let checked = specialist.post(&path(id, "kadertoets"), &[&all[..], &plan[..]].concat()).await;
        went_to(&checked, id);
        let dossier = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(dossier.shows(rule) && dossier.shows("Dit kan aangepast worden door wie de regel maakte."), "{}", dossier.body);
        let mut s = house.store().read().await.unwrap();
        let kept: Vec<_> = carry::frames(&mut s, house.tenant(), id).await.unwrap().iter().map(|it| it.firmness).collect();
        let expected = [None, None, None, Some(carry::Firmness::Adjustable)];
        assert_eq!(kept, expected, "of what fits as it is there is no rule to depart from");
    }
}

#[tokio::test]
async fn an_initiative_stays_with_its_residents_and_the_municipality_says_what_it_does_and_why() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_as(&house, "Bewoners beginnen iets", design::Variant::Initiative, |_| {}).await;
        let shown = house.visitor().get("/processen/bewoners-beginnen-iets/afspraken").await;
        assert!(shown.shows("Dit is van u. U begint iets, en het blijft van u."), "{}", shown.body);
        let one = contribution(&house, &process, "Een buurtkast").await;
        let other = contribution(&house, &process, "Nog een buurtkast").await;
        take_to(&house, one.dossier, State::Screened).await;
        take_to(&house, other.dossier, State::Screened).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let before = entries(&house).await;
        let merged = officer.post(&path(one.dossier, "samenvoegen"), &[("numbers", other.number.as_str())]).await;
        assert_eq!(merged.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", merged.body);
        assert!(merged.shows("Initiatieven van bewoners voegt u niet samen"), "{}", merged.body);
        assert_eq!(entries(&house).await, before, "nothing changed");

        let id = one.dossier;
        take_to(&house, id, State::OnAgenda).await;
        let body = house.as_role(Role::DecisionMaker);
        let form = body.get(&path(id, "besluit")).await;
        assert!(form.shows("Wat doet de gemeente met dit initiatief?") && form.shows("De gemeente houdt dit tegen"), "{}", form.body);
        assert!(!form.body.contains("name=\"outcome\"") && !form.shows("⟦"), "nothing to decide: {}", form.body);
        let day = today(&house).to_string();
        let rest = [("date", day.as_str()), ("words", "U mag de kast op het plein zetten.")];
        let before = entries(&house).await;
        for (wrong, why) in [
            (vec![("outcome", "adopted")], "Kies wat de gemeente doet"),
            (vec![("response", "help")], "Zonder reden grijpt de gemeente niet in"),
            (vec![("response", "afgekeurd"), ("response-motive", "Daarom.")], "Kies wat de gemeente doet"),
        ] {
            let refused = body.post(&path(id, "besluit"), &[&rest[..], &wrong[..]].concat()).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(refused.shows(why) && refused.shows("U mag de kast op het plein zetten."), "{wrong:?}: {}", refused.body);
        }
        let right = [&rest[..], &[("response", "help"), ("response-motive", "De plek is vrij en er is materiaal over.")]].concat();
        for role in [Role::ParticipationOfficer, Role::DepartmentHead, Role::Specialist, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&path(id, "besluit"), &right).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        // Also without the form nobody decides over it.
        let hand = carry::testing::Hand::of(&house, Role::DecisionMaker);
        let deciding = carry::Deciding {
            outcome: Outcome::Adopted,
            body: None,
            date: today(&house),
            until: None,
            vote: None,
            published: None,
            words: carry::testing::said("Wij nemen het over."),
            deviation: None,
            response: None,
        };
        let taken =
            store::write!(house.store(), [hand, deciding], |tx| { carry::act::decide(tx, &hand.doing(), id, &deciding).await }).await;
        assert!(matches!(taken, Err(carry::act::Refusal::Rule(carry::act::Rule::ResponseMissing))), "{taken:?}");
        assert_eq!(entries(&house).await, before, "nothing changed");

        went_to(&body.post(&path(id, "besluit"), &right).await, id);
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.outcome), (State::Decided, Some(Outcome::SelfWithSupport)));
        let read = body.get(&format!("/werk/dossiers/{id}")).await;
        for words in ["De gemeente helpt", "De plek is vrij en er is materiaal over.", "Van wie is dit?"] {
            assert!(read.shows(words), "{words}: {}", read.body);
        }
        // What the municipality asked itself is decided, not responded to.
        let asked = design::testing::published_process(&house).await;
        let plain = contribution(&house, &asked, "Een bank").await.dossier;
        take_to(&house, plain, State::OnAgenda).await;
        let responding = carry::Deciding {
            response: Some((carry::Response::Block, carry::testing::said("Nee."))),
            outcome: Outcome::NotAdopted,
            body: None,
            date: today(&house),
            until: None,
            vote: None,
            published: None,
            words: carry::testing::said("Dit gaat niet door."),
            deviation: Some(carry::testing::said("Het is te duur.")),
        };
        let hand = carry::testing::Hand::of(&house, Role::DecisionMaker);
        let refused =
            store::write!(house.store(), [hand, responding], |tx| { carry::act::decide(tx, &hand.doing(), plain, &responding).await })
                .await;
        assert!(matches!(refused, Err(carry::act::Refusal::Rule(carry::act::Rule::NoInitiative))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_reaction_on_a_plan_has_a_formal_reply_and_goes_to_the_competent_body() {
    for engine in engines() {
        let house = house(engine).await;
        let plan = design::testing::whole_plan("Woningen op de bleek", house.leyhoven.green, Some(house.leyhoven.molenveld), None);
        let plan = design::testing::kept_plan(house.store(), &house.leyhoven, plan).await;
        let process =
            design::testing::published_as(&house, "Uw reactie", design::Variant::Reaction, |draft| draft.plan = Some(plan.id)).await;
        let agreements = house.visitor().get("/processen/uw-reactie/afspraken").await;
        assert!(agreements.shows("/plannen/woningen-op-de-bleek") && agreements.shows("Elke reactie krijgt een schriftelijk antwoord"));
        let begun = house.visitor().get("/processen/uw-reactie/bijdragen").await;
        assert!(begun.shows("U reageert op een plan dat openbaar is"), "{}", begun.body);
        let id = contribution(&house, &process, "Te hoog aan de rand").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        let form = specialist.get(&path(id, "advies")).await;
        assert!(form.shows("De antwoordnota") && !form.shows("⟦"), "{}", form.body);
        let advice = [("fit", "fits"), ("words", "Drie lagen volstaan."), ("motive", "De zonnestudie toont het.")];
        let before = entries(&house).await;
        let refused = specialist.post(&path(id, "advies"), &advice).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Zonder antwoordnota kan het advies niet weg") && refused.shows("Drie lagen volstaan."), "{}", refused.body);
        let reply = [("plan-change", "partly"), ("reply", "U krijgt gelijk voor de winter. Er komen drie lagen.")];
        let whole = [&advice[..], &reply[..]].concat();
        for role in [Role::CouncilSecretary, Role::Moderator, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&path(id, "advies"), &whole).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before, "nothing changed");
        went_to(&specialist.post(&path(id, "advies"), &whole).await, id);
        let read = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("Het plan wordt voor een deel aangepast") && read.shows("U krijgt gelijk voor de winter."), "{}", read.body);

        // Nobody decides by mandate: neither before it stands on an agenda, nor whoever heads the department.
        let decision = [("outcome", "partly"), ("date", "2026-03-02"), ("words", "Zo."), ("body", "Het diensthoofd")];
        let body = house.as_role(Role::DecisionMaker);
        assert_eq!(body.post(&path(id, "besluit"), &decision).await.status, StatusCode::CONFLICT, "it stands on no agenda");
        assert_eq!(house.as_role(Role::DepartmentHead).post(&path(id, "besluit"), &decision).await.status, StatusCode::FORBIDDEN);
        assert_eq!(dossier(&house, id).await.state, State::AdviceReady);
        take_to(&house, id, State::Decided).await;
    }
}

#[tokio::test]
async fn partners_of_a_joint_dossier_are_named_and_sit_at_the_table() {
    for engine in engines() {
        let house = house(engine).await;
        let partner = house.leyhoven.de_kring;
        let process = design::testing::published_as(&house, "Samen", design::Variant::Joint, |draft| draft.partners = vec![partner]).await;
        let agreements = house.visitor().get("/processen/samen/afspraken").await;
        assert!(agreements.shows("Zij zijn mede-eigenaar") && agreements.shows("De Kring"), "{}", agreements.body);
        let id = contribution(&house, &process, "Een buurtkeuken").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let read = house.as_role(Role::Specialist).get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("De Kring"), "named with the department that has it: {}", read.body);
        let officer = house.as_role(Role::ParticipationOfficer);
        let (space, green, ring) = (house.leyhoven.public_space.to_string(), house.leyhoven.green.to_string(), partner.to_string());
        let day = today(&house).plus_days(5).to_string();
        let table = [("party", space.as_str()), ("party", green.as_str()), ("date", day.as_str()), ("subject", "Wie beheert de keuken?")];
        let before = entries(&house).await;
        let refused = officer.post(&path(id, "tafel"), &table).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Nodig minstens één partner uit die mede-eigenaar is") && refused.shows("Wie beheert de keuken?"));
        let whole = [&table[..], &[("partner", ring.as_str())]].concat();
        assert_eq!(house.as_role(Role::Researcher).post(&path(id, "tafel"), &whole).await.status, StatusCode::FORBIDDEN);
        assert_eq!(entries(&house).await, before, "nothing changed");
        went_to(&officer.post(&path(id, "tafel"), &whole).await, id);
        let mut s = house.store().read().await.unwrap();
        assert_eq!(carry::meetings(&mut s, house.tenant(), id).await.unwrap()[0].partners, [partner]);
    }
}
