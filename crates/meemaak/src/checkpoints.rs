//! The daily checkpoint of the journal, brought to where nobody with the database reaches it: a folder, the mailboxes of
//! people who keep it, and an address where anybody may read it.
//!
//! The folder gets the whole checkpoint, with the ids of all streams. What is published and mailed is its short form: a
//! number, days, hashes and the signature, nothing of a person or of another municipality on the same machine.

use crate::api::answers::{self, Problem};
use crate::config::{Config, ConfigError};
use axum::extract::{Path, Query};
use axum::response::Response;
use people::mail::{self, Letter, Recipient};
use people::{Access, App, Context, Routes};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use store::journal::{self, Checkpoint};

/// Where anybody reads them, beside other addresses that programs know by heart (RFC 8615).
pub const PATH: &str = "/.well-known/meemaak/checkpoints";
/// So many stand in one answer.
const PAGE: i64 = 50;

/// Who gets the checkpoint of each day.
#[derive(Debug, Clone, Default)]
pub struct Keepers {
    /// The folder in which each is written whole.
    pub folder: Option<PathBuf>,
    /// The addresses to which each is mailed in short.
    pub mail: Vec<String>,
}

impl Keepers {
    /// As the settings say.
    ///
    /// # Errors
    /// When an address is none.
    pub fn of(config: &Config) -> Result<Self, ConfigError> {
        let addresses = config.get("checkpoint-mail").split([',', ' ']).filter(|address| !address.is_empty());
        let mail: Vec<String> = addresses.map(str::to_owned).collect();
        let is_address = |it: &String| it.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if !mail.iter().all(is_address) {
            return Err(config.wrong("checkpoint-mail", "write mail addresses with a comma between them"));
        }
        Ok(Self { folder: config.some("checkpoints").map(PathBuf::from), mail })
    }
}

/// Brings a checkpoint to its keepers. A second time, on another node, mails nothing more.
///
/// # Errors
/// When the database does not answer. A folder that cannot be written is told in the log.
pub async fn hand_out(app: &App, checkpoint: Checkpoint, keepers: &Keepers) -> Result<(), store::Error> {
    if let Some(folder) = &keepers.folder {
        let path = folder.join(format!("{}.json", checkpoint.day));
        if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, checkpoint.to_text())) {
            tracing::error!(%error, path = %path.display(), "the checkpoint of the journal is not written");
        }
    }
    if keepers.mail.is_empty() {
        return Ok(());
    }
    // The journal is of the whole house; the municipality that was first sends the mail.
    let mut session = app.store.read().await?;
    let Some(id) = people::tables::tenants::ids(&mut session).await?.first().copied() else { return Ok(()) };
    let Some(tenant) = people::tables::tenants::tenant(&mut session, id).await? else { return Ok(()) };
    drop(session);
    let args = [
        ("day", checkpoint.day.to_string().into()),
        ("checkpoint", checkpoint.short().to_text().into()),
        ("address", app.address_of(&tenant, &format!("{PATH}/{}", checkpoint.number)).into()),
    ];
    let words = |part: &str| app.texts.plain(&tenant.language, &format!("meemaak-checkpoint-mail-{part}"), &args);
    let (subject, text, language) = (words("subject"), words("text"), tenant.language);
    let letter = move |to: String| Letter { to: Recipient::Address(to), language, subject: subject.clone(), text: text.clone() };
    let letters: Arc<[Letter]> = keepers.mail.iter().cloned().map(letter).collect();
    let number = checkpoint.number;
    store::write!(app.store, [letters], |tx| {
        if journal::note_mailed(tx, number).await? {
            for letter in letters.iter() {
                mail::enqueue(tx, id, letter.clone()).await?;
            }
        }
        Ok::<_, store::Error>(())
    })
    .await
}

pub(crate) fn routes() -> Routes {
    Routes::new("meemaak").get(PATH, Access::Public, list).get("/.well-known/meemaak/checkpoints/{checkpoint}", Access::Public, one)
}

#[derive(Debug, Deserialize)]
struct Paging {
    before: Option<String>,
}

#[derive(Debug, Serialize)]
struct Listed {
    items: Vec<Checkpoint>,
    /// Where the list goes on; nothing at its end.
    next: Option<String>,
}

async fn list(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let before = paging.before.map(|text| text.parse().map_err(|_| Problem::Asked("before is the number of a checkpoint"))).transpose()?;
    let items = journal::seals(&mut ctx.store().read().await?, before, PAGE).await?;
    let oldest = items.last().map_or(1, |checkpoint| checkpoint.number);
    let next = (oldest > 1).then(|| format!("{PATH}?before={oldest}"));
    Ok(answers::json(&Listed { items, next }))
}

async fn one(ctx: Context, Path(number): Path<String>) -> Result<Response, Problem> {
    let number: i64 = number.parse().ok().filter(|number| (1..i64::MAX).contains(number)).ok_or(Problem::Missing)?;
    let found = journal::seals(&mut ctx.store().read().await?, Some(number + 1), 1).await?;
    found.first().filter(|checkpoint| checkpoint.number == number).map(answers::json).ok_or(Problem::Missing)
}
