//! Uitvoeren: what was promised after a decision is followed until it works in the street.
//!
//! A commitment says what will be there, by whom, by when and with which means. Its milestones, the means spent, every
//! change with its motive, and who confirmed it (never a name) are public. Decision-and-answer and delivery are two
//! tracks of one journey.

pub mod act;
mod forms;
mod holder_left;
pub mod jobs;
mod known;
mod model;
mod pages;
pub mod panels;
mod signalling;
mod tables;
mod told;
mod view;

pub use act::{
    PHOTOS_MOST, Refusal, Rule, STREAM, attest, can_promise, carry_out, give_hours, promise, say_of_means, strike_hours, untold,
};
pub use holder_left::left;
pub use known::Known;
pub use model::deed::{Attestation, Changing, Deed, MeansWord, Picture, Promise};
pub use model::lying_still::{Dates, overloaded, uncommitted};
pub use model::volunteering::{HoursGiven, HoursMonth, HoursSum, HoursTold, NotedBy};
pub use model::{Doer, Funding, HappeningKind, Lasting, Moment, Signal, Stage};
pub use pages::routes;
pub use panels::Panels;
pub use tables::commitments::{
    Commitment, CommitmentSums, HoursAsked, commitment, of_dossier, of_process, open as open_commitments, sums, unfinished,
};
pub use tables::happenings::{Happening, of_commitment as happenings};
pub use tables::hours::{sum as hours, told as hours_told};
pub use tables::milestones::{Milestone, of_commitment as milestones};
pub use tables::photos::{Photo, of_commitment as photos};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        room: "deliver",
        number: 1,
        name: "commitments, milestones, happenings",
        sql: include_str!("tables/001-commitments.sql"),
    },
    store::Migration { room: "deliver", number: 2, name: "photos", sql: include_str!("tables/002-photos.sql") },
    store::Migration { room: "deliver", number: 3, name: "whose means", sql: include_str!("tables/003-means.sql") },
    store::Migration { room: "deliver", number: 4, name: "what is heard inside", sql: include_str!("tables/004-signals.sql") },
    store::Migration { room: "deliver", number: 5, name: "whether the money is there", sql: include_str!("tables/005-funding.sql") },
    store::Migration { room: "deliver", number: 6, name: "time of volunteers", sql: include_str!("tables/006-hours.sql") },
    store::Migration { room: "deliver", number: 7, name: "whose money was spoken of", sql: include_str!("tables/007-whose-means.sql") },
];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/deliver.ftl")),
    ("en", include_str!("../locales/en/deliver.ftl")),
    ("ar", include_str!("../locales/ar/deliver.ftl")),
    ("nl", include_str!("../locales/nl/deliver-staff.ftl")),
    ("en", include_str!("../locales/en/deliver-staff.ftl")),
];
