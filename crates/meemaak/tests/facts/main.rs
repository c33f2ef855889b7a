//! What rooms tell the design guide of a process as it goes: each rule speaks in one journey and stays away in another, by what
//! people send to its pages and by nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod pages;

use axum::http::StatusCode;
use design::{Decider, GuideMoment};
use evidence::{Fact, Knowledge};
use journey::{Outcome, State};
use kernel::{Clock, Date};
use pages::{
    Process, along, answered, came, decided, does, dossier, drafted, guided, handed_in, in_days, offered, planned, process, published,
    value, went, went_public,
};
use people::Role;
use people::testing::{Options, TestHouse};
use std::collections::BTreeSet;
use store::Engine;
use store::testing::engines;

/// The rules that each journey below hears, by its name. Every rule whose facts other rooms tell stands here once.
const JOURNEYS: [(&str, &[&str]); 13] = [
    ("decided", &["C048", "C055", "C090", "C120", "C121", "C138", "C153", "C154", "C171"]),
    ("earlier", &["C009"]),
    ("departments", &["C140", "C141", "C150", "C159"]),
    ("frames", &["C144", "C165"]),
    ("means", &["C143", "C146"]),
    ("choices", &["C156", "C157"]),
    ("plan", &["C032", "C039", "C057", "C089", "C117"]),
    ("answers", &["C027", "C082", "C114"]),
    ("evaluation", &["C118", "C136"]),
    ("reach", &["C040", "C106", "C164"]),
    ("intermediary", &["C126"]),
    ("realised", &["C110"]),
    ("understood", &["C172"]),
];

/// Journeys of rules that also speak of what the design itself says, here by the half that other rooms tell: an influence that stayed
/// below the promise (C011), and frames that were checked after something was asked (C142).
const HALVES: [(&str, &[&str]); 1] = [("halves", &["C011", "C142"])];

#[test]
fn every_computed_rule_has_a_journey_in_which_it_speaks() {
    let knowledge = Knowledge::shipped().unwrap();
    let told: BTreeSet<Fact> = meemaak::house::facts().iter().flat_map(|room| room.makes().iter().copied()).collect();
    let made: BTreeSet<Fact> = design::made_facts().union(&told).copied().collect();
    assert_eq!(knowledge.silent(&made), Vec::<&evidence::Rule>::new(), "no computed rule keeps quiet here");
    // What the guide makes by itself speaks in the journeys of `design`, which counts all but these; these speak here.
    let others: BTreeSet<&str> = knowledge.silent(&design::made_facts()).iter().map(|rule| rule.id.as_str()).collect();
    let heard: Vec<&str> = JOURNEYS.iter().flat_map(|(_, rules)| rules.iter().copied()).collect();
    assert_eq!(heard.iter().copied().collect::<BTreeSet<_>>(), others);
    assert_eq!(heard.len(), others.len(), "each in one journey");
    // One room makes each fact, and the guide has a place for it.
    let all: Vec<Fact> = meemaak::house::facts().iter().flat_map(|room| room.makes().iter().copied()).collect();
    assert_eq!(all.len(), told.len());
    assert!(all.iter().all(|fact| design::told_by_others(*fact) && GuideMoment::Course.place_of(*fact) == Some("told")));
    // The handbook publishes the number.
    let handbook = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/handbook/ontwerpen.md")).unwrap();
    let said = format!("De gids kan alle {} berekende regels tonen.", knowledge.counts().computed);
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

/// The processes of a journey, and which of its rules ever stood on the page about the course of each.
struct Listening<'a> {
    house: &'a TestHouse,
    rules: &'static [&'static str],
    heard: Vec<(Process, BTreeSet<&'static str>)>,
}

impl<'a> Listening<'a> {
    fn to(house: &'a TestHouse, journey: &str, processes: &[&Process]) -> Self {
        let rules = JOURNEYS.iter().chain(&HALVES).find(|(name, _)| *name == journey).unwrap().1;
        Self { house, rules, heard: processes.iter().map(|it| ((*it).clone(), BTreeSet::new())).collect() }
    }

    /// The rules of this journey that stand there now for each process, after everything was counted.
    async fn hear(&mut self) -> Vec<BTreeSet<&'static str>> {
        let house = self.house;
        learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap();
        let officer = house.as_role(Role::ParticipationOfficer);
        let mut now = Vec::new();
        for (process, ever) in &mut self.heard {
            let page = officer.get(&format!("/werk/processen/{}/gids/verloop", process.id)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.shows("⟦"), "{}", page.body);
            let speak: BTreeSet<_> = self.rules.iter().copied().filter(|id| page.shows(&format!("id=\"rule-{id}-rule\""))).collect();
            ever.extend(&speak);
            now.push(speak);
        }
        now
    }

    /// Each rule of the journey spoke in one process, and never in another.
    fn told(&self) {
        for rule in self.rules {
            let spoke = self.heard.iter().filter(|(_, ever)| ever.contains(rule)).count();
            assert!(spoke > 0, "{rule} never spoke");
            assert!(spoke < self.heard.len(), "{rule} spoke everywhere");
        }
    }
}

fn rules(ids: &[&'static str]) -> BTreeSet<&'static str> {
    ids.iter().copied().collect()
}

#[tokio::test]
async fn what_was_decided_answered_and_carried_out_is_told_when_it_came_to_be_and_not_before() {
    for engine in engines() {
        let house = house(engine).await;
        let (lonely, well, swift) =
            (process(&house, "Het park").await, process(&house, "Het plein").await, process(&house, "De straat").await);
        let mut listening = Listening::to(&house, "decided", &[&lonely, &well, &swift]);
        assert_eq!(listening.hear().await, vec![BTreeSet::new(); 3], "{engine}: nothing happened yet");
        // The council heard nothing before the advice of one, and of the others it did (C153).
        let refused = dossier(&house, &lonely, "Een vijver", State::AdviceReady).await;
        let secretary = house.as_role(Role::CouncilSecretary);
        for it in [&well, &swift] {
            let told = [("body", "Gemeenteraad"), ("date", "2026-03-02"), ("told", "Bewoners vragen banken.")];
            went(&secretary.post(&format!("/werk/processen/{}/briefing", it.id), &told).await);
        }
        let adopted = dossier(&house, &well, "Drie banken", State::AdviceReady).await;
        let quick = dossier(&house, &swift, "Een zebrapad", State::AdviceReady).await;
        assert_eq!(listening.hear().await, [rules(&["C153"]), rules(&[]), rules(&[])], "{engine}");

        // Values in conflict are recorded in one (C154).
        let third = dossier(&house, &lonely, "Een pad", State::Assessed).await;
        let conflict =
            [("value", "lawfulness"), ("value", "trust"), ("dilemma", "rules-flexibility"), ("options", "De regel volgen of niet.")];
        does(&house.as_role(Role::Specialist), third, "waarden", &conflict).await;
        assert_eq!(listening.hear().await[0], rules(&["C153", "C154"]), "{engine}");

        // One takes nothing up (C138), the others do; one of those is answered at once.
        for (id, outcome) in [(refused, Outcome::NotAdopted), (adopted, Outcome::Adopted), (quick, Outcome::Adopted)] {
            along(&house, id, State::AdviceReady, State::OnAgenda).await;
            decided(&house, id, outcome).await;
        }
        answered(&house, quick).await;
        let now = listening.hear().await;
        assert!(now[0].contains("C138") && !now[0].contains("C048") && !now[0].contains("C120"), "{engine}: {now:?}");
        assert!(!now[1].contains("C138") && now[1].contains("C048") && !now[1].contains("C121"), "{engine}: {now:?}");

        // Two months later two heard nothing: a decision waits in one (C090), an answer is late in both (C120).
        on(&house, "2026-05-04");
        let officer = house.as_role(Role::ParticipationOfficer);
        let close = format!("/werk/processen/{}/sluiten", well.id);
        assert!(officer.get(&close).await.shows("rule-C120"), "{engine}: an answer is late today, whenever was counted");
        let now = listening.hear().await;
        assert!(now[0].contains("C090") && now[0].contains("C120"), "{engine}: {now:?}");
        assert!(!now[1].contains("C090") && now[1].contains("C120") && !now[1].contains("C171"), "{engine}: {now:?}");
        assert!(!now[2].contains("C120"), "{engine}: {now:?}");
        let groups = [("target-groups", "poverty"), ("outreach", "poverty")];
        guided(&house, &well, GuideMoment::People, &groups).await;
        for (it, speaks) in [(&well, true), (&swift, false)] {
            let people = officer.get(&format!("/werk/processen/{}/gids/mensen", it.id)).await;
            assert_eq!(people.shows("id=\"rule-C171-rule\""), speaks, "{engine}: where support fell silent");
        }
        answered(&house, adopted).await;
        assert!(!officer.get(&close).await.shows("rule-C120"), "{engine}: nobody waits for the next counting");
        assert!(!listening.hear().await[1].contains("C120"), "{engine}: it is answered");

        // Half a year after the decision nothing is there to be seen (C121), and nobody promised anything (C055).
        on(&house, "2026-10-05");
        let now = listening.hear().await;
        assert!(!now[0].contains("C121") && !now[0].contains("C055"), "{engine}: {now:?}");
        assert!(now[1].contains("C121") && now[1].contains("C055"), "{engine}: {now:?}");
        listening.told();
    }
}

#[tokio::test]
async fn an_open_promise_of_an_earlier_process_is_told_in_its_area_until_it_is_kept() {
    for engine in engines() {
        let house = house(engine).await;
        let [molenveld, centre] = [house.leyhoven.molenveld, house.leyhoven.centre].map(|area| area.to_string());
        let first = process(&house, "Het eerste").await;
        let id = handed_in(&house, &first, "Bomen langs de straat", &[("area", &molenveld)]).await.dossier;
        along(&house, id, State::Received, State::OnAgenda).await;
        decided(&house, id, Outcome::NotAdopted).await;
        let (next, elsewhere) = (process(&house, "Het volgende").await, process(&house, "Ergens anders").await);
        guided(&house, &next, GuideMoment::Aims, &[("areas", &molenveld)]).await;
        guided(&house, &elsewhere, GuideMoment::Aims, &[("areas", &centre)]).await;
        let mut listening = Listening::to(&house, "earlier", &[&next, &elsewhere]);
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: its term is not over");
        on(&house, "2026-05-04");
        assert_eq!(listening.hear().await, [rules(&["C009"]), rules(&[])], "{engine}");
        answered(&house, id).await;
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: it was answered");
        listening.told();
    }
}

#[tokio::test]
async fn what_departments_do_with_each_others_dossiers_is_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let (space, green) = (house.leyhoven.public_space, house.leyhoven.green);
        let mut listening = Listening::to(&house, "departments", &[&one, &other]);
        for it in [&one, &other] {
            dossier(&house, it, "Een bank", State::Assessed).await;
        }
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: one department took each in its term");

        // Another department objects: it bears a disadvantage (C140), and more than one is touched (C141).
        let bank = dossier(&house, &one, "Een bank onder de linde", State::Assessed).await;
        let colleague = house.as_head_of(green);
        let green_id = green.to_string();
        let objection =
            [("department", green_id.as_str()), ("nature", "costs"), ("euros", "1.200"), ("words", "De wortels liggen ondiep.")];
        does(&colleague, bank, "bezwaar", &objection).await;
        assert_eq!(listening.hear().await, [rules(&["C140", "C141"]), rules(&[])], "{engine}");
        let taken_back = offered(&colleague.get(&format!("/werk/dossiers/{bank}/bezwaar/einde")).await, "-withdrawn");
        does(&colleague, bank, "bezwaar/einde", &[("ending", &taken_back), ("motive", "De bank komt op palen.")]).await;
        assert_eq!(listening.hear().await[0], rules(&["C141"]), "{engine}: the objection was taken back");

        // Two were asked, and one worked on it alone (C159).
        let (officer, holder) = (house.as_role(Role::ParticipationOfficer), house.account(Role::Specialist).to_string());
        let bounced = dossier(&house, &one, "Een pad door het gras", State::Screened).await;
        does(&officer, bounced, "toewijzen", &[("department", &green_id)]).await;
        does(&house.as_head_of(green), bounced, "teruggeven", &[("reason", "Dit hoort bij de andere dienst.")]).await;
        does(&officer, bounced, "toewijzen", &[("department", &space.to_string())]).await;
        does(&house.as_head_of(space), bounced, "aanvaarden", &[("holder", &holder)]).await;
        assert_eq!(listening.hear().await[0], rules(&["C141", "C159"]), "{engine}");

        // Nobody took it in its term (C150), until somebody does.
        let unowned = dossier(&house, &one, "Een fontein", State::Assigned).await;
        on(&house, "2026-04-06");
        assert_eq!(listening.hear().await, [rules(&["C141", "C150", "C159"]), rules(&[])], "{engine}");
        does(&house.as_head_of(space), unowned, "aanvaarden", &[("holder", &holder)]).await;
        assert!(!listening.hear().await[0].contains("C150"), "{engine}: a line department has it");
        listening.told();
    }
}

#[tokio::test]
async fn a_plan_in_the_way_and_a_decision_without_a_look_at_the_law_are_told() {
    for engine in engines() {
        let house = house(engine).await;
        let small = published(&house, "Kleine ingrepen", Decider::NeighbourhoodManager).await;
        let other = process(&house, "Het plein").await;
        let mut listening = Listening::to(&house, "frames", &[&small, &other]);
        let specialist = house.as_role(Role::Specialist);
        let fits = [("legal", "fits"), ("financial", "fits"), ("practical", "fits")];
        let clash = [("plans", "does-not-fit"), ("plans-rule", "Op de weide komen woningen.")];
        for (it, plans) in [(&small, &clash[..]), (&other, &[("plans", "fits")][..])] {
            let id = dossier(&house, it, "Een speeltuin", State::FrameCheck).await;
            does(&specialist, id, "kadertoets", &[&fits[..], plans].concat()).await;
        }
        assert_eq!(listening.hear().await, [rules(&["C144"]), rules(&[])], "{engine}");

        // A small matter is decided straight after the screening; elsewhere the law was looked at first.
        let today = in_days(&house, 0);
        let decision = [("outcome", "adopted"), ("body", "Gemeenteraad"), ("words", "Het gebeurt zo."), ("date", today.as_str())];
        let bin = dossier(&house, &small, "De vuilbak is te klein", State::Screened).await;
        does(&house.as_role(Role::NeighbourhoodManager), bin, "besluit", &decision).await;
        let checked = dossier(&house, &other, "Drie banken", State::OnAgenda).await;
        does(&house.as_role(Role::DecisionMaker), checked, "besluit", &decision).await;
        assert_eq!(listening.hear().await, [rules(&["C144", "C165"]), rules(&[])], "{engine}");
        listening.told();
    }
}

#[tokio::test]
async fn money_of_another_department_and_money_outside_the_year_are_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "means", &[&one, &other]);
        let (specialist, finance) = (house.as_role(Role::Specialist), house.leyhoven.finance.to_string());
        guided(&house, &one, GuideMoment::Organisation, &[("flexible-budget", "no")]).await;

        // A budget that has nothing left puts one in its queue (C146); the other asks less.
        let budget = [("name", "Jaarbudget"), ("kind", "yearly"), ("next", "2027-01-10"), ("department-1", &*finance), ("amount-1", "100")];
        let made = went(&house.as_role(Role::Controller).post("/werk/budgetten/nieuw", &budget).await);
        let share = format!("{}.{finance}", made.rsplit('/').next().unwrap());
        let mut asked = Vec::new();
        for (it, euros) in [(&one, "250"), (&other, "50")] {
            let id = dossier(&house, it, "Bomen", State::Assessed).await;
            does(&specialist, id, "middelen", &[("budget", &share), ("euros", euros), ("purpose", "Drie bomen.")]).await;
            asked.push(id);
        }
        assert_eq!(listening.hear().await, [rules(&["C146"]), rules(&[])], "{engine}");

        // One counts on money that another department never committed (C143); in the other that department did. It cannot be
        // promised, only asked for, and everybody sees that.
        let holder = house.as_role(Role::BudgetHolder);
        does(&holder, asked[1], "middelen/antwoord", &[("answer", "yes")]).await;
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld en plaats.")];
        does(&specialist, asked[1], "advies", &advice).await;
        along(&house, asked[1], State::AdviceReady, State::OnAgenda).await;
        let alone = dossier(&house, &one, "Een bank", State::OnAgenda).await;
        let (space, until) = (house.leyhoven.public_space.to_string(), in_days(&house, 200));
        let mut asked_here = String::new();
        for id in [alone, asked[1]] {
            decided(&house, id, Outcome::Adopted).await;
            let mut promise = vec![
                ("what", "Drie bomen op het plein"),
                ("doer", "department"),
                ("department", space.as_str()),
                ("until", until.as_str()),
                ("promised", "50"),
                ("source", "Jaarbudget"),
                ("means-of", finance.as_str()),
            ];
            if id == alone {
                let refused = specialist.post(&format!("/werk/dossiers/{id}/uitvoering"), &promise).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
                assert!(refused.shows("id=\"means-of-error\"") && refused.shows("Drie bomen op het plein"), "{engine}: {}", refused.body);
                promise.push(("sought", "yes"));
            }
            let made = does(&specialist, id, "uitvoering", &promise).await;
            let page = specialist.get(&made).await;
            let whose = if id == alone { "gevraagd aan Financiën" } else { "Jaarbudget, Financiën" };
            assert!(page.shows(whose), "{engine}: everybody sees whose money it is: {}", page.body);
            assert_eq!(page.shows("gevraagd aan"), id == alone, "{engine}: {}", page.body);
            if id == alone {
                asked_here = made;
            }
        }
        assert_eq!(listening.hear().await, [rules(&["C143", "C146"]), rules(&[])], "{engine}");
        does(&holder, asked[0], "middelen/antwoord", &[("answer", "no"), ("motive", "Dit jaar is het op.")]).await;
        assert_eq!(listening.hear().await[0], rules(&["C143"]), "{engine}: it stands in no queue any more");
        went(&holder.post(&format!("{asked_here}/middelen"), &[("means", "yes")]).await);
        assert_eq!(listening.hear().await[0], rules(&[]), "{engine}: whoever holds that money committed it");
        listening.told();
    }
}

#[tokio::test]
async fn a_perspective_that_always_goes_first_and_a_choice_that_was_not_compared_are_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "choices", &[&one, &other]);
        let (specialist, review) = (house.as_role(Role::Specialist), in_days(&house, 200));
        let conflict = [
            ("value", "lawfulness"),
            ("value", "involvement"),
            ("value", "responsiveness"),
            ("dilemma", "rules-flexibility"),
            ("options", "De regel volgen of niet."),
            ("motive", "Dat weegt hier het zwaarst."),
        ];
        let mut numbers = Vec::new();
        for nth in 0..3 {
            assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: of {nth} nobody can say that it is for long");
            for (it, first) in [(&one, "lawfulness"), (&other, ["lawfulness", "involvement", "responsiveness"][nth])] {
                let receipt = came(&house, it, &format!("Bank {nth}"), State::Assessed).await;
                let first = [("strategy", "prioritise"), ("first", first), ("review", review.as_str())];
                does(&specialist, receipt.dossier, "waarden", &[&conflict[..], &first].concat()).await;
                numbers.push(receipt.number);
            }
        }
        assert_eq!(listening.hear().await, [rules(&["C156"]), rules(&[])], "{engine}");

        // Case by case, once without and once with an earlier case beside it (C157): a minute later there are earlier ones.
        house.clock.set(house.clock.now().plus_seconds(60));
        let case = [&conflict[..], &[("strategy", "case-by-case")]].concat();
        let alone = dossier(&house, &one, "Een pad", State::Assessed).await;
        does(&specialist, alone, "waarden", &case).await;
        let compared = dossier(&house, &other, "Een pad", State::Assessed).await;
        for wrong in ["geen nummer", "LEY-2026-99999"] {
            let page = specialist.post(&format!("/werk/dossiers/{compared}/waarden"), &[&case[..], &[("compared", wrong)]].concat()).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}: {}", page.body);
            assert!(page.shows("van geen ander dossier") && page.shows(wrong) && page.shows("weegt hier het zwaarst"), "{}", page.body);
        }
        let beside = [&case[..], &[("compared", numbers[0].as_str())]].concat();
        does(&specialist, compared, "waarden", &beside).await;
        assert_eq!(listening.hear().await, [rules(&["C156", "C157"]), rules(&[])], "{engine}");
        assert!(specialist.get(&format!("/werk/dossiers/{compared}")).await.shows("Vergeleken met een eerder geval."));
        does(&specialist, alone, "waarden", &beside).await;
        assert_eq!(listening.hear().await[0], rules(&["C156"]), "{engine}: now it was");

        // A value that goes first is one of those in conflict, and is named.
        for first in ["", "efficiency"] {
            let fields = [&conflict[..], &[("strategy", "prioritise"), ("first", first), ("review", review.as_str())]].concat();
            let page = specialist.post(&format!("/werk/dossiers/{alone}/waarden"), &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("welke van de botsende waarden"), "{}", page.body);
        }
        listening.told();
    }
}

const AIMS: [&str; 2] = ["effect.trust", "value.durability"];

/// A public process with aims.
async fn aimed(house: &TestHouse, title: &str) -> Process {
    let it = process(house, title).await;
    aim(house, &it).await;
    it
}

async fn aim(house: &TestHouse, it: &Process) {
    let aims = [
        ("aim-1", AIMS[0]),
        ("aim-1-level", "community"),
        ("aim-2", AIMS[1]),
        ("aim-2-level", "community"),
        ("inclusion-meaning", "diversity"),
    ];
    guided(house, it, GuideMoment::Aims, &aims).await;
}

/// Saves a measurement plan that keeps these indicators, or all that is proposed, and drops the others with a motive.
async fn measured(house: &TestHouse, process: &Process, kept: Option<&[&str]>) {
    let aims: Vec<evidence::EffectKey> = AIMS.map(|key| key.to_owned().try_into().unwrap()).to_vec();
    let mut fields = vec![("after-opens".to_owned(), in_days(house, 0)), ("after-closes".to_owned(), in_days(house, 8))];
    for it in measure::proposed(&aims) {
        let keep = kept.is_none_or(|kept| kept.contains(&it.indicator.code));
        fields.push((it.indicator.field(), if keep { "keep" } else { "drop" }.to_owned()));
        if !keep {
            fields.push((format!("{}-motive", it.indicator.field()), "Daar is nu geen tijd voor.".to_owned()));
        }
    }
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("/werk/processen/{}/meten", process.id);
    fields.push(("seen".to_owned(), value(&officer.get(&path).await, "seen")));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    went(&officer.post(&path, &fields).await);
}

/// Chooses what people are asked after the decision.
async fn asked(house: &TestHouse, process: &Process, codes: &[&str]) {
    let fields: Vec<(&str, &str)> = codes.iter().map(|code| ("after", *code)).collect();
    went(&house.as_role(Role::ParticipationOfficer).post(&format!("/werk/processen/{}/meten/vragen", process.id), &fields).await);
}

#[tokio::test]
async fn what_is_not_measured_is_told() {
    for engine in engines() {
        let house = house(engine).await;
        // Nobody publishes without a plan, so one of them is still a draft.
        let (one, other) = (drafted(&house, "Het park", Decider::Body).await, aimed(&house, "Het plein").await);
        aim(&house, &one).await;
        measured(&house, &other, None).await;
        asked(&house, &other, &["trust-municipality", "influence", "clear", "heard"]).await;
        let mut listening = Listening::to(&house, "plan", &[&one, &other]);
        assert_eq!(listening.hear().await, [rules(&["C032"]), rules(&[])], "{engine}: one has no plan");

        // Only who dropped out is counted: that is reach, and only facts, and of trust nothing.
        measured(&house, &one, Some(&["G010"])).await;
        assert_eq!(listening.hear().await, [rules(&["C039", "C089", "C117"]), rules(&[])], "{engine}");

        // Whoever took part is asked too, and nobody else (C057).
        measured(&house, &one, Some(&["G010", "G014", "G015", "G042", "G040", "G059"])).await;
        asked(&house, &one, &["heard"]).await;
        assert_eq!(listening.hear().await, [rules(&["C057"]), rules(&[])], "{engine}");
        asked(&house, &one, &["heard", "clear"]).await;
        assert_eq!(listening.hear().await[0], rules(&[]), "{engine}: everybody is asked");
        listening.told();
    }
}

/// Answers on the public page after the decision, as somebody who took part: as many that agree with everything as that do not.
async fn say(house: &TestHouse, process: &Process, (agree, disagree): (usize, usize)) {
    let (visitor, path) = (house.visitor(), format!("/processen/{}/vragen", process.slug));
    for nth in 0..agree + disagree {
        let form = visitor.get(&path).await;
        let (once, wave) = (value(&form, "once"), value(&form, "ronde"));
        let answer = if nth < agree { "5" } else { "2" };
        let mut fields = vec![("once", once.as_str()), ("ronde", wave.as_str()), ("took-part", "yes")];
        fields.extend(["q-clear", "q-heard", "q-useful", "q-experts-clear"].map(|name| (name, answer)));
        let page = visitor.post(&path, &fields).await;
        assert!(page.status == StatusCode::SEE_OTHER || page.status == StatusCode::OK, "{}", page.body);
    }
}

#[tokio::test]
async fn what_people_answered_is_told_once_it_holds_and_not_of_a_few() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (aimed(&house, "Het park").await, aimed(&house, "Het plein").await);
        for it in [&one, &other] {
            measured(&house, it, None).await;
            asked(&house, it, &["clear", "heard", "useful", "experts-clear"]).await;
        }
        say(&house, &one, (10, 12)).await;
        say(&house, &other, (15, 10)).await;
        let mut listening = Listening::to(&house, "answers", &[&one, &other]);
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: people can still answer");
        on(&house, "2026-03-11");
        for it in [&one, &other] {
            let path = format!("/werk/processen/{}/meten/uitkomsten", it.id);
            went(&house.as_role(Role::ParticipationOfficer).post(&path, &[("ronde", "after")]).await);
        }
        assert_eq!(listening.hear().await, [rules(&["C027", "C082", "C114"]), rules(&[])], "{engine}");
        listening.told();
    }
}

#[tokio::test]
async fn how_a_process_is_evaluated_and_by_whom_is_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (aimed(&house, "Het park").await, aimed(&house, "Het plein").await);
        measured(&house, &other, None).await;
        asked(&house, &other, &["trust-municipality", "clear"]).await;
        let mut listening = Listening::to(&house, "evaluation", &[&one, &other]);
        let officer = house.as_role(Role::ParticipationOfficer);
        let interview = async |it: &Process, actor: &str| {
            let fields = [("actor", actor), ("day", "2026-03-01"), ("hours", "1"), ("may-use", "yes"), ("words", "Wij hadden geen tijd.")];
            let path = format!("/werk/processen/{}/onderzoek/interview", it.id);
            went(&house.as_role(Role::Researcher).post(&path, &fields).await);
        };
        interview(&one, "officials").await;
        interview(&other, "officials").await;
        interview(&other, "residents").await;
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: nobody evaluates yet");
        for it in [&one, &other] {
            let path = format!("/werk/processen/{}/evaluatie", it.id);
            let seen = value(&officer.get(&path).await, "seen");
            went(&officer.post(&path, &[("summary", "Een deel is overgenomen."), ("seen", &seen)]).await);
        }
        assert_eq!(listening.hear().await, [rules(&["C118", "C136"]), rules(&[])], "{engine}");
        measured(&house, &one, None).await;
        asked(&house, &one, &["clear"]).await;
        interview(&one, "residents").await;
        assert_eq!(listening.hear().await[0], rules(&[]), "{engine}: what, when and with whom is laid down, and residents are heard");
        listening.told();
    }
}

#[tokio::test]
async fn who_took_part_and_who_dropped_out_is_told_as_it_was_counted() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "reach", &[&one, &other]);
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: nobody counted");
        let officer = house.as_role(Role::ParticipationOfficer);
        let count = async |it: &Process, fields: &[(&str, &str)]| {
            let path = format!("/werk/processen/{}/evaluatie/bereik", it.id);
            let seen = value(&officer.get(&path).await, "seen");
            went(&officer.post(&path, &[fields, &[("seen", seen.as_str())]].concat()).await);
        };
        // Of 200 who began 40 are young, where half of the people are; and half of the young stayed away again.
        let ages = |young: [&'static str; 2], old: [&'static str; 2]| {
            [
                ("characteristic", "age"),
                ("population-source", "Bevolkingsregister"),
                ("source", "Briefje aan de ingang"),
                ("name-1", "12 tot 30 jaar"),
                ("population-1", "5000"),
                ("began-1", young[0]),
                ("stayed-1", young[1]),
                ("name-2", "30 jaar en ouder"),
                ("population-2", "5000"),
                ("began-2", old[0]),
                ("stayed-2", old[1]),
            ]
        };
        count(&one, &ages(["40", "20"], ["160", "128"])).await;
        count(&other, &ages(["100", "88"], ["100", "88"])).await;
        assert_eq!(listening.hear().await, [rules(&["C040", "C106", "C164"]), rules(&[])], "{engine}");
        // Counted anew, the skew is gone; of everybody a third dropped out, and that is enough to say so.
        count(&one, &ages(["100", "88"], ["100", "88"])).await;
        assert_eq!(listening.hear().await[0], rules(&[]), "{engine}");
        let everybody = [("what", "everybody"), ("began", "106"), ("stayed", "71"), ("stayed-source", "Lijst van de avonden")];
        count(&one, &everybody).await;
        assert_eq!(listening.hear().await[0], rules(&["C040"]), "{engine}");
        listening.told();
    }
}

/// Finishes an evaluation in which this rung is established as the effective one.
async fn evaluated(house: &TestHouse, it: &Process, rung: &str) {
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("/werk/processen/{}/evaluatie", it.id);
    let seen = value(&officer.get(&path).await, "seen");
    let fields = [
        ("summary", "Een deel van de voorstellen is overgenomen."),
        ("limits", "Wij spraken alleen mensen die tot het einde bleven."),
        ("negative-found", "Wie weinig Nederlands spreekt, kwam moeilijk aan het woord."),
        ("negative-done", "De volgende keer is er een tolk."),
        ("effective", rung),
        ("rung-motive", "Het besluit zegt niet wat met de bank gebeurde."),
        ("seen", seen.as_str()),
    ];
    went(&officer.post(&path, &fields).await);
    let lesson = [("worked", "partly"), ("text", "De avonden duurden lang."), ("advice", "Plan ook een moment overdag.")];
    went(&officer.post(&format!("{path}/les"), &lesson).await);
    went(&officer.post(&format!("{path}/afronden"), &[]).await);
}

#[tokio::test]
async fn influence_below_the_promise_and_a_late_look_at_the_frames_are_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "halves", &[&one, &other]);
        // The promise is no higher than the mandate, and of the frames nobody knows anything yet.
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}");
        let specialist = house.as_role(Role::Specialist);
        let frames = ["legal", "financial", "practical", "plans"].map(|frame| (frame, "fits"));
        for (it, asks) in [(&one, true), (&other, false)] {
            let id = dossier(&house, it, "Een bank", State::FrameCheck).await;
            if asks {
                does(&specialist, id, "vraag", &[("words", "Welke plaats bedoelt u?")]).await;
                does(&specialist, id, "antwoord-op-vraag", &[("words", "Naast de school.")]).await;
            }
            does(&specialist, id, "kadertoets", &frames).await;
        }
        assert_eq!(listening.hear().await, [rules(&["C142"]), rules(&[])], "{engine}");

        // Promised was to consult (rung 2).
        evaluated(&house, &one, "1").await;
        evaluated(&house, &other, "2").await;
        assert_eq!(listening.hear().await, [rules(&["C011", "C142"]), rules(&[])], "{engine}");
        listening.told();
    }
}

#[tokio::test]
async fn most_input_through_one_organisation_is_told_and_not_of_a_few() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "intermediary", &[&one, &other]);
        went(&house.as_role(Role::Administrator).post("/beheer/cijfers", &[("smallest", "3")]).await);
        let (helper, kring, today) = (house.as_role(Role::Intermediary), house.leyhoven.de_kring.to_string(), in_days(&house, 0));
        for nth in 0..5 {
            assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: {nth} are few, also with a lower limit");
            let id = value(&helper.get("/werk/intake").await, "id");
            let title = format!("Licht op het plein {nth}");
            let spoken = [
                ("id", id.as_str()),
                ("process", one.id.as_str()),
                ("title", title.as_str()),
                ("body", "Ze durft er niet door."),
                ("idea-language", "nl"),
                ("channel", "square-talk"),
                ("captured", today.as_str()),
                ("spoken", "yes"),
                ("read-back", "yes"),
                ("answer-by", "intermediary"),
                ("organisation", kring.as_str()),
                ("pseudonym", "Zonnebloem"),
                ("consent", "yes"),
            ];
            went(&helper.post("/werk/intake", &spoken).await);
            handed_in(&house, &other, &format!("Een bank {nth}"), &[]).await;
        }
        assert_eq!(listening.hear().await, [rules(&["C126"]), rules(&[])], "{engine}");
        listening.told();
    }
}

/// How many entries the journal of a process has.
async fn entries(house: &TestHouse, it: &Process) -> usize {
    let id: kernel::ProcessId = it.id.parse().unwrap();
    store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap().len()
}

#[tokio::test]
async fn nothing_is_published_without_a_plan_to_measure_nor_closed_without_an_evaluation_or_a_public_reason() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let it = drafted(&house, "Het park", Decider::Body).await;
        let (publish, close) = (format!("/werk/processen/{}/publiceren", it.id), format!("/werk/processen/{}/sluiten", it.id));
        let ranked = [("aim-1", "effect.transparency"), ("aim-1-level", "community"), ("text-not-aimed", "Geen nieuwe straat.")];
        guided(&house, &it, GuideMoment::Aims, &ranked).await;
        let before = entries(&house, &it).await;
        let page = officer.get(&publish).await;
        assert!(page.shows(&format!("/werk/processen/{}/meten", it.id)) && !page.shows("Publiceer deze afspraken"), "{}", page.body);
        let refused = officer.post(&publish, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.shows("nog geen volledig meetplan"), "{}", refused.body);
        assert_eq!(entries(&house, &it).await, before, "{engine}: nothing was written");
        planned(&house, &it).await;
        went_public(&officer, &it).await;

        // It stays open until everybody reads how it went, or why nobody looks (A240); what was typed stays.
        for language in ["en", "nl"] {
            let page = officer.get(&format!("{close}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦") && !page.shows("change-reason"), "{}", page.body);
            assert!(page.shows(&format!("/werk/processen/{}/evaluatie/zonder", it.id)), "{}", page.body);
        }
        let why = [("change-reason", "De vraag is beantwoord.")];
        let before = entries(&house, &it).await;
        let refused = officer.post(&close, &why).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{engine}: {}", refused.body);
        assert!(refused.shows("nog niet geëvalueerd") && refused.shows("De vraag is beantwoord."), "{}", refused.body);
        assert_eq!(house.as_role(Role::Moderator).post(&close, &why).await.status, StatusCode::FORBIDDEN);
        assert_eq!(entries(&house, &it).await, before, "{engine}: nothing was written");
        let motive = [("motive", "Er deed niemand mee.")];
        went(&officer.post(&format!("/werk/processen/{}/evaluatie/zonder", it.id), &motive).await);

        // What the guide asks about how it went comes first too (C047), until it is set aside with a motive.
        guided(&house, &it, GuideMoment::Course, &[("asked-C047", "yes")]).await;
        let refused = officer.post(&close, &why).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.shows("C047"), "{engine}: {}", refused.body);
        let aside = [("asked-C047", "yes"), ("rule-C047", "set-aside"), ("motive-C047", "Er kwam geen enkel nee.")];
        guided(&house, &it, GuideMoment::Course, &aside).await;
        went(&officer.post(&close, &why).await);
    }
}

const TOETS: &str = r#"
[[source]]
key = "terugblik"
kind = "local"
title = { nl = "Terugblik", en = "Looking back" }
note = { nl = "Van ons.", en = "Ours." }

[[toets]]
key = "onze-armoedetoets"
name = { nl = "Onze armoedetoets", en = "Our poverty toets" }
purpose = { nl = "Nagaan.", en = "Finding out." }
at = ["draft-decision"]
public = true
obligatory = true
cites = ["terugblik p. 2"]
questions = [{ key = "betaalbaar", asks = { nl = "Kan iedereen dit betalen?", en = "Can everybody pay for this?" }, cite = "terugblik p. 2" }]
"#;

#[tokio::test]
async fn no_decision_goes_to_the_body_before_its_toets_is_answered_for_everybody_to_read() {
    for engine in engines() {
        let house = house(engine).await;
        let it = process(&house, "Het plein").await;
        let ready = dossier(&house, &it, "Een bank", State::AdviceReady).await;
        let on_agenda = dossier(&house, &it, "Een boom", State::OnAgenda).await;
        let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
        store::write!(house.store(), [civil], |tx| {
            let act = journey::Act { tenant, actor: &kernel::Actor::System, at, civil: &civil };
            knowledge::save_addition(tx, &act, TOETS, "toml", 0).await
        })
        .await
        .unwrap();

        let (secretary, decider) = (house.as_role(Role::CouncilSecretary), house.as_role(Role::DecisionMaker));
        let (today, toetsen) = (in_days(&house, 0), format!("/werk/processen/{}/gids/toetsen", it.id));
        let agenda = [("body", "Gemeenteraad"), ("date", today.as_str())];
        let decision = [("outcome", "adopted"), ("words", "Het gebeurt zo."), ("date", today.as_str())];
        for (browser, id, act, fields) in [(&secretary, ready, "agenda", &agenda[..]), (&decider, on_agenda, "besluit", &decision[..])] {
            let path = format!("/werk/dossiers/{id}/{act}");
            assert!(browser.get(&path).await.shows(&toetsen), "{engine}: {act}");
            let held = browser.post(&path, fields).await;
            assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {act}");
            assert!(held.shows("eerst een toets van het ontwerpbesluit") && held.shows(&toetsen), "{}", held.body);
        }
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&toetsen).await;
        assert!(page.shows("Kan iedereen dit betalen?") && page.shows("Over het ontwerpbesluit"), "{}", page.body);
        let (verdict, why) = ("oordeel-onze-armoedetoets.draft-decision-betaalbaar", "waarom-onze-armoedetoets.draft-decision-betaalbaar");
        let answers = [(verdict, "not-yet"), (why, "Wij vragen De Kring mee te rekenen.")];
        assert_eq!(house.as_role(Role::Moderator).post(&toetsen, &answers).await.status, StatusCode::FORBIDDEN);
        went(&officer.post(&toetsen, &answers).await);
        does(&secretary, ready, "agenda", &agenda).await;
        decided(&house, on_agenda, Outcome::Adopted).await;
        let public = house.visitor().get(&format!("/processen/{}/afspraken", it.slug)).await;
        assert!(public.shows("Toets van het ontwerpbesluit:") && public.shows("De Kring mee te rekenen"), "{}", public.body);
    }
}

fn picture() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([u8::try_from(x * 3).unwrap(), u8::try_from(y * 4).unwrap(), 90]));
    let mut bytes = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

#[tokio::test]
async fn what_is_there_and_nobody_sees_is_told() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "realised", &[&one, &other]);
        let (specialist, bytes) = (house.as_role(Role::Specialist), picture());
        let (space, until) = (house.leyhoven.public_space.to_string(), in_days(&house, 200));
        let shown = [("photo-moment", "after"), ("photo-words", "Drie nieuwe banken."), ("photo-nobody", "yes")];
        let file: &[(&str, &str, &str, &[u8])] = &[("photo", "bank.jpg", "image/jpeg", &bytes)];
        let mut made = Vec::new();
        for it in [&one, &other] {
            let receipt = came(&house, it, "Drie banken", State::OnAgenda).await;
            decided(&house, receipt.dossier, Outcome::Adopted).await;
            let promise = [("what", "Drie banken"), ("doer", "department"), ("department", space.as_str()), ("until", until.as_str())];
            let address = does(&specialist, receipt.dossier, "uitvoering", &promise).await;
            made.push((receipt, address));
        }
        went(&specialist.post_files(&format!("{}/foto", made[1].1), &shown, file).await);
        for (receipt, address) in &made {
            went(&specialist.post(address, &[("doen", "claim")]).await);
            let path = format!("/bijdragen/{}/uitgevoerd", receipt.number);
            assert_eq!(listening.hear().await[0], rules(&[]), "{engine}: what is only claimed is not realised");
            went(&house.visitor().post(&path, &[("said", "confirm"), ("code", &receipt.code)]).await);
            if *address == made[0].1 {
                assert_eq!(listening.hear().await, [rules(&["C110"]), rules(&[])], "{engine}");
                went(&specialist.post_files(&format!("{address}/foto"), &shown, file).await);
            }
        }
        assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: there is a photo of what is there now");
        listening.told();
    }
}

#[tokio::test]
async fn an_answer_that_is_not_understood_is_told_and_not_of_one_author() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, other) = (process(&house, "Het park").await, process(&house, "Het plein").await);
        let mut listening = Listening::to(&house, "understood", &[&one, &other]);
        went(&house.as_role(Role::Administrator).post("/beheer/cijfers", &[("smallest", "3")]).await);
        for nth in 0..3 {
            assert_eq!(listening.hear().await, [rules(&[]), rules(&[])], "{engine}: {nth} are few");
            for (it, understood) in [(&one, "no"), (&other, "yes")] {
                let receipt = came(&house, it, &format!("Bank {nth}"), State::OnAgenda).await;
                decided(&house, receipt.dossier, Outcome::NotAdopted).await;
                answered(&house, receipt.dossier).await;
                let path = format!("/bijdragen/{}/oordeel", receipt.number);
                went(&house.visitor().post(&path, &[("understood", understood), ("code", &receipt.code)]).await);
            }
        }
        assert_eq!(listening.hear().await, [rules(&["C172"]), rules(&[])], "{engine}");
        listening.told();
    }
}
