//! An answer on paper or in a mail: the same words as on the public page, in the language of the author.

use crate::shown::Said;
use crate::tables::answers;
use crate::tables::deliveries::Delivery;
use journey::Outcome;
use kernel::{Instant, Language, PublicNumber};
use people::{Settings, Tenant};
use store::{Error, Session};
use ui::{Arg, Texts};

/// What an answer says to one author.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterWords {
    /// The language of the letter: that of the author where this municipality writes it, its own otherwise.
    pub language: Language,
    /// The number of the contribution.
    pub number: PublicNumber,
    /// What the author put in, in one line; `None` after erasure.
    pub title: Option<Said>,
    /// What was decided.
    pub outcome: Outcome,
    /// What was done with the words of this author.
    pub own: Option<Said>,
    /// What was done with what was put in.
    pub done: Option<Said>,
    /// The criterion that decided.
    pub criterion: Option<Said>,
    /// Why not, when not.
    pub why_not: Option<Said>,
    /// What comes now.
    pub coming: Option<Said>,
    /// When the answer was published.
    pub published: Instant,
}

/// The words of the answer that a delivery brings; `None` when the answer is gone.
///
/// # Errors
/// When the database does not answer.
pub async fn read(s: &mut Session, tenant: &Tenant, delivery: &Delivery) -> Result<Option<LetterWords>, Error> {
    let Some(answer) = answers::answer(s, tenant.id, delivery.answer).await? else { return Ok(None) };
    let language = if tenant.languages.contains(&delivery.language) { delivery.language } else { tenant.language };
    let texts = store::texts::texts(s, tenant.id, &answer.texts()).await?;
    let said = |id| texts.iter().find(|(known, _)| *known == id).map(|(_, set)| Said::of(set, &language));
    let contribution = voice::contribution(s, tenant.id, delivery.contribution).await?;
    let title = contribution.filter(|it| !it.erased).map(|it| Said::of(&it.title, &language)).filter(|title| !title.text.is_empty());
    Ok(Some(LetterWords {
        language,
        number: answer.number.clone(),
        title,
        outcome: answer.outcome,
        own: answer.own.and_then(said),
        done: said(answer.done),
        criterion: said(answer.criterion),
        why_not: answer.why_not.and_then(said),
        coming: answer.coming.and_then(said),
        published: answer.published,
    }))
}

/// Where the journey of a contribution can be read, as it stands in mails and letters.
#[must_use]
pub fn address(settings: &Settings, tenant: &Tenant, number: &PublicNumber) -> String {
    let scheme = if settings.https { "https" } else { "http" };
    let port = settings.port.map(|port| format!(":{port}")).unwrap_or_default();
    format!("{scheme}://{}{port}/bijdragen/{number}", tenant.host)
}

/// Subject and text of the mail.
#[must_use]
pub fn as_mail(texts: &Texts, settings: &Settings, tenant: &Tenant, words: &LetterWords) -> (String, String) {
    let t = |key: &str, args: &[(&str, Arg)]| texts.plain(&words.language, key, args);
    let number: Arg = words.number.as_str().into();
    let subject = t("answer-mail-subject", &[("number", number.clone())]);
    let mut parts = vec![t("answer-letter-greeting", &[])];
    parts.push(match &words.title {
        Some(title) => t("answer-letter-about", &[("title", title.text.as_str().into()), ("number", number)]),
        None => t("answer-letter-about-number", &[("number", number)]),
    });
    parts.push(t("answer-letter-outcome", &[("outcome", t(words.outcome.key(), &[]).into())]));
    for (key, said) in words.sections() {
        parts.push(format!("{}\n{}", t(key, &[]), said.text));
    }
    parts.push(t("answer-letter-react", &[("address", address(settings, tenant, &words.number).into())]));
    parts.push(t(
        "answer-letter-contact",
        &[("phone", tenant.contact.phone.as_str().into()), ("place", tenant.contact.address.as_str().into())],
    ));
    parts.push(tenant.name.clone());
    (subject, parts.join("\n\n"))
}

impl LetterWords {
    /// The parts that are there, each with the key of its heading, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &Said)> {
        [
            ("answer-part-own", &self.own),
            ("answer-part-done", &self.done),
            ("answer-part-criterion", &self.criterion),
            ("answer-part-why-not", &self.why_not),
            ("answer-part-coming", &self.coming),
        ]
        .into_iter()
        .filter_map(|(key, said)| said.as_ref().map(|said| (key, said)))
        .collect()
    }
}
