//! Signing in with password and code, limits, passwords, signing out.

use crate::promise;
use axum::http::StatusCode;
use people::testing::{BUURSTAD, Browser, PASSWORD, TestHouse};
use people::{FactorSecret, Role};

fn mail(role: Role) -> String {
    format!("{role}@leyhoven.test")
}

/// The secret that an enrolment page shows in letters.
fn shown_secret(body: &str) -> String {
    body.split("<code dir=\"ltr\">").nth(1).expect("a secret").split('<').next().unwrap().to_owned()
}

/// Signs in up to the enrolment and through it; gives the browser and the secret.
async fn enrolled(house: &TestHouse, role: Role) -> (Browser, FactorSecret) {
    let browser = house.visitor();
    let page = browser.post("/aanmelden", &[("mail", &mail(role)), ("password", PASSWORD), ("terug", "/werk/trial")]).await;
    let to = page.location.expect("the second step");
    assert!(to.starts_with("/aanmelden/instellen?"), "{to}");
    let page = browser.get(&to).await;
    let secret = FactorSecret::spelled_as(&shown_secret(&page.body)).expect("a readable secret");
    assert_eq!(shown_secret(&browser.get(&to).await.body), secret.spelled(), "a reload shows the same secret");
    let page = browser.post("/aanmelden/instellen", &[("code", &secret.code_at(house.app.clock.now())), ("terug", "/werk/trial")]).await;
    assert_eq!(page.location.as_deref(), Some("/werk/trial"), "{}", page.body);
    (browser, secret)
}

promise!(staff_sets_up_a_second_step_and_a_code_works_once, |house| {
    let (browser, secret) = enrolled(&house, Role::ParticipationOfficer).await;
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);

    house.clock.advance_seconds(60);
    let code = secret.code_at(house.app.clock.now());
    let again = house.visitor();
    let page = again.post("/aanmelden", &[("mail", &mail(Role::ParticipationOfficer)), ("password", PASSWORD)]).await;
    assert_eq!(page.location.as_deref(), Some("/aanmelden/code?terug=%2F"));
    assert_eq!(again.get("/werk/trial").await.status, StatusCode::SEE_OTHER, "the password alone opens nothing");
    assert_eq!(again.get("/werk/trial").await.location.as_deref(), Some("/aanmelden/code?terug=%2Fwerk%2Ftrial"));
    assert_eq!(
        again.get("/aanmelden/instellen").await.status,
        StatusCode::SEE_OTHER,
        "nobody sets up another factor with a password alone"
    );
    let cookie_before = again.cookie("aanmelding");
    let page = again.post("/aanmelden/code", &[("code", &code), ("terug", "/werk/trial")]).await;
    assert_eq!(page.location.as_deref(), Some("/werk/trial"));
    assert_ne!(again.cookie("aanmelding"), cookie_before, "a fresh token at each step");

    let thief = house.visitor();
    thief.post("/aanmelden", &[("mail", &mail(Role::ParticipationOfficer)), ("password", PASSWORD)]).await;
    for replayed in [code.as_str(), "000000", "", "1234567"] {
        let page = thief.post("/aanmelden/code", &[("code", replayed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows("Deze code klopt niet, of is al gebruikt"));
    }
    assert_eq!(thief.get("/werk/trial").await.status, StatusCode::SEE_OTHER);
});

promise!(two_who_send_the_same_code_at_once_do_not_both_come_in, |house| {
    let (_, secret) = enrolled(&house, Role::Moderator).await;
    house.clock.advance_seconds(60);
    let code = secret.code_at(house.app.clock.now());
    let (one, two) = (house.visitor(), house.visitor());
    for browser in [&one, &two] {
        browser.post("/aanmelden", &[("mail", &mail(Role::Moderator)), ("password", PASSWORD)]).await;
    }
    let fields = [("code", code.as_str())];
    let (a, b) = tokio::join!(one.post("/aanmelden/code", &fields), two.post("/aanmelden/code", &fields));
    let came_in = [a.status, b.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
    assert_eq!(came_in, 1);
});

promise!(a_partner_signs_in_with_a_password_and_may_sign_out, |house| {
    let browser = house.visitor();
    let page =
        browser.post("/aanmelden", &[("mail", " Intermediary@Leyhoven.TEST "), ("password", PASSWORD), ("terug", "//evil.test")]).await;
    assert_eq!(page.location.as_deref(), Some("/"), "never to another site");
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    let held = browser.cookie("aanmelding").unwrap();
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::OK);
    let rows = house
        .store()
        .read()
        .await
        .unwrap()
        .all(store::sql!("SELECT token FROM sign_in WHERE tenant = $1"), &store::values![house.tenant()])
        .await
        .unwrap();
    assert!(rows.iter().all(|row| row.get::<String>("token").unwrap() != held), "only a digest of the token is stored");

    assert_eq!(browser.post("/afmelden", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/afmelden").await.shows("U bent afgemeld"));
    browser.set_cookie("aanmelding", &held);
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::SEE_OTHER, "an old cookie opens nothing");
});

promise!(a_wrong_password_a_stranger_and_a_neighbour_get_the_same_answer, |house| {
    let mut answers = Vec::new();
    for (address, password) in
        [(mail(Role::Intermediary), "verkeerd wachtwoord"), ("nobody@leyhoven.test".to_owned(), PASSWORD), (mail(Role::Intermediary), "")]
    {
        let page = house.visitor().post("/aanmelden", &[("mail", &address), ("password", password)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(&format!("value=\"{address}\"")), "what was typed stays");
        assert!(password.is_empty() || !page.shows(password), "except the password");
        answers.push(page.shows("horen niet bij elkaar"));
    }
    assert_eq!(answers, [true, true, false]);
    let page = house.visitor().on(BUURSTAD);
    let token = page.token().await;
    assert!(token.is_some());
    let neighbour = house.as_neighbour(Role::Moderator);
    neighbour.post("/afmelden", &[]).await;
    let page = neighbour.falling_asleep().post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "an account of Leyhoven is nobody in Buurstad");
});

promise!(guessing_stops_and_the_neighbour_at_the_next_table_signs_in, |house| {
    let guesser = house.visitor();
    let mut stopped = 0;
    for _ in 0..10 {
        let page = guesser.post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", "een gok die niet klopt")]).await;
        stopped += usize::from(
            page.status == StatusCode::TOO_MANY_REQUESTS
                && page.shows("U probeerde het te vaak")
                && page.headers.contains_key("retry-after"),
        );
    }
    assert_eq!(stopped, 4);
    let page = house.visitor().post("/aanmelden", &[("mail", &mail(Role::Researcher)), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "same address, another person");
    let page = house
        .visitor()
        .from_address([198, 51, 100, 7])
        .post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", PASSWORD)])
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "the owner at home is not locked out");
    house.clock.advance_seconds(61);
    let page = guesser.post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
});

promise!(a_sign_in_passes_after_an_idle_hour_and_after_half_a_day, |house| {
    let browser = house.as_role(Role::ParticipationOfficer).falling_asleep();
    for _ in 0..14 {
        assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);
        house.clock.advance_seconds(50 * 60);
    }
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK, "eleven hours and forty minutes, never idle");
    house.clock.advance_seconds(21 * 60);
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::SEE_OTHER, "half a day is over");
    let browser = house.as_role(Role::Moderator).falling_asleep();
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::OK);
    house.clock.advance_seconds(3600);
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::SEE_OTHER, "idle for an hour");
});

promise!(another_password_signs_the_other_devices_out, |house| {
    let (here, there) = (house.as_role(Role::Moderator).falling_asleep(), house.as_role(Role::Moderator).falling_asleep());
    for browser in [&here, &there] {
        assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::OK);
    }
    let new = "vier bomen langs de leie";
    for (old, first, second, words) in [
        ("verkeerd", new, new, "Dit is niet uw wachtwoord van nu"),
        (PASSWORD, "kort", "kort", "Neem minstens 12 tekens"),
        (PASSWORD, new, "vijf bomen", "zijn niet gelijk"),
    ] {
        let page = here.post("/wachtwoord", &[("old", old), ("new", first), ("again", second)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(words) && !page.shows(new), "{words}");
    }
    let page = here.post("/wachtwoord", &[("old", PASSWORD), ("new", new), ("again", new)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(here.get("/wachtwoord").await.shows("Uw wachtwoord is veranderd"));
    assert_eq!(there.get("/wachtwoord").await.status, StatusCode::SEE_OTHER);
    let again = house.visitor().post("/aanmelden", &[("mail", &mail(Role::Moderator)), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = house.visitor().post("/aanmelden", &[("mail", &mail(Role::Moderator)), ("password", new)]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
});

promise!(a_partner_may_set_up_a_second_step_too, |house| {
    let browser = house.as_role(Role::Intermediary);
    assert!(browser.get("/wachtwoord").await.shows("/aanmelden/instellen"));
    let page = browser.get("/aanmelden/instellen").await;
    let secret = FactorSecret::spelled_as(&shown_secret(&page.body)).expect("a readable secret");
    let page = browser.post("/aanmelden/instellen", &[("code", &secret.code_at(house.app.clock.now()))]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/aanmelden/instellen").await.status, StatusCode::CONFLICT, "no second one beside it");
    assert!(!browser.get("/wachtwoord").await.shows("/aanmelden/instellen"));
    let page = house.visitor().post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", PASSWORD)]).await;
    assert_eq!(page.location.as_deref(), Some("/aanmelden/code?terug=%2F"));
});

promise!(a_reset_factor_is_set_up_again, |house| {
    let (browser, _) = enrolled(&house, Role::Moderator).await;
    let (tenant, account) = (house.tenant(), house.account(Role::Moderator));
    store::write!(house.store(), [tenant, account], |tx| people::tables::accounts::reset_factor(tx, tenant, &crate::SYSTEM, account).await)
        .await
        .unwrap();
    assert_eq!(browser.get("/wachtwoord").await.status, StatusCode::SEE_OTHER, "who was in is out");
    house.clock.advance_seconds(60);
    enrolled(&house, Role::Moderator).await;
});

promise!(signing_in_and_out_stands_in_the_journal_without_a_name, |house| {
    let browser = house.visitor();
    browser.post("/aanmelden", &[("mail", &mail(Role::Intermediary)), ("password", PASSWORD)]).await;
    browser.post("/afmelden", &[]).await;
    let mut session = house.store().read().await.unwrap();
    let account = house.account(Role::Intermediary);
    let events = store::journal::stream(&mut session, house.tenant(), account.uuid()).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["account-made", "role-granted", "signed-in", "signed-out"]);
    let all = format!("{events:?}");
    assert!(!all.contains('@') && !all.contains("Test "), "{all}");
});
