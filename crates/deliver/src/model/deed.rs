//! What can be done with a commitment.

use super::{Doer, Lasting, Moment};
use journey::ConfirmedBy;
use kernel::{AccountId, Date, DepartmentId, FileId, Line, MilestoneId, Money, OrganisationId};
use store::texts::LanguageSet;

/// What is promised after a decision. Texts are public.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// What will be there.
    pub what: LanguageSet,
    /// Who does it.
    pub doer: Doer,
    /// The organisation, when a partner does it.
    pub organisation: Option<OrganisationId>,
    /// The department that answers for it, whoever does it.
    pub department: DepartmentId,
    /// Who has it there. Never public.
    pub holder: Option<AccountId>,
    /// By when.
    pub until: Date,
    /// The means that are promised.
    pub promised: Money,
    /// Where they come from; needed when there are any.
    pub source: Option<Line>,
    /// The department whose money it is; the one that answers for it when nobody says so.
    pub means_of: Option<DepartmentId>,
    /// Whether that money is only needed or asked for: nobody committed it yet, and none is promised.
    pub sought: bool,
    /// The day on which that source ends, when it does.
    pub money_ends: Option<Date>,
    /// Hours a month that are asked of volunteers.
    pub hours: Option<i64>,
    /// Hours a month that volunteers said they can give.
    pub ceiling: Option<i64>,
}

/// How a plan changed: output against outcome (A225). Texts are public.
#[derive(Debug, Clone, PartialEq)]
pub struct Changing {
    /// What was proposed and promised.
    pub proposed: LanguageSet,
    /// What comes instead.
    pub instead: LanguageSet,
    /// Why.
    pub motive: LanguageSet,
    /// By what that was decided, in one line.
    pub criterion: LanguageSet,
}

/// A photo whose bytes were written anew and put in the folder of files before. It is public, with its description.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The file.
    pub file: FileId,
    /// How many bytes it has.
    pub size: i64,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Whether it shows what was there before, or what is there now.
    pub moment: Moment,
    /// What is on it, for whoever does not see it.
    pub description: LanguageSet,
}

/// What the department that carries it out does (`Permission::CarryOut`).
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Plans a milestone.
    Plan {
        /// What will be there.
        text: LanguageSet,
        /// When.
        on: Date,
    },
    /// Says that a milestone is reached.
    Reach {
        /// Which.
        milestone: MilestoneId,
        /// On which day.
        on: Date,
    },
    /// Gives a milestone another date.
    Move {
        /// Which.
        milestone: MilestoneId,
        /// The new date.
        to: Date,
        /// Why; public.
        motive: LanguageSet,
    },
    /// Tells how it goes.
    Note(LanguageSet),
    /// Writes down means that were spent.
    Spend {
        /// How much.
        amount: Money,
        /// On what.
        on: LanguageSet,
    },
    /// Says where money comes from that was not there yet (X8); nothing when none is needed after all.
    Fund {
        /// How much.
        amount: Money,
        /// Where it comes from; needed when there is any.
        source: Option<Line>,
        /// The department whose money it is, when it is another one: that one is asked.
        means_of: Option<DepartmentId>,
    },
    /// Changes the plan. The authors are told (F4: S16→S15).
    Change(Box<Changing>),
    /// Gives it to somebody else of the department.
    HandOver(AccountId),
    /// Says how it goes on when the money ends (X11).
    GoOn {
        /// How.
        words: LanguageSet,
        /// When the new source ends, if it does.
        money_ends: Option<Date>,
    },
    /// Says that it is done.
    Claim,
    /// Puts a photo with it, at any time.
    Picture(Box<Picture>),
    /// Takes a photo away, at any time: somebody who can be recognised on it does not want that.
    TakeDown {
        /// Which.
        photo: FileId,
        /// Why; public.
        motive: LanguageSet,
    },
}

/// What the holder of another department's money says when it is asked for a commitment (`Permission::CommitMeans`, C143).
#[derive(Debug, Clone, PartialEq)]
pub enum MeansWord {
    /// It is committed: from now on it is promised.
    Give,
    /// It is not, with the motive; public.
    Refuse(LanguageSet),
}

/// What an author or the neighbourhood manager says of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Attestation {
    /// It is there, as it was promised (S17).
    Confirm(ConfirmedBy),
    /// It is not done.
    NotReady(ConfirmedBy),
    /// It is something else than was promised.
    Different(ConfirmedBy),
    /// Whether it still works for an author (S18): a line for everybody to read, and a reason to look sooner when something no
    /// longer holds. It closes nothing.
    Experience {
        /// What holds.
        lasting: Vec<Lasting>,
    },
    /// Whether it lasts (S18).
    Check {
        /// What holds.
        lasting: Vec<Lasting>,
        /// What was seen; public.
        words: LanguageSet,
    },
}
