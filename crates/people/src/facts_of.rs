//! What a room knows of a process, told to rooms that stand before it.
//!
//! A rule of the design guide may look at a fact that only a later room can make: what was decided, how long an answer took.
//! The guide asks the house, which was given what all rooms know when it was put together, as it was given their panels.

use async_trait::async_trait;
use evidence::{Fact, Value};
use kernel::{AreaId, ProcessId};
use store::Session;

/// Of which process facts are asked, by whom and when.
#[derive(Debug)]
pub struct ProcessAsked<'a> {
    /// The municipality, the moment, and its days and terms.
    pub act: &'a journey::Act<'a>,
    /// Which process.
    pub process: ProcessId,
    /// The areas that it is about.
    pub areas: Vec<AreaId>,
}

/// A step of a process before which rooms may ask for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    /// Residents read of it for the first time.
    Publishing,
    /// Nothing new is asked any more.
    Closing,
}

/// What keeps a process from a step, as its page tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Key of the sentence that says what is asked first.
    pub key: &'static str,
    /// Where that is done, each with the key of its words; one of them is enough.
    pub ways: Vec<(String, &'static str)>,
}

/// A room that knows facts of a process. It answers with few and small questions: a page of the guide waits for it.
#[async_trait]
pub trait FactsOf: Send + Sync {
    /// Which facts it can make; no other room makes these.
    fn makes(&self) -> &'static [Fact];

    /// What it knows of this process now. What it does not know it leaves out: an unknown fact makes no rule appear.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, store::Error>;

    /// What it asks before this step of the process; most rooms ask for nothing.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn holds(&self, _s: &mut Session, _of: &ProcessAsked<'_>, _before: Threshold) -> Result<Vec<Hold>, store::Error> {
        Ok(Vec::new())
    }
}
