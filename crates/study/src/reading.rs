//! Reading what was coded of a process: what counts of each source, and what all of it comes to.

use crate::model::agreement::{Compared, Counted, CountedCodes, compare, counted};
use crate::model::balance::{OfSource, balance};
use crate::model::frame::Frame;
use crate::model::{Balance, Direction, Heard, Marked, RespondentKind, Settled, Source, SourceKind};
use crate::tables::codings;
use crate::tables::sources::{self, Coder, Observation};
use evidence::{EffectKey, Knowledge};
use kernel::{Instant, ProcessId, TenantId, TextId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Session};

/// How far the coding of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodingState {
    /// Nobody coded it.
    Uncoded,
    /// Somebody is at it.
    Busy,
    /// One is done, and a second will follow: nobody else sees what the first put there.
    WaitsForSecond,
    /// One coded it, and nobody follows: it counts, and is less sure.
    Single,
    /// Two coded it and are done.
    Double,
}

impl CodingState {
    /// The code that words and exports know it by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Uncoded => "uncoded",
            Self::Busy => "busy",
            Self::WaitsForSecond => "waits",
            Self::Single => "single",
            Self::Double => "double",
        }
    }
    /// Whether what was coded may be seen by others and counts.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Single | Self::Double)
    }
}

/// Where a source stands.
#[must_use]
pub fn state(source: &Source, coders: &[Coder]) -> CodingState {
    match coders {
        [] => CodingState::Uncoded,
        all if all.iter().any(|it| it.done.is_none()) => CodingState::Busy,
        [_] if source.single => CodingState::Single,
        [_] => CodingState::WaitsForSecond,
        _ => CodingState::Double,
    }
}

/// A source with all that was put to it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The source.
    pub source: Source,
    /// How many passages it has.
    pub passages: i64,
    /// Where it stands.
    pub state: CodingState,
    /// Who codes it.
    pub coders: Vec<Coder>,
    /// What each coder put to it; empty while it is not open.
    pub marked: Vec<Vec<Marked>>,
    /// What was settled.
    pub settled: Vec<Settled>,
}

impl Read {
    /// What counts of it.
    #[must_use]
    pub fn counted(&self, frame: &Frame<'_>) -> (Vec<Counted>, CountedCodes) {
        if self.state.is_open() { counted(frame, &self.marked, &self.settled) } else { (Vec::new(), CountedCodes::new()) }
    }

    /// What two coders said, side by side; none while it was not coded by two who are done.
    #[must_use]
    pub fn compared(&self, frame: &Frame<'_>) -> Option<Compared> {
        match (self.state, self.marked.as_slice()) {
            (CodingState::Double, [one, two]) => Some(compare(frame, self.passages, one, two)),
            _ => None,
        }
    }

    /// How many differences are not settled yet.
    #[must_use]
    pub fn open_differences(&self, frame: &Frame<'_>) -> usize {
        let settled =
            |passage: i64, item: &crate::Item| self.settled.iter().any(|it| it.passage == passage && frame.counting(&it.item) == *item);
        self.compared(frame).map_or(0, |it| it.differences.iter().filter(|it| !settled(it.passage, &it.item)).count())
    }

    /// As it stood at a moment: what was coded or settled later is not there. None when it was put in later.
    fn at_moment(mut self, at: Instant) -> Option<Self> {
        if self.source.added > at {
            return None;
        }
        // Who is done changes nothing any more: what was open then is as it was, and what was not open counted nowhere.
        if self.coders.iter().any(|it| it.done.is_none_or(|done| done > at)) {
            self.state = CodingState::Busy;
            self.marked.clear();
        }
        self.settled.retain(|it| it.at <= at);
        Some(self)
    }

    /// The wide kinds of actors it was heard of.
    #[must_use]
    pub fn said_by(&self) -> BTreeSet<String> {
        self.source.actors.0.iter().map(|it| RespondentKind::of_actor(it).code().to_owned()).collect()
    }
}

/// Reads one source with what was put to it, as far as it may be seen.
///
/// # Errors
/// When the database does not answer.
pub async fn read(s: &mut Session, tenant: TenantId, process: ProcessId, source: Source) -> Result<Read, Error> {
    let coders = sources::coders(s, tenant, process, &source.code).await?;
    let state = state(&source, &coders);
    let passages = sources::passage_count(s, tenant, process, &source.code).await?;
    let (mut marked, mut settled) = (Vec::new(), Vec::new());
    if state.is_open() {
        for coder in &coders {
            marked.push(codings::of_coder(s, tenant, process, &source.code, coder.place).await?);
        }
        settled = codings::settled(s, tenant, process, &source.code).await?;
    }
    Ok(Read { source, passages, state, coders, marked, settled })
}

/// Reads all sources of a process that were not withdrawn, and how many were.
///
/// # Errors
/// When the database does not answer.
pub async fn read_all(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(Vec<Read>, i64), Error> {
    let all = sources::sources(s, tenant, process).await?;
    let (standing, withdrawn): (Vec<Source>, Vec<Source>) = all.into_iter().partition(|it| it.withdrawn.is_none());
    let mut found = Vec::with_capacity(standing.len());
    for source in standing {
        found.push(read(s, tenant, process, source).await?);
    }
    Ok((found, i64::try_from(withdrawn.len()).unwrap_or(i64::MAX)))
}

/// Of whom something was heard: every kind of actor of the knowledge, those with nought too (G074). For staff only: some of these
/// kinds are one person in a municipality.
#[must_use]
pub fn heard(knowledge: &Knowledge, sources: &[&Source]) -> Vec<Heard> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for source in sources {
        for actor in &source.actors.0 {
            *counts.entry(actor).or_default() += 1;
        }
    }
    let known = knowledge.list("B35").into_iter().flat_map(|list| &list.items).map(|item| item.key.as_str());
    known.map(|actor| Heard { actor: actor.to_owned(), sources: counts.get(actor).copied().unwrap_or_default() }).collect()
}

/// As [`heard`], by wide kind: what may leave this room. A source is counted once with each wide kind.
fn heard_widely(all: &[Read]) -> Vec<Heard> {
    let of = |kind: &RespondentKind| all.iter().filter(|it| it.said_by().contains(kind.code())).count();
    let counted = |kind: &RespondentKind| Heard { actor: kind.actor().to_owned(), sources: i64::try_from(of(kind)).unwrap_or(i64::MAX) };
    let kinds = RespondentKind::ALL.iter().map(|kind| (*kind, counted(kind)));
    // Of kinds that a municipality might have added nobody can say that they were not heard.
    kinds.filter(|(kind, it)| *kind != RespondentKind::Other || it.sources > 0).map(|(_, it)| it).collect()
}

/// What came out of the coding of a process: per effect that was aimed at or found, and of whom it was heard, by wide kind.
///
/// Only what counts is here: what two coders agree on or settled, and what one coder put there where nobody follows.
///
/// # Errors
/// When the database cannot be read.
pub async fn found(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(Vec<Balance>, Vec<Heard>), Error> {
    let (all, _) = read_all(s, tenant, process).await?;
    of_read(s, tenant, process, &all).await
}

/// As [`found`], as it stood at a moment, without the interviews that were withdrawn since.
///
/// # Errors
/// When the database cannot be read.
pub async fn found_at(s: &mut Session, tenant: TenantId, process: ProcessId, at: Instant) -> Result<(Vec<Balance>, Vec<Heard>), Error> {
    let (all, _) = read_all(s, tenant, process).await?;
    let all: Vec<Read> = all.into_iter().filter_map(|it| it.at_moment(at)).collect();
    of_read(s, tenant, process, &all).await
}

async fn of_read(s: &mut Session, tenant: TenantId, process: ProcessId, all: &[Read]) -> Result<(Vec<Balance>, Vec<Heard>), Error> {
    let knowledge = knowledge::known(s, tenant).await?;
    let frame = Frame { knowledge: &knowledge, own: codings::codes(s, tenant, process).await? };
    Ok((balances(s, tenant, process, &frame, all).await?, heard_widely(all)))
}

/// As [`found`], of sources that were read before.
pub(crate) async fn balances(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    frame: &Frame<'_>,
    all: &[Read],
) -> Result<Vec<Balance>, Error> {
    let aims: Vec<EffectKey> = design::guide(s, tenant, process).await?.aims.into_iter().map(|aim| aim.effect).collect();
    let of: Vec<OfSource> = all
        .iter()
        .filter(|it| it.state.is_open())
        .map(|it| OfSource {
            said_by: it.said_by(),
            single: it.state == CodingState::Single,
            interview: it.source.kind == SourceKind::Interview,
            counted: it.counted(frame).0,
        })
        .collect();
    let raw = balance(&aims, &of);
    let places: Vec<TextId> = raw.iter().flat_map(|it| it.whom.iter().copied()).collect();
    let words = sources::words(s, tenant, &places).await?;
    let with_words = |it: crate::model::balance::RawBalance| {
        let mut balance = it.balance;
        let mut said: Vec<String> = it.whom.iter().filter_map(|place| words.get(place).cloned()).collect();
        said.sort();
        said.dedup();
        balance.negative_for = said;
        balance
    };
    Ok(raw.into_iter().map(with_words).collect())
}

/// What was seen of each session of a process that was observed (G017, G018).
///
/// # Errors
/// When the database cannot be read.
pub async fn observations(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Observation>, Error> {
    let mut found = Vec::new();
    for source in sources::sources(s, tenant, process).await? {
        if source.kind == SourceKind::Session && source.withdrawn.is_none() {
            found.extend(sources::observation(s, tenant, process, &source.code).await?);
        }
    }
    Ok(found)
}

/// How often each direction was found in all, in the order of [`Direction::ALL`].
#[must_use]
pub fn totals(balances: &[Balance]) -> [i64; 4] {
    let mut all = [0; 4];
    for (place, _) in Direction::ALL.iter().enumerate() {
        all[place] = balances.iter().map(|it| it.sources[place]).sum();
    }
    all
}
