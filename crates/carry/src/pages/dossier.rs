//! `/werk/dossiers/{id}`: what residents said, the way so far with all that was written, and what you may do now.

use crate::model::{Act, AtOnce, Firmness, dilemma_name, responds, strategy_name, value_name};
use crate::pages::desk::{still, waits_of};
use crate::pages::notes::{self, shown};
use crate::pages::opened::{Head, Opened};
use crate::pages::result::{self, Told};
use crate::pages::view::{Names, Texts, Words, means_asked};
use crate::tables::{self, QuestionStatus, ScreeningVerdict};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{AnswerBy, Dossier, Outcome, PublicStep, State};
use kernel::{Instant, TextId};
use people::{Context, Fault, Permission, Spot};
use ui::{LineStep, Page, StepKind, StepLine};

#[derive(Debug, Template)]
#[template(path = "dossier.html")]
struct Shown {
    page: Page,
    head: Head,
    /// The contribution of which this is a part: its address and its number.
    whole: Option<(String, String)>,
    parts: Vec<PartLine>,
    refused: Option<Refused>,
    state: String,
    stranded: Vec<String>,
    waits: String,
    line: StepLine,
    /// When it began anew, and why.
    again: Vec<Said>,
    screened: Option<Screened>,
    askings: Vec<Asking>,
    frames: Vec<Frame>,
    questions: Vec<Question>,
    /// Whether whoever asks may say that a question was brought.
    asks: bool,
    weighings: Vec<Said>,
    /// Where a choice is looked at again of which the day came.
    look_again: Option<String>,
    meetings: Vec<Said>,
    means: Vec<Said>,
    escalations: Vec<Said>,
    objections: Vec<Said>,
    consults: Vec<Said>,
    overtakings: Vec<Said>,
    advices: Vec<Advice>,
    slots: Vec<Slot>,
    decisions: Vec<Decision>,
    acts: Vec<Link>,
    /// The act that waits first, also on top of the page.
    first: Option<Link>,
    process: Process,
    department: String,
    asked: Option<String>,
    holder: String,
    notes: Vec<notes::Shown>,
    panels: String,
    /// Whose it is, when it is not simply asked (F5).
    whose: String,
}

/// Why a form was not taken.
#[derive(Debug)]
struct Refused {
    text: String,
    link: Option<(String, String)>,
}

/// A part of a divided contribution, where it is now.
#[derive(Debug)]
struct PartLine {
    href: String,
    title: Words,
    told: String,
    still: Vec<String>,
}

#[derive(Debug)]
struct Screened {
    text: String,
    motive: Option<Words>,
}

#[derive(Debug)]
struct Asking {
    text: String,
    settled: String,
    reason: Option<String>,
}

#[derive(Debug)]
struct Frame {
    key: &'static str,
    fit: &'static str,
    rule: Option<Words>,
    firmness: Option<&'static str>,
}

#[derive(Debug)]
struct Question {
    id: String,
    text: String,
    words: Option<Words>,
    to_carry: Option<String>,
    carried: Option<String>,
    answered: String,
    answer: Option<Words>,
}

/// What departments did together: a sentence, and the texts under their words.
#[derive(Debug)]
struct Said {
    text: String,
    parts: Vec<(&'static str, Words)>,
}

#[derive(Debug)]
struct Advice {
    text: String,
    /// Whether it was given before the dossier began anew.
    earlier: bool,
    condition: Option<Words>,
    words: Words,
    motive: Words,
    /// What the formal reply does to the plan, and its words (F5).
    reply: Option<(&'static str, Words)>,
    /// What came of what was gathered (F5).
    result: Option<Told>,
}

#[derive(Debug)]
struct Slot {
    text: String,
    earlier: bool,
    motive: Option<Words>,
}

#[derive(Debug)]
struct Decision {
    text: String,
    earlier: bool,
    until: Option<String>,
    vote: Option<String>,
    published: Option<String>,
    words: Option<Words>,
    deviation: Option<Words>,
    /// Why the municipality does that with an initiative (F5).
    response: Option<Words>,
}

#[derive(Debug, Clone)]
struct Link {
    href: String,
    label: String,
}

#[derive(Debug)]
struct Process {
    href: String,
    title: Words,
}

/// What is said above the dossier.
#[derive(Debug, Clone, Copy)]
pub(super) enum Notice {
    /// Nothing.
    None,
    /// An act came too early, too late or twice.
    NotNow,
    /// A guard of the journey, by its code.
    Guard(&'static str),
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    draw(&ctx, &id, StatusCode::OK, Notice::None).await
}

/// Everything that was written on a dossier.
struct Written {
    steps: Vec<PublicStep>,
    screening: Option<tables::Screened>,
    askings: Vec<tables::Asking>,
    frames: Vec<tables::FrameChecked>,
    questions: Vec<tables::Question>,
    weighings: Vec<tables::Weighing>,
    meetings: Vec<tables::Meeting>,
    means: Vec<tables::MeansRequest>,
    escalations: Vec<tables::EscalationRow>,
    objections: Vec<tables::Objection>,
    consults: Vec<tables::Consult>,
    overtakings: Vec<tables::Overtaking>,
    advices: Vec<tables::Advice>,
    results: Vec<tables::GatheredResult>,
    smallest: i64,
    slots: Vec<tables::Slot>,
    decisions: Vec<tables::Decision>,
    notes: Vec<tables::Note>,
    texts: Texts,
    names: Names,
}

async fn written(ctx: &Context, opened: &Opened) -> Result<Written, Fault> {
    let (tenant, id) = (ctx.tenant_id(), opened.dossier.id);
    let mut s = ctx.read().await?;
    let first = opened.dossier.live().next().or(opened.dossier.contributions.first());
    let steps = match first {
        Some(first) => journey::steps(&mut s, tenant, first.contribution).await?,
        None => Vec::new(),
    };
    let screening = tables::screening(&mut s, tenant, id).await?;
    let frames = tables::frames(&mut s, tenant, id).await?;
    let questions = tables::questions(&mut s, tenant, id).await?;
    let weighings = tables::weighings(&mut s, tenant, id).await?;
    let meetings = tables::meetings(&mut s, tenant, id).await?;
    let means = tables::means_requests(&mut s, tenant, id).await?;
    let escalations = tables::escalations(&mut s, tenant, id).await?;
    let objections = tables::objections(&mut s, tenant, id).await?;
    let consults = tables::consults(&mut s, tenant, id).await?;
    let overtakings = tables::overtakings(&mut s, tenant, id).await?;
    let advices = tables::advices(&mut s, tenant, id).await?;
    let results = if opened.dossier.gathers.is_some() { tables::results(&mut s, tenant, id).await? } else { Vec::new() };
    let slots = tables::slots(&mut s, tenant, id).await?;
    let decisions = tables::decisions(&mut s, tenant, id).await?;
    let smallest = people::tables::tenants::smallest(&mut s, tenant).await?;
    let notes = tables::notes(&mut s, tenant, id, None, 5).await?;
    let mut ids: Vec<TextId> = Vec::new();
    match screening.as_ref().map(|it| &it.verdict) {
        Some(ScreeningVerdict::Referred { motive, .. }) => ids.push(*motive),
        Some(ScreeningVerdict::Parked { theme, motive }) => ids.extend([*theme, *motive]),
        Some(ScreeningVerdict::InScope(_)) | None => {}
    }
    ids.extend(steps.iter().filter(|it| begins_anew(it)).filter_map(|it| it.text));
    ids.extend(frames.iter().filter_map(|it| it.rule));
    ids.extend(questions.iter().flat_map(|it| [Some(it.question), it.answer]).flatten());
    ids.extend(weighings.iter().flat_map(|it| [Some(it.options), it.motive, it.reviewed.map(|it| it.words)]).flatten());
    ids.extend(meetings.iter().flat_map(|it| [Some(it.subject), it.agreement]).flatten());
    ids.extend(means.iter().flat_map(|it| [Some(it.purpose), it.motive]).flatten());
    ids.extend(escalations.iter().flat_map(|it| [Some(it.question), Some(it.conflict), Some(it.options), it.answer]).flatten());
    ids.extend(objections.iter().flat_map(|it| [Some(it.words), it.motive]).flatten());
    ids.extend(consults.iter().flat_map(|it| [Some(it.why), it.words]).flatten());
    ids.extend(overtakings.iter().filter_map(|it| it.motive));
    ids.extend(advices.iter().flat_map(|it| [Some(it.words), Some(it.motive), it.condition, it.reply]).flatten());
    ids.extend(results.iter().flat_map(result::texts));
    ids.extend(slots.iter().filter_map(|it| it.motive));
    ids.extend(decisions.iter().flat_map(|it| [Some(it.words), it.deviation, it.response_motive]).flatten());
    let people: Vec<_> = notes.iter().filter_map(|it| it.by).chain(opened.dossier.holder).collect();
    Ok(Written {
        steps,
        askings: tables::askings(&mut s, tenant, id).await?,
        texts: Texts::read(&mut s, tenant, &ids).await?,
        names: Names::read(&mut s, tenant, &people).await?,
        screening,
        frames,
        questions,
        weighings,
        meetings,
        means,
        escalations,
        objections,
        consults,
        overtakings,
        advices,
        results,
        smallest,
        slots,
        decisions,
        notes,
    })
}

/// Draws the dossier as it stands.
pub(super) async fn draw(ctx: &Context, id: &str, status: StatusCode, notice: Notice) -> Result<Response, Fault> {
    let opened = Opened::read(ctx, id).await?;
    let written = written(ctx, &opened).await?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("carry-dossier-title", "number", opened.number());
    let dossier = &opened.dossier;
    let stranded = journey::stranded(dossier, &ctx.tenant.civil, ctx.now());
    let names = &written.names;
    let parts = parts_of(ctx, &page, names, &opened).await?;
    let whole = whole_of(ctx, dossier).await?;
    let acts = acts(ctx, &page, &opened);
    let whose = design::panels::variant(&mut ctx.read().await?, ctx.tenant_id(), &page, &opened.process).await?;
    let template = Shown {
        head: opened.head(&page),
        whole,
        parts,
        refused: refused(ctx, &page, &opened, notice),
        state: state(&page, &opened),
        stranded: still(&page, &stranded, dossier.state, opened.decider),
        waits: page.t1("carry-dossier-waits", "who", waits_of(&page, names, dossier, opened.decider)),
        line: line(&page, names, &written.steps, dossier, !stranded.is_empty()),
        again: written.steps.iter().filter(|it| begins_anew(it)).filter_map(|it| anew(&page, &written, it)).collect(),
        screened: screened(&page, &written),
        askings: written.askings.iter().map(|it| asking(&page, names, it)).collect(),
        frames: written
            .frames
            .iter()
            .map(|it| Frame {
                key: it.frame.key(),
                fit: it.fit.key(),
                rule: it.rule.and_then(|id| written.texts.words(&page, id)),
                firmness: Firmness::told(it.fit, it.firmness),
            })
            .collect(),
        questions: written.questions.iter().map(|it| question(&page, &opened, &written.texts, it)).collect(),
        asks: opened.may(ctx, Act::Ask),
        weighings: written.weighings.iter().map(|it| weighing(&page, &written, it)).collect(),
        look_again: look_again(ctx, &opened, &written),
        meetings: written.meetings.iter().map(|it| meeting(&page, &written, it)).collect(),
        means: written.means.iter().map(|it| means(&page, &written, it)).collect(),
        escalations: written.escalations.iter().map(|it| escalation(&page, &written, it)).collect(),
        objections: written.objections.iter().map(|it| objection(&page, &written, it)).collect(),
        consults: written.consults.iter().map(|it| consult(&page, &written, it)).collect(),
        overtakings: written.overtakings.iter().map(|it| overtaking(&page, &written, it)).collect(),
        advices: advices(&page, &written),
        slots: written
            .slots
            .iter()
            .map(|it| Slot {
                text: page.t2("carry-dossier-slot", "body", it.body.as_str(), "day", page.date(&it.day)),
                earlier: is_earlier(&written, it.at),
                motive: it.motive.and_then(|id| written.texts.words(&page, id)),
            })
            .collect(),
        decisions: written.decisions.iter().map(|it| decision(&page, &written, it)).collect(),
        first: acts.first().filter(|_| opened.is_mine(ctx)).cloned(),
        acts,
        process: Process { href: format!("/processen/{}", opened.process.slug), title: Words::of(&page, &opened.process.title) },
        department: names.department(&page, dossier.department),
        asked: dossier.asked.map(|id| names.department(&page, Some(id))),
        holder: match dossier.holder {
            Some(holder) => names.person(&page, Some(holder)),
            None => page.t("carry-dossier-none"),
        },
        notes: shown(&page, names, &written.notes),
        panels: ctx.panels(Spot::Dossier(dossier.id)).await?,
        whose,
        page,
    };
    Ok(ui::html(status, &template))
}

/// Where the last choice of the dossier is looked at again, for whoever may, once its day came (F6).
fn look_again(ctx: &Context, opened: &Opened, written: &Written) -> Option<String> {
    let last = written.weighings.first().filter(|it| it.reviewed.is_none())?;
    let came = last.review.is_some_and(|day| day <= ctx.today());
    (came && opened.may(ctx, Act::Weigh)).then(|| format!("{}/waarden/opnieuw", opened.href()))
}

/// The parts into which its contribution was divided, each with where it is and until when.
async fn parts_of(ctx: &Context, page: &Page, names: &Names, opened: &Opened) -> Result<Vec<PartLine>, Fault> {
    let ids: Vec<_> = opened.dossier.parts.iter().map(|part| part.contribution).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (tenant, civil) = (ctx.tenant_id(), &ctx.tenant.civil);
    let mut s = ctx.read().await?;
    let words = voice::words(&mut s, tenant, &ids).await?;
    let journeys = journey::journeys(&mut s, tenant, &ids, civil, ctx.now()).await?;
    let line = |it: &journey::Journey| {
        let department = names.department(page, it.asked.or(it.department));
        let state = page.t(it.state.key());
        let told = match &it.until {
            Some(until) => page.ta(
                "carry-divided-one-until",
                &[
                    ("number", it.number.as_str().into()),
                    ("department", department.into()),
                    ("state", state.into()),
                    ("since", page.day(&it.since).into()),
                    ("until", page.date(until).into()),
                ],
            ),
            None => page.ta(
                "carry-divided-one",
                &[
                    ("number", it.number.as_str().into()),
                    ("department", department.into()),
                    ("state", state.into()),
                    ("since", page.day(&it.since).into()),
                ],
            ),
        };
        let title = words.iter().find(|one| one.id == it.contribution).map(|one| Words::of(page, &one.title));
        Some(PartLine {
            href: format!("/werk/dossiers/{}", it.dossier),
            title: title?,
            told,
            still: still(page, &it.stranded, it.state, opened.decider),
        })
    };
    Ok(journeys.iter().filter_map(line).collect())
}

/// Where the whole lies of which this is a part.
async fn whole_of(ctx: &Context, dossier: &Dossier) -> Result<Option<(String, String)>, Fault> {
    let Some(whole) = dossier.live().find_map(|it| it.part_of) else { return Ok(None) };
    let found = journey::of_contribution(&mut ctx.read().await?, ctx.tenant_id(), whole).await?;
    let link = |it: Dossier| Some((format!("/werk/dossiers/{}", it.id), it.travelling(whole)?.number.to_string()));
    Ok(found.and_then(link))
}

fn refused(ctx: &Context, page: &Page, opened: &Opened, notice: Notice) -> Option<Refused> {
    match notice {
        Notice::None => None,
        Notice::NotNow => Some(Refused { text: page.t1("carry-dossier-not-now", "state", page.t(opened.dossier.state.key())), link: None }),
        Notice::Guard("privacy") => {
            let link =
                ctx.may_somewhere(Permission::Screen).then(|| ("/werk/screening/privacy".to_owned(), page.t("carry-dossier-privacy-link")));
            Some(Refused { text: page.t("carry-dossier-guard-privacy"), link })
        }
        Notice::Guard(code) => {
            let text = format!("{} {}", page.t(format!("journey-guard-{code}")), page.t("carry-dossier-guard"));
            Some(Refused { text, link: None })
        }
    }
}

/// «Stand: Wordt onderzocht, sinds 2 maart 2026, tot en met 30 maart 2026».
fn state(page: &Page, opened: &Opened) -> String {
    let dossier = &opened.dossier;
    let mut parts = vec![page.t1("carry-dossier-state", "state", page.t(dossier.state.key()))];
    parts.push(page.t1("carry-dossier-since", "day", page.day(&dossier.since)));
    if let Some(until) = dossier.put_off_until().or(dossier.until) {
        parts.push(page.t1("carry-dossier-until", "day", page.date(&until)));
    }
    parts.join(", ")
}

fn line(page: &Page, names: &Names, steps: &[PublicStep], dossier: &journey::Dossier, stranded: bool) -> StepLine {
    let last = steps.len().saturating_sub(1);
    let gone = steps.iter().enumerate().map(|(at, step)| {
        let mut shown = LineStep::new(StepKind::Past, page.t(format!("journey-step-{}", step.kind))).on(page.day(&step.at));
        let mut notes = Vec::new();
        if step.department.is_some() {
            notes.push(names.department(page, step.department));
        }
        if let Some(outcome) = step.outcome {
            notes.push(page.t(outcome.key()));
        }
        if let Some(date) = step.date {
            notes.push(page.date(&date));
        }
        if !notes.is_empty() {
            shown = shown.saying(notes.join(", "));
        }
        if at == last {
            shown.kind = StepKind::Present;
            shown.stranded = stranded;
        }
        shown
    });
    let next = dossier.state.next().iter().map(|state: &State| LineStep::new(StepKind::Future, page.t(state.key())));
    StepLine::of(gone.chain(next).collect())
}

/// Whether what was decided until then no longer holds: it is looked at anew.
fn begins_anew(step: &PublicStep) -> bool {
    [journey::StepKind::ReviewGranted, journey::StepKind::Resumed].iter().any(|kind| kind.code() == step.kind)
}

/// Whether what was written at this moment is of a round before the one that runs.
fn is_earlier(written: &Written, at: Instant) -> bool {
    written.steps.iter().any(|step| begins_anew(step) && at < step.at)
}

/// Why it began anew, when a reason was given; that it did stands in the line.
fn anew(page: &Page, written: &Written, step: &PublicStep) -> Option<Said> {
    let parts = parts(page, &written.texts, &[("carry-dossier-motive", step.text)]);
    let what = page.t(format!("journey-step-{}", step.kind));
    (!parts.is_empty()).then(|| Said { text: page.t2("carry-dossier-again-of", "what", what, "day", page.day(&step.at)), parts })
}

fn screened(page: &Page, written: &Written) -> Option<Screened> {
    let screening = written.screening.as_ref()?;
    Some(match &screening.verdict {
        ScreeningVerdict::InScope(kind) => {
            Screened { text: page.t1("carry-dossier-screened-in", "kind", page.t(kind.key())), motive: None }
        }
        ScreeningVerdict::Referred { to, place, motive } => Screened {
            text: page.t2("carry-dossier-screened-referred", "to", page.t(to.key()), "place", place.as_str()),
            motive: written.texts.words(page, *motive),
        },
        ScreeningVerdict::Parked { theme, motive } => Screened {
            text: page.t1(
                "carry-dossier-screened-parked",
                "theme",
                written.texts.words(page, *theme).map(|it| it.text).unwrap_or_default(),
            ),
            motive: written.texts.words(page, *motive),
        },
    })
}

fn asking(page: &Page, names: &Names, it: &tables::Asking) -> Asking {
    Asking {
        text: page.t2("carry-dossier-asking", "department", names.department(page, Some(it.department)), "day", page.day(&it.asked_at)),
        settled: page.t(it.settled.map_or("carry-asking-open", |settled| settled.key())),
        reason: it.reason.clone(),
    }
}

fn question(page: &Page, opened: &Opened, texts: &Texts, it: &tables::Question) -> Question {
    let travelling = opened.dossier.travelling(it.contribution);
    // What somebody took back is not shown any more.
    let gone = travelling.is_none_or(|travelling| travelling.state == State::Withdrawn);
    let number = travelling.map(|travelling| travelling.number.to_string()).unwrap_or_default();
    let open = it.status == QuestionStatus::Open;
    let by_hand = open && it.carried_at.is_none() && it.channel != AnswerBy::None;
    Question {
        id: it.id.to_string(),
        text: page.ta(
            "carry-dossier-question-of",
            &[("day", page.day(&it.asked_at).into()), ("number", number.into()), ("status", page.t(it.status.key()).into())],
        ),
        words: texts.words(page, it.question),
        to_carry: by_hand.then(|| page.t1("carry-dossier-question-carry", "channel", page.t(it.channel.key()))),
        carried: it.carried_at.map(|at| page.t1("carry-dossier-question-carried", "day", page.day(&at))),
        answered: it.answered_at.map(|at| page.t1("carry-dossier-answer-of", "day", page.day(&at))).unwrap_or_default(),
        answer: it.answer.filter(|_| !gone).and_then(|id| texts.words(page, id)),
    }
}

fn parts(page: &Page, texts: &Texts, of: &[(&'static str, Option<TextId>)]) -> Vec<(&'static str, Words)> {
    of.iter().filter_map(|(key, id)| Some((*key, texts.words(page, (*id)?)?))).collect()
}

/// Which values pull in different directions, in which dilemma, and how that was chosen.
fn weighing(page: &Page, written: &Written, it: &tables::Weighing) -> Said {
    let values: Vec<String> = it.values.iter().map(|key| value_name(page.language, key)).collect();
    let day = page.day(&it.at);
    let text = page.ta(
        "carry-dossier-weighing-of",
        &[("day", day.into()), ("values", values.join(", ").into()), ("dilemma", dilemma_name(page.language, &it.dilemma).into())],
    );
    let choice = match (&it.strategy, &it.review) {
        (None, _) => page.t("carry-dossier-weighing-open"),
        (Some(strategy), None) => page.t1("carry-dossier-weighing-choice", "strategy", strategy_name(page.language, strategy)),
        (Some(strategy), Some(review)) => {
            page.t2("carry-dossier-weighing-review", "strategy", strategy_name(page.language, strategy), "day", page.date(review))
        }
    };
    let first = it.first.as_ref().map(|key| page.t1("carry-dossier-weighing-first", "value", value_name(page.language, key)));
    let compared = it.compared.map(|_| page.t("carry-dossier-weighing-compared"));
    let defends = it.defended.iter().map(|(value, department)| {
        let name = written.names.department(page, Some(*department));
        page.t2("carry-dossier-weighing-defends", "department", name, "value", value_name(page.language, value))
    });
    let reviewed =
        it.reviewed.map(|it| page.t2("carry-dossier-weighing-reviewed", "day", page.day(&it.at), "ending", page.t(it.ending.key())));
    let more: String = defends.chain([first, compared, reviewed].into_iter().flatten()).map(|words| format!(" {words}")).collect();
    Said {
        text: format!("{text} {choice}{more}"),
        parts: parts(
            page,
            &written.texts,
            &[
                ("carry-dossier-escalation-options", Some(it.options)),
                ("carry-dossier-motive", it.motive),
                ("carry-dossier-weighing-found", it.reviewed.map(|it| it.words)),
            ],
        ),
    }
}

fn meeting(page: &Page, written: &Written, it: &tables::Meeting) -> Said {
    let party = |(department, present): &(_, Option<bool>)| {
        let name = written.names.department(page, Some(*department));
        match present {
            Some(false) => page.t1("carry-dossier-meeting-absent", "department", name),
            Some(true) | None => name,
        }
    };
    let parties: Vec<String> = it.parties.iter().map(party).collect();
    Said {
        text: page.t2("carry-dossier-meeting-of", "day", page.date(&it.day), "parties", parties.join(", ")),
        parts: parts(
            page,
            &written.texts,
            &[("carry-dossier-meeting-subject", Some(it.subject)), ("carry-dossier-meeting-agreement", it.agreement)],
        ),
    }
}

fn means(page: &Page, written: &Written, it: &tables::MeansRequest) -> Said {
    let what = means_asked(page, it.euros);
    let status = match (it.committed, it.settled_at) {
        (Some(true), Some(at)) => page.t1("carry-dossier-means-committed", "day", page.day(&at)),
        (Some(false), Some(at)) => page.t1("carry-dossier-means-refused", "day", page.day(&at)),
        _ if it.queued_until.is_some() => {
            page.t1("carry-dossier-means-queued", "day", it.queued_until.map(|day| page.date(&day)).unwrap_or_default())
        }
        _ => page.t("carry-dossier-means-open"),
    };
    let department = written.names.department(page, Some(it.department));
    Said {
        text: page.ta(
            "carry-dossier-means-of",
            &[("department", department.into()), ("day", page.day(&it.at).into()), ("what", what.into()), ("status", status.into())],
        ),
        parts: parts(page, &written.texts, &[("carry-dossier-means-purpose", Some(it.purpose)), ("carry-dossier-motive", it.motive)]),
    }
}

fn escalation(page: &Page, written: &Written, it: &tables::EscalationRow) -> Said {
    Said {
        text: page.t2("carry-dossier-escalation-of", "level", page.t(it.level.key()), "day", page.day(&it.at)),
        parts: parts(
            page,
            &written.texts,
            &[
                ("carry-form-question", Some(it.question)),
                ("carry-dossier-escalation-conflict", Some(it.conflict)),
                ("carry-dossier-escalation-options", Some(it.options)),
                ("carry-dossier-escalation-answer", it.answer),
            ],
        ),
    }
}

/// Which department objects, since when, of what nature and how large.
pub(super) fn objected(page: &Page, names: &Names, it: &tables::Objection) -> String {
    let size = it.euros.map(|euros| page.money(&kernel::Money::from_cents(euros.saturating_mul(100))));
    let nature = page.t(it.nature.key());
    let what = size.map_or_else(|| nature.clone(), |size| format!("{nature}, {size}"));
    let department = names.department(page, Some(it.department));
    page.ta("carry-dossier-objection-of", &[("department", department.into()), ("day", page.day(&it.at).into()), ("what", what.into())])
}

fn objection(page: &Page, written: &Written, it: &tables::Objection) -> Said {
    let status = match (it.ended, it.ended_at) {
        (Some(ended), Some(at)) => page.t2("carry-dossier-objection-ended", "ending", page.t(ended.key()), "day", page.day(&at)),
        _ => page.t("carry-dossier-objection-open"),
    };
    Said {
        text: format!("{} {status}", objected(page, &written.names, it)),
        parts: parts(page, &written.texts, &[("carry-dossier-objection-words", Some(it.words)), ("carry-dossier-motive", it.motive)]),
    }
}

/// Which department is touched, since when, and what it finds.
pub(super) fn touched(page: &Page, names: &Names, it: &tables::Consult) -> String {
    page.t2("carry-dossier-consult-of", "department", names.department(page, Some(it.department)), "day", page.day(&it.at))
}

fn consult(page: &Page, written: &Written, it: &tables::Consult) -> Said {
    let status = match (it.verdict, it.ended_at) {
        (Some(verdict), Some(at)) => page.t2("carry-dossier-objection-ended", "ending", page.t(verdict.key()), "day", page.day(&at)),
        _ => page.t("carry-dossier-consult-open"),
    };
    Said {
        text: format!("{} {status}", touched(page, &written.names, it)),
        parts: parts(page, &written.texts, &[("carry-dossier-consult-why", Some(it.why)), ("carry-dossier-consult-words", it.words)]),
    }
}

fn overtaking(page: &Page, written: &Written, it: &tables::Overtaking) -> Said {
    let status = match (it.ended, it.ended_at) {
        (Some(ended), Some(at)) => page.t2("carry-dossier-objection-ended", "ending", page.t(ended.key()), "day", page.day(&at)),
        _ => page.t("carry-dossier-overtaken-open"),
    };
    Said {
        text: format!("{} {status}", page.t1("carry-dossier-overtaken-of", "day", page.date(&it.day))),
        parts: parts(page, &written.texts, &[("carry-dossier-motive", it.motive)]),
    }
}

fn advices(page: &Page, written: &Written) -> Vec<Advice> {
    let one = |it: &tables::Advice| {
        Some(Advice {
            text: page.ta(
                "carry-dossier-advice-of",
                &[
                    ("department", written.names.department(page, it.department).into()),
                    ("day", page.day(&it.at).into()),
                    ("fit", page.t(it.fit.key()).into()),
                ],
            ),
            earlier: is_earlier(written, it.at),
            condition: it.condition.and_then(|id| written.texts.words(page, id)),
            words: written.texts.words(page, it.words)?,
            motive: written.texts.words(page, it.motive)?,
            reply: it.plan_change.map(crate::model::PlanChange::key).zip(it.reply.and_then(|id| written.texts.words(page, id))),
            result: written
                .results
                .iter()
                .find(|one| one.advice == it.id)
                .map(|one| result::told(page, &written.names, &written.texts, one, written.smallest)),
        })
    };
    written.advices.iter().filter_map(one).collect()
}

fn decision(page: &Page, written: &Written, it: &tables::Decision) -> Decision {
    let texts = &written.texts;
    Decision {
        earlier: is_earlier(written, it.at),
        text: page.ta(
            "carry-dossier-decision-of",
            &[
                ("body", it.body.as_str().into()),
                ("day", page.date(&it.day).into()),
                ("outcome", page.t(it.response.map_or(it.outcome.key(), crate::model::Response::key)).into()),
            ],
        ),
        until: it.until.map(|until| {
            let key = if it.outcome == Outcome::Trial { "carry-dossier-trial-day" } else { "carry-dossier-until-day" };
            page.t1(key, "day", page.date(&until))
        }),
        vote: it.vote.as_deref().map(|vote| page.t1("carry-dossier-vote", "vote", vote)),
        published: it.published.clone(),
        words: texts.words(page, it.words),
        deviation: it.deviation.and_then(|id| texts.words(page, id)),
        response: it.response_motive.and_then(|id| texts.words(page, id)),
    }
}

/// The way to the privacy check that still has to be done, for whoever screens.
fn privacy(ctx: &Context, page: &Page, opened: &Opened) -> Option<Link> {
    let unchecked = opened.dossier.live().find(|it| !it.checked)?;
    opened
        .may(ctx, Act::Screen)
        .then(|| Link { href: format!("/werk/privacy/{}", unchecked.contribution), label: page.t("carry-dossier-privacy-link") })
}

/// Only what whoever asks may do now, the step that waits first.
fn acts(ctx: &Context, page: &Page, opened: &Opened) -> Vec<Link> {
    let dossier = &opened.dossier;
    let mut links: Vec<Link> = privacy(ctx, page, opened).into_iter().filter(|_| dossier.state == State::Received).collect();
    let owed = dossier.state.awaits_answer() || (dossier.state == State::Underway && !dossier.owes_no_answer());
    if owed && ctx.may(Permission::Answer, &crate::Standing::from(dossier).thing()) {
        links.push(Link { href: format!("{}/antwoord", opened.href()), label: page.t("carry-dossier-answer") });
    }
    let straight = ctx.tenant.light && crate::light::stages(opened.variant(), dossier).is_some();
    if let Some(who) = ctx.account.as_ref().filter(|_| straight) {
        // Where no department has it yet, it is enough that the whole work may be done for one's own, or for any.
        let any = kernel::DepartmentId::from_uuid(uuid::Uuid::nil());
        let department = dossier.department.or(dossier.asked).or(who.department).unwrap_or(any);
        let may = crate::light::allowed(&who.grants, who.id, (opened.variant(), dossier, opened.decider), department, ctx.today());
        if may && ctx.may(Permission::Answer, &crate::Standing::from(dossier).thing()) {
            links.push(Link { href: format!("{}/afhandelen", opened.href()), label: page.t("carry-dossier-handle") });
        }
    }
    links.extend(opened.offered(ctx).into_iter().map(|act| {
        let key = match (act, dossier.state) {
            (Act::Schedule, State::OnAgenda) => "carry-act-schedule-move",
            (Act::Contest, State::Divided) => "carry-act-contest-divided",
            (Act::Decide, _) if responds(opened.variant()) => "carry-response-title",
            (Act::Advise, _) if dossier.gathers.is_some() => "carry-result-title",
            _ => act.key(),
        };
        Link { href: format!("{}/{}", opened.href(), act.path()), label: page.t(key) }
    }));
    let Some(who) = ctx.account.as_ref() else { return links };
    let can = |it: &AtOnce| {
        let theirs = *it != AtOnce::Remind || !opened.is_mine(ctx);
        theirs && it.is_open(dossier, opened.decider) && it.allowed(&who.grants, who.id, dossier, opened.decider, ctx.today())
    };
    let alone = |it: AtOnce| Link { href: format!("/werk/samen?wat={}&kies={}", it.code(), dossier.id), label: page.t(it.key()) };
    links.extend([AtOnce::HandOver, AtOnce::Remind].into_iter().filter(can).map(alone));
    links
}
