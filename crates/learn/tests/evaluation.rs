//! The evaluation of a process over HTTP, on both engines: from the facts to the public report, with what went wrong never left out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, contribution, decide, received, take_to};
use design::{Aim, GuideAnswers, GuideMoment, Process, Stance};
use journey::{Outcome, State, Step, evidence};
use kernel::{Clock as _, Language};
use learn::{EvaluationPart, Findings};
use people::testing::{BUURSTAD, Options, Page, TestHouse};
use people::{LetterFonts, Role, Settings};
use std::sync::Arc;
use store::Engine;
use store::testing::engines;
use store::texts::LanguageSet;
use voice::Answering;

fn with_fonts(settings: &mut Settings) {
    settings.letter_fonts = LetterFonts::usual();
}

async fn house(engine: Engine) -> TestHouse {
    let migrations = [
        knowledge::MIGRATIONS,
        memory::MIGRATIONS,
        design::MIGRATIONS,
        voice::MIGRATIONS,
        carry::MIGRATIONS,
        answer::MIGRATIONS,
        deliver::MIGRATIONS,
        measure::MIGRATIONS,
        study::MIGRATIONS,
        learn::MIGRATIONS,
    ]
    .concat();
    let texts = [
        ("knowledge", knowledge::TEXTS),
        ("memory", memory::TEXTS),
        ("design", design::TEXTS),
        ("voice", voice::TEXTS),
        ("carry", carry::TEXTS),
        ("answer", answer::TEXTS),
        ("deliver", deliver::TEXTS),
        ("measure", measure::TEXTS),
        ("study", study::TEXTS),
        ("learn", learn::TEXTS),
    ];
    let routes = people::Routes::new("test")
        .merge(design::routes())
        .merge(voice::routes())
        .merge(carry::routes())
        .merge(answer::routes())
        .merge(deliver::routes())
        .merge(study::routes(Arc::new(learn::FrozenFindings)))
        .merge(learn::routes());
    let options = Options { panels: vec![Arc::new(learn::Panels)], settings: Some(with_fonts), ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

/// A process whose guide aims at trust in both vocabularies, follows one rule and sets another aside.
async fn designed(house: &TestHouse) -> Process {
    let process = design::testing::published_process(house).await;
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let aim = |effect: &str| Aim { effect: effect.to_owned().try_into().unwrap(), level: None };
    let motive = LanguageSet::written(Language::NL, "Daar is dit jaar geen geld voor.");
    let answers = GuideAnswers {
        moment: GuideMoment::Aims,
        answers: vec![("initiator".into(), Some("residents".into())), ("planned-hours".into(), Some("120".into()))],
        aims: Some(vec![aim("effect.trust"), aim("value.trust")]),
        texts: Vec::new(),
        choices: vec![("C001".into(), Some((Stance::Followed, None))), ("C002".into(), Some((Stance::SetAside, Some(motive))))],
        lessons: Vec::new(),
        organisation: Vec::new(),
    };
    let id = process.id;
    store::write!(house.store(), [hand, answers], |tx| { design::save_guide(tx, &hand.doing(), id, &answers, None).await }).await.unwrap();
    process
}

fn path(process: &Process) -> String {
    format!("/werk/processen/{}/evaluatie", process.id)
}

fn seen(page: &Page) -> String {
    let rest = page.body.split("name=\"seen\" value=\"").nth(1).expect("the moment at which it was saved");
    rest.split('"').next().unwrap().to_owned()
}

/// Everything that an evaluation needs, besides what went wrong.
const WHOLE: [(&str, &str); 4] = [
    ("summary", "Een deel van de voorstellen is overgenomen. Of het vertrouwen veranderde, weten wij niet."),
    ("limits", "Wij spraken alleen mensen die tot het einde bleven."),
    ("means-municipal-hours-used", "150"),
    ("means-municipal-hours-planned", "120"),
];
const WORSE: (&str, &str) = ("negative-found", "Wie weinig Nederlands spreekt, kwam moeilijk aan het woord.");
const DONE: (&str, &str) = ("negative-done", "De volgende keer is er een tolk, en één moment overdag.");

/// All fields of an evaluation of a process about which nothing was decided.
fn everything() -> Vec<(&'static str, &'static str)> {
    WHOLE.into_iter().chain([WORSE, DONE]).collect()
}

async fn save(house: &TestHouse, process: &Process, fields: &[(&str, &str)]) -> Page {
    let officer = house.as_role(Role::ParticipationOfficer);
    let seen = seen(&officer.get(&path(process)).await);
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("seen", seen.as_str())]).collect();
    officer.post(&path(process), &fields).await
}

async fn keep_lesson(house: &TestHouse, process: &Process) {
    let fields =
        [("worked", "no"), ("text", "De avonden duurden te lang."), ("advice", "Plan ook een moment overdag."), ("theme", "verkeer")];
    let page = house.as_role(Role::ParticipationOfficer).post(&format!("{}/les", path(process)), &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let lessons = memory::lessons(&mut house.store().read().await.unwrap(), house.tenant(), process.id).await.unwrap();
    assert_eq!(lessons[0].theme.as_deref(), Some("verkeer"), "by which the next design finds it");
}

async fn finish(house: &TestHouse, process: &Process, fields: &[(&str, &str)]) -> Page {
    house.as_role(Role::ParticipationOfficer).post(&format!("{}/afronden", path(process)), fields).await
}

/// Evaluates a process, with these fields beside [`everything`], and publishes the report.
async fn evaluate_with(house: &TestHouse, process: &Process, more: &[(&str, &str)]) {
    let page = save(house, process, &[&everything()[..], more].concat()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    keep_lesson(house, process).await;
    let page = finish(house, process, &[]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn evaluate(house: &TestHouse, process: &Process) {
    evaluate_with(house, process, &[]).await;
}

async fn finished(house: &TestHouse) -> Process {
    let process = designed(house).await;
    evaluate(house, &process).await;
    process
}

/// In the languages beside Dutch, visitors read the page as well, and no word is missing.
async fn is_read_in_other_languages(house: &TestHouse, path: &str) {
    for language in ["en", "ar"] {
        let there = house.visitor().with_header("accept-language", language).get(path).await;
        assert!(there.status == StatusCode::OK && !there.shows("⟦"), "{language}: {}", there.body);
    }
}

async fn entries(house: &TestHouse) -> i64 {
    let mut session = house.store().read().await.unwrap();
    let row = session.one("SELECT CAST(count(*) AS BIGINT) AS entries FROM journal", &[]).await.unwrap();
    row.get("entries").unwrap()
}

#[tokio::test]
async fn an_evaluation_goes_from_facts_to_a_public_report() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        assert_eq!(house.visitor().get(&public).await.status, StatusCode::NOT_FOUND, "nothing is public yet");
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&path(&process)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.shows("Niets gevonden: niet bekend"), "what was aimed at and not found stands there as unknown");
        assert!(page.shows("mensen die niet deelnemen"), "who was not heard is named: {}", page.body);
        assert!(page.shows("value=\"120\""), "the planned hours of the guide are proposed");

        assert_eq!(save(&house, &process, &everything()).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.visitor().get(&public).await.status, StatusCode::NOT_FOUND, "a draft is not public");
        assert!(officer.get("/werk/evaluaties").await.shows("in opmaak"));
        keep_lesson(&house, &process).await;
        assert!(finish(&house, &process, &[]).await.status == StatusCode::SEE_OTHER);

        let report = house.visitor().get(&public).await;
        assert_eq!(report.status, StatusCode::OK, "{}", report.body);
        for words in [WORSE.1, DONE.1, WHOLE[0].1, WHOLE[1].1, "niet vastgelegd", "Niet gemeten", ">125", "Wie niet gehoord is"] {
            assert!(report.shows(words), "{words}: {}", report.body);
        }
        assert!(report.shows("één advies gevolgd") || report.shows("opzijgezet"), "{}", report.body);
        let sections: Vec<_> = report.body.split("href=\"#learn-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(sections.len(), 15, "{sections:?}");
        for section in sections {
            assert!(report.shows(&format!("<h2 class=\"utrecht-heading-2\" id=\"learn-{section}\">")), "nothing is called {section}");
        }
        assert!(report.shows("<details class=\"mm-rows\"><summary>Tabel: 2 regels<"), "a long table is folded away: {}", report.body);
        assert!(page.shows("<details class=\"mm-rows\" open>"), "who writes sees it at once");
        for language in ["en", "ar"] {
            let there = house.visitor().with_header("accept-language", language).get(&public).await;
            assert!(there.status == StatusCode::OK && !there.shows("⟦") && there.shows("lang=\"nl\""), "{language}: {}", there.body);
        }
        let neighbour = house.visitor().on(BUURSTAD);
        assert_eq!(neighbour.get(&public).await.status, StatusCode::NOT_FOUND, "another municipality has no such process");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).get(&path(&process)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn no_evaluation_is_finished_without_what_went_wrong_or_without_a_lesson() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::CONFLICT, "nothing is written");
        let saved = save(&house, &process, &WHOLE).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let refused = finish(&house, &process, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Schrijf wat slechter werd") && refused.shows("minstens één les"), "{}", refused.body);

        let found: Vec<_> = WHOLE.into_iter().chain([WORSE]).collect();
        save(&house, &process, &found).await;
        keep_lesson(&house, &process).await;
        let refused = finish(&house, &process, &[]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("wat u doet aan wat slechter werd"),
            "{}",
            refused.body
        );

        let only_ticked: Vec<_> = WHOLE.into_iter().chain([("none-found", "yes")]).collect();
        save(&house, &process, &only_ticked).await;
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "who looked, and how?");
        let looked = [("negative-who", "De opbouwwerker van De Kring."), ("negative-how", "Met twaalf mensen thuis gesproken.")];
        let none: Vec<_> = only_ticked.into_iter().chain(looked).collect();
        save(&house, &process, &none).await;
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::SEE_OTHER);
        let report = house.visitor().get(&format!("/processen/{}/evaluatie", process.slug)).await;
        assert!(
            report.shows("Met twaalf mensen thuis gesproken.") && report.shows("Er is gezocht naar wat slechter werd"),
            "{}",
            report.body
        );
    }
}

#[tokio::test]
async fn what_was_decided_asks_for_a_rung_with_its_motive() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        for (title, outcome) in [("Een bank", Outcome::Adopted), ("Een boom", Outcome::NotAdopted)] {
            let receipt = received(&house, &process, title, Answering::none()).await;
            take_to(&house, receipt.dossier, State::OnAgenda).await;
            decide(&house, receipt.dossier, outcome).await;
        }
        let fields = everything();
        save(&house, &process, &fields).await;
        keep_lesson(&house, &process).await;
        let refused = finish(&house, &process, &[]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("welke trede het geworden is"), "{}", refused.body);
        let rung: Vec<_> = fields.iter().copied().chain([("effective", "1")]).collect();
        save(&house, &process, &rung).await;
        assert!(finish(&house, &process, &[]).await.shows("waarom het deze trede is"));
        let whole: Vec<_> = rung.into_iter().chain([("rung-motive", "Het besluit zegt niet wat met de boom gebeurde.")]).collect();
        save(&house, &process, &whole).await;
        contribution(&house, &process, "Een fontein").await;
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::SEE_OTHER);
        let json = house.visitor().get(&format!("/processen/{}/evaluatie.json", process.slug)).await;
        let facts = Findings::read(&json.bytes).unwrap().decided;
        assert_eq!((facts.dossiers, facts.open, facts.decided(), facts.taken_over()), (3, 1, 2, 1));
        assert_eq!(facts.bodies.values().sum::<i64>(), 2, "each decision has its body: {:?}", facts.bodies);
        let report = house.visitor().get(&format!("/processen/{}/evaluatie", process.slug)).await;
        assert!(report.shows("lager dan aangekondigd, met één trede verschil"), "{}", report.body);
        assert!(report.shows("Het besluit zegt niet wat met de boom gebeurde."));
        let arabic = house.visitor().with_header("accept-language", "ar").get(&format!("/processen/{}/evaluatie", process.slug)).await;
        assert!(arabic.shows("أدنى مما أُعلن بمقدار درجة واحدة"), "every language tells which way it went: {}", arabic.body);
        let year = house.visitor().get(&format!("/jaaroverzicht/{}", house.leyhoven.tenant.civil.today(house.clock.now()).year())).await;
        assert!(year.status == StatusCode::OK && year.shows("lager dan aangekondigd"), "{}", year.body);
    }
}

#[tokio::test]
async fn dossiers_of_an_evaluated_process_come_to_their_end_when_nothing_is_to_be_done_with_them() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let answer = [
            ("done", "Wij hebben uw voorstel uitgerekend en getekend, en met de buurt besproken."),
            ("criterion", "De brandweer moet er altijd door kunnen."),
            ("why-not", "Op die plaats liggen leidingen. Een boom groeit daar niet, en een bank staat er in de weg."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        let mut receipts = Vec::new();
        for outcome in [Outcome::NotAdopted, Outcome::Deferred, Outcome::Adopted, Outcome::NotAdopted] {
            let receipt = contribution(&house, &process, "Een bank").await;
            take_to(&house, receipt.dossier, State::OnAgenda).await;
            decide(&house, receipt.dossier, outcome).await;
            let page = officer.post(&format!("/werk/dossiers/{}/antwoord", receipt.dossier), &answer).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
            receipts.push(receipt);
        }
        // The author of the last one asks to look once more.
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let (asked, author) = (receipts[3].dossier, receipts[3].id);
        store::write!(house.store(), [hand], |tx| {
            let reaction = evidence::Reaction::by_answer(author, Some(false), Some(false), true);
            journey::record(tx, &hand.doing(), asked, Step::Reacted(reaction)).await
        })
        .await
        .unwrap();
        let motive = ("rung-motive", "Het besluit volgde een deel van wat bewoners zeiden.");
        evaluate_with(&house, &process, &[("effective", "1"), motive]).await;

        let worker = learn::jobs::register(house.worker(), &house.app);
        let states = async || {
            let mut s = house.store().read().await.unwrap();
            let mut found = Vec::new();
            for receipt in &receipts {
                let dossier = journey::dossier(&mut s, house.tenant(), receipt.dossier).await.unwrap().unwrap();
                assert_eq!(journey::replay(&mut s, house.tenant(), receipt.dossier).await.unwrap(), dossier, "{engine}");
                found.push(dossier.state);
            }
            found
        };
        worker.work_once().await.unwrap();
        assert_eq!(states().await, [State::Reaction; 4], "{engine}: their authors may still react");
        house.clock.advance_days(45);
        worker.work_once().await.unwrap();
        let (ended, goes_on) = (State::Evaluated, State::Reaction);
        assert_eq!(states().await, [ended, goes_on, goes_on, goes_on], "{engine}: put off, to be carried out, asked to look once more");
        let page = house.visitor().get(&format!("/bijdragen/{}", receipts[0].number)).await;
        assert!(page.shows("Geëvalueerd") && page.shows(WORSE.1), "{engine}: {}", page.body);
        let before = entries(&house).await;
        worker.work_once().await.unwrap();
        assert_eq!(entries(&house).await, before, "once");

        // Asking to look once more stays possible.
        let (first, author) = (receipts[0].dossier, receipts[0].id);
        let reason = kernel::TextId::new(house.clock.now(), house.app.random.as_ref());
        let again = store::write!(house.store(), [hand], |tx| {
            let reaction = evidence::Reaction::by_answer(author, None, Some(false), true);
            journey::record(tx, &hand.doing(), first, Step::Reacted(reaction)).await?;
            journey::record(tx, &hand.doing(), first, Step::ReviewGranted(evidence::Review::by_answer(reason))).await
        })
        .await
        .unwrap();
        assert_eq!(again.state, State::Assessed);
    }
}

#[tokio::test]
async fn what_comes_in_or_is_decided_after_the_evaluation_comes_to_its_end_as_well() {
    for engine in engines() {
        let house = house(engine).await;
        let process = finished(&house).await;
        let worker = learn::jobs::register(house.worker(), &house.app);
        // Nothing came in yet, and people can still take part.
        worker.work_once().await.unwrap();
        let receipt = contribution(&house, &process, "Een bank").await;
        take_to(&house, receipt.dossier, State::OnAgenda).await;
        decide(&house, receipt.dossier, Outcome::NotAdopted).await;
        let (tenant, id, closed) = (house.tenant(), process.id, design::State::Closed.code());
        store::write!(house.store(), [], |tx| {
            tx.run(store::sql!("UPDATE process SET state = $3 WHERE tenant = $1 AND id = $2"), &store::values![tenant, id, closed]).await
        })
        .await
        .unwrap();
        let state = async || {
            let mut s = house.store().read().await.unwrap();
            journey::dossier(&mut s, tenant, receipt.dossier).await.unwrap().unwrap().state
        };
        house.clock.advance_days(31);
        worker.work_once().await.unwrap();
        assert_eq!(state().await, State::Decided, "{engine}: its author waits for the answer");
        let answer = [
            ("done", "Wij hebben uw voorstel uitgerekend en getekend, en met de buurt besproken."),
            ("criterion", "De brandweer moet er altijd door kunnen."),
            ("why-not", "Op die plaats liggen leidingen. Een boom groeit daar niet, en een bank staat er in de weg."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.post(&format!("/werk/dossiers/{}/antwoord", receipt.dossier), &answer).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        house.clock.advance_days(45);
        worker.work_once().await.unwrap();
        assert_eq!(state().await, State::Evaluated, "{engine}");
    }
}

#[tokio::test]
async fn that_residents_were_only_informed_can_be_established_and_the_year_counts_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let fields: Vec<_> = everything().into_iter().chain([("effective", "0")]).collect();
        assert_eq!(save(&house, &process, &fields).await.status, StatusCode::SEE_OTHER);
        keep_lesson(&house, &process).await;
        assert!(finish(&house, &process, &[]).await.shows("waarom het deze trede is"), "with a motive, as every rung");
        let whole: Vec<_> = fields.into_iter().chain([("rung-motive", "Het plan was af voor de eerste avond.")]).collect();
        save(&house, &process, &whole).await;
        let page = house.as_role(Role::ParticipationOfficer).get(&path(&process)).await;
        assert!(page.shows("Bewoners hoorden alleen wat er komt.") && page.shows("Geen trede: alleen geïnformeerd"), "{}", page.body);
        assert_eq!(save(&house, &process, &[("effective", "6")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::SEE_OTHER);
        let public = format!("/processen/{}/evaluatie", process.slug);
        let findings = Findings::read(&house.visitor().get(&format!("{public}.json")).await.bytes).unwrap();
        assert_eq!(findings.influence.effective, Some(0));
        assert!(house.visitor().get(&public).await.shows("Geen trede: alleen geïnformeerd"));
        let sheet = house.visitor().get(&format!("{public}.csv")).await;
        assert!(sheet.body.contains("influence,,effective,0,rung-0-5,only informed"), "{}", sheet.body);
        let year = format!("/jaaroverzicht/{}", house.leyhoven.tenant.civil.today(house.clock.now()).year());
        let page = house.visitor().get(&year).await;
        assert!(page.shows("Hoeveel invloed het werd") && page.shows("Alleen geïnformeerd:"), "{}", page.body);
        let sheet = house.visitor().get(&format!("{year}/cijfers.csv")).await;
        assert!(sheet.body.contains("G024,only-informed,,1,1,0"), "{}", sheet.body);
        is_read_in_other_languages(&house, &year).await;
    }
}

#[tokio::test]
async fn a_claim_of_a_cause_is_named_beside_its_field_and_nothing_is_lost() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let before = entries(&house).await;
        let page =
            save(&house, &process, &[("balance", "Het project leidde tot meer vertrouwen."), ("means-resident-hours-used", "veel")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows("leidde tot") && page.shows("ging samen met") && page.shows("Schrijf een geheel aantal uren"), "{}", page.body);
        assert!(page.shows("Het project leidde tot meer vertrouwen.") && page.shows("value=\"veel\""), "nothing typed is lost");
        assert_eq!(entries(&house).await, before);
        let lesson = [("worked", "yes"), ("text", "Dankzij de tolk kwam iedereen."), ("advice", "Vraag een tolk.")];
        let page = house.as_role(Role::ParticipationOfficer).post(&format!("{}/les", path(&process)), &lesson).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("dankzij"), "{}", page.body);
        let long = "verkeer ".repeat(40);
        let lesson = [("worked", "yes"), ("text", "Er was een tolk."), ("advice", "Vraag een tolk."), ("theme", long.as_str())];
        let page = house.as_role(Role::ParticipationOfficer).post(&format!("{}/les", path(&process)), &lesson).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.shows("Er was een tolk."), "{}", page.body);
    }
}

#[tokio::test]
async fn a_correction_says_why_and_the_first_stays_public_until_then() {
    for engine in engines() {
        let house = house(engine).await;
        let process = finished(&house).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        assert_eq!(finish(&house, &process, &[]).await.status, StatusCode::CONFLICT, "there is nothing to finish twice");
        let other = [("summary", "Bij nader inzien bleef het vertrouwen gelijk.")];
        let fields: Vec<_> = WHOLE.into_iter().skip(1).chain(other).chain([WORSE, DONE]).collect();
        save(&house, &process, &fields).await;
        assert!(house.visitor().get(&public).await.shows(WHOLE[0].1), "the first version stays");
        let refused = finish(&house, &process, &[]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("Schrijf waarom u de evaluatie verbetert"));
        let done = finish(&house, &process, &[("reason", "Er kwamen drie gesprekken bij.")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let report = house.visitor().get(&public).await;
        assert!(report.shows(other[0].1) && report.shows("Er kwamen drie gesprekken bij.") && report.shows("Versie 1"), "{}", report.body);

        let officer = house.as_role(Role::ParticipationOfficer);
        let stale = officer.post(&path(&process), &[("summary", "Te laat."), ("seen", "1")]).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.shows("Te laat."), "what was typed stays: {}", stale.body);
    }
}

/// Somebody is interviewed who says that trust got worse, and for whom; one person codes it. Gives the code.
async fn interview(house: &TestHouse, process: &Process, actor: &str, whom: &str) -> study::SourceCode {
    let hand = Hand::of(house, Role::Researcher);
    let new = study::NewInterview {
        actor: actor.to_owned(),
        day: house.leyhoven.tenant.civil.today(house.clock.now()),
        minutes: 60,
        may_quote: true,
        words: "Het vertrouwen werd minder.".to_owned(),
        language: Language::NL,
    };
    let marked = study::NewMarked {
        passage: 1,
        effect: Some("effect.trust".to_owned().try_into().unwrap()),
        direction: Some(study::Direction::Negative),
        level: None,
        actor: Some(actor.to_owned()),
        whom: Some(whom.to_owned()),
        ground: Some(study::Ground::Experienced),
        helped: None,
        hindered: None,
        codes: Vec::new(),
        remark: None,
    };
    let id = process.id;
    store::write!(house.store(), [hand, new, marked], |tx| {
        let code = study::keep_interview(tx, &hand.doing(), id, &new).await?;
        study::mark(tx, &hand.doing(), id, &code, &marked, Language::NL).await?;
        study::finish(tx, &hand.doing(), id, &code, true).await?;
        Ok::<_, study::Refusal>(code)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn a_report_does_not_say_who_was_interviewed() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        interview(&house, &process, "financial-controller", "de beheerder van de wijkzaal").await;
        interview(&house, &process, "heads", "de beheerder van de wijkzaal").await;
        evaluate(&house, &process).await;
        let at = |end: &str| format!("/processen/{}/evaluatie{end}", process.slug);
        let report = house.visitor().get(&at("")).await;
        assert!(report.shows("minstens drie geïnterviewden het zeiden") && report.shows("ambtelijke actoren"), "{}", report.body);
        let sheet = house.visitor().get(&at(".csv")).await;
        assert!(sheet.body.contains("heard,officials,sources,2,sources,"), "{}", sheet.body);
        assert!(sheet.body.contains("balance,effect.trust,negative-for,,text,few"), "{}", sheet.body);
        for page in [report, sheet, house.visitor().get(&at(".json")).await] {
            for words in ["controller", "heads", "diensthoofden", "beheerder van de wijkzaal"] {
                assert!(!page.body.contains(words), "{words}: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn an_interview_that_is_withdrawn_leaves_a_finished_report_as_well() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        for (actor, whom) in [("residents", "wie werkt in ploegen"), ("volunteers", "ouders"), ("residents", "wie slecht hoort")] {
            interview(&house, &process, actor, whom).await;
        }
        let official = interview(&house, &process, "coordinator", "een vader alleen").await;
        evaluate(&house, &process).await;
        let at = |end: &str| format!("/processen/{}/evaluatie{end}", process.slug);
        let before = Findings::read(&house.visitor().get(&at(".json")).await.bytes).unwrap();
        let trust = |of: &Findings| of.balance.iter().find(|row| row.effect == "effect.trust").cloned().expect("trust");
        assert_eq!(trust(&before).negative_for, ["een vader alleen", "ouders", "wie slecht hoort", "wie werkt in ploegen"]);
        assert_eq!((trust(&before).sources, trust(&before).rank, before.withdrawn.len()), ([0, 0, 4, 0], Some(1), 0));

        // What was put in later never stood in it, and leaves no trace.
        house.clock.set(house.clock.now().plus_seconds(60));
        let later = interview(&house, &process, "experts", "niemand anders").await;
        let researcher = house.as_role(Role::Researcher);
        let withdraw = async |code: &study::SourceCode| {
            let path = format!("/werk/processen/{}/onderzoek/intrekken", process.id);
            researcher.post(&path, &[("code", code.to_string().as_str()), ("sure", "yes")]).await
        };
        assert_eq!(withdraw(&later).await.status, StatusCode::SEE_OTHER);
        assert_eq!(Findings::read(&house.visitor().get(&at(".json")).await.bytes).unwrap(), before);

        assert_eq!(withdraw(&official).await.status, StatusCode::SEE_OTHER);
        let after = Findings::read(&house.visitor().get(&at(".json")).await.bytes).unwrap();
        let today = house.leyhoven.tenant.civil.today(house.clock.now());
        assert_eq!((trust(&after).sources, trust(&after).rank, &after.withdrawn[..]), ([0, 0, 3, 0], Some(1), &[today][..]));
        assert_eq!(trust(&after).negative_for, ["ouders", "wie slecht hoort", "wie werkt in ploegen"]);
        let heard = |actor: &str| after.heard.iter().find(|it| it.actor == actor).map(|it| it.sources);
        assert_eq!((heard("residents"), heard("officials"), heard("experts")), (Some(3), Some(0), Some(0)));
        assert_eq!(
            (after.answers.len(), &after.means, after.day),
            (before.answers.len(), &before.means, before.day),
            "nothing else changes"
        );
        let report = house.visitor().get(&at("")).await;
        assert!(report.shows("is één interview ingetrokken") && !report.shows("een vader alleen"), "{}", report.body);
        let sheet = house.visitor().get(&at(".csv")).await;
        assert!(sheet.body.contains(&format!(",interview-withdrawn,{today},date,")), "{}", sheet.body);
        let mut s = house.store().read().await.unwrap();
        let row = s.one("SELECT findings FROM evaluation WHERE tenant = $1", &store::values![house.tenant()]).await.unwrap();
        assert!(!row.get::<String>("findings").unwrap().contains("vader"), "nothing of it is kept");
        let events = store::journal::latest(&mut s, house.tenant(), None, None, 1_000).await.unwrap();
        assert_eq!(events.iter().filter(|it| it.kind == "evaluation-interview-withdrawn").count(), 1);
        drop(s);

        // One more, and too few are left to tell for whom.
        let resident: study::SourceCode = "B1".parse().unwrap();
        assert_eq!(withdraw(&resident).await.status, StatusCode::SEE_OTHER);
        let report = house.visitor().get(&at("")).await;
        assert!(report.shows("Wij tonen dat alleen als") && !report.shows("wie slecht hoort"), "{}", report.body);

        // What a restored backup brings back is taken out again, once.
        let subject = {
            let mut s = house.store().read().await.unwrap();
            let of = store::values![house.tenant()];
            s.one("SELECT id FROM study_source WHERE tenant = $1 AND code = 'B2'", &of).await.unwrap().get("id").unwrap()
        };
        let tenant = house.tenant();
        store::write!(house.store(), [], |tx| {
            let eraser = study::WithdrawnInterviews { frozen: Arc::new(learn::FrozenFindings) };
            store::erasure::Eraser::erase(&eraser, tx, tenant, subject).await?;
            store::erasure::Eraser::erase(&eraser, tx, tenant, subject).await
        })
        .await
        .unwrap();
        let last = Findings::read(&house.visitor().get(&at(".json")).await.bytes).unwrap();
        assert_eq!((trust(&last).sources, last.withdrawn.len()), ([0, 0, 1, 0], 3));
    }
}

#[tokio::test]
async fn planned_means_keep_their_decimals_and_the_charter_stands_in_for_nothing_that_was_answered() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let answers = GuideAnswers {
            moment: GuideMoment::Course,
            answers: vec![("planned-hours".into(), Some("7.5".into())), ("planned-money".into(), Some("1250.5".into()))],
            aims: None,
            texts: Vec::new(),
            choices: Vec::new(),
            lessons: Vec::new(),
            organisation: Vec::new(),
        };
        let id = process.id;
        store::write!(house.store(), [hand, answers], |tx| { design::save_guide(tx, &hand.doing(), id, &answers, None).await })
            .await
            .unwrap();
        let page = house.as_role(Role::ParticipationOfficer).get(&path(&process)).await;
        let field = |kind: &str| {
            let rest =
                page.body.split(&format!("name=\"means-{kind}-planned\" value=\"")).nth(1).unwrap_or_else(|| panic!("{}", page.body));
            rest.split('"').next().unwrap().to_owned()
        };
        assert_eq!(field("municipal-hours"), "8", "a half hour goes up");
        assert_eq!(field("municipal-money").parse::<kernel::Money>().unwrap().cents(), 125_050);
    }
}

#[tokio::test]
async fn only_who_may_evaluate_writes_and_nothing_of_others_changes() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let posts = [
            (path(&process), vec![WORSE]),
            (format!("{}/les", path(&process)), vec![("worked", "no"), ("text", "x"), ("advice", "y")]),
            (format!("{}/bereik", path(&process)), AGE.to_vec()),
            (format!("{}/bereik", path(&process)), EVERYBODY.to_vec()),
            (format!("{}/bereik", path(&process)), COUNTS.to_vec()),
            (format!("{}/bereik", path(&process)), vec![("what", "drop"), ("drop", "age")]),
            (format!("{}/afronden", path(&process)), vec![]),
            (format!("{}/zonder", path(&process)), vec![("motive", "Geen tijd.")]),
            ("/werk/vergelijken".to_owned(), vec![("weg", "0190a0b0-0000-7000-8000-000000000001")]),
        ];
        for role in Role::ALL.iter().filter(|role| !role.permissions().holds(people::Permission::Evaluate)) {
            let browser = house.as_role(*role);
            browser.get("/werk").await;
            let before = entries(&house).await;
            for (path, fields) in &posts {
                assert_eq!(browser.post(path, fields).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
            }
            for page in [
                path(&process),
                format!("{}/bereik", path(&process)),
                format!("/werk/processen/{}/overdracht", process.id),
                "/werk/evaluaties".to_owned(),
            ] {
                assert_eq!(browser.get(&page).await.status, StatusCode::FORBIDDEN, "{role:?} {page}");
            }
            assert_eq!(entries(&house).await, before, "{role:?} changed something");
        }
    }
}

/// Three ages; of the youngest too few began to be told apart.
const AGE: [(&str, &str); 17] = [
    ("what", "group"),
    ("characteristic", "age"),
    ("population-source", "Bevolkingsregister, 1 januari"),
    ("source", "Briefje aan de ingang"),
    ("unsaid", "6"),
    ("name-1", "Tot 30 jaar"),
    ("population-1", "3.000"),
    ("began-1", "4"),
    ("stayed-1", "1"),
    ("name-2", "30 tot 65 jaar"),
    ("population-2", "4 000"),
    ("began-2", "26"),
    ("stayed-2", "14"),
    ("name-4", "Ouder dan 65"),
    ("population-4", "3000"),
    ("began-4", "70"),
    ("stayed-4", "50"),
];
const EVERYBODY: [(&str, &str); 4] =
    [("what", "everybody"), ("began", "106"), ("stayed", "71"), ("stayed-source", "Lijst van de eerste en de vierde avond")];

async fn count_reach(house: &TestHouse, process: &Process, fields: &[(&str, &str)]) -> Page {
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("{}/bereik", path(process));
    let seen = seen(&officer.get(&path).await);
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("seen", seen.as_str())]).collect();
    officer.post(&path, &fields).await
}

#[tokio::test]
async fn who_took_part_and_who_dropped_out_is_told_with_its_source_and_no_small_group() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let form = officer.get(&format!("{}/bereik", path(&process))).await;
        assert!(form.status == StatusCode::OK && form.shows("Groep 8") && !form.shows("⟦"), "{}", form.body);
        let english = officer.get(&format!("{}/bereik?taal=en", path(&process))).await;
        assert!(!english.shows("⟦"), "{}", english.body);
        officer.get(&format!("{}/bereik?taal=nl", path(&process))).await;

        // What is wrong is told beside its field, nothing is lost, and nothing is kept.
        let before = entries(&house).await;
        let with = |name: &'static str, value: &'static str| {
            AGE.into_iter().filter(|(it, _)| *it != name).chain([(name, value)]).collect::<Vec<_>>()
        };
        for (fields, words) in [
            (with("characteristic", "schoenmaat"), "Kies een van de mogelijkheden."),
            (with("source", " "), "Schrijf waar de cijfers vandaan komen."),
            (with("began-1", "12,5"), "Schrijf een geheel getal"),
            (with("began-1", ""), "Vul een getal in."),
            (with("name-1", ""), "Schrijf hoe de groep heet."),
            (with("name-1", "ouder dan 65"), "Deze groep staat er al."),
            (with("stayed-1", "5"), "niet meer gebleven zijn dan er begonnen"),
            (with("stayed-1", ""), "Vul dit bij elke groep in, of bij geen enkele."),
            (AGE[..9].to_vec(), "Vul minstens twee groepen in."),
            ([&EVERYBODY[..2], &EVERYBODY[3..]].concat(), "Vul een getal in."),
            ([&EVERYBODY[..2], &[("stayed", "107")], &EVERYBODY[3..]].concat(), "niet meer gebleven zijn dan er begonnen"),
        ] {
            let refused = count_reach(&house, &process, &fields).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows(words), "{words}: {}", refused.body);
            assert!(
                refused.shows("106") || refused.shows("30 tot 65 jaar") || refused.shows("Tot 30 jaar"),
                "{words}: what was typed stays"
            );
        }
        assert_eq!(entries(&house).await, before);

        assert_eq!(count_reach(&house, &process, &AGE).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count_reach(&house, &process, &EVERYBODY).await.status, StatusCode::SEE_OTHER);
        assert_eq!(entries(&house).await, before + 2);
        let again = officer.get(&format!("{}/bereik?kenmerk=age", path(&process))).await;
        assert!(again.shows("value=\"Ouder dan 65\"") && again.shows("Leeftijd weghalen"), "{}", again.body);
        let stale = officer.post(&format!("{}/bereik", path(&process)), &[&EVERYBODY[..], &[("seen", "1")]].concat()).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.shows("106"), "{}", stale.body);

        // Saving the texts leaves it as it is.
        evaluate(&house, &process).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        let report = house.visitor().get(&public).await;
        // Fewer than ten of the youngest began, and the twenty-six beside them would give them away.
        for words in [
            "100 deelnemers zeiden dit, 6 liever niet.",
            "Kleine groepen samen",
            ">70</td>",
            // 1 − ½ (|30/100 − 7000/10000| + |70/100 − 3000/10000|)
            "Gelijkenis met de bevolking: 0,60.",
            "Het verst onder haar aandeel: Kleine groepen samen, met 43",
            "Er begonnen 106 mensen. Bij de laatste stap waren er nog 71. 33",
            "Bron van de deelnemers: Briefje aan de ingang.",
            "Lijst van de eerste en de vierde avond",
        ] {
            assert!(report.shows(words), "{words}: {}", report.body);
        }
        assert!(!report.shows(">26</td>") && !report.shows("Niet gemeten"), "{}", report.body);
        is_read_in_other_languages(&house, &public).await;
        let json = house.visitor().get(&format!("{public}.json")).await;
        let findings = Findings::read(&json.bytes).expect("findings that are read again");
        assert_eq!((findings.reach[0].told, findings.reach[0].index, findings.reach[0].groups[0].began), (Some(100), Some(60), None));
        assert_eq!(findings.stayed.as_ref().and_then(|it| it.drop_out), Some(33));
        let sheet = house.visitor().get(&format!("{public}.csv")).await;
        for line in [
            "reach,age: Tot 30 jaar,began,,people,not shown",
            "reach,age: small groups together,began,30,people,",
            "reach,age,index,60,hundredths,",
            "drop-out,,share,33,percent,",
        ] {
            assert!(sheet.body.contains(line), "{line}: {}", sheet.body);
        }
        if LetterFonts::usual().is_some() {
            assert_eq!(house.visitor().get(&format!("{public}.pdf")).await.status, StatusCode::OK);
        }

        // A correction begins with what was counted; what is taken away leaves the report only when it is finished.
        assert_eq!(count_reach(&house, &process, &[("what", "drop"), ("drop", "age")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count_reach(&house, &process, &[("what", "drop"), ("drop", "age")]).await.status, StatusCode::NOT_FOUND);
        assert!(house.visitor().get(&public).await.shows("Kleine groepen samen"));
        assert_eq!(finish(&house, &process, &[("reason", "De leeftijden waren geschat.")]).await.status, StatusCode::SEE_OTHER);
        let report = house.visitor().get(&public).await;
        assert!(!report.shows("Kleine groepen samen") && report.shows("Er begonnen 106 mensen."), "{}", report.body);
        assert!(report.shows("Niet gemeten. Nodig: kenmerken"), "{}", report.body);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        let there = format!("{}/bereik", path(&process));
        assert_eq!(neighbour.get(&there).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&there, &AGE).await.status, StatusCode::NOT_FOUND);
    }
}

/// What else was counted; at the third place too few accepted, and the second channel brought too few.
const COUNTS: [(&str, &str); 38] = [
    ("what", "counts"),
    ("earlier-part", "36"),
    ("earlier-whole", "120"),
    ("earlier-unsaid", "4"),
    ("earlier-source", "Briefje aan de ingang"),
    ("unorganised-part", "3"),
    ("unorganised-whole", "120"),
    ("unorganised-unsaid", ""),
    ("unorganised-source", "Briefje aan de ingang."),
    ("response-source", "Postlijst"),
    ("stratum-name-1", "Huurwoningen"),
    ("stratum-delivered-1", "1.200"),
    ("stratum-accepted-1", "60"),
    ("stratum-name-2", "Koopwoningen"),
    ("stratum-delivered-2", "800"),
    ("stratum-accepted-2", "120"),
    ("stratum-name-3", "Woonboten"),
    ("stratum-delivered-3", "40"),
    ("stratum-accepted-3", "4"),
    ("stratum-name-5", "Studentenkamers"),
    ("stratum-delivered-5", "200"),
    ("stratum-accepted-5", "12"),
    ("channels-source", "Werkblad van de dienst"),
    ("channel-name-1", "Deur aan deur"),
    ("channel-joined-1", "30"),
    ("channel-hours-1", "12"),
    ("channel-euros-1", "0"),
    ("channel-name-2", "Affiche"),
    ("channel-joined-2", "3"),
    ("channel-hours-2", ""),
    ("channel-euros-2", "812,50"),
    ("remedied-part", "3"),
    ("remedied-whole", "4"),
    ("remedied-source", "Nagebeld door de opbouwwerker"),
    ("attendance-participants", "106"),
    ("attendance-all", "265"),
    ("attendance-source", "Aanwezigheidslijst zonder namen"),
    ("channel-name-8", ""),
];

#[tokio::test]
async fn what_else_is_counted_is_told_with_its_source_and_no_handful() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let there = format!("{}/bereik", path(&process));
        let form = officer.get(&there).await;
        assert!(form.shows("Tellingen") && form.shows("Kanaal 8") && form.shows("Plek of groep 8") && !form.shows("⟦"), "{}", form.body);
        let (folded, unfolded) = ("<details><summary>Meer regels<", "<details open><summary>Meer regels<");
        assert_eq!((form.body.matches(folded).count(), form.body.matches(unfolded).count()), (3, 0), "lines that are empty are folded");
        assert_eq!(count_reach(&house, &process, &EVERYBODY).await.status, StatusCode::SEE_OTHER);

        // What is half filled in is told beside its field, nothing is lost, and nothing is kept.
        let before = entries(&house).await;
        let with = |name: &'static str, value: &'static str| {
            COUNTS.into_iter().filter(|(it, _)| *it != name).chain([(name, value)]).collect::<Vec<_>>()
        };
        for (fields, words) in [
            (with("earlier-part", ""), "Vul een getal in."),
            (with("earlier-part", "121"), "Dit kan niet meer zijn dan het geheel."),
            (with("earlier-whole", "0"), "Van nul valt niets te zeggen."),
            (with("earlier-source", " "), "Schrijf waar de cijfers vandaan komen."),
            (with("unorganised-unsaid", "enkele"), "Schrijf een geheel getal"),
            (with("response-source", ""), "Schrijf waar de cijfers vandaan komen."),
            (with("stratum-name-2", ""), "Schrijf hoe dit heet."),
            (with("stratum-name-2", "huurwoningen"), "Deze naam staat er al."),
            (with("stratum-accepted-2", "801"), "Dit kan niet meer zijn dan het geheel."),
            (with("stratum-delivered-2", "0"), "Van nul valt niets te zeggen."),
            (with("channel-euros-2", ""), "Vul de uren of de euro’s in, of allebei."),
            (with("channel-name-8", "School"), "Vul een getal in."),
            (with("remedied-part", "5"), "Dit kan niet meer zijn dan het geheel."),
            (with("attendance-all", "105"), "Elke deelnemer was er minstens één keer."),
            (with("attendance-participants", "0"), "Van nul valt niets te zeggen."),
            (vec![("what", "counts"), ("channels-source", "Werkblad van de dienst")], "Vul minstens één regel in"),
        ] {
            let refused = count_reach(&house, &process, &fields).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows(words), "{words}: {}", refused.body);
            assert!(refused.shows("value=\"Werkblad van de dienst\""), "{words}: what was typed stays");
            assert!(refused.shows("value=\"71\""), "{words}: what stands in another form of the page stays: {}", refused.body);
        }
        assert_eq!(entries(&house).await, before);

        assert_eq!(count_reach(&house, &process, &COUNTS).await.status, StatusCode::SEE_OTHER);
        assert_eq!(entries(&house).await, before + 1);
        let again = officer.get(&there).await;
        for words in ["value=\"Studentenkamers\"", "value=\"812.50\"", "value=\"265\"", "value=\"71\""] {
            assert!(again.shows(words), "{words}: {}", again.body);
        }
        assert_eq!(again.body.matches(unfolded).count(), 1, "the fifth kind of place is seen: {}", again.body);
        let refused = count_reach(&house, &process, &EVERYBODY[..2]).await;
        assert!(refused.shows("value=\"Studentenkamers\""), "a mistake in another form empties nothing: {}", refused.body);
        let stale = officer.post(&there, &[&COUNTS[..], &[("seen", "1")]].concat()).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.shows("value=\"Studentenkamers\""), "{}", stale.body);

        evaluate(&house, &process).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        let report = house.visitor().get(&public).await;
        for words in [
            "Zelf gerapporteerd",
            "36 van 120 die antwoordden (30",
            "Liever niet gezegd: 4.",
            "Aantal dat antwoordde: 120. Hoe zij antwoordden, tonen wij niet",
            "Hoeveel het liever niet zeiden, is niet geteld.",
            "Aangenomen: 196 van 2240 bezorgde uitnodigingen (9",
            // 120 of 800 against 60 of 1200; where four accepted, the twelve beside them are not told either.
            "Het hoogst bij Koopwoningen (15",
            "het laagst bij Huurwoningen (5",
            "3,00 keer zoveel.",
            "Alleen wat wij tonen, is vergeleken.",
            "Nieuwe deelnemers samen: 33.",
            "Redenen waaraan de gemeente iets kon doen: 4. Verholpen: 3. Bron: Nagebeld door de opbouwwerker.",
            "Deelnemers: 106. Zij kwamen samen 265 keer, gemiddeld 2,50 keer.",
        ] {
            assert!(report.shows(words), "{words}: {}", report.body);
        }
        for hidden in [">4</td>", ">12</td>", ">3</td>", ">30</td>", "ingang.."] {
            assert!(!report.shows(hidden), "{hidden}: {}", report.body);
        }
        is_read_in_other_languages(&house, &public).await;
        let json = house.visitor().get(&format!("{public}.json")).await;
        let findings = Findings::read(&json.bytes).expect("findings that are read again");
        let response = findings.counts.response.expect("what came of invitations");
        assert_eq!((response.highest, response.lowest, response.ratio), (Some(1), Some(0), Some(300)));
        assert_eq!(response.strata.iter().map(|it| it.accepted).collect::<Vec<_>>(), [Some(60), Some(120), None, None]);
        assert!(findings.counts.unorganised.is_some_and(|it| it.part.is_none() && it.share.is_none()));
        let sheet = house.visitor().get(&format!("{public}.csv")).await;
        for line in [
            "counts,earlier,share,30,percent,self-reported: Briefje aan de ingang",
            "counts,unorganised,part,,people,\"self-reported, not shown: Briefje aan de ingang.\"",
            "counts,response: Woonboten,accepted,,people,\"self-reported, not shown: Postlijst\"",
            "counts,channels: Affiche,joined,,people,\"self-reported, not shown: Werkblad van de dienst\"",
            "counts,channels: Affiche,money,81250,cents,self-reported: Werkblad van de dienst",
            "counts,attendance,mean,250,hundredths,self-reported: Aanwezigheidslijst zonder namen",
        ] {
            assert!(sheet.body.contains(line), "{line}: {}", sheet.body);
        }
        if LetterFonts::usual().is_some() {
            assert_eq!(house.visitor().get(&format!("{public}.pdf")).await.status, StatusCode::OK);
        }

        // A correction begins with what was counted; what is emptied leaves the report only when it is finished.
        assert_eq!(count_reach(&house, &process, &[("what", "counts")]).await.status, StatusCode::SEE_OTHER);
        assert!(house.visitor().get(&public).await.shows("Koopwoningen"));
        assert_eq!(finish(&house, &process, &[("reason", "De lijsten klopten niet.")]).await.status, StatusCode::SEE_OTHER);
        let report = house.visitor().get(&public).await;
        assert!(!report.shows("Koopwoningen") && !report.shows("Tellingen") && report.shows("Er begonnen 106 mensen."), "{}", report.body);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.post(&there, &COUNTS).await.status, StatusCode::NOT_FOUND);
    }
}

/// The measurement plan keeps these indicators.
async fn plan_keeps(house: &TestHouse, process: &Process, codes: &[&str]) {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let kept = codes.iter().filter_map(|code| measure::Indicator::of_code(code)).map(|it| (it, Some((true, None))));
    let plan = measure::NewMeasurementPlan { choices: kept.collect(), waves: Vec::new() };
    let id = process.id;
    store::write!(house.store(), [hand, plan], |tx| { measure::save_plan(tx, &hand.doing(), id, &plan, None).await }).await.unwrap();
}

#[tokio::test]
async fn nothing_that_the_plan_asks_for_vanishes() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        plan_keeps(&house, &process, &["G009", "G032", "G060", "G073", "G074"]).await;
        contribution(&house, &process, "Een bank").await;
        learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap();
        evaluate(&house, &process).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        let findings = Findings::read(&house.visitor().get(&format!("{public}.json")).await.bytes).unwrap();
        assert_eq!(findings.uncounted, ["G009", "G060", "G073"], "of whom something was heard is told: {:?}", findings.heard);
        assert!(findings.figures.iter().any(|it| it.indicator == "G032"), "what is counted anyway is shown when the plan asks for it");
        assert!(!findings.figures.iter().any(|it| it.indicator == "G033"), "nobody asked for it: {:?}", findings.figures);
        let report = house.visitor().get(&public).await;
        for words in [
            "id=\"learn-planned\">Gevraagd in het meetplan, zonder getal<",
            "Hoeveel mensen deden mee zonder scherm of met hulp?",
            "Staat in het meetplan. Er is geen getal.",
            "Kijk in het jaaroverzicht.",
            "Kijk bij de cijfers van de hele gemeente.",
        ] {
            assert!(report.shows(words), "{words}: {}", report.body);
        }
        is_read_in_other_languages(&house, &public).await;
        let sheet = house.visitor().get(&format!("{public}.csv")).await;
        assert!(sheet.body.contains("plan,G009,without-number,,,\"in the plan, and no number here\""), "{}", sheet.body);
        if LetterFonts::usual().is_some() {
            assert_eq!(house.visitor().get(&format!("{public}.pdf")).await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn what_the_plan_asks_to_count_is_named_until_somebody_counts_and_sessions_are_told_as_seen() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let (id, hand) = (process.id, Hand::of(&house, Role::ParticipationOfficer));
        plan_keeps(&house, &process, &["G004", "G006", "G018"]).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let page = officer.get(&path(&process)).await;
        for words in ["Hoeveel mensen deden al vaak mee?", "Wie was het meest aan het woord?", "Staat in het meetplan. Er is geen getal."] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        assert_eq!(count_reach(&house, &process, &COUNTS).await.status, StatusCode::SEE_OTHER);

        let session = |present: i64, spoken: Vec<i64>, scale: i64| study::NewSession {
            title: "Avond in de wijkzaal".to_owned(),
            day: house.leyhoven.tenant.civil.today(house.clock.now()),
            minutes: 120,
            present,
            actors: vec!["residents".to_owned()],
            unit: study::SpeakingUnit::Minutes,
            spoken,
            quality: study::DialogueQuality { respect: scale, reasons: scale, listening: scale },
            missing: None,
            notes: "De groep sprak over de bomen.".to_owned(),
            language: Language::NL,
        };
        // At the second were too few people to tell of it.
        for seen in [session(24, vec![3; 12], 4), session(6, vec![1, 0, 0, 0, 0, 9], 1)] {
            store::write!(house.store(), [hand, seen], |tx| { study::keep_session(tx, &hand.doing(), id, &seen).await }).await.unwrap();
        }
        let page = officer.get(&path(&process)).await;
        assert!(!page.shows("Hoeveel mensen deden al vaak mee?") && !page.shows("Staat in het meetplan."), "{}", page.body);
        for words in [
            "Bekeken bijeenkomsten: 2.",
            "Daarvan met minstens 10 mensen: 1.",
            "gemiddeld 4,00 op een schaal van 1 tot 5.",
            "Hoe ongelijk mensen spraken: gemiddeld 0,00, bijeenkomsten waar dat geteld is: 1.",
        ] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn what_an_officer_noted_of_dropping_out_is_told_as_noted_until_somebody_counts() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let answers = GuideAnswers {
            moment: GuideMoment::Course,
            answers: vec![("drop-out".into(), Some("0.25".into()))],
            aims: None,
            texts: Vec::new(),
            choices: Vec::new(),
            lessons: Vec::new(),
            organisation: Vec::new(),
        };
        let (id, seen) =
            (process.id, design::guide(&mut house.store().read().await.unwrap(), house.tenant(), process.id).await.unwrap().saved);
        store::write!(house.store(), [hand, answers], |tx| { design::save_guide(tx, &hand.doing(), id, &answers, seen).await })
            .await
            .unwrap();
        let page = house.as_role(Role::ParticipationOfficer).get(&path(&process)).await;
        assert!(page.shows("Een medewerker noteerde tijdens het project dat 25"), "{}", page.body);
        assert!(page.shows("Niet gemeten. Nodig: kenmerken") && !page.shows("Niet gemeten. Nodig: per stap"), "{}", page.body);
        count_reach(&house, &process, &EVERYBODY).await;
        let page = house.as_role(Role::ParticipationOfficer).get(&path(&process)).await;
        assert!(page.shows("Er begonnen 106 mensen.") && !page.shows("noteerde tijdens het project"), "{}", page.body);
    }
}

#[tokio::test]
async fn open_data_holds_no_group_that_is_too_small() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        for nth in 0..3 {
            contribution(&house, &process, &format!("Een bank {nth}")).await;
        }
        learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap();
        evaluate(&house, &process).await;
        let json = house.visitor().get(&format!("/processen/{}/evaluatie.json", process.slug)).await;
        let findings = Findings::read(&json.bytes).expect("findings that are read again");
        let still = findings.figures.iter().find(|it| it.indicator == "G030").expect("a figure");
        assert_eq!((still.told.as_str(), still.numerator, still.denominator), ("few", 0, 0), "three people are too few of ten");
        let sheet = house.visitor().get(&format!("/processen/{}/evaluatie.csv", process.slug)).await;
        assert!(sheet.body.contains("figures,G030,denominator,,count,few"), "{}", sheet.body);
        assert!(sheet.body.contains("balance,effect.trust,positive,0,sources,nothing found"), "{}", sheet.body);
        assert!(sheet.body.contains("literature,value.trust,"), "research stands apart: {}", sheet.body);
        assert!(sheet.body.contains("heard,residents,sources,0,sources,not heard"), "{}", sheet.body);
        assert!(!sheet.body.contains("Sofie") && !json.body.contains("@"), "nobody is named");
    }
}

#[tokio::test]
async fn the_report_is_a_pdf_too() {
    if LetterFonts::usual().is_none() {
        eprintln!("the report as PDF is left out: this machine has no DejaVu Sans");
        return;
    }
    for engine in engines() {
        let house = house(engine).await;
        let process = finished(&house).await;
        for language in ["nl", "ar"] {
            let file =
                house.visitor().with_header("accept-language", language).get(&format!("/processen/{}/evaluatie.pdf", process.slug)).await;
            assert_eq!(file.status, StatusCode::OK, "{language}: {}", file.body.chars().take(300).collect::<String>());
            assert!(file.bytes.starts_with(b"%PDF") && file.headers["content-type"] == "application/pdf");
            let wide: Vec<u8> = "Een groener Marktplein".encode_utf16().flat_map(u16::to_be_bytes).collect();
            let plain = b"Een groener Marktplein";
            let holds = |part: &[u8]| file.bytes.windows(part.len()).any(|window| window == part);
            assert!(holds(&wide) || holds(plain), "{language}: the title stands in the file");
        }
    }
}

#[tokio::test]
async fn who_does_not_evaluate_says_so_in_public() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let without = format!("{}/zonder", path(&process));
        assert_eq!(officer.post(&without, &[("motive", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(officer.post(&without, &[("motive", "Het project stopte na een week.")]).await.status, StatusCode::SEE_OTHER);
        let public = house.visitor().get(&format!("/processen/{}/evaluatie", process.slug)).await;
        assert!(public.status == StatusCode::OK && public.shows("Het project stopte na een week."), "{}", public.body);
        let ctx = house.context(None, "/").await;
        let panel = ctx.panels(people::Spot::Process(process.id)).await.unwrap();
        assert!(panel.contains("wordt niet geëvalueerd"), "{panel}");

        // Later it can be evaluated after all.
        evaluate(&house, &process).await;
        assert_eq!(officer.post(&without, &[("motive", "Toch niet.")]).await.status, StatusCode::CONFLICT);
        assert!(ctx.panels(people::Spot::Process(process.id)).await.unwrap().contains("Er is naar 2 effecten gekeken"));
    }
}

#[tokio::test]
async fn processes_stand_side_by_side_with_what_another_municipality_published() {
    for engine in engines() {
        let house = house(engine).await;
        let process = finished(&house).await;
        let json = house.visitor().get(&format!("/processen/{}/evaluatie.json", process.slug)).await;
        let mut theirs = Findings::read(&json.bytes).unwrap();
        (theirs.municipality, theirs.title) = ("Stad Elders".into(), "Een park voor iedereen".into());
        let theirs = theirs.written().unwrap();
        let officer = house.as_role(Role::ParticipationOfficer);
        let bring = async |bytes: &[u8]| {
            officer.post_files("/werk/vergelijken", &[], &[("bestand", "evaluatie.json", "application/json", bytes)]).await
        };
        let before = entries(&house).await;
        let refused = bring(b"{\"score\": 9}").await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("geen evaluatie die wij kunnen lezen"),
            "{}",
            refused.body
        );
        assert_eq!(entries(&house).await, before);
        let taken = bring(theirs.as_bytes()).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        let list = house.visitor().get("/vergelijken").await;
        let id =
            list.body.split("value=\"").map(|rest| rest.split('"').next().unwrap()).find(|it| it.len() == 36).expect("an id").to_owned();
        let beside = house.visitor().get(&format!("/vergelijken?kies={}&kies={id}", process.slug)).await;
        assert_eq!(beside.status, StatusCode::OK, "{}", beside.body);
        for words in ["Een park voor iedereen", "Stad Elders", "Een groener Marktplein", "Wie niet gehoord is", "bewoners"] {
            assert!(beside.shows(words), "{words}: {}", beside.body);
        }
        let folded = ["data-label=\"Een groener Marktplein\"", "data-label=\"Een park voor iedereen (Stad Elders)\""];
        assert!(folded.iter().all(|label| beside.shows(label)), "each cell says whose it is: {}", beside.body);
        let one = house.visitor().get(&format!("/vergelijken?kies={}", process.slug)).await;
        assert!(one.status == StatusCode::UNPROCESSABLE_ENTITY && one.shows("Kies twee, drie of vier"));
        let strange = house.visitor().get("/vergelijken?kies=nergens&kies=ergens").await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(officer.post("/werk/vergelijken", &[("weg", id.as_str())]).await.status, StatusCode::SEE_OTHER);
        assert!(!house.visitor().get("/vergelijken").await.shows("Stad Elders"));
    }
}

#[tokio::test]
async fn a_comparison_tells_where_for_how_many_under_which_rules_and_what_was_learned() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let answers = GuideAnswers {
            moment: GuideMoment::Aims,
            answers: vec![("areas".into(), Some(house.leyhoven.molenveld.to_string()))],
            aims: None,
            texts: Vec::new(),
            choices: Vec::new(),
            lessons: Vec::new(),
            organisation: Vec::new(),
        };
        let id = process.id;
        let seen = design::guide(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap().saved;
        store::write!(house.store(), [hand, answers], |tx| { design::save_guide(tx, &hand.doing(), id, &answers, seen).await })
            .await
            .unwrap();
        assert_eq!(count_reach(&house, &process, &AGE).await.status, StatusCode::SEE_OTHER);
        evaluate(&house, &process).await;
        let public = format!("/processen/{}/evaluatie", process.slug);
        let json = house.visitor().get(&format!("{public}.json")).await;
        let mut theirs = Findings::read(&json.bytes).unwrap();
        assert_eq!((theirs.areas.as_slice(), theirs.rules.map(|it| it.all())), (&["Molenveld".to_owned()][..], Some(0)));
        let sheet = house.visitor().get(&format!("{public}.csv")).await;
        assert!(sheet.body.contains(",area,Molenveld,text,") && sheet.body.contains("regulation,,met,0,obligations,"), "{}", sheet.body);

        (theirs.municipality, theirs.areas) = ("Stad Elders".into(), vec!["Zwartberg".into()]);
        theirs.rules = Some(learn::RulesFound { met: 5, not_met: 2, motivated: 1, untold: 3 });
        let theirs = theirs.written().unwrap();
        let officer = house.as_role(Role::ParticipationOfficer);
        let file = [("bestand", "evaluatie.json", "application/json", theirs.as_bytes())];
        assert_eq!(officer.post_files("/werk/vergelijken", &[], &file).await.status, StatusCode::SEE_OTHER);
        let (other, _) = learn::elsewhere(&mut house.store().read().await.unwrap(), house.tenant(), 1).await.unwrap().remove(0);
        let beside = format!("/vergelijken?kies={}&kies={other}", process.slug);
        let page = house.visitor().get(&beside).await;
        for words in [
            "Molenveld",
            "Zwartberg",
            "10.000. Bron: Bevolkingsregister, 1 januari.",
            "Geen plichten uit een reglement.",
            "Plichten: 10. Nagekomen: 5. Niet nagekomen: 2, waarvan met een openbare reden: 1. Niet bekend: 3.",
            "Het werkte niet",
            "De avonden duurden te lang.",
        ] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        is_read_in_other_languages(&house, &beside).await;
    }
}

#[tokio::test]
async fn the_year_tells_the_council_what_is_known_and_what_is_not() {
    for engine in engines() {
        let house = house(engine).await;
        let process = finished(&house).await;
        let year = house.leyhoven.tenant.civil.today(house.clock.now()).year();
        let page = house.visitor().get(&format!("/jaaroverzicht/{year}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for words in
            ["raadplegen", "niet vastgesteld", "Ontwerpen die een eerdere les overnamen", "Uren van de gemeente", "1 van 1 evaluatie"]
        {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        let sheet = house.visitor().get(&format!("/jaaroverzicht/{year}/cijfers.csv")).await;
        assert!(sheet.body.contains("G024,2,") && sheet.body.contains("G051,unknown,,2,2,"), "{}", sheet.body);
        assert_eq!(house.visitor().get(&format!("/jaaroverzicht/{}", year + 1)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.visitor().get("/jaaroverzicht/ooit").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.visitor().get("/jaaroverzicht").await.status, StatusCode::SEE_OTHER);
        is_read_in_other_languages(&house, &format!("/jaaroverzicht/{year}")).await;
        let neighbour = house.visitor().on(BUURSTAD).get(&format!("/jaaroverzicht/{year}")).await;
        assert!(neighbour.status == StatusCode::OK && !neighbour.shows(&process.slug) && !neighbour.shows("1 van 1 evaluatie"));
    }
}

#[tokio::test]
async fn a_hand_over_tells_a_successor_everything_and_names_nobody() {
    for engine in engines() {
        let house = house(engine).await;
        let process = designed(&house).await;
        let receipt = received(&house, &process, "Een bank", Answering::none()).await;
        take_to(&house, receipt.dossier, State::FrameCheck).await;
        let page = house.as_role(Role::ParticipationOfficer).get(&format!("/werk/processen/{}/overdracht", process.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let number = receipt.number.to_string();
        for words in ["Daar is dit jaar geen geld voor.", "Bijeenkomst in de wijkzaal", number.as_str(), "Openbaar domein", "Gemeenteraad"]
        {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        let main = page.body.split("<main").nth(1).unwrap_or_default();
        assert!(!main.contains("Test "), "the accounts of this house are all called Test: {main}");
    }
}

#[test]
fn every_part_has_its_words_in_the_form() {
    let words = include_str!("../locales/nl/learn-evaluation-staff.ftl");
    for part in EvaluationPart::ALL {
        assert!(words.contains(&format!("learn-write-{} =", part.code())), "{}", part.code());
        assert_eq!(EvaluationPart::of_code(part.code()), Some(*part));
    }
}
