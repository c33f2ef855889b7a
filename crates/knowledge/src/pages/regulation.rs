//! `/reglement`: the rules that a municipality has set for itself, as they hold, with what changed since they were first written
//! (catalogue A008).

use super::view::check_words;
use crate::model::{Article, ArticleChange, Regulation, article_changes};
use crate::tables::{outcomes, regulations};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Date, Language};
use people::{Context, Fault};
use store::texts::LanguageSet;
use ui::Page;

/// So many versions are told.
const VERSIONS: i64 = 100;

/// A text in the language that fits the reader best.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) language: Language,
}

pub(crate) fn words(page: &Page, set: &LanguageSet) -> Words {
    let shown = set.best(&page.language);
    Words { text: shown.text.to_owned(), language: *shown.language }
}

/// An obligation with how it is known whether it is met.
#[derive(Debug, PartialEq)]
pub(super) struct ObligationShown {
    pub(super) says: Words,
    pub(super) check: String,
}

/// An article, ready to be shown.
#[derive(Debug, PartialEq)]
pub(super) struct ArticleShown {
    pub(super) number: String,
    pub(super) title: Words,
    pub(super) text: Words,
    pub(super) obligations: Vec<ObligationShown>,
}

impl ArticleShown {
    pub(super) fn of(page: &Page, article: &Article) -> Self {
        let obligation =
            |its: &crate::model::Obligation| ObligationShown { says: words(page, &its.says), check: check_words(page, its.check) };
        Self {
            number: article.number.clone(),
            title: words(page, &article.title),
            text: words(page, &article.text),
            obligations: article.obligations.iter().map(obligation).collect(),
        }
    }
}

/// What became of an article.
#[derive(Debug)]
struct Change {
    key: &'static str,
    number: String,
    was: Option<ArticleShown>,
    is: Option<ArticleShown>,
}

/// A version in the list of versions.
#[derive(Debug)]
struct Version {
    href: String,
    name: String,
    reason: Option<Words>,
    changes: Vec<Change>,
    first: bool,
}

#[derive(Debug, Template)]
#[template(path = "regulation.html")]
struct RegulationPage {
    page: Page,
    /// Which version is shown, and since when it holds.
    held: Option<String>,
    /// Key of what a reader should know of this version: that it no longer holds, or not yet.
    mind: Option<&'static str>,
    articles: Vec<ArticleShown>,
    untranslated: bool,
    versions: Vec<Version>,
    counts: Option<String>,
}

fn changes(page: &Page, before: &Regulation, after: &Regulation) -> Vec<Change> {
    let shown = |article: &Article| ArticleShown::of(page, article);
    let changed = article_changes(before, after).into_iter().map(|change| match change {
        ArticleChange::Added(is) => Change { key: "knowledge-article-added", number: is.number.clone(), was: None, is: Some(shown(is)) },
        ArticleChange::Removed(was) => {
            Change { key: "knowledge-article-removed", number: was.number.clone(), was: Some(shown(was)), is: None }
        }
        ArticleChange::Changed { was, is } => {
            Change { key: "knowledge-article-changed", number: is.number.clone(), was: Some(shown(was)), is: Some(shown(is)) }
        }
    });
    // A change of a translation that this reader does not see would show the same words twice.
    changed.filter(|change| change.was != change.is).collect()
}

fn name(page: &Page, regulation: &Regulation) -> String {
    let from = regulation.starts.map(|day| page.date(&day)).unwrap_or_default();
    page.t2("knowledge-regulation-version", "version", regulation.version, "date", from)
}

async fn draw(ctx: &Context, asked: Option<i64>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let today = ctx.today();
    let all = regulations::regulations(&mut s, ctx.tenant_id(), VERSIONS).await?;
    let year_ago: Date = today.plus_days(-364);
    let counts = outcomes::compliance(&mut s, ctx.tenant_id(), year_ago, today).await?;
    drop(s);
    let page = ctx.page("knowledge-regulation-title");
    let holds = all.iter().find(|its| its.starts.is_some_and(|starts| starts <= today));
    let shown = match asked {
        Some(version) => Some(all.iter().find(|its| its.version == version).ok_or(Fault::NotFound)?),
        None => holds,
    };
    let is_later = |its: &Regulation| its.starts.is_some_and(|starts| starts > today);
    let mind = shown.and_then(|its| match (is_later(its), holds) {
        (true, _) => Some("knowledge-regulation-not-yet"),
        (false, Some(holds)) if holds.version != its.version => Some("knowledge-regulation-no-longer"),
        _ => None,
    });
    let articles: Vec<ArticleShown> =
        shown.map(|its| its.articles.iter().map(|it| ArticleShown::of(&page, it)).collect()).unwrap_or_default();
    let versions = all
        .iter()
        .enumerate()
        .map(|(nth, its)| Version {
            href: format!("/reglement/{}", its.version),
            name: name(&page, its),
            reason: its.reason.as_ref().map(|reason| words(&page, reason)),
            changes: all.get(nth + 1).map(|before| changes(&page, before, its)).unwrap_or_default(),
            first: nth + 1 == all.len(),
        })
        .collect();
    let view = RegulationPage {
        held: shown.map(|its| name(&page, its)),
        mind,
        untranslated: articles.iter().any(|it| it.text.language != page.language),
        articles,
        versions,
        counts: (counts.all() > 0).then(|| {
            page.ta(
                "knowledge-regulation-counts",
                &[
                    ("met", counts.met.into()),
                    ("all", counts.all().into()),
                    ("untold", counts.untold.into()),
                    ("deviations", counts.not_met.into()),
                    ("motivated", counts.motivated.into()),
                ],
            )
        }),
        page,
    };
    Ok(ui::html(StatusCode::OK, &view))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    draw(&ctx, None).await
}

pub(super) async fn show_version(ctx: Context, Path(version): Path<String>) -> Result<Response, Fault> {
    let version = version.parse().map_err(|_| Fault::NotFound)?;
    draw(&ctx, Some(version)).await
}
