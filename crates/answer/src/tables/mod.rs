//! The tables `answer`, `answer_draft`, `delivery`, `reaction` and `subscription`.

pub mod answers;
pub mod deliveries;
pub mod drafts;
pub mod reactions;
pub mod subscriptions;
