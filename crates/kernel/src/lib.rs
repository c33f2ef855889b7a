//! The words that every room uses: ids, time, money, language, actors, codes and checked texts.
//!
//! Nothing here reads a file, a socket, the clock of the machine or its random source, except the two
//! types made for that, [`SystemClock`] and [`SystemRandom`], which only the program itself constructs.

mod actor;
mod code;
mod id;
mod language;
mod money;
mod random;
mod text;
mod time;

pub use actor::Actor;
pub use code::{CodeError, FollowCode, PublicNumber};
pub use id::*;
pub use language::{Direction, Language, LanguageError};
pub use money::{Money, MoneyError};
pub use random::{Random, SeededRandom, SystemRandom};
pub use text::{Line, Prose, TextError};
pub use time::{Calendar, Clock, Date, Holidays, Instant, SystemClock, Term, TestClock, TimeError, Zone};
