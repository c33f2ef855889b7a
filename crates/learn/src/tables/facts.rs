//! The facts, and what they come to.

use crate::model::alone::DecidedAlone;
use crate::model::fact::{Fact, Measure};
use crate::model::figure::Cell;
use crate::model::indicator::By;
use journey::Channel;
use kernel::{AreaId, Date, DepartmentId, ProcessId, TenantId};
use store::{Error, Row, Session, Tx, Value, sql, values};
use uuid::Uuid;

/// Of which facts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Of this department.
    pub department: Option<DepartmentId>,
    /// In this area.
    pub area: Option<AreaId>,
    /// That came in this way.
    pub channel: Option<Channel>,
    /// Of this process.
    pub process: Option<ProcessId>,
}

impl Filter {
    /// Everything of a period.
    #[must_use]
    pub const fn of(from: Date, to: Date) -> Self {
        Self { from, to, department: None, area: None, channel: None, process: None }
    }

    /// By what it narrows, and to which place.
    #[must_use]
    pub fn narrows(&self) -> Vec<(By, String)> {
        let mut found = Vec::new();
        found.extend(self.department.map(|id| (By::Department, id.to_string())));
        found.extend(self.area.map(|id| (By::Area, id.to_string())));
        found.extend(self.channel.map(|channel| (By::Channel, channel.code().to_owned())));
        found.extend(self.process.map(|id| (By::Process, id.to_string())));
        found
    }

    fn values(&self, tenant: TenantId, measure: Option<Measure>, monthly: bool) -> Vec<Value> {
        let nobody = tenant.uuid();
        values![
            tenant,
            self.from,
            self.to,
            self.department.is_some(),
            self.department.map_or(nobody, |id| id.uuid()),
            self.area.is_some(),
            self.area.map_or(nobody, |id| id.uuid()),
            self.channel.is_some(),
            self.channel.map_or("", Channel::code),
            self.process.is_some(),
            self.process.map_or(nobody, |id| id.uuid()),
            measure.is_some(),
            measure.map_or("", Measure::code),
            monthly
        ]
        .into()
    }
}

/// The facts of a period, put together: by `by`, by month when `monthly`, of one measure or of all. Facts about how things
/// stand on the day of counting belong to every period.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn cells(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    by: Option<By>,
    measure: Option<Measure>,
    monthly: bool,
) -> Result<Vec<Cell>, Error> {
    let sql = match by {
        None => sql!(
            "SELECT measure, kind, part, days, CASE WHEN $14 THEN substr(day, 1, 7) ELSE '' END AS month, CAST(sum(many) AS BIGINT) AS many
             FROM flow_fact WHERE tenant = $1 AND ((day >= $2 AND day <= $3) OR measure = 'carrier') AND (NOT $4 OR department = $5)
             AND (NOT $6 OR area = $7) AND (NOT $8 OR channel = $9) AND (NOT $10 OR process = $11) AND (NOT $12 OR measure = $13)
             GROUP BY 1, 2, 3, 4, 5"
        ),
        Some(By::Department) => sql!(
            "SELECT measure, kind, part, days, CASE WHEN $14 THEN substr(day, 1, 7) ELSE '' END AS month, department AS place,
             CAST(sum(many) AS BIGINT) AS many
             FROM flow_fact WHERE tenant = $1 AND ((day >= $2 AND day <= $3) OR measure = 'carrier') AND (NOT $4 OR department = $5)
             AND (NOT $6 OR area = $7) AND (NOT $8 OR channel = $9) AND (NOT $10 OR process = $11) AND (NOT $12 OR measure = $13)
             GROUP BY 1, 2, 3, 4, 5, 6"
        ),
        Some(By::Area) => sql!(
            "SELECT measure, kind, part, days, CASE WHEN $14 THEN substr(day, 1, 7) ELSE '' END AS month, area AS place,
             CAST(sum(many) AS BIGINT) AS many
             FROM flow_fact WHERE tenant = $1 AND ((day >= $2 AND day <= $3) OR measure = 'carrier') AND (NOT $4 OR department = $5)
             AND (NOT $6 OR area = $7) AND (NOT $8 OR channel = $9) AND (NOT $10 OR process = $11) AND (NOT $12 OR measure = $13)
             GROUP BY 1, 2, 3, 4, 5, 6"
        ),
        Some(By::Channel) => sql!(
            "SELECT measure, kind, part, days, CASE WHEN $14 THEN substr(day, 1, 7) ELSE '' END AS month, channel AS place,
             CAST(sum(many) AS BIGINT) AS many
             FROM flow_fact WHERE tenant = $1 AND ((day >= $2 AND day <= $3) OR measure = 'carrier') AND (NOT $4 OR department = $5)
             AND (NOT $6 OR area = $7) AND (NOT $8 OR channel = $9) AND (NOT $10 OR process = $11) AND (NOT $12 OR measure = $13)
             GROUP BY 1, 2, 3, 4, 5, 6"
        ),
        Some(By::Process) => sql!(
            "SELECT measure, kind, part, days, CASE WHEN $14 THEN substr(day, 1, 7) ELSE '' END AS month, process AS place,
             CAST(sum(many) AS BIGINT) AS many
             FROM flow_fact WHERE tenant = $1 AND ((day >= $2 AND day <= $3) OR measure = 'carrier') AND (NOT $4 OR department = $5)
             AND (NOT $6 OR area = $7) AND (NOT $8 OR channel = $9) AND (NOT $10 OR process = $11) AND (NOT $12 OR measure = $13)
             GROUP BY 1, 2, 3, 4, 5, 6"
        ),
    };
    s.all(sql, &filter.values(tenant, measure, monthly)).await?.iter().map(|row| read(row, by)).collect()
}

fn read(row: &Row, by: Option<By>) -> Result<Cell, Error> {
    let measure: String = row.get("measure")?;
    let place = match by {
        None => None,
        Some(By::Channel) => row.get::<Option<String>>("place")?,
        Some(_) => row.get::<Option<Uuid>>("place")?.map(|id| id.to_string()),
    };
    Ok(Cell {
        measure: Measure::of(&measure).ok_or_else(|| Error::Broken(format!("a fact holds «{measure}», which is no measure of ours")))?,
        kind: row.get("kind")?,
        part: row.get("part")?,
        days: row.get("days")?,
        place,
        month: row.get("month")?,
        many: row.get("many")?,
    })
}

/// Of what facts are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject {
    /// The dossier or process.
    pub id: Uuid,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
}

/// Puts the facts of a subject in the place of those it had.
pub(crate) async fn replace(tx: &mut Tx, tenant: TenantId, of: Subject, facts: &[Fact], turns: Option<Date>) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM flow_fact WHERE tenant = $1 AND subject = $2"), &values![tenant, of.id]).await?;
    tx.run(sql!("DELETE FROM flow_turn WHERE tenant = $1 AND subject = $2"), &values![tenant, of.id]).await?;
    for (number, it) in (1_i64..).zip(facts) {
        tx.add(
            sql!(
                "INSERT INTO flow_fact (tenant, subject, number, measure, kind, part, day, process, department, area, channel, days, many)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
            ),
            &values![
                tenant,
                of.id,
                number,
                it.measure.code(),
                it.kind,
                it.part,
                it.day,
                of.process,
                it.department,
                of.area,
                it.channel,
                it.days,
                it.many
            ],
        )
        .await?;
    }
    if let Some(turns) = turns {
        tx.add(sql!("INSERT INTO flow_turn (tenant, subject, turns) VALUES ($1, $2, $3)"), &values![tenant, of.id, turns]).await?;
    }
    Ok(())
}

/// Takes away what was counted of processes and of groups.
pub(crate) async fn forget_processes(tx: &mut Tx, tenant: TenantId) -> Result<(), Error> {
    tx.run(
        sql!("DELETE FROM flow_fact WHERE tenant = $1 AND measure IN ('carrier', 'harder', 'council', 'presence', 'steering')"),
        &values![tenant],
    )
    .await
    .map(drop)
}

/// How many dossiers that touch another department, or values of two perspectives, each department decided between these days, and how
/// many of them alone: of departments that decided at least one, and of one department when it is named.
pub(crate) async fn decided_alone(
    s: &mut Session,
    tenant: TenantId,
    (from, to): (Date, Date),
    department: Option<DepartmentId>,
) -> Result<Vec<DecidedAlone>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT department, CAST(sum(CASE WHEN part = 'alone' THEN many ELSE 0 END) AS BIGINT) AS alone,
                   CAST(sum(many) AS BIGINT) AS whole
                 FROM flow_fact WHERE tenant = $1 AND measure = 'alone' AND day >= $2 AND day <= $3 AND department IS NOT NULL
                 AND (NOT $4 OR department = $5) GROUP BY department ORDER BY department"
            ),
            &values![tenant, from, to, department.is_some(), department.map_or(tenant.uuid(), |id| id.uuid())],
        )
        .await?;
    let read = |row: &Row| Ok(DecidedAlone { department: row.get("department")?, alone: row.get("alone")?, whole: row.get("whole")? });
    rows.iter().map(read).collect()
}
