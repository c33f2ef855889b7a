//! The bytes of a photo: for everybody when it is published, for who screens, and for the author before sending.

use super::asked;
use crate::tables::photo;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{ContributionId, FileId};
use people::{Context, Fault, Permission, Thing};

/// Sends a photo.
pub async fn show(ctx: Context, Path(file): Path<String>) -> Result<Response, Fault> {
    let id: FileId = file.parse().map_err(|_| Fault::NotFound)?;
    let public = {
        let mut session = ctx.read().await?;
        let kept = photo::photo(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
        let contribution = crate::contribution(&mut session, ctx.tenant_id(), kept.contribution).await?;
        match contribution {
            Some(contribution) => {
                let public = kept.sent && kept.shown && contribution.published;
                let thing = Thing::process(contribution.process).in_area(contribution.place.area);
                let staff = !contribution.erased
                    && [Permission::Screen, Permission::Moderate, Permission::ReadStaff]
                        .iter()
                        .any(|permission| ctx.may(*permission, &thing));
                if !public && !staff {
                    return Err(Fault::NotFound);
                }
                public
            }
            // Not sent yet: whoever holds the id that the form carries sees the own photo.
            None if asked(&ctx, "bijdrage").and_then(|text| text.parse::<ContributionId>().ok()) == Some(kept.contribution) => false,
            None => return Err(Fault::NotFound),
        }
    };
    let bytes = ctx.store().files().get(ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    // Never longer than the next question: a photo that is taken back is gone at once.
    let keep = if public { "no-cache" } else { "no-store" };
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, keep),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
