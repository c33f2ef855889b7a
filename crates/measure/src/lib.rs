//! Meten: what is measured of a process, when and of whom, and what people answered.
//!
//! From the effects that a process aims at the program proposes which indicators G001–G075 apply; an officer keeps or drops each
//! with a motive that everybody reads (A240). People answer a short questionnaire before, after and long after (A243, A251), on a
//! screen, on paper or read to them, without account, and are linked only by a code that they keep themselves. What they answered
//! is told once, when nobody can answer any more, and never of too few.

mod acts;
mod export;
mod forms;
pub mod jobs;
mod known;
mod model;
mod pages;
mod refusal;
mod tables;

pub use acts::{
    Brought, Checked, NewDays, NewMeasurementPlan, aims, answer, check, days_may_change, forget_codes, planned, release, save_plan,
    save_questions,
};
pub use known::{Known, heard};
pub use model::code::{AnswerCode, CodeError, CodeKey};
pub use model::indicator::{INDICATORS, Indicator, Method, Timing, Whom};
pub use model::outcome::{Answers, Barriers, Change, Response, Results};
pub use model::plan::{Because, MeasurementPlan, PlanChoice, Proposal, proposed};
pub use model::sheet::{Linked, Sheet, Taken, Way};
pub use model::statement::{BARRIER_KEYS, MOST_ASKED, STATEMENTS, Scale, Statement};
pub use model::wave::{CODE_DAYS, PAPER_DAYS, Round, Wave, WaveDays};
pub use pages::panels::Panels;
pub use pages::routes;
pub use refusal::Refusal;
pub use tables::MIGRATIONS;
pub use tables::plan::plan;

use kernel::{ProcessId, TenantId};
use store::{Error, Session};

/// What people answered of a process, without what may not be shown of too few ([`people::tables::tenants::smallest`]): the round before, the round after (of staff as well),
/// the latest of the waves long after, and what changed from before until each of those.
///
/// # Errors
/// When the database cannot be read.
pub async fn results(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(Vec<Answers>, Vec<Change>), Error> {
    let all = all_results(s, tenant, process).await?;
    let latest = all.answers.iter().map(|it| it.wave).filter(|wave| wave.round() == Round::Later).max();
    let answers = all.answers.into_iter().chain(all.staff).filter(|it| it.round != Round::Later || Some(it.wave) == latest).collect();
    let changes = all.changes.into_iter().filter(|it| it.until.round() != Round::Later || Some(it.until) == latest).collect();
    Ok((answers, changes))
}

/// Everything that may be told of the questionnaires of a process: only of waves whose answers hold, and of no group smaller than the
/// municipality shows.
///
/// # Errors
/// When the database cannot be read.
pub async fn all_results(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Results, Error> {
    let smallest = people::tables::tenants::smallest(s, tenant).await?;
    let plan = plan(s, tenant, process).await?;
    let waves = plan.waves.iter().filter(|(_, days)| days.released).map(|(wave, days)| (*wave, days.invited)).collect();
    Ok(tables::sheet::counts(s, tenant, process).await?.results(&waves, &plan.asked, smallest))
}

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/measure.ftl")),
    ("en", include_str!("../locales/en/measure.ftl")),
    ("ar", include_str!("../locales/ar/measure.ftl")),
    ("nl", include_str!("../locales/nl/measure-staff.ftl")),
    ("en", include_str!("../locales/en/measure-staff.ftl")),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_every_language() {
        let public = [
            ("nl", include_str!("../locales/nl/measure.ftl")),
            ("en", include_str!("../locales/en/measure.ftl")),
            ("ar", include_str!("../locales/ar/measure.ftl")),
        ];
        let staff = [("nl", include_str!("../locales/nl/measure-staff.ftl")), ("en", include_str!("../locales/en/measure-staff.ftl"))];
        assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
        assert_eq!(ui::testing::differences(&staff, &["en"]), Vec::<String>::new());
    }
}
