//! Real proposals of a real city go all the way through the house, over HTTP and on both databases, beside a second
//! municipality that finds nothing of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod neighbour;
mod same;

use axum::http::StatusCode;
use journey::{Dossier, State};
use kernel::{ContributionId, Date, DossierId, FileId, ProcessId, PublicNumber};
use people::Role;
use people::testing::{Browser, Page, TestHouse};
use same::{plain, same};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Engine;
use store::testing::engines;

/// The name of the process, and its place in addresses.
const PROCESS: &str = "Centrum Begroot 2020";
const SLUG: &str = "centrum-begroot-2020";

const BESLUIT: &str = "https://besluiten.leyhoven.example/id/besluit/2020-141";
const DONE: &str = "Wij hebben dit voorstel berekend en met de buurt bekeken.";
const CRITERION: &str = "De doorgang voor hulpdiensten moet vrij blijven.";
const WHY_NOT: &str = "De straat is op die plaats te smal. Een brandweerwagen kan er dan niet meer door.";

const OWN: &str = "Uw voorstel is met naam besproken, naast dat van de andere indieners.";

/// A contribution on its way.
struct Travelling {
    contribution: ContributionId,
    dossier: DossierId,
    number: PublicNumber,
    title: String,
}

impl Travelling {
    fn act(&self, act: &str) -> String {
        format!("/werk/dossiers/{}/{act}", self.dossier)
    }
}

/// The file with the proposals; nothing, and it is said, when the shared data are not there.
#[allow(clippy::print_stderr, reason = "a run that left something out must say so")]
fn proposals() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/tally/instances/Netherlands_Amsterdam_252.pb");
    if path.exists() {
        return Some(path);
    }
    eprintln!("the journey of real proposals is left out: {} is not there", path.display());
    None
}

async fn house(engine: Engine) -> TestHouse {
    TestHouse::open(engine, &meemaak::migrations(), meemaak::house::ROOMS, meemaak::routes()).await
}

fn today(house: &TestHouse) -> Date {
    house.leyhoven.tenant.civil.today(house.app.clock.now())
}

/// The value of the field `name` on a page.
fn field(page: &Page, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = page.body.find(&mark).unwrap_or_else(|| panic!("no field {name} on {}", page.body)) + mark.len();
    page.body[start..].split('"').next().unwrap().to_owned()
}

/// Everything that follows `before` in links of the page, up to the end of the address.
fn links(page: &Page, before: &str) -> Vec<String> {
    let mark = format!("href=\"{before}");
    page.body.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

async fn done(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let page = browser.post(path, fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}: {}", plain(&page.body));
    page
}

/// Writes the charter of the process with this id and publishes it, as the participation officer does.
async fn publish(officer: &Browser, id: &str) {
    let edit = format!("/werk/processen/{id}");
    let page = officer.get(&edit).await;
    assert!(page.status == StatusCode::OK && page.shows(PROCESS), "{}", page.body);
    // What is not there yet is asked for: without limits, criteria and mandate nothing is published (catalogue A1).
    let early = officer.post(&format!("{edit}/publiceren"), &[]).await;
    assert!(!early.status.is_success() && early.status != StatusCode::SEE_OTHER, "an empty charter is published: {}", early.status);
    let seen = field(&page, "seen");
    let charter = [
        ("title", PROCESS),
        ("question", "Wat maakt het centrum groener en fijner?"),
        ("reason", "De stad legt een bedrag opzij voor plannen van bewoners."),
        ("can-change", "Wat er in straten en op pleinen komt."),
        ("fixed", "Hulpdiensten moeten overal door kunnen."),
        ("outside", "Parkeertarieven."),
        ("rung", "2"),
        ("mandate-body", "Gemeenteraad"),
        ("mandate-date", "2026-02-10"),
        ("mandate-reference", "agendapunt 14"),
        ("mandate-rung", "3"),
        ("decides", "De gemeenteraad beslist."),
        ("criteria", "Veiligheid, kostprijs en draagvlak."),
        ("decider", "decision-maker"),
        ("means", "Twee medewerkers."),
        ("budget", "500.000"),
        ("closes", "2026-05-31"),
        ("decision-date", "2026-06-15"),
        ("moment-1-date", "20/3/2026"),
        ("moment-1-text", "Bijeenkomst in de wijkzaal"),
        ("answer-count", "10"),
        ("answer-in", "working"),
        ("seen", seen.as_str()),
        ("then", "publish"),
    ];
    let saved = done(officer, &edit, &charter).await;
    assert_eq!(saved.location.as_deref(), Some(format!("{edit}/publiceren").as_str()));
    let aims = format!("{edit}/gids/doelen");
    let seen = field(&officer.get(&aims).await, "seen");
    let ranked = [
        ("aim-1", "value.social-cohesion"),
        ("aim-1-level", "community"),
        ("text-not-aimed", "Geen nieuwe straten."),
        ("seen", seen.as_str()),
    ];
    done(officer, &aims, &ranked).await;
    done(officer, &format!("{edit}/publiceren"), &[]).await;
}

/// Takes the proposals in as the command line does, completes the charter and publishes it. Gives the id of the process.
async fn imported(house: &TestHouse, file: &Path) -> String {
    let tenant = Arc::new(house.leyhoven.tenant.clone());
    let report = meemaak::command::import::pabulib_file(&house.app, &tenant, file, PROCESS, None, false).await.unwrap();
    assert_eq!((report.taken, report.known, report.refused), (85, 0, 0));
    let again = meemaak::command::import::pabulib_file(&house.app, &tenant, file, PROCESS, None, false).await.unwrap();
    assert_eq!((again.taken, again.known, again.refused), (0, 85, 0), "a second run doubles nothing");

    let officer = house.as_role(Role::ParticipationOfficer);
    let list = officer.get("/werk/processen").await;
    let id = links(&list, "/werk/processen/").into_iter().find(|id| id.len() == 36).expect("the process stands in the list");
    let path = format!("/processen/{SLUG}");
    assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "what is in preparation is not public");
    publish(&officer, &id).await;
    let public = house.visitor().get(&path).await;
    assert!(public.status == StatusCode::OK && public.shows("Wat maakt het centrum groener en fijner?"), "{}", public.body);
    id
}

/// The ids and titles of everything that waits for a look at its privacy, page after page.
async fn waiting(moderator: &Browser) -> Vec<(ContributionId, String)> {
    let (mut found, mut next) = (Vec::new(), Some("/werk/privacy".to_owned()));
    while let Some(path) = next {
        let page = moderator.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        for row in page.body.split("href=\"/werk/privacy/").skip(1) {
            let (id, rest) = row.split_once('"').unwrap();
            let title = rest.split_once('>').unwrap().1.split("</a>").next().unwrap();
            found.push((id.parse().unwrap(), plain(title)));
        }
        next = links(&page, "/werk/privacy?").into_iter().find(|link| link.contains("na=") && !link.contains("taal=")).map(|link| {
            let link = link.replace("&#38;", "&").replace("&amp;", "&");
            format!("/werk/privacy?{link}")
        });
    }
    found
}

async fn known(house: &TestHouse, contribution: ContributionId) -> Travelling {
    let mut s = house.store().read().await.unwrap();
    let it = voice::contribution(&mut s, house.tenant(), contribution).await.unwrap().expect("it came in");
    Travelling { contribution, dossier: it.dossier, number: it.number, title: it.title.original().text.clone() }
}

/// The look at privacy, of the words as they stand on the page.
async fn looked_at(moderator: &Browser, contribution: ContributionId) {
    let path = format!("/werk/privacy/{contribution}");
    let seen = field(&moderator.get(&path).await, "seen");
    done(moderator, &path, &[("decision", "show"), ("seen", seen.as_str())]).await;
}

/// The look at privacy and the screening.
async fn to_the_desk(house: &TestHouse, it: &Travelling) {
    let public = house.visitor().get(&format!("/bijdragen/{}", it.number)).await;
    assert!(!public.shows(&it.title), "nobody reads what nobody looked at");
    same(house, &it.number).await;
    looked_at(&house.as_role(Role::Moderator), it.contribution).await;
    let told = same(house, &it.number).await;
    assert_eq!(told["title"]["text"], it.title.as_str());
    let screening = [("verdict", "in-scope"), ("kind", "idea")];
    done(&house.as_role(Role::ParticipationOfficer), &it.act("screening"), &screening).await;
    assert_eq!(same(house, &it.number).await["state"], State::Screened.code());
}

/// Asks «Openbaar domein», which takes it and checks it against the frames.
async fn to_an_assessment(house: &TestHouse, it: &Travelling) {
    let (department, holder) = (house.leyhoven.public_space.to_string(), house.account(Role::Specialist).to_string());
    done(&house.as_role(Role::ParticipationOfficer), &it.act("toewijzen"), &[("department", &department)]).await;
    assert_eq!(same(house, &it.number).await["asked"], "Openbaar domein");
    house.clock.advance_days(1);
    done(&house.as_role(Role::DepartmentHead), &it.act("aanvaarden"), &[("holder", &holder)]).await;
    let told = same(house, &it.number).await;
    assert_eq!((&told["department"], &told["asked"]), (&"Openbaar domein".into(), &serde_json::Value::Null));
    assert_eq!(told["stranded"], serde_json::json!([]), "it has an owner");
    let frames = [
        ("legal", "fits"),
        ("financial", "fits-if"),
        ("financial-rule", "Als het onderhoud betaald is."),
        ("financial-firmness", "adjustable"),
        ("practical", "fits"),
        ("plans", "fits"),
    ];
    done(&house.as_role(Role::Specialist), &it.act("kadertoets"), &frames).await;
    same(house, &it.number).await;
    house.clock.advance_days(1);
}

/// Another department commits its money for it; until then everybody sees for whom it waits.
async fn with_means_of_another(house: &TestHouse, it: &Travelling) {
    let finance = house.leyhoven.finance.to_string();
    let asked = [("department", finance.as_str()), ("euros", "25.000"), ("purpose", "Aanleg en drie jaar onderhoud.")];
    done(&house.as_role(Role::Specialist), &it.act("middelen"), &asked).await;
    let told = same(house, &it.number).await;
    assert_eq!((&told["state"], &told["across"][0]["committed"]), (&State::Means.code().into(), &serde_json::Value::Null));
    house.clock.advance_days(45);
    let told = same(house, &it.number).await;
    assert_eq!(told["stranded"][0]["code"], "X4", "it lies still for want of means");
    done(&house.as_role(Role::BudgetHolder), &it.act("middelen/antwoord"), &[("answer", "yes")]).await;
    let told = same(house, &it.number).await;
    assert_eq!((&told["across"][0]["committed"], &told["asked"]), (&true.into(), &serde_json::Value::Null));
}

/// The department advises that it fits.
async fn advised(house: &TestHouse, it: &Travelling) {
    let specialist = house.as_role(Role::Specialist);
    let advice = [("fit", "fits"), ("words", "Voer het uit."), ("motive", "Er is plaats en geld.")];
    done(&specialist, &it.act("advies"), &advice).await;
    assert_eq!(same(house, &it.number).await["state"], State::AdviceReady.code());
}

/// What was adopted is promised, with a date, and everybody sees that it is underway.
async fn promised(house: &TestHouse, it: &Travelling) {
    let (department, until) = (house.leyhoven.public_space.to_string(), today(house).plus_days(200).to_string());
    let promise = [("what", "De straat wordt groener."), ("doer", "department"), ("department", &*department), ("until", &*until)];
    let made = house.as_role(Role::Specialist).post(&it.act("uitvoering"), &promise).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let told = same(house, &it.number).await;
    assert_eq!(told["steps"].as_array().unwrap().last().unwrap()["kind"], "started");
}

/// Puts it on the agenda, and moves it by two days; the council decides a week later.
async fn to_a_decision(house: &TestHouse, it: &Travelling, outcome: &str) {
    let (first, day) = (today(house).plus_days(5).to_string(), today(house).plus_days(7).to_string());
    let secretary = house.as_role(Role::CouncilSecretary);
    done(&secretary, &it.act("agenda"), &[("body", "Gemeenteraad"), ("date", &first)]).await;
    same(house, &it.number).await;
    let moved = [("body", "Gemeenteraad"), ("date", day.as_str()), ("motive", "De zaal is dan vrij.")];
    done(&secretary, &it.act("agenda"), &moved).await;
    let told = same(house, &it.number).await;
    assert_eq!(told["steps"].as_array().unwrap().last().unwrap()["text"]["text"], "De zaal is dan vrij.");
    house.clock.advance_days(7);
    let mut decision = vec![
        ("outcome", outcome),
        ("words", "De raad heeft dit voorstel besproken."),
        ("date", &day),
        ("vote", "unaniem"),
        ("published", BESLUIT),
    ];
    if outcome != "adopted" {
        decision.push(("deviation", "De raad weegt de veiligheid zwaarder."));
    }
    let officer = house.as_role(Role::ParticipationOfficer).post(&it.act("besluit"), &decision).await;
    assert_eq!(officer.status, StatusCode::FORBIDDEN, "who prepares does not decide");
    done(&house.as_role(Role::DecisionMaker), &it.act("besluit"), &decision).await;
    let told = same(house, &it.number).await;
    assert_eq!((told["decision"]["outcome"].as_str(), told["answer"].is_null()), (Some(outcome), true));
}

/// Answers. A no without its reason is not published.
async fn to_an_answer(house: &TestHouse, it: &Travelling, outcome: &str) {
    let officer = house.as_role(Role::ParticipationOfficer);
    house.clock.advance_days(1);
    let mut answer = vec![("done", DONE), ("criterion", CRITERION), ("plain", "yes"), ("action", "publish")];
    if outcome != "adopted" {
        let bare = officer.post(&it.act("antwoord"), &answer).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", bare.body);
        assert!(same(house, &it.number).await["answer"].is_null());
        answer.push(("why-not", WHY_NOT));
    }
    answer.push(("coming", "In mei hangt er een brief in de straat."));
    done(&officer, &it.act("antwoord"), &answer).await;
    let told = same(house, &it.number).await;
    assert_eq!(told["answer"]["outcome"], outcome);
    assert_eq!(told["answer"]["why_not"].is_null(), outcome == "adopted");
}

/// Two departments hand it back: it lies still in public, since the day of the second hand-back, until a third takes it.
async fn strands(house: &TestHouse, it: &Travelling) {
    let officer = house.as_role(Role::ParticipationOfficer);
    for department in [house.leyhoven.green, house.leyhoven.finance] {
        assert_eq!(same(house, &it.number).await["stranded"], serde_json::json!([]));
        done(&officer, &it.act("toewijzen"), &[("department", &department.to_string())]).await;
        same(house, &it.number).await;
        house.clock.advance_days(1);
        done(&house.as_head_of(department), &it.act("teruggeven"), &[("reason", "Dit hoort bij een andere dienst.")]).await;
    }
    let since = today(house).to_string();
    house.clock.advance_days(2);
    let told = same(house, &it.number).await;
    assert_eq!(told["stranded"], serde_json::json!([{"code": "X2", "since": since}]));
    let page = house.visitor().get(&format!("/bijdragen/{}", it.number)).await;
    assert!(
        plain(&page.body).contains(&format!("ligt stil bij het participatieteam sinds {}", same::day(&since))),
        "{}",
        plain(&page.body)
    );
    let list = house.visitor().get(&format!("/api/v1/processes/{SLUG}/contributions?limit=100")).await;
    let list: serde_json::Value = serde_json::from_str(&list.body).unwrap();
    let row = list["items"].as_array().unwrap().iter().find(|row| row["number"] == it.number.as_str()).expect("it is public");
    assert_eq!(row["stranded"][0]["since"], since.as_str(), "the list tells it as well");
}

/// A photo of a few coloured squares.
fn jpeg() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([u8::try_from(x * 3).unwrap(), u8::try_from(y * 4).unwrap(), 90]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

/// A resident adds an idea with a photo, who wants the answer in a letter. Gives it with its photo and follow code.
async fn from_a_resident(house: &TestHouse) -> (Travelling, FileId, String) {
    let (browser, path) = (house.visitor(), format!("/processen/{SLUG}/bijdragen"));
    let begun = browser.get(&path).await;
    let (id, code) = (field(&begun, "id"), field(&begun, "code"));
    let idea = [
        ("id", id.as_str()),
        ("code", code.as_str()),
        ("title", "Een bank bij de bushalte"),
        ("body", "Wie wacht, wil zitten."),
        ("idea-language", "nl"),
    ];
    let bytes = jpeg();
    let kept = browser.post_files(&path, &[&idea[..], &[("step", "photo")]].concat(), &[("file", "halte.jpg", "image/jpeg", &bytes)]).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    let photo = field(&kept, "photo");
    let rest = [
        ("photo", photo.as_str()),
        ("photo-words", "De halte zonder bank"),
        ("answer-by", "letter"),
        ("name", "Noor Peeters"),
        ("address", "Molenstraat 4, 9999 Leyhoven"),
        ("step", "check"),
        ("go", "send"),
    ];
    done(&browser, &path, &[&idea[..], &rest].concat()).await;
    (known(house, id.parse().unwrap()).await, photo.parse().unwrap(), code)
}

/// The answer to the resident leaves as a letter and arrives. Gives the id of the delivery.
async fn delivered(house: &TestHouse, it: &Travelling) -> String {
    let officer = house.as_role(Role::ParticipationOfficer);
    let list = officer.get("/werk/bezorging").await;
    assert!(list.shows(it.number.as_str()), "{}", list.body);
    let id = links(&list, "/werk/bezorging/").into_iter().find(|id| id.len() == 36).expect("a letter waits");
    let path = format!("/werk/bezorging/{id}");
    let letter = officer.get(&format!("{path}/brief")).await;
    assert!(letter.shows("Noor Peeters") && letter.shows(DONE), "{}", letter.body);
    assert_eq!(same(house, &it.number).await["state"], State::FedBack.code(), "not delivered yet");
    for status in ["printed", "confirmed"] {
        done(&officer, &path, &[("status", status)]).await;
        house.clock.advance_days(1);
    }
    assert_eq!(same(house, &it.number).await["state"], State::Reaction.code(), "the author has it");
    id
}

/// Two more are put together; one says something else, and its author contests it by telephone. All of that is public,
/// but for the words of the author.
async fn together(house: &TestHouse, one: &Travelling, other: &Travelling) {
    let officer = house.as_role(Role::ParticipationOfficer);
    for it in [one, other] {
        to_the_desk(house, it).await;
    }
    done(&officer, &one.act("samenvoegen"), &[("numbers", other.number.as_str())]).await;
    let told = same(house, &other.number).await;
    assert_eq!((told["together"].as_i64(), told["others"][0]["number"].as_str()), (Some(2), Some(one.number.as_str())));
    let id = other.contribution.to_string();
    done(&officer, &one.act("minderheid"), &[("chosen", &id), ("words", "Wil dit alleen in de zomer.")]).await;
    let heard = [("deed", "heard"), ("chosen", id.as_str()), ("words", "Mijn plan gaat over water.")];
    done(&officer, &one.act("betwisting"), &heard).await;
    let told = same(house, &other.number).await;
    assert!(told["contests"][0]["ended"].is_null() && !told.to_string().contains("over water"), "{told}");
    let changes = [
        ("/others/0/number", "AAAA-2222"),
        ("/others/0/title/text", "Iets anders"),
        ("/differs/text", "Wil dit altijd."),
        ("/contests/0/asked", "2026-03-01"),
        ("/contests/0/until", "2026-03-01"),
    ];
    assert_eq!(same::unnoticed(house, &other.number, &changes).await, Vec::<&str>::new());
    house.clock.advance_days(2);
    let kept = [("contested", id.as_str()), ("end", "kept"), ("motive", "Beide plannen liggen op hetzelfde plein.")];
    done(&officer, &one.act("betwisting"), &kept).await;
    assert_eq!(same(house, &other.number).await["contests"][0]["ended"], "kept");
    done(&officer, &one.act("splitsen"), &[("chosen", &id)]).await;
    for it in [one, other] {
        assert_eq!(same(house, &it.number).await["together"], 1);
    }
}

/// Puts together everything that the program proposes, as an officer does who finds each proposal right. Gives how many contributions
/// went along with another.
async fn together_as_proposed(house: &TestHouse, process: &str) -> usize {
    let officer = house.as_role(Role::ParticipationOfficer);
    let desk = format!("/werk/processen/{process}/bundelen");
    done(&officer, &desk, &[]).await;
    let (tenant, id) = (house.tenant(), process.parse::<ProcessId>().unwrap());
    carry::jobs::seek_now(&house.app, tenant, id).await.unwrap();
    let mut groups = Vec::new();
    {
        let mut s = house.store().read().await.unwrap();
        for proposal in carry::bundle_proposals(&mut s, tenant, id, 0, 100).await.unwrap() {
            let members = carry::bundle_members(&mut s, tenant, id, proposal.number, false, 50).await.unwrap();
            groups.push((proposal.number, members));
        }
    }
    for (number, members) in &groups {
        let path = format!("{desk}/{number}");
        let page = officer.get(&path).await;
        assert!(members.iter().all(|id| page.shows(&id.to_string())), "{}", page.body);
        let ids: Vec<String> = members.iter().map(ToString::to_string).collect();
        let mut form = vec![("deed", "merge")];
        form.extend(ids.iter().flat_map(|id| [("seen", id.as_str()), ("chosen", id.as_str())]));
        done(&officer, &path, &form).await;
    }
    groups.iter().map(|(_, members)| members.len() - 1).sum()
}

/// Carries a dossier from its department to an answer to every author in it, each step by whose work it is.
async fn carried(house: &TestHouse, dossier: &Dossier, outcome: &str) {
    let path = |act: &str| format!("/werk/dossiers/{}/{act}", dossier.id);
    let (department, holder) = (house.leyhoven.public_space.to_string(), house.account(Role::Specialist).to_string());
    let own: Vec<String> = dossier.live().map(|it| format!("own-{}", it.number)).collect();
    let day = today(house).to_string();
    let (officer, specialist) = (house.as_role(Role::ParticipationOfficer), house.as_role(Role::Specialist));
    done(&officer, &path("toewijzen"), &[("department", &department)]).await;
    done(&house.as_role(Role::DepartmentHead), &path("aanvaarden"), &[("holder", &holder)]).await;
    let frames = [("legal", "fits"), ("financial", "fits"), ("practical", "fits"), ("plans", "fits")];
    done(&specialist, &path("kadertoets"), &frames).await;
    done(&specialist, &path("advies"), &[("fit", "fits"), ("words", "Voer het uit."), ("motive", "Er is plaats en geld.")]).await;
    done(&house.as_role(Role::CouncilSecretary), &path("agenda"), &[("body", "Gemeenteraad"), ("date", &day)]).await;
    let mut decision = vec![("outcome", outcome), ("words", "De raad heeft dit besproken."), ("date", day.as_str())];
    let mut answer = vec![("done", DONE), ("criterion", CRITERION), ("plain", "yes"), ("action", "publish")];
    if outcome != "adopted" {
        decision.push(("deviation", "De raad weegt de veiligheid zwaarder."));
        answer.push(("why-not", WHY_NOT));
    }
    done(&house.as_role(Role::DecisionMaker), &path("besluit"), &decision).await;
    if own.len() > 1 {
        let general = officer.post(&path("antwoord"), &answer).await;
        assert_eq!(general.status, StatusCode::UNPROCESSABLE_ENTITY, "every author hears of the own words");
        answer.extend(own.iter().map(|name| (name.as_str(), OWN)));
    }
    done(&officer, &path("antwoord"), &answer).await;
}

#[tokio::test]
async fn every_real_proposal_is_put_together_as_proposed_and_carried_to_an_answer_of_its_own() {
    let Some(file) = proposals() else { return };
    for engine in engines() {
        let house = house(engine).await;
        let process = imported(&house, &file).await;
        let (moderator, officer) = (house.as_role(Role::Moderator), house.as_role(Role::ParticipationOfficer));
        let all = waiting(&moderator).await;
        for (id, _) in &all {
            looked_at(&moderator, *id).await;
            let it = known(&house, *id).await;
            done(&officer, &it.act("screening"), &[("verdict", "in-scope"), ("kind", "idea")]).await;
        }
        let along = together_as_proposed(&house, &process).await;
        assert!(along > 0, "{engine}: among 85 proposals for one part of a city some say the same");
        let mut dossiers: Vec<Dossier> = Vec::new();
        {
            let mut s = house.store().read().await.unwrap();
            for (id, title) in &all {
                let found =
                    journey::of_contribution(&mut s, house.tenant(), *id).await.unwrap().unwrap_or_else(|| panic!("«{title}» travels"));
                if !dossiers.iter().any(|it| it.id == found.id) {
                    dossiers.push(found);
                }
            }
        }
        assert_eq!(
            (dossiers.len() + along, dossiers.iter().map(|it| it.live().count()).sum::<usize>()),
            (85, 85),
            "{engine}: nothing is lost"
        );
        for (nth, dossier) in dossiers.iter().enumerate() {
            carried(&house, dossier, if nth % 3 == 2 { "not-adopted" } else { "adopted" }).await;
        }
        let mut answered = 0;
        for dossier in &dossiers {
            let several = dossier.live().count() > 1;
            for it in dossier.live() {
                let told: serde_json::Value = if several {
                    // What stands on the page of a bundle is compared with its JSON as well.
                    same(&house, &it.number).await
                } else {
                    let json = house.visitor().get(&format!("/api/v1/contributions/{}/journey", it.number)).await;
                    serde_json::from_str(&json.body).unwrap()
                };
                assert_eq!(told["answer"]["own"]["text"] == OWN, several, "{told}");
                assert_eq!((&told["answer"]["done"]["text"], &told["together"]), (&DONE.into(), &dossier.live().count().into()), "{told}");
                answered += 1;
            }
        }
        assert_eq!(answered, 85, "{engine}");
        let report = store::journal::verify(house.store(), None).await.unwrap();
        assert!(report.is_whole(), "{:?}", report.findings);
    }
}

#[tokio::test]
async fn real_proposals_travel_to_an_answer_and_page_and_json_tell_the_same_all_the_way() {
    let Some(file) = proposals() else { return };
    for engine in engines() {
        let house = house(engine).await;
        let process = imported(&house, &file).await;
        let all = waiting(&house.as_role(Role::Moderator)).await;
        assert_eq!(all.len(), 85, "every proposal waits for a look at its privacy");
        let mut three = Vec::new();
        for title in [
            "Bijenkorven en biodiversiteit in De Halve Wereld",
            "Maak de Spuistraat duurzaam",
            "Fleurige plantenbakken in de Jodenbreestraat",
        ] {
            let (id, _) = all.iter().find(|(_, found)| found == title).unwrap_or_else(|| panic!("«{title}» came in"));
            three.push(known(&house, *id).await);
        }
        let [adopted, rejected, stranded] = three.try_into().unwrap_or_else(|_| panic!("three"));

        to_the_desk(&house, &adopted).await;
        to_an_assessment(&house, &adopted).await;
        advised(&house, &adopted).await;
        to_a_decision(&house, &adopted, "adopted").await;
        to_an_answer(&house, &adopted, "adopted").await;
        promised(&house, &adopted).await;

        to_the_desk(&house, &rejected).await;
        to_an_assessment(&house, &rejected).await;
        advised(&house, &rejected).await;
        to_a_decision(&house, &rejected, "not-adopted").await;
        to_an_answer(&house, &rejected, "not-adopted").await;

        to_the_desk(&house, &stranded).await;
        strands(&house, &stranded).await;
        to_an_assessment(&house, &stranded).await;
        with_means_of_another(&house, &stranded).await;
        advised(&house, &stranded).await;
        to_a_decision(&house, &stranded, "adopted").await;
        to_an_answer(&house, &stranded, "adopted").await;

        let changes = [
            ("/title/text", "Iets anders"),
            ("/received", "2026-03-01"),
            ("/state", State::Decided.code()),
            ("/since", "2026-03-01"),
            ("/until", "2026-03-01"),
            ("/steps/0/date", "2026-03-01"),
            ("/steps/1/kind", "scheduled"),
            ("/steps/3/department", "Groen"),
            ("/frames/1/verdict", "fits"),
            ("/frames/1/rule/text", "Als het onderhoud gratis is."),
            ("/frames/2/checked", "2026-03-01"),
            ("/advices/0/given", "2026-03-01"),
            ("/advices/0/department", "Groen"),
            ("/advices/0/verdict", "does-not-fit"),
            ("/advices/0/words/text", "Doe het niet."),
            ("/advices/0/motive/text", "Zomaar."),
            ("/decision/outcome", "adopted"),
            ("/decision/date", "2026-03-01"),
            ("/decision/body", "De burgemeester"),
            ("/decision/words/text", "Ja."),
            ("/decision/deviation/text", "Zomaar."),
            ("/decision/published", "https://elders.example/"),
            ("/answer/published", "2026-03-01"),
            ("/answer/criterion/text", "De kleur."),
            ("/answer/why_not/text", "Daarom."),
        ];
        assert_eq!(same::unnoticed(&house, &rejected.number, &changes).await, Vec::<&str>::new());

        let taken = [&adopted, &rejected, &stranded].map(|it| it.contribution);
        let mut rest = all.iter().filter(|(id, _)| !taken.contains(id));
        let (one, other) = (rest.next().expect("a proposal").0, rest.next().expect("another").0);
        together(&house, &known(&house, one).await, &known(&house, other).await).await;

        // One more that came in online, with a photo, an author to answer and a question to look again.
        let (own, photo, code) = from_a_resident(&house).await;
        to_the_desk(&house, &own).await;
        to_an_assessment(&house, &own).await;
        advised(&house, &own).await;
        to_a_decision(&house, &own, "not-adopted").await;
        to_an_answer(&house, &own, "not-adopted").await;
        let delivery = delivered(&house, &own).await;
        let reaction = [("understood", "yes"), ("fair", "no"), ("review", "yes"), ("words", "Kijk nog eens."), ("code", code.as_str())];
        done(&house.visitor(), &format!("/bijdragen/{}/oordeel", own.number), &reaction).await;
        same(&house, &own.number).await;

        neighbour::finds_nothing(&house, &process, &own, photo, &delivery).await;
        for it in [&adopted, &rejected, &stranded, &own] {
            same(&house, &it.number).await;
        }
        let report = store::journal::verify(house.store(), None).await.unwrap();
        assert!(report.is_whole() && report.entries > 200, "{:?}", report.findings);
    }
}
