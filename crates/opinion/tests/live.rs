//! A map that takes votes one by one is the map made from scratch, or says that it is not yet.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{conversation, planted};
use opinion::{GivenGroups, GroupId, LiveMap, MapOptions, Moderation, OpinionMap, ParticipantId, Statement, Vote, VoteTable, Votes};
use proptest::prelude::*;

fn vote(number: u8) -> Vote {
    match number {
        0 => Vote::Disagree,
        1 => Vote::Pass,
        _ => Vote::Agree,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn settled_it_equals_the_map_from_scratch_and_before_that_its_counts_do(
        casts in prop::collection::vec((0_u8..30, 0_u8..10, 0_u8..3), 1..250),
        begin in 0_usize..250, rejected in prop::collection::vec(any::<bool>(), 10), given in any::<bool>(),
    ) {
        let begin = begin.min(casts.len());
        let options = MapOptions {
            groups: given.then(|| (0..24_u8).map(|who| (ParticipantId::from(who.to_string().as_str()), GroupId::from((who % 3).to_string().as_str()))).collect::<GivenGroups>()),
            ..MapOptions::default()
        };
        let statements: Vec<Statement> = rejected.iter().enumerate().map(|(place, rejected)| Statement {
            moderation: if *rejected && place % 2 == 0 { Moderation::Rejected } else { Moderation::Accepted },
            ..Statement::new(&place.to_string())
        }).collect();
        let table = |count: usize| {
            let mut votes = Votes::default();
            for (place, (who, what, number)) in casts[..count].iter().enumerate() {
                votes.cast(&who.to_string(), &what.to_string(), vote(*number), place as i64);
            }
            VoteTable::from(votes)
        };
        let mut live = LiveMap::new(&table(begin), &statements, options.clone());
        for (who, what, number) in &casts[begin..] {
            live.cast(&who.to_string(), &what.to_string(), vote(*number));
        }
        let all = table(casts.len());
        let scratch = OpinionMap::new(&all, &statements, &options);
        let now = live.map();
        prop_assert_eq!(now.provisional, live.pending() > 0);
        prop_assert_eq!(&now.pca.center, &scratch.pca.center);
        prop_assert_eq!(&now.consensus, &scratch.consensus);
        prop_assert_eq!(now.votes, scratch.votes);
        if given {
            // With given groups, everything counted is exact before the map is settled; only their order may differ.
            for group in &scratch.groups {
                let same = now.groups.iter().find(|one| one.id == group.id).unwrap();
                prop_assert_eq!(&same.votes, &group.votes);
                prop_assert_eq!(&same.representative, &group.representative);
                prop_assert_eq!(&same.members, &group.members);
            }
        }
        prop_assert_eq!(live.settle(), &scratch);
        prop_assert_eq!(live.map(), scratch);
    }
}

#[test]
fn a_moderation_is_provisional_until_it_is_settled() {
    let (votes, _) = planted(3, 2, 60, 20, 0.8, 0.9);
    let mut live = LiveMap::new(&votes, &[], MapOptions::default());
    let rejected = [Statement { moderation: Moderation::Rejected, ..Statement::new("4") }];
    live.moderate(&rejected);
    assert!(live.map().provisional);
    live.settle();
    assert_eq!(live.map(), OpinionMap::new(&votes, &rejected, &MapOptions::default()));
}

#[test]
fn a_newcomer_of_a_real_conversation_joins_the_group_that_the_whole_map_gives() {
    let (table, statements) = conversation("vtaiwan.uberx");
    let whole = OpinionMap::new(&table, &statements, &MapOptions::default());
    let of = whole.group_of_each();
    let newcomers: Vec<usize> = (0..table.participants().len()).filter(|row| of[*row].is_some() && row % 40 == 7).collect();
    let mut before = Votes::default();
    for row in (0..table.participants().len()).filter(|row| !newcomers.contains(row)) {
        for (column, vote) in table.row(row) {
            before.cast(table.participants()[row].as_str(), table.statements()[column].as_str(), vote, 0);
        }
    }
    let mut live = LiveMap::new(&before.into(), &statements, MapOptions::default());
    for row in &newcomers {
        for (column, vote) in table.row(*row) {
            live.cast(table.participants()[*row].as_str(), table.statements()[column].as_str(), vote);
        }
    }
    let now = live.map();
    assert!(now.provisional && now.warnings.iter().any(|warning| warning.contains("provisional")));
    let then = now.group_of_each();
    let right = newcomers.iter().filter(|row| then[**row] == of[**row]).count();
    assert!(right * 100 >= newcomers.len() * 95, "{right} of {}", newcomers.len());
    assert_eq!(live.settle(), &whole);
}

#[test]
fn a_newcomer_joins_the_right_one_of_five_groups_although_they_overlap_in_the_picture() {
    let (table, planted) = planted(5, 5, 400, 60, 0.6, 0.9);
    let names = |row: usize, column: usize| (table.participants()[row].as_str(), table.statements()[column].as_str());
    let (newcomers, others): (Vec<usize>, Vec<usize>) = (0..table.participants().len()).partition(|row| row % 8 == 3);
    let mut before = Votes::default();
    for (row, (column, vote)) in others.into_iter().flat_map(|row| table.row(row).map(move |one| (row, one))) {
        let (who, what) = names(row, column);
        before.cast(who, what, vote, 0);
    }
    let mut live = LiveMap::new(&before.into(), &[], MapOptions::default());
    for (row, (column, vote)) in newcomers.into_iter().flat_map(|row| table.row(row).map(move |one| (row, one))) {
        let (who, what) = names(row, column);
        live.cast(who, what, vote);
    }
    let now = live.map();
    assert!(now.provisional);
    assert_eq!((now.directions, now.groups.len()), (4, 5));
    let of: Vec<u32> = now.participants.iter().map(|id| planted[id.as_str().parse::<usize>().unwrap()]).collect();
    let joined: Vec<u32> = now.group_of_each().iter().map(|group| group.map_or(99, |group| group as u32)).collect();
    assert!(opinion::adjusted_rand_index(&of, &joined) >= 0.97);
    assert_eq!(live.settle(), &OpinionMap::new(&table, &[], &MapOptions::default()));
}

#[test]
fn who_is_in_stays_in_when_asked() {
    let mut votes = Votes::default();
    for person in 0..20_u32 {
        for statement in 0..4_u32 {
            votes.cast(
                &person.to_string(),
                &statement.to_string(),
                if (person + statement) % 2 == 0 { Vote::Agree } else { Vote::Disagree },
                0,
            );
        }
    }
    let mut live = LiveMap::new(&votes.into(), &[], MapOptions::default());
    live.keep_everybody_in();
    for person in 0..16_u32 {
        for statement in 4..9 {
            live.cast(&person.to_string(), &statement.to_string(), Vote::Agree);
        }
    }
    // Nine statements now ask for seven votes; four people have four.
    let members: usize = live.settle().groups.iter().map(|group| group.size).sum();
    assert_eq!(members, 20);
    let without: usize = OpinionMap::new(&live.table(), &[], &MapOptions::default()).groups.iter().map(|group| group.size).sum();
    assert_eq!(without, 16);
}
