//! Which lessons fit a design: by what they share with it, and by nothing else.

use super::{Lesson, LessonRow};
use kernel::{AreaId, ProcessId};

/// For which design lessons are looked for.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// Which process is being designed; its own lessons are left out.
    pub process: Option<ProcessId>,
    /// Its areas.
    pub areas: Vec<AreaId>,
    /// Its themes.
    pub themes: Vec<String>,
    /// The effects it aims at, by their keys.
    pub effects: Vec<String>,
}

/// By what a theme is found again: upper and lower case and blanks around it make no other theme.
#[must_use]
pub fn theme_key(theme: &str) -> String {
    theme.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How many of the circumstances a lesson shares: its area, its theme, and each of its effects that is aimed at.
#[must_use]
pub fn shared(lesson: &Lesson, of: &Circumstances) -> usize {
    let area = lesson.area.is_some_and(|area| of.areas.contains(&area));
    let theme = lesson.theme.as_deref().map(theme_key).is_some_and(|theme| of.themes.iter().any(|it| theme_key(it) == theme));
    let effects = lesson.effects.iter().filter(|effect| of.effects.contains(effect)).count();
    usize::from(area) + usize::from(theme) + effects
}

/// Puts lessons in the order in which a designer reads them: what did not work first, then what shares most, then the newest.
pub(crate) fn in_order(rows: &mut [LessonRow], of: &Circumstances) {
    rows.sort_by(|a, b| {
        let key = |row: &LessonRow| (row.lesson.worked, std::cmp::Reverse(shared(&row.lesson, of)));
        key(a).cmp(&key(b)).then(b.lesson.at.cmp(&a.lesson.at)).then(a.lesson.id.cmp(&b.lesson.id))
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::{Marks, Worked};
    use kernel::{Instant, Language};
    use proptest::prelude::*;
    use store::texts::LanguageSet;
    use uuid::Uuid;

    fn row(nth: u128, worked: Worked, theme: Option<&str>, effects: &[&str]) -> LessonRow {
        let words = |text: &str| LanguageSet::written(Language::NL, text);
        LessonRow {
            lesson: Lesson {
                id: Uuid::from_u128(nth),
                process: None,
                text: words("Wij vroegen het te laat."),
                advice: words("Vraag het eerder."),
                worked,
                area: None,
                theme: theme.map(str::to_owned),
                effects: effects.iter().map(|it| (*it).to_owned()).collect(),
                at: Instant::from_micros(i64::try_from(nth).unwrap()),
            },
            marks: Marks::default(),
            elsewhere: None,
            adjusted: None,
            retired: None,
        }
    }

    #[test]
    fn a_theme_is_the_same_however_it_is_written() {
        let of = Circumstances { themes: vec!["  Verkeer en  Parkeren ".into()], ..Circumstances::default() };
        assert_eq!(shared(&row(1, Worked::No, Some("verkeer en parkeren"), &[]).lesson, &of), 1);
        assert_eq!(shared(&row(1, Worked::No, Some("verkeer"), &[]).lesson, &of), 0);
        assert_eq!(shared(&row(1, Worked::No, None, &[]).lesson, &of), 0, "no theme is not the same theme");
    }

    proptest! {
        /// What did not work always comes before what did, and within that what shares more.
        #[test]
        fn what_did_not_work_comes_first(kinds in proptest::collection::vec((0_i64..3, 0_usize..3), 0..12)) {
            let all = ["effect.trust", "effect.influence", "value.inclusion"];
            let of = Circumstances { effects: all.iter().map(|it| (*it).to_owned()).collect(), ..Circumstances::default() };
            let mut rows: Vec<LessonRow> =
                (1..).zip(&kinds).map(|(nth, (worked, many))| row(nth, Worked::at_place(*worked).unwrap(), None, &all[..*many])).collect();
            in_order(&mut rows, &of);
            for pair in rows.windows(2) {
                let (a, b) = (&pair[0].lesson, &pair[1].lesson);
                prop_assert!(a.worked <= b.worked);
                prop_assert!(a.worked < b.worked || shared(a, &of) >= shared(b, &of));
            }
        }
    }
}
