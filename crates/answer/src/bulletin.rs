//! What happened with what people put in, in a stretch of time: for the bulletin, its feed and its mails, from one function,
//! so that they tell the same. Numbers stand with what they are counted of, the bad ones too (H3.9).

use crate::model::sentence;
use crate::shown::Said;
use crate::tables::answers;
use design::Decider;
use journey::{Civil, ConfirmedBy, DossierRow, Outcome, StepKind, Stretch};
use kernel::{ContributionId, DepartmentId, DossierId, Instant, ProcessId, TenantId};
use people::Tenant;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Error, Session};
use ui::Page;

/// So many things of one kind stand in a bulletin; the rest is counted and found among the answers.
pub const MOST: i64 = 100;

/// Of what kind a piece of news is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewsKind {
    /// Its authors were answered.
    Answered,
    /// It was decided, and in this stretch nobody was answered yet.
    Decided,
    /// It was carried out, and somebody outside the department confirmed it.
    Realised,
    /// It was looked at again and still works.
    Integrated,
    /// It lies still.
    Still,
}

/// One thing that happened, in the words of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// Of what kind.
    pub kind: NewsKind,
    /// What tells it from all other news, for ever.
    pub key: String,
    /// The public number of the contribution that it is shown under.
    pub number: String,
    /// What its author called it; `None` when the words are not public.
    pub title: Option<Said>,
    /// What came of it, in a few words: the outcome, the state, why it lies still.
    pub label: String,
    /// One sentence of the answer.
    pub said: Option<Said>,
    /// One sentence of ours, where there is no answer to quote.
    pub told: Option<String>,
    /// When it happened.
    pub at: Instant,
    /// The process.
    pub process: Said,
    /// How many contributions it is about.
    pub together: i64,
}

impl News {
    /// Where its journey is.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/bijdragen/{}", self.number)
    }
}

/// What is counted in a stretch of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Contributions that came in.
    pub received: i64,
    /// Dossiers that were decided.
    pub decided: i64,
    /// Authors who were answered.
    pub answered: i64,
    /// Of them with a yes.
    pub yes: i64,
    /// Of them with a yes in part.
    pub partly: i64,
    /// Of them with a no, also because it was for somebody else.
    pub no: i64,
    /// Of them with «later».
    pub deferred: i64,
    /// Of them with one result for everybody who took part.
    pub result: i64,
    /// Dossiers that were carried out.
    pub realised: i64,
    /// Contributions that were withdrawn.
    pub withdrawn: i64,
}

/// Counts a stretch of time.
///
/// # Errors
/// When the database does not answer.
pub async fn tally(s: &mut Session, tenant: TenantId, stretch: &Stretch) -> Result<Tally, Error> {
    let turns = journey::counted(s, tenant, stretch).await?;
    let mut tally = Tally {
        received: turns.received,
        decided: turns.decided,
        realised: turns.realised,
        withdrawn: turns.withdrawn,
        ..Tally::default()
    };
    for (outcome, many) in answers::outcomes(s, tenant, stretch).await? {
        tally.answered += many;
        match outcome {
            Outcome::Adopted | Outcome::Trial | Outcome::SelfWithSupport | Outcome::Transferred => tally.yes += many,
            Outcome::Partly => tally.partly += many,
            Outcome::NotAdopted | Outcome::OtherAuthority | Outcome::OutOfScope => tally.no += many,
            Outcome::Deferred => tally.deferred += many,
            Outcome::ResultActed | Outcome::ResultNoted => tally.result += many,
        }
    }
    Ok(tally)
}

/// What stands under a piece of news before its words are looked up.
struct Found {
    kind: NewsKind,
    key: String,
    lead: ContributionId,
    process: ProcessId,
    label: String,
    done: Option<kernel::TextId>,
    told: Option<String>,
    at: Instant,
    together: i64,
}

/// What happened in a stretch of time, the newest first, at most `limit` of what was answered and as many of the rest.
///
/// # Errors
/// When the database does not answer.
pub async fn news(s: &mut Session, tenant: &Tenant, page: &Page, stretch: &Stretch, limit: i64) -> Result<Vec<News>, Error> {
    let mut found = Vec::new();
    let mut answered: HashSet<DossierId> = HashSet::new();
    let mut shown: BTreeMap<DossierId, usize> = BTreeMap::new();
    for answer in answers::within(s, tenant.id, stretch, limit).await? {
        answered.insert(answer.dossier);
        // Of a dossier with many authors one line, under the first of them that is found.
        if let Some(at) = shown.get(&answer.dossier) {
            let first: &mut Found = &mut found[*at];
            first.together += 1;
            continue;
        }
        shown.insert(answer.dossier, found.len());
        found.push(Found {
            kind: NewsKind::Answered,
            key: format!("answer/{}", answer.id),
            lead: answer.contribution,
            process: answer.process,
            label: page.t(answer.outcome.key()),
            done: Some(answer.done),
            told: None,
            at: answer.published,
            together: 1,
        });
    }
    for turn in journey::turns(s, tenant.id, stretch, limit).await? {
        let (kind, label, told) = match turn.kind {
            StepKind::Decided if answered.contains(&turn.dossier.id) => continue,
            StepKind::Decided => {
                let label = turn.outcome.map_or_else(String::new, |outcome| page.t(outcome.key()));
                let key = if turn.dossier.state.awaits_answer() { "answer-bulletin-waits" } else { "answer-bulletin-decided" };
                (NewsKind::Decided, label, page.t1(key, "date", page.day(&turn.at)))
            }
            StepKind::Realised => {
                let key = match turn.confirmed_by {
                    Some(ConfirmedBy::NeighbourhoodManager) => "answer-bulletin-realised-manager",
                    _ => "answer-bulletin-realised-author",
                };
                (NewsKind::Realised, page.t("journey-state-realised"), page.t1(key, "date", page.day(&turn.at)))
            }
            _ => {
                let told = page.t1("answer-bulletin-integrated", "date", page.day(&turn.at));
                (NewsKind::Integrated, page.t("journey-state-integrated"), told)
            }
        };
        found.push(Found {
            kind,
            key: format!("step/{}", turn.id),
            lead: turn.dossier.lead,
            process: turn.dossier.process,
            label,
            done: None,
            told: Some(told),
            at: turn.at,
            together: turn.dossier.size,
        });
    }
    found.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.key.cmp(&b.key)));
    worded(s, tenant, page, found).await
}

/// What lies still today, those that stand longest where they are first; and how many there are.
///
/// # Errors
/// When the database does not answer.
pub async fn still(s: &mut Session, tenant: &Tenant, page: &Page, stretch: &Stretch, now: Instant) -> Result<(Vec<News>, i64), Error> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let (rows, many) = journey::lying_still(s, tenant.id, stretch.process, stretch.area, &tenant.civil, now, most).await?;
    let departments: HashMap<DepartmentId, String> =
        people::tables::departments(s, tenant.id).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let deciders: HashMap<ProcessId, Decider> = design::deciders(s, tenant.id).await?.into_iter().collect();
    let decider = |row: &DossierRow| deciders.get(&row.process).copied().unwrap_or(Decider::Body);
    let found = rows.into_iter().filter_map(|row| lies_still(page, (&tenant.civil, now), &departments, decider(&row), row)).collect();
    Ok((worded(s, tenant, page, found).await?, many))
}

fn lies_still(
    page: &Page,
    (civil, now): (&Civil, Instant),
    departments: &HashMap<DepartmentId, String>,
    decider: Decider,
    row: DossierRow,
) -> Option<Found> {
    let why = row.stranded(civil, now).into_iter().next()?;
    let department = || row.asked.or(row.department).and_then(|id| departments.get(&id).cloned());
    let place = match row.level.as_deref().and_then(carry::Level::of) {
        Some(level) => page.t(level.key()),
        None => department().unwrap_or_else(|| page.t("answer-team-name")),
    };
    let told = page.t2("answer-bulletin-still", "place", place.as_str(), "date", page.date(&why.since));
    Some(Found {
        kind: NewsKind::Still,
        key: format!("still/{}", row.id),
        lead: row.lead,
        process: row.process,
        label: page.t(carry::why(why.code, row.state, decider)),
        done: None,
        told: Some(told),
        at: row.since,
        together: row.size,
    })
}

/// Adds titles, sentences and the names of processes. What its author took back is left out.
async fn worded(s: &mut Session, tenant: &Tenant, page: &Page, found: Vec<Found>) -> Result<Vec<News>, Error> {
    let mut ids: Vec<ContributionId> = found.iter().map(|it| it.lead).collect();
    ids.sort_unstable();
    ids.dedup();
    let words: HashMap<_, _> = voice::words(s, tenant.id, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    let mut texts: Vec<_> = found.iter().filter_map(|it| it.done).collect();
    texts.sort_unstable();
    texts.dedup();
    let texts: HashMap<_, _> = store::texts::texts(s, tenant.id, &texts).await?.into_iter().collect();
    let mut processes: HashMap<ProcessId, Said> = HashMap::new();
    for id in found.iter().map(|it| it.process) {
        if !processes.contains_key(&id)
            && let Some(process) = design::process(s, tenant.id, id).await?
        {
            processes.insert(id, Said::of(&process.title, &page.language));
        }
    }
    let news = found.into_iter().filter_map(|it| {
        let words = words.get(&it.lead).filter(|words| !words.withdrawn)?;
        let said = it.done.and_then(|id| texts.get(&id)).map(|set| Said::of(set, &page.language));
        Some(News {
            kind: it.kind,
            key: it.key,
            number: words.number.to_string(),
            title: words.published.then(|| Said::of(&words.title, &page.language)).filter(|title| !title.text.is_empty()),
            label: it.label,
            said: said.map(|said| Said { text: sentence::first(&said.text), ..said }).filter(|said| !said.text.is_empty()),
            told: it.told,
            at: it.at,
            process: processes.get(&it.process)?.clone(),
            together: it.together,
        })
    });
    Ok(news.collect())
}
