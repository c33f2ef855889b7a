//! What this room shows on pages of rooms that stand before it: that something is asked, and what is measured, on the page of a
//! process.

use askama::Template;
use async_trait::async_trait;
use people::{Context, Fault, Panel, Spot};
use ui::Page;

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[derive(Debug, Template)]
#[template(path = "panel_measure.html")]
struct ProcessPanel {
    page: Page,
    slug: String,
    open: bool,
}

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        let Spot::Process(id) = spot else { return Ok(String::new()) };
        let mut s = ctx.read().await?;
        let plan = crate::plan(&mut s, ctx.tenant_id(), id).await?;
        if plan.saved.is_none() {
            return Ok(String::new());
        }
        let Some(process) = design::process(&mut s, ctx.tenant_id(), id).await? else { return Ok(String::new()) };
        drop(s);
        let page = ctx.page("measure-public-title");
        let shown = ProcessPanel { page, slug: process.slug, open: plan.open_wave(ctx.today()).is_some() };
        shown.render().map_err(|error| Fault::Broken(error.to_string()))
    }
}
