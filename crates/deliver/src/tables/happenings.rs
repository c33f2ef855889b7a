//! What happened to commitments: dated, public, never changed afterwards.

use crate::model::{HappeningKind, Lasting};
use journey::ConfirmedBy;
use kernel::{CommitmentId, Date, DepartmentId, HappeningId, Instant, MilestoneId, Money, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One thing that happened to a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Its id.
    pub id: HappeningId,
    /// To which commitment.
    pub commitment: CommitmentId,
    /// What.
    pub kind: HappeningKind,
    /// When it was written down.
    pub at: Instant,
    /// The milestone it is about.
    pub milestone: Option<MilestoneId>,
    /// The date that was planned before.
    pub was: Option<Date>,
    /// The date that holds, or on which it happened.
    pub day: Option<Date>,
    /// The amount that was spent, asked for, committed or refused.
    pub amount: Option<Money>,
    /// The other department whose money it is about; not known of lines that were written before it was kept.
    pub means_of: Option<DepartmentId>,
    /// The words: what, why, or how it goes.
    pub text: Option<TextId>,
    /// What was proposed, when the plan changed.
    pub proposed: Option<TextId>,
    /// What comes instead, when the plan changed.
    pub instead: Option<TextId>,
    /// In which part somebody said it; never who.
    pub part: Option<ConfirmedBy>,
    /// What holds, when it was looked at whether it lasts.
    pub lasting: Vec<Lasting>,
}

impl Happening {
    /// Something of this kind, with nothing said of it yet.
    #[must_use]
    pub const fn new(id: HappeningId, commitment: CommitmentId, kind: HappeningKind, at: Instant) -> Self {
        Self {
            id,
            commitment,
            kind,
            at,
            milestone: None,
            was: None,
            day: None,
            amount: None,
            means_of: None,
            text: None,
            proposed: None,
            instead: None,
            part: None,
            lasting: Vec::new(),
        }
    }

    /// The ids of its texts.
    #[must_use]
    pub fn texts(&self) -> Vec<TextId> {
        [self.text, self.proposed, self.instead].into_iter().flatten().collect()
    }
}

fn read(row: &Row) -> Result<Happening, Error> {
    let wrong = |text: &str| Error::Broken(format!("a happening holds «{text}», which is no code of ours"));
    let kind: String = row.get("kind")?;
    let part: Option<String> = row.get("part")?;
    let lasting: Option<String> = row.get("lasting")?;
    let amount: Option<i64> = row.get("amount")?;
    Ok(Happening {
        id: row.get("id")?,
        commitment: row.get("commitment")?,
        kind: HappeningKind::of(&kind).ok_or_else(|| wrong(&kind))?,
        at: row.get("at")?,
        milestone: row.get("milestone")?,
        was: row.get("was")?,
        day: row.get("day")?,
        amount: amount.map(Money::from_cents),
        means_of: row.get("means_of")?,
        text: row.get("text")?,
        proposed: row.get("proposed")?,
        instead: row.get("instead")?,
        part: part.as_deref().and_then(ConfirmedBy::from_code),
        lasting: lasting.unwrap_or_default().split(' ').filter_map(Lasting::of).collect(),
    })
}

/// What happened to a commitment, the oldest first, at most 500. What was agreed stands before what was asked for it at that moment.
///
/// # Errors
/// When the database does not answer.
pub async fn of_commitment(s: &mut Session, tenant: TenantId, commitment: CommitmentId) -> Result<Vec<Happening>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM happening WHERE tenant = $1 AND commitment = $2 ORDER BY at, id LIMIT 500"), &values![tenant, commitment])
        .await?;
    let mut found: Vec<Happening> = rows.iter().map(read).collect::<Result<_, Error>>()?;
    found.sort_by_key(|it| it.kind != HappeningKind::Promised);
    Ok(found)
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Happening) -> Result<(), Error> {
    let lasting = it.lasting.iter().map(|one| one.code()).collect::<Vec<_>>().join(" ");
    tx.run(
        sql!(
            "INSERT INTO happening (tenant, id, commitment, kind, at, milestone, was, day, amount, text, proposed, instead, part, lasting,
             means_of) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        &values![
            tenant,
            it.id,
            it.commitment,
            it.kind.code(),
            it.at,
            it.milestone,
            it.was,
            it.day,
            it.amount.map(Money::cents),
            it.text,
            it.proposed,
            it.instead,
            it.part.map(ConfirmedBy::code),
            matches!(it.kind, HappeningKind::Checked | HappeningKind::Experienced).then_some(lasting),
            it.means_of,
        ],
    )
    .await
    .map(drop)
}
