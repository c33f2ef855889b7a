//! The order of the house: a room imports only what stands above it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms from the ground up, as ARCHITECTURE.md tells it. What stands lower may be used by what stands higher.
const ORDER: &[&str] = &[
    "kernel",
    "tally",
    "sortition",
    "opinion",
    "evidence",
    "store",
    "journey",
    "ui",
    "people",
    "design",
    "reach",
    "voice",
    "carry",
    "answer",
    "deliver",
    "learn",
    "meemaak",
    "bench",
    "xtask",
];

/// Engines are pure: of the whole house they may know `kernel` only.
const ENGINES: &[&str] = &["tally", "sortition", "opinion", "evidence"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn arrows() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let used = package["dependencies"].as_array().expect("dependencies").iter();
            let used = used.filter(|dependency| !dependency["path"].is_null() && dependency["kind"] != "dev");
            let name = package["name"].as_str().expect("a name").to_owned();
            (name, used.map(|dependency| dependency["name"].as_str().expect("a name").to_owned()).collect())
        })
        .collect()
}

#[test]
fn every_room_uses_only_what_stands_above_it() {
    let place = |room: &str| ORDER.iter().position(|known| *known == room);
    let arrows = arrows();
    assert!(arrows.len() >= 12, "the house has its rooms: {arrows:?}");
    for (room, used) in &arrows {
        let here = place(room).unwrap_or_else(|| panic!("{room} has no place in the order of the house"));
        for other in used {
            let there = place(other).unwrap_or_else(|| panic!("{other} has no place in the order of the house"));
            assert!(there < here, "{room} imports {other}, which stands below it");
            assert!(!ENGINES.contains(&room.as_str()) || other == "kernel", "the engine {room} imports {other}");
        }
    }
}

#[test]
fn no_room_is_empty() {
    for room in arrows().keys() {
        let folder = if ["bench", "xtask"].contains(&room.as_str()) { root().join(room) } else { root().join("crates").join(room) };
        let lines: usize =
            rust_files(&folder.join("src")).iter().map(|file| std::fs::read_to_string(file).expect("readable").lines().count()).sum();
        assert!(lines > 100, "{room} holds {lines} lines");
    }
}

/// Evidence is what a stage shows to `journey` to be let through: only the stage that its name tells may make it.
#[test]
fn evidence_is_made_only_by_the_room_it_is_named_after() {
    let mut seen = 0;
    for room in arrows().keys().filter(|room| !["journey", "bench", "xtask"].contains(&room.as_str())) {
        for file in rust_files(&root().join("crates").join(room).join("src")) {
            let text = std::fs::read_to_string(&file).expect("readable");
            for maker in ["voice", "carry", "answer"] {
                let called = text.contains(&format!("::by_{maker}(")) || text.contains(&format!("::of_{maker}("));
                seen += usize::from(called);
                assert!(!called || room == maker, "{} makes evidence that belongs to {maker}", file.display());
            }
        }
    }
    assert!(seen > 3, "the rooms make their evidence");
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}
