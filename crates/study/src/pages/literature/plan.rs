//! How the own search is set up, how far studies came, and why the others did not.

use super::HOME;
use crate::tables::review::{self, SearchPlan, step_key};
use crate::{acts, forms};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Funnel, FunnelFault, ReviewStep};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "literature/plan.html")]
struct Shown {
    page: Page,
    typed: Typed,
    steps: Vec<StepFields>,
}

/// The fields of a step, and the keys of their words.
#[derive(Debug)]
struct StepFields {
    count: String,
    count_label: String,
    reasons: String,
    reasons_label: String,
    leaves: bool,
}

/// Steps of which reasons may be told: what was left out after them.
const LEAVING: [ReviewStep; 3] = [ReviewStep::Found, ReviewStep::Screened, ReviewStep::Read];

fn fields(step: ReviewStep) -> StepFields {
    let key = step_key(step);
    StepFields {
        count: format!("step-{key}"),
        count_label: format!("study-count-{key}"),
        reasons: format!("reasons-{key}"),
        reasons_label: format!("study-reasons-{key}"),
        leaves: LEAVING.contains(&step),
    }
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &Shown { page: ctx.page("study-plan-title"), typed, steps: ReviewStep::ALL.map(fields).into() })
}

pub(in crate::pages) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::Research, &Thing::tenant())?;
    let mut s = ctx.read().await?;
    let plan = review::plan(&mut s, ctx.tenant_id()).await?;
    let funnel = review::funnel(&mut s, ctx.tenant_id()).await?;
    drop(s);
    let year = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let mut typed = Typed::empty()
        .with("question", plan.question)
        .with("searched", plan.searched)
        .with("terms", plan.terms)
        .with("criteria", plan.criteria)
        .with("from", year(plan.from))
        .with("until", year(plan.until));
    for step in ReviewStep::ALL {
        typed.set(format!("step-{}", step_key(step)), funnel.count(step).map(|it| it.to_string()).unwrap_or_default());
        let reasons: Vec<String> =
            funnel.reasons().filter(|it| it.0 == step).map(|(_, reason, count)| format!("{reason}: {count}")).collect();
        typed.set(format!("reasons-{}", step_key(step)), reasons.join("\n"));
    }
    Ok(draw(&ctx, typed))
}

/// Reads reasons, one on a line: `not local: 40`. None when a line is none.
fn reasons(text: &str) -> Option<Vec<(String, u64)>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let read: Option<Vec<(String, u64)>> = lines
        .map(|line| {
            let (reason, count) = line.rsplit_once(':')?;
            let (reason, count) = (kernel::Line::new(reason, 120).ok()?, count.trim());
            let whole = (1..=7).contains(&count.len()) && count.bytes().all(|byte| byte.is_ascii_digit());
            Some((reason.into_string(), whole.then(|| count.parse().ok()).flatten()?))
        })
        .collect();
    read.filter(|it| it.len() <= 40)
}

fn year(typed: &mut Typed, name: &str) -> Option<i64> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let year = text.parse::<i64>().ok().filter(|it| (1800..=2200).contains(it));
    if year.is_none() {
        typed.wrong(name, "study-wrong-year");
    }
    year
}

fn parse(typed: &mut Typed) -> Option<(SearchPlan, Funnel)> {
    let texts = ["question", "searched", "terms", "criteria"].map(|name| {
        if typed.get(name).trim().is_empty() && name != "question" {
            return Some(String::new());
        }
        forms::prose(typed, name, forms::MOST_REMARK)
    });
    let (from, until) = (year(typed, "from"), year(typed, "until"));
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        typed.wrong("until", "study-wrong-years");
    }
    let mut funnel = Funnel::default();
    for step in ReviewStep::ALL {
        let name = format!("step-{}", step_key(step));
        let text = typed.get(&name).trim().to_owned();
        if !text.is_empty() {
            match text.parse::<u64>().ok().filter(|it| *it <= 9_999_999) {
                Some(count) => funnel.reached(step, count),
                None => typed.wrong(name, "study-wrong-count"),
            }
        }
        if LEAVING.contains(&step) {
            let name = format!("reasons-{}", step_key(step));
            match reasons(typed.get(&name)) {
                Some(all) => all.into_iter().for_each(|(reason, count)| funnel.left_out(step, &reason, count)),
                None => typed.wrong(name, "study-wrong-reasons"),
            }
        }
    }
    if !typed.is_wrong() {
        for fault in funnel.faults() {
            match fault {
                FunnelFault::Grows { to, .. } => typed.wrong(format!("step-{}", step_key(to)), "study-wrong-grows"),
                FunnelFault::Reasons { after, gone, told } => {
                    let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
                    let args = [("gone", number(gone).into()), ("told", number(told).into())];
                    typed.wrong_with(format!("reasons-{}", step_key(after)), "study-wrong-told", &args);
                }
            }
        }
    }
    let [question, searched, terms, criteria] = texts;
    let plan = SearchPlan { question: question?, searched: searched?, terms: terms?, criteria: criteria?, from, until };
    (!typed.is_wrong()).then_some((plan, funnel))
}

pub(in crate::pages) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::Research, &Thing::tenant())?;
    let Some((plan, funnel)) = parse(&mut typed) else { return Ok(draw(&ctx, typed)) };
    let store = ctx.store().clone();
    store::write!(store, [ctx, plan, funnel], |tx| { acts::save_review(tx, &ctx.act(), &plan, &funnel).await }).await?;
    Ok(ctx.done(HOME, "study-plan-saved"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reasons_are_read_line_by_line() {
        assert_eq!(reasons("niet lokaal: 40\n\n dubbel : 3 "), Some(vec![("niet lokaal".into(), 40), ("dubbel".into(), 3)]));
        assert_eq!(reasons(""), Some(Vec::new()));
        for wrong in ["niet lokaal", "niet lokaal: veel", ": 3", "x: -1", "x: 12345678"] {
            assert_eq!(reasons(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_writes_back_the_same(pairs in proptest::collection::vec(("[a-z]{1,10}( [a-z]{1,8})?", 0_u64..99_999), 0..8)) {
            let text: Vec<String> = pairs.iter().map(|(reason, count)| format!("{reason}: {count}")).collect();
            prop_assert_eq!(reasons(&text.join("\n")), Some(pairs));
        }

        #[test]
        fn soup_makes_no_reader_stumble(text in "\\PC{0,60}") {
            let mut typed = Typed::empty().with("question", text.clone()).with("step-found", text.clone()).with("reasons-found", text);
            prop_assert_eq!(parse(&mut typed).is_none(), typed.is_wrong());
        }
    }
}
