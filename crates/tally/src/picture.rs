//! The rounds as a picture, with its table: each winner a bar as long as its cost, beginning where the one before ended, on
//! a line as long as the budget.

use crate::explain::plain;
use crate::report::shown;
use crate::{Election, Outcome};
use std::fmt::Write as _;

/// A picture and the same facts as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// An `svg` element with title and description; no scripts, no fonts, no colours that carry a meaning alone.
    pub svg: String,
    /// The heads of the columns.
    pub head: [&'static str; 6],
    /// A row per winner.
    pub rows: Vec<[String; 6]>,
}

const WIDTH: i64 = 720;
const LEFT: i64 = 220;
const BAR: i64 = 380;
const LINE: i64 = 26;

/// Draws the rounds of an outcome.
#[must_use]
pub fn rounds(election: &Election, outcome: &Outcome) -> Picture {
    let mut rows = Vec::new();
    let mut bars = String::new();
    let mut spent: i64 = 0;
    let scale = |cents: i64| i64::try_from(i128::from(cents) * i128::from(BAR) / i128::from(election.budget.max(1))).unwrap_or(BAR);
    let height = LINE * (i64::try_from(outcome.winners.len()).unwrap_or(0) + 2) + 16;
    for (place, (at, round)) in outcome.winners.iter().zip(&outcome.rounds).enumerate() {
        let project = &election.projects[*at];
        let paid = outcome.partial.filter(|(partial, _)| partial == at).map_or(project.cost, |(_, paid)| paid);
        let from = LEFT + scale(spent);
        let width = (scale(spent + paid) - scale(spent)).max(1);
        spent += paid;
        let top = 8 + LINE * (i64::try_from(place).unwrap_or(0) + 1);
        let effective = round.effective_votes.as_deref().map(shown).unwrap_or_default();
        let label: String = if project.name.is_empty() { project.id.clone() } else { format!("{} {}", project.id, project.name) };
        let short: String = if label.chars().count() > 30 { label.chars().take(29).chain(['…']).collect() } else { label };
        let _ = write!(
            bars,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text><rect x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"{}\" rx=\"2\" \
             fill=\"currentColor\" opacity=\"{}\"/><text x=\"{}\" y=\"{}\">{}</text>",
            LEFT - 8,
            top + 15,
            escaped(&short),
            LINE - 6,
            if outcome.completed.contains(at) { "0.45" } else { "0.8" },
            LEFT + BAR + 8,
            top + 15,
            escaped(&plain(paid)),
        );
        rows.push([
            (place + 1).to_string(),
            project.id.clone(),
            project.name.clone(),
            plain(paid),
            if effective.is_empty() { round.votes.to_string() } else { effective },
            plain(election.budget - spent),
        ]);
    }
    let title = format!("{} projects for {} of {}", outcome.winners.len(), plain(spent), plain(election.budget));
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {} for {}", row[0], row[1], row[3])).collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {WIDTH} {height}\" aria-labelledby=\"rounds-title rounds-desc\" \
         font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\"><title id=\"rounds-title\">{}</title>\
         <desc id=\"rounds-desc\">{}. Paler bars were added by the completion.</desc>\
         <text x=\"{LEFT}\" y=\"20\">0</text><text x=\"{}\" y=\"20\" text-anchor=\"end\">{}</text>\
         <rect x=\"{LEFT}\" y=\"28\" width=\"{BAR}\" height=\"{}\" fill=\"none\" stroke=\"currentColor\" opacity=\"0.5\"/>{bars}</svg>\n",
        escaped(&title),
        escaped(&told.join(", ")),
        LEFT + BAR,
        escaped(&plain(election.budget)),
        height - 36,
    );
    Picture { svg, head: ["place", "project", "name", "paid", "votes", "left"], rows }
}

/// Text that can stand in an element, without characters that XML does not allow.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}
