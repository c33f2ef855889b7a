//! The mark of the database: as long as it is the same, nothing that can be read has changed.
//!
//! It is what makes a page in memory safe to show: whoever asks for the mark after a write was acknowledged, on this
//! node or on another, gets another mark than before that write.

use crate::{DatabaseUrl, Engine, Error, Session};
use sqlx::sqlite::SqliteSynchronous;
use std::sync::OnceLock;
use tokio::sync::{mpsc, oneshot};

/// A moment of the database. Equal marks mean that the same rows are there to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark(u64);

type Asked = oneshot::Sender<Result<Mark, Error>>;

/// Answers who asks for the mark. All who ask while one question is under way share the next, which begins after
/// they asked; so a crowd costs no more than one visitor.
#[derive(Debug)]
pub(crate) struct Marks {
    database: DatabaseUrl,
    queue: OnceLock<mpsc::UnboundedSender<Asked>>,
}

impl Marks {
    pub(crate) fn new(database: DatabaseUrl) -> Self {
        Self { database, queue: OnceLock::new() }
    }

    pub(crate) async fn now(&self) -> Result<Mark, Error> {
        let (ask, answer) = oneshot::channel();
        let queue = self.queue.get_or_init(|| {
            let (queue, waiting) = mpsc::unbounded_channel();
            tokio::spawn(serve(self.database.clone(), waiting));
            queue
        });
        let gone = |_| Error::Unavailable("the reading was stopped".to_owned());
        queue.send(ask).map_err(|_| Error::Unavailable("the reading was stopped".to_owned()))?;
        answer.await.map_err(gone)?
    }
}

async fn serve(database: DatabaseUrl, mut waiting: mpsc::UnboundedReceiver<Asked>) {
    let mut session: Option<Session> = None;
    while let Some(first) = waiting.recv().await {
        // Whoever is about to ask asks now, and shares the answer.
        tokio::task::yield_now().await;
        let mut asked = vec![first];
        while let Ok(next) = waiting.try_recv() {
            asked.push(next);
        }
        let answer = match look(&database, &mut session).await {
            Ok(mark) => Ok(mark),
            // A connection that went away is opened once more before anybody is told.
            Err(_) => {
                session = None;
                look(&database, &mut session).await
            }
        };
        match answer {
            Ok(mark) => asked.into_iter().for_each(|ask| drop(ask.send(Ok(mark)))),
            Err(error) => {
                session = None;
                let told = error.to_string();
                asked.into_iter().for_each(|ask| drop(ask.send(Err(Error::Unavailable(told.clone())))));
            }
        }
    }
}

async fn look(database: &DatabaseUrl, held: &mut Option<Session>) -> Result<Mark, Error> {
    let session = match held {
        Some(session) => session,
        None => held.insert(crate::connect(database, SqliteSynchronous::Full).await?),
    };
    match session.engine() {
        // Changes whenever another connection than this one, which never writes, has committed.
        Engine::Sqlite => {
            let version: i64 = session.one("PRAGMA data_version", &[]).await?.get("data_version")?;
            Ok(Mark(u64::from_ne_bytes(version.to_ne_bytes())))
        }
        // Names the transactions that are over: any commit that changed rows changes it.
        Engine::Postgres => {
            let snapshot: String = session.one("SELECT CAST(pg_current_snapshot() AS TEXT) AS snapshot", &[]).await?.get("snapshot")?;
            Ok(Mark(fingerprint(&snapshot)))
        }
    }
}

fn fingerprint(text: &str) -> u64 {
    use sha2::{Digest as _, Sha256};
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    digest[..8].iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}
