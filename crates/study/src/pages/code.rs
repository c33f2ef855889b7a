//! `/werk/processen/{id}/onderzoek/bronnen/{code}/coderen`: somebody puts effects and codes to passages, without seeing what
//! another put there.

use super::source::{Passage, mark, words_of};
use super::{Book, coded_choices, effect_choices, permitted, read_source, said, word_choices};
use crate::forms;
use crate::model::{Direction, Ground, Item, Marked, NewMarked};
use crate::reading::Read;
use crate::refusal::Refusal;
use crate::tables::{codings, sources};
use crate::{acts, reading::CodingState};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use evidence::EffectKey;
use kernel::ProcessId;
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "code.html")]
struct Coding {
    page: Page,
    action: String,
    typed: Typed,
    passages: Vec<Passage>,
    done: bool,
    second: bool,
    waits: bool,
    numbers: Vec<Choice>,
    effects: Vec<Choice>,
    directions: Vec<Choice>,
    levels: Vec<Choice>,
    actors: Vec<Choice>,
    grounds: Vec<Choice>,
    factors: Vec<Choice>,
    codes: Vec<Choice>,
    who_follows: Vec<Choice>,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Asked {
    passage: Option<i64>,
}

/// The place and the codings of whoever looks, or a fault when two others, or one alone, code this source.
async fn mine(ctx: &Context, process: ProcessId, read: &Read) -> Result<(i64, bool, Vec<Marked>), Fault> {
    let me = ctx.signed_in()?.id;
    if let Some(mine) = read.coders.iter().find(|it| it.account == me) {
        let mut s = ctx.read().await?;
        let marked = codings::of_coder(&mut s, ctx.tenant_id(), process, &read.source.code, mine.place).await?;
        return Ok((mine.place, mine.done.is_some(), marked));
    }
    match (read.state, read.coders.len()) {
        (CodingState::Single, _) => Err(Refusal::Single.into()),
        (_, many) if many >= 2 => Err(Refusal::TwoCoders.into()),
        (_, many) => Ok((if many == 0 { 1 } else { 2 }, false, Vec::new())),
    }
}

async fn draw(ctx: &Context, process: ProcessId, code: &str, typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, ctx, process, code).await?;
    let book = Book::read(&mut s, ctx, process).await?;
    let passages = sources::passages(&mut s, ctx.tenant_id(), process, &read.source.code).await?;
    drop(s);
    let frame = book.frame();
    let (place, done, marked) = mine(ctx, process, &read).await?;
    let words = words_of(&mut ctx.read().await?, ctx, &marked).await?;
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-code-title", "code", read.source.code.to_string()));
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let of = |number: i64| marked.iter().filter(|it| it.passage == number).map(|it| mark(&page, &frame, &words, place, it)).collect();
    let codes = frame.frames().map(|(item, words)| Choice::new(item.key(), said(&page, words)));
    let own = frame.own_in_use().filter_map(|code| Some(Choice::new(code.item()?.key(), code.name.clone())));
    let directions: Vec<&str> = Direction::ALL.iter().map(|it| it.code()).collect();
    let grounds: Vec<&str> = Ground::ALL.iter().map(|it| it.code()).collect();
    let shown = Coding {
        action: format!("{}/bronnen/{}", super::home(process), read.source.code),
        numbers: passages.iter().map(|(number, _)| Choice::new(number.to_string(), page.t1("study-passage", "number", *number))).collect(),
        effects: effect_choices(&page, &frame),
        directions: coded_choices(&page, &directions, "study-direction"),
        levels: word_choices(&page, frame.levels()),
        actors: word_choices(&page, frame.actors()),
        grounds: coded_choices(&page, &grounds, "study-ground"),
        factors: frame.factors().map(|(key, words)| Choice::new(key, said(&page, words))).collect(),
        codes: codes.chain(own).collect(),
        who_follows: coded_choices(&page, &["follows", "alone"], "study-second"),
        passages: passages.into_iter().map(|(number, words)| Passage { number, words, marks: of(number) }).collect(),
        second: place == 2,
        waits: read.state == CodingState::WaitsForSecond && place == 1,
        done,
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context, Path((id, code)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let mut typed = Typed::empty();
    if let Some(passage) = asked.passage {
        typed.set("passage", passage.to_string());
    }
    draw(&ctx, process, &code, typed).await
}

/// Reads a coding; what is wrong stands beside its field.
fn parse(typed: &mut Typed, frame: &crate::Frame<'_>, passages: i64) -> Option<NewMarked> {
    let passage = typed.get("passage").parse::<i64>().ok().filter(|it| (1..=passages).contains(it));
    if passage.is_none() {
        typed.wrong("passage", "ui-choose");
    }
    let raw = typed.get("effect").to_owned();
    let effect = EffectKey::try_from(raw.clone()).ok().filter(|key| frame.knowledge.effect(key).is_some());
    if !raw.is_empty() && effect.is_none() {
        typed.wrong("effect", "ui-choose");
    }
    let codes: Vec<Item> =
        typed.all("codes").into_iter().filter_map(Item::of_key).filter(|it| it.effect().is_none() && frame.offers(it)).collect();
    if codes.len() != typed.all("codes").len() {
        typed.wrong("codes", "ui-choose");
    }
    let (direction, ground) = (Direction::of_code(typed.get("direction")), Ground::of_code(typed.get("ground")));
    if raw.is_empty() {
        if codes.is_empty() {
            typed.wrong("effect", "study-wrong-nothing");
        }
        // A direction without an effect says nothing.
        if direction.is_some() {
            typed.wrong("direction", "study-wrong-direction-alone");
        }
    } else {
        if direction.is_none() {
            typed.wrong("direction", "ui-choose");
        }
        if ground.is_none() {
            typed.wrong("ground", "ui-choose");
        }
    }
    let levels: Vec<String> = frame.levels().map(|(key, _)| key.to_owned()).collect();
    let actors: Vec<String> = frame.actors().map(|(key, _)| key.to_owned()).collect();
    let level = forms::optional(typed, "level", &levels);
    let actor = forms::optional(typed, "actor", &actors);
    let factors: Vec<String> = frame.factors().map(|(key, _)| key).collect();
    let helped = forms::optional(typed, "helped", &factors);
    let hindered = forms::optional(typed, "hindered", &factors);
    let whom = forms::remark(typed, "whom");
    let remark = forms::remark(typed, "remark");
    if typed.is_wrong() {
        return None;
    }
    Some(NewMarked {
        passage: passage?,
        effect,
        direction,
        level: level.ok()?,
        actor: actor.ok()?,
        whom,
        ground,
        helped: helped.ok()?,
        hindered: hindered.ok()?,
        codes,
        remark,
    })
}

pub(super) async fn take(Path((id, code)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, &ctx, process, &code).await?;
    let book = Book::read(&mut s, &ctx, process).await?;
    drop(s);
    let source = read.source.code.clone();
    let here = format!("{}/bronnen/{source}/coderen", super::home(process));
    let store = ctx.store().clone();
    if typed.get("action") == "remove" {
        let passage: i64 = typed.get("of-passage").parse().map_err(|_| Fault::NotFound)?;
        let effect = EffectKey::try_from(typed.get("of-effect").to_owned()).ok();
        store::write!(store, [ctx, source, effect], |tx| {
            acts::unmark(tx, &ctx.act(), process, &source, passage, effect.as_ref()).await
        })
        .await?;
        return Ok(ctx.done(&format!("{here}#p{passage}"), "study-coding-removed"));
    }
    // Whoever may not code it hears so before anything about the form.
    let (_, is_done, _) = mine(&ctx, process, &read).await?;
    if is_done {
        return Err(Refusal::Done.into());
    }
    let Some(new) = parse(&mut typed, &book.frame(), read.passages) else { return draw(&ctx, process, &code, typed).await };
    let (language, passage) = (ctx.tenant.language, new.passage);
    let written =
        store::write!(store, [ctx, source, new], |tx| { acts::mark(tx, &ctx.act(), process, &source, &new, language).await }).await;
    match written {
        Ok(()) => Ok(ctx.done(&format!("{here}?passage={passage}#p{passage}"), "study-coded")),
        Err(Refusal::Twice) => {
            typed.wrong("effect", "study-coding-twice");
            draw(&ctx, process, &code, typed).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) async fn finish(Path((id, code)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let read = read_source(&mut ctx.read().await?, &ctx, process, &code).await?;
    let (place, ..) = mine(&ctx, process, &read).await?;
    let alone = match (place, typed.get("follows")) {
        (1, "alone") => true,
        (2, _) | (_, "follows") => false,
        _ => {
            typed.wrong("follows", "ui-choose");
            return draw(&ctx, process, &code, typed).await;
        }
    };
    let source = read.source.code.clone();
    let store = ctx.store().clone();
    store::write!(store, [ctx, source], |tx| { acts::finish(tx, &ctx.act(), process, &source, alone).await }).await?;
    Ok(ctx.done(&format!("{}/bronnen/{source}", super::home(process)), "study-finished"))
}
