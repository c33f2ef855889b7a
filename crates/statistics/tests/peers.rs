//! The same figures by statsmodels, scikit-learn, SciPy and NumPy, on generated answers.
//!
//! The programs come from PyPI, at the versions of `peers/requirements.txt`, into an environment of their own under `target/tmp`,
//! which is made once and kept until the list changes. When it cannot be made the test fails: figures that were not compared do
//! not count as compared.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use serde_json::{Value, json};
use statistics::*;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Python with the other programs. `cargo xtask test` makes the same environment before it compiles anything.
fn python() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("statistics-peers").join("python");
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/requirements.txt");
    let wanted = std::fs::read_to_string(&list).unwrap();
    let (python, note) = (folder.join("bin").join("python"), folder.join("installed.txt"));
    if python.exists() && std::fs::read_to_string(&note).is_ok_and(|installed| installed == wanted) {
        return python;
    }
    let _ = std::fs::remove_dir_all(&folder);
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--requirement"];
    run(Command::new(&python).args(install).arg(&list));
    std::fs::write(&note, wanted).unwrap();
    python
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} could not be started: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} ended with {}; the figures could not be compared:\n{said}", output.status);
}

/// What the other programs say of each case.
fn asked(cases: &[Value]) -> Vec<Vec<f64>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/peer.py");
    let mut child = Command::new(python()).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&serde_json::to_vec(cases).unwrap()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "peer.py ended with {}", output.status);
    serde_json::from_slice(&output.stdout).expect("one list of numbers per case")
}

/// Numbers by chance that are the same every time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
    fn counts(&mut self, many: u64, most: u64) -> Vec<u64> {
        (0..many).map(|_| self.below(most)).collect()
    }
    /// Answers of one of three kinds: on a scale of five, anything around zero, far from zero with little between them.
    fn answers(&mut self, many: u64) -> Vec<f64> {
        let kind = self.below(3);
        let mut answers: Vec<f64> = (0..many)
            .map(|_| match kind {
                0 => (1 + self.below(5)) as f64,
                1 => (self.share() - 0.5) * 200.0,
                _ => 1e6 + self.share(),
            })
            .collect();
        // Never all the same: that has no interval, and another test says so.
        answers[0] += 0.5;
        answers
    }
    fn level(&mut self) -> f64 {
        [0.8, 0.9, 0.95, 0.99][self.below(4) as usize]
    }
}

fn sample(answers: &[f64]) -> Sample {
    Sample::of(answers.iter().copied().map(Some)).unwrap()
}

fn ends(estimate: Estimate) -> [f64; 2] {
    [estimate.low, estimate.high]
}

/// Cases, each with what this crate says of it.
fn cases() -> Vec<(Value, Vec<f64>)> {
    let mut chance = Chance(2026);
    let mut cases = Vec::new();
    for _ in 0..120 {
        let level = chance.level();
        let confidence = Confidence::new(level).unwrap();

        let many = 2 + chance.below(40);
        let answers = chance.answers(many);
        let ours = sample(&answers);
        let mut told = vec![ours.mean().unwrap().value, ours.variance().unwrap().value, ours.standard_deviation().unwrap().value];
        told.extend(ends(ours.mean_estimate(confidence).unwrap().value));
        told.extend([25, 50, 75].map(|percent| ours.quantile(percent).unwrap().value));
        cases.push((json!({ "kind": "sample", "values": answers, "level": level }), told));

        let (before, mut after) = (chance.answers(many), chance.answers(many));
        after[0] += 1.0;
        let change = paired(before.iter().zip(&after).map(|(one, two)| (Some(*one), Some(*two))), confidence);
        // All may have changed by the same amount by accident.
        if let Ok(change) = change {
            let told = change.value;
            let told = vec![told.estimate.value, told.estimate.low, told.estimate.high, told.degrees.unwrap()];
            cases.push((json!({ "kind": "paired", "first": before, "second": after, "level": level }), told));
        }

        let other_many = 2 + chance.below(60);
        let others = chance.answers(other_many);
        let told = welch(&ours, &sample(&others), confidence).unwrap().value;
        let told = vec![told.estimate.value, told.estimate.low, told.estimate.high, told.degrees.unwrap()];
        cases.push((json!({ "kind": "welch", "first": answers, "second": others, "level": level }), told));

        let n = [1 + chance.below(80), 1 + chance.below(80)];
        let yes = n.map(|n| chance.below(n + 1));
        let [first, second] = [0, 1].map(|of: usize| Proportion::counted(yes[of], Size { n: n[of], missing: 0 }).unwrap());
        let told = first.estimate(confidence).unwrap().value;
        cases.push((json!({ "kind": "proportion", "yes": yes[0], "n": n[0], "level": level }), vec![told.value, told.low, told.high]));
        let told = second.minus(first, confidence).unwrap().value.estimate;
        cases.push((json!({ "kind": "proportions", "yes": yes, "n": n, "level": level }), ends(told).to_vec()));

        let categories = 2 + chance.below(4);
        let mut table: Vec<Vec<u64>> = (0..categories).map(|_| chance.counts(categories, 12)).collect();
        (table[0][0], table[1][1], table[0][1]) = (table[0][0] + 9, table[1][1] + 5, table[0][1] + 1);
        let pairs = table.iter().enumerate().flat_map(|(one, row)| {
            row.iter().enumerate().flat_map(move |(two, count)| std::iter::repeat_n((Some(one), Some(two)), *count as usize))
        });
        let agreement = Agreement::of(categories as usize, pairs).unwrap();
        let mut told = Vec::new();
        for weighting in [Weighting::None, Weighting::Linear, Weighting::Quadratic] {
            let kappa = agreement.kappa(weighting, confidence).unwrap().value;
            let interval = kappa.interval.unwrap();
            // The fourth is the value again, by scikit-learn.
            told.extend([kappa.value, interval.low, interval.high, kappa.value]);
        }
        cases.push((json!({ "kind": "kappa", "table": table, "level": level }), told));

        let minutes: Vec<f64> = (0..2 + chance.below(30)).map(|_| chance.share() * 20.0).collect();
        let told = vec![gini(&sample(&minutes)).unwrap().value];
        cases.push((json!({ "kind": "gini", "values": minutes }), told));

        let many = 2 + chance.below(9);
        let mut counts = chance.counts(many, 40);
        counts[0] += 1;
        let spread = Spread::of(counts.clone(), 0);
        let told = [spread.entropy(), spread.evenness(), spread.effective_number()].map(|outcome| outcome.unwrap().value).to_vec();
        cases.push((json!({ "kind": "spread", "counts": counts }), told));

        let mut theirs = chance.counts(many, 4_000);
        theirs[0] += 1;
        let beside = representativeness(&spread, &theirs).unwrap().value;
        let told = vec![beside.index, beside.worst.and_then(|class| beside.ratios[class]).unwrap()];
        cases.push((json!({ "kind": "representation", "ours": counts, "theirs": theirs }), told));

        let questions = 2 + chance.below(6);
        let people = 3 + chance.below(30);
        let rows: Vec<Vec<f64>> = (0..people)
            .map(|_| {
                let leaning = chance.share() * 3.0;
                (0..questions).map(|_| leaning + chance.share() * 2.0).collect()
            })
            .collect();
        let answers: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        let told = vec![cronbach_alpha(&answers).unwrap().value];
        cases.push((json!({ "kind": "alpha", "rows": rows }), told));

        let tail = 10_f64.powf(-6.0 * chance.share()) * 0.49;
        let degrees = 10_f64.powf(8.0 * chance.share());
        cases.push((
            json!({ "kind": "quantiles", "tail": tail, "degrees": degrees }),
            vec![normal_quantile(tail), t_quantile(tail, degrees)],
        ));
    }
    cases
}

#[test]
fn figures_are_those_of_statsmodels_scikit_learn_scipy_and_numpy() {
    let cases = cases();
    let theirs = asked(&cases.iter().map(|(case, _)| case.clone()).collect::<Vec<_>>());
    assert_eq!(theirs.len(), cases.len());
    let mut apart = Vec::new();
    for ((case, ours), theirs) in cases.iter().zip(&theirs) {
        assert_eq!(ours.len(), theirs.len(), "{case}");
        for (place, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
            // Answers near a million with little between them cost the other programs some digits of the variance.
            let close = (ours - theirs).abs() <= 1e-8 * ours.abs().max(theirs.abs()).max(0.1);
            if !close {
                apart.push(format!("{} number {place}: {ours} here, {theirs} there, of {case}", case["kind"]));
            }
        }
    }
    assert!(apart.is_empty(), "{} figures are not the same, the first of them:\n{}", apart.len(), apart[..apart.len().min(12)].join("\n"));
    let kinds: std::collections::BTreeSet<&str> = cases.iter().filter_map(|(case, _)| case["kind"].as_str()).collect();
    assert_eq!(kinds.len(), 11);
}
