//! `/beheer/antwoordsjablonen/{outcome}/{language}`: the municipality's own words with which an answer to this outcome begins, beside
//! those that are shipped.

use super::motivation::Field;
use crate::act::{self, Refusal};
use crate::model::motivation::{Part, TEXT_MOST};
use crate::model::{plain, template};
use crate::tables::beginnings::{self, Beginning};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Outcome;
use kernel::{Instant, Language, Prose, TextError};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::BTreeMap;
use ui::{Page, Typed};

const LIST: &str = "/beheer/antwoordsjablonen";

#[derive(Debug, Template)]
#[template(path = "beginning.html")]
struct BeginningPage {
    page: Page,
    typed: Typed,
    action: String,
    /// Whose words hold now.
    state: String,
    /// Whether they can be taken back.
    own: bool,
    language: Language,
    language_name: String,
    shipped: Vec<Shipped>,
    places: Vec<&'static str>,
    fields: Vec<Field>,
}

/// The shipped words of a part.
#[derive(Debug)]
struct Shipped {
    label: String,
    text: String,
    language: Language,
}

/// The words that somebody opened.
struct Opened {
    outcome: Outcome,
    language: Language,
    kept: Option<Beginning>,
}

/// The address of the words for this outcome in this language.
pub(super) fn href(outcome: Outcome, language: Language) -> String {
    format!("{LIST}/{outcome}/{language}")
}

/// The shipped words of each part that has them.
pub(super) fn shipped(page: &Page, outcome: Outcome, language: Language) -> Vec<(Part, String)> {
    let words = |part: Part| Some((part, page.texts.plain(&language, &template::key(outcome, part)?, &[])));
    Part::SHARED.into_iter().filter_map(words).collect()
}

impl Opened {
    async fn read(ctx: &Context, outcome: &str, language: &str) -> Result<Self, Fault> {
        ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
        let outcome = Outcome::from_code(outcome).filter(|it| !it.is_a_result()).ok_or(Fault::NotFound)?;
        let language = language.parse::<Language>().ok().filter(|it| template::speaks(*it)).ok_or(Fault::NotFound)?;
        let kept = beginnings::beginning(&mut ctx.read().await?, ctx.tenant_id(), outcome, language).await?;
        Ok(Self { outcome, language, kept })
    }

    /// When the words were saved that hold now, as the form carries it.
    fn seen(&self) -> String {
        self.kept.as_ref().map(|it| it.saved.micros().to_string()).unwrap_or_default()
    }

    /// The parts of an answer that begin with words.
    fn parts(&self) -> impl Iterator<Item = Part> {
        let outcome = self.outcome;
        Part::SHARED.into_iter().filter(move |part| template::key(outcome, *part).is_some())
    }

    /// Reads the form; what is wrong is said beside its field.
    fn words(&self, typed: &mut Typed) -> BTreeMap<Part, String> {
        let mut words = BTreeMap::new();
        for part in self.parts() {
            let name = part.code();
            let text = match Prose::new(typed.get(name), TEXT_MOST) {
                Ok(text) => text.into_string(),
                Err(TextError::TooLong { length, most }) => {
                    typed.wrong_with(name, "ui-too-long", &[("most", most.into()), ("length", length.into())]);
                    continue;
                }
                Err(TextError::Empty) => {
                    typed.wrong(name, if self.kept.is_some() { "answer-beginning-empty-own" } else { "answer-beginning-empty" });
                    continue;
                }
            };
            if let Some(place) = template::unknown_place(&text, self.language) {
                typed.wrong_with(name, "answer-beginning-unknown", &[("place", place.into())]);
            } else if let Some(long) = plain::long_sentence(&text) {
                typed.wrong_with(name, "answer-form-sentence", &[("words", long.words.into()), ("begins", long.begins.into())]);
            } else {
                words.insert(part, text);
            }
        }
        words
    }
}

fn seen_of(typed: &Typed) -> Option<Instant> {
    typed.get("gezien").parse().ok().map(Instant::from_micros)
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let mut page = ctx.page("answer-beginnings-title");
    page.title = page.t1("answer-beginning-title", "outcome", page.t(opened.outcome.key()));
    let shipped = shipped(&page, opened.outcome, opened.language);
    let hint = page.t2("answer-beginning-hint", "most", TEXT_MOST, "words", plain::LONGEST_SENTENCE);
    let label = |part: Part| page.t(format!("answer-form-{}-label", part.code()));
    let fields = shipped.iter().map(|(part, _)| Field {
        name: part.code().to_owned(),
        label: label(*part),
        hint: hint.clone(),
        rows: if matches!(part, Part::Criterion) { 3 } else { 6 },
        language: opened.language,
        optional: false,
    });
    let fields = fields.collect();
    let state = match &opened.kept {
        Some(kept) => page.t1("answer-beginning-own", "time", page.time(&kept.saved)),
        None => page.t("answer-beginning-shipped"),
    };
    let shipped = shipped.into_iter().map(|(part, text)| Shipped { label: label(part), text, language: opened.language }).collect();
    let drawn = BeginningPage {
        typed,
        action: href(opened.outcome, opened.language),
        state,
        own: opened.kept.is_some(),
        language: opened.language,
        language_name: ui::own_name(&opened.language),
        shipped,
        places: template::places(opened.language).into_iter().collect(),
        fields,
        page,
    };
    ui::html(status, &drawn)
}

/// Shows the own words, or the shipped ones to begin with.
pub(super) async fn show(ctx: Context, Path((outcome, language)): Path<(String, String)>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &outcome, &language).await?;
    let page = ctx.page("answer-beginnings-title");
    let mut typed = Typed::empty().with("gezien", opened.seen());
    for (part, words) in shipped(&page, opened.outcome, opened.language) {
        let own = opened.kept.as_ref().and_then(|it| it.words.get(&part).cloned());
        typed.set(part.code(), own.unwrap_or(words));
    }
    Ok(draw(&ctx, &opened, typed, StatusCode::OK))
}

/// Keeps own words.
pub(super) async fn take(Path((outcome, language)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &outcome, &language).await?;
    let words = opened.words(&mut typed);
    if typed.is_wrong() {
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let (store, of, seen) = (ctx.store().clone(), (opened.outcome, opened.language), seen_of(&typed));
    let kept = store::write!(store, [ctx, words], |tx| act::keep_beginning(tx, &ctx.act(), of, words, seen).await).await;
    match kept {
        Ok(()) => Ok(ctx.done(LIST, "answer-beginning-saved")),
        // What was typed stays; who sends it again has seen the warning.
        Err(Refusal::Overtaken) => {
            let opened = Opened::read(&ctx, &outcome, &language).await?;
            typed.set("gezien", opened.seen());
            if let Some(first) = opened.parts().next() {
                typed.wrong(first.code(), "answer-beginning-overtaken");
            }
            Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Takes own words back: the shipped ones hold again.
pub(super) async fn take_back(Path((outcome, language)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let opened = Opened::read(&ctx, &outcome, &language).await?;
    let (store, of, seen) = (ctx.store().clone(), (opened.outcome, opened.language), seen_of(&typed));
    store::write!(store, [ctx], |tx| act::take_back_beginning(tx, &ctx.act(), of, seen).await).await?;
    Ok(ctx.done(LIST, "answer-beginning-taken-back"))
}
