//! A subscription to news by mail: how long it lasts, how often a mail comes. Two steps begin it (the address is confirmed by
//! whoever reads its mail), one ends it.

use kernel::{AreaId, Date, IdentityId, Instant, Language, ProcessId, SubscriptionId, Zone};

/// Who asked and did not confirm is forgotten after so many days.
pub const CONFIRM_DAYS: i64 = 7;
/// At most one mail in so many days.
pub const PAUSE_DAYS: i64 = 7;

/// Somebody's wish to get news by mail. Who that is lies in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// The person in the vault.
    pub identity: IdentityId,
    /// Only of this process.
    pub process: Option<ProcessId>,
    /// Only of this area.
    pub area: Option<AreaId>,
    /// The language of the mails.
    pub language: Language,
    /// The day on which it was asked for.
    pub asked: Date,
    /// The day on which the person at that address confirmed it.
    pub confirmed: Option<Date>,
    /// Its last day.
    pub ends: Date,
    /// News before this moment was told.
    pub told: Instant,
}

/// The last day of a subscription that is confirmed or prolonged today.
#[must_use]
pub fn last_day(today: Date) -> Date {
    today.plus_days(i64::from(people::kept::SUBSCRIPTION_DAYS))
}

/// Who was told up to this moment or an earlier one may get a mail today.
#[must_use]
pub fn due_before(zone: &Zone, today: Date) -> Instant {
    zone.start_of(today.plus_days(-PAUSE_DAYS))
}
