//! Draws from the fixture beside the repository, or from an invented pool, and says what came out and how long it took:
//! `cargo run --release -p sortition --example measure -- fixture 22 leximin`
//! `cargo run --release -p sortition --example measure -- 1700 110 7 1 maximin` (people, size, categories, seed, objective)
#![allow(clippy::print_stdout, reason = "an example prints")]
#![allow(clippy::disallowed_methods, reason = "measuring needs the machine's own clock")]

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::time::Instant;

use sortition::{Objective, People, Pool, PublicLottery, Quotas, Report, Terms, fair, invented};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (people, quotas, size, objective) = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["fixture", size, objective] => {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sortition/sortition_algorithms_fixture");
            let people = People::read(File::open(folder.join("candidates.csv"))?, None)?;
            (people, Quotas::read(File::open(folder.join("features.csv"))?)?, size.parse()?, objective.parse::<Objective>()?)
        }
        [people, size, categories, seed, objective] => {
            let (pool, quotas) = invented(people.parse()?, size.parse()?, categories.parse()?, seed.parse()?);
            (pool, quotas, size.parse()?, objective.parse()?)
        }
        _ => return Err("say: fixture SIZE OBJECTIVE, or PEOPLE SIZE CATEGORIES SEED OBJECTIVE".into()),
    };
    let pool = Pool::new(&people, &quotas, &Terms { size, ..Terms::default() })?;
    let start = Instant::now();
    let lottery = fair(&pool, objective, &mut |_| {})?;
    let found = start.elapsed();
    let public = PublicLottery::new(&pool, &lottery, 1000, "an example")?;
    print!("{}", Report::new(&pool, &lottery, &public).text());
    println!(
        "{} kinds, {} panels, {} levels, exact {}, gap {:?}, score {:?}\nlottery found in {found:?}, with 1000 numbered panels {:?}",
        pool.kinds.len(),
        lottery.panels.len(),
        lottery.levels.len(),
        lottery.exact(),
        lottery.gap().map(|gap| num_traits::ToPrimitive::to_f64(&gap)),
        lottery.score,
        start.elapsed()
    );
    Ok(())
}
