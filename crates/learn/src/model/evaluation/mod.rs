//! The evaluation of a process: what came of it for people, policy and service, with what went wrong and what nobody knows
//! (catalogue A240, A248, G051–G059, G066; H3.6, H3.9).
//!
//! ```mermaid
//! stateDiagram-v2
//!   [*] --> Draft: written, the figures move along
//!   Draft --> Finished: nothing missing; the figures stand still
//!   Finished --> Draft: a correction, with its reason in public
//!   [*] --> Waived: no evaluation, with its motive in public
//!   Waived --> Draft
//! ```

pub mod balance;
pub mod claims;
pub mod counts;
pub mod findings;
pub mod influence;
pub mod means;
pub mod observed;
pub mod planned;
pub mod reach;

use findings::Findings;
use influence::EffectiveRung;
use journey::{Dossier, State, Travelling};
use kernel::{Date, Instant};
use means::MeansUsed;
use reach::Reach;
use std::collections::BTreeMap;
use store::texts::LanguageSet;

macro_rules! parts {
    ($($(#[$doc:meta])* $variant:ident $code:literal,)*) => {
        /// A text of an evaluation, in the words of whoever wrote it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EvaluationPart { $($(#[$doc])* $variant,)* }

        impl EvaluationPart {
            /// All of them, in the order of the report.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The code under which it is stored, the name of its field, and the end of the keys of its words.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            /// The part with this code.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|part| part.code() == code)
            }
        }
    };
}

parts! {
    /// The whole in a few sentences.
    Summary "summary",
    /// What is concluded from the balance.
    Balance "balance",
    /// What went for the worse, in own words, when no source was coded that says it (A248).
    NegativeFound "negative-found",
    /// What is done with what went for the worse (A248).
    NegativeDone "negative-done",
    /// Who looked for it, when none was found (A248).
    NegativeWho "negative-who",
    /// How was looked for it, when none was found (A248).
    NegativeHow "negative-how",
    /// Why this rung was established (G021).
    RungMotive "rung-motive",
    /// What is concluded from announced, effective and perceived influence.
    Influence "influence",
    /// Who took part and who dropped out.
    Reach "reach",
    /// What became of what people put in.
    Carried "carried",
    /// What it took.
    Means "means",
    /// Who was not heard, and what that means for what stands here.
    Heard "heard",
    /// What this evaluation cannot say (D032).
    Limits "limits",
}

impl EvaluationPart {
    /// At most so many signs.
    pub const MOST: usize = 4_000;
}

/// An evaluation that is being written: anything may still be missing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EvaluationDraft {
    /// The rung that is established as the effective one (G021).
    pub effective: Option<EffectiveRung>,
    /// Whether somebody looked for what went for the worse and found none.
    pub none_found: bool,
    /// The texts that are there.
    pub texts: BTreeMap<EvaluationPart, LanguageSet>,
    /// What it took.
    pub means: Vec<MeansUsed>,
    /// Who took part, as it was counted.
    pub reach: Reach,
}

/// A version of an evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// 1 for the first that was finished, then one more for each correction.
    pub version: i64,
    /// When it was saved last.
    pub saved: Instant,
    /// When it was finished; it is never changed afterwards.
    pub finished: Option<Instant>,
    /// Why it corrects the one before; none for the first.
    pub reason: Option<LanguageSet>,
    /// What is written.
    pub draft: EvaluationDraft,
    /// The figures as they stood when it was finished.
    pub findings: Option<Findings>,
}

/// What keeps an evaluation from being finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvaluationGap {
    /// Nobody said the whole in a few sentences.
    Summary,
    /// Something was decided, and nobody established how far residents' influence went (G021).
    Rung,
    /// A rung was established without a motive.
    RungMotive,
    /// Nothing is said of what went for the worse: neither what it is, nor who looked for it and how (A248).
    Negative,
    /// It says that nothing went for the worse, and something was found that did.
    NegativeContradicted,
    /// Something went for the worse, and nobody said what is done with it (A248).
    NegativeDone,
    /// Nobody said what this evaluation cannot say (D032).
    Limits,
    /// No lesson was kept for the next process (A246).
    Lesson,
}

impl EvaluationGap {
    /// Where on the page it is put right.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Rung => "effective",
            Self::RungMotive => "rung-motive",
            Self::Negative => "negative-found",
            Self::NegativeContradicted => "none-found",
            Self::NegativeDone => "negative-done",
            Self::Limits => "limits",
            Self::Lesson => "lessons",
        }
    }
    /// Key of what it says.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Summary => "learn-evaluation-gap-summary",
            Self::Rung => "learn-evaluation-gap-rung",
            Self::RungMotive => "learn-evaluation-gap-rung-motive",
            Self::Negative => "learn-evaluation-gap-negative",
            Self::NegativeContradicted => "learn-evaluation-gap-negative-contradicted",
            Self::NegativeDone => "learn-evaluation-gap-negative-done",
            Self::Limits => "learn-evaluation-gap-limits",
            Self::Lesson => "learn-evaluation-gap-lesson",
        }
    }
}

/// What is known beside the texts when an evaluation is to be finished.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Whether a source says that an effect went for the worse.
    pub negative_coded: bool,
    /// Whether something was decided.
    pub decided: bool,
    /// Whether a lesson was kept.
    pub lesson: bool,
}

/// What keeps it from being finished; the section on negative effects is never empty (A248).
#[must_use]
pub fn evaluation_gaps(draft: &EvaluationDraft, beside: Beside) -> Vec<EvaluationGap> {
    use EvaluationPart as P;
    let has = |part: P| draft.texts.contains_key(&part);
    let negative = beside.negative_coded || has(P::NegativeFound);
    let looked = draft.none_found && has(P::NegativeWho) && has(P::NegativeHow);
    let checks = [
        (EvaluationGap::Summary, !has(P::Summary)),
        (EvaluationGap::Negative, !negative && !looked),
        (EvaluationGap::NegativeContradicted, negative && draft.none_found),
        (EvaluationGap::NegativeDone, negative && !has(P::NegativeDone)),
        (EvaluationGap::Rung, beside.decided && draft.effective.is_none()),
        (EvaluationGap::RungMotive, draft.effective.is_some() && !has(P::RungMotive)),
        (EvaluationGap::Limits, !has(P::Limits)),
        (EvaluationGap::Lesson, !beside.lesson),
    ];
    checks.into_iter().filter_map(|(gap, open)| open.then_some(gap)).collect()
}

/// Whether a dossier comes to its end with the evaluation of its process (F1 S19): it lasts, or nothing is to be carried out; it was
/// not put off or kept for later; nobody wants to have it looked at once more, nor has days left to say so; and nothing lies open.
#[must_use]
pub fn is_over(dossier: &Dossier, today: Date) -> bool {
    let done = match dossier.state {
        State::Integrated => true,
        State::Reaction => dossier.outcome.is_some_and(|it| !it.is_carried_out() && !it.comes_back()),
        _ => false,
    };
    let quiet = |it: &Travelling| !it.review_asked && it.react_until.is_none_or(|until| until < today);
    done && dossier.owes_no_answer() && dossier.open_matters().is_empty() && dossier.live().all(quiet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use design::Rung;
    use kernel::Language;
    use proptest::prelude::*;

    fn with(parts: &[EvaluationPart]) -> EvaluationDraft {
        let texts = parts.iter().map(|part| (*part, LanguageSet::written(Language::NL, "Iets."))).collect();
        EvaluationDraft { texts, ..EvaluationDraft::default() }
    }

    #[test]
    fn what_went_wrong_is_never_passed_over() {
        use EvaluationPart as P;
        let whole = [P::Summary, P::Limits];
        let beside = Beside { lesson: true, ..Beside::default() };
        assert_eq!(evaluation_gaps(&with(&whole), beside), [EvaluationGap::Negative]);
        let found = with(&[P::Summary, P::Limits, P::NegativeFound]);
        assert_eq!(evaluation_gaps(&found, beside), [EvaluationGap::NegativeDone], "found is not enough: what is done with it?");
        let none = EvaluationDraft { none_found: true, ..with(&[P::Summary, P::Limits, P::NegativeWho]) };
        assert_eq!(evaluation_gaps(&none, beside), [EvaluationGap::Negative], "nobody finds what nobody looked for");
        let looked = EvaluationDraft { none_found: true, ..with(&[P::Summary, P::Limits, P::NegativeWho, P::NegativeHow]) };
        assert_eq!(evaluation_gaps(&looked, beside), []);
        let coded = Beside { negative_coded: true, ..beside };
        assert_eq!(evaluation_gaps(&looked, coded), [EvaluationGap::NegativeContradicted, EvaluationGap::NegativeDone]);
    }

    proptest! {
        /// Whatever is written: an evaluation without a word on negative effects is never whole.
        #[test]
        fn no_evaluation_is_whole_without_a_word_on_what_went_wrong(chosen in prop::collection::vec(0..EvaluationPart::ALL.len(), 0..13), none_found: bool, negative_coded: bool, decided: bool) {
            let parts: Vec<EvaluationPart> = chosen.into_iter().map(|nth| EvaluationPart::ALL[nth]).collect();
            let draft = EvaluationDraft { none_found, effective: Some(EffectiveRung::Rung(Rung::Listen)), ..with(&parts) };
            let gaps = evaluation_gaps(&draft, Beside { negative_coded, decided, lesson: true });
            let said = [EvaluationPart::NegativeDone, EvaluationPart::NegativeHow].iter().any(|part| draft.texts.contains_key(part));
            prop_assert!(!gaps.is_empty() || said);
        }
    }
}
