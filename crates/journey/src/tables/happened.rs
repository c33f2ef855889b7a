//! What happened to dossiers within a stretch of time, and what lies still: for bulletins and feeds.
//!
//! The journal is asked by time and joined with the dossier that each of its streams is; nothing of it is stored again.

use super::lists::{self, DossierRow};
use super::rows::broken;
use crate::STREAM;
use crate::model::codes::{ConfirmedBy, Outcome, StepKind};
use crate::model::event::Event;
use crate::model::step::Step;
use crate::model::terms::Civil;
use kernel::{AreaId, EventId, Instant, ProcessId, TenantId};
use store::{Error, Row, Session, Value, sql, values};

/// Which dossiers, and from when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// From this moment on.
    pub from: Instant,
    /// Before this moment.
    pub until: Instant,
    /// Of this process.
    pub process: Option<ProcessId>,
    /// In this area.
    pub area: Option<AreaId>,
}

/// One thing that happened to a dossier: it was decided, carried out, found to last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The entry in the journal.
    pub id: EventId,
    /// What happened.
    pub kind: StepKind,
    /// When.
    pub at: Instant,
    /// What was decided, for a decision.
    pub outcome: Option<Outcome>,
    /// In which part somebody confirmed it, for what was carried out.
    pub confirmed_by: Option<ConfirmedBy>,
    /// The dossier as it stands now.
    pub dossier: DossierRow,
}

/// How often each of these things happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Turns {
    /// Contributions came in.
    pub received: i64,
    /// Dossiers were decided.
    pub decided: i64,
    /// Dossiers were carried out, and somebody outside the department confirmed it.
    pub realised: i64,
    /// Contributions were withdrawn by their authors.
    pub withdrawn: i64,
}

impl Stretch {
    fn values(&self, tenant: TenantId) -> Vec<Value> {
        let nobody = tenant.uuid();
        values![
            tenant,
            STREAM,
            self.from,
            self.until,
            self.process.is_some(),
            self.process.map_or(nobody, |it| it.uuid()),
            self.area.is_some(),
            self.area.map_or(nobody, |it| it.uuid()),
        ]
        .into()
    }
}

/// What was decided, carried out or found to last, the newest first, `limit` at most.
///
/// # Errors
/// What the store says.
pub async fn turns(s: &mut Session, tenant: TenantId, stretch: &Stretch, limit: i64) -> Result<Vec<Turn>, Error> {
    let mut values = stretch.values(tenant);
    values.extend(values![limit]);
    let rows = s
        .all(
            sql!(
                "SELECT d.*, j.id AS j_id, j.kind AS j_kind, j.version AS j_version, j.at AS j_at, j.body AS j_body
                 FROM journal j JOIN dossier d ON d.tenant = j.tenant AND d.id = j.stream
                 WHERE j.tenant = $1 AND j.stream_kind = $2 AND j.at >= $3 AND j.at < $4 AND j.kind IN ('decided', 'realised', 'integrated')
                 AND d.size > 0 AND (NOT $5 OR d.process = $6) AND (NOT $7 OR d.area = $8)
                 ORDER BY j.at DESC, j.id DESC LIMIT $9"
            ),
            &values,
        )
        .await?;
    rows.iter().map(turn).collect()
}

fn turn(row: &Row) -> Result<Turn, Error> {
    let (kind, version, body): (String, i64, String) = (row.get("j_kind")?, row.get("j_version")?, row.get("j_body")?);
    let body = serde_json::from_str(&body).map_err(broken)?;
    let step = Event::read(&kind, version, &body).map_err(broken)?.step;
    Ok(Turn {
        id: row.get("j_id")?,
        kind: step.kind(),
        at: row.get("j_at")?,
        outcome: match &step {
            Step::Decided(decision) => Some(decision.outcome),
            _ => None,
        },
        confirmed_by: match &step {
            Step::Realised(realisation) => Some(realisation.confirmed_by),
            _ => None,
        },
        dossier: lists::row(row)?,
    })
}

/// How much of each kind happened.
///
/// # Errors
/// What the store says.
pub async fn counted(s: &mut Session, tenant: TenantId, stretch: &Stretch) -> Result<Turns, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT j.kind AS kind, count(*) AS many FROM journal j JOIN dossier d ON d.tenant = j.tenant AND d.id = j.stream
                 WHERE j.tenant = $1 AND j.stream_kind = $2 AND j.at >= $3 AND j.at < $4
                 AND j.kind IN ('received', 'decided', 'realised', 'withdrawn')
                 AND (NOT $5 OR d.process = $6) AND (NOT $7 OR d.area = $8) GROUP BY j.kind"
            ),
            &stretch.values(tenant),
        )
        .await?;
    let mut turns = Turns::default();
    for row in rows {
        let many: i64 = row.get("many")?;
        match StepKind::from_code(&row.get::<String>("kind")?) {
            Some(StepKind::Received) => turns.received = many,
            Some(StepKind::Decided) => turns.decided = many,
            Some(StepKind::Realised) => turns.realised = many,
            Some(StepKind::Withdrawn) => turns.withdrawn = many,
            _ => {}
        }
    }
    Ok(turns)
}

/// Dossiers that lie still now, those that stand longest where they are first, `limit` at most; and how many there are.
///
/// # Errors
/// What the store says.
pub async fn lying_still(
    s: &mut Session,
    tenant: TenantId,
    process: Option<ProcessId>,
    area: Option<AreaId>,
    civil: &Civil,
    now: Instant,
    limit: usize,
) -> Result<(Vec<DossierRow>, i64), Error> {
    let nobody = tenant.uuid();
    let rows = s
        .all(
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND size > 0
                 AND (until < $2 OR matters_until < $2 OR (bounces >= 2 AND department IS NULL AND state IN ('S2', 'S3', 'S4')))
                 AND (NOT $3 OR process = $4) AND (NOT $5 OR area = $6) ORDER BY since, id"
            ),
            &values![
                tenant,
                civil.today(now),
                process.is_some(),
                process.map_or(nobody, |it| it.uuid()),
                area.is_some(),
                area.map_or(nobody, |it| it.uuid()),
            ],
        )
        .await?;
    let (mut found, mut many) = (Vec::new(), 0);
    for row in &rows {
        let row = lists::row(row)?;
        if !row.stranded(civil, now).is_empty() {
            many += 1;
            if found.len() < limit {
                found.push(row);
            }
        }
    }
    Ok((found, many))
}

/// When the first dossier of a municipality was opened; `None` when there is none yet.
///
/// # Errors
/// What the store says.
pub async fn began(s: &mut Session, tenant: TenantId) -> Result<Option<Instant>, Error> {
    let sql = sql!("SELECT at FROM journal WHERE tenant = $1 AND stream_kind = $2 ORDER BY at, id LIMIT 1");
    s.optional(sql, &values![tenant, STREAM]).await?.map(|row| row.get("at")).transpose()
}
