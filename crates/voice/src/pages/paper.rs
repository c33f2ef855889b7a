//! The form on paper, A4, which asks and says the same as the screen (catalogue H3.3: no step is digital only).

use super::{choices, offered, process};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::AnswerBy;
use people::{Context, Fault};
use ui::{Choice, Page};

#[derive(Template)]
#[template(path = "paper.html")]
struct PaperPage {
    page: Page,
    process: String,
    question: Option<String>,
    fixed: Option<String>,
    closes: Option<String>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
    answers: Vec<String>,
    address: String,
    lines: std::ops::Range<u8>,
}

/// The form.
pub async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let process = process(&mut session, &ctx, &slug).await?;
    let offered = offered(&mut session, &ctx, false).await?;
    let page = ctx.page("voice-paper-title");
    let charter = process.charter.as_ref();
    let answers = AnswerBy::ALL.iter().filter(|by| **by != AnswerBy::Intermediary || !offered.organisations.is_empty());
    let shown = PaperPage {
        process: process.title.best(&ctx.language).text.to_owned(),
        question: charter.map(|charter| charter.question.best(&ctx.language).text.to_owned()),
        fixed: charter.map(|charter| charter.fixed.best(&ctx.language).text.to_owned()),
        closes: charter.and_then(|charter| charter.closes).map(|day| page.date(&day)),
        areas: choices(&offered.areas),
        organisations: choices(&offered.organisations),
        answers: answers.map(|by| page.t(format!("voice-answer-{}", by.code()))).collect(),
        address: ctx.app.address_of(&ctx.tenant, &format!("/processen/{}", process.slug)),
        lines: 0..9,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
