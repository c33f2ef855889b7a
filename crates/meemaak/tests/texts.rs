//! The words of all rooms: every language says what Dutch says, and no page asks for a word that is not there.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How Rust and templates ask for a word by its key.
const CALLS: &[&str] = &[".t(\"", ".t1(\"", ".t2(\"", ".ta(\"", ".page(\"", "submit(page, \""];

type Keys = BTreeMap<String, BTreeSet<String>>;

fn variables_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => variable_of(inline, found),
                Expression::Select { selector, variants } => {
                    variable_of(selector, found);
                    variants.iter().for_each(|variant| variables_of(&variant.value, found));
                }
            }
        }
    }
}

fn variable_of(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|inner| variable_of(inner, found)),
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = &**expression {
                variable_of(inner, found);
            }
        }
        _ => {}
    }
}

fn keys(ftl: &str) -> Keys {
    let resource = fluent_syntax::parser::parse(ftl).expect("Fluent");
    let messages = resource.body.iter().filter_map(|entry| if let Entry::Message(message) = entry { Some(message) } else { None });
    messages
        .map(|message| {
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                variables_of(pattern, &mut variables);
            }
            (message.id.name.to_owned(), variables)
        })
        .collect()
}

fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for room in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap().flatten() {
        for language in std::fs::read_dir(room.path().join("locales")).into_iter().flatten().flatten() {
            found.extend(std::fs::read_dir(language.path()).unwrap().flatten().map(|file| file.path()));
        }
    }
    found.sort();
    found
}

fn in_language(file: &Path, language: &str) -> PathBuf {
    file.parent().unwrap().parent().unwrap().join(language).join(file.file_name().unwrap())
}

#[test]
fn every_language_says_what_dutch_says_with_the_same_variables() {
    let dutch: Vec<PathBuf> = files().into_iter().filter(|file| file.parent().unwrap().ends_with("nl")).collect();
    assert!(dutch.len() >= 10, "the files are found");
    for file in dutch {
        let original = keys(&std::fs::read_to_string(&file).unwrap());
        let staff = file.file_stem().unwrap().to_str().unwrap().ends_with("-staff");
        for language in if staff { vec!["en"] } else { vec!["en", "ar"] } {
            let other = in_language(&file, language);
            let translated = keys(&std::fs::read_to_string(&other).unwrap_or_else(|_| panic!("{} is missing", other.display())));
            for (key, variables) in &original {
                let same = translated.get(key).unwrap_or_else(|| panic!("{language} misses {key}"));
                // A language may leave out a number that its grammar says («één bijdrage»), never ask for one that is not given.
                assert!(same.is_subset(variables), "{language} {key} asks for {same:?}, and gets {variables:?}");
            }
            let extra: Vec<&String> = translated.keys().filter(|key| !original.contains_key(*key)).collect();
            assert!(extra.is_empty(), "{language} has words that Dutch has not: {extra:?}");
        }
    }
}

#[test]
fn every_word_that_a_page_names_is_there() {
    let known: BTreeSet<String> = files().iter().flat_map(|file| keys(&std::fs::read_to_string(file).unwrap()).into_keys()).collect();
    let rooms = [
        "ui",
        "people",
        "knowledge",
        "memory",
        "design",
        "voice",
        "carry",
        "answer",
        "deliver",
        "measure",
        "study",
        "learn",
        "meemaak",
        "journey",
    ];
    let mut seen = 0;
    let mut missing = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                if !path.ends_with("tests") && !path.ends_with("target") && !path.ends_with("assets") {
                    folders.push(path);
                }
                continue;
            }
            let Some(extension) = path.extension().and_then(|it| it.to_str()).filter(|it| ["rs", "html"].contains(it)) else { continue };
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let mut from = 0;
            while let Some(at) = CALLS.iter().filter_map(|call| text[from..].find(call).map(|at| from + at + call.len())).min() {
                from = at;
                let Some(literal) = text[at..].split('"').next() else { break };
                if rooms.contains(&literal.split('-').next().unwrap_or_default()) && !literal.ends_with('-') && !literal.contains('{') {
                    seen += 1;
                    if !known.contains(literal) {
                        missing.insert(format!("{}: {literal}", path.display()));
                    }
                }
            }
            assert!(extension == "rs" || !text.contains(".t(\"\")"), "{}: an empty key", path.display());
        }
    }
    assert!(seen > 300, "the keys are found: {seen}");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_words_of_a_letter_differ_in_every_language() {
    let texts = meemaak::house::texts().expect("words");
    for key in ["answer-letter-greeting", "meemaak-home-title", "voice-next", "journey-state-received"] {
        let said: BTreeSet<String> = [kernel::Language::NL, kernel::Language::EN, kernel::Language::AR]
            .iter()
            .map(|language| texts.get(language, key, &[]))
            .collect();
        assert_eq!(said.len(), 3, "{key}: {said:?}");
    }
}
