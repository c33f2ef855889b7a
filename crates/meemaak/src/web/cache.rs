//! Public pages kept in memory, shown only as long as the database is as it was when they were drawn.
//!
//! A page is kept per tenant, day, language and address, never for somebody who signed in, and only on the addresses
//! named here: pages without anything that is made anew for each visitor but the token of a form, which is put in
//! again. Before a kept page is shown the database is asked for its mark ([`store::Store::mark`]); a write that was
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
    "/bijdragen/{number}",
    "/antwoorden",
    "/hoe-doen-we-het",
    "/toegankelijkheid",
    "/privacy",
    "/spelregels",
];

/// How many bytes of pages are kept.
const ROOM: u64 = 24 << 20;
/// A longer page is drawn each time.
const LONGEST: usize = 1 << 20;

type Key = (TenantId, Date, Language, String);

#[derive(Clone)]
struct Kept {
    mark: Mark,
    headers: HeaderMap,
    /// The page, cut where the token of the visitor belongs.
    pieces: Arc<[Bytes]>,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Kept> for Weight {
    fn weight(&self, key: &Key, kept: &Kept) -> u64 {
        let bytes: usize = kept.pieces.iter().map(Bytes::len).sum();
        (bytes + key.3.len() + 512) as u64
    }
}

/// The pages in memory of one program.
#[derive(Clone)]
pub struct PageCache(Arc<Cache<Key, Kept, Weight>>);

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

fn may_be_kept(request: &Request) -> Option<(Context, Key)> {
    let path = request.extensions().get::<MatchedPath>()?;
    if request.method() != Method::GET || !KEPT.contains(&path.as_str()) {
        return None;
    }
    let context = request.extensions().get::<Context>()?;
    if context.account.is_some() || context.has_notice() {
        return None;
    }
    let asked = context.path_and_query();
    let key = (context.tenant_id(), context.today(), context.language, asked);
    (key.3.len() < 500).then(|| (context.clone(), key))
}

/// The layer: inside the frame of `people`, around the pages.
pub async fn remember(State(cache): State<PageCache>, request: Request, next: Next) -> Response {
    let Some((context, key)) = may_be_kept(&request) else { return next.run(request).await };
    // Asked before the page is drawn: a write in between makes the kept page old at once, never young.
    let Ok(mark) = context.store().mark().await else { return next.run(request).await };
    if let Some(kept) = cache.0.get(&key).filter(|kept| kept.mark == mark) {
        return put_together(&kept, context.token());
    }
    let response = next.run(request).await;
    let html = response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    let personal = response.headers().contains_key(header::SET_COOKIE) || response.headers().contains_key(header::CACHE_CONTROL);
    if response.status() != StatusCode::OK || !html || personal {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::builder().status(StatusCode::INTERNAL_SERVER_ERROR).body(Body::empty()).unwrap_or_default();
    };
    if bytes.len() <= LONGEST {
        let pieces = cut(&bytes, context.token().as_bytes()).into();
        cache.0.insert(key, Kept { mark, headers: parts.headers.clone(), pieces });
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn cut(page: &Bytes, token: &[u8]) -> Vec<Bytes> {
    let mut pieces = Vec::new();
    let mut from = 0;
    if !token.is_empty() {
        let mut at = 0;
        while let Some(next) = page[at..].windows(token.len()).position(|window| window == token) {
            pieces.push(page.slice(from..at + next));
            at += next + token.len();
            from = at;
        }
    }
    pieces.push(page.slice(from..));
    pieces
}

fn put_together(kept: &Kept, token: &str) -> Response {
    let body = match &*kept.pieces {
        [whole] => Body::from(whole.clone()),
        pieces => {
            let mut page = Vec::with_capacity(pieces.iter().map(|piece| piece.len() + token.len()).sum());
            for (at, piece) in pieces.iter().enumerate() {
                if at > 0 {
                    page.extend_from_slice(token.as_bytes());
                }
                page.extend_from_slice(piece);
            }
            Body::from(page)
        }
    };
    let mut response = Response::new(body);
    *response.headers_mut() = kept.headers.clone();
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_at_every_token_and_nowhere_else() {
        let pieces = cut(&Bytes::from_static(b"<a TOKEN b TOKEN>"), b"TOKEN");
        assert_eq!(pieces, ["<a ", " b ", ">"]);
        assert_eq!(cut(&Bytes::from_static(b"nothing"), b"TOKEN"), ["nothing"]);
        assert_eq!(cut(&Bytes::from_static(b"nothing"), b""), ["nothing"]);
    }
}
