//! `/werk/processen/{id}/gids/plan`: everything of the guide on one page, to print for those who work on the process.

use super::{Card, Guided, LessonShown, answer_words, effect_name, said, said_in};
use crate::forms::guide::{BARRIERS, DECISION_MODES, STRATEGIES, texts};
use crate::model::{GuideMoment, Stance, answer, words_of};
use crate::pages::permitted;
use crate::pages::view::{self, Words};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission};
use ui::Page;

/// One step with what was filled in.
#[derive(Debug)]
struct Part {
    name: String,
    texts: Vec<(String, Words)>,
    answers: Vec<(String, String)>,
}

#[derive(Debug, Template)]
#[template(path = "guide/plan.html")]
struct Plan {
    page: Page,
    guide: String,
    aims: Vec<AimLine>,
    language: kernel::Language,
    ladders: Vec<(String, String)>,
    parts: Vec<Part>,
    strategies: Vec<(String, String)>,
    lessons: Vec<LessonShown>,
    followed: Vec<Card>,
    aside: Vec<Card>,
    undecided: Vec<Card>,
}

/// An aim with the level at which it is sought.
#[derive(Debug)]
pub(in crate::pages) struct AimLine {
    pub(in crate::pages) name: String,
    pub(in crate::pages) level: Option<String>,
}

/// The aims in their order.
pub(in crate::pages) fn aims(page: &Page, guided: &Guided) -> Vec<AimLine> {
    let levels = guided.knowledge.list("level");
    let level = |key: &str| Some(said(page, &levels?.item(key)?.name));
    let line = |aim: &crate::model::Aim| AimLine {
        name: effect_name(page, &guided.knowledge, &aim.effect),
        level: aim.level.as_deref().and_then(level),
    };
    guided.guide.aims.iter().map(line).collect()
}

/// The rung that was announced, as other ladders call it (B24): those that the municipality added, or all.
pub(in crate::pages) fn on_other_ladders(page: &Page, guided: &Guided, own: bool) -> Vec<(String, String)> {
    let rung = guided.saved.draft.rung.map(crate::model::Rung::word);
    let others = rung.into_iter().flat_map(|rung| guided.knowledge.on_other_ladders(rung));
    others.filter(|(ladder, _)| ladder.local || !own).map(|(ladder, rung)| (said(page, &ladder.name), said(page, &rung.name))).collect()
}

/// What a page asks beside facts, as far as it was answered: the question and the names of what was chosen.
fn beside(page: &Page, guided: &Guided, moment: GuideMoment) -> Option<(String, String)> {
    let (key, list, asks) = match moment {
        GuideMoment::People => (answer::OUTREACH, "group", "design-guide-outreach"),
        GuideMoment::Approach => (answer::DECISION_MODES, DECISION_MODES, "design-guide-decision-modes"),
        _ => return None,
    };
    let list = guided.knowledge.list(list)?;
    let chosen = guided.guide.answer(key)?;
    let names: Vec<String> = words_of(chosen).filter_map(|key| list.item(key)).map(|item| said(page, &item.name)).collect();
    let what = if names.is_empty() { page.t("design-guide-none-of-these") } else { names.join(", ") };
    Some((page.t(asks), what))
}

fn strategies(page: &Page, guided: &Guided) -> Vec<(String, String)> {
    let (barriers, help) = (guided.knowledge.list(BARRIERS), guided.knowledge.list(STRATEGIES));
    words_of(guided.guide.answer(answer::BARRIERS).unwrap_or_default())
        .filter_map(|barrier| {
            let chosen = guided.guide.answer(&answer::strategies(barrier)).unwrap_or_default();
            let names = words_of(chosen).filter_map(|key| help?.item(key)).map(|item| said(page, &item.name)).collect::<Vec<_>>();
            let none = || page.t("design-guide-unknown");
            let what = if names.is_empty() { none() } else { names.join(", ") };
            Some((said(page, &barriers?.item(barrier)?.name), what))
        })
        .collect()
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::DesignProcess).await?;
    let guided = Guided::read(&ctx, process).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-guide-plan-title", "title", guided.process.title.best(&ctx.language).text);
    let parts = GuideMoment::ALL
        .into_iter()
        .map(|moment| Part {
            name: page.t(moment.key()),
            texts: texts(moment)
                .iter()
                .filter_map(|text| Some((page.t(text.key()), view::words(&page, guided.guide.texts.get(text)?))))
                .collect(),
            answers: moment
                .asks()
                .iter()
                .filter_map(|fact| {
                    let value = guided.facts.get(*fact)?;
                    Some((page.t(format!("design-ask-{fact}")), answer_words(&page, &guided.knowledge, *fact, value)))
                })
                .chain(beside(&page, &guided, moment))
                .collect(),
        })
        .collect();
    let applying: Vec<Card> = guided.applying().into_iter().map(|rule| Card::of(&page, &guided, rule)).collect();
    let of = |stance: Option<Stance>| applying.iter().filter(|card| card.stance == stance).cloned().collect::<Vec<_>>();
    let shown = Plan {
        guide: guided.href(),
        aims: aims(&page, &guided),
        language: said_in(&page),
        ladders: on_other_ladders(&page, &guided, false),
        parts,
        strategies: strategies(&page, &guided),
        lessons: LessonShown::all(&page, &guided).into_iter().filter(|lesson| lesson.outcome.is_some()).collect(),
        followed: of(Some(Stance::Followed)),
        aside: of(Some(Stance::SetAside)),
        undecided: of(None),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
