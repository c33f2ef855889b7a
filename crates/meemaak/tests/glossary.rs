//! The glossary holds every word of the field that the code uses as the name of a type.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Rooms whose public types are words of the field rather than of programming.
const ROOMS: &[&str] = &[
    "kernel",
    "bundling",
    "tally",
    "sortition",
    "opinion",
    "statistics",
    "evidence",
    "ground",
    "journey",
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
];

/// Words of programming, not of the field.
const PROGRAMMING: &[&str] = &[
    "App",
    "Context",
    "Fault",
    "Routes",
    "RouteEntry",
    "Posted",
    "Upload",
    "House",
    "TestHouse",
    "Browser",
    "Clock",
    "SystemClock",
    "TestClock",
    "Random",
    "SystemRandom",
    "SeededRandom",
    "Id",
    "Filter",
    "Limits",
    "Mailer",
    "Found",
    "Seen",
    "Visit",
    "Draft",
    "Gap",
    "AgainAtRestore",
    "Stale",
    "Error",
];

/// Endings of types that carry another type's word to a form, a page or a caller.
const ENDINGS: &[&str] = &["Error", "Page", "Row", "Form", "Id", "Settings", "Template", "Panel", "View", "Field", "Event", "Cache"];

fn types_of(room: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(room).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path: PathBuf = entry.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if path.is_dir() {
                if name != "pages" && name != "testing" && name != "forms" {
                    folders.push(path);
                }
            } else if name.ends_with(".rs") && name != "testing.rs" {
                let text = std::fs::read_to_string(&path).expect("readable");
                for line in text.lines().filter(|line| line.starts_with("pub struct ") || line.starts_with("pub enum ")) {
                    let word: String =
                        line.split_whitespace().nth(2).unwrap_or_default().chars().take_while(|c| c.is_alphanumeric()).collect();
                    found.insert(word);
                }
            }
        }
    }
    found
}

#[test]
fn every_word_of_the_field_is_in_the_glossary() {
    let glossary = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/glossary.md")).expect("the glossary");
    let words: BTreeSet<&str> = glossary.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).map(str::trim).collect();
    assert!(words.len() > 60, "the glossary has rows: {}", words.len());
    let missing: Vec<String> = ROOMS
        .iter()
        .flat_map(|room| types_of(room).into_iter().map(move |word| format!("{room}: {word}")))
        .filter(|named| {
            let word = named.split(": ").nth(1).unwrap_or_default();
            !PROGRAMMING.contains(&word) && !words.contains(word) && !ENDINGS.iter().any(|end| word.ends_with(end) && word != *end)
        })
        .collect();
    assert!(missing.is_empty(), "docs/glossary.md misses: {missing:#?}");
}
