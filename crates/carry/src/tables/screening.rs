//! The screening of a dossier (F1 S2–S2b).

use crate::model::{Elsewhere, Kind};
use kernel::{AccountId, DossierId, Instant, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// How screening ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// In scope, and of which kind.
    InScope(Kind),
    /// Better off elsewhere: to whom, and where to find them.
    Referred {
        /// To whom.
        to: Elsewhere,
        /// A contact that a resident can use.
        place: String,
        /// Why, in public words.
        motive: TextId,
    },
    /// Out of scope, kept for later.
    Parked {
        /// Under which theme it is kept.
        theme: TextId,
        /// Why, in public words.
        motive: TextId,
    },
}

/// One screening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screened {
    /// How it ended.
    pub verdict: Verdict,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
}

/// The screening of a dossier, when there was one.
///
/// # Errors
/// When the database cannot be read.
pub async fn screening(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<Screened>, Error> {
    let row = s
        .optional(
            sql!("SELECT verdict, kind, referred_to, place, theme, motive, screened_at, screened_by FROM screening WHERE tenant = $1 AND dossier = $2"),
            &values![tenant, dossier],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let text = |column: &str| row.get::<Option<TextId>>(column).map(|id| id.unwrap_or_else(|| TextId::from_uuid(dossier.uuid())));
    let verdict = match row.get::<String>("verdict")?.as_str() {
        "referred" => Verdict::Referred {
            to: row.get::<Option<String>>("referred_to")?.as_deref().and_then(Elsewhere::of).unwrap_or(Elsewhere::Other),
            place: row.get::<Option<String>>("place")?.unwrap_or_default(),
            motive: text("motive")?,
        },
        "parked" => Verdict::Parked { theme: text("theme")?, motive: text("motive")? },
        _ => Verdict::InScope(row.get::<Option<String>>("kind")?.as_deref().and_then(Kind::of).unwrap_or(Kind::Idea)),
    };
    Ok(Some(Screened { verdict, at: row.get("screened_at")?, by: row.get("screened_by")? }))
}

/// Keeps the screening; a dossier has one.
pub(crate) async fn put_screening(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    verdict: &Verdict,
    at: Instant,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let (word, kind, to, place, theme, motive) = match verdict {
        Verdict::InScope(kind) => ("in-scope", Some(kind.code()), None, None, None, None),
        Verdict::Referred { to, place, motive } => ("referred", None, Some(to.code()), Some(place.as_str()), None, Some(*motive)),
        Verdict::Parked { theme, motive } => ("parked", None, None, None, Some(*theme), Some(*motive)),
    };
    let values = values![tenant, dossier, word, kind, to, place, theme, motive, at, by];
    tx.run(sql!("DELETE FROM screening WHERE tenant = $1 AND dossier = $2"), &values![tenant, dossier]).await?;
    tx.run(
        sql!(
            "INSERT INTO screening (tenant, dossier, verdict, kind, referred_to, place, theme, motive, screened_at, screened_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values,
    )
    .await?;
    Ok(())
}
