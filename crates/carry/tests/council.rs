//! What the council is told before it decides, and politicians at moments of the planning (F1 S12, G062, G063). Over HTTP, on
//! both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, decide, house, take_to};
use journey::{Act, Outcome, State};
use kernel::Actor;
use people::testing::{Page, TestHouse};
use people::{Panel, Role, Spot};
use store::testing::engines;

fn went(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap_or_default()
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 2000).await.unwrap().len()
}

#[tokio::test]
async fn the_council_is_told_asks_and_is_answered_for_everybody_to_read_unless_the_law_closes_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let one = contribution(&house, &process, "Bomen op het plein").await;
        take_to(&house, one.dossier, State::Assessed).await;
        let secretary = house.as_role(Role::CouncilSecretary);
        let address = format!("/werk/processen/{}/briefing", process.id);
        for language in ["nl", "en"] {
            let page = secretary.get(&format!("{address}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
        }
        secretary.get("/werk?taal=nl").await;
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let (day, ahead, number) = (today.to_string(), today.plus_days(3).to_string(), one.number.to_string());
        let right = [("body", "Commissie ruimte"), ("date", &day), ("told", "Bewoners vragen schaduw."), ("numbers", &number)];
        let early = [("body", "Commissie ruimte"), ("date", &ahead), ("told", "Bewoners vragen schaduw.")];
        let refused = secretary.post(&address, &early).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("Bewoners vragen schaduw."), "{}", refused.body);
        let other = [right[0], right[1], right[2], ("numbers", "ZZZZ-9999")];
        assert_eq!(secretary.post(&address, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::DecisionMaker, Role::BudgetHolder, Role::Administrator, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&address, &right).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::CouncilSecretary).post(&address, &right).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        let made = went(&secretary.post(&address, &right).await);

        // A council member asks; there is a day by which it is answered.
        let ask = format!("{made}/vraag");
        let until = today.plus_days(10).to_string();
        assert_eq!(
            secretary.post(&ask, &[("words", "Wat kost het?"), ("until", "2020-01-01")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(house.as_role(Role::DecisionMaker).post(&ask, &[("words", "x"), ("until", &until)]).await.status, StatusCode::FORBIDDEN);
        went(&secretary.post(&ask, &[("words", "Wat kost het onderhoud?"), ("until", &until)]).await);
        let member = house.as_role(Role::DecisionMaker);
        member.get("/werk?taal=nl").await;
        let seen = member.get(&made).await;
        assert!(seen.shows("Wat kost het onderhoud?") && !seen.shows(&ask), "who only decides reads: {}", seen.body);

        let panels = carry::panels::Panels;
        let drawn = async |spot| {
            let ctx = house.context(None, "/").await;
            panels.draw(&ctx, spot).await.unwrap()
        };
        let public = drawn(Spot::Process(process.id)).await;
        assert!(public.contains("Bewoners vragen schaduw.") && public.contains("Wat kost het onderhoud?"), "{public}");
        assert!(!public.contains("/werk/"), "a visitor is shown no way to a form");
        let own = journey_of(&house, &one).await;
        assert!(drawn(Spot::Journey(own)).await.contains("Commissie ruimte"));
        let elsewhere = contribution(&house, &process, "Een fontein").await;
        let elsewhere = journey_of(&house, &elsewhere).await;
        assert!(!drawn(Spot::Journey(elsewhere)).await.contains("Commissie ruimte"), "it was about another contribution");
        house.clock.advance_days(11);
        assert!(drawn(Spot::Process(process.id)).await.contains("Had al beantwoord moeten zijn"));
        went(&secretary.post(&format!("{made}/antwoord"), &[("answer", "Twee uur in de week.")]).await);
        assert_eq!(secretary.post(&format!("{made}/antwoord"), &[("answer", "Nog eens.")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(drawn(Spot::Process(process.id)).await.contains("Twee uur in de week."));

        // What the law closes is not told; that it was, and by which rule, is.
        let closed =
            [("body", "Gemeenteraad"), ("date", &day), ("told", "De prijs van de grond."), ("closed", "Artikel 3, Woo: lopende koop.")];
        went(&secretary.post(&address, &closed).await);
        let public = drawn(Spot::Process(process.id)).await;
        assert!(public.contains("lopende koop") && !public.contains("prijs van de grond"), "{public}");
        assert!(secretary.get("/werk/briefings").await.shows("Gemeenteraad"));
    }
}

async fn journey_of(house: &TestHouse, receipt: &voice::Receipt) -> kernel::ContributionId {
    let mut s = house.store().read().await.unwrap();
    voice::by_number(&mut s, house.tenant(), &receipt.number).await.unwrap().unwrap().id
}

#[tokio::test]
async fn politicians_at_a_moment_are_counted_and_never_named() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let address = format!("/werk/processen/{}/momenten", process.id);
        assert!(officer.get(&format!("{address}?taal=nl")).await.shows("nog geen moment dat voorbij is"));
        house.clock.advance_days(21);
        for language in ["nl", "en"] {
            let page = officer.get(&format!("{address}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && page.shows("Bijeenkomst in de wijkzaal") && !page.shows("⟦"), "{}", page.body);
        }
        let day = process.charter.as_ref().unwrap().planning[0].date.to_string();
        let right = [("day", day.as_str()), ("politicians", "2"), ("helpful", "12"), ("steering", "3"), ("neither", "5")];
        let nobody = [("day", day.as_str()), ("politicians", "0"), ("helpful", "12")];
        assert_eq!(officer.post(&address, &nobody).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let many = [("day", day.as_str()), ("politicians", "veel")];
        assert!(officer.post(&address, &many).await.shows("veel"));
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::DecisionMaker, Role::CouncilSecretary, Role::Administrator] {
            assert_eq!(house.as_role(role).post(&address, &right).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before);
        went(&officer.post(&address, &right).await);
        went(&officer.post(&address, &right).await);
        let mut s = house.store().read().await.unwrap();
        let found = carry::presences(&mut s, house.tenant(), process.id).await.unwrap();
        assert_eq!(found.iter().map(|it| (it.politicians, it.helpful, it.steering, it.neither)).collect::<Vec<_>>(), [(2, 12, 3, 5)]);
    }
}

#[tokio::test]
async fn the_agenda_tells_by_day_and_body_what_is_still_to_be_decided_and_what_lies_under_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let secretary = house.as_role(Role::CouncilSecretary);
        let empty = secretary.get("/werk/agenda?taal=nl").await;
        assert!(empty.status == StatusCode::OK && empty.shows("Er staat niets op een agenda."), "{}", empty.body);
        let mut all = Vec::new();
        for title in ["Bomen op het plein", "Een bank bij de halte", "Een fontein", "Een zebrapad"] {
            let it = contribution(&house, &process, title).await;
            take_to(&house, it.dossier, State::AdviceReady).await;
            all.push(it);
        }
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let on = async |nth: usize, body: &str, days: i64, motive: &str| {
            let day = today.plus_days(days).to_string();
            let fields = [("body", body), ("date", &*day), ("motive", motive)];
            went(&secretary.post(&format!("/werk/dossiers/{}/agenda", all[nth].dossier), &fields).await);
        };
        on(0, "Gemeenteraad", 9, "").await;
        on(1, "College", 9, "").await;
        on(2, "College", 4, "").await;
        on(3, "College", 9, "").await;
        // A move stands in one place only.
        on(2, "College", 9, "De zaal is dan vrij.").await;
        let page = secretary.get("/werk/agenda").await;
        let headed = |words: &str| page.body.matches(words).count();
        assert_eq!((headed("College, "), headed("Gemeenteraad, ")), (1, 1), "two bodies on one day: {}", page.body);
        let place = |page: &Page, words: &str| page.body.find(words).unwrap_or_else(|| panic!("{words}: {}", page.body));
        assert!(place(&page, "College, ") < place(&page, "Een bank bij de halte"));
        assert!(
            place(&page, "Een fontein") < place(&page, "Gemeenteraad, ")
                && place(&page, "Gemeenteraad, ") < place(&page, "Bomen op het plein")
        );
        assert!(page.shows(all[1].number.as_str()) && page.shows(&format!("/werk/dossiers/{}", all[1].dossier)), "{}", page.body);
        assert!(page.shows("Een bank bij de halte</a>"), "the title leads to it, not the number alone: {}", page.body);
        assert!(!page.shows("Deze dag is voorbij"));

        // What is decided and what its author took back are gone; what nobody decided on its day stays on top.
        let author = all[3].id;
        let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
        store::write!(house.store(), [civil], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at: tx.now(), civil: &civil };
            voice::withdraw(tx, &act, author, voice::Erasure::Hide, &[]).await
        })
        .await
        .unwrap();
        house.clock.advance_days(9);
        decide(&house, all[1].dossier, Outcome::Adopted).await;
        house.clock.advance_days(1);
        let member = house.as_role(Role::DecisionMaker);
        let page = member.get("/werk/agenda?taal=nl").await;
        assert!(page.shows("Bomen op het plein") && page.shows("Een fontein") && page.shows("Deze dag is voorbij"), "{}", page.body);
        assert!(!page.shows("Een bank bij de halte") && !page.shows("Een zebrapad"), "{}", page.body);

        let mut s = house.store().read().await.unwrap();
        let first = carry::agenda(&mut s, house.tenant(), None, 1).await.unwrap();
        let after = (first[0].day, first[0].body.as_str(), first[0].dossier);
        let next = carry::agenda(&mut s, house.tenant(), Some(after), 5).await.unwrap();
        assert!(!next.is_empty() && next.iter().all(|it| it.dossier != first[0].dossier), "a page goes on where the one before ended");
        drop(s);
        let address = format!("/werk/agenda?na={}.{}.{}", after.0, after.2, after.1);
        assert!(member.get(&address).await.shows("Bomen op het plein"));
        assert_eq!(member.get("/werk/agenda?na=gisteren").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.as_role(Role::Administrator).get("/werk/agenda").await.status, StatusCode::FORBIDDEN);
        assert!(!house.as_neighbour(Role::CouncilSecretary).get("/werk/agenda").await.shows("Bomen op het plein"));
    }
}
