//! `cargo xtask demo`: from a fresh clone to the demo municipality in a browser.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use clap::Args;

use crate::run::{cargo, must};
use crate::{Outcome, assets, root, target};

/// Where the demo lives and listens.
#[derive(Args)]
pub struct Options {
    /// Folder for the demo's database and files [default: demo-data]
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<String>,
}

/// Builds and serves the demo; ends when the demo ends.
///
/// # Errors
/// When something cannot be built or started.
pub fn demo(options: &Options) -> Outcome<()> {
    assets::assets()?;
    must(cargo(&["build", "--package", "meemaak", "--locked"]))?;
    let mut command = Command::new(target().join("debug").join("meemaak"));
    command.arg("demo").current_dir(root());
    if let Some(dir) = &options.dir {
        let here = std::env::current_dir().map_err(|error| error.to_string())?;
        command.arg("--dir").arg(here.join(dir));
    }
    if let Some(listen) = &options.listen {
        command.arg("--listen").arg(listen);
    }
    // The demo takes our place, so that ctrl-c reaches it.
    Err(format!("the demo could not be started: {}", command.exec()))
}
