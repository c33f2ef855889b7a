//! Reading the projects of a Pabulib file (<https://pabulib.org/format>), forgivingly.
//!
//! A Pabulib file holds the sections `META`, `PROJECTS` and `VOTES`. Only the first two are read: projects become
//! contributions, votes are of another room. Every field but the id may be absent, and an absent field stays empty:
//! nothing is invented.

use super::places::{Areas, line as short};
use journey::Channel;
use kernel::{ContributionId, Date, Language, Line, Money, ProcessId, Prose, TextError};
use std::collections::BTreeMap;
use std::io::{self, Read};
use voice::{BODY_MOST, NewContribution, Point, TITLE_MOST};

/// What a Pabulib file says of the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta(BTreeMap<String, String>);

impl Meta {
    /// The value under `key`, when there is one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str).filter(|value| !value.is_empty())
    }
    /// The budget of the whole, when it is an amount.
    #[must_use]
    pub fn budget(&self) -> Option<Money> {
        amount(self.get("budget")?)
    }
}

/// One project, as far as the file tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Project {
    /// On which line of the file it stands.
    pub line: u64,
    /// Its id within the file.
    pub id: String,
    /// Its name.
    pub title: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// What it costs.
    pub cost: Option<Money>,
    /// Its category or categories.
    pub category: Option<String>,
    /// In which neighbourhood or district.
    pub neighbourhood: Option<String>,
    /// Where: latitude and longitude in degrees (WGS84).
    pub place: Option<(f64, f64)>,
}

/// A row that could not be read, with its line and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// What is wrong with it.
    pub why: String,
}

/// A Pabulib file, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pabulib {
    /// What is said of the whole.
    pub meta: Meta,
    /// The projects, in the order of the file.
    pub projects: Vec<Project>,
    /// The rows that could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// Why a file is no Pabulib file.
#[derive(Debug, thiserror::Error)]
pub enum PabulibError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// The file is not text.
    #[error("the file is not text in UTF-8")]
    NotText,
    /// There is no section with projects.
    #[error("there is no line PROJECTS with a heading under it; is this a Pabulib file (.pb)?")]
    NoProjects,
    /// The projects have no column with their id.
    #[error("the section PROJECTS has no column project_id")]
    NoId,
}

/// Euros as Pabulib writes them: whole, or with a point before the cents; never with a point between thousands.
fn amount(text: &str) -> Option<Money> {
    let (whole, cents) = text.trim().split_once(['.', ',']).unwrap_or((text.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(cents) {
        return None;
    }
    let cents: i64 = format!("{cents:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents).map(Money::from_cents)
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    text.trim().replace(',', ".").parse::<f64>().ok().filter(|degrees| degrees.is_finite() && degrees.abs() <= most)
}

#[derive(PartialEq)]
enum Section {
    None,
    Meta,
    Projects,
}

/// The projects of a file. Fields are divided by semicolons and may stand between double quotes; a description may
/// run over several lines then.
///
/// # Errors
/// When the file is no Pabulib file. A single row that cannot be read is reported in [`Pabulib::unreadable`].
pub fn read(mut file: impl Read) -> Result<Pabulib, PabulibError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| PabulibError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut read = Pabulib::default();
    let (mut section, mut heading) = (Section::None, None::<Vec<String>>);
    for row in rows.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                read.unreadable.push(Unreadable { line: error.position().map_or(0, csv::Position::line), why: error.to_string() });
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        let first = row.get(0).unwrap_or_default().trim();
        if row.len() == 1 {
            match first.to_ascii_uppercase().as_str() {
                "META" => (section, heading) = (Section::Meta, None),
                "PROJECTS" => (section, heading) = (Section::Projects, None),
                "VOTES" => break,
                _ => {}
            }
            if matches!(first.to_ascii_uppercase().as_str(), "META" | "PROJECTS" | "") {
                continue;
            }
        }
        match (&section, &heading) {
            (Section::Meta, _) if first.eq_ignore_ascii_case("key") => {}
            (Section::Meta, _) => {
                let value: Vec<&str> = row.iter().skip(1).collect();
                read.meta.0.insert(first.to_ascii_lowercase(), value.join(";").trim().to_owned());
            }
            (Section::Projects, None) => {
                let names: Vec<String> = row.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
                if !names.iter().any(|name| name == "project_id") {
                    return Err(PabulibError::NoId);
                }
                heading = Some(names);
            }
            (Section::Projects, Some(names)) => match project(names, &row, line) {
                Ok(project) => read.projects.push(project),
                Err(why) => read.unreadable.push(Unreadable { line, why }),
            },
            (Section::None, _) => {}
        }
    }
    if heading.is_none() { Err(PabulibError::NoProjects) } else { Ok(read) }
}

fn project(names: &[String], row: &csv::StringRecord, line: u64) -> Result<Project, String> {
    if row.len() > names.len() {
        return Err(format!("the row has {} fields, the heading {}", row.len(), names.len()));
    }
    let field = |wanted: &[&str]| {
        wanted
            .iter()
            .filter_map(|name| row.get(names.iter().position(|held| held == name)?))
            .map(str::trim)
            .find(|value| !value.is_empty())
            .map(str::to_owned)
    };
    let id = field(&["project_id"]).ok_or("the project has no id")?;
    let cost = match field(&["cost"]) {
        None => None,
        Some(text) => Some(amount(&text).ok_or(format!("«{text}» is not an amount"))?),
    };
    let place = match (field(&["latitude"]), field(&["longitude"])) {
        (Some(north), Some(east)) => {
            let place = degrees(&north, 90.0).zip(degrees(&east, 180.0));
            Some(place.ok_or(format!("«{north}, {east}» is not a place in degrees"))?)
        }
        _ => None,
    };
    Ok(Project {
        line,
        id,
        title: field(&["name"]),
        description: field(&["description"]),
        cost,
        category: field(&["category", "categories"]),
        neighbourhood: field(&["neighborhood", "neighbourhood", "district", "subunit"]),
        place,
    })
}

/// What names the whole file, however the file is called: the same projects never come in twice into one process.
#[must_use]
pub fn source(meta: &Meta) -> String {
    ["country", "unit", "district", "subunit", "instance"].map(|key| meta.get(key).unwrap_or_default()).join("\u{1f}")
}

/// The contribution that a project is. What the file does not tell stays empty.
///
/// # Errors
/// When the project has no name, or its description holds more words than fit.
pub fn contribution(
    project: Project,
    id: ContributionId,
    process: ProcessId,
    language: Language,
    today: Date,
    areas: &Areas,
    file: &str,
) -> Result<NewContribution, String> {
    let name = project.title.ok_or("the project has no name")?;
    // A name that does not fit in a title stands whole above the description: nothing of it is lost.
    let (title, words) = match Line::new(&name, TITLE_MOST) {
        Ok(title) => (title, project.description),
        Err(TextError::TooLong { .. }) => {
            let words = [Some(name.clone()), project.description].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
            (shortened(&name).map_err(|error| format!("name: {error}"))?, Some(words))
        }
        Err(error) => return Err(format!("name: {error}")),
    };
    let body = words.map(|text| Prose::new(&text, BODY_MOST)).transpose().map_err(|error| format!("description: {error}"))?;
    let category = project.category.map(|text| short("category", &text)).transpose()?;
    let mut place = areas.place(project.neighbourhood.as_deref())?;
    place.point = project.place.and_then(|(latitude, longitude)| Point::new(longitude, latitude));
    let source = short("source", &format!("{file} {}", project.id)).ok();
    // The file does not tell how people handed in their project: a budget site is online.
    let new = NewContribution::idea(id, process, title, language, Channel::Online, today);
    Ok(NewContribution { body, place, cost: project.cost, category, source, ..new })
}

/// As many whole words as fit in a title, and a sign that there is more.
fn shortened(name: &str) -> Result<Line, TextError> {
    let start: String = name.chars().take(TITLE_MOST - 2).collect();
    let whole = start.rfind(char::is_whitespace).map_or(start.as_str(), |end| &start[..end]);
    Line::new(&format!("{whole} …"), TITLE_MOST)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test may stop at the first surprise")]
    use super::*;

    const SMALL: &str = "META\nkey;value\ndescription;Begroot;samen\nbudget;1000.5\nPROJECTS\nproject_id;cost;name;description;latitude;longitude;neighborhood\n\
        1;250;Een bank;\"Op het plein;\nin de zon\";51.2;4.4;Centrum\n2;;Bomen;;;;\n;10;Zonder id;;;;\n4;duur;Te duur;;;;\nVOTES\nvoter_id;vote\n1;1,2\n";

    #[test]
    fn what_is_absent_stays_empty_and_what_is_wrong_is_reported_with_its_line() {
        let read = read(SMALL.as_bytes()).unwrap();
        assert_eq!(read.meta.get("description"), Some("Begroot;samen"));
        assert_eq!(read.meta.budget(), Some(Money::from_cents(100_050)));
        assert_eq!(read.projects.len(), 2);
        let first = &read.projects[0];
        assert_eq!((first.title.as_deref(), first.cost), (Some("Een bank"), Some(Money::from_cents(25_000))));
        assert_eq!(first.description.as_deref(), Some("Op het plein;\nin de zon"));
        assert_eq!((first.place, first.neighbourhood.as_deref()), (Some((51.2, 4.4)), Some("Centrum")));
        let second = &read.projects[1];
        assert_eq!((second.description.as_deref(), second.cost, second.place), (None, None, None));
        assert_eq!(read.unreadable.iter().map(|row| row.line).collect::<Vec<_>>(), [10, 11]);
    }

    #[test]
    fn a_name_that_does_not_fit_in_a_title_is_kept_whole_in_the_words() {
        let (name, nobody) = ("Een pad van de kerk naar de school ".repeat(8), uuid::Uuid::nil());
        let project = Project { title: Some(name.clone()), description: Some("Met lampen.".into()), ..Project::default() };
        let (id, process, today) = (ContributionId::from_uuid(nobody), ProcessId::from_uuid(nobody), "2026-03-02".parse().unwrap());
        let new = contribution(project, id, process, Language::NL, today, &Areas::default(), "x.pb").unwrap();
        assert!(new.title.as_str().ends_with(" …"));
        assert_eq!(new.body.unwrap().as_str(), format!("{}\n\nMet lampen.", name.trim_end()));
    }

    #[test]
    fn a_file_that_is_something_else_is_refused_in_plain_words() {
        assert!(matches!(read("titel;tekst\na;b\n".as_bytes()), Err(PabulibError::NoProjects)));
        assert!(matches!(read("PROJECTS\nid;cost\n1;2\n".as_bytes()), Err(PabulibError::NoId)));
        assert!(matches!(read(&b"PROJECTS\nproject_id;name\n1;\xff\n"[..]), Err(PabulibError::NotText)));
    }

    #[test]
    fn real_files_of_many_countries_are_read_whole() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/tally/instances");
        let Ok(files) = std::fs::read_dir(folder) else {
            eprintln!("left out: {folder} is not there");
            return;
        };
        for file in files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "pb")) {
            let read = read(std::fs::File::open(&file).unwrap()).unwrap();
            let announced: usize = read.meta.get("num_projects").unwrap().parse().unwrap();
            assert_eq!(read.projects.len(), announced, "{}: {:?}", file.display(), read.unreadable);
            assert!(read.projects.iter().all(|project| project.cost.is_some()), "{}", file.display());
        }
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_the_reader_stumble(text in "(META|PROJECTS|VOTES|project_id|name|;|\n|\"|[a-z0-9]){0,60}") {
            let _ = read(text.as_bytes());
        }
    }
}
