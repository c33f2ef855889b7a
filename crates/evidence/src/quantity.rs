//! Numbers, each bound to the thing it counts (catalogue D02).
//!
//! What a source states is data with its citation. What follows from that is derived here, by name. A number is never
//! known by its digits alone: 73% is the share of negatives inside the eight most observed effects, and it is also
//! what one respondent said of projects in Genk; the two have nothing to do with each other.

use crate::{Citation, Exact, Knowledge, Words};
use serde::{Deserialize, Serialize};

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
    /// Keys of the stated numbers and names of the lists it follows from.
    pub from: &'static [&'static str],
    /// How it is shown.
    pub shown: Shown,
    figure: fn(&Knowledge) -> Option<Figure>,
}

impl Derivation {
    /// The figure; none when something it follows from is missing.
    #[must_use]
    pub fn figure(&self, knowledge: &Knowledge) -> Option<Figure> {
        (self.figure)(knowledge)
    }

    /// The figure as it is shown, rounded half up; possibilities stand apart by « of ».
    #[must_use]
    pub fn text(&self, knowledge: &Knowledge) -> Option<String> {
        let show = |number: Exact| match self.shown {
            Shown::Number(decimals) => number.rounded(decimals),
            Shown::Percent(decimals) => format!("{}%", number.percent(decimals)),
        };
        Some(match self.figure(knowledge)? {
            Figure::One(number) => show(number),
            Figure::OneOf(numbers) => numbers.into_iter().map(show).collect::<Vec<_>>().join(" / "),
        })
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

fn stated(knowledge: &Knowledge, key: &str) -> Option<Exact> {
    knowledge.quantity(key).map(|quantity| quantity.value)
}

fn share(knowledge: &Knowledge, of: &str, whole: &str) -> Option<Figure> {
    stated(knowledge, of)?.divided_by(stated(knowledge, whole)?).map(Figure::One)
}

fn sum(knowledge: &Knowledge, keys: &[&str]) -> Option<Exact> {
    Exact::sum(keys.iter().map(|key| stated(knowledge, key)).collect::<Option<Vec<_>>>()?)
}

fn count(number: usize) -> Option<Exact> {
    i64::try_from(number).ok().map(Exact::whole)
}

fn items(knowledge: &Knowledge, list: &str, category: Option<&str>) -> Option<Exact> {
    let list = knowledge.list(list)?;
    count(category.map_or(list.items.len(), |category| list.of_category(category).count()))
}

fn possible_counts(knowledge: &Knowledge, share: &str, whole: &str) -> Option<Vec<i64>> {
    let percent = stated(knowledge, share)?.times(Exact::whole(100))?.as_whole()?;
    Some(counts_that_round_to(percent, stated(knowledge, whole)?.as_whole()?))
}

const POSITIVE: [&str; 3] = ["service.positive", "relation.positive", "democracy.positive"];
const NEGATIVE: [&str; 3] = ["service.negative", "relation.negative", "democracy.negative"];
const NONE: [&str; 3] = ["service.no-effect", "relation.no-effect", "democracy.no-effect"];
const MENTIONS: [&str; 3] = ["service.mentions", "relation.mentions", "democracy.mentions"];

fn respondents(knowledge: &Knowledge, keep: impl Fn(&crate::Respondent) -> bool) -> Option<Exact> {
    count(knowledge.respondents.iter().filter(|respondent| keep(respondent)).count())
}

fn hours(knowledge: &Knowledge, keep: impl Fn(&crate::Respondent) -> bool) -> Option<Exact> {
    Exact::sum(knowledge.respondents.iter().filter(|respondent| keep(respondent)).map(|respondent| respondent.hours))
}

macro_rules! derivations {
    ($($key:literal [$($id:literal),*] $nl:literal, $en:literal, from [$($from:literal),*], $shown:ident($decimals:literal), $figure:expr;)*) => {
        /// Every derived figure, by name.
        pub const DERIVATIONS: &[Derivation] = &[$(Derivation {
            key: $key, ids: &[$($id),*], nl: $nl, en: $en, from: &[$($from),*], shown: Shown::$shown($decimals), figure: $figure,
        },)*];
    };
}

derivations! {
    "participation.included-share" ["B07", "D050"] "deel van de zoekresultaten dat verwerkt werd (beleidsparticipatie)", "share of hits that was processed (policy participation)",
        from ["participation.studies", "participation.hits"], Percent(1), |k| share(k, "participation.studies", "participation.hits");
    "cocreation.included-share" ["D051"] "deel van de zoekresultaten dat geanalyseerd werd (co-creatie)", "share of hits that was analysed (co-creation)",
        from ["cocreation.sources", "cocreation.hits"], Percent(1), |k| share(k, "cocreation.sources", "cocreation.hits");
    "cocreation.empirical-share" ["B09", "D052"] "deel van de bronnen dat empirisch is", "share of the sources that is empirical",
        from ["cocreation.empirical", "cocreation.sources"], Percent(1), |k| share(k, "cocreation.empirical", "cocreation.sources");
    "cocreation.other-sources" ["B09", "D052"] "andere bronnen dan empirische", "sources other than empirical ones",
        from ["cocreation.sources", "cocreation.empirical"], Number(0), |k| stated(k, "cocreation.sources")?.minus(stated(k, "cocreation.empirical")?).map(Figure::One);
    "participation.lost-effects" ["D054"] "effecten waarvan de naam verloren is", "effects of which the name is lost",
        from ["participation.distinct-effects", "B01"], Number(0), |k| stated(k, "participation.distinct-effects")?.minus(items(k, "B01", None)?).map(Figure::One);
    "participation.observed-sum" ["D055"] "geobserveerde effecten, som van de categorieën", "observed effects, sum of the categories",
        from ["participation.observed-acceptance", "participation.observed-decisions", "participation.observed-citizens"], Number(0),
        |k| sum(k, &["participation.observed-acceptance", "participation.observed-decisions", "participation.observed-citizens"]).map(Figure::One);
    "participation.acceptance-share" ["B07", "D056"] "deel acceptatie en legitimiteit", "share of acceptance and legitimacy",
        from ["participation.observed-acceptance", "participation.observed"], Percent(0), |k| share(k, "participation.observed-acceptance", "participation.observed");
    "participation.decisions-share" ["B07", "D056"] "deel beslissingen en beleid", "share of decisions and policy",
        from ["participation.observed-decisions", "participation.observed"], Percent(0), |k| share(k, "participation.observed-decisions", "participation.observed");
    "participation.citizens-share" ["B07", "D056"] "deel burgers en burgergemeenschap", "share of citizens and civic community",
        from ["participation.observed-citizens", "participation.observed"], Percent(0), |k| share(k, "participation.observed-citizens", "participation.observed");
    "participation.rounded-shares-sum" ["D056"] "som van de drie afgeronde percentages", "sum of the three rounded percentages",
        from ["participation.acceptance-share", "participation.decisions-share", "participation.citizens-share"], Number(0), |k| {
            let rounded = ["participation.acceptance-share", "participation.decisions-share", "participation.citizens-share"].iter().map(|key| match derivation(key)?.figure(k)? {
                Figure::One(share) => share.percent(0).parse().ok(),
                Figure::OneOf(_) => None,
            });
            Exact::sum(rounded.collect::<Option<Vec<Exact>>>()?).map(Figure::One)
        };
    "participation.effects-per-study" ["D057"] "geobserveerde effecten per studie", "observed effects per study",
        from ["participation.observed", "participation.studies"], Number(2), |k| share(k, "participation.observed", "participation.studies");
    "participation.positive-count" ["D058"] "positieve effecten, aantal dat bij het percentage past", "positive effects, count that agrees with the percentage",
        from ["participation.share-positive", "participation.observed"], Number(0),
        |k| Some(Figure::OneOf(possible_counts(k, "participation.share-positive", "participation.observed")?.into_iter().map(Exact::whole).collect()));
    "participation.negative-count" ["D059"] "negatieve effecten, aantallen die bij het percentage passen", "negative effects, counts that agree with the percentage",
        from ["participation.share-negative", "participation.observed"], Number(0),
        |k| Some(Figure::OneOf(possible_counts(k, "participation.share-negative", "participation.observed")?.into_iter().map(Exact::whole).collect()));
    "participation.neutral-share" ["B07", "D060"] "neutraal deel, door aftrekken", "neutral share, by subtraction",
        from ["participation.share-positive", "participation.share-negative"], Percent(0),
        |k| Exact::whole(1).minus(stated(k, "participation.share-positive")?)?.minus(stated(k, "participation.share-negative")?).map(Figure::One);
    "participation.neutral-count" ["D060"] "neutrale effecten, aantallen die bij de percentages passen", "neutral effects, counts that agree with the percentages",
        from ["participation.observed", "participation.positive-count", "participation.negative-count"], Number(0), |k| {
            let observed = stated(k, "participation.observed")?.as_whole()?;
            let mut left = Vec::new();
            for positive in possible_counts(k, "participation.share-positive", "participation.observed")? {
                for negative in possible_counts(k, "participation.share-negative", "participation.observed")? {
                    left.push(observed - positive - negative);
                }
            }
            left.sort_unstable();
            left.dedup();
            Some(Figure::OneOf(left.into_iter().map(Exact::whole).collect()))
        };
    "participation.negative-in-top-eight" ["B07", "D061"] "negatieve effecten binnen de acht meest geobserveerde, als deel van alle negatieve", "negatives inside the eight most observed, as a share of all negatives",
        from ["participation.share-negative-in-top-eight", "participation.negative-count"], Percent(1), |k| {
            let percent = stated(k, "participation.share-negative-in-top-eight")?.times(Exact::whole(100))?.as_whole()?;
            let mut shares = Vec::new();
            for negative in possible_counts(k, "participation.share-negative", "participation.observed")? {
                for inside in counts_that_round_to(percent, negative) {
                    shares.push(Exact::ratio(inside, negative)?);
                }
            }
            Some(Figure::OneOf(shares))
        };
    "service.sum" ["B09", "D062"] "dienst: positief, negatief en geen effect samen", "service: positive, negative and no effect together",
        from ["service.positive", "service.negative", "service.no-effect"], Number(0), |k| sum(k, &["service.positive", "service.negative", "service.no-effect"]).map(Figure::One);
    "relation.sum" ["B09", "D063"] "relatie: positief, negatief en geen effect samen", "relation: positive, negative and no effect together",
        from ["relation.positive", "relation.negative", "relation.no-effect"], Number(0), |k| sum(k, &["relation.positive", "relation.negative", "relation.no-effect"]).map(Figure::One);
    "democracy.sum" ["B09", "D064"] "democratische kwaliteit: positief, negatief en geen effect samen", "democratic quality: positive, negative and no effect together",
        from ["democracy.positive", "democracy.negative", "democracy.no-effect"], Number(0), |k| sum(k, &["democracy.positive", "democracy.negative", "democracy.no-effect"]).map(Figure::One);
    "service.positive-share" ["B09"] "dienst: deel positief", "service: share positive", from ["service.positive", "service.mentions"], Percent(1), |k| share(k, "service.positive", "service.mentions");
    "service.negative-share" ["B09", "D067"] "dienst: deel negatief", "service: share negative", from ["service.negative", "service.mentions"], Percent(1), |k| share(k, "service.negative", "service.mentions");
    "service.no-effect-share" ["B09", "D068"] "dienst: deel zonder effect", "service: share without effect", from ["service.no-effect", "service.mentions"], Percent(1), |k| share(k, "service.no-effect", "service.mentions");
    "relation.positive-share" ["B09"] "relatie: deel positief", "relation: share positive", from ["relation.positive", "relation.mentions"], Percent(1), |k| share(k, "relation.positive", "relation.mentions");
    "relation.negative-share" ["B09", "D067"] "relatie: deel negatief", "relation: share negative", from ["relation.negative", "relation.mentions"], Percent(1), |k| share(k, "relation.negative", "relation.mentions");
    "relation.no-effect-share" ["B09", "D068"] "relatie: deel zonder effect", "relation: share without effect", from ["relation.no-effect", "relation.mentions"], Percent(1), |k| share(k, "relation.no-effect", "relation.mentions");
    "democracy.positive-share" ["B09"] "democratische kwaliteit: deel positief", "democratic quality: share positive", from ["democracy.positive", "democracy.mentions"], Percent(1), |k| share(k, "democracy.positive", "democracy.mentions");
    "democracy.negative-share" ["B09", "D067"] "democratische kwaliteit: deel negatief", "democratic quality: share negative", from ["democracy.negative", "democracy.mentions"], Percent(1), |k| share(k, "democracy.negative", "democracy.mentions");
    "democracy.no-effect-share" ["B09", "D068"] "democratische kwaliteit: deel zonder effect", "democratic quality: share without effect", from ["democracy.no-effect", "democracy.mentions"], Percent(1), |k| share(k, "democracy.no-effect", "democracy.mentions");
    "cocreation.positive-sum" ["B09", "D065"] "positieve vermeldingen, som van de categorieën", "positive mentions, sum of the categories", from ["service.positive", "relation.positive", "democracy.positive"], Number(0), |k| sum(k, &POSITIVE).map(Figure::One);
    "cocreation.negative-sum" ["B09", "D065"] "negatieve vermeldingen, som van de categorieën", "negative mentions, sum of the categories", from ["service.negative", "relation.negative", "democracy.negative"], Number(0), |k| sum(k, &NEGATIVE).map(Figure::One);
    "cocreation.no-effect-sum" ["B09", "D065"] "vermeldingen van geen effect, som van de categorieën", "mentions of no effect, sum of the categories", from ["service.no-effect", "relation.no-effect", "democracy.no-effect"], Number(0), |k| sum(k, &NONE).map(Figure::One);
    "cocreation.mentions-sum" ["B09", "D065"] "alle vermeldingen, som van de categorieën", "all mentions, sum of the categories", from ["service.mentions", "relation.mentions", "democracy.mentions"], Number(0), |k| sum(k, &MENTIONS).map(Figure::One);
    "cocreation.positive-share" ["B09"] "deel van alle vermeldingen dat positief is", "share of all mentions that is positive", from ["cocreation.positive-sum", "cocreation.mentions-sum"], Percent(1), |k| sum(k, &POSITIVE)?.divided_by(sum(k, &MENTIONS)?).map(Figure::One);
    "reviews.sources" ["D050", "D051"] "bronnen van beide literatuurstudies samen", "sources of both reviews together", from ["participation.studies", "cocreation.sources"], Number(0), |k| sum(k, &["participation.studies", "cocreation.sources"]).map(Figure::One);
    "values.service" ["D066"] "waarden in de categorie dienst", "values in the category service", from ["B08"], Number(0), |k| items(k, "B08", Some("service")).map(Figure::One);
    "values.relation" ["D066"] "waarden in de categorie relatie", "values in the category relation", from ["B08"], Number(0), |k| items(k, "B08", Some("relation")).map(Figure::One);
    "values.democracy" ["D066"] "waarden in de categorie democratische kwaliteit", "values in the category democratic quality", from ["B08"], Number(0), |k| items(k, "B08", Some("democracy")).map(Figure::One);
    "values.count" ["D066"] "waarden in de lijst", "values in the list", from ["B08"], Number(0), |k| items(k, "B08", None).map(Figure::One);
    "trust.mentions" ["B09", "D069"] "vermeldingen van vertrouwen", "mentions of trust", from ["trust.positive", "trust.no-effect", "trust.negative"], Number(0), |k| sum(k, &["trust.positive", "trust.no-effect", "trust.negative"]).map(Figure::One);
    "interviews.count" ["D070"] "interviews in de tabel", "interviews in the table", from ["D03"], Number(0), |k| respondents(k, |_| true).map(Figure::One);
    "interviews.genk" ["D070"] "interviews in Genk", "interviews in Genk", from ["D03"], Number(0), |k| respondents(k, |r| r.municipality == "Genk").map(Figure::One);
    "interviews.beringen" ["D070"] "interviews in Beringen", "interviews in Beringen", from ["D03"], Number(0), |k| respondents(k, |r| r.municipality == "Beringen").map(Figure::One);
    "interviews.political" ["D070"] "interviews met politieke actoren", "interviews with politicians", from ["D03"], Number(0), |k| respondents(k, |r| r.actor == "political").map(Figure::One);
    "interviews.official" ["D070"] "interviews met ambtelijke actoren", "interviews with officials", from ["D03"], Number(0), |k| respondents(k, |r| r.actor == "official").map(Figure::One);
    "interviews.intermediary" ["D070"] "interviews met intermediaire actoren", "interviews with intermediaries", from ["D03"], Number(0), |k| respondents(k, |r| r.actor == "intermediary").map(Figure::One);
    "interviews.hours" ["D071"] "uren interview", "hours of interview", from ["D03"], Number(0), |k| hours(k, |_| true).map(Figure::One);
    "interviews.hours-genk" ["D071"] "uren interview in Genk", "hours of interview in Genk", from ["D03"], Number(0), |k| hours(k, |r| r.municipality == "Genk").map(Figure::One);
    "interviews.hours-beringen" ["D071"] "uren interview in Beringen", "hours of interview in Beringen", from ["D03"], Number(0), |k| hours(k, |r| r.municipality == "Beringen").map(Figure::One);
    "interviews.mean-hours" ["D071"] "gemiddelde duur van een interview in uren", "mean duration of an interview in hours", from ["D03"], Number(2), |k| hours(k, |_| true)?.divided_by(respondents(k, |_| true)?).map(Figure::One);
    "perspectives.count" ["D076"] "perspectieven", "perspectives", from ["B39"], Number(0), |k| count(k.perspectives.len()).map(Figure::One);
    "perspectives.values" ["D076"] "waarden in tabel 1 van de working paper", "values in table 1 of the working paper", from ["B39"], Number(0), |k| count(k.perspectives.iter().map(|p| p.values.len()).sum()).map(Figure::One);
    "perspectives.competences" ["D076"] "competenties in tabel 1 van de working paper", "competences in table 1 of the working paper", from ["B39"], Number(0), |k| count(k.perspectives.iter().map(|p| p.competences.len()).sum()).map(Figure::One);
    "dilemmas.count" ["D076"] "dilemma's", "dilemmas", from ["B42"], Number(0), |k| count(k.dilemmas.len()).map(Figure::One);
    "dilemmas.added" ["D076"] "dilemma's die de auteurs toevoegden", "dilemmas the authors added", from ["B42"], Number(0), |k| count(k.dilemmas.iter().filter(|d| d.added).count()).map(Figure::One);
    "strategies.headings" ["D076"] "kopjes met strategieën", "headings of strategies", from ["B43"], Number(0), |k| count(k.strategies.iter().map(|s| s.heading.as_str()).collect::<std::collections::BTreeSet<_>>().len()).map(Figure::One);
    "strategies.variants" ["D076"] "strategieën met hun varianten", "strategies with their variants", from ["B43"], Number(0), |k| count(k.strategies.len()).map(Figure::One);
    "questions.participation" ["D077"] "onderzoeksvragen over beleidsparticipatie", "research questions on policy participation", from ["B49"], Number(0), |k| items(k, "B49", Some("participation")).map(Figure::One);
    "questions.cocreation" ["D077"] "onderzoeksvragen over co-creatie", "research questions on co-creation", from ["B49"], Number(0), |k| items(k, "B49", Some("cocreation")).map(Figure::One);
    "questions.thesis" ["D077"] "deelvragen van de masterproef naast de hoofdvraag", "sub-questions of the thesis beside the main one", from ["B49"], Number(0), |k| items(k, "B49", Some("thesis-sub")).map(Figure::One);
    "questions.paper" ["D077"] "vervolgvragen van de working paper naast de hoofdvraag", "follow-up questions of the working paper beside the main one", from ["B49"], Number(0), |k| items(k, "B49", Some("paper-next")).map(Figure::One);
}

/// The derivation with this key.
#[must_use]
pub fn derivation(key: &str) -> Option<&'static Derivation> {
    DERIVATIONS.iter().find(|derivation| derivation.key == key)
}
