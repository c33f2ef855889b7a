//! Every page of the house, in every language in which it is offered, drawn in Leyhoven.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use kernel::{Clock, Instant, SeededRandom, TestClock};
use meemaak::command::demo::{PASSWORD, fill_house};
use meemaak::config::Config;
use people::{Access, SecondFactor};
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt;

struct Answer {
    status: StatusCode,
    body: String,
    is_page: bool,
    cookies: Vec<String>,
}

async fn ask(router: &Router, method: Method, path: &str, language: &str, cookie: &str, form: Option<String>) -> Answer {
    let mut request =
        Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1").header(header::ACCEPT_LANGUAGE, language);
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    if form.is_some() {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin");
    }
    let response = router.clone().oneshot(request.body(form.map_or_else(Body::empty, Body::from)).unwrap()).await.unwrap();
    let status = response.status();
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|it| it.to_str().unwrap().starts_with("text/html"));
    let cookies = response.headers().get_all(header::SET_COOKIE).iter();
    let cookies = cookies.map(|it| it.to_str().unwrap().split(';').next().unwrap().to_owned()).collect();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answer { status, body: String::from_utf8_lossy(&bytes).into_owned(), is_page, cookies }
}

fn token(page: &str) -> String {
    let rest = &page[page.find("name=\"csrf\"").expect("a token")..];
    let rest = &rest[rest.find("value=\"").expect("a value") + 7..];
    rest.split('"').next().unwrap().to_owned()
}

/// Signs in as a person would, and gives the cookie.
async fn sign_in(router: &Router, login: &str) -> String {
    let page = ask(router, Method::GET, "/aanmelden", "nl", "", None).await;
    let mut form = format!("csrf={}&mail={}&password={}", token(&page.body), login.replace('@', "%40"), PASSWORD);
    form.push_str("&terug=%2Fwerk");
    let signed = ask(router, Method::POST, "/aanmelden", "nl", &page.cookies.join("; "), Some(form)).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{login}: {}", signed.body);
    signed.cookies.into_iter().find(|cookie| cookie.contains("aanmelding=")).expect("a sign-in")
}

fn paths(route: &str, samples: &Value) -> Vec<String> {
    match &samples[route] {
        Value::String(path) => return vec![path.clone()],
        Value::Array(paths) => return paths.iter().map(|path| path.as_str().unwrap().to_owned()).collect(),
        _ => {}
    }
    let filled: Vec<String> = route
        .split('/')
        .map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => samples[name].as_str().unwrap_or_else(|| panic!("Leyhoven has no {name} for {route}")).to_owned(),
            None => part.to_owned(),
        })
        .collect();
    vec![filled.join("/")]
}

#[tokio::test]
async fn every_page_is_drawn_in_every_language_without_a_missing_word() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("leyhoven.sqlite").display());
    let config = Config::read(None, std::iter::empty(), &[("database", Some(database))]).unwrap().for_demo(folder.path(), "127.0.0.1:0");
    let now = Instant::from_micros(1_795_000_000_000_000);
    let clock = Arc::new(TestClock::new(now.plus_seconds(-200 * 86_400)));
    let random = Arc::new(SeededRandom::new(11));
    let app = meemaak::open(&config, Arc::clone(&clock) as Arc<dyn Clock>, random, SecondFactor::Optional).await.unwrap();
    let told = fill_house(&app, &clock, now).await.unwrap();
    let router = meemaak::router(app);

    let mut signed = Vec::new();
    for account in told["accounts"].as_array().unwrap() {
        signed.push(sign_in(&router, account["login"].as_str().unwrap()).await);
    }
    let mut drawn = 0;
    let routes = meemaak::routes();
    for entry in routes.entries().iter().filter(|entry| entry.method == Method::GET && !entry.path.starts_with("/api/")) {
        for path in paths(entry.path, &told["samples"]) {
            let languages: &[&str] = if entry.access == Access::Public { &["nl", "en", "ar"] } else { &["nl", "en"] };
            for language in languages {
                let mut seen = None;
                let visitors = if entry.access == Access::Public { vec![String::new()] } else { signed.clone() };
                for cookie in visitors {
                    let answer = ask(&router, Method::GET, &path, language, &cookie, None).await;
                    assert!(!answer.status.is_server_error(), "{path} in {language}: {}", answer.status);
                    if answer.status == StatusCode::OK {
                        seen = Some(answer);
                        break;
                    }
                    if answer.status == StatusCode::SEE_OTHER && entry.access == Access::Public {
                        break;
                    }
                }
                let Some(answer) = seen else {
                    assert!(entry.access == Access::Public, "nobody may see {path}");
                    continue;
                };
                if answer.is_page {
                    drawn += 1;
                    assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{path} is not in {language}");
                    let missing = answer.body.split('⟦').nth(1).and_then(|rest| rest.split('⟧').next());
                    assert_eq!(missing, None, "{path} in {language}: a word is missing");
                    assert_eq!(answer.body.matches("<h1").count(), 1, "{path} in {language}: one first heading");
                    let unnamed = people::testing::unnamed_fields(&answer.body);
                    assert!(unnamed.is_empty(), "{path} in {language}: a form that comes back has no words for {unnamed:?}");
                }
            }
        }
    }
    assert!(drawn > 120, "pages were drawn: {drawn}");
}
