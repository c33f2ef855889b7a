//! The pages of evaluations.

mod counts;
mod counts_shown;
pub(super) mod edit;
pub(super) mod finish;
pub(super) mod lesson;
mod lines;
pub(super) mod list;
pub(super) mod open_data;
pub(super) mod pdf;
pub(super) mod reach;
pub(super) mod report;
pub(crate) mod shown;
pub(super) mod waiver;
pub(crate) mod words;

use answer::Said;
use design::Process;
use kernel::{Language, ProcessId, Prose, TextError};
use people::{Context, Fault, Permission, Thing};
use store::texts::LanguageSet;
use ui::Typed;

/// The public process with this id, when whoever signed in may evaluate it.
pub(super) async fn permitted(ctx: &Context, id: &str) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let process = design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?;
    ctx.permit(Permission::Evaluate, &Thing::process(id))?;
    process.filter(Process::is_public).ok_or(Fault::NotFound)
}

/// A text as the reader of this page gets it.
pub(super) fn said(ctx: &Context, set: &LanguageSet) -> Said {
    Said::of(set, &ctx.language)
}

/// What was typed in a field, in the language in which the municipality writes; a field that was left empty gives nothing, what is
/// too long is noted beside it.
pub(super) fn prose(typed: &mut Typed, name: &str, most: usize, language: Language) -> Option<LanguageSet> {
    match Prose::new(typed.get(name), most).map(Prose::into_string) {
        Ok(text) => Some(LanguageSet::written(language, text)),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            typed.wrong_with(name, "ui-too-long", &[("most", number(most).into()), ("length", number(length).into())]);
            None
        }
    }
}

/// As [`prose`], of what must be there: `missing` says so.
pub(super) fn needed(typed: &mut Typed, name: &str, most: usize, language: Language, missing: &str) -> Option<LanguageSet> {
    let found = prose(typed, name, most, language);
    if found.is_none() && typed.error_of(name).is_none() {
        typed.wrong(name, missing);
    }
    found
}

/// Conclusions of one process cannot say that one thing made another happen (H3.6): the words that do are named beside the field.
pub(super) fn no_claims(typed: &mut Typed, name: &str) {
    if let Some(claim) = crate::model::evaluation::claims::claimed_cause(typed.get(name)) {
        typed.wrong_with(name, "learn-evaluation-claim", &[("words", claim.into())]);
    }
}
