//! The few cookies there are: the sign-in, the visitor of a form, the language, a notice that is shown once.
//! None of them follows anybody: each is needed for what the visitor asks.

use axum::http::{HeaderMap, HeaderValue, header};

/// The cookies by their plain names; with https the two secret ones carry `__Host-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    SignIn,
    Visitor,
    Language,
    Notice,
}

impl Name {
    const fn text(self, https: bool) -> &'static str {
        match (self, https) {
            (Self::SignIn, true) => "__Host-aanmelding",
            (Self::SignIn, false) => "aanmelding",
            (Self::Visitor, true) => "__Host-bezoeker",
            (Self::Visitor, false) => "bezoeker",
            (Self::Language, _) => "taal",
            (Self::Notice, _) => "melding",
        }
    }
}

/// What the browser sent under `name`.
pub(crate) fn read(headers: &HeaderMap, name: Name, https: bool) -> Option<String> {
    let wanted = name.text(https);
    headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(cookie::Cookie::split_parse).find_map(
        |parsed| match parsed {
            Ok(cookie) if cookie.name() == wanted && !cookie.value().is_empty() && cookie.value().len() <= 200 => {
                Some(cookie.value().to_owned())
            }
            _ => None,
        },
    )
}

/// The header that sets a cookie; `seconds` is how long the browser keeps it (until it closes when none).
pub(crate) fn set(name: Name, https: bool, value: &str, seconds: Option<i64>) -> Option<HeaderValue> {
    let mut text = format!("{}={value}; Path=/; SameSite=Lax", name.text(https));
    if !matches!(name, Name::Language) {
        text.push_str("; HttpOnly");
    }
    if https {
        text.push_str("; Secure");
    }
    if let Some(seconds) = seconds {
        text.push_str(&format!("; Max-Age={seconds}"));
    }
    HeaderValue::from_str(&text).ok()
}
