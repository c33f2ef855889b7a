//! Public pages kept in memory, shown only as long as the database is as it was when they were drawn.
//!
//! A page is kept per tenant, day, language and address, never for somebody who signed in, and only on the addresses
//! named here. A page that carries the token of a visitor is never kept. Before a kept page is shown the database is asked for its mark ([`store::Store::mark`]); a write that was
//! acknowledged before the request came, on any node, makes every page be drawn again.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::{Date, Language, TenantId};
use people::Context;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::sync::Arc;
use store::Mark;

/// Addresses whose page is the same for every visitor who did not sign in.
pub const KEPT: &[&str] = &[
    "/",
    "/processen",
    "/processen/{slug}",
    "/processen/{slug}/afspraken",
    "/plannen",
    "/plannen/{slug}",
    "/bijdragen/{number}",
    "/processen/{slug}/uitvoering",
    "/processen/{slug}/meten",
    "/antwoorden",
    "/antwoorden/te-laat",
    "/hoe-doen-we-het",
    "/bulletin",
    "/wat-we-weten",
    "/wat-we-weten/regels",
    "/wat-we-weten/regel/{id}",
    "/wat-we-weten/bronnen",
    "/wat-we-weten/getallen",
    "/wat-we-weten/tegenspraak",
    "/wat-we-weten/open-data",
    "/wat-we-weten/{key}",
    "/reglement",
    "/lessen",
    "/hoe-doen-we-het/{indicator}",
    "/toegankelijkheid",
    "/privacy",
    "/spelregels",
];

/// How many bytes of pages are kept.
const ROOM: u64 = 24 << 20;
/// A longer page is drawn each time.
const LONGEST: usize = 1 << 20;

/// The mark comes along: a page of another mark is another page, which nobody asks for any more.
type Key = (TenantId, Date, Language, String, Mark);

#[derive(Clone)]
struct Kept {
    headers: HeaderMap,
    page: Bytes,
}

/// What is known of an address: its page, or that there is none to keep, so that nobody waits for one.
type Known = Option<Kept>;

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Known> for Weight {
    fn weight(&self, key: &Key, known: &Known) -> u64 {
        let bytes = known.as_ref().map_or(0, |kept| kept.page.len());
        (bytes + key.3.len() + 512) as u64
    }
}

/// The pages in memory of one program.
#[derive(Clone)]
pub struct PageCache(Arc<Cache<Key, Known, Weight>>);

impl std::fmt::Debug for PageCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PageCache").field("pages", &self.0.len()).finish()
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(1000, ROOM, Weight)))
    }
}

fn may_be_kept(request: &Request) -> Option<Context> {
    let path = request.extensions().get::<MatchedPath>()?;
    if request.method() != Method::GET || !KEPT.contains(&path.as_str()) {
        return None;
    }
    let context = request.extensions().get::<Context>()?;
    if context.account.is_some() || context.has_notice() {
        return None;
    }
    (context.path_and_query().len() < 500).then(|| context.clone())
}

/// The layer: inside the frame of `people`, around the pages. Of many who ask for a page that is not there, one has it
/// drawn and the others wait for it: a crowd after a write costs one page.
pub async fn remember(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some(context) = may_be_kept(&request) else { return next.run(request).await };
    // Asked before the page is drawn: a write in between makes the kept page old at once, never young.
    let Ok(mark) = context.store().mark().await else { return next.run(request).await };
    let key = (context.tenant_id(), context.today(), context.language, context.path_and_query(), mark);
    let place = match cache.0.get_value_or_guard_async(&key).await {
        Ok(Some(kept)) => return kept.shown(),
        Ok(None) => return next.run(request).await,
        Err(place) => place,
    };
    let response = next.run(request).await;
    let html = response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    let personal = response.headers().contains_key(header::SET_COOKIE) || response.headers().contains_key(header::CACHE_CONTROL);
    if response.status() != StatusCode::OK || !html {
        let _ = place.insert(None);
        return response;
    }
    if personal {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::builder().status(StatusCode::INTERNAL_SERVER_ERROR).body(Body::empty()).unwrap_or_default();
    };
    let keepable = bytes.len() <= LONGEST && !carries(&bytes, context.token());
    let kept = keepable.then(|| Kept { headers: parts.headers.clone(), page: bytes.clone() });
    // Refused only when the place was taken away meanwhile; then the page is drawn again.
    let _ = place.insert(kept);
    Response::from_parts(parts, Body::from(bytes))
}

fn carries(page: &[u8], token: &str) -> bool {
    !token.is_empty() && memchr::memmem::find(page, token.as_bytes()).is_some()
}

impl Kept {
    fn shown(self) -> Response {
        let mut response = Response::new(Body::from(self.page));
        *response.headers_mut() = self.headers;
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_the_token_of_a_visitor_is_known() {
        assert!(carries(b"<a value=TOKEN>", "TOKEN"));
        assert!(!carries(b"<a value=TOKE>", "TOKEN"));
        assert!(!carries(b"<a>", ""));
    }
}
