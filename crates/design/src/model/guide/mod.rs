//! The design guide: what an officer answered about a process, the rules that apply to it, and what was done with them
//! (catalogue G068, A010, A011).
//!
//! Nothing here is a score. A rule says what can contribute or can harm; whoever designs follows it, or sets it aside
//! with a motive that is kept.

mod facts;
mod gates;
mod lessons;
mod moments;
mod tensions;

pub use facts::{facts, made_facts, with_aims, with_lessons, with_origin};
pub use gates::{GATE_PHASES, open_gates, stands_before, unanswered_toetsen};
pub(crate) use lessons::moment_of_rule;
pub use lessons::{LessonChoice, LessonStance, moments_of};
pub use moments::{GuideMoment, told_by_others};
pub use tensions::{Tension, contradictions, contradictions_beside, correspondences, tensions};

use evidence::{EffectKey, Facts, Knowledge, Known, Rule};
use kernel::{AreaId, Instant};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::texts::LanguageSet;
use uuid::Uuid;

/// An effect or value that a process aims at. Its place in the list of aims is its rank: the first matters most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// Which effect or value, in its own vocabulary.
    pub effect: EffectKey,
    /// At which level it is sought (catalogue B04); nothing when that is not said.
    pub level: Option<String>,
}

/// A text of the guide, in an officer's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuideText {
    /// What «inclusion» means in this process; public (C006).
    Inclusion,
    /// What is not aimed at; public (C038).
    NotAimed,
    /// What politicians do; public (A013, A014, C042).
    Politicians,
    /// What officials do; public (A013, A014, C042).
    Officials,
    /// What residents do; public (A013, A014, C042).
    Residents,
    /// Which bodies steer, and who coordinates (C124).
    Governance,
    /// What is done for trust before, at the start, during and after (C084).
    Trust,
}

impl GuideText {
    /// All of them, in reading order.
    pub const ALL: [Self; 7] =
        [Self::NotAimed, Self::Inclusion, Self::Politicians, Self::Officials, Self::Residents, Self::Governance, Self::Trust];

    /// What somebody does in the process. Officers wrote these for themselves before residents were told of them.
    pub const ROLES: [Self; 3] = [Self::Politicians, Self::Officials, Self::Residents];

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
        !matches!(self, Self::Governance | Self::Trust)
    }
    /// At most so many signs.
    pub const MOST: usize = 2_000;
}

/// What was done with a rule that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
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
    /// What was done with lessons of earlier processes, by the id of the lesson (G067).
    pub lessons: BTreeMap<Uuid, LessonChoice>,
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
    /// The areas that the process is about, by their ids: lessons of the same areas are shown (A246).
    pub const AREAS: &str = "areas";
    /// The themes that it is about, with a comma between them.
    pub const THEMES: &str = "themes";
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
    /// What of the guide residents read, or what decides it: two guides with the same public part read the same to everybody.
    #[must_use]
    pub fn public_part(&self) -> Self {
        let texts = self.texts.iter().filter(|(text, _)| text.is_public()).map(|(text, words)| (*text, words.clone())).collect();
        let choices = self.choices.iter().filter(|(_, choice)| choice.stance == Stance::SetAside);
        Self {
            saved: None,
            answers: BTreeMap::new(),
            aims: self.aims.clone(),
            texts,
            choices: choices.map(|(id, choice)| (id.clone(), choice.clone())).collect(),
            lessons: self.lessons.clone(),
        }
    }
    /// The same without what roles do: it was written before residents were told of it.
    #[must_use]
    pub fn without_roles(mut self) -> Self {
        // Whatever was written is not told to be missing either.
        if GuideText::ROLES.iter().all(|role| self.texts.contains_key(role)) {
            self.answers.remove(answer::ROLES_SEEN);
        }
        self.texts.retain(|text, _| !GuideText::ROLES.contains(text));
        self
    }
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
    /// The areas that the process is about.
    #[must_use]
    pub fn areas(&self) -> Vec<AreaId> {
        words_of(self.answer(answer::AREAS).unwrap_or_default()).filter_map(|id| id.parse().ok()).collect()
    }
    /// The themes that the process is about.
    #[must_use]
    pub fn themes(&self) -> Vec<String> {
        words_of(self.answer(answer::THEMES).unwrap_or_default()).map(str::to_owned).collect()
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
