//! The files that pages need, held inside the program: no request leaves for a third party.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A file as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// What is in it.
    pub bytes: &'static [u8],
    /// Its media type.
    pub media_type: &'static str,
    /// A quoted tag that changes with the bytes.
    pub etag: String,
}

mod built {
    include!(concat!(env!("OUT_DIR"), "/built.rs"));
}

/// Our own style sheets, served alone while `cargo xtask assets` has not added Utrecht CSS.
const OWN: &str = concat!(
    include_str!("../assets/src/tokens.css"),
    "\n",
    include_str!("../assets/src/meemaak.css"),
    "\n",
    include_str!("../assets/src/print.css")
);

/// Our own modules for browsers: small, without dependencies, and nothing on a page needs them.
const MODULES: &[(&str, &str)] =
    &[("desk.js", include_str!("../assets/src/desk.js")), ("read-aloud.js", include_str!("../assets/src/read-aloud.js"))];

/// The file under `/assets/`, such as `meemaak.css`.
#[must_use]
pub fn assets(path: &str) -> Option<Asset> {
    let bytes = built::FILES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes);
    let module = || MODULES.iter().find(|(name, _)| *name == path).map(|(_, text)| text.as_bytes());
    let bytes = bytes.or_else(|| (path == "meemaak.css").then_some(OWN.as_bytes())).or_else(module)?;
    let media_type = match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("js") => "text/javascript; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    Some(Asset { bytes, media_type, etag: format!("\"{}\"", tag(bytes)) })
}

fn tag(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes)[..8])
}

/// Where the style sheet is, with its version, so that it may be kept for ever.
#[must_use]
pub fn stylesheet() -> &'static str {
    static HREF: LazyLock<String> =
        LazyLock::new(|| format!("/assets/meemaak.css?v={}", assets("meemaak.css").map(|asset| tag(asset.bytes)).unwrap_or_default()));
    &HREF
}

/// Where a module is, with its version, so that it may be kept for ever.
#[must_use]
pub fn module(name: &str) -> String {
    format!("/assets/{name}?v={}", assets(name).map(|asset| tag(asset.bytes)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn the_style_sheet_is_always_there() {
        let sheet = assets("meemaak.css").expect("a style sheet");
        assert!(std::str::from_utf8(sheet.bytes).unwrap().contains(".mm-line"));
        assert_eq!(sheet.media_type, "text/css; charset=utf-8");
        assert!(stylesheet().ends_with(sheet.etag.trim_matches('"')));
        assert_eq!(assets("../Cargo.toml"), None);
    }

    #[test]
    fn the_style_sheet_asks_nobody_else() {
        let sheet = std::str::from_utf8(assets("meemaak.css").unwrap().bytes).unwrap();
        assert!(!sheet.contains("@import") && !sheet.contains("url(http") && !sheet.contains("url(//"));
    }
}
