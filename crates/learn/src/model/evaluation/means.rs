//! What a process took: hours and money of whoever gave them, planned against used (G054, G055, G058).

use serde::{Deserialize, Serialize};

/// Whose hours or money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeansKind {
    /// Hours of people of the municipality.
    MunicipalHours,
    /// Money of the municipality, in cents.
    MunicipalMoney,
    /// Hours of residents, on private moments.
    ResidentHours,
    /// What it cost residents themselves, in cents.
    ResidentMoney,
    /// Hours of partner organisations.
    PartnerHours,
    /// Money of partner organisations, in cents.
    PartnerMoney,
}

impl MeansKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::MunicipalHours, Self::MunicipalMoney, Self::ResidentHours, Self::ResidentMoney, Self::PartnerHours, Self::PartnerMoney];

    /// The code under which it is stored, and that the keys of its words hold.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MunicipalHours => "municipal-hours",
            Self::MunicipalMoney => "municipal-money",
            Self::ResidentHours => "resident-hours",
            Self::ResidentMoney => "resident-money",
            Self::PartnerHours => "partner-hours",
            Self::PartnerMoney => "partner-money",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
    /// Whether it is money, in cents; otherwise hours.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::MunicipalMoney | Self::ResidentMoney | Self::PartnerMoney)
    }
}

/// What was planned and what was used of one kind; what nobody counted is none, never nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeansUsed {
    /// Whose.
    pub kind: MeansKind,
    /// As planned.
    pub planned: Option<i64>,
    /// As counted.
    pub used: Option<i64>,
}

impl MeansUsed {
    /// Used of planned, in hundredths (G058).
    #[must_use]
    pub fn percent(&self) -> Option<i64> {
        let (planned, used) = (self.planned.filter(|planned| *planned > 0)?, self.used?);
        used.checked_mul(200)?.checked_add(planned)?.checked_div(planned.checked_mul(2)?)
    }
    /// Used for each thing that was realised, rounded (G054); none when nothing was.
    #[must_use]
    pub fn for_each(&self, realised: i64) -> Option<i64> {
        (realised > 0).then_some(())?;
        self.used?.checked_mul(2)?.checked_add(realised)?.checked_div(realised * 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn used(planned: Option<i64>, used: Option<i64>) -> MeansUsed {
        MeansUsed { kind: MeansKind::MunicipalHours, planned, used }
    }

    #[test]
    fn what_nobody_counted_is_no_nought() {
        assert_eq!(used(Some(200), Some(260)).percent(), Some(130));
        assert_eq!(used(Some(0), Some(3)).percent(), None);
        assert_eq!(used(None, Some(3)).percent(), None);
        assert_eq!(used(Some(5), None).percent(), None);
        assert_eq!(used(None, Some(5)).for_each(2), Some(3));
        assert_eq!(used(None, Some(5)).for_each(0), None);
    }

    proptest! {
        #[test]
        fn no_number_is_too_large(planned in any::<i64>(), counted in any::<i64>(), realised in 0_i64..i64::MAX / 4) {
            let it = used(Some(planned), Some(counted));
            let _ = (it.percent(), it.for_each(realised));
        }
    }
}
