//! `/werk/dossiers/{id}/waarden`: which values conflict, and how that was chosen (F6, 004 «waar verschillende waarden op
//! gespannen voet met elkaar staan»). Earlier choices that are like it stand beside it, to compare with.

use crate::across;
use crate::forms;
use crate::model::{Act, Likeness, dilemma_name, dilemmas, strategies, strategy_name, values, worded};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words, department_choices, departments};
use crate::tables::{self, Weighing};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{Dossier, Outcome};
use kernel::{AreaId, DossierId};
use people::{Context, Fault, Posted};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use ui::{Choice, Page, Typed};

/// So many earlier choices stand beside the form.
const SHOWN: usize = 5;

#[derive(Debug, Template)]
#[template(path = "weigh.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    values: Vec<Choice>,
    dilemmas: Vec<Choice>,
    strategies: Vec<Choice>,
    firsts: Vec<Choice>,
    /// The fields for which department defends which value, each pair under its legend.
    defends: Vec<(String, String, String)>,
    departments: Vec<Choice>,
    before: Vec<Before>,
}

/// An earlier choice.
#[derive(Debug)]
struct Before {
    href: String,
    text: String,
    /// In what it is like this one.
    like: String,
    motive: Option<Words>,
}

/// What is known of the conflict for which earlier ones are sought.
struct Sought<'a> {
    dilemma: &'a str,
    values: Vec<String>,
    theme: Option<String>,
    area: Option<AreaId>,
}

impl Sought<'_> {
    /// In what an earlier choice is like it.
    fn likeness(&self, it: &Weighing) -> Vec<Likeness> {
        let same_values = it.values.iter().filter(|key| self.values.contains(key)).count() >= Likeness::VALUES;
        let all = [
            (Likeness::Dilemma, self.dilemma == it.dilemma),
            (Likeness::Values, same_values),
            (Likeness::Theme, self.theme.is_some() && self.theme == it.theme),
            (Likeness::Area, self.area.is_some() && self.area == it.area),
        ];
        all.into_iter().filter(|(_, alike)| *alike).map(|(like, _)| like).collect()
    }
}

/// The last record of this dossier fills the form, so that a choice is added to what was recorded before.
async fn known(ctx: &Context, opened: &Opened) -> Result<Typed, Fault> {
    let mut s = ctx.read().await?;
    let Some(last) = tables::weighings(&mut s, ctx.tenant_id(), opened.dossier.id).await?.into_iter().next() else {
        return Ok(Typed::empty());
    };
    let mut pairs: Vec<(String, String)> = last.values.iter().map(|key| ("value".to_owned(), key.clone())).collect();
    pairs.push(("dilemma".to_owned(), last.dilemma));
    for (at, (value, department)) in last.defended.into_iter().enumerate() {
        let (by, what) = forms::defender_fields(at + 1);
        pairs.extend([(by, department.to_string()), (what, value)]);
    }
    if let Some((_, options)) = store::texts::texts(&mut s, ctx.tenant_id(), &[last.options]).await?.into_iter().next() {
        pairs.push(("options".to_owned(), options.best(&ctx.tenant.language).text.to_owned()));
    }
    Ok(Typed::from_pairs(pairs))
}

/// Earlier choices that are like this one in something, those most like it first: by theme and area at once, by values and dilemma
/// as soon as those are known.
async fn before(ctx: &Context, page: &Page, opened: &Opened, typed: &Typed) -> Result<Vec<Before>, Fault> {
    let (tenant, dossier) = (ctx.tenant_id(), &opened.dossier);
    let mut s = ctx.read().await?;
    let lead: Vec<_> = dossier.contributions.first().map(|it| it.contribution).into_iter().collect();
    let theme = voice::themes_of(&mut s, tenant, &lead).await?.into_iter().next().map(|(_, theme)| theme.code);
    let chosen = values().filter(|it| typed.has("value", &it.key)).map(|it| it.key.clone()).collect();
    let sought = Sought { dilemma: typed.get("dilemma"), values: chosen, theme, area: dossier.area };
    let mut rows = tables::chosen_lately(&mut s, tenant, dossier.id).await?;
    if !sought.dilemma.is_empty() {
        rows.extend(tables::chosen_before(&mut s, tenant, dossier.id, sought.dilemma).await?);
    }
    if let Some(theme) = &sought.theme {
        rows.extend(tables::chosen_of_theme(&mut s, tenant, dossier.id, theme).await?);
    }
    if let Some(area) = sought.area {
        rows.extend(tables::chosen_in_area(&mut s, tenant, dossier.id, area).await?);
    }
    let mut found: BTreeMap<DossierId, (Weighing, Vec<Likeness>)> = BTreeMap::new();
    for row in rows {
        // Of a dossier its last choice.
        if found.get(&row.dossier).is_none_or(|(known, _)| known.number < row.number) {
            let alike = sought.likeness(&row);
            found.insert(row.dossier, (row, alike));
        }
    }
    let weight = |alike: &[Likeness]| alike.iter().map(|it| it.weight()).sum::<usize>();
    let mut cases: Vec<(Weighing, Vec<Likeness>)> = found.into_values().filter(|(_, alike)| !alike.is_empty()).collect();
    cases.sort_by_key(|(row, alike)| Reverse((weight(alike), row.at, row.dossier)));
    cases.truncate(SHOWN);
    let motives: Vec<_> = cases.iter().filter_map(|(row, _)| row.motive).collect();
    let texts = Texts::read(&mut s, tenant, &motives).await?;
    let mut shown = Vec::with_capacity(cases.len());
    for (row, alike) in cases {
        if let Some(case) = journey::dossier(&mut s, tenant, row.dossier).await? {
            shown.push(case_before(page, &texts, &row, &alike, &case));
        }
    }
    Ok(shown)
}

fn case_before(page: &Page, texts: &Texts, row: &Weighing, alike: &[Likeness], case: &Dossier) -> Before {
    let number = case.contributions.first().map(|it| it.number.to_string()).unwrap_or_default();
    let outcome = case.outcome.map_or("carry-weigh-before-undecided", Outcome::key);
    let args = [
        ("number", number.into()),
        ("day", page.day(&row.at).into()),
        ("strategy", strategy_name(page.language, row.strategy.as_deref().unwrap_or_default()).into()),
        ("outcome", page.t(outcome).into()),
    ];
    let like: Vec<String> = alike.iter().map(|it| page.t(it.key())).collect();
    Before {
        href: format!("/werk/dossiers/{}", row.dossier),
        text: page.ta("carry-weigh-before-one", &args),
        like: page.t1("carry-weigh-before-like", "like", like.join(", ")),
        motive: row.motive.and_then(|id| texts.words(page, id)),
    }
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-weigh-title");
    let before = before(ctx, &page, opened, &typed).await?;
    let filled = (1..=forms::MOST_DEFENDERS).filter(|nth| !typed.get(&forms::defender_fields(*nth).0).is_empty()).max().unwrap_or(0);
    let departments = department_choices(&departments(ctx).await?);
    let rows = (1..=forms::MOST_DEFENDERS.min(filled.max(1) + 2)).map(|nth| {
        let (by, what) = forms::defender_fields(nth);
        (page.t1("carry-weigh-defends", "number", i64::try_from(nth).unwrap_or(i64::MAX)), by, what)
    });
    let form = Form {
        head: opened.head(&page),
        values: values().map(|it| Choice::new(it.key.clone(), worded(page.language, &it.nl, &it.en))).collect(),
        defends: rows.collect(),
        departments,
        firsts: values().map(|it| Choice::new(it.key.clone(), worded(page.language, &it.nl, &it.en))).collect(),
        dilemmas: dilemmas().map(|(key, _)| Choice::new(key, dilemma_name(page.language, key))).collect(),
        strategies: strategies().map(|(key, _)| Choice::new(key, strategy_name(page.language, key))).collect(),
        before,
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    if !Act::Weigh.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let typed = known(&ctx, &opened).await?;
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    if !Act::Weigh.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered: Vec<_> = departments(&ctx).await?.iter().map(|it| it.id).collect();
    let Some(form) = forms::weighing(&mut typed, ctx.tenant.language, &offered) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::weigh(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-weigh-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
