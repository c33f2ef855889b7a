//! Counting beside pabutools: the same file, the same rule, the same order of ties.

use crate::report::Report;
use crate::setting::{Setting, peak_memory, shortest};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tally::{Completion, Options, Reading, Rule, Stop, TieKey, count, read};

/// The peer is stopped after so many seconds; what it took then is at least that.
const PATIENCE: &str = "120";

/// Measures counting.
///
/// # Errors
/// When a file or a peer is missing, or both elect different projects.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<(), String> {
    for (file, completion, gate) in [
        ("Netherlands_Assen_2024", Completion::Add1, 0.0),
        ("Poland_Swiecie_2023", Completion::Add1, 0.0),
        // Issue 5 asks a hundred times for add1 only.
        ("Netherlands_Amsterdam_252", Completion::None, 0.0),
        ("Netherlands_Amsterdam_252", Completion::Add1, 100.0),
    ] {
        beside_pabutools(setting, report, file, completion, gate)?;
    }
    let city = setting.alone("tally-city")?;
    let number = |key: &str| city[key].as_f64().unwrap_or(f64::NAN);
    let what = format!("a made-up city (90,000 ballots × 160 projects, {} runs, {} winners)", city["runs"], city["winners"]);
    report.at_most(&format!("{what}: reading and add1, exact"), number("reading") + number("counting"), 2.0, "s");
    report.at_most(&format!("{what}: memory"), number("peak"), 500.0, "MB");
    Ok(())
}

fn beside_pabutools(setting: &Setting, report: &mut Report, file: &str, completion: Completion, gate: f64) -> Result<(), String> {
    let path = setting.data.join("tally/instances").join(format!("{file}.pb"));
    let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (reading, read) = shortest(5, || read(&bytes, Reading::Forgiving));
    let election = read.map_err(|error| error.to_string())?.election;
    let options = Options { rule: Rule::EqualShares, completion, stop: Stop::Exhaustive, ties: vec![TieKey::Id], ..Options::default() };
    let (ours, outcome) = shortest(5, || count(&election, &options));
    let outcome = outcome.map_err(|error| error.to_string())?;
    let word = if completion == Completion::Add1 { "add1" } else { "mes" };
    let what = format!("{word}, cost, exact: {file} ({} ballots, {} runs)", election.ballots.len(), outcome.runs);
    let Some(theirs) = setting.peer("tally.py", &[&path.to_string_lossy(), word, PATIENCE])? else {
        report.note(&what, format!("{:.2} ms", ours * 1000.0));
        return Ok(());
    };
    let took = theirs["count"].as_f64().unwrap_or(f64::NAN);
    match theirs["winners"].as_array() {
        Some(elected) => {
            let elected: Vec<&str> = elected.iter().filter_map(Value::as_str).collect();
            if outcome.winner_ids(&election) != elected {
                return Err(format!("{file}: pabutools elects {elected:?}"));
            }
            report.ratio(&format!("{what}, same winners"), ours, took, gate);
        }
        None => report.ratio(&format!("{what}, peer stopped unfinished"), ours, took, gate),
    }
    report.ratio(&format!("reading {file}"), reading, theirs["read"].as_f64().unwrap_or(f64::NAN), 0.0);
    Ok(())
}

/// A city made up: 90,000 ballots with one to ten of 160 projects, some projects liked much more than others.
fn city() -> String {
    let mut state = 2026_u64;
    let mut next = move |below: u64| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    };
    let mut text = String::from("META\nkey;value\nbudget;24000000\nvote_type;approval\nPROJECTS\nproject_id;cost\n");
    for project in 0..160 {
        let _ = writeln!(text, "{project};{}", 20_000 + next(600_000));
    }
    text.push_str("VOTES\nvoter_id;vote\n");
    for voter in 0..90_000 {
        let mut chosen = BTreeSet::new();
        for _ in 0..=next(10) {
            chosen.insert(next(160) * next(160) / 160);
        }
        let chosen: Vec<String> = chosen.iter().map(u64::to_string).collect();
        let _ = writeln!(text, "{voter};{}", chosen.join(","));
    }
    text
}

/// The cases that run in a process of their own.
pub fn case(_: &Setting, name: &str) -> Option<Result<Value, String>> {
    (name == "tally-city").then(|| {
        let text = city();
        // The shortest of three, since one is at the mercy of whatever else the machine does.
        let (reading, read) = shortest(3, || read(text.as_bytes(), Reading::Strict));
        let election = read.map_err(|error| error.to_string())?.election;
        let options = Options { rule: Rule::EqualShares, completion: Completion::Add1, ..Options::default() };
        let (counting, outcome) = shortest(3, || count(&election, &options));
        let outcome = outcome.map_err(|error| error.to_string())?;
        Ok(json!({ "reading": reading, "counting": counting, "runs": outcome.runs, "winners": outcome.winners.len(), "peak": peak_memory() }))
    })
}
