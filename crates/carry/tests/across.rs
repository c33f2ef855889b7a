//! Departments together: the table, means that only their holder commits, the higher level. Over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, house, take_to, worker};
use journey::{State, Stranding};
use kernel::DossierId;
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use store::testing::engines;

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

/// Does what waits, and tells whether somebody got a mail with this subject.
async fn was_told(house: &TestHouse, subject: &str) -> bool {
    worker(house).work_once().await.unwrap();
    let mut s = house.store().read().await.unwrap();
    let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
    mails.iter().any(|row| row.get::<String>("subject").unwrap().contains(subject))
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

/// The page has its words in both languages; wrong input is said and kept; who may not changes nothing; the right input goes.
async fn walk(house: &TestHouse, id: DossierId, act: &str, by: &Browser, never: &[Role], wrong: &[(&str, &str)], right: &[(&str, &str)]) {
    let address = path(id, act);
    for language in ["nl", "en"] {
        let shown = by.get(&format!("{address}?taal={language}")).await;
        assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{address} in {language}: {} {}", shown.status, shown.body);
    }
    let by_now = by.get(&format!("{address}?taal=nl")).await;
    assert_eq!(by_now.status, StatusCode::OK);
    let before = entries(house).await;
    let refused = by.post(&address, wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}: {}", refused.body);
    assert!(refused.shows("mm-summary") && !refused.shows("⟦"), "{address}: {}", refused.body);
    for (name, value) in wrong.iter().filter(|(_, value)| value.len() > 8) {
        assert!(refused.shows(value), "{address} lost {name}: {}", refused.body);
    }
    for role in never.iter().chain(&[Role::Researcher, Role::Intermediary, Role::Administrator]) {
        let page = house.as_role(*role).post(&address, right).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{role} at {address}: {}", page.body);
    }
    let neighbour = house.as_neighbour(Role::ParticipationOfficer).post(&address, right).await;
    assert!(matches!(neighbour.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{}", neighbour.status);
    assert_eq!(entries(house).await, before, "{address}: something was written");
    went(&by.post(&address, right).await);
    assert!(entries(house).await > before);
    let again = by.post(&address, right).await;
    assert!(again.status.is_client_error(), "{address} twice: {}", again.status);
}

#[tokio::test]
async fn a_table_shows_who_was_absent_and_what_was_agreed_and_the_dossier_goes_on() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(5).to_string();
        let right = [("party", green.as_str()), ("party", space.as_str()), ("date", day.as_str()), ("subject", "Wie onderhoudt de bomen?")];
        let alone = [("party", green.as_str()), ("date", day.as_str()), ("subject", "Wie onderhoudt de bomen?")];
        walk(&house, id, "tafel", &officer, &[Role::Specialist, Role::DecisionMaker], &alone, &right).await;
        assert_eq!(dossier(&house, id).await.state, State::Table);
        assert!(was_told(&house, "aan tafel").await, "{engine}: the invited hear of it");

        let right =
            [("present", space.as_str()), ("agreement", "Groen onderhoudt, Openbaar domein plant."), ("department", space.as_str())];
        let wrong = [("present", space.as_str()), ("agreement", "Groen onderhoudt, Openbaar domein plant."), ("department", "x")];
        walk(&house, id, "tafel/afspraken", &officer, &[Role::Specialist, Role::BudgetHolder], &wrong, &right).await;
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.department), (State::Assessed, Some(house.leyhoven.public_space)));
        let page = officer.get(&format!("/werk/dossiers/{id}")).await;
        assert!(page.shows("(afwezig)") && page.shows("Groen onderhoudt"), "{}", page.body);
    }
}

#[tokio::test]
async fn only_whoever_holds_the_budget_commits_it_and_a_no_closes_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        let holder = house.as_role(Role::BudgetHolder);
        let finance = house.leyhoven.finance.to_string();
        let ask = [("department", finance.as_str()), ("euros", "12.500"), ("purpose", "Vijf bomen en drie jaar water.")];
        let wrong = [("department", finance.as_str()), ("euros", "heel veel geld"), ("purpose", "Vijf bomen en drie jaar water.")];
        walk(&house, id, "middelen", &specialist, &[Role::DecisionMaker, Role::BudgetHolder], &wrong, &ask).await;
        assert_eq!(dossier(&house, id).await.state, State::Means);
        assert!(was_told(&house, "Geld of mensen gevraagd").await, "{engine}");
        let desk = holder.get("/werk").await;
        assert!(desk.shows(&id.to_string()), "{engine}: it lies on the desk of the budget holder: {}", desk.body);
        assert!(!specialist.get("/werk").await.shows(&id.to_string()), "{engine}: and not on that of who asked");
        // Nobody gives an advice over money that was not committed.
        assert_eq!(specialist.get(&path(id, "advies")).await.status, StatusCode::CONFLICT);

        let no = [("answer", "no"), ("motive", "Ons budget van dit jaar is op.")];
        walk(
            &house,
            id,
            "middelen/antwoord",
            &holder,
            &[Role::Specialist, Role::DepartmentHead, Role::DecisionMaker],
            &[("answer", "no")],
            &no,
        )
        .await;
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.outcome), (State::Means, None), "{engine}: a no is no decision");

        // Over its term it lies still for everybody to see, because of those means (X4).
        house.clock.advance_days(60);
        let now = house.app.clock.now();
        let still = journey::stranded(&dossier(&house, id).await, &house.leyhoven.tenant.civil, now);
        assert_eq!(still.first().map(|it| it.code), Some(Stranding::X4));

        let up = [
            ("level", "manager"),
            ("question", "Mag dit uit de reserve?"),
            ("conflict", "Schaduw nu tegen een sluitende begroting."),
            ("options", "Uit de reserve; volgend jaar; niet."),
        ];
        walk(&house, id, "hoger", &specialist, &[Role::DecisionMaker, Role::BudgetHolder], &up[..3], &up).await;
        let lower = house.as_role(Role::ParticipationOfficer).post(&path(id, "hoger"), &[("level", "head"), up[1], up[2], up[3]]).await;
        assert_eq!(lower.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", lower.body);
        let officer = house.as_role(Role::ParticipationOfficer);
        let space = house.leyhoven.public_space.to_string();
        let said = [("answer", "Ja, uit de reserve."), ("department", space.as_str())];
        walk(&house, id, "hoger/antwoord", &officer, &[Role::Specialist, Role::BudgetHolder], &[("department", space.as_str())], &said)
            .await;
        assert_eq!(dossier(&house, id).await.state, State::Assessed);

        went(&specialist.post(&path(id, "middelen"), &ask).await);
        went(&holder.post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await);
        let committed = dossier(&house, id).await;
        assert_eq!((committed.state, committed.means), (State::Means, Some((house.leyhoven.finance, true))));
        assert!(specialist.get("/werk").await.shows(&id.to_string()), "{engine}: the holder of the dossier goes on");
        let advice = [("fit", "fits"), ("words", "Plant er vijf."), ("motive", "Er is geld en plaats.")];
        went(&specialist.post(&path(id, "advies"), &advice).await);
        assert_eq!(dossier(&house, id).await.state, State::AdviceReady);
        let page = officer.get(&format!("/werk/dossiers/{id}")).await;
        for words in ["Ons budget van dit jaar is op.", "€\u{a0}12.500", "de directie", "Ja, uit de reserve."] {
            assert!(page.shows(words), "«{words}» is not in {}", page.body);
        }
        // An advice that no agenda takes is told as that (X6).
        house.clock.advance_days(60);
        let still = journey::stranded(&dossier(&house, id).await, &house.leyhoven.tenant.civil, house.app.clock.now());
        assert_eq!(still.first().map(|it| it.code), Some(Stranding::X6));
    }
}

#[tokio::test]
async fn a_dossier_that_no_department_takes_can_be_brought_to_the_table() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assigned).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        went(
            &officer
                .post(&path(id, "tafel"), &[("party", &green), ("party", &space), ("date", &day), ("subject", "Van wie is dit?")])
                .await,
        );
        went(
            &officer
                .post(&path(id, "tafel/afspraken"), &[("present", &green), ("agreement", "Groen neemt het."), ("department", &green)])
                .await,
        );
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.asked), (State::Assigned, Some(house.leyhoven.green)), "{engine}: it still accepts by itself");
    }
}

#[tokio::test]
async fn what_conflicts_is_recorded_before_it_is_chosen_and_a_value_put_first_is_looked_at_again() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        let options = ("options", "Bomen nu, of eerst de riolering en dan bomen.");
        let open = [("value", "lawfulness"), ("value", "involvement"), ("dilemma", "rules-flexibility"), options];
        let one = [("value", "lawfulness"), ("dilemma", "rules-flexibility"), options];
        went(&specialist.post(&path(id, "waarden"), &open).await);
        let shown = specialist.get(&path(id, "waarden")).await;
        assert!(shown.shows("eerst de riolering"), "what was recorded stands in the form: {}", shown.body);
        let refused = specialist.post(&path(id, "waarden"), &one).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Kies ten minste twee waarden.") && refused.shows("eerst de riolering"), "{}", refused.body);

        let chosen =
            [open.as_slice(), &[("strategy", "prioritise"), ("first", "involvement"), ("motive", "De veiligheid gaat voor.")]].concat();
        let early = specialist.post(&path(id, "waarden"), &chosen).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.body);
        assert!(early.shows("kijkt er later opnieuw naar") && early.shows("De veiligheid gaat voor."), "{}", early.body);
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(200).to_string();
        let whole = [chosen.as_slice(), &[("review", &day)]].concat();
        let before = entries(&house).await;
        for role in [Role::DecisionMaker, Role::BudgetHolder, Role::Researcher, Role::Intermediary, Role::CouncilSecretary] {
            assert_eq!(house.as_role(role).post(&path(id, "waarden"), &whole).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::Specialist).post(&path(id, "waarden"), &whole).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        went(&specialist.post(&path(id, "waarden"), &whole).await);
        let page = house.as_role(Role::Researcher).get(&format!("/werk/dossiers/{id}")).await;
        for words in ["Rechtmatigheid", "Betrokkenheid", "De veiligheid gaat voor.", "Nog niet gekozen."] {
            assert!(page.shows(words), "«{words}» is not in {}", page.body);
        }

        // The next dossier in the same dilemma shows how it was chosen before.
        let other = contribution(&house, &process, "Bomen in de straat").await.dossier;
        take_to(&house, other, State::Assessed).await;
        went(&specialist.post(&path(other, "waarden"), &open).await);
        let compared = specialist.get(&path(other, "waarden")).await;
        assert!(compared.shows("De veiligheid gaat voor."), "{engine}: {}", compared.body);
    }
}
