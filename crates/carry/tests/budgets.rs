//! Budgets with shares: pooled, off the cycle, with a queue (F1 S8, E7). Over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::across::{AskingMeans, MeansAnswer, answer_part, ask_means};
use carry::testing::{Hand, contribution, dossier, house, said, take_to};
use carry::{Budget, BudgetKind, Refusal, Rule, Share};
use journey::{State, Stranding};
use kernel::{BudgetId, DepartmentId, DossierId, Money};
use people::testing::{Page, TestHouse};
use people::{Role, Scope};
use store::testing::engines;

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn went(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap_or_default()
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 2000).await.unwrap().len()
}

async fn budget(house: &TestHouse, id: BudgetId) -> Budget {
    carry::budget(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap().unwrap()
}

/// A budget of which the controller wrote down the shares.
async fn written(house: &TestHouse, kind: BudgetKind, shares: &[(DepartmentId, i64)], in_days: Option<i64>) -> BudgetId {
    let id = BudgetId::new(house.app.clock.now(), house.app.random.as_ref());
    let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
    let share = |(department, euros): &(DepartmentId, i64)| Share {
        department: *department,
        holder: None,
        amount: Money::from_cents(euros * 100),
        committed: Money::from_cents(0),
    };
    let budget = Budget {
        id,
        name: format!("Pot {}", kind.code()),
        kind,
        cycle: "2027".to_owned(),
        next: in_days.map(|days| today.plus_days(days)),
        ended: None,
        shares: shares.iter().map(share).collect(),
    };
    let hand = Hand::of(house, Role::Controller);
    store::write!(house.store(), [hand, budget], |tx| carry::budgets::save(tx, &hand.doing(), &budget).await).await.unwrap();
    id
}

#[tokio::test]
async fn each_share_of_a_pool_is_committed_by_its_own_holder_and_the_dossier_waits_for_all() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let (finance, space) = (house.leyhoven.finance, house.leyhoven.public_space);
        let head = house.account(Role::DepartmentHead);
        house.give(head, Role::BudgetHolder, Scope::Department(space)).await.unwrap();
        let controller = house.as_role(Role::Controller);
        for language in ["nl", "en"] {
            let page = controller.get(&format!("/werk/budgetten/nieuw?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
        }
        controller.get("/werk/budgetten?taal=nl").await;
        let (first, second) = (finance.to_string(), space.to_string());
        let one =
            [("name", "Samen voor de wijk"), ("kind", "pooled"), ("next", "2027-01-10"), ("department-1", &first), ("amount-1", "2.000")];
        let both = [one.as_slice(), &[("department-2", second.as_str()), ("amount-2", "1.000,00")]].concat();
        let refused = controller.post("/werk/budgetten/nieuw", &one).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("ten minste twee delen"), "{}", refused.body);
        assert!(refused.shows("Samen voor de wijk") && refused.shows("2.000"), "nothing typed is lost");
        let before = entries(&house).await;
        for role in [Role::BudgetHolder, Role::Specialist, Role::DecisionMaker, Role::Administrator, Role::Intermediary] {
            assert_eq!(house.as_role(role).post("/werk/budgetten/nieuw", &both).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before);
        let made = went(&controller.post("/werk/budgetten/nieuw", &both).await);
        let pool: BudgetId = made.rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(house.as_role(Role::Specialist).get(&made).await.status, StatusCode::FORBIDDEN, "who neither keeps nor holds a budget");
        assert_eq!(house.as_neighbour(Role::Controller).get(&made).await.status, StatusCode::NOT_FOUND);

        // The whole pool is asked, each share in its measure; the form shows what is left.
        let specialist = house.as_role(Role::Specialist);
        let shown = specialist.get(&path(id, "middelen")).await;
        assert!(shown.shows("alle diensten samen") && shown.shows("€\u{a0}3.000"), "{}", shown.body);
        let whole = format!("{pool}.all");
        let ask = [("budget", whole.as_str()), ("euros", "900"), ("purpose", "Vijf bomen en drie jaar water.")];
        let without = specialist.post(&path(id, "middelen"), &[ask[0], ask[2]]).await;
        assert!(without.status == StatusCode::UNPROCESSABLE_ENTITY && without.shows("drie jaar water"), "{}", without.body);
        went(&specialist.post(&path(id, "middelen"), &ask).await);
        assert_eq!(specialist.post(&path(id, "middelen"), &ask).await.status, StatusCode::UNPROCESSABLE_ENTITY, "asked once");
        let waits = dossier(&house, id).await;
        assert_eq!((waits.state, waits.awaiting.len()), (State::Means, 2));
        assert_eq!(specialist.get(&path(id, "advies")).await.status, StatusCode::CONFLICT, "nobody advises over what is not there");

        // Each holder sees and commits only the own share.
        let holder = house.as_role(Role::BudgetHolder);
        for language in ["nl", "en"] {
            let page = holder.get(&format!("{}?taal={language}", path(id, "middelen/antwoord"))).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
            assert!(
                page.shows("600") && !page.shows("€\u{a0}300") && !page.shows("€300"),
                "the share of another is not theirs: {}",
                page.body
            );
        }
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::Controller, Role::DecisionMaker, Role::ParticipationOfficer] {
            let page = house.as_role(role).post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{engine}: {role}");
        }
        assert_eq!(entries(&house).await, before);
        holder.get("/werk?taal=nl").await;
        went(&holder.post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await);
        let half = dossier(&house, id).await;
        assert_eq!((half.state, half.means, half.asked), (State::Means, Some((space, false)), Some(space)), "{engine}");
        assert_eq!(holder.post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await.status, StatusCode::FORBIDDEN);
        let of = budget(&house, pool).await;
        assert_eq!(of.share(finance).unwrap().committed, Money::from_cents(60_000));
        assert_eq!(of.share(space).unwrap().committed, Money::from_cents(0));

        // The other one says no, with a reason; every part has an answer then, and the dossier goes on with what there is.
        let no = [("answer", "no"), ("motive", "Onze riolering gaat voor.")];
        went(&house.as_account(head).post(&path(id, "middelen/antwoord"), &no).await);
        let after = dossier(&house, id).await;
        assert_eq!((after.state, after.means, after.asked), (State::Means, Some((finance, true)), None), "{engine}");
        let mut s = house.store().read().await.unwrap();
        let first = after.contributions[0].contribution;
        let kinds: Vec<&str> = journey::steps(&mut s, house.tenant(), first).await.unwrap().iter().map(|step| step.kind).collect();
        drop(s);
        assert_eq!(kinds[kinds.len() - 4..], ["means-awaited", "means-awaited", "means-committed", "means-refused"], "{engine}");
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld voor drie.")];
        went(&specialist.post(&path(id, "advies"), &advice).await);
        let list = controller.get("/werk/budgetten").await;
        assert!(list.shows("€\u{a0}600") && list.shows("€\u{a0}2.400"), "{}", list.body);
        let page = controller.get(&made).await;
        assert!(page.shows("Vijf bomen en drie jaar water.") && page.shows("Toegezegd op"), "{}", page.body);
        assert!(holder.get(&made).await.shows("€\u{a0}1.400"), "who holds a share sees what is left");

        // A share is not made smaller than what is committed of it, and not left out once it was asked.
        let change = format!("{made}/wijzigen");
        assert!(controller.get(&change).await.shows("Samen voor de wijk"));
        let less = [&both[..4], &[("amount-1", "500"), ("department-2", second.as_str()), ("amount-2", "1.000")]].concat();
        assert_eq!(controller.post(&change, &less).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn whoever_commits_at_the_same_moment_never_overspends_an_envelope() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let finance = house.leyhoven.finance;
        let pot = written(&house, BudgetKind::OffCycle, &[(finance, 1_000)], None).await;
        let amounts = [400_i64, 350, 300, 250, 500, 200, 150];
        let mut asked = Vec::new();
        for euros in amounts {
            let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
            take_to(&house, id, State::Assessed).await;
            let asking = AskingMeans { department: finance, euros: Some(euros), budget: Some(pot), purpose: said("Hout"), next_date: None };
            let hand = Hand::of(&house, Role::Specialist);
            store::write!(house.store(), [hand, asking], |tx| ask_means(tx, &hand.doing(), id, &asking).await.map(drop)).await.unwrap();
            asked.push((id, euros));
        }
        let all: Vec<_> = asked
            .iter()
            .map(|(id, euros)| {
                let (store, hand, id, euros) = (house.store().clone(), Hand::of(&house, Role::BudgetHolder), *id, *euros);
                tokio::spawn(async move {
                    let answer = MeansAnswer::Commit { motive: None };
                    let done = store::write!(store, [hand, answer], |tx| answer_part(tx, &hand.doing(), id, 1, &answer).await).await;
                    (id, euros, done)
                })
            })
            .collect();
        let mut spent = 0;
        for task in all {
            let (id, euros, done) = task.await.unwrap();
            match done {
                Ok(()) => spent += euros,
                Err(Refusal::Rule(Rule::NothingLeft)) => {
                    let still = dossier(&house, id).await;
                    assert_eq!((still.state, still.means), (State::Means, Some((finance, false))), "{engine}: it keeps waiting");
                }
                Err(other) => panic!("{engine}: {other}"),
            }
        }
        let after = budget(&house, pot).await;
        assert!((850..=1_000).contains(&spent), "{engine}: as much as fits, and never more: {spent}");
        assert_eq!(after.committed(), Money::from_cents(spent * 100), "{engine}");
    }
}

#[tokio::test]
async fn what_finds_no_money_stands_in_a_queue_with_a_public_date_and_what_is_refused_gives_its_money_back() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let finance = house.leyhoven.finance;
        let year = written(&house, BudgetKind::Yearly, &[(finance, 100)], Some(90)).await;
        let next = budget(&house, year).await.next.unwrap();
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let (specialist, holder) = (house.as_role(Role::Specialist), house.as_role(Role::BudgetHolder));
        specialist.get("/werk?taal=nl").await;
        holder.get("/werk?taal=nl").await;
        let share = format!("{year}.{finance}");
        went(&specialist.post(&path(id, "middelen"), &[("budget", &share), ("euros", "250"), ("purpose", "Drie bomen.")]).await);
        let waits = dossier(&house, id).await;
        assert_eq!((waits.state, waits.until), (State::Means, Some(next)), "{engine}: until the budget is decided about again");
        assert!(specialist.get(&format!("/werk/dossiers/{id}")).await.shows("In de wachtrij tot"));
        house.clock.advance_days(60);
        let still = |it: &journey::Dossier| journey::stranded(it, &house.leyhoven.tenant.civil, house.app.clock.now());
        assert!(still(&dossier(&house, id).await).is_empty(), "{engine}: in the queue nothing lies still");
        let yes = holder.post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await;
        assert!(yes.status == StatusCode::UNPROCESSABLE_ENTITY && yes.shows("Zo veel is er niet meer"), "{}", yes.body);
        // Put off once more, with a day that is public; a day that has been is none.
        let later = next.plus_days(30).to_string();
        let past = holder.post(&path(id, "middelen/antwoord"), &[("answer", "later"), ("until", "2020-01-01")]).await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && past.shows("2020-01-01"), "{}", past.body);
        went(&holder.post(&path(id, "middelen/antwoord"), &[("answer", "later"), ("until", &later)]).await);
        assert_eq!(dossier(&house, id).await.until, Some(next.plus_days(30)));
        house.clock.advance_days(70);
        assert_eq!(
            still(&dossier(&house, id).await).first().map(|it| it.code),
            Some(Stranding::X4),
            "{engine}: over its day it lies still"
        );

        // The new year has money.
        let mut more = budget(&house, year).await;
        more.shares[0].amount = Money::from_cents(30_000);
        let hand = Hand::of(&house, Role::Controller);
        store::write!(house.store(), [hand, more], |tx| carry::budgets::save(tx, &hand.doing(), &more).await).await.unwrap();
        went(&holder.post(&path(id, "middelen/antwoord"), &[("answer", "yes")]).await);
        assert_eq!(budget(&house, year).await.left(), Money::from_cents(5_000));
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld.")];
        went(&specialist.post(&path(id, "advies"), &advice).await);
        take_to(&house, id, State::OnAgenda).await;
        carry::testing::decide(&house, id, journey::Outcome::NotAdopted).await;
        assert_eq!(budget(&house, year).await.left(), Money::from_cents(30_000), "{engine}: what is not carried out spends nothing");
    }
}

#[tokio::test]
async fn where_one_person_holds_a_share_nobody_else_of_that_role_commits_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let (finance, head) = (house.leyhoven.finance, house.account(Role::DepartmentHead));
        house.give(head, Role::BudgetHolder, Scope::Department(finance)).await.unwrap();
        let pot = written(&house, BudgetKind::OffCycle, &[(finance, 1_000)], None).await;
        let mut named = budget(&house, pot).await;
        named.shares[0].holder = Some(head);
        let hand = Hand::of(&house, Role::Controller);
        store::write!(house.store(), [hand, named], |tx| carry::budgets::save(tx, &hand.doing(), &named).await).await.unwrap();
        let id = contribution(&house, &process, "Bomen op het plein").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let asking = AskingMeans { department: finance, euros: Some(10), budget: Some(pot), purpose: said("Hout"), next_date: None };
        let hand = Hand::of(&house, Role::Specialist);
        store::write!(house.store(), [hand, asking], |tx| ask_means(tx, &hand.doing(), id, &asking).await.map(drop)).await.unwrap();
        let yes = [("answer", "yes")];
        let page = house.as_role(Role::BudgetHolder).post(&path(id, "middelen/antwoord"), &yes).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{engine}: {}", page.body);
        went(&house.as_account(head).post(&path(id, "middelen/antwoord"), &yes).await);
        assert_eq!(dossier(&house, id).await.means, Some((finance, true)), "{engine}");
    }
}

/// The author takes a contribution back with the follow code, over the page.
async fn taken_back(house: &TestHouse, receipt: &voice::Receipt) {
    let code = receipt.follow_code.as_ref().map(kernel::FollowCode::reveal).unwrap();
    let form = [("erasure", "hide"), ("code", code.as_str())];
    went(&house.visitor().post(&format!("/bijdragen/{}/intrekken", receipt.number), &form).await);
}

/// Asks so much of a budget for a dossier, and has its holder commit it when `commit`.
async fn asked(house: &TestHouse, id: DossierId, (pot, department): (BudgetId, DepartmentId), euros: i64, commit: bool) {
    let asking = AskingMeans { department, euros: Some(euros), budget: Some(pot), purpose: said("Hout"), next_date: None };
    let hand = Hand::of(house, Role::Specialist);
    store::write!(house.store(), [hand, asking], |tx| ask_means(tx, &hand.doing(), id, &asking).await.map(drop)).await.unwrap();
    if commit {
        let (hand, yes) = (Hand::of(house, Role::BudgetHolder), MeansAnswer::Commit { motive: None });
        let done = store::write!(house.store(), [hand, yes], |tx| answer_part(tx, &hand.doing(), id, 1, &yes).await).await;
        assert!(matches!(done, Ok(()) | Err(Refusal::Rule(Rule::NothingLeft))), "{done:?}");
    }
}

/// Whether the journal holds that means were given back.
async fn released(house: &TestHouse) -> bool {
    let mut s = house.store().read().await.unwrap();
    let told = store::journal::latest(&mut s, house.tenant(), None, None, 2000).await.unwrap();
    told.iter().any(|it| it.kind == "carry.budget-released")
}

#[tokio::test]
async fn what_its_author_takes_back_gives_the_money_back_and_what_others_travel_with_does_not() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let finance = house.leyhoven.finance;
        let pot = written(&house, BudgetKind::OffCycle, &[(finance, 1_000)], None).await;
        let alone = contribution(&house, &process, "Bomen op het plein").await;
        let [one, other] = [contribution(&house, &process, "Een bank").await, contribution(&house, &process, "Zitplaatsen").await];
        let waits = contribution(&house, &process, "Een put").await;
        for receipt in [&one, &other] {
            take_to(&house, receipt.dossier, State::Screened).await;
        }
        let (into, chosen, hand) = (one.dossier, [other.id], Hand::of(&house, Role::ParticipationOfficer));
        store::write!(house.store(), [hand], |tx| carry::bundles::merge(tx, &hand.doing(), Some(into), &chosen).await).await.unwrap();
        for (receipt, euros, commit) in [(&alone, 300, true), (&one, 200, true), (&waits, 100, false)] {
            take_to(&house, receipt.dossier, State::Assessed).await;
            asked(&house, receipt.dossier, (pot, finance), euros, commit).await;
        }
        assert_eq!(budget(&house, pot).await.committed(), Money::from_cents(50_000));
        assert!(!released(&house).await, "{engine}: nothing was given back yet");
        taken_back(&house, &alone).await;
        assert_eq!(budget(&house, pot).await.committed(), Money::from_cents(20_000), "{engine}");
        assert!(released(&house).await, "{engine}: written down in the journal");
        taken_back(&house, &one).await;
        assert_eq!(budget(&house, pot).await.committed(), Money::from_cents(20_000), "{engine}: another author still waits for it");
        taken_back(&house, &waits).await;
        let controller = house.as_role(Role::Controller);
        let page = controller.get(&format!("/werk/budgetten/{pot}?taal=nl")).await;
        assert!(page.shows("Terug naar het budget op") && page.shows("niet meer gevraagd") && !page.shows("⟦"), "{}", page.body);
        taken_back(&house, &other).await;
        assert_eq!(budget(&house, pot).await.committed(), Money::from_cents(0), "{engine}: nobody is left");
    }
}

/// A few numbers that follow from a seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

#[tokio::test]
async fn what_is_committed_of_a_share_is_the_sum_of_its_open_commitments_whatever_happens() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let finance = house.leyhoven.finance;
        let pot = written(&house, BudgetKind::OffCycle, &[(finance, 900)], None).await;
        let mut numbers = Numbers(2026);
        let (mut ready, mut done, mut released) = (Vec::new(), Vec::new(), 0);
        for step in 0..24 {
            match numbers.below(4) {
                0 | 1 => {
                    let one = contribution(&house, &process, "Bomen op het plein").await;
                    take_to(&house, one.dossier, State::Assessed).await;
                    asked(&house, one.dossier, (pot, finance), 50 + 10 * i64::try_from(numbers.below(20)).unwrap(), numbers.below(4) > 0)
                        .await;
                    ready.push(one);
                }
                2 if !ready.is_empty() => {
                    let one = ready.swap_remove(numbers.below(ready.len()));
                    taken_back(&house, &one).await;
                }
                _ if !ready.is_empty() => {
                    let one = ready.swap_remove(numbers.below(ready.len()));
                    if dossier(&house, one.dossier).await.means == Some((finance, true)) {
                        let advising = carry::Advising {
                            fit: journey::Verdict::Fits,
                            condition: None,
                            words: said("Doe het."),
                            motive: said("Er is geld."),
                            reply: None,
                            result: None,
                        };
                        let (id, hand) = (one.dossier, Hand::of(&house, Role::Specialist));
                        store::write!(house.store(), [hand, advising], |tx| carry::act::advise(tx, &hand.doing(), id, &advising).await)
                            .await
                            .unwrap();
                        take_to(&house, id, State::OnAgenda).await;
                        let no = numbers.below(2) == 0;
                        carry::testing::decide(&house, id, if no { journey::Outcome::NotAdopted } else { journey::Outcome::Adopted }).await;
                        done.push(one);
                    }
                }
                _ if !done.is_empty() => taken_back(&house, &done.swap_remove(numbers.below(done.len()))).await,
                _ => {}
            }
            let mut s = house.store().read().await.unwrap();
            let all = carry::asked_of_budget(&mut s, house.tenant(), pot, None, 500).await.unwrap();
            drop(s);
            let open = all.iter().filter(|(_, it)| it.committed == Some(true) && it.released_at.is_none());
            let open: i64 = open.filter_map(|(_, it)| it.euros).sum();
            released = all.iter().filter(|(_, it)| it.committed == Some(true) && it.released_at.is_some()).count();
            let after = budget(&house, pot).await;
            assert_eq!(after.committed(), Money::from_cents(open * 100), "{engine}: after step {step}");
            assert!(after.left().cents() >= 0, "{engine}: never more than there is");
        }
        assert!(released > 0, "{engine}: something was given back on the way");
    }
}
