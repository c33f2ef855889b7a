//! How alike two readings are, why, and what forbids to call them the same.

use std::collections::{BTreeSet, HashMap};

use crate::reading::{Reading, Ways};
use crate::words::Role;

/// A term of a reading, with its number in the corpus and its weight there.
#[derive(Debug, Clone)]
pub(crate) struct Weighed {
    pub(crate) term: u32,
    /// Where it stands in [`Reading::terms`].
    pub(crate) place: u32,
    pub(crate) role: Role,
    pub(crate) ways: Ways,
    pub(crate) weight: f64,
    pub(crate) clauses: u64,
    pub(crate) only_reason: bool,
}

/// A reading as the corpus weighs it, its terms in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    pub(crate) terms: Vec<Weighed>,
    pub(crate) total: f64,
    pub(crate) point: Option<[f64; 2]>,
}

/// Counts in how many texts each term stands and weighs them: a term that many texts hold says less of each.
pub(crate) fn weighed(readings: &[Reading], points: &[Option<[f64; 2]>]) -> (Vec<Profile>, Vec<u32>) {
    let keys: BTreeSet<&str> = readings.iter().flat_map(|reading| reading.terms.iter().map(|term| term.key.as_str())).collect();
    let number: HashMap<&str, usize> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
    let mut held = vec![0_u32; number.len()];
    for term in readings.iter().flat_map(|reading| &reading.terms) {
        held[number[term.key.as_str()]] += 1;
    }
    // Fifty texts are added that hold nothing, so that a corpus of two is weighed like a larger one.
    let texts = readings.len() as f64 + 50.0;
    let profiles = readings
        .iter()
        .zip(points)
        .map(|(reading, point)| {
            let mut terms: Vec<Weighed> = reading
                .terms
                .iter()
                .enumerate()
                .map(|(place, term)| {
                    let at = number[term.key.as_str()];
                    let rare = (texts / f64::from(held[at])).ln() / texts.ln();
                    Weighed {
                        term: u32::try_from(at).unwrap_or(u32::MAX),
                        place: u32::try_from(place).unwrap_or(u32::MAX),
                        role: term.role,
                        ways: term.ways,
                        weight: term.weight * (0.5 + 0.5 * rare),
                        clauses: term.clauses,
                        only_reason: term.only_reason,
                    }
                })
                .collect();
            terms.sort_by_key(|term| term.term);
            let total = terms.iter().map(|term| term.weight).sum();
            Profile { terms, total, point: *point }
        })
        .collect();
    (profiles, held)
}

/// Why two texts are never proposed as the same, however alike their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// One asks for what the other turns away, or denies what the other states.
    Opposed,
    /// They are about other places, by name or on the map.
    Elsewhere,
}

/// What comparing two texts gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likeness {
    /// Between 0 and 1, as if nothing forbade.
    pub(crate) similarity: f64,
    pub(crate) bar: Option<Bar>,
}

/// The sides of a comparison that decide how far the similarity is brought down.
#[derive(Default)]
struct Sides {
    names: [usize; 3],
    settings: [usize; 3],
    numbers: [usize; 3],
    times: [usize; 3],
    acts: [usize; 3],
    objects: [usize; 3],
    words: [usize; 3],
    states: [usize; 3],
}

impl Sides {
    /// Counts a term: side 0 is shared, 1 and 2 are of one text alone.
    fn count(&mut self, term: &Weighed, side: usize) {
        if matches!(term.role, Role::Problem | Role::Quality) && !term.only_reason {
            self.states[side] += 1;
        }
        let of = match term.role {
            Role::Name => &mut self.names,
            Role::Setting => &mut self.settings,
            Role::Number => &mut self.numbers,
            Role::Time => &mut self.times,
            Role::Action | Role::Direction => &mut self.acts,
            Role::Object | Role::Problem if !term.only_reason => &mut self.objects,
            Role::Word if !term.only_reason => &mut self.words,
            _ => return,
        };
        of[side] += 1;
    }
}

/// Whether two texts that point so at a term may not be called the same. A text may well ask for one thing and turn
/// another away, so of that only a plain contradiction bars; of things any difference.
pub(crate) fn bars(role: Role, a: Ways, b: Ways) -> bool {
    if role == Role::Direction { a.contradict(b) } else { a.oppose(b) }
}

/// Both have some and none in common.
const fn apart(sides: [usize; 3]) -> bool {
    sides[0] == 0 && sides[1] > 0 && sides[2] > 0
}

/// Compares two texts.
pub(crate) fn likeness(a: &Profile, b: &Profile, far_metres: f64) -> Likeness {
    let mut shared = 0.0;
    let mut sides = Sides::default();
    let mut opposed = false;
    let (mut about, mut common) = (false, 0_usize);
    let mut alone = [0_usize; 2];
    let tells = |term: &Weighed| !term.only_reason && matches!(term.role, Role::Object | Role::Problem | Role::Word | Role::Name);
    let mut doubts: Vec<(u64, u64)> = Vec::new();
    let mut agreed = (0_u64, 0_u64);
    let (mut i, mut j) = (0, 0);
    while i < a.terms.len() || j < b.terms.len() {
        match (a.terms.get(i), b.terms.get(j)) {
            (Some(x), Some(y)) if x.term == y.term => {
                shared += x.weight.min(y.weight);
                sides.count(if x.only_reason { y } else { x }, 0);
                let content = !matches!(x.role, Role::Direction | Role::Time | Role::Number | Role::General);
                common += usize::from(content);
                about |= content && x.role != Role::Name;
                opposed |= bars(x.role, x.ways, y.ways);
                if x.ways.doubtful(y.ways) {
                    doubts.push((x.clauses, y.clauses));
                } else if x.ways.agree(y.ways) {
                    agreed.0 |= x.clauses;
                    agreed.1 |= y.clauses;
                }
                i += 1;
                j += 1;
            }
            (Some(x), y) if y.is_none_or(|y| x.term < y.term) => {
                alone[0] += usize::from(tells(x));
                sides.count(x, 1);
                i += 1;
            }
            (_, Some(y)) => {
                alone[1] += usize::from(tells(y));
                sides.count(y, 2);
                j += 1;
            }
            (_, None) => break,
        }
    }
    let least = a.total.min(b.total);
    // Two texts that only share that something must come, or on Sunday, or in one street, are about nothing in common.
    if least <= 0.0 || shared <= 0.0 || !about {
        return Likeness { similarity: 0.0, bar: None };
    }
    // A doubt is settled where the same clauses agree about something else.
    opposed |= doubts.iter().any(|(x, y)| x & agreed.0 == 0 || y & agreed.1 == 0);
    let cover = shared / least;
    let dice = 2.0 * shared / (a.total + b.total);
    let mut similarity = 0.5 * cover + 0.5 * dice;
    let spoken_of = sides.objects[0] + sides.words[0] > 0;
    for (applies, factor) in [
        (common == 1 && alone[0] > 0 && alone[1] > 0, 0.75),
        (apart(sides.settings), 0.5),
        (apart(sides.numbers), 0.6),
        (apart(sides.times), 0.5),
        (apart(sides.acts), 0.7),
        (apart(sides.states), 0.7),
        (sides.objects[1] > 0 && sides.objects[2] > 0, if sides.objects[0] == 0 { 0.5 } else { 0.85 }),
        (!spoken_of && (sides.objects[1] + sides.words[1] > 0 && sides.objects[2] + sides.words[2] > 0), 0.6),
    ] {
        if applies {
            similarity *= factor;
        }
    }
    let far = matches!((a.point, b.point), (Some(a), Some(b)) if metres(a, b) > far_metres);
    let bar = if opposed {
        Some(Bar::Opposed)
    } else if apart(sides.names) || far {
        Some(Bar::Elsewhere)
    } else {
        None
    };
    Likeness { similarity: (similarity.min(1.0) * 1e6).round() / 1e6, bar }
}

/// Metres between two points of longitude and latitude in degrees, on a sphere.
fn metres(a: [f64; 2], b: [f64; 2]) -> f64 {
    const RADIUS: f64 = 6_371_000.0;
    let [lon, lat] = [0, 1].map(|axis| (b[axis] - a[axis]).to_radians());
    let h = (lat / 2.0).sin().powi(2) + a[1].to_radians().cos() * b[1].to_radians().cos() * (lon / 2.0).sin().powi(2);
    2.0 * RADIUS * h.sqrt().min(1.0).asin()
}
