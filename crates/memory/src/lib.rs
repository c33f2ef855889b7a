//! Onthouden: what was learned of a process, kept until it is of use to the next.
//!
//! A lesson says what happened, what to do next time and whether it worked, with the circumstances in which it was learned
//! (A246). What did not work comes first, for everybody to read (A248). A lesson is adjusted or retired with a reason, and
//! never deleted. Municipalities exchange them as a file (A250). Nothing here is about a person.

mod acts;
mod model;
mod pages;
mod processes;
mod tables;

pub use acts::{Refusal, adjust, keep, keep_marked, new_id, retire, take_in};
pub use model::exchange;
pub use model::{About, Adjusting, Change, Changing, Circumstances, Elsewhere, Lesson, LessonRow, Marks, Worked, shared, theme_key};
pub use pages::{routes, theme};
pub use processes::{NamedProcess, Nowhere, Processes};
pub use tables::{Filter, MIGRATIONS, changes, fitting, kept, lesson, lessons, listed};

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/memory.ftl")),
    ("nl", include_str!("../locales/nl/memory-staff.ftl")),
    ("en", include_str!("../locales/en/memory.ftl")),
    ("en", include_str!("../locales/en/memory-staff.ftl")),
    ("ar", include_str!("../locales/ar/memory.ftl")),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_every_language() {
        let public = [
            ("nl", include_str!("../locales/nl/memory.ftl")),
            ("en", include_str!("../locales/en/memory.ftl")),
            ("ar", include_str!("../locales/ar/memory.ftl")),
        ];
        let staff = [("nl", include_str!("../locales/nl/memory-staff.ftl")), ("en", include_str!("../locales/en/memory-staff.ftl"))];
        assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&staff, &["en"]), Vec::<String>::new());
    }
}
