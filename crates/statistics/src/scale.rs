//! Whether questions that should measure one thing go together.

use crate::Sample;
use crate::measured::{Because, NotMeasurable, Outcome, Size};

/// Cronbach's alpha of a scale: one row per person, in it one answer per question.
///
/// 1 when all questions go together perfectly; it can be negative when some are worded the other way round and were not turned.
/// A person who left out one of the questions is missing: nothing is filled in.
///
/// ```
/// use statistics::cronbach_alpha;
/// let answers = [[1.0, 2.0, 1.0], [3.0, 3.0, 2.0], [4.0, 5.0, 4.0], [5.0, 4.0, 5.0]].map(|row| row.map(Some));
/// assert!((cronbach_alpha(&answers)?.value - 0.950).abs() < 0.001);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When there is one question only, rows are of different lengths, fewer than two people answered everything, their sums do not
/// differ, or a number is not finite or too large.
pub fn cronbach_alpha(answers: &[impl AsRef<[Option<f64>]>]) -> Outcome<f64> {
    let Some(questions) = answers.first().map(|row| row.as_ref().len()) else {
        return Size::default().refuses(Because::Empty);
    };
    let complete: Vec<Vec<f64>> = answers.iter().filter_map(|row| row.as_ref().iter().copied().collect()).collect();
    let size = Size::of(complete.len(), Size::of(answers.len() - complete.len(), 0).n);
    if answers.iter().any(|row| row.as_ref().len() != questions) {
        return size.refuses(Because::UnequalLengths);
    }
    if questions < 2 {
        return size.refuses(Because::OnlyOne);
    }
    if complete.is_empty() {
        return size.refuses(Because::Empty);
    }
    let variance = |numbers: &mut dyn Iterator<Item = f64>| -> Result<f64, NotMeasurable> {
        let sized = |error: NotMeasurable| NotMeasurable { size, ..error };
        Ok(Sample::of(numbers.map(Some)).map_err(sized)?.variance().map_err(sized)?.value)
    };
    let mut of_questions = 0.0;
    for question in 0..questions {
        of_questions += variance(&mut complete.iter().map(|row| row[question]))?;
    }
    let of_sums = variance(&mut complete.iter().map(|row| crate::sample::sum(row.iter().copied())))?;
    // Sums that would be the same without rounding count as the same.
    if of_sums <= of_questions * 1e-12 {
        return size.refuses(Because::NoVariation);
    }
    let questions = questions as f64;
    size.gives_finite(questions / (questions - 1.0) * (1.0 - of_questions / of_sums))
}
