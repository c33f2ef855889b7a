//! Answers from the form to the author and the public page, over HTTP on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{decide, dossier, received, received_by_mail, take_to};
use design::{Part, Variant};
use journey::{AnswerBy, DeliveryStatus, Outcome, State};
use kernel::{Actor, DeliveryId, DossierId, FollowCode, Language, Line, ProcessId};
use people::testing::{Browser, Options, Page, TestHouse};
use people::{Context, Role};
use serde_json::json;
use std::sync::Arc;
use store::jobs::NewJob;
use store::testing::engines;
use store::texts::{LanguageSet, Origin, Version};

use voice::{Answering, Receipt};

const DONE: &str = "Wij hebben uw plan voor drie banken op het plein uitgerekend en getekend.";
const CRITERION: &str = "De brandweer moet er altijd door kunnen.";
const WHY_NOT: &str = "Een vierde bank staat op de route van de brandweer. Die route mag nooit versperd zijn.";

async fn house(engine: store::Engine) -> TestHouse {
    let migrations = [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let options = Options { holders: vec![Arc::new(answer::Answers)], facts: vec![Arc::new(answer::Known)], ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

/// A contribution that was decided; nobody is answered yet.
async fn decided(house: &TestHouse, answering: Answering, outcome: Outcome) -> Receipt {
    let process = design::testing::published_process(house).await;
    let receipt = received(house, &process, "Banken op het plein", answering).await;
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, outcome).await;
    receipt
}

fn form(dossier: DossierId) -> String {
    format!("/werk/dossiers/{dossier}/antwoord")
}

/// Publishes a whole answer through the form.
async fn answered(house: &TestHouse, dossier: DossierId, more: &[(&str, &str)]) {
    let mut fields = vec![("done", DONE), ("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes"), ("action", "publish")];
    fields.extend_from_slice(more);
    let page = house.as_role(Role::ParticipationOfficer).post(&form(dossier), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn delivery(house: &TestHouse, receipt: &Receipt) -> answer::Delivery {
    let mut s = house.store().read().await.unwrap();
    answer::deliveries_of(&mut s, house.tenant(), receipt.id).await.unwrap().pop().unwrap()
}

fn code(receipt: &Receipt) -> String {
    receipt.follow_code.as_ref().map(FollowCode::reveal).unwrap()
}

async fn letter_author(house: &TestHouse) -> Answering {
    let identity = house.identity();
    let keeper = house.app.keeper(house.tenant(), Actor::System);
    let who = people::vault::Identity {
        name: "Noor Peeters".to_owned(),
        address: "Molenstraat 4, 9999 Leyhoven".to_owned(),
        phone: "0470 00 00 00".to_owned(),
        ..people::vault::Identity::default()
    };
    store::write!(house.store(), [keeper, who], |tx| people::vault::keep(tx, &keeper, identity, &who).await).await.unwrap();
    Answering { by: AnswerBy::Letter, identity: Some(identity), ..Answering::none() }
}

async fn journal_length(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 500).await.unwrap().len()
}

#[tokio::test]
async fn a_no_without_its_reason_is_not_published_and_nothing_typed_is_lost() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&form(receipt.dossier)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.shows("Banken op het plein") && page.shows("Waarom niet?") && page.shows("Overwogen, maar niet overgenomen"));
        let before = journal_length(&house).await;
        for (fields, wrong) in [
            (vec![("done", DONE), ("criterion", CRITERION), ("plain", "yes")], "id=\"why-not-error\""),
            (vec![("done", DONE), ("criterion", CRITERION), ("why-not", "Te duur."), ("plain", "yes")], "minstens 50 tekens"),
            (vec![("done", DONE), ("criterion", CRITERION), ("why-not", WHY_NOT)], "id=\"plain-error\""),
            (vec![("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes")], "id=\"done-error\""),
        ] {
            let page = officer.post(&form(receipt.dossier), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.shows(wrong), "{wrong}: {}", page.body);
            assert!(page.shows(CRITERION), "what was typed stays");
        }
        let long = "woord ".repeat(40);
        let page = officer
            .post(&form(receipt.dossier), &[("done", &long), ("criterion", CRITERION), ("why-not", WHY_NOT), ("plain", "yes")])
            .await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("heeft 40 woorden"), "{}", page.body);
        let page = officer.post(&form(receipt.dossier), &[("done", &"a".repeat(1_000_000))]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a megabyte is answered in plain words");
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Decided);
        assert_eq!(journal_length(&house).await, before, "nothing was written");
    }
}

#[tokio::test]
async fn an_answer_can_begin_with_words_for_its_outcome_which_are_filled_in_before_it_goes() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&form(receipt.dossier)).await;
        assert!(page.shows("Begin met het voorbeeld") && !page.shows("[waarom het niet kan]"), "nothing is put in unasked");
        let before = journal_length(&house).await;
        let begun = officer.post(&form(receipt.dossier), &[("done", DONE), ("coming", " "), ("action", "begin")]).await;
        assert_eq!(begun.status, StatusCode::OK, "{}", begun.body);
        assert!(begun.shows(DONE) && !begun.shows("[wat is onderzocht]"), "what was typed stays as it was: {}", begun.body);
        assert!(begun.shows("De reden is: [waarom het niet kan].") && begun.shows("vragen om er opnieuw naar te kijken"), "{}", begun.body);
        assert!(!begun.shows("Begin met het voorbeeld"), "no field is empty any more");
        let told = "De lege velden zijn gevuld met het voorbeeld.";
        assert!(begun.shows(told) && !page.shows(told), "{}", begun.body);
        assert!(begun.shows("role=\"status\" tabindex=\"-1\" autofocus"), "one sees it in a narrow window: {}", begun.body);
        let left = [
            ("done", DONE),
            ("criterion", CRITERION),
            ("why-not", "De reden is: [waarom het niet kan]. Meer weten wij niet."),
            ("plain", "yes"),
        ];
        let refused = officer.post(&form(receipt.dossier), &left).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("id=\"why-not-error\"") && refused.shows("[waarom het niet kan]"), "{}", refused.body);
        assert_eq!((dossier(&house, receipt.dossier).await.state, journal_length(&house).await), (State::Decided, before));
        let researcher = house.as_role(Role::Researcher).post(&form(receipt.dossier), &[("action", "begin")]).await;
        assert_eq!(researcher.status, StatusCode::FORBIDDEN);
        answered(&house, receipt.dossier, &[]).await;
    }
}

#[tokio::test]
async fn who_may_not_answer_changes_nothing_and_the_neighbour_finds_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::Adopted).await;
        let fields = [("done", DONE), ("criterion", CRITERION), ("plain", "yes"), ("action", "publish")];
        let before = journal_length(&house).await;
        for role in [Role::Researcher, Role::Moderator, Role::Intermediary, Role::DecisionMaker, Role::Administrator] {
            for path in [form(receipt.dossier)] {
                assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role}");
                assert_eq!(house.as_role(role).post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{role}");
            }
        }
        assert_eq!(
            house.as_neighbour(Role::ParticipationOfficer).post(&form(receipt.dossier), &fields).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(house.visitor().post(&form(receipt.dossier), &fields).await.status, StatusCode::SEE_OTHER, "to sign in");
        assert_eq!(
            house.as_role(Role::ParticipationOfficer).without_token().post(&form(receipt.dossier), &fields).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Decided);
        assert_eq!(journal_length(&house).await, before);
        let neighbour = house.visitor().on(people::testing::BUURSTAD);
        assert_eq!(neighbour.get(&format!("/bijdragen/{}", receipt.number)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_draft_is_kept_remarked_on_and_then_published() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::Adopted).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let saved = officer.post(&form(receipt.dossier), &[("done", "Thans is het plan getekend."), ("action", "save")]).await;
        assert_eq!(saved.location.as_deref(), Some(form(receipt.dossier).as_str()));
        let page = officer.get(&form(receipt.dossier)).await;
        assert!(page.shows("Thans is het plan getekend.") && page.shows("«thans»"), "{}", page.body);
        assert!(!house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await.shows("Thans"), "a draft is not public");
        let long = format!("Het college zegt dat {} het plan klaar is.", "en nog eens ".repeat(8));
        let checked = officer.post(&form(receipt.dossier), &[("done", &long), ("action", "check")]).await;
        assert_eq!(checked.status, StatusCode::OK, "{}", checked.body);
        assert!(checked.shows("Leesgemak:") && checked.shows("Deze zin heeft 32 woorden") && checked.shows(&long), "{}", checked.body);
        let page = officer.get(&form(receipt.dossier)).await;
        assert!(page.shows("Thans is het plan getekend.") && !page.shows("Leesgemak:"), "looking changes nothing; five words have no ease");
        answered(&house, receipt.dossier, &[]).await;
        let page = officer.get(&form(receipt.dossier)).await;
        assert!(page.shows("hebben een antwoord"), "{}", page.body);
        let again = officer.post(&form(receipt.dossier), &[("done", DONE), ("criterion", CRITERION), ("plain", "yes")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "twice is told, not done");
    }
}

#[tokio::test]
async fn the_public_page_tells_the_way_the_decision_and_the_answer_in_every_language() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        let path = format!("/bijdragen/{}", receipt.number);
        let before = house.visitor().get(&path).await;
        assert_eq!(before.status, StatusCode::OK, "{}", before.body);
        assert!(before.shows("Banken op het plein") && before.shows("Openbaar domein") && before.shows("Overwogen, maar niet overgenomen"));
        house.clock.advance_days(40);
        let late = house.visitor().get(&path).await;
        assert!(late.shows("ligt stil bij Openbaar domein sinds"), "{}", late.body);
        answered(&house, receipt.dossier, &[("own-x", ""), ("coming", "Wij vragen u in mei opnieuw.")]).await;
        for language in ["nl", "en", "ar"] {
            let page = house.visitor().in_language(language).get(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.shows("⟦"), "words are missing in {language}: {}", page.body);
            for words in [DONE, CRITERION, WHY_NOT, "Wij vragen u in mei opnieuw."] {
                assert!(page.shows(words), "{language} lacks «{words}»");
            }
            assert!(!page.shows("ligt stil"));
            assert_eq!(page.body.matches("<h1").count(), 1);
        }
        let typed = house.visitor().get(&format!("/bijdragen/{}", receipt.number.as_str().to_lowercase().replace('-', ""))).await;
        assert_eq!(typed.location.as_deref(), Some(path.as_str()), "one address for one contribution");
        assert_eq!(house.visitor().get("/bijdragen/3333-3333").await.status, StatusCode::NOT_FOUND);

        let mut s = house.store().read().await.unwrap();
        let civil = &house.leyhoven.tenant.civil;
        let told = answer::journey_page(&mut s, house.tenant(), &receipt.number, Language::NL, civil, house.app.clock.now())
            .await
            .unwrap()
            .unwrap();
        let json = serde_json::to_string(&told).unwrap();
        assert!(json.contains(DONE) && json.contains("\"state\":\"S15\"") && json.contains("\"outcome\":\"not-adopted\""), "{json}");
        for role in Role::ALL {
            assert!(!json.contains(&house.account(*role).to_string()), "{role} is not public");
        }
    }
}

#[tokio::test]
async fn the_public_page_tells_the_frames_the_advice_and_why_a_date_moved_until_the_author_withdraws() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Banken op het plein", Answering::none()).await;
        let path = format!("/bijdragen/{}", receipt.number);
        take_to(&house, receipt.dossier, State::FrameCheck).await;
        assert!(!house.visitor().get(&path).await.shows("Kan het en mag het?"), "nobody looked yet");
        let act = |name: &str| format!("/werk/dossiers/{}/{name}", receipt.dossier);
        let done = async |role: Role, name: &str, fields: &[(&str, &str)]| {
            let page = house.as_role(role).post(&act(name), fields).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}: {}", page.body);
        };
        let rule = "De brandweer vraagt vier meter vrije doorgang.";
        done(
            Role::Specialist,
            "kadertoets",
            &[
                ("legal", "fits-if"),
                ("legal-rule", rule),
                ("legal-firmness", "essential"),
                ("financial", "fits"),
                ("practical", "fits"),
                ("plans", "fits"),
            ],
        )
        .await;
        let (condition, words, motive) = ("De banken staan langs de gevel.", "Zet er drie banken.", "Daar is plaats voor.");
        done(Role::Specialist, "advies", &[("fit", "fits-if"), ("condition", condition), ("words", words), ("motive", motive)]).await;
        let later = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(14);
        done(Role::CouncilSecretary, "agenda", &[("body", "Gemeenteraad"), ("date", &later.to_string())]).await;
        let moved = [("body", "Gemeenteraad"), ("date", &later.plus_days(7).to_string()), ("motive", "De agenda was vol.")];
        house.clock.advance_days(1);
        done(Role::CouncilSecretary, "agenda", &moved).await;
        let told = [rule, condition, words, motive, "De agenda was vol."];
        for (language, fits, firmness) in [
            ("nl", "Past als er iets verandert", "Dit ligt vast: de gemeente kan er niet van afwijken."),
            ("en", "Fits if something changes", "This is fixed: the municipality cannot depart from it."),
            ("ar", "مناسب إذا تغيّر شيء", "هذا ثابت: لا يمكن للبلدية أن تخالفه."),
        ] {
            let page = house.visitor().in_language(language).get(&path).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language}: {}", page.body);
            for part in told.into_iter().chain([fits, firmness]) {
                assert!(page.shows(part), "{language} lacks «{part}»: {}", page.body);
            }
        }
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        assert!(house.visitor().get(&path).await.shows(rule), "it stays to be read after the answer");

        let withdraw = house.visitor().post(&format!("{path}/intrekken"), &[("code", &code(&receipt)), ("erasure", "hide")]).await;
        assert_eq!(withdraw.status, StatusCode::SEE_OTHER, "{}", withdraw.body);
        let gone = house.visitor().get(&path).await;
        for part in told {
            assert!(!gone.shows(part), "«{part}» stays after withdrawal: {}", gone.body);
        }
    }
}

#[tokio::test]
async fn a_translation_stands_beside_the_words_of_the_author_and_says_who_made_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Banken op het plein", Answering::none()).await;
        take_to(&house, receipt.dossier, State::Screened).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let desk = format!("/werk/privacy/{}/vertalingen", receipt.id);
        for (language, title, origin) in [("en", "Benches on the square", "machine"), ("ar", "مقاعد في الساحة", "human")] {
            let fields = [("language", language), ("title", title), ("body", "There is too little shade."), ("origin", origin)];
            assert_eq!(officer.post(&desk, &fields).await.status, StatusCode::SEE_OTHER);
        }
        let path = format!("/bijdragen/{}", receipt.number);
        for (language, open, made) in [
            ("nl", 0, "Vertaald door een machine"),
            ("en", 1, "Translated by a machine, at the request of the municipality"),
            ("ar", 1, "ترجمتها آلة بطلب من البلدية"),
        ] {
            let page = house.visitor().in_language(language).get(&path).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦") && page.shows(made), "{language}: {}", page.body);
            let (own, translated) = (page.body.find("Er is te weinig schaduw").unwrap(), page.body.find("Benches on the square").unwrap());
            assert!(own < translated && page.shows("مقاعد في الساحة"), "the words of the author come first");
            assert_eq!(page.body.matches("<details class=\"mm-panel\" open>").count(), open, "{language} opens its own");
            assert!(page.body.contains("<h1") && page.body.split("<h1").nth(1).unwrap().contains("Banken op het plein"));
        }
        let code = code(&receipt);
        house.visitor().post(&format!("{path}/intrekken"), &[("code", code.as_str()), ("erasure", "hide")]).await;
        assert!(!house.visitor().get(&path).await.shows("Benches"), "gone with the words");
    }
}

#[tokio::test]
async fn the_public_page_tells_what_departments_did_together() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Banken op het plein", Answering::none()).await;
        take_to(&house, receipt.dossier, State::Assessed).await;
        let done = async |role: Role, name: &str, fields: &[(&str, &str)]| {
            let page = house.as_role(role).post(&format!("/werk/dossiers/{}/{name}", receipt.dossier), fields).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}: {}", page.body);
        };
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let finance = house.leyhoven.finance.to_string();
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let table = [("party", &*green), ("party", &space), ("date", &day), ("subject", "Wie onderhoudt de banken?")];
        done(Role::ParticipationOfficer, "tafel", &table).await;
        let agreed = [("present", &*space), ("agreement", "Openbaar domein onderhoudt ze."), ("department", &space)];
        done(Role::ParticipationOfficer, "tafel/afspraken", &agreed).await;
        done(Role::Specialist, "middelen", &[("department", &finance), ("euros", "4500"), ("purpose", "Drie banken.")]).await;
        let waits = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(waits.shows("Nog geen antwoord."), "{}", waits.body);
        done(Role::BudgetHolder, "middelen/antwoord", &[("answer", "no"), ("motive", "Dit jaar is het op.")]).await;
        let up =
            [("level", "college"), ("question", "Mag het uit de reserve?"), ("conflict", "Zitten of sparen."), ("options", "Ja of nee.")];
        done(Role::Specialist, "hoger", &up).await;
        done(Role::ParticipationOfficer, "hoger/antwoord", &[("answer", "Ja, uit de reserve."), ("department", &space)]).await;

        let told = [
            "Wie onderhoudt de banken?",
            "Openbaar domein onderhoudt ze.",
            "Drie banken.",
            "Dit jaar is het op.",
            "Mag het uit de reserve?",
            "Zitten of sparen.",
            "Ja, uit de reserve.",
        ];
        for (language, absent) in [("nl", "(was er niet)"), ("en", "(was not there)"), ("ar", "(لم تحضر)")] {
            let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language}: {}", page.body);
            for part in told.into_iter().chain([absent]) {
                assert!(page.shows(part), "{language} lacks «{part}»: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn who_is_referred_reads_to_whom_and_how_to_reach_them() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Een losse tegel", Answering::none()).await;
        take_to(&house, receipt.dossier, State::Referred).await;
        for (language, place) in [("nl", "het meldpunt van de gemeente"), ("en", "report"), ("ar", "bel 09 555 01 20")] {
            let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
            assert!(!page.shows("⟦"), "{language}: {}", page.body);
            assert!(page.shows(place) && page.shows("bel 09 555 01 20") && page.shows("Dit is een melding."), "{language}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn in_a_bundle_everybody_hears_of_their_own_words_and_only_of_those() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let one = received(&house, &process, "Banken", Answering::none()).await;
        let two = received(&house, &process, "Zitplaatsen", Answering::none()).await;
        for receipt in [&one, &two] {
            take_to(&house, receipt.dossier, State::Screened).await;
        }
        let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.app.clock.now());
        let (from, into, contribution) = (two.dossier, one.dossier, two.id);
        store::write!(house.store(), [civil], |tx| {
            let act = journey::Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::bundle(tx, &act, from, into, contribution).await
        })
        .await
        .unwrap();
        let told = house.visitor().get(&format!("/bijdragen/{}", two.number)).await;
        assert!(told.shows(&format!("href=\"/bijdragen/{}\"", one.number)) && told.shows(">Banken<"), "{}", told.body);
        assert!(told.shows(&format!("/bijdragen/{}/bundeling", two.number)), "its author can contest: {}", told.body);
        let officer = house.as_role(Role::ParticipationOfficer);
        let differs = [("chosen", two.id.to_string()), ("words", "Wil vooral plaats in de schaduw.".to_owned())];
        let differs: Vec<(&str, &str)> = differs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let marked = officer.post(&format!("/werk/dossiers/{}/minderheid", one.dossier), &differs).await;
        assert_eq!(marked.status, StatusCode::SEE_OTHER, "{}", marked.body);
        take_to(&house, one.dossier, State::OnAgenda).await;
        decide(&house, one.dossier, Outcome::Adopted).await;
        assert!(officer.get(&form(one.dossier)).await.shows("plaats in de schaduw"), "whoever writes the answer sees what differs");
        let (own_one, own_two) = (format!("own-{}", one.number), format!("own-{}", two.number));
        let officer = house.as_role(Role::ParticipationOfficer);
        let fields = [("done", DONE), ("criterion", CRITERION), ("plain", "yes"), (own_one.as_str(), "Uw drie banken komen er.")];
        let page = officer.post(&form(one.dossier), &fields).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(&format!("{own_two}-error")), "{}", page.body);
        assert_eq!(dossier(&house, one.dossier).await.state, State::Decided, "nobody is answered when somebody is not");
        answered(&house, one.dossier, &[(&own_one, "Uw drie banken komen er."), (&own_two, "Uw zitplaatsen komen bij de fontein.")]).await;
        let first = house.visitor().get(&format!("/bijdragen/{}", one.number)).await;
        let second = house.visitor().get(&format!("/bijdragen/{}", two.number)).await;
        assert!(first.shows("Uw drie banken komen er.") && !first.shows("bij de fontein") && first.shows(DONE));
        assert!(second.shows("plaats in de schaduw") && !first.shows("plaats in de schaduw"), "{}", second.body);
        assert!(!second.shows("/bundeling"), "after the decision there is a review to ask for");
        assert!(second.shows("bij de fontein") && !second.shows("Uw drie banken komen er.") && second.shows("samen op weg met één andere"));
    }
}

/// The values of the hidden fields `letter` on the page with all letters.
fn letters_in(body: &str) -> Vec<String> {
    let mark = "name=\"letter\" value=\"";
    body.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn waiting_letters_are_printed_at_once_and_exactly_those_are_noted_as_posted() {
    for engine in engines() {
        let house = house(engine).await;
        let mut receipts = Vec::new();
        for answering in [letter_author(&house).await, letter_author(&house).await, letter_author(&house).await] {
            let receipt = decided(&house, answering, Outcome::Adopted).await;
            answered(&house, receipt.dossier, &[]).await;
            receipts.push(receipt);
        }
        let called = Answering { by: AnswerBy::Phone, ..letter_author(&house).await };
        let phone = decided(&house, called, Outcome::Adopted).await;
        answered(&house, phone.dossier, &[]).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        assert!(officer.get("/werk/bezorging?weg=letter").await.shows("/werk/bezorging/brieven?weg=letter"));
        assert!(!officer.get("/werk/bezorging?weg=phone").await.shows("/werk/bezorging/brieven"), "nobody prints a call");
        let before = journal_length(&house).await;
        let heap = officer.get("/werk/bezorging/brieven?weg=letter").await;
        assert_eq!(heap.status, StatusCode::OK, "{}", heap.body);
        assert_eq!(heap.body.matches("<article class=\"mm-letter\"").count(), 3);
        assert!(heap.shows("3 brieven wachten op afdrukken") && heap.shows("Noor Peeters") && !heap.shows(phone.number.as_str()));
        assert_eq!(journal_length(&house).await, before + 3, "every look at an address is logged");
        let ids = letters_in(&heap.body);
        assert_eq!(ids.len(), 3);

        let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("letter", id.as_str())).chain([("weg", "letter")]).collect();
        let path = "/werk/bezorging/brieven";
        let before = journal_length(&house).await;
        for role in [Role::Researcher, Role::Moderator, Role::DecisionMaker] {
            assert_eq!(house.as_role(role).get(path).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).post(path, &fields).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let elsewhere = house.as_role(Role::Intermediary);
        assert!(letters_in(&elsewhere.get(path).await.body).is_empty(), "these do not go through De Kring");
        assert_eq!(elsewhere.post(path, &fields).await.status, StatusCode::FORBIDDEN);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.post(path, &fields).await.status, StatusCode::NOT_FOUND);
        let called = delivery(&house, &phone).await.id.to_string();
        assert_eq!(officer.post(path, &[("letter", called.as_str())]).await.status, StatusCode::NOT_FOUND, "a call is no letter");
        assert_eq!(journal_length(&house).await, before, "nothing changed");

        // Meanwhile somebody brings one by hand, and one more answer comes that was not printed.
        let one = format!("/werk/bezorging/{}", ids[0]);
        assert_eq!(officer.post(&one, &[("status", "confirmed")]).await.status, StatusCode::SEE_OTHER);
        let late = decided(&house, letter_author(&house).await, Outcome::Adopted).await;
        answered(&house, late.dossier, &[]).await;
        let done = officer.post(path, &fields).await;
        assert_eq!(done.location.as_deref(), Some("/werk/bezorging?weg=letter"), "{}", done.body);
        let list = officer.get("/werk/bezorging?weg=letter").await;
        assert!(list.shows("2 brieven op de post gedaan, 1 niet: was intussen al bezorgd."), "{}", list.body);
        assert!(list.shows(late.number.as_str()), "what was not printed still waits");
        let mut statuses: Vec<DeliveryStatus> = Vec::new();
        for receipt in &receipts {
            statuses.push(delivery(&house, receipt).await.status);
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [DeliveryStatus::HandedOver, DeliveryStatus::HandedOver, DeliveryStatus::Confirmed]);
        officer.post(path, &fields).await;
        assert!(officer.get("/werk/bezorging").await.shows("Geen brief op de post gedaan, 3 niet: waren intussen al bezorgd."));
    }
}

#[tokio::test]
async fn a_letter_is_printed_posted_and_the_look_at_the_address_is_logged() {
    for engine in engines() {
        let house = house(engine).await;
        let answering = letter_author(&house).await;
        let receipt = decided(&house, answering, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::FedBack, "a letter is on its way");
        let officer = house.as_role(Role::ParticipationOfficer);
        let list = officer.get("/werk/bezorging").await;
        assert!(list.status == StatusCode::OK && list.shows(receipt.number.as_str()) && list.shows("Per brief"), "{}", list.body);
        assert!(!list.shows("Noor"), "a list shows no names");
        let path = format!("/werk/bezorging/{}", delivery(&house, &receipt).await.id);
        let one = officer.get(&path).await;
        assert!(one.status == StatusCode::OK && !one.shows("Noor"), "{}", one.body);
        let before = journal_length(&house).await;
        let letter = officer.get(&format!("{path}/brief")).await;
        assert!(letter.shows("Noor Peeters") && letter.shows("9999 Leyhoven") && letter.shows(DONE), "{}", letter.body);
        assert_eq!(journal_length(&house).await, before + 1, "the look is logged");

        for role in [Role::Researcher, Role::Moderator, Role::DecisionMaker] {
            assert_eq!(house.as_role(role).get(&path).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).get(&format!("{path}/brief")).await.status, StatusCode::FORBIDDEN);
            assert_eq!(house.as_role(role).post(&path, &[("status", "confirmed")]).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(house.as_role(Role::Intermediary).get(&path).await.status, StatusCode::FORBIDDEN, "not through De Kring");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get(&format!("{path}/brief")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.as_neighbour(Role::ParticipationOfficer).post(&path, &[("status", "confirmed")]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(delivery(&house, &receipt).await.status, DeliveryStatus::Pending);

        for (fields, wrong) in [
            (vec![("status", "")], "status-error"),
            (vec![("status", "sent")], "status-error"),
            (vec![("status", "failed")], "reason-error"),
        ] {
            let page = officer.post(&path, &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{}", page.body);
        }
        for (status, state) in [("printed", State::FedBack), ("handed-over", State::Reaction), ("confirmed", State::Reaction)] {
            assert_eq!(officer.post(&path, &[("status", status)]).await.status, StatusCode::SEE_OTHER);
            assert_eq!(dossier(&house, receipt.dossier).await.state, state, "{status}");
        }
        assert_eq!(officer.post(&path, &[("status", "printed")]).await.status, StatusCode::CONFLICT, "who has it cannot lose it");
        assert!(officer.get("/werk/bezorging").await.shows("Hier staat niets"));
        assert!(officer.get("/werk/bezorging?welke=klaar&weg=letter").await.shows(receipt.number.as_str()));
        assert!(!house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await.shows("Noor"));
    }
}

#[tokio::test]
async fn a_delivery_that_fails_stays_on_the_list_with_its_reason() {
    for engine in engines() {
        let house = house(engine).await;
        let answering = letter_author(&house).await;
        let receipt = decided(&house, answering, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = format!("/werk/bezorging/{}", delivery(&house, &receipt).await.id);
        let page = officer.post(&path, &[("status", "failed"), ("reason", "Brief kwam terug: adres bestaat niet.")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        assert!(officer.get("/werk/bezorging").await.shows("Brief kwam terug"));
        assert_eq!(officer.post(&path, &[("status", "handed-over")]).await.status, StatusCode::SEE_OTHER, "it can be tried again");
    }
}

#[tokio::test]
async fn an_intermediary_brings_what_came_through_the_own_organisation_and_nothing_else() {
    for engine in engines() {
        let house = house(engine).await;
        let through = Answering {
            by: AnswerBy::Intermediary,
            organisation: Some(house.leyhoven.de_kring),
            pseudonym: Some(Line::new("de man met de fiets", 120).unwrap()),
            ..Answering::none()
        };
        let receipt = decided(&house, through, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        let answering = letter_author(&house).await;
        let other = decided(&house, answering, Outcome::Adopted).await;
        answered(&house, other.dossier, &[]).await;
        let partner = house.as_role(Role::Intermediary);
        let list = partner.get("/werk/bezorging").await;
        assert!(list.shows(receipt.number.as_str()) && list.shows("De Kring") && !list.shows(other.number.as_str()), "{}", list.body);
        let carried = partner.get("/werk/bezorging/mee").await;
        assert!(carried.status == StatusCode::OK && carried.headers["cache-control"] == "no-store", "{}", carried.body);
        let told: serde_json::Value = serde_json::from_str(&carried.body).unwrap();
        assert_eq!(told["answers"].as_array().unwrap().len(), 1, "only the own organisation's: {told}");
        assert_eq!(told["answers"][0]["number"], receipt.number.as_str());
        assert_eq!(told["answers"][0]["to"], "de man met de fiets · De Kring");
        assert!(
            carried.shows(DONE) && !carried.shows(other.number.as_str()) && !carried.shows('⟦'.to_string().as_str()),
            "{}",
            carried.body
        );
        let officer = house.as_role(Role::ParticipationOfficer).get("/werk/bezorging/mee").await;
        assert!(officer.shows(receipt.number.as_str()) && !officer.shows("Noor Peeters"), "no name of the vault: {}", officer.body);
        assert_eq!(house.as_role(Role::Researcher).get("/werk/bezorging/mee").await.status, StatusCode::FORBIDDEN);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer).get("/werk/bezorging/mee").await;
        assert!(neighbour.status == StatusCode::OK && !neighbour.shows(receipt.number.as_str()), "{}", neighbour.body);
        let path = format!("/werk/bezorging/{}", delivery(&house, &receipt).await.id);
        let letter = partner.get(&format!("{path}/brief")).await;
        assert!(letter.shows("de man met de fiets") && letter.shows(DONE), "{}", letter.body);
        assert_eq!(partner.post(&path, &[("status", "confirmed")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(delivery(&house, &receipt).await.status, DeliveryStatus::Confirmed);
        assert!(!partner.get("/werk/bezorging/mee").await.shows(receipt.number.as_str()), "what was brought leaves the telephone");
    }
}

#[tokio::test]
async fn a_mail_is_written_in_the_authors_language_and_its_report_moves_the_journey() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received_by_mail(&house, &process, "Banken op het plein", "noor@example.org").await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        let worker = answer::jobs::register(house.worker(), house.app.clone());
        worker.work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let mails = people::mail::waiting(&mut s, house.tenant(), 10).await.unwrap();
        let mail = mails.iter().find(|mail| mail.subject.contains(receipt.number.as_str())).expect("a mail with the answer");
        assert!(mail.text.contains(DONE) && mail.text.contains(CRITERION) && mail.text.contains("/bijdragen/"), "{}", mail.text);
        assert!(!mail.text.contains("⟦"), "{}", mail.text);
        drop(s);
        assert_eq!(delivery(&house, &receipt).await.status, DeliveryStatus::Pending, "no server took it yet");
        for (sent, expected) in [(false, DeliveryStatus::Failed), (true, DeliveryStatus::Sent)] {
            let (tenant, due) = (house.tenant(), house.app.clock.now());
            let about: DeliveryId = delivery(&house, &receipt).await.id;
            let error = (!sent).then_some("550 no such mailbox");
            let payload = json!({ "about": about, "sent": sent, "error": error });
            store::write!(house.store(), [payload], |tx| {
                tx.enqueue(NewJob { tenant, kind: answer::jobs::MAIL_REPORT, payload, due }).await.map(drop)
            })
            .await
            .unwrap();
            worker.work_once().await.unwrap();
            assert_eq!(delivery(&house, &receipt).await.status, expected);
        }
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Reaction);
    }
}

#[tokio::test]
async fn an_author_reacts_with_the_code_asks_a_review_and_gets_a_new_round() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        let path = format!("/bijdragen/{}/oordeel", receipt.number);
        let code = code(&receipt);
        let early = house.visitor().post(&path, &[("understood", "yes"), ("code", &code)]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "there is no answer yet: {}", early.body);
        answered(&house, receipt.dossier, &[]).await;
        let visitor = house.visitor();
        for (fields, wrong) in [
            (vec![("code", code.as_str())], "understood-error"),
            (vec![("understood", "no"), ("words", "Ik snap het niet.")], "code-error"),
            (vec![("understood", "no"), ("code", "3333 3333 3333 3333")], "code-error"),
            (vec![("understood", "no"), ("code", "kort")], "code-error"),
        ] {
            let page = visitor.post(&path, &fields).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{wrong}: {}", page.body);
        }
        let sent = visitor
            .post(&path, &[("understood", "yes"), ("fair", "no"), ("review", "yes"), ("words", "Kijk nog eens."), ("code", &code)])
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let public = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(
            public.shows("Indiener reageerde") && !public.shows("Kijk nog eens."),
            "that a review was asked is public, the words are not"
        );

        let guardian = house.as_role(Role::ProcessGuardian);
        let list = guardian.get("/werk/herzieningen").await;
        assert!(list.shows(receipt.number.as_str()), "{}", list.body);
        let at = list.body.find("/werk/herzieningen/").unwrap();
        let one = list.body[at..].split('"').next().unwrap().to_owned();
        assert!(guardian.get(&one).await.shows("Kijk nog eens."));
        assert_eq!(house.as_role(Role::ParticipationOfficer).post(&one, &[("reason", "x")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_neighbour(Role::ProcessGuardian).post(&one, &[("reason", "x")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(guardian.post(&one, &[("choice", "grant"), ("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(guardian.post(&one, &[("reason", "De route klopt.")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Reaction);
        assert_eq!(
            guardian.post(&one, &[("choice", "grant"), ("reason", "De route van de brandweer was fout getekend.")]).await.status,
            StatusCode::SEE_OTHER
        );
        let again = dossier(&house, receipt.dossier).await;
        assert_eq!((again.state, again.outcome), (State::Assessed, None));
        let public = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(public.shows("fout getekend") && public.shows("Eerder antwoord") && public.shows(DONE), "{}", public.body);
    }
}

#[tokio::test]
async fn a_review_that_is_not_granted_is_answered_in_public_and_can_be_asked_again() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        answered(&house, receipt.dossier, &[]).await;
        let path = format!("/bijdragen/{}/oordeel", receipt.number);
        let code = code(&receipt);
        assert_eq!(house.visitor().post(&path, &[("review", "yes"), ("code", &code)]).await.status, StatusCode::SEE_OTHER);
        let guardian = house.as_role(Role::ProcessGuardian);
        let list = guardian.get("/werk/herzieningen").await;
        let at = list.body.find("/werk/herzieningen/").unwrap();
        let one = list.body[at..].split('"').next().unwrap().to_owned();
        let fields = [("choice", "decline"), ("reason", "De brandweer mat de route na. Ze blijft nodig.")];
        assert_eq!(guardian.post(&one, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(guardian.post(&one, &fields).await.status, StatusCode::NOT_FOUND, "it is settled");
        assert!(guardian.get("/werk/herzieningen").await.shows("Niemand vraagt"));
        let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.shows("De brandweer mat de route na.") && page.shows("Dat doen wij niet"), "{}", page.body);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Reaction);
        assert_eq!(house.visitor().post(&path, &[("review", "yes"), ("code", &code)]).await.status, StatusCode::SEE_OTHER);
        assert!(guardian.get("/werk/herzieningen").await.shows(receipt.number.as_str()));
    }
}

#[tokio::test]
async fn every_page_speaks_every_language_it_has() {
    for engine in engines() {
        let house = house(engine).await;
        let answering = letter_author(&house).await;
        let receipt = decided(&house, answering, Outcome::NotAdopted).await;
        let staff = [Role::ParticipationOfficer, Role::ProcessGuardian];
        let reaction = format!("/bijdragen/{}/oordeel", receipt.number);
        let mut paths =
            vec![(staff[0], form(receipt.dossier)), (staff[0], "/werk/bezorging".to_owned()), (staff[1], "/werk/herzieningen".to_owned())];
        for round in 0..2 {
            for (role, path) in &paths {
                let mut seen = Vec::new();
                for language in ["nl", "en"] {
                    let page = house.as_role(*role).in_language(language).get(path).await;
                    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                    assert!(!page.shows("⟦"), "{path} lacks words in {language}: {}", page.body);
                    seen.push(page.body);
                }
                assert_ne!(seen[0], seen[1], "{path}");
            }
            for language in ["nl", "en", "ar"] {
                let page = house.visitor().in_language(language).get(&reaction).await;
                assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{}", page.body);
                assert_eq!(page.shows("name=\"code\""), round == 1, "nobody reacts to an answer that is not there");
            }
            if round == 0 {
                answered(&house, receipt.dossier, &[]).await;
                let sent = house.visitor().post(&reaction, &[("review", "yes"), ("code", &code(&receipt))]).await;
                assert_eq!(sent.status, StatusCode::SEE_OTHER);
                let path = format!("/werk/bezorging/{}", delivery(&house, &receipt).await.id);
                let list = house.as_role(Role::ProcessGuardian).get("/werk/herzieningen").await;
                let at = list.body.find("/werk/herzieningen/").unwrap();
                paths.push((staff[1], list.body[at..].split('"').next().unwrap().to_owned()));
                paths.push((staff[0], format!("{path}/brief")));
                paths.push((staff[0], path));
            }
        }
    }
}

#[tokio::test]
async fn what_is_out_of_scope_is_answered_too() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Gratis parkeren", Answering::none()).await;
        take_to(&house, receipt.dossier, State::Parked).await;
        let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.shows("Dit valt buiten de vraag.") && page.shows("Bewaard voor later"), "{}", page.body);
        answered(&house, receipt.dossier, &[]).await;
        let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.shows(WHY_NOT), "{}", page.body);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Reaction);
    }
}

#[tokio::test]
async fn from_the_number_on_paper_to_the_journey() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::Adopted).await;
        let visitor = house.visitor();
        let typed = receipt.number.as_str().to_lowercase().replace('-', "+");
        assert_eq!(visitor.get(&format!("/volgen?nummer={typed}")).await.location, Some(format!("/bijdragen/{}", receipt.number)));
        assert_eq!(visitor.get("/volgen").await.status, StatusCode::OK);
        let code = code(&receipt);
        for (nummer, wrong) in
            [("", "Typ het nummer"), ("3333-3333", "kennen wij niet"), ("%3Cb%3E", "geen nummer van ons"), (&code, "geheime code")]
        {
            let page = visitor.get(&format!("/volgen?nummer={nummer}")).await;
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows(wrong), "{nummer}: {}", page.body);
            assert!(!page.shows(&format!("value=\"{code}\"")) && !page.shows("<b>"), "a code is not written back");
        }
        let other = house.visitor().on(people::testing::BUURSTAD).get(&format!("/volgen?nummer={typed}")).await;
        assert!(other.shows("kennen wij niet"), "the neighbour does not know it");
    }
}

#[tokio::test]
async fn answers_and_numbers_are_public_the_bad_ones_too() {
    for engine in engines() {
        let house = house(engine).await;
        let empty = house.visitor().get("/antwoorden").await;
        assert!(empty.status == StatusCode::OK && empty.shows("nog niets beantwoord"));
        let yes = decided(&house, Answering::none(), Outcome::Adopted).await;
        answered(&house, yes.dossier, &[]).await;
        let no = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        answered(&house, no.dossier, &[]).await;
        let waits = decided(&house, Answering::none(), Outcome::Adopted).await;
        for language in ["nl", "en", "ar"] {
            let visitor = house.visitor().in_language(language);
            for path in ["/antwoorden", "/volgen"] {
                let page = visitor.get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                assert!(!page.shows("⟦"), "{path} lacks words in {language}: {}", page.body);
            }
        }
        let list = house.visitor().get("/antwoorden").await;
        assert!(list.shows(yes.number.as_str()) && list.shows(no.number.as_str()) && !list.shows(waits.number.as_str()));
        assert!(list.shows("Overwogen, maar niet overgenomen"));
        assert!(!house.visitor().get(&format!("/antwoorden?gebied={}", house.leyhoven.centre)).await.shows(yes.number.as_str()));
        assert!(house.visitor().get("/antwoorden?na=onzin&gebied=onzin&project=onzin").await.shows(yes.number.as_str()));
        let neighbour = house.visitor().on(people::testing::BUURSTAD).get("/antwoorden").await;
        assert!(!neighbour.shows(yes.number.as_str()));

        house.clock.advance_days(60);
        let ctx: Context = house.context(None, "/").await;
        let panel = answer::panels::answered(&ctx, None, 3).await.unwrap();
        assert!(panel.contains(DONE) && panel.contains(&format!("/bijdragen/{}", no.number)), "{panel}");
        let share = answer::panels::share(&ctx, None).await.unwrap();
        assert!(share.contains("2 van de 3 bijdragen zijn beantwoord (67") && share.contains("Eén bijdrage ligt stil"), "{share}");
        let process = dossier(&house, waits.dossier).await.process;
        let share = answer::panels::share(&ctx, Some(process)).await.unwrap();
        assert!(share.contains("0 van de 1"), "{share}");
        assert_eq!(answer::panels::answered(&ctx, Some(process), 3).await.unwrap(), "");
    }
}

#[tokio::test]
async fn what_an_author_takes_back_is_shown_nowhere_any_more() {
    for engine in engines() {
        let house = house(engine).await;
        let answering = letter_author(&house).await;
        let receipt = decided(&house, answering, Outcome::Adopted).await;
        answered(&house, receipt.dossier, &[]).await;
        let (tenant, civil, at, id) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.app.clock.now(), receipt.id);
        store::write!(house.store(), [civil], |tx| {
            let act = journey::Act { tenant, actor: &Actor::Resident, at, civil: &civil };
            voice::withdraw(tx, &act, id, voice::Erasure::Hide, &[]).await
        })
        .await
        .unwrap();
        assert!(
            house.as_role(Role::ParticipationOfficer).get("/werk/bezorging").await.shows("Hier staat niets"),
            "nothing is brought any more"
        );
        let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.shows("heeft deze bijdrage ingetrokken") && !page.shows("Banken op het plein") && !page.shows(DONE), "{}", page.body);
        assert!(!house.visitor().get("/antwoorden").await.shows(receipt.number.as_str()));
    }
}

#[tokio::test]
async fn what_is_held_about_a_person_is_handed_out_and_erased() {
    for engine in engines() {
        let house = house(engine).await;
        let answering = letter_author(&house).await;
        let identity = answering.identity.unwrap();
        let receipt = decided(&house, answering, Outcome::Adopted).await;
        let own = format!("own-{}", receipt.number);
        answered(&house, receipt.dossier, &[(&own, "Uw schets van de banken namen wij over.")]).await;
        let told = people::holder::export(&house.app, house.tenant(), identity, Actor::System).await.unwrap().to_string();
        assert!(told.contains("Uw schets van de banken"), "{told}");
        people::holder::erase(&house.app, house.tenant(), identity, Actor::System, "own-request").await.unwrap();
        let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(!page.shows("Uw schets van de banken") && page.shows(DONE), "the shared part stays");
        assert_eq!(delivery(&house, &receipt).await.identity, None);
    }
}

#[tokio::test]
async fn an_author_reads_the_answer_in_the_own_language() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let mut new = voice::testing::idea(&house, process.id, "مقاعد في الساحة");
        new.language = Language::AR;
        let receipt = voice::testing::received(&house, new).await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::Adopted).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        assert!(officer.get(&form(receipt.dossier)).await.shows("name=\"done-ar\""));
        let half = [("done", DONE), ("done-ar", "حسبنا خطتك لثلاثة مقاعد في الساحة ورسمناها."), ("criterion", CRITERION), ("plain", "yes")];
        let page = officer.post(&form(receipt.dossier), &half).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("criterion-ar-error"), "{}", page.body);
        let more = [
            ("done-ar", "حسبنا خطتك لثلاثة مقاعد في الساحة ورسمناها."),
            ("criterion-ar", "يجب أن تمر سيارة الإطفاء."),
            ("origin-ar", "machine"),
        ];
        answered(&house, receipt.dossier, &more).await;
        let page = house.visitor().in_language("ar").get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.shows("حسبنا خطتك") && page.shows("يجب أن تمر") && !page.shows(DONE), "{}", page.body);
        assert!(house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await.shows(DONE));
    }
}

#[test]
fn every_public_word_is_there_in_every_language() {
    assert_eq!(ui::testing::differences(&answer::TEXTS[..3], &["en", "ar"]), Vec::<String>::new());
    assert_eq!(ui::testing::differences(&answer::TEXTS[3..], &["en"]), Vec::<String>::new());
}

#[tokio::test]
async fn every_statement_is_understood_and_every_key_begins_with_the_tenant() {
    for engine in engines() {
        let test = store::testing::open(engine, answer::MIGRATIONS).await;
        let statements = store::testing::statements(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        assert!(statements.len() > 20);
        assert_eq!(store::testing::prepare_all(&test, &statements).await, Vec::<String>::new());
        assert_eq!(store::testing::keys_without_tenant(&test).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_divided_contribution_is_answered_once_with_what_happened_to_each_part() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let receipt = received(&house, &process, "Schaduw op het plein", letter_author(&house).await).await;
        take_to(&house, receipt.dossier, State::Screened).await;
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let form = [
            ("passage-1", "Zet er bomen bij."),
            ("title-1", "Bomen erbij"),
            ("department-1", space.as_str()),
            ("passage-2", "Er is te weinig schaduw."),
            ("department-2", green.as_str()),
        ];
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.post(&format!("/werk/dossiers/{}/opdelen", receipt.dossier), &form).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let whole = dossier(&house, receipt.dossier).await;
        let public = format!("/bijdragen/{}", receipt.number);
        let visitor = house.visitor();
        for language in ["ar", "en", "nl"] {
            let page = visitor.get(&format!("{public}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && page.shows("Bomen erbij") && !page.shows("⟦"), "{}", page.body);
            for part in &whole.parts {
                assert!(page.shows(&format!("/bijdragen/{}", part.number)), "{engine}: {}", page.body);
                let own = visitor.get(&format!("/bijdragen/{}?taal={language}", part.number)).await;
                assert!(own.status == StatusCode::OK && own.shows(&public) && !own.shows("⟦"), "{}", own.body);
            }
        }
        let mut parts = Vec::new();
        for part in &whole.parts {
            let mut s = house.store().read().await.unwrap();
            parts.push(journey::of_contribution(&mut s, house.tenant(), part.contribution).await.unwrap().unwrap().id);
        }
        take_to(&house, parts[0], State::OnAgenda).await;
        decide(&house, parts[0], Outcome::Adopted).await;
        answered(&house, parts[0], &[]).await;
        let deliveries = async || {
            let mut s = house.store().read().await.unwrap();
            let mut all = answer::deliveries_of(&mut s, house.tenant(), receipt.id).await.unwrap();
            for part in &whole.parts {
                all.extend(answer::deliveries_of(&mut s, house.tenant(), part.contribution).await.unwrap());
            }
            all
        };
        assert_eq!(deliveries().await, [], "{engine}: the author hears of all parts at once");
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Divided);
        assert!(visitor.get(&public).await.shows("Overgenomen"), "what was decided of one part is public at once");

        // The other department says no, by another way through the same house.
        let hand = carry::testing::Hand::of(&house, Role::ParticipationOfficer);
        let (other, space) = (parts[1], house.leyhoven.public_space);
        store::write!(house.store(), [hand], |tx| { carry::act::assign(tx, &hand.doing(), other, space).await }).await.unwrap();
        take_to(&house, other, State::OnAgenda).await;
        decide(&house, other, Outcome::NotAdopted).await;
        answered(&house, other, &[]).await;
        let now = dossier(&house, receipt.dossier).await;
        assert_eq!((now.state, now.outcome), (State::FedBack, Some(Outcome::Partly)), "{engine}: the whole is answered");
        let sent = deliveries().await;
        assert_eq!(sent.len(), 1, "{engine}: one letter");
        assert_eq!((sent[0].contribution, sent[0].channel, &sent[0].number), (receipt.id, AnswerBy::Letter, &receipt.number));
        let letter = officer.get(&format!("/werk/bezorging/{}/brief", sent[0].id)).await;
        for told in ["«Bomen erbij»", "«Er is te weinig schaduw.»", DONE, WHY_NOT, "niet overgenomen", receipt.number.as_str()] {
            assert!(letter.shows(told), "{engine}: {told} in {}", letter.body);
        }
        let page = visitor.get(&public).await;
        assert!(page.shows(DONE) && page.shows(WHY_NOT), "{engine}: {}", page.body);

        // In lists each part stands with its own motivation; the author is counted once.
        let list = visitor.get("/antwoorden").await;
        for part in &whole.parts {
            assert!(list.shows(part.number.as_str()), "{engine}: {}", list.body);
        }
        assert!(!list.shows(receipt.number.as_str()), "{engine}: the closing answer repeats those of its parts");
        let mut s = house.store().read().await.unwrap();
        let (from, until) = (house.app.clock.now().plus_seconds(-3_000_000), house.app.clock.now().plus_seconds(60));
        let stretch = journey::Stretch { from, until, process: None, area: None };
        let tally = answer::bulletin::tally(&mut s, house.tenant(), &stretch).await.unwrap();
        assert_eq!((tally.received, tally.answered, tally.partly, tally.decided), (1, 1, 1, 2), "{engine}: {tally:?}");
        drop(s);

        // The author asks to look once more: every part is looked at, and the author is owed a new answer.
        let reaction = [("understood", "yes"), ("fair", "no"), ("review", "yes"), ("code", &code(&receipt))];
        let page = visitor.post(&format!("{public}/oordeel"), &reaction).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let mut s = house.store().read().await.unwrap();
        let asked = answer::reactions_of(&mut s, house.tenant(), receipt.id).await.unwrap()[0].id;
        drop(s);
        let reason = store::texts::LanguageSet::written(Language::NL, "De plaats van de bomen was niet bekeken.");
        store::write!(house.store(), [hand, reason], |tx| { answer::grant_review(tx, &hand.doing(), asked, &reason).await }).await.unwrap();
        for part in &parts {
            assert_eq!(dossier(&house, *part).await.state, State::Assessed, "{engine}");
        }
        let now = dossier(&house, receipt.dossier).await;
        assert_eq!((now.state, now.contributions[0].answer), (State::Divided, None), "{engine}");
    }
}

/// A survey with so many answers that were gathered, and its result by the specialist.
async fn surveyed(house: &TestHouse, authors: Vec<Answering>, acted: bool) -> Vec<Receipt> {
    let process = design::testing::published_as(house, "De glasbakken", design::Variant::Survey, |_| {}).await;
    let mut all = Vec::new();
    for answering in authors {
        let one = received(house, &process, "De glasbak zit vol", answering).await;
        carry::testing::check_privacy(house, &dossier(house, one.dossier).await).await;
        let (id, hand) = (one.dossier, carry::testing::Hand::of(house, Role::ParticipationOfficer));
        let screening = carry::Screening::InScope { kind: carry::Kind::SurveyAnswer };
        store::write!(house.store(), [hand, screening], |tx| carry::act::screen(tx, &hand.doing(), id, &screening).await.map(drop))
            .await
            .unwrap();
        all.push(one);
    }
    let id = all[0].dossier;
    take_to(house, id, State::Assessed).await;
    let until = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(30);
    let words = carry::testing::said("De bakken worden twee keer per week leeggemaakt.");
    let deed = carry::ResultDeed { words, department: house.leyhoven.green, until };
    let counts = vec![(carry::testing::said("De bak zit vol"), 2)];
    let advising = carry::Advising {
        fit: journey::Verdict::Fits,
        condition: None,
        words: carry::testing::said("De meeste mensen zeggen dat de glasbakken vol zitten in het weekend."),
        motive: carry::testing::said("Glas op straat is gevaarlijk, en vaker leegmaken kan binnen het contract dat nu loopt."),
        reply: None,
        result: Some(carry::Resulting { counts, deed: acted.then_some(deed), by_decision: false }),
    };
    let hand = carry::testing::Hand::of(house, Role::Specialist);
    store::write!(house.store(), [hand, advising], |tx| carry::act::advise(tx, &hand.doing(), id, &advising).await.map(drop))
        .await
        .unwrap();
    all
}

#[tokio::test]
async fn everybody_who_took_part_gets_the_one_result_by_their_own_way_and_reads_it_on_their_own_page() {
    for engine in engines() {
        let house = house(engine).await;
        let by_letter = letter_author(&house).await;
        let all = surveyed(&house, vec![Answering::none(), by_letter, Answering::none()], true).await;
        let id = all[0].dossier;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&form(id)).await;
        assert!(page.shows("één resultaat voor iedereen die meedeed") && !page.shows("⟦"), "{}", page.body);
        for words in ["glasbakken vol zitten in het weekend", "Glas op straat is gevaarlijk", "twee keer per week", "minder dan 10"] {
            assert!(page.shows(words), "the form begins with the result, «{words}»: {}", page.body);
        }
        assert!(!page.shows("name=\"own-"), "no author needs an own part");
        let before = journal_length(&house).await;
        let fields = [("done", DONE), ("criterion", CRITERION), ("coming", "Tegen de zomer."), ("plain", "yes"), ("action", "publish")];
        for role in [Role::Researcher, Role::Moderator, Role::DecisionMaker, Role::Intermediary] {
            assert_eq!(house.as_role(role).post(&form(id), &fields).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(journal_length(&house).await, before);
        assert_eq!(officer.post(&form(id), &fields).await.status, StatusCode::SEE_OTHER);
        let after = dossier(&house, id).await;
        assert!(after.owes_no_answer(), "{engine}: nobody who took part was passed over");
        assert_eq!(delivery(&house, &all[1]).await.channel, AnswerBy::Letter);
        for receipt in &all {
            for (language, words) in [("nl", "Het resultaat"), ("en", "The result"), ("ar", "النتيجة")] {
                let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
                assert!(page.shows(words) && !page.shows("⟦"), "{language}: {}", page.body);
                assert!(page.shows(DONE) && page.shows("twee keer per week") && page.shows("Groen"), "{language}: {}", page.body);
                assert!(!page.shows("2 keer gezegd"), "so few that somebody could be recognised");
            }
        }
    }
}

#[tokio::test]
async fn a_result_of_which_nothing_comes_says_why_to_everybody() {
    for engine in engines() {
        let house = house(engine).await;
        let all = surveyed(&house, vec![Answering::none(), Answering::none()], false).await;
        let id = all[0].dossier;
        assert_eq!(dossier(&house, id).await.outcome, Some(Outcome::ResultNoted));
        let officer = house.as_role(Role::ParticipationOfficer);
        let fields = [("done", DONE), ("criterion", CRITERION), ("plain", "yes"), ("action", "publish")];
        let refused = officer.post(&form(id), &fields).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("id=\"why-not-error\""), "{}", refused.body);
        answered(&house, id, &[]).await;
        let page = house.visitor().get(&format!("/bijdragen/{}", all[1].number)).await;
        assert!(page.shows("Er verandert nu niets") && page.shows(WHY_NOT), "{engine}: {}", page.body);
    }
}

/// How many official words the design guide is told of, and whether the rule about them speaks.
async fn official_words(house: &TestHouse, process: ProcessId) -> (Option<usize>, bool) {
    let page = house.as_role(Role::ParticipationOfficer).get(&format!("/werk/processen/{process}/gids/verloop")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let said = page.body.split("<dt>ambtelijke woorden in een tekst</dt><dd>").nth(1).and_then(|rest| rest.split("</dd>").next());
    let number = said.map(|it| it.chars().filter(char::is_ascii_digit).collect::<String>());
    (number.map(|it| it.parse().unwrap()), page.shows("id=\"rule-C107-rule\""))
}

#[tokio::test]
async fn the_design_guide_is_told_of_official_words_in_a_charter() {
    for engine in engines() {
        let house = house(engine).await;
        // Each text in two languages: a charter in one is what the rule is about as well.
        let both = |dutch: &str| {
            let read = Version { language: Language::EN, text: "In English.".to_owned(), origin: Origin::Human, reviewed_by: None };
            LanguageSet::written(Language::NL, dutch).with(read)
        };
        let published = async |title: &str, reason: &str| {
            let rest = |draft: &mut design::Draft| {
                for text in draft.texts.values_mut() {
                    *text = both(&text.original().text);
                }
                draft.texts.insert(Part::Reason, both(reason));
            };
            design::testing::published_as(&house, title, Variant::Asked, rest).await.id
        };
        let one = published("Het plein", "Thans gaat de riolering open. Inzake het plein ligt thans niets vast.").await;
        let other = published("Het park", "De riolering gaat nu open.").await;
        assert_eq!(official_words(&house, one).await, (Some(2), true), "{engine}: each once");
        assert_eq!(official_words(&house, other).await, (Some(0), false), "{engine}");

        // The words of this office count too; both say where the market stands.
        let admin = house.as_role(Role::Administrator);
        let listed = async |words: &str| {
            let page = admin.post("/beheer/woorden", &[("words", words)]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        };
        listed("markt = kramen").await;
        assert_eq!(official_words(&house, one).await, (Some(3), true), "{engine}");
        assert_eq!(official_words(&house, other).await, (Some(1), true), "{engine}");

        // What is being written is looked at before everybody reads it.
        let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.app.clock.now());
        let saved = design::draft(&mut house.store().read().await.unwrap(), tenant, one).await.unwrap().unwrap();
        let draft = saved.draft.with(Part::Reason, both("De riolering gaat nu open."));
        store::write!(house.store(), [civil, draft], |tx| {
            let act = journey::Act { tenant, actor: &Actor::System, at, civil: &civil };
            design::save_draft(tx, &act, one, &draft, None).await
        })
        .await
        .unwrap();
        assert_eq!(official_words(&house, one).await, (Some(1), true), "{engine}");
        listed("").await;
        assert_eq!(official_words(&house, one).await, (Some(0), false), "{engine}");

        // Of a title alone nobody says anything yet.
        let page = house.as_role(Role::ParticipationOfficer).post("/werk/processen/nieuw", &[("title", "Inzake het dorp")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let begun = page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(official_words(&house, begun).await, (None, false), "{engine}");
    }
}

const BEGINNINGS: &str = "/beheer/antwoordsjablonen";
/// The own words of Leyhoven with which a no begins.
const NO: &str = "/beheer/antwoordsjablonen/not-adopted/nl";
const OWN: [(&str, &str); 4] = [
    ("done", "Wij lazen uw voorstel. De dienst [welke dienst] bekeek het."),
    ("criterion", "Hier keken wij vooral naar: [het criterium, in gewone woorden]."),
    ("why-not", "Wij kunnen het niet doen, want [waarom het niet kan]."),
    ("coming", "Bel ons gerust met uw vragen."),
];

/// When the words were saved that a page shows, as its form carries it.
fn seen(page: &Page) -> String {
    let mark = "name=\"gezien\" value=\"";
    let at = page.body.find(mark).unwrap_or_else(|| panic!("a form without «gezien»: {}", page.body));
    page.body[at + mark.len()..].split('"').next().unwrap().to_owned()
}

/// Own words, one field of which is different.
fn but<'a>(name: &'a str, words: &'a str) -> Vec<(&'a str, &'a str)> {
    OWN.into_iter().map(|(known, own)| if known == name { (name, words) } else { (known, own) }).collect()
}

/// Sends a form as a browser would, with what the page of the words carried unseen.
async fn send(browser: &Browser, to: &str, fields: &[(&str, &str)]) -> Page {
    let shown = browser.get(NO).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let seen = seen(&shown);
    let mut all = fields.to_vec();
    all.push(("gezien", seen.as_str()));
    browser.post(to, &all).await
}

/// What the journal holds of own words, the last first.
async fn of_beginnings(house: &TestHouse) -> Vec<(String, String)> {
    let mut s = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut s, house.tenant(), Some("tenant"), None, 50).await.unwrap();
    all.into_iter().filter(|it| it.kind.starts_with("answer-beginning")).map(|it| (it.kind, it.body.to_string())).collect()
}

async fn own_words(house: &TestHouse) -> Option<answer::Beginning> {
    let mut s = house.store().read().await.unwrap();
    answer::beginning(&mut s, house.tenant(), Outcome::NotAdopted, Language::NL).await.unwrap()
}

#[tokio::test]
async fn an_answer_begins_with_the_words_of_the_municipality_until_they_are_taken_back() {
    for engine in engines() {
        let house = house(engine).await;
        let receipt = decided(&house, Answering::none(), Outcome::NotAdopted).await;
        let (admin, officer) = (house.as_role(Role::Administrator), house.as_role(Role::ParticipationOfficer));
        let begun = async || officer.post(&form(receipt.dossier), &[("done", " "), ("action", "begin")]).await;
        let list = admin.get(BEGINNINGS).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.body);
        assert!(list.shows("Overwogen, maar niet overgenomen") && list.shows("De reden is: [waarom het niet kan]."), "{}", list.body);
        assert!(list.shows(&format!("href=\"{NO}\"")) && list.shows("/not-adopted/ar\"") && !list.shows("/result-"), "{}", list.body);
        assert!(!list.shows("U gebruikt een eigen voorbeeld"));
        let page = admin.get(NO).await;
        assert!(page.shows("<li>[waarom het niet kan]</li>") && !page.shows("Gebruik weer het voorbeeld"), "{}", page.body);

        let saved = send(&admin, NO, &OWN).await;
        assert_eq!((saved.status, saved.location.as_deref()), (StatusCode::SEE_OTHER, Some(BEGINNINGS)), "{}", saved.body);
        let list = admin.get(BEGINNINGS).await;
        assert!(list.shows("U gebruikt een eigen voorbeeld") && list.shows("Bel ons gerust met uw vragen."), "{}", list.body);
        let own = begun().await;
        assert_eq!(own.status, StatusCode::OK, "{}", own.body);
        assert!(OWN.iter().all(|(_, words)| own.shows(words)) && !own.shows("De reden is: ["), "{}", own.body);
        let left = [("done", DONE), ("criterion", CRITERION), ("why-not", OWN[2].1), ("plain", "yes"), ("action", "publish")];
        let refused = officer.post(&form(receipt.dossier), &left).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("id=\"why-not-error\""), "what own words leave open holds back as well: {}", refused.body);
        assert_eq!(dossier(&house, receipt.dossier).await.state, State::Decided);

        house.clock.advance_seconds(60);
        let page = admin.get(NO).await;
        assert!(page.shows("Bel ons gerust met uw vragen.") && page.shows("Gebruik weer het voorbeeld"), "{}", page.body);
        let before = seen(&page);
        assert_eq!(send(&admin, NO, &but("coming", "U kunt altijd langskomen.")).await.status, StatusCode::SEE_OTHER);
        let own = begun().await;
        assert!(own.shows("U kunt altijd langskomen.") && !own.shows("Bel ons gerust"), "{}", own.body);

        let back = format!("{NO}/weg");
        assert_eq!(admin.post(&back, &[("gezien", &before)]).await.status, StatusCode::CONFLICT, "somebody changed it since");
        assert!(own_words(&house).await.is_some());
        house.clock.advance_seconds(60);
        let taken = send(&admin, &back, &[]).await;
        assert_eq!((taken.status, taken.location.as_deref()), (StatusCode::SEE_OTHER, Some(BEGINNINGS)), "{}", taken.body);
        assert_eq!(own_words(&house).await, None);
        assert!(begun().await.shows("De reden is: [waarom het niet kan]."), "the shipped words again");
        assert_eq!(send(&admin, &back, &[]).await.status, StatusCode::NOT_FOUND, "there is nothing to take back any more");

        let told = of_beginnings(&house).await;
        assert_eq!(
            told.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(),
            ["answer-beginning-taken-back", "answer-beginning-saved", "answer-beginning-saved"]
        );
        assert!(told.iter().all(|(_, body)| body.contains("not-adopted") && !body.contains("langskomen")), "{told:?}");
        answered(&house, receipt.dossier, &[]).await;
    }
}

#[tokio::test]
async fn own_words_that_would_hold_nothing_back_or_are_empty_are_refused_and_nothing_typed_is_lost() {
    for engine in engines() {
        let house = house(engine).await;
        let admin = house.as_role(Role::Administrator);
        let long = "woord ".repeat(40);
        let longer = "woord. ".repeat(700);
        for (name, words, wrong) in [
            ("done", "De dienst [naam van de ambtenaar] keek.", "kent het programma niet: [naam van de ambtenaar]"),
            ("why-not", "Het kan niet, want [waarom het niet kan", "kent het programma niet: [waarom het niet kan"),
            ("criterion", " ", "dan blijft het voorbeeld van het programma gelden"),
            ("why-not", long.as_str(), "heeft 40 woorden"),
            ("done", longer.as_str(), "4000"),
        ] {
            let page = send(&admin, NO, &but(name, words)).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(page.shows(&format!("id=\"{name}-error\"")) && page.shows(wrong), "{wrong}: {}", page.body);
            assert!(page.shows(words) && page.shows("Bel ons gerust met uw vragen."), "what was typed stays: {}", page.body);
            assert_eq!(own_words(&house).await, None);
        }
        assert!(of_beginnings(&house).await.is_empty());

        // Two people write at the same time: the later one is told, and loses nothing.
        let early = seen(&admin.get(NO).await);
        assert_eq!(send(&admin, NO, &OWN).await.status, StatusCode::SEE_OTHER);
        let mut late = but("coming", "U kunt altijd langskomen.");
        late.push(("gezien", early.as_str()));
        let told = admin.post(NO, &late).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.shows("Iemand anders wijzigde dit voorbeeld intussen") && told.shows("U kunt altijd langskomen."), "{}", told.body);
        assert_eq!(own_words(&house).await.unwrap().words.values().last().map(String::as_str), Some(OWN[3].1));
        let again = seen(&told);
        late.pop();
        late.push(("gezien", again.as_str()));
        assert_eq!(admin.post(NO, &late).await.status, StatusCode::SEE_OTHER, "whoever sends it again has seen the warning");
        assert_eq!(own_words(&house).await.unwrap().words.values().last().map(String::as_str), Some("U kunt altijd langskomen."));

        let emptied = send(&admin, NO, &but("coming", "")).await;
        assert_eq!(emptied.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(emptied.shows("Kies dan onderaan «Gebruik weer het voorbeeld van het programma»"), "{}", emptied.body);
        assert_eq!(own_words(&house).await.unwrap().words.len(), 4);
    }
}

#[tokio::test]
async fn own_words_are_of_one_municipality_and_of_whoever_manages_it() {
    for engine in engines() {
        let house = house(engine).await;
        let admin = house.as_role(Role::Administrator);
        assert_eq!(send(&admin, NO, &OWN).await.status, StatusCode::SEE_OTHER);
        let (kept, back) = (own_words(&house).await, format!("{NO}/weg"));
        let length = journal_length(&house).await;
        for role in [Role::ParticipationOfficer, Role::Moderator, Role::Researcher, Role::DecisionMaker, Role::Intermediary] {
            let browser = house.as_role(role);
            assert_eq!(browser.get(BEGINNINGS).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(browser.get(NO).await.status, StatusCode::FORBIDDEN, "{role}");
            for path in [NO, back.as_str()] {
                assert_eq!(browser.post(path, &but("coming", "Dag.")).await.status, StatusCode::FORBIDDEN, "{role} {path}");
            }
        }
        assert_eq!(house.visitor().get(BEGINNINGS).await.status, StatusCode::SEE_OTHER, "to sign in");
        assert_eq!(house.as_role(Role::Administrator).without_token().post(NO, &OWN).await.status, StatusCode::FORBIDDEN);
        for nowhere in ["result-noted/nl", "nergens/nl", "adopted/fr", "adopted/x"] {
            let path = format!("{BEGINNINGS}/{nowhere}");
            assert_eq!(admin.get(&path).await.status, StatusCode::NOT_FOUND, "{nowhere}");
            assert_eq!(admin.post(&path, &OWN).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        // The neighbour reads and takes back nothing of it.
        let neighbour = house.as_neighbour(Role::Administrator);
        for path in [BEGINNINGS, NO] {
            let page = neighbour.get(path).await;
            assert!(page.status == StatusCode::OK && !page.shows("Bel ons gerust"), "{path}: {}", page.body);
        }
        assert_eq!(send(&neighbour, &back, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!((own_words(&house).await, journal_length(&house).await), (kept, length), "nothing changed");
        for path in [BEGINNINGS, NO, "/beheer/antwoordsjablonen/adopted/en"] {
            for language in ["nl", "en"] {
                let page = house.as_role(Role::Administrator).in_language(language).get(path).await;
                assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{path} in {language}: {}", page.body);
            }
        }
    }
}
