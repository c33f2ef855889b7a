//! Figures of small histories that were counted by hand, through the real acts and over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use answer::NewReaction;
use axum::http::StatusCode;
use carry::across::{answer_means, ask_means, escalate, settle, weigh};
use carry::testing::{Hand, decide, received, said, take_to};
use carry::{AskingMeans, Chosen, Escalating, Level};
use design::Process;
use journey::{Channel, Outcome, State};
use kernel::{Clock as _, CommitmentId, ContributionId, Date, DossierId, FollowCode, Language, Line};
use learn::{By, Definition, Figure, Figures, Filter, Report, Told};
use people::Role;
use people::testing::{BUURSTAD, Options, TestHouse};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Engine;
use store::testing::{engines, statements};
use voice::{Answering, NewContribution, Receipt};

const DONE: &str = "Wij hebben uw plan voor drie banken op het plein uitgerekend en getekend.";
const CRITERION: &str = "De brandweer moet er altijd door kunnen.";
const WHY_NOT: &str = "Een vierde bank staat op de route van de brandweer. Die route mag nooit versperd zijn.";

/// Monday 2 March 2026: no holiday until Easter Monday, 6 April.
const MONDAY: &str = "2026-03-02";

async fn house(engine: Engine) -> TestHouse {
    let migrations =
        [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS, deliver::MIGRATIONS, learn::MIGRATIONS]
            .concat();
    let texts = [
        ("design", design::TEXTS),
        ("voice", voice::TEXTS),
        ("carry", carry::TEXTS),
        ("answer", answer::TEXTS),
        ("deliver", deliver::TEXTS),
        ("learn", learn::TEXTS),
    ];
    let routes = people::Routes::new("test")
        .merge(design::routes())
        .merge(voice::routes())
        .merge(carry::routes())
        .merge(answer::routes())
        .merge(deliver::routes())
        .merge(learn::routes());
    let options = Options { panels: vec![Arc::new(deliver::Panels), Arc::new(learn::Panels)], ..Options::default() };
    let house = TestHouse::open_with(engine, &migrations, &texts, routes, options).await;
    on(&house, MONDAY);
    house
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Moves the clock to three in the afternoon of a day.
fn on(house: &TestHouse, date: &str) {
    house.clock.set(house.leyhoven.tenant.civil.zone.start_of(day(date)).plus_seconds(15 * 3600));
}

fn today(house: &TestHouse) -> Date {
    house.leyhoven.tenant.civil.today(house.clock.now())
}

/// Shows groups from so many people on.
async fn smallest(house: &TestHouse, smallest: i64) {
    let hand = Hand::of(house, Role::Administrator);
    store::write!(house.store(), [hand], |tx| {
        let act = hand.doing();
        people::tables::tenants::set_smallest(tx, act.actor, act.tenant, smallest).await
    })
    .await
    .unwrap();
}

async fn count(house: &TestHouse) -> u64 {
    learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap()
}

async fn report(house: &TestHouse, filter: Filter) -> Report {
    let mut s = house.store().read().await.unwrap();
    Figures::default().report(&mut s, house.tenant(), today(house), filter).await.unwrap()
}

async fn of_2026(house: &TestHouse) -> Report {
    report(house, Filter::of(day("2026-01-01"), day("2026-12-31"))).await
}

fn definition(code: &str) -> &'static Definition {
    Definition::named(code).unwrap()
}

fn figure<'a>(report: &'a Report, code: &str) -> &'a Figure {
    report.figure(definition(code)).unwrap()
}

/// Numerator, denominator and missing.
fn numbers(report: &Report, code: &str) -> (i64, i64, i64) {
    let it = figure(report, code);
    assert_eq!(it.told, Told::Measured, "{code}");
    (it.numerator, it.denominator, it.missing)
}

fn parts(report: &Report, code: &str) -> BTreeMap<String, i64> {
    figure(report, code).parts.iter().map(|part| (part.code.clone(), part.many)).collect()
}

fn only(pairs: &[(&str, i64)]) -> BTreeMap<String, i64> {
    pairs.iter().map(|(part, many)| ((*part).to_owned(), *many)).collect()
}

async fn answered(house: &TestHouse, dossier: DossierId) {
    let fields = [("done", DONE), ("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes"), ("action", "publish")];
    let page = house.as_role(Role::ParticipationOfficer).post(&format!("/werk/dossiers/{dossier}/antwoord"), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn reacts(house: &TestHouse, contribution: ContributionId, understood: Option<bool>, fair: Option<bool>) {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let reaction = NewReaction { understood, fair, review: false, words: None };
    store::write!(house.store(), [hand, reaction], |tx| { answer::react(tx, &hand.doing(), contribution, &reaction).await }).await.unwrap();
}

/// A contribution on paper, written some days before it is entered.
async fn on_paper(house: &TestHouse, process: &Process, written: Date) -> Receipt {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let id = ContributionId::new(house.clock.now(), house.app.random.as_ref());
    let title = Line::new("Meer schaduw", 200).unwrap();
    let mut new = NewContribution::idea(id, process.id, title, Language::NL, Channel::Paper, written);
    new.answering = Answering::none();
    store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await }).await.unwrap()
}

#[tokio::test]
async fn one_contribution_counted_by_hand() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        let nothing = of_2026(&house).await;
        assert!(nothing.figures.iter().all(|it| matches!(it.told, Told::NotCounted | Told::NotMeasured)), "nobody counted yet");
        assert_eq!(count(&house).await, 0);
        assert_eq!(figure(&of_2026(&house).await, "G026c").told, Told::Nothing);

        let receipt = received(&house, &process, "Banken op het plein", Answering::none()).await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((report.received, report.withdrawn), (Some(1), 0));
        assert_eq!(numbers(&report, "G026c"), (0, 1, 1), "it waits");
        assert_eq!(figure(&report, "G026c").median, None);
        assert_eq!(figure(&report, "G027").told, Told::Nothing, "nothing is decided");

        on(&house, "2026-03-04");
        take_to(&house, receipt.dossier, State::Screened).await;
        on(&house, "2026-03-05");
        take_to(&house, receipt.dossier, State::Assigned).await;
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G032"), only(&[("open", 1)]));
        on(&house, "2026-03-06");
        take_to(&house, receipt.dossier, State::FrameCheck).await;
        on(&house, "2026-03-09");
        take_to(&house, receipt.dossier, State::Assessed).await;
        // Twenty working days from 9 March end on 7 April: Easter Monday is closed.
        on(&house, "2026-04-07");
        count(&house).await;
        assert_eq!(numbers(&of_2026(&house).await, "G030"), (0, 1, 0), "the last day of the term is in term");
        on(&house, "2026-04-08");
        assert_eq!(count(&house).await, 1, "nobody did anything, and the term is over");
        let report = of_2026(&house).await;
        assert_eq!((numbers(&report, "G030"), figure(&report, "G030").median), ((1, 1, 0), Some(1)));
        on(&house, "2026-04-15");
        take_to(&house, receipt.dossier, State::AdviceReady).await;
        on(&house, "2026-04-16");
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G027"), only(&[("in-term", 1)]));
        on(&house, "2026-04-20");
        answered(&house, receipt.dossier).await;
        reacts(&house, receipt.id, Some(true), None).await;
        count(&house).await;

        let report = of_2026(&house).await;
        for (code, expected, median) in [
            ("G026a", (1, 1, 0), Some(0)),  // entered on the day on which it was said
            ("G026b", (1, 1, 0), Some(5)),  // the frame check on Monday 9 March: 3, 4, 5, 6, 9
            ("G026c", (1, 1, 0), Some(32)), // 16 April: five until 9 March, twenty until 7 April, seven more
            ("G026d", (1, 1, 0), Some(2)),  // Friday 17 and Monday 20 April
            ("G027", (1, 1, 0), None),
            ("G028a", (1, 1, 0), None),
            ("G030", (1, 1, 0), Some(6)), // 8, 9, 10, 13, 14, 15 April
            ("G032", (1, 1, 0), None),
            ("G033", (1, 1, 0), None),
            ("G037", (1, 1, 0), None),
            ("G038", (1, 1, 0), None),
            ("G039", (0, 0, 1), None), // nothing is promised yet, and the term for that runs
            ("G062", (0, 1, 0), None), // nobody told the council
            ("G061", (1, 1, 0), None), // one participation officer, and nobody who stands in
        ] {
            assert_eq!((numbers(&report, code), figure(&report, code).median), (expected, median), "{code}");
        }
        assert_eq!(parts(&report, "G031"), only(&[("untold", 1)]), "only one department was ever asked");
        assert_eq!(figure(&report, "G028b").told, Told::Few, "one reaction is never shown");
        for code in ["G029", "G034", "G035", "G036a", "G036b", "G040", "G041a", "G041b"] {
            assert_eq!(figure(&report, code).told, Told::Nothing, "{code}");
        }
        assert_eq!(count(&house).await, 1, "counting once more changes nothing");
        assert_eq!(of_2026(&house).await.figures, report.figures);

        // Thirty days after the decision, and on to the next working day: Monday 18 May.
        on(&house, "2026-05-19");
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G039"), only(&[("unplanned", 1)]));
        let mut s = house.store().read().await.unwrap();
        let kinds = Figures::default().kinds(&mut s, &report, learn::Measure::Spell, true).await.unwrap();
        let told: Vec<_> = kinds.iter().map(|row| (row.kind.as_str(), row.parts.clone(), row.median)).collect();
        assert_eq!(told, [("X1", only(&[("over", 1)]), Some(6)), ("X8", only(&[("now", 1)]), Some(1))]);
        drop(s);

        // What is promised two days later lay still until then, and that is not forgotten.
        on(&house, "2026-05-21");
        promised(&house, receipt.dossier, "2026-12-01").await;
        count(&house).await;
        let report = of_2026(&house).await;
        let mut s = house.store().read().await.unwrap();
        let kinds = Figures::default().kinds(&mut s, &report, learn::Measure::Spell, true).await.unwrap();
        let told: Vec<_> = kinds.iter().map(|row| (row.kind.as_str(), row.parts.clone(), row.median)).collect();
        assert_eq!(told, [("X1", only(&[("over", 1)]), Some(6)), ("X8", only(&[("over", 1)]), Some(3))]);
    }
}

#[tokio::test]
async fn a_period_ends_with_its_last_day_and_each_figure_has_its_own_day() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        on(&house, "2026-03-31");
        let receipt = on_paper(&house, &process, day("2026-03-25")).await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        on(&house, "2026-04-01");
        decide(&house, receipt.dossier, Outcome::NotAdopted).await;
        count(&house).await;
        let march = report(&house, Filter::of(day("2026-03-31"), day("2026-03-31"))).await;
        // Written on Wednesday 25 March: 26, 27, 30, 31.
        assert_eq!((numbers(&march, "G026a"), figure(&march, "G026a").median), ((1, 1, 0), Some(4)));
        assert_eq!((numbers(&march, "G026c"), figure(&march, "G026c").median), ((1, 1, 0), Some(1)));
        assert_eq!(figure(&march, "G037").told, Told::Nothing, "decided a day later");
        let april = report(&house, Filter::of(day("2026-04-01"), day("2026-12-31"))).await;
        assert_eq!((figure(&april, "G026c").told, numbers(&april, "G037")), (Told::Nothing, (0, 1, 0)));
        let before = report(&house, Filter::of(day("2026-01-01"), day("2026-03-30"))).await;
        assert_eq!(before.received, Some(0));

        // Ten working days for an answer: 16 April, without Easter Monday.
        on(&house, "2026-04-16");
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G027"), only(&[("in-term", 1)]));
        on(&house, "2026-04-17");
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((parts(&report, "G027"), parts(&report, "G028a")), (only(&[("late", 1)]), only(&[("late", 1)])));
        assert_eq!(parts(&report, "G038"), only(&[("refused-without-motive", 1)]));
        answered(&house, receipt.dossier).await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((parts(&report, "G027"), parts(&report, "G028a")), (only(&[("delivered", 1)]), only(&[("whole", 1)])));
        assert_eq!((numbers(&report, "G038"), numbers(&report, "G037")), ((1, 1, 0), (0, 1, 0)), "considered and not adopted");
    }
}

#[tokio::test]
async fn what_departments_do_together_is_counted() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let (finance, own) = (house.leyhoven.finance, house.leyhoven.public_space);
        let specialist = Hand::of(&house, Role::Specialist);
        let holder = Hand::of(&house, Role::BudgetHolder);
        let mut dossiers = Vec::new();
        for title in ["Banken", "Bomen", "Vijver"] {
            let receipt = received(&house, &process, title, Answering::none()).await;
            take_to(&house, receipt.dossier, State::Assessed).await;
            let id = receipt.dossier;
            let weighing = carry::across::Weighing {
                values: vec!["lawfulness".into(), "trust".into()],
                dilemma: "rules-flexibility".into(),
                defended: Vec::new(),
                options: said("Regel volgen of niet."),
                choice: (title != "Vijver").then(|| Chosen {
                    strategy: "align".into(),
                    motive: said("Samen bekeken."),
                    first: None,
                    compared: None,
                    review: None,
                }),
            };
            store::write!(house.store(), [specialist, weighing], |tx| { weigh(tx, &specialist.doing(), id, &weighing).await })
                .await
                .unwrap();
            let asking = AskingMeans { department: finance, euros: Some(500), budget: None, purpose: said("Hout"), next_date: None };
            store::write!(house.store(), [specialist, asking], |tx| { ask_means(tx, &specialist.doing(), id, &asking).await.map(drop) })
                .await
                .unwrap();
            dossiers.push(id);
        }
        // Three working days later one is granted and one refused; the third waits.
        on(&house, "2026-03-05");
        for (id, granted) in [(dossiers[0], true), (dossiers[1], false)] {
            let motive = said("Er is geen geld voor hout.");
            store::write!(house.store(), [holder, motive], |tx| {
                answer_means(tx, &holder.doing(), id, granted, Some(&motive).filter(|_| !granted)).await
            })
            .await
            .unwrap();
        }
        // The refused one goes to the head, who answers in time, and to the college, where it lies too long.
        let (officer, refused) = (Hand::of(&house, Role::DepartmentHead), dossiers[1]);
        for (level, answer_on) in [(Level::Head, "2026-03-10"), (Level::College, "2026-03-30")] {
            let raising = Escalating { level, question: said("Mag het?"), conflict: said("Geld."), options: said("Ja of nee.") };
            store::write!(house.store(), [officer, raising], |tx| { escalate(tx, &officer.doing(), refused, &raising).await.map(drop) })
                .await
                .unwrap();
            count(&house).await;
            assert_eq!(parts(&of_2026(&house).await, "G035")["open"], 1);
            on(&house, answer_on);
            let words = said("Zoek een goedkoper soort hout.");
            store::write!(house.store(), [officer, words], |tx| { settle(tx, &officer.doing(), refused, &words, own).await.map(drop) })
                .await
                .unwrap();
            if level == Level::Head {
                let asking = AskingMeans { department: finance, euros: Some(300), budget: None, purpose: said("Hout"), next_date: None };
                store::write!(house.store(), [specialist, asking], |tx| {
                    ask_means(tx, &specialist.doing(), refused, &asking).await.map(drop)
                })
                .await
                .unwrap();
            }
        }
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G034"), only(&[("dropped", 1), ("granted", 1), ("refused", 1), ("waiting", 1)]));
        assert_eq!((numbers(&report, "G034"), figure(&report, "G034").median), ((1, 4, 1), Some(3)), "the college answered for one");
        assert!(!figure(&report, "G034").shares, "four are too few for a share, and each is public");
        assert_eq!(parts(&report, "G035"), only(&[("in-term", 1), ("late", 1)]));
        assert_eq!(parts(&report, "G031"), only(&[("several", 2), ("one", 1)]), "who did not answer did not contribute");
        assert_eq!(parts(&report, "G036a"), only(&[("align", 2), ("unchosen", 1)]));
        assert_eq!(figure(&report, "G026c").told, Told::Few, "three people are fewer than ten");
        assert_eq!(report.received, None);

        let mut s = house.store().read().await.unwrap();
        let figures = Figures::default();
        let by = figures.split(&mut s, &report, definition("G034"), By::Department).await.unwrap();
        let told: Vec<_> = by.iter().map(|(place, figure)| (place.clone(), figure.denominator)).collect();
        assert_eq!(told, [(Some(finance.to_string()), 4)], "of the department that was asked");
        assert_eq!(figures.split(&mut s, &report, definition("G034"), By::Channel).await.unwrap(), [], "a request came through no channel");
        drop(s);
        let online = Filter { channel: Some(Channel::Online), ..report.filter };
        assert_eq!(figure(&self::report(&house, online).await, "G034").told, Told::NotSplit);
    }
}

/// Another department is touched, and says what it finds when there is a verdict.
async fn touched(house: &TestHouse, dossier: DossierId, verdict: Option<&str>) {
    let green = house.leyhoven.green;
    let path = format!("/werk/dossiers/{dossier}/raakt-ook");
    does(house, Role::Specialist, &path, &[("department", &green.to_string()), ("why", "De linde is van Groen.")]).await;
    if let Some(verdict) = verdict {
        let fields = [("verdict", format!("{green}-{verdict}")), ("words", "Wij hebben ernaar gekeken.".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = house.as_head_of(green).post(&format!("{path}/gehoord"), &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    }
}

#[tokio::test]
async fn a_department_that_was_heard_took_part_and_one_that_is_not_touched_did_not() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        for (title, verdict) in [("Linde", Some("agrees")), ("Eik", Some("dissents")), ("Beuk", None), ("Kiosk", Some("untouched"))] {
            let dossier = received(&house, &process, title, Answering::none()).await.dossier;
            take_to(&house, dossier, State::Assessed).await;
            touched(&house, dossier, verdict).await;
        }
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G031"), only(&[("several", 2), ("one", 1), ("untold", 1)]));
        assert_eq!(numbers(&report, "G031"), (2, 3, 1));
    }
}

#[tokio::test]
async fn a_department_that_decides_alone_is_told_to_its_head_in_numbers_and_only_from_enough_dossiers() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let specialist = Hand::of(&house, Role::Specialist);
        // Four pull between two perspectives and nobody else was heard; in one the other department said what it finds; one touches nobody.
        for (title, pulls, verdict) in [
            ("Linde", true, None),
            ("Eik", true, None),
            ("Beuk", true, None),
            ("Els", true, None),
            ("Kiosk", true, Some("agrees")),
            ("Hulst", false, None),
        ] {
            let id = received(&house, &process, title, Answering::none()).await.dossier;
            take_to(&house, id, State::Assessed).await;
            if pulls {
                let weighing = carry::across::Weighing {
                    values: vec!["lawfulness".into(), "trust".into()],
                    dilemma: "rules-flexibility".into(),
                    defended: Vec::new(),
                    options: said("Regel volgen of niet."),
                    choice: Some(Chosen {
                        strategy: "silo".into(),
                        motive: said("Wij kijken alleen naar ons eigen werk."),
                        first: None,
                        compared: None,
                        review: None,
                    }),
                };
                store::write!(house.store(), [specialist, weighing], |tx| { weigh(tx, &specialist.doing(), id, &weighing).await })
                    .await
                    .unwrap();
            }
            if verdict.is_some() {
                touched(&house, id, verdict).await;
            }
            take_to(&house, id, State::OnAgenda).await;
            decide(&house, id, Outcome::Adopted).await;
        }
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G031b"), only(&[("alone", 4), ("together", 1)]), "what touches nobody else is not told");
        assert_eq!((numbers(&report, "G031b"), figure(&report, "G031b").shares), ((4, 5, 0), false));

        let words = "van 5 besloten dossiers";
        let head = house.as_role(Role::DepartmentHead);
        assert!(!head.get("/werk").await.body.contains("/hoe-doen-we-het/alone"), "five are fewer than ten");
        smallest(&house, 5).await;
        for role in [Role::DepartmentHead, Role::ParticipationOfficer] {
            let desk = house.as_role(role).get("/werk").await;
            assert!(
                desk.shows("/hoe-doen-we-het/alone?dienst=") && desk.shows("Openbaar domein") && !desk.shows("⟦"),
                "{role}: {}",
                desk.body
            );
            let plain: String = desk.body.chars().filter(|sign| !matches!(sign, '\u{2068}' | '\u{2069}')).collect();
            assert!(plain.contains(words), "{role}: {plain}");
        }
        for browser in [house.as_role(Role::Specialist), house.as_role(Role::Controller), house.as_head_of(house.leyhoven.green)] {
            assert!(!browser.get("/werk").await.shows("/hoe-doen-we-het/alone"), "it is for the head and for whoever assigns");
        }
        let shown = house.visitor().get("/hoe-doen-we-het/alone").await;
        assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{}", shown.body);
    }
}

#[tokio::test]
async fn which_perspective_went_first_is_counted_of_what_departments_wrote_down() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let specialist = Hand::of(&house, Role::Specialist);
        for first in [Some("trust"), Some("trust"), Some("lawfulness"), None] {
            let id = received(&house, &process, "Banken", Answering::none()).await.dossier;
            take_to(&house, id, State::Assessed).await;
            let choice = Chosen {
                strategy: if first.is_some() { "prioritise" } else { "align" }.into(),
                motive: said("Samen bekeken."),
                first: first.map(str::to_owned),
                compared: None,
                review: first.map(|_| day("2026-09-01")),
            };
            let weighing = carry::across::Weighing {
                values: vec!["lawfulness".into(), "trust".into()],
                dilemma: "rules-flexibility".into(),
                defended: Vec::new(),
                options: said("Regel volgen of niet."),
                choice: Some(choice),
            };
            store::write!(house.store(), [specialist, weighing], |tx| { weigh(tx, &specialist.doing(), id, &weighing).await })
                .await
                .unwrap();
        }
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G036a"), only(&[("prioritise", 3), ("align", 1)]));
        assert_eq!(parts(&report, "G036b"), only(&[("lawful", 1), ("networking", 2)]), "aligning puts nothing first");
        assert_eq!((numbers(&report, "G036b"), figure(&report, "G036b").shares), ((0, 3, 0), false), "three are too few for a share");
        assert!(report.one_sided.is_empty(), "and too few to say that it leans to one side");
        let mut s = house.store().read().await.unwrap();
        let by = Figures::default().split(&mut s, &report, definition("G036b"), By::Department).await.unwrap();
        let own = house.leyhoven.public_space.to_string();
        assert_eq!(by.iter().map(|(place, it)| (place.clone(), it.denominator)).collect::<Vec<_>>(), [(Some(own), 3)]);
        drop(s);
        let before = self::report(&house, Filter::of(day("2026-01-01"), day("2026-03-01"))).await;
        assert_eq!(figure(&before, "G036b").told, Told::Nothing, "it counts on the day on which it was written down");

        // From three on the page says that one kind goes first more than sixty of a hundred times.
        smallest(&house, 3).await;
        let report = of_2026(&house).await;
        let sided: Vec<_> = report.one_sided.iter().map(|(measure, part)| (*measure, part.code.as_str())).collect();
        assert_eq!(sided, [(learn::Measure::Strategy, "prioritise"), (learn::Measure::Prioritised, "networking")]);
        let shown = house.visitor().get("/hoe-doen-we-het/perspectives?van=2026-01-01&tot=2026-12-31").await;
        assert!(shown.status == StatusCode::OK && shown.shows("samen doen") && !shown.shows("⟦"), "{}", shown.body);
    }
}

async fn promised(house: &TestHouse, dossier: DossierId, until: &str) -> CommitmentId {
    let department = house.leyhoven.public_space.to_string();
    let fields = [("what", "Vijf banken op het plein"), ("doer", "department"), ("department", &department), ("until", until)];
    let page = house.as_role(Role::Specialist).post(&format!("/werk/dossiers/{dossier}/uitvoering"), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn does(house: &TestHouse, role: Role, path: &str, fields: &[(&str, &str)]) {
    let page = house.as_role(role).post(path, fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{fields:?}: {}", page.body);
}

#[tokio::test]
async fn what_was_promised_is_counted_until_it_lasts() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Banken op het plein", Answering::none()).await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let id = promised(&house, receipt.dossier, "2026-06-01").await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((parts(&report, "G039"), parts(&report, "G041a")), (only(&[("ahead", 1)]), only(&[("same", 1)])));
        on(&house, "2026-06-02");
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G039"), only(&[("late", 1)]), "its day has passed");

        let path = format!("/werk/uitvoering/{id}");
        let change = [
            ("doen", "change"),
            ("change-proposed", "Vijf banken op het plein."),
            ("change-instead", "Vier banken en een boom."),
            ("change-motive", "De boom op die plek is ziek en wordt gekapt. Een bank zou er in de volle zon staan."),
            ("change-criterion", "Veiligheid gaat voor."),
        ];
        does(&house, Role::Specialist, &path, &change).await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((numbers(&report, "G041a"), parts(&report, "G041b")), ((1, 1, 0), only(&[("told", 1)])), "its author was told");

        does(&house, Role::Specialist, &path, &[("doen", "claim")]).await;
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G039"), only(&[("late", 1)]), "done on paper is not seen");
        let code = receipt.follow_code.as_ref().map(FollowCode::reveal).unwrap();
        let confirm = [("said", "confirm"), ("code", code.as_str())];
        let confirmed = house.visitor().post(&format!("/bijdragen/{}/uitgevoerd", receipt.number), &confirm).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((numbers(&report, "G039"), parts(&report, "G040")), ((1, 1, 0), only(&[("ahead", 1)])));
        // A year later, a Wednesday, and nobody looked.
        on(&house, "2027-06-03");
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G040"), only(&[("unchecked", 1)]));
        let check = format!("/werk/uitvoering/{id}/bevestigen");
        let half = [("doen", "check"), ("check-lasting", "works"), ("check-words", "Eén bank is stuk.")];
        does(&house, Role::NeighbourhoodManager, &check, &half).await;
        count(&house).await;
        assert_eq!(parts(&of_2026(&house).await, "G040"), only(&[("not-lasting", 1)]));
        let mut whole = vec![("doen", "check"), ("check-words", "Alle banken staan er.")];
        whole.extend(["works", "used", "owned", "placed"].map(|one| ("check-lasting", one)));
        does(&house, Role::NeighbourhoodManager, &check, &whole).await;
        count(&house).await;
        assert_eq!(numbers(&of_2026(&house).await, "G040"), (1, 1, 0));
    }
}

#[tokio::test]
async fn what_was_said_in_confidence_is_shown_of_whole_quarters_and_enough_people() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        let mut all = Vec::new();
        for n in 0..6 {
            let receipt = received(&house, &process, &format!("Bank {n}"), Answering::none()).await;
            take_to(&house, receipt.dossier, State::OnAgenda).await;
            decide(&house, receipt.dossier, Outcome::NotAdopted).await;
            answered(&house, receipt.dossier).await;
            all.push(receipt);
        }
        for (receipt, fair) in all.iter().zip([true, true, false, false]) {
            reacts(&house, receipt.id, Some(true), Some(fair)).await;
        }
        on(&house, "2026-04-01");
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((figure(&report, "G028b").told, figure(&report, "G029").told), (Told::Few, Told::Few), "four, whatever the limit");
        assert_eq!(numbers(&report, "G037"), (0, 6, 0), "what was decided is public");

        on(&house, "2026-04-02");
        reacts(&house, all[4].id, Some(false), Some(false)).await;
        reacts(&house, all[5].id, Some(false), Some(false)).await;
        count(&house).await;
        assert_eq!(figure(&of_2026(&house).await, "G029").told, Told::Few, "their quarter is not over");
        // A reaction to the same answer changes the earlier one: all of them are of the second quarter now.
        for (receipt, fair) in all.iter().zip([true, true, true, false]) {
            reacts(&house, receipt.id, Some(true), Some(fair)).await;
        }
        on(&house, "2026-06-30");
        count(&house).await;
        assert_eq!(figure(&of_2026(&house).await, "G029").told, Told::Few, "a quarter is over on the day after its last");
        on(&house, "2026-07-01");
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((numbers(&report, "G028b"), numbers(&report, "G029")), ((4, 6, 0), (3, 6, 0)));
        let cut = self::report(&house, Filter::of(day("2026-04-02"), day("2026-12-31"))).await;
        assert_eq!(figure(&cut, "G029").told, Told::Few, "a quarter without its first day is left out");
        let narrow = Filter { department: Some(house.leyhoven.public_space), channel: Some(Channel::Online), ..report.filter.clone() };
        assert_eq!(figure(&self::report(&house, narrow).await, "G029").told, Told::Few, "two limits at once");
        let online = Filter { channel: Some(Channel::Online), ..report.filter.clone() };
        assert_eq!(numbers(&self::report(&house, online).await, "G029"), (3, 6, 0));
        smallest(&house, 7).await;
        assert_eq!(figure(&of_2026(&house).await, "G029").told, Told::Few, "the municipality's own limit");
    }
}

#[tokio::test]
async fn a_contribution_keeps_what_happened_to_it_when_it_goes_along_with_others() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        let first = received(&house, &process, "Een bank", Answering::none()).await;
        // Two working days to look at its privacy: it lies still from Thursday 5 March on.
        on(&house, "2026-03-10");
        let second = received(&house, &process, "Nog een bank", Answering::none()).await;
        for receipt in [&first, &second] {
            take_to(&house, receipt.dossier, State::Screened).await;
        }
        let officer = Hand::of(&house, Role::ParticipationOfficer);
        let (from, into, contribution) = (first.dossier, second.dossier, first.id);
        store::write!(house.store(), [officer], |tx| { journey::bundle(tx, &officer.doing(), from, into, contribution).await.map(drop) })
            .await
            .unwrap();
        take_to(&house, into, State::Assessed).await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(report.received, Some(2), "each counts once");
        // 5, 6, 9, 10 March.
        assert_eq!((numbers(&report, "G030"), figure(&report, "G030").median), ((1, 2, 0), Some(4)));
        assert_eq!(numbers(&report, "G026b"), (2, 2, 0), "the frame check is for both");
        assert_eq!(numbers(&report, "G032"), (1, 1, 0), "one dossier has an owner, the empty one needs none");

        let erasure = voice::Erasure::Hide;
        store::write!(house.store(), [officer], |tx| { voice::withdraw(tx, &officer.doing(), contribution, erasure, &[]).await })
            .await
            .unwrap();
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!((report.received, report.withdrawn, numbers(&report, "G030")), (Some(2), 1, (0, 1, 0)), "only that it was withdrawn");
    }
}

#[tokio::test]
async fn a_neighbour_counts_nothing_of_us_and_a_place_of_ours_is_no_place_there() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        received(&house, &process, "Banken op het plein", Answering::none()).await;
        count(&house).await;
        let (neighbour, civil) = (house.buurstad.tenant.id, house.buurstad.tenant.civil.clone());
        assert_eq!(learn::count(house.store(), neighbour, &civil).await.unwrap(), 0);
        let mut s = house.store().read().await.unwrap();
        let filter = Filter::of(day("2026-01-01"), day("2026-12-31"));
        let figures = Figures::default();
        let ours = figures.report(&mut s, house.tenant(), today(&house), filter.clone()).await.unwrap();
        let theirs = figures.report(&mut s, neighbour, today(&house), filter).await.unwrap();
        drop(s);
        assert_eq!((ours.received, theirs.received), (Some(1), Some(0)));
        assert!(theirs.figures.iter().all(|it| matches!(it.told, Told::Nothing | Told::NotMeasured)));
        assert_eq!(theirs.smallest, people::SMALLEST, "our limit is ours");
        let page = house.visitor().on(BUURSTAD).get(&format!("/hoe-doen-we-het?project={}", process.id)).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("project-error"), "{}", page.body);
        assert!(!page.shows("Een groener Marktplein"));
    }
}

#[tokio::test]
async fn the_page_its_sheet_and_a_figure_tell_the_same_in_every_language() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 3).await;
        let process = design::testing::published_process(&house).await;
        for n in 0..4 {
            let receipt = received(&house, &process, &format!("Bank {n}"), Answering::none()).await;
            if n < 3 {
                take_to(&house, receipt.dossier, State::OnAgenda).await;
                decide(&house, receipt.dossier, Outcome::Adopted).await;
            }
            if n < 2 {
                answered(&house, receipt.dossier).await;
            }
        }
        on(&house, "2026-03-30");
        count(&house).await;
        let visitor = house.visitor();
        let page = visitor.get("/hoe-doen-we-het").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for words in ["4 bijdragen", "2 van 3", "niet bekend", "Geteld op"] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        for language in ["nl", "en", "ar"] {
            let reader = house.visitor().in_language(language);
            for definition in learn::DEFINITIONS {
                let one = reader.get(&format!("/hoe-doen-we-het/{}", definition.key)).await;
                assert!(one.status == StatusCode::OK && !one.shows("⟦"), "{} in {language}: {}", definition.code, one.body);
            }
            assert!(!reader.get("/hoe-doen-we-het?kanaal=online").await.shows("⟦"), "{language}");
        }
        let one = visitor.get("/hoe-doen-we-het/answered?kanaal=online").await;
        for words in ["2 van 3", "te laat, nog geen antwoord", "Openbaar domein", "Een groener Marktplein", "1e kwartaal 2026", "G027"] {
            assert!(one.shows(words), "{words}: {}", one.body);
        }
        assert_eq!(visitor.get("/hoe-doen-we-het/alles").await.status, StatusCode::NOT_FOUND);

        let sheet = visitor.get("/hoe-doen-we-het.csv").await;
        assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
        let mut rows = csv::Reader::from_reader(sheet.body.as_bytes());
        let columns = rows.headers().unwrap().clone();
        let at = |name: &str| columns.iter().position(|column| column == name).unwrap();
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        let of =
            |code: &str, by: &str| rows.iter().filter(|row| &row[0] == code && &row[at("split_by")] == by).cloned().collect::<Vec<_>>();
        let whole = of("G027", "");
        let found: BTreeMap<_, _> = whole.iter().map(|row| (row[at("part")].to_owned(), row[at("part_count")].to_owned())).collect();
        assert_eq!(found, BTreeMap::from([("delivered".into(), "2".into()), ("late".into(), "1".into())]));
        assert_eq!((&whole[0][at("numerator")], &whole[0][at("denominator")], &whole[0][at("percent")]), ("2", "3", "67"));
        assert_eq!(&of("G036b", "")[0][at("state")], "nothing");
        assert_eq!(&of("G027", "department")[0][at("place")], "Openbaar domein");
        // The one that is not decided lies at the participation team: too few to show, and then Openbaar domein is not shown either.
        let by: Vec<_> = of("G026c", "department").iter().map(|row| row[at("state")].to_owned()).collect();
        assert!(by.iter().all(|state| state == "few") && by.len() == 2, "{by:?}");

        let wrong = visitor.get("/hoe-doen-we-het?van=gisteren&kanaal=duif").await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.shows("van-error") && wrong.shows("gisteren"), "{}", wrong.body);
    }
}

#[tokio::test]
async fn who_may_not_sets_no_limit_and_the_journal_tells_who_did() {
    for engine in engines() {
        let house = house(engine).await;
        let entries = async || {
            let mut s = house.store().read().await.unwrap();
            store::journal::latest(&mut s, house.tenant(), None, None, 500).await.unwrap()
        };
        let limit = async || {
            let mut s = house.store().read().await.unwrap();
            people::tables::tenants::smallest(&mut s, house.tenant()).await.unwrap()
        };
        let before = entries().await.len();
        for role in [Role::ParticipationOfficer, Role::Researcher, Role::DepartmentHead, Role::ProcessGuardian, Role::Intermediary] {
            let browser = house.as_role(role);
            assert_eq!(browser.get("/beheer/cijfers").await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(browser.post("/beheer/cijfers", &[("smallest", "3")]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(
            house.as_role(Role::Administrator).without_token().post("/beheer/cijfers", &[("smallest", "3")]).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!((limit().await, entries().await.len()), (10, before), "nothing changed");
        let administrator = house.as_role(Role::Administrator);
        for wrong in ["", "veel", "2", "101", "5,5"] {
            let page = administrator.post("/beheer/cijfers", &[("smallest", wrong)]).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("smallest-error"), "{wrong}: {}", page.body);
            assert!(wrong.is_empty() || page.shows(&format!("value=\"{wrong}\"")), "what was typed stays: {wrong}");
        }
        assert_eq!((limit().await, entries().await.len()), (10, before), "nothing changed");
        assert_eq!(administrator.post("/beheer/cijfers", &[("smallest", "4")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(limit().await, 4);
        let told = entries().await;
        assert_eq!(
            (told.len(), told[0].kind.as_str(), told[0].actor),
            (before + 1, "smallest-group-set", house.actor(Role::Administrator))
        );
        let checked = store::journal::verify(house.store(), None).await.unwrap();
        assert!(checked.findings.is_empty(), "{checked:?}");
    }
}

#[tokio::test]
async fn the_job_counts_and_plans_itself_anew() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 1).await;
        let process = design::testing::published_process(&house).await;
        received(&house, &process, "Een bank", Answering::none()).await;
        let tenant = house.tenant();
        let begin = async || store::write!(house.store(), [], |tx| { learn::jobs::begin(tx, tenant).await }).await.unwrap();
        begin().await;
        begin().await;
        let worker = learn::jobs::register(house.worker(), &house.app);
        assert_eq!(worker.work_once().await.unwrap(), 1, "planned twice, counted once");
        assert_eq!(of_2026(&house).await.received, Some(1));
        assert_eq!(worker.work_once().await.unwrap(), 0);
        received(&house, &process, "Nog een bank", Answering::none()).await;
        house.clock.advance_seconds(3600);
        assert_eq!(worker.work_once().await.unwrap(), 1, "an hour later");
        assert_eq!(of_2026(&house).await.received, Some(2));
        house.clock.advance_days(1);
        begin().await;
        assert_eq!(worker.work_once().await.unwrap(), 2, "it had come to a halt: begun again, beside the one that is late");
        house.clock.advance_seconds(3600);
        assert_eq!(worker.work_once().await.unwrap(), 1, "and from then on one goes on");
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    for engine in engines() {
        // A setting of this room went to the municipality.
        let test = store::testing::open(engine, &[people::MIGRATIONS, learn::MIGRATIONS].concat()).await;
        let statements = store::testing::statements(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        assert!(statements.len() > 10);
        assert_eq!(store::testing::prepare_all(&test, &statements).await, Vec::<String>::new());
        assert_eq!(store::testing::keys_without_tenant(&test).await, Vec::<String>::new());
    }
}

#[test]
fn every_word_is_there_in_every_language_and_every_part_has_one() {
    let public: Vec<_> = learn::TEXTS[..3].to_vec();
    assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
    assert_eq!(ui::testing::differences(&learn::TEXTS[3..], &["en"]), Vec::<String>::new());
    let dutch = learn::TEXTS[0].1;
    let has = |key: &str| dutch.lines().any(|line| line.starts_with(&format!("{key} =")));
    for it in learn::DEFINITIONS {
        let asked: &[&str] =
            if it.measure.is_some() { &["name", "what", "formula", "missing"] } else { &["name", "what", "formula", "why"] };
        for word in asked.iter().filter(|word| **word != "missing" || it.parts.iter().any(|(_, tone)| *tone == learn::Tone::Unknown)) {
            assert!(has(&format!("learn-{}-{word}", it.key)), "{} has no {word}", it.code);
        }
        assert!(it.form != learn::Form::ShareAndDays || has(&format!("learn-{}-headline", it.key)), "{}", it.code);
        for source in it.sources {
            assert!(has(&format!("learn-source-{}", source.code())));
        }
        assert!(has(&format!("learn-unit-{}", it.unit.code())));
    }
}

/// Writes down a count as whoever helped people, and gives what the page answers.
async fn counted_group(house: &TestHouse, role: Role, process: &Process, quarter: &str, harder: &str) -> people::testing::Page {
    let id = process.id.to_string();
    let fields = [("process", id.as_str()), ("quarter", quarter), ("harder", harder), ("silent", "3")];
    house.as_role(role).post("/werk/groepstelling", &fields).await
}

#[tokio::test]
async fn on_which_organisation_it_leans_is_told_of_whole_quarters_and_of_no_small_group() {
    for engine in engines() {
        let house = house(engine).await;
        smallest(&house, 5).await;
        let process = design::testing::published_process(&house).await;
        let kring = house.leyhoven.de_kring;
        for nth in 0..7 {
            let through = Answering { by: journey::AnswerBy::Intermediary, organisation: Some(kring), ..Answering::none() };
            let answering = if nth < 5 { through } else { Answering::none() };
            received(&house, &process, &format!("Idee {nth}"), answering).await;
        }
        // Of the quarter that runs nothing is told.
        count(&house).await;
        assert_eq!(figure(&of_2026(&house).await, "G060a").told, Told::Few);
        on(&house, "2026-05-04");
        let before = journal(&house).await;
        for role in [Role::Researcher, Role::DecisionMaker, Role::Administrator] {
            assert_eq!(counted_group(&house, role, &process, "2026-Q1", "9").await.status, StatusCode::FORBIDDEN, "{role}");
        }
        for (quarter, harder, wrong) in
            [("2026-Q1", "veel", "harder-error"), ("2026-Q1", "-1", "harder-error"), ("2019-Q1", "9", "quarter-error")]
        {
            let page = counted_group(&house, Role::Intermediary, &process, quarter, harder).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong) && page.shows(harder), "{wrong}: {}", page.body);
        }
        assert_eq!(journal(&house).await, before, "nothing was written");
        for (role, harder) in [(Role::Intermediary, "4"), (Role::Intermediary, "9"), (Role::ParticipationOfficer, "6")] {
            assert_eq!(counted_group(&house, role, &process, "2026-Q1", harder).await.status, StatusCode::SEE_OTHER, "{role}");
        }
        assert_eq!(counted_group(&house, Role::Intermediary, &process, "2026-Q2", "50").await.status, StatusCode::SEE_OTHER);
        assert_eq!(journal(&house).await, before + 4);
        let own = house.as_role(Role::Intermediary).get("/werk/groepstelling").await;
        assert!(own.shows(">9<") && !own.shows(">6<"), "each sees its own: {}", own.body);

        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(numbers(&report, "G060a"), (5, 5, 2), "two came by themselves");
        assert_eq!(numbers(&report, "G060b"), (9, 15, 6), "the last count of a quarter holds; the quarter that runs does not count yet");
        let one = Filter { process: Some(process.id), ..Filter::of(day("2026-01-01"), day("2026-12-31")) };
        let narrowed = self::report(&house, one).await;
        assert_eq!(figure(&narrowed, "G060a").told, Told::NotSplit, "two limits at once would give people away");
        for path in ["/hoe-doen-we-het/intermediary", "/hoe-doen-we-het/harder"] {
            for language in ["nl", "en", "ar"] {
                let page = house.visitor().in_language(language).get(path).await;
                assert!(page.status == StatusCode::OK && page.shows("De Kring") && !page.shows("⟦"), "{path} {language}: {}", page.body);
            }
        }
        smallest(&house, 10).await;
        let report = of_2026(&house).await;
        assert_eq!(figure(&report, "G060a").told, Told::Few);
        assert_eq!(figure(&report, "G060b").told, Told::Few, "nine and six of fifteen: the one would give the other away");
        for language in ["nl", "en"] {
            let page = house.as_role(Role::Intermediary).in_language(language).get("/werk/groepstelling").await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language}: {}", page.body);
        }
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get("/werk/groepstelling").await.body.matches(">9<").count(), 0);
    }
}

async fn journal(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 500).await.unwrap().len()
}

/// Tells the council of a process on this day.
async fn told(house: &TestHouse, process: &Process, day: Date) {
    let hand = Hand::of(house, Role::CouncilSecretary);
    let body = Line::new("Gemeenteraad", 100).unwrap();
    let telling = carry::council::Telling { body, day, told: said("Bewoners vragen schaduw."), closed: None, dossiers: Vec::new() };
    let id = process.id;
    store::write!(house.store(), [hand, telling], |tx| carry::council::brief(tx, &hand.doing(), id, &telling).await.map(drop))
        .await
        .unwrap();
}

async fn another(house: &TestHouse, title: &str) -> Process {
    design::testing::published_in(house.store(), house.tenant(), &house.leyhoven.tenant.civil, title).await
}

#[tokio::test]
async fn a_council_that_was_told_before_the_first_advice_is_counted_and_later_is_too_late() {
    for engine in engines() {
        let house = house(engine).await;
        let (in_time, too_late, never, no_advice) =
            (another(&house, "Plein").await, another(&house, "Park").await, another(&house, "Straat").await, another(&house, "Pad").await);
        told(&house, &in_time, today(&house)).await;
        told(&house, &no_advice, today(&house)).await;
        on(&house, "2026-03-05");
        for process in [&in_time, &too_late, &never] {
            let dossier = received(&house, process, "Meer schaduw", Answering::none()).await.dossier;
            take_to(&house, dossier, State::AdviceReady).await;
        }
        told(&house, &too_late, today(&house)).await;
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G062"), only(&[("before", 1), ("after", 1), ("none", 1)]), "{engine}");
        assert_eq!(numbers(&report, "G062"), (1, 3, 0), "{engine}: a process without advice does not count");
        let of_one = Filter { process: Some(in_time.id), ..Filter::of(day("2026-01-01"), day("2026-12-31")) };
        assert_eq!(numbers(&self::report(&house, of_one).await, "G062"), (1, 1, 0));
    }
}

#[tokio::test]
async fn what_people_found_of_politicians_is_told_of_whole_quarters_and_never_of_a_few() {
    for engine in engines() {
        let house = house(engine).await;
        let (many, few, unrecorded) = (another(&house, "Plein").await, another(&house, "Park").await, another(&house, "Pad").await);
        on(&house, "2026-03-25");
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let presence = |process: &Process, [politicians, helpful, steering, neither]: [i64; 4]| {
            let day = process.charter.as_ref().unwrap().planning[0].date;
            (process.id, carry::Presence { day, politicians, helpful, steering, neither })
        };
        for (id, it) in [presence(&many, [2, 12, 3, 5]), presence(&few, [1, 1, 2, 0])] {
            store::write!(house.store(), [hand], |tx| carry::council::present(tx, &hand.doing(), id, &it).await).await.unwrap();
        }
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(parts(&report, "G063a"), only(&[("with", 2), ("unrecorded", 1)]), "{engine}: of {} nobody said", unrecorded.slug);
        assert_eq!(figure(&report, "G063b").told, Told::Few, "{engine}: the quarter is not over");
        on(&house, "2026-04-02");
        count(&house).await;
        let report = of_2026(&house).await;
        assert_eq!(numbers(&report, "G063b"), (13, 23, 0), "{engine}");
        let of = |process: &Process| Filter { process: Some(process.id), ..Filter::of(day("2026-01-01"), day("2026-12-31")) };
        assert_eq!(figure(&self::report(&house, of(&few)).await, "G063b").told, Told::Few, "{engine}: three are never shown");
        assert_eq!(
            figure(&self::report(&house, of(&many)).await, "G063b").told,
            Told::Few,
            "{engine}: or they would be found by subtraction"
        );
    }
}

#[tokio::test]
async fn facts_of_one_process_and_of_who_decided_alone_are_read_from_an_index() {
    let house = house(Engine::Sqlite).await;
    let all = statements(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let narrow = |sql: &str| sql.contains("FROM flow_fact") && (sql.contains("AND process = $2") || sql.contains("measure = 'alone'"));
    let narrow: Vec<_> = all.into_iter().filter(|(_, sql)| narrow(sql)).collect();
    assert_eq!(narrow.len(), 3, "{narrow:?}");
    let mut s = house.store().read().await.unwrap();
    for (place, sql) in narrow {
        let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
        let plan: Vec<String> = s.all(explain, &[]).await.unwrap().iter().map(|row| row.get("detail").unwrap()).collect();
        let plan = plan.join("; ");
        let index = if sql.contains("'alone'") {
            "COVERING INDEX flow_fact_by_measure (tenant=? AND measure=? AND day"
        } else {
            "INDEX flow_fact_by_process (tenant=? AND process=?"
        };
        assert!(plan.contains(index), "{place}: {plan}");
    }
}
