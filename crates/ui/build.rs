//! Lists the built assets so that the program holds them. `cargo xtask assets` fills `assets/built`; without it the
//! folder is made empty and the program serves its own style sheet without Utrecht CSS.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let room = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let built = Path::new(&room).join("assets/built");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/built");
    if !built.exists() {
        fs::create_dir_all(&built)?;
    }
    let mut files: Vec<_> = fs::read_dir(&built)?.collect::<io::Result<Vec<_>>>()?.into_iter().map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    if !files.iter().any(|path| path.ends_with("meemaak.css")) {
        println!("cargo::warning=assets/built holds no style sheet; run `cargo xtask assets` for the full look");
    }
    let mut list = String::from("pub const FILES: &[(&str, &[u8])] = &[\n");
    for path in &files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        list.push_str(&format!("    ({name:?}, include_bytes!({:?})),\n", path.display().to_string()));
    }
    list.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("built.rs"), list)
}
