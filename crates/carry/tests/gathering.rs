//! One result for everybody who took part (F5, presterend): gathered, written once, decided when it takes means of others, and what
//! has a matter of its own taken out. Over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::across::{AskingMeans, MeansAnswer, answer_part, ask_means};
use carry::testing::{Hand, check_privacy, contribution, dossier, house, said, take_to};
use carry::{Advising, Kind, Refusal, ResultDeed, Resulting, Rule, Screening};
use design::{Process, Variant};
use journey::{Outcome, State, Stranding, Verdict};
use kernel::{Date, DossierId};
use people::Role;
use people::testing::{Page, TestHouse};
use store::testing::engines;
use voice::Receipt;

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn today(house: &TestHouse) -> Date {
    house.leyhoven.tenant.civil.today(house.app.clock.now())
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 2000).await.unwrap().len()
}

async fn survey(house: &TestHouse) -> Process {
    design::testing::published_as(house, "De afvalophaling", Variant::Survey, |_| {}).await
}

async fn screened(house: &TestHouse, receipt: &Receipt, screening: Screening) {
    check_privacy(house, &dossier(house, receipt.dossier).await).await;
    let (id, hand) = (receipt.dossier, Hand::of(house, Role::ParticipationOfficer));
    store::write!(house.store(), [hand, screening], |tx| { carry::act::screen(tx, &hand.doing(), id, &screening).await.map(drop) })
        .await
        .unwrap();
}

/// So many answers to the survey, screened; the dossier of the first is the one in which they are gathered.
async fn answers(house: &TestHouse, process: &Process, many: usize) -> Vec<Receipt> {
    let mut all = Vec::new();
    for nth in 0..many {
        let one = contribution(house, process, &format!("De glasbak {nth}")).await;
        screened(house, &one, Screening::InScope { kind: Kind::SurveyAnswer }).await;
        all.push(one);
    }
    all
}

async fn now_in(house: &TestHouse, receipt: &Receipt) -> DossierId {
    let mut s = house.store().read().await.unwrap();
    journey::of_contribution(&mut s, house.tenant(), receipt.id).await.unwrap().unwrap().id
}

#[tokio::test]
async fn answers_come_together_at_the_screening_and_what_has_a_matter_of_its_own_goes_its_own_way() {
    for engine in engines() {
        let house = house(engine).await;
        let process = survey(&house).await;
        for (language, words) in [("nl", "krijgt dat resultaat"), ("en", "gets that result"), ("ar", "يحصل على هذه النتيجة")]
        {
            let page = house.visitor().in_language(language).get("/processen/de-afvalophaling/afspraken").await;
            assert!(page.shows(words) && !page.shows("⟦"), "{language}: {}", page.body);
        }
        let one = contribution(&house, &process, "De glasbak zit vol").await;
        let officer = house.as_role(Role::ParticipationOfficer);
        check_privacy(&house, &dossier(&house, one.dossier).await).await;
        let form = officer.get(&path(one.dossier, "screening")).await;
        assert!(form.shows("Dit vraagt een eigen behandeling") && !form.shows("⟦"), "{}", form.body);
        let right = [("verdict", "in-scope"), ("kind", "survey-answer")];
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::DecisionMaker, Role::Researcher, Role::Intermediary, Role::Administrator] {
            assert_eq!(house.as_role(role).post(&path(one.dossier, "screening"), &right).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before, "nothing changed");
        went(&officer.post(&path(one.dossier, "screening"), &right).await);
        let gathering = dossier(&house, one.dossier).await;
        let closes = process.charter.as_ref().unwrap().closes.unwrap();
        assert_eq!((gathering.state, gathering.gathers), (State::Screened, Some(closes)));
        assert!(gathering.until.unwrap() > closes, "nobody can begin before everybody could answer");

        let two = answers(&house, &process, 2).await;
        let gathering = dossier(&house, one.dossier).await;
        assert_eq!((gathering.state, gathering.live().count()), (State::Bundled, 3));
        let own = contribution(&house, &process, "Mijn zakken blijven staan").await;
        check_privacy(&house, &dossier(&house, own.dossier).await).await;
        let apart = [&right[..], &[("apart", "yes")]].concat();
        went(&officer.post(&path(own.dossier, "screening"), &apart).await);
        assert_eq!(now_in(&house, &own).await, own.dossier, "a matter of its own travels alone");
        assert_eq!(dossier(&house, own.dossier).await.gathers, None);

        // Weeks on, residents still answer: nothing lies still.
        house.clock.advance_days(40);
        let still = journey::stranded(&dossier(&house, one.dossier).await, &house.leyhoven.tenant.civil, house.app.clock.now());
        assert_eq!(still, [], "{engine}");

        // Somebody whose words need a treatment of their own is taken out, also when the gathering began with them.
        let chosen = one.id.to_string();
        for role in [Role::Specialist, Role::DecisionMaker, Role::Researcher] {
            let page = house.as_role(role).post(&path(one.dossier, "splitsen"), &[("chosen", &chosen)]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role}");
        }
        went(&officer.post(&path(one.dossier, "splitsen"), &[("chosen", &chosen)]).await);
        let (alone, others) = (dossier(&house, one.dossier).await, now_in(&house, &two[0]).await);
        assert_eq!((alone.live().count(), alone.gathers), (1, None), "{engine}: it goes the ordinary way");
        let moved = dossier(&house, others).await;
        assert_eq!((moved.live().count(), moved.gathers), (2, Some(closes)), "{engine}: the others are still gathered");
        let later = answers(&house, &process, 1).await;
        assert_eq!(now_in(&house, &later[0]).await, others, "{engine}: and so is who answers later");
        let decided = take_to(&house, alone.id, State::Decided).await;
        assert_eq!(decided.outcome, Some(Outcome::Adopted), "{engine}: decided as everything else");
    }
}

#[tokio::test]
async fn the_department_writes_the_result_once_and_it_holds_without_a_decision_when_it_takes_nobodys_means() {
    for engine in engines() {
        let house = house(engine).await;
        let process = survey(&house).await;
        let all = answers(&house, &process, 12).await;
        let id = all[0].dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.as_role(Role::Specialist);
        for language in ["en", "nl"] {
            let form = specialist.get(&format!("{}?taal={language}", path(id, "advies"))).await;
            assert!(form.status == StatusCode::OK && form.shows("name=\"many-1\"") && !form.shows("⟦"), "{language}: {}", form.body);
            assert!(!form.shows("name=\"fit\""), "the verdict follows from what is done");
        }
        let (green, until) = (house.leyhoven.green.to_string(), today(&house).plus_days(40).to_string());
        let words = [("words", "De glasbakken zitten vol."), ("motive", "Glas op straat is gevaarlijk."), ("way", "own")];
        let counts = [("said-1", "Vol"), ("many-1", "11"), ("said-2", "Stinkt"), ("many-2", "3")];
        let deed =
            [("acts", "yes"), ("deed", "Twee keer per week leeg."), ("deed-department", green.as_str()), ("deed-until", until.as_str())];
        let before = entries(&house).await;
        for (wrong, field) in [
            ([&words[..], &counts[..]].concat(), "acts"),
            ([&words[..], &deed[..], &[("said-1", "Vol"), ("many-1", "13")]].concat(), "many-1"),
            ([&words[..], &deed[..], &[("many-1", "3")]].concat(), "said-1"),
            ([&words[..], &counts[..], &deed[..3], &[("deed-until", "31 februari")]].concat(), "deed-until"),
            ([&words[..], &counts[..], &deed[..3], &[("deed-until", "2020-01-01")]].concat(), "deed-until"),
            ([&words[..2], &counts[..], &deed[..]].concat(), "way"),
            ([&words[1..], &counts[..], &deed[..]].concat(), "words"),
        ] {
            let refused = specialist.post(&path(id, "advies"), &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {}", refused.body);
            assert!(
                refused.shows(&format!("id=\"{field}-error\"")) && refused.shows("Glas op straat is gevaarlijk."),
                "{field}: {}",
                refused.body
            );
        }
        let right = [&words[..], &counts[..], &deed[..]].concat();
        for role in [Role::Moderator, Role::CouncilSecretary, Role::DecisionMaker, Role::Researcher, Role::Administrator] {
            assert_eq!(house.as_role(role).post(&path(id, "advies"), &right).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before, "nothing changed");
        went(&specialist.post(&path(id, "advies"), &right).await);
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.outcome), (State::Decided, Some(Outcome::ResultActed)), "{engine}");
        assert!(after.decided.as_ref().is_some_and(|it| it.mandated), "no agenda was needed");
        assert_eq!(specialist.post(&path(id, "advies"), &right).await.status, StatusCode::CONFLICT, "once");
        let mut s = house.store().read().await.unwrap();
        let result = carry::results(&mut s, house.tenant(), id).await.unwrap().pop().unwrap();
        assert_eq!((result.respondents, result.counts.len(), result.by_decision), (12, 2, false));
        drop(s);
        let read = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("Twee keer per week leeg.") && read.shows("minder dan 10") && !read.shows("3 keer gezegd"), "{}", read.body);
        let (tenant, actor) = (house.tenant(), house.actor(Role::Administrator));
        store::write!(house.store(), [actor], |tx| { people::tables::tenants::set_smallest(tx, &actor, tenant, 3).await }).await.unwrap();
        let read = specialist.get(&format!("/werk/dossiers/{id}")).await;
        assert!(read.shows("3 keer gezegd") && !read.shows("minder dan"), "the setting of the municipality holds here: {}", read.body);

        // Whoever waits for an answer is not forgotten (X7), and who answers after it begins a new round.
        house.clock.advance_days(30);
        let still = journey::stranded(&dossier(&house, id).await, &house.leyhoven.tenant.civil, house.app.clock.now());
        assert_eq!(still.first().map(|it| it.code), Some(Stranding::X7), "{engine}");
        let late = answers(&house, &process, 1).await;
        assert_eq!(now_in(&house, &late[0]).await, late[0].dossier, "{engine}");
        assert!(dossier(&house, late[0].dossier).await.gathers.is_some());
    }
}

fn advising(result: Option<Resulting>) -> Advising {
    Advising { fit: Verdict::Fits, condition: None, words: said("Vol."), motive: said("Te klein."), reply: None, result }
}

#[tokio::test]
async fn a_result_that_takes_the_means_of_others_is_decided_and_only_as_a_whole() {
    for engine in engines() {
        let house = house(engine).await;
        let process = survey(&house).await;
        let all = answers(&house, &process, 3).await;
        let id = all[0].dossier;
        take_to(&house, id, State::Assessed).await;
        let advise = async |advising: Advising| {
            let hand = Hand::of(&house, Role::Specialist);
            store::write!(house.store(), [hand, advising], |tx| carry::act::advise(tx, &hand.doing(), id, &advising).await.map(drop)).await
        };
        let finance = house.leyhoven.finance;
        let deed = || ResultDeed { words: said("Grotere bakken."), department: house.leyhoven.green, until: today(&house).plus_days(60) };
        let result = |by_decision| Some(Resulting { counts: Vec::new(), deed: Some(deed()), by_decision });
        let before = entries(&house).await;
        assert!(matches!(advise(advising(None)).await, Err(Refusal::Rule(Rule::ResultMissing))));
        let much = Some(Resulting { counts: vec![(said("Vol"), 4)], deed: None, by_decision: false });
        assert!(matches!(advise(advising(much)).await, Err(Refusal::Rule(Rule::ResultCount))), "three took part");
        assert_eq!(entries(&house).await, before, "nothing changed");
        let asking = AskingMeans { department: finance, euros: Some(900), budget: None, purpose: said("Grotere bakken."), next_date: None };
        let hand = Hand::of(&house, Role::Specialist);
        store::write!(house.store(), [hand, asking], |tx| ask_means(tx, &hand.doing(), id, &asking).await.map(drop)).await.unwrap();
        let (hand, yes) = (Hand::of(&house, Role::BudgetHolder), MeansAnswer::Commit { motive: None });
        store::write!(house.store(), [hand, yes], |tx| answer_part(tx, &hand.doing(), id, 1, &yes).await).await.unwrap();
        assert!(matches!(advise(advising(result(false))).await, Err(Refusal::Rule(Rule::ResultNeedsDecision))));
        advise(advising(result(true))).await.unwrap();
        assert_eq!(dossier(&house, id).await.state, State::AdviceReady, "it goes to whom the charter names");
        take_to(&house, id, State::OnAgenda).await;
        let body = house.as_role(Role::DecisionMaker);
        let form = body.get(&path(id, "besluit")).await;
        assert!(form.shows("value=\"result-acted\"") && !form.shows("value=\"adopted\""), "{}", form.body);
        let day = today(&house).to_string();
        let decision = |outcome| [("outcome", outcome), ("date", day.as_str()), ("words", "Het college volgt het resultaat.")];
        let before = entries(&house).await;
        let one_by_one = body.post(&path(id, "besluit"), &decision("adopted")).await;
        assert!(one_by_one.status == StatusCode::UNPROCESSABLE_ENTITY && one_by_one.shows("niet één voor één"), "{}", one_by_one.body);
        assert_eq!(
            house.as_role(Role::Specialist).post(&path(id, "besluit"), &decision("result-acted")).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(entries(&house).await, before, "nothing changed");
        went(&body.post(&path(id, "besluit"), &decision("result-acted")).await);
        assert_eq!(dossier(&house, id).await.outcome, Some(Outcome::ResultActed), "{engine}");

        // Where nothing is gathered there is no result.
        let asked = design::testing::published_process(&house).await;
        let plain = contribution(&house, &asked, "Een bank").await.dossier;
        take_to(&house, plain, State::OnAgenda).await;
        let refused = body.post(&path(plain, "besluit"), &decision("result-noted")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {}", refused.body);
    }
}
