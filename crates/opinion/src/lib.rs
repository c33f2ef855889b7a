#![doc = include_str!("../README.md")]

mod arranged;
mod eigen;
mod error;
mod grouping;
mod id;
mod live;
mod map;
mod pca;
mod picture;
mod read;
mod serial;
mod statement;
mod statistics;
mod votes;

pub use error::OpinionError;
pub use grouping::{adjusted_rand_index, most_groups, smallest_group};
pub use id::{GroupId, ParticipantId, StatementId};
pub use live::{LiveMap, SteadyNumber};
pub use map::{Components, FEWEST_TO_GROUP, Group, MapOptions, OpinionMap, Stability, VOTES_TO_TAKE_PART};
pub use picture::{PictureRow, PictureWords, group_letter, picture, picture_table};
pub use read::{GivenGroups, VotesFile, read_groups, read_statements, read_votes};
pub use statement::{Moderation, Statement};
pub use statistics::{
    Comparison, Consensus, Direction, Representative, Shared, TOLD, Z_90, proportion_test, routing_priority, smoothed, two_proportion_test,
};
pub use votes::{Vote, VoteCounts, VoteTable, Votes};
