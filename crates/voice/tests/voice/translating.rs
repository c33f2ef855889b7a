use crate::{form, house, journal, known, sent, speaks};
use axum::http::StatusCode;
use kernel::{ContributionId, Language};
use people::Role;
use people::testing::TestHouse;
use store::testing::engines;
use store::texts::Origin;

const FIELDS: [(&str, &str); 4] =
    [("language", "en"), ("title", "A bench in the park"), ("body", "Weary grandmothers want to sit down."), ("origin", "machine")];

async fn translations(house: &TestHouse, id: ContributionId) -> Vec<voice::Translation> {
    let mut session = house.store().read().await.unwrap();
    voice::translations_of(&mut session, house.tenant(), id).await.unwrap()
}

#[tokio::test]
async fn a_translation_is_added_beside_the_words_found_replaced_and_taken_away() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[]).await;
        let id = known(&house, &number).await.id;
        let path = format!("/werk/privacy/{id}/vertalingen");
        let officer = house.as_role(Role::ParticipationOfficer);
        let early = officer.get(&path).await;
        assert!(early.shows("Deze woorden zijn niet openbaar"), "{}", early.body);
        assert_eq!(officer.post(&path, &FIELDS).await.status, StatusCode::CONFLICT, "nobody may read the words yet");
        voice::testing::published(&house, id).await;
        let page = officer.get(&path).await;
        speaks(&page);
        assert!(page.shows("Een bank in het park") && !page.body.contains("<option value=\"nl\""), "not into its own language");
        for (name, value) in [("language", "nl"), ("language", ""), ("title", ""), ("body", ""), ("origin", ""), ("origin", "robot")] {
            let mut fields = FIELDS.to_vec();
            fields.retain(|(other, _)| *other != name);
            fields.push((name, value));
            let page = officer.post(&path, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
            assert!(page.body.contains(&format!("{name}-error")), "{name}: {}", page.body);
        }
        let mega = "a".repeat(1_000_000);
        let long = officer.post(&path, &[("language", "en"), ("title", mega.as_str()), ("body", "x"), ("origin", "human")]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(translations(&house, id).await.is_empty());

        let done = officer.post(&path, &FIELDS).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let kept = translations(&house, id).await;
        assert_eq!((kept.len(), kept[0].language, kept[0].origin), (1, Language::EN, Origin::Machine));
        let shown = officer.get(&path).await;
        assert!(shown.shows("Weary grandmothers") && shown.shows("Een machine"), "{}", shown.body);
        speaks(&shown);
        let original = known(&house, &number).await;
        assert_eq!(original.title.versions().len(), 1, "the words of the author stay as they are");
        let english = house.visitor().in_language("en");
        let list = format!("{}/lijst", form(&process));
        let found = english.get(&format!("{list}?zoek=grandmother")).await;
        assert!(found.shows("Een bank in het park") && !found.shows("Weary"), "found by it, shown as it was written: {}", found.body);

        let better = [("language", "en"), ("title", "A bench"), ("body", "Tired people want to sit."), ("origin", "human")];
        assert_eq!(officer.post(&path, &better).await.status, StatusCode::SEE_OTHER);
        let kept = translations(&house, id).await;
        assert_eq!((kept.len(), kept[0].title.as_str(), kept[0].origin), (1, "A bench", Origin::Human));
        assert!(!english.get(&format!("{list}?zoek=grandmother")).await.shows("Een bank in het park"));
        assert_eq!(officer.post(&path, &[("remove", "en")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(officer.post(&path, &[("remove", "en")]).await.status, StatusCode::NOT_FOUND, "it is gone already");
        assert!(translations(&house, id).await.is_empty());
        assert!(!english.get(&format!("{list}?zoek=tired")).await.shows("Een bank in het park"));
        let kinds: Vec<String> = journal(&house, id).await.into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds, ["received", "shown", "translated", "translated", "translation-removed"]);
        let told = journal(&house, id).await.into_iter().map(|event| event.body.to_string()).collect::<String>();
        assert!(!told.contains("grandmothers"), "the journal holds no words");
    }
}

#[tokio::test]
async fn who_may_not_look_at_words_translates_nothing() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let receipt = voice::testing::contribution(&house, process.id, "Een bank in het park").await;
        let path = format!("/werk/privacy/{}/vertalingen", receipt.id);
        let before = journal(&house, receipt.id).await.len();
        for role in [Role::Researcher, Role::DecisionMaker, Role::Intermediary] {
            assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).post(&path, &FIELDS).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).post(&path, &[("remove", "en")]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.visitor().post(&path, &FIELDS).await.status, StatusCode::SEE_OTHER, "to sign in");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&path, &FIELDS).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.as_role(Role::Moderator).without_token().post(&path, &FIELDS).await.status, StatusCode::FORBIDDEN);
        assert!(translations(&house, receipt.id).await.is_empty());
        assert_eq!(journal(&house, receipt.id).await.len(), before);
        assert_eq!(house.as_role(Role::Moderator).post(&path, &FIELDS).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_translation_goes_with_the_words_when_they_are_masked_kept_back_withdrawn_or_erased() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let list = format!("{}/lijst?zoek=grandmother", form(&process));
        let officer = house.as_role(Role::ParticipationOfficer);
        for act in ["again", "mask", "keep-back", "hide", "words"] {
            let (number, code) = sent(&house.visitor(), &process, &[]).await;
            let id = known(&house, &number).await.id;
            voice::testing::published(&house, id).await;
            let desk = format!("/werk/privacy/{id}");
            assert_eq!(officer.post(&format!("{desk}/vertalingen"), &FIELDS).await.status, StatusCode::SEE_OTHER);
            assert!(house.visitor().in_language("en").get(&list).await.shows("Een bank in het park"), "{act}");
            let code = code.reveal();
            let done = match act {
                "again" => crate::decides(&officer, &desk, &[("decision", "show")]).await,
                "mask" => crate::decides(&officer, &desk, &[("decision", "show"), ("mask-words", "moe")]).await,
                "keep-back" => {
                    let fields = [("decision", "keep-back"), ("rule", "wish"), ("reason", "Op vraag van de indiener.")];
                    crate::decides(&officer, &desk, &fields).await
                }
                erasure => {
                    let fields = [("code", code.as_str()), ("erasure", erasure)];
                    house.visitor().post(&format!("/bijdragen/{number}/intrekken"), &fields).await
                }
            };
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.body);
            let (left, found) =
                (translations(&house, id).await.len(), house.visitor().in_language("en").get(&list).await.shows("Een bank in het park"));
            match act {
                "again" => {
                    assert_eq!((left, found), (1, true), "the same words are shown, so their translation stays");
                    assert_eq!(officer.post(&format!("{desk}/vertalingen"), &[("remove", "en")]).await.status, StatusCode::SEE_OTHER);
                }
                "hide" => assert_eq!((left, found), (1, false), "hidden, as the words are"),
                _ => assert_eq!((left, found), (0, false), "{act}"),
            }
        }
    }
}
