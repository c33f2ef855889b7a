//! The vault, looks at it, export, erasure, terms.

use crate::{SYSTEM, promise};
use async_trait::async_trait;
use kernel::{IdentityId, TenantId};
use people::testing::{Options, TestHouse};
use people::vault::{self, Identity, Reason};
use people::{Holder, Role, Settings};
use serde_json::json;
use std::sync::Arc;
use store::{Error, Session, Tx};

fn fatima() -> Identity {
    Identity {
        name: "Fatima El Amrani".to_owned(),
        mail: "fatima@voorbeeld.be".to_owned(),
        phone: "0470 00 00 00".to_owned(),
        address: String::new(),
    }
}

async fn keep(house: &TestHouse) -> IdentityId {
    let (id, keeper) = (house.identity(), house.app.keeper(house.tenant(), house.actor(Role::ParticipationOfficer)));
    store::write!(house.store(), [id, keeper], |tx| vault::keep(tx, &keeper, id, &fatima()).await).await.unwrap();
    id
}

async fn look(house: &TestHouse, tenant: TenantId, id: IdentityId) -> Result<Option<Identity>, Error> {
    let keeper = house.app.keeper(tenant, house.actor(Role::ParticipationOfficer));
    store::write!(house.store(), [id, keeper], |tx| vault::look(tx, &keeper, id, Reason::Delivery).await).await
}

promise!(an_identity_is_sealed_and_every_look_is_logged, |house| {
    let id = keep(&house).await;
    let row = house
        .store()
        .read()
        .await
        .unwrap()
        .one(store::sql!("SELECT sealed, kept_on FROM identity WHERE tenant = $1"), &store::values![house.tenant()])
        .await
        .unwrap();
    let sealed: Vec<u8> = row.get("sealed").unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("Fatima"));
    assert_eq!(row.get::<String>("kept_on").unwrap(), "2026-03-02", "a day, no moment");
    house.clock.advance_seconds(100);
    assert_eq!(look(&house, house.tenant(), id).await.unwrap(), Some(fatima()));
    assert_eq!(look(&house, house.buurstad.tenant.id, id).await.unwrap(), None, "the neighbour's vault does not hold it");
    let mut session = house.store().read().await.unwrap();
    let events = store::journal::stream(&mut session, house.tenant(), id.uuid()).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["identity-kept", "identity-seen"]);
    assert_eq!(events[0].at.micros() % 86_400_000_000, 0, "kept with its day only");
    assert_eq!(events[1].body, json!({ "reason": "delivery" }));
    assert_eq!(events[1].actor, house.actor(Role::ParticipationOfficer));
    assert!(!format!("{events:?}").contains("Fatima"));
});

promise!(an_erased_identity_cannot_be_read_even_from_an_old_row, |house| {
    let (id, other, tenant) = (keep(&house).await, keep(&house).await, house.tenant());
    let sql = store::sql!("SELECT sealed FROM identity WHERE tenant = $1 AND id = $2");
    let old: Vec<u8> = house.store().read().await.unwrap().one(sql, &store::values![tenant, id]).await.unwrap().get("sealed").unwrap();
    people::holder::erase(&house.app, tenant, id, house.actor(Role::ParticipationOfficer), "asked").await.unwrap();
    assert_eq!(look(&house, tenant, id).await.unwrap(), None);
    // Somebody puts the old row back, with the key of another person.
    store::write!(house.store(), [tenant, id, other, old], |tx| {
        tx.run(
            store::sql!("INSERT INTO identity (tenant, id, sealed, kept_on, keep_until) VALUES ($1, $2, $3, $4, $5)"),
            &store::values![tenant, id, old, "2026-03-02", None::<String>],
        )
        .await?;
        tx.run(
            store::sql!("INSERT INTO identity_key (tenant, identity, wrapped) SELECT tenant, $2, wrapped FROM identity_key WHERE tenant = $1 AND identity = $3"),
            &store::values![tenant, id, other],
        )
        .await
    })
    .await
    .unwrap();
    assert!(look(&house, tenant, id).await.is_err(), "a key of another person does not open it");
    assert_eq!(look(&house, tenant, other).await.unwrap(), Some(fatima()));
    let noted = store::erasure::list(&house.database.settings.erasure_list).unwrap();
    assert_eq!(noted.iter().map(|it| (it.subject, it.kind.as_str())).collect::<Vec<_>>(), [(id.uuid(), "identity")]);
});

/// A room that holds streets about a person.
struct Streets;

#[async_trait]
impl Holder for Streets {
    fn room(&self) -> &'static str {
        "streets"
    }
    async fn export(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<serde_json::Value, Error> {
        let sql = store::sql!("SELECT name FROM street WHERE tenant = $1 AND area = $2 ORDER BY name");
        let rows = s.all(sql, &store::values![tenant, identity.uuid()]).await?;
        Ok(json!(rows.iter().map(|row| row.get("name")).collect::<Result<Vec<String>, _>>()?))
    }
    async fn erase(&self, tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
        tx.run(store::sql!("DELETE FROM street WHERE tenant = $1 AND area = $2"), &store::values![tenant, identity.uuid()]).await.map(drop)
    }
}

#[tokio::test]
async fn export_and_erasure_reach_every_room_and_the_waiting_mail() {
    for engine in store::testing::engines() {
        let options = Options { holders: vec![Arc::new(Streets)], settings: Some(|_: &mut Settings| ()), ..Options::default() };
        let house = TestHouse::open_with(engine, &[], &[], crate::routes(), options).await;
        let (id, tenant) = (keep(&house).await, house.tenant());
        store::write!(house.store(), [id, tenant], |tx| {
            let letter = people::mail::Letter {
                to: people::mail::Recipient::Identity(id),
                language: kernel::Language::NL,
                subject: "Uw idee".to_owned(),
                text: "Dag Fatima".to_owned(),
            };
            people::mail::enqueue(tx, tenant, letter).await?;
            let street = people::tables::Street {
                id: kernel::StreetId::new(tx.now(), tx.random()),
                name: "Haar straat".to_owned(),
                area: kernel::AreaId::from_uuid(id.uuid()),
                shape: None,
            };
            people::tables::places::save_streets(tx, tenant, &SYSTEM, &[street]).await
        })
        .await
        .unwrap();
        let actor = house.actor(Role::ParticipationOfficer);
        let export = people::holder::export(&house.app, tenant, id, actor).await.unwrap();
        assert_eq!(export["person"]["name"], "Fatima El Amrani");
        assert_eq!(export["mails"][0]["text"], "Dag Fatima");
        assert_eq!(export["rooms"]["streets"], json!(["Haar straat"]));

        people::holder::erase(&house.app, tenant, id, actor, "asked").await.unwrap();
        people::holder::erase(&house.app, tenant, id, actor, "asked").await.unwrap();
        let export = people::holder::export(&house.app, tenant, id, actor).await.unwrap();
        assert_eq!((&export["person"], &export["mails"], &export["rooms"]["streets"]), (&json!(null), &json!([]), &json!([])));
        house.worker().work_once().await.unwrap();
        let mut session = house.store().read().await.unwrap();
        assert!(store::jobs::dead(&mut session, tenant).await.unwrap().is_empty(), "the job of an erased mail just ends");
    }
}

promise!(a_year_after_the_last_answer_nobody_is_known_any_more, |house| {
    let (tenant, id) = (house.tenant(), keep(&house).await);
    for _ in 0..2 {
        let today = house.leyhoven.tenant.civil.zone.date(house.app.clock.now());
        store::write!(house.store(), [tenant, id, today], |tx| vault::begin_term(tx, tenant, id, today).await).await.unwrap();
        house.clock.advance_days(200);
    }
    people::kept::watch_once(&house.app).await.unwrap();
    assert!(look(&house, tenant, id).await.unwrap().is_some(), "a second answer starts the term anew");
    house.clock.advance_days(166);
    people::kept::watch_once(&house.app).await.unwrap();
    assert_eq!(look(&house, tenant, id).await.unwrap(), None);
});

promise!(what_passed_its_term_goes_and_the_rest_stays, |house| {
    let tenant = house.tenant();
    let (passed, stays) = (keep(&house).await, keep(&house).await);
    let last = house.leyhoven.tenant.civil.zone.date(house.app.clock.now()).plus_days(10);
    store::write!(house.store(), [tenant, passed, last], |tx| vault::keep_until(tx, tenant, passed, Some(last)).await).await.unwrap();
    house.as_role(Role::Moderator).get("/wachtwoord").await;
    house.clock.advance_days(10);
    let due = house.app.clock.now();
    store::write!(house.store(), [tenant, due], |tx| {
        tx.enqueue(store::jobs::NewJob { tenant, kind: people::kept::JOB, payload: json!({}), due }).await
    })
    .await
    .unwrap();
    house.worker().work_once().await.unwrap();
    assert!(look(&house, tenant, passed).await.unwrap().is_some(), "its last day is not over");
    house.clock.advance_days(1);
    assert_eq!(people::kept::enforce(&house.app, tenant).await.unwrap(), 1);
    assert_eq!(look(&house, tenant, passed).await.unwrap(), None);
    assert_eq!(look(&house, tenant, stays).await.unwrap(), Some(fatima()));
    let rows = house
        .store()
        .read()
        .await
        .unwrap()
        .all(store::sql!("SELECT id FROM sign_in WHERE tenant = $1"), &store::values![tenant])
        .await
        .unwrap();
    assert!(rows.is_empty(), "sign-ins of eleven days ago");
    let report = store::journal::verify(house.store(), None).await.unwrap();
    assert!(report.is_whole(), "{report:?}");
});
