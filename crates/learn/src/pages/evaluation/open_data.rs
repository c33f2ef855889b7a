//! `/processen/{slug}/evaluatie.csv` and `.json`: the figures of an evaluation for a spreadsheet and for other programs, as they were
//! finished. What is too small to be shown was taken out before they were kept.

use super::report::found;
use crate::model::evaluation::findings::Findings;
use crate::model::evaluation::planned::told_elsewhere;
use crate::model::figure::Told;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use people::{Context, Fault};

/// The names of the columns, the same in every language so that a spreadsheet can be made once.
const COLUMNS: [&str; 6] = ["section", "key", "what", "value", "unit", "note"];

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

/// A spreadsheet must not take a text for a formula.
pub(in crate::pages) fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

/// What else was counted and observed, as rows: each with the label that it is self-reported, and its source.
fn counts(it: &Findings, put: &mut impl FnMut(&str, &str, &str, String, &str, &str)) {
    let some = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let noted = |number: Option<i64>, source: &str| {
        let told = if number.is_some() { "self-reported" } else { "self-reported, not shown" };
        format!("{told}: {source}")
    };
    let parts = [
        ("earlier", "people", &it.counts.earlier),
        ("unorganised", "people", &it.counts.unorganised),
        ("drop-out-reasons-remedied", "reasons", &it.counts.remedied),
    ];
    for (key, unit, it) in parts.into_iter().filter_map(|(key, unit, it)| it.as_ref().map(|it| (key, unit, it))) {
        put("counts", key, "part", some(it.part), unit, &noted(it.part, &it.source));
        put("counts", key, "whole", some(it.whole), unit, &noted(it.whole, &it.source));
        if unit == "people" {
            // Nobody may have counted it: that is not hidden.
            put("counts", key, "unsaid", some(it.unsaid), unit, &noted(it.whole, &it.source));
        }
        put("counts", key, "share", some(it.share), "percent", &noted(it.share, &it.source));
    }
    if let Some(of) = &it.counts.response {
        let all = [
            ("delivered", "invitations", of.delivered),
            ("accepted", "people", of.accepted),
            ("rate", "percent", of.rate),
            ("highest-by-lowest", "hundredths", of.ratio),
        ];
        for (what, unit, number) in all {
            put("counts", "response", what, some(number), unit, &noted(number, &of.source));
        }
        for it in &of.strata {
            let key = format!("response: {}", it.name);
            for (what, unit, number) in
                [("delivered", "invitations", it.delivered), ("accepted", "people", it.accepted), ("rate", "percent", it.rate)]
            {
                put("counts", &key, what, some(number), unit, &noted(number, &of.source));
            }
        }
    }
    if let Some(of) = &it.counts.channels {
        put("counts", "channels", "joined", some(of.joined), "people", &noted(of.joined, &of.source));
        for it in &of.channels {
            let key = format!("channels: {}", it.name);
            let (people, spent) = (noted(it.joined, &of.source), format!("self-reported: {}", of.source));
            for (what, unit, number, note) in [
                ("joined", "people", it.joined, &people),
                ("hours", "hours", it.hours, &spent),
                ("money", "cents", it.cents, &spent),
                ("joined-per-hour", "hundredths", it.per_hour, &people),
                ("joined-per-hundred-euro", "hundredths", it.per_hundred_euro, &people),
            ] {
                put("counts", &key, what, some(number), unit, note);
            }
        }
    }
    if let Some(it) = &it.counts.attendance {
        for (what, unit, number) in
            [("participants", "people", it.participants), ("attendances", "times", it.attendances), ("mean", "hundredths", it.mean)]
        {
            put("counts", "attendance", what, some(number), unit, &noted(number, &it.source));
        }
    }
    if let Some(it) = &it.observed {
        for (what, unit, number) in [
            ("sessions", "sessions", Some(it.sessions)),
            ("told", "sessions", Some(it.told)),
            ("deliberation-quality", "hundredths-1-5", it.quality),
            ("compared", "sessions", Some(it.compared)),
            ("speaking-gini", "hundredths", it.gini),
        ] {
            put("observed", "", what, some(number), unit, "as an observer saw it");
        }
    }
}

/// Findings as rows of a table.
pub(crate) fn rows(it: &Findings) -> Vec<[String; 6]> {
    let mut rows: Vec<[String; 6]> = Vec::new();
    let mut put = |section: &str, key: &str, what: &str, value: String, unit: &str, note: &str| {
        rows.push([section.to_owned(), plain(key), plain(what), value, unit.to_owned(), plain(note)]);
    };
    let some = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    put("process", &it.slug, "title", plain(&it.title), "text", "");
    put("process", &it.slug, "municipality", plain(&it.municipality), "text", "");
    put("process", &it.slug, "day", it.day.to_string(), "date", "");
    put("process", &it.slug, "smallest-group", it.smallest.to_string(), "people", "");
    for (what, day) in [("from", it.from), ("until", it.until)] {
        put("process", &it.slug, what, day.map(|day| day.to_string()).unwrap_or_default(), "date", "");
    }
    for (what, step, unit) in [("announced", it.influence.announced, "rung-1-5"), ("effective", it.influence.effective, "rung-0-5")] {
        let note = if step == Some(0) { "only informed" } else { "" };
        put("influence", "", what, step.map(|step| step.to_string()).unwrap_or_default(), unit, note);
    }
    for (what, mean) in [("perceived-before", it.influence.perceived_before), ("perceived-after", it.influence.perceived_after)] {
        put("influence", "", what, some(mean), "hundredths-1-5", "");
    }
    for area in &it.areas {
        put("process", &it.slug, "area", plain(area), "text", "");
    }
    if let Some(rules) = it.rules {
        for (what, count) in [("met", rules.met), ("not-met", rules.not_met), ("motivated", rules.motivated), ("untold", rules.untold)] {
            put("regulation", "", what, count.to_string(), "obligations", "");
        }
    }
    for day in &it.withdrawn {
        put("process", &it.slug, "interview-withdrawn", day.to_string(), "date", "its words and counts were taken out");
    }
    for row in &it.balance {
        let note = if row.is_silent() { "nothing found" } else { "" };
        for (what, count) in ["positive", "neutral", "negative", "unknown"].into_iter().zip(row.sources) {
            put("balance", &row.effect, what, count.to_string(), "sources", note);
        }
        put("balance", &row.effect, "aim", row.rank.map(|rank| rank.to_string()).unwrap_or_default(), "rank", note);
        for whom in &row.negative_for {
            put("balance", &row.effect, "negative-for", plain(whom), "text", "");
        }
        if row.negative_hidden {
            put("balance", &row.effect, "negative-for", String::new(), "text", "few");
        }
    }
    for row in &it.balance {
        let research = [("can-contribute", &row.literature.promotes), ("can-harm", &row.literature.harms), ("open", &row.literature.open)];
        for (what, rules) in research {
            put("literature", &row.effect, what, rules.join(" "), "rules", "not counted with the balance");
        }
    }
    for voice in &it.heard {
        put("heard", &voice.actor, "sources", voice.sources.to_string(), "sources", if voice.sources == 0 { "not heard" } else { "" });
    }
    let facts = &it.decided;
    for (what, count) in [
        ("dossiers", facts.dossiers),
        ("open", facts.open),
        ("deviating", facts.deviating),
        ("commitments", facts.commitments),
        ("realised", facts.realised),
    ] {
        put("decided", "", what, count.to_string(), "dossiers", "");
    }
    for (outcome, count) in &facts.outcomes {
        put("decided", outcome, "outcome", count.to_string(), "dossiers", "");
    }
    for (body, count) in &facts.bodies {
        put("decided", body, "body", count.to_string(), "dossiers", "");
    }
    for figure in &it.figures {
        let shown = figure.told == Told::Measured.code();
        let number = |number: i64| if shown { number.to_string() } else { String::new() };
        put("figures", &figure.indicator, "numerator", number(figure.numerator), "count", &figure.told);
        put("figures", &figure.indicator, "denominator", number(figure.denominator), "count", &figure.told);
        put("figures", &figure.indicator, "missing", number(figure.missing), "count", &figure.told);
        put("figures", &figure.indicator, "median", some(figure.median), "working-days", &figure.told);
    }
    for answer in &it.answers {
        let when = answer.wave.as_deref().unwrap_or(&answer.round);
        let key = format!("{}-{}-{when}-{}", answer.indicator, answer.statement, answer.whose());
        let note = if answer.answered.is_some() { "" } else { "few" };
        put("answers", &key, "answered", some(answer.answered), "people", note);
        put("answers", &key, "mean", some(answer.mean), "hundredths-1-5", note);
        put("answers", &key, "agree", some(answer.agree), "percent", note);
    }
    for change in &it.changes {
        let note = if change.pairs.is_some() { "" } else { "few" };
        // Those of findings that tell neither a wave nor a group are of the first wave after, of both groups together.
        let until = change.until.as_deref().unwrap_or("after");
        let whose = change.took_part.map_or("everybody", |took_part| if took_part { "took-part" } else { "outside" });
        let key = format!("{}-{}-{until}-{whose}", change.indicator, change.statement);
        put("changes", &key, "pairs", some(change.pairs), "people", note);
        put("changes", &key, "difference", some(change.difference), "hundredths", note);
    }
    for reach in &it.reach {
        let of = &reach.characteristic;
        put("reach", of, "population-source", plain(&reach.population_source), "text", "");
        put("reach", of, "source", plain(&reach.source), "text", "");
        let few = if reach.told.is_some() { "" } else { "few" };
        put("reach", of, "told", some(reach.told), "people", few);
        put("reach", of, "unsaid", some(reach.unsaid), "people", few);
        put("reach", of, "index", some(reach.index), "hundredths", few);
        put("reach", of, "index-stayed", some(reach.index_stayed), "hundredths", few);
        put("reach", of, "drop-out-skew", some(reach.skew), "percentage-points", few);
        for group in &reach.groups {
            let name = if group.name.is_empty() { "small groups together" } else { group.name.as_str() };
            let key = format!("{of}: {name}");
            let note = if group.began.is_none() { "not shown" } else { "" };
            put("reach", &key, "population", group.population.to_string(), "people", "");
            put("reach", &key, "began", some(group.began), "people", note);
            put("reach", &key, "ratio", some(group.ratio), "percent", if group.under { "below four fifths" } else { note });
            if reach.stayed_counted {
                put("reach", &key, "stayed", some(group.stayed), "people", if group.stayed.is_none() { "not shown" } else { "" });
            }
        }
    }
    if let Some(stayed) = &it.stayed {
        let note = if stayed.source.is_empty() { "noted in the guide" } else { stayed.source.as_str() };
        put("drop-out", "", "began", some(stayed.began), "people", note);
        put("drop-out", "", "stayed", some(stayed.stayed), "people", note);
        put("drop-out", "", "share", some(stayed.drop_out), "percent", note);
    }
    counts(it, &mut put);
    for code in &it.uncounted {
        let note = match told_elsewhere(code) {
            Some("year") => "in the plan, and no number here: see the yearly overview",
            Some(_) => "in the plan, and no number here: see the figures of the municipality",
            None => "in the plan, and no number here",
        };
        put("plan", code, "without-number", String::new(), "", note);
    }
    for row in &it.means {
        let unit = if row.kind.is_money() { "cents" } else { "hours" };
        put("means", row.kind.code(), "planned", some(row.planned), unit, "");
        put("means", row.kind.code(), "used", some(row.used), unit, "");
    }
    for (what, rules) in [("followed", &it.advice.followed), ("aside", &it.advice.aside), ("met", &it.advice.met)] {
        put("advice", "", what, rules.join(" "), "rules", "");
    }
    rows
}

pub(in crate::pages) async fn csv(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (_, evaluation) = found(&ctx, &slug).await?;
    let findings = evaluation.and_then(|it| it.findings).ok_or(Fault::NotFound)?;
    let mut sheet = csv::Writer::from_writer(Vec::new());
    sheet.write_record(COLUMNS).map_err(broken)?;
    for row in rows(&findings) {
        sheet.write_record(&row).map_err(broken)?;
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"evaluatie-{slug}.csv\"")),
    ];
    Ok((headers, sheet.into_inner().map_err(broken)?).into_response())
}

pub(in crate::pages) async fn json(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (_, evaluation) = found(&ctx, &slug).await?;
    let findings = evaluation.and_then(|it| it.findings).ok_or(Fault::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"evaluatie-{slug}.json\"")),
    ];
    Ok((headers, findings.written().map_err(broken)?).into_response())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::model::evaluation::findings::{AnswerFound, FigureFound, sample};

    #[test]
    fn what_is_too_small_has_no_number_in_any_row() {
        let mut it = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
        it.figures.push(FigureFound {
            indicator: "G027".into(),
            told: "few".into(),
            numerator: 0,
            denominator: 0,
            missing: 0,
            shares: false,
            median: None,
            nine_of_ten: None,
        });
        it.answers.push(AnswerFound {
            indicator: "G014".into(),
            statement: "comprehension".into(),
            round: "after".into(),
            wave: Some("after".into()),
            took_part: true,
            answered: None,
            missing: None,
            mean: None,
            between: None,
            agree: None,
        });
        let few: Vec<[String; 6]> = rows(&it).into_iter().filter(|row| ["figures", "answers"].contains(&row[0].as_str())).collect();
        assert!(few.len() == 7 && few.iter().all(|row| row[3].is_empty() && row[5] == "few"), "{few:?}");
    }

    #[test]
    fn differences_tell_until_when_and_of_whom() {
        let mut it = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
        let of = |until: Option<&str>, took_part: Option<bool>| crate::model::evaluation::findings::ChangeFound {
            indicator: "G042".into(),
            statement: "trust-municipality".into(),
            until: until.map(str::to_owned),
            took_part,
            pairs: Some(14),
            difference: Some(30),
            between: None,
        };
        it.changes = vec![of(Some("later-12"), Some(true)), of(Some("later-24"), Some(false)), of(None, None)];
        let keys: Vec<String> =
            rows(&it).into_iter().filter(|row| row[0] == "changes" && row[2] == "pairs").map(|row| row[1].clone()).collect();
        let start = "G042-trust-municipality";
        assert_eq!(keys, ["later-12-took-part", "later-24-outside", "after-everybody"].map(|end| format!("{start}-{end}")));
    }

    #[test]
    fn words_that_are_not_told_and_what_was_withdrawn_are_named() {
        let mut it = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
        it.withdrawn = vec!["2026-06-02".parse().unwrap()];
        let hidden = study::Balance {
            effect: "effect.trust".to_owned().try_into().unwrap(),
            sources: [0, 0, 2, 0],
            negative_for: vec!["wie 's avonds werkt".into()],
            negative_respondents: 2,
            negative_for_actors: Vec::new(),
            factors: Vec::new(),
            helped: Vec::new(),
            hindered: Vec::new(),
            single: 0,
            said_by: Vec::new(),
            expected: 0,
        };
        it.balance = crate::model::evaluation::balance::weigh(&[], &[hidden], evidence::Knowledge::shipped().unwrap());
        let told = rows(&it);
        assert!(told.iter().all(|row| !row[3].contains("avonds")), "{told:?}");
        assert!(told.iter().any(|row| row[2] == "negative-for" && row[3].is_empty() && row[5] == "few"), "{told:?}");
        assert!(told.iter().any(|row| row[2] == "interview-withdrawn" && row[3] == "2026-06-02"), "{told:?}");
    }

    #[test]
    fn no_name_becomes_a_formula() {
        let it = sample("=Leyhoven", "+Een plein", "2026-05-01".parse().unwrap());
        assert!(rows(&it).iter().flatten().all(|cell| !cell.starts_with(['=', '+', '@'])));
    }
}
