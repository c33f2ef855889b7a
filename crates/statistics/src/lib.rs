#![doc = include_str!("../README.md")]

mod agreement;
mod cells;
mod difference;
mod distribution;
mod measured;
mod proportion;
mod representation;
mod sample;
mod scale;
mod spread;

pub use agreement::{Agreement, Kappa, Weighting};
pub use cells::{Published, PublishedList, publishable, publishable_list};
pub use difference::{Difference, paired, welch};
pub use distribution::{normal_quantile, t_quantile};
pub use measured::{Because, Confidence, Estimate, Measured, NotMeasurable, Outcome, Size};
pub use proportion::Proportion;
pub use representation::{Representativeness, UNDER_REPRESENTED, representativeness};
pub use sample::Sample;
pub use scale::cronbach_alpha;
pub use spread::{Spread, gini};
