//! The whole path of research over HTTP: sources, blind coding by two, agreement, discussion, what counts, withdrawal, export, and
//! the review of literature.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use design::Process;
use kernel::AccountId;
use people::testing::{Browser, Options, Page, RoomTexts, TestHouse};
use people::{Role, Scope};
use std::sync::Arc;
use store::testing::engines;
use store::{Engine, values};
use study::{Balance, Heard};

const WORDS: &str = "Ik voelde mij gehoord.\n\nVan het antwoord hoorde ik niets meer.\n\nDe avonden waren te laat voor wie werkt.\n\nVerder weet ik het niet.";

async fn house(engine: Engine) -> TestHouse {
    let migrations = [design::testing::migrations(), study::MIGRATIONS].concat();
    let texts: [RoomTexts; 3] = [("knowledge", knowledge::TEXTS), ("design", design::TEXTS), ("study", study::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(study::routes(Arc::new(())));
    let options = Options { panels: vec![Arc::new(study::panels::Panels)], ..Options::default() };
    TestHouse::open_with(engine, &migrations, &texts, routes, options).await
}

/// Somebody who does research beside the researcher.
async fn second(house: &TestHouse) -> AccountId {
    let account = house.account(Role::Moderator);
    house.give(account, Role::Researcher, Scope::Tenant).await.unwrap();
    account
}

fn home(process: &Process) -> String {
    format!("/werk/processen/{}/onderzoek", process.id)
}

fn taken(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap()
}

/// Writes an interview down and gives the address of the source.
async fn interview(browser: &Browser, home: &str, actor: &str, words: &str, quote: bool) -> String {
    let mut fields = vec![("actor", actor), ("day", "2024-01-10"), ("hours", "1,5"), ("may-use", "yes"), ("words", words)];
    if quote {
        fields.push(("may-quote", "yes"));
    }
    taken(&browser.post(&format!("{home}/interview"), &fields).await)
}

async fn code(browser: &Browser, source: &str, passage: &str, effect: &str, direction: &str) -> Page {
    let fields = [("passage", passage), ("effect", effect), ("direction", direction), ("ground", "experienced")];
    browser.post(&format!("{source}/coderen"), &fields).await
}

async fn done(browser: &Browser, source: &str, follows: &str) {
    taken(&browser.post(&format!("{source}/klaar"), &[("follows", follows)]).await);
}

async fn found(house: &TestHouse, process: &Process) -> (Vec<Balance>, Vec<Heard>) {
    let mut s = house.store().read().await.unwrap();
    study::found(&mut s, house.tenant(), process.id).await.unwrap()
}

fn of<'a>(balances: &'a [Balance], effect: &str) -> Option<&'a Balance> {
    balances.iter().find(|it| it.effect.as_str() == effect)
}

#[tokio::test]
async fn two_code_blind_then_speak_of_their_differences_and_what_they_settle_counts() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let home = home(&process);
        let (one, two) = (house.as_role(Role::Researcher), house.as_account(second(&house).await));
        let source = interview(&one, &home, "residents", WORDS, true).await;
        assert!(source.ends_with("/bronnen/B1"), "the program gives the code: {source}");
        assert!(interview(&one, &home, "officials", "Wij hadden geen tijd.", false).await.ends_with("/G1"));
        assert!(interview(&one, &home, "volunteers", "Ik hielp mee.", false).await.ends_with("/B2"), "the wide kind gives the letter");

        // The first codes two passages.
        for (passage, direction) in [("1", "positive"), ("2", "positive")] {
            taken(&code(&one, &source, passage, "effect.trust", direction).await);
        }
        let twice = code(&one, &source, "1", "effect.trust", "negative").await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.shows("Dit effect staat al bij deze passage"));
        assert!(one.get(&format!("{source}/coderen")).await.shows("Vertrouwen (effect van beleidsparticipatie): positief"));

        // The second sees nothing of it, before and while coding.
        for path in [source.clone(), format!("{source}/coderen")] {
            assert!(!two.get(&path).await.shows("Vertrouwen (effect van beleidsparticipatie): positief"), "{path}");
        }
        assert_eq!(two.get(&format!("{source}/verschillen")).await.status, StatusCode::CONFLICT);
        done(&one, &source, "follows").await;
        let waiting = two.get("/werk/onderzoek").await;
        assert_eq!(waiting.status, StatusCode::OK);
        assert!(!two.get(&source).await.shows("Vertrouwen (effect van beleidsparticipatie): positief"));
        assert!(of(&found(&house, &process).await.0, "effect.trust").is_none(), "nothing counts before the second is done");

        for (passage, direction) in [("1", "positive"), ("2", "negative"), ("3", "positive")] {
            taken(&code(&two, &source, passage, "effect.trust", direction).await);
        }
        let late = code(&one, &source, "3", "effect.trust", "positive").await;
        assert_eq!(late.status, StatusCode::CONFLICT, "who is done changes nothing");
        done(&two, &source, "").await;

        // Direction: (+,+), (+,−), (–,+): two pairs, seen 1/2, by chance 1/2, kappa 0. Presence: four passages, seen 3/4, by chance
        // 1/2, kappa 1/2.
        let differences = one.get(&format!("{source}/verschillen")).await;
        assert_eq!(differences.status, StatusCode::OK);
        assert!(differences.shows("0,00") && differences.shows("n = 2") && differences.shows("0,50"), "{}", differences.body);
        let before = found(&house, &process).await.0;
        assert_eq!(of(&before, "effect.trust").unwrap().sources, [1, 0, 0, 0], "only what both say counts");

        // They speak of the second passage: it was worse.
        let at = format!("{source}/verschillen/2/effect.trust");
        let empty = one.post(&at, &[("outcome", "negative"), ("motive", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        taken(&one.post(&at, &[("outcome", "negative"), ("motive", "Wie niets meer hoort, vertrouwt minder.")]).await);
        taken(
            &two.post(&format!("{source}/verschillen/3/effect.trust"), &[("outcome", "leave-out"), ("motive", "Dit gaat over tijd.")])
                .await,
        );
        assert_eq!(one.get(&format!("{source}/verschillen/1/effect.trust")).await.status, StatusCode::NOT_FOUND, "they agree there");
        let after = found(&house, &process).await;
        let trust = of(&after.0, "effect.trust").unwrap();
        assert_eq!((trust.sources, trust.single), ([1, 0, 1, 0], 0), "one source says both");
        assert_eq!(trust.said_by, [("B".to_owned(), 1)]);
        let shown = one.get(&source).await;
        assert!(shown.shows("Codeur A") && shown.shows("Codeur B") && shown.shows("alles is besproken"));

        // Who was not heard.
        let heard = |actor: &str| after.1.iter().find(|it| it.actor == actor).unwrap().sources;
        assert_eq!((heard("residents"), heard("officials"), heard("intermediaries")), (2, 1, 0), "volunteers are people who take part");
        let wide = |actor: &str| study::RespondentKind::of_actor(actor).actor() == actor;
        assert!(after.1.iter().all(|it| wide(&it.actor)), "only wide kinds leave this room: {:?}", after.1);
        let overview = one.get(&home).await;
        assert!(overview.shows("<li>intermediaire actoren</li>") && overview.shows("Van deze mensen is nog niets gehoord"));
        assert!(overview.shows("Samen 4,5 uur interview"));
    }
}

#[tokio::test]
async fn a_source_that_one_person_coded_counts_as_less_sure_and_is_closed_to_a_second() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let (one, two) = (house.as_role(Role::Researcher), house.as_account(second(&house).await));
    let source = interview(&one, &home(&process), "residents", WORDS, true).await;
    let fields = [
        ("passage", "3"),
        ("effect", "value.access"),
        ("direction", "negative"),
        ("ground", "seen"),
        ("actor", "volunteers"),
        ("whom", "wie 's avonds werkt"),
        ("hindered", "factor.interaction"),
        ("codes", "frame.structures"),
    ];
    taken(&one.post(&format!("{source}/coderen"), &fields).await);
    let hoped = [("passage", "1"), ("effect", "effect.inclusion"), ("direction", "positive"), ("ground", "expected")];
    taken(&one.post(&format!("{source}/coderen"), &hoped).await);
    let nothing = one.post(&format!("{source}/klaar"), &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    done(&one, &source, "alone").await;
    assert_eq!(two.get(&format!("{source}/coderen")).await.status, StatusCode::CONFLICT);
    assert_eq!(code(&two, &source, "1", "effect.trust", "positive").await.status, StatusCode::CONFLICT);
    let (balances, _) = found(&house, &process).await;
    let access = of(&balances, "value.access").unwrap();
    assert_eq!((access.sources, access.single), ([0, 0, 1, 0], 1));
    assert_eq!(
        (access.negative_for.clone(), access.negative_for_actors.clone()),
        (vec!["wie 's avonds werkt".to_owned()], vec!["volunteers".to_owned()])
    );
    assert_eq!(access.hindered, [("factor.interaction".to_owned(), 1)]);
    let inclusion = of(&balances, "effect.inclusion").unwrap();
    assert_eq!((inclusion.sources, inclusion.expected), ([0; 4], 1), "what is hoped for does not count");
    assert!(two.get(&source).await.shows("door één codeur: minder zeker"));
}

#[tokio::test]
async fn a_third_cannot_code_and_a_coding_can_be_taken_away() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let (one, two) = (house.as_role(Role::Researcher), house.as_account(second(&house).await));
    let third = house.account(Role::CouncilSecretary);
    house.give(third, Role::Researcher, Scope::Tenant).await.unwrap();
    let third = house.as_account(third);
    let source = interview(&one, &home(&process), "residents", WORDS, false).await;
    taken(&code(&one, &source, "1", "effect.trust", "positive").await);
    taken(&code(&two, &source, "1", "effect.trust", "unknown").await);
    assert_eq!(code(&third, &source, "1", "effect.trust", "neutral").await.status, StatusCode::CONFLICT);
    assert_eq!(third.get(&format!("{source}/coderen")).await.status, StatusCode::CONFLICT);
    let remove = [("action", "remove"), ("of-passage", "1"), ("of-effect", "effect.trust")];
    taken(&one.post(&format!("{source}/coderen"), &remove).await);
    assert_eq!(one.post(&format!("{source}/coderen"), &remove).await.status, StatusCode::NOT_FOUND);
    assert!(
        two.get(&format!("{source}/coderen")).await.shows("Vertrouwen (effect van beleidsparticipatie): onbekend"),
        "only the own one went"
    );
}

#[tokio::test]
async fn codes_are_made_while_reading_and_put_together_with_their_history() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let home = home(&process);
    let one = house.as_role(Role::Researcher);
    for (name, means) in [("Avonduren", "De bijeenkomst is te laat."), ("Tijdstip", "Wanneer iets doorgaat.")] {
        taken(&one.post(&format!("{home}/codeboek"), &[("name", name), ("means", means)]).await);
    }
    let source = interview(&one, &home, "residents", WORDS, false).await;
    taken(&one.post(&format!("{source}/coderen"), &[("passage", "3"), ("codes", "own.1")]).await);
    let same = one.post(&format!("{home}/codeboek"), &[("action", "merge"), ("from", "1"), ("into", "1"), ("reason", "x")]).await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    let merge = [("action", "merge"), ("from", "1"), ("into", "2"), ("reason", "Het gaat over hetzelfde.")];
    taken(&one.post(&format!("{home}/codeboek"), &merge).await);
    let book = one.get(&format!("{home}/codeboek")).await;
    assert!(book.shows("Avonduren") && book.shows("Het gaat over hetzelfde.") && book.shows("structuren (Kurkela)"));
    assert!(one.get(&format!("{source}/coderen")).await.shows("Codes: <bdi>Tijdstip</bdi>"), "what was coded with it counts there");
    assert_eq!(
        one.post(&format!("{source}/coderen"), &[("passage", "1"), ("codes", "own.1")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

fn session_fields() -> Vec<(&'static str, &'static str)> {
    vec![
        ("title", "Avond in de wijkzaal"),
        ("day", "2024-01-11"),
        ("hours", "2"),
        ("present", "12"),
        ("actors", "residents"),
        ("actors", "officials"),
        ("unit", "turns"),
        ("spoken", "12 0 0 0"),
        ("respect", "4"),
        ("reasons", "3"),
        ("listening", "5"),
        ("missing", "Jongeren"),
        ("words", "De eerste spreker bleef lang aan het woord."),
    ]
}

#[tokio::test]
async fn an_observed_session_tells_who_spoke_how_much_without_telling_who() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let home = home(&process);
    let one = house.as_role(Role::Researcher);
    assert!(taken(&one.post(&format!("{home}/zitting"), &session_fields()).await).ends_with("/O1"));
    let overview = one.get(&home).await;
    assert!(
        overview.shows("0,75") && overview.shows("100") && overview.shows("4,0 van 5") && overview.shows("Jongeren"),
        "{}",
        overview.body
    );
    let document = [
        ("title", "Verslag van de avond"),
        ("paper", "minutes"),
        ("place", "https://leyhoven.test/verslag"),
        ("words", "Er kwamen twaalf mensen."),
    ];
    assert!(taken(&one.post(&format!("{home}/document"), &document).await).ends_with("/D1"));
    assert!(one.get(&format!("{home}/bronnen/D1")).await.shows("https://leyhoven.test/verslag"));
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_a_sentence_and_nothing_lost() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let home = home(&process);
    let one = house.as_role(Role::Researcher);
    let wrong = one
        .post(
            &format!("{home}/interview"),
            &[("actor", "mayor"), ("day", "2999-01-01"), ("hours", "lang"), ("words", "Mail jan@voorbeeld.be.")],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["jan@voorbeeld.be", "Dat wijst iemand aan", "Schrijf een aantal uren", "Kies een dag", "Zonder dit akkoord"] {
        assert!(wrong.shows(words), "{words}");
    }
    let named = [
        ("actor", "residents"),
        ("day", "2024-01-10"),
        ("hours", "1"),
        ("may-use", "yes"),
        ("words", "Mijn naam is Jef Claes en ik woon hier."),
    ];
    let asked = one.post(&format!("{home}/interview"), &named).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.shows("Dit lijkt op een naam of adres"));
    let mut confirmed = named.to_vec();
    confirmed.push(("no-names", "yes"));
    let source = taken(&one.post(&format!("{home}/interview"), &confirmed).await);

    for (name, value) in [("spoken", "veel"), ("present", "2"), ("respect", "9"), ("actors", "martians"), ("unit", "")] {
        let mut fields = session_fields();
        fields.retain(|(field, _)| *field != name);
        fields.push((name, value));
        let page = one.post(&format!("{home}/zitting"), &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.shows("De eerste spreker bleef lang aan het woord."), "nothing typed is lost: {name}");
    }
    for fields in [
        &[("passage", "99"), ("effect", "effect.trust"), ("direction", "positive"), ("ground", "seen")][..],
        &[("passage", "1"), ("effect", "effect.happiness"), ("direction", "positive"), ("ground", "seen")],
        &[("passage", "1"), ("effect", "effect.trust"), ("ground", "seen")],
        &[("passage", "1"), ("effect", "effect.trust"), ("direction", "up"), ("ground", "seen")],
        &[("passage", "1"), ("effect", "effect.trust"), ("direction", "positive")],
        &[("passage", "1"), ("direction", "positive")],
        &[("passage", "1")],
        &[("passage", "1"), ("codes", "own.7")],
        &[("passage", "1"), ("codes", "frame.structures"), ("level", "moon")],
        &[("passage", "1"), ("codes", "frame.structures"), ("remark", "bel 0470 12 34 56")],
    ] {
        assert_eq!(one.post(&format!("{source}/coderen"), fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
    }
    for missing in ["bronnen/B9", "bronnen/b", "bronnen/B1/verschillen/1/effect.trust", "uitvoer/geheim.csv"] {
        assert_eq!(one.get(&format!("{home}/{missing}")).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    let nobody = one.post(&format!("{home}/intrekken"), &[("code", "B7"), ("sure", "yes")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn rows_of(house: &TestHouse) -> i64 {
    let mut s = house.store().read().await.unwrap();
    let mut all = 0;
    for sql in [
        "SELECT count(*) AS many FROM study_source WHERE tenant = $1",
        "SELECT count(*) AS many FROM study_coding WHERE tenant = $1",
        "SELECT count(*) AS many FROM study_coder WHERE tenant = $1",
        "SELECT count(*) AS many FROM study_code WHERE tenant = $1",
        "SELECT count(*) AS many FROM study_settled WHERE tenant = $1",
        "SELECT count(*) AS many FROM review_study WHERE tenant = $1",
        "SELECT count(*) AS many FROM review_code WHERE tenant = $1",
        "SELECT count(*) AS many FROM review_coding WHERE tenant = $1",
        "SELECT count(*) AS many FROM review_plan WHERE tenant = $1",
    ] {
        all += s.one(sql, &values![house.tenant()]).await.unwrap().get::<i64>("many").unwrap();
    }
    all
}

#[tokio::test]
async fn the_wrong_role_reads_no_words_and_changes_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let home = home(&process);
        let source = interview(&house.as_role(Role::Researcher), &home, "residents", WORDS, true).await;
        let before = rows_of(&house).await;
        let literature = "/werk/onderzoek/literatuur";
        for role in Role::ALL.iter().copied().filter(|role| *role != Role::Researcher) {
            let browser = house.as_role(role);
            for (path, fields) in [
                (format!("{home}/interview"), vec![("actor", "residents"), ("words", "Ja.")]),
                (format!("{home}/zitting"), session_fields()),
                (format!("{home}/document"), vec![("title", "x")]),
                (format!("{home}/codeboek"), vec![("name", "x"), ("means", "y")]),
                (format!("{home}/intrekken"), vec![("code", "B1"), ("sure", "yes")]),
                (format!("{source}/coderen"), vec![("passage", "1"), ("codes", "frame.structures")]),
                (format!("{source}/klaar"), vec![("follows", "alone")]),
                (format!("{source}/verschillen/1/effect.trust"), vec![("outcome", "keep"), ("motive", "x")]),
                (format!("{literature}/opzet"), vec![("question", "x")]),
                (format!("{literature}/studies"), vec![("title", "x"), ("year", "2020"), ("via", "y")]),
                (format!("{literature}/studies/1"), vec![("code", "effect.trust")]),
                (format!("{literature}/codeboek"), vec![("name", "x"), ("reason", "y")]),
            ] {
                assert_eq!(browser.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{role} {path}");
            }
            assert_eq!(browser.get(&format!("{home}/uitvoer/citaten.csv")).await.status, StatusCode::FORBIDDEN, "{role}");
            let words = browser.get(&source).await;
            // Whoever evaluates may read what respondents said, and nobody else.
            if role == Role::ParticipationOfficer {
                assert!(words.shows("Ik voelde mij gehoord."));
            } else {
                assert_eq!(words.status, StatusCode::FORBIDDEN, "{role}");
                assert!(!browser.get(&home).await.shows("Ik voelde mij gehoord."));
            }
        }
        assert_eq!(rows_of(&house).await, before);
        assert_eq!(house.visitor().get(&home).await.status, StatusCode::SEE_OTHER);
        let neighbour = house.as_neighbour(Role::Researcher);
        for path in [home.clone(), source.clone(), format!("{home}/uitvoer/bronnen.csv")] {
            assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!neighbour.get("/werk/onderzoek").await.shows(&home));
    }
}

#[tokio::test]
async fn a_withdrawn_interview_leaves_nothing_but_its_code() {
    for engine in engines() {
        let house = house(engine).await;
        let process = design::testing::published_process(&house).await;
        let home = home(&process);
        let (one, two) = (house.as_role(Role::Researcher), house.as_account(second(&house).await));
        let source = interview(&one, &home, "residents", WORDS, true).await;
        let with_words = [
            ("passage", "1"),
            ("effect", "effect.trust"),
            ("direction", "positive"),
            ("ground", "seen"),
            ("whom", "ouders"),
            ("remark", "sterk"),
        ];
        taken(&one.post(&format!("{source}/coderen"), &with_words).await);
        taken(&code(&two, &source, "1", "effect.trust", "negative").await);
        done(&one, &source, "follows").await;
        done(&two, &source, "").await;
        taken(&one.post(&format!("{source}/verschillen/1/effect.trust"), &[("outcome", "positive"), ("motive", "duidelijk")]).await);
        let unsure = one.post(&format!("{home}/intrekken"), &[("code", "B1")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        taken(&one.post(&format!("{home}/intrekken"), &[("code", " b1 "), ("sure", "yes")]).await);

        assert_eq!(one.get(&source).await.status, StatusCode::NOT_FOUND);
        let (balances, heard) = found(&house, &process).await;
        assert!(of(&balances, "effect.trust").is_none() && heard.iter().all(|it| it.sources == 0));
        let mut s = house.store().read().await.unwrap();
        for words in ["gehoord", "ouders", "sterk", "duidelijk"] {
            let rows = s.all("SELECT text FROM language_text WHERE tenant = $1", &values![house.tenant()]).await.unwrap();
            assert!(rows.iter().all(|row| !row.get::<String>("text").unwrap().contains(words)), "{words}");
        }
        for sql in [
            "SELECT count(*) AS many FROM study_coding WHERE tenant = $1",
            "SELECT count(*) AS many FROM study_passage WHERE tenant = $1",
            "SELECT count(*) AS many FROM study_settled WHERE tenant = $1",
        ] {
            assert_eq!(s.one(sql, &values![house.tenant()]).await.unwrap().get::<i64>("many").unwrap(), 0, "{sql}");
        }
        drop(s);
        assert!(one.get(&home).await.shows("Eén interview is ingetrokken"));
        assert!(interview(&one, &home, "residents", "Iets anders.", false).await.ends_with("/B2"), "a code is never given twice");
        assert!(!one.get(&format!("{home}/uitvoer/alles.json")).await.shows("B1\""));

        // What a restored backup brings back is taken away again by the list that lies outside it.
        let noted = store::erasure::list(&house.database.settings.erasure_list).unwrap();
        assert_eq!(noted.iter().filter(|it| it.kind == study::ERASURE).count(), 1, "the withdrawal stands on the list");
        let (tenant, subject) = (house.tenant(), id_of(&house, "B2").await);
        store::write!(house.store(), [], |tx| {
            let eraser = study::WithdrawnInterviews { frozen: Arc::new(()) };
            store::erasure::Eraser::erase(&eraser, tx, tenant, subject).await?;
            store::erasure::Eraser::erase(&eraser, tx, tenant, subject).await
        })
        .await
        .unwrap();
        assert_eq!(one.get(&format!("{home}/bronnen/B2")).await.status, StatusCode::NOT_FOUND);
        let mut s = house.store().read().await.unwrap();
        let rows = s.all("SELECT text FROM language_text WHERE tenant = $1", &values![tenant]).await.unwrap();
        assert!(rows.iter().all(|row| !row.get::<String>("text").unwrap().contains("Iets anders")));
    }
}

async fn id_of(house: &TestHouse, code: &str) -> uuid::Uuid {
    let mut s = house.store().read().await.unwrap();
    let row = s.one("SELECT id FROM study_source WHERE tenant = $1 AND code = $2", &values![house.tenant(), code]).await.unwrap();
    row.get("id").unwrap()
}

#[tokio::test]
async fn an_export_holds_no_identity_and_words_only_with_consent() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let home = home(&process);
    let one = house.as_role(Role::Researcher);
    let source = interview(&one, &home, "residents", "Deze woorden mogen mee.", true).await;
    interview(&one, &home, "residents", "Deze woorden blijven thuis.", false).await;
    interview(&one, &home, "coordinator", "Ik ben hier de enige.", true).await;
    taken(&code(&one, &source, "1", "effect.trust", "positive").await);
    done(&one, &source, "alone").await;
    let of_two = one.get(&format!("{home}/uitvoer/citaten.csv")).await;
    assert!(!of_two.shows("Deze woorden mogen mee.") && of_two.shows("few-of-kind"), "{}", of_two.body);
    interview(&one, &home, "volunteers", "Derde van deze soort.", false).await;
    taken(&one.post(&format!("{home}/zitting"), &session_fields()).await);
    let page = one.get(&format!("{home}/uitvoer")).await;
    assert!(page.shows("medewerkers van de gemeente"), "fewer than three of a kind are named");

    let mut all = String::new();
    for file in ["bronnen.csv", "coderingen.csv", "codes.csv", "citaten.csv", "zittingen.csv", "beurten.csv", "codeboek.csv", "alles.json"]
    {
        let sent = one.get(&format!("{home}/uitvoer/{file}")).await;
        assert_eq!(sent.status, StatusCode::OK, "{file}");
        all.push_str(&sent.body);
    }
    assert!(all.contains("Deze woorden mogen mee."));
    let researcher = house.account(Role::Researcher).to_string();
    let words = [
        "Deze woorden blijven thuis.",
        "Ik ben hier de enige.",
        "coordinator,",
        "2024-01-10",
        "Jongeren",
        "eerste spreker",
        "Test researcher",
    ];
    for person in words.into_iter().chain([researcher.as_str()]) {
        assert!(!all.contains(person), "{person}");
    }
    let sources = one.get(&format!("{home}/uitvoer/bronnen.csv")).await.body;
    assert!(sources.contains("B1,interview,B,2024-01-08,1.5,,yes,1,1,single,0"), "{sources}");
    let whole: serde_json::Value = serde_json::from_str(&one.get(&format!("{home}/uitvoer/alles.json")).await.body).unwrap();
    assert_eq!(whole["bronnen"].as_array().unwrap().len(), 5);
    assert_eq!(whole["bronnen"][0]["coderingen"][0]["effect"], "effect.trust");

    // Every column and every value that stands in a table is explained.
    let book = one.get(&format!("{home}/uitvoer/codeboek.csv")).await.body;
    for explained in [
        "bronnen,actor_kinds,B,",
        "coderingen,effect,effect.trust,",
        "coderingen,direction,positive,positief,positive",
        "beperkingen,not_heard,I,",
    ] {
        assert!(book.contains(explained), "{explained}");
    }
}

#[tokio::test]
async fn the_reviews_of_the_sources_stand_there_to_the_number_and_an_own_one_is_added_beside_them() {
    for engine in engines() {
        let house = house(engine).await;
        let one = house.as_role(Role::Researcher);
        let home = "/werk/onderzoek/literatuur";
        let shipped = one.get(home).await;
        for number in ["1721", "93", "5.4\u{a0}%", "1117", "84", "7.5\u{a0}%", "D061"] {
            assert!(shipped.shows(number), "{number}");
        }
        let plan = [
            ("question", "Wat doet loting met vertrouwen?"),
            ("searched", "Scopus"),
            ("from", "2015"),
            ("until", "2025"),
            ("step-found", "120"),
            ("step-screened", "100"),
            ("step-included", "30"),
            ("reasons-found", "dubbel: 20"),
        ];
        taken(&one.post(&format!("{home}/opzet"), &plan).await);
        assert!(one.get(&format!("{home}/opzet")).await.shows("dubbel: 20"));
        let mut wrong = plan.to_vec();
        wrong.retain(|(name, _)| *name != "step-included");
        wrong.push(("step-included", "300"));
        let grows = one.post(&format!("{home}/opzet"), &wrong).await;
        assert_eq!(grows.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(grows.shows("Dit zijn er meer dan bij een vroegere stap"));

        let study = taken(
            &one.post(&format!("{home}/studies"), &[("title", "Peeters, Loting in Leyhoven"), ("year", "2021"), ("via", "Scopus")]).await,
        );
        taken(&one.post(&format!("{home}/codeboek"), &[("name", "Geloof in loting"), ("reason", "gelezen in s1")]).await);
        for (code, direction, observed) in
            [("effect.trust", "positive", "yes"), ("own.1", "negative", "yes"), ("effect.inclusion", "positive", "no")]
        {
            let fields = [
                ("code", code),
                ("direction", direction),
                ("basis", "empirical"),
                ("observed", observed),
                ("passage", "p. 3"),
                ("factors", "factor.selection"),
            ];
            taken(&one.post(&study, &fields).await);
        }
        assert_eq!(one.post(&study, &[("code", "own.9")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let merge = [("action", "merge"), ("from", "own.1"), ("into", "effect.trust"), ("why", "hetzelfde")];
        taken(&one.post(&format!("{home}/codeboek"), &merge).await);
        let own = one.get(home).await;
        for words in ["25.0\u{a0}%", "dubbel", "50\u{a0}%", "100\u{a0}%", "2,00"] {
            assert!(own.shows(words), "{words}");
        }
        let csv = one.get(&format!("{home}/uitvoer/coderingen.csv")).await.body;
        assert!(csv.contains("s1,own.1,effect.trust,") && csv.lines().count() == 4, "{csv}");
        assert!(!csv.contains(&house.account(Role::Researcher).to_string()) && csv.contains(",c1"));
        assert!(one.get(&format!("{home}/uitvoer/codeboek.csv")).await.shows("Geloof in loting"));
        assert!(!house.as_neighbour(Role::Researcher).get(home).await.shows("Wat doet loting"));
    }
}

#[tokio::test]
async fn every_page_speaks_both_languages_and_names_its_fields() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let home = home(&process);
    let one = house.as_role(Role::Researcher);
    let source = interview(&one, &home, "residents", WORDS, true).await;
    taken(&one.post(&format!("{home}/zitting"), &session_fields()).await);
    taken(&one.post("/werk/onderzoek/literatuur/studies", &[("title", "Een studie"), ("year", "2021"), ("via", "Scopus")]).await);
    let (dutch, english) = (house.as_role(Role::Researcher), house.as_role(Role::Researcher).in_language("en"));
    for path in [
        "/werk/onderzoek".to_owned(),
        "/werk/onderzoek/literatuur".to_owned(),
        "/werk/onderzoek/literatuur/opzet".to_owned(),
        "/werk/onderzoek/literatuur/codeboek".to_owned(),
        "/werk/onderzoek/literatuur/studies".to_owned(),
        "/werk/onderzoek/literatuur/studies/1".to_owned(),
        home.clone(),
        format!("{home}/interview"),
        format!("{home}/zitting"),
        format!("{home}/document"),
        format!("{home}/codeboek"),
        format!("{home}/intrekken"),
        format!("{home}/uitvoer"),
        source.clone(),
        format!("{source}/coderen"),
    ] {
        for (browser, lang) in [(&dutch, "lang=\"nl\""), (&english, "lang=\"en\"")] {
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
            assert!(page.shows(lang) && !page.shows("⟦"), "{path} {lang}");
            assert_eq!(people::testing::unnamed_fields(&page.body), Vec::<String>::new(), "{path}");
        }
    }
    let desk = house.context(Some(house.account(Role::Researcher)), "/werk").await;
    assert!(desk.panels(people::Spot::Desk).await.unwrap().contains("/werk/onderzoek"));
    let other = house.context(Some(house.account(Role::Controller)), "/werk").await;
    assert!(other.panels(people::Spot::Desk).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_waited_for_a_second_in_vain_says_so_afterwards() {
    let house = house(Engine::Sqlite).await;
    let process = design::testing::published_process(&house).await;
    let one = house.as_role(Role::Researcher);
    let source = interview(&one, &home(&process), "residents", WORDS, false).await;
    taken(&code(&one, &source, "1", "effect.trust", "neutral").await);
    done(&one, &source, "follows").await;
    assert!(of(&found(&house, &process).await.0, "effect.trust").is_none());
    assert!(one.get(&format!("{source}/coderen")).await.shows("Niemand volgt"));
    done(&one, &source, "alone").await;
    assert_eq!(of(&found(&house, &process).await.0, "effect.trust").unwrap().sources, [0, 1, 0, 0]);
    assert!(one.get(&source).await.shows("minder zeker"));
}
