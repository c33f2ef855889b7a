//! The design guide over HTTP, on both databases, beside a neighbour.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use design::testing::published_process;
use design::{GuideMoment, GuideText, Stance, made_facts};
use evidence::{Condition, Exact, Fact, Facts, Knowledge, Shape, Truth, Unit, Value};
use journey::Act;
use kernel::{Actor, Clock, Language, ProcessId};
use people::Role;
use people::testing::{Browser, TestHouse};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Engine;
use store::testing::engines;
use store::texts::LanguageSet;

async fn house(engine: Engine) -> TestHouse {
    let texts = [("memory", memory::TEXTS), ("design", design::TEXTS)];
    let routes = people::Routes::new("test").merge(memory::routes(Arc::new(design::Names))).merge(design::routes());
    TestHouse::open(engine, design::testing::migrations(), &texts, routes).await
}

/// Publishes what is written as the next version: what residents read of the guide changes with it.
async fn published_again(house: &TestHouse, id: ProcessId) {
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
    let saved = design::draft(&mut house.store().read().await.unwrap(), tenant, id).await.unwrap().unwrap();
    let why = LanguageSet::written(Language::NL, "De gids is verder ingevuld.");
    store::write!(house.store(), [civil, saved, why], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        design::save_draft(tx, &act, id, &saved.draft, saved.saved).await?;
        design::give_reason(tx, &act, id, &why).await?;
        design::publish(tx, &act, id).await
    })
    .await
    .unwrap();
}

async fn made(officer: &Browser, title: &str) -> ProcessId {
    let page = officer.post("/werk/processen/nieuw", &[("title", title)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn kinds(house: &TestHouse, id: ProcessId) -> Vec<String> {
    let entries = store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap();
    entries.into_iter().map(|entry| entry.kind).collect()
}

fn seen(body: &str) -> String {
    let at = body.find("name=\"seen\" value=\"").expect("the field");
    body[at + 19..].split('"').next().unwrap().to_owned()
}

/// Saves one page of the guide as a browser would, with the token of what it showed.
async fn save(officer: &Browser, id: ProcessId, moment: GuideMoment, fields: &[(&str, &str)]) -> people::testing::Page {
    let path = format!("/werk/processen/{id}/gids/{}", moment.code());
    let shown = seen(&officer.get(&path).await.body);
    let mut all = fields.to_vec();
    all.push(("seen", shown.as_str()));
    officer.post(&path, &all).await
}

const ROLES: [(&str, &str); 3] = [
    ("text-politicians", "De schepen opent en luistert."),
    ("text-officials", "Zij begeleiden en antwoorden."),
    ("text-residents", "Zij kiezen mee, twee avonden."),
];

/// Writes one part of a charter in other words.
async fn tailored(house: &TestHouse, id: ProcessId) {
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.clock.now());
    let saved = design::draft(&mut house.store().read().await.unwrap(), tenant, id).await.unwrap().unwrap();
    let words = LanguageSet::written(Language::NL, "Alleen de speelplek, want de banken staan er al.");
    store::write!(house.store(), [civil, saved, words], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        let draft = saved.draft.clone().with(design::Part::CanChange, words);
        design::save_draft(tx, &act, id, &draft, saved.saved).await
    })
    .await
    .unwrap();
}

/// An aim with its level, and what is not aimed at: without these nothing new is published.
const RANKED: [(&str, &str); 3] =
    [("aim-1", "effect.transparency"), ("aim-1-level", "community"), ("text-not-aimed", "Geen nieuwe straat.")];

#[tokio::test]
async fn advice_appears_is_followed_or_set_aside_with_a_motive_that_everybody_reads() {
    for engine in engines() {
        let house = house(engine).await;
        let (officer, visitor) = (house.as_role(Role::ParticipationOfficer), house.visitor());
        let published = published_process(&house).await;
        let (id, agreements) = (published.id, format!("/processen/{}/afspraken", published.slug));
        let guide = format!("/werk/processen/{id}/gids");
        let before = visitor.get(&agreements).await;
        assert!(!before.shows("Wat we willen bereiken") && !before.shows("Raad die we niet volgen"));
        let overview = officer.get(&guide).await;
        assert_eq!(overview.status, StatusCode::OK);
        assert!(overview.shows("De gids is voor dit proces nog niet gebruikt.") && overview.shows("Genk-toets"));
        assert!(!overview.shows("zonder gids publiceren") && overview.shows("pas als uw doelen op volgorde staan"), "{}", overview.body);
        assert!(officer.get(&format!("/werk/processen/{id}")).await.shows(&guide), "the charter leads to the guide");

        // Aims in order, each with its level.
        let aims = [
            ("aim-1", "value.inclusion"),
            ("aim-1-place", "2"),
            ("aim-1-level", "community"),
            ("aim-2", "value.legitimacy"),
            ("aim-2-place", "1"),
            ("aim-3", "effect.inclusion"),
            ("inclusion-meaning", "not-chosen"),
            ("text-not-aimed", "Wij bouwen geen nieuw zwembad."),
            ("text-not-aimed-en", "We do not build a new pool."),
            ("text-not-aimed-en-origin", "human"),
            ("text-inclusion", "Ook wie nog weinig Nederlands spreekt."),
        ];
        let saved = save(&officer, id, GuideMoment::Aims, &aims).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let page = officer.get(&format!("{guide}/doelen")).await;
        for words in ["C006", "C034", "Bron", "Raakt", "nog niet beslist", "Waarom zet u C006 opzij?"] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        let overview = officer.get(&guide).await;
        assert!(overview.shows("C104") && overview.shows("Spanningen tussen uw doelen"), "{}", overview.body);
        assert!(overview.shows("Dezelfde naam, niet hetzelfde"), "inclusion stands in both lists");
        assert!(
            !visitor.get(&agreements).await.shows("Wij bouwen geen nieuw zwembad."),
            "residents read the guide of the version that holds"
        );
        assert!(overview.shows("Bewoners lezen dat pas met een nieuwe versie"), "{}", overview.body);
        // The gates ask what inclusion means here, and at which level each aim is sought.
        let mut answered = aims.to_vec();
        answered.retain(|(name, _)| *name != "inclusion-meaning");
        answered.extend([("inclusion-meaning", "diversity"), ("aim-2-level", "community"), ("aim-3-level", "community")]);
        assert_eq!(save(&officer, id, GuideMoment::Aims, &answered).await.status, StatusCode::SEE_OTHER);
        published_again(&house, id).await;
        assert!(!officer.get(&guide).await.shows("Bewoners lezen dat pas"));
        let public = visitor.get(&agreements).await;
        let place = |words: &str| public.body.find(words).unwrap_or_else(|| panic!("{words}: {}", public.body));
        assert!(place("Legitimiteit") < place("Inclusie"), "the order is the officer's");
        assert!(public.shows("Wij bouwen geen nieuw zwembad.") && public.shows("Ook wie nog weinig Nederlands spreekt."));
        assert!(house.visitor().in_language("en").get(&agreements).await.shows("We do not build a new pool."));
        let arabic = house.visitor().in_language("ar").get(&agreements).await;
        assert!(arabic.shows("ما الذي نريد تحقيقه") && arabic.shows("lang=\"nl\""), "{}", arabic.body);

        // A rule is not set aside without a motive, and nothing that was typed is lost.
        let means = [("planned-hours", "0"), ("needed-hours", "veel <uren>"), ("rule-C053", "set-aside"), ("motive-C053", " ")];
        let refused = save(&officer, id, GuideMoment::Means, &means).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("veel &#60;uren&#62;") && refused.shows("Schrijf een getal"));
        assert!(refused.shows("Schrijf waarom u deze raad opzij zet."), "{}", refused.body);
        let means = [
            ("planned-hours", "0"),
            ("needed-hours", "7,5"),
            ("rule-C053", "set-aside"),
            ("motive-C053", "De uren staan bij Openbaar domein."),
            ("rule-C043", "followed"),
        ];
        assert_eq!(save(&officer, id, GuideMoment::Means, &means).await.status, StatusCode::SEE_OTHER);
        let page = officer.get(&format!("{guide}/middelen")).await;
        assert!(page.shows("value=\"7,5\"") && page.shows("De uren staan bij Openbaar domein."), "{}", page.body);
        let overview = officer.get(&guide).await;
        for words in ["U volgt deze raad.", "U zette deze raad opzij.", "met de kennis van versie"] {
            assert!(overview.shows(words), "{words}: {}", overview.body);
        }
        published_again(&house, id).await;
        let public = visitor.get(&agreements).await;
        assert!(public.shows("Raad die we niet volgen, en waarom") && public.shows("De uren staan bij Openbaar domein."));
        let plan = officer.get(&format!("{guide}/plan")).await;
        assert!(plan.shows("7,5 uur") && plan.shows("Legitimiteit") && plan.shows("De uren staan bij Openbaar domein."), "{}", plan.body);

        // Who learns better makes the rule go, and with it what was said about it in public.
        let means = [
            ("planned-hours", "40"),
            ("needed-hours", "7,5"),
            ("rule-C053", "set-aside"),
            ("motive-C053", "De uren staan bij Openbaar domein."),
        ];
        assert_eq!(save(&officer, id, GuideMoment::Means, &means).await.status, StatusCode::SEE_OTHER);
        assert!(visitor.get(&agreements).await.shows("De uren staan bij Openbaar domein."), "until the next version");
        published_again(&house, id).await;
        assert!(!visitor.get(&agreements).await.shows("De uren staan bij Openbaar domein."));

        let kinds: Vec<String> = kinds(&house, id).await.into_iter().skip(2).filter(|kind| !kind.starts_with("charter-")).collect();
        assert_eq!(kinds, ["guide-saved", "guide-saved", "rule-followed", "rule-set-aside", "guide-saved", "guide-saved"]);
        let entries = store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap();
        for entry in entries {
            let body = entry.body.to_string();
            assert!(!body.contains("Openbaar domein") && !body.contains("zwembad"), "the journal holds digests, never words");
        }
        let kept = design::guide(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap();
        assert_eq!(kept.aims[0].effect.as_str(), "value.legitimacy");
        assert_eq!(kept.choices["C053"].stance, Stance::SetAside);
        assert_eq!(kept.choices["C053"].knowledge, design::KNOWLEDGE_VERSION);
        assert!(kept.texts.contains_key(&GuideText::Inclusion));
    }
}

#[tokio::test]
async fn a_gate_holds_publication_back_until_it_is_answered_or_set_aside() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = made(&officer, "Het park").await;
        let edit = format!("/werk/processen/{id}");
        let publish = format!("{edit}/publiceren");
        let charter = [
            ("title", "Het park"),
            ("question", "Wat ontbreekt er?"),
            ("reason", "Het park gaat open."),
            ("can-change", "De banken."),
            ("fixed", "De paden."),
            ("outside", "De straat."),
            ("rung", "2"),
            ("mandate-body", "Gemeenteraad"),
            ("mandate-date", "2026-01-10"),
            ("mandate-reference", "punt 3"),
            ("mandate-rung", "3"),
            ("decides", "De raad beslist."),
            ("criteria", "Veiligheid."),
            ("decider", "decision-maker"),
            ("answer-count", "10"),
            ("answer-in", "working"),
        ];
        let mut fields = charter.to_vec();
        let shown = seen(&officer.get(&edit).await.body);
        fields.push(("seen", &shown));
        assert_eq!(officer.post(&edit, &fields).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&publish).await.shows("De ontwerpgids is voor dit proces niet gebruikt."));

        let page = officer.get(&publish).await;
        assert!(
            page.shows("C081") && page.shows("C038") && !page.shows("Publiceer deze afspraken"),
            "a ranking is asked for: {}",
            page.body
        );
        // Opened and left empty is as empty.
        assert_eq!(save(&officer, id, GuideMoment::Aims, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&publish).await.shows("C081"));
        assert_eq!(officer.post(&publish, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(save(&officer, id, GuideMoment::Aims, &RANKED).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&publish).await.shows("De ontwerpgids houdt niets tegen."));

        // Somebody looked at the roles and wrote none: that is known to be missing (C042, C058).
        assert_eq!(save(&officer, id, GuideMoment::Roles, &[]).await.status, StatusCode::SEE_OTHER);
        let page = officer.get(&publish).await;
        assert!(page.shows("C042") && page.shows("C058") && !page.shows("Publiceer deze afspraken"), "{}", page.body);
        let refused = officer.post(&publish, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        // To say that it is followed is not to have done it.
        assert_eq!(save(&officer, id, GuideMoment::Roles, &[("rule-C042", "followed")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(officer.post(&publish, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let aside = [
            ("rule-C042", "set-aside"),
            ("motive-C042", "Wij kiezen de rollen samen."),
            ("rule-C058", "set-aside"),
            ("motive-C058", "Wij kiezen de rollen samen."),
        ];
        assert_eq!(save(&officer, id, GuideMoment::Roles, &aside).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&publish).await.shows("Publiceer deze afspraken"));
        // Taken back, and then answered.
        assert_eq!(save(&officer, id, GuideMoment::Roles, &[("rule-C042", ""), ("rule-C058", "")]).await.status, StatusCode::SEE_OTHER);
        assert!(!officer.get(&publish).await.shows("Publiceer deze afspraken"));
        assert_eq!(save(&officer, id, GuideMoment::Roles, &ROLES).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&publish).await.shows("De ontwerpgids houdt niets tegen."));
        assert_eq!(officer.post(&publish, &[]).await.status, StatusCode::SEE_OTHER);
        // Who does what is read by everybody, under its heading (A014).
        let process = design::process(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap().unwrap();
        let public = house.visitor().get(&format!("/processen/{}/afspraken", process.slug)).await;
        for words in ["De rol van politici", ROLES[0].1, ROLES[1].1, "De rol van bewoners", ROLES[2].1] {
            assert!(public.shows(words), "{words}: {}", public.body);
        }
    }
}

#[tokio::test]
async fn what_was_written_of_roles_for_officers_only_stays_inside_until_the_next_version() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let published = published_process(&house).await;
        let (id, agreements) = (published.id, format!("/processen/{}/afspraken", published.slug));
        assert_eq!(save(&officer, id, GuideMoment::Aims, &RANKED).await.status, StatusCode::SEE_OTHER);
        assert_eq!(save(&officer, id, GuideMoment::Roles, &ROLES).await.status, StatusCode::SEE_OTHER);
        published_again(&house, id).await;
        let tenant = house.tenant();
        let all = ["De rol van politici", ROLES[0].1, ROLES[1].1, ROLES[2].1];
        let public = house.visitor().get(&agreements).await;
        assert!(all.into_iter().all(|words| public.shows(words)) && public.shows(RANKED[2].1), "{}", public.body);

        // As this version was kept before residents were told of roles, and as versions were before any guide was kept with them.
        for before in ["UPDATE charter_guide SET roles_told = FALSE WHERE tenant = $1", "DELETE FROM charter_guide WHERE tenant = $1"] {
            store::write!(house.store(), [], |tx| tx.run(before, &store::values![tenant]).await).await.unwrap();
            let public = house.visitor().get(&agreements).await;
            assert!(all.into_iter().all(|words| !public.shows(words)), "{engine}: {before}: {}", public.body);
            assert!(public.shows(RANKED[2].1), "{engine}: the rest stays: {}", public.body);
        }
        published_again(&house, id).await;
        let public = house.visitor().get(&agreements).await;
        assert!(all.into_iter().all(|words| public.shows(words)), "{engine}: {}", public.body);
    }
}

#[tokio::test]
async fn barriers_get_what_helps_and_contact_is_counted() {
    let house = house(Engine::Sqlite).await;
    let officer = house.as_role(Role::ParticipationOfficer);
    let id = made(&officer, "Het park").await;
    let path = format!("/werk/processen/{id}/gids/mensen");
    let fields = [
        ("target-groups", "poverty"),
        ("target-groups", "youth"),
        ("outreach", "youth"),
        ("barriers", "language"),
        ("barriers", "distrust"),
    ];
    assert_eq!(save(&officer, id, GuideMoment::People, &fields).await.status, StatusCode::SEE_OTHER);
    let page = officer.get(&path).await;
    assert!(page.shows("name=\"against-language\"") && page.shows("name=\"against-distrust\""), "{}", page.body);
    assert!(page.shows("meertalig en met beelden *") && page.shows("id=\"rule-C002-rule\""), "one group has no planned contact");
    let mut more = fields.to_vec();
    more.extend([("outreach", "poverty"), ("against-language", "multilingual-visual"), ("against-distrust", "none")]);
    assert_eq!(save(&officer, id, GuideMoment::People, &more).await.status, StatusCode::SEE_OTHER);
    assert!(!officer.get(&path).await.shows("id=\"rule-C002-rule\""));
    let plan = officer.get(&format!("/werk/processen/{id}/gids/plan")).await;
    assert!(plan.shows("moeite met Nederlands") && plan.shows("meertalig en met beelden"));
}

#[tokio::test]
async fn the_wrong_role_and_the_neighbour_change_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let published = published_process(&house).await;
        let guide = format!("/werk/processen/{}/gids", published.id);
        let before = kinds(&house, published.id).await;
        for role in [Role::Moderator, Role::Researcher, Role::Intermediary, Role::Administrator] {
            let browser = house.as_role(role);
            for path in [guide.clone(), format!("{guide}/plan"), format!("{guide}/doelen")] {
                assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{role} reads {path}");
            }
            let page = browser.post(&format!("{guide}/rollen"), &[("rule-C042", "followed"), ("text-officials", "Niets.")]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role}");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        for path in [guide.clone(), format!("{guide}/plan"), format!("{guide}/doelen")] {
            assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(neighbour.post(&format!("{guide}/rollen"), &ROLES).await.status, StatusCode::NOT_FOUND);
        let officer = house.as_role(Role::ParticipationOfficer);
        assert_eq!(officer.get(&format!("{guide}/nergens")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(officer.without_token().post(&format!("{guide}/rollen"), &ROLES).await.status, StatusCode::FORBIDDEN);
        assert_eq!(kinds(&house, published.id).await, before);
    }
}

#[tokio::test]
async fn two_who_answer_at_once_do_not_overwrite_each_other_unseen() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = made(&officer, "Het park").await;
        let path = format!("/werk/processen/{id}/gids/middelen");
        let first = officer.post(&path, &[("planned-hours", "10"), ("seen", "")]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        let second = officer.post(&path, &[("planned-hours", "99"), ("seen", "")]).await;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(second.shows("value=\"99\"") && second.shows("Iemand anders sloeg intussen"), "{}", second.body);
        assert!(officer.get(&path).await.shows("value=\"10\""));
        let again = officer.post(&path, &[("planned-hours", "99"), ("seen", &seen(&second.body))]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
    }
}

// Each computed rule: facts with which it holds and facts with which it does not, made by filling in the pages.

/// Values worth trying for a fact.
fn candidates(fact: Fact, condition: &Condition) -> Vec<Value> {
    let numbers = |texts: &[&str]| texts.iter().map(|text| Value::Number(text.parse::<Exact>().unwrap())).collect();
    let set = |words: Vec<&str>| Value::Words(words.into_iter().map(str::to_owned).collect());
    match fact.shape() {
        Shape::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        Shape::Number(Unit::Share) if fact == Fact::AimsShare => numbers(&["10/11", "3/11"]),
        Shape::Number(Unit::Share) => numbers(&["0", "-12%", "30%", "60%", "95%"]),
        Shape::Number(_) if [Fact::RolesMissing, Fact::AimsWithoutLevel, Fact::GroupsWithoutOutreach].contains(&fact) => {
            numbers(&["0", "1"])
        }
        Shape::Number(_) if [Fact::SelectionModeCount, Fact::TextLanguages].contains(&fact) => numbers(&["1", "2"]),
        Shape::Number(_) => numbers(&["0", "1", "2", "30", "400", "50000"]),
        // Informing is no rung that a charter can promise.
        Shape::Ordered(words) if fact == Fact::AnnouncedRung || fact == Fact::MandateRung => {
            words.iter().filter(|word| **word != "inform").map(|word| Value::Word((*word).to_owned())).collect()
        }
        Shape::One(words) | Shape::Ordered(words) => words.iter().map(|word| Value::Word((*word).to_owned())).collect(),
        Shape::Any(words) => {
            std::iter::once(set(words.to_vec())).chain(words.iter().map(|word| set(vec![*word]))).chain([set(vec![])]).collect()
        }
        Shape::Effects => {
            let named: Vec<Value> = condition.effects().iter().map(|word| set(vec![word.as_str()])).collect();
            named.into_iter().chain([set(vec!["effect.transparency"]), set(vec![])]).collect()
        }
    }
}

/// The first facts, of those that pages make, for which `condition` is `wanted`.
fn facts_for(condition: &Condition, wanted: Truth) -> Option<Facts> {
    let made = made_facts();
    let named: Vec<Fact> = condition.facts().into_iter().filter(|fact| made.contains(fact)).collect();
    let mut tried = vec![Facts::new()];
    for fact in named {
        let mut more = Vec::new();
        for facts in &tried {
            for value in candidates(fact, condition) {
                let mut next = facts.clone();
                next.put(fact, value).unwrap();
                more.push(next);
            }
        }
        tried = more;
    }
    // The house publishes no charter that lacks these.
    let needed = [Fact::MandateWritten, Fact::CriteriaWritten, Fact::DeciderWritten, Fact::OutsideWritten];
    let is = |facts: &Facts, fact: Fact, yes: bool| facts.get(fact) == Some(&Value::YesNo(yes));
    let possible = |facts: &Facts| !is(facts, Fact::CharterPublished, true) || !needed.iter().any(|fact| is(facts, *fact, false));
    tried.into_iter().find(|facts| possible(facts) && condition.truth(facts) == wanted)
}

type Fields = Vec<(String, String)>;

fn words(facts: &Facts, fact: Fact) -> Option<BTreeSet<String>> {
    match facts.get(fact) {
        Some(Value::Words(words)) => Some(words.clone()),
        _ => None,
    }
}

fn whole(facts: &Facts, fact: Fact) -> Option<usize> {
    match facts.get(fact) {
        Some(Value::Number(number)) => number.as_whole().and_then(|number| usize::try_from(number).ok()),
        _ => None,
    }
}

/// The form of one page of the guide that makes these facts.
fn form_of(moment: GuideMoment, facts: &Facts) -> Fields {
    let mut fields: Fields = Vec::new();
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    for fact in moment.asks() {
        match facts.get(*fact) {
            None => {}
            Some(Value::Words(words)) if words.is_empty() => put(fact.key(), "none"),
            Some(Value::Words(words)) => words.iter().for_each(|word| put(fact.key(), word)),
            Some(Value::Number(number)) if fact.shape() == Shape::Number(Unit::Share) => put(fact.key(), &number.percent(0)),
            Some(value) => put(fact.key(), &value.to_string()),
        }
    }
    match moment {
        GuideMoment::Aims => {
            let aims = words(facts, Fact::Aims);
            let unnamed = whole(facts, Fact::AimsWithoutLevel).unwrap_or(0);
            let wanted: Vec<String> = match (&aims, facts.get(Fact::AimsShare)) {
                (Some(aims), _) => aims.iter().cloned().collect(),
                (None, Some(Value::Number(share))) => {
                    let many = if *share > Exact::ratio(1, 2).unwrap() { 10 } else { 3 };
                    let list = Knowledge::shipped().unwrap().list("effect").unwrap();
                    list.items.iter().take(many).map(|item| format!("effect.{}", item.key)).collect()
                }
                (None, _) => vec!["effect.transparency".to_owned()],
            };
            for (nth, effect) in (1..).zip(&wanted) {
                put(&format!("aim-{nth}"), effect);
                put(&format!("aim-{nth}-level"), if nth <= unnamed { "" } else { "community" });
            }
            if wanted.is_empty() {
                put("aims-none", "yes");
            }
            if facts.get(Fact::NotPursuedWritten) == Some(&Value::YesNo(true)) {
                put("text-not-aimed", "Geen nieuwe straat.");
            }
        }
        GuideMoment::People => {
            let groups: Vec<String> = words(facts, Fact::TargetGroups).unwrap_or_default().into_iter().collect();
            let without = whole(facts, Fact::GroupsWithoutOutreach).unwrap_or(0);
            let reached: Vec<&String> = groups.iter().skip(without).collect();
            if reached.is_empty() {
                put("outreach", "none");
            }
            reached.into_iter().for_each(|group| put("outreach", group));
        }
        GuideMoment::Approach if facts.get(Fact::SelectionModes).is_none() => {
            for mode in ["street", "targeted"].iter().take(whole(facts, Fact::SelectionModeCount).unwrap_or(0)) {
                put("selection-modes", mode);
            }
        }
        GuideMoment::Roles => {
            for (name, text) in ROLES.iter().skip(whole(facts, Fact::RolesMissing).unwrap_or(0)) {
                put(name, text);
            }
        }
        _ => {}
    }
    fields
}

/// The form of a charter that makes these facts.
fn charter_of(facts: &Facts, today: kernel::Date) -> Fields {
    let published = facts.get(Fact::CharterPublished) == Some(&Value::YesNo(true));
    let yes = |fact: Fact| match facts.get(fact) {
        Some(value) => *value == Value::YesNo(true),
        None => published,
    };
    let mut fields: Fields =
        vec![("title".into(), "Het park".into()), ("question".into(), "Wat ontbreekt er?".into()), ("seen".into(), String::new())];
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    if published {
        for name in ["reason", "can-change", "fixed"] {
            put(name, "Gewone woorden.");
        }
        put("answer-count", "10");
    }
    let step = |fact: Fact| match facts.get(fact) {
        Some(Value::Word(word)) => {
            ["listen", "consult", "co-produce", "co-decide", "decide-alone"].iter().position(|it| it == word).map(|at| at + 1)
        }
        _ => None,
    };
    if let Some(step) = step(Fact::AnnouncedRung).or(published.then_some(1)) {
        put("rung", &step.to_string());
    }
    let mandate = step(Fact::MandateRung).or_else(|| (yes(Fact::MandateWritten)).then_some(5));
    if let Some(step) = mandate {
        put("mandate-rung", &step.to_string());
    }
    if yes(Fact::MandateWritten) {
        put("mandate-body", "Gemeenteraad");
        put("mandate-date", &today.plus_days(-10).to_string());
        put("mandate-reference", "punt 3");
    }
    if yes(Fact::CriteriaWritten) {
        put("criteria", "Veiligheid.");
    }
    if yes(Fact::DeciderWritten) {
        put("decides", "De raad beslist.");
        put("decider", "decision-maker");
    }
    if yes(Fact::OutsideWritten) {
        put("outside", "De straat.");
    }
    if facts.get(Fact::BudgetSet) == Some(&Value::YesNo(true)) {
        put("budget", "100");
    }
    let days = |fact: Fact| whole(facts, fact).and_then(|days| i64::try_from(days).ok());
    if whole(facts, Fact::TextLanguages).is_some_and(|many| many > 1) {
        for name in ["title", "question"] {
            put(&format!("{name}-en"), "In English.");
            put(&format!("{name}-en-origin"), "human");
        }
    }
    let mut decision = yes(Fact::DecisionDateSet).then(|| today.plus_days(100));
    if let Some(days) = days(Fact::DurationDays) {
        put("opens", &today.to_string());
        decision = Some(today.plus_days(days));
    }
    if let Some(slack) = days(Fact::SlackDays) {
        put("closes", &today.plus_days(10).to_string());
        decision = Some(today.plus_days(10 + slack));
    }
    if let Some(decision) = decision {
        put("decision-date", &decision.to_string());
    }
    fields
}

/// Makes a process with these facts by filling in pages, and says on which pages of the guide the rule stands.
async fn pages_with(house: &TestHouse, officer: &Browser, rule: &str, condition: &Condition, facts: &Facts) -> Vec<&'static str> {
    let id = made(officer, rule).await;
    let today = house.leyhoven.tenant.civil.zone.date(house.clock.now());
    let now = house.clock.now().micros().to_string();
    let named = condition.facts();
    let of = |fields: &Fields| -> Vec<(String, String)> { fields.clone() };
    let touched = |moment: &GuideMoment| named.iter().any(|fact| moment.place_of(*fact).is_some());
    let (mut shown, mut seen) = (Vec::new(), String::new());
    if named.iter().any(|fact| GuideMoment::Agreements.derives().iter().any(|(derived, _)| derived == fact)) {
        let mut fields = of(&charter_of(facts, today));
        fields.retain(|(name, _)| name != "seen");
        fields.push(("seen".into(), now.clone()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = officer.post(&format!("/werk/processen/{id}"), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{rule} {facts}: {}", saved.body);
        if facts.get(Fact::CharterPublished) == Some(&Value::YesNo(true)) {
            let ranked = officer.post(&format!("/werk/processen/{id}/gids/doelen"), &[&RANKED[..], &[("seen", "")]].concat()).await;
            assert_eq!(ranked.status, StatusCode::SEE_OTHER, "{rule} {facts}: {}", ranked.body);
            seen.clone_from(&now);
            let published = officer.post(&format!("/werk/processen/{id}/publiceren"), &[]).await;
            assert_eq!(published.status, StatusCode::SEE_OTHER, "{rule} {facts}: {}", published.body);
        }
    }
    for moment in GuideMoment::ALL.iter().filter(|moment| touched(moment)) {
        let mut fields = form_of(*moment, facts);
        fields.push(("seen".into(), seen.clone()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = officer.post(&format!("/werk/processen/{id}/gids/{}", moment.code()), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{rule} {facts}: {}", saved.body);
        seen.clone_from(&now);
    }
    for moment in GuideMoment::ALL.iter().filter(|moment| touched(moment)) {
        let page = officer.get(&format!("/werk/processen/{id}/gids/{}", moment.code())).await;
        if page.shows(&format!("id=\"rule-{rule}-rule\"")) {
            shown.push(moment.code());
        }
    }
    shown
}

/// Computed rules whose facts other rooms tell as a process goes ([`people::FactsOf`]): the journey, weighings, decisions,
/// realisation, questionnaires, evaluation. In a house of this room alone the guide names them as silent; the tests of the whole
/// house (`meemaak/tests/facts`) have a journey for each of them.
const SILENT: [&str; 36] = [
    "C009", "C027", "C032", "C039", "C040", "C048", "C055", "C057", "C082", "C089", "C090", "C106", "C110", "C114", "C117", "C118", "C120",
    "C121", "C126", "C136", "C138", "C140", "C141", "C143", "C144", "C146", "C150", "C153", "C154", "C156", "C157", "C159", "C164", "C165",
    "C171", "C172",
];

/// Computed rules of which another room tells one half: here nobody can say that they do not hold, and in the whole house their journeys do.
const HALVES: [&str; 5] = ["C011", "C107", "C128", "C142", "C152"];

/// Rules about what is known without an answer: lessons that were kept (C074, C088), what a process was begun from (C080), and the
/// regulation (C020, in `standing.rs`). Each has its journey beside this one.
const KNOWN: [&str; 4] = ["C020", "C074", "C080", "C088"];

#[tokio::test]
async fn each_computed_rule_appears_in_one_journey_and_stays_away_in_another() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let knowledge = Knowledge::shipped().unwrap();
        let silent: BTreeSet<&str> = knowledge.silent(&made_facts()).iter().map(|rule| rule.id.as_str()).collect();
        let (mut reached, mut wrong, mut undecided) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        for rule in knowledge.rules.iter().filter(|rule| !silent.contains(rule.id.as_str())) {
            let Some(condition) = rule.condition() else { continue };
            if KNOWN.contains(&rule.id.as_str()) {
                continue;
            }
            // It stays away because the facts decide so, and not because nobody knows; but for those of which another room tells a half.
            let fails = facts_for(condition, Truth::Fails);
            if fails.is_none() {
                undecided.insert(rule.id.as_str());
            }
            let (Some(with), Some(without)) = (facts_for(condition, Truth::Holds), fails.or_else(|| facts_for(condition, Truth::Unknown)))
            else {
                wrong.insert(rule.id.as_str(), "no facts that pages make".to_owned());
                continue;
            };
            let appears = pages_with(&house, &officer, &rule.id, condition, &with).await;
            let away = pages_with(&house, &officer, &rule.id, condition, &without).await;
            if appears.is_empty() || !away.is_empty() {
                wrong.insert(rule.id.as_str(), format!("{with}: on {appears:?}; {without}: on {away:?}"));
            } else {
                reached.insert(rule.id.as_str());
            }
        }
        assert!(wrong.is_empty(), "{engine}: {wrong:#?}");
        assert_eq!(silent, BTreeSet::from(SILENT), "{engine}");
        assert_eq!(undecided, BTreeSet::from(HALVES), "{engine}: each other rule is decided by what the pages say");
        // With these the guide reaches all computed rules but those named above.
        assert_eq!(reached.len() + KNOWN.len() + SILENT.len(), knowledge.counts().computed, "{engine}");
        let page = officer.get(&format!("/werk/processen/{}/gids", made(&officer, "Zwijgt").await)).await;
        assert!(SILENT.iter().all(|rule| page.shows(&format!("<li>{rule}: "))), "{engine}: the guide names them");
    }
}

#[tokio::test]
async fn lessons_of_earlier_processes_greet_the_next_design_and_are_used_or_set_aside() {
    for engine in engines() {
        let house = house(engine).await;
        let (officer, visitor) = (house.as_role(Role::ParticipationOfficer), house.visitor());
        let lesson = |text: &'static str, worked: &'static str, rest: &'static [(&'static str, &'static str)]| {
            let mut fields = vec![("text", text), ("advice", "Doe het de volgende keer anders."), ("worked", worked)];
            fields.extend(rest);
            fields
        };
        for fields in [
            lesson("De opvang was te laat geregeld.", "no", &[("theme", "groen"), ("about", "people"), ("about", "means")]),
            lesson("Koffie aan de schoolpoort werkte.", "yes", &[("theme", "Groen")]),
            lesson("Het verslag kwam te laat.", "partly", &[("effects", "effect.trust"), ("rules", "C001")]),
            lesson("Verkeer is iets anders.", "no", &[("theme", "verkeer")]),
        ] {
            assert_eq!(officer.post("/werk/lessen/nieuw", &fields).await.status, StatusCode::SEE_OTHER);
        }
        let published = published_process(&house).await;
        let id = published.id;
        let guide = format!("/werk/processen/{id}/gids");
        assert!(!officer.get(&guide).await.shows("Lessen van eerdere projecten"), "nothing is shared yet");
        let aims = [
            ("themes", "groen, spelen"),
            ("aim-1", "effect.trust"),
            ("aim-1-level", "community"),
            ("text-not-aimed", "Geen nieuwe straat."),
        ];
        assert_eq!(save(&officer, id, GuideMoment::Aims, &aims).await.status, StatusCode::SEE_OTHER);
        let overview = officer.get(&guide).await;
        let at = |words: &str| overview.body.find(words).unwrap_or_else(|| panic!("{words}: {}", overview.body));
        assert!(
            at("De opvang was te laat") < at("Het verslag kwam te laat")
                && at("Het verslag kwam te laat") < at("Koffie aan de schoolpoort")
        );
        assert!(!overview.shows("Verkeer is iets anders."));
        // Each stands where it is of use, before the questions, and the rules about earlier lessons speak.
        let page = officer.get(&format!("{guide}/doelen")).await;
        assert!(page.shows("Koffie aan de schoolpoort") && !page.shows("De opvang was te laat"), "{}", page.body);
        assert!(page.shows("id=\"rule-C074-rule\"") && page.shows("id=\"rule-C088-rule\""), "{}", page.body);
        let people = officer.get(&format!("{guide}/mensen")).await;
        assert!(people.body.find("De opvang was te laat").unwrap() < people.body.find("Wat u weet").unwrap());
        assert!(officer.get(&format!("{guide}/middelen")).await.shows("De opvang was te laat"));
        assert!(officer.get(&format!("{guide}/aanpak")).await.shows("Het verslag kwam te laat"), "the rule it bears on stands there");

        let name = people.body.split("id=\"lesson-").nth(1).unwrap().split('"').next().unwrap().trim_end_matches("-lesson").to_owned();
        let (field, words) = (format!("lesson-{name}"), format!("lesson-{name}-words"));
        let refused = save(&officer, id, GuideMoment::People, &[(&field, "adopted"), (&words, " ")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Schrijf wat u met deze les doet"), "{}", refused.body);
        let used = [(field.as_str(), "adopted"), (words.as_str(), "De opvang is geregeld voor we uitnodigen.")];
        assert_eq!(save(&officer, id, GuideMoment::People, &used).await.status, StatusCode::SEE_OTHER);
        let answered = officer.get(&format!("{guide}/doelen")).await;
        assert!(answered.shows("id=\"rule-C074-rule\"") && !answered.shows("id=\"rule-C088-rule\""), "what did not work is answered");
        let second = page.body.split("id=\"lesson-").nth(1).unwrap().split('"').next().unwrap().trim_end_matches("-lesson").to_owned();
        let (field, words) = (format!("lesson-{second}"), format!("lesson-{second}-words"));
        let mut aside = aims.to_vec();
        aside.extend([(field.as_str(), "set-aside"), (words.as_str(), "Er is hier geen school.")]);
        assert_eq!(save(&officer, id, GuideMoment::Aims, &aside).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&format!("{guide}/plan")).await.shows("De opvang is geregeld voor we uitnodigen."));

        let agreements = format!("/processen/{}/afspraken", published.slug);
        published_again(&house, id).await;
        let public = visitor.get(&agreements).await;
        for words in ["Wat we uit eerdere projecten meenemen", "De opvang is geregeld voor we uitnodigen.", "Er is hier geen school."] {
            assert!(public.shows(words), "{words}: {}", public.body);
        }
        let mut s = house.store().read().await.unwrap();
        let now = house.clock.now();
        let reuse = design::lesson_reuse(&mut s, house.tenant(), now.plus_seconds(-3600), now.plus_seconds(3600)).await.unwrap();
        assert_eq!((reuse.designs, reuse.adopted), (1, 1), "G067");
        let none = design::lesson_reuse(&mut s, house.tenant(), now.plus_seconds(3600), now.plus_seconds(7200)).await.unwrap();
        assert_eq!((none.designs, none.adopted), (0, 0));
        drop(s);
        let kinds: Vec<String> = kinds(&house, id).await.into_iter().filter(|kind| kind.starts_with("lesson-")).collect();
        assert_eq!(kinds, ["lesson-adopted", "lesson-set-aside"]);
        let entries = store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap();
        assert!(entries.iter().all(|entry| !entry.body.to_string().contains("opvang")), "digests, never words");

        // A lesson that no longer fits stays where something was said of it; taken back, it goes.
        assert_eq!(save(&officer, id, GuideMoment::Aims, &[("themes", "")]).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&guide).await.shows("De opvang was te laat"));
        assert!(!officer.get(&format!("{guide}/doelen")).await.shows("id=\"rule-C074-rule\""), "nothing fits any more");
        let field = format!("lesson-{name}");
        assert_eq!(save(&officer, id, GuideMoment::People, &[(&field, "")]).await.status, StatusCode::SEE_OTHER);
        assert!(!officer.get(&guide).await.shows("De opvang was te laat"));
        for role in [Role::Moderator, Role::Researcher] {
            let refused = house.as_role(role).post(&format!("{guide}/mensen"), &used).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role}");
        }
    }
}

#[tokio::test]
async fn what_holds_for_the_organisation_is_said_once() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let (first, second) = (made(&officer, "Het park").await, made(&officer, "Het plein").await);
        let said = [("inhabitants", "24500"), ("flexible-budget", "no")];
        assert_eq!(save(&officer, first, GuideMoment::Organisation, &said).await.status, StatusCode::SEE_OTHER);
        let path = format!("/werk/processen/{second}/gids/organisatie");
        let page = officer.get(&path).await;
        assert!(page.shows("value=\"24500\"") && page.shows("Iemand deed dat voor het laatst op"), "{}", page.body);
        assert_eq!(save(&officer, second, GuideMoment::Organisation, &[("inhabitants", "24600")]).await.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&format!("/werk/processen/{first}/gids/organisatie")).await.shows("value=\"24600\""));
        assert!(house.as_neighbour(Role::ParticipationOfficer).get(&path).await.status == StatusCode::NOT_FOUND);
        let journal =
            store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), house.tenant().uuid()).await.unwrap();
        let noted = journal.iter().filter(|entry| entry.kind == "design.organisation-fact").count();
        assert_eq!(noted, 4, "inhabitants twice, the budget said and taken back");
    }
}

#[tokio::test]
async fn a_process_begins_from_a_template_or_an_earlier_one_and_says_what_it_took_along() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let new = "/werk/processen/nieuw";
        let page = officer.get(new).await;
        assert!(page.shows("Uitdaagrecht") && !page.shows("Met een eerder proces"), "nothing was published yet: {}", page.body);
        for wrong in [
            vec![("title", ""), ("begin", "survey")],
            vec![("title", "Park"), ("begin", "anders")],
            vec![("title", "Park"), ("begin", "earlier"), ("earlier", "geen")],
            vec![("title", "Park"), ("begin", "survey"), ("first-day", "morgen")],
        ] {
            let refused = officer.post(new, &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        let begun = officer.post(new, &[("title", "Buurtgeld"), ("begin", "participatory-budget"), ("first-day", "1/9/2027")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let taken = officer.get(begun.location.as_deref().unwrap()).await;
        for words in ["Burgerbudget of wijkbudget", "Elke tekst is een voorstel.", "1 september 2027", "Het mandaat."] {
            assert!(taken.shows(words), "{words}: {}", taken.body);
        }
        let charter = begun.location.unwrap().replace("/overgenomen", "");
        let editor = officer.get(&charter).await;
        assert!(editor.shows("Waaraan besteden we dit budget") && editor.shows("على ماذا ننفق"), "in all languages: {}", editor.body);
        assert!(editor.shows("name=\"mandate-date\" value=\"\""), "{}", editor.body);

        // An earlier process, with its guide, its lessons and other days.
        let earlier = published_process(&house).await;
        let aims = [("themes", "groen"), ("aim-1", "effect.trust"), ("aim-1-level", "community")];
        assert_eq!(save(&officer, earlier.id, GuideMoment::Aims, &aims).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            save(&officer, earlier.id, GuideMoment::Course, &[("residents-above-ceiling", "30")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(save(&officer, earlier.id, GuideMoment::Roles, &ROLES).await.status, StatusCode::SEE_OTHER);
        let of = earlier.id.to_string();
        let learned =
            [("process", of.as_str()), ("text", "De avond viel op een feestdag."), ("advice", "Kijk de kalender na."), ("worked", "no")];
        assert_eq!(officer.post("/werk/lessen/nieuw", &learned).await.status, StatusCode::SEE_OTHER);
        let fields = [("title", "Marktplein, tweede ronde"), ("begin", "earlier"), ("earlier", of.as_str()), ("first-day", "2027-03-01")];
        let begun = officer.post(new, &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let path = begun.location.unwrap();
        let taken = officer.get(&path).await;
        for words in ["Een groener Marktplein", "De avond viel op een feestdag.", "1 maart 2027", "Eén doel"] {
            assert!(taken.shows(words), "{words}: {}", taken.body);
        }
        let id: ProcessId = path.split('/').nth(3).unwrap().parse().unwrap();
        let mut s = house.store().read().await.unwrap();
        let draft = design::draft(&mut s, house.tenant(), id).await.unwrap().unwrap().draft;
        let days = draft.planning.iter().map(|step| step.date).chain(draft.opens).chain(draft.closes).chain(draft.decision_date);
        assert_eq!(days.min().unwrap().to_string(), "2027-03-01");
        assert_eq!((draft.mandate, draft.budget), (design::MandateDraft::default(), None));
        let guide = design::guide(&mut s, house.tenant(), id).await.unwrap();
        assert_eq!((guide.aims.len(), guide.themes().len()), (1, 1));
        assert!(guide.answer("residents-above-ceiling").is_none(), "how it went is left behind");
        assert_eq!(guide.texts.len(), 3);
        drop(s);
        // As long as it says what the earlier one says, the guide asks to tailor it (C080); nobody is asked whether it does.
        let agreements = format!("/werk/processen/{id}/gids/afspraken");
        let page = officer.get(&agreements).await;
        assert!(page.shows("id=\"rule-C080-rule\"") && !page.shows("name=\"copied-unchanged\""), "{}", page.body);
        let own = made(&officer, "Zelf bedacht").await;
        assert!(!officer.get(&format!("/werk/processen/{own}/gids/afspraken")).await.shows("id=\"rule-C080-rule\""), "begun from nothing");
        tailored(&house, id).await;
        assert!(!officer.get(&agreements).await.shows("id=\"rule-C080-rule\""), "other words are its own");
        assert!(kinds(&house, id).await.contains(&"process-copied".to_owned()));
        for role in [Role::Moderator, Role::Researcher] {
            assert_eq!(house.as_role(role).post(new, &fields).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.post(new, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it is not theirs to copy");
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            officer.get(&format!("/werk/processen/{}/overgenomen", earlier.id)).await.status,
            StatusCode::NOT_FOUND,
            "it was copied of nothing"
        );
    }
}
