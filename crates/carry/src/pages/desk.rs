//! `/werk`: «Mijn werk», for everybody who signed in.

use crate::desk::{After, Count, Counts, DeskRow, Narrow, View, WAITING_DAYS, counted, holders};
use crate::model::{Act, AtOnce, WaitsFor, put_off, why};
use crate::pages::view::{Names, Words, departments};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use design::Decider;
use journey::{Dossier, State, Stranding};
use kernel::{DossierId, Line};
use people::tables::saved_views::{self, SavedView};
use people::{Context, Fault, Permission, Posted, Spot};
use serde::Deserialize;
use ui::{Choice, Page, Pager, Typed};
use voice::Theme;

#[derive(Debug, Template)]
#[template(path = "desk.html")]
struct Desk {
    page: Page,
    typed: Typed,
    partner: Option<Partner>,
    views: Vec<ViewLink>,
    saved: Vec<SavedLink>,
    processes: Vec<Choice>,
    states: Vec<Choice>,
    departments: Vec<Choice>,
    areas: Vec<Choice>,
    waiting: Vec<Choice>,
    themes: Vec<Choice>,
    caption: String,
    rows: Vec<Entry>,
    /// What can be done with several at once.
    at_once: Vec<AtOnce>,
    /// This list with everything chosen.
    all_chosen: String,
    chosen: bool,
    narrow: Vec<(&'static str, String)>,
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

/// A list that somebody kept under a name.
#[derive(Debug)]
struct SavedLink {
    href: String,
    name: String,
    current: bool,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: Words,
    pub(crate) size: Option<String>,
    pub(crate) state: String,
    pub(crate) stranded: Option<String>,
    /// What lies open beside the way, each with until when.
    pub(crate) beside: Vec<String>,
    pub(crate) since: String,
    pub(crate) until: String,
    pub(crate) overdue: bool,
    pub(crate) waits: String,
}

/// What the address asks for.
#[derive(Debug, Default, Clone, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    lijst: String,
    #[serde(default)]
    project: String,
    #[serde(default)]
    stand: String,
    #[serde(default)]
    dienst: String,
    #[serde(default)]
    wijk: String,
    #[serde(default)]
    langer: String,
    #[serde(default)]
    thema: String,
    #[serde(default)]
    na: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    alles: String,
}

impl Asked {
    /// The same, as a form sent it along.
    pub(super) fn of(typed: &Typed) -> Self {
        let get = |name: &str| typed.get(name).to_owned();
        Self {
            lijst: get("lijst"),
            project: get("project"),
            stand: get("stand"),
            dienst: get("dienst"),
            wijk: get("wijk"),
            langer: get("langer"),
            thema: get("thema"),
            ..Self::default()
        }
    }

    fn view(&self) -> View {
        View::of(&self.lijst).unwrap_or(View::Mine)
    }

    /// Whatever cannot be read narrows nothing.
    fn narrow(&self) -> Narrow {
        Narrow {
            process: self.project.parse().ok(),
            state: State::from_code(&self.stand),
            put_off: self.stand == PUT_OFF,
            department: self.dienst.parse().ok(),
            area: self.wijk.parse().ok(),
            waiting: self.langer.parse().ok().filter(|days| WAITING_DAYS.contains(days)),
            theme: Some(self.thema.clone()).filter(|code| Theme::is_code(code)),
        }
    }

    fn after(&self) -> Option<After> {
        self.na.parse().ok().zip(self.id.parse::<DossierId>().ok())
    }

    /// List and narrowing by the names of their fields, as far as they say something.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let narrow = self.narrow();
        let all = [
            ("project", narrow.process.map(|id| id.to_string())),
            ("stand", narrow.state.map(|state| state.code().to_owned()).or(narrow.put_off.then(|| PUT_OFF.to_owned()))),
            ("dienst", narrow.department.map(|id| id.to_string())),
            ("wijk", narrow.area.map(|id| id.to_string())),
            ("langer", narrow.waiting.map(|days| days.to_string())),
            ("thema", narrow.theme),
        ];
        let some = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
        std::iter::once(("lijst", self.view().code().to_owned())).chain(some).collect()
    }

    /// The question part of the address of this list: codes and ids only.
    fn query(&self) -> String {
        self.fields().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }

    /// The address of this list.
    pub(super) fn address(&self) -> String {
        format!("/werk?{}", self.query())
    }
}

/// For whom something waits, in words.
pub(crate) fn waits(page: &Page, names: &Names, waits: &WaitsFor, asked: Option<kernel::DepartmentId>) -> String {
    match waits {
        WaitsFor::Holder(holder) => names.person(page, Some(*holder)),
        WaitsFor::NewHolder => page.t("carry-waits-holder"),
        WaitsFor::Level(level) => page.t1("carry-waits-level", "level", page.t(level.key())),
        WaitsFor::Whoever(Act::Conclude) => page.t("carry-waits-conclude"),
        WaitsFor::Whoever(Act::Settle) => page.t("carry-waits-settle"),
        WaitsFor::Whoever(Act::Accept) => page.t1("carry-waits-accept", "department", names.department(page, asked)),
        WaitsFor::Whoever(Act::AnswerMeans) => page.t1("carry-waits-means", "department", names.department(page, asked)),
        WaitsFor::Whoever(Act::Screen) => page.t("carry-waits-screen"),
        WaitsFor::Whoever(Act::Schedule) => page.t("carry-waits-schedule"),
        WaitsFor::Whoever(Act::Decide) => page.t("carry-waits-decide"),
        WaitsFor::Whoever(Act::Resume) => page.t("carry-waits-resume"),
        WaitsFor::Whoever(_) => page.t("carry-waits-assign"),
        WaitsFor::Author => page.t("carry-waits-author"),
        WaitsFor::Parts => page.t("carry-waits-parts"),
        WaitsFor::Answer => page.t("carry-waits-answer"),
        WaitsFor::Delivery => page.t("carry-waits-deliver"),
        WaitsFor::Nobody => page.t("carry-waits-nobody"),
    }
}

/// Why something lies still, in words.
pub(crate) fn still(page: &Page, stranded: &[journey::Stranded], state: State, decider: Decider) -> Vec<String> {
    let told = |it: &journey::Stranded| {
        page.t2("carry-dossier-stranded", "why", page.t(why(it.code, state, decider)), "day", page.date(&it.since))
    };
    stranded.iter().map(told).collect()
}

/// A row as it is shown.
pub(crate) fn entry(ctx: &Context, page: &Page, names: &Names, it: &DeskRow) -> Entry {
    let number = it.row.number.to_string();
    let title = match &it.title {
        Some((text, language)) => Words { text: text.clone(), language: *language, note: None },
        None => Words { text: page.t1("carry-dossier-title", "number", number.as_str()), language: page.language, note: None },
    };
    let beside = |(code, until): &(Stranding, kernel::Date)| {
        let key = match code {
            Stranding::X5 => "carry-desk-beside-choice",
            Stranding::X9 => "carry-desk-beside-consult",
            Stranding::X10 => "carry-desk-beside-left",
            Stranding::X12 => "carry-desk-beside-early",
            Stranding::X1 => "carry-desk-beside-put-off",
            _ => "carry-desk-beside-objection",
        };
        page.t1(key, "day", page.date(until))
    };
    Entry {
        id: it.row.id.to_string(),
        href: format!("/werk/dossiers/{}", it.row.id),
        number,
        title,
        size: (it.row.size > 1).then(|| page.t1("carry-dossier-said-many", "count", it.row.size)),
        state: page.t(it.row.state.key()),
        stranded: it.stranded.iter().map(|one| one.since).min().map(|since| page.t1("carry-desk-stranded", "day", page.date(&since))),
        beside: it.row.matters.iter().map(beside).collect(),
        since: page.day(&it.row.since),
        until: put_off(&it.row).or(it.row.until).map_or_else(|| page.t("carry-desk-until-none"), |until| page.date(&until)),
        overdue: it.stranded.is_empty() && it.row.until.is_some_and(|until| until < ctx.today()) && it.row.state.can_strand(),
        waits: waits(page, names, &it.waits, it.row.asked),
    }
}

fn counted_words(page: &Page, count: Count) -> String {
    if count.more { page.t1("carry-desk-many", "count", i64::try_from(count.count).unwrap_or(i64::MAX)) } else { count.count.to_string() }
}

/// The lists with what waits on them.
pub(crate) fn view_links(page: &Page, counts: &Counts, current: View) -> Vec<ViewLink> {
    let link = |view: View| ViewLink {
        href: format!("/werk?lijst={}", view.code()),
        label: page.t(view.key()),
        count: match view {
            View::Mine => Some(counted_words(page, counts.mine)),
            View::Due => Some(counted_words(page, counts.due)),
            View::Overdue => Some(counted_words(page, counts.overdue)),
            View::Waiting | View::All => None,
        },
        current: view == current,
    };
    View::ALL.into_iter().map(link).collect()
}

/// What somebody with nothing on the desk can expect here.
fn hints(ctx: &Context, asked: &Asked) -> Vec<&'static str> {
    if asked.fields().len() > 1 {
        return vec!["carry-desk-empty-narrow"];
    }
    if asked.view() != View::Mine {
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
    draw(&ctx, &asked, Typed::empty(), StatusCode::OK).await
}

/// Keeps the list under a name.
pub(super) async fn save(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let asked = Asked::of(&typed);
    let Some(name) = named(&ctx, &mut typed).await? else {
        return draw(&ctx, &asked, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let view = SavedView { name: name.into_string(), query: asked.query() };
    let (store, account) = (ctx.store().clone(), ctx.signed_in()?.id);
    store::write!(store, [ctx, view], |tx| { saved_views::save(tx, ctx.tenant_id(), account, PLACE, &view).await }).await?;
    Ok(ctx.done(&asked.address(), "carry-desk-saved"))
}

/// Forgets a list that was kept under a name.
pub(super) async fn forget(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let (store, account, name) = (ctx.store().clone(), ctx.signed_in()?.id, typed.get("naam").to_owned());
    let gone = store::write!(store, [ctx, name], |tx| { saved_views::remove(tx, ctx.tenant_id(), account, PLACE, &name).await }).await?;
    if !gone {
        return Err(Fault::NotFound);
    }
    Ok(ctx.done(&Asked::of(&typed).address(), "carry-desk-forgotten"))
}

/// The value in the address, beside the states, of what was put off or kept until a day.
const PUT_OFF: &str = "uitgesteld";
/// Under what the lists of this page are kept.
const PLACE: &str = "/werk";
/// A name of a list has at most so many signs.
const NAME_MOST: usize = 60;
/// So many themes can be chosen from.
const MOST_THEMES: usize = 60;
/// Somebody keeps at most so many lists.
const MOST_SAVED: usize = 30;

async fn named(ctx: &Context, typed: &mut Typed) -> Result<Option<Line>, Fault> {
    let name = crate::forms::required_line(typed, "naam", NAME_MOST, "carry-desk-save-name-missing");
    let Some(name) = name else { return Ok(None) };
    let known = saved_views::all(&mut ctx.read().await?, ctx.tenant_id(), ctx.signed_in()?.id, PLACE).await?;
    if known.len() >= MOST_SAVED && !known.iter().any(|it| it.name == name.as_str()) {
        typed.wrong_with("naam", "carry-desk-save-many", &[("count", i64::try_from(MOST_SAVED).unwrap_or(0).into())]);
        return Ok(None);
    }
    Ok(Some(name))
}

async fn draw(ctx: &Context, asked: &Asked, mut typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let reads = ctx.may_somewhere(Permission::ReadStaff);
    let page = ctx.page("carry-desk-title");
    let partner = ctx.may_somewhere(Permission::RecordContribution).then(|| Partner { delivers: ctx.may_somewhere(Permission::Deliver) });
    for (name, value) in asked.fields() {
        typed.set(name, value);
    }
    let mut template = Desk {
        partner: partner.filter(|_| !reads),
        views: Vec::new(),
        saved: Vec::new(),
        processes: Vec::new(),
        states: Vec::new(),
        departments: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        waiting: WAITING_DAYS.iter().map(|days| Choice::new(days.to_string(), page.t1("carry-desk-days", "count", *days))).collect(),
        caption: page.t1("carry-desk-caption", "view", page.t(asked.view().key())),
        rows: Vec::new(),
        at_once: AtOnce::ALL.into_iter().filter(|it| it.permissions().iter().any(|it| ctx.may_somewhere(*it))).collect(),
        all_chosen: format!("{}&alles=ja", asked.address()),
        chosen: asked.alles == "ja",
        narrow: asked.fields(),
        hints: hints(ctx, asked),
        pager: Pager::default(),
        panels: ctx.panels(Spot::Desk).await?,
        typed,
        page,
    };
    // Somebody of a partner organisation has no dossiers, only people to speak to.
    if reads {
        fill(ctx, &mut template, asked).await?;
    }
    Ok(ui::html(status, &template))
}

async fn fill(ctx: &Context, template: &mut Desk, asked: &Asked) -> Result<(), Fault> {
    let after = asked.after();
    let (counts, found) = counted(ctx, asked.view(), &asked.narrow(), after).await?;
    let departments = departments(ctx).await?;
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &holders(&found.rows)).await?;
    let processes = design::titles(&mut s, ctx.tenant_id(), 100).await?;
    let areas = people::tables::areas(&mut s, ctx.tenant_id()).await?;
    let saved = saved_views::all(&mut s, ctx.tenant_id(), ctx.signed_in()?.id, PLACE).await?;
    let themes = voice::themes(&mut s, ctx.tenant_id(), MOST_THEMES).await?;
    drop(s);
    let page = &template.page;
    let here = asked.query();
    let rows = found.rows.iter().map(|it| entry(ctx, page, &names, it)).collect();
    let views = view_links(page, &counts, asked.view());
    let states = State::ALL.iter().filter(|it| **it != State::Captured).map(|it| Choice::new(it.code(), page.t(it.key())));
    let states = states.chain(std::iter::once(Choice::new(PUT_OFF, page.t("carry-desk-filter-put-off")))).collect();
    let next = found.next.map(|(day, id)| format!("{}&na={day}&id={id}", asked.address()));
    if let Some((day, id)) = after {
        template.all_chosen.push_str(&format!("&na={day}&id={id}"));
    }
    template.saved =
        saved.into_iter().map(|it| SavedLink { current: it.query == here, href: format!("/werk?{}", it.query), name: it.name }).collect();
    template.rows = rows;
    template.views = views;
    template.states = states;
    template.processes = processes.iter().map(|(id, title)| Choice::new(id.to_string(), title.best(&ctx.language).text)).collect();
    template.departments = crate::pages::view::department_choices(&departments);
    template.themes = themes.into_iter().map(|it| Choice::new(it.code, it.name)).collect();
    template.areas = areas.into_iter().map(|it| Choice::new(it.id.to_string(), it.name)).collect();
    template.pager = Pager { next, previous: after.map(|_| asked.address()) };
    Ok(())
}

/// For whom a dossier waits, in words.
pub(crate) fn waits_of(page: &Page, names: &Names, dossier: &Dossier, decider: Decider) -> String {
    let standing = crate::Standing::from(dossier);
    waits(page, names, &crate::waits_for(&standing, decider), dossier.asked)
}
