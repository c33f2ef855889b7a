//! Signing-ins: a digest of the token, whose it is, how far it came, when it was last used.

use crate::tables::accounts::{Account, of_row};
use kernel::{AccountId, Instant, SignInId, TenantId};
use store::{Error, Session, Tx, sql, values};

/// How far somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the code of the second factor is asked.
    Code,
    /// The password was right; a second factor has to be set up.
    Enrol,
    /// Signed in.
    Full,
}

impl Stage {
    const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Enrol => "enrol",
            Self::Full => "full",
        }
    }
    fn of(code: &str) -> Result<Self, Error> {
        match code {
            "code" => Ok(Self::Code),
            "enrol" => Ok(Self::Enrol),
            "full" => Ok(Self::Full),
            other => Err(Error::Broken(format!("«{other}» is no stage of a sign-in"))),
        }
    }
}

/// One signing-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its id.
    pub id: SignInId,
    /// Whose.
    pub account: AccountId,
    /// How far it came.
    pub stage: Stage,
    /// When it began.
    pub began: Instant,
    /// When it was last used, to the minute.
    pub seen: Instant,
    /// When it was ended.
    pub ended: Option<Instant>,
}

/// Begins one.
pub(crate) async fn begin(tx: &mut Tx, tenant: TenantId, token: &str, it: &SignIn) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO sign_in (tenant, token, id, account, stage, began, seen, ended) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"),
        &values![tenant, token, it.id, it.account, it.stage.code(), it.began, it.seen, it.ended],
    )
    .await
    .map(drop)
}

/// The signing-in of a token, with its account.
pub(crate) async fn with_account(s: &mut Session, tenant: TenantId, token: &str) -> Result<Option<(SignIn, Account)>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT s.id AS sign_in, s.stage, s.began, s.seen, s.ended AS sign_in_ended, a.id, a.name, a.mail, a.organisation, a.department, a.language, a.ended FROM sign_in s JOIN account a ON a.tenant = s.tenant AND a.id = s.account WHERE s.tenant = $1 AND s.token = $2"
            ),
            &values![tenant, token],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let account = of_row(&row)?;
    let sign_in = SignIn {
        id: row.get("sign_in")?,
        account: account.id,
        stage: Stage::of(&row.get::<String>("stage")?)?,
        began: row.get("began")?,
        seen: row.get("seen")?,
        ended: row.get("sign_in_ended")?,
    };
    Ok(Some((sign_in, account)))
}

/// Notes that one was used.
pub(crate) async fn touch(tx: &mut Tx, tenant: TenantId, token: &str, now: Instant) -> Result<(), Error> {
    tx.run(sql!("UPDATE sign_in SET seen = $3 WHERE tenant = $1 AND token = $2 AND seen < $3"), &values![tenant, token, now])
        .await
        .map(drop)
}

/// Ends one.
pub(crate) async fn end(tx: &mut Tx, tenant: TenantId, token: &str) -> Result<(), Error> {
    let now = tx.now();
    tx.run(sql!("UPDATE sign_in SET ended = $3 WHERE tenant = $1 AND token = $2 AND ended IS NULL"), &values![tenant, token, now])
        .await
        .map(drop)
}

/// Ends all of an account, except `keep`.
pub(crate) async fn end_all(tx: &mut Tx, tenant: TenantId, account: AccountId, keep: Option<SignInId>) -> Result<(), Error> {
    let now = tx.now();
    match keep {
        Some(keep) => {
            tx.run(
                sql!("UPDATE sign_in SET ended = $3 WHERE tenant = $1 AND account = $2 AND ended IS NULL AND id <> $4"),
                &values![tenant, account, now, keep],
            )
            .await?
        }
        None => {
            tx.run(
                sql!("UPDATE sign_in SET ended = $3 WHERE tenant = $1 AND account = $2 AND ended IS NULL"),
                &values![tenant, account, now],
            )
            .await?
        }
    };
    Ok(())
}

/// Removes what was last used before `before`; how many.
pub(crate) async fn remove_old(tx: &mut Tx, tenant: TenantId, before: Instant) -> Result<u64, Error> {
    tx.run(sql!("DELETE FROM sign_in WHERE tenant = $1 AND seen < $2"), &values![tenant, before]).await
}
