//! Every statement of this room can be prepared on both engines, and every key begins with the tenant.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use carry::testing::migrations;
use std::path::Path;
use store::testing::{engines, keys_without_tenant, open, prepare_all, statements};

#[tokio::test]
async fn every_statement_prepares_and_every_key_begins_with_the_tenant() {
    let all = [journey::MIGRATIONS, people::MIGRATIONS, &migrations()].concat();
    for engine in engines() {
        let test = open(engine, &all).await;
        let found = statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        assert!(found.len() > 25, "{} statements", found.len());
        let wrong = prepare_all(&test, &found).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
        let loose = keys_without_tenant(&test).await;
        assert!(loose.is_empty(), "{loose:#?}");
    }
}
