//! `/bijdragen/{number}/uitgevoerd`: an author says whether what was promised is there (S17); and `/bijdragen/{number}/werkt-het-nog`:
//! whether it still works for them (S18). Both are proven with the follow code.

use crate::act::{self, Refusal};
use crate::forms;
use crate::model::{Lasting, Stage};
use crate::tables::commitments::{self, Commitment};
use answer::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::ConfirmedBy;
use kernel::{FollowCode, PublicNumber};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "confirm.html")]
struct Form {
    page: Page,
    typed: Typed,
    number: String,
    /// The only one that can be confirmed, when there is one.
    only: Option<Said>,
    which: Vec<Choice>,
    /// Whether it is there; empty where is asked whether it still works.
    said: Vec<Choice>,
    lasting: Vec<Choice>,
}

/// Whether what is asked is if it is there, or if it still works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Ready,
    StillWorks,
}

impl Asked {
    /// Where a commitment stands of which this can be said.
    const fn stage(self) -> Stage {
        match self {
            Self::Ready => Stage::Claimed,
            Self::StillWorks => Stage::Realised,
        }
    }
}

/// What the department says is done, or what was realised, of the dossier in which this contribution travels.
async fn found(ctx: &Context, number: &PublicNumber, asked: Asked) -> Result<Vec<(Commitment, Said)>, Fault> {
    let mut s = ctx.read().await?;
    let contribution = voice::by_number(&mut s, ctx.tenant_id(), number).await?.ok_or(Fault::NotFound)?;
    let dossier = journey::of_contribution(&mut s, ctx.tenant_id(), contribution.id).await?.ok_or(Fault::NotFound)?;
    let mut found = Vec::new();
    for it in commitments::of_dossier(&mut s, ctx.tenant_id(), dossier.id).await? {
        if it.stage == asked.stage()
            && contribution.withdrawn.is_none()
            && let Some(what) = store::texts::text(&mut s, ctx.tenant_id(), it.what).await?
        {
            found.push((it, Said::of(&what, &ctx.language)));
        }
    }
    Ok(found)
}

fn draw(ctx: &Context, number: &PublicNumber, asked: Asked, found: &[(Commitment, Said)], typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page(match asked {
        Asked::Ready => "deliver-confirm-title",
        Asked::StillWorks => "deliver-still-works-title",
    });
    let said = |code: &str| Choice::new(code, page.t(format!("deliver-said-{code}")));
    let lasting = Lasting::ALL.iter().map(|one| Choice::new(one.code(), page.t(one.key())));
    let form = Form {
        number: number.to_string(),
        only: if let [(_, what)] = found { Some(what.clone()) } else { None },
        which: found.iter().map(|(it, what)| Choice::new(it.id.to_string(), what.text.clone())).collect(),
        said: if asked == Asked::Ready { ["confirm", "not-ready", "different"].map(said).into() } else { Vec::new() },
        lasting: if asked == Asked::StillWorks {
            lasting.chain([Choice::new(forms::NOTHING_HOLDS, page.t("deliver-still-works-nothing"))]).collect()
        } else {
            Vec::new()
        },
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    shown(&ctx, &number, Asked::Ready).await
}

pub(super) async fn show_still_works(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    shown(&ctx, &number, Asked::StillWorks).await
}

async fn shown(ctx: &Context, number: &str, asked: Asked) -> Result<Response, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let found = found(ctx, &number, asked).await?;
    Ok(draw(ctx, &number, asked, &found, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    taken(&number, posted, Asked::Ready).await
}

pub(super) async fn take_still_works(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    taken(&number, posted, Asked::StillWorks).await
}

async fn taken(number: &str, posted: Posted, asked: Asked) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let found = found(&ctx, &number, asked).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    typed.set("doen", "");
    let chosen = match found.as_slice() {
        [(only, _)] => Some(only.id),
        all => all.iter().map(|(it, _)| it.id).find(|id| id.to_string() == typed.get("which")),
    };
    if chosen.is_none() {
        let nothing = if asked == Asked::Ready { "deliver-confirm-nothing" } else { "deliver-still-works-none" };
        typed.wrong("which", if found.is_empty() { nothing } else { "ui-choose" });
    }
    let said = match asked {
        Asked::Ready => forms::attestation(&mut typed, ConfirmedBy::Author, ctx.language),
        Asked::StillWorks => forms::experience(&mut typed),
    };
    let code: Option<FollowCode> = typed.get("code").parse().ok();
    if code.is_none() {
        typed.wrong("code", if typed.get("code").trim().is_empty() { "answer-code-missing" } else { "answer-code-unlike" });
    }
    let (Some(id), Some(said), Some(code)) = (chosen, said, code) else {
        return Ok(draw(&ctx, &number, asked, &found, typed, wrong));
    };
    if voice::prove(&ctx, &number, &code).await?.is_none_or(|it| it.withdrawn.is_some()) {
        typed.wrong("code", "answer-code-wrong");
        return Ok(draw(&ctx, &number, asked, &found, typed, wrong));
    }
    let store = ctx.store().clone();
    let done = store::write!(store, [ctx, said], |tx| act::attest(tx, &ctx.act(), id, &said).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/bijdragen/{number}"), "deliver-confirm-done")),
        Err(Refusal::NotNow(_)) => {
            typed.wrong(if asked == Asked::Ready { "said" } else { "lasting" }, "deliver-not-now");
            Ok(draw(&ctx, &number, asked, &found, typed, StatusCode::CONFLICT))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
