//! What a process promises: types and rules, without database or page.

mod changes;
mod charter;
mod copy;
mod gaps;
mod guide;
mod ladder;
mod map;
mod plan;
mod process;
mod slug;
mod template;
mod variant;

pub use changes::{Change, changes};
pub use charter::{Charter, Decider, Draft, Mandate, MandateDraft, Moment, Part};
pub use gaps::{Advice, Gap, advice, gaps};
pub(crate) use guide::moment_of_rule;
pub use guide::{
    Aim, GATE_PHASES, Guide, GuideMoment, GuideText, LessonChoice, LessonStance, RuleChoice, Stance, Tension, answer, contradictions,
    contradictions_beside, correspondences, facts, made_facts, moments_of, open_gates, stands_before, tensions, told_by_others,
    unanswered_toetsen, with_aims, with_lessons, with_origin, words_of,
};
pub use ladder::{Ladder, Rung};
pub use map::{Drawn, MAP_WIDTH, Map, Point, Shape};
pub use plan::{Lies, NewPlan, Plan, PlanPart, PlanState, Site, Surroundings};
pub(crate) use process::welcomes;
pub use process::{Process, State, open_for_contributions, was_open_on};
pub use slug::{numbered, slug};
pub use template::{Template, TemplateStep, TemplateWords, bracketed, template, templates};
pub use variant::Variant;
