//! A contribution that was divided over departments: each part is a row of its own, with words taken from the whole, so that it
//! can travel by itself. The whole keeps its number, its follow code and its words. A part is counted nowhere, is in no list of
//! contributions and is not searched for: its words are those of the whole, and nobody is to be counted twice.

use crate::model::contribution::{Contribution, Error, Screening};
use crate::model::passage::holds;
use crate::model::rules::Rule;
use crate::receive::STREAM;
use crate::tables::contribution as table;
use crate::withdraw;
use journey::{Act, Step, evidence};
use kernel::{ContributionId, DossierId, Line, Prose, PublicNumber, TenantId};
use store::{Session, Tx, journal};

/// So many numbers are tried, as when a contribution comes in.
const DRAWS: usize = 8;

/// A part that is taken out of a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPart {
    /// Its id.
    pub id: ContributionId,
    /// The dossier that is opened for it.
    pub dossier: DossierId,
    /// What it is about, in one line: not words of the author.
    pub title: Line,
    /// The words of the author that belong to it, taken from what may be shown.
    pub body: Prose,
}

/// What may be shown of a contribution, in one text: where the passages of its parts must stand.
#[must_use]
pub fn whole_text(whole: &Contribution) -> String {
    let body = whole.body.as_ref().map_or("", |body| body.original().text.as_str());
    format!("{}\n\n{body}", whole.title.original().text)
}

/// Keeps a part, and gives its number. Whoever calls lets its dossier begin ([`journey::divide`]) in the same transaction.
///
/// # Errors
/// [`Error::Withdrawn`] when there are no words any more, [`Error::Missing`] when the words of the part do not stand in the whole;
/// when the database fails.
pub async fn keep_part(tx: &mut Tx, act: &Act<'_>, whole: &Contribution, new: &NewPart) -> Result<PublicNumber, Error> {
    if whole.withdrawn.is_some() || whole.erased {
        return Err(Error::Withdrawn);
    }
    if !holds(&whole_text(whole), new.body.as_str()) {
        return Err(Error::Missing);
    }
    for _ in 0..DRAWS {
        let number = PublicNumber::draw(tx.random());
        if !table::insert_part(tx, act.tenant, act.at, whole, new, &number).await? {
            continue;
        }
        let digest = tx.digest_first(act.tenant, new.id.uuid(), &format!("{}\n\n{}", new.title, new.body.as_str())).await?;
        tx.journal_first(journal::Entry {
            tenant: act.tenant,
            stream: new.id.uuid(),
            stream_kind: STREAM,
            kind: "part-kept",
            version: 1,
            actor: act.actor,
            at: act.at,
            body: serde_json::json!({ "part-of": whole.id, "number": number, "words": digest }),
        })
        .await?;
        return Ok(number);
    }
    Err(Error::Store(store::Error::Conflict("contribution_number".to_owned())))
}

/// The parts of a contribution that were not put together again or withdrawn, in the order in which they were made.
///
/// # Errors
/// When the database fails.
pub async fn parts_of(s: &mut Session, tenant: TenantId, whole: ContributionId) -> Result<Vec<Contribution>, store::Error> {
    Ok(table::parts(s, tenant, whole).await?.into_iter().filter(|it| it.withdrawn.is_none()).collect())
}

/// The ids of all parts that were ever made of a contribution, also of those that became one again: what rooms keep of them goes
/// with their author.
///
/// # Errors
/// When the database fails.
pub async fn part_ids(s: &mut Session, tenant: TenantId, whole: ContributionId) -> Result<Vec<ContributionId>, store::Error> {
    Ok(table::parts(s, tenant, whole).await?.into_iter().map(|it| it.id).collect())
}

/// The part became one with the others again: its copy of the words goes, its number leads to the whole.
///
/// # Errors
/// When the database fails.
pub async fn end_part(tx: &mut Tx, act: &Act<'_>, part: ContributionId) -> Result<(), Error> {
    let contribution = table::contribution(tx, act.tenant, part).await?.filter(|it| it.part_of.is_some()).ok_or(Error::Missing)?;
    table::set_withdrawn(tx, act.tenant, part, act.at).await?;
    // What others hold about the part goes with its author's words, when those of the whole go.
    withdraw::erase(tx, act.tenant, &contribution, &[]).await?;
    table::forget_author(tx, act.tenant, part).await?;
    Ok(())
}

/// Somebody looked at the words of the whole once more: a part is shown only while its words stand in what is shown of the whole.
pub(crate) async fn follow_screening(tx: &mut Tx, act: &Act<'_>, whole: &Contribution) -> Result<(), Error> {
    let text = whole_text(whole);
    for part in parts_of(tx, act.tenant, whole.id).await? {
        let words = part.body.as_ref().map_or("", |body| body.original().text.as_str());
        let shown = whole.screening == Screening::Shown && holds(&text, words);
        let (screening, rule) = match (shown, whole.screening) {
            (true, _) => (Screening::Shown, None),
            (false, Screening::Shown) => (Screening::KeptBack, Some(Rule::Private.code())),
            (false, other) => (other, whole.rule.as_deref()),
        };
        let reason = whole.reason.as_deref().filter(|_| !shown);
        table::set_screening(tx, act.tenant, part.id, screening, (None, None), rule, reason, act.at).await?;
        let evidence = if shown { evidence::Privacy::by_voice(part.id, false) } else { evidence::Privacy::kept_back_by_voice(part.id) };
        if let Some(dossier) = journey::of_contribution(tx, act.tenant, part.id).await? {
            journey::record(tx, act, dossier.id, Step::PrivacyChecked(evidence)).await?;
        }
    }
    Ok(())
}
