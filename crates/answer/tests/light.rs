//! Where one or two people do all the work: one form, the same steps, the same journal (catalogue H4).
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, check_privacy, contribution, dossier};
use journey::State;
use kernel::{Actor, DossierId};
use people::testing::{Browser, Options, TestHouse};
use people::{Role, Scope, Tenant};
use store::testing::engines;

async fn house(engine: store::Engine) -> TestHouse {
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let migrations = [carry::testing::migrations(), answer::MIGRATIONS.to_vec()].concat();
    TestHouse::open_with(engine, &migrations, &texts, routes, Options::default()).await
}

/// Leyhoven as a municipality in which the participation officer does everything.
async fn alone(house: &TestHouse) -> Browser {
    let who = house.account(Role::ParticipationOfficer);
    for role in [Role::DepartmentHead, Role::Specialist, Role::BudgetHolder, Role::CouncilSecretary, Role::DecisionMaker] {
        house.give(who, role, Scope::Tenant).await.unwrap();
    }
    house.as_role(Role::ParticipationOfficer)
}

async fn light(house: &TestHouse) {
    let tenant = Tenant { light: true, ..house.leyhoven.tenant.clone() };
    store::write!(house.store(), [tenant], |tx| people::tables::tenants::save(tx, &Actor::System, &tenant).await).await.unwrap();
    house.app.forget_tenant(house.tenant());
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 2000).await.unwrap().len()
}

fn path(id: DossierId) -> String {
    format!("/werk/dossiers/{id}/afhandelen")
}

const DONE: &str = "Wij planten vijf bomen op het plein, op de plek die u noemde.";

fn whole(department: &str) -> Vec<(&str, &str)> {
    vec![
        ("kind", "idea"),
        ("department", department),
        ("legal", "fits"),
        ("financial", "fits"),
        ("practical", "fits-if"),
        ("plans", "fits"),
        ("practical-rule", "Als de brandweer erlangs kan."),
        ("advice-fit", "fits"),
        ("advice-words", "Plant vijf bomen."),
        ("advice-motive", "Er is plaats en geld."),
        ("decision-outcome", "adopted"),
        ("decision-body", "College van burgemeester en schepenen"),
        ("decision-words", "Het college plant vijf bomen."),
        ("done", DONE),
        ("criterion", "Veiligheid en onderhoud"),
        ("plain", "yes"),
    ]
}

#[tokio::test]
async fn one_form_walks_the_same_states_with_everything_in_the_journal_and_in_public() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = contribution(&house, &process, "Bomen op het plein").await;
        let id = receipt.dossier;
        let browser = alone(&house).await;
        let green = house.leyhoven.green.to_string();
        let off = browser.post(&path(id), &whole(&green)).await;
        assert_eq!(off.status, StatusCode::CONFLICT, "{engine}: only where the municipality chose it: {}", off.body);
        light(&house).await;
        assert!(browser.get(&format!("/werk/dossiers/{id}?taal=nl")).await.shows("Handel alles in één keer af"));
        for language in ["nl", "en"] {
            let page = browser.get(&format!("{}?taal={language}", path(id))).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
        }
        browser.get("/werk?taal=nl").await;

        // The privacy of its words is looked at first; whatever is refused, nothing at all is done.
        let before = entries(&house).await;
        let unchecked = browser.post(&path(id), &whole(&green)).await;
        assert!(unchecked.status == StatusCode::CONFLICT && unchecked.shows(DONE), "{engine}: {}", unchecked.body);
        check_privacy(&house, &dossier(&house, id).await).await;
        let before = before.max(entries(&house).await);
        let missing: Vec<_> =
            whole(&green).into_iter().filter(|(name, _)| !["practical-rule", "advice-words", "done"].contains(name)).collect();
        let wrong = browser.post(&path(id), &missing).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        for field in ["practical-rule", "advice-words", "done"] {
            assert!(wrong.shows(&format!("id=\"{field}-error\"")), "{field}: {}", wrong.body);
        }
        let against: Vec<_> =
            whole(&green).into_iter().map(|(name, value)| (name, if name == "advice-fit" { "does-not-fit" } else { value })).collect();
        let late = browser.post(&path(id), &against).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {}", late.body);
        assert!(late.shows("id=\"decision-deviation-error\"") && late.shows("Plant vijf bomen."), "the last step refused: {}", late.body);
        assert_eq!((dossier(&house, id).await.state, entries(&house).await), (State::Received, before), "{engine}: all or nothing");

        // Who may not do all of it, does none of it here.
        for role in [Role::ParticipationOfficer, Role::DecisionMaker, Role::NeighbourhoodManager, Role::Researcher, Role::DepartmentHead] {
            if role != Role::ParticipationOfficer {
                assert_eq!(house.as_role(role).post(&path(id), &whole(&green)).await.status, StatusCode::FORBIDDEN, "{engine}: {role}");
            }
        }
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&path(id), &whole(&green)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before, "{engine}");

        let done = browser.post(&path(id), &whole(&green)).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{engine}: {}", done.body);
        let after = dossier(&house, id).await;
        assert!(after.owes_no_answer(), "{engine}");
        assert_eq!((after.department, after.holder), (Some(house.leyhoven.green), Some(house.account(Role::ParticipationOfficer))));
        let mut s = house.store().read().await.unwrap();
        let steps = journey::steps(&mut s, house.tenant(), after.contributions[0].contribution).await.unwrap();
        let kinds: Vec<&str> = steps.iter().map(|step| step.kind).collect();
        assert_eq!(
            kinds,
            ["received", "screened", "assigned", "accepted", "frames-checked", "advice-ready", "scheduled", "decided", "answered"]
        );
        let replayed = journey::replay(&mut s, house.tenant(), id).await.unwrap();
        assert_eq!(replayed, after, "{engine}: the journal tells it all");
        drop(s);
        let page = house.visitor().get(&format!("/bijdragen/{}?taal=nl", receipt.number)).await;
        for words in [DONE, "Plant vijf bomen.", "Het college plant vijf bomen.", "Als de brandweer erlangs kan.", "Groen"] {
            assert!(page.shows(words), "{engine}: «{words}» is not public: {}", page.body);
        }
        assert_eq!(browser.post(&path(id), &whole(&green)).await.status, StatusCode::CONFLICT, "{engine}: once");
    }
}

#[tokio::test]
async fn it_goes_on_from_wherever_the_dossier_stands_and_asks_only_what_lies_ahead() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let browser = alone(&house).await;
        light(&house).await;
        let green = house.leyhoven.green.to_string();
        for state in [State::Screened, State::Assigned, State::FrameCheck, State::Assessed, State::AdviceReady] {
            let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
            carry::testing::take_to(&house, id, state).await;
            let page = browser.get(&format!("{}?taal=nl", path(id))).await;
            assert_eq!(page.status, StatusCode::OK, "{engine}: {state:?}: {}", page.body);
            assert!(!page.shows("name=\"kind\""), "{state:?}");
            assert_eq!(page.shows("name=\"legal\""), state < State::Assessed, "{state:?}");
            let done = browser.post(&path(id), &whole(&green)).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{engine}: {state:?}: {}", done.body);
            assert!(dossier(&house, id).await.owes_no_answer());
        }
        // In a municipality that is not light nobody holds a dossier of a department elsewhere.
        let tenant = Tenant { light: false, ..house.leyhoven.tenant.clone() };
        store::write!(house.store(), [tenant], |tx| people::tables::tenants::save(tx, &Actor::System, &tenant).await).await.unwrap();
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        carry::testing::take_to(&house, id, State::Assigned).await;
        let (hand, space, who) =
            (Hand::of(&house, Role::DepartmentHead), house.leyhoven.public_space, house.account(Role::ParticipationOfficer));
        let done = store::write!(house.store(), [hand], |tx| carry::act::accept(tx, &hand.doing(), id, space, who).await).await;
        assert!(matches!(done, Err(carry::Refusal::Rule(carry::Rule::HolderElsewhere))), "{engine}");
    }
}
