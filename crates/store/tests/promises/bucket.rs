//! Files in a bucket. Needs a server that speaks S3: `MEEMAAK_TEST_S3=http://127.0.0.1:PORT` (moto's, for instance), in
//! which the bucket `meemaak` is there.

use crate::{TABLES, minutes, tenant};
use bytes::Bytes;
use kernel::{FileId, SeededRandom, TestClock};
use std::sync::Arc;
use store::testing::{BEGIN, engines, open};
use store::{FilesSettings, Settings, Store, files};

#[tokio::test]
#[allow(clippy::print_stderr, reason = "a run that left a test out must say so")]
async fn files_in_a_bucket_are_kept_read_removed_and_swept() {
    let Ok(endpoint) = std::env::var("MEEMAAK_TEST_S3") else {
        eprintln!("files in a bucket are left out: MEEMAAK_TEST_S3 is not set");
        return;
    };
    for engine in engines() {
        let test = open(engine, TABLES).await;
        let text = |text: &str| text.to_owned();
        let bucket = FilesSettings::S3 {
            endpoint: endpoint.clone(),
            bucket: text("meemaak"),
            region: text("eu-west-1"),
            key: text("k"),
            secret: text("s"),
        };
        let settings = Settings { files: bucket, ..test.settings.clone() };
        let random = SeededRandom::new(std::process::id().into());
        let file = FileId::new(minutes(0), &random);
        let store = Store::open(settings, TABLES, Arc::new(TestClock::new(BEGIN)), Arc::new(random)).await.unwrap();
        assert_eq!(store.files().get(tenant(1), file).await, Ok(None), "{engine}");
        store.files().put(tenant(1), file, Bytes::from_static(b"bike")).await.unwrap();
        assert_eq!(store.files().get(tenant(1), file).await.unwrap().as_deref(), Some(&b"bike"[..]), "{engine}");
        assert_eq!(store.files().get(tenant(2), file).await, Ok(None), "{engine}");
        assert!(files::sweep(&store, minutes(60)).await.unwrap() >= 1, "{engine}");
        assert_eq!(store.files().get(tenant(1), file).await, Ok(None), "{engine}");
        store.files().delete(tenant(1), file).await.unwrap();
    }
}
