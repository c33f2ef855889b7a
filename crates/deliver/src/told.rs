//! What authors are told of a commitment beside the answer, in every language of the municipality.

use crate::model::{HappeningKind, Lasting, Telling};
use crate::tables::commitments::Commitment;
use crate::tables::happenings;
use answer::notices::NewNotice;
use answer::subscriptions::words_of;
use kernel::Language;
use people::{App, Tenant};
use std::sync::Arc;
use store::texts::{LanguageSet, Origin, Version};
use store::{Error, Session};
use ui::{Arg, Page};

/// What is told at one turn of a commitment; `None` when its words are gone.
pub(crate) async fn notice(
    s: &mut Session,
    app: &App,
    tenant: &Arc<Tenant>,
    it: &Commitment,
    telling: Telling,
    turn: &str,
) -> Result<Option<NewNotice>, Error> {
    let Some(what) = store::texts::text(s, tenant.id, it.what).await? else { return Ok(None) };
    let department = people::tables::department(s, tenant.id, it.department).await?.map(|it| it.name).unwrap_or_default();
    let found = match telling {
        Telling::Checked => match found(s, tenant, it, turn).await? {
            Some(found) => Some(found),
            None => return Ok(None),
        },
        Telling::Confirm | Telling::Check => None,
    };
    let words = |language: Language| {
        let plain = |key: &str, args: &[(&str, Arg)]| app.texts.plain(&language, key, args);
        let args: [(&str, Arg); 2] = [("department", department.as_str().into()), ("what", what.best(&language).text.into())];
        let mut parts = vec![plain(&format!("{}-words", telling.key()), &args)];
        if let Some((lasting, seen)) = &found {
            let page = words_of(app, tenant, language);
            parts.push(listed(&page, lasting));
            parts.push(plain("deliver-told-seen", &[("words", seen.best(&language).text.into())]));
            parts.extend(it.check_on.map(|day| plain("deliver-told-again", &[("day", page.date(&day).into())])));
        }
        parts.join("\n\n")
    };
    let subject = in_all(tenant, |language| app.texts.plain(&language, telling.key(), &[]));
    Ok(Some(NewNotice {
        dossier: it.dossier,
        matter: it.id.uuid(),
        about: telling.code(),
        occasion: turn.to_owned(),
        subject,
        words: in_all(tenant, words),
    }))
}

/// What was found when somebody looked, and in which words.
async fn found(s: &mut Session, tenant: &Tenant, it: &Commitment, turn: &str) -> Result<Option<(Vec<Lasting>, LanguageSet)>, Error> {
    let all = happenings::of_commitment(s, tenant.id, it.id).await?;
    let Some(checked) = all.into_iter().find(|one| one.kind == HappeningKind::Checked && one.id.to_string() == turn) else {
        return Ok(None);
    };
    let Some(words) = checked.text else { return Ok(None) };
    Ok(store::texts::text(s, tenant.id, words).await?.map(|words| (checked.lasting, words)))
}

fn listed(page: &Page, lasting: &[Lasting]) -> String {
    let said =
        |one: &Lasting| format!("{}: {}", page.t(one.key()), page.t(if lasting.contains(one) { "deliver-yes" } else { "deliver-no" }));
    Lasting::ALL.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// The same in the language of the municipality and in all others in which it writes.
fn in_all(tenant: &Tenant, words: impl Fn(Language) -> String) -> LanguageSet {
    let others = tenant.languages.iter().filter(|language| **language != tenant.language);
    others.fold(LanguageSet::written(tenant.language, words(tenant.language)), |set, language| {
        set.with(Version { language: *language, text: words(*language), origin: Origin::Human, reviewed_by: None })
    })
}
