//! Words in every language, and statements and tables on every engine.

use kernel::Language;
use people::testing::TestHouse;
use std::path::Path;

#[test]
fn every_word_is_there_in_every_language() {
    let public: Vec<(&str, &str)> = people::TEXTS.iter().take(3).copied().collect();
    assert_eq!(ui::testing::differences(&public, &["en", "ar"]), Vec::<String>::new());
    let staff: Vec<(&str, &str)> = people::TEXTS.iter().skip(3).take(2).copied().collect();
    assert_eq!(ui::testing::differences(&staff, &["en"]), Vec::<String>::new());
}

#[test]
fn arabic_and_english_are_not_dutch() {
    let mut texts = ui::Texts::new();
    texts.add_all("people", people::TEXTS).unwrap();
    for key in ["people-sign-in-title", "people-fault-missing-text", "people-kept-text", "people-password-hint"] {
        let [nl, en, ar] = [Language::NL, Language::EN, Language::AR].map(|language| texts.get(&language, key, &[]));
        assert!(key == "people-password-hint" || (nl != en && nl != ar && en != ar), "{key}");
    }
}

#[test]
fn every_role_permission_and_reason_has_a_name() {
    let mut texts = ui::Texts::new();
    texts.add_all("people", people::TEXTS).unwrap();
    for language in [Language::NL, Language::EN] {
        let roles = people::Role::ALL.iter().map(|it| format!("people-role-{it}"));
        let permissions = people::Permission::ALL.iter().map(|it| format!("people-permission-{it}"));
        for key in roles.chain(permissions) {
            assert!(texts.has(&language, &key), "{language}: {key}");
        }
    }
}

#[tokio::test]
async fn every_page_is_drawn_in_every_language() {
    let house = TestHouse::open(store::Engine::Sqlite, &[], &[], crate::routes()).await;
    for language in ["nl", "en", "ar"] {
        for path in ["/aanmelden", "/aanmelden?bewaard=ja", "/afmelden", "/nowhere"] {
            let page = house.visitor().in_language(language).get(path).await;
            assert!(page.shows(&format!("<html lang=\"{language}\"")), "{language} {path}");
            assert!(!page.shows("⟦"), "{language} {path}: {}", page.body);
            assert_eq!(page.body.matches("<h1").count(), 1);
        }
        let page = house.as_role(people::Role::Moderator).in_language(language).get("/wachtwoord").await;
        assert!(page.shows("Test moderator") && !page.shows("⟦"), "{language}");
        let browser = house.visitor().in_language(language);
        let to = browser
            .post("/aanmelden", &[("mail", "moderator@leyhoven.test"), ("password", people::testing::PASSWORD)])
            .await
            .location
            .unwrap();
        let page = browser.get(&to).await;
        assert!(page.shows("data:image/svg+xml") && !page.shows("⟦"), "{language}");
        let page = browser.post("/aanmelden/instellen", &[("code", "nee")]).await;
        assert!(page.shows("role=\"alert\"") && !page.shows("⟦"), "{language}");
    }
}

#[tokio::test]
async fn every_statement_is_understood_and_every_key_begins_with_the_tenant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let statements = store::testing::statements(folder);
    assert!(statements.len() > 60, "{}", statements.len());
    for engine in store::testing::engines() {
        let house = TestHouse::open(engine, &[], &[], crate::routes()).await;
        assert_eq!(store::testing::prepare_all(&house.database, &statements).await, Vec::<String>::new(), "{engine}");
        assert_eq!(store::testing::keys_without_tenant(&house.database).await, Vec::<String>::new(), "{engine}");
    }
}
