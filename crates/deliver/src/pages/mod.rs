//! The pages of this room.

mod came_of_it;
mod commitment;
mod confirm;
mod hours;
mod list;
mod photo;
mod promise;

use people::{Access, Permission, Routes};

/// How many rows a list shows.
pub(crate) const PAGE: i64 = 50;
/// How many dossiers stand beside it for which nothing is planned.
pub(crate) const UNPLANNED: usize = 20;

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let staff = Access::Staff;
    Routes::new("deliver")
        .get("/processen/{slug}/uitvoering", Access::Public, came_of_it::show)
        .get("/bijdragen/{number}/uitgevoerd", Access::Public, confirm::show)
        .post("/bijdragen/{number}/uitgevoerd", Access::Public, confirm::take)
        .get("/bijdragen/{number}/werkt-het-nog", Access::Public, confirm::show_still_works)
        .post("/bijdragen/{number}/werkt-het-nog", Access::Public, confirm::take_still_works)
        .get("/werk/uitvoering", staff(Permission::ReadStaff), list::show)
        .get("/werk/uitvoering/{id}", staff(Permission::ReadStaff), commitment::show)
        .post("/werk/uitvoering/{id}", staff(Permission::CarryOut), commitment::take)
        .get("/werk/uitvoering/{id}/uren", staff(Permission::RecordContribution), hours::show)
        .post("/werk/uitvoering/{id}/uren", staff(Permission::RecordContribution), hours::take)
        .post("/werk/uitvoering/{id}/middelen", staff(Permission::CommitMeans), commitment::say_of_means)
        .post("/werk/uitvoering/{id}/bevestigen", staff(Permission::Confirm), commitment::attest)
        .post("/werk/uitvoering/{id}/foto", staff(Permission::CarryOut), photo::take)
        .get("/uitvoering/fotos/{file}", Access::Public, photo::show)
        .get("/werk/dossiers/{id}/uitvoering", staff(Permission::CarryOut), promise::show)
        .post("/werk/dossiers/{id}/uitvoering", staff(Permission::CarryOut), promise::take)
}

/// Splits one row too many off a page of a list: whether there are more.
fn cut<T>(rows: &mut Vec<T>) -> bool {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    more
}
