//! `/werk/dossiers/{id}/afhandelen`: where one or two people do all the work, whoever may do everything takes a dossier from
//! where it stands to its published answer in one form. The same steps are set, with the same guards and entries in the
//! journal, in one transaction: all of them or none ([`carry::light`]).

use super::motivation::{Field, Opened, field};
use crate::act;
use crate::model::motivation::{Part, gaps};
use crate::shown::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use carry::light::{self, Stage};
use design::Decider;
use journey::Outcome;
use kernel::{ContributionId, DepartmentId, DossierId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "handle.html")]
struct Form {
    page: Page,
    typed: Typed,
    dossier: String,
    /// Where the check of the privacy of its words still waits, which comes first.
    privacy: Option<String>,
    refused: Option<String>,
    authors: Vec<Author>,
    screening: bool,
    department: bool,
    /// Of each frame: its code, the name of the field of its rule, the labels of both, and its words.
    frames: Vec<(&'static str, String, String, String, &'static str)>,
    advice: bool,
    kinds: Vec<Choice>,
    departments: Vec<Choice>,
    verdicts: Vec<Choice>,
    firmnesses: Vec<Choice>,
    outcomes: Vec<Choice>,
    shared: Vec<Field>,
    own: Vec<Field>,
}

/// The words of one author beside the form.
#[derive(Debug)]
struct Author {
    number: String,
    title: Option<Said>,
    body: Option<Said>,
}

/// A dossier that somebody may handle to its end.
struct Handled {
    opened: Opened,
    stages: Vec<Stage>,
    departments: Vec<(DepartmentId, String)>,
}

impl Handled {
    async fn read(ctx: &Context, id: &str) -> Result<Self, Fault> {
        let Some(who) = ctx.account.as_ref() else { return Err(Fault::SignIn) };
        let id: DossierId = id.parse().map_err(|_| Fault::NotFound)?;
        let tenant = ctx.tenant_id();
        let mut s = ctx.read().await?;
        let dossier = journey::dossier(&mut s, tenant, id).await?.ok_or(Fault::NotFound)?;
        let process = design::process(&mut s, tenant, dossier.process).await?.ok_or(Fault::NotFound)?;
        let decider = process.charter.as_ref().map_or(Decider::Body, |charter| charter.decider);
        let thing = Thing::process(dossier.process).in_area(dossier.area);
        ctx.permit(Permission::Answer, &thing.in_department(dossier.department))?;
        if !ctx.tenant.light {
            return Err(Fault::Conflict("answer-handle-off"));
        }
        let variant = process.charter.as_ref().map_or(design::Variant::Asked, |charter| charter.variant);
        let why = if light::goes_straight(variant) { "answer-handle-not-now" } else { "answer-handle-own-way" };
        let stages = light::stages(variant, &dossier).ok_or(Fault::Conflict(why))?;
        let today = ctx.today();
        let all = people::tables::departments(&mut s, tenant).await?;
        // Whoever may do one part of it and not another does that part on its own page.
        let may = |department: DepartmentId| {
            light::allowed(&who.grants, who.id, (variant, &dossier, decider), department, today)
                && ctx.may(Permission::Answer, &thing.in_department(department))
        };
        let runs = |it: &people::tables::Department| it.ended.is_none_or(|ended| ended > today);
        let departments: Vec<(DepartmentId, String)> = all
            .into_iter()
            .filter(|it| runs(it) && dossier.department.is_none_or(|has| has == it.id) && may(it.id))
            .map(|it| (it.id, it.name))
            .collect();
        if departments.is_empty() {
            return Err(Fault::Forbidden);
        }
        let authors: Vec<ContributionId> = dossier.live().map(|it| it.contribution).collect();
        let contributions = voice::contributions(&mut s, tenant, &authors).await?;
        let differs = carry::differing(&mut s, &dossier).await?;
        drop(s);
        let main = ctx.tenant.language;
        // The answer is written in the language of the municipality here; who writes to somebody in another language as well takes
        // the last step on the page of the answer.
        let opened = Opened {
            dossier,
            process,
            contributions,
            decision: None,
            differs,
            result: None,
            beginnings: Vec::new(),
            main,
            others: Vec::new(),
        };
        Ok(Self { opened, stages, departments })
    }

    fn offered(&self) -> Vec<DepartmentId> {
        self.departments.iter().map(|(id, _)| *id).collect()
    }

    fn has(&self, stage: Stage) -> bool {
        self.stages.contains(&stage)
    }
}

fn draw(ctx: &Context, it: &Handled, typed: Typed, refused: Option<String>, status: StatusCode) -> Response {
    let page = ctx.page("answer-handle-title");
    let opened = &it.opened;
    let several = opened.contributions.len() > 1;
    let parts = |part: Part| field(&page, opened, part, None, opened.main, matches!(part, Part::Coming | Part::WhyNot));
    let frame = |frame: carry::Frame| {
        let code = frame.code();
        let labels = (format!("carry-frames-{code}-label"), format!("carry-frames-{code}-rule-label"));
        (code, format!("{code}-rule"), labels.0, labels.1, frame.key())
    };
    let unchecked = opened.dossier.live().find(|it| !it.checked).map(|it| format!("/werk/privacy/{}", it.contribution));
    let form = Form {
        dossier: opened.href(),
        privacy: unchecked,
        refused,
        authors: opened
            .contributions
            .iter()
            .map(|it| Author {
                number: it.number.to_string(),
                title: Some(Said::of(&it.title, &page.language)).filter(|title| !title.text.is_empty()),
                body: it.body.as_ref().map(|body| Said::of(body, &page.language)),
            })
            .collect(),
        screening: it.has(Stage::Screening),
        department: it.has(Stage::Department),
        frames: if it.has(Stage::Frames) { carry::Frame::ALL.into_iter().map(frame).collect() } else { Vec::new() },
        advice: it.has(Stage::Advice),
        kinds: carry::Kind::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        departments: it.departments.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        verdicts: journey::Verdict::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        firmnesses: carry::firmness_choices(&page),
        outcomes: Outcome::ALL.iter().filter(|it| !it.is_a_result()).map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        shared: Part::SHARED.into_iter().map(parts).collect(),
        own: opened.contributions.iter().map(|it| field(&page, opened, Part::Own, Some(it), opened.main, !several)).collect(),
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let it = Handled::read(&ctx, &id).await?;
    let mut typed = Typed::empty();
    if let Some(asked) = it.opened.dossier.asked {
        typed.set("department", asked.to_string());
    }
    if let Some(charter) = &it.opened.process.charter {
        let body = if charter.decider == Decider::Body { charter.mandate.body.as_str().to_owned() } else { ctx.t(charter.decider.key()) };
        typed.set("decision-body", body);
    }
    Ok(draw(&ctx, &it, typed, None, StatusCode::OK))
}

/// What stopped it: a step on the way to the decision, or the answer.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    #[error("{0:?}: {1}")]
    Step(Stage, carry::Refusal),
    #[error(transparent)]
    Answer(#[from] act::Refusal),
    #[error(transparent)]
    Store(#[from] store::Error),
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let it = Handled::read(&ctx, &id).await?;
    let (language, today) = (ctx.tenant.language, ctx.today());
    let handling = light::handling(&mut typed, &it.stages, &it.offered(), language, today);
    let motivation = it.opened.motivation(&mut typed);
    let missing = gaps(&motivation, light::outcome(&typed), &it.opened.authors());
    it.opened.show_gaps(&mut typed, &missing);
    if !typed.has("plain", "yes") {
        typed.wrong("plain", "answer-form-plain-missing");
    }
    let Some(handling) = handling.filter(|_| !typed.is_wrong()) else {
        return Ok(draw(&ctx, &it, typed, None, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (store, dossier) = (ctx.store().clone(), it.opened.dossier.id);
    let done = store::write!(store, [ctx, handling, motivation], |tx| {
        let doing = ctx.act();
        light::handle(tx, &doing, dossier, &handling).await.map_err(|(stage, refusal)| match refusal {
            carry::Refusal::Store(error) => Stopped::Store(error),
            refusal => Stopped::Step(stage, refusal),
        })?;
        act::publish(tx, &doing, dossier, &motivation).await.map_err(|refusal| match refusal {
            act::Refusal::Store(error) => Stopped::Store(error),
            refusal => Stopped::Answer(refusal),
        })?;
        Ok::<(), Stopped>(())
    })
    .await;
    match done {
        Ok(()) => Ok(ctx.done(&it.opened.href(), "answer-handle-done")),
        Err(Stopped::Step(stage, carry::Refusal::Rule(rule))) => {
            let (field, key) = stage.field(rule);
            typed.wrong(field, key);
            Ok(draw(&ctx, &it, typed, None, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(Stopped::Step(_, carry::Refusal::Guard(code)) | Stopped::Answer(act::Refusal::Guard(code))) => {
            let why = ctx.t(journey::guard_key(code));
            Ok(draw(&ctx, &it, typed, Some(why), StatusCode::CONFLICT))
        }
        Err(Stopped::Answer(act::Refusal::Incomplete(found))) => {
            it.opened.show_gaps(&mut typed, &found);
            Ok(draw(&ctx, &it, typed, None, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(Stopped::Step(_, refusal)) => Err(refusal.into()),
        Err(Stopped::Answer(refusal)) => Err(refusal.into()),
        Err(Stopped::Store(error)) => Err(error.into()),
    }
}
