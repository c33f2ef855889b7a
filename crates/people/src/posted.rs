//! A form as it was posted: read within limits, checked to come from the visitor's own page.

use crate::context::Context;
use crate::csrf;
use crate::fault::Fault;
use crate::house::App;
use crate::kept_form::{self, Stale};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{StatusCode, header};
use bytes::Bytes;
use std::ops::{Deref, DerefMut};
use ui::Typed;

/// The most fields that a form may have.
const MOST_FIELDS: usize = 2000;
/// The most files that a form may carry.
const MOST_FILES: usize = 20;

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name of the field.
    pub name: String,
    /// What the file is called at home; to be shown, never to be used as a path.
    pub file_name: String,
    /// What is in it. Whoever takes it decides by these bytes what it is, not by its name.
    pub bytes: Bytes,
}

/// A form as it was posted: the token is right, the size within limits. Reads like [`Typed`].
#[derive(Debug)]
pub struct Posted {
    /// The context.
    pub ctx: Context,
    /// The fields, without the token.
    pub typed: Typed,
    /// The files; a file field that was left empty is not here.
    pub files: Vec<Upload>,
}

impl Deref for Posted {
    type Target = Typed;
    fn deref(&self) -> &Typed {
        &self.typed
    }
}

impl DerefMut for Posted {
    fn deref_mut(&mut self) -> &mut Typed {
        &mut self.typed
    }
}

/// A form before anybody looked at its token.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    pub(crate) pairs: Vec<(String, String)>,
    pub(crate) files: Vec<Upload>,
    token: String,
}

impl Raw {
    pub(crate) fn is_from(&self, ctx: &Context) -> bool {
        csrf::is_right(&ctx.app.keys.csrf, ctx.tenant.id, &ctx.bond, &self.token)
    }

    /// What to answer to a form of our own page whose cookie is gone, for instance because the browser was closed
    /// meanwhile. What was typed is shown again, except in forms with secrets.
    fn stale(self, page: String) -> Fault {
        const SECRETS: [&str; 5] = ["password", "old", "new", "again", "code"];
        let length: usize = self.pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
        if length > kept_form::MOST || self.pairs.iter().any(|(name, _)| SECRETS.contains(&name.as_str())) {
            return Fault::Token;
        }
        Fault::Stale(Box::new(Stale { page, pairs: self.pairs, files: self.files.len() }))
    }

    fn take(&mut self, name: String, value: String) -> Result<(), Fault> {
        if name == csrf::FIELD {
            self.token = value;
            return Ok(());
        }
        if self.pairs.len() >= MOST_FIELDS {
            return Err(Fault::TooLarge);
        }
        // No database of ours keeps U+0000 in a text, and nobody can type it.
        let value = if value.contains('\0') { value.replace('\0', "") } else { value };
        self.pairs.push((name.replace('\0', ""), value));
        Ok(())
    }
}

/// Reads a form of either kind within the limits of the house.
pub(crate) async fn read(request: Request, app: &App) -> Result<Raw, Fault> {
    let media_type =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    if media_type.starts_with("application/x-www-form-urlencoded") {
        return read_plain(request, app).await;
    }
    if media_type.starts_with("multipart/form-data") {
        return read_parts(request, app).await;
    }
    Err(Fault::BadRequest("people-fault-no-form"))
}

async fn read_plain(request: Request, app: &App) -> Result<Raw, Fault> {
    let body = axum::body::to_bytes(request.into_body(), app.settings.most_form).await.map_err(|_| Fault::TooLarge)?;
    let mut raw = Raw::default();
    for part in body.split(|byte| *byte == b'&').filter(|part| !part.is_empty()) {
        let (name, value) = part.iter().position(|byte| *byte == b'=').map_or((part, &[][..]), |at| (&part[..at], &part[at + 1..]));
        raw.take(decoded(name)?, decoded(value)?)?;
    }
    Ok(raw)
}

/// One name or value of a urlencoded form. What is no text is refused, not replaced.
fn decoded(text: &[u8]) -> Result<String, Fault> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let hex = after.get(..2).and_then(|hex| data_encoding::HEXLOWER_PERMISSIVE.decode(hex).ok());
                bytes.push(hex.and_then(|hex| hex.first().copied()).ok_or(Fault::BadRequest("people-fault-no-text"))?);
                rest = &after[2..];
                continue;
            }
            other => bytes.push(*other),
        }
        rest = after;
    }
    String::from_utf8(bytes).map_err(|_| Fault::BadRequest("people-fault-no-text"))
}

async fn read_parts(request: Request, app: &App) -> Result<Raw, Fault> {
    let broken = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        _ => Fault::BadRequest("people-fault-no-form"),
    };
    let mut parts = Multipart::from_request(request, app).await.map_err(|_| Fault::BadRequest("people-fault-no-form"))?;
    let mut raw = Raw::default();
    let mut plain = 0;
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let most = if file_name.is_some() { app.settings.most_file } else { app.settings.most_form };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            if bytes.len() + chunk.len() > most {
                return Err(Fault::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        match file_name {
            Some(file_name) if file_name.is_empty() && bytes.is_empty() => {}
            Some(file_name) => {
                if raw.files.len() >= MOST_FILES {
                    return Err(Fault::TooLarge);
                }
                raw.files.push(Upload { name, file_name: file_name.replace('\0', ""), bytes: bytes.into() });
            }
            None => {
                plain += bytes.len();
                if plain > app.settings.most_form {
                    return Err(Fault::TooLarge);
                }
                raw.take(name, String::from_utf8(bytes).map_err(|_| Fault::BadRequest("people-fault-no-text"))?)?;
            }
        }
    }
    Ok(raw)
}

impl FromRequest<App> for Posted {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &App) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        let ctx = Context::from_request_parts(&mut parts, app).await?;
        if !csrf::is_from_here(&parts.headers) {
            return Err(Fault::Token);
        }
        let page = kept_form::page_of(&parts.headers);
        let raw = read(Request::from_parts(parts, body), app).await?;
        if !raw.is_from(&ctx) {
            return Err(raw.stale(page.unwrap_or_else(|| ctx.path_and_query())));
        }
        Ok(Self { ctx, typed: Typed::from_pairs(raw.pairs), files: raw.files })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_and_not_replaced() {
        assert_eq!(decoded(b"een+bank%21+%C3%A9").ok().as_deref(), Some("een bank! é"));
        assert_eq!(decoded("één".as_bytes()).ok().as_deref(), Some("één"));
        for wrong in [&b"%"[..], b"%4", b"%zz", b"%ff%fe", b"\xc3"] {
            assert!(decoded(wrong).is_err(), "{wrong:?}");
        }
    }
}
