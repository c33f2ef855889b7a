//! A municipality with a process of many contributions: the demo, and then more of the same.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use journey::{Act, Channel};
use kernel::{Actor, ContributionId, Language, Line, Prose, SystemClock, SystemRandom};
use people::{App, SecondFactor, Tenant};
use voice::{Decision, NewContribution};

/// The host name under which the demo's municipality is found.
pub const HOST: &str = "127.0.0.1";

/// As many hands fill the process at once, so that writes go together.
const HANDS: usize = 64;

/// Where the pages are that are measured.
#[derive(Clone, Debug)]
pub struct Town {
    /// The host name of the tenant.
    pub host: String,
    /// The page of the process, with the first of its contributions.
    pub list: String,
    /// The journey page of one contribution, answered.
    pub journey: String,
    /// The form for a contribution.
    pub form: String,
}

/// Fills the demo with the program itself, and adds public contributions to its open process until it has `count`.
///
/// # Errors
/// When the program or the database refuses.
pub async fn town(settings: &[(&'static str, OsString)], folder: &Path, count: usize) -> Result<Town, String> {
    demo(settings, folder)?;
    let told = std::fs::read_to_string(folder.join("demo.json")).map_err(|error| error.to_string())?;
    let told: serde_json::Value = serde_json::from_str(&told).map_err(|error| error.to_string())?;
    let sample = |name: &str| told["samples"][name].as_str().map(str::to_owned).ok_or_else(|| format!("the demo has no sample {name}"));
    let (slug, number) = (sample("slug")?, sample("number")?);

    let environment = settings.iter().map(|(name, value)| ((*name).to_owned(), value.to_string_lossy().into_owned()));
    let config = meemaak::config::Config::read(None, environment, &[]).map_err(|error| error.to_string())?;
    let app = meemaak::open(&config, Arc::new(SystemClock), Arc::new(SystemRandom), SecondFactor::Optional)
        .await
        .map_err(|error| error.to_string())?;
    fill(&app, &slug, count).await?;
    app.store.close().await;

    Ok(Town {
        host: HOST.to_owned(),
        list: format!("/processen/{slug}"),
        journey: format!("/bijdragen/{number}"),
        form: format!("/processen/{slug}/bijdragen"),
    })
}

/// Fills the demo with the program itself.
///
/// # Errors
/// When the program refuses.
pub fn demo(settings: &[(&'static str, OsString)], folder: &Path) -> Result<(), String> {
    let program = crate::program::path()?;
    let status = Command::new(&program)
        .args(["demo", "--only-fill", "--dir"])
        .arg(folder)
        .envs(settings.iter().map(|(name, value)| (*name, value)))
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    if !status.success() {
        return Err(format!("the demo could not be filled: {status}"));
    }
    Ok(())
}

async fn fill(app: &App, slug: &str, count: usize) -> Result<(), String> {
    let mut session = app.store.read().await.map_err(|error| error.to_string())?;
    let tenant = people::tables::tenants::by_host(&mut session, HOST)
        .await
        .map_err(|error| error.to_string())?
        .ok_or("the demo has no municipality")?;
    let process = design::process_by_slug(&mut session, tenant.id, slug)
        .await
        .map_err(|error| error.to_string())?
        .ok_or("the demo has no process")?;
    drop(session);
    let tenant = Arc::new(tenant);
    let next = Arc::new(AtomicUsize::new(0));
    let mut hands = Vec::new();
    for _ in 0..HANDS {
        let (app, tenant, next, process) = (App::clone(app), Arc::clone(&tenant), Arc::clone(&next), process.id);
        hands.push(tokio::spawn(async move {
            loop {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                if nth >= count {
                    return Ok::<(), String>(());
                }
                add(&app, &tenant, process, nth).await.map_err(|error| error.to_string())?;
            }
        }));
    }
    for hand in hands {
        hand.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}

const WORDS: &[&str] = &["bank", "boom", "fontein", "lamp", "pad", "fietsenrek", "speeltuig", "haag", "bloembak", "trap", "hek", "markt"];

async fn add(app: &App, tenant: &Arc<Tenant>, process: kernel::ProcessId, nth: usize) -> Result<(), voice::Error> {
    let word = |place: usize| WORDS[(nth / (place * 5 + 1) + place) % WORDS.len()];
    let at = app.clock.now();
    let captured = tenant.civil.zone.date(at);
    let title = Line::new(&format!("Een {} bij de {} op plek {nth}", word(1), word(2)), 150).ok();
    let body = Prose::new(
        &format!(
            "Naast de {} staat nu niets. Een {} zou daar goed passen, want er komen elke dag veel mensen langs.\n\nZij kunnen er even \
             zitten, met zicht op de {}. Vorig jaar vroegen wij dit ook al, toen met de buren van nummer {nth}.",
            word(3),
            word(1),
            word(4)
        ),
        6_000,
    )
    .ok();
    let Some(title) = title else { return Ok(()) };
    let id = ContributionId::new(at, app.random.as_ref());
    let new = NewContribution { body, ..NewContribution::idea(id, process, title, Language::NL, Channel::Online, captured) };
    let tenant = Arc::clone(tenant);
    store::write!(app.store, [tenant, new], |tx| {
        let act = Act { tenant: tenant.id, actor: &Actor::System, at, civil: &tenant.civil };
        voice::receive(tx, &act, new).await?;
        voice::screen(tx, &act, id, &Decision::Show { title: vec![], body: vec![], photos: vec![] }).await?;
        Ok::<_, voice::Error>(())
    })
    .await
}
