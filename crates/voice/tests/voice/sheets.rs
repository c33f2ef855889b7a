//! Paper that was typed in is laid beside what was typed by a second person.

use crate::{count, field, house, journal, speaks};
use axum::http::StatusCode;
use design::Process;
use kernel::ContributionId;
use people::testing::{Browser, TestHouse};
use people::{Role, Spot};
use store::testing::engines;

const PATH: &str = "/werk/intake/nakijken";

/// Opens a batch of paper on which `expected` stands and types these titles in, each with the same words.
async fn typed(house: &TestHouse, browser: &Browser, process: &Process, expected: &str, titles: &[&str]) -> (String, Vec<ContributionId>) {
    let process_id = process.id.to_string();
    let header = [
        ("process", process_id.as_str()),
        ("label", "Buurtcafé 1 maart"),
        ("channel", "paper"),
        ("captured", "2026-03-01"),
        ("idea-language", "nl"),
        ("expected", expected),
    ];
    let opened = browser.post("/werk/intake/partijen", &header).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let path = opened.location.unwrap();
    let (mut batch, mut ids) = (String::new(), Vec::new());
    for &title in titles {
        // Sheets are looked at in the order in which they were typed in.
        house.clock.advance_seconds(60);
        let page = browser.get(&path).await;
        let id = field(&page, "id");
        batch = field(&page, "batch");
        let fields = [
            ("id", id.as_str()),
            ("batch", batch.as_str()),
            ("process", process_id.as_str()),
            ("title", title),
            ("body", "Van papier."),
            ("idea-language", "nl"),
            ("channel", "paper"),
            ("captured", "2026-03-01"),
            ("spoken", "no"),
            ("answer-by", "none"),
            ("consent", "yes"),
            ("go", "next"),
        ];
        let done = browser.post("/werk/intake", &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        ids.push(id.parse().unwrap());
    }
    (batch, ids)
}

async fn kinds(house: &TestHouse, id: ContributionId) -> Vec<String> {
    journal(house, id).await.into_iter().map(|event| event.kind).collect()
}

async fn known(house: &TestHouse, id: ContributionId) -> voice::Contribution {
    voice::contribution(&mut house.store().read().await.unwrap(), house.tenant(), id).await.unwrap().unwrap()
}

/// What stood on sheets before they were corrected.
async fn kept(house: &TestHouse) -> Vec<Option<String>> {
    let sql = store::sql!("SELECT was_title FROM paper_sheet WHERE tenant = $1 ORDER BY contribution");
    let rows = house.store().read().await.unwrap().all(sql, &store::values![house.tenant()]).await.unwrap();
    rows.iter().map(|row| row.get("was_title").unwrap()).collect()
}

async fn desk(house: &TestHouse, role: Role) -> String {
    house.context(Some(house.account(role)), "/werk").await.panels(Spot::Desk).await.unwrap()
}

#[tokio::test]
async fn a_second_person_confirms_or_corrects_each_sheet_and_what_stood_there_is_kept() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (officer, second) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::NeighbourhoodManager));
        assert!(desk(&house, Role::NeighbourhoodManager).await.is_empty());
        let (batch, ids) = typed(&house, &officer, &process, "3", &["Eerste formulier", "Tweede formulier"]).await;
        assert_eq!(count(&house, &process).await, 2, "{engine}: what was typed in is on its way, checked or not");
        assert!(officer.get("/werk/intake/partijen").await.shows("0 van 2 nagekeken"));

        assert!(desk(&house, Role::NeighbourhoodManager).await.contains("2 bladen papier wachten"));
        assert!(desk(&house, Role::ParticipationOfficer).await.is_empty(), "who typed it in is not asked to check it");
        let list = second.get(PATH).await;
        speaks(&list);
        assert!(list.shows("Buurtcafé 1 maart") && list.shows("2 bladen wachten"), "{}", list.body);
        let path = format!("{PATH}?partij={batch}");
        for language in ["en", "nl"] {
            let page = house.as_role(Role::NeighbourhoodManager).in_language(language).get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            speaks(&page);
            assert_eq!(people::testing::unnamed_fields(&page.body), Vec::<String>::new());
        }
        let page = second.get(&path).await;
        assert!(page.shows("Eerste formulier") && page.shows("Van papier.") && page.shows("Blad 1, bijdrage"), "{}", page.body);
        assert!(page.shows("Op papier zouden het er 3 zijn. Er zijn er 2 opgetekend."), "{}", page.body);
        assert!(page.shows(&format!("href=\"/werk/intake?partij={batch}\"")), "where the difference is made good: {}", page.body);
        assert_eq!(field(&page, "sheet"), ids[0].to_string());

        // What cannot be is said beside its field, and nothing typed is lost.
        let sheet = ids[0].to_string();
        let wrong = second.post(PATH, &[("sheet", sheet.as_str()), ("title", ""), ("body", "Van het papier.")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.shows("title-error") && wrong.shows("Van het papier."), "{}", wrong.body);
        let named = "<a href=\"#title\">Schrijf het idee in één zin, zoals op het papier.</a>";
        assert!(wrong.shows(named), "the summary says which field: {}", wrong.body);
        assert_eq!(kinds(&house, ids[0]).await, ["received"]);

        let same = [("sheet", sheet.as_str()), ("title", "Eerste formulier"), ("body", "Van papier.")];
        let done = second.post(PATH, &same).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_eq!(kinds(&house, ids[0]).await, ["received", "sheet-checked"]);
        let next = second.get(&done.location.unwrap()).await;
        assert!(next.shows("1 van 2 nagekeken") && field(&next, "sheet") == ids[1].to_string(), "{}", next.body);
        assert_eq!(second.post(PATH, &same).await.status, StatusCode::NOT_FOUND, "once");

        // The second was published already: its corrected words are looked at anew before anybody reads them.
        voice::testing::published(&house, ids[1]).await;
        let sheet = ids[1].to_string();
        let right = [("sheet", sheet.as_str()), ("title", "Tweede formulier, verbeterd"), ("body", "Van het papier.")];
        let done = second.post(PATH, &right).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let after = known(&house, ids[1]).await;
        assert_eq!(after.title.original().text, "Tweede formulier, verbeterd");
        assert!(!after.published && after.screening == voice::Screening::Waiting);
        assert_eq!(kept(&house).await, [None, Some("Tweede formulier".to_owned())], "{engine}");
        assert_eq!(kinds(&house, ids[1]).await.last().map(String::as_str), Some("sheet-corrected"));
        let waits = house.as_role(Role::Moderator).get("/werk/privacy").await;
        assert!(waits.shows("Tweede formulier, verbeterd"), "{}", waits.body);
        voice::testing::published(&house, ids[1]).await;
        assert!(known(&house, ids[1]).await.published);
        let last = second.get(&done.location.unwrap()).await;
        assert!(last.shows("2 van 2 nagekeken") && last.shows("Er wacht hier geen papier op u"), "{}", last.body);
        assert!(desk(&house, Role::NeighbourhoodManager).await.is_empty());
        let report = store::journal::verify(house.store(), None).await.unwrap();
        assert!(report.is_whole(), "{report:?}");
    }
}

#[tokio::test]
async fn who_typed_a_sheet_in_or_may_not_record_changes_nothing() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let (batch, ids) = typed(&house, &officer, &process, "1", &["Eerste formulier"]).await;
        let (path, sheet) = (format!("{PATH}?partij={batch}"), ids[0].to_string());
        let form = [("sheet", sheet.as_str()), ("title", "Anders"), ("body", "Van papier.")];
        let own = officer.get(&path).await;
        assert!(own.shows("Eén blad typte u zelf") && !own.shows("name=\"sheet\""), "{}", own.body);
        assert!(!own.shows("Op papier zouden") && !own.shows("/werk/intake?partij="), "nothing differs: {}", own.body);
        let refused = officer.post(PATH, &form).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.shows("U typte dit blad zelf"), "{}", refused.body);
        for role in [Role::Researcher, Role::Controller, Role::Intermediary] {
            let browser = house.as_role(role);
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{role:?}");
            assert_eq!(browser.post(PATH, &form).await.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        let neighbour = house.as_neighbour(Role::NeighbourhoodManager);
        assert_eq!(neighbour.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(neighbour.post(PATH, &form).await.status, StatusCode::NOT_FOUND);
        let list = house.as_role(Role::Intermediary).get(PATH).await;
        assert!(list.status == StatusCode::OK && !list.shows("Buurtcafé"), "an organisation reads no paper of others: {}", list.body);
        assert_eq!(kinds(&house, ids[0]).await, ["received"]);
        assert_eq!(known(&house, ids[0]).await.title.original().text, "Eerste formulier");
    }
}

#[tokio::test]
async fn a_sheet_whose_author_takes_it_back_waits_no_more_and_what_stood_there_goes_with_the_words() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (officer, second) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::NeighbourhoodManager));
        let (_, ids) = typed(&house, &officer, &process, "2", &["Eerste formulier", "Tweede formulier"]).await;
        let sheet = ids[0].to_string();
        let right = [("sheet", sheet.as_str()), ("title", "Eerste formulier, verbeterd"), ("body", "Van papier.")];
        assert_eq!(second.post(PATH, &right).await.status, StatusCode::SEE_OTHER);
        assert_eq!(kept(&house).await, [Some("Eerste formulier".to_owned()), None]);
        for (id, erasure) in [(ids[0], "words"), (ids[1], "hide")] {
            let done = officer.post(&format!("/werk/privacy/{id}/intrekken"), &[("erasure", erasure), ("proof", "receipt")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        }
        assert_eq!(kept(&house).await, [None], "{engine}: checked once, and no words are kept of it");
        assert!(second.get(PATH).await.shows("Er wacht hier geen papier op u"));
        let sheet = ids[1].to_string();
        let gone = second.post(PATH, &[("sheet", sheet.as_str()), ("title", "Tweede formulier"), ("body", "Van papier.")]).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nobody_publishes_words_that_were_corrected_after_they_were_read() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (officer, second) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::NeighbourhoodManager));
        let (batch, ids) = typed(&house, &officer, &process, "1", &["Bel 0470 12 34 56 over de bank"]).await;
        let (moderator, path) = (house.as_role(Role::Moderator), format!("/werk/privacy/{}", ids[0]));
        let page = moderator.get(&path).await;
        let seen = field(&page, "seen");
        let sheet = ids[0].to_string();
        let right = [("sheet", sheet.as_str()), ("partij", batch.as_str()), ("title", "Over de bank: bel 0470 12 34 56"), ("body", "Jef.")];
        assert_eq!(second.post(PATH, &right).await.status, StatusCode::SEE_OTHER);

        let events = kinds(&house, ids[0]).await;
        for (decision, more) in [("show", "mask-words"), ("keep-back", "reason")] {
            let fields = [("decision", decision), ("seen", seen.as_str()), ("mask-title", "4-17"), ("rule", "private"), (more, "de bank")];
            let again = moderator.post(&path, &fields).await;
            assert_eq!(again.status, StatusCode::CONFLICT, "{engine}: {decision}");
            assert!(again.shows("De woorden zijn intussen verbeterd. Lees ze opnieuw.") && again.shows("Jef."), "{}", again.body);
            assert!(again.body.contains("\nde bank</textarea>"), "what was typed stays: {}", again.body);
            assert!(again.body.contains("value=\"18-31\" checked"), "what is sure is ticked in the new words: {}", again.body);
        }
        let without = moderator.post(&path, &[("decision", "show")]).await;
        assert_eq!(without.status, StatusCode::CONFLICT, "{engine}: nobody decides without having seen the words");
        assert!(!known(&house, ids[0]).await.published, "{engine}");
        assert_eq!(kinds(&house, ids[0]).await, events, "{engine}: nothing changed");

        let done = crate::decides(&moderator, &path, &[("decision", "show"), ("mask-title", "18-31")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let shown = known(&house, ids[0]).await;
        assert!(shown.published && shown.title.original().text == "Over de bank: bel [telefoonnummer]", "{engine}: {shown:?}");
    }
}

#[tokio::test]
async fn who_checks_a_sheet_after_somebody_else_keeps_what_was_typed() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (officer, second) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::NeighbourhoodManager));
        let (batch, ids) = typed(&house, &officer, &process, "1", &["Eerste formulier"]).await;
        let sheet = ids[0].to_string();
        let page = second.get(&format!("{PATH}?partij={batch}")).await;
        assert_eq!(field(&page, "partij"), batch);
        let first = [("sheet", sheet.as_str()), ("partij", batch.as_str()), ("title", "Eerste formulier"), ("body", "Van papier.")];
        assert_eq!(second.post(PATH, &first).await.status, StatusCode::SEE_OTHER);
        let later = [("sheet", sheet.as_str()), ("partij", batch.as_str()), ("title", "Ander opschrift"), ("body", "Heel andere woorden.")];
        let passed = second.post(PATH, &later).await;
        assert_eq!(passed.status, StatusCode::CONFLICT, "{engine}");
        assert!(passed.shows("Iemand anders keek dit blad intussen na"), "{}", passed.body);
        assert!(passed.shows("Ander opschrift") && passed.shows("Heel andere woorden."), "{engine}: nothing typed is lost");
        speaks(&passed);
        assert_eq!(known(&house, ids[0]).await.title.original().text, "Eerste formulier", "{engine}: nothing changed");
        assert_eq!(house.as_role(Role::Intermediary).post(PATH, &later).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.as_neighbour(Role::NeighbourhoodManager).post(PATH, &later).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_sheet_of_a_divided_contribution_is_confirmed_and_not_corrected() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let (officer, second) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::NeighbourhoodManager));
        let (_, ids) = typed(&house, &officer, &process, "1", &["Eerste formulier"]).await;
        voice::testing::published(&house, ids[0]).await;
        let whole = known(&house, ids[0]).await;
        let (tenant, at, actor) = (house.tenant(), house.app.clock.now(), house.actor(Role::ParticipationOfficer));
        let new = voice::NewPart {
            id: ContributionId::new(at, house.app.random.as_ref()),
            dossier: kernel::DossierId::new(at, house.app.random.as_ref()),
            title: kernel::Line::new("Een deel", 150).unwrap(),
            body: kernel::Prose::new("Van papier.", 500).unwrap(),
        };
        let civil = house.leyhoven.tenant.civil.clone();
        store::write!(house.store(), [whole, new, civil], |tx| {
            let act = journey::Act { tenant, actor: &actor, at, civil: &civil };
            voice::keep_part(tx, &act, &whole, &new).await
        })
        .await
        .unwrap();
        let sheet = ids[0].to_string();
        let other = [("sheet", sheet.as_str()), ("title", "Eerste formulier"), ("body", "Iets heel anders.")];
        let refused = second.post(PATH, &other).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{engine}");
        assert!(refused.shows("Voeg de delen eerst samen.") && refused.shows("Iets heel anders."), "{}", refused.body);
        assert!(known(&house, ids[0]).await.published, "{engine}: nothing changed");
        assert_eq!(kept(&house).await, [None], "{engine}");
        let same = [("sheet", sheet.as_str()), ("title", "Eerste formulier"), ("body", "Van papier.")];
        assert_eq!(second.post(PATH, &same).await.status, StatusCode::SEE_OTHER, "{engine}");
    }
}

#[tokio::test]
async fn paper_of_others_never_hides_the_paper_of_an_organisation() {
    for engine in engines() {
        let (house, process) = house(engine).await;
        let officer = house.as_role(Role::ParticipationOfficer);
        let (batch, _) = typed(&house, &officer, &process, "1", &["Eerste formulier"]).await;
        let (tenant, process) = (house.tenant(), process.id);
        let own = house.leyhoven.de_kring;
        // More older batches of the municipality than are listed at once, and one of the organisation after them.
        let batch: kernel::BatchId = batch.parse().unwrap();
        store::write!(house.store(), [], |tx| {
            for n in 1..=101_u128 {
                let (id, sheet) = (uuid::Uuid::from_u128(n), uuid::Uuid::from_u128(1_000 + n));
                let id = if n == 101 { uuid::Uuid::from_u128(u128::MAX) } else { id };
                let row =
                    "INSERT INTO batch (tenant, id, process, label, channel, captured, area, organisation, language, expected, recorder,
                             opened)
                           SELECT tenant, $3, process, $4, channel, captured, area, $5, language, expected, recorder, opened
                           FROM batch WHERE tenant = $1 AND id = $2";
                let label = if n == 101 { "Van ons" } else { "Van anderen" };
                let keeper = (n == 101).then_some(own);
                tx.run(row, &store::values![tenant, batch, id, label, keeper]).await?;
                let row = "INSERT INTO paper_sheet (tenant, contribution, batch, process, recorder, waits)
                           SELECT tenant, $2, $3, $4, recorder, TRUE FROM batch WHERE tenant = $1 AND id = $3";
                tx.run(row, &store::values![tenant, sheet, id, process]).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
        let list = house.as_role(Role::Intermediary).get(PATH).await;
        assert!(list.shows("Van ons") && !list.shows("Van anderen"), "{engine}: {}", list.body);
    }
}
