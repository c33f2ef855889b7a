//! What this room shows on pages of rooms that stand before it: the journey, the dossier, «my work», the process.

use crate::holder_left::{is_gone, left_since};
use crate::model::lying_still::ending_until;
use crate::model::{Funding, Signal, Stage};
use crate::tables::commitments::{self, Commitment};
use crate::view::{self, Shown, Unplanned};
use answer::Said;
use askama::Template;
use async_trait::async_trait;
use journey::Outcome;
use kernel::{AccountId, ContributionId, DepartmentId, DossierId, ProcessId};
use people::{Context, Fault, Panel, Permission, Scope, Spot, Thing, WhoIsThere};
use store::Session;
use ui::{Arg, Page};

/// What is due within so many days stands on the desk.
const DUE_DAYS: i64 = 7;
/// How many rows the desk shows.
const SHOWN: usize = 10;
/// How many rows are read for it.
const READ: i64 = 100;
/// Of how many people who left what they had is read for it.
const GONE: usize = 20;

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        match spot {
            Spot::Journey(contribution) => journey_of(ctx, contribution).await,
            Spot::Dossier(dossier) => dossier_of(ctx, dossier).await,
            Spot::Desk => desk(ctx).await,
            Spot::Process(process) => process_of(ctx, process).await,
        }
    }
}

fn drawn(template: &impl Template) -> Result<String, Fault> {
    template.render().map_err(|error| Fault::Broken(error.to_string()))
}

#[derive(Debug, Template)]
#[template(path = "panel_journey.html")]
struct JourneyPanel {
    page: Page,
    rows: Vec<Shown>,
    still: Option<String>,
    confirm: Option<String>,
    /// Where an author says whether it still works.
    still_works: Option<String>,
}

/// What comes of it, on the public journey: promised, milestones, spent against promised, changes with their motive,
/// confirmed in which part. Empty while nothing was decided that is carried out.
async fn journey_of(ctx: &Context, contribution: ContributionId) -> Result<String, Fault> {
    let page = ctx.page("deliver-panel-title");
    let mut s = ctx.read().await?;
    let Some(dossier) = journey::of_contribution(&mut s, ctx.tenant_id(), contribution).await? else { return Ok(String::new()) };
    if !dossier.outcome.is_some_and(Outcome::is_carried_out) {
        return Ok(String::new());
    }
    let all = commitments::of_dossier(&mut s, ctx.tenant_id(), dossier.id).await?;
    let still = view::unplanned_since(&mut s, ctx, dossier.id).await?.map(|still| view::lies_still(&page, &still));
    let rows = view::shown(&mut s, ctx, &page, &all).await?;
    drop(s);
    let number = dossier.travelling(contribution).map(|it| it.number.to_string()).unwrap_or_default();
    let claimed = all.iter().any(|it| it.stage == Stage::Claimed);
    let realised = all.iter().any(|it| it.stage == Stage::Realised);
    let (confirm, works) = (format!("/bijdragen/{number}/uitgevoerd"), format!("/bijdragen/{number}/werkt-het-nog"));
    drawn(&JourneyPanel { rows, still, confirm: claimed.then_some(confirm), still_works: realised.then_some(works), page })
}

#[derive(Debug, Template)]
#[template(path = "panel_dossier.html")]
struct DossierPanel {
    page: Page,
    rows: Vec<Shown>,
    still: Option<String>,
    promise: Option<String>,
}

async fn dossier_of(ctx: &Context, id: DossierId) -> Result<String, Fault> {
    let page = ctx.page("deliver-panel-title");
    let mut s = ctx.read().await?;
    let Some(dossier) = journey::dossier(&mut s, ctx.tenant_id(), id).await? else { return Ok(String::new()) };
    let all = commitments::of_dossier(&mut s, ctx.tenant_id(), id).await?;
    let open = crate::can_promise(&dossier);
    if all.is_empty() && !open {
        return Ok(String::new());
    }
    let still = view::unplanned_since(&mut s, ctx, id).await?.map(|still| view::lies_still(&page, &still));
    let rows = view::shown(&mut s, ctx, &page, &all).await?;
    drop(s);
    let thing = Thing::process(dossier.process).in_department(dossier.department).in_area(dossier.area);
    let may = open && ctx.may(Permission::CarryOut, &thing);
    drawn(&DossierPanel { rows, still, promise: may.then(|| format!("/werk/dossiers/{id}/uitvoering")), page })
}

#[derive(Debug, Template)]
#[template(path = "panel_desk.html")]
struct DeskPanel {
    page: Page,
    /// Whether whoever signed in reads what staff reads.
    reads: bool,
    /// Each with what is to be done for its money.
    rows: Vec<(Shown, Option<String>)>,
    more: bool,
    unplanned: Vec<Unplanned>,
    /// Where whoever signed in writes down how much time volunteers gave.
    helped: Vec<(String, Said)>,
}

/// The departments whose commitments wait for whoever signed in; `None` for those of the whole municipality.
fn reach(ctx: &Context, permission: Permission) -> Vec<Option<DepartmentId>> {
    let Some(who) = &ctx.account else { return Vec::new() };
    let today = ctx.today();
    let grants = who.grants.iter().filter(|grant| grant.works_for(who.id, today) && grant.permissions.holds(permission));
    let mut found: Vec<Option<DepartmentId>> =
        grants.map(|grant| if let Scope::Department(id) = &grant.scope { Some(*id) } else { None }).collect();
    found.sort_unstable();
    found.dedup();
    if found.contains(&None) { vec![None] } else { found }
}

/// What whoever signed in carries out: what is due within a week or over its date, and, whenever it is due, what nobody has any more
/// (X10), that of which the money ends (X11), and that for which another department refused its money.
async fn carried_out(s: &mut Session, ctx: &Context, department: Option<DepartmentId>) -> Result<Vec<Commitment>, Fault> {
    let (tenant, civil, today) = (ctx.tenant_id(), &ctx.tenant.civil, ctx.today());
    let due = commitments::open(s, tenant, department, Some(today.plus_days(DUE_DAYS)), None, READ).await?;
    let mut found: Vec<Commitment> = due.into_iter().filter(|it| it.stage == Stage::Underway).collect();
    let in_hands = commitments::in_hands(s, tenant, department).await?;
    let holders = WhoIsThere::read(s, tenant, civil, in_hands.iter().map(|(holder, _)| *holder).collect()).await?;
    let mut gone: Vec<AccountId> =
        in_hands.into_iter().filter(|(holder, thing)| is_gone(&holders, *holder, thing, today)).map(|(holder, _)| holder).collect();
    gone.dedup();
    for holder in gone.into_iter().take(GONE) {
        let all = commitments::of_holder(s, tenant, holder, READ).await?;
        found.extend(all.into_iter().filter(|it| left_since(&holders, it, civil, today).is_some()));
    }
    let until = ending_until(civil, today);
    found.extend(commitments::money_ending(s, tenant, department, until, READ).await?);
    found.extend(commitments::refused(s, tenant, department, READ).await?);
    found.retain(|it| ctx.may(Permission::CarryOut, &it.thing()));
    Ok(found)
}

/// What waits for the money of whoever signed in; and, for the controller, what lies still without its money (F3 X8).
async fn funded(s: &mut Session, ctx: &Context) -> Result<Vec<Commitment>, Fault> {
    let mut found = Vec::new();
    for department in reach(ctx, Permission::CommitMeans) {
        let asked = commitments::asked(s, ctx.tenant_id(), department, READ).await?;
        found.extend(asked.into_iter().filter(|it| ctx.may(Permission::CommitMeans, &it.means_thing())));
    }
    if ctx.may(Permission::ManageBudgets, &Thing::tenant()) {
        found.extend(commitments::unfunded(s, ctx.tenant_id(), ctx.today().plus_days(-1), READ).await?);
    }
    Ok(found)
}

/// That of which whoever signed in may write down how much time volunteers gave, when they carry nothing out themselves.
async fn helped(s: &mut Session, ctx: &Context, page: &Page) -> Result<Vec<(String, Said)>, Fault> {
    if !ctx.may_somewhere(Permission::RecordContribution) || ctx.may_somewhere(Permission::CarryOut) {
        return Ok(Vec::new());
    }
    let own = ctx.account.as_ref().and_then(|account| account.organisation);
    let mut all = commitments::with_volunteers(s, ctx.tenant_id(), own, READ).await?;
    all.retain(|it| may_note_hours(ctx, it));
    all.truncate(SHOWN);
    let mut found = Vec::new();
    for it in all {
        if let Some(what) = store::texts::text(s, ctx.tenant_id(), it.what).await? {
            found.push((format!("/werk/uitvoering/{}/uren", it.id), Said::of(&what, &page.language)));
        }
    }
    Ok(found)
}

/// Whether whoever signed in writes down for others how much time volunteers gave for this.
pub(crate) fn may_note_hours(ctx: &Context, it: &Commitment) -> bool {
    let own = ctx.account.as_ref().and_then(|account| account.organisation);
    it.is_helped_by(own) && ctx.may(Permission::RecordContribution, &it.hours_thing())
}

/// What waits until whoever signed in confirms it, or looks whether it lasts.
async fn confirmed(s: &mut Session, ctx: &Context) -> Result<Vec<Commitment>, Fault> {
    let soon = ctx.today().plus_days(DUE_DAYS);
    let due = commitments::open(s, ctx.tenant_id(), None, Some(soon), None, READ).await?;
    let claimed = commitments::claimed(s, ctx.tenant_id(), READ).await?;
    let check = due.into_iter().filter(|it| it.stage == Stage::Realised);
    Ok(claimed.into_iter().chain(check).filter(|it| ctx.may(Permission::Confirm, &it.thing())).collect())
}

/// The words for what whoever signed in has to do for its money: say whether they commit what another department asks of theirs, or
/// look for another source where one refused.
fn money_key(it: &Commitment, ctx: &Context) -> Option<&'static str> {
    match it.funding {
        Funding::Asked if ctx.may(Permission::CommitMeans, &it.means_thing()) => Some("deliver-desk-asked"),
        Funding::Refused if it.stage == Stage::Underway && ctx.may(Permission::CarryOut, &it.thing()) => Some("deliver-desk-refused"),
        _ => None,
    }
}

/// The same in words.
fn money_told(it: &Commitment, shown: &Shown, ctx: &Context, page: &Page) -> Option<String> {
    let words: [(&str, Arg); 3] = [
        ("department", shown.department.as_str().into()),
        ("other", shown.other.as_str().into()),
        ("amount", page.money(&it.needed).into()),
    ];
    money_key(it, ctx).map(|key| page.ta(key, &words))
}

/// What stands first: what somebody must take over, go on with or find money for, whenever it is due; then what lies still; then what
/// is due.
fn place(it: &Commitment, ctx: &Context, holders: &WhoIsThere) -> u8 {
    if money_key(it, ctx).is_some() {
        return 0;
    }
    let today = ctx.today();
    let left = left_since(holders, it, &ctx.tenant.civil, today);
    let reasons = it.dates(&ctx.tenant.civil, left).reasons(&ctx.tenant.civil, today);
    match reasons.as_slice() {
        [] => 2,
        all if all.iter().any(|(signal, _)| matches!(signal, Signal::Unheld | Signal::Ending)) => 0,
        _ => 1,
    }
}

/// What waits for whoever signed in: what is due within a week or lies still, what must be confirmed, and what was decided and
/// is not planned. That is the controller's too: without an agreement it has no money (F3 X8).
async fn desk(ctx: &Context) -> Result<String, Fault> {
    let page = ctx.page("deliver-desk-title");
    let mut s = ctx.read().await?;
    let mut mine: Vec<Commitment> = Vec::new();
    let mut unplanned = Vec::new();
    let carries = reach(ctx, Permission::CarryOut);
    for department in &carries {
        mine.extend(carried_out(&mut s, ctx, *department).await?);
    }
    // The participation team sees what its departments leave; a department sees its own.
    let plans = if ctx.may(Permission::ManageBudgets, &Thing::tenant()) { vec![None] } else { carries };
    for department in plans {
        unplanned.extend(view::unplanned(&mut s, ctx, &page, (None, department), None, SHOWN).await?.0);
    }
    if !reach(ctx, Permission::Confirm).is_empty() {
        mine.extend(confirmed(&mut s, ctx).await?);
    }
    mine.extend(funded(&mut s, ctx).await?);
    let holders = WhoIsThere::read(&mut s, ctx.tenant_id(), &ctx.tenant.civil, mine.iter().filter_map(|it| it.holder).collect()).await?;
    mine.sort_by_cached_key(|it| (place(it, ctx, &holders), it.due, it.id));
    mine.dedup_by_key(|it| it.id);
    let more = mine.len() > SHOWN;
    mine.truncate(SHOWN);
    unplanned.truncate(SHOWN);
    let helped = helped(&mut s, ctx, &page).await?;
    if mine.is_empty() && unplanned.is_empty() && helped.is_empty() {
        return Ok(String::new());
    }
    let rows = view::shown(&mut s, ctx, &page, &mine).await?;
    drop(s);
    let money: Vec<Option<String>> = mine.iter().zip(&rows).map(|(it, shown)| money_told(it, shown, ctx, &page)).collect();
    let rows = rows.into_iter().zip(money).collect();
    drawn(&DeskPanel { reads: ctx.may_somewhere(Permission::ReadStaff), rows, more, unplanned, helped, page })
}

#[derive(Debug, Template)]
#[template(path = "panel_process.html")]
struct ProcessPanel {
    page: Page,
    href: String,
    counts: Vec<(&'static str, i64)>,
    late: i64,
}

async fn process_of(ctx: &Context, id: ProcessId) -> Result<String, Fault> {
    let page = ctx.page("deliver-list-title");
    let mut s = ctx.read().await?;
    let counts = commitments::counts(&mut s, ctx.tenant_id(), id, ctx.today()).await?;
    let process = design::process(&mut s, ctx.tenant_id(), id).await?;
    drop(s);
    let Some(process) = process.filter(|_| !counts.is_empty()) else { return Ok(String::new()) };
    let href = format!("/processen/{}/uitvoering", process.slug);
    let late = counts.iter().map(|(_, _, late)| late).sum();
    let of = |stage: Stage| counts.iter().find(|(it, _, _)| *it == stage).map_or(0, |(_, count, _)| *count);
    let counts = Stage::ALL.iter().map(|stage| (stage.key(), of(*stage))).collect();
    drawn(&ProcessPanel { page, href, counts, late })
}
