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
    /// Whether of people who took part, by what they said later.
    pub took_part: bool,
    /// How many answered both times; `None` when it, or what it leaves of the others, is of fewer than may be shown.
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
    /// Whether the person meant to take part, as was said before.
    pub meant_to: bool,
    /// Whether the person took part, as was said later.
    pub took_part: bool,
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
        // The first wave in which everybody of a group had answered before, by question.
        let mut first: BTreeMap<&str, Wave> = BTreeMap::new();
        for until in waves.keys().filter(|wave| **wave != Wave::Before && waves.contains_key(&Wave::Before)) {
            let both = |it: &&'static Statement| asked.get(&Round::Before).is_some_and(|before| before.contains(it));
            let again = asked.get(&until.round()).into_iter().flatten().copied().filter(both);
            for statement in again.filter(|it| it.scale == Scale::Agreement) {
                let groups: &[bool] = if statement.took_part_only { &[true] } else { &[true, false] };
                for took_part in groups.iter().copied() {
                    let pairing = self.pairing(statement, *until, took_part);
                    // Two such waves together would tell what those answered before who are in one of them only.
                    let once = pairing.only_later > 0 || first.get(statement.code).is_none_or(|wave| wave == until);
                    let told = once && !pairing.gives_away(smallest);
                    if told && pairing.only_later == 0 {
                        first.insert(statement.code, *until);
                    }
                    results.changes.push(self.change(statement, *until, took_part, told.then_some(smallest)));
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

    fn answered(&self, question: &str, wave: Wave, took_part: bool) -> i64 {
        self.values(question, wave, took_part).iter().map(|(_, many)| many).sum()
    }

    /// How the people of one group who answered twice lie among all who answered.
    fn pairing(&self, statement: &'static Statement, until: Wave, took_part: bool) -> Pairing {
        let paired = |meant_to: bool, took_part: bool| -> i64 {
            let of = |it: &&PairCount| {
                it.until == until && it.question == statement.code && it.meant_to == meant_to && it.took_part == took_part
            };
            self.pairs.iter().filter(of).map(|it| it.many).sum()
        };
        let before = [true, false].map(|meant_to| {
            let answered = self.answered(statement.code, Wave::Before, meant_to);
            Earlier { answered, paired: paired(meant_to, took_part), others: paired(meant_to, !took_part) }
        });
        let pairs: i64 = before.iter().map(|it| it.paired).sum();
        Pairing { pairs, only_later: self.answered(statement.code, until, took_part) - pairs, before }
    }

    /// What changed with the people of one group who answered twice; nothing of it when it is not told or they are too few.
    fn change(&self, statement: &'static Statement, until: Wave, took_part: bool, smallest: Option<i64>) -> Change {
        let of = |it: &&PairCount| it.until == until && it.question == statement.code && it.took_part == took_part;
        let found: Vec<&PairCount> = self.pairs.iter().filter(of).collect();
        let pairs: i64 = found.iter().map(|it| it.many).sum();
        let Some((smallest, shown)) = smallest.and_then(|smallest| Some((smallest, told(pairs, smallest)?))) else {
            let difference = few(smallest.unwrap_or_default());
            return Change { indicator: statement.indicator, statement, until, took_part, pairs: None, difference, moved: None };
        };
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
        Change { indicator: statement.indicator, statement, until, took_part, pairs: Some(shown), difference, moved: safe.then_some(moved) }
    }
}

/// Those of one group before who answered again.
#[derive(Debug, Clone, Copy)]
struct Earlier {
    /// How many answered before.
    answered: i64,
    /// How many of them answered later as well, in the group that is told of.
    paired: i64,
    /// How many did so in the other group.
    others: i64,
}

/// How people who answered twice lie among all who answered.
#[derive(Debug, Clone, Copy)]
struct Pairing {
    /// How many they are.
    pairs: i64,
    /// How many of their group answered later and not before.
    only_later: i64,
    /// The two groups before.
    before: [Earlier; 2],
}

impl Pairing {
    /// Whether the difference of these people, laid beside the middles that are told of everybody before and later, would tell
    /// something of a group smaller than `smallest`: with 24 before, all of them again among 25 later, what is left is one person.
    ///
    /// Where enough answered only later, nobody can take a difference back to the answers before: what it is held against holds
    /// those as well. Where nobody did, each part of the groups before must be empty or large enough.
    fn gives_away(&self, smallest: i64) -> bool {
        let few = |many: i64| (1..smallest.max(1)).contains(&many);
        let parts = |it: &Earlier| {
            let again = it.paired + it.others > 0;
            few(it.paired) || (it.paired > 0 && few(it.answered - it.paired)) || (again && few(it.answered - it.paired - it.others))
        };
        self.pairs > 0 && (few(self.only_later) || (self.only_later == 0 && self.before.iter().any(parts)))
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

    fn paired_answers(meant_to: bool, took_part: bool, (before, later): (i64, i64), many: i64) -> PairCount {
        let question = "trust-municipality".to_owned();
        PairCount { until: Wave::After, meant_to, took_part, question, before, later, many }
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
        let pair = |before, later, many| paired_answers(true, true, (before, later), many);
        let counts = |many| Counts {
            pairs: vec![pair(2, 4, many), pair(3, 3, many), pair(4, 3, many)],
            answers: vec![answer(Wave::Before, true, code, 3, 3 * many), answer(Wave::After, true, code, 3, 3 * many)],
            ..Counts::default()
        };
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

    /// The changes of people who answered in these cells: pairs by what they meant to do and did, and who answered only once.
    fn changes(cells: &Cells, smallest: i64) -> Results {
        let code = "trust-municipality";
        let mut counts = Counts::default();
        for (nth, meant_to) in [(0, true), (1, false)] {
            let again: i64 = cells.again[nth].iter().sum();
            counts.answers.push(answer(Wave::Before, meant_to, code, 3, again + cells.before[nth]));
        }
        for (nth, took_part) in [(0, true), (1, false)] {
            let again: i64 = cells.again.iter().map(|it| it[nth]).sum();
            counts.answers.push(answer(Wave::After, took_part, code, 4, again + cells.after[nth]));
            for (from, meant_to) in [(0, true), (1, false)] {
                counts.pairs.push(paired_answers(meant_to, took_part, (3, 4), cells.again[from][nth]));
            }
        }
        counts.results(&waves(&[Wave::Before, Wave::After]), &asked(&[code]), smallest)
    }

    /// How many people answered when; first of the two those who mean to take part, or who did.
    #[derive(Debug, Clone)]
    struct Cells {
        again: [[i64; 2]; 2],
        before: [i64; 2],
        after: [i64; 2],
    }

    #[test]
    fn nobody_who_came_later_is_found_by_subtraction() {
        let cells = |again, before, after| Cells { again: [[again, 0], [0, 0]], before: [before, 0], after: [after, 0] };
        let told = |it: Cells| changes(&it, 10).changes.iter().find(|it| it.took_part).and_then(|it| it.pairs);
        assert_eq!(told(cells(24, 0, 1)), None, "25 times after, less 24 times before, less 24 differences is one person");
        assert_eq!(told(cells(24, 1, 0)), None, "nor who came before only");
        assert_eq!((told(cells(24, 0, 0)), told(cells(24, 0, 10)), told(cells(24, 12, 0))), (Some(24), Some(24), Some(24)));
    }

    #[test]
    fn people_who_took_part_and_people_who_did_not_change_apart() {
        let it = Cells { again: [[12, 0], [0, 15]], before: [0, 0], after: [20, 30] };
        let found = changes(&it, 10).changes;
        let of = |took_part: bool| found.iter().find(|it| it.took_part == took_part).and_then(|it| it.pairs);
        assert_eq!((found.len(), of(true), of(false)), (2, Some(12), Some(15)));
    }

    #[test]
    fn two_waves_do_not_tell_together_who_left_in_between() {
        let code = "trust-municipality";
        let of = |until: Wave, many: i64| PairCount { until, ..paired_answers(true, true, (3, 4), many) };
        let counts = Counts {
            answers: vec![
                answer(Wave::Before, true, code, 3, 40),
                answer(Wave::After, true, code, 4, 25),
                answer(Wave::HalfYear, true, code, 4, 24),
            ],
            pairs: vec![of(Wave::After, 25), of(Wave::HalfYear, 24)],
            ..Counts::default()
        };
        let found = counts.results(&waves(&[Wave::Before, Wave::After, Wave::HalfYear]), &asked(&[code]), 10).changes;
        let told: Vec<_> = found.iter().filter(|it| it.took_part).map(|it| (it.until, it.pairs)).collect();
        assert_eq!(told, [(Wave::After, Some(25)), (Wave::HalfYear, None)]);
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

    /// Few people in each cell, and often nobody or one.
    fn many() -> impl proptest::strategy::Strategy<Value = i64> {
        prop_oneof![Just(0_i64), Just(1), 0_i64..30]
    }

    proptest! {
        /// Whoever adds and subtracts the sums that are told, each once, is never left with a sum of fewer people than may be shown.
        #[test]
        fn no_sum_of_too_few_is_left_by_subtraction(
            again in proptest::array::uniform4(many()),
            once in proptest::array::uniform4(many()),
            smallest in 2_i64..20,
        ) {
            let cells = Cells { again: [[again[0], again[1]], [again[2], again[3]]], before: [once[0], once[1]], after: [once[2], once[3]] };
            let results = changes(&cells, smallest);
            // Sums of answers that nobody knows apart: before and later of each kind of pair, and of who answered once.
            let mut told: Vec<[i64; 12]> = Vec::new();
            for it in results.answers.iter().filter(|it| it.answered.is_some()) {
                let nth = usize::from(!it.took_part);
                let mut sum = [0; 12];
                for other in 0..2 {
                    if it.wave == Wave::Before { sum[nth * 2 + other] = 1 } else { sum[4 + other * 2 + nth] = 1 }
                }
                sum[if it.wave == Wave::Before { 8 } else { 10 } + nth] = 1;
                told.push(sum);
            }
            for it in results.changes.iter().filter(|it| it.pairs.is_some()) {
                let nth = usize::from(!it.took_part);
                let mut sum = [0; 12];
                for from in 0..2 {
                    sum[from * 2 + nth] = -1;
                    sum[4 + from * 2 + nth] = 1;
                }
                told.push(sum);
            }
            for mut choice in 0..3_usize.pow(u32::try_from(told.len()).unwrap_or(0)) {
                let mut left = [0_i64; 12];
                for sum in &told {
                    let times = [0, 1, -1][choice % 3];
                    choice /= 3;
                    for (all, one) in left.iter_mut().zip(sum) {
                        *all += times * one;
                    }
                }
                let pairs: i64 = (0..4_usize).filter(|cell| left[*cell] != 0 || left[*cell + 4] != 0).map(|cell| again[cell]).sum();
                let people: i64 = pairs + (0..4_usize).filter(|cell| left[*cell + 8] != 0).map(|cell| once[cell]).sum::<i64>();
                prop_assert!(people == 0 || people >= smallest, "{people} of {cells:?}: {left:?}");
            }
        }

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
