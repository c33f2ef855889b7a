//! Who is erased is nowhere any more: not in a table, the search, a job, a mail that waits, a letter or a later backup;
//! and the journal still verifies. That a backup from before does not bring the person back is tested in `durability.rs`, and
//! that a telephone lets go of what it kept in `voice/tests` and `e2e/tests/fieldwork.test.mjs`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{decide, dossier, take_to};
use journey::{AnswerBy, Channel, Outcome, State};
use kernel::{Actor, ContributionId, IdentityId, Language, Line, Prose};
use people::Role;
use people::testing::{Options, TestHouse};
use people::vault::Identity;
use std::path::Path;
use store::Engine;
use store::testing::engines;
use voice::{Answering, NewContribution, Receipt};

/// What is known of the person and what the person said, each a word that stands nowhere else. Stems of the search keep the
/// beginning of a word, so these are told apart by their beginning.
const NAME: &str = "Zonnewijzer Kwartelslag";
const MAIL: &str = "kwartelpost@voorbeeld.example";
const PHONE: &str = "0470998877";
const ADDRESS: &str = "Kwikstaartpad 17";
const TITLE: &str = "Wielewaalbank naast de linde";
const BODY: &str = "Mijn roodborsttapuit zingt daar elke avond.";
const ANSWERED: &str = "Bij de grutto aan het water.";
const REACTION: &str = "Dat de tureluur daar blijft, is eerlijk.";
/// What is written about the words alone, and what the author contests.
const OWN: &str = "Uw koekoeksklok nemen wij over.";
const DRAFTED: &str = "Uw nachtzwaluw past daar niet.";
const DIFFERS: &str = "Wil ook een wand voor de ijsvogel.";
const CONTESTED: &str = "Dit gaat over het waterhoen, niet over bomen.";
/// What every room keeps of the words of an author.
const WORDS: [&str; 8] = ["ielewaal", "oodborst", "grutto", "tureluur", "koekoeks", "nachtzwaluw", "ijsvogel", "waterhoen"];
const TRACES: [&str; 12] = [
    "onnewijzer",
    "kwartelpost",
    "0470998877",
    "wikstaartpad",
    "ielewaal",
    "oodborst",
    "grutto",
    "tureluur",
    "koekoeks",
    "nachtzwaluw",
    "ijsvogel",
    "waterhoen",
];

async fn house(engine: Engine) -> TestHouse {
    let options = Options { holders: meemaak::house::holders(), ..Options::default() };
    TestHouse::open_with(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes(), options).await
}

/// Somebody says something and wants the answer in this way.
async fn said(house: &TestHouse, identity: IdentityId, by: AnswerBy) -> Receipt {
    let process = design::testing::published_process(house).await;
    let (tenant, civil, at) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.app.clock.now());
    let keeper = house.app.keeper(tenant, Actor::Resident);
    let who = Identity { name: NAME.to_owned(), mail: MAIL.to_owned(), phone: PHONE.to_owned(), address: ADDRESS.to_owned() };
    let id = ContributionId::new(at, house.app.random.as_ref());
    let title = Line::new(TITLE, 150).unwrap();
    let mut new = NewContribution::idea(id, process.id, title, Language::NL, Channel::Online, civil.today(at));
    new.body = Some(Prose::new(BODY, 500).unwrap());
    new.answering = Answering { by, identity: Some(identity), ..Answering::none() };
    store::write!(house.store(), [keeper, who, civil, new], |tx| {
        people::vault::keep(tx, &keeper, identity, &who).await?;
        let act = journey::Act { tenant, actor: &Actor::Resident, at, civil: &civil };
        voice::receive(tx, &act, new.clone()).await
    })
    .await
    .unwrap()
}

async fn work(house: &TestHouse) {
    meemaak::house::worker(&house.app).work_once().await.unwrap();
}

/// The traces that stand anywhere in a backup of everything, in words or as bytes are written there.
async fn traces(house: &TestHouse, folder: &Path) -> Vec<(&'static str, String)> {
    store::backup::backup(house.store(), folder).await.unwrap();
    let mut found = Vec::new();
    for table in std::fs::read_dir(folder.join("tables")).unwrap() {
        let path = table.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap().to_lowercase();
        for trace in TRACES {
            let hex: String = trace.bytes().map(|byte| format!("{byte:02x}")).collect();
            if text.contains(trace) || text.contains(&hex) {
                found.push((trace, path.file_name().unwrap().to_string_lossy().into_owned()));
            }
        }
    }
    found
}

#[tokio::test]
async fn who_is_erased_is_in_no_table_no_search_no_job_no_mail_and_no_letter() {
    for engine in engines() {
        let house = house(engine).await;
        let identity = house.identity();
        let asked = said(&house, identity, AnswerBy::Mail).await;
        let told = said(&house, identity, AnswerBy::Letter).await;

        // A question goes to the person and is answered; the other contribution is decided, answered and reacted to.
        take_to(&house, asked.dossier, State::Questioned).await;
        let officer = house.as_role(Role::Specialist);
        let path = format!("/werk/dossiers/{}/antwoord-op-vraag", asked.dossier);
        assert_eq!(officer.post(&path, &[("words", ANSWERED)]).await.status, StatusCode::SEE_OTHER);
        take_to(&house, told.dossier, State::OnAgenda).await;
        decide(&house, told.dossier, Outcome::Adopted).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let answer = [
            ("done", "Wij hebben dit berekend en met de buurt bekeken."),
            ("criterion", "De doorgang voor hulpdiensten moet vrij blijven."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        let path = format!("/werk/dossiers/{}/antwoord", told.dossier);
        let published = officer.post(&path, &answer).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
        let code = told.follow_code.as_ref().unwrap().reveal();
        let reaction = [("understood", "yes"), ("fair", "no"), ("words", REACTION), ("review", "yes"), ("code", code.as_str())];
        let reacted = house.visitor().post(&format!("/bijdragen/{}/oordeel", told.number), &reaction).await;
        assert_eq!(reacted.status, StatusCode::SEE_OTHER, "{}", reacted.body);
        // A mail about a second question waits when the person goes.
        take_to(&house, asked.dossier, State::Assessed).await;
        let ask = format!("/werk/dossiers/{}/vraag", asked.dossier);
        let again = house.as_role(Role::Specialist).post(&ask, &[("words", "En hoe groot mag het zijn?")]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);

        let folder = tempfile::TempDir::new().unwrap();
        let before: std::collections::BTreeSet<_> =
            traces(&house, &folder.path().join("before")).await.into_iter().map(|(trace, _)| trace).collect();
        for trace in ["ielewaal", "oodborst", "grutto", "tureluur"] {
            assert!(before.contains(trace), "«{trace}» is kept while the person is there: {before:?}");
        }
        for sealed in ["onnewijzer", "kwartelpost", "0470998877", "wikstaartpad"] {
            assert!(!before.contains(sealed), "who it is stands sealed in the vault only: {before:?}");
        }
        let found = house.visitor().get(&format!("/bijdragen/{}", told.number)).await;
        assert!(found.shows(TITLE), "{}", found.body);

        people::holder::erase(&house.app, house.tenant(), identity, Actor::System, "own-request").await.unwrap();
        work(&house).await;
        assert_eq!(traces(&house, &folder.path().join("after")).await, [], "{engine}");

        // What everybody sees, what the search finds, what would be printed, and who can still be reached.
        for receipt in [&asked, &told] {
            let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
            assert!(page.status == StatusCode::OK && TRACES.iter().all(|trace| !page.body.to_lowercase().contains(trace)), "{}", page.body);
        }
        let process = dossier(&house, told.dossier).await.process;
        let mut s = house.store().read().await.unwrap();
        let process = design::process(&mut s, house.tenant(), process).await.unwrap().unwrap();
        let mails = s.all(store::sql!("SELECT body FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
        assert!(mails.iter().all(|row| !row.get::<String>("body").unwrap().contains("Wielewaal")));
        drop(s);
        let found = house.visitor().get(&format!("/processen/{}/bijdragen/lijst?zoek=wielewaalbank", process.slug)).await;
        assert!(found.status == StatusCode::OK && !found.body.contains("Wielewaalbank naast"), "{}", found.body);
        let letters = officer.get("/werk/bezorging/brieven").await;
        assert!(!letters.body.contains("Kwikstaartpad") && !letters.body.contains("Wielewaal"), "{}", letters.body);

        // Every chain still verifies.
        let report = store::journal::verify(house.store(), None).await.unwrap();
        assert!(report.is_whole(), "{report:?}");
    }
}

/// How the words of an author go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The author takes them back with the follow code.
    Code,
    /// The author has them taken back at the desk.
    Desk,
    /// The author is erased.
    Person,
    /// A backup from before came back, and the list of what was erased is gone through once more.
    Restore,
}

fn went(page: &people::testing::Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

/// An idea whose author asked for no answer.
async fn quiet(house: &TestHouse, process: kernel::ProcessId, identity: Option<IdentityId>) -> Receipt {
    let mut new = voice::testing::idea(house, process, TITLE);
    new.body = Some(Prose::new(BODY, 500).unwrap());
    new.answering = Answering { identity, ..Answering::none() };
    voice::testing::received(house, new).await
}

/// Lets an author who asked for no answer leave words in every room: on the way of a bundle with another, whose answer is published
/// and reacted to, and in a second idea of which the answer is a draft.
async fn spoken(house: &TestHouse, identity: Option<IdentityId>) -> [Receipt; 2] {
    let process = design::testing::published_process(house).await.id;
    let mine = quiet(house, process, identity).await;
    let drafted = quiet(house, process, identity).await;
    let other = voice::testing::received(house, voice::testing::idea(house, process, "Bomen op het plein")).await;
    for receipt in [&mine, &other] {
        take_to(house, receipt.dossier, State::Screened).await;
    }
    let (visitor, officer, specialist) = (house.visitor(), house.as_role(Role::ParticipationOfficer), house.as_role(Role::Specialist));
    let path = |act: &str| format!("/werk/dossiers/{}/{act}", mine.dossier);
    went(&officer.post(&path("samenvoegen"), &[("numbers", other.number.as_str())]).await);
    let (id, code) = (mine.id.to_string(), mine.follow_code.as_ref().unwrap().reveal());
    went(&officer.post(&path("minderheid"), &[("chosen", id.as_str()), ("words", DIFFERS)]).await);
    let contest = [("words", CONTESTED), ("code", code.as_str())];
    went(&visitor.post(&format!("/bijdragen/{}/bundeling", mine.number), &contest).await);
    let kept = [("contested", id.as_str()), ("end", "kept"), ("motive", "Beide gaan over hetzelfde plein.")];
    went(&officer.post(&path("betwisting"), &kept).await);

    // A colleague gets a mail that names the title; the author is asked something and answers.
    take_to(house, mine.dossier, State::FrameCheck).await;
    work(house).await;
    take_to(house, mine.dossier, State::Questioned).await;
    went(&specialist.post(&path("antwoord-op-vraag"), &[("words", ANSWERED)]).await);
    for receipt in [&mine, &drafted] {
        take_to(house, receipt.dossier, State::OnAgenda).await;
        decide(house, receipt.dossier, Outcome::Adopted).await;
    }
    let (own, beside) = (format!("own-{}", mine.number), format!("own-{}", other.number));
    let answer = [
        ("done", "Wij hebben dit berekend en met de buurt bekeken."),
        ("criterion", "De doorgang voor hulpdiensten moet vrij blijven."),
        (own.as_str(), OWN),
        (beside.as_str(), "Uw bomen komen er in de herfst."),
        ("plain", "yes"),
        ("action", "publish"),
    ];
    went(&officer.post(&path("antwoord"), &answer).await);
    let own = format!("own-{}", drafted.number);
    let draft = [("done", "Wij hebben dit berekend."), (own.as_str(), DRAFTED), ("action", "save")];
    went(&officer.post(&format!("/werk/dossiers/{}/antwoord", drafted.dossier), &draft).await);
    let reaction = [("fair", "no"), ("words", REACTION), ("review", "yes"), ("code", code.as_str())];
    went(&visitor.post(&format!("/bijdragen/{}/oordeel", mine.number), &reaction).await);
    [mine, drafted]
}

async fn let_go(house: &TestHouse, way: Way, receipt: &Receipt) {
    let officer = house.as_role(Role::ParticipationOfficer);
    match way {
        Way::Code => {
            let code = receipt.follow_code.as_ref().unwrap().reveal();
            let fields = [("erasure", "words"), ("code", code.as_str())];
            went(&house.visitor().post(&format!("/bijdragen/{}/intrekken", receipt.number), &fields).await);
        }
        Way::Desk => {
            let fields = [("erasure", "words"), ("proof", "receipt")];
            went(&officer.post(&format!("/werk/privacy/{}/intrekken", receipt.id), &fields).await);
        }
        Way::Restore => {
            let (eraser, tenant, id) = (voice::ErasedWords { holders: meemaak::house::holders() }, house.tenant(), receipt.id.uuid());
            store::write!(house.store(), [eraser], |tx| { store::erasure::Eraser::erase(&eraser, tx, tenant, id).await }).await.unwrap();
        }
        Way::Person => {}
    }
}

#[tokio::test]
async fn words_go_from_every_room_also_when_their_author_asked_for_no_answer() {
    for engine in engines() {
        for way in [Way::Code, Way::Desk, Way::Person, Way::Restore] {
            let house = house(engine).await;
            let identity = (way == Way::Person).then(|| house.identity());
            let receipts = spoken(&house, identity).await;
            let guardian = house.as_role(Role::ProcessGuardian);
            let list = guardian.get("/werk/herzieningen").await.body;
            let review = list[list.find("/werk/herzieningen/").unwrap()..].split('"').next().unwrap().to_owned();
            assert!(guardian.get(&review).await.shows(REACTION), "{engine} {way:?}");
            let folder = tempfile::TempDir::new().unwrap();
            let before = traces(&house, &folder.path().join("before")).await;
            for word in WORDS {
                assert!(before.iter().any(|(trace, _)| *trace == word), "«{word}» is kept until then: {before:?}");
            }
            assert!(before.iter().any(|(trace, file)| *trace == "ielewaal" && file.starts_with("mail")), "{before:?}");

            for receipt in &receipts {
                let_go(&house, way, receipt).await;
            }
            if let Some(identity) = identity {
                people::holder::erase(&house.app, house.tenant(), identity, Actor::System, "own-request").await.unwrap();
            }
            work(&house).await;
            assert_eq!(traces(&house, &folder.path().join("after")).await, [], "{engine} {way:?}");
            assert!(!guardian.get(&review).await.body.contains("tureluur"), "{engine} {way:?}");
            for receipt in &receipts {
                let page = house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await;
                assert!(page.status == StatusCode::OK && WORDS.iter().all(|word| !page.body.contains(word)), "{way:?}: {}", page.body);
            }
            let report = store::journal::verify(house.store(), None).await.unwrap();
            assert!(report.is_whole(), "{engine} {way:?}: {report:?}");
        }
    }
}
