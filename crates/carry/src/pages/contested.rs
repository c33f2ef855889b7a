//! `/werk/dossiers/{id}/betwisting`: the officer answers an author who says that the contribution does not belong in the
//! bundle, or writes down that somebody said so by telephone, letter or visit (H3: no step is digital only).

use crate::act::{Refusal, Rule};
use crate::contesting;
use crate::forms::{MOTIVE_MOST, QUESTION_MOST, prose, required_prose};
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words};
use crate::tables::{self, ContestEnd};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::State;
use kernel::ContributionId;
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "contested.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    waiting: Vec<(String, Option<Words>)>,
    contested: Vec<Choice>,
    ends: Vec<Choice>,
    choices: Vec<Choice>,
    /// Whether it is about the parts, not about a bundle.
    divided: bool,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let open = tables::open_contests(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let words: Vec<_> = open.iter().filter_map(|it| it.words).collect();
    let texts = Texts::read(&mut s, ctx.tenant_id(), &words).await?;
    drop(s);
    let divided = opened.dossier.state == State::Divided;
    let page = ctx.page(if divided { "carry-act-contest-divided-title" } else { "carry-act-contest-title" });
    let choices = opened.contribution_choices(&page);
    let contested: Vec<Choice> =
        choices.iter().filter(|choice| open.iter().any(|it| it.contribution.to_string() == choice.value)).cloned().collect();
    let number = |id: ContributionId| opened.dossier.travelling(id).map(|it| it.number.to_string()).unwrap_or_default();
    let waiting = open.iter().map(|it| {
        let day = page.date(&it.until);
        let line = page.ta(
            "carry-contested-one",
            &[("number", number(it.contribution).into()), ("asked", page.day(&it.asked).into()), ("until", day.into())],
        );
        (line, it.words.and_then(|id| texts.words(&page, id)))
    });
    let (apart, kept) = match divided {
        true => ("carry-contested-reunite", "carry-contested-divided"),
        false => ("carry-contested-apart", "carry-contested-kept"),
    };
    let ends = vec![Choice::new("apart", page.t(apart)), Choice::new("kept", page.t(kept))];
    let form = Form { head: opened.head(&page), waiting: waiting.collect(), contested, ends, choices, divided, typed, page };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Contest).await?;
    if !Act::Contest.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let mut typed = Typed::empty();
    let open = tables::open_contests(&mut ctx.read().await?, ctx.tenant_id(), opened.dossier.id).await?;
    if let [one] = &open[..] {
        typed.set("contested", one.contribution.to_string());
    }
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

fn chosen(opened: &Opened, typed: &mut Typed, field: &str) -> Option<ContributionId> {
    let chosen = typed.get(field).parse::<ContributionId>().ok();
    let chosen = chosen.filter(|id| opened.dossier.live().any(|it| it.contribution == *id));
    if chosen.is_none() {
        typed.wrong(field, "carry-part-chosen-missing");
    }
    chosen
}

/// An author told it by telephone, letter or visit.
async fn heard(ctx: Context, opened: Opened, mut typed: Typed) -> Result<Response, Fault> {
    let chosen = chosen(&opened, &mut typed, "chosen");
    let words = required_prose(&mut typed, "words", QUESTION_MOST, "carry-contest-words-missing");
    let (Some(chosen), Some(words)) = (chosen, words) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, words) = (ctx.store().clone(), LanguageSet::written(ctx.tenant.language, words.into_string()));
    let done = store::write!(store, [ctx, words], |tx| { contesting::contest(tx, &ctx.act(), chosen, &words).await }).await;
    match done {
        Ok(()) => Ok(ctx.done(&format!("{}/betwisting", opened.href()), "carry-contested-heard-done")),
        Err(Refusal::NotNow(_)) => opened.not_now(&ctx).await,
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Contest).await?;
    if !Act::Contest.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    if typed.get("deed") == "heard" {
        return heard(ctx, opened, typed).await;
    }
    let contested = chosen(&opened, &mut typed, "contested");
    let end = match typed.get("end") {
        "apart" => Some(ContestEnd::Apart),
        "kept" => Some(ContestEnd::Kept),
        _ => None,
    };
    if end.is_none() {
        typed.wrong("end", "carry-contested-end-missing");
    }
    let motive = prose(&mut typed, "motive", MOTIVE_MOST);
    if end == Some(ContestEnd::Kept) && motive.is_none() && typed.error_of("motive").is_none() {
        let (field, key) = Rule::ContestMotive.field();
        typed.wrong(field, key);
    }
    let (Some(contested), Some(end), false) = (contested, end, typed.is_wrong()) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let motive = motive.map(|motive| LanguageSet::written(ctx.tenant.language, motive.into_string()));
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done =
        store::write!(store, [ctx, motive], |tx| { contesting::settle(tx, &ctx.act(), dossier, contested, end, motive.as_ref()).await })
            .await;
    if matches!(done, Err(Refusal::Rule(Rule::PartTooFar))) {
        typed.wrong("end", Rule::PartTooFar.field().1);
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match opened.settle(&ctx, done, &mut typed, "carry-contested-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
