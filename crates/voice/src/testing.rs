//! Contributions for the tests of this room and of the rooms after it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use crate::{Decision, NewContribution, Receipt};
use journey::{Act, Channel};
use kernel::{ContributionId, Language, Line, ProcessId, Prose};
use people::Role;
use people::testing::TestHouse;

/// An idea for `process` with this title, ready to be changed before [`received`] takes it in.
#[must_use]
pub fn idea(house: &TestHouse, process: ProcessId, title: &str) -> NewContribution {
    let now = house.app.clock.now();
    let id = ContributionId::new(now, house.app.random.as_ref());
    let today = house.leyhoven.tenant.civil.today(now);
    let title = Line::new(title, crate::TITLE_MOST).expect("a title");
    let mut new = NewContribution::idea(id, process, title, Language::NL, Channel::Online, today);
    new.body = Some(Prose::new("Daar zitten nu geen mensen, want er is geen plek om te zitten.", crate::BODY_MOST).expect("words"));
    new
}

/// Takes a contribution in for Leyhoven, as a resident.
pub async fn received(house: &TestHouse, new: NewContribution) -> Receipt {
    let civil = house.leyhoven.tenant.civil.clone();
    let (tenant, at) = (house.tenant(), house.app.clock.now());
    store::write!(house.store(), [new, civil], |tx| {
        let act = Act { tenant, actor: &kernel::Actor::Resident, at, civil: &civil };
        crate::receive(tx, &act, new.clone()).await
    })
    .await
    .expect("it is taken in")
}

/// Lets the participation officer of Leyhoven publish the words of a contribution as they are.
pub async fn published(house: &TestHouse, id: ContributionId) {
    let civil = house.leyhoven.tenant.civil.clone();
    let (tenant, at, actor) = (house.tenant(), house.app.clock.now(), house.actor(Role::ParticipationOfficer));
    store::write!(house.store(), [civil], |tx| {
        let act = Act { tenant, actor: &actor, at, civil: &civil };
        crate::screen(tx, &act, id, &Decision::Show { title: Vec::new(), body: Vec::new(), photos: Vec::new() }).await
    })
    .await
    .expect("it is published");
}

/// An idea that came in and that everybody may read.
pub async fn contribution(house: &TestHouse, process: ProcessId, title: &str) -> Receipt {
    let receipt = received(house, idea(house, process, title)).await;
    published(house, receipt.id).await;
    receipt
}
