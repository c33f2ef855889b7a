//! What can go wrong on the way to a page, and the plain page that says so.
//!
//! A handler returns a [`Fault`]; its response carries only the status and a mark. The frame around all pages
//! knows the visitor's language and draws the page from the mark.

use crate::pages::kept::Back;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Why a page cannot be shown or a form not be taken.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such thing here, or it is another tenant's.
    #[error("there is no such thing here")]
    NotFound,
    /// Whoever asks may not do this to this thing.
    #[error("this person may not do this")]
    Forbidden,
    /// The form carries no token of this visitor, or comes from another site.
    #[error("the form does not come from this visitor's own page")]
    Token,
    /// As [`Fault::Token`], with what was typed: the page shows it and offers to send it again.
    #[error("the form was made for another visit")]
    Stale(Box<crate::kept_form::Stale>),
    /// Sign in first; after that the visitor comes back here.
    #[error("sign in first")]
    SignIn,
    /// Try again in a moment.
    #[error("the house is busy")]
    Busy,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
    /// More was sent than fits.
    #[error("more was sent than fits")]
    TooLarge,
    /// What was sent cannot be read; the Fluent key says why.
    #[error("what was sent cannot be read: {0}")]
    BadRequest(&'static str),
    /// What was asked is not possible at this stage; the Fluent key says why.
    #[error("not possible now: {0}")]
    Conflict(&'static str),
    /// The database did not do its work.
    #[error(transparent)]
    Store(store::Error),
    /// Something that should not happen did; the log tells what.
    #[error("something broke: {0}")]
    Broken(String),
}

/// What the frame needs to draw the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FaultMark {
    pub(crate) status: StatusCode,
    /// The stem of the Fluent keys: `-title` and `-text` follow.
    pub(crate) stem: &'static str,
    /// A key with more precise words, if there are any.
    pub(crate) detail: Option<&'static str>,
    pub(crate) sign_in: bool,
}

impl FaultMark {
    pub(crate) const fn new(status: StatusCode, stem: &'static str) -> Self {
        Self { status, stem, detail: None, sign_in: false }
    }

    /// The mark for a bare answer of the web framework, such as 405 or a path that does not parse.
    pub(crate) fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::NOT_FOUND => Self::new(status, "people-fault-missing"),
            StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::BAD_REQUEST
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY => Self::new(status, "people-fault-unreadable"),
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(status, "people-fault-too-large"),
            StatusCode::TOO_MANY_REQUESTS => Self::new(status, "people-fault-too-many"),
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => Self::new(status, "people-fault-busy"),
            _ if status.is_server_error() => Self::new(status, "people-fault-broken"),
            _ => return None,
        })
    }
}

impl Fault {
    fn mark(&self) -> FaultMark {
        match self {
            Self::NotFound | Self::Store(store::Error::Missing) => FaultMark::new(StatusCode::NOT_FOUND, "people-fault-missing"),
            Self::Forbidden => FaultMark::new(StatusCode::FORBIDDEN, "people-fault-forbidden"),
            Self::Token | Self::Stale(_) => FaultMark::new(StatusCode::FORBIDDEN, "people-fault-token"),
            Self::SignIn => FaultMark { sign_in: true, ..FaultMark::new(StatusCode::SEE_OTHER, "people-fault-sign-in") },
            Self::Busy | Self::Store(store::Error::Unavailable(..)) => FaultMark::new(StatusCode::SERVICE_UNAVAILABLE, "people-fault-busy"),
            Self::TooMany => FaultMark::new(StatusCode::TOO_MANY_REQUESTS, "people-fault-too-many"),
            Self::TooLarge => FaultMark::new(StatusCode::PAYLOAD_TOO_LARGE, "people-fault-too-large"),
            Self::BadRequest(key) => FaultMark { detail: Some(key), ..FaultMark::new(StatusCode::BAD_REQUEST, "people-fault-unreadable") },
            Self::Conflict(key) => FaultMark { detail: Some(key), ..FaultMark::new(StatusCode::CONFLICT, "people-fault-not-now") },
            Self::Store(store::Error::Conflict(_)) => FaultMark::new(StatusCode::CONFLICT, "people-fault-not-now"),
            Self::Store(_) | Self::Broken(_) => FaultMark::new(StatusCode::INTERNAL_SERVER_ERROR, "people-fault-broken"),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mark = self.mark();
        if mark.status.is_server_error() {
            tracing::error!(error = %self, debug = ?self, "a page failed");
        }
        let mut response = mark.status.into_response();
        response.extensions_mut().insert(mark);
        if let Self::Stale(stale) = self {
            response.extensions_mut().insert(Back::Stale(std::sync::Arc::new(*stale)));
        }
        response
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<journey::Refusal> for Fault {
    fn from(refusal: journey::Refusal) -> Self {
        match refusal {
            journey::Refusal::Missing => Self::NotFound,
            journey::Refusal::Store(error) => Self::Store(error),
            journey::Refusal::Guard(code) => Self::Conflict(journey::guard_key(code)),
            _ => Self::Conflict("people-fault-not-now-text"),
        }
    }
}

impl From<crate::limits::TooMany> for Fault {
    fn from(_: crate::limits::TooMany) -> Self {
        Self::TooMany
    }
}

impl From<crate::seal::Unreadable> for Fault {
    fn from(error: crate::seal::Unreadable) -> Self {
        Self::Broken(error.to_string())
    }
}
