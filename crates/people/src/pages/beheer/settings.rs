//! `/beheer/gemeente`: name, contact, zone, languages and words of the municipality.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables;
use crate::tenant::{Tenant, TermsWords};
use askama::Template;
use axum::response::Response;
use kernel::{Language, Zone};
use ui::{Choice, Contact, Page, Typed};

#[derive(Template)]
#[template(path = "beheer/settings.html")]
struct Settings {
    page: Page,
    typed: Typed,
    languages: Vec<Choice>,
    words: Vec<Choice>,
    hosts: Vec<String>,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let page = ctx.page("people-beheer-settings-title");
    let words = [TermsWords::Flemish, TermsWords::Dutch].map(|it| Choice::new(it.code(), page.t(format!("people-beheer-words-{it}"))));
    let status = fields::status(&typed);
    let languages = fields::languages(&ctx.app.texts);
    ui::html(status, &Settings { page, typed, languages, words: words.into(), hosts: ctx.tenant.hosts.clone() })
}

/// Shows what holds now.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let tenant = &ctx.tenant;
    let mut typed = Typed::empty()
        .with("name", &tenant.name)
        .with("phone", &tenant.contact.phone)
        .with("address", &tenant.contact.address)
        .with("mail", &tenant.contact.mail)
        .with("hours", &tenant.contact.hours)
        .with("zone", tenant.civil.zone.name())
        .with("language", tenant.language.tag())
        .with("words", tenant.terms_words.code());
    if tenant.light {
        typed.set("light", "yes");
    }
    tenant.languages.iter().for_each(|language| typed.push("languages", language.tag()));
    tenant.reviewed.iter().for_each(|language| typed.push("reviewed", language.tag()));
    Ok(draw(&ctx, typed))
}

/// Reads the form into the tenant as it will be.
fn parse(ctx: &Context, typed: &mut Typed) -> Option<Tenant> {
    let name = fields::line(typed, "name", 80);
    let contact = Contact {
        phone: fields::spare_line(typed, "phone", 40),
        address: fields::spare_prose(typed, "address", 300),
        mail: fields::spare_mail(typed, "mail"),
        hours: fields::spare_line(typed, "hours", 120),
    };
    // E203: nobody needs a screen, so there has to be at least one way without.
    if contact.phone.is_empty() && contact.address.is_empty() && !typed.is_wrong() {
        typed.wrong("phone", "people-beheer-contact-missing");
    }
    let zone = Zone::named(typed.get("zone").trim());
    if zone.is_err() {
        typed.wrong("zone", "people-beheer-zone-unknown");
    }
    let languages = fields::ticked(typed, "languages", &ctx.app.texts);
    let language = typed.get("language").parse::<Language>().ok().filter(|language| languages.contains(language));
    if languages.is_empty() {
        typed.wrong("languages", "ui-choose");
    } else if language.is_none() {
        typed.wrong("language", "people-beheer-language-not-offered");
    }
    let words = typed.get("words").parse::<TermsWords>().ok();
    if words.is_none() {
        typed.wrong("words", "ui-choose");
    }
    let (Ok(zone), Some(language), Some(terms_words), false) = (zone, language, words, typed.is_wrong()) else { return None };
    let mut tenant = Tenant::clone(&ctx.tenant);
    let reviewed = fields::ticked(typed, "reviewed", &ctx.app.texts);
    tenant.civil.zone = zone;
    let light = typed.has("light", "yes");
    Some(Tenant { name, contact, language, languages, reviewed, terms_words, light, ..tenant })
}

/// Keeps the changed settings.
pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let Some(tenant) = parse(&ctx, &mut form.typed) else { return Ok(draw(&ctx, form.typed)) };
    keep(&ctx, tenant).await?;
    Ok(ctx.done("/beheer/gemeente", "people-beheer-saved"))
}

/// Writes a changed tenant and forgets what this node knew of it.
pub(super) async fn keep(ctx: &Context, tenant: Tenant) -> Result<(), Fault> {
    let actor = ctx.actor;
    store::write!(ctx.app.store, [tenant, actor], |tx| tables::tenants::save(tx, &actor, &tenant).await).await?;
    ctx.app.forget_tenant(ctx.tenant_id());
    Ok(())
}
