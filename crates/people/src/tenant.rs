//! A municipality as its pages need it.

use journey::Civil;
use kernel::{FileId, Instant, Language, TenantId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, PoisonError, RwLock};
use ui::theme::Theme;
use ui::{Contact, Site};

/// Which words a government uses for itself: schepen or wethouder, college van burgemeester en schepenen or
/// college van B en W.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermsWords {
    /// Flemish words.
    Flemish,
    /// Dutch words.
    Dutch,
}

impl TermsWords {
    /// The code that is stored, and that Fluent texts select on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Flemish => "flemish",
            Self::Dutch => "dutch",
        }
    }
}

impl FromStr for TermsWords {
    type Err = crate::permit::UnknownCode;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code {
            "flemish" => Ok(Self::Flemish),
            "dutch" => Ok(Self::Dutch),
            other => Err(crate::permit::UnknownCode(other.to_owned())),
        }
    }
}

impl fmt::Display for TermsWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// How small a group of people may be to be shown, where the municipality chose nothing else (catalogue G, conventions). What fewer
/// people said or did is told as «fewer than» or not at all, so that nobody is known by it. [`crate::tables::tenants::smallest`] tells
/// what holds in a municipality.
pub const SMALLEST: i64 = 10;
/// Between which numbers a municipality chooses.
pub const SMALLEST_ALLOWED: std::ops::RangeInclusive<i64> = 3..=100;

/// A word of the office, and what most people say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlainWord {
    /// What the office writes, in small letters.
    pub word: String,
    /// What most people say.
    pub better: String,
}

/// A municipality, or another government that runs Meemaak for itself.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Its id.
    pub id: TenantId,
    /// The host that links in mails and letters carry.
    pub host: String,
    /// Every host under which it is found, the first one included. Without a port.
    pub hosts: Vec<String>,
    /// Its name, for instance «Stad Leyhoven».
    pub name: String,
    /// Its zone, calendar and terms.
    pub civil: Civil,
    /// The language of a page when the visitor asks for none that we have.
    pub language: Language,
    /// The languages of its public pages.
    pub languages: Vec<Language>,
    /// The languages whose pages a person has read through; the others say that they were not.
    pub reviewed: Vec<Language>,
    /// Flemish or Dutch words.
    pub terms_words: TermsWords,
    /// Words of this office that its letters had better not use, beside those that every office has.
    pub plain_words: Vec<PlainWord>,
    /// Its palette and letters.
    pub theme: Theme,
    /// How to reach it without a screen.
    pub contact: Contact,
    /// Its logo.
    pub logo: Option<FileId>,
    /// Whether one or two people do all the work: then whoever may do it all handles a dossier on one page, and somebody may
    /// hold a dossier of a department other than their own. Every step is set and journalled all the same.
    pub light: bool,
}

/// A host as it is compared: lower case, without port and without a closing dot.
#[must_use]
pub fn bare_host(host: &str) -> String {
    let host = host.trim();
    let bare = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    bare.trim_end_matches('.').to_ascii_lowercase()
}

/// How long a node may believe what it read about a tenant, in seconds; its own changes it sees at once.
const FRESH_SECONDS: i64 = 10;

/// The tenants that this node read last, and what their pages share.
#[derive(Debug, Default)]
pub(crate) struct Known {
    tenants: RwLock<HashMap<String, (Instant, Arc<Tenant>)>>,
    sites: RwLock<HashMap<TenantId, SiteOf>>,
}

/// What the pages share of exactly this reading of a tenant.
type SiteOf = (Arc<Tenant>, Arc<Site>);

impl Known {
    pub(crate) fn get(&self, host: &str, now: Instant) -> Option<Arc<Tenant>> {
        let known = self.tenants.read().unwrap_or_else(PoisonError::into_inner);
        let (read_at, tenant) = known.get(host)?;
        (now < read_at.plus_seconds(FRESH_SECONDS)).then(|| Arc::clone(tenant))
    }
    pub(crate) fn put(&self, host: String, now: Instant, tenant: Arc<Tenant>) {
        self.tenants.write().unwrap_or_else(PoisonError::into_inner).insert(host, (now, tenant));
    }
    pub(crate) fn site(&self, tenant: &Arc<Tenant>, make: impl FnOnce() -> Site) -> Arc<Site> {
        let known = self.sites.read().unwrap_or_else(PoisonError::into_inner).get(&tenant.id).cloned();
        match known {
            Some((of, site)) if Arc::ptr_eq(&of, tenant) => site,
            _ => {
                let site = Arc::new(make());
                let entry = (Arc::clone(tenant), Arc::clone(&site));
                self.sites.write().unwrap_or_else(PoisonError::into_inner).insert(tenant.id, entry);
                site
            }
        }
    }
    pub(crate) fn forget(&self, tenant: TenantId) {
        self.tenants.write().unwrap_or_else(PoisonError::into_inner).retain(|_, (_, known)| known.id != tenant);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_and_a_closing_dot_do_not_make_another_host() {
        assert_eq!(bare_host("Leyhoven.TEST.:8080"), "leyhoven.test");
        assert_eq!(bare_host("[::1]:8080"), "::1");
        assert_eq!(bare_host("127.0.0.1:8080"), "127.0.0.1");
        assert_eq!(bare_host(""), "");
    }
}
