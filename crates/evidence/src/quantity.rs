//! Numbers, each bound to the thing it counts (catalogue D02).
//!
//! What a source states is data with its citation. What follows from that is derived here, by name, with a formula that can be
//! read. What nothing leads to and nothing follows from says so. A number is never known by its digits alone: 73% is the share
//! of negatives inside the eight most observed effects, and it is also what one respondent said of projects in Genk; the two
//! have nothing to do with each other.

use crate::{Citation, Exact, Knowledge, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// A number that a source states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Its key, for instance `participation.studies`.
    pub key: String,
    /// Its ids in the catalogue.
    pub ids: Vec<String>,
    /// What it counts.
    pub name: Words,
    /// The number as the source states it; a percentage as a share, already rounded by the source.
    pub value: Exact,
    /// Whether it is shown as a percentage.
    #[serde(default)]
    pub percent: bool,
    /// How the source hedges it («bijna», «ongeveer»), when it does.
    #[serde(default)]
    pub about: Option<Words>,
    /// Why nothing leads to it and nothing follows from it: a number without its parts, a year, an estimate.
    #[serde(default)]
    pub alone: Option<Words>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Numbers that look alike and are not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// How they look.
    pub looks: String,
    /// Keys of the stated or derived numbers that look so.
    pub keys: Vec<String>,
    /// Why they are not the same.
    pub note: Words,
}

/// A derived figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// One number.
    One(Exact),
    /// Each of these, and no other, agrees with what the sources state after rounding; which one it is, nobody can tell.
    OneOf(Vec<Exact>),
}

/// How a derived figure is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As a number with so many decimals.
    Number(u32),
    /// As a percentage with so many decimals.
    Percent(u32),
}

/// A figure that follows from what sources state.
#[derive(Debug, Clone, Copy)]
pub struct Derivation {
    /// Its key.
    pub key: &'static str,
    /// Its ids in the catalogue.
    pub ids: &'static [&'static str],
    /// What it is, in Dutch.
    pub nl: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// How it is shown.
    pub shown: Shown,
    /// How it follows.
    pub formula: Formula,
}

/// How a figure follows from others. Every name in it is the key of a stated number or of another figure, or a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The first divided by the second.
    Ratio(&'static str, &'static str),
    /// All together.
    Sum(&'static [&'static str]),
    /// The first less the others.
    Less(&'static str, &'static [&'static str]),
    /// What shares leave of the whole.
    Rest(&'static [&'static str]),
    /// Percentages added after each was rounded. What comes out is never repaired.
    SumOfRounded(&'static [&'static str]),
    /// The counts of the second that, as a share of it, round to the first.
    CountsThatRoundTo(&'static str, &'static str),
    /// The shares of those counts.
    SharesThatRoundTo(&'static str, &'static str),
    /// How many items a list has, or a category of it.
    Items(&'static str, Option<&'static str>),
    /// How many there are of something.
    HowMany(Things),
    /// The hours of interviews.
    Hours(Interviews),
}

/// Things that are counted where they stand in the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Things {
    /// Interviews (D03).
    Interviews(Interviews),
    /// Perspectives (B39).
    Perspectives,
    /// Values in the table of perspectives (B39).
    Values,
    /// Competences in that table (B39).
    Competences,
    /// Dilemmas (B42).
    Dilemmas,
    /// Dilemmas that the authors took from literature (B42).
    DilemmasFound,
    /// Dilemmas that the authors added (B42).
    DilemmasAdded,
    /// Headings of strategies (B43).
    StrategyHeadings,
    /// Strategies with their variants (B43).
    Strategies,
}

/// Which interviews of the case study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interviews {
    /// All of them.
    All,
    /// Those in a municipality.
    In(&'static str),
    /// Those with a kind of actor.
    With(&'static str),
}

impl Interviews {
    fn of(self, knowledge: &Knowledge) -> impl Iterator<Item = &crate::Respondent> {
        knowledge.respondents.iter().filter(move |its| match self {
            Self::All => true,
            Self::In(municipality) => its.municipality == municipality,
            Self::With(actor) => its.actor == actor,
        })
    }
}

impl Things {
    fn count(self, knowledge: &Knowledge) -> usize {
        match self {
            Self::Interviews(which) => which.of(knowledge).count(),
            Self::Perspectives => knowledge.perspectives.len(),
            Self::Values => knowledge.perspectives.iter().map(|its| its.values.len()).sum(),
            Self::Competences => knowledge.perspectives.iter().map(|its| its.competences.len()).sum(),
            Self::Dilemmas => knowledge.dilemmas.len(),
            Self::DilemmasFound => knowledge.dilemmas.iter().filter(|its| !its.added).count(),
            Self::DilemmasAdded => knowledge.dilemmas.iter().filter(|its| its.added).count(),
            Self::StrategyHeadings => knowledge.strategies.iter().map(|its| its.heading.as_str()).collect::<BTreeSet<_>>().len(),
            Self::Strategies => knowledge.strategies.len(),
        }
    }

    const fn list(self) -> &'static str {
        match self {
            Self::Interviews(_) => "D03",
            Self::Perspectives | Self::Values | Self::Competences => "B39",
            Self::Dilemmas | Self::DilemmasFound | Self::DilemmasAdded => "B42",
            Self::StrategyHeadings | Self::Strategies => "B43",
        }
    }
}

impl Formula {
    /// Keys of the stated numbers and figures, and ids of the lists, that it follows from.
    #[must_use]
    pub fn from(self) -> Vec<&'static str> {
        match self {
            Self::Ratio(one, two) | Self::CountsThatRoundTo(one, two) | Self::SharesThatRoundTo(one, two) => vec![one, two],
            Self::Sum(keys) | Self::Rest(keys) | Self::SumOfRounded(keys) => keys.to_vec(),
            Self::Less(whole, keys) => std::iter::once(whole).chain(keys.iter().copied()).collect(),
            Self::Items(list, _) => vec![list],
            Self::HowMany(things) => vec![things.list()],
            Self::Hours(_) => vec!["D03"],
        }
    }

    /// Every number that agrees with what the sources state, from small to large; none when something is missing.
    fn numbers(self, knowledge: &Knowledge) -> Option<Vec<Exact>> {
        let mut numbers = match self {
            Self::Ratio(one, two) => each_with(&possible(knowledge, one)?, &possible(knowledge, two)?, Exact::divided_by)?,
            Self::Sum(keys) => added(knowledge, keys)?,
            Self::Less(whole, keys) => each_with(&possible(knowledge, whole)?, &added(knowledge, keys)?, Exact::minus)?,
            Self::Rest(keys) => each_with(&[Exact::whole(1)], &added(knowledge, keys)?, Exact::minus)?,
            Self::SumOfRounded(keys) => {
                let mut sums = vec![Exact::ZERO];
                for key in keys {
                    let rounded =
                        possible(knowledge, key)?.into_iter().map(|share| share.percent(0).parse().ok()).collect::<Option<Vec<_>>>()?;
                    sums = each_with(&sums, &rounded, Exact::plus)?;
                }
                sums
            }
            Self::CountsThatRoundTo(share, whole) => {
                counts_of_each(knowledge, share, whole)?.into_iter().map(|(count, _)| Exact::whole(count)).collect()
            }
            Self::SharesThatRoundTo(share, whole) => counts_of_each(knowledge, share, whole)?
                .into_iter()
                .map(|(count, whole)| Exact::ratio(count, whole))
                .collect::<Option<Vec<_>>>()?,
            Self::Items(list, category) => {
                let list = knowledge.list(list)?;
                vec![whole(category.map_or(list.items.len(), |category| list.of_category(category).count()))?]
            }
            Self::HowMany(things) => vec![whole(things.count(knowledge))?],
            Self::Hours(which) => vec![Exact::sum(which.of(knowledge).map(|its| its.hours))?],
        };
        numbers.sort_unstable();
        numbers.dedup();
        (!numbers.is_empty()).then_some(numbers)
    }
}

impl fmt::Display for Formula {
    /// As it is read: `participation.observed ÷ participation.studies`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ratio(one, two) => write!(f, "{one} ÷ {two}"),
            Self::Sum(keys) => f.write_str(&keys.join(" + ")),
            Self::Less(whole, keys) => write!(f, "{whole} − {}", keys.join(" − ")),
            Self::Rest(keys) => write!(f, "100% − {}", keys.join(" − ")),
            Self::SumOfRounded(keys) => write!(f, "round({})", keys.join(") + round(")),
            Self::CountsThatRoundTo(share, whole) => write!(f, "each n with round(n ÷ {whole}) = {share}"),
            Self::SharesThatRoundTo(share, whole) => write!(f, "n ÷ {whole}, each n with round(n ÷ {whole}) = {share}"),
            Self::Items(list, None) => write!(f, "items of {list}"),
            Self::Items(list, Some(category)) => write!(f, "items of {list}, category {category}"),
            Self::HowMany(things) => match things {
                Things::Interviews(which) => write!(f, "interviews of D03{which}"),
                Things::Perspectives => f.write_str("perspectives of B39"),
                Things::Values => f.write_str("values of B39"),
                Things::Competences => f.write_str("competences of B39"),
                Things::Dilemmas => f.write_str("dilemmas of B42"),
                Things::DilemmasFound => f.write_str("dilemmas of B42 that were found in literature"),
                Things::DilemmasAdded => f.write_str("dilemmas of B42 that were added"),
                Things::StrategyHeadings => f.write_str("headings of B43"),
                Things::Strategies => f.write_str("strategies and variants of B43"),
            },
            Self::Hours(which) => write!(f, "hours of D03{which}"),
        }
    }
}

impl fmt::Display for Interviews {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::In(municipality) => write!(f, ", {municipality}"),
            Self::With(actor) => write!(f, ", {actor}"),
        }
    }
}

/// Each of the first with each of the second.
fn each_with(one: &[Exact], two: &[Exact], with: impl Fn(Exact, Exact) -> Option<Exact>) -> Option<Vec<Exact>> {
    let with = &with;
    one.iter().flat_map(|one| two.iter().map(move |two| with(*one, *two))).collect()
}

/// What a stated number or a figure can be.
fn possible(knowledge: &Knowledge, key: &str) -> Option<Vec<Exact>> {
    match knowledge.quantity(key) {
        Some(quantity) => Some(vec![quantity.value]),
        None => derivation(key)?.formula.numbers(knowledge),
    }
}

/// What these can be together.
fn added(knowledge: &Knowledge, keys: &[&str]) -> Option<Vec<Exact>> {
    keys.iter().try_fold(vec![Exact::ZERO], |sums, key| each_with(&sums, &possible(knowledge, key)?, Exact::plus))
}

/// The counts that round to a share, each with what it is a count of.
fn counts_of_each(knowledge: &Knowledge, share: &str, whole: &str) -> Option<Vec<(i64, i64)>> {
    let percent = knowledge.quantity(share)?.value.times(Exact::whole(100))?.as_whole()?;
    let mut counts = Vec::new();
    for whole in possible(knowledge, whole)? {
        let whole = whole.as_whole()?;
        counts.extend(counts_that_round_to(percent, whole).into_iter().map(|count| (count, whole)));
    }
    Some(counts)
}

fn whole(number: usize) -> Option<Exact> {
    i64::try_from(number).ok().map(Exact::whole)
}

impl Shown {
    /// A number as it is shown, rounded half up: the one rule there is.
    #[must_use]
    pub fn text(self, number: Exact) -> String {
        match self {
            Self::Number(decimals) => number.rounded(decimals),
            Self::Percent(decimals) => format!("{}%", number.percent(decimals)),
        }
    }
}

impl Quantity {
    /// The number as it is shown: a share in whole percents, as the sources state it.
    #[must_use]
    pub fn text(&self) -> String {
        if self.percent { Shown::Percent(0).text(self.value) } else { self.value.to_string() }
    }
}

impl Derivation {
    /// The figure; none when something it follows from is missing.
    #[must_use]
    pub fn figure(&self, knowledge: &Knowledge) -> Option<Figure> {
        let numbers = self.formula.numbers(knowledge)?;
        Some(match numbers.as_slice() {
            [one] => Figure::One(*one),
            _ => Figure::OneOf(numbers),
        })
    }

    /// The figure as it is shown, rounded half up; possibilities stand apart by « / ».
    #[must_use]
    pub fn text(&self, knowledge: &Knowledge) -> Option<String> {
        let numbers = self.formula.numbers(knowledge)?;
        Some(numbers.into_iter().map(|number| self.shown.text(number)).collect::<Vec<_>>().join(" / "))
    }
}

/// The counts of `whole` that, as a share, round half up to `percent` in whole percents.
///
/// ```
/// use evidence::counts_that_round_to;
/// assert_eq!(counts_that_round_to(52, 175), [91]);
/// assert_eq!(counts_that_round_to(23, 175), [40, 41]);
/// ```
#[must_use]
pub fn counts_that_round_to(percent: i64, whole: i64) -> Vec<i64> {
    (0..=whole).filter(|count| Exact::ratio(*count, whole).is_some_and(|share| share.percent(0) == percent.to_string())).collect()
}

macro_rules! derivations {
    ($($key:literal [$($id:literal),*] $nl:literal, $en:literal, $shown:ident($decimals:literal), $formula:expr;)*) => {
        /// Every derived figure, by name.
        pub const DERIVATIONS: &[Derivation] = &[$(Derivation {
            key: $key, ids: &[$($id),*], nl: $nl, en: $en, shown: Shown::$shown($decimals), formula: $formula,
        },)*];
    };
}

use Formula::{CountsThatRoundTo, Hours, HowMany, Items, Less, Ratio, Rest, SharesThatRoundTo, Sum, SumOfRounded};

derivations! {
    "participation.included-share" ["B07", "D050"] "deel van de zoekresultaten dat verwerkt werd (beleidsparticipatie)", "share of hits that was processed (policy participation)",
        Percent(1), Ratio("participation.studies", "participation.hits");
    "cocreation.included-share" ["D051"] "deel van de zoekresultaten dat geanalyseerd werd (co-creatie)", "share of hits that was analysed (co-creation)",
        Percent(1), Ratio("cocreation.sources", "cocreation.hits");
    "cocreation.empirical-share" ["B09", "D052"] "deel van de bronnen dat empirisch is", "share of the sources that is empirical",
        Percent(1), Ratio("cocreation.empirical", "cocreation.sources");
    "cocreation.other-sources" ["B09", "D052"] "andere bronnen dan empirische", "sources other than empirical ones",
        Number(0), Less("cocreation.sources", &["cocreation.empirical"]);
    "participation.named-effects" ["D054"] "effecten die met naam bekend zijn", "effects that are known by name",
        Number(0), Items("B01", None);
    "participation.lost-effects" ["D054"] "effecten waarvan de naam verloren is", "effects of which the name is lost",
        Number(0), Less("participation.distinct-effects", &["participation.named-effects"]);
    "participation.observed-sum" ["D055"] "geobserveerde effecten, som van de categorieën", "observed effects, sum of the categories",
        Number(0), Sum(&["participation.observed-acceptance", "participation.observed-decisions", "participation.observed-citizens"]);
    "participation.acceptance-share" ["B07", "D056"] "deel acceptatie en legitimiteit", "share of acceptance and legitimacy",
        Percent(0), Ratio("participation.observed-acceptance", "participation.observed");
    "participation.decisions-share" ["B07", "D056"] "deel beslissingen en beleid", "share of decisions and policy",
        Percent(0), Ratio("participation.observed-decisions", "participation.observed");
    "participation.citizens-share" ["B07", "D056"] "deel burgers en burgergemeenschap", "share of citizens and civic community",
        Percent(0), Ratio("participation.observed-citizens", "participation.observed");
    "participation.rounded-shares-sum" ["D056"] "som van de drie afgeronde percentages", "sum of the three rounded percentages",
        Number(0), SumOfRounded(&["participation.acceptance-share", "participation.decisions-share", "participation.citizens-share"]);
    "participation.effects-per-study" ["D057"] "geobserveerde effecten per studie", "observed effects per study",
        Number(2), Ratio("participation.observed", "participation.studies");
    "participation.positive-count" ["D058"] "positieve effecten, aantal dat bij het percentage past", "positive effects, count that agrees with the percentage",
        Number(0), CountsThatRoundTo("participation.share-positive", "participation.observed");
    "participation.negative-count" ["D059"] "negatieve effecten, aantallen die bij het percentage passen", "negative effects, counts that agree with the percentage",
        Number(0), CountsThatRoundTo("participation.share-negative", "participation.observed");
    "participation.negative-exact-share" ["D059"] "deel negatieve effecten, van elk aantal dat bij het percentage past", "share of negative effects, of each count that agrees with the percentage",
        Percent(2), SharesThatRoundTo("participation.share-negative", "participation.observed");
    "participation.neutral-share" ["B07", "D060"] "neutraal deel, door aftrekken", "neutral share, by subtraction",
        Percent(0), Rest(&["participation.share-positive", "participation.share-negative"]);
    "participation.neutral-count" ["D060"] "neutrale effecten, aantallen die bij de percentages passen", "neutral effects, counts that agree with the percentages",
        Number(0), Less("participation.observed", &["participation.positive-count", "participation.negative-count"]);
    "participation.negative-count-in-top-eight" ["D061"] "negatieve effecten binnen de acht meest geobserveerde, aantallen die bij het percentage passen", "negatives inside the eight most observed, counts that agree with the percentage",
        Number(0), CountsThatRoundTo("participation.share-negative-in-top-eight", "participation.negative-count");
    "participation.negative-in-top-eight" ["B07", "D061"] "negatieve effecten binnen de acht meest geobserveerde, als deel van alle negatieve", "negatives inside the eight most observed, as a share of all negatives",
        Percent(1), SharesThatRoundTo("participation.share-negative-in-top-eight", "participation.negative-count");
    "service.sum" ["B09", "D062"] "dienst: positief, negatief en geen effect samen", "service: positive, negative and no effect together",
        Number(0), Sum(&["service.positive", "service.negative", "service.no-effect"]);
    "relation.sum" ["B09", "D063"] "relatie: positief, negatief en geen effect samen", "relation: positive, negative and no effect together",
        Number(0), Sum(&["relation.positive", "relation.negative", "relation.no-effect"]);
    "democracy.sum" ["B09", "D064"] "democratische kwaliteit: positief, negatief en geen effect samen", "democratic quality: positive, negative and no effect together",
        Number(0), Sum(&["democracy.positive", "democracy.negative", "democracy.no-effect"]);
    "service.positive-share" ["B09"] "dienst: deel positief", "service: share positive",
        Percent(1), Ratio("service.positive", "service.mentions");
    "service.negative-share" ["B09", "D067"] "dienst: deel negatief", "service: share negative",
        Percent(1), Ratio("service.negative", "service.mentions");
    "service.no-effect-share" ["B09", "D068"] "dienst: deel zonder effect", "service: share without effect",
        Percent(1), Ratio("service.no-effect", "service.mentions");
    "relation.positive-share" ["B09"] "relatie: deel positief", "relation: share positive",
        Percent(1), Ratio("relation.positive", "relation.mentions");
    "relation.negative-share" ["B09", "D067"] "relatie: deel negatief", "relation: share negative",
        Percent(1), Ratio("relation.negative", "relation.mentions");
    "relation.no-effect-share" ["B09", "D068"] "relatie: deel zonder effect", "relation: share without effect",
        Percent(1), Ratio("relation.no-effect", "relation.mentions");
    "democracy.positive-share" ["B09"] "democratische kwaliteit: deel positief", "democratic quality: share positive",
        Percent(1), Ratio("democracy.positive", "democracy.mentions");
    "democracy.negative-share" ["B09", "D067"] "democratische kwaliteit: deel negatief", "democratic quality: share negative",
        Percent(1), Ratio("democracy.negative", "democracy.mentions");
    "democracy.no-effect-share" ["B09", "D068"] "democratische kwaliteit: deel zonder effect", "democratic quality: share without effect",
        Percent(1), Ratio("democracy.no-effect", "democracy.mentions");
    "cocreation.positive-sum" ["B09", "D065"] "positieve vermeldingen, som van de categorieën", "positive mentions, sum of the categories",
        Number(0), Sum(&["service.positive", "relation.positive", "democracy.positive"]);
    "cocreation.negative-sum" ["B09", "D065"] "negatieve vermeldingen, som van de categorieën", "negative mentions, sum of the categories",
        Number(0), Sum(&["service.negative", "relation.negative", "democracy.negative"]);
    "cocreation.no-effect-sum" ["B09", "D065"] "vermeldingen van geen effect, som van de categorieën", "mentions of no effect, sum of the categories",
        Number(0), Sum(&["service.no-effect", "relation.no-effect", "democracy.no-effect"]);
    "cocreation.mentions-sum" ["B09", "D065"] "alle vermeldingen, som van de categorieën", "all mentions, sum of the categories",
        Number(0), Sum(&["service.mentions", "relation.mentions", "democracy.mentions"]);
    "cocreation.positive-share" ["B09"] "deel van alle vermeldingen dat positief is", "share of all mentions that is positive",
        Percent(1), Ratio("cocreation.positive-sum", "cocreation.mentions-sum");
    "reviews.sources" ["D050", "D051"] "bronnen van beide literatuurstudies samen", "sources of both reviews together",
        Number(0), Sum(&["participation.studies", "cocreation.sources"]);
    "values.service" ["D066"] "waarden in de categorie dienst", "values in the category service",
        Number(0), Items("B08", Some("service"));
    "values.relation" ["D066"] "waarden in de categorie relatie", "values in the category relation",
        Number(0), Items("B08", Some("relation"));
    "values.democracy" ["D066"] "waarden in de categorie democratische kwaliteit", "values in the category democratic quality",
        Number(0), Items("B08", Some("democracy"));
    "values.count" ["D066"] "waarden in de lijst", "values in the list",
        Number(0), Items("B08", None);
    "trust.mentions" ["B09", "D069"] "vermeldingen van vertrouwen", "mentions of trust",
        Number(0), Sum(&["trust.positive", "trust.no-effect", "trust.negative"]);
    "interviews.count" ["D070"] "interviews in de tabel", "interviews in the table",
        Number(0), HowMany(Things::Interviews(Interviews::All));
    "interviews.genk" ["D070"] "interviews in Genk", "interviews in Genk",
        Number(0), HowMany(Things::Interviews(Interviews::In("Genk")));
    "interviews.beringen" ["D070"] "interviews in Beringen", "interviews in Beringen",
        Number(0), HowMany(Things::Interviews(Interviews::In("Beringen")));
    "interviews.political" ["D070"] "interviews met politieke actoren", "interviews with politicians",
        Number(0), HowMany(Things::Interviews(Interviews::With("political")));
    "interviews.official" ["D070"] "interviews met ambtelijke actoren", "interviews with officials",
        Number(0), HowMany(Things::Interviews(Interviews::With("official")));
    "interviews.intermediary" ["D070"] "interviews met intermediaire actoren", "interviews with intermediaries",
        Number(0), HowMany(Things::Interviews(Interviews::With("intermediary")));
    "interviews.hours" ["D071"] "uren interview", "hours of interview",
        Number(0), Hours(Interviews::All);
    "interviews.hours-genk" ["D071"] "uren interview in Genk", "hours of interview in Genk",
        Number(0), Hours(Interviews::In("Genk"));
    "interviews.hours-beringen" ["D071"] "uren interview in Beringen", "hours of interview in Beringen",
        Number(0), Hours(Interviews::In("Beringen"));
    "interviews.mean-hours" ["D071"] "gemiddelde duur van een interview in uren", "mean duration of an interview in hours",
        Number(2), Ratio("interviews.hours", "interviews.count");
    "perspectives.count" ["D076"] "perspectieven", "perspectives",
        Number(0), HowMany(Things::Perspectives);
    "perspectives.values" ["D076"] "waarden in tabel 1 van de working paper", "values in table 1 of the working paper",
        Number(0), HowMany(Things::Values);
    "perspectives.competences" ["D076"] "competenties in tabel 1 van de working paper", "competences in table 1 of the working paper",
        Number(0), HowMany(Things::Competences);
    "dilemmas.count" ["D076"] "dilemma's", "dilemmas",
        Number(0), HowMany(Things::Dilemmas);
    "dilemmas.found" ["D076"] "dilemma's uit de literatuur", "dilemmas from literature",
        Number(0), HowMany(Things::DilemmasFound);
    "dilemmas.added" ["D076"] "dilemma's die de auteurs toevoegden", "dilemmas the authors added",
        Number(0), HowMany(Things::DilemmasAdded);
    "strategies.headings" ["D076"] "kopjes met strategieën", "headings of strategies",
        Number(0), HowMany(Things::StrategyHeadings);
    "strategies.variants" ["D076"] "strategieën met hun varianten", "strategies with their variants",
        Number(0), HowMany(Things::Strategies);
    "questions.participation" ["D077"] "onderzoeksvragen over beleidsparticipatie", "research questions on policy participation",
        Number(0), Items("B49", Some("participation"));
    "questions.cocreation" ["D077"] "onderzoeksvragen over co-creatie", "research questions on co-creation",
        Number(0), Items("B49", Some("cocreation"));
    "questions.thesis-main" ["D077"] "hoofdvraag van de masterproef", "main question of the thesis",
        Number(0), Items("B49", Some("thesis-main"));
    "questions.thesis" ["D077"] "deelvragen van de masterproef naast de hoofdvraag", "sub-questions of the thesis beside the main one",
        Number(0), Items("B49", Some("thesis-sub"));
    "questions.paper-main" ["D077"] "hoofdvraag van de working paper", "main question of the working paper",
        Number(0), Items("B49", Some("paper-main"));
    "questions.paper" ["D077"] "vervolgvragen van de working paper naast de hoofdvraag", "follow-up questions of the working paper beside the main one",
        Number(0), Items("B49", Some("paper-next"));
}

/// The derivation with this key.
#[must_use]
pub fn derivation(key: &str) -> Option<&'static Derivation> {
    DERIVATIONS.iter().find(|derivation| derivation.key == key)
}

/// A number that a source states beside the figure that follows from other numbers of the same source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrossCheck {
    /// Key of the stated number.
    pub stated: &'static str,
    /// Key of the figure.
    pub derived: &'static str,
    /// How they should go together.
    pub should: Relation,
    /// The contradiction that tells of it, where they do not (catalogue H2).
    pub contradiction: Option<&'static str>,
}

/// How a figure should go together with a stated number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is the same; a percentage after both were rounded to whole percents.
    Same,
    /// It is no more, after rounding: the source says «maximum».
    AtMost,
    /// It is less, unrounded: the source says «minder dan».
    LessThan,
    /// It is near; the source says «ongeveer», and no rule of ours says how near that is. Both are shown.
    About,
}

const fn check(stated: &'static str, derived: &'static str, should: Relation, contradiction: Option<&'static str>) -> CrossCheck {
    CrossCheck { stated, derived, should, contradiction }
}

/// Every number that a source states twice over: as a number, and in what adds up to it. Where the two do not go together both
/// stay; none is repaired.
pub const CROSS_CHECKS: &[CrossCheck] = &[
    check("participation.observed", "participation.observed-sum", Relation::Same, None),
    check("participation.stated-acceptance-share", "participation.acceptance-share", Relation::Same, None),
    check("participation.stated-decisions-share", "participation.decisions-share", Relation::Same, None),
    check("participation.stated-citizens-share", "participation.citizens-share", Relation::Same, None),
    check("participation.share-negative", "participation.negative-exact-share", Relation::Same, None),
    check("participation.share-negative-in-top-eight", "participation.negative-in-top-eight", Relation::Same, None),
    check("service.mentions", "service.sum", Relation::Same, None),
    check("relation.mentions", "relation.sum", Relation::Same, None),
    check("democracy.mentions", "democracy.sum", Relation::Same, None),
    check("cocreation.stated-positive", "cocreation.positive-sum", Relation::Same, None),
    check("cocreation.stated-negative", "cocreation.negative-sum", Relation::Same, None),
    check("values.stated", "values.count", Relation::Same, None),
    check("relation.stated-negative-share", "relation.negative-share", Relation::About, Some("H2.2")),
    check("others.stated-negative-share", "service.negative-share", Relation::About, None),
    check("others.stated-negative-share", "democracy.negative-share", Relation::About, None),
    check("relation.stated-no-effect-share", "relation.no-effect-share", Relation::AtMost, None),
    check("relation.stated-no-effect-share", "service.no-effect-share", Relation::AtMost, Some("H2.1")),
    check("others.stated-no-effect-share", "service.no-effect-share", Relation::LessThan, Some("H2.1")),
    check("others.stated-no-effect-share", "democracy.no-effect-share", Relation::LessThan, None),
    check("interviews.stated", "interviews.count", Relation::Same, None),
];

impl CrossCheck {
    /// Whether the two go together; none where something is missing, or the source says «ongeveer».
    #[must_use]
    pub fn holds(&self, knowledge: &Knowledge) -> Option<bool> {
        let quantity = knowledge.quantity(self.stated)?;
        let rounded = |number: Exact| if quantity.percent { number.percent(0).parse::<Exact>().ok() } else { Some(number) };
        let (stated, derived) = (quantity.value, derivation(self.derived)?.formula.numbers(knowledge)?);
        match self.should {
            Relation::About => None,
            Relation::LessThan => Some(derived.iter().all(|number| *number < stated)),
            Relation::Same | Relation::AtMost => {
                let (stated, derived) = (rounded(stated)?, derived.into_iter().map(rounded).collect::<Option<Vec<_>>>()?);
                Some(derived.iter().all(|number| if self.should == Relation::Same { *number == stated } else { *number <= stated }))
            }
        }
    }
}

/// One line of what the reviews come to (catalogue D02): a number, stated or derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Its id in the catalogue.
    pub id: String,
    /// Its key.
    pub key: String,
    /// The number as it is shown.
    pub value: String,
    /// The formula; none when a source states it.
    pub formula: Option<Formula>,
    /// Why nothing leads to it and nothing follows from it, where that is so.
    pub alone: Option<Words>,
}

impl Knowledge {
    /// Every number of catalogue D02 by its id: stated ones first, then what follows, each with its formula.
    #[must_use]
    pub fn results(&self) -> Vec<ResultRow> {
        let is_result = |id: &&str| id.starts_with('D');
        let stated = self.quantities.iter().flat_map(|its| {
            let row = |id: &str| ResultRow {
                id: id.to_owned(),
                key: its.key.clone(),
                value: its.text(),
                formula: None,
                alone: its.alone.clone(),
            };
            its.ids.iter().map(String::as_str).filter(is_result).map(row).collect::<Vec<_>>()
        });
        let derived = DERIVATIONS.iter().flat_map(|its| {
            let row = |id: &str| ResultRow {
                id: id.to_owned(),
                key: its.key.to_owned(),
                value: its.text(self).unwrap_or_default(),
                formula: Some(its.formula),
                alone: None,
            };
            its.ids.iter().copied().filter(is_result).map(row).collect::<Vec<_>>()
        });
        let mut rows: Vec<ResultRow> = stated.chain(derived).collect();
        rows.sort_by(|one, two| one.id.cmp(&two.id));
        rows
    }
}
