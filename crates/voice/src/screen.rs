//! A person looks at the words before everybody may read them: shows them, with or without masks, or keeps them
//! back under a published rule with a reason. Whatever is decided, the contribution travels on (catalogue H3.5).

use crate::model::contribution::{Error, Screening};
use crate::model::privacy;
use crate::model::rules::Rule;
use crate::receive::{SEARCH, STREAM};
use crate::tables::{contribution as table, photo};
use crate::translate;
use journey::{Act, Step, evidence};
use kernel::{ContributionId, FileId, Prose};
use sha2::{Digest, Sha256};
use store::{Tx, journal, search};

/// A part of the words that must not be read by everybody: from byte, to byte, and the words that take its place.
pub type Mask = (usize, usize, String);

/// What the person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Everybody may read the words.
    Show {
        /// What is masked in the title.
        title: Vec<Mask>,
        /// What is masked in the words.
        body: Vec<Mask>,
        /// The photos that everybody may see.
        photos: Vec<FileId>,
    },
    /// Nobody may read the words.
    KeepBack {
        /// Under which published rule.
        rule: Rule,
        /// Why, for the author.
        reason: Prose,
    },
}

/// What tells these words from all others: a page carries it, so that nobody decides about words that were never shown.
pub(crate) fn words_mark(title: &str, body: Option<&str>) -> String {
    let words = format!("{title}\0{}", body.unwrap_or_default());
    data_encoding::HEXLOWER.encode(&Sha256::digest(words.as_bytes()))
}

/// As [`screen`], when the words are still those with the mark `seen` ([`words_mark`]): paper may be corrected meanwhile, and masks
/// stand at places of the words that were shown.
///
/// # Errors
/// [`Error::Changed`] when they are others, and as [`screen`].
pub(crate) async fn screen_seen(tx: &mut Tx, act: &Act<'_>, id: ContributionId, decision: &Decision, seen: &str) -> Result<(), Error> {
    let (title, body) = table::original(tx, act.tenant, id).await?.ok_or(Error::Missing)?;
    if words_mark(&title, body.as_deref()) != seen {
        return Err(Error::Changed);
    }
    screen(tx, act, id, decision).await
}

/// Writes the decision down. It may be taken again, at any time, with another outcome.
///
/// # Errors
/// [`Error::Missing`] for another municipality's contribution, [`Error::Withdrawn`] when the author took it back;
/// when the journey refuses, or the database fails.
pub async fn screen(tx: &mut Tx, act: &Act<'_>, id: ContributionId, decision: &Decision) -> Result<(), Error> {
    let tenant = act.tenant;
    let contribution = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    if contribution.withdrawn.is_some() {
        return Err(Error::Withdrawn);
    }
    let (title, body) = table::original(tx, tenant, id).await?.ok_or(Error::Missing)?;
    let dossier = journey::of_contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    let photos = photo::of(tx, tenant, id).await?;
    let before = (contribution.title.original().text.clone(), contribution.body.as_ref().map(|body| body.original().text.clone()));
    let (evidence, kind, mut what) = match decision {
        Decision::Show { title: title_masks, body: body_masks, photos: shown } => {
            let shown_title = (!title_masks.is_empty()).then(|| privacy::mask(&title, title_masks));
            let shown_body = body.as_deref().filter(|_| !body_masks.is_empty()).map(|body| privacy::mask(body, body_masks));
            table::set_screening(tx, tenant, id, Screening::Shown, (shown_title.as_deref(), shown_body.as_deref()), None, None, act.at)
                .await?;
            for one in &photos {
                photo::show(tx, tenant, one.id, shown.contains(&one.id)).await?;
            }
            let words =
                format!("{} {}", shown_title.as_deref().unwrap_or(&title), shown_body.as_deref().or(body.as_deref()).unwrap_or_default());
            let entry = search::Entry {
                kind: SEARCH,
                id: id.uuid(),
                scope: contribution.process.uuid(),
                language: &contribution.language,
                words: &words,
                public: true,
            };
            tx.index(tenant, entry).await?;
            let masks = title_masks.len() + body_masks.len();
            (
                evidence::Privacy::by_voice(id, masks > 0),
                "shown",
                serde_json::json!({ "masks": masks, "photos": shown.len(), "of": photos.len() }),
            )
        }
        Decision::KeepBack { rule, reason } => {
            table::set_screening(tx, tenant, id, Screening::KeptBack, (None, None), Some(rule.code()), Some(reason.as_str()), act.at)
                .await?;
            for one in &photos {
                photo::show(tx, tenant, one.id, false).await?;
            }
            let words = format!("{title} {}", body.as_deref().unwrap_or_default());
            let entry = search::Entry {
                kind: SEARCH,
                id: id.uuid(),
                scope: contribution.process.uuid(),
                language: &contribution.language,
                words: &words,
                public: false,
            };
            tx.index(tenant, entry).await?;
            (evidence::Privacy::kept_back_by_voice(id), "kept-back", serde_json::json!({ "rule": rule.code() }))
        }
    };
    // A translation is of the words as they were shown.
    let after = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    let same = after.published && before == (after.title.original().text.clone(), after.body.map(|body| body.original().text.clone()));
    let gone = if same { 0 } else { translate::forget_all(tx, tenant, id).await? };
    if gone > 0 {
        what["translations-gone"] = gone.into();
    }
    tx.journal(journal::Entry {
        tenant,
        stream: id.uuid(),
        stream_kind: STREAM,
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body: what,
    })
    .await?;
    journey::record(tx, act, dossier.id, Step::PrivacyChecked(evidence)).await?;
    // What stands in its parts are words of it.
    let now = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    crate::parts::follow_screening(tx, act, &now).await
}
