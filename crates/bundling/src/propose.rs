//! The proposal: what goes in, what comes out.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Language;

use crate::alike::{Bar, Profile, likeness, weighed};
use crate::groups::{Edge, Index, grouped};
use crate::reading::{Reader, Reading};
use crate::words::{Role, spelled};

/// Where a text is about; every part is optional.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place<'a> {
    /// The place in words: a street, a neighbourhood.
    pub name: Option<&'a str>,
    /// Longitude and latitude in degrees.
    pub point: Option<[f64; 2]>,
}

/// A contribution, as far as bundling looks at it.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a, K> {
    /// By what the caller knows it. Two texts may not have the same; see [`propose`].
    pub id: K,
    /// The language it is written in. Dutch, French and English are understood; of another language only texts that
    /// are word for word the same are proposed.
    pub language: Language,
    /// Its title, which may be empty.
    pub title: &'a str,
    /// Its words.
    pub body: &'a str,
    /// Where it is about.
    pub place: Option<Place<'a>>,
}

/// How much alike is alike enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// From which similarity, between 0 and 1, two texts may be proposed as the same.
    pub threshold: f64,
    /// The similarity that the texts of two groups must have on average before the groups are joined.
    pub linkage: f64,
    /// Points further apart than this many metres are other places.
    pub far_metres: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: 0.5, linkage: 0.42, far_metres: 500.0 }
    }
}

/// What a proposal is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Reading the texts.
    Reading,
    /// Comparing those that share words.
    Comparing,
    /// Putting the groups together.
    Grouping,
}

/// How far a proposal has come. Steps follow each other; within a step `done` only grows and ends at `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// How many texts are done in this step.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// Why a pair is taken to say the same: a thing that both speak of, in the words of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// As the first text writes it.
    pub first: String,
    /// As the second text writes it.
    pub second: String,
    /// What part of all that they share this is, between 0 and 1.
    pub part: f64,
}

/// Two texts of a group that are alike by themselves, with the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<K> {
    /// The one with the smaller id.
    pub first: K,
    /// The other.
    pub second: K,
    /// Between 0 and 1; the same words give 1.
    pub similarity: f64,
    /// What they share, the weightiest first.
    pub shared: Vec<Shared>,
}

/// A text of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<K> {
    /// Which.
    pub id: K,
    /// What it asks for that no other text of the group speaks of, in its own words. Not empty is a minority flag:
    /// whoever bundles must not lose this.
    pub adds: Vec<String>,
}

/// A text outside a group that speaks of the same and takes the opposite stance: it is never proposed as the same,
/// and shown beside the group so that it is not lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Against<K> {
    /// Which.
    pub id: K,
    /// The text of the group that it is most alike.
    pub beside: K,
    /// How alike their words are, between 0 and 1.
    pub similarity: f64,
}

/// Texts that seem to say the same. A proposal, never a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<K> {
    /// At least two texts, in the order of their ids.
    pub members: Vec<Member<K>>,
    /// Pairs that are alike by themselves, in the order of their ids: for every text of the group the strongest six and
    /// those that others count among theirs. [`compare`] tells of any other pair.
    pub pairs: Vec<Pair<K>>,
    /// Minority by stance, in the order of their ids.
    pub against: Vec<Against<K>>,
}

/// What [`compare`] says of two texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Between 0 and 1, as if nothing barred it.
    pub similarity: f64,
    /// What they share, the weightiest first.
    pub shared: Vec<Shared>,
    /// Why they may not be proposed as the same, if so.
    pub bar: Option<Bar>,
}

/// Proposes groups of texts that say the same.
///
/// The answer depends on the texts and their ids alone: not on their order, not on chance. Texts of two languages are
/// never in one group. A text is in one group at most; one that resembles nothing is in none. Texts with the same id
/// are allowed only if they are the same text; of these one counts.
///
/// `told` is called often enough to draw a bar, at the beginning and end of each step too.
///
/// ```
/// use bundling::{Options, Text, propose};
/// use kernel::Language;
///
/// let say = |id, body| Text { id, language: Language::EN, title: "", body, place: None };
/// let texts = [
///     say(1, "Put more bins in the park."),
///     say(2, "There are not enough litter bins in the park, and a toilet is needed."),
///     say(3, "Do not put more bins in the park!"),
///     say(4, "Let bus 12 run on Sundays."),
/// ];
/// let groups = propose(&texts, &Options::default(), |_| ());
/// assert_eq!(groups.len(), 1);
/// let group = &groups[0];
/// assert_eq!(group.members.iter().map(|member| member.id).collect::<Vec<_>>(), [1, 2]);
/// assert_eq!(group.members[1].adds, ["toilet"], "a demand of one text alone");
/// assert_eq!(group.against[0].id, 3, "about the same, but against it");
/// assert!(group.pairs[0].shared.iter().any(|shared| shared.first == "bins" && shared.second == "litter bins"));
/// ```
pub fn propose<K: Copy + Ord>(texts: &[Text<'_, K>], options: &Options, mut told: impl FnMut(Progress)) -> Vec<Group<K>> {
    let mut by_language: BTreeMap<Language, Vec<&Text<'_, K>>> = BTreeMap::new();
    for text in texts {
        by_language.entry(text.language).or_default().push(text);
    }
    let mut ways = Vec::new();
    for (language, mut texts) in by_language {
        texts.sort_by(|a, b| (a.id, a.title, a.body).cmp(&(b.id, b.title, b.body)));
        texts.dedup_by(|a, b| a.id == b.id);
        ways.push((language, texts));
    }
    let of = ways.iter().map(|(_, texts)| texts.len()).sum();
    let mut tell = |step, done: usize| {
        if done.is_multiple_of(256) || done == of {
            told(Progress { step, done, of });
        }
    };

    let mut done = 0;
    tell(Step::Reading, 0);
    let mut corpora = Vec::new();
    for (language, texts) in ways {
        corpora.push(Corpus::read(language, texts, || {
            done += 1;
            tell(Step::Reading, done);
        }));
    }
    done = 0;
    tell(Step::Comparing, 0);
    let mut compared = Vec::new();
    for corpus in corpora {
        let edges = corpus.edges(options, |texts| {
            for _ in 0..texts {
                done += 1;
                tell(Step::Comparing, done);
            }
        });
        compared.push((corpus, edges));
    }
    done = 0;
    tell(Step::Grouping, 0);
    let mut found = Vec::new();
    for (corpus, edges) in compared {
        found.extend(corpus.groups(&edges, options));
        for _ in 0..corpus.texts.len() {
            done += 1;
            tell(Step::Grouping, done);
        }
    }
    found.sort_by(|a, b| a.members.iter().map(|m| m.id).cmp(b.members.iter().map(|m| m.id)));
    found
}

/// Compares two texts by themselves, as a person asks why they were or were not proposed. Similarities differ a little
/// from those of a proposal, which knows how common each word is among all texts.
///
/// ```
/// use bundling::{Bar, Options, Text, compare};
/// use kernel::Language;
///
/// let say = |body| Text { id: 0, language: Language::NL, title: "", body, place: None };
/// let compared = compare(&say("Kap de oude bomen."), &say("Kap de oude bomen niet."), &Options::default());
/// assert_eq!(compared.bar, Some(Bar::Opposed));
/// let compared = compare(&say("Laat de oude bomen staan."), &say("Kap de oude bomen niet."), &Options::default());
/// assert_eq!(compared.bar, None);
/// ```
pub fn compare<K: Copy + Ord>(a: &Text<'_, K>, b: &Text<'_, K>, options: &Options) -> Comparison {
    if a.language != b.language {
        return Comparison { similarity: 0.0, shared: Vec::new(), bar: None };
    }
    let corpus = Corpus::read(a.language, vec![a, b], || ());
    let (x, y) = (corpus.unit[0] as usize, corpus.unit[1] as usize);
    let found = likeness(&corpus.profiles[x], &corpus.profiles[y], options.far_metres);
    let similarity = if x == y { 1.0 } else { found.similarity };
    Comparison { similarity, shared: corpus.shared(x, y), bar: if x == y { None } else { found.bar } }
}

/// Tells of texts that were put together what [`propose`] tells of a group, one for each language: what they share, and
/// what each alone asks for. Every pair is compared, so it is meant for as many texts as one page shows. Similarities are
/// among these texts alone; nothing is known of texts outside.
///
/// ```
/// use bundling::{Options, Text, together};
/// use kernel::Language;
///
/// let say = |id, body| Text { id, language: Language::EN, title: "", body, place: None };
/// let texts = [say(1, "Put more bins in the park."), say(2, "Litter bins in the park, and a toilet is needed.")];
/// let groups = together(&texts, &Options::default());
/// assert_eq!(groups.len(), 1);
/// assert_eq!(groups[0].members[1].adds, ["toilet"]);
/// assert!(groups[0].pairs[0].shared.iter().any(|shared| shared.second == "Litter bins"));
/// ```
pub fn together<K: Copy + Ord>(texts: &[Text<'_, K>], options: &Options) -> Vec<Group<K>> {
    let mut by_language: BTreeMap<Language, Vec<&Text<'_, K>>> = BTreeMap::new();
    for text in texts {
        by_language.entry(text.language).or_default().push(text);
    }
    let told = |(language, mut texts): (Language, Vec<&Text<'_, K>>)| {
        texts.sort_by_key(|text| text.id);
        texts.dedup_by(|a, b| a.id == b.id);
        let corpus = Corpus::read(language, texts, || ());
        let units: Vec<u32> = (0..corpus.readings.len()).map(|unit| u32::try_from(unit).unwrap_or(u32::MAX)).collect();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
        for (text, unit) in corpus.unit.iter().enumerate() {
            members[*unit as usize].push(text);
        }
        let mut edges = Vec::new();
        for a in &units {
            for b in units.iter().filter(|b| *b > a) {
                let found = likeness(&corpus.profiles[*a as usize], &corpus.profiles[*b as usize], options.far_metres);
                if found.similarity > 0.0 {
                    edges.push(Edge { a: *a, b: *b, similarity: found.similarity, bar: found.bar });
                }
            }
        }
        let within: Vec<&Edge> = edges.iter().collect();
        corpus.group(&units, &within, &BTreeMap::new(), &members)
    };
    by_language.into_iter().map(told).collect()
}

/// The texts of one language, read and weighed. Texts that are word for word the same are one unit.
struct Corpus<'t, 'a, K> {
    texts: Vec<&'t Text<'a, K>>,
    /// The unit of each text.
    unit: Vec<u32>,
    readings: Vec<Reading>,
    profiles: Vec<Profile>,
    held: Vec<u32>,
}

impl<'t, 'a, K: Copy + Ord> Corpus<'t, 'a, K> {
    fn read(language: Language, texts: Vec<&'t Text<'a, K>>, mut done: impl FnMut()) -> Self {
        let mut reader = Reader::of(language);
        if let Some(reader) = &mut reader {
            let words: Vec<(&str, &str)> = texts.iter().map(|text| (text.title, text.body)).collect();
            reader.correct(&words);
        }
        let mut same: BTreeMap<(String, Option<[u64; 2]>), u32> = BTreeMap::new();
        let (mut unit, mut readings, mut points) = (Vec::new(), Vec::new(), Vec::new());
        for text in &texts {
            let place = text.place.unwrap_or_default();
            let reading = match &reader {
                Some(reader) => reader.read(text.title, text.body, place.name),
                None => Reading { plain: plainly(text), ..Reading::default() },
            };
            let point = place.point.filter(|point| point.iter().all(|axis| axis.is_finite()));
            let key = (reading.plain.clone(), point.map(|point| point.map(f64::to_bits)));
            let next = u32::try_from(readings.len()).unwrap_or(u32::MAX);
            let empty = reading.plain.is_empty();
            let number = if empty { next } else { *same.entry(key).or_insert(next) };
            if number == next {
                readings.push(reading);
                points.push(point);
            }
            unit.push(number);
            done();
        }
        let (profiles, held) = weighed(&readings, &points);
        Self { texts, unit, readings, profiles, held }
    }

    /// The pairs of units worth a look.
    fn edges(&self, options: &Options, mut done: impl FnMut(usize)) -> Vec<Edge> {
        let index = Index::of(&self.profiles, self.held.len());
        let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
        let mut scores = vec![0.0; self.profiles.len()];
        let mut touched = Vec::new();
        let mut edges = Vec::new();
        for (at, profile) in self.profiles.iter().enumerate() {
            let text = u32::try_from(at).unwrap_or(u32::MAX);
            for other in index.candidates(text, profile, &mut scores, &mut touched) {
                let (a, b) = (text.min(other), text.max(other));
                if !pairs.insert((a, b)) {
                    continue;
                }
                let found = likeness(&self.profiles[a as usize], &self.profiles[b as usize], options.far_metres);
                if found.similarity >= options.threshold {
                    edges.push(Edge { a, b, similarity: found.similarity, bar: found.bar });
                }
            }
            done(1);
        }
        // Texts that are the same as another one were not looked at themselves.
        done(self.texts.len() - self.profiles.len());
        edges.sort_by_key(|edge| (edge.a, edge.b));
        edges
    }

    fn groups(&self, edges: &[Edge], options: &Options) -> Vec<Group<K>> {
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.readings.len()];
        for (text, unit) in self.unit.iter().enumerate() {
            members[*unit as usize].push(text);
        }
        let mut joined = grouped(&self.profiles, edges, options.threshold, options.linkage, options.far_metres);
        let in_group: BTreeSet<u32> = joined.iter().flatten().copied().collect();
        let alone = (0..self.readings.len()).filter(|unit| members[*unit].len() > 1).map(|unit| u32::try_from(unit).unwrap_or(u32::MAX));
        joined.extend(alone.filter(|unit| !in_group.contains(unit)).map(|unit| vec![unit]));
        let mut home: Vec<Option<usize>> = vec![None; self.readings.len()];
        for (group, units) in joined.iter().enumerate() {
            for unit in units {
                home[*unit as usize] = Some(group);
            }
        }
        let mut within: Vec<Vec<&Edge>> = vec![Vec::new(); joined.len()];
        let mut beside: Vec<BTreeMap<u32, &Edge>> = vec![BTreeMap::new(); joined.len()];
        for edge in edges {
            let (x, y) = (home[edge.a as usize], home[edge.b as usize]);
            if let (Some(x), true, None) = (x, x == y, edge.bar) {
                within[x].push(edge);
            }
            if edge.bar == Some(Bar::Opposed) && x != y {
                for (group, outside) in [(x, edge.b), (y, edge.a)] {
                    if let Some(group) = group {
                        let known = beside[group].entry(outside).or_insert(edge);
                        if edge.similarity > known.similarity {
                            *known = edge;
                        }
                    }
                }
            }
        }
        let mut found = Vec::new();
        for ((units, within), beside) in joined.iter().zip(within).zip(beside) {
            found.push(self.group(units, &within, &beside, &members));
        }
        found
    }

    fn group(&self, units: &[u32], within: &[&Edge], beside: &BTreeMap<u32, &Edge>, members: &[Vec<usize>]) -> Group<K> {
        let id = |text: usize| self.texts[text].id;
        let first = |unit: u32| members[unit as usize][0];
        let mut pairs = Vec::new();
        for edge in strongest(within) {
            let (a, b) = (first(edge.a), first(edge.b));
            pairs.push(self.pair(a, b, edge.similarity));
        }
        for unit in units {
            let texts = &members[*unit as usize];
            pairs.extend(texts.iter().skip(1).map(|text| self.pair(texts[0], *text, 1.0)));
        }
        pairs.sort_by_key(|pair| (pair.first, pair.second));
        let mut held: BTreeMap<u32, usize> = BTreeMap::new();
        for term in units.iter().flat_map(|unit| &self.profiles[*unit as usize].terms) {
            *held.entry(term.term).or_default() += 1;
        }
        let mut listed: Vec<Member<K>> = units
            .iter()
            .flat_map(|unit| {
                let adds = self.adds(*unit as usize, &held);
                members[*unit as usize].iter().map(move |text| Member { id: id(*text), adds: adds.clone() })
            })
            .collect();
        listed.sort_by_key(|member| member.id);
        let mut against: Vec<Against<K>> = beside
            .iter()
            .flat_map(|(outside, edge)| {
                let inside = if edge.a == *outside { edge.b } else { edge.a };
                let (beside, similarity) = (id(first(inside)), edge.similarity);
                members[*outside as usize].iter().map(move |text| Against { id: id(*text), beside, similarity })
            })
            .collect();
        against.sort_by_key(|text| text.id);
        Group { members: listed, pairs, against }
    }

    /// The things that a unit alone asks for, clause by clause: a clause that speaks of nothing the others speak of.
    fn adds(&self, unit: usize, held: &BTreeMap<u32, usize>) -> Vec<String> {
        let (reading, profile) = (&self.readings[unit], &self.profiles[unit]);
        let mut alone = 0_u64;
        let mut common = 0_u64;
        let thing = |role: Role| matches!(role, Role::Object | Role::Problem);
        for term in profile.terms.iter().filter(|term| thing(term.role)) {
            if held.get(&term.term).is_some_and(|held| *held > 1) {
                common |= term.clauses;
            } else {
                alone |= term.clauses;
            }
        }
        let added = alone & !common & reading.demands;
        profile
            .terms
            .iter()
            .filter(|term| thing(term.role) && term.clauses & added != 0 && !term.only_reason)
            .map(|term| reading.terms[term.place as usize].written.clone())
            .collect()
    }

    fn pair(&self, a: usize, b: usize, similarity: f64) -> Pair<K> {
        let (a, b) = if self.texts[a].id <= self.texts[b].id { (a, b) } else { (b, a) };
        let shared = self.shared(self.unit[a] as usize, self.unit[b] as usize);
        Pair { first: self.texts[a].id, second: self.texts[b].id, similarity, shared }
    }

    fn shared(&self, a: usize, b: usize) -> Vec<Shared> {
        let (x, y) = (&self.profiles[a], &self.profiles[b]);
        let mut found: Vec<(f64, String, String)> = x
            .terms
            .iter()
            .filter_map(|term| {
                let other = y.terms.binary_search_by_key(&term.term, |other| other.term).ok().map(|at| &y.terms[at])?;
                let written = |reading: &Reading, place: u32| reading.terms[place as usize].written.clone();
                Some((term.weight.min(other.weight), written(&self.readings[a], term.place), written(&self.readings[b], other.place)))
            })
            .collect();
        let sum: f64 = found.iter().map(|(weight, ..)| weight).sum();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (&a.1, &a.2).cmp(&(&b.1, &b.2))));
        found.into_iter().map(|(weight, first, second)| Shared { first, second, part: weight / sum }).collect()
    }
}

/// For each text its strongest pairs, each pair once, in order.
fn strongest<'e>(within: &[&'e Edge]) -> Vec<&'e Edge> {
    const MOST: usize = 6;
    let mut order: Vec<&Edge> = within.to_vec();
    order.sort_by(|x, y| y.similarity.total_cmp(&x.similarity).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut held: BTreeMap<u32, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for edge in order {
        let few = [edge.a, edge.b].iter().any(|text| held.get(text).is_none_or(|held| *held < MOST));
        if few {
            *held.entry(edge.a).or_default() += 1;
            *held.entry(edge.b).or_default() += 1;
            kept.push(edge);
        }
    }
    kept.sort_by_key(|edge| (edge.a, edge.b));
    kept
}

/// The words of a text in a language that is not understood, in order.
fn plainly<K>(text: &Text<'_, K>) -> String {
    let place = text.place.and_then(|place| place.name).unwrap_or_default();
    let mut plain = String::new();
    for (mark, part) in [("", text.title), ("", text.body), ("@", place)] {
        for word in part.split_whitespace() {
            let word = spelled(word);
            if !word.is_empty() {
                plain.push_str(mark);
                plain.push_str(&word);
                plain.push(' ');
            }
        }
    }
    plain
}
