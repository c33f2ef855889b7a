//! `/werk/bezorging/mee`: the answers that somebody takes along on a telephone, to read them aloud where there is no network.
//!
//! Only what an organisation brings, under the name by which it knows the author: names and addresses of the vault never
//! lie on a telephone. The list is the whole truth: what is not on it any more, the telephone lets go of.

use super::deliveries::thing;
use super::{PAGE, cut};
use crate::letter::{self, LetterWords};
use crate::shown::Said;
use crate::tables::deliveries::{self, Delivery, Of};
use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use journey::AnswerBy;
use kernel::{DeliveryId, Language, OrganisationId, PublicNumber};
use people::{Context, Fault, Permission};
use serde::Serialize;
use std::collections::HashMap;
use ui::Page;

#[derive(Serialize)]
struct Carried {
    answers: Vec<Carry>,
    /// Whether more answers wait than fit on the telephone.
    more: bool,
}

/// One answer, in the language of its author.
#[derive(Serialize)]
struct Carry {
    id: DeliveryId,
    number: PublicNumber,
    to: String,
    language: Language,
    title: Option<Said>,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    heading: String,
    said: Said,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let of = Of { channel: Some(AnswerBy::Intermediary), organisation: ctx.signed_in()?.organisation, settled: false };
    let mut s = ctx.read().await?;
    let mut found = deliveries::list(&mut s, ctx.tenant_id(), of, None, PAGE + 1).await?;
    let more = cut(&mut found);
    let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
    let journeys = journey::journeys(&mut s, ctx.tenant_id(), &ids, &ctx.tenant.civil, ctx.now()).await?;
    // What its author took back, or what is being looked at once more, is not to be brought.
    found.retain(|it| {
        journeys.iter().any(|journey| journey.contribution == it.contribution && it.brings.holds(journey))
            && ctx.may(Permission::Deliver, &thing(it))
    });
    let organisations: HashMap<OrganisationId, String> =
        people::tables::organisations(&mut s, ctx.tenant_id()).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let page = ctx.page("answer-deliveries-title");
    let mut answers = Vec::with_capacity(found.len());
    for delivery in &found {
        let Some(words) = letter::read(&mut s, &ctx.tenant, delivery).await? else { continue };
        let pseudonym = voice::contribution(&mut s, ctx.tenant_id(), delivery.contribution).await?.and_then(|it| it.pseudonym);
        let organisation = delivery.organisation.and_then(|id| organisations.get(&id).cloned());
        let to: Vec<String> = pseudonym.into_iter().chain(organisation).collect();
        answers.push(carry(&page, delivery, words, to.join(" · ")));
    }
    let mut response = Json(Carried { answers, more }).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn carry(page: &Page, delivery: &Delivery, words: LetterWords, to: String) -> Carry {
    let own = Page { language: words.language, ..page.clone() };
    let decided = words.outcome_key().map(|outcome| Part {
        heading: own.t("answer-carried-outcome"),
        said: Said { text: own.t(outcome), language: words.language, unreviewed: false },
    });
    let told = words.parts.iter().map(|it| {
        let told = own.t2("answer-letter-part", "part", it.name.as_str(), "outcome", own.t(it.outcome.key()));
        let said = Said { text: told, language: words.language, unreviewed: false };
        Part { heading: own.t("answer-carried-outcome"), said }
    });
    let noticed = words.notice.as_ref().map(|notice| Part { heading: notice.subject.text.clone(), said: notice.words.clone() });
    let parts = words.sections().into_iter().map(|(key, said)| Part { heading: own.t(key), said: said.clone() });
    let parts = decided.into_iter().chain(told).chain(noticed).chain(parts).collect();
    Carry { id: delivery.id, number: words.number, to, language: words.language, title: words.title, parts }
}
