//! What differs within a bundle: the officer marks it, so that decision and answer cover it; and an author may say that
//! the contribution does not belong there at all (F1 S3), or should not have been divided (S3a). That is answered before an advice
//! or decision is made.

use crate::act::{Refusal, Rule, keep, note_inside, tell};
use crate::bundles::part;
use crate::dividing::reunite;
use crate::model::Act;
use crate::tables::{self, Contest, ContestEnd, Minority};
use journey::{Act as Doing, Dossier, State, Track};
use kernel::{ContributionId, DossierId};
use serde_json::json;
use store::Tx;
use store::texts::LanguageSet;

async fn travelling(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, contribution: ContributionId) -> Result<Dossier, Refusal> {
    let dossier = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let along = dossier.travelling(contribution).is_some_and(|it| it.track == Track::Along);
    if along { Ok(dossier) } else { Err(Refusal::Rule(Rule::NotTogether)) }
}

/// Marks that a contribution says something else than most of its bundle, or takes the mark away when nothing is said.
///
/// # Errors
/// When it does not travel here with others, or was decided and answered already.
pub async fn mark(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    contribution: ContributionId,
    words: Option<&LanguageSet>,
) -> Result<(), Refusal> {
    let before = travelling(tx, doing, dossier, contribution).await?;
    if !Act::Mark.is_open_for(&before) {
        return Err(Refusal::NotNow(before.state));
    }
    let kind = match words {
        Some(words) => {
            let minority = Minority { contribution, words: keep(tx, doing, dossier, words).await?, at: doing.at };
            tables::mark(tx, doing.tenant, dossier, &minority, doing.actor.account()).await?;
            "carry.minority-marked"
        }
        None if tables::unmark(tx, doing.tenant, dossier, contribution).await? == 0 => return Err(Refusal::Rule(Rule::NotMarked)),
        None => "carry.minority-unmarked",
    };
    note_inside(tx, doing, contribution.uuid(), "bundled", kind, json!({ "dossier": dossier, "contribution": contribution })).await
}

/// An author says that the contribution is about something else than the bundle it travels in, or that it is one matter and should
/// not have been divided.
///
/// # Errors
/// [`Refusal::NotNow`] when it neither travels with others before a decision nor is divided, or the same was contested before.
pub async fn contest(tx: &mut Tx, doing: &Doing<'_>, contribution: ContributionId, words: &LanguageSet) -> Result<(), Refusal> {
    let dossier = journey::of_contribution(tx, doing.tenant, contribution).await?.ok_or(Refusal::Missing)?;
    let along = dossier.travelling(contribution).is_some_and(|it| it.track == Track::Along);
    let before = tables::contests(tx, doing.tenant, contribution).await?;
    let of_division = dossier.state == State::Divided;
    let same = |it: &Contest| it.dossier == dossier.id && it.of_division == of_division;
    if !along || !Act::Contest.is_open_for(&dossier) || before.iter().any(|it| it.ended.is_none() || same(it)) {
        return Err(Refusal::NotNow(dossier.state));
    }
    let author = voice::contribution(tx, doing.tenant, contribution).await?.ok_or(Refusal::Missing)?;
    let number = before.iter().map(|it| it.number).max().unwrap_or(0) + 1;
    let until = doing.civil.last_day(doing.civil.today(doing.at), doing.civil.terms.bundle);
    let words = keep(tx, doing, dossier.id, words).await?;
    let row = Contest {
        contribution,
        number,
        dossier: dossier.id,
        of_division,
        words: Some(words),
        asked: doing.at,
        until,
        ended: None,
        motive: None,
        settled: None,
    };
    tables::add_contest(tx, doing.tenant, &row, author.identity).await?;
    let body = json!({ "dossier": dossier.id, "contribution": contribution, "number": number, "until": until });
    note_inside(tx, doing, contribution.uuid(), "bundled", "carry.bundle-contested", body).await?;
    tell(tx, doing, json!({ "dossier": dossier.id, "contest": until, "by": doing.actor.account() })).await
}

/// Answers a contest: the contribution goes on apart, or its parts become one again; or it stays with a public motive.
///
/// # Errors
/// When nothing waits for an answer, a motive is missing, or the dossier or a part is too far.
pub async fn settle(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    contribution: ContributionId,
    end: ContestEnd,
    motive: Option<&LanguageSet>,
) -> Result<(), Refusal> {
    let open = tables::open_contests(tx, doing.tenant, dossier).await?;
    let Some(contest) = open.into_iter().find(|it| it.contribution == contribution) else { return Err(Refusal::NotNow(State::Bundled)) };
    if end == ContestEnd::Kept && motive.is_none() {
        return Err(Refusal::Rule(Rule::ContestMotive));
    }
    let motive = match motive {
        Some(motive) => Some(keep(tx, doing, dossier, motive).await?),
        None => None,
    };
    ended(tx, doing, &contest, end, motive).await?;
    match (end, contest.of_division) {
        (ContestEnd::Kept, _) => Ok(()),
        (ContestEnd::Apart, true) => reunite(tx, doing, dossier).await,
        (ContestEnd::Apart, false) => part(tx, doing, dossier, contribution).await.map(drop),
    }
}

async fn ended(tx: &mut Tx, doing: &Doing<'_>, it: &Contest, end: ContestEnd, motive: Option<kernel::TextId>) -> Result<(), Refusal> {
    if !tables::settle_contest(tx, doing.tenant, it, end, motive, doing.actor.account()).await? {
        return Err(Refusal::NotNow(State::Bundled));
    }
    let body = json!({ "contribution": it.contribution, "number": it.number, "ended": end.code(), "motive": motive });
    note_inside(tx, doing, it.contribution.uuid(), "bundled", "carry.contest-settled", body).await
}

/// After contributions left these dossiers, or were withdrawn: what waits for an answer goes along with its contribution,
/// and ends when that travels with no other any more.
pub(crate) async fn follow(tx: &mut Tx, doing: &Doing<'_>, left: &[DossierId]) -> Result<(), Refusal> {
    for dossier in left {
        for it in tables::open_contests(tx, doing.tenant, *dossier).await? {
            let Some(now) = journey::of_contribution(tx, doing.tenant, it.contribution).await? else {
                // A part that became one with the others again.
                ended(tx, doing, &it, ContestEnd::Apart, None).await?;
                continue;
            };
            if !is_contested(&now, &it) {
                ended(tx, doing, &it, ContestEnd::Apart, None).await?;
            } else if now.id != *dossier {
                tables::move_contest(tx, doing.tenant, &it, now.id).await?;
            }
        }
    }
    Ok(())
}

/// Whether a contribution still travels as its author contests: with others, or in parts.
fn is_contested(dossier: &Dossier, it: &Contest) -> bool {
    let travels = if it.of_division { dossier.state == State::Divided } else { dossier.live().count() > 1 };
    travels && dossier.travelling(it.contribution).is_some_and(|it| it.track == Track::Along)
}

/// Nothing is advised or decided over a bundle while an author waits to hear whether the contribution belongs there, nor over a part
/// while its author waits to hear whether it had to be divided.
pub(crate) async fn none_open(tx: &mut Tx, doing: &Doing<'_>, dossier: &Dossier) -> Result<(), Refusal> {
    let open = tables::open_contests(tx, doing.tenant, dossier.id).await?;
    if open.iter().any(|it| is_contested(dossier, it)) {
        return Err(Refusal::Rule(Rule::ContestOpen));
    }
    for whole in dossier.live().filter_map(|it| it.part_of) {
        let Some(whole) = journey::of_contribution(tx, doing.tenant, whole).await? else { continue };
        let open = tables::open_contests(tx, doing.tenant, whole.id).await?;
        if open.iter().any(|it| is_contested(&whole, it)) {
            return Err(Refusal::Rule(Rule::ContestOpen));
        }
    }
    Ok(())
}
