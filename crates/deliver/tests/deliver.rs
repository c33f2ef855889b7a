//! What was promised, from the decision to the street, over HTTP on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{decide, dossier, received, received_by_mail, take_to};
use deliver::{Commitment, Stage};
use journey::{AnswerBy, DeliveryStatus, Outcome, State, Stranding};
use kernel::{Actor, CommitmentId, DossierId, FollowCode};
use people::testing::{BUURSTAD, Options, TestHouse};
use people::{Role, Scope, Spot};
use std::sync::Arc;
use store::testing::engines;
use voice::{Answering, Receipt};

const WHAT: &str = "Vijf banken op het plein, twee met een rugleuning";
const DONE: &str = "Wij hebben uw plan voor drie banken op het plein uitgerekend en getekend.";
const CRITERION: &str = "De brandweer moet er altijd door kunnen.";
const WHY_NOT: &str = "Een vierde bank staat op de route van de brandweer. Die route mag nooit versperd zijn.";
const MOTIVE: &str = "De boom op die plek is ziek en wordt gekapt. Een bank zou er in de volle zon staan.";

async fn house(engine: store::Engine) -> TestHouse {
    let migrations =
        [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS, deliver::MIGRATIONS].concat();
    let texts = [
        ("design", design::TEXTS),
        ("voice", voice::TEXTS),
        ("carry", carry::TEXTS),
        ("answer", answer::TEXTS),
        ("deliver", deliver::TEXTS),
    ];
    let routes = people::Routes::new("test")
        .merge(design::routes())
        .merge(voice::routes())
        .merge(carry::routes())
        .merge(answer::routes())
        .merge(deliver::routes());
    let options = Options { panels: vec![Arc::new(deliver::Panels)], ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

/// A contribution that was decided; nobody is answered yet.
async fn decided(house: &TestHouse, outcome: Outcome) -> Receipt {
    let process = design::testing::published_process(house).await;
    let receipt = received(house, &process, "Banken op het plein", Answering::none()).await;
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, outcome).await;
    receipt
}

/// Publishes a whole answer through the form.
async fn answered(house: &TestHouse, dossier: DossierId) {
    let fields = [("done", DONE), ("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes"), ("action", "publish")];
    let page = house.as_role(Role::ParticipationOfficer).post(&format!("/werk/dossiers/{dossier}/antwoord"), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

fn code(receipt: &Receipt) -> String {
    receipt.follow_code.as_ref().map(FollowCode::reveal).unwrap()
}

fn form(dossier: DossierId) -> String {
    format!("/werk/dossiers/{dossier}/uitvoering")
}

fn in_days(house: &TestHouse, days: i64) -> String {
    let now = kernel::Clock::now(&*house.clock);
    house.leyhoven.tenant.civil.today(now).plus_days(days).to_string()
}

/// Promises something through the form, and gives its id.
async fn promised(house: &TestHouse, receipt: &Receipt, more: &[(&str, &str)]) -> CommitmentId {
    let (department, until) = (house.leyhoven.public_space.to_string(), in_days(house, 200));
    let mut fields: Vec<(&str, &str)> = vec![("what", WHAT), ("doer", "department"), ("department", &department), ("until", &until)];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    let page = house.as_role(Role::Specialist).post(&form(receipt.dossier), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn commitment(house: &TestHouse, id: CommitmentId) -> Commitment {
    let mut s = house.store().read().await.unwrap();
    deliver::commitment(&mut s, house.tenant(), id).await.unwrap().unwrap()
}

async fn milestone(house: &TestHouse, id: CommitmentId) -> String {
    let mut s = house.store().read().await.unwrap();
    let all = deliver::milestones(&mut s, house.tenant(), id).await.unwrap();
    all.iter().find(|one| one.done.is_none()).unwrap().id.to_string()
}

async fn stranded(house: &TestHouse, id: CommitmentId) -> Vec<Stranding> {
    let it = commitment(house, id).await;
    let mut s = house.store().read().await.unwrap();
    let civil = &house.leyhoven.tenant.civil;
    let today = civil.today(kernel::Clock::now(&*house.clock));
    let left = deliver::left(&mut s, house.tenant(), &it, civil, today).await.unwrap();
    it.dates(civil, left).stranded(civil, today).iter().map(|one| one.code).collect()
}

/// Does something as the specialist, and must be taken.
async fn does(house: &TestHouse, id: CommitmentId, fields: &[(&str, &str)]) {
    let page = house.as_role(Role::Specialist).post(&format!("/werk/uitvoering/{id}"), fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{fields:?}: {}", page.body);
}

async fn journal_length(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 500).await.unwrap().len()
}

async fn public(house: &TestHouse, receipt: &Receipt) -> String {
    house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await.body
}

#[tokio::test]
async fn from_the_promise_to_the_street_with_the_author_who_confirms() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        assert!(public(&house, &receipt).await.contains("Hoe en wanneer is nog niet afgesproken"));
        let holder = house.account(Role::Specialist).to_string();
        let id = promised(&house, &receipt, &[("promised", "2500"), ("source", "Wijkbudget 2026"), ("holder", &holder)]).await;
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Underway);
        let page = public(&house, &receipt).await;
        assert!(page.contains(WHAT) && page.contains("Wijkbudget 2026") && page.contains("2.500"), "{page}");
        assert!(page.contains("Openbaar domein") && !page.contains("specialist"), "a department, never a name");

        let soon = in_days(&house, 20);
        does(&house, id, &[("doen", "plan"), ("plan-text", "De banken zijn besteld"), ("plan-on", &soon)]).await;
        let first = milestone(&house, id).await;
        let later = in_days(&house, 40);
        does(&house, id, &[("doen", "move"), ("move-milestone", &first), ("move-to", &later), ("move-motive", "De timmerman is ziek.")])
            .await;
        does(&house, id, &[("doen", "spend"), ("spend-amount", "1250,50"), ("spend-on", "Hout")]).await;
        does(&house, id, &[("doen", "note"), ("note-words", "Het hout is geleverd.")]).await;
        let page = public(&house, &receipt).await;
        for words in ["De banken zijn besteld", "De timmerman is ziek.", "1.250,50", "50", "Het hout is geleverd."] {
            assert!(page.contains(words), "{words}: {page}");
        }

        let early = house.as_role(Role::Specialist).post(&format!("/werk/uitvoering/{id}"), &[("doen", "claim")]).await;
        assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.shows("nog tussenstappen open"), "{}", early.body);
        let today = in_days(&house, 0);
        does(&house, id, &[("doen", "reach"), ("reach-milestone", &first), ("reach-on", &today)]).await;
        does(&house, id, &[("doen", "claim")]).await;
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Underway, "realised on paper is not realised");
        assert!(house.as_role(Role::NeighbourhoodManager).get("/werk").await.shows(WHAT), "it waits for the neighbourhood manager");

        let path = format!("/bijdragen/{}/uitgevoerd", receipt.number);
        assert!(public(&house, &receipt).await.contains(&path));
        let visitor = house.visitor();
        for (fields, wrong) in [
            (vec![("said", "confirm")], "code-error"),
            (vec![("said", "confirm"), ("code", "zomaar")], "code-error"),
            (vec![("code", "abcd-efgh-jkmn-pqrs")], "said-error"),
        ] {
            let page = visitor.post(&path, &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{wrong}: {}", page.body);
        }
        assert_eq!(commitment(&house, id).await.stage, Stage::Claimed);
        let code = code(&receipt);
        assert_eq!(visitor.post(&path, &[("said", "different"), ("code", &code)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(commitment(&house, id).await.stage, Stage::Underway);
        assert!(public(&house, &receipt).await.contains("Anders dan beloofd, zegt"));
        let late = visitor.post(&path, &[("said", "confirm"), ("code", &code)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is said to be done");
        does(&house, id, &[("doen", "claim")]).await;
        assert_eq!(visitor.post(&path, &[("said", "confirm"), ("code", &code)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised);
        let page = public(&house, &receipt).await;
        assert!(page.contains("Bevestigd door") && page.contains("een indiener"), "{page}");

        house.clock.advance_days(371);
        assert_eq!(stranded(&house, id).await, [Stranding::X1]);
        let manager = house.as_role(Role::NeighbourhoodManager);
        assert!(manager.get("/werk").await.shows(WHAT));
        let attest = format!("/werk/uitvoering/{id}/bevestigen");
        let page = manager.post(&attest, &[("doen", "check"), ("check-lasting", "works")]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("check-words-error"), "{}", page.body);
        let half = [("doen", "check"), ("check-lasting", "works"), ("check-lasting", "used"), ("check-words", "Eén bank is stuk.")];
        assert_eq!(manager.post(&attest, &half).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised, "what does not last is looked at again");
        assert!(public(&house, &receipt).await.contains("Eén bank is stuk."));
        let mut whole = vec![("doen", "check"), ("check-words", "Alle banken staan er en worden gebruikt.")];
        whole.extend(["works", "used", "owned", "placed"].map(|one| ("check-lasting", one)));
        assert_eq!(manager.post(&attest, &whole).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Integrated);
        let mut s = house.store().read().await.unwrap();
        let replayed = journey::replay(&mut s, house.tenant(), receipt.dossier).await.unwrap();
        assert_eq!(replayed.state, State::Integrated, "the journal alone tells it");
    }
}

#[tokio::test]
async fn who_may_not_changes_nothing_and_the_neighbour_finds_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        let (department, until) = (house.leyhoven.public_space.to_string(), in_days(&house, 100));
        let fields = [("what", WHAT), ("doer", "department"), ("department", department.as_str()), ("until", until.as_str())];
        let before = journal_length(&house).await;
        let path = form(receipt.dossier);
        for role in [Role::NeighbourhoodManager, Role::Researcher, Role::Intermediary, Role::DecisionMaker, Role::Administrator] {
            assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_head_of(house.leyhoven.green).post(&path, &fields).await.status, StatusCode::FORBIDDEN, "another department");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&path, &fields).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.as_role(Role::Specialist).without_token().post(&path, &fields).await.status, StatusCode::FORBIDDEN);
        let green = house.leyhoven.green.to_string();
        let elsewhere = [("what", WHAT), ("doer", "department"), ("department", green.as_str()), ("until", until.as_str())];
        assert_eq!(
            house.as_role(Role::Specialist).post(&path, &elsewhere).await.status,
            StatusCode::FORBIDDEN,
            "not for another department"
        );
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Decided);
        assert_eq!(journal_length(&house).await, before);

        let id = promised(&house, &receipt, &[]).await;
        let before = journal_length(&house).await;
        let (page, attest) = (format!("/werk/uitvoering/{id}"), format!("/werk/uitvoering/{id}/bevestigen"));
        let deeds: [&[(&str, &str)]; 9] = [
            &[("doen", "plan"), ("plan-text", "x"), ("plan-on", &until)],
            &[("doen", "reach")],
            &[("doen", "move")],
            &[("doen", "note"), ("note-words", "x")],
            &[("doen", "spend"), ("spend-amount", "1"), ("spend-on", "x")],
            &[("doen", "change")],
            &[("doen", "hand-over")],
            &[("doen", "go-on"), ("go-on-words", "x")],
            &[("doen", "claim")],
        ];
        for deed in deeds {
            for role in [Role::NeighbourhoodManager, Role::Researcher, Role::ProcessGuardian] {
                assert_eq!(house.as_role(role).post(&page, deed).await.status, StatusCode::FORBIDDEN, "{role} {deed:?}");
            }
            assert_eq!(house.as_head_of(house.leyhoven.green).post(&page, deed).await.status, StatusCode::FORBIDDEN, "{deed:?}");
            assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&page, deed).await.status, StatusCode::NOT_FOUND, "{deed:?}");
        }
        does(&house, id, &[("doen", "claim")]).await;
        for fields in [vec![("said", "confirm")], vec![("said", "not-ready")], vec![("doen", "check"), ("check-words", "x")]] {
            for role in [Role::Specialist, Role::DepartmentHead, Role::ParticipationOfficer, Role::Researcher] {
                assert_eq!(house.as_role(role).post(&attest, &fields).await.status, StatusCode::FORBIDDEN, "{role} {fields:?}");
            }
            assert_eq!(house.as_neighbour(Role::NeighbourhoodManager).post(&attest, &fields).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(journal_length(&house).await, before + 1, "only the claim was written");
        assert_eq!(commitment(&house, id).await.stage, Stage::Claimed);
        assert_eq!(house.as_neighbour(Role::NeighbourhoodManager).get(&page).await.status, StatusCode::NOT_FOUND);
        assert!(!house.as_neighbour(Role::ParticipationOfficer).get("/werk/uitvoering").await.shows(WHAT));
        let other = house.visitor().on(BUURSTAD);
        assert_eq!(other.get(&format!("/bijdragen/{}/uitgevoerd", receipt.number)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.as_role(Role::NeighbourhoodManager).post(&attest, &[("said", "confirm")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised);
    }
}

#[tokio::test]
async fn a_promise_that_is_not_whole_is_not_made_and_nothing_typed_is_lost() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        let specialist = house.as_role(Role::Specialist);
        assert_eq!(specialist.get(&form(receipt.dossier)).await.status, StatusCode::OK);
        let (department, until, past) = (house.leyhoven.public_space.to_string(), in_days(&house, 30), in_days(&house, -1));
        let base = [("what", WHAT), ("doer", "department"), ("department", department.as_str()), ("until", until.as_str())];
        for (change, wrong) in [
            (("what", ""), "what-error"),
            (("doer", ""), "doer-error"),
            (("doer", "partner"), "organisation-error"),
            (("department", "zomaar"), "department-error"),
            (("until", "morgen"), "until-error"),
            (("until", past.as_str()), "until-error"),
            (("promised", "veel"), "promised-error"),
            (("promised", "100"), "source-error"),
            (("hours", "-1"), "hours-error"),
            (("holder", "zomaar"), "holder-error"),
        ] {
            let mut fields: Vec<(&str, &str)> = base.iter().filter(|(name, _)| *name != change.0).map(|(a, b)| (*a, *b)).collect();
            fields.push(change);
            let page = specialist.post(&form(receipt.dossier), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{change:?}");
            assert!(page.shows(wrong), "{change:?}: {}", page.body);
            assert!(change.0 == "what" || page.shows(WHAT), "what was typed stays");
        }
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Decided);
        let no = decided(&house, Outcome::NotAdopted).await;
        let fields = [("what", WHAT), ("doer", "department"), ("department", department.as_str()), ("until", until.as_str())];
        assert_eq!(specialist.post(&form(no.dossier), &fields).await.status, StatusCode::CONFLICT, "a no is not carried out");
        assert!(specialist.get(&form(no.dossier)).await.shows("nu niets uit te voeren"));
        assert!(!public(&house, &no).await.contains("Wat ervan komt"));
    }
}

#[tokio::test]
async fn what_lies_still_shows_to_everybody_and_goes_away_for_the_right_reason() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let head = || house.as_role(Role::DepartmentHead);

        // X8: decided, and nothing is agreed.
        house.clock.advance_days(35);
        let nothing = "Beslist om te doen, maar er is nog niets gepland";
        assert!(public(&house, &receipt).await.contains(nothing));
        assert!(head().get("/werk").await.shows(receipt.number.as_str()));
        let id = promised(&house, &receipt, &[("promised", "500"), ("source", "Subsidie"), ("money-ends", &in_days(&house, 400))]).await;
        assert!(!public(&house, &receipt).await.contains(nothing));
        assert_eq!(stranded(&house, id).await, []);

        // X8: agreed, and no milestone.
        house.clock.advance_days(35);
        assert_eq!(stranded(&house, id).await, [Stranding::X8]);
        assert!(public(&house, &receipt).await.contains(nothing));
        assert!(head().get("/werk").await.shows(WHAT));
        does(&house, id, &[("doen", "plan"), ("plan-text", "De banken staan er"), ("plan-on", &in_days(&house, 10))]).await;
        assert_eq!(stranded(&house, id).await, []);
        assert!(!public(&house, &receipt).await.contains(nothing));

        // X1: a milestone over its date.
        house.clock.advance_days(11);
        assert_eq!(stranded(&house, id).await, [Stranding::X1]);
        let page = public(&house, &receipt).await;
        assert!(page.contains("De termijn is voorbij") && page.contains("Te laat"), "{page}");
        let process = dossier(&house, receipt.dossier).await.process;
        let slug = {
            let mut s = house.store().read().await.unwrap();
            design::process(&mut s, house.tenant(), process).await.unwrap().unwrap().slug
        };
        assert!(house.visitor().get(&format!("/processen/{slug}/uitvoering")).await.shows("De termijn is voorbij"));
        assert!(head().get("/werk").await.shows(WHAT));
        assert!(head().get("/werk/uitvoering?welke=te-laat").await.shows(WHAT));
        let one = milestone(&house, id).await;
        let no_motive = house
            .as_role(Role::Specialist)
            .post(&format!("/werk/uitvoering/{id}"), &[("doen", "move"), ("move-milestone", &one), ("move-to", &in_days(&house, 90))])
            .await;
        assert!(no_motive.status == StatusCode::UNPROCESSABLE_ENTITY && no_motive.shows("move-motive-error"));
        let motive = "De grond is te nat om te graven.";
        does(&house, id, &[("doen", "move"), ("move-milestone", &one), ("move-to", &in_days(&house, 90)), ("move-motive", motive)]).await;
        assert_eq!(stranded(&house, id).await, []);
        assert!(!head().get("/werk/uitvoering?welke=te-laat").await.shows(WHAT));
        assert!(public(&house, &receipt).await.contains(motive));

        // X10: whoever holds it leaves, until a colleague takes it.
        let leaver = house.account(Role::Controller);
        house.give(leaver, Role::Specialist, Scope::Department(house.leyhoven.public_space)).await.unwrap();
        does(&house, id, &[("doen", "hand-over"), ("holder", &leaver.to_string())]).await;
        assert_eq!(stranded(&house, id).await, []);
        let tenant = house.tenant();
        store::write!(house.store(), [tenant], |tx| people::tables::accounts::end(tx, tenant, &Actor::System, leaver).await).await.unwrap();
        assert_eq!(stranded(&house, id).await, [Stranding::X10]);
        assert!(public(&house, &receipt).await.contains("Wie hieraan werkte is weg"));
        let holder = house.account(Role::Specialist).to_string();
        does(&house, id, &[("doen", "hand-over"), ("holder", &holder)]).await;
        assert_eq!(stranded(&house, id).await, []);

        // X11: the money ends, until somebody says how it goes on.
        house.clock.advance_days(200);
        assert!(stranded(&house, id).await.contains(&Stranding::X11));
        assert!(public(&house, &receipt).await.contains("Het geld stopt binnenkort"));
        does(&house, id, &[("doen", "go-on"), ("go-on-words", "De banken komen in het gewone onderhoud.")]).await;
        assert!(!stranded(&house, id).await.contains(&Stranding::X11));
        assert!(public(&house, &receipt).await.contains("gewone onderhoud"));
    }
}

#[tokio::test]
async fn an_answer_that_is_owed_strands_although_the_work_began() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        promised(&house, &receipt, &[]).await;
        house.clock.advance_days(30);
        let at = dossier(&house, receipt.dossier).await;
        let now = kernel::Clock::now(&*house.clock);
        let still = |at: &journey::Dossier| journey::stranded(at, &house.leyhoven.tenant.civil, now);
        assert_eq!(still(&at).first().map(|it| it.code), Some(Stranding::X7));
        let officer = house.as_role(Role::ParticipationOfficer);
        assert!(officer.get("/werk").await.shows(receipt.number.as_str()), "it waits for whoever answers");
        assert!(officer.get(&format!("/werk/dossiers/{}", receipt.dossier)).await.shows("/antwoord\""));
        answered(&house, receipt.dossier).await;
        assert_eq!(still(&dossier(&house, receipt.dossier).await), []);
        assert!(!officer.get("/werk").await.shows(&format!("/werk/dossiers/{}", receipt.dossier)));
    }
}

#[tokio::test]
async fn a_changed_plan_is_explained_and_told_to_its_author() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Partly).await;
        answered(&house, receipt.dossier).await;
        let id = promised(&house, &receipt, &[]).await;
        let path = format!("/werk/uitvoering/{id}");
        let specialist = house.as_role(Role::Specialist);
        let short = [
            ("doen", "change"),
            ("change-proposed", "Vijf banken onder de boom."),
            ("change-instead", "Drie banken naast de kerk."),
            ("change-motive", "Te duur."),
            ("change-criterion", CRITERION),
        ];
        let page = specialist.post(&path, &short).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("change-motive-error"), "{}", page.body);
        house.clock.advance_days(3);
        let whole: Vec<_> = short.iter().map(|(name, value)| (*name, if *name == "change-motive" { MOTIVE } else { *value })).collect();
        does(&house, id, &whole).await;
        let page = public(&house, &receipt).await;
        for words in ["Vijf banken onder de boom.", "Drie banken naast de kerk.", MOTIVE, "Eerder antwoord"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let at = dossier(&house, receipt.dossier).await;
        assert!(!deliver::untold(&commitment(&house, id).await, &at), "the author was told");
        assert_eq!(at.state, State::Underway, "the work goes on");

        // A sentence that nobody can follow is not sent: the page says that the author still has to be told.
        house.clock.advance_days(3);
        let long = format!("{}.", "woord ".repeat(40).trim());
        let unclear: Vec<_> =
            whole.iter().map(|(name, value)| (*name, if *name == "change-instead" { long.as_str() } else { *value })).collect();
        does(&house, id, &unclear).await;
        assert!(deliver::untold(&commitment(&house, id).await, &dossier(&house, receipt.dossier).await));
        assert!(public(&house, &receipt).await.contains("krijgt daar nog bericht over"));
        answered(&house, receipt.dossier).await;
        assert!(!public(&house, &receipt).await.contains("krijgt daar nog bericht over"));
    }
}

#[tokio::test]
async fn more_than_volunteers_can_give_warns_and_more_than_promised_shows() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::SelfWithSupport).await;
        let more = [("doer", "resident"), ("hours", "12"), ("ceiling", "8"), ("promised", "100"), ("source", "Buurtfonds")];
        let id = promised(&house, &receipt, &more).await;
        let page = public(&house, &receipt).await;
        assert!(page.contains("Te veel gevraagd van vrijwilligers") && page.contains("Bewoners"), "{page}");
        assert!(!page.contains("Meer dan beloofd"));
        let staff = house.as_role(Role::Specialist).get(&format!("/werk/uitvoering/{id}")).await;
        assert!(staff.shows("wat de gemeente overneemt"), "{}", staff.body);
        for wrong in ["0", "-5", "veel", ""] {
            let fields = [("doen", "spend"), ("spend-amount", wrong), ("spend-on", "Verf")];
            let page = house.as_role(Role::Specialist).post(&format!("/werk/uitvoering/{id}"), &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("spend-amount-error"), "{wrong}: {}", page.body);
        }
        does(&house, id, &[("doen", "spend"), ("spend-amount", "120"), ("spend-on", "Verf")]).await;
        assert!(public(&house, &receipt).await.contains("Meer dan beloofd"));
    }
}

#[tokio::test]
async fn a_dossier_is_realised_when_all_that_was_promised_is_confirmed() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        let kring = house.leyhoven.de_kring.to_string();
        let first = promised(&house, &receipt, &[]).await;
        let second =
            promised(&house, &receipt, &[("what", "Een feest bij de opening"), ("doer", "partner"), ("organisation", kring.as_str())])
                .await;
        assert!(public(&house, &receipt).await.contains("De Kring"));
        does(&house, first, &[("doen", "claim")]).await;
        does(&house, second, &[("doen", "claim")]).await;
        let visitor = house.visitor();
        let path = format!("/bijdragen/{}/uitgevoerd", receipt.number);
        let code = code(&receipt);
        let page = visitor.post(&path, &[("said", "confirm"), ("code", &code)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("which-error"), "{}", page.body);
        let which = second.to_string();
        assert_eq!(
            visitor.post(&path, &[("which", which.as_str()), ("said", "confirm"), ("code", code.as_str())]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Underway);
        let manager = house.as_role(Role::NeighbourhoodManager);
        let done = manager.post(&format!("/werk/uitvoering/{first}/bevestigen"), &[("said", "confirm")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised);
        let again = manager.post(&format!("/werk/uitvoering/{first}/bevestigen"), &[("said", "confirm")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        let (department, until) = (house.leyhoven.public_space.to_string(), in_days(&house, 30));
        let fields = [("what", WHAT), ("doer", "department"), ("department", department.as_str()), ("until", until.as_str())];
        assert_eq!(house.as_role(Role::Specialist).post(&form(receipt.dossier), &fields).await.status, StatusCode::CONFLICT);
    }
}

/// A photo of a few coloured squares, with a note in it as cameras write them.
fn jpeg() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([u8::try_from(x * 3).unwrap(), u8::try_from(y * 4).unwrap(), 90]));
    let mut bytes = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    let note = b"GPS 50.93 5.33 NIKON";
    let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
    [&bytes[..2], &[0xff, 0xfe], &length, note, &bytes[2..]].concat()
}

async fn photos(house: &TestHouse, id: CommitmentId) -> Vec<deliver::Photo> {
    let mut s = house.store().read().await.unwrap();
    deliver::photos(&mut s, house.tenant(), id).await.unwrap()
}

const ON_IT: &str = "Drie houten banken rond de linde, met een hellend pad ernaartoe.";

#[tokio::test]
async fn photos_are_shown_with_words_without_what_the_camera_wrote_and_go_at_once_when_somebody_minds() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        let id = promised(&house, &receipt, &[]).await;
        let path = format!("/werk/uitvoering/{id}/foto");
        let (bytes, specialist) = (jpeg(), house.as_role(Role::Specialist));
        let file: &[(&str, &str, &str, &[u8])] = &[("photo", "bank.jpg", "image/jpeg", &bytes)];
        let whole = [("photo-moment", "after"), ("photo-words", ON_IT), ("photo-nobody", "yes")];
        let before = journal_length(&house).await;

        // What is missing is said beside its field, and what was typed stays.
        for (fields, files, wrong) in [
            (&whole[1..], file, "photo-moment-error"),
            (&[whole[0], whole[2]][..], file, "photo-words-error"),
            (&whole[..2], file, "photo-nobody-error"),
            (&whole[..], &[][..], "photo-error"),
            (&whole[..], &[("photo", "bank.jpg", "image/jpeg", &b"geen foto"[..])][..], "photo-error"),
            (&whole[..], &[("photo", "bank.jpg", "image/jpeg", &bytes[..200])][..], "photo-error"),
        ] {
            let page = specialist.post_files(&path, fields, files).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{wrong}: {}", page.body);
            assert!(page.shows("photo-error"), "a browser does not send the file again: {}", page.body);
            assert!(page.shows(ON_IT) || !fields.contains(&whole[1]), "what was typed stays: {}", page.body);
        }
        for role in [Role::NeighbourhoodManager, Role::Researcher, Role::DecisionMaker, Role::Administrator] {
            assert_eq!(house.as_role(role).post_files(&path, &whole, file).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_head_of(house.leyhoven.green).post_files(&path, &whole, file).await.status, StatusCode::FORBIDDEN);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.post_files(&path, &whole, file).await.status, StatusCode::NOT_FOUND);
        assert_eq!(journal_length(&house).await, before);
        assert_eq!(photos(&house, id).await, []);

        assert_eq!(specialist.post_files(&path, &whole, file).await.status, StatusCode::SEE_OTHER);
        let earlier = [("photo-moment", "before"), ("photo-words", "Een leeg plein."), ("photo-nobody", "yes")];
        assert_eq!(specialist.post_files(&path, &earlier, file).await.status, StatusCode::SEE_OTHER);
        let kept = photos(&house, id).await;
        assert_eq!(kept.iter().map(|photo| photo.moment).collect::<Vec<_>>(), [deliver::Moment::Before, deliver::Moment::After]);
        assert_eq!((kept[1].width, kept[1].height), (64, 48));
        let address = format!("/uitvoering/fotos/{}", kept[1].id);
        let slug = {
            let mut s = house.store().read().await.unwrap();
            let process = dossier(&house, receipt.dossier).await.process;
            design::process(&mut s, house.tenant(), process).await.unwrap().unwrap().slug
        };
        for page in [format!("/bijdragen/{}", receipt.number), format!("/processen/{slug}/uitvoering")] {
            let page = house.visitor().get(&page).await;
            assert!(page.shows(&address) && page.shows(&format!("alt=\"{ON_IT}\"")) && page.shows("Zo is het nu"), "{}", page.body);
        }
        let sent = house.visitor().get(&address).await;
        assert_eq!((sent.status, sent.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "image/jpeg"));
        assert!(!sent.bytes.windows(5).any(|part| part == b"NIKON"), "nothing of the camera stays in it");
        assert_eq!(house.visitor().on(BUURSTAD).get(&address).await.status, StatusCode::NOT_FOUND);

        // Somebody minds: it goes, with a motive that everybody can read.
        let gone = kept[1].id.to_string();
        let page = specialist.post(&format!("/werk/uitvoering/{id}"), &[("doen", "take-down"), ("gone-photo", &gone)]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("gone-motive-error"), "{}", page.body);
        let motive = "Wie erop stond, wil dat niet meer.";
        does(&house, id, &[("doen", "take-down"), ("gone-photo", &gone), ("gone-motive", motive)]).await;
        assert_eq!(house.visitor().get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(public(&house, &receipt).await.contains(motive));
        deliver::jobs::register(house.worker(), &house.app).work_once().await.unwrap();
        assert!(house.store().files().get(house.tenant(), kept[1].id).await.unwrap().is_none(), "its bytes are gone");
        assert!(house.store().files().get(house.tenant(), kept[0].id).await.unwrap().is_some());

        // As many as fit, and also when everything was confirmed long ago.
        for _ in 1..deliver::PHOTOS_MOST {
            assert_eq!(specialist.post_files(&path, &whole, file).await.status, StatusCode::SEE_OTHER);
        }
        let page = specialist.post_files(&path, &whole, file).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("al twaalf foto"), "{}", page.body);
        assert_eq!(photos(&house, id).await.len(), deliver::PHOTOS_MOST);
    }
}

/// Somebody who wants a letter, and whose contribution was decided.
async fn lettered(house: &TestHouse) -> Receipt {
    let identity = house.identity();
    let keeper = house.app.keeper(house.tenant(), Actor::System);
    let who = people::vault::Identity {
        name: "Noor Peeters".to_owned(),
        address: "Molenstraat 4, 9999 Leyhoven".to_owned(),
        ..people::vault::Identity::default()
    };
    store::write!(house.store(), [keeper, who], |tx| people::vault::keep(tx, &keeper, identity, &who).await).await.unwrap();
    let process = design::testing::published_process(house).await;
    let answering = Answering { by: AnswerBy::Letter, identity: Some(identity), ..Answering::none() };
    let receipt = received(house, &process, "Banken op het plein", answering).await;
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, Outcome::Adopted).await;
    receipt
}

/// Does everything that waits for a worker.
async fn work(house: &TestHouse) {
    let worker = deliver::jobs::register(answer::jobs::register(house.worker(), house.app.clone()), &house.app);
    for _ in 0..4 {
        worker.work_once().await.unwrap();
    }
}

/// The deliveries of a contribution that bring a notice.
async fn noticed(house: &TestHouse, receipt: &Receipt) -> Vec<answer::Delivery> {
    let mut s = house.store().read().await.unwrap();
    let all = answer::deliveries_of(&mut s, house.tenant(), receipt.id).await.unwrap();
    all.into_iter().filter(|it| matches!(it.brings, answer::Brings::Notice(_))).collect()
}

/// Has a job done again, as after a restart in the middle.
async fn again(house: &TestHouse, kind: &'static str, payload: serde_json::Value) {
    let (tenant, due) = (house.tenant(), kernel::Clock::now(&*house.clock));
    store::write!(house.store(), [payload], |tx| tx.enqueue(store::jobs::NewJob { tenant, kind, payload, due }).await).await.unwrap();
    work(house).await;
}

async fn looks(house: &TestHouse) {
    // What two looks note at the same moment has no order of its own.
    house.clock.advance_seconds(1);
    let tenant = house.tenant();
    store::write!(house.store(), [], |tx| deliver::jobs::begin(tx, tenant).await).await.unwrap();
    work(house).await;
}

#[tokio::test]
async fn an_author_hears_once_that_something_waits_for_a_word_and_what_was_found() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received_by_mail(&house, &process, "Banken op het plein", "noor@voorbeeld.example").await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        work(&house).await;
        let mails = async |words: &str| {
            let mut s = house.store().read().await.unwrap();
            let all = people::mail::waiting(&mut s, house.tenant(), 50).await.unwrap();
            all.into_iter().filter(|mail| mail.text.contains(words)).map(|mail| mail.text).collect::<Vec<_>>()
        };
        let id = promised(&house, &receipt, &[]).await;
        does(&house, id, &[("doen", "claim")]).await;
        work(&house).await;
        let asked = mails("Wij noemen het pas uitgevoerd").await;
        assert!(asked.len() == 1 && asked[0].contains(WHAT) && asked[0].contains(receipt.number.as_str()), "{asked:?}");
        assert!(!asked[0].contains("⟦") && !asked[0].contains("Dit is ons antwoord"), "{}", asked[0]);
        let claimed = commitment(&house, id).await.claimed.unwrap().micros().to_string();
        let payload = serde_json::json!({ "commitment": id, "about": "confirm", "turn": claimed });
        again(&house, deliver::jobs::TELL, payload.clone()).await;
        let about = noticed(&house, &receipt).await[0].id;
        again(&house, answer::jobs::MAIL, serde_json::json!({ "delivery": about })).await;
        assert_eq!(mails("Wij noemen het pas uitgevoerd").await.len(), 1, "done again after a restart it changes nothing");

        // Not done: a later claim is another turn. What was asked before is not asked any more.
        let manager = house.as_role(Role::NeighbourhoodManager);
        let attest = format!("/werk/uitvoering/{id}/bevestigen");
        assert_eq!(manager.post(&attest, &[("said", "not-ready")]).await.status, StatusCode::SEE_OTHER);
        again(&house, deliver::jobs::TELL, payload).await;
        assert_eq!(noticed(&house, &receipt).await.len(), 1);
        house.clock.advance_days(3);
        does(&house, id, &[("doen", "claim")]).await;
        work(&house).await;
        assert_eq!(mails("Wij noemen het pas uitgevoerd").await.len(), 2);
        assert_eq!(manager.post(&attest, &[("said", "confirm")]).await.status, StatusCode::SEE_OTHER);

        // After its term everybody is told that it is looked at; once, however often the day begins.
        looks(&house).await;
        assert_eq!(mails("Nu kijken wij na").await.len(), 0, "not before its day");
        house.clock.advance_days(371);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mails("Nu kijken wij na").await.len(), 1);
        let half = [("doen", "check"), ("check-lasting", "works"), ("check-lasting", "used"), ("check-words", "Eén bank is stuk.")];
        assert_eq!(manager.post(&attest, &half).await.status, StatusCode::SEE_OTHER);
        work(&house).await;
        let found = mails("Eén bank is stuk.").await;
        assert!(
            found.len() == 1 && found[0].contains("Het wordt gebruikt: ja") && found[0].contains("Iemand zorgt ervoor: nee"),
            "{found:?}"
        );
        assert!(found[0].contains("kijken wij het opnieuw na"), "{}", found[0]);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised);
        let mut s = house.store().read().await.unwrap();
        let replayed = journey::replay(&mut s, house.tenant(), receipt.dossier).await.unwrap();
        assert_eq!(replayed.state, State::Realised, "messages beside the answer are no steps of the journey");
    }
}

#[tokio::test]
async fn who_has_no_mail_stands_on_the_list_of_what_is_brought_until_it_is_over() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = lettered(&house).await;
        answered(&house, receipt.dossier).await;
        let id = promised(&house, &receipt, &[]).await;
        does(&house, id, &[("doen", "claim")]).await;
        work(&house).await;
        let notice = noticed(&house, &receipt).await.pop().unwrap();
        assert_eq!((notice.channel, notice.status), (AnswerBy::Letter, DeliveryStatus::Pending));
        let (officer, path) = (house.as_role(Role::ParticipationOfficer), format!("/werk/bezorging/{}", notice.id));
        assert!(officer.get("/werk/bezorging").await.shows(&path));
        for page in [format!("{path}/brief"), "/werk/bezorging/brieven".to_owned()] {
            let letter = officer.get(&page).await;
            for words in ["Noor Peeters", "Is het klaar? Zeg wat u ziet", WHAT, receipt.number.as_str()] {
                assert!(letter.shows(words), "{page}: {words}: {}", letter.body);
            }
            assert!(!letter.shows("⟦"), "{page}: {}", letter.body);
        }
        let before = journal_length(&house).await;
        for role in [Role::Researcher, Role::Moderator, Role::Specialist] {
            assert_eq!(house.as_role(role).post(&path, &[("status", "handed-over")]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(journal_length(&house).await, before);
        assert_eq!(officer.post(&path, &[("status", "printed")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(journal_length(&house).await, before + 1, "how far it is stands in the journal");
        assert_eq!(noticed(&house, &receipt).await[0].status, DeliveryStatus::Printed);

        // The neighbourhood manager was first: the letter that still lies there need not go.
        let attest = format!("/werk/uitvoering/{id}/bevestigen");
        let done = house.as_role(Role::NeighbourhoodManager).post(&attest, &[("said", "confirm")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(!officer.get("/werk/bezorging").await.shows(&path));
        assert_eq!(officer.post(&path, &[("status", "handed-over")]).await.status, StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn every_page_speaks_every_language_it_has() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        let ends = in_days(&house, 20);
        let more = [("promised", "100"), ("source", "Fonds"), ("hours", "9"), ("ceiling", "8"), ("money-ends", ends.as_str())];
        let id = promised(&house, &receipt, &more).await;
        does(&house, id, &[("doen", "plan"), ("plan-text", "Klaar"), ("plan-on", &in_days(&house, 3))]).await;
        let process = dossier(&house, receipt.dossier).await.process;
        let ctx = house.context(None, "/").await;
        assert!(ctx.panels(Spot::Process(process)).await.unwrap().contains("Wat is er van gekomen"));
        let slug = {
            let mut s = house.store().read().await.unwrap();
            design::process(&mut s, house.tenant(), process).await.unwrap().unwrap().slug
        };
        let mut languages = vec![
            (Role::Specialist, form(receipt.dossier)),
            (Role::Specialist, format!("/werk/uitvoering/{id}")),
            (Role::Specialist, "/werk/uitvoering".to_owned()),
            (Role::Specialist, format!("/werk/dossiers/{}", receipt.dossier)),
            (Role::Specialist, "/werk".to_owned()),
        ];
        for round in 0..3 {
            for (role, path) in &languages {
                for language in ["nl", "en"] {
                    let page = house.as_role(*role).in_language(language).get(path).await;
                    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                    assert!(!page.shows("⟦"), "{path} lacks words in {language}: {}", page.body);
                }
            }
            let number = &receipt.number;
            for path in [format!("/processen/{slug}/uitvoering"), format!("/bijdragen/{number}"), format!("/bijdragen/{number}/uitgevoerd")]
            {
                for language in ["nl", "en", "ar"] {
                    let page = house.visitor().in_language(language).get(&path).await;
                    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                    assert!(!page.shows("⟦"), "{path} lacks words in {language}: {}", page.body);
                }
            }
            if round == 0 {
                let one = milestone(&house, id).await;
                does(&house, id, &[("doen", "reach"), ("reach-milestone", &one), ("reach-on", &in_days(&house, 0))]).await;
                does(&house, id, &[("doen", "claim")]).await;
                languages.push((Role::NeighbourhoodManager, format!("/werk/uitvoering/{id}")));
                languages.push((Role::NeighbourhoodManager, "/werk".to_owned()));
            }
            if round == 1 {
                let attest = format!("/werk/uitvoering/{id}/bevestigen");
                let done = house.as_role(Role::NeighbourhoodManager).post(&attest, &[("said", "confirm")]).await;
                assert_eq!(done.status, StatusCode::SEE_OTHER);
                house.clock.advance_days(500);
            }
        }
    }
}

#[test]
fn every_word_is_there_in_every_language() {
    assert_eq!(ui::testing::differences(&deliver::TEXTS[..3], &["en", "ar"]), Vec::<String>::new());
    assert_eq!(ui::testing::differences(&deliver::TEXTS[3..], &["en"]), Vec::<String>::new());
}

#[tokio::test]
async fn every_statement_is_understood_and_every_key_begins_with_the_tenant() {
    for engine in engines() {
        let test = store::testing::open(engine, deliver::MIGRATIONS).await;
        let statements = store::testing::statements(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        assert!(statements.len() > 10);
        assert_eq!(store::testing::prepare_all(&test, &statements).await, Vec::<String>::new());
        assert_eq!(store::testing::keys_without_tenant(&test).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn an_author_says_whether_it_still_works_and_what_does_not_is_looked_at_now() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let id = promised(&house, &receipt, &[]).await;
        let path = format!("/bijdragen/{}/werkt-het-nog", receipt.number);
        let visitor = house.visitor();
        let code = code(&receipt);
        let early = visitor.post(&path, &[("lasting", "works"), ("code", code.as_str())]).await;
        assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.shows("niets waarvan u kunt zeggen"), "{}", early.body);
        does(&house, id, &[("doen", "claim")]).await;
        let manager = house.as_role(Role::NeighbourhoodManager);
        let attest = format!("/werk/uitvoering/{id}/bevestigen");
        assert_eq!(manager.post(&attest, &[("said", "confirm")]).await.status, StatusCode::SEE_OTHER);
        assert!(public(&house, &receipt).await.contains(&path), "the journey leads there");
        for language in ["nl", "en", "ar"] {
            let form = house.visitor().in_language(language).get(&path).await;
            assert!(form.status == StatusCode::OK && form.shows("name=\"lasting\"") && !form.shows("⟦"), "{language}: {}", form.body);
        }
        let before = journal_length(&house).await;
        let later = commitment(&house, id).await.check_on;
        for (wrong, field) in [
            (vec![("code", code.as_str())], "lasting"),
            (vec![("lasting", "works"), ("lasting", "nothing"), ("code", code.as_str())], "lasting"),
            (vec![("lasting", "works")], "code"),
            (vec![("lasting", "works"), ("code", "0000-0000-0000-0000")], "code"),
        ] {
            let refused = visitor.post(&path, &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", refused.body);
            assert!(refused.shows(&format!("id=\"{field}-error\"")) && !refused.shows("⟦"), "{wrong:?}: {}", refused.body);
        }
        let neighbour = house.visitor().on(BUURSTAD);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(journal_length(&house).await, before, "nothing changed");

        let mut whole = vec![("code", code.as_str())];
        whole.extend(["works", "used", "owned", "placed"].map(|one| ("lasting", one)));
        assert_eq!(visitor.post(&path, &whole).await.status, StatusCode::SEE_OTHER);
        let it = commitment(&house, id).await;
        assert_eq!((it.stage, it.check_on), (Stage::Realised, later), "a good word closes nothing and hastens nothing");
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Realised);

        house.clock.advance_days(30);
        assert_eq!(visitor.post(&path, &[("lasting", "used"), ("code", code.as_str())]).await.status, StatusCode::SEE_OTHER);
        let today = house.leyhoven.tenant.civil.today(kernel::Clock::now(&*house.clock));
        assert_eq!(commitment(&house, id).await.check_on, Some(today), "{engine}: what no longer works is looked at now");
        let page = public(&house, &receipt).await;
        assert!(page.contains("Een indiener zei of het nog werkt") && page.contains("Het wordt gebruikt: ja"), "{page}");
        assert!(!page.contains("Het werkt nog: nee"), "who does not say that it works need not mean that it does not");
        assert!(manager.get("/werk").await.shows(WHAT), "it stands on the desk of who looks");
        assert_eq!(visitor.post(&path, &[("lasting", "nothing"), ("code", code.as_str())]).await.status, StatusCode::SEE_OTHER);
        assert!(public(&house, &receipt).await.contains("Er klopt niets meer, zegt een indiener"));
        let mut looked = vec![("doen", "check"), ("check-words", "De banken zijn hersteld en staan vast.")];
        looked.extend(["works", "used", "owned", "placed"].map(|one| ("check-lasting", one)));
        assert_eq!(manager.post(&attest, &looked).await.status, StatusCode::SEE_OTHER);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Integrated, "{engine}: who looks decides");
        assert_eq!(visitor.post(&path, &[("lasting", "used"), ("code", code.as_str())]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// Copies a dossier with this id and outcome, as years of work leave them.
async fn copied(house: &TestHouse, like: DossierId, all: Vec<(DossierId, Outcome)>) {
    let tenant = house.tenant();
    store::write!(house.store(), [all], |tx| {
        for (id, outcome) in &all {
            let row =
                "INSERT INTO dossier (tenant, id, process, area, state, department, asked, holder, since, until, outcome, bounces, bounced,
                         opened, events, merged, lead, lead_number, size, public, more, matters_until, due)
                       SELECT tenant, $3, process, area, state, department, asked, holder, since, until, $4, bounces, bounced,
                         opened, events, merged, lead, lead_number, size, public, more, matters_until, due
                       FROM dossier WHERE tenant = $1 AND id = $2";
            tx.run(row, &store::values![tenant, like, *id, outcome.code()]).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

/// The dossiers to which a page leads, and where more of what is not planned stands: the links to other languages lead back here.
fn unplanned_on(page: &people::testing::Page) -> (Vec<String>, Option<String>) {
    let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let all: Vec<String> = links.map(|link| link.replace("&amp;", "&").replace("&#38;", "&")).collect();
    let dossiers = all.iter().filter(|link| link.starts_with("/werk/dossiers/")).cloned().collect();
    (dossiers, all.into_iter().find(|link| link.contains("beslist=") && !link.contains("taal=")))
}

#[tokio::test]
async fn what_is_in_its_term_is_read_a_few_pages_at_a_time() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let many = (1..=350_u128).map(|n| (DossierId::from_uuid(uuid::Uuid::from_u128(n)), Outcome::Trial)).collect();
        copied(&house, receipt.dossier, many).await;
        let head = house.as_role(Role::DepartmentHead);
        let (all, next) = unplanned_on(&head.get("/werk/uitvoering").await);
        let Some(next) = next else { panic!("{engine}: not all of them were read") };
        assert!(all.is_empty(), "{engine}: {all:?}");
        assert_eq!(unplanned_on(&head.get(&next).await), (Vec::new(), None), "{engine}: the rest is read there");
    }
}

#[tokio::test]
async fn what_was_decided_and_is_not_planned_hides_behind_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let older = |from: u128, many: u128| (from..from + many).map(|n| DossierId::from_uuid(uuid::Uuid::from_u128(n)));
        copied(&house, receipt.dossier, older(1, 350).map(|id| (id, Outcome::NotAdopted)).collect()).await;
        let own = format!("/werk/dossiers/{}\"", receipt.dossier);
        let head = house.as_role(Role::DepartmentHead);
        assert!(!head.get("/werk/uitvoering").await.shows(&own), "the term to plan it runs");
        house.clock.advance_days(35);
        for path in ["/werk", "/werk/uitvoering"] {
            assert!(head.get(path).await.shows(&own), "{engine}: {path}");
        }

        // What is carried out after each outcome stands there, and nothing else.
        let each: Vec<_> = older(5_000, 40).zip(Outcome::ALL.iter().copied()).collect();
        copied(&house, receipt.dossier, each.clone()).await;
        let page = head.get("/werk/uitvoering").await;
        for (id, outcome) in &each {
            assert_eq!(page.shows(&format!("/werk/dossiers/{id}\"")), outcome.is_carried_out(), "{engine}: {outcome:?}");
        }

        // More than a page is read on, and each stands there once.
        copied(&house, receipt.dossier, older(9_000, 30).map(|id| (id, Outcome::Trial)).collect()).await;
        let (mut next, mut found) = (Some("/werk/uitvoering".to_owned()), Vec::new());
        while let Some(path) = next {
            let (all, more) = unplanned_on(&head.get(&path).await);
            found.extend(all);
            next = more;
        }
        let many = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!((many, found.len()), (37, 37), "{engine}: one, six outcomes, and thirty");
    }
}

/// How many mails with these words went to somebody of the municipality.
async fn mailed(house: &TestHouse, to: &str, words: &str) -> usize {
    let address = format!("{to}@{}", people::testing::LEYHOVEN);
    let mut s = house.store().read().await.unwrap();
    let all = people::mail::waiting(&mut s, house.tenant(), 500).await.unwrap();
    all.iter().filter(|mail| mail.address.as_ref() == Some(&address) && mail.text.contains(words) && !mail.text.contains('⟦')).count()
}

/// What people inside heard of, in its order.
async fn signalled(house: &TestHouse) -> Vec<String> {
    let mut s = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut s, house.tenant(), Some("reminder"), None, 100).await.unwrap();
    all.iter().rev().map(|it| it.body["signal"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn whoever_can_act_hears_once_of_what_lies_still() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let desk = async |role: Role, words: &str| house.as_role(role).get("/werk").await.shows(words);
        looks(&house).await;
        assert_eq!(signalled(&house).await, Vec::<String>::new(), "{engine}: the term runs");

        // X8: nothing is agreed. The head of the department and the controller hear it, and see it at their desks.
        house.clock.advance_days(35);
        looks(&house).await;
        looks(&house).await;
        let own = format!("/werk/dossiers/{}\"", receipt.dossier);
        for (role, to) in [(Role::DepartmentHead, "department-head"), (Role::Controller, "controller")] {
            assert_eq!(mailed(&house, to, "er is nog geen afspraak en nog geen geld").await, 1, "{engine}: {to}");
            assert!(desk(role, &own).await, "{engine}: {to}");
        }
        assert_eq!(mailed(&house, "head-green", "Er is beslist").await, 0, "{engine}: another department has nothing to do with it");
        let (holder, until, ends) = (house.account(Role::Specialist).to_string(), in_days(&house, 380), in_days(&house, 400));
        let more = [
            ("holder", holder.as_str()),
            ("until", until.as_str()),
            ("promised", "500"),
            ("source", "Subsidie"),
            ("money-ends", ends.as_str()),
        ];
        let id = promised(&house, &receipt, &more).await;
        assert!(!desk(Role::Controller, &own).await && !desk(Role::DepartmentHead, &own).await, "{engine}: it is agreed");

        // X8: no milestone.
        house.clock.advance_days(35);
        looks(&house).await;
        looks(&house).await;
        for to in ["specialist", "department-head"] {
            assert_eq!(mailed(&house, to, "er is nog geen tussenstap gepland").await, 1, "{engine}: {to}");
        }
        does(&house, id, &[("doen", "plan"), ("plan-text", "De banken staan er"), ("plan-on", &in_days(&house, 10))]).await;

        // X1: a date passed; five days later the head hears it too.
        house.clock.advance_days(11);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "specialist", "een datum is voorbij").await, 1, "{engine}");
        assert_eq!(mailed(&house, "department-head", "langer stil").await, 0, "{engine}: the owner first");
        house.clock.advance_days(5);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "department-head", "langer stil").await, 1, "{engine}");
        let one = milestone(&house, id).await;
        does(&house, id, &[("doen", "reach"), ("reach-milestone", &one), ("reach-on", &in_days(&house, 0))]).await;
        assert!(!desk(Role::DepartmentHead, WHAT).await, "{engine}: it moves, and is due in a year");

        // X10: whoever has it leaves. It stands first at the desk of who can give it to somebody else, whenever it is due.
        let leaver = house.account(Role::Researcher);
        house.give(leaver, Role::Specialist, Scope::Department(house.leyhoven.public_space)).await.unwrap();
        does(&house, id, &[("doen", "hand-over"), ("holder", &leaver.to_string())]).await;
        assert!(!desk(Role::DepartmentHead, WHAT).await);
        let tenant = house.tenant();
        store::write!(house.store(), [tenant], |tx| people::tables::accounts::end(tx, tenant, &Actor::System, leaver).await).await.unwrap();
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "department-head", "Wie dit uitvoerde, is weg").await, 1, "{engine}");
        assert!(
            desk(Role::DepartmentHead, WHAT).await && !house.as_head_of(house.leyhoven.green).get("/werk").await.shows(WHAT),
            "{engine}"
        );
        does(&house, id, &[("doen", "hand-over"), ("holder", &holder)]).await;
        assert!(!desk(Role::DepartmentHead, WHAT).await, "{engine}: somebody has it");

        // X11: the money ends.
        house.clock.advance_days(200);
        looks(&house).await;
        looks(&house).await;
        for (role, to) in [(Role::Specialist, "specialist"), (Role::DepartmentHead, "department-head")] {
            assert_eq!(mailed(&house, to, "Het geld hiervoor stopt op").await, 1, "{engine}: {to}");
            assert!(desk(role, WHAT).await, "{engine}: {to}");
        }
        assert!(public(&house, &receipt).await.contains("Het geld stopt binnenkort"), "{engine}");
        does(&house, id, &[("doen", "go-on"), ("go-on-words", "De banken komen in het gewone onderhoud.")]).await;
        assert!(!desk(Role::Specialist, WHAT).await, "{engine}: it is said how it goes on");

        // X1: nobody confirms what the department says is done.
        does(&house, id, &[("doen", "claim")]).await;
        house.clock.advance_days(31);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "neighbourhood-manager", "want niemand heeft dat bevestigd").await, 1, "{engine}");
        // What is noted in one look stands in no order of its own.
        let mut all = signalled(&house).await;
        all.sort_unstable();
        let once = ["ending", "late", "still-late", "unconfirmed", "unheld", "unplanned", "unpromised"];
        assert_eq!(all, once, "{engine}: each once, in the journal");
    }
}

#[tokio::test]
async fn money_of_another_department_is_promised_only_by_whoever_holds_it() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let (own, finance) = (house.leyhoven.public_space.to_string(), house.leyhoven.finance.to_string());
        let until = in_days(&house, 200);
        let money = [("promised", "100"), ("source", "Jaarbudget"), ("means-of", finance.as_str())];
        let base = [("what", WHAT), ("doer", "department"), ("department", own.as_str()), ("until", until.as_str())];
        let refused = house.as_role(Role::Specialist).post(&form(receipt.dossier), &[base.as_slice(), &money].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.shows("id=\"means-of-error\"") && refused.shows(WHAT) && refused.shows("Jaarbudget"), "{}", refused.body);
        let without = [("promised", ""), ("sought", "yes"), ("means-of", finance.as_str())];
        let refused = house.as_role(Role::Specialist).post(&form(receipt.dossier), &[base.as_slice(), &without].concat()).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("id=\"promised-error\""), "{}", refused.body);
        let mut s = house.store().read().await.unwrap();
        assert_eq!(deliver::of_dossier(&mut s, house.tenant(), receipt.dossier).await.unwrap(), [], "{engine}: nothing is promised");
        drop(s);

        // Asked for it may be, and everybody sees that it is only that.
        let id = promised(&house, &receipt, &[money.as_slice(), &[("sought", "yes")]].concat()).await;
        let it = commitment(&house, id).await;
        assert_eq!((it.funding, it.promised.cents(), it.needed.cents()), (deliver::Funding::Asked, 0, 10_000), "{engine}");
        let page = public(&house, &receipt).await;
        let asked = "<dd>nog niets beloofd: €\u{a0}100 gevraagd aan Financiën (<span dir=\"auto\">Jaarbudget</span>)</dd>";
        assert!(page.contains("<dt>Geld</dt>") && page.contains(asked), "{engine}: the department stands there once: {page}");
        let agreed = page.find("</strong>: Afgesproken, klaar tegen");
        let told = page.find("</strong>: €\u{a0}100 gevraagd aan Financiën</p>");
        assert!(agreed.zip(told).is_some_and(|(agreed, told)| agreed < told), "{engine}: the first asking is told: {page}");
        let holder = house.as_role(Role::BudgetHolder);
        let desk = holder.get("/werk").await;
        assert!(desk.shows(WHAT), "{engine}: it waits for whoever holds that money");
        let asks = "Openbaar domein vraagt €\u{a0}100 aan Financiën. Zeg of u dat geld toezegt.";
        assert!(desk.shows(asks), "{engine}: {}", desk.body);

        // Only whoever holds that money commits it.
        let path = format!("/werk/uitvoering/{id}/middelen");
        let other = house.account(Role::Researcher);
        house.give(other, Role::BudgetHolder, Scope::Department(house.leyhoven.green)).await.unwrap();
        let before = journal_length(&house).await;
        for role in [Role::Specialist, Role::DepartmentHead, Role::Controller, Role::ParticipationOfficer, Role::NeighbourhoodManager] {
            assert_eq!(house.as_role(role).post(&path, &[("means", "yes")]).await.status, StatusCode::FORBIDDEN, "{engine}: {role}");
        }
        assert_eq!(house.as_account(other).post(&path, &[("means", "yes")]).await.status, StatusCode::FORBIDDEN, "{engine}");
        assert_eq!(house.as_neighbour(Role::BudgetHolder).post(&path, &[("means", "yes")]).await.status, StatusCode::NOT_FOUND);
        for (fields, wrong) in [(vec![], "means-error"), (vec![("means", "no")], "means-motive-error")] {
            let page = holder.post(&path, &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{engine}: {wrong}: {}", page.body);
        }
        assert_eq!(journal_length(&house).await, before, "{engine}: nothing changed");
        assert_eq!(commitment(&house, id).await.funding, deliver::Funding::Asked);

        // A no closes nothing: it lies still until other money is found (X8).
        let no = [("means", "no"), ("means-motive", "Dit jaar is het geld op.")];
        assert_eq!(holder.post(&path, &no).await.status, StatusCode::SEE_OTHER);
        assert_eq!(holder.post(&path, &no).await.status, StatusCode::CONFLICT, "{engine}: nothing is asked any more");
        assert!(!holder.get("/werk").await.shows(WHAT));
        let page = public(&house, &receipt).await;
        assert!(page.contains("nodig, en Financiën zei nee (") && page.contains("Dit jaar is het geld op."), "{engine}: {page}");
        let refused = "Financiën zei nee op de vraag om €\u{a0}100";
        assert!(page.contains(&format!("</strong>: {refused}</p>")), "{engine}: {page}");
        // Whoever asked sees it at once, although nothing is due yet; nobody else does.
        let other = format!("{refused}. Zoek een andere bron voor dat geld.");
        for role in [Role::Specialist, Role::DepartmentHead] {
            let desk = house.as_role(role).get("/werk").await;
            assert!(desk.shows(WHAT) && desk.shows(&other), "{engine}: {role}: {}", desk.body);
        }
        let desk = house.as_role(Role::Specialist).in_language("en").get("/werk").await;
        assert!(desk.shows("Look for another source") && !desk.shows("⟦"), "{engine}: {}", desk.body);
        assert!(!house.as_head_of(house.leyhoven.green).get("/werk").await.shows(WHAT), "{engine}");
        does(&house, id, &[("doen", "plan"), ("plan-text", "De banken staan er"), ("plan-on", &in_days(&house, 60))]).await;
        assert_eq!(stranded(&house, id).await, []);
        house.clock.advance_days(35);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X8], "{engine}: a milestone is planned, and there is no money");
        assert!(public(&house, &receipt).await.contains("Er is nog geen geld voor"), "{engine}");
        for (role, to) in [(Role::Controller, "controller"), (Role::DepartmentHead, "department-head")] {
            assert_eq!(mailed(&house, to, "er is nog geen geld voor").await, 1, "{engine}: {to}");
            assert!(house.as_role(role).get("/werk").await.shows(WHAT), "{engine}: {to}");
        }
        let specialist = house.as_role(Role::Specialist);
        for (fields, wrong) in [
            (vec![("doen", "fund"), ("fund-amount", "veel"), ("fund-source", "Wijkbudget")], "fund-amount-error"),
            (vec![("doen", "fund"), ("fund-amount", "80")], "fund-source-error"),
        ] {
            let page = specialist.post(&format!("/werk/uitvoering/{id}"), &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{engine}: {wrong}: {}", page.body);
        }
        let found = [("doen", "fund"), ("fund-amount", "80"), ("fund-source", "Wijkbudget")];
        assert_eq!(house.as_role(Role::Controller).post(&format!("/werk/uitvoering/{id}"), &found).await.status, StatusCode::FORBIDDEN);
        does(&house, id, &found).await;
        let it = commitment(&house, id).await;
        assert_eq!((it.funding, it.promised.cents(), it.needed.cents()), (deliver::Funding::Own, 8_000, 0), "{engine}");
        assert_eq!(stranded(&house, id).await, [], "{engine}: the money is there");
        assert!(!house.as_role(Role::Controller).get("/werk").await.shows(WHAT), "{engine}");
        assert!(!house.as_role(Role::Specialist).get("/werk").await.shows(&other), "{engine}: nothing is looked for any more");
        assert!(public(&house, &receipt).await.contains("<dd>€\u{a0}80 beloofd (<span dir=\"auto\">Wijkbudget</span>)</dd>"), "{engine}");
        let again = specialist.post(&format!("/werk/uitvoering/{id}"), &found).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.shows("Het geld is er al."), "{engine}: {}", again.body);

        // Money that is only needed is asked of another department, which hears that it lies still, and commits it.
        let second = promised(&house, &receipt, &[("what", "Een lindeboom"), ("sought", "yes")]).await;
        assert!(public(&house, &receipt).await.contains("er is geld nodig"), "{engine}");
        let asks = [("doen", "fund"), ("fund-amount", "50"), ("fund-source", "Bomenpot"), ("fund-of", finance.as_str())];
        does(&house, second, &asks).await;
        house.clock.advance_days(35);
        looks(&house).await;
        assert_eq!(mailed(&house, "budget-holder", "aan een andere dienst").await, 1, "{engine}");
        let path = format!("/werk/uitvoering/{second}/middelen");
        assert_eq!(holder.post(&path, &[("means", "yes")]).await.status, StatusCode::SEE_OTHER);
        let it = commitment(&house, second).await;
        assert_eq!((it.funding, it.promised.cents(), it.needed.cents()), (deliver::Funding::Given, 5_000, 0), "{engine}");
        let page = public(&house, &receipt).await;
        let there = "<dd>€\u{a0}50 beloofd (<span dir=\"auto\">Bomenpot, Financiën</span>)</dd>";
        for words in ["€\u{a0}50 gevraagd aan Financiën", "€\u{a0}50 toegezegd door Financiën", there] {
            assert!(page.contains(words), "{engine}: {words}: {page}");
        }
        for language in ["nl", "en", "ar"] {
            let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
            assert!(!page.shows("⟦"), "{engine}: {language}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn the_time_that_volunteers_gave_is_summed_against_what_they_can_and_names_nobody() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::SelfWithSupport).await;
        answered(&house, receipt.dossier).await;
        let kring = house.leyhoven.de_kring.to_string();
        let more = [("doer", "partner"), ("organisation", kring.as_str()), ("hours", "8"), ("ceiling", "8")];
        let id = promised(&house, &receipt, &more).await;
        let (page, path) = (format!("/werk/uitvoering/{id}"), format!("/werk/uitvoering/{id}/uren"));
        let intermediary = house.as_role(Role::Intermediary);
        assert!(intermediary.get("/werk").await.shows(&path), "{engine}: whoever works with residents finds it");
        assert_eq!(intermediary.get(&path).await.status, StatusCode::OK);
        let today = in_days(&house, 0);
        let three = [("hours-on", today.as_str()), ("hours-people", "3"), ("hours-many", "4,5"), ("hours-private", "yes")];

        // What is wrong is said beside its field, and nothing typed is lost.
        let (before, ahead) = (journal_length(&house).await, in_days(&house, 1));
        for (change, wrong) in [
            (("hours-on", "gisteren"), "hours-on-error"),
            (("hours-on", ahead.as_str()), "hours-on-error"),
            (("hours-people", ""), "hours-people-error"),
            (("hours-people", "0"), "hours-people-error"),
            (("hours-many", "veel"), "hours-many-error"),
            (("hours-many", "0"), "hours-many-error"),
            (("hours-many", "73"), "hours-many-error"),
        ] {
            let fields: Vec<_> = three.iter().map(|(name, value)| if *name == change.0 { change } else { (*name, *value) }).collect();
            let refused = intermediary.post(&path, &fields).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows(wrong), "{change:?}: {}", refused.body);
            assert!(change.0 == "hours-many" || refused.shows("value=\"4,5\""), "what was typed stays");
            let here = [fields.as_slice(), &[("doen", "hours")]].concat();
            let refused = house.as_role(Role::Specialist).post(&page, &here).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows(wrong), "{change:?}: {}", refused.body);
        }
        // Who may not changes nothing.
        for role in [Role::Specialist, Role::Researcher, Role::DecisionMaker] {
            assert_eq!(house.as_role(role).post(&path, &three).await.status, StatusCode::FORBIDDEN, "{engine}: {role}");
        }
        let here = [three.as_slice(), &[("doen", "hours")]].concat();
        for role in [Role::Intermediary, Role::NeighbourhoodManager, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&page, &here).await.status, StatusCode::FORBIDDEN, "{engine}: {role}");
        }
        assert_eq!(house.as_head_of(house.leyhoven.green).post(&page, &here).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_neighbour(Role::Intermediary).post(&path, &three).await.status, StatusCode::NOT_FOUND);
        assert_eq!(journal_length(&house).await, before, "{engine}: nothing changed");

        // A small group: everybody reads that time was given, and not how much.
        assert_eq!(intermediary.post(&path, &three).await.status, StatusCode::SEE_OTHER);
        let told = public(&house, &receipt).await;
        let few = "Hoeveel, tonen wij pas als de maand voorbij is";
        assert!(told.contains(few) && !told.contains("privémomenten"), "{engine}: {told}");
        let sum = async || deliver::hours(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap();
        let given = sum().await;
        assert_eq!((given.minutes, given.private, given.months[0].people), (270, 270, 3), "{engine}");

        // A large one: the sum, and that it is more than they can give, when the month is over. Whoever carries it out knows at once.
        let large = [("doen", "hours"), ("hours-on", today.as_str()), ("hours-people", "12"), ("hours-many", "6")];
        does(&house, id, &[large.as_slice(), &[("hours-private", "yes")]].concat()).await;
        assert!(house.as_role(Role::Specialist).get(&page).await.shows("wat de gemeente overneemt"), "{engine}");
        let small = async |over: bool| {
            let (told, noted) = (public(&house, &receipt).await, intermediary.get(&path).await);
            assert_eq!((told.contains(few), noted.shows(few)), (!over, !over), "{engine}: {told}");
            assert_eq!(
                (told.contains("In een maand meer dan zij kunnen"), noted.shows("wat de gemeente overneemt")),
                (over, over),
                "{engine}"
            );
            assert_eq!((told.contains("samen 11 uur"), noted.shows("samen 11 uur")), (over, over), "{engine}");
        };
        small(false).await;
        house.clock.advance_days(31);
        small(true).await;
        assert!(public(&house, &receipt).await.contains("waarvan 11 uur op privémomenten"), "{engine}");

        // What somebody adds later on, alone, is not seen; nor is the private time of one beside the time of many.
        let now = in_days(&house, 0);
        let alone = [("hours-on", now.as_str()), ("hours-people", "1"), ("hours-many", "2")];
        assert_eq!(intermediary.post(&path, &alone).await.status, StatusCode::SEE_OTHER);
        small(true).await;
        house.clock.advance_days(31);
        small(true).await;
        does(&house, id, &[("doen", "hours"), ("hours-on", &today), ("hours-people", "1"), ("hours-many", "0,5")]).await;
        let told = public(&house, &receipt).await;
        assert!(told.contains("samen 11 uur") && !told.contains("privémomenten"), "{engine}: {told}");
        does(&house, id, &[("doen", "hours-gone"), ("hours-number", "3")]).await;
        does(&house, id, &[("doen", "hours-gone"), ("hours-number", "4")]).await;

        // Somebody of an organisation reads and writes nothing of what others carry out.
        let other = promised(&house, &receipt, &[("doer", "resident"), ("hours", "8")]).await;
        let elsewhere = format!("/werk/uitvoering/{other}/uren");
        assert!(!intermediary.get("/werk").await.shows(&elsewhere), "{engine}");
        assert_eq!(intermediary.get(&elsewhere).await.status, StatusCode::FORBIDDEN, "{engine}");
        assert_eq!(intermediary.post(&elsewhere, &three).await.status, StatusCode::FORBIDDEN, "{engine}");
        assert_eq!(house.as_role(Role::NeighbourhoodManager).get(&elsewhere).await.status, StatusCode::OK, "{engine}");

        // In the sums of a process no more is told than beside each promise.
        let process = dossier(&house, receipt.dossier).await.process;
        let day: kernel::Date = in_days(&house, 0).parse().unwrap();
        let in_all = async |smallest: i64| {
            deliver::hours_told(&mut house.store().read().await.unwrap(), house.tenant(), process, smallest, day).await
        };
        let told = |hours: i64, commitments: i64, few: i64| deliver::HoursTold { hours, commitments, few };
        assert_eq!(in_all(10).await.unwrap(), told(11, 1, 0), "{engine}: ten hours and a half, upwards");
        assert_eq!(in_all(13).await.unwrap(), told(0, 0, 1), "{engine}: twelve are too few");

        // A mistake is struck.
        let strike = [("doen", "hours-gone"), ("hours-number", "2")];
        assert_eq!(house.as_role(Role::Researcher).post(&page, &strike).await.status, StatusCode::FORBIDDEN);
        does(&house, id, &strike).await;
        assert_eq!(house.as_role(Role::Specialist).post(&page, &strike).await.status, StatusCode::NOT_FOUND, "{engine}: it is gone");
        assert_eq!(sum().await.minutes, 270, "{engine}");
        assert!(!public(&house, &receipt).await.contains("In een maand meer"), "{engine}");
        let mut s = house.store().read().await.unwrap();
        let all = store::journal::latest(&mut s, house.tenant(), Some(deliver::STREAM), None, 100).await.unwrap();
        let many = |kind: &str| all.iter().filter(|it| it.kind == kind).count();
        assert_eq!((many("hours-given"), many("hours-struck")), (4, 3), "{engine}: the journal keeps both");
        drop(s);
        for language in ["nl", "en"] {
            for (role, path) in [(Role::Intermediary, &path), (Role::Specialist, &page), (Role::NeighbourhoodManager, &page)] {
                let page = house.as_role(role).in_language(language).get(path).await;
                assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{engine}: {language}: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn time_that_people_gave_before_it_was_agreed_counts_and_the_form_says_so() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::SelfWithSupport).await;
        answered(&house, receipt.dossier).await;
        let id = promised(&house, &receipt, &[("doer", "resident"), ("hours", "8")]).await;
        let (path, before) = (format!("/werk/uitvoering/{id}/uren"), in_days(&house, -21));
        let manager = house.as_role(Role::NeighbourhoodManager);
        let words = "Tijd die mensen voor de afspraak gaven, telt mee.";
        assert!(manager.get(&path).await.shows(words), "{engine}");
        assert!(house.as_role(Role::Specialist).get(&format!("/werk/uitvoering/{id}")).await.shows(words), "{engine}");
        let given = [("hours-on", before.as_str()), ("hours-people", "6"), ("hours-many", "9")];
        assert_eq!(manager.post(&path, &given).await.status, StatusCode::SEE_OTHER, "{engine}");
        let sum = deliver::hours(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap();
        assert_eq!((sum.minutes, sum.months[0].month.as_str()), (540, &before[..7]), "{engine}");
    }
}

#[tokio::test]
async fn what_was_promised_in_a_process_is_summed_and_what_is_not_finished_stands_in_order() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let mut made = Vec::new();
        for (nth, (days, hours, ceiling)) in [(30, "4", "6"), (10, "10", "6"), (20, "4", "3")].into_iter().enumerate() {
            let receipt = received(&house, &process, &format!("Bank {nth}"), Answering::none()).await;
            take_to(&house, receipt.dossier, State::OnAgenda).await;
            decide(&house, receipt.dossier, Outcome::Adopted).await;
            answered(&house, receipt.dossier).await;
            let until = in_days(&house, days);
            let more = [("promised", "2000"), ("source", "Wijkbudget"), ("hours", hours), ("ceiling", ceiling), ("until", until.as_str())];
            made.push(promised(&house, &receipt, &more).await);
        }
        for (id, amount) in [(made[0], "1250,50"), (made[2], "49,50")] {
            does(&house, id, &[("doen", "spend"), ("spend-amount", amount), ("spend-on", "Hout")]).await;
        }
        let mut s = house.store().read().await.unwrap();
        let sums = deliver::sums(&mut s, house.tenant(), process.id).await.unwrap();
        assert_eq!((sums.commitments, sums.realised, sums.spent.cents()), (3, 0, 130_000), "{engine}");
        let asked: Vec<_> = sums.asked.iter().map(|it| (it.hours, it.commitments, it.above)).collect();
        assert_eq!(asked, [(4, 2, 1), (10, 1, 1)], "{engine}: by hours, and how many are above what people can give");
        let first = deliver::unfinished(&mut s, house.tenant(), process.id, 2).await.unwrap();
        assert_eq!(first.iter().map(|it| it.id).collect::<Vec<_>>(), [made[1], made[2]], "{engine}");
        let there = deliver::sums(&mut s, house.buurstad.tenant.id, process.id).await.unwrap();
        assert_eq!((there.commitments, there.spent.cents(), there.asked.len()), (0, 0, 0), "{engine}: the neighbour has nothing");
    }
}

#[tokio::test]
async fn money_is_settled_also_after_it_is_said_to_be_done() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let finance = house.leyhoven.finance.to_string();
        let asks = [("promised", "100"), ("source", "Jaarbudget"), ("means-of", finance.as_str()), ("sought", "yes")];
        let id = promised(&house, &receipt, &asks).await;
        does(&house, id, &[("doen", "claim")]).await;
        let (holder, path) = (house.as_role(Role::BudgetHolder), format!("/werk/uitvoering/{id}"));
        assert!(holder.get("/werk").await.shows(WHAT), "{engine}: it still waits for whoever holds that money");
        let no = [("means", "no"), ("means-motive", "Dit jaar is het geld op.")];
        assert_eq!(holder.post(&format!("{path}/middelen"), &no).await.status, StatusCode::SEE_OTHER, "{engine}");
        let manager = house.as_role(Role::NeighbourhoodManager);
        assert_eq!(manager.post(&format!("{path}/bevestigen"), &[("said", "confirm")]).await.status, StatusCode::SEE_OTHER);
        assert!(house.as_role(Role::Specialist).get(&path).await.shows("name=\"fund-amount\""), "{engine}");
        does(&house, id, &[("doen", "fund"), ("fund-amount", "100"), ("fund-source", "Bomenpot"), ("fund-of", &finance)]).await;
        assert!(holder.get(&path).await.shows("name=\"means\""), "{engine}: what is realised can still be paid for");
        assert_eq!(holder.post(&format!("{path}/middelen"), &[("means", "yes")]).await.status, StatusCode::SEE_OTHER);
        let it = commitment(&house, id).await;
        assert_eq!((it.stage, it.funding, it.promised.cents()), (Stage::Realised, deliver::Funding::Given, 10_000), "{engine}");
    }
}

async fn ends(house: &TestHouse, account: kernel::AccountId) {
    let tenant = house.tenant();
    store::write!(house.store(), [tenant], |tx| people::tables::accounts::end(tx, tenant, &Actor::System, account).await).await.unwrap();
}

#[tokio::test]
async fn whoever_stands_in_hears_it_and_nobody_whose_account_ended() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let (tenant, holder, substitute) = (house.tenant(), house.account(Role::Specialist), house.account(Role::Researcher));
        let id = promised(&house, &receipt, &[("holder", &holder.to_string())]).await;
        does(&house, id, &[("doen", "plan"), ("plan-text", "De banken staan er"), ("plan-on", &in_days(&house, 10))]).await;
        let grants = people::tables::grants::of_account(&mut house.store().read().await.unwrap(), tenant, holder).await.unwrap();
        let (grant, today) = (grants[0].id, house.leyhoven.tenant.civil.today(kernel::Clock::now(&*house.clock)));
        let stands_in = Some(people::Substitute { account: substitute, from: today, until: today.plus_days(300) });
        store::write!(house.store(), [tenant], |tx| {
            people::tables::grants::name_substitute(tx, tenant, &Actor::System, grant, stands_in).await
        })
        .await
        .unwrap();
        let late = "een datum is voorbij";
        house.clock.advance_days(11);
        looks(&house).await;
        assert_eq!((mailed(&house, "specialist", late).await, mailed(&house, "researcher", late).await), (1, 1), "{engine}");

        // The holder leaves: whoever stands in has it, and nobody who is gone hears anything.
        ends(&house, holder).await;
        let one = milestone(&house, id).await;
        let to = in_days(&house, 10);
        let moved = [("doen", "move"), ("move-milestone", one.as_str()), ("move-to", to.as_str()), ("move-motive", "De grond is te nat.")];
        let done = house.as_role(Role::DepartmentHead).post(&format!("/werk/uitvoering/{id}"), &moved).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        house.clock.advance_days(11);
        looks(&house).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X1], "{engine}: somebody stands in");
        assert_eq!((mailed(&house, "specialist", late).await, mailed(&house, "researcher", late).await), (1, 2), "{engine}");

        // Whoever stood in leaves too: nobody has it.
        ends(&house, substitute).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X1, Stranding::X10], "{engine}");
        looks(&house).await;
        assert_eq!(mailed(&house, "department-head", "Wie dit uitvoerde, is weg").await, 1, "{engine}");
    }
}

#[tokio::test]
async fn several_things_are_told_in_one_letter_and_whoever_comes_later_hears_what_nobody_could() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        let all = [promised(&house, &receipt, &[]).await, promised(&house, &receipt, &[("what", "Een lindeboom")]).await];
        let before = mailed(&house, "department-head", "").await;
        house.clock.advance_days(35);
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "department-head", "").await, before + 1, "{engine}: one letter");
        assert_eq!((mailed(&house, "department-head", WHAT).await, mailed(&house, "department-head", "Een lindeboom").await), (1, 1));
        assert_eq!(signalled(&house).await, ["unplanned", "unplanned"], "{engine}: each is noted");

        // Nobody is there who could hear it: nothing is noted, and whoever comes hears it.
        for id in all {
            does(&house, id, &[("doen", "claim")]).await;
        }
        for role in [Role::NeighbourhoodManager, Role::DepartmentHead, Role::Specialist, Role::ParticipationOfficer] {
            ends(&house, house.account(role)).await;
        }
        house.clock.advance_days(31);
        looks(&house).await;
        assert_eq!(signalled(&house).await.len(), 2, "{engine}");
        house.give(house.account(Role::Researcher), Role::NeighbourhoodManager, Scope::Tenant).await.unwrap();
        looks(&house).await;
        looks(&house).await;
        assert_eq!(mailed(&house, "researcher", "want niemand heeft dat bevestigd").await, 1, "{engine}");
        assert_eq!(signalled(&house).await, ["unplanned", "unplanned", "unconfirmed", "unconfirmed"], "{engine}");
    }
}
