//! Rules: condition → effect → advice, and how each is known.

use crate::{Citation, Condition, Fact, Facts, Strength, Touch, Truth, Value, Words};
use serde::{Deserialize, Serialize};

/// What a rule asks for; a rule may ask for more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleKind {
    /// It warns of something.
    Warning,
    /// It advises something.
    Advice,
    /// It proposes that nobody goes on without an answer.
    Gate,
    /// It asks for a question in the evaluation.
    Evaluation,
}

/// When in a process a rule speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// While it is designed.
    Design,
    /// While people are found.
    Recruitment,
    /// While it runs.
    Run,
    /// While it travels through the organisation.
    Internal,
    /// When it is decided and fed back.
    Decision,
    /// When it is carried out.
    Implementation,
    /// When it is evaluated.
    Evaluation,
    /// Apart from any process: how the organisation works.
    Organisation,
}

impl Phase {
    /// All of them, in the order of a process.
    pub const ALL: [Self; 8] = [
        Self::Design,
        Self::Recruitment,
        Self::Run,
        Self::Internal,
        Self::Decision,
        Self::Implementation,
        Self::Evaluation,
        Self::Organisation,
    ];

    /// What it is called, in Dutch and in English.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Design => ("ontwerp", "design"),
            Self::Recruitment => ("werving", "recruitment"),
            Self::Run => ("verloop", "run"),
            Self::Internal => ("doorwerking in de organisatie", "carry-through"),
            Self::Decision => ("besluit en antwoord", "decision and answer"),
            Self::Implementation => ("uitvoering", "implementation"),
            Self::Evaluation => ("evaluatie", "evaluation"),
            Self::Organisation => ("organisatie", "organisation"),
        }
    }
}

/// The moment at which an officer is asked what no fact of the program can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedAt {
    /// At the very start of a design.
    Start,
    /// When the aims are chosen.
    Aims,
    /// When the recruitment is planned.
    Recruitment,
    /// When the form is chosen.
    Form,
    /// When the roles are written.
    Roles,
    /// When the means are planned.
    Means,
    /// After a session.
    Session,
    /// When a department carries a dossier.
    Assignment,
    /// When frames are checked.
    FrameCheck,
    /// When the evaluation is written.
    Evaluation,
    /// In the yearly look at the organisation.
    Yearly,
}

impl AskedAt {
    /// All of them, in the order of a process.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Aims,
        Self::Recruitment,
        Self::Form,
        Self::Roles,
        Self::Means,
        Self::Session,
        Self::Assignment,
        Self::FrameCheck,
        Self::Evaluation,
        Self::Yearly,
    ];

    /// What the moment is called, in Dutch and in English.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Start => ("bij de start van het ontwerp", "at the start of the design"),
            Self::Aims => ("bij de keuze van de doelen", "when the aims are chosen"),
            Self::Recruitment => ("bij het plan voor de werving", "when recruitment is planned"),
            Self::Form => ("bij de keuze van de vorm", "when the form is chosen"),
            Self::Roles => ("bij de rollen", "when the roles are written"),
            Self::Means => ("bij de middelen", "when the means are planned"),
            Self::Session => ("na een bijeenkomst", "after a session"),
            Self::Assignment => ("wanneer een dienst het dossier draagt", "when a department carries the dossier"),
            Self::FrameCheck => ("bij de toets van de kaders", "when frames are checked"),
            Self::Evaluation => ("bij de evaluatie", "at the evaluation"),
            Self::Yearly => ("bij de jaarlijkse blik op de organisatie", "in the yearly look at the organisation"),
        }
    }
}

/// How it is known whether a rule applies. There is no fourth way: a rule that no fact decides is asked or shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// The program decides it from facts.
    Computed(Condition),
    /// An officer answers yes or no at a moment.
    Asked {
        /// When.
        at: AskedAt,
        /// What; a yes makes the rule apply.
        question: Words,
    },
    /// No fact and no single answer decides it: it is shown to everybody at that stage.
    Shown(Phase),
}

/// A rule from condition to effect to advice. It never says that something will happen: «kan bijdragen aan», «kan
/// schaden» (catalogue C, 000 note i).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id in the catalogue, for instance `C022`; `L…` for a municipality's own.
    pub id: String,
    /// When it speaks.
    pub phases: Vec<Phase>,
    /// What it asks for.
    pub kinds: Vec<RuleKind>,
    /// The effects and values it touches; none when it touches something that no vocabulary names.
    #[serde(default)]
    pub touches: Vec<Touch>,
    /// The condition, in words.
    pub when: Words,
    /// The effect it can have, in words.
    pub effect: Words,
    /// What to do.
    pub advice: Words,
    /// Where that stands.
    pub cite: Citation,
    /// How strongly.
    pub strength: Strength,
    /// How it is known whether it applies.
    pub known: Known,
    /// What the program chose where the source leaves it open: a limit, for instance.
    #[serde(default)]
    pub note: Option<Words>,
    /// Rules that say the other side; they are shown together.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// A computed rule that applies, with the facts its condition looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// Which rule.
    pub rule: &'a Rule,
    /// What was known of each fact its condition names; facts that are unknown are left out.
    pub because: Vec<(Fact, Value)>,
}

impl Rule {
    /// The condition, when the rule is computed.
    #[must_use]
    pub const fn condition(&self) -> Option<&Condition> {
        match &self.known {
            Known::Computed(condition) => Some(condition),
            Known::Asked { .. } | Known::Shown(_) => None,
        }
    }

    /// The match with `facts`, when the rule is computed and its condition holds.
    #[must_use]
    pub fn matched(&self, facts: &Facts) -> Option<Match<'_>> {
        let condition = self.condition()?;
        (condition.truth(facts) == Truth::Holds).then(|| Match {
            rule: self,
            because: condition.facts().into_iter().filter_map(|fact| Some((fact, facts.get(fact)?.clone()))).collect(),
        })
    }
}
