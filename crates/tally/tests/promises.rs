//! Promises over many made-up elections, and a slow exact count beside ours.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use num_rational::BigRational;
use num_traits::{One, Zero};
use proptest::prelude::*;
use tally::{
    Ballot, Comparison, Completion, Election, Kind, Misfit, Options, Project, Rule, Start, Stop, TieKey, Utility, WHOLE_SHARE, count,
    justified,
};

fn project(at: usize, cost: i64) -> Project {
    let neighbourhood = Some(if at.is_multiple_of(2) { "north" } else { "south" }.to_owned());
    Project { id: format!("p{at}"), name: String::new(), cost, categories: Vec::new(), neighbourhood }
}

prop_compose! {
    /// Few amounts and few shapes of ballots, so that ties and exact ends are common.
    fn elections(kinds: &'static [Kind])(
        kind in prop::sample::select(kinds),
        costs in prop::collection::vec(prop_oneof![Just(0_i64), 1_i64..8, 1_i64..400, Just(99_999)], 1..8),
        budget in 1_i64..900,
        shapes in prop::collection::vec((prop::collection::vec((0_usize..8, 1_i64..5), 0..6), 1_usize..4, prop_oneof![5 => Just(1_u32), 1 => 1_u32..4]), 0..9),
    ) -> Election {
        let projects: Vec<Project> = costs.iter().enumerate().map(|(at, cost)| project(at, cost * 100)).collect();
        let mut ballots = Vec::new();
        for (choices, times, weight) in shapes {
            let mut kept: Vec<(usize, i64)> = Vec::new();
            for (at, points) in choices {
                let at = at % projects.len();
                if !kept.iter().any(|(known, _)| *known == at) {
                    kept.push((at, if matches!(kind, Kind::Points | Kind::Cumulative) { points } else { 1 }));
                }
            }
            for _ in 0..times {
                ballots.push(Ballot { voter: format!("v{}", ballots.len()), choices: kept.clone(), weight: weight * WHOLE_SHARE });
            }
        }
        let meta = vec![
            ("neighborhoods".to_owned(), "north,south".to_owned()),
            ("budget_per_neighborhood".to_owned(), format!("{},{}", budget / 2, budget / 3)),
        ];
        Election { budget: budget * 100, kind, projects, ballots, meta }
    }
}

const KINDS: &[Kind] = &[Kind::Approval, Kind::Points, Kind::Cumulative, Kind::Ordinal];
const APPROVAL: &[Kind] = &[Kind::Approval];

prop_compose! {
    fn settings()(
        rule in prop::sample::select(vec![Rule::EqualShares, Rule::EqualShares, Rule::Greedy, Rule::Phragmen]),
        utility in prop::sample::select(vec![Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda]),
        completion in prop::sample::select(vec![Completion::None, Completion::Add1, Completion::Utilitarian, Completion::Add1Utilitarian]),
        floor in any::<bool>(),
        exhaustive in any::<bool>(),
        compare in any::<bool>(),
        stop_at_misfit in any::<bool>(),
        partial in prop::option::of(0_u32..=1_000_000),
        caps in any::<bool>(),
        threshold in prop::option::of(0_u64..4),
        seed in any::<u64>(),
    ) -> Options {
        Options {
            rule,
            utility: Some(utility),
            completion,
            start: if floor { Start::Floor } else { Start::Exact },
            stop: if exhaustive { Stop::Exhaustive } else { Stop::OverBudget },
            increment: 300,
            lot_seed: seed,
            compare: if compare { Comparison::Greedy } else { Comparison::None },
            misfit: if stop_at_misfit { Misfit::Stop } else { Misfit::Skip },
            threshold,
            partial_last: partial,
            cap_neighbourhood: caps,
            ..Options::default()
        }
    }
}

fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// The Method of Equal Shares as the paper writes it, in fractions, without any shortcut.
fn slowly(election: &Election, utility: Utility, share: &BigRational) -> (Vec<String>, Vec<BigRational>) {
    let mut left: Vec<BigRational> =
        election.ballots.iter().map(|ballot| share * whole(i64::from(ballot.weight)) / whole(i64::from(WHOLE_SHARE))).collect();
    let worth = |ballot: &Ballot, project: usize| {
        let at = ballot.choices.iter().position(|(known, _)| *known == project)?;
        let (factor, worth) = election.worth(utility, ballot, at);
        (worth > 0).then(|| whole(factor) * whole(worth))
    };
    let supporters = |project: usize| -> Vec<(usize, BigRational)> {
        election.ballots.iter().enumerate().filter_map(|(at, ballot)| Some((at, worth(ballot, project)?))).collect()
    };
    let mut open: Vec<usize> = (0..election.projects.len()).filter(|at| election.projects[*at].cost <= election.budget).collect();
    let (mut winners, mut rhos) = (Vec::new(), Vec::new());
    // Free ones in the order of their ids.
    for at in 0..election.projects.len() {
        if election.projects[at].cost == 0 {
            let wanted = election.ballots.iter().any(|ballot| {
                let place = ballot.choices.iter().position(|(known, _)| *known == at);
                place.is_some_and(|place| election.worth(utility, ballot, place).1 > 0)
            });
            if wanted {
                winners.push(election.projects[at].id.clone());
            }
            open.retain(|other| *other != at);
        }
    }
    loop {
        let mut best: Option<(BigRational, usize)> = None;
        for at in &open {
            let who = supporters(*at);
            let cost = whole(election.projects[*at].cost);
            let all: BigRational = who.iter().map(|(voter, _)| left[*voter].clone()).sum();
            if who.is_empty() || all < cost {
                continue;
            }
            // ρ is among the values where one of them is the last who pays in full.
            let mut sorted = who.clone();
            sorted.sort_by(|a, b| (&left[a.0] * &b.1).cmp(&(&left[b.0] * &a.1)));
            let (mut rest, mut units) = (cost, sorted.iter().map(|(_, worth)| worth.clone()).sum::<BigRational>());
            let mut rho = BigRational::zero();
            for (voter, worth) in &sorted {
                rho = &rest / &units;
                if &rho * worth <= left[*voter] {
                    break;
                }
                rest -= &left[*voter];
                units -= worth;
            }
            if best.as_ref().is_none_or(|(least, _)| rho < *least) {
                best = Some((rho, *at));
            }
        }
        let Some((rho, bought)) = best else { return (winners, rhos) };
        for (voter, worth) in supporters(bought) {
            let full = &rho * worth;
            let pays = if full < left[voter] { full } else { left[voter].clone() };
            left[voter] -= pays;
        }
        winners.push(election.projects[bought].id.clone());
        rhos.push(rho);
        open.retain(|at| *at != bought);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn equal_shares_elect_what_the_slow_exact_count_elects(
        election in elections(KINDS),
        utility in prop::sample::select(vec![Utility::Cost, Utility::Cardinality, Utility::Points, Utility::Borda]),
    ) {
        let outcome = count(&election, &Options { utility: Some(utility), ties: vec![TieKey::File], ..Options::default() }).unwrap();
        let weights: i64 = election.ballots.iter().map(|ballot| i64::from(ballot.weight / WHOLE_SHARE)).sum();
        let share = if weights == 0 { BigRational::zero() } else { whole(election.budget) / whole(weights) };
        let (winners, rhos) = slowly(&election, utility, &share);
        prop_assert_eq!(outcome.winner_ids(&election), winners);
        let unit = if utility == Utility::Cost { BigRational::one() } else { whole(100) };
        let ours: Vec<String> = outcome.rounds.iter().filter_map(|round| round.rho.clone()).collect();
        let theirs: Vec<String> = rhos.iter().map(|rho| (rho / &unit).to_string()).collect();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn no_count_overspends_or_funds_what_nobody_supports_and_every_project_is_accounted_for(election in elections(KINDS), options in settings()) {
        let outcome = count(&election, &options).unwrap();
        prop_assert!(outcome.total_cost <= election.budget);
        let paid: i64 = outcome
            .winners
            .iter()
            .map(|at| outcome.partial.filter(|(partial, _)| partial == at).map_or(election.projects[*at].cost, |(_, paid)| paid))
            .sum();
        prop_assert_eq!(paid, outcome.total_cost);
        let votes = election.votes();
        prop_assert!(outcome.winners.iter().all(|at| votes[*at] > 0));
        let mut all: Vec<usize> = outcome.winners.clone();
        for loser in &outcome.losers {
            all.push(election.projects.iter().position(|project| project.id == loser.project).unwrap());
        }
        all.sort_unstable();
        prop_assert_eq!(all, (0..election.projects.len()).collect::<Vec<_>>());
        prop_assert_eq!(outcome.rounds.iter().map(|round| round.project.as_str()).collect::<Vec<_>>(), outcome.winner_ids(&election));
        if options.cap_neighbourhood {
            for (name, most) in [("north", election.budget / 100 / 2), ("south", election.budget / 100 / 3)] {
                let spent: i64 = outcome
                    .winners
                    .iter()
                    .filter(|at| election.projects[**at].neighbourhood.as_deref() == Some(name) && outcome.partial.is_none_or(|(partial, _)| partial != **at))
                    .map(|at| election.projects[*at].cost)
                    .sum();
                prop_assert!(spent <= most * 100);
            }
        }
    }

    #[test]
    fn payments_sum_to_the_cost_and_nobody_pays_more_than_is_left(election in elections(KINDS), options in settings()) {
        let options = Options { rule: Rule::EqualShares, compare: Comparison::None, ..options };
        let outcome = count(&election, &options).unwrap();
        let share: BigRational = outcome.endowment.as_ref().unwrap().parse::<BigRational>().unwrap() * whole(100);
        let mut accounts = outcome.accounts.unwrap();
        let mut left: Vec<BigRational> =
            election.ballots.iter().map(|ballot| &share * whole(i64::from(ballot.weight)) / whole(i64::from(WHOLE_SHARE))).collect();
        let mut before: Option<BigRational> = None;
        let shares = outcome.rounds.iter().filter(|round| round.rho.is_some());
        for (round, (at, told)) in accounts.bought().to_vec().into_iter().zip(shares).enumerate() {
            let mut sum = BigRational::zero();
            let payments = accounts.payments(round);
            prop_assert_eq!(told.payers, Some(payments.len() as u64));
            let most = payments.iter().map(|(_, amount)| amount).max().unwrap();
            prop_assert_eq!(told.max_payment.clone().unwrap(), (most / whole(100)).to_string());
            for (ballot, amount) in payments {
                sum += &amount;
                left[ballot] -= amount;
                prop_assert!(left[ballot] >= BigRational::zero());
            }
            prop_assert_eq!(sum, whole(election.projects[at].cost));
            // ρ never falls from round to round; caps only take projects away.
            let rho: BigRational = told.rho.as_ref().unwrap().parse().unwrap();
            prop_assert!(before.as_ref().is_none_or(|before| *before <= rho));
            before = Some(rho);
        }
        for (ballot, left) in left.iter().enumerate() {
            prop_assert_eq!(&accounts.left(ballot), left);
        }
        for loser in outcome.losers.iter().filter(|loser| loser.reason == tally::Reason::SharesSpent) {
            prop_assert_ne!(loser.missing.as_deref(), Some("0"), "{} could have been bought", loser.project);
        }
    }

    #[test]
    fn no_shuffle_of_ballots_or_projects_and_no_new_ids_change_the_result(
        election in elections(KINDS),
        options in settings(),
        turn in 0_usize..8,
        rename in any::<bool>(),
    ) {
        let size = election.projects.len();
        let moved = |at: usize| (at + turn) % size;
        let mut shuffled = election.clone();
        for (at, project) in election.projects.iter().enumerate() {
            shuffled.projects[moved(at)] = project.clone();
        }
        shuffled.ballots.reverse();
        for ballot in &mut shuffled.ballots {
            for choice in &mut ballot.choices {
                choice.0 = moved(choice.0);
            }
            if election.kind != Kind::Ordinal && !matches!(options.utility, Some(Utility::Borda)) {
                ballot.choices.reverse();
            }
        }
        let ids = |election: &Election, outcome: &tally::Outcome| -> Vec<String> {
            outcome.winner_ids(election).into_iter().map(|id| id.trim_start_matches("a new ").trim_start_matches('q').trim_start_matches('p').to_owned()).collect()
        };
        if rename {
            // In the opposite order of the ids, so that every lot falls differently.
            for project in &mut shuffled.projects {
                let number: usize = project.id[1..].parse().unwrap();
                project.id = format!("q{number}");
                if number.is_multiple_of(2) {
                    project.id = format!("a new q{number}");
                }
            }
        }
        let (before, after) = (count(&election, &options).unwrap(), count(&shuffled, &options).unwrap());
        let by_lot = before.ties.iter().chain(&after.ties).any(|tie| tie.decided_by == TieKey::Lot);
        // Free projects are elected in the order of the lots.
        let free = election.projects.iter().filter(|project| project.cost == 0).count() > 1;
        // Most votes has ties of its own, which are told only where it is the result.
        if !rename || !(by_lot || free || options.compare == Comparison::Greedy) {
            prop_assert_eq!(ids(&election, &before), ids(&shuffled, &after));
            prop_assert_eq!(before.total_cost, after.total_cost);
            prop_assert_eq!(before.endowment, after.endowment);
            prop_assert_eq!(before.runs, after.runs);
        }
    }

    #[test]
    fn equal_shares_keep_what_they_promise_to_groups(election in elections(APPROVAL), borrowed in any::<u64>()) {
        let mut election = election;
        election.ballots.iter_mut().for_each(|ballot| ballot.weight = WHOLE_SHARE);
        let options = |utility| Options { utility: Some(utility), lot_seed: borrowed, ..Options::default() };
        let outcome = count(&election, &options(Utility::Cardinality)).unwrap();
        prop_assert_eq!(justified(&election, &outcome.winners, Utility::Cardinality).unwrap().ejr, None);
        let outcome = count(&election, &options(Utility::Cost)).unwrap();
        let checked = justified(&election, &outcome.winners, Utility::Cost).unwrap();
        prop_assert_eq!(checked.ejr_up_to_one, None);
        prop_assert_eq!(checked.jr, None);
    }

    #[test]
    fn what_is_written_reads_back_as_it_was(election in elections(KINDS), names in prop::collection::vec("[^\r\0]{0,12}", 8)) {
        let mut election = election;
        for (project, name) in election.projects.iter_mut().zip(names) {
            project.name = name.trim().to_owned();
        }
        let written = tally::write(&election, None).unwrap();
        let read = tally::read(written.as_bytes(), tally::Reading::Strict).unwrap();
        prop_assert_eq!(&read.election.projects, &election.projects);
        prop_assert_eq!(&read.election.ballots, &election.ballots);
        prop_assert_eq!((read.election.budget, read.election.kind), (election.budget, election.kind));
        prop_assert!(read.rejected.is_empty() && read.warnings.is_empty());
        let outcome = count(&election, &Options::default()).unwrap();
        let with_result = tally::write(&read.election, Some(&outcome)).unwrap();
        prop_assert_eq!(tally::read(with_result.as_bytes(), tally::Reading::Strict).unwrap().election, read.election);
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "(META|PROJECTS|VOTES|key|value|budget|vote_type|approval|scoring|project_id|cost|voter_id|vote|points|[a-c0-9,;\n\"]){0,60}") {
        let _ = tally::read(text.as_bytes(), tally::Reading::Strict);
        if let Ok(read) = tally::read(text.as_bytes(), tally::Reading::Forgiving) {
            let _ = count(&read.election, &Options::default());
        }
    }
}

#[test]
fn a_group_that_was_passed_over_is_found() {
    let file = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\na;50\nb;50\nc;40\n\
                VOTES\nvoter_id;vote\n1;a,b\n2;a,b\n3;a,b\n4;c\n5;c\n";
    let election = tally::read(file.as_bytes(), tally::Reading::Strict).unwrap().election;
    let most_votes = count(&election, &Options { rule: Rule::Greedy, ties: vec![TieKey::File], ..Options::default() }).unwrap();
    assert_eq!(most_votes.winner_ids(&election), ["a", "b"]);
    let checked = justified(&election, &most_votes.winners, Utility::Cost).unwrap();
    let claim = checked.jr.unwrap();
    assert_eq!((claim.projects, claim.ballots, claim.enough), (vec!["c".to_owned()], 2, 2));
    let shares = count(&election, &Options::default()).unwrap();
    assert_eq!(justified(&election, &shares.winners, Utility::Cost).unwrap().jr, None);
}
