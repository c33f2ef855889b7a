//! `/wat-we-weten`: what research says taking part can do, good and bad, for whoever wants to read it.

use super::view::{Linked, SIGNS, Said, count, effect_href, said};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{EffectKey, Item, Knowledge, VOCABULARIES};
use people::{Context, Fault};
use ui::Page;

/// An effect with how many rules say what about it.
#[derive(Debug)]
struct Row {
    effect: Linked,
    signs: [i64; 4],
}

/// Effects of one list, of one category of it where it has some.
#[derive(Debug)]
struct Group {
    name: Option<Said>,
    rows: Vec<Row>,
}

/// A list of effects; two lists never become one.
#[derive(Debug)]
struct Vocabulary {
    key: &'static str,
    name: Said,
    note: Option<Said>,
    groups: Vec<Group>,
}

#[derive(Debug, Template)]
#[template(path = "overview.html")]
struct Overview {
    page: Page,
    counts: String,
    own: i64,
    vocabularies: Vec<Vocabulary>,
    alike: Vec<(Linked, Linked, Said)>,
    signs: [&'static str; 4],
}

fn row(page: &Page, knowledge: &Knowledge, vocabulary: &str, item: &Item) -> Option<Row> {
    let key = EffectKey::try_from(format!("{vocabulary}.{}", item.key)).ok()?;
    let of = |sign| {
        let touches = |rule: &&evidence::Rule| rule.touches.iter().any(|touch| touch.sign == sign && touch.effect == key);
        count(knowledge.rules.iter().filter(touches).count())
    };
    Some(Row { effect: Linked { href: effect_href(&key), name: said(page, &item.name) }, signs: SIGNS.map(|(sign, _)| of(sign)) })
}

fn vocabularies(page: &Page, knowledge: &Knowledge) -> Vec<Vocabulary> {
    VOCABULARIES
        .into_iter()
        .filter_map(|key| Some((key, knowledge.list(key)?)))
        .map(|(key, list)| {
            let rows = |items: Vec<&Item>| items.into_iter().filter_map(|item| row(page, knowledge, key, item)).collect();
            let mut groups: Vec<Group> = list
                .categories
                .iter()
                .map(|category| Group { name: Some(said(page, &category.name)), rows: rows(list.of_category(&category.key).collect()) })
                .collect();
            let rest: Vec<&Item> = list.items.iter().filter(|item| item.category.is_none()).collect();
            if !rest.is_empty() {
                groups.push(Group { name: None, rows: rows(rest) });
            }
            Vocabulary { key, name: said(page, &list.name), note: list.note.as_ref().map(|note| said(page, note)), groups }
        })
        .collect()
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-title");
    let counts = knowledge.counts();
    let shown = Overview {
        counts: page.ta(
            "knowledge-counts",
            &[
                ("all", count(knowledge.rules.len()).into()),
                ("computed", count(counts.computed).into()),
                ("asked", count(counts.asked).into()),
                ("shown", count(counts.shown).into()),
            ],
        ),
        own: count(knowledge.rules.iter().filter(|rule| rule.strength == evidence::Strength::Local).count()),
        vocabularies: vocabularies(&page, &knowledge),
        alike: knowledge
            .correspondences
            .iter()
            .map(|its| {
                let linked = |key| Linked::effect(&page, &knowledge, key);
                (linked(&its.effect), linked(&its.value), said(&page, &its.note))
            })
            .collect(),
        signs: SIGNS.map(|(_, key)| key),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
