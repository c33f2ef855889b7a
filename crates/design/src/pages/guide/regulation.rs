//! `/werk/processen/{id}/gids/reglement`: how the design stands to each obligation of the regulation, and why it deviates where it does.

use super::{Guided, guided_with_standing};
use crate::forms::prose;
use crate::guide::facts_when_published;
use crate::pages::charter::setting;
use crate::pages::standing::{ObligationLine, version};
use crate::refusal::Refusal;
use crate::standing::Standing;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use knowledge::{Check, ObligationAnswer, ObligationAnswers};
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Choice, Page, Typed};

/// At most so many signs in a motive.
const MOTIVE: usize = 2_000;

#[derive(Debug)]
struct Block {
    line: ObligationLine,
    answer: String,
    motive: String,
    label: String,
}

#[derive(Debug, Template)]
#[template(path = "guide/regulation.html")]
struct RegulationPage {
    page: Page,
    typed: Typed,
    action: String,
    guide: String,
    version: Option<String>,
    blocks: Vec<Block>,
    answers: Vec<Choice>,
}

/// The names of the fields of an obligation: yes or no, and why the design deviates.
fn fields(obligation: &str) -> (String, String) {
    (format!("antwoord-{obligation}"), format!("waarom-{obligation}"))
}

fn draw(ctx: &Context, guided: &Guided, standing: &Standing, answers: &ObligationAnswers, typed: Typed) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-standing-regulation-title", "title", guided.process.title.best(&ctx.language).text);
    let facts = facts_when_published(&guided.saved, &guided.guide, &guided.knowledge);
    let blocks = standing
        .checked_with(&guided.saved.draft, &facts, answers)
        .iter()
        .map(|its| {
            let line = ObligationLine::of(&page, its);
            let (answer, motive) = fields(&line.key);
            Block { label: page.t1("design-standing-asks", "number", line.number.as_str()), line, answer, motive }
        })
        .collect();
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = RegulationPage {
        action: format!("{}/reglement", guided.href()),
        guide: guided.href(),
        version: standing.regulation.as_ref().map(|its| version(&page, its)),
        blocks,
        answers: vec![
            Choice::new("yes", page.t("ui-yes")),
            Choice::new("no", page.t("ui-no")),
            Choice::new("", page.t("design-standing-verdict-none")),
        ],
        page,
        typed,
    };
    ui::html(status, &shown)
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let (guided, standing) = guided_with_standing(&ctx, &id).await?;
    let mut typed = Typed::empty();
    for (key, its) in &standing.answers {
        let (answer, motive) = fields(key);
        typed.set(answer, its.yes.map(|yes| if yes { "yes" } else { "no" }).unwrap_or_default());
        typed.set(motive, its.motive.as_ref().map(|words| words.original().text.clone()).unwrap_or_default());
    }
    Ok(draw(&ctx, &guided, &standing, &standing.answers, typed))
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (guided, standing) = guided_with_standing(&ctx, &id).await?;
    let original = setting(&ctx).original;
    let mut answers = standing.answers.clone();
    let mut changed: Vec<(String, ObligationAnswer)> = Vec::new();
    for (_, obligation) in standing.regulation.iter().flat_map(|regulation| regulation.obligations()) {
        let (answer, why) = fields(&obligation.key);
        let asked = obligation.check == Check::Asked;
        let yes = match typed.get(&answer) {
            "yes" if asked => Some(true),
            "no" if asked => Some(false),
            _ => None,
        };
        let motive = prose(&mut typed, &why, MOTIVE).map(|words| LanguageSet::written(original, words));
        if yes == Some(false) && motive.is_none() && typed.error_of(&why).is_none() {
            typed.wrong(why, "design-standing-why-missing");
        }
        let new = ObligationAnswer { yes, motive };
        let before = answers.get(&obligation.key).cloned().unwrap_or_default();
        if before != new {
            answers.insert(obligation.key.clone(), new.clone());
            changed.push((obligation.key.clone(), new));
        }
    }
    if typed.is_wrong() {
        return Ok(draw(&ctx, &guided, &standing, &answers, typed));
    }
    let (store, process) = (ctx.store().clone(), guided.process.id);
    store::write!(store, [ctx, changed], |tx| {
        for (key, answer) in &changed {
            knowledge::answer_obligation(tx, &ctx.act(), process, key, answer).await?;
        }
        Ok::<_, Refusal>(())
    })
    .await?;
    Ok(ctx.done(&format!("{}/reglement", guided.href()), "design-standing-saved"))
}
