//! Votes and the table they make: one row per participant, one column per statement that somebody voted on.

use std::collections::HashMap;

use crate::id::{ParticipantId, StatementId};

/// What a participant said about a statement. Polis stores agree as −1 in its database and as +1 in its open data;
/// here agree is +1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vote {
    /// Disagrees, −1.
    Disagree,
    /// Saw the statement and passed, 0.
    Pass,
    /// Agrees, +1.
    Agree,
}

impl Vote {
    /// The vote as a number: −1, 0 or 1.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Disagree => -1.0,
            Self::Pass => 0.0,
            Self::Agree => 1.0,
        }
    }

    /// 0 for disagree, 1 for pass, 2 for agree: the place of the vote in tables.
    pub(crate) const fn place(self) -> u32 {
        match self {
            Self::Disagree => 0,
            Self::Pass => 1,
            Self::Agree => 2,
        }
    }

    pub(crate) const fn at(place: u32) -> Self {
        match place {
            0 => Self::Disagree,
            1 => Self::Pass,
            _ => Self::Agree,
        }
    }

    /// The same vote where agree is written as −1.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Disagree => Self::Agree,
            Self::Pass => Self::Pass,
            Self::Agree => Self::Disagree,
        }
    }
}

/// How often a statement was agreed with, disagreed with, and seen (passes included).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VoteCounts {
    /// Agrees.
    pub agrees: u64,
    /// Disagrees.
    pub disagrees: u64,
    /// All votes: agrees, disagrees and passes.
    pub seen: u64,
}

impl VoteCounts {
    /// Counts one vote more.
    pub fn add(&mut self, vote: Vote) {
        self.agrees += u64::from(vote == Vote::Agree);
        self.disagrees += u64::from(vote == Vote::Disagree);
        self.seen += 1;
    }

    /// Takes one vote back that was counted before.
    pub fn take(&mut self, vote: Vote) {
        self.agrees -= u64::from(vote == Vote::Agree);
        self.disagrees -= u64::from(vote == Vote::Disagree);
        self.seen -= 1;
    }

    /// Passes.
    #[must_use]
    pub const fn passes(self) -> u64 {
        self.seen - self.agrees - self.disagrees
    }

    /// The counts of disagrees, passes and agrees.
    pub(crate) const fn by_place(self) -> [u64; 3] {
        [self.disagrees, self.passes(), self.agrees]
    }

    /// Both counts together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { agrees: self.agrees + other.agrees, disagrees: self.disagrees + other.disagrees, seen: self.seen + other.seen }
    }
}

/// The latest vote of every participant on every statement.
///
/// Rows and columns stand in the order of their ids, whatever the order in which votes came: nothing that is computed
/// from the table can depend on the order of a file. A statement without votes has no column, a participant without
/// votes no row.
///
/// ```
/// use opinion::{Vote, VoteTable, Votes};
///
/// let mut votes = Votes::default();
/// votes.cast("ada", "trees", Vote::Agree, 10);
/// votes.cast("bob", "trees", Vote::Disagree, 11);
/// votes.cast("ada", "trees", Vote::Pass, 12); // she changed her mind
/// let table: VoteTable = votes.into();
/// assert_eq!(table.participants().len(), 2);
/// assert_eq!(table.row(0).collect::<Vec<_>>(), [(0, Vote::Pass)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteTable {
    participants: Vec<ParticipantId>,
    statements: Vec<StatementId>,
    /// Where each row begins in `cells`, and where the last ends.
    starts: Vec<usize>,
    /// column · 4 + place of the vote, ascending in each row.
    cells: Vec<u32>,
    contradictions: u64,
}

impl VoteTable {
    /// Everybody who voted, in the order of their ids.
    #[must_use]
    pub fn participants(&self) -> &[ParticipantId] {
        &self.participants
    }

    /// Every statement with a vote, in the order of their ids.
    #[must_use]
    pub fn statements(&self) -> &[StatementId] {
        &self.statements
    }

    /// The votes of one participant as (column, vote), columns ascending.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (usize, Vote)> + '_ {
        self.cells_of(row).iter().map(|cell| ((cell >> 2) as usize, Vote::at(cell & 3)))
    }

    pub(crate) fn cells_of(&self, row: usize) -> &[u32] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    /// On how many statements this participant voted.
    #[must_use]
    pub fn votes_of(&self, row: usize) -> usize {
        self.starts[row + 1] - self.starts[row]
    }

    /// How many votes the table holds.
    #[must_use]
    pub fn votes(&self) -> usize {
        self.cells.len()
    }

    /// How often somebody voted differently on one statement at one and the same moment; those count as passes.
    #[must_use]
    pub const fn contradictions(&self) -> u64 {
        self.contradictions
    }

    /// The counts of every column.
    #[must_use]
    pub fn counts(&self) -> Vec<VoteCounts> {
        let mut counts = vec![VoteCounts::default(); self.statements.len()];
        for cell in &self.cells {
            counts[(cell >> 2) as usize].add(Vote::at(cell & 3));
        }
        counts
    }

    /// The row of a participant.
    #[must_use]
    pub fn row_of(&self, participant: &str) -> Option<usize> {
        let id = ParticipantId::from(participant);
        self.participants.binary_search(&id).ok()
    }

    /// The column of a statement.
    #[must_use]
    pub fn column_of(&self, statement: &str) -> Option<usize> {
        let id = StatementId::from(statement);
        self.statements.binary_search(&id).ok()
    }

    /// The same votes with agree and disagree exchanged.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        for cell in &mut self.cells {
            *cell = (*cell & !3) | Vote::at(*cell & 3).reversed().place();
        }
        self
    }
}

/// One vote as it was cast. `cell` holds the statement and the vote.
#[derive(Debug, Clone, Copy)]
struct Cast {
    participant: u32,
    cell: u32,
    time: i64,
}

/// Gives every name a number in the order of first appearance. Small whole numbers, which most exports use, skip hashing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    small: Vec<u32>,
    other: HashMap<Box<str>, u32>,
    pub(crate) names: Vec<Box<str>>,
}

const SMALL: usize = 1 << 21;

/// The value of a plain whole number without sign or leading zero.
pub(crate) fn plain_number(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 15 || (bytes[0] == b'0' && bytes.len() > 1) {
        return None;
    }
    bytes.iter().try_fold(0_u64, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u64::from(byte - b'0')))
}

impl Names {
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        if let Some(value) = plain_number(name).and_then(|value| usize::try_from(value).ok()).filter(|value| *value < SMALL) {
            if value >= self.small.len() {
                self.small.resize((value + 1).next_power_of_two(), u32::MAX);
            }
            if self.small[value] == u32::MAX {
                self.small[value] = self.names.len() as u32;
                self.names.push(name.into());
            }
            return self.small[value];
        }
        if let Some(number) = self.other.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.other.insert(name.into(), number);
        self.names.push(name.into());
        number
    }
}

/// Votes as they come in, before they become a [`VoteTable`].
///
/// The latest vote of a participant on a statement counts. Where somebody voted differently at one and the same moment,
/// no vote is the latest: it counts as a pass, so that the order of a file cannot decide it.
#[derive(Debug, Clone, Default)]
pub struct Votes {
    participants: Names,
    statements: Names,
    casts: Vec<Cast>,
}

/// How many statements a table can hold.
pub(crate) const MOST_STATEMENTS: usize = 1 << 28;

impl Votes {
    /// Takes in one vote. `time` orders the votes of one participant on one statement: milliseconds, or the place in a
    /// file that has no times.
    pub fn cast(&mut self, participant: &str, statement: &str, vote: Vote, time: i64) {
        let participant = self.participants.number(participant.trim());
        let statement = self.statements.number(statement.trim());
        self.casts.push(Cast { participant, cell: statement << 2 | vote.place(), time });
    }

    /// How many votes came in, repeated ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.casts.len()
    }

    /// Whether no vote came in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.casts.is_empty()
    }

    pub(crate) fn statements_named(&self) -> usize {
        self.statements.names.len()
    }
}

/// The ids in their order, and the rank of each name.
fn ranked<I: Ord + for<'name> From<&'name str>>(names: &Names) -> (Vec<I>, Vec<u32>) {
    let mut ids: Vec<(I, u32)> = names.names.iter().enumerate().map(|(number, name)| (I::from(&**name), number as u32)).collect();
    ids.sort_unstable();
    let mut rank = vec![0; ids.len()];
    for (place, (_, number)) in ids.iter().enumerate() {
        rank[*number as usize] = place as u32;
    }
    (ids.into_iter().map(|(id, _)| id).collect(), rank)
}

impl From<Votes> for VoteTable {
    fn from(votes: Votes) -> Self {
        let Votes { participants, statements, casts } = votes;
        let (participants, participant_rank) = ranked::<ParticipantId>(&participants);
        let (statements, statement_rank) = ranked::<StatementId>(&statements);

        // One bucket per participant, then each bucket by statement and time.
        let mut starts = vec![0_usize; participants.len() + 1];
        for cast in &casts {
            starts[participant_rank[cast.participant as usize] as usize + 1] += 1;
        }
        for row in 0..participants.len() {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut sorted = vec![(0_u32, 0_i64); casts.len()];
        for cast in &casts {
            let row = participant_rank[cast.participant as usize] as usize;
            sorted[next[row]] = (statement_rank[(cast.cell >> 2) as usize] << 2 | (cast.cell & 3), cast.time);
            next[row] += 1;
        }
        drop(casts);
        drop(next);

        let mut cells = Vec::with_capacity(sorted.len());
        let mut row_starts = Vec::with_capacity(starts.len());
        let mut contradictions = 0;
        row_starts.push(0);
        for row in 0..participants.len() {
            let bucket = &mut sorted[starts[row]..starts[row + 1]];
            bucket.sort_unstable_by_key(|(cell, time)| (cell >> 2, *time, cell & 3));
            for one in bucket.chunk_by(|left, right| left.0 >> 2 == right.0 >> 2) {
                let Some((last, latest)) = one.last().copied() else { continue };
                let earliest_of_latest = one.partition_point(|(_, time)| *time < latest);
                if one[earliest_of_latest].0 == last {
                    cells.push(last);
                } else {
                    contradictions += 1;
                    cells.push((last & !3) | Vote::Pass.place());
                }
            }
            row_starts.push(cells.len());
        }
        cells.shrink_to_fit();
        Self { participants, statements, starts: row_starts, cells, contradictions }
    }
}
