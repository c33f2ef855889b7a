//! Is every group represented that is large enough and agrees? For small elections, by looking at every set of projects.
//!
//! A group deserves a set of projects when each of them approves all of it and their shares of the budget pay for it. The
//! ideals, from weak to strong (Peters, Pierczyński and Skowron, arXiv 2008.13276, section 3):
//! - **JR**: of a group that deserves one project, not everybody is left with nothing;
//! - **EJR up to one project**: somebody in the group gets as much as the set is worth, or would get more with one project;
//! - **EJR**: somebody in the group gets as much as the set is worth.
//!
//! Equal shares from the exact share keep EJR with cardinality and EJR up to one project with cost.

use crate::{Election, Utility};
use serde::Serialize;
use std::collections::BTreeMap;

/// The most supported projects that are checked: all their sets are looked at.
pub const MOST_CHECKED: usize = 16;

/// A group that got less than it deserves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// The projects that the group deserves.
    pub projects: Vec<String>,
    /// How many ballots approve all of them and got less.
    pub ballots: u64,
    /// How many would have been enough.
    pub enough: u64,
}

/// For each ideal the claim that breaks it, with the fewest projects.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Justified {
    /// Breaks JR.
    pub jr: Option<Claim>,
    /// Breaks EJR up to one project.
    pub ejr_up_to_one: Option<Claim>,
    /// Breaks EJR.
    pub ejr: Option<Claim>,
}

/// Why an election cannot be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JustifiedError {
    /// Too many sets of projects.
    #[error("only elections with at most {MOST_CHECKED} supported projects can be checked, and this one has {0}")]
    TooLarge(usize),
    /// The ideals are about approvals.
    #[error("the check is about approvals: the utility is cost or cardinality")]
    Utility,
    /// The ideals are about equal shares.
    #[error("the check is about equal shares: no ballot may have another weight")]
    Weights,
}

/// Checks an outcome. Every project that a ballot names with points counts as approved.
///
/// ```
/// # let file = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\nstadium;100\ngarden;40\n\
/// #             VOTES\nvoter_id;vote\n1;stadium\n2;stadium\n3;stadium\n4;garden\n5;garden\n";
/// # let election = tally::read(file.as_bytes(), tally::Reading::Strict)?.election;
/// // Three of five want the stadium, which takes all of the 100. The shares of the other two are 40: what the garden costs.
/// let claim = tally::justified(&election, &[0], tally::Utility::Cost)?.jr.expect("two voters are left with nothing");
/// assert_eq!((claim.projects, claim.ballots), (vec!["garden".to_owned()], 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the election is too large or not about approvals.
pub fn justified(election: &Election, winners: &[usize], utility: Utility) -> Result<Justified, JustifiedError> {
    if !matches!(utility, Utility::Cost | Utility::Cardinality) {
        return Err(JustifiedError::Utility);
    }
    if election.ballots.windows(2).any(|two| two[0].weight != two[1].weight) {
        return Err(JustifiedError::Weights);
    }
    let votes = election.votes();
    let candidates: Vec<usize> =
        (0..election.projects.len()).filter(|at| votes[*at] > 0 && election.projects[*at].cost <= election.budget).collect();
    if candidates.len() > MOST_CHECKED {
        return Err(JustifiedError::TooLarge(candidates.len()));
    }
    let worth = |at: usize| if utility == Utility::Cost { election.projects[at].cost } else { 1 };
    // Per set of approved candidates, what these ballots have, and with one project more.
    let mut groups: BTreeMap<(u32, i64, i64), u64> = BTreeMap::new();
    for ballot in &election.ballots {
        let (mut mask, mut has, mut more) = (0_u32, 0_i64, 0_i64);
        for (project, points) in &ballot.choices {
            if *points <= 0 {
                continue;
            }
            if let Some(bit) = candidates.iter().position(|at| at == project) {
                mask |= 1 << bit;
            }
            if winners.contains(project) {
                has += worth(*project);
            } else if election.projects[*project].cost <= election.budget {
                more = more.max(worth(*project));
            }
        }
        *groups.entry((mask, has, has + more)).or_insert(0) += 1;
    }
    let mut sets: Vec<u32> = (1..1_u32 << candidates.len()).collect();
    sets.sort_by_key(|set| (set.count_ones(), *set));
    let mut found = Justified::default();
    let total = election.ballots.len() as i128;
    for set in sets {
        let inside: Vec<usize> = candidates.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0).map(|(_, at)| *at).collect();
        let cost: i128 = inside.iter().map(|at| i128::from(election.projects[*at].cost)).sum();
        let value: i64 = inside.iter().map(|at| worth(*at)).sum();
        let budget = i128::from(election.budget);
        if cost > budget {
            continue;
        }
        let enough = u64::try_from((cost * total + budget - 1) / budget).unwrap_or(u64::MAX).max(1);
        let claim = |left_behind: &dyn Fn(i64, i64) -> bool| {
            let members = groups.iter().filter(|((mask, has, more), _)| mask & set == set && left_behind(*has, *more));
            let ballots: u64 = members.map(|(_, count)| count).sum();
            let projects = || inside.iter().map(|at| election.projects[*at].id.clone()).collect();
            (ballots >= enough).then(|| Claim { projects: projects(), ballots, enough })
        };
        if found.jr.is_none() && inside.len() == 1 {
            found.jr = claim(&|has, _| has == 0 && value > 0);
        }
        if found.ejr_up_to_one.is_none() {
            found.ejr_up_to_one = claim(&|has, more| has < value && more <= value);
        }
        if found.ejr.is_none() {
            found.ejr = claim(&|has, _| has < value);
        }
    }
    Ok(found)
}
