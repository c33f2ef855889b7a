//! `/wat-we-weten/regels`: every rule, to search by words, effect, stage, kind and source.

use super::view::{RuleShown, coded, count, kind_key, phase_key, said};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Knowledge, Phase, Rule, RuleKind, Words};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

/// So many rules stand on one page.
const A_PAGE: usize = 20;
/// The fields of the search.
const FIELDS: [&str; 6] = ["woord", "effect", "fase", "soort", "bron", "hoe"];
/// The kinds of rules, in the order in which they are offered.
const KINDS: [RuleKind; 4] = [RuleKind::Warning, RuleKind::Advice, RuleKind::Gate, RuleKind::Evaluation];

#[derive(Debug, Template)]
#[template(path = "rules.html")]
struct Rules {
    page: Page,
    typed: Typed,
    effects: Vec<Choice>,
    phases: Vec<Choice>,
    kinds: Vec<Choice>,
    sources: Vec<Choice>,
    ways: Vec<Choice>,
    found: String,
    rules: Vec<RuleShown>,
    pager: Pager,
}

/// Whether every word that was asked stands somewhere in the rule.
fn speaks_of(rule: &Rule, asked: &str) -> bool {
    let words = |words: &Words| format!("{} {} ", words.nl, words.en);
    let mut text = format!("{} {} {} {}", rule.id, words(&rule.when), words(&rule.effect), words(&rule.advice));
    text.push_str(rule.cite.quote.as_deref().unwrap_or_default());
    let text = text.to_lowercase();
    asked.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Whether a rule is one of those that were asked.
fn is_asked(rule: &Rule, typed: &Typed) -> bool {
    let is = |field: &str, holds: &dyn Fn(&str) -> bool| typed.get(field).is_empty() || holds(typed.get(field));
    is("woord", &|asked| speaks_of(rule, asked))
        && is("effect", &|key| rule.touches.iter().any(|touch| touch.effect.as_str() == key))
        && is("fase", &|code| rule.phases.iter().any(|phase| coded(phase) == code))
        && is("soort", &|code| rule.kinds.iter().any(|kind| coded(kind) == code))
        && is("bron", &|key| rule.cite.source == key)
        && is("hoe", &|way| way_of(rule) == way)
}

fn way_of(rule: &Rule) -> &'static str {
    match rule.known {
        evidence::Known::Computed(_) => "computed",
        evidence::Known::Asked { .. } => "asked",
        evidence::Known::Shown(_) => "shown",
    }
}

/// The address of another page of the same question.
fn address(typed: &Typed, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for field in FIELDS.iter().filter(|field| !typed.get(field).is_empty()) {
        query.append_pair(field, typed.get(field));
    }
    query.append_pair("pagina", &page.to_string());
    format!("/wat-we-weten/regels?{}", query.finish())
}

fn effects(page: &Page, knowledge: &Knowledge) -> Vec<Choice> {
    let choice = |(key, item): (evidence::EffectKey, &evidence::Item)| {
        let list = knowledge.list(key.vocabulary()).map(|list| said(page, &list.name).text).unwrap_or_default();
        Choice::new(key.to_string(), format!("{} ({list})", said(page, &item.name).text))
    };
    knowledge.effects().map(choice).collect()
}

pub(super) async fn show(ctx: Context, Query(fields): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-rules-title");
    let mut typed = Typed::empty();
    for field in FIELDS {
        typed.set(field, fields.get(field).map(|text| text.trim()).unwrap_or_default());
    }
    let all: Vec<&Rule> = knowledge.rules.iter().filter(|rule| is_asked(rule, &typed)).collect();
    let last = all.len().div_ceil(A_PAGE).max(1);
    let at = fields.get("pagina").and_then(|text| text.parse::<usize>().ok()).unwrap_or(1).clamp(1, last);
    let of_page = all.iter().skip((at - 1) * A_PAGE).take(A_PAGE);
    let pager = Pager { next: (at < last).then(|| address(&typed, at + 1)), previous: (at > 1).then(|| address(&typed, at - 1)) };
    let shown = Rules {
        effects: effects(&page, &knowledge),
        phases: Phase::ALL.into_iter().map(|phase| Choice::new(coded(&phase), page.t(phase_key(phase)))).collect(),
        kinds: KINDS.into_iter().map(|kind| Choice::new(coded(&kind), page.t(kind_key(kind)))).collect(),
        sources: knowledge.sources.iter().map(|source| Choice::new(source.key.as_str(), said(&page, &source.title).text)).collect(),
        ways: ["computed", "asked", "shown"].into_iter().map(|way| Choice::new(way, page.t(format!("knowledge-{way}")))).collect(),
        found: page
            .ta("knowledge-rules-found", &[("count", count(all.len()).into()), ("at", count(at).into()), ("pages", count(last).into())]),
        rules: of_page.map(|rule| RuleShown::of(&page, &knowledge, rule)).collect(),
        pager,
        typed,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn ids(pairs: &[(&str, &str)]) -> Vec<String> {
        let mut typed = Typed::empty();
        for (name, value) in pairs {
            typed.set(*name, *value);
        }
        Knowledge::shipped().unwrap().rules.iter().filter(|rule| is_asked(rule, &typed)).map(|rule| rule.id.clone()).collect()
    }

    #[test]
    fn each_question_narrows_and_together_they_narrow_more() {
        let all = ids(&[]);
        assert_eq!(all.len(), 177);
        let of_effect = ids(&[("effect", "effect.trust")]);
        let of_phase = ids(&[("fase", "design")]);
        let both = ids(&[("effect", "effect.trust"), ("fase", "design")]);
        assert!(!of_effect.is_empty() && of_effect.len() < all.len() && !both.is_empty());
        assert!(both.iter().all(|id| of_effect.contains(id) && of_phase.contains(id)));
        assert_eq!(ids(&[("woord", "agendaopmaak goedkeuring")]), ["C022"], "every word, also in the quote");
        assert!(ids(&[("woord", "zwembadwater")]).is_empty());
        let ways: usize = ["computed", "asked", "shown"].iter().map(|way| ids(&[("hoe", way)]).len()).sum();
        assert_eq!(ways, all.len());
    }
}
