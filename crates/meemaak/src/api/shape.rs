//! The public form of a process and a contribution: what the API and the export write. It is made of what pages show,
//! and holds no account, no author and no way to an author.

use journey::State;
use kernel::{AreaId, Date, DepartmentId, TenantId, Term};
use serde::Serialize;
use std::collections::HashMap;
use store::Session;
use store::texts::{LanguageSet, Origin};

/// A text in one language.
#[derive(Debug, Serialize)]
pub struct Text {
    /// The language.
    pub language: String,
    /// The words.
    pub text: String,
    /// Whether it was written so, or translated by a person or a machine.
    pub origin: Origin,
    /// Whether a person stands for it: false for what a machine translated and nobody read.
    pub reviewed: bool,
}

/// A text in all its languages, the original first.
#[must_use]
pub fn texts(set: &LanguageSet) -> Vec<Text> {
    set.versions()
        .iter()
        .map(|version| Text {
            language: version.language.to_string(),
            text: version.text.clone(),
            origin: version.origin,
            reviewed: version.origin != Origin::Machine || version.reviewed_by.is_some(),
        })
        .collect()
}

fn texts_or_none(set: Option<&LanguageSet>) -> Option<Vec<Text>> {
    set.map(texts)
}

/// A rung of a ladder.
#[derive(Debug, Serialize)]
pub struct Rung {
    /// Which ladder.
    pub ladder: &'static str,
    /// Which step, 1 (lowest) to 5.
    pub step: u8,
}

/// The decision of a body that the process may be held.
#[derive(Debug, Serialize)]
pub struct Mandate {
    /// Which body.
    pub body: String,
    /// When.
    pub date: Date,
    /// Where it can be read.
    pub reference: String,
    /// Up to which step.
    pub step: u8,
}

/// A dated step.
#[derive(Debug, Serialize)]
pub struct Moment {
    /// When.
    pub date: Date,
    /// What happens.
    pub text: Vec<Text>,
}

/// Within how long after the decision every author has an answer.
#[derive(Debug, Serialize)]
pub struct AnswerTerm {
    /// How many days.
    pub count: u16,
    /// Working days of the municipality, or calendar days.
    pub days: &'static str,
}

/// A process with the charter that holds.
#[derive(Debug, Serialize)]
pub struct Process {
    /// Its id.
    pub id: String,
    /// Its place in addresses.
    pub slug: String,
    /// Its page.
    pub page: String,
    /// Its contributions, for programs.
    pub contributions: String,
    /// What was promised in it, for programs.
    pub commitments: String,
    /// `published` or `closed`.
    pub state: &'static str,
    /// Whether contributions are welcome today.
    pub open: bool,
    /// When it was first published.
    pub published: Option<String>,
    /// When it was closed.
    pub closed: Option<String>,
    /// The version of the charter.
    pub version: i64,
    /// Since when that version holds.
    pub version_since: String,
    /// Its name.
    pub title: Vec<Text>,
    /// What is asked.
    pub question: Vec<Text>,
    /// Why.
    pub reason: Vec<Text>,
    /// What residents can change.
    pub can_change: Vec<Text>,
    /// What is fixed.
    pub fixed: Vec<Text>,
    /// What it is not about.
    pub outside: Vec<Text>,
    /// How much say residents have.
    pub rung: Rung,
    /// Who allowed that.
    pub mandate: Mandate,
    /// Who decides.
    pub decides: Vec<Text>,
    /// By which criteria.
    pub criteria: Vec<Text>,
    /// With which means.
    pub means: Option<Vec<Text>>,
    /// With how much money, in euro cents.
    pub budget_cents: Option<i64>,
    /// First day for contributions.
    pub opens: Option<Date>,
    /// Last day for contributions.
    pub closes: Option<Date>,
    /// Planned day of the decision.
    pub decision_date: Option<Date>,
    /// The promise of an answer.
    pub answer_term: AnswerTerm,
    /// The planning.
    pub planning: Vec<Moment>,
    /// Whose it is (catalogue F5).
    pub variant: &'static str,
    /// The plan on which residents react, for programs.
    pub plan: Option<String>,
}

impl Process {
    /// The public form; nothing for a process that was never published.
    #[must_use]
    pub fn of(process: &design::Process, today: Date) -> Option<Self> {
        let charter = process.charter.as_ref()?;
        Some(Self {
            id: process.id.to_string(),
            slug: process.slug.clone(),
            page: format!("/processen/{}", process.slug),
            contributions: format!("/api/v1/processes/{}/contributions", process.id),
            commitments: format!("/api/v1/processes/{}/commitments", process.id),
            state: process.state.code(),
            open: design::open_for_contributions(process, today),
            published: process.published.map(kernel::Instant::rfc3339),
            closed: process.closed.map(kernel::Instant::rfc3339),
            version: charter.version,
            version_since: charter.published.rfc3339(),
            title: texts(&charter.title),
            question: texts(&charter.question),
            reason: texts(&charter.reason),
            can_change: texts(&charter.can_change),
            fixed: texts(&charter.fixed),
            outside: texts(&charter.outside),
            rung: Rung { ladder: charter.ladder.code(), step: charter.rung.step() },
            mandate: Mandate {
                body: charter.mandate.body.clone(),
                date: charter.mandate.date,
                reference: charter.mandate.reference.clone(),
                step: charter.mandate.rung.step(),
            },
            decides: texts(&charter.decides),
            criteria: texts(&charter.criteria),
            means: texts_or_none(charter.means.as_ref()),
            budget_cents: charter.budget.map(kernel::Money::cents),
            opens: charter.opens,
            closes: charter.closes,
            decision_date: charter.decision_date,
            answer_term: match charter.answer_term {
                Term::Working(count) => AnswerTerm { count, days: "working" },
                Term::Days(count) => AnswerTerm { count, days: "calendar" },
            },
            planning: charter.planning.iter().map(|moment| Moment { date: moment.date, text: texts(&moment.text) }).collect(),
            variant: charter.variant.code(),
            plan: charter.plan.map(|id| format!("/api/v1/plans/{id}")),
        })
    }
}

/// What areas and departments are called.
#[derive(Debug, Default)]
pub struct Names {
    areas: HashMap<AreaId, String>,
    departments: HashMap<DepartmentId, String>,
}

impl Names {
    /// Those of a municipality.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(s: &mut Session, tenant: TenantId) -> Result<Self, store::Error> {
        let areas = people::tables::areas(s, tenant).await?.into_iter().map(|area| (area.id, area.name)).collect();
        let departments = people::tables::departments(s, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect();
        Ok(Self { areas, departments })
    }
    /// What a department is called.
    pub(crate) fn department(&self, id: Option<DepartmentId>) -> Option<String> {
        self.departments.get(&id?).cloned()
    }
}

/// What a department plans.
#[derive(Debug, Serialize)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// Its place in addresses.
    pub slug: String,
    /// Its page.
    pub page: String,
    /// Its name.
    pub title: Vec<Text>,
    /// What it is.
    pub description: Vec<Text>,
    /// What it leaves room for.
    pub room: Vec<Text>,
    /// What it leaves no room for.
    pub fixed: Vec<Text>,
    /// The department that keeps it.
    pub department: Option<String>,
    /// How far it is.
    pub state: &'static str,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Where the whole plan is published.
    pub address: Option<String>,
    /// The names of the areas it covers.
    pub areas: Vec<String>,
    /// The ground that was drawn for it, as GeoJSON.
    pub geometry: Option<serde_json::Value>,
    /// When it was last brought up to date.
    pub saved: String,
}

impl Plan {
    /// The public form of a plan that residents may see. The caller has asked for public ones only.
    #[must_use]
    pub fn of(plan: &design::Plan, names: &Names) -> Self {
        Self {
            id: plan.id.to_string(),
            slug: plan.slug.clone(),
            page: format!("/plannen/{}", plan.slug),
            title: texts(&plan.title),
            description: texts(&plan.description),
            room: texts(&plan.room),
            fixed: texts(&plan.fixed),
            department: names.department(Some(plan.department)),
            state: plan.state.code(),
            from: plan.from,
            until: plan.until,
            address: plan.address.clone(),
            areas: plan.areas.iter().filter_map(|area| names.areas.get(area).cloned()).collect(),
            geometry: plan.ground.as_ref().map(|ground| ground.geojson()),
            saved: plan.saved.rfc3339(),
        }
    }
}

/// Why something lies still.
#[derive(Debug, Serialize)]
pub struct Stranded {
    /// The code of the reason (catalogue F3).
    pub code: &'static str,
    /// Since when.
    pub since: Date,
}

/// A contribution that everybody may read, with where it is now.
#[derive(Debug, Serialize)]
pub struct Contribution {
    /// Its public number.
    pub number: String,
    /// Its page.
    pub page: String,
    /// Its journey, for programs.
    pub journey: String,
    /// Its title, masked where a person masked it.
    pub title: Vec<Text>,
    /// Its words, masked where a person masked them.
    pub body: Option<Vec<Text>>,
    /// Whether something is masked.
    pub masked: bool,
    /// The area it is about.
    pub area: Option<String>,
    /// The street it is about.
    pub street: Option<String>,
    /// The place in words.
    pub place: Option<String>,
    /// The place in degrees (WGS84).
    pub point: Option<Point>,
    /// How it came in.
    pub channel: &'static str,
    /// When it was said or written.
    pub captured: Date,
    /// When the municipality received it.
    pub received: String,
    /// What it would cost as far as its source says, in euro cents.
    pub cost_cents: Option<i64>,
    /// Its category in the source.
    pub category: Option<String>,
    /// Where it is now (catalogue F1).
    pub state: Option<&'static str>,
    /// The name of that state.
    pub state_name: Option<&'static str>,
    /// Since when.
    pub since: Option<String>,
    /// Until when, at most.
    pub until: Option<Date>,
    /// Which department has it.
    pub department: Option<String>,
    /// What was decided (catalogue F2).
    pub outcome: Option<&'static str>,
    /// When its author was answered.
    pub answered: Option<String>,
    /// Why it lies still; empty when it moves.
    pub stranded: Vec<Stranded>,
}

/// A place in degrees (WGS84).
#[derive(Debug, Serialize)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

impl Contribution {
    /// The public form of a contribution that everybody may read. The caller has asked for public ones only.
    #[must_use]
    pub fn of(it: &voice::Contribution, journey: Option<&journey::Journey>, names: &Names) -> Self {
        let place = &it.place;
        Self {
            number: it.number.to_string(),
            page: format!("/bijdragen/{}", it.number),
            journey: format!("/api/v1/contributions/{}/journey", it.number),
            title: texts(&it.title),
            body: texts_or_none(it.body.as_ref()),
            masked: it.masked,
            area: place.area.and_then(|area| names.areas.get(&area).cloned()),
            street: place.street.as_ref().map(ToString::to_string),
            place: place.words.as_ref().map(ToString::to_string),
            point: place.point.map(|point| Point { latitude: point.latitude, longitude: point.longitude }),
            channel: it.channel.code(),
            captured: it.captured,
            received: it.received.rfc3339(),
            cost_cents: it.cost.map(kernel::Money::cents),
            category: it.category.clone(),
            state: journey.map(|journey| journey.state.code()),
            state_name: journey.map(|journey| state_name(journey.state)),
            since: journey.map(|journey| journey.since.rfc3339()),
            until: journey.and_then(|journey| journey.until),
            department: journey.and_then(|journey| names.department(journey.department)),
            outcome: journey.and_then(|journey| journey.outcome).map(journey::Outcome::code),
            answered: journey.and_then(|journey| journey.answered).map(kernel::Instant::rfc3339),
            stranded: journey.map(stranded).unwrap_or_default(),
        }
    }
}

/// A dossier whose answer is late.
#[derive(Debug, Serialize)]
pub struct Late {
    /// The public number of its first contribution.
    pub number: String,
    /// Its page.
    pub page: String,
    /// Its journey, for programs.
    pub journey: String,
    /// Its title, when its words are public.
    pub title: Option<Vec<Text>>,
    /// The place of the process in addresses.
    pub process: Option<String>,
    /// Where it is now (catalogue F1).
    pub state: &'static str,
    /// The name of that state.
    pub state_name: &'static str,
    /// Since when.
    pub since: String,
    /// What was decided (catalogue F2).
    pub outcome: Option<&'static str>,
    /// With whom it lies; nothing: the participation team.
    pub department: Option<String>,
    /// The last day of the promise.
    pub promised: Date,
    /// How many days late.
    pub days: i64,
}

impl Late {
    /// The public form; `words` are those of its first contribution.
    #[must_use]
    pub fn of(row: &journey::DossierRow, words: Option<&voice::Words>, process: Option<&String>, names: &Names, today: Date) -> Self {
        let promised = row.until.unwrap_or(row.due);
        let shown = words.filter(|words| words.published && !words.withdrawn);
        Self {
            number: row.number.to_string(),
            page: format!("/bijdragen/{}", row.number),
            journey: format!("/api/v1/contributions/{}/journey", row.number),
            title: shown.map(|words| texts(&words.title)),
            process: process.cloned(),
            state: row.state.code(),
            state_name: state_name(row.state),
            since: row.since.rfc3339(),
            outcome: row.outcome.map(journey::Outcome::code),
            department: names.department(row.department),
            promised,
            days: promised.days_until(today),
        }
    }
}

/// The name of a state, for instance `advice-ready`.
fn state_name(state: State) -> &'static str {
    state.key().trim_start_matches("journey-state-")
}

fn stranded(journey: &journey::Journey) -> Vec<Stranded> {
    journey.stranded.iter().map(|it| Stranded { code: it.code.code(), since: it.since }).collect()
}
