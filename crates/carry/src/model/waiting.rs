//! For whom a dossier waits: the one rule behind «my work» and behind every reminder.
//! No state is left without an owner (catalogue F, design principle 2).

use crate::model::{Act, Lane, Level, lane};
use design::Decider;
use journey::{Dossier, DossierRow, State, Stranding};
use kernel::{AccountId, AreaId, Date, DepartmentId, ProcessId};
use people::{Grant, Permission, Thing, WhoIsThere, does_work_of, permit};

/// Where a dossier stands and in whose hands: what owners and permissions depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// The state.
    pub state: State,
    /// The department that has it.
    pub department: Option<DepartmentId>,
    /// The department that was asked.
    pub asked: Option<DepartmentId>,
    /// Who holds it.
    pub holder: Option<AccountId>,
    /// Whether whoever holds it is absent or gone, and nobody stands in (F3 X10).
    pub left: bool,
    /// The level at which it lies (F1 S10).
    pub level: Option<Level>,
    /// Whether it is carried out already while an author waits for the answer.
    pub owed: bool,
    /// Whether it was put off until a day on which it is taken up again.
    pub put_off: bool,
}

impl Standing {
    /// What a permission over the dossier must cover: the dossier in the department that was asked or has it.
    #[must_use]
    pub fn thing(&self) -> Thing {
        Thing::process(self.process).in_department(self.asked.or(self.department)).in_area(self.area)
    }
}

impl Standing {
    /// The same as far as what lies beside the way goes: with the department that has it, also while another one is asked for
    /// its means.
    #[must_use]
    pub const fn beside(self) -> Self {
        Self { asked: if self.department.is_some() { None } else { self.asked }, ..self }
    }

    /// Since when nobody works on what somebody holds (F3 X10); `None` when somebody is there, or nobody holds it.
    #[must_use]
    pub fn nobody_since(&self, who: &WhoIsThere, today: Date) -> Option<Date> {
        who.nobody_since(self.holder?, &HOLDING, &self.beside().thing(), today)
    }

    /// Whether somebody with these grants may write down what the level said: whoever speaks for it, or whoever assigns (F1 S10).
    #[must_use]
    pub fn may_settle(&self, grants: &[Grant], account: AccountId, today: Date) -> bool {
        let thing = self.thing();
        let may = |permission, thing: &Thing| permit(grants, account, permission, thing, today);
        may(Permission::Assign, &thing) || self.level.is_some_and(|level| may(level.permission(), &level.thing(thing)))
    }
}

/// With one of these the holder of a dossier works on it.
pub(crate) const HOLDING: [Permission; 3] = [Permission::Advise, Permission::CheckFrames, Permission::Ask];

/// Whether somebody with these grants does today what is the work of `holder` with this thing ([`does_work_of`]).
#[must_use]
pub fn holds_for(grants: &[Grant], account: AccountId, holder: AccountId, thing: &Thing, today: Date) -> bool {
    does_work_of(holder, grants, account, &HOLDING, thing, today)
}

impl From<&Dossier> for Standing {
    fn from(it: &Dossier) -> Self {
        Self {
            process: it.process,
            area: it.area,
            state: it.state,
            department: it.department,
            asked: it.asked,
            holder: it.holder,
            left: it.absent.is_some(),
            level: it.escalated.as_ref().filter(|_| it.state == State::Escalated).and_then(|(level, _)| Level::of(level)),
            owed: it.state == State::Underway && it.until.is_some(),
            put_off: it.put_off_until().is_some(),
        }
    }
}

impl From<&DossierRow> for Standing {
    fn from(it: &DossierRow) -> Self {
        Self {
            process: it.process,
            area: it.area,
            state: it.state,
            department: it.department,
            asked: it.asked,
            holder: it.holder,
            left: it.is_left(),
            level: it.level.as_deref().and_then(Level::of),
            owed: it.state == State::Underway && it.until.is_some(),
            put_off: put_off(it).is_some(),
        }
    }
}

/// The day until which what stands in a list was put off: beside the way nothing else has the code of a term (X1).
#[must_use]
pub fn put_off(row: &DossierRow) -> Option<Date> {
    row.matters.iter().find(|(code, _)| *code == Stranding::X1).map(|(_, day)| *day)
}

/// Who has to do something next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitsFor {
    /// Whoever may do this act.
    Whoever(Act),
    /// The person who holds the dossier.
    Holder(AccountId),
    /// Whoever finds it a holder: nobody holds it, or whoever does is absent or gone (F3 X10).
    NewHolder,
    /// The level to which it was brought, and whoever writes down what that says (F1 S10).
    Level(Level),
    /// An author, who was asked something.
    Author,
    /// Whoever writes the answer to the authors.
    Answer,
    /// Whoever brings the answer to its author.
    Delivery,
    /// The parts into which it was divided: each waits for somebody by itself.
    Parts,
    /// Nobody: it is answered and delivered, being carried out, or withdrawn.
    Nobody,
}

/// For whom a dossier waits, under a charter that names this decider.
#[must_use]
pub const fn waits_for(it: &Standing, decider: Decider) -> WaitsFor {
    match it.state {
        State::Captured | State::Received => WaitsFor::Whoever(Act::Screen),
        State::Screened | State::Bundled => WaitsFor::Whoever(Act::Assign),
        State::Assigned => WaitsFor::Whoever(Act::Accept),
        // The department whose means are asked is the one that was asked; when it committed, the holder goes on.
        State::Means if it.asked.is_some() => WaitsFor::Whoever(Act::AnswerMeans),
        // What a table agreed and what a level said is written down by whoever assigns, and not by whoever brought it there.
        State::Table => WaitsFor::Whoever(Act::Conclude),
        State::Escalated => match it.level {
            Some(level) => WaitsFor::Level(level),
            None => WaitsFor::Whoever(Act::Settle),
        },
        state if state.wants_holder(it.asked.is_some()) => match it.holder {
            Some(holder) if !it.left => WaitsFor::Holder(holder),
            _ => WaitsFor::NewHolder,
        },
        State::Questioned => WaitsFor::Author,
        State::Divided => WaitsFor::Parts,
        State::AdviceReady => match lane(State::AdviceReady, decider) {
            Some(Lane::Mandate) => WaitsFor::Whoever(Act::Decide),
            _ => WaitsFor::Whoever(Act::Schedule),
        },
        State::OnAgenda => WaitsFor::Whoever(Act::Decide),
        State::Referred | State::Parked | State::Decided => WaitsFor::Answer,
        State::Underway if it.owed => WaitsFor::Answer,
        State::Reaction if it.put_off => match it.holder {
            Some(holder) => WaitsFor::Holder(holder),
            None => WaitsFor::Whoever(Act::Resume),
        },
        State::FedBack => WaitsFor::Delivery,
        _ => WaitsFor::Nobody,
    }
}

/// For whom something waits that lies open beside the way: an objection for whoever can call the departments to a table (F3 X3),
/// values without a choice for whoever holds the dossier, who chooses or brings it higher (F3 X5), a holder who is absent or gone for
/// whoever finds another one (F3 X10), a decision that came too early for the process guardian (F3 X12). A department that is to be
/// heard (F3 X9) waits for itself: see [`super::heard_for`].
#[must_use]
pub const fn beside_waits_for(code: Stranding, it: &Standing) -> WaitsFor {
    match (code, it.holder) {
        (Stranding::X5, Some(holder)) if !it.left => WaitsFor::Holder(holder),
        (Stranding::X5 | Stranding::X10, _) => WaitsFor::NewHolder,
        // What was put off waits as the dossier itself does: see [`waits_for`].
        (Stranding::X9 | Stranding::X1, _) => WaitsFor::Nobody,
        (Stranding::X12, _) => WaitsFor::Whoever(Act::Explain),
        _ => WaitsFor::Whoever(Act::Convene),
    }
}

/// The words for why something lies still, where it stands in `state` under a charter that names this decider. Whoever decides by
/// mandate needs no agenda (F3 X6), and what was put off has a term of its own (X1).
#[must_use]
pub const fn why(code: Stranding, state: State, decider: Decider) -> &'static str {
    match (code, state) {
        (Stranding::X6, _) if matches!(lane(State::AdviceReady, decider), Some(Lane::Mandate)) => "carry-still-undecided",
        (Stranding::X1, State::Reaction) => "carry-still-put-off",
        _ => code.key(),
    }
}

impl WaitsFor {
    /// Whether it waits for somebody with these grants.
    #[must_use]
    pub fn is_for(&self, it: &Standing, decider: Decider, grants: &[Grant], account: AccountId, today: Date) -> bool {
        let thing = it.thing();
        match self {
            Self::Whoever(act) => act.allowed(grants, account, &thing, decider, today),
            // What was put off may have lost its holder since, and no rule misses one there (X10): whoever assigns sees it too.
            Self::Holder(holder) => {
                holds_for(grants, account, *holder, &thing, today)
                    || (it.put_off && permit(grants, account, Permission::Assign, &thing, today))
            }
            Self::NewHolder => permit(grants, account, Permission::Assign, &thing, today),
            Self::Level(_) => it.may_settle(grants, account, today),
            Self::Answer => permit(grants, account, Permission::Answer, &thing, today),
            Self::Delivery => permit(grants, account, Permission::Deliver, &thing, today),
            Self::Author | Self::Parts | Self::Nobody => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_state_that_can_strand_is_without_an_owner() {
        let standing = |state| Standing {
            process: ProcessId::from_uuid(uuid::Uuid::from_u128(1)),
            area: None,
            state,
            department: None,
            asked: None,
            holder: None,
            left: false,
            level: None,
            owed: state == State::Underway,
            put_off: state == State::Reaction,
        };
        for state in State::ALL.iter().copied().filter(|state| state.can_strand() || *state == State::Reaction) {
            for decider in Decider::ALL {
                assert_ne!(waits_for(&standing(state), decider), WaitsFor::Nobody, "{state:?}");
            }
        }
    }
}
