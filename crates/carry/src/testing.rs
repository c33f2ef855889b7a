//! A house in which this room can be tested, and a contribution taken to any state of the main line.

use crate::act::{self, Advising, Deciding, FrameVerdict, Screening};
use crate::model::{Elsewhere, Frame, Kind};
use crate::tables;
use design::Process;
use journey::{Act as Doing, AnswerBy, Channel, Civil, Dossier, Outcome, State, Verdict};
use kernel::{Actor, ContributionId, Date, DepartmentId, DossierId, Language, Line, Prose, TenantId};
use people::testing::{Options, TestHouse};
use people::{App, Role};
use store::Engine;
use store::jobs::Worker;
use store::texts::LanguageSet;
use voice::{Answering, NewContribution, Receipt};

/// Words in Dutch.
#[must_use]
pub fn said(words: &str) -> LanguageSet {
    LanguageSet::written(Language::NL, words)
}

fn line(words: &str) -> Line {
    match Line::new(words, 200) {
        Ok(line) => line,
        Err(error) => panic!("«{words}» is no line: {error}"),
    }
}

fn must<T, E: std::fmt::Debug>(what: &str, result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error:?}"),
    }
}

/// The tables of this room and of those before it.
#[must_use]
pub fn migrations() -> Vec<store::Migration> {
    [design::testing::migrations(), voice::MIGRATIONS, crate::MIGRATIONS].concat()
}

/// A house with the rooms up to this one.
pub async fn house(engine: Engine) -> TestHouse {
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", crate::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(crate::routes());
    let options = Options {
        holders: vec![std::sync::Arc::new(crate::Questions)],
        facts: vec![std::sync::Arc::new(crate::Known)],
        ..Options::default()
    };
    TestHouse::open_with(engine, &migrations(), &texts, routes, options).await
}

/// A worker that knows the jobs of this room.
#[must_use]
pub fn worker(house: &TestHouse) -> Worker {
    crate::jobs::register(house.worker(), &house.app)
}

/// Somebody who acts in a municipality of a house.
#[derive(Debug, Clone)]
pub struct Hand {
    app: App,
    tenant: TenantId,
    civil: Civil,
    actor: Actor,
}

impl Hand {
    /// A role in Leyhoven.
    #[must_use]
    pub fn of(house: &TestHouse, role: Role) -> Self {
        Self {
            app: house.app.clone(),
            tenant: house.leyhoven.tenant.id,
            civil: house.leyhoven.tenant.civil.clone(),
            actor: Actor::Account { account: house.leyhoven.accounts[&role] },
        }
    }
    /// Who acts when.
    #[must_use]
    pub fn doing(&self) -> Doing<'_> {
        Doing { tenant: self.tenant, actor: &self.actor, at: self.app.clock.now(), civil: &self.civil }
    }
    fn today(&self) -> Date {
        self.civil.today(self.app.clock.now())
    }
}

/// A contribution that comes in online in Leyhoven.
pub async fn contribution(house: &TestHouse, process: &Process, title: &str) -> Receipt {
    received(house, process, title, Answering::none()).await
}

/// A contribution whose author wants the answer in this way.
pub async fn received(house: &TestHouse, process: &Process, title: &str, answering: Answering) -> Receipt {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let id = ContributionId::new(house.app.clock.now(), house.app.random.as_ref());
    let mut new = NewContribution::idea(id, process.id, line(title), Language::NL, Channel::Online, hand.today());
    new.body = Some(must("words", Prose::new("Er is te weinig schaduw. Zet er bomen bij.", 500)));
    new.answering = answering;
    let done = store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await });
    must("received", done.await)
}

/// A contribution whose author gave a mail address.
pub async fn received_by_mail(house: &TestHouse, process: &Process, title: &str, mail: &str) -> Receipt {
    let hand = Hand::of(house, Role::ParticipationOfficer);
    let id = ContributionId::new(house.app.clock.now(), house.app.random.as_ref());
    let mut new = NewContribution::idea(id, process.id, line(title), Language::NL, Channel::Online, hand.today());
    let who = people::vault::Identity { mail: mail.to_owned(), ..people::vault::Identity::default() };
    let identity = house.identity();
    new.answering = Answering { by: AnswerBy::Mail, identity: Some(identity), ..Answering::none() };
    let keeper = house.app.keeper(house.tenant(), hand.actor);
    let kept = store::write!(house.store(), [keeper, who], |tx| people::vault::keep(tx, &keeper, identity, &who).await);
    must("kept", kept.await);
    let done = store::write!(house.store(), [hand, new], |tx| { voice::receive(tx, &hand.doing(), new.clone()).await });
    must("received", done.await)
}

/// The dossier as it stands.
pub async fn dossier(house: &TestHouse, id: DossierId) -> Dossier {
    let mut s = must("a session", house.store().read().await);
    match must("a dossier", journey::dossier(&mut s, house.tenant(), id).await) {
        Some(dossier) => dossier,
        None => panic!("there is no dossier {id}"),
    }
}

/// Takes a dossier along the main line until it stands in `goal`, one step at a time, each by the role that may: in scope,
/// taken by «Openbaar domein», everything fits, adopted. Also to Referred, Parked and Questioned, off the main line.
///
/// # Panics
/// When a step is refused, or `goal` does not lie ahead.
pub async fn take_to(house: &TestHouse, id: DossierId, goal: State) -> Dossier {
    for _ in 0..12 {
        let at = dossier(house, id).await;
        if at.state == goal {
            return at;
        }
        step(house, &at, goal).await;
    }
    panic!("the main line does not lead to {goal:?}");
}

/// Looks at the privacy of everything in the dossier, so that it can be screened.
pub async fn check_privacy(house: &TestHouse, at: &Dossier) {
    for contribution in at.live().filter(|it| !it.checked).map(|it| it.contribution) {
        let hand = Hand::of(house, Role::ParticipationOfficer);
        let shown = voice::Decision::Show { title: Vec::new(), body: Vec::new(), photos: Vec::new() };
        let done = store::write!(house.store(), [hand, shown], |tx| { voice::screen(tx, &hand.doing(), contribution, &shown).await });
        must("the privacy check", done.await);
    }
}

async fn step(house: &TestHouse, at: &Dossier, goal: State) {
    let (id, store) = (at.id, house.store().clone());
    let officer = Hand::of(house, Role::ParticipationOfficer);
    let head = Hand::of(house, Role::DepartmentHead);
    let specialist = Hand::of(house, Role::Specialist);
    let department: DepartmentId = house.leyhoven.public_space;
    match at.state {
        State::Received => {
            check_privacy(house, at).await;
            let screening = match goal {
                State::Referred => {
                    Screening::Referred { to: Elsewhere::ReportPoint, place: line("bel 09 555 01 20"), motive: said("Dit is een melding.") }
                }
                State::Parked => Screening::Parked { theme: said("Parkeren"), motive: said("Dit valt buiten de vraag."), until: None },
                _ => Screening::InScope { kind: Kind::Idea },
            };
            let done = store::write!(store, [officer, screening], |tx| { act::screen(tx, &officer.doing(), id, &screening).await });
            must("screened", done.await);
        }
        State::Screened | State::Bundled => {
            must("assigned", store::write!(store, [officer], |tx| { act::assign(tx, &officer.doing(), id, department).await }).await);
        }
        State::Assigned => {
            let holder = house.account(Role::Specialist);
            let done = store::write!(store, [head], |tx| { act::accept(tx, &head.doing(), id, department, holder).await });
            must("accepted", done.await);
        }
        State::FrameCheck => {
            let verdicts = Frame::ALL.map(|frame| FrameVerdict { frame, fit: Verdict::Fits, rule: None, firmness: None }).to_vec();
            let done =
                store::write!(store, [specialist, verdicts], |tx| { act::check_frames(tx, &specialist.doing(), id, &verdicts).await });
            must("frames", done.await);
        }
        State::Assessed if goal == State::Questioned => {
            let Some(contribution) = at.live().next().map(|it| it.contribution) else { panic!("nobody can be asked") };
            let words = said("Welke plaats bedoelt u?");
            let done =
                store::write!(store, [specialist, words], |tx| { act::ask(tx, &specialist.doing(), id, contribution, &words).await });
            must("asked", done.await);
        }
        State::Assessed => {
            let advising = Advising {
                fit: Verdict::Fits,
                condition: None,
                words: said("Doe het."),
                motive: said("Er is plaats en geld."),
                reply: None,
                result: None,
            };
            let done = store::write!(store, [specialist, advising], |tx| { act::advise(tx, &specialist.doing(), id, &advising).await });
            must("advised", done.await);
        }
        State::Questioned => {
            let mut s = must("a session", store.read().await);
            let open = must("questions", tables::questions(&mut s, house.tenant(), id).await);
            drop(s);
            let Some(question) = open.iter().find(|it| it.status == tables::QuestionStatus::Open).map(|it| it.id) else {
                panic!("no question is open")
            };
            let words = said("Naast de school.");
            let done = store::write!(store, [specialist, words], |tx| {
                act::answer_question(tx, &specialist.doing(), question, &words, true).await
            });
            must("answered", done.await);
        }
        State::AdviceReady => {
            let (body, day) = (line("Gemeenteraad"), officer.today());
            let done = store::write!(store, [officer, body], |tx| { act::schedule(tx, &officer.doing(), id, &body, day, None).await });
            must("scheduled", done.await);
        }
        State::OnAgenda => decide(house, id, Outcome::Adopted).await,
        other => panic!("the main line does not go on from {other:?} to {goal:?}"),
    }
}

/// Lets the body decide with this outcome, with a motive for differing from the advice and a date for putting off.
///
/// # Panics
/// When the dossier stands on no agenda.
pub async fn decide(house: &TestHouse, id: DossierId, outcome: Outcome) {
    let hand = Hand::of(house, Role::DecisionMaker);
    let date = hand.today();
    let deciding = Deciding {
        outcome,
        body: None,
        date,
        until: (outcome == Outcome::Deferred).then(|| date.plus_days(90)),
        vote: None,
        published: None,
        words: said("De raad volgt het voorstel op deze manier."),
        deviation: Some(said("De raad weegt de kosten anders.")),
        response: None,
    };
    let done = store::write!(house.store(), [hand, deciding], |tx| { act::decide(tx, &hand.doing(), id, &deciding).await });
    must("decided", done.await);
}
