//! The tables `answer`, `answer_beginning`, `answer_draft`, `delivery`, `notice`, `reaction` and `subscription`.

pub mod answers;
pub mod beginnings;
pub mod deliveries;
pub mod drafts;
pub mod notices;
pub mod reactions;
pub mod subscriptions;
