//! What a lesson is, when it fits, and how it is read and written elsewhere.

pub mod exchange;
mod fit;
mod lesson;

pub(crate) use fit::in_order;
pub use fit::{Circumstances, shared, theme_key};
pub use lesson::{About, Adjusting, Change, Changing, Elsewhere, Lesson, LessonRow, Marks, Worked};
