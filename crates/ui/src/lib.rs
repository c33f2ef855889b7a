//! Layout, components, forms, theme, translations and assets: what every page of the house looks like and how it speaks.
//!
//! A page is a struct with a field `page: ui::Page` and an askama template that begins with
//! `{% extends "ui/layout.html" %}`. The README shows the parts with an example.

pub mod assets;
mod form;
mod line;
mod page;
mod reply;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod texts;
pub mod theme;

pub use assets::{Asset, assets, module, stylesheet};
pub use form::{Choice, Typed, Wrong};
pub use line::{LineStep, Pager, Rung, StepKind, StepLine};
pub use page::{Contact, LanguageLink, NavLink, Page, Site, own_name};
pub use reply::{html, see_other};
pub use texts::{Arg, Texts, TextsError};

/// The words of this room: `ui-…`, and `journey-…` for the states, outcomes and steps of a contribution (catalogue F).
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/ui.ftl")),
    ("nl", include_str!("../locales/nl/journey.ftl")),
    ("en", include_str!("../locales/en/ui.ftl")),
    ("en", include_str!("../locales/en/journey.ftl")),
    ("ar", include_str!("../locales/ar/ui.ftl")),
    ("ar", include_str!("../locales/ar/journey.ftl")),
];
