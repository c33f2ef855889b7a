//! What was written of an answer and not published yet.

use kernel::{AccountId, DossierId, Instant, PublicNumber, TenantId};
use store::{Error, Session, Tx, sql, values};

/// A draft as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The fields of the form.
    pub fields: Vec<(String, String)>,
    /// When it was saved.
    pub saved: Instant,
    /// Who saved it.
    pub account: Option<AccountId>,
}

/// The draft of a dossier.
///
/// # Errors
/// When the database does not answer.
pub async fn draft(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<Draft>, Error> {
    let row = s
        .optional(sql!("SELECT form, saved, account FROM answer_draft WHERE tenant = $1 AND dossier = $2"), &values![tenant, dossier])
        .await?;
    row.map(|row| {
        let fields = serde_json::from_str(&row.get::<String>("form")?).map_err(|error| Error::Broken(error.to_string()))?;
        Ok(Draft { fields, saved: row.get("saved")?, account: row.get("account")? })
    })
    .transpose()
}

/// Keeps a draft in the place of the one before.
pub(crate) async fn save(tx: &mut Tx, tenant: TenantId, dossier: DossierId, draft: &Draft) -> Result<(), Error> {
    let form = serde_json::to_string(&draft.fields).map_err(|error| Error::Broken(error.to_string()))?;
    tx.run(
        sql!(
            "INSERT INTO answer_draft (tenant, dossier, form, saved, account) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (tenant, dossier) DO UPDATE SET form = $3, saved = $4, account = $5"
        ),
        &values![tenant, dossier, form, draft.saved, draft.account],
    )
    .await
    .map(drop)
}

/// Takes the draft away.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, dossier: DossierId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM answer_draft WHERE tenant = $1 AND dossier = $2"), &values![tenant, dossier]).await.map(drop)
}

/// Takes out of the draft what was written for the author of the contribution with this number alone.
pub(crate) async fn forget_own(tx: &mut Tx, tenant: TenantId, dossier: DossierId, number: &PublicNumber) -> Result<(), Error> {
    let Some(mut kept) = draft(tx, tenant, dossier).await? else { return Ok(()) };
    // In other languages the field goes on with the language.
    let own = format!("own-{number}");
    let before = kept.fields.len();
    kept.fields.retain(|(name, _)| !name.starts_with(&own));
    if kept.fields.len() == before { Ok(()) } else { save(tx, tenant, dossier, &kept).await }
}
