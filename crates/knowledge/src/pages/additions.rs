//! `/beheer/kennis`: what the municipality adds to what research says, and the forms for what is added most often.

use super::view::{Said, coded as code_of, fact_name, kind_key, phase_key, said};
use crate::acts::{added, save_addition, take_away as take_one_away, written};
use crate::forms::addition::{Form, MOST_TESTS, MOST_TOUCHES, SIGNS, TESTS, filled, parse, question, questions_shown, test, touch};
use crate::model::{AddedKind, WhyNot};
use crate::refusal::Refusal;
use crate::tables::additions;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{AskedAt, Fact, Gate, Knowledge, Local, Phase, RuleKind, Shape};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use std::sync::Arc;
use ui::{Arg, Choice, Page, Typed};

/// So many versions are told.
const VERSIONS: i64 = 20;

/// Something that was added.
#[derive(Debug)]
struct Added {
    key: String,
    name: Said,
    /// Where it is changed; nothing when only the text can.
    href: Option<String>,
}

#[derive(Debug)]
struct Group {
    code: &'static str,
    things: Vec<Added>,
}

#[derive(Debug)]
struct Version {
    name: String,
    change: String,
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "additions.html")]
struct Additions {
    page: Page,
    typed: Typed,
    forms: [&'static str; 5],
    templates: Vec<(String, Said)>,
    groups: Vec<Group>,
    versions: Vec<Version>,
    /// What was added no longer fits what is shipped.
    unfit: Option<String>,
}

/// The sentence of why something cannot be kept.
pub(super) fn why(page: &Page, why: &WhyNot) -> String {
    let args: Vec<(&str, Arg)> = why.args.iter().map(|(name, text)| (*name, Arg::from(text.as_str()))).collect();
    let said = page.ta(why.key, &args);
    match why.line {
        Some(line) => page.t2("knowledge-why-at-line", "line", i64::try_from(line).unwrap_or(i64::MAX), "why", said),
        None => said,
    }
}

fn form_of(kind: AddedKind) -> Option<Form> {
    Form::ALL.into_iter().find(|form| form.makes() == kind.code())
}

fn address(form: Form, key: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("sleutel", key).finish();
    format!("/beheer/kennis/{}?{query}", form.code())
}

async fn draw(ctx: &Context, mut typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (local, version) = added(&mut s, ctx.tenant_id()).await?;
    let versions = additions::versions(&mut s, ctx.tenant_id(), VERSIONS).await?;
    drop(s);
    let page = ctx.page("knowledge-additions-title");
    typed.set("gezien", version.to_string());
    let thing = |kind: AddedKind, (key, name): (String, evidence::Words)| Added {
        href: form_of(kind).map(|form| address(form, &key)),
        name: said(&page, &name),
        key,
    };
    let group = |kind: AddedKind| Group { code: kind.code(), things: kind.of(&local).into_iter().map(|it| thing(kind, it)).collect() };
    let shipped = Knowledge::shipped().map_err(|error| Fault::Broken(error.to_string()))?;
    let unfit = shipped.with(&local).err().map(|error| why(&page, &crate::model::why_not(&error, "")));
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Additions {
        forms: Form::ALL.map(Form::code),
        templates: shipped
            .toetsen
            .iter()
            .filter(|toets| toets.is_template() && !local.toetsen.iter().any(|it| it.key == toets.key))
            .map(|toets| (format!("/beheer/kennis/toets?sjabloon={}", toets.key), said(&page, &toets.name)))
            .collect(),
        groups: AddedKind::ALL.into_iter().map(group).filter(|group| !group.things.is_empty()).collect(),
        versions: versions
            .iter()
            .map(|its| Version {
                name: page.t2("knowledge-addition-version", "version", its.version, "time", page.time(&its.saved)),
                change: its.change.clone(),
                href: format!("/beheer/kennis.toml?versie={}", its.version),
            })
            .collect(),
        unfit,
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    draw(&ctx, Typed::empty()).await
}

/// What the writer saw, as a form carries it.
pub(super) fn seen_of(typed: &Typed) -> i64 {
    typed.get("gezien").parse().unwrap_or(0)
}

pub(super) async fn take_away(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let (kind, key) = typed.get("wat").split_once(' ').ok_or(Fault::NotFound)?;
    let (kind, key) = (AddedKind::of_code(kind).ok_or(Fault::NotFound)?, key.to_owned());
    let (store, seen) = (ctx.store().clone(), seen_of(&typed));
    let gone = store::write!(store, [ctx, key], |tx| { take_one_away(tx, &ctx.act(), kind, &key, seen).await }).await;
    match gone {
        Ok(()) => Ok(ctx.done("/beheer/kennis", "knowledge-addition-gone")),
        Err(Refusal::Unfit(reason)) => {
            let said = why(&ctx.page("knowledge-additions-title"), &WhyNot { line: None, ..reason });
            typed.wrong_with("wat", "knowledge-addition-needed", &[("why", said.into())]);
            draw(&ctx, typed).await
        }
        Err(Refusal::Overtaken) => {
            typed.wrong("wat", "knowledge-overtaken");
            draw(&ctx, typed).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// A fact with the values it can have, to write a condition.
#[derive(Debug)]
struct FactRow {
    name: Said,
    key: &'static str,
    values: String,
}

#[derive(Debug)]
struct TestFields {
    nth: i64,
    fact: String,
    test: String,
    value: String,
}

#[derive(Debug, Template)]
#[template(path = "addition.html")]
struct AdditionPage {
    page: Page,
    typed: Typed,
    what: &'static str,
    action: String,
    is_new: bool,
    sources: Vec<Choice>,
    kinds_of_source: Vec<Choice>,
    phases: Vec<Choice>,
    kinds: Vec<Choice>,
    effects: Vec<Choice>,
    signs: Vec<Choice>,
    touches: Vec<(i64, String, String)>,
    ways: Vec<Choice>,
    moments: Vec<Choice>,
    facts: Vec<Choice>,
    proofs: Vec<Choice>,
    tests: Vec<TestFields>,
    values: Vec<FactRow>,
    gates: Vec<Choice>,
    questions: Vec<(i64, String, String, String)>,
    lost: Vec<Choice>,
}

fn nth(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn values(page: &Page) -> Vec<FactRow> {
    let one = |fact: &Fact| FactRow {
        name: fact_name(page, *fact),
        key: fact.key(),
        values: match fact.shape() {
            Shape::YesNo => page.t("knowledge-shape-yes-no"),
            Shape::Number(_) => page.t("knowledge-shape-number"),
            Shape::Effects => page.t("knowledge-shape-effects"),
            Shape::One(words) | Shape::Ordered(words) => page.t1("knowledge-shape-one", "words", words.join(", ")),
            Shape::Any(words) => page.t1("knowledge-shape-any", "words", words.join(", ")),
        },
    };
    Fact::ALL.iter().map(one).collect()
}

fn draw_form(ctx: &Context, form: Form, known: &Knowledge, typed: Typed, is_new: bool, status: StatusCode) -> Response {
    let page = ctx.page(&format!("knowledge-add-{}", form.code()));
    let name = |words: &evidence::Words| said(&page, words).text;
    let shown = AdditionPage {
        what: form.code(),
        action: format!("/beheer/kennis/{}", form.code()),
        is_new,
        sources: known.sources.iter().map(|it| Choice::new(it.key.as_str(), name(&it.title))).collect(),
        kinds_of_source: ["local", "external"].into_iter().map(|it| Choice::new(it, page.t(format!("knowledge-evidence-{it}")))).collect(),
        phases: Phase::ALL.into_iter().map(|it| Choice::new(code_of(&it), page.t(phase_key(it)))).collect(),
        kinds: [RuleKind::Warning, RuleKind::Advice, RuleKind::Gate, RuleKind::Evaluation]
            .into_iter()
            .map(|it| Choice::new(code_of(&it), page.t(kind_key(it))))
            .collect(),
        effects: known
            .effects()
            .map(|(key, item)| {
                let list = known.list(key.vocabulary()).map(|list| name(&list.name)).unwrap_or_default();
                Choice::new(key.to_string(), format!("{} ({list})", name(&item.name)))
            })
            .collect(),
        signs: SIGNS.into_iter().map(|(code, _)| Choice::new(code, page.t(format!("knowledge-{code}")))).collect(),
        touches: (1..=MOST_TOUCHES)
            .map(|number| {
                let (sign, effect) = touch(number);
                (nth(number), sign, effect)
            })
            .collect(),
        ways: ["shown", "asked", "computed"].into_iter().map(|it| Choice::new(it, page.t(format!("knowledge-way-{it}")))).collect(),
        moments: AskedAt::ALL.into_iter().map(|it| Choice::new(code_of(&it), page.t(format!("knowledge-at-{}", code_of(&it))))).collect(),
        facts: Fact::ALL.iter().map(|fact| Choice::new(fact.key(), fact_name(&page, *fact).text)).collect(),
        proofs: TESTS.into_iter().map(|(code, _)| Choice::new(code, page.t(format!("knowledge-test-{code}")))).collect(),
        tests: (1..=MOST_TESTS)
            .map(|number| {
                let (fact, test, value) = test(number);
                TestFields { nth: nth(number), fact, test, value }
            })
            .collect(),
        values: if form == Form::Rule { values(&page) } else { Vec::new() },
        gates: [Gate::Design, Gate::DraftDecision]
            .into_iter()
            .map(|it| Choice::new(code_of(&it), page.t(format!("knowledge-gate-{}", code_of(&it)))))
            .collect(),
        questions: (1..=questions_shown(&typed))
            .map(|number| {
                let (key, asks) = question(number);
                let english = format!("{asks}-en");
                (nth(number), key, asks, english)
            })
            .collect(),
        lost: known.placeholders.iter().map(|it| Choice::new(it.key.as_str(), name(&it.name))).collect(),
        typed,
        page,
    };
    ui::html(status, &shown)
}

async fn held(ctx: &Context) -> Result<(Local, i64, Arc<Knowledge>), Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let mut s = ctx.read().await?;
    let (local, version) = added(&mut s, ctx.tenant_id()).await?;
    let known = crate::known(&mut s, ctx.tenant_id()).await?;
    Ok((local, version, known))
}

pub(super) async fn show(ctx: Context, Path(kind): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let (local, version, known) = held(&ctx).await?;
    let form = Form::of_code(&kind).ok_or(Fault::NotFound)?;
    let key = asked.get("sleutel").map(String::as_str).unwrap_or_default();
    let template = asked.get("sjabloon").and_then(|key| known.toetsen.iter().find(|it| it.key == *key && it.is_template()));
    let mut typed = filled(form, key, &local, template).ok_or(Fault::NotFound)?;
    typed.set("gezien", version.to_string());
    Ok(draw_form(&ctx, form, &known, typed, key.is_empty(), StatusCode::OK))
}

pub(super) async fn take(Path(kind): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (local, version, known) = held(&ctx).await?;
    let form = Form::of_code(&kind).ok_or(Fault::NotFound)?;
    let is_new = typed.get("nieuw") == "yes";
    if let Some((whole, key)) = parse(&mut typed, form, &local) {
        let toml = written(&whole)?;
        let change = format!("{} {key}", form.makes());
        let (store, seen) = (ctx.store().clone(), seen_of(&typed));
        let kept = store::write!(store, [ctx, toml, change], |tx| { save_addition(tx, &ctx.act(), &toml, &change, seen).await }).await;
        let first = match form {
            Form::Source | Form::Effect | Form::Toets => "sleutel",
            Form::Rule => "wanneer",
            Form::Fill => "verloren",
        };
        match kept {
            Ok(_) => return Ok(ctx.done("/beheer/kennis", "knowledge-addition-saved")),
            // What was typed stays; who sends it again has seen the warning.
            Err(Refusal::Overtaken) => {
                typed.set("gezien", version.to_string());
                typed.wrong(first, "knowledge-overtaken");
            }
            Err(Refusal::Unfit(reason)) => {
                let field = match reason.key {
                    "knowledge-why-claim" => "gevolg",
                    "knowledge-why-not-its-own" => "citaat",
                    _ => first,
                };
                let said = why(&ctx.page("knowledge-additions-title"), &WhyNot { line: None, ..reason });
                typed.wrong_with(field, "knowledge-why-sentence", &[("why", said.into())]);
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(draw_form(&ctx, form, &known, typed, is_new, StatusCode::UNPROCESSABLE_ENTITY))
}
