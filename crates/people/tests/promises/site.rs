//! Hosts, languages, cookies, headers, and the page that says what is wrong.

use crate::promise;
use axum::http::StatusCode;
use people::Role;
use people::testing::BUURSTAD;

promise!(a_host_that_no_municipality_has_answers_404_in_plain_words, |house| {
    let page = house.visitor().on("nowhere.test").get("/trial").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.shows("Op dit adres is er geen gemeente"));
    let page = house.visitor().on("nowhere.test").in_language("ar").get("/trial").await;
    assert!(page.shows("dir=\"rtl\"") && page.shows("لا توجد بلدية"));
    for host in ["", "leyhoven.test.evil.test", "leyhoven", "test"] {
        assert_eq!(house.visitor().on(host).get("/trial").await.status, StatusCode::NOT_FOUND, "{host:?}");
    }
    assert_eq!(house.visitor().on("Leyhoven.Test:8080").get("/trial").await.status, StatusCode::OK);
});

promise!(a_thing_of_the_neighbour_is_not_here, |house| {
    let path = format!("/trial/things/{}", house.buurstad.green);
    assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.visitor().on(BUURSTAD).get(&path).await.body, "Groen");
    let page = house.visitor().get("/trial/things/not-an-id").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.shows("Deze bladzijde is er niet"));
});

promise!(the_language_is_chosen_remembered_or_asked_by_the_browser, |house| {
    let browser = house.visitor();
    assert!(browser.get("/trial/plain").await.shows("Mailadres"));
    assert!(house.visitor().in_language("en-GB, nl;q=0.5").get("/trial/plain").await.shows("Email address"));
    assert!(house.visitor().in_language("fr").get("/trial/plain").await.shows("Mailadres"), "the municipality's own language");
    let page = browser.get("/trial?taal=ar").await;
    assert!(page.shows("dir=\"rtl\"") && page.shows("البريد"));
    assert!(browser.get("/trial").await.shows("البريد"), "remembered");
    assert!(browser.get("/trial?taal=fr").await.shows("البريد"), "a language that the municipality does not offer");
    assert!(browser.get("/trial?taal=%00%ff").await.status.is_success());
});

promise!(a_cookie_comes_only_with_a_form, |house| {
    let browser = house.visitor();
    let page = browser.get("/trial/plain").await;
    assert!(!page.headers.contains_key("set-cookie"));
    let page = browser.get("/trial").await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("bezoeker=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Max-Age")
    );
    let token = page.body.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let body = format!("title=Een+bank&csrf={token}").into_bytes();
    let sent = browser.without_token().post_bytes("/trial", "application/x-www-form-urlencoded", body).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "the token of the page is right for the cookie that came with it");
});

promise!(a_notice_is_shown_once, |house| {
    let browser = house.visitor();
    browser.post("/trial", &[("title", "Sport")]).await;
    assert!(browser.get("/trial/plain").await.shows("Uw wachtwoord is veranderd"));
    assert!(!browser.get("/trial/plain").await.shows("Uw wachtwoord is veranderd"));
    browser.set_cookie("melding", "<script>");
    assert!(!browser.get("/trial/plain").await.shows("script"));
});

promise!(every_page_is_guarded_and_none_is_kept_for_the_next_person, |house| {
    let page = house.visitor().get("/trial").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
    assert_eq!(page.headers["x-content-type-options"], "nosniff");
    assert_eq!(page.headers["cache-control"], "private, no-cache");
    let page = house.as_role(people::Role::Moderator).get("/trial").await;
    assert_eq!(page.headers["cache-control"], "no-store");
});

promise!(what_is_wrong_is_said_in_plain_words, |house| {
    let browser = house.visitor();
    for (path, status, words) in [
        ("/nowhere", StatusCode::NOT_FOUND, "Deze bladzijde is er niet"),
        ("/trial/broken", StatusCode::INTERNAL_SERVER_ERROR, "Er ging iets mis bij ons"),
        ("/werk/trial/own", StatusCode::METHOD_NOT_ALLOWED, "Dit kunnen wij niet lezen"),
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert!(page.shows(words) && !page.shows("on purpose") && page.shows("</html>"), "{path}: {}", page.body);
    }
    let page = house.visitor().in_language("ar").get("/nowhere").await;
    assert!(page.shows("dir=\"rtl\"") && page.shows("هذه الصفحة غير موجودة"));
});

promise!(the_small_picture_of_a_tab_has_the_colours_of_the_municipality, |house| {
    let page = house.visitor().get("/aanmelden").await;
    let href = page.body.split("type=\"image/svg+xml\" href=\"").nth(1).expect("an icon").split('"').next().unwrap().to_owned();
    for path in [href.as_str(), "/favicon.ico"] {
        let icon = house.visitor().get(path).await;
        assert_eq!((icon.status, &icon.headers["content-type"]), (StatusCode::OK, &"image/svg+xml".parse().unwrap()), "{path}");
        assert!(icon.shows("fill=\"#0f5650\""), "{path}: {}", icon.body);
    }
    let mut tenant = house.leyhoven.tenant.clone();
    tenant.theme.palette.accent = ui::theme::Colour::rgb(0x5a, 0x1e, 0x6e);
    store::write!(house.store(), [tenant], |tx| people::tables::tenants::save(tx, &crate::SYSTEM, &tenant).await).await.unwrap();
    house.app.forget_tenant(tenant.id);
    let page = house.visitor().get("/aanmelden").await;
    assert!(page.shows("/favicon.svg?v=") && !page.shows(&href), "another picture has another address");
    assert!(house.visitor().get("/favicon.ico").await.shows("#5a1e6e"));
    assert!(house.as_neighbour(Role::Administrator).get("/favicon.svg").await.shows("#0f5650"), "the neighbour keeps its own");
});

promise!(a_theme_and_a_changed_name_are_seen_on_the_next_page, |house| {
    let page = house.visitor().get("/aanmelden").await;
    let href = page.body.split("href=\"/thema.css").nth(1).expect("a theme").split('"').next().unwrap().to_owned();
    let style = house.visitor().get(&format!("/thema.css{href}")).await;
    assert_eq!(style.headers["content-type"], "text/css; charset=utf-8");
    assert_eq!(house.visitor().get("/logo").await.status, StatusCode::NOT_FOUND);

    let mut tenant = house.leyhoven.tenant.clone();
    tenant.name = "Leyhoven aan de Leie".to_owned();
    store::write!(house.store(), [tenant], |tx| people::tables::tenants::save(tx, &crate::SYSTEM, &tenant).await).await.unwrap();
    house.app.forget_tenant(tenant.id);
    assert!(house.visitor().get("/aanmelden").await.shows("Leyhoven aan de Leie"));

    tenant.hosts.push(BUURSTAD.to_owned());
    let taken = store::write!(house.store(), [tenant], |tx| people::tables::tenants::save(tx, &crate::SYSTEM, &tenant).await).await;
    assert!(matches!(taken, Err(store::Error::Conflict(_))), "a host leads to one municipality: {taken:?}");
});
