//! `/werk/briefings`: what councils were told, what their members asked and what was answered (F1 S12, E901).

use crate::act::Refusal;
use crate::council::{self, Telling};
use crate::forms;
use crate::pages::view::{Texts, Words};
use crate::tables::{self, Briefing, BriefingQuestion};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use kernel::{BriefingId, Date, DossierId, ProcessId, TextId};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use ui::{Choice, Page, Pager, Typed};

/// Rows on one page.
const A_PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "briefings.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
}

/// A briefing in a list.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) text: String,
    pub(crate) process: Option<Words>,
}

#[derive(Debug, Template)]
#[template(path = "briefing.html")]
struct One {
    page: Page,
    typed: Typed,
    href: String,
    text: String,
    process: Option<(String, Words)>,
    told: Option<Words>,
    closed: Option<Words>,
    dossiers: Vec<(String, String)>,
    questions: Vec<Question>,
    may_write: bool,
    open: Vec<Choice>,
}

/// A question of a council member.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) text: String,
    pub(crate) late: bool,
    pub(crate) words: Option<Words>,
    pub(crate) answer: Option<Words>,
}

#[derive(Debug, Template)]
#[template(path = "briefing_form.html")]
struct Form {
    page: Page,
    typed: Typed,
    action: String,
    process: Words,
    href: String,
}

/// «Gemeenteraad, 3 maart 2026».
pub(crate) fn text(page: &Page, it: &Briefing) -> String {
    page.t2("carry-briefing-of", "body", it.body.as_str(), "day", page.date(&it.day))
}

/// The questions of a briefing as they are shown.
pub(crate) fn questions(page: &Page, texts: &Texts, all: &[BriefingQuestion], today: Date) -> Vec<Question> {
    let shown = |it: &BriefingQuestion| Question {
        text: match &it.answered {
            Some(at) => page.t1("carry-briefing-answered-on", "day", page.day(at)),
            None => page.t1("carry-briefing-answer-by", "day", page.date(&it.until)),
        },
        late: it.answer.is_none() && it.until < today,
        words: texts.words(page, it.words),
        answer: it.answer.and_then(|id| texts.words(page, id)),
    };
    all.iter().map(shown).collect()
}

fn cursor(text: Option<&String>) -> Result<Option<(Date, BriefingId)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let (day, id) = text.split_once('.')?;
        Some((day.parse().ok()?, id.parse().ok()?))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

/// Briefings as rows of a list.
pub(crate) async fn rows(ctx: &Context, page: &Page, all: &[Briefing]) -> Result<Vec<Row>, Fault> {
    let mut s = ctx.read().await?;
    let mut known: HashMap<ProcessId, Option<Words>> = HashMap::new();
    for it in all {
        if let Entry::Vacant(place) = known.entry(it.process) {
            let process = design::process(&mut s, ctx.tenant_id(), it.process).await?;
            place.insert(process.map(|process| Words::of(page, &process.title)));
        }
    }
    let row = |it: &Briefing| Row {
        href: format!("/werk/briefings/{}", it.id),
        text: text(page, it),
        process: known.get(&it.process).cloned().flatten(),
    };
    Ok(all.iter().map(row).collect())
}

pub(super) async fn list(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("carry-briefings-title");
    let before = cursor(asked.get("na"))?;
    let mut s = ctx.read().await?;
    let mut all = tables::briefings(&mut s, ctx.tenant_id(), before, 51).await?;
    drop(s);
    let more = all.len() > A_PAGE;
    all.truncate(A_PAGE);
    let rows = rows(&ctx, &page, &all).await?;
    let next = all.last().filter(|_| more).map(|it| format!("/werk/briefings?na={}.{}", it.day, it.id));
    let pager = Pager { next, previous: before.is_some().then(|| "/werk/briefings".to_owned()) };
    Ok(ui::html(StatusCode::OK, &List { page, rows, pager }))
}

/// A briefing that somebody opened.
struct Opened {
    briefing: Briefing,
    dossiers: Vec<DossierId>,
    questions: Vec<BriefingQuestion>,
    process: Option<Process>,
}

impl Opened {
    async fn read(ctx: &Context, id: &str) -> Result<Self, Fault> {
        let id: BriefingId = id.parse().map_err(|_| Fault::NotFound)?;
        let mut s = ctx.read().await?;
        let found = tables::briefing(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
        let process = design::process(&mut s, ctx.tenant_id(), found.0.process).await?;
        Ok(Self { briefing: found.0, dossiers: found.1, questions: found.2, process })
    }

    fn href(&self) -> String {
        format!("/werk/briefings/{}", self.briefing.id)
    }

    fn unanswered(&self) -> Vec<i64> {
        self.questions.iter().filter(|it| it.answer.is_none()).map(|it| it.number).collect()
    }
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-briefing-title");
    let it = &opened.briefing;
    let mut ids: Vec<TextId> = vec![it.told];
    ids.extend(it.closed);
    ids.extend(opened.questions.iter().flat_map(|one| [Some(one.words), one.answer]).flatten());
    let mut s = ctx.read().await?;
    let texts = Texts::read(&mut s, ctx.tenant_id(), &ids).await?;
    let mut dossiers = Vec::new();
    for id in &opened.dossiers {
        let number =
            journey::dossier(&mut s, ctx.tenant_id(), *id).await?.and_then(|it| it.contributions.first().map(|it| it.number.to_string()));
        dossiers.push((format!("/werk/dossiers/{id}"), number.unwrap_or_default()));
    }
    drop(s);
    let open = opened.questions.iter().filter(|one| one.answer.is_none());
    let one = One {
        href: opened.href(),
        text: text(&page, it),
        process: opened.process.as_ref().map(|process| (format!("/processen/{}", process.slug), Words::of(&page, &process.title))),
        told: texts.words(&page, it.told),
        closed: it.closed.and_then(|id| texts.words(&page, id)),
        dossiers,
        questions: questions(&page, &texts, &opened.questions, ctx.today()),
        may_write: ctx.may(Permission::Schedule, &Thing::process(it.process)),
        open: open
            .map(|one| Choice::new(one.number.to_string(), texts.words(&page, one.words).map(|it| it.text).unwrap_or_default()))
            .collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &one))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id).await?;
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

async fn settle(ctx: &Context, opened: &Opened, done: Result<(), Refusal>, mut typed: Typed, notice: &str) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(ctx.done(&opened.href(), notice)),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            draw(ctx, opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) async fn ask(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id).await?;
    ctx.permit(Permission::Schedule, &Thing::process(opened.briefing.process))?;
    let Some((words, until)) = forms::asking_in_briefing(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, briefing) = (ctx.store().clone(), opened.briefing.id);
    let done = store::write!(store, [ctx, words], |tx| council::ask(tx, &ctx.act(), briefing, &words, until).await.map(drop)).await;
    settle(&ctx, &opened, done, typed, "carry-briefing-asked").await
}

pub(super) async fn answer(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id).await?;
    ctx.permit(Permission::Schedule, &Thing::process(opened.briefing.process))?;
    let Some((number, words)) = forms::answering_briefing(&mut typed, &opened.unanswered(), ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, briefing) = (ctx.store().clone(), opened.briefing.id);
    let done = store::write!(store, [ctx, words], |tx| council::answer(tx, &ctx.act(), briefing, number, &words).await).await;
    settle(&ctx, &opened, done, typed, "carry-briefing-answered").await
}

async fn process(ctx: &Context, id: &str) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let process = design::process(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    drop(s);
    ctx.permit(Permission::Schedule, &Thing::process(id))?;
    Ok(process)
}

fn form(ctx: &Context, process: &Process, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-briefing-new-title");
    let form = Form {
        action: format!("/werk/processen/{}/briefing", process.id),
        process: Words::of(&page, &process.title),
        href: format!("/processen/{}", process.slug),
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn blank(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = process(&ctx, &id).await?;
    Ok(form(&ctx, &process, Typed::empty().with("date", ctx.today().to_string()), StatusCode::OK))
}

pub(super) async fn tell(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = process(&ctx, &id).await?;
    let Some(briefed) = forms::briefing(&mut typed, ctx.tenant.language) else {
        return Ok(form(&ctx, &process, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let mut dossiers = Vec::new();
    let mut s = ctx.read().await?;
    for number in &briefed.numbers {
        let contribution = voice::by_number(&mut s, ctx.tenant_id(), number).await?;
        let dossier = match contribution {
            Some(contribution) => journey::of_contribution(&mut s, ctx.tenant_id(), contribution.id).await?,
            None => None,
        };
        match dossier.filter(|dossier| dossier.process == process.id) {
            Some(dossier) if !dossiers.contains(&dossier.id) => dossiers.push(dossier.id),
            Some(_) => {}
            None => {
                typed.wrong_with("numbers", "carry-briefing-number-unknown", &[("number", number.to_string().into())]);
                return Ok(form(&ctx, &process, typed, StatusCode::UNPROCESSABLE_ENTITY));
            }
        }
    }
    drop(s);
    let telling = Telling { body: briefed.body, day: briefed.day, told: briefed.told, closed: briefed.closed, dossiers };
    let (store, id) = (ctx.store().clone(), process.id);
    match store::write!(store, [ctx, telling], |tx| council::brief(tx, &ctx.act(), id, &telling).await).await {
        Ok(made) => Ok(ctx.done(&format!("/werk/briefings/{made}"), "carry-briefing-done")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            Ok(form(&ctx, &process, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
