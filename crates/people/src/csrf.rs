//! The token that every form carries, and the check that a form comes from our own page.
//!
//! A token is an HMAC over the tenant and the visitor's own cookie (the sign-in, or a random cookie of somebody
//! without account), masked afresh on every page so that a compressed page tells nothing about it (BREACH).

use crate::seal::mac;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64URL_NOPAD;
use kernel::{Random, TenantId};
use subtle::ConstantTimeEq;

/// The name of the field.
pub const FIELD: &str = "csrf";

/// What a token is bound to.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Bond {
    /// The cookie of a sign-in, also one that has passed.
    SignIn(String),
    /// The random cookie of a visitor.
    Visitor(String),
}

impl std::fmt::Debug for Bond {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::SignIn(_) => "Bond::SignIn(…)",
            Self::Visitor(_) => "Bond::Visitor(…)",
        })
    }
}

fn bare(key: &[u8; 32], tenant: TenantId, bond: &Bond) -> [u8; 32] {
    match bond {
        Bond::SignIn(cookie) => mac(key, &[tenant.uuid().as_bytes(), b"sign-in", cookie.as_bytes()]),
        Bond::Visitor(cookie) => mac(key, &[tenant.uuid().as_bytes(), b"visitor", cookie.as_bytes()]),
    }
}

/// A fresh token.
pub(crate) fn token(key: &[u8; 32], tenant: TenantId, bond: &Bond, random: &dyn Random) -> String {
    let mut pad = [0; 32];
    random.fill(&mut pad);
    let mut masked = bare(key, tenant, bond);
    for (byte, mask) in masked.iter_mut().zip(pad) {
        *byte ^= mask;
    }
    BASE64URL_NOPAD.encode(&[pad, masked].concat())
}

/// Whether `token` is one of this visitor.
pub(crate) fn is_right(key: &[u8; 32], tenant: TenantId, bond: &Bond, token: &str) -> bool {
    let Ok(bytes) = BASE64URL_NOPAD.decode(token.as_bytes()) else { return false };
    let Some((pad, masked)) = bytes.split_at_checked(32) else { return false };
    let opened: Vec<u8> = masked.iter().zip(pad).map(|(byte, mask)| byte ^ mask).collect();
    bool::from(opened.ct_eq(&bare(key, tenant, bond)))
}

/// Whether the browser says that the form was sent from a page of this very host. A browser that says nothing
/// (older ones) is believed here; the token still decides.
pub(crate) fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else { return true };
    let (Some((_, from)), Some(host)) = (origin.split_once("://"), text(header::HOST)) else { return false };
    from.eq_ignore_ascii_case(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use kernel::SeededRandom;
    use uuid::Uuid;

    #[test]
    fn a_token_opens_for_its_own_visitor_and_tenant_only() {
        let (key, random) = ([7; 32], SeededRandom::new(1));
        let [here, there] = [1, 2].map(|n| TenantId::from_uuid(Uuid::from_u128(n)));
        let bond = Bond::Visitor("a".into());
        let made = token(&key, here, &bond, &random);
        assert_ne!(made, token(&key, here, &bond, &random), "masked afresh");
        assert!(is_right(&key, here, &bond, &made));
        assert!(!is_right(&key, there, &bond, &made));
        assert!(!is_right(&key, here, &Bond::Visitor("b".into()), &made));
        assert!(!is_right(&key, here, &Bond::SignIn("a".into()), &made));
        for wrong in ["", "AAAA", "ééé", &made[..made.len() - 4]] {
            assert!(!is_right(&key, here, &bond, wrong), "{wrong}");
        }
    }

    #[test]
    fn another_site_is_recognised() {
        let with = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static("leyhoven.test:8080"))]);
            headers.extend(pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value))));
            is_from_here(&headers)
        };
        assert!(with(&[]) && with(&[("sec-fetch-site", "same-origin")]) && with(&[("origin", "http://leyhoven.test:8080")]));
        assert!(!with(&[("sec-fetch-site", "cross-site")]) && !with(&[("sec-fetch-site", "same-site")]));
        assert!(
            !with(&[("origin", "https://evil.test")])
                && !with(&[("origin", "null")])
                && !with(&[("origin", "http://leyhoven.test:8080.evil")])
        );
    }
}
