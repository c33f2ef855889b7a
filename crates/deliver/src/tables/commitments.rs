//! What was promised after decisions.

use crate::model::lying_still::Dates;
use crate::model::{Doer, Funding, Stage};
use journey::{Civil, ConfirmedBy};
use kernel::{AccountId, AreaId, CommitmentId, Date, DepartmentId, DossierId, Instant, Money, OrganisationId, ProcessId, TenantId, TextId};
use people::Thing;
use store::{Error, Row, Session, Tx, Value, sql, values};

/// What was promised after a decision. All of it is public, except who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Its id; also the id of its stream in the journal.
    pub id: CommitmentId,
    /// The dossier that was decided.
    pub dossier: DossierId,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// The department that answers for it.
    pub department: DepartmentId,
    /// Who does it.
    pub doer: Doer,
    /// The organisation, when a partner does it.
    pub organisation: Option<OrganisationId>,
    /// Who has it in the department. Never public.
    pub holder: Option<AccountId>,
    /// What will be there.
    pub what: TextId,
    /// By when.
    pub until: Date,
    /// The means that were promised; nothing while they are not there.
    pub promised: Money,
    /// Whether its money is there, and whose it is.
    pub funding: Funding,
    /// What it needs while that is not there; nothing when nobody knows.
    pub needed: Money,
    /// Where they come from.
    pub source: Option<String>,
    /// The department whose money it is, when it is another than the one that answers for it.
    pub means_of: Option<DepartmentId>,
    /// The day on which that source ends, as long as nobody said how it goes on.
    pub money_ends: Option<Date>,
    /// Hours a month asked of volunteers.
    pub hours: Option<i64>,
    /// Hours a month that they said they can give.
    pub ceiling: Option<i64>,
    /// When it was promised.
    pub made: Instant,
    /// Where it stands.
    pub stage: Stage,
    /// How many milestones it has.
    pub milestones: i64,
    /// The earliest date of a milestone that is not reached.
    pub next: Option<Date>,
    /// The means that were spent so far.
    pub spent: Money,
    /// When its plan changed last.
    pub changed: Option<Instant>,
    /// When the department said that it is done.
    pub claimed: Option<Instant>,
    /// When it was confirmed.
    pub realised: Option<Instant>,
    /// In which part somebody confirmed it.
    pub confirmed_by: Option<ConfirmedBy>,
    /// When it must be looked at whether it lasts.
    pub check_on: Option<Date>,
    /// The last day of what is waited for now.
    pub due: Option<Date>,
}

impl Commitment {
    /// What a permission over it must cover.
    #[must_use]
    pub fn thing(&self) -> Thing {
        Thing::process(self.process).in_department(self.department).in_area(self.area)
    }

    /// What the permission to commit another department's money for it must cover.
    #[must_use]
    pub fn means_thing(&self) -> Thing {
        self.thing().in_department(self.means_of)
    }

    /// What the permission to write down for volunteers of it must cover: where a partner does it, that organisation.
    #[must_use]
    pub fn hours_thing(&self) -> Thing {
        self.thing().of_organisation(self.organisation)
    }

    /// Whether somebody of the organisation `own` may read and write down what volunteers of it gave: whoever helps people for an
    /// organisation does so for what that one carries out, and reads nothing of others (E302).
    #[must_use]
    pub fn is_helped_by(&self, own: Option<OrganisationId>) -> bool {
        own.is_none() || own == self.organisation
    }

    /// Its dates; `left` is since when whoever holds it is gone.
    #[must_use]
    pub fn dates(&self, civil: &Civil, left: Option<Date>) -> Dates {
        Dates {
            stage: self.stage,
            made: civil.today(self.made),
            until: self.until,
            milestones: self.milestones,
            next: self.next,
            claimed: self.claimed.map(|at| civil.today(at)),
            check_on: self.check_on,
            funding: self.funding,
            money_ends: self.money_ends,
            left,
        }
    }
}

fn read(row: &Row) -> Result<Commitment, Error> {
    let wrong = |text: &str| Error::Broken(format!("a commitment holds «{text}», which is no code of ours"));
    let (doer, stage, funding): (String, String, String) = (row.get("doer")?, row.get("stage")?, row.get("funding")?);
    let confirmed: Option<String> = row.get("confirmed_by")?;
    Ok(Commitment {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        process: row.get("process")?,
        area: row.get("area")?,
        department: row.get("department")?,
        doer: Doer::of(&doer).ok_or_else(|| wrong(&doer))?,
        organisation: row.get("organisation")?,
        holder: row.get("holder")?,
        what: row.get("what")?,
        until: row.get("until")?,
        promised: Money::from_cents(row.get("promised")?),
        funding: Funding::of(&funding).ok_or_else(|| wrong(&funding))?,
        needed: Money::from_cents(row.get("needed")?),
        source: row.get("source")?,
        means_of: row.get("means_of")?,
        money_ends: row.get("money_ends")?,
        hours: row.get("hours")?,
        ceiling: row.get("ceiling")?,
        made: row.get("made")?,
        stage: Stage::of(&stage).ok_or_else(|| wrong(&stage))?,
        milestones: row.get("milestones")?,
        next: row.get("next")?,
        spent: Money::from_cents(row.get("spent")?),
        changed: row.get("changed")?,
        claimed: row.get("claimed")?,
        realised: row.get("realised")?,
        confirmed_by: confirmed.as_deref().and_then(ConfirmedBy::from_code),
        check_on: row.get("check_on")?,
        due: row.get("due")?,
    })
}

/// One commitment.
///
/// # Errors
/// When the database does not answer.
pub async fn commitment(s: &mut Session, tenant: TenantId, id: CommitmentId) -> Result<Option<Commitment>, Error> {
    s.optional(sql!("SELECT * FROM commitment WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// What was promised after the decision on a dossier, the oldest first, at most 100.
///
/// # Errors
/// When the database does not answer.
pub async fn of_dossier(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM commitment WHERE tenant = $1 AND dossier = $2 ORDER BY made, id LIMIT 100"), &values![tenant, dossier])
        .await?;
    rows.iter().map(read).collect()
}

/// Everything that still waits for something, what must be done first on top, from `after` on; `until` is the last
/// date that is shown.
///
/// # Errors
/// When the database does not answer.
pub async fn open(
    s: &mut Session,
    tenant: TenantId,
    department: Option<DepartmentId>,
    until: Option<Date>,
    after: Option<(Date, CommitmentId)>,
    limit: i64,
) -> Result<Vec<Commitment>, Error> {
    let nobody = tenant.uuid();
    let (from, id) = after.map_or_else(|| (String::new(), nobody), |(due, id)| (due.to_string(), id.uuid()));
    let until = until.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
    let rows = match department {
        Some(department) => {
            s.all(
                sql!(
                    "SELECT * FROM commitment WHERE tenant = $1 AND department = $6 AND due IS NOT NULL AND (due, id) > ($2, $3) AND due <= $4
                     ORDER BY due, id LIMIT $5"
                ),
                &values![tenant, from, id, until, limit, department],
            )
            .await?
        }
        None => {
            s.all(
                sql!(
                    "SELECT * FROM commitment WHERE tenant = $1 AND due IS NOT NULL AND (due, id) > ($2, $3) AND due <= $4
                     ORDER BY due, id LIMIT $5"
                ),
                &values![tenant, from, id, until, limit],
            )
            .await?
        }
    };
    rows.iter().map(read).collect()
}

/// Who has something in hand, and of what it is: of a department, or of all; each once, 1000 at most.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn in_hands(
    s: &mut Session,
    tenant: TenantId,
    department: Option<DepartmentId>,
) -> Result<Vec<(AccountId, Thing)>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT DISTINCT holder, department, process, area FROM commitment WHERE tenant = $1 AND stage IN ('underway', 'claimed')
                 AND holder IS NOT NULL AND (NOT $2 OR department = $3) ORDER BY holder, department, process LIMIT 1000"
            ),
            &values![tenant, department.is_some(), department.map_or(tenant.uuid(), |it| it.uuid())],
        )
        .await?;
    let thing = |row: &Row| -> Result<Thing, Error> {
        Ok(Thing::process(row.get("process")?)
            .in_department(row.get::<DepartmentId>("department")?)
            .in_area(row.get::<Option<AreaId>>("area")?))
    };
    rows.iter().map(|row| Ok((row.get("holder")?, thing(row)?))).collect()
}

/// What somebody has in hand, what must be done first on top.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn of_holder(s: &mut Session, tenant: TenantId, holder: AccountId, limit: i64) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND stage IN ('underway', 'claimed') AND holder = $2 ORDER BY due, id LIMIT $3"
            ),
            &values![tenant, holder, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Of a department, or of all: that of which the money ends on this day or before, what ends first on top.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn money_ending(
    s: &mut Session,
    tenant: TenantId,
    department: Option<DepartmentId>,
    until: Date,
    limit: i64,
) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND money_ends IS NOT NULL AND due IS NOT NULL AND money_ends <= $2
                 AND (NOT $3 OR department = $4) ORDER BY money_ends, id LIMIT $5"
            ),
            &values![tenant, until, department.is_some(), department.map_or(tenant.uuid(), |it| it.uuid()), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What another department was asked for and has not answered, of that department or of all, what must be done first on top.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn asked(s: &mut Session, tenant: TenantId, of: Option<DepartmentId>, limit: i64) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND funding = 'asked' AND stage <> 'integrated' AND (NOT $2 OR means_of = $3)
                 ORDER BY due, id LIMIT $4"
            ),
            &values![tenant, of.is_some(), of.map_or(tenant.uuid(), |it| it.uuid()), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What is carried out without the money that another department refused, of a department or of all, what must be done first on top.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn refused(
    s: &mut Session,
    tenant: TenantId,
    department: Option<DepartmentId>,
    limit: i64,
) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND funding = 'refused' AND stage = 'underway' AND (NOT $2 OR department = $3)
                 ORDER BY due, id LIMIT $4"
            ),
            &values![tenant, department.is_some(), department.map_or(tenant.uuid(), |it| it.uuid()), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// That of which the money is not there, due on this day or before, what must be done first on top.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn unfunded(s: &mut Session, tenant: TenantId, until: Date, limit: i64) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND funding IN ('asked', 'refused', 'sought') AND stage = 'underway' AND due <= $2
                 ORDER BY due, id LIMIT $3"
            ),
            &values![tenant, until, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// That in which volunteers help or that residents do, the newest first: whoever looks after something goes on after it is done. For
/// somebody of an organisation only what that one carries out.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn with_volunteers(
    s: &mut Session,
    tenant: TenantId,
    own: Option<OrganisationId>,
    limit: i64,
) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND (hours IS NOT NULL OR doer = 'resident') AND (NOT $2 OR organisation = $3)
                 ORDER BY made DESC, id DESC LIMIT $4"
            ),
            &values![tenant, own.is_some(), own.map_or(tenant.uuid(), |it| it.uuid()), limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What the department says is done and nobody confirmed yet, the longest waiting first.
///
/// # Errors
/// When the database does not answer.
pub async fn claimed(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM commitment WHERE tenant = $1 AND due IS NOT NULL AND stage = 'claimed' ORDER BY due, id LIMIT $2"),
            &values![tenant, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What was promised in a process, the newest first, from `after` on.
///
/// # Errors
/// When the database does not answer.
pub async fn of_process(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    after: Option<(Instant, CommitmentId)>,
    limit: i64,
) -> Result<Vec<Commitment>, Error> {
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MAX), CommitmentId::from_uuid(tenant.uuid())));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND process = $2 AND (made, id) < ($3, $4) ORDER BY made DESC, id DESC LIMIT $5"
            ),
            &values![tenant, process, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Commitments of a process that ask equally many hours a month of volunteers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoursAsked {
    /// So many hours.
    pub hours: i64,
    /// So many commitments.
    pub commitments: i64,
    /// Of those how many ask more than volunteers said they can give.
    pub above: i64,
}

/// Everything that was promised in a process, in sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentSums {
    /// So many commitments.
    pub commitments: i64,
    /// Of those so many are there.
    pub realised: i64,
    /// The means that were spent.
    pub spent: Money,
    /// What those ask that ask hours of volunteers, the fewest hours first.
    pub asked: Vec<HoursAsked>,
}

/// What was promised in a process, however much that is, in sums.
///
/// # Errors
/// When the database does not answer.
pub async fn sums(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<CommitmentSums, Error> {
    let of = values![tenant, process];
    let all = s
        .one(
            sql!(
                "SELECT CAST(count(*) AS BIGINT) AS commitments, CAST(count(realised) AS BIGINT) AS realised,
                   CAST(coalesce(sum(spent), 0) AS BIGINT) AS spent
                 FROM commitment WHERE tenant = $1 AND process = $2"
            ),
            &of,
        )
        .await?;
    let rows = s
        .all(
            sql!(
                "SELECT hours, CAST(count(*) AS BIGINT) AS commitments,
                   CAST(sum(CASE WHEN hours > ceiling THEN 1 ELSE 0 END) AS BIGINT) AS above
                 FROM commitment WHERE tenant = $1 AND process = $2 AND hours IS NOT NULL GROUP BY hours ORDER BY hours"
            ),
            &of,
        )
        .await?;
    let read = |row: &Row| Ok(HoursAsked { hours: row.get("hours")?, commitments: row.get("commitments")?, above: row.get("above")? });
    Ok(CommitmentSums {
        commitments: all.get("commitments")?,
        realised: all.get("realised")?,
        spent: Money::from_cents(all.get("spent")?),
        asked: rows.iter().map(read).collect::<Result<_, Error>>()?,
    })
}

/// What was promised in a process and is not finished, what must be done first on top; `limit` at most.
///
/// # Errors
/// When the database does not answer.
pub async fn unfinished(s: &mut Session, tenant: TenantId, process: ProcessId, limit: i64) -> Result<Vec<Commitment>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM commitment WHERE tenant = $1 AND process = $2 AND stage <> 'integrated'
                 ORDER BY CASE WHEN due IS NULL THEN 0 ELSE 1 END, due, id LIMIT $3"
            ),
            &values![tenant, process, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// How many commitments of a process stand where, and how many of those are over their date on `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId, today: Date) -> Result<Vec<(Stage, i64, i64)>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT stage, count(*) AS all_of_them, CAST(coalesce(sum(CASE WHEN due < $3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late
                 FROM commitment WHERE tenant = $1 AND process = $2 GROUP BY stage ORDER BY stage"
            ),
            &values![tenant, process, today],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let stage: String = row.get("stage")?;
        if let Some(stage) = Stage::of(&stage) {
            found.push((stage, row.get("all_of_them")?, row.get("late")?));
        }
    }
    Ok(found)
}

/// What changes of a commitment, in the order in which both statements below name it.
fn changing(it: &Commitment) -> [Value; 17] {
    values![
        it.holder,
        it.money_ends,
        it.stage.code(),
        it.milestones,
        it.next,
        it.spent.cents(),
        it.changed,
        it.claimed,
        it.realised,
        it.confirmed_by.map(ConfirmedBy::code),
        it.check_on,
        it.due,
        it.promised.cents(),
        it.source,
        it.means_of,
        it.funding.code(),
        it.needed.cents(),
    ]
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Commitment) -> Result<(), Error> {
    let fixed = values![
        tenant,
        it.id,
        it.dossier,
        it.process,
        it.area,
        it.department,
        it.doer.code(),
        it.organisation,
        it.what,
        it.until,
        it.hours,
        it.ceiling,
        it.made,
    ];
    tx.run(
        sql!(
            "INSERT INTO commitment (tenant, id, dossier, process, area, department, doer, organisation, what, until, hours, ceiling, made,
             holder, money_ends, stage, milestones, next, spent, changed, claimed, realised, confirmed_by, check_on, due, promised, source,
             means_of, funding, needed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
             $27, $28, $29, $30)"
        ),
        &[fixed.as_slice(), &changing(it)].concat(),
    )
    .await
    .map(drop)
}

pub(crate) async fn update(tx: &mut Tx, tenant: TenantId, it: &Commitment) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE commitment SET holder = $3, money_ends = $4, stage = $5, milestones = $6, next = $7, spent = $8, changed = $9, claimed = $10,
             realised = $11, confirmed_by = $12, check_on = $13, due = $14, promised = $15, source = $16, means_of = $17, funding = $18,
             needed = $19 WHERE tenant = $1 AND id = $2"
        ),
        &[values![tenant, it.id].as_slice(), &changing(it)].concat(),
    )
    .await
    .map(drop)
}
