//! `/werk/processen/{id}/onderzoek`: the sources of a process, what came out of them, and of whom nothing was heard.

use super::{Book, effect_name, kappa_words, permitted, reads_words, title_of};
use crate::model::agreement::Compared;
use crate::model::{Dominance, RespondentKind, Source, SourceKind};
use crate::reading::{self, CodingState, Read};
use crate::tables::sources;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::TextId;
use people::{Context, Fault, Permission, Thing};
use statistics::Sample;
use ui::Page;

/// When nothing was heard of one of these, it is said on top (G074).
const MUST_BE_HEARD: [&str; 2] = ["residents", "intermediaries"];

#[derive(Debug, Template)]
#[template(path = "balance.html")]
struct Shown {
    page: Page,
    home: String,
    back: Option<String>,
    may_write: bool,
    may_read: bool,
    alarm: Vec<String>,
    not_heard: Vec<String>,
    heard: Vec<(String, i64)>,
    rows: Vec<SourceRow>,
    hours: String,
    withdrawn: i64,
    effects: Vec<EffectRow>,
    totals: [i64; 4],
    co_destruction: Vec<EffectRow>,
    agreement: Option<(String, String)>,
    open_differences: usize,
    sessions: Vec<SessionRow>,
    quality: Option<String>,
}

#[derive(Debug)]
struct SourceRow {
    code: String,
    kind: String,
    who: String,
    title: String,
    day: String,
    hours: String,
    passages: i64,
    state: String,
    waits: bool,
}

#[derive(Debug, Clone)]
struct EffectRow {
    name: String,
    sources: [i64; 4],
    single: i64,
    expected: i64,
    said_by: String,
    negative_for: String,
    helped: String,
    hindered: String,
}

#[derive(Debug)]
struct SessionRow {
    code: String,
    gini: String,
    top: String,
    silent: String,
    respect: i64,
    reasons: i64,
    listening: i64,
    missing: String,
}

fn hours(page: &Page, minutes: i64) -> String {
    page.decimal(f64::from(i32::try_from(minutes).unwrap_or_default()) / 60.0, 1)
}

fn list(of: impl Iterator<Item = String>) -> String {
    of.collect::<Vec<_>>().join(" · ")
}

fn often(page: &Page, frame: &crate::Frame<'_>, factors: &[(String, i64)]) -> String {
    list(factors.iter().map(|(factor, many)| format!("{} ({many})", frame.name(factor, super::english(page)))))
}

fn actor_name(page: &Page, frame: &crate::Frame<'_>, actor: &str) -> String {
    frame.actors().find(|(key, _)| *key == actor).map_or_else(|| actor.to_owned(), |(_, words)| super::said(page, words))
}

async fn session_rows(
    ctx: &Context,
    page: &Page,
    all: &[Read],
    process: kernel::ProcessId,
) -> Result<(Vec<SessionRow>, Option<String>), Fault> {
    let mut s = ctx.read().await?;
    let (mut rows, mut means) = (Vec::new(), Vec::new());
    for it in all.iter().filter(|it| it.source.kind == SourceKind::Session) {
        let Some(seen) = sources::observation(&mut s, ctx.tenant_id(), process, &it.source.code).await? else { continue };
        means.push(Some(seen.quality.mean()));
        let missing = sources::words(&mut s, ctx.tenant_id(), &seen.missing.into_iter().collect::<Vec<TextId>>()).await?;
        let (gini, top, silent) = match Dominance::of(&seen.spoken) {
            Ok(it) => (
                page.decimal(it.gini.value, 2),
                page.t2(
                    "study-top-share",
                    "percent",
                    page.decimal(it.top_share * 100.0, 0),
                    "people",
                    i64::try_from(it.top).unwrap_or_default(),
                ),
                it.silent.to_string(),
            ),
            Err(why) => (page.t(format!("study-because-{}", why.because.key())), String::new(), String::new()),
        };
        rows.push(SessionRow {
            code: it.source.code.to_string(),
            gini,
            top,
            silent,
            respect: seen.quality.respect,
            reasons: seen.quality.reasons,
            listening: seen.quality.listening,
            missing: missing.into_values().next().unwrap_or_default(),
        });
    }
    let mean = Sample::of(means).ok().and_then(|it| it.mean().ok()).map(|it| {
        page.t2("study-quality-mean", "mean", page.decimal(it.value, 1), "sessions", i64::try_from(it.size.n).unwrap_or_default())
    });
    Ok((rows, mean))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::ReadStaff).await?;
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-home-title", "title", title_of(&ctx, &process)));
    let mut s = ctx.read().await?;
    let book = Book::read(&mut s, &ctx, process.id).await?;
    let frame = book.frame();
    let (all, withdrawn) = reading::read_all(&mut s, ctx.tenant_id(), process.id).await?;
    let balances = reading::balances(&mut s, ctx.tenant_id(), process.id, &frame, &all).await?;
    let titles: Vec<TextId> = all.iter().filter_map(|it| it.source.title).collect();
    let titles = sources::words(&mut s, ctx.tenant_id(), &titles).await?;
    drop(s);
    let sources: Vec<&Source> = all.iter().map(|it| &it.source).collect();
    let heard = reading::heard(&book.knowledge, &sources);
    let named = |of: &crate::Heard| actor_name(&page, &frame, &of.actor);
    let rows = all.iter().map(|it| SourceRow {
        code: it.source.code.to_string(),
        kind: page.t(format!("study-source-{}", it.source.kind.code())),
        who: list(it.said_by().iter().filter_map(|kind| RespondentKind::of_code(kind)).map(|kind| page.t(kind.key()))),
        title: it.source.title.and_then(|title| titles.get(&title).cloned()).unwrap_or_default(),
        day: it.source.day.map(|day| page.date(&day)).unwrap_or_default(),
        hours: it.source.minutes.map(|minutes| hours(&page, minutes)).unwrap_or_default(),
        passages: it.passages,
        state: page.t(format!("study-state-{}", it.state.code())),
        waits: it.state == CodingState::WaitsForSecond,
    });
    let of_interviews = all.iter().filter(|it| it.source.kind == SourceKind::Interview).filter_map(|it| it.source.minutes).sum::<i64>();
    let effects: Vec<EffectRow> = balances
        .iter()
        .map(|it| EffectRow {
            name: effect_name(&page, &frame, &it.effect),
            sources: it.sources,
            single: it.single,
            expected: it.expected,
            said_by: list(
                it.said_by
                    .iter()
                    .filter_map(|(kind, many)| RespondentKind::of_code(kind).map(|kind| format!("{} ({many})", page.t(kind.key())))),
            ),
            negative_for: list(
                it.negative_for_actors.iter().map(|key| actor_name(&page, &frame, key)).chain(it.negative_for.iter().cloned()),
            ),
            helped: often(&page, &frame, &it.helped),
            hindered: often(&page, &frame, &it.hindered),
        })
        .collect();
    let mut compared = Compared::default();
    let mut two = false;
    for it in all.iter().filter_map(|it| it.compared(&frame)) {
        compared.add(it);
        two = true;
    }
    let (sessions, quality) = session_rows(&ctx, &page, &all, process.id).await?;
    let of = Thing::process(process.id);
    let shown = Shown {
        home: super::home(process.id),
        back: ctx.may(Permission::DesignProcess, &of).then(|| format!("/werk/processen/{}", process.id)),
        may_write: ctx.may(Permission::Research, &of),
        may_read: reads_words(&ctx, process.id),
        alarm: heard.iter().filter(|it| it.sources == 0 && MUST_BE_HEARD.contains(&it.actor.as_str())).map(named).collect(),
        not_heard: heard.iter().filter(|it| it.sources == 0).map(named).collect(),
        heard: heard.iter().filter(|it| it.sources > 0).map(|it| (named(it), it.sources)).collect(),
        rows: rows.collect(),
        hours: hours(&page, of_interviews),
        withdrawn,
        totals: reading::totals(&balances),
        co_destruction: effects.iter().filter(|it| it.sources[2] > 0).cloned().collect(),
        effects,
        agreement: two.then(|| (kappa_words(&page, &compared.direction()), kappa_words(&page, &compared.presence()))),
        open_differences: all.iter().map(|it| it.open_differences(&frame)).sum(),
        sessions,
        quality,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
