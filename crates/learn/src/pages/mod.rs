//! The pages of this room.

mod asked;
mod compare;
mod doing;
mod elsewhere;
pub(crate) mod evaluation;
mod group_count;
mod hand_over;
mod indicator;
mod setting;
mod sheet;
mod view;
mod year;

use crate::report::Figures;
use axum::extract::{Path, Query};
use people::{Access, Context, Permission, Routes};
use std::collections::HashMap;

type Fields = Query<HashMap<String, String>>;

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let figures = Figures::default();
    let (one, all, sheet, year) = (figures.clone(), figures.clone(), figures.clone(), figures);
    let evaluating = Access::Staff(Permission::Evaluate);
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
        .get("/processen/{slug}/evaluatie", Access::Public, evaluation::report::show)
        .get("/processen/{slug}/evaluatie.pdf", Access::Public, evaluation::pdf::show)
        .get("/processen/{slug}/evaluatie.csv", Access::Public, evaluation::open_data::csv)
        .get("/processen/{slug}/evaluatie.json", Access::Public, evaluation::open_data::json)
        .get("/vergelijken", Access::Public, compare::show)
        .get("/jaaroverzicht", Access::Public, year::this_year)
        .get("/jaaroverzicht/{year}", Access::Public, move |ctx: Context, asked: Path<String>| async move {
            year::show(ctx, &asked.0, &year).await
        })
        .get("/jaaroverzicht/{year}/cijfers.csv", Access::Public, move |ctx: Context, asked: Path<String>| async move {
            year::sheet(ctx, &asked.0).await
        })
        .get("/werk/evaluaties", evaluating, evaluation::list::show)
        .get("/werk/processen/{id}/evaluatie", evaluating, evaluation::edit::show)
        .post("/werk/processen/{id}/evaluatie", evaluating, evaluation::edit::take)
        .get("/werk/processen/{id}/evaluatie/les", evaluating, evaluation::lesson::show)
        .post("/werk/processen/{id}/evaluatie/les", evaluating, evaluation::lesson::take)
        .get("/werk/processen/{id}/evaluatie/bereik", evaluating, evaluation::reach::show)
        .post("/werk/processen/{id}/evaluatie/bereik", evaluating, evaluation::reach::take)
        .get("/werk/processen/{id}/evaluatie/afronden", evaluating, evaluation::finish::show)
        .post("/werk/processen/{id}/evaluatie/afronden", evaluating, evaluation::finish::take)
        .get("/werk/processen/{id}/evaluatie/zonder", evaluating, evaluation::waiver::show)
        .post("/werk/processen/{id}/evaluatie/zonder", evaluating, evaluation::waiver::take)
        .get("/werk/processen/{id}/overdracht", evaluating, hand_over::show)
        .get("/werk/vergelijken", evaluating, elsewhere::show)
        .post("/werk/vergelijken", evaluating, elsewhere::take)
        .get("/beheer/cijfers", admin, setting::show)
        .post("/beheer/cijfers", admin, setting::save)
}
