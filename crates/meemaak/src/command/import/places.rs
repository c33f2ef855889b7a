//! Into which municipality, process and area the rows go.

use super::IMPORTER;
use crate::command::{CommandError, say};
use design::{Draft, NewProcess, Process};
use journey::Act;
use kernel::{AreaId, Line, Money, ProcessId};
use people::{App, Tenant};
use std::collections::HashMap;
use std::sync::Arc;
use store::texts::LanguageSet;
use voice::{LINE_MOST, Place};

/// The municipality at `host`, or the only one there is.
///
/// # Errors
/// When there is none, or several and no host was given.
pub async fn tenant(app: &App, host: Option<&str>) -> Result<Arc<Tenant>, CommandError> {
    if let Some(host) = host {
        return app.tenant_at(host).await?.ok_or_else(|| CommandError::Asked(format!("there is no municipality at {host}")));
    }
    let mut session = app.store.read().await?;
    let ids = people::tables::tenants::ids(&mut session).await?;
    match ids.as_slice() {
        [] => Err(CommandError::Asked("there is no municipality yet; make one with «meemaak admin create-tenant»".into())),
        [one] => {
            let tenant = people::tables::tenants::tenant(&mut session, *one).await?;
            tenant.map(Arc::new).ok_or_else(|| CommandError::Asked("the municipality cannot be read".into()))
        }
        _ => Err(CommandError::Asked("there are several municipalities; say which one with --tenant HOST".into())),
    }
}

async fn find(app: &App, tenant: &Tenant, slug: &str) -> Result<Option<Process>, CommandError> {
    Ok(design::process_at(&mut app.store.read().await?, tenant.id, slug).await?)
}

/// The process at the address `slug`.
///
/// # Errors
/// When there is none.
pub async fn process_at(app: &App, tenant: &Tenant, slug: &str) -> Result<Process, CommandError> {
    find(app, tenant, slug).await?.ok_or_else(|| {
        CommandError::Asked(format!("{} has no process «{slug}»; the name is the last part of the address /processen/…", tenant.name))
    })
}

/// The process with this name or address, made when there is none. A process that is made here is in preparation:
/// its charter is for people to write, and nothing of it is invented. In a dry run nothing is made.
///
/// # Errors
/// When the name cannot be used or the database fails.
pub async fn process_named(
    app: &App,
    tenant: &Arc<Tenant>,
    name: &str,
    budget: Option<Money>,
    dry_run: bool,
) -> Result<ProcessId, CommandError> {
    let slug = design::slug(name);
    if let Some(process) = find(app, tenant, &slug).await? {
        return Ok(process.id);
    }
    let title = Line::new(name, design::Part::Title.most()).map_err(|error| CommandError::Asked(format!("--process: {error}")))?;
    let id = ProcessId::new(app.clock.now(), app.random.as_ref());
    if dry_run {
        say(&format!("A process «{title}» would be made."));
        return Ok(id);
    }
    let draft = Draft { budget, ..Draft::titled(LanguageSet::written(tenant.language, title.as_str())) };
    let (app, tenant) = (Arc::clone(app), Arc::clone(tenant));
    let store = app.store.clone();
    let made = store::write!(store, [app, tenant, draft], |tx| {
        let act = Act { tenant: tenant.id, actor: &IMPORTER, at: app.clock.now(), civil: &tenant.civil };
        design::create(tx, &act, NewProcess { id, slug: None, draft }).await
    })
    .await
    .map_err(|error| CommandError::Asked(format!("the process could not be made: {error}")))?;
    say(&format!("Made the process «{title}» (in preparation, /werk/processen/{}). Write its charter and publish it.", made.id));
    Ok(made.id)
}

/// The areas of a municipality by their names and codes.
#[derive(Debug, Default)]
pub struct Areas(HashMap<String, AreaId>);

impl Areas {
    /// Those of `tenant`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(app: &App, tenant: &Tenant) -> Result<Self, CommandError> {
        let areas = people::tables::areas(&mut app.store.read().await?, tenant.id).await?;
        let by_code = areas.iter().map(|area| (area.code.to_lowercase(), area.id));
        Ok(Self(by_code.chain(areas.iter().map(|area| (area.name.to_lowercase(), area.id))).collect()))
    }

    /// A place in the area that is called so here; a name that we do not know stays in words.
    ///
    /// # Errors
    /// When the name is too long to keep.
    pub fn place(&self, name: Option<&str>) -> Result<Place, String> {
        let Some(name) = name else { return Ok(Place::nowhere()) };
        if let Some(area) = self.0.get(&name.to_lowercase()) {
            return Ok(Place { area: Some(*area), ..Place::nowhere() });
        }
        Ok(Place { words: Some(line("area", name)?), ..Place::nowhere() })
    }
}

/// A short line.
///
/// # Errors
/// When it does not fit, with the name of the field.
pub fn line(field: &str, text: &str) -> Result<Line, String> {
    Line::new(text, LINE_MOST).map_err(|error| format!("{field}: {error}"))
}
