//! What is printed: each number beside what it is held against.

use std::fmt::Write as _;

/// The whole of a run.
#[derive(Debug, Default)]
pub struct Report {
    lines: Vec<[String; 5]>,
    missed: Vec<String>,
}

impl Report {
    /// A number for its own sake, perhaps with an aim.
    pub fn note(&mut self, what: &str, value: impl Into<String>, aim: &str) {
        self.lines.push([what.to_owned(), value.into(), String::new(), String::new(), aim.to_owned()]);
    }

    /// A rate held against the rate of something bare; below `gate` the run fails.
    pub fn gate(&mut self, what: &str, ours: f64, bare: f64, gate: f64) {
        let share = ours / bare;
        let verdict = if share >= gate { format!("gate {gate}: held") } else { format!("gate {gate}: MISSED") };
        if share < gate {
            self.missed.push(format!("{what}: {share:.2} of bare, gate {gate}"));
        }
        self.lines.push([what.to_owned(), format!("{ours:.0}/s"), format!("{bare:.0}/s"), format!("{share:.2}"), verdict]);
    }

    /// A number that must stay below its limit, or the run fails.
    pub fn most(&mut self, what: &str, value: f64, unit: &str, limit: f64) {
        let held = value < limit;
        if !held {
            self.missed.push(format!("{what}: {value:.1} {unit}, limit {limit} {unit}"));
        }
        let verdict = if held { "held" } else { "MISSED" };
        let shown = |number: f64| if number < 10.0 { format!("{number:.2} {unit}") } else { format!("{number:.0} {unit}") };
        self.lines.push([what.to_owned(), shown(value), shown(limit), format!("{:.2}", value / limit), verdict.to_owned()]);
    }

    /// The table as text.
    pub fn table(&self) -> String {
        let head = ["what", "Meemaak", "bare", "share", ""].map(str::to_owned);
        let rows: Vec<&[String; 5]> = std::iter::once(&head).chain(&self.lines).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3), width(4)];
        let mut text = String::new();
        for row in rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(widths) {
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
