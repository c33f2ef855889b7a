//! Real servers for tests: PostgreSQL, a mail server that keeps what it is given, an S3 server.
//!
//! Each runs under a small shell that holds our end of a pipe. When we end, in whatever way, the pipe closes, the shell
//! stops the server and removes its folder. So nothing is left running, not even after `kill -9`.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use clap::Args;

use crate::run::{program, quiet};
use crate::{Outcome, root, tools};

/// Which services to start.
#[derive(Args)]
pub struct Options {
    /// Let PostgreSQL write to the disk for real (slower; for measurements)
    #[arg(long)]
    durable: bool,
}

/// Starts all services, prints how tests find them, and stays until stopped.
///
/// # Errors
/// When one cannot be installed or started.
pub fn stay(options: &Options) -> Outcome<()> {
    let services = Services::start(if options.durable { Durability::Real } else { Durability::None })?;
    for (name, value) in services.environment() {
        println!("export {name}='{value}'");
    }
    println!("# The services run until this command ends (ctrl-c).");
    loop {
        std::thread::park();
    }
}

/// Whether PostgreSQL waits for the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// `fsync = off`: tests, whose server never outlives them.
    None,
    /// As in production.
    Real,
}

/// All services, running until dropped.
#[derive(Debug)]
pub struct Services {
    postgres: Postgres,
    mail: Mail,
    objects: Objects,
}

impl Services {
    /// Installs what is missing and starts all three.
    ///
    /// # Errors
    /// When one cannot be installed or started.
    pub fn start(durability: Durability) -> Outcome<Self> {
        let python = tools::Python::ready()?;
        Ok(Self { postgres: Postgres::start(durability)?, mail: Mail::start(&python)?, objects: Objects::start(&python)? })
    }

    /// How tests find the services.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("MEEMAAK_TEST_POSTGRES", self.postgres.address.clone()),
            ("MEEMAAK_TEST_SMTP", self.mail.address.clone()),
            ("MEEMAAK_TEST_MAIL_FOLDER", self.mail.folder.to_string_lossy().into_owned()),
            ("MEEMAAK_TEST_S3", self.objects.address.clone()),
            ("MEEMAAK_TEST_S3_BUCKET", BUCKET.to_owned()),
        ]
    }
}

/// A PostgreSQL of its own on a free port, in a temporary folder.
#[derive(Debug)]
pub struct Postgres {
    /// As `postgres://…`, to its database `postgres`.
    pub address: String,
    _server: Leased,
}

impl Postgres {
    /// Starts the server, installing Debian's when there is none.
    ///
    /// # Errors
    /// When it cannot be installed or does not answer within a minute.
    pub fn start(durability: Durability) -> Outcome<Self> {
        let bin = tools::postgres()?;
        let home = folder("meemaak-postgres-")?;
        // PostgreSQL refuses root; Debian's package brings an ordinary user for it.
        let user: &[&str] =
            if tools::is_root() { &["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] } else { &["env", "--"] };
        if tools::is_root() {
            quiet(program("chown", &["postgres:postgres", &home.to_string_lossy()], Path::new("/")))?;
        }
        let data = home.join("data").to_string_lossy().into_owned();
        let as_user = |name: &str| {
            let mut command = Command::new(user[0]);
            command.args(&user[1..]).arg(bin.join(name)).current_dir("/").env("LC_ALL", "C.UTF-8");
            command
        };
        let mut initdb = as_user("initdb");
        initdb.args(["--pgdata", &data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        quiet(initdb)?;

        let port = free_port()?;
        let mut server = as_user("postgres");
        server.args(["-D", &data, "-p", &port.to_string(), "-h", "127.0.0.1", "-k", &home.to_string_lossy(), "-c", "max_connections=400"]);
        server.args(["-c", "shared_buffers=256MB"]);
        if durability == Durability::None {
            server.args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        }
        let server = Leased::start("PostgreSQL", "QUIT", &server, home, port)?;
        // The port opens a moment before the server takes connections.
        let ready = bin.join("pg_isready");
        server.wait_until(|| crate::run::works(&ready, &["--quiet", "--host=127.0.0.1", "--port", &port.to_string()]))?;
        Ok(Self { address: format!("postgres://postgres@127.0.0.1:{port}/postgres"), _server: server })
    }
}

/// A mail server that writes every mail it accepts into a folder, one `.eml` file each.
#[derive(Debug)]
struct Mail {
    address: String,
    folder: PathBuf,
    _server: Leased,
}

impl Mail {
    fn start(python: &tools::Python) -> Outcome<Self> {
        let home = folder("meemaak-mail-")?;
        let mails = home.join("mails");
        fs::create_dir(&mails).map_err(|error| format!("{}: {error}", mails.display()))?;
        let port = free_port()?;
        let mut command = Command::new(python.bin("python"));
        command.arg(root().join("xtask/test-tools/mail.py")).arg(port.to_string()).arg(&mails);
        let server = Leased::start("the mail server", "TERM", &command, home, port)?;
        Ok(Self { address: format!("smtp://127.0.0.1:{port}"), folder: mails, _server: server })
    }
}

/// The bucket that is there from the start.
const BUCKET: &str = "meemaak";

/// An S3 server that keeps objects in memory; any key and secret will do.
#[derive(Debug)]
struct Objects {
    address: String,
    _server: Leased,
}

impl Objects {
    fn start(python: &tools::Python) -> Outcome<Self> {
        let home = folder("meemaak-objects-")?;
        let port = free_port()?;
        let mut command = Command::new(python.bin("moto_server"));
        command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
        let server = Leased::start("the S3 server", "TERM", &command, home, port)?;
        server.wait_until(|| make_bucket(port).is_ok())?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), _server: server })
    }
}

fn make_bucket(port: u16) -> std::io::Result<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "PUT /{BUCKET} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    if answer.ends_with(b" 200") { Ok(()) } else { Err(std::io::Error::other(String::from_utf8_lossy(&answer).into_owned())) }
}

/// A server that lives as long as we hold this.
#[derive(Debug)]
struct Leased {
    name: &'static str,
    shell: Child,
    log: PathBuf,
}

/// Starts the server ($3…) in the background, waits for the end of our pipe, sends it a signal ($1), removes its folder ($2).
const LEASE: &str = r#"
signal="$1"; home="$2"; shift 2
"$@" </dev/null >"$home.log" 2>&1 &
server=$!
cat >/dev/null
kill -"$signal" "$server" 2>/dev/null
wait "$server"
rm -rf "$home" "$home.log"
"#;

impl Leased {
    fn start(name: &'static str, signal: &str, command: &Command, home: PathBuf, port: u16) -> Outcome<Self> {
        let log = PathBuf::from(format!("{}.log", home.to_string_lossy()));
        let mut shell = Command::new("sh");
        shell.args(["-c", LEASE, "lease", signal]).arg(&home).arg(command.get_program()).args(command.get_args());
        for (key, value) in command.get_envs() {
            if let Some(value) = value {
                shell.env(key, value);
            }
        }
        // A group of its own, so that ctrl-c reaches us alone and the server ends in order.
        shell.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
        let shell = shell.spawn().map_err(|error| format!("{name} could not be started: {error}"))?;
        let leased = Self { name, shell, log };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        leased.wait_until(|| TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok())?;
        Ok(leased)
    }

    fn wait_until(&self, ready: impl Fn() -> bool) -> Outcome<()> {
        for _ in 0..600 {
            if ready() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        Err(format!("{} did not answer within a minute. It said:\n{said}", self.name))
    }
}

impl Drop for Leased {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// A new folder that the lease removes.
fn folder(prefix: &str) -> Outcome<PathBuf> {
    tempfile::Builder::new()
        .prefix(prefix)
        .tempdir()
        .map(tempfile::TempDir::keep)
        .map_err(|error| format!("no temporary folder could be made: {error}"))
}

/// A port that was free a moment ago.
fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port: {error}"))
}
