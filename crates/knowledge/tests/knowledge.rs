//! What is known, what a municipality adds, and its regulation, over HTTP, on both databases, beside a neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use evidence::Knowledge;
use kernel::Clock as _;
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use store::Engine;
use store::testing::engines;

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(engine, knowledge::MIGRATIONS, &[("knowledge", knowledge::TEXTS)], knowledge::routes()).await
}

fn field(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let at = body.find(&mark).unwrap_or_else(|| panic!("no field {name}: {body}"));
    body[at + mark.len()..].split('"').next().unwrap().to_owned()
}

/// Sends a form as a browser would, with what its page carried unseen.
async fn send(browser: &Browser, page: &str, path: &str, fields: &[(&str, &str)]) -> Page {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.body);
    let seen = field(&shown.body, "gezien");
    let mut all = fields.to_vec();
    all.push(("gezien", seen.as_str()));
    browser.post(path, &all).await
}

async fn done(browser: &Browser, path: &str, fields: &[(&str, &str)]) {
    let page = send(browser, path, path, fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}: {}", page.body);
}

const SOURCE: &[(&str, &str)] = &[
    ("nieuw", "yes"),
    ("sleutel", "terugblik-2025"),
    ("soort", "local"),
    ("titel", "Terugblik 2025"),
    ("titel-en", "Looking back 2025"),
    ("let-op", "Van de dienst zelf."),
];
const RULE: &[(&str, &str)] = &[
    ("nieuw", "yes"),
    ("fase", "design"),
    ("soort", "warning"),
    ("raakt-1", "effect.trust"),
    ("raakt-1-teken", "harms"),
    ("wanneer", "De avond valt samen met de kermis."),
    ("gevolg", "Dat kan het vertrouwen schaden."),
    ("raad", "Kies een andere avond."),
    ("bron", "terugblik-2025"),
    ("plaats", "p. 3"),
    ("citaat", "niemand kwam"),
    ("hoe", "shown"),
    ("tonen-bij", "design"),
];

#[tokio::test]
async fn every_effect_and_every_rule_has_a_page_in_three_languages() {
    let house = house(engines()[0]).await;
    let shipped = Knowledge::shipped().unwrap();
    for language in ["nl", "en", "ar"] {
        let visitor = house.visitor().in_language(language);
        let effects = shipped.effects().map(|(key, _)| format!("/wat-we-weten/{key}"));
        let rules = shipped.rules.iter().map(|rule| format!("/wat-we-weten/regel/{}", rule.id));
        let others = ["", "/regels", "/bronnen", "/getallen", "/tegenspraak", "/open-data"].map(|path| format!("/wat-we-weten{path}"));
        let mut seen = 0;
        for path in effects.chain(rules).chain(others).chain(["/reglement".to_owned()]) {
            let page = visitor.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path} in {language}");
            assert!(!page.shows("⟦"), "{path} in {language}: {}", page.body);
            assert!(page.shows(&format!("<html lang=\"{language}\"")), "{path} in {language}");
            if language == "ar" && path.contains("/regel/") {
                assert!(page.shows("lang=\"nl\" dir=\"ltr\""), "{path}: the original is marked as such");
                assert!(page.shows("لم تُترجم"), "{path}: and the page says so");
            }
            seen += 1;
        }
        assert!(seen > 230, "{seen}");
    }
}

#[tokio::test]
async fn a_resident_reads_what_can_contribute_and_what_can_harm_with_its_source() {
    for engine in engines() {
        let house = house(engine).await;
        let visitor = house.visitor();
        let overview = visitor.get("/wat-we-weten").await;
        assert!(
            overview.shows("177 regels") && overview.shows("122") && overview.shows("45") && overview.shows("10 worden alleen getoond")
        );
        assert!(overview.shows("/wat-we-weten/effect.trust") && overview.shows("/wat-we-weten/value.trust"), "two lists stay two");
        let trust = visitor.get("/wat-we-weten/effect.trust").await;
        assert!(trust.shows("Kan bijdragen") && trust.shows("Kan schaden") && trust.shows("<q lang=\"nl\""), "{}", trust.body);
        assert!(trust.shows("Bijna dezelfde naam") && trust.shows("Niets hier zegt dat iets zeker gebeurt."));
        let rule = visitor.get("/wat-we-weten/regel/C022").await;
        assert!(rule.shows("vanaf de agendaopmaak tot de finale goedkeuring") && rule.shows("gevonden in een systematische"));
        assert!(rule.shows("/wat-we-weten/bronnen#bron-000"));
        let found = visitor.get("/wat-we-weten/regels?woord=agendaopmaak&fase=design").await;
        assert!(found.shows("Eén regel gevonden") && found.shows("C022") && found.shows("value=\"agendaopmaak\""));
        let second = visitor.get("/wat-we-weten/regels?pagina=2").await;
        assert!(second.shows("bladzijde 2 van 9") && second.shows("pagina=1") && second.shows("pagina=3"), "{}", second.body);
        let numbers = visitor.get("/wat-we-weten/getallen").await;
        assert!(numbers.shows("1721") && numbers.shows("÷"), "a number stands with its place, a figure with its formula");
        let gaps = visitor.get("/wat-we-weten/tegenspraak").await;
        assert!(gaps.shows("H2.1") && gaps.shows("niet in bron") && gaps.shows("Inhoud van de Genk-toets"));
        for nothing in [
            "/wat-we-weten/regel/C999",
            "/wat-we-weten/effect.geluk",
            "/wat-we-weten/geluk",
            "/wat-we-weten/tabel/x.csv",
            "/wat-we-weten/tabel/rules.xml",
        ] {
            assert_eq!(visitor.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    }
}

#[tokio::test]
async fn everything_leaves_as_tables_that_can_be_read_back() {
    let house = house(engines()[0]).await;
    let visitor = house.visitor();
    let shipped = Knowledge::shipped().unwrap();
    let whole = visitor.get("/wat-we-weten.json").await;
    let whole: serde_json::Value = serde_json::from_str(&whole.body).unwrap();
    assert_eq!(whole, shipped.json());
    for table in shipped.tables() {
        let csv = visitor.get(&format!("/wat-we-weten/tabel/{}.csv", table.name)).await;
        assert!(csv.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
        assert_eq!(csv.body, table.csv().unwrap(), "{}", table.name);
        let rows = csv::Reader::from_reader(csv.body.as_bytes()).records().collect::<Result<Vec<_>, _>>().unwrap().len();
        assert_eq!(rows, table.rows.len(), "{}", table.name);
        let json = visitor.get(&format!("/wat-we-weten/tabel/{}.json", table.name)).await;
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json.body).unwrap(), table.json(), "{}", table.name);
    }
}

#[tokio::test]
async fn an_own_rule_is_written_marked_changed_and_taken_away_and_the_neighbour_knows_nothing_of_it() {
    for engine in engines() {
        let house = house(engine).await;
        let (admin, visitor) = (house.as_role(Role::Administrator), house.visitor());
        // Nothing to cite yet: the rule is refused in words, and nothing typed is lost.
        let early = send(&admin, "/beheer/kennis/regel", "/beheer/kennis/regel", RULE).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.shows("«L1» noemt «terugblik-2025», en dat is er niet."), "{}", early.body);
        assert!(early.shows("Kies een andere avond."));
        done(&admin, "/beheer/kennis/bron", SOURCE).await;
        done(&admin, "/beheer/kennis/regel", RULE).await;
        let rule = visitor.get("/wat-we-weten/regel/L1").await;
        assert!(
            rule.shows("De avond valt samen met de kermis.") && rule.shows("geen uitkomst van onderzoek") && rule.shows("niemand kwam")
        );
        assert!(visitor.get("/wat-we-weten/effect.trust").await.shows("<span class=\"mm-badge\">eigen</span>"));
        assert!(visitor.get("/wat-we-weten").await.shows("Eén daarvan schreef onze gemeente zelf."));
        // English was not written: the Dutch is shown as Dutch.
        assert!(house.visitor().in_language("en").get("/wat-we-weten/regel/L1").await.shows("lang=\"nl\" dir=\"ltr\">De avond valt samen"));

        // Too much is claimed: a plain sentence beside the field.
        let mut bold = RULE.to_vec();
        bold.retain(|(name, _)| *name != "gevolg");
        bold.push(("gevolg", "Dat schaadt het vertrouwen."));
        let refused = send(&admin, "/beheer/kennis/regel", "/beheer/kennis/regel", &bold).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.shows("zegt te veel") && refused.shows("Dat schaadt het vertrouwen."), "{}", refused.body);

        // Changed under the same id.
        let mut other = RULE.to_vec();
        other.retain(|(name, _)| !["nieuw", "raad"].contains(name));
        other.extend([("sleutel", "L1"), ("raad", "Kies een andere week.")]);
        let path = "/beheer/kennis/regel?sleutel=L1";
        assert!(admin.get(path).await.shows("Kies een andere avond."), "the form begins with what is there");
        assert_eq!(send(&admin, path, "/beheer/kennis/regel", &other).await.status, StatusCode::SEE_OTHER);
        assert!(visitor.get("/wat-we-weten/regel/L1").await.shows("Kies een andere week."));

        // The neighbour sees nothing of it, and its administrator may begin the same way.
        let there = house.as_neighbour(Role::Administrator);
        assert_eq!(there.get("/wat-we-weten/regel/L1").await.status, StatusCode::NOT_FOUND);
        assert!(!there.get("/beheer/kennis").await.shows("terugblik-2025"));
        assert!(!there.get("/beheer/kennis.toml").await.shows("terugblik-2025"));
        assert_eq!(there.get("/beheer/kennis.toml?versie=1").await.status, StatusCode::NOT_FOUND);
        assert!(!there.get("/wat-we-weten.json").await.shows("terugblik-2025"));

        // A source that a rule names does not go first.
        let list = admin.get("/beheer/kennis").await;
        assert!(list.shows("Versie 3") && list.shows("rule L1"), "{}", list.body);
        let kept = send(&admin, "/beheer/kennis", "/beheer/kennis/weg", &[("wat", "source terugblik-2025")]).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept.shows("iets anders noemt het"), "{}", kept.body);
        for gone in ["rule L1", "source terugblik-2025"] {
            assert_eq!(
                send(&admin, "/beheer/kennis", "/beheer/kennis/weg", &[("wat", gone)]).await.status,
                StatusCode::SEE_OTHER,
                "{gone}"
            );
        }
        assert_eq!(visitor.get("/wat-we-weten/regel/L1").await.status, StatusCode::NOT_FOUND);
        assert!(admin.get("/beheer/kennis.toml?versie=2").await.shows("De avond valt samen"), "earlier versions are kept");
    }
}

#[tokio::test]
async fn a_text_that_cannot_be_read_comes_back_whole_with_its_line() {
    for engine in engines() {
        let house = house(engine).await;
        let admin = house.as_role(Role::Administrator);
        let path = "/beheer/kennis/tekst";
        let broken = "[[source]]\nkey = \"a\"\nkind = \"local\n# <mijn woorden>";
        let page = send(&admin, path, path, &[("toml", broken)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows("Regel 3:") && page.shows("&#60;mijn woorden&#62;"), "{}", page.body);
        let unknown = "[[source]]\nkey = \"a\"\nkind = \"local\"\ntitel = \"x\"\n";
        assert!(send(&admin, path, path, &[("toml", unknown)]).await.shows("Regel 4: «titel» kent het programma niet."));
        assert!(admin.get("/beheer/kennis").await.shows("Er is nog geen versie."), "nothing was kept");

        let whole = "[[source]]\nkey = \"a\"\nkind = \"local\"\ntitle = { nl = \"Nota\", en = \"Note\" }\nnote = { nl = \"Van ons.\", en = \"Ours.\" }\n";
        let seen = field(&admin.get(path).await.body, "gezien");
        let file = [("bestand", "kennis.toml", "application/toml", whole.as_bytes())];
        let kept = admin.post_files(path, &[("gezien", &seen), ("toml", broken)], &file).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "a file goes first: {}", kept.body);
        let taken = admin.get("/beheer/kennis.toml").await;
        assert_eq!(
            (taken.body.as_str(), taken.headers["content-disposition"].to_str().unwrap()),
            (whole, "attachment; filename=\"eigen-kennis.toml\"")
        );
        // Somebody else saved meanwhile: nothing is overwritten, and what was typed stays.
        let late = admin.post(path, &[("gezien", "0"), ("toml", whole)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.shows("Iemand anders sloeg intussen iets op") && late.shows("Nota"));
        assert_eq!(field(&late.body, "gezien"), "1");
    }
}

#[tokio::test]
async fn a_toets_begins_from_its_template_without_a_question() {
    let house = house(engines()[0]).await;
    let admin = house.as_role(Role::Administrator);
    done(&admin, "/beheer/kennis/bron", SOURCE).await;
    assert!(admin.get("/beheer/kennis").await.shows("/beheer/kennis/toets?sjabloon=genk-toets"));
    let form = admin.get("/beheer/kennis/toets?sjabloon=genk-toets").await;
    assert!(form.shows("value=\"genk-toets\"") && form.shows("Schrijf uw eigen vragen."));
    let fields = [
        ("nieuw", "yes"),
        ("sleutel", "genk-toets"),
        ("naam", "Onze toets"),
        ("doel", "Vooraf toetsen."),
        ("wanneer", "design"),
        ("verplicht", "yes"),
        ("bron", "terugblik-2025"),
    ];
    let refused = send(&admin, "/beheer/kennis/toets", "/beheer/kennis/toets", &fields).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("Schrijf minstens één vraag."));
    let whole: Vec<(&str, &str)> = fields.into_iter().chain([("vraag-1", "Las iemand uit de wijk mee?")]).collect();
    done(&admin, "/beheer/kennis/toets", &whole).await;
    let mut s = house.store().read().await.unwrap();
    let known = knowledge::known(&mut s, house.tenant()).await.unwrap();
    let toets = known.toetsen.iter().find(|it| it.key == "genk-toets").unwrap();
    assert!(toets.obligatory && toets.questions.len() == 1);
    let there = knowledge::known(&mut s, house.buurstad.tenant.id).await.unwrap();
    assert!(there.toetsen.iter().all(evidence::Toets::is_template));
    drop(s);
    assert!(!admin.get("/beheer/kennis").await.shows("sjabloon=genk-toets"), "the template has been used");
    // What is lost is filled in with a source of one's own, and is marked as such.
    let fill = [("nieuw", "yes"), ("verloren", "haug-roles"), ("zegt", "Vier rollen, zegt onze nota."), ("bron", "terugblik-2025")];
    done(&admin, "/beheer/kennis/verloren", &fill).await;
    assert!(house.visitor().get("/wat-we-weten/tegenspraak").await.shows("Vier rollen, zegt onze nota."));
    let effect = [("nieuw", "yes"), ("sleutel", "rust"), ("naam", "Rust"), ("bron", "terugblik-2025")];
    done(&admin, "/beheer/kennis/effect", &effect).await;
    assert!(house.visitor().get("/wat-we-weten/local.rust").await.shows("Nog geen regel gaat over dit effect."));
}

const ARTICLE: &[(&str, &str)] = &[
    ("nummer", "1"),
    ("titel", "Antwoord"),
    ("titel-en", "Answer"),
    ("tekst", "Iedereen krijgt antwoord."),
    ("plicht-1-zin", "Binnen twintig werkdagen."),
    ("plicht-1-toets", "answer-within"),
    ("plicht-1-dagen", "20"),
    ("plicht-1-eenheid", "working"),
];

#[tokio::test]
async fn the_regulation_is_written_published_and_changed_in_public() {
    for engine in engines() {
        let house = house(engine).await;
        let (admin, visitor) = (house.as_role(Role::Administrator), house.visitor());
        assert!(visitor.get("/reglement").await.shows("nog geen participatiereglement"));
        let article = "/beheer/reglement/artikel/nieuw";
        let mut wrong = ARTICLE.to_vec();
        wrong[6] = ("plicht-1-dagen", "veel");
        let refused = send(&admin, article, article, &wrong).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("value=\"veel\"") && refused.shows("van 1 tot 730"));
        done(&admin, article, ARTICLE).await;
        let second: Vec<(&str, &str)> = vec![("nummer", "2"), ("titel", "Tijd"), ("tekst", "Genoeg tijd.")];
        done(&admin, article, &second).await;
        assert!(visitor.get("/reglement").await.shows("nog geen participatiereglement"), "a draft is nobody's business");
        let staff = "/beheer/reglement";
        let publish = "/beheer/reglement/publiceren";
        let today = house.leyhoven.tenant.civil.today(house.clock.now());
        let past = today.plus_days(-1).to_string();
        assert!(send(&admin, staff, publish, &[("vanaf", &past)]).await.shows("Kies een dag vanaf vandaag"));
        assert_eq!(send(&admin, staff, publish, &[("vanaf", &today.to_string())]).await.status, StatusCode::SEE_OTHER);
        let page = visitor.get("/reglement").await;
        assert!(
            page.shows("Versie 1") && page.shows("Iedereen krijgt antwoord.") && page.shows("binnen 20 werkdagen of sneller"),
            "{}",
            page.body
        );
        assert!(house.visitor().in_language("en").get("/reglement").await.shows("Article 1"));
        let arabic = house.visitor().in_language("ar").get("/reglement").await;
        assert!(arabic.shows("المادة") && arabic.shows("lang=\"nl\" dir=\"ltr\""));

        // The next version begins as a copy; it says why, and holds later.
        let changed: Vec<(&str, &str)> = vec![("nummer", "2"), ("titel", "Tijd"), ("tekst", "Minstens een maand.")];
        done(&admin, "/beheer/reglement/artikel/2", &changed).await;
        let third: Vec<(&str, &str)> = vec![("nummer", "3"), ("titel", "Zonder scherm"), ("tekst", "Ook op papier.")];
        done(&admin, article, &third).await;
        let later = today.plus_days(10).to_string();
        assert!(send(&admin, staff, publish, &[("vanaf", &later)]).await.shows("Schrijf waarom het reglement verandert."));
        let why = [("vanaf", later.as_str()), ("reden", "Een maand was te kort <zeiden> velen.")];
        assert_eq!(send(&admin, staff, publish, &why).await.status, StatusCode::SEE_OTHER);
        let page = visitor.get("/reglement").await;
        assert!(
            page.shows("Artikel 2, gewijzigd")
                && page.shows("Artikel 3, nieuw")
                && page.shows("Een maand was te kort &#60;zeiden&#62; velen.")
        );
        assert!(
            !visitor.get("/reglement/1").await.shows("geldt nog niet")
                && visitor.get("/reglement/2").await.shows("Deze versie geldt nog niet.")
        );
        house.clock.advance_days(11);
        assert!(visitor.get("/reglement/1").await.shows("Deze versie geldt niet meer."));
        let mut s = house.store().read().await.unwrap();
        let today = house.leyhoven.tenant.civil.today(house.clock.now());
        let holds = knowledge::regulation_on(&mut s, house.tenant(), today).await.unwrap().unwrap();
        assert_eq!((holds.version, holds.articles.len()), (2, 3));
        assert_eq!(holds.articles[0].obligations[0].key, "v1", "an obligation keeps its key");
        drop(s);
        assert_eq!(visitor.get("/reglement/3").await.status, StatusCode::NOT_FOUND);
        assert!(house.as_neighbour(Role::Administrator).get("/reglement").await.shows("nog geen participatiereglement"));

        // A version that is being written can be thrown away; what is published stays.
        let fourth: Vec<(&str, &str)> = vec![("nummer", "4"), ("titel", "Weg"), ("tekst", "Weg ermee.")];
        done(&admin, article, &fourth).await;
        assert_eq!(admin.post("/beheer/reglement/weg", &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(admin.post("/beheer/reglement/weg", &[]).await.status, StatusCode::NOT_FOUND);
        assert!(!admin.get(staff).await.shows("Weg ermee."));
        // An article goes out of the next version only.
        let seen = field(&admin.get("/beheer/reglement/artikel/3").await.body, "gezien");
        let gone = admin.post("/beheer/reglement/artikel/3/weg", &[("gezien", &seen)]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert!(!admin.get(staff).await.shows("Ook op papier.") && visitor.get("/reglement").await.shows("Ook op papier."));
    }
}

#[tokio::test]
async fn nobody_else_may_write_and_nothing_changes() {
    for engine in engines() {
        let house = house(engine).await;
        let entries = async || {
            let mut s = house.store().read().await.unwrap();
            let row = s.one("SELECT CAST(count(*) AS BIGINT) AS entries FROM journal", &[]).await.unwrap();
            row.get::<i64>("entries").unwrap()
        };
        let officer = house.as_role(Role::ParticipationOfficer);
        officer.get("/reglement").await;
        let before = entries().await;
        for path in [
            "/beheer/kennis/bron",
            "/beheer/kennis/regel",
            "/beheer/kennis/tekst",
            "/beheer/kennis/weg",
            "/beheer/reglement/publiceren",
            "/beheer/reglement/weg",
            "/beheer/reglement/artikel/nieuw",
            "/beheer/reglement/artikel/1/weg",
        ] {
            assert_eq!(officer.post(path, SOURCE).await.status, StatusCode::FORBIDDEN, "{path}");
            let visitor = house.visitor().post(path, SOURCE).await;
            assert!(visitor.location.is_some_and(|to| to.starts_with("/aanmelden")), "{path}");
        }
        for path in ["/beheer/kennis", "/beheer/kennis.toml", "/beheer/kennis/toets", "/beheer/reglement"] {
            assert_eq!(officer.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(entries().await, before);
        assert!(house.as_role(Role::Administrator).get("/beheer/kennis").await.shows("Er is nog geen versie."));
    }
}
