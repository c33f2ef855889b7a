//! What several tests need: the shared data, and made-up conversations.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs::File;
use std::path::{Path, PathBuf};

use opinion::{Statement, Vote, VoteTable, Votes, read_statements, read_votes};
use serde_json::Value;

/// A file of the shared data.
pub fn shared(path: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/opinion").join(path);
    assert!(
        file.exists(),
        "{} is not there: this test needs the folder shared/ beside the repository, which a clone alone does not have",
        file.display()
    );
    file
}

pub fn json(path: &str) -> Value {
    serde_json::from_reader(std::io::BufReader::new(File::open(shared(path)).unwrap())).unwrap()
}

/// A conversation of the open data: its votes as far as possible from the log, its statements.
pub fn conversation(name: &str) -> (VoteTable, Vec<Statement>) {
    let folder = shared(&format!("raw/{name}"));
    let log = folder.join("votes.csv");
    let votes = if log.exists() { log } else { folder.join("participants-votes.csv") };
    let statements = read_statements(File::open(folder.join("comments.csv")).unwrap()).unwrap();
    let (table, warning) = read_votes(File::open(votes).unwrap()).unwrap().table(&statements);
    assert_eq!(warning, None);
    (table, statements)
}

pub const CONVERSATIONS: [&str; 5] = [
    "15-per-hour-seattle",
    "american-assembly.bowling-green",
    "austria-climate.2vkxcncppn.2022-07-07",
    "london.youth.policing",
    "vtaiwan.uberx",
];

/// The next number of a small generator.
pub fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) ^ (*state >> 12)
}

pub fn chance(state: &mut u64) -> f64 {
    (next(state) % 1_000_003) as f64 / 1_000_003.0
}

/// People of planted groups: on each statement a group leans one way, and a person follows with some chance.
/// Returns (votes, group of each participant in the order of their numbers).
pub fn planted(seed: u64, groups: usize, people: usize, statements: usize, seen: f64, loyal: f64) -> (VoteTable, Vec<u32>) {
    let mut state = seed.wrapping_mul(0x9E37_79B9) ^ 0x1234_5678;
    for _ in 0..8 {
        next(&mut state);
    }
    let leaning: Vec<Vec<bool>> = (0..statements).map(|_| (0..groups).map(|_| next(&mut state).is_multiple_of(2)).collect()).collect();
    let mut votes = Votes::default();
    let mut planted = Vec::new();
    for person in 0..people {
        let group = person % groups;
        let mut voted = false;
        for (statement, leaning) in leaning.iter().enumerate() {
            if chance(&mut state) < seen || (!voted && statement + 1 == statements) {
                voted = true;
                let draw = chance(&mut state);
                let vote = if draw < 0.1 {
                    Vote::Pass
                } else if (chance(&mut state) < loyal) == leaning[group] {
                    Vote::Agree
                } else {
                    Vote::Disagree
                };
                votes.cast(&person.to_string(), &statement.to_string(), vote, 0);
            }
        }
        planted.push(group as u32);
    }
    (votes.into(), planted)
}
