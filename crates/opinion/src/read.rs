//! Reading the open data of Polis, the answers of its API, and plain tables of one's own.

mod groups;
mod statements;
mod votes;

pub use groups::{GivenGroups, read_groups};
pub use statements::read_statements;
pub use votes::{VotesFile, read_votes};

use std::io::{BufRead, BufReader, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::error::OpinionError;

/// Whether the text is JSON: the first byte that is no space is a bracket. A byte order mark is taken away.
fn opened<R: Read>(source: R) -> Result<(bool, BufReader<R>), OpinionError> {
    let mut reader = BufReader::with_capacity(1 << 16, source);
    if reader.fill_buf()?.starts_with(b"\xEF\xBB\xBF") {
        reader.consume(3);
    }
    loop {
        let (seen, brackets) = {
            let buffer = reader.fill_buf()?;
            match buffer.iter().position(|byte| !byte.is_ascii_whitespace()) {
                Some(place) => (place, Some(matches!(buffer[place], b'[' | b'{'))),
                None if buffer.is_empty() => (0, Some(false)),
                None => (buffer.len(), None),
            }
        };
        reader.consume(seen);
        if let Some(json) = brackets {
            return Ok((json, reader));
        }
    }
}

/// A table with a header, read by the names of its columns.
struct Table<R> {
    rows: Reader<R>,
    header: Vec<String>,
}

impl<R: Read> Table<R> {
    fn new(source: R) -> Result<Self, OpinionError> {
        let mut rows = ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(source);
        let header = rows.byte_headers()?.iter().map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
        Ok(Self { rows, header })
    }

    /// The first column that has one of these names.
    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|column| column == name))
    }

    fn needed(&self, wanted: &'static str, names: &[&str]) -> Result<usize, OpinionError> {
        self.column(names).ok_or_else(|| OpinionError::NoColumn {
            wanted,
            found: self.header.iter().take(12).map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", "),
        })
    }
}

fn line(record: &ByteRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}

/// A cell as text; a cell that is not there reads as empty.
fn cell(record: &ByteRecord, column: usize) -> Result<&str, OpinionError> {
    let bytes = record.get(column).unwrap_or_default();
    std::str::from_utf8(bytes).map(str::trim).map_err(|_| OpinionError::WrongCell {
        line: line(record),
        found: String::from_utf8_lossy(bytes).into_owned(),
        wanted: "text in UTF-8",
    })
}

fn wrong(record: &ByteRecord, found: &str, wanted: &'static str) -> OpinionError {
    OpinionError::WrongCell { line: line(record), found: found.chars().take(80).collect(), wanted }
}

/// A number or a text of JSON as text: the API writes ids and times both ways.
fn plain(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.trim().to_owned()),
        serde_json::Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 9e15 => Some((float as i64).to_string()),
            _ => Some(number.to_string()),
        },
        serde_json::Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}
