//! What everybody sees of a dossier that lies still (F3), one scenario for each reason up to the answer: when the day passes
//! it stands on the public page in plain words, somebody is told to act, and it goes when that was done. What lies still
//! after the answer (X8, X10 of a promise, X11) is told by `deliver`. Time is moved by the clock of the house.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, take_to, worker};
use journey::{Outcome, State};
use kernel::{AccountId, DossierId};
use people::testing::{Options, Page, TestHouse};
use people::{Role, Scope};
use std::sync::Arc;
use store::testing::engines;
use voice::Receipt;

async fn house(engine: store::Engine) -> TestHouse {
    let migrations = [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS].concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("answer", answer::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    let options = Options { holders: vec![Arc::new(answer::Answers)], ..Options::default() };
    let house = TestHouse::open_with(engine, &migrations, &texts, routes, options).await;
    let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
    store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
    worker(&house).work_once().await.unwrap();
    house
}

/// A contribution that stands in `state`, with its words public.
async fn at(house: &TestHouse, state: State) -> Receipt {
    let process = design::testing::published_process(house).await;
    let receipt = contribution(house, &process, "Bomen op het plein").await;
    take_to(house, receipt.dossier, state).await;
    receipt
}

/// Days pass, each with the work of its morning.
async fn days(house: &TestHouse, days: i64) {
    for _ in 0..days {
        house.clock.advance_days(1);
        worker(house).work_once().await.unwrap();
    }
}

async fn public(house: &TestHouse, receipt: &Receipt) -> Page {
    for language in ["en", "ar"] {
        let page = house.visitor().in_language(language).get(&format!("/bijdragen/{}", receipt.number)).await;
        assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{language}: {}", page.body);
    }
    house.visitor().get(&format!("/bijdragen/{}", receipt.number)).await
}

/// It lies still for everybody to see, in these words; and who was told of which reason.
async fn lies_still(house: &TestHouse, receipt: &Receipt, code: &str, words: &str, told: Role) {
    lies_still_for(house, receipt, code, words, house.account(told)).await;
}

async fn lies_still_for(house: &TestHouse, receipt: &Receipt, code: &str, words: &str, told: AccountId) {
    let page = public(house, receipt).await;
    assert!(page.shows("ligt stil bij") && page.shows(words), "{code}: {}", page.body);
    let mut s = house.store().read().await.unwrap();
    let found = store::journal::latest(&mut s, house.tenant(), Some("reminder"), None, 1000).await.unwrap();
    let of_it = |it: &&store::journal::Recorded| it.body["code"] == code && it.body["dossier"] == serde_json::json!(receipt.dossier);
    let account = serde_json::json!(told);
    let reminded = found.iter().filter(of_it).any(|it| it.body["to"].as_array().unwrap().contains(&account));
    assert!(reminded, "{code}: {told} was not told: {:?}", found.iter().map(|it| &it.body).collect::<Vec<_>>());
}

async fn moves(house: &TestHouse, receipt: &Receipt, words: &str) {
    let page = public(house, receipt).await;
    assert!(!page.shows(words), "«{words}» is still told: {}", page.body);
}

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

fn today(house: &TestHouse) -> String {
    house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string()
}

#[tokio::test]
async fn x1_the_term_of_a_state_is_over_until_the_work_is_done() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let over = "De termijn is voorbij";
        moves(&house, &it, over).await;
        days(&house, 31).await;
        lies_still(&house, &it, "X1", over, Role::Specialist).await;
        days(&house, 5).await;
        lies_still(&house, &it, "X1", over, Role::DepartmentHead).await;
        take_to(&house, it.dossier, State::AdviceReady).await;
        moves(&house, &it, over).await;
    }
}

/// What an author hears of what was put off.
const PUT_OFF: [(&str, &str); 5] = [
    ("done", "Wij hebben uw plan voor bomen op het plein uitgerekend en getekend."),
    ("criterion", "De brandweer moet er altijd door kunnen."),
    ("why-not", "Eerst vernieuwt de gemeente de riolering onder het plein. Daarna komt dit terug."),
    ("plain", "yes"),
    ("action", "publish"),
];

#[tokio::test]
async fn x1_what_was_put_off_comes_back_on_its_day_and_lies_still_until_somebody_takes_it_up_again() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::OnAgenda).await;
        carry::testing::decide(&house, it.dossier, Outcome::Deferred).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let specialist = house.as_role(Role::Specialist);
        let resume = path(it.dossier, "weer-oppakken");
        assert_eq!(specialist.post(&resume, &[]).await.status, StatusCode::CONFLICT, "first its author hears why");
        went(&officer.post(&path(it.dossier, "antwoord"), &PUT_OFF).await);
        let told = dossier(&house, it.dossier).await;
        let until = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(90);
        assert_eq!((told.state, told.put_off_until()), (State::Reaction, Some(until)));

        // A week before its day it is on the desk of whoever had it, who hears so once; on the day itself it does not lie still.
        let over = "niemand heeft het weer opgepakt";
        let soon = "was uitgesteld of bewaard en komt terug";
        let mails = async || {
            let mut s = house.store().read().await.unwrap();
            let sql = store::sql!("SELECT subject FROM mail WHERE tenant = $1");
            let rows = s.all(sql, &store::values![house.tenant()]).await.unwrap();
            rows.iter().filter(|row| row.get::<String>("subject").unwrap().contains(soon)).count()
        };
        days(&house, 82).await;
        assert!(!specialist.get("/werk").await.shows(it.number.as_str()), "{engine}: not yet");
        assert_eq!(mails().await, 0);
        // Until then it is found among what was put off, by whoever takes it up and by everybody who reads; and only there.
        for (role, list, found) in [
            (Role::Specialist, "mijn", true),
            (Role::Specialist, "binnenkort", false),
            (Role::Specialist, "wacht", false),
            (Role::ParticipationOfficer, "alle", true),
            (Role::ParticipationOfficer, "wacht", false),
            // Whoever assigns sees it too: its holder may have left since.
            (Role::ParticipationOfficer, "mijn", true),
        ] {
            let page = house.as_role(role).get(&format!("/werk?lijst={list}&stand=uitgesteld")).await;
            assert_eq!(page.shows(it.number.as_str()), found, "{engine} {role} {list}: {}", page.body);
            assert!(page.shows("value=\"uitgesteld\" selected"), "{engine} {role} {list}: {}", page.body);
        }
        days(&house, 1).await;
        let desk = specialist.get("/werk").await;
        assert!(
            desk.shows(it.number.as_str()) && desk.shows("Uitgesteld of bewaard, weer op te pakken tot en met"),
            "{engine}: {}",
            desk.body
        );
        days(&house, 7).await;
        assert_eq!(mails().await, 1, "{engine}: once");
        moves(&house, &it, over).await;
        days(&house, 1).await;
        lies_still(&house, &it, "X1", over, Role::Specialist).await;
        assert!(specialist.get("/werk?lijst=te-laat").await.shows(it.number.as_str()));
        days(&house, 5).await;
        lies_still(&house, &it, "X1", over, Role::DepartmentHead).await;

        // Whoever may not gets nowhere, and nothing changes.
        for language in ["en", "nl"] {
            let shown = specialist.get(&format!("{resume}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{language}: {}", shown.body);
        }
        let why = "De riolering ligt er. Nu is er plaats voor bomen.";
        let before = entries(&house).await;
        for role in [Role::DecisionMaker, Role::Researcher, Role::Administrator] {
            assert_eq!(house.as_role(role).post(&resume, &[("motive", why)]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::Specialist).post(&resume, &[("motive", why)]).await.status, StatusCode::NOT_FOUND);
        let long = "Te lang. ".repeat(600);
        let refused = specialist.post(&resume, &[("motive", &long)]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("Te lang. Te lang."), "{}", refused.status);
        assert_eq!(entries(&house).await, before, "{engine}");

        // Taken up again it moves, is decided anew, and its author is answered anew.
        went(&specialist.post(&resume, &[("motive", why)]).await);
        moves(&house, &it, over).await;
        let page = public(&house, &it).await;
        assert!(page.shows("Weer opgepakt") && page.shows(why), "{engine}: {}", page.body);
        let staff = specialist.get(&format!("/werk/dossiers/{}", it.dossier)).await;
        assert!(staff.shows("Opnieuw begonnen") && staff.shows(why), "{engine}: {}", staff.body);
        let earlier = staff.body.matches("Uit een eerdere ronde").count();
        assert_eq!(earlier, 3, "{engine}: the advice, the agenda and the decision of then: {}", staff.body);
        let listed = house.as_role(Role::ParticipationOfficer).get("/werk?lijst=alle&stand=uitgesteld").await;
        assert!(!listed.shows(it.number.as_str()), "{engine}: it is put off no longer");
        assert_eq!(specialist.post(&resume, &[("motive", why)]).await.status, StatusCode::CONFLICT, "once");
        let again = dossier(&house, it.dossier).await;
        assert_eq!((again.state, again.outcome, again.holder), (State::Assessed, None, Some(house.account(Role::Specialist))));
        let mut s = house.store().read().await.unwrap();
        assert_eq!(journey::replay(&mut s, house.tenant(), it.dossier).await.unwrap(), again, "the journal tells the same");
        drop(s);
        take_to(&house, it.dossier, State::Decided).await;
        went(&officer.post(&path(it.dossier, "antwoord"), &PUT_OFF).await);
        let new = dossier(&house, it.dossier).await;
        assert_eq!((new.state, new.outcome, new.put_off_until()), (State::Reaction, Some(Outcome::Adopted), None));
        days(&house, 40).await;
        moves(&house, &it, over).await;
    }
}

#[tokio::test]
async fn x1_what_was_put_off_comes_back_to_whoever_assigns_when_its_holder_left() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::OnAgenda).await;
        carry::testing::decide(&house, it.dossier, Outcome::Deferred).await;
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "antwoord"), &PUT_OFF).await);
        let specialist = house.account(Role::Specialist);
        went(&house.as_role(Role::Administrator).post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        days(&house, 82).await;
        let on_desk = async |role: Role| house.as_role(role).get("/werk").await.shows(it.number.as_str());
        assert!(!on_desk(Role::ParticipationOfficer).await && !on_desk(Role::DepartmentHead).await, "{engine}: not yet");
        days(&house, 1).await;
        assert!(on_desk(Role::ParticipationOfficer).await && on_desk(Role::DepartmentHead).await, "{engine}");
        assert!(!on_desk(Role::DecisionMaker).await, "{engine}: not of who cannot take it up");
        let green = house.as_head_of(house.leyhoven.green).get("/werk").await;
        assert!(!green.shows(it.number.as_str()), "{engine}: nor of another department");
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "weer-oppakken"), &[]).await);
        let began = house.leyhoven.tenant.civil.today(house.app.clock.now());
        days(&house, 1).await;
        let again = dossier(&house, it.dossier).await;
        assert_eq!((again.state, again.absent), (State::Assessed, Some(began)), "{engine}: not since the day on which somebody left");
    }
}

#[tokio::test]
async fn x2_no_department_accepts_until_one_does() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assigned).await;
        let nobody = "Geen dienst neemt dit aan";
        moves(&house, &it, nobody).await;
        days(&house, 9).await;
        lies_still(&house, &it, "X2", nobody, Role::DepartmentHead).await;
        lies_still(&house, &it, "X2", nobody, Role::ParticipationOfficer).await;
        let (officer, green) = (house.as_role(Role::ParticipationOfficer), house.leyhoven.green.to_string());
        let space = house.leyhoven.public_space.to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &today(&house)), ("subject", "Van wie is dit?")];
        went(&officer.post(&path(it.dossier, "tafel"), &table).await);
        moves(&house, &it, nobody).await;
        let agreed = [("present", green.as_str()), ("present", &space), ("agreement", "Wij nemen het."), ("department", &space)];
        went(&officer.post(&path(it.dossier, "tafel/afspraken"), &agreed).await);
        take_to(&house, it.dossier, State::FrameCheck).await;
        days(&house, 9).await;
        moves(&house, &it, nobody).await;
    }
}

#[tokio::test]
async fn x3_another_department_objects_until_that_is_settled() {
    for engine in engines() {
        let house = house(engine).await;
        let green = house.leyhoven.green;
        house.give(house.account(Role::Controller), Role::Specialist, Scope::Department(green)).await.unwrap();
        let it = at(&house, State::Assessed).await;
        let open = "Een andere dienst heeft een bezwaar dat niet is afgehandeld";
        let green = green.to_string();
        let words = "De bomen staan op de leiding. Verleggen kost geld.";
        let fields = [("department", green.as_str()), ("nature", "costs"), ("euros", "1200"), ("words", words)];
        let colleague = house.as_role(Role::Controller);
        went(&colleague.post(&path(it.dossier, "bezwaar"), &fields).await);
        moves(&house, &it, open).await;
        let page = public(&house, &it).await;
        for seen in ["Groen heeft een bezwaar sinds", "kosten", "1.200", "Nog niet afgehandeld.", words] {
            assert!(page.shows(seen), "«{seen}»: {}", page.body);
        }
        days(&house, 15).await;
        lies_still(&house, &it, "X3", open, Role::ParticipationOfficer).await;
        let number = dossier(&house, it.dossier).await.objections[0].number;
        let met = format!("{number}-met");
        let measure = "De bomen komen naast de leiding.";
        went(&colleague.post(&path(it.dossier, "bezwaar/einde"), &[("ending", met.as_str()), ("motive", measure)]).await);
        moves(&house, &it, open).await;
        let page = public(&house, &it).await;
        assert!(page.shows("Opgelost met een maatregel") && page.shows(measure) && page.shows(words), "{}", page.body);
    }
}

#[tokio::test]
async fn x4_means_of_another_department_are_awaited_until_it_answers() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let waits = "Wacht op geld of mensen van een andere dienst";
        let finance = house.leyhoven.finance.to_string();
        let fields = [("department", finance.as_str()), ("euros", "900"), ("purpose", "Drie bomen.")];
        went(&house.as_role(Role::Specialist).post(&path(it.dossier, "middelen"), &fields).await);
        moves(&house, &it, waits).await;
        days(&house, 31).await;
        lies_still(&house, &it, "X4", waits, Role::BudgetHolder).await;
        went(&house.as_role(Role::BudgetHolder).post(&path(it.dossier, "middelen/antwoord"), &[("answer", "yes")]).await);
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld en plaats.")];
        went(&house.as_role(Role::Specialist).post(&path(it.dossier, "advies"), &advice).await);
        moves(&house, &it, waits).await;
    }
}

#[tokio::test]
async fn x5_values_conflict_until_somebody_chooses() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let conflict = "Er botsen waarden, en niemand koos";
        let open =
            [("value", "lawfulness"), ("value", "involvement"), ("dilemma", "rules-flexibility"), ("options", "Nu, of volgend jaar.")];
        let specialist = house.as_role(Role::Specialist);
        went(&specialist.post(&path(it.dossier, "waarden"), &open).await);
        moves(&house, &it, conflict).await;
        days(&house, 15).await;
        lies_still(&house, &it, "X5", conflict, Role::Specialist).await;
        let review = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(200).to_string();
        let chosen =
            [("strategy", "prioritise"), ("first", "lawfulness"), ("motive", "De veiligheid gaat voor."), ("review", review.as_str())];
        went(&specialist.post(&path(it.dossier, "waarden"), &[open.as_slice(), &chosen].concat()).await);
        moves(&house, &it, conflict).await;
        assert!(public(&house, &it).await.shows("De veiligheid gaat voor."));
    }
}

#[tokio::test]
async fn x6_a_ready_advice_is_on_no_agenda_until_it_is() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::AdviceReady).await;
        let nowhere = "Het advies is klaar, maar staat nog op geen agenda";
        moves(&house, &it, nowhere).await;
        days(&house, 16).await;
        lies_still(&house, &it, "X6", nowhere, Role::CouncilSecretary).await;
        lies_still(&house, &it, "X6", nowhere, Role::DecisionMaker).await;
        take_to(&house, it.dossier, State::OnAgenda).await;
        moves(&house, &it, nowhere).await;
    }
}

#[tokio::test]
async fn x6_whoever_decides_by_mandate_needs_no_agenda_and_the_page_says_who_is_waited_for() {
    for engine in engines() {
        let house = house(engine).await;
        let by_head = |draft: &mut design::Draft| draft.decider = Some(design::Decider::DepartmentHead);
        let process = design::testing::published_as(&house, "Kleine ingrepen", design::Variant::Asked, by_head).await;
        let it = contribution(&house, &process, "Een hek om de zandbak").await;
        take_to(&house, it.dossier, State::AdviceReady).await;
        days(&house, 16).await;
        lies_still(&house, &it, "X6", "wie hierover mag beslissen, heeft nog niet beslist", Role::DepartmentHead).await;
        moves(&house, &it, "staat nog op geen agenda").await;
        let bulletin = house.visitor().get("/bulletin").await;
        assert!(bulletin.shows("heeft nog niet beslist") && !bulletin.shows("op geen agenda"), "{engine}: {}", bulletin.body);
        let today = today(&house);
        let decision = [("outcome", "adopted"), ("date", today.as_str()), ("words", "Het hek komt er."), ("body", "Het diensthoofd")];
        went(&house.as_role(Role::DepartmentHead).post(&path(it.dossier, "besluit"), &decision).await);
        moves(&house, &it, "heeft nog niet beslist").await;
    }
}

#[tokio::test]
async fn x7_decided_is_not_fed_back_until_the_author_is_answered() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Decided).await;
        let owed = "Beslist, maar nog niet beantwoord";
        moves(&house, &it, owed).await;
        days(&house, 16).await;
        lies_still(&house, &it, "X7", owed, Role::ParticipationOfficer).await;
        // The list of what is late is public, in every language, with whom it lies and for how long; the neighbour's is another.
        let late = "/antwoorden/te-laat";
        for language in ["en", "ar"] {
            let page = house.visitor().in_language(language).get(late).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦") && page.shows(it.number.as_str()), "{language}: {}", page.body);
        }
        let page = house.visitor().get(late).await;
        for seen in [it.number.as_str(), "Bomen op het plein", "Openbaar domein", "Nog geen antwoord."] {
            assert!(page.shows(seen), "«{seen}»: {}", page.body);
        }
        assert!(house.visitor().get("/antwoorden").await.shows(late), "a link leads there");
        let neighbour = house.visitor().on("buurstad.test").get(late).await;
        assert!(neighbour.status == StatusCode::OK && !neighbour.shows(it.number.as_str()), "{}", neighbour.body);
        // While an answer is late the process stays open, and whoever wants to close it reads which answer.
        let process = dossier(&house, it.dossier).await.process;
        let close = format!("/werk/processen/{process}/sluiten");
        let officer = house.as_role(Role::ParticipationOfficer);
        for language in ["en", "nl"] {
            let page = officer.get(&format!("{close}?taal={language}")).await;
            assert!(page.status == StatusCode::OK && !page.shows("⟦") && !page.shows("change-reason"), "{}", page.body);
            assert!(page.shows(it.number.as_str()) && page.shows(&format!("/werk/dossiers/{}", it.dossier)), "{}", page.body);
        }
        let why = [("change-reason", "De vraag is beantwoord.")];
        let before = entries(&house).await;
        let refused = officer.post(&close, &why).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert!(refused.shows("kan nog niet dicht") && refused.shows("De vraag is beantwoord."), "{}", refused.body);
        assert_eq!(entries(&house).await, before, "nothing was written");
        assert_eq!(house.as_role(Role::Moderator).post(&close, &why).await.status, StatusCode::FORBIDDEN);
        let answer = [
            ("done", "Wij hebben uw plan voor bomen op het plein uitgerekend en getekend."),
            ("criterion", "De brandweer moet er altijd door kunnen."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "antwoord"), &answer).await);
        moves(&house, &it, owed).await;
        let page = house.visitor().get(late).await;
        assert!(!page.shows(it.number.as_str()) && page.shows("is geen antwoord te laat"), "{}", page.body);
        went(&officer.post(&close, &why).await);
    }
}

#[tokio::test]
async fn x9_another_department_is_touched_and_not_heard_until_it_is() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let alone = "Dit raakt ook een andere dienst, en die is niet gehoord";
        let green = house.leyhoven.green.to_string();
        let why = "De bomen staan in het plantsoen van Groen.";
        let specialist = house.as_role(Role::Specialist);
        went(&specialist.post(&path(it.dossier, "raakt-ook"), &[("department", green.as_str()), ("why", why)]).await);
        moves(&house, &it, alone).await;
        let page = public(&house, &it).await;
        assert!(page.shows("Groen is gevraagd wat die ervan vindt") && page.shows("Nog niet gehoord.") && page.shows(why), "{}", page.body);
        days(&house, 15).await;
        let head = house.leyhoven.heads[&house.leyhoven.green];
        lies_still_for(&house, &it, "X9", alone, head).await;
        lies_still(&house, &it, "X9", alone, Role::Specialist).await;
        // No advice comes without hearing whom it touches; what is found stops nothing.
        let advice = [("fit", "fits"), ("words", "Plant er drie."), ("motive", "Er is geld en plaats.")];
        assert_eq!(specialist.post(&path(it.dossier, "advies"), &advice).await.status, StatusCode::CONFLICT);
        days(&house, 5).await;
        lies_still(&house, &it, "X9", alone, Role::DepartmentHead).await;
        let dissents = format!("{green}-dissents");
        let words = "Drie bomen nemen het licht van de rozen.";
        let heard = [("verdict", dissents.as_str()), ("words", words)];
        went(&house.as_head_of(house.leyhoven.green).post(&path(it.dossier, "raakt-ook/gehoord"), &heard).await);
        moves(&house, &it, alone).await;
        let page = public(&house, &it).await;
        assert!(page.shows("Niet eens") && page.shows(words), "{}", page.body);
        went(&specialist.post(&path(it.dossier, "advies"), &advice).await);
    }
}

/// The decision of a body about `id`, dated `days` ago.
async fn decide(house: &TestHouse, id: DossierId, days: i64) {
    let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(-days).to_string();
    let fields = [("outcome", "adopted"), ("date", day.as_str()), ("words", "De raad volgt het advies.")];
    went(&house.as_role(Role::DecisionMaker).post(&path(id, "besluit"), &fields).await);
    worker(house).work_once().await.unwrap();
}

async fn mails_to_guardians(house: &TestHouse) -> Vec<String> {
    let mut s = house.store().read().await.unwrap();
    let rows = s.all(store::sql!("SELECT subject, body FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
    let mails = rows.iter().map(|row| (row.get::<String>("subject").unwrap(), row.get::<String>("body").unwrap()));
    mails.filter(|(subject, _)| subject.contains("Beslist voordat de inbreng verwerkt was")).map(|(_, body)| body).collect()
}

#[tokio::test]
async fn x12_a_decision_older_than_what_it_decides_on_lies_open_until_the_guardian_explains_it() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::OnAgenda).await;
        let early = "Er is een besluit genomen voordat deze bijdrage verwerkt was";
        moves(&house, &it, early).await;
        decide(&house, it.dossier, 3).await;
        let page = public(&house, &it).await;
        assert!(page.shows("ligt stil bij") && page.shows(early), "{engine}: {}", page.body);
        assert!(page.shows("De procesbewaker kijkt na hoe dat kwam."), "{}", page.body);
        let mails = mails_to_guardians(&house).await;
        assert!(!mails.is_empty() && mails.iter().all(|mail| mail.contains("Eén bijdrage")), "{mails:?}");
        // The answer to its author does not make it go away.
        let answer = [
            ("done", "Wij hebben uw plan voor bomen op het plein uitgerekend en getekend."),
            ("criterion", "De brandweer moet er altijd door kunnen."),
            ("plain", "yes"),
            ("action", "publish"),
        ];
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "antwoord"), &answer).await);
        assert!(public(&house, &it).await.shows(early));

        let address = path(it.dossier, "te-vroeg");
        let guardian = house.as_role(Role::ProcessGuardian);
        for language in ["nl", "en"] {
            let shown = guardian.get(&format!("{address}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{language}: {}", shown.body);
        }
        guardian.get(&format!("{address}?taal=nl")).await;
        let empty = guardian.post(&address, &[("motive", " ")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.shows("Schrijf hoe het kwam"), "{}", empty.body);
        let motive = [("motive", "De datum was verkeerd overgenomen. De raad besliste op de dag zelf.")];
        let before = entries(&house).await;
        for role in [Role::ParticipationOfficer, Role::DecisionMaker, Role::DepartmentHead, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&address, &motive).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::ProcessGuardian).post(&address, &motive).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        went(&guardian.post(&address, &motive).await);
        moves(&house, &it, early).await;
        let page = public(&house, &it).await;
        assert!(page.shows("De procesbewaker legde uit hoe dat kwam") && page.shows(motive[0].1), "{}", page.body);
        assert_eq!(guardian.post(&address, &motive).await.status, StatusCode::CONFLICT, "once");
    }
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

#[tokio::test]
async fn x12_the_decision_that_was_announced_for_everything_tells_what_was_not_processed_yet() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let [decided, waiting, ready, other] = [
            contribution(&house, &process, "Bomen op het plein").await,
            contribution(&house, &process, "Een bank bij de halte").await,
            contribution(&house, &process, "Licht op het pad").await,
            contribution(&house, &design::testing::published_process(&house).await, "Een ander project").await,
        ];
        take_to(&house, waiting.dossier, State::Screened).await;
        take_to(&house, ready.dossier, State::AdviceReady).await;
        take_to(&house, other.dossier, State::Screened).await;
        let early = "Er is een besluit genomen voordat deze bijdrage verwerkt was";
        // Before the day that the charter announced, a decision is about its own dossier only.
        take_to(&house, decided.dossier, State::OnAgenda).await;
        house.clock.advance_days(121);
        let late = contribution(&house, &process, "Na het besluit").await;
        decide(&house, decided.dossier, 0).await;
        worker(&house).work_once().await.unwrap();
        assert!(public(&house, &waiting).await.shows(early), "{engine}");
        for it in [&decided, &ready, &other] {
            moves(&house, it, early).await;
        }
        // What came in on the day itself was there as well.
        assert!(public(&house, &late).await.shows(early));
        let mails = mails_to_guardians(&house).await;
        assert!(!mails.is_empty() && mails.iter().all(|mail| mail.contains("2 bijdragen")), "once, for both: {mails:?}");
        // It goes on and is decided after all: then it was processed.
        take_to(&house, waiting.dossier, State::Decided).await;
        moves(&house, &waiting, early).await;
        assert!(public(&house, &waiting).await.shows("Daarna toch verwerkt en beslist"));
        // A decision of an earlier day than the one that was announced says nothing about the others.
        let house = self::house(engine).await;
        let process = design::testing::published_process(&house).await;
        let [decided, waiting] =
            [contribution(&house, &process, "Bomen op het plein").await, contribution(&house, &process, "Een bank bij de halte").await];
        take_to(&house, decided.dossier, State::Decided).await;
        worker(&house).work_once().await.unwrap();
        take_to(&house, waiting.dossier, State::Screened).await;
        moves(&house, &waiting, early).await;
    }
}

#[tokio::test]
async fn the_list_of_late_answers_goes_on_page_by_page_the_oldest_promise_first() {
    let house = house(store::Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let mut numbers = Vec::new();
    for nth in 0..52 {
        house.clock.advance_seconds(60);
        let receipt = contribution(&house, &process, &format!("Idee {nth}")).await;
        take_to(&house, receipt.dossier, State::Referred).await;
        numbers.push(receipt.number.to_string());
        // The first two are promised a day earlier.
        if nth == 1 {
            house.clock.advance_days(1);
        }
    }
    house.clock.advance_days(20);
    let first = house.visitor().get("/antwoorden/te-laat").await;
    assert!(first.shows(&numbers[0]) && first.shows(&numbers[1]) && !first.shows(&numbers[51]), "{}", first.body);
    assert!(first.body.find(&numbers[1]) < first.body.find(&numbers[10]));
    let at = first.body.find("rel=\"next\" href=\"").expect("a next page") + "rel=\"next\" href=\"".len();
    let href = first.body[at..].split('"').next().unwrap().replace("&#38;", "&");
    let second = house.visitor().get(&href).await;
    assert_eq!(numbers.iter().filter(|number| second.shows(number)).count(), 2, "{href}: {}", second.body);
    assert!(second.shows(&numbers[51]));
    assert_eq!(house.visitor().get("/antwoorden/te-laat?na=gisteren&id=x").await.status, StatusCode::OK);
}

#[tokio::test]
async fn x10_whoever_held_it_is_gone_until_somebody_else_holds_it() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let gone = "Wie hieraan werkte is weg, en niemand nam het over";
        days(&house, 1).await;
        moves(&house, &it, gone).await;
        let specialist = house.account(Role::Specialist);
        let mut s = house.store().read().await.unwrap();
        let name = people::tables::account(&mut s, house.tenant(), specialist).await.unwrap().unwrap().name;
        drop(s);
        went(&house.as_role(Role::Administrator).post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        days(&house, 1).await;
        lies_still(&house, &it, "X10", gone, Role::DepartmentHead).await;
        let page = public(&house, &it).await;
        assert!(page.shows("ligt stil bij Openbaar domein") && !page.shows(name.as_str()), "never a person: {}", page.body);
        let head = house.account(Role::DepartmentHead).to_string();
        let chosen = format!("{}.{}", it.dossier, dossier(&house, it.dossier).await.events);
        let fields = [("wat", "overdragen"), ("kies", chosen.as_str()), ("holder", head.as_str())];
        assert_eq!(house.as_role(Role::BudgetHolder).post("/werk/samen", &fields).await.status, StatusCode::FORBIDDEN);
        lies_still(&house, &it, "X10", gone, Role::DepartmentHead).await;
        let done = house.as_role(Role::DepartmentHead).post("/werk/samen", &fields).await;
        assert!(done.shows("1 gedaan, 0 niet gedaan"), "{}", done.body);
        moves(&house, &it, gone).await;
        days(&house, 1).await;
        moves(&house, &it, gone).await;
    }
}

#[tokio::test]
async fn what_was_brought_to_a_level_is_said_to_lie_there() {
    for engine in engines() {
        let house = house(engine).await;
        let it = at(&house, State::Assessed).await;
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let day = today(&house);
        let table = [("party", green.as_str()), ("party", &space), ("date", &day), ("subject", "De bomen.")];
        went(&house.as_role(Role::ParticipationOfficer).post(&path(it.dossier, "tafel"), &table).await);
        let up = [("level", "college"), ("question", "Mogen ze er staan?"), ("conflict", "Schaduw of plaats."), ("options", "Ja of nee.")];
        went(&house.as_role(Role::Specialist).post(&path(it.dossier, "hoger"), &up).await);
        assert!(public(&house, &it).await.shows("Deze bijdrage is voorgelegd aan het college."), "{engine}");
        days(&house, 16).await;
        let over = "De termijn is voorbij";
        lies_still(&house, &it, "X1", over, Role::DecisionMaker).await;
        assert!(public(&house, &it).await.shows("ligt stil bij het college sinds"), "{engine}");
        let said = [("answer", "Ja."), ("department", space.as_str())];
        went(&house.as_role(Role::DecisionMaker).post(&path(it.dossier, "hoger/antwoord"), &said).await);
        moves(&house, &it, over).await;
        assert!(!public(&house, &it).await.shows("is voorgelegd aan het college."));
    }
}
