//! `/beheer/antwoordsjablonen`: with which words an answer to each outcome can begin, and for which the municipality wrote its own.

use super::beginning::{href, shipped};
use crate::model::template;
use crate::tables::beginnings::{self, Beginning};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Outcome;
use kernel::Language;
use people::{Context, Fault, Permission, Thing};
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "beginnings.html")]
struct BeginningsPage {
    page: Page,
    outcomes: Vec<OfOutcome>,
}

/// The words for one outcome.
#[derive(Debug)]
struct OfOutcome {
    title: String,
    languages: Vec<InLanguage>,
}

/// The words in one language: those that are shipped, and the municipality's own.
#[derive(Debug)]
struct InLanguage {
    language: Language,
    name: String,
    href: String,
    change: String,
    own: Option<String>,
    state: String,
    shipped: String,
}

/// The language of the municipality, the others that it speaks, and those in which it has words already; each when answers can begin
/// in it.
fn languages(ctx: &Context, kept: &[Beginning]) -> Vec<Language> {
    let mut found = vec![ctx.tenant.language];
    for language in ctx.tenant.languages.iter().copied().chain(kept.iter().map(|it| it.language)) {
        if !found.contains(&language) {
            found.push(language);
        }
    }
    found.retain(|language| template::speaks(*language));
    found
}

fn of_outcome(page: &Page, outcome: Outcome, languages: &[Language], kept: &[Beginning]) -> OfOutcome {
    let title = page.t(outcome.key());
    let one = |language: &Language| {
        let own = kept.iter().find(|it| it.outcome == outcome && it.language == *language);
        let words: Vec<String> = shipped(page, outcome, *language).into_iter().map(|(_, words)| words).collect();
        let name = ui::own_name(language);
        InLanguage {
            language: *language,
            href: href(outcome, *language),
            change: page.t2("answer-beginnings-change", "outcome", title.as_str(), "language", name.as_str()),
            name,
            own: own.map(|it| it.words.values().map(String::as_str).collect::<Vec<_>>().join("\n\n")),
            state: own
                .map_or_else(|| page.t("answer-beginnings-shipped"), |it| page.t1("answer-beginnings-own", "time", page.time(&it.saved))),
            shipped: words.join("\n\n"),
        }
    };
    OfOutcome { languages: languages.iter().map(one).collect(), title }
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let kept = beginnings::all(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let page = ctx.page("answer-beginnings-title");
    let languages = languages(&ctx, &kept);
    let outcomes = Outcome::ALL.iter().copied().filter(|it| !it.is_a_result());
    let outcomes = outcomes.map(|outcome| of_outcome(&page, outcome, &languages, &kept)).collect();
    Ok(ui::html(StatusCode::OK, &BeginningsPage { page, outcomes }))
}
