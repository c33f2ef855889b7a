//! What can be done with several dossiers at once: only what is the same for each of them and needs no look at its words.

use crate::model::{Act, Standing, WaitsFor, holds_for, waits_for};
use design::Decider;
use journey::{Dossier, State};
use kernel::{AccountId, Date};
use people::{Grant, Permission, permit};

/// Something that is done with several dossiers at once, with each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtOnce {
    /// Ask one department to take them.
    Assign,
    /// Put them on the agenda of one body on one day.
    Schedule,
    /// Give them to somebody else in the department.
    HandOver,
    /// Mail whoever each of them waits for.
    Remind,
}

impl AtOnce {
    /// All of them, in the order of the page.
    pub(crate) const ALL: [Self; 4] = [Self::Assign, Self::Schedule, Self::HandOver, Self::Remind];

    /// Its value in addresses and forms.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Assign => "toewijzen",
            Self::Schedule => "agenda",
            Self::HandOver => "overdragen",
            Self::Remind => "herinneren",
        }
    }

    /// The one with this value.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Its words, on a button.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Assign => "carry-at-once-assign",
            Self::Schedule => "carry-at-once-schedule",
            Self::HandOver => "carry-at-once-hand-over",
            Self::Remind => "carry-at-once-remind",
        }
    }

    /// One of these permissions is needed somewhere.
    pub(crate) const fn permissions(self) -> &'static [Permission] {
        match self {
            Self::Assign | Self::Remind => &[Permission::Assign],
            Self::Schedule => &[Permission::Schedule],
            // The head, or whoever holds it; and whoever assigns, when that one is gone.
            Self::HandOver => &[Permission::Accept, Permission::Advise, Permission::Assign],
        }
    }

    /// Whether somebody with these grants may do it with this dossier today, whenever it is open.
    pub(crate) fn allowed(self, grants: &[Grant], account: AccountId, dossier: &Dossier, decider: Decider, today: Date) -> bool {
        let act = |act: Act| act.allowed(grants, account, &act.thing(dossier), decider, today);
        match self {
            Self::Assign => act(Act::Assign),
            Self::Schedule => act(Act::Schedule),
            Self::HandOver => {
                let standing = Standing::from(dossier).beside();
                let thing = standing.thing();
                let may = |permission| permit(grants, account, permission, &thing, today);
                let holds = dossier.holder.is_some_and(|holder| holds_for(grants, account, holder, &thing, today));
                holds || may(Permission::Accept) || (standing.left && may(Permission::Assign))
            }
            Self::Remind => permit(grants, account, Permission::Assign, &Standing::from(dossier).thing(), today),
        }
    }

    /// Whether the dossier stands where it can be done.
    pub(crate) fn is_open(self, dossier: &Dossier, decider: Decider) -> bool {
        match self {
            Self::Assign => Act::Assign.is_open(dossier, decider),
            Self::Schedule => Act::Schedule.is_open(dossier, decider),
            Self::HandOver => dossier.department.is_some() && dossier.state != State::Assigned && dossier.state.may_be_objected_to(),
            Self::Remind => {
                !matches!(waits_for(&Standing::from(dossier), decider), WaitsFor::Author | WaitsFor::Parts | WaitsFor::Nobody)
                    && dossier.merged.is_none()
            }
        }
    }
}
