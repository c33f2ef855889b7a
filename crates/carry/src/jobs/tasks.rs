//! Telling colleagues what waits for them from now on (E601).

use super::letters::{About, MOST_REMINDED, day, letter, level_words, subject};
use super::reminding::{at_level, waited_for};
use super::reviews::who_looks_again;
use super::{Failure, of_holder};
use crate::act;
use crate::model::{Level, Standing, waits_for};
use crate::tables;
use journey::State;
use kernel::{AccountId, Date, DepartmentId, DossierId};
use people::{App, Permission};
use serde::Deserialize;
use store::jobs::Job;

#[derive(Debug, Deserialize)]
struct Task {
    dossier: DossierId,
    department: Option<DepartmentId>,
    holder: Option<AccountId>,
    by: Option<AccountId>,
    /// The department is called to a table.
    #[serde(default)]
    table: bool,
    /// An author contests the bundle, to be answered by this day.
    #[serde(default)]
    contest: Option<Date>,
    /// The department raised this objection.
    objection: Option<i64>,
    /// The department is touched too.
    #[serde(default)]
    touched: bool,
    /// So many dossiers were not processed when a body decided.
    #[serde(default)]
    overtaken: Option<u32>,
    /// Somebody else held it before.
    #[serde(default)]
    handed: bool,
    /// A colleague asks whoever the dossier waits for.
    #[serde(default)]
    remind: bool,
    /// The question was brought to this level.
    #[serde(default)]
    level: Option<String>,
    /// It was put off until this day, which comes soon.
    #[serde(default)]
    comes_back: Option<Date>,
    /// A choice is looked at again on this day.
    #[serde(default)]
    review: Option<Date>,
}

/// Tells the heads of a department that it was asked, or a person that the dossier is theirs; not when that has changed
/// meanwhile, and not to whoever did it.
pub(super) async fn tell(app: &App, job: Job) -> Result<(), Failure> {
    let task: Task = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let mut s = app.store.read().await?;
    let Some(dossier) = journey::dossier(&mut s, tenant.id, task.dossier).await? else { return Ok(()) };
    let Some(first) = dossier.contributions.first() else { return Ok(()) };
    let today = tenant.civil.today(app.clock.now());
    let mut until = task.contest.or(task.comes_back).or(task.review).or(dossier.until);
    let (accounts, keys) = if let Some(number) = task.objection {
        if !dossier.objections.iter().any(|open| open.number == number) {
            return Ok(());
        }
        let thing = Standing::from(&dossier).thing().in_department(dossier.department.or(dossier.asked));
        let mut all = people::tables::who_has(&mut s, tenant.id, Permission::Assign, &thing, today).await?;
        if let Some(holder) = dossier.holder {
            let holds = of_holder(&mut s, &tenant, holder, &thing, today).await?;
            all.extend(holds.into_iter().filter(|id| !all.contains(id)).collect::<Vec<_>>());
        }
        (all, ("carry-task-objection-subject", "carry-task-objection-text"))
    } else if task.review.is_some() {
        // Somebody looked meanwhile, or chose anew.
        let open = tables::open_review(&mut s, tenant.id, dossier.id).await?;
        if open.map(|(_, day)| day) != task.review {
            return Ok(());
        }
        (who_looks_again(&mut s, &tenant, &dossier, today).await?, ("carry-task-review-subject", "carry-task-review-text"))
    } else if task.overtaken.is_some() {
        let thing = Standing::from(&dossier).thing();
        let guardians = people::tables::who_has(&mut s, tenant.id, Permission::Review, &thing, today).await?;
        (guardians, ("carry-task-overtaken-subject", "carry-task-overtaken-text"))
    } else if task.touched {
        let open = dossier.touched.iter().find(|open| Some(open.department) == task.department);
        let Some(open) = open else { return Ok(()) };
        until = Some(open.until);
        let thing = Standing::from(&dossier).thing().in_department(task.department);
        let heads = people::tables::who_has(&mut s, tenant.id, Permission::Accept, &thing, today).await?;
        (heads, ("carry-task-touched-subject", "carry-task-touched-text"))
    } else if let Some(level) = task.level.as_deref().and_then(Level::of) {
        let standing = Standing::from(&dossier);
        if standing.level != Some(level) {
            return Ok(());
        }
        let all = at_level(&mut s, &tenant, level, &standing.thing(), today).await?;
        (all, ("carry-task-level-subject", "carry-task-level-text"))
    } else if task.remind || (task.comes_back.is_some() && task.comes_back == dossier.put_off_until()) {
        let standing = Standing::from(&dossier);
        let decider = act::decider(&mut s, tenant.id, dossier.process).await?;
        let all = waited_for(&mut s, &tenant, &standing, &waits_for(&standing, decider), decider, today).await?;
        let asked = ("carry-task-remind-subject", "carry-task-remind-text");
        (all, if task.remind { asked } else { ("carry-task-comes-back-subject", "carry-task-comes-back-text") })
    } else if task.holder.is_some() && task.holder == dossier.holder {
        let text = if task.handed { "carry-task-handed-text" } else { "carry-task-held-text" };
        let thing = Standing::from(&dossier).beside().thing();
        let holds = match dossier.holder {
            Some(holder) => of_holder(&mut s, &tenant, holder, &thing, today).await?,
            None => Vec::new(),
        };
        (holds, ("carry-task-held-subject", text))
    } else if task.table && dossier.state == State::Table {
        let thing = Standing::from(&dossier).thing().in_department(task.department);
        let heads = people::tables::who_has(&mut s, tenant.id, Permission::Accept, &thing, today).await?;
        (heads, ("carry-task-table-subject", "carry-task-table-text"))
    } else if task.contest.is_some() {
        let officers = people::tables::who_has(&mut s, tenant.id, Permission::Assign, &Standing::from(&dossier).thing(), today).await?;
        let keys = match dossier.state {
            State::Divided => ("carry-task-contest-divided-subject", "carry-task-contest-divided-text"),
            _ => ("carry-task-contest-subject", "carry-task-contest-text"),
        };
        (officers, keys)
    } else if let Some(department) = task.department.filter(|it| dossier.asked == Some(*it) || dossier.awaiting.contains(it)) {
        let (permission, keys) = match dossier.state {
            State::Means => (Permission::CommitMeans, ("carry-task-means-subject", "carry-task-means-text")),
            _ => (Permission::Accept, ("carry-task-asked-subject", "carry-task-asked-text")),
        };
        let thing = Standing::from(&dossier).thing().in_department(department);
        (people::tables::who_has(&mut s, tenant.id, permission, &thing, today).await?, keys)
    } else {
        return Ok(());
    };
    let subject = subject(&mut s, &tenant, first.contribution).await?;
    let about = About { id: dossier.id, number: first.number.as_str(), subject: &subject };
    let until = until.map(|until| day(app, &tenant.language, until)).unwrap_or_default();
    let level = level_words(app, &tenant, Standing::from(&dossier).level);
    let words = [("until", until.as_str().into()), ("count", task.overtaken.unwrap_or_default().into()), ("level", level.into())];
    let mut letters = Vec::new();
    for id in accounts.into_iter().filter(|id| Some(*id) != task.by).take(MOST_REMINDED) {
        if let Some(account) = people::tables::account(&mut s, tenant.id, id).await?.filter(|it| it.ended.is_none()) {
            letters.push(letter(app, &tenant, &about, keys, &account, &words));
        }
    }
    drop(s);
    let id = tenant.id;
    store::write!(app.store, [letters], |tx| {
        for letter in letters.clone() {
            people::mail::enqueue(tx, id, letter).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await?;
    Ok(())
}
