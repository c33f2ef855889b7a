//! The pages of this room.

mod answered;
mod beginning;
mod beginnings;
mod bulletin;
mod carried;
mod deliveries;
mod delivery;
mod follow;
mod handle;
mod journey;
mod late;
mod letter;
mod letters;
mod motivation;
mod paper;
mod qr;
mod reaction;
mod reviews;
mod subscribe;
mod subscription;

pub use paper::document;

use kernel::Instant;
use people::{Access, Permission, Routes};
use std::str::FromStr;
use uuid::Uuid;

/// How many rows a list shows.
pub(crate) const PAGE: i64 = 50;

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let staff = Access::Staff;
    Routes::new("answer")
        .get("/volgen", Access::Public, follow::show)
        .get("/bijdragen/{number}", Access::Public, journey::show)
        .get("/bijdragen/{number}/oordeel", Access::Public, reaction::show)
        .post("/bijdragen/{number}/oordeel", Access::Public, reaction::take)
        .get("/antwoorden", Access::Public, answered::show)
        .get("/antwoorden/te-laat", Access::Public, late::show)
        .get("/bulletin", Access::Public, bulletin::show)
        .get("/bulletin.atom", Access::Public, bulletin::feed)
        .get("/bulletin/abonneren", Access::Public, subscribe::show)
        .post("/bulletin/abonneren", Access::Public, subscribe::take)
        .get("/abonnement/{token}", Access::Public, subscription::show)
        .post("/abonnement/{token}", Access::Public, subscription::confirm)
        .post("/abonnement/{token}/stop", Access::Public, subscription::stop)
        .get("/werk/dossiers/{id}/antwoord", staff(Permission::Answer), motivation::show)
        .post("/werk/dossiers/{id}/antwoord", staff(Permission::Answer), motivation::take)
        .get("/werk/dossiers/{id}/afhandelen", staff(Permission::Answer), handle::show)
        .post("/werk/dossiers/{id}/afhandelen", staff(Permission::Answer), handle::take)
        .get("/werk/bezorging", staff(Permission::Deliver), deliveries::show)
        .get("/werk/bezorging/brieven", staff(Permission::Deliver), letters::show)
        .post("/werk/bezorging/brieven", staff(Permission::Deliver), letters::post)
        .get("/werk/bezorging/mee", staff(Permission::Deliver), carried::show)
        .get("/werk/bezorging/brieven.pdf", staff(Permission::Deliver), paper::heap)
        .get("/werk/bezorging/{id}", staff(Permission::Deliver), delivery::show)
        .post("/werk/bezorging/{id}", staff(Permission::Deliver), delivery::take)
        .get("/werk/bezorging/{id}/brief", staff(Permission::Deliver), letter::show)
        .get("/werk/bezorging/{id}/brief.pdf", staff(Permission::Deliver), paper::one)
        .get("/werk/herzieningen", staff(Permission::Review), reviews::show)
        .get("/werk/herzieningen/{id}", staff(Permission::Review), reviews::show_one)
        .post("/werk/herzieningen/{id}", staff(Permission::Review), reviews::settle)
        .get("/beheer/antwoordsjablonen", staff(Permission::ManageTenant), beginnings::show)
        .get("/beheer/antwoordsjablonen/{outcome}/{language}", staff(Permission::ManageTenant), beginning::show)
        .post("/beheer/antwoordsjablonen/{outcome}/{language}", staff(Permission::ManageTenant), beginning::take)
        .post("/beheer/antwoordsjablonen/{outcome}/{language}/weg", staff(Permission::ManageTenant), beginning::take_back)
}

/// Where a page of a list ended, as it stands in an address.
pub(crate) fn cursor(at: Instant, id: impl Into<Uuid>) -> String {
    format!("{}.{}", at.micros(), id.into())
}

/// Reads what [`cursor`] wrote; anything else is the first page.
pub(crate) fn read_cursor<T: FromStr>(text: Option<&String>) -> Option<(Instant, T)> {
    let (at, id) = text?.split_once('.')?;
    Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
}

/// Splits one row too many off a page of a list: whether there are more.
pub(crate) fn cut<T>(rows: &mut Vec<T>) -> bool {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    more
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{DeliveryId, SeededRandom};

    #[test]
    fn a_cursor_reads_back_and_nonsense_is_the_first_page() {
        let at = Instant::from_micros(1_772_449_200_000_000);
        let id = DeliveryId::new(at, &SeededRandom::new(1));
        assert_eq!(read_cursor(Some(&cursor(at, id))), Some((at, id)));
        for wrong in ["", ".", "1.", "x.y", "1.zz"] {
            assert_eq!(read_cursor::<DeliveryId>(Some(&wrong.to_owned())), None);
        }
    }
}
