//! The code lists of this room, with the code that is stored and the key of their words.

use journey::Stranding;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $stem:literal { $($(#[$vdoc:meta])* $variant:ident $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The code that is stored and sent.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            /// The key of its words.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!($stem, $code),)* }
            }
            /// The one with this code.
            #[must_use]
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes! {
    /// Who does what was promised (F1 S16: municipality, resident, partner).
    Doer, "deliver-doer-" {
        /// A department of the municipality.
        Department "department",
        /// Residents, often with support.
        Resident "resident",
        /// A partner organisation.
        Partner "partner",
    }
}

codes! {
    /// Whether the money for a commitment is there, and whose it is (C143: only the holder of a budget commits it).
    Funding, "deliver-funding-" {
        /// It needs no money.
        Unneeded "none",
        /// The department that answers for it has it.
        Own "own",
        /// The holder of another department's budget committed it.
        Given "given",
        /// Another department was asked, and has not said anything yet: nothing is promised.
        Asked "asked",
        /// The other department says no.
        Refused "refused",
        /// It is needed, and nobody said yet where it comes from.
        Sought "sought",
    }
}

impl Funding {
    /// Whether what is needed is there; otherwise no money is promised.
    #[must_use]
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Unneeded | Self::Own | Self::Given)
    }
}

codes! {
    /// Where a commitment stands.
    Stage, "deliver-stage-" {
        /// Being carried out (S16).
        Underway "underway",
        /// Done, says the department; nobody confirmed it yet.
        Claimed "claimed",
        /// Confirmed by an author or the neighbourhood manager (S17).
        Realised "realised",
        /// Still works, is used, owned and has a place (S18).
        Integrated "integrated",
    }
}

codes! {
    /// What happened to a commitment. All of it is public.
    HappeningKind, "deliver-kind-" {
        /// It was promised.
        Promised "promised",
        /// A milestone was planned.
        Planned "planned",
        /// A milestone was reached.
        Reached "reached",
        /// A milestone got another date, with the motive.
        Moved "moved",
        /// Something was told of how it goes.
        Noted "noted",
        /// Means were spent.
        Spent "spent",
        /// The plan changed: what was proposed, what comes instead, and why (output against outcome).
        Changed "changed",
        /// Somebody else of the department has it from now on.
        HandedOver "handed-over",
        /// It was said how it goes on when the money ends.
        WentOn "went-on",
        /// The department says it is done.
        Claimed "claimed",
        /// It was confirmed.
        Confirmed "confirmed",
        /// Somebody who may confirm says it is not done.
        NotReady "not-ready",
        /// Somebody who may confirm says it is something else than was promised.
        Different "different",
        /// It was looked at whether it lasts.
        Checked "checked",
        /// An author said whether it still works for them.
        Experienced "experienced",
        /// A photo was put with it.
        Pictured "pictured",
        /// A photo was taken away, with the motive.
        PhotoGone "photo-gone",
        /// The money for it was found, or it turned out that none is needed.
        Funded "funded",
        /// Another department was asked for the money.
        Asked "asked",
        /// The holder of that money committed it.
        Given "given",
        /// The holder of that money says no, with the motive.
        Refused "refused",
    }
}

codes! {
    /// What a photo shows.
    Moment, "deliver-moment-" {
        /// What was there before anything was done.
        Before "before",
        /// What is there now.
        After "after",
    }
}

codes! {
    /// What authors are told of a commitment beside the answer; each once at every turn.
    Telling, "deliver-told-" {
        /// The department says that it is done: whoever put it in may say whether that is so.
        Confirm "confirm",
        /// It is time to look whether it lasts.
        Check "check",
        /// What was found then.
        Checked "checked",
    }
}

codes! {
    /// What the integration check asks (S18, G040).
    Lasting, "deliver-lasting-" {
        /// It still works.
        Works "works",
        /// It is used.
        Used "used",
        /// Somebody feels it is theirs and looks after it.
        Owned "owned",
        /// It has a fixed place, in the street or in the work of the municipality.
        Placed "placed",
    }
}

codes! {
    /// What people inside hear of something that lies still: what F3 calls its first action. Each once for every time.
    Signal, "deliver-signal-" {
        /// A date passed of what is being carried out (X1).
        Late "late",
        /// The department says that it is done, and nobody confirmed that in time (X1).
        Unconfirmed "unconfirmed",
        /// Nobody looked in time whether it lasts (X1).
        Unchecked "unchecked",
        /// A date passed five days ago, and nothing happened (X1).
        StillLate "still-late",
        /// It was decided to be done, and nobody agreed anything (X8).
        Unpromised "unpromised",
        /// It was agreed, and no milestone is planned (X8).
        Unplanned "unplanned",
        /// It was agreed, and its money is not there (X8).
        Unfunded "unfunded",
        /// The same, while another department was asked and says nothing (X8).
        Unanswered "unanswered",
        /// Whoever has it is gone (X10).
        Unheld "unheld",
        /// Its money ends soon (X11).
        Ending "ending",
    }
}

impl Signal {
    /// Why it lies still.
    #[must_use]
    pub const fn stranding(self) -> Stranding {
        match self {
            Self::Late | Self::Unconfirmed | Self::Unchecked | Self::StillLate => Stranding::X1,
            Self::Unpromised | Self::Unplanned | Self::Unfunded | Self::Unanswered => Stranding::X8,
            Self::Unheld => Stranding::X10,
            Self::Ending => Stranding::X11,
        }
    }

    /// The key of the words for everybody: why it lies still.
    #[must_use]
    pub const fn public_key(self) -> &'static str {
        match self {
            Self::Unfunded => "deliver-still-unfunded",
            Self::Unanswered => "deliver-still-unanswered",
            other => other.stranding().key(),
        }
    }
}
