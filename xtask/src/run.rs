//! Running a program: what it is called on screen, what it said, and how it ended.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::count::Count;

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

/// `cargo`, the one that runs us, working in the root folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(crate::root());
    command
}

/// A program working in `folder`.
pub fn program(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folder);
    command
}

/// Runs to the end, its words on our screen.
///
/// # Errors
/// When it cannot be started or ends with another exit code than zero.
pub fn must(mut command: Command) -> Outcome<()> {
    let words = shown(&command);
    println!("$ {words}");
    let status = command.status().map_err(|error| format!("`{words}` could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{words}` ended with {status}")) }
}

/// Runs to the end in silence.
///
/// # Errors
/// When it cannot be started or ends with another exit code than zero; what it said is in the error.
pub fn quiet(mut command: Command) -> Outcome<String> {
    let words = shown(&command);
    let output = command.output().map_err(|error| format!("`{words}` could not be started: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(said)
    } else {
        Err(format!("`{words}` ended with {}:\n{said}{}", output.status, String::from_utf8_lossy(&output.stderr)))
    }
}

/// Whether the program can be started and is content.
pub fn works(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> bool {
    Command::new(name)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a test runner: its lines go to our screen as they come, and its closing lines are counted.
///
/// A runner that tells no numbers counts as one check. One that fails without telling of a failure (a file that does not
/// compile) counts as one failure.
pub fn counted(mut command: Command) -> Count {
    println!("$ {}", shown(&command));
    let mut count = Count::default();
    let content = match watch(&mut command, &mut count) {
        Ok(content) => content,
        Err(error) => {
            println!("could not be run: {error}");
            false
        }
    };
    count.settled(content)
}

fn watch(command: &mut Command, count: &mut Count) -> std::io::Result<bool> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            std::io::stdout().write_all(&line)?;
            count.read(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    Ok(child.wait()?.success())
}
