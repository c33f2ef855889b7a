//! The start page of the demo: what to try, per role. Not there in a real municipality.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, tables};
use ui::Page;

/// The mail addresses of the demo end so; nobody can have such an address (RFC 2606).
const DEMO: &str = "@leyhoven.example";

#[derive(Template)]
#[template(path = "try_it.html")]
struct TryIt {
    page: Page,
    password: &'static str,
    resident: Vec<Link>,
    staff: Vec<Staff>,
}

struct Link {
    href: String,
    words: String,
}

struct Staff {
    name: String,
    role: String,
    login: String,
    what: String,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let tenant = ctx.tenant_id();
    let accounts = tables::accounts::accounts(&mut session, tenant, None, 100).await?;
    let mut staff = Vec::new();
    for account in accounts.into_iter().filter(|account| account.mail.ends_with(DEMO) && account.ended.is_none()) {
        for grant in tables::grants::of_account(&mut session, tenant, account.id).await? {
            staff.push(Staff {
                name: account.name.clone(),
                role: ctx.t(&format!("people-role-{}", grant.role)),
                login: account.mail.clone(),
                what: ctx.t(&format!("meemaak-try-{}", grant.role)),
            });
        }
    }
    if staff.is_empty() {
        return Err(Fault::NotFound);
    }
    let open = design::processes(&mut session, tenant, true, None, 10).await?;
    let mut asking = None;
    for process in &open {
        if measure::plan(&mut session, tenant, process.id).await?.open_wave(ctx.today()).is_some() {
            asking = Some(process.slug.clone());
        }
    }
    let open = open.into_iter().find(|process| design::open_for_contributions(process, ctx.today()));
    drop(session);
    let link = |href: String, key: &str| Link { href, words: ctx.t(key) };
    let mut resident = Vec::new();
    if let Some(process) = open {
        resident.push(link(format!("/processen/{}/bijdragen", process.slug), "meemaak-try-contribute"));
        resident.push(link(format!("/processen/{}/formulier", process.slug), "meemaak-try-paper"));
        resident.push(link(format!("/processen/{}/kiosk", process.slug), "meemaak-try-kiosk"));
    }
    if let Some(slug) = asking {
        resident.push(link(format!("/processen/{slug}/vragen"), "meemaak-try-questions"));
    }
    resident.push(link("/antwoorden".into(), "meemaak-try-answers"));
    resident.push(link("/hoe-doen-we-het".into(), "meemaak-try-doing"));
    resident.push(link("/wat-we-weten".into(), "meemaak-try-knowledge"));
    resident.push(link("/?taal=ar".into(), "meemaak-try-arabic"));
    let page = ctx.page("meemaak-try-title");
    Ok(ui::html(StatusCode::OK, &TryIt { page, password: crate::command::demo::PASSWORD, resident, staff }))
}
