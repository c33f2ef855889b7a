//! The pages of this room.

mod form;
mod import;
mod list;
mod new;
mod one;
mod sheet;
mod shown;

pub use form::theme;

use crate::model::LessonRow;
use crate::processes::Processes;
use axum::extract::{Path, Query};
use people::{Access, Context, Permission, Posted, Routes, Thing};
use std::collections::HashMap;
use std::sync::Arc;

type Fields = Query<HashMap<String, String>>;

/// The addresses of this room. `processes` tells the names of processes, which are of a later room.
#[must_use]
pub fn routes(processes: Arc<dyn Processes>) -> Routes {
    let evaluate = Access::Staff(Permission::Evaluate);
    let at = || Arc::clone(&processes);
    let (public, staff, csv, json, one, mine, fresh, made, change, retire) = (at(), at(), at(), at(), at(), at(), at(), at(), at(), at());
    Routes::new("memory")
        .get("/lessen", Access::Public, move |ctx: Context, asked: Fields| async move { list::show(ctx, asked.0, &*public, false).await })
        .get("/lessen.csv", Access::Public, move |ctx: Context| async move { sheet::csv(ctx, &*csv).await })
        .get("/lessen.json", Access::Public, move |ctx: Context| async move { sheet::json(ctx, &*json).await })
        .get("/lessen/{lesson}", Access::Public, move |ctx: Context, id: Path<String>| async move { one::show(ctx, &id.0, &*one).await })
        .get("/werk/lessen", evaluate, move |ctx: Context, asked: Fields| async move { list::show(ctx, asked.0, &*staff, true).await })
        .get("/werk/lessen/nieuw", evaluate, move |ctx: Context, asked: Fields| async move { new::show(ctx, &asked.0, &*fresh).await })
        .post("/werk/lessen/nieuw", evaluate, move |posted: Posted| async move { new::take(posted, &*made).await })
        .get("/werk/lessen/inlezen", evaluate, import::show)
        .post("/werk/lessen/inlezen", evaluate, import::take)
        .get("/werk/lessen/{lesson}", evaluate, move |ctx: Context, id: Path<String>| async move { new::edit(ctx, &id.0, &*mine).await })
        .post("/werk/lessen/{lesson}", evaluate, move |id: Path<String>, posted: Posted| async move {
            new::change(&id.0, posted, &*change).await
        })
        .post("/werk/lessen/{lesson}/intrekken", evaluate, move |id: Path<String>, posted: Posted| async move {
            new::retire(&id.0, posted, &*retire).await
        })
}

/// What a lesson belongs to, as far as permission depends on it.
fn thing(row: &LessonRow) -> Thing {
    row.lesson.process.map_or_else(Thing::tenant, Thing::process).in_area(row.lesson.area)
}
