//! `/beheer/uiterlijk`: colours, letters and logo. Colours that cannot be read on one another are refused.

use super::{fields, settings};
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tenant::Tenant;
use askama::Template;
use axum::response::Response;
use bytes::Bytes;
use kernel::FileId;
use store::files::{self, NewFile};
use ui::theme::{Colour, Letters, Palette, Theme};
use ui::{Arg, Choice, Page, Typed};

#[derive(Template)]
#[template(path = "beheer/theme.html")]
struct Look {
    page: Page,
    typed: Typed,
    letters: Vec<Choice>,
    has_logo: bool,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let page = ctx.page("people-beheer-theme-title");
    let letters = Letters::ALL.map(|it| Choice::new(it.code(), page.t(format!("people-beheer-letters-{}", it.code()))));
    let status = fields::status(&typed);
    ui::html(status, &Look { page, typed, letters: letters.into(), has_logo: ctx.tenant.logo.is_some() })
}

fn filled(theme: &Theme) -> Typed {
    let mut typed = Typed::empty().with("letters", theme.letters.code());
    theme.palette.named().iter().for_each(|(name, colour)| typed.set(*name, colour.to_string()));
    if theme.round {
        typed.set("round", "yes");
    }
    typed
}

/// Shows how it looks now.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    Ok(draw(&ctx, filled(&ctx.tenant.theme)))
}

/// Reads the colours and looks whether they can be read on one another (WCAG 2.2, 1.4.3).
fn parse(ctx: &Context, typed: &mut Typed) -> Option<Theme> {
    let mut colour = |name: &str| {
        let read = typed.get(name).parse::<Colour>();
        if read.is_err() {
            typed.wrong(name, "people-beheer-colour-unreadable");
        }
        read.unwrap_or(Colour::rgb(0, 0, 0))
    };
    let palette = Palette {
        accent: colour("accent"),
        on_accent: colour("on-accent"),
        ink: colour("ink"),
        quiet: colour("quiet"),
        paper: colour("paper"),
        panel: colour("panel"),
        mark: colour("mark"),
        alarm: colour("alarm"),
    };
    let letters = Letters::from_code(typed.get("letters"));
    if letters.is_none() {
        typed.wrong("letters", "ui-choose");
    }
    let theme = Theme { palette, letters: letters?, round: typed.has("round", "yes") };
    if typed.is_wrong() {
        return None;
    }
    for fault in theme.faults() {
        let named = |colour: &str| Arg::Words(ctx.t(&format!("people-beheer-colour-{colour}")));
        typed.wrong_with(
            fault.front,
            ui::theme::TooFaint::KEY,
            &[
                ("front", named(fault.front)),
                ("behind", named(fault.behind)),
                ("contrast", format!("{:.1}", fault.contrast).into()),
                ("needed", format!("{:.1}", fault.needed).into()),
            ],
        );
    }
    (!typed.is_wrong()).then_some(theme)
}

/// Keeps the colours.
pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    if form.typed.has("do", "reset") {
        settings::keep(&ctx, Tenant { theme: Theme::default(), ..Tenant::clone(&ctx.tenant) }).await?;
        return Ok(ctx.done("/beheer/uiterlijk", "people-beheer-saved"));
    }
    let Some(theme) = parse(&ctx, &mut form.typed) else { return Ok(draw(&ctx, form.typed)) };
    settings::keep(&ctx, Tenant { theme, ..Tenant::clone(&ctx.tenant) }).await?;
    Ok(ctx.done("/beheer/uiterlijk", "people-beheer-saved"))
}

/// Keeps a new logo, or takes the old one away.
pub(super) async fn save_logo(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let sent = form.files.iter().find(|file| file.name == "logo");
    let picture = match (form.typed.has("do", "remove"), sent) {
        (true, _) => Ok(None),
        (false, None) => Err("ui-missing"),
        (false, Some(file)) => fields::logo(&file.bytes).map(Some),
    };
    match picture {
        Err(key) => {
            form.typed = filled(&ctx.tenant.theme);
            form.typed.wrong("logo", key);
            Ok(draw(&ctx, form.typed))
        }
        Ok(picture) => {
            put_logo(&ctx, picture.map(|logo| logo.png.into())).await?;
            Ok(ctx.done("/beheer/uiterlijk", "people-beheer-saved"))
        }
    }
}

/// The bytes first, then the row and the setting in one write; the old bytes last.
async fn put_logo(ctx: &Context, png: Option<Bytes>) -> Result<(), Fault> {
    let tenant = ctx.tenant_id();
    let file = png.as_ref().map(|bytes| (FileId::new(ctx.now(), ctx.app.random.as_ref()), i64::try_from(bytes.len()).unwrap_or(i64::MAX)));
    if let (Some(bytes), Some((id, _))) = (png, file) {
        ctx.app.store.files().put(tenant, id, bytes).await?;
    }
    let (old, actor) = (ctx.tenant.logo, ctx.actor);
    let changed = Tenant { logo: file.map(|(id, _)| id), ..Tenant::clone(&ctx.tenant) };
    store::write!(ctx.app.store, [changed, file, old, actor, tenant], |tx| {
        if let Some((id, size)) = file {
            tx.keep_file(tenant, NewFile { id, media_type: "image/png".to_owned(), size, owner: tenant.uuid() }).await?;
        }
        if let Some(old) = old {
            files::forget(tx, tenant, old).await?;
        }
        crate::tables::tenants::save(tx, &actor, &changed).await
    })
    .await?;
    ctx.app.forget_tenant(tenant);
    if let Some(old) = old {
        ctx.app.store.files().delete(tenant, old).await?;
    }
    Ok(())
}
