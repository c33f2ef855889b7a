//! The map of a conversation of the open data, in a few lines: `cargo run --release -p opinion --example map -- FOLDER`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example speaks, and tells how long it took")]

use std::fs::File;
use std::path::PathBuf;
use std::time::Instant;

use opinion::{MapOptions, OpinionMap, adjusted_rand_index, read_groups, read_statements, read_votes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder of a conversation")?);
    let log = folder.join("votes.csv");
    let wide = folder.join("participants-votes.csv");
    let begin = Instant::now();
    let statements = match File::open(folder.join("comments.csv")) {
        Ok(file) => read_statements(file)?,
        Err(_) => Vec::new(),
    };
    let (table, _) = read_votes(File::open(if log.exists() { &log } else { &wide })?)?.table(&statements);
    let read = begin.elapsed();
    let begin = Instant::now();
    let map = OpinionMap::new(&table, &statements, &MapOptions::default());
    println!(
        "{} participants, {} statements, {} votes: read in {read:.1?}, mapped in {:.1?}",
        map.participants.len(),
        map.statements.len(),
        map.votes,
        begin.elapsed()
    );
    println!("groups {:?}, silhouettes {:.3?}", map.groups.iter().map(|group| group.size).collect::<Vec<_>>(), map.silhouettes);
    println!("stability {:?}", map.stability_detail);
    for group in &map.groups {
        let told: Vec<String> = group.representative.iter().map(|one| format!("{} {:?}", one.statement, one.direction)).collect();
        println!("group {}: {}", group.id, told.join(", "));
    }
    for warning in &map.warnings {
        println!("! {warning}");
    }
    if let Ok(file) = File::open(&wide) {
        let published = read_groups(file)?;
        let (theirs, ours): (Vec<u32>, Vec<u32>) = map
            .participants
            .iter()
            .zip(map.group_of_each())
            .filter_map(|(id, group)| Some((published.get(id)?.as_str().parse::<u32>().ok()?, group? as u32)))
            .unzip();
        println!("beside the published groups: {:.3} over {} people", adjusted_rand_index(&theirs, &ours), ours.len());
    }
    Ok(())
}
