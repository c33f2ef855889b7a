//! Terugkoppelen: the motivated answer, its way to each author, and the public journey.
//!
//! An answer says what was done with the words of its author, by what it was decided, and why not when not; it is not
//! published before it does. Decision and answer are one track, delivery to each author another; both end on the
//! public page of the journey.

pub mod act;
pub mod bulletin;
pub mod document;
mod holder;
pub mod jobs;
mod journey_page;
mod known;
mod late;
pub mod letter;
mod line;
mod model;
pub mod notices;
mod pages;
pub mod panels;
mod paper;
mod parts;
mod shown;
pub mod subscriptions;
mod tables;

pub use act::{
    NewReaction, Posting, Published, Refusal, decline_review, deliver, grant_review, keep_beginning, owed, post_letters, publish, react,
    take_back_beginning,
};
pub use holder::Answers;
pub use journey_page::{
    AcrossPage, AdvicePage, AnswerPage, DecisionPage, DefendedPage, FramePage, JourneyPage, PartPage, PartyPage, ProcessLink, ReferralPage,
    ReviewPage, StepPage, StrandedPage, WholePage, journey_page,
};
pub use known::Known;
pub use late::late;
pub use model::month::Month;
pub use model::motivation::{Gap, Lack, Motivation, Part, gaps};
pub use model::plain;
pub use model::subscription::Subscription;
pub use pages::routes;
pub use parts::PartTold;
pub use shown::Said;
pub use tables::answers::{Answer, answer};
pub use tables::beginnings::{Beginning, beginning};
pub use tables::deliveries::{Brings, Delivery, delivery, of_contribution as deliveries_of};
pub use tables::reactions::{Reaction, of_contribution as reactions_of};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { room: "answer", number: 1, name: "answers, deliveries, reactions", sql: include_str!("tables/001-answers.sql") },
    store::Migration { room: "answer", number: 2, name: "news by mail", sql: include_str!("tables/002-subscriptions.sql") },
    store::Migration { room: "answer", number: 3, name: "messages beside an answer", sql: include_str!("tables/003-notices.sql") },
    store::Migration { room: "answer", number: 4, name: "answers to parts", sql: include_str!("tables/004-parts.sql") },
    store::Migration { room: "answer", number: 5, name: "own beginnings", sql: include_str!("tables/005-beginnings.sql") },
];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/answer.ftl")),
    ("en", include_str!("../locales/en/answer.ftl")),
    ("ar", include_str!("../locales/ar/answer.ftl")),
    ("nl", include_str!("../locales/nl/answer-staff.ftl")),
    ("en", include_str!("../locales/en/answer-staff.ftl")),
    ("nl", include_str!("../locales/nl/answer-templates.ftl")),
    ("en", include_str!("../locales/en/answer-templates.ftl")),
    ("ar", include_str!("../locales/ar/answer-templates.ftl")),
];
