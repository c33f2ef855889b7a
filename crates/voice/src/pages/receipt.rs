//! The receipt: public number, secret code and QR, to be printed or written down. The code travels to this page in a
//! cookie that only this page gets and that lasts a quarter of an hour; it is never in an address.

use super::{process, unkept};
use crate::model::contribution::{Contribution, Receipt};
use crate::model::rules::Rule;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use journey::AnswerBy;
use kernel::{FollowCode, PublicNumber};
use people::{Context, Fault};
use qrcode::QrCode;
use qrcode::render::svg;
use ui::Page;

const COOKIE: &str = "ontvangst";
const SECONDS: i64 = 15 * 60;
/// After so many seconds a shared computer begins anew for the next person.
const KIOSK_SECONDS: u32 = 90;

/// What somebody gets in hand.
pub struct Handed {
    /// The public number.
    pub number: PublicNumber,
    /// The secret code, when it can be shown.
    pub code: Option<FollowCode>,
    /// Whether it was sent from a shared computer.
    pub kiosk: bool,
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Page,
    slug: String,
    /// Whether the screen begins anew by itself.
    soon: bool,
    kiosk: bool,
    kiosk_seconds: u32,
    staff: bool,
    handed: Option<Shown>,
}

/// The receipt in words.
pub struct Shown {
    /// The public number.
    pub number: String,
    /// The secret code.
    pub code: Option<String>,
    /// The address of the journey page.
    pub address: String,
    /// The same as a picture.
    pub qr: String,
    /// The title.
    pub title: String,
    /// How the answer comes.
    pub answer: String,
    /// Whether the words will become public.
    pub public: bool,
}

/// Sends the browser to the receipt, with what the receipt shows.
pub fn hand_over(ctx: &Context, receipt: &Receipt, path: &str, kiosk: bool) -> Response {
    let code = receipt.follow_code.as_ref().map(FollowCode::reveal).unwrap_or_default();
    let value = format!("{}.{code}.{}", receipt.number, if kiosk { "k" } else { "" });
    let mut response = ui::see_other(path);
    if let Some(cookie) = cookie(ctx, &value, SECONDS) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    unkept(response)
}

fn cookie(ctx: &Context, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if ctx.app.settings.https { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")).ok()
}

/// Takes the cookie away: the next person on this computer sees nothing.
pub fn wiped(ctx: &Context, mut response: Response) -> Response {
    if let Some(cookie) = cookie(ctx, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What the cookie holds.
pub fn handed(headers: &HeaderMap) -> Option<Handed> {
    let value = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))?;
    let mut parts = value.split('.');
    Some(Handed {
        number: parts.next()?.parse().ok()?,
        code: parts.next().and_then(|code| code.parse().ok()),
        kiosk: parts.next() == Some("k"),
    })
}

/// The receipt of somebody who sent an idea.
pub async fn show(ctx: Context, Path(slug): Path<String>, headers: HeaderMap) -> Result<Response, Fault> {
    {
        let mut session = ctx.read().await?;
        process(&mut session, &ctx, &slug).await?;
    }
    let handed = handed(&headers);
    let kiosk = handed.as_ref().is_some_and(|handed| handed.kiosk);
    // Whoever needs more time asks for it once and then has it (WCAG 2.2.1); the first screen wipes everything in any case.
    let longer = super::asked(&ctx, "langer").is_some();
    let begin = format!("{KIOSK_SECONDS};url=/processen/{slug}/kiosk");
    let mut response = drawn(&ctx, slug, kiosk && !longer, kiosk, handed, false).await?;
    if kiosk
        && !longer
        && let Ok(begin) = HeaderValue::from_str(&begin)
    {
        response.headers_mut().insert(header::REFRESH, begin);
    }
    Ok(response)
}

/// The receipt that an intermediary or the desk gives along.
pub async fn show_staff(ctx: Context, headers: HeaderMap) -> Result<Response, Fault> {
    drawn(&ctx.in_own_language(), String::new(), false, false, handed(&headers), true).await
}

async fn drawn(ctx: &Context, slug: String, soon: bool, kiosk: bool, handed: Option<Handed>, staff: bool) -> Result<Response, Fault> {
    let page = ctx.page(if handed.is_some() { "voice-receipt-title" } else { "voice-receipt-gone-title" });
    let shown = match handed {
        Some(handed) => Some(shown(ctx, &page, handed).await?),
        None => None,
    };
    let receipt = ReceiptPage { page, slug, soon, kiosk, kiosk_seconds: KIOSK_SECONDS, staff, handed: shown };
    Ok(unkept(ui::html(StatusCode::OK, &receipt)))
}

/// The receipt in words. Title and way of answering are shown only to who holds the code.
pub async fn shown(ctx: &Context, page: &Page, handed: Handed) -> Result<Shown, Fault> {
    let proven: Option<Contribution> = match &handed.code {
        Some(code) => crate::prove(ctx, &handed.number, code).await?,
        None => None,
    };
    let address = ctx.app.address_of(&ctx.tenant, &format!("/bijdragen/{}", handed.number));
    let by = proven.as_ref().map_or(AnswerBy::None, |contribution| contribution.answer_by);
    Ok(Shown {
        number: handed.number.to_string(),
        code: proven.as_ref().and(handed.code.as_ref()).map(FollowCode::reveal),
        qr: qr(&address, &page.t("voice-receipt-qr")),
        address,
        title: proven.as_ref().map(|contribution| contribution.title.original().text.clone()).unwrap_or_default(),
        answer: page.t(format!("voice-receipt-answer-{}", by.code())),
        public: proven.is_none_or(|contribution| contribution.public && contribution.rule.as_deref() != Some(Rule::Wish.code())),
    })
}

/// The address as a QR picture that a screen reader calls `label`. Empty when the address is too long for one.
fn qr(address: &str, label: &str) -> String {
    let Ok(code) = QrCode::new(address.as_bytes()) else { return String::new() };
    let picture = code.render::<svg::Color<'_>>().min_dimensions(180, 180).build();
    let bare = picture.find("<svg").map_or("", |start| &picture[start..]);
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    bare.replacen("<svg", &format!(r#"<svg role="img" aria-label="{label}""#), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_cookie(text: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(text).expect("a header"))])
    }

    #[test]
    fn a_receipt_comes_back_out_of_its_cookie() {
        let handed = handed(&with_cookie("taal=nl; ontvangst=K7QM-3TPX.34679CDFGHJKMNPQ.k")).expect("a receipt");
        assert_eq!(handed.number.as_str(), "K7QM-3TPX");
        assert!(handed.kiosk && handed.code.is_some());
        assert!(super::handed(&with_cookie("ontvangst=; andere=x")).is_none());
        assert!(super::handed(&HeaderMap::new()).is_none());
    }

    #[test]
    fn the_picture_has_a_name_and_no_script() {
        let picture = qr("https://leyhoven.test/bijdragen/K7QM-3TPX", "Een \"code\" <b>");
        assert!(picture.starts_with("<svg role=\"img\" aria-label=\"Een &quot;code&quot; &lt;b>\""), "{}", &picture[..80]);
        assert!(!picture.contains("style="));
    }
}
