//! The routes of a room, each with who may open it, and the frame around all pages.

use crate::context::{Context, Standing};
use crate::cookies::{self, Name};
use crate::csrf;
use crate::fault::{Fault, FaultMark};
use crate::house::App;
use crate::kept_form;
use crate::labels::Labels;
use crate::pages;
use crate::pages::kept::Back;
use crate::permit::Permission;
use crate::posted;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::handler::Handler;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use axum::{Extension, Router};
use kernel::Language;
use std::fmt;
use tower::ServiceExt as _;

/// Who may open a page at all. The handler then asks [`Context::permit`] for the thing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Anybody who signed in.
    SignedIn,
    /// Whoever has this permission in some scope.
    Staff(Permission),
}

/// One route, as lists of pages and tests read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteEntry {
    /// GET or POST.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// Who may open it.
    pub access: Access,
    /// The room that draws it.
    pub room: &'static str,
}

type Make = Box<dyn FnOnce(App) -> MethodRouter<App> + Send>;

/// The routes of one or several rooms.
pub struct Routes {
    room: &'static str,
    entries: Vec<RouteEntry>,
    made: Vec<(&'static str, Make)>,
}

impl fmt::Debug for Routes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.entries).finish()
    }
}

impl Routes {
    /// The routes of a room; none yet.
    #[must_use]
    pub const fn new(room: &'static str) -> Self {
        Self { room, entries: Vec::new(), made: Vec::new() }
    }

    /// Adds a page that is read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, path, access, move |app| guarded(app, access, axum::routing::get(handler)))
    }

    /// Adds a form that is sent.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, access, move |app| guarded(app, access, axum::routing::post(handler)))
    }

    /// Adds the routes of another room.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self.made.extend(other.made);
        self
    }

    /// Every route.
    #[must_use]
    pub fn entries(&self) -> &[RouteEntry] {
        &self.entries
    }

    /// The router, with the frame around all its pages.
    pub fn into_router(self, app: App) -> Router {
        self.into_router_around(app, |router| router)
    }

    /// As [`Routes::into_router`], with layers of the caller inside the frame: there the request carries its
    /// [`Context`] as an extension, and a fault is still a bare response.
    pub fn into_router_around(self, app: App, around: impl FnOnce(Router<App>) -> Router<App>) -> Router {
        let mut router = Router::new();
        for (path, make) in self.made {
            router = router.route(path, make(App::clone(&app)));
        }
        let router = router.fallback(|| async { Fault::NotFound });
        let router = around(router)
            .layer(DefaultBodyLimit::max(app.settings.most_files))
            .layer(from_fn_with_state(App::clone(&app), frame))
            .with_state(app);
        let pages = Pages(router.clone());
        router.layer(Extension(pages))
    }

    fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        make: impl FnOnce(App) -> MethodRouter<App> + Send + 'static,
    ) -> Self {
        self.entries.push(RouteEntry { method, path, access, room: self.room });
        self.made.push((path, Box::new(make)));
        self
    }
}

fn guarded(app: App, access: Access, route: MethodRouter<App>) -> MethodRouter<App> {
    if access == Access::Public { route } else { route.route_layer(from_fn_with_state((app, access), guard)) }
}

/// Lets through whoever may open the page; sends the others to sign in, keeping what they typed.
async fn guard(State((app, access)): State<(App, Access)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let ctx = match Context::from_request_parts(&mut parts, &app).await {
        Ok(ctx) => ctx,
        Err(fault) => return fault.into_response(),
    };
    let request = Request::from_parts(parts, body);
    if ctx.opens(access) {
        return next.run(request).await;
    }
    if ctx.account.is_some() {
        return Fault::Forbidden.into_response();
    }
    match ctx.standing {
        Standing::Passed(account) if request.method() == Method::POST => match kept_form::keep_posted(&ctx, account, request).await {
            Ok(response) => response,
            Err(fault) => fault.into_response(),
        },
        _ => Fault::SignIn.into_response(),
    }
}

/// Around every page: finds the tenant and the visitor, draws faults in plain words, sets cookies and headers.
async fn frame(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let ctx = match Context::from_request_parts(&mut parts, &app).await {
        Ok(ctx) => ctx,
        Err(fault) => return pages::fault::without_tenant(&app, &parts.headers, fault.into_response()),
    };
    let method = parts.method.clone();
    // A form that comes back speaks with the words of its page, which is then asked as well.
    let comes_back = method == Method::POST || ctx.path.starts_with("/bewaard/");
    let again = comes_back.then(|| (parts.extensions.get::<Pages>().cloned(), parts.headers.clone()));
    let mut response = next.run(Request::from_parts(parts, body)).await;

    if let Some((back, (pages, headers))) = response.extensions_mut().remove::<Back>().zip(again) {
        let (page, target) = back.places(&ctx);
        let page_of_form = read_page(pages, headers, page, ctx.own_language).await.unwrap_or_default();
        response = back.draw(&ctx, &Labels::read(&page_of_form, page, &target));
    } else if let Some(mark) = mark_of(&response, &method) {
        response = if mark.sign_in { pages::sign_in::ask(&ctx, &method) } else { pages::fault::draw(&ctx, mark) };
    }
    let is_page = is_html(&response);
    if is_page && ctx.fresh_visitor {
        response = give_visitor_a_cookie(&ctx, response).await;
    }
    let https = app.settings.https;
    let headers = response.headers_mut();
    if ctx.chosen_language {
        append(headers, cookies::set(Name::Language, https, ctx.own_language.tag(), Some(365 * 86_400)));
    }
    if is_page && method == Method::GET && ctx.has_notice() {
        append(headers, cookies::set(Name::Notice, https, "", Some(0)));
    }
    guard_headers(headers, &ctx, is_page);
    response
}

/// All pages, for a page that has to look at another one.
#[derive(Clone)]
struct Pages(Router);

/// A page as the same visitor sees it, in the language of now; nothing when it does not open.
async fn read_page(pages: Option<Pages>, mut headers: HeaderMap, path: &str, language: Language) -> Option<String> {
    for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
        headers.remove(name);
    }
    let joint = if path.contains('?') { '&' } else { '?' };
    let mut request = Request::builder().uri(format!("{path}{joint}taal={language}")).body(Body::empty()).ok()?;
    *request.headers_mut() = headers;
    let response = pages?.0.oneshot(request).await.ok()?;
    if response.status() != StatusCode::OK || !is_html(&response) {
        return None;
    }
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.ok()?;
    String::from_utf8(bytes.into()).ok()
}

fn append(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// The mark of a fault; a bare answer of the framework (a path that does not parse, 405) counts as one too.
fn mark_of(response: &Response, method: &Method) -> Option<FaultMark> {
    if let Some(mark) = response.extensions().get::<FaultMark>() {
        return Some(*mark);
    }
    let status = response.status();
    let bare = response.headers().get(header::CONTENT_TYPE).is_none_or(|value| value.as_bytes().starts_with(b"text/plain; charset=utf-8"));
    if !bare || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    match (status, method) {
        (StatusCode::BAD_REQUEST, &Method::GET | &Method::HEAD) => FaultMark::of_status(StatusCode::NOT_FOUND),
        _ => FaultMark::of_status(status),
    }
}

/// A visitor without account gets a cookie only when the page carries a form, for the token in it.
async fn give_visitor_a_cookie(ctx: &Context, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else { return Fault::Busy.into_response() };
    if let csrf::Bond::Visitor(cookie) = &ctx.bond
        && memchr::memmem::find(&bytes, ctx.csrf.as_bytes()).is_some()
    {
        append(&mut parts.headers, cookies::set(Name::Visitor, ctx.app.settings.https, cookie, None));
    }
    Response::from_parts(parts, Body::from(bytes))
}

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; worker-src 'self'; \
     connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn guard_headers(headers: &mut HeaderMap, ctx: &Context, is_page: bool) {
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), payment=()");
    if ctx.app.settings.https {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if is_page {
        put(header::CONTENT_SECURITY_POLICY, POLICY);
        // What one person sees must never be shown to the next from a cache on the way.
        put(header::CACHE_CONTROL, if ctx.account.is_some() { "no-store" } else { "private, no-cache" });
        put(header::VARY, "cookie, accept-language");
    }
}

/// Keeps a posted form, for [`guard`].
impl Context {
    pub(crate) async fn posted_raw(&self, request: Request) -> Result<posted::Raw, Fault> {
        if !csrf::is_from_here(request.headers()) {
            return Err(Fault::Token);
        }
        let raw = posted::read(request, &self.app).await?;
        if raw.is_from(self) { Ok(raw) } else { Err(Fault::Token) }
    }
}
