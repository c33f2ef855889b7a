//! The verdict per frame (F1 S5).

use crate::model::{Firmness, Frame};
use journey::Verdict;
use kernel::{AccountId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// The verdict on one frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameChecked {
    /// Which frame.
    pub frame: Frame,
    /// Whether it fits.
    pub fit: Verdict,
    /// Which rule stands in the way, or what must change, in public words.
    pub rule: Option<TextId>,
    /// Whether that rule is essential or adjustable; `None` when nobody said so, or nothing stands in the way.
    pub firmness: Option<Firmness>,
    /// When it was checked.
    pub at: Instant,
}

/// The verdicts of a dossier, in the order legal, financial, practical, plans; of dossiers from before plans were kept, without the last.
///
/// # Errors
/// When the database cannot be read.
pub async fn frames(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<FrameChecked>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT frame, fit, rule, firmness, checked_at FROM frame_verdict
                 WHERE tenant = $1 AND dossier = $2 ORDER BY frame LIMIT 10"
            ),
            &values![tenant, dossier],
        )
        .await?;
    let mut verdicts = Vec::with_capacity(rows.len());
    for row in &rows {
        let (frame, fit) = (row.get::<String>("frame")?, row.get::<String>("fit")?);
        if let (Some(frame), Some(fit)) = (Frame::of(&frame), Verdict::from_code(&fit)) {
            let firmness = row.get::<Option<String>>("firmness")?.and_then(|code| Firmness::of(&code));
            verdicts.push(FrameChecked { frame, fit, rule: row.get("rule")?, firmness, at: row.get("checked_at")? });
        }
    }
    verdicts.sort_by_key(|verdict| Frame::ALL.iter().position(|frame| *frame == verdict.frame));
    Ok(verdicts)
}

/// Keeps a verdict; a later one on the same frame takes its place.
pub(crate) async fn put_frame(
    tx: &mut Tx,
    tenant: TenantId,
    (process, dossier): (ProcessId, DossierId),
    verdict: &FrameChecked,
    by: Option<AccountId>,
) -> Result<(), Error> {
    tx.run(
        sql!("DELETE FROM frame_verdict WHERE tenant = $1 AND dossier = $2 AND frame = $3"),
        &values![tenant, dossier, verdict.frame.code()],
    )
    .await?;
    tx.run(
        sql!(
            "INSERT INTO frame_verdict (tenant, dossier, frame, fit, rule, checked_at, checked_by, process, firmness)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![
            tenant,
            dossier,
            verdict.frame.code(),
            verdict.fit.code(),
            verdict.rule,
            verdict.at,
            by,
            process,
            verdict.firmness.map(Firmness::code),
        ],
    )
    .await?;
    Ok(())
}
