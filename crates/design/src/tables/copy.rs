//! From what a process was begun: a template, or an earlier process.

use kernel::{ProcessId, TenantId};
use store::{Error, Session, Tx, sql, values};

/// What a process was begun from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyOrigin {
    /// A template, by its code.
    Template(String),
    /// An earlier process.
    Process(ProcessId),
}

/// Notes what a process was begun from.
///
/// # Errors
/// When the database cannot be written.
pub async fn note(tx: &mut Tx, tenant: TenantId, process: ProcessId, origin: &CopyOrigin) -> Result<(), Error> {
    let (template, earlier) = match origin {
        CopyOrigin::Template(code) => (Some(code.as_str()), None),
        CopyOrigin::Process(id) => (None, Some(*id)),
    };
    let sql = sql!("INSERT INTO process_copy (tenant, process, template, origin) VALUES ($1, $2, $3, $4)");
    tx.run(sql, &values![tenant, process, template, earlier]).await.map(drop)
}

/// What a process was begun from; nothing when it began empty.
///
/// # Errors
/// When the database cannot be read.
pub async fn copy_origin(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<CopyOrigin>, Error> {
    let row =
        s.optional(sql!("SELECT template, origin FROM process_copy WHERE tenant = $1 AND process = $2"), &values![tenant, process]).await?;
    let Some(row) = row else { return Ok(None) };
    if let Some(id) = row.get::<Option<ProcessId>>("origin")? {
        return Ok(Some(CopyOrigin::Process(id)));
    }
    Ok(row.get::<Option<String>>("template")?.map(CopyOrigin::Template))
}
