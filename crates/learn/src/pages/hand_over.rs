//! `/werk/processen/{id}/overdracht`: for whoever takes over: where the process stands, what is due when, what was promised, which
//! advice was set aside and why, what was learned, and which roles are to be asked (G061, A246). To print; it names no person.

use super::evaluation::report::{LessonShown, lessons};
use super::evaluation::{permitted, said, words};
use crate::tables::evaluation as table;
use answer::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::{GuideText, Stance};
use kernel::{DepartmentId, TextId};
use people::{Context, Fault};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use ui::Page;

/// So many dossiers are listed; there may be more.
const SHOWN: usize = 40;
/// So many promises are listed; there may be more.
const PROMISED: i64 = 40;
/// So many dossiers are read.
const READ: i64 = 200;

#[derive(Debug)]
struct Promise {
    href: String,
    what: Option<Said>,
    until: String,
    department: String,
    stage: String,
}

#[derive(Debug, Template)]
#[template(path = "hand_over.html")]
struct HandOver {
    page: Page,
    href: String,
    standing: Vec<(String, String)>,
    moments: Vec<(String, Said)>,
    due: Vec<(String, String, String)>,
    promises: Vec<Promise>,
    aside: Vec<(String, String, Option<Said>)>,
    language: kernel::Language,
    roles: Vec<(String, Said)>,
    lessons: Vec<LessonShown>,
    contacts: Vec<(String, String)>,
}

/// What the officers wrote about roles and steering, for whoever goes on with it.
const ROLES: [GuideText; 5] = [GuideText::Governance, GuideText::Politicians, GuideText::Officials, GuideText::Residents, GuideText::Trust];

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-hand-over-title", "title", process.title.best(&ctx.language).text);
    let (tenant, today) = (ctx.tenant_id(), ctx.today());
    let mut s = ctx.read().await?;
    let guide = design::guide(&mut s, tenant, process.id).await?;
    let knowledge = knowledge::known(&mut s, tenant).await?;
    let counts = journey::counts(&mut s, tenant, process.id, today).await?;
    let filter = journey::Filter { process: Some(process.id), ..journey::Filter::default() };
    let dossiers = journey::list(&mut s, tenant, &filter, None, READ).await?;
    let promised = deliver::unfinished(&mut s, tenant, process.id, PROMISED).await?;
    let ids: Vec<TextId> = promised.iter().map(|it| it.what).collect();
    let what: BTreeMap<TextId, LanguageSet> = texts(&mut s, tenant, &ids).await?.into_iter().collect();
    let names: BTreeMap<DepartmentId, String> =
        people::tables::departments(&mut s, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let partners = design::panels::partners(&mut s, tenant, &process).await?;
    let evaluation = table::standing(&mut s, tenant, process.id).await?;
    drop(s);
    let department = |id: Option<DepartmentId>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| page.t("learn-no-department"));
    let charter = process.charter.as_ref();
    let mut standing = vec![
        (page.t("learn-evaluations-state"), page.t(process.state.key())),
        (page.t("learn-evaluations-standing"), page.t(super::evaluation::list::key(evaluation))),
        (page.t("learn-hand-over-received"), counts.received.to_string()),
        (page.t("learn-hand-over-answered"), page.t2("learn-headline-count", "numerator", counts.answered, "denominator", counts.received)),
        (page.t("learn-hand-over-still"), counts.stranded.to_string()),
    ];
    if let Some(charter) = charter {
        standing.push((page.t("learn-influence-announced"), words::rung(&page, charter.rung.step())));
        standing.push((page.t("learn-hand-over-mandate"), format!("{}, {}", charter.mandate.body, charter.mandate.reference)));
        if let Some(day) = charter.decision_date {
            standing.push((page.t("learn-hand-over-decision"), page.date(&day)));
        }
    }
    let planning = charter.map(|charter| charter.planning.as_slice()).unwrap_or_default();
    let ahead = planning.iter().filter(|moment| moment.date >= today);
    let mut contacts: BTreeMap<String, i64> = BTreeMap::new();
    for row in dossiers.iter().filter(|row| row.department.is_some()) {
        *contacts.entry(department(row.department)).or_default() += row.size;
    }
    let mut contacts: Vec<(String, String)> =
        contacts.into_iter().map(|(name, many)| (name, page.t1("learn-hand-over-dossiers", "count", many))).collect();
    contacts.extend(charter.map(|charter| (page.t(charter.decider.key()), page.t("learn-hand-over-decides"))));
    contacts.extend(partners.into_iter().map(|(_, name)| (name, page.t("learn-hand-over-partner"))));
    let aside = guide.choices.iter().filter(|(_, choice)| choice.stance == Stance::SetAside);
    let shown = HandOver {
        href: format!("/werk/processen/{}", process.id),
        moments: ahead.map(|moment| (page.date(&moment.date), said(&ctx, &moment.text))).collect(),
        due: dossiers
            .iter()
            .filter(|row| row.until.is_some())
            .take(SHOWN)
            .map(|row| {
                let until = row.until.map(|day| page.date(&day)).unwrap_or_default();
                let told = page.ta(
                    "learn-hand-over-due",
                    &[
                        ("state", page.t(row.state.key()).into()),
                        ("until", until.into()),
                        ("department", department(row.department).into()),
                    ],
                );
                (format!("/werk/dossiers/{}", row.id), row.number.to_string(), told)
            })
            .collect(),
        promises: promised
            .iter()
            .map(|it| Promise {
                href: format!("/werk/uitvoering/{}", it.id),
                what: what.get(&it.what).map(|set| said(&ctx, set)),
                until: page.date(&it.until),
                department: department(Some(it.department)),
                stage: page.t(it.stage.key()),
            })
            .collect(),
        aside: aside
            .map(|(rule, choice)| {
                let advice = knowledge.rule(rule).map(|it| words::text(&page, &it.advice)).unwrap_or_default();
                (rule.clone(), advice, choice.motive.as_ref().map(|motive| said(&ctx, motive)))
            })
            .collect(),
        language: words::said_in(&page),
        roles: ROLES.iter().filter_map(|part| Some((page.t(part.key()), said(&ctx, guide.texts.get(part)?)))).collect(),
        lessons: lessons(&ctx, &page, &process).await?,
        standing,
        contacts,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
