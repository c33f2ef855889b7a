//! Reading and writing Pabulib `.pb` files (semantic points 11, 13, 16–18 and 21 of the README).

use crate::{Ballot, Election, Kind, Project};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// How much is forgiven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// Anything that the format does not allow stops the reading.
    #[default]
    Strict,
    /// Blanks, empty lines, unknown ids and doubles are taken out, and told.
    Forgiving,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not UTF-8, or not divided by semicolons.
    #[error("line {0}: this is not a Pabulib file ({1})")]
    Malformed(u64, String),
    /// A part is missing.
    #[error("the part {0} is missing")]
    Part(&'static str),
    /// A key or column is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// An amount that cannot be read.
    #[error("line {0}: «{1}» is not an amount of money")]
    Amount(u64, String),
    /// A kind of ballot that is not known.
    #[error("«{0}» is no kind of ballot that we know")]
    Kind(String),
    /// The same project twice.
    #[error("line {0}: the project «{1}» is there twice")]
    Twice(u64, String),
    /// A ballot that the strict reader refuses.
    #[error("line {0}: {1}")]
    Ballot(u64, String),
}

/// A ballot that is not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Its line in the file.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The election.
    pub election: Election,
    /// Ballots that are cast and blank.
    pub blank: u64,
    /// Ballots that are not counted.
    pub rejected: Vec<Rejected>,
    /// What was forgiven.
    pub warnings: Vec<String>,
}

enum Part {
    None,
    Meta,
    Projects,
    Votes,
}

/// The amounts per group that a file names: `{"Noord": 1000}` or `Noord:1000,Zuid:2000`, in cents.
pub(crate) fn amounts(text: &str) -> Vec<(String, i64)> {
    text.trim_matches(['{', '}', ' '])
        .split(',')
        .filter_map(|pair| {
            let (name, amount) = pair.rsplit_once([':', '='])?;
            let clean = |part: &str| part.trim().trim_matches(['"', '\'']).to_owned();
            Some((clean(name), cents(0, &clean(amount)).ok()?))
        })
        .collect()
}

fn cents(line: u64, text: &str) -> Result<i64, FileError> {
    let bare = text.trim().replace(',', ".");
    let (whole, part) = bare.split_once('.').unwrap_or((&bare, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // Pabulib writes plain numbers: a point is a decimal point here, never a thousand.
    let part = part.trim_end_matches('0');
    if !digits(whole) || !(part.is_empty() || (digits(part) && part.len() <= 2)) {
        return Err(FileError::Amount(line, text.to_owned()));
    }
    let euros: i64 = whole.parse().map_err(|_| FileError::Amount(line, text.to_owned()))?;
    let rest: i64 = format!("{part:0<2}").parse().map_err(|_| FileError::Amount(line, text.to_owned()))?;
    euros.checked_mul(100).and_then(|cents| cents.checked_add(rest)).ok_or_else(|| FileError::Amount(line, text.to_owned()))
}

/// Reads a `.pb` file.
///
/// # Errors
/// When it is no such file, or, strictly read, holds what the format does not allow.
pub fn read(bytes: &[u8], reading: Reading) -> Result<Read, FileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(bytes);
    let mut part = Part::None;
    let mut header: Option<Vec<String>> = None;
    let mut builder = Builder { reading, ..Builder::default() };
    let mut record = csv::StringRecord::new();
    loop {
        let line = rows.position().line();
        match rows.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => return Err(FileError::Malformed(line, error.to_string())),
        }
        let first = record.get(0).unwrap_or("").trim();
        let next = match first {
            "META" => Some(Part::Meta),
            "PROJECTS" => Some(Part::Projects),
            "VOTES" => Some(Part::Votes),
            _ => None,
        };
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if let (Some(next), 1) = (next, record.iter().filter(|field| !field.trim().is_empty()).count()) {
            part = next;
            header = None;
            continue;
        }
        let Some(names) = &header else {
            header = Some(record.iter().map(|name| name.trim().to_ascii_lowercase()).collect());
            continue;
        };
        let field = |name: &str| names.iter().position(|known| known == name).and_then(|at| record.get(at)).map(str::trim);
        match part {
            Part::None => return Err(FileError::Part("META")),
            Part::Meta => builder.meta.push((first.to_owned(), record.get(1).unwrap_or("").trim().to_owned())),
            Part::Projects => builder.project(line, &field)?,
            Part::Votes => builder.ballot(line, &field)?,
        }
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    reading: Reading,
    meta: Vec<(String, String)>,
    projects: Vec<Project>,
    places: HashMap<String, usize>,
    ballots: Vec<Ballot>,
    lines: Vec<u64>,
    voters: HashSet<String>,
    rejected: Vec<Rejected>,
    doubles: u64,
    unknown: u64,
    twice: u64,
}

impl Builder {
    fn project<'a>(&mut self, line: u64, field: &dyn Fn(&str) -> Option<&'a str>) -> Result<(), FileError> {
        let id = field("project_id").ok_or(FileError::Missing("the column project_id"))?.to_owned();
        let cost = cents(line, field("cost").ok_or(FileError::Missing("the column cost"))?)?;
        if self.places.insert(id.clone(), self.projects.len()).is_some() {
            return Err(FileError::Twice(line, id));
        }
        let list = |text: Option<&str>| -> Vec<String> {
            text.unwrap_or("").split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        self.projects.push(Project {
            id,
            name: field("name").unwrap_or("").to_owned(),
            cost,
            categories: list(field("category")),
            neighbourhood: field("neighborhood").filter(|text| !text.is_empty()).map(str::to_owned),
        });
        Ok(())
    }

    fn refuse(&mut self, line: u64, reason: String) -> Result<(), FileError> {
        if self.reading == Reading::Strict {
            return Err(FileError::Ballot(line, reason));
        }
        self.rejected.push(Rejected { line, reason });
        Ok(())
    }

    fn ballot<'a>(&mut self, line: u64, field: &dyn Fn(&str) -> Option<&'a str>) -> Result<(), FileError> {
        let voter = field("voter_id").ok_or(FileError::Missing("the column voter_id"))?.to_owned();
        if !self.voters.insert(voter.clone()) {
            self.doubles += 1;
            return self.refuse(line, format!("the voter «{voter}» is there twice"));
        }
        let named = field("vote").unwrap_or("");
        let points: Vec<&str> = field("points").unwrap_or("").split(',').map(str::trim).filter(|text| !text.is_empty()).collect();
        let mut choices: Vec<(usize, i64)> = Vec::new();
        for (at, id) in named.split(',').map(str::trim).filter(|id| !id.is_empty()).enumerate() {
            let Some(place) = self.places.get(id).copied() else {
                self.unknown += 1;
                return self.refuse(line, format!("there is no project «{id}»"));
            };
            let given = match points.get(at) {
                None => 1,
                Some(text) => match text.parse::<i64>() {
                    Ok(given) if given >= 0 => given,
                    _ => return self.refuse(line, format!("«{text}» is not a number of points")),
                },
            };
            if choices.iter().any(|(known, _)| *known == place) {
                self.twice += 1;
                if self.reading == Reading::Strict {
                    return Err(FileError::Ballot(line, format!("the project «{id}» is on the ballot twice")));
                }
            } else {
                choices.push((place, given));
            }
        }
        let weight = match field("weight") {
            None | Some("") => 1,
            Some(text) => match text.parse::<u32>() {
                Ok(weight) if weight > 0 => weight,
                _ => return self.refuse(line, format!("«{text}» is not a weight")),
            },
        };
        self.lines.push(line);
        self.ballots.push(Ballot { voter, choices, weight });
        Ok(())
    }

    fn finish(mut self) -> Result<Read, FileError> {
        let value = |key: &str| self.meta.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        if self.meta.is_empty() {
            return Err(FileError::Part("META"));
        }
        if self.projects.is_empty() {
            return Err(FileError::Part("PROJECTS"));
        }
        let budget = cents(0, &value("budget").ok_or(FileError::Missing("budget"))?)?;
        let named = value("vote_type").ok_or(FileError::Missing("vote_type"))?;
        let kind = match named.as_str() {
            "approval" | "choose-1" => Kind::Approval,
            "scoring" => Kind::Points,
            "cumulative" => Kind::Cumulative,
            "ordinal" => Kind::Ordinal,
            _ => return Err(FileError::Kind(named)),
        };
        let number = |key: &str| value(key).and_then(|text| text.parse::<i64>().ok());
        let (least, most) = (number("min_length"), number("max_length"));
        let (most_points, most_sum) = (number("max_points"), number("max_sum_points"));
        let most_cost = value("max_sum_cost").and_then(|text| cents(0, &text).ok());
        let mut blank = 0;
        let mut kept = Vec::with_capacity(self.ballots.len());
        for (ballot, line) in std::mem::take(&mut self.ballots).into_iter().zip(std::mem::take(&mut self.lines)) {
            let length = i64::try_from(ballot.choices.len()).unwrap_or(i64::MAX);
            if length == 0 {
                blank += 1;
                kept.push(ballot);
                continue;
            }
            let cost: i64 = ballot.choices.iter().map(|(at, _)| self.projects[*at].cost).fold(0, i64::saturating_add);
            let sum: i64 = ballot.choices.iter().map(|(_, points)| *points).fold(0, i64::saturating_add);
            let scored = matches!(kind, Kind::Points | Kind::Cumulative);
            let reason = if least.is_some_and(|least| length < least) {
                Some(format!("{length} projects are fewer than the {} asked", least.unwrap_or(0)))
            } else if most.is_some_and(|most| length > most) {
                Some(format!("{length} projects are more than the {} allowed", most.unwrap_or(0)))
            } else if most_cost.is_some_and(|most| cost > most) {
                Some("the projects cost more together than allowed".to_owned())
            } else if scored && most_points.is_some_and(|most| ballot.choices.iter().any(|(_, points)| *points > most)) {
                Some("more points for one project than allowed".to_owned())
            } else if scored && most_sum.is_some_and(|most| sum > most) {
                Some("more points together than allowed".to_owned())
            } else {
                None
            };
            match reason {
                None => kept.push(ballot),
                Some(reason) => self.refuse(line, reason)?,
            }
        }
        let mut warnings = Vec::new();
        for (count, what) in [
            (self.twice, "times a project stood on one ballot twice; it counts once"),
            (self.doubles, "ballots of a voter who was there already are not counted"),
            (self.unknown, "ballots name a project that does not exist and are not counted"),
        ] {
            if count > 0 {
                warnings.push(format!("{count} {what}"));
            }
        }
        let election = Election { budget, kind, projects: self.projects, ballots: kept, meta: self.meta };
        Ok(Read { election, blank, rejected: self.rejected, warnings })
    }
}

/// Writes an election as a `.pb` file; `winners` fills the column `selected`.
///
/// # Errors
/// When the text cannot be put together (never for an election that was read).
pub fn write(election: &Election, winners: Option<&[usize]>) -> Result<String, FileError> {
    let broken = |error: &dyn std::fmt::Display| FileError::Malformed(0, error.to_string());
    let mut rows = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    let mut put = |row: &[String]| rows.write_record(row).map_err(|error| broken(&error));
    let row = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>();
    put(&row(&["META"]))?;
    put(&row(&["key", "value"]))?;
    for (key, value) in &election.meta {
        put(&row(&[key, value]))?;
    }
    put(&row(&["PROJECTS"]))?;
    let votes = election.votes();
    let mut header = row(&["project_id", "cost", "votes", "name", "category", "neighborhood"]);
    if winners.is_some() {
        header.push("selected".into());
    }
    put(&header)?;
    for (at, project) in election.projects.iter().enumerate() {
        let mut fields = vec![
            project.id.clone(),
            plain(project.cost),
            votes[at].to_string(),
            project.name.clone(),
            project.categories.join(","),
            project.neighbourhood.clone().unwrap_or_default(),
        ];
        if let Some(winners) = winners {
            fields.push(if winners.contains(&at) { "1" } else { "0" }.into());
        }
        put(&fields)?;
    }
    put(&row(&["VOTES"]))?;
    let scored = matches!(election.kind, Kind::Points | Kind::Cumulative);
    put(&row(if scored { &["voter_id", "vote", "points"] } else { &["voter_id", "vote"] }))?;
    for ballot in &election.ballots {
        let ids: Vec<&str> = ballot.choices.iter().map(|(at, _)| election.projects[*at].id.as_str()).collect();
        let mut fields = vec![ballot.voter.clone(), ids.join(",")];
        if scored {
            fields.push(ballot.choices.iter().map(|(_, points)| points.to_string()).collect::<Vec<_>>().join(","));
        }
        put(&fields)?;
    }
    let bytes = rows.into_inner().map_err(|error| broken(&error))?;
    String::from_utf8(bytes).map_err(|error| broken(&error))
}

fn plain(cents: i64) -> String {
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{}.{:02}", cents / 100, cents % 100) }
}
