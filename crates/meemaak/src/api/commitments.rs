//! What was promised after decisions and what came of it, for programs: a list of each process, and everything as a table or
//! line by line. It holds what the pages show, and never who in a department has it.

use super::answers::{self, Problem};
use super::shape::{Names, Stranded, Text, texts};
use super::{Listed, Paging, found};
use crate::open_data::{Form, Pages, harmless, original, public_processes, table};
use axum::extract::{Path, Query};
use axum::response::Response;
use deliver::{Happening, HappeningKind, Lasting, Milestone, Photo};
use kernel::{CommitmentId, ContributionId, Date, Instant, Money, OrganisationId, ProcessId, TextId};
use people::{App, Context, Tenant};
use serde::Serialize;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::Arc;
use store::Session;
use store::texts::LanguageSet;

/// So many commitments are read at once for an export.
const AT_ONCE: i64 = 100;
/// So many public numbers of contributions stand with one commitment.
const NUMBERS: i64 = 50;

/// Something that was promised after a decision.
#[derive(Debug, Serialize)]
struct Commitment {
    /// Its id.
    id: String,
    /// The place of the process in addresses.
    process: String,
    /// The page on which it stands.
    page: String,
    /// The public numbers of the contributions from which it came, fifty at most.
    contributions: Vec<String>,
    /// What will be there.
    what: Vec<Text>,
    /// `underway`, `claimed`, `realised` or `integrated` (catalogue S16–S18).
    stage: &'static str,
    /// Who does it: `department`, `resident` or `partner`.
    doer: &'static str,
    /// The organisation, when a partner does it.
    organisation: Option<String>,
    /// The department that answers for it.
    department: Option<String>,
    /// When it was promised.
    made: String,
    /// By when all of it must be there.
    until: Date,
    /// The means that were promised, in euro cents; nothing while they are not there.
    promised_cents: i64,
    /// Whether its money is there: `none` when it needs none, `own`, `given`, `asked`, `refused` or `sought`.
    funding: &'static str,
    /// The means that it needs while they are not there, in euro cents; nothing when nobody knows.
    needed_cents: i64,
    /// The means that were spent so far, in euro cents.
    spent_cents: i64,
    /// Where the means come from.
    source: Option<String>,
    /// The day on which that source ends, as long as nobody said how it goes on.
    money_ends: Option<Date>,
    /// Hours a month asked of volunteers.
    hours: Option<i64>,
    /// Hours a month that volunteers said they can give.
    ceiling: Option<i64>,
    /// The milestones, the earliest first.
    milestones: Vec<Step>,
    /// How the plan changed, the oldest first (catalogue G041).
    changes: Vec<Change>,
    /// Whether every author was told of the last change.
    changes_told: bool,
    /// When the department said that it is done.
    claimed: Option<String>,
    /// When somebody confirmed it.
    realised: Option<String>,
    /// In which part somebody confirmed it.
    confirmed_by: Option<&'static str>,
    /// When it must be looked at whether it lasts.
    check_on: Option<Date>,
    /// Each time somebody looked whether it lasts, the oldest first (catalogue G040).
    checks: Vec<Check>,
    /// The photos, what was there before first.
    photos: Vec<Picture>,
    /// Why it lies still; empty when it moves.
    stranded: Vec<Stranded>,
}

/// A milestone.
#[derive(Debug, Serialize)]
struct Step {
    /// What will be there.
    what: Vec<Text>,
    /// When.
    planned: Date,
    /// When it was reached.
    done: Option<Date>,
}

/// A change of the plan: output against outcome.
#[derive(Debug, Serialize)]
struct Change {
    /// When.
    at: String,
    /// What was proposed and promised.
    proposed: Vec<Text>,
    /// What comes instead.
    instead: Vec<Text>,
    /// Why.
    motive: Vec<Text>,
}

/// What was found when somebody looked whether it lasts.
#[derive(Debug, Serialize)]
struct Check {
    /// When.
    at: String,
    /// What holds: `works`, `used`, `owned`, `placed`.
    holds: Vec<&'static str>,
    /// What was seen.
    words: Vec<Text>,
}

/// A photo.
#[derive(Debug, Serialize)]
struct Picture {
    /// Where it is.
    address: String,
    /// `before` or `after`.
    moment: &'static str,
    /// What is on it, for whoever does not see it.
    description: Vec<Text>,
    /// Width in pixels.
    width: i64,
    /// Height in pixels.
    height: i64,
}

/// What is known beside the row of a commitment.
struct Beside {
    milestones: Vec<Milestone>,
    happenings: Vec<Happening>,
    photos: Vec<Photo>,
    numbers: Vec<String>,
    told: bool,
    stranded: Vec<Stranded>,
}

async fn beside(s: &mut Session, tenant: &Tenant, it: &deliver::Commitment, now: Instant) -> Result<Beside, store::Error> {
    let (id, today) = (tenant.id, tenant.civil.today(now));
    let left = deliver::left(s, id, it, &tenant.civil, today).await?;
    let still = it.dates(&tenant.civil, left).stranded(&tenant.civil, today);
    let told = match it.changed {
        Some(_) => journey::dossier(s, id, it.dossier).await?.is_none_or(|dossier| !deliver::untold(it, &dossier)),
        None => true,
    };
    let nobody = ContributionId::from_uuid(id.uuid());
    let together = journey::companions(s, id, it.dossier, nobody, NUMBERS).await?;
    let journeys = journey::journeys(s, id, &together, &tenant.civil, now).await?;
    Ok(Beside {
        milestones: deliver::milestones(s, id, it.id).await?,
        happenings: deliver::happenings(s, id, it.id).await?,
        photos: deliver::photos(s, id, it.id).await?,
        numbers: journeys.iter().map(|journey| journey.number.to_string()).collect(),
        told,
        stranded: still.iter().map(|it| Stranded { code: it.code.code(), since: it.since }).collect(),
    })
}

/// The names and texts of several commitments.
struct Said {
    names: Names,
    organisations: HashMap<OrganisationId, String>,
    texts: HashMap<TextId, LanguageSet>,
}

impl Said {
    fn text(&self, id: Option<TextId>) -> Vec<Text> {
        id.and_then(|id| self.texts.get(&id)).map(texts).unwrap_or_default()
    }
}

fn shaped(it: &deliver::Commitment, beside: Beside, slug: &str, said: &Said) -> Commitment {
    let of = |kind: HappeningKind| beside.happenings.iter().filter(move |one| one.kind == kind);
    Commitment {
        id: it.id.to_string(),
        process: slug.to_owned(),
        page: format!("/processen/{slug}/uitvoering"),
        contributions: beside.numbers,
        what: said.text(Some(it.what)),
        stage: it.stage.code(),
        doer: it.doer.code(),
        organisation: it.organisation.and_then(|id| said.organisations.get(&id).cloned()),
        department: said.names.department(Some(it.department)),
        made: it.made.rfc3339(),
        until: it.until,
        promised_cents: it.promised.cents(),
        funding: it.funding.code(),
        needed_cents: it.needed.cents(),
        spent_cents: it.spent.cents(),
        source: it.source.clone(),
        money_ends: it.money_ends,
        hours: it.hours,
        ceiling: it.ceiling,
        milestones: beside
            .milestones
            .iter()
            .map(|one| Step { what: said.text(Some(one.text)), planned: one.planned, done: one.done })
            .collect(),
        changes: of(HappeningKind::Changed)
            .map(|one| Change {
                at: one.at.rfc3339(),
                proposed: said.text(one.proposed),
                instead: said.text(one.instead),
                motive: said.text(one.text),
            })
            .collect(),
        changes_told: beside.told,
        claimed: it.claimed.map(Instant::rfc3339),
        realised: it.realised.map(Instant::rfc3339),
        confirmed_by: it.confirmed_by.map(journey::ConfirmedBy::code),
        check_on: it.check_on,
        checks: of(HappeningKind::Checked)
            .map(|one| Check {
                at: one.at.rfc3339(),
                holds: one.lasting.iter().map(|one| Lasting::code(*one)).collect(),
                words: said.text(one.text),
            })
            .collect(),
        photos: beside
            .photos
            .iter()
            .map(|one| Picture {
                address: format!("/uitvoering/fotos/{}", one.id),
                moment: one.moment.code(),
                description: said.text(Some(one.description)),
                width: one.width,
                height: one.height,
            })
            .collect(),
        stranded: beside.stranded,
    }
}

/// These commitments of the process at `slug`, in their order.
async fn shape(
    s: &mut Session,
    tenant: &Tenant,
    slug: &str,
    rows: &[deliver::Commitment],
    now: Instant,
) -> Result<Vec<Commitment>, store::Error> {
    let mut all = Vec::with_capacity(rows.len());
    let mut ids: Vec<TextId> = rows.iter().map(|it| it.what).collect();
    for it in rows {
        let beside = beside(s, tenant, it, now).await?;
        ids.extend(beside.milestones.iter().map(|one| one.text));
        ids.extend(beside.photos.iter().map(|one| one.description));
        ids.extend(beside.happenings.iter().flat_map(Happening::texts));
        all.push(beside);
    }
    ids.sort_unstable();
    ids.dedup();
    let mut texts = HashMap::new();
    for some in ids.chunks(50) {
        texts.extend(store::texts::texts(s, tenant.id, some).await?);
    }
    let organisations = people::tables::organisations(s, tenant.id).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let said = Said { names: Names::of(s, tenant.id).await?, organisations, texts };
    Ok(rows.iter().zip(all).map(|(it, beside)| shaped(it, beside, slug, &said)).collect())
}

pub(super) async fn list(ctx: Context, Path(id): Path<String>, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let process = found(&ctx, &id).await?;
    let mut s = ctx.store().read().await?;
    let mut rows = deliver::of_process(&mut s, ctx.tenant_id(), process.id, paging.after()?, limit + 1).await?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let path = format!("/api/v1/processes/{}/commitments", process.id);
    let next = rows.last().filter(|_| more).map(|last| format!("{path}?after={}.{}&limit={limit}", last.made.micros(), last.id));
    let items = shape(&mut s, &ctx.tenant, &process.slug, &rows, ctx.now()).await?;
    Ok(answers::json(&Listed { items, next }))
}

/// Commitments of several processes, each the newest first, a hundred at a time.
pub(super) struct Promises {
    app: App,
    tenant: Arc<Tenant>,
    form: Form,
    left: VecDeque<(ProcessId, String)>,
    after: Option<(Instant, CommitmentId)>,
}

impl Promises {
    /// Those of one process, which must be public.
    pub(super) fn of_process(app: &App, tenant: &Arc<Tenant>, process: &design::Process, form: Form) -> Self {
        let left = VecDeque::from([(process.id, process.slug.clone())]);
        Self { app: App::clone(app), tenant: Arc::clone(tenant), form, left, after: None }
    }

    /// Those of every public process, the newest process first.
    pub(super) async fn of_all(app: &App, tenant: &Arc<Tenant>, form: Form) -> Result<Self, store::Error> {
        let left = public_processes(app, tenant).await?;
        Ok(Self { app: App::clone(app), tenant: Arc::clone(tenant), form, left, after: None })
    }

    async fn rows(&mut self) -> Result<Option<Vec<Commitment>>, store::Error> {
        while let Some((process, slug)) = self.left.front().cloned() {
            let mut s = self.app.store.read().await?;
            let rows = deliver::of_process(&mut s, self.tenant.id, process, self.after, AT_ONCE).await?;
            let whole = i64::try_from(rows.len()).unwrap_or(0) < AT_ONCE;
            self.after = rows.last().filter(|_| !whole).map(|last| (last.made, last.id));
            if whole {
                self.left.pop_front();
            }
            if !rows.is_empty() {
                return shape(&mut s, &self.tenant, &slug, &rows, self.app.clock.now()).await.map(Some);
            }
        }
        Ok(None)
    }
}

impl Pages for Promises {
    fn head(&self) -> io::Result<Vec<u8>> {
        match self.form {
            Form::Csv => table(|to| to.write_record(COLUMNS)),
            Form::Lines => Ok(Vec::new()),
        }
    }

    async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let Some(rows) = self.rows().await.map_err(io::Error::other)? else { return Ok(None) };
        match self.form {
            Form::Csv => table(|to| rows.iter().try_for_each(|row| to.write_record(cells(row)))).map(Some),
            Form::Lines => rows
                .iter()
                .try_fold(Vec::new(), |mut text, row| {
                    serde_json::to_writer(&mut text, row)?;
                    text.push(b'\n');
                    Ok(text)
                })
                .map(Some),
        }
    }
}

/// The columns of a table.
const COLUMNS: [&str; 29] = [
    "id",
    "process",
    "contributions",
    "what",
    "language",
    "stage",
    "doer",
    "organisation",
    "department",
    "made",
    "until",
    "promised",
    "funding",
    "needed",
    "spent",
    "source",
    "money_ends",
    "hours",
    "ceiling",
    "milestones",
    "milestones_done",
    "changes",
    "changes_told",
    "claimed",
    "realised",
    "confirmed_by",
    "check_on",
    "photos",
    "stranded",
];

fn cells(it: &Commitment) -> [String; 29] {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let words = |text: Option<&String>| text.map(|text| harmless(text)).unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let money = |cents: i64| Money::from_cents(cents).to_string();
    [
        it.id.clone(),
        it.process.clone(),
        it.contributions.join(" "),
        original(&it.what),
        it.what.first().map(|text| text.language.clone()).unwrap_or_default(),
        it.stage.to_owned(),
        it.doer.to_owned(),
        words(it.organisation.as_ref()),
        words(it.department.as_ref()),
        it.made.clone(),
        it.until.to_string(),
        money(it.promised_cents),
        it.funding.to_owned(),
        money(it.needed_cents),
        money(it.spent_cents),
        words(it.source.as_ref()),
        day(it.money_ends),
        number(it.hours),
        number(it.ceiling),
        it.milestones.len().to_string(),
        it.milestones.iter().filter(|one| one.done.is_some()).count().to_string(),
        it.changes.len().to_string(),
        it.changes_told.to_string(),
        it.claimed.clone().unwrap_or_default(),
        it.realised.clone().unwrap_or_default(),
        it.confirmed_by.unwrap_or_default().to_owned(),
        day(it.check_on),
        it.photos.len().to_string(),
        it.stranded.iter().map(|it| format!("{} {}", it.code, it.since)).collect::<Vec<_>>().join("; "),
    ]
}
