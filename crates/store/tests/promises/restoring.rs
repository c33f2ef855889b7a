use crate::{TABLES, minutes, tenant};
use async_trait::async_trait;
use bytes::Bytes;
use kernel::{Actor, Date, FileId, Language, TenantId};
use std::path::Path;
use std::sync::Arc;
use store::backup::{Overwrite, Plan, backup, check, restore};
use store::erasure::{self, Eraser};
use store::files::NewFile;
use store::jobs::NewJob;
use store::journal::{self, Entry};
use store::testing::{TestStore, empty, engines, open, reopen};
use store::{Error, Migration, Settings, Store, Tx, sql, values};
use uuid::Uuid;

/// Erases a note, as a room would erase what it holds about a person.
struct NoteEraser;

#[async_trait]
impl Eraser for NoteEraser {
    fn kind(&self) -> &str {
        "note"
    }
    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: Uuid) -> Result<(), Error> {
        tx.run(sql!("DELETE FROM note WHERE tenant = $1 AND id = $2"), &values![tenant, subject]).await?;
        tx.unindex(tenant, "note", subject).await?;
        tx.forget_key(tenant, subject).await
    }
}

fn erasers() -> Vec<Arc<dyn Eraser>> {
    vec![Arc::new(NoteEraser)]
}

async fn note(test: &TestStore, id: u128, label: &str, parent: Option<u128>) {
    let (label, parent) = (label.to_owned(), parent.map(Uuid::from_u128));
    store::write!(test.store, [label, parent], |tx| {
        let (id, at, scope) = (Uuid::from_u128(id), tx.now(), Uuid::nil());
        let insert = sql!("INSERT INTO note (tenant, id, label, done, weight, raw, parent, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        tx.run(insert, &values![tenant(1), id, label, true, 0.1, [1_u8, 2], parent, at]).await?;
        tx.index(tenant(1), store::search::Entry { kind: "note", id, scope, language: &Language::NL, words: &label, public: true }).await?;
        let digest = tx.digest(tenant(1), id, &label).await?;
        let (actor, body) = (Actor::System, serde_json::json!({ "digest": digest }));
        let entry = Entry { tenant: tenant(1), stream: id, stream_kind: "note", kind: "note.made", version: 1, actor: &actor, at, body };
        tx.journal(entry).await
    })
    .await
    .unwrap();
}

async fn found(store: &Store, question: &str) -> Vec<u128> {
    let mut session = store.read().await.unwrap();
    let found = store::search::search(&mut session, tenant(1), "note", None, true, question, &Language::NL, 9).await.unwrap();
    found.iter().map(Uuid::as_u128).collect()
}

fn plan<'a>(
    settings: &Settings,
    migrations: &'a [Migration],
    erasers: &'a [Arc<dyn Eraser>],
    test: &TestStore,
    overwrite: Overwrite,
) -> Plan<'a> {
    Plan { settings: settings.clone(), migrations, clock: test.clock.clone(), random: test.random.clone(), erasers, overwrite }
}

/// A house with two notes (the first refers to the second, which comes later in the table), a file and a job.
async fn house(engine: store::Engine) -> (TestStore, FileId) {
    let test = open(engine, TABLES).await;
    note(&test, 9, "fietspad langs de straat", None).await;
    note(&test, 3, "bank in het park", Some(9)).await;
    let file = FileId::new(minutes(0), &*test.random);
    test.store.files().put(tenant(1), file, Bytes::from_static(b"bike")).await.unwrap();
    store::write!(test.store, [], |tx| {
        tx.keep_file(tenant(1), NewFile { id: file, media_type: "image/png".to_owned(), size: 4, owner: Uuid::from_u128(9) }).await?;
        tx.enqueue(NewJob { tenant: tenant(1), kind: "count", payload: serde_json::json!({ "n": 1 }), due: minutes(0) }).await
    })
    .await
    .unwrap();
    (test, file)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test]
async fn a_backup_of_either_engine_comes_back_whole_on_either() {
    for from in engines() {
        let (test, file) = house(from).await;
        let seal = journal::checkpoint(&test.store, Date::new(2026, 3, 2).unwrap()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let contents = backup(&test.store, folder.path()).await.unwrap();
        assert_eq!(contents.files, 1, "{from}");
        assert_eq!(check(folder.path()).unwrap(), contents, "{from}");
        for to in engines() {
            let mut target = open(to, TABLES).await;
            let erasers = erasers();
            let done = restore(plan(&target.settings, TABLES, &erasers, &test, Overwrite::Refuse), folder.path()).await.unwrap();
            assert_eq!((done.rows, done.files, done.erased), (contents.rows(), 1, 0), "{from} to {to}");
            let store = reopen(&target.settings, TABLES, &test.clock, &test.random).await;
            assert!(journal::verify(&store, Some(&seal)).await.unwrap().is_whole(), "{from} to {to}");
            assert_eq!(found(&store, "fiets").await, [9], "{from} to {to}");
            let row = store
                .read()
                .await
                .unwrap()
                .one(sql!("SELECT weight, parent, done, raw FROM note WHERE label LIKE 'bank%'"), &[])
                .await
                .unwrap();
            assert_eq!(
                (row.get("weight"), row.get("parent"), row.get("done"), row.get("raw")),
                (Ok(0.1), Ok(Uuid::from_u128(9)), Ok(true), Ok(vec![1_u8, 2]))
            );
            assert_eq!(store.files().get(tenant(1), file).await.unwrap().as_deref(), Some(&b"bike"[..]), "{from} to {to}");
            let worker = store::jobs::Worker::new(store.clone()).on("count", |_, _| Box::pin(async { Ok(()) }));
            assert_eq!(worker.work_once().await, Ok(1), "{from} to {to}");
            // The restored house can be written to as before: keys, references, search and journal.
            target.store = store;
            let again = target;
            note(&again, 5, "nieuwe fietsen", Some(9)).await;
            assert_eq!(found(&again.store, "fiets").await, [9, 5], "{from} to {to}");
            assert!(journal::verify(&again.store, Some(&seal)).await.unwrap().is_whole(), "{from} to {to}");
            let orphan = store::write!(again.store, [], |tx| {
                tx.run(sql!("UPDATE note SET parent = $2 WHERE tenant = $1"), &values![tenant(1), Uuid::from_u128(77)]).await
            })
            .await;
            assert!(matches!(orphan, Err(Error::Reference(_))), "{from} to {to}: references hold again");
            let second = tempfile::tempdir().unwrap();
            assert_eq!(backup(&again.store, second.path()).await.unwrap().files, 1);
        }
    }
}

#[tokio::test]
async fn who_was_erased_after_the_backup_does_not_come_back() {
    for engine in engines() {
        let (test, _) = house(engine).await;
        let folder = tempfile::tempdir().unwrap();
        backup(&test.store, folder.path()).await.unwrap();
        let id = Uuid::from_u128(3);
        erasure::note(&test.store, tenant(1), id, "note", minutes(5)).await.unwrap();
        store::write!(test.store, [], |tx| { NoteEraser.erase(tx, tenant(1), id).await }).await.unwrap();
        assert_eq!(found(&test.store, "bank").await, Vec::<u128>::new());

        let nobody = restore(plan(&test.settings, TABLES, &[], &test, Overwrite::Replace), folder.path()).await;
        assert!(matches!(nobody, Err(Error::Backup(_))), "{engine}: without an eraser nothing is restored");
        let erasers = erasers();
        let done = restore(plan(&test.settings, TABLES, &erasers, &test, Overwrite::Replace), folder.path()).await.unwrap();
        assert_eq!(done.erased, 1, "{engine}");
        let store = reopen(&test.settings, TABLES, &test.clock, &test.random).await;
        assert_eq!(found(&store, "bank").await, Vec::<u128>::new(), "{engine}");
        assert_eq!(found(&store, "fiets").await, [9], "{engine}");
        let mut session = store.read().await.unwrap();
        let left = session.all(sql!("SELECT id FROM note WHERE tenant = $1"), &values![tenant(1)]).await.unwrap();
        assert_eq!(left.len(), 1, "{engine}");
        assert!(
            session
                .optional(sql!("SELECT text FROM text_key WHERE tenant = $1 AND text = $2"), &values![tenant(1), id])
                .await
                .unwrap()
                .is_none()
        );
        drop(session);
        assert!(journal::verify(&store, None).await.unwrap().is_whole(), "{engine}: the chain still holds");
    }
}

#[tokio::test]
async fn a_restore_never_overwrites_unasked_and_a_damaged_backup_changes_nothing() {
    for engine in engines() {
        let (test, _) = house(engine).await;
        let folder = tempfile::tempdir().unwrap();
        backup(&test.store, folder.path()).await.unwrap();
        assert!(matches!(backup(&test.store, folder.path()).await, Err(Error::NotEmpty(_))), "{engine}");
        note(&test, 4, "later than the backup", None).await;
        let erasers = erasers();
        let refused = restore(plan(&test.settings, TABLES, &erasers, &test, Overwrite::Refuse), folder.path()).await;
        assert!(matches!(refused, Err(Error::NotEmpty(_))), "{engine}: {refused:?}");

        let damaged = tempfile::tempdir().unwrap();
        copy(folder.path(), damaged.path());
        let path = damaged.path().join("tables/note.jsonl");
        std::fs::write(&path, std::fs::read_to_string(&path).unwrap().replace("bank", "tank")).unwrap();
        let failed = restore(plan(&test.settings, TABLES, &erasers, &test, Overwrite::Replace), damaged.path()).await;
        assert!(matches!(failed, Err(Error::Backup(_))), "{engine}: {failed:?}");

        // A backup of a newer program, and one whose rows contradict each other, fail in the middle.
        let older = restore(plan(&test.settings, &TABLES[..1], &erasers, &test, Overwrite::Replace), folder.path()).await;
        assert!(matches!(older, Err(Error::Migration(_))), "{engine}: {older:?}");
        let broken = tempfile::tempdir().unwrap();
        copy(folder.path(), broken.path());
        let path = broken.path().join("tables/note.jsonl");
        let lines = std::fs::read_to_string(&path).unwrap();
        let orphan = lines.lines().find(|line| line.contains("bank")).unwrap().to_owned() + "\n";
        std::fs::write(&path, &orphan).unwrap();
        let contents = broken.path().join("contents.json");
        let mut told: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&contents).unwrap()).unwrap();
        let table = told["tables"].as_array_mut().unwrap().iter_mut().find(|table| table["name"] == "note").unwrap();
        table["rows"] = 1.into();
        table["sha256"] = sha256(orphan.as_bytes()).into();
        std::fs::write(&contents, told.to_string()).unwrap();
        let failed = restore(plan(&test.settings, TABLES, &erasers, &test, Overwrite::Replace), broken.path()).await;
        assert!(matches!(failed, Err(Error::Reference(_))), "{engine}: {failed:?}");

        let store = reopen(&test.settings, TABLES, &test.clock, &test.random).await;
        assert_eq!(found(&store, "later").await, [4], "{engine}: everything is as it was");
        assert_eq!(found(&store, "fiets").await, [9], "{engine}");
    }
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(bytes))
}

#[tokio::test]
async fn a_backup_shows_one_moment_while_writing_goes_on() {
    for engine in engines() {
        let (test, _) = house(engine).await;
        let folder = tempfile::tempdir().unwrap();
        let writing = async {
            for n in 100..160 {
                note(&test, n, &format!("note {n}"), None).await;
            }
        };
        let (contents, ()) = tokio::join!(backup(&test.store, folder.path()), writing);
        contents.unwrap();
        let target = open(engine, TABLES).await;
        let erasers = erasers();
        restore(plan(&target.settings, TABLES, &erasers, &test, Overwrite::Refuse), folder.path()).await.unwrap();
        let store = reopen(&target.settings, TABLES, &test.clock, &test.random).await;
        assert!(journal::verify(&store, None).await.unwrap().is_whole(), "{engine}");
        let mut session = store.read().await.unwrap();
        let notes: i64 = session.one(sql!("SELECT count(*) AS n FROM note"), &[]).await.unwrap().get("n").unwrap();
        let entries: i64 = session.one(sql!("SELECT count(*) AS n FROM journal"), &[]).await.unwrap().get("n").unwrap();
        assert_eq!(notes, entries, "{engine}: note and journal of one write are both there or neither");
    }
}

#[tokio::test]
async fn a_backup_comes_back_on_a_new_machine_with_a_newer_program() {
    for engine in engines() {
        let (test, _) = house(engine).await;
        let folder = tempfile::tempdir().unwrap();
        backup(&test.store, folder.path()).await.unwrap();
        let newer = [
            TABLES[0],
            TABLES[1],
            Migration {
                room: "trial",
                number: 3,
                name: "colour",
                sql: "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'green';",
            },
        ];
        // A database without any tables, as on a new machine.
        let place = tempfile::tempdir().unwrap();
        let database = empty(engine, place.path()).await;
        let files = store::FilesSettings::Folder(place.path().join("files"));
        let settings =
            Settings { database: database.url.clone(), files, erasure_list: place.path().join("erased"), ..test.settings.clone() };
        let erasers = erasers();
        restore(plan(&settings, &newer, &erasers, &test, Overwrite::Refuse), folder.path()).await.unwrap();
        let store = reopen(&settings, &newer, &test.clock, &test.random).await;
        let row = store.read().await.unwrap().one("SELECT colour FROM note LIMIT 1", &[]).await.unwrap();
        assert_eq!(row.get::<String>("colour").as_deref(), Ok("green"), "{engine}");
    }
}
