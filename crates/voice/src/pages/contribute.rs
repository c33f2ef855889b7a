//! An idea, one thing per screen, without account and without JavaScript. What was filled in before goes along in
//! hidden fields; photos are kept as soon as they are chosen, so that nothing is lost on the way back and forth.

use super::photo_fields::{self, PhotoShown};
use super::{choices, languages, offered, place_words, process, unkept};
use crate::forms::idea::{self, CARRIED, Offered, Sent, Step};
use crate::model::place::{MAP_WIDTH, Place, Point};
use crate::model::privacy;
use crate::{Error, Receipt};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use journey::AnswerBy;
use kernel::{ContributionId, FollowCode, Language};
use people::{Context, Fault, Posted, Trial};
use store::Session;
use ui::{Choice, LanguageLink, Page, Typed};

#[derive(Template)]
#[template(path = "contribute.html")]
struct ContributePage {
    page: Page,
    typed: Typed,
    slug: String,
    process: String,
    step: Step,
    hidden: Vec<(String, String)>,
    kiosk: bool,
    languages: Vec<Choice>,
    speaks: Vec<LanguageLink>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
    answers: Vec<Choice>,
    by: AnswerBy,
    reach_key: String,
    map: Option<MapShown>,
    photos: Vec<PhotoShown>,
    check: Option<Checked>,
    /// What departments plan where the idea is about, before it is worked out and before it is sent (E602).
    plans: String,
    variant: String,
}

/// The map as it stands in the form.
struct MapShown {
    src: String,
    width: u32,
    height: u32,
}

/// Everything once more.
struct Checked {
    place: Option<String>,
    language: String,
    answer: String,
    reach: Vec<String>,
    found: Vec<String>,
    alike: Vec<Alike>,
}

/// A contribution that may say the same.
struct Alike {
    href: String,
    title: String,
    language: Language,
}

#[derive(Template)]
#[template(path = "contribute_closed.html")]
struct ClosedPage {
    page: Page,
    slug: String,
    process: String,
    title: String,
    body: String,
}

/// The first screen.
pub async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let process = process(&mut session, &ctx, &slug).await?;
    if !design::open_for_contributions(&process, ctx.today()) {
        return Ok(closed(&ctx, &process, &Typed::empty(), StatusCode::OK));
    }
    let typed = begun(&ctx, super::asked(&ctx, "kiosk").is_some());
    drawn(&ctx, &mut session, &process, typed, Step::Idea, StatusCode::OK).await
}

/// An empty form with an id and a code of its own, so that sending it twice gives one contribution and one receipt.
fn begun(ctx: &Context, kiosk: bool) -> Typed {
    let random = ctx.app.random.as_ref();
    let typed = Typed::empty()
        .with("id", ContributionId::new(ctx.now(), random).to_string())
        .with("code", FollowCode::draw(random).reveal())
        .with("idea-language", ctx.language.to_string());
    if kiosk { typed.with("kiosk", "1") } else { typed }
}

/// Takes one screen and shows the next, or sends.
pub async fn take(Path(slug): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = posted;
    if idea_id(&typed).is_none() {
        let fresh = begun(&ctx, typed.has("kiosk", "1"));
        for name in ["id", "code"] {
            typed.set(name, fresh.get(name));
        }
    }
    let step = Step::from_code(typed.get("step"));
    if step == Step::Check && typed.get("go") == "send" && typed.get("map.x").is_empty() {
        return send(&ctx, &slug, typed).await;
    }
    let mut session = ctx.read().await?;
    let process = process(&mut session, &ctx, &slug).await?;
    if !design::open_for_contributions(&process, ctx.today()) {
        return Ok(closed(&ctx, &process, &typed, StatusCode::CONFLICT));
    }
    let offered = offered(&mut session, &ctx, step == Step::Where || step == Step::Check).await?;
    drop(session);

    if let Some(point) = pressed(&typed, &offered) {
        return marked(&ctx, &process, typed, point, &offered).await;
    }
    let go = typed.get("go").to_owned();
    if step == Step::Photo {
        for _ in &files {
            ctx.app.limits.take(Trial::Contribution, &ctx.address, "photo", ctx.now())?;
        }
        photo_fields::keep(&ctx, &mut typed, &files).await?;
        if let Some(photo) = go.strip_prefix("drop-") {
            photo_fields::drop_one(&ctx, &mut typed, photo).await?;
            return again(&ctx, &process, typed, Step::Photo).await;
        }
    }
    if go == "back" {
        let previous = step.previous(&typed);
        return again(&ctx, &process, typed, previous).await;
    }
    if let Some(other) = go.strip_prefix("to-") {
        let other = Step::from_code(other);
        return again(&ctx, &process, typed, other).await;
    }
    idea::check(&mut typed, step, &offered);
    let next = if typed.is_wrong() || go == "stay" { step } else { step.next(&typed) };
    again(&ctx, &process, typed, next).await
}

fn idea_id(typed: &Typed) -> Option<ContributionId> {
    typed.get("id").parse().ok()
}

/// Where somebody pressed on the map.
fn pressed(typed: &Typed, offered: &Offered) -> Option<Point> {
    let [x, y] = ["map.x", "map.y"].map(|name| typed.get(name).parse::<f64>());
    offered.map.as_ref()?.under(x.ok()?, y.ok()?)
}

/// The screen with the map again, with the pin and its area chosen.
async fn marked(ctx: &Context, process: &Process, mut typed: Typed, point: Point, offered: &Offered) -> Result<Response, Fault> {
    typed.set("point", point.written());
    if let Some(area) = offered.map.as_ref().and_then(|map| map.area_of(point)).map(|shape| shape.area) {
        typed.set("area", area.to_string());
    }
    again(ctx, process, typed, Step::Where).await
}

/// Sends, once everything is right. Many send at once when a process is in the newspaper, so that only what decides is
/// read; the rest of the form when it has to be shown again.
async fn send(ctx: &Context, slug: &str, mut typed: Typed) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let Some((id, open)) = design::taking(&mut session, ctx.tenant_id(), slug, ctx.today()).await? else { return Err(Fault::NotFound) };
    if !open {
        let process = process(&mut session, ctx, slug).await?;
        return Ok(closed(ctx, &process, &typed, StatusCode::CONFLICT));
    }
    let chosen = ["area", "street", "point", "organisation"].iter().any(|name| !typed.get(name).is_empty());
    let brought = AnswerBy::from_code(typed.get("answer-by")) == Some(AnswerBy::Intermediary);
    let offered = if chosen || brought { offered(&mut session, ctx, false).await? } else { Offered::default() };
    drop(session);
    let Some(sent) = idea::read(&mut typed, id, ctx.today(), &offered) else {
        let step = idea::first_wrong(&typed);
        return once_more(ctx, slug, typed, step).await;
    };
    if photo_fields::any_gone(ctx, &mut typed, &sent.new).await? {
        return once_more(ctx, slug, typed, Step::Photo).await;
    }
    ctx.app.limits.take(Trial::Contribution, &ctx.address, "idea", ctx.now())?;
    let receipt = receive(ctx, sent).await?;
    if receipt.repeated && !receipt.same_words {
        // The same form with other words: a second idea, written after going back. It gets an id of its own.
        let fresh = begun(ctx, typed.has("kiosk", "1"));
        for name in ["id", "code"] {
            typed.set(name, fresh.get(name));
        }
        photo_fields::set(&mut typed, &[]);
        typed.wrong_with("title", "voice-sent-before", &[("number", receipt.number.as_str().into())]);
        return once_more(ctx, slug, typed, Step::Check).await;
    }
    Ok(super::receipt::hand_over(ctx, &receipt, &format!("/processen/{slug}/bijdragen/ontvangst"), typed.has("kiosk", "1")))
}

async fn once_more(ctx: &Context, slug: &str, typed: Typed, step: Step) -> Result<Response, Fault> {
    let process = process(&mut ctx.read().await?, ctx, slug).await?;
    again(ctx, &process, typed, step).await
}

async fn receive(ctx: &Context, sent: Sent) -> Result<Receipt, Error> {
    let holder = ctx.clone();
    store::write!(ctx.store(), [holder, sent], |tx| {
        let Some(identity) = &sent.identity else { return crate::receive(tx, &holder.act(), sent.new.clone()).await };
        let receipt = crate::receive_known(tx, &holder, &holder.act(), sent.new.clone(), identity).await?;
        crate::mail::received(tx, &holder, &receipt).await?;
        Ok(receipt)
    })
    .await
}

async fn again(ctx: &Context, process: &Process, typed: Typed, step: Step) -> Result<Response, Fault> {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut session = ctx.read().await?;
    drawn(ctx, &mut session, process, typed, step, status).await
}

async fn drawn(
    ctx: &Context,
    session: &mut Session,
    process: &Process,
    typed: Typed,
    step: Step,
    status: StatusCode,
) -> Result<Response, Fault> {
    let offered = offered(session, ctx, step == Step::Where).await?;
    let mut page = ctx.page(step.key());
    // A link to another language would lose what was typed: the form itself has buttons for that.
    let languages_of_page = std::mem::take(&mut page.languages);
    let by = AnswerBy::from_code(typed.get("answer-by")).unwrap_or(AnswerBy::None);
    let photos = match step {
        Step::Photo | Step::Check => photo_fields::shown(session, ctx, &typed).await?,
        _ => Vec::new(),
    };
    let check = if step == Step::Check { Some(checked(ctx, session, &page, process, &typed, &offered).await?) } else { None };
    let plans = match step {
        Step::Where | Step::Photo | Step::Check => plans(ctx, session, &page, &typed).await?,
        Step::Answer | Step::Reach | Step::Idea => String::new(),
    };
    // Whose it is stands before the first word is written (F5).
    let variant = match step {
        Step::Idea => design::panels::variant(session, ctx.tenant_id(), &page, process).await?,
        _ => String::new(),
    };
    let answers = AnswerBy::ALL.iter().filter(|by| **by != AnswerBy::Intermediary || !offered.organisations.is_empty());
    let shown = ContributePage {
        slug: process.slug.clone(),
        process: process.title.best(&ctx.language).text.to_owned(),
        step,
        hidden: hidden(&typed, step),
        kiosk: typed.has("kiosk", "1"),
        languages: languages(ctx),
        speaks: languages_of_page.into_iter().filter(|link| !link.current).collect(),
        areas: choices(&offered.areas),
        organisations: choices(&offered.organisations),
        answers: answers.map(|by| Choice::new(by.code(), page.t(format!("voice-answer-{}", by.code())))).collect(),
        by,
        reach_key: format!("voice-reach-{}", by.code()),
        map: offered.map.as_ref().map(|map| MapShown { src: map_src(&process.slug, &typed), width: MAP_WIDTH, height: map.height }),
        photos,
        check,
        plans,
        variant,
        page,
        typed,
    };
    Ok(unkept(ui::html(status, &shown)))
}

/// The plans where the idea is about. On a shared computer without links: nobody should leave a half-written form there.
async fn plans(ctx: &Context, session: &mut Session, page: &Page, typed: &Typed) -> Result<String, Fault> {
    let site = design::Site { area: typed.get("area").parse().ok(), point: Point::read(typed.get("point")) };
    let reader = design::panels::Reader::Author { linked: !typed.has("kiosk", "1") };
    Ok(design::panels::plans_here(session, ctx.tenant_id(), page, &site, reader).await?)
}

fn map_src(slug: &str, typed: &Typed) -> String {
    match Point::read(typed.get("point")) {
        Some(point) => format!("/processen/{slug}/kaart.svg?punt={}", point.written()),
        None => format!("/processen/{slug}/kaart.svg"),
    }
}

/// What goes along unseen on a screen: everything that is asked on the others.
fn hidden(typed: &Typed, step: Step) -> Vec<(String, String)> {
    let others = Step::ALL.into_iter().filter(|other| *other != step).flat_map(|other| other.fields().iter().copied());
    let mut names: Vec<&str> = CARRIED.into_iter().chain(others).collect();
    if step == Step::Where {
        names.push("point");
    }
    typed
        .pairs()
        .iter()
        .filter(|(name, value)| !value.is_empty() || name == "photo-words")
        .filter(|(name, _)| names.contains(&name.as_str()))
        .cloned()
        .collect()
}

async fn checked(
    ctx: &Context,
    session: &mut Session,
    page: &Page,
    process: &Process,
    typed: &Typed,
    offered: &Offered,
) -> Result<Checked, Fault> {
    let (title, body) = (typed.get("title"), typed.get("body"));
    let place = Place {
        area: offered.area(typed.get("area")),
        street: kernel::Line::new(typed.get("street"), usize::MAX).ok(),
        words: kernel::Line::new(typed.get("place"), usize::MAX).ok(),
        point: Point::read(typed.get("point")),
    };
    let by = AnswerBy::from_code(typed.get("answer-by")).unwrap_or(AnswerBy::None);
    let organisation = offered.organisation(typed.get("organisation"));
    let reach = match by {
        AnswerBy::None => Vec::new(),
        AnswerBy::Mail => vec![typed.get("name").to_owned(), typed.get("mail").to_owned()],
        AnswerBy::Letter => vec![typed.get("name").to_owned(), typed.get("address").to_owned()],
        AnswerBy::Phone => vec![typed.get("name").to_owned(), typed.get("phone").to_owned()],
        AnswerBy::Intermediary => {
            let name = offered.organisations.iter().find(|(id, _)| Some(*id) == organisation).map(|(_, name)| name.clone());
            vec![name.unwrap_or_default(), typed.get("pseudonym").to_owned()]
        }
    };
    let mut kinds: Vec<privacy::Kind> =
        [title, body].iter().flat_map(|text| privacy::find(text)).map(|found| found.kind).filter(|kind| kind.warns_author()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let language = typed.get("idea-language").parse::<Language>().unwrap_or(ctx.language);
    Ok(Checked {
        place: place_words(page, &place, offered),
        language: ui::own_name(&language),
        answer: page.t(format!("voice-answer-{}", by.code())),
        reach: reach.into_iter().filter(|line| !line.trim().is_empty()).collect(),
        found: kinds.into_iter().map(|kind| page.t(kind.key())).collect(),
        alike: alike(ctx, session, process, title, body, &language).await?,
    })
}

/// At most five contributions of the process that may say the same, the likest first.
async fn alike(
    ctx: &Context,
    session: &mut Session,
    process: &Process,
    title: &str,
    body: &str,
    language: &Language,
) -> Result<Vec<Alike>, Fault> {
    let found = crate::alike(session, ctx.tenant_id(), process.id, &format!("{title} {body}"), title, language).await?;
    Ok(found
        .into_iter()
        .map(|contribution| {
            let shown = contribution.title.best(&ctx.language);
            Alike { href: format!("/bijdragen/{}", contribution.number), title: shown.text.to_owned(), language: *shown.language }
        })
        .collect())
}

fn closed(ctx: &Context, process: &Process, typed: &Typed, status: StatusCode) -> Response {
    let shown = ClosedPage {
        page: ctx.page("voice-closed-title"),
        slug: process.slug.clone(),
        process: process.title.best(&ctx.language).text.to_owned(),
        title: typed.get("title").to_owned(),
        body: typed.get("body").to_owned(),
    };
    unkept(ui::html(status, &shown))
}
