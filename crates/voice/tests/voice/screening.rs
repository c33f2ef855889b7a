use crate::{decides, form, house, journal, known, sent, speaks};
use axum::http::StatusCode;
use journey::State;
use people::Role;
use people::testing::BUURSTAD;
use store::testing::engines;

const WORDS: &str = "Vraag het aan mevrouw Claes, bel 0470 12 34 56 of mail an@voorbeeld.be.\nZij woont in de Molenstraat 12.";

#[tokio::test]
async fn a_person_masks_what_was_found_and_publishes_the_rest() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[("body", WORDS)]).await;
        let contribution = known(&house, &number).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let list = officer.get("/werk/privacy").await;
        assert!(list.shows("Een bank in het park") && list.shows("een telefoonnummer"), "{}", list.body);
        speaks(&list);
        let path = format!("/werk/privacy/{}", contribution.id);
        let page = officer.get(&path).await;
        speaks(&page);
        assert!(page.body.contains("<mark title=\"een telefoonnummer\">0470 12 34 56</mark>"), "{}", page.body);
        let phone = WORDS.find("0470").unwrap();
        let mail = WORDS.find("an@").unwrap();
        let (phone, mail) = (format!("{phone}-{}", phone + 13), format!("{mail}-{}", mail + 15));
        assert!(page.body.contains(&format!("value=\"{phone}\" checked")), "what is sure is ticked: {}", page.body);
        let fields = [("decision", "show"), ("mask-body", phone.as_str()), ("mask-body", mail.as_str()), ("mask-words", "mevrouw Claes")];
        let done = decides(&officer, &path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let shown = known(&house, &number).await;
        let body = shown.body.as_ref().unwrap().original().text.clone();
        assert!(shown.published && shown.masked);
        assert_eq!(body, "Vraag het aan [persoonlijk], bel [telefoonnummer] of mail [e-mailadres].\nZij woont in de Molenstraat 12.");
        let public = house.visitor().get(&format!("{}/lijst", form(&process))).await;
        assert!(public.shows("[telefoonnummer]") && !public.shows("0470 12 34 56"), "{}", public.body);
        let search = house.visitor().get(&format!("{}/lijst?zoek=Claes", form(&process))).await;
        assert!(search.shows("Niets gevonden"), "masked words are not found either: {}", search.body);
        let kinds: Vec<String> = journal(&house, shown.id).await.into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds, ["received", "shown"]);
        let mut session = house.store().read().await.unwrap();
        let dossier = journey::of_contribution(&mut session, house.tenant(), shown.id).await.unwrap().unwrap();
        assert_eq!(dossier.state, State::Received, "it may be screened now");
        assert!(dossier.travelling(shown.id).unwrap().public);
    }
}

#[tokio::test]
async fn keeping_back_needs_rule_and_reason_and_the_contribution_travels_on() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[]).await;
        let contribution = known(&house, &number).await;
        let moderator = house.as_role(Role::Moderator);
        let path = format!("/werk/privacy/{}", contribution.id);
        let wrong = decides(&moderator, &path, &[("decision", "keep-back"), ("rule", "insult"), ("reason", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("reason-error"), "{}", wrong.body);
        let fields = [("decision", "keep-back"), ("rule", "insult"), ("reason", "U noemt uw buurman een dief.")];
        let done = decides(&moderator, &path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let kept = known(&house, &number).await;
        assert!(!kept.published);
        assert_eq!((kept.rule.as_deref(), kept.reason.as_deref()), (Some("insult"), Some("U noemt uw buurman een dief.")));
        let mut session = house.store().read().await.unwrap();
        let dossier = journey::of_contribution(&mut session, house.tenant(), kept.id).await.unwrap().unwrap();
        assert_eq!(dossier.state, State::Received, "nothing is closed");
        drop(session);
        let list = house.visitor().get(&format!("{}/lijst", form(&process))).await;
        assert!(list.shows("1 bijdrage tonen wij niet") && !list.shows("Een bank in het park"));
        let stand = moderator.get("/werk/privacy?stand=kept-back").await;
        assert!(stand.shows("Een bank in het park"), "a decision can be looked at again");
    }
}

#[tokio::test]
async fn the_wrong_role_gets_403_the_neighbour_404_and_nothing_changes() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[]).await;
        let id = known(&house, &number).await.id;
        let path = format!("/werk/privacy/{id}");
        for role in [Role::Researcher, Role::Specialist, Role::Intermediary, Role::BudgetHolder] {
            let browser = house.as_role(role);
            assert_eq!(browser.get("/werk/privacy").await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.post(&path, &[("decision", "show")]).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::SEE_OTHER, "sign in first");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&path, &[("decision", "show")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.as_role(Role::ParticipationOfficer).without_token().post(&path, &[("decision", "show")]).await.status,
            StatusCode::FORBIDDEN
        );
        assert!(!known(&house, &number).await.published);
        assert_eq!(journal(&house, id).await.len(), 1);
        let _ = BUURSTAD;
    }
}

#[tokio::test]
async fn an_author_who_wants_no_publicity_is_told_to_the_person_who_screens() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (number, _) = sent(&house.visitor(), &process, &[("private", "yes")]).await;
        let contribution = known(&house, &number).await;
        assert!(!contribution.public);
        let page = house.as_role(Role::ParticipationOfficer).get(&format!("/werk/privacy/{}", contribution.id)).await;
        assert!(
            page.shows("wil niet dat deze woorden op de website komen") && page.body.contains("value=\"wish\" selected"),
            "{}",
            page.body
        );
    }
}
