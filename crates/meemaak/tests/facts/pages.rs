//! What people do with a process and with what comes in, each by sending the form of a page.

use axum::http::StatusCode;
use design::{Decider, GuideMoment};
use journey::{Outcome, State};
use kernel::{Clock, DossierId};
use people::Role;
use people::testing::{Browser, Page, TestHouse};

/// A process that everybody can read.
#[derive(Debug, Clone)]
pub struct Process {
    pub id: String,
    /// Its place in public addresses.
    pub slug: String,
}

/// A contribution that came in, with what its author has in hand.
#[derive(Debug)]
pub struct HandedIn {
    pub dossier: DossierId,
    pub number: String,
    pub code: String,
}

/// The main line up to a decision.
const LINE: [State; 7] =
    [State::Received, State::Screened, State::Assigned, State::FrameCheck, State::Assessed, State::AdviceReady, State::OnAgenda];

pub fn in_days(house: &TestHouse, days: i64) -> String {
    house.leyhoven.tenant.civil.today(house.clock.now()).plus_days(days).to_string()
}

/// Where a form that was taken leads.
pub fn went(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location.clone().unwrap_or_default()
}

/// The value of the field `name` on a page.
pub fn value(page: &Page, name: &str) -> String {
    let rest = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {}", page.body));
    rest.split('"').next().unwrap().to_owned()
}

/// The first value that can be chosen on a page and that ends so.
pub fn offered(page: &Page, end: &str) -> String {
    let mut values = page.body.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.find(|value| value.ends_with(end)).unwrap_or_else(|| panic!("{end}: {}", page.body)).to_owned()
}

/// A process on which the competent body decides.
pub async fn process(house: &TestHouse, title: &str) -> Process {
    published(house, title, Decider::Body).await
}

/// What `published` aims at.
const RANKED: [(&str, &str); 3] =
    [("aim-1", "effect.transparency"), ("aim-1-level", "community"), ("text-not-aimed", "Geen nieuwe straat.")];

/// Makes a process, writes its whole charter, ranks what it aims at, says what is measured, and publishes it, as the participation
/// officer does.
pub async fn published(house: &TestHouse, title: &str, decider: Decider) -> Process {
    let mut it = drafted(house, title, decider).await;
    guided(house, &it, GuideMoment::Aims, &RANKED).await;
    planned(house, &it).await;
    it.slug = went_public(&house.as_role(Role::ParticipationOfficer), &it).await;
    it
}

/// Publishes a process that lacks nothing. Gives its place in public addresses.
pub async fn went_public(officer: &Browser, it: &Process) -> String {
    let public = went(&officer.post(&format!("/werk/processen/{}/publiceren", it.id), &[]).await);
    let slug = public.strip_prefix("/processen/").and_then(|rest| rest.strip_suffix("/afspraken"));
    slug.unwrap_or_else(|| panic!("{public}")).to_owned()
}

/// Says that of this process only is counted who dropped out.
pub async fn planned(house: &TestHouse, it: &Process) {
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("/werk/processen/{}/meten", it.id);
    let form = officer.get(&path).await;
    let aims: Vec<evidence::EffectKey> = vec![RANKED[0].1.to_owned().try_into().unwrap()];
    let mut fields = vec![("seen".to_owned(), value(&form, "seen"))];
    for proposal in measure::proposed(&aims) {
        let keep = proposal.indicator.code == "G010";
        fields.push((proposal.indicator.field(), if keep { "keep" } else { "drop" }.to_owned()));
        if !keep {
            fields.push((format!("{}-motive", proposal.indicator.field()), "Daar is nu geen tijd voor.".to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    went(&officer.post(&path, &fields).await);
}

/// Makes a process and writes its whole charter; residents do not read it yet.
pub async fn drafted(house: &TestHouse, title: &str, decider: Decider) -> Process {
    let officer = house.as_role(Role::ParticipationOfficer);
    let edit = went(&officer.post("/werk/processen/nieuw", &[("title", title)]).await);
    let seen = value(&officer.get(&edit).await, "seen");
    let [mandated, meeting, closes, decision] = [-14, 20, 60, 120].map(|days| in_days(house, days));
    let charter = [
        ("title", title),
        ("question", "Wat moet er veranderen aan het plein?"),
        ("question-en", "What should change on the square?"),
        ("question-en-origin", "human"),
        ("reason", "De riolering gaat open. Dan kan het plein ook anders."),
        ("reason-en", "The sewers are being opened."),
        ("reason-en-origin", "machine"),
        ("can-change", "Groen, banken, spelen en de plaats van de markt."),
        ("fixed", "De brandweer moet er altijd door kunnen."),
        ("outside", "De parkeertarieven van de stad."),
        ("variant", "asked"),
        ("rung", "2"),
        ("mandate-body", "Gemeenteraad"),
        ("mandate-date", mandated.as_str()),
        ("mandate-reference", "agendapunt 14"),
        ("mandate-rung", "3"),
        ("decides", "De gemeenteraad beslist."),
        ("criteria", "Veiligheid, kostprijs, onderhoud, toegankelijkheid."),
        ("decider", decider.role()),
        ("means", "Twee medewerkers van Openbaar domein."),
        ("closes", closes.as_str()),
        ("decision-date", decision.as_str()),
        ("moment-1-date", meeting.as_str()),
        ("moment-1-text", "Bijeenkomst in de wijkzaal"),
        ("answer-count", "10"),
        ("answer-in", "working"),
        ("seen", seen.as_str()),
        ("then", "publish"),
    ];
    assert_eq!(went(&officer.post(&edit, &charter).await), format!("{edit}/publiceren"));
    Process { id: edit.rsplit('/').next().unwrap().to_owned(), slug: String::new() }
}

/// Saves a page of the guide.
pub async fn guided(house: &TestHouse, process: &Process, moment: GuideMoment, fields: &[(&str, &str)]) {
    let officer = house.as_role(Role::ParticipationOfficer);
    let path = format!("/werk/processen/{}/gids/{}", process.id, moment.code());
    let seen = value(&officer.get(&path).await, "seen");
    went(&officer.post(&path, &[fields, &[("seen", seen.as_str())]].concat()).await);
}

/// A visitor sends an idea, with these fields besides, and keeps the receipt; a moderator then looks at its privacy.
pub async fn handed_in(house: &TestHouse, process: &Process, title: &str, more: &[(&str, &str)]) -> HandedIn {
    let (visitor, path) = (house.visitor(), format!("/processen/{}/bijdragen", process.slug));
    let form = visitor.get(&path).await;
    let (id, secret) = (value(&form, "id"), value(&form, "code"));
    let idea = [
        ("id", id.as_str()),
        ("code", secret.as_str()),
        ("title", title),
        ("body", "Er is te weinig schaduw. Zet er bomen bij."),
        ("idea-language", "nl"),
        ("answer-by", "none"),
        ("step", "check"),
        ("go", "send"),
    ];
    let receipt = visitor.get(&went(&visitor.post(&path, &[&idea[..], more].concat()).await)).await;
    let mut given = receipt.body.split("<strong dir=\"ltr\">").skip(1).filter_map(|rest| rest.split('<').next());
    let (Some(number), Some(code)) = (given.next(), given.next()) else { panic!("no number and code: {}", receipt.body) };

    let (moderator, look) = (house.as_role(Role::Moderator), format!("/werk/privacy/{id}"));
    let page = moderator.get(&look).await;
    let mut links = page.body.split("href=\"/werk/dossiers/").skip(1).filter_map(|rest| rest.split('"').next());
    let dossier: DossierId = links.find_map(|id| id.parse().ok()).unwrap_or_else(|| panic!("no dossier: {}", page.body));
    let seen = value(&page, "seen");
    went(&moderator.post(&look, &[("decision", "show"), ("seen", seen.as_str())]).await);
    HandedIn { dossier, number: number.to_owned(), code: code.to_owned() }
}

/// A contribution that came in and was taken along until its dossier stands in `goal`.
pub async fn came(house: &TestHouse, process: &Process, title: &str, goal: State) -> HandedIn {
    let it = handed_in(house, process, title, &[]).await;
    along(house, it.dossier, State::Received, goal).await;
    it
}

/// As [`came`], for its dossier alone.
pub async fn dossier(house: &TestHouse, process: &Process, title: &str, goal: State) -> DossierId {
    came(house, process, title, goal).await.dossier
}

/// Does something with a dossier through its page.
pub async fn does(browser: &Browser, id: DossierId, act: &str, fields: &[(&str, &str)]) -> String {
    let page = browser.post(&format!("/werk/dossiers/{id}/{act}"), fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{act}: {}", page.body);
    page.location.unwrap_or_default()
}

/// Takes a dossier along the main line from the state in which it stands to `goal`: in scope, taken by «Openbaar domein», everything
/// fits, on the agenda of today.
pub async fn along(house: &TestHouse, id: DossierId, from: State, goal: State) {
    let place = |state: State| LINE.iter().position(|it| *it == state).unwrap_or_else(|| panic!("{state:?} is not on this line"));
    for state in &LINE[place(from)..place(goal)] {
        step(house, id, *state).await;
    }
}

/// The one page that takes a dossier on from this state.
async fn step(house: &TestHouse, id: DossierId, state: State) {
    match state {
        State::Received => {
            let verdict = [("verdict", "in-scope"), ("kind", "idea")];
            does(&house.as_role(Role::ParticipationOfficer), id, "screening", &verdict).await
        }
        State::Screened => {
            let department = house.leyhoven.public_space.to_string();
            does(&house.as_role(Role::ParticipationOfficer), id, "toewijzen", &[("department", &department)]).await
        }
        State::Assigned => {
            let holder = house.account(Role::Specialist).to_string();
            does(&house.as_role(Role::DepartmentHead), id, "aanvaarden", &[("holder", &holder)]).await
        }
        State::FrameCheck => {
            let frames = ["legal", "financial", "practical", "plans"].map(|frame| (frame, "fits"));
            does(&house.as_role(Role::Specialist), id, "kadertoets", &frames).await
        }
        State::Assessed => {
            let advice = [("fit", "fits"), ("words", "Doe het."), ("motive", "Er is plaats en geld.")];
            does(&house.as_role(Role::Specialist), id, "advies", &advice).await
        }
        State::AdviceReady => {
            let today = in_days(house, 0);
            let agenda = [("body", "Gemeenteraad"), ("date", today.as_str())];
            does(&house.as_role(Role::CouncilSecretary), id, "agenda", &agenda).await
        }
        other => panic!("nothing takes it on from {other:?} here"),
    };
}

/// The body on whose agenda a dossier stands decides.
pub async fn decided(house: &TestHouse, id: DossierId, outcome: Outcome) {
    let today = in_days(house, 0);
    let decision = [
        ("outcome", outcome.code()),
        ("words", "De raad volgt het voorstel op deze manier."),
        ("date", today.as_str()),
        ("deviation", "De raad weegt de kosten anders."),
    ];
    does(&house.as_role(Role::DecisionMaker), id, "besluit", &decision).await;
}

/// Publishes a whole answer to the author of a dossier.
pub async fn answered(house: &TestHouse, id: DossierId) {
    let fields = [
        ("done", "Wij hebben uw plan voor drie banken op het plein uitgerekend en getekend."),
        ("criterion", "De brandweer moet er altijd door kunnen."),
        ("why-not", "Een vierde bank staat op de route van de brandweer. Die route mag nooit versperd zijn."),
        ("plain", "yes"),
        ("action", "publish"),
    ];
    does(&house.as_role(Role::ParticipationOfficer), id, "antwoord", &fields).await;
}
