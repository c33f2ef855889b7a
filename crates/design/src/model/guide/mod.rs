//! The design guide: what an officer answered about a process, the rules that apply to it, and what was done with them
//! (catalogue G068, A010, A011).
//!
//! Nothing here is a score. A rule says what can contribute or can harm; whoever designs follows it, or sets it aside
//! with a motive that is kept.

mod facts;
mod gates;
mod moments;
mod tensions;

pub use facts::{facts, made_facts};
pub use gates::{GATE_PHASES, open_gates, unanswered_toetsen};
pub use moments::GuideMoment;
pub use tensions::{Tension, contradictions, contradictions_beside, correspondences, tensions};

use evidence::{EffectKey, Facts, Knowledge, Known, Rule};
use kernel::Instant;
use std::collections::{BTreeMap, BTreeSet};
use store::texts::LanguageSet;

/// An effect or value that a process aims at. Its place in the list of aims is its rank: the first matters most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// Which effect or value, in its own vocabulary.
    pub effect: EffectKey,
    /// At which level it is sought (catalogue B04); nothing when that is not said.
    pub level: Option<String>,
}

/// A text of the guide, in an officer's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideText {
    /// What «inclusion» means in this process; public (C006).
    Inclusion,
    /// What is not aimed at; public (C038).
    NotAimed,
    /// What politicians do (C042).
    Politicians,
    /// What officials do (C042).
    Officials,
    /// What residents do (C042).
    Residents,
    /// Which bodies steer, and who coordinates (C124).
    Governance,
    /// What is done for trust before, at the start, during and after (C084).
    Trust,
}

impl GuideText {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Inclusion, Self::NotAimed, Self::Politicians, Self::Officials, Self::Residents, Self::Governance, Self::Trust];

    /// The code under which it is stored, and the name of its field.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inclusion => "text-inclusion",
            Self::NotAimed => "text-not-aimed",
            Self::Politicians => "text-politicians",
            Self::Officials => "text-officials",
            Self::Residents => "text-residents",
            Self::Governance => "text-governance",
            Self::Trust => "text-trust",
        }
    }
    /// The text of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|text| text.code() == code)
    }
    /// Key of its heading.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Inclusion => "design-guide-inclusion",
            Self::NotAimed => "design-guide-not-aimed",
            Self::Politicians => "design-guide-role-politicians",
            Self::Officials => "design-guide-role-officials",
            Self::Residents => "design-guide-role-residents",
            Self::Governance => "design-guide-governance",
            Self::Trust => "design-guide-trust",
        }
    }
    /// Whether residents read it with the agreements.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Inclusion | Self::NotAimed)
    }
    /// At most so many signs.
    pub const MOST: usize = 2_000;
}

/// What was done with a rule that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// The design follows it.
    Followed,
    /// It is set aside, with a motive.
    SetAside,
}

impl Stance {
    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Followed => "followed",
            Self::SetAside => "set-aside",
        }
    }
    /// The stance of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Followed, Self::SetAside].into_iter().find(|stance| stance.code() == code)
    }
}

/// What was done with a rule, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleChoice {
    /// Followed or set aside.
    pub stance: Stance,
    /// Why it was set aside; a rule that is followed needs none.
    pub motive: Option<LanguageSet>,
    /// The version of the program, and so of its knowledge, when it was chosen.
    pub knowledge: String,
    /// When.
    pub at: Instant,
}

/// What the guide holds for one process. Nothing in it is a fact about a person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Guide {
    /// When it was last saved; nothing when nobody opened it yet.
    pub saved: Option<Instant>,
    /// Answers: a fact's key, or one of the keys of [`answer`], with its value as [`evidence::Facts::read`] reads it.
    pub answers: BTreeMap<String, String>,
    /// What is aimed at, the most important first.
    pub aims: Vec<Aim>,
    /// Texts.
    pub texts: BTreeMap<GuideText, LanguageSet>,
    /// What was done with rules, by the id of the rule.
    pub choices: BTreeMap<String, RuleChoice>,
}

/// Keys of answers that are no fact themselves.
pub mod answer {
    /// `yes`: no aims are chosen yet, and somebody said so.
    pub const NO_AIMS: &str = "aims-none";
    /// The groups with planned contact.
    pub const OUTREACH: &str = "outreach";
    /// How the decision is made together (catalogue B14); no rule looks at it yet.
    pub const DECISION_MODES: &str = "decision-modes";
    /// The barriers of those groups (catalogue B30).
    pub const BARRIERS: &str = "barriers";
    /// `yes`: somebody looked at the roles, so that a role without a text is known to be missing.
    pub const ROLES_SEEN: &str = "roles-seen";

    /// Key of the strategies chosen against a barrier (catalogue B31).
    #[must_use]
    pub fn strategies(barrier: &str) -> String {
        format!("against.{barrier}")
    }
    /// Key of the answer to an asked rule.
    #[must_use]
    pub fn asked(rule: &str) -> String {
        format!("asked.{rule}")
    }
}

/// The words of a stored set.
pub fn words_of(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|word| !word.is_empty())
}

impl Guide {
    /// The stored answer under `key`.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&str> {
        self.answers.get(key).map(String::as_str)
    }
    /// The words of the stored set under `key`; nothing when it is unknown.
    #[must_use]
    pub fn set(&self, key: &str) -> Option<BTreeSet<&str>> {
        self.answer(key).map(|value| words_of(value).collect())
    }
    /// Whether an asked rule was answered with yes.
    #[must_use]
    pub fn said_yes(&self, rule: &str) -> bool {
        self.answer(&answer::asked(rule)) == Some("yes")
    }
    /// The rules that apply: computed ones that `facts` decide, and asked ones answered with yes; by id.
    #[must_use]
    pub fn applying<'k>(&self, knowledge: &'k Knowledge, facts: &Facts) -> Vec<&'k Rule> {
        let applies = |rule: &&Rule| match &rule.known {
            Known::Computed(_) => rule.matched(facts).is_some(),
            Known::Asked { .. } => self.said_yes(&rule.id),
            Known::Shown(_) => false,
        };
        knowledge.rules.iter().filter(applies).collect()
    }
}
