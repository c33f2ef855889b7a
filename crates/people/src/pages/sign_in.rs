//! Signing in: mail address and password, then the code of the second factor (set up at the first sign-in), and out again.

use crate::context::{Context, Standing, asked};
use crate::cookies::{self, Name};
use crate::factor::FactorSecret;
use crate::fault::Fault;
use crate::house::{App, SecondFactor};
use crate::limits::Trial;
use crate::password;
use crate::posted::Posted;
use crate::seal::place;
use crate::sign_in::{begin, digest, fresh_token};
use crate::tables::accounts::{self, Credentials, bare_mail};
use crate::tables::events::{self, Event};
use crate::tables::sign_ins::{self, SignIn, Stage};
use askama::Template;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use kernel::{AccountId, Actor, SignInId, TenantId};
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    typed: Typed,
    kept: bool,
}

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage {
    page: Page,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "enrol.html")]
struct EnrolPage {
    page: Page,
    typed: Typed,
    secret: String,
    picture: String,
}

#[derive(Template)]
#[template(path = "signed_out.html")]
struct SignedOutPage {
    page: Page,
}

/// Only a path of this host: nobody is sent to another site after signing in.
fn back(path: &str) -> String {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']) && path.len() <= 2000;
    if inside { path.to_owned() } else { "/".to_owned() }
}

fn with_back(path: &str, to: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("terug", to);
    format!("{path}?{}", query.finish())
}

/// Sends somebody who has to sign in to the page for that, and back here afterwards.
pub(crate) fn ask(ctx: &Context, method: &Method) -> Response {
    let to = if method == Method::POST { "/".to_owned() } else { ctx.path_and_query() };
    let page = match &ctx.standing {
        Standing::Half(SignIn { stage: Stage::Enrol, .. }) => "/aanmelden/instellen",
        Standing::Half(_) => "/aanmelden/code",
        _ => "/aanmelden",
    };
    ui::see_other(&with_back(page, &to))
}

fn wanted(ctx: &Context) -> String {
    back(&asked(ctx.query.as_deref(), "terug").unwrap_or_default())
}

pub(crate) async fn show(ctx: Context) -> Response {
    if ctx.account.is_some() {
        return ui::see_other(&wanted(&ctx));
    }
    let typed = Typed::empty().with("terug", wanted(&ctx));
    let kept = asked(ctx.query.as_deref(), "bewaard").is_some();
    ui::html(StatusCode::OK, &SignInPage { page: ctx.page("people-sign-in-title"), typed, kept })
}

/// The subject of a limit: the tenant and what is tried, so that tenants do not count for one another.
fn subject(tenant: TenantId, what: &str) -> String {
    format!("{tenant} {}", what.chars().take(320).collect::<String>())
}

pub(crate) async fn send(mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let (mail, typed_password) = (bare_mail(form.get("mail")), form.get("password").to_owned());
    form.typed.set("password", "");
    for (name, value) in [("mail", mail.as_str()), ("password", typed_password.as_str())] {
        if value.trim().is_empty() {
            form.typed.wrong(name, "ui-missing");
        }
    }
    if form.typed.is_wrong() {
        return Ok(show_wrong(&ctx, form.typed));
    }
    let subject = subject(ctx.tenant.id, &mail);
    ctx.app.limits.take(Trial::SignIn, &ctx.address, &subject, ctx.now())?;

    let mut session = ctx.read().await?;
    let found = accounts::credentials_by_mail(&mut session, ctx.tenant.id, &mail).await?;
    drop(session);
    let found = found.filter(|it| it.account.ended.is_none());
    let stored = found.as_ref().and_then(|it| it.password.clone());
    let right = password::matches(&ctx.app, typed_password, stored).await;
    let Some(credentials) = found.filter(|_| right) else {
        form.typed.wrong("mail", "people-sign-in-wrong");
        return Ok(show_wrong(&ctx, form.typed));
    };
    ctx.app.limits.give_back(Trial::SignIn, &ctx.address, &subject, ctx.now());
    let stage = stage_of(&ctx.app, &credentials);
    let to = back(form.get("terug"));
    let next = match stage {
        Stage::Full => to,
        Stage::Code => with_back("/aanmelden/code", &to),
        Stage::Enrol => with_back("/aanmelden/instellen", &to),
    };
    go_on(&ctx, credentials.account.id, stage, None, &next).await
}

fn show_wrong(ctx: &Context, typed: Typed) -> Response {
    ui::html(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { page: ctx.page("people-sign-in-title"), typed, kept: false })
}

/// What somebody has to do after the password: people of the municipality need a second factor, people of partner
/// organisations may have one.
fn stage_of(app: &App, it: &Credentials) -> Stage {
    let required = app.settings.second_factor == SecondFactor::Required && it.account.organisation.is_none();
    match (&it.factor, required) {
        (Some(_), _) => Stage::Code,
        (None, true) => Stage::Enrol,
        (None, false) => Stage::Full,
    }
}

/// What is proven at this step of signing in, and is written together with it.
#[derive(Clone)]
enum Proof {
    Code { step: i64 },
    Enrolment { step: i64, sealed: Vec<u8> },
}

/// Begins the next step under a fresh token: whoever knew the cookie before knows nothing now.
async fn go_on(ctx: &Context, account: AccountId, stage: Stage, proof: Option<Proof>, next: &str) -> Result<Response, Fault> {
    let app = &ctx.app;
    let token = fresh_token(app);
    let fresh = digest(app, &token);
    let old = match &ctx.bond {
        crate::csrf::Bond::SignIn(cookie) => Some(digest(app, cookie)),
        crate::csrf::Bond::Visitor(_) => None,
    };
    let tenant = ctx.tenant.id;
    let done = store::write!(app.store, [tenant, account, stage, proof, fresh, old], |tx| {
        let proven = match &proof {
            Some(Proof::Code { step }) => accounts::use_factor_step(tx, tenant, account, *step).await?,
            Some(Proof::Enrolment { step, sealed }) => accounts::set_factor(tx, tenant, account, sealed, *step).await?,
            None => true,
        };
        if !proven {
            return Ok::<_, store::Error>(false);
        }
        if let Some(old) = &old {
            sign_ins::end(tx, tenant, old).await?;
        }
        begin(tx, tenant, account, stage, &fresh).await?;
        if stage == Stage::Full {
            events::record(tx, tenant, &Actor::Account { account }, Event::SignedIn { account }).await?;
        }
        Ok(true)
    })
    .await?;
    if !done {
        return Ok(code_wrong(ctx, Typed::empty().with("terug", next)));
    }
    let mut response = ui::see_other(next);
    if let Some(cookie) = cookies::set(Name::SignIn, app.settings.https, &token, Some(app.settings.absolute_seconds + 7 * 86_400)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

fn half(ctx: &Context, stage: Stage) -> Result<AccountId, Fault> {
    match &ctx.standing {
        Standing::Half(sign_in) if sign_in.stage == stage => Ok(sign_in.account),
        _ => Err(Fault::SignIn),
    }
}

pub(crate) async fn show_code(ctx: Context) -> Result<Response, Fault> {
    if half(&ctx, Stage::Code).is_err() {
        return Ok(ui::see_other(&with_back("/aanmelden", &wanted(&ctx))));
    }
    let typed = Typed::empty().with("terug", wanted(&ctx));
    Ok(ui::html(StatusCode::OK, &CodePage { page: ctx.page("people-code-title"), typed }))
}

fn code_wrong(ctx: &Context, mut typed: Typed) -> Response {
    typed.set("code", "");
    typed.wrong("code", "people-code-wrong");
    ui::html(StatusCode::UNPROCESSABLE_ENTITY, &CodePage { page: ctx.page("people-code-title"), typed })
}

pub(crate) async fn send_code(form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let account = half(&ctx, Stage::Code)?;
    let subject = subject(ctx.tenant.id, &account.to_string());
    ctx.app.limits.take(Trial::Code, &ctx.address, &subject, ctx.now())?;
    let mut session = ctx.read().await?;
    let credentials = accounts::credentials(&mut session, ctx.tenant.id, account).await?.ok_or(Fault::SignIn)?;
    drop(session);
    let sealed = credentials.factor.ok_or(Fault::SignIn)?;
    let secret = FactorSecret::from_bytes(ctx.app.keys.factor.open(&place("factor", ctx.tenant.id, account.uuid()), &sealed)?);
    let Some(step) = secret.step_of(form.get("code"), ctx.now(), credentials.factor_step) else {
        return Ok(code_wrong(&ctx, form.typed));
    };
    ctx.app.limits.give_back(Trial::Code, &ctx.address, &subject, ctx.now());
    go_on(&ctx, account, Stage::Full, Some(Proof::Code { step }), &back(form.get("terug"))).await
}

/// Who sets a second factor up: staff halfway a first sign-in, or anybody signed in who has none yet.
async fn enrolling(ctx: &Context) -> Result<(AccountId, SignInId), Fault> {
    if let Standing::Half(sign_in) = &ctx.standing {
        return if sign_in.stage == Stage::Enrol { Ok((sign_in.account, sign_in.id)) } else { Err(Fault::SignIn) };
    }
    let who = ctx.signed_in()?;
    let mut session = ctx.read().await?;
    let credentials = accounts::credentials(&mut session, ctx.tenant.id, who.id).await?.ok_or(Fault::SignIn)?;
    if credentials.factor.is_some() { Err(Fault::Conflict("people-enrol-there")) } else { Ok((who.id, who.sign_in)) }
}

/// The secret that is offered during one enrolment: the same each time the page is shown, without being stored before
/// it is proven.
fn offered(ctx: &Context, account: AccountId, sign_in: SignInId) -> Result<FactorSecret, Fault> {
    let key = ctx.app.secret.derive("people second factor offer");
    let ids = [ctx.tenant.id.uuid(), account.uuid(), sign_in.uuid()];
    let parts: Vec<&[u8]> = ids.iter().map(|id| id.as_bytes().as_slice()).collect();
    Ok(FactorSecret::from_bytes(crate::seal::mac(&key, &parts)[..20].to_vec()))
}

async fn enrol_page(ctx: &Context, account: AccountId, secret: &FactorSecret, status: StatusCode, typed: Typed) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let account = accounts::account(&mut session, ctx.tenant.id, account).await?.ok_or(Fault::SignIn)?;
    drop(session);
    let address = secret.address(&ctx.tenant.name, &account.mail);
    let code = qrcode::QrCode::new(address.as_bytes()).map_err(|error| Fault::Broken(error.to_string()))?;
    let svg = code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(240, 240).build();
    let picture = format!("data:image/svg+xml;base64,{}", data_encoding::BASE64.encode(svg.as_bytes()));
    Ok(ui::html(status, &EnrolPage { page: ctx.page("people-enrol-title"), typed, secret: secret.spelled(), picture }))
}

pub(crate) async fn show_enrol(ctx: Context) -> Result<Response, Fault> {
    let (account, sign_in) = match enrolling(&ctx).await {
        Ok(who) => who,
        Err(Fault::SignIn) => return Ok(ui::see_other(&with_back("/aanmelden", &wanted(&ctx)))),
        Err(fault) => return Err(fault),
    };
    let secret = offered(&ctx, account, sign_in)?;
    enrol_page(&ctx, account, &secret, StatusCode::OK, Typed::empty().with("terug", wanted(&ctx))).await
}

pub(crate) async fn send_enrol(mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let (account, sign_in) = enrolling(&ctx).await?;
    let subject = subject(ctx.tenant.id, &account.to_string());
    ctx.app.limits.take(Trial::Code, &ctx.address, &subject, ctx.now())?;
    let secret = offered(&ctx, account, sign_in)?;
    let Some(step) = secret.step_of(form.get("code"), ctx.now(), 0) else {
        form.typed.set("code", "");
        form.typed.wrong("code", "people-code-wrong");
        return enrol_page(&ctx, account, &secret, StatusCode::UNPROCESSABLE_ENTITY, form.typed).await;
    };
    ctx.app.limits.give_back(Trial::Code, &ctx.address, &subject, ctx.now());
    let sealed = ctx.app.keys.factor.seal(ctx.app.random.as_ref(), &place("factor", ctx.tenant.id, account.uuid()), secret.bytes())?;
    go_on(&ctx, account, Stage::Full, Some(Proof::Enrolment { step, sealed }), &back(form.get("terug"))).await
}

pub(crate) async fn show_out(ctx: Context) -> Response {
    ui::html(
        StatusCode::OK,
        &SignedOutPage { page: ctx.page(if ctx.account.is_some() { "people-sign-out-title" } else { "people-signed-out-title" }) },
    )
}

pub(crate) async fn send_out(form: Posted) -> Result<Response, Fault> {
    let ctx = &form.ctx;
    if let crate::csrf::Bond::SignIn(cookie) = &ctx.bond {
        let (tenant, token, account) = (ctx.tenant.id, digest(&ctx.app, cookie), ctx.account.as_ref().map(|it| it.id));
        store::write!(ctx.app.store, [tenant, token, account], |tx| {
            sign_ins::end(tx, tenant, &token).await?;
            if let Some(account) = account {
                events::record(tx, tenant, &Actor::Account { account }, Event::SignedOut { account }).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
    let mut response = ui::see_other("/afmelden");
    if let Some(cookie) = cookies::set(Name::SignIn, ctx.app.settings.https, "", Some(0)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(back("/werk?x=1"), "/werk?x=1");
        for outside in ["https://evil.test", "//evil.test", "/\\evil.test", "", "werk", "/a\nb"] {
            assert_eq!(back(outside), "/", "{outside}");
        }
    }
}
