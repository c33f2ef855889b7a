//! Which effects and values a rule touches, in vocabularies that stay apart.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The key of an effect or value, with the vocabulary it belongs to: `effect.trust` is a criterion of policy
/// participation (B01), `value.trust` a public value of co-creation (B08), `further.distrust` an effect that is only
/// named in running text (B02), `local.…` a municipality's own. Equal names in two vocabularies are two things.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EffectKey(String);

/// The vocabularies.
pub const VOCABULARIES: [&str; 4] = ["effect", "value", "further", "local"];

/// A text that is no key of an effect, or no sign with such a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» names no effect: write effect.…, value.…, further.… or local.…")]
pub struct EffectError(pub String);

impl EffectKey {
    /// The vocabulary it belongs to.
    #[must_use]
    pub fn vocabulary(&self) -> &str {
        self.0.split_once('.').map_or("", |(vocabulary, _)| vocabulary)
    }
    /// Its name within the vocabulary.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_once('.').map_or("", |(_, name)| name)
    }
    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether `text` may be a key: small letters, digits and hyphens, beginning with a letter; at most 60 signs.
pub(crate) fn is_key(text: &str) -> bool {
    text.len() <= 60
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl TryFrom<String> for EffectKey {
    type Error = EffectError;
    fn try_from(text: String) -> Result<Self, EffectError> {
        match text.split_once('.') {
            Some((vocabulary, name)) if VOCABULARIES.contains(&vocabulary) && is_key(name) => Ok(Self(text)),
            _ => Err(EffectError(text.chars().take(60).collect())),
        }
    }
}

impl From<EffectKey> for String {
    fn from(key: EffectKey) -> Self {
        key.0
    }
}

impl fmt::Display for EffectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which way an effect can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Can contribute to it.
    Promotes,
    /// Can harm it.
    Harms,
    /// Can do either.
    Mixed,
    /// The source leaves it open.
    Open,
}

impl Sign {
    /// As it is written in the data files.
    #[must_use]
    pub const fn mark(self) -> char {
        match self {
            Self::Promotes => '+',
            Self::Harms => '-',
            Self::Mixed => '~',
            Self::Open => '?',
        }
    }
    /// As it is written in an export.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Promotes => "can contribute to",
            Self::Harms => "can harm",
            Self::Mixed => "can go either way for",
            Self::Open => "is open for",
        }
    }
}

/// An effect that a rule touches, with its sign; written `+effect.trust`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Touch {
    /// Which way.
    pub sign: Sign,
    /// Which effect.
    pub effect: EffectKey,
}

impl TryFrom<String> for Touch {
    type Error = EffectError;
    fn try_from(text: String) -> Result<Self, EffectError> {
        let mut letters = text.chars();
        let sign =
            [Sign::Promotes, Sign::Harms, Sign::Mixed, Sign::Open].into_iter().find(|sign| letters.clone().next() == Some(sign.mark()));
        letters.next();
        let Some(sign) = sign else { return Err(EffectError(text.chars().take(60).collect())) };
        Ok(Self { sign, effect: EffectKey::try_from(letters.as_str().to_owned())? })
    }
}

impl From<Touch> for String {
    fn from(touch: Touch) -> Self {
        format!("{}{}", touch.sign.mark(), touch.effect)
    }
}
