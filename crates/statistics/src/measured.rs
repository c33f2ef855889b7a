//! What every result carries: how many it rests on, how many are missing; or why there is no result.

/// How many answers a result rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Size {
    /// Answers that count.
    pub n: u64,
    /// Answers that were asked for and are not there. Nothing is ever filled in for them.
    pub missing: u64,
}

impl Size {
    pub(crate) fn of(n: usize, missing: u64) -> Self {
        Self { n: u64::try_from(n).unwrap_or(u64::MAX), missing }
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self { n: self.n.saturating_add(other.n), missing: self.missing.saturating_add(other.missing) }
    }

    /// The share of what was asked for that is missing, 0 to 1; none when nothing was asked.
    #[must_use]
    pub fn missing_share(self) -> Option<f64> {
        let asked = self.n as f64 + self.missing as f64;
        (asked > 0.0).then(|| self.missing as f64 / asked)
    }

    pub(crate) const fn refuses<T>(self, because: Because) -> Outcome<T> {
        Err(NotMeasurable { because, size: self })
    }

    pub(crate) const fn gives<T>(self, value: T) -> Outcome<T> {
        Ok(Measured { value, size: self })
    }

    /// A number that came out, or that it is too large to hold.
    pub(crate) fn gives_finite(self, value: f64) -> Outcome<f64> {
        if value.is_finite() { self.gives(value) } else { self.refuses(Because::TooLarge) }
    }
}

/// A result with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured<T> {
    /// The result.
    pub value: T,
    /// How many answers it rests on, and how many are missing.
    pub size: Size,
}

/// No result, and why. It is an answer like any other: a page says it in words and never shows a zero in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not measurable, because {because} (n = {}, missing = {})", size.n, size.missing)]
pub struct NotMeasurable {
    /// Why.
    pub because: Because,
    /// What there was.
    pub size: Size,
}

/// A result, or why there is none.
pub type Outcome<T> = Result<Measured<T>, NotMeasurable>;

/// Why something cannot be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Because {
    /// Nothing was answered.
    #[error("nothing was answered")]
    Empty,
    /// Fewer answers than the result needs.
    #[error("it needs at least {needed} answers")]
    TooFew {
        /// At least so many (in each group, where there are two).
        needed: u64,
    },
    /// All answers are the same: there is nothing from which to tell how sure the result is, or what goes together.
    #[error("all answers are the same")]
    NoVariation,
    /// There is one category or one question only, and the result compares several.
    #[error("there is only one category or question")]
    OnlyOne,
    /// There is nothing that could be shared or compared: all of it adds up to zero.
    #[error("all of it adds up to zero")]
    NothingToShare,
    /// A value is below zero where that has no meaning.
    #[error("a value is below zero")]
    Negative,
    /// A value is not a finite number.
    #[error("a value is not a finite number")]
    NotANumber,
    /// A count is larger than what it is a part of, or a category is not one of those that were agreed on.
    #[error("a value lies outside what was agreed on")]
    OutOfRange,
    /// Rows of different lengths, or two lists that do not belong to the same categories.
    #[error("the rows do not have the same length")]
    UnequalLengths,
    /// The numbers are too large to calculate with.
    #[error("the numbers are too large")]
    TooLarge,
}

impl Because {
    /// Its key, under which a page finds its words in every language.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooFew { .. } => "too-few",
            Self::NoVariation => "no-variation",
            Self::OnlyOne => "only-one",
            Self::NothingToShare => "nothing-to-share",
            Self::Negative => "negative",
            Self::NotANumber => "not-a-number",
            Self::OutOfRange => "out-of-range",
            Self::UnequalLengths => "unequal-lengths",
            Self::TooLarge => "too-large",
        }
    }
}

/// How often an interval made this way holds the true value, in the long run: a share above 0 and below 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence(f64);

impl Confidence {
    /// The usual one, 95%.
    pub const USUAL: Self = Self(0.95);

    /// One of another level; none unless it lies between 0 and 1.
    #[must_use]
    pub fn new(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// The level, as a share.
    #[must_use]
    pub const fn level(self) -> f64 {
        self.0
    }

    /// The chance that is left on each side.
    pub(crate) fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

/// A value with the interval around it. It says how precise the value is if those who answered were drawn by chance; where
/// people chose themselves whether to answer it says less than it seems to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value, in the unit of what was measured.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How sure.
    pub confidence: Confidence,
}

impl Estimate {
    /// `value` with so much on either side.
    pub(crate) fn around(value: f64, margin: f64, confidence: Confidence) -> Self {
        Self { value, low: value - margin, high: value + margin, confidence }
    }

    pub(crate) fn within(self, least: f64, most: f64) -> Self {
        Self { low: self.low.clamp(least, most), high: self.high.clamp(least, most), ..self }
    }
}
