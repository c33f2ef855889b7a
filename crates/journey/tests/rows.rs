//! Rows, journal and public steps on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{Attempt, account, attempts, brussels, department, new_dossier, process, start};
use journey::evidence::{self, Screening};
use journey::{
    Act, AnswerBy, Civil, DeliveryStatus, Dossier, Filter, InHands, MIGRATIONS, NewDossier, Open, Outcome, Refusal, State, Step, StepKind,
    Stranding, Verdict,
};
use kernel::{AccountId, Actor, AdviceId, AnswerId, DecisionId, DeliveryId, DepartmentId, DossierId, Instant, SeededRandom, TenantId};
use proptest::strategy::{Strategy as _, ValueTree as _};
use store::testing::{TestStore, engines};
use store::{sql, values};

const DAY: i64 = 86_400;

struct Place {
    test: TestStore,
    tenant: TenantId,
    civil: Civil,
    random: SeededRandom,
}

impl Place {
    async fn at(engine: store::Engine) -> Self {
        let test = store::testing::open(engine, MIGRATIONS).await;
        let random = SeededRandom::new(11);
        Self { test, tenant: TenantId::new(start(), &random), civil: brussels(), random }
    }

    async fn open(&self, new: NewDossier, at: Instant) -> Dossier {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        store::write!(self.test.store, [new, civil], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at, civil: &civil };
            journey::open(tx, &act, new).await
        })
        .await
        .unwrap()
    }

    async fn record(&self, id: DossierId, step: Step, at: Instant) -> Result<Dossier, Refusal> {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        let actor = Actor::Account { account: account(1) };
        // The refusal is taken out of the write as an answer, so that whatever was written before it would be kept.
        store::write!(self.test.store, [step, civil], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            match journey::record(tx, &act, id, step).await {
                Err(Refusal::Store(error)) => Err(error),
                told => Ok(told),
            }
        })
        .await
        .unwrap()
    }

    async fn bundle(&self, from: &Dossier, into: &Dossier, at: Instant) -> Result<Dossier, Refusal> {
        let (tenant, civil, from_id, into_id) = (self.tenant, self.civil.clone(), from.id, into.id);
        let contribution = from.contributions[0].contribution;
        store::write!(self.test.store, [civil], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::bundle(tx, &act, from_id, into_id, contribution).await
        })
        .await
    }

    async fn row(&self, id: DossierId) -> Dossier {
        journey::dossier(&mut self.test.store.read().await.unwrap(), self.tenant, id).await.unwrap().unwrap()
    }

    async fn replayed(&self, id: DossierId) -> Dossier {
        journey::replay(&mut self.test.store.read().await.unwrap(), self.tenant, id).await.unwrap()
    }

    /// The list of what lies still today holds the dossier when, and only when, there is a reason; so on every day around.
    async fn lists_what_lies_still(&self, d: &Dossier, now: Instant) {
        let mut s = self.test.store.read().await.unwrap();
        for days in [0, 1, 30] {
            let at = now.plus_seconds(days * DAY);
            let yesterday = self.civil.today(at).plus_days(-1);
            let still = Filter { due_until: Some(yesterday), ..Filter::default() };
            let listed = journey::list(&mut s, self.tenant, &still, None, 50).await.unwrap();
            let row = listed.iter().find(|row| row.id == d.id);
            let reasons = journey::stranded(d, &self.civil, at);
            let expected = !reasons.is_empty() && d.live().count() > 0;
            assert_eq!(row.is_some(), expected, "{} {:?} {reasons:?}", d.state, d.until);
            if let Some(row) = row {
                assert_eq!(row.stranded(&self.civil, at), reasons);
            }
        }
        self.lists_what_lies_open(&mut s, d).await;
    }

    /// A dossier stands on the lists beside its way that its open matters name, and on no other.
    async fn lists_what_lies_open(&self, s: &mut store::Session, d: &Dossier) {
        let matter = |code: Stranding| d.open_matters().iter().any(|(it, _)| *it == code);
        let hears = |id: DepartmentId| d.touched.iter().any(|it| it.department == id);
        let held = |id: AccountId| d.holder == Some(id);
        let waits = d.holder.is_none() && d.merged.is_none() && d.state.wants_holder(d.asked.is_some());
        for (open, expected) in [
            (Open::Objections, matter(Stranding::X3)),
            (Open::Overtaken, matter(Stranding::X12)),
            (Open::PutOff(None), matter(Stranding::X1)),
            (Open::PutOff(Some(account(0))), held(account(0)) && matter(Stranding::X1)),
            (Open::PutOff(Some(account(1))), held(account(1)) && matter(Stranding::X1)),
            (Open::Unheld, waits || d.holder.is_none() && matter(Stranding::X5) || matter(Stranding::X10)),
            (Open::Unchosen(account(7)), held(account(7)) && matter(Stranding::X5)),
            (Open::Unchosen(account(8)), held(account(8)) && matter(Stranding::X5)),
            (Open::ToHear(department(1)), hears(department(1)) && matter(Stranding::X9)),
            (Open::ToHear(department(2)), hears(department(2)) && matter(Stranding::X9)),
        ] {
            let filter = Filter { open: Some(open), ..Filter::default() };
            let listed = journey::list(s, self.tenant, &filter, None, 50).await.unwrap();
            let row = listed.iter().find(|row| row.id == d.id);
            assert_eq!(row.is_some(), expected && d.live().count() > 0, "{open:?} {:?}", d.state);
            assert!(row.is_none_or(|row| filter.holds(row)), "{open:?}");
        }
        // What calls for whoever assigns can be left out of every other list.
        let calls = matter(Stranding::X3) || waits || d.holder.is_none() && matter(Stranding::X5) || matter(Stranding::X10);
        let process = Some(process());
        let uncalled = Filter { uncalled: true, ..Filter::default() };
        for whole in [Filter::default(), Filter { process, ..Filter::default() }] {
            let filter = Filter { uncalled: true, ..whole.clone() };
            let listed = journey::list(s, self.tenant, &filter, None, 50).await.unwrap();
            assert_eq!(listed.iter().any(|row| row.id == d.id), !calls && d.live().count() > 0, "{:?}", d.state);
            let all = journey::list(s, self.tenant, &whole, None, 50).await.unwrap();
            assert_eq!(listed, all.into_iter().filter(|row| uncalled.holds(row)).collect::<Vec<_>>());
        }
    }

    async fn screened(&self, answer_by: AnswerBy) -> Dossier {
        let d = self.open(new_dossier(&self.random, answer_by), start()).await;
        let first = d.contributions[0].contribution;
        self.record(d.id, Step::PrivacyChecked(evidence::Privacy::by_voice(first, false)), start()).await.unwrap();
        self.record(d.id, Step::Screened(Screening::in_scope_by_carry("idea", None)), start()).await.unwrap()
    }

    async fn decided(&self, answer_by: AnswerBy, outcome: Outcome) -> Dossier {
        let d = self.screened(answer_by).await;
        let at = start();
        let today = self.civil.today(at);
        let steps = [
            Step::Assigned(evidence::Assignment::by_carry(department(1))),
            Step::Accepted(evidence::Acceptance::by_carry(department(1), account(7))),
            Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::FitsIf)),
            Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(at, &self.random))),
            Step::Scheduled(evidence::Agenda::by_carry("college".to_owned(), today)),
            Step::Decided(evidence::Decision::by_carry(DecisionId::new(at, &self.random), outcome, "college", today, None)),
        ];
        for step in steps {
            self.record(d.id, step, at).await.unwrap();
        }
        self.row(d.id).await
    }
}

fn run(test: impl AsyncFn(Place)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for engine in engines() {
        runtime.block_on(async { test(Place::at(engine).await).await });
    }
}

#[test]
fn replay_is_the_row_and_a_refused_step_changes_nothing() {
    run(async |place| {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        for round in 0..12_i64 {
            let steps: Vec<Attempt> = attempts(45).new_tree(&mut runner).unwrap().current();
            let answer_by = AnswerBy::ALL[usize::try_from(round).unwrap() % AnswerBy::ALL.len()];
            let mut now = start();
            let mut d = place.open(new_dossier(&place.random, answer_by), now).await;
            for attempt in &steps {
                now = now.plus_seconds(attempt.days * DAY + 1);
                let Some(step) = attempt.step(&d, place.civil.today(now)) else { continue };
                match place.record(d.id, step, now).await {
                    Ok(after) => d = after,
                    Err(_) => assert_eq!(place.row(d.id).await, d, "a refused step changes nothing"),
                }
                place.lists_what_lies_still(&d, now).await;
            }
            assert_eq!(place.row(d.id).await, d, "the row is what was answered");
            assert_eq!(place.replayed(d.id).await, d, "and what the journal tells");
        }
    });
}

#[test]
fn a_bundle_keeps_each_number_each_way_and_each_answer() {
    run(async |place| {
        let lead = place.screened(AnswerBy::Mail).await;
        let other = place.screened(AnswerBy::Letter).await;
        let (first, second) = (lead.contributions[0].clone(), other.contributions[0].clone());
        let both = place.bundle(&other, &lead, start().plus_seconds(60)).await.unwrap();
        assert_eq!((both.state, both.contributions.len()), (State::Bundled, 2));
        let left = place.row(other.id).await;
        assert_eq!((left.contributions.len(), left.merged), (0, Some(lead.id)));
        for d in [&both, &left] {
            assert_eq!(place.replayed(d.id).await, *d);
        }
        let mut s = place.test.store.read().await.unwrap();
        let found = journey::of_contribution(&mut s, place.tenant, second.contribution).await.unwrap().unwrap();
        assert_eq!(found.id, lead.id, "it travels with the other now");
        let journey = journey::journey(&mut s, place.tenant, &second.number, &place.civil, start()).await.unwrap().unwrap();
        let kinds: Vec<_> = journey.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, ["received", "screened", "joined"], "its own beginning, then the bundle");
        assert_eq!(journey.together, 2);
        let listed = journey::list(&mut s, place.tenant, &Filter::default(), None, 50).await.unwrap();
        assert_eq!(listed.iter().map(|row| (row.id, row.size)).collect::<Vec<_>>(), [(lead.id, 2)], "an empty dossier is in no list");
        drop(s);
        // One author is answered, the other still waits: the dossier is not finished.
        let at = start();
        let today = place.civil.today(at);
        let decision = evidence::Decision::by_carry(DecisionId::new(at, &place.random), Outcome::Partly, "area", today, None).mandated();
        place.record(lead.id, Step::Decided(decision), at.plus_seconds(70)).await.unwrap();
        let answer = Step::Answered(evidence::Motivation::by_answer(AnswerId::new(at, &place.random), first.contribution));
        let d = place.record(lead.id, answer.clone(), at.plus_seconds(80)).await.unwrap();
        assert_eq!((d.state, d.contributions[0].state, d.contributions[1].state), (State::Decided, State::FedBack, State::Decided));
        assert_eq!(place.record(lead.id, answer, at.plus_seconds(90)).await, Err(Refusal::Guard("answered")));
        // The other author withdraws: everybody who is left has an answer.
        let withdrawn = Step::Withdrawn(evidence::Withdrawal::by_voice(second.contribution));
        let d = place.record(lead.id, withdrawn, at.plus_seconds(100)).await.unwrap();
        assert_eq!(d.state, State::FedBack);
        assert_eq!(place.replayed(lead.id).await, d);
    });
}

#[test]
fn who_contests_a_bundle_goes_back_to_an_own_dossier() {
    run(async |place| {
        let lead = place.screened(AnswerBy::None).await;
        let other = place.screened(AnswerBy::None).await;
        let contribution = other.contributions[0].contribution;
        place.bundle(&other, &lead, start().plus_seconds(60)).await.unwrap();
        let together = place.row(lead.id).await;
        let (tenant, civil) = (place.tenant, place.civil.clone());
        let (from, into) = (together.id, other.id);
        let back = store::write!(place.test.store, [civil], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at: start().plus_seconds(120), civil: &civil };
            journey::bundle(tx, &act, from, into, contribution).await
        })
        .await
        .unwrap();
        assert_eq!((back.state, back.merged, back.contributions.len()), (State::Screened, None, 1));
        assert_eq!(place.replayed(other.id).await, back);
        assert_eq!(place.row(lead.id).await.contributions.len(), 1);
    });
}

#[test]
fn a_refused_bundle_changes_neither_dossier() {
    run(async |place| {
        let one = place.screened(AnswerBy::None).await;
        let fresh = place.open(new_dossier(&place.random, AnswerBy::None), start()).await;
        let decided = place.decided(AnswerBy::None, Outcome::Adopted).await;
        assert!(matches!(place.bundle(&fresh, &one, start()).await, Err(Refusal::NotNow { step: StepKind::Left, .. })), "not screened yet");
        assert!(matches!(place.bundle(&one, &decided, start()).await, Err(Refusal::NotNow { step: StepKind::Joined, .. })), "too late");
        assert_eq!(place.bundle(&one, &one, start()).await, Err(Refusal::Guard("bundle")));
        for d in [one, fresh, decided] {
            assert_eq!(place.row(d.id).await, d);
            assert_eq!(place.replayed(d.id).await, d);
        }
    });
}

#[test]
fn the_public_steps_show_no_account_no_delivery_and_no_reaction() {
    run(async |place| {
        let d = place.decided(AnswerBy::Letter, Outcome::Adopted).await;
        let t = d.contributions[0].clone();
        let at = start().plus_seconds(10);
        let delivery = DeliveryId::new(at, &place.random);
        for step in [
            Step::Answered(evidence::Motivation::by_answer(AnswerId::new(at, &place.random), t.contribution)),
            Step::Delivered(evidence::Delivery::by_answer(delivery, t.contribution, AnswerBy::Letter, DeliveryStatus::HandedOver)),
            Step::Reacted(evidence::Reaction::by_answer(t.contribution, Some(false), Some(false), false)),
        ] {
            place.record(d.id, step, at).await.unwrap();
        }
        let mut s = place.test.store.read().await.unwrap();
        let journey = journey::journey(&mut s, place.tenant, &t.number, &place.civil, at).await.unwrap().unwrap();
        let kinds: Vec<_> = journey.steps.iter().map(|step| step.kind).collect();
        assert_eq!(
            kinds,
            ["received", "screened", "assigned", "accepted", "frames-checked", "advice-ready", "scheduled", "decided", "answered"]
        );
        let told = format!("{journey:?}");
        assert!(told.contains(&department(1).to_string()), "the department is public");
        for secret in [account(7).to_string(), account(1).to_string(), delivery.to_string()] {
            assert!(!told.contains(&secret), "{secret} must not be public");
        }
        assert_eq!(journey.answered, Some(at));
        assert_eq!((journey.state, journey.next, journey.stranded), (State::Reaction, vec![], vec![]));
    });
}

#[test]
fn of_a_withdrawn_contribution_only_that_stays() {
    run(async |place| {
        let d = place.decided(AnswerBy::None, Outcome::NotAdopted).await;
        let t = d.contributions[0].clone();
        let withdrawn = Step::Withdrawn(evidence::Withdrawal::by_voice(t.contribution));
        assert_eq!(place.record(d.id, withdrawn, start()).await.unwrap().state, State::Withdrawn);
        let mut s = place.test.store.read().await.unwrap();
        let journey =
            journey::journey(&mut s, place.tenant, &t.number, &place.civil, start().plus_seconds(90 * DAY)).await.unwrap().unwrap();
        assert_eq!(journey.steps.iter().map(|step| step.kind).collect::<Vec<_>>(), ["withdrawn"]);
        assert_eq!((journey.outcome, journey.department, journey.public), (None, None, false));
        assert_eq!(journey.stranded, []);
        let counts = journey::counts(&mut s, place.tenant, process(), place.civil.today(start())).await.unwrap();
        assert_eq!((counts.received, counts.withdrawn), (0, 1));
    });
}

#[test]
fn lists_are_paged_both_ways_and_filtered() {
    run(async |place| {
        let mut all = Vec::new();
        for n in 0..7 {
            all.push(place.open(new_dossier(&place.random, AnswerBy::None), start().plus_seconds(n)).await.id);
        }
        let decided = place.decided(AnswerBy::None, Outcome::Adopted).await;
        let mut s = place.test.store.read().await.unwrap();
        let received = Filter { states: vec![State::Received], process: Some(process()), ..Filter::default() };
        // What is due on the same day comes in the order of ids.
        all.sort_unstable();
        // Received waits for its first look, two days; decided for its answer, ten.
        let mut everything = all.clone();
        everything.push(decided.id);
        for (filter, expected) in [(received, &all), (Filter::default(), &everything)] {
            let mut found = Vec::new();
            let mut after = None;
            loop {
                let page = journey::list(&mut s, place.tenant, &filter, after, 3).await.unwrap();
                let Some(last) = page.last() else { break };
                after = Some((last.due, last.id));
                found.extend(page.iter().map(|row| row.id));
            }
            assert_eq!(found, *expected, "{filter:?}");
        }
        let of = |hands: InHands| Filter { hands, ..Filter::default() };
        let rows = journey::list(&mut s, place.tenant, &Filter::default(), None, 50).await.unwrap();
        let leads: Vec<_> = rows.iter().map(|row| row.lead).collect();
        let led = journey::led_by(&mut s, place.tenant, &leads).await.unwrap();
        assert_eq!(led, rows, "known by their contributions they are the same");
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let mut named = journey::listed(&mut s, place.tenant, &ids).await.unwrap();
        named.sort_by_key(|row| (row.due, row.id));
        assert_eq!(named, rows, "and by their ids");
        for (filter, expected) in [
            (of(InHands::Department(department(1))), 1),
            (Filter { process: Some(process()), ..of(InHands::Department(department(1))) }, 1),
            (Filter { states: vec![State::Received], ..of(InHands::Department(department(1))) }, 0),
            (of(InHands::Department(department(2))), 0),
            (of(InHands::Holder(account(7))), 1),
            (of(InHands::Asked(department(1))), 0),
            (Filter { due_until: Some(place.civil.today(start()).plus_days(3)), ..Filter::default() }, 7),
            (Filter { due_from: Some(place.civil.today(start()).plus_days(4)), ..Filter::default() }, 1),
            (Filter { due_until: Some(place.civil.today(start()).plus_days(-1)), ..Filter::default() }, 0),
            (Filter { department: Some(department(1)), ..Filter::default() }, 1),
            (Filter { department: Some(department(2)), ..Filter::default() }, 0),
            (Filter { since: Some(start().plus_seconds(2)), states: vec![State::Received], ..Filter::default() }, 3),
            (Filter { open: Some(Open::Objections), ..Filter::default() }, 0),
        ] {
            let found = journey::list(&mut s, place.tenant, &filter, None, 50).await.unwrap();
            assert_eq!(found.len(), expected, "{filter:?}");
            let held: Vec<_> = led.iter().filter(|row| filter.holds(row)).cloned().collect();
            assert_eq!(held, found, "{filter:?}");
        }
        let row = journey::list(&mut s, place.tenant, &of(InHands::Holder(account(7))), None, 1).await.unwrap();
        assert_eq!((row[0].id, &row[0].number), (decided.id, &decided.contributions[0].number));
    });
}

#[test]
fn each_department_that_is_to_be_heard_stays_on_its_list_until_it_was_heard_itself() {
    run(async |place| {
        // Also where both were listed before departments were told apart: once, under the municipality.
        for told_apart in [true, false] {
            let (id, at) = (place.screened(AnswerBy::None).await.id, start());
            // The second one later, so that the day along which the list runs moves when the first one is heard.
            for (step, days) in [
                (Step::Assigned(evidence::Assignment::by_carry(department(1))), 0),
                (Step::Accepted(evidence::Acceptance::by_carry(department(1), account(7))), 0),
                (Step::Touched(evidence::ConsultRequest::by_carry(department(2))), 0),
                (Step::Touched(evidence::ConsultRequest::by_carry(department(3))), 1),
            ] {
                place.record(id, step, at.plus_seconds(days * DAY)).await.unwrap();
            }
            let heard = async |n: u64, days: i64| {
                let step = Step::Consulted(evidence::Consult::by_carry(department(n), "agrees".to_owned()));
                place.record(id, step, at.plus_seconds(days * DAY)).await.unwrap();
            };
            let listed = async || {
                let mut s = place.test.store.read().await.unwrap();
                let mut found = Vec::new();
                for n in 1..5 {
                    let filter = Filter { open: Some(Open::ToHear(department(n))), ..Filter::default() };
                    let rows = journey::list(&mut s, place.tenant, &filter, None, 50).await.unwrap();
                    found.extend(rows.iter().filter(|row| row.id == id).map(|row| (n, row.due)));
                }
                found
            };
            let whose = async || listed().await.into_iter().map(|(n, _)| n).collect::<Vec<u64>>();
            if !told_apart {
                let (tenant, other) = (place.tenant, department(3));
                store::write!(place.test.store, [], |tx| {
                    let one = sql!("DELETE FROM open_matter WHERE tenant = $1 AND list = 'to-hear' AND dossier = $2 AND whom = $3");
                    tx.run(one, &values![tenant, id, other]).await?;
                    let all = sql!("UPDATE open_matter SET whom = tenant WHERE tenant = $1 AND list = 'to-hear' AND dossier = $2");
                    tx.run(all, &values![tenant, id]).await
                })
                .await
                .unwrap();
            }
            assert_eq!(whose().await, [2, 3], "{told_apart}: both are to be heard");
            let before = listed().await[0].1;
            heard(2, 2).await;
            let after = listed().await;
            assert_eq!(after.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [3], "{told_apart}: one was heard, the other was not");
            assert!(after[0].1 > before, "{told_apart}: its own day counts from now on");
            heard(3, 3).await;
            assert_eq!(whose().await, Vec::<u64>::new(), "{told_apart}: nobody is to be heard any more");
        }
    });
}

#[test]
fn what_was_put_off_before_it_was_listed_is_found_by_the_migration() {
    run(async |place| {
        let (id, at) = (place.screened(AnswerBy::None).await.id, start());
        let until = place.civil.today(at).plus_days(90);
        let decision = DecisionId::new(at, &place.random);
        let decided = evidence::Decision::by_carry(decision, Outcome::Deferred, "college", place.civil.today(at), Some(until));
        let first = place.row(id).await.contributions[0].contribution;
        for step in [
            Step::Assigned(evidence::Assignment::by_carry(department(1))),
            Step::Accepted(evidence::Acceptance::by_carry(department(1), account(7))),
            Step::Decided(decided.mandated()),
            Step::Answered(evidence::Motivation::by_answer(AnswerId::new(at, &place.random), first)),
        ] {
            place.record(id, step, at).await.unwrap();
        }
        let listed = async || {
            let mut s = place.test.store.read().await.unwrap();
            let filter = Filter { open: Some(Open::PutOff(Some(account(7)))), ..Filter::default() };
            let rows = journey::list(&mut s, place.tenant, &filter, None, 50).await.unwrap();
            rows.iter().map(|row| (row.id, row.due)).collect::<Vec<_>>()
        };
        assert_eq!(listed().await, [(id, until)]);
        store::write!(place.test.store, [], |tx| {
            tx.run("UPDATE dossier SET matters_until = NULL, due = '9999-12-31'", &[]).await?;
            tx.run("DELETE FROM open_matter", &[]).await
        })
        .await
        .unwrap();
        assert_eq!(listed().await, []);
        store::write!(place.test.store, [], |tx| {
            for part in MIGRATIONS[6].sql.split(";\n") {
                tx.run(part, &[]).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        assert_eq!(listed().await, [(id, until)]);
        // Its next step finds it as if it had always stood there.
        place.record(id, Step::Resumed(evidence::Resumption::by_carry(None)), at).await.unwrap();
        assert_eq!(listed().await, []);
        assert_eq!(place.row(id).await.state, State::Assessed);
    });
}

#[test]
fn the_counts_agree_with_what_is_computed_for_each() {
    run(async |place| {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut now = start();
        let mut dossiers = Vec::new();
        for _ in 0..14 {
            let mut d = place.open(new_dossier(&place.random, AnswerBy::Letter), now).await;
            for attempt in attempts(30).new_tree(&mut runner).unwrap().current() {
                let Some(step) = attempt.step(&d, place.civil.today(now)) else { continue };
                // Each dossier keeps its one contribution, so that dossiers and contributions can be compared.
                if matches!(step.kind(), StepKind::Joined | StepKind::Left) {
                    continue;
                }
                if let Ok(after) = place.record(d.id, step, now).await {
                    d = after;
                }
            }
            dossiers.push(d);
            now = now.plus_seconds(3 * DAY);
        }
        let later = now.plus_seconds(20 * DAY);
        let mut s = place.test.store.read().await.unwrap();
        let counts = journey::counts(&mut s, place.tenant, process(), place.civil.today(later)).await.unwrap();
        let all = journey::counts_of_all(&mut s, place.tenant, place.civil.today(later)).await.unwrap();
        assert_eq!(counts, all, "there is one process");
        let live: Vec<_> = dossiers.iter().flat_map(Dossier::live).collect();
        assert_eq!(counts.received, i64::try_from(live.len()).unwrap());
        assert_eq!(counts.withdrawn, i64::try_from(dossiers.len() - live.len()).unwrap());
        assert_eq!(counts.answered, i64::try_from(live.iter().filter(|t| t.answered.is_some()).count()).unwrap());
        let ids: Vec<_> = live.iter().map(|t| t.contribution).collect();
        let journeys = journey::journeys(&mut s, place.tenant, &ids, &place.civil, later).await.unwrap();
        assert_eq!(journeys.iter().map(|j| j.contribution).collect::<Vec<_>>(), ids, "in the order in which they were asked for");
        let stranded = journeys.iter().filter(|j| !j.stranded.is_empty()).count();
        assert_eq!(counts.stranded, i64::try_from(stranded).unwrap());
        let by_dossier = dossiers.iter().filter(|d| !journey::stranded(d, &place.civil, later).is_empty()).count();
        assert_eq!(by_dossier, stranded, "dossier and journey agree");
        assert!(stranded > 3 && stranded < live.len(), "some lie still and some do not");
    });
}

#[test]
fn the_median_is_that_of_the_answers() {
    run(async |place| {
        for days in [0, 3, 10] {
            let d = place.decided(AnswerBy::None, Outcome::Adopted).await;
            let contribution = d.contributions[0].contribution;
            let answer = Step::Answered(evidence::Motivation::by_answer(AnswerId::new(start(), &place.random), contribution));
            place.record(d.id, answer, start().plus_seconds(days * DAY + 5)).await.unwrap();
        }
        place.screened(AnswerBy::None).await;
        let mut s = place.test.store.read().await.unwrap();
        let counts = journey::counts_of_all(&mut s, place.tenant, place.civil.today(start())).await.unwrap();
        assert_eq!((counts.received, counts.answered, counts.median_days), (4, 3, Some(4)));
        let nobody = journey::counts_of_all(&mut s, TenantId::new(start(), &place.random), place.civil.today(start())).await.unwrap();
        assert_eq!((nobody.received, nobody.median_days), (0, None));
    });
}

#[test]
fn another_tenant_sees_and_moves_nothing() {
    run(async |place| {
        let d = place.screened(AnswerBy::None).await;
        let t = d.contributions[0].clone();
        let neighbour = Place { tenant: TenantId::new(start(), &SeededRandom::new(99)), random: SeededRandom::new(5), ..place };
        let assigned = Step::Assigned(evidence::Assignment::by_carry(department(1)));
        assert_eq!(neighbour.record(d.id, assigned, start()).await, Err(Refusal::Missing));
        let mut s = neighbour.test.store.read().await.unwrap();
        assert_eq!(journey::dossier(&mut s, neighbour.tenant, d.id).await.unwrap(), None);
        assert_eq!(journey::of_contribution(&mut s, neighbour.tenant, t.contribution).await.unwrap(), None);
        assert_eq!(journey::journey(&mut s, neighbour.tenant, &t.number, &neighbour.civil, start()).await.unwrap(), None);
        assert_eq!(journey::journeys(&mut s, neighbour.tenant, &[t.contribution], &neighbour.civil, start()).await.unwrap(), []);
        assert_eq!(journey::steps(&mut s, neighbour.tenant, t.contribution).await.unwrap(), []);
        assert_eq!(journey::list(&mut s, neighbour.tenant, &Filter::default(), None, 50).await.unwrap(), []);
        assert_eq!(journey::replay(&mut s, neighbour.tenant, d.id).await, Err(store::Error::Missing));
    });
}

#[test]
fn a_dossier_that_strands_says_so_on_its_public_journey() {
    run(async |place| {
        let d = place.screened(AnswerBy::None).await;
        place.record(d.id, Step::Assigned(evidence::Assignment::by_carry(department(2))), start()).await.unwrap();
        let mut s = place.test.store.read().await.unwrap();
        let later = start().plus_seconds(14 * DAY);
        let journey = journey::journey(&mut s, place.tenant, &d.contributions[0].number, &place.civil, later).await.unwrap().unwrap();
        assert_eq!(journey.stranded[0].code, Stranding::X2);
        assert_eq!(journey.asked, Some(department(2)), "and where it lies");
    });
}

#[test]
fn every_statement_is_understood_and_every_key_begins_with_the_tenant() {
    run(async |place| {
        let statements = store::testing::statements(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        assert!(statements.len() > 10, "the statements are found");
        assert_eq!(store::testing::prepare_all(&place.test, &statements).await, Vec::<String>::new());
        assert_eq!(store::testing::keys_without_tenant(&place.test).await, Vec::<String>::new());
    });
}

#[test]
fn only_the_room_it_names_gives_evidence() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut wrong = Vec::new();
    for room in std::fs::read_dir(crates).unwrap().map(|entry| entry.unwrap().path()) {
        let name = room.file_name().unwrap().to_string_lossy().into_owned();
        let mut open = vec![room.join("src")];
        while let Some(folder) = open.pop() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            for path in entries.map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    for giver in ["voice", "carry", "answer", "deliver", "learn"] {
                        if name != giver && name != "journey" && text.contains(&format!("by_{giver}(")) {
                            wrong.push(format!("{} gives evidence of {giver}", path.display()));
                        }
                    }
                    if name != "journey" && text.contains("by_journey(") {
                        wrong.push(format!("{} gives evidence of journey", path.display()));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_told_to_many_authors_at_once_stands_as_if_each_were_told_alone() {
    for engine in engines() {
        let place = Place::at(engine).await;
        let at = start();
        let into = place.open(new_dossier(&SeededRandom::new(100), AnswerBy::None), at).await;
        let privacy = |d: &Dossier| Step::PrivacyChecked(evidence::Privacy::by_voice(d.contributions[0].contribution, false));
        let in_scope = || Step::Screened(Screening::in_scope_by_carry("survey-answer", None));
        place.record(into.id, privacy(&into), at).await.unwrap();
        place.record(into.id, in_scope(), at).await.unwrap();
        for nth in 1..5 {
            let one = place.open(new_dossier(&SeededRandom::new(100 + nth), AnswerBy::Letter), at).await;
            place.record(one.id, privacy(&one), at).await.unwrap();
            let one = place.record(one.id, in_scope(), at).await.unwrap();
            place.bundle(&one, &into, at).await.unwrap();
        }
        let decision =
            evidence::Decision::by_carry(DecisionId::new(at, &place.random), Outcome::Partly, "wijk", brussels().today(at), None);
        let decided = place.record(into.id, Step::Decided(decision.mandated()), at).await.unwrap();
        let answer = |nth: usize| {
            let contribution = decided.contributions[nth].contribution;
            Step::Answered(evidence::Motivation::by_answer(AnswerId::new(at, &place.random), contribution))
        };
        let steps: Vec<Step> = (0..5).map(answer).collect();
        let (tenant, civil, id) = (place.tenant, place.civil.clone(), into.id);
        // One of them twice: none is set.
        let twice = [steps.clone(), vec![answer(2)]].concat();
        let refused = store::write!(place.test.store, [civil, twice], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::record_all(tx, &act, id, twice).await
        })
        .await;
        assert!(matches!(refused, Err(Refusal::Guard("answered"))), "{refused:?}");
        let mut s = place.test.store.read().await.unwrap();
        assert_eq!(journey::dossier(&mut s, tenant, id).await.unwrap(), Some(decided.clone()));
        drop(s);
        let after = store::write!(place.test.store, [civil, steps], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::record_all(tx, &act, id, steps).await
        })
        .await
        .unwrap();
        assert_eq!((after.state, after.events), (State::FedBack, decided.events + 5));
        let mut s = place.test.store.read().await.unwrap();
        assert_eq!(journey::dossier(&mut s, tenant, id).await.unwrap(), Some(after.clone()), "the row");
        assert_eq!(journey::replay(&mut s, tenant, id).await.unwrap(), after, "the journal");
    }
}
