//! The rules of this room, without database or pages.

mod act;
mod at_once;
mod budget;
mod consult;
mod decision;
mod level;
mod objection;
mod screening;
mod terms;
mod variant;
mod waiting;
mod weighing;

pub use act::{Act, heard_for, speaks_for};
pub(crate) use at_once::AtOnce;
pub(crate) use budget::holds;
pub use budget::{Budget, BudgetKind, Share, divided};
pub use consult::{ConsultVerdict, OvertakingEnding};
pub use decision::{Firmness, Frame, Lane, deviates, lane};
pub use level::Level;
pub use objection::{Nature, ObjectionEnding};
pub use people::WebAddress;
pub use screening::{Elsewhere, Kind};
pub use terms::{Reminder, Rung, reminder_above, reminders};
pub use variant::{PlanChange, Response, gathers, has_partners, may_be_bundled, replies, responds};
pub(crate) use waiting::{HOLDING, holds_for};
pub use waiting::{Standing, WaitsFor, beside_waits_for, put_off, waits_for, why};
pub use weighing::{
    Likeness, PRIORITISE, ReviewEnding, dilemma_means, dilemma_name, dilemmas, perspective_of, strategies, strategy_means, strategy_name,
    value_name, values, worded,
};
