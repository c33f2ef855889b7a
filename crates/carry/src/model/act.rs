//! What somebody may do with a dossier: one list, which the pages, the demo and the tests share.

use crate::model::{Standing, lane};
use design::Decider;
use journey::{Dossier, Outcome, State};
use kernel::{AccountId, Date, DepartmentId};
use people::{Grant, Permission, Scope, Thing, permit};

/// Something that a member of staff does with a dossier on its way to a decision (catalogue F4, main line).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Judge scope and kind; refer or park with a motive (F1 S2, S2a, S2b).
    Screen,
    /// Put other contributions that say the same into the dossier (F1 S3).
    Bundle,
    /// Let a contribution of a bundle go on in a dossier of its own (F1 S3).
    Part,
    /// Divide a contribution whose parts belong to different departments (F1 S3a).
    Divide,
    /// Make the parts of a divided contribution one again (F1 S3a).
    Reunite,
    /// Mark what one contribution of a bundle says differently (F1 S3).
    Mark,
    /// Answer, or write down, that an author finds that the contribution does not belong in the bundle, or should not have been
    /// divided (F1 S3, S3a).
    Contest,
    /// Ask a line department to take the dossier (F1 S4).
    Assign,
    /// Take the dossier, and name who holds it (F1 S4).
    Accept,
    /// Give the dossier back with a reason; twice makes it strand (F3 X2).
    HandBack,
    /// Give the verdict per frame (F1 S5, A197).
    CheckFrames,
    /// Put a question to an author (F1 S6a, E605).
    Ask,
    /// Write down what an author answered by telephone, letter or visit (F1 S6a; H3: no step is digital only).
    AnswerQuestion,
    /// Record which values conflict and how that was chosen (F6).
    Weigh,
    /// Call departments to a table (F1 S7).
    Convene,
    /// Write down what was agreed at the table, and who was not there (F1 S7).
    Conclude,
    /// Ask a department for means (F1 S8).
    AskMeans,
    /// Commit the means of one's own budget, or refuse with a motive (F1 S8, E7).
    AnswerMeans,
    /// Bring the question to a higher level (F1 S10).
    Escalate,
    /// Write down what that level said (F1 S10).
    Settle,
    /// Object for another department, with nature and size; it stops nothing (F3 X3).
    Object,
    /// Say how an objection ended: withdrawn, met, or set aside with a motive (F3 X3).
    EndObjection,
    /// Write down which other departments the dossier touches too (F3 X9).
    Touch,
    /// Say what a department finds that is touched too; or that a table or a higher level goes on without (F3 X9).
    Consult,
    /// Say in public how it came that a decision was taken before this was processed (F3 X12).
    Explain,
    /// Take up again what was put off until a day, or kept for later policy (F4: S13 deferred, S2b).
    Resume,
    /// Give the advice of the department (F1 S11).
    Advise,
    /// Put the dossier on the agenda of the competent body, or move its date with a motive (F1 S12).
    Schedule,
    /// Write down the decision of whoever the charter names (F1 S13).
    Decide,
    /// Leave an internal note.
    Note,
}

impl Act {
    /// All acts, in the order in which a dossier meets them.
    pub const ALL: [Self; 30] = [
        Self::Screen,
        Self::Assign,
        Self::Accept,
        Self::HandBack,
        Self::CheckFrames,
        Self::Ask,
        Self::AnswerQuestion,
        Self::Conclude,
        Self::AnswerMeans,
        Self::Settle,
        Self::Consult,
        Self::Explain,
        Self::Resume,
        Self::Advise,
        Self::Convene,
        Self::AskMeans,
        Self::Escalate,
        Self::Weigh,
        Self::Touch,
        Self::EndObjection,
        Self::Schedule,
        Self::Decide,
        Self::Bundle,
        Self::Part,
        Self::Divide,
        Self::Reunite,
        Self::Mark,
        Self::Contest,
        Self::Object,
        Self::Note,
    ];

    /// The permission that the act demands, over [`Act::thing`]. A decision by mandate demands the mandated role
    /// instead, and a note any permission to work: see [`Act::allowed`].
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Screen => Permission::Screen,
            // The participation officer calls a table and writes down what came of it and of an escalation.
            Self::Bundle
            | Self::Part
            | Self::Divide
            | Self::Reunite
            | Self::Mark
            | Self::Contest
            | Self::Assign
            | Self::Convene
            | Self::Conclude
            | Self::Settle
            | Self::Consult
            | Self::Resume
            | Self::EndObjection => Permission::Assign,
            Self::Explain => Permission::Review,
            Self::AnswerMeans => Permission::CommitMeans,
            Self::Accept | Self::HandBack => Permission::Accept,
            Self::Ask | Self::AnswerQuestion | Self::Note => Permission::Ask,
            Self::CheckFrames => Permission::CheckFrames,
            Self::Advise | Self::AskMeans | Self::Escalate | Self::Weigh | Self::Object | Self::Touch => Permission::Advise,
            Self::Schedule => Permission::Schedule,
            Self::Decide => Permission::Decide,
        }
    }

    /// The last part of the address of its page.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Screen => "screening",
            Self::Bundle => "samenvoegen",
            Self::Part => "splitsen",
            Self::Divide => "opdelen",
            Self::Reunite => "opdelen/ongedaan",
            Self::Mark => "minderheid",
            Self::Contest => "betwisting",
            Self::Assign => "toewijzen",
            Self::Accept => "aanvaarden",
            Self::HandBack => "teruggeven",
            Self::CheckFrames => "kadertoets",
            Self::Ask => "vraag",
            Self::AnswerQuestion => "antwoord-op-vraag",
            Self::Weigh => "waarden",
            Self::Convene => "tafel",
            Self::Conclude => "tafel/afspraken",
            Self::AskMeans => "middelen",
            Self::AnswerMeans => "middelen/antwoord",
            Self::Escalate => "hoger",
            Self::Settle => "hoger/antwoord",
            Self::Object => "bezwaar",
            Self::EndObjection => "bezwaar/einde",
            Self::Touch => "raakt-ook",
            Self::Consult => "raakt-ook/gehoord",
            Self::Explain => "te-vroeg",
            Self::Resume => "weer-oppakken",
            Self::Advise => "advies",
            Self::Schedule => "agenda",
            Self::Decide => "besluit",
            Self::Note => "notities",
        }
    }

    /// The stem of its words: `carry-act-screen`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Screen => "carry-act-screen",
            Self::Bundle => "carry-act-bundle",
            Self::Part => "carry-act-part",
            Self::Divide => "carry-act-divide",
            Self::Reunite => "carry-act-reunite",
            Self::Mark => "carry-act-mark",
            Self::Contest => "carry-act-contest",
            Self::Assign => "carry-act-assign",
            Self::Accept => "carry-act-accept",
            Self::HandBack => "carry-act-hand-back",
            Self::CheckFrames => "carry-act-check-frames",
            Self::Ask => "carry-act-ask",
            Self::AnswerQuestion => "carry-act-answer-question",
            Self::Weigh => "carry-act-weigh",
            Self::Convene => "carry-act-convene",
            Self::Conclude => "carry-act-conclude",
            Self::AskMeans => "carry-act-ask-means",
            Self::AnswerMeans => "carry-act-answer-means",
            Self::Escalate => "carry-act-escalate",
            Self::Settle => "carry-act-settle",
            Self::Object => "carry-act-object",
            Self::EndObjection => "carry-act-end-objection",
            Self::Touch => "carry-act-touch",
            Self::Consult => "carry-act-consult",
            Self::Explain => "carry-act-explain",
            Self::Resume => "carry-act-resume",
            Self::Advise => "carry-act-advise",
            Self::Schedule => "carry-act-schedule",
            Self::Decide => "carry-act-decide",
            Self::Note => "carry-act-note",
        }
    }

    /// What the permission must cover: the dossier in the department that was asked or has it. While one department is
    /// asked for its means, the one that has the dossier may still bring the question higher or give its advice.
    #[must_use]
    pub fn thing(self, dossier: &Dossier) -> Thing {
        let thing = Standing::from(dossier).thing();
        match self {
            Self::AskMeans
            | Self::Escalate
            | Self::Advise
            | Self::Weigh
            | Self::Object
            | Self::EndObjection
            | Self::Touch
            | Self::Consult
            | Self::Resume
                if dossier.department.is_some() =>
            {
                thing.in_department(dossier.department)
            }
            _ => thing,
        }
    }

    /// Whether the dossier stands where this act belongs, under a charter that names this decider. `journey` has
    /// the last word when the act is recorded.
    #[must_use]
    pub fn is_open(self, dossier: &Dossier, decider: Decider) -> bool {
        use State::{
            AdviceReady, Assessed, Assigned, Bundled, Divided, Escalated, FrameCheck, Means, OnAgenda, Questioned, Received, Screened,
            Table, Withdrawn,
        };
        let asked = dossier.state == Assigned && dossier.asked.is_some();
        let held = dossier.department.is_some();
        let committed = dossier.state == Means && matches!(dossier.means, Some((_, true)));
        if dossier.merged.is_some() {
            return false;
        }
        match self {
            Self::Screen => dossier.state == Received,
            Self::Bundle | Self::Mark | Self::Contest => self.is_open_for(dossier),
            Self::Part => self.is_open_for(dossier) && dossier.live().count() > 1,
            Self::Divide => self.is_open_for(dossier),
            Self::Reunite => dossier.state == Divided && dossier.parts.iter().all(|part| part.outcome.is_none()),
            Self::Assign => matches!(dossier.state, Screened | Bundled | Assigned),
            Self::Accept => asked,
            Self::HandBack => asked || (held && matches!(dossier.state, FrameCheck | Assessed)),
            Self::CheckFrames => held && dossier.state == FrameCheck,
            Self::Ask => held && matches!(dossier.state, FrameCheck | Assessed | Questioned),
            Self::AnswerQuestion => dossier.state == Questioned,
            Self::Weigh => held && matches!(dossier.state, FrameCheck | Assessed | Table | Means | Escalated | AdviceReady | OnAgenda),
            // What two departments gave back is brought to a table before a third one is asked (F3 X2).
            Self::Convene => {
                let bounced = matches!(dossier.state, Screened | Bundled) && dossier.is_bounced();
                bounced || matches!(dossier.state, Assigned | Assessed | Escalated)
            }
            Self::Conclude => dossier.state == Table,
            // While it waits for means, others can be asked beside; and what was put off may wait for means from then on (F4).
            Self::AskMeans => {
                let put_off = dossier.outcome == Some(Outcome::Deferred) && rests(dossier);
                held && (put_off || matches!(dossier.state, Assessed | Means | Escalated))
            }
            Self::AnswerMeans => dossier.state == Means && matches!(dossier.means, Some((_, false))),
            Self::Escalate => matches!(dossier.state, Assigned | Table | Means | Escalated),
            Self::Settle => dossier.state == Escalated,
            Self::Object => dossier.state.may_be_objected_to(),
            Self::EndObjection => dossier.state.may_be_objected_to() && !dossier.objections.is_empty(),
            Self::Touch => dossier.state.may_touch_others(),
            Self::Consult => dossier.state.may_touch_others() && !dossier.touched.is_empty(),
            Self::Explain => dossier.overtaken.is_some() && dossier.state != Withdrawn,
            Self::Resume => dossier.outcome.is_some_and(Outcome::comes_back) && rests(dossier),
            Self::Advise => held && dossier.touched.is_empty() && (dossier.state == Assessed || committed),
            Self::Schedule => matches!(dossier.state, AdviceReady | OnAgenda),
            Self::Decide => lane(dossier.state, decider).is_some(),
            Self::Note => dossier.state != Withdrawn,
        }
    }

    /// The acts upon a bundle by themselves: contributions come into a dossier and leave it until an advice was made of it,
    /// what differs is marked until the answers are given, and an author may contest until it is decided. What travels alone and is
    /// no part itself can be divided as long; that is contested while it is divided.
    pub(crate) fn is_open_for(self, dossier: &Dossier) -> bool {
        use State::{
            AdviceReady, Assessed, Assigned, Bundled, Decided, Divided, Escalated, FrameCheck, Means, OnAgenda, Questioned, Screened, Table,
        };
        if dossier.merged.is_some() {
            return false;
        }
        let leave = matches!(dossier.state, Screened | Bundled | Assigned | FrameCheck | Assessed);
        let before = leave || matches!(dossier.state, Questioned | Table | Means | Escalated | AdviceReady | OnAgenda);
        let together = dossier.live().count() > 1;
        match self {
            Self::Bundle => leave || dossier.state == Table,
            Self::Part => leave,
            Self::Mark => together && (before || dossier.state == Decided),
            Self::Contest => (together && before) || dossier.state == Divided,
            Self::Divide => leave && dossier.live().count() == 1 && dossier.live().all(|it| it.part_of.is_none()),
            _ => false,
        }
    }

    /// Whether somebody with these grants may do it to `thing` today, under a charter that names this decider.
    #[must_use]
    pub fn allowed(self, grants: &[Grant], account: AccountId, thing: &Thing, decider: Decider, today: Date) -> bool {
        let may = |permission| permit(grants, account, permission, thing, today);
        match self {
            Self::Decide if decider != Decider::Body => {
                let mandated: Vec<Grant> = grants.iter().filter(|grant| grant.role == decider.role()).cloned().collect();
                permit(&mandated, account, Permission::ReadStaff, thing, today)
            }
            Self::Note => NOTING.into_iter().any(may),
            // For a department that does not have it: that is what makes it an objection.
            Self::Object => elsewhere(grants, account, thing, today),
            // Whoever objects takes it back or says that it is met; the officer writes down what a table or level said.
            Self::EndObjection => may(Permission::Assign) || elsewhere(grants, account, thing, today),
            // The head of a department that is touched says what it finds, or whoever advises for it.
            Self::Consult => may(Permission::Assign) || consulted_elsewhere(grants, account, thing, today),
            // Where nobody took the dossier, the officer brings it up; and what nobody held is taken up again by the officer.
            Self::Escalate | Self::Touch | Self::Resume => may(Permission::Advise) || may(Permission::Assign),
            _ => may(self.permission()),
        }
    }
}

/// Whether everybody was told what was decided, and nothing happens with it now.
fn rests(dossier: &Dossier) -> bool {
    matches!(dossier.state, State::FedBack | State::Reaction) && dossier.owes_no_answer() && dossier.parts.is_empty()
}

/// Whether somebody advises for a department other than the one that has the thing.
fn elsewhere(grants: &[Grant], account: AccountId, thing: &Thing, today: Date) -> bool {
    grants.iter().any(|grant| grant.permissions.holds(Permission::Advise) && grant.works_for(account, today) && is_other(grant, thing))
}

/// Whether somebody advises for, or heads, a department other than the one that has the thing.
fn consulted_elsewhere(grants: &[Grant], account: AccountId, thing: &Thing, today: Date) -> bool {
    grants.iter().any(|grant| consulting(grant) && grant.works_for(account, today) && is_other(grant, thing))
}

fn consulting(grant: &Grant) -> bool {
    grant.permissions.holds(Permission::Advise) || grant.permissions.holds(Permission::Accept)
}

fn is_other(grant: &Grant, thing: &Thing) -> bool {
    match &grant.scope {
        Scope::Department(id) => thing.department != Some(*id),
        Scope::Tenant => true,
        _ => false,
    }
}

/// The departments for which somebody says what they find of a dossier that touches them too (F3 X9): the grants to advise or
/// to accept, and one's own department when a grant holds for the whole municipality.
#[must_use]
pub fn heard_for(grants: &[Grant], account: AccountId, own: Option<DepartmentId>, today: Date) -> Vec<DepartmentId> {
    of_departments(grants.iter().filter(|grant| consulting(grant) && grant.works_for(account, today)), own)
}

/// The departments for which somebody advises, and so may object: those of the grants, and one's own when a grant holds for
/// the whole municipality.
#[must_use]
pub fn speaks_for(grants: &[Grant], account: AccountId, own: Option<DepartmentId>, today: Date) -> Vec<DepartmentId> {
    of_departments(grants.iter().filter(|grant| grant.permissions.holds(Permission::Advise) && grant.works_for(account, today)), own)
}

fn of_departments<'a>(works: impl Iterator<Item = &'a Grant>, own: Option<DepartmentId>) -> Vec<DepartmentId> {
    let mut found: Vec<DepartmentId> = works
        .filter_map(|grant| match &grant.scope {
            Scope::Department(id) => Some(*id),
            Scope::Tenant => own,
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whoever does something with a dossier may leave a note; who only reads may not.
const NOTING: [Permission; 9] = [
    Permission::Ask,
    Permission::Accept,
    Permission::Advise,
    Permission::CheckFrames,
    Permission::CommitMeans,
    Permission::Schedule,
    Permission::Decide,
    Permission::Moderate,
    Permission::Review,
];
