//! Pieces for pages that the program composes from several rooms.

use crate::desk::{Narrow, View, counted, holders};
use crate::pages::desk::{Entry, ViewLink, entry, view_links};
use crate::pages::view::Names;
use askama::Template;
use people::{Context, Fault};
use ui::Page;

/// How many rows the panel shows.
const SHOWN: usize = 5;

#[derive(Debug, Template)]
#[template(path = "panel_desk.html")]
struct Panel<'a> {
    page: &'a Page,
    views: Vec<ViewLink>,
    rows: Vec<Entry>,
}

/// What waits longest for whoever signed in, with the counts. Headings begin at the second level.
///
/// # Errors
/// [`Fault::SignIn`] without a sign-in; what the database says.
pub async fn desk_panel(ctx: &Context, page: &Page) -> Result<String, Fault> {
    let (counts, mut found) = counted(ctx, View::Mine, &Narrow::default(), None).await?;
    found.rows.truncate(SHOWN);
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &holders(&found.rows)).await?;
    drop(s);
    let rows = found.rows.iter().map(|it| entry(ctx, page, &names, it)).collect();
    let panel = Panel { page, views: view_links(page, &counts, View::Mine), rows };
    panel.render().map_err(|error| Fault::Broken(error.to_string()))
}
