//! The participatiereglement: the rules that a municipality has set for itself, article by article, and how a process
//! stands to them (catalogue A008, G073).

use evidence::{Fact, Facts, Value};
use kernel::{Date, Instant, Term};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::texts::LanguageSet;

/// A version of the regulation; once it is published nobody changes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Regulation {
    /// 1 for the first, then one more each time.
    pub version: i64,
    /// From which day it holds; nothing while that is not decided.
    pub starts: Option<Date>,
    /// When it was published; nothing while it is being written.
    pub published: Option<Instant>,
    /// When it was last saved.
    pub saved: Instant,
    /// Why it differs from the version before.
    pub reason: Option<LanguageSet>,
    /// Its articles, in order.
    pub articles: Vec<Article>,
}

/// An article of the regulation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its number, as people write it: `3` or `3bis`.
    pub number: String,
    /// What it is called.
    pub title: LanguageSet,
    /// What it says.
    pub text: LanguageSet,
    /// What it obliges a process to.
    pub obligations: Vec<Obligation>,
}

/// What an article obliges every process to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Obligation {
    /// Its key, alone in all versions: what was answered about it stays with it.
    pub key: String,
    /// The obligation in one sentence.
    pub says: LanguageSet,
    /// How it is known whether a process meets it.
    pub check: Check,
}

/// How it is known whether a process meets an obligation. What neither the charter nor the guide tells is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Check {
    /// The charter promises an answer within this term, or sooner.
    AnswerWithin {
        /// The longest term.
        term: Term,
    },
    /// Residents can take part for so many days at least.
    OpenAtLeast {
        /// How many days, the first and the last included.
        days: u16,
    },
    /// The promised rung is this one or a higher one, of the five of Pröpper & Steenbergen.
    RungAtLeast {
        /// From 1, listening, to 5, deciding alone.
        step: u8,
    },
    /// There is a way to take part beside the screen (H3: no digital-only step).
    BesideScreen,
    /// Something is written or planned: one of [`Check::FACTS`].
    Written {
        /// What.
        fact: Fact,
    },
    /// The report of the evaluation is published; nobody can tell before.
    ReportPublished,
    /// No field decides it: the officer answers yes or no.
    Asked,
}

impl Check {
    /// The facts of yes or no that an obligation can ask for.
    pub const FACTS: [Fact; 14] = [
        Fact::MandateWritten,
        Fact::DeciderWritten,
        Fact::CriteriaWritten,
        Fact::OutsideWritten,
        Fact::DecisionDateSet,
        Fact::BudgetSet,
        Fact::PolicyLinked,
        Fact::FramesPublished,
        Fact::NotPursuedWritten,
        Fact::AssistedEntry,
        Fact::SelectionAccountPublished,
        Fact::InformationPack,
        Fact::CoordinatorNamed,
        Fact::AfterContactPlanned,
    ];

    /// The codes of all kinds, in the order in which they are offered.
    pub const CODES: [&'static str; 7] =
        ["asked", "answer-within", "open-at-least", "rung-at-least", "beside-screen", "written", "report-published"];

    /// The code of its kind.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::AnswerWithin { .. } => "answer-within",
            Self::OpenAtLeast { .. } => "open-at-least",
            Self::RungAtLeast { .. } => "rung-at-least",
            Self::BesideScreen => "beside-screen",
            Self::Written { .. } => "written",
            Self::ReportPublished => "report-published",
        }
    }
}

/// How a process stands to an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It meets it.
    Met,
    /// It does not: a deviation, which has a motive that everybody reads.
    NotMet,
    /// Nothing that is known decides it.
    Untold,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::Untold];

    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::Untold => "untold",
        }
    }
    /// The outcome of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
    const fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }
}

/// What a process promises, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub struct Promised<'a> {
    /// What is known of it in the guide and the charter.
    pub facts: &'a Facts,
    /// Within how long everybody has an answer.
    pub answer: Option<Term>,
    /// First day to take part; from `today` on when there is none.
    pub opens: Option<Date>,
    /// Last day to take part; no end when there is none.
    pub closes: Option<Date>,
    /// The day on which this is looked at.
    pub today: Date,
    /// Whether the report of the evaluation is published; nothing while that cannot be told.
    pub report: Option<bool>,
}

/// What an officer said about an obligation in a process.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ObligationAnswer {
    /// Whether the process meets it, where the officer is asked.
    pub yes: Option<bool>,
    /// Why the process deviates from it; everybody reads that.
    pub motive: Option<LanguageSet>,
}

/// What was said about the obligations of a process, by the key of the obligation.
pub type ObligationAnswers = BTreeMap<String, ObligationAnswer>;

/// An obligation with how a process stands to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<'r> {
    /// The article.
    pub article: &'r Article,
    /// The obligation.
    pub obligation: &'r Obligation,
    /// How the process stands to it.
    pub outcome: Outcome,
    /// Why it deviates, where it does and somebody said so.
    pub motive: Option<LanguageSet>,
}

impl Checked<'_> {
    /// Whether the process deviates and nobody said why: that keeps it from being published.
    #[must_use]
    pub const fn lacks_motive(&self) -> bool {
        matches!(self.outcome, Outcome::NotMet) && self.motive.is_none()
    }
}

/// Whether a promised term keeps within the longest one. A promise in other days is compared only where it is certain: a number
/// of working days lasts at least as many days of the calendar.
fn within(promised: Term, most: Term) -> Outcome {
    match (promised, most) {
        (Term::Working(days), Term::Working(most)) | (Term::Days(days), Term::Days(most)) => Outcome::of(days <= most),
        (Term::Days(days), Term::Working(most)) if days <= most => Outcome::Met,
        (Term::Working(days), Term::Days(most)) if days > most => Outcome::NotMet,
        (Term::Days(_), Term::Working(_)) | (Term::Working(_), Term::Days(_)) => Outcome::Untold,
    }
}

/// The place of a rung of the first ladder, 1 for listening; 0 for informing, which is below it.
fn step_of(word: &str) -> Option<u8> {
    evidence::RUNGS.iter().position(|rung| *rung == word).and_then(|place| u8::try_from(place).ok())
}

impl Obligation {
    /// How a process stands to it.
    #[must_use]
    pub fn outcome(&self, promised: &Promised<'_>, answer: Option<&ObligationAnswer>) -> Outcome {
        let told = |known: Option<bool>| known.map_or(Outcome::Untold, Outcome::of);
        match self.check {
            Check::AnswerWithin { term } => promised.answer.map_or(Outcome::Untold, |promise| within(promise, term)),
            Check::OpenAtLeast { days } => match promised.closes {
                None => Outcome::Met,
                Some(closes) => Outcome::of(promised.opens.unwrap_or(promised.today).days_until(closes) + 1 >= i64::from(days)),
            },
            Check::RungAtLeast { step } => match promised.facts.get(Fact::AnnouncedRung) {
                Some(Value::Word(word)) => told(step_of(word).map(|there| there >= step)),
                _ => Outcome::Untold,
            },
            Check::BesideScreen => match promised.facts.get(Fact::Channels) {
                Some(Value::Words(words)) => Outcome::of(words.iter().any(|word| word != "screen")),
                _ => Outcome::Untold,
            },
            Check::Written { fact } => match promised.facts.get(fact) {
                Some(Value::YesNo(yes)) => Outcome::of(*yes),
                _ => Outcome::Untold,
            },
            Check::ReportPublished => told(promised.report),
            Check::Asked => told(answer.and_then(|answer| answer.yes)),
        }
    }
}

impl Regulation {
    /// Every obligation, article by article.
    pub fn obligations(&self) -> impl Iterator<Item = (&Article, &Obligation)> {
        self.articles.iter().flat_map(|article| article.obligations.iter().map(move |obligation| (article, obligation)))
    }

    /// How a process stands to each obligation.
    #[must_use]
    pub fn checked(&self, promised: &Promised<'_>, answers: &ObligationAnswers) -> Vec<Checked<'_>> {
        self.obligations()
            .map(|(article, obligation)| {
                let answer = answers.get(&obligation.key);
                let outcome = obligation.outcome(promised, answer);
                let motive = answer.and_then(|answer| answer.motive.clone()).filter(|_| outcome == Outcome::NotMet);
                Checked { article, obligation, outcome, motive }
            })
            .collect()
    }
}

/// What became of an article from one version to the next.
#[derive(Debug, Clone, PartialEq)]
pub enum ArticleChange<'r> {
    /// It is new.
    Added(&'r Article),
    /// It is gone.
    Removed(&'r Article),
    /// It reads differently now.
    Changed {
        /// As it was.
        was: &'r Article,
        /// As it is.
        is: &'r Article,
    },
}

/// What changed from one version to the next, article by article, by number.
#[must_use]
pub fn article_changes<'r>(before: &'r Regulation, after: &'r Regulation) -> Vec<ArticleChange<'r>> {
    let of = |regulation: &'r Regulation, number: &str| regulation.articles.iter().find(|article| article.number == number);
    let now = after.articles.iter().filter_map(|is| match of(before, &is.number) {
        None => Some(ArticleChange::Added(is)),
        Some(was) if was != is => Some(ArticleChange::Changed { was, is }),
        Some(_) => None,
    });
    let gone = before.articles.iter().filter(|was| of(after, &was.number).is_none()).map(ArticleChange::Removed);
    now.chain(gone).collect()
}

/// How many obligations processes meet and how many deviations say why (G073). Only charters that hold, each under the
/// version of the regulation that held when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ComplianceCounts {
    /// Obligations that are met.
    pub met: i64,
    /// Deviations.
    pub not_met: i64,
    /// Obligations of which nothing is known.
    pub untold: i64,
    /// Deviations with a public motive.
    pub motivated: i64,
}

impl ComplianceCounts {
    /// All obligations.
    #[must_use]
    pub const fn all(&self) -> i64 {
        self.met + self.not_met + self.untold
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::Language;
    use proptest::prelude::*;

    fn words(text: &str) -> LanguageSet {
        LanguageSet::written(Language::NL, text)
    }

    fn obligation(check: Check) -> Obligation {
        Obligation { key: "v1".to_owned(), says: words("Zo is het."), check }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn outcome(check: Check, facts: &str, change: impl FnOnce(&mut Promised<'_>)) -> Outcome {
        let facts = Facts::read(facts).unwrap();
        let mut promised = Promised { facts: &facts, answer: None, opens: None, closes: None, today: day("2026-03-02"), report: None };
        change(&mut promised);
        obligation(check).outcome(&promised, None)
    }

    #[test]
    fn each_check_can_be_met_not_met_and_untold() {
        let rung = Check::RungAtLeast { step: 2 };
        assert_eq!(outcome(rung, "announced-rung=consult", |_| {}), Outcome::Met);
        assert_eq!(outcome(rung, "announced-rung=listen", |_| {}), Outcome::NotMet);
        assert_eq!(outcome(rung, "", |_| {}), Outcome::Untold);
        assert_eq!(outcome(Check::BesideScreen, "channels=screen,paper", |_| {}), Outcome::Met);
        assert_eq!(outcome(Check::BesideScreen, "channels=screen", |_| {}), Outcome::NotMet);
        assert_eq!(outcome(Check::BesideScreen, "", |_| {}), Outcome::Untold);
        let written = Check::Written { fact: Fact::BudgetSet };
        assert_eq!(outcome(written, "budget-set=yes", |_| {}), Outcome::Met);
        assert_eq!(outcome(written, "budget-set=no", |_| {}), Outcome::NotMet);
        assert_eq!(outcome(Check::ReportPublished, "", |_| {}), Outcome::Untold);
        assert_eq!(outcome(Check::ReportPublished, "", |it| it.report = Some(true)), Outcome::Met);
        let open = Check::OpenAtLeast { days: 14 };
        assert_eq!(outcome(open, "", |it| it.closes = Some(day("2026-03-15"))), Outcome::Met, "both days count");
        assert_eq!(outcome(open, "", |it| it.closes = Some(day("2026-03-14"))), Outcome::NotMet);
        assert_eq!(outcome(open, "", |_| {}), Outcome::Met, "no end");
    }

    #[test]
    fn terms_in_other_days_are_compared_only_where_it_is_certain() {
        assert_eq!(within(Term::Working(10), Term::Working(10)), Outcome::Met);
        assert_eq!(within(Term::Working(11), Term::Working(10)), Outcome::NotMet);
        assert_eq!(within(Term::Days(10), Term::Working(10)), Outcome::Met);
        assert_eq!(within(Term::Days(14), Term::Working(10)), Outcome::Untold, "it depends on holidays");
        assert_eq!(within(Term::Working(15), Term::Days(14)), Outcome::NotMet);
        assert_eq!(within(Term::Working(10), Term::Days(14)), Outcome::Untold);
    }

    #[test]
    fn every_fact_that_an_obligation_can_ask_for_is_a_yes_or_a_no() {
        for fact in Check::FACTS {
            assert_eq!(fact.shape(), evidence::Shape::YesNo, "{fact}");
        }
    }

    #[test]
    fn what_changed_is_told_by_number() {
        let article = |number: &str, text: &str| Article {
            number: number.to_owned(),
            title: words("Titel"),
            text: words(text),
            obligations: Vec::new(),
        };
        let of = |version, articles| Regulation {
            version,
            starts: None,
            published: None,
            saved: Instant::from_micros(1),
            reason: None,
            articles,
        };
        let before = of(1, vec![article("1", "a"), article("2", "b"), article("3", "c")]);
        let after = of(2, vec![article("1", "a"), article("3", "d"), article("4", "e")]);
        let told: Vec<String> = article_changes(&before, &after)
            .iter()
            .map(|change| match change {
                ArticleChange::Added(it) => format!("+{}", it.number),
                ArticleChange::Removed(it) => format!("-{}", it.number),
                ArticleChange::Changed { was, is } => format!("{}→{}", was.text.original().text, is.text.original().text),
            })
            .collect();
        assert_eq!(told, ["c→d", "+4", "-2"]);
    }

    proptest! {
        /// A shorter promise in the same days is never worse, and no promise is ever both.
        #[test]
        fn a_shorter_promise_is_never_worse(days in 0_u16..400, less in 0_u16..50, most in 0_u16..400) {
            for make in [Term::Days as fn(u16) -> Term, Term::Working] {
                let (long, short) = (within(make(days), make(most)), within(make(days.saturating_sub(less)), make(most)));
                prop_assert!(long != Outcome::Met || short == Outcome::Met);
                prop_assert!(long != Outcome::Untold);
            }
        }

        /// What is stored reads back.
        #[test]
        fn a_check_survives_storage(step in 1_u8..=5, days in 1_u16..400) {
            for check in [Check::Asked, Check::BesideScreen, Check::ReportPublished, Check::RungAtLeast { step }, Check::OpenAtLeast { days },
                Check::AnswerWithin { term: Term::Working(days) }, Check::Written { fact: Fact::BudgetSet }] {
                let text = serde_json::to_string(&check).unwrap();
                prop_assert_eq!(serde_json::from_str::<Check>(&text).unwrap(), check);
                prop_assert!(Check::CODES.contains(&check.code()));
            }
        }
    }
}
