//! `/werk/processen/{id}/evaluatie`: writing the evaluation, each section with the facts above the field in which they are concluded
//! from.

use super::shown::ReportShown;
use super::{no_claims, permitted, prose, words};
use crate::assembling::{Assembling, findings, first_draft};
use crate::evaluating::{EvaluationError, beside, save_evaluation};
use crate::model::evaluation::findings::Findings;
use crate::model::evaluation::influence::EffectiveRung;
use crate::model::evaluation::means::{MeansKind, MeansUsed};
use crate::model::evaluation::{Evaluation, EvaluationDraft, EvaluationGap, EvaluationPart, evaluation_gaps};
use crate::pages::evaluation::report::{LessonShown, lessons};
use crate::tables::evaluation as table;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use kernel::{Instant, Money};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

/// Nobody counts more hours than these.
const MOST_HOURS: i64 = 1_000_000;

/// What is needed to draw the page, read once.
pub(super) struct Opened {
    pub(super) process: Process,
    pub(super) evaluation: Option<Evaluation>,
    pub(super) draft: EvaluationDraft,
    pub(super) findings: Findings,
    pub(super) gaps: Vec<EvaluationGap>,
}

impl Opened {
    pub(super) async fn read(ctx: &Context, process: Process) -> Result<Self, Fault> {
        let mut s = ctx.read().await?;
        let (tenant, id) = (ctx.tenant_id(), process.id);
        let evaluation = table::evaluation(&mut s, tenant, id).await?;
        let draft = match &evaluation {
            Some(evaluation) => evaluation.draft.clone(),
            None => first_draft(&mut s, tenant, &process).await?,
        };
        let findings = findings(&mut s, &Assembling { tenant: &ctx.tenant, process: &process, draft: &draft, today: ctx.today() }).await?;
        let gaps = evaluation_gaps(&draft, beside(&mut s, tenant, id, &findings).await?);
        Ok(Self { process, evaluation, draft, findings, gaps })
    }

    pub(super) fn href(&self) -> String {
        format!("/werk/processen/{}/evaluatie", self.process.id)
    }
}

#[derive(Debug, Template)]
#[template(path = "evaluation_edit.html")]
struct Edit {
    page: Page,
    typed: Typed,
    href: String,
    public: Option<String>,
    standing: String,
    shown: ReportShown,
    gaps: Vec<EvaluationGap>,
    rungs: Vec<Choice>,
    rules: Vec<(String, String)>,
    means: Vec<MeansFields>,
    lessons: Vec<LessonShown>,
    finished: bool,
}

/// The two fields of one kind of means.
#[derive(Debug)]
struct MeansFields {
    legend: String,
    planned: String,
    used: String,
    hint: &'static str,
}

fn means_fields(kind: MeansKind) -> (String, String) {
    (format!("means-{}-planned", kind.code()), format!("means-{}-used", kind.code()))
}

fn written(row: MeansKind, amount: Option<i64>) -> String {
    match amount {
        None => String::new(),
        Some(cents) if row.is_money() => Money::from_cents(cents).to_string(),
        Some(hours) => hours.to_string(),
    }
}

/// The form as it stands.
fn filled(draft: &EvaluationDraft, seen: Option<Instant>) -> Typed {
    let mut typed = Typed::empty();
    for (part, set) in &draft.texts {
        typed.set(part.code(), set.original().text.as_str());
    }
    if let Some(rung) = draft.effective {
        typed.set("effective", rung.step().to_string());
    }
    if draft.none_found {
        typed.set("none-found", "yes");
    }
    for row in &draft.means {
        let (planned, used) = means_fields(row.kind);
        typed.set(planned, written(row.kind, row.planned));
        typed.set(used, written(row.kind, row.used));
    }
    typed.set("seen", seen.map(|at| at.micros().to_string()).unwrap_or_default());
    typed
}

fn amount(typed: &mut Typed, kind: MeansKind, name: &str) -> Option<i64> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = if kind.is_money() {
        text.parse::<Money>().ok().map(Money::cents).filter(|cents| *cents >= 0)
    } else {
        text.parse::<i64>().ok().filter(|hours| (0..=MOST_HOURS).contains(hours))
    };
    if read.is_none() {
        typed.wrong(name, if kind.is_money() { "ui-amount" } else { "learn-evaluation-hours-wrong" });
    }
    read
}

/// What was typed; nothing when something is wrong, which is then noted beside its field. What is only missing is not wrong. A text
/// that is as it was `before` keeps its translations.
fn parse(typed: &mut Typed, ctx: &Context, before: &EvaluationDraft) -> Option<EvaluationDraft> {
    let mut draft =
        EvaluationDraft { none_found: typed.get("none-found") == "yes", reach: before.reach.clone(), ..EvaluationDraft::default() };
    for part in EvaluationPart::ALL {
        if let Some(set) = prose(typed, part.code(), EvaluationPart::MOST, ctx.tenant.language) {
            let same = before.texts.get(part).filter(|old| old.original().text == set.original().text);
            draft.texts.insert(*part, same.cloned().unwrap_or(set));
        }
        no_claims(typed, part.code());
    }
    let rung = typed.get("effective").to_owned();
    draft.effective = rung.parse().ok().and_then(EffectiveRung::of_step);
    if !rung.is_empty() && draft.effective.is_none() {
        typed.wrong("effective", "ui-choose");
    }
    for kind in MeansKind::ALL {
        let (planned, used) = means_fields(kind);
        let (planned, used) = (amount(typed, kind, &planned), amount(typed, kind, &used));
        draft.means.push(MeansUsed { kind, planned, used });
    }
    (!typed.is_wrong()).then_some(draft)
}

fn standing(page: &Page, evaluation: Option<&Evaluation>) -> String {
    match evaluation {
        None => page.t("learn-evaluation-standing-none"),
        Some(it) => match it.finished {
            Some(at) => page.t2("learn-evaluation-standing-finished", "version", it.version, "day", page.day(&at)),
            None => page.t2("learn-evaluation-standing-draft", "version", it.version, "time", page.time(&it.saved)),
        },
    }
}

async fn draw(ctx: &Context, opened: &Opened, status: StatusCode, typed: Typed) -> Result<Response, Fault> {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-evaluation-title", "title", opened.process.title.best(&ctx.language).text);
    let mut s = ctx.read().await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let public = table::finished_evaluation(&mut s, ctx.tenant_id(), opened.process.id).await?;
    drop(s);
    let legend = |kind: MeansKind| {
        let (planned, used) = means_fields(kind);
        let hint = if kind.is_money() { "learn-means-money-hint" } else { "learn-means-hours-hint" };
        MeansFields { legend: page.t(format!("learn-means-{}", kind.code())), planned, used, hint }
    };
    let edit = Edit {
        standing: standing(&page, opened.evaluation.as_ref()),
        shown: ReportShown::of(&page, &knowledge, &opened.findings),
        gaps: opened.gaps.clone(),
        rungs: EffectiveRung::all().map(|rung| Choice::new(rung.step().to_string(), words::rung(&page, rung.step()))).collect(),
        rules: EffectiveRung::all()
            .map(|rung| (words::rung(&page, rung.step()), page.t(format!("learn-rung-rule-{}", rung.step()))))
            .collect(),
        means: MeansKind::ALL.into_iter().map(legend).collect(),
        lessons: lessons(ctx, &page, &opened.process).await?,
        finished: opened.evaluation.as_ref().is_some_and(|it| it.finished.is_some()),
        public: public.map(|_| format!("/processen/{}/evaluatie", opened.process.slug)),
        href: opened.href(),
        typed,
        page,
    };
    Ok(ui::html(status, &edit))
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, permitted(&ctx, &id).await?).await?;
    let typed = filled(&opened.draft, opened.evaluation.as_ref().map(|it| it.saved));
    draw(&ctx, &opened, StatusCode::OK, typed).await
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id).await?;
    let seen = typed.get("seen").parse().ok().map(Instant::from_micros);
    let opened = Opened::read(&ctx, process).await?;
    let Some(draft) = parse(&mut typed, &ctx, &opened.draft) else {
        return draw(&ctx, &opened, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
    };
    let (store, id) = (ctx.store().clone(), opened.process.id);
    match store::write!(store, [ctx, draft], |tx| { save_evaluation(tx, &ctx.act(), id, &draft, seen).await }).await {
        Ok(_) => Ok(ctx.done(&format!("/werk/processen/{id}/evaluatie"), "learn-evaluation-saved")),
        // What was typed stays on the page, above what somebody else wrote.
        Err(EvaluationError::Overtaken) => {
            typed.wrong("summary", "learn-evaluation-refused-overtaken");
            draw(&ctx, &opened, StatusCode::CONFLICT, typed).await
        }
        Err(error) => Err(error.into()),
    }
}
