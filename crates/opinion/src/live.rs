//! A map that takes votes as they come.

use std::collections::HashMap;

use crate::grouping::Point;
use crate::id::{GroupId, ParticipantId, StatementId};
use crate::map::{MapOptions, OpinionMap, Standing, States, VOTES_TO_TAKE_PART};
use crate::pca::DIRECTIONS;
use crate::statement::Statement;
use crate::votes::{Vote, VoteCounts, VoteTable, Votes};

#[derive(Debug, Clone)]
struct Person {
    id: ParticipantId,
    /// (column, vote), columns ascending.
    votes: Vec<(u32, Vote)>,
    position: Point,
    group: Option<u32>,
}

#[derive(Debug, Clone)]
struct Column {
    id: StatementId,
    counts: VoteCounts,
    kept_out: bool,
    untold: bool,
    meta: bool,
    center: f64,
    components: Point,
}

/// A map kept up to date vote by vote.
///
/// A vote is counted at once, which takes no longer than the votes of one person: group statistics, consensus,
/// group-informed consensus and priorities are exact from that moment, and the person's position is exact in the
/// directions of the last settled map. Directions and groups themselves wait for [`LiveMap::settle`]; until then the map
/// says that it is provisional. A settled map is the map made from scratch from the same votes, to the last bit.
///
/// ```
/// use opinion::{LiveMap, MapOptions, OpinionMap, Vote, VoteTable, Votes};
///
/// let mut live = LiveMap::new(&VoteTable::from(Votes::default()), &[], MapOptions::default());
/// live.cast("ada", "trees", Vote::Agree);
/// live.cast("bob", "trees", Vote::Disagree);
/// assert!(live.map().provisional);
/// assert_eq!(live.map().consensus.agree.len(), 0);
/// live.settle();
/// assert!(!live.map().provisional);
/// assert_eq!(live.map(), OpinionMap::new(&live.table(), &[], &MapOptions::default()));
/// ```
#[derive(Debug, Clone)]
pub struct LiveMap {
    options: MapOptions,
    statements: Vec<Statement>,
    settled: OpinionMap,
    people: Vec<Person>,
    columns: Vec<Column>,
    person_of: HashMap<Box<str>, u32>,
    column_of: HashMap<Box<str>, u32>,
    groups: Vec<GroupId>,
    centers: Vec<Point>,
    /// Per group the counts of each column.
    group_votes: Vec<Vec<VoteCounts>>,
    pending: u64,
}

impl LiveMap {
    /// Begins with a settled map of the votes so far.
    #[must_use]
    pub fn new(table: &VoteTable, statements: &[Statement], options: MapOptions) -> Self {
        let settled = OpinionMap::new(table, statements, &options);
        let mut live = Self {
            options,
            statements: statements.to_vec(),
            settled,
            people: Vec::new(),
            columns: Vec::new(),
            person_of: HashMap::new(),
            column_of: HashMap::new(),
            groups: Vec::new(),
            centers: Vec::new(),
            group_votes: Vec::new(),
            pending: 0,
        };
        live.take_over(table);
        live
    }

    fn take_over(&mut self, table: &VoteTable) {
        let map = &self.settled;
        let states = States::new(table, &self.statements, self.options.strict_moderation);
        let counts = table.counts();
        self.columns = (0..map.statements.len())
            .map(|column| Column {
                id: map.statements[column].clone(),
                counts: counts[column],
                kept_out: states.kept_out[column],
                untold: states.untold[column],
                meta: states.meta[column],
                center: map.pca.center[column],
                components: std::array::from_fn(|component| map.space.components[component][column]),
            })
            .collect();
        let group_of = map.group_of_each();
        self.people = map
            .projections
            .iter()
            .enumerate()
            .map(|(row, (id, _))| Person {
                id: id.clone(),
                votes: table.row(row).map(|(column, vote)| (column as u32, vote)).collect(),
                position: map.space.positions[row],
                group: group_of[row].map(|group| group as u32),
            })
            .collect();
        self.person_of = self.people.iter().enumerate().map(|(row, person)| (person.id.as_str().into(), row as u32)).collect();
        self.column_of = self.columns.iter().enumerate().map(|(place, column)| (column.id.as_str().into(), place as u32)).collect();
        self.groups = map.groups.iter().map(|group| group.id.clone()).collect();
        self.centers.clone_from(&map.space.centers);
        self.group_votes = map.groups.iter().map(|group| group.votes.clone()).collect();
        self.pending = 0;
    }

    /// Counts a vote; it replaces an earlier one of the same person on the same statement.
    pub fn cast(&mut self, participant: &str, statement: &str, vote: Vote) {
        let column = self.column(statement.trim());
        let row = self.person(participant.trim());
        let person = &mut self.people[row];
        let before = match person.votes.binary_search_by_key(&(column as u32), |(column, _)| *column) {
            Ok(place) => {
                let before = person.votes[place].1;
                if before == vote {
                    return;
                }
                person.votes[place].1 = vote;
                Some(before)
            }
            Err(place) => {
                person.votes.insert(place, (column as u32, vote));
                None
            }
        };
        self.pending += 1;
        let replace = |counts: &mut VoteCounts| {
            if let Some(before) = before {
                counts.take(before);
            }
            counts.add(vote);
        };
        replace(&mut self.columns[column].counts);
        if let Some(group) = self.people[row].group {
            replace(&mut self.group_votes[group as usize][column]);
        }
        self.people[row].position = self.position(&self.people[row]);
        self.join(row);
    }

    fn column(&mut self, statement: &str) -> usize {
        if let Some(column) = self.column_of.get(statement) {
            return *column as usize;
        }
        let column = self.columns.len();
        let id = StatementId::from(statement);
        let known = self.statements.iter().find(|known| known.id == id);
        let strict = self.options.strict_moderation;
        let unknown_untold = strict && !self.statements.is_empty();
        self.columns.push(Column {
            kept_out: known.is_some_and(Statement::is_kept_out),
            untold: known.map_or(unknown_untold, |known| known.is_kept_out() || !known.is_shown(strict)),
            meta: known.is_some_and(|known| known.meta),
            id,
            counts: VoteCounts::default(),
            center: 0.0,
            components: [0.0; DIRECTIONS],
        });
        self.column_of.insert(statement.into(), column as u32);
        self.group_votes.iter_mut().for_each(|counts| counts.push(VoteCounts::default()));
        column
    }

    fn person(&mut self, participant: &str) -> usize {
        if let Some(row) = self.person_of.get(participant) {
            return *row as usize;
        }
        let row = self.people.len();
        self.people.push(Person { id: ParticipantId::from(participant), votes: Vec::new(), position: [0.0; DIRECTIONS], group: None });
        self.person_of.insert(participant.into(), row as u32);
        row
    }

    fn position(&self, person: &Person) -> Point {
        let kept_out = self.columns.iter().filter(|column| column.kept_out).count();
        let mut sum = [0.0; DIRECTIONS];
        let mut seen = kept_out;
        for (column, vote) in &person.votes {
            let column = &self.columns[*column as usize];
            if !column.kept_out {
                seen += 1;
                let deviation = vote.value() - column.center;
                sum.iter_mut().zip(column.components).for_each(|(sum, component)| *sum += deviation * component);
            }
        }
        let stretch = (self.columns.len() as f64 / seen.max(1) as f64).sqrt();
        sum.map(|along| along * stretch)
    }

    /// Lets a person into the nearest group once there are votes enough, and into another when that is nearer now. Where
    /// groups are given, into the given one.
    fn join(&mut self, row: usize) {
        let person = &self.people[row];
        let joined = if let Some(given) = &self.options.groups {
            given.get(&person.id).map(|id| self.groups.iter().position(|group| group == id).unwrap_or(self.groups.len()))
        } else if person.group.is_some() || person.votes.len() >= VOTES_TO_TAKE_PART.min(self.columns.len()) {
            let away = |center: &Point| center.iter().zip(person.position).map(|(center, along)| (center - along).powi(2)).sum::<f64>();
            (0..self.groups.len()).min_by(|left, right| away(&self.centers[*left]).total_cmp(&away(&self.centers[*right])))
        } else {
            None
        };
        let Some(group) = joined else { return };
        if person.group == Some(group as u32) {
            return;
        }
        if let Some(before) = person.group {
            let counts = &mut self.group_votes[before as usize];
            person.votes.iter().for_each(|(column, vote)| counts[*column as usize].take(*vote));
        }
        if group == self.groups.len() {
            let Some(id) = self.options.groups.as_ref().and_then(|given| given.get(&person.id)) else { return };
            self.groups.push(id.clone());
            self.centers.push(person.position);
            self.group_votes.push(vec![VoteCounts::default(); self.columns.len()]);
        }
        let counts = &mut self.group_votes[group];
        person.votes.iter().for_each(|(column, vote)| counts[*column as usize].add(*vote));
        self.people[row].group = Some(group as u32);
    }

    /// Takes in what moderators decided since; directions follow at the next [`LiveMap::settle`].
    pub fn moderate(&mut self, statements: &[Statement]) {
        self.statements = statements.to_vec();
        let strict = self.options.strict_moderation;
        let unknown_untold = strict && !statements.is_empty();
        let known: HashMap<&StatementId, &Statement> = statements.iter().map(|statement| (&statement.id, statement)).collect();
        for column in &mut self.columns {
            let statement = known.get(&column.id);
            column.kept_out = statement.is_some_and(|statement| statement.is_kept_out());
            column.untold = statement.map_or(unknown_untold, |statement| statement.is_kept_out() || !statement.is_shown(strict));
            column.meta = statement.is_some_and(|statement| statement.meta);
        }
        self.pending += 1;
    }

    /// How many votes and moderations came in since the map was settled.
    #[must_use]
    pub const fn pending(&self) -> u64 {
        self.pending
    }

    /// From now on whoever is in a group stays in the conversation, even where statements are added faster than that
    /// person votes («once in, always in»). The map then depends on who is in now: the options say who.
    pub fn keep_everybody_in(&mut self) -> &MapOptions {
        let members = self.people.iter().filter(|person| person.group.is_some()).map(|person| person.id.clone());
        self.options.already_in.extend(members);
        &self.options
    }

    /// The votes so far as a table.
    #[must_use]
    pub fn table(&self) -> VoteTable {
        let mut votes = Votes::default();
        for person in &self.people {
            for (column, vote) in &person.votes {
                votes.cast(person.id.as_str(), self.columns[*column as usize].id.as_str(), *vote, 0);
            }
        }
        votes.into()
    }

    /// Makes directions and groups anew from all votes.
    pub fn settle(&mut self) -> &OpinionMap {
        if self.pending > 0 {
            let table = self.table();
            self.settled = OpinionMap::new(&table, &self.statements, &self.options);
            self.take_over(&table);
        }
        &self.settled
    }

    /// The map as it is now: settled, or marked provisional.
    #[must_use]
    pub fn map(&self) -> OpinionMap {
        if self.pending == 0 {
            return self.settled.clone();
        }
        let mut rows: Vec<usize> = (0..self.people.len()).collect();
        rows.sort_by(|left, right| self.people[*left].id.cmp(&self.people[*right].id));
        let mut places: Vec<usize> = (0..self.columns.len()).collect();
        places.sort_by(|left, right| self.columns[*left].id.cmp(&self.columns[*right].id));
        let columns: Vec<&Column> = places.iter().map(|place| &self.columns[*place]).collect();
        let people: Vec<&Person> = rows.iter().map(|row| &self.people[*row]).collect();

        let mut warnings = self.settled.warnings.clone();
        warnings.push(format!(
            "{} votes or moderations came in since positions and groups were made: those are provisional, counts are exact",
            self.pending
        ));
        let standing = Standing {
            // Means are exact at once; who has not voted again stands where the last settled map had them.
            center: columns
                .iter()
                .map(|column| {
                    let counts = column.counts;
                    let difference = counts.agrees as f64 - counts.disagrees as f64;
                    if column.kept_out || counts.seen == 0 { 0.0 } else { difference / counts.seen as f64 }
                })
                .collect(),
            components: std::array::from_fn(|component| columns.iter().map(|column| column.components[component]).collect()),
            explained: self.settled.pca.explained,
            positions: people.iter().map(|person| person.position).collect(),
            group_of: people.iter().map(|person| person.group).collect(),
            directions: self.settled.directions,
            ids: self.groups.clone(),
            silhouette: self.settled.silhouette,
            tried: self.settled.silhouettes.clone(),
            stability: self.settled.stability_detail.clone(),
            seed: self.settled.seed,
            warnings,
        };
        let counts: Vec<VoteCounts> = columns.iter().map(|column| column.counts).collect();
        let votes = self.group_votes.iter().map(|counts| places.iter().map(|place| counts[*place]).collect()).collect();
        let states = States {
            kept_out: columns.iter().map(|column| column.kept_out).collect(),
            untold: columns.iter().map(|column| column.untold).collect(),
            meta: columns.iter().map(|column| column.meta).collect(),
        };
        let participants: Vec<ParticipantId> = people.iter().map(|person| person.id.clone()).collect();
        let statements: Vec<StatementId> = columns.iter().map(|column| column.id.clone()).collect();
        let mut map = standing.with_counts(&participants, &statements, &counts, votes, &states);
        map.provisional = true;
        map
    }
}

/// Keeps the number of groups on a live page from flickering, as Polis does: a new number is taken over only when it was
/// best four times in a row. The first is taken at once; a number that can no longer be made gives way at once.
///
/// ```
/// use opinion::SteadyNumber;
/// let mut steady = SteadyNumber::default();
/// assert_eq!(steady.after(3, &[2, 3]), 3);
/// let shown: Vec<usize> = [2, 2, 3, 2, 2, 2, 2].into_iter().map(|best| steady.after(best, &[2, 3])).collect();
/// assert_eq!(shown, [3, 3, 3, 3, 3, 3, 2]);
/// assert_eq!(steady.after(4, &[3, 4]), 4);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SteadyNumber {
    last: Option<usize>,
    times: u32,
    shown: Option<usize>,
}

impl SteadyNumber {
    /// The number to show after an update in which `best` was best among those that are `possible`.
    pub fn after(&mut self, best: usize, possible: &[usize]) -> usize {
        self.times = if self.last == Some(best) { self.times + 1 } else { 1 };
        self.last = Some(best);
        let shown = match self.shown {
            Some(shown) if self.times < 4 && possible.contains(&shown) => shown,
            _ => best,
        };
        self.shown = Some(shown);
        shown
    }
}
