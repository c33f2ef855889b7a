//! `/bulletin`: «Wat ermee gebeurde», month by month, of the whole municipality, a project or a neighbourhood. It can be
//! printed for the notice board; `/bulletin.atom` tells the same to programs that read feeds.

use super::qr;
use crate::bulletin::{self, News, NewsKind, Tally};
use crate::model::month::Month;
use askama::Template;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use design::Process;
use journey::Stretch;
use kernel::Instant;
use people::tables::Area;
use people::{Context, Fault};
use std::collections::HashMap;
use store::Session;
use ui::{Choice, Page, Typed};

/// So many months can be chosen, the newest first.
const MONTHS: usize = 36;
/// So many pieces of news stand in a feed, from so many days.
const IN_FEED: i64 = 50;
const FEED_DAYS: i64 = 400;

/// Whose news: of the whole municipality, a process, an area, or both.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) process: Option<Process>,
    pub(super) area: Option<Area>,
}

impl Scope {
    /// What was asked in an address; a project or area that is not here is no page.
    pub(super) async fn read(s: &mut Session, ctx: &Context, asked: &HashMap<String, String>) -> Result<Self, Fault> {
        let named = |name: &str| asked.get(name).filter(|text| !text.is_empty());
        let mut scope = Self::default();
        if let Some(slug) = named("project") {
            scope.process = Some(design::process_by_slug(s, ctx.tenant_id(), slug).await?.ok_or(Fault::NotFound)?);
        }
        if let Some(id) = named("gebied") {
            let id = id.parse().map_err(|_| Fault::NotFound)?;
            scope.area = Some(people::tables::area(s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?);
        }
        Ok(scope)
    }

    pub(super) fn stretch(&self, from: Instant, until: Instant) -> Stretch {
        Stretch { from, until, process: self.process.as_ref().map(|it| it.id), area: self.area.as_ref().map(|it| it.id) }
    }

    /// The question part that asks for it, to be followed by more.
    pub(super) fn asked(&self) -> String {
        let mut asked = String::from("?");
        if let Some(process) = &self.process {
            asked.push_str(&format!("project={}&", process.slug));
        }
        if let Some(area) = &self.area {
            asked.push_str(&format!("gebied={}&", area.id));
        }
        asked
    }

    /// An address that asks for nothing more.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{path}{}", self.asked().trim_end_matches(['?', '&']))
    }

    /// Whose news, in words.
    pub(super) fn name(&self, page: &Page) -> String {
        let process = self.process.as_ref().map(|it| it.title.best(&page.language).text.to_owned());
        match (process, self.area.as_ref().map(|it| it.name.clone())) {
            (Some(process), Some(area)) => format!("{process} · {area}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => page.site.name.clone(),
        }
    }

    fn typed(&self) -> Typed {
        Typed::empty()
            .with("project", self.process.as_ref().map_or("", |it| it.slug.as_str()))
            .with("gebied", self.area.as_ref().map(|it| it.id.to_string()).unwrap_or_default())
    }
}

/// A line of the table: how many, and of how many.
#[derive(Debug)]
struct Line {
    label: String,
    part: i64,
    whole: Option<i64>,
}

/// Things of one kind under one heading.
#[derive(Debug)]
struct Section {
    id: &'static str,
    title: String,
    none: String,
    rows: Vec<Row>,
    more: i64,
}

/// A piece of news in the bulletin.
#[derive(Debug)]
struct Row {
    news: News,
    on: String,
}

#[derive(Debug, Template)]
#[template(path = "bulletin.html")]
struct Bulletin {
    page: Page,
    typed: Typed,
    scope: String,
    lead: String,
    processes: Vec<Choice>,
    areas: Vec<Choice>,
    months: Vec<Choice>,
    lines: Vec<Line>,
    sections: Vec<Section>,
    earlier: Option<String>,
    later: Option<String>,
    newest: Option<String>,
    feed: String,
    subscribe: String,
    answers: String,
    back: Option<(String, String)>,
    address: String,
    qr: String,
}

fn named(page: &Page, month: Month) -> String {
    page.t2("answer-bulletin-month", "month", page.t(format!("ui-month-{}", month.number())), "year", month.year().to_string())
}

/// The months that can be chosen, the newest first.
fn months(first: Month, last: Month) -> Vec<Month> {
    std::iter::successors(Some(last), |month| Some(month.previous())).take(MONTHS).take_while(|month| *month >= first).collect()
}

fn lines(page: &Page, tally: &Tally, still: Option<i64>) -> Vec<Line> {
    let line = |key: &str, part: i64, whole: Option<i64>| Line { label: page.t(key), part, whole };
    let of_answers = Some(tally.answered);
    let mut lines = vec![
        line("answer-bulletin-received", tally.received, None),
        line("answer-bulletin-answered", tally.answered, None),
        line("answer-bulletin-yes", tally.yes, of_answers),
        line("answer-bulletin-partly", tally.partly, of_answers),
        line("answer-bulletin-no", tally.no, of_answers),
        line("answer-bulletin-deferred", tally.deferred, of_answers),
        line("answer-bulletin-decisions", tally.decided, None),
        line("answer-bulletin-realised", tally.realised, None),
        line("answer-bulletin-withdrawn", tally.withdrawn, None),
    ];
    if tally.result > 0 {
        lines.insert(6, line("answer-bulletin-result", tally.result, of_answers));
    }
    lines.extend(still.map(|many| line("answer-bulletin-still-now", many, None)));
    lines
}

fn section(page: &Page, id: &'static str, kinds: &[NewsKind], news: &[News], all: i64) -> Section {
    let rows = news.iter().filter(|it| kinds.contains(&it.kind));
    let rows: Vec<Row> = rows.map(|it| Row { on: page.day(&it.at), news: it.clone() }).collect();
    Section {
        id,
        title: page.t(format!("answer-bulletin-{id}-title")),
        none: page.t(format!("answer-bulletin-{id}-none")),
        // So many of all were read, and those that their authors took back are not shown.
        more: (all - bulletin::MOST).max(0),
        rows,
    }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let zone = ctx.tenant.civil.zone.clone();
    let now = Month::of(&ctx.today());
    let mut s = ctx.read().await?;
    let scope = Scope::read(&mut s, &ctx, &asked).await?;
    let first = journey::began(&mut s, ctx.tenant_id()).await?.map_or(now, |at| Month::of(&zone.date(at))).min(now);
    let wanted = asked.get("maand").and_then(|text| text.parse::<Month>().ok()).filter(|month| (first..=now).contains(month));
    let month = wanted.unwrap_or(now);
    let (from, until) = month.moments(&zone).ok_or(Fault::NotFound)?;
    let stretch = scope.stretch(from, until);
    let mut page = ctx.page("answer-bulletin-title");
    page.title = page.t1("answer-bulletin-heading", "month", named(&page, month));
    let tally = bulletin::tally(&mut s, ctx.tenant_id(), &stretch).await?;
    let news = bulletin::news(&mut s, &ctx.tenant, &page, &stretch, bulletin::MOST).await?;
    // What lay still in an earlier month is written down nowhere; what lies still today is computed.
    let still = if month == now { Some(bulletin::still(&mut s, &ctx.tenant, &page, &stretch, ctx.now()).await?) } else { None };
    let processes = design::processes(&mut s, ctx.tenant_id(), true, None, 100).await?;
    let areas = people::tables::areas(&mut s, ctx.tenant_id()).await?;
    drop(s);
    let of_month = |month: Month| format!("/bulletin{}maand={month}", scope.asked());
    let address = ctx.app.address_of(&ctx.tenant, &of_month(month));
    let mut sections = vec![
        section(&page, "answered", &[NewsKind::Answered], &news, tally.answered),
        section(&page, "decided", &[NewsKind::Decided], &news, 0),
        section(&page, "realised", &[NewsKind::Realised, NewsKind::Integrated], &news, 0),
    ];
    let many = still.as_ref().map(|(_, many)| *many);
    sections.extend(still.map(|(rows, many)| section(&page, "still", &[NewsKind::Still], &rows, many)));
    let shown = Bulletin {
        scope: scope.name(&page),
        lead: page.t(if month == now { "answer-bulletin-lead-now" } else { "answer-bulletin-lead" }),
        typed: scope.typed().with("maand", month.to_string()),
        processes: processes.iter().map(|it| Choice::new(it.slug.clone(), it.title.best(&page.language).text)).collect(),
        areas: areas.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        months: months(first, now).into_iter().map(|month| Choice::new(month.to_string(), named(&page, month))).collect(),
        lines: lines(&page, &tally, many),
        sections,
        earlier: (month > first).then(|| of_month(month.previous())),
        later: (month < now).then(|| of_month(month.next())),
        newest: (month != now).then(|| scope.address("/bulletin")),
        feed: scope.address("/bulletin.atom"),
        subscribe: scope.address("/bulletin/abonneren"),
        answers: scope.address("/antwoorden"),
        back: scope.process.as_ref().map(|it| (format!("/processen/{}", it.slug), it.title.best(&page.language).text.to_owned())),
        qr: qr::picture(&address)?,
        address,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// An entry of the feed.
#[derive(Debug)]
struct Entry {
    id: String,
    title: String,
    language: String,
    href: String,
    updated: String,
    label: String,
    summary: String,
}

#[derive(Debug, Template)]
#[template(path = "bulletin.xml")]
struct Feed {
    id: String,
    title: String,
    author: String,
    language: String,
    own: String,
    href: String,
    updated: String,
    entries: Vec<Entry>,
}

/// XML 1.0 has no place for most control signs, not even written as numbers.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}')).collect()
}

pub(super) async fn feed(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let scope = Scope::read(&mut s, &ctx, &asked).await?;
    let now = ctx.now();
    let page = ctx.page("answer-bulletin-title");
    let stretch = scope.stretch(now.plus_seconds(-FEED_DAYS * 86_400), now.plus_seconds(1));
    let mut news = bulletin::news(&mut s, &ctx.tenant, &page, &stretch, IN_FEED).await?;
    drop(s);
    news.truncate(usize::try_from(IN_FEED).unwrap_or(usize::MAX));
    let of = |path: &str| ctx.app.address_of(&ctx.tenant, path);
    // A tag URI (RFC 4151) stays the same when the municipality moves to another address of the web.
    let tag = |what: &str| format!("tag:{},2026:{what}", ctx.tenant.hosts.first().unwrap_or(&ctx.tenant.host));
    let entries = news.iter().map(|it| entry(&page, it, &tag, &of));
    let feed = Feed {
        id: tag(&format!("bulletin{}", scope.address(""))),
        title: plain(&page.t1("answer-bulletin-feed", "scope", scope.name(&page))),
        author: plain(&ctx.tenant.name),
        language: page.lang().to_owned(),
        own: of(&scope.address("/bulletin.atom")),
        href: of(&scope.address("/bulletin")),
        updated: news.first().map_or(Instant::from_micros(0), |it| it.at).rfc3339(),
        entries: entries.collect(),
    };
    let text = feed.render().map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response())
}

fn entry(page: &Page, news: &News, tag: &dyn Fn(&str) -> String, of: &dyn Fn(&str) -> String) -> Entry {
    let title = news.title.as_ref().map_or_else(|| page.t1("answer-journey-of", "number", news.number.as_str()), |it| it.text.clone());
    let sentence = news.said.as_ref().map(|it| it.text.clone()).or_else(|| news.told.clone()).unwrap_or_default();
    Entry {
        id: tag(&news.key),
        language: news.title.as_ref().map_or(page.language, |it| it.language).to_string(),
        title: plain(&format!("{}: {title}", news.label)),
        href: of(&news.path()),
        updated: news.at.rfc3339(),
        label: plain(&news.process.text),
        summary: plain(&sentence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_go_back_to_the_first_and_no_further() {
        let month = |text: &str| text.parse::<Month>().expect("a month");
        let found: Vec<String> = months(month("2025-11"), month("2026-01")).iter().map(Month::to_string).collect();
        assert_eq!(found, ["2026-01", "2025-12", "2025-11"]);
        assert_eq!(months(month("1990-01"), month("2026-01")).len(), MONTHS);
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(plain("een\u{1}\u{b}\u{ffff} bank\n"), "een bank");
    }
}
