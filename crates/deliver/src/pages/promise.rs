//! `/werk/dossiers/{id}/uitvoering`: what is promised after the decision on a dossier (F1 S16).

use crate::act::{self, Refusal};
use crate::forms::{self, Offered};
use crate::model::Doer;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Dossier;
use kernel::DossierId;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "promise.html")]
struct Form {
    page: Page,
    typed: Typed,
    dossier: String,
    outcome: String,
    numbers: Vec<String>,
    possible: bool,
    doers: Vec<Choice>,
    organisations: Vec<Choice>,
    departments: Vec<Choice>,
    accounts: Vec<Choice>,
}

/// A dossier after which whoever asks may promise something.
struct Opened {
    dossier: Dossier,
    offered: Offered,
    organisations: Vec<Choice>,
    departments: Vec<Choice>,
    accounts: Vec<Choice>,
}

impl Opened {
    async fn read(ctx: &Context, id: &str) -> Result<Self, Fault> {
        let id: DossierId = id.parse().map_err(|_| Fault::NotFound)?;
        let tenant = ctx.tenant_id();
        let mut s = ctx.read().await?;
        let dossier = journey::dossier(&mut s, tenant, id).await?.ok_or(Fault::NotFound)?;
        let thing = Thing::process(dossier.process).in_department(dossier.department).in_area(dossier.area);
        ctx.permit(Permission::CarryOut, &thing)?;
        let departments = people::tables::departments(&mut s, tenant).await?;
        let organisations = people::tables::organisations(&mut s, tenant).await?;
        let who = people::tables::grants::who_has(&mut s, tenant, Permission::CarryOut, &thing, ctx.today()).await?;
        let names = people::tables::accounts::names(&mut s, tenant, &who).await?;
        Ok(Self {
            dossier,
            offered: Offered {
                departments: departments.iter().map(|it| it.id).collect(),
                organisations: organisations.iter().map(|it| it.id).collect(),
                accounts: who,
            },
            organisations: organisations.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
            departments: departments.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
            accounts: names.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
        })
    }

    fn href(&self) -> String {
        format!("/werk/dossiers/{}", self.dossier.id)
    }
}

fn draw(ctx: &Context, opened: Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("deliver-promise-title");
    let form = Form {
        dossier: opened.href(),
        outcome: opened.dossier.outcome.map(|it| page.t(it.key())).unwrap_or_default(),
        numbers: opened.dossier.live().map(|it| it.number.to_string()).collect(),
        possible: act::can_promise(&opened.dossier),
        doers: Doer::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        organisations: opened.organisations,
        departments: opened.departments,
        accounts: opened.accounts,
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id).await?;
    let mut typed = Typed::empty().with("doer", Doer::Department.code());
    if let Some(department) = opened.dossier.department {
        typed.set("department", department.to_string());
    }
    Ok(draw(&ctx, opened, typed, StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id).await?;
    let Some(promise) = forms::promising(&mut typed, &opened.offered, ctx.tenant.language) else {
        return Ok(draw(&ctx, opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    // Whoever promises for another department may do so there.
    ctx.permit(
        Permission::CarryOut,
        &Thing::process(opened.dossier.process).in_department(promise.department).in_area(opened.dossier.area),
    )?;
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, promise], |tx| act::promise(tx, &ctx.act(), dossier, &promise).await).await;
    match done {
        Ok(made) => Ok(ctx.done(&format!("/werk/uitvoering/{made}"), "deliver-promise-done")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            Ok(draw(&ctx, opened, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
