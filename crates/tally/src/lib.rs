//! Counting a participatory budget: exact, explained, and the same however the ballots are shuffled.
//!
//! Rules: the Method of Equal Shares (Peters, Pierczyński and Skowron, arXiv 2008.13276) with its completions,
//! greedy by votes in the variants that cities use, and sequential Phragmén. All amounts are exact rationals.
//!
//! ```
//! use tally::{Election, Options, Rule, count, read};
//!
//! let file = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\nbench;60\ntree;40\nfountain;90\n\
//!             VOTES\nvoter_id;vote\n1;bench,tree\n2;bench\n3;tree\n4;fountain\n";
//! let election: Election = read(file.as_bytes(), tally::Reading::Strict)?.election;
//! let outcome = count(&election, &Options { rule: Rule::EqualShares, ..Options::default() })?;
//! assert_eq!(outcome.winner_ids(&election), ["tree"], "bench costs 60, and its two supporters have 50 between them, less what tree took");
//! assert!(outcome.total_cost <= election.budget);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod count;
mod election;
mod exact;
mod explain;
mod file;
mod greedy;
mod phragmen;
mod shares;
mod ties;

pub use count::{Comparison, Completion, Options, OptionsError, Outcome, Rule, Start, Stop, Versus, count};
pub use election::{Ballot, Election, Kind, Project, Utility};
pub use explain::{Loser, Round, Taken};
pub use file::{FileError, Read, Reading, Rejected, read, write};
pub use greedy::Misfit;
pub use ties::{Tie, TieKey, Ties};
