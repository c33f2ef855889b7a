//! Leyhoven itself: departments, areas, streets, a partner organisation, an account per role, the processes.

use super::PASSWORD;
use design::{Decider, Draft, Ground, Ladder, MandateDraft, Moment, NewPlan, NewProcess, Part, PlanPart, PlanState, Rung, Variant};
use journey::{Act, Civil, Terms};
use kernel::{
    AccountId, Actor, AreaId, Calendar, Clock, Date, DepartmentId, GrantId, Holidays, Instant, Language, OrganisationId, PlanId, ProcessId,
    StreetId, TenantId, Term, TestClock, Zone,
};
use people::tables::accounts::Account;
use people::tables::organisations::{Department, Organisation};
use people::tables::places::{Area, Street};
use people::{App, Grant, Role, Scope, Tenant, TermsWords, tables};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::texts::{LanguageSet, Origin, Version};
use ui::Contact;

/// How many days ago the first process began.
pub(super) const AGE_DAYS: i64 = 175;
/// Who leaves Leyhoven while things wait in their hands; nobody signs in as them.
pub(super) const LEAVES: &str = "vakambtenaar-water";

#[derive(Debug, Deserialize)]
struct File {
    name: String,
    phone: String,
    mail: String,
    address: String,
    hours: String,
    department: Vec<DepartmentWords>,
    organisation: Vec<DepartmentWords>,
    area: Vec<AreaWords>,
    account: Vec<AccountWords>,
    process: Vec<ProcessWords>,
    plan: Vec<PlanWords>,
}

#[derive(Debug, Deserialize)]
struct DepartmentWords {
    code: String,
    name: String,
}

#[derive(Debug, Deserialize)]
struct AreaWords {
    name: String,
    shape: Vec<[f64; 2]>,
    streets: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct AccountWords {
    login: String,
    name: String,
    role: String,
    department: Option<String>,
    organisation: Option<String>,
}

type Words = BTreeMap<String, String>;

#[derive(Debug, Deserialize)]
struct ProcessWords {
    code: String,
    slug: String,
    title: Words,
    question: Words,
    reason: Words,
    outside: Words,
    can_change: Words,
    fixed: Words,
    rung: i64,
    body: String,
    reference: String,
    decides: Words,
    criteria: Words,
    means: Words,
    contact: Words,
    open: [i64; 2],
    decision: i64,
    answer_days: u16,
    variant: Option<String>,
    /// The code of the plan on which residents react.
    plan: Option<String>,
    /// The codes of the organisations that own it too.
    #[serde(default)]
    partners: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct PlanWords {
    code: Option<String>,
    by: String,
    department: String,
    state: String,
    from: Option<i64>,
    until: Option<i64>,
    #[serde(default)]
    areas: Vec<String>,
    #[serde(default)]
    ground: Vec<[f64; 2]>,
    title: Words,
    description: Words,
    room: Words,
    fixed: Words,
}

/// An account as the demo tells it.
#[derive(Debug, Clone)]
pub(super) struct Staff {
    pub(super) id: AccountId,
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) department: Option<String>,
}

/// A process of Leyhoven.
#[derive(Debug, Clone)]
pub(super) struct Process {
    pub(super) id: ProcessId,
    pub(super) slug: String,
    pub(super) opens: Instant,
    new: NewProcess,
}

/// What was founded.
#[derive(Debug)]
pub(super) struct Town {
    pub(super) tenant: Arc<Tenant>,
    pub(super) departments: BTreeMap<String, DepartmentId>,
    pub(super) areas: BTreeMap<String, AreaId>,
    pub(super) organisation: OrganisationId,
    pub(super) accounts: Vec<Staff>,
    pub(super) processes: BTreeMap<String, Process>,
    /// The plans of departments, each with its place in addresses.
    pub(super) plans: Vec<(PlanId, String)>,
    /// What was learned before, by its code.
    pub(super) lessons: BTreeMap<String, uuid::Uuid>,
}

impl Town {
    /// The account with this login, without what stands after the @.
    pub(super) fn account(&self, login: &str) -> Result<AccountId, String> {
        let found = self.accounts.iter().find(|account| account.login.split('@').next() == Some(login));
        found.map(|account| account.id).ok_or_else(|| format!("Leyhoven has no account «{login}»"))
    }
}

fn set(words: &Words) -> Result<LanguageSet, String> {
    let original = words.get("nl").ok_or("a text of the demo has no Dutch")?;
    let mut set = LanguageSet::written(Language::NL, original.clone());
    for (tag, text) in words.iter().filter(|(tag, _)| *tag != "nl") {
        let language = tag.parse().map_err(|_| format!("«{tag}» is no language"))?;
        // Written by people of ours, read over by nobody of Leyhoven: the page says so.
        set = set.with(Version { language, text: text.clone(), origin: Origin::Human, reviewed_by: None });
    }
    Ok(set)
}

fn shape(points: &[[f64; 2]]) -> String {
    let mut ring = points.to_vec();
    ring.extend(points.first().copied());
    serde_json::json!({"type": "MultiPolygon", "coordinates": [[ring]]}).to_string()
}

fn draft_of(words: &ProcessWords, today: Date, plan: Option<PlanId>, partners: Vec<OrganisationId>) -> Result<Draft, String> {
    let day = |offset: i64| today.plus_days(offset);
    let mut draft = Draft::titled(set(&words.title)?);
    for (part, text) in [
        (Part::Question, &words.question),
        (Part::Reason, &words.reason),
        (Part::Outside, &words.outside),
        (Part::CanChange, &words.can_change),
        (Part::Fixed, &words.fixed),
        (Part::Decides, &words.decides),
        (Part::Criteria, &words.criteria),
        (Part::Means, &words.means),
        (Part::Contact, &words.contact),
    ] {
        draft = draft.with(part, set(text)?);
    }
    let rung = Rung::of_step(words.rung);
    draft.variant = words.variant.as_deref().and_then(Variant::of_code).unwrap_or_default();
    draft.plan = plan;
    draft.partners = partners;
    draft.ladder = Ladder::default();
    draft.rung = rung;
    draft.mandate = MandateDraft {
        body: Some(words.body.clone()),
        date: Some(day(words.open[0] - 30)),
        reference: Some(words.reference.clone()),
        rung,
    };
    draft.decider = Some(Decider::Body);
    let moment = |offset: i64, text: &str| Moment { date: day(offset), text: LanguageSet::written(Language::NL, text) };
    draft.planning = vec![
        moment(words.open[0] + 7, "Bijeenkomst in de wijkzaal, met koffie en opvang voor kinderen"),
        moment(words.open[1], "Laatste dag om een idee te geven"),
        moment(words.decision, "Besluit over de voorstellen"),
    ];
    draft.opens = Some(day(words.open[0]));
    draft.closes = Some(day(words.open[1]));
    draft.decision_date = Some(day(words.decision));
    draft.answer_term = Some(Term::Working(words.answer_days));
    Ok(draft)
}

/// Makes the municipality, as an administrator and an officer would.
pub(super) async fn found(app: &App, clock: &TestClock, now: Instant) -> Result<Town, String> {
    let words: File = toml::from_str(include_str!("town.toml")).map_err(|error| error.to_string())?;
    let at = clock.now();
    let random = app.random.as_ref();
    let zone = Zone::named("Europe/Brussels").map_err(|error| error.to_string())?;
    let tenant = Tenant {
        id: TenantId::new(at, random),
        host: "127.0.0.1".into(),
        hosts: vec!["127.0.0.1".into(), "localhost".into(), "leyhoven.localhost".into()],
        name: words.name.clone(),
        civil: Civil { zone, calendar: Calendar::new(Holidays::Belgian), terms: Terms::default() },
        language: Language::NL,
        languages: vec![Language::NL, Language::EN, Language::AR],
        reviewed: vec![Language::NL],
        terms_words: TermsWords::Flemish,
        plain_words: Vec::new(),
        light: false,
        theme: ui::theme::Theme::default(),
        contact: Contact {
            phone: words.phone.clone(),
            address: words.address.clone(),
            mail: words.mail.clone(),
            hours: words.hours.clone(),
        },
        logo: None,
    };
    let departments: Vec<Department> = words
        .department
        .iter()
        .map(|it| Department {
            id: DepartmentId::new(at, random),
            name: it.name.clone(),
            code: it.code.clone(),
            mail: format!("{}@leyhoven.example", it.code),
            ended: None,
        })
        .collect();
    let organisation = words.organisation.first().ok_or("Leyhoven has no partner organisation")?;
    let organisation = Organisation {
        id: OrganisationId::new(at, random),
        name: organisation.name.clone(),
        contact: "dekring@leyhoven.example".into(),
        ended: None,
    };
    let mut areas = Vec::new();
    let mut streets = Vec::new();
    for it in &words.area {
        let id = AreaId::new(at, random);
        areas.push(Area { id, name: it.name.clone(), code: it.name.to_lowercase(), parent: None, shape: Some(shape(&it.shape)) });
        streets.extend(it.streets.iter().map(|name| Street { id: StreetId::new(at, random), name: name.clone(), area: id, shape: None }));
    }
    let hash = people::password::hash(app, PASSWORD.to_owned()).await.map_err(|error| error.to_string())?;
    let today = tenant.civil.zone.date(at);
    let by_code: BTreeMap<String, DepartmentId> = departments.iter().map(|it| (it.code.clone(), it.id)).collect();
    let mut accounts: Vec<(Account, Grant)> = Vec::new();
    for it in &words.account {
        let role: Role = it.role.parse().map_err(|_| format!("«{}» is no role", it.role))?;
        let department = it.department.as_ref().and_then(|code| by_code.get(code)).copied();
        let of_organisation = it.organisation.as_ref().map(|_| organisation.id);
        let id = AccountId::new(at, random);
        let mail = format!("{}@leyhoven.example", it.login);
        let account = Account { id, name: it.name.clone(), mail, organisation: of_organisation, department, language: None, ended: None };
        let scope = match (role, department) {
            (Role::DepartmentHead | Role::Specialist | Role::BudgetHolder, Some(department)) => Scope::Department(department),
            (Role::Intermediary, _) => Scope::Organisation(organisation.id),
            _ => Scope::Tenant,
        };
        let grant = Grant {
            id: GrantId::new(at, random),
            account: id,
            role: role.code().to_owned(),
            permissions: role.permissions(),
            scope,
            from: today,
            until: None,
            substitute: None,
        };
        accounts.push((account, grant));
    }
    let staff = accounts
        .iter()
        .zip(&words.account)
        .map(|((account, grant), it)| Staff {
            id: account.id,
            login: account.mail.clone(),
            name: account.name.clone(),
            role: grant.role.clone(),
            department: it.department.clone(),
        })
        .collect();
    let mut town = Town {
        departments: by_code,
        areas: areas.iter().map(|it| (it.name.clone(), it.id)).collect(),
        organisation: organisation.id,
        accounts: staff,
        processes: BTreeMap::new(),
        plans: Vec::new(),
        lessons: BTreeMap::new(),
        tenant: Arc::new(tenant),
    };
    let founding = Arc::new((Arc::clone(&town.tenant), departments, organisation, areas, streets, accounts, hash));
    store::write!(app.store, [founding], |tx| {
        let (tenant, departments, organisation, areas, streets, accounts, hash) = &*founding;
        let (id, actor) = (tenant.id, Actor::System);
        tables::tenants::create(tx, &actor, tenant).await?;
        for it in departments {
            tables::organisations::save_department(tx, id, &actor, it).await?;
        }
        tables::organisations::save_organisation(tx, id, &actor, organisation).await?;
        for it in areas {
            tables::places::save_area(tx, id, &actor, it).await?;
        }
        tables::places::save_streets(tx, id, &actor, streets).await?;
        for (account, grant) in accounts {
            tables::accounts::create(tx, id, &actor, account, Some(hash)).await?;
            tables::grants::give(tx, id, &actor, grant).await?;
        }
        // The heads of two departments hold its budget themselves.
        for (account, grant) in
            accounts.iter().filter(|(it, _)| ["hoofd-groen@", "hoofd-samenleven@"].iter().any(|at| it.mail.starts_with(at)))
        {
            let role = Role::BudgetHolder;
            let more = Grant {
                id: GrantId::new(at, tx.random()),
                role: role.code().to_owned(),
                permissions: role.permissions(),
                scope: grant.scope.clone(),
                account: account.id,
                ..grant.clone()
            };
            tables::grants::give(tx, id, &actor, &more).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .map_err(|error| error.to_string())?;

    let today = town.tenant.civil.zone.date(now);
    for it in &words.plan {
        let kept = keep(app, &town, it, at, today).await?;
        town.plans.push(kept);
    }
    town.lessons = super::lessons::keep(app, &town, true, at).await?;
    for it in &words.process {
        let opens = now.plus_seconds((it.open[0] - 1) * 86_400);
        let id = ProcessId::new(opens, random);
        let plans = words.plan.iter().zip(&town.plans);
        let plan = it.plan.as_ref().and_then(|code| plans.into_iter().find(|(plan, _)| plan.code.as_ref() == Some(code)));
        // Leyhoven has one partner organisation.
        let partners = it.partners.iter().map(|_| town.organisation).collect();
        let draft = draft_of(it, today, plan.map(|(_, (id, _))| *id), partners)?;
        let new = NewProcess { id, slug: Some(it.slug.clone()), draft };
        town.processes.insert(it.code.clone(), Process { id, slug: it.slug.clone(), opens, new });
    }
    Ok(town)
}

/// Keeps a plan, as the specialist of its department does.
async fn keep(app: &App, town: &Town, words: &PlanWords, at: Instant, today: Date) -> Result<(PlanId, String), String> {
    let lines: Vec<String> = words.ground.iter().map(|[longitude, latitude]| format!("{longitude} {latitude}")).collect();
    let ground = match lines.as_slice() {
        [] => None,
        lines => Some(Ground::read(&lines.join("\n")).map_err(|error| error.to_string())?),
    };
    let texts = [
        (PlanPart::Title, &words.title),
        (PlanPart::Description, &words.description),
        (PlanPart::Room, &words.room),
        (PlanPart::Fixed, &words.fixed),
    ];
    let plan = NewPlan {
        texts: texts.into_iter().map(|(part, words)| Ok((part, set(words)?))).collect::<Result<_, String>>()?,
        department: *town.departments.get(&words.department).ok_or("a plan of a department that Leyhoven has not")?,
        state: PlanState::of_code(&words.state).ok_or("a plan in a state that there is not")?,
        from: words.from.map(|days| today.plus_days(days)),
        until: words.until.map(|days| today.plus_days(days)),
        address: None,
        areas: words.areas.iter().filter_map(|name| town.areas.get(name).copied()).collect(),
        ground,
        public: true,
    };
    let (who, tenant, civil) = (town.account(&words.by)?, town.tenant.id, town.tenant.civil.clone());
    let id = PlanId::new(at, app.random.as_ref());
    let slug = store::write!(app.store, [civil, plan], |tx| {
        let actor = Actor::Account { account: who };
        design::make_plan(tx, &Act { tenant, actor: &actor, at, civil: &civil }, id, &plan).await
    })
    .await
    .map_err(|error| error.to_string())?;
    Ok((id, slug))
}

/// Begins the neighbourhood budget of next year from that of this year, as the participation officer does; nothing of it is
/// public yet. Gives back which process it is.
pub(super) async fn begin_again(app: &App, town: &Town, at: Instant) -> Result<ProcessId, String> {
    let of = town.processes.get("budget").ok_or("Leyhoven has no budget")?;
    let officer = town.account("participatie")?;
    let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
    let mut s = app.store.read().await.map_err(|error| error.to_string())?;
    let before = design::process(&mut s, tenant, of.id).await.map_err(|error| error.to_string())?.ok_or("the budget is gone")?;
    let charter = before.charter.ok_or("the budget has no charter")?;
    let knowledge = evidence::Knowledge::shipped().map_err(|error| error.to_string())?;
    let guide = design::guide(&mut s, tenant, of.id).await.map_err(|error| error.to_string())?.once_more(knowledge);
    drop(s);
    let title = LanguageSet::written(Language::NL, "Wijkbudget Molenveld, volgend jaar");
    let draft = charter.draft().once_more(title, civil.today(at).plus_days(90));
    let new = NewProcess { id: ProcessId::new(at, app.random.as_ref()), slug: None, draft };
    let origin = design::CopyOrigin::Process(of.id);
    let made = store::write!(app.store, [civil, new, guide, origin], |tx| {
        let actor = Actor::Account { account: officer };
        design::begin(tx, &Act { tenant, actor: &actor, at, civil: &civil }, new, &guide, &origin).await
    })
    .await
    .map_err(|error| error.to_string())?;
    Ok(made.id)
}

/// Publishes a process, as the participation officer does.
pub(super) async fn publish(app: &App, town: &Town, process: &Process, at: Instant) -> Result<(), String> {
    let officer = town.account("participatie")?;
    let (tenant, civil, new) = (town.tenant.id, town.tenant.civil.clone(), process.new.clone());
    let guide = super::guide::of(&process.slug, town)?;
    let answers = super::knowledge::of(&process.slug)?;
    store::write!(app.store, [civil, new, guide, answers], |tx| {
        let actor = Actor::Account { account: officer };
        let act = Act { tenant, actor: &actor, at, civil: &civil };
        let id = new.id;
        design::create(tx, &act, new).await?;
        super::guide::save(tx, &act, id, &guide).await?;
        super::knowledge::answer(tx, &act, id, &answers).await?;
        design::publish(tx, &act, id).await
    })
    .await
    .map(drop)
    .map_err(|error| format!("{}: {error}", process.slug))
}
