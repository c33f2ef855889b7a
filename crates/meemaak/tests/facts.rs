//! What rooms tell the design guide of a process as it goes: each rule speaks in one journey and keeps quiet in another, by acts
//! and by nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::across::{Weighing, weigh};
use carry::testing::{Hand, decide, received, said, take_to};
use design::{GuideMoment, Process};
use evidence::{Fact, Knowledge};
use journey::{Outcome, State};
use kernel::{Clock, Date, DossierId};
use people::Role;
use people::testing::{Options, TestHouse};
use std::collections::BTreeSet;
use store::Engine;
use store::testing::engines;
use voice::Answering;

/// Computed rules that look at something nobody records here yet, or that the house does not let come to be. The guide names
/// them; the number is published in the handbook.
const SILENT: [(&str, &str); 18] = [
    ("C014", "no answer is published without what was done"),
    ("C027", "questionnaires"),
    ("C032", "the measurement plan"),
    ("C039", "the measurement plan"),
    ("C047", "no refusal is published without its reason"),
    ("C057", "the measurement plan"),
    ("C082", "questionnaires"),
    ("C089", "the measurement plan"),
    ("C110", "whether what was realised can be seen in the neighbourhood"),
    ("C114", "questionnaires"),
    ("C117", "the evaluation"),
    ("C118", "the evaluation"),
    ("C136", "the evaluation"),
    ("C143", "promises of another department's means"),
    ("C144", "clashes with a plan"),
    ("C146", "proposals outside the yearly plan"),
    ("C156", "which perspective prevailed"),
    ("C157", "whether cases were compared"),
];

/// The rules that speak below, and the others that other rooms' facts can make speak.
const TOLD: [&str; 16] =
    ["C009", "C048", "C055", "C090", "C120", "C121", "C138", "C140", "C141", "C150", "C153", "C154", "C159", "C165", "C171", "C172"];

#[test]
fn the_rules_that_keep_quiet_are_counted() {
    let knowledge = Knowledge::shipped().unwrap();
    let told: BTreeSet<Fact> = meemaak::house::facts().iter().flat_map(|room| room.makes().iter().copied()).collect();
    let made: BTreeSet<Fact> = design::made_facts().union(&told).copied().collect();
    let silent: BTreeSet<&str> = knowledge.silent(&made).iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(silent, SILENT.iter().map(|(id, _)| *id).collect());
    let alone: BTreeSet<&str> = knowledge.silent(&design::made_facts()).iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(alone.difference(&silent).copied().collect::<Vec<_>>(), TOLD);
    // One room makes each fact, and the guide has a place for it.
    let all: Vec<Fact> = meemaak::house::facts().iter().flat_map(|room| room.makes().iter().copied()).collect();
    assert_eq!(all.len(), told.len());
    assert!(all.iter().all(|fact| design::told_by_others(*fact) && GuideMoment::Course.place_of(*fact) == Some("told")));
    // The handbook publishes the number.
    let handbook = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/handbook/ontwerpen.md")).unwrap();
    let computed = knowledge.counts().computed;
    let said =
        format!("Van de {computed} berekende regels kan de gids er {} tonen. Over {} zwijgt hij", computed - SILENT.len(), SILENT.len());
    assert!(handbook.contains(&said), "{said}");
}

async fn house(engine: Engine) -> TestHouse {
    let options = Options { facts: meemaak::house::facts(), ..Options::default() };
    let house = TestHouse::open_with(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes(), options).await;
    on(&house, "2026-03-02");
    house
}

fn on(house: &TestHouse, day: &str) {
    let day: Date = day.parse().unwrap();
    house.clock.set(house.leyhoven.tenant.civil.zone.start_of(day).plus_seconds(15 * 3600));
}

async fn dossier(house: &TestHouse, process: &Process, title: &str, goal: State) -> DossierId {
    let receipt = received(house, process, title, Answering::none()).await;
    take_to(house, receipt.dossier, goal).await;
    receipt.dossier
}

/// The rules that stand on the page about the course of a process, after everything was counted.
async fn speaking(house: &TestHouse, process: &Process) -> BTreeSet<&'static str> {
    learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap();
    let officer = house.as_role(Role::ParticipationOfficer);
    let page = officer.get(&format!("/werk/processen/{}/gids/verloop", process.id)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.shows("⟦"), "{}", page.body);
    TOLD.into_iter().filter(|id| page.shows(&format!("id=\"rule-{id}-rule\""))).collect()
}

async fn process(house: &TestHouse, title: &str) -> Process {
    design::testing::published_in(house.store(), house.tenant(), &house.leyhoven.tenant.civil, title).await
}

#[tokio::test]
async fn a_rule_about_the_course_speaks_when_it_came_to_be_and_not_before() {
    for engine in engines() {
        let house = house(engine).await;
        let (lonely, well) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        for it in [&lonely, &well] {
            assert_eq!(speaking(&house, it).await, BTreeSet::new(), "{engine}: nothing happened yet");
        }
        // The council heard nothing before the advice of one, and of the other it did (C153).
        let refused = dossier(&house, &lonely, "Een vijver", State::AdviceReady).await;
        let secretary = house.as_role(Role::CouncilSecretary);
        let told = [("body", "Gemeenteraad"), ("date", "2026-03-02"), ("told", "Bewoners vragen banken.")];
        let done = secretary.post(&format!("/werk/processen/{}/briefing", well.id), &told).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let adopted = dossier(&house, &well, "Drie banken", State::AdviceReady).await;
        assert_eq!(speaking(&house, &lonely).await, BTreeSet::from(["C153"]), "{engine}");
        assert_eq!(speaking(&house, &well).await, BTreeSet::new(), "{engine}");

        // Values in conflict are recorded in one (C154).
        let specialist = Hand::of(&house, Role::Specialist);
        let third = dossier(&house, &lonely, "Een pad", State::Assessed).await;
        let weighing = Weighing {
            values: vec!["lawfulness".into(), "trust".into()],
            dilemma: "rules-flexibility".into(),
            options: said("De regel volgen of niet."),
            choice: None,
        };
        store::write!(house.store(), [specialist, weighing], |tx| { weigh(tx, &specialist.doing(), third, &weighing).await })
            .await
            .unwrap();
        assert!(speaking(&house, &lonely).await.contains("C154"), "{engine}");

        // One takes nothing up (C138), the other does.
        for (id, outcome) in [(refused, Outcome::NotAdopted), (adopted, Outcome::Adopted)] {
            take_to(&house, id, State::OnAgenda).await;
            decide(&house, id, outcome).await;
        }
        let (one, other) = (speaking(&house, &lonely).await, speaking(&house, &well).await);
        assert!(one.contains("C138") && !one.contains("C048") && !one.contains("C120"), "{engine}: {one:?}");
        assert!(!other.contains("C138") && other.contains("C048") && !other.contains("C121"), "{engine}: {other:?}");

        // Two months later nobody heard anything: a decision waits in one (C090), an answer is late in both (C120).
        on(&house, "2026-05-04");
        let (one, other) = (speaking(&house, &lonely).await, speaking(&house, &well).await);
        assert!(one.contains("C090") && one.contains("C120"), "{engine}: {one:?}");
        assert!(!other.contains("C090") && other.contains("C120") && !other.contains("C171"), "{engine}: {other:?}");
        let officer = house.as_role(Role::ParticipationOfficer);
        let people = format!("/werk/processen/{}/gids/mensen", well.id);
        let groups = [("target-groups", "poverty"), ("outreach", "poverty"), ("seen", "")];
        assert_eq!(officer.post(&people, &groups).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&people).await.shows("id=\"rule-C171-rule\""), "{engine}: support fell silent");

        // Half a year after the decision nothing is there to be seen (C121).
        on(&house, "2026-10-05");
        let (one, other) = (speaking(&house, &lonely).await, speaking(&house, &well).await);
        assert!(!one.contains("C121") && other.contains("C121") && other.contains("C055"), "{engine}: {other:?}");
    }
}

#[tokio::test]
async fn an_open_promise_of_an_earlier_process_is_told_where_it_was_made() {
    let house = house(Engine::Sqlite).await;
    let officer = house.as_role(Role::ParticipationOfficer);
    let next = process(&house, "Het volgende").await;
    let area = house.leyhoven.molenveld.to_string();
    let aims = format!("/werk/processen/{}/gids/doelen", next.id);
    let saved = officer.post(&aims, &[("areas", &area), ("seen", "")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_eq!(speaking(&house, &next).await, BTreeSet::new(), "nothing is owed in this area");
    let now = house.clock.now();
    let page = officer.get(&format!("/werk/processen/{}/gids/verloop", next.id)).await;
    assert!(page.shows("open beloften van eerdere processen"), "{now:?}: {}", page.body);
}
