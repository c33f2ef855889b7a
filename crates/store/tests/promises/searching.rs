use crate::{TABLES, tenant};
use kernel::{Language, TenantId};
use store::Store;
use store::search::{Entry, alike, search};
use store::testing::{TestStore, engines, open};
use uuid::Uuid;

async fn put(store: &Store, tenant: TenantId, id: u128, scope: u128, language: Language, words: &str, public: bool) {
    let words = words.to_owned();
    store::write!(store, [words], |tx| {
        let (id, scope) = (Uuid::from_u128(id), Uuid::from_u128(scope));
        tx.index(tenant, Entry { kind: "idea", id, scope, language: &language, words: &words, public }).await
    })
    .await
    .unwrap();
}

async fn ask(test: &TestStore, tenant: TenantId, question: &str, language: Language) -> Vec<u128> {
    let mut session = test.store.read().await.unwrap();
    let found = search(&mut session, tenant, "idea", None, true, question, &language, 50).await.unwrap();
    found.iter().map(Uuid::as_u128).collect()
}

const IDEAS: &[(u128, &str)] = &[
    (1, "Een veilig fietspad langs de Dorpsstraat"),
    (2, "Te veel fietsen op het plein"),
    (3, "Waar zet ik mijn fiets?"),
    (4, "Een bank onder de linde"),
    (5, "Nieuwe banken in het park"),
    (6, "De speeltuin opknappen"),
    (7, "Twee speeltuinen, één speelplein"),
    (8, "De straat is te druk"),
    (9, "Smalle straten, brede stoepen"),
    (10, "Een oversteekplaats bij de school"),
    (11, "Oversteekplaatsen verlichten"),
    (12, "Café op de hoek: minder lawaai"),
];

#[tokio::test]
async fn dutch_word_forms_are_found_alike_on_both_engines() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        for (id, words) in IDEAS {
            put(&test.store, tenant(1), *id, 1, Language::NL, words, true).await;
        }
        for (question, expected) in [
            ("fiets", vec![3, 2, 1]),
            ("fietsen", vec![3, 2, 1]),
            ("fietspad", vec![1]),
            ("bank", vec![5, 4]),
            ("banken", vec![5, 4]),
            ("speeltuin", vec![7, 6]),
            ("speeltuinen", vec![7, 6]),
            ("straat", vec![9, 8]),
            ("straten", vec![9, 8]),
            ("oversteekplaats", vec![11, 10]),
            ("oversteekplaatsen", vec![11, 10]),
            ("CAFE", vec![12]),
            ("café", vec![12]),
            ("de bank in het park", vec![5]),
            ("fiets speeltuin", vec![]),
            ("een", vec![10, 7, 4, 1]),
            ("zwembad", vec![]),
            ("", vec![]),
            ("\" OR * ' :* & ( ) NEAR -", vec![]),
        ] {
            assert_eq!(ask(&test, tenant(1), question, Language::NL).await, expected, "{engine}: {question}");
        }
        let endless = "fiets ".repeat(10_000);
        assert_eq!(ask(&test, tenant(1), &endless, Language::NL).await, [3, 2, 1], "{engine}");
    }
}

#[tokio::test]
async fn likely_duplicates_come_with_the_most_alike_first() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        for (id, words) in IDEAS {
            put(&test.store, tenant(1), *id, 1, Language::NL, words, true).await;
        }
        put(&test.store, tenant(2), 90, 1, Language::NL, "Een bank in het park", true).await;
        put(&test.store, tenant(1), 91, 2, Language::NL, "Een bank in het park", true).await;
        let mut session = test.store.read().await.unwrap();
        let scope = Some(Uuid::from_u128(1));
        let mut ask = async |text: &str| {
            let found = alike(&mut session, tenant(1), "idea", scope, text, &Language::NL, 9).await.unwrap();
            found.iter().map(Uuid::as_u128).collect::<Vec<_>>()
        };
        assert_eq!(ask("Ik wil banken in ons park, met een prullenmand en bomen").await, [5], "{engine}");
        assert_eq!(ask("banken bij de linde en in het park").await, [5, 4], "{engine}");
        assert_eq!(ask("Een zwembad").await, Vec::<u128>::new(), "{engine}");
        assert_eq!(ask("").await, Vec::<u128>::new(), "{engine}");
    }
}

#[tokio::test]
async fn other_languages_find_their_own_forms_and_the_words_as_written() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        put(&test.store, tenant(1), 1, 1, Language::FR, "Des écoles plus vertes", true).await;
        put(&test.store, tenant(1), 2, 1, Language::EN, "Safer crossings near schools", true).await;
        put(&test.store, tenant(1), 3, 1, Language::AR, "ملعب جديد للأطفال", true).await;
        put(&test.store, tenant(1), 4, 1, Language::DE, "Mehr Bäume für die Straßen", true).await;
        assert_eq!(ask(&test, tenant(1), "ecole", Language::FR).await, [1], "{engine}");
        assert_eq!(ask(&test, tenant(1), "crossing school", Language::EN).await, [2], "{engine}");
        assert_eq!(ask(&test, tenant(1), "مَلْعَب", Language::AR).await, [3], "{engine}");
        assert_eq!(ask(&test, tenant(1), "Baum", Language::DE).await, [4], "{engine}");
        assert_eq!(ask(&test, tenant(1), "crossings", Language::NL).await, [2], "{engine}: asked by a Dutch page");
    }
}

#[tokio::test]
async fn a_search_stays_within_its_tenant_its_scope_and_what_may_be_seen() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        put(&test.store, tenant(1), 1, 1, Language::NL, "fiets", true).await;
        put(&test.store, tenant(1), 2, 2, Language::NL, "fiets", false).await;
        put(&test.store, tenant(2), 3, 1, Language::NL, "fiets", true).await;
        assert_eq!(ask(&test, tenant(1), "fiets", Language::NL).await, [1], "{engine}");
        assert_eq!(ask(&test, tenant(2), "fiets", Language::NL).await, [3], "{engine}");
        let mut session = test.store.read().await.unwrap();
        let staff = search(&mut session, tenant(1), "idea", Some(Uuid::from_u128(2)), false, "fiets", &Language::NL, 9).await.unwrap();
        assert_eq!(staff, [Uuid::from_u128(2)], "{engine}");
        let other_kind = search(&mut session, tenant(1), "answer", None, false, "fiets", &Language::NL, 9).await.unwrap();
        assert!(other_kind.is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn what_is_indexed_again_or_removed_is_no_longer_found_by_its_old_words() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        put(&test.store, tenant(1), 1, 1, Language::NL, "fiets", true).await;
        put(&test.store, tenant(1), 2, 1, Language::NL, "boom", true).await;
        put(&test.store, tenant(1), 1, 1, Language::NL, "zebrapad", true).await;
        assert_eq!(ask(&test, tenant(1), "fiets", Language::NL).await, Vec::<u128>::new(), "{engine}");
        assert_eq!(ask(&test, tenant(1), "zebrapaden", Language::NL).await, [1], "{engine}");
        store::write!(test.store, [], |tx| { tx.unindex(tenant(1), "idea", Uuid::from_u128(1)).await }).await.unwrap();
        assert_eq!(ask(&test, tenant(1), "zebrapad", Language::NL).await, Vec::<u128>::new(), "{engine}");
        assert_eq!(ask(&test, tenant(1), "bomen", Language::NL).await, [2], "{engine}");
    }
}

#[tokio::test]
async fn what_is_erased_leaves_no_trace_in_the_file_of_sqlite() {
    let test = open(store::Engine::Sqlite, TABLES).await;
    for n in 10..60 {
        put(&test.store, tenant(1), n, 1, Language::NL, &format!("{n} fietsen en bomen langs het water"), true).await;
    }
    put(&test.store, tenant(1), 1, 1, Language::NL, "Mijn buurman Xaverius klaagt", true).await;
    let text = Uuid::from_u128(5);
    store::write!(test.store, [text], |tx| tx.digest(tenant(1), text, "Xaverius").await).await.unwrap();
    let key = test.store.read().await.unwrap().one("SELECT secret FROM text_key", &[]).await.unwrap().get::<Vec<u8>>("secret").unwrap();
    put(&test.store, tenant(1), 2, 1, Language::NL, "Zonder naam", true).await;
    assert_eq!(ask(&test, tenant(1), "xaverius", Language::NL).await, [1]);
    let holds = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    let TestStore { store, folder, .. } = test;
    let path = folder.path().join("meemaak.db");
    store::write!(store, [text], |tx| {
        tx.unindex(tenant(1), "idea", Uuid::from_u128(1)).await?;
        tx.forget_key(tenant(1), text).await
    })
    .await
    .unwrap();
    // The write-ahead log goes away with the last connection.
    store.close().await;
    drop(store);
    for _ in 0..100 {
        if !path.with_extension("db-wal").exists() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let bytes = std::fs::read(&path).unwrap();
    assert!(!path.with_extension("db-wal").exists() && holds(&bytes, b"water"));
    assert!(!holds(&bytes, b"xaverius") && !holds(&bytes, b"averius"), "the words");
    assert!(!holds(&bytes, &key), "the key");
}
