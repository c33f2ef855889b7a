//! The charter of a process: what is asked, what can change, who decides and when everybody hears back
//! (catalogue A013, «een helder kader dat de juiste verwachtingen schept»).

use crate::model::{Ladder, Rung, Variant};
use kernel::{CharterId, Date, Instant, Money, OrganisationId, PlanId, Term};
use std::collections::BTreeMap;
use store::texts::LanguageSet;

/// The texts of a charter, in the order in which a resident reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The name of the process; one line.
    Title,
    /// What residents are asked.
    Question,
    /// Why the municipality asks it now.
    Reason,
    /// What residents can change.
    CanChange,
    /// What is fixed already.
    Fixed,
    /// What the process is not about.
    Outside,
    /// Who takes the decision, in words.
    Decides,
    /// By which criteria the decision is taken.
    Criteria,
    /// Money, people and time that are there for it.
    Means,
    /// Where to ask about this process.
    Contact,
}

impl Part {
    /// All of them, in reading order.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Question,
        Self::Reason,
        Self::CanChange,
        Self::Fixed,
        Self::Outside,
        Self::Decides,
        Self::Criteria,
        Self::Means,
        Self::Contact,
    ];

    /// The name of its field in forms, and of its place on pages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Question => "question",
            Self::Reason => "reason",
            Self::CanChange => "can-change",
            Self::Fixed => "fixed",
            Self::Outside => "outside",
            Self::Decides => "decides",
            Self::Criteria => "criteria",
            Self::Means => "means",
            Self::Contact => "contact",
        }
    }
    /// Key of its heading on public pages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "design-title",
            Self::Question => "design-question",
            Self::Reason => "design-reason",
            Self::CanChange => "design-can-change",
            Self::Fixed => "design-fixed",
            Self::Outside => "design-outside",
            Self::Decides => "design-decides",
            Self::Criteria => "design-criteria",
            Self::Means => "design-means",
            Self::Contact => "design-contact",
        }
    }
    /// At most so many signs.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Title => 120,
            Self::Question | Self::Decides => 1_000,
            _ => 4_000,
        }
    }
}

/// Who takes the decision on a contribution, as a role of the house (`people::Role` has the same codes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decider {
    /// The council or the college.
    Body,
    /// The head of the department, for what the department may decide itself.
    DepartmentHead,
    /// The neighbourhood manager with a mandate for small matters (catalogue F4, fast lane).
    NeighbourhoodManager,
}

impl Decider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Body, Self::DepartmentHead, Self::NeighbourhoodManager];

    /// The code of the role that decides.
    #[must_use]
    pub const fn role(self) -> &'static str {
        match self {
            Self::Body => "decision-maker",
            Self::DepartmentHead => "department-head",
            Self::NeighbourhoodManager => "neighbourhood-manager",
        }
    }
    /// The decider whose role has this code.
    #[must_use]
    pub fn of_role(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decider| decider.role() == code)
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Body => "design-decider-body",
            Self::DepartmentHead => "design-decider-department-head",
            Self::NeighbourhoodManager => "design-decider-neighbourhood-manager",
        }
    }
}

/// A dated step of the planning.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// On which day.
    pub date: Date,
    /// What happens then.
    pub text: LanguageSet,
}

/// The decision of a body that this process may be held at this rung (H3.7: no level without a mandate).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Which body decided so, for instance «Gemeenteraad».
    pub body: String,
    /// On which day.
    pub date: Date,
    /// Where to find that decision, for instance «agendapunt 14».
    pub reference: String,
    /// Up to which rung the body hands over.
    pub rung: Rung,
}

/// A mandate that is being written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MandateDraft {
    /// Which body decided so; at most 160 signs.
    pub body: Option<String>,
    /// On which day.
    pub date: Option<Date>,
    /// Where to find that decision; at most 300 signs.
    pub reference: Option<String>,
    /// Up to which rung the body hands over.
    pub rung: Option<Rung>,
}

/// A charter that is being written: anything may still be missing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The texts that are there.
    pub texts: BTreeMap<Part, LanguageSet>,
    /// Whose process it is (F5).
    pub variant: Variant,
    /// The plan on which residents react; for [`Variant::Reaction`] only.
    pub plan: Option<PlanId>,
    /// The organisations that own it together with the municipality; for [`Variant::Joint`] only.
    pub partners: Vec<OrganisationId>,
    /// Which ladder.
    pub ladder: Ladder,
    /// Which rung is promised.
    pub rung: Option<Rung>,
    /// Who allowed that.
    pub mandate: MandateDraft,
    /// Which role takes the decision.
    pub decider: Option<Decider>,
    /// The money that is there for it.
    pub budget: Option<Money>,
    /// The planning, by date.
    pub planning: Vec<Moment>,
    /// First day on which contributions are welcome; at once when there is none.
    pub opens: Option<Date>,
    /// Last day on which contributions are welcome; no end when there is none.
    pub closes: Option<Date>,
    /// On which day the decision is planned.
    pub decision_date: Option<Date>,
    /// Within how long after the decision every author has an answer.
    pub answer_term: Option<Term>,
}

impl Draft {
    /// A draft of which only the title is known.
    #[must_use]
    pub fn titled(title: LanguageSet) -> Self {
        Self::default().with(Part::Title, title)
    }
    /// The draft with this text, in place of the one it had.
    #[must_use]
    pub fn with(mut self, part: Part, text: LanguageSet) -> Self {
        self.texts.insert(part, text);
        self
    }
    /// A text of the draft.
    #[must_use]
    pub fn text(&self, part: Part) -> Option<&LanguageSet> {
        self.texts.get(&part)
    }
}

/// A published version of the charter: whole, and never changed afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Charter {
    /// Which charter.
    pub id: CharterId,
    /// 1 for the first that was published, then one more each time.
    pub version: i64,
    /// Since when it holds.
    pub published: Instant,
    /// Why it was changed; none for the first version.
    pub change_reason: Option<LanguageSet>,
    /// Whose process it is (F5).
    pub variant: Variant,
    /// The plan on which residents react; for [`Variant::Reaction`] only.
    pub plan: Option<PlanId>,
    /// The organisations that own it together with the municipality; for [`Variant::Joint`] only.
    pub partners: Vec<OrganisationId>,
    /// The name of the process.
    pub title: LanguageSet,
    /// What residents are asked.
    pub question: LanguageSet,
    /// Why the municipality asks it now.
    pub reason: LanguageSet,
    /// What the process is not about.
    pub outside: LanguageSet,
    /// What residents can change.
    pub can_change: LanguageSet,
    /// What is fixed already.
    pub fixed: LanguageSet,
    /// Which ladder.
    pub ladder: Ladder,
    /// Which rung is promised.
    pub rung: Rung,
    /// Who allowed that.
    pub mandate: Mandate,
    /// Who takes the decision, in words.
    pub decides: LanguageSet,
    /// Which role takes the decision.
    pub decider: Decider,
    /// By which criteria the decision is taken.
    pub criteria: LanguageSet,
    /// Money, people and time that are there for it.
    pub means: Option<LanguageSet>,
    /// The money that is there for it.
    pub budget: Option<Money>,
    /// The planning, by date.
    pub planning: Vec<Moment>,
    /// First day on which contributions are welcome; at once when there is none.
    pub opens: Option<Date>,
    /// Last day on which contributions are welcome; no end when there is none.
    pub closes: Option<Date>,
    /// On which day the decision is planned.
    pub decision_date: Option<Date>,
    /// Within how long after the decision every author has an answer.
    pub answer_term: Term,
    /// Where to ask about this process; the municipality itself when there is none.
    pub contact: Option<LanguageSet>,
}

impl Charter {
    /// The charter that `draft` makes, when nothing it needs is missing ([`crate::gaps`] says what is).
    #[must_use]
    pub fn of(draft: Draft, id: CharterId, version: i64, published: Instant, change_reason: Option<LanguageSet>) -> Option<Self> {
        let Draft {
            mut texts,
            variant,
            plan,
            partners,
            ladder,
            rung,
            mandate,
            decider,
            budget,
            planning,
            opens,
            closes,
            decision_date,
            answer_term,
        } = draft;
        Some(Self {
            id,
            version,
            published,
            change_reason,
            variant,
            plan,
            partners,
            title: texts.remove(&Part::Title)?,
            question: texts.remove(&Part::Question)?,
            reason: texts.remove(&Part::Reason)?,
            outside: texts.remove(&Part::Outside)?,
            can_change: texts.remove(&Part::CanChange)?,
            fixed: texts.remove(&Part::Fixed)?,
            ladder,
            rung: rung?,
            mandate: Mandate { body: mandate.body?, date: mandate.date?, reference: mandate.reference?, rung: mandate.rung? },
            decides: texts.remove(&Part::Decides)?,
            decider: decider?,
            criteria: texts.remove(&Part::Criteria)?,
            means: texts.remove(&Part::Means),
            budget,
            planning,
            opens,
            closes,
            decision_date,
            answer_term: answer_term?,
            contact: texts.remove(&Part::Contact),
        })
    }

    /// A text of the charter.
    #[must_use]
    pub const fn text(&self, part: Part) -> Option<&LanguageSet> {
        match part {
            Part::Title => Some(&self.title),
            Part::Question => Some(&self.question),
            Part::Reason => Some(&self.reason),
            Part::CanChange => Some(&self.can_change),
            Part::Fixed => Some(&self.fixed),
            Part::Outside => Some(&self.outside),
            Part::Decides => Some(&self.decides),
            Part::Criteria => Some(&self.criteria),
            Part::Means => self.means.as_ref(),
            Part::Contact => self.contact.as_ref(),
        }
    }

    /// The charter as the beginning of its next version.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            texts: Part::ALL.into_iter().filter_map(|part| Some((part, self.text(part)?.clone()))).collect(),
            variant: self.variant,
            plan: self.plan,
            partners: self.partners.clone(),
            ladder: self.ladder,
            rung: Some(self.rung),
            mandate: MandateDraft {
                body: Some(self.mandate.body.clone()),
                date: Some(self.mandate.date),
                reference: Some(self.mandate.reference.clone()),
                rung: Some(self.mandate.rung),
            },
            decider: Some(self.decider),
            budget: self.budget,
            planning: self.planning.clone(),
            opens: self.opens,
            closes: self.closes,
            decision_date: self.decision_date,
            answer_term: Some(self.answer_term),
        }
    }
}
