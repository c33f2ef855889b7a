//! Commitments as a page shows them, to residents and staff alike.

use crate::holder_left::left_since;
use crate::model::lying_still::overloaded;
use crate::model::volunteering::{HoursSum, whole_hours};
use crate::model::{Doer, Funding, HappeningKind, Lasting, Signal, Stage};
use crate::tables::commitments::Commitment;
use crate::tables::happenings::{self, Happening};
use crate::tables::hours;
use crate::tables::milestones::{self, Milestone};
use crate::tables::photos::{self, Photo};
use answer::Said;
use journey::{State, Stranded};
use kernel::{Date, DepartmentId, DossierId, Money, OrganisationId, ProcessId, TextId};
use people::{Context, Fault, WhoIsThere};
use std::collections::HashMap;
use store::Session;
use store::texts::LanguageSet;
use ui::Page;

/// A commitment.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) href: String,
    pub(crate) what: Said,
    pub(crate) stage: Stage,
    pub(crate) still: Vec<String>,
    pub(crate) who: String,
    pub(crate) department: String,
    /// The partners that own it together with the municipality (F5), by name.
    pub(crate) owners: String,
    pub(crate) until: String,
    pub(crate) promised: String,
    pub(crate) source: Option<String>,
    /// The other department whose money it is, or that was asked for it.
    pub(crate) other: String,
    pub(crate) money_ends: Option<String>,
    pub(crate) spent: String,
    pub(crate) over: bool,
    pub(crate) load: Option<String>,
    pub(crate) overloaded: bool,
    /// What volunteers gave, as everybody may read it.
    pub(crate) given: Option<String>,
    /// Whether that was more in a month than they can give, where everybody may read it.
    pub(crate) given_over: bool,
    pub(crate) confirmed: Option<String>,
    pub(crate) check_on: Option<String>,
    pub(crate) untold: bool,
    pub(crate) milestones: Vec<MilestoneShown>,
    pub(crate) photos: Vec<PhotoShown>,
    pub(crate) log: Vec<Logged>,
}

/// A photo of what was there before, or of what is there now.
#[derive(Debug)]
pub(crate) struct PhotoShown {
    pub(crate) id: String,
    pub(crate) src: String,
    pub(crate) width: i64,
    pub(crate) height: i64,
    pub(crate) alt: Said,
    pub(crate) caption: String,
}

#[derive(Debug)]
pub(crate) struct MilestoneShown {
    pub(crate) id: String,
    pub(crate) text: Said,
    pub(crate) told: String,
    pub(crate) late: bool,
    pub(crate) open: bool,
}

/// One thing that happened.
#[derive(Debug)]
pub(crate) struct Logged {
    pub(crate) day: String,
    pub(crate) label: String,
    pub(crate) parts: Vec<(Option<&'static str>, Said)>,
    pub(crate) lasting: Vec<(&'static str, bool)>,
}

struct Names {
    texts: HashMap<TextId, LanguageSet>,
    departments: HashMap<DepartmentId, String>,
    organisations: HashMap<OrganisationId, String>,
    owners: HashMap<ProcessId, String>,
}

impl Names {
    fn said(&self, page: &Page, id: TextId) -> Said {
        match self.texts.get(&id) {
            Some(set) => Said::of(set, &page.language),
            None => Said { text: String::new(), language: page.language, unreviewed: false },
        }
    }
}

/// Draws commitments with their milestones and everything that happened to them.
pub(crate) async fn shown(s: &mut Session, ctx: &Context, page: &Page, all: &[Commitment]) -> Result<Vec<Shown>, Fault> {
    let tenant = ctx.tenant_id();
    let (civil, today) = (&ctx.tenant.civil, ctx.today());
    let holders = WhoIsThere::read(s, tenant, civil, all.iter().filter_map(|it| it.holder).collect()).await?;
    let smallest = people::tables::tenants::smallest(s, tenant).await?;
    let mut rest = Vec::with_capacity(all.len());
    let mut ids: Vec<TextId> = all.iter().map(|it| it.what).collect();
    for it in all {
        let milestones = milestones::of_commitment(s, tenant, it.id).await?;
        let log = happenings::of_commitment(s, tenant, it.id).await?;
        let left = left_since(&holders, it, civil, today);
        let told = match it.changed {
            Some(_) => journey::dossier(s, tenant, it.dossier).await?.is_none_or(|dossier| !crate::untold(it, &dossier)),
            None => true,
        };
        ids.extend(milestones.iter().map(|one| one.text));
        let photos = photos::of_commitment(s, tenant, it.id).await?;
        ids.extend(log.iter().flat_map(Happening::texts));
        ids.extend(photos.iter().map(|one| one.description));
        let sum = hours::sum(s, tenant, it.id).await?;
        rest.push((milestones, log, photos, left, told, sum));
    }
    ids.sort_unstable();
    ids.dedup();
    let mut texts = HashMap::new();
    for some in ids.chunks(50) {
        texts.extend(store::texts::texts(s, tenant, some).await?);
    }
    let departments = people::tables::departments(s, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let organisations: HashMap<OrganisationId, String> =
        people::tables::organisations(s, tenant).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut owners: HashMap<ProcessId, String> = HashMap::new();
    for it in all {
        if let std::collections::hash_map::Entry::Vacant(unknown) = owners.entry(it.process) {
            let partners = design::partners_of(s, tenant, it.process).await?;
            let mut names: Vec<&str> = partners.iter().filter_map(|id| organisations.get(id)).map(String::as_str).collect();
            names.sort_unstable();
            unknown.insert(names.join(", "));
        }
    }
    let names = Names { texts, departments, organisations, owners };
    let drawn = all.iter().zip(rest).map(|(it, (milestones, log, photos, left, told, sum))| {
        let still = it.dates(civil, left).reasons(civil, today);
        let mut shown = one(page, &names, it, &milestones, &log, &photos, &still, today, told);
        shown.given = given(page, &sum, smallest, today);
        shown.given_over = !sum.public(smallest, today).0.over(it.ceiling).is_empty();
        shown
    });
    Ok(drawn.collect())
}

#[allow(clippy::too_many_arguments, reason = "a commitment is drawn from everything that is known of it")]
fn one(
    page: &Page,
    names: &Names,
    it: &Commitment,
    milestones: &[Milestone],
    log: &[Happening],
    photos: &[Photo],
    still: &[(Signal, Date)],
    today: Date,
    told: bool,
) -> Shown {
    let department = names.departments.get(&it.department).cloned().unwrap_or_default();
    let partner = it.organisation.and_then(|id| names.organisations.get(&id).cloned());
    let promised = it.promised.cents();
    let other = it.means_of.and_then(|id| names.departments.get(&id).cloned()).unwrap_or_default();
    // Whose money it is stands beside where it comes from; of what is not there the words before it say it already.
    let whose = Some(&other).filter(|name| it.funding.is_there() && !name.is_empty());
    let source = match (&it.source, whose) {
        (Some(source), Some(whose)) => Some(format!("{source}, {whose}")),
        (source, whose) => source.clone().or_else(|| whose.cloned()),
    };
    Shown {
        href: format!("/werk/uitvoering/{}", it.id),
        what: names.said(page, it.what),
        stage: it.stage,
        still: still.iter().map(|(why, since)| lies_still_since(page, why.public_key(), *since)).collect(),
        who: match it.doer {
            Doer::Department => department.clone(),
            Doer::Resident => page.t(Doer::Resident.key()),
            Doer::Partner => partner.unwrap_or_else(|| page.t(Doer::Partner.key())),
        },
        department,
        owners: names.owners.get(&it.process).cloned().unwrap_or_default(),
        until: page.date(&it.until),
        promised: means(page, it, &other),
        source,
        other,
        money_ends: it.money_ends.map(|day| page.t1("deliver-money-ends", "day", page.date(&day))),
        spent: if promised == 0 {
            page.money(&it.spent)
        } else {
            page.t2("deliver-spent-share", "spent", page.money(&it.spent), "share", page.percent(&it.spent.cents(), &promised))
        },
        over: it.spent > it.promised,
        load: it.hours.map(|hours| match it.ceiling {
            Some(ceiling) => page.t2("deliver-load-ceiling", "hours", hours, "ceiling", ceiling),
            None => page.t1("deliver-load", "hours", hours),
        }),
        overloaded: overloaded(it.hours, it.ceiling),
        given: None,
        given_over: false,
        confirmed: it
            .realised
            .zip(it.confirmed_by)
            .map(|(at, by)| page.t2("deliver-confirmed-by", "who", page.t(by.key()), "day", page.day(&at))),
        check_on: it.check_on.map(|day| page.t1("deliver-check-on", "day", page.date(&day))),
        untold: !told,
        milestones: milestones
            .iter()
            .map(|one| MilestoneShown {
                id: one.id.to_string(),
                text: names.said(page, one.text),
                told: match one.done {
                    Some(day) => page.t1("deliver-milestone-done", "day", page.date(&day)),
                    None => page.t1("deliver-milestone-planned", "day", page.date(&one.planned)),
                },
                late: one.done.is_none() && one.planned < today,
                open: one.done.is_none(),
            })
            .collect(),
        photos: photos
            .iter()
            .map(|one| PhotoShown {
                id: one.id.to_string(),
                src: format!("/uitvoering/fotos/{}", one.id),
                width: one.width,
                height: one.height,
                alt: names.said(page, one.description),
                caption: page.t2("deliver-photo-caption", "moment", page.t(one.moment.key()), "day", page.day(&one.at)),
            })
            .collect(),
        log: log.iter().map(|happening| logged(page, names, milestones, happening)).collect(),
    }
}

/// How much time volunteers gave, as everybody may read it; in a group that is small only that they did, so that nobody is known by it.
pub(crate) fn given(page: &Page, sum: &HoursSum, smallest: i64, today: Date) -> Option<String> {
    if sum.minutes == 0 {
        return None;
    }
    let (public, tells_private) = sum.public(smallest, today);
    let hours = whole_hours(public.minutes);
    Some(match (public.minutes, tells_private) {
        (0, _) => page.t1("deliver-given-few", "most", smallest),
        (_, true) => page.t2("deliver-given", "hours", hours, "private", whole_hours(public.private)),
        (_, false) => page.t1("deliver-given-together", "hours", hours),
    })
}

/// What is promised, or that it is not there: what another department is only asked for is never called promised.
fn means(page: &Page, it: &Commitment, other: &str) -> String {
    let amount = page.money(&it.needed);
    match it.funding {
        Funding::Asked => page.t2("deliver-means-asked", "amount", amount, "department", other),
        Funding::Refused => page.t2("deliver-means-refused", "amount", amount, "department", other),
        Funding::Sought if it.needed.cents() == 0 => page.t("deliver-means-sought-some"),
        Funding::Sought => page.t1("deliver-means-sought", "amount", amount),
        _ if it.promised.cents() == 0 => page.t("deliver-no-means"),
        _ => page.t1("deliver-means-promised", "amount", page.money(&it.promised)),
    }
}

/// Why something lies still and since when, in one sentence.
pub(crate) fn lies_still(page: &Page, still: &Stranded) -> String {
    lies_still_since(page, still.code.key(), still.since)
}

fn lies_still_since(page: &Page, why: &'static str, since: Date) -> String {
    page.t2("deliver-still", "why", page.t(why), "day", page.date(&since))
}

fn logged(page: &Page, names: &Names, milestones: &[Milestone], it: &Happening) -> Logged {
    let day = |day: Option<Date>| day.map_or_else(|| page.t("ui-none"), |day| page.date(&day));
    let who = it.part.map(|part| page.t(part.key())).unwrap_or_default();
    let amount = page.money(&it.amount.unwrap_or(Money::from_cents(0)));
    let other = it.means_of.and_then(|id| names.departments.get(&id).cloned()).unwrap_or_else(|| page.t("deliver-another-department"));
    let label = match it.kind {
        HappeningKind::Promised => page.t1("deliver-log-promised", "day", day(it.day)),
        HappeningKind::Planned => page.t1("deliver-log-planned", "day", day(it.day)),
        HappeningKind::Reached => page.t1("deliver-log-reached", "day", day(it.day)),
        HappeningKind::Moved => page.t2("deliver-log-moved", "was", day(it.was), "day", day(it.day)),
        HappeningKind::Spent => page.t1("deliver-log-spent", "amount", amount),
        HappeningKind::Asked => page.t2("deliver-log-asked", "amount", amount, "department", other),
        HappeningKind::Given => page.t2("deliver-log-given", "amount", amount, "department", other),
        HappeningKind::Refused => page.t2("deliver-log-refused", "amount", amount, "department", other),
        HappeningKind::Funded if it.amount.is_some_and(|it| it.cents() > 0) => page.t1("deliver-log-funded", "amount", amount),
        HappeningKind::Confirmed => page.t1("deliver-log-confirmed", "who", who),
        HappeningKind::NotReady => page.t1("deliver-log-not-ready", "who", who),
        HappeningKind::Different => page.t1("deliver-log-different", "who", who),
        HappeningKind::Experienced if it.lasting.is_empty() => page.t("deliver-log-experienced-nothing"),
        other => page.t(other.key()),
    };
    let of_milestone = it.milestone.and_then(|id| milestones.iter().find(|one| one.id == id)).map(|one| (None, names.said(page, one.text)));
    let part = |key: Option<&'static str>, id: Option<TextId>| id.map(|id| (key, names.said(page, id)));
    let parts = match it.kind {
        HappeningKind::Reached => vec![of_milestone],
        HappeningKind::Moved => vec![of_milestone, part(Some("deliver-log-why"), it.text)],
        HappeningKind::PhotoGone | HappeningKind::Refused => vec![part(Some("deliver-log-why"), it.text)],
        HappeningKind::Changed => vec![
            part(Some("deliver-log-proposed"), it.proposed),
            part(Some("deliver-log-instead"), it.instead),
            part(Some("deliver-log-why"), it.text),
        ],
        _ => vec![part(None, it.text)],
    };
    let looked = it.kind == HappeningKind::Checked;
    // An author who does not say that something holds need not mean that it does not.
    let said = |one: &Lasting| it.kind == HappeningKind::Experienced && it.lasting.contains(one);
    Logged {
        day: page.day(&it.at),
        label,
        parts: parts.into_iter().flatten().filter(|(_, said)| !said.text.is_empty()).collect(),
        lasting: Lasting::ALL.iter().filter(|one| looked || said(one)).map(|one| (one.key(), it.lasting.contains(one))).collect(),
    }
}

/// Something that was decided and for which nothing is planned.
#[derive(Debug)]
pub(crate) struct Unplanned {
    pub(crate) number: String,
    pub(crate) dossier: String,
    pub(crate) still: String,
}

/// How many dossiers are read at once.
const AT_ONCE: i64 = 100;

/// After so many pages a list ends, whatever it found: the next page goes on there.
const PAGES: usize = 3;

/// Where a page of what is not planned ends.
pub(crate) type UnplannedEnd = (Date, DossierId);

/// Of a process, a department, or all: `most` of what was decided to be done and has no commitment after its term (X8), what is
/// owed first before the rest, and where the next page begins. Noes are not read at all, and nothing hides behind many rows: what is in
/// its term is read a few pages at a time.
pub(crate) async fn unplanned(
    s: &mut Session,
    ctx: &Context,
    page: &Page,
    of: (Option<ProcessId>, Option<DepartmentId>),
    mut after: Option<UnplannedEnd>,
    most: usize,
) -> Result<(Vec<Unplanned>, Option<UnplannedEnd>), Fault> {
    let mut found: Vec<Unplanned> = Vec::new();
    let mut end = None;
    for _ in 0..PAGES {
        let rows = journey::to_carry_out(s, ctx.tenant_id(), of, after, AT_ONCE).await?;
        for row in &rows {
            let still = row.decided.and_then(|decided| crate::uncommitted(decided, &ctx.tenant.civil, ctx.today()));
            let Some(still) = still else { continue };
            if found.len() == most {
                return Ok((found, end));
            }
            found.push(Unplanned { number: row.number.to_string(), dossier: row.id.to_string(), still: lies_still(page, &still) });
            end = Some((row.due, row.id));
        }
        let whole = i64::try_from(rows.len()).unwrap_or(0) < AT_ONCE;
        let Some(last) = rows.last().filter(|_| !whole) else { return Ok((found, None)) };
        after = Some((last.due, last.id));
    }
    Ok((found, after))
}

/// The place in an address at which a page of what is not planned ends, and the other way round.
pub(crate) fn unplanned_place((due, id): UnplannedEnd) -> String {
    format!("{due}.{id}")
}

/// See [`unplanned_place`].
pub(crate) fn unplanned_after(text: Option<&String>) -> Option<UnplannedEnd> {
    let (day, id) = text?.split_once('.')?;
    Some((day.parse().ok()?, id.parse().ok()?))
}

/// Since when something that was decided lies still without a commitment.
pub(crate) async fn unplanned_since(s: &mut Session, ctx: &Context, id: DossierId) -> Result<Option<Stranded>, Fault> {
    let Some(dossier) = journey::dossier(s, ctx.tenant_id(), id).await? else { return Ok(None) };
    let Some(decided) = dossier.decided.as_ref().filter(|_| crate::can_promise(&dossier)) else { return Ok(None) };
    Ok(crate::uncommitted(decided.date, &ctx.tenant.civil, ctx.today()).filter(|_| dossier.state != State::Underway))
}
