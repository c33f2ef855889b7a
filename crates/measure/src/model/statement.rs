//! What people are asked: a short fixed list of sentences, each bound to one indicator. The same sentence is asked before and
//! after, so that the answers can be laid side by side. There is no field for free words, so nothing personal can be written.

use super::wave::Round;

/// At most so many questions are asked in one round; more is not answered by people with little time.
pub const MOST_ASKED: usize = 12;

/// What an answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// From 1, not at all agreed, to 5, wholly agreed; or «I do not know, I would rather not say».
    Agreement,
    /// Any number of barriers (catalogue B30), or none.
    Barriers,
}

/// A sentence that people agree with or not.
#[derive(Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its code; `measure-statement-…` says it.
    pub code: &'static str,
    /// Which indicator it measures.
    pub indicator: &'static str,
    /// In which rounds it makes sense.
    pub rounds: &'static [Round],
    /// Whether only people who took part can answer it.
    pub took_part_only: bool,
    /// Whether it is about the work of the staff that was concerned, and asked of them only (G045, G056).
    pub staff_only: bool,
    /// Whether agreeing tells of harm: a high answer is bad then (G048, G049).
    pub agreeing_is_bad: bool,
    /// What an answer looks like.
    pub scale: Scale,
}

impl Statement {
    /// The statement of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        STATEMENTS.iter().find(|it| it.code == code)
    }
    /// Key of its words.
    #[must_use]
    pub fn key(&self) -> String {
        format!("measure-statement-{}", self.code)
    }
    /// The name of its field in a form.
    #[must_use]
    pub fn field(&self) -> String {
        format!("q-{}", self.code)
    }
    /// Whether it can be asked in this round.
    #[must_use]
    pub fn suits(&self, round: Round) -> bool {
        self.rounds.contains(&round)
    }
}

const ANY: &[Round] = &[Round::Before, Round::After, Round::Later];
const AFTERWARDS: &[Round] = &[Round::After, Round::Later];
const EARLY: &[Round] = &[Round::Before, Round::After];
const ONCE: &[Round] = &[Round::After];

const fn everybody(code: &'static str, indicator: &'static str, rounds: &'static [Round]) -> Statement {
    Statement { code, indicator, rounds, took_part_only: false, staff_only: false, agreeing_is_bad: false, scale: Scale::Agreement }
}

const fn took_part(code: &'static str, indicator: &'static str, rounds: &'static [Round]) -> Statement {
    Statement { code, indicator, rounds, took_part_only: true, staff_only: false, agreeing_is_bad: false, scale: Scale::Agreement }
}

const fn staff(code: &'static str, indicator: &'static str, rounds: &'static [Round]) -> Statement {
    Statement { staff_only: true, ..everybody(code, indicator, rounds) }
}

/// The code of the question for barriers.
pub const BARRIERS: &str = "barriers";

/// Every sentence, in the order in which it is asked.
pub const STATEMENTS: &[Statement] = &[
    everybody("trust-municipality", "G042", ANY),
    everybody("trust-neighbours", "G042", ANY),
    everybody("listens", "G044", ANY),
    everybody("understand-enough", "G043", ANY),
    everybody("can-take-part", "G043", ANY),
    everybody("influence", "G022", EARLY),
    Statement { agreeing_is_bad: true, ..everybody("fixed-already", "G049", EARLY) },
    everybody("again", "G050", ANY),
    everybody("know-topic", "G045", EARLY),
    everybody("know-people", "G046", ANY),
    everybody("satisfied", "G053", ANY),
    everybody("clear", "G014", ONCE),
    everybody("why", "G028", ONCE),
    everybody("accept", "G029", ONCE),
    took_part("heard", "G015", ONCE),
    took_part("respect", "G017", ONCE),
    took_part("reasons", "G017", ONCE),
    took_part("experts-clear", "G014", ONCE),
    took_part("useful", "G022", ONCE),
    took_part("learned", "G045", AFTERWARDS),
    took_part("new-people", "G046", AFTERWARDS),
    took_part("mine-too", "G047", AFTERWARDS),
    Statement { agreeing_is_bad: true, ..took_part("disappointed", "G048", AFTERWARDS) },
    took_part("soon-enough", "G069", ONCE),
    Statement { scale: Scale::Barriers, ..everybody(BARRIERS, "G013", EARLY) },
    staff("work-time", "G056", EARLY),
    staff("work-satisfied", "G056", EARLY),
    staff("work-together", "G056", EARLY),
    staff("work-learned", "G045", ONCE),
];

/// The barriers that people can name (catalogue B30, those with people): the keys of the list in `evidence`.
/// `measure-barrier-…` says each in plain words.
pub const BARRIER_KEYS: [&str; 15] = [
    "language",
    "jargon",
    "distrust",
    "digital",
    "policy-lifeworld",
    "system-knowledge",
    "time-money",
    "practical",
    "not-for-me",
    "motivation",
    "power",
    "networks",
    "feedback",
    "unequal-skills",
    "private-time",
];

/// The barrier of a sent code.
#[must_use]
pub fn barrier(code: &str) -> Option<&'static str> {
    BARRIER_KEYS.into_iter().find(|key| *key == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::indicator::{INDICATORS, Indicator, Timing};
    use evidence::Knowledge;
    use std::collections::BTreeSet;

    #[test]
    fn every_sentence_measures_an_indicator_when_it_is_measured_and_every_asked_one_has_a_sentence() {
        let mut codes = BTreeSet::new();
        for it in STATEMENTS {
            assert!(codes.insert(it.code), "{} is there twice", it.code);
            assert_eq!(Statement::of_code(it.code), Some(it));
            let indicator = Indicator::of_code(it.indicator).expect("an indicator");
            assert!(indicator.is_asked(), "{}", it.code);
            let timing = |round: &Round| match round {
                Round::Before => Timing::Before,
                Round::After => Timing::After,
                Round::Later => Timing::Later,
            };
            for round in it.rounds {
                let suits = indicator.timings.contains(&timing(round)) || *round == Round::Later;
                assert!(suits, "{} in {round:?}", it.code);
            }
        }
        for it in INDICATORS.iter().filter(|it| it.is_asked() && it.code != "G023") {
            assert!(STATEMENTS.iter().any(|statement| statement.indicator == it.code), "nothing asks for {}", it.code);
        }
    }

    #[test]
    fn what_only_took_part_can_answer_is_never_asked_before() {
        assert!(STATEMENTS.iter().all(|it| !(it.took_part_only && it.suits(Round::Before))));
        assert!(STATEMENTS.iter().all(|it| !(it.took_part_only && it.staff_only)));
        for it in STATEMENTS.iter().filter(|it| it.staff_only) {
            let indicator = Indicator::of_code(it.indicator).expect("an indicator");
            assert!(indicator.whom.contains(&crate::model::indicator::Whom::Staff), "{} is not of staff", it.code);
        }
        assert_eq!(STATEMENTS.iter().filter(|it| it.scale == Scale::Barriers).count(), 1);
    }

    #[test]
    fn barriers_are_those_of_the_knowledge() {
        let list = Knowledge::shipped().expect("the knowledge reads").list("barrier").expect("barriers");
        for key in BARRIER_KEYS {
            assert!(list.item(key).is_some(), "{key}");
        }
    }
}
