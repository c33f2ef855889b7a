//! What a second municipality in the same house finds of the first: nothing, by no id, no search and no sign-in.

use crate::{PROCESS, SLUG, Travelling, done, field, links, publish};
use axum::http::{Method, StatusCode};
use kernel::{EventId, FileId, Language, ProcessId};
use people::Role;
use people::testing::{BUURSTAD, Browser, LEYHOVEN, TestHouse};
use std::collections::{BTreeMap, BTreeSet};
use store::values;
use uuid::Uuid;

/// Addresses whose parameter names nothing of one municipality: roles that every municipality is shipped with,
/// checkpoints of the whole house, forms that are kept for one sign-in, links by mail (their room tests those), the
/// indicators that every municipality has, what research says, versions and articles by number (the room of knowledge tests that
/// those of a neighbour stay away), and outcomes and languages (the room of answers tests that own words of a neighbour stay away).
const SHARED: [&str; 20] = [
    "/jaaroverzicht/{year}",
    "/jaaroverzicht/{year}/cijfers.csv",
    "/werk/onderzoek/literatuur/uitvoer/{file}",
    "/wat-we-weten/{key}",
    "/wat-we-weten/regel/{id}",
    "/wat-we-weten/tabel/{file}",
    "/reglement/{version}",
    "/beheer/antwoordsjablonen/{outcome}/{language}",
    "/beheer/antwoordsjablonen/{outcome}/{language}/weg",
    "/beheer/kennis/{kind}",
    "/beheer/reglement/artikel/{place}",
    "/beheer/reglement/artikel/{place}/weg",
    "/hoe-doen-we-het/{indicator}",
    "/beheer/rechten/{code}",
    "/.well-known/meemaak/checkpoints/{checkpoint}",
    "/bewaard/{id}",
    "/bewaard/{id}/weg",
    "/wachtwoord-vergeten/{token}",
    "/abonnement/{token}",
    "/abonnement/{token}/stop",
];

/// Addresses that also Leyhoven answers with 404 now: no question is open, no area has a shape, no
/// process was begun from another, nobody was interviewed, no study was read, nothing was evaluated.
const NOT_NOW: [&str; 14] = [
    "/api/v1/processes/{id}/evaluation",
    "/werk/processen/{id}/onderzoek/bronnen/{code}",
    "/werk/processen/{id}/onderzoek/bronnen/{code}/coderen",
    "/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen",
    "/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen/{passage}/{item}",
    "/werk/onderzoek/literatuur/studies/{number}",
    "/processen/{slug}/evaluatie",
    "/processen/{slug}/evaluatie.csv",
    "/processen/{slug}/evaluatie.json",
    "/processen/{slug}/evaluatie.pdf",
    "/bijdragen/{number}/antwoord-op-vraag",
    "/processen/{slug}/kaart.svg",
    "/plannen/{slug}/kaart.svg",
    "/werk/processen/{id}/overgenomen",
];

const ROLES: [Role; 13] = [
    Role::Researcher,
    Role::Controller,
    Role::ParticipationOfficer,
    Role::Administrator,
    Role::Moderator,
    Role::DepartmentHead,
    Role::Specialist,
    Role::BudgetHolder,
    Role::NeighbourhoodManager,
    Role::CouncilSecretary,
    Role::DecisionMaker,
    Role::ProcessGuardian,
    Role::Intermediary,
];

async fn id(house: &TestHouse, sql: &'static str) -> Uuid {
    let mut s = house.store().read().await.unwrap();
    s.one(sql, &values![house.tenant()]).await.unwrap().get("id").unwrap()
}

/// A job that failed for good, so that an administrator may start it again.
async fn dead_job(house: &TestHouse) -> Uuid {
    let job = id(house, "SELECT id FROM job WHERE tenant = $1 ORDER BY id LIMIT 1").await;
    let tenant = house.tenant();
    store::write!(house.store(), [], |tx| {
        tx.run("UPDATE job SET died_at = 1, error = 'de printer brandt', attempt = 9 WHERE tenant = $1 AND id = $2", &values![tenant, job])
            .await
    })
    .await
    .unwrap();
    job
}

/// A proposal to put contributions together, as a search would leave it.
async fn proposal(house: &TestHouse, process: &str, own: &Travelling) {
    let (tenant, process, contribution): (_, ProcessId, _) = (house.tenant(), process.parse().unwrap(), own.contribution);
    store::write!(house.store(), [], |tx| {
        let row = "INSERT INTO bundle_proposal (tenant, process, number, size, status) VALUES ($1, $2, 1, 1, 'open')";
        tx.run(row, &values![tenant, process]).await?;
        let row = "INSERT INTO bundle_member (tenant, process, proposal, contribution, place, opposed) VALUES ($1, $2, 1, $3, 0, FALSE)";
        tx.run(row, &values![tenant, process, contribution]).await
    })
    .await
    .unwrap();
}

/// A budget, as the controller writes it down.
async fn budget(house: &TestHouse) -> String {
    let department = house.leyhoven.finance.to_string();
    let fields = [("name", "Wijkpot"), ("kind", "off-cycle"), ("department-1", department.as_str()), ("amount-1", "500")];
    done(&house.as_role(Role::Controller), "/werk/budgetten/nieuw", &fields).await;
    id(house, "SELECT id FROM budget WHERE tenant = $1 LIMIT 1").await.to_string()
}

/// A photo of what is there now, as the department takes it that carries the commitment out.
async fn pictured(house: &TestHouse, commitment: &str) -> String {
    let fields = [("photo-moment", "after"), ("photo-words", "De leuning"), ("photo-nobody", "yes")];
    let (path, bytes) = (format!("/werk/uitvoering/{commitment}/foto"), super::jpeg());
    let kept = house.as_role(Role::Specialist).post_files(&path, &fields, &[("photo", "leuning.jpg", "image/jpeg", &bytes)]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    id(house, "SELECT id FROM commitment_photo WHERE tenant = $1 LIMIT 1").await.to_string()
}

/// A briefing of the council, as its secretary writes it down.
async fn briefing(house: &TestHouse, process: &str) -> String {
    let day = house.leyhoven.tenant.civil.today(house.app.clock.now()).to_string();
    let fields = [("body", "Gemeenteraad"), ("date", day.as_str()), ("told", "Bewoners vragen een leuning.")];
    done(&house.as_role(Role::CouncilSecretary), &format!("/werk/processen/{process}/briefing"), &fields).await;
    id(house, "SELECT id FROM council_briefing WHERE tenant = $1 LIMIT 1").await.to_string()
}

/// A lesson, as the participation officer writes it down.
async fn lesson(house: &TestHouse) -> String {
    let fields = [("text", "De zaal was te klein."), ("advice", "Neem de sporthal."), ("worked", "no")];
    done(&house.as_role(Role::ParticipationOfficer), "/werk/lessen/nieuw", &fields).await;
    id(house, "SELECT id FROM lesson WHERE tenant = $1 LIMIT 1").await.to_string()
}

/// What stands behind the parameter of each address.
struct Ids {
    number: String,
    contribution: String,
    dossier: String,
    process: String,
    plan: String,
    file: String,
    picture: String,
    delivery: String,
    commitment: String,
    reaction: String,
    comment: String,
    department: String,
    organisation: String,
    account: String,
    grant: String,
    area: String,
    job: String,
    budget: String,
    briefing: String,
    lesson: String,
}

impl Ids {
    fn of(&self, path: &str) -> String {
        let id = match path.trim_start_matches('/').split('/').take(2).collect::<Vec<_>>()[..] {
            ["api", _] if path.contains("/processes/") => &self.process,
            ["api", _] if path.contains("/plans/") => &self.plan,
            ["werk", "processen"] => &self.process,
            ["werk", "plannen"] => &self.plan,
            ["werk", "dossiers"] => &self.dossier,
            ["werk", "budgetten"] => &self.budget,
            ["werk", "briefings"] => &self.briefing,
            ["werk", "bezorging"] => &self.delivery,
            ["werk", "uitvoering"] => &self.commitment,
            ["werk", "herzieningen"] => &self.reaction,
            ["beheer", "diensten"] => &self.department,
            ["beheer", "organisaties"] => &self.organisation,
            ["beheer", "personen"] => &self.account,
            ["beheer", "rollen"] => &self.grant,
            ["beheer", "wijken"] => &self.area,
            ["beheer", "taken"] => &self.job,
            _ => "",
        };
        let study = path.starts_with("/werk/onderzoek/literatuur/");
        let sheet = path.ends_with("/onderzoek/uitvoer/{file}");
        let whole = if study { path.replace("{number}", "1") } else { path.to_owned() };
        let whole = if sheet { whole.replace("{file}", "bronnen.csv") } else { whole };
        let whole = whole
            .replace("{code}", "B1")
            .replace("{passage}", "1")
            .replace("{item}", "effect.trust")
            .replace("{number}", &self.number)
            .replace("{contribution}", &self.contribution)
            .replace("{slug}", SLUG)
            .replace("{file}", if path.starts_with("/uitvoering/") { &self.picture } else { &self.file })
            .replace("{comment}", &self.comment)
            .replace("{proposal}", "1")
            .replace("{lesson}", &self.lesson)
            .replace("{moment}", "doelen");
        let whole = if id.is_empty() { whole } else { whole.replace("{id}", id) };
        assert!(!whole.contains('{'), "a new address: say here which id stands in {path}");
        whole
    }
}

async fn ids(house: &TestHouse, process: &str, own: &Travelling, photo: FileId, delivery: &str) -> Ids {
    let reviews = house.as_role(Role::ProcessGuardian).get("/werk/herzieningen").await;
    let reaction = links(&reviews, "/werk/herzieningen/").into_iter().next().expect("a review was asked");
    proposal(house, process, own).await;
    let (visitor, path) = (house.visitor(), format!("/bijdragen/{}/reacties", own.number));
    let comment = field(&visitor.get(&path).await, "id");
    done(&visitor, &path, &[("id", &comment), ("comment", "Graag met een leuning."), ("comment-language", "nl")]).await;
    // A plan of the same name as the process stands at the same place of its own list.
    let plan = design::testing::whole_plan(PROCESS, house.leyhoven.green, Some(house.leyhoven.molenveld), None);
    let plan = design::testing::kept_plan(house.store(), &house.leyhoven, plan).await;
    assert_eq!(plan.slug, SLUG);
    let commitment = id(house, "SELECT id FROM commitment WHERE tenant = $1 ORDER BY id LIMIT 1").await.to_string();
    Ids {
        picture: pictured(house, &commitment).await,
        plan: plan.id.to_string(),
        number: own.number.to_string(),
        contribution: own.contribution.to_string(),
        dossier: own.dossier.to_string(),
        process: process.to_owned(),
        file: photo.to_string(),
        delivery: delivery.to_owned(),
        commitment,
        reaction,
        comment,
        department: house.leyhoven.green.to_string(),
        organisation: house.leyhoven.de_kring.to_string(),
        account: house.account(Role::Specialist).to_string(),
        grant: id(house, "SELECT id FROM role_grant WHERE tenant = $1 ORDER BY id LIMIT 1").await.to_string(),
        area: house.leyhoven.molenveld.to_string(),
        job: dead_job(house).await.to_string(),
        budget: budget(house).await,
        briefing: briefing(house, process).await,
        lesson: lesson(house).await,
    }
}

/// The whole journal of Leyhoven: each entry with its kind.
async fn entries(house: &TestHouse) -> BTreeMap<EventId, String> {
    let mut s = house.store().read().await.unwrap();
    let all = store::journal::latest(&mut s, house.tenant(), None, None, 10_000).await.unwrap();
    all.into_iter().map(|event| (event.id, event.kind)).collect()
}

/// Whether this answer is «there is no such thing», «you may not come here at all» or «sign in first».
fn shut(browser: &str, method: &Method, path: &str, page: &people::testing::Page) -> bool {
    let sign_in = page.status == StatusCode::SEE_OTHER && page.location.as_ref().is_some_and(|to| to.starts_with("/aanmelden"));
    let known = page.status == StatusCode::NOT_FOUND || page.status == StatusCode::FORBIDDEN || sign_in;
    assert!(known, "{browser} of the neighbour gets {} at {method} {path}: {}", page.status, page.body);
    page.status == StatusCode::NOT_FOUND
}

/// Every address with an id, asked with the ids of Leyhoven by everybody of Buurstad.
async fn no_id_opens(house: &TestHouse, ids: &Ids) {
    let visitor = house.visitor().on(BUURSTAD);
    let neighbours: Vec<(String, Browser)> = ROLES.iter().map(|role| (role.to_string(), house.as_neighbour(*role))).collect();
    let own: Vec<Browser> = std::iter::once(house.visitor()).chain(ROLES.iter().map(|role| house.as_role(*role))).collect();
    let before = entries(house).await;
    let mut asked = 0;
    for entry in meemaak::routes().entries().iter().filter(|entry| entry.path.contains('{') && !SHARED.contains(&entry.path)) {
        let path = ids.of(entry.path);
        let mut missing = 0;
        for (name, browser) in
            std::iter::once(("a visitor".to_owned(), &visitor)).chain(neighbours.iter().map(|(name, it)| (name.clone(), it)))
        {
            let page = if entry.method == Method::GET { browser.get(&path).await } else { browser.post(&path, &[("words", "x")]).await };
            missing += usize::from(shut(&name, &entry.method, &path, &page));
            asked += 1;
        }
        assert!(missing > 0, "nobody of the neighbour may come to {} {path}, so nothing is proven", entry.method);
        // In its own municipality the id is real, or the 404 above would say nothing.
        if entry.method == Method::GET && !NOT_NOW.contains(&entry.path) {
            let mut found = false;
            for browser in &own {
                found |= browser.get(&path).await.status != StatusCode::NOT_FOUND;
            }
            assert!(found, "nothing stands at {path} in Leyhoven either");
        }
    }
    assert!(asked > 300, "{asked}");
    // Our own people looked at an address to write a letter, and that is logged; the neighbour left no trace.
    let fresh: BTreeSet<String> =
        entries(house).await.into_iter().filter(|(id, _)| !before.contains_key(id)).map(|(_, kind)| kind).collect();
    assert_eq!(fresh.iter().collect::<Vec<_>>(), ["identity-seen"]);
}

/// A sign-in of Buurstad, taken along to Leyhoven.
async fn no_sign_in_opens(house: &TestHouse) {
    for role in [Role::Administrator, Role::ParticipationOfficer] {
        let neighbour = house.as_neighbour(role);
        assert_eq!(neighbour.get("/werk").await.status, StatusCode::OK, "signed in at home");
        let cookie = neighbour.cookie("aanmelding").unwrap();
        let abroad = neighbour.on(LEYHOVEN);
        for path in ["/werk", "/werk/processen", "/beheer"] {
            let page = abroad.get(path).await;
            assert!(page.location.is_some_and(|to| to.starts_with("/aanmelden")), "{role} at {path}: {}", page.status);
        }
        // Also beside the visitor's cookie of somebody in Leyhoven.
        let visitor = house.visitor();
        visitor.set_cookie("aanmelding", &cookie);
        assert_eq!(visitor.get("/werk").await.status, StatusCode::SEE_OTHER);
    }
}

/// The neighbour makes a process of the very same name, so that its lists and searches answer, and find nothing.
async fn no_search_finds(house: &TestHouse, own: &Travelling) {
    let officer = house.as_neighbour(Role::ParticipationOfficer);
    let made = done(&officer, "/werk/processen/nieuw", &[("title", PROCESS)]).await;
    publish(&officer, made.location.unwrap().rsplit('/').next().unwrap()).await;
    let (here, there) = (house.visitor(), house.visitor().on(BUURSTAD));
    let list = format!("/processen/{SLUG}/bijdragen/lijst");
    for (question, title) in [("bushalte", own.title.as_str()), ("spuistraat", "Maak de Spuistraat duurzaam")] {
        let path = format!("{list}?zoek={question}");
        let found = here.get(&path).await;
        assert!(found.status == StatusCode::OK && found.shows(title), "{}", found.body);
        let nothing = there.get(&path).await;
        assert!(nothing.status == StatusCode::OK && !nothing.shows(title) && nothing.shows("Niets gevonden"), "{}", nothing.body);
        let mut s = house.store().read().await.unwrap();
        let mut search = async |tenant| {
            store::search::search(&mut s, tenant, voice::SEARCH, None, false, question, &Language::NL, 10).await.unwrap().len()
        };
        assert_eq!((search(house.tenant()).await, search(house.buurstad.tenant.id).await), (1, 0));
    }
    for path in
        [list.as_str(), &format!("/processen/{SLUG}"), "/", "/processen", "/antwoorden", "/bulletin", "/bulletin.atom", "/hoe-doen-we-het"]
    {
        let page = there.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.shows(own.number.as_str()) && !page.shows(&own.title), "{path}: {}", page.body);
    }
    let api = there.get(&format!("/api/v1/processes/{SLUG}/contributions")).await;
    let api: serde_json::Value = serde_json::from_str(&api.body).unwrap();
    assert_eq!(api["items"], serde_json::json!([]));
    for (role, path) in [
        (Role::ParticipationOfficer, "/werk?lijst=alle"),
        (Role::Moderator, "/werk/privacy"),
        (Role::Moderator, "/werk/privacy?stand=shown"),
        (Role::Moderator, "/werk/reacties"),
        (Role::ParticipationOfficer, "/werk/intake/nakijken"),
        (Role::ParticipationOfficer, "/werk/bezorging"),
        (Role::CouncilSecretary, "/werk/agenda"),
        (Role::ProcessGuardian, "/werk/herzieningen"),
        (Role::Administrator, "/beheer/taken"),
        (Role::Administrator, "/beheer/logboek"),
    ] {
        let page = house.as_neighbour(role).get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{role} at {path}");
        assert!(
            !page.shows(own.number.as_str()) && !page.shows(&own.dossier.to_string()) && !page.shows("de printer brandt"),
            "{path}: {}",
            page.body
        );
    }
}

/// Everything at once.
pub async fn finds_nothing(house: &TestHouse, process: &str, own: &Travelling, photo: FileId, delivery: &str) {
    let ids = ids(house, process, own, photo, delivery).await;
    no_id_opens(house, &ids).await;
    no_sign_in_opens(house).await;
    no_search_finds(house, own).await;
    let again = house.as_role(Role::Administrator).post(&format!("/beheer/taken/{}", ids.job), &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the job is real: {}", again.body);
}
