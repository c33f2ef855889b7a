//! How a dossier and its contributions stand in their tables.

use super::{counts, lists};
use crate::evidence::Frames;
use crate::model::codes::{State, Track};
use crate::model::dossier::{Agenda, Decided, DividedPart, Dossier, OpenConsult, OpenObjection, OpenQuestion, Paused, Travelling};
use crate::model::stranding;
use kernel::{ContributionId, Date, DepartmentId, DossierId, PublicNumber, TenantId};
use serde::{Deserialize, Serialize};
use store::{Error, Row, Session, Tx, sql, values};

/// What nobody searches by, as JSON in one column.
#[derive(Serialize, Deserialize)]
struct More {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    absent: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paused: Option<Paused>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<OpenQuestion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    frames: Option<Frames>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    means: Option<(DepartmentId, bool)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    awaiting: Vec<DepartmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pledged: Option<DepartmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    escalated: Option<(String, i64)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agenda: Option<Agenda>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<Decided>,
    #[serde(default)]
    reviews: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    objections: Vec<OpenObjection>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unchosen: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    touched: Vec<OpenConsult>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    overtaken: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<DividedPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gathers: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_until: Option<Date>,
}

pub(super) fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(error.to_string())
}

/// The code list value in a column.
pub(super) fn code<T>(row: &Row, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    let text: String = row.get(column)?;
    read(&text).ok_or_else(|| broken(format!("column {column} holds «{text}», which is no code of ours")))
}

/// As [`code`], for a column that may be empty.
pub(super) fn code_or_none<T>(row: &Row, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Error> {
    match row.get::<Option<String>>(column)? {
        Some(_) => code(row, column, read).map(Some),
        None => Ok(None),
    }
}

pub(super) async fn load(s: &mut Session, tenant: TenantId, id: DossierId) -> Result<Option<Dossier>, Error> {
    let Some(row) = s.optional(sql!("SELECT * FROM dossier WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await? else {
        return Ok(None);
    };
    let rows = s
        .all(sql!("SELECT * FROM travelling WHERE tenant = $1 AND dossier = $2 AND gone = FALSE ORDER BY place"), &values![tenant, id])
        .await?;
    let state = code(&row, "state", State::from_code)?;
    let contributions = rows.iter().map(|row| travelling(row, state)).collect::<Result<_, _>>()?;
    dossier(&row, tenant, contributions).map(Some)
}

pub(super) fn dossier(row: &Row, tenant: TenantId, contributions: Vec<Travelling>) -> Result<Dossier, Error> {
    let more: More = serde_json::from_str(&row.get::<String>("more")?).map_err(broken)?;
    Ok(Dossier {
        tenant,
        id: row.get("id")?,
        process: row.get("process")?,
        area: row.get("area")?,
        state: code(row, "state", State::from_code)?,
        department: row.get("department")?,
        asked: row.get("asked")?,
        holder: row.get("holder")?,
        since: row.get("since")?,
        until: row.get("until")?,
        outcome: code_or_none(row, "outcome", crate::Outcome::from_code)?,
        bounces: row.get("bounces")?,
        bounced: row.get("bounced")?,
        contributions,
        opened: row.get("opened")?,
        events: row.get("events")?,
        merged: row.get("merged")?,
        absent: more.absent,
        paused: more.paused,
        questions: more.questions,
        frames: more.frames,
        means: more.means,
        awaiting: more.awaiting,
        pledged: more.pledged,
        escalated: more.escalated,
        agenda: more.agenda,
        decided: more.decided,
        reviews: more.reviews,
        objections: more.objections,
        unchosen: more.unchosen,
        touched: more.touched,
        overtaken: more.overtaken,
        parts: more.parts,
        gathers: more.gathers,
        kept_until: more.kept_until,
    })
}

/// The level to which it was brought last, without all else that nobody searches by.
pub(super) fn level(row: &Row) -> Result<Option<String>, Error> {
    #[derive(Deserialize)]
    struct OnlyEscalated {
        escalated: Option<(String, i64)>,
    }
    let only: OnlyEscalated = serde_json::from_str(&row.get::<String>("more")?).map_err(broken)?;
    Ok(only.escalated.map(|(level, _)| level))
}

/// The day on which it was decided, without all else that nobody searches by.
pub(super) fn decided(row: &Row) -> Result<Option<Date>, Error> {
    #[derive(Deserialize)]
    struct OnDay {
        date: Date,
    }
    #[derive(Deserialize)]
    struct OnlyDecided {
        decided: Option<OnDay>,
    }
    let only: OnlyDecided = serde_json::from_str(&row.get::<String>("more")?).map_err(broken)?;
    Ok(only.decided.map(|it| it.date))
}

pub(super) fn travelling(row: &Row, state: State) -> Result<Travelling, Error> {
    let track = code(row, "track", Track::from_code)?;
    Ok(Travelling {
        contribution: row.get("contribution")?,
        number: row.get("number")?,
        channel: code(row, "channel", crate::Channel::from_code)?,
        answer_by: code(row, "answer_by", crate::AnswerBy::from_code)?,
        captured: row.get("captured")?,
        received: row.get("received")?,
        checked: row.get("checked")?,
        public: row.get("public")?,
        answered: row.get("answered")?,
        answer: row.get("answer")?,
        delivery: code(row, "delivery", crate::DeliveryStatus::from_code)?,
        delivery_id: row.get("delivery_id")?,
        react_until: row.get("react_until")?,
        review_asked: row.get("review_asked")?,
        track,
        state: track.state(state),
        part_of: row.get("part_of")?,
    })
}

/// The first contribution that was not withdrawn, for lists.
fn lead(d: &Dossier) -> (Option<ContributionId>, Option<PublicNumber>) {
    match d.live().next().or(d.contributions.first()) {
        Some(first) => (Some(first.contribution), Some(first.number.clone())),
        None => (None, None),
    }
}

fn more(d: &Dossier) -> Result<String, Error> {
    serde_json::to_string(&More {
        absent: d.absent,
        paused: d.paused.clone(),
        questions: d.questions.clone(),
        frames: d.frames.clone(),
        means: d.means,
        awaiting: d.awaiting.clone(),
        pledged: d.pledged,
        escalated: d.escalated.clone(),
        agenda: d.agenda.clone(),
        decided: d.decided.clone(),
        reviews: d.reviews,
        objections: d.objections.clone(),
        unchosen: d.unchosen,
        touched: d.touched.clone(),
        overtaken: d.overtaken,
        parts: d.parts.clone(),
        gathers: d.gathers,
        kept_until: d.kept_until,
    })
    .map_err(broken)
}

/// The earliest day after which something beside the way lies still.
fn matters_until(d: &Dossier) -> Option<Date> {
    d.open_matters().into_iter().map(|(_, last)| last).min()
}

/// Along what lists run: the last day on which nothing of it lies still.
fn due(d: &Dossier) -> Date {
    stranding::last_quiet_day(d)
}

fn size(d: &Dossier) -> i64 {
    i64::try_from(d.live().count()).unwrap_or(i64::MAX)
}

pub(super) async fn insert(tx: &mut Tx, d: &Dossier) -> Result<(), Error> {
    let (lead, lead_number) = lead(d);
    tx.add(
        sql!(
            "INSERT INTO dossier (tenant, id, process, area, state, department, asked, holder, since, until, outcome, bounces, bounced, opened,
             events, merged, lead, lead_number, size, public, more, matters_until, due, called)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)"
        ),
        &values![
            d.tenant,
            d.id,
            d.process,
            d.area,
            d.state.code(),
            d.department,
            d.asked,
            d.holder,
            d.since,
            d.until,
            d.outcome.map(crate::Outcome::code),
            d.bounces,
            d.bounced,
            d.opened,
            d.events,
            d.merged,
            lead,
            lead_number,
            size(d),
            d.live().any(|t| t.public),
            more(d)?,
            matters_until(d),
            due(d),
            lists::called(d),
        ],
    )
    .await?;
    for (place, travelling) in d.contributions.iter().enumerate() {
        put(tx, d, travelling, place).await?;
    }
    lists::put_open(tx, None, d).await?;
    counts::count(tx, None, d).await
}

/// Writes what changed between `before` and `d`.
pub(super) async fn update(tx: &mut Tx, before: &Dossier, d: &Dossier) -> Result<(), Error> {
    let (lead, lead_number) = lead(d);
    let changed = tx
        .run(
            sql!(
                "UPDATE dossier SET state = $3, department = $4, asked = $5, holder = $6, since = $7, until = $8, outcome = $9, bounces = $10,
                 bounced = $11, events = $12, merged = $13, lead = $14, lead_number = $15, size = $16, public = $17, more = $18, matters_until = $20,
                 due = $21, called = $22
                 WHERE tenant = $1 AND id = $2 AND events = $19"
            ),
            &values![
                d.tenant,
                d.id,
                d.state.code(),
                d.department,
                d.asked,
                d.holder,
                d.since,
                d.until,
                d.outcome.map(crate::Outcome::code),
                d.bounces,
                d.bounced,
                d.events,
                d.merged,
                lead,
                lead_number,
                size(d),
                d.live().any(|t| t.public),
                more(d)?,
                before.events,
                matters_until(d),
                due(d),
                lists::called(d),
            ],
        )
        .await?;
    if changed != 1 {
        return Err(Error::Unavailable("somebody else set a step of this dossier at the same moment".to_owned()));
    }
    for (place, travelling) in d.contributions.iter().enumerate() {
        if before.contributions.get(place) != Some(travelling) {
            put(tx, d, travelling, place).await?;
        }
    }
    for left in before.contributions.iter().filter(|t| d.travelling(t.contribution).is_none()) {
        tx.run(
            sql!("UPDATE travelling SET gone = TRUE WHERE tenant = $1 AND contribution = $2 AND dossier = $3"),
            &values![d.tenant, left.contribution, d.id],
        )
        .await?;
    }
    lists::put_open(tx, Some(before), d).await?;
    counts::count(tx, Some(before), d).await
}

async fn put(tx: &mut Tx, d: &Dossier, t: &Travelling, place: usize) -> Result<(), Error> {
    tx.add(
        sql!(
            "INSERT INTO travelling (tenant, contribution, dossier, place, number, channel, answer_by, captured, received, checked, public, track,
             answered, answer, delivery, delivery_id, react_until, review_asked, part_of, gone)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, FALSE)
             ON CONFLICT (tenant, contribution, dossier) DO UPDATE SET place = $4, checked = $10, public = $11, track = $12, answered = $13,
             answer = $14, delivery = $15, delivery_id = $16, react_until = $17, review_asked = $18, gone = FALSE"
        ),
        &values![
            d.tenant,
            t.contribution,
            d.id,
            i64::try_from(place).unwrap_or(i64::MAX),
            t.number,
            t.channel.code(),
            t.answer_by.code(),
            t.captured,
            t.received,
            t.checked,
            t.public,
            t.track.code(),
            t.answered,
            t.answer,
            t.delivery.code(),
            t.delivery_id,
            t.react_until,
            t.review_asked,
            t.part_of,
        ],
    )
    .await
}
