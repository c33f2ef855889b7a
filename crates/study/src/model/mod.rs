//! Types and rules of this room, without IO.

pub mod agreement;
pub mod balance;
pub mod coding;
pub mod frame;
pub mod passage;
pub mod session;
pub mod source;

pub use agreement::{Compared, Difference, compare};
pub use balance::{Balance, FEWEST_BEHIND_WORDS, Heard};
pub use coding::{Direction, Ground, Item, Marked, NewMarked, Resolution, Settled};
pub use frame::Frame;
pub use passage::{PassageError, cut};
pub use session::{DialogueQuality, Dominance, SpeakingUnit};
pub use source::{Actors, PaperKind, RespondentKind, Source, SourceCode, SourceKind};

/// An enum whose forms have a code of their own, under which they are stored and named in words.
macro_rules! coded {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }
        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The code under which it is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            /// The form with this code.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}
pub(crate) use coded;
