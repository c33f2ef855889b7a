//! Why a dossier lies still (F3), one scenario each: it appears when a day has passed, somebody hears of it, and it goes away
//! for the right reason. What everybody sees of it is tested where the public page is made (`answer/tests/strandings.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{contribution, dossier, house, take_to, worker};
use journey::{State, Stranding};
use kernel::DossierId;
use people::testing::{Page, TestHouse};
use people::{Role, Scope};
use store::testing::engines;

fn path(id: DossierId, act: &str) -> String {
    format!("/werk/dossiers/{id}/{act}")
}

fn went(page: &Page) {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
}

async fn stranded(house: &TestHouse, id: DossierId) -> Vec<Stranding> {
    let now = house.app.clock.now();
    journey::stranded(&dossier(house, id).await, &house.leyhoven.tenant.civil, now).into_iter().map(|it| it.code).collect()
}

async fn entries(house: &TestHouse) -> usize {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().len()
}

/// The mails so far: to whom, and their words.
async fn mails(house: &TestHouse) -> Vec<String> {
    let mut s = house.store().read().await.unwrap();
    let mails = s.all(store::sql!("SELECT subject, body FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
    mails.iter().map(|row| format!("{}\n{}", row.get::<String>("subject").unwrap(), row.get::<String>("body").unwrap())).collect()
}

/// The daily job, begun once and run until nothing waits.
async fn begin(house: &TestHouse) {
    let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
    store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
    worker(house).work_once().await.unwrap();
}

async fn days(house: &TestHouse, days: i64) {
    for _ in 0..days {
        house.clock.advance_days(1);
        worker(house).work_once().await.unwrap();
    }
}

fn told(mails: &[String], words: &str) -> usize {
    mails.iter().filter(|mail| mail.contains(words)).count()
}

#[tokio::test]
async fn an_objection_is_heard_lies_still_and_ends_by_a_measure_a_table_or_a_decision() {
    for engine in engines() {
        let house = house(engine).await;
        let green = house.leyhoven.green;
        let objector = house.account(Role::Controller);
        house.give(objector, Role::Specialist, Scope::Department(green)).await.unwrap();
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        begin(&house).await;
        let colleague = house.as_role(Role::Controller);

        let address = path(id, "bezwaar");
        for language in ["nl", "en"] {
            let shown = colleague.get(&format!("{address}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{language}: {}", shown.body);
        }
        colleague.get(&format!("{address}?taal=nl")).await;
        let words = "De wortels van de linde liggen vlak onder de grond. Dat kost ons elk jaar werk.";
        let green_id = green.to_string();
        let whole = [("department", green_id.as_str()), ("nature", "costs"), ("euros", "1.200"), ("words", words)];
        let before = entries(&house).await;
        let wrong = colleague.post(&address, &[("department", &green_id), ("euros", "veel"), ("words", words)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.shows("Kies wat voor nadeel het is.") && wrong.shows(words) && wrong.shows("veel"), "{}", wrong.body);
        // Who has the dossier cannot object to it, and who does not advise neither; nothing is written.
        for role in [Role::Specialist, Role::DepartmentHead, Role::ParticipationOfficer, Role::BudgetHolder, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&address, &whole).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::Controller).post(&address, &whole).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        went(&colleague.post(&address, &whole).await);
        worker(&house).work_once().await.unwrap();
        assert!(told(&mails(&house).await, "Bezwaar van een andere dienst") >= 2, "the holder and whoever calls a table hear of it");
        let own = house.as_role(Role::Specialist).get(&format!("/werk/dossiers/{id}")).await;
        for seen in ["Bezwaren van andere diensten", "kosten", "Nog niet afgehandeld.", words] {
            assert!(own.shows(seen), "«{seen}»: {}", own.body);
        }
        assert_eq!(dossier(&house, id).await.state, State::Assessed, "it stops nothing");

        // X3: nobody settled it in term. Whoever can call a table hears of it, and five days later the head.
        assert_eq!(stranded(&house, id).await, []);
        days(&house, 15).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X3], "{engine}");
        let roep = "Roep de diensten aan tafel.";
        let first = told(&mails(&house).await, roep);
        assert!(first >= 1, "{:?}", mails(&house).await);
        days(&house, 5).await;
        assert_eq!(told(&mails(&house).await, roep), first, "once");
        assert!(told(&mails(&house).await, "Kwam een tafel er niet uit") >= 1, "{:?}", mails(&house).await);

        // Set aside: not before a table or a higher level said something about it.
        let officer = house.as_role(Role::ParticipationOfficer);
        let end = path(id, "bezwaar/einde");
        let number = dossier(&house, id).await.objections[0].number;
        let aside = [("ending", format!("{number}-set-aside")), ("motive", "De bank komt op palen.".to_owned())];
        let aside: Vec<(&str, &str)> = aside.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let alone = officer.post(&end, &aside).await;
        assert!(alone.status == StatusCode::UNPROCESSABLE_ENTITY && alone.shows("Eerst moet een tafel"), "{}", alone.body);
        let (space, day) = (house.leyhoven.public_space.to_string(), house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string());
        went(&officer.post(&path(id, "tafel"), &[("party", &green_id), ("party", &space), ("date", &day), ("subject", "De linde.")]).await);
        assert_eq!(stranded(&house, id).await, [], "the table has a term of its own");
        let agreed = [("present", green_id.as_str()), ("present", &space), ("agreement", "Op palen."), ("department", &space)];
        went(&officer.post(&path(id, "tafel/afspraken"), &agreed).await);
        assert_eq!(stranded(&house, id).await, [Stranding::X3], "the table did not settle it by itself");
        let before = entries(&house).await;
        // The officer cannot withdraw it for the department, and the department cannot set its own aside.
        let withdrawn = format!("{number}-withdrawn");
        let not_theirs = officer.post(&end, &[("ending", &withdrawn), ("motive", "Wij denken van wel.")]).await;
        assert_eq!(not_theirs.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", not_theirs.body);
        let theirs = colleague.post(&end, &aside).await;
        assert_eq!(theirs.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", theirs.body);
        for role in [Role::Specialist, Role::BudgetHolder, Role::Researcher, Role::CouncilSecretary, Role::DecisionMaker] {
            assert_eq!(house.as_role(role).post(&end, &aside).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&end, &aside).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        for language in ["nl", "en"] {
            let shown = officer.get(&format!("{end}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦") && shown.shows(words), "{language}: {}", shown.body);
        }
        went(&officer.post(&end, &aside).await);
        assert_eq!(stranded(&house, id).await, []);
        assert!(officer.post(&end, &aside).await.status.is_client_error(), "twice");

        // Withdrawn or met: by the department itself.
        went(&colleague.post(&address, &whole).await);
        let number = dossier(&house, id).await.objections[0].number;
        went(&colleague.post(&end, &[("ending", &format!("{number}-met")), ("motive", "De bank komt op palen.")]).await);
        assert!(dossier(&house, id).await.objections.is_empty());

        // A decision goes on in spite of it: that is told, never silent.
        went(&colleague.post(&address, &whole).await);
        take_to(&house, id, State::Decided).await;
        let mut s = house.store().read().await.unwrap();
        let all = carry::objections(&mut s, house.tenant(), id).await.unwrap();
        assert_eq!(all[0].ended, Some(carry::ObjectionEnding::SetAside));
        assert!(all.iter().all(|it| it.motive.is_some()), "each end has its words");
        drop(s);
        assert_eq!(stranded(&house, id).await, []);
    }
}

#[tokio::test]
async fn values_that_conflict_lie_still_until_somebody_chooses_or_brings_it_higher() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let specialist = house.as_role(Role::Specialist);
        let open = [
            ("value", "lawfulness"),
            ("value", "involvement"),
            ("dilemma", "rules-flexibility"),
            ("options", "Een vaste zaal, of reserveren."),
        ];
        let mut both = Vec::new();
        for title in ["Een zaal voor de vrouwen", "Een zaal voor het koor"] {
            let id = contribution(&house, &process, title).await.dossier;
            take_to(&house, id, State::Assessed).await;
            went(&specialist.post(&path(id, "waarden"), &open).await);
            assert_eq!(stranded(&house, id).await, []);
            both.push(id);
        }
        let [chosen, higher] = both.try_into().unwrap();
        begin(&house).await;
        days(&house, 15).await;
        assert_eq!(stranded(&house, chosen).await, [Stranding::X5], "{engine}");
        let kies = "Kies hoe u ermee omgaat";
        assert_eq!(told(&mails(&house).await, kies), 2, "whoever holds each of both: {:?}", mails(&house).await);
        days(&house, 5).await;
        assert_eq!(told(&mails(&house).await, kies), 2, "once");
        assert!(told(&mails(&house).await, "Help kiezen") >= 2, "the head can bring it higher");

        let choice = [open.as_slice(), &[("strategy", "compromise"), ("motive", "Een vaste zaal, en wie wil sluit aan.")]].concat();
        let strategies: Vec<&str> = evidence::Knowledge::shipped().unwrap().strategies.iter().map(|it| it.key.as_str()).collect();
        let key = strategies.iter().find(|key| **key != "prioritise").copied().unwrap();
        let choice: Vec<(&str, &str)> =
            choice.into_iter().map(|(name, value)| (name, if name == "strategy" { key } else { value })).collect();
        went(&specialist.post(&path(chosen, "waarden"), &choice).await);
        assert_eq!(stranded(&house, chosen).await, [], "it was chosen");

        // Brought higher, the term of that level runs; its answer is no choice until it is written down as one.
        let officer = house.as_role(Role::ParticipationOfficer);
        let (space, day) = (house.leyhoven.public_space.to_string(), house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string());
        let green = house.leyhoven.green.to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &day), ("subject", "De zaal.")];
        went(&officer.post(&path(higher, "tafel"), &table).await);
        let up = [
            ("level", "manager"),
            ("question", "Een vaste zaal?"),
            ("conflict", "Gelijke regels, en nabij zijn."),
            ("options", "Ja of nee."),
        ];
        went(&specialist.post(&path(higher, "hoger"), &up).await);
        assert_eq!(stranded(&house, higher).await, []);
        went(&officer.post(&path(higher, "hoger/antwoord"), &[("answer", "Ja, voor een jaar."), ("department", &space)]).await);
        assert_eq!(stranded(&house, higher).await, [Stranding::X5]);
        went(&specialist.post(&path(higher, "waarden"), &choice).await);
        assert_eq!(stranded(&house, higher).await, []);
    }
}

#[tokio::test]
async fn a_department_that_is_touched_is_heard_by_itself_or_passed_over_by_those_above_it() {
    for engine in engines() {
        let house = house(engine).await;
        let (green, space) = (house.leyhoven.green, house.leyhoven.public_space);
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let (address, heard) = (path(id, "raakt-ook"), path(id, "raakt-ook/gehoord"));
        let specialist = house.as_role(Role::Specialist);
        for language in ["nl", "en"] {
            let shown = specialist.get(&format!("{address}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{language}: {}", shown.body);
        }
        specialist.get(&format!("{address}?taal=nl")).await;
        let [green_id, space_id] = [green.to_string(), space.to_string()];
        let why = "De linde is van Groen.";
        let before = entries(&house).await;
        // The own department is no other one, and what was written stays.
        let own = specialist.post(&address, &[("department", &space_id), ("why", why)]).await;
        assert!(own.status == StatusCode::UNPROCESSABLE_ENTITY && own.shows("Kies een dienst") && own.shows(why), "{}", own.body);
        let none = specialist.post(&address, &[("department", &green_id)]).await;
        assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.shows("Schrijf wat van hun werk"), "{}", none.body);
        let whole = [("department", green_id.as_str()), ("why", why)];
        for role in [Role::BudgetHolder, Role::CouncilSecretary, Role::DecisionMaker, Role::Researcher, Role::Moderator] {
            assert_eq!(house.as_role(role).post(&address, &whole).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::Specialist).post(&address, &whole).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        went(&specialist.post(&address, &whole).await);
        worker(&house).work_once().await.unwrap();
        assert!(told(&mails(&house).await, "raakt ook uw dienst") >= 1, "its head hears of it: {:?}", mails(&house).await);
        assert_eq!(specialist.post(&address, &whole).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once at a time");

        // Who has the dossier does not speak for the other department, and passing over it needs a table or a higher level.
        let [agrees, over] = ["agrees", "passed-over"].map(|verdict| format!("{green_id}-{verdict}"));
        let says = |verdict| [("verdict", verdict), ("words", "De bank komt op palen.")];
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::BudgetHolder, Role::DecisionMaker, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&heard, &says(&agrees)).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let officer = house.as_role(Role::ParticipationOfficer);
        assert_eq!(officer.post(&heard, &says(&agrees)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let alone = officer.post(&heard, &says(&over)).await;
        assert!(alone.status == StatusCode::UNPROCESSABLE_ENTITY && alone.shows("Eerst moet een tafel"), "{}", alone.body);
        let head = house.as_head_of(green);
        assert_eq!(head.post(&heard, &says(&over)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not for itself");
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&heard, &says(&over)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);
        for language in ["nl", "en"] {
            let shown = head.get(&format!("{heard}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦") && shown.shows(why), "{language}: {}", shown.body);
        }
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let table = [("party", green_id.as_str()), ("party", &space_id), ("date", &day), ("subject", "De linde.")];
        went(&officer.post(&path(id, "tafel"), &table).await);
        let agreed = [("present", space_id.as_str()), ("agreement", "Groen was er niet."), ("department", &space_id)];
        went(&officer.post(&path(id, "tafel/afspraken"), &agreed).await);
        went(&officer.post(&heard, &says(&over)).await);
        assert!(dossier(&house, id).await.touched.is_empty());

        // Touched once more, and heard by itself this time; and whoever takes the dossier needs no asking.
        went(&specialist.post(&address, &whole).await);
        went(&head.post(&heard, &says(&agrees)).await);
        went(&specialist.post(&address, &whole).await);
        went(&house.as_role(Role::DepartmentHead).post(&path(id, "teruggeven"), &[("reason", "Dit is meer van Groen.")]).await);
        went(&officer.post(&path(id, "toewijzen"), &[("department", &green_id)]).await);
        let holder = house.leyhoven.heads[&green].to_string();
        went(&head.post(&path(id, "aanvaarden"), &[("holder", &holder)]).await);
        let mut s = house.store().read().await.unwrap();
        let all = carry::consults(&mut s, house.tenant(), id).await.unwrap();
        assert_eq!(all[0].verdict, Some(carry::ConsultVerdict::TookOver));
        assert!(all.iter().all(|it| it.ended_at.is_some()));
    }
}

#[tokio::test]
async fn what_a_holder_left_behind_waits_for_whoever_assigns_until_somebody_holds_it() {
    for engine in engines() {
        let house = house(engine).await;
        let tenant = house.tenant();
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        begin(&house).await;
        let (specialist, head) = (house.account(Role::Specialist), house.account(Role::DepartmentHead));
        let on_desk = async |role: Role| house.as_role(role).get("/werk").await.shows(&id.to_string());
        assert!(!on_desk(Role::DepartmentHead).await && !on_desk(Role::ParticipationOfficer).await, "{engine}: it waits for its holder");
        let admin = house.as_role(Role::Administrator);
        went(&admin.post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X10], "{engine}");
        let draag = "Draag het over aan een collega van de dienst.";
        let first = told(&mails(&house).await, draag);
        assert_eq!(first, 2, "the head and the officer: {:?}", mails(&house).await);
        assert!(on_desk(Role::DepartmentHead).await && on_desk(Role::ParticipationOfficer).await);
        assert!(!house.as_head_of(house.leyhoven.green).get("/werk").await.shows(&id.to_string()), "not for another department");
        let desk = house.as_role(Role::DepartmentHead).get("/werk").await;
        assert!(desk.shows("De dossierhouder is weg: kies iemand anders"), "{}", desk.body);
        let replayed = journey::replay(&mut house.store().read().await.unwrap(), tenant, id).await.unwrap();
        assert_eq!(replayed, dossier(&house, id).await, "the journal knows it");
        days(&house, 1).await;
        assert_eq!(told(&mails(&house).await, draag), first, "once");

        // Somebody stands in: nobody is missed, until that is over.
        let mut s = house.store().read().await.unwrap();
        let held = people::tables::grants::of_account(&mut s, tenant, specialist).await.unwrap();
        let grant = held.iter().find(|grant| grant.account == specialist).unwrap().id;
        let mail = people::tables::account(&mut s, tenant, head).await.unwrap().unwrap().mail;
        drop(s);
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let (from, until) = (today.to_string(), today.plus_days(2).to_string());
        let stands_in = [("mail", mail.as_str()), ("from", from.as_str()), ("until", until.as_str())];
        went(&admin.post(&format!("/beheer/rollen/{grant}/vervanger"), &stands_in).await);
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, [], "{engine}");
        assert!(on_desk(Role::DepartmentHead).await && !on_desk(Role::ParticipationOfficer).await, "whoever stands in has it");
        days(&house, 2).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X10], "{engine}");

        // The officer finds it a holder, where there would be no head to do so.
        let chosen = format!("{id}.{}", dossier(&house, id).await.events);
        let head = head.to_string();
        let fields = [("wat", "overdragen"), ("kies", chosen.as_str()), ("holder", head.as_str())];
        let before = entries(&house).await;
        for role in [Role::CouncilSecretary, Role::BudgetHolder, Role::DecisionMaker, Role::Researcher] {
            assert_eq!(house.as_role(role).post("/werk/samen", &fields).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let stranger = house.as_head_of(house.leyhoven.green).post("/werk/samen", &fields).await;
        assert!(!stranger.shows("1 gedaan"), "{}", stranger.body);
        assert_eq!(entries(&house).await, before);
        let done = house.as_role(Role::ParticipationOfficer).post("/werk/samen", &fields).await;
        assert!(done.shows("1 gedaan, 0 niet gedaan"), "{}", done.body);
        assert_eq!(stranded(&house, id).await, []);
        assert!(!on_desk(Role::ParticipationOfficer).await && on_desk(Role::DepartmentHead).await);
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, []);
    }
}

#[tokio::test]
async fn a_holder_whose_role_for_it_is_over_is_missed_and_nobody_stands_in_for_another_department() {
    for engine in engines() {
        let house = house(engine).await;
        let (tenant, green, space) = (house.tenant(), house.leyhoven.green, house.leyhoven.public_space);
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        begin(&house).await;
        let (specialist, other) = (house.account(Role::Specialist), house.account(Role::Moderator));
        house.give(specialist, Role::Specialist, Scope::Department(green)).await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let held = people::tables::grants::of_account(&mut s, tenant, specialist).await.unwrap();
        let mail = people::tables::account(&mut s, tenant, other).await.unwrap().unwrap().mail;
        drop(s);
        let grant = |department| held.iter().find(|grant| grant.scope == Scope::Department(department)).unwrap().id;
        let admin = house.as_role(Role::Administrator);
        let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
        let (from, until) = (today.to_string(), today.plus_days(30).to_string());
        let stands_in = [("mail", mail.as_str()), ("from", from.as_str()), ("until", until.as_str())];
        went(&admin.post(&format!("/beheer/rollen/{}/vervanger", grant(green)), &stands_in).await);
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, [], "{engine}: the holder is there");

        // The role in the department that has it is over; the one in another department is not.
        let last = today.plus_days(1);
        went(&admin.post(&format!("/beheer/rollen/{}/einde", grant(space)), &[("last", &last.to_string())]).await);
        days(&house, 1).await;
        assert_eq!(
            (stranded(&house, id).await, dossier(&house, id).await.absent),
            (vec![Stranding::X10], Some(last.plus_days(1))),
            "{engine}"
        );
        house.give(specialist, Role::Specialist, Scope::Department(space)).await.unwrap();
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, [], "{engine}: there again");

        // The account ends; somebody stands in, but for what another department has.
        went(&admin.post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        days(&house, 1).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X10], "{engine}");
    }
}

#[tokio::test]
async fn what_is_brought_to_a_level_lies_with_it_and_the_next_level_hears_when_its_term_is_over() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        begin(&house).await;
        let (officer, specialist) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::Specialist));
        let on_desk = async |role: Role| house.as_role(role).get("/werk").await.shows(&id.to_string());
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &day), ("subject", "De linde.")];
        went(&officer.post(&path(id, "tafel"), &table).await);
        assert!(
            on_desk(Role::ParticipationOfficer).await && on_desk(Role::DepartmentHead).await,
            "{engine}: who writes down what is agreed"
        );
        assert!(!on_desk(Role::Specialist).await, "{engine}: not who cannot");
        let waits = specialist.get("/werk?lijst=wacht").await;
        assert!(waits.shows(&id.to_string()) && waits.shows("de afspraken van de tafel"), "{}", waits.body);

        let up = |level| [("level", level), ("question", "Mag het?"), ("conflict", "Zitten of wortels."), ("options", "Ja of nee.")];
        went(&specialist.post(&path(id, "hoger"), &up("head")).await);
        worker(&house).work_once().await.unwrap();
        assert!(
            told(&mails(&house).await, "is voorgelegd aan het diensthoofd") >= 2,
            "the head and the officer: {:?}",
            mails(&house).await
        );
        assert!(on_desk(Role::DepartmentHead).await && on_desk(Role::ParticipationOfficer).await);
        for role in [Role::Specialist, Role::DecisionMaker, Role::BudgetHolder] {
            assert!(!on_desk(role).await, "{engine} {role}");
        }
        let answer = path(id, "hoger/antwoord");
        let said = [("answer", "Ja, op palen."), ("department", space.as_str())];
        let before = entries(&house).await;
        for role in [Role::Specialist, Role::BudgetHolder, Role::DecisionMaker, Role::Researcher] {
            assert_eq!(house.as_role(role).post(&answer, &said).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        assert_eq!(house.as_neighbour(Role::ParticipationOfficer).post(&answer, &said).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries(&house).await, before);

        // Its term is over: the level is reminded, and the one above it hears, once.
        let (above, level) = ("laat de vraag aan u voorleggen", "of leg de vraag hogerop voor.");
        days(&house, 15).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X1]);
        let first = (told(&mails(&house).await, above), told(&mails(&house).await, level));
        assert!(first.0 >= 1 && first.1 >= 2, "{first:?}: {:?}", mails(&house).await);
        days(&house, 2).await;
        assert_eq!((told(&mails(&house).await, above), told(&mails(&house).await, level)), first, "once");

        // The alderman answers what was brought to the college.
        went(&specialist.post(&path(id, "hoger"), &up("college")).await);
        worker(&house).work_once().await.unwrap();
        assert!(told(&mails(&house).await, "is voorgelegd aan het college") >= 2, "{:?}", mails(&house).await);
        assert!(on_desk(Role::DecisionMaker).await && on_desk(Role::ParticipationOfficer).await);
        let alderman = house.as_role(Role::DecisionMaker);
        for language in ["en", "nl"] {
            let shown = alderman.get(&format!("{answer}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{language}: {}", shown.body);
        }
        let empty = alderman.post(&answer, &[("answer", "Ja, op palen.")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.shows("Ja, op palen."), "{}", empty.body);
        went(&alderman.post(&answer, &said).await);
        assert_eq!(dossier(&house, id).await.state, State::Assessed);
        assert!(!on_desk(Role::DecisionMaker).await && on_desk(Role::Specialist).await);
    }
}

#[tokio::test]
async fn where_nobody_speaks_for_the_next_level_whoever_assigns_hears_that_a_level_is_late() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        begin(&house).await;
        let (green, space) = (house.leyhoven.green.to_string(), house.leyhoven.public_space.to_string());
        let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
        let table = [("party", green.as_str()), ("party", &space), ("date", &day), ("subject", "De linde.")];
        went(&house.as_role(Role::ParticipationOfficer).post(&path(id, "tafel"), &table).await);
        let up = [("level", "manager"), ("question", "Mag het?"), ("conflict", "Zitten of wortels."), ("options", "Ja of nee.")];
        went(&house.as_role(Role::Specialist).post(&path(id, "hoger"), &up).await);
        let alderman = house.account(Role::DecisionMaker);
        went(&house.as_role(Role::Administrator).post(&format!("/beheer/personen/{alderman}/einde"), &[]).await);
        days(&house, 16).await;
        assert_eq!(stranded(&house, id).await, [Stranding::X1], "{engine}");
        let above = "Het volgende niveau is het college.";
        let first = told(&mails(&house).await, above);
        assert!(first >= 1, "{engine}: {:?}", mails(&house).await);
        days(&house, 2).await;
        assert_eq!(told(&mails(&house).await, above), first, "{engine}: once");
    }
}

#[tokio::test]
async fn looking_at_once_does_all_that_a_day_does() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let id = contribution(&house, &process, "Een bank onder de linde").await.dossier;
        take_to(&house, id, State::Assessed).await;
        let specialist = house.account(Role::Specialist);
        went(&house.as_role(Role::Administrator).post(&format!("/beheer/personen/{specialist}/einde"), &[]).await);
        for _ in 0..2 {
            carry::jobs::remind_now(&house.app, house.tenant()).await.unwrap();
            assert_eq!(stranded(&house, id).await, [Stranding::X10], "{engine}");
            let mails = mails(&house).await;
            assert_eq!(
                told(&mails, "Draag het over aan een collega van de dienst."),
                2,
                "{engine}: the head and the officer, once: {mails:?}"
            );
        }
    }
}
