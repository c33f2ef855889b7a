//! Doorwerken: how a contribution goes through the organisation to a decision.
//!
//! Whatever is done with a dossier is a plain call in [`act`]; which permission it needs and when it is open is told by
//! [`Act`]. Pages, demo, importers and tests share both. Texts that residents may read are public texts of the store; the
//! journal holds their digests.

pub mod across;
pub mod act;
mod at_once;
pub mod bundles;
pub mod consulting;
pub mod contesting;
mod desk;
pub mod dividing;
mod forms;
mod holder;
pub mod jobs;
mod model;
pub mod overtaking;
mod pages;
pub mod panels;
mod tables;
#[cfg(feature = "testing")]
pub mod testing;

pub use across::{AskingMeans, Chosen, Concluding, Convening, Escalating, Objecting};
pub use act::{Advising, Deciding, FrameVerdict, Refusal, Rule, Screening, decider};
pub use bundles::Merged;
pub use consulting::Touching;
pub use desk::{Desk, DeskRow, OPEN, View};
pub use dividing::Part;
pub use holder::Questions;
pub use model::{
    Act, ConsultVerdict, Elsewhere, Frame, Kind, Lane, Level, Nature, ObjectionEnding, OvertakingEnding, PlanChange, Response, Standing,
    WaitsFor, WebAddress, beside_waits_for, deviates, dilemma_name, lane, strategy_name, value_name, waits_for,
};
pub use pages::{differing, routes};
pub use tables::{
    Advice, Asking, Consult, Contest, ContestEnd, Decision, EscalationRow, FrameChecked, MIGRATIONS, MeansRequest, Meeting, Minority, Note,
    Objection, Overtaking, ProposalRow, ProposalStatus, Question, QuestionStatus, Screened, ScreeningVerdict, SearchRow, Settled, Slot,
    Weighing, advice, advices, askings, bundle_members, bundle_proposal, bundle_proposals, bundle_search, consults, contests, decision,
    decisions, escalations, frames, means_requests, meetings, minorities, notes, objections, open_contests, open_question, overtakings,
    question, questions, screening, slot, slots, weighings,
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
