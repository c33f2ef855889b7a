use crate::{form, house, jpeg, known, speaks};
use axum::http::StatusCode;
use people::testing::BUURSTAD;
use store::testing::engines;

#[tokio::test]
async fn the_list_shows_what_was_looked_at_pages_and_searches() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let list = format!("{}/lijst", form(&process));
        let visitor = house.visitor();
        let empty = visitor.get(&list).await;
        assert!(empty.shows("Er is nog niets te lezen"), "{}", empty.body);
        speaks(&empty);
        for number in 0..53 {
            voice::testing::contribution(&house, process.id, &format!("Idee nummer {number}")).await;
            house.clock.advance_seconds(1);
        }
        voice::testing::contribution(&house, process.id, "Een veilig fietspad naar school").await;
        let waiting = voice::testing::received(&house, voice::testing::idea(&house, process.id, "Nog niet nagekeken")).await;
        let first = visitor.get(&list).await;
        assert!(first.shows("Een veilig fietspad") && !first.shows("Nog niet nagekeken") && !first.shows(waiting.number.as_str()));
        assert!(first.shows("1 bijdrage kijken wij nog na"), "none disappears silently");
        assert_eq!(first.body.matches("mm-card__title").count(), 50);
        assert!(first.shows("Ontvangen"), "the journey in small: {}", first.body);
        let next = first.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let second = visitor.get(&next).await;
        assert_eq!(second.body.matches("mm-card__title").count(), 4, "{}", second.body);
        let found = visitor.get(&format!("{list}?zoek=fietspaden")).await;
        assert!(found.shows("Een veilig fietspad") && found.body.matches("mm-card__title").count() == 1, "{}", found.body);
        let none = visitor.get(&format!("{list}?zoek=%22%27%20OR%20zwembad")).await;
        assert_eq!(none.status, StatusCode::OK);
        assert!(none.shows("Niets gevonden"));
        for odd in ["?na=x", "?na=1.2", "?zoek=%ff%00", "?zoek=%E2%80%AE"] {
            assert_eq!(visitor.get(&format!("{list}{odd}")).await.status, StatusCode::OK, "{odd}");
        }
    }
}

#[tokio::test]
async fn every_public_page_speaks_every_language() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let receipt = voice::testing::contribution(&house, process.id, "Een bank in het park").await;
        let slug = &process.slug;
        let pages = [
            format!("/processen/{slug}/bijdragen"),
            format!("/processen/{slug}/bijdragen?kiosk=1"),
            format!("/processen/{slug}/bijdragen/lijst"),
            format!("/processen/{slug}/bijdragen/ontvangst"),
            format!("/processen/{slug}/formulier"),
            format!("/processen/{slug}/kiosk"),
            format!("/bijdragen/{}/intrekken", receipt.number),
            format!("/bijdragen/{}/reacties", receipt.number),
            "/spelregels".to_owned(),
        ];
        for path in &pages {
            let mut bodies = Vec::new();
            for language in ["nl", "en", "ar"] {
                let page = house.visitor().in_language(language).get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{path} {language}");
                speaks(&page);
                assert!(page.body.contains(&format!("lang=\"{language}\"")));
                bodies.push(page.body);
            }
            assert!(bodies[0] != bodies[1] && bodies[1] != bodies[2], "{path}");
        }
        // The neighbour knows nothing of them.
        for path in pages.iter().filter(|path| *path != "/spelregels") {
            assert_eq!(house.visitor().on(BUURSTAD).get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn the_paper_form_says_the_same_as_the_screen() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let visitor = house.visitor();
        let paper = visitor.get(&format!("/processen/{}/formulier", process.slug)).await;
        for key in [
            "voice-title-label",
            "voice-body-label",
            "voice-idea-language-label",
            "voice-area-label",
            "voice-street-label",
            "voice-place-label",
            "voice-photo-intro",
            "voice-answer-by-label",
            "voice-answer-none",
            "voice-answer-mail",
            "voice-answer-letter",
            "voice-answer-phone",
            "voice-answer-intermediary",
            "voice-name-label",
            "voice-mail-label",
            "voice-phone-label",
            "voice-address-label",
            "voice-organisation-label",
            "voice-pseudonym-label",
            "voice-updates-label",
            "voice-send-text",
            "voice-private-label",
        ] {
            let words = house.app.texts.get(&kernel::Language::NL, key, &[]);
            assert!(paper.shows(&words), "{key}: {words}");
        }
        assert!(
            paper.shows("Molenveld")
                && paper.shows("Wat moet er veranderen aan het plein?")
                && paper.shows("De brandweer moet er altijd door kunnen.")
        );
    }
}

#[tokio::test]
async fn a_photo_is_public_only_while_its_contribution_is() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let mut new = voice::testing::idea(&house, process.id, "Een bank in het park");
        let id = new.id;
        let file = voice::photos::keep(house.store(), house.tenant(), id, jpeg(40, 30).into(), house.app.clock.now()).await.unwrap();
        new.photos.push(voice::SentPhoto { file, description: None });
        let receipt = voice::testing::received(&house, new).await;
        let path = format!("/bestanden/{file}");
        let visitor = house.visitor();
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND);
        let officer = house.as_role(people::Role::ParticipationOfficer);
        assert_eq!(officer.get(&path).await.status, StatusCode::OK, "who screens sees it");
        let screening = format!("/werk/privacy/{id}");
        crate::decides(&officer, &screening, &[("decision", "show")]).await;
        assert!(known(&house, &receipt.number).await.published);
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "the words are shown, the photo is not");
        let file_text = file.to_string();
        crate::decides(&officer, &screening, &[("decision", "show"), ("show-photo", file_text.as_str())]).await;
        let shown = visitor.get(&path).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers[axum::http::header::CONTENT_TYPE], "image/jpeg");
        assert_eq!(house.visitor().on(BUURSTAD).get(&path).await.status, StatusCode::NOT_FOUND);
        let kept = [("decision", "keep-back"), ("rule", "private"), ("reason", "Er staat iemand op.")];
        crate::decides(&officer, &screening, &kept).await;
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "gone on the very next request");
    }
}

/// What a recount of all rows says: shown, waiting, kept back, withdrawn.
async fn recounted(house: &people::testing::TestHouse) -> [i64; 4] {
    let mut session = house.store().read().await.unwrap();
    let sql =
        "SELECT CASE WHEN withdrawn IS NULL THEN screening ELSE 'withdrawn' END AS cell, count(*) AS many FROM contribution GROUP BY 1";
    let rows = session.all(sql, &[]).await.unwrap();
    ["shown", "waiting", "kept-back", "withdrawn"].map(|cell| {
        let row = rows.iter().find(|row| row.get::<String>("cell").unwrap() == cell);
        row.map_or(0, |row| row.get("many").unwrap())
    })
}

#[tokio::test]
async fn what_is_counted_is_what_a_recount_says_whatever_is_done() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let random = kernel::SeededRandom::new(3);
        let mut ids = Vec::new();
        for turn in 0..60 {
            if turn % 3 == 0 {
                ids.push(voice::testing::received(&house, voice::testing::idea(&house, process.id, "Een bank in het park")).await.id);
            }
            let id = ids[usize::try_from(kernel::Random::below(&random, ids.len() as u64)).unwrap()];
            let (tenant, at, civil) = (house.tenant(), house.app.clock.now(), house.leyhoven.tenant.civil.clone());
            let actor = house.actor(people::Role::ParticipationOfficer);
            let act = kernel::Random::below(&random, 9);
            let tried = store::write!(house.store(), [civil], |tx| {
                let doing = journey::Act { tenant, actor: &actor, at, civil: &civil };
                let reason = kernel::Prose::new("Er staat een naam in.", 200).unwrap();
                match act {
                    0..4 => {
                        let shown = voice::Decision::Show { title: Vec::new(), body: Vec::new(), photos: Vec::new() };
                        voice::screen(tx, &doing, id, &shown).await
                    }
                    4..6 => voice::screen(tx, &doing, id, &voice::Decision::KeepBack { rule: voice::Rule::Wish, reason }).await,
                    6 => voice::withdraw(tx, &doing, id, voice::Erasure::Hide, &[]).await,
                    7 => voice::withdraw(tx, &doing, id, voice::Erasure::Words, &[]).await,
                    // As a restore does.
                    _ => Ok(voice::erase_again(tx, tenant, id, &[]).await?),
                }
            });
            assert!(!matches!(tried.await, Err(voice::Error::Store(_))), "the database answers");
            let mut session = house.store().read().await.unwrap();
            let counts = voice::counts(&mut session, house.tenant(), process.id).await.unwrap();
            drop(session);
            assert_eq!(
                [counts.shown, counts.waiting, counts.kept_back, counts.withdrawn],
                recounted(&house).await,
                "{engine}, turn {turn}"
            );
        }
        let all = recounted(&house).await;
        assert!(all.iter().all(|many| *many > 0), "everything happened: {all:?}");
        // A database that was filled before there were counters is counted once, by its migration.
        let backfill = voice::MIGRATIONS[1].sql.trim().trim_end_matches(';');
        store::write!(house.store(), [], |tx| {
            tx.run("DELETE FROM counter_part WHERE kind = 'contribution'", &[]).await?;
            tx.run(backfill, &[]).await
        })
        .await
        .unwrap();
        let mut session = house.store().read().await.unwrap();
        let counts = voice::counts(&mut session, house.tenant(), process.id).await.unwrap();
        assert_eq!([counts.shown, counts.waiting, counts.kept_back, counts.withdrawn], all);
    }
}
