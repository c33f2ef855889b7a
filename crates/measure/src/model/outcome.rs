//! What the answers of a process come to: counted in groups, with how sure that is, what is missing, and nothing of too few.
//!
//! Below the smallest group nothing of a group is told, and no share when so few agree, or so few do not, that it would tell
//! something of them (catalogue G, «suppress cells < k»). Answers are told once, when a wave is over for good, so that no two
//! questions that differ by one person can be laid beside each other.

use super::sheet::Way;
use super::statement::{BARRIER_KEYS, BARRIERS, Scale, Statement};
use super::wave::{Round, Wave};
use statistics::{Because, Confidence, Estimate, Measured, NotMeasurable, Outcome, Proportion, Sample, Size, paired, publishable_list};
use std::collections::BTreeMap;

/// What one question came to in one wave, for everybody who took part, or for everybody who did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// Which indicator it measures (`G042`).
    pub indicator: &'static str,
    /// The sentence; an indicator may have two.
    pub statement: &'static Statement,
    /// In which round.
    pub round: Round,
    /// In which wave of it.
    pub wave: Wave,
    /// Whether of people who took part; before, of people who mean to.
    pub took_part: bool,
    /// How many answered it; `None` when fewer than may be shown.
    pub answered: Option<i64>,
    /// How many filled in the questionnaire and left this one open, or did not want to say; 0 while `answered` is hidden.
    pub missing: i64,
    /// The middle of the answers, from 1 to 5, with how sure it is.
    pub mean: Outcome<Estimate>,
    /// The share that agrees (4 or 5), with how sure it is.
    pub agree: Outcome<Estimate>,
}

/// How answers later differ from answers before of the same people, by the code that they kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Of which indicator.
    pub indicator: &'static str,
    /// Of which sentence.
    pub statement: &'static Statement,
    /// Until which wave.
    pub until: Wave,
    /// How many answered both times; `None` when fewer than may be shown.
    pub pairs: Option<i64>,
    /// After less before, with how sure it is.
    pub difference: Outcome<Estimate>,
    /// How many went up, stayed, went down; hidden when too few.
    pub moved: Option<[i64; 3]>,
}

/// The barriers that people named in one wave (G013).
#[derive(Debug, Clone, PartialEq)]
pub struct Barriers {
    /// In which wave.
    pub wave: Wave,
    /// Whether of people who took part.
    pub took_part: bool,
    /// How many answered the question; `None` when fewer than may be shown.
    pub answered: Option<i64>,
    /// How many filled in the questionnaire and left it open.
    pub missing: i64,
    /// How many each named, the middle of it.
    pub mean: Outcome<Estimate>,
    /// The share that named at least one.
    pub any: Outcome<Estimate>,
    /// How many named each; `None` for those that too few named, or that nearly everybody did.
    pub named: Vec<(&'static str, Option<i64>)>,
}

/// How many answered in one wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// In which wave.
    pub wave: Wave,
    /// All of them; hidden when one of the two groups is, since it could be found by subtraction.
    pub all: Option<i64>,
    /// Those who took part.
    pub took_part: Option<i64>,
    /// Those who did not.
    pub did_not: Option<i64>,
    /// How they answered; empty while `all` is hidden.
    pub ways: Vec<(Way, Option<i64>)>,
    /// How many people were asked, as far as somebody knows.
    pub invited: Option<i64>,
    /// How many sheets of paper do not count, since no second person checked them; `None` when fewer than may be shown.
    pub unchecked: Option<i64>,
}

/// Everything that may be told of the questionnaires of a process.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// Groups smaller than this are not in it.
    pub smallest: i64,
    /// How many answered, wave by wave.
    pub responses: Vec<Response>,
    /// What each question came to.
    pub answers: Vec<Answers>,
    /// What staff that was concerned answered; `took_part` says nothing of these.
    pub staff: Vec<Answers>,
    /// What changed with the same people.
    pub changes: Vec<Change>,
    /// The barriers that were named.
    pub barriers: Vec<Barriers>,
}

/// Questionnaires of which wave, group and way are the same, with how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetCount {
    /// In which wave.
    pub wave: Wave,
    /// Whether of people who took part.
    pub took_part: bool,
    /// Whether of staff.
    pub staff: bool,
    /// How.
    pub way: Way,
    /// How many.
    pub many: i64,
}

/// The same answer to the same question in the same wave and group, with how many gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCount {
    /// In which wave.
    pub wave: Wave,
    /// Whether of people who took part.
    pub took_part: bool,
    /// The question: the code of a statement, or of one barrier ([`barrier_key`]).
    pub question: String,
    /// The answer: 1 to 5; for the question for barriers how many were named.
    pub value: i64,
    /// How many.
    pub many: i64,
}

/// The same two answers before and later to one question, with how many gave them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairCount {
    /// The wave of the second.
    pub until: Wave,
    /// The question.
    pub question: String,
    /// The answer before.
    pub before: i64,
    /// The answer later.
    pub later: i64,
    /// How many.
    pub many: i64,
}

/// Under which code it is kept that somebody named this barrier.
#[must_use]
pub fn barrier_key(barrier: &str) -> String {
    format!("{BARRIERS}.{barrier}")
}

/// What was counted of a process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Questionnaires.
    pub sheets: Vec<SheetCount>,
    /// Answers; those of which somebody did not know or did not want to say are not among them.
    pub answers: Vec<AnswerCount>,
    /// Pairs.
    pub pairs: Vec<PairCount>,
    /// Sheets of paper that do not count, since no second person checked them.
    pub unchecked: BTreeMap<Wave, i64>,
}

const fn few<T>(smallest: i64) -> Outcome<T> {
    let needed = if smallest > 0 { smallest.unsigned_abs() } else { 0 };
    Err(NotMeasurable { because: Because::TooFew { needed }, size: Size { n: 0, missing: 0 } })
}

fn whole(many: i64) -> u64 {
    u64::try_from(many).unwrap_or(0)
}

/// As many as there are, when that may be told.
fn told(many: i64, smallest: i64) -> Option<i64> {
    (many >= smallest.max(1)).then_some(many)
}

/// A list of numbers of people that together are everybody, each told or hidden.
fn listed(counts: &[i64], smallest: i64) -> Vec<Option<i64>> {
    let counts: Vec<u64> = counts.iter().map(|many| whole(*many)).collect();
    publishable_list(&counts, whole(smallest.max(1))).map_or_else(
        |_| vec![None; counts.len()],
        |list| list.counts.into_iter().map(|it| it.and_then(|it| i64::try_from(it).ok())).collect(),
    )
}

/// The exact share that agrees, unless it tells something of too few.
#[must_use]
pub fn told_share(yes: i64, answered: i64, smallest: i64) -> Option<evidence::Exact> {
    let told = listed(&[yes, answered - yes], smallest).iter().all(Option::is_some);
    told.then(|| evidence::Exact::ratio(yes, answered)).flatten()
}

/// A share, unless it tells something of too few.
fn share(yes: i64, answered: i64, missing: i64, smallest: i64) -> Outcome<Estimate> {
    if listed(&[yes, answered - yes], smallest).iter().any(Option::is_none) {
        return few(smallest);
    }
    Proportion::counted(whole(yes), Size { n: whole(answered), missing: whole(missing) })?.estimate(Confidence::USUAL)
}

/// The middle of numbers that were each given so many times.
fn mean(values: &[(i64, i64)], missing: i64) -> Outcome<Estimate> {
    #[allow(clippy::cast_precision_loss, reason = "answers from 1 to 5, and numbers of barriers")]
    let repeated = |(value, many): &(i64, i64)| std::iter::repeat_n(Some(*value as f64), usize::try_from(*many).unwrap_or(0));
    let open = std::iter::repeat_n(None, usize::try_from(missing).unwrap_or(0));
    Sample::of(values.iter().flat_map(repeated).chain(open))?.mean_estimate(Confidence::USUAL)
}

impl Counts {
    /// What may be told of `waves`, with what was asked in each; groups smaller than `smallest` are not.
    #[must_use]
    pub fn results(&self, waves: &BTreeMap<Wave, Option<i64>>, asked: &BTreeMap<Round, Vec<&'static Statement>>, smallest: i64) -> Results {
        let mut results = Results { smallest, ..Results::default() };
        for (wave, invited) in waves {
            results.responses.push(self.response(*wave, *invited, smallest));
            for statement in asked.get(&wave.round()).into_iter().flatten().copied() {
                if statement.staff_only {
                    results.staff.push(self.of_statement(statement, *wave, false, smallest));
                    continue;
                }
                for took_part in [true, false] {
                    if statement.took_part_only && !took_part {
                        continue;
                    }
                    match statement.scale {
                        Scale::Agreement => results.answers.push(self.of_statement(statement, *wave, took_part, smallest)),
                        Scale::Barriers => results.barriers.push(self.of_barriers(*wave, took_part, smallest)),
                    }
                }
            }
        }
        for until in waves.keys().filter(|wave| **wave != Wave::Before && waves.contains_key(&Wave::Before)) {
            let both = |it: &&'static Statement| asked.get(&Round::Before).is_some_and(|before| before.contains(it));
            for statement in asked.get(&until.round()).into_iter().flatten().copied().filter(both) {
                if statement.scale == Scale::Agreement {
                    results.changes.push(self.change(statement, *until, smallest));
                }
            }
        }
        results
    }

    fn sheets(&self, wave: Wave, of: impl Fn(&SheetCount) -> bool) -> i64 {
        self.sheets.iter().filter(|it| it.wave == wave && of(it)).map(|it| it.many).sum()
    }

    fn response(&self, wave: Wave, invited: Option<i64>, smallest: i64) -> Response {
        let [took_part, did_not] = [true, false].map(|group| told(self.sheets(wave, |it| !it.staff && it.took_part == group), smallest));
        let all = took_part.zip(did_not).map(|(one, other)| one + other);
        let ways: Vec<i64> = Way::ALL.iter().map(|way| self.sheets(wave, |it| !it.staff && it.way == *way)).collect();
        let ways = if all.is_some() { Way::ALL.into_iter().zip(listed(&ways, smallest)).collect() } else { Vec::new() };
        let unchecked = match self.unchecked.get(&wave).copied().unwrap_or(0) {
            0 => Some(0),
            many => told(many, smallest),
        };
        Response { wave, all, took_part, did_not, ways, invited, unchecked }
    }

    /// The answers to one question in one group, from the smallest up, each with how many gave it.
    fn values(&self, question: &str, wave: Wave, took_part: bool) -> Vec<(i64, i64)> {
        let of = |it: &&AnswerCount| it.wave == wave && it.took_part == took_part && it.question == question;
        self.answers.iter().filter(of).map(|it| (it.value, it.many)).collect()
    }

    fn of_statement(&self, statement: &'static Statement, wave: Wave, took_part: bool, smallest: i64) -> Answers {
        let values = self.values(statement.code, wave, took_part);
        let answered: i64 = values.iter().map(|(_, many)| many).sum();
        let missing = (self.sheets(wave, |it| it.took_part == took_part && it.staff == statement.staff_only) - answered).max(0);
        let agreeing: i64 = values.iter().filter(|(value, _)| *value >= 4).map(|(_, many)| many).sum();
        let shown = told(answered, smallest);
        let of = |mean, agree, missing| Answers {
            indicator: statement.indicator,
            statement,
            round: wave.round(),
            wave,
            took_part,
            answered: shown,
            missing,
            mean,
            agree,
        };
        if shown.is_none() {
            return of(few(smallest), few(smallest), 0);
        }
        of(mean(&values, missing), share(agreeing, answered, missing, smallest), missing)
    }

    fn of_barriers(&self, wave: Wave, took_part: bool, smallest: i64) -> Barriers {
        let values = self.values(BARRIERS, wave, took_part);
        let answered: i64 = values.iter().map(|(_, many)| many).sum();
        let shown = told(answered, smallest);
        if shown.is_none() {
            let (mean, any) = (few(smallest), few(smallest));
            return Barriers { wave, took_part, answered: None, missing: 0, mean, any, named: Vec::new() };
        }
        let missing = (self.sheets(wave, |it| it.took_part == took_part && !it.staff) - answered).max(0);
        let any: i64 = values.iter().filter(|(value, _)| *value > 0).map(|(_, many)| many).sum();
        let named = |key: &&'static str| {
            let many: i64 = self.values(&barrier_key(key), wave, took_part).iter().map(|(_, many)| many).sum();
            (*key, listed(&[many, answered - many], smallest).first().copied().flatten())
        };
        Barriers {
            wave,
            took_part,
            answered: shown,
            missing,
            mean: mean(&values, missing),
            any: share(any, answered, missing, smallest),
            named: BARRIER_KEYS.iter().map(named).collect(),
        }
    }

    fn change(&self, statement: &'static Statement, until: Wave, smallest: i64) -> Change {
        let found: Vec<&PairCount> = self.pairs.iter().filter(|it| it.until == until && it.question == statement.code).collect();
        let pairs: i64 = found.iter().map(|it| it.many).sum();
        let shown = told(pairs, smallest);
        if shown.is_none() {
            let difference = few(smallest);
            return Change { indicator: statement.indicator, statement, until, pairs: None, difference, moved: None };
        }
        #[allow(clippy::cast_precision_loss, reason = "answers from 1 to 5")]
        let repeated = |it: &&PairCount| {
            let pair = (Some(it.before as f64), Some(it.later as f64));
            std::iter::repeat_n(pair, usize::try_from(it.many).unwrap_or(0))
        };
        let difference = paired(found.iter().flat_map(repeated), Confidence::USUAL);
        let difference = difference.map(|it| Measured { value: it.value.estimate, size: it.size });
        let went = |of: fn(&PairCount) -> bool| -> i64 { found.iter().filter(|it| of(it)).map(|it| it.many).sum() };
        let moved = [went(|it| it.later > it.before), went(|it| it.later == it.before), went(|it| it.later < it.before)];
        let safe = listed(&moved, smallest).iter().all(Option::is_some);
        Change { indicator: statement.indicator, statement, until, pairs: shown, difference, moved: safe.then_some(moved) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn statement(code: &str) -> &'static Statement {
        Statement::of_code(code).expect("a statement")
    }

    fn sheets(wave: Wave, took_part: bool, many: i64) -> SheetCount {
        SheetCount { wave, took_part, staff: false, way: Way::Screen, many }
    }

    fn answer(wave: Wave, took_part: bool, question: &str, value: i64, many: i64) -> AnswerCount {
        AnswerCount { wave, took_part, question: question.to_owned(), value, many }
    }

    fn asked(codes: &[&str]) -> BTreeMap<Round, Vec<&'static Statement>> {
        let all: Vec<&'static Statement> = codes.iter().map(|code| statement(code)).collect();
        Round::ALL.into_iter().map(|round| (round, all.iter().copied().filter(|it| it.suits(round)).collect())).collect()
    }

    fn waves(all: &[Wave]) -> BTreeMap<Wave, Option<i64>> {
        all.iter().map(|wave| (*wave, None)).collect()
    }

    #[test]
    fn a_small_history_counted_by_hand() {
        let code = "trust-municipality";
        let counts = Counts {
            sheets: vec![sheets(Wave::Before, true, 25), sheets(Wave::Before, false, 3)],
            answers: vec![
                answer(Wave::Before, true, code, 2, 10),
                answer(Wave::Before, true, code, 4, 8),
                answer(Wave::Before, true, code, 5, 5),
                answer(Wave::Before, false, code, 5, 3),
            ],
            ..Counts::default()
        };
        let results = counts.results(&waves(&[Wave::Before]), &asked(&[code]), 10);
        let [took_part, did_not] = &results.answers[..] else { panic!("{results:?}") };
        assert_eq!((took_part.answered, took_part.missing, took_part.indicator), (Some(23), 2, "G042"));
        let mean = took_part.mean.as_ref().expect("a mean");
        assert!((mean.value.value - 77.0 / 23.0).abs() < 1e-9 && mean.size.missing == 2);
        let agree = took_part.agree.as_ref().expect("a share");
        assert!((agree.value.value - 13.0 / 23.0).abs() < 1e-9);
        assert_eq!((did_not.answered, did_not.missing), (None, 0), "three people are not shown");
        assert!(did_not.mean.is_err() && did_not.agree.is_err());
        let response = &results.responses[0];
        assert_eq!((response.all, response.took_part, response.did_not), (None, Some(25), None), "not by subtraction either");
        assert!(response.ways.is_empty());
    }

    #[test]
    fn what_changed_with_the_same_people() {
        let code = "trust-municipality";
        let pair = |before, later, many| PairCount { until: Wave::After, question: code.to_owned(), before, later, many };
        let counts = |many| Counts { pairs: vec![pair(2, 4, many), pair(3, 3, many), pair(4, 3, many)], ..Counts::default() };
        let of = |many| counts(many).results(&waves(&[Wave::Before, Wave::After]), &asked(&[code]), 10).changes.remove(0);
        let enough = of(10);
        assert_eq!((enough.pairs, enough.moved), (Some(30), Some([10, 10, 10])));
        assert!((enough.difference.expect("a difference").value.value - 1.0 / 3.0).abs() < 1e-9);
        let thin = of(4);
        assert_eq!((thin.pairs, thin.moved), (Some(12), None), "four people who went down are not shown");
        assert!(thin.difference.is_ok());
        let few = of(3);
        assert!(few.pairs.is_none() && few.difference.is_err() && few.moved.is_none());
    }

    #[test]
    fn staff_is_counted_apart() {
        let counts = Counts {
            sheets: vec![sheets(Wave::After, false, 12), SheetCount { staff: true, ..sheets(Wave::After, false, 11) }],
            answers: vec![answer(Wave::After, false, "again", 4, 12), answer(Wave::After, false, "work-satisfied", 2, 11)],
            ..Counts::default()
        };
        let results = counts.results(&waves(&[Wave::After]), &asked(&["again", "work-satisfied"]), 10);
        assert_eq!(results.responses[0].did_not, Some(12));
        let [staff] = &results.staff[..] else { panic!("{results:?}") };
        assert_eq!((staff.indicator, staff.answered, staff.missing), ("G056", Some(11), 0));
        assert!(results.answers.iter().all(|it| !it.statement.staff_only && it.missing == 0));
    }

    #[test]
    fn barriers_that_few_named_are_not_shown() {
        let counts = Counts {
            sheets: vec![sheets(Wave::Before, true, 40)],
            answers: vec![
                answer(Wave::Before, true, BARRIERS, 0, 20),
                answer(Wave::Before, true, BARRIERS, 1, 12),
                answer(Wave::Before, true, BARRIERS, 2, 4),
                answer(Wave::Before, true, &barrier_key("language"), 1, 16),
                answer(Wave::Before, true, &barrier_key("digital"), 1, 4),
            ],
            ..Counts::default()
        };
        let results = counts.results(&waves(&[Wave::Before]), &asked(&[BARRIERS]), 10);
        let of = &results.barriers[0];
        assert_eq!((of.answered, of.missing), (Some(36), 4));
        assert!((of.mean.as_ref().expect("a mean").value.value - 20.0 / 36.0).abs() < 1e-9);
        assert!((of.any.as_ref().expect("a share").value.value - 16.0 / 36.0).abs() < 1e-9);
        let named = |key: &str| of.named.iter().find(|(known, _)| *known == key).and_then(|it| it.1);
        assert_eq!((named("language"), named("digital"), named("jargon")), (Some(16), None, None));
    }

    proptest! {
        #[test]
        fn nothing_of_fewer_than_the_smallest_group_is_told(
            many in proptest::array::uniform10(0_i64..30),
            open in 0_i64..5,
            smallest in 1_i64..20,
        ) {
            let code = "listens";
            let at = |group: usize, value: usize| many[group * 5 + value - 1];
            let mut counts = Counts::default();
            for (group, took_part) in [(0, true), (1, false)] {
                counts.sheets.push(sheets(Wave::After, took_part, (1..=5).map(|value| at(group, value)).sum::<i64>() + open));
                for value in 1..=5 {
                    counts.answers.push(answer(Wave::After, took_part, code, i64::try_from(value).unwrap_or(0), at(group, value)));
                }
            }
            let results = counts.results(&waves(&[Wave::After]), &asked(&[code]), smallest);
            for (group, it) in results.answers.iter().enumerate() {
                let answered: i64 = (1..=5).map(|value| at(group, value)).sum();
                prop_assert_eq!(it.answered.is_some(), answered >= smallest);
                if it.answered.is_none() {
                    prop_assert!(it.mean.is_err() && it.agree.is_err() && it.missing == 0);
                }
                let agreeing = at(group, 4) + at(group, 5);
                if let Ok(agree) = &it.agree {
                    prop_assert!(agreeing >= smallest && answered - agreeing >= smallest);
                    prop_assert!(agree.value.low <= agree.value.value && agree.value.value <= agree.value.high);
                }
                if let Ok(mean) = &it.mean {
                    prop_assert!((1.0..=5.0).contains(&mean.value.value));
                }
            }
            let response = &results.responses[0];
            prop_assert!(response.all.is_none() || (response.took_part.is_some() && response.did_not.is_some()));
        }
    }
}
