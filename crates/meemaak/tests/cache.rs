//! A page in memory shows every write on the very next request, and never what is another's.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use journey::{Act, Channel};
use kernel::{Actor, ContributionId, Language, Line, Prose};
use people::testing::{BUURSTAD, LEYHOVEN, TestHouse};
use people::{Role, Tenant};
use store::testing::engines;
use tower::ServiceExt;
use voice::{Decision, NewContribution};

async fn page(router: &Router, host: &str, path: &str, language: &str, cookie: Option<&str>) -> (StatusCode, String) {
    let mut request = Request::builder().uri(path).header(header::HOST, host).header(header::ACCEPT_LANGUAGE, language);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

async fn contribute(house: &TestHouse, tenant: &Tenant, process: kernel::ProcessId, title: &str) -> String {
    let at = house.app.clock.now();
    let id = ContributionId::new(at, house.app.random.as_ref());
    let mut new =
        NewContribution::idea(id, process, Line::new(title, 100).unwrap(), Language::NL, Channel::Online, tenant.civil.zone.date(at));
    new.body = Some(Prose::new("Zonder bank haal ik het niet.", 100).unwrap());
    new.public = true;
    let (civil, tenant) = (tenant.civil.clone(), tenant.id);
    let receipt = store::write!(house.store(), [civil, new], |tx| {
        let act = Act { tenant, actor: &Actor::Resident, at, civil: &civil };
        let receipt = voice::receive(tx, &act, new).await?;
        voice::screen(tx, &act, id, &Decision::Show { title: vec![], body: vec![], photos: vec![] }).await?;
        Ok::<_, voice::Error>(receipt)
    })
    .await
    .unwrap();
    receipt.number.to_string()
}

#[tokio::test]
async fn a_page_in_memory_shows_a_write_on_the_next_request_and_never_crosses() {
    for engine in engines() {
        let house = TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await;
        let router = meemaak::router(house.app.clone());
        let here = design::testing::published_process(&house).await;
        let there =
            design::testing::published_in(house.store(), house.buurstad.tenant.id, &house.buurstad.tenant.civil, "Een groener Marktplein")
                .await;
        let path = format!("/processen/{}", here.slug);
        assert_eq!(here.slug, there.slug, "both towns have a process under the same address");

        for round in 0..3 {
            let title = format!("Een bank bij halte {round}");
            for _ in 0..3 {
                let (status, before) = page(&router, LEYHOVEN, &path, "nl", None).await;
                assert!(status == StatusCode::OK && !before.contains(&title), "{engine}");
            }
            let number = contribute(&house, &house.leyhoven.tenant, here.id, &title).await;
            for _ in 0..2 {
                assert!(page(&router, LEYHOVEN, &path, "nl", None).await.1.contains(&title), "{engine}: the next request shows the write");
            }
            assert!(!page(&router, BUURSTAD, &path, "nl", None).await.1.contains(&title), "{engine}: not in the other town");
            let journey = format!("/bijdragen/{number}");
            assert_eq!(page(&router, LEYHOVEN, &journey, "nl", None).await.0, StatusCode::OK);
            assert_eq!(page(&router, BUURSTAD, &journey, "nl", None).await.0, StatusCode::NOT_FOUND, "{engine}");
        }

        let (_, dutch) = page(&router, LEYHOVEN, &path, "nl", None).await;
        let (_, arabic) = page(&router, LEYHOVEN, &path, "ar", None).await;
        assert!(dutch.contains("lang=\"nl\"") && arabic.contains("dir=\"rtl\""), "{engine}: each visitor has a language");
        assert!(page(&router, LEYHOVEN, &path, "nl", None).await.1.contains("lang=\"nl\""));

        let officer = house.as_role(Role::ParticipationOfficer);
        officer.get("/werk").await;
        let cookie = format!("aanmelding={}", officer.cookie("aanmelding").unwrap());
        let (_, signed_in) = page(&router, LEYHOVEN, &path, "nl", Some(&cookie)).await;
        assert!(signed_in.contains("/afmelden"), "{engine}: whoever signed in sees so");
        assert!(!page(&router, LEYHOVEN, &path, "nl", None).await.1.contains("/afmelden"), "{engine}: and nobody else does");
    }
}

#[tokio::test]
async fn no_page_in_memory_carries_a_form_of_one_visitor() {
    for engine in engines() {
        let house = TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await;
        let router = meemaak::router(house.app.clone());
        let process = design::testing::published_process(&house).await;
        let number = contribute(&house, &house.leyhoven.tenant, process.id, "Een bank").await;
        // A plan of the same name stands at the same place of its own list.
        let plan = design::testing::whole_plan("Een groener Marktplein", house.leyhoven.green, Some(house.leyhoven.molenveld), None);
        assert_eq!(design::testing::kept_plan(house.store(), &house.leyhoven, plan).await.slug, process.slug);
        for kept in meemaak::web::cache::KEPT {
            let path = kept.replace("{slug}", process.slug.as_str()).replace("{number}", &number).replace("{indicator}", "stranded");
            let path = path.replace("/regel/{id}", "/regel/C022").replace("{key}", "effect.trust");
            let (status, html) = page(&router, LEYHOVEN, &path, "nl", None).await;
            assert_eq!(status, StatusCode::OK, "{engine}: {path}");
            assert!(!html.contains("name=\"csrf\""), "{engine}: {path} has a form with a token, so it is drawn for everybody anew");
        }
    }
}

#[tokio::test]
async fn a_crowd_that_comes_at_once_sees_what_was_written_before_and_an_absent_page_keeps_nobody_waiting() {
    for engine in engines() {
        let house = TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await;
        let router = meemaak::router(house.app.clone());
        let process = design::testing::published_process(&house).await;
        for round in 0..3 {
            contribute(&house, &house.leyhoven.tenant, process.id, &format!("Een haag langs het pad {round}")).await;
            let list = format!("/processen/{}", process.slug);
            let crowd = futures::future::join_all((0..40).map(|_| page(&router, LEYHOVEN, &list, "nl", None))).await;
            for (status, shown) in &crowd {
                assert_eq!(*status, StatusCode::OK, "{engine}");
                assert!(shown.contains(&format!("pad {round}")), "{engine}: what was written before the crowd came");
            }
            let absent = futures::future::join_all((0..40).map(|_| page(&router, LEYHOVEN, "/processen/nergens", "nl", None))).await;
            assert!(absent.iter().all(|(status, _)| *status == StatusCode::NOT_FOUND), "{engine}");
        }
    }
}
