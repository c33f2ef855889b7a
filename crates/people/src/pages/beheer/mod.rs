//! The administration of a municipality: who works here, what it is called, how it looks, which terms hold, what failed
//! in the background, who did what. All under `/beheer`, for the permissions of the whole municipality only.

mod accounts;
mod areas;
mod departments;
mod erasure;
pub(super) mod fields;
mod geo;
mod grants;
mod import;
mod index;
mod jobs;
mod journal;
mod organisations;
pub(in crate::pages) mod retention;
mod roles;
mod settings;
mod terms;
mod theme;
mod words;

use crate::permit::Permission;
use crate::routes::{Access, Routes};

/// The pages of the administration.
#[must_use]
pub fn routes() -> Routes {
    const TENANT: Access = Access::Staff(Permission::ManageTenant);
    const ACCOUNTS: Access = Access::Staff(Permission::ManageAccounts);
    const JOBS: Access = Access::Staff(Permission::ManageJobs);
    const JOURNAL: Access = Access::Staff(Permission::ReadJournal);
    const IDENTITY: Access = Access::Staff(Permission::SeeIdentity);
    Routes::new("people")
        .get("/beheer", Access::SignedIn, index::show)
        .get("/beheer/gemeente", TENANT, settings::show)
        .post("/beheer/gemeente", TENANT, settings::save)
        .get("/beheer/uiterlijk", TENANT, theme::show)
        .post("/beheer/uiterlijk", TENANT, theme::save)
        .post("/beheer/uiterlijk/logo", TENANT, theme::save_logo)
        .get("/beheer/termijnen", TENANT, terms::show)
        .post("/beheer/termijnen", TENANT, terms::save)
        .get("/beheer/woorden", TENANT, words::show)
        .post("/beheer/woorden", TENANT, words::save)
        .get("/beheer/diensten", TENANT, departments::list)
        .post("/beheer/diensten", TENANT, departments::create)
        .get("/beheer/diensten/{id}", TENANT, departments::show)
        .post("/beheer/diensten/{id}", TENANT, departments::save)
        .get("/beheer/organisaties", TENANT, organisations::list)
        .post("/beheer/organisaties", TENANT, organisations::create)
        .get("/beheer/organisaties/{id}", TENANT, organisations::show)
        .post("/beheer/organisaties/{id}", TENANT, organisations::save)
        .get("/beheer/wijken", TENANT, areas::list)
        .post("/beheer/wijken", TENANT, areas::create)
        .get("/beheer/wijken/inlezen", TENANT, import::show)
        .post("/beheer/wijken/inlezen", TENANT, import::save)
        .get("/beheer/wijken/{id}", TENANT, areas::show)
        .post("/beheer/wijken/{id}", TENANT, areas::save)
        .get("/beheer/personen", ACCOUNTS, accounts::list)
        .get("/beheer/personen/nieuw", ACCOUNTS, accounts::blank)
        .post("/beheer/personen/nieuw", ACCOUNTS, accounts::create)
        .get("/beheer/personen/{id}", ACCOUNTS, accounts::show)
        .post("/beheer/personen/{id}", ACCOUNTS, accounts::save)
        .post("/beheer/personen/{id}/wachtwoord", ACCOUNTS, accounts::renew_password)
        .post("/beheer/personen/{id}/tweede-stap", ACCOUNTS, accounts::reset_factor)
        .post("/beheer/personen/{id}/einde", ACCOUNTS, accounts::end)
        .get("/beheer/personen/{id}/rol", ACCOUNTS, grants::blank)
        .post("/beheer/personen/{id}/rol", ACCOUNTS, grants::give)
        .get("/beheer/rollen/{id}", ACCOUNTS, grants::show)
        .post("/beheer/rollen/{id}/einde", ACCOUNTS, grants::end)
        .post("/beheer/rollen/{id}/vervanger", ACCOUNTS, grants::name_substitute)
        .get("/beheer/rechten", ACCOUNTS, roles::list)
        .post("/beheer/rechten", ACCOUNTS, roles::create)
        .get("/beheer/rechten/{code}", ACCOUNTS, roles::show)
        .post("/beheer/rechten/{code}", ACCOUNTS, roles::save)
        .get("/beheer/taken", JOBS, jobs::list)
        .post("/beheer/taken/{id}", JOBS, jobs::revive)
        .get("/beheer/logboek", JOURNAL, journal::list)
        .get("/beheer/inzage", JOURNAL, journal::looks)
        .get("/beheer/bewaren", TENANT, retention::show)
        .get("/beheer/wissen", IDENTITY, erasure::show)
        .post("/beheer/wissen", IDENTITY, erasure::erase)
}
