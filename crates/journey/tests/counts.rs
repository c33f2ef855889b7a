//! The counters are what a recount says, whatever was done, on both engines; and lists are read from an index.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{Attempt, attempts, brussels, new_dossier, process, start};
use journey::evidence::{self, Screening};
use journey::{Act, AnswerBy, Civil, Counts, Dossier, MIGRATIONS, Refusal, State, Step, StepKind, Stranding, Track};
use kernel::{Actor, Date, DossierId, Instant, SeededRandom, TenantId};
use proptest::strategy::{Strategy as _, ValueTree as _};
use std::path::Path;
use store::testing::{TestStore, engines, statements};
use store::{Engine, Store, sql, values};

const DAY: i64 = 86_400;

/// The counts, from the dossiers one by one.
fn recounted(all: &[Dossier], civil: &Civil, at: Instant) -> Counts {
    let mut counts = Counts::default();
    let mut took = Vec::new();
    for (d, t) in all.iter().flat_map(|d| d.contributions.iter().map(move |t| (d, t))) {
        if t.track == Track::Withdrawn {
            counts.withdrawn += 1;
            continue;
        }
        counts.received += 1;
        counts.screened += i64::from(d.state != State::Received);
        counts.decided += i64::from(d.outcome.is_some());
        counts.answered += i64::from(t.answered.is_some());
        let waits = matches!(t.track, Track::Along | Track::FedBack);
        // Of a decision that came too early everybody hears, also once the author was answered (F3 X12); and what was put off lies
        // still although every author was (X1).
        let put_off = d.put_off_until().is_some();
        let still = journey::stranded(d, civil, at);
        let counts_here = |code: Stranding| waits || code == Stranding::X12 || (put_off && code == Stranding::X1);
        counts.stranded += i64::from(still.iter().any(|one| counts_here(one.code)));
        took.extend(t.answered.map(|answered| (answered.micros() - t.received.micros()) / 86_400_000_000 + 1));
    }
    took.sort_unstable();
    counts.median_days = took.get(took.len().saturating_sub(1) / 2).copied();
    counts
}

struct Walk {
    test: TestStore,
    tenant: TenantId,
    civil: Civil,
    random: SeededRandom,
    ids: Vec<DossierId>,
}

impl Walk {
    async fn at(engine: Engine) -> Self {
        let test = store::testing::open(engine, MIGRATIONS).await;
        let random = SeededRandom::new(5);
        Self { test, tenant: TenantId::new(start(), &random), civil: brussels(), random, ids: Vec::new() }
    }

    fn store(&self) -> &Store {
        &self.test.store
    }

    async fn open(&mut self, at: Instant) {
        let new = new_dossier(&self.random, AnswerBy::Letter);
        self.ids.push(new.id);
        let (tenant, civil) = (self.tenant, self.civil.clone());
        store::write!(self.store(), [new, civil], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at, civil: &civil };
            journey::open(tx, &act, new).await
        })
        .await
        .unwrap();
    }

    /// Tries a step; whether it was refused does not matter.
    async fn record(&self, id: DossierId, step: Step, at: Instant) {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        let tried = store::write!(self.store(), [step, civil], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::record(tx, &act, id, step).await
        });
        assert!(!matches!(tried.await, Err(Refusal::Store(_))), "the database answers");
    }

    /// Tries to bundle the first contribution of one into another.
    async fn bundle(&self, from: &Dossier, into: DossierId, at: Instant) -> bool {
        let Some(contribution) = from.contributions.first().map(|it| it.contribution) else { return false };
        let (tenant, civil, from) = (self.tenant, self.civil.clone(), from.id);
        let tried = store::write!(self.store(), [civil], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::bundle(tx, &act, from, into, contribution).await
        });
        tried.await.is_ok()
    }

    async fn dossier(&self, id: DossierId) -> Dossier {
        journey::dossier(&mut self.store().read().await.unwrap(), self.tenant, id).await.unwrap().unwrap()
    }

    /// Which dossiers call for whoever assigns, as it is kept.
    async fn called(&self) -> Vec<(DossierId, Option<bool>)> {
        let sql = sql!("SELECT id, called FROM dossier WHERE tenant = $1 ORDER BY id");
        let rows = self.store().read().await.unwrap().all(sql, &values![self.tenant]).await.unwrap();
        rows.iter().map(|row| (row.get("id").unwrap(), row.get("called").unwrap())).collect()
    }

    async fn counted(&self, today: Date) -> [Counts; 2] {
        let mut s = self.store().read().await.unwrap();
        let one = journey::counts(&mut s, self.tenant, process(), today).await.unwrap();
        [one, journey::counts_of_all(&mut s, self.tenant, today).await.unwrap()]
    }

    async fn holds(&self, now: Instant, when: &str) -> Counts {
        let mut all = Vec::new();
        for id in &self.ids {
            all.push(self.dossier(*id).await);
        }
        let mut last = Counts::default();
        for days in [0, 3, 40, 400] {
            let at = now.plus_seconds(days * DAY);
            last = recounted(&all, &self.civil, at);
            assert_eq!(self.counted(self.civil.today(at)).await, [last, last], "{when}, {days} days on");
        }
        last
    }
}

#[test]
fn the_counters_are_what_a_recount_says_after_any_walk() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for engine in engines() {
        for beside in [true, false] {
            runtime.block_on(counted_after_a_walk(engine, beside));
        }
    }
}

/// `beside`: also with what lies open beside the way.
async fn counted_after_a_walk(engine: Engine, beside: bool) {
    use StepKind::{HolderAbsent, Joined, Left, Objected, Overtaken, Touched, ValuesWeighed};
    let mut walk = Walk::at(engine).await;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut now, mut bundled) = (start(), 0);
    for round in 0..12 {
        for _ in 0..3 {
            walk.open(now).await;
        }
        // Two of the new ones come as far as being bundled.
        let [.., one, two, _] = walk.ids[..] else { panic!("three were opened") };
        for id in [one, two] {
            let first = walk.dossier(id).await.contributions[0].contribution;
            walk.record(id, Step::PrivacyChecked(evidence::Privacy::by_voice(first, false)), now).await;
            walk.record(id, Step::Screened(Screening::in_scope_by_carry("idea", None)), now).await;
        }
        if round % 2 == 0 {
            bundled += i32::from(walk.bundle(&walk.dossier(two).await, one, now).await);
        }
        let steps: Vec<Attempt> = attempts(60).new_tree(&mut runner).unwrap().current();
        for attempt in &steps {
            now = now.plus_seconds(attempt.days * DAY / 4 + 1);
            let id = walk.ids[(attempt.pick * 7 + attempt.kind) % walk.ids.len()];
            let Some(step) = attempt.step(&walk.dossier(id).await, walk.civil.today(now)) else { continue };
            // A contribution comes and goes through `bundle`, so that it travels in one dossier.
            let opens = matches!(step.kind(), HolderAbsent | Objected | Overtaken | Touched | ValuesWeighed);
            if matches!(step.kind(), Joined | Left) || (opens && !beside) {
                continue;
            }
            walk.record(id, step, now).await;
        }
        walk.holds(now, &format!("{engine}, round {round}")).await;
    }
    let last = walk.holds(now, "at the end").await;
    assert!(bundled > 3 && last.received > 20 && last.stranded > 0 && last.withdrawn > 0 && last.decided > 0, "{bundled} {last:?}");

    // A database that was filled before what was put off was counted is counted anew, by its migration.
    let backfill = MIGRATIONS[6].sql.split(";\n").find(|part| part.contains("INSERT INTO counter_part")).unwrap();
    store::write!(walk.store(), [], |tx| {
        tx.run("DELETE FROM counter_part", &[]).await?;
        tx.run(backfill, &[]).await
    })
    .await
    .unwrap();
    assert_eq!(walk.holds(now, "counted by the migration").await, last);

    // And in one that was filled before it was kept who calls, its migration finds the same.
    for id in walk.ids.clone().into_iter().filter(|_| beside) {
        let objected = evidence::Objection::by_carry(1, common::department(2), "costs".to_owned());
        walk.record(id, Step::Objected(objected), now).await;
    }
    let called = walk.called().await;
    let backfill = MIGRATIONS[8].sql.split(";\n").find(|part| part.contains("UPDATE dossier SET called")).unwrap();
    store::write!(walk.store(), [], |tx| {
        tx.run("UPDATE dossier SET called = NULL", &[]).await?;
        tx.run(backfill, &[]).await
    })
    .await
    .unwrap();
    assert_eq!(walk.called().await, called, "called, as the migration found it");
    assert!([None, Some(false), Some(true)].iter().all(|it| called.iter().any(|(_, called)| called == it)), "{called:?}");
}

#[tokio::test]
async fn every_list_is_read_in_the_order_of_an_index() {
    let walk = Walk::at(Engine::Sqlite).await;
    let lists = statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tables"));
    let lists = lists.into_iter().filter(|(place, sql)| place.contains("lists.rs") && sql.starts_with("SELECT"));
    let (lists, looked_up): (Vec<_>, Vec<_>) = lists.partition(|(_, sql)| sql.contains("ORDER BY"));
    let (added_up, lists): (Vec<_>, Vec<_>) = lists.into_iter().partition(|(_, sql)| sql.contains("GROUP BY"));
    assert_eq!((lists.len(), looked_up.len(), added_up.len()), (11, 1, 1), "{lists:?}, {looked_up:?}, {added_up:?}");
    let mut s = walk.store().read().await.unwrap();
    for (place, sql) in looked_up {
        let plan = plan(&mut s, &sql).await;
        assert!(plan.starts_with("SEARCH t USING") && plan.contains("contribution=?"), "{place}: {plan}");
        assert!(plan.contains("SEARCH d USING") && !plan.contains("SCAN"), "{place}: {plan}");
    }
    for (place, sql) in added_up {
        let plan = plan(&mut s, &sql).await;
        assert!(plan.starts_with("SEARCH dossier USING INDEX") && !plan.contains("SCAN"), "{place}: {plan}");
    }
    for (place, sql) in lists {
        let plan = plan(&mut s, &sql).await;
        if sql.contains("id IN (") {
            // A few, by their ids.
            assert!(plan.contains("(tenant=? AND id=?)") && !plan.contains("SCAN"), "{place}: {plan}");
            continue;
        }
        if sql.contains("ORDER BY id") {
            // Everything over its term is read by whoever reads all of it, in the order of the table itself.
            assert!(plan.contains("(tenant=? AND id>?)") && !plan.contains("TEMP B-TREE"), "{place}: {plan}");
            continue;
        }
        if sql.contains("state IN ('S13', 'S14', 'S15')") {
            // What is to be carried out has an index of its own, whatever its state.
            assert!(plan.starts_with("SEARCH dossier USING INDEX") && plan.contains("(due,id)>(?,?)"), "{place}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{place}: {plan}");
            continue;
        }
        if sql.contains("FROM open_matter") {
            assert!(plan.starts_with("SEARCH o USING") && plan.contains("list=? AND whom=?"), "{place}: {plan}");
            assert!(plan.contains("(due,dossier)>(?,?) AND due<?") && plan.contains("SEARCH d USING"), "{place}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{place}: {plan}");
            continue;
        }
        assert!(plan.starts_with("SEARCH dossier USING INDEX dossier_by_"), "{place}: {plan}");
        assert!(plan.contains("state=? AND"), "{place}: {plan}");
        assert!(plan.contains("(due,id)>(?,?) AND due<?"), "{place}: both ends of the stretch: {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{place}: {plan}");
    }
}

/// How the database goes about it.
async fn plan(s: &mut store::Session, sql: &str) -> String {
    let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
    let plan: Vec<String> = s.all(explain, &[]).await.unwrap().iter().map(|row| row.get("detail").unwrap()).collect();
    plan.join("; ")
}
