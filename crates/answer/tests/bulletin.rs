//! «Wat ermee gebeurde»: the bulletin, its feed, and news by mail, over HTTP on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, decide, dossier, received, take_to};
use journey::{ConfirmedBy, Outcome, State, evidence};
use kernel::DossierId;
use people::Role;
use people::testing::{BUURSTAD, Options, Page, TestHouse};
use std::sync::Arc;
use store::testing::engines;
use store::values;
use voice::{Answering, Receipt};

const DONE: &str = "Wij tekenen drie banken op het plein. In mei staan ze er.";
const CRITERION: &str = "De brandweer moet er altijd door kunnen.";
const WHY_NOT: &str = "Een vierde bank staat op de route van de brandweer. Die route mag nooit versperd zijn.";

async fn house(engine: store::Engine) -> TestHouse {
    let migrations = [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let options = Options { holders: vec![Arc::new(answer::Answers)], ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

async fn decided(house: &TestHouse, process: &design::Process, title: &str, outcome: Outcome) -> Receipt {
    let receipt = received(house, process, title, Answering::none()).await;
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, outcome).await;
    receipt
}

async fn answered(house: &TestHouse, dossier: DossierId) {
    let fields = [("done", DONE), ("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes"), ("action", "publish")];
    let page = house.as_role(Role::ParticipationOfficer).post(&format!("/werk/dossiers/{dossier}/antwoord"), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn realised(house: &TestHouse, id: DossierId, by: ConfirmedBy) {
    let hand = Hand::of(house, Role::Specialist);
    let department = house.leyhoven.green;
    store::write!(house.store(), [hand], |tx| {
        let step = journey::Step::Started(evidence::Start::by_deliver(department));
        journey::record(tx, &hand.doing(), id, step).await?;
        journey::record(tx, &hand.doing(), id, journey::Step::Realised(evidence::Realisation::by_deliver(by))).await
    })
    .await
    .unwrap();
}

/// The piece of the page under one heading.
fn section<'p>(page: &'p Page, id: &str) -> &'p str {
    let at = page.body.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no section {id}: {}", page.body));
    page.body[at..].split("</section>").next().unwrap()
}

fn number(page: &Page, label: &str) -> String {
    let at = page.body.find(&format!("<th scope=\"row\">{label}</th>")).unwrap_or_else(|| panic!("no line {label}: {}", page.body));
    let cell = page.body[at..].split("mm-number\"").nth(1).unwrap();
    cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_month_tells_what_was_answered_decided_carried_out_and_lies_still_the_no_as_well() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let empty = house.visitor().get("/bulletin").await;
        assert!(empty.status == StatusCode::OK && empty.shows("Deze maand kreeg niemand een antwoord."), "{}", empty.body);

        let yes = decided(&house, &process, "Banken op het plein", Outcome::Adopted).await;
        answered(&house, yes.dossier).await;
        let no = decided(&house, &process, "Een fontein", Outcome::NotAdopted).await;
        answered(&house, no.dossier).await;
        let waits = decided(&house, &process, "Een drinkkraan", Outcome::Deferred).await;
        let there = decided(&house, &process, "Een fietsenrek", Outcome::Adopted).await;
        answered(&house, there.dossier).await;
        realised(&house, there.dossier, ConfirmedBy::NeighbourhoodManager).await;

        let page = house.visitor().get("/bulletin").await;
        let told = section(&page, "answered");
        for part in ["Banken op het plein", "Een fontein", "Overwogen, maar niet overgenomen", "Wij tekenen drie banken op het plein."] {
            assert!(told.contains(part), "«{part}»: {told}");
        }
        assert!(!told.contains("In mei staan ze er"), "one sentence each: {told}");
        let told = section(&page, "decided");
        assert!(told.contains("Een drinkkraan") && told.contains("wacht nog op het antwoord") && !told.contains("Een fontein"), "{told}");
        let told = section(&page, "realised");
        assert!(told.contains("Een fietsenrek") && told.contains("De wijkmanager bevestigde dat"), "{told}");
        assert!(section(&page, "still").contains("Er ligt niets stil."));
        for (label, many) in [
            ("Bijdragen die binnenkwamen", "4"),
            ("Antwoorden die wij gaven", "3"),
            ("Antwoorden: ja", "2"),
            ("Antwoorden: nee, of niet voor ons", "1"),
            ("Antwoorden: later", "0"),
            ("Beslissingen", "4"),
            ("Uitgevoerd", "1"),
            ("Ingetrokken door de indiener", "0"),
            ("Ligt vandaag stil", "0"),
        ] {
            assert_eq!(number(&page, label), many, "{label}");
        }

        // Somebody waits too long for an answer.
        let month = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string()[..7].to_owned();
        house.clock.advance_days(70);
        let page = house.visitor().get("/bulletin").await;
        let told = section(&page, "still");
        assert!(told.contains("Een drinkkraan") && told.contains(waits.number.as_str()) && told.contains("Ligt stil bij"), "{told}");
        assert_eq!(number(&page, "Ligt vandaag stil"), "1");
        assert!(section(&page, "answered").contains("kreeg niemand een antwoord"), "another month: {}", page.body);
        let then = house.visitor().get(&format!("/bulletin?maand={month}")).await;
        assert!(section(&then, "answered").contains("Banken op het plein") && !then.shows("id=\"still\""), "{}", then.body);
        assert!(then.shows("houden wij niet bij"), "what lay still then is not made up: {}", then.body);
        for nonsense in ["maand=1999-01", "maand=2999-01", "maand=x"] {
            assert_eq!(house.visitor().get(&format!("/bulletin?{nonsense}")).await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn a_bulletin_keeps_to_its_project_and_area_and_says_nothing_of_words_that_are_not_public() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let other = design::testing::published_process(&house).await;
        let here = decided(&house, &process, "Banken op het plein", Outcome::Adopted).await;
        answered(&house, here.dossier).await;
        let there = decided(&house, &other, "Een speeltuin", Outcome::Adopted).await;
        answered(&house, there.dossier).await;
        for path in ["/bulletin", "/bulletin.atom"] {
            let all = house.visitor().get(path).await;
            assert!(all.shows("Banken op het plein") && all.shows("Een speeltuin"), "{path}: {}", all.body);
            let of_one = house.visitor().get(&format!("{path}?project={}", process.slug)).await;
            assert!(of_one.shows("Banken op het plein") && !of_one.shows("Een speeltuin"), "{path}: {}", of_one.body);
            let of_area = house.visitor().get(&format!("{path}?gebied={}", house.leyhoven.centre)).await;
            assert!(of_area.status == StatusCode::OK && !of_area.shows("Een speeltuin"), "{path}: {}", of_area.body);
            for wrong in ["project=nergens", "gebied=onzin", &format!("gebied={}", house.buurstad.centre)] {
                assert_eq!(house.visitor().get(&format!("{path}?{wrong}")).await.status, StatusCode::NOT_FOUND, "{path} {wrong}");
            }
            let neighbour = house.visitor().on(BUURSTAD).get(path).await;
            assert!(neighbour.status == StatusCode::OK && !neighbour.shows("Banken") && !neighbour.shows(here.number.as_str()));
        }
        for language in ["nl", "en", "ar"] {
            for path in ["/bulletin", "/bulletin.atom", "/bulletin/abonneren"] {
                let page = house.visitor().in_language(language).get(path).await;
                assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language} {path}: {}", page.body);
            }
        }
        // A contribution whose words nobody looked at yet is told by its number alone.
        let hidden = received(&house, &process, "Bij Jan Jansens thuis", Answering::none()).await;
        let page = house.visitor().get("/bulletin").await;
        assert!(!page.shows("Jan Jansens"), "{}", page.body);
        house.clock.advance_days(40);
        let page = house.visitor().get("/bulletin").await;
        assert!(section(&page, "still").contains(hidden.number.as_str()) && !page.shows("Jan Jansens"), "{}", page.body);
    }
}

#[tokio::test]
async fn the_feed_is_atom_that_a_reader_understands() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let first = decided(&house, &process, "Banken & «bomen» <plein>", Outcome::Adopted).await;
        answered(&house, first.dossier).await;
        realised(&house, first.dossier, ConfirmedBy::Author).await;
        let feed = house.visitor().get("/bulletin.atom").await;
        assert_eq!((feed.status, feed.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/atom+xml; charset=utf-8"));
        let entries: Vec<&str> = feed.body.split("<entry>").skip(1).collect();
        assert_eq!(entries.len(), 2, "answered and carried out: {}", feed.body);
        assert!(!feed.body.contains("<plein>") && !feed.body.contains("& "), "what people write is no markup: {}", feed.body);
        let id = |text: &str| text.split("<id>").nth(1).unwrap().split("</id>").next().unwrap().to_owned();
        assert_ne!(id(entries[0]), id(entries[1]));
        for entry in &entries {
            assert!(id(entry).starts_with("tag:") && entry.contains(&format!("/bijdragen/{}\"", first.number)), "{entry}");
            for part in ["<title", "<updated>", "<summary>", "<link rel=\"alternate\""] {
                assert!(entry.contains(part), "{part}: {entry}");
            }
        }
        let before: Vec<String> = entries.iter().map(|it| id(it)).collect();
        house.clock.advance_days(3);
        let again = house.visitor().get("/bulletin.atom").await;
        let after: Vec<String> = again.body.split("<entry>").skip(1).map(id).collect();
        assert_eq!(before, after, "an entry that was read is known again");
        assert_eq!(feed.body, again.body, "and nothing changes by itself");
    }
}

/// The mails that wait, the oldest first.
async fn mails(house: &TestHouse) -> Vec<people::mail::MailRow> {
    people::mail::waiting(&mut house.store().read().await.unwrap(), house.tenant(), 100).await.unwrap()
}

/// The path of the link in a mail.
fn link(text: &str) -> String {
    let at = text.find("/abonnement/").unwrap_or_else(|| panic!("no link: {text}"));
    text[at..].split_whitespace().next().unwrap().to_owned()
}

async fn rows(house: &TestHouse, sql: &'static str) -> i64 {
    let mut s = house.store().read().await.unwrap();
    s.one(sql, &values![house.tenant()]).await.unwrap().get("many").unwrap()
}

async fn subscriptions(house: &TestHouse) -> i64 {
    rows(house, "SELECT count(*) AS many FROM subscription WHERE tenant = $1").await
}

async fn identities(house: &TestHouse) -> i64 {
    rows(house, "SELECT count(*) AS many FROM identity WHERE tenant = $1").await
}

/// Does what a day begins with.
async fn morning(house: &TestHouse) {
    let tenant = house.tenant();
    store::write!(house.store(), [], |tx| answer::jobs::begin(tx, tenant).await).await.unwrap();
    answer::jobs::register(house.worker(), Arc::clone(&house.app)).work_once().await.unwrap();
}

/// Somebody who asked and confirmed; the path of the page.
async fn subscribed(house: &TestHouse, fields: &[(&str, &str)]) -> String {
    let visitor = house.visitor();
    let page = visitor.post("/bulletin/abonneren", fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let path = link(&mails(house).await.last().unwrap().text);
    assert_eq!(visitor.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    path
}

#[tokio::test]
async fn nobody_gets_news_before_saying_yes_from_that_mailbox() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let visitor = house.visitor();
        for (typed, wrong) in
            [("", "Typ uw mailadres."), ("geen adres", "id=\"mail-error\""), ("a@b.be\r\nBcc: c@d.be", "id=\"mail-error\"")]
        {
            let page = visitor.post("/bulletin/abonneren", &[("mail", typed), ("project", &process.slug)]).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{typed}: {}", page.body);
            assert!(page.shows(&format!("<option value=\"{}\" selected>", process.slug)), "what was chosen stays");
        }
        assert_eq!(
            visitor.without_token().post("/bulletin/abonneren", &[("mail", "noor@voorbeeld.be")]).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!((subscriptions(&house).await, identities(&house).await, mails(&house).await.len()), (0, 0, 0));

        let visitor = house.visitor();
        let sent = visitor.post("/bulletin/abonneren", &[("mail", "Noor@voorbeeld.be"), ("project", &process.slug)]).await;
        assert_eq!((sent.status, sent.location), (StatusCode::SEE_OTHER, Some(format!("/bulletin?project={}", process.slug))));
        let waiting = mails(&house).await;
        assert_eq!(waiting.len(), 1);
        assert!(waiting[0].text.contains("Een groener Marktplein") && waiting[0].unsubscribe.is_none());
        let path = link(&waiting[0].text);
        let done = decided(&house, &process, "Banken op het plein", Outcome::Adopted).await;
        answered(&house, done.dossier).await;
        // Opening the link does nothing: programs that look for viruses open it too.
        let page = visitor.get(&path).await;
        assert!(
            page.status == StatusCode::OK && page.shows("Ja, mail mij") && page.headers["cache-control"] == "no-store",
            "{}",
            page.body
        );
        house.clock.advance_days(6);
        morning(&house).await;
        assert_eq!(mails(&house).await.len(), 1, "no news without a yes");

        for wrong in [&path[..path.len() - 1], &format!("{path}x"), "/abonnement/onzin", "/abonnement/a.b"] {
            assert_eq!(visitor.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
            assert_eq!(visitor.post(wrong, &[]).await.status, StatusCode::NOT_FOUND, "{wrong}");
            assert_eq!(visitor.post(&format!("{wrong}/stop"), &[]).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
        let neighbour = house.visitor().on(BUURSTAD);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND, "a link of another municipality");
        assert_eq!(neighbour.post(&format!("{path}/stop"), &[]).await.status, StatusCode::NOT_FOUND, "a link of another municipality");
        assert_eq!(house.visitor().without_token().post(&path, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(subscriptions(&house).await, 1, "and nothing changed");

        // Nobody confirmed within a week: the address goes by itself.
        house.clock.advance_days(3);
        people::kept::watch_once(&house.app).await.unwrap();
        assert_eq!((subscriptions(&house).await, identities(&house).await), (0, 0));
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn news_comes_at_most_weekly_only_when_there_is_some_and_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let path = subscribed(&house, &[("mail", "noor@voorbeeld.be"), ("project", &process.slug)]).await;
        let before = mails(&house).await.len();
        house.clock.advance_days(8);
        morning(&house).await;
        assert_eq!(mails(&house).await.len(), before, "nothing happened, so nothing is mailed");

        let done = decided(&house, &process, "Banken op het plein", Outcome::NotAdopted).await;
        answered(&house, done.dossier).await;
        let elsewhere = design::testing::published_process(&house).await;
        let other = decided(&house, &elsewhere, "Een speeltuin", Outcome::Adopted).await;
        answered(&house, other.dossier).await;
        morning(&house).await;
        assert_eq!(mails(&house).await.len(), before, "the day is not over");
        house.clock.advance_days(1);
        morning(&house).await;
        morning(&house).await;
        let all = mails(&house).await;
        assert_eq!(all.len(), before + 1, "once, however often the work is done");
        let news = all.last().unwrap();
        for part in [
            "Banken op het plein",
            "Overwogen, maar niet overgenomen",
            "Wij tekenen drie banken op het plein.",
            done.number.as_str(),
            &path,
        ] {
            assert!(news.text.contains(part), "«{part}»: {}", news.text);
        }
        assert!(!news.text.contains("Een speeltuin") && !news.text.contains('⟦'), "{}", news.text);
        let stop = news.unsubscribe.clone().expect("RFC 8058 needs an address");
        assert!(stop.ends_with(&format!("{path}/stop")), "{stop}");

        let next = decided(&house, &process, "Een haag", Outcome::Adopted).await;
        answered(&house, next.dossier).await;
        house.clock.advance_days(3);
        morning(&house).await;
        assert_eq!(mails(&house).await.len(), before + 1, "less than a week later");
        house.clock.advance_days(5);
        morning(&house).await;
        let all = mails(&house).await;
        assert_eq!(all.len(), before + 2);
        assert!(all.last().unwrap().text.contains("Een haag") && !all.last().unwrap().text.contains("Banken op het plein"), "told once");

        // One click in the mail program: no cookie, no token, from another site.
        let program = house.visitor().without_token().with_header("sec-fetch-site", "cross-site");
        for _ in 0..2 {
            let page = program
                .post_bytes(&format!("{path}/stop"), "application/x-www-form-urlencoded", b"List-Unsubscribe=One-Click".to_vec())
                .await;
            assert!(page.status == StatusCode::OK && page.shows("U krijgt geen mail meer."), "{}", page.body);
        }
        assert_eq!((subscriptions(&house).await, identities(&house).await), (0, 0), "and the address is erased");
        assert!(mails(&house).await.is_empty(), "with every mail to it");
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND);
        let mut s = house.store().read().await.unwrap();
        let kept = store::journal::latest(&mut s, house.tenant(), Some("subscription"), None, 50).await.unwrap();
        // Both are written with the day alone, so their order says nothing.
        let kinds: std::collections::BTreeSet<&str> = kept.iter().map(|it| it.kind.as_str()).collect();
        assert_eq!(kinds, ["asked", "confirmed"].into());
        assert!(kept.iter().all(|it| it.body == serde_json::json!({})), "the journal knows no address");
        drop(s);
        assert!(store::journal::verify(house.store(), None).await.unwrap().findings.is_empty());
    }
}

#[tokio::test]
async fn asking_twice_is_one_subscription_and_a_stranger_cannot_fill_a_mailbox() {
    for engine in engines() {
        let house = house(engine).await;
        let path = subscribed(&house, &[("mail", "noor@voorbeeld.be")]).await;
        let again = house.visitor().post("/bulletin/abonneren", &[("mail", " NOOR@voorbeeld.be ")]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "the page does not tell that the address is known");
        let all = mails(&house).await;
        assert!(all.last().unwrap().text.contains("U krijgt dat nieuws al") && link(&all.last().unwrap().text) == path);
        assert_eq!((subscriptions(&house).await, identities(&house).await), (1, 1));
        let mut last = again.status;
        for _ in 0..5 {
            last = house.visitor().post("/bulletin/abonneren", &[("mail", "noor@voorbeeld.be")]).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        assert!(mails(&house).await.len() < 6);
        // Another person is not kept from asking.
        assert_eq!(house.visitor().post("/bulletin/abonneren", &[("mail", "bo@voorbeeld.be")]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_subscription_lasts_a_year_can_be_prolonged_handed_out_and_erased() {
    for engine in engines() {
        let house = house(engine).await;
        let path = subscribed(&house, &[("mail", "noor@voorbeeld.be"), ("gebied", &house.leyhoven.centre.to_string())]).await;
        let page = house.visitor().get(&path).await;
        assert!(page.shows("Centrum") && page.shows("Stop, en wis mijn adres") && !page.shows("noor@"), "{}", page.body);
        house.clock.advance_days(300);
        let longer = house.visitor().get(&path).await;
        assert!(longer.shows("Verleng"), "{}", longer.body);
        assert_eq!(house.visitor().post(&path, &[]).await.status, StatusCode::SEE_OTHER);
        house.clock.advance_days(300);
        people::kept::watch_once(&house.app).await.unwrap();
        assert_eq!(subscriptions(&house).await, 1, "it was prolonged");

        let mut s = house.store().read().await.unwrap();
        let row = s.one("SELECT identity FROM subscription WHERE tenant = $1", &values![house.tenant()]).await.unwrap();
        let identity: kernel::IdentityId = row.get("identity").unwrap();
        drop(s);
        let told = people::holder::export(&house.app, house.tenant(), identity, kernel::Actor::System).await.unwrap();
        assert_eq!(told["person"]["mail"], "noor@voorbeeld.be");
        assert_eq!(told["rooms"]["answer"]["subscriptions"][0]["area"], serde_json::json!(house.leyhoven.centre));

        house.clock.advance_days(70);
        people::kept::watch_once(&house.app).await.unwrap();
        assert_eq!((subscriptions(&house).await, identities(&house).await), (0, 0), "after its last day it goes by itself");
    }
}

#[tokio::test]
async fn a_withdrawn_contribution_is_no_news() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = decided(&house, &process, "Banken op het plein", Outcome::Adopted).await;
        answered(&house, receipt.dossier).await;
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Reaction);
        let id = receipt.id;
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        store::write!(house.store(), [hand], |tx| voice::withdraw(tx, &hand.doing(), id, voice::Erasure::Hide, &[]).await).await.unwrap();
        for path in ["/bulletin", "/bulletin.atom"] {
            let page = house.visitor().get(path).await;
            assert!(
                page.status == StatusCode::OK && !page.shows("Banken") && !page.shows(receipt.number.as_str()),
                "{path}: {}",
                page.body
            );
        }
        assert_eq!(number(&house.visitor().get("/bulletin").await, "Ingetrokken door de indiener"), "1", "but it is counted");
    }
}
