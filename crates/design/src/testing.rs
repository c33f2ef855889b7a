//! A process to test with: published, open, and whole.

use crate::acts::{NewProcess, create, publish};
use crate::model::{Decider, Draft, MandateDraft, Moment, NewPlan, Part, Plan, PlanPart, PlanState, Process, Rung, Variant};
use crate::plans::make_plan;
use ground::Ground;
use journey::{Act, Civil};
use kernel::{Actor, AreaId, Date, DepartmentId, Language, PlanId, ProcessId, TenantId, Term};
use people::testing::{Place, TestHouse};
use std::sync::LazyLock;
use store::texts::{LanguageSet, Origin, Version};
use store::{Migration, Store};

/// The tables of this room and of the rooms below it that it reads: what a house of a test needs to open.
#[must_use]
pub fn migrations() -> &'static [Migration] {
    static ALL: LazyLock<Vec<Migration>> = LazyLock::new(|| [knowledge::MIGRATIONS, memory::MIGRATIONS, crate::MIGRATIONS].concat());
    &ALL
}

fn said(words: &str) -> LanguageSet {
    LanguageSet::written(Language::NL, words)
}

fn in_english(set: LanguageSet, words: &str, origin: Origin) -> LanguageSet {
    set.with(Version { language: Language::EN, text: words.to_owned(), origin, reviewed_by: None })
}

/// A draft without gaps, whose mandate was given two weeks before `today` and which closes two months later.
#[must_use]
pub fn whole_draft(title: &str, today: Date) -> Draft {
    let mut draft = Draft::titled(said(title))
        .with(Part::Question, in_english(said("Wat moet er veranderen aan het plein?"), "What should change on the square?", Origin::Human))
        .with(
            Part::Reason,
            in_english(said("De riolering gaat open. Dan kan het plein ook anders."), "The sewers are being opened.", Origin::Machine),
        )
        .with(Part::CanChange, said("Groen, banken, spelen en de plaats van de markt."))
        .with(Part::Fixed, said("De brandweer moet er altijd door kunnen."))
        .with(Part::Outside, said("De parkeertarieven van de stad."))
        .with(Part::Decides, said("De gemeenteraad beslist."))
        .with(Part::Criteria, said("Veiligheid, kostprijs, onderhoud, toegankelijkheid."))
        .with(Part::Means, said("Twee medewerkers van Openbaar domein."));
    draft.rung = Some(Rung::Consult);
    draft.mandate = MandateDraft {
        body: Some("Gemeenteraad".into()),
        date: Some(today.plus_days(-14)),
        reference: Some("agendapunt 14".into()),
        rung: Some(Rung::CoProduce),
    };
    draft.decider = Some(Decider::Body);
    draft.planning = vec![Moment { date: today.plus_days(20), text: said("Bijeenkomst in de wijkzaal") }];
    draft.closes = Some(today.plus_days(60));
    draft.decision_date = Some(today.plus_days(120));
    draft.answer_term = Some(Term::Working(10));
    draft
}

/// Publishes a whole process called `title` in a tenant, at the store's own time.
///
/// # Panics
/// When the database refuses.
#[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
pub async fn published_in(store: &Store, tenant: TenantId, civil: &Civil, title: &str) -> Process {
    publish_draft(store, tenant, civil, whole_draft(title, civil.zone.date(store.clock().now()))).await
}

/// Publishes a process with this charter, at the store's own time.
///
/// # Panics
/// When the charter has gaps or the database refuses.
#[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
pub async fn publish_draft(store: &Store, tenant: TenantId, civil: &Civil, draft: Draft) -> Process {
    let at = store.clock().now();
    let id = ProcessId::new(at, store.random());
    let civil = civil.clone();
    store::write!(store, [civil, draft], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        create(tx, &act, NewProcess { id, slug: None, draft }).await?;
        publish(tx, &act, id).await
    })
    .await
    .expect("a whole draft is published");
    let mut s = store.read().await.expect("the store reads");
    crate::process(&mut s, tenant, id).await.expect("the store reads").expect("the process is there")
}

/// A published process of this variant in the main tenant of the house, open for contributions; `rest` on a plan or on partners
/// where the variant asks for it.
///
/// # Panics
/// When the charter has gaps or the database refuses.
pub async fn published_as(house: &TestHouse, title: &str, variant: Variant, rest: impl FnOnce(&mut Draft)) -> Process {
    let civil = &house.leyhoven.tenant.civil;
    let mut draft = whole_draft(title, civil.zone.date(house.store().clock().now()));
    draft.variant = variant;
    rest(&mut draft);
    publish_draft(house.store(), house.tenant(), civil, draft).await
}

/// A published process «Een groener Marktplein» in the main tenant of the house, open for contributions.
///
/// # Panics
/// When the database refuses.
pub async fn published_process(house: &TestHouse) -> Process {
    published_in(house.store(), house.tenant(), &house.leyhoven.tenant.civil, "Een groener Marktplein").await
}

/// A public plan called `title` of the department, in an area and on a ground as a person would paste it.
#[must_use]
pub fn whole_plan(title: &str, department: DepartmentId, area: Option<AreaId>, ground: Option<Ground>) -> NewPlan {
    let texts = [
        (PlanPart::Title, title),
        (PlanPart::Description, "Veertig woningen, waarvan tien om te huren."),
        (PlanPart::Room, "Wat er tussen de huizen komt: groen, spelen, paden."),
        (PlanPart::Fixed, "Het aantal woningen en waar ze staan."),
    ];
    NewPlan {
        texts: texts.into_iter().map(|(part, words)| (part, said(words))).collect(),
        department,
        state: PlanState::Prepared,
        from: None,
        until: None,
        address: None,
        areas: area.into_iter().collect(),
        ground,
        public: true,
    }
}

/// Keeps a plan of the green department in a municipality, at the store's own time.
///
/// # Panics
/// When the database refuses.
#[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
pub async fn kept_plan(store: &Store, place: &Place, plan: NewPlan) -> Plan {
    let (tenant, civil, at) = (place.tenant.id, place.tenant.civil.clone(), store.clock().now());
    let id = PlanId::new(at, store.random());
    store::write!(store, [civil, plan], |tx| {
        let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
        make_plan(tx, &act, id, &plan).await
    })
    .await
    .expect("a whole plan is kept");
    let mut s = store.read().await.expect("the store reads");
    crate::plan(&mut s, tenant, id).await.expect("the store reads").expect("the plan is there")
}
