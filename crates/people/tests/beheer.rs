//! The administration over HTTP, on both databases, beside a neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use async_trait::async_trait;
use axum::http::StatusCode;
use kernel::{AccountId, Actor, IdentityId, JobId, Language, PublicNumber, TenantId};
use people::tables::{self, accounts, grants};
use people::testing::{Browser, Options, Page, TestHouse};
use people::vault::{self, Identity};
use people::{Holder, Permission, Role, Routes, Scope, Thing};
use std::sync::{Arc, Mutex};
use store::jobs::{self, NewJob};
use store::{Engine, Session, Tx};

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(engine, &[], &[], Routes::new("people-test")).await
}

/// The number of entries in the journal: what tells whether anything was changed.
async fn entries(house: &TestHouse) -> usize {
    let mut session = house.store().read().await.unwrap();
    store::journal::latest(&mut session, house.tenant(), None, None, 10_000).await.unwrap().len()
}

/// Whether the journal says that this happened.
async fn happened(house: &TestHouse, kind: &str) -> bool {
    let mut session = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut session, house.tenant(), None, None, 10_000).await.unwrap();
    all.iter().any(|entry| entry.kind == kind && entry.actor != Actor::System)
}

fn admin(house: &TestHouse) -> Browser {
    house.as_role(Role::Administrator)
}

fn refused(page: &Page, field: &str, words: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
    assert!(page.shows(&format!("<a href=\"#{field}\">")), "no link to {field}: {}", page.body);
    assert!(page.shows(words), "«{words}» is not said: {}", page.body);
}

fn led(page: &Page, to: &str) {
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::SEE_OTHER, Some(to)), "{}", page.body);
}

/// Every page with a parameter, filled with what exists in Leyhoven.
async fn pages(house: &TestHouse) -> Vec<(String, Permission)> {
    let account = house.account(Role::Specialist);
    let mut session = house.store().read().await.unwrap();
    let grant = grants::of_account(&mut session, house.tenant(), account).await.unwrap()[0].id;
    drop(session);
    let place = &house.leyhoven;
    let tenant = Permission::ManageTenant;
    let accounts = Permission::ManageAccounts;
    vec![
        ("/beheer/gemeente".to_owned(), tenant),
        ("/beheer/uiterlijk".to_owned(), tenant),
        ("/beheer/termijnen".to_owned(), tenant),
        ("/beheer/diensten".to_owned(), tenant),
        (format!("/beheer/diensten/{}", place.green), tenant),
        ("/beheer/organisaties".to_owned(), tenant),
        (format!("/beheer/organisaties/{}", place.de_kring), tenant),
        ("/beheer/wijken".to_owned(), tenant),
        ("/beheer/wijken/inlezen".to_owned(), tenant),
        (format!("/beheer/wijken/{}", place.molenveld), tenant),
        ("/beheer/bewaren".to_owned(), tenant),
        ("/beheer/personen".to_owned(), accounts),
        ("/beheer/personen/nieuw".to_owned(), accounts),
        (format!("/beheer/personen/{account}"), accounts),
        (format!("/beheer/personen/{account}/rol"), accounts),
        (format!("/beheer/rollen/{grant}"), accounts),
        ("/beheer/rechten".to_owned(), accounts),
        ("/beheer/rechten/moderator".to_owned(), accounts),
        ("/beheer/taken".to_owned(), Permission::ManageJobs),
        ("/beheer/logboek".to_owned(), Permission::ReadJournal),
        ("/beheer/inzage".to_owned(), Permission::ReadJournal),
        ("/beheer/wissen".to_owned(), Permission::SeeIdentity),
    ]
}

#[tokio::test]
async fn every_page_opens_for_whom_it_is_in_both_languages_and_for_nobody_else() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let officer = house.as_role(Role::ParticipationOfficer);
        let researcher = house.as_role(Role::Researcher);
        let neighbour = house.as_neighbour(Role::Administrator);
        for (path, permission) in pages(&house).await {
            let right = if permission == Permission::SeeIdentity { &officer } else { &browser };
            for language in ["nl", "en", "ar"] {
                let separator = if path.contains('?') { '&' } else { '?' };
                let page = right.get(&format!("{path}{separator}taal={language}")).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                assert!(
                    !page.shows("⟦"),
                    "{path} in {language} lacks {}",
                    page.body.split('⟦').nth(1).unwrap_or_default().split('⟧').next().unwrap()
                );
                assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
            }
            right.get("/beheer?taal=nl").await;
            assert_eq!(researcher.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
            let visitor = house.visitor().get(&path).await;
            assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{path}");
            assert!(visitor.location.unwrap().starts_with("/aanmelden"), "{path}");
            if path.contains('-') && !path.contains("rechten") {
                assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND, "{path} of another municipality");
            }
        }
        assert_eq!(browser.get("/beheer/diensten/geen-id").await.status, StatusCode::NOT_FOUND);
        assert!(browser.get("/beheer").await.shows("/beheer/personen"));
        assert!(!officer.get("/beheer").await.shows("/beheer/personen"), "only what one may open is listed");
        assert_eq!(researcher.get("/beheer").await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn the_wrong_role_changes_nothing() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let account = house.account(Role::Specialist);
        let mut session = house.store().read().await.unwrap();
        let grant = grants::of_account(&mut session, house.tenant(), account).await.unwrap()[0].id;
        drop(session);
        let place = &house.leyhoven;
        let job = JobId::new(house.app.clock.now(), house.app.random.as_ref());
        let before = entries(&house).await;
        for path in [
            "/beheer/gemeente".to_owned(),
            "/beheer/uiterlijk".to_owned(),
            "/beheer/uiterlijk/logo".to_owned(),
            "/beheer/termijnen".to_owned(),
            "/beheer/diensten".to_owned(),
            format!("/beheer/diensten/{}", place.green),
            "/beheer/organisaties".to_owned(),
            format!("/beheer/organisaties/{}", place.de_kring),
            "/beheer/wijken".to_owned(),
            "/beheer/wijken/inlezen".to_owned(),
            format!("/beheer/wijken/{}", place.centre),
            "/beheer/personen/nieuw".to_owned(),
            format!("/beheer/personen/{account}"),
            format!("/beheer/personen/{account}/wachtwoord"),
            format!("/beheer/personen/{account}/tweede-stap"),
            format!("/beheer/personen/{account}/einde"),
            format!("/beheer/personen/{account}/rol"),
            format!("/beheer/rollen/{grant}/einde"),
            format!("/beheer/rollen/{grant}/vervanger"),
            "/beheer/rechten".to_owned(),
            "/beheer/rechten/moderator".to_owned(),
            format!("/beheer/taken/{job}"),
            "/beheer/wissen".to_owned(),
        ] {
            let fields = [("name", "Nieuw"), ("code", "nieuw"), ("last", "2099-01-01"), ("do", "remove")];
            for role in [Role::DepartmentHead, Role::Intermediary, Role::Researcher] {
                let page = house.as_role(role).post(&path, &fields).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{role} at {path}");
            }
            let untrusted = admin(&house).without_token().post(&path, &fields).await;
            assert_eq!(untrusted.status, StatusCode::FORBIDDEN, "without a token at {path}");
            if path.matches('/').count() > 2 && path.contains('-') && !path.contains("taken") {
                let page = house.as_neighbour(Role::Administrator).post(&path, &fields).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "the neighbour at {path}");
            }
        }
        assert_eq!(entries(&house).await, before, "nothing was written");
    }
}

#[tokio::test]
async fn a_department_head_with_a_grant_for_one_department_manages_nothing_of_the_whole() {
    let house = house(Engine::Sqlite).await;
    let head = house.account(Role::DepartmentHead);
    house.give(head, Role::Administrator, Scope::Department(house.leyhoven.public_space)).await.unwrap();
    let browser = house.as_account(head);
    for (path, _) in pages(&house).await.into_iter().filter(|(_, permission)| *permission != Permission::SeeIdentity) {
        assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

const SETTINGS: [(&str, &str); 12] = [
    ("name", "Leyhoven aan de Ley"),
    ("phone", "09 555 01 21"),
    ("address", "Markt 2\n9999 Leyhoven"),
    ("mail", "hallo@leyhoven.test"),
    ("hours", "elke dag"),
    ("zone", "Europe/Amsterdam"),
    ("languages", "nl"),
    ("languages", "en"),
    ("language", "en"),
    ("reviewed", "nl"),
    ("words", "dutch"),
    ("x", "y"),
];

fn without<'a>(fields: &[(&'a str, &'a str)], name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut changed: Vec<_> = fields.iter().copied().filter(|(key, _)| *key != name).collect();
    if let Some((key, _)) = fields.iter().find(|(key, _)| *key == name) {
        changed.push((key, value));
    }
    changed
}

#[tokio::test]
async fn settings_hold_on_the_next_page_and_mistakes_lose_nothing() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        assert!(browser.get("/beheer/gemeente").await.shows("value=\"Stad Leyhoven\""));
        led(&browser.post("/beheer/gemeente", &SETTINGS).await, "/beheer/gemeente");
        assert!(happened(&house, "tenant-changed").await);
        let tenant = house.app.tenant_at("leyhoven.test").await.unwrap().unwrap();
        assert_eq!(
            (tenant.name.as_str(), tenant.language, tenant.civil.zone.name()),
            ("Leyhoven aan de Ley", Language::EN, "Europe/Amsterdam")
        );
        assert_eq!(tenant.languages, [Language::NL, Language::EN]);
        assert_eq!(tenant.terms_words.code(), "dutch");
        assert!(house.visitor().get("/privacy").await.shows("Leyhoven aan de Ley"));
        assert!(house.visitor().get("/privacy").await.shows("09 555 01 21"));

        let before = entries(&house).await;
        for (name, value, words) in [
            ("name", "", "Vul dit veld in."),
            ("zone", "Mars/Olympus", "Deze tijdzone bestaat niet."),
            ("mail", "geen adres", "Schrijf een mailadres"),
            ("words", "vlaams", "Kies een van de mogelijkheden."),
            ("language", "ar", "Kies een taal die u hierboven aanvinkte."),
        ] {
            let page = browser.post("/beheer/gemeente", &without(&SETTINGS, name, value)).await;
            refused(&page, name, words);
            assert!(page.shows("elke dag"), "what was typed is kept");
        }
        let silent = without(&without(&SETTINGS, "phone", ""), "address", "");
        refused(&browser.post("/beheer/gemeente", &silent).await, "phone", "Niet iedereen heeft een scherm.");
        let long = "a".repeat(1_000_000);
        refused(&browser.post("/beheer/gemeente", &without(&SETTINGS, "name", &long)).await, "name", "Deze tekst telt 1.000.000 tekens.");
        assert_eq!(entries(&house).await, before);
    }
}

const COLOURS: [(&str, &str); 9] = [
    ("accent", "#0f5650"),
    ("on-accent", "#ffffff"),
    ("ink", "#1f292e"),
    ("quiet", "#555f61"),
    ("paper", "#ffffff"),
    ("panel", "#eeeeee"),
    ("mark", "#8a4d06"),
    ("alarm", "#9f2b1d"),
    ("letters", "plain"),
];

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn colours_that_cannot_be_read_are_refused_and_a_logo_is_looked_at() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        led(&browser.post("/beheer/uiterlijk", &COLOURS).await, "/beheer/uiterlijk");
        let style = house.visitor().get("/thema.css").await;
        assert!(style.shows("--mm-paper:#ffffff") && style.shows("--mm-radius:0"));

        let before = entries(&house).await;
        let faint = browser.post("/beheer/uiterlijk", &without(&COLOURS, "quiet", "#aaaaaa")).await;
        refused(&faint, "quiet", "De stille letters op De achtergrond is niet goed te lezen: het contrast is 2.3, nodig is 4.5.");
        assert!(faint.shows("value=\"#aaaaaa\""));
        refused(&browser.post("/beheer/uiterlijk", &without(&COLOURS, "ink", "red;}body{")).await, "ink", "Schrijf een kleur zoals");
        assert_eq!(entries(&house).await, before);

        let sent = browser.post_files("/beheer/uiterlijk/logo", &[], &[("logo", "logo.png", "image/png", &png(300, 200))]).await;
        led(&sent, "/beheer/uiterlijk");
        let logo = house.visitor().get("/logo").await;
        assert_eq!(logo.status, StatusCode::OK);
        assert!(logo.bytes.starts_with(b"\x89PNG"));
        assert_eq!(house.visitor().on("buurstad.test").get("/logo").await.status, StatusCode::NOT_FOUND);
        for (bytes, words) in
            [(&b"<svg/>"[..], "geen PNG en geen JPEG"), (&png(2_100, 4)[..], "2000 punten"), (b"\x89PNG\r\n\x1a\n!", "beschadigd")]
        {
            refused(&browser.post_files("/beheer/uiterlijk/logo", &[], &[("logo", "x.png", "image/png", bytes)]).await, "logo", words);
        }
        assert_eq!(house.visitor().get("/logo").await.bytes, logo.bytes, "the old one stays");
        led(&browser.post("/beheer/uiterlijk/logo", &[("do", "remove")]).await, "/beheer/uiterlijk");
        assert_eq!(house.visitor().get("/logo").await.status, StatusCode::NOT_FOUND);
        led(&browser.post("/beheer/uiterlijk", &[("do", "reset")]).await, "/beheer/uiterlijk");
        assert!(house.visitor().get("/thema.css").await.shows("--mm-paper:#fdfcf9"));
    }
}

#[tokio::test]
async fn the_words_of_the_office_are_kept_and_a_line_that_does_not_read_is_named() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let kept = async || house.app.tenant_at("leyhoven.test").await.unwrap().unwrap().plain_words.clone();
        let list = "Beheerplan = afspraken over het onderhoud\n\n  visie=plan\nbeheerplan = onderhoudsplan";
        led(&browser.post("/beheer/woorden", &[("words", list)]).await, "/beheer/woorden");
        let words = kept().await;
        assert_eq!(
            words.iter().map(|it| (&*it.word, &*it.better)).collect::<Vec<_>>(),
            [("visie", "plan"), ("beheerplan", "onderhoudsplan")]
        );
        assert!(browser.get("/beheer/woorden").await.shows("visie = plan"));
        refused(&browser.post("/beheer/woorden", &[("words", "visie = plan\nzonder is-teken")]).await, "words", "«zonder is-teken»");
        let many: String = (0..301).map(|n| format!("w{n} = x\n")).collect();
        refused(&browser.post("/beheer/woorden", &[("words", &many)]).await, "words", "300");
        refused(&browser.post("/beheer/woorden", &[("words", &"é".repeat(1 << 18))]).await, "words", "lezen wij niet");
        assert_eq!(kept().await, words, "what was refused changed nothing");
        let officer = house.as_role(people::Role::ParticipationOfficer);
        assert_eq!(officer.post("/beheer/woorden", &[("words", "a = b")]).await.status, axum::http::StatusCode::FORBIDDEN);
        assert_eq!(kept().await, words);
    }
}

#[tokio::test]
async fn terms_and_closing_days_hold_for_the_calendar() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let names = [
            "receive",
            "screen",
            "refer",
            "park",
            "bundle",
            "accept",
            "frames",
            "assess",
            "question",
            "table",
            "means",
            "escalate",
            "advise",
            "feed-back",
            "react",
            "plan",
            "confirm",
            "integrate",
            "funding",
        ];
        let units: Vec<String> = names.iter().map(|name| format!("{name}-unit")).collect();
        let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, "7")).collect();
        fields.extend(units.iter().map(|unit| (unit.as_str(), "working")));
        fields.extend([("holidays", "dutch"), ("closed", "2026-07-20\n\n2026-07-20\n2026-05-01")]);
        led(&browser.post("/beheer/termijnen", &without(&fields, "react-unit", "days")).await, "/beheer/termijnen");
        let civil = house.app.tenant_at("leyhoven.test").await.unwrap().unwrap().civil.clone();
        assert_eq!(civil.terms.accept, kernel::Term::Working(7));
        assert_eq!(civil.terms.react, kernel::Term::Days(7));
        assert_eq!(civil.calendar.holidays, kernel::Holidays::Dutch);
        assert_eq!(civil.calendar.closed.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-05-01", "2026-07-20"]);
        assert!(browser.get("/beheer/termijnen").await.shows("2026-05-01\n2026-07-20</textarea>"));
        for (name, value, words) in [
            ("accept", "0", "van 1 tot 400"),
            ("accept", "veel", "van 1 tot 400"),
            ("accept-unit", "uren", "van 1 tot 400"),
            ("closed", "2026-02-30", "«2026-02-30» is geen dag."),
            ("holidays", "", "Kies een van de mogelijkheden."),
        ] {
            let field = name.trim_end_matches("-unit");
            refused(&browser.post("/beheer/termijnen", &without(&fields, name, value)).await, field, words);
        }
    }
}

#[tokio::test]
async fn departments_organisations_and_areas_are_made_changed_and_never_doubled() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let tenant = house.tenant();
        led(&browser.post("/beheer/diensten", &[("name", "Cultuur"), ("code", "culture"), ("mail", "")]).await, "/beheer/diensten");
        refused(&browser.post("/beheer/diensten", &[("name", "Kunst"), ("code", "culture")]).await, "code", "Deze code is al in gebruik.");
        refused(&browser.post("/beheer/diensten", &[("name", " "), ("code", "x")]).await, "name", "Vul dit veld in.");
        let green = format!("/beheer/diensten/{}", house.leyhoven.green);
        led(&browser.post(&green, &[("name", "Groen en water"), ("code", "green"), ("ended", "2026-12-31")]).await, "/beheer/diensten");
        refused(&browser.post(&green, &[("name", "Groen"), ("code", "finance")]).await, "code", "Deze code is al in gebruik.");
        refused(
            &browser.post(&green, &[("name", "Groen"), ("code", "green"), ("ended", "ooit")]).await,
            "ended",
            "Schrijf een dag die bestaat",
        );
        let mut session = house.store().read().await.unwrap();
        let names: Vec<String> = tables::departments(&mut session, tenant).await.unwrap().into_iter().map(|it| it.name).collect();
        drop(session);
        assert_eq!(names, ["Cultuur", "Financiën", "Groen en water", "Openbaar domein"]);

        led(&browser.post("/beheer/organisaties", &[("name", "Het Web"), ("contact", "Ann, 09 1")]).await, "/beheer/organisaties");
        refused(&browser.post("/beheer/organisaties", &[("name", "De Kring")]).await, "name", "Deze naam is al in gebruik.");
        let kring = format!("/beheer/organisaties/{}", house.leyhoven.de_kring);
        led(&browser.post(&kring, &[("name", "De Kring vzw"), ("contact", "")]).await, "/beheer/organisaties");
        assert!(browser.get("/beheer/organisaties").await.shows("De Kring vzw"));

        let centre = house.leyhoven.centre.to_string();
        let molenveld = house.leyhoven.molenveld.to_string();
        led(&browser.post("/beheer/wijken", &[("name", "Hof"), ("code", "hof"), ("parent", &centre)]).await, "/beheer/wijken");
        refused(&browser.post("/beheer/wijken", &[("name", "Hof"), ("code", "hof")]).await, "code", "Deze code is al in gebruik.");
        let path = format!("/beheer/wijken/{centre}");
        led(&browser.post(&path, &[("name", "Centrum"), ("code", "centre"), ("parent", &molenveld)]).await, "/beheer/wijken");
        let circle = format!("/beheer/wijken/{molenveld}");
        let hof = {
            let mut session = house.store().read().await.unwrap();
            tables::areas(&mut session, tenant).await.unwrap().into_iter().find(|area| area.name == "Hof").unwrap().id.to_string()
        };
        for parent in [&molenveld, &centre, &hof] {
            refused(
                &browser.post(&circle, &[("name", "Molenveld"), ("code", "molenveld"), ("parent", parent)]).await,
                "parent",
                "Een wijk kan niet in zichzelf liggen.",
            );
        }
        let foreign = house.buurstad.centre.to_string();
        refused(&browser.post(&path, &[("name", "Centrum"), ("code", "centre"), ("parent", &foreign)]).await, "parent", "Kies een van");
        assert!(browser.get(&circle).await.shows("<li>Molenstraat</li>"));
    }
}

const AREAS: &str = r#"{"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"naam":"Centrum","code":"centre"},"geometry":{"type":"Polygon","coordinates":[[[103000,193000],[105000,193000],[105000,195000],[103000,195000],[103000,193000]]]}},
  {"type":"Feature","properties":{"naam":"Hof","code":"hof","binnen":"centre"},"geometry":{"type":"Polygon","coordinates":[[[103000,193000],[103500,193000],[103500,193500],[103000,193500],[103000,193000]]]}}
]}"#;

const STREETS: &str = r#"{"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"naam":"Kerkstraat"},"geometry":{"type":"LineString","coordinates":[[104000,194000],[104100,194000],[104200,194000]]}},
  {"type":"Feature","properties":{"naam":"Kerkstraat"},"geometry":{"type":"LineString","coordinates":[[104200,194000],[104300,194000],[104400,194000]]}},
  {"type":"Feature","properties":{"naam":"Hofpad"},"geometry":{"type":"LineString","coordinates":[[103100,193100],[103200,193200],[103300,193300]]}},
  {"type":"Feature","properties":{"naam":"Molenstraat","wijk":"molenveld"},"geometry":{"type":"LineString","coordinates":[[100000,190000],[100100,190000]]}},
  {"type":"Feature","properties":{"naam":"Nergens"},"geometry":{"type":"LineString","coordinates":[[150000,170000],[150100,170000]]}}
]}"#;

#[tokio::test]
async fn areas_and_streets_come_from_a_file_and_a_second_time_changes_nothing() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let tenant = house.tenant();
        let send = async |kind: &str, partial: bool, file: &str| {
            let mut fields = vec![("kind", kind), ("grid", "lambert72")];
            if partial {
                fields.push(("partial", "yes"));
            }
            browser.post_files("/beheer/wijken/inlezen", &fields, &[("file", "x.geojson", "application/geo+json", file.as_bytes())]).await
        };
        for _ in 0..2 {
            led(&send("areas", false, AREAS).await, "/beheer/wijken");
            let mut session = house.store().read().await.unwrap();
            let areas = tables::areas(&mut session, tenant).await.unwrap();
            drop(session);
            assert_eq!(areas.iter().map(|area| area.name.as_str()).collect::<Vec<_>>(), ["Centrum", "Hof", "Molenveld"]);
            assert_eq!(areas[0].id, house.leyhoven.centre, "the code says that it is the same area");
            assert_eq!(areas[1].parent, Some(areas[0].id));
            assert!(areas[0].shape.as_deref().is_some_and(|shape| shape.contains("3.69")), "{:?}", areas[0].shape);
        }
        let before = entries(&house).await;
        let page = send("streets", false, STREETS).await;
        refused(&page, "file", "Eén rij kan niet. Er is niets bewaard. Goede rijen: 3.");
        assert!(page.shows("Nergens") && page.shows("de straat ligt in geen enkele wijk op de kaart"));
        assert_eq!(entries(&house).await, before, "all or nothing, unless the good rows are asked for");
        let page = send("streets", true, STREETS).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.shows("Ingelezen: 3. Niet ingelezen: 1."), "{}", page.body);
        let mut session = house.store().read().await.unwrap();
        let hof = tables::areas(&mut session, tenant).await.unwrap()[1].id;
        let in_hof = tables::streets(&mut session, tenant, Some(hof)).await.unwrap();
        let in_centre = tables::streets(&mut session, tenant, Some(house.leyhoven.centre)).await.unwrap();
        let in_molenveld = tables::streets(&mut session, tenant, Some(house.leyhoven.molenveld)).await.unwrap();
        drop(session);
        assert_eq!(in_hof.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Hofpad"], "the innermost area");
        assert_eq!(in_centre.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Kerkstraat"], "pieces are one street");
        assert!(in_centre[0].shape.as_deref().unwrap().contains("MultiLineString"));
        assert_eq!(in_molenveld.len(), 1, "the street that was there got its line");
        assert_eq!(in_molenveld[0].id, house.leyhoven.molenstraat);

        let csv = browser
            .post_files(
                "/beheer/wijken/inlezen",
                &[("kind", "streets"), ("grid", "wgs84")],
                &[("file", "x.csv", "text/csv", "naam;wijk\nLange weg;Molenveld\nKorte weg;Weide\n".as_bytes())],
            )
            .await;
        refused(&csv, "file", "Eén rij kan niet.");
        assert!(csv.shows(">3</td><td>Korte weg</td><td>De wijk die hier staat, bestaat niet."), "{}", csv.body);
        refused(&browser.post("/beheer/wijken/inlezen", &[("kind", "areas"), ("grid", "wgs84")]).await, "file", "Kies een bestand.");
        refused(&send("areas", true, "geen bestand").await, "file", "Er staat geen kolom «naam»");
        refused(&send("niets", true, AREAS).await, "kind", "Kies een van de mogelijkheden.");
    }
}

async fn by_mail(house: &TestHouse, mail: &str) -> accounts::Account {
    let mut session = house.store().read().await.unwrap();
    accounts::by_mail(&mut session, house.tenant(), mail).await.unwrap().expect("an account")
}

fn password_on(page: &Page) -> String {
    page.body.split("<code dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_new_account_gets_a_password_that_is_shown_once_and_works() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let green = house.leyhoven.green.to_string();
        let kring = house.leyhoven.de_kring.to_string();
        let made = browser
            .post("/beheer/personen/nieuw", &[("name", "Noor Peeters"), ("mail", "Noor@Leyhoven.test "), ("department", &green)])
            .await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        assert!(happened(&house, "account-made").await);
        let password = password_on(&made);
        let account = by_mail(&house, "noor@leyhoven.test").await;
        assert_eq!((account.name.as_str(), account.department), ("Noor Peeters", Some(house.leyhoven.green)));
        let page = browser.get(&format!("/beheer/personen/{}", account.id)).await;
        assert!(!page.shows(&password) && page.shows("Deze persoon heeft nog geen rol"));
        let signed_in = house.visitor().post("/aanmelden", &[("mail", "noor@leyhoven.test"), ("password", &password)]).await;
        assert_eq!(signed_in.status, StatusCode::SEE_OTHER, "{}", signed_in.body);

        let again = browser.post("/beheer/personen/nieuw", &[("name", "Noor"), ("mail", "noor@leyhoven.test")]).await;
        refused(&again, "mail", "Er is al een account met dit mailadres.");
        let both = [("name", "Bo"), ("mail", "bo@leyhoven.test"), ("department", &*green), ("organisation", &*kring)];
        refused(&browser.post("/beheer/personen/nieuw", &both).await, "organisation", "niet allebei");
        let foreign = house.buurstad.green.to_string();
        let page = browser.post("/beheer/personen/nieuw", &[("name", "Bo"), ("mail", "bo@leyhoven.test"), ("department", &foreign)]).await;
        refused(&page, "department", "Kies een van");

        let renewed = browser.post(&format!("/beheer/personen/{}/wachtwoord", account.id), &[]).await;
        assert_ne!(password_on(&renewed), password);
        let old = house.visitor().post("/aanmelden", &[("mail", "noor@leyhoven.test"), ("password", &password)]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);

        let path = format!("/beheer/personen/{}", account.id);
        led(&browser.post(&path, &[("name", "Noor Maes"), ("mail", "noor.maes@leyhoven.test")]).await, &path);
        led(&browser.post(&format!("{path}/einde"), &[]).await, &path);
        assert!(browser.get(&path).await.shows("Dit account is beëindigd op"));
        assert_eq!(browser.post(&format!("{path}/wachtwoord"), &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(browser.get(&format!("{path}/rol")).await.status, StatusCode::CONFLICT);
        let own = format!("/beheer/personen/{}", house.account(Role::Administrator));
        for act in ["einde", "tweede-stap", "rol"] {
            assert_eq!(browser.post(&format!("{own}/{act}"), &[]).await.status, StatusCode::CONFLICT, "{act} of oneself");
        }
    }
}

#[tokio::test]
async fn a_role_holds_for_its_scope_its_period_and_its_substitute() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let tenant = house.tenant();
        let researcher = house.account(Role::Researcher);
        let moderator = house.account(Role::Moderator);
        let today = house.leyhoven.tenant.civil.zone.date(house.app.clock.now());
        let (from, last, later) = (today.to_string(), today.plus_days(10).to_string(), today.plus_days(20));
        let molenveld = house.leyhoven.molenveld.to_string();
        let path = format!("/beheer/personen/{researcher}");
        let role = [("role", "screener"), ("scope", "area"), ("area", &*molenveld), ("from", &*from), ("until", &*last)];
        let give = format!("{path}/rol");
        refused(&browser.post(&give, &role).await, "role", "Kies een van");
        let role = without(&role, "role", "neighbourhood-manager");
        refused(&browser.post(&give, &without(&role, "area", "")).await, "area", "Kies een van");
        refused(&browser.post(&give, &without(&role, "until", "2020-01-01")).await, "until", "De laatste dag ligt vóór de eerste.");
        refused(&browser.post(&give, &without(&role, "scope", "process")).await, "process", "Hierin staat geen project.");
        led(&browser.post(&give, &role).await, &path);
        assert!(happened(&house, "role-granted").await);
        let may = async |account: AccountId, day| {
            let mut session = house.store().read().await.unwrap();
            let thing = Thing::tenant().in_area(house.leyhoven.molenveld);
            tables::who_has(&mut session, tenant, Permission::Answer, &thing, day).await.unwrap().contains(&account)
        };
        assert!(may(researcher, today).await && !may(researcher, later).await);
        assert!(browser.get(&path).await.shows("Eén wijk: Molenveld"));

        let mut session = house.store().read().await.unwrap();
        let held = grants::of_account(&mut session, tenant, researcher).await.unwrap();
        let grant = held.iter().find(|grant| grant.role == "neighbourhood-manager").unwrap().id;
        let mail = tables::account(&mut session, tenant, moderator).await.unwrap().unwrap().mail;
        drop(session);
        let stand_in = format!("/beheer/rollen/{grant}/vervanger");
        let fields = [("mail", &*mail), ("from", &*from), ("until", &*from)];
        led(&browser.post(&stand_in, &fields).await, &path);
        assert!(may(moderator, today).await && !may(moderator, today.plus_days(1)).await);
        refused(&browser.post(&stand_in, &without(&fields, "mail", "niemand@leyhoven.test")).await, "mail", "Er is geen ander account");
        led(&browser.post(&stand_in, &[("do", "remove")]).await, &path);
        assert!(!may(moderator, today).await);

        let end = format!("/beheer/rollen/{grant}/einde");
        refused(&browser.post(&end, &[("last", "2020-01-01")]).await, "last", "Deze dag is voorbij.");
        led(&browser.post(&end, &[("last", &from)]).await, &path);
        assert!(may(researcher, today).await && !may(researcher, today.plus_days(1)).await);

        let partner = format!("/beheer/personen/{}/rol", house.account(Role::Intermediary));
        let whole = [("role", "researcher"), ("scope", "tenant"), ("from", &*from)];
        refused(&browser.post(&partner, &whole).await, "scope", "alleen rollen voor die organisatie");
        let own = format!("/beheer/personen/{}/rol", house.account(Role::Administrator));
        assert_eq!(browser.post(&own, &whole).await.status, StatusCode::CONFLICT, "nobody gives a role to oneself");
    }
}

#[tokio::test]
async fn a_municipality_changes_roles_and_makes_its_own_and_nobody_changes_ones_own() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let browser = admin(&house);
        let may = async |permission: Permission| {
            let mut session = house.store().read().await.unwrap();
            let today = house.leyhoven.tenant.civil.zone.date(house.app.clock.now());
            let found = tables::who_has(&mut session, house.tenant(), permission, &Thing::tenant(), today).await.unwrap();
            found.contains(&house.account(Role::Moderator))
        };
        assert!(!may(Permission::Screen).await);
        let fields = [("permissions", "moderate"), ("permissions", "screen")];
        led(&browser.post("/beheer/rechten/moderator", &fields).await, "/beheer/rechten");
        assert!(happened(&house, "role-saved").await && may(Permission::Screen).await);
        let mut session = house.store().read().await.unwrap();
        let next_door = tables::roles::roles(&mut session, house.buurstad.tenant.id).await.unwrap();
        drop(session);
        let theirs = next_door.iter().find(|row| row.code == "moderator").unwrap();
        assert!(!theirs.permissions.holds(Permission::Screen), "the neighbour's role is another");
        refused(&browser.post("/beheer/rechten/moderator", &[]).await, "permissions", "Kies minstens één recht.");
        assert_eq!(browser.post("/beheer/rechten/administrator", &fields).await.status, StatusCode::CONFLICT);
        assert_eq!(browser.post("/beheer/rechten/niets", &fields).await.status, StatusCode::NOT_FOUND);
        let made = [("name", "Buurtcoach"), ("permissions", "read-staff")];
        led(&browser.post("/beheer/rechten", &made).await, "/beheer/rechten");
        assert!(browser.get("/beheer/rechten").await.shows("Buurtcoach"));
        refused(&browser.post("/beheer/rechten", &made).await, "name", "Deze naam is al in gebruik.");
        refused(&browser.post("/beheer/rechten", &[("name", "Leeg")]).await, "permissions", "Kies minstens één recht.");
        // Another person with the key may change the administrator's role, but not throw the key away.
        let researcher = house.account(Role::Researcher);
        led(&browser.post("/beheer/rechten/researcher", &[("permissions", "manage-accounts")]).await, "/beheer/rechten");
        let other = house.as_account(researcher);
        refused(&other.post("/beheer/rechten/administrator", &fields).await, "permissions", "De beheerder houdt het recht");
    }
}

#[tokio::test]
async fn people_are_listed_a_page_at_a_time() {
    let house = house(Engine::Sqlite).await;
    let (tenant, app) = (house.tenant(), &house.app);
    for at in 0..60 {
        let account = accounts::Account {
            id: AccountId::new(app.clock.now(), app.random.as_ref()),
            name: format!("Persoon {at:02}"),
            mail: format!("p{at}@leyhoven.test"),
            organisation: None,
            department: None,
            language: None,
            ended: None,
        };
        store::write!(app.store, [account, tenant], |tx| accounts::create(tx, tenant, &Actor::System, &account, None).await).await.unwrap();
    }
    let browser = admin(&house);
    let first = browser.get("/beheer/personen").await;
    assert_eq!(first.body.matches("<th scope=\"row\">").count(), 50);
    let next = first.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = browser.get(&next).await;
    assert!(second.shows("Persoon 59") && !second.shows("rel=\"next\""));
    assert!(!first.shows("Persoon 59"));
    let journal = browser.get("/beheer/logboek").await;
    let next = journal.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(browser.get(&next).await.shows("rel=\"prev\" href=\"/beheer/logboek\""));
}

#[tokio::test]
async fn what_failed_in_the_background_is_tried_again() {
    for engine in store::testing::engines() {
        let house = house(engine).await;
        let (tenant, at) = (house.tenant(), house.app.clock.now());
        store::write!(house.app.store, [tenant, at], |tx| {
            tx.enqueue(NewJob { tenant, kind: "test.fails", payload: serde_json::json!({}), due: at }).await
        })
        .await
        .unwrap();
        let worker = house.worker().on("test.fails", |_, _| Box::pin(async { Err("de mailserver <antwoordt> niet".to_owned()) }));
        for _ in 0..jobs::ATTEMPTS {
            worker.work_once().await.unwrap();
            house.clock.advance_days(2);
        }
        let browser = admin(&house);
        let page = browser.get("/beheer/taken").await;
        assert!(page.shows("test.fails") && page.shows("de mailserver &#60;antwoordt&#62; niet"), "{}", page.body);
        let action = page.body.split("action=\"/beheer/taken/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = format!("/beheer/taken/{action}");
        assert_eq!(house.as_neighbour(Role::Administrator).post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        led(&browser.post(&path, &[]).await, "/beheer/taken");
        assert!(happened(&house, "job-revived").await);
        assert!(browser.get("/beheer/taken").await.shows("Alles is gelukt."));
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "it is not dead any more");
    }
}

/// A room that knows who stands behind one number.
#[derive(Debug, Default)]
struct Room {
    known: Mutex<Option<(TenantId, PublicNumber, IdentityId)>>,
    erased: Arc<Mutex<Vec<IdentityId>>>,
}

#[async_trait]
impl Holder for Room {
    fn room(&self) -> &'static str {
        "test"
    }
    async fn export(&self, _: &mut Session, _: TenantId, _: IdentityId) -> Result<serde_json::Value, store::Error> {
        Ok(serde_json::json!({}))
    }
    async fn identity_of(&self, _: &mut Session, tenant: TenantId, number: &PublicNumber) -> Result<Option<IdentityId>, store::Error> {
        let known = self.known.lock().unwrap();
        Ok(known.as_ref().filter(|(held, it, _)| *held == tenant && it == number).map(|(_, _, identity)| *identity))
    }
    async fn erase(&self, _: &mut Tx, _: TenantId, identity: IdentityId) -> Result<(), store::Error> {
        self.erased.lock().unwrap().push(identity);
        Ok(())
    }
}

#[tokio::test]
async fn somebody_at_the_desk_is_erased_after_two_proofs_and_every_look_is_listed() {
    for engine in store::testing::engines() {
        let room = Arc::new(Room::default());
        let holders: Vec<Arc<dyn Holder>> = vec![Arc::clone(&room) as Arc<dyn Holder>];
        let options = Options { holders, ..Options::default() };
        let house = TestHouse::open_with(engine, &[], &[], Routes::new("people-test"), options).await;
        let (tenant, app) = (house.tenant(), &house.app);
        let number = PublicNumber::draw(app.random.as_ref());
        let id = house.identity();
        *room.known.lock().unwrap() = Some((tenant, number.clone(), id));
        let keeper = app.keeper(tenant, Actor::Resident);
        let who = Identity { name: "Fatima El Amrani".to_owned(), phone: "0470 12 34 56".to_owned(), ..Identity::default() };
        store::write!(app.store, [keeper, id, who], |tx| vault::keep(tx, &keeper, id, &who).await).await.unwrap();

        let officer = house.as_role(Role::ParticipationOfficer);
        let said = [("number", number.as_str()), ("name", "fatima el amrani"), ("other", "+32 470 12 34 56"), ("asked", "yes")];
        for (name, value, field, words) in [
            ("number", "x", "number", "Dit is geen nummer"),
            ("name", "", "number", "horen niet bij elkaar"),
            ("other", "", "other", "Vul dit veld in."),
            ("asked", "no", "asked", "Vraag het de persoon"),
            ("name", "Fatima", "number", "horen niet bij elkaar"),
            ("other", "0470 99 99 99", "number", "horen niet bij elkaar"),
        ] {
            let page = officer.post("/beheer/wissen", &without(&said, name, value)).await;
            refused(&page, field, words);
            assert!(!page.shows("0470 12 34 56"), "the vault shows nothing");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer).post("/beheer/wissen", &said).await;
        refused(&neighbour, "number", "horen niet bij elkaar");
        assert!(room.erased.lock().unwrap().is_empty());
        let looks = admin(&house).get("/beheer/inzage").await;
        assert!(looks.shows("Identiteit bekeken: Omdat de indiener het vroeg"), "{}", looks.body);
        assert!(!looks.shows("Fatima"));

        let export = [&said[..], &[("do", "export")]].concat();
        let handed_out = officer.post("/beheer/wissen", &export).await;
        assert_eq!(handed_out.status, StatusCode::OK);
        assert!(handed_out.shows("\"name\": \"Fatima El Amrani\"") && handed_out.shows("\"test\": {}"), "{}", handed_out.body);
        assert_eq!(handed_out.headers["content-disposition"], "attachment; filename=\"gegevens.json\"");
        assert!(happened(&house, "identity-exported").await && room.erased.lock().unwrap().is_empty());
        refused(&officer.post("/beheer/wissen", &without(&export, "name", "Fatima")).await, "number", "horen niet bij elkaar");

        led(&officer.post("/beheer/wissen", &said).await, "/beheer/wissen");
        assert!(room.erased.lock().unwrap().contains(&id));
        let held = store::write!(app.store, [keeper, id], |tx| vault::look(tx, &keeper, id, vault::Reason::Other).await).await.unwrap();
        assert_eq!(held, None);
        assert!(admin(&house).get("/beheer/inzage").await.shows("Identiteit gewist"));
        refused(&officer.post("/beheer/wissen", &said).await, "number", "er is niets om te wissen");
        let mut last = StatusCode::OK;
        for _ in 0..10 {
            last = officer.post("/beheer/wissen", &said).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS, "nobody guesses for ever");
    }
}

#[tokio::test]
async fn privacy_and_accessibility_are_told_in_every_language() {
    let house = house(Engine::Sqlite).await;
    for path in ["/privacy", "/toegankelijkheid"] {
        for language in ["nl", "en", "ar"] {
            let page = house.visitor().in_language(language).get(path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(
                !page.shows("⟦"),
                "{path} in {language} lacks {}",
                page.body.split('⟦').nth(1).unwrap_or_default().split('⟧').next().unwrap()
            );
            assert!(page.shows(&format!("<html lang=\"{language}\"")));
            assert!(page.shows("09 555 01 20"), "the desk is on every public page");
        }
    }
    let page = house.visitor().get("/privacy").await;
    assert!(page.shows("6(1)(e)") && page.shows("Bewaren") | page.shows("bewaren"));
}

#[test]
fn every_word_stands_in_every_language_with_the_same_places() {
    let of = |staff: bool| -> Vec<(&str, &str)> {
        // A file that has no Arabic is for staff.
        let texts = people::TEXTS.iter().copied();
        let public = ["people-fault-home", "people-privacy-title"];
        texts.filter(|(_, ftl)| public.iter().any(|key| ftl.contains(key)) != staff).collect()
    };
    assert_eq!(ui::testing::differences(&of(false), &["en", "ar"]), Vec::<String>::new());
    assert_eq!(ui::testing::differences(&of(true), &["en"]), Vec::<String>::new());
}

#[test]
fn every_code_of_a_journey_and_of_the_register_has_its_words() {
    let mut texts = ui::testing::texts();
    texts.add_all("people", people::TEXTS).unwrap();
    let mut keys: Vec<String> = journey::GUARDS.iter().map(|guard| format!("journey-guard-{guard}")).collect();
    for kind in people::kept::KINDS {
        keys.extend([
            format!("people-kind-{}", kind.code),
            format!("people-kind-{}-why", kind.code),
            format!("people-basis-{}", kind.basis.code()),
        ]);
    }
    keys.extend(journey::State::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::Outcome::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::StepKind::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::Stranding::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::Channel::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::AnswerBy::ALL.iter().map(|it| it.key().to_owned()));
    keys.extend(journey::DeliveryStatus::ALL.iter().map(|it| it.key().to_owned()));
    for key in keys {
        for language in [Language::NL, Language::EN, Language::AR] {
            assert!(texts.has(&language, &key), "{language} lacks {key}");
        }
    }
}
