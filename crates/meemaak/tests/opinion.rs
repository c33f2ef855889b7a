//! `meemaak opinion map` from the command line, without a database or settings.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn map(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_meemaak")).args(["opinion", "map"]).args(arguments).current_dir(folder).env_clear().output().unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn shared(path: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/opinion").join(path);
    assert!(file.exists(), "{} is not there: this test needs the folder shared/ beside the repository", file.display());
    file
}

/// Twenty people in two camps of ten and eight statements, written in two orders.
fn two_camps(folder: &Path) {
    let mut rows: Vec<String> = Vec::new();
    for person in 0..20 {
        for statement in 0..8 {
            let vote = if (person % 2 == 0) == (statement < 4) { 1 } else { -1 };
            rows.push(format!("{},{statement},{person},{vote}\n", 1000 + person * 8 + statement));
        }
    }
    // Overtaken by the later vote above.
    rows.insert(0, "5,0,0,-1\n".to_owned());
    let header = "timestamp,comment-id,voter-id,vote\n";
    fs::write(folder.join("votes.csv"), format!("{header}{}", rows.concat())).unwrap();
    rows.reverse();
    fs::write(folder.join("reversed.csv"), format!("{header}{}", rows.concat())).unwrap();
    fs::write(
        folder.join("statements.csv"),
        "comment-id,moderated,comment-body\n0,1,\"More trees, everywhere\"\n1,-1,Spam\n2,0,Undecided\n",
    )
    .unwrap();
}

#[test]
fn two_camps_come_out_the_same_in_any_order() {
    let folder = tempfile::tempdir().unwrap();
    two_camps(folder.path());
    let first = json(&map(folder.path(), &["--votes", "votes.csv", "--statements", "statements.csv", "--json"]));
    assert_eq!(first, json(&map(folder.path(), &["--votes", "reversed.csv", "--statements", "statements.csv", "--json"])));
    assert_eq!(first["participants"].as_array().unwrap().len(), 20);
    assert_eq!(first["statements"], serde_json::json!([0, 1, 2, 3, 4, 5, 6, 7]));
    assert_eq!(first["groups"].as_array().unwrap().len(), 2);
    assert_eq!(first["groups"][0]["size"], 10);
    assert_eq!(first["pca"]["center"][1], 0.0, "a rejected statement counts as nothing");
    for key in ["components", "extremity"] {
        assert!(first["pca"][key].is_array(), "{key}");
    }
    for key in ["projections", "group_informed_consensus", "priority"] {
        assert!(first[key].is_object(), "{key}");
    }
    assert!(first["groups"][0]["representative"][0]["direction"].is_string());
    assert!(first["consensus"]["agree"].is_array() && first["consensus"]["disagree"].is_array());
    assert!(first["silhouette"].as_f64().unwrap() > 0.9 && first["stability"].as_f64().unwrap() > 0.9);
    assert!(first["warnings"].is_array());

    let two = json(&map(folder.path(), &["--votes", "votes.csv", "--directions", "2", "--json"]));
    let four = json(&map(folder.path(), &["--votes", "votes.csv", "--directions", "4", "--json"]));
    assert_eq!((&two["directions"], &four["directions"]), (&Value::from(2), &Value::from(4)));
    for wrong in [&["--directions", "5"][..], &["--directions", "1"], &["--directions", "2", "--groups", "votes.csv"]] {
        assert_eq!(map(folder.path(), &[&["--votes", "votes.csv"], wrong].concat()).status.code(), Some(2), "{wrong:?}");
    }

    let strict = json(&map(folder.path(), &["--votes", "votes.csv", "--statements", "statements.csv", "--strict-moderation", "--json"]));
    assert_eq!(strict["pca"], first["pca"], "positions are the same");
    let told = |map: &Value| {
        map["groups"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|group| group["representative"].as_array().unwrap())
            .any(|one| one["statement"] == 2)
    };
    assert!(told(&first) && !told(&strict), "an undecided statement is not told under strict moderation");

    let table = map(folder.path(), &["--votes", "votes.csv", "--statements", "statements.csv", "--svg", "map.svg"]);
    let text = String::from_utf8(table.stdout).unwrap();
    assert!(text.contains("20 participants, 8 statements, 160 votes") && text.contains("More trees, everywhere"), "{text}");
    assert!(fs::read_to_string(folder.path().join("map.svg")).unwrap().starts_with("<svg"));
    assert!(!folder.path().join("map.svg.part").exists());
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("votes.csv"), "voter-id,comment-id,vote\n1,2,1\n1,3,maybe\n").unwrap();
    let wrong = map(folder.path(), &["--votes", "votes.csv", "--json"]);
    assert_eq!(wrong.status.code(), Some(1));
    let words = String::from_utf8(wrong.stderr).unwrap();
    assert!(words.contains("votes.csv: line 3: «maybe» is not a vote"), "{words}");
    assert_eq!(map(folder.path(), &["--votes", "none.csv"]).status.code(), Some(1));
    assert_eq!(map(folder.path(), &[]).status.code(), Some(2));
}

#[test]
fn published_groups_of_a_real_conversation_can_be_given() {
    let votes = shared("raw/15-per-hour-seattle/participants-votes.csv");
    let statements = shared("raw/15-per-hour-seattle/comments.csv");
    let (votes, statements) = (votes.to_str().unwrap(), statements.to_str().unwrap());
    let given = json(&map(Path::new("."), &["--votes", votes, "--statements", statements, "--groups", votes, "--json"]));
    let sizes: Vec<u64> = given["groups"].as_array().unwrap().iter().map(|group| group["size"].as_u64().unwrap()).collect();
    assert_eq!(sizes, [99, 39]);
    assert!(given["stability"].is_null());
    let found = json(&map(Path::new("."), &["--votes", votes, "--statements", statements, "--json"]));
    assert_eq!(found["pca"], given["pca"]);
}
