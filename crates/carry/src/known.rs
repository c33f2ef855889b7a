//! What this room knows of a process, for the rules of the design guide that look at it.

use async_trait::async_trait;
use evidence::{Exact, Fact, Value};
use people::{FactsOf, ProcessAsked};
use std::collections::BTreeSet;
use store::{Error, Session, sql, values};

/// Tells what is known here of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[Fact::CouncilBriefings, Fact::DepartmentObjections, Fact::DilemmasRecorded, Fact::DecisionsWithoutLegalTest];

fn number(many: i64) -> Value {
    Value::Number(Exact::whole(many))
}

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let (tenant, process) = (of.act.tenant, of.process);
        let mut found = Vec::new();
        // Before the first advice nobody can say that the council heard nothing on the way (C153).
        let briefings = crate::briefings_of_process(s, tenant, process).await?.len();
        if briefings > 0 || crate::first_advice(s, tenant, process).await?.is_some() {
            found.push((Fact::CouncilBriefings, number(i64::try_from(briefings).unwrap_or(i64::MAX))));
        }
        let of_process = values![tenant, process];
        let row = s
            .one(
                sql!(
                    "SELECT CAST(count(*) AS BIGINT) AS dossiers,
                       CAST(coalesce(sum((SELECT count(*) FROM objection o WHERE o.tenant = d.tenant AND o.dossier = d.id)), 0) AS BIGINT) AS objections,
                       CAST(coalesce(sum((SELECT count(*) FROM decision c WHERE c.tenant = d.tenant AND c.dossier = d.id AND NOT EXISTS (
                         SELECT 1 FROM frame_verdict f WHERE f.tenant = d.tenant AND f.dossier = d.id AND f.frame = 'legal'))), 0) AS BIGINT)
                         AS untested
                     FROM dossier d WHERE d.tenant = $1 AND d.process = $2"
                ),
                &of_process,
            )
            .await?;
        if row.get::<i64>("dossiers")? == 0 {
            return Ok(found);
        }
        found.push((Fact::DepartmentObjections, number(row.get("objections")?)));
        found.push((Fact::DecisionsWithoutLegalTest, number(row.get("untested")?)));
        let dilemmas = s
            .all(
                sql!(
                    "SELECT DISTINCT w.dilemma FROM dossier d JOIN weighing w ON w.tenant = d.tenant AND w.dossier = d.id
                     WHERE d.tenant = $1 AND d.process = $2"
                ),
                &of_process,
            )
            .await?;
        let named = dilemmas.iter().map(|row| row.get("dilemma")).collect::<Result<BTreeSet<String>, Error>>()?;
        found.push((Fact::DilemmasRecorded, Value::Words(named)));
        Ok(found)
    }
}
