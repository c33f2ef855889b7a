//! `/processen/{slug}/afspraken`: the charter to read or print, with every change since it was first published.

use crate::model::{Change, Charter, changes};
use crate::pages::guide::Guided;
use crate::pages::guide::public::PublicGuide;
use crate::pages::standing::PublicStanding;
use crate::pages::view::{self, View, Words};
use crate::tables::charter::SavedDraft;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{OrganisationId, PlanId, TenantId};
use people::{Context, Fault};
use std::collections::BTreeMap;
use store::Session;
use store::texts::LanguageSet;
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "agreements.html")]
struct Agreements {
    page: Page,
    back: String,
    version: String,
    closed: Option<(String, Words)>,
    view: View,
    variant: String,
    history: Vec<Version>,
    guide: Option<PublicGuide>,
    standing: PublicStanding,
}

/// A published version with what it changed.
#[derive(Debug)]
struct Version {
    number: i64,
    day: String,
    reason: Option<Words>,
    changed: Vec<Changed>,
}

/// What stood there and what stands there now.
#[derive(Debug)]
struct Changed {
    key: &'static str,
    was: Vec<Words>,
    is: Vec<Words>,
}

/// The names of what charters name by its id.
struct Names {
    plans: BTreeMap<PlanId, LanguageSet>,
    partners: BTreeMap<OrganisationId, String>,
}

impl Names {
    async fn read(s: &mut Session, tenant: TenantId, versions: &[Charter]) -> Result<Self, store::Error> {
        let mut plans = BTreeMap::new();
        for id in versions.iter().filter_map(|charter| charter.plan) {
            if let Some(plan) = crate::plan(s, tenant, id).await? {
                plans.insert(id, plan.title);
            }
        }
        let partners = if versions.iter().all(|charter| charter.partners.is_empty()) {
            BTreeMap::new()
        } else {
            people::tables::organisations(s, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect()
        };
        Ok(Self { plans, partners })
    }
}

fn value(page: &Page, charter: &Charter, change: Change, names: &Names) -> Vec<Words> {
    let said = |text: String| vec![Words { text, language: page.language, note: None }];
    let day = |date: Option<kernel::Date>| date.map(|date| said(page.date(&date))).unwrap_or_default();
    match change {
        Change::Text(part) => charter.text(part).map(|set| vec![view::words(page, set)]).unwrap_or_default(),
        Change::Plan => charter.plan.and_then(|id| names.plans.get(&id)).map(|set| vec![view::words(page, set)]).unwrap_or_default(),
        Change::Partners => charter.partners.iter().filter_map(|id| names.partners.get(id)).flat_map(|name| said(name.clone())).collect(),
        Change::Rung => said(page.t(charter.rung.key())),
        Change::Mandate => View::of(page, charter).mandate.map(said).unwrap_or_default(),
        Change::Decider => said(page.t(charter.decider.key())),
        Change::Budget => charter.budget.map(|amount| said(page.money(&amount))).unwrap_or_default(),
        Change::Opens => day(charter.opens),
        Change::Closes => day(charter.closes),
        Change::DecisionDate => day(charter.decision_date),
        Change::AnswerTerm => said(view::answer_term(page, charter.answer_term)),
        Change::Planning => charter
            .planning
            .iter()
            .map(|moment| {
                let words = view::words(page, &moment.text);
                Words { text: format!("{}: {}", page.date(&moment.date), words.text), ..words }
            })
            .collect(),
    }
}

fn history(page: &Page, versions: &[Charter], names: &Names) -> Vec<Version> {
    versions
        .iter()
        .enumerate()
        .map(|(nth, charter)| {
            let changed = versions.get(nth + 1).map(|before| {
                changes(before, charter)
                    .into_iter()
                    .map(|change| Changed {
                        key: change.key(),
                        was: value(page, before, change, names),
                        is: value(page, charter, change, names),
                    })
                    // A change of a translation that this reader does not see would show the same words twice.
                    .filter(|changed| changed.was != changed.is)
                    .collect()
            });
            Version {
                number: charter.version,
                day: page.day(&charter.published),
                reason: charter.change_reason.as_ref().map(|set| view::words(page, set)),
                changed: changed.unwrap_or_default(),
            }
        })
        .collect()
}

pub(super) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let process = crate::process_by_slug(&mut s, ctx.tenant_id(), &slug).await?.ok_or(Fault::NotFound)?;
    let charter = process.charter.as_ref().ok_or(Fault::NotFound)?;
    let versions = crate::history(&mut s, ctx.tenant_id(), process.id).await?;
    // The guide as it was with this version; of versions from before it was kept, as it is, without what nobody was told would be public.
    let guide = match crate::tables::guide::with(&mut s, ctx.tenant_id(), charter.id).await? {
        Some(guide) => guide,
        None => crate::tables::guide::guide(&mut s, ctx.tenant_id(), process.id).await?.without_roles(),
    };
    let names = Names::read(&mut s, ctx.tenant_id(), &versions).await?;
    let title = process.title.best(&ctx.language).text.to_owned();
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-agreements-of", "title", title);
    // What is being written for a later version is nobody's business yet: the rules look at the charter that holds.
    let holding = SavedDraft { draft: charter.draft(), version: charter.version, saved: None, reason: None };
    let known = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let standing = PublicStanding::read(&mut s, &ctx, &page, &known, (process.id, charter.id)).await?;
    drop(s);
    let guided = Guided::of(&ctx, process.clone(), holding, guide, known).await?;
    let mut s = ctx.read().await?;
    let shown = Agreements {
        back: format!("/processen/{}", process.slug),
        version: page.t2("design-version-since", "version", charter.version, "date", page.day(&charter.published)),
        closed: process.closed.zip(process.close_reason.as_ref()).map(|(at, reason)| (page.day(&at), view::words(&page, reason))),
        view: View::of(&page, charter),
        variant: crate::panels::variant(&mut s, ctx.tenant_id(), &page, &process).await?,
        history: history(&page, &versions, &names),
        guide: PublicGuide::of(&page, &guided),
        standing,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
