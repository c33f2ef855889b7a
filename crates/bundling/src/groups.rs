//! Candidates from an inverted index, and groups from the pairs that are alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::alike::{Bar, Profile, bars, likeness};
use crate::reading::Ways;
use crate::words::Role;

/// Postings looked at for one text: its rarest terms come first, and what is left of this is spent on commoner ones.
const BUDGET: usize = 4_000;
/// Most candidates of one text that are compared in full.
const MOST_CANDIDATES: usize = 48;
/// Most pairs of two groups that are compared before they are joined.
const MOST_COMPARED: usize = 1_024;

/// Two texts that may say the same, or the opposite.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) similarity: f64,
    pub(crate) bar: Option<Bar>,
}

/// For each term the texts that hold it, in order.
pub(crate) struct Index {
    postings: Vec<Vec<u32>>,
}

impl Index {
    pub(crate) fn of(profiles: &[Profile], terms: usize) -> Self {
        let mut postings = vec![Vec::new(); terms];
        for (text, profile) in profiles.iter().enumerate() {
            for term in profile.terms.iter().filter(|term| term.role != Role::General) {
                postings[term.term as usize].push(u32::try_from(text).unwrap_or(u32::MAX));
            }
        }
        Self { postings }
    }

    /// The texts that share most with a text, by what the shared terms weigh, in order.
    pub(crate) fn candidates(&self, text: u32, profile: &Profile, scores: &mut [f64], touched: &mut Vec<u32>) -> Vec<u32> {
        let mut terms: Vec<(usize, u32, f64)> = profile
            .terms
            .iter()
            .filter(|term| term.role != Role::General)
            .map(|term| (self.postings[term.term as usize].len(), term.term, term.weight))
            .collect();
        terms.sort_by_key(|(held, term, _)| (*held, *term));
        let mut spent = 0;
        for (held, term, weight) in terms {
            if spent > 0 && spent + held > BUDGET {
                break;
            }
            spent += held;
            for other in &self.postings[term as usize] {
                if scores[*other as usize] == 0.0 {
                    touched.push(*other);
                }
                scores[*other as usize] += weight;
            }
        }
        touched.retain(|other| *other != text);
        let more = |a: &u32, b: &u32| scores[*b as usize].total_cmp(&scores[*a as usize]).then(a.cmp(b));
        if touched.len() > MOST_CANDIDATES {
            touched.select_nth_unstable_by(MOST_CANDIDATES, more);
        }
        let mut found: Vec<u32> = touched.iter().take(MOST_CANDIDATES).copied().collect();
        found.sort_unstable();
        // Only what was touched is made zero again.
        scores[text as usize] = 0.0;
        for other in touched.drain(..) {
            scores[other as usize] = 0.0;
        }
        found
    }
}

/// What is known of a group while it grows.
struct Grown {
    members: Vec<u32>,
    ways: BTreeMap<u32, (Role, Ways)>,
    names: BTreeSet<u32>,
}

impl Grown {
    /// A term that the one asks for and the other turns away.
    fn opposes(&self, other: &Self) -> bool {
        let (few, many) = if self.ways.len() < other.ways.len() { (self, other) } else { (other, self) };
        few.ways.iter().any(|(term, (role, ways))| many.ways.get(term).is_some_and(|(_, others)| bars(*role, *ways, *others)))
    }
    fn elsewhere(&self, other: &Self) -> bool {
        !self.names.is_empty() && !other.names.is_empty() && self.names.is_disjoint(&other.names)
    }
}

/// Joins the most alike first, as long as the texts of two groups are alike on average and none bars another.
pub(crate) fn grouped(profiles: &[Profile], edges: &[Edge], threshold: f64, linkage: f64, far_metres: f64) -> Vec<Vec<u32>> {
    let mut order: Vec<&Edge> = edges.iter().filter(|edge| edge.bar.is_none() && edge.similarity >= threshold).collect();
    order.sort_by(|x, y| y.similarity.total_cmp(&x.similarity).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut home: Vec<usize> = (0..profiles.len()).collect();
    let mut groups: Vec<Option<Grown>> = profiles
        .iter()
        .enumerate()
        .map(|(at, profile)| {
            Some(Grown {
                members: vec![u32::try_from(at).unwrap_or(u32::MAX)],
                ways: profile.terms.iter().map(|term| (term.term, (term.role, term.ways))).collect(),
                names: profile.terms.iter().filter(|term| term.role == Role::Name).map(|term| term.term).collect(),
            })
        })
        .collect();
    for edge in order {
        let (x, y) = (home[edge.a as usize], home[edge.b as usize]);
        if x == y {
            continue;
        }
        let (Some(one), Some(other)) = (&groups[x], &groups[y]) else { continue };
        if one.opposes(other) || one.elsewhere(other) || !alike_on_average(profiles, one, other, linkage, far_metres) {
            continue;
        }
        // The smaller moves to the larger, so that a group of thousands grows as fast as a small one.
        let (x, y) = if one.members.len() < other.members.len() { (y, x) } else { (x, y) };
        let Some(moved) = groups[y].take() else { continue };
        if let Some(grown) = &mut groups[x] {
            for member in &moved.members {
                home[*member as usize] = x;
            }
            grown.members.extend(moved.members);
            grown.members.sort_unstable();
            for (term, (role, ways)) in moved.ways {
                grown.ways.entry(term).and_modify(|(_, known)| *known = known.with(ways)).or_insert((role, ways));
            }
            grown.names.extend(moved.names);
        }
    }
    let mut found: Vec<Vec<u32>> = groups.into_iter().flatten().map(|grown| grown.members).filter(|members| members.len() > 1).collect();
    found.sort();
    found
}

fn alike_on_average(profiles: &[Profile], one: &Grown, other: &Grown, linkage: f64, far_metres: f64) -> bool {
    // Of two large groups an even sample of each is compared.
    let sample = |members: &[u32], most: usize| -> Vec<u32> {
        let step = members.len().div_ceil(most).max(1);
        members.iter().step_by(step).copied().collect()
    };
    let whole = one.members.len() * other.members.len() <= MOST_COMPARED;
    let most = if whole { usize::MAX } else { 32 };
    let (these, those) = (sample(&one.members, most), sample(&other.members, most));
    let mut sum = 0.0;
    for a in &these {
        for b in &those {
            let found = likeness(&profiles[*a as usize], &profiles[*b as usize], far_metres);
            if found.bar == Some(Bar::Opposed) {
                return false;
            }
            sum += if found.bar.is_none() { found.similarity } else { 0.0 };
        }
    }
    sum / (these.len() * those.len()) as f64 >= linkage
}
