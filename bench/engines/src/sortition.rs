//! Drawing beside sortition-algorithms: the same pool, the same quotas, maximin.

use crate::report::Report;
use crate::setting::{Setting, shortest};
use ::sortition::{Lottery, Objective, People, Pool, Quotas, Terms, fair, invented};
use serde_json::Value;
use std::fs::File;

/// Measures drawing.
///
/// # Errors
/// When a file or a peer is missing, or the peer's smallest probability is larger than ours.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<(), String> {
    let folder = setting.data.join("sortition/sortition_algorithms_fixture");
    let (people_file, quotas_file) = (folder.join("candidates.csv"), folder.join("features.csv"));
    let open = |path: &std::path::Path| File::open(path).map_err(|error| format!("{}: {error}", path.display()));
    let people = People::read(open(&people_file)?, None).map_err(|error| error.to_string())?;
    let quotas = Quotas::read(open(&quotas_file)?).map_err(|error| error.to_string())?;
    let pool = Pool::new(&people, &quotas, &Terms { size: 22, ..Terms::default() }).map_err(|error| error.to_string())?;
    let (ours, maximin) = timed(&pool, Objective::Maximin, 3)?;
    let smallest = least(&maximin, &pool);
    for backend in ["highspy", "mip-cbc"] {
        let words = [&*people_file.to_string_lossy(), &*quotas_file.to_string_lossy(), "22", backend];
        let what = format!("maximin, fixture 150/22, {backend} (ours with proof in fractions)");
        // A back end that this environment lacks is told, not passed over.
        match setting.peer("sortition.py", &words) {
            Err(error) if backend != "highspy" => {
                report.note(&what, format!("peer not measured: {}", error.lines().last().unwrap_or_default()))
            }
            Err(error) => return Err(error),
            Ok(None) => report.note(&what, format!("{:.1} ms", ours * 1000.0)),
            Ok(Some(theirs)) => {
                let their_least = theirs["minimum"].as_f64().unwrap_or(f64::NAN);
                if their_least > smallest + 1e-6 {
                    return Err(format!("{backend} has a smallest probability of {their_least}, ours is {smallest}"));
                }
                report.ratio(&what, ours, theirs["seconds"].as_f64().unwrap_or(f64::NAN), 20.0);
            }
        }
    }
    let (seconds, leximin) = timed(&pool, Objective::Leximin, 3)?;
    if !leximin.exact() {
        return Err("leximin of the fixture is not exact".to_owned());
    }
    report.at_most("leximin, fixture 150/22, all levels exact in fractions", seconds, 1.0, "s");
    for (people, size, categories, most) in [(300, 35, 6, 5.0), (800, 75, 4, 5.0), (1700, 110, 7, 60.0)] {
        let (pool, quotas) = invented(people, size, categories, 1);
        let pool = Pool::new(&pool, &quotas, &Terms { size, ..Terms::default() }).map_err(|error| error.to_string())?;
        let what = format!("maximin, invented {people}/{size}, {categories} correlated questions, {} kinds", pool.kinds.len());
        let (seconds, lottery) = timed(&pool, Objective::Maximin, 1)?;
        report.at_most(&what, seconds, most, "s");
        report.at_most(&format!("{what}: proven gap"), gap(&lottery), 0.1, "%");
        if people == 1700 {
            let (seconds, lottery) = timed(&pool, Objective::Leximin, 1)?;
            report.at_most(&format!("leximin, the same pool, {} levels", lottery.levels.len()), seconds, 900.0, "s");
            report.note("leximin, the same pool: largest proven gap of a level", format!("{:.3} %", gap(&lottery)));
        }
    }
    Ok(())
}

fn timed(pool: &Pool, objective: Objective, times: usize) -> Result<(f64, Lottery), String> {
    let (seconds, lottery) = shortest(times, || fair(pool, objective, &mut |_| {}));
    Ok((seconds, lottery.map_err(|error| error.to_string())?))
}

fn least(lottery: &Lottery, pool: &Pool) -> f64 {
    lottery.per_person(pool).into_iter().fold(1.0, f64::min)
}

/// The largest gap in percent of its level; not a number where a level has no proof.
fn gap(lottery: &Lottery) -> f64 {
    lottery
        .levels
        .iter()
        .map(|level| {
            level.ceiling.as_ref().map_or(f64::NAN, |ceiling| {
                num_traits::ToPrimitive::to_f64(&((ceiling - &level.reached) / ceiling)).map_or(f64::NAN, |gap| gap * 100.0)
            })
        })
        .fold(0.0, |worst: f64, gap| if gap.is_nan() || worst.is_nan() { f64::NAN } else { worst.max(gap) })
}

/// There is no case that needs a process of its own.
pub fn case(_: &Setting, _: &str) -> Option<Result<Value, String>> {
    None
}
