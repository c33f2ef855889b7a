//! Ladders of participation: how much of the power a process hands over.

/// A ladder with its rungs in order. The charter stores ladder and rung together, so that a rung keeps its
/// meaning when a municipality later uses another ladder (catalogue A002, A003, A005).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ladder {
    /// The five steps of Pröpper & Steenbergen, 1999 (catalogue B24), from power with the government to power with others.
    #[default]
    ProepperSteenbergen,
}

impl Ladder {
    /// The code under which the ladder is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProepperSteenbergen => "proepper-steenbergen",
        }
    }
    /// The ladder of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        (code == Self::ProepperSteenbergen.code()).then_some(Self::ProepperSteenbergen)
    }
    /// Its rungs, from the lowest to the highest.
    #[must_use]
    pub const fn rungs(self) -> [Rung; 5] {
        [Rung::Listen, Rung::Consult, Rung::CoProduce, Rung::CoDecide, Rung::DecideAlone]
    }
}

/// A step on the ladder of Pröpper & Steenbergen (catalogue B24); a later one gives residents more power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// «luisteren»: the government listens, and decides itself.
    Listen,
    /// «consulteren»: residents give advice, the government decides.
    Consult,
    /// «coproduceren»: residents and government make it together, the government decides.
    CoProduce,
    /// «mee beslissen»: residents and government decide together.
    CoDecide,
    /// «alleen beslissen»: residents decide, within the limits of the charter.
    DecideAlone,
}

impl Rung {
    /// Which step it is, 1 (lowest) to 5 (highest).
    #[must_use]
    pub const fn step(self) -> u8 {
        match self {
            Self::Listen => 1,
            Self::Consult => 2,
            Self::CoProduce => 3,
            Self::CoDecide => 4,
            Self::DecideAlone => 5,
        }
    }
    /// The rung that is step `step`, 1 to 5.
    #[must_use]
    pub fn of_step(step: i64) -> Option<Self> {
        Ladder::default().rungs().into_iter().find(|rung| i64::from(rung.step()) == step)
    }
    /// Its word in the knowledge ([`evidence::RUNGS`]).
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::Consult => "consult",
            Self::CoProduce => "co-produce",
            Self::CoDecide => "co-decide",
            Self::DecideAlone => "decide-alone",
        }
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Listen => "ui-rung-1",
            Self::Consult => "ui-rung-2",
            Self::CoProduce => "ui-rung-3",
            Self::CoDecide => "ui-rung-4",
            Self::DecideAlone => "ui-rung-5",
        }
    }
    /// Key of the sentence that says what it means for a resident, for instance «U geeft advies.»
    #[must_use]
    pub const fn promise_key(self) -> &'static str {
        match self {
            Self::Listen => "design-rung-listen-promise",
            Self::Consult => "design-rung-consult-promise",
            Self::CoProduce => "design-rung-co-produce-promise",
            Self::CoDecide => "design-rung-co-decide-promise",
            Self::DecideAlone => "design-rung-decide-alone-promise",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_steps_rise_from_listening_to_deciding_alone() {
        let rungs = Ladder::default().rungs();
        assert!(rungs.windows(2).all(|pair| pair[0] < pair[1] && pair[0].step() + 1 == pair[1].step()));
        assert_eq!((rungs[0].step(), rungs[4].step()), (1, 5));
        assert!(rungs.iter().all(|rung| Rung::of_step(i64::from(rung.step())) == Some(*rung)));
        assert_eq!((Rung::of_step(0), Rung::of_step(6)), (None, None));
        assert_eq!(Ladder::of_code(Ladder::default().code()), Some(Ladder::default()));
    }
}
