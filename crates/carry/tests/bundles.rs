//! What says the same travels together when a person says so, and apart again. Over HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use carry::testing::{Hand, dossier, house, take_to, worker};
use design::Process;
use journey::{Channel, State};
use kernel::{ContributionId, DossierId, Language, Line, Prose};
use people::Role;
use people::testing::{Page, TestHouse};
use store::testing::engines;
use voice::{NewContribution, Receipt};

/// Everybody of staff who does not put contributions together.
const NEVER: [Role; 6] =
    [Role::Specialist, Role::DecisionMaker, Role::Moderator, Role::Researcher, Role::Intermediary, Role::Administrator];

async fn said(house: &TestHouse, process: &Process, title: &str, body: &str) -> Receipt {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let id = ContributionId::new(house.app.clock.now(), house.app.random.as_ref());
    let today = house.leyhoven.tenant.civil.today(house.app.clock.now());
    let mut new = NewContribution::idea(id, process.id, Line::new(title, 150).unwrap(), Language::NL, Channel::Online, today);
    new.body = Some(Prose::new(body, 500).unwrap());
    store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await }).await.unwrap()
}

async fn screened(house: &TestHouse, process: &Process, title: &str, body: &str) -> Receipt {
    let receipt = said(house, process, title, body).await;
    take_to(house, receipt.dossier, State::Screened).await;
    receipt
}

/// Three that ask for bins, one that asks for a toilet as well, one that is against bins, one about a bus.
async fn park(house: &TestHouse, process: &Process) -> [Receipt; 5] {
    [
        screened(house, process, "Vuilbakken", "Zet meer vuilbakken in het park.").await,
        screened(house, process, "Afval", "Er zijn te weinig prullenmanden in het park.").await,
        screened(house, process, "Schoon park", "Plaats vuilnisbakken in het park, en er is ook een toilet nodig.").await,
        screened(house, process, "Niet doen", "Zet geen vuilbakken in het park!").await,
        screened(house, process, "De bus", "Laat bus 12 ook op zondag rijden.").await,
    ]
}

async fn entries(house: &TestHouse) -> Vec<String> {
    let mut s = house.store().read().await.unwrap();
    store::journal::latest(&mut s, house.tenant(), None, None, 1000).await.unwrap().into_iter().map(|it| it.kind).collect()
}

fn went(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap()
}

async fn together(house: &TestHouse, receipt: &Receipt) -> (DossierId, i64) {
    let mut s = house.store().read().await.unwrap();
    let civil = &house.leyhoven.tenant.civil;
    let found = journey::journey(&mut s, house.tenant(), &receipt.number, civil, house.app.clock.now()).await.unwrap().unwrap();
    (found.dossier, found.together)
}

async fn nobody_else(house: &TestHouse, path: &str, form: &[(&str, &str)]) {
    let before = entries(house).await.len();
    for role in NEVER {
        let page = house.as_role(role).post(path, form).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{role} at {path}: {}", page.body);
    }
    let neighbour = house.as_neighbour(Role::ParticipationOfficer).post(path, form).await;
    assert_eq!(neighbour.status, StatusCode::NOT_FOUND, "{path}");
    assert_eq!(entries(house).await.len(), before, "{path}: something was written");
}

#[tokio::test]
async fn the_program_proposes_and_a_person_puts_together() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let [one, two, toilet, against, bus] = park(&house, &process).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let desk = format!("/werk/processen/{}/bundelen", process.id);
        assert!(officer.get("/werk/bundelen").await.shows(&desk));
        assert!(officer.get(&desk).await.shows("Er ligt geen voorstel"));
        nobody_else(&house, &desk, &[]).await;

        went(&officer.post(&desk, &[]).await);
        let waiting = officer.get(&desk).await;
        assert!(waiting.shows("nog bezig") && waiting.shows("<progress") && waiting.shows("Kijk hoe ver het nu is"), "{}", waiting.body);
        assert_eq!(officer.post(&desk, &[]).await.status, StatusCode::CONFLICT, "one search at a time");
        worker(&house).work_once().await.unwrap();
        for language in ["nl", "en"] {
            let found = officer.get(&format!("{desk}?taal={language}")).await;
            assert!(found.shows(&format!("{desk}/1")) && !found.shows(&format!("{desk}/2")) && !found.shows("⟦"), "{}", found.body);
        }
        officer.get(&format!("{desk}?taal=nl")).await;

        let path = format!("{desk}/1");
        let page = officer.get(&path).await;
        for receipt in [&one, &two, &toilet, &against] {
            assert!(page.shows(receipt.number.as_str()), "{engine}: {}", page.body);
        }
        assert!(!page.shows(bus.number.as_str()), "{engine}: the bus says something else");
        assert!(page.shows("<bdi>prullenmanden</bdi>") && page.shows("<bdi>toilet</bdi>"), "shared and alone: {}", page.body);
        assert!(page.shows("maar ertegen"), "{}", page.body);
        let [a, b, c] = [&one, &two, &toilet].map(|it| it.id.to_string());
        let form = [
            ("seen", a.as_str()),
            ("seen", b.as_str()),
            ("seen", c.as_str()),
            ("chosen", a.as_str()),
            ("chosen", b.as_str()),
            ("deed", "merge"),
        ];
        nobody_else(&house, &path, &form).await;
        for wrong in [&[("seen", a.as_str()), ("chosen", a.as_str()), ("deed", "merge")][..], &[("deed", "split")], &[("deed", "")]] {
            let refused = officer.post(&path, wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
            assert!(refused.shows("mm-summary") && !refused.shows("⟦"), "{}", refused.body);
        }
        assert_eq!(together(&house, &one).await.1, 1, "nothing was put together by what was refused");

        let to = went(&officer.post(&path, &form).await);
        let after = officer.get(&to).await;
        assert!(after.shows("1 bijdrage is bij dit dossier gelegd") && after.shows(two.number.as_str()), "{}", after.body);
        let (bundle, many) = together(&house, &two).await;
        assert_eq!((together(&house, &one).await, many), ((bundle, 2), 2));
        assert_eq!(dossier(&house, bundle).await.state, State::Bundled);
        assert_eq!(together(&house, &toilet).await.1, 1, "{engine}: what was not chosen stays apart");
        assert_eq!(officer.post(&path, &form).await.status, StatusCode::CONFLICT, "twice");
        assert!(officer.get(&path).await.shows("reist samen"));
        let kinds = entries(&house).await;
        for kind in ["carry.bundles-asked", "carry.bundle-confirmed", "joined", "left"] {
            assert!(kinds.iter().any(|it| it == kind), "{engine}: {kind} in {kinds:?}");
        }
        // The words of both are there as their authors wrote them.
        let page = officer.get(&to).await;
        assert!(page.shows("Zet meer vuilbakken in het park.") && page.shows("Er zijn te weinig prullenmanden in het park."));
    }
}

#[tokio::test]
async fn a_proposal_is_split_or_set_aside_and_does_not_come_back() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        for text in
            ["Zet meer vuilbakken in het park.", "Er zijn te weinig prullenmanden in het park.", "Plaats vuilnisbakken in het park."]
        {
            screened(&house, &process, "Afval", text).await;
        }
        screened(&house, &process, "Nog een", "Wij willen vuilnisbakken in het park.").await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let desk = format!("/werk/processen/{}/bundelen", process.id);
        went(&officer.post(&desk, &[]).await);
        worker(&house).work_once().await.unwrap();
        let path = format!("{desk}/1");
        let members = {
            let mut s = house.store().read().await.unwrap();
            carry::bundle_members(&mut s, house.tenant(), process.id, 1, false, 50).await.unwrap()
        };
        assert_eq!(members.len(), 4, "{engine}");
        let ids: Vec<String> = members.iter().map(ToString::to_string).collect();
        let all: Vec<(&str, &str)> = ids.iter().map(|id| ("chosen", id.as_str())).chain([("deed", "split")]).collect();
        assert_eq!(officer.post(&path, &all).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: all is no split");
        let half = [("chosen", ids[0].as_str()), ("chosen", ids[1].as_str()), ("deed", "split")];
        nobody_else(&house, &path, &half).await;
        assert_eq!(went(&officer.post(&path, &half).await), format!("{desk}/2"));
        for aside in ["1", "2"] {
            nobody_else(&house, &format!("{desk}/{aside}"), &[("deed", "aside")]).await;
            went(&officer.post(&format!("{desk}/{aside}"), &[("deed", "aside")]).await);
        }
        let kinds = entries(&house).await;
        assert!(kinds.iter().any(|it| it == "carry.bundle-split") && kinds.iter().any(|it| it == "carry.bundle-set-aside"));
        assert!(officer.get(&desk).await.shows("Er ligt geen voorstel"));
        assert_eq!(officer.get(&format!("{desk}/9")).await.status, StatusCode::NOT_FOUND);

        // One more that says the same: of all together it is a new question, of the old pairs it is not.
        went(&officer.post(&desk, &[]).await);
        worker(&house).work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let open = carry::bundle_proposals(&mut s, house.tenant(), process.id, 0, 50).await.unwrap();
        assert_eq!(
            open.iter().map(|it| (it.number, it.size)).collect::<Vec<_>>(),
            [(3, 4)],
            "{engine}: the four were never refused together"
        );
        drop(s);
        went(&officer.post(&format!("{desk}/3"), &[("deed", "aside")]).await);
        went(&officer.post(&desk, &[]).await);
        worker(&house).work_once().await.unwrap();
        assert!(officer.get(&desk).await.shows("niets gevonden"), "{engine}: now they were");
    }
}

#[tokio::test]
async fn numbers_put_together_and_a_contribution_goes_apart_again() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let [one, two, three, ..] = park(&house, &process).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = |id: DossierId, act: &str| format!("/werk/dossiers/{id}/{act}");
        let bundle = path(one.dossier, "samenvoegen");
        for language in ["nl", "en"] {
            let shown = officer.get(&format!("{bundle}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{}", shown.body);
        }
        officer.get(&format!("{bundle}?taal=nl")).await;
        let numbers = format!("{}\n{}", two.number, three.number);
        let form = [("numbers", numbers.as_str())];
        nobody_else(&house, &bundle, &form).await;
        for wrong in ["", "vuilbakken", "AAAA-2222", one.number.as_str()] {
            let refused = officer.post(&bundle, &[("numbers", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "«{wrong}»: {}", refused.body);
            assert!(refused.shows("mm-summary") && !refused.shows("⟦"), "{}", refused.body);
        }
        assert_eq!(officer.get(&path(one.dossier, "splitsen")).await.status, StatusCode::CONFLICT, "nobody to take apart");
        went(&officer.post(&bundle, &form).await);
        assert_eq!(together(&house, &three).await, (one.dossier, 3));

        let apart = path(one.dossier, "splitsen");
        for language in ["nl", "en"] {
            let shown = officer.get(&format!("{apart}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{}", shown.body);
        }
        officer.get(&format!("{apart}?taal=nl")).await;
        let id = three.id.to_string();
        nobody_else(&house, &apart, &[("chosen", &id)]).await;
        assert_eq!(officer.post(&apart, &[("chosen", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(went(&officer.post(&apart, &[("chosen", &id)]).await), format!("/werk/dossiers/{}", three.dossier));
        assert_eq!(together(&house, &three).await, (three.dossier, 1));
        assert_eq!(dossier(&house, three.dossier).await.state, State::Screened);

        // Of whose own dossier they travel in, the others leave.
        let id = one.id.to_string();
        assert_eq!(went(&officer.post(&apart, &[("chosen", &id)]).await), format!("/werk/dossiers/{}", one.dossier));
        assert_eq!(together(&house, &one).await, (one.dossier, 1));
        assert_eq!(together(&house, &two).await, (two.dossier, 1));

        // What is with one department is not put with what is with another.
        went(&officer.post(&path(one.dossier, "toewijzen"), &[("department", &house.leyhoven.green.to_string())]).await);
        went(&officer.post(&path(two.dossier, "toewijzen"), &[("department", &house.leyhoven.public_space.to_string())]).await);
        let refused = officer.post(&bundle, &[("numbers", two.number.as_str())]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("verschillende diensten"), "{}", refused.body);
        went(&officer.post(&bundle, &[("numbers", three.number.as_str())]).await);
        let both = dossier(&house, one.dossier).await;
        assert_eq!((both.state, both.contributions.len()), (State::Assigned, 2), "{engine}: it goes on where the dossier was");
        for id in [one.dossier, two.dossier, three.dossier] {
            let mut s = house.store().read().await.unwrap();
            let told = journey::replay(&mut s, house.tenant(), id).await.unwrap();
            drop(s);
            assert_eq!(told, dossier(&house, id).await, "{engine}: the journal tells the same");
        }
    }
}

/// A bundle of two in an own dossier, with the follow code of the second.
async fn bundle_of_two(house: &TestHouse) -> (Receipt, Receipt) {
    let process = design::testing::published_process(house).await;
    let one = screened(house, &process, "Vuilbakken", "Zet meer vuilbakken in het park.").await;
    let two = screened(house, &process, "Afval", "Er zijn te weinig prullenmanden in het park.").await;
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("/werk/dossiers/{}/samenvoegen", one.dossier);
    went(&officer.post(&path, &[("numbers", two.number.as_str())]).await);
    (one, two)
}

#[tokio::test]
async fn what_one_of_a_bundle_says_differently_stands_beside_the_decision() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, two) = bundle_of_two(&house).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let path = format!("/werk/dossiers/{}/minderheid", one.dossier);
        for language in ["en", "nl"] {
            let shown = officer.get(&format!("{path}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{}", shown.body);
        }
        let id = two.id.to_string();
        let form = [("chosen", id.as_str()), ("words", "Wil bakken met een deksel.")];
        nobody_else(&house, &path, &form).await;
        let absent = [("chosen", ""), ("words", "Wil bakken met een deksel.")];
        for wrong in [&absent[..], &[("chosen", id.as_str())], &[("chosen", id.as_str()), ("away", "yes")]] {
            let refused = officer.post(&path, wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", refused.body);
            assert!(refused.shows("mm-summary") && !refused.shows("⟦"), "{}", refused.body);
        }
        went(&officer.post(&path, &form).await);
        went(&officer.post(&path, &[("chosen", id.as_str()), ("words", "Wil bakken met een deksel erop.")]).await);
        assert!(entries(&house).await.iter().any(|kind| kind == "carry.minority-marked"));
        take_to(&house, one.dossier, State::OnAgenda).await;
        let decider = house.as_role(Role::DecisionMaker);
        let decision = decider.get(&format!("/werk/dossiers/{}/besluit", one.dossier)).await;
        assert!(decision.shows("Wat in deze bundel anders is") && decision.shows("met een deksel erop"), "{engine}: {}", decision.body);
        assert!(!decision.shows("met een deksel.<"), "the first sentence was replaced");
        went(&officer.post(&path, &[("chosen", id.as_str()), ("away", "yes")]).await);
        let decision = decider.get(&format!("/werk/dossiers/{}/besluit", one.dossier)).await;
        assert!(!decision.shows("Wat in deze bundel anders is"), "{engine}: {}", decision.body);
    }
}

#[tokio::test]
async fn an_author_contests_the_bundle_and_is_answered_before_anything_is_decided() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, two) = bundle_of_two(&house).await;
        let (visitor, officer) = (house.visitor(), house.as_role(Role::ParticipationOfficer));
        let public = format!("/bijdragen/{}/bundeling", two.number);
        for language in ["ar", "en", "nl"] {
            let shown = visitor.get(&format!("{public}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦"), "{}", shown.body);
        }
        let code = two.follow_code.as_ref().unwrap().reveal();
        let words = "Dit gaat over de hondenpoep, niet over afval.";
        let before = entries(&house).await.len();
        let not_its = one.follow_code.as_ref().unwrap().reveal();
        for wrong in [&[("words", ""), ("code", code.as_str())][..], &[("words", words)], &[("words", words), ("code", not_its.as_str())]] {
            let refused = visitor.post(&public, wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", refused.body);
            assert!(refused.shows("mm-summary") && !refused.shows("⟦") && refused.shows(wrong[0].1), "{}", refused.body);
        }
        assert_eq!(entries(&house).await.len(), before);
        went(&visitor.post(&public, &[("words", words), ("code", code.as_str())]).await);
        assert!(entries(&house).await.iter().any(|kind| kind == "carry.bundle-contested"));
        let shown = visitor.get(&public).await;
        assert!(shown.shows("De gemeente antwoordt uiterlijk op") && !shown.shows("hondenpoep"), "{engine}: {}", shown.body);
        assert_eq!(visitor.post(&public, &[("words", words), ("code", code.as_str())]).await.status, StatusCode::CONFLICT, "once");

        // The officer hears of it, by mail and at the desk, and nothing is advised meanwhile.
        worker(&house).work_once().await.unwrap();
        let mut s = house.store().read().await.unwrap();
        let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![house.tenant()]).await.unwrap();
        assert!(mails.iter().any(|row| row.get::<String>("subject").unwrap().contains("wil apart reizen")), "{engine}");
        drop(s);
        let path = format!("/werk/dossiers/{}/betwisting", one.dossier);
        assert!(officer.get("/werk/bundelen").await.shows(&path));
        take_to(&house, one.dossier, State::Assessed).await;
        let advice = [("fit", "fits"), ("words", "Doe het."), ("motive", "Er is plaats en geld.")];
        let specialist = house.as_role(Role::Specialist);
        let refused = specialist.post(&format!("/werk/dossiers/{}/advies", one.dossier), &advice).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("wacht op antwoord"), "{engine}: {}", refused.body);

        for language in ["en", "nl"] {
            let shown = officer.get(&format!("{path}?taal={language}")).await;
            assert!(shown.status == StatusCode::OK && !shown.shows("⟦") && shown.shows("hondenpoep"), "{}", shown.body);
        }
        let id = two.id.to_string();
        let kept = [("contested", id.as_str()), ("end", "kept"), ("motive", "Afval en hondenpoep gaan in dezelfde bak.")];
        nobody_else(&house, &path, &kept).await;
        for wrong in [&kept[..2], &kept[..1], &kept[1..]] {
            let refused = officer.post(&path, wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", refused.body);
            assert!(refused.shows("mm-summary") && !refused.shows("⟦"), "{}", refused.body);
        }
        went(&officer.post(&path, &kept).await);
        let shown = visitor.get(&public).await;
        assert!(shown.shows("bij de andere blijft") && shown.shows("in dezelfde bak"), "{engine}: {}", shown.body);
        assert_eq!(together(&house, &two).await, (one.dossier, 2));

        // The other author says it by telephone, and the officer agrees: the bundle is no more.
        let first = one.id.to_string();
        let heard = [("deed", "heard"), ("chosen", first.as_str()), ("words", "Mijn idee gaat over het bos.")];
        nobody_else(&house, &path, &heard).await;
        assert_eq!(officer.post(&path, &heard[..2]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        went(&officer.post(&path, &heard).await);
        went(&officer.post(&path, &[("contested", first.as_str()), ("end", "apart")]).await);
        assert_eq!((together(&house, &one).await.1, together(&house, &two).await), (1, (two.dossier, 1)));
        let shown = visitor.get(&format!("/bijdragen/{}/bundeling", one.number)).await;
        assert!(shown.shows("gaat zij apart verder") && shown.shows("reist niet samen"), "{engine}: {}", shown.body);
        let kinds = entries(&house).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "carry.contest-settled").count(), 2, "{engine}");
        went(&specialist.post(&format!("/werk/dossiers/{}/advies", one.dossier), &advice).await);
    }
}

#[tokio::test]
async fn a_contest_goes_along_with_its_contribution_and_its_words_go_with_the_author() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, two) = bundle_of_two(&house).await;
        let (visitor, officer) = (house.visitor(), house.as_role(Role::ParticipationOfficer));
        let code = two.follow_code.as_ref().unwrap().reveal();
        let public = format!("/bijdragen/{}/bundeling", two.number);
        went(&visitor.post(&public, &[("words", "Dit gaat over honden."), ("code", code.as_str())]).await);
        let texts = async || {
            let mut s = house.store().read().await.unwrap();
            let all = carry::contests(&mut s, house.tenant(), two.id).await.unwrap();
            (all[0].words, all[0].ended)
        };
        let (words, ended) = texts().await;
        assert!(words.is_some() && ended.is_none());
        // Taken apart without looking at the question: that answers it.
        let id = two.id.to_string();
        went(&officer.post(&format!("/werk/dossiers/{}/splitsen", one.dossier), &[("chosen", &id)]).await);
        assert_eq!(texts().await, (words, Some(carry::ContestEnd::Apart)), "{engine}");
        let withdrawn =
            visitor.post(&format!("/bijdragen/{}/intrekken", two.number), &[("code", code.as_str()), ("erasure", "words")]).await;
        went(&withdrawn);
        let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
        store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
        worker(&house).work_once().await.unwrap();
        assert_eq!(texts().await.0, None, "{engine}: the words of the author are gone");
        let mut s = house.store().read().await.unwrap();
        assert_eq!(store::texts::text(&mut s, tenant, words.unwrap()).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_contest_over_its_term_is_told_once_more_and_not_twice_also_when_days_were_missed() {
    for engine in engines() {
        let house = house(engine).await;
        let (_, two) = bundle_of_two(&house).await;
        let (tenant, civil) = (house.tenant(), house.leyhoven.tenant.civil.clone());
        store::write!(house.store(), [civil], |tx| { carry::jobs::begin(tx, tenant, &civil).await }).await.unwrap();
        let code = two.follow_code.as_ref().unwrap().reveal();
        let contest = [("words", "Dit gaat over de hondenpoep."), ("code", code.as_str())];
        went(&house.visitor().post(&format!("/bijdragen/{}/bundeling", two.number), &contest).await);
        let told = async || {
            worker(&house).work_once().await.unwrap();
            let mut s = house.store().read().await.unwrap();
            let mails = s.all(store::sql!("SELECT subject FROM mail WHERE tenant = $1"), &store::values![tenant]).await.unwrap();
            mails.iter().filter(|row| row.get::<String>("subject").unwrap().contains("wil apart reizen")).count()
        };
        let at_once = told().await;
        assert!(at_once > 0, "{engine}");
        // The program stood still for a month and a half; then it runs on two days.
        house.clock.advance_days(45);
        assert_eq!(told().await, 2 * at_once, "{engine}");
        house.clock.advance_days(1);
        assert_eq!(told().await, 2 * at_once, "{engine}: once");
    }
}

#[tokio::test]
async fn a_contest_is_found_behind_all_those_that_others_answer() {
    for engine in engines() {
        let house = house(engine).await;
        let (one, two) = bundle_of_two(&house).await;
        let code = two.follow_code.as_ref().unwrap().reveal();
        let contest = [("words", "Dit gaat over de hondenpoep."), ("code", code.as_str())];
        went(&house.visitor().post(&format!("/bijdragen/{}/bundeling", two.number), &contest).await);
        // More than a page of contests stands before it that this officer does not answer.
        let (tenant, now) = (house.tenant(), house.app.clock.now());
        let day = house.leyhoven.tenant.civil.today(now);
        store::write!(house.store(), [], |tx| {
            for nth in 1..=250_u128 {
                let [contribution, dossier] = [nth, nth + 1000].map(uuid::Uuid::from_u128);
                tx.run(
                    store::sql!(
                        "INSERT INTO bundle_contest (tenant, contribution, number, dossier, asked_at, until_day, of_division)
                         VALUES ($1, $2, 1, $3, $4, $5, FALSE)"
                    ),
                    &store::values![tenant, contribution, dossier, now, day],
                )
                .await?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        let answer = format!("/werk/dossiers/{}/betwisting", one.dossier);
        let officer = house.as_role(Role::ParticipationOfficer);
        for language in ["en", "nl"] {
            let page = officer.get(&format!("/werk/bundelen?taal={language}")).await;
            assert!(page.status == StatusCode::OK && page.shows(&answer) && !page.shows("⟦"), "{engine}: {}", page.body);
        }
        let after = |until: &str| format!("/werk/bundelen?betwist={until}.{}", uuid::Uuid::from_u128(250));
        assert!(officer.get(&after(&day.to_string())).await.shows(&answer), "{engine}: the next page begins after the last one");
        assert!(!officer.get(&after(&day.plus_days(900).to_string())).await.shows(&answer));
        assert_eq!(officer.get("/werk/bundelen?betwist=morgen").await.status, StatusCode::NOT_FOUND);
    }
}
