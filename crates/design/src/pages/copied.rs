//! `/werk/processen/{id}/overgenomen`: what a new process took along, what it did not, and which lessons belong to it.

use crate::model::{Part, template};
use crate::pages::guide::{Guided, LessonShown};
use crate::pages::permitted;
use crate::tables::copy::{CopyOrigin, copy_origin};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use memory::Filter;
use people::{Context, Fault, Permission};
use ui::Page;

/// So many lessons of the earlier process are shown.
const LESSONS: i64 = 30;

#[derive(Debug, Template)]
#[template(path = "copied.html")]
struct Copied {
    page: Page,
    from: String,
    charter: String,
    guide: String,
    template: bool,
    parts: Vec<&'static str>,
    rung: Option<&'static str>,
    planning: Option<String>,
    answers: i64,
    aims: i64,
    lessons: Vec<LessonShown>,
    alike: Vec<LessonShown>,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::DesignProcess).await?;
    let mut s = ctx.read().await?;
    let origin = copy_origin(&mut s, ctx.tenant_id(), process.id).await?.ok_or(Fault::NotFound)?;
    let (from, of) = match &origin {
        CopyOrigin::Template(code) => {
            let name = template(code).map_or_else(|| code.clone(), |it| it.name.in_language(ctx.language).to_owned());
            (name, None)
        }
        CopyOrigin::Process(id) => {
            let before = crate::process(&mut s, ctx.tenant_id(), *id).await?;
            (before.map(|it| it.title.best(&ctx.language).text.to_owned()).unwrap_or_default(), Some(*id))
        }
    };
    let own = match of {
        Some(of) => {
            let filter = Filter { process: Some(of), ..Filter::default() };
            memory::listed(&mut s, ctx.tenant_id(), &filter, None, LESSONS).await?
        }
        None => Vec::new(),
    };
    drop(s);
    let guided = Guided::read(&ctx, process).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-copied-title", "title", guided.process.title.best(&ctx.language).text);
    let draft = &guided.saved.draft;
    let days = draft.planning.iter().map(|step| step.date).chain(draft.opens).chain(draft.closes).chain(draft.decision_date);
    let days: Vec<kernel::Date> = days.collect();
    let planning = days.iter().min().zip(days.iter().max());
    let alike = guided.lessons.iter().filter(|row| !own.iter().any(|it| it.lesson.id == row.lesson.id));
    let shown = Copied {
        from,
        charter: format!("/werk/processen/{}", guided.process.id),
        guide: guided.href(),
        template: matches!(origin, CopyOrigin::Template(_)),
        parts: Part::ALL.into_iter().filter(|part| *part != Part::Title && draft.text(*part).is_some()).map(Part::key).collect(),
        rung: draft.rung.map(crate::model::Rung::key),
        planning: planning.map(|(first, last)| page.t2("design-copied-planning", "first", page.date(first), "last", page.date(last))),
        answers: count(guided.guide.answers.len()),
        aims: count(guided.guide.aims.len()),
        lessons: own.iter().map(|row| LessonShown::of(&page, &guided, row)).collect(),
        alike: alike.map(|row| LessonShown::of(&page, &guided, row)).collect(),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
