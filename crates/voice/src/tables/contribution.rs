//! Contributions and their link to who the author is.

use crate::model::code::CodeDigest;
use crate::model::contribution::{Assisted, Contribution, NewContribution, Screening, Words};
use crate::model::place::{Place, Point};
use crate::model::theme::Theme;
use crate::parts::NewPart;
use journey::{AnswerBy, Channel};
use kernel::{
    AccountId, ContributionId, DossierId, IdentityId, Instant, Language, Line, OrganisationId, ProcessId, Prose, PublicNumber, TenantId,
};
use store::texts::LanguageSet;
use store::{Error, Row, Session, Tx, counters, sql, values};
use uuid::Uuid;

/// Where a page of a list ended: the moment and the contribution.
pub type Cursor = (Instant, ContributionId);

/// The first page of a list that runs from new to old.
const NEWEST: (i64, Uuid) = (i64::MAX, Uuid::max());
/// The first page of a list that runs from old to new.
const OLDEST: (i64, Uuid) = (i64::MIN, Uuid::nil());

fn place_of(after: Option<Cursor>, first: (i64, Uuid)) -> (i64, Uuid) {
    after.map_or(first, |(at, id)| (at.micros(), id.uuid()))
}

/// One contribution; `None` when this municipality has no such one.
///
/// # Errors
/// When the database fails.
pub async fn contribution(s: &mut Session, tenant: TenantId, id: ContributionId) -> Result<Option<Contribution>, Error> {
    let row = s.optional(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.id = $2"
    ), &values![tenant, id]).await?;
    row.as_ref().map(read).transpose()
}

/// One contribution by its public number.
///
/// # Errors
/// When the database fails.
pub async fn by_number(s: &mut Session, tenant: TenantId, number: &PublicNumber) -> Result<Option<Contribution>, Error> {
    let row = s.optional(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.number = $2"
    ), &values![tenant, number.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The contributions of a process that everybody may read, the newest first, from `after` on.
///
/// # Errors
/// When the database fails.
pub async fn list_public(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Contribution>, Error> {
    let (at, id) = place_of(after, NEWEST);
    let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.process = $2 AND c.part_of IS NULL AND c.screening = 'shown' AND c.withdrawn IS NULL AND (c.received, c.id) < ($3, $4) ORDER BY c.received DESC, c.id DESC LIMIT $5"
    ), &values![tenant, process, at, id, limit]).await?;
    rows.iter().map(read).collect()
}

/// Contributions at whose words nobody has looked yet, the longest waiting first.
///
/// # Errors
/// When the database fails.
pub async fn waiting(s: &mut Session, tenant: TenantId, after: Option<Cursor>, limit: i64) -> Result<Vec<Contribution>, Error> {
    let (at, id) = place_of(after, OLDEST);
    let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.part_of IS NULL AND c.screening = 'waiting' AND c.withdrawn IS NULL AND (c.received, c.id) > ($2, $3) ORDER BY c.received, c.id LIMIT $4"
    ), &values![tenant, at, id, limit]).await?;
    rows.iter().map(read).collect()
}

/// Contributions that somebody looked at, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn screened(
    s: &mut Session,
    tenant: TenantId,
    screening: Screening,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Contribution>, Error> {
    let (at, id) = place_of(after, NEWEST);
    let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.part_of IS NULL AND c.screening = $2 AND c.withdrawn IS NULL AND (c.received, c.id) < ($3, $4) ORDER BY c.received DESC, c.id DESC LIMIT $5"
    ), &values![tenant, screening.code(), at, id, limit]).await?;
    rows.iter().map(read).collect()
}

/// What one person put in, as far as the vault knows.
///
/// # Errors
/// When the database fails.
pub async fn of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<Contribution>, Error> {
    let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND a.identity = $2 ORDER BY c.received, c.id"
    ), &values![tenant, identity]).await?;
    rows.iter().map(read).collect()
}

/// Who put something in to a process, as far as the vault knows, in the order of contributions: `limit` after `after`.
///
/// # Errors
/// When the database fails.
pub(crate) async fn authors_in(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    after: ContributionId,
    limit: i64,
) -> Result<Vec<(ContributionId, IdentityId)>, Error> {
    let sql = sql!(
        "SELECT c.id, a.identity FROM contribution c JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id WHERE c.tenant = $1 AND c.process = $2 AND c.id > $3 ORDER BY c.id LIMIT $4"
    );
    s.all(sql, &values![tenant, process, after, limit]).await?.iter().map(|row| Ok((row.get("id")?, row.get("identity")?))).collect()
}

/// How many ids one statement takes.
const AT_ONCE: usize = 50;

/// Several contributions, in the order of `ids`; what this municipality does not have is left out.
///
/// # Errors
/// When the database fails.
pub async fn contributions(s: &mut Session, tenant: TenantId, ids: &[ContributionId]) -> Result<Vec<Contribution>, Error> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(AT_ONCE) {
        let mut asked = vec![store::ToValue::to_value(&tenant)];
        asked.extend((0..AT_ONCE).map(|place| store::ToValue::to_value(&part.get(place).map_or(Uuid::nil(), |id| id.uuid()))));
        let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
    ), &asked).await?;
        let mut read = rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?;
        for id in part {
            if let Some(place) = read.iter().position(|contribution| contribution.id == *id) {
                found.push(read.swap_remove(place));
            }
        }
    }
    Ok(found)
}

/// Which of these contributions came through an organisation, and through which.
///
/// # Errors
/// When the database fails.
pub async fn through(s: &mut Session, tenant: TenantId, ids: &[ContributionId]) -> Result<Vec<(ContributionId, OrganisationId)>, Error> {
    let mut found = Vec::new();
    for part in ids.chunks(AT_ONCE) {
        let mut asked = vec![store::ToValue::to_value(&tenant)];
        asked.extend((0..AT_ONCE).map(|place| store::ToValue::to_value(&part.get(place).map_or(Uuid::nil(), |id| id.uuid()))));
        let rows = s.all(sql!(
        "SELECT id, organisation FROM contribution WHERE tenant = $1 AND organisation IS NOT NULL AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
    ), &asked).await?;
        for row in &rows {
            found.push((row.get("id")?, row.get("organisation")?));
        }
    }
    Ok(found)
}

/// The themes of a municipality by name, `most` at most.
///
/// # Errors
/// When the database fails.
pub async fn themes(s: &mut Session, tenant: TenantId, most: usize) -> Result<Vec<Theme>, Error> {
    let mut found: Vec<Theme> = Vec::new();
    let mut after = String::new();
    // One step of an index each: there are few themes, and many contributions.
    while found.len() < most {
        let sql = sql!("SELECT category FROM contribution WHERE tenant = $1 AND category > $2 ORDER BY category LIMIT 1");
        let Some(row) = s.optional(sql, &values![tenant, after.as_str()]).await? else { break };
        after = row.get("category")?;
        let theme = Theme::named(&after);
        if !found.iter().any(|known| known.code == theme.code) {
            found.push(theme);
        }
    }
    Ok(found)
}

/// The contributions of a theme, by its code; `None` when there are more than `most`.
///
/// # Errors
/// When the database fails.
pub async fn of_theme(s: &mut Session, tenant: TenantId, code: &str, most: usize) -> Result<Option<Vec<ContributionId>>, Error> {
    let mut found = Vec::new();
    let mut after = String::new();
    // One step of an index for each name; upper and lower case may have made several of one theme.
    for _ in 0..MOST_NAMES {
        let sql = sql!("SELECT category FROM contribution WHERE tenant = $1 AND category > $2 ORDER BY category LIMIT 1");
        let Some(row) = s.optional(sql, &values![tenant, after.as_str()]).await? else { return Ok(Some(found)) };
        after = row.get("category")?;
        if Theme::named(&after).code == code {
            let limit = i64::try_from(most + 1 - found.len()).unwrap_or(i64::MAX);
            let sql = sql!("SELECT id FROM contribution WHERE tenant = $1 AND category = $2 LIMIT $3");
            for row in s.all(sql, &values![tenant, after.as_str(), limit]).await? {
                found.push(row.get("id")?);
            }
            if found.len() > most {
                return Ok(None);
            }
        }
    }
    Ok(None)
}

/// So many names of themes are looked at to find those of one.
const MOST_NAMES: usize = 1_000;

/// The themes of those of these contributions that have one.
///
/// # Errors
/// When the database fails.
pub async fn themes_of(s: &mut Session, tenant: TenantId, ids: &[ContributionId]) -> Result<Vec<(ContributionId, Theme)>, Error> {
    let mut found = Vec::new();
    for part in ids.chunks(AT_ONCE) {
        let mut asked = vec![store::ToValue::to_value(&tenant)];
        asked.extend((0..AT_ONCE).map(|place| store::ToValue::to_value(&part.get(place).map_or(Uuid::nil(), |id| id.uuid()))));
        let rows = s
            .all(
                sql!(
                    "SELECT id, category FROM contribution WHERE tenant = $1 AND category IS NOT NULL AND id IN ($2, $3, $4, $5, $6, $7, $8, $9,
                     $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
                     $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &asked,
            )
            .await?;
        for row in rows {
            found.push((row.get("id")?, Theme::named(&row.get::<String>("category")?)));
        }
    }
    Ok(found)
}

/// The words of several contributions as they may be shown, in the order of `ids`.
///
/// # Errors
/// When the database fails.
pub async fn words(s: &mut Session, tenant: TenantId, ids: &[ContributionId]) -> Result<Vec<Words>, Error> {
    Ok(contributions(s, tenant, ids).await?.into_iter().map(Words::from).collect())
}

impl From<Contribution> for Words {
    fn from(contribution: Contribution) -> Self {
        Self {
            id: contribution.id,
            number: contribution.number,
            title: contribution.title,
            body: contribution.body,
            published: contribution.published,
            withdrawn: contribution.withdrawn.is_some(),
        }
    }
}

/// Title and words exactly as the author gave them, without masks: for the person who screens, and for the author.
///
/// # Errors
/// When the database fails.
pub async fn original(s: &mut Session, tenant: TenantId, id: ContributionId) -> Result<Option<(String, Option<String>)>, Error> {
    let row = s.optional(sql!("SELECT title, body FROM contribution WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    row.map(|row| Ok((row.get("title")?, row.get("body")?))).transpose()
}

/// How many contributions of a process are shown, wait, are kept back and were withdrawn: none disappears silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Everybody may read them.
    pub shown: i64,
    /// Nobody looked yet.
    pub waiting: i64,
    /// Kept back under a published rule; they travel all the same.
    pub kept_back: i64,
    /// Taken back by their authors.
    pub withdrawn: i64,
}

impl Counts {
    /// All that came in.
    #[must_use]
    pub const fn all(&self) -> i64 {
        self.shown + self.waiting + self.kept_back + self.withdrawn
    }
}

/// Counts the contributions of a process.
///
/// # Errors
/// When the database fails.
pub async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Counts, Error> {
    let mut counts = Counts::default();
    for (cell, many) in counters::counted(s, tenant, COUNTED, Some(process.uuid())).await? {
        match cell.as_str() {
            WITHDRAWN => counts.withdrawn += many,
            screening => match Screening::from_code(screening) {
                Screening::Waiting => counts.waiting += many,
                Screening::Shown => counts.shown += many,
                Screening::KeptBack => counts.kept_back += many,
            },
        }
    }
    Ok(counts)
}

/// Under what contributions stand among the counters, by process. The cells are the codes of screening, and one more.
const COUNTED: &str = "contribution";
/// The cell of what its author took back.
const WITHDRAWN: &str = "withdrawn";

/// Where a contribution is counted: in which process, and in which cell. A part is counted nowhere: the whole is.
async fn cell(s: &mut Session, tenant: TenantId, id: ContributionId) -> Result<Option<(ProcessId, String)>, Error> {
    let row = s
        .optional(
            sql!("SELECT process, screening, withdrawn FROM contribution WHERE tenant = $1 AND id = $2 AND part_of IS NULL"),
            &values![tenant, id],
        )
        .await?;
    row.map(|row| {
        let withdrawn = row.get::<Option<Instant>>("withdrawn")?.is_some();
        Ok((row.get("process")?, if withdrawn { WITHDRAWN.to_owned() } else { row.get("screening")? }))
    })
    .transpose()
}

/// Counts a contribution in the cell in which it stands now, and no longer in that in which it stood.
async fn recount(tx: &mut Tx, tenant: TenantId, id: ContributionId, before: Option<(ProcessId, String)>) -> Result<(), Error> {
    let after = cell(tx, tenant, id).await?;
    if before == after {
        return Ok(());
    }
    for (it, by) in [(before, -1), (after, 1)] {
        if let Some((process, cell)) = it {
            tx.count(tenant, COUNTED, process.uuid(), &[(&cell, by)]).await?;
        }
    }
    Ok(())
}

/// How many contributions wait for somebody to look at their words.
///
/// # Errors
/// When the database fails.
pub async fn count_waiting(s: &mut Session, tenant: TenantId) -> Result<i64, Error> {
    s.one(
        sql!("SELECT count(*) AS many FROM contribution WHERE tenant = $1 AND screening = 'waiting' AND withdrawn IS NULL"),
        &values![tenant],
    )
    .await?
    .get("many")
}

/// The digest of the follow code of a contribution, and the number with which it was digested. A part has the code of the whole.
///
/// # Errors
/// When the database fails.
pub async fn code(
    s: &mut Session,
    tenant: TenantId,
    number: &PublicNumber,
) -> Result<Option<(ContributionId, PublicNumber, CodeDigest)>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT c.id, w.number, w.code_key, w.code_digest FROM contribution c
                 JOIN contribution w ON w.tenant = c.tenant AND w.id = coalesce(c.part_of, c.id) WHERE c.tenant = $1 AND c.number = $2"
            ),
            &values![tenant, number.as_str()],
        )
        .await?;
    let read = |row: Row| {
        let digest = CodeDigest { key: row.get("code_key")?, digest: row.get("code_digest")? };
        Ok((row.get("id")?, self::number(&row)?, digest))
    };
    row.map(read).transpose()
}

/// The parts of a contribution, the oldest first; also those that became one again.
pub(crate) async fn parts(s: &mut Session, tenant: TenantId, whole: ContributionId) -> Result<Vec<Contribution>, Error> {
    let rows = s.all(sql!(
        "SELECT c.id, c.process, c.dossier, c.number, c.title, c.body, c.shown_title, c.shown_body, c.language, c.area, c.street, c.place, c.longitude, c.latitude, c.channel, c.captured, c.received, c.answer_by, c.organisation, c.pseudonym, c.updates, c.recorder, c.batch, c.spoken, c.read_back, c.public, c.screening, c.rule, c.reason, c.withdrawn, c.erased, c.cost, c.category, c.source, c.part_of, a.identity
         FROM contribution c LEFT JOIN author a ON a.tenant = c.tenant AND a.contribution = c.id
         WHERE c.tenant = $1 AND c.part_of = $2 ORDER BY c.id"
    ), &values![tenant, whole]).await?;
    rows.iter().map(read).collect()
}

/// Writes a part of a contribution: with the author, the channel and the outcome of the privacy check of the whole, and without a
/// code of its own. `false` when its id or its number is taken already.
pub(crate) async fn insert_part(
    tx: &mut Tx,
    tenant: TenantId,
    at: Instant,
    whole: &Contribution,
    new: &NewPart,
    number: &PublicNumber,
) -> Result<bool, Error> {
    let written = tx
        .run(
            sql!(
                "INSERT INTO contribution (tenant, id, process, dossier, number, code_key, code_digest, title, body, language, area, channel,
                   captured, received, answer_by, organisation, pseudonym, updates, spoken, read_back, public, screening, screened, rule,
                   reason, erased, part_of, category)
                 VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, FALSE, FALSE, FALSE, $17, $18, $19, $20,
                   $21, FALSE, $22, $23)
                 ON CONFLICT DO NOTHING"
            ),
            &values![
                tenant,
                new.id,
                whole.process,
                new.dossier,
                number.as_str(),
                Vec::<u8>::new(),
                new.title.as_str(),
                new.body.as_str(),
                whole.language,
                whole.place.area,
                whole.channel.code(),
                whole.captured,
                whole.received,
                whole.answer_by.code(),
                whole.organisation,
                whole.pseudonym.as_deref(),
                whole.public,
                whole.screening.code(),
                at,
                whole.rule.as_deref(),
                whole.reason.as_deref(),
                whole.id,
                whole.category.as_deref(),
            ],
        )
        .await?;
    if written != 1 {
        return Ok(false);
    }
    if let Some(identity) = whole.identity {
        tx.run(sql!("INSERT INTO author (tenant, contribution, identity) VALUES ($1, $2, $3)"), &values![tenant, new.id, identity]).await?;
    }
    Ok(true)
}

/// Writes a contribution. `false` when its id or its number is taken already: nothing is written then.
pub(crate) async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    at: Instant,
    new: &NewContribution,
    dossier: DossierId,
    number: &PublicNumber,
    code: &CodeDigest,
) -> Result<bool, Error> {
    let helped = new.assisted.as_ref();
    let written = tx
        .run(
            sql!(
                "INSERT INTO contribution (tenant, id, process, dossier, number, code_key, code_digest, title, body, language, area, street, place,
                   longitude, latitude, channel, captured, received, answer_by, organisation, pseudonym, updates, recorder, batch, spoken,
                   read_back, public, screening, erased, cost, category, source)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
                   $27, 'waiting', $28, $29, $30, $31)
                 ON CONFLICT DO NOTHING"
            ),
            &values![
                tenant,
                new.id,
                new.process,
                dossier,
                number.as_str(),
                code.key,
                code.digest,
                new.title.as_str(),
                new.body.as_ref().map(|body| body.as_str().to_owned()),
                new.language,
                new.place.area,
                new.place.street.as_ref().map(|street| street.as_str().to_owned()),
                new.place.words.as_ref().map(|words| words.as_str().to_owned()),
                new.place.point.map(|point| point.longitude),
                new.place.point.map(|point| point.latitude),
                new.channel.code(),
                new.captured,
                at,
                new.answering.by.code(),
                new.answering.organisation,
                new.answering.pseudonym.as_ref().map(|name| name.as_str().to_owned()),
                new.answering.updates,
                helped.map(|helped| helped.recorder),
                helped.and_then(|helped| helped.batch),
                helped.is_some_and(|helped| helped.spoken),
                helped.is_some_and(|helped| helped.read_back),
                new.public,
                false,
                new.cost,
                new.category.as_ref().map(|category| category.as_str().to_owned()),
                new.source.as_ref().map(|source| source.as_str().to_owned())
            ],
        )
        .await?;
    if written != 1 {
        return Ok(false);
    }
    if let Some(identity) = new.answering.identity {
        tx.run(sql!("INSERT INTO author (tenant, contribution, identity) VALUES ($1, $2, $3)"), &values![tenant, new.id, identity]).await?;
    }
    tx.count(tenant, COUNTED, new.process.uuid(), &[(Screening::Waiting.code(), 1)]).await?;
    Ok(true)
}

/// What came in before under this id: its number, its dossier, its code and its words.
pub(crate) struct Earlier {
    pub(crate) number: PublicNumber,
    pub(crate) dossier: DossierId,
    pub(crate) code: CodeDigest,
    pub(crate) title: String,
    pub(crate) body: Option<String>,
}

/// What came in before under this id.
pub(crate) async fn earlier(s: &mut Session, tenant: TenantId, id: ContributionId) -> Result<Option<Earlier>, Error> {
    let row = s
        .optional(
            sql!("SELECT number, dossier, code_key, code_digest, title, body FROM contribution WHERE tenant = $1 AND id = $2"),
            &values![tenant, id],
        )
        .await?;
    row.map(|row| {
        Ok(Earlier {
            number: number(&row)?,
            dossier: row.get("dossier")?,
            code: CodeDigest { key: row.get("code_key")?, digest: row.get("code_digest")? },
            title: row.get("title")?,
            body: row.get("body")?,
        })
    })
    .transpose()
}

/// Writes what the person who screened decided.
#[allow(clippy::too_many_arguments, reason = "one statement, one call")]
pub(crate) async fn set_screening(
    tx: &mut Tx,
    tenant: TenantId,
    id: ContributionId,
    screening: Screening,
    shown: (Option<&str>, Option<&str>),
    rule: Option<&str>,
    reason: Option<&str>,
    at: Instant,
) -> Result<(), Error> {
    let before = cell(tx, tenant, id).await?;
    tx.run(
        sql!(
            "UPDATE contribution SET screening = $3, shown_title = $4, shown_body = $5, rule = $6, reason = $7, screened = $8
             WHERE tenant = $1 AND id = $2"
        ),
        &values![tenant, id, screening.code(), shown.0, shown.1, rule, reason, at],
    )
    .await?;
    recount(tx, tenant, id, before).await
}

/// Writes title and words as they stand on the paper, in the place of what was typed.
pub(crate) async fn correct(tx: &mut Tx, tenant: TenantId, id: ContributionId, title: &Line, body: Option<&Prose>) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE contribution SET title = $3, body = $4 WHERE tenant = $1 AND id = $2"),
        &values![tenant, id, title.as_str(), body.map(Prose::as_str)],
    )
    .await
    .map(drop)
}

/// Notes that the author took it back. `false` when that happened before.
pub(crate) async fn set_withdrawn(tx: &mut Tx, tenant: TenantId, id: ContributionId, at: Instant) -> Result<bool, Error> {
    let before = cell(tx, tenant, id).await?;
    let changed = tx
        .run(sql!("UPDATE contribution SET withdrawn = $3 WHERE tenant = $1 AND id = $2 AND withdrawn IS NULL"), &values![tenant, id, at])
        .await?;
    recount(tx, tenant, id, before).await?;
    Ok(changed == 1)
}

/// Takes words, place and code away for good. The number, the dates and the way through the house stay.
pub(crate) async fn erase(tx: &mut Tx, tenant: TenantId, id: ContributionId) -> Result<(), Error> {
    let before = cell(tx, tenant, id).await?;
    tx.run(
        sql!(
            "UPDATE contribution SET title = '', body = NULL, shown_title = NULL, shown_body = NULL, street = NULL, place = NULL,
               longitude = NULL, latitude = NULL, pseudonym = NULL, reason = NULL, screening = 'kept-back', rule = 'wish', code_key = $3, code_digest = $3, erased = TRUE
             WHERE tenant = $1 AND id = $2"
        ),
        &values![tenant, id, Vec::<u8>::new()],
    )
    .await?;
    recount(tx, tenant, id, before).await
}

/// Cuts the link between words and person. Returns whether there was one.
pub(crate) async fn forget_author(tx: &mut Tx, tenant: TenantId, id: ContributionId) -> Result<bool, Error> {
    // Who chose an answer by mail, letter or telephone cannot get it there any more.
    tx.run(
        sql!(
            "UPDATE contribution SET answer_by = 'none', updates = FALSE
             WHERE tenant = $1 AND id = $2 AND answer_by IN ('mail', 'letter', 'phone')"
        ),
        &values![tenant, id],
    )
    .await?;
    let gone = tx.run(sql!("DELETE FROM author WHERE tenant = $1 AND contribution = $2"), &values![tenant, id]).await?;
    Ok(gone > 0)
}

fn number(row: &Row) -> Result<PublicNumber, Error> {
    let text: String = row.get("number")?;
    text.parse().map_err(|_| Error::Broken(format!("a contribution has the number «{text}»")))
}

fn line(row: &Row, column: &str) -> Result<Option<Line>, Error> {
    let text: Option<String> = row.get(column)?;
    Ok(text.and_then(|text| Line::new(&text, usize::MAX).ok()))
}

fn read(row: &Row) -> Result<Contribution, Error> {
    let language: Language = row.get("language")?;
    let (title, body): (String, Option<String>) = (row.get("title")?, row.get("body")?);
    let (shown_title, shown_body): (Option<String>, Option<String>) = (row.get("shown_title")?, row.get("shown_body")?);
    let (longitude, latitude): (Option<f64>, Option<f64>) = (row.get("longitude")?, row.get("latitude")?);
    let screening = Screening::from_code(&row.get::<String>("screening")?);
    let withdrawn: Option<Instant> = row.get("withdrawn")?;
    let channel: String = row.get("channel")?;
    let answer_by: String = row.get("answer_by")?;
    let recorder: Option<AccountId> = row.get("recorder")?;
    let batch = row.get("batch")?;
    let (spoken, read_back) = (row.get("spoken")?, row.get("read_back")?);
    Ok(Contribution {
        id: row.get("id")?,
        number: number(row)?,
        process: row.get("process")?,
        dossier: row.get("dossier")?,
        masked: shown_title.is_some() || shown_body.is_some(),
        title: LanguageSet::written(language, shown_title.unwrap_or(title)),
        body: shown_body.or(body).map(|body| LanguageSet::written(language, body)),
        language,
        place: Place {
            area: row.get("area")?,
            street: line(row, "street")?,
            words: line(row, "place")?,
            point: longitude.zip(latitude).and_then(|(longitude, latitude)| Point::new(longitude, latitude)),
        },
        channel: Channel::from_code(&channel).ok_or_else(|| Error::Broken(format!("a contribution came in by «{channel}»")))?,
        captured: row.get("captured")?,
        received: row.get("received")?,
        answer_by: AnswerBy::from_code(&answer_by).unwrap_or(AnswerBy::None),
        identity: row.get("identity")?,
        organisation: row.get("organisation")?,
        pseudonym: row.get("pseudonym")?,
        updates: row.get("updates")?,
        assisted: recorder.map(|recorder| Assisted { recorder, spoken, read_back, batch }),
        public: row.get("public")?,
        screening,
        rule: row.get("rule")?,
        reason: row.get("reason")?,
        published: screening == Screening::Shown && withdrawn.is_none(),
        withdrawn,
        erased: row.get("erased")?,
        cost: row.get("cost")?,
        category: row.get("category")?,
        source: row.get("source")?,
        part_of: row.get("part_of")?,
    })
}
