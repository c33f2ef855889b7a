use crate::{TABLES, tenant};
use kernel::{Actor, Date, TenantId};
use store::journal::{self, Checkpoint, CheckpointError, Entry, Finding, Flaw, checkpoint, verify};
use store::testing::{TestStore, engines, open, reopen};
use store::{Error, Value, sql, values};
use uuid::Uuid;

const BIKES: Uuid = Uuid::from_u128(0xb1);
const TREES: Uuid = Uuid::from_u128(0x7e);

fn day(n: i8) -> Date {
    Date::new(2026, 3, n).unwrap()
}

async fn record(test: &TestStore, owner: TenantId, stream: Uuid, words: &str) {
    let words = words.to_owned();
    store::write!(test.store, [words], |tx| {
        let (actor, at, body) = (Actor::System, tx.now(), serde_json::json!({ "words": words }));
        let entry = Entry { tenant: owner, stream, stream_kind: "dossier", kind: "tried", version: 1, actor: &actor, at, body };
        tx.journal(entry).await
    })
    .await
    .unwrap();
}

/// Two tenants, three streams: bikes of 1..=5, trees of 1..=2, and bikes of the neighbour.
async fn filled(engine: store::Engine) -> TestStore {
    let test = open(engine, TABLES).await;
    for n in 1..=5 {
        record(&test, tenant(1), BIKES, &format!("bike {n}")).await;
    }
    for n in 1..=2 {
        record(&test, tenant(1), TREES, &format!("tree {n}")).await;
    }
    record(&test, tenant(2), BIKES, "neighbour").await;
    test
}

/// Somebody who may write to the database does so.
async fn tamper(test: &TestStore, sql: &'static str, values: &[Value]) {
    let values = values.to_vec();
    store::write!(test.store, [values], |tx| { tx.run(sql, &values).await }).await.unwrap();
}

async fn findings(test: &TestStore, seal: Option<&Checkpoint>) -> Vec<(u128, i64, Flaw)> {
    let report = verify(&test.store, seal).await.unwrap();
    report.findings.iter().map(|Finding { stream, number, flaw, .. }| (stream.as_u128(), *number, *flaw)).collect()
}

#[tokio::test]
async fn an_untouched_journal_is_whole() {
    for engine in engines() {
        let test = filled(engine).await;
        let seal = checkpoint(&test.store, day(2)).await.unwrap();
        assert_eq!(seal.heads.len(), 3, "{engine}");
        record(&test, tenant(1), TREES, "tree 3").await;
        record(&test, tenant(1), Uuid::from_u128(1), "new").await;
        let second = checkpoint(&test.store, day(3)).await.unwrap();
        assert_eq!((second.number, second.heads.len()), (2, 4), "{engine}");
        assert_eq!(checkpoint(&test.store, day(3)).await.unwrap(), second, "{engine}: one a day");
        record(&test, tenant(1), TREES, "tree 4").await;
        for seal in [None, Some(&seal), Some(&second)] {
            let report = verify(&test.store, seal).await.unwrap();
            assert!(report.is_whole(), "{engine}: {report:?}");
            assert_eq!((report.entries, report.streams, report.checkpoints), (11, 4, 2), "{engine}");
        }
    }
}

#[tokio::test]
async fn a_changed_row_is_named_whatever_was_changed() {
    let change = sql!("UPDATE journal SET body = $4 WHERE tenant = $1 AND stream = $2 AND number = $3");
    let actor = sql!("UPDATE journal SET actor = $4 WHERE tenant = $1 AND stream = $2 AND number = $3");
    let kind = sql!("UPDATE journal SET kind = $4 WHERE tenant = $1 AND stream = $2 AND number = $3");
    let at = sql!("UPDATE journal SET at = at + CAST($4 AS BIGINT) WHERE tenant = $1 AND stream = $2 AND number = $3");
    for engine in engines() {
        for (sql, value) in [
            (change, r#"{"words":"car"}"#.to_string()),
            (change, r#"{ "words": "bike 3" }"#.to_string()),
            (actor, r#"{"who":"resident"}"#.to_string()),
            (kind, "dossier.withdrawn".to_string()),
        ] {
            let test = filled(engine).await;
            tamper(&test, sql, &values![tenant(1), BIKES, 3_i64, value]).await;
            assert_eq!(findings(&test, None).await, [(0xb1, 3, Flaw::Changed)], "{engine}: {value}");
        }
        let test = filled(engine).await;
        tamper(&test, at, &values![tenant(1), BIKES, 3_i64, 1_i64]).await;
        assert_eq!(findings(&test, None).await, [(0xb1, 3, Flaw::Changed)], "{engine}");
    }
}

#[tokio::test]
async fn a_removed_a_reordered_and_a_moved_row_are_named() {
    for engine in engines() {
        let test = filled(engine).await;
        tamper(&test, sql!("DELETE FROM journal WHERE tenant = $1 AND stream = $2 AND number = $3"), &values![tenant(1), BIKES, 2_i64])
            .await;
        assert_eq!(findings(&test, None).await, [(0xb1, 2, Flaw::Removed)], "{engine}");

        let test = filled(engine).await;
        let renumber = sql!("UPDATE journal SET number = $4 WHERE tenant = $1 AND stream = $2 AND number = $3");
        for (from, to) in [(2_i64, 99_i64), (3, 2), (99, 3)] {
            tamper(&test, renumber, &values![tenant(1), BIKES, from, to]).await;
        }
        let found = findings(&test, None).await;
        assert_eq!(found[0], (0xb1, 2, Flaw::Changed), "{engine}: {found:?}");
        assert!(found.contains(&(0xb1, 3, Flaw::Changed)), "{engine}: {found:?}");

        let test = filled(engine).await;
        let give_away = sql!("UPDATE journal SET stream = $4, number = $5 WHERE tenant = $1 AND stream = $2 AND number = $3");
        tamper(&test, give_away, &values![tenant(1), BIKES, 5_i64, TREES, 3_i64]).await;
        let found = findings(&test, None).await;
        assert!(found.contains(&(0x7e, 3, Flaw::Changed)) && found.contains(&(0xb1, 5, Flaw::CutOff)), "{engine}: {found:?}");
    }
}

#[tokio::test]
async fn a_cut_off_tail_is_named_also_when_the_head_was_cut_too() {
    let cut = sql!("DELETE FROM journal WHERE tenant = $1 AND stream = $2 AND number >= $3");
    let behead = sql!(
        "UPDATE journal_head SET number = 3, hash = (SELECT j.hash FROM journal j WHERE j.tenant = $1 AND j.stream = $2 AND j.number = 3) WHERE tenant = $1 AND stream = $2"
    );
    for engine in engines() {
        let test = filled(engine).await;
        let seal = checkpoint(&test.store, day(2)).await.unwrap();
        tamper(&test, cut, &values![tenant(1), BIKES, 4_i64]).await;
        assert_eq!(findings(&test, None).await, [(0xb1, 4, Flaw::CutOff)], "{engine}");
        tamper(&test, behead, &values![tenant(1), BIKES]).await;
        assert_eq!(findings(&test, None).await, [(0xb1, 4, Flaw::CutOff)], "{engine}: the seal in the database still tells");
        tamper(&test, sql!("DELETE FROM checkpoint_head WHERE tenant = $1 AND stream = $2"), &values![tenant(1), BIKES]).await;
        assert_eq!(findings(&test, None).await, [(0, 1, Flaw::Seal)], "{engine}: the seal no longer fits its signature");
        tamper(&test, sql!("DELETE FROM checkpoint_head"), &[]).await;
        tamper(&test, sql!("DELETE FROM checkpoint"), &[]).await;
        assert_eq!(findings(&test, None).await, [], "{engine}: without any seal nobody could tell");
        let found = findings(&test, Some(&seal)).await;
        assert_eq!(found, [(0, 1, Flaw::Seal), (0xb1, 4, Flaw::CutOff)], "{engine}: the copy that was kept tells");
    }
}

#[tokio::test]
async fn a_stream_that_was_removed_whole_is_named() {
    for engine in engines() {
        let test = filled(engine).await;
        tamper(&test, sql!("DELETE FROM journal WHERE tenant = $1 AND stream = $2"), &values![tenant(1), TREES]).await;
        assert_eq!(findings(&test, None).await, [(0x7e, 1, Flaw::Removed)], "{engine}");

        let test = filled(engine).await;
        let seal = checkpoint(&test.store, day(2)).await.unwrap();
        for sql in [
            sql!("DELETE FROM journal WHERE tenant = $1 AND stream = $2"),
            sql!("DELETE FROM journal_head WHERE tenant = $1 AND stream = $2"),
        ] {
            tamper(&test, sql, &values![tenant(2), BIKES]).await;
        }
        assert_eq!(findings(&test, None).await, [(0xb1, 1, Flaw::Removed)], "{engine}");
        assert_eq!(findings(&test, Some(&seal)).await, [(0xb1, 1, Flaw::Removed)], "{engine}");
        let listed = findings(&test, Some(&seal)).await;
        assert_eq!(listed.len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn a_chain_made_anew_is_named_by_the_seal_and_cannot_be_sealed_over() {
    for engine in engines() {
        let test = filled(engine).await;
        let seal = checkpoint(&test.store, day(2)).await.unwrap();
        let kept = Checkpoint::from_text(&seal.to_text()).unwrap();
        assert_eq!(kept, seal, "{engine}: a seal reads back");
        for sql in [
            sql!("DELETE FROM journal WHERE tenant = $1 AND stream = $2"),
            sql!("DELETE FROM journal_head WHERE tenant = $1 AND stream = $2"),
        ] {
            tamper(&test, sql, &values![tenant(1), BIKES]).await;
        }
        for n in 1..=6 {
            record(&test, tenant(1), BIKES, &format!("car {n}")).await;
        }
        assert_eq!(findings(&test, None).await, [(0xb1, 5, Flaw::Rewritten)], "{engine}");
        let sealed_over = checkpoint(&test.store, day(3)).await;
        assert!(matches!(sealed_over, Err(Error::Tampered(_))), "{engine}: {sealed_over:?}");
        // Somebody thorough removes the seals of the database too, and lets the house seal anew.
        tamper(&test, sql!("DELETE FROM checkpoint_head"), &[]).await;
        tamper(&test, sql!("DELETE FROM checkpoint"), &[]).await;
        checkpoint(&test.store, day(3)).await.unwrap();
        assert_eq!(findings(&test, None).await, [], "{engine}");
        assert_eq!(findings(&test, Some(&kept)).await, [(0, 1, Flaw::Seal), (0xb1, 5, Flaw::Rewritten)], "{engine}");
    }
}

#[tokio::test]
async fn a_short_seal_tells_of_nobody_and_finds_a_journal_that_was_made_anew() {
    for engine in engines() {
        let test = filled(engine).await;
        let first = checkpoint(&test.store, day(2)).await.unwrap();
        record(&test, tenant(1), TREES, "tree 3").await;
        let second = checkpoint(&test.store, day(3)).await.unwrap();
        let mut session = test.store.read().await.unwrap();
        let short = journal::seals(&mut session, None, 50).await.unwrap();
        assert_eq!(short, [second.short(), first.short()], "{engine}: the newest first");
        assert_eq!(journal::seals(&mut session, Some(2), 50).await.unwrap(), [first.short()], "{engine}");
        drop(session);
        let text = short[1].to_text();
        for told in ["heads", &tenant(1).to_string(), &BIKES.to_string()] {
            assert!(!text.contains(told), "{engine}: {told} in {text}");
        }
        let kept = Checkpoint::from_text(&text).unwrap();
        assert!(verify(&test.store, Some(&kept)).await.unwrap().is_whole(), "{engine}");
        assert_eq!(Checkpoint::from_text(&text.replace("\"streams\": 3", "\"streams\": 2")), Err(CheckpointError::Unsigned), "{engine}");

        // Somebody with the database and the secret throws the seals away and seals what is there now.
        tamper(&test, sql!("DELETE FROM checkpoint WHERE tenant = $1"), &values![Uuid::nil()]).await;
        tamper(&test, sql!("DELETE FROM checkpoint_head WHERE stream <> $1"), &values![Uuid::nil()]).await;
        test.clock.advance_seconds(60);
        checkpoint(&test.store, day(2)).await.unwrap();
        assert!(verify(&test.store, None).await.unwrap().is_whole(), "{engine}: in itself it is whole");
        assert_eq!(findings(&test, Some(&kept)).await, [(0, 1, Flaw::Seal)], "{engine}");
    }
}

#[tokio::test]
async fn a_seal_that_was_changed_or_is_of_another_house_is_refused() {
    for engine in engines() {
        let test = filled(engine).await;
        let seal = checkpoint(&test.store, day(2)).await.unwrap();
        assert_eq!(seal.signer, journal::signer(&test.store), "{engine}");
        let mut changed = seal.clone();
        changed.heads[0].number -= 1;
        assert_eq!(Checkpoint::from_text(&changed.to_text()), Err(CheckpointError::Unsigned), "{engine}");
        assert!(matches!(Checkpoint::from_text("{}"), Err(CheckpointError::Unreadable(_))));
        let other = open(engine, TABLES).await;
        let strange = checkpoint(&other.store, day(2)).await.unwrap();
        assert_eq!(findings(&test, Some(&strange)).await, [(0, 1, Flaw::Seal)], "{engine}: same key, another house");
        tamper(&test, sql!("UPDATE checkpoint SET streams = streams + 1"), &[]).await;
        assert!(findings(&test, None).await.contains(&(0, 1, Flaw::Seal)), "{engine}");
    }
}

#[tokio::test]
async fn two_writers_of_one_stream_never_share_a_number() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        futures::future::join_all((0..30).map(|n| {
            let test = &test;
            async move { record(test, tenant(1), BIKES, &n.to_string()).await }
        }))
        .await;
        let report = verify(&test.store, None).await.unwrap();
        assert!(report.is_whole() && report.entries == 30, "{engine}: {report:?}");
    }
}

#[tokio::test]
async fn nodes_that_seal_at_once_answer_the_same_seal() {
    for engine in engines() {
        let test = filled(engine).await;
        let other = reopen(&test.settings, TABLES, &test.clock, &test.random).await;
        let (a, b, c) = tokio::join!(checkpoint(&test.store, day(2)), checkpoint(&other, day(2)), checkpoint(&test.store, day(2)));
        let a = a.unwrap();
        assert_eq!((&a, &a), (&b.unwrap(), &c.unwrap()), "{engine}");
        let report = verify(&other, Some(&a)).await.unwrap();
        assert!(report.is_whole() && report.checkpoints == 1, "{engine}: {report:?}");
    }
}
