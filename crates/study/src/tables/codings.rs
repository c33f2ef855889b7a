//! What coders put to passages, the codes of a process, and what was settled.

use crate::model::frame::OwnCode;
use crate::model::{Direction, Ground, Item, Marked, Resolution, Settled, SourceCode};
use evidence::EffectKey;
use kernel::{AccountId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

fn read(row: &Row) -> Result<Marked, Error> {
    let effect: String = row.get("effect")?;
    let (direction, ground): (Option<String>, Option<String>) = (row.get("direction")?, row.get("basis")?);
    let codes: String = row.get("codes")?;
    Ok(Marked {
        passage: row.get("passage")?,
        effect: EffectKey::try_from(effect).ok(),
        direction: direction.as_deref().and_then(Direction::of_code),
        level: row.get("level")?,
        actor: row.get("actor")?,
        whom: row.get("whom")?,
        ground: ground.as_deref().and_then(Ground::of_code),
        helped: row.get("helped")?,
        hindered: row.get("hindered")?,
        codes: codes.split_whitespace().filter_map(Item::of_key).collect(),
        remark: row.get("remark")?,
        at: row.get("at")?,
    })
}

/// What the coder at this place put to the passages of a source, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn of_coder(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode, place: i64) -> Result<Vec<Marked>, Error> {
    s.all(
        sql!("SELECT * FROM study_coding WHERE tenant = $1 AND process = $2 AND source = $3 AND place = $4 ORDER BY passage, effect"),
        &values![tenant, process, code.to_string(), place],
    )
    .await?
    .iter()
    .map(read)
    .collect()
}

fn key_of(effect: Option<&EffectKey>) -> &str {
    effect.map_or("", EffectKey::as_str)
}

pub(crate) async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    place: i64,
    it: &Marked,
) -> Result<(), Error> {
    let codes: Vec<&str> = it.codes.iter().map(Item::key).collect();
    tx.run(
        sql!(
            "INSERT INTO study_coding (tenant, process, source, place, passage, effect, direction, level, actor, whom, basis, helped,
               hindered, codes, remark, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        ),
        &values![
            tenant,
            process,
            code.to_string(),
            place,
            it.passage,
            key_of(it.effect.as_ref()),
            it.direction.map(Direction::code),
            it.level,
            it.actor,
            it.whom,
            it.ground.map(Ground::code),
            it.helped,
            it.hindered,
            codes.join(" "),
            it.remark,
            it.at
        ],
    )
    .await
    .map(drop)
}

/// Takes a coding away, with its words; says whether there was one.
pub(crate) async fn remove(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    place: i64,
    passage: i64,
    effect: Option<&EffectKey>,
) -> Result<bool, Error> {
    let of = values![tenant, process, code.to_string(), place, passage, key_of(effect)];
    let row = tx
        .optional(
            sql!(
                "SELECT whom, remark FROM study_coding
                 WHERE tenant = $1 AND process = $2 AND source = $3 AND place = $4 AND passage = $5 AND effect = $6"
            ),
            &of,
        )
        .await?;
    let Some(row) = row else { return Ok(false) };
    for text in [row.get::<Option<TextId>>("whom")?, row.get::<Option<TextId>>("remark")?].into_iter().flatten() {
        tx.forget_text(tenant, text).await?;
        tx.forget_key(tenant, text.uuid()).await?;
    }
    tx.run(
        sql!(
            "DELETE FROM study_coding
             WHERE tenant = $1 AND process = $2 AND source = $3 AND place = $4 AND passage = $5 AND effect = $6"
        ),
        &of,
    )
    .await?;
    Ok(true)
}

/// What was settled of a source.
///
/// # Errors
/// When the database does not answer.
pub async fn settled(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Vec<Settled>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM study_settled WHERE tenant = $1 AND process = $2 AND source = $3 ORDER BY passage, item"),
            &values![tenant, process, code.to_string()],
        )
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let (item, outcome): (String, String) = (row.get("item")?, row.get("outcome")?);
        let (Some(item), Some(resolution)) = (Item::of_key(&item), Resolution::of_code(&outcome)) else { continue };
        found.push(Settled { passage: row.get("passage")?, item, resolution, motive: row.get("motive")?, at: row.get("at")? });
    }
    Ok(found)
}

/// Keeps what was settled in the place of what was settled before.
pub(crate) async fn settle(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    it: &Settled,
    by: AccountId,
) -> Result<(), Error> {
    let of = values![tenant, process, code.to_string(), it.passage, it.item.key()];
    let before = tx
        .optional(
            sql!("SELECT motive FROM study_settled WHERE tenant = $1 AND process = $2 AND source = $3 AND passage = $4 AND item = $5"),
            &of,
        )
        .await?;
    if let Some(row) = before {
        let motive: TextId = row.get("motive")?;
        tx.forget_text(tenant, motive).await?;
        tx.forget_key(tenant, motive.uuid()).await?;
    }
    tx.run(
        sql!(
            "INSERT INTO study_settled (tenant, process, source, passage, item, outcome, motive, settled_by, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (tenant, process, source, passage, item)
             DO UPDATE SET outcome = excluded.outcome, motive = excluded.motive, settled_by = excluded.settled_by, at = excluded.at"
        ),
        &values![tenant, process, code.to_string(), it.passage, it.item.key(), it.resolution.code(), it.motive, by, it.at],
    )
    .await
    .map(drop)
}

/// The codes of a process, in the order in which they were made.
///
/// # Errors
/// When the database does not answer.
pub async fn codes(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<OwnCode>, Error> {
    let rows =
        s.all(sql!("SELECT * FROM study_code WHERE tenant = $1 AND process = $2 ORDER BY number"), &values![tenant, process]).await?;
    let read = |row: &Row| {
        let (merged, reason): (Option<Instant>, Option<String>) = (row.get("merged")?, row.get("merge_reason")?);
        Ok(OwnCode {
            number: row.get("number")?,
            name: row.get("name")?,
            means: row.get("means")?,
            added: row.get("added")?,
            same_as: row.get("same_as")?,
            merged: merged.zip(reason),
        })
    };
    rows.iter().map(read).collect()
}

pub(crate) async fn insert_code(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    name: &str,
    means: &str,
    by: AccountId,
    at: Instant,
) -> Result<i64, Error> {
    let number: i64 = tx
        .one(
            sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM study_code WHERE tenant = $1 AND process = $2"),
            &values![tenant, process],
        )
        .await?
        .get("number")?;
    tx.run(
        sql!("INSERT INTO study_code (tenant, process, number, name, means, added, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &values![tenant, process, number, name, means, at, by],
    )
    .await?;
    Ok(number)
}

pub(crate) async fn merge_code(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    (from, into): (i64, i64),
    reason: &str,
    by: AccountId,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE study_code SET same_as = $4, merged = $5, merged_by = $6, merge_reason = $7
             WHERE tenant = $1 AND process = $2 AND number = $3 AND same_as IS NULL"
        ),
        &values![tenant, process, from, into, at, by, reason],
    )
    .await
    .map(drop)
}
