//! `meemaak`: one program with which a local government designs participation, hears people and answers them.

use std::process::ExitCode;

fn main() -> ExitCode {
    meemaak::command::run()
}
