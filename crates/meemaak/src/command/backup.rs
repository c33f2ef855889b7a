//! `meemaak backup` and `meemaak restore`.

use super::{CommandError, say, serve};
use crate::config::Config;
use crate::house;
use clap::Args;
use kernel::{SystemClock, SystemRandom};
use people::SecondFactor;
use std::path::PathBuf;
use std::sync::Arc;
use store::backup::{Overwrite, Plan};
use store::erasure::Eraser;

/// Make a consistent copy of everything, while the program runs
#[derive(Debug, Args)]
pub struct Backup {
    /// An empty folder, or one that is not there yet
    #[arg(value_name = "FOLDER")]
    to: PathBuf,
}

/// Put a copy back; people who were erased since are erased again
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder that `meemaak backup` wrote
    #[arg(value_name = "FOLDER")]
    from: PathBuf,
    /// Replace everything that is in the database now
    #[arg(long)]
    replace: bool,
}

impl Backup {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        let app = serve::open(&config, SecondFactor::Required).await?;
        let contents = store::backup::backup(&app.store, &self.to).await?;
        say(&format!(
            "{} rows and {} files, as they were at {}, are in {}",
            contents.rows(),
            contents.files,
            contents.at,
            self.to.display()
        ));
        if contents.files_missing > 0 {
            say(&format!("{} files were deleted while the copy was made and are not in it", contents.files_missing));
        }
        say("Keep the secret file and the erasure list in another place than this copy: without the secret nobody can read who is who.");
        Ok(())
    }
}

impl Restore {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        let settings = house::store_settings(&config, &SystemRandom).map_err(|error| CommandError::Asked(error.to_string()))?;
        let plan = Plan {
            settings,
            migrations: &house::migrations(),
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            erasers: &erasers(),
            overwrite: if self.replace { Overwrite::Replace } else { Overwrite::Refuse },
        };
        let restored = store::backup::restore(plan, &self.from).await?;
        say(&format!("{} rows and {} files are back as they were at {}", restored.rows, restored.files, restored.at));
        say(&format!("{} erasures were done again", restored.erased));
        Ok(())
    }
}

/// Who erases again what the erasure list names.
#[must_use]
pub fn erasers() -> Vec<Arc<dyn Eraser>> {
    vec![
        Arc::new(people::holder::AgainAtRestore { holders: house::holders() }),
        Arc::new(voice::ErasedWords { holders: house::holders() }),
        Arc::new(voice::RecalledNumbers { holders: house::holders() }),
        Arc::new(study::WithdrawnInterviews { frozen: Arc::new(learn::FrozenFindings) }),
    ]
}
