//! What can be put to a passage: the effects and values, factors, levels, kinds of actors and frames of the knowledge, and the
//! codes that a process made of its own while reading (D016, D017, D027).

use super::coding::Item;
use evidence::{EffectKey, Knowledge, Words};
use kernel::Instant;

/// The frame of organisational conditions: structures, cultures, means and strategies (B32).
const CONDITIONS: &str = "B32";
/// The themes of the interviews of the thesis (B50).
const THEMES: &str = "B50";

/// A code of a process, made while reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCode {
    /// Its number in the process.
    pub number: i64,
    /// What it is called.
    pub name: String,
    /// What it means: when it is used and when not.
    pub means: String,
    /// When it was made.
    pub added: Instant,
    /// The number of the code that it turned out to be the same as; what was coded with it counts there (D017).
    pub same_as: Option<i64>,
    /// When it was put together with that one, and why.
    pub merged: Option<(Instant, String)>,
}

impl OwnCode {
    /// Its item.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        Item::of_key(&format!("own.{}", self.number))
    }
}

/// Everything that can be put to a passage of a process.
#[derive(Debug, Clone)]
pub struct Frame<'k> {
    /// What is known in this municipality.
    pub knowledge: &'k Knowledge,
    /// The codes of this process.
    pub own: Vec<OwnCode>,
}

impl<'k> Frame<'k> {
    /// Effects and values, vocabulary by vocabulary.
    pub fn effects(&self) -> impl Iterator<Item = (EffectKey, &'k Words)> {
        self.knowledge.effects().map(|(key, item)| (key, &item.name))
    }
    /// Levels (B04).
    pub fn levels(&self) -> impl Iterator<Item = (&'k str, &'k Words)> {
        self.list("B04")
    }
    /// Kinds of actors (B35).
    pub fn actors(&self) -> impl Iterator<Item = (&'k str, &'k Words)> {
        self.list("B35")
    }
    /// Factors of both reviews (B11, B19), by the key of their list and their own.
    pub fn factors(&self) -> impl Iterator<Item = (String, &'k Words)> {
        ["B11", "B19"]
            .into_iter()
            .filter_map(|id| self.knowledge.list(id))
            .flat_map(|list| list.items.iter().map(move |item| (format!("{}.{}", list.key, item.key), &item.name)))
    }
    /// The frames that are shipped: conditions in the organisation and the themes of interviews.
    pub fn frames(&self) -> impl Iterator<Item = (Item, &'k Words)> {
        let conditions = self.knowledge.list(CONDITIONS).into_iter().flat_map(|list| &list.categories).map(|it| ("frame", it));
        let themes = self.knowledge.list(THEMES).into_iter().flat_map(|list| &list.items).map(|it| ("theme", it));
        conditions.chain(themes).filter_map(|(family, it)| Some((Item::of_key(&format!("{family}.{}", it.key))?, &it.name)))
    }
    /// The own codes that count: those that were not put together with another.
    pub fn own_in_use(&self) -> impl Iterator<Item = &OwnCode> {
        self.own.iter().filter(|code| code.same_as.is_none())
    }

    fn list(&self, id: &str) -> impl Iterator<Item = (&'k str, &'k Words)> + use<'k> {
        self.knowledge.list(id).into_iter().flat_map(|list| &list.items).map(|item| (item.key.as_str(), &item.name))
    }

    /// Whether this may be put to a passage now.
    #[must_use]
    pub fn offers(&self, item: &Item) -> bool {
        match item.effect() {
            Some(effect) => self.knowledge.effect(&effect).is_some(),
            None => self.frames().any(|(known, _)| known == *item) || self.own_in_use().any(|code| code.item().as_ref() == Some(item)),
        }
    }

    /// The item that counts for one: itself, or the code that it was put together with.
    #[must_use]
    pub fn counting(&self, item: &Item) -> Item {
        let number = |item: &Item| item.key().strip_prefix("own.").and_then(|it| it.parse::<i64>().ok());
        let Some(mut at) = number(item) else { return item.clone() };
        // A way longer than the book goes round; it cannot, since a code that counts is never put together with one that does not.
        for _ in 0..=self.own.len() {
            match self.own.iter().find(|code| code.number == at).and_then(|code| code.same_as) {
                Some(other) => at = other,
                None => break,
            }
        }
        Item::of_key(&format!("own.{at}")).unwrap_or_else(|| item.clone())
    }

    /// The words of an item or a factor, for a reader in this language; its key when nobody knows it any more.
    #[must_use]
    pub fn name(&self, key: &str, english: bool) -> String {
        let said = |words: &Words| if english { words.en.clone() } else { words.nl.clone() };
        if let Some(number) = key.strip_prefix("own.").and_then(|it| it.parse::<i64>().ok()) {
            return self.own.iter().find(|code| code.number == number).map_or_else(|| key.to_owned(), |code| code.name.clone());
        }
        if let Ok(effect) = EffectKey::try_from(key.to_owned()) {
            return self.knowledge.effect(&effect).map_or_else(|| key.to_owned(), |item| said(&item.name));
        }
        let in_frames = || self.frames().find(|(item, _)| item.key() == key).map(|(_, words)| said(words));
        let in_factors = || self.factors().find(|(factor, _)| factor == key).map(|(_, words)| said(words));
        in_frames().or_else(in_factors).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn own(number: i64, same_as: Option<i64>) -> OwnCode {
        OwnCode { number, name: format!("code {number}"), means: String::new(), added: Instant::from_micros(0), same_as, merged: None }
    }

    #[test]
    fn the_frames_of_the_thesis_are_there() {
        let frame = Frame { knowledge: Knowledge::shipped().unwrap(), own: Vec::new() };
        let keys: Vec<String> = frame.frames().map(|(item, _)| item.key().to_owned()).collect();
        for key in ["frame.structures", "frame.cultures", "frame.means"] {
            assert!(keys.iter().any(|it| it == key), "{key} in {keys:?}");
        }
        assert!(frame.effects().count() >= 40 && frame.levels().count() >= 4 && frame.factors().count() >= 7);
        assert!(keys.iter().any(|it| it.starts_with("theme.")), "{keys:?}");
    }

    #[test]
    fn a_code_that_is_the_same_as_another_counts_there_and_is_offered_no_more() {
        let frame = Frame { knowledge: Knowledge::shipped().unwrap(), own: vec![own(1, Some(2)), own(2, Some(3)), own(3, None)] };
        let item = |key: &str| Item::of_key(key).unwrap();
        assert_eq!(frame.counting(&item("own.1")), item("own.3"));
        assert!(!frame.offers(&item("own.1")) && frame.offers(&item("own.3")) && !frame.offers(&item("own.9")));
        assert_eq!(frame.counting(&item("effect.trust")), item("effect.trust"));
        assert_eq!(frame.name("own.1", true), "code 1");
        assert_eq!(frame.name("factor.authority", false), "Beslissingsbevoegdheid");
    }
}
