//! `/bijdragen/{number}`: the public journey of one contribution. It carries no form, so that it costs little to serve.

use crate::journey_page::{AcrossPage, AdvicePage, ContestPage, DefendedPage, JourneyPage, PartPage, PartyPage, ResultPage, journey_page};
use crate::line;
use crate::shown::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Money, PublicNumber};
use people::{Context, Fault, Spot};
use ui::{Page, StepLine};

#[derive(Debug, Template)]
#[template(path = "journey.html")]
struct Shown {
    page: Page,
    told: JourneyPage,
    channel: &'static str,
    line: StepLine,
    words: String,
    came: String,
    still: Vec<String>,
    standing: String,
    /// What was explained with a step, the last first, each with the step and its day.
    explanations: Vec<(String, Said)>,
    contests: Vec<(String, Option<Said>)>,
    /// The parts, each with where it is, in words.
    parts: Vec<(String, PartPage)>,
    across: Vec<(String, AcrossPage)>,
    advices: Vec<Advised>,
    decided: Option<String>,
    /// Whether the municipality responds to an initiative of residents instead of deciding (F5).
    initiative: bool,
    /// Until when answers are gathered with it, to be answered with one result (F5).
    gathered: Option<String>,
    /// The key of the words for where it stands.
    state: &'static str,
    /// The key of the words for what may come next.
    next: Option<&'static str>,
    partners: String,
    panels: String,
}

/// An advice, with the line that tells whose it is, or a result with what was counted.
#[derive(Debug)]
struct Advised {
    line: String,
    advice: AdvicePage,
    result: Option<Counted>,
}

/// What was counted in a result, and what is done with it.
#[derive(Debug)]
struct Counted {
    counts: Vec<(Said, String)>,
    deed: Option<(Said, String)>,
    /// Whether a body still has to decide on it.
    waits: bool,
}

async fn draw(ctx: &Context, number: &PublicNumber) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (tenant, civil) = (ctx.tenant_id(), &ctx.tenant.civil);
    let contribution = voice::by_number(&mut s, tenant, number).await?.ok_or(Fault::NotFound)?;
    let Some(journey) = journey_page(&mut s, tenant, number, ctx.language, civil, ctx.now()).await? else {
        // A part that became one with the others again: whoever knows its number comes to the whole.
        let whole = contribution.part_of.ok_or(Fault::NotFound)?;
        let whole = voice::contribution(&mut s, tenant, whole).await?.ok_or(Fault::NotFound)?;
        return Ok(ui::see_other(&format!("/bijdragen/{}", whole.number)));
    };
    drop(s);
    let panels = if journey.withdrawn { String::new() } else { ctx.panels(Spot::Journey(contribution.id)).await? };
    let words = if journey.withdrawn { String::new() } else { voice::panels::words(ctx, &contribution, false).await? };
    let page = match &journey.title {
        Some(title) => ctx.page_titled(title.text.clone()),
        None => {
            let title = ctx.page("answer-journey-title");
            let title = title.t1("answer-journey-of", "number", number.as_str());
            ctx.page_titled(title)
        }
    };
    let shown = Shown {
        line: line::whole(&page, &journey),
        words,
        came: page.t1("answer-came", "date", page.date(&journey.received)),
        still: line::still(&page, &journey),
        standing: line::standing(&page, &journey),
        explanations: explanations(&page, &journey),
        parts: journey.parts.iter().map(|it| (part(&page, it), it.clone())).collect(),
        contests: journey.contests.iter().map(|it| (contest(&page, it), it.motive.clone())).collect(),
        across: across(&page, &journey),
        advices: advices(&page, &journey),
        decided: decided(&page, &journey),
        initiative: journey.is_initiative(),
        gathered: journey.gathered_until.as_ref().map(|until| {
            let over = *until < ctx.today() || journey.decision.is_some() || !journey.advices.is_empty();
            if over { page.t("answer-gathered-over") } else { page.t1("answer-gathered-until", "date", page.date(until)) }
        }),
        state: line::state_key(&journey, journey.state),
        next: journey.next.first().map(|next| line::state_key(&journey, *next)),
        partners: journey.process.partners.join(", "),
        channel: contribution.channel.key(),
        panels,
        told: journey,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// That the author asked to travel apart, and how it stands or ended.
fn contest(page: &Page, it: &ContestPage) -> String {
    let asked = page.date(&it.asked);
    let about = if it.division { "carry-contest-divided" } else { "carry-contest" };
    match (it.ended, &it.settled) {
        (Some(ended), Some(settled)) => page.t2(format!("{about}-{ended}"), "asked", asked, "settled", page.date(settled)),
        _ => page.t2(format!("{about}-waits"), "asked", asked, "until", page.date(&it.until)),
    }
}

/// Where a part is, since when, with whom and until when.
fn part(page: &Page, it: &PartPage) -> String {
    let mut told = vec![page.t2("answer-divided-part", "state", page.t(it.state.key()), "since", page.date(&it.since))];
    told.extend(match (&it.asked, &it.department) {
        (Some(asked), _) => Some(page.t1("answer-asked", "department", asked.as_str())),
        (None, Some(department)) if it.answered.is_none() => Some(page.t1("answer-divided-has", "department", department.as_str())),
        (None, None) if it.answered.is_none() => Some(page.t("answer-divided-team")),
        (None, _) => None,
    });
    told.extend(it.outcome.map(|outcome| page.t1("answer-divided-outcome", "outcome", page.t(outcome.key()))));
    told.extend(
        it.until
            .filter(|_| it.answered.is_none())
            .map(|until| page.t1(if it.stranded.is_empty() { "answer-until" } else { "answer-was-until" }, "date", page.date(&until))),
    );
    let why = |it: &crate::journey_page::StrandedPage| page.t(it.key);
    told.extend(it.stranded.first().map(|still| page.t2("answer-divided-still", "why", why(still), "date", page.date(&still.since))));
    told.join(" ")
}

/// What was published with each step, the last first.
fn explanations(page: &Page, journey: &JourneyPage) -> Vec<(String, Said)> {
    let steps = journey.steps.iter().rev();
    steps.filter_map(|step| Some((format!("{}, {}", page.t(step.key()), page.date(&step.date)), step.text.clone()?))).collect()
}

/// How often something was said, each in words; and by whom and until when something is done with it.
fn counted(page: &Page, it: &ResultPage) -> (Vec<(Said, String)>, Option<String>) {
    let many = |many: Option<i64>| match many {
        Some(many) => page.t1("carry-result-many", "count", many),
        None => page.t1("carry-result-few", "most", it.smallest),
    };
    let by = it.department.as_ref().zip(it.until.as_ref());
    let by = by.map(|(department, until)| page.t2("carry-result-by", "department", department.as_str(), "day", page.date(until)));
    (it.counts.iter().map(|one| (one.said.clone(), many(one.many))).collect(), by)
}

/// Each advice, with the line that tells whose it is, from when, and whether the idea fits.
fn advices(page: &Page, journey: &JourneyPage) -> Vec<Advised> {
    let line = |it: &AdvicePage| {
        if let Some(result) = &it.result {
            let args = [("count", result.respondents.into()), ("day", page.date(&it.given).into())];
            return page.ta("carry-result-respondents", &args);
        }
        let department = it.department.clone().unwrap_or_else(|| page.t("answer-team-name"));
        let verdict = page.t(it.verdict.key());
        let line = page.ta(
            "answer-advice-of",
            &[("verdict", verdict.into()), ("department", department.into()), ("date", page.date(&it.given).into())],
        );
        it.plan_change_key.map_or_else(|| line.clone(), |key| format!("{line}. {}", page.t(key)))
    };
    let one = |it: &AdvicePage| Advised {
        line: line(it),
        result: it.result.as_ref().map(|result| {
            let (counts, by) = counted(page, result);
            Counted { counts, deed: result.deed.clone().zip(by), waits: result.by_decision && journey.decision.is_none() }
        }),
        advice: it.clone(),
    };
    journey.advices.iter().map(one).collect()
}

/// Everything that departments did together, each with the line that tells who, when and how it stands.
fn across(page: &Page, journey: &JourneyPage) -> Vec<(String, AcrossPage)> {
    let line = |it: &AcrossPage| {
        let name = |party: &PartyPage| match party.present {
            Some(false) => page.t1("answer-across-absent", "department", party.name.as_str()),
            Some(true) | None => party.name.clone(),
        };
        let who = it.departments.iter().map(name).chain(it.partners.iter().cloned()).collect::<Vec<_>>().join(", ");
        let date = page.date(&it.date);
        match (it.kind, it.level_key) {
            ("table", _) => page.t2("answer-across-table", "date", date, "who", who),
            ("values", _) => {
                let choice = match &it.strategy {
                    Some(strategy) => page.t1("answer-across-chosen", "strategy", strategy.as_str()),
                    None => page.t("answer-across-not-chosen"),
                };
                let defends = |one: &DefendedPage| {
                    page.t2("answer-across-defends", "department", one.department.as_str(), "value", one.value.as_str())
                };
                let choice: Vec<String> = it.defended.iter().map(defends).chain([choice]).collect();
                page.ta(
                    "answer-across-values",
                    &[
                        ("date", date.into()),
                        ("who", who.into()),
                        ("values", it.values.join(", ").into()),
                        ("choice", choice.join(" ").into()),
                    ],
                )
            }
            ("objection", _) => {
                let size = it.euros.map(|euros| page.money(&Money::from_cents(euros.saturating_mul(100))));
                let what = it.nature_key.map(|key| page.t(key)).into_iter().chain(size).collect::<Vec<_>>().join(", ");
                let status = match (it.ended_key, &it.ended_on) {
                    (Some(ended), Some(on)) => page.t2("answer-across-ended", "ending", page.t(ended), "date", page.date(on)),
                    _ => page.t("answer-across-objection-open"),
                };
                page.ta(
                    "answer-across-objection",
                    &[("date", date.into()), ("who", who.into()), ("what", what.into()), ("status", status.into())],
                )
            }
            ("consult" | "overtaken", _) => {
                let status = match (it.ended_key, &it.ended_on) {
                    (Some(ended), Some(on)) => page.t2("answer-across-ended", "ending", page.t(ended), "date", page.date(on)),
                    _ => page.t(if it.kind == "consult" { "answer-across-consult-open" } else { "answer-across-overtaken-open" }),
                };
                let key = if it.kind == "consult" { "answer-across-consult" } else { "answer-across-overtaken" };
                page.ta(key, &[("date", date.into()), ("who", who.into()), ("status", status.into())])
            }
            (_, Some(level)) => page.t2("answer-across-level", "date", date, "level", page.t(level)),
            _ => {
                let status = match (it.committed, &it.queued_until) {
                    (None, Some(until)) => page.t1("answer-across-queued", "date", page.date(until)),
                    (None, None) => page.t("answer-across-open"),
                    (Some(true), _) => page.t("answer-across-committed"),
                    (Some(false), _) => page.t("answer-across-refused"),
                };
                let what = match it.euros {
                    Some(euros) => page.money(&Money::from_cents(euros.saturating_mul(100))),
                    None => page.t("answer-across-people"),
                };
                page.ta(
                    "answer-across-means",
                    &[("date", date.into()), ("who", who.into()), ("what", what.into()), ("status", status.into())],
                )
            }
        }
    };
    journey.across.iter().map(|it| (line(it), it.clone())).collect()
}

/// What was decided, by whom and when, in one line.
fn decided(page: &Page, journey: &JourneyPage) -> Option<String> {
    let decision = journey.decision.as_ref()?;
    let outcome = page.t(decision.key);
    Some(match (&decision.body, &decision.date) {
        (Some(body), Some(date)) => {
            page.ta("answer-decided-by", &[("outcome", outcome.into()), ("body", body.as_str().into()), ("date", page.date(date).into())])
        }
        _ => outcome,
    })
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    // One address for one contribution, however the number was typed.
    let canonical = format!("/bijdragen/{number}");
    if ctx.path != canonical {
        let exists = voice::by_number(&mut ctx.read().await?, ctx.tenant_id(), &number).await?.is_some();
        return if exists { Ok(ui::see_other(&canonical)) } else { Err(Fault::NotFound) };
    }
    draw(&ctx, &number).await
}
