//! The measurement plan of a process: which indicators are proposed and why, which were kept or dropped, when people are asked,
//! and what (A240).

use super::indicator::{INDICATORS, Indicator};
use super::statement::{MOST_ASKED, STATEMENTS, Statement};
use super::wave::{Round, Wave, WaveDays};
use evidence::EffectKey;
use kernel::{Date, Instant};
use std::collections::BTreeMap;
use store::texts::LanguageSet;

/// Why an indicator is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// It is proposed for every process.
    Always,
    /// The process aims at these effects or values, the most important first.
    Aims(Vec<EffectKey>),
}

/// An indicator that the program proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which one.
    pub indicator: &'static Indicator,
    /// Why.
    pub because: Because,
}

/// What is proposed for a process with these aims, the most important first; by id.
#[must_use]
pub fn proposed(aims: &[EffectKey]) -> Vec<Proposal> {
    INDICATORS
        .iter()
        .filter_map(|indicator| {
            let found: Vec<EffectKey> = aims.iter().filter(|aim| indicator.belongs.contains(&aim.as_str())).cloned().collect();
            let because = match (indicator.always, found.is_empty()) {
                (_, false) => Because::Aims(found),
                (true, true) => Because::Always,
                (false, true) => return None,
            };
            Some(Proposal { indicator, because })
        })
        .collect()
}

/// What was chosen for one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanChoice {
    /// Whether it is measured.
    pub kept: bool,
    /// Why it is not; public.
    pub motive: Option<LanguageSet>,
    /// When that was chosen.
    pub at: Instant,
}

/// What is measured of one process, when, of whom, and what people are asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MeasurementPlan {
    /// When it was last saved; nothing when nobody made one.
    pub saved: Option<Instant>,
    /// What was chosen, by the id of the indicator.
    pub choices: BTreeMap<&'static str, PlanChoice>,
    /// The days on which people are asked.
    pub waves: BTreeMap<Wave, WaveDays>,
    /// What is asked in each round; nothing for a round of which it was not chosen yet.
    pub asked: BTreeMap<Round, Vec<&'static Statement>>,
}

impl MeasurementPlan {
    /// Whether this indicator is measured.
    #[must_use]
    pub fn keeps(&self, indicator: &Indicator) -> bool {
        self.choices.get(indicator.code).is_some_and(|choice| choice.kept)
    }

    /// The indicators that are measured, by id.
    pub fn kept(&self) -> impl Iterator<Item = &'static Indicator> + '_ {
        INDICATORS.iter().filter(|it| self.keeps(it))
    }

    /// What is proposed and not decided on yet.
    #[must_use]
    pub fn undecided(&self, aims: &[EffectKey]) -> Vec<Proposal> {
        proposed(aims).into_iter().filter(|it| !self.choices.contains_key(it.indicator.code)).collect()
    }

    /// Whether it is whole (A240): every proposal is kept or dropped, something is kept, and when something is asked of people it
    /// is known when and what.
    #[must_use]
    pub fn is_whole(&self, aims: &[EffectKey]) -> bool {
        let asks = self.kept().any(Indicator::is_asked);
        let asked = self.waves.keys().any(|wave| self.asked.get(&wave.round()).is_some_and(|asked| !asked.is_empty()));
        self.saved.is_some() && self.undecided(aims).is_empty() && self.kept().next().is_some() && (!asks || asked)
    }

    /// The sentences that can be asked in a round: those of indicators that are kept.
    #[must_use]
    pub fn can_ask(&self, round: Round) -> Vec<&'static Statement> {
        let kept = |it: &&Statement| Indicator::of_code(it.indicator).is_some_and(|indicator| self.keeps(indicator));
        STATEMENTS.iter().filter(|it| it.suits(round)).filter(kept).collect()
    }

    /// What is proposed to ask in a round: of each indicator one sentence first, those that are asked in every process before
    /// others, until there are enough.
    #[must_use]
    pub fn proposed_questions(&self, round: Round) -> Vec<&'static Statement> {
        let (of_staff, can): (Vec<_>, Vec<_>) = self.can_ask(round).into_iter().partition(|it| it.staff_only);
        let second = |it: &Statement| {
            can.iter().position(|other| other.indicator == it.indicator) != can.iter().position(|other| other.code == it.code)
        };
        let mut ranked: Vec<(bool, bool, usize)> = can
            .iter()
            .enumerate()
            .map(|(place, it)| (second(it), !Indicator::of_code(it.indicator).is_some_and(|indicator| indicator.always), place))
            .collect();
        ranked.sort_unstable();
        let mut places: Vec<usize> = ranked.into_iter().take(MOST_ASKED).map(|(_, _, place)| place).collect();
        places.sort_unstable();
        places.into_iter().map(|place| can[place]).chain(of_staff).collect()
    }

    /// The wave in which people can answer on a screen on `today`; when there are several, the latest.
    #[must_use]
    pub fn open_wave(&self, today: Date) -> Option<Wave> {
        self.waves.iter().rev().find(|(wave, days)| days.is_open(today) && self.asks(**wave)).map(|(wave, _)| *wave)
    }

    /// Whether it is known what is asked in this wave.
    #[must_use]
    pub fn asks(&self, wave: Wave) -> bool {
        !self.questions(wave).is_empty()
    }

    /// What people are asked in this wave.
    #[must_use]
    pub fn questions(&self, wave: Wave) -> Vec<&'static Statement> {
        self.asked.get(&wave.round()).into_iter().flatten().copied().filter(|it| !it.staff_only).collect()
    }

    /// What staff that was concerned is asked in this wave.
    #[must_use]
    pub fn staff_questions(&self, wave: Wave) -> Vec<&'static Statement> {
        self.asked.get(&wave.round()).into_iter().flatten().copied().filter(|it| it.staff_only).collect()
    }

    /// The wave in which staff can answer on `today`; when there are several, the latest.
    #[must_use]
    pub fn open_staff_wave(&self, today: Date) -> Option<Wave> {
        let asks = |wave: Wave| !self.staff_questions(wave).is_empty();
        self.waves.iter().rev().find(|(wave, days)| days.is_open(today) && asks(**wave)).map(|(wave, _)| *wave)
    }
}

/// The days that are proposed for a wave, from those of the charter: before people can take part or from today on, after the
/// decision, and long after. Nothing when the charter says too little, or for what hardly anybody keeps up (24 months).
#[must_use]
pub fn proposed_days(wave: Wave, opens: Option<Date>, decision: Option<Date>, today: Date) -> Option<(Date, Date)> {
    let begin = match wave.days_after_decision() {
        None => opens.unwrap_or(today),
        Some(days) => decision?.plus_days(days),
    };
    let begin = begin.max(today);
    let long = if wave == Wave::Before { 21 } else { 28 };
    match wave {
        Wave::HalfYear | Wave::TwoYears => None,
        _ => Some((begin, begin.plus_days(long))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::statement::Scale;
    use evidence::Knowledge;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn all_aims() -> Vec<EffectKey> {
        Knowledge::shipped().expect("the knowledge reads").effects().map(|(key, _)| key).collect()
    }

    fn codes(aims: &[EffectKey]) -> BTreeSet<&'static str> {
        proposed(aims).into_iter().map(|it| it.indicator.code).collect()
    }

    fn plan_with(kept: &[&'static str]) -> MeasurementPlan {
        let choice = |code: &&'static str| (*code, PlanChoice { kept: true, motive: None, at: Instant::from_micros(0) });
        MeasurementPlan { saved: Some(Instant::from_micros(0)), choices: kept.iter().map(choice).collect(), ..MeasurementPlan::default() }
    }

    proptest! {
        #[test]
        fn proposals_follow_the_aims_and_only_them(picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..8)) {
            let all = all_aims();
            let aims: Vec<EffectKey> = picks.iter().map(|pick| pick.get(&all).clone()).collect();
            let found = proposed(&aims);
            let ids: Vec<&str> = found.iter().map(|it| it.indicator.code).collect();
            prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "by id, each once");
            for it in INDICATORS {
                let fits = it.always || aims.iter().any(|aim| it.belongs.contains(&aim.as_str()));
                prop_assert_eq!(ids.contains(&it.code), fits, "{}", it.code);
            }
            // One aim more takes nothing away.
            let fewer = codes(&aims[..aims.len().saturating_sub(1)]);
            prop_assert!(fewer.is_subset(&codes(&aims)));
            for aim in &aims {
                prop_assert!(found.iter().any(|it| it.indicator.belongs.contains(&aim.as_str())), "{} is measured", aim.as_str());
            }
        }

        #[test]
        fn questions_fit_on_a_page_and_belong_to_what_is_kept(picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..75)) {
            let kept: Vec<&'static str> = picks.iter().map(|pick| pick.get(INDICATORS).code).collect();
            let plan = plan_with(&kept);
            for round in Round::ALL {
                let (can, asked) = (plan.can_ask(round), plan.proposed_questions(round));
                let of_people = |all: &[&Statement]| all.iter().filter(|it| !it.staff_only).count();
                prop_assert!(of_people(&asked) == of_people(&can).min(MOST_ASKED));
                prop_assert!(asked.len() - of_people(&asked) == can.len() - of_people(&can), "staff is asked all of its own");
                prop_assert!(asked.iter().all(|it| kept.contains(&it.indicator) && it.suits(round)));
                let indicators: BTreeSet<&str> = can.iter().filter(|it| !it.staff_only).map(|it| it.indicator).collect();
                let of_asked: BTreeSet<&str> = asked.iter().filter(|it| !it.staff_only).map(|it| it.indicator).collect();
                if indicators.len() <= MOST_ASKED {
                    prop_assert_eq!(indicators, of_asked, "none is left out while another is asked twice");
                }
            }
        }
    }

    #[test]
    fn what_guards_against_silent_harm_is_proposed_without_any_aim() {
        let found = codes(&[]);
        for code in ["G010", "G014", "G015", "G022", "G023", "G028", "G048", "G049", "G050", "G051", "G052", "G066", "G074"] {
            assert!(found.contains(code), "{code}");
        }
        assert!(proposed(&[]).iter().all(|it| it.because == Because::Always));
    }

    #[test]
    fn a_plan_is_whole_when_nothing_is_open_and_people_are_asked_something() {
        let mut plan = plan_with(&[]);
        assert!(!plan.is_whole(&[]), "nothing is decided");
        for it in proposed(&[]) {
            plan.choices.insert(it.indicator.code, PlanChoice { kept: true, motive: None, at: Instant::from_micros(0) });
        }
        assert!(!plan.is_whole(&[]), "nobody is asked");
        let day: Date = "2026-03-02".parse().expect("a day");
        plan.waves.insert(Wave::After, WaveDays { opens: day, closes: day, invited: None, released: false });
        plan.asked.insert(Round::After, plan.proposed_questions(Round::After));
        assert!(plan.is_whole(&[]));
        let trust = EffectKey::try_from("effect.trust".to_owned()).expect("a key");
        assert!(!plan.is_whole(&[trust]), "a new aim asks a new choice");
        assert!(!MeasurementPlan { saved: None, ..plan.clone() }.is_whole(&[]));
        for choice in plan.choices.values_mut() {
            choice.kept = false;
        }
        assert!(!plan.is_whole(&[]), "nothing is kept");
    }

    #[test]
    fn the_open_wave_is_the_latest_of_which_the_questions_are_known() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let mut plan = plan_with(&["G042"]);
        let days = WaveDays { opens: day("2026-03-02"), closes: day("2026-03-10"), invited: None, released: false };
        plan.waves.insert(Wave::Before, days);
        assert_eq!(plan.open_wave(day("2026-03-05")), None, "nothing is asked");
        plan.asked.insert(Round::Before, plan.proposed_questions(Round::Before));
        assert_eq!(plan.open_wave(day("2026-03-05")), Some(Wave::Before));
        assert_eq!(plan.open_wave(day("2026-03-11")), None);
        assert!(plan.questions(Wave::Before).iter().all(|it| it.scale == Scale::Agreement));
    }

    #[test]
    fn days_are_proposed_from_the_charter_and_never_in_the_past() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let today = day("2026-03-02");
        assert_eq!(proposed_days(Wave::Before, Some(day("2026-04-01")), None, today), Some((day("2026-04-01"), day("2026-04-22"))));
        assert_eq!(proposed_days(Wave::Before, Some(day("2025-04-01")), None, today).map(|it| it.0), Some(today));
        assert_eq!(proposed_days(Wave::After, None, Some(day("2026-06-01")), today).map(|it| it.0), Some(day("2026-06-15")));
        assert_eq!(proposed_days(Wave::After, None, None, today), None);
        assert_eq!(proposed_days(Wave::Year, None, Some(day("2026-06-01")), today).map(|it| it.0), Some(day("2027-06-01")));
    }
}
