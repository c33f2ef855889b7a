//! What was acknowledged is there after a `kill -9`, what was changed in the journal is found, and a restore brings
//! nobody back who was erased: with the real program, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use futures::StreamExt as _;
use kernel::{Actor, ContributionId, IdentityId, PublicNumber, SystemClock, SystemRandom, TenantId};
use meemaak::config::Config;
use people::vault::Reason;
use people::{App, SecondFactor};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use store::testing::{EmptyDatabase, engines};
use store::{DatabaseUrl, Engine, values};
use tempfile::TempDir;
use tokio::sync::{Mutex, Notify};
use uuid::Uuid;

/// So many contributions are sent, so many at once, and after so many receipts the program is killed.
const SENT: usize = 200;
const AT_ONCE: usize = 16;
const KILLED_AFTER: usize = 100;

/// Leyhoven in a folder of its own, on one of the databases.
struct Town {
    folder: TempDir,
    url: String,
    _database: Option<EmptyDatabase>,
}

impl Town {
    /// A freshly filled one. On SQLite it is filled once and copied after that.
    async fn filled(engine: Engine) -> Self {
        static FIRST: Mutex<Option<Town>> = Mutex::const_new(None);
        // Below the build, since a folder in a static outlives the test.
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        if engine == Engine::Postgres {
            let database = store::testing::empty(engine, folder.path()).await;
            let DatabaseUrl::Postgres(url) = database.url.clone() else { panic!("a database on the server") };
            let town = Self { url, folder, _database: Some(database) };
            return town.fill().await;
        }
        let mut first = FIRST.lock().await;
        if first.is_none() {
            let url = format!("sqlite:{}", folder.path().join("leyhoven.sqlite").display());
            *first = Some(Self { folder, url, _database: None }.fill().await);
        }
        let folder = TempDir::new().unwrap();
        copy(first.as_ref().unwrap().folder.path(), folder.path());
        Self { url: format!("sqlite:{}", folder.path().join("leyhoven.sqlite").display()), folder, _database: None }
    }

    async fn fill(self) -> Self {
        let folder = self.folder.path().to_str().unwrap().to_owned();
        let (town, output) = self.run(&["demo", "--dir", &folder, "--only-fill"]).await;
        assert!(output.status.success(), "{}", told(&output));
        town
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where everything lies, as the environment says it.
    fn settings(&self) -> Vec<(String, String)> {
        [("DATABASE", self.url.clone())]
            .into_iter()
            .chain(
                [("FILES", "files"), ("SECRET_FILE", "secret"), ("ERASURE_LIST", "erased.jsonl")]
                    .map(|(name, file)| (name, self.at(file).display().to_string())),
            )
            .map(|(name, value)| (format!("MEEMAAK_{name}"), value))
            .collect()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meemaak"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MEEMAAK_")) {
            command.env_remove(name);
        }
        command.args(args).envs(self.settings()).current_dir(self.folder.path());
        command
    }

    /// Runs the program to its end.
    async fn run(self, args: &[&str]) -> (Self, Output) {
        let mut command = self.command(args);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        (self, output)
    }

    async fn output(&self, args: &[&str]) -> Output {
        let mut command = self.command(args);
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// Opens the house in this process.
    async fn open(&self) -> (App, TenantId) {
        let config = Config::read(None, self.settings().into_iter(), &[]).unwrap();
        let app = meemaak::open(&config, Arc::new(SystemClock), Arc::new(SystemRandom), SecondFactor::Optional).await.unwrap();
        let tenants = people::tables::tenants::ids(&mut app.store.read().await.unwrap()).await.unwrap();
        let [tenant] = tenants[..] else { panic!("one municipality: {tenants:?}") };
        (app, tenant)
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn told(output: &Output) -> String {
    format!("{}\n{}\n{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The colour of the photo of the contribution with this number: no two alike.
fn colour(nth: usize) -> [u8; 3] {
    [(nth % 6) * 40 + 20, (nth / 6 % 6) * 40 + 20, (nth / 36) * 40 + 20].map(|part| u8::try_from(part).unwrap())
}

fn photo(nth: usize) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(32, 32, image::Rgb(colour(nth)));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

/// Whether these bytes are the photo of this contribution, written anew by the house.
fn is_photo(bytes: &[u8], nth: usize) -> bool {
    let Ok(picture) = image::load_from_memory_with_format(bytes, image::ImageFormat::Jpeg) else { return false };
    let picture = picture.to_rgb8();
    let middle = picture.get_pixel(picture.width() / 2, picture.height() / 2);
    middle.0.iter().zip(colour(nth)).all(|(is, was)| is.abs_diff(was) < 15)
}

/// What the sender of one contribution writes.
struct Words {
    title: String,
    body: String,
    name: String,
    mail: String,
}

fn words(nth: usize) -> Words {
    Words {
        title: format!("Een bank op plek {nth}"),
        body: format!("Hier, op plek {nth}, wil ik graag zitten.\nEn kijken wie er voorbijkomt."),
        name: format!("Proef Bewoner {nth}"),
        mail: format!("bewoner{nth}@voorbeeld.be"),
    }
}

/// A browser that knows no more than HTTP.
struct Sender {
    client: reqwest::Client,
    base: String,
    slug: String,
}

impl Sender {
    fn form(&self) -> String {
        format!("{}/processen/{}/bijdragen", self.base, self.slug)
    }

    async fn post(&self, cookie: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Result<reqwest::Response, reqwest::Error> {
        const BOUNDARY: &str = "een-grens-die-nergens-in-staat";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend_from_slice(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes(),
            );
        }
        if let Some(bytes) = file {
            let head = "Content-Disposition: form-data; name=\"file\"; filename=\"plek.jpg\"\r\nContent-Type: image/jpeg";
            body.extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = self.client.post(self.form()).header("cookie", cookie).header("sec-fetch-site", "same-origin");
        request.header("content-type", format!("multipart/form-data; boundary={BOUNDARY}")).body(body).send().await
    }

    /// Fills the form in and sends it. Gives the number on the receipt; an error when the connection broke.
    async fn send(&self, nth: usize) -> Result<PublicNumber, reqwest::Error> {
        let begun = self.client.get(self.form()).send().await?;
        let cookie = cookie(&begun, "bezoeker").expect("a page with a form brings a cookie");
        let page = begun.text().await?;
        let [id, code, token] = ["id", "code", "csrf"].map(|name| field(&page, name));
        let words = words(nth);
        let idea = [
            ("csrf", token.as_str()),
            ("id", id.as_str()),
            ("code", code.as_str()),
            ("title", words.title.as_str()),
            ("body", words.body.as_str()),
            ("idea-language", "nl"),
        ];
        let cookie = format!("bezoeker={cookie}");
        let kept = self.post(&cookie, &[&idea[..], &[("step", "photo")]].concat(), Some(&photo(nth))).await?;
        assert_eq!(kept.status(), 200);
        let file = field(&kept.text().await?, "photo");
        let rest = [
            ("photo", file.as_str()),
            ("photo-words", "De plek"),
            ("answer-by", "mail"),
            ("name", words.name.as_str()),
            ("mail", words.mail.as_str()),
            ("step", "check"),
            ("go", "send"),
        ];
        let sent = self.post(&cookie, &[&idea[..], &rest].concat(), None).await?;
        let receipt = cookie_of_receipt(&sent);
        let status = sent.status();
        match receipt {
            Some(number) if status == 303 => Ok(number),
            _ => panic!("{nth} is not acknowledged: {status} {}", sent.text().await?),
        }
    }
}

fn cookie(response: &reqwest::Response, name: &str) -> Option<String> {
    let lines = response.headers().get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.filter_map(|line| line.split(';').next()?.split_once('='));
    pairs.filter(|(found, _)| *found == name).map(|(_, value)| value.to_owned()).next_back()
}

fn cookie_of_receipt(response: &reqwest::Response) -> Option<PublicNumber> {
    cookie(response, "ontvangst")?.split('.').next()?.parse().ok()
}

/// The value of the field `name` on a page.
fn field(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = page.find(&mark).unwrap_or_else(|| panic!("no field {name} on {page}")) + mark.len();
    page[start..].split('"').next().unwrap().to_owned()
}

/// Sends contributions to the program and kills it in the midst of them. Gives what was acknowledged.
async fn sent_until_killed(town: &Town) -> Vec<(usize, PublicNumber)> {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("127.0.0.1:{port}");
    let folder = town.folder.path().to_str().unwrap().to_owned();
    let mut program = town.command(&["demo", "--dir", &folder, "--listen", &address]).stdout(Stdio::null()).spawn().unwrap();
    // Another test may have set one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(Duration::from_secs(60)).build().unwrap();
    let base = format!("http://{address}");
    let ready = async {
        while client.get(format!("{base}/gereed")).send().await.is_err() {
            assert!(program.try_wait().unwrap().is_none(), "the program ended by itself");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), ready).await.expect("the program listens");
    let slug = open_process(town).await;
    let sender = Sender { client, base, slug };

    let (acknowledged, enough, killed) = (AtomicUsize::new(0), Notify::new(), AtomicBool::new(false));
    let sending = futures::stream::iter(0..SENT)
        .map(|nth| {
            let (sender, acknowledged, enough, killed) = (&sender, &acknowledged, &enough, &killed);
            async move {
                if killed.load(Ordering::SeqCst) {
                    return None;
                }
                match sender.send(nth).await {
                    Ok(number) => {
                        if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == KILLED_AFTER {
                            enough.notify_one();
                        }
                        Some((nth, number))
                    }
                    Err(error) => {
                        assert!(killed.load(Ordering::SeqCst), "{nth} failed before the program was killed: {error}");
                        None
                    }
                }
            }
        })
        .buffer_unordered(AT_ONCE)
        .filter_map(std::future::ready)
        .collect::<Vec<_>>();
    let killing = async {
        enough.notified().await;
        killed.store(true, Ordering::SeqCst);
        program.kill().unwrap();
        program.wait().unwrap()
    };
    let (all, status) = tokio::join!(sending, killing);
    assert!(!status.success(), "it was killed, it did not end: {status}");
    assert!((KILLED_AFTER..SENT).contains(&all.len()), "killed in the midst of it: {}", all.len());
    all
}

/// The process of the demo that takes ideas now.
async fn open_process(town: &Town) -> String {
    let (app, tenant) = town.open().await;
    let mut s = app.store.read().await.unwrap();
    let today = kernel::Zone::named("Europe/Brussels").unwrap().date(app.clock.now());
    let all = design::processes(&mut s, tenant, true, None, 50).await.unwrap();
    drop(s);
    let open = all.iter().find(|process| design::open_for_contributions(process, today)).expect("a process is open");
    let slug = open.slug.clone();
    app.store.close().await;
    slug
}

/// Everything that belongs to one acknowledged contribution is there.
async fn is_whole(app: &App, tenant: TenantId, nth: usize, number: &PublicNumber) -> ContributionId {
    let mut s = app.store.read().await.unwrap();
    let it = voice::by_number(&mut s, tenant, number).await.unwrap().unwrap_or_else(|| panic!("{nth} ({number}) is lost"));
    let words = words(nth);
    let original = voice::original(&mut s, tenant, it.id).await.unwrap().unwrap();
    assert_eq!(original, (words.title, Some(words.body)), "{nth}");
    let dossier = journey::of_contribution(&mut s, tenant, it.id).await.unwrap().expect("a dossier");
    assert_eq!((dossier.id, dossier.state), (it.dossier, journey::State::Received), "{nth}");

    let photos = voice::photos_of(&mut s, tenant, it.id).await.unwrap();
    assert_eq!(photos.len(), 1, "{nth} has its photo");
    assert!(photos[0].sent);
    let bytes =
        app.store.files().get(tenant, photos[0].id).await.unwrap().unwrap_or_else(|| panic!("the bytes of the photo of {nth} are lost"));
    assert!(is_photo(&bytes, nth), "the photo of {nth} is another one");

    let identity = it.identity.expect("somebody to answer");
    let mails = s.all("SELECT id, state, body FROM mail WHERE tenant = $1 AND identity = $2", &values![tenant, identity]).await.unwrap();
    assert_eq!(mails.len(), 1, "the mail to {nth} is lost");
    assert!(mails[0].get::<String>("body").unwrap().contains(number.as_str()));
    // Without a mail server the job lays the mail by; until then the job is there, or the mail would never leave.
    if mails[0].get::<String>("state").unwrap() == "waiting" {
        let id: Uuid = mails[0].get("id").unwrap();
        let sql = "SELECT count(*) AS many FROM job WHERE tenant = $1 AND payload LIKE $2 AND died_at IS NULL";
        let jobs: i64 = s.one(sql, &values![tenant, format!("%{id}%")]).await.unwrap().get("many").unwrap();
        assert_eq!(jobs, 1, "the job of the mail to {nth} is lost");
    }
    drop(s);
    let who = look(app, tenant, identity).await.expect("who it is");
    assert_eq!((who.name, who.mail), (words.name, words.mail));
    it.id
}

async fn look(app: &App, tenant: TenantId, identity: IdentityId) -> Option<people::vault::Identity> {
    let keeper = app.keeper(tenant, Actor::System);
    store::write!(app.store, [keeper], |tx| people::vault::look(tx, &keeper, identity, Reason::OwnRequest).await).await.unwrap()
}

/// Does something to one entry of the journal behind its back.
async fn behind_its_back(town: &Town, sql: &'static str, (stream, number): (Uuid, i64), body: Option<&str>) {
    let (app, tenant) = town.open().await;
    let body = body.map(str::to_owned);
    let changed = store::write!(app.store, [body], |tx| {
        match &body {
            Some(body) => tx.run(sql, &values![tenant, stream, number, body]).await,
            None => tx.run(sql, &values![tenant, stream, number]).await,
        }
    })
    .await
    .unwrap();
    assert_eq!(changed, 1, "{sql}");
    app.store.close().await;
}

async fn verify(town: &Town) -> (Option<i32>, String) {
    let output = town.output(&["journal", "verify"]).await;
    (output.status.code(), told(&output))
}

/// Changes an entry of the journal, puts it back, and cuts the end off another stream: both are found and named.
async fn a_journal_that_was_touched_is_found(town: &Town, contribution: ContributionId) {
    const CHANGE: &str = "UPDATE journal SET body = $4 WHERE tenant = $1 AND stream = $2 AND number = $3";
    const CUT: &str = "DELETE FROM journal WHERE tenant = $1 AND stream = $2 AND number = $3";
    let (code, said) = verify(town).await;
    assert!(code == Some(0) && said.contains("the journal is whole"), "{said}");
    let entry = (contribution.uuid(), 1);
    let (app, tenant) = town.open().await;
    let mut s = app.store.read().await.unwrap();
    let sql = "SELECT body FROM journal WHERE tenant = $1 AND stream = $2 AND number = $3";
    let body: String = s.one(sql, &values![tenant, entry.0, entry.1]).await.unwrap().get("body").unwrap();
    let longest = "SELECT stream, number FROM journal_head WHERE tenant = $1 ORDER BY number DESC, stream LIMIT 1";
    let longest = s.one(longest, &values![tenant]).await.unwrap();
    let end: (Uuid, i64) = (longest.get("stream").unwrap(), longest.get("number").unwrap());
    drop(s);
    app.store.close().await;
    drop(app);

    behind_its_back(town, CHANGE, entry, Some("{\"channel\":\"paper\"}")).await;
    let (code, said) = verify(town).await;
    assert!(code == Some(3) && said.contains(&format!("stream {} entry 1: changed", entry.0)), "{said}");
    assert!(!said.contains("the journal is whole"));

    behind_its_back(town, CHANGE, entry, Some(&body)).await;
    assert_eq!(verify(town).await.0, Some(0), "as it was written it is whole");
    behind_its_back(town, CUT, end, None).await;
    let (code, said) = verify(town).await;
    assert!(code == Some(3) && said.contains(&format!("stream {} entry {}: cut off", end.0, end.1)), "{said}");
}

async fn nothing_acknowledged_is_missing(engine: Engine) {
    let town = Town::filled(engine).await;
    let acknowledged = sent_until_killed(&town).await;
    let (app, tenant) = town.open().await;
    let mut last = None;
    for (nth, number) in &acknowledged {
        last = Some(is_whole(&app, tenant, *nth, number).await);
    }
    app.store.close().await;
    drop(app);
    a_journal_that_was_touched_is_found(&town, last.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_kill_9_on_sqlite_nothing_acknowledged_is_missing_and_a_touched_journal_is_found() {
    nothing_acknowledged_is_missing(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_kill_9_on_postgresql_nothing_acknowledged_is_missing_and_a_touched_journal_is_found() {
    if engines().contains(&Engine::Postgres) {
        nothing_acknowledged_is_missing(Engine::Postgres).await;
    }
}

/// A resident of the demo whose words are public: the pseudonym and the contribution.
async fn somebody(app: &App, tenant: TenantId) -> (IdentityId, ContributionId) {
    let mut s = app.store.read().await.unwrap();
    let sql = "SELECT identity, id FROM author JOIN contribution ON contribution.tenant = author.tenant AND contribution.id = author.contribution \
               WHERE author.tenant = $1 AND contribution.body IS NOT NULL AND contribution.screening = 'shown' ORDER BY id LIMIT 1";
    let row = s.one(sql, &values![tenant]).await.unwrap();
    (row.get("identity").unwrap(), row.get("id").unwrap())
}

async fn original(app: &App, tenant: TenantId, id: ContributionId) -> (String, Option<String>) {
    voice::original(&mut app.store.read().await.unwrap(), tenant, id).await.unwrap().expect("the number stays")
}

/// Whether these words stand anywhere in a backup, whatever the table.
fn backup_holds(folder: &Path, words: &str) -> bool {
    let quoted = serde_json::to_string(words).unwrap();
    let inner = &quoted[1..quoted.len() - 1];
    std::fs::read_dir(folder.join("tables")).unwrap().any(|table| std::fs::read_to_string(table.unwrap().path()).unwrap().contains(inner))
}

async fn is_recalled(app: &App, tenant: TenantId, number: &PublicNumber) -> bool {
    let mut s = app.store.read().await.unwrap();
    let sql = "SELECT id FROM recall WHERE tenant = $1 AND number = $2";
    s.optional(sql, &values![tenant, number.as_str()]).await.unwrap().is_some()
}

async fn nobody_comes_back(engine: Engine) {
    let town = Town::filled(engine).await;
    let (app, tenant) = town.open().await;
    let (identity, contribution) = somebody(&app, tenant).await;
    let who = look(&app, tenant, identity).await.expect("the vault knows");
    let (title, body) = original(&app, tenant, contribution).await;
    let body = body.unwrap();
    assert!(!who.name.is_empty() && !title.is_empty());

    let backup = town.at("backup");
    let made = town.output(&["backup", backup.to_str().unwrap()]).await;
    assert!(made.status.success(), "{}", told(&made));
    assert!(backup_holds(&backup, &title) && backup_holds(&backup, &body), "the backup is from before the erasure");

    people::holder::erase(&app, tenant, identity, Actor::System, "own-request").await.unwrap();
    assert_eq!(look(&app, tenant, identity).await, None);
    // Somebody takes back what still lies on a telephone, with the number on the card.
    let recalled = PublicNumber::draw(app.random.as_ref());
    voice::note_recall(&app.store, tenant, &recalled, app.clock.now()).await.unwrap();
    assert!(!is_recalled(&app, tenant, &recalled).await, "the backup knows nothing of it");
    app.store.close().await;
    drop(app);

    let refused = town.output(&["restore", backup.to_str().unwrap()]).await;
    assert_eq!(refused.status.code(), Some(1), "what is there is not replaced unasked: {}", told(&refused));
    let restored = town.output(&["restore", "--replace", backup.to_str().unwrap()]).await;
    assert!(restored.status.success(), "{}", told(&restored));

    let (app, _) = town.open().await;
    assert_eq!(look(&app, tenant, identity).await, None, "the vault gives nothing");
    assert_eq!(original(&app, tenant, contribution).await, (String::new(), None), "no words");
    let mut s = app.store.read().await.unwrap();
    let it = voice::contribution(&mut s, tenant, contribution).await.unwrap().expect("the number stays");
    assert!(it.erased && !it.published && it.identity.is_none());
    assert_eq!(voice::photos_of(&mut s, tenant, contribution).await.unwrap(), []);
    drop(s);
    assert!(is_recalled(&app, tenant, &recalled).await, "the telephone still may not send it");
    app.store.close().await;
    drop(app);
    let after = town.at("after");
    assert!(town.output(&["backup", after.to_str().unwrap()]).await.status.success());
    for words in [&who.name, &who.mail, &title, &body] {
        assert!(words.is_empty() || !backup_holds(&after, words), "«{words}» is still somewhere");
    }
    let whole = town.output(&["journal", "verify"]).await;
    assert_eq!(whole.status.code(), Some(0), "{}", told(&whole));

    // The same backup where nobody was ever erased brings the person back: it was the list that kept them away.
    let elsewhere = TempDir::new().unwrap();
    std::fs::copy(town.at("secret"), elsewhere.path().join("secret")).unwrap();
    let other = Town { url: format!("sqlite:{}", elsewhere.path().join("leyhoven.sqlite").display()), folder: elsewhere, _database: None };
    let (other, restored) = other.run(&["restore", backup.to_str().unwrap()]).await;
    assert!(restored.status.success(), "{}", told(&restored));
    let (app, _) = other.open().await;
    assert_eq!(look(&app, tenant, identity).await, Some(who));
    assert_eq!(original(&app, tenant, contribution).await, (title, Some(body)));
    app.store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_after_an_erasure_does_not_bring_the_person_back() {
    for engine in engines() {
        nobody_comes_back(engine).await;
    }
}
