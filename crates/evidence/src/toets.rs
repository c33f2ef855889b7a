//! A *toets*: questions that a design or a draft decision must answer before it goes on (catalogue A010, A011).

use crate::{Citation, Words};
use serde::{Deserialize, Serialize};

/// A toets of a municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toets {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// What it is for.
    pub purpose: Words,
    /// When it is asked.
    pub at: Vec<Gate>,
    /// Whether people who know the matter from near fill it in together with the officer.
    #[serde(default)]
    pub with_intermediaries: bool,
    /// Whether everybody may read the outcome.
    #[serde(default)]
    pub public: bool,
    /// Whether nothing goes on before it is answered.
    #[serde(default)]
    pub obligatory: bool,
    /// Where its idea comes from.
    pub cites: Vec<Citation>,
    /// Its questions, in order; none in a template, because the sources do not have them.
    #[serde(default)]
    pub questions: Vec<ToetsQuestion>,
}

/// A moment at which a toets stands as a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// Before a design is published.
    Design,
    /// Before a draft decision goes to the body.
    DraftDecision,
}

/// A question of a toets. Each is answered with a verdict and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToetsQuestion {
    /// Its key.
    pub key: String,
    /// What is asked.
    pub asks: Words,
    /// Where it comes from: the municipality's own source.
    pub cite: Citation,
}

/// The verdict on a question of a toets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Yes, this is in order.
    InOrder,
    /// Not yet: something must change.
    NotYet,
    /// This question does not touch this process.
    DoesNotApply,
}

/// The answer to a question of a toets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToetsAnswer {
    /// Key of the question.
    pub question: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub motive: String,
}

/// Why a toets does not let a design or decision through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ToetsGap {
    /// The municipality has not written its questions: nothing can pass or fail.
    #[error("the toets has no questions: write those of your municipality first")]
    NoQuestions,
    /// A question without an answer.
    #[error("the question «{0}» has no answer")]
    Unanswered(String),
    /// An answer without a reason.
    #[error("the answer to «{0}» has no motive")]
    NoMotive(String),
    /// A verdict that something must change.
    #[error("the question «{0}» is not in order yet")]
    NotYet(String),
}

impl Toets {
    /// Whether its questions are still to be written.
    #[must_use]
    pub fn is_template(&self) -> bool {
        self.questions.is_empty()
    }

    /// Everything that stands in the way, in the order of the questions; nothing when the gate is open.
    #[must_use]
    pub fn gaps(&self, answers: &[ToetsAnswer]) -> Vec<ToetsGap> {
        if self.is_template() {
            return vec![ToetsGap::NoQuestions];
        }
        let gap = |question: &ToetsQuestion| {
            let key = || question.key.clone();
            match answers.iter().find(|answer| answer.question == question.key) {
                None => Some(ToetsGap::Unanswered(key())),
                Some(answer) if answer.motive.trim().is_empty() => Some(ToetsGap::NoMotive(key())),
                Some(answer) if answer.verdict == Verdict::NotYet => Some(ToetsGap::NotYet(key())),
                Some(_) => None,
            }
        };
        self.questions.iter().filter_map(gap).collect()
    }
}
