//! One newtype per thing, so that a process can never be mistaken for a contribution.

use crate::{Instant, Random};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// What all ids have in common; implemented by the newtypes of this file only.
pub trait Id: Copy + Eq + Send + Sync + 'static {
    /// The id as it is stored and sent.
    fn uuid(&self) -> Uuid;
    /// The id that was stored.
    fn from_uuid(uuid: Uuid) -> Self;
}

fn v7(now: Instant, random: &dyn Random) -> Uuid {
    let mut bytes = [0_u8; 10];
    random.fill(&mut bytes);
    let millis = u64::try_from(now.micros() / 1000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

fn v4(_now: Instant, random: &dyn Random) -> Uuid {
    let mut bytes = [0_u8; 16];
    random.fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $make:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(Uuid);

            impl $name {
                /// A fresh id. Sortable by time, except for [`IdentityId`], which tells nothing.
                #[must_use]
                pub fn new(now: Instant, random: &dyn Random) -> Self {
                    Self($make(now, random))
                }
                /// The id that was stored or sent.
                #[must_use]
                pub const fn from_uuid(uuid: Uuid) -> Self {
                    Self(uuid)
                }
                /// The id as it is stored and sent.
                #[must_use]
                pub const fn uuid(&self) -> Uuid {
                    self.0
                }
            }
            impl Id for $name {
                fn uuid(&self) -> Uuid {
                    self.0
                }
                fn from_uuid(uuid: Uuid) -> Self {
                    Self(uuid)
                }
            }
            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }
            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!(stringify!($name), "({})"), self.0)
                }
            }
            impl FromStr for $name {
                type Err = uuid::Error;
                fn from_str(text: &str) -> Result<Self, uuid::Error> {
                    Uuid::parse_str(text).map(Self)
                }
            }
            impl From<$name> for Uuid {
                fn from(id: $name) -> Uuid {
                    id.0
                }
            }
        )*
        /// Calls a macro once with the names of all ids, so that a room can give each of them the same trait.
        #[macro_export]
        macro_rules! for_each_id {
            ($call:ident) => { $( $call!($crate::$name); )* };
        }
    };
}

ids! {
    /// A municipality, or another government that runs Meemaak for itself.
    TenantId v7;
    /// A partner organisation beside the departments, such as a neighbourhood organisation.
    OrganisationId v7;
    /// A line department of the municipality.
    DepartmentId v7;
    /// A neighbourhood, village or district.
    AreaId v7;
    /// A street inside an area.
    StreetId v7;
    /// Somebody who signs in: staff or a person of a partner organisation.
    AccountId v7;
    /// A role given to an account for a scope and a period.
    GrantId v7;
    /// A participation process.
    ProcessId v7;
    /// One version of the charter of a process (catalogue A1).
    CharterId v7;
    /// A plan of a department, with the ground it lies on (catalogue B45).
    PlanId v7;
    /// What one person put in (catalogue F).
    ContributionId v7;
    /// What travels through the organisation: one or many contributions.
    DossierId v7;
    /// One entry of the journal.
    EventId v7;
    /// Work for later.
    JobId v7;
    /// The wish of an author to take back what still lies on a telephone.
    RecallId v7;
    /// A photo, a logo or another file.
    FileId v7;
    /// A public text in one or more languages.
    TextId v7;
    /// Who somebody is. Random, so that it tells nothing of when it was made or what was written then.
    IdentityId v4;
    /// A reply of a resident under a contribution.
    CommentId v7;
    /// The motivated answer to an author.
    AnswerId v7;
    /// One answer on its way to one author.
    DeliveryId v7;
    /// A message to the authors of a dossier beside an answer.
    NoticeId v7;
    /// A heap of paper forms or notes that came in together.
    BatchId v7;
    /// A question of the department to the author (F1 S6a).
    QuestionId v7;
    /// An advice of a department (F1 S11).
    AdviceId v7;
    /// Money that one or more departments hold (F1 S8).
    BudgetId v7;
    /// What a council was told of a process before it decides (F1 S12).
    BriefingId v7;
    /// A decision of the competent body (F1 S13).
    DecisionId v7;
    /// What an author thought of the answer (F1 S15).
    ReactionId v7;
    /// What was promised after a decision (F1 S16).
    CommitmentId v7;
    /// A step of a commitment with its date (F1 S16).
    MilestoneId v7;
    /// One thing that happened to a commitment (F1 S16–S18).
    HappeningId v7;
    /// A wish to get news by mail. Random, since it belongs to an identity.
    SubscriptionId v4;
    /// One signing-in of one account.
    SignInId v4;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let random = SeededRandom::new(1);
        let ids: Vec<_> = (1..50).map(|n| ContributionId::new(Instant::from_micros(n * 5_000), &random)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn an_identity_tells_nothing_of_its_moment() {
        let random = SeededRandom::new(1);
        assert_eq!(IdentityId::new(Instant::from_micros(7), &random).uuid().get_version_num(), 4);
    }
}
