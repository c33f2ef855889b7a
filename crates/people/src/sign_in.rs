//! A signing-in: a random token in a cookie, of which only a digest is stored, with an idle and an absolute term.

use crate::context::{SignedIn, Standing};
use crate::fault::Fault;
use crate::house::{App, House};
use crate::seal::mac;
use crate::tables;
use crate::tables::sign_ins::{SignIn, Stage};
use crate::tenant::Tenant;
use data_encoding::BASE64URL_NOPAD;
use kernel::{AccountId, Instant, SignInId, TenantId};
use store::Tx;

/// A page moves the idle term on at most once in so many seconds.
const TOUCH_SECONDS: i64 = 60;

/// A fresh token for a cookie.
pub(crate) fn fresh_token(house: &House) -> String {
    let mut bytes = [0; 32];
    house.random.fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

/// What is stored of a token.
pub(crate) fn digest(house: &House, token: &str) -> String {
    BASE64URL_NOPAD.encode(&mac(&house.keys.sign_in, &[token.as_bytes()]))
}

/// Begins a signing-in inside `tx`.
pub(crate) async fn begin(tx: &mut Tx, tenant: TenantId, account: AccountId, stage: Stage, token_digest: &str) -> Result<(), store::Error> {
    let now = tx.now();
    let sign_in = SignIn { id: SignInId::new(now, tx.random()), account, stage, began: now, seen: now, ended: None };
    tables::sign_ins::begin(tx, tenant, token_digest, &sign_in).await
}

/// Whether a signing-in still holds at `now`.
pub(crate) fn holds(house: &House, sign_in: &SignIn, now: Instant) -> bool {
    sign_in.ended.is_none()
        && now < sign_in.seen.plus_seconds(house.settings.idle_seconds)
        && now < sign_in.began.plus_seconds(house.settings.absolute_seconds)
}

/// What a cookie stands for, and who signed in with it.
pub(crate) async fn standing(app: &App, tenant: &Tenant, cookie: &str) -> Result<(Standing, Option<SignedIn>), Fault> {
    let token = digest(app, cookie);
    let now = app.clock.now();
    let mut session = app.store.read().await?;
    let Some((sign_in, account)) = tables::sign_ins::with_account(&mut session, tenant.id, &token).await? else {
        return Ok((Standing::None, None));
    };
    if !holds(app, &sign_in, now) || account.ended.is_some() {
        return Ok((Standing::Passed(account.id), None));
    }
    if sign_in.stage != Stage::Full {
        return Ok((Standing::Half(sign_in), None));
    }
    let grants = tables::grants::of_account(&mut session, tenant.id, account.id).await?;
    drop(session);
    if sign_in.seen.plus_seconds(TOUCH_SECONDS) <= now {
        let id = tenant.id;
        let touched = store::write!(app.store, [id, token, now], |tx| tables::sign_ins::touch(tx, id, &token, now).await).await;
        if let Err(error) = touched {
            tracing::warn!(%error, "a sign-in could not be kept awake");
        }
    }
    let signed_in = SignedIn {
        id: account.id,
        sign_in: sign_in.id,
        name: account.name,
        mail: account.mail,
        organisation: account.organisation,
        department: account.department,
        grants: grants.into(),
    };
    Ok((Standing::Full, Some(signed_in)))
}
