//! What happened, in the order in which it happened.
//!
//! Each thing that has a history is a stream. Entries of a stream are numbered from 1 without gaps and chained: the hash
//! of an entry is made of the hash before it and of everything the entry holds. The journal holds ids, codes, dates,
//! outcomes and keyed digests of texts, never the texts themselves, so that an entry need never be removed.

mod chain;
mod digest;
mod seal;
mod verify;

pub use digest::matches;
pub use seal::{Checkpoint, CheckpointError, Hash, Head, Over, checkpoint, note_mailed, sealed, seals, signer};
pub use verify::{Finding, Flaw, Report, verify};

use crate::{Engine, Error, Row, Session, Tx, Value};
use kernel::{Actor, EventId, Instant, TenantId};
use serde_json::Value as Json;
use uuid::Uuid;

/// What is to be remembered.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Whose journal.
    pub tenant: TenantId,
    /// The id of the thing whose history this is, for instance a dossier.
    pub stream: Uuid,
    /// What kind of thing, for instance `dossier`.
    pub stream_kind: &'a str,
    /// What happened, for instance `dossier.assigned`.
    pub kind: &'a str,
    /// The form of the body, so that later programs can read it.
    pub version: i64,
    /// Who did it; never a name.
    pub actor: &'a Actor,
    /// When.
    pub at: Instant,
    /// Ids, codes, dates, outcomes and digests. No words of a person.
    pub body: Json,
}

/// What was remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The entry itself.
    pub id: EventId,
    /// Whose journal.
    pub tenant: TenantId,
    /// The thing whose history this is.
    pub stream: Uuid,
    /// What kind of thing.
    pub stream_kind: String,
    /// The place in the stream, from 1 without gaps.
    pub number: i64,
    /// What happened.
    pub kind: String,
    /// The form of the body.
    pub version: i64,
    /// Who did it.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// What else is known of it.
    pub body: Json,
}

/// The head of a new stream.
const FIRST_HEAD: &str = crate::sql!("INSERT INTO journal_head (tenant, stream, number, hash) VALUES ($1, $2, $3, $4)");
/// An entry beside its head, which goes by a statement of its own.
const ENTRY: &str = crate::sql!(
    "INSERT INTO journal (tenant, stream, number, id, stream_kind, kind, version, actor, at, body, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
/// The head of the stream and the entry, in one question: on SQLite two statements that share their values.
const ON_SQLITE: &str = "INSERT INTO journal_head (tenant, stream, number, hash) VALUES ($1, $2, $3, $11) \
     ON CONFLICT (tenant, stream) DO UPDATE SET number = excluded.number, hash = excluded.hash; \
     INSERT INTO journal (tenant, stream, number, id, stream_kind, kind, version, actor, at, body, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
/// On PostgreSQL the entry waits for the head: two first entries of one stream then collide there, where the server answers
/// that one must run again, and not on the key of the journal.
const ON_POSTGRES: &str = "WITH head AS (INSERT INTO journal_head (tenant, stream, number, hash) VALUES ($1, $2, $3, $11) \
     ON CONFLICT (tenant, stream) DO UPDATE SET number = excluded.number, hash = excluded.hash RETURNING number) \
     INSERT INTO journal (tenant, stream, number, id, stream_kind, kind, version, actor, at, body, hash) \
     SELECT $1, $2, head.number, $4, $5, $6, $7, $8, $9, $10, $11 FROM head";

impl Tx {
    /// Adds an entry to the end of its stream, in this write.
    ///
    /// # Errors
    /// What the database says. Two writers of one stream never get the same number: one of them is run again.
    pub async fn journal(&mut self, entry: Entry<'_>) -> Result<Recorded, Error> {
        let (tenant, stream) = (entry.tenant, entry.stream);
        let sql = crate::sql!("SELECT number, hash FROM journal_head WHERE tenant = $1 AND stream = $2");
        let head = self.optional(sql, &crate::values![tenant, stream]).await?;
        let (last, previous) = match head {
            Some(head) => (head.get::<i64>("number")?, head.get::<Vec<u8>>("hash")?),
            None => (0, chain::genesis(tenant, stream).to_vec()),
        };
        let (recorded, row) = self.link(entry, last, &previous)?;
        let both = match self.engine() {
            Engine::Sqlite => ON_SQLITE,
            Engine::Postgres => ON_POSTGRES,
        };
        self.run(both, &row).await?;
        Ok(recorded)
    }

    /// Adds the first entry of a stream whose thing is made in this very write, so that nobody can have begun it.
    ///
    /// # Errors
    /// What the database says. When the stream has entries already, its key refuses and nothing of the write is kept.
    pub async fn journal_first(&mut self, entry: Entry<'_>) -> Result<Recorded, Error> {
        let before = chain::genesis(entry.tenant, entry.stream);
        let (recorded, row) = self.link(entry, 0, &before)?;
        match self.engine() {
            Engine::Sqlite => drop(self.run(ON_SQLITE, &row).await?),
            Engine::Postgres => {
                let [tenant, stream, number, .., hash] = &row;
                self.add(FIRST_HEAD, &[tenant.clone(), stream.clone(), number.clone(), hash.clone()]).await?;
                self.add(ENTRY, &row).await?;
            }
        }
        Ok(recorded)
    }

    /// The entry after the one with the number `last` and the hash `previous`, and its row in the order of the columns.
    fn link(&mut self, entry: Entry<'_>, last: i64, previous: &[u8]) -> Result<(Recorded, [Value; 11]), Error> {
        let (tenant, stream) = (entry.tenant, entry.stream);
        let id = self.next_event();
        let actor = serde_json::to_string(entry.actor).map_err(|error| Error::Broken(error.to_string()))?;
        let body = entry.body.to_string();
        let link = chain::Link {
            tenant,
            stream,
            number: last + 1,
            id,
            stream_kind: entry.stream_kind,
            kind: entry.kind,
            version: entry.version,
            actor: &actor,
            at: entry.at,
            body: &body,
        };
        let hash = link.hash(previous);
        let row =
            crate::values![tenant, stream, link.number, id, entry.stream_kind, entry.kind, entry.version, actor, entry.at, body, hash];
        let recorded = Recorded {
            id,
            tenant,
            stream,
            stream_kind: entry.stream_kind.to_owned(),
            number: last + 1,
            kind: entry.kind.to_owned(),
            version: entry.version,
            actor: *entry.actor,
            at: entry.at,
            body: entry.body,
        };
        Ok((recorded, row))
    }
}

/// The whole history of one thing, oldest first.
///
/// # Errors
/// What the database says.
pub async fn stream(session: &mut Session, tenant: TenantId, stream: Uuid) -> Result<Vec<Recorded>, Error> {
    let sql = crate::sql!(
        "SELECT tenant, stream, number, id, stream_kind, kind, version, actor, at, body FROM journal WHERE tenant = $1 AND stream = $2 ORDER BY number"
    );
    session.all(sql, &crate::values![tenant, stream]).await?.iter().map(recorded).collect()
}

/// The audit view: the newest entries of all streams, or of all streams of one kind, older than `before`.
///
/// # Errors
/// What the database says.
pub async fn latest(
    session: &mut Session,
    tenant: TenantId,
    stream_kind: Option<&str>,
    before: Option<(Instant, EventId)>,
    limit: i64,
) -> Result<Vec<Recorded>, Error> {
    let (at, id) = before.unwrap_or((Instant::from_micros(i64::MAX), EventId::from_uuid(Uuid::max())));
    let rows = match stream_kind {
        None => {
            let sql = crate::sql!(
                "SELECT tenant, stream, number, id, stream_kind, kind, version, actor, at, body FROM journal WHERE tenant = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4"
            );
            session.all(sql, &crate::values![tenant, at, id, limit]).await?
        }
        Some(kind) => {
            let sql = crate::sql!(
                "SELECT tenant, stream, number, id, stream_kind, kind, version, actor, at, body FROM journal WHERE tenant = $1 AND stream_kind = $5 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4"
            );
            session.all(sql, &crate::values![tenant, at, id, limit, kind]).await?
        }
    };
    rows.iter().map(recorded).collect()
}

/// The entries of all streams of one kind that happened at `from` or later, the oldest first, after the one with the moment
/// and the id `after`. An entry may be kept a little later than the moment it bears: whoever goes on where it stopped looks
/// back some minutes.
///
/// # Errors
/// What the database says.
pub async fn since(
    session: &mut Session,
    tenant: TenantId,
    stream_kind: &str,
    from: Instant,
    after: Option<(Instant, EventId)>,
    limit: i64,
) -> Result<Vec<Recorded>, Error> {
    let (at, id) = after.unwrap_or((from, EventId::from_uuid(Uuid::nil())));
    let sql = crate::sql!(
        "SELECT tenant, stream, number, id, stream_kind, kind, version, actor, at, body FROM journal WHERE tenant = $1 AND stream_kind = $2 AND (at, id) > ($3, $4) ORDER BY at, id LIMIT $5"
    );
    session.all(sql, &crate::values![tenant, stream_kind, at, id, limit]).await?.iter().map(recorded).collect()
}

fn recorded(row: &Row) -> Result<Recorded, Error> {
    let unreadable = |error: serde_json::Error| Error::Broken(format!("an entry of the journal cannot be read: {error}"));
    Ok(Recorded {
        id: row.get("id")?,
        tenant: row.get("tenant")?,
        stream: row.get("stream")?,
        stream_kind: row.get("stream_kind")?,
        number: row.get("number")?,
        kind: row.get("kind")?,
        version: row.get("version")?,
        actor: serde_json::from_str(&row.get::<String>("actor")?).map_err(unreadable)?,
        at: row.get("at")?,
        body: serde_json::from_str(&row.get::<String>("body")?).map_err(unreadable)?,
    })
}
