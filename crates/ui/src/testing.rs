//! For the tests of every room.

use crate::{Contact, LanguageLink, NavLink, Page, Site, TEXTS, Texts, own_name};
use kernel::{Language, Zone};
use std::sync::Arc;

/// The words of this room alone.
///
/// # Panics
/// When a file of words cannot be read: a test fails on that.
#[must_use]
pub fn texts() -> Texts {
    let mut texts = Texts::new();
    if let Err(wrong) = texts.add_all("ui", TEXTS) {
        std::panic::panic_any(wrong.to_string());
    }
    texts
}

/// A page of Leyhoven in `language` with the words of this room alone.
#[must_use]
pub fn page(language: Language) -> Page {
    page_with(language, Arc::new(texts()))
}

/// A page of Leyhoven in `language` with these words.
#[must_use]
pub fn page_with(language: Language, texts: Arc<Texts>) -> Page {
    let languages = [Language::NL, Language::EN, Language::AR]
        .iter()
        .map(|other| LanguageLink {
            code: other.to_string(),
            name: own_name(other),
            href: format!("?taal={other}"),
            current: *other == language,
        })
        .collect();
    Page {
        title: "Leyhoven".to_owned(),
        language,
        path: "/".to_owned(),
        texts,
        site: Arc::new(Site {
            name: "Leyhoven".to_owned(),
            theme_href: String::new(),
            icon_href: String::new(),
            logo_href: None,
            contact: Contact {
                phone: "09 555 01 20".to_owned(),
                address: "Markt 1, 9999 Leyhoven".to_owned(),
                mail: "inspraak@leyhoven.example".to_owned(),
                hours: "ma–vr 9–12 u".to_owned(),
            },
            version: env!("CARGO_PKG_VERSION"),
            source: "https://example.org/meemaak".to_owned(),
        }),
        languages,
        signed_in: None,
        csrf: "token".to_owned(),
        notice: None,
        staff: false,
        unreviewed: language == Language::AR,
        zone: Zone::named("Europe/Brussels").unwrap_or_else(|_| Zone::utc()),
        nav: vec![NavLink { href: "/".to_owned(), label: "Leyhoven".to_owned(), current: true }],
    }
}

/// Holds the Fluent files of a room against each other: every key of Dutch must exist in each language of `wanted`
/// with the same places to fill, and no language may have a key that Dutch lacks. Says what is missing.
#[must_use]
pub fn differences(files: &[(&str, &str)], wanted: &[&str]) -> Vec<String> {
    let words = |language: &str| -> std::collections::BTreeMap<String, std::collections::BTreeSet<String>> {
        files.iter().filter(|(held, _)| *held == language).flat_map(|(_, ftl)| keys(ftl)).collect()
    };
    let dutch = words("nl");
    let mut found = Vec::new();
    for language in wanted {
        let other = words(language);
        for (key, places) in &dutch {
            match other.get(key) {
                None => found.push(format!("{language} lacks {key}")),
                Some(held) if held != places => found.push(format!("{language} fills {key} with {held:?} instead of {places:?}")),
                Some(_) => {}
            }
        }
        found.extend(other.keys().filter(|key| !dutch.contains_key(*key)).map(|key| format!("nl lacks {key}, which {language} has")));
    }
    found
}

/// Every key of a Fluent file with the places it fills. Reads lines, so that no parser is needed in the other rooms.
fn keys(ftl: &str) -> Vec<(String, std::collections::BTreeSet<String>)> {
    let mut found: Vec<(String, std::collections::BTreeSet<String>)> = Vec::new();
    for line in ftl.lines() {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            found.push((key.trim().to_owned(), std::collections::BTreeSet::new()));
        }
        if let Some((_, places)) = found.last_mut() {
            for piece in line.split('$').skip(1) {
                places.insert(piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect());
            }
        }
    }
    found
}
