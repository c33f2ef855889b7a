//! Fair drawing of citizens' panels.
//!
//! People volunteer; a panel must look like the population; everybody should have a fair chance nonetheless. This crate finds
//! the fairest lottery over panels that keep the quotas, proves that it cannot be fairer, rounds it to a lottery that can be drawn
//! with balls in public, and lets anybody replay the draw. No input or output beyond readers of CSV, no clock, no chance but
//! from a seed that is handed in.
//!
//! ```
//! use sortition::{Objective, People, Pool, PublicLottery, Quotas, Terms, fair};
//!
//! let people = People::read("id,age\nan,young\nbo,old\ncas,old\ndot,old\n".as_bytes(), None)?;
//! let quotas = Quotas::read("category,feature,min,max\nage,young,1,1\nage,old,1,1\n".as_bytes())?;
//! let pool = Pool::new(&people, &quotas, &Terms { size: 2, ..Terms::default() })?;
//!
//! let lottery = fair(&pool, Objective::Leximin, &mut |_| {})?;
//! assert_eq!(lottery.levels[0].reached.to_string(), "1/3");
//! assert!(lottery.exact(), "the proof in fractions meets the lottery in fractions");
//!
//! let public = PublicLottery::new(&pool, &lottery, 1000, "the seed, secret until the draw")?;
//! let draw = public.draw("the seed, secret until the draw")?;
//! assert!(draw.members.contains(&"an".to_string()));
//! assert!(public.verify(&draw).is_empty());
//! # Ok::<(), sortition::SortitionError>(())
//! ```
//!
//! The way from the question to the answer: [`People`] and [`Quotas`] → [`Pool`] (kinds of people) → [`fair`] → [`Lottery`] with
//! its [`FairLevel`]s and [`Proof`]s → [`PublicLottery`] → [`Draw`]; [`Report`] tells all of it, and [`Representation`] puts it beside
//! the [`Population`].

mod alternates;
mod certificate;
mod columns;
mod decompose;
mod error;
mod exact;
mod fair;
mod feasibility;
mod goldilocks;
mod invented;
mod least;
mod linear;
mod lottery;
mod nash;
mod people;
pub mod picture;
mod pool;
mod population;
mod pricing;
mod quotas;
mod report;
mod representation;
mod simple;
mod target;

pub use alternates::{Alternate, alternates};
pub use certificate::{Proof, Region};
pub use error::SortitionError;
pub use exact::Fraction;
pub use fair::{FairLevel, Lottery, Objective, Progress, Score, fair, gini};
pub use invented::invented;
pub use lottery::{Draw, PublicLottery, commitment};
pub use people::{People, Person};
pub use pool::{Class, Kind, Pool, Terms};
pub use population::{Population, PopulationShare, share};
pub use pricing::Panel;
pub use quotas::{Quota, Quotas};
pub use report::{FeatureShare, KindShare, Report};
pub use representation::{
    CategoryRepresentation, ExactShare, FeatureRepresentation, Purpose, Representation, WorstFeature, representativeness, usual_alert,
};
pub use simple::simple_draw;
