//! `/werk/uitvoering/{id}/foto` takes a photo of what was there before or of what is there now; `/uitvoering/fotos/{file}`
//! sends it. A photo is written anew, so that nothing of the camera, the place or the moment stays in it, and is not taken
//! without words for whoever does not see it.

use super::commitment::{draw, found, refused};
use crate::act::{self, Refusal};
use crate::forms;
use crate::model::deed::{Deed, Picture};
use crate::tables::photos;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use kernel::FileId;
use people::{Context, Fault, Permission, Posted, Upload};
use ui::Typed;

/// The photo among the files, written anew; what is wrong with it is said beside its field.
async fn renewed(typed: &mut Typed, files: &[Upload]) -> Option<voice::Photo> {
    let sent = files.iter().find(|file| file.name == "photo" && !file.bytes.is_empty());
    let Some(sent) = sent else {
        typed.wrong("photo", "deliver-photo-missing");
        return None;
    };
    let bytes = sent.bytes.clone();
    match tokio::task::spawn_blocking(move || voice::renew_photo(&bytes)).await.unwrap_or(Err(voice::PhotoError::Damaged)) {
        Ok(photo) => Some(photo),
        Err(error) => {
            typed.wrong("photo", error.key());
            None
        }
    }
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = posted;
    typed.set("doen", "photo");
    let it = found(&ctx, &id).await?;
    ctx.permit(Permission::CarryOut, &it.thing())?;
    let said = forms::picture(&mut typed, ctx.tenant.language);
    let photo = renewed(&mut typed, &files).await;
    let (Some((moment, description)), Some(photo)) = (said, photo) else {
        // A browser does not send the same file again by itself.
        if typed.error_of("photo").is_none() {
            typed.wrong("photo", "deliver-photo-again");
        }
        return draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let file = FileId::new(ctx.now(), ctx.app.random.as_ref());
    let picture = Picture {
        file,
        size: i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX),
        width: i64::from(photo.width),
        height: i64::from(photo.height),
        moment,
        description,
    };
    let (store, deed, id) = (ctx.store().clone(), Deed::Picture(Box::new(picture)), it.id);
    store.files().put(ctx.tenant_id(), file, Bytes::from(photo.bytes)).await?;
    let done = store::write!(store, [ctx, deed], |tx| act::carry_out(tx, &ctx.act(), id, &deed).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/werk/uitvoering/{id}"), "deliver-photo-kept")),
        Err(refusal) => {
            store.files().delete(ctx.tenant_id(), file).await?;
            match refusal {
                Refusal::Store(error) => Err(error.into()),
                refusal => refused(&ctx, &it, typed, refusal).await,
            }
        }
    }
}

pub(super) async fn show(ctx: Context, Path(file): Path<String>) -> Result<Response, Fault> {
    let id: FileId = file.parse().map_err(|_| Fault::NotFound)?;
    photos::photo(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    let bytes = ctx.store().files().get(ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    // Never longer than the next question: a photo that is taken away is gone at once.
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
