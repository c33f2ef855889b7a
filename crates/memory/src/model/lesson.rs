//! A lesson: what happened, what to do next time, and in which circumstances (A246).

use kernel::{AreaId, Instant, ProcessId};
use store::texts::LanguageSet;
use uuid::Uuid;

/// Whether what was tried worked; what did not comes first when lessons are shown (A248).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worked {
    /// It did not.
    No,
    /// In part, or for some.
    Partly,
    /// It did.
    Yes,
}

impl Worked {
    /// All of them, in the order in which lessons are shown.
    pub const ALL: [Self; 3] = [Self::No, Self::Partly, Self::Yes];

    /// The code under which forms, files and programs know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Partly => "partly",
            Self::Yes => "yes",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|worked| worked.code() == code)
    }
    /// Its place in the order in which lessons are shown.
    #[must_use]
    pub const fn place(self) -> i64 {
        match self {
            Self::No => 0,
            Self::Partly => 1,
            Self::Yes => 2,
        }
    }
    /// The one at this place.
    #[must_use]
    pub fn at_place(place: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|worked| worked.place() == place)
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::No => "memory-worked-no",
            Self::Partly => "memory-worked-partly",
            Self::Yes => "memory-worked-yes",
        }
    }
}

/// Which moment of designing a lesson is about; the design guide shows it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// What is aimed at.
    Aims,
    /// Whom the process wants to reach.
    People,
    /// How people are found, talk together and are heard.
    Approach,
    /// Hours and money.
    Means,
    /// Who does what.
    Roles,
    /// What is promised.
    Agreements,
    /// How the organisation stands.
    Organisation,
    /// How it goes once it runs, up to the answer.
    Course,
}

impl About {
    /// All of them, in the order of the guide.
    pub const ALL: [Self; 8] =
        [Self::Aims, Self::People, Self::Approach, Self::Means, Self::Roles, Self::Agreements, Self::Organisation, Self::Course];

    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aims => "aims",
            Self::People => "people",
            Self::Approach => "approach",
            Self::Means => "means",
            Self::Roles => "roles",
            Self::Agreements => "agreements",
            Self::Organisation => "organisation",
            Self::Course => "course",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.code() == code)
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Aims => "memory-about-aims",
            Self::People => "memory-about-people",
            Self::Approach => "memory-about-approach",
            Self::Means => "memory-about-means",
            Self::Roles => "memory-about-roles",
            Self::Agreements => "memory-about-agreements",
            Self::Organisation => "memory-about-organisation",
            Self::Course => "memory-about-course",
        }
    }
}

/// Something that was learned, with the circumstances in which it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Which.
    pub id: Uuid,
    /// Of which process; a lesson may come from elsewhere.
    pub process: Option<ProcessId>,
    /// What happened, in the words of whoever wrote it.
    pub text: LanguageSet,
    /// What to do next time.
    pub advice: LanguageSet,
    /// Whether it worked.
    pub worked: Worked,
    /// In which area.
    pub area: Option<AreaId>,
    /// About which theme, as contributions have them.
    pub theme: Option<String>,
    /// On which effects or values, by their keys (`effect.trust`).
    pub effects: Vec<String>,
    /// When it was kept.
    pub at: Instant,
}

/// What more may be said of a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The rules of the knowledge that it bears on, by their ids (`C009`).
    pub rules: Vec<String>,
    /// The moments of designing that it is about.
    pub about: Vec<About>,
    /// Whether it was noted in passing, without an evaluation: less sure (A241).
    pub informal: bool,
}

/// Where a lesson of another municipality comes from (A250).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The name of that municipality.
    pub municipality: String,
    /// The name of its process.
    pub process: Option<String>,
    /// The id that the lesson has there.
    pub id: Uuid,
}

/// A lesson as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonRow {
    /// The lesson.
    pub lesson: Lesson,
    /// What more is said of it.
    pub marks: Marks,
    /// Where it comes from, when it is no lesson of ours.
    pub elsewhere: Option<Elsewhere>,
    /// When it was last adjusted.
    pub adjusted: Option<Instant>,
    /// Since when it is no longer shown to who designs.
    pub retired: Option<Instant>,
}

/// What happened to a lesson after it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Changing {
    /// Its words or circumstances were adjusted.
    Adjusted,
    /// It was retired: it no longer holds, and stays readable.
    Retired,
}

impl Changing {
    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Adjusted => "adjusted",
            Self::Retired => "retired",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Adjusted, Self::Retired].into_iter().find(|one| one.code() == code)
    }
}

/// One change of a lesson, with what stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: Changing,
    /// Why.
    pub reason: LanguageSet,
    /// What the lesson said before it was adjusted: what happened, and what to do next time.
    pub before: Option<(LanguageSet, LanguageSet)>,
    /// Whether it was said to have worked before.
    pub worked: Worked,
    /// When.
    pub at: Instant,
}

/// A lesson in other words or circumstances, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjusting {
    /// As it is from now on; its id, process and day do not change.
    pub lesson: Lesson,
    /// What more is said of it from now on.
    pub marks: Marks,
    /// Why.
    pub reason: LanguageSet,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_as_it_is_written() {
        for worked in Worked::ALL {
            assert_eq!(Worked::of_code(worked.code()), Some(worked));
            assert_eq!(Worked::at_place(worked.place()), Some(worked));
        }
        for about in About::ALL {
            assert_eq!(About::of_code(about.code()), Some(about));
        }
        for kind in [Changing::Adjusted, Changing::Retired] {
            assert_eq!(Changing::of_code(kind.code()), Some(kind));
        }
        assert!(Worked::No < Worked::Yes, "what did not work comes first");
    }
}
