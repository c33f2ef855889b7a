//! Groups of people who stand near each other, found the same way every time.
//!
//! Polis' k-means begins with the first rows of the table, so its groups change when rows are shuffled. Here every size
//! from 2 to 5 is tried from many starts that follow from the positions alone or are drawn from a seed that follows from
//! the votes; the tightest solution without a too small group counts; the silhouette chooses among the sizes. How stable
//! the result is, is measured by doing it again without a fifth of the people.
//!
//! Five groups need four directions to stand apart from each other, so people stand in up to four directions here,
//! although the picture shows two.

#![allow(clippy::needless_range_loop, reason = "the indices are those of the formulas")]

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rayon::prelude::*;

use crate::pca::{DIRECTIONS, SHOWN};

/// Where somebody stands, zero in directions that do not count.
pub(crate) type Point = [f64; DIRECTIONS];

/// Sizes that are tried.
pub(crate) const MOST_GROUPS: usize = DIRECTIONS + 1;
/// From so many people the groups and their silhouette are found; more are evenly thinned out to it, and everybody joins
/// the groups in the end.
const LOOKED_AT: usize = 1_500;
/// Among so many people starts are compared.
const FEW: usize = 600;
/// So many people are asked whether more than two directions are needed, from so many random starts.
const ASKED: usize = 600;
const DRAWS_ASKED: usize = 3;
/// Turns of each start before only the tightest go on.
const FIRST_TURNS: usize = 8;
/// How many starts go on.
const GO_ON: usize = 3;
/// Most turns of those.
const ALL_TURNS: usize = 60;

/// The smallest group: three people, or 2 % of those who are grouped.
#[must_use]
pub fn smallest_group(grouped: usize) -> usize {
    grouped.div_ceil(50).max(3)
}

/// The largest number of groups: 2, and one more for every 12 people, up to 5.
#[must_use]
pub fn most_groups(grouped: usize) -> usize {
    (2 + grouped / 12).min(MOST_GROUPS)
}

/// Positions, one list per direction, each followed by a batch of zeros so that every batch can be read whole.
#[derive(Debug, Clone)]
pub(crate) struct Points {
    axes: Vec<Vec<f64>>,
    count: usize,
}

/// How many points are worked on at once.
const BATCH: usize = 64;
type Batch = [f64; BATCH];

impl Points {
    /// The first `directions` coordinates of each point.
    pub fn new(points: impl ExactSizeIterator<Item = Point>, directions: usize) -> Self {
        let count = points.len();
        let mut axes = vec![vec![0.0; count + BATCH]; directions];
        for (place, point) in points.enumerate() {
            axes.iter_mut().zip(point).for_each(|(axis, along)| axis[place] = along);
        }
        Self { axes, count }
    }

    /// Forgets all directions but the first.
    pub fn keep(&mut self, directions: usize) {
        self.axes.truncate(directions);
    }

    fn point(&self, place: usize) -> Point {
        std::array::from_fn(|axis| self.axes.get(axis).map_or(0.0, |axis| axis[place]))
    }

    fn taken(&self, places: &[u32]) -> Self {
        Self::new(places.iter().map(|place| self.point(*place as usize)), self.axes.len())
    }

    /// At most so many of the points, evenly spread; nothing where that is all of them. The order of points follows from the
    /// votes and has nothing to do with where they stand.
    fn spread(&self, most: usize) -> Option<Vec<u32>> {
        (self.count > most).then(|| (0..most).map(|place| (place * self.count / most) as u32).collect())
    }

    /// Squared distances of a batch of points to one place.
    #[inline]
    fn squares(&self, begin: usize, from: &Point) -> Batch {
        let batch = |axis: usize| self.axes[axis][begin..].first_chunk::<BATCH>().unwrap_or(&[0.0; BATCH]);
        let (across, up) = (batch(0), batch(1));
        let mut squares = std::array::from_fn(|lane| (across[lane] - from[0]).powi(2) + (up[lane] - from[1]).powi(2));
        for axis in SHOWN..self.axes.len() {
            let along = batch(axis);
            for lane in 0..BATCH {
                squares[lane] += (along[lane] - from[axis]).powi(2);
            }
        }
        squares
    }

    /// The nearest centre of every point and the squared distance to it. A tie goes to the first centre.
    fn nearest(&self, centres: &[Point], mut each: impl FnMut(usize, usize, f64)) {
        for begin in (0..self.count).step_by(BATCH) {
            let mut least = [f64::INFINITY; BATCH];
            let mut which = [0; BATCH];
            for (place, centre) in centres.iter().enumerate() {
                take_nearer(&self.squares(begin, centre), place as u64, &mut least, &mut which);
            }
            for lane in 0..BATCH.min(self.count - begin) {
                each(begin + lane, which[lane] as usize, least[lane]);
            }
        }
    }

    fn mean(&self) -> Point {
        std::array::from_fn(|axis| {
            self.axes.get(axis).map_or(0.0, |axis| axis[..self.count].iter().sum::<f64>() / self.count.max(1) as f64)
        })
    }
}

/// Takes this centre where it is nearer than those before. Chosen by bits and in two turns, so that nothing branches.
fn take_nearer(squares: &Batch, place: u64, least: &mut Batch, which: &mut [u64; BATCH]) {
    for lane in 0..BATCH {
        let nearer = u64::from(squares[lane] < least[lane]).wrapping_neg();
        which[lane] ^= (which[lane] ^ place) & nearer;
    }
    for lane in 0..BATCH {
        least[lane] = if squares[lane] < least[lane] { squares[lane] } else { least[lane] };
    }
}

/// Sums of points, from which their middle follows.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    along: Point,
    weight: f64,
}

impl Sum {
    fn add(&mut self, points: &Points, place: usize, weight: f64) {
        for (sum, axis) in self.along.iter_mut().zip(&points.axes) {
            *sum += axis[place] * weight;
        }
        self.weight += weight;
    }

    fn middle(&self) -> Option<Point> {
        (self.weight > 0.0).then(|| self.along.map(|sum| sum / self.weight))
    }
}

/// One way to divide the points.
#[derive(Debug, Clone)]
struct Division {
    labels: Vec<u32>,
    centres: Vec<Point>,
    /// 0 for points that were set aside.
    weights: Vec<f64>,
    /// Sum of squared distances to the centres.
    spread: f64,
    smallest: usize,
}

/// Lloyd's iteration. A centre without points keeps its place.
fn settled(points: &Points, weights: &[f64], mut centres: Vec<Point>, turns: usize) -> Vec<Point> {
    let mut labels = vec![usize::MAX; points.count];
    let mut sums = vec![Sum::default(); centres.len()];
    for _ in 0..turns {
        let mut moved = false;
        points.nearest(&centres, |place, label, _| {
            if labels[place] != label {
                moved = true;
                if let Some(sum) = sums.get_mut(labels[place]) {
                    sum.add(points, place, -weights[place]);
                }
                sums[label].add(points, place, weights[place]);
                labels[place] = label;
            }
        });
        if !moved {
            break;
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            *centre = sum.middle().unwrap_or(*centre);
        }
    }
    centres
}

fn division(points: &Points, centres: Vec<Point>, weights: Vec<f64>) -> Division {
    let mut labels = Vec::with_capacity(points.count);
    let mut sizes = vec![0; centres.len()];
    let mut spread = 0.0;
    points.nearest(&centres, |_, label, away| {
        labels.push(label as u32);
        sizes[label] += 1;
        spread += away;
    });
    Division { labels, centres, weights, spread, smallest: sizes.into_iter().min().unwrap_or(0) }
}

/// Divides from one start. Where a group comes out too small, its points are set aside and the division is made anew
/// without them: they do not get a centre, and join the nearest one in the end.
fn divided(
    points: &Points,
    mut weights: Vec<f64>,
    start: &dyn Fn(&[f64]) -> Option<Vec<Point>>,
    smallest: usize,
    turns: usize,
) -> Option<Division> {
    for _ in 0..4 {
        let centres = settled(points, &weights, start(&weights)?, turns);
        let all = division(points, centres, weights);
        if all.smallest >= smallest {
            return Some(all);
        }
        weights = all.weights;
        let mut sizes = vec![0.0; all.centres.len()];
        for (label, weight) in all.labels.iter().zip(&weights) {
            sizes[*label as usize] += weight;
        }
        let mut set_aside = false;
        for (place, label) in all.labels.iter().enumerate() {
            if sizes[*label as usize] < smallest as f64 && weights[place] > 0.0 {
                weights[place] = 0.0;
                set_aside = true;
            }
        }
        if !set_aside {
            return None;
        }
    }
    None
}

/// Centres of equally heavy slices of the points in an order.
fn slices(points: &Points, weights: &[f64], order: impl Fn(usize) -> f64, size: usize) -> Option<Vec<Point>> {
    let mut places: Vec<(f64, usize)> =
        (0..points.count).filter(|place| weights[*place] > 0.0).map(|place| (order(place), place)).collect();
    places.sort_unstable_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    let all = places.len();
    let mut sums = vec![Sum::default(); size];
    for (passed, (_, place)) in places.into_iter().enumerate() {
        sums[(2 * passed + 1) * size / (2 * all)].add(points, place, 1.0);
    }
    sums.iter().map(Sum::middle).collect()
}

/// The point farthest from the mean, then each time the point farthest from all that were taken.
fn farthest(points: &Points, weights: &[f64], size: usize) -> Option<Vec<Point>> {
    let mut taken = vec![points.mean()];
    for _ in 0..size {
        let mut best = (0.0, None);
        points.nearest(&taken, |place, _, away| {
            if weights[place] > 0.0 && away > best.0 {
                best = (away, Some(place));
            }
        });
        taken.push(points.point(best.1?));
    }
    Some(taken.split_off(1))
}

fn unit(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Points drawn with a chance that grows with the squared distance from those drawn before (k-means++, Arthur and
/// Vassilvitskii 2007).
fn drawn(points: &Points, weights: &[f64], size: usize, seed: u64) -> Option<Vec<Point>> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut chances = weights.to_vec();
    let mut taken: Vec<Point> = Vec::with_capacity(size);
    for _ in 0..size {
        let all: f64 = chances.iter().sum();
        if all <= 0.0 {
            return None;
        }
        let mut left = unit(&mut random) * all;
        let mut chosen = None;
        for (place, chance) in chances.iter().enumerate() {
            if *chance > 0.0 {
                chosen = Some(place);
                left -= chance;
                if left < 0.0 {
                    break;
                }
            }
        }
        let point = points.point(chosen?);
        for (batch, (chances, weights)) in chances.chunks_mut(BATCH).zip(weights.chunks(BATCH)).enumerate() {
            let squares = points.squares(batch * BATCH, &point);
            for (chance, (square, weight)) in chances.iter_mut().zip(squares.iter().zip(weights)) {
                let away = weight * square;
                *chance = if taken.is_empty() { away } else { chance.min(away) };
            }
        }
        taken.push(point);
    }
    Some(taken)
}

/// The tightest division into `size` groups, none of them too small. Every start is followed for some turns among `few` of
/// the points, the tightest among all to the end.
fn best_division(points: &Points, few: Option<&Points>, size: usize, smallest: usize, seed: u64, draws: usize) -> Option<Division> {
    let started = few.unwrap_or(points);
    let mean = started.mean();
    let directions = started.axes.len();
    let smallest_started = (smallest * started.count).div_ceil(points.count.max(1));
    let mut tried: Vec<Division> = (0..directions + 2 + draws)
        .into_par_iter()
        .filter_map(|start| {
            let begin = |weights: &[f64]| {
                if start < directions {
                    slices(started, weights, |place| started.axes[start][place], size)
                } else if start == directions {
                    let around = |place: usize| (started.axes[1][place] - mean[1]).atan2(started.axes[0][place] - mean[0]);
                    slices(started, weights, around, size)
                } else if start == directions + 1 {
                    farthest(started, weights, size)
                } else {
                    drawn(started, weights, size, seed ^ ((start as u64) << 8) ^ size as u64)
                }
            };
            divided(started, vec![1.0; started.count], &begin, smallest_started, FIRST_TURNS)
        })
        .collect();
    // Equally tight ones keep the order of their starts.
    tried.sort_by(|left, right| left.spread.total_cmp(&right.spread));
    tried.dedup_by(|later, earlier| later.spread <= earlier.spread * (1.0 + 1e-9));
    tried.truncate(GO_ON);
    let ended: Vec<Option<Division>> = tried
        .into_par_iter()
        .map(|division| {
            let weights = if few.is_some() { vec![1.0; points.count] } else { division.weights };
            divided(points, weights, &|_| Some(division.centres.clone()), smallest, ALL_TURNS)
        })
        .collect();
    let mut best: Option<Division> = None;
    for division in ended.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| division.spread < best.spread * (1.0 - 1e-12)) {
            best = Some(division);
        }
    }
    // What few show may leave a group too small among all; then all are asked.
    if best.is_none() && few.is_some() { best_division(points, None, size, smallest, seed, draws) } else { best }
}

/// The distances from some of the points to those after them, summed up.
struct Distances {
    /// Per point of these and per run of points, the distances to points of the run that come later.
    after: Vec<Vec<f64>>,
    /// Per run that these points belong to, the distances from its points to each point that comes later.
    before: Vec<(usize, Vec<f64>)>,
}

impl Points {
    /// Looks from the points `rows` at all later ones. `runs` are the ends of stretches of points.
    fn distances(&self, rows: std::ops::Range<usize>, runs: &[usize]) -> Distances {
        let mut away = vec![0.0; self.count + BATCH];
        let mut found = Distances { after: Vec::with_capacity(rows.len()), before: Vec::new() };
        for row in rows {
            let from = self.point(row);
            let first = (row + 1) / BATCH * BATCH;
            for begin in (first..self.count).step_by(BATCH) {
                let squares = self.squares(begin, &from);
                away[begin..].iter_mut().zip(&squares).for_each(|(away, square)| *away = square.sqrt());
            }
            away[first..=row].fill(0.0);
            let mut begin = 0;
            let of_runs = runs.iter().map(|end| {
                let stretch = &away[begin.max(first).min(*end)..*end];
                begin = *end;
                sum(stretch)
            });
            found.after.push(of_runs.collect());
            let run = runs.partition_point(|end| *end <= row);
            if found.before.last().is_none_or(|(last, _)| *last != run) {
                found.before.push((run, vec![0.0; self.count]));
            }
            if let Some((_, before)) = found.before.last_mut() {
                for (sum, away) in before[first.min(self.count)..].iter_mut().zip(&away[first..]) {
                    *sum += away;
                }
            }
        }
        found
    }
}

/// The sum in four strands that do not wait for each other.
fn sum(values: &[f64]) -> f64 {
    let mut strands = [0.0; 4];
    let fours = values.chunks_exact(4);
    let rest: f64 = fours.remainder().iter().sum();
    for four in fours {
        for strand in 0..4 {
            strands[strand] += four[strand];
        }
    }
    (strands[0] + strands[1]) + (strands[2] + strands[3]) + rest
}

/// Mean silhouette of each of several labelings of the same points (Rousseeuw 1987).
///
/// Points that every labeling puts together stand beside each other, so that a distance is added once for all labelings,
/// and it is taken once for both of its ends.
fn silhouettes(points: &Points, labelings: &[(&[u32], usize)]) -> Vec<f64> {
    let mut order: Vec<u32> = (0..points.count as u32).collect();
    let labels_of = |place: u32| labelings.iter().map(move |(labels, _)| labels[place as usize]);
    order.sort_by(|left, right| labels_of(*left).cmp(labels_of(*right)));
    let mut runs: Vec<usize> = Vec::new();
    for run in order.chunk_by(|left, right| labels_of(*left).eq(labels_of(*right))) {
        runs.push(runs.last().copied().unwrap_or(0) + run.len());
    }
    let sorted = points.taken(&order);
    let found: Vec<Distances> = (0..points.count.div_ceil(BATCH))
        .into_par_iter()
        .map(|batch| sorted.distances(batch * BATCH..((batch + 1) * BATCH).min(points.count), &runs))
        .collect();
    let mut away: Vec<Vec<f64>> = Vec::with_capacity(points.count);
    let mut before = Vec::with_capacity(found.len());
    for found in found {
        away.extend(found.after);
        before.extend(found.before);
    }
    for (run, before) in before {
        away.iter_mut().zip(before).for_each(|(away, before)| away[run] += before);
    }
    labelings.iter().map(|(labels, groups)| silhouette_of(&order, &runs, &away, labels, *groups)).collect()
}

/// The mean silhouette of one labeling, from the distances of every point to every run of points.
fn silhouette_of(order: &[u32], runs: &[usize], away: &[Vec<f64>], labels: &[u32], groups: usize) -> f64 {
    let mut sizes = vec![0.0; groups];
    labels.iter().for_each(|label| sizes[*label as usize] += 1.0);
    let label_of = |place: usize| labels[order[place] as usize] as usize;
    let of_run: Vec<usize> = runs.iter().map(|end| label_of(end - 1)).collect();
    let mut sums = vec![0.0; groups];
    let score = |(place, away): (usize, &Vec<f64>)| {
        let own = label_of(place);
        if sizes[own] <= 1.0 {
            return 0.0;
        }
        sums.fill(0.0);
        of_run.iter().zip(away).for_each(|(group, away)| sums[*group] += away);
        let inside = sums[own] / (sizes[own] - 1.0);
        let outside = (0..groups)
            .filter(|group| *group != own && sizes[*group] > 0.0)
            .map(|group| sums[group] / sizes[group])
            .fold(f64::INFINITY, f64::min);
        let larger = inside.max(outside);
        if outside.is_finite() && larger > 0.0 { (outside - inside) / larger } else { 0.0 }
    };
    away.iter().enumerate().map(score).sum::<f64>() / away.len().max(1) as f64
}

/// The mean silhouette of groups that are given: how much nearer people stand to their own group than to the next, from
/// −1 to 1.
pub(crate) fn silhouette(points: &Points, labels: &[u32], groups: usize) -> f64 {
    match points.spread(LOOKED_AT) {
        Some(places) => {
            let labels: Vec<u32> = places.iter().map(|place| labels[*place as usize]).collect();
            silhouettes(&points.taken(&places), &[(&labels, groups)])[0]
        }
        None => silhouettes(points, &[(labels, groups)])[0],
    }
}

/// Groups that were found.
#[derive(Debug, Clone)]
pub(crate) struct Grouping {
    /// Per person the group; groups by size, largest first.
    pub labels: Vec<u32>,
    pub groups: usize,
    pub silhouette: f64,
    /// (number of groups, silhouette) of every number that gave groups of the smallest size or more.
    pub tried: Vec<(usize, f64)>,
}

/// Finds groups among positions that stand in an order of their own. `wanted` fixes the number of groups.
pub(crate) fn grouping(points: &Points, seed: u64, wanted: Option<usize>, draws: usize) -> Grouping {
    let everybody = points.count;
    let one = || Grouping { labels: vec![0; everybody], groups: usize::from(everybody > 0), silhouette: 0.0, tried: Vec::new() };
    let thinned = points.spread(LOOKED_AT).map(|places| points.taken(&places));
    let looked_at = thinned.as_ref().unwrap_or(points);
    let few = looked_at.spread(FEW).map(|places| looked_at.taken(&places));
    let smallest = smallest_group(looked_at.count);
    let sizes: Vec<usize> = match wanted {
        Some(size) => vec![size],
        None => (2..=most_groups(everybody)).collect(),
    };
    let divisions: Vec<Division> = sizes
        .into_par_iter()
        .filter(|size| *size >= 2 && size.saturating_mul(smallest) <= looked_at.count)
        .filter_map(|size| best_division(looked_at, few.as_ref(), size, smallest, seed, draws))
        .filter(|division| division.spread.is_finite())
        .collect();
    let labelings: Vec<(&[u32], usize)> = divisions.iter().map(|division| (division.labels.as_slice(), division.centres.len())).collect();
    // One number of groups leaves nothing to choose; its silhouette is not asked for.
    let scores = if wanted.is_some() { vec![0.0; divisions.len()] } else { silhouettes(looked_at, &labelings) };
    let mut best: Option<usize> = None;
    for place in 0..divisions.len() {
        if best.is_none_or(|best| scores[place] > scores[best] + 1e-12) {
            best = Some(place);
        }
    }
    let Some(best) = best else { return one() };
    let tried = divisions.iter().map(|division| division.centres.len()).zip(scores.iter().copied()).collect();
    let groups = divisions[best].centres.len();
    let labels = if thinned.is_some() {
        // Everybody chooses, and the centres follow.
        let weights = vec![1.0; everybody];
        let centres = settled(points, &weights, divisions[best].centres.clone(), 20);
        let all = division(points, centres, weights);
        if all.smallest < smallest_group(everybody) {
            return one();
        }
        all.labels
    } else {
        divisions[best].labels.clone()
    };
    Grouping { labels: largest_first(&labels, groups), groups, silhouette: scores[best], tried }
}

/// In how many directions to seek groups. Three groups always lie in a plane, so two directions do for them. Only where the
/// silhouette sees four or five groups in the directions that stand out from chance, those are all taken.
pub(crate) fn directions_needed(points: &Points, standing_out: usize, seed: u64) -> usize {
    if standing_out <= SHOWN {
        return SHOWN;
    }
    let mut asked = points.spread(ASKED).map_or_else(|| points.clone(), |places| points.taken(&places));
    asked.keep(standing_out);
    if grouping(&asked, seed, None, DRAWS_ASKED).groups > SHOWN + 1 { standing_out } else { SHOWN }
}

/// Numbers the groups by size; equally large ones by who comes first.
fn largest_first(labels: &[u32], groups: usize) -> Vec<u32> {
    let mut sizes = vec![(0_usize, usize::MAX); groups];
    for (person, label) in labels.iter().enumerate() {
        let size = &mut sizes[*label as usize];
        size.0 += 1;
        size.1 = size.1.min(person);
    }
    let mut order: Vec<usize> = (0..groups).collect();
    order.sort_by_key(|group| (std::cmp::Reverse(sizes[*group].0), sizes[*group].1));
    let mut rank = vec![0; groups];
    for (place, group) in order.into_iter().enumerate() {
        rank[group] = place as u32;
    }
    labels.iter().map(|label| rank[*label as usize]).collect()
}

/// How alike two ways of dividing the same people are: 1 = the same groups, 0 = no more alike than chance (adjusted Rand
/// index, Hubert and Arabie 1985).
///
/// # Panics
/// When the two do not speak of the same number of people.
///
/// ```
/// assert_eq!(opinion::adjusted_rand_index(&[0, 0, 1, 1], &[7, 7, 3, 3]), 1.0);
/// ```
#[must_use]
pub fn adjusted_rand_index(left: &[u32], right: &[u32]) -> f64 {
    assert_eq!(left.len(), right.len(), "both label the same people");
    let pairs = |count: f64| count * (count - 1.0) / 2.0;
    let mut both = std::collections::BTreeMap::<(u32, u32), u64>::new();
    let mut lefts = std::collections::BTreeMap::<u32, u64>::new();
    let mut rights = std::collections::BTreeMap::<u32, u64>::new();
    for (left, right) in left.iter().zip(right) {
        *both.entry((*left, *right)).or_default() += 1;
        *lefts.entry(*left).or_default() += 1;
        *rights.entry(*right).or_default() += 1;
    }
    let together: f64 = both.values().map(|count| pairs(*count as f64)).sum();
    let in_left: f64 = lefts.values().map(|count| pairs(*count as f64)).sum();
    let in_right: f64 = rights.values().map(|count| pairs(*count as f64)).sum();
    let all = pairs(left.len() as f64);
    let by_chance = if all > 0.0 { in_left * in_right / all } else { 0.0 };
    let most = f64::midpoint(in_left, in_right);
    if (most - by_chance).abs() < 1e-12 { 1.0 } else { (together - by_chance) / (most - by_chance) }
}
