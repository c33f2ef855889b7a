//! One result for everybody (F5, presterend): what comes in is gathered in one dossier, the department writes down once what came
//! out and what is done with it, and every respondent gets that by the way that was chosen. Nobody decides over one contribution.
//! What needs a treatment of its own is screened apart, or taken out ([`crate::bundles::part`]), and goes the ordinary way.

use crate::across;
use crate::act::{Refusal, Rule, keep, keep_some, note_inside};
use crate::model::{Act, ObjectionEnding};
use crate::overtaking;
use crate::tables::{self, Advice, Decision, GatheredResult, ResultCount};
use journey::{Act as Doing, Dossier, Outcome, Step, Track, evidence};
use kernel::{ContributionId, Date, DecisionId, DepartmentId, DossierId};
use serde_json::json;
use store::Tx;
use store::texts::LanguageSet;

/// So many things that people said are counted at most.
pub const MOST_COUNTS: usize = 6;

/// What came out, beside the words and the motive of the advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Resulting {
    /// What was said, and how many people said it.
    pub counts: Vec<(LanguageSet, i64)>,
    /// What is done with it; `None` when nothing changes now.
    pub deed: Option<ResultDeed>,
    /// Whether the competent body decides, because it takes means that are not the department's own.
    pub by_decision: bool,
}

/// What is done with what was gathered.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultDeed {
    /// What.
    pub words: LanguageSet,
    /// By which department.
    pub department: DepartmentId,
    /// Until when.
    pub until: Date,
}

/// Lets what was screened go along with what is gathered for its process; the first begins the gathering, until the process closes.
pub(crate) async fn gather(tx: &mut Tx, doing: &Doing<'_>, one: Dossier, closes: Option<Date>) -> Result<Dossier, Refusal> {
    let running = match tables::gathering(tx, doing.tenant, one.process).await? {
        Some(id) => journey::dossier(tx, doing.tenant, id).await?,
        None => None,
    };
    if let Some(into) = running.filter(|it| it.gathers.is_some() && Act::Bundle.is_open_for(it) && it.id != one.id) {
        for contribution in along(&one) {
            journey::bundle(tx, doing, one.id, into.id, contribution).await?;
        }
        return journey::dossier(tx, doing.tenant, one.id).await?.ok_or(Refusal::Missing);
    }
    let today = doing.civil.today(doing.at);
    begin(tx, doing, &one, closes.map_or(today, |closes| closes.max(today))).await
}

fn along(dossier: &Dossier) -> Vec<ContributionId> {
    dossier.contributions.iter().filter(|it| it.track == Track::Along).map(|it| it.contribution).collect()
}

async fn begin(tx: &mut Tx, doing: &Doing<'_>, dossier: &Dossier, until: Date) -> Result<Dossier, Refusal> {
    let after = journey::record(tx, doing, dossier.id, Step::Gathered(evidence::Gathering::by_carry(Some(until)))).await?;
    tables::begin_gathering(tx, doing.tenant, dossier.process, dossier.id, doing.at).await?;
    Ok(after)
}

/// What was gathered in one dossier is gathered in another from now on.
pub(crate) async fn moved(tx: &mut Tx, doing: &Doing<'_>, from: &Dossier, to: DossierId) -> Result<(), Refusal> {
    let Some(until) = from.gathers else { return Ok(()) };
    let into = journey::dossier(tx, doing.tenant, to).await?.ok_or(Refusal::Missing)?;
    if into.gathers.is_none() {
        begin(tx, doing, &into, until).await?;
    }
    // Whoever stays behind has a matter of its own. A dossier that was left empty gathers nothing anyway.
    let left = journey::dossier(tx, doing.tenant, from.id).await?.ok_or(Refusal::Missing)?;
    if left.gathers.is_some() {
        journey::record(tx, doing, from.id, Step::Gathered(evidence::Gathering::by_carry(None))).await?;
    }
    Ok(())
}

/// What is wrong with a result, before anything is written.
pub(crate) fn checked(before: &Dossier, it: &Resulting, today: Date) -> Result<(), Refusal> {
    let respondents = i64::try_from(before.live().count()).unwrap_or(i64::MAX);
    if it.counts.len() > MOST_COUNTS || it.counts.iter().any(|(_, many)| *many < 0 || *many > respondents) {
        return Err(Refusal::Rule(Rule::ResultCount));
    }
    if it.deed.as_ref().is_some_and(|deed| deed.until < today) {
        return Err(Refusal::Rule(Rule::ResultDay));
    }
    // What takes the means of others is decided by whom the charter names.
    if before.means.is_some() && !it.by_decision {
        return Err(Refusal::Rule(Rule::ResultNeedsDecision));
    }
    Ok(())
}

/// Keeps the result with its advice, and lets it hold at once when no body has to decide.
pub(crate) async fn keep_result(tx: &mut Tx, doing: &Doing<'_>, before: &Dossier, advice: &Advice, it: &Resulting) -> Result<(), Refusal> {
    let mut counts = Vec::with_capacity(it.counts.len());
    for (label, many) in &it.counts {
        counts.push(ResultCount { label: keep(tx, doing, before.id, label).await?, many: *many });
    }
    let deed = keep_some(tx, doing, before.id, it.deed.as_ref().map(|deed| &deed.words)).await?;
    if let Some(deed) = &it.deed {
        people::tables::department(tx, doing.tenant, deed.department).await?.ok_or(Refusal::Missing)?;
    }
    let row = GatheredResult {
        advice: advice.id,
        dossier: before.id,
        process: before.process,
        respondents: i64::try_from(before.live().count()).unwrap_or(i64::MAX),
        words: advice.words,
        motive: advice.motive,
        counts,
        deed: deed.zip(it.deed.as_ref()).map(|(words, deed)| (words, deed.department, deed.until)),
        by_decision: it.by_decision,
        at: doing.at,
    };
    tables::add_result(tx, doing.tenant, &row).await?;
    let numbers: Vec<i64> = row.counts.iter().map(|it| it.many).collect();
    let body = json!({
        "dossier": before.id, "respondents": row.respondents, "counts": numbers, "department": row.deed.map(|it| it.1),
        "until": row.deed.map(|it| it.2), "by_decision": row.by_decision,
    });
    note_inside(tx, doing, advice.id.uuid(), "result", "carry.result-given", body).await?;
    if it.by_decision { Ok(()) } else { hold(tx, doing, before, advice, it.deed.is_some()).await }
}

/// The result holds: by the department that had it, without an agenda.
async fn hold(tx: &mut Tx, doing: &Doing<'_>, before: &Dossier, advice: &Advice, acted: bool) -> Result<(), Refusal> {
    let department = before.department.ok_or(Refusal::NotNow(before.state))?;
    let body = people::tables::department(tx, doing.tenant, department).await?.ok_or(Refusal::Missing)?.name;
    let outcome = if acted { Outcome::ResultActed } else { Outcome::ResultNoted };
    for open in &before.objections {
        across::close_objection(tx, doing, before.id, open, ObjectionEnding::SetAside, advice.words).await?;
    }
    overtaking::processed(tx, doing, before).await?;
    let today = doing.civil.today(doing.at);
    let id = DecisionId::new(doing.at, tx.random());
    let proof = evidence::Decision::by_carry(id, outcome, body.clone(), today, None).mandated();
    journey::record(tx, doing, before.id, Step::Decided(proof)).await?;
    let row = Decision {
        id,
        dossier: before.id,
        outcome,
        body,
        day: today,
        until: None,
        vote: None,
        published: None,
        words: advice.words,
        deviation: None,
        response: None,
        response_motive: None,
        advice: Some(advice.id),
        at: doing.at,
    };
    tables::add_decision(tx, doing.tenant, before.process, &row, doing.actor.account()).await?;
    Ok(())
}
