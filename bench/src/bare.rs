//! The measure for pages: an axum page that is only bytes, in a process of its own, as Meemaak is.

use std::process::{Child, Command, Stdio};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use bytes::Bytes;

/// Serves a page of `size` bytes on a free port, printed as the only line, until the process is ended.
///
/// # Errors
/// When it cannot listen.
pub async fn serve(size: usize) -> Result<(), String> {
    let page = Bytes::from(vec![b'x'; size]);
    let router = Router::new().route("/", get(move || async move { ([(CONTENT_TYPE, "text/html; charset=utf-8")], page) }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
    println!("{}", listener.local_addr().map_err(|error| error.to_string())?);
    axum::serve(listener, router).await.map_err(|error| error.to_string())
}

/// A bare server, until dropped.
#[derive(Debug)]
pub struct Bare {
    child: Child,
    /// `host:port`.
    pub address: String,
}

impl Bare {
    /// Starts this program once more, as a bare server.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(size: usize) -> Result<Self, String> {
        let own = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut child = Command::new(own)
            .args(["bare", "--size", &size.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the bare server could not be started: {error}"))?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line).map_err(|error| error.to_string())?;
        }
        Ok(Self { child, address: line.trim().to_owned() })
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
