//! Contributions that say the same travel in one dossier, and apart again when they do not (F1 S3). The program proposes,
//! a person decides. Every original is kept, and every author keeps a number and an answer of their own.

use crate::act::{Refusal, Rule, charter, note_inside};
use crate::contesting::follow;
use crate::gathering;
use crate::model::{Act, may_be_bundled};
use crate::tables::{self, Found, ProposalRow, ProposalStatus};
use journey::{Act as Doing, Dossier, State, Track};
use kernel::{ContributionId, DossierId, ProcessId, PublicNumber, TenantId};
use people::Thing;
use serde_json::json;
use std::collections::BTreeSet;
use store::jobs::NewJob;
use store::{Session, Tx};
use uuid::Uuid;

/// At most so many contributions are put together at once.
pub const MOST_AT_ONCE: usize = 200;

/// What came of putting together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The dossier in which they travel now.
    pub into: DossierId,
    /// How many contributions came into it.
    pub joined: i64,
    /// How many could not come along: withdrawn, or too far already.
    pub stayed: i64,
}

/// Asks for proposals over everything in a process that can still be put together.
///
/// # Errors
/// [`Refusal::NotNow`] while an earlier search runs.
pub async fn search(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId) -> Result<(), Refusal> {
    if tables::bundle_search(tx, doing.tenant, process).await?.is_some_and(|search| search.runs(doing.at)) {
        return Err(Refusal::NotNow(State::Screened));
    }
    let run = kernel::EventId::new(doing.at, tx.random()).uuid();
    tables::begin_search(tx, doing.tenant, process, run, doing.at).await?;
    let payload = json!({ "process": process, "run": run });
    tx.enqueue(NewJob { tenant: doing.tenant, kind: crate::jobs::BUNDLES, payload, due: doing.at }).await?;
    note_inside(tx, doing, run, "bundling", "carry.bundles-asked", json!({ "process": process })).await
}

/// The dossiers in which contributions travel now, each with those of them that may leave it.
async fn travelling_in(tx: &mut Tx, tenant: TenantId, chosen: &[ContributionId]) -> Result<Vec<(Dossier, Vec<ContributionId>)>, Refusal> {
    let mut found: Vec<(Dossier, Vec<ContributionId>)> = Vec::new();
    for contribution in chosen {
        if let Some((_, those)) = found.iter_mut().find(|(dossier, _)| dossier.travelling(*contribution).is_some()) {
            those.push(*contribution);
            continue;
        }
        // A part that became one with the others again travels nowhere.
        let Some(dossier) = journey::of_contribution(tx, tenant, *contribution).await? else { continue };
        found.push((dossier, vec![*contribution]));
    }
    let came_in: Vec<(ContributionId, DossierId)> =
        voice::contributions(tx, tenant, chosen).await?.into_iter().map(|it| (it.id, it.dossier)).collect();
    for (dossier, those) in &mut found {
        // Whose own dossier it is does not leave the others behind in it.
        if those.iter().any(|it| came_in.contains(&(*it, dossier.id))) {
            *those = dossier.contributions.iter().map(|it| it.contribution).collect();
        }
        those.retain(|it| dossier.travelling(*it).is_some_and(|it| it.track == Track::Along));
    }
    Ok(found)
}

/// Puts contributions together in one dossier: `into`, or else the one that is furthest and then oldest. What cannot come
/// along any more stays where it is, and is counted.
///
/// # Errors
/// When fewer than two are left to put together, more than one department has or is asked for them, they belong to different
/// processes, or they are initiatives of residents.
pub async fn merge(tx: &mut Tx, doing: &Doing<'_>, into: Option<DossierId>, chosen: &[ContributionId]) -> Result<Merged, Refusal> {
    let all = travelling_in(tx, doing.tenant, chosen).await?;
    let chosen_in_all = i64::try_from(all.iter().map(|(_, those)| those.len()).sum::<usize>()).unwrap_or(i64::MAX);
    let mut able: Vec<(Dossier, Vec<ContributionId>)> =
        all.into_iter().filter(|(dossier, those)| Act::Part.is_open_for(dossier) && !those.is_empty()).collect();
    let target = match into {
        Some(into) => journey::dossier(tx, doing.tenant, into).await?.ok_or(Refusal::Missing)?,
        None => {
            let first = able.iter().map(|(dossier, _)| dossier).min_by_key(|it| (std::cmp::Reverse(how_far(it)), it.opened, it.id));
            first.ok_or(Refusal::Rule(Rule::TooFew))?.clone()
        }
    };
    if !Act::Bundle.is_open_for(&target) {
        return Err(Refusal::NotNow(target.state));
    }
    let stayed = chosen_in_all - i64::try_from(able.iter().map(|(_, those)| those.len()).sum::<usize>()).unwrap_or(i64::MAX);
    able.retain(|(dossier, _)| dossier.id != target.id);
    if able.is_empty() {
        return Err(Refusal::Rule(Rule::TooFew));
    }
    let charter = charter(tx, doing.tenant, target.process).await?;
    if charter.is_some_and(|charter| !may_be_bundled(charter.variant)) {
        return Err(Refusal::Rule(Rule::InitiativeAlone));
    }
    if able.iter().any(|(dossier, _)| dossier.process != target.process) {
        return Err(Refusal::Guard("bundle"));
    }
    let hands = |it: &Dossier| it.asked.or(it.department);
    if able.iter().any(|(dossier, _)| hands(dossier).is_some() && hands(dossier) != hands(&target)) {
        return Err(Refusal::Rule(Rule::TwoDepartments));
    }
    let mut joined = 0;
    for (dossier, those) in &able {
        for contribution in those {
            journey::bundle(tx, doing, dossier.id, target.id, *contribution).await?;
            joined += 1;
        }
    }
    for (dossier, _) in &able {
        gathering::moved(tx, doing, dossier, target.id).await?;
    }
    let left: Vec<DossierId> = able.iter().map(|(dossier, _)| dossier.id).collect();
    follow(tx, doing, &left).await?;
    Ok(Merged { into: target.id, joined, stayed })
}

/// How far a dossier is among those that can be put together.
fn how_far(dossier: &Dossier) -> u8 {
    match dossier.state {
        State::Assessed => 4,
        State::FrameCheck => 3,
        State::Assigned => 2,
        State::Bundled => 1,
        _ => 0,
    }
}

/// Puts the contributions with these public numbers into a dossier.
///
/// # Errors
/// [`Refusal::Missing`] when no contribution of the process has one of the numbers; as [`merge`] otherwise, and when one
/// of them could not come along.
pub async fn merge_numbers(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, numbers: &[PublicNumber]) -> Result<Merged, Refusal> {
    let mut chosen = Vec::new();
    for number in numbers {
        chosen.push(voice::by_number(tx, doing.tenant, number).await?.ok_or(Refusal::Missing)?.id);
    }
    let merged = merge(tx, doing, Some(dossier), &chosen).await?;
    // Who names a number means that one: all or nothing.
    if merged.stayed > 0 { Err(Refusal::Rule(Rule::CannotCome)) } else { Ok(merged) }
}

/// Lets a contribution go on apart from the others, in the dossier in which it came in. Of whose own dossier the bundle
/// travels in, the others leave: they go on together in that of the first of them. Answers the dossier of the contribution.
///
/// # Errors
/// When it does not travel here with others, or the dossier is too far.
pub async fn part(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, contribution: ContributionId) -> Result<DossierId, Refusal> {
    let before = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    if !Act::Part.is_open_for(&before) {
        return Err(Refusal::NotNow(before.state));
    }
    let along: Vec<ContributionId> = before.contributions.iter().filter(|it| it.track == Track::Along).map(|it| it.contribution).collect();
    if !along.contains(&contribution) || along.len() < 2 {
        return Err(Refusal::Rule(Rule::NotTogether));
    }
    let came_in = voice::contributions(tx, doing.tenant, &along).await?;
    let home = |it: ContributionId| came_in.iter().find(|one| one.id == it).map(|one| one.dossier).ok_or(Refusal::Missing);
    let apart = home(contribution)?;
    if apart != dossier {
        journey::bundle(tx, doing, dossier, apart, contribution).await?;
        follow(tx, doing, &[dossier]).await?;
        return Ok(apart);
    }
    let others: Vec<ContributionId> = along.into_iter().filter(|it| *it != contribution).collect();
    let first = *others.first().ok_or(Refusal::Rule(Rule::NotTogether))?;
    let together = home(first)?;
    for other in others {
        journey::bundle(tx, doing, dossier, together, other).await?;
    }
    gathering::moved(tx, doing, &before, together).await?;
    follow(tx, doing, &[dossier]).await?;
    Ok(dossier)
}

/// A proposal on which a person works.
async fn open_proposal(tx: &mut Tx, tenant: TenantId, process: ProcessId, number: i64) -> Result<ProposalRow, Refusal> {
    let proposal = tables::bundle_proposal(tx, tenant, process, number).await?.ok_or(Refusal::Missing)?;
    if proposal.status == ProposalStatus::Open { Ok(proposal) } else { Err(Refusal::NotNow(State::Bundled)) }
}

/// The entry of what a person did with a proposal. It names the proposal and counts, never who said what.
async fn note(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId, number: i64, kind: &str, more: serde_json::Value) -> Result<(), Refusal> {
    let run: Option<Uuid> = tables::bundle_search(tx, doing.tenant, process).await?.map(|search| search.run);
    let body = json!({ "process": process, "proposal": number, "told": more });
    note_inside(tx, doing, run.unwrap_or_else(|| process.uuid()), "bundling", kind, body).await
}

/// Confirms a proposal: of those that the person saw, the chosen ones are put together, and the others leave the proposal.
/// What the person did not see stays in it, to come into the same dossier.
///
/// # Errors
/// As [`merge`]; when the proposal is not open any more, or does not hold what was chosen.
pub async fn confirm(
    tx: &mut Tx,
    doing: &Doing<'_>,
    process: ProcessId,
    number: i64,
    seen: &[ContributionId],
    chosen: &[ContributionId],
) -> Result<Merged, Refusal> {
    let proposal = open_proposal(tx, doing.tenant, process, number).await?;
    let mut there = Vec::new();
    for contribution in seen {
        if tables::take_out(tx, doing.tenant, process, number, *contribution).await? && chosen.contains(contribution) {
            there.push(*contribution);
        }
    }
    let merged = merge(tx, doing, proposal.dossier, &there).await?;
    tables::recount(tx, doing.tenant, process, number, Some(merged.into)).await?;
    let told = json!({ "dossier": merged.into, "joined": merged.joined, "stayed": merged.stayed });
    note(tx, doing, process, number, "carry.bundle-confirmed", told).await?;
    Ok(merged)
}

/// Splits a proposal: what was chosen goes into a proposal of its own. Answers the number of that one; `None` when one
/// alone was taken out.
///
/// # Errors
/// When the proposal is not open any more, or nothing or everything of it was chosen.
pub async fn split(
    tx: &mut Tx,
    doing: &Doing<'_>,
    process: ProcessId,
    number: i64,
    chosen: &[ContributionId],
) -> Result<Option<i64>, Refusal> {
    let proposal = open_proposal(tx, doing.tenant, process, number).await?;
    let mut with = Vec::new();
    for contribution in chosen {
        if tables::take_out(tx, doing.tenant, process, number, *contribution).await? {
            with.push(*contribution);
        }
    }
    let left = tables::recount(tx, doing.tenant, process, number, proposal.dossier).await?;
    if with.is_empty() || left == 0 {
        return Err(Refusal::Rule(Rule::NoSplit));
    }
    let taken = with.len();
    let own = match taken {
        1 => None,
        _ => Some(tables::add_numbered(tx, doing.tenant, process, &Found { with, opposed: Vec::new() }).await?),
    };
    note(tx, doing, process, number, "carry.bundle-split", json!({ "taken": taken, "left": left, "into": own })).await?;
    Ok(own)
}

/// Sets a proposal aside; nothing is put together, and a later search does not bring it again.
///
/// # Errors
/// When the proposal is not open any more.
pub async fn put_aside(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId, number: i64) -> Result<(), Refusal> {
    let proposal = open_proposal(tx, doing.tenant, process, number).await?;
    tables::set_aside(tx, doing.tenant, process, number).await?;
    note(tx, doing, process, number, "carry.bundle-set-aside", json!({ "size": proposal.size })).await
}

/// What a permission must cover for somebody to put these contributions together: each dossier in which they travel.
///
/// # Errors
/// When the database cannot be read.
pub async fn things(s: &mut Session, tenant: TenantId, chosen: &[ContributionId]) -> Result<Vec<Thing>, store::Error> {
    let mut seen = BTreeSet::new();
    let mut things = Vec::new();
    for contribution in chosen {
        if let Some(dossier) = journey::of_contribution(s, tenant, *contribution).await?
            && seen.insert(dossier.id)
        {
            things.push(crate::Standing::from(&dossier).thing());
        }
    }
    Ok(things)
}
