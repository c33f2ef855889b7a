//! What studies say of effects, coded passage by passage, and how that is spread (catalogue D013–D018, D020–D022, G075).
//!
//! A study may say things of several effects: what is counted are mentions, and beside them the studies. Only effects that were
//! observed count; those that somebody hopes for are kept and counted apart.

use crate::{Exact, Words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// The code book: which codes there are, since when, and which of them are the same (D016, D017).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodingSheet {
    /// Its codes, in the order in which they were added.
    #[serde(rename = "code", default)]
    pub codes: Vec<Code>,
}

/// A code of the code book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// Its category.
    #[serde(default)]
    pub category: Option<String>,
    /// The day on which it was added, as 2026-05-31.
    pub since: String,
    /// Who added it.
    pub by: String,
    /// Why: from the frame at the beginning, or from what was read.
    pub reason: String,
    /// The key of the code that it turned out to be the same as. It stays in the book; what was coded with it counts there.
    #[serde(default)]
    pub same_as: Option<String>,
}

/// A passage that says something of an effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coding {
    /// Which study.
    pub study: String,
    /// Key of the code.
    pub code: String,
    /// Which way.
    pub direction: Direction,
    /// What the study rests on.
    pub basis: Basis,
    /// Whether the effect was observed; otherwise it is possible or desired.
    pub observed: bool,
    /// Keys of factors that the passage names with it.
    #[serde(default)]
    pub factors: Vec<String>,
    /// Where in the study, and what it says.
    pub passage: String,
    /// Who coded it, by code.
    pub coder: String,
}

/// Which way an effect goes (B03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// It contributes.
    Positive,
    /// It was measured and there was none.
    None,
    /// What was measured is not significant; the source counts it with no effect (D022).
    NotSignificant,
    /// It harms.
    Negative,
}

impl Direction {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Positive, Self::None, Self::NotSignificant, Self::Negative];

    /// Its key, as it leaves in a table.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::None => "none",
            Self::NotSignificant => "not-significant",
            Self::Negative => "negative",
        }
    }

    /// Whether it is counted as no effect.
    #[must_use]
    pub const fn is_no_effect(self) -> bool {
        matches!(self, Self::None | Self::NotSignificant)
    }
}

/// What a study rests on (B10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// On what was observed.
    Empirical,
    /// On reasoning.
    Theoretical,
}

/// A coding, or a code book, that does not hang together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodingError {
    /// A code that is not in the book.
    #[error("«{0}» is not in the code book")]
    Unknown(String),
    /// A code that stands in the book twice.
    #[error("«{0}» stands in the code book twice")]
    Twice(String),
    /// Codes that are called the same as each other in a circle.
    #[error("«{0}» is called the same as others that are the same as it")]
    Circle(String),
    /// A table that could not be written.
    #[error("the table could not be written: {0}")]
    Unwritten(String),
}

impl CodingSheet {
    /// Checks that every code stands there once, and that what is the same as another leads to one that counts.
    ///
    /// # Errors
    /// What does not hang together, the first of it.
    pub fn check(&self) -> Result<(), CodingError> {
        let mut keys = BTreeSet::new();
        for code in &self.codes {
            if !keys.insert(code.key.as_str()) {
                return Err(CodingError::Twice(code.key.clone()));
            }
        }
        self.codes.iter().try_for_each(|code| self.counting(&code.key).map(|_| ()))
    }

    /// The code that counts for `key`: itself, or what it turned out to be the same as.
    ///
    /// # Errors
    /// When a code is not in the book, or codes lead round in a circle.
    pub fn counting(&self, key: &str) -> Result<&Code, CodingError> {
        let find = |key: &str| self.codes.iter().find(|code| code.key == key).ok_or_else(|| CodingError::Unknown(key.to_owned()));
        let mut code = find(key)?;
        // A way longer than the book goes round.
        for _ in 0..self.codes.len() {
            match &code.same_as {
                Some(other) => code = find(other)?,
                None => return Ok(code),
            }
        }
        Err(CodingError::Circle(key.to_owned()))
    }
}

/// What a distribution counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Everything that was observed.
    Observed,
    /// What was observed by empirical studies.
    Empirical,
}

/// How codings are spread over codes and directions. It keeps counts and the names of studies, not the codings.
///
/// ```
/// use evidence::{Basis, Code, Coding, CodingSheet, Direction, Distribution, Counted, Words};
/// let words = |text: &str| Words { nl: text.into(), en: text.into(), en_reviewed: false };
/// let code = |key: &str, same_as: Option<&str>| Code {
///     key: key.into(), name: words(key), category: None, since: "2026-05-31".into(), by: "A".into(),
///     reason: "read in two studies".into(), same_as: same_as.map(Into::into),
/// };
/// let sheet = CodingSheet { codes: vec![code("trust", None), code("confidence", Some("trust")), code("learning", None)] };
/// let coding = |study: &str, code: &str, direction| Coding {
///     study: study.into(), code: code.into(), direction, basis: Basis::Empirical, observed: true,
///     factors: vec![], passage: "p. 3".into(), coder: "A".into(),
/// };
/// let mut spread = Distribution::new(Counted::Observed);
/// for coding in [
///     coding("s1", "trust", Direction::Positive),
///     coding("s1", "confidence", Direction::Negative),
///     coding("s2", "learning", Direction::Positive),
/// ] {
///     spread.add(&sheet, &coding)?;
/// }
/// assert_eq!((spread.mentions(), spread.studies()), (3, 2));
/// assert_eq!(spread.of("trust").map(|counts| counts.mentions()), Some(2), "two names of one effect");
/// assert_eq!(spread.share(|direction| direction == Direction::Negative).map(|share| share.percent(0)), Some("33".into()));
/// assert_eq!(spread.negatives_inside(1).map(|share| share.percent(0)), Some("100".into()));
/// # Ok::<(), evidence::CodingError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    which: Counted,
    counts: BTreeMap<String, DirectionCounts>,
    studies: BTreeSet<String>,
    not_observed: u64,
}

/// Mentions per direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DirectionCounts(BTreeMap<Direction, u64>);

impl DirectionCounts {
    /// Mentions in one direction.
    #[must_use]
    pub fn of(&self, direction: Direction) -> u64 {
        self.0.get(&direction).copied().unwrap_or_default()
    }
    /// Mentions in all directions.
    #[must_use]
    pub fn mentions(&self) -> u64 {
        self.0.values().sum()
    }
}

impl Distribution {
    /// One of nothing yet.
    #[must_use]
    pub const fn new(which: Counted) -> Self {
        Self { which, counts: BTreeMap::new(), studies: BTreeSet::new(), not_observed: 0 }
    }

    /// Counts a coding, under the code that counts for it.
    ///
    /// # Errors
    /// When its code is not in the book.
    pub fn add(&mut self, sheet: &CodingSheet, coding: &Coding) -> Result<(), CodingError> {
        let code = sheet.counting(&coding.code)?;
        if !coding.observed {
            self.not_observed += 1;
        } else if self.which == Counted::Observed || coding.basis == Basis::Empirical {
            self.studies.insert(coding.study.clone());
            *self.counts.entry(code.key.clone()).or_default().0.entry(coding.direction).or_default() += 1;
        }
        Ok(())
    }

    /// How often something was said of an effect.
    #[must_use]
    pub fn mentions(&self) -> u64 {
        self.counts.values().map(DirectionCounts::mentions).sum()
    }

    /// How many studies said something.
    #[must_use]
    pub fn studies(&self) -> usize {
        self.studies.len()
    }

    /// Mentions of effects that nobody observed; they are in none of the other counts.
    #[must_use]
    pub const fn not_observed(&self) -> u64 {
        self.not_observed
    }

    /// What was said of one effect.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&DirectionCounts> {
        self.counts.get(code)
    }

    /// The share of mentions in a direction; none when there is no mention.
    #[must_use]
    pub fn share(&self, direction: impl Fn(Direction) -> bool) -> Option<Exact> {
        let chosen = self
            .counts
            .values()
            .map(|counts| Direction::ALL.into_iter().filter(|its| direction(*its)).map(|its| counts.of(its)).sum::<u64>());
        Exact::ratio(i64::try_from(chosen.sum::<u64>()).ok()?, i64::try_from(self.mentions()).ok()?)
    }

    /// The effects of which most was said, most first; of equal ones the first by its key.
    #[must_use]
    pub fn most_mentioned(&self, many: usize) -> Vec<(&str, &DirectionCounts)> {
        let mut all: Vec<(&str, &DirectionCounts)> = self.counts.iter().map(|(key, counts)| (key.as_str(), counts)).collect();
        all.sort_by(|one, two| two.1.mentions().cmp(&one.1.mentions()).then(one.0.cmp(two.0)));
        all.truncate(many);
        all
    }

    /// The share of negative mentions that lies inside the effects most mentioned (G075, as D061); none when there is no negative.
    #[must_use]
    pub fn negatives_inside(&self, many: usize) -> Option<Exact> {
        let negative = |counts: &DirectionCounts| counts.of(Direction::Negative);
        let inside: u64 = self.most_mentioned(many).into_iter().map(|(_, counts)| negative(counts)).sum();
        let all: u64 = self.counts.values().map(negative).sum();
        Exact::ratio(i64::try_from(inside).ok()?, i64::try_from(all).ok()?)
    }
}

/// The columns of the table of codings, with what each means, in Dutch and English.
const COLUMNS: [(&str, &str, &str); 11] = [
    ("study", "de studie", "the study"),
    ("code", "de code zoals ze gekozen werd", "the code as it was chosen"),
    ("counts_as", "de code waaronder ze telt", "the code under which it counts"),
    ("category", "de categorie van die code", "the category of that code"),
    ("direction", "de richting", "the direction"),
    ("no_effect", "telt als geen effect", "counts as no effect"),
    ("basis", "waar de studie op steunt", "what the study rests on"),
    ("observed", "waargenomen; alleen die tellen", "observed; only those count"),
    ("factors", "factoren die erbij genoemd worden", "factors that are named with it"),
    ("passage", "waar het staat en wat er staat", "where it stands and what it says"),
    ("coder", "wie codeerde", "who coded it"),
];

fn unwritten(error: impl std::fmt::Display) -> CodingError {
    CodingError::Unwritten(error.to_string())
}

fn table(to: impl Write) -> csv::Writer<impl Write> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to)
}

const fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

impl CodingSheet {
    /// Writes codings as CSV, one line each, as they come; nothing is kept. Lines end in CRLF (RFC 4180), and a text that a
    /// spreadsheet would take for a formula gets a quote before it.
    ///
    /// # Errors
    /// When a code is not in the book, or nothing can be written.
    pub fn write_codings<'c>(&self, to: impl Write, codings: impl IntoIterator<Item = &'c Coding>) -> Result<(), CodingError> {
        let mut table = table(to);
        table.write_record(COLUMNS.map(|column| column.0)).map_err(unwritten)?;
        for coding in codings {
            let counts_as = self.counting(&coding.code)?;
            let basis = if coding.basis == Basis::Empirical { "empirical" } else { "theoretical" };
            let factors = coding.factors.join(" ");
            let row = [
                coding.study.as_str(),
                &coding.code,
                &counts_as.key,
                counts_as.category.as_deref().unwrap_or_default(),
                coding.direction.key(),
                yes(coding.direction.is_no_effect()),
                basis,
                yes(coding.observed),
                &factors,
                &coding.passage,
                &coding.coder,
            ];
            table.write_record(row.map(crate::export::cell)).map_err(unwritten)?;
        }
        table.flush().map_err(unwritten)
    }

    /// Writes the code book that belongs to that table: what each column means, then each value that stands in it.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn write_codebook(&self, to: impl Write) -> Result<(), CodingError> {
        let mut table = table(to);
        table.write_record(["column", "value", "nl", "en", "since", "by", "reason", "counts_as"]).map_err(unwritten)?;
        let mut row = |cells: [&str; 8]| table.write_record(cells.map(crate::export::cell)).map_err(unwritten);
        for (column, nl, en) in COLUMNS {
            row([column, "", nl, en, "", "", "", ""])?;
        }
        for (value, nl, en) in [
            (Direction::Positive, "draagt bij", "contributes"),
            (Direction::None, "gemeten: geen effect", "measured: no effect"),
            (Direction::NotSignificant, "niet significant; telt als geen effect", "not significant; counts as no effect"),
            (Direction::Negative, "doet afbreuk", "harms"),
        ] {
            row(["direction", value.key(), nl, en, "", "", "", ""])?;
        }
        for (value, nl, en) in [("empirical", "waargenomen", "observed"), ("theoretical", "beredeneerd", "reasoned")] {
            row(["basis", value, nl, en, "", "", "", ""])?;
        }
        for code in &self.codes {
            let counts_as = &self.counting(&code.key)?.key;
            row(["code", &code.key, &code.name.nl, &code.name.en, &code.since, &code.by, &code.reason, counts_as])?;
        }
        table.flush().map_err(unwritten)
    }
}
