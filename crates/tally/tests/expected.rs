//! Real elections, compared with other programs and with what cities decided.
//!
//! The files lie beside the project and are never committed; without them the comparison is left out, and says so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and says what it left out"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tally::{Completion, Election, Options, Reading, Rule, Start, Stop, TieKey, Utility, count, read};

fn data() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/tally");
    assert!(folder.is_dir(), "the elections do not lie beside this clone: {} is no folder", folder.display());
    folder
}

fn election(folder: &Path, name: &str) -> Election {
    read(&std::fs::read(folder.join(name)).expect("the file"), Reading::Forgiving).expect("readable").election
}

fn expected(folder: &Path, name: &str) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(folder.join("expected").join(name)).expect("the file")).expect("JSON")
}

fn ids(value: &serde_json::Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
}

const BY_ID: &[TieKey] = &[TieKey::Id];
const BY_FILE: &[TieKey] = &[TieKey::Cost, TieKey::Votes, TieKey::File];

#[test]
fn pabutools_elects_the_same_projects() {
    let folder = data();
    let mut compared = 0;
    for entry in std::fs::read_dir(folder.join("instances")).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let stem = name.trim_end_matches(".pb").to_owned();
        let results = expected(&folder, &format!("{stem}.pabutools.json"));
        let election = election(&folder.join("instances"), &name);
        for (rule, result) in results["rules"].as_object().expect("rules") {
            let (Some(winners), Some(order)) = (result.get("winners_sorted"), result.get("selection_order")) else { continue };
            let utility = ["cost", "card", "points", "borda"].into_iter().find(|word| rule.split('_').any(|part| part.starts_with(word)));
            let utility = match utility {
                Some("cost") => Utility::Cost,
                Some("card") => Utility::Cardinality,
                Some("points") => Utility::Points,
                Some("borda") => Utility::Borda,
                _ if rule == "phragmen" => Utility::Cost,
                _ => continue,
            };
            let completion = if rule.ends_with("add1") {
                Completion::Add1
            } else if rule.ends_with("add1u") {
                Completion::Add1Utilitarian
            } else if rule.ends_with("util") {
                Completion::Utilitarian
            } else {
                Completion::None
            };
            let kind = match rule.split('_').next() {
                Some("greedy") => Rule::Greedy,
                Some("mes") => Rule::EqualShares,
                Some("phragmen") => Rule::Phragmen,
                _ => continue,
            };
            let options = Options {
                rule: kind,
                utility: Some(utility),
                completion,
                stop: Stop::Exhaustive,
                ties: BY_ID.to_vec(),
                ..Options::default()
            };
            let outcome = count(&election, &options).expect("counted");
            let ours: BTreeSet<String> = outcome.winner_ids(&election).into_iter().map(str::to_owned).collect();
            let theirs: BTreeSet<String> = ids(winners).into_iter().collect();
            assert_eq!(ours, theirs, "{stem} {rule}");
            if kind != Rule::Phragmen {
                assert_eq!(outcome.winner_ids(&election), ids(order), "{stem} {rule}: the order");
            }
            assert!(outcome.total_cost <= election.budget);
            if let Some(runs) = result["mes_runs"].as_u64() {
                assert_eq!(outcome.runs, runs, "{stem} {rule}: runs");
            }
            compared += 1;
        }
    }
    assert!(compared >= 30, "compared {compared}");
}

#[test]
fn an_independent_exact_program_gives_the_same_rounds() {
    let folder = data();
    let mut compared = 0;
    for entry in std::fs::read_dir(folder.join("expected")).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((stem, rest)) = name.split_once(".ref-") else { continue };
        let result = expected(&folder, &name);
        let election = election(&folder.join("instances"), &format!("{stem}.pb"));
        let options = Options {
            completion: if rest.starts_with("add1") { Completion::Add1 } else { Completion::None },
            start: if rest.contains(".int.") { Start::Floor } else { Start::Exact },
            stop: if rest.contains(".exh.") { Stop::Exhaustive } else { Stop::OverBudget },
            ties: BY_FILE.to_vec(),
            ..Options::default()
        };
        let outcome = count(&election, &options).expect("counted");
        assert_eq!(outcome.winner_ids(&election), ids(&result["selection_order"]), "{name}");
        for (ours, theirs) in outcome.rounds.iter().zip(result["trace"].as_array().into_iter().flatten()) {
            assert_eq!(ours.project, theirs["project"], "{name}");
            assert_eq!(ours.effective_votes.as_deref(), theirs["effective_vote_count"].as_str(), "{name}");
            assert_eq!(ours.rho.as_deref(), theirs["rho"].as_str(), "{name}");
            assert_eq!(ours.max_payment.as_deref(), theirs["max_payment"].as_str(), "{name}");
        }
        assert_eq!(outcome.rounds.len(), result["trace"].as_array().map_or(outcome.rounds.len(), Vec::len), "{name}");
        if let Some(endowment) = result["final_endowment"].as_str() {
            assert_eq!(outcome.endowment.as_deref(), Some(endowment), "{name}");
        }
        compared += 1;
    }
    assert!(compared >= 12, "compared {compared}");
}

#[test]
fn what_swiecie_and_assen_decided_comes_out() {
    let folder = data();
    for (name, cost) in [("Poland_Swiecie_2023.pb", 104_033_700), ("Netherlands_Assen_2024.pb", 7_670_000)] {
        let text = std::fs::read_to_string(folder.join("instances").join(name)).expect("the file");
        let election = election(&folder.join("instances"), name);
        let mut rows = csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = rows.records().flatten().collect();
        let start = rows.iter().position(|row| row.get(0) == Some("PROJECTS")).expect("projects") + 1;
        let column = rows[start].iter().position(|name| name == "selected").expect("selected");
        let official: BTreeSet<&str> = rows[start + 1..]
            .iter()
            .take_while(|row| row.get(0) != Some("VOTES"))
            .filter(|row| row.get(column) == Some("1"))
            .filter_map(|row| row.get(0))
            .collect();
        for stop in [Stop::OverBudget, Stop::Exhaustive] {
            let options = Options { completion: Completion::Add1, stop, ties: BY_FILE.to_vec(), ..Options::default() };
            let outcome = count(&election, &options).expect("counted");
            assert_eq!(outcome.winner_ids(&election).into_iter().collect::<BTreeSet<_>>(), official, "{name} {stop:?}");
            assert_eq!(outcome.total_cost, cost, "{name}");
        }
    }
}
