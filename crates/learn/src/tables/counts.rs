//! What else was counted of who took part, for a version of an evaluation.

use crate::model::evaluation::counts::{
    AttendanceCounted, ChannelCounted, ChannelsCounted, Counts, PartCounted, ResponseCounted, StratumCounted,
};
use kernel::{ProcessId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

fn part(row: &Row) -> Result<PartCounted, Error> {
    Ok(PartCounted { part: row.get("counted")?, whole: row.get("among")?, unsaid: row.get("unsaid")?, source: row.get("source")? })
}

/// What was counted for a version.
pub(crate) async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId, version: i64) -> Result<Counts, Error> {
    let of = values![tenant, process, version];
    let mut counts = Counts::default();
    let sql = sql!("SELECT what, source, counted, among, unsaid FROM evaluation_count WHERE tenant = $1 AND process = $2 AND version = $3");
    for row in s.all(sql, &of).await? {
        match row.get::<String>("what")?.as_str() {
            "earlier" => counts.earlier = Some(part(&row)?),
            "unorganised" => counts.unorganised = Some(part(&row)?),
            "remedied" => counts.remedied = Some(part(&row)?),
            "attendance" => {
                let it =
                    AttendanceCounted { participants: row.get("among")?, attendances: row.get("counted")?, source: row.get("source")? };
                counts.attendance = Some(it);
            }
            "response" => counts.response = Some(ResponseCounted { source: row.get("source")?, strata: Vec::new() }),
            "channels" => counts.channels = Some(ChannelsCounted { source: row.get("source")?, channels: Vec::new() }),
            _ => {}
        }
    }
    if let Some(response) = &mut counts.response {
        let sql = sql!(
            "SELECT name, delivered, accepted FROM evaluation_stratum
             WHERE tenant = $1 AND process = $2 AND version = $3 ORDER BY place"
        );
        for row in s.all(sql, &of).await? {
            let it = StratumCounted { name: row.get("name")?, delivered: row.get("delivered")?, accepted: row.get("accepted")? };
            response.strata.push(it);
        }
    }
    if let Some(channels) = &mut counts.channels {
        let sql = sql!(
            "SELECT name, joined, hours, cents FROM evaluation_channel
             WHERE tenant = $1 AND process = $2 AND version = $3 ORDER BY place"
        );
        for row in s.all(sql, &of).await? {
            let it =
                ChannelCounted { name: row.get("name")?, joined: row.get("joined")?, hours: row.get("hours")?, cents: row.get("cents")? };
            channels.channels.push(it);
        }
    }
    Ok(counts)
}

/// Keeps what was counted for a version in the place of what was there.
pub(crate) async fn put_counts(tx: &mut Tx, tenant: TenantId, process: ProcessId, version: i64, counts: &Counts) -> Result<(), Error> {
    let of = values![tenant, process, version];
    tx.run(sql!("DELETE FROM evaluation_count WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    tx.run(sql!("DELETE FROM evaluation_stratum WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    tx.run(sql!("DELETE FROM evaluation_channel WHERE tenant = $1 AND process = $2 AND version = $3"), &of).await?;
    // What, where it comes from; then how many of how many, and how many would rather not tell.
    let mut rows: Vec<(&str, &str, [Option<i64>; 3])> = Vec::new();
    for (what, it) in [("earlier", &counts.earlier), ("unorganised", &counts.unorganised), ("remedied", &counts.remedied)] {
        rows.extend(it.as_ref().map(|it| (what, it.source.as_str(), [Some(it.part), Some(it.whole), it.unsaid])));
    }
    if let Some(it) = &counts.attendance {
        rows.push(("attendance", it.source.as_str(), [Some(it.attendances), Some(it.participants), None]));
    }
    rows.extend(counts.response.as_ref().map(|it| ("response", it.source.as_str(), [None; 3])));
    rows.extend(counts.channels.as_ref().map(|it| ("channels", it.source.as_str(), [None; 3])));
    for (what, source, [counted, among, unsaid]) in rows {
        let sql = sql!(
            "INSERT INTO evaluation_count (tenant, process, version, what, source, counted, among, unsaid)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        );
        tx.run(sql, &values![tenant, process, version, what, source, counted, among, unsaid]).await?;
    }
    for (place, it) in (1_i64..).zip(counts.response.iter().flat_map(|it| &it.strata)) {
        let sql = sql!(
            "INSERT INTO evaluation_stratum (tenant, process, version, place, name, delivered, accepted)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        );
        tx.run(sql, &values![tenant, process, version, place, it.name, it.delivered, it.accepted]).await?;
    }
    for (place, it) in (1_i64..).zip(counts.channels.iter().flat_map(|it| &it.channels)) {
        let sql = sql!(
            "INSERT INTO evaluation_channel (tenant, process, version, place, name, joined, hours, cents)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        );
        tx.run(sql, &values![tenant, process, version, place, it.name, it.joined, it.hours, it.cents]).await?;
    }
    Ok(())
}
