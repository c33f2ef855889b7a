//! The desk of 50,000 open dossiers, the daily look at the terms of 100,000 contributions and of 10,000 promises, and the export of
//! 250,000: each on both engines, held to the limit of issue 3.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use journey::{Filter, State, Stranding};
use kernel::{SystemClock, SystemRandom};
use people::{App, SecondFactor, Tenant};
use store::{sql, values};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::load::{self, Connection, get};
use crate::multiply::{self, Numbers, Patterns};
use crate::program::Program;
use crate::report::Report;
use crate::{raw, seed, settings, told};

/// How much of everything; the numbers of the issue when nothing else is said.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Amounts {
    /// Open dossiers behind the desk
    #[arg(long, default_value_t = 50_000)]
    dossiers: usize,
    /// Contributions whose terms are looked at
    #[arg(long, default_value_t = 100_000)]
    contributions: usize,
    /// Promises whose dates are looked at
    #[arg(long, default_value_t = 10_000)]
    promises: usize,
    /// Public contributions that are exported
    #[arg(long, default_value_t = 250_000)]
    exported: usize,
    /// Seconds for each page of the desk
    #[arg(long, default_value_t = 3)]
    seconds: u32,
    /// Leave out SQLite, to try a measurement of PostgreSQL
    #[arg(long)]
    postgres_only: bool,
}

/// A first page of the desk has so many milliseconds, for 95 of 100 visits.
const DESK_MILLISECONDS: f64 = 50.0;
/// The look at the terms has so many seconds.
const TERMS_SECONDS: f64 = 2.0;
/// An export has so many megabytes, the whole program counted.
const EXPORT_MEGABYTES: f64 = 100.0;

/// Whose desk is opened, and which of its lists.
const PAGES: [(&str, &str); 9] = [
    ("participation-officer", "/werk"),
    ("participation-officer", "/werk?lijst=te-laat"),
    ("participation-officer", "/werk?lijst=wacht"),
    ("participation-officer", "/werk?lijst=alle"),
    ("department-head", "/werk"),
    ("specialist", "/werk"),
    ("council-secretary", "/werk"),
    ("decision-maker", "/werk"),
    ("neighbourhood-manager", "/werk"),
];

/// Measures all three on the engines that are there.
///
/// # Errors
/// When something cannot be measured.
pub async fn measure(amounts: &Amounts, report: &mut Report, folder: &Path) -> Result<(), String> {
    let sqlite = format!("sqlite:{}", folder.join("meemaak.sqlite").display());
    if !amounts.postgres_only {
        engine(amounts, report, "SQLite", &sqlite, folder).await?;
    }
    match std::env::var("MEEMAAK_TEST_POSTGRES") {
        Ok(server) => {
            let database = raw::fresh_database(&server).await.map_err(told)?;
            engine(amounts, report, "PostgreSQL", &database, &folder.join("postgres")).await
        }
        Err(_) => {
            report.note("PostgreSQL", "left out", "MEEMAAK_TEST_POSTGRES is not set");
            Ok(())
        }
    }
}

async fn engine(amounts: &Amounts, report: &mut Report, name: &str, database: &str, folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(told)?;
    let settings = settings(database, folder);
    seed::demo(&settings, folder)?;
    let (app, tenant) = opened(&settings).await?;
    // A day passes before anything is copied: whoever left is missed then, and a copy has no journal in which that could be noted.
    carry::jobs::remind_now(&app, tenant.id).await?;
    let today = tenant.civil.today(app.clock.now());
    let numbers = Numbers::default();
    let open = Patterns::of(&app, tenant.id, false).await.map_err(told)?;

    eprintln!("{name}: {} open dossiers", amounts.dossiers);
    multiply::multiply(&app, tenant.id, &open, &numbers, today, amounts.dossiers).await?;
    // The program has the database for itself.
    app.store.close().await;
    raw::analyze(database).await.map_err(told)?;
    desk(amounts, report, name, &settings, folder).await?;

    let (app, tenant) = opened(&settings).await?;
    eprintln!("{name}: {} contributions", amounts.contributions);
    multiply::multiply(&app, tenant.id, &open, &numbers, today, amounts.contributions.saturating_sub(amounts.dossiers)).await?;
    multiply::promises(&app, tenant.id, today, amounts.promises).await.map_err(told)?;
    raw::analyze(database).await.map_err(told)?;
    terms(report, name, &app, &tenant).await?;

    let public = exported(&app, &tenant).await.map_err(told)?;
    eprintln!("{name}: {} public contributions", amounts.exported);
    let patterns = Patterns::of(&app, tenant.id, true).await.map_err(told)?;
    multiply::multiply(&app, tenant.id, &patterns, &numbers, today, amounts.exported.saturating_sub(public)).await?;
    let public = exported(&app, &tenant).await.map_err(told)?;
    app.store.close().await;
    raw::analyze(database).await.map_err(told)?;
    export(report, name, &settings, folder, public).await
}

async fn opened(settings: &[(&'static str, OsString)]) -> Result<(App, Arc<Tenant>), String> {
    let environment = settings.iter().map(|(name, value)| ((*name).to_owned(), value.to_string_lossy().into_owned()));
    let config = meemaak::config::Config::read(None, environment, &[]).map_err(told)?;
    let app = meemaak::open(&config, Arc::new(SystemClock), Arc::new(SystemRandom), SecondFactor::Optional).await.map_err(told)?;
    let mut session = app.store.read().await.map_err(told)?;
    let tenant = people::tables::tenants::by_host(&mut session, seed::HOST).await.map_err(told)?.ok_or("the demo has no municipality")?;
    drop(session);
    Ok((app, Arc::new(tenant)))
}

async fn desk(
    amounts: &Amounts,
    report: &mut Report,
    name: &str,
    settings: &[(&'static str, OsString)],
    folder: &Path,
) -> Result<(), String> {
    let demo = [OsString::from("demo"), OsString::from("--dir"), folder.as_os_str().to_owned()];
    let program = Program::start(&demo, settings, seed::HOST).await?;
    let told_of = std::fs::read_to_string(folder.join("demo.json")).map_err(told)?;
    let demo: serde_json::Value = serde_json::from_str(&told_of).map_err(told)?;
    let mut signed: Vec<(&str, String)> = Vec::new();
    for (role, path) in PAGES {
        let cookie = match signed.iter().find(|(known, _)| *known == role) {
            Some((_, cookie)) => cookie.clone(),
            None => {
                let accounts = demo["accounts"].as_array().ok_or("the demo has no accounts")?;
                let login = accounts.iter().find(|it| it["role"] == role).and_then(|it| it["login"].as_str());
                let cookie = sign_in(&program.address, login.ok_or(format!("the demo has no {role}"))?).await?;
                signed.push((role, cookie.clone()));
                cookie
            }
        };
        let request = visit(path, &cookie);
        let rows = rows(&program.address, &request).await?;
        let asked = request.clone();
        let alone = load::measure(&program.address, 1, f64::from(amounts.seconds), 200, move |_| asked.clone()).await?;
        let crowd = load::measure(&program.address, 8, f64::from(amounts.seconds), 200, move |_| request.clone()).await?;
        report.most(
            &format!("{name}: desk of {}, {role} {path}, {rows} rows: p95", amounts.dossiers),
            alone.p95.as_secs_f64() * 1e3,
            "ms",
            DESK_MILLISECONDS,
        );
        report.note(
            &format!("{name}: the same, 8 at once"),
            format!("{:.0}/s", crowd.per_second),
            &format!("p95 {:.1} ms", crowd.p95.as_secs_f64() * 1e3),
        );
    }
    Ok(())
}

fn visit(path: &str, cookie: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nAccept-Language: nl\r\nCookie: {cookie}\r\n\r\n", seed::HOST)
        .into_bytes()
}

/// How many dossiers the page shows: a fast page that shows nothing measures nothing.
async fn rows(address: &str, request: &[u8]) -> Result<usize, String> {
    let answer = Connection::open(address).await.map_err(told)?.ask(request).await.map_err(told)?;
    let body = String::from_utf8_lossy(&answer.body).into_owned();
    match body.matches("<th scope=\"row\">").count() {
        0 => Err(format!("a desk without dossiers (status {})", answer.status)),
        rows => Ok(rows),
    }
}

async fn sign_in(address: &str, login: &str) -> Result<String, String> {
    let mut connection = Connection::open(address).await.map_err(told)?;
    let page = connection.ask(&get(seed::HOST, "/aanmelden", false)).await.map_err(told)?;
    let visitor = page.headers("set-cookie").filter_map(|it| it.split(';').next()).collect::<Vec<_>>().join("; ");
    let html = String::from_utf8_lossy(&page.body).into_owned();
    let token = html.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).ok_or("no token to sign in with")?;
    let body = format!(
        "csrf={token}&mail={}&password={}&terug=%2Fwerk",
        login.replace('@', "%40"),
        meemaak::command::demo::PASSWORD.replace(' ', "+")
    );
    let request = format!(
        "POST /aanmelden HTTP/1.1\r\nHost: {}\r\nOrigin: http://{}\r\nCookie: {visitor}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        seed::HOST,
        seed::HOST,
        body.len()
    );
    let answer = connection.ask(request.as_bytes()).await.map_err(told)?;
    let cookie = answer.headers("set-cookie").filter_map(|it| it.split(';').next()).find(|it| it.contains("aanmelding="));
    cookie.map(str::to_owned).ok_or(format!("{login} cannot sign in: {}", answer.status))
}

/// What lies still is found anew with its reasons; then the daily look, on a day on which everybody was told already.
async fn terms(report: &mut Report, name: &str, app: &App, tenant: &Tenant) -> Result<(), String> {
    let now = app.clock.now();
    let yesterday = tenant.civil.today(now).plus_days(-1);
    let start = Instant::now();
    let (judged, still) = strandings(app, tenant, Some(yesterday)).await.map_err(told)?;
    let (promises, broken) = of_promises(app, tenant).await.map_err(told)?;
    let took = start.elapsed().as_secs_f64();
    let reasons: Vec<String> = still.iter().map(|(code, many)| format!("{many} {code}")).collect();
    report.note(&format!("{name}: lie still"), judged.to_string(), &reasons.join(", "));
    let reasons: Vec<String> = broken.iter().map(|(code, many)| format!("{many} {code}")).collect();
    report.note(&format!("{name}: promises judged"), promises.to_string(), &reasons.join(", "));
    report.most(&format!("{name}: everything that lies still, found anew with its reasons"), took, "s", TERMS_SECONDS);

    // The same from every row, without the index by day: what the index leaves out must lie still for no reason.
    let start = Instant::now();
    let (all, again) = strandings(app, tenant, None).await.map_err(told)?;
    let took = start.elapsed().as_secs_f64();
    report.note(&format!("{name}: the same, judged of each of {all} dossiers"), format!("{took:.2} s"), "");
    if again != still {
        return Err(format!("the index by day finds {still:?}, every row {again:?}"));
    }

    remind_of_all(app, tenant).await.map_err(told)?;
    // Who is gone, what comes back and which choices are looked at again is told once as well.
    carry::jobs::remind_now(app, tenant.id).await?;
    let start = Instant::now();
    carry::jobs::remind_now(app, tenant.id).await?;
    report.most(&format!("{name}: the daily look at all terms, nobody to be told anew"), start.elapsed().as_secs_f64(), "s", TERMS_SECONDS);
    Ok(())
}

type Still = std::collections::BTreeMap<&'static str, usize>;

/// How many dossiers were judged, and how many lie still for which reason.
async fn strandings(app: &App, tenant: &Tenant, due_until: Option<kernel::Date>) -> Result<(usize, Still), store::Error> {
    let now = app.clock.now();
    let (mut judged, mut still) = (0, Still::new());
    for state in State::ALL.iter().copied().filter(|state| state.can_strand()) {
        let filter = Filter { states: vec![state], due_until, ..Filter::default() };
        let mut after = None;
        loop {
            let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, 1_000).await?;
            let Some(last) = rows.last() else { break };
            after = Some((last.due, last.id));
            judged += rows.len();
            for row in &rows {
                for one in row.stranded(&tenant.civil, now) {
                    *still.entry(one.code.code()).or_default() += 1;
                }
            }
        }
    }
    Ok((judged, still))
}

/// How many promises were judged by their dates, and how many lie still for which reason. Whether their holders are still there (X10)
/// is asked of `people` for the promises on one page, and is not among it.
async fn of_promises(app: &App, tenant: &Tenant) -> Result<(usize, Still), store::Error> {
    let today = tenant.civil.today(app.clock.now());
    let (mut judged, mut still, mut after) = (0, Still::new(), None);
    loop {
        let rows = deliver::open_commitments(&mut app.store.read().await?, tenant.id, None, None, after, 1_000).await?;
        judged += rows.len();
        for one in rows.iter().flat_map(|it| it.dates(&tenant.civil, None).stranded(&tenant.civil, today)) {
            *still.entry(one.code.code()).or_default() += 1;
        }
        after = rows.last().and_then(|last| Some((last.due?, last.id)));
        if after.is_none() {
            return Ok((judged, still));
        }
    }
}

/// Notes for everything that lies still that it was told, as on the day after.
async fn remind_of_all(app: &App, tenant: &Tenant) -> Result<(), store::Error> {
    let now = app.clock.now();
    let today = tenant.civil.today(now);
    // What was put off lies still after the answer.
    for state in State::ALL.iter().copied().filter(|state| state.can_strand() || *state == State::Reaction) {
        let filter = Filter { states: vec![state], due_until: Some(today.plus_days(-1)), ..Filter::default() };
        let mut after = None;
        loop {
            let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, 1_000).await?;
            let Some(last) = rows.last() else { break };
            after = Some((last.due, last.id));
            let mut notes = Vec::new();
            for row in &rows {
                for one in row.stranded(&tenant.civil, now) {
                    notes.push((row.id, one.code.code(), one.since, "owner"));
                    if matches!(one.code, Stranding::X1 | Stranding::X3 | Stranding::X5 | Stranding::X9) {
                        notes.push((row.id, one.code.code(), one.since, "head"));
                    }
                    if row.state == State::Escalated && one.code == Stranding::X1 {
                        notes.push((row.id, one.code.code(), one.since, "above"));
                    }
                }
            }
            let id = tenant.id;
            store::write!(app.store, [notes], |tx| {
                for (dossier, code, since, rung) in notes {
                    tx.run(
                        sql!(
                            "INSERT INTO stranding_reminder (tenant, dossier, code, since_day, rung, sent_at) VALUES ($1, $2, $3, $4, $5, $6)
                             ON CONFLICT (tenant, dossier, code, since_day, rung) DO NOTHING"
                        ),
                        &values![id, dossier, code, since, rung, now],
                    )
                    .await?;
                }
                Ok::<_, store::Error>(())
            })
            .await?;
        }
    }
    Ok(())
}

/// How many contributions everybody may read; a part of one is read with the whole.
async fn exported(app: &App, tenant: &Tenant) -> Result<usize, store::Error> {
    let row = app
        .store
        .read()
        .await?
        .one(
            sql!("SELECT count(*) AS many FROM contribution WHERE tenant = $1 AND screening = 'shown' AND withdrawn IS NULL AND part_of IS NULL"),
            &values![tenant.id],
        )
        .await?;
    Ok(usize::try_from(row.get::<i64>("many")?).unwrap_or(0))
}

async fn export(
    report: &mut Report,
    name: &str,
    settings: &[(&'static str, OsString)],
    folder: &Path,
    public: usize,
) -> Result<(), String> {
    for (what, path) in [("table", "/api/v1/contributions.csv"), ("lines", "/api/v1/contributions.jsonl")] {
        // A fresh program each time: its highest memory is that of this export.
        let program = Program::start(&[OsString::from("serve")], settings, seed::HOST).await?;
        let start = Instant::now();
        let (bytes, lines) = swallow(&program.address, path).await?;
        let took = start.elapsed().as_secs_f64();
        // Words may hold ends of lines within quotes, so a table has at least as many lines as rows.
        let whole = if what == "lines" { lines == public } else { lines > public };
        if !whole {
            return Err(format!("{path} gave {lines} lines of {public}"));
        }
        let peak = program.highest_memory().ok_or("no memory is told of the program")?;
        report.most(&format!("{name}: export of {public} as {what}, over HTTP: highest memory"), peak as f64 / 1e6, "MB", EXPORT_MEGABYTES);
        report.note(
            &format!("{name}: the same, time"),
            format!("{took:.1} s"),
            &format!("{:.0} MB, {:.0} rows/s", bytes as f64 / 1e6, public as f64 / took),
        );
    }
    let file = folder.join("export.csv");
    let start = Instant::now();
    let peak = run(settings, &["export", "--format", "csv", "--output"], &file).await?;
    report.most(&format!("{name}: export of {public} on the command line: highest memory"), peak as f64 / 1e6, "MB", EXPORT_MEGABYTES);
    report.note(&format!("{name}: the same, time"), format!("{:.1} s", start.elapsed().as_secs_f64()), "");
    std::fs::remove_file(&file).map_err(told)
}

/// Reads an answer to its end without keeping it: how many bytes of body, how many lines.
async fn swallow(address: &str, path: &str) -> Result<(usize, usize), String> {
    let mut stream = TcpStream::connect(address).await.map_err(told)?;
    let request = format!("GET {path} HTTP/1.0\r\nHost: {}\r\nConnection: close\r\n\r\n", seed::HOST);
    stream.write_all(request.as_bytes()).await.map_err(told)?;
    let mut buffer = vec![0; 256 * 1024];
    let (mut head, mut bytes, mut lines) = (Vec::new(), 0, 0);
    let mut in_body = false;
    loop {
        let read = stream.read(&mut buffer).await.map_err(told)?;
        if read == 0 {
            break;
        }
        let mut part = &buffer[..read];
        if !in_body {
            head.extend_from_slice(part);
            let Some(end) = head.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
            if !head.starts_with(b"HTTP/1.0 200") && !head.starts_with(b"HTTP/1.1 200") {
                return Err(String::from_utf8_lossy(&head[..end]).into_owned());
            }
            in_body = true;
            let of_head = head.len() - read;
            part = &buffer[end + 4 - of_head..read];
        }
        bytes += part.len();
        lines += part.iter().filter(|byte| **byte == b'\n').count();
    }
    Ok((bytes, lines))
}

/// Runs the program to its end: its highest memory.
async fn run(settings: &[(&'static str, OsString)], arguments: &[&str], file: &Path) -> Result<u64, String> {
    let program = crate::program::path()?;
    let mut child = std::process::Command::new(&program)
        .args(arguments)
        .arg(file)
        .envs(settings.iter().map(|(name, value)| (*name, value)))
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let mut peak = 0;
    loop {
        peak = crate::program::highest_memory_of(child.id()).unwrap_or(0).max(peak);
        match child.try_wait().map_err(told)? {
            Some(status) if status.success() => return Ok(peak),
            Some(status) => return Err(format!("the export ended with {status}")),
            None => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}
