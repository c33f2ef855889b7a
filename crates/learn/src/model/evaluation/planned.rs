//! Which indicators of a measurement plan have a number in the report of a process (A240): what was planned is never left out in
//! silence (H3.9).

use super::findings::Findings;
use super::reach::Characteristic;
use crate::model::figure::Told;
use crate::model::indicator::{By, DEFINITIONS};

/// Whether what is told of a figure is a number of it. That it is of too few to be shown, or that nothing of it happened, is told too.
#[must_use]
pub const fn is_number(told: Told) -> bool {
    matches!(told, Told::Measured | Told::Nothing | Told::Few)
}

/// The id in the catalogue of what a figure measures: figures have a letter behind it when the catalogue asks several things in one.
#[must_use]
pub fn indicator_of(figure: &str) -> &str {
    figure.get(..4).unwrap_or(figure)
}

/// The end of the key of where an indicator can be read that the report of one process does not have; none when nowhere.
#[must_use]
pub fn told_elsewhere(code: &str) -> Option<&'static str> {
    match code {
        // What is counted over processes (G024, G066) or told of all evaluations together.
        "G024" | "G025" | "G059" | "G066" | "G067" | "G073" | "G075" => Some("year"),
        _ => {
            let whole = |it: &&crate::Definition| it.measure.is_some() && !it.by.contains(&By::Process);
            DEFINITIONS.iter().filter(whole).any(|it| indicator_of(it.code) == code).then_some("figures")
        }
    }
}

impl Findings {
    /// Whether the report has a number of this indicator, or says that it is of too few to be shown.
    #[must_use]
    pub fn tells(&self, code: &str) -> bool {
        let answered = self.answers.iter().any(|it| it.indicator == code);
        let number = |told: &str| [Told::Measured, Told::Nothing, Told::Few].iter().any(|it| it.code() == told);
        let counted = self.figures.iter().any(|it| indicator_of(&it.indicator) == code && number(&it.told));
        answered || counted || self.tells_besides(code)
    }

    /// As [`Findings::tells`], of what is neither answered nor a figure.
    fn tells_besides(&self, code: &str) -> bool {
        let (counts, influence, decided) = (&self.counts, &self.influence, &self.decided);
        let strata = counts.response.as_ref().map_or(0, |it| it.strata.len());
        match code {
            // Whether these were measured stands in every report, with what it would take.
            "G001" | "G002" | "G010" => true,
            "G003" => self.reach.iter().any(|it| it.characteristic == Characteristic::Age.code()),
            "G004" => counts.earlier.is_some(),
            "G005" => counts.unorganised.is_some(),
            "G006" => strata > 0,
            // One stratum is as high as itself: that says nothing.
            "G007" => strata > 1,
            "G008" => counts.channels.is_some(),
            "G011" => counts.remedied.is_some(),
            "G017" | "G018" => self.observed.is_some(),
            "G019" => counts.attendance.is_some(),
            "G020" => influence.announced.is_some(),
            "G021" => influence.effective.is_some(),
            "G022" => influence.perceived_before.or(influence.perceived_after).is_some(),
            "G023" => influence.announced_less_effective().or_else(|| influence.announced_less_perceived()).is_some(),
            "G025" => self.first_stage.is_some(),
            "G051" | "G052" => self.balance.iter().any(|row| !row.is_silent()),
            "G054" => self.means.iter().any(|it| it.for_each(decided.realised).is_some()),
            "G055" => self.volunteers.commitments > 0 || self.volunteers.given.is_some(),
            "G058" => self.means.iter().any(|it| it.percent().is_some()),
            "G068" => !(self.advice.followed.is_empty() && self.advice.aside.is_empty()),
            "G069" => influence.perceived_less_taken_over(decided.taken_over(), decided.decided()).is_some(),
            "G073" => self.rules.is_some_and(|it| it.all() > 0),
            "G074" => !self.heard.is_empty(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::model::evaluation::findings::{FigureFound, sample};

    fn figure(indicator: &str, told: Told) -> FigureFound {
        FigureFound {
            indicator: indicator.to_owned(),
            told: told.code().to_owned(),
            numerator: 0,
            denominator: 0,
            missing: 0,
            shares: false,
            median: None,
            nine_of_ten: None,
        }
    }

    #[test]
    fn a_number_is_told_or_it_is_named_as_missing() {
        let mut it = sample("Leyhoven", "Een plein", "2026-05-01".parse().unwrap());
        it.figures = vec![figure("G032", Told::Few), figure("G036a", Told::Measured), figure("G039", Told::NotCounted)];
        for code in ["G001", "G020", "G021", "G022", "G023", "G025", "G032", "G036", "G074"] {
            assert!(it.tells(code), "{code}");
        }
        for code in ["G009", "G012", "G039", "G051", "G057", "G060", "G065", "G072", "G075"] {
            assert!(!it.tells(code), "{code}");
        }
    }

    #[test]
    fn what_is_read_elsewhere_has_its_place() {
        assert_eq!((told_elsewhere("G073"), told_elsewhere("G060")), (Some("year"), Some("figures")));
        assert_eq!((told_elsewhere("G009"), told_elsewhere("G039")), (None, None));
    }
}
