use crate::{TABLES, tenant};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::testing::{engines, open, reopen};
use store::{Error, Session, Store, sql, values};
use uuid::Uuid;

async fn add(store: &Store, label: &str) -> Result<Uuid, Error> {
    let label = label.to_owned();
    store::write!(store, [label], |tx| {
        let id = kernel::JobId::new(tx.now(), tx.random()).uuid();
        let sql = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
        tx.run(sql, &values![tenant(1), id, label, false]).await?;
        Ok::<_, Error>(id)
    })
    .await
}

async fn labels(session: &mut Session) -> Vec<String> {
    let sql = sql!("SELECT label FROM note WHERE tenant = $1 ORDER BY label");
    session.all(sql, &values![tenant(1)]).await.unwrap().iter().map(|row| row.get("label").unwrap()).collect()
}

#[tokio::test]
async fn what_is_acknowledged_is_seen_by_another_node() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let other = reopen(&test.settings, TABLES, &test.clock, &test.random).await;
        add(&test.store, "a").await.unwrap();
        assert_eq!(labels(&mut other.read().await.unwrap()).await, ["a"], "{engine}");
        add(&other, "b").await.unwrap();
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await, ["a", "b"], "{engine}");
    }
}

#[tokio::test]
async fn many_writes_at_once_are_each_kept_once() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let writes = (0..300).map(|n| {
            let store = test.store.clone();
            async move { add(&store, &format!("{n:03}")).await }
        });
        let done = futures::future::join_all(writes).await;
        assert!(done.iter().all(Result::is_ok), "{engine}: {:?}", done.iter().find(|d| d.is_err()));
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await.len(), 300, "{engine}");
    }
}

#[tokio::test]
async fn nothing_of_a_failing_write_is_kept_and_its_neighbours_are() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        add(&test.store, "taken").await.unwrap();
        let failing = async {
            store::write!(test.store, [], |tx| {
                let sql = sql!("INSERT INTO counter (tenant, value) VALUES ($1, $2)");
                tx.run(sql, &values![tenant(1), 5_i64]).await?;
                Err::<(), Error>(Error::Missing)
            })
            .await
        };
        let (a, failed, conflict, b) = tokio::join!(add(&test.store, "a"), failing, add(&test.store, "taken"), add(&test.store, "b"));
        assert!(a.is_ok() && b.is_ok(), "{engine}");
        assert_eq!(failed, Err(Error::Missing), "{engine}");
        assert_eq!(conflict, Err(Error::Conflict("note(tenant, label)".to_owned())), "{engine}");
        let mut session = test.store.read().await.unwrap();
        assert_eq!(labels(&mut session).await, ["a", "b", "taken"], "{engine}");
        assert!(session.optional(sql!("SELECT value FROM counter WHERE tenant = $1"), &values![tenant(1)]).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn going_on_over_a_failed_statement_keeps_nothing() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let sql = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
        let swallowed = store::write!(test.store, [], |tx| {
            tx.run(sql, &values![tenant(1), Uuid::from_u128(1), "x", false]).await?;
            assert!(tx.run(sql, &values![tenant(1), Uuid::from_u128(2), "x", false]).await.is_err());
            Ok::<_, Error>(())
        })
        .await;
        assert_eq!(swallowed, Err(Error::Doomed), "{engine}");
        assert!(labels(&mut test.store.read().await.unwrap()).await.is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn a_caller_that_goes_away_harms_nobody() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let mut running = Vec::new();
        for n in 0..40 {
            let store = test.store.clone();
            running.push(tokio::spawn(async move {
                store::write!(store, [n], |tx| {
                    let sql = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
                    tx.run(sql, &values![tenant(1), Uuid::from_u128(n), format!("{n}"), false]).await?;
                    tokio::time::sleep(std::time::Duration::from_millis(2)).await;
                    Ok::<_, Error>(())
                })
                .await
            }));
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        for (n, task) in running.iter().enumerate() {
            if n % 2 == 0 {
                task.abort();
            }
        }
        let mut kept = Vec::new();
        for (n, task) in running.into_iter().enumerate() {
            if let Ok(done) = task.await {
                done.unwrap();
                kept.push(n.to_string());
            }
        }
        add(&test.store, "after").await.unwrap();
        let held = labels(&mut test.store.read().await.unwrap()).await;
        assert!(kept.iter().all(|label| held.contains(label)), "{engine}: an acknowledged write is missing");
        assert!(held.contains(&"after".to_owned()), "{engine}");
    }
}

#[tokio::test]
async fn writes_that_collide_are_run_again_until_each_counts() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let runs = Arc::new(AtomicU32::new(0));
        let writes = (0..40).map(|_| {
            let (store, runs) = (test.store.clone(), runs.clone());
            async move {
                store::write!(store, [runs], |tx| {
                    runs.fetch_add(1, Ordering::Relaxed);
                    let row = tx.optional(sql!("SELECT value FROM counter WHERE tenant = $1"), &values![tenant(1)]).await?;
                    let value: i64 = row.map_or(Ok(0), |row| row.get("value"))?;
                    let sql = sql!(
                        "INSERT INTO counter (tenant, value) VALUES ($1, $2) ON CONFLICT (tenant) DO UPDATE SET value = excluded.value"
                    );
                    tx.run(sql, &values![tenant(1), value + 1]).await
                })
                .await
            }
        });
        for done in futures::future::join_all(writes).await {
            done.unwrap();
        }
        let row = test.store.read().await.unwrap().one(sql!("SELECT value FROM counter WHERE tenant = $1"), &values![tenant(1)]).await;
        assert_eq!(row.unwrap().get::<i64>("value"), Ok(40), "{engine} after {} runs", runs.load(Ordering::Relaxed));
    }
}

#[tokio::test]
async fn of_many_that_may_do_a_thing_once_only_one_does_it() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let thing = Uuid::from_u128(7);
        let writes = (0..40_u32).map(|n| {
            let store = test.store.clone();
            async move {
                store::write!(store, [], |tx| {
                    if !store::journal::stream(tx, tenant(1), thing).await?.is_empty() {
                        return Ok(false);
                    }
                    let sql = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
                    tx.run(sql, &values![tenant(1), Uuid::from_u128(u128::from(n)), format!("{n}"), false]).await?;
                    tx.journal(store::journal::Entry {
                        tenant: tenant(1),
                        stream: thing,
                        stream_kind: "note",
                        kind: "done",
                        version: 1,
                        actor: &kernel::Actor::System,
                        at: tx.now(),
                        body: serde_json::Value::Null,
                    })
                    .await?;
                    Ok::<_, Error>(true)
                })
                .await
            }
        });
        let done = futures::future::join_all(writes).await;
        assert!(done.iter().all(Result::is_ok), "{engine}: {:?}", done.iter().find(|d| d.is_err()));
        assert_eq!(done.iter().filter(|done| **done == Ok(true)).count(), 1, "{engine}");
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await.len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn a_write_in_a_write_and_a_panic_are_refused_without_harm() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let store = test.store.clone();
        let nested = store::write!(test.store, [store], |tx| {
            let _ = tx.now();
            store::write!(store, [], |tx| { tx.run(sql!("DELETE FROM note WHERE tenant = $1"), &values![tenant(1)]).await }).await
        })
        .await;
        assert_eq!(nested, Err(Error::Nested), "{engine}");
        let panicked = store::write!(test.store, [], |tx| {
            tx.run(sql!("INSERT INTO counter (tenant, value) VALUES ($1, $2)"), &values![tenant(1), 1_i64]).await?;
            assert!(tx.random().below(1) == 1, "on purpose");
            Ok::<_, Error>(())
        })
        .await;
        assert_eq!(panicked, Err(Error::Panicked), "{engine}");
        add(&test.store, "after").await.unwrap();
        let mut session = test.store.read().await.unwrap();
        assert!(session.optional(sql!("SELECT value FROM counter WHERE tenant = $1"), &values![tenant(1)]).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn nothing_can_be_changed_while_reading() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let id = add(&test.store, "a").await.unwrap();
        let mut session = test.store.read().await.unwrap();
        let changed = session.all("UPDATE note SET label = 'b' WHERE id = $1 RETURNING label", &values![id]).await;
        assert!(changed.is_err(), "{engine}");
        assert_eq!(labels(&mut session).await, ["a"], "{engine}");
    }
}

#[tokio::test]
async fn every_value_reads_back_as_it_was_written_also_when_absent() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let parent = add(&test.store, "parent").await.unwrap();
        let insert = sql!("INSERT INTO note (tenant, id, label, done, weight, raw, parent, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        store::write!(test.store, [parent], |tx| {
            let now = tx.now();
            tx.run(insert, &values![tenant(1), Uuid::from_u128(8), "ملعب 🚲", true, 0.1, [0_u8, 255], Some(parent), now]).await?;
            let nothing = (None::<f64>, None::<Vec<u8>>, None::<Uuid>, None::<kernel::Instant>);
            tx.run(insert, &values![tenant(1), Uuid::from_u128(9), "", false, nothing.0, nothing.1, nothing.2, nothing.3]).await
        })
        .await
        .unwrap();
        let mut session = test.store.read().await.unwrap();
        let sql = sql!("SELECT label, done, weight, raw, parent, at FROM note WHERE tenant = $1 AND id = $2");
        let full = session.one(sql, &values![tenant(1), Uuid::from_u128(8)]).await.unwrap();
        assert_eq!(full.get::<String>("label").unwrap(), "ملعب 🚲");
        assert!(full.get::<bool>("done").unwrap());
        assert_eq!(full.get::<Option<f64>>("weight"), Ok(Some(0.1)));
        assert_eq!(full.get::<Vec<u8>>("raw"), Ok(vec![0, 255]));
        assert_eq!(full.get::<Uuid>("parent"), Ok(parent));
        assert_eq!(full.get::<kernel::Instant>("at"), Ok(store::testing::BEGIN));
        let bare = session.one(sql, &values![tenant(1), Uuid::from_u128(9)]).await.unwrap();
        assert_eq!(bare.get::<Option<f64>>("weight"), Ok(None));
        assert_eq!(bare.get::<Option<Uuid>>("parent"), Ok(None));
        assert!(matches!(bare.get::<Vec<u8>>("raw"), Err(Error::Broken(_))), "{engine}");
        assert!(matches!(bare.get::<i64>("label"), Err(Error::Broken(_))), "{engine}");
        assert_eq!(session.one(sql, &values![tenant(2), Uuid::from_u128(9)]).await.err(), Some(Error::Missing), "{engine}");
    }
}

#[tokio::test]
async fn a_reference_to_nothing_and_a_zero_byte_are_refused_alike() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let insert = sql!("INSERT INTO note (tenant, id, label, done, parent) VALUES ($1, $2, $3, $4, $5)");
        let orphan = store::write!(test.store, [], |tx| {
            tx.run(insert, &values![tenant(1), Uuid::from_u128(1), "a", true, Uuid::from_u128(2)]).await
        })
        .await;
        assert!(matches!(orphan, Err(Error::Reference(_))), "{engine}: {orphan:?}");
        let zero = store::write!(test.store, [], |tx| {
            tx.run(insert, &values![tenant(1), Uuid::from_u128(1), "a\0b", true, None::<Uuid>]).await
        })
        .await;
        assert!(matches!(zero, Err(Error::Broken(_))), "{engine}: {zero:?}");
    }
}

#[tokio::test]
async fn a_snapshot_sees_one_moment() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        add(&test.store, "a").await.unwrap();
        let mut snapshot = test.store.snapshot().await.unwrap();
        assert_eq!(labels(&mut snapshot).await, ["a"]);
        add(&test.store, "b").await.unwrap();
        assert_eq!(labels(&mut snapshot).await, ["a"], "{engine}");
        drop(snapshot);
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await, ["a", "b"], "{engine}");
    }
}

#[tokio::test]
async fn what_travels_together_is_there_for_the_next_question_and_at_the_end() {
    const NOTE: &str = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let seen = store::write!(test.store, [], |tx| {
            tx.add(NOTE, &values![tenant(1), Uuid::from_u128(1), "a", false]).await?;
            tx.add(NOTE, &values![tenant(1), Uuid::from_u128(2), "b", false]).await?;
            tx.add(sql!("INSERT INTO counter (tenant, value) VALUES ($1, $2)"), &values![tenant(1), 5_i64]).await?;
            let seen = labels(&mut *tx).await;
            for n in 3..60 {
                tx.add(NOTE, &values![tenant(1), Uuid::from_u128(n), format!("c{n:02}"), false]).await?;
            }
            Ok::<_, Error>(seen)
        })
        .await
        .unwrap();
        assert_eq!(seen, ["a", "b"], "{engine}: a question sees what was added before it");
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await.len(), 59, "{engine}: the last ones were sent too");
    }
}

#[tokio::test]
async fn a_taken_key_among_what_travels_together_keeps_nothing_of_the_write() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        add(&test.store, "taken").await.unwrap();
        let refused = store::write!(test.store, [], |tx| {
            let sql = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
            tx.add(sql, &values![tenant(1), Uuid::from_u128(1), "before", false]).await?;
            tx.add(sql, &values![tenant(1), Uuid::from_u128(2), "taken", false]).await?;
            Ok::<_, Error>(())
        })
        .await;
        assert_eq!(refused, Err(Error::Conflict("note(tenant, label)".to_owned())), "{engine}");
        add(&test.store, "after").await.unwrap();
        assert_eq!(labels(&mut test.store.read().await.unwrap()).await, ["after", "taken"], "{engine}");
    }
}
