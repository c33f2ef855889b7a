//! Lessons of earlier processes in a design: each is adopted, or set aside with a motive (A246, E409, G067).

use super::GuideMoment;
use evidence::{Knowledge, Known, Rule};
use kernel::Instant;
use memory::{About, LessonRow};
use serde::{Deserialize, Serialize};
use store::texts::LanguageSet;

/// What was done with a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LessonStance {
    /// The design uses it.
    Adopted,
    /// It is set aside, with a motive.
    SetAside,
}

impl LessonStance {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Adopted, Self::SetAside];

    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::SetAside => "set-aside",
        }
    }
    /// The stance of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.code() == code)
    }
}

/// What was done with a lesson, and how or why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LessonChoice {
    /// Adopted or set aside.
    pub stance: LessonStance,
    /// What is done with it, or why it is set aside.
    pub words: LanguageSet,
    /// When.
    pub at: Instant,
}

/// The moment of the guide that a lesson says it is about.
const fn moment_about(about: About) -> GuideMoment {
    match about {
        About::Aims => GuideMoment::Aims,
        About::People => GuideMoment::People,
        About::Approach => GuideMoment::Approach,
        About::Means => GuideMoment::Means,
        About::Roles => GuideMoment::Roles,
        About::Agreements => GuideMoment::Agreements,
        About::Organisation => GuideMoment::Organisation,
        About::Course => GuideMoment::Course,
    }
}

/// The moment on whose page a rule stands first.
pub(crate) fn moment_of_rule(rule: &Rule) -> GuideMoment {
    let stands = |moment: &GuideMoment| match &rule.known {
        Known::Computed(condition) => condition.facts().iter().any(|fact| moment.place_of(*fact).is_some()),
        Known::Asked { at, .. } => moment.questions().contains(at),
        Known::Shown(stage) => moment.reads().contains(stage),
    };
    GuideMoment::ALL.into_iter().find(stands).unwrap_or(GuideMoment::Course)
}

/// The moments at which a lesson is shown, in the order of the guide: those that it says it is about and those of the rules it
/// bears on; where it says neither, with the aims.
#[must_use]
pub fn moments_of(lesson: &LessonRow, knowledge: &Knowledge) -> Vec<GuideMoment> {
    let rules = lesson.marks.rules.iter().filter_map(|id| knowledge.rule(id)).map(moment_of_rule);
    let mut moments: Vec<GuideMoment> = lesson.marks.about.iter().map(|about| moment_about(*about)).chain(rules).collect();
    if moments.is_empty() {
        moments.push(GuideMoment::Aims);
    }
    moments.sort();
    moments.dedup();
    moments
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::Language;
    use memory::{Lesson, Marks, Worked};
    use uuid::Uuid;

    fn lesson(rules: &[&str], about: &[About]) -> LessonRow {
        let words = || LanguageSet::written(Language::NL, "Wij vroegen het te laat.");
        LessonRow {
            lesson: Lesson {
                id: Uuid::from_u128(1),
                process: None,
                text: words(),
                advice: words(),
                worked: Worked::No,
                area: None,
                theme: None,
                effects: Vec::new(),
                at: Instant::from_micros(1),
            },
            marks: Marks { rules: rules.iter().map(|id| (*id).to_owned()).collect(), about: about.to_vec(), informal: false },
            elsewhere: None,
            adjusted: None,
            retired: None,
        }
    }

    #[test]
    fn a_lesson_stands_where_it_is_of_use() {
        let knowledge = Knowledge::shipped().unwrap();
        assert_eq!(moments_of(&lesson(&[], &[]), knowledge), [GuideMoment::Aims]);
        assert_eq!(moments_of(&lesson(&[], &[About::Course, About::People]), knowledge), [GuideMoment::People, GuideMoment::Course]);
        assert_eq!(moments_of(&lesson(&["C001", "C999"], &[]), knowledge), [GuideMoment::Approach], "a rule that is gone says nothing");
        assert_eq!(moments_of(&lesson(&["C001"], &[About::Approach]), knowledge), [GuideMoment::Approach], "once");
    }
}
