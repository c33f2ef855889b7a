//! One study of the own review, with what was coded of it.

use super::{HOME, code_name, factor_names};
use crate::pages::{coded_choices, said};
use crate::tables::review::{self, basis_key, study_key};
use crate::{acts, forms};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Basis, Coding, CodingSheet, Direction, Knowledge};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "literature/study.html")]
struct Shown {
    page: Page,
    action: String,
    study: review::Study,
    typed: Typed,
    may_write: bool,
    rows: Vec<Row>,
    codes: Vec<Choice>,
    directions: Vec<Choice>,
    bases: Vec<Choice>,
    observed: Vec<Choice>,
    factors: Vec<Choice>,
}

#[derive(Debug)]
struct Row {
    code: String,
    direction: String,
    basis: String,
    observed: String,
    factors: String,
    passage: String,
    coder: String,
}

fn factor_keys(knowledge: &Knowledge) -> Vec<String> {
    crate::Frame { knowledge, own: Vec::new() }.factors().map(|(key, _)| key).collect()
}

async fn draw(ctx: &Context, number: i64, typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let study = review::study(&mut s, ctx.tenant_id(), number).await?.ok_or(Fault::NotFound)?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let sheet = review::sheet(&mut s, ctx.tenant_id(), &knowledge).await?;
    let codings = review::codings_of(&mut s, ctx.tenant_id(), number).await?;
    drop(s);
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-study-of", "key", study_key(number)));
    let frame = crate::Frame { knowledge: &knowledge, own: Vec::new() };
    let ways: Vec<&str> = Direction::ALL.into_iter().map(Direction::key).collect();
    let yes_no = |is: bool| page.t(if is { "study-observed-yes" } else { "study-observed-no" });
    let rows = codings.iter().map(|it| Row {
        code: code_name(&page, &knowledge, &sheet, sheet.counting(&it.code).map_or(it.code.as_str(), |code| code.key.as_str())),
        direction: page.t(format!("study-way-{}", it.direction.key())),
        basis: page.t(format!("study-basis-{}", basis_key(it.basis))),
        observed: yes_no(it.observed),
        factors: factor_names(&page, &knowledge, it),
        passage: it.passage.clone(),
        coder: it.coder.clone(),
    });
    let shown = Shown {
        action: format!("{HOME}/studies/{number}"),
        may_write: ctx.may(Permission::Research, &Thing::tenant()),
        rows: rows.collect(),
        codes: sheet
            .codes
            .iter()
            .filter(|code| code.same_as.is_none())
            .map(|code| Choice::new(code.key.clone(), code_name(&page, &knowledge, &sheet, &code.key)))
            .collect(),
        directions: coded_choices(&page, &ways, "study-way"),
        bases: coded_choices(&page, &["empirical", "theoretical"], "study-basis"),
        observed: coded_choices(&page, &["yes", "no"], "study-observed"),
        factors: frame.factors().map(|(key, words)| Choice::new(key, said(&page, words))).collect(),
        study,
        typed,
        page,
    };
    let status = if shown.typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &shown))
}

pub(in crate::pages) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let number = number.parse().map_err(|_| Fault::NotFound)?;
    draw(&ctx, number, Typed::empty()).await
}

fn parse(typed: &mut Typed, sheet: &CodingSheet, knowledge: &Knowledge, study: i64) -> Option<Coding> {
    let code = typed.get("code").to_owned();
    let known = sheet.codes.iter().any(|it| it.key == code && it.same_as.is_none());
    if !known {
        typed.wrong("code", "ui-choose");
    }
    let direction = Direction::ALL.into_iter().find(|it| it.key() == typed.get("direction"));
    let basis = [Basis::Empirical, Basis::Theoretical].into_iter().find(|it| basis_key(*it) == typed.get("basis"));
    let observed = ["yes", "no"].contains(&typed.get("observed")).then(|| typed.get("observed") == "yes");
    for (name, there) in [("direction", direction.is_some()), ("basis", basis.is_some()), ("observed", observed.is_some())] {
        if !there {
            typed.wrong(name, "ui-choose");
        }
    }
    let offered = factor_keys(knowledge);
    let factors: Vec<String> = typed.all("factors").into_iter().map(str::to_owned).collect();
    if factors.iter().any(|it| !offered.contains(it)) {
        typed.wrong("factors", "ui-choose");
    }
    let passage = forms::prose(typed, "passage", forms::MOST_REMARK);
    if typed.is_wrong() {
        return None;
    }
    let study = study_key(study);
    Some(Coding {
        study,
        code,
        direction: direction?,
        basis: basis?,
        observed: observed?,
        factors,
        passage: passage?,
        coder: String::new(),
    })
}

pub(in crate::pages) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let number: i64 = number.parse().map_err(|_| Fault::NotFound)?;
    ctx.permit(Permission::Research, &Thing::tenant())?;
    let mut s = ctx.read().await?;
    review::study(&mut s, ctx.tenant_id(), number).await?.ok_or(Fault::NotFound)?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let sheet = review::sheet(&mut s, ctx.tenant_id(), &knowledge).await?;
    drop(s);
    let Some(coding) = parse(&mut typed, &sheet, &knowledge, number) else { return draw(&ctx, number, typed).await };
    let store = ctx.store().clone();
    store::write!(store, [ctx, coding], |tx| { acts::code_study(tx, &ctx.act(), number, &coding).await }).await?;
    Ok(ctx.done(&format!("{HOME}/studies/{number}"), "study-coded"))
}
