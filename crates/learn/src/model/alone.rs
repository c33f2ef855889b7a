//! A department that nearly always decides alone on what touches others (B43 «verkokeren»). It is a question to its head and to the
//! participation team, about dossiers: never a verdict on people (H3.10).

use super::figure::{ONE_SIDED, SMALLEST_IN_CONFIDENCE};
use kernel::DepartmentId;

/// How often a department decided alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecidedAlone {
    pub(crate) department: DepartmentId,
    /// So many dossiers were decided without another department.
    pub(crate) alone: i64,
    /// Of so many that touched one.
    pub(crate) whole: i64,
}

/// Those that decided alone in more than sixty of a hundred dossiers, when there are at least `smallest`: of a handful nobody can say
/// that it is a habit.
pub(crate) fn nearly_always(mut counted: Vec<DecidedAlone>, smallest: i64) -> Vec<DecidedAlone> {
    let smallest = smallest.max(SMALLEST_IN_CONFIDENCE);
    counted.retain(|it| it.whole >= smallest && it.alone * 100 > it.whole * ONE_SIDED);
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn only_a_habit_is_told_and_only_of_enough_dossiers() {
        let department = DepartmentId::from_uuid(Uuid::from_u128(1));
        let counted = |alone: i64, together: i64| vec![DecidedAlone { department, alone, whole: alone + together }];
        assert_eq!(nearly_always(counted(7, 3), 10), [DecidedAlone { department, alone: 7, whole: 10 }]);
        assert_eq!(nearly_always(counted(6, 4), 10), [], "sixty of a hundred is not more than sixty");
        assert_eq!(nearly_always(counted(9, 0), 10), [], "too few");
        assert_eq!(nearly_always(counted(4, 0), 1), [], "of fewer than five it is never told");
        assert_eq!(nearly_always(Vec::new(), 10), []);
    }
}
