//! `/processen/{slug}/evaluatie`: what came of a process, for everybody: what went for the better and what for the worse, what
//! nobody knows, and who was not heard (A248, H3.9).

use super::said;
use super::shown::ReportShown;
use crate::model::evaluation::{Evaluation, EvaluationPart};
use crate::tables::evaluation as table;
use answer::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use memory::Worked;
use people::{Context, Fault};
use std::collections::BTreeMap;
use ui::Page;

/// The sections of a report in their order: the id of the heading, and its words.
const SECTIONS: [(&str, &str); 16] = [
    ("learn-about", "learn-section-about"),
    ("learn-balance", "learn-section-balance"),
    ("learn-worse", "learn-section-worse"),
    ("learn-literature", "learn-section-literature"),
    ("learn-influence", "learn-section-influence"),
    ("learn-asked", "learn-section-asked"),
    ("learn-reach", "learn-section-reach"),
    ("learn-carried", "learn-section-carried"),
    ("learn-means", "learn-section-means"),
    ("learn-heard", "learn-section-heard"),
    ("learn-advice", "learn-section-advice"),
    ("learn-planned", "learn-section-planned"),
    ("learn-limits", "learn-evaluation-part-limits"),
    ("learn-lessons", "learn-section-lessons"),
    ("learn-versions", "learn-section-versions"),
    ("learn-files", "learn-section-files"),
];

/// A lesson as the report shows it.
#[derive(Debug)]
pub(crate) struct LessonShown {
    pub(crate) worked: String,
    pub(crate) text: Said,
    pub(crate) advice: Said,
}

#[derive(Debug, Template)]
#[template(path = "evaluation_report.html")]
struct Report {
    page: Page,
    href: String,
    slug: String,
    /// The sections that stand in this report: the ids of their headings, and their words.
    contents: Vec<(&'static str, String)>,
    shown: ReportShown,
    texts: BTreeMap<EvaluationPart, Said>,
    none_found: bool,
    lessons: Vec<LessonShown>,
    versions: Vec<(String, Option<Said>)>,
    pdf: bool,
}

impl Report {
    fn text(&self, code: &str) -> Option<&Said> {
        self.texts.get(&EvaluationPart::of_code(code)?)
    }
}

#[derive(Debug, Template)]
#[template(path = "evaluation_waived.html")]
struct Waived {
    page: Page,
    href: String,
    motive: Said,
    when: String,
}

/// The public process at this place, with its evaluation that was finished last.
pub(super) async fn found(ctx: &Context, slug: &str) -> Result<(Process, Option<Evaluation>), Fault> {
    let mut s = ctx.read().await?;
    let process = design::process_by_slug(&mut s, ctx.tenant_id(), slug).await?.ok_or(Fault::NotFound)?;
    let evaluation = table::finished_evaluation(&mut s, ctx.tenant_id(), process.id).await?;
    Ok((process, evaluation))
}

/// The lessons of a process, those of what did not work first.
pub(crate) async fn lessons(ctx: &Context, page: &Page, process: &Process) -> Result<Vec<LessonShown>, Fault> {
    let mut all = memory::lessons(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    all.sort_by_key(|lesson| (lesson.worked, lesson.at));
    let shown = |lesson: &memory::Lesson| LessonShown {
        worked: page.t(worked_key(lesson.worked)),
        text: said(ctx, &lesson.text),
        advice: said(ctx, &lesson.advice),
    };
    Ok(all.iter().map(shown).collect())
}

/// Key of whether something worked.
pub(crate) const fn worked_key(worked: Worked) -> &'static str {
    match worked {
        Worked::No => "learn-lesson-worked-no",
        Worked::Partly => "learn-lesson-worked-partly",
        Worked::Yes => "learn-lesson-worked-yes",
    }
}

pub(in crate::pages) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (process, evaluation) = found(&ctx, &slug).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-report-title", "title", process.title.best(&ctx.language).text);
    let href = format!("/processen/{slug}");
    let Some((evaluation, findings)) = evaluation.and_then(|it| it.findings.clone().map(|findings| (it, findings))) else {
        let waiver = table::waiver(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
        let (motive, at) = waiver.ok_or(Fault::NotFound)?;
        let when = page.t1("learn-waiver-when", "day", page.day(&at));
        return Ok(ui::html(StatusCode::OK, &Waived { motive: said(&ctx, &motive), when, href, page }));
    };
    let mut s = ctx.read().await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let versions = table::versions(&mut s, ctx.tenant_id(), process.id).await?;
    drop(s);
    let version = |(number, at, reason): &(i64, kernel::Instant, Option<store::texts::LanguageSet>)| {
        (page.t2("learn-report-version", "version", *number, "day", page.day(at)), reason.as_ref().map(|reason| said(&ctx, reason)))
    };
    let lessons = lessons(&ctx, &page, &process).await?;
    let stands = |id: &str| match id {
        "learn-planned" => !findings.uncounted.is_empty(),
        "learn-limits" => evaluation.draft.texts.contains_key(&EvaluationPart::Limits),
        "learn-lessons" => !lessons.is_empty(),
        _ => true,
    };
    let contents = SECTIONS.iter().filter(|(id, _)| stands(id)).map(|(id, key)| (*id, page.t(key))).collect();
    let report = Report {
        slug,
        contents,
        shown: ReportShown::of(&page, &knowledge, &findings),
        texts: evaluation.draft.texts.iter().map(|(part, set)| (*part, said(&ctx, set))).collect(),
        none_found: evaluation.draft.none_found,
        lessons,
        versions: versions.iter().map(version).collect(),
        pdf: ctx.app.settings.letter_fonts.is_some(),
        href,
        page,
    };
    Ok(ui::html(StatusCode::OK, &report))
}
