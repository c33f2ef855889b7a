//! What this room shows on «my work»: where a researcher begins, and what waits for a second coder.

use crate::tables::sources;
use askama::Template;
use async_trait::async_trait;
use people::{Context, Fault, Panel, Permission, Spot, Thing};
use ui::Page;

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

/// So many processes are looked at for the desk.
const READ: i64 = 200;

#[derive(Debug, Template)]
#[template(path = "panel_desk.html")]
struct Desk {
    page: Page,
    waiting: i64,
}

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        if spot != Spot::Desk || !ctx.may_somewhere(Permission::Research) {
            return Ok(String::new());
        }
        let all = sources::counts(&mut ctx.read().await?, ctx.tenant_id(), None, READ).await?;
        let mine = all.iter().filter(|it| ctx.may(Permission::Research, &Thing::process(it.process)));
        let desk = Desk { waiting: mine.map(|it| it.waiting).sum(), page: ctx.page("study-start-title") };
        desk.render().map_err(|error| Fault::Broken(error.to_string()))
    }
}
