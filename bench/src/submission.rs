//! Submissions: the last screen of the form, sent by many at once, each with an id and words of its own.

use std::time::Duration;

use crate::load::{self, Answer, Connection, get};
use crate::program::Program;
use crate::seed::Town;

/// What was sent and how fast it was acknowledged.
#[derive(Debug)]
pub struct Sent {
    /// Acknowledged submissions per second.
    pub per_second: f64,
    /// The waiting time that one in a hundred exceeds.
    pub p99: Duration,
    /// How many were acknowledged in all, warming up included.
    pub sent: usize,
}

/// Sends contributions as fast as they are acknowledged. An acknowledged one is on the disk.
///
/// # Errors
/// When one is not acknowledged.
pub async fn measure(program: &Program, town: &Town, connections: usize, seconds: u32) -> Result<Sent, String> {
    let mut connection = Connection::open(&program.address).await.map_err(|error| error.to_string())?;
    let form = connection.ask(&get(&town.host, &town.form, false)).await.map_err(|error| error.to_string())?;
    let cookie = cookies(&form);
    let csrf = hidden(&String::from_utf8_lossy(&form.body), "csrf").ok_or("the form has no token")?;
    let (host, path) = (town.host.clone(), town.form.clone());
    let rate = load::measure(&program.address, connections, f64::from(seconds), 303, move |n| {
        let body = format!(
            "csrf={csrf}&step=check&go=send&id={}&title=Een+bank+op+plek+{n}&body={}&idea-language=nl&place=Plek+{n}&answer-by=none",
            id(n),
            "Wie+hier+langs+komt+wil+even+zitten+en+kijken+naar+het+water.+".repeat(8),
        );
        // Each from an address of its own, told by the proxy: a rate limit is no part of the measurement.
        let [_, _, _, _, _, a, b, c] = n.to_be_bytes();
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nX-Forwarded-For: 10.{a}.{b}.{c}\r\nCookie: {cookie}\r\n\
             Accept-Language: nl\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    })
    .await?;
    Ok(Sent { per_second: rate.per_second, p99: rate.p99, sent: rate.all })
}

/// An id as a browser would bring it back from the form: UUIDv7, another one each time.
fn id(n: u64) -> String {
    format!("0190163d-8694-7{:03x}-8{:03x}-{:012x}", n >> 12 & 0xfff, n & 0xfff, n)
}

fn cookies(answer: &Answer) -> String {
    answer.headers("set-cookie").filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
}

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> Option<String> {
    html.split(&format!("name=\"{name}\" value=\"")).nth(1)?.split('"').next().map(str::to_owned)
}
