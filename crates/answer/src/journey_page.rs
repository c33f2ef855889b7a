//! The public journey of one contribution: what the page shows and what the API sends, from one function, so that they
//! cannot differ. Holds no account, no author and no way to an author.

use crate::shown::Said;
use crate::tables::answers::{self, Answer};
use crate::tables::reactions::{self, Reaction};
use journey::{Civil, Journey, PublicStep, State, StepKind};
use kernel::{Date, DepartmentId, Instant, Language, OrganisationId, PublicNumber, TenantId, TextId};
use serde::Serialize;
use std::collections::HashMap;
use store::texts::{LanguageSet, Origin};
use store::{Error, Session};

/// What everybody may see of the way of one contribution.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JourneyPage {
    /// The public number.
    pub number: PublicNumber,
    /// The process.
    pub process: ProcessLink,
    /// The title; `None` when the words are not public.
    pub title: Option<Said>,
    /// The words of the author; `None` when there are none or they are not public.
    pub words: Option<Said>,
    /// Translations that the office had made, when the words are public.
    pub translations: Vec<TranslationPage>,
    /// Whether the words are public.
    pub published: bool,
    /// Whether somebody still has to look whether they may be public.
    pub awaits_privacy_check: bool,
    /// Whether the author took it back.
    pub withdrawn: bool,
    /// The area it is about.
    pub area: Option<String>,
    /// How it came in, a code.
    pub channel: &'static str,
    /// The day on which it came in.
    pub received: Date,
    /// Where it stands, a code of catalogue F1.
    pub state: State,
    /// The department that has it; `None`: the participation team.
    pub department: Option<String>,
    /// The department that was asked and has not accepted yet.
    pub asked: Option<String>,
    /// Since which day it stands there.
    pub since: Date,
    /// The last day of the term.
    pub until: Option<Date>,
    /// Why it lies still, if it does; the gravest reason first.
    pub stranded: Vec<StrandedPage>,
    /// What happened, the oldest first.
    pub steps: Vec<StepPage>,
    /// What may come, nearest first.
    pub next: Vec<State>,
    /// Where it was brought, when it is better off elsewhere.
    pub referral: Option<ReferralPage>,
    /// What law, money and practice say of it.
    pub frames: Vec<FramePage>,
    /// What departments advise, the newest first.
    pub advices: Vec<AdvicePage>,
    /// What departments did together, the oldest first.
    pub across: Vec<AcrossPage>,
    /// What was decided.
    pub decision: Option<DecisionPage>,
    /// The answer that holds.
    pub answer: Option<AnswerPage>,
    /// Answers that held before, the oldest first.
    pub earlier_answers: Vec<AnswerPage>,
    /// Wishes of the author to have it looked at once more, the oldest first.
    pub reviews: Vec<ReviewPage>,
    /// The day until which answers are gathered with this one, to be answered with one result (F5); `None` when it is treated by itself.
    pub gathered_until: Option<Date>,
    /// How many contributions travel together, this one included.
    pub together: i64,
    /// Others of these whose words are public, the first that came first; 20 at most.
    pub others: Vec<OtherPage>,
    /// What it says differently from most of these, when that was marked.
    pub differs: Option<Said>,
    /// When its author asked to travel apart or not to be divided, and how that ended; the oldest first.
    pub contests: Vec<ContestPage>,
    /// The parts in which it travels, when it was divided over departments.
    pub parts: Vec<PartPage>,
    /// The contribution of which it is a part.
    pub part_of: Option<WholePage>,
    /// Whether a question to the author is open.
    pub question_open: bool,
    /// Whether the author can react to the answer.
    pub can_react: bool,
}

impl JourneyPage {
    /// Whether residents began it, so that it stays theirs (F5).
    #[must_use]
    pub fn is_initiative(&self) -> bool {
        self.process.variant == design::Variant::Initiative.code()
    }

    /// Whether it is answered with one result for everybody who took part (F5).
    #[must_use]
    pub const fn is_gathered(&self) -> bool {
        self.gathered_until.is_some()
    }

    /// Whether its author can ask now to travel apart or not to be divided: it travels with others or in parts, and nothing is decided
    /// yet. What was asked before about the same is told by the page that takes the question.
    #[must_use]
    pub fn contestable(&self) -> bool {
        (self.together > 1 || self.state == State::Divided)
            && self.decision.is_none()
            && self.contests.last().is_none_or(|it| it.ended.is_some())
    }
}

/// The process of a journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProcessLink {
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub title: Said,
    /// Whose it is, a code (F5): `asked` by the municipality, `reaction` on a plan, `survey`, `joint`, or an
    /// `initiative` of residents.
    pub variant: &'static str,
    /// The organisations that own it together with the municipality.
    pub partners: Vec<String>,
}

/// Another contribution with which one travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherPage {
    /// Its public number.
    pub number: PublicNumber,
    /// Its title.
    pub title: Said,
}

/// A part of a contribution that was divided over departments, where it is now. The rest stands on its own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartPage {
    /// Its public number.
    pub number: PublicNumber,
    /// What it is about; `None` when the words of the whole are not public.
    pub title: Option<Said>,
    /// The words of the author that belong to it.
    pub words: Option<Said>,
    /// Where it stands, a code of catalogue F1.
    pub state: State,
    /// The department that has it.
    pub department: Option<String>,
    /// The department that was asked and has not accepted yet.
    pub asked: Option<String>,
    /// Since which day it stands there.
    pub since: Date,
    /// The last day of the term.
    pub until: Option<Date>,
    /// Why it lies still, if it does.
    pub stranded: Vec<StrandedPage>,
    /// What was decided of it, a code of catalogue F2.
    pub outcome: Option<journey::Outcome>,
    /// The day on which it was answered.
    pub answered: Option<Date>,
}

/// The contribution of which one is a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WholePage {
    /// Its public number.
    pub number: PublicNumber,
    /// Its title, when its words are public.
    pub title: Option<Said>,
}

/// An author asked to travel apart from the others, or not to be divided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContestPage {
    /// Whether it was asked not to divide it over departments.
    pub division: bool,
    /// The day on which it was asked.
    pub asked: Date,
    /// The last day for the municipality to answer.
    pub until: Date,
    /// How it ended, a code; `None` while it waits.
    pub ended: Option<&'static str>,
    /// The day on which it ended.
    pub settled: Option<Date>,
    /// Why it was kept with the others.
    pub motive: Option<Said>,
}

/// Why something lies still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StrandedPage {
    /// The code of catalogue F3.
    pub code: journey::Stranding,
    /// Since which day.
    pub since: Date,
    /// The key of its words.
    #[serde(skip)]
    pub key: &'static str,
}

impl StrandedPage {
    fn of(journey: &Journey, decider: design::Decider) -> Vec<Self> {
        let one = |it: &journey::Stranded| Self { code: it.code, since: it.since, key: carry::why(it.code, journey.state, decider) };
        journey.stranded.iter().map(one).collect()
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepPage {
    /// The day.
    pub date: Date,
    /// What, a code.
    pub kind: &'static str,
    /// Where it stood after it, a code of catalogue F1.
    pub state: State,
    /// The department that is asked, has it, or gave it back.
    pub department: Option<String>,
    /// What was decided, a code of catalogue F2.
    pub outcome: Option<journey::Outcome>,
    /// The body that decides, or the authority it went to.
    pub body: Option<String>,
    /// The day of the agenda, the decision or the table.
    pub on: Option<Date>,
    /// The last day of the term that began.
    pub until: Option<Date>,
    /// The published explanation.
    pub text: Option<Said>,
}

impl StepPage {
    /// The key of its words: screening is told by what came of it.
    #[must_use]
    pub fn key(&self) -> String {
        let kind = match (self.kind, self.state) {
            ("screened", State::Referred) => "referred",
            ("screened", State::Parked) => "parked",
            (kind, _) => kind,
        };
        format!("journey-step-{kind}")
    }
}

/// A translation of the words of the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslationPage {
    /// Into which language.
    pub language: Language,
    /// The title.
    pub title: String,
    /// The words.
    pub words: Option<String>,
    /// Whether a person made it or a machine.
    pub origin: Origin,
}

/// To whom somebody was referred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReferralPage {
    /// To whom, a code.
    pub to: &'static str,
    /// How a resident reaches them.
    pub contact: String,
    /// The key of the words for whom.
    #[serde(skip)]
    pub key: &'static str,
}

/// The verdict on one frame (catalogue F1 S5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FramePage {
    /// Which frame, a code.
    pub frame: &'static str,
    /// The day on which it was checked.
    pub checked: Date,
    /// Whether it fits.
    pub verdict: journey::Verdict,
    /// Which rule stands in the way, or what must change.
    pub rule: Option<Said>,
    /// Whether that rule is essential or adjustable, a code; nothing when that is not known or nothing stands in the way.
    pub firmness: Option<&'static str>,
    /// The key of the words for the frame.
    #[serde(skip)]
    pub key: &'static str,
    /// The key of the words for whether the rule is essential.
    #[serde(skip)]
    pub firmness_key: Option<&'static str>,
}

/// What a department advises (catalogue F1 S11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AdvicePage {
    /// The day on which it was given.
    pub given: Date,
    /// Which department; `None`: the participation team.
    pub department: Option<String>,
    /// Whether it fits.
    pub verdict: journey::Verdict,
    /// What must change, when it fits only then.
    pub condition: Option<Said>,
    /// What is advised.
    pub words: Option<Said>,
    /// Why.
    pub motive: Option<Said>,
    /// What the formal reply to a reaction does to the plan, a code; nothing where nobody reacted on a plan.
    pub plan_change: Option<&'static str>,
    /// The formal reply to the reaction.
    pub reply: Option<Said>,
    /// What came of what was gathered, when it was (F5).
    pub result: Option<ResultPage>,
    /// The key of the words for what it does to the plan.
    #[serde(skip)]
    pub plan_change_key: Option<&'static str>,
}

/// The one result for everybody who took part (F5): the words and the motive stand in the advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultPage {
    /// How many took part.
    pub respondents: i64,
    /// Of fewer people than this nothing is counted.
    #[serde(skip)]
    pub smallest: i64,
    /// How often something was said.
    pub counts: Vec<CountPage>,
    /// What is done with it; `None` when nothing changes now.
    pub deed: Option<Said>,
    /// By which department.
    pub department: Option<String>,
    /// Until when.
    pub until: Option<Date>,
    /// Whether a body decides on it, because it takes means.
    pub by_decision: bool,
}

/// How often something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountPage {
    /// What.
    pub said: Said,
    /// How many said it; `None` when they were so few that somebody could be recognised.
    pub many: Option<i64>,
}

impl AdvicePage {
    /// The parts that are there, each with the key of its heading, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &Said)> {
        let parts = [
            ("answer-advice-condition", &self.condition),
            ("answer-advice-words", &self.words),
            ("answer-advice-motive", &self.motive),
            ("answer-advice-reply", &self.reply),
        ];
        parts.into_iter().filter_map(|(key, said)| said.as_ref().map(|said| (key, said))).collect()
    }
}

/// What departments did together: a table (catalogue F1 S7), a request for means (S8), a question to a higher level (S10),
/// which values conflicted and how that was chosen (F6), an objection of another department (F3 X3), a department that is touched
/// too (X9), or a decision that came too early (X12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcrossPage {
    /// `table`, `means`, `level`, `values`, `objection`, `consult` or `overtaken`.
    pub kind: &'static str,
    /// The day of the table, or on which it was asked.
    pub date: Date,
    /// The departments that were invited or asked.
    pub departments: Vec<PartyPage>,
    /// The partners that were invited to a table.
    pub partners: Vec<String>,
    /// To which level it was brought, a code.
    pub level: Option<&'static str>,
    /// The values in conflict, in words.
    pub values: Vec<String>,
    /// Which departments defend which of those values.
    pub defended: Vec<DefendedPage>,
    /// How the department copes with that, in words; `None` while it did not choose.
    pub strategy: Option<String>,
    /// Of what nature an objection is, a code.
    pub nature: Option<&'static str>,
    /// How an objection ended, what a department finds that is touched too, or how a decision that came too early was settled, a
    /// code; `None` while it is open.
    pub ended: Option<&'static str>,
    /// The day on which it ended.
    pub ended_on: Option<Date>,
    /// How much money was asked, or how large a disadvantage is, in whole euros.
    pub euros: Option<i64>,
    /// Whether the means were committed; `None` while that is open.
    pub committed: Option<bool>,
    /// Until when a request for means stands in the queue of a budget that has nothing left.
    pub queued_until: Option<Date>,
    /// What there was to settle, what the means are for, or what the disadvantage is.
    pub asked: Option<Said>,
    /// What pulls in different directions.
    pub conflict: Option<Said>,
    /// Between what that level can choose.
    pub options: Option<Said>,
    /// What came of it.
    pub outcome: Option<Said>,
    /// What was found when a value that was put first was looked at again.
    pub reviewed: Option<Said>,
    /// The key of the words for the level.
    #[serde(skip)]
    pub level_key: Option<&'static str>,
    /// The key of the words for the nature.
    #[serde(skip)]
    pub nature_key: Option<&'static str>,
    /// The key of the words for the ending.
    #[serde(skip)]
    pub ended_key: Option<&'static str>,
}

/// A value in conflict that a department defends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DefendedPage {
    /// The value, in words.
    pub value: String,
    /// The name of the department; never who in it.
    pub department: String,
}

/// A department at a table, or asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyPage {
    /// Its name.
    pub name: String,
    /// Whether it was there; `None` before it was written down, and when it was asked for means.
    pub present: Option<bool>,
}

impl AcrossPage {
    /// The parts that are there, each with the key of its heading, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &Said)> {
        [
            ("answer-across-asked", &self.asked),
            ("answer-across-conflict", &self.conflict),
            ("answer-across-options", &self.options),
            ("answer-across-outcome", &self.outcome),
            ("answer-across-reviewed", &self.reviewed),
        ]
        .into_iter()
        .filter_map(|(key, said)| said.as_ref().map(|said| (key, said)))
        .collect()
    }
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionPage {
    /// What, a code of catalogue F2.
    pub outcome: journey::Outcome,
    /// By whom.
    pub body: Option<String>,
    /// On which day.
    pub date: Option<Date>,
    /// Until when it is deferred or tried.
    pub until: Option<Date>,
    /// The words of the decision.
    pub words: Option<Said>,
    /// Why it differs from the advice, when it does.
    pub deviation: Option<Said>,
    /// Where the body published it: an address of the web.
    pub published: Option<String>,
    /// What the municipality does with an initiative of residents, a code; nothing when it decides.
    pub response: Option<&'static str>,
    /// Why it does that.
    pub response_motive: Option<Said>,
    /// The key of the words for the response, or else for the outcome.
    #[serde(skip)]
    pub key: &'static str,
}

/// A wish to have it looked at once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewPage {
    /// The day on which the author asked.
    pub asked: Date,
    /// The day on which it was granted or not.
    pub settled: Option<Date>,
    /// Why it was not granted, when it was not.
    pub declined: Option<Said>,
}

/// A motivated answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerPage {
    /// The day on which it was published.
    pub published: Date,
    /// What was decided, a code of catalogue F2.
    pub outcome: journey::Outcome,
    /// What was done with the words of this author.
    pub own: Option<Said>,
    /// What was done with what was put in.
    pub done: Option<Said>,
    /// The criterion that decided.
    pub criterion: Option<Said>,
    /// Why not, when not.
    pub why_not: Option<Said>,
    /// What comes now.
    pub coming: Option<Said>,
}

impl AnswerPage {
    /// The parts that are there, each with the key of its heading, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &Said)> {
        [
            ("answer-part-own", &self.own),
            ("answer-part-done", &self.done),
            ("answer-part-criterion", &self.criterion),
            ("answer-part-why-not", &self.why_not),
            ("answer-part-coming", &self.coming),
        ]
        .into_iter()
        .filter_map(|(key, said)| said.as_ref().map(|said| (key, said)))
        .collect()
    }
}

/// What a page needs to turn ids into words.
struct Words<'a> {
    texts: HashMap<TextId, LanguageSet>,
    departments: HashMap<DepartmentId, String>,
    partners: &'a [(OrganisationId, String)],
    language: &'a Language,
    civil: &'a Civil,
    /// Fewer people than this who said something are not told.
    smallest: i64,
}

impl Words<'_> {
    fn said(&self, id: TextId) -> Option<Said> {
        self.texts.get(&id).map(|set| Said::of(set, self.language))
    }
    fn department(&self, id: Option<DepartmentId>) -> Option<String> {
        id.and_then(|id| self.departments.get(&id).cloned())
    }
    fn step(&self, step: &PublicStep) -> StepPage {
        StepPage {
            date: self.civil.today(step.at),
            kind: step.kind,
            state: step.state,
            department: self.department(step.department),
            outcome: step.outcome,
            body: step.body.clone(),
            on: step.date,
            until: step.until,
            text: step.text.and_then(|id| self.said(id)),
        }
    }
    fn frame(&self, it: &carry::FrameChecked) -> FramePage {
        FramePage {
            frame: it.frame.code(),
            checked: self.civil.today(it.at),
            verdict: it.fit,
            rule: it.rule.and_then(|id| self.said(id)),
            firmness: it.firmness.map(carry::Firmness::code),
            key: it.frame.key(),
            firmness_key: carry::Firmness::told(it.fit, it.firmness),
        }
    }
    fn advice(&self, it: &carry::Advice) -> AdvicePage {
        AdvicePage {
            given: self.civil.today(it.at),
            department: self.department(it.department),
            verdict: it.fit,
            condition: it.condition.and_then(|id| self.said(id)),
            words: self.said(it.words),
            motive: self.said(it.motive),
            plan_change: it.plan_change.map(carry::PlanChange::code),
            reply: it.reply.and_then(|id| self.said(id)),
            plan_change_key: it.plan_change.map(carry::PlanChange::key),
            result: None,
        }
    }
    fn result(&self, it: &carry::GatheredResult) -> ResultPage {
        let count = |one: &carry::ResultCount| {
            let many = Some(one.many).filter(|many| *many >= self.smallest);
            self.said(one.label).map(|said| CountPage { said, many })
        };
        ResultPage {
            smallest: self.smallest,
            respondents: it.respondents,
            counts: it.counts.iter().filter_map(count).collect(),
            deed: it.deed.and_then(|(words, _, _)| self.said(words)),
            department: it.deed.and_then(|(_, department, _)| self.department(Some(department))),
            until: it.deed.map(|(_, _, until)| until),
            by_decision: it.by_decision,
        }
    }
    fn party(&self, id: DepartmentId, present: Option<bool>) -> Option<PartyPage> {
        self.department(Some(id)).map(|name| PartyPage { name, present })
    }
    fn defended(&self, value: &str, department: DepartmentId) -> Option<DefendedPage> {
        let department = self.department(Some(department))?;
        Some(DefendedPage { value: carry::value_name(*self.language, value), department })
    }
    fn across(&self, done: &Done) -> Vec<AcrossPage> {
        let none = |kind, date| AcrossPage {
            kind,
            date,
            departments: Vec::new(),
            partners: Vec::new(),
            level: None,
            values: Vec::new(),
            defended: Vec::new(),
            strategy: None,
            nature: None,
            ended: None,
            ended_on: None,
            euros: None,
            committed: None,
            queued_until: None,
            asked: None,
            conflict: None,
            options: None,
            outcome: None,
            reviewed: None,
            level_key: None,
            nature_key: None,
            ended_key: None,
        };
        let tables = done.meetings.iter().map(|it| AcrossPage {
            departments: it.parties.iter().filter_map(|(id, present)| self.party(*id, *present)).collect(),
            partners: self.partners.iter().filter(|(id, _)| it.partners.contains(id)).map(|(_, name)| name.clone()).collect(),
            asked: self.said(it.subject),
            outcome: it.agreement.and_then(|id| self.said(id)),
            ..none("table", it.day)
        });
        let means = done.means.iter().map(|it| AcrossPage {
            departments: self.party(it.department, None).into_iter().collect(),
            euros: it.euros,
            committed: it.committed,
            queued_until: it.queued_until.filter(|_| it.committed.is_none()),
            asked: self.said(it.purpose),
            outcome: it.motive.and_then(|id| self.said(id)),
            ..none("means", self.civil.today(it.at))
        });
        let levels = done.escalations.iter().map(|it| AcrossPage {
            level: Some(it.level.code()),
            level_key: Some(it.level.key()),
            asked: self.said(it.question),
            conflict: self.said(it.conflict),
            options: self.said(it.options),
            outcome: it.answer.and_then(|id| self.said(id)),
            ..none("level", self.civil.today(it.at))
        });
        let values = done.weighings.iter().map(|it| AcrossPage {
            departments: it.department.and_then(|id| self.party(id, None)).into_iter().collect(),
            values: it.values.iter().map(|key| carry::value_name(*self.language, key)).collect(),
            defended: it.defended.iter().filter_map(|(key, department)| self.defended(key, *department)).collect(),
            strategy: it.strategy.as_ref().map(|key| carry::strategy_name(*self.language, key)),
            options: self.said(it.options),
            outcome: it.motive.and_then(|id| self.said(id)),
            reviewed: it.reviewed.and_then(|it| self.said(it.words)),
            ..none("values", self.civil.today(it.at))
        });
        let objections = done.objections.iter().map(|it| AcrossPage {
            departments: self.party(it.department, None).into_iter().collect(),
            nature: Some(it.nature.code()),
            nature_key: Some(it.nature.key()),
            ended: it.ended.map(carry::ObjectionEnding::code),
            ended_key: it.ended.map(carry::ObjectionEnding::key),
            ended_on: it.ended_at.map(|at| self.civil.today(at)),
            euros: it.euros,
            asked: self.said(it.words),
            outcome: it.motive.and_then(|id| self.said(id)),
            ..none("objection", self.civil.today(it.at))
        });
        let consults = done.consults.iter().map(|it| AcrossPage {
            departments: self.party(it.department, None).into_iter().collect(),
            ended: it.verdict.map(carry::ConsultVerdict::code),
            ended_key: it.verdict.map(carry::ConsultVerdict::key),
            ended_on: it.ended_at.map(|at| self.civil.today(at)),
            asked: self.said(it.why),
            outcome: it.words.and_then(|id| self.said(id)),
            ..none("consult", self.civil.today(it.at))
        });
        let overtaken = done.overtakings.iter().map(|it| AcrossPage {
            ended: it.ended.map(carry::OvertakingEnding::code),
            ended_key: it.ended.map(carry::OvertakingEnding::key),
            ended_on: it.ended_at.map(|at| self.civil.today(at)),
            outcome: it.motive.and_then(|id| self.said(id)),
            ..none("overtaken", it.day)
        });
        let all = tables.chain(means).chain(levels).chain(values).chain(objections);
        let mut all: Vec<AcrossPage> = all.chain(consults).chain(overtaken).collect();
        all.sort_by_key(|it| it.date);
        all
    }
    fn answer(&self, answer: &Answer) -> AnswerPage {
        AnswerPage {
            published: self.civil.today(answer.published),
            outcome: answer.outcome,
            own: answer.own.and_then(|id| self.said(id)),
            done: self.said(answer.done),
            criterion: self.said(answer.criterion),
            why_not: answer.why_not.and_then(|id| self.said(id)),
            coming: answer.coming.and_then(|id| self.said(id)),
        }
    }
}

/// What was done with it on the way, each part asked for only when a public step tells that it is there. An author who
/// took the contribution back has no such steps left.
struct Done {
    referral: Option<ReferralPage>,
    frames: Vec<carry::FrameChecked>,
    advices: Vec<carry::Advice>,
    results: Vec<carry::GatheredResult>,
    meetings: Vec<carry::Meeting>,
    means: Vec<carry::MeansRequest>,
    escalations: Vec<carry::EscalationRow>,
    weighings: Vec<carry::Weighing>,
    objections: Vec<carry::Objection>,
    consults: Vec<carry::Consult>,
    overtakings: Vec<carry::Overtaking>,
}

impl Done {
    /// Also gives each step that moved a date its motive (F1 S12).
    async fn of(s: &mut Session, tenant: TenantId, journey: &mut Journey) -> Result<Self, Error> {
        let dossier = journey.dossier;
        let set = |kind: StepKind| journey.steps.iter().any(|step| step.kind == kind.code());
        let (tabled, asked, escalated) = (set(StepKind::Tabled), set(StepKind::MeansAwaited), set(StepKind::Escalated));
        let (taken, objected) = (set(StepKind::Accepted), set(StepKind::Objected));
        let (touched, overtaken) = (set(StepKind::Touched), set(StepKind::Overtaken));
        let (checked, advised, scheduled) = (set(StepKind::FramesChecked), set(StepKind::AdviceReady), set(StepKind::Scheduled));
        // A referral is over when somebody promised to look once more.
        let screened = [StepKind::Screened.code(), StepKind::ReviewGranted.code()];
        let last = journey.steps.iter().rev().find(|step| screened.contains(&step.kind));
        let referred = last.is_some_and(|step| step.state == State::Referred);
        let referral = match if referred { carry::screening(s, tenant, dossier).await? } else { None } {
            Some(carry::Screened { verdict: carry::ScreeningVerdict::Referred { to, place, .. }, .. }) => {
                Some(ReferralPage { to: to.code(), contact: place, key: to.key() })
            }
            _ => None,
        };
        let slots = if scheduled { carry::slots(s, tenant, dossier).await? } else { Vec::new() };
        for step in journey.steps.iter_mut().filter(|step| step.kind == StepKind::Scheduled.code()) {
            step.text = slots.iter().find(|slot| slot.at == step.at && Some(slot.day) == step.date).and_then(|slot| slot.motive);
        }
        Ok(Self {
            referral,
            frames: if checked { carry::frames(s, tenant, dossier).await? } else { Vec::new() },
            advices: if advised { carry::advices(s, tenant, dossier).await? } else { Vec::new() },
            results: if advised && journey.gathers.is_some() { carry::results(s, tenant, dossier).await? } else { Vec::new() },
            meetings: if tabled { carry::meetings(s, tenant, dossier).await? } else { Vec::new() },
            means: if asked { carry::means_requests(s, tenant, dossier).await? } else { Vec::new() },
            weighings: if taken { carry::weighings(s, tenant, dossier).await? } else { Vec::new() },
            objections: if objected { carry::objections(s, tenant, dossier).await? } else { Vec::new() },
            consults: if touched { carry::consults(s, tenant, dossier).await? } else { Vec::new() },
            overtakings: if overtaken { carry::overtakings(s, tenant, dossier).await? } else { Vec::new() },
            escalations: if escalated { carry::escalations(s, tenant, dossier).await? } else { Vec::new() },
        })
    }
}

/// How many others are named.
const OTHERS: i64 = 20;

/// What is public of the bundle in which a contribution travels, and of its author's wish to leave it.
#[derive(Default)]
struct Bundle {
    others: Vec<OtherPage>,
    differs: Option<TextId>,
    contests: Vec<carry::Contest>,
}

impl Bundle {
    async fn of(s: &mut Session, tenant: TenantId, journey: &Journey, withdrawn: bool, language: Language) -> Result<Self, Error> {
        // Who never travelled with others never contested it.
        let told = [StepKind::Joined.code(), StepKind::Divided.code()];
        let bundled = journey.together > 1 || journey.steps.iter().any(|step| told.contains(&step.kind));
        if withdrawn || !bundled {
            return Ok(Self::default());
        }
        let contests = carry::contests(s, tenant, journey.contribution).await?;
        if journey.together < 2 {
            return Ok(Self { contests, ..Self::default() });
        }
        let others = journey::companions(s, tenant, journey.dossier, journey.contribution, OTHERS).await?;
        let others = voice::words(s, tenant, &others).await?;
        let minorities = carry::minorities(s, tenant, journey.dossier).await?;
        Ok(Self {
            others: others
                .into_iter()
                .filter(|it| it.published && !it.withdrawn)
                .map(|it| OtherPage { number: it.number, title: Said::of(&it.title, &language) })
                .collect(),
            differs: minorities.iter().find(|it| it.contribution == journey.contribution).map(|it| it.words),
            contests,
        })
    }
}

/// Where the parts of a contribution are now.
async fn parts(
    s: &mut Session,
    tenant: TenantId,
    journey: &Journey,
    (words, decider): (&Words<'_>, design::Decider),
    now: Instant,
) -> Result<Vec<PartPage>, Error> {
    let ids: Vec<_> = journey.parts.iter().map(|part| part.contribution).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (civil, language) = (words.civil, words.language);
    let said = voice::words(s, tenant, &ids).await?;
    let one = |it: &Journey| {
        let said = said.iter().find(|one| one.id == it.contribution && one.published);
        PartPage {
            number: it.number.clone(),
            title: said.map(|one| Said::of(&one.title, language)),
            words: said.and_then(|one| one.body.as_ref()).map(|body| Said::of(body, language)),
            state: it.state,
            department: words.department(it.department),
            asked: words.department(it.asked),
            since: civil.today(it.since),
            until: it.until,
            stranded: StrandedPage::of(it, decider),
            outcome: it.outcome,
            answered: it.answered.map(|at| civil.today(at)),
        }
    };
    Ok(journey::journeys(s, tenant, &ids, civil, now).await?.iter().map(one).collect())
}

/// The public journey of the contribution with this number, for a reader of `language`; `None` when this municipality
/// has no such number.
///
/// # Errors
/// When the database does not answer.
pub async fn journey_page(
    s: &mut Session,
    tenant: TenantId,
    number: &PublicNumber,
    language: Language,
    civil: &Civil,
    now: Instant,
) -> Result<Option<JourneyPage>, Error> {
    let Some(mut journey) = journey::journey(s, tenant, number, civil, now).await? else { return Ok(None) };
    let Some(contribution) = voice::contribution(s, tenant, journey.contribution).await? else { return Ok(None) };
    let Some(process) = design::process(s, tenant, journey.process).await? else { return Ok(None) };
    let decider = process.charter.as_ref().map_or(design::Decider::Body, |charter| charter.decider);
    let withdrawn = journey.state == State::Withdrawn || contribution.withdrawn.is_some();
    let published = contribution.published && !withdrawn;
    let answers = if withdrawn { Vec::new() } else { answers::of_contribution(s, tenant, journey.contribution).await? };
    let decided = if journey.decided.is_some() { carry::decision(s, tenant, journey.dossier).await? } else { None };
    let reviews: Vec<Reaction> = if journey.answered.is_some() && !withdrawn {
        reactions::of_contribution(s, tenant, journey.contribution).await?.into_iter().filter(|it| it.review).collect()
    } else {
        Vec::new()
    };
    let question_open = journey.state == State::Questioned && carry::open_question(s, tenant, journey.contribution).await?.is_some();

    let done = Done::of(s, tenant, &mut journey).await?;
    let bundle = Bundle::of(s, tenant, &journey, withdrawn, language).await?;

    let mut ids: Vec<TextId> = journey.steps.iter().filter_map(|step| step.text).collect();
    ids.extend(answers.iter().flat_map(Answer::texts));
    ids.extend(decided.iter().flat_map(|it| [Some(it.words), it.deviation, it.response_motive]).flatten());
    ids.extend(done.frames.iter().filter_map(|it| it.rule));
    ids.extend(done.advices.iter().flat_map(|it| [it.condition, Some(it.words), Some(it.motive), it.reply]).flatten());
    ids.extend(done.results.iter().flat_map(|it| it.counts.iter().map(|one| one.label).chain(it.deed.map(|(words, _, _)| words))));
    ids.extend(done.meetings.iter().flat_map(|it| [Some(it.subject), it.agreement]).flatten());
    ids.extend(done.weighings.iter().flat_map(|it| [Some(it.options), it.motive, it.reviewed.map(|it| it.words)]).flatten());
    ids.extend(done.objections.iter().flat_map(|it| [Some(it.words), it.motive]).flatten());
    ids.extend(done.consults.iter().flat_map(|it| [Some(it.why), it.words]).flatten());
    ids.extend(done.overtakings.iter().filter_map(|it| it.motive));
    ids.extend(done.means.iter().flat_map(|it| [Some(it.purpose), it.motive]).flatten());
    ids.extend(done.escalations.iter().flat_map(|it| [Some(it.question), Some(it.conflict), Some(it.options), it.answer]).flatten());
    ids.extend(reviews.iter().filter_map(|it| it.declined));
    ids.extend(bundle.differs.into_iter().chain(bundle.contests.iter().filter_map(|it| it.motive)));
    ids.sort_unstable();
    ids.dedup();
    let texts = if ids.is_empty() { HashMap::new() } else { store::texts::texts(s, tenant, &ids).await?.into_iter().collect() };
    let departments = people::tables::departments(s, tenant).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let area = match journey.area {
        Some(area) => people::tables::area(s, tenant, area).await?.map(|area| area.name),
        None => None,
    };
    let partners = design::panels::partners(s, tenant, &process).await?;
    let smallest = people::tables::tenants::smallest(s, tenant).await?;
    let words = Words { texts, departments, partners: &partners, language: &language, civil, smallest };

    let (earlier, present): (Vec<&Answer>, Vec<&Answer>) = answers.iter().partition(|it| Some(it.id) != journey.answer);
    let decision = journey.outcome.filter(|_| !withdrawn).map(|outcome| DecisionPage {
        outcome,
        body: journey.decided.as_ref().map(|it| it.body.clone()),
        date: journey.decided.as_ref().map(|it| it.date),
        until: journey.decided.as_ref().and_then(|it| it.until).or(journey.kept_until),
        // What holds without a decision has no words besides those of the result.
        words: decided.as_ref().filter(|it| !done.advices.iter().any(|one| one.words == it.words)).and_then(|it| words.said(it.words)),
        deviation: decided.as_ref().and_then(|it| it.deviation).and_then(|id| words.said(id)),
        published: decided.as_ref().and_then(|it| it.published.clone()),
        response: decided.as_ref().and_then(|it| it.response).map(carry::Response::code),
        response_motive: decided.as_ref().and_then(|it| it.response_motive).and_then(|id| words.said(id)),
        key: decided.as_ref().and_then(|it| it.response).map_or(outcome.key(), carry::Response::key),
    });
    let translations = if published { voice::translations_of(s, tenant, journey.contribution).await? } else { Vec::new() };
    let parts = if withdrawn { Vec::new() } else { parts(s, tenant, &journey, (&words, decider), now).await? };
    let whole = match contribution.part_of {
        Some(whole) => voice::words(s, tenant, &[whole]).await?.pop(),
        None => None,
    };
    let Journey { state, since, until, next, steps, received, together, .. } = &journey;
    Ok(Some(JourneyPage {
        number: journey.number.clone(),
        process: ProcessLink {
            slug: process.slug.clone(),
            title: Said::of(&process.title, &language),
            variant: process.charter.as_ref().map_or(design::Variant::Asked, |charter| charter.variant).code(),
            partners: partners.iter().map(|(_, name)| name.clone()).collect(),
        },
        title: published.then(|| Said::of(&contribution.title, &language)),
        words: contribution.body.as_ref().filter(|_| published).map(|body| Said::of(body, &language)),
        translations: translations
            .into_iter()
            .map(|it| TranslationPage { language: it.language, title: it.title, words: it.body, origin: it.origin })
            .collect(),
        published,
        awaits_privacy_check: contribution.screening == voice::Screening::Waiting && !withdrawn,
        withdrawn,
        area: area.filter(|_| !withdrawn),
        channel: contribution.channel.code(),
        received: civil.today(*received),
        state: if withdrawn { State::Withdrawn } else { *state },
        department: words.department(journey.department),
        asked: words.department(journey.asked),
        since: civil.today(*since),
        until: *until,
        stranded: StrandedPage::of(&journey, decider),
        steps: steps.iter().map(|step| words.step(step)).collect(),
        next: next.clone(),
        across: words.across(&done),
        referral: done.referral,
        frames: done.frames.iter().map(|it| words.frame(it)).collect(),
        advices: done
            .advices
            .iter()
            .map(|it| {
                let result = done.results.iter().find(|one| one.advice == it.id);
                AdvicePage { result: result.map(|one| words.result(one)), ..words.advice(it) }
            })
            .collect(),
        decision,
        answer: present.first().map(|it| words.answer(it)),
        earlier_answers: earlier.into_iter().map(|it| words.answer(it)).collect(),
        reviews: reviews
            .iter()
            .map(|it| ReviewPage {
                asked: civil.today(it.at),
                settled: it.settled.map(|at| civil.today(at)),
                declined: it.declined.and_then(|id| words.said(id)),
            })
            .collect(),
        gathered_until: journey.gathers,
        together: *together,
        others: bundle.others,
        differs: bundle.differs.and_then(|id| words.said(id)),
        parts,
        part_of: whole.map(|it| WholePage { title: it.published.then(|| Said::of(&it.title, &language)), number: it.number }),
        contests: bundle
            .contests
            .iter()
            .map(|it| ContestPage {
                division: it.of_division,
                asked: civil.today(it.asked),
                until: it.until,
                ended: it.ended.map(carry::ContestEnd::code),
                settled: it.settled.map(|at| civil.today(at)),
                motive: it.motive.and_then(|id| words.said(id)),
            })
            .collect(),
        question_open,
        can_react: journey.answered.is_some() && !withdrawn,
    }))
}
