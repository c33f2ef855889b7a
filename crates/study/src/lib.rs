//! Onderzoeken: what was seen and heard, coded by two, with everything that was not heard.
//!
//! A process has sources: interviews, observed sessions and documents (A244). Their words are cut into passages; coders put
//! effects and codes to them, each without seeing the other's; then agreement is measured, differences are spoken of, and what
//! was settled counts ([`found`]). Nothing leads from a code to a person. Beside it stands the review of literature: what the two
//! shipped reviews state, and one of a municipality's own (D010–D018).

mod acts;
mod export;
mod forms;
mod frozen;
mod model;
mod pages;
pub mod panels;
mod reading;
mod refusal;
mod tables;

pub use acts::{
    ERASURE, NewDocument, NewInterview, NewSession, WithdrawnInterviews, add_review_code, add_study, code_study, finish, keep_document,
    keep_interview, keep_session, make_code, mark, merge_codes, merge_review_codes, note_erasure, save_review, settle, unmark, withdraw,
};
pub use frozen::{Frozen, Withdrawn};
pub use model::frame::OwnCode;
pub use model::*;
pub use pages::routes;
pub use reading::{CodingState, found, found_at, observations};
pub use refusal::Refusal;
pub use tables::MIGRATIONS;
pub use tables::review::{SearchPlan, Study};
pub use tables::sources::{Observation, sources};

/// The words of this room. All its pages are for staff.
pub const TEXTS: &[(&str, &str)] =
    &[("nl", include_str!("../locales/nl/study-staff.ftl")), ("en", include_str!("../locales/en/study-staff.ftl"))];

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_both_languages() {
        assert_eq!(ui::testing::differences(super::TEXTS, &["en"]), Vec::<String>::new());
    }
}
