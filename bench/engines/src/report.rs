//! What is printed: each number beside the peer's number or beside its aim.

use std::fmt::Write as _;

/// The whole of a run.
#[derive(Debug, Default)]
pub struct Report {
    lines: Vec<[String; 5]>,
    missed: Vec<String>,
}

impl Report {
    /// A number for its own sake.
    pub fn note(&mut self, what: &str, ours: impl Into<String>) {
        self.lines.push([what.to_owned(), ours.into(), String::new(), String::new(), String::new()]);
    }

    /// Our seconds beside the peer's seconds for the same work; fewer than `times` as fast misses the gate. At 0 there is no gate.
    pub fn ratio(&mut self, what: &str, ours: f64, peer: f64, times: f64) {
        let ratio = peer / ours;
        let verdict = if times > 0.0 {
            self.judge(ratio >= times, &format!("gate {times}×"), || format!("{what}: {ratio:.1}×, gate {times}×"))
        } else {
            String::new()
        };
        self.lines.push([what.to_owned(), seconds(ours), seconds(peer), format!("{ratio:.0}×"), verdict]);
    }

    /// A number that may not be more than `most`, in its own unit.
    pub fn at_most(&mut self, what: &str, ours: f64, most: f64, unit: &str) {
        let verdict = self.judge(ours <= most, &format!("at most {most} {unit}"), || format!("{what}: {ours:.2} {unit}, at most {most}"));
        self.lines.push([what.to_owned(), format!("{ours:.3} {unit}"), String::new(), String::new(), verdict]);
    }

    fn judge(&mut self, held: bool, gate: &str, missed: impl FnOnce() -> String) -> String {
        if held {
            format!("{gate}: held")
        } else {
            self.missed.push(missed());
            format!("{gate}: MISSED")
        }
    }

    /// The table as text.
    pub fn table(&self) -> String {
        let head = ["what", "Meemaak", "peer", "ratio", ""].map(str::to_owned);
        let rows: Vec<&[String; 5]> = std::iter::once(&head).chain(&self.lines).collect();
        let mut text = String::new();
        for row in &rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let width = rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
                let _ = write!(line, "{cell:<width$}  ");
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Whether every gate was held.
    ///
    /// # Errors
    /// The gates that were missed.
    pub fn verdict(self) -> Result<(), String> {
        if self.missed.is_empty() { Ok(()) } else { Err(format!("gates missed: {}", self.missed.join("; "))) }
    }
}

fn seconds(amount: f64) -> String {
    if amount < 1.0 { format!("{:.2} ms", amount * 1000.0) } else { format!("{amount:.2} s") }
}
