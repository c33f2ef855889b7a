//! How a process stands to toetsen and regulation, as staff and residents see it.

use crate::guide::facts_when_published;
use crate::pages::guide::{Guided, said, said_in};
use crate::pages::view::{self, Words};
use crate::standing::Standing;
use evidence::{Gate, Knowledge, Verdict};
use kernel::{CharterId, Language, ProcessId};
use knowledge::{Outcome, check_words, verdict_code};
use people::{Context, Fault};
use store::Session;
use ui::Page;

/// A toets in one line.
#[derive(Debug)]
pub(crate) struct ToetsLine {
    pub(crate) name: String,
    pub(crate) language: Language,
    pub(crate) obligatory: bool,
    /// Key of how it stands.
    pub(crate) how: &'static str,
    pub(crate) open: i64,
}

/// An obligation in one line.
#[derive(Debug)]
pub(crate) struct ObligationLine {
    pub(crate) key: String,
    pub(crate) number: String,
    pub(crate) says: Words,
    pub(crate) check: String,
    /// Key of how the process stands to it.
    pub(crate) outcome: String,
    pub(crate) deviates: bool,
    pub(crate) asked: bool,
    pub(crate) motive: Option<Words>,
}

/// What staff sees of it beside the gates.
#[derive(Debug)]
pub(crate) struct StandingShown {
    pub(crate) href: String,
    pub(crate) toetsen: Vec<ToetsLine>,
    pub(crate) regulation: Option<String>,
    pub(crate) obligations: Vec<ObligationLine>,
    /// Whether it keeps the design from being published.
    pub(crate) held: bool,
}

pub(crate) fn outcome_key(outcome: Outcome) -> String {
    format!("knowledge-outcome-{}", outcome.code())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl ObligationLine {
    pub(crate) fn of(page: &Page, its: &knowledge::Checked<'_>) -> Self {
        Self {
            key: its.obligation.key.clone(),
            number: its.article.number.clone(),
            says: view::words(page, &its.obligation.says),
            check: check_words(page, its.obligation.check),
            outcome: outcome_key(its.outcome),
            deviates: its.outcome == Outcome::NotMet,
            asked: its.obligation.check == knowledge::Check::Asked,
            motive: its.motive.as_ref().map(|motive| view::words(page, motive)),
        }
    }
}

impl StandingShown {
    /// How the draft stands today, as it would be published.
    pub(crate) async fn read(ctx: &Context, page: &Page, guided: &Guided) -> Result<Self, Fault> {
        let mut s = ctx.read().await?;
        let standing = Standing::read(&mut s, ctx.tenant_id(), guided.process.id, ctx.today()).await?;
        drop(s);
        let facts = facts_when_published(&guided.saved, &guided.guide, &guided.knowledge);
        let checked = standing.checked(&guided.saved.draft, &facts);
        let toetsen = standing.toetsen(&guided.knowledge);
        let held = toetsen.iter().any(knowledge::ToetsStanding::holds_back) || checked.iter().any(knowledge::Checked::lacks_motive);
        Ok(Self {
            href: guided.href(),
            toetsen: toetsen
                .iter()
                .map(|its| ToetsLine {
                    name: said(page, &its.toets.name),
                    language: said_in(page),
                    obligatory: its.toets.obligatory,
                    how: match (its.unanswered.is_empty(), its.unmotivated.is_empty()) {
                        (false, _) => "design-standing-unanswered",
                        (true, false) => "design-standing-unmotivated",
                        (true, true) => "design-standing-answered",
                    },
                    open: count(its.unanswered.len() + its.unmotivated.len()),
                })
                .collect(),
            regulation: standing.regulation.as_ref().map(|its| version(page, its)),
            obligations: checked.iter().map(|its| ObligationLine::of(page, its)).collect(),
            held,
        })
    }
}

pub(crate) fn version(page: &Page, regulation: &knowledge::Regulation) -> String {
    let from = regulation.starts.map(|day| page.date(&day)).unwrap_or_default();
    page.t2("knowledge-regulation-version", "version", regulation.version, "date", from)
}

/// A question of a toets as everybody reads it.
#[derive(Debug)]
pub(crate) struct QuestionLine {
    pub(crate) asks: String,
    pub(crate) language: Language,
    pub(crate) verdict: String,
    pub(crate) motive: Option<Words>,
}

/// A deviation from the regulation as everybody reads it.
#[derive(Debug)]
pub(crate) struct Deviation {
    pub(crate) number: String,
    pub(crate) says: Option<Words>,
    pub(crate) motive: Option<Words>,
}

/// What everybody reads with the agreements: the outcome of public toetsen, the version of the regulation to which the charter is
/// bound, and every deviation with its motive (G073).
#[derive(Debug, Default)]
pub(crate) struct PublicStanding {
    /// Key of what each is about, its name, and its questions.
    pub(crate) toetsen: Vec<(&'static str, String, Language, Vec<QuestionLine>)>,
    /// The version, and where it is read.
    pub(crate) regulation: Option<(String, String)>,
    pub(crate) counts: String,
    pub(crate) deviations: Vec<Deviation>,
}

/// Key of a verdict.
pub(crate) fn verdict_key(verdict: Verdict) -> String {
    format!("design-standing-verdict-{}", verdict_code(verdict))
}

impl PublicStanding {
    pub(crate) async fn read(
        s: &mut Session,
        ctx: &Context,
        page: &Page,
        known: &Knowledge,
        (process, charter): (ProcessId, CharterId),
    ) -> Result<Self, store::Error> {
        let verdicts = knowledge::toets_verdicts(s, ctx.tenant_id(), process).await?;
        let mut shown = Self::default();
        let gates = [(Gate::Design, "design-standing-public-toets"), (Gate::DraftDecision, "design-standing-public-draft")];
        let public = known.toetsen.iter().filter(|toets| toets.public);
        for (toets, (gate, about)) in public.flat_map(|toets| gates.map(|gate| (toets, gate))) {
            let answers = knowledge::answers_of(toets, gate);
            let lines: Vec<QuestionLine> = toets
                .questions
                .iter()
                .filter_map(|question| {
                    let its = verdicts.get(&(answers.clone(), question.key.clone()))?;
                    Some(QuestionLine {
                        asks: said(page, &question.asks),
                        language: said_in(page),
                        verdict: verdict_key(its.verdict),
                        motive: its.motive.as_ref().map(|motive| view::words(page, motive)),
                    })
                })
                .collect();
            if !lines.is_empty() {
                shown.toetsen.push((about, said(page, &toets.name), said_in(page), lines));
            }
        }
        let outcomes = knowledge::bound(s, ctx.tenant_id(), charter).await?;
        let Some(first) = outcomes.first() else { return Ok(shown) };
        let Some(regulation) = knowledge::regulation(s, ctx.tenant_id(), first.version).await? else { return Ok(shown) };
        let says = |key: &str| regulation.obligations().find(|(_, its)| its.key == key).map(|(_, its)| view::words(page, &its.says));
        let many = |outcome| count(outcomes.iter().filter(|its| its.outcome == outcome).count());
        shown.counts = page.ta(
            "design-standing-counts",
            &[("met", many(Outcome::Met).into()), ("all", count(outcomes.len()).into()), ("untold", many(Outcome::Untold).into())],
        );
        shown.deviations = outcomes
            .iter()
            .filter(|its| its.outcome == Outcome::NotMet)
            .map(|its| Deviation {
                number: its.article.clone(),
                says: says(&its.obligation),
                motive: its.motive.as_ref().map(|motive| view::words(page, motive)),
            })
            .collect();
        shown.regulation = Some((version(page, &regulation), format!("/reglement/{}", regulation.version)));
        Ok(shown)
    }
}
