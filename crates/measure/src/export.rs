//! Separate answers as a table for research, with its code book (D034, E1103). Whoever filled in was told that researchers see
//! separate answers, and nobody else: each row says that it is not for publication.

use crate::model::microdata::{BarriersTold, HIDDEN, Microdata, NOT_SAID, OPEN, ReleasedSheet, Respondent};
use crate::model::plan::MeasurementPlan;
use crate::model::sheet::Way;
use crate::model::statement::{BARRIER_KEYS, STATEMENTS, Scale, Statement};
use crate::model::wave::Wave;
use std::collections::BTreeMap;
use ui::Arg;

/// The columns that stand before the sentences.
const COLUMNS: [&str; 8] = ["number", "use", "wave", "respondent", "took_part", "way", "pair", "barriers"];
/// What each row says of what may be done with it.
const USE: &str = "not-for-publication";
/// The columns of the code book.
const CODEBOOK: [&str; 5] = ["column", "wave", "value", "nl", "en"];
/// What limits all of it, in this order.
const LIMITS: [&str; 8] = ["publish", "join", "self-selected", "asked-unknown", "paper", "twice", "means-to", "cause"];

fn broken_off(error: impl std::fmt::Display) -> csv::Error {
    csv::Error::from(std::io::Error::other(error.to_string()))
}

/// Rows as CSV, whose lines end in CRLF (RFC 4180).
pub(crate) fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        table.write_record(row)?;
    }
    table.into_inner().map_err(broken_off)
}

/// The sentences of a table: one column each.
#[derive(Debug)]
pub(crate) struct Columns {
    asked: BTreeMap<Wave, Vec<&'static Statement>>,
    sentences: Vec<&'static Statement>,
}

impl Columns {
    /// The sentences that were asked in these waves.
    pub(crate) fn of(plan: &MeasurementPlan, waves: &[Wave]) -> Self {
        let asked_in = |wave: &Wave| plan.asked.get(&wave.round()).cloned().unwrap_or_default();
        let asked: BTreeMap<Wave, Vec<&'static Statement>> = waves.iter().map(|wave| (*wave, asked_in(wave))).collect();
        let in_any = |it: &&'static Statement| it.scale == Scale::Agreement && asked.values().any(|all| all.contains(it));
        Self { sentences: STATEMENTS.iter().filter(in_any).collect(), asked }
    }

    /// Whether the question for barriers was asked in this wave.
    pub(crate) fn asks_barriers(&self, wave: Wave) -> bool {
        self.asked.get(&wave).is_some_and(|all| all.iter().any(|it| it.scale == Scale::Barriers))
    }

    fn asks(&self, statement: &'static Statement, wave: Wave, of: Respondent) -> bool {
        let suits = statement.staff_only == (of == Respondent::Staff) && (of == Respondent::TookPart || !statement.took_part_only);
        suits && self.asked.get(&wave).is_some_and(|all| all.contains(&statement))
    }

    /// The names of all columns.
    pub(crate) fn head(&self) -> Vec<String> {
        COLUMNS.into_iter().chain(self.sentences.iter().map(|it| it.code)).map(str::to_owned).collect()
    }

    /// The row of one questionnaire, with what was answered to each question.
    pub(crate) fn row(&self, number: usize, it: &ReleasedSheet, answers: &BTreeMap<String, i64>) -> Vec<String> {
        let (respondent, took_part) = match it.of {
            Respondent::TookPart => ("resident", "yes"),
            Respondent::DidNot => ("resident", "no"),
            Respondent::Staff => ("staff", ""),
        };
        let way = it.way.map_or(HIDDEN, Way::code);
        let pair = it.pair.map(|pair| pair.to_string()).unwrap_or_default();
        let number = number.to_string();
        let first = [number.as_str(), USE, it.wave.code(), respondent, took_part, way, pair.as_str()].map(str::to_owned);
        let answer = |&statement: &&'static Statement| match answers.get(statement.code) {
            _ if !self.asks(statement, it.wave, it.of) => String::new(),
            None => OPEN.to_owned(),
            Some(0) => NOT_SAID.to_owned(),
            Some(answer) => answer.to_string(),
        };
        first.into_iter().chain([it.barriers.cell()]).chain(self.sentences.iter().map(answer)).collect()
    }
}

/// What a wave of the table rests on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WaveBasis {
    pub(crate) wave: Wave,
    /// How many people were asked, as far as somebody knows.
    pub(crate) invited: Option<i64>,
    /// How many sheets of paper do not count, since no second person checked them.
    pub(crate) unchecked: i64,
}

/// What the code book is made of.
#[derive(Debug)]
pub(crate) struct Explained<'a> {
    pub(crate) columns: &'a Columns,
    pub(crate) found: &'a Microdata,
    pub(crate) waves: &'a [WaveBasis],
    /// Waves whose answers hold, and of which nobody was told that separate answers are read.
    pub(crate) untold: &'a [Wave],
    pub(crate) smallest: i64,
}

/// Dutch and English words of a key.
pub(crate) type Say<'a> = &'a dyn Fn(&str, &[(&str, Arg)]) -> [String; 2];

/// The rows of the code book: each column with its values, each sentence, and what limits all of it.
pub(crate) fn codebook(it: &Explained<'_>, say: Say<'_>) -> Vec<Vec<String>> {
    let mut rows = vec![CODEBOOK.map(str::to_owned).to_vec()];
    of_columns(it, say, &mut rows);
    of_sentences(it.columns, say, &mut rows);
    of_limits(it, say, &mut rows);
    rows
}

fn row(column: &str, wave: &str, value: &str, [nl, en]: [String; 2]) -> Vec<String> {
    vec![column.to_owned(), wave.to_owned(), value.to_owned(), nl, en]
}

fn of_columns(it: &Explained<'_>, say: Say<'_>, rows: &mut Vec<Vec<String>>) {
    for column in COLUMNS {
        rows.push(row(column, "", "", say(&format!("measure-codebook-{}", column.replace('_', "-")), &[])));
    }
    let mut value = |column: &str, value: &str, key: &str| rows.push(row(column, "", value, say(key, &[])));
    value("use", USE, "measure-limit-publish");
    for basis in it.waves {
        value("wave", basis.wave.code(), &format!("measure-wave-{}", basis.wave.code()));
    }
    value("respondent", "resident", "measure-codebook-resident");
    value("respondent", "staff", "measure-group-staff");
    value("took_part", "yes", "measure-group-took-part");
    value("took_part", "no", "measure-group-did-not");
    for way in Way::ALL {
        value("way", way.code(), &format!("measure-way-{}", way.code()));
    }
    value("way", HIDDEN, "measure-codebook-hidden");
    value("barriers", &BarriersTold::of([]).cell(), "measure-barrier-none");
    value("barriers", &BarriersTold::Some.cell(), "measure-codebook-some");
    value("barriers", OPEN, "measure-codebook-open");
    value("barriers", HIDDEN, "measure-codebook-hidden");
    for key in BARRIER_KEYS {
        value("barriers", key, &format!("measure-barrier-{key}"));
    }
}

fn of_sentences(columns: &Columns, say: Say<'_>, rows: &mut Vec<Vec<String>>) {
    for sentence in &columns.sentences {
        rows.push(row(sentence.code, "", "", say(&sentence.key(), &[])));
        for wave in columns.asked.iter().filter(|(_, all)| all.contains(sentence)).map(|(wave, _)| wave.code()) {
            rows.push(row(sentence.code, wave, "", say("measure-codebook-asked", &[])));
        }
        let marks = [
            (sentence.took_part_only, "measure-questions-took-part"),
            (sentence.staff_only, "measure-questions-staff"),
            (sentence.agreeing_is_bad, "measure-agreeing-is-bad"),
        ];
        for (_, key) in marks.into_iter().filter(|(is, _)| *is) {
            rows.push(row(sentence.code, "", "", say(key, &[])));
        }
    }
    for step in 1..=5 {
        rows.push(row("answers", "", &step.to_string(), say(&format!("measure-scale-{step}"), &[])));
    }
    rows.push(row("answers", "", OPEN, say("measure-codebook-open", &[])));
    rows.push(row("answers", "", NOT_SAID, say("measure-scale-not-said", &[])));
    rows.push(row("answers", "", "", say("measure-codebook-not-asked", &[])));
}

fn of_limits(it: &Explained<'_>, say: Say<'_>, rows: &mut Vec<Vec<String>>) {
    // What stands in the place of a number of people that may not be told.
    let few = format!("<{}", it.smallest);
    let told = |many: i64| if many == 0 || many >= it.smallest { many.to_string() } else { few.clone() };
    let number = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let of_sheets = |of: &dyn Fn(&ReleasedSheet) -> bool| number(it.found.sheets.iter().filter(|sheet| of(sheet)).count());
    let mut limit =
        |wave: &str, value: &str, key: &str| rows.push(row("limitation", wave, value, say(key, &[("most", it.smallest.into())])));
    for key in LIMITS {
        limit("", "", &format!("measure-limit-{key}"));
    }
    limit("", &it.smallest.to_string(), "measure-limit-smallest");
    for basis in it.waves {
        let wave = basis.wave.code();
        limit(wave, &told(of_sheets(&|sheet| sheet.wave == basis.wave)), "measure-limit-sheets");
        let invited = basis.invited.map(|many| many.to_string()).unwrap_or_default();
        limit(wave, &invited, "measure-limit-invited");
        limit(wave, &told(basis.unchecked), "measure-limit-unchecked");
    }
    for (wave, of) in &it.found.few {
        limit(wave.code(), of.code(), "measure-limit-few");
    }
    for wave in it.untold {
        limit(wave.code(), "", "measure-export-untold");
    }
    for cut in &it.found.cut {
        let key = if cut.staff { "measure-limit-cut-staff" } else { "measure-limit-cut" };
        limit(cut.until.code(), &told(number(cut.many)), key);
    }
    limit("", &told(of_sheets(&|sheet| sheet.way.is_none())), "measure-limit-way");
    let coarse = |sheet: &ReleasedSheet| matches!(sheet.barriers, BarriersTold::Some | BarriersTold::Hidden);
    limit("", &told(of_sheets(&coarse)), "measure-limit-barriers");
}
