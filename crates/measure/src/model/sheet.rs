//! One filled-in questionnaire. It holds no words and nothing of the person: random id, a day, and answers that can be ticked.

use super::code::AnswerCode;
use super::statement::Statement;
use super::wave::Wave;
use uuid::Uuid;

/// How somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// On a screen, alone.
    Screen,
    /// On paper.
    Paper,
    /// Somebody read the questions to them.
    Read,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Screen, Self::Paper, Self::Read];

    /// The code under which it is stored; keys of words end with it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Paper => "paper",
            Self::Read => "read",
        }
    }
    /// The way of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// A questionnaire as somebody filled it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// In which wave.
    pub wave: Wave,
    /// Whether the person took part; before, whether the person means to.
    pub took_part: bool,
    /// Whether it is of somebody of the staff that was concerned; `took_part` says nothing then.
    pub staff: bool,
    /// How.
    pub way: Way,
    /// What was answered: 1 to 5, or nothing for «I do not know, I would rather not say». A question that was left open is not
    /// here.
    pub answers: Vec<(&'static Statement, Option<u8>)>,
    /// The barriers that were named; nothing when the question was left open.
    pub barriers: Option<Vec<&'static str>>,
    /// The code that the person kept, or that was printed on the paper.
    pub code: Option<AnswerCode>,
    /// Drawn when the form was shown, so that the same form sent twice counts once.
    pub once: Uuid,
    /// The heap of paper it belongs to.
    pub batch: Option<Uuid>,
}

impl Sheet {
    /// The same without what others are asked: only people who took part, only staff, or everybody but staff.
    #[must_use]
    pub fn fitting(&self) -> Self {
        let fits = |(it, _): &&(&'static Statement, Option<u8>)| it.staff_only == self.staff && (self.took_part || !it.took_part_only);
        Self { answers: self.answers.iter().filter(fits).copied().collect(), ..self.clone() }
    }
}

/// What became of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linked {
    /// The person got this one, to keep.
    Given(AnswerCode),
    /// These answers stand beside earlier ones.
    Yes,
    /// There was none.
    No,
    /// Nobody answered before with this code; the answers count by themselves.
    Unknown,
}

/// What was done with a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What became of the code.
    pub linked: Linked,
    /// Whether earlier answers with the same code in the same wave were replaced.
    pub replaced: bool,
    /// Whether it is the same form, sent again with other answers: those count in the place of the first.
    pub corrected: bool,
}
