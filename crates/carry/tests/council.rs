//! What the council is told before it decides, and politicians at moments of the planning (F1 S12, G062, G063). Over HTTP, on
//! both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, house, take_to};
use journey::State;
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
