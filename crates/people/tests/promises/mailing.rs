//! Mail through a real server, and mail that waits without one.

use crate::promise;
use kernel::{Language, TenantId};
use people::mail::{Letter, MailState, Mailer, Recipient, SmtpSettings, Tls};
use people::testing::{Options, TestHouse};
use serde_json::json;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

fn letter(to: Recipient) -> Letter {
    Letter {
        to,
        language: Language::NL,
        subject: "Uw idee voor het plein\r\nBcc: iedereen@evil.test".to_owned(),
        text: "Dag Fatima,\n\nDe gemeenteraad besliste op 12 maart.\nمرحبا\n".to_owned(),
    }
}

async fn send(house: &TestHouse, tenant: TenantId, to: Recipient) -> people::mail::MailId {
    send_about(house, tenant, 7, to).await
}

async fn send_about(house: &TestHouse, tenant: TenantId, about: u128, to: Recipient) -> people::mail::MailId {
    let letter = letter(to);
    store::write!(house.store(), [tenant, letter], |tx| people::mail::enqueue_reporting(
        tx,
        tenant,
        letter,
        "trial.mailed",
        Uuid::from_u128(about)
    )
    .await)
    .await
    .unwrap()
}

async fn state(house: &TestHouse, id: people::mail::MailId) -> Option<MailState> {
    people::mail::state(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap()
}

promise!(without_a_server_mail_waits_where_it_can_be_seen, |house| {
    let id = send(&house, house.tenant(), Recipient::Address("an@leyhoven.test".to_owned())).await;
    house.worker().work_once().await.unwrap();
    assert_eq!(state(&house, id).await, Some(MailState::Waiting));
    let mut session = house.store().read().await.unwrap();
    let waiting = people::mail::waiting(&mut session, house.tenant(), 50).await.unwrap();
    assert_eq!(waiting.len(), 1);
    let again = send(&house, house.tenant(), Recipient::Address("an@leyhoven.test".to_owned())).await;
    assert_eq!(again, id, "what is written again after a restart is the same mail");
    assert_eq!(people::mail::waiting(&mut session, house.tenant(), 50).await.unwrap().len(), 1);
    assert!(!waiting[0].subject.contains('\n'));
    assert!(people::mail::waiting(&mut session, house.buurstad.tenant.id, 50).await.unwrap().is_empty());
    assert!(store::jobs::dead(&mut session, house.tenant()).await.unwrap().is_empty());
});

promise!(mail_that_waited_leaves_once_there_is_a_server, |house| {
    let id = send(&house, house.tenant(), Recipient::Address("an@leyhoven.test".to_owned())).await;
    house.worker().work_once().await.unwrap();
    assert_eq!(people::mail::send_waiting(&house.app, house.tenant()).await.unwrap(), 0, "still no server");
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let app = &house.app;
    let with_server = people::House::new(people::Parts {
        store: app.store.clone(),
        texts: Arc::clone(&app.texts),
        clock: Arc::clone(&app.clock),
        random: Arc::clone(&app.random),
        secret: app.secret.clone(),
        mail: Mailer::smtp(&smtp("127.0.0.1", closed.port())).unwrap(),
        settings: app.settings.clone(),
        holders: Vec::new(),
        nav: Vec::new(),
        panels: Vec::new(),
        facts: Vec::new(),
    });
    assert_eq!(people::mail::send_waiting(&with_server, house.tenant()).await.unwrap(), 1);
    assert_eq!(people::mail::send_waiting(&with_server, house.tenant()).await.unwrap(), 0, "one job for one mail");
    assert_eq!(state(&house, id).await, Some(MailState::Waiting));
});

#[tokio::test]
async fn a_server_that_is_away_is_tried_again_and_at_last_reported() {
    for engine in store::testing::engines() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mail = Mailer::smtp(&smtp("127.0.0.1", closed.port())).unwrap();
        let house = TestHouse::open_with(engine, &[], &[], crate::routes(), Options { mail, ..Options::default() }).await;
        let told = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&told);
        let worker = house.worker().on("trial.mailed", move |_, job| {
            heard.lock().unwrap().push(job.payload);
            Box::pin(async { Ok(()) })
        });
        let id = send(&house, house.tenant(), Recipient::Address("an@leyhoven.test".to_owned())).await;
        worker.work_once().await.unwrap();
        assert_eq!(state(&house, id).await, Some(MailState::Waiting), "one try in vain is no failure");
        for _ in 0..8 {
            house.clock.advance_days(1);
            worker.work_once().await.unwrap();
        }
        assert!(matches!(state(&house, id).await, Some(MailState::Failed(_))));
        let reports = told.lock().unwrap().clone();
        assert_eq!(reports.len(), 1);
        assert_eq!((&reports[0]["about"], &reports[0]["sent"]), (&json!(Uuid::from_u128(7)), &json!(false)));

        // Somebody who left no mail address fails at once, with that reason.
        let nobody = send_about(&house, house.tenant(), 8, Recipient::Identity(house.identity())).await;
        worker.work_once().await.unwrap();
        assert_eq!(state(&house, nobody).await, Some(MailState::Failed("this person left no mail address".to_owned())));
    }
}

fn smtp(host: &str, port: u16) -> SmtpSettings {
    SmtpSettings { host: host.to_owned(), port, tls: Tls::None, credentials: None, from: "inspraak@leyhoven.example".to_owned() }
}

#[tokio::test]
#[allow(clippy::print_stderr, reason = "a run that left the server out must say so")]
async fn a_mail_arrives_at_a_real_server() {
    let (Ok(server), Ok(folder)) = (std::env::var("MEEMAAK_TEST_SMTP"), std::env::var("MEEMAAK_TEST_MAIL_FOLDER")) else {
        eprintln!("the mail server is left out: MEEMAAK_TEST_SMTP and MEEMAAK_TEST_MAIL_FOLDER are not set");
        return;
    };
    let (host, port) = server.trim_start_matches("smtp://").trim_end_matches('/').rsplit_once(':').unwrap();
    for engine in store::testing::engines() {
        let mail = Mailer::smtp(&smtp(host, port.parse().unwrap())).unwrap();
        let house = TestHouse::open_with(engine, &[], &[], crate::routes(), Options { mail, ..Options::default() }).await;
        let to = format!("fatima-{}-{engine}@voorbeeld.be", std::process::id()).to_lowercase();
        let (id, keeper) = (house.identity(), house.app.keeper(house.tenant(), crate::SYSTEM));
        let who = people::vault::Identity { mail: to.clone(), ..people::vault::Identity::default() };
        store::write!(house.store(), [id, keeper, who], |tx| people::vault::keep(tx, &keeper, id, &who).await).await.unwrap();
        let sent = send(&house, house.tenant(), Recipient::Identity(id)).await;
        house.worker().work_once().await.unwrap();
        assert_eq!(state(&house, sent).await, Some(MailState::Sent));
        let mut arrived = None;
        for _ in 0..50 {
            arrived = std::fs::read_dir(&folder)
                .unwrap()
                .filter_map(|entry| std::fs::read(entry.unwrap().path()).ok())
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .find(|text| text.contains(&to));
            if arrived.is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        let arrived = arrived.expect("the mail is there");
        assert!(arrived.contains("inspraak@leyhoven.example") && arrived.contains("Stad Leyhoven"), "{arrived}");
        assert!(!arrived.lines().any(|line| line.to_lowercase().starts_with("bcc:")), "a subject is one line: {arrived}");

        // An address that the server refuses for good is not tried again.
        let refused = send_about(&house, house.tenant(), 8, Recipient::Address(format!("refuse-{to}"))).await;
        house.worker().work_once().await.unwrap();
        assert!(matches!(state(&house, refused).await, Some(MailState::Failed(_))));
    }
}
