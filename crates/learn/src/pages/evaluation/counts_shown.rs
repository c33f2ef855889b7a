//! What else was counted of who took part, and what was seen of sessions, in the words of the report (G004–G008, G011, G017–G019).

use super::shown::bare;
use super::words;
use crate::model::evaluation::counts::{AttendanceFound, ChannelFound, ChannelsFound, CountsFound, PartFound, ResponseFound, StratumFound};
use crate::model::evaluation::observed::ObservedFound;
use crate::model::evaluation::planned::told_elsewhere;
use kernel::{Language, Money};
use ui::Page;

/// What was counted by kinds of places or by channels, with its table.
#[derive(Debug, Clone)]
pub(crate) struct CountTable {
    /// The end of the id of its heading.
    pub(crate) code: &'static str,
    pub(crate) name: String,
    /// What it comes to, in sentences.
    pub(crate) lines: Vec<String>,
    /// The names of the columns.
    pub(crate) columns: Vec<String>,
    /// The rows, each with the name of its column beside each cell.
    pub(crate) rows: Vec<Vec<(String, String)>>,
}

/// A table of these columns.
fn table(page: &Page, code: &'static str, lines: Vec<String>, columns: &[&str], rows: Vec<Vec<String>>) -> CountTable {
    let columns: Vec<String> = columns.iter().map(|column| page.t(format!("learn-count-column-{column}"))).collect();
    let rows = rows.into_iter().map(|row| columns.iter().cloned().zip(row).collect()).collect();
    CountTable { code, name: page.t(format!("learn-count-{code}")), lines, columns, rows }
}

fn sourced(page: &Page, mut told: Vec<String>, source: &str) -> String {
    told.push(page.t1("learn-stayed-source", "source", bare(source)));
    told.join(" ")
}

/// A part of people, in sentences; `key` says which.
fn people(page: &Page, key: &str, it: &PartFound, smallest: i64) -> String {
    let mut told = Vec::new();
    match (it.part.zip(it.share), it.whole) {
        (Some((part, share)), Some(whole)) => {
            told.push(page.ta(key, &[("part", part.into()), ("whole", whole.into()), ("share", page.percent(&share, &100).into())]));
        }
        (_, Some(whole)) => told.push(page.t1("learn-count-hidden", "whole", whole)),
        (_, None) => told.push(page.t1("learn-count-few", "most", smallest)),
    }
    if it.whole.is_some() {
        told.push(match it.unsaid {
            Some(unsaid) => page.t1("learn-count-unsaid", "unsaid", unsaid),
            None => page.t("learn-count-unsaid-none"),
        });
    }
    sourced(page, told, &it.source)
}

/// Reasons that were remedied, in sentences (G011).
fn remedied(page: &Page, it: &PartFound) -> String {
    let mut told = Vec::new();
    if let (Some(part), Some(whole)) = (it.part, it.whole) {
        told.push(page.t2("learn-count-remedied-told", "whole", whole, "part", part));
    }
    told.extend(it.share.map(|share| page.t1("learn-count-share", "share", page.percent(&share, &100))));
    sourced(page, told, &it.source)
}

/// How often people came, in sentences (G019).
fn attendance(page: &Page, it: &AttendanceFound, smallest: i64) -> String {
    let told = match (it.participants, it.attendances.zip(it.mean)) {
        (Some(participants), Some((all, mean))) => page.ta(
            "learn-count-attendance-told",
            &[("participants", participants.into()), ("all", all.into()), ("mean", words::hundredths(page, mean).into())],
        ),
        (Some(participants), None) => page.t1("learn-count-attendance-hidden", "participants", participants),
        (None, _) => page.t1("learn-count-attendance-few", "most", smallest),
    };
    sourced(page, vec![told], &it.source)
}

/// What was counted without a table: its name and what it comes to.
pub(super) fn facts(page: &Page, it: &CountsFound, smallest: i64) -> Vec<(String, String)> {
    let part = |what: &str, it: &Option<PartFound>| {
        it.as_ref().map(|it| {
            let told = people(page, &format!("learn-count-{what}-told"), it, smallest);
            (page.t(format!("learn-count-{what}")), told)
        })
    };
    let rows = [
        part("earlier", &it.earlier),
        part("unorganised", &it.unorganised),
        it.remedied.as_ref().map(|it| (page.t("learn-count-remedied"), remedied(page, it))),
        it.attendance.as_ref().map(|it| (page.t("learn-count-attendance"), attendance(page, it, smallest))),
    ];
    rows.into_iter().flatten().collect()
}

fn hidden(page: &Page, number: Option<i64>) -> String {
    number.map_or_else(|| page.t("learn-reach-hidden"), |number| number.to_string())
}

/// What came of invitations (G006), and the highest against the lowest (G007).
fn response(page: &Page, it: &ResponseFound) -> CountTable {
    let percent = |share: i64| page.percent(&share, &100);
    let all = match (it.delivered, it.accepted.zip(it.rate)) {
        (Some(delivered), Some((accepted, rate))) => page.ta(
            "learn-count-response-told",
            &[("accepted", accepted.into()), ("delivered", delivered.into()), ("share", percent(rate).into())],
        ),
        (Some(delivered), None) => page.t1("learn-count-response-hidden", "delivered", delivered),
        (None, _) => page.t("learn-count-response-few"),
    };
    let mut lines = vec![all];
    let stratum = |place: Option<i64>| {
        let it = it.strata.get(usize::try_from(place?).ok()?)?;
        Some((it.name.clone(), percent(it.rate?)))
    };
    if let (Some((highest, high)), Some((lowest, low)), Some(ratio)) = (stratum(it.highest), stratum(it.lowest), it.ratio) {
        lines.push(page.ta(
            "learn-count-response-ends",
            &[
                ("highest", highest.into()),
                ("high", high.into()),
                ("lowest", lowest.into()),
                ("low", low.into()),
                ("ratio", words::hundredths(page, ratio).into()),
            ],
        ));
        if it.strata.iter().any(|it| it.rate.is_none()) {
            lines.push(page.t("learn-count-response-shown"));
        }
    }
    lines.push(page.t1("learn-stayed-source", "source", bare(&it.source)));
    let row = |it: &StratumFound| {
        let rate = it.rate.map_or_else(|| page.t("learn-reach-hidden"), percent);
        vec![it.name.clone(), hidden(page, it.delivered), hidden(page, it.accepted), rate]
    };
    table(page, "response", lines, &["stratum", "delivered", "accepted", "rate"], it.strata.iter().map(row).collect())
}

/// What each channel brought, for each hour and for each hundred euros (G008).
fn channels(page: &Page, it: &ChannelsFound, smallest: i64) -> CountTable {
    let total = match it.joined {
        Some(joined) => page.t1("learn-count-channels-told", "joined", joined),
        None => page.t1("learn-count-channels-few", "most", smallest),
    };
    let row = |it: &ChannelFound| {
        let unknown = || page.t("learn-means-unknown");
        let each = |each: Option<i64>| match (it.joined, each) {
            (None, _) => page.t("learn-reach-hidden"),
            (Some(_), None) => page.t("learn-means-untold"),
            (Some(_), Some(each)) => words::hundredths(page, each),
        };
        vec![
            it.name.clone(),
            hidden(page, it.joined),
            it.hours.map_or_else(unknown, |hours| page.t1("learn-means-hours", "hours", hours)),
            it.cents.map_or_else(unknown, |cents| page.money(&Money::from_cents(cents))),
            each(it.per_hour),
            each(it.per_hundred_euro),
        ]
    };
    let lines = vec![total, page.t1("learn-stayed-source", "source", bare(&it.source))];
    let columns = ["channel", "joined", "hours", "money", "per-hour", "per-hundred"];
    table(page, "channels", lines, &columns, it.channels.iter().map(row).collect())
}

/// What was counted with a table.
pub(super) fn tables(page: &Page, it: &CountsFound, smallest: i64) -> Vec<CountTable> {
    let response = it.response.as_ref().map(|it| response(page, it));
    response.into_iter().chain(it.channels.as_ref().map(|it| channels(page, it, smallest))).collect()
}

/// An indicator of the plan of which there is no number: the question that it answers, and where else it is told.
pub(super) fn uncounted(page: &Page, code: &str) -> (String, String) {
    let key = format!("measure-indicator-{}", code.to_ascii_lowercase());
    let name = if page.texts.has(&Language::NL, &key) { page.t(key) } else { code.to_owned() };
    let told = match told_elsewhere(code) {
        Some(place) => page.t(format!("learn-unmeasured-planned-{place}")),
        None => page.t("learn-unmeasured-planned"),
    };
    (name, told)
}

/// What was seen of sessions, in sentences; nothing when nobody observed one (G017, G018).
pub(super) fn observed(page: &Page, it: Option<&ObservedFound>, smallest: i64) -> Vec<String> {
    let Some(it) = it else { return Vec::new() };
    let mut lines = vec![page.t1("learn-observed-sessions", "sessions", it.sessions)];
    if it.told < it.sessions {
        lines.push(page.t2("learn-observed-told", "most", smallest, "told", it.told));
    }
    lines.extend(it.quality.map(|mean| page.t1("learn-observed-quality", "mean", words::hundredths(page, mean))));
    lines.push(match it.gini {
        Some(gini) => page.t2("learn-observed-gini", "gini", words::hundredths(page, gini), "compared", it.compared),
        None => page.t("learn-observed-gini-none"),
    });
    lines.push(page.t("learn-observed-caveat"));
    lines
}
