//! The condition of a computed rule: a small language over facts that never guesses.
//!
//! ```text
//! condition = both { "or" both }
//! both      = single { "and" single }
//! single    = "not" single | "(" condition ")" | fact [ test ]
//! test      = ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) ( word | number | fact )
//!           | ( "has" | "lacks" | "only" ) word { "," word }
//!           | "is" ( "empty" | "filled" )
//! ```
//!
//! A fact alone asks whether it is *yes*. `has` asks for any of the words, `lacks` for none of them, `only` for nothing
//! besides them (and at least one). Words of an ordered fact compare by their order.

use crate::exact::Exact;
use crate::fact::{Fact, Facts, Shape, Value};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

/// What a condition is for certain facts: true, false, or unknown because a fact is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// The facts that are known do not decide it.
    Unknown,
}

impl Truth {
    const fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
    const fn opposite(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Different,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Comparison {
    const ALL: [Self; 6] = [Self::Equal, Self::Different, Self::Less, Self::AtMost, Self::More, Self::AtLeast];

    /// As it is written.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Different => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }
    const fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Different => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

/// What a fact is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A word of its list.
    Word(String),
    /// A number.
    Number(Exact),
    /// Another fact of the same shape.
    Fact(Fact),
}

/// A condition over facts.
///
/// ```
/// use evidence::{Condition, Facts, Truth};
/// let condition = Condition::read("target-groups is filled and facilitators-planned = 0")?;
/// assert_eq!(condition.truth(&Facts::read("target-groups=poverty; facilitators-planned=0")?), Truth::Holds);
/// assert_eq!(condition.truth(&Facts::read("facilitators-planned=2")?), Truth::Fails);
/// assert_eq!(condition.truth(&Facts::read("facilitators-planned=0")?), Truth::Unknown);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Condition {
    /// Each of them holds.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The fact is yes.
    Yes(Fact),
    /// The fact compares so.
    Compare(Fact, Comparison, Operand),
    /// The fact has at least one of the words.
    Has(Fact, BTreeSet<String>),
    /// The fact has none of the words.
    Lacks(Fact, BTreeSet<String>),
    /// The fact has at least one word, and none besides these.
    Only(Fact, BTreeSet<String>),
    /// The fact is known to have no words.
    Empty(Fact),
    /// The fact has words.
    Filled(Fact),
}

/// A condition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// It ends too early.
    #[error("the condition ends where {0} is expected")]
    Ends(&'static str),
    /// Something else stands there.
    #[error("«{found}» stands where {expected} is expected")]
    Unexpected {
        /// What stands there.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// No fact has this key.
    #[error("there is no fact «{0}»")]
    UnknownFact(String),
    /// The fact is not of a kind that can be tested so.
    #[error("«{fact}» cannot be tested with «{test}»")]
    Test {
        /// Which fact.
        fact: &'static str,
        /// Which test.
        test: String,
    },
    /// The fact never has this value.
    #[error("«{fact}» is never «{value}»")]
    Value {
        /// Which fact.
        fact: &'static str,
        /// Which value.
        value: String,
    },
    /// It is longer than a condition may be.
    #[error("a condition has at most {} signs, and brackets at most {} deep", Condition::LONGEST, Condition::DEEPEST)]
    TooLong,
}

impl Condition {
    /// A condition has at most so many signs.
    pub const LONGEST: usize = 1_000;
    /// Brackets and `not` stand at most so deep.
    pub const DEEPEST: usize = 12;

    /// Reads a condition.
    ///
    /// # Errors
    /// When the text is no condition, or tests a fact for what it cannot be.
    pub fn read(text: &str) -> Result<Self, ConditionError> {
        if text.len() > Self::LONGEST {
            return Err(ConditionError::TooLong);
        }
        let mut reader = Reader { tokens: tokens(text)?, at: 0 };
        let condition = reader.any(0)?;
        match reader.next() {
            None => Ok(condition),
            Some(token) => Err(ConditionError::Unexpected { found: token, expected: "the end" }),
        }
    }

    /// Whether it holds for `facts`; a missing fact never makes it hold.
    #[must_use]
    pub fn truth(&self, facts: &Facts) -> Truth {
        match self {
            Self::All(parts) => {
                let truths: Vec<Truth> = parts.iter().map(|part| part.truth(facts)).collect();
                if truths.contains(&Truth::Fails) {
                    Truth::Fails
                } else if truths.contains(&Truth::Unknown) {
                    Truth::Unknown
                } else {
                    Truth::Holds
                }
            }
            Self::Any(parts) => {
                let truths: Vec<Truth> = parts.iter().map(|part| part.truth(facts)).collect();
                if truths.contains(&Truth::Holds) {
                    Truth::Holds
                } else if truths.contains(&Truth::Unknown) {
                    Truth::Unknown
                } else {
                    Truth::Fails
                }
            }
            Self::Not(inner) => inner.truth(facts).opposite(),
            Self::Yes(fact) => match facts.get(*fact) {
                Some(Value::YesNo(yes)) => Truth::of(*yes),
                _ => Truth::Unknown,
            },
            Self::Compare(fact, comparison, operand) => compared(facts, *fact, *comparison, operand),
            Self::Has(fact, words) => set(facts, *fact, |held| !held.is_disjoint(words)),
            Self::Lacks(fact, words) => set(facts, *fact, |held| held.is_disjoint(words)),
            Self::Only(fact, words) => set(facts, *fact, |held| !held.is_empty() && held.is_subset(words)),
            Self::Empty(fact) => set(facts, *fact, BTreeSet::is_empty),
            Self::Filled(fact) => set(facts, *fact, |held| !held.is_empty()),
        }
    }

    /// The facts it names, in order.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<Fact> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::facts).collect(),
            Self::Not(inner) => inner.facts(),
            Self::Compare(fact, _, Operand::Fact(other)) => [*fact, *other].into(),
            Self::Yes(fact)
            | Self::Compare(fact, ..)
            | Self::Has(fact, _)
            | Self::Lacks(fact, _)
            | Self::Only(fact, _)
            | Self::Empty(fact)
            | Self::Filled(fact) => [*fact].into(),
        }
    }

    /// Whether it could hold when only the facts in `made` are ever known.
    #[must_use]
    pub fn can_hold(&self, made: &BTreeSet<Fact>) -> bool {
        self.can_be(made, true)
    }

    fn can_be(&self, made: &BTreeSet<Fact>, holding: bool) -> bool {
        match self {
            Self::All(parts) if holding => parts.iter().all(|part| part.can_be(made, true)),
            Self::All(parts) => parts.iter().any(|part| part.can_be(made, false)),
            Self::Any(parts) if holding => parts.iter().any(|part| part.can_be(made, true)),
            Self::Any(parts) => parts.iter().all(|part| part.can_be(made, false)),
            Self::Not(inner) => inner.can_be(made, !holding),
            leaf => leaf.facts().is_subset(made),
        }
    }

    /// The words of effects and values it names.
    #[must_use]
    pub fn effects(&self) -> BTreeSet<String> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::effects).collect(),
            Self::Not(inner) => inner.effects(),
            Self::Has(fact, words) | Self::Lacks(fact, words) | Self::Only(fact, words) if fact.shape() == Shape::Effects => words.clone(),
            _ => BTreeSet::new(),
        }
    }
}

fn set(facts: &Facts, fact: Fact, holds: impl Fn(&BTreeSet<String>) -> bool) -> Truth {
    match facts.get(fact) {
        Some(Value::Words(words)) => Truth::of(holds(words)),
        _ => Truth::Unknown,
    }
}

fn compared(facts: &Facts, fact: Fact, comparison: Comparison, operand: &Operand) -> Truth {
    let Some(value) = facts.get(fact) else { return Truth::Unknown };
    let other = match operand {
        Operand::Word(word) => Value::Word(word.clone()),
        Operand::Number(number) => Value::Number(*number),
        Operand::Fact(other) => match facts.get(*other) {
            Some(value) => value.clone(),
            None => return Truth::Unknown,
        },
    };
    let order = match (value, &other, fact.shape()) {
        (Value::Number(one), Value::Number(two), _) => one.cmp(two),
        (Value::Word(one), Value::Word(two), Shape::Ordered(words)) => {
            let place = |word: &str| words.iter().position(|its| *its == word);
            place(one).cmp(&place(two))
        }
        (Value::Word(one), Value::Word(two), _) => one.cmp(two),
        (Value::YesNo(one), Value::Word(two), _) => {
            return Truth::of(comparison.holds(if *one == (two == "yes") { Ordering::Equal } else { Ordering::Less }));
        }
        _ => return Truth::Unknown,
    };
    Truth::of(comparison.holds(order))
}

fn tokens(text: &str) -> Result<Vec<String>, ConditionError> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' | ',' => 1,
            '=' => 1,
            '<' | '>' | '!' => {
                if rest[1..].starts_with('=') {
                    2
                } else if first == '!' {
                    return Err(ConditionError::Unexpected { found: "!".into(), expected: "«!=»" });
                } else {
                    1
                }
            }
            _ => {
                let length = rest.find(|sign: char| sign.is_whitespace() || "(),=<>!".contains(sign)).unwrap_or(rest.len());
                let word = &rest[..length];
                if !word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.%/".contains(&byte)) {
                    return Err(ConditionError::Unexpected { found: word.chars().take(40).collect(), expected: "a word or a number" });
                }
                length
            }
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

struct Reader {
    tokens: Vec<String>,
    at: usize,
}

impl Reader {
    fn next(&mut self) -> Option<String> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }
    fn follows(&mut self, token: &str) -> bool {
        let follows = self.tokens.get(self.at).is_some_and(|its| its == token);
        if follows {
            self.at += 1;
        }
        follows
    }
    fn any(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut parts = vec![self.all(depth)?];
        while self.follows("or") {
            parts.push(self.all(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::Any(parts) })
    }
    fn all(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut parts = vec![self.single(depth)?];
        while self.follows("and") {
            parts.push(self.single(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) })
    }
    fn single(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        if depth > Condition::DEEPEST {
            return Err(ConditionError::TooLong);
        }
        if self.follows("not") {
            return Ok(Condition::Not(Box::new(self.single(depth + 1)?)));
        }
        if self.follows("(") {
            let inner = self.any(depth + 1)?;
            return if self.follows(")") { Ok(inner) } else { Err(self.unexpected("«)»")) };
        }
        let key = self.next().ok_or(ConditionError::Ends("a fact"))?;
        let fact = Fact::of_key(&key).ok_or(ConditionError::UnknownFact(key))?;
        self.test(fact)
    }
    fn unexpected(&mut self, expected: &'static str) -> ConditionError {
        match self.next() {
            Some(found) => ConditionError::Unexpected { found, expected },
            None => ConditionError::Ends(expected),
        }
    }
    fn test(&mut self, fact: Fact) -> Result<Condition, ConditionError> {
        let shape = fact.shape();
        let wrong = |test: &str| ConditionError::Test { fact: fact.key(), test: test.to_owned() };
        if let Some(comparison) = Comparison::ALL.into_iter().find(|its| self.follows(its.mark())) {
            let ordered =
                matches!(shape, Shape::Number(_) | Shape::Ordered(_)) || matches!(comparison, Comparison::Equal | Comparison::Different);
            if shape.is_set() || !ordered {
                return Err(wrong(comparison.mark()));
            }
            return Ok(Condition::Compare(fact, comparison, self.operand(fact)?));
        }
        for (name, make) in [("has", Condition::Has as fn(_, _) -> _), ("lacks", Condition::Lacks), ("only", Condition::Only)] {
            if self.follows(name) {
                return if shape.is_set() { Ok(make(fact, self.words(fact)?)) } else { Err(wrong(name)) };
            }
        }
        if self.follows("is") {
            if !shape.is_set() {
                return Err(wrong("is"));
            }
            return if self.follows("empty") {
                Ok(Condition::Empty(fact))
            } else if self.follows("filled") {
                Ok(Condition::Filled(fact))
            } else {
                Err(self.unexpected("«empty» or «filled»"))
            };
        }
        if shape == Shape::YesNo { Ok(Condition::Yes(fact)) } else { Err(self.unexpected("a test")) }
    }
    fn operand(&mut self, fact: Fact) -> Result<Operand, ConditionError> {
        let token = self.next().ok_or(ConditionError::Ends("a value"))?;
        let wrong = || ConditionError::Value { fact: fact.key(), value: token.clone() };
        if let Some(other) = Fact::of_key(&token) {
            return if other.shape() == fact.shape() { Ok(Operand::Fact(other)) } else { Err(wrong()) };
        }
        match fact.shape() {
            Shape::Number(_) => token.parse().map(Operand::Number).map_err(|_| wrong()),
            Shape::YesNo if token == "yes" || token == "no" => Ok(Operand::Word(token)),
            shape if shape.allows(&token) => Ok(Operand::Word(token)),
            _ => Err(wrong()),
        }
    }
    fn words(&mut self, fact: Fact) -> Result<BTreeSet<String>, ConditionError> {
        let mut words = BTreeSet::new();
        loop {
            let word = self.next().ok_or(ConditionError::Ends("a word"))?;
            if !fact.shape().allows(&word) {
                return Err(ConditionError::Value { fact: fact.key(), value: word });
            }
            words.insert(word);
            if !self.follows(",") {
                return Ok(words);
            }
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |parts: &[Self], with: &str| {
            parts
                .iter()
                .map(|part| if matches!(part, Self::All(_) | Self::Any(_)) { format!("({part})") } else { part.to_string() })
                .collect::<Vec<_>>()
                .join(with)
        };
        let listed = |words: &BTreeSet<String>| words.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        match self {
            Self::All(parts) => f.write_str(&joined(parts, " and ")),
            Self::Any(parts) => f.write_str(&joined(parts, " or ")),
            Self::Not(inner) if matches!(**inner, Self::All(_) | Self::Any(_)) => write!(f, "not ({inner})"),
            Self::Not(inner) => write!(f, "not {inner}"),
            Self::Yes(fact) => write!(f, "{fact}"),
            Self::Compare(fact, comparison, operand) => {
                write!(f, "{fact} {} ", comparison.mark())?;
                match operand {
                    Operand::Word(word) => f.write_str(word),
                    Operand::Number(number) => write!(f, "{number}"),
                    Operand::Fact(other) => write!(f, "{other}"),
                }
            }
            Self::Has(fact, words) => write!(f, "{fact} has {}", listed(words)),
            Self::Lacks(fact, words) => write!(f, "{fact} lacks {}", listed(words)),
            Self::Only(fact, words) => write!(f, "{fact} only {}", listed(words)),
            Self::Empty(fact) => write!(f, "{fact} is empty"),
            Self::Filled(fact) => write!(f, "{fact} is filled"),
        }
    }
}

impl TryFrom<String> for Condition {
    type Error = ConditionError;
    fn try_from(text: String) -> Result<Self, ConditionError> {
        Self::read(&text)
    }
}

impl From<Condition> for String {
    fn from(condition: Condition) -> Self {
        condition.to_string()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn truth(condition: &str, facts: &str) -> Truth {
        Condition::read(condition).unwrap().truth(&Facts::read(facts).unwrap())
    }

    #[test]
    fn words_of_an_ordered_fact_compare_by_their_order_and_not_by_their_letters() {
        assert_eq!(truth("announced-rung > mandate-rung", "announced-rung=co-decide; mandate-rung=consult"), Truth::Holds);
        assert_eq!(truth("announced-rung > mandate-rung", "announced-rung=consult; mandate-rung=consult"), Truth::Fails);
        assert_eq!(truth("announced-rung < consult", "announced-rung=listen"), Truth::Holds);
    }

    #[test]
    fn a_share_that_is_just_not_the_limit_is_told_apart_exactly() {
        assert_eq!(truth("drop-out > 20%", "drop-out=1/5"), Truth::Fails);
        assert_eq!(truth("drop-out > 20%", "drop-out=200001/1000000"), Truth::Holds);
    }

    #[test]
    fn what_is_unknown_decides_nothing_but_does_not_hide_what_is_known() {
        assert_eq!(truth("budget-set = no or experts-planned", "budget-set=no"), Truth::Holds);
        assert_eq!(truth("budget-set = no and experts-planned", "budget-set=yes"), Truth::Fails);
        assert_eq!(truth("not experts-planned", ""), Truth::Unknown);
        assert_eq!(truth("channels only screen", "channels="), Truth::Fails);
    }

    #[test]
    fn a_condition_that_asks_the_impossible_is_refused_with_its_reason() {
        let refused = |text: &str| Condition::read(text).unwrap_err().to_string();
        assert_eq!(refused("budget-set > yes"), "«budget-set» cannot be tested with «>»");
        assert_eq!(refused("channels has owl"), "«channels» is never «owl»");
        assert_eq!(refused("planned-hours < planned-money"), "«planned-hours» is never «planned-money»");
        assert_eq!(refused("moon = full"), "there is no fact «moon»");
        assert_eq!(refused("(budget-set"), "the condition ends where «)» is expected");
        assert_eq!(refused("drop-out"), "the condition ends where a test is expected");
        assert!(Condition::read(&"not ".repeat(100)).is_err());
    }

    fn leaf() -> impl Strategy<Value = Condition> {
        let words = proptest::sample::subsequence(crate::choices::CHANNELS, 1..4)
            .prop_map(|words| words.into_iter().map(str::to_owned).collect::<BTreeSet<_>>());
        prop_oneof![
            Just(Condition::Yes(Fact::ExpertsPlanned)),
            (proptest::sample::select(Comparison::ALL.to_vec()), -50_i64..50, 1_i64..9).prop_map(|(comparison, over, under)| {
                Condition::Compare(Fact::DropOut, comparison, Operand::Number(Exact::ratio(over, under).unwrap()))
            }),
            Just(Condition::Compare(Fact::AnnouncedRung, Comparison::More, Operand::Fact(Fact::MandateRung))),
            words.clone().prop_map(|words| Condition::Has(Fact::Channels, words)),
            words.clone().prop_map(|words| Condition::Lacks(Fact::Channels, words)),
            words.prop_map(|words| Condition::Only(Fact::Channels, words)),
            Just(Condition::Empty(Fact::Aims)),
        ]
    }

    fn condition() -> impl Strategy<Value = Condition> {
        leaf().prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 2..4).prop_map(Condition::All),
                proptest::collection::vec(inner.clone(), 2..4).prop_map(Condition::Any),
                inner.prop_map(|inner| Condition::Not(Box::new(inner))),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(condition in condition()) {
            let text = condition.to_string();
            prop_assume!(text.len() <= Condition::LONGEST);
            prop_assert_eq!(Condition::read(&text).unwrap(), condition);
        }

        #[test]
        fn no_text_is_too_strange_to_refuse(text in "[a-z!=<>(), %.é-]{0,80}") {
            let _ = Condition::read(&text);
        }

        #[test]
        fn without_facts_nothing_holds_unless_nothing_is_asked(condition in condition()) {
            prop_assert_eq!(condition.truth(&Facts::new()), Truth::Unknown);
        }
    }
}
