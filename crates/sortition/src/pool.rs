//! The pool as the calculation sees it: kinds of people, how many of each there are, and what a panel must keep.
//!
//! People whose answers to the quota questions are equal are exchangeable: in a fair lottery they have the same
//! probability (otherwise taking turns would be fairer). They are merged into a **kind**, and a panel becomes a short
//! list of whole numbers, so many of each kind. With the rule *one per household* the kinds are refined: people are of one
//! kind when they answer alike *and* their households look alike; all households that look alike form a **class**, from which
//! a panel takes at most as many people as it has households. Every such choice can be made with at most one per household.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::error::SortitionError;
use crate::people::{People, folded};
use crate::quotas::{Quota, Quotas};

/// People who are exchangeable for the draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Positions in [`Pool::ids`].
    pub members: Vec<usize>,
    /// The quota that each of them counts for, one per category; positions in [`Pool::quotas`].
    pub features: Vec<usize>,
    /// Class of households, position in [`Pool::classes`].
    pub class: usize,
    /// The most that one panel can have of this kind.
    pub most: u32,
}

/// Households that look alike: the same kinds of people in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Members of each household, positions in [`Pool::ids`]; people without housemates in the pool are alone here.
    pub households: Vec<Vec<usize>>,
    /// Kinds that occur in it.
    pub kinds: Vec<usize>,
}

/// Everything that decides which panels are possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// Ids of the people who can still be drawn.
    pub ids: Vec<String>,
    /// Kind of each of them.
    pub kind_of: Vec<usize>,
    /// All kinds, ordered by their features and then their households.
    pub kinds: Vec<Kind>,
    /// Classes of households.
    pub classes: Vec<Class>,
    /// Quotas for the places still to be filled.
    pub quotas: Vec<Quota>,
    /// Names of the categories.
    pub categories: Vec<String>,
    /// Places still to be filled.
    pub size: u32,
    /// So many of the people selected already count for each quota.
    pub held: Vec<u32>,
    /// What an officer should know before the draw.
    pub warnings: Vec<String>,
    /// Whether the quotas came with flex bounds.
    pub flexible: bool,
    /// Ids of people left out because they, or somebody of their household, are selected already.
    pub left_out: Vec<String>,
}

/// What is asked besides people and quotas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// Size of the whole panel, including people already selected.
    pub size: u32,
    /// Columns that together are an address; at most one person per address. Empty: no such rule.
    pub household: Vec<String>,
    /// Ids of people who are on the panel already (a replacement or an addition is drawn).
    pub selected: Vec<String>,
}

impl Pool {
    /// Merges people into kinds and subtracts those already selected.
    ///
    /// # Errors
    /// [`SortitionError::Mismatch`] when a category is no column, when somebody's answer has no quota line, when a selected id is unknown;
    /// [`SortitionError::Request`] when the panel has no places.
    pub fn new(people: &People, quotas: &Quotas, terms: &Terms) -> Result<Self, SortitionError> {
        let mismatch = |message: String| SortitionError::Mismatch { message };
        if terms.size == 0 {
            return Err(SortitionError::Request { message: "a panel of 0 people needs no draw: give a size of at least 1".to_owned() });
        }
        let categories: Vec<String> = quotas.categories().into_iter().map(str::to_owned).collect();
        let mut columns = Vec::new();
        for category in &categories {
            columns.push(people.column(category).ok_or_else(|| {
                mismatch(format!(
                    "the quotas speak of \"{category}\", but the people have no such column; they have {}",
                    people.columns.join(", ")
                ))
            })?);
        }
        let lines: HashMap<(String, String), usize> =
            quotas.quotas.iter().enumerate().map(|(at, quota)| ((folded(&quota.category), folded(&quota.feature)), at)).collect();
        let address_columns = terms
            .household
            .iter()
            .map(|name| {
                people.column(name).ok_or_else(|| {
                    mismatch(format!("there is no column \"{name}\" for the household; there are {}", people.columns.join(", ")))
                })
            })
            .collect::<Result<Vec<_>, _>>()?;

        let mut features = Vec::with_capacity(people.people.len());
        for person in &people.people {
            let mut own = Vec::with_capacity(categories.len());
            for (category, column) in categories.iter().zip(&columns) {
                let answer = &person.answers[*column];
                let Some(&line) = lines.get(&(folded(category), folded(answer))) else {
                    let known: Vec<&str> = quotas
                        .quotas
                        .iter()
                        .filter(|quota| folded(&quota.category) == folded(category))
                        .map(|quota| quota.feature.as_str())
                        .collect();
                    return Err(mismatch(format!(
                        "{} has \"{answer}\" as {category}, for which there is no quota line; there are lines for {}",
                        person.id,
                        known.join(", ")
                    )));
                };
                own.push(line);
            }
            features.push(own);
        }
        let address = |at: usize| -> Option<Vec<String>> {
            let parts: Vec<String> = address_columns.iter().map(|column| folded(&people.people[at].answers[*column])).collect();
            // An empty address is unknown, not shared.
            (!parts.is_empty() && parts.iter().any(|part| !part.is_empty())).then_some(parts)
        };

        let positions: HashMap<&str, usize> = people.people.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect();
        let mut remaining = quotas.quotas.clone();
        let mut taken = HashSet::new();
        let mut taken_addresses = HashSet::new();
        for id in &terms.selected {
            let &at = positions
                .get(id.trim())
                .ok_or_else(|| mismatch(format!("\"{id}\" is said to be selected already, but is not among the people")))?;
            if !taken.insert(at) {
                return Err(mismatch(format!("\"{id}\" is said to be selected twice")));
            }
            if let Some(address) = address(at) {
                taken_addresses.insert(address);
            }
        }
        let already = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        if already >= terms.size {
            return Err(SortitionError::Request {
                message: format!("{already} people are selected already and the panel has {} places: nothing is left to draw", terms.size),
            });
        }
        let mut warnings = Vec::new();
        let mut held = Vec::with_capacity(remaining.len());
        for (line, quota) in remaining.iter_mut().enumerate() {
            let have = u32::try_from(taken.iter().filter(|&&at| features[at].contains(&line)).count()).unwrap_or(u32::MAX);
            held.push(have);
            if have > quota.max {
                warnings.push(format!("{quota}: {have} people are selected already, more than the maximum of {}", quota.max));
            }
            quota.min = quota.min.saturating_sub(have);
            quota.max = quota.max.saturating_sub(have);
            quota.min_flex = quota.min_flex.saturating_sub(have);
            if quota.max_flex != u32::MAX {
                quota.max_flex = quota.max_flex.saturating_sub(have);
            }
        }

        let mut left_out = Vec::new();
        let mut free = Vec::new();
        for at in 0..people.people.len() {
            if taken.contains(&at) || address(at).is_some_and(|address| taken_addresses.contains(&address)) {
                left_out.push(people.people[at].id.clone());
            } else {
                free.push(at);
            }
        }
        // Households: an address with its members; everybody else alone.
        let mut by_address: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        let mut households: Vec<Vec<usize>> = Vec::new();
        for (position, &at) in free.iter().enumerate() {
            match address(at) {
                Some(address) => by_address.entry(address).or_default().push(position),
                None => households.push(vec![position]),
            }
        }
        let shared = by_address.values().filter(|members| members.len() > 1).count();
        if shared > 0 {
            warnings.push(format!("{shared} addresses have more than one person in the pool; at most one of each is drawn"));
        }
        households.extend(by_address.into_values());
        let mut looks: BTreeMap<Vec<Vec<usize>>, Vec<Vec<usize>>> = BTreeMap::new();
        for members in households {
            let mut look: Vec<Vec<usize>> = members.iter().map(|&member| features[free[member]].clone()).collect();
            look.sort_unstable();
            looks.entry(look).or_default().push(members);
        }
        let mut kinds: Vec<Kind> = Vec::new();
        let mut classes = Vec::new();
        for (class, (look, mut households)) in looks.into_iter().enumerate() {
            households.sort_unstable();
            let distinct: BTreeSet<Vec<usize>> = look.into_iter().collect();
            let mut own = Vec::new();
            for features_of_kind in distinct {
                let mut members: Vec<usize> =
                    households.iter().flatten().copied().filter(|&member| features[free[member]] == features_of_kind).collect();
                members.sort_unstable();
                own.push(kinds.len());
                let most = u32::try_from(households.len()).unwrap_or(u32::MAX);
                kinds.push(Kind { members, features: features_of_kind, class, most });
            }
            classes.push(Class { households, kinds: own });
        }
        let mut kind_of = vec![0; free.len()];
        for (number, kind) in kinds.iter().enumerate() {
            for &member in &kind.members {
                kind_of[member] = number;
            }
        }
        Ok(Self {
            ids: free.iter().map(|&at| people.people[at].id.clone()).collect(),
            kind_of,
            kinds,
            classes,
            quotas: remaining,
            categories,
            size: terms.size - already,
            held,
            warnings,
            flexible: quotas.flexible,
            left_out,
        })
    }

    /// Number of people per kind.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        self.kinds.iter().map(|kind| u32::try_from(kind.members.len()).unwrap_or(u32::MAX)).collect()
    }

    /// The rows of the set of panels: who counts, at least, at most. First the size, then the quotas, then the classes of shared households.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row { kinds: (0..self.kinds.len()).collect(), lower: self.size, upper: self.size }];
        let mut lines: Vec<Vec<usize>> = vec![Vec::new(); self.quotas.len()];
        for (at, kind) in self.kinds.iter().enumerate() {
            for &line in &kind.features {
                lines[line].push(at);
            }
        }
        for (quota, kinds) in self.quotas.iter().zip(lines) {
            rows.push(Row { kinds, lower: quota.min, upper: quota.max });
        }
        for class in self.classes.iter().filter(|class| class.kinds.len() > 1) {
            rows.push(Row { kinds: class.kinds.clone(), lower: 0, upper: u32::try_from(class.households.len()).unwrap_or(u32::MAX) });
        }
        rows
    }

    /// Whether `panel` (so many of each kind) keeps the size, every quota and the household rule.
    #[must_use]
    pub fn allows(&self, panel: &[u32]) -> bool {
        panel.len() == self.kinds.len()
            && panel.iter().zip(&self.kinds).all(|(&number, kind)| number <= kind.most)
            && self.rows().iter().all(|row| {
                let sum: u64 = row.kinds.iter().map(|&kind| u64::from(panel[kind])).sum();
                sum >= u64::from(row.lower) && sum <= u64::from(row.upper)
            })
    }

    /// A kind in words: "gender female, age 30-44".
    #[must_use]
    pub fn describe(&self, kind: usize) -> String {
        self.kinds[kind]
            .features
            .iter()
            .map(|&line| format!("{} {}", self.quotas[line].category, self.quotas[line].feature))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// `lower ≤ sum over kinds ≤ upper`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub kinds: Vec<usize>,
    pub lower: u32,
    pub upper: u32,
}
