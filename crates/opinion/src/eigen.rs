//! Eigenvalues and eigenvectors of a small symmetric matrix: Householder reduction to three diagonals, then implicit QL
//! (Golub and Van Loan, *Matrix Computations*, chapter 8).

/// All eigenvalues in descending order, with the matching eigenvectors of length one. The matrix is given by rows.
pub(crate) fn symmetric(mut matrix: Vec<Vec<f64>>) -> Vec<(f64, Vec<f64>)> {
    let size = matrix.len();
    // `vectors[i]` becomes the i-th eigenvector; it starts as the transposed product of the reflections.
    let mut vectors: Vec<Vec<f64>> = (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for step in 0..size.saturating_sub(2) {
        reflect(&mut matrix, &mut vectors, step);
    }
    let mut diagonal: Vec<f64> = (0..size).map(|place| matrix[place][place]).collect();
    let mut beside: Vec<f64> = (0..size).map(|place| if place + 1 < size { matrix[place + 1][place] } else { 0.0 }).collect();
    implicit_ql(&mut diagonal, &mut beside, &mut vectors);
    let mut pairs: Vec<(f64, Vec<f64>)> = diagonal.into_iter().zip(vectors).collect();
    pairs.sort_by(|left, right| right.0.total_cmp(&left.0));
    pairs
}

/// Makes the column `step` zero below its second entry by a reflection on both sides.
fn reflect(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], step: usize) {
    let size = matrix.len();
    let first = step + 1;
    let mut mirror: Vec<f64> = (first..size).map(|row| matrix[row][step]).collect();
    let length = mirror.iter().map(|value| value * value).sum::<f64>().sqrt();
    if length == 0.0 || mirror[1..].iter().all(|value| *value == 0.0) {
        return;
    }
    let image = if mirror[0] > 0.0 { -length } else { length };
    mirror[0] -= image;
    let norm = mirror.iter().map(|value| value * value).sum::<f64>().sqrt();
    mirror.iter_mut().for_each(|value| *value /= norm);

    let mut product: Vec<f64> =
        (first..size).map(|row| matrix[row][first..].iter().zip(&mirror).map(|(left, right)| left * right).sum()).collect();
    let along: f64 = product.iter().zip(&mirror).map(|(left, right)| left * right).sum();
    product.iter_mut().zip(&mirror).for_each(|(value, mirror)| *value -= along * mirror);
    for row in first..size {
        let (mine, its) = (mirror[row - first], product[row - first]);
        for (cell, (mirror, product)) in matrix[row][first..].iter_mut().zip(mirror.iter().zip(&product)) {
            *cell -= 2.0 * (mine * product + its * mirror);
        }
    }
    matrix[first][step] = image;
    matrix[step][first] = image;
    matrix[step][first + 1..].fill(0.0);
    matrix[first + 1..].iter_mut().for_each(|row| row[step] = 0.0);
    // The transposed product: H · vectors, so rows mix.
    let mut sums = vec![0.0; size];
    for (row, weight) in mirror.iter().enumerate() {
        for (sum, value) in sums.iter_mut().zip(&vectors[first + row]) {
            *sum += weight * value;
        }
    }
    for (row, weight) in mirror.iter().enumerate() {
        for (value, sum) in vectors[first + row].iter_mut().zip(&sums) {
            *value -= 2.0 * weight * sum;
        }
    }
}

fn implicit_ql(diagonal: &mut [f64], beside: &mut [f64], vectors: &mut [Vec<f64>]) {
    let size = diagonal.len();
    for low in 0..size {
        // Thirty turns are plenty; the bound only makes the end certain.
        for _ in 0..60 {
            let high = (low..size - 1)
                .find(|place| beside[*place].abs() <= f64::EPSILON * (diagonal[*place].abs() + diagonal[place + 1].abs()))
                .unwrap_or(size - 1);
            if high == low {
                break;
            }
            let mut shift = (diagonal[low + 1] - diagonal[low]) / (2.0 * beside[low]);
            let mut radius = shift.hypot(1.0);
            shift = diagonal[high] - diagonal[low] + beside[low] / (shift + radius.copysign(shift));
            let (mut sine, mut cosine, mut carried) = (1.0, 1.0, 0.0);
            let mut split = false;
            for place in (low..high).rev() {
                let across = sine * beside[place];
                let along = cosine * beside[place];
                radius = across.hypot(shift);
                beside[place + 1] = radius;
                if radius == 0.0 {
                    diagonal[place + 1] -= carried;
                    beside[high] = 0.0;
                    split = true;
                    break;
                }
                sine = across / radius;
                cosine = shift / radius;
                shift = diagonal[place + 1] - carried;
                radius = (diagonal[place] - shift) * sine + 2.0 * cosine * along;
                carried = sine * radius;
                diagonal[place + 1] = shift + carried;
                shift = cosine * radius - along;
                let (before, after) = vectors.split_at_mut(place + 1);
                for (left, right) in before[place].iter_mut().zip(after[0].iter_mut()) {
                    let held = *right;
                    *right = sine * *left + cosine * held;
                    *left = cosine * *left - sine * held;
                }
            }
            if split {
                continue;
            }
            diagonal[low] -= carried;
            beside[low] = shift;
            beside[high] = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::symmetric;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_pair_satisfies_its_equation_and_vectors_stand_square(
            size in 1_usize..14, values in prop::collection::vec(-3.0_f64..3.0, 14 * 14), rounded in any::<bool>(),
        ) {
            let at = |row: usize, column: usize| {
                let value = values[row.min(column) * 14 + row.max(column)];
                if rounded { value.round() } else { value }
            };
            let matrix: Vec<Vec<f64>> = (0..size).map(|row| (0..size).map(|column| at(row, column)).collect()).collect();
            let pairs = symmetric(matrix.clone());
            for (place, (value, vector)) in pairs.iter().enumerate() {
                for row in 0..size {
                    let product: f64 = matrix[row].iter().zip(vector).map(|(left, right)| left * right).sum();
                    prop_assert!((product - value * vector[row]).abs() < 1e-10, "{product} {}", value * vector[row]);
                }
                for (other, (_, second)) in pairs.iter().enumerate() {
                    let product: f64 = vector.iter().zip(second).map(|(left, right)| left * right).sum();
                    prop_assert!((product - f64::from(u8::from(place == other))).abs() < 1e-10);
                }
            }
            prop_assert!(pairs.windows(2).all(|two| two[0].0 >= two[1].0));
        }
    }
}
