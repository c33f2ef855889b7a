//! What a telephone sends of one capture: the fields of assisted entry, and what makes sending it twice harmless.

use super::idea::Offered;
use super::{fields, intake};
use crate::fieldwork::Capture;
use crate::model::contribution::{LINE_MOST, NewContribution};
use crate::model::photo::PHOTOS_MOST;
use crate::tables::batch::NewBatch;
use kernel::{AccountId, BatchId, Date, FollowCode, Line, ProcessId, PublicNumber, TextError};
use ui::Typed;

/// So many captures fit in one batch.
const BATCH_MOST: i64 = 10_000;

/// Reads a capture with this many photos; `None` when something is wrong, which then stands beside its field.
pub fn read(typed: &mut Typed, process: ProcessId, recorder: AccountId, today: Date, offered: &Offered, photos: usize) -> Option<Capture> {
    let number: Option<PublicNumber> = fields::id(typed.get("number"));
    let code: Option<FollowCode> = fields::id(typed.get("code"));
    if number.is_none() || code.is_none() {
        typed.wrong("number", "voice-fieldwork-number-unreadable");
    }
    if typed.get("photo-count").parse() != Ok(photos) {
        typed.wrong("file", "voice-fieldwork-photos-missing");
    }
    if photos > PHOTOS_MOST {
        typed.wrong("file", "voice-photo-too-many");
    }
    if photos > 0 && !typed.has("photo-consent", "yes") {
        typed.wrong("photo-consent", "voice-photo-consent-missing");
    }
    let batch: Option<BatchId> = fields::id(typed.get("batch"));
    let (new, identity) = intake::read(typed, process, recorder, batch, today, offered)?;
    let batch = match batch {
        Some(id) => Some((id, batch_of(typed, &new)?)),
        None => None,
    };
    Some(Capture { new: NewContribution { code, ..new }, number: number?, identity, batch })
}

/// The batch that the telephone opened, with what its first capture has.
fn batch_of(typed: &mut Typed, new: &NewContribution) -> Option<NewBatch> {
    let label = fields::line(typed, "label", LINE_MOST)?;
    Some(NewBatch {
        process: new.process,
        label,
        channel: new.channel,
        captured: new.captured,
        area: None,
        organisation: new.answering.organisation,
        language: new.language,
        expected: typed.get("batch-count").parse().ok().filter(|count| (1..=BATCH_MOST).contains(count)),
    })
}

/// What is on each of these photos, for who cannot see it; `None` when one is too long, which then stands beside its field.
pub fn descriptions(typed: &mut Typed, photos: usize) -> Option<Vec<Option<Line>>> {
    let said: Vec<String> = typed.all("photo-words").into_iter().map(str::to_owned).collect();
    let mut described = Vec::with_capacity(photos);
    for place in 0..photos {
        match Line::new(said.get(place).map_or("", String::as_str), LINE_MOST * 2) {
            Ok(line) => described.push(Some(line)),
            Err(TextError::Empty) => described.push(None),
            Err(TextError::TooLong { .. }) => {
                typed.wrong("photo-words", "voice-photo-words-long");
                return None;
            }
        }
    }
    Some(described)
}
