//! What a new process takes over of an earlier one: the words and the answers, on new days; never a mandate, the money or what
//! came of it.

use super::{Draft, Guide, GuideMoment, MandateDraft, Moment, Part, answer, told_by_others};
use evidence::{Fact, FactOrigin, Knowledge, Known};
use kernel::Date;
use store::texts::LanguageSet;

/// The first day that a charter names.
fn first_day(draft: &Draft) -> Option<Date> {
    let days = draft.planning.iter().map(|moment| moment.date).chain(draft.opens);
    days.chain(draft.closes).chain(draft.decision_date).min()
}

impl Draft {
    /// The same process once more, under another name, with its first day on `first` and all others as far from it as they
    /// were. A mandate is given anew, and so is the money; what plan it was about is chosen anew.
    #[must_use]
    pub fn once_more(&self, title: LanguageSet, first: Date) -> Self {
        let shift = first_day(self).map_or(0, |before| before.days_until(first));
        let moved = |day: Option<Date>| day.map(|day| day.plus_days(shift));
        Self {
            mandate: MandateDraft::default(),
            budget: None,
            plan: None,
            opens: moved(self.opens),
            closes: moved(self.closes),
            decision_date: moved(self.decision_date),
            planning: self.planning.iter().map(|it| Moment { date: it.date.plus_days(shift), text: it.text.clone() }).collect(),
            ..self.clone()
        }
        .with(Part::Title, title)
    }

    /// Whether it says in everything but its title and its days what `before` said: nothing was tailored to this place (C080).
    #[must_use]
    pub fn says_as(&self, before: &Self) -> bool {
        fn said(draft: &Draft, part: Part) -> Option<&str> {
            draft.text(part).map(|set| set.original().text.as_str())
        }
        fn steps(draft: &Draft) -> impl Iterator<Item = &str> {
            draft.planning.iter().map(|moment| moment.text.original().text.as_str())
        }
        let same = |part: Part| part == Part::Title || said(self, part) == said(before, part);
        self.rung == before.rung && self.decider == before.decider && steps(self).eq(steps(before)) && Part::ALL.into_iter().all(same)
    }
}

impl Guide {
    /// The answers, aims and texts for the same process once more. How it went is left out, and what was done with advice
    /// and lessons: that is decided anew.
    #[must_use]
    pub fn once_more(&self, knowledge: &Knowledge) -> Self {
        let course = GuideMoment::Course;
        let left_out = |key: &str| {
            let of_fact = Fact::of_key(key);
            let of_rule = key.strip_prefix("asked.").and_then(|id| knowledge.rule(id));
            of_fact.is_some_and(|fact| {
                course.asks().contains(&fact)
                    || told_by_others(fact)
                    || [Fact::CopiedUnchanged, Fact::RegulationLinked].contains(&fact)
                    || fact.origin() == FactOrigin::Organisation
            }) || of_rule.is_some_and(|rule| matches!(&rule.known, Known::Asked { at, .. } if course.questions().contains(at)))
                || key == answer::NO_AIMS
        };
        Self {
            saved: None,
            answers: self.answers.iter().filter(|(key, _)| !left_out(key)).map(|(key, value)| (key.clone(), value.clone())).collect(),
            aims: self.aims.clone(),
            texts: self.texts.clone(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::{Language, Money};
    use proptest::prelude::*;

    fn said(text: &str) -> LanguageSet {
        LanguageSet::written(Language::NL, text)
    }

    #[test]
    fn no_mandate_no_money_and_no_outcome_is_taken_over() {
        let mut draft = Draft::titled(said("Wijkbudget")).with(Part::Criteria, said("Veiligheid."));
        draft.mandate = MandateDraft {
            body: Some("Gemeenteraad".into()),
            date: "2026-01-10".parse().ok(),
            reference: Some("punt 3".into()),
            rung: None,
        };
        draft.budget = Some(Money::from_cents(100));
        let again = draft.once_more(said("Wijkbudget 2"), "2026-09-01".parse().unwrap());
        assert!(again.says_as(&draft), "only the title and the days are new");
        assert!(!again.clone().with(Part::Criteria, said("Veiligheid en prijs.")).says_as(&draft));
        assert_eq!((again.mandate, again.budget), (MandateDraft::default(), None));
        assert_eq!(again.texts[&Part::Title], said("Wijkbudget 2"));
        assert_eq!(again.texts[&Part::Criteria], said("Veiligheid."));
        let mut guide = Guide::default();
        for (key, value) in
            [("drop-out", "0.3"), ("copied-unchanged", "no"), ("inhabitants", "9000"), ("forms", "ideas"), ("asked.C010", "yes")]
        {
            guide.answers.insert(key.into(), value.into());
        }
        let again = guide.once_more(Knowledge::shipped().unwrap());
        assert_eq!(again.answers.keys().collect::<Vec<_>>(), ["asked.C010", "forms"]);
        assert_eq!(again.saved, None);
    }

    proptest! {
        /// The days stay as far from each other as they were, and the first is the day that was asked.
        #[test]
        fn the_planning_moves_as_a_whole(days in proptest::collection::vec(0_i64..400, 1..6), first in 0_i64..2000, closes in proptest::option::of(0_i64..400)) {
            let start: Date = "2026-01-01".parse().unwrap();
            let mut draft = Draft::titled(said("Wijkbudget"));
            draft.planning = days.iter().map(|day| Moment { date: start.plus_days(*day), text: said("Bijeenkomst") }).collect();
            draft.closes = closes.map(|day| start.plus_days(day));
            let first = start.plus_days(first);
            let again = draft.once_more(said("Nog eens"), first);
            let all = |draft: &Draft| -> Vec<Date> { draft.planning.iter().map(|it| it.date).chain(draft.closes).collect() };
            prop_assert_eq!(all(&again).into_iter().min(), Some(first));
            let shift = all(&draft)[0].days_until(all(&again)[0]);
            for (before, after) in all(&draft).into_iter().zip(all(&again)) {
                prop_assert_eq!(before.days_until(after), shift);
            }
        }
    }
}
