//! What a coder says of a passage: an effect with its direction, or a code (D015, D018, D027).

use super::coded;
use evidence::EffectKey;
use kernel::{Instant, TextId};

coded! {
    /// Which way an effect went (B03).
    Direction {
        /// For the better.
        Positive = "positive",
        /// No change was seen.
        Neutral = "neutral",
        /// For the worse.
        Negative = "negative",
        /// Nobody can say.
        Unknown = "unknown",
    }
}

impl Direction {
    /// Its place in [`Direction::ALL`].
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::Positive => 0,
            Self::Neutral => 1,
            Self::Negative => 2,
            Self::Unknown => 3,
        }
    }
}

coded! {
    /// How a passage knows of an effect (E1108: what people feel and what was seen stand apart; D013: what is hoped for does not
    /// count).
    Ground {
        /// The speaker went through it.
        Experienced = "experienced",
        /// The speaker, or the observer, saw it of others.
        Seen = "seen",
        /// The speaker heard it from others.
        Heard = "heard",
        /// A document tells it.
        Written = "written",
        /// The speaker expects or hopes it; it is kept and does not count.
        Expected = "expected",
    }
}

impl Ground {
    /// Whether it counts as observed (D013).
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Expected)
    }
}

/// What was put to a passage: the key of an effect or value (`effect.trust`), or of a code: `own.3` of this process,
/// `frame.structures` or `theme.…` of the frames that are shipped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item(String);

/// What the keys of codes begin with.
pub const CODE_FAMILIES: [&str; 3] = ["own", "frame", "theme"];

impl Item {
    /// The item with this key; none when it is no key of an effect or a code.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let plain = |it: &str| {
            !it.is_empty() && it.len() <= 60 && it.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        let (family, name) = key.split_once('.')?;
        let known = CODE_FAMILIES.contains(&family) || EffectKey::try_from(key.to_owned()).is_ok();
        (known && plain(name)).then(|| Self(key.to_owned()))
    }
    /// The item of an effect or value.
    #[must_use]
    pub fn of_effect(effect: &EffectKey) -> Self {
        Self(effect.as_str().to_owned())
    }
    /// Its key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }
    /// The effect or value, when it is one.
    #[must_use]
    pub fn effect(&self) -> Option<EffectKey> {
        EffectKey::try_from(self.0.clone()).ok()
    }
}

/// What one coder put to one passage: an effect with all that belongs to it, or codes alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Number of the passage.
    pub passage: i64,
    /// The effect or value; none where only codes are put to it.
    pub effect: Option<EffectKey>,
    /// Which way; always there with an effect.
    pub direction: Option<Direction>,
    /// At which level (B04), by its key.
    pub level: Option<String>,
    /// For which kind of actor (B35), by its key.
    pub actor: Option<String>,
    /// For whom in free words; never a label on a person.
    pub whom: Option<TextId>,
    /// How the passage knows it.
    pub ground: Option<Ground>,
    /// What helped, by the key of a factor.
    pub helped: Option<String>,
    /// What hindered, by the key of a factor.
    pub hindered: Option<String>,
    /// Codes.
    pub codes: Vec<Item>,
    /// A remark of the coder.
    pub remark: Option<TextId>,
    /// When.
    pub at: Instant,
}

/// A coding to be kept, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewMarked {
    /// Number of the passage.
    pub passage: i64,
    /// The effect or value.
    pub effect: Option<EffectKey>,
    /// Which way.
    pub direction: Option<Direction>,
    /// At which level (B04).
    pub level: Option<String>,
    /// For which kind of actor (B35).
    pub actor: Option<String>,
    /// For whom, in free words.
    pub whom: Option<String>,
    /// How the passage knows it.
    pub ground: Option<Ground>,
    /// What helped.
    pub helped: Option<String>,
    /// What hindered.
    pub hindered: Option<String>,
    /// Codes.
    pub codes: Vec<Item>,
    /// A remark.
    pub remark: Option<String>,
}

/// What two coders made of a difference after they spoke of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// The effect counts, this way.
    Way(Direction),
    /// The code counts.
    Keep,
    /// It does not count.
    LeaveOut,
}

impl Resolution {
    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Way(direction) => direction.code(),
            Self::Keep => "keep",
            Self::LeaveOut => "leave-out",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "keep" => Some(Self::Keep),
            "leave-out" => Some(Self::LeaveOut),
            other => Direction::of_code(other).map(Self::Way),
        }
    }
    /// What may be chosen for an item.
    #[must_use]
    pub fn of_item(item: &Item) -> Vec<Self> {
        if item.effect().is_some() {
            Direction::ALL.iter().map(|it| Self::Way(*it)).chain([Self::LeaveOut]).collect()
        } else {
            vec![Self::Keep, Self::LeaveOut]
        }
    }
}

/// A difference that was spoken of, with the motive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Number of the passage.
    pub passage: i64,
    /// Of what.
    pub item: Item,
    /// What came of it.
    pub resolution: Resolution,
    /// Why.
    pub motive: TextId,
    /// When.
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn an_item_is_an_effect_or_a_code_and_nothing_else() {
        assert!(Item::of_key("effect.trust").unwrap().effect().is_some());
        assert!(Item::of_key("own.3").unwrap().effect().is_none());
        assert_eq!(Resolution::of_item(&Item::of_key("effect.trust").unwrap()).len(), 5);
        assert_eq!(Resolution::of_item(&Item::of_key("frame.structures").unwrap()), [Resolution::Keep, Resolution::LeaveOut]);
        for wrong in ["", "own", "own.", "other.trust", "own.A", "effect./../x", "own.a b"] {
            assert_eq!(Item::of_key(wrong), None, "{wrong}");
        }
        for item in ["effect.trust", "own.1"].map(|key| Item::of_key(key).unwrap()) {
            assert!(Resolution::of_item(&item).into_iter().all(|it| Resolution::of_code(it.code()) == Some(it)));
        }
        assert!(Direction::ALL.iter().enumerate().all(|(place, it)| it.place() == place));
    }
}
