//! A forgotten password: a link by mail, for one hour and one time.

use crate::promise;
use axum::http::StatusCode;
use kernel::AccountId;
use people::mail::{Mailer, SmtpSettings, Tls};
use people::testing::{Options, PASSWORD, TestHouse};
use people::{FactorSecret, Role};

const NEW: &str = "vier bomen langs de leie";
const PAGE: &str = "/wachtwoord-vergeten";

fn mail(role: Role) -> String {
    format!("{role}@leyhoven.test")
}

async fn link(house: &TestHouse, account: AccountId) -> String {
    people::forgotten::fresh_path(&house.app, house.tenant(), account).await.unwrap()
}

/// The mails that wait, with to whom they go.
async fn waiting(house: &TestHouse) -> Vec<(String, String)> {
    house.worker().work_once().await.unwrap();
    let mut session = house.store().read().await.unwrap();
    let rows = people::mail::waiting(&mut session, house.tenant(), 50).await.unwrap();
    rows.into_iter().map(|it| (it.address.unwrap_or_default(), it.text)).collect()
}

async fn kinds(house: &TestHouse, account: AccountId) -> Vec<String> {
    let mut session = house.store().read().await.unwrap();
    let events = store::journal::stream(&mut session, house.tenant(), account.uuid()).await.unwrap();
    events.into_iter().map(|it| it.kind).collect()
}

async fn signs_in_with(house: &TestHouse, role: Role, password: &str) -> bool {
    let page = house.visitor().post("/aanmelden", &[("mail", &mail(role)), ("password", password)]).await;
    page.status == StatusCode::SEE_OTHER
}

promise!(who_asks_for_a_link_gets_the_same_answer_with_and_without_an_account, |house| {
    assert!(house.visitor().get("/aanmelden").await.shows("href=\"/wachtwoord-vergeten\""));
    let ended = house.account(Role::Researcher);
    let tenant = house.tenant();
    store::write!(house.store(), [tenant, ended], |tx| people::tables::accounts::end(tx, tenant, &crate::SYSTEM, ended).await)
        .await
        .unwrap();
    let mut answers = Vec::new();
    for address in [" Intermediary@LEYHOVEN.test ", "nobody@leyhoven.test", &mail(Role::Researcher), "moderator@buurstad.test"] {
        let browser = house.visitor();
        let page = browser.post(PAGE, &[("mail", address)]).await;
        let next = browser.get(page.location.as_deref().unwrap()).await;
        assert!(next.shows("Als dit mailadres bij een account hoort"), "{}", next.body);
        answers.push((page.status, page.location));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let waiting = waiting(&house).await;
    assert_eq!(waiting.len(), 1, "a stranger, an account that ended and the neighbour's get nothing: {waiting:?}");
    assert_eq!(waiting[0].0, mail(Role::Intermediary));
    assert!(waiting[0].1.contains("<link>") && !waiting[0].1.contains("http"), "the token lies nowhere: {}", waiting[0].1);
    assert_eq!(kinds(&house, house.account(Role::Intermediary)).await.last().unwrap(), "password-link-made");

    for wrong in ["", "geen adres"] {
        let page = house.visitor().post(PAGE, &[("mail", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(&format!("value=\"{wrong}\"")), "what was typed stays");
    }
    assert!(house.visitor().in_language("ar").get(PAGE).await.shows("نسيت كلمة المرور"));
});

promise!(nobody_fills_a_mailbox_with_links, |house| {
    let browser = house.visitor();
    let mut stopped = 0;
    for _ in 0..5 {
        let page = browser.post(PAGE, &[("mail", &mail(Role::Moderator))]).await;
        stopped += usize::from(page.status == StatusCode::TOO_MANY_REQUESTS && page.shows("U probeerde het te vaak"));
    }
    assert_eq!(stopped, 2);
    assert_eq!(browser.post(PAGE, &[("mail", &mail(Role::Controller))]).await.status, StatusCode::SEE_OTHER, "somebody else may");
    assert!(signs_in_with(&house, Role::Moderator, PASSWORD).await, "signing in is counted apart");
});

promise!(a_link_sets_a_password_once_and_ends_every_sign_in, |house| {
    let account = house.account(Role::Intermediary);
    let elsewhere = house.as_role(Role::Intermediary).falling_asleep();
    assert_eq!(elsewhere.get("/wachtwoord").await.status, StatusCode::OK);
    let (path, other) = (link(&house, account).await, link(&house, account).await);
    let mut session = house.store().read().await.unwrap();
    let sql = store::sql!("SELECT token FROM password_link WHERE tenant = $1");
    let rows = session.all(sql, &store::values![house.tenant()]).await.unwrap();
    assert!(rows.len() == 2 && rows.iter().all(|row| !path.contains(&row.get::<String>("token").unwrap())), "only a digest is stored");
    drop(session);

    let browser = house.visitor();
    assert!(browser.get(&path).await.shows("Kies een nieuw wachtwoord"));
    for (new, again, words) in
        [("kort", "kort", "Neem minstens 12 tekens"), (NEW, "vijf bomen", "zijn niet gelijk"), ("", "", "Neem minstens 12 tekens")]
    {
        let page = browser.post(&path, &[("new", new), ("again", again)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(words) && !page.shows(NEW), "{}", page.body);
    }
    let page = browser.post(&path, &[("new", NEW), ("again", NEW)]).await;
    assert_eq!(page.location.as_deref(), Some("/aanmelden"));
    assert!(browser.get("/aanmelden").await.shows("Uw wachtwoord is veranderd"));
    assert_eq!(elsewhere.get("/wachtwoord").await.status, StatusCode::SEE_OTHER, "who was in is out");
    assert!(!signs_in_with(&house, Role::Intermediary, PASSWORD).await);
    assert!(signs_in_with(&house, Role::Intermediary, NEW).await);
    let kinds = kinds(&house, account).await;
    assert!(kinds.ends_with(&["password-link-made", "password-link-made", "password-set", "signed-in"].map(str::to_owned)), "{kinds:?}");

    for used in [&path, &other, &format!("{PAGE}/een-gok"), &format!("{PAGE}/%00")] {
        for page in [
            browser.get(used).await,
            browser.post(used, &[("new", "nog een ander wachtwoord"), ("again", "nog een ander wachtwoord")]).await,
        ] {
            assert_eq!(page.location.as_deref(), Some(PAGE), "{used}");
        }
        assert!(browser.get(PAGE).await.shows("Deze link werkt niet meer"), "{used}");
    }
    assert!(signs_in_with(&house, Role::Intermediary, NEW).await, "nothing changed");
});

promise!(two_who_use_a_link_at_once_do_not_both_set_a_password, |house| {
    let path = link(&house, house.account(Role::Intermediary)).await;
    let (one, two) = (house.visitor(), house.visitor());
    let other = "zes eenden in de vijver";
    let (a, b) = tokio::join!(async { one.post(&path, &[("new", NEW), ("again", NEW)]).await }, async {
        two.post(&path, &[("new", other), ("again", other)]).await
    });
    let set = [&a, &b].iter().filter(|page| page.location.as_deref() == Some("/aanmelden")).count();
    assert_eq!(set, 1, "{:?} {:?}", a.location, b.location);
    let winner = if a.location.as_deref() == Some("/aanmelden") { NEW } else { other };
    assert!(signs_in_with(&house, Role::Intermediary, winner).await);
});

promise!(a_link_passes_after_an_hour_and_with_the_account, |house| {
    let account = house.account(Role::Intermediary);
    let path = link(&house, account).await;
    assert_eq!(house.visitor().on(people::testing::BUURSTAD).get(&path).await.location.as_deref(), Some(PAGE), "not at the neighbour's");
    house.clock.advance_seconds(3599);
    assert_eq!(house.visitor().get(&path).await.status, StatusCode::OK);
    house.clock.advance_seconds(1);
    assert_eq!(house.visitor().get(&path).await.location.as_deref(), Some(PAGE));
    assert!(people::kept::enforce(&house.app, house.tenant()).await.unwrap() >= 1, "and is removed");

    let path = link(&house, account).await;
    let tenant = house.tenant();
    store::write!(house.store(), [tenant, account], |tx| people::tables::accounts::end(tx, tenant, &crate::SYSTEM, account).await)
        .await
        .unwrap();
    let page = house.visitor().post(&path, &[("new", NEW), ("again", NEW)]).await;
    assert_eq!(page.location.as_deref(), Some(PAGE));
    assert!(!signs_in_with(&house, Role::Intermediary, NEW).await);
});

promise!(the_second_step_stays_after_a_new_password, |house| {
    let browser = house.visitor();
    browser.post("/aanmelden", &[("mail", &mail(Role::Moderator)), ("password", PASSWORD)]).await;
    let page = browser.get("/aanmelden/instellen").await;
    let shown = page.body.split("<code dir=\"ltr\">").nth(1).expect("a secret").split('<').next().unwrap().to_owned();
    let secret = FactorSecret::spelled_as(&shown).expect("a readable secret");
    browser.post("/aanmelden/instellen", &[("code", &secret.code_at(house.app.clock.now()))]).await;
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::OK);

    let path = link(&house, house.account(Role::Moderator)).await;
    browser.post(&path, &[("new", NEW), ("again", NEW)]).await;
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::SEE_OTHER, "this browser is out as well");
    let page = house.visitor().post("/aanmelden", &[("mail", &mail(Role::Moderator)), ("password", NEW)]).await;
    assert_eq!(page.location.as_deref(), Some("/aanmelden/code?terug=%2F"), "the code is asked as before");
});

#[tokio::test]
#[allow(clippy::print_stderr, reason = "a run that left the server out must say so")]
async fn the_link_that_arrives_by_mail_works() {
    let (Ok(server), Ok(folder)) = (std::env::var("MEEMAAK_TEST_SMTP"), std::env::var("MEEMAAK_TEST_MAIL_FOLDER")) else {
        eprintln!("the mail server is left out: MEEMAAK_TEST_SMTP and MEEMAAK_TEST_MAIL_FOLDER are not set");
        return;
    };
    let (host, port) = server.trim_start_matches("smtp://").trim_end_matches('/').rsplit_once(':').unwrap();
    for engine in store::testing::engines() {
        let from = "inspraak@leyhoven.example".to_owned();
        let settings = SmtpSettings { host: host.to_owned(), port: port.parse().unwrap(), tls: Tls::None, credentials: None, from };
        let mail = Mailer::smtp(&settings).unwrap();
        let house = TestHouse::open_with(engine, &[], &[], crate::routes(), Options { mail, ..Options::default() }).await;
        let (tenant, actor) = (house.tenant(), crate::SYSTEM);
        let mut account = people::tables::account(&mut house.store().read().await.unwrap(), tenant, house.account(Role::Intermediary))
            .await
            .unwrap()
            .unwrap();
        account.mail = format!("els-{}-{engine}@voorbeeld.be", std::process::id()).to_lowercase();
        let to = account.mail.clone();
        store::write!(house.store(), [tenant, actor, account], |tx| people::tables::accounts::save(tx, tenant, &actor, &account).await)
            .await
            .unwrap();
        let visitor = house.visitor();
        visitor.post(PAGE, &[("mail", &to)]).await;
        // First the link is made, then its mail leaves.
        house.worker().work_once().await.unwrap();
        house.worker().work_once().await.unwrap();
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
        let arrived = arrived.expect("the mail is there").replace("=\r\n", "").replace("=\n", "");
        let path = format!("{PAGE}/{}", arrived.split(&format!("{PAGE}/")).nth(1).expect("a link").split_whitespace().next().unwrap());
        assert!(arrived.contains("http://leyhoven.test") && arrived.contains("Test intermediary"), "{arrived}");
        let page = visitor.post(&path, &[("new", NEW), ("again", NEW)]).await;
        assert_eq!(page.location.as_deref(), Some("/aanmelden"), "{path}");
        let page = house.visitor().post("/aanmelden", &[("mail", &to), ("password", NEW)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_mail_whose_link_has_passed_does_not_leave() {
    for engine in store::testing::engines() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let from = "inspraak@leyhoven.example".to_owned();
        let settings = SmtpSettings { host: "127.0.0.1".to_owned(), port: closed.port(), tls: Tls::None, credentials: None, from };
        let mail_out = Mailer::smtp(&settings).unwrap();
        let house = TestHouse::open_with(engine, &[], &[], crate::routes(), Options { mail: mail_out, ..Options::default() }).await;
        house.visitor().post(PAGE, &[("mail", &mail(Role::Moderator))]).await;
        house.worker().work_once().await.unwrap();
        assert_eq!(waiting(&house).await.len(), 1, "the server was away");
        house.clock.advance_seconds(2 * 3600);
        assert_eq!(waiting(&house).await, [], "{engine}: nobody gets a dead link");
        let session = &mut house.store().read().await.unwrap();
        let row = session.one(store::sql!("SELECT error FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
        assert_eq!(row.get::<String>("error").unwrap(), "the link in it works no more");
    }
}
