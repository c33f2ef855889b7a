//! Pages: how many a second, how long the slowest wait, how much goes over the wire.

use crate::CONNECTIONS;
use crate::bare::Bare;
use crate::load::{self, Connection, get};
use crate::program::Program;
use crate::report::Report;
use crate::seed::Town;

/// In how many turns a page and the bare page are measured, one after the other, so that what else the machine does
/// meets both.
const TURNS: u32 = 4;

/// Measures one page, by turns with a bare page of the same size, and the page built anew for every visitor.
///
/// # Errors
/// When the page cannot be had.
pub async fn measure(
    report: &mut Report,
    what: &str,
    program: &Program,
    town: &Town,
    path: &str,
    gate: f64,
    seconds: u32,
) -> Result<(), String> {
    let mut connection = Connection::open(&program.address).await.map_err(|error| error.to_string())?;
    let answer = connection.ask(&get(&town.host, path, false)).await.map_err(|error| error.to_string())?;
    if answer.status != 200 {
        return Err(format!("{path} answers {}", answer.status));
    }
    let size = answer.body.len();
    let bare = Bare::start(size)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let turn = f64::from(seconds) / f64::from(TURNS);
    for _ in 0..TURNS {
        let request = get(&town.host, path, false);
        ours.push(load::measure(&program.address, CONNECTIONS, turn, 200, move |_| request.clone()).await?);
        let request = get(&bare.address, "/", false);
        theirs.push(load::measure(&bare.address, CONNECTIONS, turn, 200, move |_| request.clone()).await?);
    }
    drop(bare);
    let (ours, theirs) = (load::together(&ours), load::together(&theirs));
    report.gate(&format!("{what}, {size} bytes"), ours.per_second, theirs.per_second, gate);
    report.note(
        &format!("{what}: p99 at {CONNECTIONS} connections"),
        milliseconds(ours.p99),
        &format!("bare {}", milliseconds(theirs.p99)),
    );

    // A query that no page reads makes each request another page for the cache.
    let (host, fresh) = (town.host.clone(), format!("{path}{}vers=", if path.contains('?') { '&' } else { '?' }));
    let anew =
        load::measure(&program.address, CONNECTIONS, f64::from(seconds), 200, move |n| get(&host, &format!("{fresh}{n}"), false)).await?;
    report.note(&format!("{what}: built anew each time"), format!("{:.0}/s", anew.per_second), &format!("p99 {}", milliseconds(anew.p99)));
    Ok(())
}

fn milliseconds(time: std::time::Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// Bytes over the wire for a first visit: the page and its style sheets, compressed as the server does it.
///
/// # Errors
/// When something of it cannot be had.
pub async fn weight(address: &str, host: &str, path: &str) -> Result<usize, String> {
    let mut connection = Connection::open(address).await.map_err(|error| error.to_string())?;
    let plain = connection.ask(&get(host, path, false)).await.map_err(|error| error.to_string())?;
    let mut sum = connection.ask(&get(host, path, true)).await.map_err(|error| error.to_string())?.body.len();
    let html = String::from_utf8_lossy(&plain.body).into_owned();
    for link in html.split("<link ").skip(1).filter_map(|rest| rest.split('>').next()).filter(|link| link.contains("stylesheet")) {
        let Some(href) = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()) else { continue };
        let sheet = connection.ask(&get(host, &href.replace("&amp;", "&"), true)).await.map_err(|error| error.to_string())?;
        if sheet.status != 200 {
            return Err(format!("{href} answers {}", sheet.status));
        }
        sum += sheet.body.len();
    }
    Ok(sum)
}
