//! An answer on paper or in a mail: the same words as on the public page, in the language of the author.

use crate::parts::{self, PartTold};
use crate::shown::Said;
use crate::tables::answers;
use crate::tables::deliveries::{Brings, Delivery};
use crate::tables::notices;
use journey::Outcome;
use kernel::{Instant, Language, NoticeId, PublicNumber};
use people::{Settings, Tenant};
use store::{Error, Session};
use ui::{Arg, Texts};

/// What a notice says beside an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeWords {
    /// Its subject.
    pub subject: Said,
    /// What it says.
    pub words: Said,
}

/// What an answer, or a notice, says to one author.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterWords {
    /// The language of the letter: that of the author where this municipality writes it, its own otherwise.
    pub language: Language,
    /// The number of the contribution.
    pub number: PublicNumber,
    /// What the author put in, in one line; `None` after erasure.
    pub title: Option<Said>,
    /// What was decided; `None` in a notice.
    pub outcome: Option<Outcome>,
    /// What the municipality does with an initiative of residents, over which it does not decide (F5).
    pub response: Option<carry::Response>,
    /// What was decided of each part, when it was divided over departments.
    pub parts: Vec<PartTold>,
    /// What the notice says, when it is one.
    pub notice: Option<NoticeWords>,
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
    /// When the answer was published or the notice written.
    pub published: Instant,
}

/// The words that a delivery brings; `None` when the answer is gone, or what a notice asks was answered.
///
/// # Errors
/// When the database does not answer.
pub async fn read(s: &mut Session, tenant: &Tenant, delivery: &Delivery) -> Result<Option<LetterWords>, Error> {
    let language = if tenant.languages.contains(&delivery.language) { delivery.language } else { tenant.language };
    let contribution = voice::contribution(s, tenant.id, delivery.contribution).await?;
    let title = contribution.filter(|it| !it.erased).map(|it| Said::of(&it.title, &language)).filter(|title| !title.text.is_empty());
    let answer = match delivery.brings {
        Brings::Answer(answer) => answers::answer(s, tenant.id, answer).await?,
        Brings::Notice(notice) => return noticed(s, tenant, (notice, delivery.number.clone()), language, title).await,
    };
    let Some(answer) = answer else { return Ok(None) };
    let texts = store::texts::texts(s, tenant.id, &answer.texts()).await?;
    let said = |id| texts.iter().find(|(known, _)| *known == id).map(|(_, set)| Said::of(set, &language));
    let whole = if answer.closing { journey::of_contribution(s, tenant.id, delivery.contribution).await? } else { None };
    let parts = match &whole {
        Some(whole) => parts::told(s, tenant.id, whole).await?,
        None => Vec::new(),
    };
    Ok(Some(LetterWords {
        language,
        number: answer.number.clone(),
        title,
        outcome: Some(answer.outcome),
        // An answer after a changed plan keeps what was said of the initiative.
        response: carry::decision(s, tenant.id, answer.dossier).await?.and_then(|it| it.response),
        parts,
        notice: None,
        own: answer.own.and_then(said),
        done: said(answer.done),
        criterion: said(answer.criterion),
        why_not: answer.why_not.and_then(said),
        coming: answer.coming.and_then(said),
        published: answer.published,
    }))
}

/// The words of a notice to the author of the contribution with this number.
async fn noticed(
    s: &mut Session,
    tenant: &Tenant,
    (notice, number): (NoticeId, PublicNumber),
    language: Language,
    title: Option<Said>,
) -> Result<Option<LetterWords>, Error> {
    let Some(notice) = notices::notice(s, tenant.id, notice).await?.filter(|it| !it.closed) else { return Ok(None) };
    let subject = store::texts::text(s, tenant.id, notice.subject).await?;
    let words = store::texts::text(s, tenant.id, notice.words).await?;
    Ok(subject.zip(words).map(|(subject, words)| LetterWords {
        language,
        number,
        title,
        outcome: None,
        response: None,
        parts: Vec::new(),
        notice: Some(NoticeWords { subject: Said::of(&subject, &language), words: Said::of(&words, &language) }),
        own: None,
        done: None,
        criterion: None,
        why_not: None,
        coming: None,
        published: notice.at,
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
    let subject = match words.subject() {
        Some(subject) => format!("{} ({number})", subject.text, number = words.number),
        None => t("answer-mail-subject", &[("number", number.clone())]),
    };
    let mut parts = vec![t("answer-letter-greeting", &[])];
    let (about, about_number) = words.about();
    parts.push(match &words.title {
        Some(title) => t(about, &[("title", title.text.as_str().into()), ("number", number)]),
        None => t(about_number, &[("number", number)]),
    });
    parts.extend(words.outcome_key().map(|outcome| t(words.decided_key(), &[("outcome", t(outcome, &[]).into())])));
    let told = |it: &PartTold| t("answer-letter-part", &[("part", it.name.as_str().into()), ("outcome", t(it.outcome.key(), &[]).into())]);
    if !words.parts.is_empty() {
        parts.push(words.parts.iter().map(told).collect::<Vec<_>>().join("\n"));
    }
    parts.extend(words.notice.as_ref().map(|notice| notice.words.text.clone()));
    for (key, said) in words.sections() {
        parts.push(format!("{}\n{}", t(key, &[]), said.text));
    }
    parts.push(t(words.more(), &[("address", address(settings, tenant, &words.number).into())]));
    parts.push(t(
        "answer-letter-contact",
        &[("phone", tenant.contact.phone.as_str().into()), ("place", tenant.contact.address.as_str().into())],
    ));
    parts.push(tenant.name.clone());
    (subject, parts.join("\n\n"))
}

impl LetterWords {
    /// The subject of a notice; an answer has always the same.
    #[must_use]
    pub fn subject(&self) -> Option<&Said> {
        self.notice.as_ref().map(|notice| &notice.subject)
    }

    /// The keys of the sentence that says what it is about: with the title of the contribution, and without.
    #[must_use]
    pub const fn about(&self) -> (&'static str, &'static str) {
        if self.notice.is_some() {
            ("answer-notice-about", "answer-notice-about-number")
        } else {
            ("answer-letter-about", "answer-letter-about-number")
        }
    }

    /// The key of the sentence that says where more can be read.
    #[must_use]
    pub const fn more(&self) -> &'static str {
        if self.notice.is_some() { "answer-notice-more" } else { "answer-letter-react" }
    }

    /// The key of the words for what was decided, or for what the municipality does; none in a notice.
    #[must_use]
    pub fn outcome_key(&self) -> Option<&'static str> {
        self.outcome.map(|outcome| self.response.map_or(outcome.key(), carry::Response::key))
    }

    /// The key of the sentence that tells it.
    #[must_use]
    pub const fn decided_key(&self) -> &'static str {
        match self.outcome {
            _ if self.response.is_some() => "answer-letter-response",
            Some(outcome) if outcome.is_a_result() => "answer-letter-result",
            _ => "answer-letter-outcome",
        }
    }

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
