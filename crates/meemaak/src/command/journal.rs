//! `meemaak journal`: proving that what was written down is what is there.

use super::{CommandError, say, serve};
use crate::config::Config;
use clap::Subcommand;
use kernel::Zone;
use people::SecondFactor;
use std::path::PathBuf;
use store::journal::Checkpoint;

/// Look after the journal
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Look for any entry that was changed, removed, cut off or put in another order
    Verify {
        /// A checkpoint that was kept elsewhere: finds also a journal that was made anew from the beginning
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
    /// Seal the journal as it is now, and print the signed checkpoint
    Seal {
        /// Write it to a file instead
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
}

impl Journal {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        let app = serve::open(&config, SecondFactor::Required).await?;
        match self {
            Self::Verify { checkpoint } => {
                let checkpoint = checkpoint.as_ref().map(|path| {
                    let text = std::fs::read_to_string(path).map_err(|error| CommandError::Io(path.display().to_string(), error))?;
                    Checkpoint::from_text(&text).map_err(|error| CommandError::Asked(format!("{}: {error}", path.display())))
                });
                let report = store::journal::verify(&app.store, checkpoint.transpose()?.as_ref()).await?;
                say(&format!("{} entries in {} streams, {} checkpoints read", report.entries, report.streams, report.checkpoints));
                for finding in &report.findings {
                    say(&finding.to_string());
                }
                if report.is_whole() {
                    say("the journal is whole");
                    Ok(())
                } else {
                    Err(CommandError::Found(format!(
                        "{} things in the journal are not as they were written",
                        report.findings.len() as u64 + report.more
                    )))
                }
            }
            Self::Seal { to } => {
                let today = Zone::utc().date(app.clock.now());
                let text = store::journal::checkpoint(&app.store, today).await?.to_text();
                match to {
                    None => say(&text),
                    Some(path) => std::fs::write(path, text).map_err(|error| CommandError::Io(path.display().to_string(), error))?,
                }
                Ok(())
            }
        }
    }
}
