//! Roles of a person: for what, from when until when, and who stands in. Nobody gives a role to oneself.

use super::accounts::{Given, in_words, not_self, role_name};
use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Grant, Permission, PermissionSet, Scope, Substitute, Thing};
use crate::posted::Posted;
use crate::tables::{self, Account, grants, roles};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{AccountId, AreaId, DepartmentId, GrantId, OrganisationId, ProcessId};
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "beheer/grant-new.html")]
struct Blank {
    page: Page,
    typed: Typed,
    account: Account,
    roles: Vec<Choice>,
    scopes: Vec<Choice>,
    departments: Vec<Choice>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "beheer/grant.html")]
struct One {
    page: Page,
    typed: Typed,
    account: Account,
    given: Given,
    grant: GrantId,
}

async fn person(ctx: &Context, id: &str) -> Result<Account, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let account = tables::account(&mut ctx.read().await?, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)?;
    not_self(ctx, account.id)?;
    if account.ended.is_some() {
        return Err(Fault::Conflict("people-beheer-account-is-ended"));
    }
    Ok(account)
}

async fn form_of(ctx: &Context, account: Account, typed: Typed) -> Result<Blank, Fault> {
    let tenant = ctx.tenant_id();
    let mut session = ctx.read().await?;
    let shipped = roles::roles(&mut session, tenant).await?;
    let departments = tables::departments(&mut session, tenant).await?;
    let areas = tables::areas(&mut session, tenant).await?;
    let organisations = tables::organisations(&mut session, tenant).await?;
    drop(session);
    let page = ctx.page_titled(ctx.app.texts.get(&ctx.language, "people-beheer-role-give-to", &[("name", account.name.as_str().into())]));
    let scopes = ["tenant", "department", "area", "organisation", "process"];
    Ok(Blank {
        roles: shipped.iter().map(|row| Choice::new(row.code.clone(), role_name(ctx, row))).collect(),
        scopes: scopes.iter().map(|scope| Choice::new(*scope, page.t(format!("people-beheer-scope-{scope}")))).collect(),
        departments: departments.into_iter().filter(|it| it.ended.is_none()).map(|it| Choice::new(it.id.to_string(), it.name)).collect(),
        areas: areas.into_iter().map(|it| Choice::new(it.id.to_string(), it.name)).collect(),
        organisations: organisations
            .into_iter()
            .filter(|it| it.ended.is_none())
            .map(|it| Choice::new(it.id.to_string(), it.name))
            .collect(),
        page,
        typed,
        account,
    })
}

/// Shows the form for giving a role.
pub(super) async fn blank(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let account = person(&ctx, &id).await?;
    let mut typed = Typed::empty().with("from", ctx.today().to_string()).with("scope", "tenant");
    if let Some(department) = account.department {
        typed = typed.with("department", department.to_string());
    }
    if let Some(organisation) = account.organisation {
        typed = typed.with("scope", "organisation").with("organisation", organisation.to_string());
    }
    Ok(ui::html(StatusCode::OK, &form_of(&ctx, account, typed).await?))
}

/// The process that somebody pasted: its id, or the address of its page.
fn process_in(text: &str) -> Option<ProcessId> {
    text.trim().split(['/', '?', '#']).rev().find_map(|part| part.parse().ok())
}

fn parse(form: &mut Blank, id: GrantId) -> Option<Grant> {
    let listed = |list: &[Choice], id: String| list.iter().any(|choice| choice.value == id);
    let typed = &mut form.typed;
    let role = typed.get("role").to_owned();
    if !listed(&form.roles, role.clone()) {
        typed.wrong("role", "ui-choose");
    }
    let scope = match typed.get("scope") {
        "tenant" => Some(Scope::Tenant),
        "department" => {
            fields::choice::<DepartmentId>(typed, "department", |id| listed(&form.departments, id.to_string())).map(Scope::Department)
        }
        "area" => fields::choice::<AreaId>(typed, "area", |id| listed(&form.areas, id.to_string()))
            .map(|area| Scope::Area { area, within: Vec::new() }),
        "organisation" => fields::choice::<OrganisationId>(typed, "organisation", |id| listed(&form.organisations, id.to_string()))
            .map(Scope::Organisation),
        "process" => {
            let process = process_in(typed.get("process"));
            if process.is_none() {
                typed.wrong("process", "people-beheer-process-unreadable");
            }
            process.map(Scope::Process)
        }
        _ => {
            typed.wrong("scope", "ui-choose");
            None
        }
    };
    // Somebody of a partner organisation sees what came through that organisation, and nothing else.
    if let (Some(organisation), Some(scope)) = (form.account.organisation, &scope)
        && *scope != Scope::Organisation(organisation)
    {
        typed.wrong("scope", "people-beheer-scope-partner");
    }
    let from = fields::day(typed, "from");
    let until = fields::spare_day(typed, "until");
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        typed.wrong("until", "people-beheer-until-before-from");
    }
    if typed.is_wrong() {
        return None;
    }
    Some(Grant {
        id,
        account: form.account.id,
        role,
        permissions: PermissionSet::default(),
        scope: scope?,
        from: from?,
        until,
        substitute: None,
    })
}

/// Gives a role.
pub(super) async fn give(Path(id): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let account = person(&ctx, &id).await?;
    let mut blank = form_of(&ctx, account, form.typed).await?;
    let id = GrantId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(grant) = parse(&mut blank, id) else { return Ok(ui::html(fields::status(&blank.typed), &blank)) };
    let (tenant, actor, account) = (ctx.tenant_id(), ctx.actor, grant.account);
    store::write!(ctx.app.store, [grant, tenant, actor], |tx| grants::give(tx, tenant, &actor, &grant).await).await?;
    Ok(ctx.done(&format!("/beheer/personen/{account}"), "people-beheer-role-given"))
}

async fn held(ctx: &Context, id: &str) -> Result<(Grant, Account), Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let mut session = ctx.read().await?;
    let grant = grants::grant(&mut session, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)?;
    let account = tables::account(&mut session, ctx.tenant_id(), grant.account).await?.ok_or(Fault::NotFound)?;
    Ok((grant, account))
}

/// Shows one grant: end it, or name who stands in.
pub(super) async fn show(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let (grant, account) = held(&ctx, &id).await?;
    let mut typed = Typed::empty().with("last", ctx.today().to_string());
    if let Some(it) = grant.substitute {
        let who = tables::account(&mut ctx.read().await?, ctx.tenant_id(), it.account).await?;
        typed = typed
            .with("mail", who.map(|who| who.mail).unwrap_or_default())
            .with("from", it.from.to_string())
            .with("until", it.until.to_string());
    }
    draw_one(&ctx, &grant, account, typed).await
}

async fn draw_one(ctx: &Context, grant: &Grant, account: Account, typed: Typed) -> Result<Response, Fault> {
    let given = in_words(ctx, std::slice::from_ref(grant), account.id).await?.into_iter().next().ok_or(Fault::NotFound)?;
    let title = [("name", account.name.as_str().into()), ("role", given.role.as_str().into())];
    let page = ctx.page_titled(ctx.app.texts.get(&ctx.language, "people-beheer-grant-title", &title));
    Ok(ui::html(fields::status(&typed), &One { page, typed, account, given, grant: grant.id }))
}

/// Ends a grant with a last day: today or later, so that nothing that was done loses its ground.
pub(super) async fn end(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let (grant, account) = held(&ctx, &id).await?;
    not_self(&ctx, account.id)?;
    let last = fields::day(&mut form.typed, "last");
    if last.is_some_and(|last| last < ctx.today()) {
        form.typed.wrong("last", "people-beheer-last-past");
    }
    let (Some(last), false) = (last, form.typed.is_wrong()) else { return draw_one(&ctx, &grant, account, form.typed).await };
    let (tenant, actor, id) = (ctx.tenant_id(), ctx.actor, grant.id);
    store::write!(ctx.app.store, [tenant, actor, id, last], |tx| grants::end(tx, tenant, &actor, id, last).await).await?;
    Ok(ctx.done(&format!("/beheer/personen/{}", account.id), "people-beheer-role-ended"))
}

/// Names who stands in for the holder during a period, or takes the name away.
pub(super) async fn name_substitute(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let (grant, account) = held(&ctx, &id).await?;
    let removed = form.typed.has("do", "remove");
    let substitute = if removed { None } else { parse_substitute(&ctx, &grant, &mut form.typed).await? };
    if form.typed.is_wrong() {
        return draw_one(&ctx, &grant, account, form.typed).await;
    }
    if let Some(it) = substitute {
        not_self(&ctx, it.account)?;
    }
    let (tenant, actor, id) = (ctx.tenant_id(), ctx.actor, grant.id);
    store::write!(ctx.app.store, [tenant, actor, id, substitute], |tx| grants::name_substitute(tx, tenant, &actor, id, substitute).await)
        .await?;
    Ok(ctx.done(&format!("/beheer/personen/{}", account.id), "people-beheer-saved"))
}

async fn parse_substitute(ctx: &Context, grant: &Grant, typed: &mut Typed) -> Result<Option<Substitute>, Fault> {
    let mail = fields::mail(typed, "mail");
    let from = fields::day(typed, "from");
    let until = fields::day(typed, "until");
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        typed.wrong("until", "people-beheer-until-before-from");
    }
    let who = tables::accounts::by_mail(&mut ctx.read().await?, ctx.tenant_id(), &mail).await?;
    let who: Option<AccountId> = who.filter(|who| who.ended.is_none() && who.id != grant.account).map(|who| who.id);
    if who.is_none() && !mail.is_empty() && typed.error_of("mail").is_none() {
        typed.wrong("mail", "people-beheer-substitute-unknown");
    }
    let (Some(account), Some(from), Some(until), false) = (who, from, until, typed.is_wrong()) else { return Ok(None) };
    Ok(Some(Substitute { account, from, until }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_found_in_what_was_pasted() {
        let id = ProcessId::from_uuid(uuid::Uuid::from_u128(9));
        for text in [id.to_string(), format!("https://leyhoven.test/werk/processen/{id}/afspraken?x=1"), format!(" {id} ")] {
            assert_eq!(process_in(&text), Some(id), "{text}");
        }
        assert_eq!(process_in("https://leyhoven.test/processen/kerkplein"), None);
    }
}
