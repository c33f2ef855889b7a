//! Accounts of staff and of people of partner organisations. Residents need none.

use crate::tables::events::{self, Event};
use kernel::{AccountId, Actor, DepartmentId, Instant, Language, OrganisationId, TenantId};
use store::{Error, Row, Session, ToValue, Tx, Value, sql, values};

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name of the person, as colleagues and authors read it.
    pub name: String,
    /// The mail address with which the person signs in, in lower case.
    pub mail: String,
    /// The partner organisation, for people who do not work for the municipality.
    pub organisation: Option<OrganisationId>,
    /// The department.
    pub department: Option<DepartmentId>,
    /// The language of mails to this person.
    pub language: Option<Language>,
    /// When the account was ended.
    pub ended: Option<Instant>,
}

/// What signing in needs besides.
#[derive(Clone)]
pub(crate) struct Credentials {
    pub(crate) account: Account,
    pub(crate) password: Option<String>,
    pub(crate) factor: Option<Vec<u8>>,
    pub(crate) factor_step: i64,
}

pub(crate) fn of_row(row: &Row) -> Result<Account, Error> {
    Ok(Account {
        id: row.get("id")?,
        name: row.get("name")?,
        mail: row.get("mail")?,
        organisation: row.get("organisation")?,
        department: row.get("department")?,
        language: row.get("language")?,
        ended: row.get("ended")?,
    })
}

fn credentials_of(row: &Row) -> Result<Credentials, Error> {
    Ok(Credentials {
        account: of_row(row)?,
        password: row.get("password")?,
        factor: row.get("factor")?,
        factor_step: row.get("factor_step")?,
    })
}

/// A mail address as it is compared: without blanks around it, in lower case.
#[must_use]
pub fn bare_mail(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// One account.
///
/// # Errors
/// When the database does not answer.
pub async fn account(s: &mut Session, tenant: TenantId, id: AccountId) -> Result<Option<Account>, Error> {
    s.optional(
        sql!("SELECT id, name, mail, organisation, department, language, ended FROM account WHERE tenant = $1 AND id = $2"),
        &values![tenant, id],
    )
    .await?
    .as_ref()
    .map(of_row)
    .transpose()
}

/// Accounts by name, those that ended too, `limit` of them after `after` (a name and an id).
///
/// # Errors
/// When the database does not answer.
pub async fn accounts(s: &mut Session, tenant: TenantId, after: Option<(&str, AccountId)>, limit: i64) -> Result<Vec<Account>, Error> {
    let rows = match after {
        Some((name, id)) => {
            s.all(
                sql!(
                    "SELECT id, name, mail, organisation, department, language, ended FROM account WHERE tenant = $1 AND (name, id) > ($2, $3) ORDER BY name, id LIMIT $4"
                ),
                &values![tenant, name, id, limit],
            )
            .await?
        }
        None => {
            s.all(
                sql!(
                    "SELECT id, name, mail, organisation, department, language, ended FROM account WHERE tenant = $1 ORDER BY name, id LIMIT $2"
                ),
                &values![tenant, limit],
            )
            .await?
        }
    };
    rows.iter().map(of_row).collect()
}

/// How many ids one statement takes.
const AT_ONCE: usize = 50;

/// The names of accounts, for a list that shows who holds what.
///
/// # Errors
/// When the database does not answer.
pub async fn names(s: &mut Session, tenant: TenantId, ids: &[AccountId]) -> Result<Vec<(AccountId, String)>, Error> {
    let mut wanted = ids.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found: Vec<(AccountId, String)> = Vec::with_capacity(wanted.len());
    for part in wanted.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut values: Vec<Value> = values![tenant].into();
        values.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(ToValue::to_value));
        let rows = s
            .all(
                sql!(
                    "SELECT id, name FROM account WHERE tenant = $1 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &values,
            )
            .await?;
        for row in &rows {
            found.push((row.get("id")?, row.get("name")?));
        }
    }
    Ok(found)
}

/// Which of these accounts ended, and when.
///
/// # Errors
/// When the database does not answer.
pub async fn ended(s: &mut Session, tenant: TenantId, ids: &[AccountId]) -> Result<Vec<(AccountId, Instant)>, Error> {
    let mut found = Vec::new();
    for part in ids.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut values: Vec<Value> = values![tenant].into();
        values.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(ToValue::to_value));
        let rows = s
            .all(
                sql!(
                    "SELECT id, ended FROM account WHERE tenant = $1 AND ended IS NOT NULL AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &values,
            )
            .await?;
        for row in &rows {
            found.push((row.get("id")?, row.get("ended")?));
        }
    }
    Ok(found)
}

/// The account with this mail address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_mail(s: &mut Session, tenant: TenantId, mail: &str) -> Result<Option<Account>, Error> {
    Ok(credentials_by_mail(s, tenant, mail).await?.map(|it| it.account))
}

pub(crate) async fn credentials_by_mail(s: &mut Session, tenant: TenantId, mail: &str) -> Result<Option<Credentials>, Error> {
    s.optional(
        sql!(
            "SELECT id, name, mail, organisation, department, language, ended, password, factor, factor_step FROM account WHERE tenant = $1 AND mail = $2"
        ),
        &values![tenant, bare_mail(mail)],
    )
    .await?
    .as_ref()
    .map(credentials_of)
    .transpose()
}

pub(crate) async fn credentials(s: &mut Session, tenant: TenantId, id: AccountId) -> Result<Option<Credentials>, Error> {
    s.optional(
        sql!(
            "SELECT id, name, mail, organisation, department, language, ended, password, factor, factor_step FROM account WHERE tenant = $1 AND id = $2"
        ),
        &values![tenant, id],
    )
    .await?
    .as_ref()
    .map(credentials_of)
    .transpose()
}

/// Makes an account. Without a password hash nobody can sign in with it until one is set.
///
/// # Errors
/// [`Error::Conflict`] when the mail address is taken.
pub async fn create(tx: &mut Tx, tenant: TenantId, actor: &Actor, it: &Account, password_hash: Option<&str>) -> Result<(), Error> {
    let made = tx.now();
    tx.run(
        sql!(
            "INSERT INTO account (tenant, id, name, mail, organisation, department, language, password, factor, factor_step, ended, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        &values![
            tenant,
            it.id,
            it.name,
            bare_mail(&it.mail),
            it.organisation,
            it.department,
            it.language,
            password_hash,
            None::<Vec<u8>>,
            0_i64,
            it.ended,
            made
        ],
    )
    .await?;
    events::record(tx, tenant, actor, Event::AccountMade { account: it.id }).await
}

/// Changes name, mail address, organisation, department and language of an account.
///
/// # Errors
/// [`Error::Conflict`] when the mail address is taken; [`Error::Missing`] when there is no such account.
pub async fn save(tx: &mut Tx, tenant: TenantId, actor: &Actor, it: &Account) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!(
                "UPDATE account SET name = $3, mail = $4, organisation = $5, department = $6, language = $7 WHERE tenant = $1 AND id = $2"
            ),
            &values![tenant, it.id, it.name, bare_mail(&it.mail), it.organisation, it.department, it.language],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Missing);
    }
    events::record(tx, tenant, actor, Event::AccountChanged { account: it.id }).await
}

/// Ends an account: nobody signs in with it any more, and who is signed in is not from the next page on.
///
/// # Errors
/// [`Error::Missing`] when there is no such account.
pub async fn end(tx: &mut Tx, tenant: TenantId, actor: &Actor, id: AccountId) -> Result<(), Error> {
    let now = tx.now();
    if tx.run(sql!("UPDATE account SET ended = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, now]).await? == 0 {
        return Err(Error::Missing);
    }
    super::sign_ins::end_all(tx, tenant, id, None).await?;
    super::password_links::remove_all(tx, tenant, id).await?;
    super::saved_views::remove_all(tx, tenant, id).await?;
    events::record(tx, tenant, actor, Event::AccountEnded { account: id }).await
}

/// Sets the password hash of an account and ends its other sign-ins, and the links with which it could be set.
///
/// # Errors
/// [`Error::Missing`] when there is no such account.
pub async fn set_password(
    tx: &mut Tx,
    tenant: TenantId,
    actor: &Actor,
    id: AccountId,
    hash: &str,
    keep: Option<kernel::SignInId>,
) -> Result<(), Error> {
    if tx.run(sql!("UPDATE account SET password = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, hash]).await? == 0 {
        return Err(Error::Missing);
    }
    super::sign_ins::end_all(tx, tenant, id, keep).await?;
    super::password_links::remove_all(tx, tenant, id).await?;
    events::record(tx, tenant, actor, Event::PasswordSet { account: id }).await
}

/// Keeps the sealed secret of a second factor and the step whose code was used to prove it. False when there was one
/// already: only an administrator takes a factor away.
pub(crate) async fn set_factor(tx: &mut Tx, tenant: TenantId, id: AccountId, sealed: &[u8], step: i64) -> Result<bool, Error> {
    let actor = Actor::Account { account: id };
    let set = tx
        .run(
            sql!("UPDATE account SET factor = $3, factor_step = $4 WHERE tenant = $1 AND id = $2 AND factor IS NULL"),
            &values![tenant, id, sealed, step],
        )
        .await?;
    if set == 1 {
        events::record(tx, tenant, &actor, Event::FactorEnrolled { account: id }).await?;
    }
    Ok(set == 1)
}

/// Uses up a code: true for whoever comes first with this step, false for everybody after.
pub(crate) async fn use_factor_step(tx: &mut Tx, tenant: TenantId, id: AccountId, step: i64) -> Result<bool, Error> {
    let used = tx
        .run(sql!("UPDATE account SET factor_step = $3 WHERE tenant = $1 AND id = $2 AND factor_step < $3"), &values![tenant, id, step])
        .await?;
    Ok(used == 1)
}

/// Takes the second factor of an account away; the person enrols again at the next sign-in.
///
/// # Errors
/// [`Error::Missing`] when there is no such account.
pub async fn reset_factor(tx: &mut Tx, tenant: TenantId, actor: &Actor, id: AccountId) -> Result<(), Error> {
    let changed =
        tx.run(sql!("UPDATE account SET factor = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, None::<Vec<u8>>]).await?;
    if changed == 0 {
        return Err(Error::Missing);
    }
    super::sign_ins::end_all(tx, tenant, id, None).await?;
    events::record(tx, tenant, actor, Event::FactorReset { account: id }).await
}
