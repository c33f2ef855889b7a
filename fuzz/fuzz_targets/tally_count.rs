//! Every election has a count by every rule: within the budget, nothing that nobody supports, every payment accounted for,
//! and the same with the ballots in reverse order.
//!
//! The first bytes hold the options, the budget and the costs of eight projects; then each ballot is three bytes.
#![no_main]

use num_rational::BigRational;
use tally::{
    Ballot, Comparison, Completion, Election, Kind, Misfit, Options, Project, Rule, Start, Stop, Utility, WHOLE_SHARE, count,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [options, more, budget, costs @ ..] = bytes else { return };
    let Some((costs, votes)) = costs.split_first_chunk::<8>() else { return };
    let kind = [Kind::Approval, Kind::Points, Kind::Cumulative, Kind::Ordinal][usize::from(more >> 6)];
    let projects: Vec<Project> = (0..8)
        .map(|at| Project {
            id: at.to_string(),
            name: String::new(),
            cost: i64::from(costs[at]) * 50,
            categories: vec![(at % 2).to_string()],
            neighbourhood: None,
        })
        .collect();
    let mut ballots: Vec<Ballot> = votes
        .chunks_exact(3)
        .take(200)
        .enumerate()
        .map(|(at, vote)| Ballot {
            voter: at.to_string(),
            choices: (0..8)
                .map(|place| (place + usize::from(vote[2])) % 8)
                .filter(|project| vote[0] & (1 << project) != 0)
                .map(|project| (project, if matches!(kind, Kind::Points | Kind::Cumulative) { i64::from(vote[1] >> (project / 2)) % 8 } else { 1 }))
                .collect(),
            weight: if vote[2] > 240 { u32::from(vote[2]) * 1000 } else { WHOLE_SHARE },
        })
        .collect();
    let meta = vec![("budget_per_category".to_owned(), format!("0:{budget},1:{}", budget / 2))];
    let mut election = Election { budget: (i64::from(*budget) + 1) * 100, kind, projects, ballots: ballots.clone(), meta };
    let options = Options {
        rule: [Rule::EqualShares, Rule::Greedy, Rule::Phragmen, Rule::EqualShares][usize::from(options & 3)],
        utility: [Some(Utility::Cost), Some(Utility::Cardinality), Some(Utility::Points), Some(Utility::Borda)][usize::from(options >> 2 & 3)],
        completion: [Completion::None, Completion::Add1, Completion::Utilitarian, Completion::Add1Utilitarian][usize::from(options >> 4 & 3)],
        start: if options & 64 == 0 { Start::Exact } else { Start::Floor },
        stop: if options & 128 == 0 { Stop::OverBudget } else { Stop::Exhaustive },
        increment: 100,
        misfit: if more & 1 == 0 { Misfit::Skip } else { Misfit::Stop },
        compare: if more & 2 == 0 { Comparison::None } else { Comparison::Greedy },
        partial_last: (more & 4 != 0).then_some(800_000),
        cap_category: more & 8 != 0,
        threshold: (more & 16 != 0).then_some(2),
        ..Options::default()
    };
    let outcome = count(&election, &options).expect("counted");
    assert!(outcome.total_cost <= election.budget);
    let supported = election.votes();
    assert!(outcome.winners.iter().all(|at| supported[*at] > 0));
    assert_eq!(outcome.winners.len() + outcome.losers.len(), election.projects.len());
    ballots.reverse();
    election.ballots = ballots;
    let again = count(&election, &options).expect("counted");
    assert_eq!((&outcome.winners, &outcome.rounds, &outcome.ties), (&again.winners, &again.rounds, &again.ties));
    if let Some(mut accounts) = outcome.accounts {
        for (round, at) in accounts.bought().to_vec().into_iter().enumerate() {
            let paid: BigRational = accounts.payments(round).into_iter().map(|(_, amount)| amount).sum();
            assert_eq!(paid, BigRational::from_integer(election.projects[at].cost.into()));
        }
    }
});
