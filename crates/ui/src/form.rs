//! What a person typed, and what is wrong with it.

use crate::Arg;

/// One possible answer of a choice: what is sent and what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
}

impl Choice {
    /// A possible answer.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What is wrong with one field: the key of the message and what fills it.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The name of the field.
    pub name: String,
    /// The Fluent key of the message: what is wrong and what to do now.
    pub key: String,
    /// What fills the message.
    pub args: Vec<(String, Arg)>,
}

/// What a person typed, kept word for word so that a form comes back with nothing lost, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    pairs: Vec<(String, String)>,
    errors: Vec<Wrong>,
}

impl Typed {
    /// Nothing typed yet.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }
    /// The fields of a form as they were sent, in their order.
    #[must_use]
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, errors: Vec::new() }
    }
    /// The fields, in their order.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }
    /// What was typed in `name`; empty when the field was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
    /// Everything that was sent under `name`, in order.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }
    /// Whether `value` was sent under `name`.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.pairs.iter().any(|(key, held)| key == name && held == value)
    }
    /// Puts `value` in place of whatever stood in `name`.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let name = name.into();
        self.pairs.retain(|(key, _)| *key != name);
        self.pairs.push((name, value.into()));
    }
    /// Adds `value` beside whatever stands in `name`: for choices of several.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }
    /// As [`Typed::set`], for building a filled form in one expression.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }
    /// Says what is wrong with `name`: the key of a message.
    pub fn wrong(&mut self, name: impl Into<String>, key: impl Into<String>) {
        self.errors.push(Wrong { name: name.into(), key: key.into(), args: Vec::new() });
    }
    /// Says what is wrong with `name`, with what fills the message.
    pub fn wrong_with(&mut self, name: impl Into<String>, key: impl Into<String>, args: &[(&str, Arg)]) {
        let args = args.iter().map(|(name, arg)| ((*name).to_owned(), arg.clone())).collect();
        self.errors.push(Wrong { name: name.into(), key: key.into(), args });
    }
    /// All that is wrong, in the order it was found.
    #[must_use]
    pub fn errors(&self) -> &[Wrong] {
        &self.errors
    }
    /// Whether anything is wrong.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }
    /// The first thing that is wrong with `name`.
    #[must_use]
    pub fn error_of(&self, name: &str) -> Option<&Wrong> {
        self.errors.iter().find(|wrong| wrong.name == name)
    }
    /// The value of `aria-describedby`: the hint and the error of a field, as far as they are there.
    #[must_use]
    pub fn described_by(&self, name: &str, hint: &str) -> String {
        let mut ids = Vec::new();
        if !hint.is_empty() {
            ids.push(format!("{name}-hint"));
        }
        if self.error_of(name).is_some() {
            ids.push(format!("{name}-error"));
        }
        ids.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept_word_for_word() {
        let typed =
            Typed::from_pairs(vec![("title".into(), "  Een <bank> ".into()), ("who".into(), "a".into()), ("who".into(), "b".into())]);
        assert_eq!(typed.get("title"), "  Een <bank> ");
        assert_eq!(typed.all("who"), ["a", "b"]);
        assert!(typed.has("who", "b") && !typed.has("who", "c"));
        assert_eq!(typed.get("absent"), "");
    }

    #[test]
    fn errors_keep_their_order_and_their_field() {
        let mut typed = Typed::empty().with("title", "x");
        assert!(!typed.is_wrong());
        typed.wrong_with("title", "ui-too-long", &[("most", 3.into())]);
        typed.wrong("place", "ui-missing");
        assert_eq!(typed.errors().iter().map(|wrong| wrong.name.as_str()).collect::<Vec<_>>(), ["title", "place"]);
        assert_eq!(typed.error_of("place").map(|wrong| wrong.key.as_str()), Some("ui-missing"));
        assert_eq!(typed.described_by("title", "t-hint"), "title-hint title-error");
        assert_eq!(typed.described_by("other", ""), "");
    }
}
