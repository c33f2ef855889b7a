//! Pictures, each with its table: the probabilities of all people, from the smallest to the largest.

use std::fmt::Write as _;

use crate::report::Report;

/// One row of the table that belongs to the picture: a range of probabilities and how many people are in it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Band {
    /// From this probability on.
    pub from: f64,
    /// Up to and including this one.
    pub to: f64,
    /// So many people.
    pub people: usize,
}

/// The facts of the picture as a table: people who have the same probability (to a thousandth) in one row, at most twenty rows.
#[must_use]
pub fn bands(report: &Report) -> Vec<Band> {
    let mut sorted: Vec<f64> = report.probabilities.values().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let mut width = 0.001;
    loop {
        let mut bands: Vec<Band> = Vec::new();
        for &p in &sorted {
            match bands.last_mut() {
                Some(band) if p - band.from <= width => {
                    band.to = p;
                    band.people += 1;
                }
                _ => bands.push(Band { from: p, to: p, people: 1 }),
            }
        }
        if bands.len() <= 20 {
            return bands;
        }
        width *= 1.5;
    }
}

/// The probabilities of all people as an SVG: one step curve over everybody, from the smallest to the largest, with a line where all
/// would be without quotas. It has a title and a description for those who do not see it, no script and no colour that carries meaning alone.
#[must_use]
pub fn probabilities(report: &Report) -> String {
    let mut sorted: Vec<f64> = report.probabilities.values().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let people = report.people.max(1);
    let n = f64::from(u32::try_from(people).unwrap_or(u32::MAX));
    let even = f64::from(report.size) / n;
    let top = report.maximum.max(even).max(1e-9);
    let (left, right, up, down) = (60.0, 620.0, 20.0, 260.0);
    let x = |share: f64| left + (right - left) * share;
    let y = |p: f64| down - (down - up) * p / top;
    let mut path = format!("M{left:.1} {down:.1}");
    let mut position = 0.0;
    for &p in &sorted {
        let _ = write!(path, "L{:.1} {:.1}", x(position / n), y(p));
        position += 1.0;
        let _ = write!(path, "L{:.1} {:.1}", x(position / n), y(p));
    }
    let _ = write!(path, "L{right:.1} {down:.1}Z");
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"sortition-title sortition-desc\" viewBox=\"0 0 640 310\" font-family=\"sans-serif\" font-size=\"13\">\
         <title id=\"sortition-title\">Probability of being drawn, for all {people} people</title>\
         <desc id=\"sortition-desc\">From the smallest, {:.2} %, to the largest, {:.2} %. Without quotas everybody would have {:.2} %. The table beside the picture has the numbers.</desc>\
         <rect width=\"640\" height=\"310\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#cfe0f3\" stroke=\"#154273\" stroke-width=\"1.5\"/>",
        report.minimum * 100.0,
        report.maximum * 100.0,
        even * 100.0
    );
    let _ = write!(
        out,
        "<line x1=\"{left}\" x2=\"{right}\" y1=\"{0:.1}\" y2=\"{0:.1}\" stroke=\"#333\" stroke-dasharray=\"6 4\"/>\
         <text x=\"{1}\" y=\"{2:.1}\" fill=\"#333\">without quotas {3:.1} %</text>",
        y(even),
        left + 6.0,
        y(even) - 5.0,
        even * 100.0
    );
    for part in [0.0, 0.5, 1.0] {
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#333\">{:.1} %</text>",
            left - 6.0,
            y(top * part) + 4.0,
            top * part * 100.0
        );
    }
    let _ = write!(
        out,
        "<line x1=\"{left}\" x2=\"{right}\" y1=\"{down}\" y2=\"{down}\" stroke=\"#333\"/><line x1=\"{left}\" x2=\"{left}\" y1=\"{up}\" y2=\"{down}\" stroke=\"#333\"/>\
         <text x=\"{left}\" y=\"280\" fill=\"#333\">smallest</text><text x=\"{right}\" y=\"280\" text-anchor=\"end\" fill=\"#333\">largest</text>\
         <text x=\"340\" y=\"300\" text-anchor=\"middle\" fill=\"#333\">all people, in order of their probability</text></svg>"
    );
    out
}
