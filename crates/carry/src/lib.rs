//! Doorwerken: how a contribution goes through the organisation to a decision.
//!
//! Whatever is done with a dossier is a plain call in [`act`]; which permission it needs and when it is open is told by
//! [`Act`]. Pages, demo, importers and tests share both. Texts that residents may read are public texts of the store; the
//! journal holds their digests.

pub mod across;
pub mod act;
mod at_once;
pub mod budgets;
pub mod bundles;
pub mod consulting;
pub mod contesting;
pub mod council;
mod desk;
pub mod dividing;
mod forms;
pub mod gathering;
mod holder;
pub mod jobs;
mod known;
pub mod light;
mod model;
pub mod overtaking;
mod pages;
pub mod panels;
pub mod resuming;
mod tables;
#[cfg(feature = "testing")]
pub mod testing;

pub use across::{AskingMeans, Chosen, Concluding, Convening, Escalating, MeansAnswer, Objecting};
pub use act::{Advising, Deciding, FrameVerdict, Refusal, Rule, Screening, decider};
pub use bundles::Merged;
pub use consulting::Touching;
pub use desk::{Desk, DeskRow, OPEN, View};
pub use dividing::Part;
pub use gathering::{ResultDeed, Resulting};
pub use holder::Questions;
pub use known::Known;
pub use model::{
    Act, Budget, BudgetKind, ConsultVerdict, Elsewhere, Firmness, Frame, Kind, Lane, Level, Nature, ObjectionEnding, OvertakingEnding,
    PRIORITISE, PlanChange, Response, ReviewEnding, Share, Standing, WaitsFor, WebAddress, beside_waits_for, deviates, dilemma_name,
    divided, lane, perspective_of, strategy_name, value_name, waits_for, why,
};
pub use pages::{differing, firmness_choices, routes};
pub use tables::{
    Advice, AgendaItem, Asking, Briefing, BriefingQuestion, Consult, Contest, ContestEnd, DecidedBy, Decision, EscalationRow, FrameChecked,
    GatheredResult, MIGRATIONS, MeansRequest, Meeting, Minority, Note, Objection, Overtaking, Presence, ProposalRow, ProposalStatus,
    Question, QuestionStatus, ResultCount, Reviewed, Screened, ScreeningVerdict, SearchRow, Settled, Slot, Weighing, advice, advices,
    agenda, asked_of_budget, askings, briefing, briefings, briefings_of_process, budget, budgets, bundle_members, bundle_proposal,
    bundle_proposals, bundle_search, consults, contests, decided_by, decision, decisions, escalations, first_advice, frames,
    means_requests, meetings, minorities, notes, objections, open_contests, open_question, overtakings, presences, question, questions,
    results, results_of_process, screening, slot, slots, weighings,
};

/// The words of this room, in every language.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/carry.ftl")),
    ("nl", include_str!("../locales/nl/carry-bundles.ftl")),
    ("nl", include_str!("../locales/nl/carry-staff.ftl")),
    ("nl", include_str!("../locales/nl/carry-bundles-staff.ftl")),
    ("en", include_str!("../locales/en/carry.ftl")),
    ("en", include_str!("../locales/en/carry-bundles.ftl")),
    ("en", include_str!("../locales/en/carry-staff.ftl")),
    ("en", include_str!("../locales/en/carry-bundles-staff.ftl")),
    ("ar", include_str!("../locales/ar/carry.ftl")),
    ("ar", include_str!("../locales/ar/carry-bundles.ftl")),
];
