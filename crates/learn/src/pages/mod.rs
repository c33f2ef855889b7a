//! The pages of this room.

mod asked;
mod doing;
mod group_count;
mod indicator;
mod setting;
mod sheet;
mod view;

use crate::report::Figures;
use axum::extract::{Path, Query};
use people::{Access, Context, Permission, Routes};
use std::collections::HashMap;

type Fields = Query<HashMap<String, String>>;

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let figures = Figures::default();
    let (one, all, sheet) = (figures.clone(), figures.clone(), figures);
    let admin = Access::Staff(Permission::ManageTenant);
    Routes::new("learn")
        .get("/hoe-doen-we-het", Access::Public, move |ctx: Context, asked: Fields| async move { doing::show(ctx, asked.0, &all).await })
        .get(
            "/hoe-doen-we-het.csv",
            Access::Public,
            move |ctx: Context, asked: Fields| async move { sheet::show(ctx, asked.0, &sheet).await },
        )
        .get("/hoe-doen-we-het/{indicator}", Access::Public, move |ctx: Context, name: Path<String>, asked: Fields| async move {
            indicator::show(ctx, &name.0, asked.0, &one).await
        })
        .get("/werk/groepstelling", Access::Staff(Permission::RecordContribution), group_count::show)
        .post("/werk/groepstelling", Access::Staff(Permission::RecordContribution), group_count::take)
        .get("/beheer/cijfers", admin, setting::show)
        .post("/beheer/cijfers", admin, setting::save)
}
