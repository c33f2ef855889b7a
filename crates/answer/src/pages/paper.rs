//! `/werk/bezorging/{id}/brief.pdf` and `/werk/bezorging/brieven.pdf`: the same letters as on the pages, as one PDF that
//! everybody can read. Fifty at most at a time, as on the page, so that no heap of letters lies in memory.

use super::delivery::found;
use super::letter::{Sheet, sheets};
use super::letters;
use crate::document::{Document, Piece};
use crate::paper::{self, Block, Cover, PaperLetter, Words};
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use kernel::{Direction, Language};
use people::{Context, Fault};
use qrcode::{Color, QrCode};
use std::collections::HashMap;
use ui::Page;

/// Words of which each line is a paragraph of its own.
fn paragraphs(text: &str, language: Language) -> Vec<Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Block::Paragraph(words(line, language))).collect()
}

fn words(text: impl Into<String>, language: Language) -> Words {
    Words { text: text.into(), language: language.to_string(), right_to_left: language.direction() == Direction::RightToLeft }
}

fn modules(address: &str) -> Result<Vec<Vec<bool>>, Fault> {
    let code = QrCode::new(address.as_bytes()).map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(code.to_colors().chunks(code.width()).map(|row| row.iter().map(|it| *it == Color::Dark).collect()).collect())
}

/// The heading of a letter: that of a notice, or that it is an answer.
fn subject(Sheet { words: page, letter, .. }: &Sheet) -> Words {
    match letter.subject() {
        Some(subject) => words(format!("{} ({})", subject.text, letter.number), subject.language),
        None => words(page.t1("answer-mail-subject", "number", letter.number.as_str()), letter.language),
    }
}

/// The pieces of a letter, in the order in which the page has them.
fn letter(sheet: &Sheet) -> Result<PaperLetter, Fault> {
    let Sheet { words: page, letter, to, address, .. } = sheet;
    let language = letter.language;
    let own = |text: String| words(text, language);
    let number = letter.number.as_str();
    let contact = &page.site.contact;
    let name = page.site.name.as_str();
    let mut blocks = vec![Block::Logo(own(page.t1("answer-letter-logo", "name", name))), Block::Sender(own(name.to_owned()))];
    let from = [&contact.address, &contact.phone, &contact.mail].into_iter().flat_map(|part| part.lines()).filter(|line| !line.is_empty());
    blocks.push(Block::Lines(from.map(|line| own(line.to_owned())).collect()));
    blocks.push(Block::Lines(to.lines.iter().map(|line| own(line.clone())).collect()));
    blocks.push(Block::Paragraph(own(page.day(&letter.published))));
    blocks.push(Block::Heading(1, subject(sheet)));
    blocks.push(Block::Paragraph(own(page.t("answer-letter-greeting"))));
    let (about, about_number) = letter.about();
    let about = match &letter.title {
        Some(title) => page.t2(about, "title", title.text.as_str(), "number", number),
        None => page.t1(about_number, "number", number),
    };
    blocks.extend(paragraphs(&about, language));
    if let Some(outcome) = letter.outcome_key() {
        blocks.push(Block::Paragraph(own(page.t1(letter.decided_key(), "outcome", page.t(outcome)))));
    }
    for part in &letter.parts {
        let told = page.t2("answer-letter-part", "part", part.name.as_str(), "outcome", page.t(part.outcome.key()));
        blocks.push(Block::Paragraph(own(told)));
    }
    if let Some(notice) = &letter.notice {
        blocks.extend(paragraphs(&notice.words.text, notice.words.language));
    }
    for (key, said) in letter.sections() {
        blocks.push(Block::Heading(2, own(page.t(key))));
        blocks.extend(paragraphs(&said.text, said.language));
    }
    blocks.push(Block::Code { modules: modules(address)?, says: page.t1("answer-letter-qr", "address", address.as_str()) });
    blocks.push(Block::Paragraph(own(page.t1(letter.more(), "address", address.as_str()))));
    blocks.push(Block::Paragraph(own(page.t("answer-letter-code"))));
    blocks.push(Block::Paragraph(own(page.t2(
        "answer-letter-contact",
        "phone",
        contact.phone.as_str(),
        "place",
        contact.address.as_str(),
    ))));
    blocks.push(Block::Paragraph(own(page.site.name.clone())));
    Ok(PaperLetter { language: language.to_string(), right_to_left: language.direction() == Direction::RightToLeft, blocks })
}

fn rgb(hex: &str) -> (u8, u8, u8) {
    let part = |at: usize| hex.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
    (part(1), part(3), part(5))
}

/// The file with these letters.
async fn file(ctx: &Context, title: String, name: &str, language: Language, sheets: &[Sheet]) -> Result<Response, Fault> {
    let letters = sheets.iter().map(letter).collect::<Result<Vec<_>, _>>()?;
    let mut response = written(ctx, title, name, language, letters).await?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A piece of a document.
fn piece(piece: &Piece) -> Vec<Block> {
    match piece {
        Piece::Heading(level, text, language) => vec![Block::Heading(*level, words(text.replace(['\r', '\n'], " "), *language))],
        Piece::Text(text, language) => paragraphs(text, *language),
    }
}

/// A document that everybody may read, under the name and the logo of the municipality, as one PDF in the same style as letters.
///
/// # Errors
/// When this house has no font, or the document holds signs that it does not have.
pub async fn document(ctx: &Context, name: &str, document: &Document) -> Result<Response, Fault> {
    let language = document.language;
    let own = |text: String| words(text, language);
    let site = ctx.tenant.name.clone();
    let logo = ctx.app.texts.get(&language, "answer-letter-logo", &[("name", site.as_str().into())]);
    let mut blocks = vec![Block::Logo(own(logo)), Block::Sender(own(site)), Block::Heading(1, own(document.title.clone()))];
    blocks.extend(document.pieces.iter().flat_map(piece));
    let paper = PaperLetter { language: language.to_string(), right_to_left: language.direction() == Direction::RightToLeft, blocks };
    written(ctx, document.title.clone(), name, language, vec![paper]).await
}

/// Setting lines and drawing takes a while, so it is left to a thread that may wait.
async fn written(ctx: &Context, title: String, name: &str, language: Language, letters: Vec<PaperLetter>) -> Result<Response, Fault> {
    let fonts = ctx.app.settings.letter_fonts.clone().ok_or(Fault::Conflict("answer-pdf-no-font"))?;
    let accent = rgb(&ctx.tenant.theme.palette.accent.to_string());
    let logo = match ctx.tenant.logo {
        Some(logo) => ctx.store().files().get(ctx.tenant_id(), logo).await?.map(|png| png.to_vec()),
        None => None,
    };
    let cover = Cover { title, language: language.to_string(), author: ctx.tenant.name.clone(), accent, logo };
    let written = tokio::task::spawn_blocking(move || paper::write(&cover, &letters, &fonts)).await;
    let bytes = match written.map_err(|error| Fault::Broken(error.to_string()))? {
        Ok(bytes) => bytes,
        Err(paper::PaperError::Refused(_)) => return Err(Fault::Conflict("answer-pdf-refused")),
        Err(error) => return Err(Fault::Broken(error.to_string())),
    };
    let mut response = ([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response();
    if let Ok(named) = HeaderValue::from_str(&format!("inline; filename=\"{name}.pdf\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(response)
}

pub(super) async fn one(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let delivery = found(&ctx, &id).await?;
    let page: Page = ctx.page("answer-letter-title");
    let (delivery, sheet) = sheets(&ctx, &page, vec![delivery]).await?.pop().ok_or(Fault::NotFound)?;
    let (language, number) = (sheet.letter.language, delivery.number.to_string());
    let title = subject(&sheet).text;
    file(&ctx, title, &number, language, &[sheet]).await
}

pub(super) async fn heap(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-letters-title");
    let sheets: Vec<Sheet> = letters::waiting(&ctx, &page, &asked).await?.known.into_iter().map(|(_, sheet)| sheet).collect();
    if sheets.is_empty() {
        return Err(Fault::NotFound);
    }
    file(&ctx, page.title.clone(), "brieven", page.language, &sheets).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_three_parts_and_a_code_is_square() {
        assert_eq!(rgb("#154273"), (0x15, 0x42, 0x73));
        let modules = modules("https://leyhoven.test/bijdragen/K7QM-3TPX").expect("a code");
        assert!(modules.iter().all(|row| row.len() == modules.len()) && modules[0][0], "{}", modules.len());
    }

    #[test]
    fn each_line_of_a_text_is_a_paragraph_and_empty_ones_are_none() {
        let blocks = paragraphs("Eén.\n\n Twee. \nDrie.", Language::NL);
        assert_eq!(blocks.len(), 3);
        assert!(blocks.contains(&Block::Paragraph(words("Twee.", Language::NL))));
    }
}
