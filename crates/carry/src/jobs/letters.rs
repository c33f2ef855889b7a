//! Letters to colleagues about a dossier, and the words that stand in them.

use crate::model::Level;
use kernel::{ContributionId, Date, DossierId};
use people::mail::{Letter, Recipient};
use people::tables::Account;
use people::{App, Tenant};
use store::Session;

/// At most so many people get the same reminder.
pub(super) const MOST_REMINDED: usize = 20;

/// A level in words; empty without one.
pub(super) fn level_words(app: &App, tenant: &Tenant, level: Option<Level>) -> String {
    level.map(|level| app.texts.plain(&tenant.language, level.key(), &[])).unwrap_or_default()
}

/// The title under which colleagues know a dossier; empty when its words were taken back.
pub(super) async fn subject(s: &mut Session, tenant: &Tenant, lead: ContributionId) -> Result<String, store::Error> {
    let words = voice::words(s, tenant.id, &[lead]).await?;
    Ok(words.first().filter(|it| !it.withdrawn).map(|it| it.title.best(&tenant.language).text.to_owned()).unwrap_or_default())
}

/// The dossier that a letter is about.
pub(super) struct About<'a> {
    pub(super) id: DossierId,
    pub(super) number: &'a str,
    pub(super) subject: &'a str,
}

/// A letter to a colleague.
pub(super) fn letter(
    app: &App,
    tenant: &Tenant,
    about: &About<'_>,
    (subject, text): (&str, &str),
    to: &Account,
    words: &[(&str, ui::Arg)],
) -> Letter {
    let language = to.language.unwrap_or(tenant.language);
    let mut all: Vec<(&str, ui::Arg)> = vec![
        ("name", to.name.as_str().into()),
        ("number", about.number.into()),
        ("subject", about.subject.into()),
        ("address", app.address_of(tenant, &format!("/werk/dossiers/{}", about.id)).into()),
    ];
    all.extend(words.iter().cloned());
    Letter {
        to: Recipient::Address(to.mail.clone()),
        language,
        subject: app.texts.plain(&language, subject, &all),
        text: app.texts.plain(&language, text, &all),
    }
}

/// A day in words, as pages write it.
pub(super) fn day(app: &App, language: &kernel::Language, day: Date) -> String {
    let month = app.texts.plain(language, &format!("ui-month-{}", day.month()), &[]);
    let [number, year] = [day.day().to_string(), day.year().to_string()];
    app.texts.plain(language, "ui-date", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
}
