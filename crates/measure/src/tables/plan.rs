//! Measurement plans.

use crate::model::indicator::Indicator;
use crate::model::plan::{MeasurementPlan, PlanChoice};
use crate::model::statement::Statement;
use crate::model::wave::{Round, Wave, WaveDays};
use kernel::{AccountId, Instant, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Row, Session, Tx, sql, values};

fn days(row: &Row) -> Result<WaveDays, Error> {
    Ok(WaveDays { opens: row.get("opens")?, closes: row.get("closes")?, invited: row.get("invited")?, released: row.get("released")? })
}

/// The measurement plan of a process; empty when nobody made one.
///
/// # Errors
/// When the database cannot be read.
pub async fn plan(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<MeasurementPlan, Error> {
    let of = values![tenant, process];
    let Some(row) = s.optional(sql!("SELECT saved FROM measure_plan WHERE tenant = $1 AND process = $2"), &of).await? else {
        return Ok(MeasurementPlan::default());
    };
    let mut plan = MeasurementPlan { saved: Some(row.get("saved")?), ..MeasurementPlan::default() };
    let mut motives: Vec<(&'static str, TextId)> = Vec::new();
    for row in s.all(sql!("SELECT indicator, kept, motive, chosen FROM measure_choice WHERE tenant = $1 AND process = $2"), &of).await? {
        let Some(indicator) = Indicator::of_code(&row.get::<String>("indicator")?) else { continue };
        if let Some(motive) = row.get::<Option<TextId>>("motive")? {
            motives.push((indicator.code, motive));
        }
        plan.choices.insert(indicator.code, PlanChoice { kept: row.get("kept")?, motive: None, at: row.get("chosen")? });
    }
    let places: Vec<TextId> = motives.iter().map(|(_, place)| *place).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    for (code, place) in motives {
        if let Some(choice) = plan.choices.get_mut(code) {
            choice.motive = words.get(&place).cloned();
        }
    }
    for row in
        s.all(sql!("SELECT wave, opens, closes, invited, released FROM measure_wave WHERE tenant = $1 AND process = $2"), &of).await?
    {
        if let Some(wave) = Wave::of_code(&row.get::<String>("wave")?) {
            plan.waves.insert(wave, days(&row)?);
        }
    }
    let asked = sql!("SELECT round, statement FROM measure_asked WHERE tenant = $1 AND process = $2 ORDER BY round, place");
    for row in s.all(asked, &of).await? {
        let (round, statement) = (Round::of_code(&row.get::<String>("round")?), Statement::of_code(&row.get::<String>("statement")?));
        if let (Some(round), Some(statement)) = (round, statement) {
            plan.asked.entry(round).or_default().push(statement);
        }
    }
    Ok(plan)
}

/// The days of one wave.
pub(crate) async fn wave(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<Option<WaveDays>, Error> {
    let sql = sql!("SELECT opens, closes, invited, released FROM measure_wave WHERE tenant = $1 AND process = $2 AND wave = $3");
    s.optional(sql, &values![tenant, process, wave.code()]).await?.as_ref().map(days).transpose()
}

/// Notes that the plan was saved.
pub(crate) async fn mark_saved(tx: &mut Tx, tenant: TenantId, process: ProcessId, at: Instant, by: Option<AccountId>) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO measure_plan (tenant, process, saved, saved_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant, process) DO UPDATE SET saved = excluded.saved, saved_by = excluded.saved_by"
    );
    tx.run(sql, &values![tenant, process, at, by]).await.map(drop)
}

/// Keeps what was chosen for an indicator in the place of what was chosen before; nothing makes it open again. Gives back where
/// the motive is kept.
pub(crate) async fn keep_choice(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    indicator: &Indicator,
    choice: Option<(bool, Option<&LanguageSet>)>,
    at: Instant,
) -> Result<Option<TextId>, Error> {
    let key = values![tenant, process, indicator.code];
    let before = sql!("SELECT motive FROM measure_choice WHERE tenant = $1 AND process = $2 AND indicator = $3");
    let row = tx.optional(before, &key).await?;
    if let Some(motive) = row.map(|row| row.get::<Option<TextId>>("motive")).transpose()?.flatten() {
        tx.forget_text(tenant, motive).await?;
    }
    tx.run(sql!("DELETE FROM measure_choice WHERE tenant = $1 AND process = $2 AND indicator = $3"), &key).await?;
    let Some((kept, motive)) = choice else { return Ok(None) };
    let place = match motive {
        Some(words) => {
            let place = TextId::new(at, tx.random());
            tx.save_text(tenant, place, words).await?;
            Some(place)
        }
        None => None,
    };
    let sql = sql!("INSERT INTO measure_choice (tenant, process, indicator, kept, motive, chosen) VALUES ($1, $2, $3, $4, $5, $6)");
    tx.run(sql, &values![tenant, process, indicator.code, kept, place, at]).await?;
    Ok(place)
}

/// Keeps the days of a wave in the place of those before; nothing takes the wave away. Whoever is asked in a wave that is planned from
/// now on reads that researchers see separate answers; what was planned before stays as it was asked.
pub(crate) async fn keep_wave(tx: &mut Tx, tenant: TenantId, process: ProcessId, wave: Wave, days: Option<&WaveDays>) -> Result<(), Error> {
    let Some(days) = days else {
        let sql = sql!("DELETE FROM measure_wave WHERE tenant = $1 AND process = $2 AND wave = $3");
        return tx.run(sql, &values![tenant, process, wave.code()]).await.map(drop);
    };
    let sql = sql!(
        "INSERT INTO measure_wave (tenant, process, wave, opens, closes, invited, released, told_separate)
         VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE)
         ON CONFLICT (tenant, process, wave) DO UPDATE
         SET opens = excluded.opens, closes = excluded.closes, invited = excluded.invited, released = excluded.released"
    );
    tx.run(sql, &values![tenant, process, wave.code(), days.opens, days.closes, days.invited, days.released]).await.map(drop)
}

/// Keeps what is asked in a round, in this order, in the place of what was asked before.
pub(crate) async fn keep_asked(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    round: Round,
    asked: &[&'static Statement],
) -> Result<(), Error> {
    let sql = sql!("DELETE FROM measure_asked WHERE tenant = $1 AND process = $2 AND round = $3");
    tx.run(sql, &values![tenant, process, round.code()]).await?;
    for (place, statement) in (1_i64..).zip(asked) {
        let sql = sql!("INSERT INTO measure_asked (tenant, process, round, statement, place) VALUES ($1, $2, $3, $4, $5)");
        tx.run(sql, &values![tenant, process, round.code(), statement.code, place]).await?;
    }
    Ok(())
}
