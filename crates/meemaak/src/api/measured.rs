//! What is measured of a process and what people answered, for programs: the same as on the page and in its sheet.

use super::answers::{self, Problem};
use super::found;
use axum::response::Response;
use kernel::Date;
use measure::{Answers, Barriers, Change, INDICATORS, Indicator};
use people::Context;
use serde::Serialize;
use statistics::{Estimate, Outcome};

/// Everything of one process.
#[derive(Debug, Serialize)]
struct Measurement {
    process: String,
    /// Whether somebody made a plan.
    planned: bool,
    /// How small a group of people may be to be shown.
    smallest_group: i64,
    indicators: Vec<Chosen>,
    waves: Vec<Wave>,
    answers: Vec<Answered>,
    changes: Vec<Changed>,
    barriers: Vec<Named>,
}

/// An indicator that is measured, or that was left out.
#[derive(Debug, Serialize)]
struct Chosen {
    id: &'static str,
    name: String,
    measured: bool,
    /// Why it is not, in the language in which it was written.
    why: Option<String>,
    methods: Vec<&'static str>,
    when: Vec<&'static str>,
    of: Vec<&'static str>,
}

/// A period in which people are asked.
#[derive(Debug, Serialize)]
struct Wave {
    code: &'static str,
    opens: Date,
    closes: Date,
    /// How many people were asked, as far as somebody knows.
    invited: Option<i64>,
    /// Whether its answers hold; only then anything is told of them.
    held: bool,
    took_part: Option<i64>,
    did_not: Option<i64>,
}

/// A number with how sure it is.
#[derive(Debug, Serialize)]
struct Number {
    value: f64,
    low: f64,
    high: f64,
}

/// What one sentence came to.
#[derive(Debug, Serialize)]
struct Answered {
    indicator: &'static str,
    statement: &'static str,
    words: String,
    agreeing_is_bad: bool,
    wave: &'static str,
    took_part: bool,
    /// Whether staff answered; then `took_part` says nothing.
    staff: bool,
    answered: Option<i64>,
    missing: Option<i64>,
    mean: Option<Number>,
    agree: Option<Number>,
}

/// What changed with the same people.
#[derive(Debug, Serialize)]
struct Changed {
    indicator: &'static str,
    statement: &'static str,
    until: &'static str,
    took_part: bool,
    pairs: Option<i64>,
    difference: Option<Number>,
    went_up: Option<i64>,
    stayed: Option<i64>,
    went_down: Option<i64>,
}

/// How often a barrier was named.
#[derive(Debug, Serialize)]
struct Named {
    wave: &'static str,
    took_part: bool,
    barrier: &'static str,
    words: String,
    answered: Option<i64>,
    named: Option<i64>,
}

fn number(found: &Outcome<Estimate>) -> Option<Number> {
    let it = found.as_ref().ok()?.value;
    Some(Number { value: it.value, low: it.low, high: it.high })
}

fn chosen(ctx: &Context, plan: &measure::MeasurementPlan, it: &'static Indicator) -> Option<Chosen> {
    let choice = plan.choices.get(it.code)?;
    Some(Chosen {
        id: it.code,
        name: ctx.t(&it.key()),
        measured: choice.kept,
        why: choice.motive.as_ref().map(|motive| motive.best(&ctx.language).text.to_owned()),
        methods: it.methods.iter().map(|it| it.code()).collect(),
        when: it.timings.iter().map(|it| it.code()).collect(),
        of: it.whom.iter().map(|it| it.code()).collect(),
    })
}

fn answered(ctx: &Context, it: &Answers) -> Answered {
    Answered {
        indicator: it.indicator,
        statement: it.statement.code,
        words: ctx.t(&it.statement.key()),
        agreeing_is_bad: it.statement.agreeing_is_bad,
        wave: it.wave.code(),
        took_part: it.took_part,
        staff: it.statement.staff_only,
        answered: it.answered,
        missing: it.answered.map(|_| it.missing),
        mean: number(&it.mean),
        agree: number(&it.agree),
    }
}

fn changed(it: &Change) -> Changed {
    let [went_up, stayed, went_down] = it.moved.map_or([None; 3], |moved| moved.map(Some));
    Changed {
        indicator: it.indicator,
        statement: it.statement.code,
        until: it.until.code(),
        took_part: it.took_part,
        pairs: it.pairs,
        difference: number(&it.difference),
        went_up,
        stayed,
        went_down,
    }
}

fn named<'a>(ctx: &'a Context, it: &'a Barriers) -> impl Iterator<Item = Named> + 'a {
    it.named.iter().map(|(barrier, named)| Named {
        wave: it.wave.code(),
        took_part: it.took_part,
        barrier,
        words: ctx.t(&format!("measure-barrier-{barrier}")),
        answered: it.answered,
        named: *named,
    })
}

pub(super) async fn show(ctx: Context, id: &str) -> Result<Response, Problem> {
    let process = found(&ctx, id).await?;
    let mut s = ctx.store().read().await?;
    let plan = measure::plan(&mut s, ctx.tenant_id(), process.id).await?;
    let results = measure::all_results(&mut s, ctx.tenant_id(), process.id).await?;
    drop(s);
    let wave = |wave: &measure::Wave, days: &measure::WaveDays| {
        let response = results.responses.iter().find(|it| it.wave == *wave);
        Wave {
            code: wave.code(),
            opens: days.opens,
            closes: days.closes,
            invited: days.invited,
            held: days.released,
            took_part: response.and_then(|it| it.took_part),
            did_not: response.and_then(|it| it.did_not),
        }
    };
    Ok(answers::json(&Measurement {
        process: process.id.to_string(),
        planned: plan.saved.is_some(),
        smallest_group: results.smallest,
        indicators: INDICATORS.iter().filter_map(|it| chosen(&ctx, &plan, it)).collect(),
        waves: plan.waves.iter().map(|(code, days)| wave(code, days)).collect(),
        answers: results.answers.iter().chain(&results.staff).map(|it| answered(&ctx, it)).collect(),
        changes: results.changes.iter().map(changed).collect(),
        barriers: results.barriers.iter().flat_map(|it| named(&ctx, it)).collect(),
    }))
}
