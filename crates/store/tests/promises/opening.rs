use crate::TABLES;
use kernel::{SeededRandom, TestClock};
use std::path::Path;
use std::sync::Arc;
use store::testing::{BEGIN, empty, engines, keys_without_tenant, open, prepare_all, schema, statements};
use store::{Error, FilesSettings, Migration, Secret, Settings, Store, sql};

fn settings(url: &store::DatabaseUrl, folder: &Path) -> Settings {
    Settings {
        database: url.clone(),
        files: FilesSettings::Folder(folder.join("files")),
        secret: Secret::from_bytes([1; 32]),
        erasure_list: folder.join("erased"),
        readers: 2,
    }
}

async fn start(settings: Settings, migrations: &[Migration]) -> Result<Store, Error> {
    Store::open(settings, migrations, Arc::new(TestClock::new(BEGIN)), Arc::new(SeededRandom::new(1))).await
}

#[tokio::test]
async fn several_nodes_may_start_on_a_fresh_database_at_once() {
    for engine in engines() {
        let folder = tempfile::tempdir().unwrap();
        let database = empty(engine, folder.path()).await;
        let nodes = (0..5).map(|_| start(settings(&database.url, folder.path()), TABLES));
        for node in futures::future::join_all(nodes).await {
            let node = node.unwrap();
            let rows = node.read().await.unwrap().all(sql!("SELECT number FROM migration WHERE room = 'trial'"), &[]).await.unwrap();
            assert_eq!(rows.len(), 2, "{engine}");
        }
    }
}

#[tokio::test]
async fn a_changed_a_misplaced_or_a_newer_migration_stops_the_start_and_changes_nothing() {
    for engine in engines() {
        let folder = tempfile::tempdir().unwrap();
        let database = empty(engine, folder.path()).await;
        let settings = settings(&database.url, folder.path());
        start(settings.clone(), TABLES).await.unwrap();
        let changed = [Migration { sql: "CREATE TABLE other (tenant UUID NOT NULL, PRIMARY KEY (tenant));", ..TABLES[0] }, TABLES[1]];
        assert!(matches!(start(settings.clone(), &changed).await, Err(Error::Migration(_))), "{engine}");
        assert!(matches!(start(settings.clone(), &TABLES[1..]).await, Err(Error::Migration(_))), "{engine}");
        assert!(matches!(start(settings.clone(), &TABLES[..1]).await, Err(Error::Migration(_))), "{engine}: an older program");
        let broken = [
            TABLES[0],
            TABLES[1],
            Migration { number: 3, sql: "CREATE TABLE third (tenant UUID PRIMARY KEY);\nCREATE NONSENSE;", ..TABLES[1] },
        ];
        assert!(start(settings.clone(), &broken).await.is_err());
        let again = start(settings, TABLES).await.unwrap();
        let third = again.read().await.unwrap().all("SELECT tenant FROM third", &[]).await;
        assert!(third.is_err(), "{engine}: half a migration was kept");
    }
}

#[tokio::test]
async fn every_key_begins_with_the_tenant() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        assert_eq!(keys_without_tenant(&test).await, Vec::<String>::new(), "{engine}");
        let loose = [Migration {
            room: "loose",
            number: 1,
            name: "loose",
            sql: "CREATE TABLE loose (id UUID NOT NULL, tenant UUID NOT NULL, mail TEXT, PRIMARY KEY (tenant, id), UNIQUE (mail));\nCREATE TABLE bare (id UUID);",
        }];
        let test = open(engine, &loose).await;
        assert_eq!(keys_without_tenant(&test).await, ["loose: mail", "bare: no primary key"], "{engine}: the check finds what it should");
    }
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_both_engines() {
    let mine = statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(mine.len() > 25, "only {} statements were found", mine.len());
    for engine in engines() {
        let test = open(engine, TABLES).await;
        assert_eq!(prepare_all(&test, &mine).await, Vec::<String>::new(), "{engine}");
        let wrong = [("here".to_owned(), "SELECT nothing FROM note".to_owned())];
        assert_eq!(prepare_all(&test, &wrong).await.len(), 1, "{engine}: the check finds what it should");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let url = "postgres://nobody@127.0.0.1:1/none".parse().unwrap();
    let opened = start(settings(&url, folder.path()), TABLES).await;
    assert!(matches!(opened, Err(Error::Unavailable(_))), "{opened:?}");
}

#[tokio::test]
async fn both_engines_have_the_same_tables() {
    let mut seen: Option<Vec<String>> = None;
    for engine in engines() {
        let columns = schema(&open(engine, TABLES).await).await;
        assert!(columns.contains(&"journal.number 3".to_owned()) && columns.contains(&"note.parent 0".to_owned()), "{engine}: {columns:?}");
        assert_eq!(seen.get_or_insert_with(|| columns.clone()), &columns, "{engine}");
    }
}
