//! A process that is killed loses nothing that it acknowledged.

use crate::{TABLES, tenant};
use bytes::Bytes;
use kernel::{Actor, FileId, SeededRandom, TestClock};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::Arc;
use store::files::NewFile;
use store::jobs::NewJob;
use store::journal::Entry;
use store::testing::{BEGIN, empty, engines};
use store::{FilesSettings, Secret, Settings, Store, sql, values};

const URL: &str = "MEEMAAK_TEST_KILLED";
const FOLDER: &str = "MEEMAAK_TEST_KILLED_FOLDER";

async fn start(url: &str, folder: &str) -> Store {
    let folder = std::path::PathBuf::from(folder);
    let settings = Settings {
        database: url.parse().unwrap(),
        files: FilesSettings::Folder(folder.join("files")),
        secret: Secret::from_bytes([1; 32]),
        erasure_list: folder.join("erased"),
        readers: 4,
    };
    let seed = std::process::id().into();
    Store::open(settings, TABLES, Arc::new(TestClock::new(BEGIN)), Arc::new(SeededRandom::new(seed))).await.unwrap()
}

/// The process that is killed: writes notes with a photo, a job and an entry of the journal, and tells what was acknowledged.
#[test]
#[ignore = "is started by the test below"]
fn child() {
    let (Ok(url), Ok(folder)) = (std::env::var(URL), std::env::var(FOLDER)) else { return };
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = start(&url, &folder).await;
        let writers = (0..20).map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                loop {
                    let file = FileId::new(BEGIN, store.random());
                    store.files().put(tenant(1), file, Bytes::from(file.to_string())).await.unwrap();
                    store::write!(store, [file], |tx| {
                        let (id, at, actor) = (file.uuid(), tx.now(), Actor::Resident);
                        let insert = sql!("INSERT INTO note (tenant, id, label, done) VALUES ($1, $2, $3, $4)");
                        tx.run(insert, &values![tenant(1), id, id.to_string(), false]).await?;
                        tx.keep_file(tenant(1), NewFile { id: file, media_type: "image/png".to_owned(), size: 36, owner: id }).await?;
                        tx.enqueue(NewJob { tenant: tenant(1), kind: "mail", payload: serde_json::json!({ "id": id }), due: at }).await?;
                        let body = serde_json::json!({});
                        let entry =
                            Entry { tenant: tenant(1), stream: id, stream_kind: "note", kind: "made", version: 1, actor: &actor, at, body };
                        tx.journal(entry).await
                    })
                    .await
                    .unwrap();
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "\nacknowledged {file}").unwrap();
                    out.flush().unwrap();
                }
            })
        });
        futures::future::join_all(writers).await;
    });
}

#[tokio::test]
async fn a_killed_process_loses_nothing_that_it_acknowledged() {
    for engine in engines() {
        let folder = tempfile::tempdir().unwrap();
        let database = empty(engine, folder.path()).await;
        // The password is not part of what is shown; the server of the tests has none.
        let (url, path) = (database.url.to_string(), folder.path().display().to_string());
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "durable::child", "--ignored", "--nocapture"])
            .env(URL, &url)
            .env(FOLDER, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut told = Vec::new();
        for line in lines.map_while(Result::ok) {
            told.extend(line.strip_prefix("acknowledged ").and_then(|id| id.parse::<FileId>().ok()));
            if told.len() == 200 {
                // SIGKILL: nothing can be tidied up. What it told in the meantime is read to its end.
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(told.len() >= 200, "{engine}: {} were acknowledged", told.len());

        let store = start(&url, &path).await;
        let mut session = store.read().await.unwrap();
        for file in &told {
            let key = values![tenant(1), file];
            session.one(sql!("SELECT id FROM note WHERE tenant = $1 AND id = $2"), &key).await.unwrap();
            assert!(store::files::row(&mut session, tenant(1), *file).await.unwrap().is_some(), "{engine}");
            let bytes = store.files().get(tenant(1), *file).await.unwrap();
            assert_eq!(bytes.as_deref(), Some(file.to_string().as_bytes()), "{engine}: the photo");
        }
        for count in
            [sql!("SELECT count(*) AS n FROM job"), sql!("SELECT count(*) AS n FROM file"), sql!("SELECT count(*) AS n FROM journal")]
        {
            let notes = session.one(sql!("SELECT count(*) AS n FROM note"), &[]).await.unwrap().get::<i64>("n");
            assert_eq!(session.one(count, &[]).await.unwrap().get::<i64>("n"), notes, "{engine}: all of a write or nothing");
        }
        drop(session);
        assert!(store::journal::verify(&store, None).await.unwrap().is_whole(), "{engine}");
        store.close().await;
    }
}
