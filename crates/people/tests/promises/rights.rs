//! Who may do what: routes, things, grants, substitutes, tokens.

use crate::{SYSTEM, departments, promise};
use axum::http::StatusCode;
use kernel::GrantId;
use people::testing::BUURSTAD;
use people::{Grant, Permission, PermissionSet, Role, Scope, Substitute, Thing};

promise!(the_wrong_role_gets_403_and_changes_nothing, |house| {
    let before = departments(&house).await;
    for role in Role::ALL {
        let browser = house.as_role(*role);
        let page = browser.post("/werk/trial", &[("title", "Nieuwe dienst")]).await;
        if role.permissions().holds(Permission::Screen) {
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{role}");
        } else {
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role}");
            assert!(page.shows("Dit mag u niet"), "{role}");
            assert_eq!(browser.get("/werk/trial").await.status, StatusCode::FORBIDDEN, "{role}");
        }
    }
    assert_eq!(departments(&house).await.len(), before.len() + 1, "only the participation officer screens");
});

promise!(a_head_accepts_for_the_own_department_only, |house| {
    let [own, other] = [house.leyhoven.public_space, house.leyhoven.green].map(|id| id.to_string());
    let before = departments(&house).await;
    let head = house.as_role(Role::DepartmentHead);
    assert_eq!(head.post("/werk/trial/own", &[("department", &other), ("title", "X")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(departments(&house).await, before);
    assert_eq!(head.post("/werk/trial/own", &[("department", &own), ("title", "X")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        house.as_head_of(house.leyhoven.green).post("/werk/trial/own", &[("department", &other), ("title", "Y")]).await.status,
        StatusCode::SEE_OTHER
    );
});

promise!(a_visitor_is_asked_to_sign_in_and_comes_back, |house| {
    let page = house.visitor().get("/werk/trial?lijst=2").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.location.as_deref(), Some("/aanmelden?terug=%2Fwerk%2Ftrial%3Flijst%3D2"));
    assert_eq!(house.visitor().post("/werk/trial", &[("title", "X")]).await.status, StatusCode::SEE_OTHER);
});

promise!(a_sign_in_is_worth_nothing_at_the_neighbour, |house| {
    let browser = house.as_role(Role::ParticipationOfficer);
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);
    let browser = browser.on(BUURSTAD);
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::SEE_OTHER);
    let page = browser.post("/werk/trial", &[("title", "Over de grens")]).await;
    assert_eq!(page.location.as_deref().map(|to| to.starts_with("/aanmelden")), Some(true));
    let mut session = house.store().read().await.unwrap();
    let theirs = people::tables::departments(&mut session, house.buurstad.tenant.id).await.unwrap();
    assert!(theirs.iter().all(|it| it.name != "Over de grens"));
});

promise!(without_the_own_token_a_form_is_refused_and_nothing_is_stored, |house| {
    let before = departments(&house).await;
    let staff = house.as_role(Role::ParticipationOfficer);
    let stranger = house.as_role(Role::Moderator);
    let foreign = stranger.token().await.unwrap();
    for browser in [house.visitor().without_token(), house.as_role(Role::ParticipationOfficer).without_token()] {
        for fields in [vec![("title", "X")], vec![("title", "X"), ("csrf", foreign.as_str())], vec![("title", "X"), ("csrf", "")]] {
            for path in ["/trial", "/aanmelden"] {
                let page = browser.post(path, &fields).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN);
                assert!(page.shows("Dit formulier is verlopen"));
            }
        }
        assert_eq!(browser.post_files("/trial", &[("title", "X")], &[]).await.status, StatusCode::FORBIDDEN);
    }
    let page = house.visitor().without_token().post("/trial?stap=2", &[("title", "Een <i>bank</i>"), ("csrf", &foreign)]).await;
    assert!(
        page.shows("Een &#60;i&#62;bank&#60;/i&#62;") && page.shows("action=\"/trial?stap=2\""),
        "what was typed comes back: {}",
        page.body
    );
    let page = house.visitor().without_token().post("/aanmelden", &[("password", "heel geheim woord")]).await;
    assert!(!page.shows("heel geheim woord"));
    let elsewhere = staff.with_header("sec-fetch-site", "cross-site");
    assert_eq!(elsewhere.post("/werk/trial", &[("title", "X")]).await.status, StatusCode::FORBIDDEN, "a right token from another site");
    let elsewhere = house.visitor().with_header("sec-fetch-site", "same-site");
    assert_eq!(elsewhere.post("/trial", &[("title", "X")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(departments(&house).await, before);
});

promise!(a_substitute_acts_for_the_period_and_no_longer, |house| {
    let (tenant, head, moderator) = (house.tenant(), house.account(Role::DepartmentHead), house.account(Role::Moderator));
    let mut session = house.store().read().await.unwrap();
    let grant = people::tables::grants::of_account(&mut session, tenant, head).await.unwrap().remove(0);
    drop(session);
    let thing = Thing::tenant().in_department(house.leyhoven.public_space);
    let substitute = Some(Substitute { account: moderator, from: grant.from.plus_days(1), until: grant.from.plus_days(2) });
    let id = grant.id;
    store::write!(house.store(), [tenant, id, substitute], |tx| people::tables::grants::name_substitute(
        tx, tenant, &SYSTEM, id, substitute
    )
    .await)
    .await
    .unwrap();
    let department = house.leyhoven.public_space.to_string();
    for (days, acts) in [(0, false), (1, true), (2, true), (3, false)] {
        let today = grant.from.plus_days(days);
        let mut session = house.store().read().await.unwrap();
        let who = people::tables::who_has(&mut session, tenant, Permission::Accept, &thing, today).await.unwrap();
        drop(session);
        assert_eq!(who.contains(&moderator), acts, "day {days}");
        assert!(who.contains(&head));
        let page = house.as_role(Role::Moderator).post("/werk/trial/own", &[("department", &department), ("title", "X")]).await;
        assert_eq!(page.status == StatusCode::SEE_OTHER, acts, "day {days}");
        house.clock.advance_days(1);
    }
    store::write!(house.store(), [tenant, moderator], |tx| people::tables::accounts::end(tx, tenant, &SYSTEM, moderator).await)
        .await
        .unwrap();
    let mut session = house.store().read().await.unwrap();
    let who = people::tables::who_has(&mut session, tenant, Permission::Accept, &thing, grant.from.plus_days(1)).await.unwrap();
    assert_eq!(who, [head], "whose account ended substitutes for nobody");
});

promise!(a_grant_that_ended_gives_nothing_and_rights_change_at_once, |house| {
    let (tenant, officer) = (house.tenant(), house.account(Role::ParticipationOfficer));
    let browser = house.as_role(Role::ParticipationOfficer);
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);
    let mut session = house.store().read().await.unwrap();
    let grant = people::tables::grants::of_account(&mut session, tenant, officer).await.unwrap().remove(0);
    drop(session);
    let (id, last) = (grant.id, grant.from.plus_days(-1));
    store::write!(house.store(), [tenant, id, last], |tx| people::tables::grants::end(tx, tenant, &SYSTEM, id, last).await).await.unwrap();
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::FORBIDDEN);

    // The municipality's own role, with what it may do as rows.
    let role = people::tables::roles::RoleRow {
        code: "helpdesk".to_owned(),
        name: Some("Onthaal".to_owned()),
        permissions: PermissionSet::of(&[Permission::Screen]),
    };
    let own = Grant { id: GrantId::new(house.app.clock.now(), house.random()), role: role.code.clone(), scope: Scope::Tenant, ..grant };
    store::write!(house.store(), [tenant, role, own], |tx| {
        people::tables::roles::save(tx, tenant, &SYSTEM, &role).await?;
        people::tables::grants::give(tx, tenant, &SYSTEM, &own).await
    })
    .await
    .unwrap();
    assert_eq!(browser.get("/werk/trial").await.status, StatusCode::OK);

    // An account that was ended is out from the next page on.
    store::write!(house.store(), [tenant, officer], |tx| people::tables::accounts::end(tx, tenant, &SYSTEM, officer).await).await.unwrap();
    let page = browser.falling_asleep().get("/werk/trial").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
});

promise!(rights_can_be_given_to_our_own_people_only, |house| {
    let (tenant, stranger) = (house.tenant(), house.buurstad.accounts[&Role::Moderator]);
    let given = house.give(stranger, Role::Moderator, Scope::Tenant).await;
    assert_eq!(given, Err(store::Error::Missing));
    let mut session = house.store().read().await.unwrap();
    assert_eq!(people::tables::account(&mut session, tenant, stranger).await.unwrap(), None);
});
