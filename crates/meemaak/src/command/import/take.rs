//! Reading the rows of a table: which column holds what, and what is wrong with a row.

use super::places::{Areas, line};
use journey::Channel;
use kernel::{ContributionId, Date, Language, Line, Money, ProcessId, Prose};
use std::io::{self, BufRead, BufReader, Read};
use voice::{BODY_MOST, NewContribution, Point, TITLE_MOST};

/// What a column can hold: the name of the field, and the names of columns that are taken without a mapping.
const FIELDS: &[(&str, &[&str])] = &[
    ("title", &["titel"]),
    ("body", &["text", "tekst", "description", "omschrijving", "beschrijving"]),
    ("date", &["datum"]),
    ("language", &["taal"]),
    ("area", &["wijk", "gebied", "neighbourhood", "neighborhood"]),
    ("street", &["straat"]),
    ("place", &["plaats"]),
    ("latitude", &["lat", "breedtegraad"]),
    ("longitude", &["lon", "lng", "lengtegraad"]),
    ("channel", &["kanaal"]),
    ("cost", &["kostprijs", "kosten"]),
    ("category", &["categorie", "thema"]),
    ("key", &["id", "nummer"]),
];

/// Which column holds which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(Vec<(&'static str, usize)>);

/// What a row without a column for it gets.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The process.
    pub process: ProcessId,
    /// The language of the words.
    pub language: Language,
    /// The day on which the row comes in.
    pub today: Date,
    /// The name of the file.
    pub source: String,
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

impl Mapping {
    /// Reads `title=Titel`, `body=Tekst`, …; without any, columns are taken by their own names.
    ///
    /// # Errors
    /// In plain words: an unknown field, a column that is not there, or no column for the title.
    pub fn new(map: &[String], heading: &csv::StringRecord) -> Result<Self, String> {
        let column = |name: &str| heading.iter().position(|held| held.trim().eq_ignore_ascii_case(name.trim()));
        let mut found = Vec::new();
        for pair in map {
            let (field, name) = pair.split_once('=').ok_or_else(|| format!("--map: write FIELD=COLUMN instead of «{pair}»"))?;
            let (field, _) = FIELDS
                .iter()
                .find(|(known, _)| *known == field.trim())
                .ok_or_else(|| format!("--map: there is no field «{field}»; there are {}", list(FIELDS.iter().map(|(name, _)| *name))))?;
            let at = column(name).ok_or_else(|| format!("--map: there is no column «{name}»; there are {}", list(heading.iter())))?;
            found.push((*field, at));
        }
        if map.is_empty() {
            found = FIELDS
                .iter()
                .filter_map(|(field, names)| Some((*field, std::iter::once(field).chain(*names).find_map(|name| column(name))?)))
                .collect();
        }
        if !found.iter().any(|(field, _)| *field == "title") {
            return Err(format!("no column holds the title; say which with --map title=COLUMN. There are {}", list(heading.iter())));
        }
        Ok(Self(found))
    }

    fn get<'r>(&self, row: &'r csv::StringRecord, field: &str) -> Option<&'r str> {
        let (_, at) = self.0.iter().find(|(name, _)| *name == field)?;
        row.get(*at).map(str::trim).filter(|text| !text.is_empty())
    }

    /// The contribution that a row is. Without a key the whole row is its key: the same row twice is one contribution.
    ///
    /// # Errors
    /// In plain words, what is wrong with the row.
    pub fn contribution(
        &self,
        row: &csv::StringRecord,
        number: u64,
        defaults: &Defaults,
        areas: &Areas,
        id: impl Fn(&str) -> ContributionId,
    ) -> Result<NewContribution, String> {
        let get = |field: &str| self.get(row, field);
        let key = match get("key") {
            Some(key) => format!("key\u{1f}{key}"),
            None => format!("row\u{1f}{}", row.iter().collect::<Vec<_>>().join("\u{1f}")),
        };
        let title = Line::new(get("title").ok_or("the title is empty")?, TITLE_MOST).map_err(|error| format!("title: {error}"))?;
        let body = get("body").map(|text| Prose::new(text, BODY_MOST)).transpose().map_err(|error| format!("body: {error}"))?;
        let captured = get("date").map(day).transpose()?.unwrap_or(defaults.today);
        let language = match get("language") {
            Some(text) => text.parse().map_err(|error| format!("language «{text}»: {error}"))?,
            None => defaults.language,
        };
        let channel = match get("channel") {
            Some(text) => Channel::from_code(text)
                .ok_or_else(|| format!("channel «{text}»: there are {}", list(Channel::ALL.iter().map(|channel| channel.code()))))?,
            None => Channel::Online,
        };
        let cost = match get("cost") {
            Some(text) => Some(text.parse::<Money>().map_err(|error| format!("cost «{text}»: {error}"))?),
            None => None,
        };
        let mut place = areas.place(get("area"))?;
        place.street = get("street").map(|text| line("street", text)).transpose()?;
        if let Some(text) = get("place") {
            let words = place.words.take().map_or_else(|| text.to_owned(), |area| format!("{area}, {text}"));
            place.words = Some(line("place", &words)?);
        }
        place.point = match (get("latitude"), get("longitude")) {
            (Some(latitude), Some(longitude)) => {
                let degrees = |text: &str| text.replace(',', ".").parse::<f64>().ok();
                let point = degrees(latitude).zip(degrees(longitude)).and_then(|(north, east)| Point::new(east, north));
                Some(point.ok_or_else(|| format!("«{latitude}, {longitude}» is not a place in degrees"))?)
            }
            (None, None) => None,
            _ => return Err("a place needs both latitude and longitude".into()),
        };
        let category = get("category").map(|text| line("category", text)).transpose()?;
        let source = line("source", &format!("{} {}", defaults.source, get("key").map_or_else(|| number.to_string(), str::to_owned))).ok();
        let new = NewContribution::idea(id(&key), defaults.process, title, language, channel, captured);
        Ok(NewContribution { body, place, cost, category, source, ..new })
    }
}

/// A day as `2026-03-12`, `12/3/2026` or `12-3-2026`.
fn day(text: &str) -> Result<Date, String> {
    let wrong = || format!("date «{text}»: write a day as 2026-03-12 or 12/3/2026");
    if let Ok(date) = text.get(..10).unwrap_or(text).parse() {
        return Ok(date);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return Err(wrong()) };
    let read = || Date::new(year.parse().ok().filter(|year| *year > 1900)?, month.parse().ok()?, day.parse().ok()?);
    read().ok_or_else(wrong)
}

/// What divides the columns: whichever of semicolon, tab and comma stands most often in the first row.
///
/// # Errors
/// When the file cannot be read.
pub fn delimiter(file: &mut impl Read) -> io::Result<u8> {
    let mut first = Vec::new();
    BufReader::new(file.take(64 * 1024)).read_until(b'\n', &mut first)?;
    let count = |sign: u8| first.iter().filter(|byte| **byte == sign).count();
    Ok([b',', b'\t', b';'].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b','))
}

/// The bytes without the mark that some programs put before UTF-8.
pub fn without_mark(mut file: impl Read) -> impl Read {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let mut start = Vec::with_capacity(3);
    // A file that cannot be read says so at its first row.
    let failed = (&mut file).take(3).read_to_end(&mut start).err();
    if start == MARK {
        start.clear();
    }
    io::Cursor::new(start).chain(Failing(failed)).chain(file)
}

/// Passes on an error once.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn id(key: &str) -> ContributionId {
        let mut bytes = [0; 16];
        for (at, byte) in key.bytes().enumerate() {
            bytes[at % 16] ^= byte;
        }
        ContributionId::from_uuid(uuid::Uuid::from_bytes(bytes))
    }

    fn defaults() -> Defaults {
        Defaults {
            process: ProcessId::from_uuid(uuid::Uuid::nil()),
            language: Language::NL,
            today: "2026-03-02".parse().unwrap(),
            source: "ideeën.csv".into(),
        }
    }

    fn read(map: &[&str], table: &str) -> Vec<Result<NewContribution, String>> {
        let map: Vec<String> = map.iter().map(|pair| (*pair).to_owned()).collect();
        let delimiter = delimiter(&mut table.as_bytes()).unwrap();
        let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(without_mark(table.as_bytes()));
        let mapping = Mapping::new(&map, rows.headers().unwrap()).unwrap();
        rows.records().map(|row| mapping.contribution(&row.unwrap(), 1, &defaults(), &Areas::default(), id)).collect()
    }

    #[test]
    fn columns_are_found_by_mapping_or_by_their_own_name() {
        let mapped = read(&["title=Kop", "body=Verhaal"], "Kop,Verhaal\nEen bank,Op het plein\n");
        let named = read(&[], "\u{feff}Titel;Tekst;datum\nEen bank;Op het plein;1/3/2026\n");
        for row in [&mapped[0], &named[0]] {
            let row = row.as_ref().unwrap();
            assert_eq!((row.title.as_str(), row.body.as_ref().unwrap().as_str()), ("Een bank", "Op het plein"));
        }
        assert_eq!(named[0].as_ref().unwrap().captured, "2026-03-01".parse().unwrap());
    }

    #[test]
    fn a_mapping_that_cannot_be_says_what_there_is() {
        let heading = csv::StringRecord::from(vec!["Kop", "Verhaal"]);
        let say = |map: &[&str]| Mapping::new(&map.iter().map(|pair| (*pair).to_owned()).collect::<Vec<_>>(), &heading).unwrap_err();
        assert!(say(&["kop=Kop"]).contains("there is no field «kop»"));
        assert!(say(&["title=Titel"]).contains("there are Kop, Verhaal"));
        assert!(say(&["title"]).contains("FIELD=COLUMN"));
        assert!(say(&[]).contains("no column holds the title"));
    }

    #[test]
    fn a_row_that_cannot_be_taken_says_why() {
        let table = "title,date,channel,cost,latitude,longitude\n,,,,,\nA,morgen,,,,\nA,,duif,,,\nA,,,veel,,\nA,,,,91,4\nA,,,,51,\nA,,meeting,\"1.250,50\",51.05,\"3,72\"\n";
        let rows = read(&[], table);
        for (row, why) in
            rows.iter().zip(["title is empty", "date «morgen»", "channel «duif»", "cost «veel»", "place in degrees", "both latitude"])
        {
            assert!(row.as_ref().unwrap_err().contains(why), "{why}: {row:?}");
        }
        let last = rows[6].as_ref().unwrap();
        assert_eq!((last.channel, last.cost), (Channel::Meeting, Some(Money::from_cents(125_050))));
        assert_eq!(last.place.point, Point::new(3.72, 51.05));
    }

    #[test]
    fn a_key_names_a_row_and_without_one_the_row_names_itself() {
        let keyed = read(&[], "title,key\nA,7\nB,7\n");
        assert_eq!(keyed[0].as_ref().unwrap().id, keyed[1].as_ref().unwrap().id);
        let bare = read(&[], "title,body\nA,x\nA,x\nA,y\n");
        assert_eq!(bare[0].as_ref().unwrap().id, bare[1].as_ref().unwrap().id);
        assert_ne!(bare[0].as_ref().unwrap().id, bare[2].as_ref().unwrap().id);
    }

    proptest::proptest! {
        #[test]
        fn no_row_makes_the_reader_stumble(cells in proptest::collection::vec("\\PC{0,40}", 13)) {
            let names: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
            let mapping = Mapping::new(&[], &csv::StringRecord::from(names)).unwrap();
            let _ = mapping.contribution(&csv::StringRecord::from(cells), 1, &defaults(), &Areas::default(), id);
        }
    }
}
