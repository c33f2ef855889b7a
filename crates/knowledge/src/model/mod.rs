//! What a municipality adds to what is known, and the rules it has set for itself: types and rules, pure.

pub mod addition;
pub mod regulation;
pub mod toetsen;

pub use addition::{AddedKind, Addition, WhyNot, why_not};
pub use regulation::{
    Article, ArticleChange, Check, Checked, ComplianceCounts, Obligation, ObligationAnswer, ObligationAnswers, Outcome, Promised,
    Regulation, article_changes,
};
pub use toetsen::{ToetsStanding, ToetsVerdict, ToetsVerdicts, answers_of, standing};
