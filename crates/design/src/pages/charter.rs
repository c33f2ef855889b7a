//! `/werk/processen/{id}`: writing the charter.

use crate::acts::save_draft;
use crate::forms::charter::{Setting, filled, moment, moments_shown, origin, parse, seen_of, translation};
use crate::model::{Decider, Ladder, Part, Process, State, Variant};
use crate::pages::guide::{Card, Guided, cards};
use crate::pages::permitted;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::Fact;
use kernel::Language;
use people::{Context, Fault, Permission, Posted};
use std::collections::BTreeMap;
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "charter.html")]
struct Editor {
    page: Page,
    typed: Typed,
    href: String,
    public: Option<String>,
    version: i64,
    closed: bool,
    published: bool,
    about: Vec<Field>,
    limits: Vec<Field>,
    decision: Vec<Field>,
    means: Vec<Field>,
    contact: Vec<Field>,
    moments: Vec<MomentFields>,
    rungs: Vec<Choice>,
    mandate_rungs: Vec<Choice>,
    deciders: Vec<Choice>,
    answer_units: Vec<Choice>,
    origins: Vec<Choice>,
    beside: BTreeMap<&'static str, Vec<Card>>,
    /// The variants to choose from; none once residents know the process.
    variants: Vec<Choice>,
    variant: String,
    plans: Vec<Choice>,
    partners: Vec<Choice>,
}

/// Where a fact that rules look at is written in the charter.
const PLACES: &[(Fact, &str)] = &[
    (Fact::OutsideWritten, "outside"),
    (Fact::AnnouncedRung, "rung"),
    (Fact::MandateRung, "rung"),
    (Fact::MandateWritten, "mandate-body"),
    (Fact::CriteriaWritten, "criteria"),
    (Fact::DeciderWritten, "decider"),
    (Fact::BudgetSet, "budget"),
    (Fact::DecisionDateSet, "decision-date"),
    (Fact::DurationDays, "decision-date"),
    (Fact::SlackDays, "decision-date"),
];

/// The field of one text with those of its translations.
#[derive(Debug)]
pub(crate) struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) one_line: bool,
    pub(super) optional: bool,
    pub(super) translations: Vec<Translation>,
    /// Whether the translations are shown at once: something is there, or something is wrong.
    pub(super) unfolded: bool,
}

#[derive(Debug)]
pub(crate) struct Translation {
    pub(super) name: String,
    pub(super) origin: String,
    pub(super) language: Language,
    pub(super) language_name: String,
    pub(super) one_line: bool,
}

#[derive(Debug)]
struct MomentFields {
    legend: String,
    date: String,
    text: Field,
}

pub(super) fn setting(ctx: &Context) -> Setting {
    let original = ctx.tenant.language;
    let others = ctx.tenant.languages.iter().copied().filter(|language| *language != original).collect();
    Setting { original, others, writer: ctx.actor.account() }
}

pub(super) fn field(typed: &Typed, setting: &Setting, name: &str, stem: &str, one_line: bool, optional: bool) -> Field {
    let translations: Vec<Translation> = setting
        .others
        .iter()
        .map(|language| Translation {
            name: translation(name, *language),
            origin: origin(name, *language),
            language: *language,
            language_name: ui::own_name(language),
            one_line,
        })
        .collect();
    let unfolded = translations
        .iter()
        .any(|it| !typed.get(&it.name).trim().is_empty() || typed.error_of(&it.name).is_some() || typed.error_of(&it.origin).is_some());
    Field {
        name: name.to_owned(),
        label: format!("{stem}-label"),
        hint: format!("{stem}-hint"),
        one_line,
        optional,
        translations,
        unfolded,
    }
}

/// Who may have made a translation.
pub(super) fn origins(page: &Page) -> Vec<Choice> {
    let origin = |origin: &str| Choice::new(origin, page.t(format!("design-origin-{origin}")));
    ["human", "machine", "reviewed"].into_iter().map(origin).collect()
}

impl Editor {
    /// The rules that stand beside a field.
    fn beside(&self, field: &str) -> &[Card] {
        self.beside.get(field).map(Vec::as_slice).unwrap_or_default()
    }

    fn new(ctx: &Context, guided: &Guided, offered: &Offered, typed: Typed) -> Self {
        let (process, saved) = (&guided.process, &guided.saved);
        let setting = setting(ctx);
        let mut page = ctx.page_titled(String::new());
        page.title = page.t1("design-agreements-of", "title", process.title.best(&ctx.language).text);
        let parts = |parts: &[Part]| {
            parts
                .iter()
                .map(|part| {
                    let optional = matches!(part, Part::Means | Part::Contact);
                    field(&typed, &setting, part.code(), part.key(), *part == Part::Title, optional)
                })
                .collect()
        };
        let rungs: Vec<Choice> = Ladder::default()
            .rungs()
            .into_iter()
            .map(|rung| {
                let label = page.ta(
                    "design-rung-option",
                    &[
                        ("step", i64::from(rung.step()).into()),
                        ("name", page.t(rung.key()).into()),
                        ("promise", page.t(rung.promise_key()).into()),
                    ],
                );
                Choice::new(rung.step().to_string(), label)
            })
            .collect();
        let mandate_rungs = Ladder::default()
            .rungs()
            .into_iter()
            .map(|rung| {
                Choice::new(
                    rung.step().to_string(),
                    page.t2("design-rung-short", "step", i64::from(rung.step()), "name", page.t(rung.key())),
                )
            })
            .collect();
        Self {
            href: format!("/werk/processen/{}", process.id),
            public: process.is_public().then(|| format!("/processen/{}/afspraken", process.slug)),
            version: saved.version,
            closed: process.state == State::Closed,
            published: process.state == State::Published,
            about: parts(&[Part::Title, Part::Question, Part::Reason]),
            limits: parts(&[Part::CanChange, Part::Fixed, Part::Outside]),
            decision: parts(&[Part::Decides, Part::Criteria]),
            means: parts(&[Part::Means]),
            contact: parts(&[Part::Contact]),
            moments: (1..=moments_shown(&typed))
                .map(|nth| {
                    let (date, text) = moment(nth);
                    let legend = page.t1("design-moment-legend", "nth", i64::try_from(nth).unwrap_or(i64::MAX));
                    MomentFields { legend, date, text: field(&typed, &setting, &text, "design-moment-text", true, true) }
                })
                .collect(),
            rungs,
            mandate_rungs,
            deciders: Decider::ALL.into_iter().map(|decider| Choice::new(decider.role(), page.t(decider.key()))).collect(),
            answer_units: ["working", "days"]
                .into_iter()
                .map(|unit| Choice::new(unit, page.t(format!("design-answer-in-{unit}"))))
                .collect(),
            origins: origins(&page),
            beside: if process.state == State::Closed { BTreeMap::new() } else { cards(&page, guided, PLACES) },
            variants: if process.is_public() {
                Vec::new()
            } else {
                Variant::ALL.into_iter().map(|variant| Choice::new(variant.code(), page.t(variant.key()))).collect()
            },
            variant: page.t(saved.draft.variant.key()),
            plans: offered.plans.clone(),
            partners: offered.partners.clone(),
            page,
            typed,
        }
    }
}

/// The process with its guide. That a charter which is being written is not public yet is no news beside its fields.
async fn read(ctx: &Context, process: Process) -> Result<Guided, Fault> {
    let mut guided = Guided::read(ctx, process).await?;
    guided.facts = guided.facts.without(Fact::CharterPublished);
    Ok(guided)
}

/// What a charter may rest on: public plans, the newest first, and the organisations of today.
struct Offered {
    plans: Vec<Choice>,
    partners: Vec<Choice>,
}

/// So many plans can be chosen from.
const PLANS: i64 = 200;

async fn offered(ctx: &Context) -> Result<Offered, Fault> {
    let mut s = ctx.read().await?;
    let plans = crate::plans(&mut s, ctx.tenant_id(), true, None, PLANS).await?;
    let organisations = people::tables::organisations(&mut s, ctx.tenant_id()).await?;
    Ok(Offered {
        plans: plans.into_iter().map(|plan| Choice::new(plan.id.to_string(), plan.title.best(&ctx.language).text)).collect(),
        partners: organisations.into_iter().filter(|it| it.ended.is_none()).map(|it| Choice::new(it.id.to_string(), it.name)).collect(),
    })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::DesignProcess).await?;
    let guided = read(&ctx, process).await?;
    let typed = filled(&guided.saved.draft, guided.saved.saved);
    Ok(ui::html(StatusCode::OK, &Editor::new(&ctx, &guided, &offered(&ctx).await?, typed)))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::DesignProcess).await?;
    let guided = read(&ctx, process).await?;
    let before = &guided.saved;
    if guided.process.is_public() {
        typed.set("variant", before.draft.variant.code());
    }
    if let Some(draft) = parse(&mut typed, &setting(&ctx), &before.draft) {
        let (store, id, seen) = (ctx.store().clone(), guided.process.id, seen_of(&typed));
        let written = store::write!(store, [ctx, draft], |tx| { save_draft(tx, &ctx.act(), id, &draft, seen).await }).await;
        match written {
            Ok(()) if typed.has("then", "publish") => return Ok(ui::see_other(&format!("/werk/processen/{id}/publiceren"))),
            Ok(()) => return Ok(ctx.done(&format!("/werk/processen/{id}"), "design-saved")),
            // What was typed stays; who sends it again has seen the warning and overwrites the other's words.
            Err(Refusal::Overtaken) => {
                typed.set("seen", crate::forms::charter::seen(before.saved));
                typed.wrong("title", "design-overtaken");
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &Editor::new(&ctx, &guided, &offered(&ctx).await?, typed)))
}
