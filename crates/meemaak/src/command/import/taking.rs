//! Rows come in: in groups, each with an id that follows from its source, and with a bar that shows how far it is.

use super::IMPORTER;
use crate::command::{CommandError, complain};
use indicatif::{ProgressBar, ProgressStyle};
use journey::Act;
use kernel::{ContributionId, Date, ProcessId};
use people::{App, Tenant};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::Read;
use std::sync::Arc;
use voice::NewContribution;

/// So many rows are written together.
const TOGETHER: usize = 100;

/// What became of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Came in now (or would have).
    pub taken: u64,
    /// Had come in before.
    pub known: u64,
    /// Could not be taken.
    pub refused: u64,
}

/// How far an import is, at a terminal; nothing when the output goes to a file.
#[derive(Debug, Clone)]
pub struct Bar {
    bar: ProgressBar,
    counts_rows: bool,
}

impl Bar {
    fn new(length: u64, template: &str, counts_rows: bool) -> Self {
        let bar = ProgressBar::new(length);
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, counts_rows }
    }
    /// A bar that counts rows.
    #[must_use]
    pub fn of_rows(rows: usize) -> Self {
        Self::new(u64::try_from(rows).unwrap_or(u64::MAX), "{wide_bar} {pos} of {len} rows, {eta} to go", true)
    }
    /// A bar that counts the bytes of a file.
    #[must_use]
    pub fn of_bytes(bytes: u64) -> Self {
        Self::new(bytes, "{wide_bar} {bytes} of {total_bytes}, {eta} to go", false)
    }
    /// The reader, which moves the bar.
    pub fn reading<R: Read>(&self, reader: R) -> impl Read + use<R> {
        self.bar.wrap_read(reader)
    }
    fn row(&self) {
        if self.counts_rows {
            self.bar.inc(1);
        }
    }
}

/// An import under way.
#[derive(Debug)]
pub struct Taking {
    app: App,
    tenant: Arc<Tenant>,
    process: ProcessId,
    dry_run: bool,
    bar: Bar,
    report: Report,
    waiting: Vec<NewContribution>,
    /// The ids of this run, so that a dry run also knows a row that stands in the file twice. Only kept then.
    seen: HashSet<ContributionId>,
}

impl Taking {
    /// An import into `process` of `tenant`.
    #[must_use]
    pub fn new(app: &App, tenant: &Arc<Tenant>, process: ProcessId, dry_run: bool, bar: Bar) -> Self {
        Self {
            app: Arc::clone(app),
            tenant: Arc::clone(tenant),
            process,
            dry_run,
            bar,
            report: Report::default(),
            waiting: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// The day on which the rows come in.
    #[must_use]
    pub fn today(&self) -> Date {
        self.tenant.civil.zone.date(self.app.clock.now())
    }

    /// The id of the row that `key` names: always the same for this municipality and process.
    #[must_use]
    pub fn id(&self, key: &str) -> ContributionId {
        let mut digest = Sha256::new();
        digest.update(b"meemaak import\0");
        digest.update(self.tenant.id.uuid());
        digest.update(self.process.uuid());
        digest.update(key.as_bytes());
        let digest: [u8; 32] = digest.finalize().into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        ContributionId::from_uuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// Tells of a row that cannot be taken.
    pub fn refuse(&mut self, line: u64, why: &str) {
        self.report.refused += 1;
        self.bar.row();
        self.bar.bar.suspend(|| complain(&format!("line {line}: {why}")));
    }

    /// Takes a row.
    ///
    /// # Errors
    /// When the database fails; the rows that came in before stay.
    pub async fn take(&mut self, line: u64, new: NewContribution) -> Result<(), CommandError> {
        if new.captured > self.today() {
            self.refuse(line, &format!("{} lies in the future", new.captured));
            return Ok(());
        }
        self.bar.row();
        if self.dry_run {
            let mut session = self.app.store.read().await?;
            let again = !self.seen.insert(new.id) || voice::is_known(&mut session, self.tenant.id, new.id).await?;
            if again {
                self.report.known += 1
            } else {
                self.report.taken += 1
            }
            return Ok(());
        }
        self.waiting.push(new);
        if self.waiting.len() >= TOGETHER { self.write().await } else { Ok(()) }
    }

    async fn write(&mut self) -> Result<(), CommandError> {
        let rows: Arc<[NewContribution]> = std::mem::take(&mut self.waiting).into();
        let (app, tenant, count) = (Arc::clone(&self.app), Arc::clone(&self.tenant), rows.len() as u64);
        let store = app.store.clone();
        let known = store::write!(store, [app, tenant, rows], |tx| {
            let act = Act { tenant: tenant.id, actor: &IMPORTER, at: app.clock.now(), civil: &tenant.civil };
            let mut known = 0_u64;
            for new in rows.iter() {
                known += u64::from(voice::receive(tx, &act, new.clone()).await?.repeated);
            }
            Ok::<_, voice::Error>(known)
        })
        .await
        .map_err(|error| CommandError::Asked(format!("the rows could not be stored: {error}")))?;
        self.report.known += known;
        self.report.taken += count - known;
        Ok(())
    }

    /// Writes what still waits, and says what became of all rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish(mut self) -> Result<Report, CommandError> {
        if !self.waiting.is_empty() {
            self.write().await?;
        }
        self.bar.bar.finish_and_clear();
        Ok(self.report)
    }
}
