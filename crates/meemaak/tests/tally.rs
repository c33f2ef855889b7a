//! `meemaak tally` counts a file from the command line, without a database or settings.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_meemaak")).arg("tally").args(arguments).current_dir(folder.path()).env_clear().output().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(&[arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn small(folder: &Path) -> PathBuf {
    let file = folder.join("votes.pb");
    let text = "META\nkey;value\nbudget;100\nvote_type;approval\nmax_length;2\nPROJECTS\nproject_id;cost;name\n\
                bench;60;A bench\ntree;40;A tree\nfountain;90;A fountain\n\
                VOTES\nvoter_id;vote\n1;bench,tree\n2;bench\n3;tree\n4;fountain\n5;\n6;bench,tree,fountain\n7;bridge\n";
    std::fs::write(&file, text).unwrap();
    file
}

#[test]
fn a_small_file_is_counted_with_every_key_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let file = small(folder.path());
    let report = json(&[file.to_str().unwrap()]);
    assert_eq!(report["winners"], serde_json::json!(["tree"]));
    assert_eq!((&report["total_cost"], &report["budget"], &report["endowment"]), (&40.into(), &100.into(), &20.into()));
    assert_eq!(report["runs"], 1);
    assert_eq!((&report["ballots"]["counted"], &report["ballots"]["blank"]), (&5.into(), &1.into()));
    assert_eq!(report["ballots"]["rejected"][0]["line"], 18);
    assert_eq!(report["ballots"]["rejected"].as_array().unwrap().len(), 2);
    assert_eq!((&report["rounds"][0]["project"], &report["rounds"][0]["effective_votes"]), (&"tree".into(), &"2".into()));
    let bench = report["losers"].as_array().unwrap().iter().find(|loser| loser["project"] == "bench").unwrap();
    assert_eq!((&bench["left"], &bench["missing"]), (&"20".into(), &"40".into()));
    for key in ["ties", "comparison", "warnings"] {
        assert!(report.get(key).is_some(), "{key}");
    }
    let table = run(&[file.to_str().unwrap()]);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(
        table.contains("Winners, in the order elected") && table.contains("its supporters have 20 left together, 40 too little"),
        "{table}"
    );
}

#[test]
fn every_option_of_the_command_is_understood() {
    let folder = tempfile::tempdir().unwrap();
    let file = small(folder.path());
    let file = file.to_str().unwrap();
    let picture = folder.path().join("rounds.svg");
    let report = json(&[
        file,
        "--rule",
        "greedy",
        "--utility",
        "cost",
        "--misfit",
        "stop",
        "--threshold",
        "1",
        "--partial-last",
        "60%",
        "--exclude",
        "fountain",
        "--ties",
        "votes,cost,file",
        "--lot-seed",
        "7",
        "--svg",
        picture.to_str().unwrap(),
    ]);
    assert_eq!(report["winners"], serde_json::json!(["tree", "bench"]));
    assert!(std::fs::read_to_string(&picture).unwrap().starts_with("<svg"));
    let report = json(&[
        file,
        "--rule",
        "equal-shares",
        "--completion",
        "add1-utilitarian",
        "--start",
        "floor",
        "--stop",
        "exhaustive",
        "--increment",
        "0.5",
        "--compare",
        "greedy",
    ]);
    assert_eq!(report["total_cost"], 100);
    assert!(report["runs"].as_u64().unwrap() > 1);
    assert_eq!(json(&[file, "--rule", "phragmen"])["winners"], serde_json::json!(["tree", "bench"]));
}

#[test]
fn what_cannot_be_counted_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = small(folder.path());
    let file = file.to_str().unwrap();
    for (arguments, code, words) in [
        (vec!["not-there.pb"], 1, "not-there.pb"),
        (vec![file, "--strict"], 1, "line 19"),
        (vec![file, "--caps", "category"], 1, "no money per category"),
        (vec![file, "--exclude", "bridge"], 1, "no project «bridge»"),
        (vec![file, "--ties", "luck"], 2, "use cost, votes, file, id or lot"),
        (vec![file, "--increment", "0"], 2, "more than nothing"),
        (vec![file, "--partial-last", "120%"], 2, "between 0 and 1"),
    ] {
        let output = run(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

#[test]
fn a_real_election_comes_out_as_it_was_decided() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/tally/instances/Netherlands_Assen_2024.pb");
    assert!(file.is_file(), "the elections do not lie beside this clone: {} is missing", file.display());
    let report = json(&[file.to_str().unwrap(), "--completion", "add1", "--stop", "exhaustive", "--ties", "cost,votes,file"]);
    assert_eq!(report["winners"], serde_json::json!(["3", "9", "2", "11", "13", "14", "5", "6", "12"]));
    assert_eq!((&report["total_cost"], &report["endowment"], &report["runs"]), (&76_700.into(), &"42703/21".into(), &845.into()));
}
