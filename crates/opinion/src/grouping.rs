//! Groups of people who stand near each other, found the same way every time.
//!
//! Polis' k-means begins with the first rows of the table, so its groups change when rows are shuffled. Here every size
//! from 2 to 5 is tried from many starts that follow from the positions alone or are drawn from a seed that follows from
//! the votes; the tightest solution without a too small group counts; the silhouette chooses among the sizes. How stable
//! the result is, is measured by doing it again without a fifth of the people.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rayon::prelude::*;

pub(crate) type Point = [f64; 2];

/// Sizes that are tried.
pub(crate) const MOST_GROUPS: usize = 5;
/// Up to so many positions are taken one by one; more are first gathered in a fine grid.
const ONE_BY_ONE: usize = 2_500;

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

/// Positions that stand for one or more people each.
#[derive(Debug, Clone)]
pub(crate) struct Gathered {
    points: Vec<Point>,
    weights: Vec<f64>,
    /// Which of the points stands for each person.
    of: Vec<u32>,
}

fn distance(left: Point, right: Point) -> f64 {
    let (across, up) = (left[0] - right[0], left[1] - right[1]);
    across * across + up * up
}

impl Gathered {
    /// Everybody alone, or, when there are many, everybody in a square of a grid that is fine enough to tell groups apart.
    /// With labels only people of one label share a square.
    pub fn new(points: &[Point], labels: Option<&[u32]>) -> Self {
        if points.len() <= ONE_BY_ONE {
            return Self { points: points.to_vec(), weights: vec![1.0; points.len()], of: (0..points.len() as u32).collect() };
        }
        let count = points.len() as f64;
        let deviation = |axis: usize| {
            let mean = points.iter().map(|point| point[axis]).sum::<f64>() / count;
            (mean, (points.iter().map(|point| (point[axis] - mean).powi(2)).sum::<f64>() / count).sqrt())
        };
        let (means, spread): (Vec<f64>, Vec<f64>) = [deviation(0), deviation(1)].into_iter().unzip();
        let mut step = 7.0 * spread[0].max(spread[1]) / 48.0;
        loop {
            let square = |point: &Point| {
                let along = |axis: usize| {
                    let place = if step > 0.0 { ((point[axis] - means[axis]) / step).floor() } else { 0.0 };
                    place.clamp(-1e9, 1e9) as i64
                };
                (along(0), along(1))
            };
            let mut keyed: Vec<((i64, i64, u32), u32)> = points
                .iter()
                .enumerate()
                .map(|(person, point)| {
                    let (across, up) = square(point);
                    ((across, up, labels.map_or(0, |labels| labels[person])), person as u32)
                })
                .collect();
            keyed.sort_unstable();
            let squares = keyed.chunk_by(|left, right| left.0 == right.0).count();
            if squares > ONE_BY_ONE && step > 0.0 {
                step *= 1.25;
                continue;
            }
            let mut gathered =
                Self { points: Vec::with_capacity(squares), weights: Vec::with_capacity(squares), of: vec![0; points.len()] };
            for square in keyed.chunk_by(|left, right| left.0 == right.0) {
                let mut sum = [0.0; 2];
                for (_, person) in square {
                    let point = points[*person as usize];
                    sum[0] += point[0];
                    sum[1] += point[1];
                    gathered.of[*person as usize] = gathered.points.len() as u32;
                }
                let weight = square.len() as f64;
                gathered.points.push([sum[0] / weight, sum[1] / weight]);
                gathered.weights.push(weight);
            }
            return gathered;
        }
    }

    fn mean(&self) -> Point {
        let weight: f64 = self.weights.iter().sum();
        let sum = |axis: usize| self.points.iter().zip(&self.weights).map(|(point, weight)| point[axis] * weight).sum::<f64>();
        if weight > 0.0 { [sum(0) / weight, sum(1) / weight] } else { [0.0; 2] }
    }
}

/// One way to divide the points.
#[derive(Debug, Clone)]
struct Division {
    labels: Vec<u32>,
    centres: Vec<Point>,
    /// Sum of squared distances to the centres.
    spread: f64,
    smallest: f64,
}

fn nearest(point: Point, centres: &[Point]) -> (u32, f64) {
    let mut best = (0, f64::INFINITY);
    for (place, centre) in centres.iter().enumerate() {
        let away = distance(point, *centre);
        if away < best.1 {
            best = (place as u32, away);
        }
    }
    best
}

/// Lloyd's iteration. A tie goes to the first centre; a centre without points keeps its place.
fn settled(gathered: &Gathered, weights: &[f64], mut centres: Vec<Point>, turns: usize) -> Vec<Point> {
    let mut labels = vec![u32::MAX; gathered.points.len()];
    for _ in 0..turns {
        let mut moved = false;
        let mut sums = vec![[0.0; 3]; centres.len()];
        for (place, point) in gathered.points.iter().enumerate() {
            let (label, _) = nearest(*point, &centres);
            moved |= labels[place] != label;
            labels[place] = label;
            let sum = &mut sums[label as usize];
            sum[0] += point[0] * weights[place];
            sum[1] += point[1] * weights[place];
            sum[2] += weights[place];
        }
        if !moved {
            break;
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            if sum[2] > 0.0 {
                *centre = [sum[0] / sum[2], sum[1] / sum[2]];
            }
        }
    }
    centres
}

fn division(gathered: &Gathered, centres: Vec<Point>) -> Division {
    let mut labels = Vec::with_capacity(gathered.points.len());
    let mut sizes = vec![0.0; centres.len()];
    let mut spread = 0.0;
    for (point, weight) in gathered.points.iter().zip(&gathered.weights) {
        let (label, away) = nearest(*point, &centres);
        labels.push(label);
        sizes[label as usize] += weight;
        spread += away * weight;
    }
    let smallest = sizes.into_iter().fold(f64::INFINITY, f64::min);
    Division { labels, centres, spread, smallest }
}

/// Divides from one start. Where a group comes out too small, its points are set aside and the division is made anew
/// without them: they do not get a centre, and join the nearest one in the end.
fn divided(gathered: &Gathered, start: &dyn Fn(&[f64]) -> Option<Vec<Point>>, smallest: f64) -> Option<Division> {
    let mut weights = gathered.weights.clone();
    for _ in 0..4 {
        let centres = settled(gathered, &weights, start(&weights)?, 60);
        let all = division(gathered, centres);
        if all.smallest >= smallest {
            return Some(all);
        }
        let mut sizes = vec![0.0; all.centres.len()];
        for (label, weight) in all.labels.iter().zip(&weights) {
            sizes[*label as usize] += weight;
        }
        let mut set_aside = false;
        for (place, label) in all.labels.iter().enumerate() {
            if sizes[*label as usize] < smallest && weights[place] > 0.0 {
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
fn slices(gathered: &Gathered, weights: &[f64], order: impl Fn(Point) -> f64, size: usize) -> Option<Vec<Point>> {
    let mut places: Vec<usize> = (0..gathered.points.len()).filter(|place| weights[*place] > 0.0).collect();
    places.sort_by(|left, right| order(gathered.points[*left]).total_cmp(&order(gathered.points[*right])));
    let all: f64 = places.iter().map(|place| weights[*place]).sum();
    let mut sums = vec![[0.0; 3]; size];
    let mut passed = 0.0;
    for place in places {
        let slice = (((passed + weights[place] / 2.0) / all * size as f64) as usize).min(size - 1);
        passed += weights[place];
        sums[slice][0] += gathered.points[place][0] * weights[place];
        sums[slice][1] += gathered.points[place][1] * weights[place];
        sums[slice][2] += weights[place];
    }
    sums.iter().map(|sum| (sum[2] > 0.0).then(|| [sum[0] / sum[2], sum[1] / sum[2]])).collect()
}

/// The point farthest from the mean, then each time the point farthest from all that were taken.
fn farthest(gathered: &Gathered, weights: &[f64], size: usize) -> Option<Vec<Point>> {
    let mut taken = vec![gathered.mean()];
    for _ in 0..size {
        let mut best = (0.0, None);
        for (point, weight) in gathered.points.iter().zip(weights) {
            let (_, away) = nearest(*point, &taken);
            if *weight > 0.0 && away > best.0 {
                best = (away, Some(*point));
            }
        }
        taken.push(best.1?);
    }
    Some(taken.split_off(1))
}

fn unit(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Points drawn with a chance that grows with the squared distance from those drawn before (k-means++).
fn drawn(gathered: &Gathered, weights: &[f64], size: usize, seed: u64) -> Option<Vec<Point>> {
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
        let point = gathered.points[chosen?];
        taken.push(point);
        for (chance, (place, weight)) in chances.iter_mut().zip(gathered.points.iter().zip(weights)) {
            let away = weight * distance(*place, point);
            *chance = if taken.len() == 1 { away } else { chance.min(away) };
        }
    }
    Some(taken)
}

/// The tightest division into `size` groups, none of them too small.
fn best_division(gathered: &Gathered, size: usize, smallest: usize, seed: u64, draws: u64) -> Option<Division> {
    let mean = gathered.mean();
    let smallest = smallest as f64;
    let starts = 4 + draws;
    let tried: Vec<Option<Division>> = (0..starts)
        .into_par_iter()
        .map(|start| {
            let begin = |weights: &[f64]| match start {
                0 => slices(gathered, weights, |point| point[0], size),
                1 => slices(gathered, weights, |point| point[1], size),
                2 => slices(gathered, weights, |point| (point[1] - mean[1]).atan2(point[0] - mean[0]), size),
                3 => farthest(gathered, weights, size),
                draw => drawn(gathered, weights, size, seed ^ (draw << 8) ^ size as u64),
            };
            divided(gathered, &begin, smallest)
        })
        .collect();
    let mut best: Option<Division> = None;
    for division in tried.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| division.spread < best.spread * (1.0 - 1e-12)) {
            best = Some(division);
        }
    }
    best
}

/// Mean silhouette of each of several labelings of the same points, weighted by people.
fn silhouettes(gathered: &Gathered, labelings: &[(&[u32], usize)]) -> Vec<f64> {
    let count = gathered.points.len();
    let sizes: Vec<Vec<f64>> = labelings
        .iter()
        .map(|(labels, groups)| {
            let mut sizes = vec![0.0; *groups];
            labels.iter().zip(&gathered.weights).for_each(|(label, weight)| sizes[*label as usize] += weight);
            sizes
        })
        .collect();
    let across: Vec<f64> = gathered.points.iter().map(|point| point[0]).collect();
    let up: Vec<f64> = gathered.points.iter().map(|point| point[1]).collect();
    let of_each: Vec<Vec<f64>> = (0..count)
        .into_par_iter()
        .map_init(
            || vec![0.0; count],
            |away, mine| {
                let [x, y] = gathered.points[mine];
                for (away, ((across, up), weight)) in away.iter_mut().zip(across.iter().zip(&up).zip(&gathered.weights)) {
                    *away = ((across - x) * (across - x) + (up - y) * (up - y)).sqrt() * weight;
                }
                let score = |(labels, groups): &(&[u32], usize), sizes: &[f64]| {
                    let mut sums = vec![0.0; *groups];
                    for (label, away) in labels.iter().zip(away.iter()) {
                        sums[*label as usize] += away;
                    }
                    let own = labels[mine] as usize;
                    if sizes[own] <= 1.0 {
                        return 0.0;
                    }
                    let inside = sums[own] / (sizes[own] - 1.0);
                    let outside = (0..*groups)
                        .filter(|group| *group != own && sizes[*group] > 0.0)
                        .map(|group| sums[group] / sizes[group])
                        .fold(f64::INFINITY, f64::min);
                    let larger = inside.max(outside);
                    if outside.is_finite() && larger > 0.0 { (outside - inside) / larger } else { 0.0 }
                };
                labelings.iter().zip(&sizes).map(|(labeling, sizes)| score(labeling, sizes)).collect()
            },
        )
        .collect();
    let people: f64 = gathered.weights.iter().sum();
    (0..labelings.len())
        .map(|labeling| {
            let sum: f64 = of_each.iter().zip(&gathered.weights).map(|(scores, weight)| scores[labeling] * weight).sum();
            if people > 0.0 { sum / people } else { 0.0 }
        })
        .collect()
}

/// The mean silhouette of groups that are given: how much nearer people stand to their own group than to the next, from
/// −1 to 1.
pub(crate) fn silhouette(points: &[Point], labels: &[u32], groups: usize) -> f64 {
    let gathered = Gathered::new(points, Some(labels));
    let mut of_points = vec![0; gathered.points.len()];
    for (person, place) in gathered.of.iter().enumerate() {
        of_points[*place as usize] = labels[person];
    }
    silhouettes(&gathered, &[(&of_points, groups)])[0]
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
pub(crate) fn grouping(points: &[Point], seed: u64, wanted: Option<usize>, draws: u64) -> Grouping {
    let one = || Grouping { labels: vec![0; points.len()], groups: usize::from(!points.is_empty()), silhouette: 0.0, tried: Vec::new() };
    let smallest = smallest_group(points.len());
    let gathered = Gathered::new(points, None);
    let most = most_groups(points.len());
    let sizes: Vec<usize> = match wanted {
        Some(size) => vec![size],
        None => (2..=most).collect(),
    };
    let divisions: Vec<Division> = sizes
        .into_iter()
        .filter(|size| *size >= 2 && size.saturating_mul(smallest) <= points.len())
        .filter_map(|size| best_division(&gathered, size, smallest, seed, draws))
        .filter(|division| division.spread.is_finite())
        .collect();
    let labelings: Vec<(&[u32], usize)> = divisions.iter().map(|division| (division.labels.as_slice(), division.centres.len())).collect();
    // One number of groups leaves nothing to choose; its silhouette is not asked for.
    let scores = if wanted.is_some() { vec![0.0; divisions.len()] } else { silhouettes(&gathered, &labelings) };
    let mut best: Option<usize> = None;
    for place in 0..divisions.len() {
        if best.is_none_or(|best| scores[place] > scores[best] + 1e-12) {
            best = Some(place);
        }
    }
    let Some(best) = best else { return one() };
    // Where squares stood for people, everybody now chooses alone, and the centres follow.
    let everybody = Gathered { points: points.to_vec(), weights: vec![1.0; points.len()], of: Vec::new() };
    let mut centres = divisions[best].centres.clone();
    if points.len() > ONE_BY_ONE {
        centres = settled(&everybody, &everybody.weights, centres, 20);
    }
    let last = division(&everybody, centres);
    if last.smallest < smallest as f64 {
        return one();
    }
    let tried = divisions.iter().map(|division| division.centres.len()).zip(scores.iter().copied()).collect();
    Grouping { labels: largest_first(&last.labels, last.centres.len()), groups: last.centres.len(), silhouette: scores[best], tried }
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
