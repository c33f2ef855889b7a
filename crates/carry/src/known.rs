//! What this room knows of a process, for the rules of the design guide that look at it.

use crate::model;
use async_trait::async_trait;
use evidence::{Exact, Fact, Value};
use journey::{Filter, InHands, State};
use people::{FactsOf, ProcessAsked, WhoIsThere};
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Session, sql, values};

/// Tells what is known here of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[
    Fact::CouncilBriefings,
    Fact::DepartmentObjections,
    Fact::DilemmasRecorded,
    Fact::DecisionsWithoutLegalTest,
    Fact::PlanConflicts,
    Fact::OutsideBudgetCycle,
    Fact::PrecedentsCompared,
    Fact::LeadingPerspectiveShare,
    Fact::AgendaSlotMissing,
    Fact::OwnersLeft,
];

/// Which value went first is looked at over so many days (G036).
const A_YEAR: i64 = 365;
/// Of fewer choices than this nobody can say that one kind of value goes first for long.
const FEW_CHOICES: i64 = 3;
/// More advice without a place than this is counted no further: one is enough to fix the agenda (C152).
const MOST_ADVICE: i64 = 50;
/// Of at most so many people who hold dossiers of one process it is looked up whether they are still there (C128).
const MOST_HOLDERS: i64 = 200;
/// So many dossiers of one holder are looked at at once.
const HELD_AT_ONCE: i64 = 200;

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let (tenant, process) = (of.act.tenant, of.process);
        let mut found = Vec::new();
        // Before the first advice nobody can say that the council heard nothing on the way (C153).
        let briefings = crate::briefings_of_process(s, tenant, process).await?.len();
        if briefings > 0 || crate::first_advice(s, tenant, process).await?.is_some() {
            found.push((Fact::CouncilBriefings, Value::whole(i64::try_from(briefings).unwrap_or(i64::MAX))));
        }
        if journey::counts(s, tenant, process, of.act.civil.today(of.act.at)).await?.received == 0 {
            return Ok(found);
        }
        let of_process = values![tenant, process];
        // An objection that was taken back or met is a disadvantage no more.
        let row = s
            .one(
                sql!(
                    "SELECT
                       (SELECT CAST(count(*) AS BIGINT) FROM objection WHERE tenant = $1 AND process = $2
                          AND (ended IS NULL OR ended = 'set-aside')) AS objections,
                       (SELECT CAST(count(*) AS BIGINT) FROM decision c WHERE c.tenant = $1 AND c.process = $2 AND NOT EXISTS (
                          SELECT 1 FROM frame_verdict f WHERE f.tenant = c.tenant AND f.dossier = c.dossier AND f.frame = 'legal')) AS untested,
                       (SELECT CAST(count(*) AS BIGINT) FROM frame_verdict WHERE tenant = $1 AND process = $2 AND frame = 'plans'
                          AND fit = 'does-not-fit') AS clashes,
                       (SELECT CAST(count(DISTINCT dossier) AS BIGINT) FROM means_request WHERE tenant = $1 AND process = $2
                          AND committed IS NULL AND released_at IS NULL AND queued_until IS NOT NULL) AS queued"
                ),
                &of_process,
            )
            .await?;
        found.push((Fact::DepartmentObjections, Value::whole(row.get("objections")?)));
        found.push((Fact::DecisionsWithoutLegalTest, Value::whole(row.get("untested")?)));
        found.push((Fact::PlanConflicts, Value::whole(row.get("clashes")?)));
        found.push((Fact::OutsideBudgetCycle, Value::whole(row.get("queued")?)));
        found.push((Fact::AgendaSlotMissing, Value::whole(without_a_place(s, of).await?)));
        found.push((Fact::OwnersLeft, Value::whole(of_who_left(s, of).await?)));
        let dilemmas = s.all(sql!("SELECT DISTINCT dilemma FROM weighing WHERE tenant = $1 AND process = $2"), &of_process).await?;
        let named = dilemmas.iter().map(|row| row.get("dilemma")).collect::<Result<BTreeSet<String>, Error>>()?;
        let weighed = !named.is_empty();
        found.push((Fact::DilemmasRecorded, Value::Words(named)));
        if weighed {
            found.extend(compared(s, of).await?.map(|it| (Fact::PrecedentsCompared, Value::YesNo(it))));
            found.extend(leading(s, of).await?.map(|it| (Fact::LeadingPerspectiveShare, Value::Number(it))));
        }
        Ok(found)
    }
}

/// How many dossiers have an advice that is ready and no place on an agenda (F3 X6); none where whoever decides needs no agenda.
async fn without_a_place(s: &mut Session, of: &ProcessAsked<'_>) -> Result<i64, Error> {
    let tenant = of.act.tenant;
    let ready = Filter { process: Some(of.process), states: vec![State::AdviceReady], ..Filter::default() };
    let ready = journey::list(s, tenant, &ready, None, MOST_ADVICE).await?.len();
    if ready == 0 || model::lane(State::AdviceReady, crate::decider(s, tenant, of.process).await?).is_some() {
        return Ok(0);
    }
    Ok(i64::try_from(ready).unwrap_or(i64::MAX))
}

/// How many dossiers on their way to a decision are held by somebody who is not there any more, while nobody stands in.
async fn of_who_left(s: &mut Session, of: &ProcessAsked<'_>) -> Result<i64, Error> {
    let (tenant, today) = (of.act.tenant, of.act.civil.today(of.act.at));
    let held = journey::holders(s, tenant, of.process, MOST_HOLDERS).await?;
    let who = WhoIsThere::read(s, tenant, of.act.civil, held.iter().map(|(holder, _)| *holder).collect()).await?;
    let states: Vec<State> = State::ALL.iter().copied().filter(|state| state.may_be_handed_over()).collect();
    let mut found = 0;
    for (holder, _) in held.into_iter().filter(|(holder, _)| who.may_be_missed(*holder, today)) {
        let filter = Filter { process: Some(of.process), hands: InHands::Holder(holder), states: states.clone(), ..Filter::default() };
        let mut after = None;
        loop {
            let rows = journey::list(s, tenant, &filter, after, HELD_AT_ONCE).await?;
            let Some(last) = rows.last() else { break };
            after = Some((last.due, last.id));
            found += rows.iter().filter(|row| model::Standing::from(*row).nobody_since(&who, today).is_some()).count();
        }
    }
    Ok(i64::try_from(found).unwrap_or(i64::MAX))
}

/// Whether each last choice case by case was compared with an earlier one, where there was one in the same dilemma to compare with;
/// nothing when there was nothing to compare (C157).
async fn compared(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Option<bool>, Error> {
    let row = s
        .one(
            sql!(
                "SELECT CAST(count(*) AS BIGINT) AS choices, CAST(count(w.compared) AS BIGINT) AS compared FROM weighing w
                 WHERE w.tenant = $1 AND w.process = $2 AND w.strategy = 'case-by-case'
                   AND NOT EXISTS (SELECT 1 FROM weighing later WHERE later.tenant = w.tenant AND later.dossier = w.dossier
                     AND later.number > w.number AND later.strategy IS NOT NULL)
                   AND (w.compared IS NOT NULL OR EXISTS (SELECT 1 FROM weighing before WHERE before.tenant = w.tenant
                     AND before.dilemma = w.dilemma AND before.recorded_at < w.recorded_at AND before.dossier <> w.dossier
                     AND before.strategy IS NOT NULL))"
            ),
            &values![of.act.tenant, of.process],
        )
        .await?;
    let (choices, compared): (i64, i64) = (row.get("choices")?, row.get("compared")?);
    Ok((choices > 0).then_some(choices == compared))
}

/// Of the choices of the last year in which a value was put first: the share of the perspective that went first most often (C156).
async fn leading(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Option<Exact>, Error> {
    let since = of.act.at.plus_seconds(-A_YEAR * 24 * 3600);
    let rows = s
        .all(
            sql!(
                "SELECT put_first, CAST(count(*) AS BIGINT) AS many FROM weighing
                 WHERE tenant = $1 AND process = $2 AND put_first IS NOT NULL AND recorded_at >= $3 GROUP BY put_first"
            ),
            &values![of.act.tenant, of.process, since],
        )
        .await?;
    let mut by_perspective: BTreeMap<&str, i64> = BTreeMap::new();
    for row in &rows {
        if let Some(perspective) = model::perspective_of(&row.get::<String>("put_first")?) {
            *by_perspective.entry(perspective).or_default() += row.get::<i64>("many")?;
        }
    }
    let all: i64 = by_perspective.values().sum();
    if all < FEW_CHOICES {
        return Ok(None);
    }
    Ok(by_perspective.values().max().and_then(|most| Exact::ratio(*most, all)))
}
