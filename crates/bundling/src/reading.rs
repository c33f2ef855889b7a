//! What a text says: its terms, which way each points, where it is about, clause by clause.

use std::collections::{BTreeMap, HashMap};

use kernel::Language;

use crate::words::{Meaning, Role, Stems, Way, Words, folded, spelled};
use unicode_normalization::char::is_combining_mark;

/// Most words of a text that are read; what follows adds little to what a text is about.
const MOST_WORDS: usize = 2_000;

/// The ways in which a text points at a term, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Ways(u8);

impl Ways {
    pub(crate) const NEUTRAL: Self = Self(1);
    pub(crate) const FOR: Self = Self(2);
    pub(crate) const AGAINST: Self = Self(4);
    pub(crate) const LACKING: Self = Self(8);

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    fn turned(self) -> Self {
        match self {
            Self::NEUTRAL | Self::FOR | Self::LACKING => Self::AGAINST,
            Self::AGAINST => Self::FOR,
            other => other,
        }
    }
    /// The set without neutral, where lacking counts as wishing for.
    fn pointed(self) -> u8 {
        let wish = if self.0 & Self::LACKING.0 == 0 { 0 } else { Self::FOR.0 };
        (self.0 & (Self::FOR.0 | Self::AGAINST.0)) | wish
    }
    /// Both point, and not both to the one same side: who points both ways agrees with nobody.
    pub(crate) fn oppose(self, other: Self) -> bool {
        let (a, b) = (self.pointed(), other.pointed());
        a != 0 && b != 0 && (a != b || a == Self::FOR.0 | Self::AGAINST.0)
    }
    /// Each points to one side alone, and not to the same.
    pub(crate) fn contradict(self, other: Self) -> bool {
        self.pointed() & other.pointed() == 0 && self.pointed() != 0 && other.pointed() != 0
    }
    /// Both point, and to the same sides.
    pub(crate) fn agree(self, other: Self) -> bool {
        let (a, b) = (self.pointed(), other.pointed());
        a != 0 && a == b
    }
    /// One points nowhere while the other turns away or misses: perhaps a statement and its negation.
    pub(crate) fn doubtful(self, other: Self) -> bool {
        let turns = |ways: Self| ways.0 & (Self::AGAINST.0 | Self::LACKING.0) != 0;
        (self.pointed() == 0 && turns(other)) || (other.pointed() == 0 && turns(self))
    }
}

/// A term of a text.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// What it is compared by.
    pub(crate) key: String,
    pub(crate) role: Role,
    pub(crate) ways: Ways,
    /// How much it says, before the corpus is counted.
    pub(crate) weight: f64,
    /// The word as it was written.
    pub(crate) written: String,
    /// In which clauses it stands, by place; clauses from the 64th count as the last.
    pub(crate) clauses: u64,
    /// Whether it stands only where a reason is given.
    pub(crate) only_reason: bool,
}

/// What a text says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    /// Its terms, in the order of their keys.
    pub(crate) terms: Vec<Term>,
    /// Which clauses ask for something.
    pub(crate) demands: u64,
    /// All words in order, for finding texts that are the same.
    pub(crate) plain: String,
}

/// One word of a text.
#[derive(Debug, Clone)]
struct Token {
    written: String,
    folded: String,
    stem: String,
    capital: bool,
    first: bool,
}

/// Reads texts of one language.
pub(crate) struct Reader {
    words: &'static Words,
    stems: Stems,
    street: Streets,
    known: HashMap<String, String>,
}

/// How the names of streets are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Streets {
    /// Kerkstraat
    OneWord,
    /// rue des Tilleuls
    Before,
    /// Mill Lane
    After,
}

const DUTCH_STREETS: &[&str] =
    &["straat", "laan", "plein", "steenweg", "dreef", "kaai", "gracht", "singel", "park", "lei", "steeg", "kade", "baan", "pad", "weg"];
const FRENCH_STREETS: &[&str] =
    &["rue", "avenue", "place", "chaussee", "square", "boulevard", "quai", "parc", "allee", "pont", "clos", "impasse", "drève", "venelle"];
const FRENCH_LINKS: &[&str] = &["de", "du", "des", "la", "le", "les", "l", "d"];
const ENGLISH_STREETS: &[&str] = &[
    "street", "lane", "road", "square", "park", "avenue", "gardens", "drive", "hill", "close", "way", "court", "crescent", "terrace",
    "green", "row", "walk",
];

/// A clause while it is read.
#[derive(Default)]
struct Clause {
    concepts: Vec<(Role, String, Way, String, f64)>,
    negators: usize,
    lack: bool,
    lack_by_negator: bool,
    /// How many concepts stood before what was said to be missing.
    lack_at: usize,
    /// How many concepts stood before what is too few or too many.
    amount_at: usize,
    stance: Option<bool>,
    /// The next thing is turned around by itself.
    without: bool,
    modal: bool,
    copula: bool,
    reason: bool,
}

impl Reader {
    /// A reader of the language, if its words are known.
    pub(crate) fn of(language: Language) -> Option<Self> {
        let words = Words::of(language)?;
        let street = match language.tag() {
            "nl" => Streets::OneWord,
            "fr" => Streets::Before,
            _ => Streets::After,
        };
        Some(Self { words, stems: words.stemmer(), street, known: HashMap::new() })
    }

    /// Learns which words the lists do not hold but are one slip of the pen away from one that they hold.
    pub(crate) fn correct(&mut self, texts: &[(&str, &str)]) {
        let mut unknown: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
        for (title, body) in texts {
            for part in [title, body] {
                for sentence in sentences(part) {
                    for token in sentence.iter().filter(|token| !token.capital && token.folded.len() >= 6) {
                        if !self.words.hold(&token.folded, &self.stems.stem(&token.folded)) {
                            unknown.insert(token.folded.clone());
                        }
                    }
                }
            }
        }
        let shortened = self.words.shortened.get_or_init(|| shortened(self.words));
        for word in unknown {
            if self.words.parts(&word, &self.stems).is_some() {
                continue;
            }
            let mut found: Vec<&String> = one_less(&word).filter_map(|form| shortened.get(&form)).flatten().collect();
            found.retain(|other| other.chars().next() == word.chars().next() && one_slip(other, &word));
            found.sort();
            if let Some(other) = found.first() {
                self.known.insert(word, (*other).clone());
            }
        }
    }

    /// What a text says.
    pub(crate) fn read(&self, title: &str, body: &str, place: Option<&str>) -> Reading {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut plain = String::new();
        let mut left = MOST_WORDS;
        for part in [title, body] {
            for mut sentence in sentences(part) {
                sentence.truncate(left);
                left -= sentence.len();
                for token in &mut sentence {
                    plain.push_str(&spelled(&token.written));
                    plain.push(' ');
                    if let Some(right) = self.known.get(&token.folded) {
                        token.folded.clone_from(right);
                    }
                    token.stem = self.stems.stem(&token.folded);
                }
                self.sentence(&sentence, &mut clauses);
            }
        }
        if let Some(place) = place {
            let mut clause = Clause::default();
            for token in sentences(place).into_iter().flatten().take(MOST_WORDS) {
                plain.push('@');
                plain.push_str(&spelled(&token.written));
                let says_little = self.words.meanings(&token.folded, &token.folded).contains(&Meaning::Weak);
                if !says_little && token.folded.chars().count() > 1 {
                    clause.concepts.push((Role::Name, token.folded, Way::For, token.written, 0.6));
                }
            }
            clauses.push(clause);
        }
        gathered(clauses, plain)
    }

    /// Reads one sentence part, between two signs of punctuation.
    fn sentence(&self, tokens: &[Token], clauses: &mut Vec<Clause>) {
        let shouted = tokens.len() > 3 && tokens.iter().filter(|token| token.capital).count() * 2 > tokens.len();
        let mut clause = Clause::default();
        let mut taken = vec![false; tokens.len()];
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            if taken[at] {
                at += 1;
                continue;
            }
            if let Some(width) = self.name(tokens, at, shouted, &mut clause) {
                at += width;
                continue;
            }
            let (width, said) = self.phrase(tokens, at, &mut taken);
            if width > 0 {
                if said.iter().any(|(meaning, ..)| matches!(meaning, Meaning::Clause | Meaning::Reason)) {
                    let reason = said.iter().any(|(meaning, ..)| **meaning == Meaning::Reason);
                    clauses.push(std::mem::replace(&mut clause, Clause { reason, ..Clause::default() }));
                }
                // «Verlaag de prijs» asks for what is cheap, it does not state it.
                let gap = width == 1;
                clause.modal |= gap && said.iter().any(|(meaning, ..)| matches!(meaning, Meaning::Concept { role: Role::Quality, .. }));
                for (meaning, written, holds_negator) in said {
                    if *meaning != Meaning::Stance(Way::Against) || !self.problem_follows(tokens, at + width) {
                        clause.take(meaning, &written, holds_negator);
                    }
                }
                at += width;
                continue;
            }
            at += 1;
            if token.folded.chars().all(char::is_numeric) {
                let previous = at.checked_sub(2).map(|before| &tokens[before]);
                let named = previous.is_some_and(|before| !self.words.meanings(&before.folded, &before.stem).contains(&Meaning::Weak));
                let role = if named { Role::Name } else { Role::Number };
                clause.concepts.push((role, format!("#{}", token.folded), Way::For, token.written.clone(), 0.8));
                continue;
            }
            self.word(tokens, at - 1, &mut clause, clauses);
        }
        clauses.push(clause);
    }

    fn word(&self, tokens: &[Token], at: usize, clause: &mut Clause, clauses: &mut Vec<Clause>) {
        let token = &tokens[at];
        let meanings = self.words.meanings(&token.folded, &token.stem);
        let begins = meanings.contains(&Meaning::Clause) || meanings.contains(&Meaning::Reason);
        if begins && at > 0 {
            let reason = meanings.contains(&Meaning::Reason);
            let old = std::mem::replace(clause, Clause { reason, ..Clause::default() });
            clauses.push(old);
        } else if begins && meanings.contains(&Meaning::Reason) {
            clause.reason = true;
        }
        if token.folded == "plus" && self.street == Streets::Before {
            // «ne … plus» is no longer; any other «plus» is more.
            let before = tokens[..at].iter().rev().map(|other| other.folded.as_str());
            let nearest = before.into_iter().find(|other| matches!(*other, "ne" | "n" | "pas" | "jamais" | "aucun" | "aucune" | "rien"));
            if matches!(nearest, Some("ne" | "n")) {
                clause.negators += 1;
                return;
            }
        }
        if meanings.is_empty() {
            if let Some(parts) = self.words.parts(&token.folded, &self.stems) {
                for part in parts {
                    if let Meaning::Concept { role, concept, way } = part {
                        clause.push(*role, concept, *way, &token.written, 0.8);
                    }
                }
            } else if token.folded.chars().count() > 1 {
                clause.push(Role::Word, &token.stem, Way::For, &token.written, 1.0);
            }
            return;
        }
        let no_longer = clause.negators > 0 && matches!(token.folded.as_str(), "meer") || clause.lack_by_negator && token.folded == "meer";
        for meaning in meanings {
            let skipped = match meaning {
                // «Geen … meer» is no longer, not more.
                Meaning::Concept { role: Role::Direction, .. } => no_longer,
                Meaning::Stance(Way::Against) => self.problem_follows(tokens, at + 1),
                _ => false,
            };
            if !skipped {
                clause.take(meaning, &token.written, false);
            }
        }
    }

    /// The phrase of the list that begins here: how many words it is wide, none if there is none, and what it says.
    fn phrase<'w>(&'w self, tokens: &[Token], at: usize, taken: &mut [bool]) -> (usize, Vec<(&'w Meaning, String, bool)>) {
        let mut width = 0;
        let mut said = Vec::new();
        for phrase in self.words.phrases(&tokens[at].stem) {
            if phrase.gap {
                // The second word may stand up to eight words further on.
                let last = phrase.rest.first();
                let further = tokens[at + 1..].iter().take(8).position(|token| Some(&token.stem) == last);
                if let (0, Some(further)) = (width, further) {
                    taken[at + 1 + further] = true;
                    said.push((&phrase.meaning, tokens[at].written.clone(), phrase.holds_negator));
                    width = 1;
                }
                continue;
            }
            let wide = phrase.rest.len() + 1;
            if width > 0 && width != wide {
                continue;
            }
            let follows = tokens.get(at + 1..at + wide).is_some_and(|next| next.iter().map(|token| &token.stem).eq(phrase.rest.iter()));
            if follows {
                let written: Vec<&str> = tokens[at..at + wide].iter().map(|token| token.written.as_str()).collect();
                said.push((&phrase.meaning, written.join(" "), phrase.holds_negator));
                width = wide;
            }
        }
        (width, said)
    }

    /// Whether one of the next three words is a thing that nobody wants: «tegen het lawaai» is no stand against a plan.
    fn problem_follows(&self, tokens: &[Token], at: usize) -> bool {
        let problem = |meaning: &Meaning| matches!(meaning, Meaning::Concept { role: Role::Problem, .. });
        (at..tokens.len().min(at + 3)).any(|next| {
            let token = &tokens[next];
            self.words.meanings(&token.folded, &token.stem).iter().any(problem)
                || self.phrase(tokens, next, &mut vec![false; tokens.len()]).1.iter().any(|(meaning, ..)| problem(meaning))
        })
    }

    /// A name that begins here: how many words it is wide.
    fn name(&self, tokens: &[Token], at: usize, shouted: bool, clause: &mut Clause) -> Option<usize> {
        let token = &tokens[at];
        let mut named = |key: String, written: String| clause.concepts.push((Role::Name, key, Way::For, written, 1.0));
        match self.street {
            Streets::Before if FRENCH_STREETS.contains(&token.folded.as_str()) => {
                let mut next = at + 1;
                while tokens.get(next).is_some_and(|link| FRENCH_LINKS.contains(&link.folded.as_str()) && next < at + 4) {
                    next += 1;
                }
                if tokens.get(next).is_some_and(|name| name.capital && !name.first) {
                    named(tokens[next].folded.clone(), format!("{} {}", token.written, tokens[next].written));
                    return Some(next + 1 - at);
                }
            }
            Streets::After if token.capital => {
                let kind = (at + 1..tokens.len().min(at + 3)).find(|next| {
                    let token = &tokens[*next];
                    token.capital && ENGLISH_STREETS.contains(&token.folded.as_str())
                });
                let possessive = |next: usize| tokens[at + 1..next].iter().all(|token| token.folded == "s" || token.capital);
                if let Some(kind) = kind.filter(|kind| possessive(*kind)) {
                    named(token.folded.clone(), format!("{} {}", token.written, tokens[kind].written));
                    return Some(kind + 1 - at);
                }
            }
            Streets::OneWord => {
                let unknown = || self.words.meanings(&token.folded, &token.stem).is_empty();
                let ending = DUTCH_STREETS.iter().any(|end| token.folded.len() > end.len() + 2 && token.folded.ends_with(end));
                let short_ending = !["straat", "laan", "plein", "steenweg", "dreef"].iter().any(|end| token.folded.ends_with(end));
                if ending && ((token.capital && !token.first && !shouted) || (unknown() && !short_ending)) {
                    named(token.folded.clone(), token.written.clone());
                    return Some(1);
                }
            }
            _ => {}
        }
        if token.capital
            && !token.first
            && !shouted
            && self.words.meanings(&token.folded, &token.stem).is_empty()
            && token.folded.chars().count() > 1
        {
            named(token.folded.clone(), token.written.clone());
            return Some(1);
        }
        None
    }
}

impl Clause {
    /// Takes a concept; of a thing the way tells whether it is turned around by itself.
    fn push(&mut self, role: Role, concept: &str, way: Way, written: &str, share: f64) {
        let thing = matches!(role, Role::Object | Role::Word | Role::Setting);
        let way = if thing && std::mem::take(&mut self.without) { Way::Against } else { way };
        self.concepts.push((role, concept.to_owned(), way, written.to_owned(), share));
    }

    fn take(&mut self, meaning: &Meaning, written: &str, holds_negator: bool) {
        match meaning {
            Meaning::Concept { role, concept, way } => {
                if *role == Role::Direction && concept == "amount" && *way != Way::For {
                    self.amount_at = self.concepts.len();
                }
                self.push(*role, concept, *way, written, 1.0);
            }
            Meaning::Without => self.without = true,
            Meaning::Negator => self.negators += 1,
            Meaning::Lack => {
                self.lack = true;
                self.lack_at = self.concepts.len();
                self.lack_by_negator |= holds_negator;
            }
            Meaning::Stance(way) => self.stance = Some(self.stance.unwrap_or(true) == (*way == Way::For)),
            Meaning::Modal => self.modal = true,
            Meaning::Copula => self.copula = true,
            Meaning::Clause | Meaning::Reason | Meaning::Weak => {}
        }
    }

    /// For each concept of the clause, which way the clause points at it; and whether the clause asks for something.
    fn ways(&self) -> (Vec<Ways>, bool) {
        let actions = || self.concepts.iter().filter(|(role, ..)| does(*role));
        let acts = actions().any(|(_, _, way, ..)| *way != Way::Lacking);
        let states = actions().any(|(_, _, way, ..)| *way == Way::Lacking);
        let mut negators = self.negators;
        let mut lack = self.lack;
        if self.lack_by_negator && (acts || self.stance.is_some()) {
            // «Er is geen zebrapad nodig» denies the need, it misses nothing.
            negators += 1;
            lack = false;
        }
        let turned = negators % 2 == 1;
        let mut away: Vec<(&str, Way)> = actions()
            .filter(|(role, _, way, ..)| *role == Role::Direction && *way == Way::Against)
            .map(|(_, concept, way, ..)| (concept.as_str(), *way))
            .collect();
        away.sort_by_key(|(concept, _)| *concept);
        away.dedup_by_key(|(concept, _)| *concept);
        let against = (away.len() % 2 == 1) ^ (self.stance == Some(false));
        let explicit = acts || self.stance.is_some();
        let flip = |ways: Ways, turn: bool| if turn { ways.turned() } else { ways };
        let complains = self.concepts.iter().any(|(role, _, way, ..)| *role == Role::Quality && *way == Way::Against);
        let tells = (self.copula || complains) && !self.modal && !acts;
        let too_few = actions().any(|(role, _, way, ..)| *role == Role::Direction && *way == Way::Lacking);
        let judges = self.concepts.iter().any(|(role, ..)| *role == Role::Quality);
        let object = if explicit {
            flip(Ways::FOR, against ^ turned)
        } else if lack || too_few {
            flip(Ways::LACKING, against ^ turned)
        } else if tells && judges {
            Ways::NEUTRAL
        } else if turned {
            Ways::AGAINST
        } else {
            Ways::NEUTRAL
        };
        let is_thing = |role: Role| matches!(role, Role::Object | Role::Problem | Role::Word);
        let things = self.concepts.iter().any(|(role, ..)| is_thing(*role));
        let after_amount = self.concepts.iter().skip(self.amount_at).any(|(role, ..)| is_thing(*role));
        let misses = lack && self.concepts.iter().skip(self.lack_at).any(|(role, ..)| is_thing(*role));
        let ways = self
            .concepts
            .iter()
            .enumerate()
            .map(|(at, (role, _, way, ..))| match role {
                // Who misses something stands before it and is not what is missed.
                Role::Object | Role::Word if misses && !acts && at < self.lack_at => Ways::NEUTRAL,
                // Where something is asked for is not itself asked for.
                Role::Setting if things => Ways::NEUTRAL,
                Role::Direction => object,
                Role::Action => {
                    let base = match way {
                        Way::For => Ways::FOR,
                        Way::Against => Ways::AGAINST,
                        Way::Lacking => Ways::LACKING,
                    };
                    flip(base, turned ^ (self.stance == Some(false)))
                }
                Role::Problem => flip(Ways::AGAINST, turned),
                Role::Quality if tells => {
                    // Who states that something is dangerous wishes it safe; who states that it is safe wishes nothing.
                    flip(Ways::LACKING, (*way == Way::For) ^ turned)
                }
                Role::Quality => flip(Ways::FOR, (*way == Way::Against) ^ against ^ turned),
                Role::Name | Role::Number | Role::Time | Role::General => Ways::NEUTRAL,
                Role::Object | Role::Word if after_amount && at < self.amount_at => Ways::NEUTRAL,
                Role::Object | Role::Setting | Role::Word => flip(object, *way == Way::Against),
            })
            .collect();
        (ways, explicit || lack || states || self.modal)
    }
}

/// The clauses put together: each term once.
fn gathered(clauses: Vec<Clause>, plain: String) -> Reading {
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    let mut demands = 0_u64;
    let mut spoken_of: Vec<String> = Vec::new();
    let mut asked_before = false;
    let mut unsure = false;
    for (place, clause) in clauses.iter().enumerate() {
        let bit = 1_u64 << place.min(63);
        let (ways, asks) = clause.ways();
        let acts = clause.concepts.iter().any(|(role, ..)| does(*role));
        if !clause.reason && (asks || (asked_before && !acts)) {
            demands |= bit;
        }
        asked_before = asks && !clause.reason;
        let mut here: Vec<String> = Vec::new();
        for ((role, concept, _, written, share), ways) in clause.concepts.iter().zip(ways) {
            let key = key_of(*role, concept);
            let weight = weight_of(*role, concept) * share * if clause.reason { 0.4 } else { 1.0 };
            let ways = if unsure && here_matters(*role) { Ways::FOR.with(Ways::AGAINST) } else { ways };
            if matches!(role, Role::Object | Role::Problem | Role::Setting) {
                here.push(key.clone());
            }
            terms
                .entry(key.clone())
                .and_modify(|term| {
                    term.ways = term.ways.with(ways);
                    term.weight = term.weight.max(weight);
                    term.clauses |= bit;
                    term.only_reason &= clause.reason;
                })
                .or_insert_with(|| Term {
                    key,
                    role: *role,
                    ways,
                    weight,
                    written: written.clone(),
                    clauses: bit,
                    only_reason: clause.reason,
                });
        }
        if here.is_empty() {
            let refuses = clause.negators % 2 == 1 || clause.stance == Some(false);
            let judges = clause.concepts.iter().any(|(role, ..)| matches!(role, Role::Quality | Role::Problem));
            if refuses && !acts && !judges && !clause.reason {
                // «Ik ben het er niet mee eens: …», «… Neen, dat mag niet»: what stands beside it may be meant either way,
                // and is called the same as nothing.
                unsure = true;
                for term in terms.values_mut().filter(|term| here_matters(term.role)) {
                    term.ways = Ways::FOR.with(Ways::AGAINST);
                }
            }
            // «…, doof ze niet»: what was spoken of before is meant.
            if acts || clause.negators > 0 || clause.stance.is_some() {
                let pointer = Clause {
                    concepts: vec![(Role::Object, String::new(), Way::For, String::new(), 1.0)]
                        .into_iter()
                        .chain(clause.concepts.iter().cloned())
                        .collect(),
                    negators: clause.negators,
                    stance: clause.stance,
                    modal: clause.modal,
                    copula: clause.copula,
                    ..Clause::default()
                };
                let meant = pointer.ways().0.first().copied().unwrap_or(Ways::NEUTRAL);
                for key in &spoken_of {
                    if let Some(term) = terms.get_mut(key).filter(|term| term.role != Role::Problem) {
                        term.ways = term.ways.with(meant);
                    }
                }
            }
        } else {
            spoken_of = here;
        }
    }
    Reading { terms: terms.into_values().collect(), demands, plain }
}

/// Whether a word of this role says what is to be done.
const fn does(role: Role) -> bool {
    matches!(role, Role::Action | Role::Direction)
}

/// Whether which way a text points at a term of this role tells its stance.
const fn here_matters(role: Role) -> bool {
    matches!(role, Role::Object | Role::Problem | Role::Word | Role::Action | Role::Direction | Role::Quality | Role::Setting)
}

fn key_of(role: Role, concept: &str) -> String {
    let kind = match role {
        Role::Action | Role::Direction => "a",
        Role::Quality => "e",
        Role::Name => "n",
        Role::Number => "#",
        Role::Time => "t",
        Role::Word => "w",
        // A place can be what a text asks for, and a thing can be a place.
        Role::Object | Role::Setting | Role::Problem | Role::General => "o",
    };
    format!("{kind}:{concept}")
}

fn weight_of(role: Role, concept: &str) -> f64 {
    match role {
        Role::Object | Role::Problem => 1.0,
        Role::Name => 0.9,
        Role::Setting => 0.7,
        Role::Quality | Role::Number | Role::Time => 0.5,
        Role::Word => 0.5,
        Role::Direction if concept == "amount" => 0.25,
        Role::Action | Role::Direction => 0.5,
        Role::General => 0.15,
    }
}

/// The words of a text, cut at its punctuation.
fn sentences(text: &str) -> Vec<Vec<Token>> {
    let mut found = Vec::new();
    let mut now: Vec<Token> = Vec::new();
    let mut word = String::new();
    let mut first = true;
    let mut count = 0_usize;
    let mut end = |word: &mut String, now: &mut Vec<Token>, first: &mut bool| {
        if !word.is_empty() {
            let folded = folded(word);
            if !folded.is_empty() {
                let capital = word.chars().next().is_some_and(char::is_uppercase);
                now.push(Token { written: std::mem::take(word), folded, stem: String::new(), capital, first: *first });
                *first = false;
                count += 1;
            }
            word.clear();
        }
        count < MOST_WORDS
    };
    for c in text.chars() {
        if c.is_alphanumeric() || is_combining_mark(c) {
            if word.len() < 400 {
                word.push(c);
            }
            continue;
        }
        let more = end(&mut word, &mut now, &mut first);
        if !more {
            break;
        }
        let stops = matches!(c, '.' | '!' | '?' | '\n' | '\r');
        if stops || matches!(c, ',' | ';' | ':' | '(' | ')' | '–' | '—' | '…' | '«' | '»' | '"' | '“' | '”' | '/') {
            first |= stops || c == '"' || c == '“' || c == '«' || c == ':';
            if !now.is_empty() {
                found.push(std::mem::take(&mut now));
            }
        }
    }
    end(&mut word, &mut now, &mut first);
    if !now.is_empty() {
        found.push(now);
    }
    found
}

/// The words that a slip may be corrected to, each under itself and under itself with one letter taken out, as the wrong
/// ones are looked for too.
fn shortened(words: &Words) -> HashMap<String, Vec<String>> {
    let mut shortened: HashMap<String, Vec<String>> = HashMap::new();
    for word in words.correctable().filter(|word| word.len() >= 6) {
        for form in one_less(word) {
            shortened.entry(form).or_default().push(word.clone());
        }
    }
    shortened
}

/// A word, and the word with each letter taken out in turn.
fn one_less(word: &str) -> impl Iterator<Item = String> + '_ {
    std::iter::once(word.to_owned()).chain(word.char_indices().map(|(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..])))
}

/// Whether one letter too many, too few, other, or two changed places make the one word of the other.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    match (a, b) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([w, x], [y, z]) => w == z && x == y,
        _ => false,
    }
}
