//! Evaluations, their texts and means, waivers, and findings of elsewhere.

use crate::model::evaluation::findings::Findings;
use crate::model::evaluation::influence::EffectiveRung;
use crate::model::evaluation::means::{MeansKind, MeansUsed};
use crate::model::evaluation::{Evaluation, EvaluationDraft, EvaluationPart};
use kernel::{Instant, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, text, texts};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// A row, without its texts.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) version: i64,
    pub(crate) saved: Instant,
    pub(crate) finished: Option<Instant>,
    effective: Option<i64>,
    none_found: bool,
    pub(crate) reason: Option<TextId>,
    findings: Option<String>,
}

impl Kept {
    /// The rung that was established as the effective one (G021).
    pub(crate) fn rung(&self) -> Option<EffectiveRung> {
        self.effective.and_then(EffectiveRung::of_step)
    }
}

fn kept(row: &Row) -> Result<Kept, Error> {
    Ok(Kept {
        version: row.get("version")?,
        saved: row.get("saved")?,
        finished: row.get("finished")?,
        effective: row.get("effective")?,
        none_found: row.get("none_found")?,
        reason: row.get("reason")?,
        findings: row.get("findings")?,
    })
}

fn findings(text: &str) -> Result<Findings, Error> {
    let kept: Findings = serde_json::from_str(text).map_err(|error| Error::Broken(format!("kept findings cannot be read: {error}")))?;
    Ok(kept.made_public())
}

/// The last version, finished or not.
pub(crate) async fn last(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Kept>, Error> {
    let sql = sql!("SELECT * FROM evaluation WHERE tenant = $1 AND process = $2 ORDER BY version DESC LIMIT 1");
    s.optional(sql, &values![tenant, process]).await?.as_ref().map(kept).transpose()
}

/// The last version that was finished.
pub(crate) async fn last_finished(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Kept>, Error> {
    let sql = sql!("SELECT * FROM evaluation WHERE tenant = $1 AND process = $2 AND finished IS NOT NULL ORDER BY version DESC LIMIT 1");
    s.optional(sql, &values![tenant, process]).await?.as_ref().map(kept).transpose()
}

/// The texts of a version and where they are kept.
pub(crate) async fn places(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    version: i64,
) -> Result<BTreeMap<EvaluationPart, TextId>, Error> {
    let sql = sql!("SELECT part, text FROM evaluation_text WHERE tenant = $1 AND process = $2 AND version = $3");
    let mut found = BTreeMap::new();
    for row in s.all(sql, &values![tenant, process, version]).await? {
        if let Some(part) = EvaluationPart::of_code(&row.get::<String>("part")?) {
            found.insert(part, row.get("text")?);
        }
    }
    Ok(found)
}

/// A version with its texts and means.
pub(crate) async fn whole(s: &mut Session, tenant: TenantId, process: ProcessId, row: Kept) -> Result<Evaluation, Error> {
    let places = places(s, tenant, process, row.version).await?;
    let ids: Vec<TextId> = places.values().copied().chain(row.reason).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &ids).await?.into_iter().collect();
    let sql = sql!("SELECT kind, planned, used FROM evaluation_means WHERE tenant = $1 AND process = $2 AND version = $3 ORDER BY kind");
    let mut means = Vec::new();
    for row in s.all(sql, &values![tenant, process, row.version]).await? {
        if let Some(kind) = MeansKind::of(&row.get::<String>("kind")?) {
            means.push(MeansUsed { kind, planned: row.get("planned")?, used: row.get("used")? });
        }
    }
    means.sort_by_key(|it| it.kind);
    Ok(Evaluation {
        version: row.version,
        saved: row.saved,
        finished: row.finished,
        reason: row.reason.and_then(|place| words.get(&place).cloned()),
        draft: EvaluationDraft {
            effective: row.effective.and_then(EffectiveRung::of_step),
            none_found: row.none_found,
            reach: super::reach::reach(s, tenant, process, row.version).await?,
            texts: places.into_iter().filter_map(|(part, place)| Some((part, words.get(&place)?.clone()))).collect(),
            means,
        },
        findings: row.findings.as_deref().map(findings).transpose()?,
    })
}

/// The evaluation of a process as it stands: the version that is being written, or else the one that was finished last.
///
/// # Errors
/// When the database cannot be read.
pub async fn evaluation(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Evaluation>, Error> {
    match last(s, tenant, process).await? {
        Some(row) => whole(s, tenant, process, row).await.map(Some),
        None => Ok(None),
    }
}

/// The evaluation of a process that everybody can read: the version that was finished last.
///
/// # Errors
/// When the database cannot be read.
pub async fn finished_evaluation(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Evaluation>, Error> {
    match last_finished(s, tenant, process).await? {
        Some(row) => whole(s, tenant, process, row).await.map(Some),
        None => Ok(None),
    }
}

/// The versions that were finished, the last first: number, when, and why it corrects the one before.
pub(crate) async fn versions(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
) -> Result<Vec<(i64, Instant, Option<LanguageSet>)>, Error> {
    let sql = sql!(
        "SELECT version, finished, reason FROM evaluation WHERE tenant = $1 AND process = $2 AND finished IS NOT NULL
         ORDER BY version DESC LIMIT 50"
    );
    let rows = s.all(sql, &values![tenant, process]).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let reason = match row.get::<Option<TextId>>("reason")? {
            Some(place) => text(s, tenant, place).await?,
            None => None,
        };
        found.push((row.get("version")?, row.get("finished")?, reason));
    }
    Ok(found)
}

/// Keeps what is written of a version in the place of what was there; it is not finished. Gives back where the texts went.
pub(crate) async fn put(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    at: Instant,
    version: i64,
    draft: &EvaluationDraft,
) -> Result<BTreeMap<EvaluationPart, TextId>, Error> {
    let old = places(tx, tenant, process, version).await?;
    let mut new = BTreeMap::new();
    for (part, words) in &draft.texts {
        let place = old.get(part).copied().unwrap_or_else(|| TextId::new(at, tx.random()));
        tx.save_text(tenant, place, words).await?;
        new.insert(*part, place);
    }
    for place in old.iter().filter(|(part, _)| !new.contains_key(part)).map(|(_, place)| *place) {
        tx.forget_text(tenant, place).await?;
    }
    let of = values![tenant, process, version];
    tx.run(sql!("DELETE FROM evaluation_text WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    tx.run(sql!("DELETE FROM evaluation_means WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    for (part, place) in &new {
        let sql = sql!("INSERT INTO evaluation_text (tenant, process, version, part, text) VALUES ($1, $2, $3, $4, $5)");
        tx.run(sql, &values![tenant, process, version, part.code(), *place]).await?;
    }
    for it in &draft.means {
        let sql = sql!("INSERT INTO evaluation_means (tenant, process, version, kind, planned, used) VALUES ($1, $2, $3, $4, $5, $6)");
        tx.run(sql, &values![tenant, process, version, it.kind.code(), it.planned, it.used]).await?;
    }
    super::reach::put_reach(tx, tenant, process, version, &draft.reach).await?;
    let sql = sql!(
        "INSERT INTO evaluation (tenant, process, version, saved, effective, none_found) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant, process, version)
         DO UPDATE SET saved = excluded.saved, effective = excluded.effective, none_found = excluded.none_found"
    );
    let step = draft.effective.map(|rung| i64::from(rung.step()));
    tx.run(sql, &values![tenant, process, version, at, step, draft.none_found]).await?;
    Ok(new)
}

/// The versions of a process that were finished, each with when, and with its findings.
pub(crate) async fn frozen(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<(i64, Instant, Findings)>, Error> {
    let sql = sql!(
        "SELECT version, finished, findings FROM evaluation
         WHERE tenant = $1 AND process = $2 AND finished IS NOT NULL AND findings IS NOT NULL ORDER BY version"
    );
    let rows = s.all(sql, &values![tenant, process]).await?;
    rows.iter().map(|row| Ok((row.get("version")?, row.get("finished")?, findings(&row.get::<String>("findings")?)?))).collect()
}

/// Writes the findings of a finished version anew, without an interview that was withdrawn. Nothing else of it is ever written again.
pub(crate) async fn refreeze(tx: &mut Tx, tenant: TenantId, process: ProcessId, version: i64, findings: &Findings) -> Result<(), Error> {
    let written = serde_json::to_string(findings).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = sql!("UPDATE evaluation SET findings = $4 WHERE tenant = $1 AND process = $2 AND version = $3 AND finished IS NOT NULL");
    tx.run(sql, &values![tenant, process, version, written]).await.map(drop)
}

/// Finishes a version; its rows are never written again, but for [`refreeze`]. Gives back whether it was not finished yet.
pub(crate) async fn finish(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    version: i64,
    at: Instant,
    reason: Option<TextId>,
    findings: &Findings,
) -> Result<bool, Error> {
    let written = serde_json::to_string(findings).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = sql!(
        "UPDATE evaluation SET finished = $4, reason = $5, findings = $6
         WHERE tenant = $1 AND process = $2 AND version = $3 AND finished IS NULL"
    );
    Ok(tx.run(sql, &values![tenant, process, version, at, reason, written]).await? == 1)
}

/// Notes that a lesson was kept of a process.
pub(crate) async fn note_lesson(tx: &mut Tx, tenant: TenantId, process: ProcessId, lesson: Uuid, at: Instant) -> Result<(), Error> {
    let sql = sql!("INSERT INTO evaluation_lesson (tenant, process, lesson, kept) VALUES ($1, $2, $3, $4)");
    tx.run(sql, &values![tenant, process, lesson, at]).await.map(drop)
}

/// How many lessons were kept of a process while it was evaluated.
pub(crate) async fn lessons_noted(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<i64, Error> {
    let sql = sql!("SELECT CAST(count(*) AS BIGINT) AS many FROM evaluation_lesson WHERE tenant = $1 AND process = $2");
    s.one(sql, &values![tenant, process]).await?.get("many")
}

/// Why a process is not evaluated, when somebody said so in public.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiver(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<(LanguageSet, Instant)>, Error> {
    let sql = sql!("SELECT motive, waived FROM evaluation_waiver WHERE tenant = $1 AND process = $2");
    let Some(row) = s.optional(sql, &values![tenant, process]).await? else { return Ok(None) };
    let motive = text(s, tenant, row.get("motive")?).await?;
    motive.map(|motive| Ok((motive, row.get("waived")?))).transpose()
}

/// Keeps why a process is not evaluated, in the place of what was said before. Gives back where.
pub(crate) async fn put_waiver(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    motive: &LanguageSet,
    at: Instant,
) -> Result<TextId, Error> {
    let sql = sql!("SELECT motive FROM evaluation_waiver WHERE tenant = $1 AND process = $2");
    let old = tx.optional(sql, &values![tenant, process]).await?.map(|row| row.get("motive")).transpose()?;
    let place = old.unwrap_or_else(|| TextId::new(at, tx.random()));
    tx.save_text(tenant, place, motive).await?;
    let sql = sql!(
        "INSERT INTO evaluation_waiver (tenant, process, motive, waived) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant, process) DO UPDATE SET motive = excluded.motive, waived = excluded.waived"
    );
    tx.run(sql, &values![tenant, process, place, at]).await?;
    Ok(place)
}

/// How far the evaluation of a process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluationStanding {
    /// Nobody began.
    None,
    /// It is being written; nothing is public.
    Draft,
    /// A version is public.
    Finished,
    /// Somebody said in public why there is none.
    Waived,
}

/// How far the evaluation of a process is.
///
/// # Errors
/// When the database cannot be read.
pub async fn standing(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<EvaluationStanding, Error> {
    if last_finished(s, tenant, process).await?.is_some() {
        return Ok(EvaluationStanding::Finished);
    }
    if waiver(s, tenant, process).await?.is_some() {
        return Ok(EvaluationStanding::Waived);
    }
    Ok(if last(s, tenant, process).await?.is_some() { EvaluationStanding::Draft } else { EvaluationStanding::None })
}

/// Findings that were read in from elsewhere, the last first, `limit` at most.
///
/// # Errors
/// When the database cannot be read.
pub async fn elsewhere(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<(Uuid, Findings)>, Error> {
    let sql = sql!("SELECT id, findings FROM evaluation_elsewhere WHERE tenant = $1 ORDER BY taken DESC, id LIMIT $2");
    let rows = s.all(sql, &values![tenant, limit]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, findings(&row.get::<String>("findings")?)?))).collect()
}

/// Keeps findings of elsewhere.
pub(crate) async fn put_elsewhere(tx: &mut Tx, tenant: TenantId, id: Uuid, at: Instant, it: &Findings) -> Result<(), Error> {
    let written = serde_json::to_string(it).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = sql!("INSERT INTO evaluation_elsewhere (tenant, id, taken, findings) VALUES ($1, $2, $3, $4)");
    tx.run(sql, &values![tenant, id, at, written]).await.map(drop)
}

/// Takes findings of elsewhere away; gives back whether they were there.
pub(crate) async fn drop_elsewhere(tx: &mut Tx, tenant: TenantId, id: Uuid) -> Result<bool, Error> {
    Ok(tx.run(sql!("DELETE FROM evaluation_elsewhere WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await? == 1)
}

/// In which processes which departments had something to do, in a period.
pub(crate) async fn departments(s: &mut Session, tenant: TenantId) -> Result<BTreeMap<ProcessId, Vec<kernel::DepartmentId>>, Error> {
    let sql = sql!(
        "SELECT DISTINCT process, department FROM flow_fact
         WHERE tenant = $1 AND process IS NOT NULL AND department IS NOT NULL ORDER BY process, department"
    );
    let mut found: BTreeMap<ProcessId, Vec<kernel::DepartmentId>> = BTreeMap::new();
    for row in s.all(sql, &values![tenant]).await? {
        found.entry(row.get("process")?).or_default().push(row.get("department")?);
    }
    Ok(found)
}

/// The findings of evaluations that were finished in a period, of each process the version that was finished last in it.
pub(crate) async fn finished_between(
    s: &mut Session,
    tenant: TenantId,
    from: Instant,
    to: Instant,
    limit: i64,
) -> Result<Vec<(ProcessId, Findings)>, Error> {
    let sql = sql!(
        "SELECT e.process, e.findings FROM evaluation e
         WHERE e.tenant = $1 AND e.finished >= $2 AND e.finished < $3 AND e.findings IS NOT NULL AND e.version =
           (SELECT max(l.version) FROM evaluation l
            WHERE l.tenant = e.tenant AND l.process = e.process AND l.finished >= $2 AND l.finished < $3)
         ORDER BY e.finished, e.process LIMIT $4"
    );
    let rows = s.all(sql, &values![tenant, from, to, limit]).await?;
    rows.iter().map(|row| Ok((row.get("process")?, findings(&row.get::<String>("findings")?)?))).collect()
}
