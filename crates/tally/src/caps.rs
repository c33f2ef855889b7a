//! Money set aside per neighbourhood or per category: no more of the budget than that goes to the group (semantic point 20).

use crate::file::cents;
use crate::{Election, OptionsError};

/// Money per group of projects.
#[derive(Debug, Default)]
pub(crate) struct Caps {
    /// What each group may cost, in cents.
    money: Vec<i64>,
    /// The groups of each project.
    of: Vec<Vec<usize>>,
}

impl Caps {
    /// Reads from what the file says: `budget_per_neighborhood` beside `neighborhoods` and `budget_per_category` beside
    /// `categories`, lists of equal length, or pairs (`Noord:1000,Zuid:2000`) without the other key.
    ///
    /// # Errors
    /// When the file names no money per group, or cannot be understood.
    pub(crate) fn new(election: &Election, neighbourhood: bool, category: bool) -> Result<Self, OptionsError> {
        let mut caps = Self { money: Vec::new(), of: vec![Vec::new(); election.projects.len()] };
        for (asked, key, names, word) in [
            (neighbourhood, "budget_per_neighborhood", "neighborhoods", "neighbourhood"),
            (category, "budget_per_category", "categories", "category"),
        ] {
            if !asked {
                continue;
            }
            let amounts = election.meta(key).ok_or(OptionsError::NoCaps(word))?;
            for (name, amount) in pairs(election.meta(names), amounts).ok_or(OptionsError::UnclearCaps(word))? {
                let group = caps.money.len();
                caps.money.push(amount);
                for (at, project) in election.projects.iter().enumerate() {
                    let belongs = if word == "category" {
                        project.categories.contains(&name)
                    } else {
                        project.neighbourhood.as_deref() == Some(name.as_str())
                    };
                    if belongs {
                        caps.of[at].push(group);
                    }
                }
            }
        }
        Ok(caps)
    }

    pub(crate) fn none_spent(&self) -> Vec<i64> {
        vec![0; self.money.len()]
    }

    pub(crate) fn allows(&self, spent: &[i64], project: usize, cost: i64) -> bool {
        self.of.get(project).is_none_or(|groups| groups.iter().all(|group| spent[*group].saturating_add(cost) <= self.money[*group]))
    }

    pub(crate) fn spend(&self, spent: &mut [i64], project: usize, cost: i64) {
        for group in self.of.get(project).into_iter().flatten() {
            spent[*group] = spent[*group].saturating_add(cost);
        }
    }

    /// What these cost per group.
    pub(crate) fn spent(&self, election: &Election, winners: &[usize]) -> Vec<i64> {
        let mut spent = self.none_spent();
        for at in winners {
            self.spend(&mut spent, *at, election.projects[*at].cost);
        }
        spent
    }
}

fn pairs(names: Option<&str>, amounts: &str) -> Option<Vec<(String, i64)>> {
    let parts: Vec<&str> =
        amounts.trim_matches(['{', '}', '[', ']', ' ']).split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let clean = |part: &str| part.trim().trim_matches(['"', '\'']).to_owned();
    if parts.iter().all(|part| cents(part).is_some()) {
        let names: Vec<String> = names?.split(',').map(clean).filter(|name| !name.is_empty()).collect();
        let amounts: Vec<i64> = parts.iter().filter_map(|part| cents(part)).collect();
        return (names.len() == amounts.len()).then(|| names.into_iter().zip(amounts).collect());
    }
    parts
        .iter()
        .map(|pair| {
            let (name, amount) = pair.rsplit_once([':', '='])?;
            Some((clean(name), cents(&clean(amount))?))
        })
        .collect()
}
