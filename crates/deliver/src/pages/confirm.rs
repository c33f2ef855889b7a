//! `/bijdragen/{number}/uitgevoerd`: an author says whether what was promised is there, proven with the follow code (S17).

use crate::act::{self, Refusal};
use crate::forms;
use crate::model::Stage;
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
    said: Vec<Choice>,
}

/// What the department says is done, of the dossier in which this contribution travels.
async fn claimed(ctx: &Context, number: &PublicNumber) -> Result<Vec<(Commitment, Said)>, Fault> {
    let mut s = ctx.read().await?;
    let contribution = voice::by_number(&mut s, ctx.tenant_id(), number).await?.ok_or(Fault::NotFound)?;
    let dossier = journey::of_contribution(&mut s, ctx.tenant_id(), contribution.id).await?.ok_or(Fault::NotFound)?;
    let mut found = Vec::new();
    for it in commitments::of_dossier(&mut s, ctx.tenant_id(), dossier.id).await? {
        if it.stage == Stage::Claimed
            && contribution.withdrawn.is_none()
            && let Some(what) = store::texts::text(&mut s, ctx.tenant_id(), it.what).await?
        {
            found.push((it, Said::of(&what, &ctx.language)));
        }
    }
    Ok(found)
}

fn draw(ctx: &Context, number: &PublicNumber, claimed: &[(Commitment, Said)], typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("deliver-confirm-title");
    let said = |code: &str| Choice::new(code, page.t(format!("deliver-said-{code}")));
    let form = Form {
        number: number.to_string(),
        only: if let [(_, what)] = claimed { Some(what.clone()) } else { None },
        which: claimed.iter().map(|(it, what)| Choice::new(it.id.to_string(), what.text.clone())).collect(),
        said: ["confirm", "not-ready", "different"].map(said).into(),
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let claimed = claimed(&ctx, &number).await?;
    Ok(draw(&ctx, &number, &claimed, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let claimed = claimed(&ctx, &number).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    typed.set("doen", "");
    let chosen = match claimed.as_slice() {
        [(only, _)] => Some(only.id),
        all => all.iter().map(|(it, _)| it.id).find(|id| id.to_string() == typed.get("which")),
    };
    if chosen.is_none() {
        typed.wrong("which", if claimed.is_empty() { "deliver-confirm-nothing" } else { "ui-choose" });
    }
    let said = forms::attestation(&mut typed, ConfirmedBy::Author, ctx.language);
    let code: Option<FollowCode> = typed.get("code").parse().ok();
    if code.is_none() {
        typed.wrong("code", if typed.get("code").trim().is_empty() { "answer-code-missing" } else { "answer-code-unlike" });
    }
    let (Some(id), Some(said), Some(code)) = (chosen, said, code) else {
        return Ok(draw(&ctx, &number, &claimed, typed, wrong));
    };
    if voice::prove(&ctx, &number, &code).await?.is_none_or(|it| it.withdrawn.is_some()) {
        typed.wrong("code", "answer-code-wrong");
        return Ok(draw(&ctx, &number, &claimed, typed, wrong));
    }
    let store = ctx.store().clone();
    let done = store::write!(store, [ctx, said], |tx| act::attest(tx, &ctx.act(), id, &said).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/bijdragen/{number}"), "deliver-confirm-done")),
        Err(Refusal::NotNow(_)) => {
            typed.wrong("said", "deliver-not-now");
            Ok(draw(&ctx, &number, &claimed, typed, StatusCode::CONFLICT))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
