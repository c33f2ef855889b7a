//! Which personal data are kept: what, why (the article of the GDPR), how long, who may see them.
//!
//! The table is what the privacy page shows and what the retention job enforces; there is no second list.

use crate::house::House;
use crate::permit::Permission;
use crate::tables::events::{self, Event};
use crate::tables::{kept_forms, password_links, sign_ins};
use crate::{forgotten, holder, mail, vault};
use kernel::{Actor, TenantId};
use std::sync::Arc;
use store::Error;
use store::jobs::Worker;

/// Why something may be kept (Regulation (EU) 2016/679).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Article 6(1)(e): a task of public interest. Taking part in what the municipality decides.
    PublicTask,
    /// Article 6(1)(c): a legal obligation, such as keeping an archive or proving who did what.
    LegalObligation,
    /// Article 6(1)(a): consent, only for what is optional.
    Consent,
}

impl Basis {
    /// The code; `people-basis-…` says it in words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PublicTask => "public-task",
            Self::LegalObligation => "legal-obligation",
            Self::Consent => "consent",
        }
    }
    /// The article.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::PublicTask => "6(1)(e)",
            Self::LegalObligation => "6(1)(c)",
            Self::Consent => "6(1)(a)",
        }
    }
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptFor {
    /// So many hours, then the job removes it.
    Hours(u16),
    /// So many days after it was last needed, then the job removes it.
    Days(u16),
    /// As long as the account exists, then with it.
    Account,
    /// Until the author asks for erasure, at the latest so many days after the answer; without an answer, after the
    /// withdrawal or the closing of the process.
    AfterAnswer(u16),
    /// On the telephone of who wrote it down, until it reached the house or was erased there.
    UntilSent,
    /// As long as the archive asks: public decisions and their motives, without identities.
    Archive,
}

/// Who may see something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenBy {
    /// Everybody.
    Everybody,
    /// Only the person, and the program for that person.
    Oneself,
    /// Staff with this permission, for the thing it belongs to.
    Staff(Permission),
}

/// One kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its code; `people-kind-…` says in words what it is, and `people-kind-…-why` what it is for.
    pub code: &'static str,
    /// Why it may be kept.
    pub basis: Basis,
    /// How long.
    pub kept_for: KeptFor,
    /// Who may see it.
    pub seen_by: &'static [SeenBy],
}

/// Days that a passed sign-in stays, so that a form typed in an old window still finds its owner.
const SIGN_IN_DAYS: u16 = 7;
/// Days that an identity stays after the last answer to that person: long enough to react and to ask for a review.
pub const AFTER_ANSWER_DAYS: u16 = 365;
/// Days that a subscription to news lasts after it was confirmed or prolonged.
pub const SUBSCRIPTION_DAYS: u16 = 365;
/// Days after the last round of questions until the digests of codes are destroyed: two weeks in which paper is typed in, and a
/// month. The room that asks destroys them.
pub const ANSWER_CODE_DAYS: u16 = 44;
/// Days that a mail stays after it left or failed.
const MAIL_DAYS: u16 = 30;

/// Every kind of personal data in the house. A room that keeps another kind adds it here.
pub const KINDS: &[Kind] = &[
    Kind {
        code: "identity",
        basis: Basis::PublicTask,
        kept_for: KeptFor::AfterAnswer(AFTER_ANSWER_DAYS),
        seen_by: &[SeenBy::Oneself, SeenBy::Staff(Permission::SeeIdentity), SeenBy::Staff(Permission::Deliver)],
    },
    Kind { code: "contribution", basis: Basis::PublicTask, kept_for: KeptFor::Archive, seen_by: &[SeenBy::Everybody] },
    Kind {
        code: "unscreened-contribution",
        basis: Basis::PublicTask,
        kept_for: KeptFor::AfterAnswer(AFTER_ANSWER_DAYS),
        seen_by: &[SeenBy::Oneself, SeenBy::Staff(Permission::ReadStaff)],
    },
    Kind { code: "photo", basis: Basis::PublicTask, kept_for: KeptFor::AfterAnswer(AFTER_ANSWER_DAYS), seen_by: &[SeenBy::Everybody] },
    Kind {
        code: "telephone",
        basis: Basis::PublicTask,
        kept_for: KeptFor::UntilSent,
        seen_by: &[SeenBy::Staff(Permission::RecordContribution)],
    },
    Kind { code: "comment", basis: Basis::PublicTask, kept_for: KeptFor::Archive, seen_by: &[SeenBy::Everybody] },
    Kind {
        code: "reaction",
        basis: Basis::PublicTask,
        kept_for: KeptFor::AfterAnswer(AFTER_ANSWER_DAYS),
        seen_by: &[SeenBy::Staff(Permission::ReadStaff)],
    },
    // The digest of a code that somebody keeps to lay answers before and after side by side; counted from the last round on.
    Kind { code: "answer-code", basis: Basis::PublicTask, kept_for: KeptFor::Days(ANSWER_CODE_DAYS), seen_by: &[SeenBy::Oneself] },
    Kind { code: "mail", basis: Basis::PublicTask, kept_for: KeptFor::Days(MAIL_DAYS), seen_by: &[SeenBy::Staff(Permission::ManageJobs)] },
    // Wished for by the person, confirmed by mail, and ended by the person at any moment: consent, and nothing else would do.
    Kind { code: "subscription", basis: Basis::Consent, kept_for: KeptFor::Days(SUBSCRIPTION_DAYS), seen_by: &[SeenBy::Oneself] },
    Kind {
        code: "account",
        basis: Basis::PublicTask,
        kept_for: KeptFor::Account,
        seen_by: &[SeenBy::Oneself, SeenBy::Staff(Permission::ManageAccounts)],
    },
    Kind { code: "saved-view", basis: Basis::PublicTask, kept_for: KeptFor::Account, seen_by: &[SeenBy::Oneself] },
    Kind { code: "sign-in", basis: Basis::LegalObligation, kept_for: KeptFor::Days(SIGN_IN_DAYS), seen_by: &[SeenBy::Oneself] },
    Kind { code: "password-link", basis: Basis::PublicTask, kept_for: KeptFor::Hours(forgotten::HOURS), seen_by: &[SeenBy::Oneself] },
    Kind { code: "kept-form", basis: Basis::PublicTask, kept_for: KeptFor::Hours(2), seen_by: &[SeenBy::Oneself] },
    Kind { code: "journal", basis: Basis::LegalObligation, kept_for: KeptFor::Archive, seen_by: &[SeenBy::Staff(Permission::ReadJournal)] },
];

/// The kind of the job that removes what has passed its term.
pub const JOB: &str = "people.retention";

/// Removes what has passed its term for one tenant; how many rows and identities went.
///
/// # Errors
/// When the database does not answer; what was removed before stays removed.
pub async fn enforce(house: &House, tenant: TenantId) -> Result<u64, Error> {
    let now = house.clock.now();
    let sign_ins_before = now.plus_seconds(-i64::from(SIGN_IN_DAYS) * 86_400);
    let mails_before = now.plus_seconds(-i64::from(MAIL_DAYS) * 86_400);
    let mut removed = store::write!(house.store, [tenant, now, sign_ins_before, mails_before], |tx| {
        let counts = [
            ("sign-in", sign_ins::remove_old(tx, tenant, sign_ins_before).await?),
            ("kept-form", kept_forms::remove_old(tx, tenant, now).await?),
            ("password-link", password_links::remove_old(tx, tenant, now).await?),
            ("mail", mail::remove_old(tx, tenant, mails_before).await?),
        ];
        let mut all = 0;
        for (kind, count) in counts {
            if count > 0 {
                let count = i64::try_from(count).unwrap_or(i64::MAX);
                events::record(tx, tenant, &Actor::System, Event::TermPassed { kind, count }).await?;
            }
            all += count;
        }
        Ok::<_, Error>(all)
    })
    .await?;
    let mut session = house.store.read().await?;
    let zone = crate::tables::tenants::tenant(&mut session, tenant).await?.map(|it| it.civil.zone).unwrap_or_else(kernel::Zone::utc);
    let passed = vault::past_term(&mut session, tenant, zone.date(now)).await?;
    drop(session);
    for identity in passed {
        holder::erase(house, tenant, identity, Actor::System, "term").await?;
        removed += 1;
    }
    Ok(removed)
}

/// Does for every tenant, once an hour, what a term asks: removes what has passed, and gives mails that waited for a
/// server their job. Runs until it is dropped; several nodes may do so beside one another.
pub async fn watch(house: Arc<House>) {
    loop {
        if let Err(error) = watch_once(&house).await {
            tracing::warn!(%error, "what has passed its term could not be removed; the next hour tries again");
        }
        tokio::time::sleep(std::time::Duration::from_secs(3600)).await;
    }
}

/// One round of [`watch`].
///
/// # Errors
/// When the database does not answer.
pub async fn watch_once(house: &House) -> Result<(), Error> {
    let tenants = crate::tables::tenants::ids(&mut house.store.read().await?).await?;
    for tenant in tenants {
        enforce(house, tenant).await?;
        mail::send_waiting(house, tenant).await?;
    }
    Ok(())
}

/// Teaches a worker to remove what has passed its term.
#[must_use]
pub fn register(worker: Worker, house: Arc<House>) -> Worker {
    worker.on(JOB, move |_store, job| {
        let house = Arc::clone(&house);
        Box::pin(async move { enforce(&house, job.tenant).await.map(drop).map_err(|error| error.to_string()) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_rests_on_consent_that_is_not_optional_and_every_code_is_there_once() {
        // News by mail is the one thing that somebody may wish for or not.
        assert!(KINDS.iter().all(|kind| (kind.basis != Basis::Consent || kind.code == "subscription") && !kind.seen_by.is_empty()));
        let mut codes: Vec<_> = KINDS.iter().map(|kind| kind.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), KINDS.len());
    }
}
