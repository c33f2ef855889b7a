//! The room over HTTP, on both databases, beside a neighbour.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use design::testing::{published_in, published_process, whole_draft};
use design::{Draft, Gap, Process, Refusal, State};
use kernel::{Language, ProcessId};
use people::Role;
use people::testing::{Browser, TestHouse};
use store::Engine;
use store::testing::engines;

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(engine, design::testing::migrations(), &[("design", design::TEXTS)], design::routes()).await
}

async fn process(house: &TestHouse, id: ProcessId) -> Process {
    design::process(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap().unwrap()
}

async fn journal(house: &TestHouse, id: ProcessId) -> Vec<store::journal::Recorded> {
    store::journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), id.uuid()).await.unwrap()
}

/// Makes a process over HTTP and gives back its id.
async fn made(officer: &Browser, title: &str) -> ProcessId {
    let page = officer.post("/werk/processen/nieuw", &[("title", title)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

/// The fields of a page as a browser would send them back.
fn seen(body: &str) -> String {
    let at = body.find("name=\"seen\" value=\"").expect("the field");
    body[at + 19..].split('"').next().unwrap().to_owned()
}

const WHOLE: &[(&str, &str)] = &[
    ("title", "Een groener Marktplein"),
    ("question", "Wat moet er veranderen aan het plein?"),
    ("question-en", "What should change on the square?"),
    ("question-en-origin", "human"),
    ("question-ar", "ماذا يجب أن يتغير في الساحة؟"),
    ("question-ar-origin", "machine"),
    ("reason", "De riolering gaat open."),
    ("can-change", "Groen en banken."),
    ("fixed", "De brandweer moet erdoor."),
    ("outside", "De parkeertarieven."),
    ("rung", "2"),
    ("mandate-body", "Gemeenteraad"),
    ("mandate-date", "2026-02-10"),
    ("mandate-reference", "agendapunt 14"),
    ("mandate-rung", "3"),
    ("decides", "De gemeenteraad beslist."),
    ("criteria", "Veiligheid en kostprijs."),
    ("decider", "decision-maker"),
    ("means", "Twee medewerkers."),
    ("budget", "25.000"),
    ("closes", "2026-05-31"),
    ("decision-date", "2026-06-15"),
    ("moment-1-date", "20/3/2026"),
    ("moment-1-text", "Bijeenkomst in de wijkzaal"),
    ("answer-count", "10"),
    ("answer-in", "working"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more).copied().collect()
}

/// Ranks an aim in the guide, without which nothing new is published.
async fn ranked(officer: &Browser, id: ProcessId) {
    let path = format!("/werk/processen/{id}/gids/doelen");
    let shown = seen(&officer.get(&path).await.body);
    let fields = [
        ("aim-1", "effect.transparency"),
        ("aim-1-level", "community"),
        ("text-not-aimed", "Geen nieuwe straat."),
        ("seen", shown.as_str()),
    ];
    let saved = officer.post(&path, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}

#[tokio::test]
async fn a_charter_is_written_published_changed_and_closed() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let visitor = house.visitor();
        let id = made(&officer, "Een groener Marktplein").await;
        let edit = format!("/werk/processen/{id}");
        assert_eq!(visitor.get("/processen/een-groener-marktplein/afspraken").await.status, StatusCode::NOT_FOUND, "a draft is not public");
        assert!(!visitor.get("/processen").await.shows("Marktplein"));

        let page = officer.get(&edit).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.shows("Een groener Marktplein"));
        let first = seen(&page.body);
        let saved = officer.post(&edit, &with(WHOLE, &[("seen", &first), ("then", "publish")])).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(saved.location.as_deref(), Some(format!("{edit}/publiceren").as_str()));
        // Nothing new is published before somebody ranked what it aims at.
        let unranked = officer.post(&format!("{edit}/publiceren"), &[]).await;
        assert_eq!(unranked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unranked.shows("C081") && unranked.shows(&format!("{edit}/gids/doelen#")), "{}", unranked.body);
        assert_eq!(process(&house, id).await.state, State::Draft);
        ranked(&officer, id).await;
        let page = officer.get(&format!("{edit}/publiceren")).await;
        assert!(page.shows("Zo lezen bewoners het") && page.shows("Publiceer deze afspraken"), "{}", page.body);
        let published = officer.post(&format!("{edit}/publiceren"), &[]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
        let before = process(&house, id).await;
        assert_eq!((before.state, before.charter.as_ref().unwrap().version), (State::Published, 1));

        let public = visitor.get("/processen/een-groener-marktplein/afspraken").await;
        assert_eq!(public.status, StatusCode::OK);
        for words in [
            "De brandweer moet erdoor.",
            "Gemeenteraad besliste dit op",
            "10 februari 2026",
            "25.000",
            "werkdagen na de beslissing",
            "Bijeenkomst in de wijkzaal",
            "20 maart 2026",
            "Er veranderde nog niets",
        ] {
            assert!(public.shows(words), "{words}: {}", public.body);
        }
        assert!(visitor.get("/processen").await.shows("U kunt meedoen tot en met"));
        let english = house.visitor().in_language("en").get("/processen/een-groener-marktplein/afspraken").await;
        assert!(
            english.shows("What should change on the square?") && english.shows("De brandweer"),
            "a missing translation shows the original"
        );
        let arabic = house.visitor().in_language("ar").get("/processen/een-groener-marktplein/afspraken").await;
        assert!(arabic.shows("dir=\"rtl\"") && arabic.shows("ماذا يجب أن يتغير في الساحة؟"));

        // A later version is public with its reason, and the earlier one stays what it was.
        let page = officer.get(&edit).await;
        assert_eq!(seen(&page.body), "", "a new version begins from what holds");
        house.clock.advance_days(1);
        let changed = with(WHOLE, &[("fixed", "De brandweer en de vuilniswagen moeten erdoor."), ("closes", "2026-06-10"), ("seen", "")]);
        assert_eq!(officer.post(&edit, &changed).await.status, StatusCode::SEE_OTHER);
        assert!(!visitor.get("/processen/een-groener-marktplein/afspraken").await.shows("vuilniswagen"));
        let without = officer.post(&format!("{edit}/publiceren"), &[("change-reason", "  ")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(without.shows("Iedereen mag weten waarom dit verandert."));
        let published = officer.post(&format!("{edit}/publiceren"), &[("change-reason", "De afvaldienst vroeg een bredere weg.")]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
        let public = visitor.get("/processen/een-groener-marktplein/afspraken").await;
        for words in ["De afvaldienst vroeg een bredere weg.", "De brandweer moet erdoor.", "vuilniswagen", "31 mei 2026", "10 juni 2026"] {
            assert!(public.shows(words), "{words}");
        }
        let history = design::history(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap();
        assert_eq!(history.iter().map(|charter| charter.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(Some(&history[1]), before.charter.as_ref(), "a published version is never written again");

        let unsaid = officer.post(&format!("{edit}/sluiten"), &[("change-reason", "")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        let closed = officer.post(&format!("{edit}/sluiten"), &[("change-reason", "De vraag is beantwoord.")]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        let now = process(&house, id).await;
        assert_eq!(now.state, State::Closed);
        assert!(!design::open_for_contributions(&now, "2026-04-01".parse().unwrap()));
        let public = visitor.get("/processen/een-groener-marktplein/afspraken").await;
        assert!(public.shows("De vraag is beantwoord.") && public.shows("krijgt nog altijd antwoord"));
        assert_eq!(officer.post(&format!("{edit}/sluiten"), &[("change-reason", "Nog eens.")]).await.status, StatusCode::CONFLICT);
        assert_eq!(officer.post(&edit, &changed).await.status, StatusCode::CONFLICT);

        let kinds: Vec<String> = journal(&house, id).await.into_iter().map(|entry| entry.kind).collect();
        assert_eq!(
            kinds,
            [
                "process-created",
                "charter-saved",
                "guide-saved",
                "charter-published",
                "charter-saved",
                "charter-published",
                "process-closed"
            ]
        );
        for entry in journal(&house, id).await {
            assert!(!entry.body.to_string().contains("brandweer"), "the journal holds digests, never words");
            assert_eq!(entry.actor, house.actor(Role::ParticipationOfficer));
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_said_with_why_it_matters_and_nothing_is_published() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = made(&officer, "Een leeg plan").await;
        let path = format!("/werk/processen/{id}/publiceren");
        let page = officer.get(&path).await;
        for words in [
            "De criteria ontbreken.",
            "De belofte van een antwoord ontbreekt.",
            "welk orgaan dit toestond",
            "al vastligt",
            "Zonder criteria",
        ] {
            assert!(page.shows(words), "{words}");
        }
        assert!(page.shows(&format!("/werk/processen/{id}#criteria")) && !page.shows("Publiceer deze afspraken"));
        let refused = officer.post(&path, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("De criteria ontbreken."));

        // No rung above the mandate (H3.7).
        let beyond = with(
            WHOLE,
            &[("rung", "4"), ("mandate-rung", "2"), ("seen", &seen(&officer.get(&format!("/werk/processen/{id}")).await.body)), ("x", "")],
        )
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect::<Vec<_>>();
        let fields: Vec<(&str, &str)> = beyond.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(officer.post(&format!("/werk/processen/{id}"), &fields).await.status, StatusCode::SEE_OTHER);
        let refused = officer.post(&path, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("De trede is hoger dan het mandaat."));
        assert_eq!(process(&house, id).await.state, State::Draft);
        assert!(!journal(&house, id).await.iter().any(|entry| entry.kind == "charter-published"));

        // The same door for a program: the rule is not in the page.
        let (at, store) = (house.clock.as_ref(), house.store().clone());
        let now = kernel::Clock::now(at);
        let (tenant, civil, other) = (house.tenant(), house.leyhoven.tenant.civil.clone(), ProcessId::new(now, house.random()));
        let refused = store::write!(store, [civil], |tx| {
            let act = journey::Act { tenant, actor: &kernel::Actor::System, at: now, civil: &civil };
            let draft = Draft::titled(store::texts::LanguageSet::written(Language::NL, "Zonder grenzen"));
            design::create(tx, &act, design::NewProcess { id: other, slug: None, draft }).await?;
            design::publish(tx, &act, other).await
        })
        .await;
        assert!(matches!(refused, Err(Refusal::Incomplete(gaps)) if gaps.contains(&Gap::Criteria)));
        let mut s = house.store().read().await.unwrap();
        assert!(design::process(&mut s, tenant, other).await.unwrap().is_none(), "all or nothing");
    }
}

#[tokio::test]
async fn a_wrong_form_comes_back_with_everything_that_was_typed() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let long = "é".repeat(300);
        let page = officer.post("/werk/processen/nieuw", &[("title", &long)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(&long) && page.shows("300") && page.shows("aria-invalid"));
        assert_eq!(officer.post("/werk/processen/nieuw", &[("title", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let id = made(&officer, "Het park").await;
        let edit = format!("/werk/processen/{id}");
        let current = seen(&officer.get(&edit).await.body);
        let wrong = with(
            WHOLE,
            &[
                ("seen", current.as_str()),
                ("budget", "heel <veel>"),
                ("closes", "31 februari"),
                ("reason-ar", "لأن"),
                ("moment-2-text", "Zonder dag"),
                ("answer-count", "400"),
            ],
        );
        let page = officer.post(&edit, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in
            ["31 februari", "لأن", "Zonder dag", "value=\"400\"", "Wat moet er veranderen", "Zeg wie dit vertaalde.", "van 1 tot 365"]
        {
            assert!(page.shows(words), "{words}");
        }
        assert!(page.shows("heel &#60;veel&#62;"), "what was typed is shown as text");
        assert!(page.shows("<details open>"), "a wrong translation is not folded away");
        assert_eq!(journal(&house, id).await.len(), 1, "nothing was saved");
    }
}

#[tokio::test]
async fn the_wrong_role_gets_403_and_changes_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let published = published_process(&house).await;
        let before = journal(&house, published.id).await.len();
        let edit = format!("/werk/processen/{}", published.id);
        for role in [Role::Moderator, Role::Researcher, Role::Intermediary, Role::Administrator] {
            let browser = house.as_role(role);
            for path in ["/werk/processen", "/werk/processen/nieuw", &edit, &format!("{edit}/publiceren"), &format!("{edit}/sluiten")] {
                assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{role} reads {path}");
            }
            for path in ["/werk/processen/nieuw", &edit, &format!("{edit}/publiceren"), &format!("{edit}/sluiten")] {
                let page = browser.post(path, &with(WHOLE, &[("change-reason", "Zomaar.")])).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{role} sends {path}");
            }
        }
        let visitor = house.visitor();
        for path in [&edit, "/werk/processen"] {
            let page = visitor.get(path).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "a visitor signs in first");
        }
        let without = house.as_role(Role::ParticipationOfficer).without_token();
        assert_eq!(without.post(&format!("{edit}/sluiten"), &[("change-reason", "Zomaar.")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(journal(&house, published.id).await.len(), before);
        assert_eq!(process(&house, published.id).await, published);
        let all = design::processes(&mut house.store().read().await.unwrap(), house.tenant(), false, None, 10).await.unwrap();
        assert_eq!(all, [published], "a list gives the same process as its own page");
    }
}

#[tokio::test]
async fn an_officer_of_one_process_writes_that_one_alone() {
    let house = house(Engine::Sqlite).await;
    let (mine, other) = (
        published_process(&house).await,
        published_in(house.store(), house.tenant(), &house.leyhoven.tenant.civil, "Een ander plein").await,
    );
    let account = house.account(Role::Moderator);
    house.give_for_process(account, Role::ParticipationOfficer, mine.id).await.unwrap();
    let browser = house.as_role(Role::Moderator);
    assert_eq!(browser.get(&format!("/werk/processen/{}", mine.id)).await.status, StatusCode::OK);
    assert_eq!(browser.get(&format!("/werk/processen/{}", other.id)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post("/werk/processen/nieuw", &[("title", "Nog een")]).await.status, StatusCode::FORBIDDEN);
    let list = browser.get("/werk/processen").await;
    assert!(list.shows("Een groener Marktplein") && !list.shows("Een ander plein"));
}

#[tokio::test]
async fn the_neighbour_finds_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let published = published_process(&house).await;
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        let edit = format!("/werk/processen/{}", published.id);
        for path in [&edit, &format!("{edit}/publiceren"), &format!("{edit}/sluiten"), "/processen/een-groener-marktplein/afspraken"] {
            assert_eq!(neighbour.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in [&edit, &format!("{edit}/publiceren"), &format!("{edit}/sluiten")] {
            assert_eq!(neighbour.post(path, &with(WHOLE, &[("change-reason", "Zomaar.")])).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!neighbour.get("/werk/processen").await.shows("Marktplein") && !neighbour.get("/processen").await.shows("Marktplein"));
        assert_eq!(house.as_role(Role::ParticipationOfficer).get("/werk/processen/geen-id").await.status, StatusCode::NOT_FOUND);
        // The same name in both: each has its own address.
        let theirs = published_in(house.store(), house.buurstad.tenant.id, &house.buurstad.tenant.civil, "Een groener Marktplein").await;
        assert_eq!(theirs.slug, published.slug);
        assert_eq!(process(&house, published.id).await, published);
    }
}

#[tokio::test]
async fn two_who_write_at_once_do_not_overwrite_each_other_unseen() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let id = made(&officer, "Het park").await;
        let edit = format!("/werk/processen/{id}");
        let (mine, theirs) = (seen(&officer.get(&edit).await.body), seen(&officer.get(&edit).await.body));
        house.clock.advance_seconds(60);
        let first = officer.post(&edit, &[("title", "Het park"), ("question", "Meer bomen?"), ("seen", &theirs)]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        let second = officer.post(&edit, &[("title", "Het park"), ("question", "Meer banken?"), ("seen", &mine)]).await;
        assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(second.shows("Meer banken?") && second.shows("Iemand anders sloeg intussen ook iets op."));
        assert!(officer.get(&edit).await.shows("Meer bomen?"));
        // Whoever sends it again has seen the warning.
        let again = officer.post(&edit, &[("title", "Het park"), ("question", "Meer banken?"), ("seen", &seen(&second.body))]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert!(officer.get(&edit).await.shows("Meer banken?"));
    }
}

#[tokio::test]
async fn processes_of_one_name_have_addresses_of_their_own_and_lists_go_on() {
    for engine in engines() {
        let house = house(engine).await;
        let civil = &house.leyhoven.tenant.civil;
        let mut slugs = Vec::new();
        for _ in 0..52 {
            slugs.push(published_in(house.store(), house.tenant(), civil, "Het plein").await.slug);
        }
        assert_eq!((slugs[0].as_str(), slugs[1].as_str(), slugs[51].as_str()), ("het-plein", "het-plein-2", "het-plein-52"));
        let visitor = house.visitor();
        let first = visitor.get("/processen").await;
        let next = first.body.split("/processen?na=").nth(1).expect("a next page").split('"').next().unwrap();
        let second = visitor.get(&format!("/processen?na={next}")).await;
        let count = |body: &str| body.matches("/afspraken\"").count();
        assert_eq!((count(&first.body), count(&second.body)), (50, 2));
        assert!(first.shows("rel=\"next\"") && !second.shows("rel=\"next\""));
        assert_eq!(visitor.get("/processen?na=onzin").await.status, StatusCode::NOT_FOUND);
        let staff = house.as_role(Role::ParticipationOfficer).get("/werk/processen").await;
        assert!(staff.shows("/werk/processen?na="));
    }
}

#[tokio::test]
async fn panels_say_in_every_language_what_can_change_who_decides_and_when() {
    let house = house(Engine::Sqlite).await;
    let published = published_process(&house).await;
    let mut page = house.context(None, "/").await.page_titled(String::new());
    let summary = design::panels::charter_summary(&page, &published);
    for words in [
        "Wat moet er veranderen aan het plein?",
        "Wat u kunt veranderen",
        "De brandweer",
        "/processen/een-groener-marktplein/afspraken",
        "werkdagen",
    ] {
        assert!(summary.contains(words), "{words}: {summary}");
    }
    let rung = design::panels::rung(&page, &published);
    assert!(rung.contains("U geeft advies.") && rung.contains("De gemeenteraad beslist.") && rung.contains("aria-current"), "{rung}");
    assert!(design::panels::planning(&page, &published).contains("Bijeenkomst in de wijkzaal"));
    for language in [Language::EN, Language::AR] {
        page.language = language;
        let all = design::panels::charter(&page, &published);
        assert!(all.contains(&page.t("design-some-original")) && !all.contains('⟦') && all.contains("lang=\"nl\""), "{language}: {all}");
    }
    let draft = Process { charter: None, ..published };
    assert_eq!(design::panels::charter(&page, &draft), "");
    assert_eq!(design::gaps(&whole_draft("x", "2026-03-02".parse().unwrap()), "2026-03-02".parse().unwrap()), []);
}

const PLAN: &[(&str, &str)] = &[
    ("title", "Woningen op de bleek"),
    ("title-en", "Homes on the bleaching field"),
    ("title-en-origin", "human"),
    ("description", "Veertig woningen."),
    ("room", "Wat er tussen de huizen komt."),
    ("fixed", "Het aantal woningen."),
    ("state", "prepared"),
    ("from", "1/3/2027"),
    ("address", "https://leyhoven.example/bleek"),
    ("shape", "51.02 3.71\n51.02 3.72\n51.03 3.72\n51.03 3.71"),
    ("public", "yes"),
];

#[tokio::test]
async fn a_department_keeps_its_plans_and_everybody_reads_those_that_are_public() {
    for engine in engines() {
        let house = house(engine).await;
        let visitor = house.visitor();
        let head = house.as_role(Role::DepartmentHead);
        let own = house.leyhoven.public_space.to_string();
        let molenveld = house.leyhoven.molenveld.to_string();
        assert!(visitor.get("/plannen").await.shows("Er staan nu geen plannen"));
        let form = head.get("/werk/plannen/nieuw").await;
        assert!(form.status == StatusCode::OK && form.shows("Het stuk grond") && !form.shows("⟦"), "{}", form.body);

        let wrong = [("department", own.as_str()), ("shape", "51.02 3.71\nhier en daar"), ("until", "1/1/2027")];
        let refused = head.post("/werk/plannen/nieuw", &with(PLAN, &wrong)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Regel 2 bestaat niet uit twee getallen", "Het einde valt voor het begin", "hier en daar", "Veertig woningen."] {
            assert!(refused.shows(words), "{words}: {}", refused.body);
        }
        let made = head.post("/werk/plannen/nieuw", &with(PLAN, &[("department", &own), ("areas", &molenveld)])).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let edit = made.location.unwrap();
        let id: kernel::PlanId = edit.rsplit('/').next().unwrap().parse().unwrap();
        let kinds = async || -> Vec<String> {
            let mut s = house.store().read().await.unwrap();
            let all = store::journal::stream(&mut s, house.tenant(), id.uuid()).await.unwrap();
            assert!(all.iter().all(|entry| !entry.body.to_string().contains("woningen")), "no words in the journal");
            all.into_iter().map(|entry| entry.kind).collect()
        };
        assert_eq!(kinds().await, ["plan-made"]);

        let list = visitor.get("/plannen").await;
        assert!(list.shows("Woningen op de bleek") && list.shows("In voorbereiding") && list.shows("Molenveld"), "{}", list.body);
        for (language, words) in
            [("nl", "Waar geen ruimte meer voor is"), ("en", "Homes on the bleaching field"), ("ar", "ما الذي لم يبق له مجال")]
        {
            let page = house.visitor().in_language(language).get("/plannen/woningen-op-de-bleek").await;
            assert!(page.status == StatusCode::OK && page.shows(words) && !page.shows("⟦"), "{language}: {}", page.body);
        }
        assert!(visitor.get("/plannen/woningen-op-de-bleek").await.shows("vanaf 1 maart 2027"));
        assert_eq!(visitor.get("/plannen/kaart.svg").await.status, StatusCode::NOT_FOUND, "no area has a shape");

        // Two people at once: the second sees that somebody was first, and loses nothing.
        let shown = seen(&head.get(&edit).await.body);
        house.clock.advance_seconds(5);
        let changed = [("department", own.as_str()), ("areas", &molenveld), ("seen", &shown), ("state", "decided")];
        assert_eq!(head.post(&edit, &with(PLAN, &changed)).await.status, StatusCode::SEE_OTHER);
        let late = [("department", own.as_str()), ("seen", shown.as_str()), ("room", "Iets anders.")];
        let overtaken = head.post(&edit, &with(PLAN, &late)).await;
        assert_eq!(overtaken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(overtaken.shows("Iemand anders sloeg intussen ook iets op") && overtaken.shows("Iets anders."), "{}", overtaken.body);
        assert!(visitor.get("/plannen/woningen-op-de-bleek").await.shows("Beslist"));
        assert_eq!(kinds().await, ["plan-made", "plan-saved"]);

        // Not public any more: gone for residents, there for the department.
        let shown = seen(&head.get(&edit).await.body);
        let hidden: Vec<_> = with(PLAN, &[("department", &own), ("areas", &molenveld), ("seen", &shown)]);
        let hidden: Vec<_> = hidden.into_iter().filter(|(name, _)| *name != "public").collect();
        assert_eq!(head.post(&edit, &hidden).await.status, StatusCode::SEE_OTHER);
        assert_eq!(visitor.get("/plannen/woningen-op-de-bleek").await.status, StatusCode::NOT_FOUND);
        assert!(!visitor.get("/plannen").await.shows("Woningen"));
        assert!(head.get("/werk/plannen").await.shows("Woningen op de bleek"));
    }
}

#[tokio::test]
async fn nobody_keeps_the_plans_of_another_department_or_municipality() {
    for engine in engines() {
        let house = house(engine).await;
        let (own, other) = (house.leyhoven.public_space, house.leyhoven.green);
        let plan = design::testing::whole_plan("Riet langs de vaart", other, Some(house.leyhoven.centre), None);
        let plan = design::testing::kept_plan(house.store(), &house.leyhoven, plan).await;
        let edit = format!("/werk/plannen/{}", plan.id);
        let seen_at = plan.saved.micros().to_string();
        let entries = async || {
            store::journal::latest(&mut house.store().read().await.unwrap(), house.tenant(), None, None, 1000).await.unwrap().len()
        };
        let head = house.as_role(Role::DepartmentHead);
        let before = entries().await;
        let (own, other) = (own.to_string(), other.to_string());
        let fields = with(PLAN, &[("department", &own), ("seen", &seen_at)]);
        for browser in
            [&head, &house.as_role(Role::Researcher), &house.as_role(Role::CouncilSecretary), &house.as_role(Role::Administrator)]
        {
            assert_eq!(browser.get(&edit).await.status, StatusCode::FORBIDDEN);
            assert_eq!(browser.post(&edit, &fields).await.status, StatusCode::FORBIDDEN);
        }
        // A department that is not one's own cannot be chosen either.
        let foreign = head.post("/werk/plannen/nieuw", &with(PLAN, &[("department", &other)])).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", foreign.body);
        assert!(!head.get("/werk/plannen").await.shows("Riet langs de vaart"));
        assert_eq!(house.as_role(Role::Moderator).post("/werk/plannen/nieuw", &fields).await.status, StatusCode::FORBIDDEN);
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.get(&edit).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&edit, &fields).await.status, StatusCode::NOT_FOUND);
        assert_eq!(entries().await, before, "nothing changed");
        // The officer speaks for the whole municipality.
        let officer = house.as_role(Role::ParticipationOfficer);
        let fields = with(PLAN, &[("department", &other), ("seen", &seen_at)]);
        assert_eq!(officer.post(&edit, &fields).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn plans_at_a_site_are_found_among_many_and_those_that_are_done_are_not() {
    for engine in engines() {
        let house = house(engine).await;
        let green = house.leyhoven.green;
        let square = |north: f64, east: f64| {
            let (top, right) = (north + 0.001, east + 0.001);
            design::Ground::read(&format!("{north} {east}\n{north} {right}\n{top} {right}\n{top} {east}")).unwrap()
        };
        let mut last = None;
        for nth in 0..230 {
            let plan = design::testing::whole_plan(&format!("Plan {nth}"), green, None, Some(square(51.0, 3.70 + f64::from(nth) * 0.002)));
            last = Some(design::testing::kept_plan(house.store(), &house.leyhoven, plan).await);
        }
        let of_area = design::testing::whole_plan("De hele wijk", green, Some(house.leyhoven.molenveld), None);
        let of_area = design::testing::kept_plan(house.store(), &house.leyhoven, of_area).await;
        let last = last.unwrap();
        let mut s = house.store().read().await.unwrap();
        let mut at = async |area, east: f64| {
            let site = design::Site { area, point: design::Point::new(east, 51.0005) };
            let found = design::plans_at(&mut s, house.tenant(), &[site], true).await.unwrap();
            found.into_iter().map(|(plan, lies)| (plan.slug, lies)).collect::<Vec<_>>()
        };
        assert_eq!(at(None, 3.7005).await, [("plan-0".to_owned(), design::Lies::There)]);
        assert_eq!(at(None, 3.70 + 229.0 * 0.002).await, [(last.slug.clone(), design::Lies::There)], "on the line");
        assert_eq!(at(None, 3.7015).await, [], "between two of them");
        // An area without a shape is compared by name, and what lies on the very point comes first.
        let both = at(Some(house.leyhoven.molenveld), 3.7005).await;
        assert_eq!(both, [("plan-0".to_owned(), design::Lies::There), (of_area.slug.clone(), design::Lies::Nearby)]);
        drop(s);

        let mut done = design::testing::whole_plan("De hele wijk", green, Some(house.leyhoven.molenveld), None);
        done.state = design::PlanState::Done;
        let civil = house.leyhoven.tenant.civil.clone();
        let (tenant, at, seen, plan) = (house.tenant(), house.app.clock.now(), of_area.saved, of_area.id);
        store::write!(house.store(), [civil, done], |tx| {
            let act = journey::Act { tenant, actor: &kernel::Actor::System, at, civil: &civil };
            design::save_plan(tx, &act, plan, &done, Some(seen)).await
        })
        .await
        .unwrap();
        let mut s = house.store().read().await.unwrap();
        let site = design::Site { area: Some(house.leyhoven.molenveld), point: None };
        assert!(design::plans_at(&mut s, house.tenant(), &[site], true).await.unwrap().is_empty());
        assert!(design::plans_at(&mut s, house.buurstad.tenant.id, &[site], true).await.unwrap().is_empty(), "not of the neighbour");
    }
}

#[tokio::test]
async fn whose_process_it_is_is_chosen_before_publishing_and_holds_afterwards() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let hidden = design::NewPlan {
            public: false,
            ..design::testing::whole_plan("Plan", house.leyhoven.green, Some(house.leyhoven.centre), None)
        };
        let hidden = design::testing::kept_plan(house.store(), &house.leyhoven, hidden).await;
        let id = made(&officer, "Uw reactie").await;
        let edit = format!("/werk/processen/{id}");
        let publish = format!("{edit}/publiceren");
        let save = async |more: &[(&str, &str)]| {
            let first = seen(&officer.get(&edit).await.body);
            let fields = [&[("seen", first.as_str())][..], more].concat();
            let saved = officer.post(&edit, &with(WHOLE, &fields)).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        };
        // Each variant says what it lacks, and why that matters.
        save(&[("variant", "reaction"), ("decider", "department-head")]).await;
        let lacking = officer.get(&publish).await;
        assert!(lacking.shows("Er staat niet op welk plan bewoners reageren") && lacking.shows("niet één persoon"), "{}", lacking.body);
        save(&[("variant", "joint")]).await;
        assert!(officer.get(&publish).await.shows("Er staat niet welke partners mede-eigenaar zijn"));
        // A plan that residents cannot read cannot be reacted on, whatever the form sends.
        let plan = hidden.id.to_string();
        save(&[("variant", "reaction"), ("plan", &plan)]).await;
        ranked(&officer, id).await;
        let refused = officer.post(&publish, &[]).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.shows("nog niet openbaar"), "{}: {}", refused.status, refused.body);
        assert_eq!(process(&house, id).await.state, State::Draft);

        save(&[("variant", "initiative")]).await;
        assert_eq!(officer.post(&publish, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(process(&house, id).await.charter.unwrap().variant, design::Variant::Initiative);
        for (language, words) in [("nl", "het blijft van u"), ("en", "it stays yours"), ("ar", "ويبقى لكم")] {
            let page = house.visitor().in_language(language).get("/processen/uw-reactie/afspraken").await;
            assert!(page.shows(words) && !page.shows("⟦"), "{language}: {}", page.body);
        }
        // What residents know is not turned into something else: the form keeps it, whatever is sent.
        let form = officer.get(&edit).await;
        assert!(!form.body.contains("type=\"radio\" id=\"variant"), "{}", form.body);
        save(&[("variant", "asked")]).await;
        let kept = officer.post(&publish, &[("change-reason", "Andere woorden.")]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        assert_eq!(process(&house, id).await.charter.unwrap().variant, design::Variant::Initiative);
    }
}
