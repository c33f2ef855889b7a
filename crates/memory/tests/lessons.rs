//! Lessons over HTTP, on both databases, beside a neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use async_trait::async_trait;
use axum::http::StatusCode;
use kernel::{Clock, Language, ProcessId, TenantId};
use memory::{Circumstances, Lesson, NamedProcess, Processes, Worked};
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use std::sync::Arc;
use store::testing::engines;
use store::texts::LanguageSet;
use store::{Engine, Error, Session, journal};
use uuid::Uuid;

/// The only process of these towns.
const SQUARE: ProcessId = ProcessId::from_uuid(Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0001));

#[derive(Debug)]
struct Square;

#[async_trait]
impl Processes for Square {
    async fn named(&self, s: &mut Session, tenant: TenantId, ids: &[ProcessId]) -> Result<Vec<NamedProcess>, Error> {
        Ok(self.newest(s, tenant, 1).await?.into_iter().filter(|it| ids.contains(&it.id)).collect())
    }
    async fn newest(&self, _: &mut Session, _: TenantId, _: i64) -> Result<Vec<NamedProcess>, Error> {
        let title = LanguageSet::written(Language::NL, "Een groener Marktplein");
        Ok(vec![NamedProcess { id: SQUARE, title, href: Some("/processen/marktplein".into()) }])
    }
}

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(
        engine,
        &[knowledge::MIGRATIONS, memory::MIGRATIONS].concat(),
        &[("memory", memory::TEXTS)],
        memory::routes(Arc::new(Square)),
    )
    .await
}

const LATE: [(&str, &str); 5] = [
    ("text", "De kinderopvang was pas geregeld toen de avond al vol zat."),
    ("advice", "Regel de opvang voor u de avond aankondigt."),
    ("worked", "no"),
    ("theme", "Groen"),
    ("about", "approach"),
];

async fn kept(officer: &Browser, fields: &[(&str, &str)]) -> Uuid {
    let page = officer.post("/werk/lessen/nieuw", fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

async fn entries(house: &TestHouse, lesson: Uuid) -> Vec<journal::Recorded> {
    journal::stream(&mut house.store().read().await.unwrap(), house.tenant(), lesson).await.unwrap()
}

fn place(page: &Page, words: &str) -> usize {
    page.body.find(words).unwrap_or_else(|| panic!("{words}: {}", page.body))
}

#[tokio::test]
async fn a_lesson_is_kept_read_by_everybody_adjusted_and_retired_and_never_gone() {
    for engine in engines() {
        let house = house(engine).await;
        let (officer, visitor) = (house.as_role(Role::ParticipationOfficer), house.visitor());
        assert!(visitor.get("/lessen").await.shows("Er staan hier geen lessen."));
        let refused = officer.post("/werk/lessen/nieuw", &[("text", "Te <laat>"), ("worked", "misschien"), ("rules", "C001, C999")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Te &#60;laat&#62;", "Schrijf op wat u de volgende keer doet.", "Kies of het werkte.", "Er is geen raad", "C999"] {
            assert!(refused.shows(words), "{words}: {}", refused.body);
        }
        let good = [("text", "Koffie aan de schoolpoort."), ("advice", "Doe dat weer."), ("worked", "yes"), ("effects", "effect.trust")];
        kept(&officer, &good).await;
        let process = SQUARE.to_string();
        let area = house.leyhoven.molenveld.to_string();
        let mut fields = LATE.to_vec();
        fields.extend([("process", process.as_str()), ("area", area.as_str()), ("informal", "yes"), ("rules", "c001")]);
        let late = kept(&officer, &fields).await;

        let page = visitor.get("/lessen").await;
        assert!(place(&page, "De kinderopvang was pas") < place(&page, "Koffie aan de schoolpoort."), "what did not work comes first");
        for words in ["Wat niet werkte", "Een groener Marktplein", "Molenveld", "Groen", "minder zeker", "/processen/marktplein", "C001"] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        assert!(!visitor.get("/lessen?werkte=yes").await.shows("De kinderopvang"));
        assert!(visitor.get("/lessen?thema=%20groen").await.shows("De kinderopvang"), "a theme is the same however it is written");
        assert!(!visitor.get("/lessen?thema=verkeer").await.shows("De kinderopvang"));
        assert!(!visitor.get(&format!("/lessen?gebied={area}")).await.shows("Koffie"));
        let arabic = house.visitor().in_language("ar").get("/lessen").await;
        assert!(arabic.shows("ما لم ينجح") && arabic.shows("lang=\"nl\""), "{}", arabic.body);
        let sheet = visitor.get("/lessen.csv").await;
        assert!(sheet.body.lines().nth(1).is_some_and(|line| line.contains(",no,") && line.contains("Molenveld")), "{}", sheet.body);

        // Adjusted, with a reason that everybody reads; what stood there stays.
        let path = format!("/werk/lessen/{late}");
        let mut changed = LATE.to_vec();
        changed[0] = ("text", "De opvang was te laat geregeld.");
        let refused = officer.post(&path, &changed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("Schrijf waarom.") && refused.shows("De opvang was te laat geregeld."));
        changed.push(("reason", "Korter gezegd."));
        assert_eq!(officer.post(&path, &changed).await.status, StatusCode::SEE_OTHER);
        let one = visitor.get(&format!("/lessen/{late}")).await;
        for words in ["De opvang was te laat geregeld.", "Korter gezegd.", "De kinderopvang was pas geregeld", "Een groener Marktplein"] {
            assert!(one.shows(words), "{words}: {}", one.body);
        }
        assert!(!visitor.get(&format!("/lessen?gebied={area}")).await.shows("De opvang"), "the area was taken off");

        // Retired: no longer for who designs, and still to be read.
        let away = format!("{path}/intrekken");
        assert_eq!(officer.post(&away, &[("retire-reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(officer.post(&away, &[("retire-reason", "De opvang is nu altijd geregeld.")]).await.status, StatusCode::SEE_OTHER);
        assert!(!visitor.get("/lessen").await.shows("De opvang was te laat"));
        let one = visitor.get(&format!("/lessen/{late}")).await;
        assert!(one.shows("Deze les geldt niet meer") && one.shows("De opvang is nu altijd geregeld."), "{}", one.body);
        assert!(officer.get("/werk/lessen?stand=ingetrokken").await.shows("De opvang was te laat"));
        changed[4] = ("about", "means");
        assert_eq!(officer.post(&path, &changed).await.status, StatusCode::CONFLICT, "it stays as it is");
        assert_eq!(officer.post(&away, &[("retire-reason", "Nog eens.")]).await.status, StatusCode::CONFLICT);

        let entries = entries(&house, late).await;
        let kinds: Vec<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds, ["lesson-kept", "lesson-adjusted", "lesson-retired"]);
        for entry in &entries {
            let body = entry.body.to_string();
            assert!(!body.contains("opvang") && !body.contains("Korter"), "the journal holds digests, never words: {body}");
        }
    }
}

#[tokio::test]
async fn the_wrong_role_and_the_neighbour_change_nothing() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let late = kept(&officer, &LATE).await;
        let before = entries(&house, late).await.len();
        let paths = ["/werk/lessen/nieuw".to_owned(), format!("/werk/lessen/{late}"), format!("/werk/lessen/{late}/intrekken")];
        for role in [Role::Moderator, Role::Researcher, Role::Intermediary, Role::DecisionMaker, Role::Administrator] {
            let browser = house.as_role(role);
            assert_eq!(browser.get("/werk/lessen").await.status, StatusCode::FORBIDDEN, "{role}");
            for path in &paths {
                let mut fields = LATE.to_vec();
                fields.extend([("reason", "Zomaar."), ("retire-reason", "Zomaar.")]);
                assert_eq!(browser.post(path, &fields).await.status, StatusCode::FORBIDDEN, "{role} {path}");
            }
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(neighbour.get(&format!("/werk/lessen/{late}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.get(&format!("/lessen/{late}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(&paths[2], &[("retire-reason", "Weg.")]).await.status, StatusCode::NOT_FOUND);
        assert!(!neighbour.get("/lessen").await.shows("kinderopvang"));
        assert_eq!(officer.get("/lessen/geen-les").await.status, StatusCode::NOT_FOUND);
        assert_eq!(officer.without_token().post(&paths[0], &LATE).await.status, StatusCode::FORBIDDEN);
        assert_eq!(entries(&house, late).await.len(), before);
        assert!(house.visitor().get("/lessen").await.shows("kinderopvang"));
    }
}

#[tokio::test]
async fn lessons_travel_to_another_municipality_once_and_come_home_as_our_own() {
    for engine in engines() {
        let house = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let mut fields = LATE.to_vec();
        let process = SQUARE.to_string();
        fields.extend([("process", process.as_str()), ("effects", "value.inclusion")]);
        let late = kept(&officer, &fields).await;
        let file = house.visitor().get("/lessen.json").await;
        assert!(!file.body.contains(&house.account(Role::ParticipationOfficer).to_string()), "no account leaves the house");

        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        let files = [("file", "lessen.json", "application/json", file.bytes.as_ref())];
        let taken = neighbour.post_files("/werk/lessen/inlezen", &[], &files).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        let page = neighbour.get("/lessen").await;
        for words in ["De kinderopvang was pas", "Stad Leyhoven", "Een groener Marktplein", "Groen"] {
            assert!(page.shows(words), "{words}: {}", page.body);
        }
        assert!(!page.shows("/processen/marktplein"), "the process of another municipality is not here");
        // Once more, pasted: nothing new. And home again: it is ours.
        let again = neighbour.post("/werk/lessen/inlezen", &[("words", &file.body)]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert!(neighbour.get("/werk/lessen").await.shows("Eén stond hier al."));
        let back = neighbour.get("/lessen.json").await;
        assert!(back.body.contains(&late.to_string()) && back.body.contains("Stad Leyhoven"));
        assert_eq!(officer.post("/werk/lessen/inlezen", &[("words", &back.body)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.visitor().get("/lessen").await.body.matches("De kinderopvang was pas").count(), 1);

        for (words, says) in [
            ("", "Kies een bestand"),
            ("geen json", "Dit is geen bestand met lessen."),
            ("{\"format\":\"meemaak-lessons\",\"version\":9,\"municipality\":\"X\",\"lessons\":[]}", "nieuwere versie"),
            ("{\"format\":\"meemaak-lessons\",\"version\":1,\"municipality\":\"X\",\"lessons\":[{}]}", "in het bestand is niet te lezen"),
        ] {
            let refused = officer.post("/werk/lessen/inlezen", &[("words", words)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(refused.shows(says), "{words}: {}", refused.body);
        }
        for role in [Role::Moderator, Role::Researcher] {
            let refused = house.as_role(role).post("/werk/lessen/inlezen", &[("words", &file.body)]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role}");
        }
    }
}

#[tokio::test]
async fn what_fits_a_design_is_what_it_shares_and_what_did_not_work_comes_first() {
    for engine in engines() {
        let house = house(engine).await;
        let area = house.leyhoven.molenveld;
        let at = house.clock.now();
        let lesson = |nth: u128, worked, area, theme: Option<&str>, effects: &[&str], process| Lesson {
            id: Uuid::from_u128(nth),
            process,
            text: LanguageSet::written(Language::NL, format!("Les {nth}")),
            advice: LanguageSet::written(Language::NL, "Doe het anders."),
            worked,
            area,
            theme: theme.map(str::to_owned),
            effects: effects.iter().map(|it| (*it).to_owned()).collect(),
            at,
        };
        let all = vec![
            lesson(1, Worked::Yes, Some(area), Some("groen"), &["effect.trust"], None),
            lesson(2, Worked::No, None, Some("Groen"), &[], None),
            lesson(3, Worked::No, Some(area), Some("groen"), &[], None),
            lesson(4, Worked::Partly, None, None, &["effect.trust"], None),
            lesson(5, Worked::No, Some(house.leyhoven.centre), Some("verkeer"), &["value.inclusion"], None),
            lesson(6, Worked::No, Some(area), None, &[], Some(SQUARE)),
        ];
        let (tenant, civil, actor) = (house.tenant(), house.leyhoven.tenant.civil.clone(), house.actor(Role::ParticipationOfficer));
        store::write!(house.store(), [civil, actor, all], |tx| {
            let act = journey::Act { tenant, actor: &actor, at, civil: &civil };
            for lesson in &all {
                memory::keep(tx, &act, lesson).await?;
            }
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
        let mut s = house.store().read().await.unwrap();
        let of =
            Circumstances { process: Some(SQUARE), areas: vec![area], themes: vec!["groen".into()], effects: vec!["effect.trust".into()] };
        let ids = |rows: Vec<memory::LessonRow>| rows.into_iter().map(|row| row.lesson.id.as_u128()).collect::<Vec<_>>();
        assert_eq!(ids(memory::fitting(&mut s, tenant, &of, 10).await.unwrap()), [3, 2, 4, 1]);
        assert_eq!(ids(memory::fitting(&mut s, tenant, &of, 2).await.unwrap()), [3, 2]);
        assert!(memory::fitting(&mut s, tenant, &Circumstances::default(), 10).await.unwrap().is_empty(), "nothing shared, nothing shown");
        assert!(memory::fitting(&mut s, house.buurstad.tenant.id, &of, 10).await.unwrap().is_empty());
        assert_eq!(memory::lessons(&mut s, tenant, SQUARE).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_long_list_goes_on_without_losing_or_repeating_a_lesson() {
    let house = house(Engine::Sqlite).await;
    let officer = house.as_role(Role::ParticipationOfficer);
    for nth in 0..35 {
        let text = format!("Les nummer {nth} van vijfendertig.");
        let worked = ["no", "partly", "yes"][nth % 3];
        kept(&officer, &[("text", &text), ("advice", "Anders."), ("worked", worked), ("theme", "groen en water")]).await;
        house.clock.set(house.clock.now().plus_seconds(60));
    }
    let mut path = Some("/lessen?thema=groen%20en%20water".to_owned());
    let mut seen = Vec::new();
    while let Some(at) = path.take() {
        let page = house.visitor().get(&at).await;
        assert_eq!(page.status, StatusCode::OK, "{at}");
        seen.extend(page.body.match_indices("Les nummer ").map(|(at, _)| page.body[at + 11..].split(' ').next().unwrap().to_owned()));
        path = page
            .body
            .split("rel=\"next\" href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .map(|href| href.replace("&amp;", "&").replace("&#38;", "&"));
    }
    assert_eq!(seen.len(), 35);
    let different: std::collections::BTreeSet<&String> = seen.iter().collect();
    assert_eq!(different.len(), 35);
}
