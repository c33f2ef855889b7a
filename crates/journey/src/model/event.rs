//! What the journal keeps of a step: the evidence and the dates that were computed then, so that replay never depends on
//! the terms of today.

use super::codes::StepKind;
use super::step::Step;
use kernel::Date;
use serde::{Deserialize, Serialize};

/// The version in which events are written now. A reader of every older version stays.
pub const VERSION: i64 = 1;

/// A step as the journal holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What was set.
    pub step: Step,
    /// The last day of the term that began with it, for the dossier.
    pub until: Option<Date>,
    /// The last day on which the author may react, for the author's own track.
    pub react_until: Option<Date>,
}

#[derive(Serialize, Deserialize)]
struct BodyV1 {
    evidence: serde_json::Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    react_until: Option<Date>,
}

impl Event {
    /// The body that the journal keeps.
    ///
    /// # Errors
    /// Never in practice: all evidence can be written as JSON.
    pub fn body(&self) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(BodyV1 { evidence: self.step.body()?, until: self.until, react_until: self.react_until })
    }

    /// The event that was kept.
    ///
    /// # Errors
    /// Says in words which kind or version this program cannot read.
    pub fn read(kind: &str, version: i64, body: &serde_json::Value) -> Result<Self, String> {
        let unreadable = || format!("an event «{kind}» of version {version} cannot be read by this program");
        let known = StepKind::from_code(kind).ok_or_else(unreadable)?;
        if version != VERSION {
            return Err(unreadable());
        }
        let body: BodyV1 = serde_json::from_value(body.clone()).map_err(|error| format!("{}: {error}", unreadable()))?;
        let step = Step::read(known, body.evidence).map_err(|error| format!("{}: {error}", unreadable()))?;
        Ok(Self { step, until: body.until, react_until: body.react_until })
    }
}
