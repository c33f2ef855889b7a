//! What is done with commitments, as plain calls inside a transaction: pages, demo, importers and tests all come
//! through here. Whoever calls for a person checks the permission first, against [`Commitment::thing`].

use crate::jobs;
use crate::model::deed::{Attestation, Changing, Deed, MeansWord, Promise};
use crate::model::volunteering::{HoursGiven, NotedBy};
use crate::model::{Doer, Funding, HappeningKind, Lasting, Stage, Telling};
use crate::tables::commitments::{self, Commitment};
use crate::tables::happenings::{self, Happening};
use crate::tables::hours;
use crate::tables::milestones::{self, Milestone};
use crate::tables::photos::{self, Photo};
use answer::Motivation;
use journey::{Act, ConfirmedBy, Dossier, Outcome, State, Step, evidence};
use kernel::{CommitmentId, Date, DepartmentId, DossierId, HappeningId, Line, MilestoneId, Money, TextId};
use serde_json::{Map, Value, json};
use store::texts::LanguageSet;
use store::{Tx, journal};

/// How many photos one commitment may have.
pub const PHOTOS_MOST: usize = 12;

const NOTHING: Money = Money::from_cents(0);

/// The kind of stream under which commitments stand in the journal.
pub const STREAM: &str = "commitment";

/// Why something was not done. Nothing changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// There is no such dossier, commitment or milestone here.
    #[error("there is no such thing in this municipality")]
    Missing,
    /// The commitment stands elsewhere: it came too early, too late or twice.
    #[error("the commitment is {0:?}, where this cannot be done")]
    NotNow(Stage),
    /// The dossier stands elsewhere.
    #[error("the dossier stands at {0}, where this cannot be done")]
    Elsewhere(State),
    /// A rule of this room.
    #[error("{0:?}")]
    Rule(Rule),
    /// A guard of the journey is not met.
    #[error("the journey does not allow it: {0}")]
    Guard(&'static str),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// A rule that was broken. The form shows it beside the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A promise lies ahead.
    UntilPast,
    /// A partner has a name.
    PartnerMissing,
    /// Means that are promised come from somewhere.
    SourceMissing,
    /// Means are not negative, and spending is more than nothing.
    Amount,
    /// Spending and a promise of means have a limit that can be counted.
    AmountTooLarge,
    /// What was reached was not reached in the future.
    ReachedAhead,
    /// Before it is done, all milestones are reached or moved.
    MilestonesOpen,
    /// A milestone lies ahead when it is planned or moved.
    MilestonePast,
    /// There are as many photos as fit.
    PhotosFull,
    /// Money of another department is promised only when its holder committed so much (C143).
    NotCommitted,
    /// Who asks another department for money says how much.
    AskedAmount,
    /// Its money is there already; another plan is explained.
    MoneyThere,
    /// Time was not given in the future.
    HoursAhead,
}

impl Rule {
    /// The field that the rule is about, and the words for it.
    #[must_use]
    pub const fn field(self) -> (&'static str, &'static str) {
        match self {
            Self::UntilPast => ("until", "deliver-rule-until-past"),
            Self::PartnerMissing => ("organisation", "deliver-rule-partner"),
            Self::SourceMissing => ("source", "deliver-rule-source"),
            Self::Amount => ("spend-amount", "deliver-rule-amount"),
            Self::AmountTooLarge => ("spend-amount", "deliver-rule-amount-large"),
            Self::ReachedAhead => ("reach-on", "deliver-rule-reached-ahead"),
            Self::MilestonesOpen => ("claim", "deliver-rule-milestones-open"),
            Self::MilestonePast => ("plan-on", "deliver-rule-milestone-past"),
            Self::PhotosFull => ("photo", "deliver-rule-photos-full"),
            Self::NotCommitted => ("means-of", "deliver-rule-not-committed"),
            Self::AskedAmount => ("promised", "deliver-rule-asked-amount"),
            Self::MoneyThere => ("now", "deliver-rule-money-there"),
            Self::HoursAhead => ("hours-on", "deliver-rule-hours-ahead"),
        }
    }
}

impl From<journey::Refusal> for Refusal {
    fn from(refusal: journey::Refusal) -> Self {
        match refusal {
            journey::Refusal::NotNow { state, .. } => Self::Elsewhere(state),
            journey::Refusal::Guard(code) => Self::Guard(code),
            journey::Refusal::Missing => Self::Missing,
            journey::Refusal::Store(error) => Self::Store(error),
        }
    }
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::NotNow(_) | Refusal::Elsewhere(_) => Self::Conflict("deliver-not-now"),
            Refusal::Rule(rule) => Self::Conflict(rule.field().1),
            Refusal::Guard(code) => Self::Conflict(journey::guard_key(code)),
            Refusal::Store(error) => Self::Store(error),
        }
    }
}

/// Whether something can be promised after the decision on this dossier. Of what was divided the parts are carried out.
#[must_use]
pub fn can_promise(dossier: &Dossier) -> bool {
    let decided = matches!(dossier.state, State::Decided | State::FedBack | State::Reaction | State::Underway);
    decided && dossier.merged.is_none() && dossier.parts.is_empty() && dossier.outcome.is_some_and(Outcome::is_carried_out)
}

/// Whether the authors still have to be told of the last change of a plan (F4: S16→S15).
#[must_use]
pub fn untold(commitment: &Commitment, dossier: &Dossier) -> bool {
    commitment.changed.is_some_and(|changed| dossier.live().any(|it| it.answered.is_none_or(|answered| answered < changed)))
}

/// Texts on their way into the store and, as digests, into the journal.
struct Texts {
    digests: Map<String, Value>,
}

impl Texts {
    async fn keep(&mut self, tx: &mut Tx, act: &Act<'_>, name: &str, words: &LanguageSet) -> Result<TextId, Refusal> {
        let id = TextId::new(act.at, tx.random());
        tx.save_text(act.tenant, id, words).await?;
        let all: Vec<String> = words.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
        let digest = tx.digest(act.tenant, id.uuid(), &all.join("\n\n")).await?;
        self.digests.insert(name.to_owned(), json!({ "text": id, "digest": digest }));
        Ok(id)
    }
}

/// How much of its money a department committed for a dossier while it was decided, and is not promised yet. People and time
/// are no money.
async fn committed_before(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, of: DepartmentId) -> Result<i64, Refusal> {
    let asked = carry::means_requests(tx, act.tenant, dossier).await?;
    let given = asked.iter().filter(|it| it.department == of && it.committed == Some(true) && it.released_at.is_none());
    let all: i64 = given.filter_map(|it| it.euros).fold(0_i64, |sum, euros| sum.saturating_add(euros.saturating_mul(100)));
    let promised = commitments::of_dossier(tx, act.tenant, dossier).await?;
    let used = promised.iter().filter(|it| it.means_of == Some(of) && it.funding == Funding::Given).map(|it| it.promised.cents());
    Ok(used.fold(all, i64::saturating_sub))
}

/// Whether so much money is there for a dossier, and whose it is when it is another department's: only the holder of a budget
/// commits it (C143). `sought` is money that is only needed or asked for.
async fn funding_of(
    tx: &mut Tx,
    act: &Act<'_>,
    (dossier, own): (DossierId, DepartmentId),
    (amount, source, means_of): (Money, Option<&Line>, Option<DepartmentId>),
    sought: bool,
) -> Result<(Funding, Option<DepartmentId>), Refusal> {
    if amount.cents() < 0 {
        return Err(Refusal::Rule(Rule::Amount));
    }
    let nothing = amount.cents() == 0;
    if nothing && !sought {
        return Ok((Funding::Unneeded, None));
    }
    if source.is_none() && !sought {
        return Err(Refusal::Rule(Rule::SourceMissing));
    }
    let Some(other) = means_of.filter(|it| *it != own) else {
        return Ok((if sought { Funding::Sought } else { Funding::Own }, None));
    };
    people::tables::department(tx, act.tenant, other).await?.ok_or(Refusal::Missing)?;
    if nothing {
        return Err(Refusal::Rule(Rule::AskedAmount));
    }
    if amount.cents() <= committed_before(tx, act, dossier, other).await? {
        return Ok((Funding::Given, Some(other)));
    }
    if sought { Ok((Funding::Asked, Some(other))) } else { Err(Refusal::Rule(Rule::NotCommitted)) }
}

/// Promises something after a decision; the first promise begins the carrying out (S16).
///
/// # Errors
/// [`Refusal::Elsewhere`] when nothing was decided that can be carried out, [`Refusal::Rule`] when the promise is not whole.
pub async fn promise(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, promise: &Promise) -> Result<CommitmentId, Refusal> {
    let found = journey::dossier(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    if !can_promise(&found) {
        return Err(Refusal::Elsewhere(found.state));
    }
    people::tables::department(tx, act.tenant, promise.department).await?.ok_or(Refusal::Missing)?;
    let today = act.civil.today(act.at);
    if promise.until < today {
        return Err(Refusal::Rule(Rule::UntilPast));
    }
    match (promise.doer, promise.organisation) {
        (Doer::Partner, None) => return Err(Refusal::Rule(Rule::PartnerMissing)),
        (_, Some(id)) => drop(people::tables::organisation(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?),
        (_, None) => {}
    }
    let money = (promise.promised, promise.source.as_ref(), promise.means_of);
    let (funding, means_of) = funding_of(tx, act, (dossier, promise.department), money, promise.sought).await?;
    let (promised, needed) = if funding.is_there() { (promise.promised, NOTHING) } else { (NOTHING, promise.promised) };
    if found.state != State::Underway {
        journey::record(tx, act, dossier, Step::Started(evidence::Start::by_deliver(promise.department))).await?;
    }
    let mut texts = Texts { digests: Map::new() };
    let what = texts.keep(tx, act, "what", &promise.what).await?;
    let mut it = Commitment {
        id: CommitmentId::new(act.at, tx.random()),
        dossier,
        process: found.process,
        area: found.area,
        department: promise.department,
        doer: promise.doer,
        organisation: promise.organisation.filter(|_| promise.doer == Doer::Partner),
        holder: promise.holder,
        what,
        until: promise.until,
        promised,
        funding,
        needed,
        source: promise.source.as_ref().map(|line| line.as_str().to_owned()),
        means_of,
        money_ends: promise.money_ends,
        hours: promise.hours,
        ceiling: promise.ceiling,
        made: act.at,
        stage: Stage::Underway,
        milestones: 0,
        next: None,
        spent: NOTHING,
        changed: None,
        claimed: None,
        realised: None,
        confirmed_by: None,
        check_on: None,
        due: None,
    };
    it.due = it.dates(act.civil, None).due(act.civil);
    commitments::insert(tx, act.tenant, &it).await?;
    let mut happening = Happening::new(HappeningId::new(act.at, tx.random()), it.id, HappeningKind::Promised, act.at);
    happening.day = Some(promise.until);
    happening.amount = Some(promised);
    happening.text = Some(what);
    note(tx, act, &it, &happening, texts).await?;
    // That another department was asked is told as it is when it is asked later.
    if funding == Funding::Asked {
        let mut asked = Happening::new(HappeningId::new(act.at, tx.random()), it.id, HappeningKind::Asked, act.at);
        asked.amount = Some(needed);
        asked.means_of = means_of;
        note(tx, act, &it, &asked, Texts { digests: Map::new() }).await?;
    }
    Ok(it.id)
}

/// Does something as the department that carries it out.
///
/// # Errors
/// [`Refusal::NotNow`] when it stands elsewhere, [`Refusal::Rule`] when a rule is broken.
pub async fn carry_out(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, deed: &Deed) -> Result<Commitment, Refusal> {
    let mut it = commitments::commitment(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    let today = act.civil.today(act.at);
    // How it goes on, means that were spent late, and where they come from can be written down after it was done.
    let late = matches!(deed, Deed::Note(_) | Deed::Spend { .. } | Deed::Fund { .. } | Deed::GoOn { .. } | Deed::HandOver(_))
        && it.stage != Stage::Integrated;
    let picture = matches!(deed, Deed::Picture(_) | Deed::TakeDown { .. });
    if it.stage != Stage::Underway && !late && !picture {
        return Err(Refusal::NotNow(it.stage));
    }
    let mut texts = Texts { digests: Map::new() };
    let mut happening = Happening::new(HappeningId::new(act.at, tx.random()), it.id, HappeningKind::Noted, act.at);
    let mut all = milestones::of_commitment(tx, act.tenant, id).await?;
    match deed {
        Deed::Plan { text, on } => {
            if *on < today {
                return Err(Refusal::Rule(Rule::MilestonePast));
            }
            let text = texts.keep(tx, act, "text", text).await?;
            let new = Milestone { id: MilestoneId::new(act.at, tx.random()), commitment: id, text, planned: *on, done: None };
            milestones::insert(tx, act.tenant, &new).await?;
            happening.kind = HappeningKind::Planned;
            happening.milestone = Some(new.id);
            happening.day = Some(*on);
            happening.text = Some(text);
            all.push(new);
        }
        Deed::Reach { milestone, on } => {
            if *on > today {
                return Err(Refusal::Rule(Rule::ReachedAhead));
            }
            let one = open_one(&mut all, *milestone)?;
            one.done = Some(*on);
            milestones::update(tx, act.tenant, one).await?;
            happening.kind = HappeningKind::Reached;
            happening.milestone = Some(one.id);
            happening.day = Some(*on);
        }
        Deed::Move { milestone, to, motive } => {
            if *to < today {
                return Err(Refusal::Rule(Rule::MilestonePast));
            }
            let one = open_one(&mut all, *milestone)?;
            happening.was = Some(one.planned);
            one.planned = *to;
            milestones::update(tx, act.tenant, one).await?;
            happening.kind = HappeningKind::Moved;
            happening.milestone = Some(one.id);
            happening.day = Some(*to);
            happening.text = Some(texts.keep(tx, act, "motive", motive).await?);
        }
        Deed::Note(words) => happening.text = Some(texts.keep(tx, act, "words", words).await?),
        Deed::Spend { amount, on } => {
            if amount.cents() <= 0 {
                return Err(Refusal::Rule(Rule::Amount));
            }
            it.spent = it.spent.plus(*amount).ok_or(Refusal::Rule(Rule::AmountTooLarge))?;
            happening.kind = HappeningKind::Spent;
            happening.amount = Some(*amount);
            happening.text = Some(texts.keep(tx, act, "on", on).await?);
        }
        Deed::Fund { amount, source, means_of } => {
            if it.funding.is_there() {
                return Err(Refusal::Rule(Rule::MoneyThere));
            }
            // Another department is asked, unless it committed so much before.
            let asks = means_of.is_some_and(|other| other != it.department);
            let money = (*amount, source.as_ref(), *means_of);
            let (funding, means_of) = funding_of(tx, act, (it.dossier, it.department), money, asks).await?;
            (it.funding, it.means_of) = (funding, means_of);
            (it.promised, it.needed) = if funding.is_there() { (*amount, NOTHING) } else { (NOTHING, *amount) };
            it.source = source.as_ref().map(|line| line.as_str().to_owned());
            happening.kind = if funding == Funding::Asked { HappeningKind::Asked } else { HappeningKind::Funded };
            happening.amount = Some(*amount);
            happening.means_of = means_of;
        }
        Deed::Change(changing) => {
            it.changed = Some(act.at);
            happening.kind = HappeningKind::Changed;
            happening.proposed = Some(texts.keep(tx, act, "proposed", &changing.proposed).await?);
            happening.instead = Some(texts.keep(tx, act, "instead", &changing.instead).await?);
            happening.text = Some(texts.keep(tx, act, "motive", &changing.motive).await?);
        }
        Deed::HandOver(account) => {
            let known = people::tables::accounts::account(tx, act.tenant, *account).await?;
            known.filter(|account| account.ended.is_none()).ok_or(Refusal::Missing)?;
            it.holder = Some(*account);
            happening.kind = HappeningKind::HandedOver;
        }
        Deed::GoOn { words, money_ends } => {
            it.money_ends = *money_ends;
            happening.kind = HappeningKind::WentOn;
            happening.day = *money_ends;
            happening.text = Some(texts.keep(tx, act, "words", words).await?);
        }
        Deed::Claim => {
            if all.iter().any(|one| one.done.is_none()) {
                return Err(Refusal::Rule(Rule::MilestonesOpen));
            }
            it.stage = Stage::Claimed;
            it.claimed = Some(act.at);
            happening.kind = HappeningKind::Claimed;
            tx.enqueue(jobs::tell(act.tenant, id, Telling::Confirm, &jobs::turn(act.at), act.at)).await?;
        }
        Deed::Picture(picture) => {
            if photos::of_commitment(tx, act.tenant, id).await?.len() >= PHOTOS_MOST {
                return Err(Refusal::Rule(Rule::PhotosFull));
            }
            let description = texts.keep(tx, act, "description", &picture.description).await?;
            let photo = Photo {
                id: picture.file,
                commitment: id,
                moment: picture.moment,
                description,
                width: picture.width,
                height: picture.height,
                at: act.at,
            };
            photos::insert(tx, act.tenant, &photo, picture.size).await?;
            happening.kind = HappeningKind::Pictured;
            happening.text = Some(description);
        }
        Deed::TakeDown { photo, motive } => {
            let gone = photos::photo(tx, act.tenant, *photo).await?.filter(|it| it.commitment == id).ok_or(Refusal::Missing)?;
            photos::forget(tx, act.tenant, gone.id).await?;
            tx.enqueue(jobs::delete_photo(act.tenant, gone.id, act.at)).await?;
            happening.kind = HappeningKind::PhotoGone;
            happening.text = Some(texts.keep(tx, act, "motive", motive).await?);
        }
    }
    it.milestones = i64::try_from(all.len()).unwrap_or(i64::MAX);
    it.next = all.iter().filter(|one| one.done.is_none()).map(|one| one.planned).min();
    keep(tx, act, &mut it, &happening, texts).await?;
    if let Deed::Change(changing) = deed {
        tell(tx, act, it.dossier, changing).await?;
    }
    Ok(it)
}

/// Says, as the holder of another department's money, whether it is committed. Only then it is promised. A no closes nothing:
/// other money is looked for.
///
/// # Errors
/// [`Refusal::NotNow`] when that department is not asked (any more).
pub async fn say_of_means(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, said: &MeansWord) -> Result<Commitment, Refusal> {
    let mut it = commitments::commitment(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if it.funding != Funding::Asked || it.stage == Stage::Integrated {
        return Err(Refusal::NotNow(it.stage));
    }
    let mut texts = Texts { digests: Map::new() };
    let mut happening = Happening::new(HappeningId::new(act.at, tx.random()), it.id, HappeningKind::Given, act.at);
    happening.amount = Some(it.needed);
    happening.means_of = it.means_of;
    match said {
        MeansWord::Give => {
            it.funding = Funding::Given;
            (it.promised, it.needed) = (it.needed, NOTHING);
        }
        MeansWord::Refuse(motive) => {
            it.funding = Funding::Refused;
            happening.kind = HappeningKind::Refused;
            happening.text = Some(texts.keep(tx, act, "motive", motive).await?);
        }
    }
    keep(tx, act, &mut it, &happening, texts).await?;
    Ok(it)
}

fn open_one(all: &mut [Milestone], id: MilestoneId) -> Result<&mut Milestone, Refusal> {
    all.iter_mut().find(|one| one.id == id && one.done.is_none()).ok_or(Refusal::Missing)
}

/// Tells the authors of a changed plan, each by the way they chose (F4: S16→S15). An answer that would not be whole is
/// not sent; the page then says that the authors still have to be told.
async fn tell(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, changing: &Changing) -> Result<bool, Refusal> {
    let found = journey::dossier(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let authors: Vec<_> = found.live().map(|it| it.contribution).collect();
    if !found.owes_no_answer() || authors.is_empty() {
        return Ok(false);
    }
    let (instead, motive) = (changing.instead.original(), changing.motive.original());
    let done = LanguageSet::written(instead.language, format!("{}\n\n{}", instead.text, motive.text));
    let motivation = Motivation::new(done, changing.criterion.clone()).why_not(changing.motive.clone());
    if !answer::gaps(&motivation, found.outcome, &authors).is_empty() {
        return Ok(false);
    }
    match answer::publish(tx, act, dossier, &motivation).await {
        Ok(_) => Ok(true),
        Err(answer::Refusal::Store(error)) => Err(error.into()),
        Err(answer::Refusal::Guard(code)) => Err(Refusal::Guard(code)),
        Err(answer::Refusal::NotNow(state)) => Err(Refusal::Elsewhere(state)),
        Err(_) => Ok(false),
    }
}

/// Says, as an author or the neighbourhood manager, whether it is there, whether it still works, and whether it lasts. When all that was promised
/// after one decision is confirmed, the dossier is realised (S17); when all of it lasts, integrated (S18).
///
/// # Errors
/// [`Refusal::NotNow`] when the department did not say that it is done, or when it is not realised yet.
pub async fn attest(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, said: &Attestation) -> Result<Commitment, Refusal> {
    let mut it = commitments::commitment(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    let looks = matches!(said, Attestation::Check { .. } | Attestation::Experience { .. });
    let wanted = if looks { Stage::Realised } else { Stage::Claimed };
    if it.stage != wanted {
        return Err(Refusal::NotNow(it.stage));
    }
    let today = act.civil.today(act.at);
    let mut texts = Texts { digests: Map::new() };
    let mut happening = Happening::new(HappeningId::new(act.at, tx.random()), it.id, HappeningKind::Confirmed, act.at);
    match said {
        Attestation::Confirm(by) => {
            it.stage = Stage::Realised;
            it.realised = Some(act.at);
            it.confirmed_by = Some(*by);
            it.check_on = Some(act.civil.last_day(today, act.civil.terms.integrate));
            happening.part = Some(*by);
        }
        Attestation::NotReady(by) | Attestation::Different(by) => {
            it.stage = Stage::Underway;
            it.claimed = None;
            let other = matches!(said, Attestation::Different(_));
            happening.kind = if other { HappeningKind::Different } else { HappeningKind::NotReady };
            happening.part = Some(*by);
        }
        Attestation::Experience { lasting } => {
            // What no longer holds is looked at now, not when its year is over.
            if !Lasting::ALL.iter().all(|one| lasting.contains(one)) {
                it.check_on = Some(it.check_on.map_or(today, |day| day.min(today)));
            }
            happening.kind = HappeningKind::Experienced;
            happening.part = Some(ConfirmedBy::Author);
            happening.lasting = Lasting::ALL.iter().copied().filter(|one| lasting.contains(one)).collect();
        }
        Attestation::Check { lasting, words } => {
            if Lasting::ALL.iter().all(|one| lasting.contains(one)) {
                it.stage = Stage::Integrated;
                it.check_on = None;
            } else {
                // What does not last is not closed by silence: it is looked at again.
                it.check_on = Some(act.civil.last_day(today, act.civil.terms.integrate));
            }
            happening.kind = HappeningKind::Checked;
            happening.lasting = Lasting::ALL.iter().copied().filter(|one| lasting.contains(one)).collect();
            happening.text = Some(texts.keep(tx, act, "words", words).await?);
        }
    }
    keep(tx, act, &mut it, &happening, texts).await?;
    // What was asked is answered: whoever has not read the question yet is not asked any more.
    match said {
        Attestation::Experience { .. } => {}
        Attestation::Check { .. } => {
            answer::notices::close(tx, act.tenant, id.uuid(), Telling::Check.code()).await?;
            tx.enqueue(jobs::tell(act.tenant, id, Telling::Checked, &happening.id.to_string(), act.at)).await?;
        }
        Attestation::Confirm(_) | Attestation::NotReady(_) | Attestation::Different(_) => {
            answer::notices::close(tx, act.tenant, id.uuid(), Telling::Confirm.code()).await?;
        }
    }
    let all = commitments::of_dossier(tx, act.tenant, it.dossier).await?;
    match said {
        Attestation::Confirm(by) if all.iter().all(|one| matches!(one.stage, Stage::Realised | Stage::Integrated)) => {
            journey::record(tx, act, it.dossier, Step::Realised(evidence::Realisation::by_deliver(*by))).await?;
        }
        Attestation::Check { .. } if all.iter().all(|one| one.stage == Stage::Integrated) => {
            journey::record(tx, act, it.dossier, Step::Integrated(evidence::Integration::by_deliver(true))).await?;
        }
        _ => {}
    }
    Ok(it)
}

/// Writes down the time that volunteers gave, at any stage: whoever looks after something goes on, and who prepared it before it was
/// agreed gave time as well. It is no line of the public history; everybody reads the sum.
///
/// # Errors
/// [`Refusal::Rule`] when the day lies ahead.
pub async fn give_hours(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, given: &HoursGiven, by: NotedBy) -> Result<(), Refusal> {
    let it = commitments::commitment(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if given.day > act.civil.today(act.at) {
        return Err(Refusal::Rule(Rule::HoursAhead));
    }
    let number = hours::insert(tx, act.tenant, id, given, (by, act.at)).await?;
    let body = json!({
        "dossier": it.dossier,
        "number": number,
        "day": given.day.to_string(),
        "minutes": given.minutes,
        "people": given.people,
        "private": given.private,
        "noted_by": by.code(),
    });
    enter(tx, act, id, "hours-given", body).await
}

/// Strikes time that was written down by mistake.
///
/// # Errors
/// [`Refusal::Missing`] when there is no such thing (any more).
pub async fn strike_hours(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, number: i64) -> Result<(), Refusal> {
    let it = commitments::commitment(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if !hours::strike(tx, act.tenant, id, number, act.at).await? {
        return Err(Refusal::Missing);
    }
    enter(tx, act, id, "hours-struck", json!({ "dossier": it.dossier, "number": number })).await
}

async fn enter(tx: &mut Tx, act: &Act<'_>, id: CommitmentId, kind: &str, body: Value) -> Result<(), Refusal> {
    let entry =
        journal::Entry { tenant: act.tenant, stream: id.uuid(), stream_kind: STREAM, kind, version: 1, actor: act.actor, at: act.at, body };
    tx.journal(entry).await?;
    Ok(())
}

async fn keep(tx: &mut Tx, act: &Act<'_>, it: &mut Commitment, happening: &Happening, texts: Texts) -> Result<(), Refusal> {
    it.due = it.dates(act.civil, None).due(act.civil);
    commitments::update(tx, act.tenant, it).await?;
    note(tx, act, it, happening, texts).await
}

async fn note(tx: &mut Tx, act: &Act<'_>, it: &Commitment, happening: &Happening, texts: Texts) -> Result<(), Refusal> {
    happenings::insert(tx, act.tenant, happening).await?;
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let body = json!({
        "dossier": it.dossier,
        "stage": it.stage.code(),
        "milestone": happening.milestone,
        "was": day(happening.was),
        "day": day(happening.day),
        "cents": happening.amount.map(Money::cents),
        "funding": it.funding.code(),
        "by": happening.part.map(ConfirmedBy::code),
        "lasting": happening.lasting.iter().map(|one| one.code()).collect::<Vec<_>>(),
        "due": day(it.due),
        "digests": texts.digests,
    });
    enter(tx, act, it.id, happening.kind.code(), body).await
}
