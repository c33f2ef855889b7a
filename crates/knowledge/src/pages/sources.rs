//! `/wat-we-weten/bronnen`: the sources, what kind of evidence each is, and what to keep in mind with it.

use super::view::{Said, coded, count, said, strength_key};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{EvidenceKind, Strength};
use people::{Context, Fault};
use ui::Page;

#[derive(Debug)]
struct Source {
    key: String,
    title: Said,
    kind: String,
    own: bool,
    note: Said,
    rules: String,
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "sources.html")]
struct Sources {
    page: Page,
    sources: Vec<Source>,
    strengths: Vec<(String, i64)>,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-sources-title");
    let sources = knowledge
        .sources
        .iter()
        .map(|source| Source {
            key: source.key.clone(),
            title: said(&page, &source.title),
            kind: format!("knowledge-evidence-{}", coded(&source.kind)),
            own: source.kind == EvidenceKind::Local,
            note: said(&page, &source.note),
            href: format!(
                "/wat-we-weten/regels?{}",
                form_urlencoded::Serializer::new(String::new()).append_pair("bron", &source.key).finish()
            ),
            rules: page.t1(
                "knowledge-source-rules",
                "count",
                count(knowledge.rules.iter().filter(|rule| rule.cite.source == source.key).count()),
            ),
        })
        .collect();
    let strengths = Strength::ALL
        .into_iter()
        .map(|strength| (strength_key(strength), count(knowledge.rules.iter().filter(|rule| rule.strength == strength).count())))
        .collect();
    Ok(ui::html(StatusCode::OK, &Sources { page, sources, strengths }))
}
