//! Every table of votes has a map: finite everywhere, the same in reverse order, the same when settled from a live map.
//!
//! The first byte holds the options, the second the states of statements; then three bytes are one vote.
#![no_main]

use opinion::{LiveMap, MapOptions, Moderation, OpinionMap, PictureWords, Statement, Vote, VoteTable, Votes, picture};

fn table(casts: &[(String, String, Vote)], backwards: bool) -> VoteTable {
    let mut votes = Votes::default();
    let mut cast = |place: usize| {
        let (who, what, vote) = &casts[place];
        votes.cast(who, what, *vote, place as i64);
    };
    if backwards { (0..casts.len()).rev().for_each(&mut cast) } else { (0..casts.len()).for_each(&mut cast) }
    votes.into()
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [options, states, rest @ ..] = bytes else { return };
    let casts: Vec<(String, String, Vote)> = rest
        .chunks_exact(3)
        .take(1_500)
        .map(|vote| {
            let value = match vote[2] % 3 {
                0 => Vote::Disagree,
                1 => Vote::Pass,
                _ => Vote::Agree,
            };
            ((vote[0] % 64).to_string(), (vote[1] % 24).to_string(), value)
        })
        .collect();
    let statements: Vec<Statement> = (0..24_u32)
        .map(|place| Statement {
            moderation: match (u32::from(*states) >> (place % 5)) & 3 {
                0 => Moderation::Undecided,
                1 => Moderation::Rejected,
                _ => Moderation::Accepted,
            },
            meta: place % 7 == u32::from(*states) % 11,
            ..Statement::new(&place.to_string())
        })
        .collect();
    let options = MapOptions {
        strict_moderation: options & 1 == 1,
        number_of_groups: (options & 2 == 2).then_some(usize::from(options >> 2)),
        ..MapOptions::default()
    };
    let votes = table(&casts, false);
    let map = OpinionMap::new(&votes, &statements, &options);
    assert!(serde_json::to_value(&map).is_ok());
    let finite = |list: &[f64]| list.iter().all(|value| value.is_finite());
    assert!(map.silhouette.is_finite() && map.stability.is_none_or(f64::is_finite));
    assert!(finite(&map.pca.center) && finite(&map.pca.extremity) && map.pca.components.iter().all(|one| finite(one)));
    assert!(map.projections.iter().all(|(_, position)| finite(position)));
    assert!(map.priority.iter().chain(&map.group_informed_consensus).all(|(_, value)| value.is_finite() && *value >= 0.0));
    for group in &map.groups {
        assert!(group.representative.iter().all(|one| one.repness.is_finite() && one.repness_test.is_finite() && one.p_test.is_finite()));
    }
    assert_eq!(map, OpinionMap::new(&table(&casts, true), &statements, &options), "the order of the file leaves a trace");
    assert!(!picture(&map, &PictureWords::default()).contains("NaN"));
    let begin = casts.len() / 2;
    let mut live = LiveMap::new(&table(&casts[..begin], false), &statements, options);
    for (who, what, vote) in &casts[begin..] {
        live.cast(who, what, *vote);
    }
    let _ = live.map();
    assert_eq!(live.settle(), &map);
});
