//! The README says what the program says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

/// The table of settings in the program's source, as its own lines: name, default, meaning.
fn settings(root: &Path) -> Vec<[String; 3]> {
    let source = fs::read_to_string(root.join("crates/meemaak/src/config.rs")).unwrap_or_default();
    let table = source.split("pub const SETTINGS").nth(1).unwrap_or_default().split("];").next().unwrap_or_default();
    table
        .lines()
        .filter_map(|line| {
            let mut parts = line.trim().strip_prefix("(\"")?.strip_suffix("\"),")?.split("\", \"");
            Some([parts.next()?.to_owned(), parts.next()?.to_owned(), parts.next()?.to_owned()])
        })
        .collect()
}

#[test]
fn every_setting_of_the_program_stands_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let settings = settings(root);
    assert!(settings.len() > 10, "the table of settings was not found in crates/meemaak/src/config.rs");
    for [name, default, meaning] in settings {
        let default = if default.is_empty() { "–".to_owned() } else { format!("`{default}`") };
        let row = format!("| `{name}` | {default} | {meaning} |");
        assert!(readme.contains(&row), "the README lacks the row\n{row}");
    }
}

#[test]
fn every_file_that_the_readme_points_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/operations.md", "docs/decisions/README.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let folder = root.join(page);
        let folder = folder.parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            assert!(link.starts_with("http") || file.is_empty() || folder.join(file).exists(), "{page} points to {link}");
        }
    }
}
