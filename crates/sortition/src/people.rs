//! The pool: who volunteered, and which kind of person each is.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;

use crate::error::SortitionError;

/// One person of the pool.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Person {
    /// The id under which the draw speaks of this person: unique, without spaces around it.
    pub id: String,
    /// Answer per column of the file, by the name of the column as the file spells it.
    pub answers: BTreeMap<String, String>,
}

/// The volunteers from whom a panel is drawn, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// The columns of the file, in order.
    pub columns: Vec<String>,
    /// One entry per person.
    pub people: Vec<Person>,
}

/// A column name or a value as it is compared: without spaces around it, in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

impl People {
    /// Reads a CSV file with a header. `id` names the column with the ids; without it the first column whose name ends
    /// in `id` and whose values are all different is taken, and without such a column people are numbered `1`, `2`, …
    ///
    /// A byte order mark is skipped, `;` and tab are taken as separators when the header has more of them than commas,
    /// spaces around values are dropped, lines without any value are passed over.
    ///
    /// # Errors
    /// [`SortitionError::People`] with the line when the file is not CSV, has no header, two columns of one name, a line of another
    /// length, an empty or repeated id.
    ///
    /// ```
    /// let file = "name_id,gender\np1,Female\np2,Male\n";
    /// let pool = sortition::People::read(file.as_bytes(), None).unwrap();
    /// assert_eq!(pool.people[1].id, "p2");
    /// assert_eq!(pool.people[1].answers["gender"], "Male");
    /// ```
    pub fn read(mut source: impl Read, id: Option<&str>) -> Result<Self, SortitionError> {
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes).map_err(|error| SortitionError::people(0, format!("the file cannot be read: {error}")))?;
        let (columns, records) = table(&bytes).map_err(|(line, what)| SortitionError::people(line, what))?;
        let given = match id {
            None => None,
            Some(name) => Some(columns.iter().position(|column| folded(column) == folded(name)).ok_or_else(|| {
                SortitionError::people(1, format!("there is no column \"{name}\"; the columns are {}", columns.join(", ")))
            })?),
        };
        let all_differ = |column: usize| {
            let mut seen = HashSet::new();
            records.iter().all(|(_, record)| !record[column].is_empty() && seen.insert(record[column].clone()))
        };
        let column = given.or_else(|| (0..columns.len()).find(|&at| folded(&columns[at]).ends_with("id") && all_differ(at)));
        let mut seen = HashSet::new();
        let mut people = Vec::new();
        for (number, (line, record)) in records.into_iter().enumerate() {
            let id = column.map_or_else(|| (number + 1).to_string(), |at| record[at].clone());
            if id.is_empty() {
                return Err(SortitionError::people(line, "the id is empty".to_owned()));
            }
            if !seen.insert(id.clone()) {
                return Err(SortitionError::people(line, format!("the id \"{id}\" occurs a second time")));
            }
            people.push(Person { id, answers: columns.iter().cloned().zip(record).collect() });
        }
        Ok(Self { columns, people })
    }

    /// The column of this name, whatever its capitals.
    pub(crate) fn column(&self, name: &str) -> Option<&str> {
        self.columns
            .iter()
            .find(|column| column.as_str() == name)
            .or_else(|| self.columns.iter().find(|column| folded(column) == folded(name)))
            .map(String::as_str)
    }
}

/// A table in memory: its header, and per record its line and its values.
pub(crate) type Table = (Vec<String>, Vec<(u64, Vec<String>)>);

/// The header and the records (with their lines) of a CSV text.
pub(crate) fn table(bytes: &[u8]) -> Result<Table, (u64, String)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
        (line, "the file is not UTF-8; save it as \"CSV UTF-8\"".to_owned())
    })?;
    let header = text.lines().next().unwrap_or_default();
    let most =
        [b',', b';', b'\t'].into_iter().rev().max_by_key(|&sign| header.bytes().filter(|&byte| byte == sign).count()).unwrap_or(b',');
    let separator = if header.bytes().any(|byte| byte == most) { most } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns: Vec<String> = reader.headers().map_err(|error| (1, error.to_string()))?.iter().map(str::to_owned).collect();
    if columns.is_empty() || columns.iter().all(String::is_empty) {
        return Err((1, "the file has no header: the first line must name the columns".to_owned()));
    }
    let mut names = HashSet::new();
    for column in &columns {
        if !names.insert(column.as_str()) {
            return Err((1, format!("two columns have the name \"{column}\"")));
        }
    }
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| (error.position().map_or(0, csv::Position::line), error.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() != columns.len() {
            return Err((line, format!("the line has {} values where the header has {}", record.len(), columns.len())));
        }
        records.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok((columns, records))
}
