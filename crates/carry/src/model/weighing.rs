//! Values in conflict and the way a department copes with it (catalogue F6, B39, B42, B43), in the words of [`evidence`].
//! Perspectives are mixes and belong to nobody: a record names values, never a person.

use evidence::{Knowledge, Named};

/// The strategy that needs a date on which it is looked at again, so that the focus can switch (F6, B43).
pub const PRIORITISE: &str = "prioritise";

/// In what an earlier choice is like one that is to be made: to compare with, never to follow (B43 «per casus beslissen»).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// In the same dilemma.
    Dilemma,
    /// At least two of the same values were in conflict.
    Values,
    /// About the same theme.
    Theme,
    /// In the same area.
    Area,
}

impl Likeness {
    /// So many of the same values make two conflicts alike.
    pub const VALUES: usize = 2;

    /// How much it tells: what pulls in two directions tells most, the place least.
    #[must_use]
    pub const fn weight(self) -> usize {
        match self {
            Self::Dilemma => 3,
            Self::Values | Self::Theme => 2,
            Self::Area => 1,
        }
    }
    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dilemma => "carry-weigh-like-dilemma",
            Self::Values => "carry-weigh-like-values",
            Self::Theme => "carry-weigh-like-theme",
            Self::Area => "carry-weigh-like-area",
        }
    }
}

/// What is found when a value that was put first is looked at again (F6, B43 «wisselen»).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewEnding {
    /// It still goes first.
    Stays,
    /// Another value goes first from now on: the focus switches.
    Switches,
}

impl ReviewEnding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Stays, Self::Switches];

    /// Its value in forms and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stays => "stays",
            Self::Switches => "switches",
        }
    }
    /// The one of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stays => "carry-review-stays",
            Self::Switches => "carry-review-switches",
        }
    }
}

/// The knowledge that the program ships; empty lists when it cannot be read, which a test of that crate excludes.
fn knowledge() -> Option<&'static Knowledge> {
    Knowledge::shipped().ok()
}

/// The values that can be in conflict, those of the four perspectives in the order of the source.
pub fn values() -> impl Iterator<Item = &'static Named> {
    knowledge().into_iter().flat_map(|it| &it.perspectives).flat_map(|perspective| &perspective.values)
}

/// The perspective to which a value belongs (B39).
#[must_use]
pub fn perspective_of(value: &str) -> Option<&'static str> {
    let holds = |it: &&evidence::Perspective| it.values.iter().any(|named| named.key == value);
    knowledge()?.perspectives.iter().find(holds).map(|it| it.key.as_str())
}

/// The dilemmas: key, Dutch, English.
pub fn dilemmas() -> impl Iterator<Item = (&'static str, &'static evidence::Words)> {
    knowledge().into_iter().flat_map(|it| &it.dilemmas).map(|it| (it.key.as_str(), &it.name))
}

/// The strategies: key, Dutch, English.
pub fn strategies() -> impl Iterator<Item = (&'static str, &'static evidence::Words)> {
    knowledge().into_iter().flat_map(|it| &it.strategies).map(|it| (it.key.as_str(), &it.name))
}

/// A word of the knowledge for a reader of this language: Dutch for Dutch, English for everybody else.
#[must_use]
pub fn worded<'a>(language: kernel::Language, nl: &'a str, en: &'a str) -> &'a str {
    if language == kernel::Language::NL { nl } else { en }
}

/// What a value is called.
#[must_use]
pub fn value_name(language: kernel::Language, key: &str) -> String {
    values().find(|it| it.key == key).map_or_else(|| key.to_owned(), |it| worded(language, &it.nl, &it.en).to_owned())
}

/// What a dilemma is called.
#[must_use]
pub fn dilemma_name(language: kernel::Language, key: &str) -> String {
    called(dilemmas(), language, key)
}

/// What a strategy is called.
#[must_use]
pub fn strategy_name(language: kernel::Language, key: &str) -> String {
    called(strategies(), language, key)
}

/// What a dilemma asks of an officer, in plain words; nothing of one that is not known.
#[must_use]
pub fn dilemma_means(language: kernel::Language, key: &str) -> Option<String> {
    let found = knowledge()?.dilemmas.iter().find(|it| it.key == key)?;
    Some(worded(language, &found.means.nl, &found.means.en).to_owned())
}

/// What a strategy comes down to, in plain words; nothing of one that is not known.
#[must_use]
pub fn strategy_means(language: kernel::Language, key: &str) -> Option<String> {
    let found = knowledge()?.strategies.iter().find(|it| it.key == key)?;
    Some(worded(language, &found.means.nl, &found.means.en).to_owned())
}

fn called(mut all: impl Iterator<Item = (&'static str, &'static evidence::Words)>, language: kernel::Language, key: &str) -> String {
    all.find(|(it, _)| *it == key).map_or_else(|| key.to_owned(), |(_, it)| worded(language, &it.nl, &it.en).to_owned())
}
