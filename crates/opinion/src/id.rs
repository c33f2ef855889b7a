//! Names of participants and statements, as the file or the caller gives them.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::votes::plain_number;

/// Whole numbers first and by value, then everything else as text.
fn in_order(left: &str, right: &str) -> Ordering {
    match (plain_number(left), plain_number(right)) {
        (Some(left), Some(right)) => left.cmp(&right),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => left.cmp(right),
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                in_order(&self.0, &other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        /// A plain whole number is written as a number, anything else as text.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match plain_number(&self.0) {
                    Some(number) => serializer.serialize_u64(number),
                    None => serializer.serialize_str(&self.0),
                }
            }
        }
    };
}

id! {
    /// The id of a participant. Whole numbers come before text and are ordered by value.
    ParticipantId
}
id! {
    /// The id of a statement. Whole numbers come before text and are ordered by value.
    StatementId
}
id! {
    /// The id of a group: 0, 1, … for groups that were found, largest first; as given for groups that were given.
    GroupId
}
