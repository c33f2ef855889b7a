//! What everybody sees of a dossier that lies still (F3), one scenario for each reason up to the answer: when the day passes
//! it stands on the public page in plain words, somebody is told to act, and it goes when that was done. What lies still
//! after the answer (X8, X10, X11) is told by `deliver`. Time is moved by the clock of the house.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, take_to, worker};
use journey::State;
use kernel::DossierId;
use people::testing::{Options, Page, TestHouse};
use people::{Role, Scope};
use std::sync::Arc;
use store::testing::engines;
use voice::Receipt;

async fn house(engine: store::Engine) -> TestHouse {
    let migrations = [design::MIGRATIONS, voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let options = Options { holders: vec![Arc::new(answer::Answers)], ..Options::default() };
    let house = TestHouse::open_with(engine, &migrations, &texts, routes, options).await;
    let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
    store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
    worker(&house).work_once().await.unwrap();
    house
}

/// A contribution that stands in `state`, with its words public.
async fn at(house: &TestHouse, state: State) -> Receipt {
    let process = design::testing::published_process(house).await;
    let receipt = contribution(house, &process, "Bomen op het plein").await;
    take_to(house, receipt.dossier, state).await;
    receipt
}

/// Days pass, each with the work of its morning.
async fn days(house: &TestHouse, days: i64) {
    for _ in 0..days {
        house.clock.advance_days(1);
        worker(house).work_once().await.unwrap();
    }
}

async fn public(house: &TestHouse, receipt: &Receipt) -> Page {
    for language in ["en", "ar"] {
        let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language}: {}", page.body);
    }
    house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await
}

/// It lies still for everybody to see, in these words; and who was told of which reason.
async fn lies_still(house: &TestHouse, receipt: &Receipt, code: &str, words: &str, told: Role) {
    let page = public(house, receipt).await;
    assert!(page.shows("ligt stil bij") && page.shows(words), "{code}: {}", page.body);
    let mut s = house.store().read().await.unwrap();
    let found = store::journal::latest(&mut s, house.tenant(), Some("reminder"), None, 1000).await.unwrap();
    let of_it = |it: &&store::journal::Recorded| it.body["code"] == code && it.body["dossier"] == serde_json::json!(receipt.dossier);
    let account = serde_json::json!(house.account(told));
    let reminded = found.iter().filter(of_it).any(|it| it.body["to"].as_array().unwrap().contains(&account));
    assert!(reminded, "{code}: {told} was not told: {:?}", found.iter().map(|it| &it.body).collect::<Vec<_>>());
}

async fn moves(house: &TestHouse, receipt: &Receipt, words: &str) {
    let page = public(house, receipt).await;
    assert!(!page.shows(words), "«{words}» is still told: {}", page.body);
}

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

fn today(house: &TestHouse) -> String {
    house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string()
}

#[tokio::test]
async fn x1_the_term_of_a_state_is_over_until_the_work_is_done() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let over = "De termijn is voorbij";
        moves(&house, &it, over).await;
        days(&house, 31).await;
        lies_still(&house, &it, "X1", over, Role::Specialist).await;
        days(&house, 5).await;
        lies_still(&house, &it, "X1", over, Role::DepartmentHead).await;
        take_to(&house, it.dossier, State::AdviceReady).await;
        moves(&house, &it, over).await;
    }
}

#[tokio::test]
async fn x2_no_department_accepts_until_one_does() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assigned).await;
        let nobody = "Geen dienst neemt dit aan";
        moves(&house, &it, nobody).await;
        days(&house, 9).await;
        lies_still(&house, &it, "X2", nobody, Role::DepartmentHead).await;
        lies_still(&house, &it, "X2", nobody, Role::ParticipationOfficer).await;
        let (officer, green) = (house.as_role(Role::ParticipationOfficer), house.leyhoven.green.to_string());
        let space = house.leyhoven.public_space.to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &today(&house)), ("subject", "Van wie is dit?")];
        went(&officer.post(&path(it.dossier, "tafel"), &table).await);
        moves(&house, &it, nobody).await;
        let agreed = [("present", green.as_str()), ("present", &space), ("agreement", "Wij nemen het."), ("department", &space)];
        went(&officer.post(&path(it.dossier, "tafel/afspraken"), &agreed).await);
        take_to(&house, it.dossier, State::FrameCheck).await;
        days(&house, 9).await;
        moves(&house, &it, nobody).await;
    }
}

#[tokio::test]
async fn x3_another_department_objects_until_that_is_settled() {
    for engine in engines() {
        let house = house(engine).await;
        let green = house.leyhoven.green;
        house.give(house.account(Role::Controller), Role::Specialist, Scope::Department(green)).await.unwrap();
        let it = at(&house, State::Assessed).await;
        let open = "Een andere dienst heeft een bezwaar dat niet is afgehandeld";
        let green = green.to_string();
        let words = "De bomen staan op de leiding. Verleggen kost geld.";
        let fields = [("department", green.as_str()), ("nature", "costs"), ("euros", "1200"), ("words", words)];
        let colleague = house.as_role(Role::Controller);
        went(&colleague.post(&path(it.dossier, "bezwaar"), &fields).await);
        moves(&house, &it, open).await;
        let page = public(&house, &it).await;
        for seen in ["Groen heeft een bezwaar sinds", "kosten", "1.200", "Nog niet afgehandeld.", words] {
            assert!(page.shows(seen), "«{seen}»: {}", page.body);
        }
        days(&house, 15).await;
        lies_still(&house, &it, "X3", open, Role::ParticipationOfficer).await;
        let number = dossier(&house, it.dossier).await.objections[0].number;
        let met = format!("{number}-met");
        let measure = "De bomen komen naast de leiding.";
        went(&colleague.post(&path(it.dossier, "bezwaar/einde"), &[("ending", met.as_str()), ("motive", measure)]).await);
        moves(&house, &it, open).await;
        let page = public(&house, &it).await;
        assert!(page.shows("Opgelost met een maatregel") && page.shows(measure) && page.shows(words), "{}", page.body);
    }
}

#[tokio::test]
async fn x4_means_of_another_department_are_awaited_until_it_answers() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let waits = "Wacht op geld of mensen van een andere dienst";
        let finance = house.leyhoven.finance.to_string();
        let fields = [("department", finance.as_str()), ("euros", "900"), ("purpose", "Drie bomen.")];
        went(&house.as_role(Role::Specialist).post(&path(it.dossier, "middelen"), &fields).await);
        moves(&house, &it, waits).await;
        days(&house, 31).await;
        lies_still(&house, &it, "X4", waits, Role::BudgetHolder).await;
        went(&house.as_role(Role::BudgetHolder).post(&path(it.dossier, "middelen/antwoord"), &[("answer", "yes")]).await);
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld en plaats.")];
        went(&house.as_role(Role::Specialist).post(&path(it.dossier, "advies"), &advice).await);
        moves(&house, &it, waits).await;
    }
}

#[tokio::test]
async fn x5_values_conflict_until_somebody_chooses() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let conflict = "Er botsen waarden, en niemand koos";
        let open =
            [("value", "lawfulness"), ("value", "involvement"), ("dilemma", "rules-flexibility"), ("options", "Nu, of volgend jaar.")];
        let specialist = house.as_role(Role::Specialist);
        went(&specialist.post(&path(it.dossier, "waarden"), &open).await);
        moves(&house, &it, conflict).await;
        days(&house, 15).await;
        lies_still(&house, &it, "X5", conflict, Role::Specialist).await;
        let review = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(200).to_string();
        let chosen = [("strategy", "prioritise"), ("motive", "De veiligheid gaat voor."), ("review", review.as_str())];
        went(&specialist.post(&path(it.dossier, "waarden"), &[open.as_slice(), &chosen].concat()).await);
        moves(&house, &it, conflict).await;
        assert!(public(&house, &it).await.shows("De veiligheid gaat voor."));
    }
}

#[tokio::test]
async fn x6_a_ready_advice_is_on_no_agenda_until_it_is() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::AdviceReady).await;
        let nowhere = "Het advies is klaar, maar staat nog op geen agenda";
        moves(&house, &it, nowhere).await;
        days(&house, 16).await;
        lies_still(&house, &it, "X6", nowhere, Role::CouncilSecretary).await;
        lies_still(&house, &it, "X6", nowhere, Role::DecisionMaker).await;
        take_to(&house, it.dossier, State::OnAgenda).await;
        moves(&house, &it, nowhere).await;
    }
}

#[tokio::test]
async fn x7_decided_is_not_fed_back_until_the_author_is_answered() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Decided).await;
        let owed = "Beslist, maar nog niet beantwoord";
        moves(&house, &it, owed).await;
        days(&house, 16).await;
        lies_still(&house, &it, "X7", owed, Role::ParticipationOfficer).await;
        let answer = [
            ("done", "Wij hebben uw plan voor bomen op het plein uitgerekend en getekend."),
            ("criterion", "De brandweer moet er altijd door kunnen."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "antwoord"), &answer).await);
        moves(&house, &it, owed).await;
    }
}
