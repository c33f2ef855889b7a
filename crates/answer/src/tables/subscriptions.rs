//! Who gets news by mail. The address itself lies in the vault; here is a keyed digest of it, so that somebody who asks twice
//! has one subscription.

use crate::model::subscription::Subscription;
use kernel::{AreaId, Date, IdentityId, Instant, ProcessId, SubscriptionId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

fn read(row: &Row) -> Result<Subscription, Error> {
    Ok(Subscription {
        id: row.get("id")?,
        identity: row.get("identity")?,
        process: row.get("process")?,
        area: row.get("area")?,
        language: row.get("language")?,
        asked: row.get("asked")?,
        confirmed: row.get("confirmed")?,
        ends: row.get("ends")?,
        told: row.get("told")?,
    })
}

/// One subscription.
///
/// # Errors
/// When the database does not answer.
pub async fn subscription(s: &mut Session, tenant: TenantId, id: SubscriptionId) -> Result<Option<Subscription>, Error> {
    s.optional(sql!("SELECT * FROM subscription WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// The subscription of an address to exactly this news.
pub(crate) async fn of_address(
    s: &mut Session,
    tenant: TenantId,
    address: &str,
    process: Option<ProcessId>,
    area: Option<AreaId>,
) -> Result<Option<Subscription>, Error> {
    let rows = s.all(sql!("SELECT * FROM subscription WHERE tenant = $1 AND address = $2"), &values![tenant, address]).await?;
    let all = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().find(|it| it.process == process && it.area == area))
}

/// The subscriptions of one person.
pub(crate) async fn of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<Subscription>, Error> {
    let rows =
        s.all(sql!("SELECT * FROM subscription WHERE tenant = $1 AND identity = $2 ORDER BY id"), &values![tenant, identity]).await?;
    rows.iter().map(read).collect()
}

/// Confirmed subscriptions that run and were told last before `before`, from `after` on.
pub(crate) async fn due(
    s: &mut Session,
    tenant: TenantId,
    before: Instant,
    today: Date,
    after: Option<(Instant, SubscriptionId)>,
    limit: i64,
) -> Result<Vec<Subscription>, Error> {
    let (told, id) = after.unwrap_or((Instant::from_micros(i64::MIN), SubscriptionId::from_uuid(tenant.uuid())));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM subscription WHERE tenant = $1 AND told <= $2 AND (told, id) > ($3, $4) AND confirmed IS NOT NULL AND ends >= $5
                 ORDER BY told, id LIMIT $6"
            ),
            &values![tenant, before, told, id, today, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Keeps a new subscription.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, address: &str, it: &Subscription) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO subscription (tenant, id, identity, address, process, area, language, asked, confirmed, ends, told)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        &values![tenant, it.id, it.identity, address, it.process, it.area, it.language, it.asked, it.confirmed, it.ends, it.told],
    )
    .await
    .map(drop)
}

/// Notes that it was confirmed or prolonged.
pub(crate) async fn confirm(
    tx: &mut Tx,
    tenant: TenantId,
    id: SubscriptionId,
    confirmed: Date,
    ends: Date,
    told: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE subscription SET confirmed = $3, ends = $4, told = $5 WHERE tenant = $1 AND id = $2"),
        &values![tenant, id, confirmed, ends, told],
    )
    .await
    .map(drop)
}

/// Notes up to which moment news was told; false when another node was first.
pub(crate) async fn tell(tx: &mut Tx, tenant: TenantId, id: SubscriptionId, before: Instant, told: Instant) -> Result<bool, Error> {
    let changed = tx
        .run(sql!("UPDATE subscription SET told = $4 WHERE tenant = $1 AND id = $2 AND told = $3"), &values![tenant, id, before, told])
        .await?;
    Ok(changed == 1)
}

/// Forgets the subscriptions of a person.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM subscription WHERE tenant = $1 AND identity = $2"), &values![tenant, identity]).await.map(drop)
}
