#![doc = include_str!("../README.md")]

mod choices;
mod coding;
mod condition;
mod effect;
mod exact;
mod export;
mod fact;
mod gap;
mod knowledge;
mod ladder;
mod list;
mod local;
mod perspective;
mod quantity;
mod review;
mod rule;
mod source;
mod toets;
mod words;

pub use choices::*;
pub use coding::{Basis, Code, Coding, CodingError, CodingSheet, Counted, Direction, DirectionCounts, Distribution};
pub use condition::{Comparison, Condition, ConditionError, Operand, Truth};
pub use effect::{EffectError, EffectKey, Sign, Touch, VOCABULARIES};
pub use exact::{Exact, NumberError};
pub use export::Table;
pub use fact::{Fact, FactError, FactOrigin, Facts, Shape, Unit, Value};
pub use gap::{Contradiction, Filled, Placeholder, Side};
pub use knowledge::{Counts, EvidenceError, FirstRung, Knowledge, Respondent};
pub use ladder::{Ladder, LadderRung, Level};
pub use list::{CodeList, Correspondence, Item};
pub use local::{Fill, Local, LocalItem, Mapping};
pub use perspective::{Dilemma, Mix, MixError, Named, Perspective, Strategy};
pub use quantity::{
    CROSS_CHECKS, CrossCheck, DERIVATIONS, Derivation, Figure, Formula, Interviews, Quantity, Relation, ResultRow, Shown, Things, Trap,
    counts_that_round_to, derivation,
};
pub use review::{Criterion, Funnel, FunnelFault, Period, Review, ReviewStep};
pub use rule::{AskedAt, Known, Match, Phase, Rule, RuleKind};
pub use source::{Citation, CitationError, EvidenceKind, Source, Strength};
pub use toets::{Gate, Toets, ToetsAnswer, ToetsGap, ToetsQuestion, Verdict};
pub use words::Words;
