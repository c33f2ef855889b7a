//! `/beheer/personen`: who can sign in. A first password is shown once and stored only as a hash.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::password;
use crate::permit::{Grant, Permission, Scope, Thing};
use crate::posted::Posted;
use crate::tables::{self, Account, accounts, beheer, roles};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{AccountId, Date, DepartmentId, GrantId, Language, OrganisationId};
use ui::{Choice, Page, Pager, Typed};

/// So many people on a page of the list.
const PAGE: usize = 50;

struct Row {
    account: Account,
    place: String,
}

#[derive(Template)]
#[template(path = "beheer/accounts.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "beheer/account-new.html")]
struct Blank {
    page: Page,
    typed: Typed,
    choices: Choices,
}

/// What an account can be tied to.
struct Choices {
    departments: Vec<Choice>,
    organisations: Vec<Choice>,
    languages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "beheer/account-password.html")]
struct FirstPassword {
    page: Page,
    account: Account,
    password: String,
}

#[derive(Template)]
#[template(path = "beheer/account.html")]
struct One {
    page: Page,
    typed: Typed,
    choices: Choices,
    account: Account,
    grants: Vec<Given>,
    factor: bool,
    own: bool,
}

/// A grant in words.
pub(super) struct Given {
    pub(super) id: GrantId,
    pub(super) role: String,
    pub(super) scope: String,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
    pub(super) substitute: Option<String>,
    /// Whether the person acts in it for somebody else.
    pub(super) stands_in_for: Option<String>,
    pub(super) over: bool,
}

async fn choices(ctx: &Context) -> Result<Choices, Fault> {
    let mut session = ctx.read().await?;
    let departments = tables::departments(&mut session, ctx.tenant_id()).await?;
    let organisations = tables::organisations(&mut session, ctx.tenant_id()).await?;
    drop(session);
    let departments = departments.into_iter().filter(|it| it.ended.is_none()).map(|it| Choice::new(it.id.to_string(), it.name)).collect();
    let organisations =
        organisations.into_iter().filter(|it| it.ended.is_none()).map(|it| Choice::new(it.id.to_string(), it.name)).collect();
    let languages = ctx.tenant.languages.iter().map(|language| Choice::new(language.tag(), ui::own_name(language))).collect();
    Ok(Choices { departments, organisations, languages })
}

/// Shows everybody by name, a page at a time.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let tenant = ctx.tenant_id();
    let after = fields::read_name_place::<AccountId>(crate::context::asked(ctx.query.as_deref(), "na").as_deref());
    let mut session = ctx.read().await?;
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = tables::accounts(&mut session, tenant, after.as_ref().map(|(name, id)| (name.as_str(), *id)), most).await?;
    let departments = tables::departments(&mut session, tenant).await?;
    let organisations = tables::organisations(&mut session, tenant).await?;
    drop(session);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| format!("/beheer/personen?na={}", fields::name_place(&last.name, last.id)));
    let previous = after.map(|_| "/beheer/personen".to_owned());
    let place = |account: &Account| {
        let department = departments.iter().find(|it| Some(it.id) == account.department).map(|it| it.name.clone());
        let organisation = organisations.iter().find(|it| Some(it.id) == account.organisation).map(|it| it.name.clone());
        organisation.or(department).unwrap_or_default()
    };
    let rows = found.into_iter().map(|account| Row { place: place(&account), account }).collect();
    Ok(ui::html(StatusCode::OK, &List { page: ctx.page("people-beheer-accounts-title"), rows, pager: Pager { next, previous } }))
}

/// Shows the form for a new account.
pub(super) async fn blank(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    draw_blank(&ctx, Typed::empty().with("language", ctx.tenant.language.tag())).await
}

async fn draw_blank(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let choices = choices(ctx).await?;
    Ok(ui::html(fields::status(&typed), &Blank { page: ctx.page("people-beheer-account-new"), typed, choices }))
}

/// Reads the form. Somebody works for a department or for a partner organisation, not for both.
fn parse(ctx: &Context, typed: &mut Typed, choices: &Choices, id: AccountId) -> Option<Account> {
    let listed = |list: &[Choice], id: String| list.iter().any(|choice| choice.value == id);
    let name = fields::line(typed, "name", 80);
    let mail = fields::mail(typed, "mail");
    let department = fields::spare_choice::<DepartmentId>(typed, "department", |id| listed(&choices.departments, id.to_string()));
    let organisation = fields::spare_choice::<OrganisationId>(typed, "organisation", |id| listed(&choices.organisations, id.to_string()));
    if department.is_some() && organisation.is_some() {
        typed.wrong("organisation", "people-beheer-account-both");
    }
    let language = typed.get("language").parse::<Language>().ok().filter(|language| ctx.tenant.languages.contains(language));
    (!typed.is_wrong()).then_some(Account { id, name, mail, organisation, department, language, ended: None })
}

/// Makes an account and shows its first password, once.
pub(super) async fn create(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let choices = choices(&ctx).await?;
    let id = AccountId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(account) = parse(&ctx, &mut form.typed, &choices, id) else { return draw_blank(&ctx, form.typed).await };
    let (password, hash) = fresh_password(&ctx).await?;
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    let made = store::write!(ctx.app.store, [account, tenant, actor, hash], |tx| {
        accounts::create(tx, tenant, &actor, &account, Some(&hash)).await
    });
    match made.await {
        Ok(()) => Ok(show_password(&ctx, account, password)),
        Err(store::Error::Conflict(_)) => {
            form.typed.wrong("mail", "people-beheer-mail-taken");
            draw_blank(&ctx, form.typed).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn fresh_password(ctx: &Context) -> Result<(String, String), Fault> {
    let password = fields::first_password(ctx.app.random.as_ref());
    let hash = password::hash(&ctx.app, password.clone()).await.map_err(|error| Fault::Broken(error.to_string()))?;
    Ok((password, hash))
}

fn show_password(ctx: &Context, account: Account, password: String) -> Response {
    ui::html(StatusCode::OK, &FirstPassword { page: ctx.page("people-beheer-password-title"), account, password })
}

async fn known(ctx: &Context, id: &str) -> Result<Account, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    tables::account(&mut ctx.read().await?, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)
}

/// Shows one account with its roles.
pub(super) async fn show(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let account = known(&ctx, &id).await?;
    let text = |id: Option<String>| id.unwrap_or_default();
    let typed = Typed::empty()
        .with("name", &account.name)
        .with("mail", &account.mail)
        .with("department", text(account.department.map(|id| id.to_string())))
        .with("organisation", text(account.organisation.map(|id| id.to_string())))
        .with("language", text(account.language.map(|language| language.to_string())));
    draw_one(&ctx, account, typed).await
}

async fn draw_one(ctx: &Context, account: Account, typed: Typed) -> Result<Response, Fault> {
    let choices = choices(ctx).await?;
    let mut session = ctx.read().await?;
    let held = tables::grants::of_account(&mut session, ctx.tenant_id(), account.id).await?;
    let factor = beheer::has_factor(&mut session, ctx.tenant_id(), account.id).await?;
    drop(session);
    let grants = in_words(ctx, &held, account.id).await?;
    let own = ctx.account.as_ref().is_some_and(|it| it.id == account.id);
    let page = ctx.page_titled(account.name.clone());
    Ok(ui::html(fields::status(&typed), &One { page, typed, choices, account, grants, factor, own }))
}

/// The name of a role: the municipality's own, or the shipped one in the page's language.
pub(super) fn role_name(ctx: &Context, row: &roles::RoleRow) -> String {
    row.name.clone().unwrap_or_else(|| ctx.t(&format!("people-role-{}", row.code)))
}

/// Grants as people read them, seen from `account`.
pub(super) async fn in_words(ctx: &Context, grants: &[Grant], account: AccountId) -> Result<Vec<Given>, Fault> {
    let tenant = ctx.tenant_id();
    let mut session = ctx.read().await?;
    let shipped = roles::roles(&mut session, tenant).await?;
    let departments = tables::departments(&mut session, tenant).await?;
    let areas = tables::areas(&mut session, tenant).await?;
    let organisations = tables::organisations(&mut session, tenant).await?;
    let people: Vec<AccountId> =
        grants.iter().flat_map(|grant| [Some(grant.account), grant.substitute.map(|it| it.account)]).flatten().collect();
    let names = tables::names(&mut session, tenant, &people).await?;
    drop(session);
    let name_of = |id: AccountId| names.iter().find(|(held, _)| *held == id).map(|(_, name)| name.clone()).unwrap_or_default();
    let scope = |scope: &Scope| {
        let name = match scope {
            Scope::Tenant => None,
            Scope::Department(id) => departments.iter().find(|it| it.id == *id).map(|it| it.name.clone()),
            Scope::Area { area, .. } => areas.iter().find(|it| it.id == *area).map(|it| it.name.clone()),
            Scope::Process(id) => Some(id.to_string()),
            Scope::Organisation(id) => organisations.iter().find(|it| it.id == *id).map(|it| it.name.clone()),
        };
        let key = format!("people-beheer-scope-{}", scope.code());
        name.map_or_else(|| ctx.t(&key), |name| format!("{}: {name}", ctx.t(&key)))
    };
    let today = ctx.today();
    Ok(grants
        .iter()
        .map(|grant| Given {
            id: grant.id,
            role: shipped.iter().find(|row| row.code == grant.role).map_or_else(|| grant.role.clone(), |row| role_name(ctx, row)),
            scope: scope(&grant.scope),
            from: grant.from,
            until: grant.until,
            substitute: grant.substitute.map(|it| name_of(it.account)),
            stands_in_for: (grant.account != account).then(|| name_of(grant.account)),
            over: grant.until.is_some_and(|last| last < today),
        })
        .collect())
}

/// Keeps a changed account.
pub(super) async fn save(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let held = known(&ctx, &id).await?;
    let choices = choices(&ctx).await?;
    let Some(account) = parse(&ctx, &mut form.typed, &choices, held.id) else { return draw_one(&ctx, held, form.typed).await };
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    let kept = store::write!(ctx.app.store, [account, tenant, actor], |tx| accounts::save(tx, tenant, &actor, &account).await);
    match kept.await {
        Ok(()) => Ok(ctx.done(&format!("/beheer/personen/{}", held.id), "people-beheer-saved")),
        Err(store::Error::Conflict(_)) => {
            form.typed.wrong("mail", "people-beheer-mail-taken");
            draw_one(&ctx, held, form.typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives an account a new password, shown once; who was signed in with the old one is not any more.
pub(super) async fn renew_password(Path(id): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx;
    let account = known(&ctx, &id).await?;
    not_ended(&account)?;
    let (password, hash) = fresh_password(&ctx).await?;
    let (tenant, actor, id) = (ctx.tenant_id(), ctx.actor, account.id);
    store::write!(ctx.app.store, [tenant, actor, id, hash], |tx| accounts::set_password(tx, tenant, &actor, id, &hash, None).await).await?;
    Ok(show_password(&ctx, account, password))
}

/// Takes the second factor away, for who lost the telephone.
pub(super) async fn reset_factor(Path(id): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx;
    let id = known(&ctx, &id).await?.id;
    not_self(&ctx, id)?;
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    store::write!(ctx.app.store, [tenant, actor, id], |tx| accounts::reset_factor(tx, tenant, &actor, id).await).await?;
    Ok(ctx.done(&format!("/beheer/personen/{id}"), "people-beheer-factor-reset-done"))
}

/// Ends an account; never one's own, so that nobody locks the municipality out.
pub(super) async fn end(Path(id): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx;
    let account = known(&ctx, &id).await?;
    not_self(&ctx, account.id)?;
    not_ended(&account)?;
    let (tenant, actor, id) = (ctx.tenant_id(), ctx.actor, account.id);
    store::write!(ctx.app.store, [tenant, actor, id], |tx| accounts::end(tx, tenant, &actor, id).await).await?;
    Ok(ctx.done(&format!("/beheer/personen/{id}"), "people-beheer-account-ended-done"))
}

fn not_ended(account: &Account) -> Result<(), Fault> {
    if account.ended.is_some() { Err(Fault::Conflict("people-beheer-account-is-ended")) } else { Ok(()) }
}

/// Separation of duties: rights and locks of one's own account are another administrator's work.
pub(super) fn not_self(ctx: &Context, id: AccountId) -> Result<(), Fault> {
    if ctx.account.as_ref().is_some_and(|it| it.id == id) { Err(Fault::Conflict("people-beheer-not-yourself")) } else { Ok(()) }
}
