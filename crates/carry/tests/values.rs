//! Values in conflict (F6): who defends what, a choice that is looked at again on its day, and earlier cases to compare with. Over
//! HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, contribution, dossier, migrations, take_to, worker};
use design::Process;
use journey::{Channel, State};
use kernel::{Actor, Clock as _, ContributionId, DossierId, Language, Line, PublicNumber, TextId};
use people::Role;
use people::testing::{Options, Page, TestHouse};
use std::sync::Arc;
use store::Engine;
use store::testing::engines;
use uuid::Uuid;
use voice::{Answering, NewContribution};

const CONFLICT: [(&str, &str); 4] = [
    ("value", "lawfulness"),
    ("value", "involvement"),
    ("dilemma", "rules-flexibility"),
    ("options", "Bomen nu, of eerst de riolering en dan bomen."),
];

async fn house(engine: Engine) -> TestHouse {
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes());
    let options = Options { panels: vec![Arc::new(carry::panels::Panels)], ..Options::default() };
    TestHouse::open_with(engine, &migrations(), &texts, routes, options).await
}

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

/// How many letters so far ask somebody to look again.
async fn told(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
    mails.iter().filter(|row| row.get::<String>("subject").unwrap().contains("Kijk opnieuw naar een keuze")).count()
}

async fn days(house: &TestHouse, days: i64) {
    for _ in 0..days {
        house.clock.advance_days(1);
        worker(house).work_once().await.unwrap();
    }
}

/// A contribution of a theme, under assessment.
async fn of_theme(house: &TestHouse, process: &Process, theme: &str) -> (DossierId, PublicNumber) {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let id = ContributionId::new(house.clock.now(), house.app.random.as_ref());
    let today = house.leyhoven.tenant.civil.today(house.clock.now());
    let title = Line::new("Iets in de straat", 200).unwrap();
    let mut new = NewContribution::idea(id, process.id, title, Language::NL, Channel::Paper, today);
    new.category = Some(Line::new(theme, 200).unwrap());
    new.answering = Answering::none();
    let receipt = store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await }).await.unwrap();
    take_to(house, receipt.dossier, State::Assessed).await;
    (receipt.dossier, receipt.number)
}

#[tokio::test]
async fn departments_defend_values_and_a_choice_is_looked_at_again_on_its_day() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        let [green, space] = [house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string()];
        for (half, said) in [
            ([("defender-1", green.as_str()), ("defended-1", "")], "Kies een waarde die hierboven botst"),
            ([("defender-1", green.as_str()), ("defended-1", "trust")], "Kies een waarde die hierboven botst"),
            ([("defender-1", ""), ("defended-1", "lawfulness")], "Kies een dienst, of laat ook de waarde leeg."),
        ] {
            let refused = specialist.post(&path(id, "waarden"), &[&CONFLICT[..], &half[..]].concat()).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows(said), "{}", refused.body);
        }
        let review = house.leyhoven.tenant.civil.today(house.clock.now()).plus_days(10).to_string();
        let defended =
            [("defender-1", green.as_str()), ("defended-1", "lawfulness"), ("defender-2", space.as_str()), ("defended-2", "involvement")];
        let chosen =
            [("strategy", "prioritise"), ("first", "involvement"), ("motive", "De bewoners wachten al lang."), ("review", review.as_str())];
        went(&specialist.post(&path(id, "waarden"), &[&CONFLICT[..], &defended[..], &chosen[..]].concat()).await);
        let shown = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(
            shown.shows("Groen verdedigt Rechtmatigheid.") && shown.shows("Openbaar domein verdedigt Betrokkenheid."),
            "{}",
            shown.body
        );
        let again = specialist.get(&path(id, "waarden")).await;
        assert_eq!(again.body.matches(&format!("value=\"{green}\" selected")).count(), 1, "it stands in the form: {}", again.body);
        let mut s = house.store().read().await.unwrap();
        let kept = carry::weighings(&mut s, house.tenant(), id).await.unwrap();
        drop(s);
        assert_eq!(kept[0].defended.iter().map(|(value, _)| value.as_str()).collect::<Vec<_>>(), ["lawfulness", "involvement"]);

        // Before its day nobody looks, nobody is asked to, and the page is not open.
        let (civil, tenant) = (house.leyhoven.tenant.civil.clone(), house.tenant());
        store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
        worker(&house).work_once().await.unwrap();
        days(&house, 9).await;
        assert_eq!(told(&house).await, 0);
        let specialist = house.as_role(Role::Specialist);
        assert!(!specialist.get("/werk").await.shows("waarden/opnieuw"));
        let look = path(id, "waarden/opnieuw");
        let found = [("ending", "switches"), ("words", "De riolering lekt. Veiligheid gaat nu voor.")];
        assert_eq!(specialist.post(&look, &found).await.status, StatusCode::CONFLICT);

        days(&house, 1).await;
        assert_eq!(told(&house).await, 1, "whoever holds it hears of it");
        days(&house, 3).await;
        assert_eq!(told(&house).await, 1, "once");
        let specialist = house.as_role(Role::Specialist);
        let head = house.as_role(Role::DepartmentHead);
        for (browser, sees) in [(&specialist, true), (&head, true), (&house.as_head_of(house.leyhoven.green), false)] {
            assert_eq!(browser.get("/werk").await.shows("waarden/opnieuw"), sees);
        }
        for language in ["nl", "en"] {
            let page = specialist.get(&format!("{look}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦") && page.shows("De bewoners wachten al lang."), "{}", page.body);
        }
        let plain = specialist.get(&format!("{look}?taal=nl")).await;
        for words in
            ["Deze waarden botsten: ", "De vraag was: «Volgt u de regel", "«Laat bepaalde waarden voorgaan.» Betrokkenheid gaat voor."]
        {
            assert!(plain.shows(words), "{engine}: «{words}»: {}", plain.body);
        }
        assert!(!plain.shows("prioriteren"), "{}", plain.body);
        let before = entries(&house).await;
        for role in [Role::DecisionMaker, Role::BudgetHolder, Role::Researcher, Role::CouncilSecretary] {
            assert_eq!(house.as_role(role).post(&look, &found).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::Specialist).post(&look, &found).await.status, StatusCode::NOT_FOUND);
        let half = specialist.post(&look, &found[1..]).await;
        assert!(half.status == StatusCode::UNPROCESSABLE_ENTITY && half.shows("Kies of het zo blijft."), "{}", half.body);
        assert!(half.shows("De riolering lekt."), "nothing that was written is lost");
        assert_eq!(entries(&house).await, before);
        let done = specialist.post(&look, &found).await;
        went(&done);
        assert_eq!(done.location, Some(path(id, "waarden")), "{engine}: which value goes first from now on is recorded next");
        let next = specialist.get(&path(id, "waarden")).await;
        assert!(next.shows("Leg nu een nieuwe keuze vast"), "{engine}: {}", next.body);
        let shown = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(shown.shows("Opnieuw bekeken op") && shown.shows("De riolering lekt."), "{}", shown.body);
        assert!(!shown.shows("waarden/opnieuw") && !specialist.get("/werk").await.shows("waarden/opnieuw"), "it was done");
        assert_eq!(specialist.post(&look, &found).await.status, StatusCode::CONFLICT, "once");
        assert_eq!(dossier(&house, id).await.state, State::Assessed, "the dossier stays where it is");
    }
}

/// Choices in so many dossiers of which nothing is left, to be looked at again before all others.
async fn many_of_nothing(house: &TestHouse, numbers: std::ops::RangeInclusive<u128>) {
    let (tenant, day) = (house.tenant(), house.leyhoven.tenant.civil.today(house.clock.now()));
    store::write!(house.store(), [numbers], |tx| {
        for number in numbers {
            let (dossier, options) = (DossierId::from_uuid(Uuid::from_u128(number)), TextId::from_uuid(Uuid::from_u128(number)));
            let at = tx.now();
            tx.run(
                store::sql!(
                    "INSERT INTO weighing (tenant, dossier, number, conflicting, dilemma, options, recorded_at, review_open)
                     VALUES ($1, $2, 1, 'trust', 'rules-flexibility', $3, $4, $5)"
                ),
                &store::values![tenant, dossier, options, at, day],
            )
            .await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn whoever_stands_in_looks_again_and_what_was_taken_back_nobody_does() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let stays = contribution(&house, &process, "Bomen op het plein").await;
        let goes = contribution(&house, &process, "Een bank").await;
        let review = house.leyhoven.tenant.civil.today(house.clock.now()).plus_days(10).to_string();
        let chosen = [("strategy", "prioritise"), ("first", "involvement"), ("motive", "Zij wachten al."), ("review", review.as_str())];
        for receipt in [&stays, &goes] {
            take_to(&house, receipt.dossier, State::Assessed).await;
            let done =
                house.as_role(Role::Specialist).post(&path(receipt.dossier, "waarden"), &[&CONFLICT[..], &chosen[..]].concat()).await;
            went(&done);
        }
        many_of_nothing(&house, 1..=201).await;
        let (civil, tenant, author) = (house.leyhoven.tenant.civil.clone(), house.tenant(), goes.id);
        store::write!(house.store(), [civil], |tx| {
            let act = journey::Act { tenant, actor: &Actor::Resident, at: tx.now(), civil: &civil };
            voice::withdraw(tx, &act, author, voice::Erasure::Hide, &[]).await
        })
        .await
        .unwrap();
        store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();

        // Its holder left, and a colleague stands in.
        let (specialist, other) = (house.account(Role::Specialist), house.account(Role::Moderator));
        let admin = house.as_role(Role::Administrator);
        went(&admin.post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        let mut s = house.store().read().await.unwrap();
        let held = people::tables::grants::of_account(&mut s, tenant, specialist).await.unwrap();
        let grant = held.iter().find(|grant| grant.account == specialist).unwrap().id;
        let mail = people::tables::account(&mut s, tenant, other).await.unwrap().unwrap().mail;
        drop(s);
        let today = house.leyhoven.tenant.civil.today(house.clock.now());
        let (from, until) = (today.to_string(), today.plus_days(20).to_string());
        let stands_in = [("mail", mail.as_str()), ("from", from.as_str()), ("until", until.as_str())];
        went(&admin.post(&format!("/beheer/rollen/{grant}/vervanger"), &stands_in).await);
        days(&house, 10).await;
        assert_eq!(told(&house).await, 1, "{engine}: whoever stands in, of the one that is left");
        for role in [Role::Moderator, Role::DepartmentHead] {
            let desk = house.as_role(role).get("/werk").await;
            assert!(desk.shows(&path(stays.dossier, "waarden/opnieuw")), "{engine} {role}: {}", desk.body);
            assert!(!desk.shows(&path(goes.dossier, "waarden/opnieuw")), "{engine} {role}");
        }
        assert!(!house.as_head_of(house.leyhoven.green).get("/werk").await.shows("waarden/opnieuw"));

        // Behind a thousand others it is not looked for on every visit, and the page says so.
        let words = "Er wachten zoveel keuzes dat niet alle zijn doorzocht.";
        assert!(!house.as_role(Role::DepartmentHead).get("/werk").await.shows(words), "{engine}");
        many_of_nothing(&house, 202..=1_000).await;
        let desk = house.as_role(Role::DepartmentHead).get("/werk").await;
        assert!(desk.shows(words) && !desk.shows("waarden/opnieuw"), "{engine}");

        // What stays needs no new choice.
        let stays_so = [("ending", "stays"), ("words", "Het werkt. Niemand verloor er iets door.")];
        let done = house.as_role(Role::DepartmentHead).post(&path(stays.dossier, "waarden/opnieuw"), &stays_so).await;
        assert_eq!(done.location, Some(format!("/werk/dossiers/{}", stays.dossier)), "{engine}: {}", done.body);
    }
}

#[tokio::test]
async fn earlier_cases_that_are_like_it_stand_beside_the_form_at_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let (first, number) = of_theme(&house, &process, "Bomen").await;
        let specialist = house.as_role(Role::Specialist);
        let chosen = [("strategy", "align"), ("motive", "Eerst de riolering, dan de bomen.")];
        went(&specialist.post(&path(first, "waarden"), &[&CONFLICT[..], &chosen[..]].concat()).await);

        let (like, _) = of_theme(&house, &process, "Bomen").await;
        let shown = specialist.get(&path(like, "waarden")).await;
        for words in [
            number.as_str(),
            "nog niet genomen",
            "hetzelfde thema",
            "Eerst de riolering, dan de bomen.",
            &format!("/werk/dossiers/{first}"),
        ] {
            assert!(shown.shows(words), "«{words}» is not in {}", shown.body);
        }
        assert!(!shown.shows("hetzelfde dilemma"), "nobody said which yet");
        let (other, _) = of_theme(&house, &process, "Verkeer").await;
        assert!(!specialist.get(&path(other, "waarden")).await.shows("Eerst de riolering, dan de bomen."), "it is like it in nothing");
        // As soon as the values are known, also in a form that is refused.
        let refused = specialist.post(&path(other, "waarden"), &CONFLICT[..2]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Eerst de riolering, dan de bomen.") && refused.shows("dezelfde waarden"), "{}", refused.body);
    }
}
