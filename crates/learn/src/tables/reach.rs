//! Who took part, as it was counted for a version of an evaluation.

use crate::model::evaluation::reach::{Characteristic, GroupCounted, Reach, ReachCounted, StayedCounted};
use kernel::{ProcessId, TenantId};
use store::{Error, Session, Tx, sql, values};

/// What was counted for a version.
pub(crate) async fn reach(s: &mut Session, tenant: TenantId, process: ProcessId, version: i64) -> Result<Reach, Error> {
    let of = values![tenant, process, version];
    let mut reach = Reach { counts: super::counts::counts(s, tenant, process, version).await?, ..Reach::default() };
    let sql = sql!(
        "SELECT characteristic, population_source, source, unsaid FROM evaluation_reach
         WHERE tenant = $1 AND process = $2 AND version = $3"
    );
    for row in s.all(sql, &of).await? {
        if let Some(characteristic) = Characteristic::of_code(&row.get::<String>("characteristic")?) {
            reach.characteristics.push(ReachCounted {
                characteristic,
                population_source: row.get("population_source")?,
                source: row.get("source")?,
                unsaid: row.get("unsaid")?,
                groups: Vec::new(),
            });
        }
    }
    reach.characteristics.sort_by_key(|it| it.characteristic);
    let sql = sql!(
        "SELECT characteristic, name, population, began, stayed FROM evaluation_group
         WHERE tenant = $1 AND process = $2 AND version = $3 ORDER BY characteristic, place"
    );
    for row in s.all(sql, &of).await? {
        let code: String = row.get("characteristic")?;
        if let Some(it) = reach.characteristics.iter_mut().find(|it| it.characteristic.code() == code) {
            it.groups.push(GroupCounted {
                name: row.get("name")?,
                population: row.get("population")?,
                began: row.get("began")?,
                stayed: row.get("stayed")?,
            });
        }
    }
    let sql = sql!("SELECT began, stayed, source FROM evaluation_stayed WHERE tenant = $1 AND process = $2 AND version = $3");
    if let Some(row) = s.optional(sql, &of).await? {
        reach.everybody = Some(StayedCounted { began: row.get("began")?, stayed: row.get("stayed")?, source: row.get("source")? });
    }
    Ok(reach)
}

/// Keeps what was counted for a version in the place of what was there.
pub(crate) async fn put_reach(tx: &mut Tx, tenant: TenantId, process: ProcessId, version: i64, reach: &Reach) -> Result<(), Error> {
    let of = values![tenant, process, version];
    tx.run(sql!("DELETE FROM evaluation_group WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    tx.run(sql!("DELETE FROM evaluation_reach WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    tx.run(sql!("DELETE FROM evaluation_stayed WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    for it in &reach.characteristics {
        let code = it.characteristic.code();
        let sql = sql!(
            "INSERT INTO evaluation_reach (tenant, process, version, characteristic, population_source, source, unsaid)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        );
        tx.run(sql, &values![tenant, process, version, code, it.population_source, it.source, it.unsaid]).await?;
        for (place, group) in (1_i64..).zip(&it.groups) {
            let sql = sql!(
                "INSERT INTO evaluation_group (tenant, process, version, characteristic, place, name, population, began, stayed)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            );
            let row = values![tenant, process, version, code, place, group.name, group.population, group.began, group.stayed];
            tx.run(sql, &row).await?;
        }
    }
    if let Some(it) = &reach.everybody {
        let sql = sql!("INSERT INTO evaluation_stayed (tenant, process, version, began, stayed, source) VALUES ($1, $2, $3, $4, $5, $6)");
        tx.run(sql, &values![tenant, process, version, it.began, it.stayed, it.source]).await?;
    }
    super::counts::put_counts(tx, tenant, process, version, &reach.counts).await
}
