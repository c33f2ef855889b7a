//! One dossier in one go, where one or two people do all the work («a mode for small municipalities», catalogue H4).
//!
//! Nothing is skipped: the same calls of [`crate::act`] set the same states one after another, each with its guards, its rows
//! and its entry in the journal, inside the transaction of whoever calls. What one of them refuses undoes all of them.

use crate::act::{self, Advising, Deciding, FrameVerdict, Refusal, Screening};
use crate::forms;
use crate::model::{Act, Kind, Lane, gathers, lane, replies, responds};
use design::{Decider, Variant};
use journey::{Act as Doing, Dossier, Outcome, State};
use kernel::{AccountId, Date, DecisionId, DepartmentId, DossierId, Language, Line};
use people::{Grant, Thing};
use store::Tx;
use ui::Typed;

/// A part of the work that lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What kind it is (F1 S2).
    Screening,
    /// Which department takes it, held by whoever handles it (S4).
    Department,
    /// Law, money and practice (S5).
    Frames,
    /// The advice (S11).
    Advice,
    /// On the agenda of today, where a body decides, and the decision (S12, S13).
    Decision,
}

impl Stage {
    const ALL: [Self; 5] = [Self::Screening, Self::Department, Self::Frames, Self::Advice, Self::Decision];

    /// What stands before the names of its fields.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Advice => "advice-",
            Self::Decision => "decision-",
            Self::Screening | Self::Department | Self::Frames => "",
        }
    }

    /// The field and the words for a rule that was broken in it.
    #[must_use]
    pub fn field(self, rule: act::Rule) -> (String, &'static str) {
        let (field, key) = rule.field();
        match (self, field) {
            // Who handles it holds it, and the day is today: those have no field of their own.
            (Self::Department, _) => ("department".to_owned(), key),
            (Self::Decision, "date") => ("decision-words".to_owned(), key),
            (stage, field) => (format!("{}{field}", stage.prefix()), key),
        }
    }
}

/// Whether a process of this variant goes straight to a decision: one that replies to a reaction, responds to an initiative, or
/// gathers answers for one result, has steps of its own (F5).
#[must_use]
pub const fn goes_straight(variant: Variant) -> bool {
    !replies(variant) && !responds(variant) && !gathers(variant)
}

/// What still has to be done with a dossier of a process of this variant until its decision; `None` when it does not stand on the
/// straight way to one.
#[must_use]
pub fn stages(variant: Variant, dossier: &Dossier) -> Option<Vec<Stage>> {
    let first = match dossier.state {
        _ if dossier.merged.is_some() || !goes_straight(variant) => return None,
        State::Received => Stage::Screening,
        State::Screened | State::Bundled | State::Assigned => Stage::Department,
        State::FrameCheck => Stage::Frames,
        State::Assessed => Stage::Advice,
        State::AdviceReady | State::OnAgenda => Stage::Decision,
        _ => return None,
    };
    Some(Stage::ALL.into_iter().filter(|stage| *stage >= first).collect())
}

/// Whether somebody with these grants may do all of it, with that department.
#[must_use]
pub fn allowed(
    grants: &[Grant],
    account: AccountId,
    (variant, dossier, decider): (Variant, &Dossier, Decider),
    department: DepartmentId,
    today: Date,
) -> bool {
    let thing = Thing::process(dossier.process).in_area(dossier.area);
    let there = thing.in_department(department);
    let may = |act: Act, thing: &Thing| act.allowed(grants, account, thing, decider, today);
    stages(variant, dossier).is_some_and(|stages| {
        stages.into_iter().all(|stage| match stage {
            Stage::Screening => may(Act::Screen, &thing),
            Stage::Department => may(Act::Assign, &thing) && may(Act::Accept, &there),
            Stage::Frames => may(Act::CheckFrames, &there),
            Stage::Advice => may(Act::Advise, &there),
            Stage::Decision => may(Act::Decide, &there) && (decider != Decider::Body || may(Act::Schedule, &there)),
        })
    })
}

/// What is filled in for all of it. Texts are public.
#[derive(Debug, Clone)]
pub struct Handling {
    /// What kind it is; needed when it was not screened yet.
    pub kind: Option<Kind>,
    /// Which department takes it; needed while none has it.
    pub department: Option<DepartmentId>,
    /// The verdicts; needed while the frames were not checked.
    pub verdicts: Vec<FrameVerdict>,
    /// The advice; needed while there is none.
    pub advising: Option<Advising>,
    /// The decision, of today.
    pub deciding: Deciding,
}

/// Reads the part of the form that bears this prefix with the parser of its own page.
fn under<T>(typed: &mut Typed, prefix: &str, more: &[(&str, String)], read: impl FnOnce(&mut Typed) -> Option<T>) -> Option<T> {
    let pairs = typed.pairs().iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), value.clone())));
    let mut part = Typed::from_pairs(pairs.collect());
    for (name, value) in more {
        part.set(*name, value.clone());
    }
    let found = read(&mut part);
    for wrong in part.errors() {
        let args: Vec<(&str, ui::Arg)> = wrong.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        typed.wrong_with(format!("{prefix}{}", wrong.name), wrong.key.clone(), &args);
    }
    found
}

/// Reads the form for these stages; what is wrong is said beside its field. `offered`: the departments that can take it.
pub fn handling(typed: &mut Typed, stages: &[Stage], offered: &[DepartmentId], language: Language, today: Date) -> Option<Handling> {
    let has = |stage: Stage| stages.contains(&stage);
    let kind = Kind::of(typed.get("kind"));
    if has(Stage::Screening) && kind.is_none() {
        typed.wrong("kind", "carry-screen-kind-missing");
    }
    let department = if has(Stage::Department) { forms::assigning(typed, offered).map(|it| it.department) } else { None };
    // Of a form of which something else is wrong the verdicts are read all the same, so that everything is said at once.
    let verdicts = if has(Stage::Frames) { under(typed, "", &[], |part| forms::checking(part, language)) } else { Some(Vec::new()) };
    let advising = if has(Stage::Advice) {
        under(typed, "advice-", &[], |part| forms::advising(part, language, forms::AdviceWith::Plain))
    } else {
        None
    };
    let deciding = under(typed, "decision-", &[("date", today.to_string())], |part| forms::deciding(part, language, true, false));
    if typed.is_wrong() {
        return None;
    }
    Some(Handling { kind, department, verdicts: verdicts?, advising, deciding: deciding? })
}

/// The outcome as it was chosen in the form, also when something else in it is wrong.
#[must_use]
pub fn outcome(typed: &Typed) -> Option<Outcome> {
    Outcome::from_code(typed.get("decision-outcome"))
}

/// Does all of it, step by step, each as if it were done alone. Whoever handles it holds it.
///
/// # Errors
/// What the first step refuses, with the stage of that step. Nothing is done then, as long as whoever calls gives its
/// transaction up.
pub async fn handle(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, it: &Handling) -> Result<DecisionId, (Stage, Refusal)> {
    let at = |stage: Stage| move |refusal: Refusal| (stage, refusal);
    let mut now = read(tx, doing, dossier).await.map_err(at(Stage::Screening))?;
    if now.state == State::Received {
        let kind = it.kind.ok_or((Stage::Screening, Refusal::NotNow(now.state)))?;
        now = act::screen(tx, doing, dossier, &Screening::InScope { kind }).await.map_err(at(Stage::Screening))?;
    }
    if matches!(now.state, State::Screened | State::Bundled | State::Assigned) {
        let refused = at(Stage::Department);
        let department = it.department.ok_or((Stage::Department, Refusal::NotNow(now.state)))?;
        let holder = doing.actor.account().ok_or((Stage::Department, Refusal::NotNow(now.state)))?;
        if now.asked != Some(department) || now.state != State::Assigned {
            act::assign(tx, doing, dossier, department).await.map_err(refused)?;
        }
        now = act::accept(tx, doing, dossier, department, holder).await.map_err(at(Stage::Department))?;
    }
    if now.state == State::FrameCheck {
        now = act::check_frames(tx, doing, dossier, &it.verdicts).await.map_err(at(Stage::Frames))?;
    }
    if now.state == State::Assessed {
        let advising = it.advising.as_ref().ok_or((Stage::Advice, Refusal::NotNow(now.state)))?;
        act::advise(tx, doing, dossier, advising).await.map_err(at(Stage::Advice))?;
        now = read(tx, doing, dossier).await.map_err(at(Stage::Advice))?;
    }
    let decider = act::decider(tx, doing.tenant, now.process).await.map_err(|error| (Stage::Decision, Refusal::Store(error)))?;
    if now.state == State::AdviceReady && lane(now.state, decider) != Some(Lane::Mandate) {
        let body: &Line = it.deciding.body.as_ref().ok_or((Stage::Decision, Refusal::Rule(act::Rule::BodyMissing)))?;
        let today = doing.civil.today(doing.at);
        act::schedule(tx, doing, dossier, body, today, None).await.map_err(at(Stage::Decision))?;
    }
    act::decide(tx, doing, dossier, &it.deciding).await.map_err(at(Stage::Decision))
}

async fn read(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId) -> Result<Dossier, Refusal> {
    journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)
}
