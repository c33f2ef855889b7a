//! `/werk/processen/{id}/gids/toetsen`: the questions of the toetsen of the municipality, each with a verdict and why.

use super::{Guided, guided_with_standing, said, said_in};
use crate::forms::prose;
use crate::pages::charter::setting;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Gate, Toets, Verdict};
use kernel::Language;
use knowledge::{ToetsVerdict, VERDICTS, answers_of, verdict_code, verdict_of};
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Choice, Page, Typed};

/// At most so many signs in a motive.
const MOTIVE: usize = 1_000;

#[derive(Debug)]
struct Question {
    asks: String,
    verdict: String,
    motive: String,
}

#[derive(Debug)]
struct Asked {
    name: String,
    purpose: String,
    /// Key of what it is about, when that is not the design.
    about: Option<&'static str>,
    /// Key of what it holds back, when it is obligatory.
    obligatory: Option<&'static str>,
    public: bool,
    with_intermediaries: bool,
    questions: Vec<Question>,
}

#[derive(Debug, Template)]
#[template(path = "guide/toetsen.html")]
struct Toetsen {
    page: Page,
    typed: Typed,
    action: String,
    guide: String,
    language: Language,
    toetsen: Vec<Asked>,
    verdicts: Vec<Choice>,
}

/// The names of the fields of a question: its verdict, and why.
fn fields(toets: &str, question: &str) -> (String, String) {
    (format!("oordeel-{toets}-{question}"), format!("waarom-{toets}-{question}"))
}

/// The toetsen that are asked of this process: before the design is published, and before a draft decision goes to the body.
fn asked(guided: &Guided) -> impl Iterator<Item = (&Toets, Gate)> {
    let with_questions = guided.knowledge.toetsen.iter().filter(|toets| !toets.is_template());
    with_questions.flat_map(|toets| {
        [Gate::Design, Gate::DraftDecision].into_iter().filter(move |gate| toets.at.contains(gate)).map(move |gate| (toets, gate))
    })
}

fn draw(ctx: &Context, guided: &Guided, typed: Typed, status: StatusCode) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-standing-toetsen-title", "title", guided.process.title.best(&ctx.language).text);
    let question = |toets: &str, question: &evidence::ToetsQuestion| {
        let (verdict, motive) = fields(toets, &question.key);
        Question { asks: said(&page, &question.asks), verdict, motive }
    };
    let shown = Toetsen {
        action: format!("{}/toetsen", guided.href()),
        guide: guided.href(),
        language: said_in(&page),
        toetsen: asked(guided)
            .map(|(toets, gate)| Asked {
                about: (gate == Gate::DraftDecision).then_some("design-standing-toets-draft"),
                name: said(&page, &toets.name),
                purpose: said(&page, &toets.purpose),
                obligatory: toets.obligatory.then_some(match gate {
                    Gate::Design => "design-standing-toets-obligatory",
                    Gate::DraftDecision => "design-standing-toets-obligatory-draft",
                }),
                public: toets.public,
                with_intermediaries: toets.with_intermediaries,
                questions: toets.questions.iter().map(|its| question(&answers_of(toets, gate), its)).collect(),
            })
            .collect(),
        verdicts: VERDICTS
            .into_iter()
            .map(|(_, code)| Choice::new(code, page.t(format!("design-standing-verdict-{code}"))))
            .chain([Choice::new("", page.t("design-standing-verdict-none"))])
            .collect(),
        page,
        typed,
    };
    ui::html(status, &shown)
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let (guided, standing) = guided_with_standing(&ctx, &id).await?;
    let mut typed = Typed::empty();
    for ((toets, question), its) in &standing.verdicts {
        let (verdict, motive) = fields(toets, question);
        typed.set(verdict, verdict_code(its.verdict));
        typed.set(motive, its.motive.as_ref().map(|words| words.original().text.clone()).unwrap_or_default());
    }
    Ok(draw(&ctx, &guided, typed, StatusCode::OK))
}

/// What was answered to one question; nothing when it was left open.
fn parse(typed: &mut Typed, original: Language, toets: &str, question: &str) -> Option<ToetsVerdict> {
    let (field, why) = fields(toets, question);
    let motive = prose(typed, &why, MOTIVE).map(|words| LanguageSet::written(original, words));
    let Some(verdict) = verdict_of(typed.get(&field)) else {
        if motive.is_some() || !typed.get(&field).is_empty() {
            typed.wrong(field, "ui-choose");
        }
        return None;
    };
    if verdict != Verdict::InOrder && motive.is_none() && typed.error_of(&why).is_none() {
        typed.wrong(why, "design-standing-why-missing");
    }
    Some(ToetsVerdict { verdict, motive })
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (guided, standing) = guided_with_standing(&ctx, &id).await?;
    let original = setting(&ctx).original;
    let mut changed: Vec<((String, String), Option<ToetsVerdict>)> = Vec::new();
    for (toets, gate) in asked(&guided) {
        for question in &toets.questions {
            let key = (answers_of(toets, gate), question.key.clone());
            let new = parse(&mut typed, original, &key.0, &key.1);
            if standing.verdicts.get(&key) != new.as_ref() {
                changed.push((key, new));
            }
        }
    }
    if typed.is_wrong() {
        return Ok(draw(&ctx, &guided, typed, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let (store, process) = (ctx.store().clone(), guided.process.id);
    store::write!(store, [ctx, changed], |tx| {
        for ((toets, question), verdict) in &changed {
            knowledge::answer_toets(tx, &ctx.act(), process, (toets, question), verdict.as_ref()).await?;
        }
        Ok::<_, Refusal>(())
    })
    .await?;
    Ok(ctx.done(&format!("{}/toetsen", guided.href()), "design-standing-saved"))
}
