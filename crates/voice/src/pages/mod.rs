//! The pages of this room, one file each with its template beside it.

mod batches;
mod comment_desk;
mod comments;
mod contribute;
mod fieldwork;
mod fieldwork_send;
mod file;
mod intake;
mod kiosk;
mod list;
mod map;
mod paper;
mod photo_fields;
mod privacy;
mod privacy_list;
mod recall;
mod receipt;
mod rules;
pub(crate) mod sheets;
mod translations;
mod withdraw;

use crate::forms::idea::Offered;
use crate::model::contribution::Contribution;
use crate::model::place::{Map, Place, Shape};
use design::Process;
use kernel::{Language, ProcessId, PublicNumber};
use people::{Access, Context, Fault, Permission, Routes};
use store::Session;
use ui::{Choice, Page};

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let routes = Routes::new("voice")
        .get("/processen/{slug}/bijdragen", Access::Public, contribute::show)
        .post("/processen/{slug}/bijdragen", Access::Public, contribute::take)
        .get("/processen/{slug}/bijdragen/ontvangst", Access::Public, receipt::show)
        .get("/processen/{slug}/bijdragen/lijst", Access::Public, list::show)
        .get("/processen/{slug}/kaart.svg", Access::Public, map::show)
        .get("/processen/{slug}/formulier", Access::Public, paper::show)
        .get("/processen/{slug}/kiosk", Access::Public, kiosk::show)
        .get("/bestanden/{file}", Access::Public, file::show)
        .get("/bijdragen/{number}/intrekken", Access::Public, withdraw::show)
        .post("/bijdragen/{number}/intrekken", Access::Public, withdraw::take)
        .get("/bijdragen/{number}/reacties", Access::Public, comments::show)
        .post("/bijdragen/{number}/reacties", Access::Public, comments::take)
        .get("/spelregels", Access::Public, rules::show)
        .get("/werk/intake", Access::Staff(Permission::RecordContribution), intake::show)
        .post("/werk/intake", Access::Staff(Permission::RecordContribution), intake::take)
        .get("/werk/intake/ontvangst", Access::Staff(Permission::RecordContribution), receipt::show_staff)
        .get("/werk/intake/partijen", Access::Staff(Permission::RecordContribution), batches::show)
        .post("/werk/intake/partijen", Access::Staff(Permission::RecordContribution), batches::open)
        .get("/werk/intake/nakijken", Access::Staff(Permission::RecordContribution), sheets::show)
        .post("/werk/intake/nakijken", Access::Staff(Permission::RecordContribution), sheets::take)
        .get("/werk/privacy", Access::SignedIn, privacy_list::show)
        .get("/werk/privacy/{contribution}", Access::SignedIn, privacy::show)
        .post("/werk/privacy/{contribution}", Access::SignedIn, privacy::take)
        .get("/werk/privacy/{contribution}/vertalingen", Access::SignedIn, translations::show)
        .post("/werk/privacy/{contribution}/vertalingen", Access::SignedIn, translations::take)
        .post("/werk/privacy/{contribution}/intrekken", Access::SignedIn, withdraw::take_at_desk)
        .get("/werk/reacties", Access::Staff(Permission::Moderate), comment_desk::show)
        .post("/werk/reacties/{comment}", Access::Staff(Permission::Moderate), comment_desk::take)
        .get("/werk/veld", Access::Staff(Permission::RecordContribution), fieldwork::show)
        .post("/werk/veld", Access::Staff(Permission::RecordContribution), fieldwork_send::take)
        .get("/werk/veld/stand", Access::Staff(Permission::RecordContribution), fieldwork_send::standing)
        .post("/werk/veld/stand", Access::Staff(Permission::RecordContribution), fieldwork_send::let_go)
        .get("/werk/veld/terug", Access::Staff(Permission::RecordContribution), recall::show)
        .post("/werk/veld/terug", Access::Staff(Permission::RecordContribution), recall::take);
    fieldwork::files(routes)
}

/// How many rows a page of a list has.
pub(crate) const PAGE: i64 = 50;

/// The public process with this slug.
pub(crate) async fn process(s: &mut Session, ctx: &Context, slug: &str) -> Result<Process, Fault> {
    design::process_by_slug(s, ctx.tenant_id(), slug).await?.ok_or(Fault::NotFound)
}

/// The contribution with the public number in the address.
pub(crate) async fn numbered(s: &mut Session, ctx: &Context, number: &str) -> Result<Contribution, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    crate::by_number(s, ctx.tenant_id(), &number).await?.ok_or(Fault::NotFound)
}

/// What a form offers: areas, organisations, and the map when the areas have shapes.
pub(crate) async fn offered(s: &mut Session, ctx: &Context, with_map: bool) -> Result<Offered, Fault> {
    let areas = people::tables::areas(s, ctx.tenant_id()).await?;
    let organisations = people::tables::organisations(s, ctx.tenant_id()).await?;
    let map = with_map.then(|| map_of(&areas)).flatten();
    Ok(Offered {
        areas: areas.into_iter().map(|area| (area.id, area.name)).collect(),
        organisations: organisations
            .into_iter()
            .filter(|organisation| organisation.ended.is_none())
            .map(|organisation| (organisation.id, organisation.name))
            .collect(),
        map,
    })
}

fn map_of(areas: &[people::tables::Area]) -> Option<Map> {
    Map::of(areas.iter().filter_map(|area| Shape::read(area.id, &area.name, area.shape.as_deref()?)).collect())
}

/// The languages in which people may write: those of the municipality first, then others that are much spoken here.
pub(crate) fn languages(ctx: &Context) -> Vec<Choice> {
    let mut tags: Vec<String> = ctx.tenant.languages.iter().map(ToString::to_string).collect();
    for tag in
        ["nl", "fr", "en", "de", "ar", "tr", "es", "it", "pt", "pl", "ro", "bg", "uk", "ru", "fa", "ps", "ku", "so", "ti", "tzm", "zh"]
    {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags.into_iter()
        .map(|tag| {
            let name = tag.parse::<Language>().map_or_else(|_| tag.clone(), |language| ui::own_name(&language));
            Choice::new(tag, name)
        })
        .collect()
}

/// Where a contribution is about, in words.
pub(crate) fn place_words(page: &Page, place: &Place, offered: &Offered) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(street) = &place.street {
        parts.push(street.to_string());
    }
    if let Some(words) = &place.words {
        parts.push(words.to_string());
    }
    if let Some((_, name)) = place.area.and_then(|area| offered.areas.iter().find(|(id, _)| *id == area)) {
        parts.push(name.clone());
    }
    if parts.is_empty() && place.point.is_some() {
        parts.push(page.t("voice-point-chosen"));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The processes to which whoever signed in may add contributions.
pub(crate) async fn open_processes(s: &mut Session, ctx: &Context) -> Result<Vec<(ProcessId, String)>, Fault> {
    let all = design::processes(s, ctx.tenant_id(), true, None, 200).await?;
    let today = ctx.today();
    Ok(all
        .into_iter()
        .filter(|process| design::open_for_contributions(process, today))
        .filter(|process| ctx.may(Permission::RecordContribution, &people::Thing::process(process.id)))
        .map(|process| (process.id, process.title.best(&ctx.language).text.to_owned()))
        .collect())
}

/// Ids with names as choices.
pub(crate) fn choices<T: ToString>(named: &[(T, String)]) -> Vec<Choice> {
    named.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect()
}

/// A page that a shared computer may not keep.
pub(crate) fn unkept(mut response: axum::response::Response) -> axum::response::Response {
    response.headers_mut().insert(axum::http::header::CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    response
}

/// The place in a keyset list as it stands in an address: microseconds and id.
pub(crate) fn cursor<T: std::fmt::Display>(at: kernel::Instant, id: T) -> String {
    format!("{}.{id}", at.micros())
}

/// Reads what [`cursor`] wrote.
pub(crate) fn read_cursor<T: std::str::FromStr>(text: Option<&str>) -> Option<(kernel::Instant, T)> {
    let (at, id) = text?.split_once('.')?;
    Some((kernel::Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// The value of `name` in the question part of the address.
pub(crate) fn asked(ctx: &Context, name: &str) -> Option<String> {
    let query = ctx.query.as_deref()?;
    let pair = query.split('&').find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))?;
    Some(decoded(pair.1))
}

/// A value of an address, with plus signs and percents read back.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let raw = text.as_bytes();
    let mut index = 0;
    while let Some(byte) = raw.get(index) {
        let hex = raw.get(index + 1..index + 3).and_then(|hex| data_encoding::HEXLOWER_PERMISSIVE.decode(hex).ok());
        match (byte, hex) {
            (b'+', _) => bytes.push(b' '),
            (b'%', Some(hex)) => {
                bytes.extend(hex);
                index += 2;
            }
            _ => bytes.push(*byte),
        }
        index += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value so that it can stand in an address.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut written, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_value_comes_back_out_of_an_address(text in "\\PC{0,40}") {
            proptest::prop_assert_eq!(decoded(&encoded(&text)), text);
        }
        #[test]
        fn no_address_makes_the_reader_stumble(text in "[%+a-f0-9é]{0,40}") {
            let _ = decoded(&text);
        }
    }
}
