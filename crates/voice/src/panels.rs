//! What this room draws on pages that others compose.

use crate::model::contribution::Contribution;
use crate::pages::{PAGE, cursor, encoded, offered, place_words, read_cursor, sheets};
use crate::receive::SEARCH;
use crate::tables::contribution as table;
use crate::tables::photo;
use crate::tables::translation::{self, Translation};
use crate::translate::SEARCH_TRANSLATED;
use askama::Template;
use async_trait::async_trait;
use design::Process;
use journey::{Journey, State};
use kernel::{ContributionId, Language};
use people::{Context, Fault, Panel, Permission, Spot};
use store::search;
use store::texts::Origin;
use ui::{LineStep, Page, Pager, StepKind, StepLine};

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        if spot != Spot::Desk || !ctx.may_somewhere(Permission::RecordContribution) {
            return Ok(String::new());
        }
        let waiting: i64 = sheets::waiting(ctx).await?.iter().map(|it| it.many).sum();
        if waiting == 0 { Ok(String::new()) } else { drawn(&SheetsPanel { page: ctx.page("voice-sheets-title"), waiting }) }
    }
}

/// Paper that waits on «my work» for a second person.
#[derive(Template)]
#[template(path = "panel_sheets.html")]
struct SheetsPanel {
    page: Page,
    waiting: i64,
}

/// An excerpt has about this many signs.
const EXCERPT: usize = 220;

#[derive(Template)]
#[template(path = "panel_contributions.html")]
struct Contributions {
    page: Page,
    counted: String,
    kept_back: String,
    empty: &'static str,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    number: String,
    title: String,
    language: Language,
    excerpt: Option<String>,
    received: String,
    place: Option<String>,
    line: Option<StepLine>,
}

/// The contributions of a process that everybody may read, the newest first, each with its journey in small; and how
/// many wait, are kept back or were withdrawn. `after` is the value of `na` in the address of the page.
///
/// # Errors
/// When the database fails.
pub async fn contributions(ctx: &Context, process: &Process, after: Option<&str>) -> Result<String, Fault> {
    let mut session = ctx.read().await?;
    let tenant = ctx.tenant_id();
    let after = read_cursor::<ContributionId>(after);
    let mut listed = crate::list_public(&mut session, tenant, process.id, after, PAGE + 1).await?;
    let more = listed.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    listed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = listed
        .last()
        .filter(|_| more)
        .map(|last| format!("/processen/{}/bijdragen/lijst?na={}", process.slug, cursor(last.received, last.id)));
    let previous = after.is_some().then(|| format!("/processen/{}/bijdragen/lijst", process.slug));
    let counts = crate::counts(&mut session, tenant, process.id).await?;
    let page = ctx.page("voice-list-title");
    let counted = page.ta(
        "voice-list-count",
        &[("shown", counts.shown.into()), ("waiting", counts.waiting.into()), ("withdrawn", counts.withdrawn.into())],
    );
    let kept_back = if counts.kept_back > 0 { page.t1("voice-list-kept-back", "count", counts.kept_back) } else { String::new() };
    let rows = rows(ctx, &mut session, &page, listed).await?;
    drawn(&Contributions { page, counted, kept_back, empty: "voice-list-empty", rows, pager: Pager { next, previous } })
}

/// The contributions of a process that everybody may read and that hold the words of `question`; at most a page.
///
/// # Errors
/// When the database fails.
pub async fn found(ctx: &Context, process: &Process, question: &str) -> Result<String, Fault> {
    let mut session = ctx.read().await?;
    let tenant = ctx.tenant_id();
    let short: String = question.chars().take(200).collect();
    let ids = search::search(&mut session, tenant, SEARCH, Some(process.id.uuid()), true, &short, &ctx.language, PAGE).await?;
    let mut ids: Vec<ContributionId> = ids.into_iter().map(ContributionId::from_uuid).collect();
    let among = Some(process.id.uuid());
    for id in search::search(&mut session, tenant, SEARCH_TRANSLATED, among, true, &short, &ctx.language, PAGE).await? {
        ids.extend(translation::contribution_of(&mut session, tenant, id).await?);
    }
    // The newest first, whether the words of the author or of a translation were found.
    ids.sort_unstable_by(|one, other| other.cmp(one));
    ids.dedup();
    ids.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let hits: Vec<Contribution> = table::contributions(&mut session, tenant, &ids).await?.into_iter().filter(|hit| hit.published).collect();
    let page = ctx.page("voice-list-title");
    let counted = page.t2("voice-list-found", "count", i64::try_from(hits.len()).unwrap_or(PAGE), "words", short.as_str());
    let rows = rows(ctx, &mut session, &page, hits).await?;
    let previous = Some(format!("/processen/{}/bijdragen/lijst", encoded(&process.slug)));
    drawn(&Contributions {
        page,
        counted,
        kept_back: String::new(),
        empty: "voice-list-none-found",
        rows,
        pager: Pager { next: None, previous },
    })
}

async fn rows(ctx: &Context, session: &mut store::Session, page: &Page, listed: Vec<Contribution>) -> Result<Vec<Row>, Fault> {
    let ids: Vec<ContributionId> = listed.iter().map(|contribution| contribution.id).collect();
    let journeys = journey::journeys(session, ctx.tenant_id(), &ids, &ctx.tenant.civil, ctx.now()).await?;
    let offered = offered(session, ctx, false).await?;
    Ok(listed
        .into_iter()
        .map(|contribution| {
            let journey = journeys.iter().find(|journey| journey.contribution == contribution.id);
            let title = contribution.title.best(&ctx.language);
            Row {
                number: contribution.number.to_string(),
                title: title.text.to_owned(),
                language: *title.language,
                excerpt: contribution.body.as_ref().map(|body| excerpt(body.best(&ctx.language).text)),
                received: page.day(&contribution.received),
                place: place_words(page, &contribution.place, &offered),
                line: journey.map(|journey| line(page, journey)),
            }
        })
        .collect())
}

/// The way of a contribution in small: received, where it is now, and what may come.
#[must_use]
pub fn line(page: &Page, journey: &Journey) -> StepLine {
    let mut steps = Vec::new();
    if journey.state != State::Received {
        steps.push(LineStep::new(StepKind::Past, page.t(State::Received.key())));
    }
    let mut now = LineStep::new(StepKind::Present, page.t(journey.state.key()));
    now = now.on(page.t1("voice-since", "day", page.day(&journey.since)));
    if !journey.stranded.is_empty() {
        now = now.lying_still();
    }
    steps.push(now);
    steps.extend(journey.next.iter().map(|state| LineStep::new(StepKind::Future, page.t(state.key()))));
    StepLine::of(steps)
}

fn excerpt(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= EXCERPT {
        return flat;
    }
    let cut: String = flat.chars().take(EXCERPT).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole} …")
}

#[derive(Template)]
#[template(path = "panel_words.html")]
struct WordsPanel {
    page: Page,
    title: Option<String>,
    body: Option<String>,
    language: Language,
    masked: bool,
    said: Option<String>,
    place: Option<String>,
    came: String,
    photos: Vec<PhotoRow>,
    translations: Vec<TranslationRow>,
}

/// A translation beside the words of the author.
struct TranslationRow {
    summary: String,
    language: Language,
    title: String,
    body: Option<String>,
    made: String,
    /// Whether it is in the language of the reader.
    open: bool,
}

struct PhotoRow {
    src: String,
    width: i64,
    height: i64,
    alt: String,
}

/// The words of the author with place and photos, as everybody may see them; or, when they cannot be shown, why not.
/// The title stands in it only when `with_title`.
///
/// # Errors
/// When the database fails.
pub async fn words(ctx: &Context, contribution: &Contribution, with_title: bool) -> Result<String, Fault> {
    let mut session = ctx.read().await?;
    let page = ctx.page("voice-list-title");
    let offered = offered(&mut session, ctx, false).await?;
    let photos = if contribution.published { photo::of(&mut session, ctx.tenant_id(), contribution.id).await? } else { Vec::new() };
    let translations =
        if contribution.published { translation::of(&mut session, ctx.tenant_id(), contribution.id).await? } else { Vec::new() };
    let title = contribution.title.best(&ctx.language);
    let came = page.t2("voice-came", "channel", page.t(contribution.channel.key()), "day", page.date(&contribution.captured));
    let panel = WordsPanel {
        title: (with_title && contribution.published).then(|| title.text.to_owned()),
        body: contribution.body.as_ref().filter(|_| contribution.published).map(|body| body.best(&ctx.language).text.to_owned()),
        language: *title.language,
        masked: contribution.masked && contribution.published,
        said: unsaid(&page, contribution),
        place: place_words(&page, &contribution.place, &offered).filter(|_| contribution.published),
        came,
        photos: photos
            .into_iter()
            .filter(|photo| photo.shown)
            .enumerate()
            .map(|(place, photo)| PhotoRow {
                src: format!("/bestanden/{}", photo.id),
                width: photo.width,
                height: photo.height,
                alt: photo.description.unwrap_or_else(|| page.t1("voice-photo-nth", "number", i64::try_from(place + 1).unwrap_or(1))),
            })
            .collect(),
        translations: translations.into_iter().map(|it| translated(&page, it)).collect(),
        page,
    };
    drawn(&panel)
}

fn translated(page: &Page, it: Translation) -> TranslationRow {
    let made = if it.origin == Origin::Machine { "voice-translation-by-machine" } else { "voice-translation-by-human" };
    TranslationRow {
        summary: page.t1("voice-translation-in", "language", ui::own_name(&it.language)),
        made: page.t(made),
        open: it.language == page.language,
        language: it.language,
        title: it.title,
        body: it.body,
    }
}

/// Why the words of a contribution cannot be read, in a sentence; `None` when they can.
#[must_use]
pub fn unsaid(page: &Page, contribution: &Contribution) -> Option<String> {
    use crate::model::contribution::Screening;
    if contribution.withdrawn.is_some() {
        return Some(page.t("voice-unsaid-withdrawn"));
    }
    match contribution.screening {
        Screening::Shown => None,
        Screening::Waiting => Some(page.t("voice-unsaid-waiting")),
        Screening::KeptBack => {
            let rule = contribution.rule.as_deref().and_then(crate::Rule::from_code).unwrap_or(crate::Rule::Wish);
            let reason = contribution.reason.clone().unwrap_or_default();
            Some(page.t2("voice-unsaid-kept-back", "rule", page.t(rule.key()), "reason", reason).trim().to_owned())
        }
    }
}

fn drawn<T: Template>(panel: &T) -> Result<String, Fault> {
    panel.render().map_err(|error| Fault::Broken(error.to_string()))
}
