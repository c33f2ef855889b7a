//! `meemaak serve`: the pages, and the work that waits.

use super::{CommandError, say};
use crate::checkpoints::{self, Keepers};
use crate::config::Config;
use crate::house;
use clap::Args;
use kernel::{Clock, Date, SystemClock, SystemRandom, TenantId};
use people::{App, SecondFactor};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Serve the pages and do the work that waits
#[derive(Debug, Args)]
pub struct Serve {
    /// Address and port, such as 0.0.0.0:80
    #[arg(long, value_name = "ADDR")]
    pub(super) listen: Option<String>,
}

impl Serve {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        log(config.get("log"));
        let app = open(&config, SecondFactor::Required).await?;
        let listener = bind(config.get("listen")).await?;
        let address = listener.local_addr().map_err(|error| CommandError::Io("listening".into(), error))?;
        say(&format!("Meemaak listens on http://{address}"));
        let keepers = Keepers::of(&config).map_err(CommandError::Config)?;
        run(app, listener, keepers).await
    }
}

/// Opens the house with the clock and chance of this machine.
pub(super) async fn open(config: &Config, second_factor: SecondFactor) -> Result<App, CommandError> {
    open_under(config, Arc::new(SystemClock), second_factor).await
}

/// As [`open`], under another clock.
pub(super) async fn open_under(config: &Config, clock: Arc<dyn Clock>, second_factor: SecondFactor) -> Result<App, CommandError> {
    house::open(config, clock, Arc::new(SystemRandom), second_factor).await.map_err(|error| match error {
        house::OpenError::Config(error) => CommandError::Config(error),
        house::OpenError::Store(error) => CommandError::Store(error),
        other => CommandError::Asked(other.to_string()),
    })
}

pub(super) async fn bind(address: &str) -> Result<TcpListener, CommandError> {
    TcpListener::bind(address).await.map_err(|error| CommandError::Io(format!("cannot listen on {address}"), error))
}

/// Begins to tell what happens: for people, or one JSON object a line.
pub(super) fn log(form: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| "warn,meemaak=info,people=info,meemaak::request=warn".into());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second call, in a test, changes nothing.
    let _ = if form == "json" { builder.json().try_init() } else { builder.try_init() };
}

/// Serves until the program is told to stop; then lets the pages and jobs under way end.
pub(super) async fn run(app: App, listener: TcpListener, keepers: Keepers) -> Result<(), CommandError> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
    });
    let until = |mut stopped: watch::Receiver<bool>| async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let worker = house::worker(&app);
    let working = {
        let stopped = stopped.clone();
        tokio::spawn(async move { worker.run(until(stopped)).await })
    };
    let daily = tokio::spawn(every_day(App::clone(&app), keepers, stopped.clone()));
    let hourly = {
        let (app, stopped) = (App::clone(&app), stopped.clone());
        tokio::spawn(async move {
            tokio::select! {
                () = people::kept::watch(app) => {}
                () = until(stopped) => {}
            }
        })
    };
    let service = house::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(until(stopped)).await;
    let _ = tokio::join!(working, daily, hourly);
    served.map_err(|error| CommandError::Io("serving".into(), error))
}

async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// Looks every ten minutes whether a day has passed, and does then what is due once a day. Doing it twice, on two
/// nodes, changes nothing the second time.
async fn every_day(app: App, keepers: Keepers, mut stopped: watch::Receiver<bool>) {
    let mut done: Option<Date> = None;
    loop {
        let today = kernel::Zone::utc().date(app.clock.now());
        if done != Some(today) {
            match one_day(&app, today, &keepers).await {
                Ok(()) => done = Some(today),
                Err(error) => tracing::error!(%error, "the work of the day is not done; trying again"),
            }
        }
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(Duration::from_secs(600)) => {}
        }
    }
}

/// What is done once a day: looking at terms, at what must be looked whether it lasts and at news to be mailed, removing files that no row names, sealing the journal and handing the
/// checkpoint out.
///
/// # Errors
/// When the database does not answer.
pub async fn one_day(app: &App, today: Date, keepers: &Keepers) -> Result<(), store::Error> {
    let tenants: Vec<TenantId> = {
        let mut session = app.store.read().await?;
        people::tables::tenants::ids(&mut session).await?
    };
    for id in tenants {
        let tenant = {
            let mut session = app.store.read().await?;
            people::tables::tenants::tenant(&mut session, id).await?
        };
        let Some(tenant) = tenant else { continue };
        let civil = tenant.civil;
        store::write!(app.store, [civil], |tx| {
            carry::jobs::begin(tx, id, &civil).await?;
            answer::jobs::begin(tx, id).await?;
            deliver::jobs::begin(tx, id).await?;
            learn::jobs::begin(tx, id).await
        })
        .await?;
    }
    // A file of the last day may belong to a form that is still being filled in.
    store::files::sweep(&app.store, app.clock.now().plus_seconds(-2 * 86_400)).await?;
    let checkpoint = store::journal::checkpoint(&app.store, today.plus_days(-1)).await?;
    checkpoints::hand_out(app, checkpoint, keepers).await
}
