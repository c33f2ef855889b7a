//! Who may come where: every route of the house, with every role that may not.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::{Method, StatusCode};
use people::testing::TestHouse;
use people::{Access, Role};
use store::Store;
use store::testing::engines;

/// A path with something in the place of each parameter: who may not come there never gets as far as looking it up.
fn filled(path: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { "01890000-0000-7000-8000-000000000001" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

async fn entries(store: &Store) -> i64 {
    let mut session = store.read().await.unwrap();
    let row = session.one("SELECT CAST(count(*) AS BIGINT) AS entries FROM journal", &[]).await.unwrap();
    row.get("entries").unwrap()
}

async fn house(engine: store::Engine) -> TestHouse {
    TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await
}

#[tokio::test]
async fn the_wrong_role_changes_nothing_anywhere() {
    for engine in engines() {
        let house = house(engine).await;
        let routes = meemaak::routes();
        let mut tried = 0;
        for role in Role::ALL {
            let browser = house.as_role(*role);
            browser.get("/werk").await;
            let before = entries(house.store()).await;
            for entry in routes.entries() {
                let Access::Staff(permission) = entry.access else { continue };
                if role.permissions().holds(permission) {
                    continue;
                }
                let path = filled(entry.path);
                let page =
                    if entry.method == Method::POST { browser.post(&path, &[("title", "x")]).await } else { browser.get(&path).await };
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{engine}: {role:?} {} {path}", entry.method);
                tried += 1;
            }
            assert_eq!(entries(house.store()).await, before, "{engine}: {role:?} changed something");
        }
        assert!(tried > 200, "{engine}: routes were tried: {tried}");
    }
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_before_anything_of_staff() {
    for engine in engines() {
        let house = house(engine).await;
        let visitor = house.visitor();
        let before = entries(house.store()).await;
        for entry in meemaak::routes().entries().iter().filter(|entry| entry.access != Access::Public) {
            let path = filled(entry.path);
            let page = if entry.method == Method::POST { visitor.post(&path, &[]).await } else { visitor.get(&path).await };
            let to = page.location.unwrap_or_default();
            assert!(
                page.status == StatusCode::SEE_OTHER && to.starts_with("/aanmelden"),
                "{engine}: {} {path}: {} {to}",
                entry.method,
                page.status
            );
        }
        assert_eq!(entries(house.store()).await, before, "{engine}: a visitor changed something");
    }
}

#[tokio::test]
async fn a_form_without_its_token_is_taken_nowhere() {
    for engine in engines() {
        let house = house(engine).await;
        let before = entries(house.store()).await;
        for entry in meemaak::routes().entries().iter().filter(|entry| entry.method == Method::POST) {
            let role = match entry.access {
                Access::Staff(permission) => *Role::ALL.iter().find(|role| role.permissions().holds(permission)).expect("a role"),
                _ => Role::Administrator,
            };
            let path = filled(entry.path);
            let page = house.as_role(role).without_token().post(&path, &[("title", "x")]).await;
            assert!(
                [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&page.status),
                "{engine}: POST {path} without a token: {} {:?}",
                page.status,
                page.location
            );
        }
        assert_eq!(entries(house.store()).await, before, "{engine}: a form without a token changed something");
    }
}

#[tokio::test]
async fn every_permission_is_asked_somewhere_and_held_by_somebody() {
    for entry in meemaak::routes().entries() {
        if let Access::Staff(permission) = entry.access {
            assert!(Role::ALL.iter().any(|role| role.permissions().holds(permission)), "nobody may open {}", entry.path);
        }
        assert!(entry.method == Method::GET || entry.method == Method::POST, "{} {}", entry.method, entry.path);
    }
}
