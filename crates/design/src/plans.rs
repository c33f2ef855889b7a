//! Keeping the plans of a department. Each act writes its rows and its line in the journal together.

use crate::model::{NewPlan, PlanPart, numbered, slug};
use crate::refusal::Refusal;
use crate::tables::plan as table;
use journey::Act;
use kernel::{Instant, PlanId, TextId};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use store::{Tx, journal};

/// Writes the texts at their places and gives their keyed digests, for the journal.
async fn write(tx: &mut Tx, act: &Act<'_>, plan: &NewPlan, places: &BTreeMap<PlanPart, TextId>) -> Result<Value, Refusal> {
    let mut digests = Map::new();
    for (part, place) in places {
        let set = plan.texts.get(part).ok_or(Refusal::Untitled)?;
        tx.save_text(act.tenant, *place, set).await?;
        let words: Vec<String> = set.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
        digests.insert(part.code().to_owned(), tx.digest(act.tenant, place.uuid(), &words.join("\n\n")).await?.into());
    }
    Ok(Value::Object(digests))
}

async fn note(tx: &mut Tx, act: &Act<'_>, id: PlanId, kind: &'static str, plan: &NewPlan, digests: Value) -> Result<(), Refusal> {
    let body = json!({
        "department": plan.department,
        "state": plan.state.code(),
        "public": plan.public,
        "areas": plan.areas,
        "drawn": plan.ground.is_some(),
        "digests": digests,
    });
    tx.journal(journal::Entry {
        tenant: act.tenant,
        stream: id.uuid(),
        stream_kind: "plan",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    })
    .await?;
    Ok(())
}

/// Keeps a new plan; gives its place in addresses.
///
/// # Errors
/// When a text is missing, or the database cannot be written.
pub async fn make_plan(tx: &mut Tx, act: &Act<'_>, id: PlanId, plan: &NewPlan) -> Result<String, Refusal> {
    let title = plan.texts.get(&PlanPart::Title).ok_or(Refusal::Untitled)?;
    let wish = slug(&title.original().text);
    let mut free = None;
    for nth in 1..1000 {
        let made = numbered(&wish, nth);
        if !table::slug_taken(tx, act.tenant, &made).await? {
            free = Some(made);
            break;
        }
    }
    let slug = free.ok_or_else(|| Refusal::Store(store::Error::Conflict("plan.slug".into())))?;
    let places: BTreeMap<PlanPart, TextId> = PlanPart::ALL.into_iter().map(|part| (part, TextId::new(act.at, tx.random()))).collect();
    let digests = write(tx, act, plan, &places).await?;
    table::put(tx, act.tenant, id, Some(&slug), plan, &places, act.at).await?;
    note(tx, act, id, "plan-made", plan, digests).await?;
    Ok(slug)
}

/// Saves what a plan became. `seen` is the moment at which it was saved that the writer saw: when somebody else saved since,
/// nothing is overwritten.
///
/// # Errors
/// When there is no such plan, a text is missing, or somebody else saved meanwhile.
pub async fn save_plan(tx: &mut Tx, act: &Act<'_>, id: PlanId, plan: &NewPlan, seen: Option<Instant>) -> Result<(), Refusal> {
    let (saved, places) = table::standing(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if seen != Some(saved) {
        return Err(Refusal::Overtaken);
    }
    let digests = write(tx, act, plan, &places).await?;
    table::put(tx, act.tenant, id, None, plan, &places, act.at).await?;
    note(tx, act, id, "plan-saved", plan, digests).await
}
