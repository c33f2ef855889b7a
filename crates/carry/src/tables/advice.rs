//! The advice of a department (F1 S11).

use crate::model::PlanChange;
use journey::Verdict;
use kernel::{AccountId, AdviceId, DepartmentId, DossierId, Instant, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Its id.
    pub id: AdviceId,
    /// On which dossier.
    pub dossier: DossierId,
    /// Of which department.
    pub department: Option<DepartmentId>,
    /// The verdict on the whole.
    pub fit: Verdict,
    /// What must change, when it fits only then.
    pub condition: Option<TextId>,
    /// What the department advises.
    pub words: TextId,
    /// Why.
    pub motive: TextId,
    /// What the formal reply says of the plan that was reacted on, when one was reacted on (F5).
    pub plan_change: Option<PlanChange>,
    /// The formal reply to the reaction, in public words.
    pub reply: Option<TextId>,
    /// When.
    pub at: Instant,
}

fn read(row: &Row) -> Result<Advice, Error> {
    Ok(Advice {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        department: row.get("department")?,
        fit: Verdict::from_code(&row.get::<String>("fit")?).unwrap_or(Verdict::FitsIf),
        condition: row.get("condition_text")?,
        words: row.get("words")?,
        motive: row.get("motive")?,
        plan_change: row.get::<Option<String>>("plan_change")?.as_deref().and_then(PlanChange::of),
        reply: row.get("reply")?,
        at: row.get("given_at")?,
    })
}

/// The advices on a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn advices(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Advice>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, department, fit, condition_text, words, motive, plan_change, reply, given_at FROM advice
                 WHERE tenant = $1 AND dossier = $2 ORDER BY given_at DESC, id DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The last advice on a dossier.
///
/// # Errors
/// When the database cannot be read.
pub async fn advice(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<Advice>, Error> {
    Ok(advices(s, tenant, dossier).await?.into_iter().next())
}

pub(crate) async fn add_advice(tx: &mut Tx, tenant: TenantId, advice: &Advice, by: Option<AccountId>) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO advice (tenant, id, dossier, department, fit, condition_text, words, motive, plan_change, reply, given_at, given_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        &values![
            tenant,
            advice.id,
            advice.dossier,
            advice.department,
            advice.fit.code(),
            advice.condition,
            advice.words,
            advice.motive,
            advice.plan_change.map(PlanChange::code),
            advice.reply,
            advice.at,
            by
        ],
    )
    .await?;
    Ok(())
}
