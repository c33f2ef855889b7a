//! Inbrengen: how people contribute, on a screen, at a table, on paper or through somebody they trust.
//!
//! [`receive`] is the one door: the online form, the entry by an intermediary or at the desk, the importers and the
//! demo all go through it. Words become public only after a person looked at them ([`screen`]).

mod alike;
pub mod comments;
mod door;
mod fieldwork;
mod forms;
mod holder;
pub mod jobs;
mod mail;
mod model;
mod pages;
pub mod panels;
mod parts;
pub mod photos;
mod receive;
mod screen;
mod sheets;
mod tables;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod translate;
mod withdraw;

pub use alike::alike;
pub use door::{prove, receive_known};
pub use fieldwork::{Arrival, Capture, arrive, note_recall};
pub use holder::{Contributions, ErasedWords, RecalledNumbers};
pub use model::contribution::{
    Answering, Assisted, BODY_MOST, COMMENT_MOST, Contribution, Erasure, Error, LINE_MOST, NewContribution, REASON_MOST, Receipt,
    Screening, SentPhoto, TITLE_MOST, Words,
};
pub use model::passage::{first_words, holds};
pub use model::photo::{Photo, PhotoError, renew as renew_photo};
pub use model::place::{Map, Place, Point, Shape};
pub use model::privacy::{Finding, Kind as FindingKind, find as find_personal, mask};
pub use model::rules::Rule;
pub use model::theme::Theme;
pub use pages::routes;
pub use parts::{NewPart, end_part, keep_part, part_ids, parts_of, whole_text};
pub use receive::{SEARCH, STREAM, is_known, proven, receive};
pub use screen::{Decision, Mask, screen};
pub use tables::MIGRATIONS;
pub use tables::batch::{Batch, NewBatch, batch};
pub use tables::comment::{Comment, State as CommentState, count as count_comments, of as comments_of};
pub use tables::contribution::{
    Counts, Cursor, by_number, contribution, contributions, count_waiting, counts, list_public, of_identity, of_theme, original, themes,
    themes_of, through, waiting, words,
};
pub use tables::photo::{KeptPhoto, of as photos_of};
pub use tables::translation::{Translation, of as translations_of};
pub use translate::{NewTranslation, SEARCH_TRANSLATED, translate, untranslate};
pub use withdraw::{ERASURE, erase, erase_again, note_erasure, withdraw};

/// The words of this room, in every language.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/voice.ftl")),
    ("nl", include_str!("../locales/nl/voice-staff.ftl")),
    ("nl", include_str!("../locales/nl/voice-fieldwork.ftl")),
    ("en", include_str!("../locales/en/voice.ftl")),
    ("en", include_str!("../locales/en/voice-staff.ftl")),
    ("en", include_str!("../locales/en/voice-fieldwork.ftl")),
    ("ar", include_str!("../locales/ar/voice.ftl")),
    ("ar", include_str!("../locales/ar/voice-fieldwork.ftl")),
];
