use crate::{count, field, house, jpeg, known, speaks};
use axum::http::StatusCode;
use journey::{AnswerBy, Channel};
use people::Role;
use people::testing::TestHouse;
use store::testing::engines;

fn spoken<'a>(house: &'a TestHouse, id: &'a str, process: &'a str, organisation: &'a str) -> Vec<(&'a str, &'a str)> {
    let _ = house;
    vec![
        ("id", id),
        ("process", process),
        ("title", "Licht op het plein"),
        ("body", "Ze zei: 's avonds durf ik er niet door."),
        ("idea-language", "nl"),
        ("channel", "square-talk"),
        ("captured", "2026-03-01"),
        ("spoken", "yes"),
        ("read-back", "yes"),
        ("answer-by", "intermediary"),
        ("organisation", organisation),
        ("pseudonym", "Zonnebloem"),
        ("consent", "yes"),
    ]
}

#[tokio::test]
async fn a_page_for_staff_is_dutch_from_left_to_right_where_its_words_are_and_a_page_for_residents_is_their_own() {
    for engine in engines() {
        let (house, _) = house(engine).await;
        let helper = house.as_role(Role::Intermediary).in_language("ar");
        let intake = helper.get("/werk/intake").await;
        assert!(intake.body.contains("<html lang=\"nl\" dir=\"ltr\">"), "{}", intake.body);
        assert!(intake.body.contains("taal=en") && !intake.body.contains("taal=ar"), "it is offered in what it has: {}", intake.body);
        for path in ["/werk/veld", "/werk/intake/ontvangst", "/"] {
            let page = helper.get(path).await;
            assert!(page.body.contains("<html lang=\"ar\" dir=\"rtl\">"), "{path}: {}", page.body);
            assert!(page.body.contains("taal=ar"), "{path}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn an_intermediary_writes_down_what_was_said_and_keeps_who_said_it() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let page = helper.get("/werk/intake").await;
        assert_eq!(page.status, StatusCode::OK);
        speaks(&page);
        let id = field(&page, "id");
        let (process_id, organisation) = (process.id.to_string(), house.leyhoven.de_kring.to_string());
        assert!(page.body.contains(&format!("value=\"{organisation}\" selected")), "the own organisation is chosen: {}", page.body);
        let fields = spoken(&house, &id, &process_id, &organisation);
        let done = helper.post("/werk/intake", &fields).await;
        assert_eq!((done.status, done.location.as_deref()), (StatusCode::SEE_OTHER, Some("/werk/intake/ontvangst")), "{}", done.body);
        let receipt = helper.get("/werk/intake/ontvangst").await;
        speaks(&receipt);
        assert!(receipt.shows("Licht op het plein") && receipt.shows("Geheime code"), "{}", receipt.body);
        let number = helper.cookie("ontvangst").unwrap().split('.').next().unwrap().parse().unwrap();
        let contribution = known(&house, &number).await;
        assert_eq!((contribution.channel, contribution.answer_by), (Channel::SquareTalk, AnswerBy::Intermediary));
        assert_eq!(contribution.captured.to_string(), "2026-03-01");
        assert!(contribution.identity.is_none(), "the municipality does not know who it is");
        assert_eq!((contribution.organisation, contribution.pseudonym.as_deref()), (Some(house.leyhoven.de_kring), Some("Zonnebloem")));
        let assisted = contribution.assisted.unwrap();
        assert!(assisted.spoken && assisted.read_back);
        assert_eq!(assisted.recorder, house.account(Role::Intermediary));
    }
}

#[tokio::test]
async fn what_is_missing_comes_back_with_everything_typed() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let id = field(&helper.get("/werk/intake").await, "id");
        let (process_id, organisation) = (process.id.to_string(), house.leyhoven.de_kring.to_string());
        for (name, value) in [
            ("title", ""),
            ("body", ""),
            ("channel", "online"),
            ("captured", "2030-01-01"),
            ("captured", "gisteren"),
            ("spoken", ""),
            ("consent", ""),
            ("process", ""),
            ("organisation", ""),
        ] {
            let mut fields = spoken(&house, &id, &process_id, &organisation);
            fields.retain(|(other, _)| *other != name);
            fields.push((name, value));
            let page = helper.post("/werk/intake", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
            assert!(page.body.contains(&format!("{name}-error")) && page.shows("Zonnebloem"), "{name}: {}", page.body);
        }
        assert_eq!(count(&house, &process).await, 0);
    }
}

#[tokio::test]
async fn a_photo_comes_with_what_was_said_under_the_same_rules_as_online_and_only_with_consent() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let helper = house.as_role(Role::Intermediary);
        let path = "/werk/intake";
        let id = field(&helper.get(path).await, "id");
        let (process_id, organisation) = (process.id.to_string(), house.leyhoven.de_kring.to_string());
        let fields = spoken(&house, &id, &process_id, &organisation);
        let adding = [&fields[..], &[("go", "stay")]].concat();
        let whole = jpeg(64, 48);
        for (bytes, sentence) in [(&whole[..whole.len() / 2], "beschadigd"), (&b"GIF89a nothing"[..], "geen JPEG- of PNG-foto")] {
            let page = helper.post_files(path, &adding, &[("file", "foto.jpg", "image/jpeg", bytes)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
            assert!(page.shows(sentence) && page.shows("Zonnebloem"), "{sentence}: {}", page.body);
            speaks(&page);
        }
        let kept = helper.post_files(path, &adding, &[("file", "foto.jpg", "image/jpeg", &whole)]).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        assert!(kept.shows("Zonnebloem"), "what was typed stays");
        let photo = field(&kept, "photo");
        let second = [&adding[..], &[("photo", photo.as_str()), ("photo-words", "")]].concat();
        let two = helper.post_files(path, &second, &[("file", "foto.jpg", "image/jpeg", &jpeg(32, 32))]).await;
        assert_eq!(two.body.matches("name=\"photo\"").count(), 2, "{}", two.body);
        let other = two.body.split("name=\"photo\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        let drop = format!("drop-{other}");
        let both = [("photo", photo.as_str()), ("photo-words", "Geen lamp"), ("photo", other.as_str()), ("photo-words", "")];
        let one = helper.post_files(path, &[&fields[..], &both, &[("go", drop.as_str())]].concat(), &[]).await;
        assert!(one.body.matches("name=\"photo\"").count() == 1 && one.shows("Geen lamp"), "{}", one.body);

        let with = [&fields[..], &[("photo", photo.as_str()), ("photo-words", "Geen lamp"), ("go", "save")]].concat();
        let unasked = helper.post(path, &with).await;
        assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unasked.shows("photo-consent-error") && field(&unasked, "photo") == photo, "{}", unasked.body);
        assert_eq!(count(&house, &process).await, 0);
        let agreed = [&with[..], &[("photo-consent", "yes")]].concat();
        let done = helper.post(path, &agreed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        // The same form once more, with a file: one contribution, with the photo of the first time.
        let twice = helper.post_files(path, &agreed, &[("file", "foto.jpg", "image/jpeg", &whole)]).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", twice.body);
        assert_eq!(count(&house, &process).await, 1);
        let mut session = house.store().read().await.unwrap();
        let photos = voice::photos_of(&mut session, house.tenant(), id.parse().unwrap()).await.unwrap();
        assert_eq!(photos.len(), 1);
        assert_eq!((photos[0].sent, photos[0].shown, photos[0].description.as_deref()), (true, false, Some("Geen lamp")));
        let bytes = house.store().files().get(house.tenant(), photos[0].id).await.unwrap().unwrap();
        assert_ne!(&bytes[..], &whole[..], "it was written anew");

        for role in [Role::Researcher, Role::Controller] {
            let page = house.as_role(role).post_files(path, &adding, &[("file", "foto.jpg", "image/jpeg", &whole)]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{role:?}");
        }
    }
}

#[tokio::test]
async fn a_batch_fills_in_what_its_contributions_share_and_counts_them() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        speaks(&officer.get("/werk/intake/partijen").await);
        let process_id = process.id.to_string();
        let molenveld = house.leyhoven.molenveld.to_string();
        let wrong = officer.post("/werk/intake/partijen", &[("process", process_id.as_str()), ("expected", "veel")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let opened = officer
            .post(
                "/werk/intake/partijen",
                &[
                    ("process", process_id.as_str()),
                    ("label", "Buurtcafé 1 maart"),
                    ("channel", "paper"),
                    ("captured", "2026-03-01"),
                    ("area", molenveld.as_str()),
                    ("idea-language", "nl"),
                    ("expected", "2"),
                ],
            )
            .await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        let mut path = opened.location.unwrap();
        for title in ["Eerste formulier", "Tweede formulier"] {
            let page = officer.get(&path).await;
            speaks(&page);
            assert!(
                page.body.contains("value=\"paper\" selected") && page.body.contains(&format!("value=\"{molenveld}\" selected")),
                "{}",
                page.body
            );
            let (id, batch) = (field(&page, "id"), field(&page, "batch"));
            let fields = [
                ("id", id.as_str()),
                ("batch", batch.as_str()),
                ("process", process_id.as_str()),
                ("title", title),
                ("body", "Van papier."),
                ("idea-language", "nl"),
                ("channel", "paper"),
                ("captured", "2026-03-01"),
                ("spoken", "no"),
                ("answer-by", "letter"),
                ("name", "An Claes"),
                ("address", "Molenstraat 1\n3000 Leyhoven"),
                ("area", molenveld.as_str()),
                ("consent", "yes"),
                ("go", "next"),
            ];
            let done = officer.post("/werk/intake", &fields).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
            path = done.location.unwrap();
        }
        let last = officer.get(&path).await;
        assert!(last.shows("2 van 2 opgetekend") && last.shows("De vorige is bewaard") && last.shows("Tweede formulier"), "{}", last.body);
        let batches = officer.get("/werk/intake/partijen").await;
        assert!(batches.shows("Buurtcafé 1 maart") && batches.shows("2 van 2 opgetekend"));
        assert_eq!(count(&house, &process).await, 2);
    }
}

#[tokio::test]
async fn who_may_not_record_gets_403_and_nothing_is_stored() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (process_id, organisation) = (process.id.to_string(), house.leyhoven.de_kring.to_string());
        let id = kernel::ContributionId::new(house.app.clock.now(), house.app.random.as_ref()).to_string();
        let fields = spoken(&house, &id, &process_id, &organisation);
        for role in [Role::Researcher, Role::Controller] {
            let browser = house.as_role(role);
            assert_eq!(browser.get("/werk/intake").await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.post("/werk/intake", &fields).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.post("/werk/intake/partijen", &[("label", "x")]).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        assert_eq!(house.visitor().get("/werk/intake").await.status, StatusCode::SEE_OTHER);
        let neighbour = house.as_neighbour(Role::Intermediary);
        let page = neighbour.post("/werk/intake", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "the neighbour is offered no such process: {}", page.body);
        assert_eq!(neighbour.get(&format!("/werk/intake?partij={id}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&house, &process).await, 0);
    }
}

#[tokio::test]
async fn whoever_writes_down_sees_what_is_planned_there_and_tells_the_author() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let area = house.leyhoven.molenveld;
        let plan = design::testing::whole_plan("Woningen op de bleek", house.leyhoven.green, Some(area), None);
        let hidden = design::NewPlan { public: false, ..design::testing::whole_plan("Nog geheim", house.leyhoven.green, Some(area), None) };
        for plan in [plan, hidden] {
            design::testing::kept_plan(house.store(), &house.leyhoven, plan).await;
        }
        let helper = house.as_role(Role::Intermediary);
        let empty = helper.get("/werk/intake").await;
        assert!(!empty.shows("Woningen op de bleek"), "no place, no plans");
        let id = field(&empty, "id");
        let (process_id, organisation, area) = (process.id.to_string(), house.leyhoven.de_kring.to_string(), area.to_string());
        let fields = [&spoken(&house, &id, &process_id, &organisation)[..], &[("area", area.as_str()), ("go", "stay")]].concat();
        let looked = helper.post("/werk/intake", &fields).await;
        assert_eq!(looked.status, StatusCode::OK, "{}", looked.body);
        assert!(looked.shows("Woningen op de bleek") && looked.shows("Wat er tussen de huizen komt"), "{}", looked.body);
        assert!(!looked.shows("Nog geheim") && looked.shows("Zonnebloem"), "only what is public, and nothing typed is lost");
        speaks(&looked);

        // On the telephone it lies with the page, for each area, also where there is no network.
        for language in ["nl", "en", "ar"] {
            let page = house.as_role(Role::Intermediary).in_language(language).get("/werk/veld").await;
            speaks(&page);
            let kept =
                page.body.split(&format!("<template data-plans=\"{area}\">")).nth(1).and_then(|rest| rest.split("</template>").next());
            let kept = kept.unwrap_or_else(|| panic!("no plans for the area: {}", page.body));
            assert!(kept.contains("Woningen op de bleek") && !kept.contains("Nog geheim") && !kept.contains("href="), "{language}: {kept}");
            assert_eq!(page.body.matches("<template data-plans").count(), 1, "only where something is planned");
        }
    }
}
