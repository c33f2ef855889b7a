//! `/werk/plannen`: the plans of one's department, to keep.

use crate::forms::charter::seen_of;
use crate::forms::plan::{Offered, filled, parse};
use crate::model::{Plan, PlanPart, PlanState};
use crate::pages::A_PAGE;
use crate::pages::charter::{Field, field, origins, setting};
use crate::pages::plan_shown::{MapShown, Named, PlanShown};
use crate::pages::plans::{Paging, pager};
use crate::plans::{make_plan, save_plan};
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{DepartmentId, PlanId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Pager, Typed};

#[derive(Debug, Template)]
#[template(path = "plan_staff_list.html")]
struct StaffList {
    page: Page,
    rows: Vec<(String, PlanShown)>,
    pager: Pager,
}

#[derive(Debug, Template)]
#[template(path = "plan_form.html")]
struct Editor {
    page: Page,
    typed: Typed,
    action: String,
    public: Option<String>,
    map: Option<MapShown>,
    texts: Vec<Field>,
    departments: Vec<Choice>,
    states: Vec<Choice>,
    areas: Vec<Choice>,
    origins: Vec<Choice>,
}

fn of(department: DepartmentId) -> Thing {
    Thing::tenant().in_department(department)
}

pub(super) async fn list(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let mut found = crate::plans(&mut s, ctx.tenant_id(), false, paging.after()?, A_PAGE + 1).await?;
    let pager = pager("/werk/plannen", &mut found);
    let named = Named::read(&mut s, ctx.tenant_id()).await?;
    let page = ctx.page("design-plans-staff");
    let mine = found.iter().filter(|plan| ctx.may(Permission::KeepPlans, &of(plan.department)));
    let rows = mine.map(|plan| (format!("/werk/plannen/{}", plan.id), PlanShown::of(&page, &named, plan))).collect();
    Ok(ui::html(StatusCode::OK, &StaffList { page, rows, pager }))
}

/// What whoever asks may choose from: departments that exist today and whose plans they may keep.
fn offered(ctx: &Context, named: &Named, before: Option<&Plan>) -> Offered {
    let today = ctx.today();
    let runs = |it: &&people::tables::Department| {
        it.ended.is_none_or(|ended| ended > today) || before.is_some_and(|plan| plan.department == it.id)
    };
    let mine = named.departments.iter().filter(runs).filter(|it| ctx.may(Permission::KeepPlans, &of(it.id)));
    Offered {
        departments: mine.map(|it| (it.id, it.name.clone())).collect(),
        areas: named.areas.iter().map(|it| (it.id, it.name.clone())).collect(),
    }
}

fn draw(ctx: &Context, named: &Named, plan: Option<&Plan>, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page(if plan.is_some() { "design-plan-change" } else { "design-plan-new" });
    let (setting, offered) = (setting(ctx), offered(ctx, named, plan));
    let choices = |all: Vec<(String, String)>| all.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let public = plan.filter(|plan| plan.public).map(|plan| plan.slug.clone());
    let form = Editor {
        action: plan.map_or_else(|| "/werk/plannen/nieuw".to_owned(), |plan| format!("/werk/plannen/{}", plan.id)),
        map: public.as_ref().and_then(|slug| MapShown::of(named, format!("/plannen/{slug}/kaart.svg"))),
        public: public.map(|slug| format!("/plannen/{slug}")),
        texts: PlanPart::ALL
            .into_iter()
            .map(|part| field(&typed, &setting, part.code(), part.key(), part == PlanPart::Title, false))
            .collect(),
        departments: choices(offered.departments.into_iter().map(|(id, name)| (id.to_string(), name)).collect()),
        states: PlanState::ALL.into_iter().map(|state| Choice::new(state.code(), page.t(state.key()))).collect(),
        areas: choices(offered.areas.into_iter().map(|(id, name)| (id.to_string(), name)).collect()),
        origins: origins(&page),
        typed,
        page,
    };
    ui::html(status, &form)
}

async fn named(ctx: &Context) -> Result<Named, Fault> {
    let mut s = ctx.read().await?;
    Ok(Named::read(&mut s, ctx.tenant_id()).await?)
}

pub(super) async fn show_new(ctx: Context) -> Result<Response, Fault> {
    let named = named(&ctx).await?;
    let offered = offered(&ctx, &named, None);
    let mut typed = Typed::empty();
    // Who speaks for one department alone has nothing to choose.
    if let [(only, _)] = offered.departments.as_slice() {
        typed.set("department", only.to_string());
    }
    Ok(draw(&ctx, &named, None, typed, StatusCode::OK))
}

pub(super) async fn take_new(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let named = named(&ctx).await?;
    let Some(new) = parse(&mut typed, &setting(&ctx), &offered(&ctx, &named, None), None) else {
        return Ok(draw(&ctx, &named, None, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    ctx.permit(Permission::KeepPlans, &of(new.department))?;
    let store = ctx.store().clone();
    let made = store::write!(store, [ctx, new], |tx| {
        let id = PlanId::new(ctx.now(), tx.random());
        make_plan(tx, &ctx.act(), id, &new).await.map(|_| id)
    })
    .await?;
    Ok(ctx.done(&format!("/werk/plannen/{made}"), "design-plan-made"))
}

/// The plan with this id, when there is one here and whoever asks may keep it.
async fn permitted(ctx: &Context, id: &str) -> Result<Plan, Fault> {
    let id: PlanId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let plan = crate::plan(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::KeepPlans, &of(plan.department))?;
    Ok(plan)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let plan = permitted(&ctx, &id).await?;
    let typed = filled(&plan);
    Ok(draw(&ctx, &named(&ctx).await?, Some(&plan), typed, StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let plan = permitted(&ctx, &id).await?;
    let named = named(&ctx).await?;
    if let Some(new) = parse(&mut typed, &setting(&ctx), &offered(&ctx, &named, Some(&plan)), Some(&plan)) {
        ctx.permit(Permission::KeepPlans, &of(new.department))?;
        let (store, id, seen) = (ctx.store().clone(), plan.id, seen_of(&typed));
        let written = store::write!(store, [ctx, new], |tx| { save_plan(tx, &ctx.act(), id, &new, seen).await }).await;
        match written {
            Ok(()) => return Ok(ctx.done(&format!("/werk/plannen/{id}"), "design-plan-saved-done")),
            // What was typed stays; who sends it again has seen the warning and overwrites the other's words.
            Err(Refusal::Overtaken) => {
                typed.set("seen", plan.saved.micros().to_string());
                typed.wrong("title", "design-overtaken");
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(draw(&ctx, &named, Some(&plan), typed, StatusCode::UNPROCESSABLE_ENTITY))
}
