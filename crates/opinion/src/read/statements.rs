//! Statements: `comments.csv` of the open data, `comments` of the API, or a table of one's own.

use std::io::Read;

use csv::ByteRecord;
use serde_json::Value;

use super::{Table, cell, opened, plain, wrong};
use crate::error::OpinionError;
use crate::id::StatementId;
use crate::statement::{Moderation, Statement};

fn moderation(text: &str) -> Option<Moderation> {
    match text {
        "1" | "1.0" => Some(Moderation::Accepted),
        "" | "0" | "0.0" => Some(Moderation::Undecided),
        "-1" | "-1.0" => Some(Moderation::Rejected),
        _ => None,
    }
}

fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" | "t" | "yes" => Some(true),
        "" | "false" | "0" | "f" | "no" => Some(false),
        _ => None,
    }
}

const A_STATE: &str = "a state of moderation: 1 (accepted), 0 (undecided) or -1 (rejected)";

/// Reads statements, in the order of the file, from
///
/// - a table with `comment-id` (or `statement`, `statement-id`, `tid`), and where present `comment-body` (`text`),
///   `moderated` (`mod`, `moderation`: 1, 0, −1), `is-meta` (`meta`), `agrees`, `disagrees`. Texts may hold commas,
///   quotes and line ends as CSV allows;
/// - JSON of the API: an array of objects with `tid`/`statement_id`, `txt`, `mod`/`moderated`, `is_meta`,
///   `agree_count`, `disagree_count`.
///
/// # Errors
/// When the file cannot be read, names no statements, or a cell is not what its column says: with the line.
///
/// ```
/// let csv = "comment-id,moderated,comment-body\n7,-1,\"Buy now, cheap\"\n";
/// let statements = opinion::read_statements(csv.as_bytes())?;
/// assert!(statements[0].is_kept_out());
/// # Ok::<(), opinion::OpinionError>(())
/// ```
pub fn read_statements<R: Read>(source: R) -> Result<Vec<Statement>, OpinionError> {
    let (json, reader) = opened(source)?;
    if json {
        let entries: Vec<serde_json::Map<String, Value>> = serde_json::from_reader(reader)?;
        return entries.iter().enumerate().map(|(place, entry)| from_json(place as u64 + 1, entry)).collect();
    }
    let mut table = Table::new(reader)?;
    let id = table.needed("comment-id or statement", &["comment-id", "comment_id", "statement", "statement-id", "statement_id", "tid"])?;
    let text = table.column(&["comment-body", "comment_body", "text", "txt", "body"]);
    let moderated = table.column(&["moderated", "mod", "moderation"]);
    let meta = table.column(&["is-meta", "is_meta", "meta"]);
    let told = table.column(&["agrees", "agree_count"]).zip(table.column(&["disagrees", "disagree_count"]));
    let mut statements = Vec::new();
    let mut record = ByteRecord::new();
    while table.rows.read_byte_record(&mut record)? {
        let name = cell(&record, id)?;
        if name.is_empty() {
            return Err(wrong(&record, "", "the id of a statement"));
        }
        let read = |column: Option<usize>| column.map_or(Ok(""), |column| cell(&record, column));
        let state = read(moderated)?;
        let about_people = read(meta)?;
        statements.push(Statement {
            id: StatementId::from(name),
            text: read(text)?.to_owned(),
            moderation: moderation(state).ok_or_else(|| wrong(&record, state, A_STATE))?,
            meta: truth(about_people).ok_or_else(|| wrong(&record, about_people, "true or false"))?,
            told: match told {
                Some((agrees, disagrees)) => cell(&record, agrees)?.parse().ok().zip(cell(&record, disagrees)?.parse().ok()),
                None => None,
            },
        });
    }
    Ok(statements)
}

fn from_json(place: u64, entry: &serde_json::Map<String, Value>) -> Result<Statement, OpinionError> {
    let read = |names: &[&str]| names.iter().find_map(|name| entry.get(*name)).and_then(plain).unwrap_or_default();
    let wrong = |found: &str, wanted| OpinionError::WrongCell { line: place, found: found.chars().take(80).collect(), wanted };
    let id = read(&["tid", "statement_id", "comment-id", "statement"]);
    if id.is_empty() {
        return Err(wrong("", "the id of a statement"));
    }
    let state = read(&["mod", "moderated", "moderation"]);
    let about_people = read(&["is_meta", "is-meta", "meta"]);
    Ok(Statement {
        id: StatementId::from(id.as_str()),
        text: read(&["txt", "text", "comment-body"]),
        moderation: moderation(&state).ok_or_else(|| wrong(&state, A_STATE))?,
        meta: truth(&about_people).ok_or_else(|| wrong(&about_people, "true or false"))?,
        told: read(&["agree_count", "agrees"]).parse().ok().zip(read(&["disagree_count", "disagrees"]).parse().ok()),
    })
}
