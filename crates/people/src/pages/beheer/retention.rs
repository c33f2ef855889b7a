//! `/beheer/bewaren`: which personal data are kept, why, how long and who may see them. The same list as the privacy page.

use crate::context::Context;
use crate::fault::Fault;
use crate::kept::{KINDS, KeptFor, Kind, SeenBy};
use crate::permit::{Permission, Thing};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ui::Page;

/// One kind of data in words.
pub(in crate::pages) struct KeptRow {
    pub(in crate::pages) what: String,
    pub(in crate::pages) why: String,
    pub(in crate::pages) basis: String,
    pub(in crate::pages) article: &'static str,
    pub(in crate::pages) term: String,
    pub(in crate::pages) seen_by: Vec<String>,
}

#[derive(Template)]
#[template(path = "beheer/retention.html")]
struct Retention {
    page: Page,
    rows: Vec<KeptRow>,
}

/// The list of [`KINDS`] in the words of a page. Who may see is said in the names of permissions for staff, and as
/// «medewerkers die het nodig hebben» for everybody else.
pub(in crate::pages) fn rows(page: &Page, for_staff: bool) -> Vec<KeptRow> {
    KINDS.iter().map(|kind| row(page, kind, for_staff)).collect()
}

fn row(page: &Page, kind: &Kind, for_staff: bool) -> KeptRow {
    let term = match kind.kept_for {
        KeptFor::Hours(hours) => page.t1("people-term-hours", "count", hours),
        KeptFor::Days(days) => page.t1("people-term-days", "count", days),
        KeptFor::Account => page.t("people-term-account"),
        KeptFor::AfterAnswer(days) => page.t1("people-term-after-answer", "count", days),
        KeptFor::UntilSent => page.t("people-term-until-sent"),
        KeptFor::Archive => page.t("people-term-archive"),
    };
    let seen = |by: &SeenBy| match by {
        SeenBy::Everybody => page.t("people-seen-everybody"),
        SeenBy::Oneself => page.t("people-seen-oneself"),
        SeenBy::Staff(permission) if for_staff => {
            page.t1("people-beheer-seen-permission", "what", page.t(format!("people-permission-{permission}")))
        }
        SeenBy::Staff(_) => page.t("people-seen-staff"),
    };
    let mut seen_by: Vec<String> = kind.seen_by.iter().map(seen).collect();
    seen_by.dedup();
    KeptRow {
        what: page.t(format!("people-kind-{}", kind.code)),
        why: page.t(format!("people-kind-{}-why", kind.code)),
        basis: page.t(format!("people-basis-{}", kind.basis.code())),
        article: kind.basis.article(),
        term,
        seen_by,
    }
}

/// Shows the list.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let page = ctx.page("people-beheer-retention-title");
    let rows = rows(&page, true);
    Ok(ui::html(StatusCode::OK, &Retention { page, rows }))
}
