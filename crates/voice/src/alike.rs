//! Contributions of a process that may say the same, for the author before sending and for who screens. Shown, never
//! a reason to stop anybody (catalogue H3.5: nothing is closed by merging).

use crate::model::contribution::Contribution;
use crate::receive::SEARCH;
use crate::tables::contribution as table;
use kernel::{ContributionId, Language, ProcessId, TenantId};
use store::{Session, search};

/// So many are shown.
const MOST: usize = 5;
/// So many are looked at, since some of them may not be shown.
const CANDIDATES: usize = 20;

/// At most five published contributions of `process` that may say the same, the likest first: those that share words
/// with the title, and then those that share words with the whole `text`.
///
/// # Errors
/// When the database fails.
pub async fn alike(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    text: &str,
    title: &str,
    language: &Language,
) -> Result<Vec<Contribution>, store::Error> {
    let mut ids: Vec<ContributionId> = Vec::new();
    for asked in [title, text] {
        for id in search::alike(s, tenant, SEARCH, Some(process.uuid()), asked, language, CANDIDATES).await? {
            let id = ContributionId::from_uuid(id);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let found = table::contributions(s, tenant, &ids).await?;
    Ok(found.into_iter().filter(|other| other.published).take(MOST).collect())
}
