//! Votes: the long form (one row per vote), the wide form (one row per participant), and the answer of the API.

use std::io::Read;

use csv::ByteRecord;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::{Table, cell, opened, plain, wrong};
use crate::error::OpinionError;
use crate::statement::Statement;
use crate::votes::{MOST_STATEMENTS, Vote, VoteTable, Votes, plain_number};

/// Votes as a file holds them.
#[derive(Debug, Clone)]
pub struct VotesFile {
    table: VoteTable,
    json: bool,
    repeated: usize,
}

impl VotesFile {
    /// The latest votes, with agree = +1.
    ///
    /// Tables with commas write agree as 1. JSON of the API writes it as −1, but not every copy of it does. If the
    /// statements tell their own counts of agrees and disagrees, the sign under which more statements agree with their
    /// counts is taken. Without counts JSON is read as −1 = agree, and a warning says so.
    #[must_use]
    pub fn table(self, statements: &[Statement]) -> (VoteTable, Option<String>) {
        if !self.json {
            return (self.table, None);
        }
        let counts = self.table.counts();
        let (mut straight, mut turned) = (0, 0);
        for statement in statements {
            let (Some((agrees, disagrees)), Some(column)) = (statement.told, self.table.column_of(statement.id.as_str())) else {
                continue;
            };
            let counted = counts[column];
            straight += u32::from(counted.agrees == agrees && counted.disagrees == disagrees);
            turned += u32::from(counted.agrees == disagrees && counted.disagrees == agrees);
        }
        let unsure = straight == turned;
        let warning = unsure.then(|| {
            "the votes were read as JSON of the API, where -1 means agree; statements with their own counts would prove it".to_owned()
        });
        (if straight > turned { self.table } else { self.table.reversed() }, warning)
    }

    /// How many votes were overtaken by a later vote of the same person on the same statement.
    #[must_use]
    pub const fn overtaken(&self) -> usize {
        self.repeated
    }
}

fn vote(text: &str) -> Option<Vote> {
    match text {
        "1" | "+1" | "1.0" => Some(Vote::Agree),
        "0" | "0.0" | "-0.0" => Some(Vote::Pass),
        "-1" | "-1.0" => Some(Vote::Disagree),
        _ => None,
    }
}

const A_VOTE: &str = "a vote: 1 (agree), 0 (pass) or -1 (disagree)";
const PARTICIPANT: &[&str] = &["voter-id", "voter_id", "participant", "participant-id", "participant_id", "pid"];
const STATEMENT: &[&str] = &["comment-id", "comment_id", "statement", "statement-id", "statement_id", "tid"];

/// Reads votes in any of the three forms:
///
/// - **long**: a header with a participant (`voter-id`, `participant`, …), a statement (`comment-id`, `statement`, …)
///   and `vote`; with `timestamp` (milliseconds) the latest vote counts, without it the last one in the file;
/// - **wide**: a header with `participant` and one column per statement, named by a whole number; empty = not seen.
///   Other columns (`xid`, `group-id`, `n-votes`, …) are passed over;
/// - **JSON**: an array of objects with `pid`/`participant_id`, `tid`/`statement_id`, `vote`, and `modified` or `created`.
///
/// # Errors
/// When the file cannot be read, lacks a column, or a cell holds no vote, id or time: with the line.
///
/// ```
/// let csv = "voter-id,comment-id,vote\nada,1,1\nbob,1,-1\n";
/// let (table, _) = opinion::read_votes(csv.as_bytes())?.table(&[]);
/// assert_eq!(table.votes(), 2);
/// assert!(opinion::read_votes("voter-id,comment-id,vote\nada,1,yes\n".as_bytes()).unwrap_err().to_string().starts_with("line 2"));
/// # Ok::<(), opinion::OpinionError>(())
/// ```
pub fn read_votes<R: Read>(source: R) -> Result<VotesFile, OpinionError> {
    let (json, reader) = opened(source)?;
    let mut votes = Votes::default();
    if json {
        let mut deserializer = serde_json::Deserializer::from_reader(reader);
        Array { votes: &mut votes }.deserialize(&mut deserializer)?;
        deserializer.end()?;
    } else {
        let table = Table::new(reader)?;
        if table.column(&["vote"]).is_some() {
            long(table, &mut votes)?;
        } else {
            wide(table, &mut votes)?;
        }
    }
    let came = votes.len();
    let table = VoteTable::from(votes);
    let repeated = came - table.votes();
    Ok(VotesFile { table, json, repeated })
}

fn long<R: Read>(mut table: Table<R>, votes: &mut Votes) -> Result<(), OpinionError> {
    let participant = table.needed("voter-id or participant", PARTICIPANT)?;
    let statement = table.needed("comment-id or statement", STATEMENT)?;
    let voted = table.needed("vote", &["vote"])?;
    let time = table.column(&["timestamp", "modified", "time"]);
    let mut record = ByteRecord::new();
    let mut place = 0;
    while table.rows.read_byte_record(&mut record)? {
        place += 1;
        let text = cell(&record, voted)?;
        let vote = vote(text).ok_or_else(|| wrong(&record, text, A_VOTE))?;
        let who = cell(&record, participant)?;
        let what = cell(&record, statement)?;
        if who.is_empty() || what.is_empty() {
            return Err(wrong(&record, "", "the id of a participant and of a statement"));
        }
        let when = match time {
            None => place,
            Some(column) => {
                let text = cell(&record, column)?;
                text.parse().map_err(|_| wrong(&record, text, "a time in milliseconds"))?
            }
        };
        votes.cast(who, what, vote, when);
        if votes.statements_named() > MOST_STATEMENTS {
            return Err(OpinionError::TooManyStatements(MOST_STATEMENTS));
        }
    }
    Ok(())
}

fn wide<R: Read>(mut table: Table<R>, votes: &mut Votes) -> Result<(), OpinionError> {
    let participant = table.needed("vote (one row per vote) or participant (one row per participant)", PARTICIPANT)?;
    let statements: Vec<(usize, String)> = table
        .header
        .iter()
        .enumerate()
        .filter(|(column, name)| *column != participant && plain_number(name).is_some())
        .map(|(column, name)| (column, name.clone()))
        .collect();
    if statements.is_empty() {
        table.needed("named by the number of a statement", &[])?;
    }
    let mut record = ByteRecord::new();
    let mut place = 0;
    while table.rows.read_byte_record(&mut record)? {
        place += 1;
        let who = cell(&record, participant)?;
        if who.is_empty() {
            return Err(wrong(&record, "", "the id of a participant"));
        }
        for (column, statement) in &statements {
            let text = cell(&record, *column)?;
            if text.is_empty() {
                continue;
            }
            let vote = vote(text).ok_or_else(|| wrong(&record, text, A_VOTE))?;
            votes.cast(who, statement, vote, place);
        }
    }
    Ok(())
}

/// Reads the array one vote at a time.
struct Array<'votes> {
    votes: &'votes mut Votes,
}

impl<'de> DeserializeSeed<'de> for Array<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

#[derive(serde::Deserialize)]
struct ApiVote {
    #[serde(alias = "pid", alias = "participant", alias = "voter-id")]
    participant_id: serde_json::Value,
    #[serde(alias = "tid", alias = "statement", alias = "comment-id")]
    statement_id: serde_json::Value,
    vote: serde_json::Value,
    #[serde(alias = "created", default)]
    modified: serde_json::Value,
}

impl<'de> Visitor<'de> for Array<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array of votes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        use serde::de::Error;
        let mut place = 0_i64;
        while let Some(one) = sequence.next_element::<ApiVote>()? {
            place += 1;
            let said = |wanted: &str| A::Error::custom(format!("vote {place} of the array has no {wanted}"));
            let who = plain(&one.participant_id).filter(|id| !id.is_empty()).ok_or_else(|| said("id of a participant"))?;
            let what = plain(&one.statement_id).filter(|id| !id.is_empty()).ok_or_else(|| said("id of a statement"))?;
            let vote = plain(&one.vote).and_then(|text| vote(&text)).ok_or_else(|| said("vote that is -1, 0 or 1"))?;
            let when = match plain(&one.modified) {
                None => place,
                Some(text) => text.parse().map_err(|_| said("time in milliseconds"))?,
            };
            self.votes.cast(&who, &what, vote, when);
        }
        Ok(())
    }
}
