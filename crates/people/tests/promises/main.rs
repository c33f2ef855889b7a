//! What this room promises, over HTTP and on both databases, beside a second municipality.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod erasing;
mod forgotten;
mod forms;
mod mailing;
mod rights;
mod signing_in;
mod site;
mod words;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Actor, DepartmentId, Line};
use people::testing::TestHouse;
use people::{Access, Context, Fault, Permission, Posted, Routes, Thing};
use store::Engine;

/// A room of two pages that does what rooms do: a public form and a form for staff, which both name a department.
fn routes() -> Routes {
    Routes::new("trial")
        .get("/trial", Access::Public, show)
        .post("/trial", Access::Public, send)
        .get("/trial/plain", Access::Public, plain)
        .get("/trial/things/{id}", Access::Public, thing)
        .get("/werk/trial", Access::Staff(Permission::Screen), show)
        .post("/werk/trial", Access::Staff(Permission::Screen), send)
        .post("/werk/trial/own", Access::Staff(Permission::Accept), accept)
        .get("/trial/broken", Access::Public, || async { Fault::Broken("on purpose".to_owned()) })
}

async fn show(ctx: Context) -> Response {
    let page = ctx.page("people-mail-label");
    let body = format!("<html dir=\"{}\"><p>{}</p><input name=\"csrf\" value=\"{}\"></html>", page.dir(), page.title, page.csrf);
    ([("content-type", "text/html; charset=utf-8")], body).into_response()
}

async fn plain(ctx: Context) -> Response {
    let page = ctx.page("people-mail-label");
    let body = format!("<html lang=\"{}\"><p>{}</p>{:?}</html>", page.lang(), page.title, page.notice);
    ([("content-type", "text/html; charset=utf-8")], body).into_response()
}

async fn thing(ctx: Context, axum::extract::Path(id): axum::extract::Path<DepartmentId>) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let department = people::tables::department(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    Ok(department.name.into_response())
}

async fn send(form: Posted) -> Result<Response, Fault> {
    let Ok(title) = Line::new(form.get("title"), 120) else {
        let body = format!("<html>te lang of leeg; {} bestanden</html>", form.files.len());
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, [("content-type", "text/html; charset=utf-8")], body).into_response());
    };
    let ctx = form.ctx.clone();
    let id = DepartmentId::new(ctx.now(), ctx.app.random.as_ref());
    let it = people::tables::Department { id, name: title.into_string(), code: id.to_string(), mail: String::new(), ended: None };
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    store::write!(ctx.app.store, [tenant, actor, it], |tx| people::tables::organisations::save_department(tx, tenant, &actor, &it).await)
        .await?;
    Ok(ctx.done("/trial/plain", "people-password-done"))
}

async fn accept(form: Posted) -> Result<Response, Fault> {
    let department: DepartmentId = form.get("department").parse().map_err(|_| Fault::NotFound)?;
    form.ctx.permit(Permission::Accept, &Thing::tenant().in_department(department))?;
    send(form).await
}

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(engine, &[], &[], routes()).await
}

/// The names of the departments of Leyhoven.
async fn departments(house: &TestHouse) -> Vec<String> {
    let mut session = house.store().read().await.unwrap();
    people::tables::departments(&mut session, house.tenant()).await.unwrap().into_iter().map(|it| it.name).collect()
}

/// Runs a promise on every engine.
macro_rules! promise {
    ($name:ident, |$house:ident| $body:block) => {
        #[tokio::test]
        async fn $name() {
            for engine in store::testing::engines() {
                let $house = crate::house(engine).await;
                $body
            }
        }
    };
}
pub(crate) use promise;

const SYSTEM: Actor = Actor::System;
