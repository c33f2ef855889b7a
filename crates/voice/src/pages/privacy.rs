//! A person looks at the words of one contribution: shows them, masks parts, or keeps them back with a reason.

use super::privacy_list::may;
use super::{offered, place_words};
use crate::forms::screening::{self, Found};
use crate::model::contribution::{Contribution, Screening};
use crate::model::privacy::{Finding, Kind};
use crate::model::rules::Rule;
use crate::screen::{Decision, words_mark};
use crate::tables::photo::{self, KeptPhoto};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ContributionId, FileId, Language};
use people::{Context, Fault, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    page: Page,
    typed: Typed,
    /// What tells the words on this page from all others.
    seen: String,
    /// That the words were corrected after they were shown before.
    changed: Option<String>,
    id: String,
    dossier: String,
    language: Language,
    title: Vec<Part>,
    body: Vec<Vec<Part>>,
    in_title: Vec<Choice>,
    in_body: Vec<Choice>,
    photos: Vec<Photo>,
    rules: Vec<Choice>,
    facts: Vec<(String, String)>,
    public: bool,
    before: Option<String>,
    alike: Vec<(String, String)>,
    erasures: Vec<Choice>,
    proofs: Vec<Choice>,
    withdrawn: bool,
    published: bool,
}

/// A part of the words: plain, or found with the name of its kind.
struct Part {
    text: String,
    kind: Option<String>,
}

struct Photo {
    id: String,
    src: String,
    width: i64,
    height: i64,
    alt: String,
    number: i64,
}

/// What is looked at.
struct Looked {
    contribution: Contribution,
    title: String,
    body: String,
    photos: Vec<KeptPhoto>,
}

async fn look(ctx: &Context, text: &str) -> Result<Looked, Fault> {
    let id: ContributionId = text.parse().map_err(|_| Fault::NotFound)?;
    let mut session = ctx.read().await?;
    let contribution = crate::contribution(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    if !may(ctx, &Thing::process(contribution.process).in_area(contribution.place.area)) {
        return Err(Fault::Forbidden);
    }
    let (title, body) = crate::original(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    let photos = photo::of(&mut session, ctx.tenant_id(), id).await?.into_iter().filter(|photo| photo.sent).collect();
    Ok(Looked { contribution, title, body: body.unwrap_or_default(), photos })
}

/// The words with what was found in them.
pub async fn show(ctx: Context, Path(contribution): Path<String>) -> Result<Response, Fault> {
    let looked = look(&ctx, &contribution).await?;
    let found = Found::of(&looked.title, &looked.body);
    let mut typed = Typed::empty().with("decision", if looked.contribution.public { "show" } else { "keep-back" });
    tick(&mut typed, &found);
    if !looked.contribution.public {
        typed.set("rule", Rule::Wish.code());
    }
    drawn(&ctx, &looked, typed, StatusCode::OK).await
}

/// What is certain is ticked beforehand; a guess is not, so that nobody's street or park is masked by a machine.
fn tick(typed: &mut Typed, found: &Found<'_>) {
    for (name, findings) in [("mask-title", &found.in_title), ("mask-body", &found.in_body)] {
        for finding in findings.iter().filter(|finding| finding.sure) {
            let value = screening::value(finding);
            if !typed.has(name, &value) {
                typed.push(name, value);
            }
        }
    }
}

/// The page again with the words as they are now, when they were corrected after they were shown. What was typed stays.
async fn anew(ctx: &Context, id: &str, mut typed: Typed) -> Result<Response, Fault> {
    let looked = look(ctx, id).await?;
    tick(&mut typed, &Found::of(&looked.title, &looked.body));
    drawn(ctx, &looked, typed, StatusCode::CONFLICT).await
}

/// The page again after the form of withdrawal came without an answer to both questions.
pub async fn again(ctx: &Context, id: ContributionId, mut typed: Typed) -> Result<Response, Fault> {
    let looked = look(ctx, &id.to_string()).await?;
    for name in ["erasure", "proof"] {
        if typed.get(name).is_empty() {
            typed.wrong(name, "ui-choose");
        }
    }
    drawn(ctx, &looked, typed, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Takes the decision.
pub async fn take(Path(contribution): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let looked = look(&ctx, &contribution).await?;
    let id = looked.contribution.id;
    let seen = typed.get("seen").to_owned();
    if seen != words_mark(&looked.title, Some(&looked.body)) {
        return anew(&ctx, &contribution, typed).await;
    }
    let photos: Vec<FileId> = looked.photos.iter().map(|photo| photo.id).collect();
    let language = looked.contribution.language;
    let masked = |kind: Option<Kind>| ctx.app.texts.get(&language, kind.map_or("voice-mask-words", Kind::mask_key), &[]);
    let decision = screening::read(&mut typed, &Found::of(&looked.title, &looked.body), &photos, masked);
    let Some(decision) = decision else {
        return drawn(&ctx, &looked, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let notice = match decision {
        Decision::Show { .. } => "voice-privacy-shown",
        Decision::KeepBack { .. } => "voice-privacy-kept-back",
    };
    let (by, screened) = (ctx.clone(), looked.contribution);
    let done = store::write!(ctx.store(), [by, decision, screened, seen], |tx| {
        crate::screen::screen_seen(tx, &by.act(), id, &decision, &seen).await?;
        if let Decision::KeepBack { rule, reason } = &decision {
            crate::mail::kept_back(tx, &by, &screened, *rule, reason.as_str()).await?;
        }
        Ok::<_, Fault>(())
    })
    .await;
    match done {
        Ok(()) => Ok(ctx.done("/werk/privacy", notice)),
        Err(Fault::Conflict("voice-privacy-changed")) => anew(&ctx, &contribution, typed).await,
        Err(fault) => Err(fault),
    }
}

async fn drawn(ctx: &Context, looked: &Looked, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let contribution = &looked.contribution;
    let found = Found::of(&looked.title, &looked.body);
    let page = ctx.page_titled(ctx.app.texts.get(&ctx.language, "voice-privacy-title", &[("number", contribution.number.as_str().into())]));
    let mut session = ctx.read().await?;
    let offered = offered(&mut session, ctx, false).await?;
    let whole = format!("{} {}", looked.title, looked.body);
    let alike = crate::alike(&mut session, ctx.tenant_id(), contribution.process, &whole, &looked.title, &contribution.language).await?;
    let photos = (1_i64..)
        .zip(&looked.photos)
        .map(|(number, photo)| Photo {
            id: photo.id.to_string(),
            src: format!("/bestanden/{}", photo.id),
            width: photo.width,
            height: photo.height,
            alt: photo.description.clone().unwrap_or_else(|| page.t1("voice-photo-nth", "number", number)),
            number,
        })
        .collect();
    let rules = Rule::ALL.into_iter().map(|rule| Choice::new(rule.code(), page.t(rule.key()))).collect();
    let shown = PrivacyPage {
        seen: words_mark(&looked.title, Some(&looked.body)),
        changed: (status == StatusCode::CONFLICT).then(|| page.t("voice-privacy-changed")),
        id: contribution.id.to_string(),
        dossier: contribution.dossier.to_string(),
        language: contribution.language,
        title: parts(&page, &looked.title, &found.in_title),
        body: paragraphs(&page, &looked.body, &found.in_body),
        in_title: boxes(&page, &looked.title, &found.in_title),
        in_body: boxes(&page, &looked.body, &found.in_body),
        photos,
        rules,
        facts: facts(&page, contribution, place_words(&page, &contribution.place, &offered)),
        public: contribution.public,
        before: (contribution.screening != Screening::Waiting).then(|| page.t(format!("voice-before-{}", contribution.screening.code()))),
        alike: alike
            .into_iter()
            .filter(|other| other.id != contribution.id)
            .map(|other| (format!("/bijdragen/{}", other.number), other.title.original().text.clone()))
            .collect(),
        erasures: ["hide", "words"].into_iter().map(|code| Choice::new(code, page.t(format!("voice-erasure-{code}")))).collect(),
        proofs: ["receipt", "known"].into_iter().map(|code| Choice::new(code, page.t(format!("voice-proof-{code}")))).collect(),
        withdrawn: contribution.withdrawn.is_some(),
        published: contribution.published,
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

/// How it came in, for who screens.
fn facts(page: &Page, contribution: &Contribution, place: Option<String>) -> Vec<(String, String)> {
    let mut facts = vec![
        (page.t("voice-channel-label"), page.t(contribution.channel.key())),
        (page.t("voice-captured-label"), page.date(&contribution.captured)),
        (page.t("voice-received-label"), page.time(&contribution.received)),
        (page.t("voice-idea-language-label"), ui::own_name(&contribution.language)),
    ];
    if let Some(place) = place {
        facts.push((page.t("voice-check-where"), place));
    }
    if let Some(assisted) = &contribution.assisted {
        facts.push((page.t("voice-spoken-label"), page.t(if assisted.spoken { "voice-spoken-yes" } else { "voice-spoken-no" })));
        facts.push((page.t("voice-read-back-label"), page.t(if assisted.read_back { "voice-yes" } else { "voice-no" })));
    }
    facts
}

fn boxes(page: &Page, text: &str, findings: &[Finding]) -> Vec<Choice> {
    findings
        .iter()
        .map(|finding| {
            let words = text.get(finding.start..finding.end).unwrap_or_default();
            Choice::new(screening::value(finding), page.t2("voice-mask-box", "kind", page.t(finding.kind.key()), "words", words))
        })
        .collect()
}

fn parts(page: &Page, text: &str, findings: &[Finding]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    for finding in findings {
        parts.push(Part { text: text.get(from..finding.start).unwrap_or_default().to_owned(), kind: None });
        parts.push(Part {
            text: text.get(finding.start..finding.end).unwrap_or_default().to_owned(),
            kind: Some(page.t(finding.kind.key())),
        });
        from = finding.end;
    }
    parts.push(Part { text: text.get(from..).unwrap_or_default().to_owned(), kind: None });
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// The words line by line, each line cut at what was found; a finding that runs over a line end is cut there too.
fn paragraphs(page: &Page, text: &str, findings: &[Finding]) -> Vec<Vec<Part>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let inside: Vec<Finding> = findings
            .iter()
            .filter(|finding| finding.start < end && start < finding.end)
            .map(|finding| Finding { start: finding.start.max(start) - start, end: finding.end.min(end) - start, ..*finding })
            .collect();
        if !line.trim().is_empty() {
            lines.push(parts(page, line, &inside));
        }
        start = end + 1;
    }
    lines
}
