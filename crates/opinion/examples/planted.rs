//! Writes a made-up conversation with planted groups, for measurements:
//! `cargo run --release -p opinion --example planted -- PARTICIPANTS STATEMENTS VOTES_EACH > votes.csv`.
//!
//! Each of three groups leans for or against each statement; a person follows the group in 85 of 100 votes, and passes on
//! one statement of ten. The group of participant p is p modulo 3.

use std::io::{BufWriter, Write};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sizes: Vec<u64> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let [participants, statements, each] = sizes[..] else { return Err("three numbers: participants, statements, votes of each".into()) };
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let leaning: Vec<u64> = (0..statements).map(|_| random.next_u64()).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "timestamp,datetime,comment-id,voter-id,vote")?;
    for participant in 0..participants {
        for vote in 0..each {
            // A stride through the statements, so that nobody votes twice on one.
            let statement = (random.next_u64() % (statements / each).max(1) + vote * (statements / each).max(1)) % statements;
            let follows = random.next_u64() % 100 < 85;
            let for_it = (leaning[statement as usize] >> (participant % 3) & 1 == 1) == follows;
            let value = match (random.next_u64() % 10, for_it) {
                (0, _) => 0,
                (_, true) => 1,
                (_, false) => -1,
            };
            let time = 1_700_000_000_000 + (participant * each + vote) * 1_000;
            writeln!(out, "{time},Tue Nov 14 22:13:20 UTC 2023,{statement},{participant},{value}")?;
        }
    }
    Ok(out.flush()?)
}
