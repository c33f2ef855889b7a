//! An evaluation as its reader gets it: the figures in words, with what is not known beside what is.

use super::counts_shown::{self, CountTable};
use super::words;
use crate::model::evaluation::balance::{BalanceCounts, DivergingStretch, Weighed, bars};
use crate::model::evaluation::findings::{AnswerFound, Findings, RulesFound};
use crate::model::evaluation::influence::{place_of_mean, place_of_rung};
use crate::model::evaluation::means::MeansUsed;
use crate::model::evaluation::reach::{GroupFound, ReachFound, StayedFound, drop_out};
use crate::pages::view;
use evidence::Knowledge;
use journey::Outcome;
use kernel::{Language, Money};
use study::Direction;
use ui::Page;

/// An effect or value in the balance.
#[derive(Debug, Clone)]
pub(crate) struct EffectShown {
    pub(crate) name: String,
    /// Which aim it was, or that nobody aimed at it.
    pub(crate) aimed: String,
    pub(crate) bar: Vec<DivergingStretch>,
    /// How many sources say what, in the order of [`Direction`].
    pub(crate) counts: [i64; 4],
    pub(crate) silent: bool,
    /// The same numbers in a sentence.
    pub(crate) own: String,
    /// What research says, each with its rules.
    pub(crate) literature: Vec<(&'static str, Vec<String>)>,
    pub(crate) factors: String,
    pub(crate) negative_for: Vec<String>,
    /// Whether it was told for whom, by too few to show it.
    pub(crate) negative_hidden: bool,
}

/// What people answered, as one row.
#[derive(Debug, Clone)]
pub(crate) struct AskedShown {
    pub(crate) name: String,
    pub(crate) when: String,
    pub(crate) who: String,
    pub(crate) answered: String,
    pub(crate) mean: String,
    pub(crate) agree: String,
}

/// What it took, as one row.
#[derive(Debug, Clone)]
pub(crate) struct MeansShown {
    pub(crate) name: String,
    pub(crate) planned: String,
    pub(crate) used: String,
    pub(crate) percent: String,
    pub(crate) each: String,
}

/// Who took part by one characteristic, beside who lives there.
#[derive(Debug, Clone)]
pub(crate) struct ReachShown {
    /// The code of the characteristic, which is the end of the id of its heading.
    pub(crate) code: String,
    pub(crate) name: String,
    /// What it comes to, in sentences.
    pub(crate) lines: Vec<String>,
    /// Each group: its name, those who live there, those who began, their ratio, and those who stayed and dropped out when counted.
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) stayed: bool,
}

/// The figures of an evaluation in words.
#[derive(Debug)]
pub(crate) struct ReportShown {
    /// The language of words of the knowledge base.
    pub(crate) language: Language,
    pub(crate) about: Vec<(String, String)>,
    pub(crate) counts: String,
    /// That interviews were withdrawn since, a sentence for each.
    pub(crate) withdrawn: Vec<String>,
    pub(crate) effects: Vec<EffectShown>,
    pub(crate) worse: Vec<EffectShown>,
    pub(crate) influence: Vec<(String, String)>,
    pub(crate) gaps: Vec<String>,
    pub(crate) decided: Vec<(String, String)>,
    pub(crate) asked: Vec<AskedShown>,
    /// Each difference: the sentence, until when, of whom, how many people, how large and how sure.
    pub(crate) changes: Vec<[String; 6]>,
    pub(crate) reach: Vec<ReachShown>,
    pub(crate) dropped: Option<String>,
    /// What else was counted, without a table and with one.
    pub(crate) counted: Vec<(String, String)>,
    pub(crate) tables: Vec<CountTable>,
    /// What was seen of sessions.
    pub(crate) observed: Vec<String>,
    pub(crate) unmeasured: Vec<(String, String)>,
    /// What the plan asks for and of which there is no number.
    pub(crate) planned: Vec<(String, String)>,
    pub(crate) figures: Vec<view::Shown>,
    pub(crate) means: Vec<MeansShown>,
    pub(crate) volunteers: Option<String>,
    pub(crate) heard: Vec<(String, i64)>,
    pub(crate) unheard: Vec<String>,
    pub(crate) one_voice: bool,
    pub(crate) advice: Vec<String>,
    pub(crate) met: Vec<String>,
    pub(crate) day: String,
    pub(crate) small: String,
}

/// What stands under a heading when nobody measured it, with what it would take (G001, G002, G010).
const UNMEASURED: [&str; 3] = ["represent", "worst", "drop-out"];

impl ReportShown {
    pub(crate) fn of(page: &Page, knowledge: &Knowledge, it: &Findings) -> Self {
        let effects = effects(page, knowledge, &it.balance);
        let heard = |heard: bool| it.heard.iter().filter(move |voice| (voice.sources > 0) == heard);
        let actor = |key: &str| words::voice(page, knowledge, key);
        let speaks = |key: &str| heard(true).any(|voice| voice.actor == key);
        Self {
            language: words::said_in(page),
            about: about(page, knowledge, it),
            counts: counts(page, &it.balance),
            withdrawn: it.withdrawn.iter().map(|day| page.t1("learn-report-withdrawn", "day", page.date(day))).collect(),
            worse: effects.iter().filter(|row| row.counts[Direction::Negative as usize] > 0).cloned().collect(),
            effects,
            influence: influence(page, it),
            gaps: gaps(page, it),
            decided: decided(page, it),
            asked: it.answers.iter().map(|answer| asked(page, it.smallest, answer)).collect(),
            changes: changes(page, it),
            reach: it.reach.iter().map(|of| reach(page, of, it.smallest)).collect(),
            dropped: it.stayed.as_ref().map(|it| dropped(page, it)),
            counted: counts_shown::facts(page, &it.counts, it.smallest),
            tables: counts_shown::tables(page, &it.counts, it.smallest),
            observed: counts_shown::observed(page, it.observed.as_ref(), it.smallest),
            unmeasured: UNMEASURED
                .iter()
                .filter(|what| if **what == "drop-out" { it.stayed.is_none() } else { it.reach.is_empty() })
                .map(|what| (page.t(format!("learn-unmeasured-{what}")), page.t(format!("learn-unmeasured-{what}-needs"))))
                .collect(),
            planned: it.uncounted.iter().map(|code| counts_shown::uncounted(page, code)).collect(),
            figures: it.figures.iter().filter_map(|found| Some(view::Shown::of(page, &found.figure()?, it.smallest))).collect(),
            means: it.means.iter().map(|row| means(page, row, it.decided.realised)).collect(),
            volunteers: volunteers(page, it),
            heard: heard(true).map(|voice| (actor(&voice.actor), voice.sources)).collect(),
            unheard: heard(false).map(|voice| actor(&voice.actor)).collect(),
            one_voice: !(speaks("residents") && speaks("intermediaries")),
            advice: advice(page, it),
            met: it.advice.met.clone(),
            day: page.t1("learn-report-day", "day", page.date(&it.day)),
            small: page.t1("learn-report-small", "most", it.smallest),
        }
    }
}

fn effects(page: &Page, knowledge: &Knowledge, balance: &[Weighed]) -> Vec<EffectShown> {
    let shown = |(row, bar): (&Weighed, Vec<DivergingStretch>)| EffectShown {
        name: words::effect(page, knowledge, &row.effect),
        aimed: row.rank.map_or_else(|| page.t("learn-balance-not-aimed"), |rank| page.t1("learn-balance-aim", "rank", i64::from(rank))),
        bar,
        counts: row.sources,
        silent: row.is_silent(),
        own: own(page, row),
        literature: [
            ("learn-literature-promotes", &row.literature.promotes),
            ("learn-literature-harms", &row.literature.harms),
            ("learn-literature-open", &row.literature.open),
        ]
        .into_iter()
        .filter(|(_, rules)| !rules.is_empty())
        .map(|(key, rules)| (key, rules.clone()))
        .collect(),
        factors: row
            .factors
            .iter()
            .map(|(key, count)| format!("{} ({count})", words::factor(page, knowledge, key)))
            .collect::<Vec<_>>()
            .join(", "),
        negative_for: row.negative_for.clone(),
        negative_hidden: row.negative_hidden,
    };
    balance.iter().zip(bars(balance)).map(shown).collect()
}

/// What was found here of an effect, in a sentence.
pub(crate) fn own(page: &Page, row: &Weighed) -> String {
    if row.is_silent() {
        return page.t("learn-balance-silent");
    }
    page.ta(
        "learn-literature-counts",
        &[
            ("positive", row.sources(Direction::Positive).into()),
            ("neutral", row.sources(Direction::Neutral).into()),
            ("negative", row.sources(Direction::Negative).into()),
            ("unknown", row.sources(Direction::Unknown).into()),
        ],
    )
}

/// How many effects went which way, in a sentence.
pub(crate) fn counts(page: &Page, balance: &[Weighed]) -> String {
    let it = BalanceCounts::of(balance);
    if it.effects == 0 {
        return page.t("learn-balance-none");
    }
    page.ta(
        "learn-balance-counts",
        &[
            ("effects", it.effects.into()),
            ("positive", it.positive.into()),
            ("neutral", it.neutral.into()),
            ("negative", it.negative.into()),
            ("unknown", it.unknown.into()),
        ],
    )
}

/// What is known of the process itself: who began, in which form, for whom, when.
pub(crate) fn about(page: &Page, knowledge: &Knowledge, it: &Findings) -> Vec<(String, String)> {
    let list = |all: &[String], name: &dyn Fn(&str) -> String| {
        (!all.is_empty()).then(|| all.iter().map(|key| name(key)).collect::<Vec<_>>().join(", "))
    };
    let period = match (it.from, it.until) {
        (Some(from), Some(until)) => Some(page.t2("learn-about-from-until", "from", page.date(&from), "until", page.date(&until))),
        (Some(from), None) => Some(page.t1("learn-about-from", "from", page.date(&from))),
        _ => None,
    };
    let days = it.from.zip(it.until).map(|(from, until)| page.t1("learn-about-days", "days", from.days_until(until)));
    let rows = [
        ("learn-about-municipality", Some(it.municipality.clone())),
        ("learn-about-areas", list(&it.areas, &str::to_owned)),
        ("learn-about-inhabitants", inhabitants(page, it)),
        ("learn-about-initiator", it.initiator.as_deref().map(|word| words::design_word(page, "initiator", word))),
        ("learn-about-variant", Some(words::variant(page, &it.variant))),
        ("learn-about-forms", list(&it.forms, &|word| words::design_word(page, "forms", word))),
        ("learn-about-groups", list(&it.groups, &|key| words::item(page, knowledge, "group", key))),
        ("learn-about-strategies", list(&it.strategies, &|key| words::item(page, knowledge, "facilitating-strategy", key))),
        ("learn-about-stage", it.first_stage.as_deref().map(|key| words::item(page, knowledge, "stage", key))),
        ("learn-about-period", period),
        ("learn-about-duration", days),
        ("learn-about-rules", it.rules.map(|it| rules(page, it))),
    ];
    rows.into_iter().map(|(key, value)| (page.t(key), value.unwrap_or_else(|| page.t("learn-not-recorded")))).collect()
}

/// How many people live there, by the widest of the figures with which participants are compared, with its source (B47).
fn inhabitants(page: &Page, it: &Findings) -> Option<String> {
    // What stands without a name are small groups of the same list once more, together.
    let people = |of: &ReachFound| -> i64 {
        of.groups.iter().filter(|group| !group.name.is_empty()).map(|group| group.population).fold(0, i64::saturating_add)
    };
    let widest = it.reach.iter().max_by_key(|of| people(of)).filter(|of| people(of) > 0)?;
    Some(page.t2("learn-about-inhabitants-told", "people", people(widest), "source", bare(&widest.population_source)))
}

/// How a process stands to the regulation, in sentences (G073).
fn rules(page: &Page, it: RulesFound) -> String {
    if it.all() == 0 {
        return page.t("learn-about-rules-none");
    }
    page.ta(
        "learn-about-rules-told",
        &[
            ("all", it.all().into()),
            ("met", it.met.into()),
            ("broken", it.not_met.into()),
            ("motivated", it.motivated.into()),
            ("untold", it.untold.into()),
        ],
    )
}

fn influence(page: &Page, it: &Findings) -> Vec<(String, String)> {
    let rung = |step: Option<u8>, none: &str| step.map_or_else(|| page.t(none), |step| words::rung(page, step));
    let felt = |mean: Option<i64>| {
        mean.map_or_else(
            || page.t("learn-influence-felt-none"),
            |mean| page.t1("learn-influence-felt", "mean", words::hundredths(page, mean)),
        )
    };
    vec![
        (page.t("learn-influence-announced"), rung(it.influence.announced, "learn-not-recorded")),
        (page.t("learn-influence-effective"), rung(it.influence.effective, "learn-influence-effective-none")),
        (page.t("learn-influence-before"), felt(it.influence.perceived_before)),
        (page.t("learn-influence-after"), felt(it.influence.perceived_after)),
    ]
}

/// The differences between announced, effective and perceived, each with what it cannot say (G023, G069).
fn gaps(page: &Page, it: &Findings) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(gap) = it.influence.announced_less_effective() {
        // A number, for words may get signs of direction around them in a language from the right.
        let side = gap.signum();
        found.push(page.t2("learn-influence-gap", "side", side, "steps", gap.abs() / 25));
    }
    let felt = it.influence.perceived_after.or(it.influence.perceived_before);
    if let (Some(step), Some(mean)) = (it.influence.announced, felt) {
        found.push(page.t2("learn-influence-felt-gap", "announced", place_of_rung(step), "felt", place_of_mean(mean)));
    }
    let (taken, all) = (it.decided.taken_over(), it.decided.decided());
    if let (Some(mean), true) = (felt, all > 0) {
        found.push(page.ta(
            "learn-influence-fact-gap",
            &[
                ("felt", place_of_mean(mean).into()),
                ("taken", taken.into()),
                ("all", all.into()),
                ("share", page.percent(&taken, &all).into()),
            ],
        ));
    }
    found
}

/// The facts by which the effective rung is established (G021).
pub(crate) fn decided(page: &Page, it: &Findings) -> Vec<(String, String)> {
    let facts = &it.decided;
    let mut rows = vec![(page.t("learn-decided-dossiers"), page.t2("learn-decided-of", "open", facts.open, "all", facts.dossiers))];
    for (code, many) in &facts.outcomes {
        let name = Outcome::from_code(code).map_or_else(|| code.clone(), |outcome| page.t(outcome.key()));
        rows.push((name, many.to_string()));
    }
    let bodies: Vec<String> = facts.bodies.iter().map(|(body, many)| format!("{body} ({many})")).collect();
    rows.push((page.t("learn-decided-bodies"), if bodies.is_empty() { page.t("ui-none") } else { bodies.join(", ") }));
    rows.push((page.t("learn-decided-deviating"), facts.deviating.to_string()));
    rows.push((
        page.t("learn-decided-commitments"),
        page.t2("learn-decided-realised", "realised", facts.realised, "all", facts.commitments),
    ));
    rows
}

/// What a question is called: the sentence that people were given, where this house knows it.
fn asked_name(page: &Page, indicator: &str, statement: &str) -> String {
    let words = format!("measure-statement-{statement}");
    if page.texts.has(&Language::NL, &words) {
        return page.t(words);
    }
    let key = format!("learn-asked-{}", indicator.to_lowercase());
    if page.texts.has(&Language::NL, &key) { page.t(key) } else { indicator.to_owned() }
}

fn asked(page: &Page, smallest: i64, it: &AnswerFound) -> AskedShown {
    let none = || page.t("learn-reach-hidden");
    let mean = it.mean.map(|mean| match it.between {
        Some((low, high)) => page.ta(
            "learn-asked-mean",
            &[
                ("mean", words::hundredths(page, mean).into()),
                ("low", words::hundredths(page, low).into()),
                ("high", words::hundredths(page, high).into()),
            ],
        ),
        None => words::hundredths(page, mean),
    });
    AskedShown {
        name: asked_name(page, &it.indicator, &it.statement),
        when: when(page, it.wave.as_deref().unwrap_or(&it.round)),
        who: page.t(match it.whose() {
            "staff" => "learn-asked-staff",
            "took-part" => "learn-asked-took-part",
            _ => "learn-asked-outside",
        }),
        answered: it.answered.map_or_else(
            || page.t1("learn-told-few", "most", smallest),
            |many| page.t2("learn-asked-answered", "many", many, "missing", it.missing.unwrap_or_default()),
        ),
        mean: mean.unwrap_or_else(none),
        agree: it.agree.map_or_else(none, |share| page.percent(&share, &100)),
    }
}

/// When people were asked, by the code of a wave, or of a round in findings that do not tell the wave.
fn when(page: &Page, code: &str) -> String {
    page.t(match code {
        "before" => "learn-asked-before",
        "after" => "learn-asked-after",
        "later-6" => "learn-asked-later-6",
        "later-12" => "learn-asked-later-12",
        "later-24" => "learn-asked-later-24",
        _ => "learn-asked-later",
    })
}

fn changes(page: &Page, it: &Findings) -> Vec<[String; 6]> {
    let row = |change: &crate::model::evaluation::findings::ChangeFound| {
        let number = |number: Option<i64>| number.map_or_else(|| page.t("learn-reach-hidden"), |number| words::hundredths(page, number));
        [
            asked_name(page, &change.indicator, &change.statement),
            when(page, change.until.as_deref().unwrap_or("after")),
            page.t(match change.took_part {
                Some(true) => "learn-asked-took-part",
                Some(false) => "learn-asked-outside",
                None => "learn-changes-everybody",
            }),
            // Not «fewer than ten»: those who answered only once may be the few.
            change.pairs.map_or_else(|| page.t("learn-reach-hidden"), |pairs| pairs.to_string()),
            number(change.difference),
            change.between.map_or_else(
                || page.t("learn-reach-hidden"),
                |(low, high)| page.t2("learn-asked-between", "low", words::hundredths(page, low), "high", words::hundredths(page, high)),
            ),
        ]
    };
    it.changes.iter().map(row).collect()
}

/// An amount of hours or money.
pub(crate) fn amount(page: &Page, row: &MeansUsed, amount: Option<i64>) -> String {
    match amount {
        None => page.t("learn-means-unknown"),
        Some(cents) if row.kind.is_money() => page.money(&Money::from_cents(cents)),
        Some(hours) => page.t1("learn-means-hours", "hours", hours),
    }
}

fn means(page: &Page, row: &MeansUsed, realised: i64) -> MeansShown {
    MeansShown {
        name: page.t(format!("learn-means-{}", row.kind.code())),
        planned: amount(page, row, row.planned),
        used: amount(page, row, row.used),
        percent: row.percent().map_or_else(|| page.t("learn-means-untold"), |percent| page.percent(&percent, &100)),
        each: row.for_each(realised).map_or_else(|| page.t("learn-means-untold"), |each| amount(page, row, Some(each))),
    }
}

/// A source without the full stop that somebody put behind it: the sentence around it has its own.
pub(super) fn bare(source: &str) -> &str {
    source.trim_end().trim_end_matches('.')
}

/// Who took part by one characteristic, in words (G001, G002, G010).
fn reach(page: &Page, it: &ReachFound, smallest: i64) -> ReachShown {
    let name = |group: &GroupFound| if group.name.is_empty() { page.t("learn-reach-together") } else { group.name.clone() };
    let mut lines = Vec::new();
    match it.told {
        None => lines.push(page.t1("learn-reach-few", "most", smallest)),
        Some(told) => lines.push(match it.unsaid {
            Some(unsaid) => page.t2("learn-reach-told", "told", told, "unsaid", unsaid),
            None => page.t1("learn-reach-told-only", "told", told),
        }),
    }
    if let Some(index) = it.index {
        lines.push(page.t1("learn-reach-index", "index", words::hundredths(page, index)));
        let under: Vec<String> = it.groups.iter().filter(|group| group.under).map(name).collect();
        lines.push(if under.is_empty() {
            page.t("learn-reach-under-none")
        } else {
            page.t1("learn-reach-under", "groups", under.join(", "))
        });
    }
    let worst = it.worst.and_then(|place| it.groups.get(usize::try_from(place).ok()?));
    if let Some((group, ratio)) = worst.and_then(|group| Some((group, group.ratio?))) {
        lines.push(page.t2("learn-reach-worst", "group", name(group), "share", page.percent(&ratio, &100)));
    }
    if let Some(index) = it.index_stayed {
        lines.push(page.t1("learn-reach-index-stayed", "index", words::hundredths(page, index)));
    }
    if let Some(skew) = it.skew {
        lines.push(page.t1("learn-reach-skew", "points", skew));
    }
    lines.push(page.t2("learn-reach-sources", "population", bare(&it.population_source), "source", bare(&it.source)));
    let few = || page.t("learn-reach-hidden");
    let row = |group: &GroupFound| {
        let mut cells = vec![
            name(group),
            page.number(group.population),
            group.began.map_or_else(few, |many| page.number(many)),
            group.ratio.map_or_else(few, |ratio| page.percent(&ratio, &100)),
        ];
        if it.stayed_counted {
            let left = group.began.zip(group.stayed).and_then(|(began, stayed)| drop_out(began, stayed));
            cells.push(group.stayed.map_or_else(few, |many| page.number(many)));
            cells.push(left.map_or_else(few, |share| page.percent(&share, &100)));
        }
        cells
    };
    ReachShown {
        code: it.characteristic.clone(),
        name: characteristic(page, &it.characteristic),
        lines,
        rows: it.groups.iter().map(row).collect(),
        stayed: it.stayed_counted,
    }
}

/// The name of a characteristic; another house may have one that we do not know.
pub(crate) fn characteristic(page: &Page, code: &str) -> String {
    let key = super::reach::key(code);
    if page.texts.has(&Language::NL, &key) { page.t(key) } else { code.to_owned() }
}

/// Who dropped out of everybody, in a sentence (G010).
fn dropped(page: &Page, it: &StayedFound) -> String {
    let share = it.drop_out.map(|share| page.percent(&share, &100));
    let counts = it.began.zip(it.stayed).zip(share.clone());
    let mut told = match (counts, it.began, share) {
        (Some(((began, stayed), share)), ..) => {
            page.ta("learn-stayed-counts", &[("began", began.into()), ("stayed", stayed.into()), ("share", share.into())])
        }
        (None, Some(began), _) => page.t1("learn-stayed-hidden", "began", began),
        (None, None, Some(share)) => page.t1("learn-stayed-noted", "share", share),
        (None, None, None) => page.t("learn-stayed-few"),
    };
    if !it.source.is_empty() {
        told.push(' ');
        told.push_str(&page.t1("learn-stayed-source", "source", bare(&it.source)));
    }
    told
}

/// What was asked of volunteers, and beside it what they gave.
fn volunteers(page: &Page, it: &Findings) -> Option<String> {
    let load = it.volunteers;
    let asked = (load.commitments > 0).then(|| {
        page.ta(
            "learn-volunteers",
            &[("count", load.commitments.into()), ("above", load.above.into()), ("median", load.median.unwrap_or_default().into())],
        )
    });
    let given = load.given.map(|hours| page.t2("learn-volunteers-given", "hours", hours, "count", load.given_for));
    let few = (load.given_by_few > 0).then(|| page.t1("learn-volunteers-given-few", "count", load.given_by_few));
    let told: Vec<String> = asked.into_iter().chain(given).chain(few).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn advice(page: &Page, it: &Findings) -> Vec<String> {
    let count = |rules: &[String]| i64::try_from(rules.len()).unwrap_or(i64::MAX);
    let (followed, aside) = (count(&it.advice.followed), count(&it.advice.aside));
    if followed + aside == 0 {
        return vec![page.t("learn-advice-none")];
    }
    let mut found = vec![page.t2("learn-advice-heeded", "followed", followed, "aside", aside)];
    if !it.advice.met.is_empty() {
        found.push(page.t1("learn-advice-met", "count", count(&it.advice.met)));
    }
    found
}
