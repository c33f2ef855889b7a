//! `/werk/onderzoek/literatuur`: what the two reviews of the sources state and what follows from it, and a review of one's own
//! (D010–D022, E1107).

pub(super) mod book;
pub(super) mod export;
pub(super) mod overview;
pub(super) mod plan;
pub(super) mod studies;
pub(super) mod study;

use super::said;
use crate::tables::review;
use evidence::{Coding, CodingSheet, Counted, Distribution, Exact, Knowledge};
use people::{Context, Fault};
use store::Session;
use ui::Page;

/// Where this part of the room stands.
const HOME: &str = "/werk/onderzoek/literatuur";
/// So many codings are read at once.
const AT_ONCE: i64 = 500;

/// A share in whole percents.
fn percent(share: Option<Exact>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| with_sign(share, 0))
}

/// A share in percents with so many decimals, which does not break before its sign.
fn with_sign(share: Exact, decimals: u32) -> String {
    format!("{}\u{a0}%", share.percent(decimals))
}

/// How all codings of the own review are spread, read in portions.
async fn spread(s: &mut Session, ctx: &Context, sheet: &CodingSheet) -> Result<[Distribution; 2], Fault> {
    let mut both = [Distribution::new(Counted::Observed), Distribution::new(Counted::Empirical)];
    let mut after = (0, 0);
    loop {
        let portion = review::codings(s, ctx.tenant_id(), after, AT_ONCE).await?;
        let Some((last, _)) = portion.last() else { return Ok(both) };
        after = *last;
        for (_, coding) in &portion {
            for distribution in &mut both {
                // A code that left the knowledge counts no more; the coding itself stays in the table.
                if sheet.counting(&coding.code).is_ok() {
                    distribution.add(sheet, coding).map_err(|error| Fault::Broken(error.to_string()))?;
                }
            }
        }
    }
}

/// The name of a code of the book.
fn code_name(page: &Page, knowledge: &Knowledge, sheet: &CodingSheet, key: &str) -> String {
    if let Ok(effect) = evidence::EffectKey::try_from(key.to_owned())
        && knowledge.effect(&effect).is_some()
    {
        return super::effect_name(page, &crate::Frame { knowledge, own: Vec::new() }, &effect);
    }
    sheet.codes.iter().find(|code| code.key == key).map_or_else(|| key.to_owned(), |code| said(page, &code.name))
}

fn factor_names(page: &Page, knowledge: &Knowledge, coding: &Coding) -> String {
    let frame = crate::Frame { knowledge, own: Vec::new() };
    coding.factors.iter().map(|key| frame.name(key, super::english(page))).collect::<Vec<_>>().join(" · ")
}

fn mean_words(page: &Page, mentions: u64, studies: usize) -> String {
    let number = |it: u64| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    let studies = u64::try_from(studies).unwrap_or(u64::MAX);
    if studies == 0 { "–".to_owned() } else { page.decimal(number(mentions) / number(studies), 2) }
}
