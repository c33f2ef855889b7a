//! Why did this project lose? `cargo run -p tally --example why -- FILE.pb [PROJECT]`
//!
//! Counts by equal shares with add1, as in Assen, and tells of one project, or of all that lost, where the money of its
//! supporters went: `../shared/data/tally/instances/Netherlands_Assen_2024.pb 7`.
#![allow(clippy::print_stdout, reason = "an example speaks to the person at the terminal")]

use std::error::Error;
use tally::{Completion, Options, Reading, count, read};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("which file? FILE.pb [PROJECT]")?;
    let asked = arguments.next();
    let election = read(&std::fs::read(&file)?, Reading::Forgiving)?.election;
    let outcome = count(&election, &Options { completion: Completion::Add1, ..Options::default() })?;
    println!("{} of {} projects are funded: {}", outcome.winners.len(), election.projects.len(), outcome.winner_ids(&election).join(", "));
    for loser in outcome.losers.iter().filter(|loser| asked.as_ref().is_none_or(|asked| *asked == loser.project)) {
        println!("\n{} costs {} and has {} supporters ({:?})", loser.project, loser.cost, loser.supporters, loser.reason);
        if let (Some(left), Some(missing)) = (&loser.left, &loser.missing) {
            println!("  they have {left} left together; {missing} is missing");
        }
        for taken in &loser.taken {
            println!("  {} of them paid {} for {}", taken.supporters, taken.amount, taken.project);
        }
    }
    Ok(())
}
