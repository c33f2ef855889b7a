//! What holds for every table of votes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{CONVERSATIONS, conversation, next, planted};
use opinion::{MapOptions, Moderation, OpinionMap, Statement, Vote, VoteTable, Votes, adjusted_rand_index, smallest_group};
use proptest::prelude::*;

type Cast = (String, String, Vote);

fn casts(table: &VoteTable) -> Vec<Cast> {
    (0..table.participants().len())
        .flat_map(|row| {
            let who = table.participants()[row].to_string();
            table.row(row).map(|(column, vote)| (who.clone(), table.statements()[column].to_string(), vote)).collect::<Vec<_>>()
        })
        .collect()
}

fn table(casts: &[Cast]) -> VoteTable {
    let mut votes = Votes::default();
    for (who, what, vote) in casts {
        votes.cast(who, what, *vote, 0);
    }
    votes.into()
}

fn shuffled<T>(list: &mut [T], seed: u64) {
    let mut state = seed | 1;
    for _ in 0..4 {
        next(&mut state);
    }
    for place in (1..list.len()).rev() {
        list.swap(place, (next(&mut state) % (place as u64 + 1)) as usize);
    }
}

fn map(table: &VoteTable) -> OpinionMap {
    OpinionMap::new(table, &[], &MapOptions::default())
}

/// The group of each participant of the first map, in both maps; `renamed` tells the name in the second.
fn both_labels(first: &OpinionMap, second: &OpinionMap, renamed: impl Fn(&str) -> String) -> (Vec<u32>, Vec<u32>) {
    let of = second.group_of_each();
    first
        .participants
        .iter()
        .zip(first.group_of_each())
        .map(|(id, group)| {
            let row = second.participants.iter().position(|other| other.as_str() == renamed(id.as_str())).unwrap();
            (group.map_or(99, |group| group as u32), of[row].map_or(99, |group| group as u32))
        })
        .unzip()
}

fn all_numbers(map: &OpinionMap) -> Vec<f64> {
    let mut numbers = vec![map.silhouette, map.stability.unwrap_or(0.0)];
    numbers.extend(&map.pca.center);
    numbers.extend(map.pca.components.iter().flatten());
    numbers.extend(&map.pca.extremity);
    numbers.extend(map.pca.statement_projection.iter().flatten());
    numbers.extend(map.pca.explained);
    numbers.extend(map.projections.iter().flat_map(|(_, position)| position));
    numbers.extend(map.silhouettes.iter().map(|(_, score)| score));
    for group in &map.groups {
        numbers.extend(group.center);
        for one in &group.representative {
            numbers.extend([one.p_success, one.p_test, one.repness, one.repness_test]);
        }
    }
    for list in [&map.group_informed_consensus, &map.group_informed_disagreement, &map.priority] {
        numbers.extend(list.iter().map(|(_, value)| value));
    }
    for shared in map.consensus.agree.iter().chain(&map.consensus.disagree) {
        numbers.extend([shared.p_success, shared.p_test]);
    }
    numbers
}

fn holds_together(map: &OpinionMap) {
    assert!(all_numbers(map).iter().all(|number| number.is_finite()), "{map:?}");
    assert!((-1.0..=1.0).contains(&map.silhouette));
    assert!(map.pca.center.iter().all(|mean| (-1.0..=1.0).contains(mean)));
    assert!(map.priority.iter().all(|(_, weight)| *weight >= 0.0));
    assert!(map.group_informed_consensus.iter().all(|(_, chance)| (0.0..=1.0).contains(chance)));
    let members: usize = map.groups.iter().map(|group| group.size).sum();
    assert!(members <= map.participants.len());
    assert!(map.groups.len() <= 5);
    if map.groups.len() > 1 {
        assert!(map.groups.iter().all(|group| group.size >= smallest_group(members)), "no group is too small");
    }
    assert_eq!(map.groups.is_empty(), map.participants.is_empty());
    assert!(serde_json::to_string(map).is_ok_and(|text| !text.contains("null,\"projections") && !text.contains("NaN")));
}

fn a_vote() -> impl Strategy<Value = Vote> {
    prop_oneof![3 => Just(Vote::Agree), 2 => Just(Vote::Disagree), 1 => Just(Vote::Pass)]
}

/// Small tables with many ties, and larger ones.
fn some_casts() -> impl Strategy<Value = Vec<Cast>> {
    (1_usize..40, 1_usize..14).prop_flat_map(|(people, statements)| {
        prop::collection::btree_map((0..people, 0..statements), a_vote(), 0..people * statements + 1)
            .prop_map(|votes| votes.into_iter().map(|((who, what), vote)| (who.to_string(), what.to_string(), vote)).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_table_gives_a_map_without_a_number_that_is_none(casts in some_casts(), strict in any::<bool>(), states in prop::collection::vec((-1_i8..2, any::<bool>()), 14)) {
        let table = table(&casts);
        let statements: Vec<Statement> = states.iter().enumerate().map(|(place, (state, meta))| Statement {
            moderation: match state { -1 => Moderation::Rejected, 0 => Moderation::Undecided, _ => Moderation::Accepted },
            meta: *meta && place % 3 == 0,
            ..Statement::new(&place.to_string())
        }).collect();
        holds_together(&OpinionMap::new(&table, &statements, &MapOptions { strict_moderation: strict, ..MapOptions::default() }));
        holds_together(&map(&table));
    }

    #[test]
    fn the_order_of_votes_leaves_no_trace(casts in some_casts(), seed in any::<u64>()) {
        let first = map(&table(&casts));
        let mut other = casts;
        shuffled(&mut other, seed);
        // Equal to the last bit, in every number.
        prop_assert_eq!(first, map(&table(&other)));
    }

    #[test]
    fn new_names_change_no_group(seed in any::<u64>(), groups in 2_usize..6) {
        let (votes, _) = planted(seed, groups, 45, 30, 0.8, 0.85);
        let first = map(&votes);
        let mut people: Vec<usize> = (0..45).collect();
        let mut statements: Vec<usize> = (0..30).collect();
        shuffled(&mut people, seed);
        shuffled(&mut statements, seed.rotate_left(7));
        let renamed = |id: &str| format!("p{}", people[id.parse::<usize>().unwrap()]);
        let other: Vec<Cast> = casts(&votes)
            .into_iter()
            .map(|(who, what, vote)| (renamed(&who), format!("s{}", statements[what.parse::<usize>().unwrap()]), vote))
            .collect();
        let second = map(&table(&other));
        let (before, after) = both_labels(&first, &second, renamed);
        prop_assert_eq!(adjusted_rand_index(&before, &after), 1.0);
        prop_assert_eq!(first.stability, second.stability);
        for (id, position) in &first.projections {
            prop_assert_eq!(*position, second.position_of(&renamed(id.as_str())).unwrap());
        }
    }

    #[test]
    fn the_latest_vote_counts_wherever_it_stands_in_the_file(votes in prop::collection::vec((0_u8..4, 0_u8..3, a_vote()), 1..30), seed in any::<u64>()) {
        let cast = |order: &[usize]| {
            let mut cast = Votes::default();
            for place in order {
                let (who, what, vote) = votes[*place];
                cast.cast(&who.to_string(), &what.to_string(), vote, *place as i64);
            }
            VoteTable::from(cast)
        };
        let mut order: Vec<usize> = (0..votes.len()).collect();
        let first = cast(&order);
        shuffled(&mut order, seed);
        prop_assert_eq!(&first, &cast(&order));
        for (who, what, vote) in votes.iter().enumerate().filter(|(place, (who, what, _))| !votes[place + 1..].iter().any(|(w, s, _)| (w, s) == (who, what))).map(|(_, one)| one) {
            let row = first.row_of(&who.to_string()).unwrap();
            let column = first.column_of(&what.to_string()).unwrap();
            prop_assert!(first.row(row).any(|one| one == (column, *vote)));
        }
    }
}

/// How alike found groups and planted ones are; the planted group of each stands in the order of their numbers.
fn alike(map: &OpinionMap, planted: &[u32]) -> f64 {
    let found: Vec<u32> = map.group_of_each().iter().map(|group| group.map_or(99, |group| group as u32)).collect();
    let planted: Vec<u32> = map.participants.iter().map(|id| planted[id.as_str().parse::<usize>().unwrap()]).collect();
    adjusted_rand_index(&planted, &found)
}

#[test]
fn planted_groups_are_found() {
    for groups in 2..=5 {
        for seed in 0..12 {
            let (votes, planted) = planted(seed, groups, 400, 60, 0.6, 0.9);
            let map = map(&votes);
            let alike = alike(&map, &planted);
            assert!(alike >= 0.97, "{groups} groups, seed {seed}: {alike}, silhouettes {:?}", map.silhouettes);
            assert!(map.stability.unwrap() > 0.9, "{groups} groups, seed {seed}: {:?}", map.stability);
            assert_eq!(map.directions, 2.max(groups - 1), "{groups} groups, seed {seed}");
        }
    }
}

#[test]
fn planted_groups_are_found_among_more_people_than_are_looked_at() {
    for groups in 2..=5 {
        let (votes, planted) = planted(40 + groups as u64, groups, 6_000, 50, 0.5, 0.9);
        let map = OpinionMap::new(&votes, &[], &MapOptions { without_stability: true, ..MapOptions::default() });
        let alike = alike(&map, &planted);
        assert!(alike >= 0.97, "{groups} groups: {alike}, silhouettes {:?}", map.silhouettes);
    }
}

#[test]
fn planted_groups_stay_the_same_when_rows_columns_and_names_are_shuffled() {
    for groups in 2..=5 {
        for seed in 0..4 {
            let (votes, _) = planted(seed, groups, 400, 60, 0.6, 0.9);
            let first = map(&votes);
            let renamed = |id: &str| format!("{:08x}", id.parse::<u32>().unwrap().wrapping_add(3).wrapping_mul(0x9E37_79B1));
            let mut other: Vec<Cast> = casts(&votes).into_iter().map(|(who, what, vote)| (renamed(&who), renamed(&what), vote)).collect();
            shuffled(&mut other, seed + 9);
            let second = map(&table(&other));
            let (before, after) = both_labels(&first, &second, renamed);
            assert_eq!(adjusted_rand_index(&before, &after), 1.0, "{groups} groups, seed {seed}");
            assert_eq!((first.stability, first.directions), (second.stability, second.directions), "{groups} groups, seed {seed}");
        }
    }
}

#[test]
fn asked_for_two_directions_groups_are_those_of_the_picture_as_in_polis() {
    let as_polis = MapOptions { directions: Some(2), ..MapOptions::default() };
    let in_the_picture = |map: &OpinionMap| {
        assert_eq!(map.directions, 2);
        // K-means has come to rest in the picture: nobody stands nearer to the middle of another group.
        for (row, group) in map.group_of_each().iter().enumerate().filter_map(|(row, group)| Some((row, (*group)?))) {
            let [across, up] = map.projections[row].1;
            let away = |place: usize| (map.groups[place].center[0] - across).hypot(map.groups[place].center[1] - up);
            assert!((0..map.groups.len()).all(|other| away(group) <= away(other) + 1e-9));
        }
    };
    for name in CONVERSATIONS {
        let (votes, statements) = conversation(name);
        let polis = OpinionMap::new(&votes, &statements, &as_polis);
        in_the_picture(&polis);
        // Where no four or five groups stand apart in more directions, the same is found without asking.
        assert_eq!(OpinionMap::new(&votes, &statements, &MapOptions::default()), polis, "{name}");
    }
    for groups in 2..=5 {
        let (votes, _) = planted(1, groups, 400, 60, 0.6, 0.9);
        let polis = OpinionMap::new(&votes, &[], &as_polis);
        in_the_picture(&polis);
        let ours = map(&votes);
        assert_eq!(ours.projections, polis.projections, "the picture stays the same");
        assert_eq!(ours.pca, polis.pca);
        assert_eq!(ours == polis, groups <= 3, "three groups lie in a plane, more do not");
    }
}

#[test]
fn a_map_without_stability_is_the_same_map() {
    let (votes, statements) = conversation("london.youth.policing");
    let whole = OpinionMap::new(&votes, &statements, &MapOptions::default());
    let mut without = OpinionMap::new(&votes, &statements, &MapOptions { without_stability: true, ..MapOptions::default() });
    assert_eq!((without.stability, &without.stability_detail), (None, &None));
    assert!(whole.stability_detail.is_some());
    without.stability = whole.stability;
    without.stability_detail.clone_from(&whole.stability_detail);
    without.warnings.clone_from(&whole.warnings);
    assert_eq!(without, whole);
}

#[test]
fn real_conversations_keep_their_groups_when_rows_columns_and_names_are_shuffled() {
    for name in CONVERSATIONS {
        let (votes, statements) = conversation(name);
        let first = OpinionMap::new(&votes, &statements, &MapOptions::default());
        holds_together(&first);
        let renamed = |id: &str| format!("{:08x}", id.parse::<u32>().unwrap().wrapping_add(7).wrapping_mul(0x9E37_79B1));
        let mut other: Vec<Cast> = casts(&votes).into_iter().map(|(who, what, vote)| (renamed(&who), renamed(&what), vote)).collect();
        shuffled(&mut other, 5);
        let moderated: Vec<Statement> = statements
            .iter()
            .map(|statement| Statement {
                moderation: statement.moderation,
                meta: statement.meta,
                ..Statement::new(&renamed(statement.id.as_str()))
            })
            .collect();
        let second = OpinionMap::new(&table(&other), &moderated, &MapOptions::default());
        let (before, after) = both_labels(&first, &second, renamed);
        assert_eq!(adjusted_rand_index(&before, &after), 1.0, "{name}");
        assert_eq!(first.stability, second.stability, "{name}");
        assert_eq!(first.seed, second.seed, "{name}");
    }
}

#[test]
fn empty_lonely_unanimous_silent_and_moderated_conversations_have_a_map() {
    let all = |people: usize, statements: usize, vote: fn(usize, usize) -> Vote| -> VoteTable {
        let casts: Vec<Cast> =
            (0..people).flat_map(|who| (0..statements).map(move |what| (who.to_string(), what.to_string(), vote(who, what)))).collect();
        table(&casts)
    };
    let cases: [(&str, VoteTable); 8] = [
        ("nobody", VoteTable::from(Votes::default())),
        ("one voter", all(1, 9, |_, what| if what % 2 == 0 { Vote::Agree } else { Vote::Disagree })),
        ("one voter, one statement", all(1, 1, |_, _| Vote::Agree)),
        ("two voters", all(2, 5, |who, _| if who == 0 { Vote::Agree } else { Vote::Disagree })),
        ("one statement", all(30, 1, |who, _| if who % 3 == 0 { Vote::Agree } else { Vote::Disagree })),
        ("only passes", all(30, 9, |_, _| Vote::Pass)),
        ("unanimity", all(30, 9, |_, what| if what % 2 == 0 { Vote::Agree } else { Vote::Disagree })),
        ("two camps", all(30, 9, |who, what| if (who + what) % 2 == 0 { Vote::Agree } else { Vote::Disagree })),
    ];
    for (name, votes) in cases {
        let free = map(&votes);
        holds_together(&free);
        assert!(name == "two camps" || name == "one statement" || !free.warnings.is_empty(), "{name} says what is missing");
        let rejected: Vec<Statement> =
            (0..9).map(|place| Statement { moderation: Moderation::Rejected, ..Statement::new(&place.to_string()) }).collect();
        let moderated = OpinionMap::new(&votes, &rejected, &MapOptions::default());
        holds_together(&moderated);
        assert!(moderated.groups.len() <= 1, "{name}: nothing is left to divide people");
        assert!(moderated.consensus.agree.is_empty() && moderated.consensus.disagree.is_empty());
    }
    let one_group = map(&all(30, 9, |_, _| Vote::Agree));
    assert_eq!(one_group.groups.len(), 1);
    assert_eq!(one_group.consensus.agree.len(), 5);
    assert_eq!(map(&all(30, 9, |who, what| if (who + what) % 2 == 0 { Vote::Agree } else { Vote::Disagree })).groups.len(), 2);
}

#[test]
fn one_outlier_is_never_a_group() {
    // Forty people in two camps that lean, and one who is against everything alone.
    let mut casts: Vec<Cast> = Vec::new();
    let mut state = 11;
    for who in 0..40 {
        for what in 0..24 {
            let leaning = (what < 4) == (who % 2 == 0);
            let vote = match next(&mut state) % 10 {
                0..7 if what < 8 && leaning => Vote::Agree,
                0..7 if what < 8 => Vote::Disagree,
                _ => Vote::Pass,
            };
            casts.push((who.to_string(), what.to_string(), if what >= 8 { Vote::Agree } else { vote }));
        }
    }
    for what in 0..24 {
        casts.push(("lonely".to_owned(), what.to_string(), Vote::Disagree));
    }
    let map = map(&table(&casts));
    assert!(map.groups.iter().all(|group| group.size >= 3), "{:?}", map.groups.iter().map(|group| group.size).collect::<Vec<_>>());
    holds_together(&map);
}

#[test]
fn threads_leave_no_trace() {
    let (votes, statements) = conversation("15-per-hour-seattle");
    let on = |threads: usize| {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap()
            .install(|| OpinionMap::new(&votes, &statements, &MapOptions::default()))
    };
    let one = on(1);
    assert_eq!(one, on(2));
    assert_eq!(one, on(7));
}
