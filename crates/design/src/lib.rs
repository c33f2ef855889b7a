//! Ontwerpen: the charter of a process, before anybody is asked anything.
//!
//! A process has a charter in versions. A version is written as a draft, is published when nothing is missing that
//! residents must know ([`gaps`]), and is never changed afterwards: a later version says in public why it differs.

mod acts;
mod forms;
mod guide;
mod model;
mod names;
mod pages;
pub mod panels;
mod plans;
mod refusal;
mod standing;
mod tables;
#[cfg(feature = "testing")]
pub mod testing;

pub use ::ground::Ground;
pub use acts::{
    CLOSED, Created, NewProcess, begin, close, create, draft, give_reason, not_fed_back, publish, publish_designed, save_draft,
};
pub use forms::guide::{GuideAnswers, LessonUse, RuleStance};
pub use guide::{KNOWLEDGE_VERSION, save_guide};
pub use model::*;
pub use names::Names;
pub use pages::routes;
pub use plans::{make_plan, save_plan};
pub use refusal::Refusal;
pub use standing::draft_decision_held;
pub use tables::MIGRATIONS;
pub use tables::charter::{SavedDraft, charter, history};
pub use tables::copy::{CopyOrigin, copy_origin};
pub use tables::guide::{LessonReuse, guide, lesson_reuse};
pub use tables::organisation::{OrganisationAnswer, organisation_facts};
pub use tables::plan::{MOST_HERE, plan, plan_by_slug, plans, plans_at};
pub use tables::process::{deciders, partners_of, process, process_at, process_by_slug, processes, taking, titles};

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/design.ftl")),
    ("nl", include_str!("../locales/nl/design-staff.ftl")),
    ("nl", include_str!("../locales/nl/design-guide-staff.ftl")),
    ("en", include_str!("../locales/en/design.ftl")),
    ("en", include_str!("../locales/en/design-staff.ftl")),
    ("en", include_str!("../locales/en/design-guide-staff.ftl")),
    ("ar", include_str!("../locales/ar/design.ftl")),
    ("nl", include_str!("../locales/nl/design-plans.ftl")),
    ("nl", include_str!("../locales/nl/design-plans-staff.ftl")),
    ("en", include_str!("../locales/en/design-plans.ftl")),
    ("en", include_str!("../locales/en/design-plans-staff.ftl")),
    ("ar", include_str!("../locales/ar/design-plans.ftl")),
    ("nl", include_str!("../locales/nl/design-standing.ftl")),
    ("en", include_str!("../locales/en/design-standing.ftl")),
    ("ar", include_str!("../locales/ar/design-standing.ftl")),
    ("nl", include_str!("../locales/nl/design-standing-staff.ftl")),
    ("en", include_str!("../locales/en/design-standing-staff.ftl")),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_every_language() {
        let plans = [
            ("nl", include_str!("../locales/nl/design-plans.ftl")),
            ("en", include_str!("../locales/en/design-plans.ftl")),
            ("ar", include_str!("../locales/ar/design-plans.ftl")),
        ];
        let plans_staff =
            [("nl", include_str!("../locales/nl/design-plans-staff.ftl")), ("en", include_str!("../locales/en/design-plans-staff.ftl"))];
        let standing = [
            ("nl", include_str!("../locales/nl/design-standing.ftl")),
            ("en", include_str!("../locales/en/design-standing.ftl")),
            ("ar", include_str!("../locales/ar/design-standing.ftl")),
        ];
        let standing_staff = [
            ("nl", include_str!("../locales/nl/design-standing-staff.ftl")),
            ("en", include_str!("../locales/en/design-standing-staff.ftl")),
        ];
        assert_eq!(ui::testing::differences(&standing, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&standing_staff, &["en"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&plans, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&plans_staff, &["en"]), Vec::<String>::new());
        let public = [
            ("nl", include_str!("../locales/nl/design.ftl")),
            ("en", include_str!("../locales/en/design.ftl")),
            ("ar", include_str!("../locales/ar/design.ftl")),
        ];
        let staff = [
            ("nl", include_str!("../locales/nl/design-staff.ftl")),
            ("nl", include_str!("../locales/nl/design-guide-staff.ftl")),
            ("en", include_str!("../locales/en/design-staff.ftl")),
            ("en", include_str!("../locales/en/design-guide-staff.ftl")),
        ];
        assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&staff, &["en"]), Vec::<String>::new());
    }
}
