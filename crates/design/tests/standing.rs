//! What a municipality asks of every design: its own rules in the guide, its toetsen, and its regulation with public deviations.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use design::GuideMoment;
use design::testing::{published_in, published_process, whole_draft};
use journey::Act;
use kernel::{Actor, Clock as _, Date, Language, ProcessId, Term};
use knowledge::{Article, Check, Obligation};
use people::Role;
use people::testing::{Browser, TestHouse};
use store::Engine;
use store::testing::engines;
use store::texts::LanguageSet;

/// The source that every addition here leans on.
const SOURCE: &str = r#"
[[source]]
key = "terugblik"
kind = "local"
title = { nl = "Terugblik", en = "Looking back" }
note = { nl = "Van ons.", en = "Ours." }
"#;

const ADDITION: &str = r#"
[[rule]]
id = "L1"
phases = ["design"]
kinds = ["warning"]
touches = ["-effect.trust"]
when = { nl = "Er zijn meer dan twee bijeenkomsten.", en = "There are more than two meetings." }
effect = { nl = "Mensen kunnen afhaken.", en = "People may drop out." }
advice = { nl = "Houd er twee.", en = "Hold two." }
cite = "terugblik p. 1"
strength = "local"
known = { computed = "sessions-planned > 2" }

[[toets]]
key = "onze-toets"
name = { nl = "Onze toets", en = "Our toets" }
purpose = { nl = "Nagaan.", en = "Finding out." }
at = ["design"]
public = true
obligatory = true
cites = ["terugblik p. 2"]
questions = [
  { key = "een", asks = { nl = "Las iemand mee?", en = "Did somebody read along?" }, cite = "terugblik p. 2" },
  { key = "twee", asks = { nl = "Is er vervoer?", en = "Is there transport?" }, cite = "terugblik p. 2" },
]
"#;

async fn house(engine: Engine) -> TestHouse {
    let texts = [("knowledge", knowledge::TEXTS), ("design", design::TEXTS)];
    let routes = people::Routes::new("test").merge(knowledge::routes()).merge(design::routes());
    TestHouse::open(engine, design::testing::migrations(), &texts, routes).await
}

fn said(words: &str) -> LanguageSet {
    LanguageSet::written(Language::NL, words)
}

/// Adds to what is known, with [`SOURCE`] before it.
async fn add(house: &TestHouse, addition: &str) {
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
    let toml = [SOURCE, addition].concat();
    store::write!(house.store(), [civil, toml], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        knowledge::save_addition(tx, &act, &toml, "toml", 0).await
    })
    .await
    .unwrap();
}

fn article(number: &str, says: &str, check: Check) -> Article {
    let obligation = Obligation { key: String::new(), says: said(says), check };
    Article { number: number.into(), title: said("Titel"), text: said("Zo doen wij het."), obligations: vec![obligation] }
}

async fn regulate(house: &TestHouse, articles: Vec<Article>, reason: Option<&'static str>) {
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
    store::write!(house.store(), [civil, articles], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        knowledge::save_regulation(tx, &act, articles, None).await?;
        knowledge::publish_regulation(tx, &act, civil.today(at), reason.map(said).as_ref()).await
    })
    .await
    .unwrap();
}

fn today(house: &TestHouse) -> Date {
    house.leyhoven.tenant.civil.today(house.clock.now())
}

/// A whole draft that nobody published yet.
async fn drafted(house: &TestHouse, title: &'static str) -> ProcessId {
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
    let (id, draft) = (ProcessId::new(at, house.app.random.as_ref()), whole_draft(title, today(house)));
    store::write!(house.store(), [civil, draft], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        design::create(tx, &act, design::NewProcess { id, slug: None, draft }).await
    })
    .await
    .unwrap();
    id
}

async fn publish(officer: &Browser, id: ProcessId, fields: &[(&str, &str)]) -> people::testing::Page {
    officer.post(&format!("/werk/processen/{id}/publiceren"), fields).await
}

fn seen(body: &str) -> String {
    let at = body.find("name=\"seen\" value=\"").expect("the field");
    body[at + 19..].split('"').next().unwrap().to_owned()
}

const OWN_LADDER: &str = r#"
[[ladder]]
key = "onze-ladder"
name = { nl = "Ladder van Leyhoven", en = "Ladder of Leyhoven" }
cites = ["terugblik p. 1"]
rungs = [
  { key = "weten", name = { nl = "weten", en = "know" } },
  { key = "raad-geven", name = { nl = "raad geven", en = "give advice" }, stands_for = "consult" },
]
"#;

#[tokio::test]
async fn a_rung_is_told_on_the_ladder_of_the_municipality_too() {
    for engine in engines() {
        let house = house(engine).await;
        add(&house, OWN_LADDER).await;
        let civil = &house.leyhoven.tenant.civil;
        let process = published_in(house.store(), house.tenant(), civil, "Het plein").await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let plan = officer.get(&format!("/werk/processen/{}/gids/plan", process.id)).await;
        assert!(plan.shows("Ladder van Leyhoven") && plan.shows("raad geven") && plan.shows("Ladder van Arnstein"), "{}", plan.body);
        let public = house.visitor().get(&format!("/processen/{}/afspraken", process.slug)).await;
        assert!(public.shows("Ladder van Leyhoven") && public.shows("raad geven"), "{}", public.body);
        assert!(!public.shows("Ladder van Arnstein"), "residents read the ladder of their own municipality: {}", public.body);
    }
}

/// Ranks an aim in the guide, without which nothing new is published.
async fn ranked(officer: &Browser, id: ProcessId) {
    let path = format!("/werk/processen/{id}/gids/doelen");
    let shown = seen(&officer.get(&path).await.body);
    let fields = [
        ("aim-1", "effect.transparency"),
        ("aim-1-level", "community"),
        ("text-not-aimed", "Geen nieuwe straat."),
        ("seen", shown.as_str()),
    ];
    let saved = officer.post(&path, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}

#[tokio::test]
async fn an_own_rule_stands_in_the_guide_with_its_mark_and_not_with_the_neighbour() {
    for engine in engines() {
        let house = house(engine).await;
        add(&house, ADDITION).await;
        let id = drafted(&house, "Het plein").await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = format!("/werk/processen/{id}/gids/{}", GuideMoment::Approach.code());
        let shown = seen(&officer.get(&path).await.body);
        let saved = officer.post(&path, &[("sessions-planned", "3"), ("seen", &shown)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let page = officer.get(&path).await;
        assert!(page.shows("Er zijn meer dan twee bijeenkomsten.") && page.shows("<span class=\"mm-badge\">eigen</span>"), "{}", page.body);
        assert!(officer.get(&format!("/werk/processen/{id}/gids")).await.shows("L1"));

        let civil = &house.buurstad.tenant.civil;
        let other = published_in(house.store(), house.buurstad.tenant.id, civil, "Het plein").await;
        let there = house.as_neighbour(Role::ParticipationOfficer);
        let path = format!("/werk/processen/{}/gids/{}", other.id, GuideMoment::Approach.code());
        let shown = seen(&there.get(&path).await.body);
        assert_eq!(there.post(&path, &[("sessions-planned", "3"), ("seen", &shown)]).await.status, StatusCode::SEE_OTHER);
        assert!(!there.get(&path).await.shows("Er zijn meer dan twee bijeenkomsten."));
    }
}

#[tokio::test]
async fn an_obligatory_toets_holds_a_design_back_until_it_is_answered_with_motives() {
    for engine in engines() {
        let house = house(engine).await;
        add(&house, ADDITION).await;
        let id = drafted(&house, "Het plein").await;
        let officer = house.as_role(Role::ParticipationOfficer);
        ranked(&officer, id).await;
        let held = publish(&officer, id, &[]).await;
        assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(held.shows("nog 2 vragen open") && held.shows("kan nog niet gepubliceerd worden"), "{}", held.body);
        let path = format!("/werk/processen/{id}/gids/toetsen");
        let page = officer.get(&path).await;
        assert!(page.shows("Las iemand mee?") && page.shows("Deze toets is verplicht") && page.shows("Iedereen leest de antwoorden"));
        let half =
            [("oordeel-onze-toets-een", "in-order"), ("oordeel-onze-toets-twee", "not-yet"), ("waarom-onze-toets-een", "Ja, <Mia>.")];
        let refused = officer.post(&path, &half).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Schrijf waarom.") && refused.shows("Ja, &#60;Mia&#62;."), "{}", refused.body);
        assert!(officer.get(&format!("/werk/processen/{id}/gids")).await.shows("nog 2 vragen open"), "nothing was kept");
        let whole: Vec<(&str, &str)> = half.into_iter().chain([("waarom-onze-toets-twee", "De bus rijdt 's avonds niet.")]).collect();
        assert_eq!(officer.post(&path, &whole).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&path).await.shows("De bus rijdt &#39;s avonds niet."));
        assert_eq!(house.as_role(Role::Moderator).post(&path, &whole).await.status, StatusCode::FORBIDDEN);
        let there = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(there.post(&path, &whole).await.status, StatusCode::NOT_FOUND);
        let done = publish(&officer, id, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let agreements = house.visitor().get(&done.location.unwrap()).await;
        for words in ["Onze toets", "Is er vervoer?", "Nog niet in orde", "De bus rijdt"] {
            assert!(agreements.shows(words), "{words}: {}", agreements.body);
        }
        let entries = store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap();
        let answered: Vec<_> = entries.iter().filter(|entry| entry.kind == "toets-answered").collect();
        assert_eq!(answered.len(), 2);
        assert!(!answered.iter().any(|entry| entry.body.to_string().contains("bus rijdt")), "the journal holds no words");
    }
}

#[tokio::test]
async fn a_deviation_needs_a_motive_that_everybody_reads_and_the_charter_stays_bound() {
    for engine in engines() {
        let house = house(engine).await;
        let before = published_process(&house).await;
        let articles = vec![
            article("1", "Binnen tien werkdagen.", Check::AnswerWithin { term: Term::Working(10) }),
            article("2", "Minstens negentig dagen.", Check::OpenAtLeast { days: 90 }),
            article("3", "Ook zonder scherm.", Check::BesideScreen),
            article("4", "De wijkraad gaf advies.", Check::Asked),
            article("5", "Het verslag komt er.", Check::ReportPublished),
        ];
        // Without a regulation the guide says so (C020), and nobody is asked about it.
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = drafted(&house, "De kade").await;
        let agreed = |id: ProcessId| format!("/werk/processen/{id}/gids/{}", GuideMoment::Agreements.code());
        let page = officer.get(&agreed(id)).await;
        assert!(page.shows("id=\"rule-C020-rule\"") && !page.shows("name=\"regulation-linked\""), "{}", page.body);
        regulate(&house, articles.clone(), None).await;
        assert!(!officer.get(&agreed(id)).await.shows("id=\"rule-C020-rule\""), "it will be bound to the regulation");
        assert!(officer.get(&agreed(before.id)).await.shows("id=\"rule-C020-rule\""), "what was published before is bound to none");
        ranked(&officer, id).await;
        let held = publish(&officer, id, &[]).await;
        assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(held.shows("Minstens negentig dagen.") && held.shows("Schrijf waarom u afwijkt"), "{}", held.body);
        let path = format!("/werk/processen/{id}/gids/reglement");
        let page = officer.get(&path).await;
        assert!(
            page.shows("Voldoet dit project aan artikel 4?") && page.shows("Niet te zeggen") && page.shows("Nagekomen"),
            "{}",
            page.body
        );
        let no = officer.post(&path, &[("antwoord-v4", "no"), ("waarom-v2", "De werken beginnen in <mei>.")]).await;
        assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(no.shows("Schrijf waarom.") && no.shows("De werken beginnen in &#60;mei&#62;."));
        let fields = [("antwoord-v4", "yes"), ("waarom-v2", "De werken beginnen in <mei>.")];
        assert_eq!(house.as_role(Role::Specialist).post(&path, &fields).await.status, StatusCode::FORBIDDEN);
        assert_eq!(officer.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        let done = publish(&officer, id, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let public = done.location.unwrap();
        let agreements = house.visitor().get(&public).await;
        for words in ["/reglement/1", "2 van 5 verplichtingen", "Minstens negentig dagen.", "De werken beginnen in &#60;mei&#62;."] {
            assert!(agreements.shows(words), "{words}: {}", agreements.body);
        }
        assert!(house.visitor().in_language("ar").get(&public).await.shows("أين يخالف هذا المشروع"));
        // What was published before there was a regulation is bound to none.
        let old = house.visitor().get(&format!("/processen/{}/afspraken", before.slug)).await;
        assert!(!old.shows("Wat het participatiereglement vraagt"));

        let mut s = house.store().read().await.unwrap();
        let day = today(&house);
        let counts = knowledge::compliance(&mut s, house.tenant(), day, day).await.unwrap();
        assert_eq!((counts.met, counts.not_met, counts.untold, counts.motivated, counts.all()), (2, 1, 2, 1, 5));
        assert_eq!(knowledge::compliance(&mut s, house.tenant(), day.plus_days(1), day.plus_days(9)).await.unwrap().all(), 0);
        assert_eq!(knowledge::compliance(&mut s, house.buurstad.tenant.id, day, day).await.unwrap().all(), 0);
        drop(s);

        // The regulation changes, the charter does not: it stays bound to what held then.
        house.clock.advance_days(1);
        let stricter = vec![article("1", "Binnen één werkdag.", Check::AnswerWithin { term: Term::Working(1) })];
        regulate(&house, stricter, Some("Sneller is beter.")).await;
        let agreements = house.visitor().get(&public).await;
        assert!(agreements.shows("/reglement/1") && !agreements.shows("Binnen één werkdag."));

        // Later the report is published, and the obligation that asked for it is met.
        let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
        store::write!(house.store(), [civil], |tx| {
            knowledge::report_published(tx, &Act { tenant, actor: &Actor::System, at, civil: &civil }, id).await
        })
        .await
        .unwrap();
        let counts = knowledge::compliance_of(&mut house.store().read().await.unwrap(), tenant, id).await.unwrap();
        assert_eq!((counts.met, counts.untold), (3, 1));
    }
}

const GATES: &str = r#"
[[rule]]
id = "L1"
phases = ["design"]
kinds = ["gate"]
touches = ["-effect.trust"]
when = { nl = "Geen reglement geldt hiervoor.", en = "No regulation holds for this." }
effect = { nl = "Mensen kunnen afhaken.", en = "People may drop out." }
advice = { nl = "Zeg waarom.", en = "Say why." }
cite = "terugblik p. 1"
strength = "local"
known = { computed = "regulation-linked = no" }

[[rule]]
id = "L2"
phases = ["evaluation"]
kinds = ["gate"]
touches = ["-effect.trust"]
when = { nl = "Geen reglement gold hiervoor.", en = "No regulation held for this." }
effect = { nl = "Mensen kunnen afhaken.", en = "People may drop out." }
advice = { nl = "Zeg waarom.", en = "Say why." }
cite = "terugblik p. 1"
strength = "local"
known = { computed = "regulation-linked = no" }
"#;

#[tokio::test]
async fn a_gate_about_where_a_design_came_from_shuts_on_the_page_and_in_the_act() {
    for engine in engines() {
        let house = house(engine).await;
        add(&house, GATES).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = drafted(&house, "Het plein").await;
        ranked(&officer, id).await;
        let page = officer.get(&format!("/werk/processen/{id}/publiceren")).await;
        assert!(page.shows("Geen reglement geldt hiervoor."), "{engine}: {}", page.body);
        let held = publish(&officer, id, &[]).await;
        assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {}", held.body);

        let open = published_process(&house).await;
        let close = format!("/werk/processen/{}/sluiten", open.id);
        let page = officer.get(&close).await;
        assert!(page.shows("Geen reglement gold hiervoor.") && !page.shows("change-reason"), "{engine}: {}", page.body);
        let held = officer.post(&close, &[("change-reason", "De vraag is beantwoord.")]).await;
        assert_eq!(held.status, StatusCode::CONFLICT, "{engine}: {}", held.body);
        let mut s = house.store().read().await.unwrap();
        let [drafted, open] = [
            design::process(&mut s, house.tenant(), id).await.unwrap().unwrap(),
            design::process(&mut s, house.tenant(), open.id).await.unwrap().unwrap(),
        ];
        assert_eq!((drafted.state, open.state), (design::State::Draft, design::State::Published), "{engine}");
    }
}
