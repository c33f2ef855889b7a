//! The mark changes with every write that was acknowledged, and only then.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use kernel::{Actor, TenantId};
use store::Engine;
use store::journal::Entry;
use store::testing::{engines, open, reopen};

#[tokio::test]
async fn a_write_of_any_node_changes_the_mark_and_reading_does_not() {
    for engine in engines() {
        let test = open(engine, &[]).await;
        let other = reopen(&test.settings, &[], &test.clock, &test.random).await;
        let tenant = TenantId::new(test.store.clock().now(), test.store.random());
        let before = test.store.mark().await.unwrap();
        let mut session = test.store.read().await.unwrap();
        store::journal::latest(&mut session, tenant, None, None, 10).await.unwrap();
        drop(session);
        // PostgreSQL counts the transactions of the whole server, on which other tests are writing at this moment.
        if engine == Engine::Sqlite {
            assert_eq!(before, test.store.mark().await.unwrap(), "{engine}: reading changes nothing");
        }
        let mut seen = vec![before];
        for node in [&test.store, &other, &test.store] {
            store::write!(node, [tenant], |tx| {
                let at = tx.now();
                let entry = Entry {
                    tenant,
                    stream: tenant.uuid(),
                    stream_kind: "test",
                    kind: "noted",
                    version: 1,
                    actor: &Actor::System,
                    at,
                    body: serde_json::json!({}),
                };
                tx.journal(entry).await?;
                Ok::<_, store::Error>(())
            })
            .await
            .unwrap();
            let now = test.store.mark().await.unwrap();
            assert!(!seen.contains(&now), "{engine}: a write changes the mark");
            seen.push(now);
        }
    }
}
