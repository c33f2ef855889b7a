//! Every dependency has its reason, and every reason its dependency.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_dependency_has_its_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let section = manifest.split("[workspace.dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let used: BTreeSet<&str> = section
        .lines()
        .filter(|line| line.contains(" = ") && !line.contains("path = "))
        .filter_map(|line| line.split(" = ").next())
        .collect();
    let page = fs::read_to_string(root.join("docs/decisions/dependencies.md")).unwrap();
    let page = page.split("## Beside the program").next().unwrap();
    let told: BTreeSet<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).filter(|word| *word != "Crate").collect();
    assert_eq!(used.difference(&told).collect::<Vec<_>>(), Vec::<&&str>::new(), "without a reason");
    assert_eq!(told.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "with a reason but not used");
}

#[test]
fn nothing_in_the_repository_names_where_packages_come_from() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for file in ["e2e/package-lock.json", "crates/ui/assets/package-lock.json"] {
        if let Ok(lock) = fs::read_to_string(root.join(file)) {
            assert!(!lock.contains("\"resolved\": \"http"), "{file} names a download address: npm config omit-lockfile-registry-resolved");
        }
    }
}
