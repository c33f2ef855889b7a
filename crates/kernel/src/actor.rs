//! Who did something, as the journal remembers it: never a name.

use crate::{AccountId, IdentityId};
use serde::{Deserialize, Serialize};

/// Who acts. The journal keeps this and nothing else about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case")]
pub enum Actor {
    /// A resident without an account.
    Resident,
    /// A resident whom the identity vault knows, under a pseudonym.
    Known {
        /// The pseudonym.
        identity: IdentityId,
    },
    /// Somebody who signed in.
    Account {
        /// Whose account.
        account: AccountId,
    },
    /// The program itself, when a term passes or a mail is sent.
    System,
}

impl Actor {
    /// The account that acts, when one does.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account { account } => Some(*account),
            _ => None,
        }
    }
}
