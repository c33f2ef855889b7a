//! What this room writes in the journal: ids, codes and days, never a name, an address or a reason in words.

use crate::permit::{Grant, PermissionSet};
use kernel::{AccountId, Actor, AreaId, Date, DepartmentId, GrantId, IdentityId, Instant, JobId, OrganisationId, TenantId};
use serde_json::{Value, json};
use store::{Error, Tx, journal};
use uuid::Uuid;

/// The version of these events.
const VERSION: i64 = 1;

/// Something that happened to people and their rights.
#[derive(Debug, Clone)]
pub enum Event<'a> {
    /// A tenant was made.
    TenantMade,
    /// Settings of the tenant changed.
    TenantChanged,
    /// It was set how small a group of people may be to be shown.
    SmallestGroupSet {
        /// From how many people on.
        smallest: i64,
    },
    /// A department was made or changed.
    DepartmentSaved {
        /// Which.
        department: DepartmentId,
    },
    /// A partner organisation was made or changed.
    OrganisationSaved {
        /// Which.
        organisation: OrganisationId,
    },
    /// An area was made or changed.
    AreaSaved {
        /// Which.
        area: AreaId,
    },
    /// Streets were imported.
    StreetsSaved {
        /// How many.
        count: i64,
    },
    /// A role was made or changed.
    RoleSaved {
        /// Its code.
        role: &'a str,
        /// What it may do now.
        permissions: PermissionSet,
    },
    /// An account was made.
    AccountMade {
        /// Which.
        account: AccountId,
    },
    /// Name, mail, organisation or department of an account changed.
    AccountChanged {
        /// Which.
        account: AccountId,
    },
    /// An account was ended.
    AccountEnded {
        /// Which.
        account: AccountId,
    },
    /// A password was set.
    PasswordSet {
        /// Whose.
        account: AccountId,
    },
    /// A link was made with which a password can be set.
    PasswordLinkMade {
        /// Whose.
        account: AccountId,
    },
    /// A second factor was set up.
    FactorEnrolled {
        /// Whose.
        account: AccountId,
    },
    /// A second factor was taken away by an administrator.
    FactorReset {
        /// Whose.
        account: AccountId,
    },
    /// Somebody signed in completely.
    SignedIn {
        /// Who.
        account: AccountId,
    },
    /// Somebody signed out.
    SignedOut {
        /// Who.
        account: AccountId,
    },
    /// Somebody kept a list under a name.
    ViewSaved {
        /// Who.
        account: AccountId,
    },
    /// Somebody forgot such a list.
    ViewForgotten {
        /// Who.
        account: AccountId,
    },
    /// A role was given.
    RoleGranted {
        /// The grant.
        grant: &'a Grant,
    },
    /// A grant was ended.
    GrantEnded {
        /// Which.
        grant: GrantId,
        /// Whose.
        account: AccountId,
        /// Its last day.
        last: Date,
    },
    /// A substitute was named or taken away.
    SubstituteNamed {
        /// For which grant.
        grant: GrantId,
        /// Whose grant.
        account: AccountId,
        /// Who acts.
        substitute: Option<AccountId>,
    },
    /// An identity was put in the vault. Written with the day only, so that its moment ties it to no contribution.
    IdentityKept {
        /// The pseudonym.
        identity: IdentityId,
    },
    /// Somebody looked at an identity.
    IdentitySeen {
        /// The pseudonym.
        identity: IdentityId,
        /// The code of the reason.
        reason: &'a str,
    },
    /// An identity left the vault for good.
    IdentityErased {
        /// The pseudonym.
        identity: IdentityId,
        /// Why: asked for, or its term had passed.
        why: &'a str,
    },
    /// What is held about somebody was handed out.
    IdentityExported {
        /// The pseudonym.
        identity: IdentityId,
    },
    /// Work in the background that had failed for good is tried again.
    JobRevived {
        /// Which.
        job: JobId,
    },
    /// What had passed its term was removed.
    TermPassed {
        /// Which kind of data.
        kind: &'a str,
        /// How many rows.
        count: i64,
    },
}

impl Event<'_> {
    fn written(&self, tenant: TenantId) -> (&'static str, Uuid, &'static str, Value) {
        let of_tenant = |kind, body| ("tenant", tenant.uuid(), kind, body);
        let of_account = |account: &AccountId, kind, body| ("account", account.uuid(), kind, body);
        let of_identity = |identity: &IdentityId, kind, body| ("identity", identity.uuid(), kind, body);
        match self {
            Self::TenantMade => of_tenant("tenant-made", json!({})),
            Self::TenantChanged => of_tenant("tenant-changed", json!({})),
            Self::SmallestGroupSet { smallest } => of_tenant("smallest-group-set", json!({ "smallest": smallest })),
            Self::DepartmentSaved { department } => of_tenant("department-saved", json!({ "department": department })),
            Self::OrganisationSaved { organisation } => of_tenant("organisation-saved", json!({ "organisation": organisation })),
            Self::AreaSaved { area } => of_tenant("area-saved", json!({ "area": area })),
            Self::StreetsSaved { count } => of_tenant("streets-saved", json!({ "count": count })),
            Self::RoleSaved { role, permissions } => {
                let codes: Vec<&str> = permissions.iter().map(crate::permit::Permission::code).collect();
                of_tenant("role-saved", json!({ "role": role, "permissions": codes }))
            }
            Self::JobRevived { job } => of_tenant("job-revived", json!({ "job": job })),
            Self::TermPassed { kind, count } => of_tenant("term-passed", json!({ "kind": kind, "count": count })),
            Self::AccountMade { account } => of_account(account, "account-made", json!({})),
            Self::AccountChanged { account } => of_account(account, "account-changed", json!({})),
            Self::AccountEnded { account } => of_account(account, "account-ended", json!({})),
            Self::PasswordSet { account } => of_account(account, "password-set", json!({})),
            Self::PasswordLinkMade { account } => of_account(account, "password-link-made", json!({})),
            Self::FactorEnrolled { account } => of_account(account, "factor-enrolled", json!({})),
            Self::FactorReset { account } => of_account(account, "factor-reset", json!({})),
            Self::SignedIn { account } => of_account(account, "signed-in", json!({})),
            Self::SignedOut { account } => of_account(account, "signed-out", json!({})),
            Self::ViewSaved { account } => of_account(account, "view-saved", json!({})),
            Self::ViewForgotten { account } => of_account(account, "view-forgotten", json!({})),
            Self::RoleGranted { grant } => of_account(
                &grant.account,
                "role-granted",
                json!({
                    "grant": grant.id, "role": grant.role, "scope": grant.scope.code(), "scope-id": grant.scope.uuid(),
                    "from": grant.from, "until": grant.until, "substitute": grant.substitute.map(|it| it.account),
                }),
            ),
            Self::GrantEnded { grant, account, last } => of_account(account, "grant-ended", json!({ "grant": grant, "last": last })),
            Self::SubstituteNamed { grant, account, substitute } => {
                of_account(account, "substitute-named", json!({ "grant": grant, "substitute": substitute }))
            }
            Self::IdentityKept { identity } => of_identity(identity, "identity-kept", json!({})),
            Self::IdentitySeen { identity, reason } => of_identity(identity, "identity-seen", json!({ "reason": reason })),
            Self::IdentityErased { identity, why } => of_identity(identity, "identity-erased", json!({ "why": why })),
            Self::IdentityExported { identity } => of_identity(identity, "identity-exported", json!({})),
        }
    }
}

const DAY: i64 = 86_400_000_000;

/// Writes an event in the journal, inside the transaction that made it true.
///
/// # Errors
/// When the database does not answer.
pub async fn record(tx: &mut Tx, tenant: TenantId, actor: &Actor, event: Event<'_>) -> Result<(), Error> {
    let now = tx.now();
    let at = match event {
        Event::IdentityKept { .. } => Instant::from_micros(now.micros() - now.micros().rem_euclid(DAY)),
        _ => now,
    };
    let (stream_kind, stream, kind, body) = event.written(tenant);
    tx.journal(journal::Entry { tenant, stream, stream_kind, kind, version: VERSION, actor, at, body }).await.map(drop)
}
