//! `meemaak demo`: Leyhoven, a municipality that does not exist, filled along the same ways as a real one.
//!
//! The clock is set back half a year and moved on step by step, and each step is taken by the account whose work it
//! is, through the same functions as the pages. So the demo shows nothing that the program cannot do.

mod author;
mod evaluation;
mod guide;
mod knowledge;
mod lessons;
mod measured;
mod moves;
mod research;
mod town;

use super::{CommandError, say, serve};
use crate::checkpoints::Keepers;
use crate::config::Config;
use crate::house;
use clap::Args;
use kernel::{Clock, Instant, SystemClock, SystemRandom, TestClock};
use people::{App, SecondFactor};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The password of every account of the demo.
pub const PASSWORD: &str = "leyhoven-proef";

/// Fill a folder with a fictional municipality and serve it, to look around
#[derive(Debug, Args)]
pub struct Demo {
    /// Folder for its database and files; what is there already is kept
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    dir: PathBuf,
    /// Address and port
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Fill the folder and stop
    #[arg(long)]
    only_fill: bool,
    /// Serve it as it is so many days from now, to see what came of what you did: a round of questions over, a term past
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    later: u16,
}

/// The clock of the machine, so many days ahead.
#[derive(Debug)]
struct Ahead(u16);

impl Clock for Ahead {
    fn now(&self) -> Instant {
        SystemClock.now().plus_seconds(i64::from(self.0) * 86_400)
    }
}

impl Demo {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        serve::log("text");
        std::fs::create_dir_all(&self.dir).map_err(|error| CommandError::Io(self.dir.display().to_string(), error))?;
        let config = config.for_demo(&self.dir, &self.listen);
        // The port first: whoever cannot listen should not wait for the filling to hear it.
        let listener = if self.only_fill { None } else { Some(serve::bind(&self.listen).await?) };
        let address =
            listener.as_ref().and_then(|listener| listener.local_addr().ok()).map_or_else(|| self.listen.clone(), |at| at.to_string());
        let file = self.dir.join("demo.json");
        if !file.exists() {
            let told = fill(&config).await?;
            write(&file, &told)?;
        }
        let mut told: serde_json::Value = std::fs::read_to_string(&file)
            .map_err(|error| CommandError::Io(file.display().to_string(), error))
            .and_then(|text| serde_json::from_str(&text).map_err(|error| CommandError::Asked(format!("{}: {error}", file.display()))))?;
        told["url"] = json!(format!("http://{address}"));
        write(&file, &told)?;
        announce(&told);
        let Some(listener) = listener else { return Ok(()) };
        let app = serve::open_under(&config, Arc::new(Ahead(self.later)), SecondFactor::Optional).await?;
        serve::run(app, listener, Keepers::default()).await
    }
}

fn write(file: &Path, told: &serde_json::Value) -> Result<(), CommandError> {
    // In one go, so that whoever waits for the file never reads half of it.
    let fresh = file.with_extension("fresh");
    let text = serde_json::to_string_pretty(told).unwrap_or_default();
    std::fs::write(&fresh, text)
        .and_then(|()| std::fs::rename(&fresh, file))
        .map_err(|error| CommandError::Io(file.display().to_string(), error))
}

fn announce(told: &serde_json::Value) {
    let url = told["url"].as_str().unwrap_or_default();
    say("");
    say(&format!("Leyhoven staat klaar: {url}"));
    say(&format!("Wat u kunt proberen, per rol: {url}/uitproberen"));
    say("");
    say(&format!("Aanmelden: {url}/aanmelden  (wachtwoord van iedereen: {PASSWORD})"));
    for account in told["accounts"].as_array().into_iter().flatten() {
        let text = |name: &str| account[name].as_str().unwrap_or_default().to_owned();
        say(&format!("  {:42} {} ({})", text("login"), text("name"), text("role")));
    }
    say("");
}

/// Fills an empty database with Leyhoven, and tells its addresses and accounts.
///
/// # Errors
/// When the database holds somebody already, or refuses.
pub async fn fill(config: &Config) -> Result<serde_json::Value, CommandError> {
    let now = SystemClock.now();
    let clock = Arc::new(TestClock::new(now.plus_seconds(-(town::AGE_DAYS + 10) * 86_400)));
    let app = house::open(config, Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(SystemRandom), SecondFactor::Optional)
        .await
        .map_err(|error| CommandError::Asked(error.to_string()))?;
    let there = {
        let mut session = app.store.read().await?;
        people::tables::tenants::ids(&mut session).await?
    };
    if !there.is_empty() {
        return Err(CommandError::Asked("this database holds a municipality already; give the demo a folder of its own".into()));
    }
    let told = fill_house(&app, &clock, now).await.map_err(|error| CommandError::Asked(format!("the demo cannot be filled: {error}")))?;
    app.store.close().await;
    Ok(told)
}

/// As [`fill`], in a house that is open: used by tests that want Leyhoven under their own clock.
///
/// # Errors
/// What went wrong, in words.
pub async fn fill_house(app: &App, clock: &TestClock, now: Instant) -> Result<serde_json::Value, String> {
    let town = town::found(app, clock, now).await?;
    knowledge::keep(app, &town, clock.now(), now).await?;
    let mut samples = moves::play(app, clock, now, &town).await?;
    measured::play(app, &town, now).await?;
    research::play(app, now, &town, &mut samples).await?;
    figures(app, &town).await.map_err(|error| error.to_string())?;
    evaluation::play(app, now, &town, &mut samples).await?;
    let accounts: Vec<_> = town
        .accounts
        .iter()
        .filter(|account| account.login.split('@').next() != Some(town::LEAVES))
        .map(|account| json!({"role": account.role, "name": account.name, "login": account.login, "password": PASSWORD, "department": account.department}))
        .collect();
    Ok(json!({"accounts": accounts, "samples": samples}))
}

/// Leyhoven is small: it shows groups from five people on. Its figures are counted once; the job goes on from there.
async fn figures(app: &App, town: &town::Town) -> Result<(), store::Error> {
    let (tenant, civil, actor) = (town.tenant.id, town.tenant.civil.clone(), kernel::Actor::System);
    store::write!(app.store, [actor], |tx| { people::tables::tenants::set_smallest(tx, &actor, tenant, 5).await }).await?;
    learn::count(&app.store, tenant, &civil).await.map(drop)
}
