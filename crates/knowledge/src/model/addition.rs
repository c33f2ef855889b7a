//! What a municipality adds to what is known, and in plain words why an addition cannot be kept.

use evidence::{EvidenceError, Local};
use kernel::{AccountId, Instant};

/// What a municipality adds, as it holds now or held once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// 1 for the first, then one more each time.
    pub version: i64,
    /// When it was saved.
    pub saved: Instant,
    /// By whom; nothing when the program itself wrote it.
    pub by: Option<AccountId>,
    /// What was done: a code, for instance `rule L1`.
    pub change: String,
    /// The whole of it, as it was written.
    pub toml: String,
}

/// The kinds of things that can be added by a form, and taken away again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddedKind {
    /// A source.
    Source,
    /// An effect.
    Effect,
    /// An item of a list.
    Item,
    /// A rule.
    Rule,
    /// A ladder.
    Ladder,
    /// How a rung of another ladder is read.
    Mapping,
    /// A toets.
    Toets,
    /// What fills something that is lost.
    Fill,
}

impl AddedKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [Self::Source, Self::Effect, Self::Rule, Self::Toets, Self::Fill, Self::Item, Self::Ladder, Self::Mapping];

    /// The code of the kind.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Effect => "effect",
            Self::Item => "item",
            Self::Rule => "rule",
            Self::Ladder => "ladder",
            Self::Mapping => "mapping",
            Self::Toets => "toets",
            Self::Fill => "fill",
        }
    }
    /// The kind of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The things of this kind in an addition: the key that tells each apart, and its Dutch name.
    #[must_use]
    pub fn of(self, local: &Local) -> Vec<(String, evidence::Words)> {
        match self {
            Self::Source => local.sources.iter().map(|it| (it.key.clone(), it.title.clone())).collect(),
            Self::Effect => local.effects.iter().map(|it| (it.key.clone(), it.name.clone())).collect(),
            Self::Item => local.items.iter().map(|it| (format!("{}.{}", it.list, it.key), it.name.clone())).collect(),
            Self::Rule => local.rules.iter().map(|it| (it.id.clone(), it.when.clone())).collect(),
            Self::Ladder => local.ladders.iter().map(|it| (it.key.clone(), it.name.clone())).collect(),
            Self::Mapping => local
                .mappings
                .iter()
                .map(|it| {
                    let reads = format!("{} → {}", it.rung, it.stands_for.as_deref().unwrap_or("–"));
                    (format!("{}.{}", it.ladder, it.rung), evidence::Words { nl: reads.clone(), en: reads, en_reviewed: false })
                })
                .collect(),
            Self::Toets => local.toetsen.iter().map(|it| (it.key.clone(), it.name.clone())).collect(),
            Self::Fill => local.fills.iter().map(|it| (it.placeholder.clone(), it.says.clone())).collect(),
        }
    }

    /// The addition without the thing of this kind with this key.
    #[must_use]
    pub fn without(self, mut local: Local, key: &str) -> Local {
        match self {
            Self::Source => local.sources.retain(|it| it.key != key),
            Self::Effect => local.effects.retain(|it| it.key != key),
            Self::Item => local.items.retain(|it| format!("{}.{}", it.list, it.key) != key),
            Self::Rule => local.rules.retain(|it| it.id != key),
            Self::Ladder => local.ladders.retain(|it| it.key != key),
            Self::Mapping => local.mappings.retain(|it| format!("{}.{}", it.ladder, it.rung) != key),
            Self::Toets => local.toetsen.retain(|it| it.key != key),
            Self::Fill => local.fills.retain(|it| it.placeholder != key),
        }
        local
    }
}

/// Why an addition cannot be kept: the key of a sentence, what fills it, and the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// Key of the sentence.
    pub key: &'static str,
    /// What fills it.
    pub args: Vec<(&'static str, String)>,
    /// The line of the text, counted from 1, where it is known.
    pub line: Option<usize>,
}

/// The line on which a word stands first, between quotes or not.
fn line_of(text: &str, word: &str) -> Option<usize> {
    let has = |mark: &str| text.lines().position(|line| line.contains(mark));
    has(&format!("\"{word}\"")).or_else(|| has(&format!("'{word}'"))).or_else(|| has(word)).map(|at| at + 1)
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let rest = text.split_once(before)?.1;
    rest.split_once(after).map(|(inner, _)| inner)
}

/// What the reader of TOML says, as a sentence with its line.
fn unreadable(reason: &str) -> WhyNot {
    let line = between(reason, "line ", ",").and_then(|number| number.parse().ok());
    let said = reason.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned();
    let of = |key, args| WhyNot { key, args, line };
    if let Some(name) = between(&said, "unknown field `", "`") {
        let expected = said.split_once("expected ").map(|(_, names)| names.replace(['`'], "").replace("one of ", "")).unwrap_or_default();
        return of("knowledge-why-unknown-field", vec![("name", name.to_owned()), ("expected", expected)]);
    }
    if let Some(name) = between(&said, "missing field `", "`") {
        return of("knowledge-why-missing-field", vec![("name", name.to_owned())]);
    }
    if let Some(name) = between(&said, "unknown variant `", "`") {
        let expected = said.split_once("expected ").map(|(_, names)| names.replace(['`'], "").replace("one of ", "")).unwrap_or_default();
        return of("knowledge-why-unknown-word", vec![("name", name.to_owned()), ("expected", expected)]);
    }
    if let Some(name) = between(&said, "duplicate key `", "`") {
        return of("knowledge-why-twice", vec![("name", name.to_owned())]);
    }
    of("knowledge-why-unreadable", vec![("said", said)])
}

/// Why `text` cannot be kept, in words for the page.
#[must_use]
pub fn why_not(error: &EvidenceError, text: &str) -> WhyNot {
    let named = |key, name: &str| {
        // «effect plezier» stands in the text as «plezier».
        let word = name.rsplit(' ').next().unwrap_or(name);
        WhyNot { key, args: vec![("name", name.to_owned())], line: line_of(text, word) }
    };
    match error {
        EvidenceError::Unreadable { reason, .. } => unreadable(reason),
        EvidenceError::TooLong(most) => WhyNot { key: "knowledge-why-too-long", args: vec![("most", most.to_string())], line: None },
        EvidenceError::Twice(name) => named("knowledge-why-twice", name),
        EvidenceError::Missing { by, missing } => WhyNot {
            key: "knowledge-why-missing",
            args: vec![("by", by.clone()), ("missing", missing.clone())],
            line: line_of(text, missing).or_else(|| line_of(text, by)),
        },
        EvidenceError::Empty(name) => named("knowledge-why-empty", name),
        EvidenceError::Key(name) => named("knowledge-why-key", name),
        EvidenceError::LocalId(name) => named("knowledge-why-local-id", name),
        EvidenceError::NotItsOwn(name) => named("knowledge-why-not-its-own", name),
        EvidenceError::Claim(name) => named("knowledge-why-claim", name),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use evidence::Knowledge;
    use proptest::prelude::*;

    fn why(text: &str) -> WhyNot {
        let error = Local::read(text).and_then(|local| Knowledge::shipped().unwrap().with(&local)).unwrap_err();
        why_not(&error, text)
    }

    #[test]
    fn each_mistake_is_told_with_its_line() {
        let broken = why("[[source]]\nkey = \"a\"\nkind = \"local\n");
        assert_eq!((broken.key, broken.line), ("knowledge-why-unreadable", Some(3)), "{broken:?}");
        let unknown = why("[[source]]\nsleutel = \"a\"\n");
        assert_eq!((unknown.key, unknown.line), ("knowledge-why-unknown-field", Some(2)), "{unknown:?}");
        assert!(unknown.args.iter().any(|(_, text)| text == "sleutel"));
        let missing = why("[[source]]\nkey = \"a\"\n");
        assert_eq!(missing.key, "knowledge-why-missing-field", "{missing:?}");
        let list = why("[[item]]\nlist = \"B99\"\nkey = \"x\"\nname = { nl = \"x\", en = \"x\" }\ncite = \"000 §1\"\n");
        assert_eq!((list.key, list.line), ("knowledge-why-missing", Some(2)), "{list:?}");
        assert_eq!(why(&" ".repeat(Local::LONGEST + 1)).key, "knowledge-why-too-long");
    }

    #[test]
    fn every_kind_finds_and_loses_its_own() {
        let text = "[[mapping]]\nladder = \"arnstein\"\nrung = \"partnership\"\nstands_for = \"co-produce\"\n";
        let local = Local::read(text).unwrap();
        let kept = AddedKind::Mapping.of(&local);
        assert_eq!(kept[0].0, "arnstein.partnership");
        assert!(AddedKind::ALL.iter().filter(|kind| **kind != AddedKind::Mapping).all(|kind| kind.of(&local).is_empty()));
        assert_eq!(AddedKind::Mapping.without(local, "arnstein.partnership"), Local::default());
        for kind in AddedKind::ALL {
            assert_eq!(AddedKind::of_code(kind.code()), Some(kind));
        }
    }

    proptest! {
        /// Whatever is pasted, it is read or refused in words.
        #[test]
        fn no_text_is_too_strange(text in "[\\[\\]a-z\"'=\\n {}.,0-9é]{0,80}") {
            if let Err(error) = Local::read(&text) {
                prop_assert!(why_not(&error, &text).key.starts_with("knowledge-why-"));
            }
        }
    }
}
