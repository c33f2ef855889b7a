//! The pages of this room, all for staff.

mod balance;
mod code;
mod codebook;
mod export;
mod literature;
mod new;
mod settle;
mod source;
mod start;
mod withdraw;

use crate::frozen::Frozen;
use crate::model::SourceCode;
use crate::model::frame::Frame;
use crate::reading::Read;
use crate::tables::{codings, sources};
use axum::extract::Path;
use design::Process;
use evidence::{Knowledge, Words};
use kernel::{Language, ProcessId};
use people::{Access, Context, Fault, Permission, Posted, Routes, Thing};
use statistics::{Kappa, Outcome};
use std::sync::Arc;
use store::Session;
use ui::{Choice, Page};

/// The addresses of this room. `frozen` is where figures of it stand still, which is a later room.
#[must_use]
pub fn routes(frozen: Arc<dyn Frozen>) -> Routes {
    let reading = Access::Staff(Permission::ReadStaff);
    let research = Access::Staff(Permission::Research);
    Routes::new("study")
        .get("/werk/onderzoek", reading, start::show)
        .get("/werk/onderzoek/literatuur", reading, literature::overview::show)
        .get("/werk/onderzoek/literatuur/opzet", research, literature::plan::show)
        .post("/werk/onderzoek/literatuur/opzet", research, literature::plan::take)
        .get("/werk/onderzoek/literatuur/codeboek", reading, literature::book::show)
        .post("/werk/onderzoek/literatuur/codeboek", research, literature::book::take)
        .get("/werk/onderzoek/literatuur/studies", reading, literature::studies::show)
        .post("/werk/onderzoek/literatuur/studies", research, literature::studies::take)
        .get("/werk/onderzoek/literatuur/studies/{number}", reading, literature::study::show)
        .post("/werk/onderzoek/literatuur/studies/{number}", research, literature::study::take)
        .get("/werk/onderzoek/literatuur/uitvoer/{file}", reading, literature::export::send)
        .get("/werk/processen/{id}/onderzoek", reading, balance::show)
        .get("/werk/processen/{id}/onderzoek/interview", research, new::interview)
        .post("/werk/processen/{id}/onderzoek/interview", research, new::take_interview)
        .get("/werk/processen/{id}/onderzoek/zitting", research, new::session)
        .post("/werk/processen/{id}/onderzoek/zitting", research, new::take_session)
        .get("/werk/processen/{id}/onderzoek/document", research, new::document)
        .post("/werk/processen/{id}/onderzoek/document", research, new::take_document)
        .get("/werk/processen/{id}/onderzoek/codeboek", reading, codebook::show)
        .post("/werk/processen/{id}/onderzoek/codeboek", research, codebook::take)
        .get("/werk/processen/{id}/onderzoek/intrekken", research, withdraw::show)
        .post("/werk/processen/{id}/onderzoek/intrekken", research, move |id: Path<String>, posted: Posted| async move {
            withdraw::take(id, posted, frozen).await
        })
        .get("/werk/processen/{id}/onderzoek/uitvoer", research, export::show)
        .get("/werk/processen/{id}/onderzoek/uitvoer/{file}", research, export::send)
        .get("/werk/processen/{id}/onderzoek/bronnen/{code}", reading, source::show)
        .get("/werk/processen/{id}/onderzoek/bronnen/{code}/coderen", research, code::show)
        .post("/werk/processen/{id}/onderzoek/bronnen/{code}/coderen", research, code::take)
        .post("/werk/processen/{id}/onderzoek/bronnen/{code}/klaar", research, code::finish)
        .get("/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen", reading, settle::list)
        .get("/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen/{passage}/{item}", research, settle::show)
        .post("/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen/{passage}/{item}", research, settle::take)
}

/// Where the research of a process stands.
fn home(process: ProcessId) -> String {
    format!("/werk/processen/{process}/onderzoek")
}

/// The process with this id, when `permission` reaches it.
async fn permitted(ctx: &Context, id: &str, permission: Permission) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let process = design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(permission, &Thing::process(id))?;
    Ok(process)
}

/// The process with this id, for whoever may read what respondents said: researchers, and whoever evaluates.
async fn with_words(ctx: &Context, id: &str) -> Result<Process, Fault> {
    let process = permitted(ctx, id, Permission::ReadStaff).await?;
    if reads_words(ctx, process.id) { Ok(process) } else { Err(Fault::Forbidden) }
}

fn reads_words(ctx: &Context, process: ProcessId) -> bool {
    let of = Thing::process(process);
    ctx.may(Permission::Research, &of) || ctx.may(Permission::Evaluate, &of)
}

fn title_of(ctx: &Context, process: &Process) -> String {
    process.title.best(&ctx.language).text.to_owned()
}

/// What is known here, and the codes of a process.
struct Book {
    knowledge: Arc<Knowledge>,
    own: Vec<crate::OwnCode>,
}

impl Book {
    async fn read(s: &mut Session, ctx: &Context, process: ProcessId) -> Result<Self, Fault> {
        let knowledge = knowledge::known(s, ctx.tenant_id()).await?;
        Ok(Self { knowledge, own: codings::codes(s, ctx.tenant_id(), process).await? })
    }
    fn frame(&self) -> Frame<'_> {
        Frame { knowledge: &self.knowledge, own: self.own.clone() }
    }
}

/// The source with this code that was not withdrawn, with what was put to it.
async fn read_source(s: &mut Session, ctx: &Context, process: ProcessId, code: &str) -> Result<Read, Fault> {
    let code: SourceCode = code.parse().map_err(|_| Fault::NotFound)?;
    let source = sources::source(s, ctx.tenant_id(), process, &code).await?.filter(|it| it.withdrawn.is_none());
    Ok(crate::reading::read(s, ctx.tenant_id(), process, source.ok_or(Fault::NotFound)?).await?)
}

fn english(page: &Page) -> bool {
    page.language == Language::EN
}

/// Words of the knowledge, in English for who reads English and in Dutch for everybody else.
fn said(page: &Page, words: &Words) -> String {
    if english(page) { words.en.clone() } else { words.nl.clone() }
}

/// Kappa with its interval and what it rests on, or why it cannot be measured.
fn kappa_words(page: &Page, kappa: &Outcome<Kappa>) -> String {
    match kappa {
        Ok(it) => {
            let value = page.decimal(it.value.value, 2);
            let size = i64::try_from(it.size.n).unwrap_or(i64::MAX);
            let missing = i64::try_from(it.size.missing).unwrap_or(i64::MAX);
            match it.value.interval {
                Some(interval) => page.ta(
                    "study-kappa-interval",
                    &[
                        ("value", value.into()),
                        ("low", page.decimal(interval.low, 2).into()),
                        ("high", page.decimal(interval.high, 2).into()),
                        ("n", size.into()),
                        ("missing", missing.into()),
                    ],
                ),
                None => page.ta("study-kappa-value", &[("value", value.into()), ("n", size.into()), ("missing", missing.into())]),
            }
        }
        Err(why) => {
            let reason = page.t(format!("study-because-{}", why.because.key()));
            page.t1("study-kappa-none", "reason", reason)
        }
    }
}

/// Effects and values to choose from, each with its vocabulary: two may have the same name.
fn effect_choices(page: &Page, frame: &Frame<'_>) -> Vec<Choice> {
    frame
        .effects()
        .map(|(key, words)| {
            let vocabulary = page.t(format!("study-vocabulary-{}", key.vocabulary()));
            Choice::new(key.as_str(), page.t2("study-effect-of", "name", said(page, words), "vocabulary", vocabulary))
        })
        .collect()
}

fn word_choices<'k>(page: &Page, all: impl Iterator<Item = (&'k str, &'k Words)>) -> Vec<Choice> {
    all.map(|(key, words)| Choice::new(key, said(page, words))).collect()
}

fn coded_choices(page: &Page, codes: &[&str], stem: &str) -> Vec<Choice> {
    codes.iter().map(|code| Choice::new(*code, page.t(format!("{stem}-{code}")))).collect()
}

/// The name of an effect or value with its vocabulary.
fn effect_name(page: &Page, frame: &Frame<'_>, effect: &evidence::EffectKey) -> String {
    let vocabulary = page.t(format!("study-vocabulary-{}", effect.vocabulary()));
    page.t2("study-effect-of", "name", frame.name(effect.as_str(), english(page)), "vocabulary", vocabulary)
}
