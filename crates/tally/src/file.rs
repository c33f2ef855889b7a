//! Reading and writing Pabulib `.pb` files (semantic points 11, 13, 16–18 and 21 of the README).

use crate::Outcome;
use crate::explain::plain;
use crate::{Ballot, Election, Kind, MOST_MONEY, MOST_POINTS, Project, WHOLE_SHARE};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

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
    #[error("line {0}: «{1}» is not an amount of money that can be counted with")]
    Amount(u64, String),
    /// An id that is empty or cannot stand in a list.
    #[error("line {0}: «{1}» cannot be the id of a project; it may not be empty nor hold a comma")]
    Id(u64, String),
    /// The file says how many there are, and there are more or fewer.
    #[error("{0} says {1}, but there are {2}")]
    Count(&'static str, String, usize),
    /// A kind of ballot that is not known.
    #[error("«{0}» is no kind of ballot that we know")]
    Kind(String),
    /// The same project twice.
    #[error("line {0}: the project «{1}» is there twice")]
    Twice(u64, String),
    /// A ballot or a line that the strict reader refuses.
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

/// Cents of an amount as Pabulib writes it: a point or a comma before at most two decimals, no thousands, no sign; at most
/// [`MOST_MONEY`].
///
/// ```
/// assert_eq!(tally::cents("1250,5"), Some(125_050));
/// assert_eq!(tally::cents("1.250,50"), None, "a point is never a thousand here");
/// ```
#[must_use]
pub fn cents(text: &str) -> Option<i64> {
    let bare = text.trim();
    let (whole, part) = bare.split_once(['.', ',']).unwrap_or((bare, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let part = part.trim_end_matches('0');
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let euros: i64 = whole.parse().ok()?;
    let rest: i64 = format!("{part:0<2}").parse().ok()?;
    euros.checked_mul(100)?.checked_add(rest).filter(|cents| *cents <= MOST_MONEY)
}

/// Millionths of a share: a positive decimal number of at most six decimals, below 4,000.
fn weight(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 6 || whole.len() > 4 {
        return None;
    }
    let millionths = whole.parse::<u32>().ok()?.checked_mul(WHOLE_SHARE)?.checked_add(format!("{part:0<6}").parse().ok()?)?;
    (millionths > 0).then_some(millionths)
}

/// The line at this place, where a row that ended with a carriage return has not yet taken its line feed.
fn line_at(bytes: &[u8], place: &csv::Position) -> u64 {
    let at = usize::try_from(place.byte()).unwrap_or(usize::MAX);
    let between = at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n');
    place.line() + u64::from(between)
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
        let before = line_at(bytes, rows.position());
        let more = rows.read_record(&mut record).map_err(|error| FileError::Malformed(before, error.to_string()))?;
        // Empty lines are left out by the reader of rows: it went further than the row is long.
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let own = if more { inside as u64 + 1 } else { 0 };
        let skipped = line_at(bytes, rows.position()).saturating_sub(before).saturating_sub(own);
        let line = before + skipped;
        let filled = record.iter().filter(|field| !field.trim().is_empty()).count();
        if skipped > 0 || (more && filled == 0) {
            builder.forgive(before, "an empty line")?;
        }
        if !more {
            break;
        }
        if filled == 0 {
            continue;
        }
        let first = record.get(0).unwrap_or("").trim();
        let next = match first {
            "META" => Some(Part::Meta),
            "PROJECTS" => Some(Part::Projects),
            "VOTES" => Some(Part::Votes),
            _ => None,
        };
        if let Some(next) = next
            && (record.len() == 1 || (filled == 1 && reading == Reading::Forgiving))
        {
            part = next;
            header = None;
            continue;
        }
        let Some(names) = &header else {
            header = Some(record.iter().map(|name| name.trim().to_ascii_lowercase()).collect());
            continue;
        };
        let field = |name: &str| names.iter().position(|known| known == name).and_then(|at| record.get(at));
        match part {
            Part::None => return Err(FileError::Part("META")),
            Part::Meta => builder.meta.push((first.to_owned(), record.get(1).unwrap_or("").trim().to_owned())),
            Part::Projects => builder.project(line, &field)?,
            Part::Votes => builder.ballot(line, &field)?,
        }
    }
    builder.finish()
}

/// What the file allows on a ballot.
#[derive(Debug, Default)]
struct Allowed {
    length: (Option<i64>, Option<i64>),
    cost: (Option<i64>, Option<i64>),
    points: (Option<i64>, Option<i64>),
    sum: (Option<i64>, Option<i64>),
    scored: bool,
}

impl Allowed {
    fn new(meta: &[(String, String)], kind: Kind) -> Self {
        let value = |key: &str| meta.iter().find(|(known, _)| known == key).map(|(_, value)| value.trim());
        let number = |key: &str| value(key).and_then(|text| text.parse::<i64>().ok());
        let money = |key: &str| value(key).and_then(cents);
        Self {
            length: (number("min_length"), number("max_length")),
            cost: (money("min_sum_cost"), money("max_sum_cost")),
            points: (number("min_points"), number("max_points")),
            sum: (number("min_sum_points"), number("max_sum_points")),
            scored: matches!(kind, Kind::Points | Kind::Cumulative),
        }
    }

    /// Why this ballot is not allowed; it names at least one project.
    fn refuses(&self, projects: &[Project], choices: &[(usize, i64)]) -> Option<String> {
        let outside = |amount: i64, (least, most): (Option<i64>, Option<i64>)| {
            if least.is_some_and(|least| amount < least) {
                Some("fewer")
            } else if most.is_some_and(|most| amount > most) {
                Some("more")
            } else {
                None
            }
        };
        let length = i64::try_from(choices.len()).unwrap_or(i64::MAX);
        if let Some(word) = outside(length, self.length) {
            return Some(format!("{length} projects are {word} than allowed"));
        }
        let cost = choices.iter().map(|(at, _)| projects[*at].cost).fold(0, i64::saturating_add);
        if let Some(word) = outside(cost, self.cost) {
            return Some(format!("the projects cost {word} together than allowed").replace("fewer", "less"));
        }
        if !self.scored {
            return None;
        }
        let negative = self.points.0.is_some_and(|least| least < 0);
        for (_, points) in choices {
            if let Some(word) = outside(*points, self.points) {
                return Some(format!("{points} points for one project are {word} than allowed"));
            }
            if *points < 0 && !negative {
                return Some(format!("{points} points are fewer than nothing"));
            }
        }
        let sum = choices.iter().map(|(_, points)| *points).fold(0, i64::saturating_add);
        outside(sum, self.sum).map(|word| format!("{sum} points together are {word} than allowed"))
    }
}

/// A ballot as the file has it, before it is known what is allowed.
struct Cast {
    line: u64,
    ballot: Ballot,
    /// As many points as projects, or none at all.
    pointed: Pointed,
}

enum Pointed {
    None,
    Each,
    Unequal,
}

#[derive(Default)]
struct Builder {
    reading: Reading,
    meta: Vec<(String, String)>,
    projects: Vec<Project>,
    places: HashMap<String, usize>,
    cast: Vec<Cast>,
    voters: HashSet<String>,
    /// Voters of rejected ballots count too.
    rejected: Vec<Rejected>,
    /// What was forgiven, and how often.
    forgiven: BTreeMap<&'static str, u64>,
}

impl Builder {
    fn forgive(&mut self, line: u64, what: &'static str) -> Result<(), FileError> {
        if self.reading == Reading::Strict {
            return Err(FileError::Ballot(line, what.to_owned()));
        }
        *self.forgiven.entry(what).or_insert(0) += 1;
        Ok(())
    }

    fn trimmed<'a>(&mut self, line: u64, text: &'a str) -> Result<&'a str, FileError> {
        let trimmed = text.trim();
        if trimmed.len() != text.len() {
            self.forgive(line, "white space around an id")?;
        }
        Ok(trimmed)
    }

    fn project<'a>(&mut self, line: u64, field: &dyn Fn(&str) -> Option<&'a str>) -> Result<(), FileError> {
        let id = self.trimmed(line, field("project_id").ok_or(FileError::Missing("the column project_id"))?)?.to_owned();
        if id.is_empty() || id.contains(',') {
            return Err(FileError::Id(line, id));
        }
        let cost = field("cost").ok_or(FileError::Missing("the column cost"))?;
        let cost = cents(cost).ok_or_else(|| FileError::Amount(line, cost.to_owned()))?;
        if self.places.insert(id.clone(), self.projects.len()).is_some() {
            return Err(FileError::Twice(line, id));
        }
        let list = |text: Option<&str>| -> Vec<String> {
            text.unwrap_or("").split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        self.projects.push(Project {
            id,
            name: field("name").unwrap_or("").trim().to_owned(),
            cost,
            categories: list(field("category")),
            neighbourhood: field("neighborhood").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
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
        let voter = self.trimmed(line, field("voter_id").ok_or(FileError::Missing("the column voter_id"))?)?.to_owned();
        if voter.is_empty() {
            return self.refuse(line, "there is no voter_id".to_owned());
        }
        if !self.voters.insert(voter.clone()) {
            return self.refuse(line, format!("the voter «{voter}» is there twice"));
        }
        let named = field("vote").unwrap_or("");
        let ids: Vec<&str> = if named.trim().is_empty() { Vec::new() } else { named.split(',').collect() };
        let points = field("points").unwrap_or("");
        let points: Vec<&str> = if points.trim().is_empty() { Vec::new() } else { points.split(',').map(str::trim).collect() };
        let mut choices: Vec<(usize, i64)> = Vec::with_capacity(ids.len());
        for (at, id) in ids.iter().enumerate() {
            let id = self.trimmed(line, id)?;
            let Some(place) = self.places.get(id).copied() else {
                return self.refuse(line, format!("there is no project «{id}»"));
            };
            let given = match points.get(at) {
                None => 1,
                Some(text) => match text.parse::<i64>() {
                    Ok(given) if (-MOST_POINTS..=MOST_POINTS).contains(&given) => given,
                    _ => return self.refuse(line, format!("«{text}» is not a number of points")),
                },
            };
            if choices.iter().any(|(known, _)| *known == place) {
                self.forgive(line, "a project twice on one ballot; it counts once, as it stands first")?;
            } else {
                choices.push((place, given));
            }
        }
        let weight = match field("weight").map(str::trim) {
            None | Some("") => WHOLE_SHARE,
            Some(text) => match weight(text) {
                Some(weight) => weight,
                None => return self.refuse(line, format!("«{text}» is not a weight")),
            },
        };
        let pointed = match points.len() {
            0 => Pointed::None,
            given if given == ids.len() => Pointed::Each,
            _ => Pointed::Unequal,
        };
        self.cast.push(Cast { line, ballot: Ballot { voter, choices, weight }, pointed });
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
        let budget = value("budget").ok_or(FileError::Missing("budget"))?;
        let budget = cents(&budget).ok_or(FileError::Amount(0, budget))?;
        let named = value("vote_type").ok_or(FileError::Missing("vote_type"))?;
        let kind = match named.as_str() {
            "approval" | "choose-1" => Kind::Approval,
            "scoring" => Kind::Points,
            "cumulative" => Kind::Cumulative,
            "ordinal" => Kind::Ordinal,
            _ => return Err(FileError::Kind(named)),
        };
        let told = [("num_projects", value("num_projects"), self.projects.len()), ("num_votes", value("num_votes"), self.voters.len())];
        let mut warnings = Vec::new();
        for (key, told, there) in told {
            let Some(told) = told.filter(|told| told.trim().parse::<usize>().ok() != Some(there)) else { continue };
            if self.reading == Reading::Strict {
                return Err(FileError::Count(key, told, there));
            }
            warnings.push(format!("{key} says {told}, but there are {there}"));
        }
        let allowed = Allowed::new(&self.meta, kind);
        let mut blank = 0;
        let mut ballots = Vec::with_capacity(self.cast.len());
        for Cast { line, mut ballot, pointed } in std::mem::take(&mut self.cast) {
            if ballot.choices.is_empty() {
                blank += 1;
            } else if !allowed.scored {
                // Points beside an approval or an order mean nothing.
                ballot.choices.iter_mut().for_each(|(_, points)| *points = 1);
            } else if !matches!(pointed, Pointed::Each) {
                self.refuse(line, "there are not as many points as projects".to_owned())?;
                continue;
            }
            if !ballot.choices.is_empty()
                && let Some(reason) = allowed.refuses(&self.projects, &ballot.choices)
            {
                self.refuse(line, reason)?;
                continue;
            }
            ballots.push(ballot);
        }
        self.rejected.sort_by_key(|rejected| rejected.line);
        warnings.extend(self.forgiven.iter().map(|(what, count)| format!("forgiven: {what} ({count}×)")));
        let election = Election { budget, kind, projects: self.projects, ballots, meta: self.meta };
        Ok(Read { election, blank, rejected: self.rejected, warnings })
    }
}

/// Writes an election as a `.pb` file; an outcome fills the column `selected` (1 funded, 2 funded in part).
///
/// What the file said besides is kept; the counts and the budget are told anew. Of the voters only the id, the vote and the
/// weight are written: columns about persons were never kept.
///
/// # Errors
/// When the text cannot be put together (never for an election that was read).
pub fn write(election: &Election, outcome: Option<&Outcome>) -> Result<String, FileError> {
    let broken = |error: &dyn std::fmt::Display| FileError::Malformed(0, error.to_string());
    let mut rows = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    let mut put = |row: &[String]| rows.write_record(row).map_err(|error| broken(&error));
    let row = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>();
    put(&row(&["META"]))?;
    put(&row(&["key", "value"]))?;
    let kind = match election.kind {
        Kind::Approval => "approval",
        Kind::Points => "scoring",
        Kind::Cumulative => "cumulative",
        Kind::Ordinal => "ordinal",
    };
    let anew = [
        ("num_projects", election.projects.len().to_string()),
        ("num_votes", election.ballots.len().to_string()),
        ("budget", plain(election.budget)),
        ("vote_type", kind.to_owned()),
    ];
    for (key, value) in &election.meta {
        let value = match anew.iter().find(|(known, _)| known == key) {
            // A ballot with one project at most stays so.
            Some(_) if key == "vote_type" && value == "choose-1" && election.kind == Kind::Approval => value,
            Some((_, value)) => value,
            None => value,
        };
        put(&row(&[key, value]))?;
    }
    for (key, value) in anew.iter().filter(|(key, _)| election.meta(key).is_none()) {
        put(&row(&[key, value]))?;
    }
    put(&row(&["PROJECTS"]))?;
    let scored = matches!(election.kind, Kind::Points | Kind::Cumulative);
    let (votes, scores) = (election.votes(), election.scores());
    let mut header = row(&["project_id", "cost", "votes", "name", "category", "neighborhood"]);
    if scored {
        header.push("score".into());
    }
    if outcome.is_some() {
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
        if scored {
            fields.push(scores[at].to_string());
        }
        if let Some(outcome) = outcome {
            let in_part = outcome.partial.is_some_and(|(partial, _)| partial == at);
            fields.push(
                if in_part {
                    "2"
                } else if outcome.winners.contains(&at) {
                    "1"
                } else {
                    "0"
                }
                .into(),
            );
        }
        put(&fields)?;
    }
    put(&row(&["VOTES"]))?;
    let weighed = election.ballots.iter().any(|ballot| ballot.weight != WHOLE_SHARE);
    let mut header = row(&["voter_id", "vote"]);
    if scored {
        header.push("points".into());
    }
    if weighed {
        header.push("weight".into());
    }
    put(&header)?;
    for ballot in &election.ballots {
        let ids: Vec<&str> = ballot.choices.iter().map(|(at, _)| election.projects[*at].id.as_str()).collect();
        let mut fields = vec![ballot.voter.clone(), ids.join(",")];
        if scored {
            fields.push(ballot.choices.iter().map(|(_, points)| points.to_string()).collect::<Vec<_>>().join(","));
        }
        if weighed {
            fields.push(format!("{}.{:06}", ballot.weight / WHOLE_SHARE, ballot.weight % WHOLE_SHARE));
        }
        put(&fields)?;
    }
    let bytes = rows.into_inner().map_err(|error| broken(&error))?;
    String::from_utf8(bytes).map_err(|error| broken(&error))
}
