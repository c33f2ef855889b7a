//! Code lists of the catalogue (part B): stable key, Dutch label, English label, meaning, source.

use crate::{Citation, EffectKey, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A list of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// Its id in the catalogue, for instance `B08`.
    pub id: String,
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// Where it stands.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// Whether the Dutch labels stand in the source as they are here; otherwise they are ours.
    #[serde(default)]
    pub verbatim: bool,
    /// What to keep in mind with it.
    #[serde(default)]
    pub note: Option<Words>,
    /// Its categories, in order; none when it has none.
    #[serde(default)]
    pub categories: Vec<Item>,
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its key, alone in its list.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// The key of its category.
    #[serde(default)]
    pub category: Option<String>,
    /// What it means, as far as the source says.
    #[serde(default)]
    pub means: Option<Words>,
    /// Where it stands, when elsewhere than its list.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// The direction the source names it in: `+`, `-` or `+-`.
    #[serde(default)]
    pub direction: Option<String>,
    /// Texts per column, where the list is a table.
    #[serde(default)]
    pub columns: BTreeMap<String, Words>,
    /// Items of another list that it can help with (barriers, for a strategy). This link is ours: the sources list them apart.
    #[serde(default)]
    pub helps: Vec<String>,
    /// Whether a municipality added it.
    #[serde(default)]
    pub local: bool,
}

impl CodeList {
    /// The item with this key.
    #[must_use]
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }
    /// The items of a category, in order.
    pub fn of_category<'a>(&'a self, category: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.category.as_deref() == Some(category))
    }
}

/// Two things of two vocabularies that share a name or a matter. They correspond; they are never merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correspondence {
    /// Of the effects of policy participation (B01).
    pub effect: EffectKey,
    /// Of the public values of co-creation (B08).
    pub value: EffectKey,
    /// What differs.
    pub note: Words,
}
