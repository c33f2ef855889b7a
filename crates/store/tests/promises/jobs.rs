use crate::{TABLES, minutes, tenant};
use kernel::Clock as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::jobs::{ATTEMPTS, Job, NewJob, Worker, dead, revive};
use store::testing::{engines, open, reopen};
use store::{Error, Store};

async fn enqueue(store: &Store, kind: &'static str, due: kernel::Instant) -> kernel::JobId {
    store::write!(store, [due], |tx| { tx.enqueue(NewJob { tenant: tenant(1), kind, payload: serde_json::json!({ "n": 1 }), due }).await })
        .await
        .unwrap()
}

/// A worker that counts, and fails when told to.
fn counting(store: &Store, runs: &Arc<AtomicU32>, fails: bool) -> Worker {
    let runs = runs.clone();
    Worker::new(store.clone()).on("count", move |_, job: Job| {
        let runs = runs.clone();
        Box::pin(async move {
            assert_eq!(job.payload["n"], 1);
            runs.fetch_add(1, Ordering::SeqCst);
            if fails { Err("the printer is out of paper".to_owned()) } else { Ok(()) }
        })
    })
}

#[tokio::test]
async fn a_job_runs_once_when_it_is_due() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs = Arc::default();
        let worker = counting(&test.store, &runs, false);
        enqueue(&test.store, "count", minutes(10)).await;
        assert_eq!(worker.work_once().await, Ok(0), "{engine}: before its time");
        test.clock.advance_seconds(600);
        assert_eq!(worker.work_once().await, Ok(1), "{engine}");
        test.clock.advance_days(1);
        assert_eq!(worker.work_once().await, Ok(0), "{engine}: it is done");
        assert_eq!(runs.load(Ordering::SeqCst), 1);
    }
}

#[tokio::test]
async fn a_job_of_a_failed_write_never_runs() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs = Arc::default();
        let failed = store::write!(test.store, [], |tx| {
            let due = tx.now();
            tx.enqueue(NewJob { tenant: tenant(1), kind: "count", payload: serde_json::json!({}), due }).await?;
            Err::<(), Error>(Error::Missing)
        })
        .await;
        assert_eq!(failed, Err(Error::Missing));
        assert_eq!(counting(&test.store, &runs, false).work_once().await, Ok(0), "{engine}");
    }
}

#[tokio::test]
async fn a_failing_job_is_tried_ever_more_slowly_then_laid_aside_and_can_be_revived() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs = Arc::default();
        let worker = counting(&test.store, &runs, true);
        let id = enqueue(&test.store, "count", minutes(0)).await;
        assert_eq!(worker.work_once().await, Ok(1));
        assert_eq!(worker.work_once().await, Ok(0), "{engine}: not again at once");
        for _ in 1..ATTEMPTS {
            test.clock.advance_days(1);
            assert_eq!(worker.work_once().await, Ok(1), "{engine}");
        }
        test.clock.advance_days(1);
        assert_eq!(worker.work_once().await, Ok(0), "{engine}: laid aside");
        let aside = dead(&mut test.store.read().await.unwrap(), tenant(1)).await.unwrap();
        assert_eq!(aside.len(), 1);
        assert_eq!((aside[0].id, aside[0].attempts, aside[0].error.as_str()), (id, ATTEMPTS, "the printer is out of paper"));
        assert!(dead(&mut test.store.read().await.unwrap(), tenant(2)).await.unwrap().is_empty(), "{engine}");
        let strange = store::write!(test.store, [], |tx| { revive(tx, tenant(2), id).await }).await;
        assert_eq!(strange, Err(Error::Missing), "{engine}: another tenant");
        store::write!(test.store, [], |tx| { revive(tx, tenant(1), id).await }).await.unwrap();
        assert_eq!(counting(&test.store, &runs, false).work_once().await, Ok(1), "{engine}");
        assert!(dead(&mut test.store.read().await.unwrap(), tenant(1)).await.unwrap().is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn two_workers_run_each_job_once() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let other = reopen(&test.settings, TABLES, &test.clock, &test.random).await;
        let runs = Arc::default();
        for _ in 0..30 {
            enqueue(&test.store, "count", minutes(0)).await;
        }
        let (a, b) = (counting(&test.store, &runs, false), counting(&other, &runs, false));
        let (a, b) = tokio::join!(a.work_once(), b.work_once());
        assert_eq!(a.unwrap() + b.unwrap(), 30, "{engine}");
        assert_eq!(runs.load(Ordering::SeqCst), 30, "{engine}");
    }
}

#[tokio::test]
async fn the_job_of_a_stopped_worker_comes_back_but_not_for_ever() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        enqueue(&test.store, "hang", minutes(0)).await;
        let started = Arc::new(tokio::sync::Notify::new());
        let told = started.clone();
        let worker = Worker::new(test.store.clone()).on("hang", move |_, _| {
            let told = told.clone();
            Box::pin(async move {
                told.notify_one();
                std::future::pending().await
            })
        });
        for _ in 0..ATTEMPTS {
            let hanging = worker.clone();
            let task = tokio::spawn(async move { hanging.work_once().await });
            started.notified().await;
            task.abort();
            let _ = task.await;
            test.clock.advance_seconds(3600);
        }
        assert_eq!(worker.work_once().await, Ok(0), "{engine}");
        let aside = dead(&mut test.store.read().await.unwrap(), tenant(1)).await.unwrap();
        assert_eq!(aside.len(), 1, "{engine}: a job that stops every worker is laid aside");
        assert_eq!(aside[0].attempts, ATTEMPTS);
    }
}

#[tokio::test]
async fn a_worker_leaves_the_jobs_it_does_not_know_and_survives_a_panic() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs = Arc::default();
        enqueue(&test.store, "unknown", minutes(0)).await;
        enqueue(&test.store, "count", minutes(0)).await;
        enqueue(&test.store, "panic", minutes(0)).await;
        let worker = counting(&test.store, &runs, false).on("panic", |_, _| Box::pin(async { panic!("on purpose") }));
        assert_eq!(worker.work_once().await, Ok(2), "{engine}");
        let knowing = Worker::new(test.store.clone()).on("unknown", |_, _| Box::pin(async { Ok(()) }));
        assert_eq!(knowing.work_once().await, Ok(1), "{engine}");
    }
}

#[tokio::test]
async fn a_running_worker_takes_what_falls_due_and_stops_when_told() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs: Arc<AtomicU32> = Arc::default();
        let worker = counting(&test.store, &runs, false);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            worker.run(async { drop(stopped.await) }).await;
        });
        for _ in 0..10 {
            enqueue(&test.store, "count", minutes(0)).await;
        }
        for _ in 0..100 {
            if runs.load(Ordering::SeqCst) == 10 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        stop.send(()).unwrap();
        task.await.unwrap();
        assert_eq!(runs.load(Ordering::SeqCst), 10, "{engine}");
    }
}

#[tokio::test]
async fn a_long_job_keeps_its_claim_while_it_runs() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs: Arc<AtomicU32> = Arc::default();
        let (counted, clock) = (runs.clone(), test.clock.clone());
        let worker = Worker::new(test.store.clone()).leasing(1).on("long", move |_, _| {
            let (runs, clock) = (counted.clone(), clock.clone());
            Box::pin(async move {
                runs.fetch_add(1, Ordering::SeqCst);
                for _ in 0..20 {
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                    if clock.now() < minutes(0).plus_seconds(2) {
                        clock.set(kernel::Instant::from_micros(clock.now().micros() + 100_000));
                    }
                }
                Ok(())
            })
        });
        enqueue(&test.store, "long", minutes(0)).await;
        let other = worker.clone();
        let (first, second) = tokio::join!(worker.work_once(), async {
            // Well after the first claim would have run out.
            tokio::time::sleep(std::time::Duration::from_millis(1700)).await;
            other.work_once().await
        });
        assert_eq!((first, second), (Ok(1), Ok(0)), "{engine}");
        assert_eq!(runs.load(Ordering::SeqCst), 1, "{engine}");
    }
}
