//! `/vergelijken`: two to four processes beside each other, of this municipality or of another one that published its evaluation
//! (B47, A250, D030). Attributes beside attributes; nothing is ranked and nothing is added up.

use super::evaluation::report::worked_key;
use super::evaluation::shown::{about, amount, characteristic, counts, own};
use super::evaluation::words;
use super::view;
use crate::assembling::announced_only;
use crate::model::evaluation::findings::Findings;
use crate::model::evaluation::means::MeansKind;
use crate::tables::evaluation as table;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::Knowledge;
use memory::Worked;
use people::{Context, Fault};
use store::Session;
use ui::{Choice, Page, Typed};

/// So many processes can be chosen from.
const PROCESSES: i64 = 200;
/// So many findings of elsewhere.
const ELSEWHERE: i64 = 50;
/// So many stand beside each other.
const MOST: usize = 4;

/// A process in the comparison.
struct Case {
    findings: Findings,
    href: Option<String>,
    standing: &'static str,
    /// What its evaluation learned: whether it worked, and what happened.
    lessons: Vec<(Worked, String)>,
}

#[derive(Debug)]
struct Group {
    key: &'static str,
    rows: Vec<(String, Vec<String>)>,
}

#[derive(Debug, Template)]
#[template(path = "compare.html")]
struct Compare {
    page: Page,
    typed: Typed,
    choices: Vec<Choice>,
    heads: Vec<(String, String, Option<String>)>,
    groups: Vec<Group>,
}

/// What can be chosen, and what was.
async fn read(s: &mut Session, ctx: &Context, page: &Page, chosen: &[String]) -> Result<(Vec<Choice>, Vec<Case>), Fault> {
    let smallest = people::tables::tenants::smallest(s, ctx.tenant_id()).await?;
    let (mut choices, mut cases) = (Vec::new(), Vec::new());
    let processes = design::processes(s, ctx.tenant_id(), true, None, PROCESSES).await?;
    for process in &processes {
        choices.push(Choice::new(process.slug.clone(), process.title.best(&ctx.language).text.to_owned()));
    }
    let elsewhere = table::elsewhere(s, ctx.tenant_id(), ELSEWHERE).await?;
    for (id, findings) in &elsewhere {
        let label = page.t2("learn-compare-elsewhere", "title", findings.title.as_str(), "municipality", findings.municipality.as_str());
        choices.push(Choice::new(id.to_string(), label));
    }
    for one in chosen.iter().take(MOST) {
        if let Some(process) = processes.iter().find(|process| process.slug == *one) {
            let evaluation = table::finished_evaluation(s, ctx.tenant_id(), process.id).await?;
            let waived = table::waiver(s, ctx.tenant_id(), process.id).await?.is_some();
            let found = evaluation.and_then(|it| it.findings);
            let standing = match (&found, waived) {
                (Some(_), _) => "learn-standing-finished",
                (None, true) => "learn-standing-waived",
                (None, false) => "learn-standing-none",
            };
            let href = if found.is_some() || waived { format!("/processen/{one}/evaluatie") } else { format!("/processen/{one}") };
            let mut findings = found.unwrap_or_else(|| announced_only(&ctx.tenant, process, ctx.today(), smallest));
            process.title.best(&ctx.language).text.clone_into(&mut findings.title);
            // Lessons can be corrected and retired: they are read as they are now, and only where an evaluation shows them.
            let lessons = match standing {
                "learn-standing-finished" => memory::lessons(s, ctx.tenant_id(), process.id).await?,
                _ => Vec::new(),
            };
            let lessons = lessons.iter().map(|it| (it.worked, it.text.best(&ctx.language).text.to_owned())).collect();
            cases.push(Case { findings, href: Some(href), standing, lessons });
        } else if let Some((_, findings)) = elsewhere.iter().find(|(id, _)| id.to_string() == *one) {
            cases.push(Case { findings: findings.clone(), href: None, standing: "learn-standing-finished", lessons: Vec::new() });
        }
    }
    Ok((choices, cases))
}

/// Rows in which every case has a cell, by their names.
fn beside(of: &[Vec<(String, String)>], none: &str) -> Vec<(String, Vec<String>)> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (at, case) in of.iter().enumerate() {
        for (name, value) in case {
            let row = rows.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                rows.push((name.clone(), vec![none.to_owned(); of.len()]));
                rows.len() - 1
            });
            rows[row].1[at].clone_from(value);
        }
    }
    rows
}

fn groups(page: &Page, knowledge: &Knowledge, cases: &[Case]) -> Vec<Group> {
    let none = page.t("learn-not-recorded");
    let of = |rows: &dyn Fn(&Case) -> Vec<(String, String)>| beside(&cases.iter().map(rows).collect::<Vec<_>>(), &none);
    let rung = |step: Option<u8>| step.map_or_else(|| none.clone(), |step| words::rung(page, step));
    let felt = |it: &Findings| {
        let mean = it.influence.perceived_after.or(it.influence.perceived_before);
        mean.map_or_else(|| none.clone(), |mean| page.t1("learn-influence-felt", "mean", words::hundredths(page, mean)))
    };
    let influence = |case: &Case| {
        vec![
            (page.t("learn-influence-announced"), rung(case.findings.influence.announced)),
            (page.t("learn-influence-effective"), rung(case.findings.influence.effective)),
            (page.t("learn-influence-after"), felt(&case.findings)),
        ]
    };
    let evaluation = |case: &Case| {
        let evaluated = !case.findings.balance.is_empty() || case.standing == "learn-standing-finished";
        let (heard, unheard): (Vec<_>, Vec<_>) = case.findings.heard.iter().partition(|voice| voice.sources > 0);
        let actors = |all: Vec<&crate::model::evaluation::findings::VoiceHeard>| {
            all.iter().map(|voice| words::voice(page, knowledge, &voice.actor)).collect::<Vec<_>>().join(", ")
        };
        let mut rows = vec![(page.t("learn-evaluations-standing"), page.t(case.standing))];
        if evaluated {
            rows.push((page.t("learn-section-balance"), counts(page, &case.findings.balance)));
            rows.push((page.t("learn-compare-heard"), if heard.is_empty() { page.t("learn-heard-nobody") } else { actors(heard) }));
            rows.push((page.t("learn-heard-not"), if unheard.is_empty() { page.t("ui-none") } else { actors(unheard) }));
        }
        rows
    };
    let balance = |case: &Case| -> Vec<(String, String)> {
        let rows = case.findings.balance.iter();
        rows.map(|row| (words::effect(page, knowledge, &row.effect), own(page, row))).collect()
    };
    let reach = |case: &Case| -> Vec<(String, String)> {
        let index = |it: &crate::model::evaluation::reach::ReachFound| {
            let index = page.t1("learn-reach-index", "index", words::hundredths(page, it.index?));
            Some((characteristic(page, &it.characteristic), index))
        };
        let share = case.findings.stayed.as_ref().and_then(|it| it.drop_out).map(|share| page.percent(&share, &100));
        let dropped = share.map(|share| (page.t("learn-unmeasured-drop-out"), page.t1("learn-reach-dropped", "share", share)));
        case.findings.reach.iter().filter_map(index).chain(dropped).collect()
    };
    let means = |case: &Case| -> Vec<(String, String)> {
        let row = |kind: &MeansKind| {
            let row = case.findings.means.iter().find(|row| row.kind == *kind)?;
            Some((page.t(format!("learn-means-{}", kind.code())), amount(page, row, row.used)))
        };
        MeansKind::ALL.iter().filter_map(row).collect()
    };
    let figures = |case: &Case| -> Vec<(String, String)> {
        let shown = case.findings.figures.iter().filter_map(|found| Some(view::Shown::of(page, &found.figure()?, case.findings.smallest)));
        shown.map(|figure| (figure.name, figure.headline)).collect()
    };
    let structure = |case: &Case| -> Vec<(String, String)> {
        let bodies: Vec<String> = case.findings.decided.bodies.iter().map(|(body, many)| format!("{body} ({many})")).collect();
        let decided = (page.t("learn-decided-bodies"), if bodies.is_empty() { none.clone() } else { bodies.join(", ") });
        about(page, knowledge, &case.findings).into_iter().chain([decided]).collect()
    };
    let lessons = |case: &Case| -> Vec<(String, String)> {
        let told = |worked: Worked| {
            let words: Vec<&str> = case.lessons.iter().filter(|it| it.0 == worked).map(|it| it.1.as_str()).collect();
            (!words.is_empty()).then(|| (page.t(worked_key(worked)), words.join(" ")))
        };
        [Worked::No, Worked::Partly, Worked::Yes].into_iter().filter_map(told).collect()
    };
    let all = [
        ("learn-section-about", of(&structure)),
        ("learn-section-influence", of(&influence)),
        ("learn-compare-evaluation", of(&evaluation)),
        ("learn-section-balance", of(&balance)),
        ("learn-section-reach", of(&reach)),
        ("learn-section-carried", of(&figures)),
        ("learn-section-means", of(&means)),
        ("learn-section-lessons", of(&lessons)),
    ];
    all.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(key, rows)| Group { key, rows }).collect()
}

pub(super) async fn show(ctx: Context, Query(asked): Query<Vec<(String, String)>>) -> Result<Response, Fault> {
    let page = ctx.page("learn-compare-title");
    let mut chosen: Vec<String> =
        asked.into_iter().filter(|(name, value)| name == "kies" && !value.is_empty()).map(|(_, value)| value).collect();
    chosen.dedup();
    let mut typed = Typed::empty();
    for one in chosen.iter().take(MOST + 1) {
        typed.push("kies", one.as_str());
    }
    let mut s = ctx.read().await?;
    let (choices, cases) = read(&mut s, &ctx, &page, &chosen).await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    drop(s);
    if chosen.len() > MOST || chosen.iter().any(|one| !choices.iter().any(|choice| choice.value == *one)) || chosen.len() == 1 {
        typed.wrong("kies", "learn-compare-how-many");
    }
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let enough = cases.len() > 1 && !typed.is_wrong();
    let compare = Compare {
        heads: cases.iter().map(|case| (case.findings.title.clone(), case.findings.municipality.clone(), case.href.clone())).collect(),
        groups: if enough { groups(&page, &knowledge, &cases) } else { Vec::new() },
        choices,
        typed,
        page,
    };
    Ok(ui::html(status, &compare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_has_and_the_other_has_not_stands_there_as_not_recorded() {
        let cell = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let rows = beside(&[vec![cell("trede", "2")], vec![cell("uren", "40"), cell("trede", "3")]], "niet bekend");
        assert_eq!(
            rows,
            [
                ("trede".to_owned(), vec!["2".to_owned(), "3".to_owned()]),
                ("uren".to_owned(), vec!["niet bekend".to_owned(), "40".to_owned()])
            ]
        );
    }
}
