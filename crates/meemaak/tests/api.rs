//! The API for programs, held against its own description, and what is imported and exported through the command line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test may stop at the first surprise")]

use answer::Motivation;
use axum::http::StatusCode;
use carry::testing::{Hand, decide, said, take_to};
use design::Process;
use design::testing::{published_in, published_process};
use journey::{Outcome, State};
use kernel::{ContributionId, DossierId, Language, Line};
use meemaak::command::export::{self, Format};
use meemaak::command::import;
use people::Role;
use people::testing::{Browser, TestHouse};
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use store::Engine;
use store::testing::engines;
use voice::{NewContribution, Receipt};

async fn house(engine: Engine) -> TestHouse {
    let migrations = meemaak::migrations();
    let routes = meemaak::api::routes().merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(answer::routes());
    TestHouse::open(engine, &migrations, meemaak::house::ROOMS, routes).await
}

/// Holds an answer against the schema of this name in the description.
fn fits(name: &str, answer: &Value) {
    let mut schema: Value = serde_json::from_str(meemaak::api::OPENAPI).unwrap();
    schema["$ref"] = format!("#/components/schemas/{name}").into();
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    let wrong: Vec<String> = validator.iter_errors(answer).map(|error| format!("{} at {}", error, error.instance_path)).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}\n{answer:#}");
}

async fn asked(browser: &Browser, path: &str, name: &str) -> Value {
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    assert_eq!(page.headers["content-type"], "application/json");
    let answer = serde_json::from_str(&page.body).unwrap();
    fits(name, &answer);
    answer
}

async fn problem(browser: &Browser, path: &str, status: StatusCode) {
    let page = browser.get(path).await;
    assert_eq!(page.status, status, "{path}");
    assert_eq!(page.headers["content-type"], "application/problem+json", "{path}: {}", page.body);
    fits("Problem", &serde_json::from_str(&page.body).unwrap());
}

async fn received(house: &TestHouse, process: &Process, title: &str, shown: bool) -> Receipt {
    let now = kernel::Clock::now(house.clock.as_ref());
    let civil = house.leyhoven.tenant.civil.clone();
    let tenant = house.tenant();
    let id = ContributionId::new(now, house.random());
    let title = Line::new(title, 150).unwrap();
    let new = NewContribution::idea(id, process.id, title.clone(), Language::NL, journey::Channel::Paper, civil.zone.date(now));
    let officer = house.actor(Role::ParticipationOfficer);
    let store = house.store().clone();
    store::write!(store, [new, civil, title], |tx| {
        let act = journey::Act { tenant, actor: &officer, at: now, civil: &civil };
        let receipt = voice::receive(tx, &act, new).await?;
        if shown {
            voice::screen(tx, &act, id, &voice::Decision::Show { title: Vec::new(), body: Vec::new(), photos: Vec::new() }).await?;
        }
        Ok::<_, voice::Error>(receipt)
    })
    .await
    .unwrap()
}

/// Evaluates a process with as little as is allowed.
async fn evaluated(house: &TestHouse, process: &Process) {
    let (store, tenant, civil) = (house.store().clone(), house.leyhoven.tenant.clone(), house.leyhoven.tenant.civil.clone());
    let (at, officer, id) = (kernel::Clock::now(house.clock.as_ref()), house.actor(Role::ParticipationOfficer), process.id);
    let words = |text: &str| store::texts::LanguageSet::written(Language::NL, text);
    let texts = [
        (learn::EvaluationPart::Summary, "Er is nog niets beslist."),
        (learn::EvaluationPart::NegativeFound, "De avonden duurden te lang."),
        (learn::EvaluationPart::NegativeDone, "De volgende keer ook overdag."),
        (learn::EvaluationPart::Limits, "Wij spraken met weinig mensen."),
    ];
    let draft = learn::EvaluationDraft { texts: texts.map(|(part, text)| (part, words(text))).into(), ..learn::EvaluationDraft::default() };
    let lesson = memory::Lesson {
        id: kernel::TextId::new(at, house.random()).uuid(),
        process: Some(id),
        text: words("De avonden duurden te lang."),
        advice: words("Plan ook een moment overdag."),
        worked: memory::Worked::No,
        area: None,
        theme: None,
        effects: Vec::new(),
        at,
    };
    store::write!(store, [tenant, civil, officer, draft, lesson], |tx| {
        let act = journey::Act { tenant: tenant.id, actor: &officer, at, civil: &civil };
        learn::keep_lesson(tx, &act, id, &lesson).await?;
        learn::save_evaluation(tx, &act, id, &draft, None).await?;
        learn::finish_evaluation(tx, &act, &tenant, id, None).await
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn every_answer_is_what_the_description_says() {
    for engine in engines() {
        let house = house(engine).await;
        let visitor = house.visitor();
        let description = visitor.get("/api/v1/openapi.json").await;
        let description: Value = serde_json::from_str(&description.body).unwrap();
        assert_eq!(description["openapi"], "3.1.0");
        // Every address is described, and nothing else is.
        let mut described: Vec<&str> = description["paths"].as_object().unwrap().keys().map(String::as_str).collect();
        let routes = meemaak::api::routes();
        let mut served: Vec<&str> = routes.entries().iter().map(|entry| entry.path).collect();
        described.sort_unstable();
        served.sort_unstable();
        assert_eq!(described, served);

        let nothing = asked(&visitor, "/api/v1/processes", "ProcessList").await;
        assert_eq!(nothing["items"].as_array().unwrap().len(), 0);
        let uncounted = asked(&visitor, "/api/v1/indicators", "Indicators").await;
        assert_eq!((&uncounted["counted"], &uncounted["items"][0]["state"]), (&Value::Null, &"not-counted".into()));
        let process = published_process(&house).await;
        let listed = asked(&visitor, "/api/v1/processes", "ProcessList").await;
        let one = asked(&visitor, &format!("/api/v1/processes/{}", process.id), "Process").await;
        assert_eq!(listed["items"][0], one);
        assert_eq!(asked(&visitor, "/api/v1/processes/een-groener-marktplein", "Process").await, one);
        let measured = asked(&visitor, "/api/v1/processes/een-groener-marktplein/measurement", "Measurement").await;
        assert_eq!((&measured["planned"], &measured["answers"]), (&false.into(), &serde_json::json!([])));
        assert_eq!((one["rung"]["step"].as_i64(), one["open"].as_bool()), (Some(2), Some(true)));
        assert_eq!(one["question"][1]["origin"], "human");
        assert_eq!(one["reason"][1]["reviewed"], false, "a machine translated it and nobody read it");

        assert_eq!(asked(&visitor, "/api/v1/lessons", "LessonList").await["items"].as_array().unwrap().len(), 0);
        let hand = Hand::of(&house, Role::ParticipationOfficer);
        let at = kernel::Clock::now(house.clock.as_ref());
        let lesson = |worked, process| memory::Lesson {
            id: memory::new_id(at, house.app.random.as_ref()),
            process,
            text: said("De zaal was te klein."),
            advice: said("Neem de sporthal."),
            worked,
            area: Some(house.leyhoven.molenveld),
            theme: Some("groen".into()),
            effects: vec!["effect.trust".into()],
            at,
        };
        let lessons = vec![lesson(memory::Worked::Yes, Some(process.id)), lesson(memory::Worked::No, None)];
        store::write!(house.store(), [hand, lessons], |tx| {
            for lesson in &lessons {
                memory::keep(tx, &hand.doing(), lesson).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        let first = asked(&visitor, "/api/v1/lessons?limit=1", "LessonList").await;
        assert_eq!((&first["items"][0]["worked"], &first["items"][0]["area"]), (&"no".into(), &"Molenveld".into()));
        let second = asked(&visitor, first["next"].as_str().unwrap(), "LessonList").await;
        assert_eq!((&second["items"][0]["process"], &second["next"]), (&process.id.to_string().into(), &Value::Null));
        problem(&visitor, "/api/v1/lessons?after=nergens", StatusCode::BAD_REQUEST).await;

        let ground = design::Ground::read("51.02 3.71\n51.02 3.72\n51.03 3.72").unwrap();
        let new = design::testing::whole_plan("Woningen op de bleek", house.leyhoven.green, Some(house.leyhoven.molenveld), Some(ground));
        let plan = design::testing::kept_plan(house.store(), &house.leyhoven, new.clone()).await;
        let hidden = design::testing::kept_plan(house.store(), &house.leyhoven, design::NewPlan { public: false, ..new }).await;
        let plans = asked(&visitor, "/api/v1/plans", "PlanList").await;
        let one_plan = asked(&visitor, &format!("/api/v1/plans/{}", plan.id), "Plan").await;
        assert_eq!(plans["items"], serde_json::json!([one_plan]), "what is not public is not told");
        assert_eq!(asked(&visitor, "/api/v1/plans/woningen-op-de-bleek", "Plan").await, one_plan);
        assert_eq!((&one_plan["areas"][0], &one_plan["geometry"]["type"]), (&"Molenveld".into(), &"MultiPolygon".into()));
        problem(&visitor, &format!("/api/v1/plans/{}", hidden.id), StatusCode::NOT_FOUND).await;

        problem(&visitor, "/api/v1/processes/een-groener-marktplein/evaluation", StatusCode::NOT_FOUND).await;
        evaluated(&house, &process).await;
        let findings = asked(&visitor, "/api/v1/processes/een-groener-marktplein/evaluation", "Findings").await;
        assert_eq!((&findings["slug"], &findings["influence"]["announced"]), (&"een-groener-marktplein".into(), &2.into()));
        assert!(learn::Findings::read(findings.to_string().as_bytes()).is_ok(), "what one house publishes another reads");

        let shown = received(&house, &process, "Een bank in de zon", true).await;
        let waiting = received(&house, &process, "Bel mij op 09 555 01 20", false).await;
        let path = one["contributions"].as_str().unwrap();
        let contributions = asked(&visitor, path, "ContributionList").await;
        assert_eq!(contributions["items"].as_array().unwrap().len(), 1, "what nobody screened is not public");
        let item = &contributions["items"][0];
        assert_eq!((item["number"].as_str(), item["state_name"].as_str()), (Some(shown.number.as_str()), Some("received")));
        assert_eq!(item["title"][0]["text"], "Een bank in de zon");
        let journey = asked(&visitor, item["journey"].as_str().unwrap(), "Journey").await;
        assert_eq!((journey["number"].as_str(), journey["steps"][0]["kind"].as_str()), (Some(shown.number.as_str()), Some("received")));
        let hidden = asked(&visitor, &format!("/api/v1/contributions/{}/journey", waiting.number), "Journey").await;
        assert_eq!((&hidden["published"], &hidden["title"]), (&false.into(), &Value::Null));
        assert!(!hidden.to_string().contains("555"), "a journey tells no words");

        // Two travel together; one says something else, and its author asks to travel apart.
        let second = received(&house, &process, "Zitplaatsen op het plein", true).await;
        learn::count(house.store(), house.tenant(), &house.leyhoven.tenant.civil).await.unwrap();
        let told = asked(&visitor, "/api/v1/indicators?channel=paper", "Indicators").await;
        let first = &told["items"][0];
        assert_eq!(
            (&first["id"], &first["state"], &first["denominator"]),
            (&"G026a".into(), &"few".into(), &Value::Null),
            "so few are not shown"
        );
        for wrong in ["from=gisteren", "from=2026-05-02&to=2026-05-01", "channel=duif", "process=plein"] {
            problem(&visitor, &format!("/api/v1/indicators?{wrong}"), StatusCode::BAD_REQUEST).await;
        }
        let officer = house.as_role(Role::ParticipationOfficer);
        let post = async |browser: &Browser, path: String, form: &[(&str, &str)]| {
            let page = browser.post(&path, form).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}: {}", page.body);
        };
        for receipt in [&shown, &second] {
            let screening = [("verdict", "in-scope"), ("kind", "idea")];
            post(&officer, format!("/werk/dossiers/{}/screening", receipt.dossier), &screening).await;
        }
        let act = |act: &str| format!("/werk/dossiers/{}/{act}", shown.dossier);
        post(&officer, act("samenvoegen"), &[("numbers", second.number.as_str())]).await;
        let (id, code) = (second.id.to_string(), second.follow_code.as_ref().unwrap().reveal());
        post(&officer, act("minderheid"), &[("chosen", &id), ("words", "Wil stoelen en geen bank.")]).await;
        let contest = [("words", "Dit gaat over stoelen."), ("code", code.as_str())];
        post(&visitor, format!("/bijdragen/{}/bundeling", second.number), &contest).await;
        let path = format!("/api/v1/contributions/{}/journey", second.number);
        let journey = asked(&visitor, &path, "Journey").await;
        assert_eq!((journey["together"].as_i64(), &journey["others"][0]["number"]), (Some(2), &shown.number.as_str().into()));
        assert_eq!(journey["differs"]["text"], "Wil stoelen en geen bank.");
        assert_eq!((&journey["contests"][0]["ended"], journey.to_string().contains("stoelen.\"")), (&Value::Null, false), "not its words");
        post(&officer, act("betwisting"), &[("contested", &id), ("end", "kept"), ("motive", "Het gaat om dezelfde plek.")]).await;
        let journey = asked(&visitor, &path, "Journey").await;
        assert_eq!(
            (&journey["contests"][0]["ended"], &journey["contests"][0]["motive"]["text"]),
            (&"kept".into(), &"Het gaat om dezelfde plek.".into())
        );
        post(&officer, act("splitsen"), &[("chosen", &id)]).await;
        let journey = asked(&visitor, &path, "Journey").await;
        assert_eq!(
            (journey["together"].as_i64(), &journey["others"], &journey["differs"]),
            (Some(1), &serde_json::json!([]), &Value::Null)
        );
        assert_eq!(journey["contests"][0]["ended"], "kept", "what was is still told");
    }
}

#[tokio::test]
async fn lists_go_on_until_everything_was_given_once() {
    let house = house(Engine::Sqlite).await;
    let process = published_process(&house).await;
    for nth in 0..23 {
        received(&house, &process, &format!("Idee {nth}"), true).await;
        house.clock.advance_seconds(nth % 3);
    }
    let visitor = house.visitor();
    let mut path = format!("/api/v1/processes/{}/contributions?limit=10", process.id);
    let mut numbers = Vec::new();
    loop {
        let page = asked(&visitor, &path, "ContributionList").await;
        numbers.extend(page["items"].as_array().unwrap().iter().map(|item| item["number"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => path = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(numbers.len(), 23);
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 23);
}

#[tokio::test]
async fn what_is_not_there_or_not_public_is_a_problem_in_json() {
    let house = house(Engine::Sqlite).await;
    let process = published_process(&house).await;
    let receipt = received(&house, &process, "Een bank", true).await;
    let officer = house.as_role(Role::ParticipationOfficer);
    let made = officer.post("/werk/processen/nieuw", &[("title", "Nog geheim")]).await.location.unwrap();
    let draft = made.rsplit('/').next().unwrap();
    let visitor = house.visitor();
    for path in [
        format!("/api/v1/processes/{draft}"),
        "/api/v1/processes/nog-geheim".to_owned(),
        "/api/v1/processes/bestaat-niet/contributions".to_owned(),
        "/api/v1/contributions/K7QM-3TPX/journey".to_owned(),
        "/api/v1/contributions/onzin/journey".to_owned(),
    ] {
        problem(&visitor, &path, StatusCode::NOT_FOUND).await;
    }
    for path in ["/api/v1/processes?limit=0", "/api/v1/processes?limit=veel", "/api/v1/processes?after=gisteren"] {
        problem(&visitor, path, StatusCode::BAD_REQUEST).await;
    }
    let neighbour = house.as_neighbour(Role::ParticipationOfficer);
    for path in [
        format!("/api/v1/processes/{}", process.id),
        format!("/api/v1/processes/{}/contributions", process.id),
        format!("/api/v1/contributions/{}/journey", receipt.number),
    ] {
        assert_eq!(visitor.get(&path).await.status, StatusCode::OK);
        problem(&neighbour, &path, StatusCode::NOT_FOUND).await;
    }
}

fn table(name: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), text).unwrap();
    folder
}

#[tokio::test]
async fn a_table_comes_in_once_and_says_which_rows_it_refused() {
    for engine in engines() {
        let house = house(engine).await;
        let process = published_process(&house).await;
        let tenant = Arc::new(house.leyhoven.tenant.clone());
        let rows: String = (0..250).map(|nth| format!("{nth};Idee {nth};Tekst;Molenveld\n")).collect();
        let folder = table(
            "ideeen.csv",
            &format!("nr;Kop;Verhaal;Buurt\n{rows};Zonder nummer;;Elders\n300;;Geen titel;\n301;{};;\n", "x".repeat(400)),
        );
        let file = folder.path().join("ideeen.csv");
        let map: Vec<String> = ["title=Kop", "body=Verhaal", "area=Buurt", "key=nr"].map(str::to_owned).to_vec();
        let run = |dry_run| import::table_file(&house.app, &tenant, &file, &map, &process.slug, None, dry_run);
        let tried = run(true).await.unwrap();
        assert_eq!((tried.taken, tried.known, tried.refused), (251, 0, 2));
        let waiting = || async { voice::waiting(&mut house.store().read().await.unwrap(), house.tenant(), None, 1000).await.unwrap() };
        assert_eq!(waiting().await.len(), 0, "a dry run stores nothing");
        let taken = run(false).await.unwrap();
        assert_eq!((taken.taken, taken.known, taken.refused), (251, 0, 2));
        let held = waiting().await;
        assert_eq!(held.len(), 251);
        assert_eq!(held.iter().filter(|it| it.place.area == Some(house.leyhoven.molenveld)).count(), 250);
        assert!(
            held.iter().any(|it| it.place.words.as_ref().is_some_and(|words| words.as_str() == "Elders")),
            "an unknown area stays in words"
        );
        let again = run(false).await.unwrap();
        assert_eq!((again.taken, again.known, again.refused), (0, 251, 2));
        assert_eq!(run(true).await.unwrap().known, 251);
        assert_eq!(waiting().await.len(), 251);
        let nowhere = import::table_file(&house.app, &tenant, &file, &map, "bestaat-niet", None, false).await;
        assert!(nowhere.unwrap_err().to_string().contains("bestaat-niet"));
    }
}

#[tokio::test]
async fn real_proposals_of_a_real_city_come_in_whole() {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/tally/instances/Netherlands_Amsterdam_252.pb"));
    if !file.exists() {
        eprintln!("left out: {} is not there", file.display());
        return;
    }
    for engine in engines() {
        let house = house(engine).await;
        let tenant = Arc::new(house.leyhoven.tenant.clone());
        let run = |dry_run| import::pabulib_file(&house.app, &tenant, file, "Centrum Begroot", None, dry_run);
        assert_eq!(run(true).await.unwrap().taken, 85);
        let mut s = house.store().read().await.unwrap();
        assert!(design::process_at(&mut s, tenant.id, "centrum-begroot").await.unwrap().is_none(), "a dry run makes no process");
        drop(s);
        let report = run(false).await.unwrap();
        assert_eq!((report.taken, report.known, report.refused), (85, 0, 0));
        assert_eq!(run(false).await.unwrap().known, 85);
        let mut s = house.store().read().await.unwrap();
        let process = design::process_at(&mut s, tenant.id, "centrum-begroot").await.unwrap().unwrap();
        assert!(!process.is_public(), "its charter is for people to write");
        let budget = design::draft(&mut s, tenant.id, process.id).await.unwrap().unwrap().draft.budget;
        assert_eq!(budget, Some(kernel::Money::from_cents(50_000_000)));
        let held = voice::waiting(&mut s, tenant.id, None, 200).await.unwrap();
        assert_eq!(held.len(), 85);
        let parks = held.iter().find(|it| it.title.original().text.contains("20 groene parkjes")).unwrap();
        assert_eq!((parks.cost, parks.category.as_deref()), (Some(kernel::Money::from_cents(4_000_000)), Some("Groen en Duurzaamheid")));
        assert!(held.iter().all(|it| it.body.is_none() && it.place.point.is_none()), "what the file does not tell stays empty");
        assert!(held.iter().any(|it| it.place.words.as_ref().is_some_and(|words| words.as_str() == "Oostelijke Eilanden")));
    }
}

#[tokio::test]
async fn an_export_holds_everything_public_and_nothing_else() {
    for engine in engines() {
        let house = house(engine).await;
        let process = published_process(&house).await;
        for nth in 0..130 {
            received(&house, &process, &format!("Idee {nth}"), true).await;
        }
        received(&house, &process, "=2+3 als titel", true).await;
        received(&house, &process, "Nog niet bekeken", false).await;
        let tenant = &Arc::new(house.leyhoven.tenant.clone());
        let mut json = Vec::new();
        assert_eq!(export::write(&house.app, tenant, Some(&process), Format::Json, &mut json).await.unwrap(), 131);
        let json: Value = serde_json::from_slice(&json).unwrap();
        fits("Process", &json["process"]);
        for it in json["contributions"].as_array().unwrap() {
            fits("Contribution", it);
        }
        assert_eq!(json["contributions"].as_array().unwrap().len(), 131);
        let mut table = Vec::new();
        assert_eq!(export::write(&house.app, tenant, Some(&process), Format::Csv, &mut table).await.unwrap(), 131);
        let mut rows = csv::Reader::from_reader(table.as_slice());
        assert_eq!(&rows.headers().unwrap()[0], "number");
        let rows: Vec<_> = rows.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows.len(), 131);
        assert!(rows.iter().any(|row| &row[1] == "'=2+3 als titel") && !rows.iter().any(|row| row[1].contains("Nog niet")));
        // What is exported comes in elsewhere.
        let civil = &house.leyhoven.tenant.civil;
        let other = published_in(house.store(), house.tenant(), civil, "Een ander plein").await;
        let folder = table_of(&json);
        let map: Vec<String> = ["title=title", "key=number", "date=captured"].map(str::to_owned).to_vec();
        let report = import::table_file(&house.app, &Arc::clone(tenant), &folder.path().join("uit.csv"), &map, &other.slug, None, false)
            .await
            .unwrap();
        assert_eq!((report.taken, report.refused), (131, 0));
    }
}

#[tokio::test]
async fn everything_public_is_streamed_as_a_table_and_line_by_line() {
    for engine in engines() {
        let house = house(engine).await;
        let process = published_process(&house).await;
        let other = published_in(house.store(), house.tenant(), &house.leyhoven.tenant.civil, "Een ander plein").await;
        // More than is read at once, so that the reading goes on where it stopped.
        for nth in 0..410 {
            received(&house, &process, &format!("Idee {nth}"), true).await;
        }
        received(&house, &other, "Een bank", true).await;
        received(&house, &process, "Nog niet bekeken", false).await;
        let visitor = house.visitor();
        let of_process = format!("/api/v1/processes/{}/contributions", process.id);
        for (path, many) in
            [(of_process.as_str(), 410), ("/api/v1/processes/een-ander-plein/contributions", 1), ("/api/v1/contributions", 411)]
        {
            let page = visitor.get(&format!("{path}.jsonl")).await;
            assert_eq!((page.status, page.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/x-ndjson"));
            let lines: Vec<Value> = page.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            lines.iter().for_each(|line| fits("ExportedContribution", line));
            let mut numbers: Vec<&str> = lines.iter().map(|line| line["number"].as_str().unwrap()).collect();
            numbers.sort_unstable();
            numbers.dedup();
            assert_eq!(numbers.len(), many, "{engine} {path}");
            assert!(lines.iter().all(|line| line["state_name"] == "received"), "each with where it is");

            let page = visitor.get(&format!("{path}.csv")).await;
            assert!(page.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
            let mut rows = csv::Reader::from_reader(page.body.as_bytes());
            assert_eq!(rows.headers().unwrap().iter().next_back(), Some("process"));
            let rows: Vec<_> = rows.records().collect::<Result<_, _>>().unwrap();
            assert_eq!(rows.len(), many, "{engine} {path}");
            let slugs: Vec<&str> = lines.iter().map(|line| line["process"].as_str().unwrap()).collect();
            assert_eq!(rows.iter().map(|row| &row[22]).collect::<Vec<_>>(), slugs, "both tell the same, in the same order");
            assert!(!page.body.contains("Nog niet"), "what nobody looked at is not public");
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        for form in ["csv", "jsonl"] {
            problem(&neighbour, &format!("{of_process}.{form}"), StatusCode::NOT_FOUND).await;
            problem(&visitor, &format!("/api/v1/processes/bestaat-niet/contributions.{form}"), StatusCode::NOT_FOUND).await;
            assert!(!neighbour.get(&format!("/api/v1/contributions.{form}")).await.body.contains("Idee"));
        }
        // The command line writes the same.
        let tenant = &Arc::new(house.leyhoven.tenant.clone());
        let mut lines = Vec::new();
        assert_eq!(export::write(&house.app, tenant, None, Format::Jsonl, &mut lines).await.unwrap(), 411);
        assert_eq!(String::from_utf8(lines).unwrap(), visitor.get("/api/v1/contributions.jsonl").await.body);
        let without = export::write(&house.app, tenant, None, Format::Json, &mut Vec::new()).await;
        assert!(without.unwrap_err().to_string().contains("--process"));
    }
}

#[tokio::test]
async fn late_answers_are_listed_for_programs() {
    for engine in engines() {
        let house = house(engine).await;
        let process = published_process(&house).await;
        let visitor = house.visitor();
        assert_eq!(asked(&visitor, "/api/v1/late", "LateList").await["items"], serde_json::json!([]));
        let mut numbers = Vec::new();
        for title in ["Een bank", "Een boom", "Een brug"] {
            let receipt = received(&house, &process, title, true).await;
            take_to(&house, receipt.dossier, State::Decided).await;
            numbers.push(receipt.number.to_string());
            house.clock.advance_days(1);
        }
        house.clock.advance_days(30);
        let mut path = "/api/v1/late?limit=2".to_owned();
        let mut found = Vec::new();
        loop {
            let page = asked(&visitor, &path, "LateList").await;
            for item in page["items"].as_array().unwrap() {
                assert_eq!((&item["department"], &item["outcome"]), (&"Openbaar domein".into(), &"adopted".into()));
                assert!(item["days"].as_i64().unwrap() > 10 && item["title"][0]["text"].as_str().is_some());
                found.push(item["number"].as_str().unwrap().to_owned());
            }
            match page["next"].as_str() {
                Some(next) => path = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(found, numbers, "the oldest promise first");
        problem(&visitor, "/api/v1/late?after=gisteren", StatusCode::BAD_REQUEST).await;
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        assert_eq!(asked(&neighbour, "/api/v1/late", "LateList").await["items"], serde_json::json!([]));
    }
}

/// Two commitments after one decision, one of them changed and looked at; the id of that one.
async fn promised(house: &TestHouse, receipt: &Receipt) -> kernel::CommitmentId {
    take_to(house, receipt.dossier, State::OnAgenda).await;
    decide(house, receipt.dossier, Outcome::Adopted).await;
    let (hand, dossier, department) = (Hand::of(house, Role::Specialist), receipt.dossier, house.leyhoven.public_space);
    let words = |text: &str| store::texts::LanguageSet::written(Language::NL, text);
    let until = house.leyhoven.tenant.civil.today(kernel::Clock::now(house.clock.as_ref())).plus_days(100);
    let promise = deliver::Promise {
        what: words("=Drie banken"),
        doer: deliver::Doer::Department,
        organisation: None,
        department,
        holder: Some(house.account(Role::Specialist)),
        until,
        promised: kernel::Money::from_cents(250_000),
        source: Some(Line::new("Wijkbudget", 100).unwrap()),
        means_of: None,
        sought: false,
        money_ends: None,
        hours: None,
        ceiling: None,
    };
    let store = house.store().clone();
    let id = store::write!(store, [hand, promise], |tx| deliver::promise(tx, &hand.doing(), dossier, &promise).await).await.unwrap();
    store::write!(store, [hand, promise], |tx| deliver::promise(tx, &hand.doing(), dossier, &promise).await).await.unwrap();
    let changing = deliver::Changing {
        proposed: words("Vijf banken."),
        instead: words("Drie banken."),
        motive: words("De boom op die plek is ziek en wordt gekapt. Een bank zou er in de volle zon staan."),
        criterion: words("De brandweer moet er door kunnen."),
    };
    let deeds = [
        deliver::Deed::Plan { text: words("Besteld"), on: until },
        deliver::Deed::Spend { amount: kernel::Money::from_cents(12_345), on: words("Hout") },
        deliver::Deed::Change(Box::new(changing)),
    ];
    for deed in deeds {
        store::write!(store, [hand, deed], |tx| deliver::carry_out(tx, &hand.doing(), id, &deed).await.map(drop)).await.unwrap();
    }
    id
}

#[tokio::test]
async fn what_was_promised_is_listed_and_streamed_without_who_has_it() {
    for engine in engines() {
        let house = house(engine).await;
        let process = published_process(&house).await;
        let visitor = house.visitor();
        let path = format!("/api/v1/processes/{}/commitments", process.id);
        assert_eq!(asked(&visitor, &path, "CommitmentList").await["items"], serde_json::json!([]));
        let receipt = received(&house, &process, "Een bank in de zon", true).await;
        let id = promised(&house, &receipt).await.to_string();
        let holder = house.account(Role::Specialist).to_string();

        let page = asked(&visitor, &path, "CommitmentList").await;
        let item = page["items"].as_array().unwrap().iter().find(|item| item["id"] == id.as_str()).unwrap();
        assert_eq!(
            (item["stage"].as_str(), item["promised_cents"].as_i64(), item["spent_cents"].as_i64()),
            (Some("underway"), Some(250_000), Some(12_345))
        );
        assert_eq!(
            (&item["contributions"][0], &item["milestones"][0]["what"][0]["text"]),
            (&receipt.number.as_str().into(), &"Besteld".into())
        );
        assert_eq!((&item["changes"][0]["instead"][0]["text"], &item["changes_told"]), (&"Drie banken.".into(), &false.into()));
        assert!(!page.to_string().contains(&holder), "never who has it");
        let one = asked(&visitor, &format!("{path}?limit=1"), "CommitmentList").await;
        let rest = asked(&visitor, one["next"].as_str().unwrap(), "CommitmentList").await;
        assert_eq!((one["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len(), &rest["next"]), (1, 1, &Value::Null));
        assert_ne!(one["items"][0]["id"], rest["items"][0]["id"]);

        for path in [path.as_str(), "/api/v1/commitments"] {
            let lines = visitor.get(&format!("{path}.jsonl")).await;
            assert_eq!(lines.headers["content-type"], "application/x-ndjson");
            let lines: Vec<Value> = lines.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            lines.iter().for_each(|line| fits("Commitment", line));
            assert_eq!(&lines, page["items"].as_array().unwrap(), "{path}: both tell the same");
            let table = visitor.get(&format!("{path}.csv")).await;
            assert!(table.headers["content-disposition"].to_str().unwrap().contains("commitments.csv"));
            let mut rows = csv::Reader::from_reader(table.body.as_bytes());
            let rows: Vec<_> = rows.records().collect::<Result<_, _>>().unwrap();
            assert_eq!(rows.len(), 2);
            assert!(rows.iter().all(|row| &row[3] == "'=Drie banken"), "words never become a formula");
            assert!(!table.body.contains(&holder));
        }
        let neighbour = house.as_neighbour(Role::ParticipationOfficer);
        for form in ["", ".csv", ".jsonl"] {
            problem(&neighbour, &format!("{path}{form}"), StatusCode::NOT_FOUND).await;
        }
        assert!(!neighbour.get("/api/v1/commitments.jsonl").await.body.contains("banken"));
        problem(&visitor, &format!("{path}?after=gisteren"), StatusCode::BAD_REQUEST).await;
    }
}

fn table_of(json: &Value) -> tempfile::TempDir {
    let rows: String = json["contributions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!(
                "{},{},{}\n",
                it["number"].as_str().unwrap(),
                it["title"][0]["text"].as_str().unwrap(),
                it["captured"].as_str().unwrap()
            )
        })
        .collect();
    table("uit.csv", &format!("number,title,captured\n{rows}"))
}

/// Completes the charter of an imported process, as an officer would, and publishes it.
async fn completed(house: &TestHouse, slug: &str) -> Process {
    let store = house.store().clone();
    let tenant = house.tenant();
    let process = design::process_at(&mut store.read().await.unwrap(), tenant, slug).await.unwrap().unwrap();
    let saved = design::draft(&mut store.read().await.unwrap(), tenant, process.id).await.unwrap().unwrap();
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let today = house.leyhoven.tenant.civil.zone.date(store.clock().now());
    let mut draft = design::testing::whole_draft("Centrum Begroot", today);
    draft.budget = saved.draft.budget;
    let (id, seen) = (process.id, saved.saved);
    store::write!(store, [hand, draft], |tx| {
        design::save_draft(tx, &hand.doing(), id, &draft, seen).await?;
        design::publish(tx, &hand.doing(), id).await
    })
    .await
    .unwrap();
    design::process(&mut store.read().await.unwrap(), tenant, id).await.unwrap().unwrap()
}

async fn answered(house: &TestHouse, dossier: DossierId, motivation: Motivation) {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let store = house.store().clone();
    store::write!(store, [hand, motivation], |tx| { answer::publish(tx, &hand.doing(), dossier, &motivation).await }).await.unwrap();
}

/// The journey for programs, after a look that its page tells the same: words, steps, terms, decision and answer.
async fn journey_as_on_its_page(house: &TestHouse, number: &kernel::PublicNumber) -> Value {
    let visitor = house.visitor();
    let journey = asked(&visitor, &format!("/api/v1/contributions/{number}/journey"), "Journey").await;
    let page = visitor.get(&format!("/bijdragen/{number}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let words = house.context(None, "/").await.page_titled(String::new());
    let day = |value: &Value| value.as_str().map(|text| words.date(&text.parse().unwrap()));
    let mut told: Vec<String> = vec![number.to_string()];
    let said = |value: &Value| value["text"].as_str().map(str::to_owned);
    told.extend(said(&journey["title"]));
    told.extend(journey["department"].as_str().map(str::to_owned));
    told.extend([day(&journey["since"]), day(&journey["until"])].into_iter().flatten());
    for step in journey["steps"].as_array().unwrap() {
        told.extend(day(&step["date"]));
        told.extend(said(&step["text"]));
    }
    for part in ["done", "criterion", "why_not", "coming"] {
        told.extend(said(&journey["answer"][part]));
    }
    told.extend(said(&journey["decision"]["words"]));
    for it in journey["stranded"].as_array().unwrap() {
        told.extend(day(&it["since"]));
    }
    for words in told {
        assert!(page.shows(&words), "the page of {number} does not tell «{words}»:\n{}", page.body);
    }
    let neighbour = house.as_neighbour(Role::ParticipationOfficer);
    problem(&neighbour, &format!("/api/v1/contributions/{number}/journey"), StatusCode::NOT_FOUND).await;
    assert_eq!(neighbour.get(&format!("/bijdragen/{number}")).await.status, StatusCode::NOT_FOUND);
    journey
}

#[tokio::test]
async fn three_real_proposals_go_to_an_adopted_a_refused_and_a_stranded_then_accepted_end() {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/tally/instances/Netherlands_Amsterdam_252.pb"));
    if !file.exists() {
        eprintln!("left out: {} is not there", file.display());
        return;
    }
    for engine in engines() {
        let house = house(engine).await;
        let tenant = Arc::new(house.leyhoven.tenant.clone());
        import::pabulib_file(&house.app, &tenant, file, "Centrum Begroot", None, false).await.unwrap();
        let process = completed(&house, "centrum-begroot").await;
        let held = voice::waiting(&mut house.store().read().await.unwrap(), tenant.id, None, 200).await.unwrap();
        let [adopted, refused, stranded] = ["20 groene parkjes", "Bijenkorven", "Van dood asfalt"]
            .map(|words| held.iter().find(|it| it.title.original().text.contains(words)).unwrap().clone());

        take_to(&house, adopted.dossier, State::Decided).await;
        let done = said("De twintig parkjes komen er, te beginnen aan het water van de Eilanden.");
        answered(&house, adopted.dossier, Motivation::new(done, said("Groen waar weinig groen is."))).await;
        let journey = journey_as_on_its_page(&house, &adopted.number).await;
        assert_eq!((&journey["decision"]["outcome"], &journey["answer"]["outcome"]), (&"adopted".into(), &"adopted".into()));
        assert_eq!(journey["process"]["slug"], process.slug.as_str());

        take_to(&house, refused.dossier, State::OnAgenda).await;
        decide(&house, refused.dossier, Outcome::NotAdopted).await;
        let why = said("De daken in deze straat dragen het gewicht niet. Een andere plaats was er niet binnen dit budget.");
        let done = said("De raad bekeek het voorstel samen met de imker en de eigenaars van de daken.");
        answered(&house, refused.dossier, Motivation::new(done, said("Veiligheid van de daken.")).why_not(why)).await;
        let journey = journey_as_on_its_page(&house, &refused.number).await;
        assert_eq!(journey["answer"]["outcome"], "not-adopted");
        assert!(journey["answer"]["why_not"]["text"].as_str().unwrap().contains("gewicht"));

        take_to(&house, stranded.dossier, State::Assigned).await;
        house.clock.advance_days(45);
        let journey = journey_as_on_its_page(&house, &stranded.number).await;
        assert_eq!(journey["stranded"][0]["code"], "X2", "no department took it");
        take_to(&house, stranded.dossier, State::FrameCheck).await;
        let journey = journey_as_on_its_page(&house, &stranded.number).await;
        assert_eq!((journey["stranded"].as_array().unwrap().len(), &journey["department"]), (0, &"Openbaar domein".into()));

        let listed = asked(&house.visitor(), "/api/v1/processes/centrum-begroot/contributions", "ContributionList").await;
        assert_eq!(listed["items"].as_array().unwrap().len(), 3, "the others still wait for somebody to look");
        let report = store::journal::verify(house.store(), None).await.unwrap();
        assert!(report.is_whole());
    }
}

#[tokio::test]
async fn the_checkpoint_of_each_day_is_published_mailed_once_and_tells_of_nobody() {
    for engine in engines() {
        let house = TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await;
        let folder = tempfile::tempdir().unwrap();
        let keepers = meemaak::checkpoints::Keepers {
            folder: Some(folder.path().join("kept")),
            mail: vec!["griffie@leyhoven.test".to_owned(), "archief@elders.test".to_owned()],
        };
        let mut today = kernel::Zone::utc().date(kernel::Clock::now(house.clock.as_ref()));
        for _ in 0..52 {
            meemaak::command::serve::one_day(&house.app, today, &keepers).await.unwrap();
            house.clock.advance_days(1);
            today = today.plus_days(1);
        }
        // Another node does the work of the same day.
        meemaak::command::serve::one_day(&house.app, today.plus_days(-1), &keepers).await.unwrap();

        let visitor = house.visitor();
        let path = meemaak::checkpoints::PATH;
        let page = visitor.get(path).await;
        assert_eq!((page.status, page.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/json"));
        let listed: Value = serde_json::from_str(&page.body).unwrap();
        let numbers =
            |listed: &Value| listed["items"].as_array().unwrap().iter().map(|it| it["number"].as_i64().unwrap()).collect::<Vec<_>>();
        assert_eq!(numbers(&listed), (3..=52).rev().collect::<Vec<_>>(), "{engine}: the newest first");
        let rest = visitor.get(listed["next"].as_str().unwrap()).await;
        let rest: Value = serde_json::from_str(&rest.body).unwrap();
        assert_eq!((numbers(&rest), &rest["next"]), (vec![2, 1], &Value::Null), "{engine}");

        let one = visitor.get(&format!("{path}/52")).await;
        let kept = store::journal::Checkpoint::from_text(&one.body).unwrap();
        assert!(store::journal::verify(house.store(), Some(&kept)).await.unwrap().is_whole(), "{engine}");
        let told: Vec<String> =
            serde_json::from_str::<serde_json::Map<String, Value>>(&one.body).unwrap().into_iter().map(|it| it.0).collect();
        assert_eq!(told.len(), 7, "{engine}: number, day, moment, hashes and a signature, no id of anything: {told:?}");
        assert!(
            told.iter().all(|name| ["number", "day", "at", "previous", "signer", "signature", "over"].contains(&name.as_str())),
            "{told:?}"
        );
        for nowhere in ["53", "0", "-1", "x", "9223372036854775807"] {
            assert_eq!(visitor.get(&format!("{path}/{nowhere}")).await.status, StatusCode::NOT_FOUND, "{engine}: {nowhere}");
        }
        assert_eq!(visitor.get(&format!("{path}?before=x")).await.status, StatusCode::BAD_REQUEST);

        let whole = std::fs::read_to_string(folder.path().join(format!("kept/{}.json", kept.day))).unwrap();
        let whole = store::journal::Checkpoint::from_text(&whole).unwrap();
        assert!(!whole.heads.is_empty() && whole.short() == kept, "{engine}: the folder holds the whole one");
        house.worker().work_once().await.unwrap();
        let mut session = house.store().read().await.unwrap();
        let first = people::tables::tenants::ids(&mut session).await.unwrap()[0];
        let mails = people::mail::waiting(&mut session, first, 500).await.unwrap();
        assert_eq!(mails.len(), 2 * 52, "{engine}: each day to each address, once");
        let last = mails.last().unwrap();
        let text = &last.text[last.text.find('{').unwrap()..=last.text.rfind('}').unwrap()];
        let text = &text[..=text.find("\n}").unwrap() + 1];
        assert_eq!(store::journal::Checkpoint::from_text(text).unwrap(), kept, "{engine}: what was mailed can be checked as it is");
        assert!(last.text.contains(&format!("{path}/52")), "{}", last.text);
    }
}
