//! Photos in a form that is not sent yet: kept as soon as they are chosen, so that nothing is lost on the way back and
//! forth. The fields are `photo` and, in the same order, `photo-words`; a new file comes as `file`.

use crate::model::contribution::NewContribution;
use crate::photos::{self, Refused};
use crate::tables::photo;
use kernel::{ContributionId, FileId};
use people::{Context, Fault, Upload};
use store::Session;
use ui::Typed;

/// A kept photo in the form.
pub(super) struct PhotoShown {
    pub(super) id: String,
    pub(super) src: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) words: String,
}

fn id_of(typed: &Typed) -> Option<ContributionId> {
    typed.get("id").parse().ok()
}

/// Keeps the photos that were chosen; what is wrong with one is said beside the field.
pub(super) async fn keep(ctx: &Context, typed: &mut Typed, files: &[Upload]) -> Result<(), Fault> {
    let Some(id) = id_of(typed) else { return Ok(()) };
    for file in files.iter().filter(|file| file.name == "file" && !(file.file_name.is_empty() && file.bytes.is_empty())) {
        match photos::keep(ctx.store(), ctx.tenant_id(), id, file.bytes.clone(), ctx.now()).await {
            Ok(kept) => {
                typed.push("photo", kept.to_string());
                typed.push("photo-words", "");
            }
            Err(Refused::Photo(error)) => typed.wrong("file", error.key()),
            Err(Refused::TooMany) => typed.wrong("file", "voice-photo-too-many"),
            Err(Refused::Sent) => typed.wrong("file", "voice-photo-sent"),
            Err(Refused::Store(error)) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Throws one away.
pub(super) async fn drop_one(ctx: &Context, typed: &mut Typed, photo: &str) -> Result<(), Fault> {
    if let (Some(id), Ok(file)) = (id_of(typed), photo.parse::<FileId>()) {
        photos::drop_unsent(ctx.store(), ctx.tenant_id(), id, file).await?;
    }
    let kept: Vec<(String, String)> = pairs(typed).into_iter().filter(|(file, _)| file != photo).collect();
    set(typed, &kept);
    Ok(())
}

fn pairs(typed: &Typed) -> Vec<(String, String)> {
    let words = typed.all("photo-words");
    typed
        .all("photo")
        .into_iter()
        .enumerate()
        .map(|(place, file)| (file.to_owned(), words.get(place).copied().unwrap_or_default().to_owned()))
        .collect()
}

/// Puts these in place of the photos in the form.
pub(super) fn set(typed: &mut Typed, photos: &[(String, String)]) {
    let rest: Vec<(String, String)> =
        typed.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "photo" | "photo-words")).cloned().collect();
    let errors = typed.errors().to_vec();
    *typed = Typed::from_pairs(rest);
    for wrong in errors {
        let args: Vec<(&str, ui::Arg)> = wrong.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        typed.wrong_with(wrong.name.clone(), wrong.key.clone(), &args);
    }
    for (file, words) in photos {
        typed.push("photo", file.clone());
        typed.push("photo-words", words.clone());
    }
}

/// Whether a photo is no longer there: it waited longer than a day, or was thrown away in another window. Then it is taken
/// out of the form, and the field says so.
pub(super) async fn any_gone(ctx: &Context, typed: &mut Typed, new: &NewContribution) -> Result<bool, Fault> {
    if new.photos.is_empty() {
        return Ok(false);
    }
    let mut session = ctx.read().await?;
    let kept = photo::of(&mut session, ctx.tenant_id(), new.id).await?;
    let there = |file: &str| kept.iter().any(|photo| photo.id.to_string() == file);
    let left: Vec<(String, String)> = pairs(typed).into_iter().filter(|(file, _)| there(file)).collect();
    if left.len() == new.photos.len() {
        return Ok(false);
    }
    set(typed, &left);
    typed.wrong("file", "voice-photo-gone");
    Ok(true)
}

/// The photos of the form as its page shows them.
pub(super) async fn shown(s: &mut Session, ctx: &Context, typed: &Typed) -> Result<Vec<PhotoShown>, Fault> {
    let Some(id) = id_of(typed) else { return Ok(Vec::new()) };
    let kept = photo::of(s, ctx.tenant_id(), id).await?;
    let shown = pairs(typed).into_iter().filter_map(|(file, words)| {
        let photo = kept.iter().find(|photo| photo.id.to_string() == file)?;
        let src = format!("/bestanden/{file}?bijdrage={}", photo.contribution);
        Some(PhotoShown { id: file, src, width: photo.width, height: photo.height, words })
    });
    Ok(shown.collect())
}
