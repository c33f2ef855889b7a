//! Forms: limits, hostile signs, files, and what was typed while a sign-in passed.

use crate::{departments, promise};
use axum::http::StatusCode;
use people::Role;

promise!(a_megabyte_in_a_title_is_answered_in_plain_words_and_nothing_is_stored, |house| {
    let before = departments(&house).await;
    let megabyte = "é".repeat(1 << 20);
    let page = house.visitor().post("/trial", &[("title", &megabyte)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE, "percent-encoded this is six megabytes");
    assert!(page.shows("Dit is te groot"));
    let page = house.visitor().post("/trial", &[("title", &"a".repeat(1 << 20))]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "read, and refused by the field");
    let page = house.visitor().post_files("/trial", &[("title", &megabyte)], &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = house.visitor().post("/aanmelden", &[("mail", &"a".repeat(1 << 20)), ("password", &"b".repeat(1 << 20))]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(departments(&house).await, before);
});

promise!(hostile_signs_do_not_reach_the_database, |house| {
    for title in ["Ple\u{0}in", "\u{202e}Plein", "Plein\u{200b}", "  Plein \u{feff} "] {
        let page = house.visitor().post("/trial", &[("title", title), ("na\u{0}me", "x")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{title:?}");
    }
    let names = departments(&house).await;
    assert_eq!(names.iter().filter(|name| *name == "Plein").count(), 4, "{names:?}");
    let page = house.visitor().post("/trial", &[("title", "مكان للأطفال 👩‍👩‍👧")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(departments(&house).await.iter().any(|name| name == "مكان للأطفال 👩‍👩‍👧"));
});

promise!(what_is_no_form_is_refused_in_plain_words, |house| {
    let before = departments(&house).await;
    let browser = house.visitor();
    let multipart = "multipart/form-data; boundary=x";
    let cases: Vec<(&str, Vec<u8>, StatusCode)> = vec![
        ("application/json", b"{}".to_vec(), StatusCode::BAD_REQUEST),
        ("", Vec::new(), StatusCode::BAD_REQUEST),
        ("multipart/form-data", b"x".to_vec(), StatusCode::BAD_REQUEST),
        (multipart, b"--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nhalf".to_vec(), StatusCode::BAD_REQUEST),
        (
            multipart,
            b"--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\xff\xfe\r\n--x--\r\n".to_vec(),
            StatusCode::BAD_REQUEST,
        ),
        ("application/x-www-form-urlencoded", b"title=%ff%fe".to_vec(), StatusCode::BAD_REQUEST),
        ("application/x-www-form-urlencoded", b"title=%4".to_vec(), StatusCode::BAD_REQUEST),
        ("application/x-www-form-urlencoded", "a=b&".repeat(3000).into_bytes(), StatusCode::PAYLOAD_TOO_LARGE),
        ("application/x-www-form-urlencoded", vec![b'a'; 5 << 20], StatusCode::PAYLOAD_TOO_LARGE),
    ];
    for (media_type, body, status) in cases {
        let page = browser.post_bytes("/trial", media_type, body).await;
        assert_eq!(page.status, status, "{media_type}: {}", page.body);
        assert!(page.shows("Er is niets bewaard"), "{media_type}");
    }
    assert_eq!(departments(&house).await, before);
});

promise!(files_come_through_and_too_large_ones_do_not, |house| {
    let browser = house.visitor();
    let page = browser
        .post_files(
            "/trial",
            &[("title", "")],
            &[("photo", "a.jpg", "image/jpeg", b"\xff\xd8\0bytes"), ("photo", "", "application/octet-stream", b"")],
        )
        .await;
    assert!(page.shows("1 bestanden"), "{}", page.body);
    let large = vec![0; (12 << 20) + 1];
    let page = browser.post_files("/trial", &[("title", "Foto")], &[("photo", "a.jpg", "image/jpeg", &large)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.shows("Dit is te groot"));
    assert!(!departments(&house).await.contains(&"Foto".to_owned()));
});

promise!(a_form_typed_while_the_sign_in_passed_comes_back_to_its_owner, |house| {
    let before = departments(&house).await;
    let browser = house.as_role(Role::ParticipationOfficer).falling_asleep();
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);
    house.clock.advance_seconds(3 * 3600);
    let typed = [("title", "Een lange tekst\r\nover <b>bomen</b> & \"banken\""), ("keuze", "a"), ("keuze", "b")];
    let page = browser.post_files("/werk/trial", &typed, &[("photo", "a.jpg", "image/jpeg", b"bytes")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let to = page.location.unwrap();
    let kept = to.split("%2Fbewaard%2F").nth(1).unwrap().split('&').next().unwrap().to_owned();
    assert!(browser.get(&to).await.shows("Wat u typte, is bewaard"));
    assert_eq!(departments(&house).await, before);

    // Only the owner sees it, and only here.
    let path = format!("/bewaard/{kept}");
    assert_eq!(house.visitor().get(&path).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.as_role(Role::Moderator).get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get(&path).await.status, StatusCode::NOT_FOUND);

    let owner = house.as_role(Role::ParticipationOfficer);
    let page = owner.get(&path).await;
    assert!(
        page.shows("&#60;b&#62;bomen&#60;/b&#62;") && page.shows("action=\"/werk/trial\"") && page.shows("Dat bestand is niet bewaard"),
        "{}",
        page.body
    );
    assert_eq!(page.body.matches("name=\"keuze\"").count(), 2);
    let sent = owner.post("/werk/trial", &typed).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(departments(&house).await.contains(&"Een lange tekst over <b>bomen</b> & \"banken\"".to_owned()));

    // What lies in the database cannot be read there, and goes after two hours.
    let row = house
        .store()
        .read()
        .await
        .unwrap()
        .one(store::sql!("SELECT sealed FROM kept_form WHERE tenant = $1"), &store::values![house.tenant()])
        .await
        .unwrap();
    let sealed: Vec<u8> = row.get("sealed").unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("bomen"));
    house.clock.advance_seconds(2 * 3600 + 1);
    assert_eq!(owner.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(people::kept::enforce(&house.app, house.tenant()).await.unwrap(), 1);
});

promise!(a_form_comes_back_in_the_words_of_its_page, |house| {
    let (account, area) = (house.account(Role::Specialist), house.leyhoven.molenveld.to_string());
    let path = format!("/beheer/personen/{account}/rol");
    let browser = house.as_role(Role::Administrator).falling_asleep();
    browser.get(&path).await;
    house.clock.advance_seconds(3 * 3600);
    let typed = [("role", "moderator"), ("scope", "area"), ("area", &area), ("from", "2026-04-01"), ("until", "")];
    let to = browser.post(&path, &typed).await.location.unwrap();
    let kept = format!("/bewaard/{}", to.split("%2Fbewaard%2F").nth(1).unwrap().split('&').next().unwrap());
    let owner = house.as_role(Role::Administrator);
    for (language, words) in
        [("nl", ["<dt>Rol</dt>", "Moderator", "Eén wijk", "Molenveld"]), ("en", ["<dt>Role</dt>", "Moderator", "One area", "Molenveld"])]
    {
        let page = owner.get(&format!("{kept}?taal={language}")).await;
        assert_eq!(page.status, StatusCode::OK);
        let list = page.body.split("<dl").nth(1).unwrap().split("</dl>").next().unwrap();
        for word in words {
            assert!(list.contains(word), "{word}: {list}");
        }
        assert!(!list.contains("<code") && !list.contains(&area), "no name and no id of the program: {list}");
        assert!(page.shows(&format!("name=\"area\" hidden>\n{area}</textarea>")), "what is sent on is what was chosen: {}", page.body);
    }

    // A form that stood on another page than where it goes, as the browser tells; and one of another visit.
    let browser = house.as_role(Role::Administrator).with_header("referer", "http://leyhoven.test/beheer/organisaties?x=1");
    let page =
        browser.post_bytes("/beheer/organisaties", "application/x-www-form-urlencoded", b"csrf=x&name=Water&contact=Dok".to_vec()).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let list = page.body.split("<dl").nth(1).unwrap().split("</dl>").next().unwrap();
    assert!(list.contains("Water") && !list.contains("<code"), "{list}");
});

promise!(a_kept_form_can_be_thrown_away, |house| {
    let browser = house.as_role(Role::ParticipationOfficer).falling_asleep();
    browser.get("/werk/trial").await;
    house.clock.advance_seconds(3 * 3600);
    let to = browser.post("/werk/trial", &[("title", "Weg ermee")]).await.location.unwrap();
    let path = format!("/bewaard/{}", to.split("%2Fbewaard%2F").nth(1).unwrap().split('&').next().unwrap());
    assert_eq!(house.as_role(Role::Moderator).post(&format!("{path}/weg"), &[]).await.status, StatusCode::SEE_OTHER);
    let owner = house.as_role(Role::ParticipationOfficer);
    assert_eq!(owner.get(&path).await.status, StatusCode::OK, "another person threw nothing away");
    owner.post(&format!("{path}/weg"), &[]).await;
    assert_eq!(owner.get(&path).await.status, StatusCode::NOT_FOUND);
});

promise!(nobody_keeps_forms_for_somebody_else, |house| {
    let browser = house.as_role(Role::ParticipationOfficer).falling_asleep();
    browser.get("/werk/trial").await;
    house.clock.advance_seconds(3 * 3600);
    let page = browser.without_token().post("/werk/trial", &[("title", "X"), ("csrf", "AAAA")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let rows = house
        .store()
        .read()
        .await
        .unwrap()
        .all(store::sql!("SELECT id FROM kept_form WHERE tenant = $1"), &store::values![house.tenant()])
        .await
        .unwrap();
    assert!(rows.is_empty());
});
