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

/// A pool in which the young are few and the quotas ask for half of them.
fn skate_park(folder: &Path) -> Vec<&'static str> {
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write("people.csv", "id,age,gender\na,young,f\nb,old,m\nc,old,f\nd,old,m\ne,middle,m\nf,middle,f\n");
    write(
        "quotas.csv",
        "category,feature,min,max,reason\nage,young,1,1,the plan is a skate park\nage,middle,0,1,\nage,old,0,1,\ngender,f,1,1,\ngender,m,1,1,\n",
    );
    vec!["sortition", "select", "--people", "people.csv", "--quotas", "quotas.csv", "--size", "2", "--seed", "6 1 4"]
}

#[test]
fn the_panel_is_put_beside_the_population_with_the_reason_for_what_differs() {
    let folder = tempfile::tempdir().unwrap();
    let words = skate_park(folder.path());
    std::fs::write(
        folder.path().join("population.csv"),
        "category,feature,count\nage,young,200\nage,middle,300\nage,old,500\ngender,f,500\ngender,m,500\n",
    )
    .unwrap();
    let select = [&words[..], &["--population", "population.csv"]].concat();
    let answer = json(&meemaak(folder.path(), &[&select[..], &["--population-svg", "beside.svg", "--json"]].concat()));
    let age = &answer["population"]["categories"][0];
    assert_eq!((&age["category"], &age["population"]), (&Value::from("age"), &Value::from(1000)));
    let young = &age["features"][0];
    assert_eq!(
        (&young["population"]["exact"], &young["pool"]["exact"], &young["panel"]["exact"]),
        (&"1/5".into(), &"1/6".into(), &"1/2".into())
    );
    assert_eq!((&young["panel_ratio"], &young["purpose"]), (&Value::from(2.5), &Value::from("more")));
    assert_eq!(young["reason"], "the plan is a skate park");
    assert!(young["told"].as_str().unwrap().starts_with("positive discrimination: the quota gives it at least 1 of 2 places, 2.50 times"));
    assert_eq!(answer["population"]["categories"][1]["panel_index"]["exact"], "1", "as many women as in the population");
    let warnings = answer["warnings"].to_string();
    assert!(warnings.contains("age: old is under-represented on the panel"), "{warnings}");
    assert!(!warnings.contains("give no reason"), "{warnings}");
    let picture = std::fs::read_to_string(folder.path().join("beside.svg")).unwrap();
    assert!(picture.contains("role=\"img\"") && picture.contains("population 20.0 %, pool 16.7 %, panel 50.0 %"), "{picture}");

    let text = String::from_utf8(meemaak(folder.path(), &select).stdout).unwrap();
    assert!(text.contains("representativeness of the pool") && text.contains("On purpose otherwise than the population"), "{text}");
    let strict = json(&meemaak(folder.path(), &[&select[..], &["--alert", "0.1", "--json"]].concat()));
    assert!(!strict["warnings"].to_string().contains("under-represented on the panel"), "{}", strict["warnings"]);
    let without = json(&meemaak(folder.path(), &[&words[..], &["--json"]].concat()));
    assert!(without["population"].is_null() && without["kinds"].as_array().is_some_and(|kinds| kinds.len() == 5), "{}", without["kinds"]);
}

#[test]
fn a_population_that_does_not_fit_is_refused_in_a_sentence_before_the_draw() {
    let folder = tempfile::tempdir().unwrap();
    let words = skate_park(folder.path());
    for (file, code, wanted) in [
        ("category,feature,share\nage,young,0.2\nage,old,0.5\n", "population", "the shares of age add up to 0.7, not to 1"),
        ("category,feature,count\nage,young,1\nage,middle,1\nage,old,1\nage,child,1\n", "mismatch", "the population has \"child\" as age"),
        ("category,feature,count\nage,young,1\nage,middle,1\n", "mismatch", "there is a quota for age: old"),
        ("category,feature,count\nincome,low,1\n", "mismatch", "no category in common"),
    ] {
        std::fs::write(folder.path().join("population.csv"), file).unwrap();
        let answer = meemaak(folder.path(), &[&words[..], &["--population", "population.csv", "--json"]].concat());
        assert_eq!(answer.status.code(), Some(2), "{file}");
        let error = &json(&answer)["error"];
        assert_eq!(error["code"], code, "{file}");
        assert!(error["message"].as_str().unwrap().contains(wanted), "{error}");
    }
    let alone = meemaak(folder.path(), &[&words[..], &["--population-svg", "beside.svg"]].concat());
    assert_eq!(alone.status.code(), Some(2), "a picture of the population needs a population");
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
