//! `meemaak sortition` as somebody at a terminal meets it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn meemaak(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_meemaak")).args(words).current_dir(folder).env_clear().output().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_panel_is_selected_drawn_and_verified_from_files_alone() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("people.csv", "id,gender,street\na,f,Kerkstraat 1\nb,f,Kerkstraat 2\nc,m,Kerkstraat 1\nd,m,Plein 3\ne,m,Plein 4\n");
    write("quotas.csv", "category,feature,min,max\ngender,f,1,1\ngender,m,1,1\n");
    let from = ["--people", "people.csv", "--quotas", "quotas.csv", "--size", "2", "--household", "street"];
    let select =
        [&["sortition", "select"][..], &from, &["--objective", "leximin", "--lottery", "100", "--seed", "6 1 4", "--json"]].concat();
    let answer = json(&meemaak(folder.path(), &select));
    for key in ["objective", "probabilities", "minimum", "maximum", "gini", "levels", "panels", "certificate", "warnings"] {
        assert!(!answer[key].is_null(), "{key} is missing");
    }
    let sum: f64 = answer["probabilities"].as_object().unwrap().values().map(|p| p.as_f64().unwrap()).sum();
    assert!((sum - 2.0).abs() < 1e-9);
    assert_eq!(answer["levels"][0]["reached"], "1/3");
    assert_eq!(answer["certificate"]["exact"], true);
    for panel in answer["panels"].as_array().unwrap() {
        let members: Vec<&str> = panel["members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        assert!(members.len() == 2 && members != ["a", "c"], "one per household: {members:?}");
    }
    let text = answer.to_string();
    assert!(!text.contains("6 1 4"), "the seed stays secret");

    let to_file = [&select[..], &["--out", "lottery.json", "--svg", "probabilities.svg"]].concat();
    assert!(meemaak(folder.path(), &to_file).status.success());
    assert!(std::fs::read_to_string(folder.path().join("probabilities.svg")).unwrap().contains("role=\"img\""));
    assert!(!folder.path().join("lottery.json.part").exists());
    let draw = [
        &["sortition", "draw", "--lottery", "lottery.json", "--seed", "6 1 4", "--alternates", "2", "--json", "--out", "draw.json"][..],
        &from,
    ]
    .concat();
    let drawn = meemaak(folder.path(), &draw);
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let told: Value = serde_json::from_slice(&std::fs::read(folder.path().join("draw.json")).unwrap()).unwrap();
    assert_eq!(told["number"].as_str().unwrap().len(), 2);
    assert_eq!(told["alternates"].as_array().unwrap().len(), 2);
    let verify = [&["sortition", "verify", "--lottery", "lottery.json", "--draw", "draw.json", "--json"][..], &from].concat();
    let verified = meemaak(folder.path(), &verify);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    assert_eq!(json(&verified)["fits"], true);

    let wrong = meemaak(folder.path(), &["sortition", "draw", "--lottery", "lottery.json", "--seed", "6 1 5"]);
    assert_eq!(wrong.status.code(), Some(2));
    let mut forged = told;
    forged["number"] = "00".into();
    forged["members"] = serde_json::json!(["a", "d"]);
    std::fs::write(folder.path().join("draw.json"), forged.to_string()).unwrap();
    let found = meemaak(folder.path(), &verify);
    assert_eq!(found.status.code(), Some(3), "{}", String::from_utf8_lossy(&found.stdout));
}

#[test]
fn what_is_impossible_is_told_with_what_would_help() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.csv"), "id,gender\na,f\nb,m\nc,m\n").unwrap();
    std::fs::write(folder.path().join("quotas.csv"), "feature,value,min,max,min_flex,max_flex\ngender,f,1,1,1,1\ngender,m,1,1,0,2\n")
        .unwrap();
    let words = ["sortition", "select", "--people", "people.csv", "--quotas", "quotas.csv", "--size", "3", "--seed", "1", "--json"];
    let answer = meemaak(folder.path(), &words);
    assert_eq!(answer.status.code(), Some(2));
    let error = &json(&answer)["error"];
    assert_eq!(error["code"], "infeasible");
    assert_eq!(error["suggestions"][0], "gender: m: raise the maximum from 1 to 2");
    assert!(error["message"].as_str().unwrap().contains("the maxima of gender add up to 2, fewer than the 3 places"));
}

#[test]
fn the_fixture_that_others_use_gives_one_eleventh() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sortition/sortition_algorithms_fixture");
    assert!(data.exists(), "this test needs the data that lies beside the repository: {} is missing", data.display());
    let words = ["sortition", "select", "--people", "candidates.csv", "--quotas", "features.csv", "--size", "22", "--seed", "1"];
    for (objective, smallest) in [("leximin", 1.0 / 11.0), ("maximin", 1.0 / 11.0), ("nash", 0.0877), ("goldilocks", 0.0909)] {
        let answer = json(&meemaak(&data, &[&words[..], &["--objective", objective, "--json"]].concat()));
        assert!((answer["minimum"].as_f64().unwrap() - smallest).abs() < 1e-4, "{objective}: {}", answer["minimum"]);
        assert_eq!(answer["panels"].as_array().unwrap().len(), 1000);
    }
    let text = String::from_utf8(meemaak(&data, &words).stdout).unwrap();
    assert!(text.contains("no lottery gives everybody more") && text.contains("geo_bucket: Lothian"), "{text}");
}
