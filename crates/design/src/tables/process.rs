//! Processes.

use crate::model::{Charter, Decider, Process, State, welcomes};
use crate::tables::charter;
use kernel::{CharterId, Date, Instant, OrganisationId, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Row, Session, Tx, sql, values};

/// A row of the table.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which process.
    pub id: ProcessId,
    /// Its place in addresses.
    pub slug: String,
    /// Where its title is.
    pub title: TextId,
    /// How far it is.
    pub state: State,
    /// The charter that holds.
    pub charter: Option<CharterId>,
    /// The version that is being written.
    pub draft: Option<CharterId>,
    /// When it was made.
    pub created: Instant,
    published: Option<Instant>,
    closed: Option<Instant>,
    close_reason: Option<TextId>,
}

fn kept(row: &Row) -> Result<Kept, Error> {
    let state: String = row.get("state")?;
    Ok(Kept {
        id: row.get("id")?,
        slug: row.get("slug")?,
        title: row.get("title")?,
        state: State::of_code(&state).unwrap_or(State::Draft),
        charter: row.get("charter")?,
        draft: row.get("draft")?,
        created: row.get("created")?,
        published: row.get("published")?,
        closed: row.get("closed")?,
        close_reason: row.get("close_reason")?,
    })
}

fn process_of(row: Kept, tenant: TenantId, charter: Option<Charter>, words: &BTreeMap<TextId, LanguageSet>) -> Option<Process> {
    Some(Process {
        id: row.id,
        tenant,
        slug: row.slug,
        title: words.get(&row.title)?.clone(),
        state: row.state,
        charter,
        has_draft: row.draft.is_some(),
        created: row.created,
        published: row.published,
        closed: row.closed,
        close_reason: row.close_reason.and_then(|place| words.get(&place).cloned()),
    })
}

async fn words(s: &mut Session, tenant: TenantId, rows: &[Kept]) -> Result<BTreeMap<TextId, LanguageSet>, Error> {
    let places: Vec<TextId> = rows.iter().flat_map(|row| std::iter::once(row.title).chain(row.close_reason)).collect();
    Ok(texts(s, tenant, &places).await?.into_iter().collect())
}

async fn whole(s: &mut Session, tenant: TenantId, row: Option<Row>) -> Result<Option<Process>, Error> {
    let Some(row) = row.as_ref().map(kept).transpose()? else { return Ok(None) };
    let words = words(s, tenant, std::slice::from_ref(&row)).await?;
    let charter = match row.charter {
        Some(id) => charter::charter(s, tenant, id).await?,
        None => None,
    };
    Ok(process_of(row, tenant, charter, &words))
}

/// The row of one process.
///
/// # Errors
/// When the database cannot be read.
pub async fn row(s: &mut Session, tenant: TenantId, id: ProcessId) -> Result<Option<Kept>, Error> {
    s.optional(sql!("SELECT * FROM process WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(kept).transpose()
}

/// One process by its id, with the charter that holds. A draft too: a public page asks [`Process::is_public`].
///
/// # Errors
/// When the database cannot be read.
pub async fn process(s: &mut Session, tenant: TenantId, id: ProcessId) -> Result<Option<Process>, Error> {
    let row = s.optional(sql!("SELECT * FROM process WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    whole(s, tenant, row).await
}

/// One published or closed process by its place in addresses.
///
/// # Errors
/// When the database cannot be read.
pub async fn process_by_slug(s: &mut Session, tenant: TenantId, slug: &str) -> Result<Option<Process>, Error> {
    let row =
        s.optional(sql!("SELECT * FROM process WHERE tenant = $1 AND slug = $2 AND charter IS NOT NULL"), &values![tenant, slug]).await?;
    whole(s, tenant, row).await
}

/// The organisations that own a process together with the municipality (F5), and nothing else of it.
///
/// # Errors
/// When the database cannot be read.
pub async fn partners_of(s: &mut Session, tenant: TenantId, id: ProcessId) -> Result<Vec<OrganisationId>, Error> {
    let sql = sql!(
        "SELECT c.partners FROM process p JOIN charter c ON c.tenant = p.tenant AND c.id = p.charter
         WHERE p.tenant = $1 AND p.id = $2"
    );
    let Some(row) = s.optional(sql, &values![tenant, id]).await? else { return Ok(Vec::new()) };
    let Some(list) = row.get::<Option<String>>("partners")? else { return Ok(Vec::new()) };
    serde_json::from_str(&list).map_err(|error| Error::Broken(error.to_string()))
}

/// Which public process stands at a place in addresses, and whether it takes contributions on `today`: the same answer as
/// [`process_by_slug`] and [`crate::open_for_contributions`], from one question.
///
/// # Errors
/// When the database cannot be read.
pub async fn taking(s: &mut Session, tenant: TenantId, slug: &str, today: Date) -> Result<Option<(ProcessId, bool)>, Error> {
    let sql = sql!(
        "SELECT p.id, p.state, c.opens, c.closes FROM process p JOIN charter c ON c.tenant = p.tenant AND c.id = p.charter
         WHERE p.tenant = $1 AND p.slug = $2"
    );
    let Some(row) = s.optional(sql, &values![tenant, slug]).await? else { return Ok(None) };
    let state = State::of_code(&row.get::<String>("state")?).unwrap_or(State::Draft);
    Ok(Some((row.get("id")?, welcomes(state, row.get("opens")?, row.get("closes")?, today))))
}

/// The titles of public processes, the newest first, `limit` at most: for a list to choose from.
///
/// # Errors
/// When the database cannot be read.
pub async fn titles(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<(ProcessId, LanguageSet)>, Error> {
    let sql = sql!("SELECT id, title FROM process WHERE tenant = $1 AND charter IS NOT NULL ORDER BY created DESC, id DESC LIMIT $2");
    let rows = s.all(sql, &values![tenant, limit]).await?;
    let all = rows.iter().map(|row| Ok((row.get("id")?, row.get("title")?))).collect::<Result<Vec<(ProcessId, TextId)>, Error>>()?;
    let places: Vec<TextId> = all.iter().map(|(_, place)| *place).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    Ok(all.into_iter().filter_map(|(id, place)| Some((id, words.get(&place)?.clone()))).collect())
}

/// Of one of these processes: its name, and its place in addresses when it is public. Drafts too.
///
/// # Errors
/// When the database cannot be read.
pub async fn named(s: &mut Session, tenant: TenantId, ids: &[ProcessId]) -> Result<Vec<(ProcessId, LanguageSet, Option<String>)>, Error> {
    let mut all: Vec<(ProcessId, TextId, Option<String>)> = Vec::with_capacity(ids.len());
    for id in ids {
        let sql = sql!("SELECT id, title, slug, charter FROM process WHERE tenant = $1 AND id = $2");
        if let Some(row) = s.optional(sql, &values![tenant, *id]).await? {
            let public = row.get::<Option<CharterId>>("charter")?.is_some();
            let slug: String = row.get("slug")?;
            all.push((row.get("id")?, row.get("title")?, public.then_some(slug)));
        }
    }
    let places: Vec<TextId> = all.iter().map(|(_, place, _)| *place).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    Ok(all.into_iter().filter_map(|(id, place, slug)| Some((id, words.get(&place)?.clone(), slug))).collect())
}

/// Whom the charters that hold name to decide, for every process that has one.
///
/// # Errors
/// When the database cannot be read.
pub async fn deciders(s: &mut Session, tenant: TenantId) -> Result<Vec<(ProcessId, Decider)>, Error> {
    let sql = sql!(
        "SELECT p.id, c.decider FROM process p JOIN charter c ON c.tenant = p.tenant AND c.id = p.charter
         WHERE p.tenant = $1 AND c.decider IS NOT NULL"
    );
    let rows = s.all(sql, &values![tenant]).await?;
    let read = |row: &Row| Ok((row.get("id")?, Decider::of_role(&row.get::<String>("decider")?)));
    let all = rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?;
    Ok(all.into_iter().filter_map(|(id, decider)| Some((id, decider?))).collect())
}

/// One process by its place in addresses, drafts too: for staff and the command line.
///
/// # Errors
/// When the database cannot be read.
pub async fn process_at(s: &mut Session, tenant: TenantId, slug: &str) -> Result<Option<Process>, Error> {
    let row = s.optional(sql!("SELECT * FROM process WHERE tenant = $1 AND slug = $2"), &values![tenant, slug]).await?;
    whole(s, tenant, row).await
}

/// Processes, the newest first, `limit` at most, after the one that `after` points at.
///
/// # Errors
/// When the database cannot be read.
pub async fn processes(
    s: &mut Session,
    tenant: TenantId,
    public_only: bool,
    after: Option<(Instant, ProcessId)>,
    limit: i64,
) -> Result<Vec<Process>, Error> {
    // No row lies after the end of time: the first page and a later one are the same question.
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MAX), last_of_all()));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM process WHERE tenant = $1 AND (created, id) < ($2, $3) AND (charter IS NOT NULL OR $4 = FALSE)
                 ORDER BY created DESC, id DESC LIMIT $5"
            ),
            &values![tenant, at, id, public_only, limit],
        )
        .await?
        .iter()
        .map(kept)
        .collect::<Result<Vec<_>, _>>()?;
    let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let (first, last) = ((oldest.created, oldest.id), (newest.created, newest.id));
    let mut charters: BTreeMap<CharterId, Charter> =
        charter::holding(s, tenant, first, last).await?.into_iter().map(|charter| (charter.id, charter)).collect();
    let words = words(s, tenant, &rows).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let charter = row.charter.and_then(|id| charters.remove(&id));
            process_of(row, tenant, charter, &words)
        })
        .collect())
}

fn last_of_all() -> ProcessId {
    ProcessId::from_uuid(uuid::Uuid::from_bytes([0xff; 16]))
}

/// Whether the place `slug` is taken.
///
/// # Errors
/// When the database cannot be read.
pub async fn slug_taken(s: &mut Session, tenant: TenantId, slug: &str) -> Result<bool, Error> {
    Ok(s.optional(sql!("SELECT id FROM process WHERE tenant = $1 AND slug = $2"), &values![tenant, slug]).await?.is_some())
}

/// Keeps a new process of which `draft` is the first charter.
///
/// # Errors
/// When the database cannot be written, or the slug is taken.
pub async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    id: ProcessId,
    slug: &str,
    title: TextId,
    draft: CharterId,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO process (tenant, id, slug, title, state, draft, created) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &values![tenant, id, slug, title, State::Draft.code(), draft, at],
    )
    .await?;
    Ok(())
}

/// Notes that `draft` is being written; before the first publication its title is the title of the process.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_draft(tx: &mut Tx, tenant: TenantId, id: ProcessId, draft: CharterId, title: TextId) -> Result<(), Error> {
    tx.run(sql!("UPDATE process SET draft = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, draft]).await?;
    tx.run(sql!("UPDATE process SET title = $3 WHERE tenant = $1 AND id = $2 AND charter IS NULL"), &values![tenant, id, title]).await?;
    Ok(())
}

/// Makes `charter` the one that holds.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_published(
    tx: &mut Tx,
    tenant: TenantId,
    id: ProcessId,
    charter: CharterId,
    title: TextId,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE process SET state = $3, charter = $4, draft = NULL, title = $5, published = coalesce(published, $6)
             WHERE tenant = $1 AND id = $2"
        ),
        &values![tenant, id, State::Published.code(), charter, title, at],
    )
    .await?;
    Ok(())
}

/// Closes a published process.
///
/// # Errors
/// When the database cannot be written.
pub async fn set_closed(tx: &mut Tx, tenant: TenantId, id: ProcessId, reason: TextId, at: Instant) -> Result<bool, Error> {
    let rows = tx
        .run(
            sql!("UPDATE process SET state = $3, closed = $4, close_reason = $5 WHERE tenant = $1 AND id = $2 AND state = $6"),
            &values![tenant, id, State::Closed.code(), at, reason, State::Published.code()],
        )
        .await?;
    Ok(rows == 1)
}
