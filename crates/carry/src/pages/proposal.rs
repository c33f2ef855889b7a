//! `/werk/processen/{id}/bundelen/{proposal}`: the texts of a proposal side by side, with what they share and what each
//! alone asks for. A person puts together, splits or sets aside.

use crate::act::{Refusal, Rule};
use crate::bundles::{self, Merged};
use crate::pages::bundles::{address, opened};
use crate::pages::view::{Names, Words};
use crate::tables::{self, ProposalRow, ProposalStatus};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use bundling::{Options, Place, Text};
use design::Process;
use kernel::ContributionId;
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};
use voice::Contribution;

/// How many texts stand side by side on one page.
const SHOWN: i64 = 50;

#[derive(Debug, Template)]
#[template(path = "proposal.html")]
struct Shown {
    page: Page,
    typed: Typed,
    back: String,
    href: String,
    open: bool,
    lead: String,
    dossier: Option<String>,
    members: Vec<One>,
    opposed: Vec<One>,
    more: i64,
}

/// A text of the proposal.
#[derive(Debug)]
struct One {
    id: String,
    number: String,
    title: Option<Words>,
    body: Option<Words>,
    /// How it came in, and where it stands now.
    standing: String,
    /// What it shares with others, in its own words.
    shared: Vec<String>,
    /// What it alone asks for, in its own words.
    adds: Vec<String>,
    chosen: bool,
    dossier: Option<String>,
    withdrawn: bool,
}

/// A proposal that somebody opened.
struct Opened {
    process: Process,
    proposal: ProposalRow,
    members: Vec<ContributionId>,
    opposed: Vec<ContributionId>,
}

impl Opened {
    async fn read(ctx: &Context, id: &str, number: &str) -> Result<Self, Fault> {
        let process = opened(ctx, id).await?;
        let number: i64 = number.parse().map_err(|_| Fault::NotFound)?;
        let (tenant, mut s) = (ctx.tenant_id(), ctx.read().await?);
        let proposal = tables::bundle_proposal(&mut s, tenant, process.id, number).await?.ok_or(Fault::NotFound)?;
        let members = tables::bundle_members(&mut s, tenant, process.id, number, false, SHOWN).await?;
        let opposed = tables::bundle_members(&mut s, tenant, process.id, number, true, SHOWN).await?;
        Ok(Self { process, proposal, members, opposed })
    }

    fn href(&self) -> String {
        format!("{}/{}", address(self.process.id), self.proposal.number)
    }
}

/// What each text shares with another of them, and what it alone asks for.
fn told(texts: &[&Contribution]) -> Vec<(ContributionId, Vec<String>, Vec<String>)> {
    let places: Vec<Place<'_>> = texts
        .iter()
        .map(|it| Place {
            name: it.place.street.as_ref().or(it.place.words.as_ref()).map(kernel::Line::as_str),
            point: it.place.point.map(|point| [point.longitude, point.latitude]),
        })
        .collect();
    let texts: Vec<Text<'_, ContributionId>> = texts
        .iter()
        .zip(places)
        .map(|(it, place)| Text {
            id: it.id,
            language: it.language,
            title: &it.title.original().text,
            body: it.body.as_ref().map_or("", |body| &body.original().text),
            place: Some(place),
        })
        .collect();
    let mut found = Vec::new();
    for group in bundling::together(&texts, &Options::default()) {
        for member in group.members {
            let mut shared: Vec<String> = Vec::new();
            for pair in group.pairs.iter().filter(|pair| pair.first == member.id || pair.second == member.id) {
                for word in &pair.shared {
                    let own = if pair.first == member.id { &word.first } else { &word.second };
                    if !shared.iter().any(|known| known.eq_ignore_ascii_case(own)) {
                        shared.push(own.clone());
                    }
                }
            }
            shared.truncate(12);
            found.push((member.id, shared, member.adds));
        }
    }
    found
}

async fn shown(ctx: &Context, page: &Page, ids: &[ContributionId], typed: &Typed) -> Result<Vec<One>, Fault> {
    let (tenant, mut s) = (ctx.tenant_id(), ctx.read().await?);
    let found = voice::contributions(&mut s, tenant, ids).await?;
    let journeys = journey::journeys(&mut s, tenant, ids, &ctx.tenant.civil, ctx.now()).await?;
    let names = Names::read(&mut s, tenant, &[]).await?;
    drop(s);
    let said: Vec<&Contribution> = found.iter().filter(|it| it.withdrawn.is_none()).collect();
    let told = told(&said);
    let chosen = typed.all("chosen");
    let fresh = typed.pairs().is_empty();
    Ok(found
        .iter()
        .map(|it| {
            let journey = journeys.iter().find(|one| one.contribution == it.id);
            let withdrawn = it.withdrawn.is_some();
            let words = told.iter().find(|(id, _, _)| *id == it.id);
            let id = it.id.to_string();
            let state = journey.map(|one| page.t(one.state.key())).unwrap_or_default();
            let hands = journey.and_then(|one| one.asked.or(one.department)).map(|id| names.department(page, Some(id)));
            let came = page.t2("carry-dossier-channel", "channel", page.t(it.channel.key()), "day", page.date(&it.captured));
            One {
                chosen: fresh || chosen.contains(&id.as_str()),
                id,
                number: it.number.to_string(),
                title: (!withdrawn).then(|| Words::of(page, &it.title)).filter(|words| !words.text.is_empty()),
                body: it.body.as_ref().filter(|_| !withdrawn).map(|body| Words::of(page, body)),
                standing: format!("{came} · {state}{}", hands.map(|it| format!(" ({it})")).unwrap_or_default()),
                shared: words.map(|(_, shared, _)| shared.clone()).unwrap_or_default(),
                adds: words.map(|(_, _, adds)| adds.clone()).unwrap_or_default(),
                dossier: journey.map(|one| format!("/werk/dossiers/{}", one.dossier)),
                withdrawn,
            }
        })
        .collect())
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-bundles-title");
    let page = ctx.page_titled(page.t1("carry-bundle-title", "number", opened.proposal.number));
    let open = opened.proposal.status == ProposalStatus::Open;
    let lead = match opened.proposal.status {
        ProposalStatus::Open => page.t1("carry-bundle-lead", "count", opened.proposal.size),
        ProposalStatus::Confirmed => page.t("carry-bundle-confirmed"),
        ProposalStatus::Aside => page.t("carry-bundle-aside"),
    };
    let members = shown(ctx, &page, &opened.members, &typed).await?;
    let opposed = shown(ctx, &page, &opened.opposed, &Typed::empty()).await?;
    let template = Shown {
        back: address(opened.process.id),
        href: opened.href(),
        open,
        lead,
        dossier: opened.proposal.dossier.map(|id| format!("/werk/dossiers/{id}")),
        more: opened.proposal.size.saturating_sub(SHOWN).max(0),
        members,
        opposed,
        typed,
        page,
    };
    Ok(ui::html(status, &template))
}

pub(super) async fn show(ctx: Context, Path((id, number)): Path<(String, String)>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id, &number).await?;
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

fn ids(typed: &Typed, name: &str) -> Vec<ContributionId> {
    typed.all(name).into_iter().filter_map(|id| id.parse().ok()).take(bundles::MOST_AT_ONCE).collect()
}

/// What somebody does with a proposal.
enum Deed {
    Merged(Merged),
    Split(Option<i64>),
    Aside,
}

pub(super) async fn take(Path((id, number)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id, &number).await?;
    let (seen, chosen) = (ids(&typed, "seen"), ids(&typed, "chosen"));
    for thing in bundles::things(&mut ctx.read().await?, ctx.tenant_id(), &chosen).await? {
        ctx.permit(Permission::Assign, &thing)?;
    }
    let (store, process, number, deed) = (ctx.store().clone(), opened.process.id, opened.proposal.number, typed.get("deed").to_owned());
    let done = store::write!(store, [ctx, seen, chosen, deed], |tx| {
        match deed.as_str() {
            "merge" => bundles::confirm(tx, &ctx.act(), process, number, &seen, &chosen).await.map(Deed::Merged),
            "split" => bundles::split(tx, &ctx.act(), process, number, &chosen).await.map(Deed::Split),
            "aside" => bundles::put_aside(tx, &ctx.act(), process, number).await.map(|()| Deed::Aside),
            _ => Err(Refusal::Rule(Rule::NoDeed)),
        }
    })
    .await;
    match done {
        Ok(Deed::Merged(it)) => {
            let counts = [("joined", it.joined), ("stayed", it.stayed)];
            Ok(ctx.done_counting(&format!("/werk/dossiers/{}", it.into), "carry-bundle-merged", &counts))
        }
        Ok(Deed::Split(Some(own))) => Ok(ctx.done(&format!("{}/{own}", address(process)), "carry-bundle-was-split")),
        Ok(Deed::Split(None)) => Ok(ctx.done(&opened.href(), "carry-bundle-taken-out")),
        Ok(Deed::Aside) => Ok(ctx.done(&address(process), "carry-bundle-was-set-aside")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Refusal::NotNow(_)) => {
            let opened = Opened::read(&ctx, &process.to_string(), &number.to_string()).await?;
            draw(&ctx, &opened, typed, StatusCode::CONFLICT).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
