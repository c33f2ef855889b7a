use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_key_is_there_in_every_language() {
    let public: Vec<_> = voice::TEXTS
        .iter()
        .filter(|(_, file)| !file.contains("medewerkers en tussenpersonen") && !file.contains("staff and intermediaries"))
        .copied()
        .collect();
    assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
    assert_eq!(ui::testing::differences(voice::TEXTS, &["en"]), Vec::<String>::new());
}

#[test]
fn every_key_that_is_used_exists_and_every_key_that_exists_is_used() {
    let mut used = BTreeSet::new();
    let mut sources = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
                sources.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    for part in sources.split('"').filter(|part| {
        part.starts_with("voice-") && part.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-' || sign.is_ascii_digit())
    }) {
        used.insert(part.to_owned());
    }
    let dutch: String = voice::TEXTS.iter().filter(|(language, _)| *language == "nl").map(|(_, file)| *file).collect();
    let there: BTreeSet<String> = dutch
        .lines()
        .filter_map(|line| line.split_once(" = ").or_else(|| line.split_once(" =")).map(|(key, _)| key))
        .filter(|key| key.starts_with("voice-"))
        .map(str::to_owned)
        .collect();
    // Classes, ids and names of this room that are no keys.
    let other = [
        "voice-way",
        "voice-about",
        "voice-photo",
        "voice-line",
        "voice-blank",
        "voice-box",
        "voice-boxes",
        "voice-paper",
        "voice-receipt",
        "voice-qr",
        "voice-contributions",
        "voice-staff-box",
        "voice-map-hint",
    ];
    let missing: Vec<_> = used.iter().filter(|key| !there.contains(*key) && !other.contains(&key.as_str())).collect();
    assert!(missing.is_empty(), "used but not there: {missing:?}");
    let stems = [
        "voice-answer-",
        "voice-reach-",
        "voice-receipt-answer-",
        "voice-erasure-",
        "voice-before-",
        "voice-state-",
        "voice-comment-",
        "voice-mail-",
        "voice-proof-",
    ];
    let idle: Vec<_> = there.iter().filter(|key| !used.contains(*key) && !stems.iter().any(|stem| key.starts_with(stem))).collect();
    assert!(idle.is_empty(), "there but not used: {idle:?}");
}
