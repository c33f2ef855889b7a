//! `/wat-we-weten/{key}`: one effect or value, what can contribute to it and what can harm it, each with where it stands.

use super::view::{Cited, Linked, RuleShown, SIGNS, Said, count, said};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::EffectKey;
use people::{Context, Fault};
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "effect.html")]
struct EffectPage {
    page: Page,
    name: Said,
    own: bool,
    list: Said,
    list_href: String,
    category: Option<Said>,
    means: Option<Said>,
    /// Key of the direction in which the source names it.
    direction: Option<&'static str>,
    cites: Vec<Cited>,
    alike: Vec<(Linked, Said)>,
    sides: Vec<(&'static str, Vec<RuleShown>)>,
    counted: String,
}

fn direction(text: &str) -> Option<&'static str> {
    match text {
        "+" => Some("knowledge-direction-positive"),
        "-" => Some("knowledge-direction-negative"),
        "+-" => Some("knowledge-direction-both"),
        _ => None,
    }
}

pub(super) async fn show(ctx: Context, Path(key): Path<String>) -> Result<Response, Fault> {
    let key = EffectKey::try_from(key).map_err(|_| Fault::NotFound)?;
    let knowledge = super::known(&ctx).await?;
    let list = knowledge.list(key.vocabulary()).ok_or(Fault::NotFound)?;
    let item = list.item(key.name()).ok_or(Fault::NotFound)?;
    let mut page = ctx.page_titled(String::new());
    let name = said(&page, &item.name);
    page.title.clone_from(&name.text);
    let category = list.categories.iter().find(|its| item.category.as_deref() == Some(its.key.as_str()));
    let sides: Vec<(&str, Vec<RuleShown>)> = SIGNS
        .into_iter()
        .map(|(sign, heading)| {
            let touches = |rule: &&evidence::Rule| rule.touches.iter().any(|touch| touch.sign == sign && touch.effect == key);
            (heading, knowledge.rules.iter().filter(touches).map(|rule| RuleShown::of(&page, &knowledge, rule)).collect())
        })
        .collect();
    let alike = knowledge
        .correspondences
        .iter()
        .filter_map(|its| {
            let other = if its.effect == key { &its.value } else { &its.effect };
            (its.effect == key || its.value == key).then(|| (Linked::effect(&page, &knowledge, other), said(&page, &its.note)))
        })
        .collect();
    let shown = EffectPage {
        own: item.local,
        list: said(&page, &list.name),
        list_href: format!("/wat-we-weten#lijst-{}", key.vocabulary()),
        category: category.map(|category| said(&page, &category.name)),
        means: item.means.as_ref().map(|means| said(&page, means)),
        direction: item.direction.as_deref().and_then(direction),
        cites: Cited::all(&page, &knowledge, if item.cites.is_empty() { &list.cites } else { &item.cites }),
        alike,
        counted: page.t1("knowledge-effect-rules", "count", count(sides.iter().map(|(_, rules)| rules.len()).sum())),
        sides,
        name,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
