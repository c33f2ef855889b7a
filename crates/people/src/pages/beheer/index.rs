//! `/beheer`: what there is to manage, for whoever may.

use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ui::Page;

/// One thing to manage: where, the stem of its words, and who may.
pub(super) struct Section {
    href: &'static str,
    key: &'static str,
    permission: Permission,
}

const SECTIONS: &[Section] = &[
    Section { href: "/beheer/personen", key: "people-beheer-accounts", permission: Permission::ManageAccounts },
    Section { href: "/beheer/rechten", key: "people-beheer-rights", permission: Permission::ManageAccounts },
    Section { href: "/beheer/gemeente", key: "people-beheer-settings", permission: Permission::ManageTenant },
    Section { href: "/beheer/uiterlijk", key: "people-beheer-theme", permission: Permission::ManageTenant },
    Section { href: "/beheer/termijnen", key: "people-beheer-terms", permission: Permission::ManageTenant },
    Section { href: "/beheer/woorden", key: "people-beheer-plain", permission: Permission::ManageTenant },
    Section { href: "/beheer/diensten", key: "people-beheer-departments", permission: Permission::ManageTenant },
    Section { href: "/beheer/organisaties", key: "people-beheer-organisations", permission: Permission::ManageTenant },
    Section { href: "/beheer/wijken", key: "people-beheer-areas", permission: Permission::ManageTenant },
    Section { href: "/beheer/bewaren", key: "people-beheer-retention", permission: Permission::ManageTenant },
    Section { href: "/beheer/taken", key: "people-beheer-jobs", permission: Permission::ManageJobs },
    Section { href: "/beheer/logboek", key: "people-beheer-journal", permission: Permission::ReadJournal },
    Section { href: "/beheer/inzage", key: "people-beheer-looks", permission: Permission::ReadJournal },
    Section { href: "/beheer/wissen", key: "people-beheer-erasure", permission: Permission::SeeIdentity },
];

#[derive(Template)]
#[template(path = "beheer/index.html")]
struct Index {
    page: Page,
    sections: Vec<&'static Section>,
}

/// Shows the sections that whoever asks may open; somebody who may open none is refused.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let sections: Vec<_> = SECTIONS.iter().filter(|section| ctx.may(section.permission, &Thing::tenant())).collect();
    if sections.is_empty() {
        return Err(Fault::Forbidden);
    }
    Ok(ui::html(StatusCode::OK, &Index { page: ctx.page("people-beheer-title"), sections }))
}
