use crate::{TABLES, minutes, tenant};
use bytes::Bytes;
use kernel::{AccountId, Actor, FileId, Language, TextId};
use store::files::{self, NewFile};
use store::journal::{self, Entry};
use store::testing::{engines, open};
use store::texts::{LanguageSet, Origin, Version, text, texts};
use store::{Error, erasure};
use uuid::Uuid;

#[tokio::test]
async fn a_file_is_read_back_and_an_orphan_is_swept_a_day_later() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let kept = FileId::new(minutes(0), &*test.random);
        let orphan = FileId::new(minutes(0), &*test.random);
        let young = FileId::new(minutes(24 * 60), &*test.random);
        for file in [kept, orphan, young] {
            test.store.files().put(tenant(1), file, Bytes::from_static(b"bike")).await.unwrap();
        }
        let owner = Uuid::from_u128(4);
        store::write!(test.store, [], |tx| {
            tx.keep_file(tenant(1), NewFile { id: kept, media_type: "image/png".to_owned(), size: 4, owner }).await
        })
        .await
        .unwrap();
        let mut session = test.store.read().await.unwrap();
        let rows = files::of(&mut session, tenant(1), owner).await.unwrap();
        assert_eq!(rows.iter().map(|row| (row.id, row.size)).collect::<Vec<_>>(), [(kept, 4)], "{engine}");
        assert!(files::row(&mut session, tenant(2), kept).await.unwrap().is_none(), "{engine}: another tenant");
        drop(session);
        assert_eq!(test.store.files().get(tenant(2), kept).await, Ok(None), "{engine}: another tenant");
        assert_eq!(files::sweep(&test.store, minutes(60)).await, Ok(1), "{engine}");
        assert_eq!(test.store.files().get(tenant(1), orphan).await, Ok(None));
        assert!(test.store.files().get(tenant(1), young).await.unwrap().is_some(), "{engine}: a write may be under way");
        assert_eq!(test.store.files().get(tenant(1), kept).await.unwrap().as_deref(), Some(&b"bike"[..]));
        store::write!(test.store, [], |tx| { files::forget(tx, tenant(1), kept).await }).await.unwrap();
        test.store.files().delete(tenant(1), kept).await.unwrap();
        test.store.files().delete(tenant(1), kept).await.unwrap();
        assert_eq!(test.store.files().get(tenant(1), kept).await, Ok(None));
    }
}

#[tokio::test]
async fn a_text_is_kept_in_all_its_languages_and_replaced_whole() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let (a, b) = (TextId::from_uuid(Uuid::from_u128(1)), TextId::from_uuid(Uuid::from_u128(2)));
        let reviewer = AccountId::from_uuid(Uuid::from_u128(3));
        let human = Version { language: Language::AR, text: "مقعد".to_owned(), origin: Origin::Human, reviewed_by: Some(reviewer) };
        let set = LanguageSet::written(Language::NL, "bank").with(human);
        let other = LanguageSet::written(Language::FR, "vélo");
        store::write!(test.store, [set, other], |tx| {
            tx.save_text(tenant(1), a, &LanguageSet::written(Language::EN, "old")).await?;
            tx.save_text(tenant(1), a, &set).await?;
            tx.save_text(tenant(1), b, &other).await
        })
        .await
        .unwrap();
        let mut session = test.store.read().await.unwrap();
        assert_eq!(text(&mut session, tenant(1), a).await.unwrap().as_ref(), Some(&set), "{engine}");
        assert_eq!(text(&mut session, tenant(2), a).await.unwrap(), None, "{engine}");
        let missing = TextId::from_uuid(Uuid::from_u128(9));
        let found = texts(&mut session, tenant(1), &[b, missing, a]).await.unwrap();
        assert_eq!(found, [(b, other), (a, set)], "{engine}");
        assert!(texts(&mut session, tenant(2), &[a, b]).await.unwrap().is_empty(), "{engine}");
        assert!(texts(&mut session, tenant(1), &[]).await.unwrap().is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn a_digest_tells_nothing_once_its_key_is_destroyed() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let text = Uuid::from_u128(1);
        let digest = store::write!(test.store, [], |tx| {
            let first = tx.digest(tenant(1), text, "fiets").await?;
            assert_eq!(first, tx.digest(tenant(1), text, "fiets").await?, "the same key");
            assert_ne!(first, tx.digest(tenant(1), Uuid::from_u128(2), "fiets").await?, "a key per text");
            Ok::<_, Error>(first)
        })
        .await
        .unwrap();
        let mut session = test.store.read().await.unwrap();
        assert_eq!(journal::matches(&mut session, tenant(1), text, "fiets", &digest).await, Ok(Some(true)), "{engine}");
        assert_eq!(journal::matches(&mut session, tenant(1), text, "auto", &digest).await, Ok(Some(false)), "{engine}");
        store::write!(test.store, [], |tx| { tx.forget_key(tenant(1), text).await }).await.unwrap();
        assert_eq!(journal::matches(&mut session, tenant(1), text, "fiets", &digest).await, Ok(None), "{engine}");
    }
}

#[tokio::test]
async fn a_stream_counts_from_one_and_the_audit_view_pages_newest_first() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        for n in 0..7_u128 {
            test.clock.advance_seconds(1);
            store::write!(test.store, [n], |tx| {
                let kind = if n.is_multiple_of(2) { "dossier" } else { "charter" };
                let at = tx.now();
                let body = serde_json::json!({ "n": n.to_string() });
                let entry = Entry {
                    tenant: tenant(1),
                    stream: Uuid::from_u128(n % 2),
                    stream_kind: kind,
                    kind: "tried",
                    version: 1,
                    actor: &Actor::System,
                    at,
                    body,
                };
                tx.journal(entry).await
            })
            .await
            .unwrap();
        }
        let mut session = test.store.read().await.unwrap();
        let stream = journal::stream(&mut session, tenant(1), Uuid::from_u128(0)).await.unwrap();
        assert_eq!(stream.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2, 3, 4], "{engine}");
        assert!(journal::stream(&mut session, tenant(2), Uuid::from_u128(0)).await.unwrap().is_empty(), "{engine}");
        let names =
            |entries: &[journal::Recorded]| entries.iter().map(|entry| entry.body["n"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let first = journal::latest(&mut session, tenant(1), None, None, 3).await.unwrap();
        assert_eq!(names(&first), ["6", "5", "4"], "{engine}");
        let last = first.last().unwrap();
        let next = journal::latest(&mut session, tenant(1), None, Some((last.at, last.id)), 9).await.unwrap();
        assert_eq!(names(&next), ["3", "2", "1", "0"], "{engine}");
        let charters = journal::latest(&mut session, tenant(1), Some("charter"), None, 9).await.unwrap();
        assert_eq!(names(&charters), ["5", "3", "1"], "{engine}");
    }
}

#[tokio::test]
async fn what_one_write_does_to_several_things_keeps_its_order_in_the_audit_view() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        store::write!(test.store, [], |tx| {
            let at = tx.now();
            for n in 0..40_i64 {
                let stream = Uuid::from_u128((n % 7).unsigned_abs().into());
                let (actor, body) = (&Actor::System, serde_json::json!({ "n": n }));
                tx.journal(Entry { tenant: tenant(1), stream, stream_kind: "dossier", kind: "tried", version: 1, actor, at, body }).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        let mut session = test.store.read().await.unwrap();
        let seen = journal::latest(&mut session, tenant(1), None, None, 50).await.unwrap();
        let seen: Vec<i64> = seen.iter().map(|entry| entry.body["n"].as_i64().unwrap()).collect();
        assert_eq!(seen, (0..40).rev().collect::<Vec<_>>(), "{engine}");
    }
}

#[tokio::test]
async fn the_erasure_list_survives_a_line_that_was_cut_off() {
    let test = open(store::Engine::Sqlite, TABLES).await;
    let path = &test.settings.erasure_list;
    assert_eq!(erasure::list(path), Ok(Vec::new()));
    erasure::note(&test.store, tenant(1), Uuid::from_u128(1), "identity", minutes(1)).await.unwrap();
    std::fs::OpenOptions::new()
        .append(true)
        .open(path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, b"{\"tenant\":\"0000"))
        .unwrap();
    erasure::note(&test.store, tenant(1), Uuid::from_u128(2), "identity", minutes(2)).await.unwrap();
    let subjects: Vec<_> = erasure::list(path).unwrap().iter().map(|noted| noted.subject.as_u128()).collect();
    assert_eq!(subjects, [1, 2]);
}
