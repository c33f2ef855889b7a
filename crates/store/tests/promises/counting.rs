//! Counters add up, also when many count at once.

use crate::{TABLES, tenant};
use store::counters::counted;
use store::testing::{engines, open};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn many_who_count_at_once_lose_nothing_and_the_parts_stay_few() {
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let scope = Uuid::from_u128(9);
        let store = &test.store;
        for _ in 0..20 {
            let writers = (0..40).map(|number: i64| {
                store::write!(store, [], |tx| {
                    let (from, to) = if number % 4 == 0 { ("a", "b") } else { ("b", "a") };
                    tx.count(tenant(1), "trial", scope, &[(from, -1), (to, 1), ("all", 2), ("none", 0)]).await
                })
            });
            for done in futures::future::join_all(writers).await {
                done.unwrap();
            }
        }
        let other = Uuid::from_u128(10);
        store::write!(store, [], |tx| { tx.count(tenant(1), "trial", other, &[("all", 5)]).await }).await.unwrap();
        store::write!(store, [], |tx| { tx.count(tenant(2), "trial", scope, &[("all", 7)]).await }).await.unwrap();
        let mut s = store.read().await.unwrap();
        let cells = |cells: &[(&str, i64)]| cells.iter().map(|(cell, many)| ((*cell).to_owned(), *many)).collect::<Vec<_>>();
        assert_eq!(
            counted(&mut s, tenant(1), "trial", Some(scope)).await.unwrap(),
            cells(&[("a", 400), ("all", 1600), ("b", -400)]),
            "{engine}"
        );
        assert_eq!(counted(&mut s, tenant(1), "trial", None).await.unwrap(), cells(&[("a", 400), ("all", 1605), ("b", -400)]));
        assert_eq!(counted(&mut s, tenant(2), "trial", Some(scope)).await.unwrap(), cells(&[("all", 7)]));
        let row = s.one("SELECT count(*) AS parts FROM counter_part", &[]).await.unwrap();
        let parts: i64 = row.get("parts").unwrap();
        assert!(parts < 1500, "{engine}: 2402 parts were added, and folding left {parts}");
        // A write that is undone counts nothing.
        let undone = store::write!(store, [], |tx| {
            tx.count(tenant(1), "trial", scope, &[("all", 1)]).await?;
            Err::<(), _>(store::Error::Missing)
        });
        assert!(undone.await.is_err());
        assert_eq!(counted(&mut s, tenant(1), "trial", Some(scope)).await.unwrap()[1].1, 1600);
    }
}
