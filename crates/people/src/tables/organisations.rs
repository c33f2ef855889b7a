//! Line departments of the municipality, and partner organisations beside them.

use crate::tables::events::{self, Event};
use kernel::{Actor, Date, DepartmentId, OrganisationId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

/// A line department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// A short code that stays when the name changes, for import.
    pub code: String,
    /// The mail address of its desk; empty when there is none.
    pub mail: String,
    /// The day on which it ceased to be, for departments that only the past knows.
    pub ended: Option<Date>,
}

/// A partner organisation with its own people (A099).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How to reach it, in words.
    pub contact: String,
    /// The day on which working together ended.
    pub ended: Option<Date>,
}

fn department_of(row: &Row) -> Result<Department, Error> {
    Ok(Department { id: row.get("id")?, name: row.get("name")?, code: row.get("code")?, mail: row.get("mail")?, ended: row.get("ended")? })
}

fn organisation_of(row: &Row) -> Result<Organisation, Error> {
    Ok(Organisation { id: row.get("id")?, name: row.get("name")?, contact: row.get("contact")?, ended: row.get("ended")? })
}

/// All departments by name, those that ended too; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn departments(s: &mut Session, tenant: TenantId) -> Result<Vec<Department>, Error> {
    s.all(sql!("SELECT id, name, code, mail, ended FROM department WHERE tenant = $1 ORDER BY name, id LIMIT 1000"), &values![tenant])
        .await?
        .iter()
        .map(department_of)
        .collect()
}

/// One department.
///
/// # Errors
/// When the database does not answer.
pub async fn department(s: &mut Session, tenant: TenantId, id: DepartmentId) -> Result<Option<Department>, Error> {
    s.optional(sql!("SELECT id, name, code, mail, ended FROM department WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .as_ref()
        .map(department_of)
        .transpose()
}

/// Makes a department or changes the one with this id.
///
/// # Errors
/// [`Error::Conflict`] when its code is taken.
pub async fn save_department(tx: &mut Tx, tenant: TenantId, actor: &Actor, it: &Department) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!("UPDATE department SET name = $3, code = $4, mail = $5, ended = $6 WHERE tenant = $1 AND id = $2"),
            &values![tenant, it.id, it.name, it.code, it.mail, it.ended],
        )
        .await?;
    if changed == 0 {
        tx.run(
            sql!("INSERT INTO department (tenant, id, name, code, mail, ended) VALUES ($1, $2, $3, $4, $5, $6)"),
            &values![tenant, it.id, it.name, it.code, it.mail, it.ended],
        )
        .await?;
    }
    events::record(tx, tenant, actor, Event::DepartmentSaved { department: it.id }).await
}

/// All partner organisations by name, those that ended too; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn organisations(s: &mut Session, tenant: TenantId) -> Result<Vec<Organisation>, Error> {
    s.all(sql!("SELECT id, name, contact, ended FROM organisation WHERE tenant = $1 ORDER BY name, id LIMIT 1000"), &values![tenant])
        .await?
        .iter()
        .map(organisation_of)
        .collect()
}

/// One partner organisation.
///
/// # Errors
/// When the database does not answer.
pub async fn organisation(s: &mut Session, tenant: TenantId, id: OrganisationId) -> Result<Option<Organisation>, Error> {
    s.optional(sql!("SELECT id, name, contact, ended FROM organisation WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .as_ref()
        .map(organisation_of)
        .transpose()
}

/// Makes a partner organisation or changes the one with this id.
///
/// # Errors
/// [`Error::Conflict`] when its name is taken.
pub async fn save_organisation(tx: &mut Tx, tenant: TenantId, actor: &Actor, it: &Organisation) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!("UPDATE organisation SET name = $3, contact = $4, ended = $5 WHERE tenant = $1 AND id = $2"),
            &values![tenant, it.id, it.name, it.contact, it.ended],
        )
        .await?;
    if changed == 0 {
        tx.run(
            sql!("INSERT INTO organisation (tenant, id, name, contact, ended) VALUES ($1, $2, $3, $4, $5)"),
            &values![tenant, it.id, it.name, it.contact, it.ended],
        )
        .await?;
    }
    events::record(tx, tenant, actor, Event::OrganisationSaved { organisation: it.id }).await
}
