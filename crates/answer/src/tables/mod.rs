//! The tables `answer`, `answer_draft`, `delivery` and `reaction`.

pub mod answers;
pub mod deliveries;
pub mod drafts;
pub mod reactions;
