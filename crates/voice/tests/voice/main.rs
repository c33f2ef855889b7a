//! The room over HTTP, on both databases, beside a neighbour.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod comments;
mod fieldwork;
mod intake;
mod online;
mod reading;
mod screening;
mod sheets;
mod statements;
mod translating;
mod withdrawing;
mod words;

use axum::http::StatusCode;
use design::Process;
use kernel::{ContributionId, FollowCode, PublicNumber};
use people::testing::{Browser, Options, Page, TestHouse};
use std::io::Cursor;
use std::sync::Arc;
use store::Engine;

/// A house with this room, and a process that is open.
pub async fn house(engine: Engine) -> (TestHouse, Process) {
    let migrations = [design::testing::migrations(), voice::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS)];
    let routes = voice::routes().merge(design::routes());
    let options =
        Options { holders: vec![Arc::new(voice::Contributions)], panels: vec![Arc::new(voice::panels::Panels)], ..Options::default() };
    let house = TestHouse::open_with(engine, &migrations, &texts, routes, options).await;
    let process = design::testing::published_process(&house).await;
    (house, process)
}

/// The address of the form of a process.
pub fn form(process: &Process) -> String {
    format!("/processen/{}/bijdragen", process.slug)
}

/// The value of the field `name` on a page.
pub fn field(page: &Page, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = page.body.find(&mark).unwrap_or_else(|| panic!("no field {name} on {}", page.body)) + mark.len();
    page.body[start..].split('"').next().unwrap().to_owned()
}

/// Decides about the words as they stand on the page with this address.
pub async fn decides(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let seen = field(&browser.get(path).await, "seen");
    browser.post(path, &[&[("seen", seen.as_str())][..], fields].concat()).await
}

/// What a form holds when its last screen is sent.
pub fn filled<'a>(id: &'a str, code: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("id", id),
        ("code", code),
        ("title", "Een bank in het park"),
        ("body", "Wie moe is, wil even zitten."),
        ("idea-language", "nl"),
        ("answer-by", "none"),
        ("step", "check"),
        ("go", "send"),
    ]
}

/// Sends an idea as a visitor does, and gives number and code from the receipt.
pub async fn sent(browser: &Browser, process: &Process, more: &[(&str, &str)]) -> (PublicNumber, FollowCode) {
    let begun = browser.get(&form(process)).await;
    let (id, code) = (field(&begun, "id"), field(&begun, "code"));
    let mut fields = filled(&id, &code);
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    let page = browser.post(&form(process), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let cookie = browser.cookie("ontvangst").expect("a receipt");
    let mut parts = cookie.split('.');
    (parts.next().unwrap().parse().unwrap(), parts.next().unwrap().parse().unwrap())
}

/// The contribution with this number.
pub async fn known(house: &TestHouse, number: &PublicNumber) -> voice::Contribution {
    let mut session = house.store().read().await.unwrap();
    voice::by_number(&mut session, house.tenant(), number).await.unwrap().expect("it is there")
}

/// How many contributions there are in the process.
pub async fn count(house: &TestHouse, process: &Process) -> i64 {
    let mut session = house.store().read().await.unwrap();
    voice::counts(&mut session, house.tenant(), process.id).await.unwrap().all()
}

/// The journal of a contribution.
pub async fn journal(house: &TestHouse, id: ContributionId) -> Vec<store::journal::Recorded> {
    store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap()
}

/// A photo of a few coloured squares.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(width, height, |x, y| image::Rgb([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), 90]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

/// No key of a translation shows through.
pub fn speaks(page: &Page) {
    assert!(
        !page.body.contains('⟦'),
        "a key without words on {}",
        &page.body[page.body.find('⟦').unwrap_or(0)..][..80.min(page.body.len())]
    );
    assert_eq!(page.body.matches("<h1").count(), 1, "one h1");
}
