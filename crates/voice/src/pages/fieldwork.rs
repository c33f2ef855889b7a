//! `/werk/veld`: writing down what people say at the door or on the square, also where there is no network.
//!
//! The page, its scripts and its words are kept by a service worker. What is written down waits in a queue on the
//! telephone and is sent when there is a network again ([`super::fieldwork_send`]). Why it works this way:
//! `docs/decisions/008-fieldwork.md`.

use super::{asked, choices, languages, offered, open_processes};
use crate::forms::intake;
use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use journey::AnswerBy;
use people::{Access, Context, Fault, Permission, Routes};
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "fieldwork.html")]
struct FieldworkPage {
    page: Page,
    typed: Typed,
    account: String,
    /// Whether answers to bring may be asked for.
    delivers: bool,
    /// The languages of the page, so that each is kept on the telephone.
    kept_in: String,
    processes: Vec<Choice>,
    channels: Vec<Choice>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
    languages: Vec<Choice>,
    answers: Vec<Choice>,
    spoken: Vec<Choice>,
    /// For each area where something is planned: the area, and the plans there. They are kept with the page, so that they are there
    /// without a network too.
    plans: Vec<(String, String)>,
}

/// What the page needs besides itself: scripts, a manifest and a picture. They are the same for everybody.
pub(super) fn files(routes: Routes) -> Routes {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    routes
        .get("/werk/veld/page.mjs", Access::Public, || async { file(SCRIPT, include_str!("fieldwork/page.mjs")) })
        .get("/werk/veld/queue.mjs", Access::Public, || async { file(SCRIPT, include_str!("fieldwork/queue.mjs")) })
        .get("/werk/veld/kept.mjs", Access::Public, || async { file(SCRIPT, include_str!("fieldwork/kept.mjs")) })
        .get("/werk/veld/line.mjs", Access::Public, || async { file(SCRIPT, include_str!("fieldwork/line.mjs")) })
        .get("/werk/veld/photo.mjs", Access::Public, || async { file(SCRIPT, include_str!("fieldwork/photo.mjs")) })
        .get("/werk/veld/worker.js", Access::Public, worker)
        .get("/werk/veld/icoon.svg", Access::Public, || async { file("image/svg+xml", include_str!("fieldwork/icon.svg")) })
        .get("/werk/veld/veld.webmanifest", Access::Public, manifest)
}

/// A file that is asked for anew each time, so that page and scripts are always of one version.
fn file(media_type: &'static str, text: &'static str) -> Response {
    let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-cache")];
    (headers, text).into_response()
}

async fn worker() -> Response {
    let mut response = file("text/javascript; charset=utf-8", include_str!("fieldwork/worker.js"));
    // It serves the page itself, which stands one step above its own folder, and nothing else of the house.
    response.headers_mut().insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/werk/veld"));
    response
}

async fn manifest(ctx: Context) -> Response {
    let ctx = ctx.in_own_language();
    let page = ctx.page("voice-fieldwork-title");
    let manifest = serde_json::json!({
        "id": "/werk/veld",
        "name": format!("{} – {}", page.title, ctx.tenant.name),
        "short_name": page.t("voice-fieldwork-short"),
        "start_url": "/werk/veld",
        "scope": "/werk/veld",
        "display": "standalone",
        "lang": page.lang(),
        "dir": page.dir(),
        "background_color": "#ffffff",
        "icons": [{ "src": "/werk/veld/icoon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable" }],
    });
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, manifest.to_string()).into_response()
}

/// The page. With `?bewaar=` in that language, without making it the visitor's own: so a telephone keeps them all.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    let mut ctx = ctx.in_own_language();
    let kept = asked(&ctx, "bewaar").and_then(|tag| tag.parse().ok()).filter(|language| ctx.tenant.languages.contains(language));
    ctx.language = kept.unwrap_or(ctx.language);
    ctx.query = None;
    let mut session = ctx.read().await?;
    let offered = offered(&mut session, &ctx, false).await?;
    let processes = open_processes(&mut session, &ctx).await?;
    let page = ctx.page("voice-fieldwork-title");
    let mut plans = Vec::new();
    for (area, _) in &offered.areas {
        let site = design::Site { area: Some(*area), point: None };
        // Without a network a link leads nowhere.
        let reader = design::panels::Reader::Author { linked: false };
        let here = design::panels::plans_here(&mut session, ctx.tenant_id(), &page, &site, reader).await?;
        if !here.is_empty() {
            plans.push((area.to_string(), here));
        }
    }
    let shown = FieldworkPage {
        plans,
        typed: begun(&ctx)?,
        account: ctx.signed_in()?.id.to_string(),
        delivers: ctx.may_somewhere(Permission::Deliver),
        kept_in: ctx.tenant.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        processes: choices(&processes),
        channels: intake::channels().map(|channel| Choice::new(channel.code(), page.t(channel.key()))).collect(),
        areas: choices(&offered.areas),
        organisations: choices(&offered.organisations),
        languages: languages(&ctx),
        answers: AnswerBy::ALL.iter().map(|by| Choice::new(by.code(), page.t(format!("voice-answer-{}", by.code())))).collect(),
        spoken: vec![Choice::new("yes", page.t("voice-spoken-yes")), Choice::new("no", page.t("voice-spoken-no"))],
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// An empty form for whoever signed in.
fn begun(ctx: &Context) -> Result<Typed, Fault> {
    let typed = Typed::empty().with("idea-language", ctx.tenant.language.to_string()).with("spoken", "yes").with("channel", "square-talk");
    Ok(match ctx.signed_in()?.organisation {
        Some(organisation) => typed.with("organisation", organisation.to_string()).with("answer-by", AnswerBy::Intermediary.code()),
        None => typed,
    })
}
