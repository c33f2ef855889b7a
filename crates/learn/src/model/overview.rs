//! The year of a municipality, for its council: how much was handed over, how early residents came in, what was evaluated and what
//! of that went wrong (G020, G021, G023–G025, G051, G052, G059, G066, G068, G074, G075; E904–E906). Counts with what they are
//! counted of; nothing is ranked, and what is not recorded says so.

use crate::model::evaluation::balance::{BalanceCounts, Weighed, negatives_within};
use crate::model::evaluation::findings::Findings;
use crate::model::evaluation::means::{MeansKind, MeansUsed};
use std::collections::BTreeMap;

/// The stages of the policy cycle that come before policy is developed (G025, B23).
pub const EARLY: [&str; 3] = ["agenda-setting", "problem-definition", "prioritisation"];
/// The effects that are reported on most, of which the share of all negatives is told (G075): as many as the review names (B06).
pub const MOST_FREQUENT: usize = 8;
/// Money that lasts longer than so many months is secured (G059).
pub const SECURED_MONTHS: i64 = 12;

/// What is known of a process in a year, without its evaluation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProcessYear {
    /// Whether it was published in the year.
    pub begun: bool,
    /// Whether it was closed in the year.
    pub closed: bool,
    /// The rung that it promises, 1 to 5.
    pub rung: u8,
    /// The departments that had something to do in it, by their ids.
    pub departments: Vec<String>,
    /// The stage at which residents first take part, when the guide was asked.
    pub stage: Option<String>,
    /// For how many months its money lasts, when the guide was asked.
    pub money_months: Option<i64>,
    /// Whether a finished evaluation is there, with its section on negative effects.
    pub evaluated: bool,
    /// Whether somebody said in public why there is none.
    pub waived: bool,
}

/// A number of a whole, with what is not known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub of: i64,
    /// Of how many.
    pub whole: i64,
    /// Of how many it is not known.
    pub missing: i64,
}

impl Share {
    fn count<T>(all: impl IntoIterator<Item = T>, known: impl Fn(&T) -> Option<bool>) -> Self {
        let mut share = Self::default();
        for one in all {
            match known(&one) {
                Some(yes) => {
                    share.whole += 1;
                    share.of += i64::from(yes);
                }
                None => share.missing += 1,
            }
        }
        share
    }
}

/// The year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many processes began at each rung, from the lowest (G024).
    pub rungs: [i64; 5],
    /// For each department how many of its processes stand at the lowest rung, by its id (G024).
    pub lowest: BTreeMap<String, Share>,
    /// At which stage residents first took part, with how many processes (G025).
    pub stages: BTreeMap<String, i64>,
    /// How many processes began before policy was developed (G025).
    pub early: Share,
    /// How many of the processes that were closed were evaluated (G066); waived ones count as not evaluated.
    pub evaluated: Share,
    /// Of those not evaluated, how many say why in public.
    pub waived: i64,
    /// How many processes have money for more than a year (G059).
    pub secured: Share,
    /// How many evaluations were finished.
    pub evaluations: i64,
    /// Effective rung against announced: lower, the same, higher, not established (G023).
    pub influence: [i64; 4],
    /// At how many evaluations which rung was established: only informed, then the ladder from the lowest (G021, G024).
    pub established: [i64; 6],
    /// Evaluations of which it was established that residents were only informed; missing where no rung was established (A006, G024).
    pub informed: Share,
    /// The balance of all evaluations together; each effect counts once for each process (G051).
    pub balance: BalanceCounts,
    /// Where something went for the worse: process, and the keys of the effects (G052).
    pub worse: Vec<(String, Vec<String>)>,
    /// How many negatives lie with the effects that were reported on most, of all (G075).
    pub concentrated: Option<(i64, i64)>,
    /// Evaluations in which residents and organisations between were both heard (G074).
    pub voices: Share,
    /// Rules followed and set aside with a motive, and of these how many met what was found (G068).
    pub advice: [i64; 3],
    /// What all of it took, by kind; with for how many evaluations it was counted.
    pub means: Vec<(MeansUsed, i64)>,
}

impl Overview {
    /// The year from its processes and the evaluations that were finished in it.
    #[must_use]
    pub fn of(processes: &[ProcessYear], findings: &[Findings]) -> Self {
        let mut it = Self::default();
        let begun = || processes.iter().filter(|process| process.begun);
        for process in begun() {
            if let Some(count) = usize::from(process.rung).checked_sub(1).and_then(|at| it.rungs.get_mut(at)) {
                *count += 1;
            }
            for department in &process.departments {
                let share = it.lowest.entry(department.clone()).or_default();
                share.whole += 1;
                share.of += i64::from(process.rung == 1);
            }
            if let Some(stage) = &process.stage {
                *it.stages.entry(stage.clone()).or_default() += 1;
            }
        }
        it.early = Share::count(begun(), |process| process.stage.as_deref().map(|stage| EARLY.contains(&stage)));
        it.secured = Share::count(begun(), |process| process.money_months.map(|months| months > SECURED_MONTHS));
        it.evaluated = Share::count(processes.iter().filter(|process| process.closed), |process| Some(process.evaluated));
        it.waived = count(processes.iter().filter(|process| process.closed && !process.evaluated && process.waived).count());
        it.evaluations = count(findings.len());
        for one in findings {
            let place = match one.influence.announced_less_effective() {
                Some(gap) if gap > 0 => 0,
                Some(0) => 1,
                Some(_) => 2,
                None => 3,
            };
            it.influence[place] += 1;
            let step = one.influence.effective.map(usize::from);
            if let Some(count) = step.and_then(|at| it.established.get_mut(at)) {
                *count += 1;
            }
            let worse: Vec<String> =
                one.balance.iter().filter(|row| row.sources(study::Direction::Negative) > 0).map(|row| row.effect.clone()).collect();
            if !worse.is_empty() {
                it.worse.push((one.slug.clone(), worse));
            }
            it.advice[0] += count(one.advice.followed.len());
            it.advice[1] += count(one.advice.aside.len());
            it.advice[2] += count(one.advice.met.len());
        }
        it.informed = Share::count(findings, |one| one.influence.effective.map(|step| step == 0));
        let rows: Vec<Weighed> = findings.iter().flat_map(|one| one.balance.iter().cloned()).collect();
        it.balance = BalanceCounts::of(&rows);
        it.concentrated = negatives_within(&rows, MOST_FREQUENT);
        it.voices = Share::count(findings, |one| {
            let heard = |actor: &str| one.heard.iter().any(|it| it.actor == actor && it.sources > 0);
            Some(heard("residents") && heard("intermediaries"))
        });
        it.means = MeansKind::ALL.iter().filter_map(|kind| summed(*kind, findings)).collect();
        it
    }
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// What was counted of a kind, over the evaluations that counted it.
fn summed(kind: MeansKind, findings: &[Findings]) -> Option<(MeansUsed, i64)> {
    let counted: Vec<&MeansUsed> =
        findings.iter().flat_map(|one| &one.means).filter(|row| row.kind == kind && row.used.is_some()).collect();
    let used = counted.iter().filter_map(|row| row.used).fold(0_i64, i64::saturating_add);
    let all_planned = counted.iter().all(|row| row.planned.is_some());
    let planned = all_planned.then(|| counted.iter().filter_map(|row| row.planned).fold(0_i64, i64::saturating_add));
    (!counted.is_empty()).then_some((MeansUsed { kind, planned, used: Some(used) }, count(counted.len())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::model::evaluation::balance::Literature;
    use crate::model::evaluation::findings::sample;
    use proptest::prelude::*;

    fn process(rung: u8, stage: Option<&str>) -> ProcessYear {
        ProcessYear { begun: true, rung, departments: vec!["groen".into()], stage: stage.map(str::to_owned), ..ProcessYear::default() }
    }

    fn row(effect: &str, sources: [i64; 4]) -> Weighed {
        Weighed {
            effect: effect.to_owned(),
            rank: None,
            sources,
            negative_for: Vec::new(),
            negative_hidden: false,
            factors: Vec::new(),
            literature: Literature::default(),
        }
    }

    #[test]
    fn a_year_is_counted_with_what_is_not_known() {
        let mut closed = process(2, None);
        closed.closed = true;
        let mut waived = process(1, Some("agenda-setting"));
        (waived.closed, waived.waived) = (true, true);
        let mut done = process(3, Some("decision"));
        (done.closed, done.evaluated, done.money_months) = (true, true, Some(12));
        let mut findings = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
        findings.balance = vec![row("effect.trust", [2, 0, 1, 0]), row("effect.influence", [0; 4])];
        findings.means = vec![MeansUsed { kind: MeansKind::MunicipalHours, planned: Some(100), used: Some(130) }];
        let year = Overview::of(&[closed, waived, done], &[findings]);
        assert_eq!(year.rungs, [1, 1, 1, 0, 0]);
        assert_eq!(year.lowest["groen"], Share { of: 1, whole: 3, missing: 0 });
        assert_eq!(year.early, Share { of: 1, whole: 2, missing: 1 });
        assert_eq!(year.evaluated, Share { of: 1, whole: 3, missing: 0 });
        assert_eq!(year.waived, 1);
        assert_eq!(year.secured, Share { of: 0, whole: 1, missing: 2 }, "twelve months is not more than twelve");
        assert_eq!(year.influence, [1, 0, 0, 0], "three announced, two came out");
        assert_eq!((year.established, year.informed), ([0, 0, 1, 0, 0, 0], Share { of: 0, whole: 1, missing: 0 }));
        assert_eq!(year.balance, BalanceCounts { effects: 2, positive: 1, neutral: 0, negative: 1, unknown: 1 });
        assert_eq!(year.worse, [("een-plein".to_owned(), vec!["effect.trust".to_owned()])]);
        assert_eq!(year.concentrated, Some((1, 1)));
        assert_eq!(year.voices, Share { of: 0, whole: 1, missing: 0 }, "residents were heard, nobody between");
        assert_eq!(year.means, [(MeansUsed { kind: MeansKind::MunicipalHours, planned: Some(100), used: Some(130) }, 1)]);
    }

    #[test]
    fn only_informed_is_a_share_of_what_was_established() {
        let of = |effective: Option<u8>| {
            let mut it = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
            it.influence.effective = effective;
            it
        };
        let year = Overview::of(&[], &[of(Some(0)), of(Some(0)), of(Some(5)), of(None)]);
        assert_eq!((year.established, year.evaluations), ([2, 0, 0, 0, 0, 1], 4));
        assert_eq!(year.informed, Share { of: 2, whole: 3, missing: 1 });
        assert_eq!(year.influence, [2, 0, 1, 1], "only informed is lower than any promise");
    }

    proptest! {
        /// No part is larger than its whole, and every process that began stands at one rung.
        #[test]
        fn parts_stay_within_their_wholes(many in prop::collection::vec((1_u8..=5, any::<bool>(), any::<bool>(), any::<bool>(), prop::option::of(0_i64..40)), 0..20)) {
            let processes: Vec<ProcessYear> = many.iter().map(|(rung, closed, evaluated, waived, months)| ProcessYear {
                closed: *closed, evaluated: *evaluated, waived: *waived, money_months: *months, ..process(*rung, None)
            }).collect();
            let year = Overview::of(&processes, &[]);
            prop_assert_eq!(year.rungs.iter().sum::<i64>(), i64::try_from(processes.len()).unwrap());
            for share in [year.early, year.evaluated, year.secured].iter().chain(year.lowest.values()) {
                prop_assert!(share.of <= share.whole && share.whole + share.missing <= i64::try_from(processes.len()).unwrap());
            }
            prop_assert!(year.evaluated.of + year.waived <= year.evaluated.whole);
        }
    }
}
