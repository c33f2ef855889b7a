//! Separate answers for research: which waves they may leave of, and what of each sheet could tell whose it is.

use crate::model::microdata::{BarriersTold, Respondent, SheetTraits};
use crate::model::sheet::Way;
use crate::model::wave::Wave;
use kernel::{ProcessId, TenantId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Session, sql, values};
use uuid::Uuid;

/// So many sheets are read at once.
const A_PAGE: usize = 1_000;

/// The waves of a process in which people could read beforehand that researchers see separate answers.
pub(crate) async fn told_waves(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<BTreeSet<Wave>, Error> {
    let sql = sql!("SELECT wave FROM measure_wave WHERE tenant = $1 AND process = $2 AND told_separate");
    let mut found = BTreeSet::new();
    for row in s.all(sql, &values![tenant, process]).await? {
        found.extend(Wave::of_code(&row.get::<String>("wave")?));
    }
    Ok(found)
}

/// What of each sheet of a wave that counts could tell whose it is; no answer to a sentence is read.
pub(crate) async fn traits(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    asks_barriers: bool,
) -> Result<Vec<SheetTraits>, Error> {
    let sql = sql!(
        "SELECT id, took_part, staff, way, link FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND wave = $3 AND checked AND id > $4 ORDER BY id LIMIT $5"
    );
    let limit = i64::try_from(A_PAGE).unwrap_or(i64::MAX);
    let (mut found, mut after) = (Vec::new(), Uuid::nil());
    loop {
        let rows = s.all(sql, &values![tenant, process, wave.code(), after, limit]).await?;
        let Some(last) = rows.last().map(|row| row.get::<Uuid>("id")).transpose()? else { return Ok(found) };
        let barriers = if asks_barriers { barriers(s, tenant, process, wave, after, last).await? } else { BTreeMap::new() };
        for row in &rows {
            let (sheet, way): (Uuid, String) = (row.get("id")?, row.get("way")?);
            let of = Respondent::of(row.get("took_part")?, row.get("staff")?);
            let told = match barriers.get(&sheet) {
                _ if !asks_barriers || of == Respondent::Staff => BarriersTold::NotAsked,
                Some(keys) => BarriersTold::of(keys.iter().map(String::as_str)),
                None => BarriersTold::Open,
            };
            found.push(SheetTraits {
                sheet,
                link: row.get("link")?,
                wave,
                of,
                way: Way::of_code(&way).ok_or_else(|| Error::Broken(format!("a questionnaire came in by «{way}»")))?,
                barriers: told,
            });
        }
        after = last;
    }
}

/// The barriers that were named on the sheets of a page; a sheet that left the question open is not here.
async fn barriers(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    after: Uuid,
    last: Uuid,
) -> Result<BTreeMap<Uuid, Vec<String>>, Error> {
    let sql = sql!(
        "SELECT a.sheet, a.question FROM measure_sheet s JOIN measure_answer a ON a.tenant = s.tenant AND a.sheet = s.id
         WHERE s.tenant = $1 AND s.process = $2 AND s.wave = $3 AND s.checked AND s.id > $4 AND s.id <= $5
           AND a.question LIKE 'barriers%'"
    );
    let mut found: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for row in s.all(sql, &values![tenant, process, wave.code(), after, last]).await? {
        let named = found.entry(row.get("sheet")?).or_default();
        // The question itself is kept as well, with how many were named.
        named.extend(row.get::<String>("question")?.split_once('.').map(|(_, key)| key.to_owned()));
    }
    Ok(found)
}
