//! How the forms of the administration are read: each field into its type, or a message beside it.

use crate::fault::Fault;
use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use kernel::{Date, EventId, Instant, Language, Line, Prose, Random, TextError};
use std::str::FromStr;
use ui::{Choice, Texts, Typed};

/// The id in a path; what is no id is no page.
pub(super) fn id<T: FromStr>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(|_| Fault::NotFound)
}

fn wrong_text(typed: &mut Typed, name: &str, error: TextError) {
    match error {
        TextError::Empty => typed.wrong(name, "ui-missing"),
        TextError::TooLong { length, most } => typed.wrong_with(name, "ui-too-long", &[("length", length.into()), ("most", most.into())]),
    }
}

/// One line that has to be there; empty after a message when it is wrong.
pub(super) fn line(typed: &mut Typed, name: &str, most: usize) -> String {
    match Line::new(typed.get(name), most) {
        Ok(line) => line.into_string(),
        Err(error) => {
            wrong_text(typed, name, error);
            String::new()
        }
    }
}

/// One line that may stay empty.
pub(super) fn spare_line(typed: &mut Typed, name: &str, most: usize) -> String {
    if typed.get(name).trim().is_empty() { String::new() } else { line(typed, name, most) }
}

/// Some lines that may stay empty.
pub(super) fn spare_prose(typed: &mut Typed, name: &str, most: usize) -> String {
    if typed.get(name).trim().is_empty() {
        return String::new();
    }
    match Prose::new(typed.get(name), most) {
        Ok(prose) => prose.into_string(),
        Err(error) => {
            wrong_text(typed, name, error);
            String::new()
        }
    }
}

/// The status of a page with a form: 422 when something in it is wrong.
pub(super) fn status(typed: &Typed) -> StatusCode {
    if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

/// Whether something was kept: `false` when another one has the code or the name that is its own.
pub(super) fn kept(written: Result<(), store::Error>) -> Result<bool, Fault> {
    match written {
        Ok(()) => Ok(true),
        Err(store::Error::Conflict(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// A mail address that may stay empty.
pub(super) fn spare_mail(typed: &mut Typed, name: &str) -> String {
    let mail = spare_line(typed, name, 254);
    if !mail.is_empty() && !looks_like_mail(&mail) {
        typed.wrong(name, "ui-not-a-mail-address");
    }
    mail
}

/// A mail address that has to be there.
pub(in crate::pages) fn mail(typed: &mut Typed, name: &str) -> String {
    let mail = line(typed, name, 254);
    if !mail.is_empty() && !looks_like_mail(&mail) {
        typed.wrong(name, "ui-not-a-mail-address");
    }
    mail
}

fn looks_like_mail(mail: &str) -> bool {
    mail.parse::<lettre::Address>().is_ok()
}

/// A day that has to be there.
pub(super) fn day(typed: &mut Typed, name: &str) -> Option<Date> {
    let read = typed.get(name).parse().ok();
    if read.is_none() {
        typed.wrong(name, if typed.get(name).trim().is_empty() { "ui-missing" } else { "ui-not-a-date" });
    }
    read
}

/// A day that may stay open.
pub(super) fn spare_day(typed: &mut Typed, name: &str) -> Option<Date> {
    if typed.get(name).trim().is_empty() { None } else { day(typed, name) }
}

/// An id chosen from a list that may stay open; `known` says whether it is one of ours.
pub(super) fn spare_choice<T: FromStr + Copy>(typed: &mut Typed, name: &str, known: impl Fn(T) -> bool) -> Option<T> {
    let text = typed.get(name).trim();
    if text.is_empty() {
        return None;
    }
    let chosen = text.parse().ok().filter(|id| known(*id));
    if chosen.is_none() {
        typed.wrong(name, "ui-choose");
    }
    chosen
}

/// An id chosen from a list.
pub(super) fn choice<T: FromStr + Copy>(typed: &mut Typed, name: &str, known: impl Fn(T) -> bool) -> Option<T> {
    if typed.get(name).trim().is_empty() {
        typed.wrong(name, "ui-choose");
        return None;
    }
    spare_choice(typed, name, known)
}

/// The languages for which there are words, by their own names.
pub(super) fn languages(texts: &Texts) -> Vec<Choice> {
    texts.languages().iter().map(|language| Choice::new(language.tag(), ui::own_name(language))).collect()
}

/// The languages that were ticked, in the order of the words.
pub(super) fn ticked(typed: &Typed, name: &str, texts: &Texts) -> Vec<Language> {
    texts.languages().into_iter().filter(|language| typed.has(name, language.tag())).collect()
}

/// Where the next page of the journal begins, as it stands in an address.
pub(super) fn place_of(at: Instant, id: EventId) -> String {
    format!("{}.{id}", at.micros())
}

/// Reads what [`place_of`] wrote; anything else begins at the newest.
pub(super) fn place(text: Option<&str>) -> Option<(Instant, EventId)> {
    let (micros, id) = text?.split_once('.')?;
    Some((Instant::from_micros(micros.parse().ok()?), id.parse().ok()?))
}

/// Where the next page of a list by name begins.
pub(super) fn name_place(name: &str, id: impl std::fmt::Display) -> String {
    format!("{}.{id}", BASE64URL_NOPAD.encode(name.as_bytes()))
}

/// Reads what [`name_place`] wrote.
pub(super) fn read_name_place<T: FromStr>(text: Option<&str>) -> Option<(String, T)> {
    let (name, id) = text?.split_once('.')?;
    let name = String::from_utf8(BASE64URL_NOPAD.decode(name.as_bytes()).ok()?).ok()?;
    Some((name, id.parse().ok()?))
}

/// A first password of twenty signs in groups of five, without signs that look alike: 98 bits.
pub(super) fn first_password(random: &dyn Random) -> String {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut password = String::new();
    let mut count = 0;
    while count < 20 {
        let mut byte = [0_u8];
        random.fill(&mut byte);
        let at = usize::from(byte[0]);
        // 248 is the last multiple of 31 below 256: beyond it some signs would come more often.
        if at < 248 {
            if count > 0 && count % 5 == 0 {
                password.push('-');
            }
            password.push(char::from(SIGNS[at % SIGNS.len()]));
            count += 1;
        }
    }
    password
}

/// What a logo may be, after it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Logo {
    /// The picture, written anew as PNG: nothing hidden in the file comes along.
    pub(super) png: Vec<u8>,
}

/// The most bytes of a logo as it is sent.
pub(super) const MOST_LOGO: usize = 1_000_000;
/// The most dots along one side.
pub(super) const MOST_SIDE: u32 = 2_000;

/// Reads a PNG or JPEG by its bytes and writes it anew, at most 88 dots high.
///
/// # Errors
/// The key of a message.
pub(super) fn logo(bytes: &[u8]) -> Result<Logo, &'static str> {
    if bytes.len() > MOST_LOGO {
        return Err("people-beheer-logo-too-large");
    }
    let format = match image::guess_format(bytes) {
        Ok(format @ (image::ImageFormat::Png | image::ImageFormat::Jpeg)) => format,
        _ => return Err("people-beheer-logo-kind"),
    };
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(64 << 20);
    let mut reader = image::ImageReader::with_format(std::io::Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = match reader.decode() {
        Ok(picture) => picture,
        Err(image::ImageError::Limits(_)) => return Err("people-beheer-logo-sides"),
        Err(_) => return Err("people-beheer-logo-broken"),
    };
    // Twice the height at which it is shown, for fine screens.
    let picture = if picture.height() > 88 { picture.resize(MOST_SIDE, 88, image::imageops::FilterType::Lanczos3) } else { picture };
    let mut png = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).map_err(|_| "people-beheer-logo-broken")?;
    Ok(Logo { png: png.into_inner() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::SeededRandom;

    fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_logo_is_written_anew_as_png_and_not_too_high() {
        for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg] {
            let logo = logo(&picture(400, 200, format)).unwrap();
            let read = image::load_from_memory_with_format(&logo.png, image::ImageFormat::Png).unwrap();
            assert_eq!((read.width(), read.height()), (176, 88));
        }
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        assert_eq!(logo(b"<svg onload=alert(1)>"), Err("people-beheer-logo-kind"));
        assert_eq!(logo(&[]), Err("people-beheer-logo-kind"));
        assert_eq!(logo(b"\x89PNG\r\n\x1a\nnothing"), Err("people-beheer-logo-broken"));
        assert_eq!(logo(&picture(2_001, 1, image::ImageFormat::Png)), Err("people-beheer-logo-sides"));
        assert_eq!(logo(&vec![0; MOST_LOGO + 1]), Err("people-beheer-logo-too-large"));
    }

    #[test]
    fn a_first_password_is_long_and_readable() {
        let password = first_password(&SeededRandom::new(7));
        assert_eq!(password.len(), 23);
        assert_eq!(password.matches('-').count(), 3);
        assert!(!password.contains(['0', 'o', '1', 'l', 'i']));
        assert_ne!(password, first_password(&SeededRandom::new(8)));
    }

    #[test]
    fn a_place_in_a_list_reads_back() {
        let id = EventId::from_uuid(uuid::Uuid::from_u128(5));
        let at = Instant::from_micros(-7);
        assert_eq!(place(Some(&place_of(at, id))), Some((at, id)));
        assert_eq!(read_name_place::<EventId>(Some(&name_place("Ann é.", id))), Some(("Ann é.".to_owned(), id)));
        for text in ["", ".", "x.y", "1.", "1.x"] {
            assert_eq!(place(Some(text)), None);
            assert_eq!(read_name_place::<EventId>(Some(text)), None);
        }
    }

    #[test]
    fn fields_say_what_is_wrong_and_keep_what_was_typed() {
        let mut typed = Typed::empty().with("name", "x".repeat(90)).with("mail", "no").with("from", "2026-02-30").with("end", "");
        line(&mut typed, "name", 80);
        line(&mut typed, "absent", 80);
        mail(&mut typed, "mail");
        assert_eq!(day(&mut typed, "from"), None);
        assert_eq!(spare_day(&mut typed, "end"), None);
        let keys: Vec<_> = typed.errors().iter().map(|wrong| (wrong.name.as_str(), wrong.key.as_str())).collect();
        assert_eq!(keys, [("name", "ui-too-long"), ("absent", "ui-missing"), ("mail", "ui-not-a-mail-address"), ("from", "ui-not-a-date")]);
        assert_eq!(typed.get("mail"), "no");
    }
}
