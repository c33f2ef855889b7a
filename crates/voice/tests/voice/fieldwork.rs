//! What a telephone kept without a network comes in once, whatever breaks in between.

use crate::{count, house, journal, jpeg, known, speaks};
use axum::http::StatusCode;
use design::Process;
use kernel::{BatchId, ContributionId, FollowCode, PublicNumber};
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use serde_json::Value;
use store::testing::engines;

const PATH: &str = "/werk/veld";

/// One capture as the telephone sends it.
struct Sent {
    id: ContributionId,
    number: PublicNumber,
    code: FollowCode,
    fields: Vec<(&'static str, String)>,
    photos: Vec<Vec<u8>>,
}

impl Sent {
    fn new(house: &TestHouse, process: &Process) -> Self {
        let random = house.app.random.as_ref();
        let id = ContributionId::new(house.app.clock.now(), random);
        let (number, code) = (PublicNumber::draw(random), FollowCode::draw(random));
        let organisation = house.leyhoven.de_kring.to_string();
        let fields = [
            ("id", id.to_string()),
            ("number", number.to_string()),
            ("code", code.reveal()),
            ("process", process.id.to_string()),
            ("title", "Licht op het plein".to_owned()),
            ("body", "Ze zei: 's avonds durf ik er niet door.".to_owned()),
            ("idea-language", "nl".to_owned()),
            ("channel", "square-talk".to_owned()),
            ("captured", "2026-03-01".to_owned()),
            ("spoken", "yes".to_owned()),
            ("read-back", "yes".to_owned()),
            ("answer-by", "intermediary".to_owned()),
            ("organisation", organisation),
            ("pseudonym", "Zonnebloem".to_owned()),
            ("consent", "yes".to_owned()),
            ("photo-count", "0".to_owned()),
        ];
        Self { id, number, code, fields: fields.into(), photos: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.retain(|(other, _)| *other != name);
        self.fields.push((name, value.into()));
        self
    }

    fn photographed(mut self, many: usize) -> Self {
        self.photos = (0..many).map(|_| jpeg(64, 48)).collect();
        let mut it = self.with("photo-count", many.to_string()).with("photo-consent", "yes");
        it.fields.extend((0..many).map(|_| ("photo-words", "Geen lamp".to_owned())));
        it
    }

    async fn by(&self, browser: &Browser) -> Page {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let files: Vec<(&str, &str, &str, &[u8])> =
            self.photos.iter().map(|bytes| ("file", "foto.jpg", "image/jpeg", bytes.as_slice())).collect();
        browser.post_files(PATH, &fields, &files).await
    }
}

fn told(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|_| panic!("{}: {}", page.status, page.body))
}

/// What the telephone must let go of.
async fn gone(browser: &Browser, held: &[&Sent]) -> Vec<String> {
    let held: Vec<String> = held.iter().map(|sent| format!("{}.{}", sent.id, sent.number)).collect();
    let fields: Vec<(&str, &str)> = held.iter().map(|each| ("held", each.as_str())).collect();
    let page = browser.post("/werk/veld/stand", &fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    told(&page)["gone"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_capture_that_is_sent_twice_comes_in_once_under_the_number_on_the_card() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let page = helper.get(PATH).await;
        assert_eq!(page.status, StatusCode::OK);
        speaks(&page);
        let sent = Sent::new(&house, &process).photographed(2);
        for _ in 0..2 {
            let page = sent.by(&helper).await;
            assert_eq!((page.status, told(&page)["number"].as_str()), (StatusCode::OK, Some(sent.number.as_str())), "{}", page.body);
            assert!(!page.body.contains(sent.code.bare()) && !page.body.contains(&sent.code.reveal()), "a code is never sent back");
        }
        assert_eq!(count(&house, &process).await, 1);
        let contribution = known(&house, &sent.number).await;
        assert_eq!(contribution.id, sent.id);
        assert!(contribution.assisted.is_some_and(|helped| helped.read_back));
        let mut session = house.store().read().await.unwrap();
        let photos = voice::photos_of(&mut session, house.tenant(), sent.id).await.unwrap();
        assert!(photos.len() == 2 && photos.iter().all(|photo| photo.sent && photo.description.as_deref() == Some("Geen lamp")));
        assert!(voice::proven(&mut session, house.tenant(), &sent.number, &sent.code).await.unwrap().is_some(), "the card holds");
        assert_eq!(journal(&house, sent.id).await.len(), 1);
    }
}

#[tokio::test]
async fn two_tries_at_the_same_moment_make_one_contribution_with_all_its_photos() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        helper.get(PATH).await;
        let sent = Sent::new(&house, &process).photographed(3);
        let (one, other) = tokio::join!(sent.by(&helper), sent.by(&helper));
        for page in [one, other] {
            let known = [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE, StatusCode::CONFLICT];
            assert!(known.contains(&page.status), "the telephone tries again: {}", page.status);
        }
        assert_eq!(sent.by(&helper).await.status, StatusCode::OK, "and is told the number then");
        assert_eq!(count(&house, &process).await, 1);
        let mut session = house.store().read().await.unwrap();
        let photos = voice::photos_of(&mut session, house.tenant(), sent.id).await.unwrap();
        assert_eq!(photos.iter().filter(|photo| photo.sent).count(), 3);
    }
}

#[tokio::test]
async fn a_number_that_somebody_else_has_is_replaced_and_the_telephone_is_told() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let first = Sent::new(&house, &process);
        assert_eq!(first.by(&helper).await.status, StatusCode::OK);
        let second = Sent::new(&house, &process).with("number", first.number.to_string());
        let page = second.by(&helper).await;
        let number: PublicNumber = told(&page)["number"].as_str().unwrap().parse().unwrap();
        assert_ne!(number, first.number);
        assert_eq!(known(&house, &number).await.id, second.id);
        assert_eq!(known(&house, &first.number).await.id, first.id);
        assert_eq!(told(&second.by(&helper).await)["number"], number.as_str(), "and told the same again");
    }
}

#[tokio::test]
async fn what_is_wrong_comes_back_in_words_beside_its_field_and_nothing_is_kept() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let long = "a".repeat(7000);
        for (name, value) in [
            ("title", ""),
            ("body", long.as_str()),
            ("idea-language", ""),
            ("channel", "online"),
            ("captured", "2030-01-01"),
            ("spoken", ""),
            ("answer-by", ""),
            ("organisation", ""),
            ("consent", ""),
            ("process", ""),
            ("number", "niets"),
        ] {
            let page = Sent::new(&house, &process).with(name, value).by(&helper).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", page.body);
            let errors = told(&page)["errors"].clone();
            let wrong = errors.as_array().unwrap().iter().find(|wrong| wrong["name"] == name).unwrap_or_else(|| panic!("{name}: {errors}"));
            let text = wrong["text"].as_str().unwrap();
            assert!(text.len() > 10 && !text.contains('⟦') && !text.contains("voice-"), "{text}");
        }
        let mut broken = Sent::new(&house, &process).photographed(1);
        broken.photos[0].truncate(300);
        let lost = Sent::new(&house, &process).photographed(1).with("photo-count", "2");
        let unasked = Sent::new(&house, &process).photographed(1).with("photo-consent", "");
        let many = Sent::new(&house, &process).photographed(4);
        for (sent, field) in [(&broken, "file"), (&lost, "file"), (&unasked, "photo-consent"), (&many, "file")] {
            let page = sent.by(&helper).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
            assert_eq!(told(&page)["errors"][0]["name"], field);
        }
        assert_eq!(count(&house, &process).await, 0);
        let mended = Sent { photos: vec![jpeg(20, 20)], ..broken };
        assert_eq!(mended.by(&helper).await.status, StatusCode::OK);
        let mut session = house.store().read().await.unwrap();
        assert_eq!(voice::photos_of(&mut session, house.tenant(), mended.id).await.unwrap().len(), 1, "the photo that failed left nothing");
    }
}

#[tokio::test]
async fn who_may_not_record_gets_403_the_neighbour_404_and_nothing_is_stored() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let sent = Sent::new(&house, &process);
        for role in [Role::Researcher, Role::Controller, Role::Administrator] {
            let browser = house.as_role(role);
            assert_eq!(browser.get(PATH).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(browser.get("/werk/veld/stand").await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(sent.by(&browser).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(browser.post("/werk/veld/stand", &[]).await.status, StatusCode::FORBIDDEN, "{role}");
            let recall = [("number", sent.number.as_str()), ("proof", "receipt")];
            assert_eq!(browser.post("/werk/veld/terug", &recall).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(sent.by(&house.as_neighbour(Role::Intermediary)).await.status, StatusCode::NOT_FOUND, "no such process there");
        assert_eq!(sent.by(&house.as_role(Role::Intermediary).without_token()).await.status, StatusCode::FORBIDDEN);
        let visitor = house.visitor().get("/werk/veld/stand").await;
        assert!(visitor.location.is_some_and(|to| to.starts_with("/aanmelden")));
        assert_eq!(count(&house, &process).await, 0);

        // What one account sent, another neither sees nor takes over by its id.
        let helper = house.as_role(Role::Intermediary);
        assert_eq!(sent.by(&helper).await.status, StatusCode::OK);
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = sent.by(&officer).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(!page.shows(sent.number.as_str()));
        assert_eq!(count(&house, &process).await, 1);
    }
}

#[tokio::test]
async fn a_fresh_token_is_given_to_the_account_itself_and_a_telephone_learns_whose_it_is() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let page = helper.get("/werk/veld/stand").await;
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(told(&page)["account"], house.account(Role::Intermediary).to_string());
        let token = told(&page)["token"].as_str().unwrap().to_owned();
        let sent = Sent::new(&house, &process);
        let mut form: Vec<(&str, &str)> = sent.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        form.push(("csrf", &token));
        let bare = helper.without_token();
        assert_eq!(bare.post_files(PATH, &form, &[]).await.status, StatusCode::OK);
        let officer = house.as_role(Role::ParticipationOfficer).without_token();
        assert_eq!(officer.post_files(PATH, &form, &[]).await.status, StatusCode::FORBIDDEN, "somebody else's token is none");
    }
}

#[tokio::test]
async fn the_batch_of_a_telephone_is_opened_with_its_first_and_counts_what_is_still_to_come() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let batch = BatchId::new(house.app.clock.now(), house.app.random.as_ref());
        let of = |expected: &str| {
            Sent::new(&house, &process).with("batch", batch.to_string()).with("label", "Markt, 1 maart").with("batch-count", expected)
        };
        for sent in [of("3"), of("3"), of("4")] {
            assert_eq!(sent.by(&helper).await.status, StatusCode::OK);
        }
        let list = helper.get("/werk/intake/partijen").await;
        assert!(list.shows("Markt, 1 maart") && list.shows("3 van 4 opgetekend"), "{}", list.body);
        let kinds: Vec<String> = journal(&house, ContributionId::from_uuid(batch.uuid())).await.into_iter().map(|it| it.kind).collect();
        assert_eq!(kinds, ["opened", "counted"]);
        let taken = of("9").by(&house.as_role(Role::ParticipationOfficer)).await;
        assert_eq!(taken.status, StatusCode::FORBIDDEN, "nobody writes in the batch of another");
        let unnamed = of("5").with("label", "").by(&helper).await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(count(&house, &process).await, 3);
    }
}

#[tokio::test]
async fn words_that_were_said_in_time_are_not_late_when_the_network_was() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let other = design::testing::published_process(&house).await;
        let helper = house.as_role(Role::Intermediary);
        let day = || house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let said = day();
        house.clock.advance_days(2);
        let close = format!("/werk/processen/{}/sluiten", other.id);
        let closed = house.as_role(Role::ParticipationOfficer).post(&close, &[("change-reason", "De vraag is beantwoord.")]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        house.clock.advance_days(100);
        // One has passed its last day, the other was closed before.
        for process in [&process, &other] {
            let page = Sent::new(&house, process).with("captured", day()).by(&helper).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(told(&page)["errors"][0]["name"], "process");
            assert_eq!(Sent::new(&house, process).with("captured", said.clone()).by(&helper).await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn what_its_author_took_back_is_dropped_and_never_comes_in_again() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let reach = [("answer-by", "mail"), ("mail", "noor@example.org"), ("name", "Noor Peeters")];
        let sent = reach.into_iter().fold(Sent::new(&house, &process), |sent, (name, value)| sent.with(name, value));
        let other = Sent::new(&house, &process);
        for each in [&sent, &other] {
            assert_eq!(each.by(&helper).await.status, StatusCode::OK);
        }
        assert_eq!(gone(&helper, &[&sent, &other]).await, Vec::<String>::new());
        let identity = known(&house, &sent.number).await.identity.expect("an author by mail");
        let actor = house.actor(Role::ParticipationOfficer);
        people::holder::erase(&house.app, house.tenant(), identity, actor, "desk").await.unwrap();
        assert_eq!(gone(&helper, &[&sent, &other]).await, [sent.id.to_string()]);
        assert_eq!(sent.by(&helper).await.status, StatusCode::GONE);
        assert!(known(&house, &sent.number).await.erased, "nothing of it came back");
        let elsewhere = house.as_role(Role::ParticipationOfficer);
        assert_eq!(gone(&elsewhere, &[&sent]).await, Vec::<String>::new(), "nobody else learns of it");
    }
}

#[tokio::test]
async fn what_still_lies_on_a_telephone_is_taken_back_with_the_number_on_the_card() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (helper, officer) = (house.as_role(Role::Intermediary), house.as_role(Role::ParticipationOfficer));
        let (sent, other) = (Sent::new(&house, &process).photographed(1), Sent::new(&house, &process));
        let path = "/werk/veld/terug";
        speaks(&officer.get(path).await);
        for (number, proof) in [("", "receipt"), ("geen nummer", "receipt"), (sent.number.as_str(), "")] {
            let page = officer.post(path, &[("number", number), ("proof", proof)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            speaks(&page);
        }
        let fields = [("number", sent.number.as_str()), ("proof", "receipt")];
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(path, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(gone(&helper, &[&sent]).await, Vec::<String>::new(), "a number of the neighbour is another number");
        for _ in 0..2 {
            assert_eq!(officer.post(path, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let mut session = house.store().read().await.unwrap();
        let all = store::journal::latest(&mut session, house.tenant(), None, None, 100).await.unwrap();
        assert_eq!(all.iter().filter(|event| event.kind == "recalled").count(), 1, "written down once");
        drop(session);
        assert_eq!(gone(&helper, &[&sent, &other]).await, [sent.id.to_string()]);
        assert_eq!(sent.by(&helper).await.status, StatusCode::GONE, "a telephone that did not ask is told as well");
        assert_eq!(count(&house, &process).await, 0);
        assert_eq!(other.by(&helper).await.status, StatusCode::OK);
        let arrived = officer.post(path, &[("number", other.number.as_str()), ("proof", "known")]).await;
        assert_eq!(arrived.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(arrived.shows("al aangekomen") && arrived.shows("/intrekken"), "{}", arrived.body);
    }
}

#[tokio::test]
async fn a_backup_from_before_the_recall_does_not_let_the_words_in_after_all() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (helper, officer) = (house.as_role(Role::Intermediary), house.as_role(Role::ParticipationOfficer));
        let (sent, other) = (Sent::new(&house, &process), Sent::new(&house, &process));
        let fields = [("number", sent.number.as_str()), ("proof", "receipt")];
        assert_eq!(officer.post("/werk/veld/terug", &fields).await.status, StatusCode::SEE_OTHER);
        let listed = store::erasure::list(house.store().erasure_list()).unwrap();
        let subject = listed.iter().find(|it| it.kind == "voice.recall").expect("it stands outside the database").subject;
        assert_eq!(listed.iter().filter(|it| it.tenant == house.tenant()).count(), 1);
        // The backup of the day before knows nothing of it.
        let tenant = house.tenant();
        store::write!(house.store(), [], |tx| tx.run(store::sql!("DELETE FROM recall WHERE tenant = $1"), &store::values![tenant]).await)
            .await
            .unwrap();
        assert_eq!(gone(&helper, &[&sent]).await, Vec::<String>::new());
        for _ in 0..2 {
            store::write!(house.store(), [], |tx| {
                store::erasure::Eraser::erase(&voice::RecalledNumbers::default(), tx, tenant, subject).await
            })
            .await
            .unwrap();
        }
        assert_eq!(gone(&helper, &[&sent, &other]).await, [sent.id.to_string()]);
        assert_eq!(sent.by(&helper).await.status, StatusCode::GONE);
        assert_eq!(count(&house, &process).await, 0, "nothing came in");
    }
}

#[tokio::test]
async fn the_page_is_kept_in_every_language_without_changing_that_of_the_visitor() {
    for engine in engines() {
        let (house, _) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        for (tag, direction) in [("nl", "ltr"), ("en", "ltr"), ("ar", "rtl")] {
            let page = helper.get(&format!("{PATH}?bewaar={tag}")).await;
            assert!(page.shows(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{tag}: {}", &page.body[..200]);
            speaks(&page);
            assert!(!page.shows("name=\"csrf\""), "a kept page holds no token");
        }
        assert!(helper.get(PATH).await.shows("<html lang=\"nl\""), "the visitor's own language stays");
        let worker = house.visitor().get("/werk/veld/worker.js").await;
        assert_eq!((worker.status, worker.headers["service-worker-allowed"].to_str().unwrap()), (StatusCode::OK, "/werk/veld"));
        let manifest = house.visitor().in_language("ar").get("/werk/veld/veld.webmanifest").await;
        assert_eq!((told(&manifest)["scope"].as_str(), told(&manifest)["dir"].as_str()), (Some("/werk/veld"), Some("rtl")));
        for file in ["page.mjs", "queue.mjs", "kept.mjs", "line.mjs", "photo.mjs"] {
            let script = house.visitor().get(&format!("/werk/veld/{file}")).await;
            assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8", "{file}");
        }
    }
}
