//! The office has a contribution translated, by a person or by a machine, for readers of other languages. What the author
//! wrote stays first and is never replaced. A translation is of words that everybody may read: when those change, or are
//! no longer public, it goes.

use crate::model::contribution::{Contribution, Error};
use crate::receive::STREAM;
use crate::tables::contribution as table;
use crate::tables::translation::{self, Translation};
use journey::Act;
use kernel::{ContributionId, Language, Line, Prose, TenantId, TextId};
use store::texts::Origin;
use store::{Session, Tx, journal, search};

/// The kind under which translations stand in the search index.
pub const SEARCH_TRANSLATED: &str = "contribution-translation";

/// A translation that somebody adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTranslation {
    /// Into which language.
    pub language: Language,
    /// The title.
    pub title: Line,
    /// The words.
    pub body: Option<Prose>,
    /// Whether a machine made it, and not a person.
    pub by_machine: bool,
}

/// A contribution whose words everybody may read.
async fn public(tx: &mut Tx, tenant: TenantId, id: ContributionId) -> Result<Contribution, Error> {
    let contribution = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    if contribution.published { Ok(contribution) } else { Err(Error::NotPublic) }
}

/// Adds a translation, in the place of an earlier one into the same language.
///
/// # Errors
/// [`Error::Missing`]; [`Error::NotPublic`] when nobody may read the words, or when it is their own language; when the
/// database fails.
pub async fn translate(tx: &mut Tx, act: &Act<'_>, id: ContributionId, new: &NewTranslation) -> Result<(), Error> {
    let tenant = act.tenant;
    let contribution = public(tx, tenant, id).await?;
    if contribution.language == new.language {
        return Err(Error::NotPublic);
    }
    for earlier in translation::of(tx, tenant, id).await?.iter().filter(|it| it.language == new.language) {
        forget(tx, tenant, earlier).await?;
    }
    let it = Translation {
        id: TextId::new(act.at, tx.random()),
        contribution: id,
        language: new.language,
        title: new.title.as_str().to_owned(),
        body: new.body.as_ref().map(|body| body.as_str().to_owned()),
        origin: if new.by_machine { Origin::Machine } else { Origin::Human },
        written: act.at,
    };
    translation::insert(tx, tenant, &it, act.actor.account()).await?;
    let words = format!("{} {}", it.title, it.body.as_deref().unwrap_or_default());
    let entry = search::Entry {
        kind: SEARCH_TRANSLATED,
        id: it.id.uuid(),
        scope: contribution.process.uuid(),
        language: &it.language,
        words: &words,
        public: true,
    };
    tx.index(tenant, entry).await?;
    let digest = tx.digest(tenant, it.id.uuid(), &format!("{}\n\n{}", it.title, it.body.as_deref().unwrap_or_default())).await?;
    let body = serde_json::json!({ "language": it.language, "origin": it.origin, "translation": it.id, "words": digest });
    note(tx, act, id, "translated", body).await
}

/// Takes the translation into a language away.
///
/// # Errors
/// [`Error::Missing`] when there is none; when the database fails.
pub async fn untranslate(tx: &mut Tx, act: &Act<'_>, id: ContributionId, language: Language) -> Result<(), Error> {
    let there = translation::of(tx, act.tenant, id).await?.into_iter().find(|it| it.language == language).ok_or(Error::Missing)?;
    forget(tx, act.tenant, &there).await?;
    note(tx, act, id, "translation-removed", serde_json::json!({ "language": language })).await
}

async fn note(tx: &mut Tx, act: &Act<'_>, id: ContributionId, kind: &str, body: serde_json::Value) -> Result<(), Error> {
    let (tenant, actor, at) = (act.tenant, act.actor, act.at);
    tx.journal(journal::Entry { tenant, stream: id.uuid(), stream_kind: STREAM, kind, version: 1, actor, at, body }).await?;
    Ok(())
}

/// Words, search entry, and the key of the digest in the journal.
async fn forget(tx: &mut Tx, tenant: TenantId, it: &Translation) -> Result<(), store::Error> {
    tx.unindex(tenant, SEARCH_TRANSLATED, it.id.uuid()).await?;
    translation::delete(tx, tenant, it.id).await?;
    tx.forget_key(tenant, it.id.uuid()).await
}

/// Every title under which a contribution may be named elsewhere: as it was given, as it is shown, and translated.
pub(crate) async fn titles(s: &mut Session, tenant: TenantId, it: &Contribution) -> Result<Vec<String>, store::Error> {
    let mut titles: Vec<String> = it.title.versions().iter().map(|version| version.text.clone()).collect();
    titles.extend(table::original(s, tenant, it.id).await?.map(|(title, _)| title));
    titles.extend(translation::of(s, tenant, it.id).await?.into_iter().map(|it| it.title));
    titles.retain(|title| !title.is_empty());
    Ok(titles)
}

/// Takes all translations of a contribution away for good, and tells how many there were.
pub(crate) async fn forget_all(tx: &mut Tx, tenant: TenantId, id: ContributionId) -> Result<usize, store::Error> {
    let all = translation::of(tx, tenant, id).await?;
    for it in &all {
        forget(tx, tenant, it).await?;
    }
    Ok(all.len())
}

/// Lets nobody find the translations of a contribution any more; the words stay, as those of the author do.
pub(crate) async fn hide_all(tx: &mut Tx, tenant: TenantId, id: ContributionId) -> Result<(), store::Error> {
    for it in translation::of(tx, tenant, id).await? {
        tx.unindex(tenant, SEARCH_TRANSLATED, it.id.uuid()).await?;
    }
    Ok(())
}
