//! How a process stands to what its municipality asks of every process: its toetsen and its regulation (catalogue A008, A010, A011).

use crate::model::Draft;
use evidence::{Facts, Gate, Knowledge};
use kernel::{Date, ProcessId, TenantId};
use knowledge::{Checked, ObligationAnswers, Promised, Regulation, ToetsStanding, ToetsVerdicts};
use store::Session;

/// What was answered for a process, with the regulation that holds on a day.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) regulation: Option<Regulation>,
    pub(crate) answers: ObligationAnswers,
    pub(crate) verdicts: ToetsVerdicts,
    day: Date,
}

/// Whether a toets that is obligatory for a draft decision still waits for answers about this process (A011).
///
/// # Errors
/// When the database cannot be read.
pub async fn draft_decision_held(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<bool, store::Error> {
    let known = knowledge::known(s, tenant).await?;
    let verdicts = knowledge::toets_verdicts(s, tenant, process).await?;
    Ok(knowledge::standing(&known, Gate::DraftDecision, &verdicts).iter().any(ToetsStanding::holds_back))
}

impl Standing {
    /// Reads it as it stands on `day`.
    pub(crate) async fn read(s: &mut Session, tenant: TenantId, process: ProcessId, day: Date) -> Result<Self, store::Error> {
        Ok(Self {
            regulation: knowledge::regulation_on(s, tenant, day).await?,
            answers: knowledge::obligation_answers(s, tenant, process).await?,
            verdicts: knowledge::toets_verdicts(s, tenant, process).await?,
            day,
        })
    }

    /// How the design stands to each toets before publication.
    pub(crate) fn toetsen<'k>(&self, known: &'k Knowledge) -> Vec<ToetsStanding<'k>> {
        knowledge::standing(known, Gate::Design, &self.verdicts)
    }

    /// The keys of the toetsen that keep the design from being published.
    pub(crate) fn held_back(&self, known: &Knowledge) -> Vec<String> {
        self.toetsen(known).into_iter().filter(ToetsStanding::holds_back).map(|its| its.toets.key.clone()).collect()
    }

    /// How a draft stands to each obligation, with other answers than those that are kept.
    pub(crate) fn checked_with<'s>(&'s self, draft: &Draft, facts: &Facts, answers: &ObligationAnswers) -> Vec<Checked<'s>> {
        let promised =
            Promised { facts, answer: draft.answer_term, opens: draft.opens, closes: draft.closes, today: self.day, report: None };
        self.regulation.as_ref().map(|regulation| regulation.checked(&promised, answers)).unwrap_or_default()
    }

    /// How a draft stands to each obligation of the regulation; nothing when there is none.
    pub(crate) fn checked(&self, draft: &Draft, facts: &Facts) -> Vec<Checked<'_>> {
        self.checked_with(draft, facts, &self.answers)
    }

    /// The keys of the obligations from which a draft deviates without saying why.
    pub(crate) fn unmotivated(&self, draft: &Draft, facts: &Facts) -> Vec<String> {
        self.checked(draft, facts).into_iter().filter(Checked::lacks_motive).map(|its| its.obligation.key.clone()).collect()
    }
}
