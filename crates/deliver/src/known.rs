//! What this room knows of a process, for the rules of the design guide that look at it.

use async_trait::async_trait;
use evidence::{Fact, Value};
use kernel::{DepartmentId, DossierId};
use people::{FactsOf, ProcessAsked};
use store::{Error, Session, sql, values};

/// Tells what is known here of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[Fact::RealisedCount, Fact::RealisedShownCount, Fact::PromisesOfOthersMeans];

/// More promises of another's means than these are looked at no further: one that nobody committed is enough to warn (C143). What is
/// asked for counts as well: the plan counts on it, though the page says that nothing of it is promised yet.
const MOST: i64 = 50;

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let of_process = values![of.act.tenant, of.process];
        // A dossier is realised when all that was promised after its decision is there, and shown when a photo of it is (C110).
        let row = s
            .one(
                sql!(
                    "SELECT CAST(count(DISTINCT c.dossier) AS BIGINT) AS realised, CAST(count(DISTINCT CASE WHEN EXISTS (
                       SELECT 1 FROM commitment o JOIN commitment_photo p ON p.tenant = o.tenant AND p.commitment = o.id
                       WHERE o.tenant = c.tenant AND o.dossier = c.dossier AND p.moment = 'after') THEN c.dossier END) AS BIGINT) AS shown
                     FROM commitment c WHERE c.tenant = $1 AND c.process = $2 AND NOT EXISTS (
                       SELECT 1 FROM commitment o WHERE o.tenant = c.tenant AND o.dossier = c.dossier AND o.realised IS NULL)"
                ),
                &of_process,
            )
            .await?;
        let mut found =
            vec![(Fact::RealisedCount, Value::whole(row.get("realised")?)), (Fact::RealisedShownCount, Value::whole(row.get("shown")?))];
        let promised = s
            .all(
                sql!(
                    "SELECT c.dossier, c.means_of, CAST(CASE WHEN EXISTS (SELECT 1 FROM happening h
                       WHERE h.tenant = c.tenant AND h.commitment = c.id AND h.kind = 'given') THEN 1 ELSE 0 END AS BIGINT) AS here
                     FROM commitment c
                     WHERE c.tenant = $1 AND c.process = $2 AND c.means_of IS NOT NULL AND c.funding IN ('given', 'asked')
                     ORDER BY c.made, c.id LIMIT $3"
                ),
                &values![of.act.tenant, of.process, MOST],
            )
            .await?;
        let mut alone = 0;
        for row in &promised {
            let (dossier, other): (DossierId, DepartmentId) = (row.get("dossier")?, row.get("means_of")?);
            let asked = carry::means_requests(s, of.act.tenant, dossier).await?;
            // Its holder committed it while it was decided, or after.
            let before = asked.iter().any(|it| it.department == other && it.committed == Some(true) && it.released_at.is_none());
            alone += i64::from(!before && row.get::<i64>("here")? == 0);
        }
        found.push((Fact::PromisesOfOthersMeans, Value::whole(alone)));
        Ok(found)
    }
}
