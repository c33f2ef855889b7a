//! `/werk`: «Mijn werk», for everybody who signed in.

use crate::desk::{Count, Counts, DeskRow, MOST_COUNTED, Narrow, View, counts, desk, holders};
use crate::model::{Act, WaitsFor};
use crate::pages::view::{Names, Words};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{Dossier, State};
use kernel::{DossierId, Instant, ProcessId};
use people::{Context, Fault, Permission, Spot};
use serde::Deserialize;
use ui::{Choice, Page, Pager, Typed};

#[derive(Debug, Template)]
#[template(path = "desk.html")]
struct Desk {
    page: Page,
    typed: Typed,
    partner: Option<Partner>,
    views: Vec<ViewLink>,
    processes: Vec<Choice>,
    states: Vec<Choice>,
    caption: String,
    rows: Vec<Entry>,
    hints: Vec<&'static str>,
    pager: Pager,
    panels: String,
}

/// What somebody of a partner organisation sees.
#[derive(Debug)]
struct Partner {
    delivers: bool,
}

#[derive(Debug)]
pub(crate) struct ViewLink {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) count: Option<String>,
    pub(crate) current: bool,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: Words,
    pub(crate) size: Option<String>,
    pub(crate) state: String,
    pub(crate) stranded: Option<String>,
    pub(crate) since: String,
    pub(crate) until: String,
    pub(crate) overdue: bool,
    pub(crate) waits: String,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    lijst: Option<String>,
    project: Option<String>,
    stand: Option<String>,
    na: Option<i64>,
    id: Option<DossierId>,
}

/// For whom something waits, in words.
pub(crate) fn waits(page: &Page, names: &Names, waits: &WaitsFor, asked: Option<kernel::DepartmentId>) -> String {
    match waits {
        WaitsFor::Holder(holder) => names.person(page, Some(*holder)),
        WaitsFor::Whoever(Act::Accept) => page.t1("carry-waits-accept", "department", names.department(page, asked)),
        WaitsFor::Whoever(Act::AnswerMeans) => page.t1("carry-waits-means", "department", names.department(page, asked)),
        WaitsFor::Whoever(Act::Screen) => page.t("carry-waits-screen"),
        WaitsFor::Whoever(Act::Schedule) => page.t("carry-waits-schedule"),
        WaitsFor::Whoever(Act::Decide) => page.t("carry-waits-decide"),
        WaitsFor::Whoever(_) => page.t("carry-waits-assign"),
        WaitsFor::Author => page.t("carry-waits-author"),
        WaitsFor::Answer => page.t("carry-waits-answer"),
        WaitsFor::Delivery => page.t("carry-waits-deliver"),
        WaitsFor::Nobody => page.t("carry-waits-nobody"),
    }
}

/// Why something lies still, in words.
pub(crate) fn still(page: &Page, stranded: &[journey::Stranded]) -> Vec<String> {
    stranded.iter().map(|it| page.t2("carry-dossier-stranded", "why", page.t(it.code.key()), "day", page.date(&it.since))).collect()
}

/// A row as it is shown.
pub(crate) fn entry(ctx: &Context, page: &Page, names: &Names, it: &DeskRow) -> Entry {
    let number = it.row.number.to_string();
    let title = match &it.title {
        Some((text, language)) => Words { text: text.clone(), language: *language, note: None },
        None => Words { text: page.t1("carry-dossier-title", "number", number.as_str()), language: page.language, note: None },
    };
    Entry {
        href: format!("/werk/dossiers/{}", it.row.id),
        number,
        title,
        size: (it.row.size > 1).then(|| page.t1("carry-dossier-said-many", "count", it.row.size)),
        state: page.t(it.row.state.key()),
        stranded: it.stranded.iter().map(|one| one.since).min().map(|since| page.t1("carry-desk-stranded", "day", page.date(&since))),
        since: page.day(&it.row.since),
        until: it.row.until.map_or_else(|| page.t("carry-desk-until-none"), |until| page.date(&until)),
        overdue: it.stranded.is_empty() && it.row.until.is_some_and(|until| until < ctx.today()) && it.row.state.can_strand(),
        waits: waits(page, names, &it.waits, it.row.asked),
    }
}

fn counted(page: &Page, count: Count) -> String {
    if count.more { page.t1("carry-desk-many", "count", MOST_COUNTED) } else { count.count.to_string() }
}

/// The lists with what waits on them.
pub(crate) fn view_links(page: &Page, counts: &Counts, current: View) -> Vec<ViewLink> {
    let link = |view: View| ViewLink {
        href: format!("/werk?lijst={}", view.code()),
        label: page.t(view.key()),
        count: match view {
            View::Mine => Some(counted(page, counts.mine)),
            View::Due => Some(counted(page, counts.due)),
            View::Overdue => Some(counted(page, counts.overdue)),
            View::Waiting | View::All => None,
        },
        current: view == current,
    };
    View::ALL.into_iter().map(link).collect()
}

/// What somebody with nothing on the desk can expect here.
fn hints(ctx: &Context, view: View) -> Vec<&'static str> {
    if view != View::Mine {
        return vec!["carry-desk-empty-other"];
    }
    let all = [
        (Permission::Screen, "carry-desk-empty-screen"),
        (Permission::Accept, "carry-desk-empty-accept"),
        (Permission::Advise, "carry-desk-empty-holder"),
        (Permission::Schedule, "carry-desk-empty-schedule"),
        (Permission::Decide, "carry-desk-empty-decide"),
    ];
    let mine: Vec<_> = all.into_iter().filter(|(permission, _)| ctx.may_somewhere(*permission)).map(|(_, key)| key).collect();
    if mine.is_empty() { vec!["carry-desk-empty-read"] } else { mine }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let reads = ctx.may_somewhere(Permission::ReadStaff);
    let view = asked.lijst.as_deref().and_then(View::of).unwrap_or(View::Mine);
    let narrow = Narrow {
        process: asked.project.as_deref().and_then(|id| id.parse::<ProcessId>().ok()),
        state: asked.stand.as_deref().and_then(State::from_code),
    };
    let after = asked.na.map(Instant::from_micros).zip(asked.id);
    let page = ctx.page("carry-desk-title");
    let partner = ctx.may_somewhere(Permission::RecordContribution).then(|| Partner { delivers: ctx.may_somewhere(Permission::Deliver) });
    let typed = Typed::empty()
        .with("lijst", view.code())
        .with("project", asked.project.clone().unwrap_or_default())
        .with("stand", asked.stand.clone().unwrap_or_default());
    let mut template = Desk {
        partner: partner.filter(|_| !reads),
        views: Vec::new(),
        processes: Vec::new(),
        states: Vec::new(),
        caption: page.t1("carry-desk-caption", "view", page.t(view.key())),
        rows: Vec::new(),
        hints: hints(&ctx, view),
        pager: Pager::default(),
        panels: ctx.panels(Spot::Desk).await?,
        typed,
        page,
    };
    // Somebody of a partner organisation has no dossiers, only people to speak to.
    if reads {
        fill(&ctx, &mut template, view, &narrow, after).await?;
    }
    Ok(ui::html(StatusCode::OK, &template))
}

async fn fill(ctx: &Context, template: &mut Desk, view: View, narrow: &Narrow, after: Option<(Instant, DossierId)>) -> Result<(), Fault> {
    let counts = counts(ctx).await?;
    let found = desk(ctx, view, narrow, after).await?;
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &holders(&found.rows).0).await?;
    let processes = design::processes(&mut s, ctx.tenant_id(), true, None, 100).await?;
    drop(s);
    let page = &template.page;
    let link = |key: Option<(Instant, DossierId)>| {
        let asked = |name: &str, value: &str| if value.is_empty() { String::new() } else { format!("&{name}={value}") };
        let process = narrow.process.map(|id| id.to_string()).unwrap_or_default();
        let state = narrow.state.map(|state| state.code()).unwrap_or_default();
        let from = key.map(|(at, id)| format!("&na={}&id={id}", at.micros())).unwrap_or_default();
        format!("/werk?lijst={}{}{}{from}", view.code(), asked("project", &process), asked("stand", state))
    };
    let rows = found.rows.iter().map(|it| entry(ctx, page, &names, it)).collect();
    let views = view_links(page, &counts, view);
    let states = State::ALL.iter().filter(|it| **it != State::Captured).map(|it| Choice::new(it.code(), page.t(it.key()))).collect();
    let processes = processes.iter().map(|it| Choice::new(it.id.to_string(), it.title.best(&ctx.language).text)).collect();
    template.rows = rows;
    template.views = views;
    template.states = states;
    template.processes = processes;
    template.pager = Pager { next: found.next.map(|key| link(Some(key))), previous: after.map(|_| link(None)) };
    Ok(())
}

/// For whom a dossier waits, in words.
pub(crate) fn waits_of(page: &Page, names: &Names, dossier: &Dossier, decider: design::Decider) -> String {
    let standing = crate::Standing::from(dossier);
    waits(page, names, &crate::waits_for(&standing, decider), dossier.asked)
}
