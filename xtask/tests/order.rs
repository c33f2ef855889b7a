//! The order in which the house is built holds: a room imports only what stands above it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The rooms from the ground up, as ARCHITECTURE.md tells them.
const HOUSE: &[&str] = &[
    "kernel",
    "bundling",
    "tally",
    "sortition",
    "opinion",
    "statistics",
    "evidence",
    "ground",
    "store",
    "journey",
    "ui",
    "people",
    "knowledge",
    "memory",
    "design",
    "voice",
    "carry",
    "answer",
    "deliver",
    "measure",
    "study",
    "learn",
    "meemaak",
];

/// What may be imported although the order alone would allow more: `ui` draws, it reads no journey and no table.
const NARROWER: &[(&str, &[&str])] = &[
    ("ui", &["kernel"]),
    ("store", &["kernel"]),
    ("bundling", &["kernel"]),
    ("tally", &["kernel"]),
    ("sortition", &["kernel"]),
    ("opinion", &["kernel"]),
    ("statistics", &[]),
    ("evidence", &[]),
    ("ground", &[]),
    ("kernel", &[]),
];

/// Packages beside the house: chores and measurements.
const BESIDE: &[&str] = &["xtask", "bench", "bench-engines"];

fn metadata() -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Per package of the workspace, the packages of the workspace that it imports in its product code.
fn imports(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let packages = metadata["packages"].as_array().unwrap();
    packages
        .iter()
        .map(|package| {
            let imported = package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dependency| dependency["path"].is_string() && dependency["kind"].is_null())
                .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
                .collect();
            (package["name"].as_str().unwrap().to_owned(), imported)
        })
        .collect()
}

#[test]
fn a_room_imports_only_what_stands_above_it() {
    let mut wrong = Vec::new();
    for (room, imported) in imports(&metadata()) {
        let Some(place) = HOUSE.iter().position(|name| *name == room) else { continue };
        for other in imported {
            let above = HOUSE.iter().position(|name| *name == other).is_some_and(|its| its < place);
            let narrower = NARROWER.iter().find(|(name, _)| *name == room).is_none_or(|(_, allowed)| allowed.contains(&other.as_str()));
            if !above || !narrower {
                wrong.push(format!("{room} imports {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_package_has_its_place_in_the_order() {
    for room in imports(&metadata()).keys() {
        assert!(HOUSE.contains(&room.as_str()) || BESIDE.contains(&room.as_str()), "{room} is not in the order of the house");
    }
}

#[test]
fn every_package_takes_the_lints_and_the_licence_of_the_workspace() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for package in metadata()["packages"].as_array().unwrap() {
        let manifest = std::fs::read_to_string(package["manifest_path"].as_str().unwrap()).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} does not take the workspace's lints", package["name"]);
        assert_eq!(package["license"], "EUPL-1.2", "{}", package["name"]);
    }
    assert!(std::fs::read_to_string(root.join("LICENSE")).unwrap().contains("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
}
