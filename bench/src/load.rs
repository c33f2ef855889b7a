//! A small HTTP/1.1 client that asks as fast as it is answered: N connections kept open, one request at a time on each.
//!
//! Ours and not a known tool, so that both sides of a comparison meet the same client, nothing has to be installed, and
//! every answer is checked: a fast error is no page.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a measurement came to.
#[derive(Clone, Debug)]
pub struct Rate {
    /// Answers per second.
    pub per_second: f64,
    /// The waiting time that one in twenty exceeds.
    pub p95: Duration,
    /// The waiting time that one in a hundred exceeds.
    pub p99: Duration,
    /// How many came in all, those of the warming up and after the end included.
    pub all: usize,
}

/// One answer.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// The head as it came, without the status line.
    pub head: String,
    /// The body, unchunked, as encoded by the server.
    pub body: Vec<u8>,
}

impl Answer {
    /// The values of a header, by its lower-case name.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.head.lines().filter_map(move |line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// A kept-open connection.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects to `host:port`.
    pub async fn open(address: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(256 * 1024) })
    }

    /// Sends a request and reads its whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head_end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..head_end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        let header = |name: &str| {
            head.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
            })
        };
        let body = if header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked")) {
            self.chunks(head_end).await?
        } else {
            let length: usize = header("content-length").and_then(|value| value.parse().ok()).unwrap_or(0);
            while self.buffer.len() < head_end + length {
                self.more().await?;
            }
            self.buffer[head_end..head_end + length].to_vec()
        };
        let head = head.split_once("\r\n").map_or(String::new(), |(_, rest)| rest.to_owned());
        Ok(Answer { status, head, body })
    }

    async fn more(&mut self) -> std::io::Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            return Err(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "the server closed the connection"));
        }
        Ok(())
    }

    async fn chunks(&mut self, start: usize) -> std::io::Result<Vec<u8>> {
        let mut body = Vec::new();
        let mut at = start;
        loop {
            let line = loop {
                if let Some(end) = find(&self.buffer[at..], b"\r\n") {
                    break at + end;
                }
                self.more().await?;
            };
            let size = std::str::from_utf8(&self.buffer[at..line]).ok().and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
            let size = size.ok_or_else(|| std::io::Error::other("a chunk without a size"))?;
            at = line + 2;
            while self.buffer.len() < at + size + 2 {
                self.more().await?;
            }
            body.extend_from_slice(&self.buffer[at..at + size]);
            at += size + 2;
            if size == 0 {
                return Ok(body);
            }
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// A GET of `path`, as a browser sends it; `gzip` says whether it may come compressed.
pub fn get(host: &str, path: &str, gzip: bool) -> Vec<u8> {
    let encoding = if gzip { "Accept-Encoding: gzip\r\n" } else { "" };
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nAccept-Language: nl\r\n{encoding}\r\n").into_bytes()
}

/// How long is warmed up before answers are counted.
const WARMING: Duration = Duration::from_millis(500);

/// Puts turns of one measurement together: the mean of their rates, and the slowest p95 and p99.
pub fn together(turns: &[Rate]) -> Rate {
    Rate {
        per_second: turns.iter().map(|turn| turn.per_second).sum::<f64>() / turns.len().max(1) as f64,
        p95: turns.iter().map(|turn| turn.p95).max().unwrap_or_default(),
        p99: turns.iter().map(|turn| turn.p99).max().unwrap_or_default(),
        all: turns.iter().map(|turn| turn.all).sum(),
    }
}

/// Asks `requests(n)` on `connections` connections for `seconds`, after half a second of warming up.
///
/// # Errors
/// When the server cannot be reached or answers otherwise than `expected`.
pub async fn measure<F>(address: &str, connections: usize, seconds: f64, expected: u16, requests: F) -> Result<Rate, String>
where
    F: Fn(u64) -> Vec<u8> + Send + Sync + 'static,
{
    let requests = Arc::new(requests);
    let number = Arc::new(AtomicU64::new(0));
    let start = Instant::now() + WARMING;
    let end = start + Duration::from_secs_f64(seconds);
    let mut running = Vec::new();
    for _ in 0..connections {
        let mut connection = Connection::open(address).await.map_err(|error| format!("{address}: {error}"))?;
        let (requests, number) = (Arc::clone(&requests), Arc::clone(&number));
        running.push(tokio::spawn(async move {
            let (mut waited, mut all) = (Vec::new(), 0_usize);
            loop {
                let request = requests(number.fetch_add(1, Ordering::Relaxed));
                let asked = Instant::now();
                if asked >= end {
                    return Ok((waited, all));
                }
                let answer = connection.ask(&request).await.map_err(|error| error.to_string())?;
                let answered = Instant::now();
                if answer.status != expected {
                    let body = String::from_utf8_lossy(&answer.body);
                    return Err(format!(
                        "answered {} instead of {expected}: {}",
                        answer.status,
                        body.chars().take(2_000).collect::<String>()
                    ));
                }
                all += 1;
                if answered >= start && answered <= end {
                    waited.push(answered - asked);
                }
            }
        }));
    }
    let (mut waited, mut all) = (Vec::<Duration>::new(), 0);
    for task in running {
        let (turns, came) = task.await.map_err(|error| error.to_string())??;
        waited.extend(turns);
        all += came;
    }
    waited.sort_unstable();
    if waited.is_empty() {
        return Err("not a single answer came".to_owned());
    }
    let slowest = |share: f64| waited[((waited.len() - 1) as f64 * share) as usize];
    Ok(Rate { per_second: waited.len() as f64 / seconds, p95: slowest(0.95), p99: slowest(0.99), all })
}
