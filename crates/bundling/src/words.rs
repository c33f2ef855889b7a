//! The word lists of a language: which words mean the same thing, which ask for it and which turn a sentence around.
//!
//! The lists are ours and lie in `words/`. A list is read once per run; the form is told in the README.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use kernel::Language;

/// Longest word kept, in letters.
const LONGEST: usize = 40;

/// What kind of thing a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// A thing that is asked for or spoken of.
    Object,
    /// A kind of place where something is, such as a station.
    Setting,
    /// A thing that nobody wants, such as litter.
    Problem,
    /// How something is: safe, dear, dark.
    Quality,
    /// What is to be done to a thing that is there: repair, clean, prune.
    Action,
    /// Whether a thing is to be there at all: place, keep, allow, or remove, ban.
    Direction,
    /// A day, a part of the day.
    Time,
    /// A word that nearly every text holds.
    General,
    /// A street, a neighbourhood, a line: what has a name or number of its own.
    Name,
    /// A number that counts something.
    Number,
    /// A word that no list holds.
    Word,
}

/// Which way a word points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Towards: more, place, allow, safe.
    For,
    /// Away: less, remove, ban, dangerous.
    Against,
    /// A state that asks for the thing: broken asks for repair.
    Lacking,
}

/// What a list says of a word or a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// It stands for a concept.
    Concept { role: Role, concept: String, way: Way },
    /// It turns its clause around.
    Negator,
    /// It turns around only what comes next: without.
    Without,
    /// It says that something is not there.
    Lack,
    /// It takes a stand: in favour or against.
    Stance(Way),
    /// It asks rather than states.
    Modal,
    /// It states how something is.
    Copula,
    /// It begins another clause.
    Clause,
    /// It begins a reason.
    Reason,
    /// It says little.
    Weak,
}

/// A phrase of two or more words; with a gap, other words may stand between the two.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// The words after the first, as stems.
    pub(crate) rest: Vec<String>,
    pub(crate) gap: bool,
    /// Whether one of its words would turn a clause around by itself.
    pub(crate) holds_negator: bool,
    pub(crate) meaning: Meaning,
}

/// The list of one language.
pub(crate) struct Words {
    algorithm: Algorithm,
    /// Whether the language writes compounds as one word.
    compounds: bool,
    exact: HashMap<String, Vec<Meaning>>,
    stems: HashMap<String, Vec<Meaning>>,
    phrases: HashMap<String, Vec<Phrase>>,
    /// Every word of a phrase.
    phrased: HashSet<String>,
    /// Where a slip of the pen is looked up; made when first needed.
    pub(crate) shortened: OnceLock<HashMap<String, Vec<String>>>,
}

impl Words {
    /// The list of a language, if there is one.
    pub(crate) fn of(language: Language) -> Option<&'static Self> {
        static DUTCH: OnceLock<Words> = OnceLock::new();
        static FRENCH: OnceLock<Words> = OnceLock::new();
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        match language.tag() {
            "nl" => Some(DUTCH.get_or_init(|| Self::read(include_str!("../words/nl.txt"), Algorithm::Dutch, true))),
            "fr" => Some(FRENCH.get_or_init(|| Self::read(include_str!("../words/fr.txt"), Algorithm::French, false))),
            "en" => Some(ENGLISH.get_or_init(|| Self::read(include_str!("../words/en.txt"), Algorithm::English, false))),
            _ => None,
        }
    }

    fn read(list: &str, algorithm: Algorithm, compounds: bool) -> Self {
        let mut words = Self {
            algorithm,
            compounds,
            exact: HashMap::new(),
            stems: HashMap::new(),
            phrases: HashMap::new(),
            phrased: HashSet::new(),
            shortened: OnceLock::new(),
        };
        let stemmer = words.stemmer();
        let mut negators: Vec<String> = Vec::new();
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, forms)) = line.split_once(" =") else { continue };
            let Some(meaning) = meaning(head) else { continue };
            if meaning == Meaning::Negator {
                negators.extend(forms.split_whitespace().map(folded));
            }
            for form in forms.split_whitespace() {
                words.learn(form, &meaning, &negators, &stemmer);
            }
        }
        for phrases in words.phrases.values_mut() {
            // The longest phrase is tried first.
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        words
    }

    fn learn(&mut self, form: &str, meaning: &Meaning, negators: &[String], stemmer: &Stems) {
        let gap = form.contains("..");
        let parts: Vec<String> = form.split(|c: char| !c.is_alphanumeric()).map(folded).filter(|part| !part.is_empty()).collect();
        let Some((first, rest)) = parts.split_first() else { return };
        if rest.is_empty() {
            let known = self.exact.entry(first.clone()).or_default();
            if !known.contains(meaning) {
                known.push(meaning.clone());
            }
            if matches!(meaning, Meaning::Concept { .. }) {
                let known = self.stems.entry(stemmer.stem(first)).or_default();
                if known.is_empty() {
                    known.push(meaning.clone());
                }
            }
        } else {
            self.phrased.extend(parts.iter().cloned());
            let phrase = Phrase {
                rest: rest.iter().map(|part| stemmer.stem(part)).collect(),
                gap,
                holds_negator: parts.iter().any(|part| negators.contains(part)),
                meaning: meaning.clone(),
            };
            self.phrases.entry(stemmer.stem(first)).or_default().push(phrase);
        }
    }

    /// A stemmer of this language.
    pub(crate) fn stemmer(&self) -> Stems {
        Stems(Stemmer::create(match self.algorithm {
            Algorithm::Dutch => Algorithm::Dutch,
            Algorithm::French => Algorithm::French,
            _ => Algorithm::English,
        }))
    }

    /// What the list says of one word; its stem is asked when the word itself is not there.
    pub(crate) fn meanings(&self, folded: &str, stem: &str) -> &[Meaning] {
        self.exact.get(folded).or_else(|| self.stems.get(stem)).map_or(&[], Vec::as_slice)
    }

    /// Whether the list holds a word, by itself or in a phrase.
    pub(crate) fn hold(&self, folded: &str, stem: &str) -> bool {
        !self.meanings(folded, stem).is_empty() || self.phrased.contains(folded)
    }

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn phrases(&self, stem: &str) -> &[Phrase] {
        self.phrases.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The concepts of the two parts of a compound, where the language makes them and both parts are known.
    pub(crate) fn parts(&self, word: &str, stemmer: &Stems) -> Option<[&Meaning; 2]> {
        const SHORTEST: usize = 4;
        if !self.compounds || word.len() < 2 * SHORTEST {
            return None;
        }
        for (at, _) in word.char_indices().rev() {
            let (left, right) = word.split_at(at);
            if right.len() < SHORTEST || left.len() < SHORTEST - 1 {
                continue;
            }
            let Some(head) = self.part(right, stemmer) else { continue };
            for link in ["", "s", "en", "er", "e", "n"] {
                if let Some(first) = left.strip_suffix(link).filter(|first| first.len() >= SHORTEST - 1)
                    && let Some(first) = self.part(first, stemmer)
                {
                    return Some([first, head]);
                }
            }
        }
        None
    }

    fn part(&self, word: &str, stemmer: &Stems) -> Option<&Meaning> {
        self.meanings(word, &stemmer.stem(word)).iter().find(|meaning| {
            matches!(meaning, Meaning::Concept { role: Role::Object | Role::Setting | Role::Problem | Role::Action | Role::Direction, .. })
        })
    }

    /// The words that a slip of the pen may be corrected to: things and places, never a word that turns a sentence around.
    pub(crate) fn correctable(&self) -> impl Iterator<Item = &String> {
        self.exact
            .iter()
            .filter(|(_, meanings)| meanings.iter().all(|m| matches!(m, Meaning::Concept { role: Role::Object | Role::Setting, .. })))
            .map(|(word, _)| word)
    }
}

/// Takes endings off words.
pub(crate) struct Stems(Stemmer);

impl Stems {
    /// Stemmed until it changes no more: the Dutch stemmer takes one ending at a time.
    pub(crate) fn stem(&self, word: &str) -> String {
        let mut stem = word.to_owned();
        for _ in 0..4 {
            let shorter = self.0.stem(&stem).into_owned();
            if shorter == stem || shorter.is_empty() {
                break;
            }
            stem = shorter;
        }
        folded(&stem)
    }
}

/// A word in small letters without accents and without signs.
pub(crate) fn folded(word: &str) -> String {
    word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).take(LONGEST).collect()
}

/// A word in small letters with its accents and signs, for telling whether texts are the same.
pub(crate) fn spelled(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() || is_combining_mark(*c)).collect()
}

fn meaning(head: &str) -> Option<Meaning> {
    let mut parts = head.split_whitespace();
    let kind = parts.next()?;
    let way = |sign: Option<&str>| match sign {
        Some("-") => Way::Against,
        Some("~") => Way::Lacking,
        _ => Way::For,
    };
    let role = match kind {
        "n" => return Some(Meaning::Negator),
        "h" => return Some(Meaning::Without),
        "l" => return Some(Meaning::Lack),
        "v" => return Some(Meaning::Stance(way(parts.next()))),
        "m" => return Some(Meaning::Modal),
        "c" => return Some(Meaning::Copula),
        "x" => return Some(Meaning::Clause),
        "r" => return Some(Meaning::Reason),
        "w" => return Some(Meaning::Weak),
        "o" => Role::Object,
        "s" => Role::Setting,
        "p" => Role::Problem,
        "e" => Role::Quality,
        "a" => Role::Action,
        "t" => Role::Time,
        "g" => Role::General,
        _ => return None,
    };
    let concept = parts.next()?.to_owned();
    let directs = matches!(concept.as_str(), "amount" | "keep" | "permit" | "open" | "level");
    let role = if role == Role::Action && directs { Role::Direction } else { role };
    Some(Meaning::Concept { role, concept, way: way(parts.next()) })
}
