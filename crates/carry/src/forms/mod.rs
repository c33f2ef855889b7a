//! Forms are parsed into what the model knows; what is wrong is said beside its field, and nothing typed is lost.
//! A parser gives `None` when anything is wrong.

mod across;
mod acts;
mod budgets;
mod council;
mod words;

pub(crate) use across::{
    MOST_DEFENDERS, answering_means, asking_means, budget_value, concluding, convening, defender_fields, ending_objection, ending_value,
    escalating, explaining, hearing, looking_again, objecting, resuming, settling, touching, verdict_value, weighing,
};
pub(crate) use acts::{
    AdviceWith, accepting, advising, answering, asking, assigning, checking, count_fields, deciding, dividing, follow_code, handing_back,
    noting, part_field, public_numbers, scheduling, screening,
};
pub(crate) use budgets::{MOST_SHARES, budgeting, share_fields};
pub(crate) use council::{answering_briefing, asking_in_briefing, briefing, presence};
pub(crate) use words::{date, line, prose, required_date, required_line, required_prose};

/// A motive, condition or rule has at most this many signs.
pub const MOTIVE_MOST: usize = 4_000;
/// An advice or decision has at most this many signs.
pub const WORDS_MOST: usize = 8_000;
/// A question, and an answer to it, has at most this many signs.
pub const QUESTION_MOST: usize = 2_000;
/// A theme, contact, body or way of voting has at most this many signs.
pub const LINE_MOST: usize = 160;
