//! Weten: what research says, with what a municipality knows of its own, and the rules it has set for itself.
//!
//! What is known ([`known`]) is what ships with the program, joined by what the municipality added in versions. The regulation is
//! kept in versions too; a charter stays bound to the version that held on the day it was published ([`bind`]).

mod acts;
mod forms;
mod known;
mod model;
mod pages;
mod refusal;
mod tables;

pub use acts::{
    added, answer_obligation, answer_toets, bind, drop_regulation_draft, fitting, publish_regulation, regulation_draft, report_published,
    save_addition, save_regulation, take_away, written,
};
pub use known::known;
pub use model::toetsen::{VERDICTS, verdict_code, verdict_of};
pub use model::*;
pub use pages::routes;
pub use pages::view::{Said, check_words, said};
pub use refusal::Refusal;
pub use tables::additions::addition;
pub use tables::answers::{obligation_answers, toets_verdicts};
pub use tables::outcomes::{BoundOutcome, bound, compliance, compliance_of};
pub use tables::regulations::{regulation, regulation_on, regulations};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] =
    &[store::Migration { room: "knowledge", number: 1, name: "additions, regulation, toetsen", sql: include_str!("tables/001.sql") }];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/knowledge.ftl")),
    ("en", include_str!("../locales/en/knowledge.ftl")),
    ("ar", include_str!("../locales/ar/knowledge.ftl")),
    ("nl", include_str!("../locales/nl/knowledge-staff.ftl")),
    ("en", include_str!("../locales/en/knowledge-staff.ftl")),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_every_language() {
        let public = [
            ("nl", include_str!("../locales/nl/knowledge.ftl")),
            ("en", include_str!("../locales/en/knowledge.ftl")),
            ("ar", include_str!("../locales/ar/knowledge.ftl")),
        ];
        let staff = [("nl", include_str!("../locales/nl/knowledge-staff.ftl")), ("en", include_str!("../locales/en/knowledge-staff.ftl"))];
        assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&staff, &["en"]), Vec::<String>::new());
    }
}
