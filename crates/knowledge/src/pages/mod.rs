//! The pages of this room.

mod additions;
mod article;
mod effect;
mod export;
mod gaps;
mod numbers;
mod overview;
mod regulation;
mod regulation_staff;
mod rule;
mod rules;
mod sources;
mod text;
pub(crate) mod view;

use evidence::Knowledge;
use people::{Access, Context, Fault, Permission, Routes};
use std::sync::Arc;

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    const PUBLIC: Access = Access::Public;
    const ADMIN: Access = Access::Staff(Permission::ManageTenant);
    Routes::new("knowledge")
        .get("/wat-we-weten", PUBLIC, overview::show)
        .get("/wat-we-weten.json", PUBLIC, export::whole)
        .get("/wat-we-weten/regels", PUBLIC, rules::show)
        .get("/wat-we-weten/regel/{id}", PUBLIC, rule::show)
        .get("/wat-we-weten/bronnen", PUBLIC, sources::show)
        .get("/wat-we-weten/getallen", PUBLIC, numbers::show)
        .get("/wat-we-weten/tegenspraak", PUBLIC, gaps::show)
        .get("/wat-we-weten/open-data", PUBLIC, export::list)
        .get("/wat-we-weten/tabel/{file}", PUBLIC, export::table)
        .get("/wat-we-weten/{key}", PUBLIC, effect::show)
        .get("/reglement", PUBLIC, regulation::show)
        .get("/reglement/{version}", PUBLIC, regulation::show_version)
        .get("/beheer/kennis", ADMIN, additions::list)
        .post("/beheer/kennis/weg", ADMIN, additions::take_away)
        .get("/beheer/kennis/tekst", ADMIN, text::show)
        .post("/beheer/kennis/tekst", ADMIN, text::take)
        .get("/beheer/kennis.toml", ADMIN, text::download)
        .get("/beheer/kennis/{kind}", ADMIN, additions::show)
        .post("/beheer/kennis/{kind}", ADMIN, additions::take)
        .get("/beheer/reglement", ADMIN, regulation_staff::show)
        .post("/beheer/reglement/weg", ADMIN, regulation_staff::throw_away)
        .post("/beheer/reglement/publiceren", ADMIN, regulation_staff::publish)
        .get("/beheer/reglement/artikel/{place}", ADMIN, article::show)
        .post("/beheer/reglement/artikel/{place}", ADMIN, article::take)
        .post("/beheer/reglement/artikel/{place}/weg", ADMIN, article::take_away)
}

/// What is known where this page was asked.
async fn known(ctx: &Context) -> Result<Arc<Knowledge>, Fault> {
    let mut s = ctx.read().await?;
    Ok(crate::known(&mut s, ctx.tenant_id()).await?)
}
