//! The shipped reviews with their stated and derived numbers, and how the own review is spread.

use super::{code_name, mean_words, percent, spread, with_sign};
use crate::pages::said;
use crate::tables::review;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Direction, Distribution, Funnel, Knowledge, ReviewStep};
use people::{Context, Fault, Permission, Thing};
use ui::Page;

/// So many effects are shown as the most mentioned ones, as the review of the sources did (B06).
const TOP: usize = 8;

#[derive(Debug, Template)]
#[template(path = "literature/overview.html")]
struct Shown {
    page: Page,
    may_write: bool,
    reviews: Vec<ReviewShown>,
    figures: Vec<FigureRow>,
    own: OwnShown,
}

#[derive(Debug)]
struct ReviewShown {
    name: String,
    note: String,
    searched: String,
    period: String,
    criteria: Vec<String>,
    steps: Vec<(String, String)>,
    share: String,
    cites: String,
}

#[derive(Debug)]
struct FigureRow {
    name: String,
    value: String,
    origin: String,
    catalogue: String,
}

#[derive(Debug)]
struct OwnShown {
    question: String,
    searched: String,
    terms: String,
    criteria: String,
    period: String,
    steps: Vec<(String, String)>,
    reasons: Vec<(String, String, u64)>,
    share: String,
    faults: usize,
    studies: usize,
    mentions: u64,
    per_study: String,
    not_observed: u64,
    directions: Vec<(String, String, String)>,
    inside: String,
    rows: Vec<(String, [u64; 4])>,
    is_empty: bool,
}

fn steps(page: &Page, funnel: &Funnel) -> Vec<(String, String)> {
    let word = |count: Option<u64>| count.map_or_else(|| page.t("study-step-unknown"), |count| count.to_string());
    ReviewStep::ALL.into_iter().map(|step| (page.t(format!("study-step-{}", review::step_key(step))), word(funnel.count(step)))).collect()
}

fn shipped(page: &Page, knowledge: &Knowledge) -> Vec<ReviewShown> {
    let number = |key: &str| knowledge.quantity(key).and_then(|it| it.value.as_whole()).map(|it| it.to_string());
    let shown = |it: &evidence::Review| {
        let funnel = it.funnel(knowledge).unwrap_or_default();
        let period = it.period.as_ref().and_then(|period| Some(format!("{}–{}", number(&period.from)?, number(&period.to)?)));
        ReviewShown {
            name: said(page, &it.name),
            note: said(page, &it.note),
            searched: it.databases.join(" · "),
            period: period.unwrap_or_else(|| page.t("study-step-unknown")),
            criteria: it.criteria.iter().map(|it| said(page, &it.name)).collect(),
            steps: steps(page, &funnel),
            share: funnel.included_share().map_or_else(String::new, |share| with_sign(share, 1)),
            cites: it.cites.iter().map(|cite| knowledge.cited(cite)).collect::<Vec<_>>().join(" · "),
        }
    };
    knowledge.reviews.iter().map(shown).collect()
}

fn figures(page: &Page, knowledge: &Knowledge) -> Vec<FigureRow> {
    let english = crate::pages::english(page);
    let name = |key: &str| {
        let stated = knowledge.quantity(key).map(|it| said(page, &it.name));
        let derived = || evidence::derivation(key).map(|it| if english { it.en } else { it.nl }.to_owned());
        stated.or_else(derived).unwrap_or_else(|| key.to_owned())
    };
    let row = |it: evidence::ResultRow| FigureRow {
        name: name(&it.key),
        origin: match (&it.formula, &it.alone) {
            (Some(formula), _) => page.t1("study-figure-derived", "formula", formula.to_string()),
            (None, Some(alone)) => page.t1("study-figure-alone", "why", said(page, alone)),
            (None, None) => page.t("study-figure-stated"),
        },
        value: it.value,
        catalogue: it.id,
    };
    knowledge.results().into_iter().map(row).collect()
}

fn counts_of(distribution: &Distribution, code: &str) -> [u64; 4] {
    distribution.of(code).map_or([0; 4], |counts| Direction::ALL.map(|direction| counts.of(direction)))
}

pub(in crate::pages) async fn show(ctx: Context) -> Result<Response, Fault> {
    let page = ctx.page("study-literature-title");
    let mut s = ctx.read().await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let sheet = review::sheet(&mut s, ctx.tenant_id(), &knowledge).await?;
    let plan = review::plan(&mut s, ctx.tenant_id()).await?;
    let funnel = review::funnel(&mut s, ctx.tenant_id()).await?;
    let [all, empirical] = spread(&mut s, &ctx, &sheet).await?;
    drop(s);
    let directions = Direction::ALL.into_iter().map(|direction| {
        (
            page.t(format!("study-way-{}", direction.key())),
            percent(all.share(|it| it == direction)),
            percent(empirical.share(|it| it == direction)),
        )
    });
    let year = |it: Option<i64>| it.map_or_else(|| "…".to_owned(), |it| it.to_string());
    let own = OwnShown {
        period: if plan.from.is_none() && plan.until.is_none() {
            String::new()
        } else {
            format!("{}–{}", year(plan.from), year(plan.until))
        },
        steps: steps(&page, &funnel),
        reasons: funnel
            .reasons()
            .map(|(step, reason, count)| (page.t(format!("study-step-{}", review::step_key(step))), reason.to_owned(), count))
            .collect(),
        share: funnel.included_share().map_or_else(String::new, |share| with_sign(share, 1)),
        faults: funnel.faults().len(),
        studies: all.studies(),
        mentions: all.mentions(),
        per_study: mean_words(&page, all.mentions(), all.studies()),
        not_observed: all.not_observed(),
        directions: directions.collect(),
        inside: percent(all.negatives_inside(TOP)),
        rows: all
            .most_mentioned(usize::MAX)
            .into_iter()
            .map(|(code, _)| (code_name(&page, &knowledge, &sheet, code), counts_of(&all, code)))
            .collect(),
        is_empty: plan == review::SearchPlan::default() && all.mentions() == 0,
        question: plan.question,
        searched: plan.searched,
        terms: plan.terms,
        criteria: plan.criteria,
    };
    let shown = Shown {
        may_write: ctx.may(Permission::Research, &Thing::tenant()),
        reviews: shipped(&page, &knowledge),
        figures: figures(&page, &knowledge),
        own,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
