//! `/werk/processen/{id}/meten/uitkomsten`: how far each wave is, and what may be told of those whose answers hold. Staff sees no
//! more than everybody: while people answer, only about how many did.

use super::permitted;
use super::view::{ResultsShown, wave_name, wave_state};
use crate::acts::release;
use crate::model::wave::Wave;
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use ui::Page;

/// How far a wave is.
#[derive(Debug)]
struct WaveRow {
    code: &'static str,
    name: String,
    days: String,
    state: String,
    many: String,
    /// Whether its answers can be made to hold now.
    releasable: bool,
}

#[derive(Debug, Template)]
#[template(path = "measure_outcomes.html")]
struct Outcomes {
    page: Page,
    href: String,
    entry: String,
    check: String,
    staff: String,
    public: Option<String>,
    waves: Vec<WaveRow>,
    shown: ResultsShown,
    small: String,
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Evaluate).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-outcomes-title", "title", process.title.best(&ctx.language).text);
    let mut s = ctx.read().await?;
    let plan = crate::plan(&mut s, ctx.tenant_id(), process.id).await?;
    let results = crate::all_results(&mut s, ctx.tenant_id(), process.id).await?;
    let smallest = results.smallest.max(1);
    let mut waves = Vec::new();
    for (wave, days) in &plan.waves {
        let many = tables::sheet::many(&mut s, ctx.tenant_id(), process.id, *wave).await?;
        // In steps, so that nobody reads from two looks what one person did in between.
        let about = many / smallest * smallest;
        let unchecked = tables::sheet::many_unchecked(&mut s, ctx.tenant_id(), process.id, *wave, None).await?;
        let mut told =
            if about == 0 { page.t1("measure-too-few", "most", smallest) } else { page.t1("measure-outcomes-about", "many", about) };
        if unchecked > 0 {
            told.push(' ');
            told.push_str(&page.t1("measure-outcomes-unchecked", "count", unchecked));
        }
        waves.push(WaveRow {
            code: wave.code(),
            name: wave_name(&page, *wave),
            days: page.t2("measure-days", "from", page.date(&days.opens), "to", page.date(&days.closes)),
            state: page.t(wave_state(days, ctx.today())),
            many: told,
            releasable: days.may_be_released(ctx.today()),
        });
    }
    drop(s);
    let shown = Outcomes {
        href: format!("/werk/processen/{}/meten", process.id),
        entry: format!("/werk/processen/{}/vragen/invoer", process.id),
        staff: format!("/werk/processen/{}/vragen/medewerkers", process.id),
        check: format!("/werk/processen/{}/vragen/nakijken", process.id),
        public: process.is_public().then(|| format!("/processen/{}/meten", process.slug)),
        waves,
        shown: ResultsShown::of(&page, &results),
        small: page.t1("measure-public-small", "most", smallest),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// Makes the answers of a wave hold before the days for paper are over, because all paper was typed in.
pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Evaluate).await?;
    let wave = Wave::of_code(typed.get("ronde")).ok_or(Fault::NotFound)?;
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    store::write!(store, [by], |tx| { release(tx, &by.act(), id, wave).await }).await?;
    Ok(ctx.done(&format!("/werk/processen/{id}/meten/uitkomsten"), "measure-outcomes-held"))
}
