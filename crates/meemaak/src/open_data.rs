//! Everything public of a process or of a whole municipality, a few hundred contributions at a time: what the export of the
//! command line and the addresses for programs write. However much there is, no more than that is held in memory.

use crate::api::shape::{Contribution, Names, Text};
use kernel::{ContributionId, Instant, ProcessId};
use people::{App, Tenant};
use serde::Serialize;
use std::collections::VecDeque;
use std::sync::Arc;

/// So many contributions are read at once.
const AT_ONCE: i64 = 400;

/// In which form rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table for a spreadsheet, with a head: the words as they were written.
    Csv,
    /// One JSON object on each line, as the API gives it, in every language.
    Lines,
}

/// A contribution with the process to which it belongs.
#[derive(Debug, Serialize)]
pub struct Exported {
    /// The place of the process in addresses.
    pub process: String,
    /// What is public of it.
    #[serde(flatten)]
    pub contribution: Contribution,
}

/// Every public process with its place in addresses, the newest first.
pub(crate) async fn public_processes(app: &App, tenant: &Tenant) -> Result<VecDeque<(ProcessId, String)>, store::Error> {
    const PROCESSES: i64 = 100;
    let mut session = app.store.read().await?;
    let (mut left, mut after) = (VecDeque::new(), None);
    loop {
        let page = design::processes(&mut session, tenant.id, true, after, PROCESSES).await?;
        let whole = i64::try_from(page.len()).unwrap_or(0) < PROCESSES;
        after = page.last().map(|last| (last.created, last.id));
        left.extend(page.into_iter().map(|process| (process.id, process.slug)));
        if whole {
            return Ok(left);
        }
    }
}

/// Something that is written page by page, so that it does not matter how much it is.
pub(crate) trait Pages: Send + 'static {
    /// What stands before all rows.
    fn head(&self) -> std::io::Result<Vec<u8>>;
    /// The next rows as they are written; nothing at the end.
    fn next(&mut self) -> impl Future<Output = std::io::Result<Option<Vec<u8>>>> + Send;
}

/// Contributions in the form in which they are asked for.
pub(crate) struct Contributions(pub(crate) Rows, pub(crate) Form);

impl Pages for Contributions {
    fn head(&self) -> std::io::Result<Vec<u8>> {
        self.1.head()
    }

    async fn next(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let some = self.0.next().await.map_err(std::io::Error::other)?;
        some.map(|some| self.1.written(&some)).transpose()
    }
}

/// Reads what is public, process by process, each the newest first.
pub struct Rows {
    app: App,
    tenant: Arc<Tenant>,
    names: Names,
    now: Instant,
    left: VecDeque<(ProcessId, String)>,
    after: Option<(Instant, ContributionId)>,
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("left", &self.left).field("after", &self.after).finish_non_exhaustive()
    }
}

impl Rows {
    /// Those of one process, which must be public.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_process(app: &App, tenant: &Arc<Tenant>, process: &design::Process) -> Result<Self, store::Error> {
        Self::of(app, tenant, VecDeque::from([(process.id, process.slug.clone())])).await
    }

    /// Those of every public process, the newest process first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_all(app: &App, tenant: &Arc<Tenant>) -> Result<Self, store::Error> {
        Self::of(app, tenant, public_processes(app, tenant).await?).await
    }

    async fn of(app: &App, tenant: &Arc<Tenant>, left: VecDeque<(ProcessId, String)>) -> Result<Self, store::Error> {
        let names = Names::of(&mut app.store.read().await?, tenant.id).await?;
        Ok(Self { app: App::clone(app), tenant: Arc::clone(tenant), names, now: app.clock.now(), left, after: None })
    }

    /// The next rows; nothing at the end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Option<Vec<Exported>>, store::Error> {
        while let Some((process, slug)) = self.left.front().cloned() {
            let mut session = self.app.store.read().await?;
            let rows = voice::list_public(&mut session, self.tenant.id, process, self.after, AT_ONCE).await?;
            let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
            let journeys = journey::journeys(&mut session, self.tenant.id, &ids, &self.tenant.civil, self.now).await?;
            drop(session);
            let whole = i64::try_from(rows.len()).unwrap_or(0) < AT_ONCE;
            self.after = rows.last().filter(|_| !whole).map(|last| (last.received, last.id));
            if whole {
                self.left.pop_front();
            }
            if rows.is_empty() {
                continue;
            }
            let mut journeys = journeys.iter().peekable();
            let exported = rows.iter().map(|row| {
                // Both are in the order of the ids; a contribution without a journey would only lack one.
                let journey = journeys.next_if(|journey| journey.contribution == row.id);
                Exported { process: slug.clone(), contribution: Contribution::of(row, journey, &self.names) }
            });
            return Ok(Some(exported.collect()));
        }
        Ok(None)
    }
}

/// The columns of a table.
const COLUMNS: [&str; 23] = [
    "number",
    "title",
    "body",
    "language",
    "area",
    "street",
    "place",
    "latitude",
    "longitude",
    "channel",
    "captured",
    "received",
    "cost",
    "category",
    "state",
    "state_name",
    "since",
    "until",
    "department",
    "outcome",
    "answered",
    "stranded",
    "process",
];

/// Words that a spreadsheet would run as a formula get a quote before them.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn words(text: Option<&String>) -> String {
    text.map(|text| harmless(text)).unwrap_or_default()
}

pub(crate) fn original(texts: &[Text]) -> String {
    words(texts.first().map(|text| &text.text))
}

fn cells(row: &Exported) -> [String; 23] {
    let it = &row.contribution;
    let plain = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        it.number.clone(),
        original(&it.title),
        it.body.as_deref().map(original).unwrap_or_default(),
        it.title.first().map(|text| text.language.clone()).unwrap_or_default(),
        words(it.area.as_ref()),
        words(it.street.as_ref()),
        words(it.place.as_ref()),
        it.point.as_ref().map(|point| point.latitude.to_string()).unwrap_or_default(),
        it.point.as_ref().map(|point| point.longitude.to_string()).unwrap_or_default(),
        it.channel.to_owned(),
        it.captured.to_string(),
        it.received.clone(),
        it.cost_cents.map(|cents| kernel::Money::from_cents(cents).to_string()).unwrap_or_default(),
        words(it.category.as_ref()),
        plain(it.state),
        plain(it.state_name),
        plain(it.since.as_deref()),
        it.until.map(|day| day.to_string()).unwrap_or_default(),
        words(it.department.as_ref()),
        plain(it.outcome),
        plain(it.answered.as_deref()),
        it.stranded.iter().map(|it| format!("{} {}", it.code, it.since)).collect::<Vec<_>>().join("; "),
        row.process.clone(),
    ]
}

impl Form {
    /// What stands before all rows.
    ///
    /// # Errors
    /// Never in memory; the writer of tables may say so.
    pub fn head(self) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Csv => table(|to| to.write_record(COLUMNS)),
            Self::Lines => Ok(Vec::new()),
        }
    }

    /// Rows as they are written.
    ///
    /// # Errors
    /// Never in memory; the writers of tables and of JSON may say so.
    pub fn written(self, rows: &[Exported]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Csv => table(|to| rows.iter().try_for_each(|row| to.write_record(cells(row)))),
            Self::Lines => rows.iter().try_fold(Vec::new(), |mut text, row| {
                serde_json::to_writer(&mut text, row)?;
                text.push(b'\n');
                Ok(text)
            }),
        }
    }
}

pub(crate) fn table(fill: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> std::io::Result<Vec<u8>> {
    let mut to = csv::WriterBuilder::new().from_writer(Vec::new());
    fill(&mut to).map_err(std::io::Error::other)?;
    to.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn words_never_become_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"…\")"), "'=HYPERLINK(\"…\")");
        assert_eq!(harmless("@bank"), "'@bank");
        assert_eq!(harmless("Een bank = fijn"), "Een bank = fijn");
    }
}
