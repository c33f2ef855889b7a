//! The one place where is decided who may do what to which thing.
//!
//! A role is a set of permissions. A grant gives a role to an account for a scope and a period, if need be
//! with a substitute. [`permit`] is a pure function over grants: no page, query or template decides itself.

use kernel::{AccountId, AreaId, Date, DepartmentId, GrantId, OrganisationId, ProcessId};
use std::fmt;
use std::str::FromStr;

macro_rules! coded {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one, in the order in which people meet them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The code that is stored and that Fluent keys end with.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;
            fn from_str(code: &str) -> Result<Self, UnknownCode> {
                Self::ALL.iter().copied().find(|it| it.code() == code).ok_or_else(|| UnknownCode(code.to_owned()))
            }
        }
    };
}

/// A role, permission or scope that this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not a role, permission or scope that we know")]
pub struct UnknownCode(pub String);

coded! {
    /// Something a person may do.
    Permission {
        /// Change the municipality's own settings: name, terms, theme, contact.
        ManageTenant = "manage-tenant",
        /// Make accounts, give roles, end them, reset a second factor.
        ManageAccounts = "manage-accounts",
        /// See what failed in the background and start it again.
        ManageJobs = "manage-jobs",
        /// Read the journal: who did what.
        ReadJournal = "read-journal",
        /// Write the charter of a process (A1).
        DesignProcess = "design-process",
        /// Publish a process and its charter.
        PublishProcess = "publish-process",
        /// Write down what somebody else said (E301, E402).
        RecordContribution = "record-contribution",
        /// See who somebody is; every look is logged with its reason.
        SeeIdentity = "see-identity",
        /// Screen a contribution on scope, privacy, duplicates (F1 S2).
        Screen = "screen",
        /// Hide what breaks the published rules.
        Moderate = "moderate",
        /// Ask a department to take a dossier (F1 S5).
        Assign = "assign",
        /// Accept a dossier for a department, or hand it back (F1 S5).
        Accept = "accept",
        /// Ask the author a question (F1 S6a).
        Ask = "ask",
        /// Write an advice (F1 S11).
        Advise = "advise",
        /// Check legal, financial and practical frames (F1 S6).
        CheckFrames = "check-frames",
        /// Commit means (F1 S9).
        CommitMeans = "commit-means",
        /// Write down which budgets there are, whose they are and how large (E7).
        ManageBudgets = "manage-budgets",
        /// Put a dossier on the agenda of a body (F1 S12).
        Schedule = "schedule",
        /// Take the decision (F1 S13).
        Decide = "decide",
        /// Write the motivated answer (F1 S14).
        Answer = "answer",
        /// Bring an answer to its author.
        Deliver = "deliver",
        /// Guard the process: reviews, complaints.
        Review = "review",
        /// Read what staff reads.
        ReadStaff = "read-staff",
        /// Carry out what was decided: commitments, milestones, means spent (F1 S16).
        CarryOut = "carry-out",
        /// Confirm that something was realised, and look whether it still works (F1 S17, S18).
        Confirm = "confirm",
        /// Keep the list of plans of a department, with the ground they lie on (B45, G033).
        KeepPlans = "keep-plans",
        /// Plan what is measured, write the evaluation of a process, keep its lessons (A9).
        Evaluate = "evaluate",
        /// Interview, observe and code, and take what was found along under a pseudonym (E11).
        Research = "research",
    }
}

coded! {
    /// The roles that are shipped. A municipality stores them as rows and may change what they may do.
    Role {
        /// Runs the installation of the municipality: accounts, settings, jobs.
        Administrator = "administrator",
        /// Participatieambtenaar (E4).
        ParticipationOfficer = "participation-officer",
        /// Wijkmanager (E5).
        NeighbourhoodManager = "neighbourhood-manager",
        /// Afdelingshoofd.
        DepartmentHead = "department-head",
        /// Vakambtenaar (E6).
        Specialist = "specialist",
        /// Budgethouder.
        BudgetHolder = "budget-holder",
        /// Financieel controller (E7).
        Controller = "controller",
        /// Secretaris van college of raad.
        CouncilSecretary = "council-secretary",
        /// Who takes the decision: alderman, council, or whoever the charter names (E8, E9).
        DecisionMaker = "decision-maker",
        /// Moderator.
        Moderator = "moderator",
        /// Procesbewaker.
        ProcessGuardian = "process-guardian",
        /// Somebody of a partner organisation who works with residents (E3).
        Intermediary = "intermediary",
        /// A researcher, who reads and never sees an identity (E11).
        Researcher = "researcher",
    }
}

impl Role {
    /// What the role may do as it is shipped.
    #[must_use]
    pub fn permissions(self) -> PermissionSet {
        use Permission::*;
        PermissionSet::of(match self {
            Self::Administrator => &[ManageTenant, ManageAccounts, ManageJobs, ReadJournal],
            Self::ParticipationOfficer => &[
                DesignProcess,
                PublishProcess,
                RecordContribution,
                Screen,
                Moderate,
                Assign,
                Ask,
                Answer,
                Deliver,
                Schedule,
                ReadStaff,
                SeeIdentity,
                CarryOut,
                KeepPlans,
                Evaluate,
            ],
            Self::NeighbourhoodManager => &[RecordContribution, Ask, Answer, Deliver, ReadStaff, Confirm],
            Self::DepartmentHead => &[Accept, Assign, Advise, Ask, ReadStaff, CarryOut, KeepPlans],
            Self::Specialist => &[Advise, CheckFrames, Ask, ReadStaff, CarryOut, KeepPlans],
            Self::BudgetHolder => &[CommitMeans, ReadStaff],
            Self::Controller => &[CheckFrames, Advise, ManageBudgets, ReadStaff],
            Self::CouncilSecretary => &[Schedule, ReadStaff],
            Self::DecisionMaker => &[Decide, ReadStaff],
            Self::Moderator => &[Moderate, ReadStaff],
            Self::ProcessGuardian => &[Review, ReadStaff, ReadJournal],
            Self::Intermediary => &[RecordContribution, Deliver],
            Self::Researcher => &[ReadStaff, Research],
        })
    }
}

/// A set of permissions.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct PermissionSet(u32);

impl PermissionSet {
    /// The set that holds exactly these.
    #[must_use]
    pub fn of(permissions: &[Permission]) -> Self {
        Self(permissions.iter().fold(0, |bits, permission| bits | 1 << (*permission as u32)))
    }
    /// Whether the set holds `permission`.
    #[must_use]
    pub const fn holds(self, permission: Permission) -> bool {
        self.0 & (1 << (permission as u32)) != 0
    }
    /// The set with `permission` in it.
    #[must_use]
    pub const fn with(self, permission: Permission) -> Self {
        Self(self.0 | 1 << (permission as u32))
    }
    /// What the set holds, in order.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |permission| self.holds(*permission))
    }
}

impl fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// What something belongs to, as far as permission depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Thing {
    /// The process it belongs to.
    pub process: Option<ProcessId>,
    /// The department that has it, or that is asked to take it.
    pub department: Option<DepartmentId>,
    /// The area it lies in.
    pub area: Option<AreaId>,
    /// The partner organisation through which it came.
    pub organisation: Option<OrganisationId>,
}

impl Thing {
    /// Something of the municipality as a whole.
    #[must_use]
    pub const fn tenant() -> Self {
        Self { process: None, department: None, area: None, organisation: None }
    }
    /// Something of a process.
    #[must_use]
    pub const fn process(process: ProcessId) -> Self {
        Self { process: Some(process), ..Self::tenant() }
    }
    /// The same thing, in the hands of a department (or of none).
    #[must_use]
    pub fn in_department(self, department: impl Into<Option<DepartmentId>>) -> Self {
        Self { department: department.into(), ..self }
    }
    /// The same thing, lying in an area (or in none).
    #[must_use]
    pub fn in_area(self, area: impl Into<Option<AreaId>>) -> Self {
        Self { area: area.into(), ..self }
    }
    /// The same thing, come through a partner organisation (or through none).
    #[must_use]
    pub fn of_organisation(self, organisation: impl Into<Option<OrganisationId>>) -> Self {
        Self { organisation: organisation.into(), ..self }
    }
}

/// For what a grant holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything of the municipality.
    Tenant,
    /// Everything that one department has or is asked to take.
    Department(DepartmentId),
    /// Everything in one area and in the areas within it.
    Area {
        /// The area that was granted.
        area: AreaId,
        /// The areas that lie in it.
        within: Vec<AreaId>,
    },
    /// Everything of one process.
    Process(ProcessId),
    /// Everything that came through one partner organisation.
    Organisation(OrganisationId),
}

impl Scope {
    /// The code that is stored.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::Department(_) => "department",
            Self::Area { .. } => "area",
            Self::Process(_) => "process",
            Self::Organisation(_) => "organisation",
        }
    }
    /// The id of what the scope names; none for the whole municipality.
    #[must_use]
    pub fn uuid(&self) -> Option<uuid::Uuid> {
        match self {
            Self::Tenant => None,
            Self::Department(id) => Some(id.uuid()),
            Self::Area { area, .. } => Some(area.uuid()),
            Self::Process(id) => Some(id.uuid()),
            Self::Organisation(id) => Some(id.uuid()),
        }
    }

    fn covers(&self, permission: Permission, thing: &Thing) -> bool {
        match self {
            Self::Tenant => true,
            Self::Department(id) => thing.department == Some(*id),
            Self::Area { area, within } => thing.area.is_some_and(|at| at == *area || within.contains(&at)),
            Self::Process(id) => thing.process == Some(*id),
            // What somebody of a partner organisation writes down is of that organisation from then on.
            Self::Organisation(id) => {
                thing.organisation == Some(*id) || (thing.organisation.is_none() && permission == Permission::RecordContribution)
            }
        }
    }
}

/// Somebody who acts for the holder of a grant during a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substitute {
    /// Who acts.
    pub account: AccountId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

/// A role given to an account for a scope and a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// Who holds it.
    pub account: AccountId,
    /// The code of the role, shipped or the municipality's own.
    pub role: String,
    /// What the role may do.
    pub permissions: PermissionSet,
    /// For what.
    pub scope: Scope,
    /// The first day.
    pub from: Date,
    /// The last day; none when it has no end.
    pub until: Option<Date>,
    /// Who acts for the holder meanwhile.
    pub substitute: Option<Substitute>,
}

impl Grant {
    /// Whether the grant works for `account` on `today`: its holder within the period, or the substitute within
    /// both periods.
    #[must_use]
    pub fn works_for(&self, account: AccountId, today: Date) -> bool {
        let stands_in = self.substitute.is_some_and(|it| it.account == account && it.from <= today && today <= it.until);
        self.runs(today) && (self.account == account || stands_in)
    }

    /// Whether `today` lies in its period.
    pub(crate) fn runs(&self, today: Date) -> bool {
        self.from <= today && self.until.is_none_or(|until| today <= until)
    }

    /// Whether its role may do `permission` to `thing`, whatever the day.
    pub(crate) fn gives(&self, permission: Permission, thing: &Thing) -> bool {
        self.permissions.holds(permission) && self.scope.covers(permission, thing)
    }
}

/// Whether `account` may do `permission` to `thing` on `today`.
#[must_use]
pub fn permit(grants: &[Grant], account: AccountId, permission: Permission, thing: &Thing, today: Date) -> bool {
    grants.iter().any(|grant| grant.gives(permission, thing) && grant.works_for(account, today))
}

/// Whether `account` may do `permission` to anything at all on `today`: enough to open a page, never to change a thing.
#[must_use]
pub fn permit_somewhere(grants: &[Grant], account: AccountId, permission: Permission, today: Date) -> bool {
    grants.iter().any(|grant| grant.permissions.holds(permission) && grant.works_for(account, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u8) -> Uuid {
        Uuid::from_u128(u128::from(n) + 1)
    }

    fn day(n: i64) -> Date {
        Date::new(2026, 1, 1).expect("a day").plus_days(n)
    }

    fn scopes() -> impl Strategy<Value = Scope> {
        (0_u8..5, 0_u8..3).prop_map(|(kind, n)| match kind {
            0 => Scope::Tenant,
            1 => Scope::Department(DepartmentId::from_uuid(id(n))),
            2 => Scope::Area { area: AreaId::from_uuid(id(n)), within: vec![AreaId::from_uuid(id(n + 10))] },
            3 => Scope::Process(ProcessId::from_uuid(id(n))),
            _ => Scope::Organisation(OrganisationId::from_uuid(id(n))),
        })
    }

    prop_compose! {
        fn grants()(account in 0_u8..3, role in 0..Role::ALL.len(), scope in scopes(), from in 0_i64..10, length in proptest::option::of(0_i64..10),
                    stands_in in proptest::option::of((0_u8..3, 0_i64..10, 0_i64..5))) -> Grant {
            Grant {
                id: GrantId::from_uuid(id(0)),
                account: AccountId::from_uuid(id(account)),
                role: Role::ALL[role].code().to_owned(),
                permissions: Role::ALL[role].permissions(),
                scope,
                from: day(from),
                until: length.map(|days| day(from + days)),
                substitute: stands_in.map(|(who, start, days)| Substitute { account: AccountId::from_uuid(id(who)), from: day(start), until: day(start + days) }),
            }
        }
    }

    prop_compose! {
        fn things()(process in proptest::option::of(0_u8..3), department in proptest::option::of(0_u8..3), area in proptest::option::of(0_u8..13), organisation in proptest::option::of(0_u8..3)) -> Thing {
            Thing {
                process: process.map(|n| ProcessId::from_uuid(id(n))),
                department: department.map(|n| DepartmentId::from_uuid(id(n))),
                area: area.map(|n| AreaId::from_uuid(id(n))),
                organisation: organisation.map(|n| OrganisationId::from_uuid(id(n))),
            }
        }
    }

    proptest! {
        #[test]
        fn without_a_grant_nothing_is_allowed(permission in 0..Permission::ALL.len(), thing in things(), today in 0_i64..20) {
            prop_assert!(!permit(&[], AccountId::from_uuid(id(0)), Permission::ALL[permission], &thing, day(today)));
        }

        #[test]
        fn one_more_grant_never_takes_a_right_away(all in proptest::collection::vec(grants(), 1..6), permission in 0..Permission::ALL.len(), thing in things(), today in 0_i64..20, who in 0_u8..3) {
            let (who, permission) = (AccountId::from_uuid(id(who)), Permission::ALL[permission]);
            if permit(&all[1..], who, permission, &thing, day(today)) {
                prop_assert!(permit(&all, who, permission, &thing, day(today)));
            }
        }

        #[test]
        fn rights_come_from_one_grant_and_are_never_pieced_together(all in proptest::collection::vec(grants(), 0..6), permission in 0..Permission::ALL.len(), thing in things(), today in 0_i64..20, who in 0_u8..3) {
            let (who, permission) = (AccountId::from_uuid(id(who)), Permission::ALL[permission]);
            let together = permit(&all, who, permission, &thing, day(today));
            let apart = all.iter().any(|grant| permit(std::slice::from_ref(grant), who, permission, &thing, day(today)));
            prop_assert_eq!(together, apart);
            if together {
                prop_assert!(permit_somewhere(&all, who, permission, day(today)));
            }
        }

        #[test]
        fn a_grant_is_dead_outside_its_period(grant in grants(), permission in 0..Permission::ALL.len(), thing in things(), today in 0_i64..30, who in 0_u8..3) {
            let today = day(today);
            if today < grant.from || grant.until.is_some_and(|until| until < today) {
                prop_assert!(!permit(&[grant], AccountId::from_uuid(id(who)), Permission::ALL[permission], &thing, today));
            }
        }

        #[test]
        fn a_stranger_gets_nothing_from_anothers_grant(grant in grants(), permission in 0..Permission::ALL.len(), thing in things(), today in 0_i64..30) {
            prop_assert!(!permit(&[grant], AccountId::from_uuid(id(9)), Permission::ALL[permission], &thing, day(today)));
        }

        #[test]
        fn a_narrow_scope_never_reaches_the_whole(grant in grants(), permission in 0..Permission::ALL.len(), today in 0_i64..30, who in 0_u8..3) {
            let permission = Permission::ALL[permission];
            if grant.scope != Scope::Tenant && permission != Permission::RecordContribution {
                prop_assert!(!permit(&[grant], AccountId::from_uuid(id(who)), permission, &Thing::tenant(), day(today)));
            }
        }
    }

    #[test]
    fn a_researcher_sees_no_identity_and_an_administrator_reads_no_dossier() {
        assert!(!Role::Researcher.permissions().holds(Permission::SeeIdentity));
        assert!(!Role::Administrator.permissions().holds(Permission::ReadStaff));
        for role in Role::ALL {
            assert_eq!(role.permissions().holds(Permission::SeeIdentity), *role == Role::ParticipationOfficer, "{role}");
        }
    }

    #[test]
    fn every_code_reads_back() {
        assert!(Role::ALL.iter().all(|role| role.code().parse() == Ok(*role)));
        assert!(Permission::ALL.iter().all(|permission| permission.code().parse() == Ok(*permission)));
        assert!("owner".parse::<Role>().is_err());
    }
}
