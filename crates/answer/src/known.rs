//! What this room knows of a process, for the rules of the design guide that look at it.

use crate::model::plain::officialese;
use async_trait::async_trait;
use design::Part;
use evidence::{Fact, Value};
use journey::{Filter, State};
use people::{FactsOf, ProcessAsked};
use std::collections::BTreeSet;
use store::texts::LanguageSet;
use store::{Error, Session, sql, values};

/// Tells what is known here of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[Fact::DaysSinceLastMessage, Fact::DecisionPending, Fact::EarlierOpenPromises, Fact::JargonHits];

/// The states in which an author waits for an answer or for what was promised.
const OWED: [State; 5] = [State::Decided, State::Referred, State::Parked, State::FedBack, State::Underway];
/// More open promises than this are counted no further: one is enough to close it first (C009).
const MOST: i64 = 50;

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let (tenant, today) = (of.act.tenant, of.act.civil.today(of.act.at));
        let mut found = Vec::new();
        let yesterday = today.plus_days(-1);
        let mut open = BTreeSet::new();
        for area in &of.areas {
            let filter = Filter { area: Some(*area), states: OWED.to_vec(), due_until: Some(yesterday), ..Filter::default() };
            let rows = journey::list(s, tenant, &filter, None, MOST).await?;
            open.extend(rows.into_iter().filter(|row| row.process != of.process).map(|row| row.id));
        }
        if !of.areas.is_empty() {
            let many = i64::try_from(open.len()).unwrap_or(i64::MAX);
            found.push((Fact::EarlierOpenPromises, Value::whole(many)));
        }
        found.extend(official_words(s, of).await?.map(|many| (Fact::JargonHits, Value::whole(many))));
        let Some(process) = design::process(s, tenant, of.process).await? else { return Ok(found) };
        let Some(published) = process.published else { return Ok(found) };
        let undecided = State::ALL.iter().copied().filter(|state| state.awaits_decision()).collect();
        let filter = Filter { process: Some(of.process), states: undecided, ..Filter::default() };
        let pending = !journey::list(s, tenant, &filter, None, 1).await?.is_empty();
        found.push((Fact::DecisionPending, Value::YesNo(pending)));
        let last = s
            .optional(
                sql!("SELECT published FROM answer WHERE tenant = $1 AND process = $2 ORDER BY published DESC LIMIT 1"),
                &values![tenant, of.process],
            )
            .await?
            .map(|row| row.get("published"))
            .transpose()?
            .unwrap_or(published);
        let days = of.act.civil.today(last).days_until(today);
        found.push((Fact::DaysSinceLastMessage, Value::whole(days.max(0))));
        Ok(found)
    }
}

/// How many words of the office stand in what residents read in the charter that is being written, or else in the one that holds,
/// each once (C107). Nothing while only its title is known.
async fn official_words(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Option<i64>, Error> {
    let Some(saved) = design::draft(s, of.act.tenant, of.process).await? else { return Ok(None) };
    let draft = &saved.draft;
    if draft.texts.keys().all(|part| *part == Part::Title) {
        return Ok(None);
    }
    let own = people::tables::tenants::plain_words(s, of.act.tenant).await?;
    let texts = draft.texts.values().chain(draft.planning.iter().map(|moment| &moment.text));
    let found = texts.flat_map(LanguageSet::versions).flat_map(|it| officialese(&it.text, it.language, &own));
    let words: BTreeSet<String> = found.map(|it| it.word).collect();
    Ok(Some(i64::try_from(words.len()).unwrap_or(i64::MAX)))
}
