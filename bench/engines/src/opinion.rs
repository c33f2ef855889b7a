//! Opinion maps beside red-dwarf: the same votes, both from the loaded table to the whole result.

use crate::report::Report;
use crate::setting::{Setting, peak_memory, shortest};
use opinion::{MapOptions, OpinionMap, Statement, VoteTable, read_statements, read_votes};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// Measures opinion maps.
///
/// # Errors
/// When a file or the peer is missing, or both see other directions in the same votes.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<(), String> {
    for (name, gate) in [("15-per-hour-seattle", 0.0), ("vtaiwan.uberx", 0.0), ("american-assembly.bowling-green", 50.0)] {
        beside_red_dwarf(setting, report, name, gate)?;
    }
    let large = setting.alone("opinion-large")?;
    let number = |key: &str| large[key].as_f64().unwrap_or(f64::NAN);
    let what = format!(
        "a made-up conversation ({} participants × {} statements, {} votes)",
        large["participants"], large["statements"], large["votes"]
    );
    report.at_most(&format!("{what}: reading votes.csv and mapping"), number("reading") + number("mapping"), 10.0, "s");
    report.note(&format!("{what}: processor time of both"), format!("{:.2} s", number("processor")));
    report.at_most(&format!("{what}: memory"), number("peak"), 500.0, "MB");
    report.at_most(&format!("{what}: people outside their planted group"), number("misplaced"), 0.01, "of all");
    Ok(())
}

fn loaded(folder: &Path) -> Result<(VoteTable, Vec<Statement>), String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
    let log = folder.join("votes.csv");
    let votes = if log.exists() { log } else { folder.join("participants-votes.csv") };
    let comments = File::open(folder.join("comments.csv")).map_err(|error| said(&error))?;
    let statements = read_statements(comments).map_err(|error| said(&error))?;
    let votes = read_votes(File::open(votes).map_err(|error| said(&error))?).map_err(|error| said(&error))?;
    Ok((votes.table(&statements).0, statements))
}

fn beside_red_dwarf(setting: &Setting, report: &mut Report, name: &str, gate: f64) -> Result<(), String> {
    let folder = setting.data.join("opinion/raw").join(name);
    let (table, statements) = loaded(&folder)?;
    // The peer does not measure how stable its groups are: what both make is compared, the rest has a line of its own.
    let as_peer = MapOptions { without_stability: true, ..MapOptions::default() };
    let (ours, _) = shortest(20, || OpinionMap::new(&table, &statements, &as_peer));
    let (whole, map) = shortest(10, || OpinionMap::new(&table, &statements, &MapOptions::default()));
    let sizes: Vec<usize> = map.groups.iter().map(|group| group.size).collect();
    let what = format!("map: {name} ({} × {}, groups {sizes:?})", map.participants.len(), map.statements.len());
    let stability = format!("{what}: with stability (10 maps of four fifths of the people)");
    let Some(theirs) = setting.peer("opinion.py", &[&folder.to_string_lossy()])? else {
        report.note(&what, format!("{:.2} ms", ours * 1000.0));
        report.note(&stability, format!("{:.2} ms", whole * 1000.0));
        return Ok(());
    };
    for (component, values) in map.pca.components.iter().enumerate() {
        let cosine: f64 = values
            .iter()
            .zip(theirs["components"][component].as_array().into_iter().flatten())
            .map(|(ours, theirs)| ours * theirs.as_f64().unwrap_or(f64::NAN))
            .sum();
        if cosine.abs() < 0.999_999 {
            return Err(format!("{name}: red-dwarf sees another direction {component} (cosine {cosine})"));
        }
    }
    report.ratio(&format!("{what}, there {}", theirs["sizes"]), ours, theirs["map"].as_f64().unwrap_or(f64::NAN), gate);
    report.note(&stability, format!("{:.2} ms", whole * 1000.0));
    Ok(())
}

/// Seconds of processor that this process used so far: on a busy machine it says more than the clock.
fn processor_time() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    ticks / 100.0
}

const PARTICIPANTS: u64 = 100_000;
const STATEMENTS: u64 = 500;
const VOTES_EACH: u64 = 25;

/// Three planted groups: each leans for or against every statement, a person follows it in 85 of 100 votes.
fn large(path: &Path) -> std::io::Result<()> {
    let mut state = 2026_u64;
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let leaning: Vec<u64> = (0..STATEMENTS).map(|_| next()).collect();
    let mut out = std::io::BufWriter::new(File::create(path)?);
    writeln!(out, "timestamp,datetime,comment-id,voter-id,vote")?;
    for participant in 0..PARTICIPANTS {
        for vote in 0..VOTES_EACH {
            let stride = STATEMENTS / VOTES_EACH;
            let statement = vote * stride + next() % stride;
            let leans = leaning[usize::try_from(statement).unwrap_or_default()] >> (participant % 3) & 1 == 1;
            let value = match (next() % 10, leans == (next() % 100 < 85)) {
                (0, _) => 0,
                (_, true) => 1,
                (_, false) => -1,
            };
            writeln!(
                out,
                "{},Tue Nov 14 22:13:20 UTC 2023,{statement},{participant},{value}",
                1_700_000_000_000 + participant * 25 + vote
            )?;
        }
    }
    out.flush()
}

/// The cases that run in a process of their own.
pub fn case(_: &Setting, name: &str) -> Option<Result<Value, String>> {
    (name == "opinion-large").then(|| {
        let path = std::env::temp_dir().join(format!("opinion-large-{}.csv", std::process::id()));
        let measured = large(&path).map_err(|error| error.to_string()).and_then(|()| {
            let before = processor_time();
            let (reading, table) = shortest(1, || {
                File::open(&path).map_err(|error| error.to_string()).and_then(|file| read_votes(file).map_err(|error| error.to_string()))
            });
            let table = table?.table(&[]).0;
            let (mapping, map) = shortest(1, || OpinionMap::new(&table, &[], &MapOptions::default()));
            let processor = processor_time() - before;
            let mut counts = std::collections::BTreeMap::<(usize, u64), u64>::new();
            for (id, group) in map.participants.iter().zip(map.group_of_each()) {
                let planted = id.as_str().parse::<u64>().unwrap_or_default() % 3;
                *counts.entry((group.unwrap_or(usize::MAX), planted)).or_default() += 1;
            }
            let placed: u64 =
                (0..map.groups.len()).filter_map(|group| (0..3).filter_map(|planted| counts.get(&(group, planted))).max()).sum();
            Ok(json!({
                "participants": map.participants.len(), "statements": map.statements.len(), "votes": map.votes,
                "reading": reading, "mapping": mapping, "peak": peak_memory(), "processor": processor,
                "misplaced": 1.0 - placed as f64 / map.participants.len() as f64,
            }))
        });
        let _ = std::fs::remove_file(&path);
        measured
    })
}
