//! Roles: rows, not code. The shipped ones are written when a tenant is made; a municipality may change them.

use crate::permit::{Permission, PermissionSet, Role};
use crate::tables::events::{self, Event};
use kernel::{Actor, TenantId};
use std::collections::BTreeMap;
use store::{Error, Session, Tx, sql, values};

/// A role of a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRow {
    /// Its code; for a shipped role one of [`Role`].
    pub code: String,
    /// Its name, for a role of the municipality's own; a shipped role is named by `people-role-…`.
    pub name: Option<String>,
    /// What it may do.
    pub permissions: PermissionSet,
}

/// Writes the shipped roles with what they may do.
pub(crate) async fn ship(tx: &mut Tx, tenant: TenantId) -> Result<(), Error> {
    for role in Role::ALL {
        tx.run(sql!("INSERT INTO role (tenant, code, name) VALUES ($1, $2, $3)"), &values![tenant, role.code(), None::<String>]).await?;
        put(tx, tenant, role.code(), role.permissions()).await?;
    }
    Ok(())
}

async fn put(tx: &mut Tx, tenant: TenantId, role: &str, permissions: PermissionSet) -> Result<(), Error> {
    for permission in permissions.iter() {
        tx.run(
            sql!("INSERT INTO role_permission (tenant, role, permission) VALUES ($1, $2, $3)"),
            &values![tenant, role, permission.code()],
        )
        .await?;
    }
    Ok(())
}

/// All roles by code.
///
/// # Errors
/// When the database does not answer.
pub async fn roles(s: &mut Session, tenant: TenantId) -> Result<Vec<RoleRow>, Error> {
    let mut found = BTreeMap::new();
    for row in s.all(sql!("SELECT code, name FROM role WHERE tenant = $1 ORDER BY code LIMIT 500"), &values![tenant]).await? {
        let code: String = row.get("code")?;
        found.insert(code.clone(), RoleRow { code, name: row.get("name")?, permissions: PermissionSet::default() });
    }
    for row in s.all(sql!("SELECT role, permission FROM role_permission WHERE tenant = $1"), &values![tenant]).await? {
        let role: String = row.get("role")?;
        // A permission of a later version than this node's is left out, never guessed.
        let permission = row.get::<String>("permission")?.parse::<Permission>();
        if let (Some(role), Ok(permission)) = (found.get_mut(&role), permission) {
            role.permissions = role.permissions.with(permission);
        }
    }
    Ok(found.into_values().collect())
}

/// Makes a role or changes what the one with this code may do.
///
/// # Errors
/// When the database does not answer.
pub async fn save(tx: &mut Tx, tenant: TenantId, actor: &Actor, role: &RoleRow) -> Result<(), Error> {
    let changed = tx.run(sql!("UPDATE role SET name = $3 WHERE tenant = $1 AND code = $2"), &values![tenant, role.code, role.name]).await?;
    if changed == 0 {
        tx.run(sql!("INSERT INTO role (tenant, code, name) VALUES ($1, $2, $3)"), &values![tenant, role.code, role.name]).await?;
    }
    tx.run(sql!("DELETE FROM role_permission WHERE tenant = $1 AND role = $2"), &values![tenant, role.code]).await?;
    put(tx, tenant, &role.code, role.permissions).await?;
    events::record(tx, tenant, actor, Event::RoleSaved { role: &role.code, permissions: role.permissions }).await
}
