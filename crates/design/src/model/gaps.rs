//! What a charter still lacks before it may be published, and what it would be wise to add.

use super::template::is_unfilled;
use crate::model::{Decider, Draft, Part, Variant};
use kernel::Date;

/// What must be mended before publication. Each has a key for what is missing and one for why it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nobody knows what is asked.
    Question,
    /// Nobody knows why it is asked.
    Reason,
    /// Limits: what residents can change (C012).
    CanChange,
    /// Limits: what is fixed.
    Fixed,
    /// Limits: what it is not about; screening refers to it (F1 S2b).
    Outside,
    /// Residents would react on a plan that nobody named (F5).
    Plan,
    /// A reaction on a plan is decided by the competent body, never by mandate (F5: S12 is obligatory).
    NoMandate,
    /// Nobody owns it together with the municipality (F5).
    Partners,
    /// No rung is promised (A002).
    Rung,
    /// No body gave the mandate.
    MandateBody,
    /// The mandate has no date.
    MandateDate,
    /// The mandate lies in the future: the body has not given it yet (H3.7).
    MandateToCome,
    /// Nobody can find the mandate.
    MandateReference,
    /// It is not said up to which rung the body hands over.
    MandateRung,
    /// More is promised than the body handed over (H3.7).
    BeyondMandate,
    /// Nobody knows who decides.
    Decides,
    /// No role of the house takes the decision.
    Decider,
    /// Nobody knows by which criteria (000 §1.3 «besluitvormingscriteria»).
    Criteria,
    /// No promise of an answer (X7).
    AnswerTerm,
    /// Contributions close before they open.
    ClosesBeforeOpening,
    /// The decision falls before contributions close: a «check-box» (X12).
    DecidedBeforeClosing,
    /// A text still holds what a template left to be filled in, in one of its languages.
    Unfilled(Part),
}

impl Gap {
    /// Name of the field that mends it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Reason => "reason",
            Self::CanChange => "can-change",
            Self::Fixed => "fixed",
            Self::Outside => "outside",
            Self::Plan => "plan",
            Self::Partners => "partners",
            Self::Rung | Self::BeyondMandate => "rung",
            Self::MandateBody => "mandate-body",
            Self::MandateDate | Self::MandateToCome => "mandate-date",
            Self::MandateReference => "mandate-reference",
            Self::MandateRung => "mandate-rung",
            Self::Decides => "decides",
            Self::Decider | Self::NoMandate => "decider",
            Self::Criteria => "criteria",
            Self::AnswerTerm => "answer-count",
            Self::ClosesBeforeOpening => "closes",
            Self::DecidedBeforeClosing => "decision-date",
            Self::Unfilled(part) => part.code(),
        }
    }
    /// Key of what is missing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Question => "design-gap-question",
            Self::Reason => "design-gap-reason",
            Self::CanChange => "design-gap-can-change",
            Self::Fixed => "design-gap-fixed",
            Self::Outside => "design-gap-outside",
            Self::Plan => "design-gap-plan",
            Self::NoMandate => "design-gap-no-mandate",
            Self::Partners => "design-gap-partners",
            Self::Rung => "design-gap-rung",
            Self::MandateBody => "design-gap-mandate-body",
            Self::MandateDate => "design-gap-mandate-date",
            Self::MandateToCome => "design-gap-mandate-to-come",
            Self::MandateReference => "design-gap-mandate-reference",
            Self::MandateRung => "design-gap-mandate-rung",
            Self::BeyondMandate => "design-gap-beyond-mandate",
            Self::Decides => "design-gap-decides",
            Self::Decider => "design-gap-decider",
            Self::Criteria => "design-gap-criteria",
            Self::AnswerTerm => "design-gap-answer-term",
            Self::ClosesBeforeOpening => "design-gap-closes-before-opening",
            Self::DecidedBeforeClosing => "design-gap-decided-before-closing",
            Self::Unfilled(_) => "design-gap-unfilled",
        }
    }
    /// The text that it is about, when its words alone do not say which.
    #[must_use]
    pub const fn part(self) -> Option<Part> {
        match self {
            Self::Unfilled(part) => Some(part),
            _ => None,
        }
    }
    /// Key of why it matters to residents.
    #[must_use]
    pub const fn why_key(self) -> &'static str {
        match self {
            Self::Question => "design-why-question",
            Self::Reason => "design-why-reason",
            Self::CanChange | Self::Fixed | Self::Outside => "design-why-limits",
            Self::Plan => "design-why-plan",
            Self::NoMandate => "design-why-no-mandate",
            Self::Partners => "design-why-partners",
            Self::Rung => "design-why-rung",
            Self::MandateBody | Self::MandateDate | Self::MandateToCome | Self::MandateReference | Self::MandateRung => {
                "design-why-mandate"
            }
            Self::BeyondMandate => "design-why-beyond-mandate",
            Self::Decides | Self::Decider => "design-why-decides",
            Self::Criteria => "design-why-criteria",
            Self::AnswerTerm => "design-why-answer-term",
            Self::ClosesBeforeOpening => "design-why-closes",
            Self::DecidedBeforeClosing => "design-why-decided",
            Self::Unfilled(_) => "design-why-unfilled",
        }
    }
}

/// What is not required, but what residents will ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// No means are named.
    Means,
    /// The planning is empty.
    Planning,
    /// Nobody knows when the decision falls.
    DecisionDate,
    /// There is no last day for contributions.
    Closes,
    /// A text has no translation at all.
    Translations,
}

impl Advice {
    /// Name of the field that it is about.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Means => "means",
            Self::Planning => "moment-1-date",
            Self::DecisionDate => "decision-date",
            Self::Closes => "closes",
            Self::Translations => "question",
        }
    }
    /// Key of the advice.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Means => "design-advice-means",
            Self::Planning => "design-advice-planning",
            Self::DecisionDate => "design-advice-decision-date",
            Self::Closes => "design-advice-closes",
            Self::Translations => "design-advice-translations",
        }
    }
}

/// Everything that keeps `draft` from being published on `today`, in the order of the form.
#[must_use]
pub fn gaps(draft: &Draft, today: Date) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut when = |missing: bool, gap: Gap| {
        if missing {
            found.push(gap);
        }
    };
    let lacks = |part: Part| draft.text(part).is_none();
    let Draft { rung, mandate, .. } = draft;
    when(lacks(Part::Question), Gap::Question);
    when(lacks(Part::Reason), Gap::Reason);
    when(lacks(Part::CanChange), Gap::CanChange);
    when(lacks(Part::Fixed), Gap::Fixed);
    when(lacks(Part::Outside), Gap::Outside);
    when(draft.variant == Variant::Reaction && draft.plan.is_none(), Gap::Plan);
    when(draft.variant == Variant::Joint && draft.partners.is_empty(), Gap::Partners);
    when(rung.is_none(), Gap::Rung);
    when(mandate.body.is_none(), Gap::MandateBody);
    when(mandate.date.is_none(), Gap::MandateDate);
    when(mandate.date.is_some_and(|date| date > today), Gap::MandateToCome);
    when(mandate.reference.is_none(), Gap::MandateReference);
    when(mandate.rung.is_none(), Gap::MandateRung);
    when(matches!((rung, mandate.rung), (Some(promised), Some(given)) if *promised > given), Gap::BeyondMandate);
    when(lacks(Part::Decides), Gap::Decides);
    when(draft.decider.is_none(), Gap::Decider);
    let by_mandate = draft.decider.is_some_and(|decider| decider != Decider::Body);
    when(draft.variant == Variant::Reaction && by_mandate, Gap::NoMandate);
    when(lacks(Part::Criteria), Gap::Criteria);
    when(draft.answer_term.is_none(), Gap::AnswerTerm);
    when(matches!((draft.opens, draft.closes), (Some(opens), Some(closes)) if closes < opens), Gap::ClosesBeforeOpening);
    when(matches!((draft.closes, draft.decision_date), (Some(closes), Some(day)) if day < closes), Gap::DecidedBeforeClosing);
    for (part, set) in &draft.texts {
        when(set.versions().iter().any(|version| is_unfilled(&version.text)), Gap::Unfilled(*part));
    }
    found
}

/// What it would be wise to add to `draft`.
#[must_use]
pub fn advice(draft: &Draft) -> Vec<Advice> {
    let mut found = Vec::new();
    let mut when = |missing: bool, advice: Advice| {
        if missing {
            found.push(advice);
        }
    };
    when(draft.text(Part::Means).is_none() && draft.budget.is_none(), Advice::Means);
    when(draft.closes.is_none(), Advice::Closes);
    when(draft.decision_date.is_none(), Advice::DecisionDate);
    when(draft.planning.is_empty(), Advice::Planning);
    when(draft.text(Part::Question).is_some_and(|set| set.versions().len() < 2), Advice::Translations);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Charter, MandateDraft, Rung};
    use kernel::{CharterId, Instant, Language, Term};
    use store::texts::LanguageSet;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn whole() -> Draft {
        let said = |words: &str| LanguageSet::written(Language::NL, words);
        let mut draft = Draft::titled(said("Het plein"));
        for part in Part::ALL {
            draft = draft.with(part, said("Woorden."));
        }
        draft.rung = Some(Rung::Consult);
        draft.mandate = MandateDraft {
            body: Some("Gemeenteraad".into()),
            date: Some(day("2026-01-20")),
            reference: Some("punt 14".into()),
            rung: Some(Rung::CoProduce),
        };
        draft.decider = Some(Decider::Body);
        draft.answer_term = Some(Term::Working(10));
        draft
    }

    #[test]
    fn an_empty_draft_lacks_everything_that_residents_must_know() {
        let found = gaps(&Draft::default(), day("2026-02-01"));
        for gap in [Gap::Question, Gap::CanChange, Gap::Fixed, Gap::Outside, Gap::Criteria, Gap::MandateBody, Gap::AnswerTerm, Gap::Rung] {
            assert!(found.contains(&gap), "{gap:?}");
        }
    }

    #[test]
    fn a_draft_without_gaps_is_a_charter_and_one_with_a_missing_part_is_not() {
        let at = Instant::from_micros(0);
        let id = CharterId::from_uuid(kernel::TenantId::new(at, &kernel::SeededRandom::new(1)).uuid());
        assert_eq!(gaps(&whole(), day("2026-02-01")), []);
        let charter = Charter::of(whole(), id, 1, at, None).expect("a charter");
        assert_eq!(charter.draft(), whole(), "a charter is the beginning of its next version");
        for part in [Part::Question, Part::Reason, Part::CanChange, Part::Fixed, Part::Outside, Part::Decides, Part::Criteria] {
            let mut draft = whole();
            draft.texts.remove(&part);
            assert_eq!(gaps(&draft, day("2026-02-01")).len(), 1, "{part:?}");
            assert_eq!(Charter::of(draft, id, 1, at, None), None, "{part:?}");
        }
    }

    #[test]
    fn no_rung_is_published_that_the_body_has_not_mandated() {
        let mut draft = whole();
        draft.rung = Some(Rung::CoDecide);
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::BeyondMandate]);
        assert_eq!(gaps(&whole(), day("2026-01-19")), [Gap::MandateToCome], "the council has yet to meet");
    }

    #[test]
    fn each_variant_asks_for_what_it_rests_on() {
        let id = uuid::Uuid::from_u128(7);
        let mut draft = whole();
        draft.variant = Variant::Reaction;
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::Plan]);
        draft.plan = Some(kernel::PlanId::from_uuid(id));
        assert_eq!(gaps(&draft, day("2026-02-01")), []);
        draft.decider = Some(Decider::DepartmentHead);
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::NoMandate], "no decision by mandate");
        draft.variant = Variant::Joint;
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::Partners]);
        draft.partners = vec![kernel::OrganisationId::from_uuid(id)];
        assert_eq!(gaps(&draft, day("2026-02-01")), []);
        draft.variant = Variant::Initiative;
        assert_eq!(gaps(&draft, day("2026-02-01")), []);
        assert!(Variant::ALL.iter().all(|variant| Variant::of_code(variant.code()) == Some(*variant)));
    }

    #[test]
    fn what_a_template_left_open_is_not_published_in_any_language() {
        use store::texts::{Origin, Version};
        let mut draft = whole();
        let english = Version { language: Language::EN, text: "In [neighbourhood]".into(), origin: Origin::Human, reviewed_by: None };
        draft.texts.insert(Part::Fixed, LanguageSet::written(Language::NL, "In de wijk (zie [1]).").with(english));
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::Unfilled(Part::Fixed)]);
        assert_eq!(Gap::Unfilled(Part::Fixed).field(), "fixed");
    }

    #[test]
    fn the_decision_never_falls_before_contributions_close() {
        let mut draft = whole();
        (draft.opens, draft.closes, draft.decision_date) = (Some(day("2026-03-02")), Some(day("2026-03-01")), Some(day("2026-02-28")));
        assert_eq!(gaps(&draft, day("2026-02-01")), [Gap::ClosesBeforeOpening, Gap::DecidedBeforeClosing]);
    }
}
