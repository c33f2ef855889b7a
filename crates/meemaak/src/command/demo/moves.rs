//! What happens in Leyhoven, day by day: each contribution along its own way, each step by whose work it is.

use super::author;
use super::town::{self, Town};
use answer::{Motivation, NewReaction};
use carry::{
    Advising, AskingMeans, Budget, BudgetKind, Convening, Deciding, Escalating, Frame, FrameVerdict, Kind, Level, Nature, Objecting,
    PlanChange, Response, ResultDeed, Resulting, Screening, Share, Touching,
};
use deliver::{Attestation, Deed, Doer, Lasting, Moment, Picture, Promise};
use journey::{Act, AnswerBy, Channel, ConfirmedBy, DeliveryStatus, Outcome, Verdict};
use kernel::{
    AccountId, Actor, BudgetId, Clock, CommitmentId, ContributionId, Date, DepartmentId, DossierId, FileId, IdentityId, Instant, Language,
    Line, MilestoneId, Money, Prose, PublicNumber, ReactionId, TestClock,
};
use people::App;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::texts::LanguageSet;
use voice::{Answering, Assisted, Decision, Erasure, NewContribution, Place};

const DAY: i64 = 86_400;
/// How many days ago somebody left Leyhoven.
const LEFT_DAYS: i64 = 18;

#[derive(Debug, Deserialize)]
struct File {
    contribution: Vec<Words>,
}

/// What somebody said.
#[derive(Debug, Clone, Deserialize)]
struct Words {
    process: String,
    title: String,
    words: String,
    #[serde(default = "dutch")]
    language: String,
    area: String,
    street: Option<String>,
    /// The point on the map: longitude, latitude.
    point: Option<[f64; 2]>,
    channel: String,
    answer: String,
    pseudonym: Option<String>,
    days: i64,
    path: String,
    reaction: Option<String>,
    carried: Option<Carried>,
    /// The title of what it is put together with.
    with: Option<String>,
    /// What it says differently then.
    differs: Option<String>,
    /// Why its author wants to travel apart.
    contests: Option<String>,
    /// What it is about, as the paper says on which it came in.
    theme: Option<String>,
    /// Into which parts it is divided.
    #[serde(default)]
    parts: Vec<PartWords>,
    /// Whether whoever holds it leaves Leyhoven, and nobody takes over.
    #[serde(default)]
    leaves: bool,
}

/// A part of what somebody said, and which department gets it.
#[derive(Debug, Clone, Deserialize)]
struct PartWords {
    title: String,
    passage: String,
    department: String,
}

/// What Leyhoven promised and what came of it. Its `how`: unplanned, late, moved, claimed, realised, confirmed or lasting.
#[derive(Debug, Clone, Deserialize)]
struct Carried {
    how: String,
    what: String,
    euros: i64,
    source: Option<String>,
    first: String,
    then: String,
    note: String,
    hours: Option<i64>,
    ceiling: Option<i64>,
    ends: Option<i64>,
    /// What the neighbourhood manager saw when it was looked at whether it lasts.
    found: Option<String>,
}

fn dutch() -> String {
    "nl".into()
}

/// What Leyhoven answers.
#[derive(Debug, Clone, Deserialize)]
struct Reply {
    department: Option<String>,
    advice: Option<String>,
    place: Option<String>,
    theme: Option<String>,
    done: Option<String>,
    criterion: Option<String>,
    why: Option<String>,
    /// Why the municipality helps, permits, adjusts or blocks an initiative.
    response: Option<String>,
    /// The formal reply to a reaction on a plan.
    note: Option<String>,
    /// Of what was gathered: what was said, and how many said it.
    #[serde(default)]
    counts: Vec<(String, i64)>,
    /// What is done with it, and within how many days.
    deed: Option<String>,
    deed_days: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Receive,
    Show,
    Screen,
    Assign,
    HandBack,
    AssignAgain,
    Divide,
    AcceptPart,
    Accept,
    Check,
    Ask,
    Weigh,
    Convene,
    AskMeans,
    CommitShare,
    RefuseMeans,
    Escalate,
    Object,
    Touch,
    Advise,
    Schedule,
    Decide,
    Answer,
    Deliver,
    React,
    Promise,
    Plan,
    PlanNext,
    Reach,
    ReachNext,
    Spend,
    Note,
    PutOff,
    Claim,
    Confirm,
    /// An author tells what no longer holds, and the neighbourhood manager looks whether it lasts.
    Tell,
    Look,
    /// Its author takes it back.
    TakeBack,
    /// The account of whoever holds it is ended.
    Leave,
    /// A photo of what was there before, and one of what is there now.
    Before,
    After,
}

/// What was promised, and what happened to it, in days after the decision.
fn carried(how: &str) -> Result<Vec<(i64, Move)>, String> {
    use Move::{After, Before, Claim, Confirm, Look, Note, Plan, PlanNext, Promise, Reach, ReachNext, Spend, Tell};
    let begun = [(13, Promise), (14, Plan), (15, PlanNext)];
    let halfway = [(29, Reach), (31, Spend), (33, Note)];
    // What is small goes fast.
    let soon = [(19, Reach), (20, Spend), (21, Note), (23, ReachNext), (24, Claim), (28, Confirm)];
    Ok(match how {
        "unplanned" => vec![(13, Promise)],
        "confirmed" => begun.into_iter().chain(soon).collect(),
        "lasting" => begun.into_iter().chain(soon).chain([(36, Tell), (44, Look)]).collect(),
        "late" => begun.to_vec(),
        "moved" => begun.into_iter().chain(halfway).chain([(40, Move::PutOff)]).collect(),
        "claimed" => begun.into_iter().chain(halfway).chain([(44, ReachNext), (52, Claim)]).collect(),
        "realised" => {
            let done = [(40, ReachNext), (41, After), (42, Claim), (49, Confirm)];
            begun.into_iter().chain([(16, Before)]).chain(halfway).chain(done).collect()
        }
        other => return Err(format!("«{other}»: nothing is carried out that way")),
    })
}

/// The moves of a path, each with the days after the contribution came in.
fn moves(path: &str, days: i64, carried_out: Option<&Carried>) -> Result<Vec<(i64, Move)>, String> {
    use Move::{
        Accept, AcceptPart, Advise, Answer, Ask, AskMeans, Assign, AssignAgain, Check, CommitShare, Convene, Decide, Deliver, Divide,
        Escalate, HandBack, Leave, Object, React, Receive, RefuseMeans, Schedule, Screen, Show, TakeBack, Touch, Weigh,
    };
    let mut plan = vec![(0, Receive)];
    let shown = [(1, Show)];
    let screened = [(1, Show), (4, Screen)];
    let accepted = [(5, Assign), (8, Accept)];
    let to_advice = [(13, Check), (28, Advise)];
    let (end, end_of) = path.rsplit_once('-').unwrap_or((path, ""));
    match path {
        "private" => {}
        "received" => plan.extend(shown),
        "screened" | "referred" | "parked" => plan.extend(screened),
        "withdrawn" => plan.extend(screened.into_iter().chain([(7, TakeBack)])),
        "left" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - LEFT_DAYS, Leave)])),
        "divided" => plan.extend(screened.into_iter().chain([(6, Divide), (9, AcceptPart)])),
        "assigned" | "assigned-late" => plan.extend(screened.into_iter().chain([(5, Assign)])),
        "accepted" => plan.extend(screened.into_iter().chain(accepted)),
        "accepted-late" => plan.extend(screened.into_iter().chain(accepted).chain([(12, Check)])),
        "bounced" => plan.extend(screened.into_iter().chain([(5, Assign), (8, HandBack), (10, AssignAgain), (14, HandBack)])),
        "question" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 5, Ask)])),
        "table" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 6, Convene)])),
        "objection" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 20, Object)])),
        "touched" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 24, Touch)])),
        "conflict" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 30, Weigh)])),
        "means-late" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 40, AskMeans)])),
        "means" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 12, AskMeans), (days - 7, CommitShare)])),
        "higher" => {
            let refused = [(days - 20, AskMeans), (days - 12, RefuseMeans), (days - 8, Weigh), (days - 5, Escalate)];
            plan.extend(screened.into_iter().chain(accepted).chain([(13, Check)]).chain(refused));
        }
        "apart" => plan.extend(screened.into_iter().chain(accepted).chain([(12, Check)])),
        // What is gathered waits until everybody could answer; then there is one result for all.
        "gathered" => plan.extend(screened.into_iter().chain([(days - 12, Deliver)])),
        "result-delivered" => {
            let result = [(12, Check), (days - 20, Advise), (days - 14, Answer), (days - 12, Deliver)];
            plan.extend(screened.into_iter().chain(accepted).chain(result));
        }
        "joint-table" => plan.extend(screened.into_iter().chain(accepted).chain([(13, Check), (days - 6, Convene)])),
        "advice" => plan.extend(screened.into_iter().chain(accepted).chain(to_advice)),
        "agenda" => plan.extend(screened.into_iter().chain(accepted).chain(to_advice).chain([(34, Schedule)])),
        "referred-delivered" | "parked-delivered" => plan.extend(screened.into_iter().chain([(9, Answer), (11, Deliver)])),
        _ => {
            let decided = if days > 100 { days - 62 } else { 42 };
            plan.extend(screened.into_iter().chain(accepted).chain(to_advice).chain([(decided - 12, Schedule), (decided, Decide)]));
            match end_of {
                "late" => {}
                "delivered" => plan.extend([(decided + 6, Answer), (decided + 8, Deliver), (decided + 12, React)]),
                "answered" | "authority" => plan.extend([(decided + 6, Answer)]),
                _ => return Err(format!("«{end}» «{end_of}»: no such path")),
            }
            if let Some(it) = carried_out {
                plan.extend(carried(&it.how)?.into_iter().map(|(after, step)| (decided + after, step)));
            }
        }
    }
    Ok(plan)
}

fn outcome(path: &str) -> Outcome {
    match path.split('-').next() {
        Some("trial") => Outcome::Trial,
        Some("partly") => Outcome::Partly,
        Some("rejected") => Outcome::NotAdopted,
        Some("self" | "help" | "permit") => Outcome::SelfWithSupport,
        Some("adjust") => Outcome::Partly,
        Some("block") => Outcome::NotAdopted,
        Some("deferred") => Outcome::Deferred,
        Some("other") => Outcome::OtherAuthority,
        _ => Outcome::Adopted,
    }
}

fn channel(code: &str) -> Result<Channel, String> {
    Ok(match code {
        "online" => Channel::Online,
        "meeting" => Channel::Meeting,
        "house-visit" => Channel::HouseVisit,
        "square-talk" => Channel::SquareTalk,
        "phone" => Channel::Phone,
        "paper" => Channel::Paper,
        "digipunt" => Channel::Digipunt,
        other => return Err(format!("«{other}»: no such channel")),
    })
}

fn answer_by(code: &str) -> Result<AnswerBy, String> {
    Ok(match code {
        "none" => AnswerBy::None,
        "mail" => AnswerBy::Mail,
        "letter" => AnswerBy::Letter,
        "phone" => AnswerBy::Phone,
        "intermediary" => AnswerBy::Intermediary,
        other => return Err(format!("«{other}»: no such way to answer")),
    })
}

fn said(text: &str) -> LanguageSet {
    LanguageSet::written(Language::NL, text)
}

fn line(text: &str) -> Result<Line, String> {
    Line::new(text, 200).map_err(|error| format!("«{text}»: {error}"))
}

fn prose(text: &str) -> Result<Prose, String> {
    Prose::new(text, 6000).map_err(|error| format!("«{text}»: {error}"))
}

/// A contribution on its way.
struct Travelling {
    nth: usize,
    words: Words,
    reply: Option<Reply>,
    id: ContributionId,
    dossier: Option<DossierId>,
    number: Option<PublicNumber>,
    code: Option<String>,
    review: Option<ReactionId>,
    commitment: Option<CommitmentId>,
}

struct Stage<'a> {
    app: &'a App,
    town: &'a Town,
    at: Instant,
    now: Instant,
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Stage<'_> {
    fn today(&self) -> Date {
        self.town.tenant.civil.zone.date(self.at)
    }

    fn department(&self, of: &Travelling) -> Result<(DepartmentId, &'static str, &'static str), String> {
        let code = of.reply.as_ref().and_then(|reply| reply.department.clone());
        let code = code.unwrap_or_else(|| if of.words.process == "budget" { "living" } else { "public-space" }.into());
        let id = self.known(&code)?;
        let (head, specialist) = match code.as_str() {
            "green" if of.words.leaves => ("hoofd-groen", town::LEAVES),
            "green" => ("hoofd-groen", "vakambtenaar-groen"),
            "living" => ("hoofd-samenleven", "vakambtenaar-samenleven"),
            _ => ("hoofd-domein", "vakambtenaar"),
        };
        Ok((id, head, specialist))
    }

    async fn go(&self, step: Move, of: &mut Travelling) -> Result<(), String> {
        if step == Move::Receive {
            return self.receive(of).await;
        }
        let dossier = of.dossier.ok_or("a contribution that was not received")?;
        let (department, head, specialist) = self.department(of)?;
        let other = self.town.departments.get("finance").copied().ok_or("Leyhoven has no finance department")?;
        let officer = self.town.account("participatie")?;
        let advice = of.reply.as_ref().and_then(|reply| reply.advice.clone());
        let (who, doing): (AccountId, Doing) = match step {
            Move::Receive | Move::React => return self.react(of).await,
            Move::TakeBack => return self.take_back(of).await,
            Move::Leave => return self.leave().await,
            Move::Show => (self.town.account("moderator")?, Doing::Show),
            Move::Screen => (officer, Doing::Screen(Box::new(self.screening(of)?))),
            Move::Assign => (officer, Doing::Assign(if of.words.path == "bounced" { other } else { department })),
            Move::AssignAgain => (officer, Doing::Assign(department)),
            Move::HandBack => {
                let asked = self.asked(dossier).await?;
                let head = if asked == department { self.town.account(head)? } else { self.town.account("controller")? };
                let reason = "Dit is geen werk van onze dienst alleen: het raakt aan meer diensten en er is geen geld voor voorzien.";
                (head, Doing::HandBack(asked, prose(reason)?))
            }
            Move::Divide => {
                let part = |it: &PartWords| {
                    let (title, passage) = (Some(line(&it.title)?), prose(&it.passage)?);
                    Ok::<_, String>(carry::Part { title, passage, department: self.known(&it.department)? })
                };
                (officer, Doing::Divide(of.words.parts.iter().map(part).collect::<Result<_, _>>()?))
            }
            Move::AcceptPart => (self.town.account(head)?, Doing::AcceptPart(department, self.town.account(specialist)?)),
            Move::Accept => (self.town.account(head)?, Doing::Accept(department, self.town.account(specialist)?)),
            Move::Check => (self.town.account(specialist)?, Doing::Check),
            Move::Ask => {
                (self.town.account(specialist)?, Doing::Ask(said("Op welke plek precies denkt u, en wie kan er mee voor zorgen?")))
            }
            Move::Weigh => {
                let (values, dilemma, options) = match of.words.path.as_str() {
                    "conflict" => (
                        ["involvement", "lawfulness"],
                        "rules-flexibility",
                        "De groep krijgt elke week vast dezelfde zaal. Of ze reserveert telkens, zoals elke vereniging.",
                    ),
                    _ => (
                        ["involvement", "efficiency"],
                        "performance-responsiveness",
                        "De kinderen bouwen mee, en het duurt langer. Of de dienst koopt ze kant en klaar, en ze hangen er in mei.",
                    ),
                };
                // Where no money was left the values were chosen between, and the day to look at that again came.
                let chosen = carry::across::Chosen {
                    strategy: carry::PRIORITISE.to_owned(),
                    motive: said("De kinderen wachten al twee jaar. Samen bouwen duurt langer, en het blijft van de straat."),
                    first: Some("involvement".to_owned()),
                    compared: None,
                    review: Some(self.town.tenant.civil.zone.date(self.at).plus_days(4)),
                };
                let weighing = carry::across::Weighing {
                    values: values.map(str::to_owned).to_vec(),
                    dilemma: dilemma.to_owned(),
                    defended: Vec::new(),
                    options: said(options),
                    choice: (of.words.path == "higher").then_some(chosen),
                };
                (self.town.account(specialist)?, Doing::Weigh(Box::new(weighing)))
            }
            Move::Object => {
                let objecting = Objecting {
                    department: self.known("green")?,
                    nature: Nature::Costs,
                    euros: Some(1_200),
                    words: said(
                        "Onder de linde liggen de wortels dicht aan de oppervlakte. Voor een bank moet de groendienst elk jaar de grond \
                         verzorgen. Dat kost ons 1200 euro, en daar is geen budget voor. Een bank op palen zou het oplossen.",
                    ),
                };
                (self.town.account("vakambtenaar-groen")?, Doing::Object(Box::new(objecting)))
            }
            Move::Touch => {
                let why = said("De bakken staan in het gras dat Groen maait, en het water komt uit de put van Groen.");
                let touching = Touching { departments: vec![self.known("green")?], why };
                (self.town.account(specialist)?, Doing::Touch(Box::new(touching)))
            }
            Move::Convene => {
                let (space, living) = (self.known("public-space")?, self.known("living")?);
                let day = self.town.tenant.civil.zone.date(self.now.plus_seconds(8 * DAY));
                // A partner that owns it too sits at the table.
                let joint = of.words.process == "drukkerij";
                let subject = if joint {
                    "Wie betaalt de afzuiging van de keuken, wie heeft de sleutel, en wie poetst?"
                } else {
                    "Wie beheert de kast in het buurthuis, wie betaalt het gereedschap, en wie helpt als er iets stuk is?"
                };
                let partners = if joint { vec![self.town.organisation] } else { Vec::new() };
                (officer, Doing::Convene(Box::new(Convening { day, subject: said(subject), parties: vec![living, space], partners })))
            }
            Move::AskMeans => {
                let asking = |department, euros, budget, purpose: &str| AskingMeans {
                    department,
                    euros: Some(euros),
                    budget,
                    purpose: said(purpose),
                    next_date: None,
                };
                let parts = if of.words.path == "means" {
                    // Three departments put money together for it; each commits its own share.
                    let purpose = "Een overdekte plaats met een slot voor de bakfiets, en elk jaar een onderhoud.";
                    let (pool, shares) = self.pool().await?;
                    shares.into_iter().map(|(department, euros)| asking(department, euros, Some(pool), purpose)).collect()
                } else if of.words.path == "means-late" {
                    let purpose = "De aansluiting op de waterleiding, en twee stenen weghalen om er te graven.";
                    vec![asking(self.known("public-space")?, 2_600, None, purpose)]
                } else {
                    let purpose = "Palen en hout voor negen insectenhotels, en een dag hulp om ze te zetten.";
                    vec![asking(self.known("public-space")?, 3_800, None, purpose)]
                };
                (self.town.account(specialist)?, Doing::AskMeans(parts))
            }
            Move::CommitShare => (self.town.account("hoofd-groen")?, Doing::CommitShare(self.known("green")?)),
            Move::RefuseMeans => {
                let why = "Het budget voor speeltuinen gaat dit jaar naar nieuwe ondergrond. Die is nodig voor de veiligheid.";
                (self.town.account("budget")?, Doing::RefuseMeans(said(why)))
            }
            Move::Escalate => {
                let escalating = Escalating {
                    level: Level::Manager,
                    question: said("Mag het hout uit het budget voor natuur komen in plaats van uit dat voor speeltuinen?"),
                    conflict: said("Kinderen laten meebouwen aan natuur, en eerst zorgen voor een veilige ondergrond."),
                    options: said("Nu uit het budget voor natuur, volgend jaar uit dat voor speeltuinen, of alleen met gekregen hout."),
                };
                (self.town.account(specialist)?, Doing::Escalate(Box::new(escalating)))
            }
            Move::Advise => {
                let no = outcome(&of.words.path) == Outcome::NotAdopted;
                let words = advice.unwrap_or_else(|| "Het kan binnen het budget en binnen het jaar.".into());
                let fit = if no { Verdict::DoesNotFit } else { Verdict::Fits };
                let (reply, result) = (self.replying(of), self.resulting(of)?);
                let criterion = of.reply.as_ref().and_then(|reply| reply.criterion.as_deref()).filter(|_| result.is_some());
                let motive = said(criterion.unwrap_or("We gingen ter plaatse kijken en vroegen na wat het kost."));
                let advising = Advising { fit, condition: None, words: said(&words), motive, reply, result };
                (self.town.account(specialist)?, Doing::Advise(Box::new(advising)))
            }
            Move::Schedule => {
                let last = of.words.path == "agenda";
                let date =
                    self.town.tenant.civil.zone.date(if last { self.now.plus_seconds(12 * DAY) } else { self.at.plus_seconds(12 * DAY) });
                (self.town.account("secretaris")?, Doing::Schedule(line("College van burgemeester en schepenen")?, date))
            }
            Move::Decide => (self.town.account("schepen")?, Doing::Decide(Box::new(self.deciding(of)))),
            Move::Answer => return self.answer(of, dossier).await,
            Move::Deliver => return self.deliver(of).await,
            step => return self.carry_out(step, of, dossier).await,
        };
        let tenant = self.town.tenant.id;
        let (civil, at, id) = (self.town.tenant.civil.clone(), self.at, of.id);
        store::write!(self.app.store, [civil, doing], |tx| {
            let actor = Actor::Account { account: who };
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            match doing {
                Doing::Show => {
                    voice::screen(tx, &act, id, &Decision::Show { title: vec![], body: vec![], photos: vec![] })
                        .await
                        .map_err(Fault::told)?;
                }
                Doing::Screen(screening) => drop(carry::act::screen(tx, &act, dossier, &screening).await.map_err(Fault::told)?),
                Doing::Assign(department) => drop(carry::act::assign(tx, &act, dossier, department).await.map_err(Fault::told)?),
                Doing::Divide(parts) => drop(carry::dividing::divide(tx, &act, dossier, &parts).await.map_err(Fault::told)?),
                Doing::AcceptPart(department, holder) => {
                    let whole = journey::dossier(tx, act.tenant, dossier).await?;
                    for part in whole.iter().flat_map(|it| &it.parts) {
                        let travels = journey::of_contribution(tx, act.tenant, part.contribution).await?;
                        if let Some(travels) = travels.filter(|it| it.asked == Some(department)) {
                            carry::act::accept(tx, &act, travels.id, department, holder).await.map_err(Fault::told)?;
                        }
                    }
                }
                Doing::Accept(department, holder) => {
                    carry::act::accept(tx, &act, dossier, department, holder).await.map_err(Fault::told)?;
                }
                Doing::HandBack(department, reason) => {
                    carry::act::hand_back(tx, &act, dossier, department, &reason).await.map_err(Fault::told)?;
                }
                Doing::Check => {
                    let fits = |frame| FrameVerdict { frame, fit: Verdict::Fits, rule: None, firmness: None };
                    let all: Vec<FrameVerdict> = Frame::ALL.into_iter().map(fits).collect();
                    carry::act::check_frames(tx, &act, dossier, &all).await.map_err(Fault::told)?;
                }
                Doing::Weigh(weighing) => carry::across::weigh(tx, &act, dossier, &weighing).await.map_err(Fault::told)?,
                Doing::Convene(convening) => drop(carry::across::convene(tx, &act, dossier, &convening).await.map_err(Fault::told)?),
                Doing::AskMeans(parts) => {
                    for asking in parts {
                        carry::across::ask_means(tx, &act, dossier, &asking).await.map_err(Fault::told)?;
                    }
                }
                Doing::CommitShare(department) => {
                    let all = carry::means_requests(tx, tenant, dossier).await?;
                    let part = all.iter().find(|it| it.department == department).map_or(0, |it| it.number);
                    let answer = carry::MeansAnswer::Commit { motive: None };
                    carry::across::answer_part(tx, &act, dossier, part, &answer).await.map_err(Fault::told)?;
                }
                Doing::RefuseMeans(why) => carry::across::answer_means(tx, &act, dossier, false, Some(&why)).await.map_err(Fault::told)?,
                Doing::Escalate(escalating) => drop(carry::across::escalate(tx, &act, dossier, &escalating).await.map_err(Fault::told)?),
                Doing::Object(objecting) => carry::across::object(tx, &act, dossier, &objecting).await.map_err(Fault::told)?,
                Doing::Touch(touching) => carry::consulting::touch(tx, &act, dossier, &touching).await.map_err(Fault::told)?,
                Doing::Ask(words) => drop(carry::act::ask(tx, &act, dossier, id, &words).await.map_err(Fault::told)?),
                Doing::Advise(advising) => drop(carry::act::advise(tx, &act, dossier, &advising).await.map_err(Fault::told)?),
                Doing::Schedule(body, date) => {
                    carry::act::schedule(tx, &act, dossier, &body, date, None).await.map_err(Fault::told)?;
                }
                Doing::Decide(deciding) => drop(carry::act::decide(tx, &act, dossier, &deciding).await.map_err(Fault::told)?),
            }
            Ok::<_, Fault>(())
        })
        .await
        .map_err(told)
    }

    fn known(&self, code: &str) -> Result<DepartmentId, String> {
        self.town.departments.get(code).copied().ok_or_else(|| format!("Leyhoven has no department «{code}»"))
    }

    /// The money that departments put together, and how much is asked of each for a bakfiets.
    async fn pool(&self) -> Result<(BudgetId, Vec<(DepartmentId, i64)>), String> {
        let mut session = self.app.store.read().await.map_err(told)?;
        let all = carry::budgets(&mut session, self.town.tenant.id, None, 50).await.map_err(told)?;
        let pool = all.into_iter().find(|it| it.kind == BudgetKind::Pooled).ok_or("Leyhoven pooled no money")?;
        let first = self.known("public-space")?;
        let left: Vec<i64> = pool.shares.iter().map(|it| it.left().cents() / 100).collect();
        let parts = carry::divided(3_800, &left, &left);
        let mut shares: Vec<(DepartmentId, i64)> = pool.shares.iter().map(|it| it.department).zip(parts).collect();
        shares.sort_by_key(|(department, _)| *department != first);
        Ok((pool.id, shares))
    }

    async fn asked(&self, dossier: DossierId) -> Result<DepartmentId, String> {
        let mut session = self.app.store.read().await.map_err(told)?;
        let found = journey::dossier(&mut session, self.town.tenant.id, dossier).await.map_err(told)?;
        found.and_then(|dossier| dossier.asked).ok_or_else(|| "no department was asked".into())
    }

    fn screening(&self, of: &Travelling) -> Result<Screening, String> {
        let reply = of.reply.as_ref();
        let motive = || said(reply.and_then(|reply| reply.why.as_deref()).unwrap_or_default());
        Ok(match of.words.path.split('-').next() {
            Some("referred") => Screening::Referred {
                to: carry::Elsewhere::Police,
                place: line(reply.and_then(|reply| reply.place.as_deref()).unwrap_or_default())?,
                motive: motive(),
            },
            Some("parked") => Screening::Parked {
                theme: said(reply.and_then(|reply| reply.theme.as_deref()).unwrap_or_default()),
                motive: motive(),
                until: None,
            },
            _ => {
                let kind = match of.words.process.as_str() {
                    "weide" => Kind::Reaction,
                    "initiatief" => Kind::Offer,
                    "afval" => Kind::SurveyAnswer,
                    _ => Kind::Idea,
                };
                if of.words.path == "apart" { Screening::Apart { kind: Kind::Experience } } else { Screening::InScope { kind } }
            }
        })
    }

    fn deciding(&self, of: &Travelling) -> Deciding {
        let outcome = outcome(&of.words.path);
        let until = (outcome == Outcome::Deferred).then(|| self.town.tenant.civil.zone.date(self.now).plus_days(120));
        let advice = of.reply.as_ref().and_then(|reply| reply.advice.as_deref()).unwrap_or("Het voorstel wordt gevolgd.");
        let deviation = said("Het college wil het toch doen zoals het advies zegt, maar dan met deze grens.");
        // An initiative is responded to, with a motive of its own.
        let deviates = of.words.process != "initiatief"
            && matches!(outcome, Outcome::NotAdopted | Outcome::Deferred | Outcome::OtherAuthority | Outcome::Partly | Outcome::Trial);
        Deciding {
            outcome,
            body: None,
            // Once the alderman had decided before anybody asked the neighbourhood (F3 X12).
            date: if of.words.path.starts_with("early") { self.today().plus_days(-48) } else { self.today() },
            until,
            vote: Line::new("unaniem", 40).ok(),
            published: None,
            words: said(advice),
            deviation: deviates.then_some(deviation),
            response: self.responding(of),
        }
    }

    /// What the municipality does with an initiative, and why.
    fn responding(&self, of: &Travelling) -> Option<(Response, LanguageSet)> {
        let response = Response::of(of.words.path.split('-').next().unwrap_or_default())?;
        let why = of.reply.as_ref().and_then(|reply| reply.response.as_deref()).unwrap_or("Er staat niets in de weg.");
        Some((response, said(why)))
    }

    /// The formal reply to a reaction on a plan.
    fn replying(&self, of: &Travelling) -> Option<(PlanChange, LanguageSet)> {
        let note = of.reply.as_ref()?.note.as_deref()?;
        let change = match outcome(&of.words.path) {
            Outcome::NotAdopted => PlanChange::Unchanged,
            Outcome::Partly => PlanChange::Partly,
            _ => PlanChange::Changed,
        };
        Some((change, said(note)))
    }

    /// The one result of what was gathered.
    fn resulting(&self, of: &Travelling) -> Result<Option<Resulting>, String> {
        let Some(reply) = of.reply.as_ref().filter(|_| of.words.path == "result-delivered") else { return Ok(None) };
        let department = self.department(of)?.0;
        let until = self.today().plus_days(reply.deed_days.unwrap_or(30));
        let deed = reply.deed.as_deref().map(|words| ResultDeed { words: said(words), department, until });
        let counts = reply.counts.iter().map(|(what, many)| (said(what), *many)).collect();
        Ok(Some(Resulting { counts, deed, by_decision: false }))
    }

    async fn answer(&self, of: &Travelling, dossier: DossierId) -> Result<(), String> {
        let reply = of.reply.as_ref().ok_or("nothing to answer with")?;
        let language: Language = of.words.language.parse().map_err(told)?;
        // A municipality answers in the language of the author when somebody there speaks it; here it does English.
        let tongue = if language == Language::EN { Language::EN } else { Language::NL };
        let part = |text: &Option<String>| LanguageSet::written(tongue, text.as_deref().unwrap_or_default());
        let mut motivation = Motivation::new(part(&reply.done), part(&reply.criterion));
        if reply.why.is_some() {
            motivation = motivation.why_not(part(&reply.why));
        }
        let officer = self.town.account("participatie")?;
        let (tenant, civil, at) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at);
        store::write!(self.app.store, [civil, motivation], |tx| {
            let actor = Actor::Account { account: officer };
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            answer::publish(tx, &act, dossier, &motivation).await.map(drop).map_err(Fault::told)
        })
        .await
        .map_err(told)
    }

    /// Brings the answer to its author: a mail that was sent, a printed letter, a call, or through the partner.
    async fn deliver(&self, of: &Travelling) -> Result<(), String> {
        let tenant = self.town.tenant.id;
        let found = {
            let mut session = self.app.store.read().await.map_err(told)?;
            answer::deliveries_of(&mut session, tenant, of.id).await.map_err(told)?
        };
        let status: &[DeliveryStatus] = match of.words.answer.as_str() {
            "letter" => &[DeliveryStatus::Printed, DeliveryStatus::HandedOver],
            "phone" => &[DeliveryStatus::Confirmed],
            "intermediary" => &[DeliveryStatus::HandedOver, DeliveryStatus::Confirmed],
            "mail" => &[DeliveryStatus::Sent],
            _ => &[],
        };
        let who = self.town.account(if of.words.answer == "intermediary" { "dekring" } else { "participatie" })?;
        let (civil, at) = (self.town.tenant.civil.clone(), self.at);
        for (delivery, status) in found.iter().take(1).flat_map(|delivery| status.iter().map(|status| (delivery.id, *status))) {
            store::write!(self.app.store, [civil], |tx| {
                let actor = Actor::Account { account: who };
                let act = Act { tenant, actor: &actor, at, civil: &civil };
                answer::deliver(tx, &act, delivery, status, None).await.map(drop).map_err(Fault::told)
            })
            .await
            .map_err(told)?;
        }
        Ok(())
    }

    async fn react(&self, of: &mut Travelling) -> Result<(), String> {
        let Some(reaction) = &of.words.reaction else { return Ok(()) };
        let (understood, fair, review, words) = match reaction.as_str() {
            "good" => (true, true, false, "Dank u, dit is duidelijk."),
            "unclear" => (false, false, false, "Ik begrijp niet waarom 85 van de 100 genoeg is. En die andere vijftien?"),
            "unfair" => (true, false, true, "De dokter heeft een garage achteraan. Kijk het nog eens na."),
            other => return Err(format!("«{other}»: no such reaction")),
        };
        let new = NewReaction { understood: Some(understood), fair: Some(fair), review, words: Some(prose(words)?) };
        let (tenant, civil, at, id) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at, of.id);
        store::write!(self.app.store, [civil, new], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at, civil: &civil };
            answer::react(tx, &act, id, &new).await.map_err(Fault::told)
        })
        .await
        .map(|reaction| of.review = review.then_some(reaction))
        .map_err(told)
    }

    /// What the department, or whoever confirms, does with what was promised.
    async fn carry_out(&self, step: Move, of: &mut Travelling, dossier: DossierId) -> Result<(), String> {
        let carried = of.words.carried.clone().ok_or("nothing was promised")?;
        let (department, _, specialist) = self.department(of)?;
        let holder = self.town.account(specialist)?;
        let (tenant, civil, at, today) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at, self.today());
        let actor = Actor::Account { account: holder };
        let store = &self.app.store;
        if step == Move::Promise {
            let promise = Promise {
                what: said(&carried.what),
                doer: if carried.hours.is_some() { Doer::Resident } else { Doer::Department },
                organisation: None,
                department,
                holder: Some(holder),
                until: today.plus_days(if carried.how == "realised" { 40 } else { 150 }),
                promised: Money::from_cents(carried.euros * 100),
                source: carried.source.as_deref().map(line).transpose()?,
                means_of: None,
                sought: false,
                money_ends: carried.ends.map(|days| today.plus_days(days)),
                hours: carried.hours,
                ceiling: carried.ceiling,
            };
            let made = store::write!(store, [civil, promise], |tx| {
                let act = Act { tenant, actor: &actor, at, civil: &civil };
                deliver::promise(tx, &act, dossier, &promise).await.map_err(Fault::told)
            });
            of.commitment = Some(made.await.map_err(told)?);
            return Ok(());
        }
        let id = of.commitment.ok_or("nothing was promised")?;
        if matches!(step, Move::Confirm | Move::Tell | Move::Look) {
            return self.attest(step, &carried, id).await;
        }
        let deed = match step {
            Move::Plan => Deed::Plan { text: said(&carried.first), on: today.plus_days(15) },
            Move::PlanNext => Deed::Plan { text: said(&carried.then), on: today.plus_days(29) },
            Move::Reach | Move::ReachNext => Deed::Reach { milestone: self.next_milestone(id).await?, on: today },
            Move::Spend => Deed::Spend { amount: Money::from_cents(carried.euros * 60), on: said("Materiaal en eerste werken.") },
            Move::PutOff => Deed::Move {
                milestone: self.next_milestone(id).await?,
                to: today.plus_days(60),
                motive: said("De leverancier heeft vertraging. Wij belden hem en kregen een nieuwe dag."),
            },
            Move::Note => Deed::Note(said(&carried.note)),
            Move::Before => {
                let words = "Tekening: de weg aan de achterpoort van de school, met hoge stoepranden en zonder oversteek.";
                self.pictured(include_bytes!("crossing-before.png"), Moment::Before, words).await?
            }
            Move::After => {
                let words = "Tekening: dezelfde plek met een zebrapad, een verlaagde stoep aan beide kanten en een lantaarn.";
                self.pictured(include_bytes!("crossing-after.png"), Moment::After, words).await?
            }
            _ => Deed::Claim,
        };
        let done = store::write!(store, [civil, deed], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            deliver::carry_out(tx, &act, id, &deed).await.map(drop).map_err(Fault::told)
        });
        done.await.map_err(told)
    }

    /// What the neighbourhood manager, or an author, says of what was promised.
    async fn attest(&self, step: Move, carried: &Carried, id: CommitmentId) -> Result<(), String> {
        let manager = Actor::Account { account: self.town.account("wijk")? };
        let (who, attestation) = match step {
            Move::Tell => {
                let lasting = Lasting::ALL.iter().copied().filter(|one| *one != Lasting::Works).collect();
                (Actor::Resident, Attestation::Experience { lasting })
            }
            Move::Look => {
                let words = said(carried.found.as_deref().ok_or("nobody says what was found")?);
                (manager, Attestation::Check { lasting: Lasting::ALL.to_vec(), words })
            }
            _ => (manager, Attestation::Confirm(ConfirmedBy::NeighbourhoodManager)),
        };
        let (tenant, civil, at) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at);
        store::write!(self.app.store, [civil, attestation], |tx| {
            let act = Act { tenant, actor: &who, at, civil: &civil };
            deliver::attest(tx, &act, id, &attestation).await.map(drop).map_err(Fault::told)
        })
        .await
        .map_err(told)
    }

    /// Its author takes it back, and leaves the words to be kept until the process is accounted for.
    async fn take_back(&self, of: &Travelling) -> Result<(), String> {
        let (tenant, civil, at, id) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at, of.id);
        let holders = self.app.holders.clone();
        store::write!(self.app.store, [civil, holders], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at, civil: &civil };
            voice::withdraw(tx, &act, id, Erasure::Hide, &holders).await.map_err(Fault::told)
        })
        .await
        .map_err(told)
    }

    /// The administrator ends the account of somebody who left. What that person held lies still, until a head gives it to somebody.
    async fn leave(&self) -> Result<(), String> {
        let administrator = Actor::Account { account: self.town.account("beheer")? };
        let (tenant, gone) = (self.town.tenant.id, self.town.account(town::LEAVES)?);
        store::write!(self.app.store, [administrator], |tx| { people::tables::accounts::end(tx, tenant, &administrator, gone).await })
            .await
            .map_err(told)
    }

    /// A picture that is put with what was promised, its bytes written anew and kept.
    async fn pictured(&self, file: &[u8], moment: Moment, words: &str) -> Result<Deed, String> {
        let photo = voice::renew_photo(file).map_err(told)?;
        let id = FileId::new(self.at, self.app.random.as_ref());
        let (width, height) = (i64::from(photo.width), i64::from(photo.height));
        let size = i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX);
        self.app.store.files().put(self.town.tenant.id, id, photo.bytes.into()).await.map_err(told)?;
        Ok(Deed::Picture(Box::new(Picture { file: id, size, width, height, moment, description: said(words) })))
    }

    async fn next_milestone(&self, id: CommitmentId) -> Result<MilestoneId, String> {
        let mut session = self.app.store.read().await.map_err(told)?;
        let all = deliver::milestones(&mut session, self.town.tenant.id, id).await.map_err(told)?;
        all.iter().find(|one| one.done.is_none()).map(|one| one.id).ok_or_else(|| "no milestone is open".into())
    }

    async fn receive(&self, of: &mut Travelling) -> Result<(), String> {
        let words = &of.words;
        let process = self.town.processes.get(&words.process).ok_or_else(|| format!("no process «{}»", words.process))?;
        let helped = words.channel != "online";
        let by_partner = words.answer == "intermediary";
        let recorder = self.town.account(if by_partner { "dekring" } else { "participatie" })?;
        let actor = if helped { Actor::Account { account: recorder } } else { Actor::Resident };
        let by = answer_by(&words.answer)?;
        let identity = author::identity(of.nth, &words.answer, words.street.as_deref());
        let known = !by_partner && by != AnswerBy::None;
        let identity_id = known.then(|| IdentityId::new(self.at, self.app.random.as_ref()));
        let language: Language = words.language.parse().map_err(|_| format!("«{}» is no language", words.language))?;
        let channel = channel(&words.channel)?;
        let mut new = NewContribution::idea(of.id, process.id, line(&words.title)?, language, channel, self.today());
        new.body = Some(prose(&words.words)?);
        new.place = Place {
            area: self.town.areas.get(&words.area).copied(),
            street: words.street.as_deref().map(line).transpose()?,
            point: words.point.and_then(|[longitude, latitude]| voice::Point::new(longitude, latitude)),
            ..Place::nowhere()
        };
        new.answering = Answering {
            by,
            identity: identity_id,
            organisation: by_partner.then_some(self.town.organisation),
            pseudonym: words.pseudonym.as_deref().map(line).transpose()?,
            updates: false,
        };
        new.public = true;
        new.category = words.theme.as_deref().map(line).transpose()?;
        new.assisted = helped.then_some(Assisted { recorder, spoken: words.channel != "paper", read_back: true, batch: None });
        let tenant = self.town.tenant.id;
        let keeper = self.app.keeper(tenant, actor);
        let (civil, at) = (self.town.tenant.civil.clone(), self.at);
        let receipt = store::write!(self.app.store, [civil, keeper, new, identity], |tx| {
            if let Some(id) = identity_id {
                people::vault::keep(tx, &keeper, id, &identity).await.map_err(Fault::told)?;
            }
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            voice::receive(tx, &act, new).await.map_err(Fault::told)
        })
        .await
        .map_err(told)?;
        of.dossier = Some(receipt.dossier);
        of.number = Some(receipt.number);
        of.code = receipt.follow_code.map(|code| code.reveal());
        Ok(())
    }
}

/// What an account does, ready to be done more than once until it is on disk.
#[derive(Clone)]
enum Doing {
    Show,
    Screen(Box<Screening>),
    Assign(DepartmentId),
    Divide(Vec<carry::Part>),
    /// Of what was divided the part that this department was asked to take.
    AcceptPart(DepartmentId, AccountId),
    Accept(DepartmentId, AccountId),
    HandBack(DepartmentId, Prose),
    Check,
    Ask(LanguageSet),
    Weigh(Box<carry::across::Weighing>),
    Convene(Box<Convening>),
    AskMeans(Vec<AskingMeans>),
    CommitShare(DepartmentId),
    RefuseMeans(LanguageSet),
    Escalate(Box<Escalating>),
    Object(Box<Objecting>),
    Touch(Box<Touching>),
    Advise(Box<Advising>),
    Schedule(Line, Date),
    Decide(Box<Deciding>),
}

/// What stopped a move: the refusal of a room, in its words, or the database.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("{0}")]
    Refused(String),
    #[error("{0}")]
    Store(#[from] store::Error),
}

impl Fault {
    fn told(error: impl std::fmt::Display) -> Self {
        Self::Refused(error.to_string())
    }
}

/// Plays everything, in the order of time, and gives samples of every kind of address.
pub(super) async fn play(app: &App, clock: &TestClock, now: Instant, town: &Town) -> Result<Value, String> {
    let file: File = toml::from_str(include_str!("contributions.toml")).map_err(told)?;
    let mut replies: BTreeMap<String, Reply> = toml::from_str(include_str!("answers.toml")).map_err(told)?;
    let mut all: Vec<Travelling> = Vec::new();
    let mut plan: Vec<(Instant, usize, Move)> = Vec::new();
    for (nth, words) in file.contribution.into_iter().enumerate() {
        // Between eight and twenty past five, so that not everybody speaks at the same minute.
        let begun = now.plus_seconds(-words.days * DAY + i64::try_from(nth).unwrap_or(0) * 487 % 33_600 - 33_600);
        for (days, step) in moves(&words.path, words.days, words.carried.as_ref())? {
            let at = begun.plus_seconds(days * DAY);
            if at < now {
                plan.push((at, nth, step));
            }
        }
        let id = ContributionId::new(begun, app.random.as_ref());
        all.push(Travelling {
            nth,
            reply: replies.remove(&words.title),
            words,
            id,
            dossier: None,
            number: None,
            code: None,
            review: None,
            commitment: None,
        });
    }
    if let Some(title) = replies.keys().next() {
        return Err(format!("an answer to «{title}», which nobody said"));
    }
    plan.sort_by_key(|(at, nth, _)| (*at, *nth));
    budgets(app, town, clock.now(), now).await?;
    let mut processes: Vec<_> = town.processes.values().collect();
    processes.sort_by_key(|process| std::cmp::Reverse(process.opens));
    for (at, nth, step) in plan {
        while let Some(process) = processes.pop_if(|process| process.opens <= at) {
            clock.set(process.opens.max(clock.now()));
            town::publish(app, town, process, clock.now()).await?;
        }
        clock.set(at.max(clock.now()));
        let stage = Stage { app, town, at: clock.now(), now };
        let of = &mut all[nth];
        stage.go(step, of).await.map_err(|error| format!("«{}», {step:?}: {error}", of.words.title))?;
    }
    clock.set(now);
    put_together(app, town, now, &all).await?;
    count_groups(app, town, now).await?;
    tell_council(app, town, now).await?;
    let learned = super::lessons::keep(app, town, false, now).await?;
    let again = town::begin_again(app, town, now).await?;
    let mut samples = samples(app, town, &all).await?;
    let lessons: Vec<_> = town.lessons.values().chain(learned.values()).collect();
    for path in ["/lessen", "/werk/lessen"] {
        samples[format!("{path}/{{lesson}}")] = json!(lessons.iter().map(|id| format!("{path}/{id}")).collect::<Vec<_>>());
    }
    samples["/werk/processen/{id}/overgenomen"] = json!(format!("/werk/processen/{again}/overgenomen"));
    Ok(samples)
}

/// The controller writes down whose money there is: of a year, put together, and apart from the year.
async fn budgets(app: &App, town: &Town, at: Instant, now: Instant) -> Result<(), String> {
    let actor = Actor::Account { account: town.account("controller")? };
    let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
    let share = |(code, euros): &(&str, i64)| {
        let department = *town.departments.get(*code).ok_or_else(|| format!("Leyhoven has no department «{code}»"))?;
        Ok::<_, String>(Share { department, holder: None, amount: Money::from_cents(euros * 100), committed: Money::from_cents(0) })
    };
    let next = civil.zone.date(now).plus_days(75);
    let year = format!("{}", civil.zone.date(now).year());
    for (name, kind, shares) in [
        ("Kleine werken in de straat", BudgetKind::Yearly, vec![("public-space", 24_000)]),
        ("Samen voor de wijk", BudgetKind::Pooled, vec![("public-space", 10_000), ("green", 6_000), ("living", 4_000)]),
        ("Wijkpot buiten de begroting", BudgetKind::OffCycle, vec![("public-space", 5_000)]),
    ] {
        let bound = kind != BudgetKind::OffCycle;
        let budget = Budget {
            id: BudgetId::new(at, app.random.as_ref()),
            name: name.to_owned(),
            kind,
            cycle: if bound { year.clone() } else { String::new() },
            next: bound.then_some(next),
            ended: None,
            shares: shares.iter().map(share).collect::<Result<_, _>>()?,
        };
        store::write!(app.store, [civil, budget], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            carry::budgets::save(tx, &act, &budget).await
        })
        .await
        .map_err(told)?;
    }
    Ok(())
}

/// The secretary writes down what the council heard about the square, and the officer who was at the first meeting.
async fn tell_council(app: &App, town: &Town, now: Instant) -> Result<(), String> {
    let process = town.processes.get("plein").ok_or("Leyhoven has no Kerkplein")?.id;
    let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
    let (secretary, officer) =
        (Actor::Account { account: town.account("secretaris")? }, Actor::Account { account: town.account("participatie")? });
    let today = civil.zone.date(now);
    let planned = {
        let mut session = app.store.read().await.map_err(told)?;
        let found = design::process(&mut session, tenant, process).await.map_err(told)?;
        found.and_then(|it| it.charter).map(|it| it.planning).unwrap_or_default()
    };
    let met = planned.iter().map(|it| it.date).find(|day| *day <= today);
    let telling = carry::council::Telling {
        body: line("Gemeenteraadscommissie ruimte")?,
        day: today.plus_days(-9),
        told: said(
            "Bewoners vragen vooral schaduw en zitplaatsen op het Kerkplein. Over de markt zijn zij het niet eens. Voor de brandweer \
             moet één weg vrij blijven. Het college beslist later; de raad hoort het besluit en de reden.",
        ),
        closed: None,
        dossiers: Vec::new(),
    };
    let question = said("Kunnen de marktkramers meedenken over de plaats van de bomen?");
    let other = said("Wat kost het onderhoud per jaar?");
    let answer = said("Ja. Zij komen op de volgende bijeenkomst, en hun antwoord staat bij het advies.");
    store::write!(app.store, [civil, telling, question, other, answer], |tx| {
        let act = Act { tenant, actor: &secretary, at: now, civil: &civil };
        let briefing = carry::council::brief(tx, &act, process, &telling).await?;
        let number = carry::council::ask(tx, &act, briefing, &question, today.plus_days(4)).await?;
        carry::council::answer(tx, &act, briefing, number, &answer).await?;
        carry::council::ask(tx, &act, briefing, &other, today.plus_days(12)).await?;
        if let Some(day) = met {
            let act = Act { tenant, actor: &officer, at: now, civil: &civil };
            let presence = carry::Presence { day, politicians: 2, helpful: 14, steering: 4, neither: 7 };
            carry::council::present(tx, &act, process, &presence).await?;
        }
        Ok::<_, carry::Refusal>(())
    })
    .await
    .map_err(told)
}

/// The officer puts together what says the same, and lets the program seek what else does.
async fn put_together(app: &App, town: &Town, now: Instant, all: &[Travelling]) -> Result<(), String> {
    let actor = Actor::Account { account: town.account("participatie")? };
    let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
    for (of, with) in all.iter().filter_map(|it| Some((it, it.words.with.as_ref()?))) {
        let first = all.iter().find(|it| it.words.title == *with).ok_or_else(|| format!("«{with}» was not said"))?;
        let (into, chosen) = (first.dossier.ok_or_else(|| format!("«{with}» did not come in"))?, [of.id]);
        let differs = of.words.differs.as_ref().map(|words| LanguageSet::written(Language::NL, words.clone()));
        let contest = of.words.contests.as_ref().map(|words| LanguageSet::written(Language::NL, words.clone()));
        store::write!(app.store, [civil, differs, contest], |tx| {
            let act = Act { tenant, actor: &actor, at: now, civil: &civil };
            carry::bundles::merge(tx, &act, Some(into), &chosen).await?;
            if differs.is_some() {
                carry::contesting::mark(tx, &act, into, chosen[0], differs.as_ref()).await?;
            }
            match &contest {
                Some(words) => carry::contesting::contest(tx, &act, chosen[0], words).await,
                None => Ok(()),
            }
        })
        .await
        .map_err(told)?;
    }
    let process = town.processes.get("plein").ok_or("Leyhoven has no Kerkplein")?.id;
    store::write!(app.store, [civil], |tx| {
        let act = Act { tenant, actor: &actor, at: now, civil: &civil };
        carry::bundles::search(tx, &act, process).await
    })
    .await
    .map_err(told)?;
    carry::jobs::seek_now(app, tenant, process).await
}

/// De Kring writes down how many of the people whom it helped find it harder to take part, in the quarter that is over.
async fn count_groups(app: &App, town: &Town, now: Instant) -> Result<(), String> {
    let actor = Actor::Account { account: town.account("dekring")? };
    let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
    let before = learn::Quarter::of(civil.today(now)).first().ok_or("no quarter")?.plus_days(-1);
    let process = town.processes.get("plein").ok_or("Leyhoven has no Kerkplein")?.id;
    let quarter = learn::Quarter::of(before);
    let count = learn::GroupCount { process, organisation: Some(town.organisation), quarter, harder: 14, silent: 5, at: now };
    store::write!(app.store, [civil], |tx| {
        let act = Act { tenant, actor: &actor, at: now, civil: &civil };
        learn::keep_group_count(tx, &act, &count).await
    })
    .await
    .map_err(told)
}

/// On which path a contribution stands where this act is open.
const ACTS: &[(&str, &str)] = &[
    ("received", "screening"),
    ("screened", "toewijzen"),
    ("screened", "samenvoegen"),
    ("screened", "opdelen"),
    ("divided", "opdelen/ongedaan"),
    ("assigned", "aanvaarden"),
    ("assigned", "teruggeven"),
    ("accepted", "kadertoets"),
    ("accepted-late", "vraag"),
    ("question", "antwoord-op-vraag"),
    ("higher", "waarden"),
    ("higher", "waarden/opnieuw"),
    ("assigned-late", "tafel"),
    ("table", "tafel/afspraken"),
    ("accepted-late", "middelen"),
    ("objection", "bezwaar"),
    ("objection", "bezwaar/einde"),
    ("touched", "raakt-ook"),
    ("touched", "raakt-ook/gehoord"),
    ("early-answered", "te-vroeg"),
    ("deferred-delivered", "weer-oppakken"),
    ("means", "middelen/antwoord"),
    ("means", "hoger"),
    ("higher", "hoger/antwoord"),
    ("accepted-late", "advies"),
    ("advice", "agenda"),
    ("agenda", "besluit"),
    ("decided-late", "antwoord"),
    ("accepted", "notities"),
    ("trial-delivered", "uitvoering"),
];

/// One address of every kind, for who wants to look at every page: by the name of the parameter, or by the whole route.
/// An empty list stands where Leyhoven has nothing of that kind.
async fn samples(app: &App, town: &Town, all: &[Travelling]) -> Result<Value, String> {
    let of = |path: &str| all.iter().find(|it| it.words.path == path).ok_or_else(|| format!("nobody in Leyhoven went «{path}»"));
    let number = |path: &str| Ok::<_, String>(of(path)?.number.as_ref().map(ToString::to_string).unwrap_or_default());
    let dossier = |path: &str| Ok::<_, String>(of(path)?.dossier.map(|id| id.to_string()).unwrap_or_default());
    let process = town.processes.get("plein").ok_or("Leyhoven has no Kerkplein")?;
    let tenant = town.tenant.id;
    let mut session = app.store.read().await.map_err(told)?;
    let lettered =
        all.iter().find(|it| it.words.answer == "letter" && it.words.path.ends_with("delivered")).ok_or("nobody got a letter")?;
    let letter = answer::deliveries_of(&mut session, tenant, lettered.id).await.map_err(told)?;
    let letter = letter.first().map(|delivery| delivery.id).ok_or("nobody got a letter")?;
    let specialist = town.account("vakambtenaar")?;
    let grants = people::tables::grants::of_account(&mut session, tenant, specialist).await.map_err(told)?;
    let review = all.iter().find_map(|it| it.review).ok_or("nobody asked for another look")?;
    let department = town.departments.get("green").ok_or("Leyhoven has no green department")?;
    let area = town.areas.get("Molenveld").ok_or("Leyhoven has no Molenveld")?;
    let codes: BTreeMap<String, &String> = all.iter().filter_map(|it| Some((it.number.as_ref()?.to_string(), it.code.as_ref()?))).collect();
    let question = number("question")?;
    drop(session);
    let carried: Vec<&Travelling> = all.iter().filter(|it| it.commitment.is_some()).collect();
    let promised: Vec<String> = carried.iter().filter_map(|it| Some(format!("/werk/uitvoering/{}", it.commitment?))).collect();
    let helped: Vec<String> = promised.iter().map(|path| format!("{path}/uren")).collect();
    let confirmable: Vec<String> = carried.iter().filter_map(|it| Some(format!("/bijdragen/{}/uitgevoerd", it.number.as_ref()?))).collect();
    let realised = |it: &&&Travelling| it.words.carried.as_ref().is_some_and(|carried| carried.how == "realised");
    let works = carried.iter().filter(realised).filter_map(|it| Some(format!("/bijdragen/{}/werkt-het-nog", it.number.as_ref()?)));
    let works: Vec<String> = works.collect();
    let of_process = carried.first().and_then(|it| town.processes.get(&it.words.process));
    let came_of_it: Vec<String> = of_process.iter().map(|process| format!("/processen/{}/uitvoering", process.slug)).collect();
    let mut photos: Vec<String> = Vec::new();
    let mut session = app.store.read().await.map_err(told)?;
    for id in carried.iter().filter_map(|it| it.commitment) {
        let of_one = deliver::photos(&mut session, tenant, id).await.map_err(told)?;
        photos.extend(of_one.iter().map(|photo| format!("/uitvoering/fotos/{}", photo.id)));
    }
    drop(session);
    let new_password = people::forgotten::fresh_path(app, tenant, specialist).await.map_err(told)?;
    let tenant_of = std::sync::Arc::new(town.tenant.clone());
    let wish = answer::subscriptions::Wish { process: Some(process.id), area: None };
    let subscription = answer::subscriptions::enlist(app, &tenant_of, "noor@voorbeeld.be", wish, Language::NL).await.map_err(told)?;
    let indicators =
        ["stranded", "understood", "strategies", "lasting", "intermediary", "council"].map(|key| format!("/hoe-doen-we-het/{key}"));
    let mut samples = json!({
        "slug": process.slug,
        "number": number("adopted-delivered")?,
        "codes": codes,
        "/bijdragen/{number}/antwoord-op-vraag": format!("/bijdragen/{question}/antwoord-op-vraag"),
        "/bestanden/{file}": [],
        "/uitvoering/fotos/{file}": photos,
        "/hoe-doen-we-het/{indicator}": indicators,
        "/bewaard/{id}": [],
        "/logo": [],
        "/.well-known/meemaak/checkpoints/{checkpoint}": [],
        "/wachtwoord-vergeten/{token}": new_password,
        "/abonnement/{token}": answer::subscriptions::path(app, tenant, subscription),
        "/bulletin": ["/bulletin", format!("/bulletin?project={}", process.slug), format!("/bulletin?gebied={area}")],
        "/werk/dossiers/{id}": [format!("/werk/dossiers/{}", dossier("accepted")?), format!("/werk/dossiers/{}", dossier("adopted-delivered")?), format!("/werk/dossiers/{}", dossier("divided")?), format!("/werk/dossiers/{}", dossier("result-delivered")?)],
        "/processen/{slug}/uitvoering": came_of_it,
        "/bijdragen/{number}/uitgevoerd": confirmable,
        "/bijdragen/{number}/werkt-het-nog": works,
        "/werk/uitvoering/{id}": promised,
        "/werk/uitvoering/{id}/uren": helped,
        "/werk/privacy/{contribution}": format!("/werk/privacy/{}", of("private")?.id),
        "/werk/privacy/{contribution}/vertalingen": format!("/werk/privacy/{}/vertalingen", of("adopted-delivered")?.id),
        "/werk/bezorging/{id}": format!("/werk/bezorging/{letter}"),
        "/werk/bezorging/{id}/brief": format!("/werk/bezorging/{letter}/brief"),
        // Without a font on this machine there is no PDF to look at.
        "/werk/bezorging/{id}/brief.pdf": app.settings.letter_fonts.iter().map(|_| format!("/werk/bezorging/{letter}/brief.pdf")).collect::<Vec<_>>(),
        "/werk/bezorging/brieven.pdf": [],
        "/werk/herzieningen/{id}": format!("/werk/herzieningen/{review}"),
        "/plannen/{slug}": town.plans.iter().map(|(_, slug)| format!("/plannen/{slug}")).collect::<Vec<_>>(),
        "/plannen/{slug}/kaart.svg": town.plans.iter().take(1).map(|(_, slug)| format!("/plannen/{slug}/kaart.svg")).collect::<Vec<_>>(),
        "/werk/plannen/{id}": town.plans.iter().take(2).map(|(id, _)| format!("/werk/plannen/{id}")).collect::<Vec<_>>(),
        "/werk/processen/{id}": format!("/werk/processen/{}", process.id),
        "/werk/processen/{id}/publiceren": format!("/werk/processen/{}/publiceren", process.id),
        "/werk/processen/{id}/sluiten": format!("/werk/processen/{}/sluiten", process.id),
        "/beheer/diensten/{id}": format!("/beheer/diensten/{department}"),
        "/beheer/organisaties/{id}": format!("/beheer/organisaties/{}", town.organisation),
        "/beheer/personen/{id}": format!("/beheer/personen/{specialist}"),
        "/beheer/personen/{id}/rol": format!("/beheer/personen/{specialist}/rol"),
        "/beheer/rechten/{code}": "/beheer/rechten/specialist",
        "/beheer/rollen/{id}": grants.iter().map(|grant| format!("/beheer/rollen/{}", grant.id)).collect::<Vec<_>>(),
        "/beheer/wijken/{id}": format!("/beheer/wijken/{area}"),
    });
    let mut session = app.store.read().await.map_err(told)?;
    let budget = carry::budgets(&mut session, tenant, None, 1).await.map_err(told)?;
    let budget = budget.first().map(|it| it.id).ok_or("Leyhoven has no budget")?;
    let briefing = carry::briefings(&mut session, tenant, None, 1).await.map_err(told)?;
    let briefing = briefing.first().map(|it| it.id).ok_or("nobody told the council")?;
    drop(session);
    samples["/werk/budgetten/{id}"] = json!(format!("/werk/budgetten/{budget}"));
    samples["/werk/budgetten/{id}/wijzigen"] = json!(format!("/werk/budgetten/{budget}/wijzigen"));
    samples["/werk/briefings/{id}"] = json!(format!("/werk/briefings/{briefing}"));
    samples["/werk/processen/{id}/briefing"] = json!(format!("/werk/processen/{}/briefing", process.id));
    samples["/werk/processen/{id}/momenten"] = json!(format!("/werk/processen/{}/momenten", process.id));
    // Leyhoven has enough people: nobody there handles everything alone.
    samples["/werk/dossiers/{id}/afhandelen"] = json!([]);
    let bundle = all.iter().find(|it| it.words.with.is_some()).and_then(|it| it.words.with.as_ref());
    let bundle = all.iter().find(|it| Some(&it.words.title) == bundle).and_then(|it| it.dossier).ok_or("nothing was put together")?;
    for act in ["splitsen", "minderheid", "betwisting"] {
        samples[format!("/werk/dossiers/{{id}}/{act}")] = json!(format!("/werk/dossiers/{bundle}/{act}"));
    }
    let bundled: Vec<String> =
        all.iter().filter(|it| it.words.with.is_some()).filter_map(|it| Some(it.number.as_ref()?.to_string())).collect();
    // What was divided is looked at as a bundle is: the page that asks not to, the page of the whole, and that of a part.
    let mut session = app.store.read().await.map_err(told)?;
    let divided = of("divided")?;
    let whole = match divided.dossier {
        Some(id) => journey::dossier(&mut session, tenant, id).await.map_err(told)?,
        None => None,
    };
    drop(session);
    let part = whole.and_then(|it| it.parts.first().map(|part| part.number.to_string())).ok_or("nothing was divided")?;
    let bundled: Vec<String> = bundled.into_iter().chain([number("divided")?]).collect();
    samples["/bijdragen/{number}/bundeling"] =
        json!(bundled.iter().map(|number| format!("/bijdragen/{number}/bundeling")).collect::<Vec<_>>());
    samples["/bijdragen/{number}"] = json!(
        [number("adopted-delivered")?, number("result-delivered")?, number("joint-delivered")?]
            .into_iter()
            .chain(bundled)
            .chain([part])
            .map(|it| format!("/bijdragen/{it}"))
            .collect::<Vec<_>>()
    );
    let designed = town.processes.get("budget").ok_or("Leyhoven has no budget")?;
    let gids = format!("/werk/processen/{}/gids", designed.id);
    samples["/werk/processen/{id}/gids"] = json!(gids);
    samples["/werk/processen/{id}/gids/toetsen"] = json!(format!("{gids}/toetsen"));
    samples["/werk/processen/{id}/gids/reglement"] = json!(format!("{gids}/reglement"));
    samples["/wat-we-weten/{key}"] =
        json!(["effect.trust", "value.trust", "further.distrust", "local.rust-in-de-buurt"].map(|key| format!("/wat-we-weten/{key}")));
    samples["/wat-we-weten/regel/{id}"] = json!(["C022", "C177", "L1"].map(|id| format!("/wat-we-weten/regel/{id}")));
    samples["/wat-we-weten/tabel/{file}"] = json!(["rules.csv", "lost.json"].map(|file| format!("/wat-we-weten/tabel/{file}")));
    samples["/reglement/{version}"] = json!(["/reglement/1", "/reglement/2"]);
    samples["/beheer/kennis/{kind}"] = json!([
        "/beheer/kennis/bron",
        "/beheer/kennis/effect",
        "/beheer/kennis/regel?sleutel=L1",
        "/beheer/kennis/toets?sjabloon=armoedetoets",
        "/beheer/kennis/toets?sleutel=leyhoven-toets",
        "/beheer/kennis/verloren"
    ]);
    samples["/beheer/antwoordsjablonen/{outcome}/{language}"] =
        json!(["adopted/nl", "not-adopted/en"].map(|it| format!("/beheer/antwoordsjablonen/{it}")));
    samples["/beheer/reglement/artikel/{place}"] = json!(["/beheer/reglement/artikel/1", "/beheer/reglement/artikel/nieuw"]);
    samples["/werk/processen/{id}/gids/plan"] = json!(format!("{gids}/plan"));
    samples["/werk/processen/{id}/gids/{moment}"] = json!(design::GuideMoment::ALL.map(|moment| format!("{gids}/{}", moment.code())));
    let measured = town.processes.get("school").ok_or("Leyhoven has no school")?;
    let measuring = format!("/werk/processen/{}", measured.id);
    samples["/werk/processen/{id}/meten"] = json!([format!("{measuring}/meten"), format!("/werk/processen/{}/meten", process.id)]);
    samples["/werk/processen/{id}/meten/vragen"] = json!(format!("{measuring}/meten/vragen"));
    samples["/werk/processen/{id}/meten/uitkomsten"] = json!(format!("{measuring}/meten/uitkomsten"));
    samples["/werk/processen/{id}/meten/uitvoer"] = json!(format!("{measuring}/meten/uitvoer"));
    samples["/werk/processen/{id}/meten/uitvoer/codeboek.csv"] = json!(format!("{measuring}/meten/uitvoer/codeboek.csv"));
    samples["/werk/processen/{id}/vragen/invoer"] = json!(format!("/werk/processen/{}/vragen/invoer", process.id));
    samples["/werk/processen/{id}/vragen/medewerkers"] = json!(format!("/werk/processen/{}/vragen/medewerkers", process.id));
    samples["/werk/processen/{id}/vragen/nakijken"] = json!(format!("/werk/processen/{}/vragen/nakijken", process.id));
    samples["/processen/{slug}/meten"] = json!([process, designed, measured].map(|it| format!("/processen/{}/meten", it.slug)));
    samples["/processen/{slug}/meten.csv"] = json!(format!("/processen/{}/meten.csv", measured.slug));
    samples["/processen/{slug}/vragen"] = json!([process, designed].map(|it| format!("/processen/{}/vragen", it.slug)));
    samples["/processen/{slug}/vragen/papier"] =
        json!(["?aantal=2", "?ronde=after"].map(|asked| format!("/processen/{}/vragen/papier{asked}", process.slug)));
    samples["/processen/{slug}/afspraken"] = json!(
        [process, designed]
            .into_iter()
            .chain(town.processes.get("weide"))
            .map(|it| format!("/processen/{}/afspraken", it.slug))
            .collect::<Vec<_>>()
    );
    samples["/werk/processen/{id}/bundelen"] = json!(format!("/werk/processen/{}/bundelen", process.id));
    samples["/werk/processen/{id}/bundelen/{proposal}"] = json!(format!("/werk/processen/{}/bundelen/1", process.id));
    let several = [dossier("screened")?, dossier("accepted")?, dossier("advice")?];
    samples["/werk/samen"] = json!(
        ["toewijzen", "agenda", "overdragen", "herinneren"].map(|what| format!("/werk/samen?wat={what}&kies={}", several.join("&kies=")))
    );
    for (path, act) in ACTS {
        samples[format!("/werk/dossiers/{{id}}/{act}")] = json!(format!("/werk/dossiers/{}/{act}", dossier(path)?));
    }
    Ok(samples)
}
