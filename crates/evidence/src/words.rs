//! Words in the languages of the knowledge base.

use serde::{Deserialize, Serialize};

/// A word or sentence. Dutch is the original; English is ours and waits for a reviewer until somebody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In Dutch, as an officer and a resident in Flanders read it.
    pub nl: String,
    /// In English.
    pub en: String,
    /// Whether somebody other than the translator has read the English.
    #[serde(default)]
    pub en_reviewed: bool,
}

impl Words {
    /// Whether both are there.
    #[must_use]
    pub fn complete(&self) -> bool {
        !self.nl.trim().is_empty() && !self.en.trim().is_empty()
    }
}
