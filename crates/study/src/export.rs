//! What a researcher takes along (E1103): no identity, no account, no day. Days leave as weeks, kinds of actors as wide kinds, words
//! only with consent to quote and when more than a few respondents of that kind were heard (D025), speaking per seat only of
//! sessions where enough people were. Every column and value is explained in the code book.

use crate::model::agreement::{Counted, CountedCodes};
use crate::model::frame::Frame;
use crate::model::session::SCALE;
use crate::model::source::week_of;
use crate::model::{Direction, Dominance, PaperKind, RespondentKind, Source, SourceKind, SpeakingUnit};
use crate::reading::{CodingState, Read};
use crate::tables::sources::Observation;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Words of an interview leave when so many respondents of its wide kind were heard.
pub const FEWEST_OF_KIND: usize = 3;
/// What each person said at a session leaves when so many people were there.
pub const FEWEST_PRESENT: i64 = 10;

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Sources.
    Sources,
    /// Effects that count.
    Codings,
    /// Codes that count.
    Codes,
    /// Words that may be quoted.
    Quotes,
    /// What was seen of sessions.
    Sessions,
    /// What each person said at a session.
    Turns,
    /// What every column and value means.
    Codebook,
}

impl Sheet {
    /// The tables that are read source by source.
    pub const OF_SOURCES: [Self; 6] = [Self::Sources, Self::Codings, Self::Codes, Self::Quotes, Self::Sessions, Self::Turns];
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Sources, Self::Codings, Self::Codes, Self::Quotes, Self::Sessions, Self::Turns, Self::Codebook];

    /// Its name, which is that of its file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sources => "bronnen",
            Self::Codings => "coderingen",
            Self::Codes => "codes",
            Self::Quotes => "citaten",
            Self::Sessions => "zittingen",
            Self::Turns => "beurten",
            Self::Codebook => "codeboek",
        }
    }
    /// Its columns: name, Dutch, English.
    #[must_use]
    pub const fn columns(self) -> &'static [(&'static str, &'static str, &'static str)] {
        match self {
            Self::Sources => SOURCES,
            Self::Codings => CODINGS,
            Self::Codes => CODES,
            Self::Quotes => QUOTES,
            Self::Sessions => SESSIONS,
            Self::Turns => TURNS,
            Self::Codebook => CODEBOOK,
        }
    }
}

type Columns = &'static [(&'static str, &'static str, &'static str)];

const SOURCES: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("kind", "soort bron", "kind of source"),
    ("actor_kinds", "brede soorten actoren die gehoord werden of aanwezig waren", "wide kinds of actors who were heard or present"),
    ("week", "maandag van de week", "Monday of the week"),
    ("hours", "duur in uren, afgerond op halve uren", "duration in hours, rounded to half hours"),
    ("paper", "soort document", "kind of document"),
    ("may_quote", "of de woorden geciteerd mogen worden", "whether the words may be quoted"),
    ("passages", "aantal passages", "number of passages"),
    ("coders", "hoeveel mensen codeerden", "how many people coded"),
    ("state", "hoe ver het coderen is; alleen single en double tellen", "how far the coding is; only single and double count"),
    ("open_differences", "verschillen die nog niet besproken zijn; ze tellen nergens", "differences not yet spoken of; they count nowhere"),
];
const CODINGS: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("passage", "nummer van de passage", "number of the passage"),
    ("effect", "effect of waarde", "effect or value"),
    ("direction", "richting", "direction"),
    ("levels", "niveaus", "levels"),
    ("for_kinds", "voor welke brede soorten actoren", "for which wide kinds of actors"),
    ("observed", "waargenomen; wat alleen verwacht wordt, telt niet", "observed; what is only expected does not count"),
    ("helped", "factoren die hielpen", "factors that helped"),
    ("hindered", "factoren die hinderden", "factors that hindered"),
    (
        "coders",
        "hoeveel mensen deze bron codeerden; van één is het minder zeker",
        "how many people coded this source; of one it is less sure",
    ),
    ("settled", "of het na een bespreking zo vastgelegd is", "whether it was settled like this after a discussion"),
];
const CODES: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("passage", "nummer van de passage", "number of the passage"),
    ("code", "code uit het codeboek", "code of the code book"),
];
const QUOTES: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("passage", "nummer van de passage", "number of the passage"),
    ("words", "de woorden", "the words"),
    ("left_out", "waarom de woorden ontbreken", "why the words are left out"),
];
const SESSIONS: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("present", "aantal aanwezigen; leeg bij minder dan tien", "people present; empty below ten"),
    ("gini", "Gini van het spreken, 0 is gelijk; leeg bij minder dan tien", "Gini of speaking, 0 is equal; empty below ten"),
    ("top_share", "deel van wie het meest sprak (10 %); leeg bij minder dan tien", "share of those who spoke most (10%); empty below ten"),
    ("respect", "respect, 1 tot 5", "respect, 1 to 5"),
    ("reasons", "redenen geven, 1 tot 5", "giving reasons, 1 to 5"),
    ("listening", "luisteren, 1 tot 5", "listening, 1 to 5"),
];
const TURNS: Columns = &[
    ("source", "code van de bron", "code of the source"),
    ("rank", "plaats, van wie het meest sprak; geen zitplaats", "rank from who spoke most; no seat"),
    ("spoken", "hoeveel er gesproken werd", "how much was spoken"),
    ("unit", "eenheid", "unit"),
];
const CODEBOOK: Columns = &[
    ("file", "bestand", "file"),
    ("column", "kolom", "column"),
    ("value", "waarde", "value"),
    ("nl", "betekenis in het Nederlands", "meaning in Dutch"),
    ("en", "betekenis in het Engels", "meaning in English"),
];

/// A source with what leaves of it.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// The source, read.
    pub read: Read,
    /// What counts of it.
    pub counted: (Vec<Counted>, CountedCodes),
    /// Differences that nobody settled.
    pub open_differences: usize,
    /// Its passages; read only when they may be quoted.
    pub passages: Vec<(i64, String)>,
    /// What was seen of it.
    pub seen: Option<Observation>,
    /// Whether only a few respondents of its kind were heard.
    pub few_of_kind: bool,
}

/// Which wide kinds of respondents are so few that their words do not leave.
#[must_use]
pub fn few(sources: &[&Source]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for source in sources.iter().filter(|it| it.kind == SourceKind::Interview && it.withdrawn.is_none()) {
        *counts.entry(source.code.letter()).or_default() += 1;
    }
    counts.into_iter().filter(|(_, many)| *many < FEWEST_OF_KIND).map(|(letter, _)| letter).collect()
}

/// Why the words of a source do not leave; none when they do.
#[must_use]
pub fn left_out(source: &Source, few_of_kind: bool) -> Option<&'static str> {
    match source.kind {
        // What an observer noted was said before others, who were not asked.
        SourceKind::Session => Some("observed"),
        _ if !source.may_quote => Some("no-consent"),
        SourceKind::Interview if few_of_kind => Some("few-of-kind"),
        _ => None,
    }
}

const fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn half_hours(minutes: i64) -> String {
    let halves = (minutes + 15) / 30;
    format!("{}.{}", halves / 2, if halves % 2 == 0 { "0" } else { "5" })
}

fn wide<'a>(actors: impl IntoIterator<Item = &'a String>) -> String {
    let mut kinds: Vec<&str> = actors.into_iter().map(|it| RespondentKind::of_actor(it).code()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.join(" ")
}

fn joined<'a>(all: impl IntoIterator<Item = &'a String>) -> String {
    all.into_iter().cloned().collect::<Vec<_>>().join(" ")
}

/// Whether speaking was counted of enough people.
fn enough_spoke(seen: &Observation) -> bool {
    i64::try_from(seen.spoken.len()).is_ok_and(|many| many >= FEWEST_PRESENT)
}

/// The rows of a table that a source gives.
#[must_use]
pub fn rows(sheet: Sheet, it: &Leaving) -> Vec<Vec<String>> {
    let source = &it.read.source;
    let code = source.code.to_string();
    match sheet {
        Sheet::Sources => vec![vec![
            code,
            source.kind.code().to_owned(),
            wide(&source.actors.0),
            source.day.map(|day| week_of(day).to_string()).unwrap_or_default(),
            source.minutes.map(half_hours).unwrap_or_default(),
            source.paper.map(PaperKind::code).unwrap_or_default().to_owned(),
            yes(source.may_quote).to_owned(),
            it.read.passages.to_string(),
            it.read.coders.len().to_string(),
            it.read.state.code().to_owned(),
            it.open_differences.to_string(),
        ]],
        Sheet::Codings => it
            .counted
            .0
            .iter()
            .map(|of| {
                vec![
                    code.clone(),
                    of.passage.to_string(),
                    of.effect.as_str().to_owned(),
                    of.direction.code().to_owned(),
                    joined(&of.levels),
                    wide(&of.actors),
                    yes(of.observed).to_owned(),
                    joined(&of.helped),
                    joined(&of.hindered),
                    it.read.coders.len().to_string(),
                    yes(of.settled).to_owned(),
                ]
            })
            .collect(),
        Sheet::Codes => it.counted.1.iter().map(|(passage, item)| vec![code.clone(), passage.to_string(), item.key().to_owned()]).collect(),
        Sheet::Quotes => match left_out(source, it.few_of_kind) {
            Some(why) => vec![vec![code, String::new(), String::new(), why.to_owned()]],
            None => {
                it.passages.iter().map(|(number, words)| vec![code.clone(), number.to_string(), words.clone(), String::new()]).collect()
            }
        },
        Sheet::Sessions => it
            .seen
            .iter()
            .map(|seen| {
                let enough = seen.present >= FEWEST_PRESENT;
                // Of a few people the shares say who spoke as well as the number does.
                let dominance = Dominance::of(&seen.spoken).ok().filter(|_| enough && enough_spoke(seen));
                vec![
                    code.clone(),
                    if enough { seen.present.to_string() } else { String::new() },
                    dominance.map(|it| format!("{:.3}", it.gini.value)).unwrap_or_default(),
                    dominance.map(|it| format!("{:.3}", it.top_share)).unwrap_or_default(),
                    seen.quality.respect.to_string(),
                    seen.quality.reasons.to_string(),
                    seen.quality.listening.to_string(),
                ]
            })
            .collect(),
        Sheet::Turns => it
            .seen
            .iter()
            .filter(|seen| seen.present >= FEWEST_PRESENT && enough_spoke(seen))
            .flat_map(|seen| {
                let mut spoken = seen.spoken.clone();
                spoken.sort_unstable_by(|one, two| two.cmp(one));
                let row =
                    |(rank, many): (usize, i64)| vec![code.clone(), (rank + 1).to_string(), many.to_string(), seen.unit.code().to_owned()];
                spoken.into_iter().enumerate().map(row).collect::<Vec<_>>()
            })
            .collect(),
        Sheet::Codebook => Vec::new(),
    }
}

/// What limits all of it, for the code book: who was not heard, what one person coded, what was withdrawn (D032, G074).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// Wide kinds of actors of whom nothing was heard. Fine kinds would tell, by their absence, which one was.
    pub not_heard: Vec<RespondentKind>,
    /// How many sources one person coded.
    pub single: usize,
    /// How many interviews were withdrawn.
    pub withdrawn: i64,
}

/// The rows of the code book: each column of each table, then each value.
#[must_use]
pub fn codebook(frame: &Frame<'_>, word: &dyn Fn(&str) -> [String; 2], limits: &Limits) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut put = |file: &str, column: &str, value: &str, nl: &str, en: &str| {
        rows.push([file, column, value, nl, en].map(str::to_owned).to_vec());
    };
    for sheet in Sheet::ALL {
        for (column, nl, en) in sheet.columns() {
            put(sheet.name(), column, "", nl, en);
        }
    }
    let mut coded = |file: Sheet, column: &str, value: &str, key: &str| {
        let [nl, en] = word(key);
        put(file.name(), column, value, &nl, &en);
    };
    for it in SourceKind::ALL {
        coded(Sheet::Sources, "kind", it.code(), &format!("study-source-{}", it.code()));
    }
    for it in RespondentKind::ALL {
        coded(Sheet::Sources, "actor_kinds", it.code(), &it.key());
    }
    for it in PaperKind::ALL {
        coded(Sheet::Sources, "paper", it.code(), &format!("study-paper-{}", it.code()));
    }
    for it in [CodingState::Uncoded, CodingState::Busy, CodingState::WaitsForSecond, CodingState::Single, CodingState::Double] {
        coded(Sheet::Sources, "state", it.code(), &format!("study-state-{}", it.code()));
    }
    for it in Direction::ALL {
        coded(Sheet::Codings, "direction", it.code(), &format!("study-direction-{}", it.code()));
    }
    for it in ["no-consent", "few-of-kind", "observed"] {
        coded(Sheet::Quotes, "left_out", it, &format!("study-left-out-{it}"));
    }
    for it in SpeakingUnit::ALL {
        coded(Sheet::Turns, "unit", it.code(), &format!("study-unit-{}", it.code()));
    }
    for number in 1..=SCALE {
        coded(Sheet::Sessions, "respect, reasons, listening", &number.to_string(), &format!("study-scale-{number}"));
    }
    for (key, words) in frame.effects() {
        put(Sheet::Codings.name(), "effect", key.as_str(), &words.nl, &words.en);
    }
    for (key, words) in frame.levels() {
        put(Sheet::Codings.name(), "levels", key, &words.nl, &words.en);
    }
    for (key, words) in frame.factors() {
        put(Sheet::Codings.name(), "helped, hindered", &key, &words.nl, &words.en);
    }
    for (item, words) in frame.frames() {
        put(Sheet::Codes.name(), "code", item.key(), &words.nl, &words.en);
    }
    for code in &frame.own {
        let merged = code.same_as.map(|into| format!(" = own.{into}")).unwrap_or_default();
        let means = format!("{}{merged}: {}", code.name, code.means);
        put(Sheet::Codes.name(), "code", &format!("own.{}", code.number), &means, &means);
    }
    for kind in &limits.not_heard {
        let [nl, en] = word(&kind.key());
        put("beperkingen", "not_heard", kind.code(), &nl, &en);
    }
    put(
        "beperkingen",
        "single",
        &limits.single.to_string(),
        "bronnen die één persoon codeerde: minder zeker",
        "sources coded by one person: less sure",
    );
    put(
        "beperkingen",
        "withdrawn",
        &limits.withdrawn.to_string(),
        "ingetrokken interviews: er is niets meer van",
        "withdrawn interviews: nothing of them is left",
    );
    rows
}

/// Rows as CSV: lines end in CRLF (RFC 4180), and a text that a spreadsheet would take for a formula gets a quote before it.
///
/// # Errors
/// When nothing can be written.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        table.write_record(row.iter().map(|cell| plain(cell)))?;
    }
    table.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

/// A row of a table as a JSON object.
#[must_use]
pub fn object(sheet: Sheet, row: &[String]) -> Value {
    let pairs = sheet.columns().iter().zip(row).map(|((name, ..), cell)| ((*name).to_owned(), Value::from(cell.as_str())));
    Value::Object(pairs.collect::<Map<_, _>>())
}

/// A source with all its tables as one JSON object.
#[must_use]
pub fn whole(it: &Leaving) -> Value {
    let tables = Sheet::OF_SOURCES.map(|sheet| {
        let all: Vec<Value> = rows(sheet, it).iter().map(|row| object(sheet, row)).collect();
        (sheet.name().to_owned(), Value::from(all))
    });
    json!(tables.into_iter().collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::model::{Actors, DialogueQuality, SourceCode};
    use crate::tables::sources::Coder;
    use kernel::{AccountId, Instant, TextId};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn leaving(kind: SourceKind, actor: &str, may_quote: bool, few: bool, words: &str, present: i64) -> Leaving {
        let id = |number: u128| Uuid::from_u128(number);
        let source = Source {
            code: SourceCode::new(SourceCode::letter_of(kind, actor), 1),
            id: id(0xdead_beef),
            kind,
            actors: Actors(vec![actor.to_owned()]),
            day: Some("2026-05-06".parse().unwrap()),
            minutes: Some(85),
            paper: None,
            title: Some(TextId::from_uuid(id(0x7171))),
            place: None,
            may_quote,
            single: true,
            withdrawn: None,
            added: Instant::from_micros(1_777_777_777_777_777),
        };
        let coder = Coder { place: 1, account: AccountId::from_uuid(id(0xacc0_0000)), done: Some(Instant::from_micros(1)) };
        let seen = (kind == SourceKind::Session).then(|| Observation {
            present,
            unit: SpeakingUnit::Turns,
            quality: DialogueQuality { respect: 4, reasons: 3, listening: 2 },
            missing: Some(TextId::from_uuid(id(0x3333))),
            spoken: (0..present).collect(),
        });
        Leaving {
            read: Read {
                source,
                passages: 1,
                state: CodingState::Single,
                coders: vec![coder],
                marked: vec![Vec::new()],
                settled: Vec::new(),
            },
            counted: (Vec::new(), CountedCodes::new()),
            open_differences: 0,
            passages: vec![(1, words.to_owned())],
            seen,
            few_of_kind: few,
        }
    }

    #[test]
    fn half_hours_are_the_nearest() {
        assert_eq!([14, 15, 30, 44, 85, 180].map(half_hours), ["0.0", "0.5", "0.5", "0.5", "1.5", "3.0"]);
    }

    proptest! {
        #[test]
        fn nothing_that_leads_to_a_person_leaves(
            kind in proptest::sample::select(SourceKind::ALL), actor in proptest::sample::select(vec!["residents", "coordinator", "financial-controller", "experts"]),
            may_quote: bool, few: bool, present in 2_i64..20, secret in "[a-z]{12}"
        ) {
            let it = leaving(kind, actor, may_quote, few, &format!("Ik ben {secret} en ik woon hier."), present);
            let mut all = serde_json::to_string(&whole(&it)).unwrap();
            for sheet in Sheet::ALL {
                all.push_str(&String::from_utf8(csv(rows(sheet, &it)).unwrap()).unwrap());
            }
            for person in ["acc0", "deadbeef", "7171", "3333", "2026-05-06", "1777", "85", "coordinator", "financial-controller"] {
                prop_assert!(!all.contains(person), "{person} leaves in {all}");
            }
            let may = may_quote && kind != SourceKind::Session && !(few && kind == SourceKind::Interview);
            prop_assert_eq!(all.contains(&secret), may, "words leave with consent, and not of a few");
            let turns = rows(Sheet::Turns, &it).len();
            prop_assert_eq!(turns > 0, kind == SourceKind::Session && present >= FEWEST_PRESENT);
            for row in rows(Sheet::Sessions, &it) {
                let told = row[1..4].iter().all(|cell| !cell.is_empty());
                prop_assert_eq!(told, present >= FEWEST_PRESENT, "how many, the Gini and the top share together: {:?}", row);
                prop_assert!(told || row[1..4].iter().all(String::is_empty), "{:?}", row);
            }
        }

        #[test]
        fn every_row_has_its_columns_and_no_cell_is_a_formula(words in "\\PC{1,30}") {
            let it = leaving(SourceKind::Interview, "residents", true, false, &words, 2);
            for sheet in Sheet::ALL {
                for row in rows(sheet, &it) {
                    prop_assert_eq!(row.len(), sheet.columns().len());
                }
            }
            let bytes = csv(rows(Sheet::Quotes, &it)).unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
            let row = reader.records().next().unwrap().unwrap();
            prop_assert!(!row[2].starts_with(['=', '+', '-', '@', '\t']));
            prop_assert_eq!(row[2].trim_start_matches('\''), words.trim_start_matches('\''));
        }
    }
}
