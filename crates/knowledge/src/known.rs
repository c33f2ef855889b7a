//! What is known in a municipality: what is shipped, joined by what it added itself.

use crate::tables::additions;
use evidence::{Knowledge, Local};
use kernel::TenantId;
use quick_cache::sync::Cache;
use std::sync::{Arc, LazyLock};
use store::{Error, Session};

/// So many additions are kept joined; each municipality has one that holds.
const KEPT: usize = 64;

/// What is shipped, once for everybody who added nothing.
static SHIPPED: LazyLock<Arc<Knowledge>> = LazyLock::new(|| {
    Knowledge::shipped().map_or_else(
        |error| {
            tracing::error!(%error, "the knowledge base cannot be read");
            Arc::default()
        },
        |knowledge| Arc::new(knowledge.clone()),
    )
});

/// What is shipped joined by an addition, by the digest of the addition: the same text is the same knowledge, whoever wrote it.
static JOINED: LazyLock<Cache<String, Arc<Knowledge>>> = LazyLock::new(|| Cache::new(KEPT));

/// What is known in a municipality: what is shipped, joined by its own additions as they hold now. The digest of the addition is
/// read each time, so that another node that saved one is followed at once; what it comes to is kept.
///
/// # Errors
/// When the database cannot be read.
pub async fn known(s: &mut Session, tenant: TenantId) -> Result<Arc<Knowledge>, Error> {
    let Some(digest) = additions::digest(s, tenant).await? else { return Ok(Arc::clone(&SHIPPED)) };
    if let Some(kept) = JOINED.get(&digest) {
        return Ok(kept);
    }
    let Some(addition) = additions::addition(s, tenant).await? else { return Ok(Arc::clone(&SHIPPED)) };
    let joined = Local::read(&addition.toml).and_then(|local| SHIPPED.with(&local));
    let known = match joined {
        Ok(known) => Arc::new(known),
        // It was sound when it was saved; a later version of the program may ship what it names otherwise.
        Err(error) => {
            tracing::error!(%error, %tenant, "what a municipality added no longer fits what is shipped");
            return Ok(Arc::clone(&SHIPPED));
        }
    };
    // Under its own digest: another version may have been saved since the first question.
    JOINED.insert(digest_of(&addition.toml), Arc::clone(&known));
    Ok(known)
}

/// The digest of a text of additions.
pub fn digest_of(toml: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(toml.as_bytes()))
}
