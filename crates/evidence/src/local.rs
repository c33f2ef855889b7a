//! What a municipality adds: its own sources, effects, items, rules, ladders, toetsen, and what it knows of things the
//! sources lost.

use crate::gap::Filled;
use crate::list::{CodeList, Item};
use crate::{Citation, EvidenceError, EvidenceKind, Knowledge, Ladder, Rule, Source, Strength, Toets, Words};
use serde::{Deserialize, Serialize};

/// An addition to the knowledge base, read from a TOML text.
///
/// Everything in it cites a source, and everything from it stays marked as local. It may point to a shipped source; it
/// quotes only sources of its own, which are local or external: nobody looked its quotes up. A rule
/// has an id of `L` with digits and says what *can* happen. A toets with the key of a shipped template takes the
/// template's place.
///
/// ```
/// use evidence::{Knowledge, Local};
/// let local = Local::read(r#"
///     [[source]]
///     key = "evaluatie-2025"
///     kind = "local"
///     title = { nl = "Evaluatie van het burgerbudget 2025", en = "Evaluation of the citizens' budget 2025" }
///     note = { nl = "Gemaakt door de dienst participatie.", en = "Made by the participation department." }
///
///     [[effect]]
///     key = "plezier"
///     name = { nl = "Plezier", en = "Joy" }
///     cites = ["evaluatie-2025 p. 12"]
/// "#)?;
/// let knowledge = Knowledge::shipped()?.with(&local)?;
/// assert!(knowledge.effects().any(|(key, item)| key.as_str() == "local.plezier" && item.local));
/// # Ok::<(), evidence::EvidenceError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Local {
    /// Sources of its own.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// Effects of its own; their keys become `local.…`.
    #[serde(rename = "effect")]
    pub effects: Vec<Item>,
    /// Items it adds to lists of the catalogue.
    #[serde(rename = "item")]
    pub items: Vec<LocalItem>,
    /// Rules of its own.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    /// Ladders of its own.
    #[serde(rename = "ladder")]
    pub ladders: Vec<Ladder>,
    /// How it maps rungs of shipped ladders.
    #[serde(rename = "mapping")]
    pub mappings: Vec<Mapping>,
    /// Toetsen of its own, or shipped ones with questions.
    #[serde(rename = "toets")]
    pub toetsen: Vec<Toets>,
    /// What it knows of things that are lost.
    #[serde(rename = "fill")]
    pub fills: Vec<Fill>,
}

/// An item that a municipality adds to a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalItem {
    /// Id or key of the list.
    pub list: String,
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// The key of its category.
    #[serde(default)]
    pub category: Option<String>,
    /// What it means.
    #[serde(default)]
    pub means: Option<Words>,
    /// Where it comes from.
    pub cite: Citation,
}

/// How a municipality reads a rung of a shipped ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Key of the ladder.
    pub ladder: String,
    /// Key of the rung.
    pub rung: String,
    /// The rung of the first ladder; none when none stands for it.
    #[serde(default)]
    pub stands_for: Option<String>,
}

/// What a municipality knows of something that is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fill {
    /// Key of the placeholder.
    pub placeholder: String,
    /// What it says.
    pub says: Words,
    /// Where it comes from.
    pub cite: Citation,
}

impl Local {
    /// A text has at most so many bytes.
    pub const LONGEST: usize = 1_048_576;

    /// Reads an addition. Whether it fits the rest is checked by [`Knowledge::with`].
    ///
    /// # Errors
    /// When the text is too long or no TOML of this kind; the reason names line and column.
    pub fn read(text: &str) -> Result<Self, EvidenceError> {
        if text.len() > Self::LONGEST {
            return Err(EvidenceError::TooLong(Self::LONGEST));
        }
        toml::from_str(text).map_err(|error| EvidenceError::Unreadable { file: "local".to_owned(), reason: error.to_string() })
    }

    /// Every citation in it.
    fn citations(&self) -> impl Iterator<Item = &Citation> {
        let effects = self.effects.iter().flat_map(|effect| &effect.cites);
        let items = self.items.iter().map(|item| &item.cite);
        let rules = self.rules.iter().map(|rule| &rule.cite);
        let ladders = self.ladders.iter().flat_map(|ladder| &ladder.cites);
        let toetsen = self.toetsen.iter().flat_map(|toets| toets.cites.iter().chain(toets.questions.iter().map(|question| &question.cite)));
        let fills = self.fills.iter().map(|fill| &fill.cite);
        effects.chain(items).chain(rules).chain(ladders).chain(toetsen).chain(fills)
    }
}

/// Whether a municipality may bring such a source, and quote it.
const fn its_own(source: &Source) -> bool {
    matches!(source.kind, EvidenceKind::Local | EvidenceKind::External)
}

fn is_local_id(id: &str) -> bool {
    id.strip_prefix('L').is_some_and(|digits| (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Knowledge {
    /// This knowledge with a municipality's addition; nothing of this one changes.
    ///
    /// # Errors
    /// When the addition names what is not there, takes an id or key that is taken, claims more than «kan», or leaves a
    /// text empty.
    pub fn with(&self, local: &Local) -> Result<Self, EvidenceError> {
        let mut whole = self.clone();
        let missing = |by: &str, missing: &str| EvidenceError::Missing { by: by.to_owned(), missing: missing.to_owned() };
        if let Some(source) = local.sources.iter().find(|source| !its_own(source)) {
            return Err(EvidenceError::NotItsOwn(source.key.clone()));
        }
        whole.sources.extend(local.sources.iter().cloned());
        for cite in local.citations() {
            if cite.quote.is_some() && whole.source(&cite.source).is_some_and(|source| !its_own(source)) {
                return Err(EvidenceError::NotItsOwn(cite.to_string()));
            }
        }
        if !local.effects.is_empty() {
            if whole.list("local").is_none() {
                let name = Words { nl: "Eigen effecten".to_owned(), en: "Effects of our own".to_owned(), en_reviewed: false };
                whole.lists.push(CodeList {
                    id: "local".to_owned(),
                    key: "local-effects".to_owned(),
                    name,
                    cites: Vec::new(),
                    verbatim: false,
                    note: None,
                    categories: Vec::new(),
                    items: Vec::new(),
                });
            }
            let own = whole.lists.iter_mut().find(|list| list.id == "local").ok_or_else(|| missing("effect", "local"))?;
            for effect in &local.effects {
                if effect.cites.is_empty() {
                    return Err(missing(&effect.key, "cites"));
                }
                own.items.push(Item { local: true, ..effect.clone() });
            }
        }
        for item in &local.items {
            let list = whole
                .lists
                .iter_mut()
                .find(|list| list.id == item.list || list.key == item.list)
                .ok_or_else(|| missing(&item.key, &item.list))?;
            list.items.push(Item {
                key: item.key.clone(),
                name: item.name.clone(),
                category: item.category.clone(),
                means: item.means.clone(),
                cites: vec![item.cite.clone()],
                direction: None,
                columns: std::collections::BTreeMap::new(),
                helps: Vec::new(),
                local: true,
            });
        }
        for rule in &local.rules {
            if !is_local_id(&rule.id) {
                return Err(EvidenceError::LocalId(rule.id.clone()));
            }
            whole.rules.push(Rule { strength: Strength::Local, ..rule.clone() });
        }
        whole.ladders.extend(local.ladders.iter().map(|ladder| Ladder { local: true, ..ladder.clone() }));
        for Mapping { ladder, rung, stands_for } in &local.mappings {
            let place = format!("{ladder} {rung}");
            if ladder == Ladder::FIRST {
                return Err(missing(&place, "another ladder"));
            }
            let its = whole.ladders.iter_mut().find(|its| its.key == *ladder).ok_or_else(|| missing(&place, ladder))?;
            let its = its.rungs.iter_mut().find(|its| its.key == *rung).ok_or_else(|| missing(&place, rung))?;
            its.stands_for.clone_from(stands_for);
        }
        for toets in &local.toetsen {
            match whole.toetsen.iter_mut().find(|its| its.key == toets.key) {
                Some(template) if template.is_template() => *template = toets.clone(),
                _ => whole.toetsen.push(toets.clone()),
            }
        }
        for fill in &local.fills {
            let lost =
                whole.placeholders.iter_mut().find(|its| its.key == fill.placeholder).ok_or_else(|| missing("fill", &fill.placeholder))?;
            lost.filled.push(Filled { says: fill.says.clone(), cite: fill.cite.clone() });
        }
        whole.rules.sort_by(|one, two| one.id.cmp(&two.id));
        whole.check()?;
        Ok(whole)
    }
}
