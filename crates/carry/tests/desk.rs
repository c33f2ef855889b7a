//! The desk as a tool: what must be done first stands first, what lies beside the way shows where it waits, lists are narrowed and
//! kept under a name, and what is done with several at once is done with exactly those.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, contribution, dossier, house, take_to, worker};
use design::{Decider, Process, Variant};
use journey::{Channel, State};
use kernel::{ContributionId, DossierId, Language, Line};
use people::testing::{Page, TestHouse};
use people::{Role, Scope};
use store::testing::engines;

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 5000).await.unwrap().len()
}

async fn mails(house: &TestHouse) -> Vec<String> {
    worker(house).work_once().await.unwrap();
    let mut s = house.store().read().await.unwrap();
    let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
    mails.iter().map(|row| row.get::<String>("subject").unwrap()).collect()
}

/// The number beside the name of a list.
fn count(page: &Page, list: &str) -> String {
    let rest = &page.body[page.body.find(&format!("/werk?lijst={list}\"")).expect("the list is named")..];
    let rest = &rest[rest.find("mm-badge\">").expect("it is counted") + "mm-badge\">".len()..];
    rest.split('<').next().unwrap().to_owned()
}

/// What the form offers to choose: each dossier as it stands.
fn offered(page: &Page) -> Vec<String> {
    page.body.split("name=\"kies\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn at_once(what: &str, ids: &[DossierId]) -> String {
    ids.iter().fold(format!("/werk/samen?wat={what}"), |path, id| format!("{path}&kies={id}"))
}

/// Does something with several at once, as far as the page offers it.
async fn send(house: &TestHouse, role: Role, what: &str, ids: &[DossierId], more: &[(&str, &str)]) -> Page {
    let browser = house.as_role(role);
    let values = offered(&browser.get(&at_once(what, ids)).await);
    let mut fields = vec![("wat", what)];
    fields.extend(values.iter().map(|value| ("kies", value.as_str())));
    fields.extend(more);
    browser.post("/werk/samen", &fields).await
}

/// How many stand under these words where the design guide shows what it is told of a process, and whether the rule speaks there.
async fn told(house: &TestHouse, process: &Process, words: &str, rule: &str) -> (Option<usize>, bool) {
    let page = house.as_role(Role::ParticipationOfficer).get(&format!("/werk/processen/{}/gids/verloop", process.id)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let said = page.body.split(&format!("<dt>{words}</dt><dd>")).nth(1).and_then(|rest| rest.split("</dd>").next());
    let number = said.map(|it| it.chars().filter(char::is_ascii_digit).collect::<String>());
    (number.map(|it| it.parse().unwrap()), page.shows(&format!("id=\"rule-{rule}-rule\"")))
}

async fn some(house: &TestHouse, process: &Process, titles: &[&str], state: State) -> Vec<DossierId> {
    let mut all = Vec::new();
    for title in titles {
        house.clock.advance_seconds(60);
        let id = contribution(house, process, title).await.dossier;
        take_to(house, id, state).await;
        all.push(id);
    }
    all
}

#[tokio::test]
async fn what_is_over_its_term_stands_first_however_short_it_stands_there() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        // Longest there, but with ten working days to find a department; the other has two for the first look.
        let long = some(&house, &process, &["Een fontein"], State::Screened).await[0];
        house.clock.advance_days(4);
        let short = contribution(&house, &process, "Een lantaarn").await.dossier;
        let officer = house.as_role(Role::ParticipationOfficer);
        let place = |page: &Page, id: DossierId| page.body.find(&format!("dossiers/{id}")).expect("it is there");
        let before = officer.get("/werk").await;
        assert!(place(&before, short) < place(&before, long), "due first: {}", before.body);
        assert_eq!((count(&before, "mijn"), count(&before, "te-laat")), ("2".to_owned(), "0".to_owned()));
        house.clock.advance_days(7);
        let after = officer.get("/werk").await;
        assert!(place(&after, short) < place(&after, long));
        assert_eq!(count(&after, "te-laat"), "1");
        let late = officer.get("/werk?lijst=te-laat").await;
        assert!(late.shows(&short.to_string()) && !late.shows(&long.to_string()), "{}", late.body);
        let due = officer.get("/werk?lijst=binnenkort").await;
        assert!(!due.shows(&format!("dossiers/{short}")), "{}", due.body);
    }
}

#[tokio::test]
async fn an_open_objection_and_values_without_a_choice_show_where_they_wait() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let green = house.leyhoven.green;
        house.give(house.account(Role::Controller), Role::Specialist, Scope::Department(green)).await.unwrap();
        let ids = some(&house, &process, &["Een bank", "Een zaal", "Een pad"], State::Assessed).await;
        let [objected, unchosen, plain] = ids[..] else { panic!("three") };
        let officer = house.as_role(Role::ParticipationOfficer);
        let specialist = house.as_role(Role::Specialist);
        assert!(!officer.get("/werk").await.shows(&objected.to_string()), "being looked into, it waits for its holder");
        let green = green.to_string();
        let objection = [("department", green.as_str()), ("nature", "work"), ("words", "Dat kost ons elk jaar werk.")];
        went(&house.as_role(Role::Controller).post(&format!("/werk/dossiers/{objected}/bezwaar"), &objection).await);
        let conflict = [
            ("value", "lawfulness"),
            ("value", "involvement"),
            ("dilemma", "rules-flexibility"),
            ("options", "Een vaste zaal, of reserveren."),
        ];
        went(&specialist.post(&format!("/werk/dossiers/{unchosen}/waarden"), &conflict).await);

        // X3: for whoever can call a table, with its day.
        let mine = officer.get("/werk").await;
        assert!(
            mine.shows(&objected.to_string()) && mine.shows("Bezwaar van een andere dienst, af te handelen tot en met"),
            "{}",
            mine.body
        );
        assert!(!mine.shows(&unchosen.to_string()) && !mine.shows(&plain.to_string()), "{}", mine.body);
        assert!(house.as_role(Role::DepartmentHead).get("/werk").await.shows(&objected.to_string()), "the own head can call one too");
        assert!(!house.as_head_of(house.leyhoven.green).get("/werk").await.shows(&objected.to_string()), "whoever objects waits");
        // X5: for whoever holds it, also when the dossier itself waits for somebody else by now.
        take_to(&house, unchosen, State::AdviceReady).await;
        let held = specialist.get("/werk").await;
        assert!(held.shows(&unchosen.to_string()) && held.shows("Waarden botsen, te kiezen tot en met"), "{}", held.body);
        for role in [Role::Researcher, Role::BudgetHolder] {
            let other = house.as_role(role).get("/werk").await;
            assert!(!other.shows(&objected.to_string()) && !other.shows(&unchosen.to_string()), "{role}");
        }
        // Over its term, it counts as such; settled, it is gone.
        assert_eq!(count(&officer.get("/werk").await, "te-laat"), "0");
        house.clock.advance_days(15);
        let late = officer.get("/werk?lijst=te-laat").await;
        assert!(late.shows(&objected.to_string()), "{}", late.body);
        let number = dossier(&house, objected).await.objections[0].number;
        let met = [("ending", format!("{number}-met")), ("motive", "De bank komt op palen.".to_owned())];
        let met: Vec<(&str, &str)> = met.iter().map(|(name, value)| (*name, value.as_str())).collect();
        went(&house.as_role(Role::Controller).post(&format!("/werk/dossiers/{objected}/bezwaar/einde"), &met).await);
        assert!(!officer.get("/werk").await.shows(&objected.to_string()));
    }
}

#[tokio::test]
async fn a_dossier_that_nobody_holds_at_the_table_waits_for_whoever_assigns() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = some(&house, &process, &["Een bank"], State::Assigned).await[0];
        let officer = house.as_role(Role::ParticipationOfficer);
        let (space, green) = (house.leyhoven.public_space.to_string(), house.leyhoven.green.to_string());
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &day), ("subject", "Van wie is dit?")];
        went(&officer.post(&format!("/werk/dossiers/{id}/tafel"), &table).await);
        assert_eq!(dossier(&house, id).await.holder, None);
        assert!(officer.get("/werk").await.shows(&id.to_string()));
    }
}

#[tokio::test]
async fn a_list_is_narrowed_by_department_area_and_waiting() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let assigned = some(&house, &process, &["Een bank"], State::Assigned).await[0];
        house.clock.advance_days(20);
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let now = house.app.clock.now();
        let (id, title) = (ContributionId::new(now, house.app.random.as_ref()), Line::new("Een boom", 100).unwrap());
        let day = house.leyhoven.tenant.civil.today(now);
        let mut new = voice::NewContribution::idea(id, process.id, title, Language::NL, Channel::Paper, day);
        new.place.area = Some(house.leyhoven.molenveld);
        new.category = Some(Line::new("Groen & water", 100).unwrap());
        let there =
            store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await }).await.unwrap().dossier;

        let officer = house.as_role(Role::ParticipationOfficer);
        let theme = voice::Theme::named("Groen & water").code;
        let page = officer.get(&format!("/werk?lijst=alle&thema={theme}")).await;
        assert!(page.shows(&format!("value=\"{theme}\" selected")) && page.shows("Groen &#38; water"), "{}", page.body);
        went(&officer.post("/werk/lijsten", &[("naam", "Alles over groen"), ("lijst", "alle"), ("thema", theme.as_str())]).await);
        let kept = officer.get("/werk").await;
        assert!(kept.shows(&format!("href=\"/werk?lijst=alle&#38;thema={theme}\"")), "{}", kept.body);
        went(&officer.post("/werk/lijsten", &[("naam", "Wat terugkomt"), ("lijst", "alle"), ("stand", "uitgesteld")]).await);
        assert!(officer.get("/werk").await.shows("href=\"/werk?lijst=alle&#38;stand=uitgesteld\""), "{engine}");
        let (space, green, molenveld) = (house.leyhoven.public_space, house.leyhoven.green, house.leyhoven.molenveld);
        for (narrow, with, without) in [
            (format!("dienst={space}"), vec![assigned], vec![there]),
            (format!("dienst={green}"), vec![], vec![assigned, there]),
            (format!("wijk={molenveld}"), vec![there], vec![assigned]),
            (format!("wijk={molenveld}&dienst={space}"), vec![], vec![assigned, there]),
            ("langer=14".to_owned(), vec![assigned], vec![there]),
            ("langer=30".to_owned(), vec![], vec![assigned, there]),
            ("langer=3".to_owned(), vec![assigned, there], vec![]),
            (format!("project={}", process.id), vec![assigned, there], vec![]),
            ("stand=S4".to_owned(), vec![assigned], vec![there]),
            ("stand=uitgesteld".to_owned(), vec![], vec![assigned, there]),
            (format!("thema={theme}"), vec![there], vec![assigned]),
            (format!("thema={theme}&stand=S4"), vec![], vec![assigned, there]),
            (format!("thema={}", voice::Theme::named("Verkeer").code), vec![], vec![assigned, there]),
            ("thema=Groen".to_owned(), vec![assigned, there], vec![]),
        ] {
            let page = officer.get(&format!("/werk?lijst=alle&{narrow}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(with.iter().all(|id| page.shows(&format!("dossiers/{id}"))), "{engine} {narrow}: {}", page.body);
            assert!(!without.iter().any(|id| page.shows(&format!("dossiers/{id}"))), "{engine} {narrow}: {}", page.body);
        }
        // Narrowed within what is mine, too: what waits for a department does not wait for the officer.
        let mine = officer.get(&format!("/werk?dienst={space}")).await;
        assert!(!mine.shows(&format!("dossiers/{assigned}")) && mine.shows("Op deze lijst past nu niets"), "{}", mine.body);
        let head = house.as_role(Role::DepartmentHead).get(&format!("/werk?dienst={space}")).await;
        assert!(head.shows(&format!("dossiers/{assigned}")), "{}", head.body);
    }
}

#[tokio::test]
async fn a_list_is_kept_under_a_name_by_one_person_for_that_person() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let green = house.leyhoven.green.to_string();
        let fields = [("naam", "Groen, lang"), ("lijst", "alle"), ("dienst", green.as_str()), ("langer", "30"), ("onzin", "x")];
        let before = entries(&house).await;
        for role in [Role::Intermediary, Role::Administrator] {
            assert_eq!(house.as_role(role).post("/werk/lijsten", &fields).await.status, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(house.as_role(role).post("/werk/lijsten/weg", &fields).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(entries(&house).await, before);
        let nameless = officer.post("/werk/lijsten", &[("naam", " "), ("lijst", "alle"), ("langer", "30")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nameless.shows("Geef de lijst een naam") && nameless.shows("value=\"30\" selected"), "{}", nameless.body);
        went(&officer.post("/werk/lijsten", &fields).await);
        let address = format!("/werk?lijst=alle&#38;dienst={green}&#38;langer=30");
        let page = officer.get("/werk").await;
        assert!(page.shows("Groen, lang") && page.shows(&format!("href=\"{address}\"")), "{}", page.body);
        went(&officer.post("/werk/lijsten", &[("naam", "Groen, lang"), ("lijst", "te-laat")]).await);
        let page = officer.get("/werk").await;
        assert_eq!(page.body.matches("<bdi>Groen, lang</bdi>").count(), 1, "the same name is the same list: {}", page.body);
        assert!(!page.shows(&address));
        for other in [house.as_role(Role::DepartmentHead), house.as_neighbour(Role::ParticipationOfficer)] {
            assert!(!other.get("/werk").await.shows("Groen, lang"));
            assert_eq!(other.post("/werk/lijsten/weg", &[("naam", "Groen, lang")]).await.status, StatusCode::NOT_FOUND);
        }
        assert!(entries(&house).await > before, "it is journalled");
        went(&officer.post("/werk/lijsten/weg", &[("naam", "Groen, lang")]).await);
        assert!(!officer.get("/werk").await.shows("<bdi>Groen, lang</bdi>"));

        // With the account it goes.
        went(&officer.post("/werk/lijsten", &fields).await);
        let (tenant, account) = (house.tenant(), house.account(Role::ParticipationOfficer));
        store::write!(house.store(), [], |tx| { people::tables::accounts::end(tx, tenant, &kernel::Actor::System, account).await })
            .await
            .unwrap();
        let mut s = house.store().read().await.unwrap();
        assert_eq!(people::tables::saved_views::all(&mut s, tenant, account, "/werk").await.unwrap(), []);
    }
}

#[tokio::test]
async fn what_is_done_at_once_is_done_with_exactly_those_that_were_chosen_and_once() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let ids = some(&house, &process, &["Een bank", "Een boom", "Een brug", "Een pad", "Een hek"], State::Screened).await;
        let held = some(&house, &process, &["Een zaal"], State::Assessed).await[0];
        let officer = house.as_role(Role::ParticipationOfficer);
        let green = house.leyhoven.green.to_string();

        // Everything on the page can be chosen, without a script.
        let desk = officer.get("/werk?alles=ja").await;
        assert_eq!(desk.body.matches("name=\"kies\"").count(), 5);
        assert_eq!(desk.body.matches("\" checked>").count(), 5, "{}", desk.body);
        assert!(desk.shows("Kies alle 5 op deze bladzijde"));

        // First it says with which it can be done, and with which not.
        let chosen = [ids[0], ids[2], ids[4], held];
        for language in ["nl", "en"] {
            for what in ["toewijzen", "agenda", "overdragen", "herinneren"] {
                // To a colleague: by whoever holds one of them.
                let by = if what == "overdragen" { house.as_role(Role::Specialist) } else { house.as_role(Role::ParticipationOfficer) };
                let page = by.get(&format!("{}&taal={language}", at_once(what, &chosen))).await;
                assert!(page.status == StatusCode::OK && !page.shows("⟦"), "{what} in {language}: {}", page.body);
                assert_eq!(people::testing::unnamed_fields(&page.body), Vec::<String>::new(), "{what}");
            }
        }
        let form = officer.get(&at_once("toewijzen", &chosen)).await;
        assert!(form.shows("Met deze 3 dossiers kan het") && form.shows("Met deze 1 kan het niet"), "{}", form.body);
        let values = offered(&form);
        assert_eq!(values.len(), 3);

        // Nothing is done without a department, and nothing typed is lost.
        let fields = |what: &'static str, picked: &[String], more: &[(&'static str, String)]| {
            let mut all: Vec<(&'static str, String)> = vec![("wat", what.to_owned())];
            all.extend(values.iter().map(|value| ("aangeboden", value.clone())));
            all.extend(picked.iter().map(|value| ("kies", value.clone())));
            all.extend(more.iter().cloned());
            all
        };
        async fn post(browser: &people::testing::Browser, fields: &[(&'static str, String)]) -> Page {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post("/werk/samen", &fields).await
        }
        let before = entries(&house).await;
        let none = post(&officer, &fields("toewijzen", &values[..2], &[])).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((none.body.matches("\" checked>").count(), offered(&none).len()), (2, 3), "{}", none.body);
        let empty = post(&officer, &fields("toewijzen", &[], &[("department", green.clone())])).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.shows("Vink minstens één dossier aan"), "{}", empty.body);
        // Whoever may not, nowhere or not with these, changes nothing.
        let all = fields("toewijzen", &values, &[("department", green.clone())]);
        for role in [Role::Specialist, Role::BudgetHolder, Role::Researcher, Role::Intermediary, Role::Administrator] {
            assert_eq!(post(&house.as_role(role), &all).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let head = post(&house.as_role(Role::DepartmentHead), &all).await;
        assert!(head.status == StatusCode::OK && head.shows("0 gedaan, 3 niet gedaan") && head.shows("U mag dit niet"), "{}", head.body);
        let neighbour = post(
            &house.as_neighbour(Role::ParticipationOfficer),
            &fields("toewijzen", &values, &[("department", house.buurstad.green.to_string())]),
        )
        .await;
        assert!(neighbour.shows("0 gedaan, 3 niet gedaan") && !neighbour.shows("Een bank"), "{}", neighbour.body);
        assert_eq!(post(&officer, &fields("besluiten", &values, &[])).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before, "nothing was written");

        // One of them is changed by a colleague meanwhile: exactly the other two are done.
        let space = house.leyhoven.public_space.to_string();
        went(&officer.post(&format!("/werk/dossiers/{}/toewijzen", ids[2]), &[("department", &space)]).await);
        let done = post(&officer, &all).await;
        assert!(done.status == StatusCode::OK && done.shows("2 gedaan, 1 niet gedaan"), "{}", done.body);
        assert!(done.shows("is veranderd sinds u het koos"), "{}", done.body);
        let (told, not) = done.body.split_once("Niet gedaan: 1").expect("both are told");
        assert!(told.contains("Een bank") && told.contains("Een hek") && !told.contains("Een brug") && not.contains("Een brug"));
        let asked = async |id: DossierId| dossier(&house, id).await.asked;
        assert_eq!(asked(ids[0]).await, Some(house.leyhoven.green));
        assert_eq!(asked(ids[4]).await, Some(house.leyhoven.green));
        assert_eq!(asked(ids[2]).await, Some(house.leyhoven.public_space));
        for untouched in [ids[1], ids[3]] {
            assert_eq!(dossier(&house, untouched).await.state, State::Screened, "nobody chose it");
        }

        // Sent again, also after the department gave one back: nothing twice.
        let before = entries(&house).await;
        let again = post(&officer, &all).await;
        assert!(again.shows("0 gedaan, 3 niet gedaan"), "{}", again.body);
        assert_eq!(entries(&house).await, before);
        went(
            &house
                .as_head_of(house.leyhoven.green)
                .post(&format!("/werk/dossiers/{}/teruggeven", ids[0]), &[("reason", "Niet van ons.")])
                .await,
        );
        let again = post(&officer, &all).await;
        assert!(again.shows("0 gedaan, 3 niet gedaan"), "{}", again.body);
        assert_eq!(dossier(&house, ids[0]).await.state, State::Screened);
    }
}

#[tokio::test]
async fn several_come_on_one_agenda_change_hands_and_are_asked_about_once_a_day() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let ids = some(&house, &process, &["Een bank", "Een boom"], State::AdviceReady).await;
        let early = some(&house, &process, &["Een pad"], State::Assessed).await[0];
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(10);
        // On the agenda.
        let day_text = day.to_string();
        let wrong = send(&house, Role::CouncilSecretary, "agenda", &ids, &[("body", "Gemeenteraad"), ("date", "morgen")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
        assert_eq!(house.as_role(Role::Specialist).get(&at_once("agenda", &ids)).await.status, StatusCode::FORBIDDEN);
        let both = [ids[0], ids[1], early];
        let done = send(&house, Role::CouncilSecretary, "agenda", &both, &[("body", "Gemeenteraad"), ("date", &day_text)]).await;
        assert!(done.shows("2 gedaan, 0 niet gedaan"), "only those with an advice could be chosen: {}", done.body);
        for id in &ids {
            assert_eq!(dossier(&house, *id).await.agenda.map(|it| it.date), Some(day));
        }
        // A date is moved only with a motive, for each.
        let later = day.plus_days(7).to_string();
        let moved = send(&house, Role::CouncilSecretary, "agenda", &ids, &[("body", "Gemeenteraad"), ("date", &later)]).await;
        assert!(moved.shows("0 gedaan, 2 niet gedaan") && moved.shows("waarom"), "{}", moved.body);

        // Another holder: the head may, whoever holds it may, nobody else; only to people of the department.
        let space = house.leyhoven.public_space;
        let head = house.account(Role::DepartmentHead).to_string();
        let elsewhere = house.account(Role::Controller).to_string();
        assert_eq!(house.as_role(Role::CouncilSecretary).get(&at_once("overdragen", &ids)).await.status, StatusCode::FORBIDDEN);
        let stranger = house.as_head_of(house.leyhoven.green).get(&at_once("overdragen", &ids)).await;
        assert!(stranger.shows("U mag dit niet") && offered(&stranger).is_empty(), "{}", stranger.body);
        let refused = send(&house, Role::Specialist, "overdragen", &[early], &[("holder", &elsewhere)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let before = dossier(&house, early).await;
        let words = "De buurt wacht op een dag.";
        let done = send(&house, Role::Specialist, "overdragen", &[early], &[("holder", &head), ("words", words)]).await;
        assert!(done.shows("1 gedaan, 0 niet gedaan"), "{}", done.body);
        let after = dossier(&house, early).await;
        assert_eq!((after.holder, after.state, after.until), (Some(house.account(Role::DepartmentHead)), before.state, before.until));
        assert_eq!(after.department, Some(space));
        let mut s = house.store().read().await.unwrap();
        let replayed = journey::replay(&mut s, house.tenant(), early).await.unwrap();
        assert_eq!(replayed, after, "the journal knows it");
        let notes = carry::notes(&mut s, house.tenant(), early, None, 10).await.unwrap();
        assert_eq!(notes[0].words, words);
        let number = after.contributions[0].number.clone();
        let public =
            journey::journey(&mut s, house.tenant(), &number, &house.leyhoven.tenant.civil, house.app.clock.now()).await.unwrap().unwrap();
        assert!(!public.steps.iter().any(|step| step.kind == "handed-over"), "who holds it is never public");
        drop(s);
        assert!(house.as_role(Role::DepartmentHead).get("/werk").await.shows(&early.to_string()));
        assert!(mails(&house).await.iter().any(|subject| subject.contains("is nu van u")));

        // A reminder: to whoever it waits for, once a day.
        let asked = "Een collega vraagt u naar dossier";
        let done = send(&house, Role::ParticipationOfficer, "herinneren", &[early, ids[0]], &[]).await;
        assert!(done.shows("2 gedaan, 0 niet gedaan"), "{}", done.body);
        let told = mails(&house).await.iter().filter(|subject| subject.contains(asked)).count();
        assert!(told >= 2, "the holder, and whoever decides");
        let again = send(&house, Role::ParticipationOfficer, "herinneren", &[early, ids[0]], &[]).await;
        assert!(again.shows("0 gedaan, 2 niet gedaan") && again.shows("ging vandaag al een herinnering uit"), "{}", again.body);
        assert_eq!(mails(&house).await.iter().filter(|subject| subject.contains(asked)).count(), told);
        house.clock.advance_days(1);
        let tomorrow = send(&house, Role::ParticipationOfficer, "herinneren", &[early], &[]).await;
        assert!(tomorrow.shows("1 gedaan, 0 niet gedaan"), "{}", tomorrow.body);
    }
}

#[tokio::test]
async fn the_design_guide_is_told_of_advice_that_has_no_place_on_an_agenda() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let by_head = |draft: &mut design::Draft| draft.decider = Some(Decider::DepartmentHead);
        let mandated = design::testing::published_as(&house, "Kleine ingrepen", Variant::Asked, by_head).await;
        let said = async |it: &Process| told(&house, it, "adviezen zonder plaats op de agenda", "C152").await;
        assert_eq!(said(&process).await, (None, false), "{engine}: nothing came in");
        some(&house, &process, &["Een pad"], State::Assessed).await;
        assert_eq!(said(&process).await, (Some(0), false), "{engine}: no advice is ready");
        let ids = some(&house, &process, &["Een bank", "Een boom"], State::AdviceReady).await;
        some(&house, &mandated, &["Een hek"], State::AdviceReady).await;
        assert_eq!(said(&process).await, (Some(2), true), "{engine}");
        assert_eq!(said(&mandated).await, (Some(0), false), "{engine}: whoever decides there needs no agenda");
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).plus_days(10).to_string();
        let secretary = house.as_role(Role::CouncilSecretary);
        for (id, expected) in ids.iter().zip([(Some(1), true), (Some(0), false)]) {
            let place = [("body", "Gemeenteraad"), ("date", day.as_str())];
            went(&secretary.post(&format!("/werk/dossiers/{id}/agenda"), &place).await);
            assert_eq!(said(&process).await, expected, "{engine}");
        }
    }
}

#[tokio::test]
async fn the_design_guide_is_told_of_dossiers_whose_holder_left_while_nobody_stands_in() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, tenant) = (design::testing::published_process(&house).await, house.tenant());
        let other = design::testing::published_in(house.store(), tenant, &house.leyhoven.tenant.civil, "Het park").await;
        let said = async |it: &Process| told(&house, it, "dossiers waarvan de eigenaar vertrok", "C128").await;
        let both = async || (said(&one).await, said(&other).await);
        let (specialist, head) = (house.account(Role::Specialist), house.account(Role::DepartmentHead));
        let ids = some(&house, &one, &["Een bank", "Een boom"], State::Assessed).await;
        // What is decided waits for its answer, and for no holder any more.
        some(&house, &one, &["Een brug"], State::Decided).await;
        let handed = some(&house, &other, &["Een zaal"], State::Assessed).await;
        let to_head = head.to_string();
        let done = send(&house, Role::Specialist, "overdragen", &handed, &[("holder", &to_head)]).await;
        assert!(done.shows("1 gedaan, 0 niet gedaan"), "{}", done.body);
        assert_eq!(both().await, ((Some(0), false), (Some(0), false)), "{engine}: everybody is there");

        let admin = house.as_role(Role::Administrator);
        went(&admin.post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        assert_eq!(both().await, ((Some(2), true), (Some(0), false)), "{engine}");

        // As long as somebody stands in, nobody is missed.
        let grant_of = async |account| {
            let mut s = house.store().read().await.unwrap();
            let held = people::tables::grants::of_account(&mut s, tenant, account).await.unwrap();
            held.iter().find(|grant| grant.account == account).unwrap().id
        };
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let mut s = house.store().read().await.unwrap();
        let mail = people::tables::account(&mut s, tenant, head).await.unwrap().unwrap().mail;
        drop(s);
        let (from, until) = (today.to_string(), today.plus_days(2).to_string());
        let stands_in = [("mail", mail.as_str()), ("from", from.as_str()), ("until", until.as_str())];
        went(&admin.post(&format!("/beheer/rollen/{}/vervanger", grant_of(specialist).await), &stands_in).await);
        assert_eq!(both().await, ((Some(0), false), (Some(0), false)), "{engine}");
        house.clock.advance_days(3);
        assert_eq!(both().await, ((Some(2), true), (Some(0), false)), "{engine}: nobody stands in any more");

        // Handed over, it is held again: until the role of the next one is over too.
        let done = send(&house, Role::DepartmentHead, "overdragen", &ids, &[("holder", &to_head)]).await;
        assert!(done.shows("2 gedaan, 0 niet gedaan"), "{}", done.body);
        assert_eq!(both().await, ((Some(0), false), (Some(0), false)), "{engine}");
        let last = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        went(&admin.post(&format!("/beheer/rollen/{}/einde", grant_of(head).await), &[("last", last.as_str())]).await);
        assert_eq!(both().await, ((Some(0), false), (Some(0), false)), "{engine}: the last day");
        house.clock.advance_days(1);
        assert_eq!(both().await, ((Some(2), true), (Some(1), true)), "{engine}");
    }
}

#[tokio::test]
async fn whoever_stands_in_has_what_the_absent_one_holds_on_the_desk_and_hears_of_it() {
    for engine in engines() {
        let house = house(engine).await;
        let tenant = house.tenant();
        let process = design::testing::published_process(&house).await;
        let id = some(&house, &process, &["Een bank"], State::Assessed).await[0];
        let (specialist, other) = (house.account(Role::Specialist), house.account(Role::Moderator));
        let on_desk = async |role: Role| house.as_role(role).get("/werk").await.shows(&id.to_string());
        assert!(on_desk(Role::Specialist).await && !on_desk(Role::Moderator).await, "{engine}");
        let mut s = house.store().read().await.unwrap();
        let held = people::tables::grants::of_account(&mut s, tenant, specialist).await.unwrap();
        let grant = held.iter().find(|grant| grant.account == specialist).unwrap().id;
        let mail = people::tables::account(&mut s, tenant, other).await.unwrap().unwrap().mail;
        drop(s);
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let (from, until) = (today.to_string(), today.plus_days(2).to_string());
        let stands_in = [("mail", mail.as_str()), ("from", from.as_str()), ("until", until.as_str())];
        went(&house.as_role(Role::Administrator).post(&format!("/beheer/rollen/{grant}/vervanger"), &stands_in).await);
        assert!(on_desk(Role::Specialist).await && on_desk(Role::Moderator).await, "{engine}: on both");
        let asked = "Een collega vraagt u naar dossier";
        let done = send(&house, Role::ParticipationOfficer, "herinneren", &[id], &[]).await;
        assert!(done.shows("1 gedaan, 0 niet gedaan"), "{}", done.body);
        assert_eq!(mails(&house).await.iter().filter(|subject| subject.contains(asked)).count(), 2, "{engine}: mails go to both");
        house.clock.advance_days(3);
        assert!(on_desk(Role::Specialist).await && !on_desk(Role::Moderator).await, "{engine}: back again");
    }
}
