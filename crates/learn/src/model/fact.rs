//! What is counted: one fact is one thing of which something is known, on the day on which it counts.

use journey::Channel;
use kernel::{Date, DepartmentId};

macro_rules! measures {
    ($($(#[$doc:meta])* $variant:ident $code:literal,)*) => {
        /// What kind of fact it is. The indicators are counted of these.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Measure { $($(#[$doc])* $variant,)* }

        impl Measure {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The code that is stored, and that the keys of its words hold.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            /// The one with this code.
            #[must_use]
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

measures! {
    /// A contribution came in, and stayed or was withdrawn. On the day on which it came in.
    Received "received",
    /// From the day on which it was said to the receipt with its number (G026). On the day on which it came in.
    Receipt "receipt",
    /// From the receipt to the first message with content (G026). On the day on which it came in.
    First "first",
    /// From the receipt to the decision (G026). On the day on which it came in.
    Decision "decision",
    /// From the decision to the published answer (G026). On the day of the decision.
    Feedback "feedback",
    /// Whether a decided contribution was answered and the answer arrived (G027). On the day of the decision.
    Answered "answered",
    /// Whether the answer has everything that a motivation must have (G028). On the day of the decision.
    Motivated "motivated",
    /// Whether the author understood the answer (G028). On the day of the reaction, or of the answer without one.
    Understood "understood",
    /// Whether the author of a refused contribution finds that it went fairly (G029). Days as before.
    Accepted "accepted",
    /// Whether a contribution ever lay still (G030). On the day on which it came in.
    Still "still",
    /// One time that a contribution lay still, by its trigger X1–X12 (G030). On the day on which it came in.
    Spell "spell",
    /// Whether several departments worked on a dossier that touches several (G031). On the day on which it was opened.
    Spanning "spanning",
    /// Whether a department decided alone on what touches others, or what pulls between two perspectives (G031, B43 «verkokeren»). On
    /// the day of the decision.
    Alone "alone",
    /// Whether a line department took a dossier in term (G032). On the day of the screening.
    Owner "owner",
    /// Whether the frames were checked before anything was asked of residents (G033). On the day of the check.
    Frames "frames",
    /// Whether a department committed the means it was asked for (G034). On the day on which it was asked.
    Means "means",
    /// Whether a higher level answered in term (G035). On the day on which it was brought there.
    Escalation "escalation",
    /// How a department coped with values in conflict (G036). On the day on which it was recorded.
    Strategy "strategy",
    /// Of which perspective a department put a value first (G036). On the day on which it was recorded.
    Prioritised "prioritised",
    /// What was decided (G037). On the day of the decision.
    Uptake "uptake",
    /// Whether a contribution was demonstrably considered (G038). On the day of the decision.
    Considered "considered",
    /// Whether what was decided is there (G039). On the day of the decision.
    Realised "realised",
    /// Whether what is there still works, is used, owned and has a place (G040). On the day on which it was confirmed.
    Lasting "lasting",
    /// Whether what was promised was changed, and that was told (G041). On the day on which it was promised.
    Changed "changed",
    /// Through which organisation a contribution came, if through one (G060). On the day on which it came in.
    Through "through",
    /// How many people, helped by an organisation, said of themselves that taking part is harder for them (G060). On the first
    /// day of the quarter in which they were helped.
    Harder "harder",
    /// Whether a process leans on one person (G061). On the day of counting.
    Carrier "carrier",
    /// Whether the council was told of a process before its first advice (G062). On the day of that advice.
    Council "council",
    /// Whether politicians were at a moment of the planning (G063). On the day of the moment.
    Presence "presence",
    /// What those who were at a moment with politicians found of that (G063). On the day of the moment.
    Steering "steering",
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// What kind.
    pub measure: Measure,
    /// A second code where the measure has one: the trigger of a spell, the level of an escalation, the organisation through
    /// which something came. Empty otherwise.
    pub kind: String,
    /// What was found.
    pub part: String,
    /// On which day it counts.
    pub day: Date,
    /// How many working days it took, where that is counted.
    pub days: Option<i64>,
    /// The department.
    pub department: Option<DepartmentId>,
    /// How the contribution came in, when the fact is about a contribution.
    pub channel: Option<&'static str>,
    /// How many things: those of one dossier of which the same is known stand together.
    pub many: i64,
}

impl Fact {
    /// A fact about one thing.
    #[must_use]
    pub fn new(measure: Measure, part: impl Into<String>, day: Date) -> Self {
        Self { measure, kind: String::new(), part: part.into(), day, days: None, department: None, channel: None, many: 1 }
    }
    /// With its second code.
    #[must_use]
    pub fn of_kind(self, kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), ..self }
    }
    /// With how long it took.
    #[must_use]
    pub fn taking(self, days: i64) -> Self {
        Self { days: Some(days), ..self }
    }
    /// Of a department.
    #[must_use]
    pub fn by(self, department: Option<DepartmentId>) -> Self {
        Self { department, ..self }
    }
    /// Through a channel.
    #[must_use]
    pub fn through(self, channel: Channel) -> Self {
        Self { channel: Some(channel.code()), ..self }
    }
}

/// Puts facts together of which everything is the same.
#[must_use]
pub fn together(mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.sort();
    let mut found: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        match found.last_mut() {
            Some(last) if (Fact { many: 0, ..last.clone() }) == (Fact { many: 0, ..fact.clone() }) => last.many += fact.many,
            _ => found.push(fact),
        }
    }
    found
}
