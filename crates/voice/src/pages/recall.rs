//! `/werk/veld/terug`: an author wants words back that still lie on a telephone without a network. The number on the
//! card is enough to say which: it never comes in, and the telephone lets go of it at its next contact.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::PublicNumber;
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "recall.html")]
struct RecallPage {
    page: Page,
    typed: Typed,
    proofs: Vec<Choice>,
    /// The contribution with this number, when it came in already.
    arrived: Option<String>,
}

/// How it is known that it is the author who asks.
const PROOFS: [&str; 2] = ["receipt", "known"];

/// The form.
pub async fn show(ctx: Context) -> Response {
    drawn(&ctx, Typed::empty(), None)
}

/// Notes it. What came in already is taken back on its own page.
pub async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    if !ctx.may_somewhere(Permission::RecordContribution) {
        return Err(Fault::Forbidden);
    }
    let Some((number, proof)) = read(&mut typed) else { return Ok(drawn(&ctx, typed, None)) };
    let known = crate::by_number(&mut ctx.read().await?, ctx.tenant_id(), &number).await?;
    if let Some(known) = known {
        typed.wrong("number", "voice-recall-arrived");
        return Ok(drawn(&ctx, typed, Some(known.number.to_string())));
    }
    crate::fieldwork::note_recall(ctx.store(), ctx.tenant_id(), &number, ctx.now()).await?;
    let by = ctx.clone();
    store::write!(ctx.store(), [by, number], |tx| crate::fieldwork::recall(tx, &by.act(), &number, proof).await).await?;
    Ok(ctx.done("/werk/veld/terug", "voice-recall-done"))
}

fn read(typed: &mut Typed) -> Option<(PublicNumber, &'static str)> {
    let number: Option<PublicNumber> = typed.get("number").parse().ok();
    if number.is_none() {
        typed.wrong("number", "voice-recall-number-unreadable");
    }
    let proof = crate::forms::fields::chosen(typed, "proof", |text| PROOFS.into_iter().find(|proof| *proof == text));
    Some((number?, proof?))
}

fn drawn(ctx: &Context, typed: Typed, arrived: Option<String>) -> Response {
    let page = ctx.page("voice-recall-title");
    let proofs = PROOFS.iter().map(|proof| Choice::new(*proof, page.t(format!("voice-proof-{proof}")))).collect();
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &RecallPage { page, typed, proofs, arrived })
}
