//! What the tables of all rooms promise, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use store::testing::{engines, keys_without_tenant, open, prepare_all, schema, statements};

fn crates() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[tokio::test]
async fn every_statement_of_the_house_is_understood_by_both_engines() {
    // Tests of a room may have tables of their own.
    let all: Vec<_> = statements(&crates()).into_iter().filter(|(place, _)| place.contains("/src/")).collect();
    assert!(all.len() > 150, "the statements are found: {}", all.len());
    for engine in engines() {
        let test = open(engine, &meemaak::migrations()).await;
        let wrong = prepare_all(&test, &all).await;
        assert!(wrong.is_empty(), "{engine}:\n{}", wrong.join("\n"));
    }
}

#[tokio::test]
async fn every_key_begins_with_the_tenant() {
    for engine in engines() {
        let test = open(engine, &meemaak::migrations()).await;
        assert_eq!(keys_without_tenant(&test).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn both_engines_hold_the_same_tables() {
    let mut schemas = Vec::new();
    for engine in engines() {
        let test = open(engine, &meemaak::migrations()).await;
        schemas.push(schema(&test).await);
    }
    assert!(schemas[0].len() > 100, "the columns are found");
    assert!(schemas.windows(2).all(|pair| pair[0] == pair[1]), "{schemas:#?}");
}
