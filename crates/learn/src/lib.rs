//! Leren: what came of participation in figures, each with what it is counted of, what is missing and what is not shown; and
//! evaluations of processes, with what went wrong, side by side and over the years.
//!
//! The indicators are defined in one place ([`DEFINITIONS`]). They are counted of facts, which are read from the journal of
//! every dossier and from what rooms wrote beside it, and brought up to date by a job ([`count`]). A figure is never a
//! judgement of a person, and never says what caused what.

mod assembling;
mod counting;
mod ending;
mod evaluating;
mod frozen;
pub mod jobs;
mod known;
mod model;
mod pages;
mod panels;
mod report;
mod tables;

pub use counting::count;
pub use evaluating::{
    EvaluationError, ReachChange, drop_elsewhere, finish_evaluation, keep_lesson, save_evaluation, save_reach, take_elsewhere,
    waive_evaluation,
};
pub use frozen::FrozenFindings;
pub use known::Known;
pub use model::days::{Histogram, working_days};
pub use model::evaluation::balance::{BalanceCounts, DivergingStretch, Literature, Weighed, bars, negatives_within, weigh};
pub use model::evaluation::claims::claimed_cause;
pub use model::evaluation::counts::{
    AttendanceCounted, AttendanceFound, ChannelCounted, ChannelFound, ChannelsCounted, ChannelsFound, Counts, CountsFound, PartCounted,
    PartFound, ResponseCounted, ResponseFound, StratumCounted, StratumFound,
};
pub use model::evaluation::findings::{
    AdviceHeeded, AnswerFound, ChangeFound, DecidedFacts, FigureFound, Findings, FindingsError, RulesFound, VoiceHeard, VolunteerLoad,
};
pub use model::evaluation::influence::{EffectiveRung, Influence};
pub use model::evaluation::means::{MeansKind, MeansUsed};
pub use model::evaluation::observed::ObservedFound;
pub use model::evaluation::reach::{Characteristic, GroupCounted, GroupFound, Reach, ReachCounted, ReachFound, StayedCounted, StayedFound};
pub use model::evaluation::{Beside, Evaluation, EvaluationDraft, EvaluationGap, EvaluationPart, evaluation_gaps};
pub use model::fact::{Fact, Measure};
pub use model::figure::{Cell, Figure, Part, Told};
pub use model::indicator::{By, DEFINITIONS, Definition, Form, Source, Tone, Unit};
pub use model::overview::{Overview, ProcessYear, Share};
pub use model::quarter::Quarter;
pub use pages::routes;
pub use panels::Panels;
pub use report::{Figures, KindRow, Report};
pub use tables::evaluation::{EvaluationStanding, elsewhere, evaluation, finished_evaluation, standing, waiver};
pub use tables::facts::Filter;
pub use tables::group_counts::{GroupCount, by as group_counts, keep as keep_group_count};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { room: "learn", number: 1, name: "facts to count", sql: include_str!("tables/001-facts.sql") },
    store::Migration { room: "learn", number: 2, name: "counts of groups", sql: include_str!("tables/002-group-counts.sql") },
    store::Migration { room: "learn", number: 3, name: "evaluations", sql: include_str!("tables/003-evaluations.sql") },
    store::Migration {
        room: "learn",
        number: 4,
        name: "the smallest group is kept with the municipality",
        sql: include_str!("tables/004-smallest-with-the-tenant.sql"),
    },
    store::Migration { room: "learn", number: 5, name: "who took part", sql: include_str!("tables/005-reach.sql") },
    store::Migration { room: "learn", number: 6, name: "what else was counted", sql: include_str!("tables/006-counts.sql") },
    store::Migration { room: "learn", number: 7, name: "count everything anew", sql: include_str!("tables/007-count-anew.sql") },
    store::Migration { room: "learn", number: 8, name: "facts of a process", sql: include_str!("tables/008-facts-of-a-process.sql") },
];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/learn.ftl")),
    ("en", include_str!("../locales/en/learn.ftl")),
    ("ar", include_str!("../locales/ar/learn.ftl")),
    ("nl", include_str!("../locales/nl/learn-staff.ftl")),
    ("en", include_str!("../locales/en/learn-staff.ftl")),
    ("nl", include_str!("../locales/nl/learn-evaluation.ftl")),
    ("en", include_str!("../locales/en/learn-evaluation.ftl")),
    ("ar", include_str!("../locales/ar/learn-evaluation.ftl")),
    ("nl", include_str!("../locales/nl/learn-evaluation-staff.ftl")),
    ("en", include_str!("../locales/en/learn-evaluation-staff.ftl")),
];
