//! Counting a participatory budget: exact, explained, and the same however the ballots are shuffled.
//!
//! Rules: the Method of Equal Shares (Peters, Pierczyński and Skowron, arXiv 2008.13276) with its completions, greedy in the
//! variants that cities use, and sequential Phragmén. All amounts are exact; what is a choice is numbered in the README.
//!
//! ```
//! use tally::{Options, Reading, Rule, count, read};
//!
//! let file = "META\nkey;value\nbudget;100\nvote_type;approval\n\
//!             PROJECTS\nproject_id;cost\nbench;60\ntree;40\nfountain;90\n\
//!             VOTES\nvoter_id;vote\n1;bench,tree\n2;bench\n3;tree\n4;fountain\n";
//! let election = read(file.as_bytes(), Reading::Strict)?.election;
//! let outcome = count(&election, &Options { rule: Rule::EqualShares, ..Options::default() })?;
//! assert_eq!(outcome.winner_ids(&election), ["tree"]);
//! // Each of the four has 25. The tree cost two of them 20 each; what is left of its supporters' money:
//! let bench = &outcome.losers[0];
//! assert_eq!((bench.project.as_str(), bench.left.as_deref(), bench.missing.as_deref()), ("bench", Some("30"), Some("30")));
//! assert_eq!((bench.taken[0].project.as_str(), bench.taken[0].amount.as_str()), ("tree", "20"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod caps;
mod count;
mod election;
mod exact;
mod explain;
mod file;
mod greedy;
mod justified;
mod phragmen;
pub mod picture;
mod report;
mod shares;
mod support;
mod ties;

pub use count::{Compared, Comparison, Completion, Options, OptionsError, Outcome, Rule, Start, Stop, count, count_watched};
pub use election::{Ballot, Election, Kind, MOST_MONEY, MOST_POINTS, Project, Utility, WHOLE_SHARE};
pub use explain::{Accounts, Loser, Reason, Round, Step, Taken};
pub use file::{FileError, Read, Reading, Rejected, cents, read, write};
pub use greedy::Misfit;
pub use justified::{Claim, Justified, JustifiedError, MOST_CHECKED, justified};
pub use report::{Amount, Counted, InPart, Report};
pub use ties::{Tie, TieKey, Ties};
