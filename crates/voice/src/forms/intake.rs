//! The form in which somebody writes down what somebody else said or wrote.

use super::fields;
use super::idea::{self, Offered};
use crate::model::contribution::{Answering, Assisted, BODY_MOST, LINE_MOST, NewContribution, TITLE_MOST};
use crate::tables::batch::NewBatch;
use journey::{AnswerBy, Channel};
use kernel::{AccountId, BatchId, ContributionId, Date, Language, Line, ProcessId, Prose};
use people::vault::Identity;
use ui::Typed;

/// Reads the form; `None` when something is wrong, which then stands beside its field.
pub fn read(
    typed: &mut Typed,
    process: ProcessId,
    recorder: AccountId,
    batch: Option<BatchId>,
    today: Date,
    offered: &Offered,
) -> Option<(NewContribution, Option<Identity>)> {
    let id: Option<ContributionId> = fields::id(typed.get("id"));
    let words = idea::idea(typed);
    let place = idea::place(typed, offered);
    let channel = channel(typed);
    let captured = fields::day(typed, "captured", today);
    let spoken = fields::chosen(typed, "spoken", yes_or_no);
    let answering = idea::answering(typed, offered);
    let photos = idea::photos(typed);
    if photos.as_ref().is_some_and(|photos| !photos.is_empty()) && !typed.has("photo-consent", "yes") {
        typed.wrong("photo-consent", "voice-photo-consent-missing");
    }
    if !typed.has("consent", "yes") {
        typed.wrong("consent", "voice-consent-missing");
    }
    if typed.is_wrong() {
        return None;
    }
    let (title, body, language) = words?;
    let (mut answering, identity): (Answering, _) = answering?;
    if answering.by != AnswerBy::Intermediary {
        // An organisation that helped stays known, also when the answer goes another way.
        answering.organisation = offered.organisation(typed.get("organisation"));
    }
    let assisted = Assisted { recorder, spoken: spoken?, read_back: typed.has("read-back", "yes"), batch };
    let new = NewContribution {
        body: Some(body),
        place: place?,
        photos: photos?,
        answering,
        public: !typed.has("private", "yes"),
        assisted: Some(assisted),
        ..NewContribution::idea(id?, process, title, language, channel?, captured?)
    };
    Some((new, identity))
}

/// Reads what a second person found on the paper of one sheet. What had no words but its title needs none.
pub fn transcript(typed: &mut Typed, wordless: bool) -> Option<(Line, Option<Prose>)> {
    // The page has two fields of words: what is missing says which.
    let title = present(typed, "title", "voice-sheet-title-missing").then(|| fields::line(typed, "title", TITLE_MOST)).flatten();
    if wordless && typed.get("body").trim().is_empty() {
        return Some((title?, None));
    }
    let body = present(typed, "body", "voice-sheet-body-missing").then(|| fields::prose(typed, "body", BODY_MOST)).flatten();
    Some((title?, Some(body?)))
}

/// Whether something was typed in a field; says what to do when not.
fn present(typed: &mut Typed, name: &str, missing: &str) -> bool {
    let there = !typed.get(name).trim().is_empty();
    if !there {
        typed.wrong(name, missing);
    }
    there
}

/// Reads the form of a new batch.
pub fn batch(typed: &mut Typed, process: Option<ProcessId>, today: Date, offered: &Offered) -> Option<NewBatch> {
    if process.is_none() {
        typed.wrong("process", "ui-choose");
    }
    let label = fields::line(typed, "label", LINE_MOST);
    let channel = channel(typed);
    let captured = fields::day(typed, "captured", today);
    let area = fields::chosen_or_none(typed, "area", |text| offered.area(text));
    let organisation = fields::chosen_or_none(typed, "organisation", |text| offered.organisation(text));
    let language: Option<Language> = fields::chosen(typed, "idea-language", |text| text.parse().ok());
    let expected = expected(typed);
    Some(NewBatch {
        process: process?,
        label: label?,
        channel: channel?,
        captured: captured?,
        area: area.ok()?,
        organisation: organisation.ok()?,
        language: language?,
        expected: expected.ok()?,
    })
}

fn expected(typed: &mut Typed) -> Result<Option<i64>, ()> {
    let text = typed.get("expected").trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<i64>() {
        Ok(count) if (1..=10_000).contains(&count) => Ok(Some(count)),
        _ => {
            typed.wrong("expected", "voice-expected-wrong");
            Err(())
        }
    }
}

/// Every way to come in but the web form, which people fill in themselves.
pub fn channels() -> impl Iterator<Item = Channel> {
    Channel::ALL.iter().copied().filter(|channel| *channel != Channel::Online)
}

fn channel(typed: &mut Typed) -> Option<Channel> {
    fields::chosen(typed, "channel", |text| channels().find(|channel| channel.code() == text))
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
