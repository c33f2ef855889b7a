//! Contributions of a process that may say the same, for the author before sending and for who screens.

use crate::model::contribution::Contribution;
use crate::model::likeness::{likeness, telling};
use crate::receive::SEARCH;
use crate::tables::contribution as table;
use kernel::{ContributionId, Language, ProcessId, TenantId};
use store::{Session, search};

/// So many are shown.
const MOST: usize = 5;
/// So many telling words are looked up, and so many hits of each weighed.
const WORDS: usize = 5;
const HITS: i64 = 20;
/// Less alike than this is something else.
const LEAST: f64 = 0.5;

/// At most five published contributions of `process` that may say the same as `text`, the likest first. `title`
/// weighs as much as the whole text: short ideas differ in what they add.
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
    for word in telling(title, WORDS) {
        for id in search::search(s, tenant, SEARCH, Some(process.uuid()), true, &word, language, HITS).await? {
            let id = ContributionId::from_uuid(id);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let mut weighed: Vec<(f64, Contribution)> = table::contributions(s, tenant, &ids)
        .await?
        .into_iter()
        .filter(|other| other.published)
        .map(|other| {
            let its_title = other.title.original().text.clone();
            let whole = format!("{its_title} {}", other.body.as_ref().map_or("", |body| body.original().text.as_str()));
            (likeness(title, &its_title).max(likeness(text, &whole)), other)
        })
        .filter(|(weight, _)| *weight >= LEAST)
        .collect();
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0));
    Ok(weighed.into_iter().take(MOST).map(|(_, contribution)| contribution).collect())
}
