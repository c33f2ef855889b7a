//! The opinion map.

use std::collections::{BTreeMap, BTreeSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rayon::prelude::*;
use serde::Serialize;

use crate::arranged::{Arranged, Cells, means, scatter};
use crate::grouping::{Grouping, Point, Points, adjusted_rand_index, directions_needed, grouping, most_groups, silhouette, smallest_group};
use crate::id::{GroupId, ParticipantId, StatementId};
use crate::pca::{Axes, DIRECTIONS, Effort, SHOWN, axes, positions, standing_out};
use crate::read::GivenGroups;
use crate::serial::{by_id, by_number, hexadecimal};
use crate::statement::Statement;
use crate::statistics::{Comparison, Consensus, Representative, consensus, representative, routing_priority, smoothed};
use crate::votes::{VoteCounts, VoteTable};

/// With so many votes somebody takes part in the grouping; fewer statements ask for fewer votes.
pub const VOTES_TO_TAKE_PART: usize = 7;
/// If fewer than so many take part, the most active are added up to it.
pub const FEWEST_TO_GROUP: usize = 15;
/// Repetitions by which stability is measured.
const REPETITIONS: u64 = 10;
/// The largest number of people in one repetition.
const REPEATED_WITH: usize = 20_000;
/// Random starts of the grouping, beside those that are not random.
const DRAWS: usize = 8;
/// Random starts in a repetition.
const DRAWS_AGAIN: usize = 3;

/// What can be asked of a map.
#[derive(Debug, Clone, Default)]
pub struct MapOptions {
    /// Only accepted statements are shown: undecided ones neither represent a group nor are told as consensus. Their
    /// votes count in the positions, as in Polis.
    pub strict_moderation: bool,
    /// Groups that are given instead of found. Whoever is not named belongs to no group.
    pub groups: Option<GivenGroups>,
    /// The number of groups, 2 or more, where it is not to be chosen.
    pub number_of_groups: Option<usize>,
    /// In how many directions groups are sought, 2 to 4. Polis takes the two of the picture. Nothing: those two, unless four
    /// or five groups stand apart in the directions that carry more than chance could; then those, since so many groups
    /// fall over each other in two.
    pub directions: Option<usize>,
    /// Leaves out how stable the groups are, which means making them again several times.
    pub without_stability: bool,
    /// Who took part before: they still do, whatever the number of their votes («once in, always in»).
    pub already_in: BTreeSet<ParticipantId>,
}

/// Directions of the map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Components {
    /// Mean vote on each statement over those who saw it, −1 to 1; 0 for statements kept out.
    pub center: Vec<f64>,
    /// Two directions of length one over the statements, the largest entry positive; all zero where nothing varies.
    pub components: [Vec<f64>; 2],
    /// Distance from the middle of somebody who saw only this statement and agreed.
    pub extremity: Vec<f64>,
    /// Where that person stands.
    pub statement_projection: Vec<[f64; 2]>,
    /// The share of all variation along each direction, 0 to 1.
    pub explained: [f64; 2],
}

/// People who stand near each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// 0 for the largest, or the name that was given.
    pub id: GroupId,
    /// How many people.
    pub size: usize,
    /// Who.
    pub members: Vec<ParticipantId>,
    /// The middle of their positions.
    pub center: [f64; 2],
    /// What sets them apart.
    pub representative: Vec<Representative>,
    /// Their votes on each statement, in the order of the statements.
    #[serde(skip)]
    pub votes: Vec<VoteCounts>,
}

/// How much the groups change when a fifth of the people is left out. 1: never; 0: no more alike than chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stability {
    /// Mean agreement with the groups of the map (adjusted Rand index).
    pub mean: f64,
    /// The repetition that agreed least.
    pub lowest: f64,
    /// How often it was repeated.
    pub repetitions: usize,
    /// How many people each repetition took.
    pub people: usize,
}

/// The directions in which groups were sought, with those beyond the picture: what a live map needs to find the group of
/// somebody who votes later. Zero where a direction does not count.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Space {
    pub components: [Vec<f64>; DIRECTIONS],
    pub positions: Vec<Point>,
    pub centers: Vec<Point>,
}

/// What the votes say: positions, groups, what sets groups apart, what unites, and what to show next.
///
/// Lists per statement stand in the order of `statements`, lists per participant in the order of `participants`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpinionMap {
    /// Everybody who voted.
    pub participants: Vec<ParticipantId>,
    /// Every statement with a vote.
    pub statements: Vec<StatementId>,
    /// How many votes were counted, one per person and statement.
    pub votes: usize,
    /// Directions of the map.
    pub pca: Components,
    /// Where everybody stands.
    #[serde(serialize_with = "by_id")]
    pub projections: Vec<(ParticipantId, [f64; 2])>,
    /// The groups, largest first, or as given.
    pub groups: Vec<Group>,
    /// In how many leading directions the groups were sought; the picture shows two.
    pub directions: usize,
    /// How much nearer people stand to their own group than to the next: −1 to 1, 0 without two groups.
    pub silhouette: f64,
    /// The silhouette of every number of groups that was tried.
    #[serde(serialize_with = "by_number")]
    pub silhouettes: Vec<(usize, f64)>,
    /// How stable the groups are, 0 to 1 (it can fall just below 0); nothing for given groups or fewer than two.
    pub stability: Option<f64>,
    /// How that was measured.
    pub stability_detail: Option<Stability>,
    /// What everybody agrees on, and what everybody disagrees with.
    pub consensus: Consensus,
    /// Chance that somebody of every group agrees: the product over the groups. Without groups 1.
    #[serde(serialize_with = "by_id")]
    pub group_informed_consensus: Vec<(StatementId, f64)>,
    /// The same for disagreeing.
    #[serde(serialize_with = "by_id")]
    pub group_informed_disagreement: Vec<(StatementId, f64)>,
    /// The weight with which each statement is shown next.
    #[serde(serialize_with = "by_id")]
    pub priority: Vec<(StatementId, f64)>,
    /// Everything drawn at random was drawn from this seed, which follows from the votes.
    #[serde(serialize_with = "hexadecimal")]
    pub seed: u64,
    /// Whether votes came in after the positions and groups were made.
    pub provisional: bool,
    /// What a reader of the map should know.
    pub warnings: Vec<String>,
    #[serde(skip)]
    pub(crate) space: Space,
}

/// Which columns are kept out of the positions, and which are questions about people.
pub(crate) struct States {
    pub kept_out: Vec<bool>,
    /// Kept out of the positions, or not to be shown.
    pub untold: Vec<bool>,
    pub meta: Vec<bool>,
}

impl States {
    pub fn new(table: &VoteTable, statements: &[Statement], strict: bool) -> Self {
        let known: BTreeMap<&StatementId, &Statement> = statements.iter().map(|statement| (&statement.id, statement)).collect();
        // A statement that the statements file does not name is undecided. Without any statements nothing is moderated.
        let unknown_untold = strict && !statements.is_empty();
        let each = |state: &dyn Fn(Option<&&Statement>) -> bool| table.statements().iter().map(|id| state(known.get(id))).collect();
        Self {
            kept_out: each(&|known| known.is_some_and(|statement| statement.is_kept_out())),
            untold: each(&|known| known.map_or(unknown_untold, |statement| statement.is_kept_out() || !statement.is_shown(strict))),
            meta: each(&|known| known.is_some_and(|statement| statement.meta)),
        }
    }
}

/// Everything that belongs to the positions and groups, before anything is counted in groups.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub center: Vec<f64>,
    pub components: [Vec<f64>; DIRECTIONS],
    pub explained: [f64; 2],
    pub positions: Vec<Point>,
    pub directions: usize,
    /// Per participant the group.
    pub group_of: Vec<Option<u32>>,
    pub ids: Vec<GroupId>,
    pub silhouette: f64,
    pub tried: Vec<(usize, f64)>,
    pub stability: Option<Stability>,
    pub seed: u64,
    pub warnings: Vec<String>,
}

impl OpinionMap {
    /// Makes the map of all votes.
    ///
    /// The result depends on nothing but the votes, the states of the statements and the options: not on the order of
    /// rows, columns or votes, not on threads. It exists for every table, the empty one included, and holds no number
    /// that is not finite.
    ///
    /// ```
    /// use opinion::{MapOptions, OpinionMap, Vote, VoteTable, Votes};
    ///
    /// let mut votes = Votes::default();
    /// for person in 0..20 {
    ///     for statement in 0..8 {
    ///         let for_it = (person % 2 == 0) == (statement < 4);
    ///         let vote = if for_it { Vote::Agree } else { Vote::Disagree };
    ///         votes.cast(&person.to_string(), &statement.to_string(), vote, 0);
    ///     }
    /// }
    /// let map = OpinionMap::new(&VoteTable::from(votes), &[], &MapOptions::default());
    /// assert_eq!(map.groups.len(), 2);
    /// assert_eq!(map.groups[0].size, 10);
    /// assert_eq!(map.stability, Some(1.0));
    /// ```
    #[must_use]
    pub fn new(table: &VoteTable, statements: &[Statement], options: &MapOptions) -> Self {
        let counts = table.counts();
        let states = States::new(table, statements, options.strict_moderation);
        let standing = Standing::new(table, &counts, &states, options);
        standing.told(table, &counts, &states)
    }

    /// The position of a participant.
    #[must_use]
    pub fn position_of(&self, participant: &str) -> Option<[f64; 2]> {
        let place = self.participants.binary_search(&ParticipantId::from(participant)).ok()?;
        self.projections.get(place).map(|(_, position)| *position)
    }

    /// The group of each participant, in their order; nothing for who is in none.
    #[must_use]
    pub fn group_of_each(&self) -> Vec<Option<usize>> {
        let mut of = vec![None; self.participants.len()];
        for (place, group) in self.groups.iter().enumerate() {
            for member in &group.members {
                if let Ok(row) = self.participants.binary_search(member) {
                    of[row] = Some(place);
                }
            }
        }
        of
    }
}

/// Who takes part in the grouping, per participant.
pub(crate) fn taking_part(table: &VoteTable, rows_in_order: &[u32], already_in: &BTreeSet<ParticipantId>) -> Vec<bool> {
    let needed = VOTES_TO_TAKE_PART.min(table.statements().len());
    let mut in_it: Vec<bool> =
        table.participants().iter().enumerate().map(|(row, id)| table.votes_of(row) >= needed || already_in.contains(id)).collect();
    let count = in_it.iter().filter(|in_it| **in_it).count();
    if count < FEWEST_TO_GROUP {
        let mut others: Vec<u32> = rows_in_order.iter().copied().filter(|row| !in_it[*row as usize]).collect();
        others.sort_by_key(|row| std::cmp::Reverse(table.votes_of(*row as usize)));
        for row in others.into_iter().take(FEWEST_TO_GROUP - count) {
            in_it[row as usize] = true;
        }
    }
    in_it
}

impl Standing {
    pub fn new(table: &VoteTable, counts: &[VoteCounts], states: &States, options: &MapOptions) -> Self {
        let arranged = Arranged::new(table, counts, &states.kept_out);
        let width = table.statements().len();
        let kept_out = width - arranged.columns.len();
        let seen: Vec<[u64; 3]> = arranged.columns.iter().map(|column| counts[*column as usize].by_place()).collect();
        let means = means(&seen);
        let axes = axes(&arranged.cells, &seen, &means, arranged.digest, &[], Effort::EXACT);
        let points = positions(&arranged.cells, &means, &axes.components, width, kept_out);
        let mut warnings = Vec::new();
        told_of_axes(&axes, table, &mut warnings);

        let mut standing = Self {
            center: vec![0.0; width],
            components: std::array::from_fn(|_| vec![0.0; width]),
            explained: [0, 1].map(|place| if axes.total > 0.0 { axes.values[place] / axes.total } else { 0.0 }),
            positions: vec![[0.0; DIRECTIONS]; points.len()],
            directions: SHOWN,
            group_of: vec![None; points.len()],
            ids: Vec::new(),
            silhouette: 0.0,
            tried: Vec::new(),
            stability: None,
            seed: arranged.digest,
            warnings,
        };
        match &options.groups {
            Some(given) => standing.take(given, table, &arranged, &points),
            None => standing.find(table, &arranged, &points, &axes, &|| standing_out(&arranged.cells, &seen, &means, &axes), options),
        }
        let directions = standing.directions;
        for (place, column) in arranged.columns.iter().enumerate() {
            standing.center[*column as usize] = means[place];
            for (all, arranged) in standing.components.iter_mut().zip(&axes.components).take(directions) {
                all[*column as usize] = arranged[place];
            }
        }
        for (point, row) in points.iter().zip(&arranged.rows) {
            standing.positions[*row as usize][..directions].copy_from_slice(&point[..directions]);
        }
        standing
    }

    fn take(&mut self, given: &GivenGroups, table: &VoteTable, arranged: &Arranged, points: &[Point]) {
        let voters: Vec<(usize, &GroupId)> =
            table.participants().iter().enumerate().filter_map(|(row, id)| given.get(id).map(|group| (row, group))).collect();
        self.ids = voters.iter().map(|(_, group)| *group).collect::<BTreeSet<_>>().into_iter().cloned().collect();
        for (row, group) in &voters {
            self.group_of[*row] = self.ids.binary_search(group).ok().map(|place| place as u32);
        }
        if voters.len() < given.len() {
            self.warnings.push(format!("{} of the people in the given groups did not vote", given.len() - voters.len()));
        }
        let (placed, labels): (Vec<Point>, Vec<u32>) =
            arranged.rows.iter().zip(points).filter_map(|(row, point)| self.group_of[*row as usize].map(|label| (*point, label))).unzip();
        if self.ids.len() > 1 {
            self.silhouette = silhouette(&Points::new(placed.into_iter(), self.directions), &labels, self.ids.len());
        }
    }

    fn find(
        &mut self,
        table: &VoteTable,
        arranged: &Arranged,
        points: &[Point],
        axes: &Axes,
        standing_out: &dyn Fn() -> usize,
        options: &MapOptions,
    ) {
        let in_it = taking_part(table, &arranged.rows, &options.already_in);
        let places: Vec<u32> = (0..arranged.rows.len() as u32).filter(|place| in_it[arranged.rows[*place as usize] as usize]).collect();
        let mut chosen = Points::new(places.iter().map(|place| points[*place as usize]), DIRECTIONS);
        self.directions = match (options.directions, options.number_of_groups) {
            (Some(directions), _) => directions.clamp(SHOWN, DIRECTIONS),
            (None, Some(groups)) if groups <= SHOWN + 1 => SHOWN,
            (None, Some(_)) => standing_out().max(SHOWN),
            (None, None) => directions_needed(&chosen, standing_out(), arranged.digest),
        };
        chosen.keep(self.directions);
        let found = if axes.total > 0.0 {
            grouping(&chosen, arranged.digest, options.number_of_groups, DRAWS)
        } else {
            Grouping { labels: vec![0; places.len()], groups: usize::from(!places.is_empty()), silhouette: 0.0, tried: Vec::new() }
        };
        for (place, label) in places.iter().zip(&found.labels) {
            self.group_of[arranged.rows[*place as usize] as usize] = Some(*label);
        }
        self.ids = (0..found.groups).map(|group| GroupId::from(group.to_string().as_str())).collect();
        self.tried.clone_from(&found.tried);
        self.silhouette = found.silhouette;
        if options.number_of_groups.is_some() && found.groups > 1 {
            self.silhouette = silhouette(&chosen, &found.labels, found.groups);
            self.tried = vec![(found.groups, self.silhouette)];
        }
        if found.groups > 1 && !options.without_stability {
            let mut labels = vec![None; arranged.rows.len()];
            for (place, label) in places.iter().zip(&found.labels) {
                labels[*place as usize] = Some(*label);
            }
            let stability = stability(arranged, &labels, axes, found.groups, self.directions, table.statements().len());
            self.warnings.extend(told_of_stability(&stability));
            self.stability = Some(stability);
        }
        if found.groups < 2 && !table.participants().is_empty() {
            self.warnings.push(format!(
                "one group only: among {} who take part no division gives every group {} people or more",
                places.len(),
                smallest_group(places.len())
            ));
        }
        if let Some(wanted) = options.number_of_groups
            && wanted != found.groups
        {
            self.warnings
                .push(format!("{wanted} groups were asked for and cannot be made; without force up to {}", most_groups(places.len())));
        }
    }

    /// Counts in the groups and tells what they show.
    pub fn told(self, table: &VoteTable, counts: &[VoteCounts], states: &States) -> OpinionMap {
        let width = table.statements().len();
        let mut votes = vec![vec![VoteCounts::default(); width]; self.ids.len()];
        for (row, group) in self.group_of.iter().enumerate() {
            if let Some(group) = group {
                let counts = &mut votes[*group as usize];
                table.row(row).for_each(|(column, vote)| counts[column].add(vote));
            }
        }
        self.with_counts(table.participants(), table.statements(), counts, votes, states)
    }

    /// Tells what counted votes show.
    pub fn with_counts(
        self,
        participants: &[ParticipantId],
        statements: &[StatementId],
        counts: &[VoteCounts],
        votes: Vec<Vec<VoteCounts>>,
        states: &States,
    ) -> OpinionMap {
        let width = statements.len();
        let together: Vec<VoteCounts> =
            (0..width).map(|column| votes.iter().fold(VoteCounts::default(), |sum, group| sum.plus(group[column]))).collect();
        let scale = (width as f64).sqrt();
        let statement_projection: Vec<[f64; 2]> = (0..width)
            .map(|column| [0, 1].map(|component| scale * (1.0 - self.center[column]) * self.components[component][column]))
            .collect();
        let extremity: Vec<f64> = statement_projection.iter().map(|[across, up]| across.hypot(*up)).collect();
        let product = |successes: fn(&VoteCounts) -> u64| -> Vec<(StatementId, f64)> {
            statements
                .iter()
                .enumerate()
                .map(|(column, id)| {
                    (id.clone(), votes.iter().map(|group| smoothed(successes(&group[column]), group[column].seen)).product())
                })
                .collect()
        };
        let mut members: Vec<Vec<ParticipantId>> = vec![Vec::new(); self.ids.len()];
        let mut centers = vec![[0.0; DIRECTIONS]; self.ids.len()];
        for (row, group) in self.group_of.iter().enumerate() {
            if let Some(group) = group {
                members[*group as usize].push(participants[row].clone());
                centers[*group as usize].iter_mut().zip(self.positions[row]).for_each(|(sum, along)| *sum += along);
            }
        }
        for (center, members) in centers.iter_mut().zip(&members) {
            center.iter_mut().for_each(|sum| *sum /= members.len().max(1) as f64);
        }
        let group_informed_consensus = product(|counts| counts.agrees);
        let group_informed_disagreement = product(|counts| counts.disagrees);
        let groups = self
            .ids
            .into_iter()
            .zip(votes.into_iter().zip(members.into_iter().zip(&centers)))
            .map(|(id, (votes, (members, center)))| {
                let compared: Vec<Comparison> = votes
                    .iter()
                    .zip(&together)
                    .map(|(own, all)| {
                        let others = VoteCounts {
                            agrees: all.agrees - own.agrees,
                            disagrees: all.disagrees - own.disagrees,
                            seen: all.seen - own.seen,
                        };
                        Comparison::new(*own, others)
                    })
                    .collect();
                Group {
                    id,
                    size: members.len(),
                    center: shown(*center),
                    members,
                    representative: representative(statements, &compared, &states.untold),
                    votes,
                }
            })
            .collect();
        OpinionMap {
            votes: counts.iter().map(|counts| counts.seen as usize).sum(),
            projections: participants.iter().cloned().zip(self.positions.iter().copied().map(shown)).collect(),
            participants: participants.to_vec(),
            statements: statements.to_vec(),
            groups,
            directions: self.directions,
            silhouette: self.silhouette,
            silhouettes: self.tried,
            stability: self.stability.as_ref().map(|stability| stability.mean),
            stability_detail: self.stability,
            consensus: consensus(statements, counts, &states.untold),
            group_informed_consensus,
            group_informed_disagreement,
            priority: statements
                .iter()
                .enumerate()
                .map(|(column, id)| (id.clone(), routing_priority(together[column], extremity[column], states.meta[column])))
                .collect(),
            pca: Components {
                center: self.center,
                components: [self.components[0].clone(), self.components[1].clone()],
                extremity,
                statement_projection,
                explained: self.explained,
            },
            seed: self.seed,
            provisional: false,
            warnings: self.warnings,
            space: Space { components: self.components, positions: self.positions, centers },
        }
    }
}

/// The part of a position that the picture shows.
const fn shown([across, up, ..]: Point) -> [f64; SHOWN] {
    [across, up]
}

fn told_of_axes(axes: &Axes, table: &VoteTable, warnings: &mut Vec<String>) {
    if table.participants().is_empty() {
        warnings.push("nobody voted".to_owned());
    } else if axes.total <= 0.0 {
        warnings.push("no statement that counts divides people: everybody stands in the middle".to_owned());
    } else if axes.values[1] <= 1e-13 * axes.values[0] {
        warnings.push("opinions differ in one direction only: the second is zero".to_owned());
    } else {
        let near = |left: f64, right: f64| left - right < 1e-6 * left;
        if near(axes.values[0], axes.values[1]) || near(axes.values[1], axes.values[2]) {
            warnings.push("two directions carry equally much: the picture could as well be turned".to_owned());
        }
    }
    if table.contradictions() > 0 {
        warnings.push(format!("{} votes contradicted another of the same moment and count as passes", table.contradictions()));
    }
}

fn told_of_stability(stability: &Stability) -> Option<String> {
    let share = (100.0 * stability.mean).round();
    if stability.mean < 0.5 {
        Some(format!("the groups are not stable: leaving out a fifth of the people changes most of them (likeness {share} of 100)"))
    } else if stability.mean < 0.8 {
        Some(format!("the edges of the groups are uncertain: leaving out a fifth of the people moves some (likeness {share} of 100)"))
    } else {
        None
    }
}

/// Makes positions and groups again from four fifths of the people, several times, and compares.
fn stability(arranged: &Arranged, labels: &[Option<u32>], axes: &Axes, groups: usize, directions: usize, width: usize) -> Stability {
    let people = arranged.rows.len();
    let taken = (people * 4).div_ceil(5).min(REPEATED_WITH);
    let kept_out = width - arranged.columns.len();
    let alike: Vec<f64> = (0..REPETITIONS)
        .into_par_iter()
        .map(|repetition| {
            let seed = scatter(arranged.digest ^ scatter(repetition + 1));
            let rows = sample(people, taken, seed);
            let cells: Cells = arranged.cells.taken(&rows);
            let seen = cells.counts();
            let means = means(&seen);
            let again = crate::pca::axes(&cells, &seen, &means, seed, &axes.components, Effort::ROUGH);
            let points = positions(&cells, &means, &again.components, width, kept_out);
            let (points, before): (Vec<Point>, Vec<u32>) =
                rows.iter().zip(points).filter_map(|(row, point)| labels[*row as usize].map(|label| (point, label))).unzip();
            let after = grouping(&Points::new(points.into_iter(), directions), seed, Some(groups), DRAWS_AGAIN);
            adjusted_rand_index(&before, &after.labels)
        })
        .collect();
    Stability {
        mean: alike.iter().sum::<f64>() / alike.len() as f64,
        lowest: alike.iter().copied().fold(1.0, f64::min),
        repetitions: alike.len(),
        people: taken,
    }
}

/// `count` of the first `all` numbers, each set equally likely, ascending.
fn sample(all: usize, count: usize, seed: u64) -> Vec<u32> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut left = count as u64;
    (0..all)
        .filter(|place| {
            let chosen = (u128::from(random.next_u64()) * (all - place) as u128) >> 64 < u128::from(left);
            left -= u64::from(chosen);
            chosen
        })
        .map(|place| place as u32)
        .collect()
}
