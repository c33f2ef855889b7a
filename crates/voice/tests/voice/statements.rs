use std::path::Path;
use store::testing::{engines, keys_without_tenant, open, prepare_all, statements};

#[tokio::test]
async fn every_statement_prepares_and_every_key_begins_with_the_tenant() {
    let all = [journey::MIGRATIONS, people::MIGRATIONS, design::testing::migrations(), voice::MIGRATIONS].concat();
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
