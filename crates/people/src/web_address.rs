//! Where something is published: an address of the web.

use axum::http::Uri;

/// An address beginning with `https://` or `http://`, of at most [`WebAddress::MOST`] signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    /// No longer than this.
    pub const MOST: usize = 500;

    /// Reads an address; blanks around it do not matter. `None` when it is no address of the web.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let uri: Uri = text.parse().ok().filter(|_| text.len() <= Self::MOST)?;
        // Nobody is sent to an address in which a name or a password hides the host.
        let host = uri.authority().filter(|it| !it.as_str().contains('@')).map(|it| it.host().to_owned())?;
        let web = matches!(uri.scheme_str(), Some("https" | "http")) && !host.is_empty();
        web.then(|| Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_the_web_is_one() {
        for good in ["https://data.leyhoven.example/id/besluit/12", " http://leyhoven.example/a?b=c ", "https://leyhoven.example:8443/"] {
            assert!(WebAddress::read(good).is_some(), "{good}");
        }
        let long = format!("https://leyhoven.example/{}", "a".repeat(500));
        for bad in [
            "",
            "leyhoven.example/12",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://leyhoven.example/",
            "https://",
            "/12",
            "https://leyhoven.example@elders.example/",
            &long,
        ] {
            assert_eq!(WebAddress::read(bad), None, "{bad}");
        }
    }
}
