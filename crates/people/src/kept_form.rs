//! A form that was sent after the sign-in had passed: kept sealed for two hours, and given back after signing in.
//!
//! It is given back to the same account only, and only sent on after that person looked at it and pressed the
//! button. Files are not kept; the page says so.

use crate::context::Context;
use crate::csrf::FIELD;
use crate::fault::Fault;
use crate::seal::place;
use crate::tables::kept_forms::{self, NewKept};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use kernel::AccountId;
use uuid::Uuid;

/// How long a form is kept, in seconds.
pub const KEPT_SECONDS: i64 = 2 * 60 * 60;
/// The largest form that is kept, in bytes.
pub(crate) const MOST: usize = 1 << 20;

/// What somebody typed before the sign-in passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// Its id.
    pub id: Uuid,
    /// Where it was going.
    pub path: String,
    /// The page on which it stood.
    pub page: String,
    /// The fields, in their order.
    pub pairs: Vec<(String, String)>,
    /// How many files came with it and were not kept.
    pub files: i64,
}

/// What somebody typed in a form whose token was of another visit: nothing is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The page on which the form stood.
    pub page: String,
    /// The fields, in their order.
    pub pairs: Vec<(String, String)>,
    /// How many files came with it.
    pub files: usize,
}

/// The path of the page from which a form was sent, as the browser tells it: only a page of this host.
pub(crate) fn page_of(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (host, path) = text(header::REFERER)?.split_once("://")?.1.split_once('/')?;
    (host == text(header::HOST)? && path.len() < 2000).then(|| format!("/{path}"))
}

/// Keeps what was posted and sends the browser to sign in; after that it comes to the kept form.
pub(crate) async fn keep_posted(ctx: &Context, account: AccountId, request: Request) -> Result<Response, Fault> {
    let path = ctx.path_and_query();
    let page = page_of(request.headers()).unwrap_or_else(|| path.clone());
    let raw = ctx.posted_raw(request).await?;
    let words = serde_json::to_vec(&(page, &raw.pairs)).map_err(|error| Fault::Broken(error.to_string()))?;
    if words.len() > MOST {
        return Err(Fault::TooLarge);
    }
    let mut bytes = [0; 16];
    ctx.app.random.fill(&mut bytes);
    let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let tenant = ctx.tenant.id;
    let kept = std::sync::Arc::new(NewKept {
        id,
        account,
        path,
        sealed: ctx.app.keys.kept.seal(ctx.app.random.as_ref(), &place("kept form", tenant, id), &words)?,
        files: i64::try_from(raw.files.len()).unwrap_or(i64::MAX),
        expires: ctx.now().plus_seconds(KEPT_SECONDS),
    });
    store::write!(ctx.app.store, [tenant, kept], |tx| kept_forms::keep(tx, tenant, &kept).await).await?;
    Ok(ui::see_other(&format!("/aanmelden?terug=%2Fbewaard%2F{id}&bewaard=ja")))
}

impl Context {
    /// The form that was kept under `id`, when it is this person's and its two hours have not passed.
    ///
    /// # Errors
    /// [`Fault::NotFound`] otherwise; [`Fault::SignIn`] when nobody signed in.
    pub async fn kept(&self, id: Uuid) -> Result<KeptForm, Fault> {
        let account = self.signed_in()?.id;
        let mut session = self.read().await?;
        let row = kept_forms::kept(&mut session, self.tenant.id, account, id, self.now()).await?.ok_or(Fault::NotFound)?;
        let words = self.app.keys.kept.open(&place("kept form", self.tenant.id, id), &row.sealed)?;
        let (page, mut pairs): (String, Vec<(String, String)>) =
            serde_json::from_slice(&words).map_err(|error| Fault::Broken(error.to_string()))?;
        pairs.retain(|(name, _)| name != FIELD);
        Ok(KeptForm { id, path: row.path, page, pairs, files: row.files })
    }
}
