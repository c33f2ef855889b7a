//! Roles given to accounts for a scope and a period.

use crate::permit::{Grant, Permission, PermissionSet, Scope, Substitute, Thing, UnknownCode, permit};
use crate::tables::events::{self, Event};
use crate::tables::places::within;
use kernel::{AccountId, Actor, AreaId, Date, DepartmentId, GrantId, OrganisationId, ProcessId, TenantId};
use std::collections::BTreeMap;
use store::{Error, Row, Session, ToValue, Tx, Value, sql, values};
use uuid::Uuid;

/// What one row of a grant and one permission of its role say together.
struct Joined {
    rows: Vec<Row>,
    parents: Vec<(AreaId, Option<AreaId>)>,
}

impl Joined {
    fn grants(&self) -> Result<Vec<Grant>, Error> {
        let mut found: BTreeMap<GrantId, Grant> = BTreeMap::new();
        for row in &self.rows {
            let id: GrantId = row.get("id")?;
            let permission = row.get::<Option<String>>("permission")?.and_then(|code| code.parse::<Permission>().ok());
            if let Some(grant) = found.get_mut(&id) {
                if let Some(permission) = permission {
                    grant.permissions = grant.permissions.with(permission);
                }
                continue;
            }
            let scope: String = row.get("scope")?;
            let scope_id: Option<Uuid> = row.get("scope_id")?;
            let Ok(scope) = self.scope(&scope, scope_id) else { continue };
            let substitute = match (row.get("substitute")?, row.get("substitute_from")?, row.get("substitute_until")?) {
                (Some(account), Some(from), Some(until)) => Some(Substitute { account, from, until }),
                _ => None,
            };
            let grant = Grant {
                id,
                account: row.get("account")?,
                role: row.get("role")?,
                permissions: permission.map_or_else(PermissionSet::default, |permission| PermissionSet::of(&[permission])),
                scope,
                from: row.get("from_day")?,
                until: row.get("until_day")?,
                substitute,
            };
            found.insert(id, grant);
        }
        Ok(found.into_values().collect())
    }

    fn scope(&self, code: &str, id: Option<Uuid>) -> Result<Scope, UnknownCode> {
        Ok(match (code, id) {
            ("tenant", None) => Scope::Tenant,
            ("department", Some(id)) => Scope::Department(DepartmentId::from_uuid(id)),
            ("area", Some(id)) => {
                let area = AreaId::from_uuid(id);
                Scope::Area { area, within: within(&self.parents, area) }
            }
            ("process", Some(id)) => Scope::Process(ProcessId::from_uuid(id)),
            ("organisation", Some(id)) => Scope::Organisation(OrganisationId::from_uuid(id)),
            _ => return Err(UnknownCode(code.to_owned())),
        })
    }

    async fn with_areas(s: &mut Session, tenant: TenantId, rows: Vec<Row>) -> Result<Self, Error> {
        let mut parents = Vec::new();
        if rows.iter().any(|row| row.get::<String>("scope").is_ok_and(|scope| scope == "area")) {
            for row in s.all(sql!("SELECT id, parent FROM area WHERE tenant = $1 AND parent IS NOT NULL"), &values![tenant]).await? {
                parents.push((row.get("id")?, row.get("parent")?));
            }
        }
        Ok(Self { rows, parents })
    }
}

/// The grants of an account, also those in which it is the substitute, whatever their period.
///
/// # Errors
/// When the database does not answer.
pub async fn of_account(s: &mut Session, tenant: TenantId, account: AccountId) -> Result<Vec<Grant>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT g.id, g.account, g.role, g.scope, g.scope_id, g.from_day, g.until_day, g.substitute, g.substitute_from, g.substitute_until, p.permission FROM role_grant g LEFT JOIN role_permission p ON p.tenant = g.tenant AND p.role = g.role WHERE g.tenant = $1 AND (g.account = $2 OR g.substitute = $2) ORDER BY g.id"
            ),
            &values![tenant, account],
        )
        .await?;
    Joined::with_areas(s, tenant, rows).await?.grants()
}

/// The grants that these accounts hold, whatever their period, without those in which they are the substitute.
///
/// # Errors
/// When the database does not answer.
pub async fn held_by(s: &mut Session, tenant: TenantId, accounts: &[AccountId]) -> Result<Vec<Grant>, Error> {
    let mut found = Vec::new();
    for part in accounts.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut values: Vec<Value> = values![tenant].into();
        values.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(ToValue::to_value));
        let rows = s
            .all(
                sql!(
                    "SELECT g.id, g.account, g.role, g.scope, g.scope_id, g.from_day, g.until_day, g.substitute, g.substitute_from, g.substitute_until, p.permission FROM role_grant g LEFT JOIN role_permission p ON p.tenant = g.tenant AND p.role = g.role WHERE g.tenant = $1 AND g.account IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51) ORDER BY g.id"
                ),
                &values,
            )
            .await?;
        found.extend(Joined::with_areas(s, tenant, rows).await?.grants()?);
    }
    Ok(found)
}

/// One grant.
///
/// # Errors
/// When the database does not answer.
pub async fn grant(s: &mut Session, tenant: TenantId, id: GrantId) -> Result<Option<Grant>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT g.id, g.account, g.role, g.scope, g.scope_id, g.from_day, g.until_day, g.substitute, g.substitute_from, g.substitute_until, p.permission FROM role_grant g LEFT JOIN role_permission p ON p.tenant = g.tenant AND p.role = g.role WHERE g.tenant = $1 AND g.id = $2"
            ),
            &values![tenant, id],
        )
        .await?;
    Ok(Joined::with_areas(s, tenant, rows).await?.grants()?.into_iter().next())
}

/// The accounts that may do `permission` to `thing` on `today`, in order of id: holders and their substitutes,
/// without accounts that ended. At most 1000 grants are looked at.
///
/// # Errors
/// When the database does not answer.
pub async fn who_has(
    s: &mut Session,
    tenant: TenantId,
    permission: Permission,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT g.id, g.account, g.role, g.scope, g.scope_id, g.from_day, g.until_day, g.substitute, g.substitute_from, g.substitute_until, p.permission FROM role_grant g JOIN role_permission p ON p.tenant = g.tenant AND p.role = g.role JOIN account a ON a.tenant = g.tenant AND a.id = g.account WHERE g.tenant = $1 AND p.permission = $2 AND a.ended IS NULL AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3) ORDER BY g.id LIMIT 1000"
            ),
            &values![tenant, permission.code(), today],
        )
        .await?;
    let grants = Joined::with_areas(s, tenant, rows).await?.grants()?;
    let mut found: Vec<AccountId> = grants
        .iter()
        .flat_map(|grant| std::iter::once(grant.account).chain(grant.substitute.map(|it| it.account)))
        .filter(|account| permit(&grants, *account, permission, thing, today))
        .collect();
    found.sort_unstable();
    found.dedup();
    // The statement left out holders whose account ended; a substitute may be one as well.
    let mut here = Vec::with_capacity(found.len());
    for account in found {
        let is_holder = grants.iter().any(|grant| grant.account == account);
        if is_holder || super::accounts::account(s, tenant, account).await?.is_some_and(|it| it.ended.is_none()) {
            here.push(account);
        }
    }
    Ok(here)
}

/// How many ids one statement takes.
const AT_ONCE: usize = 50;

/// Gives a role.
///
/// # Errors
/// [`Error::Missing`] when there is no such account or role.
pub async fn give(tx: &mut Tx, tenant: TenantId, actor: &Actor, grant: &Grant) -> Result<(), Error> {
    tx.one(sql!("SELECT id FROM account WHERE tenant = $1 AND id = $2"), &values![tenant, grant.account]).await?;
    tx.one(sql!("SELECT code FROM role WHERE tenant = $1 AND code = $2"), &values![tenant, grant.role]).await?;
    let stands_in = grant.substitute;
    tx.run(
        sql!(
            "INSERT INTO role_grant (tenant, id, account, role, scope, scope_id, from_day, until_day, substitute, substitute_from, substitute_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        &values![
            tenant,
            grant.id,
            grant.account,
            grant.role,
            grant.scope.code(),
            grant.scope.uuid(),
            grant.from,
            grant.until,
            stands_in.map(|it| it.account),
            stands_in.map(|it| it.from),
            stands_in.map(|it| it.until)
        ],
    )
    .await?;
    events::record(tx, tenant, actor, Event::RoleGranted { grant }).await
}

/// Ends a grant with `last` as its last day.
///
/// # Errors
/// [`Error::Missing`] when there is no such grant.
pub async fn end(tx: &mut Tx, tenant: TenantId, actor: &Actor, id: GrantId, last: Date) -> Result<(), Error> {
    let row = tx.one(sql!("SELECT account FROM role_grant WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    tx.run(sql!("UPDATE role_grant SET until_day = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, last]).await?;
    events::record(tx, tenant, actor, Event::GrantEnded { grant: id, account: row.get("account")?, last }).await
}

/// Names a substitute for a grant, or takes the one there is away.
///
/// # Errors
/// [`Error::Missing`] when there is no such grant or account.
pub async fn name_substitute(
    tx: &mut Tx,
    tenant: TenantId,
    actor: &Actor,
    id: GrantId,
    substitute: Option<Substitute>,
) -> Result<(), Error> {
    let row = tx.one(sql!("SELECT account FROM role_grant WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    if let Some(it) = substitute {
        tx.one(sql!("SELECT id FROM account WHERE tenant = $1 AND id = $2"), &values![tenant, it.account]).await?;
    }
    tx.run(
        sql!("UPDATE role_grant SET substitute = $3, substitute_from = $4, substitute_until = $5 WHERE tenant = $1 AND id = $2"),
        &values![tenant, id, substitute.map(|it| it.account), substitute.map(|it| it.from), substitute.map(|it| it.until)],
    )
    .await?;
    events::record(
        tx,
        tenant,
        actor,
        Event::SubstituteNamed { grant: id, account: row.get("account")?, substitute: substitute.map(|it| it.account) },
    )
    .await
}
