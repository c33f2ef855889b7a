//! A process that is measured, from the plan until the outcomes, over HTTP, on both databases, beside a neighbour.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use design::{Aim, GuideAnswers, GuideMoment, Process};
use journey::Act;
use kernel::{Clock, Date, ProcessId};
use measure::{AnswerCode, Indicator, Round, Wave, proposed};
use people::Role;
use people::testing::{BUURSTAD, Browser, Options, Page, TestHouse};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Engine;
use store::testing::engines;
use uuid::Uuid;

async fn house(engine: Engine) -> TestHouse {
    let migrations = [design::testing::migrations(), measure::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("measure", measure::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(measure::routes());
    let options = Options { panels: vec![Arc::new(measure::Panels)], ..Options::default() };
    let house = TestHouse::open_with(engine, &migrations, &texts, routes, options).await;
    on(&house, "2026-03-02");
    house
}

/// Moves the clock to three in the afternoon of a day.
fn on(house: &TestHouse, day: &str) {
    let day: Date = day.parse().unwrap();
    house.clock.set(house.leyhoven.tenant.civil.zone.start_of(day).plus_seconds(15 * 3600));
}

/// A published process that aims at trust and at social cohesion.
async fn process(house: &TestHouse) -> Process {
    let process = design::testing::published_process(house).await;
    let aim = |key: &str| Aim { effect: key.to_owned().try_into().unwrap(), level: None };
    let aims = GuideAnswers {
        moment: GuideMoment::Aims,
        answers: Vec::new(),
        aims: Some(vec![aim("effect.trust"), aim("value.social-cohesion")]),
        texts: Vec::new(),
        choices: Vec::new(),
        lessons: Vec::new(),
        organisation: Vec::new(),
    };
    let (tenant, civil, id, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), process.id, house.clock.now());
    let actor = house.actor(Role::ParticipationOfficer);
    store::write!(house.store(), [aims, civil, actor], |tx| {
        let act = Act { tenant, actor: &actor, at, civil: &civil };
        design::save_guide(tx, &act, id, &aims, None).await
    })
    .await
    .unwrap();
    process
}

fn field(page: &Page, name: &str) -> String {
    let at = page.body.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {}", page.body));
    let rest = &page.body[at..];
    let rest = &rest[rest.find("value=\"").unwrap() + 7..];
    rest.split('"').next().unwrap().to_owned()
}

/// The choice of every proposal: kept, except one.
fn choices(dropped: &str, motive: &str) -> Vec<(String, String)> {
    let aims: Vec<evidence::EffectKey> = ["effect.trust", "value.social-cohesion"].map(|key| key.to_owned().try_into().unwrap()).to_vec();
    let mut fields = Vec::new();
    for it in proposed(&aims) {
        let drop = it.indicator.code == dropped;
        fields.push((it.indicator.field(), if drop { "drop" } else { "keep" }.to_owned()));
        if drop {
            fields.push((format!("{}-motive", it.indicator.field()), motive.to_owned()));
        }
    }
    fields
}

const DAYS: [(&str, &str); 4] =
    [("before-opens", "2026-03-02"), ("before-closes", "2026-03-10"), ("after-opens", "2026-04-01"), ("after-closes", "2026-04-10")];

async fn save(officer: &Browser, id: ProcessId, fields: &[(String, String)], more: &[(&str, &str)]) -> Page {
    let path = format!("/werk/processen/{id}/meten");
    let seen = field(&officer.get(&path).await, "seen");
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.extend(more);
    all.push(("seen", seen.as_str()));
    officer.post(&path, &all).await
}

const BEFORE: [&str; 4] = ["trust-municipality", "listens", "fixed-already", "again"];
const AFTER: [&str; 6] = ["trust-municipality", "fixed-already", "again", "heard", "disappointed", "new-people"];

/// A plan that is whole, with its days and its questions.
async fn planned(house: &TestHouse) -> Process {
    let process = process(house).await;
    let officer = house.as_role(Role::ParticipationOfficer);
    let saved = save(&officer, process.id, &choices("G046", "Dit meten wij volgend jaar."), &DAYS).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    // «Leerde u mensen kennen» is of G046, which was dropped.
    let mut fields: Vec<(&str, &str)> = BEFORE.iter().filter(|code| **code != "listens").map(|code| ("before", *code)).collect();
    fields.extend(AFTER.iter().filter(|code| **code != "new-people").map(|code| ("after", *code)));
    let saved = officer.post(&format!("/werk/processen/{}/meten/vragen", process.id), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    process
}

/// Answers on the public page, as a browser would.
async fn answers(visitor: &Browser, slug: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/processen/{slug}/vragen");
    let form = visitor.get(&path).await;
    let (once, wave) = (field(&form, "once"), field(&form, "ronde"));
    let mut all = vec![("once", once.as_str()), ("ronde", wave.as_str())];
    all.extend(fields);
    visitor.post(&path, &all).await
}

/// The code that a page gives.
fn code(page: &Page) -> String {
    let at = page.body.find("class=\"measure-code\"").unwrap_or_else(|| panic!("a code: {}", page.body));
    let rest = &page.body[at..];
    let rest = &rest[rest.find("<bdi dir=\"ltr\">").unwrap() + 15..];
    let code = rest.split('<').next().unwrap().to_owned();
    code.parse::<AnswerCode>().expect("a code that fits");
    code
}

async fn kinds(house: &TestHouse) -> Vec<String> {
    let mut s = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut s, house.tenant(), None, None, 10_000).await.unwrap();
    all.into_iter().map(|event| event.kind).collect()
}

async fn count(house: &TestHouse, sql: &'static str) -> i64 {
    let mut s = house.store().read().await.unwrap();
    s.one(sql, &store::values![house.tenant()]).await.unwrap().get("many").unwrap()
}

async fn sheets(house: &TestHouse) -> i64 {
    count(house, "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1").await
}

async fn codes(house: &TestHouse) -> i64 {
    count(house, "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_code WHERE tenant = $1").await
}

async fn work(house: &TestHouse) {
    let worker = measure::jobs::register(house.worker(), &house.app);
    while worker.work_once().await.unwrap() > 0 {}
}

#[tokio::test]
async fn a_plan_is_proposed_from_the_aims_and_everybody_reads_what_is_left_out() {
    for engine in engines() {
        let house = house(engine).await;
        let process = process(&house).await;
        let (officer, visitor) = (house.as_role(Role::ParticipationOfficer), house.visitor());
        let (path, public) = (format!("/werk/processen/{}/meten", process.id), format!("/processen/{}/meten", process.slug));
        assert!(visitor.get(&public).await.shows("nog niet bekend wat wij meten"));

        let shown = officer.get(&path).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        for words in ["G042", "G046", "G049", "Voor: Vertrouwen.", "Dit hoort bij elk proces.", "value=\"2026-03-02\""] {
            assert!(shown.shows(words), "{words}: {}", shown.body);
        }
        assert!(!shown.shows("id=\"g054\""), "nobody aims at efficiency");
        assert!(shown.shows("value=\"g054\""), "but it may be measured as well");

        // Nothing is dropped without a motive, and nothing that was typed is lost.
        let mut silent = choices("G046", " ");
        silent.push(("before-opens".to_owned(), "maandag".to_owned()));
        let refused = save(&officer, process.id, &silent, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Schrijf waarom u dit niet meet.", "value=\"maandag\"", "Schrijf een dag die bestaat"] {
            assert!(refused.shows(words), "{words}: {}", refused.body);
        }
        let overlap = [
            ("before-opens", "2026-03-02"),
            ("before-closes", "2026-04-10"),
            ("after-opens", "2026-04-10"),
            ("after-closes", "2026-04-01"),
        ];
        let refused = save(&officer, process.id, &choices("G046", "Later."), &overlap).await;
        assert!(refused.shows("voordat de vorige voorbij is") && refused.shows("De laatste dag ligt vóór de eerste"), "{}", refused.body);
        let past = save(&officer, process.id, &choices("", ""), &[("before-opens", "2026-02-01"), ("before-closes", "2026-02-02")]).await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && past.shows("De laatste dag is al voorbij"), "{}", past.body);
        assert!(!kinds(&house).await.contains(&"measurement-planned".to_owned()));

        let saved = save(&officer, process.id, &choices("G046", "Dit meten wij <volgend> jaar."), &DAYS).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let everybody = visitor.get(&public).await;
        for words in ["Dit meten wij &#60;volgend&#62; jaar.", "Veranderde het vertrouwen", "Van 2 maart 2026 tot en met 10 maart 2026."] {
            assert!(everybody.shows(words), "{words}: {}", everybody.body);
        }
        let arabic = house.visitor().in_language("ar").get(&public).await;
        assert!(arabic.shows("هل تغيّرت الثقة") && arabic.shows("lang=\"nl\""), "{}", arabic.body);
        let mut s = house.store().read().await.unwrap();
        assert!(!measure::planned(&mut s, house.tenant(), process.id).await.unwrap(), "the questions are missing");
        drop(s);

        // What somebody else saved is not overwritten.
        let mut all: Vec<(String, String)> = choices("", "");
        all.push(("seen".to_owned(), "1".to_owned()));
        let pairs: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(DAYS).collect();
        let overtaken = officer.post(&path, &pairs).await;
        assert_eq!(overtaken.status, StatusCode::CONFLICT);
        assert!(overtaken.shows("Iemand anders heeft dit meetplan intussen bewaard"), "{}", overtaken.body);

        // Thirteen questions are too many; one that is not kept cannot be asked.
        let questions = format!("{path}/vragen");
        let page = officer.get(&questions).await;
        assert!(page.shows("Ik heb vertrouwen in de gemeente.") && !page.shows("value=\"new-people\""), "{}", page.body);
        let unkept = officer.post(&questions, &[("after", "new-people")]).await;
        assert_eq!(unkept.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unkept.shows("Kies een van de mogelijkheden."));
        let fields: Vec<(&str, &str)> = [("before", "trust-municipality"), ("after", "trust-municipality")].to_vec();
        assert_eq!(officer.post(&questions, &fields).await.status, StatusCode::SEE_OTHER);
        let mut s = house.store().read().await.unwrap();
        assert!(measure::planned(&mut s, house.tenant(), process.id).await.unwrap());
        drop(s);
        assert!(officer.get(&path).await.shows("Dit meetplan is klaar."));
        assert!(officer.get("/werk/meten").await.shows("Het meetplan is klaar."));
        let kinds = kinds(&house).await;
        assert!(kinds.iter().filter(|kind| *kind == "measurement-planned").count() == 1);
        assert!(kinds.iter().filter(|kind| *kind == "questions-chosen").count() == 2);
    }
}

#[tokio::test]
async fn people_answer_before_and_after_and_the_change_of_the_same_people_is_told() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (visitor, slug, id) = (house.visitor(), process.slug.clone(), process.id);
        let public = format!("/processen/{slug}/meten");
        let form = visitor.get(&format!("/processen/{slug}/vragen")).await;
        for words in [
            "Wilt u meedoen aan dit project?",
            "Ik heb vertrouwen in de gemeente.",
            "data-read-aloud=\"q-again-set\" hidden",
            "Zij zien geen naam",
            "read-aloud.js",
        ] {
            assert!(form.shows(words), "{words}: {}", form.body);
        }
        assert!(!form.shows("Ik voelde mij gehoord") && !form.shows("answer-code"), "that is asked later");

        // Twelve people who mean to take part, three who do not.
        let mut kept = Vec::new();
        for nth in 0..15 {
            let trust = if nth % 2 == 0 { "2" } else { "3" };
            let took_part = if nth < 12 { "yes" } else { "no" };
            let page = answers(&visitor, &slug, &[("took-part", took_part), ("q-trust-municipality", trust), ("q-again", "0")]).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            assert_eq!(page.headers["cache-control"], "no-store");
            kept.push(code(&page));
        }
        assert_eq!(kept.iter().collect::<BTreeSet<_>>().len(), 15);
        assert_eq!((sheets(&house).await, codes(&house).await), (15, 15));
        // The same form sent twice counts once, and shows the same code.
        let once = Uuid::from_u128(77).to_string();
        let twice = [("once", once.as_str()), ("ronde", "before"), ("took-part", "yes"), ("q-trust-municipality", "3")];
        let first = visitor.post(&format!("/processen/{slug}/vragen"), &twice).await;
        let second = visitor.post(&format!("/processen/{slug}/vragen"), &twice).await;
        assert_eq!((code(&first), sheets(&house).await, codes(&house).await), (code(&second), 16, 16));
        // Nothing tells when, and no code stands anywhere.
        let mut s = house.store().read().await.unwrap();
        let rows = s.all("SELECT id, day FROM measure_sheet WHERE tenant = $1", &store::values![house.tenant()]).await.unwrap();
        for row in rows {
            assert_eq!(row.get::<Uuid>("id").unwrap().get_version_num(), 4);
            assert_eq!(row.get::<String>("day").unwrap(), "2026-03-02");
        }
        for event in store::journal::latest(&mut s, house.tenant(), None, None, 1_000).await.unwrap() {
            let body = event.body.to_string();
            assert!(kept.iter().all(|code| !body.contains(code)), "{body}");
            if event.kind == "answered" {
                assert_eq!(event.at, house.leyhoven.tenant.civil.zone.start_of("2026-03-02".parse().unwrap()));
            }
        }
        drop(s);
        assert!(!visitor.get(&public).await.shows("2,5"), "while people answer nothing is told");

        // After the last day nobody answers on a screen; after the days for paper the answers hold.
        on(&house, "2026-03-11");
        let late =
            visitor.post(&format!("/processen/{slug}/vragen"), &[("once", once.as_str()), ("ronde", "before"), ("took-part", "yes")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.shows("stellen wij geen vragen") && late.shows("1 april 2026"), "{}", late.body);
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        assert!(measure::results(&mut s, house.tenant(), id).await.unwrap().0.is_empty());
        drop(s);
        on(&house, "2026-03-25");
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        let (found, changes) = measure::results(&mut s, house.tenant(), id).await.unwrap();
        drop(s);
        assert!(changes.is_empty());
        let of = |code: &str, took_part: bool| {
            found.iter().find(|it| it.statement.code == code && it.took_part == took_part).unwrap_or_else(|| panic!("{code}"))
        };
        let trust = of("trust-municipality", true);
        assert_eq!((trust.answered, trust.missing, trust.round, trust.indicator), (Some(13), 0, Round::Before, "G042"));
        let mean = trust.mean.as_ref().unwrap().value.value;
        assert!((mean - (6.0 * 2.0 + 7.0 * 3.0) / 13.0).abs() < 1e-9, "{mean}");
        assert_eq!(of("trust-municipality", false).answered, None, "three people are not shown");
        assert_eq!(of("again", true).answered, None, "they would rather not say");
        assert!(trust.agree.is_err(), "nobody agrees: that is said of too few");
        let page = visitor.get(&public).await;
        assert!(page.shows("2,5 (") && page.shows("minder dan 10"), "{}", page.body);

        // Afterwards all who meant to take part come back with their code, in whatever way they type it.
        on(&house, "2026-04-02");
        let last = code(&first);
        for (nth, code) in kept.iter().take(12).chain([&last]).enumerate() {
            let before = if nth == 12 || nth % 2 == 1 { 3 } else { 2 };
            let now = (before + if (6..12).contains(&nth) { 2 } else { 1 }).to_string();
            let typed = code.to_lowercase().replace('-', " ");
            let fields = [("took-part", "yes"), ("q-trust-municipality", now.as_str()), ("q-heard", "4"), ("answer-code", typed.as_str())];
            let page = answers(&visitor, &slug, &fields).await;
            assert!(page.status == StatusCode::OK && page.shows("staan nu naast die van de vorige keer"), "{}", page.body);
        }
        // The latest with the same code counts, and is said.
        let again = [("took-part", "yes"), ("q-trust-municipality", "3"), ("q-heard", "5"), ("answer-code", kept[0].as_str())];
        let replaced = answers(&visitor, &slug, &again).await;
        assert!(replaced.shows("komen in de plaats van de vorige"), "{}", replaced.body);
        // Forgotten is fine; who did not take part is not asked how it was to take part.
        let alone = answers(&visitor, &slug, &[("took-part", "no"), ("q-trust-municipality", "5"), ("q-heard", "1")]).await;
        assert!(alone.shows("U gaf geen code. Uw antwoorden tellen even goed mee."), "{}", alone.body);
        assert_eq!(sheets(&house).await, 16 + 14);
        let officer = house.as_role(Role::ParticipationOfficer);
        let early = officer.post(&format!("/werk/processen/{id}/meten/uitkomsten"), &[("ronde", "after")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "people can still answer");
        let outcomes = officer.get(&format!("/werk/processen/{id}/meten/uitkomsten")).await;
        assert!(outcomes.shows("10 of meer") && !outcomes.shows("Ik voelde mij gehoord"), "{}", outcomes.body);

        on(&house, "2026-04-11");
        let held = officer.post(&format!("/werk/processen/{id}/meten/uitkomsten"), &[("ronde", "after")]).await;
        assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
        let mut s = house.store().read().await.unwrap();
        let (found, changes) = measure::results(&mut s, house.tenant(), id).await.unwrap();
        drop(s);
        let trust = changes.iter().find(|it| it.statement.code == "trust-municipality").unwrap();
        let difference = trust.difference.as_ref().unwrap().value;
        assert_eq!((trust.pairs, trust.took_part, trust.until), (Some(13), true, Wave::After));
        assert_eq!(trust.moved, None, "nobody went down: that is not shown");
        assert!((difference.value - 19.0 / 13.0).abs() < 1e-9 && difference.low < difference.value, "{difference:?}");
        let heard = found.iter().find(|it| it.statement.code == "heard").unwrap();
        assert_eq!((heard.answered, heard.took_part), (Some(13), true));
        assert!(!found.iter().any(|it| it.statement.code == "heard" && !it.took_part));
        let page = visitor.get(&public).await;
        for words in ["+1,5 (", "Wat veranderde bij dezelfde mensen", "Ik voelde mij gehoord."] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        let english = house.visitor().in_language("en").get(&public).await;
        assert!(english.shows("+1.5 (") && english.shows("I felt heard."), "{}", english.body);
        // The sheet tells the same, and hides the same.
        let sheet = visitor.get(&format!("{public}.csv")).await;
        assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
        let lines: Vec<&str> = sheet.body.lines().collect();
        assert!(lines[0].starts_with("kind,wave,indicator,statement"));
        let of =
            |start: &str| lines.iter().find(|line| line.starts_with(start)).copied().unwrap_or_else(|| panic!("{start}: {}", sheet.body));
        assert!(
            of("change,after,G042,trust-municipality").contains("true,13,,") && of("change,after,G042").contains("1.462"),
            "{}",
            sheet.body
        );
        assert!(of("response,before,,,,,true").contains("true,13,"));
        assert!(
            lines.iter().any(|line| line.starts_with("answers,after,G042,trust-municipality") && line.contains("false,,,")),
            "{}",
            sheet.body
        );

        // Long after the last round nobody needs the codes any more; what was linked stays linked.
        on(&house, "2026-05-24");
        work(&house).await;
        assert_eq!(codes(&house).await, 16, "not yet");
        on(&house, "2026-05-26");
        work(&house).await;
        assert_eq!(codes(&house).await, 0);
        let mut s = house.store().read().await.unwrap();
        assert_eq!(measure::results(&mut s, house.tenant(), id).await.unwrap().1, changes);
        drop(s);
        let kinds = kinds(&house).await;
        for (kind, times) in [("answered", 31), ("answers-held", 2), ("codes-destroyed", 1)] {
            assert_eq!(kinds.iter().filter(|it| *it == kind).count(), times, "{kind}");
        }
    }
}

/// What the municipality calls a small group.
async fn smallest(house: &TestHouse, many: i64) {
    let (tenant, actor) = (house.tenant(), house.actor(Role::Administrator));
    store::write!(house.store(), [actor], |tx| { people::tables::tenants::set_smallest(tx, &actor, tenant, many).await }).await.unwrap();
}

#[tokio::test]
async fn people_who_took_part_and_people_who_did_not_change_apart() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        smallest(&house, 2).await;
        let (visitor, slug) = (house.visitor(), process.slug.as_str());
        let mut kept = Vec::new();
        for _ in 0..5 {
            kept.push(code(&answers(&visitor, slug, &[("took-part", "yes"), ("q-trust-municipality", "3")]).await));
        }
        on(&house, "2026-03-25");
        work(&house).await;
        on(&house, "2026-04-02");
        for (nth, code) in kept.iter().enumerate() {
            let (took_part, trust) = if nth < 2 { ("yes", "4") } else { ("no", "1") };
            let fields = [("took-part", took_part), ("q-trust-municipality", trust), ("answer-code", code.as_str())];
            assert_eq!(answers(&visitor, slug, &fields).await.status, StatusCode::OK);
        }
        on(&house, "2026-04-25");
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        let (_, changes) = measure::results(&mut s, house.tenant(), process.id).await.unwrap();
        drop(s);
        let of = |took_part: bool| changes.iter().find(|it| it.statement.code == "trust-municipality" && it.took_part == took_part);
        assert_eq!((of(true).unwrap().pairs, of(false).unwrap().pairs), (Some(2), Some(3)));
        let sheet = visitor.get(&format!("/processen/{slug}/meten.csv")).await;
        let line =
            |part: &str| sheet.body.lines().any(|line| line.starts_with("change,after,G042,trust-municipality,") && line.contains(part));
        assert!(line(",true,2,") && line(",false,3,"), "{}", sheet.body);
        let page = visitor.get(&format!("/processen/{slug}/meten")).await;
        let table = page.body.split("id=\"changes\"").nth(1).expect("what changed");
        assert!(table.contains(">deed mee</td>") && table.contains(">deed niet mee</td>"), "{table}");
    }
}

#[tokio::test]
async fn what_is_corrected_after_going_back_takes_the_place_of_what_was_sent() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        smallest(&house, 1).await;
        let (visitor, path) = (house.visitor(), format!("/processen/{}/vragen", process.slug));
        let once = Uuid::from_u128(31).to_string();
        let send = async |took_part: &str, trust: &str| {
            let fields =
                [("once", once.as_str()), ("ronde", "before"), ("took-part", took_part), ("q-trust-municipality", trust), ("q-again", "4")];
            visitor.post(&path, &fields).await
        };
        let first = send("no", "1").await;
        let second = send("yes", "5").await;
        assert_eq!((code(&first), sheets(&house).await, codes(&house).await), (code(&second), 1, 1), "it counts once, with the same code");
        assert!(second.shows("Wij hebben uw verbeterde antwoorden bewaard.") && !first.shows("verbeterde"), "{}", second.body);
        assert!(!send("yes", "5").await.shows("verbeterde"), "the same sent again changes nothing");
        on(&house, "2026-03-11");
        assert_eq!(send("yes", "2").await.status, StatusCode::CONFLICT, "nobody asks any more");
        on(&house, "2026-03-25");
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        let (found, _) = measure::results(&mut s, house.tenant(), process.id).await.unwrap();
        drop(s);
        let trust = found.iter().find(|it| it.statement.code == "trust-municipality" && it.took_part).unwrap();
        assert_eq!(trust.answered, Some(1), "{found:?}");
        let kept = "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_answer WHERE tenant = $1";
        assert_eq!(count(&house, kept).await, 2, "no answer of the first is left");
        let kinds = kinds(&house).await;
        let many = |kind: &str| kinds.iter().filter(|it| *it == kind).count();
        assert_eq!((many("answered"), many("answers-corrected")), (1, 1));
    }
}

#[tokio::test]
async fn a_wrong_code_is_told_and_the_answers_count_without_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (visitor, slug) = (house.visitor(), process.slug.as_str());
        let own = code(&answers(&visitor, slug, &[("took-part", "yes"), ("q-again", "4")]).await);
        on(&house, "2026-04-02");
        let wrong: String = own.chars().enumerate().map(|(at, it)| if at == 0 { if it == 'B' { 'C' } else { 'B' } } else { it }).collect();
        for (typed, words) in [
            (wrong.as_str(), "Eén van de letters klopt niet."),
            ("BCDF", "Een code heeft acht letters."),
            ("AEIO-0158", "een teken dat nooit in onze codes staat"),
        ] {
            let page = answers(&visitor, slug, &[("took-part", "yes"), ("q-heard", "4"), ("answer-code", typed)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            assert!(page.shows(words) && page.shows(&format!("value=\"{typed}\"")) && page.shows("Verstuur zonder code"), "{}", page.body);
            assert!(page.shows("value=\"4\" checked"), "nothing is lost: {}", page.body);
        }
        assert_eq!(sheets(&house).await, 1);
        let fields = [("took-part", "yes"), ("q-heard", "4"), ("answer-code", "BCDF"), ("go", "without")];
        assert_eq!(answers(&visitor, slug, &fields).await.status, StatusCode::OK);
        assert_eq!(sheets(&house).await, 2);

        // A code that fits and that nobody here has: one of a neighbour, or of another process.
        let key = |tenant, id| measure::CodeKey::of(&house.app.secret, tenant, id);
        let of_neighbour = key(house.buurstad.tenant.id, process.id).code(Uuid::from_u128(5), 0).reveal();
        let page = answers(&visitor, slug, &[("took-part", "yes"), ("q-heard", "4"), ("answer-code", &of_neighbour)]).await;
        assert!(page.status == StatusCode::OK && page.shows("Wij kennen deze code niet bij dit project."), "{}", page.body);
        assert_eq!((sheets(&house).await, codes(&house).await), (3, 1));
        assert!(answers(&visitor, slug, &[("took-part", "yes"), ("q-heard", "4"), ("answer-code", &own)]).await.shows("vorige keer"));
    }
}

#[tokio::test]
async fn what_is_not_filled_in_well_is_told_and_nothing_is_lost() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (visitor, slug) = (house.visitor(), process.slug.as_str());
        for (fields, words) in [
            (&[("q-again", "4")][..], "Kies ja of nee."),
            (&[("took-part", "yes")][..], "Beantwoord minstens één vraag."),
            (&[("took-part", "yes"), ("q-again", "9")][..], "Kies een van de mogelijkheden."),
        ] {
            let page = answers(&visitor, slug, fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(page.shows(words) && page.shows("role=\"alert\""), "{words}: {}", page.body);
        }
        let path = format!("/processen/{slug}/vragen");
        for (once, wave, status) in
            [("x", "before", StatusCode::BAD_REQUEST), ("x", "after", StatusCode::CONFLICT), ("x", "gisteren", StatusCode::CONFLICT)]
        {
            let page = visitor.post(&path, &[("once", once), ("ronde", wave), ("took-part", "yes"), ("q-again", "4")]).await;
            assert_eq!(page.status, status, "{wave}");
        }
        assert_eq!(sheets(&house).await, 0);
        // Arabic, right to left, and every language that is offered.
        let arabic = house.visitor().in_language("ar").get(&path).await;
        assert!(arabic.shows("dir=\"rtl\"") && arabic.shows("أثق بالبلدية."), "{}", arabic.body);
        // A stranger who sends the form too often waits.
        let mut refused = 0;
        for nth in 0..320_u128 {
            let once = Uuid::from_u128(nth + 1000).to_string();
            let fields = [("once", once.as_str()), ("ronde", "before"), ("took-part", "yes"), ("q-again", "4")];
            let page = visitor.post(&path, &fields).await;
            refused += usize::from(page.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!(refused > 0, "somebody may send as often as they like");
    }
}

#[tokio::test]
async fn paper_carries_a_code_and_is_typed_in_by_the_desk() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (visitor, slug, id) = (house.visitor(), process.slug.as_str(), process.id);
        let paper = visitor.get(&format!("/processen/{slug}/vragen/papier?ronde=before&aantal=3")).await;
        assert_eq!(paper.status, StatusCode::OK, "{}", paper.body);
        let printed: Vec<String> = paper
            .body
            .split("<bdi dir=\"ltr\">")
            .skip(1)
            .filter_map(|rest| rest.split('<').next())
            .filter(|text| text.parse::<AnswerCode>().is_ok())
            .map(str::to_owned)
            .collect();
        assert_eq!(printed.iter().collect::<BTreeSet<_>>().len(), 3, "{}", paper.body);
        assert_eq!((sheets(&house).await, codes(&house).await), (0, 0), "printing notes nothing");
        let many = visitor.get(&format!("/processen/{slug}/vragen/papier?aantal=1000")).await;
        assert!(many.status == StatusCode::UNPROCESSABLE_ENTITY && many.shows("Schrijf een heel getal van 1 tot 50."), "{}", many.body);
        let after = visitor.get(&format!("/processen/{slug}/vragen/papier?ronde=after")).await;
        assert!(after.shows("measure-boxes") && !after.shows("class=\"measure-code\""), "{}", after.body);

        // The days for paper go on for two weeks after the last day.
        on(&house, "2026-03-20");
        let desk = house.as_role(Role::NeighbourhoodManager);
        let path = format!("/werk/processen/{id}/vragen/invoer");
        let form = desk.get(&path).await;
        assert!(form.status == StatusCode::OK && form.shows("Nog geen bladen van deze stapel."), "{}", form.body);
        let batch = field(&form, "partij");
        let mut next = form;
        for code in &printed {
            let once = field(&next, "once");
            let fields = [
                ("once", once.as_str()),
                ("ronde", "before"),
                ("partij", batch.as_str()),
                ("way", "paper"),
                ("answer-code", code.as_str()),
                ("took-part", "yes"),
                ("q-again", "4"),
            ];
            let saved = desk.post(&path, &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
            next = desk.get(&saved.location.unwrap()).await;
        }
        assert!(next.shows("3 bladen van deze stapel zijn ingetypt."), "{}", next.body);
        assert_eq!((sheets(&house).await, codes(&house).await), (3, 3));
        let once = field(&next, "once");
        let wrong = [("once", once.as_str()), ("ronde", "before"), ("way", "screen"), ("took-part", "yes"), ("q-again", "4")];
        assert_eq!(desk.post(&path, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a desk types in no screen");
        // The same sheet typed in twice takes the place of the first.
        let again = [
            ("once", once.as_str()),
            ("ronde", "before"),
            ("way", "paper"),
            ("answer-code", printed[0].as_str()),
            ("took-part", "yes"),
            ("q-again", "2"),
        ];
        assert_eq!(desk.post(&path, &again).await.status, StatusCode::SEE_OTHER);
        assert_eq!(sheets(&house).await, 3);
        on(&house, "2026-03-26");
        assert!(desk.get(&path).await.shows("geen ronde waarvoor nu iets ingetypt kan worden"));
        let late = [("once", once.as_str()), ("ronde", "before"), ("way", "paper"), ("took-part", "yes"), ("q-again", "4")];
        assert_eq!(desk.post(&path, &late).await.status, StatusCode::CONFLICT);
        // Who answered on paper before answers on a screen afterwards.
        on(&house, "2026-04-02");
        let page = answers(&visitor, slug, &[("took-part", "yes"), ("q-again", "5"), ("answer-code", printed[1].as_str())]).await;
        assert!(page.shows("staan nu naast die van de vorige keer"), "{}", page.body);
    }
}

/// A sheet of paper as somebody types it in, the first or the second time.
async fn type_in(browser: &Browser, path: &str, blad: Option<&str>, fields: &[(&str, &str)]) -> Page {
    let form = browser.get(&blad.map_or_else(|| path.to_owned(), |id| format!("{path}?blad={id}"))).await;
    let once = field(&form, "once");
    let mut all = vec![("once", once.as_str()), ("ronde", "before"), ("way", "paper"), ("took-part", "yes")];
    all.extend(blad.map(|id| ("blad", id)));
    all.extend(fields);
    browser.post(path, &all).await
}

/// The sheets that wait on a page, by number.
fn waiting(page: &Page) -> Vec<String> {
    page.body.split("?blad=").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn paper_counts_only_when_a_second_person_typed_it_in_as_well() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (id, slug) = (process.id, process.slug.as_str());
        let (tenant, actor) = (house.tenant(), house.actor(Role::Administrator));
        store::write!(house.store(), [actor], |tx| { people::tables::tenants::set_smallest(tx, &actor, tenant, 1).await }).await.unwrap();
        let (entry, path) = (format!("/werk/processen/{id}/vragen/invoer"), format!("/werk/processen/{id}/vragen/nakijken"));
        let (desk, officer) = (house.as_role(Role::NeighbourhoodManager), house.as_role(Role::ParticipationOfficer));
        let counted =
            async || count(&house, "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1 AND checked").await;
        let own = code(&answers(&house.visitor(), slug, &[("took-part", "yes"), ("q-again", "1")]).await);
        for fields in
            [&[("q-again", "4")][..], &[("q-again", "2")], &[("q-again", "5"), ("answer-code", own.as_str())], &[("q-again", "3")]]
        {
            let saved = type_in(&desk, &entry, None, fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        }
        assert_eq!((sheets(&house).await, counted().await), (5, 1), "only what came from a screen counts, and it stays for now");
        let batch = field(&desk.get(&entry).await, "partij");
        let in_heap = [("partij", batch.as_str()), ("q-again", "3")];
        let saved = type_in(&desk, &entry, None, &in_heap).await;
        assert!(desk.get(&saved.location.unwrap()).await.shows("kreeg nummer 5"));

        // Whoever typed it in does not check it.
        let list = desk.get(&path).await;
        assert!(list.shows("5 bladen die u zelf intypte wachten op iemand anders") && waiting(&list).is_empty(), "{}", list.body);
        let blad = waiting(&officer.get(&path).await);
        assert_eq!(blad.len(), 5);
        let events = kinds(&house).await.len();
        let once = Uuid::from_u128(9).to_string();
        let forged = [("once", once.as_str()), ("blad", blad[0].as_str()), ("took-part", "yes"), ("q-again", "4")];
        let refused = desk.post(&path, &forged).await;
        assert!(
            refused.status == StatusCode::CONFLICT && refused.shows("Wie een blad intypte, kijkt het niet zelf na."),
            "{}",
            refused.body
        );
        for role in [Role::Specialist, Role::Moderator, Role::Researcher] {
            assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(house.as_role(role).post(&path, &forged).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&path, &forged).await.status, StatusCode::NOT_FOUND);
        assert_eq!((counted().await, kinds(&house).await.len()), (1, events), "nothing changed");

        // Both read the same: it counts. What differs is looked at once more, and nothing typed is lost.
        let form = officer.get(&format!("{path}?blad={}", blad[0])).await;
        assert!(form.shows("Blad 1") && !form.shows("value=\"4\" checked"), "the second person does not see what the first typed");
        let same = type_in(&officer, &path, Some(&blad[0]), &[("q-again", "4")]).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "{}", same.body);
        assert_eq!(counted().await, 2);
        let differs = type_in(&officer, &path, Some(&blad[1]), &[("q-again", "3")]).await;
        assert_eq!(differs.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Dit verschilt van de eerste keer.", "value=\"3\" checked", "name=\"looked-again\" value=\"yes\""] {
            assert!(differs.shows(words), "{words}: {}", differs.body);
        }
        assert_eq!(counted().await, 2, "not yet");
        let corrected = type_in(&officer, &path, Some(&blad[1]), &[("q-again", "3"), ("looked-again", "yes")]).await;
        assert_eq!((corrected.status, counted().await), (StatusCode::SEE_OTHER, 3));
        // A code that only one of them read is a difference as well. The later sheet takes the place of what came from the screen.
        assert_eq!(type_in(&officer, &path, Some(&blad[2]), &[("q-again", "5")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let linked = type_in(&officer, &path, Some(&blad[2]), &[("q-again", "5"), ("answer-code", own.as_str())]).await;
        assert_eq!((linked.status, counted().await, sheets(&house).await), (StatusCode::SEE_OTHER, 3, 5));
        assert_eq!(officer.post(&path, &forged).await.status, StatusCode::NOT_FOUND, "once");
        assert_eq!(kinds(&house).await.iter().filter(|kind| *kind == "paper-checked").count(), 3);

        // While there are days left nobody makes the answers hold over unchecked paper; afterwards it does not count, and that is told.
        on(&house, "2026-03-11");
        let outcomes = format!("/werk/processen/{id}/meten/uitkomsten");
        assert!(officer.get(&outcomes).await.shows("2 bladen op papier zijn nog niet nagekeken."));
        let refused = officer.post(&outcomes, &[("ronde", "before")]).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.shows("die niemand nakeek"), "{}", refused.body);
        on(&house, "2026-03-25");
        assert_eq!(officer.get(&format!("{path}?blad={}", blad[3])).await.status, StatusCode::CONFLICT, "too late");
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        let results = measure::all_results(&mut s, house.tenant(), id).await.unwrap();
        drop(s);
        let again = results.answers.iter().find(|it| it.statement.code == "again" && it.took_part).unwrap();
        assert_eq!((again.answered, results.responses[0].unchecked), (Some(3), Some(2)));
        assert!((again.mean.as_ref().unwrap().value.value - 4.0).abs() < 1e-9, "four, three as the second read it, and five: {again:?}");
        assert!(house.visitor().get(&format!("/processen/{slug}/meten")).await.shows("2 bladen op papier tellen niet mee"));
        let kept =
            "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1 AND (number IS NOT NULL OR typed_by IS NOT NULL)";
        assert_eq!(count(&house, kept).await, 0, "who typed it in is not kept");
    }
}

#[tokio::test]
async fn staff_is_asked_about_its_own_work_and_nothing_tells_who_answered() {
    for engine in engines() {
        let house = house(engine).await;
        let process = process(&house).await;
        let (id, officer) = (process.id, house.as_role(Role::ParticipationOfficer));
        let mut fields = choices("", "");
        fields.push(("more".to_owned(), "g056".to_owned()));
        let saved = save(&officer, id, &fields, &DAYS).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let asked = [("before", "again"), ("before", "work-satisfied"), ("before", "work-time")];
        let saved = officer.post(&format!("/werk/processen/{id}/meten/vragen"), &asked).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let path = format!("/werk/processen/{id}/vragen/medewerkers");
        let public = house.visitor().get(&format!("/processen/{}/vragen", process.slug)).await;
        assert!(public.shows("q-again") && !public.shows("q-work-satisfied"), "residents are not asked that: {}", public.body);

        let specialist = house.as_role(Role::Specialist);
        let form = specialist.get(&path).await;
        assert!(form.status == StatusCode::OK && form.shows("Ik ben tevreden over mijn werk") && !form.shows("q-again"), "{}", form.body);
        let before = kinds(&house).await.len();
        let empty = specialist.post(&path, &[("once", field(&form, "once").as_str()), ("ronde", "before")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.shows("Beantwoord minstens één vraag."), "{}", empty.body);
        let once = Uuid::from_u128(4).to_string();
        let fields = [("once", once.as_str()), ("ronde", "before"), ("q-work-satisfied", "2"), ("q-again", "5")];
        assert_eq!(house.as_role(Role::Intermediary).get(&path).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_role(Role::Intermediary).post(&path, &fields).await.status, StatusCode::FORBIDDEN);
        let neighbour = house.as_neighbour(Role::Specialist);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&path, &fields).await.status, StatusCode::NOT_FOUND);
        assert_eq!((sheets(&house).await, kinds(&house).await.len()), (0, before), "nothing changed");
        for nth in 0..11_u128 {
            let once = Uuid::from_u128(50 + nth).to_string();
            let satisfied = if nth % 2 == 0 { "1" } else { "3" };
            let fields = [("once", once.as_str()), ("ronde", "before"), ("q-work-satisfied", satisfied), ("q-again", "5")];
            let page = specialist.post(&path, &fields).await;
            assert_eq!((page.status, page.headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"), "{}", page.body);
        }
        let mut s = house.store().read().await.unwrap();
        for event in store::journal::latest(&mut s, house.tenant(), None, None, 1_000).await.unwrap() {
            assert!(event.kind != "answered" || event.actor == kernel::Actor::System, "the journal does not tell who: {event:?}");
        }
        drop(s);
        on(&house, "2026-03-25");
        assert_eq!(specialist.post(&path, &fields).await.status, StatusCode::CONFLICT);
        work(&house).await;
        let mut s = house.store().read().await.unwrap();
        let results = measure::all_results(&mut s, house.tenant(), id).await.unwrap();
        drop(s);
        let satisfied = results.staff.iter().find(|it| it.statement.code == "work-satisfied").unwrap();
        assert_eq!((satisfied.indicator, satisfied.answered), ("G056", Some(11)));
        assert_eq!(results.responses[0].did_not, None, "staff is no resident who did not take part");
        assert!(results.answers.iter().all(|it| it.answered.is_none()), "what staff is not asked is not taken");
        let everybody = house.visitor().get(&format!("/processen/{}/meten", process.slug)).await;
        assert!(everybody.shows("medewerker") && everybody.shows("1,9 ("), "{}", everybody.body);
    }
}

#[tokio::test]
async fn what_holds_cannot_be_asked_twice() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let questions = format!("/werk/processen/{}/meten/vragen", process.id);
        answers(&house.visitor(), &process.slug, &[("took-part", "yes"), ("q-again", "4")]).await;
        assert!(officer.get(&questions).await.shows("Er heeft al iemand geantwoord."));
        // Other questions of that round are not taken; those of the next still are.
        let saved = officer.post(&questions, &[("before", "influence"), ("after", "again")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let mut s = house.store().read().await.unwrap();
        let plan = measure::plan(&mut s, house.tenant(), process.id).await.unwrap();
        drop(s);
        let asked = |round| plan.asked[&round].iter().map(|it| it.code).collect::<Vec<_>>();
        assert_eq!(asked(Round::Before), ["trust-municipality", "fixed-already", "again"]);
        assert_eq!(asked(Round::After), ["again"]);
        // A wave that is over keeps its days, whatever is sent.
        on(&house, "2026-03-12");
        let longer = [
            ("before-opens", "2026-03-02"),
            ("before-closes", "2026-03-30"),
            ("before-invited", "400"),
            ("after-opens", "2026-04-01"),
            ("after-closes", "2026-04-20"),
        ];
        let saved = save(&officer, process.id, &choices("G046", "Dit meten wij volgend jaar."), &longer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let mut s = house.store().read().await.unwrap();
        let plan = measure::plan(&mut s, house.tenant(), process.id).await.unwrap();
        let days = |wave| (plan.waves[&wave].closes.to_string(), plan.waves[&wave].invited);
        assert_eq!(days(Wave::Before), ("2026-03-10".to_owned(), Some(400)));
        assert_eq!(days(Wave::After), ("2026-04-20".to_owned(), None));
        assert!(plan.keeps(Indicator::of_code("G042").unwrap()) && !plan.keeps(Indicator::of_code("G046").unwrap()));
    }
}

#[tokio::test]
async fn what_the_municipality_calls_a_small_group_holds_for_answers_too() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        for _ in 0..4 {
            answers(&house.visitor(), &process.slug, &[("took-part", "yes"), ("q-again", "4")]).await;
        }
        on(&house, "2026-03-11");
        let officer = house.as_role(Role::ParticipationOfficer);
        let held = officer.post(&format!("/werk/processen/{}/meten/uitkomsten", process.id), &[("ronde", "before")]).await;
        assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
        let told = async || {
            let mut s = house.store().read().await.unwrap();
            let results = measure::all_results(&mut s, house.tenant(), process.id).await.unwrap();
            (results.smallest, results.responses[0].took_part)
        };
        assert_eq!(told().await, (10, None));
        let (tenant, actor) = (house.tenant(), house.actor(Role::Administrator));
        store::write!(house.store(), [actor], |tx| { people::tables::tenants::set_smallest(tx, &actor, tenant, 4).await }).await.unwrap();
        assert_eq!(told().await, (4, Some(4)));
        let public = format!("/processen/{}/meten", process.slug);
        assert!(house.visitor().get(&public).await.shows("willen doen: 4."), "{}", house.visitor().get(&public).await.body);
    }
}

#[tokio::test]
async fn the_wrong_role_and_the_neighbour_change_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let (id, slug) = (process.id, process.slug.as_str());
        let before = kinds(&house).await;
        let staff = ["", "/vragen", "/uitkomsten"].map(|rest| format!("/werk/processen/{id}/meten{rest}"));
        for role in [Role::Specialist, Role::Moderator, Role::Researcher, Role::NeighbourhoodManager] {
            let browser = house.as_role(role);
            for path in &staff {
                assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
                assert_eq!(browser.post(path, &[("ronde", "before")]).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
            }
        }
        let entry = format!("/werk/processen/{id}/vragen/invoer");
        for role in [Role::Specialist, Role::Moderator, Role::Researcher] {
            let fields = [
                ("once", "00000000-0000-4000-8000-000000000001"),
                ("ronde", "before"),
                ("way", "paper"),
                ("took-part", "yes"),
                ("q-again", "4"),
            ];
            assert_eq!(house.as_role(role).post(&entry, &fields).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        for path in staff.iter().chain([&entry]) {
            assert_eq!(neighbour.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(neighbour.post(path, &[("ronde", "before")]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let stranger = house.visitor().on(BUURSTAD);
        for path in ["meten", "meten.csv", "vragen", "vragen/papier"] {
            assert_eq!(stranger.get(&format!("/processen/{slug}/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(kinds(&house).await, before);
        assert_eq!(sheets(&house).await, 0);
    }
}

/// Twelve people answer before and, with their code, after; three who do not take part answer before, eleven after.
async fn answered_twice(house: &TestHouse, process: &Process) {
    let (visitor, slug) = (house.visitor(), process.slug.as_str());
    let mut kept = Vec::new();
    for nth in 0..15 {
        let took_part = if nth < 12 { "yes" } else { "no" };
        let trust = if nth % 2 == 0 { "2" } else { "3" };
        let page = answers(&visitor, slug, &[("took-part", took_part), ("q-trust-municipality", trust), ("q-again", "0")]).await;
        kept.push(code(&page));
    }
    on(house, "2026-03-25");
    work(house).await;
    on(house, "2026-04-02");
    for typed in kept.iter().take(12) {
        let fields = [("took-part", "yes"), ("q-trust-municipality", "4"), ("q-heard", "5"), ("answer-code", typed.as_str())];
        let page = answers(&visitor, slug, &fields).await;
        assert!(page.shows("staan nu naast die van de vorige keer"), "{}", page.body);
    }
    for _ in 0..11 {
        let page = answers(&visitor, slug, &[("took-part", "no"), ("q-again", "4")]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    }
    on(house, "2026-04-25");
    work(house).await;
}

/// The rows of a table, each by the name of its column.
fn table(page: &Page) -> Vec<BTreeMap<String, String>> {
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(page.headers["cache-control"], "no-store");
    let mut reader = csv::Reader::from_reader(page.body.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let named = |row: csv::StringRecord| -> BTreeMap<String, String> { head.iter().cloned().zip(row.iter().map(str::to_owned)).collect() };
    reader.records().map(|row| named(row.unwrap())).collect()
}

#[tokio::test]
async fn researchers_take_separate_answers_along_of_no_few_and_that_is_noted() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let form = house.visitor().get(&format!("/processen/{}/vragen", process.slug)).await;
        assert!(form.shows("Onderzoekers kunnen ook losse antwoorden lezen."), "whoever answers is told: {}", form.body);
        let path = format!("/werk/processen/{}/meten/uitvoer", process.id);
        let researcher = house.as_role(Role::Researcher);
        let early = researcher.get(&path).await;
        assert!(early.shows("de antwoorden liggen nog niet vast") && !early.shows("Neem de antwoorden mee"), "{}", early.body);
        assert_eq!(researcher.post(&path, &[]).await.status, StatusCode::CONFLICT, "nothing holds yet");
        answered_twice(&house, &process).await;

        // Who only evaluates sees totals, and nothing of it is the neighbour's.
        let before = kinds(&house).await;
        for role in [Role::ParticipationOfficer, Role::Specialist, Role::NeighbourhoodManager] {
            let browser = house.as_role(role);
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.get(&format!("{path}/codeboek.csv")).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        let neighbour = house.as_neighbour(Role::Researcher);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.get(&format!("{path}/codeboek.csv")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(kinds(&house).await, before, "nothing was noted");

        let page = researcher.get(&path).await;
        assert!(page.shows("Neem de antwoorden mee") && page.shows("Niet publiceren"), "{}", page.body);
        let file = researcher.post(&path, &[]).await;
        let rows = table(&file);
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("niet-publiceren"), "{:?}", file.headers);
        assert_eq!(kinds(&house).await.iter().filter(|kind| *kind == "answers-exported").count(), 1);
        // The three who did not take part before are too few; everybody else is there.
        let groups: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row["wave"].as_str(), row["took_part"].as_str())).collect();
        assert_eq!(groups, BTreeSet::from([("before", "yes"), ("after", "yes"), ("after", "no")]));
        assert_eq!(rows.len(), 12 + 12 + 11);
        for row in &rows {
            assert_eq!(
                (row["use"].as_str(), row["respondent"].as_str(), row["way"].as_str()),
                ("not-for-publication", "resident", "screen")
            );
            let told = ["trust-municipality", "fixed-already", "again", "heard"].map(|code| row[code].as_str());
            match (row["wave"].as_str(), row["took_part"].as_str()) {
                // «I would rather not say» is something else than a question left open, or one that was not asked.
                ("before", _) => assert!(["2", "3"].contains(&told[0]) && told[1..] == ["98", "99", ""], "{row:?}"),
                (_, "yes") => assert_eq!(told, ["4", "98", "98", "5"]),
                _ => assert_eq!(told, ["98", "98", "4", ""]),
            }
        }
        // A pair is one person before and after; who gave no code is in none.
        let mut pairs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row["pair"].is_empty()) {
            pairs.entry(row["pair"].as_str()).or_default().push(row["wave"].as_str());
        }
        assert_eq!(pairs.len(), 12);
        for mut waves in pairs.into_values() {
            waves.sort_unstable();
            assert_eq!(waves, ["after", "before"]);
        }
        // Nothing leads to a sheet, a code or a day.
        let mut s = house.store().read().await.unwrap();
        for row in s.all("SELECT id, link FROM measure_sheet WHERE tenant = $1", &store::values![house.tenant()]).await.unwrap() {
            assert!(!file.shows(&row.get::<Uuid>("id").unwrap().to_string()));
            assert!(row.get::<Option<Uuid>>("link").unwrap().is_none_or(|link| !file.shows(&link.to_string())));
        }
        drop(s);
        assert!(!file.shows("2026-"), "{}", file.body);
        // Another file has another order.
        let again = researcher.post(&path, &[]).await;
        assert_ne!(file.body, again.body);

        let book = table(&researcher.get(&format!("{path}/codeboek.csv")).await);
        let of = |column: &str, wave: &str, nl: &str| {
            let found = book.iter().find(|row| row["column"] == column && row["wave"] == wave && row["nl"].contains(nl));
            found.unwrap_or_else(|| panic!("{column} {wave} {nl}: {book:#?}"))["value"].clone()
        };
        assert_eq!(of("trust-municipality", "", "Ik heb vertrouwen in de gemeente."), "");
        assert_eq!(of("answers", "", "Helemaal eens"), "5");
        assert_eq!(of("limitation", "before", "van deze groep gaat niets mee"), "did-not");
        assert_eq!(of("limitation", "after", "rijen van deze ronde"), "23");
        assert_eq!(of("limitation", "", "de kleinste groep"), "10");
        assert!(book.iter().all(|row| !row["nl"].contains('⟦') && !row["en"].contains('⟦') && !row["en"].is_empty()), "{book:#?}");
    }
}

#[tokio::test]
async fn what_people_answered_before_they_were_told_of_researchers_leaves_as_totals_only() {
    for engine in engines() {
        let house = house(engine).await;
        let process = planned(&house).await;
        let tenant = house.tenant();
        store::write!(house.store(), [tenant], |tx| {
            let sql = "UPDATE measure_wave SET told_separate = FALSE WHERE tenant = $1 AND wave = 'before'";
            tx.run(sql, &store::values![tenant]).await
        })
        .await
        .unwrap();
        answered_twice(&house, &process).await;
        let path = format!("/werk/processen/{}/meten/uitvoer", process.id);
        let researcher = house.as_role(Role::Researcher);
        assert!(researcher.get(&path).await.shows("Gaat niet mee: wie antwoordde, kreeg niet te lezen"));
        let rows = table(&researcher.post(&path, &[]).await);
        assert_eq!(rows.len(), 12 + 11);
        assert!(rows.iter().all(|row| row["wave"] == "after" && row["pair"].is_empty()), "{rows:#?}");
        let book = table(&researcher.get(&format!("{path}/codeboek.csv")).await);
        assert!(book.iter().any(|row| row["wave"] == "before" && row["nl"].contains("kreeg niet te lezen")), "{book:#?}");
        let mut s = house.store().read().await.unwrap();
        let results = measure::all_results(&mut s, tenant, process.id).await.unwrap();
        assert!(results.responses.iter().any(|it| it.wave == Wave::Before && it.took_part == Some(12)), "the totals stay");
    }
}
