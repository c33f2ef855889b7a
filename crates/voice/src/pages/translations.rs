//! `/werk/privacy/{contribution}/vertalingen`: the translations of one contribution, and a form for one more.

use super::languages;
use super::privacy_list::may;
use crate::forms::translation;
use crate::model::contribution::Contribution;
use crate::tables::translation::{self as table, Translation};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ContributionId, Language};
use people::{Context, Fault, Posted, Thing};
use store::texts::Origin;
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "translations.html")]
struct TranslationsPage {
    page: Page,
    typed: Typed,
    id: String,
    number: String,
    public: bool,
    title: String,
    body: Option<String>,
    language: Language,
    rows: Vec<TranslationRow>,
    languages: Vec<Choice>,
    origins: Vec<Choice>,
}

struct TranslationRow {
    language: Language,
    name: String,
    title: String,
    body: Option<String>,
    made: String,
}

async fn found(ctx: &Context, text: &str) -> Result<Contribution, Fault> {
    let id: ContributionId = text.parse().map_err(|_| Fault::NotFound)?;
    let mut session = ctx.read().await?;
    let contribution = crate::contribution(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    if !may(ctx, &Thing::process(contribution.process).in_area(contribution.place.area)) {
        return Err(Fault::Forbidden);
    }
    Ok(contribution)
}

/// What is there, and the form.
pub async fn show(ctx: Context, Path(contribution): Path<String>) -> Result<Response, Fault> {
    let contribution = found(&ctx, &contribution).await?;
    drawn(&ctx, &contribution, Typed::empty(), StatusCode::OK).await
}

/// Adds a translation, or takes one away.
pub async fn take(Path(contribution): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let contribution = found(&ctx, &contribution).await?;
    let (by, id) = (ctx.clone(), contribution.id);
    let path = format!("/werk/privacy/{id}/vertalingen");
    if let Ok(language) = typed.get("remove").parse::<Language>() {
        store::write!(ctx.store(), [by], |tx| crate::untranslate(tx, &by.act(), id, language).await).await?;
        return Ok(ctx.done(&path, "voice-translation-removed"));
    }
    let Some(new) = translation::read(&mut typed, &contribution) else {
        return drawn(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    store::write!(ctx.store(), [by, new], |tx| crate::translate(tx, &by.act(), id, &new).await).await?;
    Ok(ctx.done(&path, "voice-translation-saved"))
}

fn row(page: &Page, it: Translation) -> TranslationRow {
    let made = if it.origin == Origin::Machine { "voice-translation-origin-machine" } else { "voice-translation-origin-human" };
    TranslationRow {
        name: ui::own_name(&it.language),
        made: format!("{}, {}", page.t(made), page.day(&it.written)),
        language: it.language,
        title: it.title,
        body: it.body,
    }
}

async fn drawn(ctx: &Context, contribution: &Contribution, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let translations = {
        let mut session = ctx.read().await?;
        table::of(&mut session, ctx.tenant_id(), contribution.id).await?
    };
    let number = contribution.number.to_string();
    let page = ctx.page_titled(ctx.app.texts.get(&ctx.language, "voice-translations-title", &[("number", number.as_str().into())]));
    let own = contribution.language.to_string();
    let origins = ["human", "machine"].map(|code| Choice::new(code, page.t(format!("voice-translation-origin-{code}"))));
    let shown = TranslationsPage {
        id: contribution.id.to_string(),
        number,
        public: contribution.published,
        title: contribution.title.original().text.clone(),
        body: contribution.body.as_ref().map(|body| body.original().text.clone()),
        language: contribution.language,
        rows: translations.into_iter().map(|it| row(&page, it)).collect(),
        languages: languages(ctx).into_iter().filter(|choice| choice.value != own).collect(),
        origins: origins.into(),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}
