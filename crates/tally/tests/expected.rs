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

/// What the city decided: the projects with 1 in the column `selected`.
fn selected(folder: &Path, name: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(folder.join(name)).expect("the file");
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().flatten().collect();
    let start = rows.iter().position(|row| row.get(0) == Some("PROJECTS")).expect("projects") + 1;
    let column = rows[start].iter().position(|name| name == "selected").expect("selected");
    rows[start + 1..]
        .iter()
        .take_while(|row| row.get(0) != Some("VOTES"))
        .filter(|row| row.get(column) == Some("1"))
        .filter_map(|row| row.get(0).map(str::to_owned))
        .collect()
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
        if let Some(rounds) = result["tie_rounds_over_all_runs"].as_u64() {
            assert_eq!(outcome.ties.iter().map(|tie| tie.times).sum::<u64>(), rounds, "{name}: tied rounds");
        }
        compared += 1;
    }
    assert!(compared >= 12, "compared {compared}");
}

#[test]
fn what_swiecie_and_assen_decided_comes_out() {
    let folder = data();
    for (name, cost) in [("Poland_Swiecie_2023.pb", 104_033_700), ("Netherlands_Assen_2024.pb", 7_670_000)] {
        let election = election(&folder.join("instances"), name);
        let official = selected(&folder.join("instances"), name);
        for stop in [Stop::OverBudget, Stop::Exhaustive] {
            let options = Options { completion: Completion::Add1, stop, ties: BY_FILE.to_vec(), ..Options::default() };
            let outcome = count(&election, &options).expect("counted");
            assert_eq!(outcome.winner_ids(&election).into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), official, "{name} {stop:?}");
            assert_eq!(outcome.total_cost, cost, "{name}");
        }
    }
}

#[test]
fn pabutools_elects_the_same_from_small_odd_files() {
    let folder = data();
    let mut compared = 0;
    for name in ["cents", "comparison", "dup_in_vote", "empty_vote", "third_exact"] {
        let results = expected(&folder, &format!("synthetic_{name}.pabutools.json"));
        let election = election(&folder.join("synthetic"), &format!("{name}.pb"));
        for (rule, winners) in results["results"].as_object().expect("results") {
            let options = Options {
                rule: match rule.split('_').next() {
                    Some("greedy") => Rule::Greedy,
                    Some("mes") => Rule::EqualShares,
                    _ => Rule::Phragmen,
                },
                utility: Some(if rule.contains("card") { Utility::Cardinality } else { Utility::Cost }),
                completion: if rule.ends_with("add1") { Completion::Add1 } else { Completion::None },
                stop: Stop::Exhaustive,
                ties: BY_ID.to_vec(),
                ..Options::default()
            };
            let outcome = count(&election, &options).expect("counted");
            let ours: BTreeSet<String> = outcome.winner_ids(&election).into_iter().map(str::to_owned).collect();
            assert_eq!(ours, ids(winners).into_iter().collect(), "{name} {rule}");
            compared += 1;
        }
    }
    assert!(compared >= 25, "compared {compared}");
}

#[test]
fn the_tool_in_the_browser_elects_the_same_projects() {
    let folder = data();
    let mut compared = 0;
    for entry in std::fs::read_dir(folder.join("expected")).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((stem, _)) = name.split_once(".js-add1") else { continue };
        let result = expected(&folder, &name);
        let election = election(&folder.join("instances"), &format!("{stem}.pb"));
        let has =
            |word: &str| result["params"]["add1options"].as_array().is_some_and(|options| options.iter().any(|option| option == word));
        let options = Options {
            completion: if result["params"]["completion"] == "add1u" { Completion::Add1Utilitarian } else { Completion::Add1 },
            start: if has("integral") { Start::Floor } else { Start::Exact },
            stop: if has("exhaustive") { Stop::Exhaustive } else { Stop::OverBudget },
            ties: BY_FILE.to_vec(),
            ..Options::default()
        };
        let outcome = count(&election, &options).expect("counted");
        let ours: BTreeSet<String> = outcome.winner_ids(&election).into_iter().map(str::to_owned).collect();
        assert_eq!(ours, ids(&result["winners_sorted"]).into_iter().collect(), "{name}");
        let compare = outcome.comparison.expect("beside most votes");
        for (side, key) in [(0, "stats"), (1, "greedyStats")] {
            let told = &result[key]["utilityDistribution"];
            for (winners, ballots) in compare.distribution.iter().enumerate() {
                assert_eq!(ballots[side], told[winners.to_string()].as_u64().unwrap_or(0), "{name}: {winners} winners, {key}");
            }
        }
        compared += 1;
    }
    assert!(compared >= 8, "compared {compared}");
}

#[test]
fn what_katowice_decided_by_most_points_with_a_threshold_comes_out() {
    let folder = data().join("instances");
    let election = election(&folder, "Poland_Katowice_2020.pb");
    let official = selected(&folder, "Poland_Katowice_2020.pb");
    let options = Options { rule: Rule::Greedy, utility: Some(Utility::Cost), threshold: Some(200), ..Options::default() };
    let outcome = count(&election, &options).expect("counted");
    assert_eq!(outcome.winner_ids(&election).into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), official);
}
