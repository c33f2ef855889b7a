//! What several pages show: indicators in words, waves with their days, and outcomes with how sure they are.

use crate::model::indicator::Indicator;
use crate::model::outcome::{Answers, Barriers, Change, Response, Results};
use crate::model::plan::MeasurementPlan;
use crate::model::statement::Statement;
use crate::model::wave::{Wave, WaveDays};
use evidence::{EffectKey, Knowledge};
use kernel::{Date, Language};
use statistics::{Because, Estimate, NotMeasurable, Outcome};
use store::texts::LanguageSet;
use ui::Page;

/// A text in the language that fits the reader best.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) language: Language,
}

impl Words {
    pub(crate) fn of(page: &Page, set: &LanguageSet) -> Self {
        let shown = set.best(&page.language);
        Self { text: shown.text.to_owned(), language: *shown.language }
    }
}

/// An indicator in words.
#[derive(Debug, Clone)]
pub(crate) struct IndicatorLine {
    pub(crate) code: &'static str,
    pub(crate) name: String,
    pub(crate) how: String,
    pub(crate) when: String,
    pub(crate) whom: String,
}

impl IndicatorLine {
    pub(crate) fn of(page: &Page, it: &Indicator) -> Self {
        let all = |stem: &str, codes: Vec<&'static str>| {
            codes.into_iter().map(|code| page.t(format!("measure-{stem}-{code}"))).collect::<Vec<_>>().join(", ")
        };
        let whom = all("whom", it.whom.iter().map(|it| it.code()).collect());
        Self {
            code: it.code,
            name: page.t(it.key()),
            how: all("method", it.methods.iter().map(|it| it.code()).collect()),
            when: all("timing", it.timings.iter().map(|it| it.code()).collect()),
            whom: if whom.is_empty() { page.t("measure-whom-nobody") } else { whom },
        }
    }
}

/// The name of an effect or value, in the language of the knowledge nearest to the page.
pub(crate) fn effect_name(page: &Page, key: &EffectKey) -> String {
    let item = Knowledge::shipped().ok().and_then(|knowledge| knowledge.effect(key));
    item.map_or_else(
        || key.name().to_owned(),
        |item| if page.language == Language::EN { item.name.en.clone() } else { item.name.nl.clone() },
    )
}

/// A wave in words.
#[derive(Debug, Clone)]
pub(crate) struct WaveLine {
    pub(crate) name: String,
    pub(crate) days: String,
    pub(crate) state: String,
}

/// The name of a wave.
pub(crate) fn wave_name(page: &Page, wave: Wave) -> String {
    page.t(format!("measure-wave-{}", wave.code()))
}

/// How far a wave is: the key of its words.
pub(crate) fn wave_state(days: &WaveDays, today: Date) -> &'static str {
    if days.released {
        "measure-state-held"
    } else if today < days.opens {
        "measure-state-planned"
    } else if today <= days.closes {
        "measure-state-open"
    } else {
        "measure-state-paper"
    }
}

/// All waves of a plan in words.
pub(crate) fn wave_lines(page: &Page, plan: &MeasurementPlan, today: Date) -> Vec<WaveLine> {
    plan.waves
        .iter()
        .map(|(wave, days)| WaveLine {
            name: wave_name(page, *wave),
            days: page.t2("measure-days", "from", page.date(&days.opens), "to", page.date(&days.closes)),
            state: page.t(wave_state(days, today)),
        })
        .collect()
}

fn percent(page: &Page, share: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
    let whole = (share * 100.0).round() as i64;
    page.t1("ui-percent", "share", whole)
}

/// Why there is no number, in words.
fn untold(page: &Page, why: &NotMeasurable) -> String {
    match why.because {
        // Not «fewer than ten»: it may be the others who are few.
        Because::TooFew { .. } => page.t("measure-hidden"),
        Because::NoVariation => page.t("measure-all-same"),
        _ => page.t("measure-not-measurable"),
    }
}

fn written(page: &Page, found: &Outcome<Estimate>, write: impl Fn(f64) -> String) -> String {
    match found {
        Ok(it) => page.ta(
            "measure-estimate",
            &[("value", write(it.value.value).into()), ("low", write(it.value.low).into()), ("high", write(it.value.high).into())],
        ),
        Err(why) => untold(page, why),
    }
}

/// One row of the table of answers.
#[derive(Debug, Clone)]
pub(crate) struct AnswerLine {
    pub(crate) words: String,
    pub(crate) indicator: &'static str,
    pub(crate) bad: bool,
    pub(crate) group: String,
    pub(crate) answered: String,
    pub(crate) missing: String,
    pub(crate) mean: String,
    pub(crate) agree: String,
}

/// One row of the table of barriers.
#[derive(Debug, Clone)]
pub(crate) struct BarrierTable {
    pub(crate) group: String,
    pub(crate) told: String,
    pub(crate) rows: Vec<(String, String)>,
}

/// The outcome of one wave.
#[derive(Debug, Clone)]
pub(crate) struct WaveTable {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) response: String,
    pub(crate) ways: String,
    pub(crate) rows: Vec<AnswerLine>,
    pub(crate) barriers: Vec<BarrierTable>,
}

/// One row of the table of changes.
#[derive(Debug, Clone)]
pub(crate) struct ChangeLine {
    pub(crate) words: String,
    pub(crate) indicator: &'static str,
    pub(crate) bad: bool,
    pub(crate) group: String,
    pub(crate) until: String,
    pub(crate) pairs: String,
    pub(crate) difference: String,
    pub(crate) moved: String,
}

/// Everything that may be told, in words.
#[derive(Debug, Clone, Default)]
pub(crate) struct ResultsShown {
    pub(crate) waves: Vec<WaveTable>,
    pub(crate) changes: Vec<ChangeLine>,
}

/// Whose an answer is.
fn whose(page: &Page, it: &Answers) -> String {
    if it.statement.staff_only { page.t("measure-group-staff") } else { group(page, it.wave, it.took_part) }
}

/// Of which people an answer is: before, of those who meant to take part.
pub(crate) fn group(page: &Page, wave: Wave, took_part: bool) -> String {
    let stem = if wave == Wave::Before { "measure-group-before" } else { "measure-group" };
    page.t(format!("{stem}-{}", if took_part { "took-part" } else { "did-not" }))
}

/// A number of which it is not said why it is hidden: it, or what is left, is of too few.
fn hidden(page: &Page, many: Option<i64>) -> String {
    many.map_or_else(|| page.t("measure-hidden"), |many| many.to_string())
}

fn counted(page: &Page, many: Option<i64>, smallest: i64) -> String {
    many.map_or_else(|| page.t1("measure-too-few", "most", smallest), |many| many.to_string())
}

/// The words of a statement.
pub(crate) fn statement(page: &Page, it: &Statement) -> String {
    page.t(it.key())
}

impl ResultsShown {
    pub(crate) fn of(page: &Page, results: &Results) -> Self {
        let smallest = results.smallest;
        let waves = results.responses.iter().map(|response| wave_table(page, results, response, smallest)).collect();
        Self { waves, changes: results.changes.iter().map(|it| change_line(page, it)).collect() }
    }
}

fn wave_table(page: &Page, results: &Results, response: &Response, smallest: i64) -> WaveTable {
    let wave = response.wave;
    let (took, not) = (counted(page, response.took_part, smallest), counted(page, response.did_not, smallest));
    let mut told = page.t2("measure-response-groups", "took", took, "not", not);
    let of = match (response.all, response.invited) {
        (Some(all), Some(invited)) if invited >= all => page
            .ta("measure-response-of", &[("all", all.into()), ("invited", invited.into()), ("share", page.percent(&all, &invited).into())]),
        (None, Some(invited)) => page.t1("measure-response-invited", "invited", invited),
        _ => page.t("measure-response-unknown"),
    };
    told.push(' ');
    told.push_str(&of);
    if response.unchecked != Some(0) {
        told.push(' ');
        told.push_str(&match response.unchecked {
            Some(many) => page.t1("measure-response-unchecked", "count", many),
            None => page.t1("measure-response-unchecked-few", "most", smallest),
        });
    }
    let ways: Vec<String> = response
        .ways
        .iter()
        .map(|(way, many)| format!("{}: {}", page.t(format!("measure-way-{}", way.code())), hidden(page, *many)))
        .collect();
    WaveTable {
        id: wave.code(),
        name: wave_name(page, wave),
        response: told,
        ways: ways.join(" · "),
        rows: results.answers.iter().chain(&results.staff).filter(|it| it.wave == wave).map(|it| answer_line(page, it, smallest)).collect(),
        barriers: results.barriers.iter().filter(|it| it.wave == wave).map(|it| barrier_table(page, it, smallest)).collect(),
    }
}

fn answer_line(page: &Page, it: &Answers, smallest: i64) -> AnswerLine {
    let shown = it.answered.is_some();
    AnswerLine {
        words: statement(page, it.statement),
        indicator: it.indicator,
        bad: it.statement.agreeing_is_bad,
        group: whose(page, it),
        answered: counted(page, it.answered, smallest),
        missing: if shown { it.missing.to_string() } else { String::new() },
        mean: if shown { written(page, &it.mean, |number| page.decimal(number.clamp(1.0, 5.0), 1)) } else { String::new() },
        agree: if shown { written(page, &it.agree, |share| percent(page, share)) } else { String::new() },
    }
}

fn barrier_table(page: &Page, it: &Barriers, smallest: i64) -> BarrierTable {
    let told = match it.answered {
        None => page.t1("measure-too-few", "most", smallest),
        Some(answered) => page.ta(
            "measure-barriers-told",
            &[
                ("answered", answered.into()),
                ("missing", it.missing.into()),
                ("any", written(page, &it.any, |share| percent(page, share)).into()),
                ("mean", written(page, &it.mean, |number| page.decimal(number.max(0.0), 1)).into()),
            ],
        ),
    };
    let rows = it.named.iter().map(|(key, many)| (page.t(format!("measure-barrier-{key}")), hidden(page, *many))).collect();
    BarrierTable { group: group(page, it.wave, it.took_part), told, rows }
}

fn change_line(page: &Page, it: &Change) -> ChangeLine {
    let shown = it.pairs.is_some();
    let signed = |number: f64| {
        let text = page.decimal(number, 1);
        if number > 0.0 && !text.trim_start_matches(['0', ',', '.']).is_empty() { format!("+{text}") } else { text }
    };
    let moved = match it.moved {
        Some([up, same, down]) => page.ta("measure-moved", &[("up", up.into()), ("same", same.into()), ("down", down.into())]),
        None if shown => page.t("measure-hidden"),
        None => String::new(),
    };
    ChangeLine {
        words: statement(page, it.statement),
        indicator: it.indicator,
        bad: it.statement.agreeing_is_bad,
        group: group(page, it.until, it.took_part),
        until: wave_name(page, it.until),
        // Not «fewer than ten»: those who answered only once may be the few.
        pairs: hidden(page, it.pairs),
        difference: if shown { written(page, &it.difference, signed) } else { String::new() },
        moved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_written_in_whole_percents() {
        let page = ui::testing::page(Language::NL);
        assert_eq!(percent(&page, 0.625), page.t1("ui-percent", "share", 63_i64));
    }
}
