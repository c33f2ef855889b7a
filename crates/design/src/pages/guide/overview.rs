//! `/werk/processen/{id}/gids`: the steps, what stands open, what was chosen, and what the guide is silent about.

use super::moment::{Clash, tension_lines};
use super::{Card, Guided, LessonShown, effect_name, made, said};
use crate::model::{GuideMoment, Stance, contradictions, correspondences, unanswered_toetsen};
use crate::pages::permitted;
use crate::pages::standing::StandingShown;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission};
use ui::Page;

#[derive(Debug)]
struct Step {
    href: String,
    name: String,
    text: String,
    answered: String,
}

#[derive(Debug, Template)]
#[template(path = "guide/overview.html")]
struct Overview {
    page: Page,
    charter: String,
    plan: String,
    never: bool,
    steps: Vec<Step>,
    lessons: Vec<LessonShown>,
    /// Whether residents read another guide than this one until the next version.
    behind: bool,
    gates: Vec<Card>,
    undecided: Vec<Card>,
    followed: Vec<Card>,
    aside: Vec<Card>,
    aimed: bool,
    tensions: Vec<(String, String)>,
    alike: Vec<(String, String)>,
    clashes: Vec<Clash>,
    toetsen: Vec<String>,
    /// Where toetsen are answered and the regulation is looked at, each with how it stands.
    standing: StandingShown,
    silent: Vec<String>,
    silent_text: String,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::DesignProcess).await?;
    let guided = Guided::read(&ctx, process).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-guide-title", "title", guided.process.title.best(&ctx.language).text);
    let steps = GuideMoment::ALL
        .into_iter()
        .map(|moment| {
            let known = moment.asks().iter().filter(|fact| guided.guide.answer(fact.key()).is_some()).count();
            Step {
                href: format!("{}/{}", guided.href(), moment.code()),
                name: page.t(moment.key()),
                text: page.t(format!("{}-text", moment.key())),
                answered: page.t2("design-guide-answered", "known", count(known), "all", count(moment.asks().len())),
            }
        })
        .collect();
    let behind = match &guided.process.charter {
        Some(charter) => {
            let read = crate::tables::guide::with(&mut ctx.read().await?, ctx.tenant_id(), charter.id).await?;
            read.is_some_and(|read| read.public_part() != guided.guide.public_part())
        }
        None => false,
    };
    let ids = guided.shut();
    let card = |rule: &evidence::Rule| Card::of(&page, &guided, rule);
    let gates: Vec<Card> = ids.iter().filter_map(|id| guided.knowledge.rule(id)).map(card).collect();
    let others: Vec<Card> = guided.applying().into_iter().filter(|rule| !ids.contains(&rule.id)).map(card).collect();
    let of = |stance: Option<Stance>| others.iter().filter(|card| card.stance == stance).cloned().collect::<Vec<_>>();
    let aims = &guided.guide.aims;
    let standing = StandingShown::read(&ctx, &page, &guided).await?;
    let silent = guided.knowledge.silent(&made(&ctx));
    let shown = Overview {
        charter: format!("/werk/processen/{}", guided.process.id),
        plan: format!("{}/plan", guided.href()),
        never: guided.guide.saved.is_none(),
        steps,
        lessons: LessonShown::all(&page, &guided),
        behind,
        gates,
        undecided: of(None),
        followed: of(Some(Stance::Followed)),
        aside: of(Some(Stance::SetAside)),
        aimed: aims.len() > 1,
        tensions: tension_lines(&page, &guided),
        alike: correspondences(&guided.knowledge, aims)
            .map(|pair| {
                let name = |effect| effect_name(&page, &guided.knowledge, effect);
                let both = page.t2("design-guide-alike-pair", "effect", name(&pair.effect), "value", name(&pair.value));
                (both, said(&page, &pair.note))
            })
            .collect(),
        clashes: contradictions(&guided.knowledge, aims).map(|clash| Clash::of(&page, clash)).collect(),
        toetsen: unanswered_toetsen(&guided.knowledge)
            .map(|toets| page.t1("design-guide-toets", "name", said(&page, &toets.name)))
            .collect(),
        standing,
        silent_text: page.t1("design-guide-silent-text", "count", count(silent.len())),
        silent: silent.into_iter().map(|rule| format!("{}: {}", rule.id, said(&page, &rule.when))).collect(),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
