//! `/werk/processen/nieuw`: a process begins with its name, empty, from a template, or from an earlier process.

use crate::acts::{NewProcess, begin, create, draft};
use crate::forms::{date, line};
use crate::model::{Draft, Guide, Part, template, templates};
use crate::tables::copy::CopyOrigin;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Date, Language, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use store::texts::LanguageSet;
use ui::{Choice, Page, Typed};

/// So many earlier processes can be chosen from.
const EARLIER: i64 = 200;
/// A planning begins so many days from today when no first day is said.
const SOON: i64 = 30;
/// What is sent for beginning with nothing, and from an earlier process.
const EMPTY: &str = "empty";
const AGAIN: &str = "earlier";

#[derive(Debug, Template)]
#[template(path = "new.html")]
struct New {
    page: Page,
    typed: Typed,
    begins: Vec<Choice>,
    earlier: Vec<Choice>,
    abouts: Vec<(String, String)>,
}

async fn draw(ctx: &Context, mut typed: Typed) -> Result<Response, Fault> {
    let earlier = crate::titles(&mut ctx.read().await?, ctx.tenant_id(), EARLIER).await?;
    let page = ctx.page("design-new");
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    if typed.get("begin").is_empty() {
        typed.set("begin", EMPTY);
    }
    let mut begins = vec![Choice::new(EMPTY, page.t("design-new-empty"))];
    begins.extend(templates().iter().map(|it| Choice::new(it.code.as_str(), it.name.in_language(page.language))));
    if !earlier.is_empty() {
        begins.push(Choice::new(AGAIN, page.t("design-new-earlier")));
    }
    let shown = New {
        begins,
        earlier: earlier.into_iter().map(|(id, title)| Choice::new(id.to_string(), title.best(&ctx.language).text)).collect(),
        abouts: templates()
            .iter()
            .map(|it| (it.name.in_language(page.language).to_owned(), it.about.in_language(page.language).to_owned()))
            .collect(),
        page,
        typed,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::DesignProcess, &Thing::tenant())?;
    draw(&ctx, Typed::empty()).await
}

/// With what a process begins.
type Beginning = (Draft, Guide, Option<CopyOrigin>);

/// What an earlier process gives to begin with; nothing when there is none with this id.
async fn earlier(ctx: &Context, id: &str, title: LanguageSet, first: Date) -> Result<Option<Beginning>, Fault> {
    let Ok(id) = id.parse::<ProcessId>() else { return Ok(None) };
    let mut s = ctx.read().await?;
    let Some(process) = crate::process(&mut s, ctx.tenant_id(), id).await?.filter(crate::Process::is_public) else { return Ok(None) };
    ctx.permit(Permission::DesignProcess, &Thing::process(id))?;
    let before = match &process.charter {
        Some(charter) => charter.draft(),
        None => draft(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?.draft,
    };
    let known = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let guide = crate::guide(&mut s, ctx.tenant_id(), id).await?.once_more(&known);
    Ok(Some((before.once_more(title, first), guide, Some(CopyOrigin::Process(id)))))
}

async fn beginning(ctx: &Context, typed: &mut Typed, title: LanguageSet, first: Option<Date>) -> Result<Option<Beginning>, Fault> {
    let first = first.unwrap_or_else(|| ctx.today().plus_days(SOON));
    let begin = typed.get("begin").to_owned();
    match begin.as_str() {
        "" | EMPTY => Ok(Some((Draft::titled(title), Guide::default(), None))),
        AGAIN => {
            let found = earlier(ctx, typed.get("earlier"), title, first).await?;
            if found.is_none() {
                typed.wrong("earlier", "design-new-earlier-missing");
            }
            Ok(found)
        }
        code => {
            let Some(template) = template(code) else {
                typed.wrong("begin", "ui-choose");
                return Ok(None);
            };
            let others: Vec<Language> = ctx.tenant.languages.clone();
            let draft = template.draft(title, first, ctx.tenant.language, &others);
            Ok(Some((draft, template.guide(), Some(CopyOrigin::Template(template.code.clone())))))
        }
    }
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::DesignProcess, &Thing::tenant())?;
    let title = line(&mut typed, "title", Part::Title.most());
    if title.is_none() && !typed.is_wrong() {
        typed.wrong("title", "design-title-missing");
    }
    let first = date(&mut typed, "first-day");
    let (Some(title), false) = (title, typed.is_wrong()) else { return draw(&ctx, typed).await };
    let title = LanguageSet::written(ctx.tenant.language, title);
    let Some((draft, guide, origin)) = beginning(&ctx, &mut typed, title, first).await? else { return draw(&ctx, typed).await };
    let store = ctx.store().clone();
    let copied = origin.is_some();
    let made = store::write!(store, [ctx, draft, guide, origin], |tx| {
        let id = ProcessId::new(ctx.now(), tx.random());
        let new = NewProcess { id, slug: None, draft };
        match &origin {
            Some(origin) => begin(tx, &ctx.act(), new, &guide, origin).await,
            None => create(tx, &ctx.act(), new).await,
        }
    })
    .await?;
    let path = if copied { format!("/werk/processen/{}/overgenomen", made.id) } else { format!("/werk/processen/{}", made.id) };
    Ok(ctx.done(&path, "design-made"))
}
