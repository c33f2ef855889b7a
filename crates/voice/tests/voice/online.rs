use crate::{count, field, filled, form, house, journal, jpeg, known, sent, speaks};
use axum::http::{StatusCode, header};
use journey::{AnswerBy, Channel, State};
use people::testing::BUURSTAD;
use store::testing::engines;

#[tokio::test]
async fn an_idea_is_sent_one_thing_per_screen_without_account() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let path = form(&process);
        let first = browser.get(&path).await;
        assert_eq!(first.status, StatusCode::OK);
        assert_eq!(first.headers[header::CACHE_CONTROL], "no-store");
        speaks(&first);
        let (id, code) = (field(&first, "id"), field(&first, "code"));
        let molenveld = house.leyhoven.molenveld.to_string();

        let base = [("id", id.as_str()), ("code", code.as_str())];
        let idea = [("title", "Een bank in het park"), ("body", "Wie moe is,\nwil even zitten."), ("idea-language", "nl")];
        let place = [("area", molenveld.as_str()), ("street", "Molenstraat")];
        let photo_step = browser.post(&path, &[&base[..], &idea, &place, &[("step", "where")]].concat()).await;
        assert!(photo_step.shows("Wilt u er een foto bij doen?"), "{}", photo_step.body);
        speaks(&photo_step);
        assert_eq!(field(&photo_step, "title"), "Een bank in het park", "what was filled in goes along");
        let answer_step = browser.post(&path, &[&base[..], &idea, &place, &[("step", "photo")]].concat()).await;
        assert!(answer_step.shows("Hoe mogen wij u antwoorden?"));
        let reach = browser.post(&path, &[&base[..], &idea, &place, &[("step", "answer"), ("answer-by", "mail")]].concat()).await;
        assert!(reach.shows("Naar welk e-mailadres"), "{}", reach.body);
        speaks(&reach);
        let answer = [("answer-by", "mail"), ("mail", "an@voorbeeld.be"), ("name", "An")];
        let check = browser.post(&path, &[&base[..], &idea, &place, &answer, &[("step", "reach")]].concat()).await;
        assert!(
            check.shows("Kijk alles na en verstuur") && check.shows("Molenstraat, Molenveld") && check.shows("an@voorbeeld.be"),
            "{}",
            check.body
        );
        speaks(&check);
        assert_eq!(count(&house, &process).await, 0, "nothing is stored before sending");

        let done = browser.post(&path, &[&base[..], &idea, &place, &answer, &[("step", "check"), ("go", "send")]].concat()).await;
        assert_eq!((done.status, done.location.as_deref()), (StatusCode::SEE_OTHER, Some(format!("{path}/ontvangst").as_str())));
        let receipt = browser.get(&format!("{path}/ontvangst")).await;
        speaks(&receipt);
        assert!(receipt.shows(&code), "the code that the form held is on the receipt");
        assert!(receipt.body.contains("<svg role=\"img\"") && receipt.shows("met een e-mail"));
        assert_eq!(receipt.headers[header::CACHE_CONTROL], "no-store");

        let number = browser.cookie("ontvangst").unwrap().split('.').next().unwrap().parse().unwrap();
        let contribution = known(&house, &number).await;
        assert_eq!(contribution.title.original().text, "Een bank in het park");
        assert_eq!((contribution.channel, contribution.answer_by), (Channel::Online, AnswerBy::Mail));
        assert_eq!(contribution.place.area, Some(house.leyhoven.molenveld));
        assert!(!contribution.published && contribution.identity.is_some());
        let mut session = house.store().read().await.unwrap();
        let dossier = journey::of_contribution(&mut session, house.tenant(), contribution.id).await.unwrap().expect("a dossier");
        assert_eq!((dossier.id, dossier.state), (contribution.dossier, State::Received));
        drop(session);
        let events = journal(&house, contribution.id).await;
        assert_eq!(events.len(), 1);
        let actor = house.actor(people::Role::Administrator);
        let held = people::holder::export(&house.app, house.tenant(), contribution.identity.unwrap(), actor).await.unwrap();
        let mail = held["mails"][0]["text"].as_str().unwrap_or_default().to_owned();
        assert!(mail.contains(number_text(&number)) && !mail.contains(&code), "a mail waits, without the code: {held}");
        let body = events[0].body.to_string();
        assert!(
            !body.contains("bank") && !body.contains("voorbeeld.be") && !body.contains(&code),
            "no words, addresses or codes in the journal: {body}"
        );
    }
}

fn number_text(number: &kernel::PublicNumber) -> &str {
    number.as_str()
}

#[tokio::test]
async fn sending_twice_gives_one_contribution_and_the_same_receipt() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let begun = browser.get(&form(&process)).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        browser.post(&form(&process), &filled(&id, &code)).await;
        let first = browser.cookie("ontvangst");
        let again = browser.post(&form(&process), &filled(&id, &code)).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.cookie("ontvangst"), first, "the same number and, since the form holds it, the same code");
        assert_eq!(count(&house, &process).await, 1);

        // Somebody else who learned the id gets the public number and no code.
        let stranger = house.visitor();
        let mut fields = filled(&id, "");
        fields.retain(|(name, _)| *name != "code");
        stranger.post(&form(&process), &fields).await;
        let receipt = stranger.get(&format!("{}/ontvangst", form(&process))).await;
        assert!(receipt.shows("Dit idee was al ontvangen") && !receipt.shows(&code), "{}", receipt.body);

        // Other words in the same form are a second idea, and say so first.
        let mut other = filled(&id, &code);
        other.retain(|(name, _)| *name != "title");
        other.push(("title", "Een fontein in het park"));
        let asked = browser.post(&form(&process), &other).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.shows("als een tweede idee") && asked.shows("Een fontein in het park"));
        let fresh = field(&asked, "id");
        assert_ne!(fresh, id);
        let fresh_code = field(&asked, "code");
        let mut second = filled(&fresh, &fresh_code);
        second.retain(|(name, _)| *name != "title");
        second.push(("title", "Een fontein in het park"));
        assert_eq!(browser.post(&form(&process), &second).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&house, &process).await, 2);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let begun = browser.get(&form(&process)).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let megabyte = "a".repeat(1_000_000);
        let mut fields = filled(&id, &code);
        fields.retain(|(name, _)| *name != "title");
        fields.push(("title", megabyte.as_str()));
        let page = browser.post(&form(&process), &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains(&megabyte) && page.shows("Wie moe is, wil even zitten."));
        assert!(page.body.contains("title-error"), "beside the field");
        speaks(&page);

        for (field_name, value) in [
            ("title", "\u{202e}\u{200b}\u{0}"),
            ("body", " \n\t "),
            ("idea-language", "klingon!"),
            ("answer-by", "fax"),
            ("area", "0190163d-8694-739b-aea5-966c26f8ad91"),
        ] {
            let mut fields = filled(&id, &code);
            fields.retain(|(name, _)| *name != field_name);
            fields.push((field_name, value));
            let page = browser.post(&form(&process), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field_name}");
            assert!(page.body.contains(&format!("{field_name}-error")), "{field_name}: {}", page.body);
        }
        for (by, wrong) in [("mail", ("mail", "an at voorbeeld")), ("phone", ("phone", "bel maar")), ("letter", ("address", ""))] {
            let mut fields = filled(&id, &code);
            fields.retain(|(name, _)| *name != "answer-by");
            fields.extend([("answer-by", by), wrong]);
            let page = browser.post(&form(&process), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{by}");
            assert!(page.body.contains(&format!("{}-error", wrong.0)), "{by}: {}", page.body);
        }
        assert_eq!(count(&house, &process).await, 0, "nothing is stored");

        // Hostile signs that hide or turn words are taken out; the rest is kept as it was written.
        let zalgo = format!("Een b{}ank \u{202e}in het <script>alert(1)</script> park", "\u{0316}".repeat(300));
        let (number, _) = sent(&browser, &process, &[("title", zalgo.as_str()), ("id", id.as_str())]).await;
        let title = known(&house, &number).await.title.original().text.clone();
        assert!(title.chars().count() < 60 && !title.contains('\u{202e}'), "{title}");
        let list = house.visitor();
        voice::testing::published(&house, known(&house, &number).await.id).await;
        let page = list.get(&format!("{}/lijst", form(&process))).await;
        assert!(!page.body.contains("<script>alert") && page.body.contains("script"), "{}", page.body);
    }
}

#[tokio::test]
async fn without_token_or_in_a_closed_process_nothing_is_stored() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let begun = browser.get(&form(&process)).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let tokenless = house.visitor().without_token();
        assert_eq!(tokenless.post(&form(&process), &filled(&id, &code)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get("/processen/er-is-niets/bijdragen").await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.visitor().on(BUURSTAD).get(&form(&process)).await.status,
            StatusCode::NOT_FOUND,
            "the neighbour has no such process"
        );

        house.clock.advance_days(90);
        let closed = browser.get(&form(&process)).await;
        assert!(closed.shows("U kunt nu geen idee insturen"), "{}", closed.body);
        speaks(&closed);
        let late = browser.post(&form(&process), &filled(&id, &code)).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.shows("Wie moe is, wil even zitten."), "the words come back");
        assert_eq!(count(&house, &process).await, 0);
    }
}

#[tokio::test]
async fn a_photo_is_kept_across_the_screens_and_hostile_files_are_answered_in_plain_words() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let path = form(&process);
        let begun = browser.get(&path).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut step = filled(&id, &code);
        step.retain(|(name, _)| *name != "step" && *name != "go");
        step.extend([("step", "photo"), ("go", "stay")]);
        let whole = jpeg(64, 48);
        let big = vec![0xff_u8; 9 * 1024 * 1024];
        for (bytes, sentence) in [
            (&whole[..whole.len() / 2], "beschadigd"),
            (&b"GIF89a nothing"[..], "geen JPEG- of PNG-foto"),
            (&b"<svg onload=alert(1)>"[..], "geen JPEG- of PNG-foto"),
            (&b""[..], "leeg"),
            (&big[..], "groter dan 8 MB"),
        ] {
            let page = browser.post_files(&path, &step, &[("file", "foto.jpg", "image/jpeg", bytes)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
            assert!(page.shows(sentence), "{sentence}: {}", page.body);
            assert_eq!(field(&page, "title"), "Een bank in het park");
            speaks(&page);
        }
        let huge = vec![0xff_u8; 13 * 1024 * 1024];
        let page = browser.post_files(&path, &step, &[("file", "foto.jpg", "image/jpeg", &huge)]).await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);

        let kept = browser.post_files(&path, &step, &[("file", "foto.jpg", "image/jpeg", &whole)]).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
        let photo = field(&kept, "photo");
        assert_eq!(house.visitor().get(&format!("/bestanden/{photo}")).await.status, StatusCode::NOT_FOUND, "not public");
        assert_eq!(browser.get(&format!("/bestanden/{photo}?bijdrage={id}")).await.status, StatusCode::OK, "the sender sees it");

        // A mistake further on loses no photo.
        let mut wrong = filled(&id, &code);
        wrong.retain(|(name, _)| *name != "title");
        wrong.extend([("title", ""), ("photo", photo.as_str()), ("photo-words", "Het grasveld zonder bank")]);
        let page = browser.post(&path, &wrong).await;
        assert_eq!(field(&page, "photo"), photo);

        let mut right = filled(&id, &code);
        right.extend([("photo", photo.as_str()), ("photo-words", "Het grasveld zonder bank")]);
        assert_eq!(browser.post(&path, &right).await.status, StatusCode::SEE_OTHER);
        let number = browser.cookie("ontvangst").unwrap().split('.').next().unwrap().parse().unwrap();
        let contribution = known(&house, &number).await;
        let mut session = house.store().read().await.unwrap();
        let photos = voice::photos_of(&mut session, house.tenant(), contribution.id).await.unwrap();
        drop(session);
        assert_eq!(photos.len(), 1);
        assert_eq!((photos[0].sent, photos[0].shown, photos[0].description.as_deref()), (true, false, Some("Het grasveld zonder bank")));
        assert_eq!(
            browser.get(&format!("/bestanden/{photo}?bijdrage={id}")).await.status,
            StatusCode::NOT_FOUND,
            "sent, and not published"
        );
        assert_eq!(house.visitor().on(BUURSTAD).get(&format!("/bestanden/{photo}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_photo_that_is_never_sent_is_thrown_away_after_a_day() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let path = form(&process);
        let begun = browser.get(&path).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut step = filled(&id, &code);
        step.retain(|(name, _)| *name != "step" && *name != "go");
        step.extend([("step", "photo"), ("go", "stay")]);
        let kept = browser.post_files(&path, &step, &[("file", "foto.jpg", "image/jpeg", &jpeg(20, 20))]).await;
        let photo: kernel::FileId = field(&kept, "photo").parse().unwrap();
        house.clock.advance_days(2);
        voice::jobs::register(house.worker()).work_once().await.unwrap();
        assert!(house.store().files().get(house.tenant(), photo).await.unwrap().is_none());
        let mut late = filled(&id, &code);
        let photo = photo.to_string();
        late.extend([("photo", photo.as_str()), ("photo-words", "")]);
        let page = browser.post(&path, &late).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows("niet meer bewaard"), "{}", page.body);
    }
}

/// Two squares, Centrum west of Molenveld.
async fn draw_areas(house: &people::testing::TestHouse) {
    let (tenant, actor) = (house.tenant(), house.actor(people::Role::Administrator));
    let areas = people::tables::areas(&mut house.store().read().await.unwrap(), tenant).await.unwrap();
    store::write!(house.store(), [areas], |tx| {
        for mut area in areas {
            let (west, east) = if area.name == "Centrum" { (4.70, 4.72) } else { (4.72, 4.74) };
            area.shape = Some(format!(
                r#"{{"type":"Polygon","coordinates":[[[{west},50.9],[{east},50.9],[{east},50.92],[{west},50.92],[{west},50.9]]]}}"#
            ));
            people::tables::places::save_area(tx, tenant, &actor, &area).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn another_language_in_the_middle_of_the_form_loses_nothing() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let begun = browser.get(&form(&process)).await;
        assert!(!begun.body.contains("hreflang"), "no link that would throw away what was typed");
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut fields = filled(&id, &code);
        fields.retain(|(name, _)| !matches!(*name, "step" | "go"));
        fields.extend([("step", "idea"), ("go", "to-idea")]);
        let arabic = browser.post(&format!("{}?taal=ar", form(&process)), &fields).await;
        assert_eq!(arabic.status, StatusCode::OK);
        assert!(
            arabic.shows("ما فكرتك؟") && arabic.body.contains("dir=\"rtl\"") && arabic.shows("Wie moe is, wil even zitten."),
            "{}",
            arabic.body
        );
    }
}

#[tokio::test]
async fn pressing_on_the_map_marks_the_place_and_chooses_its_area() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        draw_areas(&house).await;
        let browser = house.visitor();
        let path = form(&process);
        let begun = browser.get(&path).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut step = filled(&id, &code);
        step.retain(|(name, _)| *name != "step" && *name != "go");
        step.extend([("step", "where"), ("map.x", "60"), ("map.y", "60")]);
        let page = browser.post(&path, &step).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.shows("Plek aangeduid op de kaart"), "{}", page.body);
        assert!(
            !field(&page, "point").is_empty() && page.body.contains(&format!("value=\"{}\" selected", house.leyhoven.centre)),
            "{}",
            page.body
        );
        let map = browser.get(&format!("/processen/{}/kaart.svg?punt={}", process.slug, field(&page, "point"))).await;
        assert_eq!(map.headers[header::CONTENT_TYPE], "image/svg+xml");
        assert!(map.body.contains("Molenveld") && map.body.contains("#a4161a"));
    }
}

#[tokio::test]
async fn what_is_planned_there_is_shown_before_sending_and_never_stops_anybody() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        draw_areas(&house).await;
        let ground = design::Ground::read("50.905 4.705\n50.905 4.715\n50.915 4.715\n50.915 4.705").unwrap();
        let plan = design::testing::whole_plan("Woningen op de bleek", house.leyhoven.green, None, Some(ground));
        let plan = design::testing::kept_plan(house.store(), &house.leyhoven, plan).await;
        let browser = house.visitor();
        let path = form(&process);
        let begun = browser.get(&path).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut base = filled(&id, &code);
        base.retain(|(name, _)| *name != "step" && *name != "go");
        let (there, beside) = (("point", "4.71000,50.91000"), ("point", "4.70200,50.90200"));
        let note = "Wat de gemeente hier al plant";

        // On the screen right after the place, on that of the place itself, and at the end.
        for step in [[("step", "where"), ("go", "next")], [("step", "photo"), ("go", "back")], [("step", "answer"), ("go", "next")]] {
            let page = browser.post(&path, &[&base[..], &[there], &step[..]].concat()).await;
            assert!(page.shows(note) && page.shows("Woningen op de bleek"), "{step:?}: {}", page.body);
            assert!(page.shows("Dit plan ligt op de plek die u koos.") && page.shows("gewoon versturen"), "{}", page.body);
            speaks(&page);
            assert!(page.shows("Wie moe is, wil even zitten."), "nothing that was typed is lost");
            assert!(
                page.body.contains(&format!("href=\"/plannen/{}\" target=\"_blank\"", plan.slug)),
                "beside the form, not instead of it"
            );
        }
        for language in ["en", "ar"] {
            let page =
                browser.post(&format!("{path}?taal={language}"), &[&base[..], &[there, ("step", "answer"), ("go", "next")]].concat()).await;
            assert!(page.body.contains("id=\"plans-here\"") && !page.shows(note), "{language}: {}", page.body);
            speaks(&page);
        }
        let elsewhere = browser.post(&path, &[&base[..], &[beside, ("step", "where")]].concat()).await;
        assert!(!elsewhere.body.contains("plans-here"), "{}", elsewhere.body);
        let nowhere = browser.post(&path, &[&base[..], &[("step", "where")]].concat()).await;
        assert!(!nowhere.body.contains("plans-here"));
        let centre = house.leyhoven.centre.to_string();
        let area = browser.post(&path, &[&base[..], &[("area", centre.as_str()), ("step", "where")]].concat()).await;
        assert!(area.body.contains("plans-here"), "{}", area.body);
        let kiosk = browser.post(&path, &[&base[..], &[there, ("kiosk", "1"), ("step", "answer")]].concat()).await;
        assert!(kiosk.body.contains("plans-here") && !kiosk.body.contains("/plannen/"), "no way off a shared computer: {}", kiosk.body);
        let sent = browser.post(&path, &[&base[..], &[there, ("step", "check"), ("go", "send")]].concat()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "a plan is no reason to stop: {}", sent.body);
        assert_eq!(count(&house, &process).await, 1);
    }
}

#[tokio::test]
async fn likely_duplicates_and_personal_details_are_shown_and_never_stop_anybody() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        voice::testing::contribution(&house, process.id, "Meer banken in het park").await;
        let hidden = voice::testing::received(&house, voice::testing::idea(&house, process.id, "Een bank in het park bij de vijver")).await;
        let browser = house.visitor();
        let begun = browser.get(&form(&process)).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let mut fields = filled(&id, &code);
        fields.retain(|(name, _)| !matches!(*name, "step" | "go" | "body"));
        fields.extend([("step", "answer"), ("body", "Bel mij op 0470 12 34 56, mijn nummer is 85.07.30-033.28")]);
        let check = browser.post(&form(&process), &fields).await;
        assert!(check.shows("Meer banken in het park") && check.shows("Lijkt dit op wat u bedoelt?"), "{}", check.body);
        assert!(!check.shows("bij de vijver"), "what nobody looked at yet is not shown to others: {}", hidden.number);
        assert!(check.shows("een telefoonnummer") && check.shows("een rijksregisternummer"));
        let (_, _) = sent(&browser, &process, &[("body", "Bel mij op 0470 12 34 56")]).await;
        assert_eq!(count(&house, &process).await, 3);
    }
}

#[tokio::test]
async fn a_kiosk_keeps_nothing_of_the_last_person() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let browser = house.visitor();
        let start = browser.get(&format!("/processen/{}/kiosk", process.slug)).await;
        speaks(&start);
        assert_eq!(start.headers[header::CACHE_CONTROL], "no-store");
        let first = browser.get(&format!("{}?kiosk=1", form(&process))).await;
        assert!(first.body.contains("autocomplete=\"off\"") && first.shows("Wis alles en begin opnieuw"));
        assert_eq!(field(&first, "kiosk"), "1");
        let (number, _) = sent(&browser, &process, &[("kiosk", "1")]).await;
        assert_eq!(known(&house, &number).await.channel, Channel::Digipunt);
        let receipt = browser.get(&format!("{}/ontvangst", form(&process))).await;
        assert_eq!(receipt.headers[header::REFRESH], format!("90;url=/processen/{}/kiosk", process.slug));
        let longer = browser.get(&format!("{}/ontvangst?langer=1", form(&process))).await;
        assert!(longer.shows(number.as_str()) && !longer.headers.contains_key(header::REFRESH), "who asked for more time has it");
        browser.get(&format!("/processen/{}/kiosk", process.slug)).await;
        let gone = browser.get(&format!("{}/ontvangst", form(&process))).await;
        assert!(gone.shows("Hier staat geen ontvangstbewijs meer"), "{}", gone.body);
    }
}

#[tokio::test]
async fn sending_twice_at_the_same_moment_gives_one_contribution() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (one, two) = (house.visitor(), house.visitor());
        let begun = one.get(&form(&process)).await;
        let (id, code) = (field(&begun, "id"), field(&begun, "code"));
        let fields = filled(&id, &code);
        let path = form(&process);
        let (first, second) = tokio::join!(one.post(&path, &fields), two.post(&path, &fields));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert_eq!(one.cookie("ontvangst"), two.cookie("ontvangst"));
        assert_eq!(count(&house, &process).await, 1);
    }
}
