//! Keyed digests of texts: proof that a text is the one that was recorded, until its key is destroyed.

use crate::{Error, Session, Tx, settings};
use data_encoding::BASE64;
use kernel::TenantId;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

impl Tx {
    /// The digest of `words` under the key of the text `text` (the id of the row that holds the words), which is made
    /// when there is none. It goes into the journal in place of the words.
    ///
    /// # Errors
    /// What the database says.
    pub async fn digest(&mut self, tenant: TenantId, text: Uuid, words: &str) -> Result<String, Error> {
        let fresh = self.fresh_key();
        let sql = crate::sql!("INSERT INTO text_key (tenant, text, secret) VALUES ($1, $2, $3) ON CONFLICT (tenant, text) DO NOTHING");
        let key = match self.run(sql, &crate::values![tenant, text, fresh]).await? {
            0 => key(self, tenant, text).await?.ok_or(Error::Missing)?,
            _ => fresh,
        };
        Ok(keyed(&key, words))
    }

    /// The digest of a text that this very write brings, so that nobody can have made its key.
    ///
    /// # Errors
    /// What the database says. When the text has a key already, nothing of the write is kept.
    pub async fn digest_first(&mut self, tenant: TenantId, text: Uuid, words: &str) -> Result<String, Error> {
        let key = self.fresh_key();
        self.add(crate::sql!("INSERT INTO text_key (tenant, text, secret) VALUES ($1, $2, $3)"), &crate::values![tenant, text, key])
            .await?;
        Ok(keyed(&key, words))
    }

    fn fresh_key(&self) -> [u8; 32] {
        let mut key = [0_u8; 32];
        self.random().fill(&mut key);
        key
    }

    /// Destroys the key of a text: its digests in the journal then tell nothing, and the chain still verifies.
    ///
    /// # Errors
    /// What the database says; it is no error when there is no key.
    pub async fn forget_key(&mut self, tenant: TenantId, text: Uuid) -> Result<(), Error> {
        let sql = crate::sql!("DELETE FROM text_key WHERE tenant = $1 AND text = $2");
        self.run(sql, &crate::values![tenant, text]).await.map(drop)
    }
}

/// Whether `words` are those of which `digest` was recorded; `None` when the key was destroyed.
///
/// # Errors
/// What the database says.
pub async fn matches(session: &mut Session, tenant: TenantId, text: Uuid, words: &str, digest: &str) -> Result<Option<bool>, Error> {
    let key = key(session, tenant, text).await?;
    Ok(key.map(|key| keyed(&key, words).as_bytes().ct_eq(digest.as_bytes()).into()))
}

fn keyed(key: &[u8; 32], words: &str) -> String {
    BASE64.encode(&settings::keyed(key, words.as_bytes()))
}

async fn key(session: &mut Session, tenant: TenantId, text: Uuid) -> Result<Option<[u8; 32]>, Error> {
    let sql = crate::sql!("SELECT secret FROM text_key WHERE tenant = $1 AND text = $2");
    let Some(row) = session.optional(sql, &crate::values![tenant, text]).await? else { return Ok(None) };
    let key = row.get::<Vec<u8>>("secret")?.try_into().map_err(|_| Error::Broken("the key of a text is not 32 bytes".to_owned()))?;
    Ok(Some(key))
}
