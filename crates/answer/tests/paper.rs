//! Letters as PDF, over HTTP on both engines. Without a font on this machine the page is what remains, and that is proven too.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{decide, received, take_to};
use journey::{AnswerBy, Outcome, State};
use kernel::Actor;
use people::testing::{Options, Page, TestHouse};
use people::{LetterFonts, Role, Settings};
use std::sync::Arc;
use store::testing::engines;
use voice::Answering;

async fn house(engine: store::Engine, settings: fn(&mut Settings)) -> TestHouse {
    let migrations = [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let options = Options { holders: vec![Arc::new(answer::Answers)], settings: Some(settings), ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

fn with_fonts(settings: &mut Settings) {
    settings.letter_fonts = LetterFonts::usual();
}

fn without_fonts(settings: &mut Settings) {
    settings.letter_fonts = None;
}

/// Somebody who wants a letter and whose contribution was answered; the path of the delivery.
async fn lettered(house: &TestHouse) -> String {
    let identity = house.identity();
    let keeper = house.app.keeper(house.tenant(), Actor::System);
    let who = people::vault::Identity {
        name: "Noor Peeters".to_owned(),
        address: "Molenstraat 4, 9999 Leyhoven".to_owned(),
        ..people::vault::Identity::default()
    };
    store::write!(house.store(), [keeper, who], |tx| people::vault::keep(tx, &keeper, identity, &who).await).await.unwrap();
    let answering = Answering { by: AnswerBy::Letter, identity: Some(identity), ..Answering::none() };
    let process = design::testing::published_process(house).await;
    let receipt = received(house, &process, "Banken op het plein", answering).await;
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, Outcome::Adopted).await;
    let fields = [
        ("done", "Wij tekenen drie banken op het plein. In mei staan ze er."),
        ("criterion", "De brandweer moet er altijd door kunnen."),
        ("plain", "yes"),
        ("action", "publish"),
    ];
    let path = format!("/werk/dossiers/{}/antwoord", receipt.dossier);
    let page = house.as_role(Role::ParticipationOfficer).post(&path, &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let mut s = house.store().read().await.unwrap();
    let delivery = answer::deliveries_of(&mut s, house.tenant(), receipt.id).await.unwrap().pop().unwrap();
    format!("/werk/bezorging/{}", delivery.id)
}

fn is_pdf(page: &Page) -> bool {
    page.status == StatusCode::OK && page.headers["content-type"] == "application/pdf" && page.bytes.starts_with(b"%PDF-1.7")
}

/// How often somebody looked into the vault to bring an answer.
async fn looks(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut s, house.tenant(), Some("identity"), None, 500).await.unwrap();
    all.iter().filter(|it| it.kind == "identity-seen").count()
}

#[tokio::test]
#[allow(clippy::print_stderr, reason = "a run that left the letters out must say so")]
async fn a_letter_comes_as_a_pdf_for_whoever_may_bring_it_and_every_look_is_logged() {
    if LetterFonts::usual().is_none() {
        eprintln!("letters as PDF are left out: this machine has no DejaVu Sans");
        return;
    }
    for engine in engines() {
        let house = house(engine, with_fonts).await;
        let path = lettered(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&format!("{path}/brief")).await;
        assert!(page.shows("brief.pdf") && page.shows("<svg aria-hidden"), "{}", page.body);
        let before = looks(&house).await;
        for pdf in [format!("{path}/brief.pdf"), "/werk/bezorging/brieven.pdf".to_owned()] {
            let file = officer.get(&pdf).await;
            assert!(is_pdf(&file), "{pdf}: {} {}", file.status, file.body.chars().take(200).collect::<String>());
            assert_eq!(file.headers["cache-control"], "no-store");
        }
        assert_eq!(looks(&house).await, before + 2);
        assert!(officer.get("/werk/bezorging/brieven").await.shows("brieven.pdf"));
        let before = looks(&house).await;
        for role in [Role::Researcher, Role::Moderator, Role::DecisionMaker, Role::Administrator] {
            for pdf in [format!("{path}/brief.pdf"), "/werk/bezorging/brieven.pdf".to_owned()] {
                assert_eq!(house.as_role(role).get(&pdf).await.status, StatusCode::FORBIDDEN, "{role} {pdf}");
            }
        }
        assert_eq!(house.visitor().get(&format!("{path}/brief.pdf")).await.status, StatusCode::SEE_OTHER, "to sign in");
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.get(&format!("{path}/brief.pdf")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.get("/werk/bezorging/brieven.pdf").await.status, StatusCode::NOT_FOUND, "nothing waits there");
        assert_eq!(looks(&house).await, before, "nobody looked");
    }
}

#[tokio::test]
async fn the_logo_of_the_municipality_stands_on_its_letters() {
    if LetterFonts::usual().is_none() {
        return;
    }
    let logo: &[u8] = include_bytes!("../src/paper/square.png");
    for engine in engines() {
        let house = house(engine, with_fonts).await;
        let pdf = format!("{}/brief.pdf", lettered(&house).await);
        let officer = house.as_role(Role::ParticipationOfficer);
        let holds = |file: &Page, words: &[u8]| file.bytes.windows(words.len()).any(|part| part == words);
        let drawn = |file: &Page| holds(file, b"/Subtype /Image") || holds(file, b"/Subtype/Image");
        let without = officer.get(&pdf).await;
        assert!(is_pdf(&without) && !drawn(&without));
        let administrator = house.as_role(Role::Administrator);
        let sent = administrator.post_files("/beheer/uiterlijk/logo", &[], &[("logo", "logo.png", "image/png", logo)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let with = officer.get(&pdf).await;
        assert!(is_pdf(&with) && drawn(&with), "{}", with.status);
    }
}

#[tokio::test]
async fn without_a_font_the_page_to_print_remains() {
    for engine in engines() {
        let house = house(engine, without_fonts).await;
        let path = lettered(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&format!("{path}/brief")).await;
        assert!(page.status == StatusCode::OK && page.shows("Noor Peeters") && !page.shows("brief.pdf"), "{}", page.body);
        let file = officer.get(&format!("{path}/brief.pdf")).await;
        assert!(file.status == StatusCode::CONFLICT && file.shows("geen lettertype"), "{}", file.body);
    }
}
