//! Style sheets and fonts: fetched by npm at locked versions, gathered by `build.mjs`, embedded by the `ui` room.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::run::{must, program};
use crate::{Outcome, root, target, tools};

/// Builds `crates/ui/assets/built` unless what it is built from has not changed since.
///
/// # Errors
/// When npm or the build script fails.
pub fn assets() -> Outcome<()> {
    let folder = root().join("crates/ui/assets");
    if !folder.join("build.mjs").is_file() {
        println!("assets: crates/ui/assets/build.mjs is not there, nothing to build");
        return Ok(());
    }
    let mark = format!("{:016x}", fingerprint(&folder)?);
    let note = target().join("xtask").join("assets.built");
    let filled = fs::read_dir(folder.join("built")).is_ok_and(|mut entries| entries.next().is_some());
    if filled && fs::read_to_string(&note).is_ok_and(|written| written == mark) {
        println!("assets: up to date");
        return Ok(());
    }
    tools::node()?;
    must(program("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"], &folder))?;
    must(program("node", &["build.mjs"], &folder))?;
    fs::create_dir_all(target().join("xtask")).and_then(|()| fs::write(&note, mark)).map_err(|error| format!("{}: {error}", note.display()))
}

/// A number that changes when a source of the assets changes.
fn fingerprint(folder: &Path) -> Outcome<u64> {
    let mut files = Vec::new();
    gather(folder, &mut files).map_err(|error| format!("{}: {error}", folder.display()))?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(folder).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let made = path.file_name().is_some_and(|name| name == "node_modules" || name == "built");
        if path.is_dir() {
            if !made {
                gather(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}
