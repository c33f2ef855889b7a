//! How a process stands to the toetsen of its municipality (catalogue A010, A011).

use evidence::{Gate, Knowledge, Toets, Verdict};
use std::collections::BTreeMap;
use store::texts::LanguageSet;

/// What an officer answered to a question of a toets.
#[derive(Debug, Clone, PartialEq)]
pub struct ToetsVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// Why; nothing while nobody said so.
    pub motive: Option<LanguageSet>,
}

/// The answers about a process, by toets and question.
pub type ToetsVerdicts = BTreeMap<(String, String), ToetsVerdict>;

/// The codes of the verdicts, as they are stored and sent.
pub const VERDICTS: [(Verdict, &str); 3] =
    [(Verdict::InOrder, "in-order"), (Verdict::NotYet, "not-yet"), (Verdict::DoesNotApply, "does-not-apply")];

/// The verdict of a code.
#[must_use]
pub fn verdict_of(code: &str) -> Option<Verdict> {
    VERDICTS.into_iter().find(|(_, known)| *known == code).map(|(verdict, _)| verdict)
}

/// The code of a verdict.
#[must_use]
pub fn verdict_code(verdict: Verdict) -> &'static str {
    VERDICTS.into_iter().find(|(known, _)| *known == verdict).map_or("not-yet", |(_, code)| code)
}

/// How a process stands to a toets.
#[derive(Debug, Clone, PartialEq)]
pub struct ToetsStanding<'k> {
    /// The toets.
    pub toets: &'k Toets,
    /// The keys of the questions that have no answer.
    pub unanswered: Vec<&'k str>,
    /// The keys of the questions that were not answered with «in order» and have no motive.
    pub unmotivated: Vec<&'k str>,
}

impl ToetsStanding<'_> {
    /// Whether the toets keeps what it is asked of from going on: it is obligatory, and a question has no answer, or an answer
    /// other than «in order» without a motive.
    #[must_use]
    pub fn holds_back(&self) -> bool {
        self.toets.obligatory && !(self.unanswered.is_empty() && self.unmotivated.is_empty())
    }
}

/// Under which name the answers to a toets are kept: a draft decision is looked at anew, whatever was said of the design (A011).
#[must_use]
pub fn answers_of(toets: &Toets, gate: Gate) -> String {
    match gate {
        Gate::Design => toets.key.clone(),
        // A key has no dot.
        Gate::DraftDecision => format!("{}.draft-decision", toets.key),
    }
}

/// How a process stands to each toets that has questions and is asked at this gate.
#[must_use]
pub fn standing<'k>(knowledge: &'k Knowledge, gate: Gate, verdicts: &ToetsVerdicts) -> Vec<ToetsStanding<'k>> {
    let asked = knowledge.toetsen.iter().filter(|toets| toets.at.contains(&gate) && !toets.is_template());
    asked
        .map(|toets| {
            let answers = answers_of(toets, gate);
            let mut standing = ToetsStanding { toets, unanswered: Vec::new(), unmotivated: Vec::new() };
            for question in &toets.questions {
                match verdicts.get(&(answers.clone(), question.key.clone())) {
                    None => standing.unanswered.push(question.key.as_str()),
                    Some(ToetsVerdict { verdict, motive: None }) if *verdict != Verdict::InOrder => {
                        standing.unmotivated.push(question.key.as_str());
                    }
                    Some(_) => {}
                }
            }
            standing
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use evidence::Local;
    use kernel::Language;

    const TOETS: &str = r#"
[[source]]
key = "eigen"
kind = "local"
title = { nl = "Eigen", en = "Own" }
note = { nl = "Van ons.", en = "Ours." }
[[toets]]
key = "genk-toets"
name = { nl = "Toets", en = "Toets" }
purpose = { nl = "Nagaan.", en = "Finding out." }
at = ["design", "draft-decision"]
obligatory = true
cites = ["eigen"]
questions = [{ key = "een", asks = { nl = "Een?", en = "One?" }, cite = "eigen" }, { key = "twee", asks = { nl = "Twee?", en = "Two?" }, cite = "eigen" }]
"#;

    #[test]
    fn an_obligatory_toets_holds_back_until_it_is_answered_and_motivated() {
        let knowledge = Knowledge::shipped().unwrap().with(&Local::read(TOETS).unwrap()).unwrap();
        let mut verdicts = ToetsVerdicts::new();
        let held = |verdicts: &ToetsVerdicts| standing(&knowledge, Gate::Design, verdicts)[0].holds_back();
        assert!(held(&verdicts), "nothing is answered");
        let key = |question: &str| ("genk-toets".to_owned(), question.to_owned());
        verdicts.insert(key("een"), ToetsVerdict { verdict: Verdict::InOrder, motive: None });
        assert!(held(&verdicts), "one question is left");
        verdicts.insert(key("twee"), ToetsVerdict { verdict: Verdict::NotYet, motive: None });
        assert!(held(&verdicts), "a no without a motive");
        let why = Some(LanguageSet::written(Language::NL, "De zaal wordt verbouwd."));
        verdicts.insert(key("twee"), ToetsVerdict { verdict: Verdict::NotYet, motive: why });
        assert!(!held(&verdicts));
        let decision = standing(&knowledge, Gate::DraftDecision, &verdicts);
        assert_eq!(decision.len(), 1, "templates without questions are not asked");
        assert!(decision[0].holds_back(), "what was said of the design says nothing of the decision");
        for (verdict, code) in VERDICTS {
            assert_eq!((verdict_of(code), verdict_code(verdict)), (Some(verdict), code));
        }
    }
}
