//! `/beheer/kennis/tekst`: the whole addition as a text (TOML), to paste, to read in from a file, and to take along.

use super::additions::{seen_of, why};
use crate::acts::{added, save_addition, written};
use crate::refusal::Refusal;
use crate::tables::additions;
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "text.html")]
struct Text {
    page: Page,
    typed: Typed,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let page = ctx.page("knowledge-text-title");
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &Text { page, typed })
}

/// The text that holds; that of a version when one is asked.
async fn held(ctx: &Context, version: Option<i64>) -> Result<(String, i64), Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let mut s = ctx.read().await?;
    if let Some(version) = version {
        let addition = additions::version(&mut s, ctx.tenant_id(), version).await?.ok_or(Fault::NotFound)?;
        return Ok((addition.toml, addition.version));
    }
    match additions::addition(&mut s, ctx.tenant_id()).await? {
        Some(addition) => Ok((addition.toml, addition.version)),
        None => Ok((String::new(), 0)),
    }
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let (toml, version) = held(&ctx, None).await?;
    Ok(draw(&ctx, Typed::empty().with("toml", toml).with("gezien", version.to_string())))
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files, .. } = posted;
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    if let Some(file) = files.iter().find(|file| file.name == "bestand") {
        match String::from_utf8(file.bytes.to_vec()) {
            // A file goes before what stands in the field, where it can be looked at when something is wrong.
            Ok(text) => typed.set("toml", text.strip_prefix('\u{feff}').unwrap_or(&text).replace('\0', "")),
            Err(_) => typed.wrong("bestand", "knowledge-file-wrong"),
        }
    }
    if !typed.is_wrong() {
        let text = typed.get("toml").replace("\r\n", "\n");
        let (store, seen) = (ctx.store().clone(), seen_of(&typed));
        let kept = store::write!(store, [ctx, text], |tx| { save_addition(tx, &ctx.act(), &text, "toml", seen).await }).await;
        match kept {
            Ok(_) => return Ok(ctx.done("/beheer/kennis", "knowledge-addition-saved")),
            Err(Refusal::Unfit(reason)) => {
                let said = why(&ctx.page("knowledge-text-title"), &reason);
                typed.wrong_with("toml", "knowledge-why-sentence", &[("why", said.into())]);
            }
            Err(Refusal::Overtaken) => {
                let (_, version) = added(&mut ctx.read().await?, ctx.tenant_id()).await?;
                typed.set("gezien", version.to_string());
                typed.wrong("toml", "knowledge-overtaken");
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(draw(&ctx, typed))
}

pub(super) async fn download(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let version = asked.get("versie").map(|text| text.parse::<i64>().map_err(|_| Fault::NotFound)).transpose()?;
    let (toml, _) = held(&ctx, version).await?;
    let toml = if toml.is_empty() { written(&evidence::Local::default())? } else { toml };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/toml; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"eigen-kennis.toml\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, toml).into_response())
}
