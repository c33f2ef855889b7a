//! Pictures, each with its table: the probabilities of all people, from the smallest to the largest, and the panel beside the population.

use std::fmt::Write as _;

use crate::report::Report;
use crate::representation::Representation;

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

/// A word as it stands between two marks of XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// At most so many signs of a name beside its bar; the whole name is in the title of the row and in the table.
const NAME: usize = 26;

/// Population, pool and panel as an SVG: per feature a bar for the panel, one for the pool, and a stroke through both where the
/// population is. Its table is [`Representation::text`]. Bars differ in height and filling, not in colour alone.
#[must_use]
pub fn representation(beside: &Representation) -> String {
    let widest = beside
        .categories
        .iter()
        .flat_map(|category| &category.features)
        .flat_map(|feature| [feature.population.value, feature.pool.value, feature.panel.value])
        .fold(0.0, f64::max)
        .max(0.01);
    let (left, right) = (210.0, 500.0);
    let x = |share: f64| left + (right - left) * share / widest;
    let mut body = String::new();
    let mut y = 56.0;
    for category in &beside.categories {
        let _ = write!(
            body,
            "<text x=\"10\" y=\"{:.0}\" font-weight=\"bold\">{}</text><text x=\"630\" y=\"{:.0}\" text-anchor=\"end\">index: pool {:.2}, panel {:.2}</text>",
            y + 14.0,
            escaped(&category.category),
            y + 14.0,
            category.pool_index.value,
            category.panel_index.value
        );
        y += 26.0;
        for feature in &category.features {
            let name: String = if feature.feature.chars().count() > NAME {
                feature.feature.chars().take(NAME - 1).chain(['…']).collect()
            } else {
                feature.feature.clone()
            };
            let percent = |share: f64| share * 100.0;
            let _ = write!(
                body,
                "<g><title>{}: population {population:.1} %, pool {pool:.1} %, panel {panel:.1} %</title>\
                 <text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"end\">{}</text>\
                 <rect x=\"{left:.0}\" y=\"{:.0}\" width=\"{:.1}\" height=\"12\" fill=\"#154273\"/>\
                 <rect x=\"{left:.0}\" y=\"{:.0}\" width=\"{:.1}\" height=\"7\" fill=\"#fff\" stroke=\"#154273\"/>\
                 <line x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{:.0}\" y2=\"{:.0}\" stroke=\"#fff\" stroke-width=\"5\"/>\
                 <line x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{:.0}\" y2=\"{:.0}\" stroke=\"#000\" stroke-width=\"2.5\"/>\
                 <text x=\"630\" y=\"{:.0}\" text-anchor=\"end\">{population:.1} · {pool:.1} · {panel:.1} %</text></g>",
                escaped(&feature.feature),
                left - 8.0,
                y + 15.0,
                escaped(&name),
                y,
                x(feature.panel.value) - left,
                y + 14.0,
                x(feature.pool.value) - left,
                y - 3.0,
                y + 24.0,
                y - 3.0,
                y + 24.0,
                y + 15.0,
                population = percent(feature.population.value),
                pool = percent(feature.pool.value),
                panel = percent(feature.panel.value),
                at = x(feature.population.value),
            );
            y += 34.0;
        }
        y += 6.0;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"representation-title representation-desc\" viewBox=\"0 0 640 {y:.0}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">\
         <title id=\"representation-title\">The expected panel and the pool beside the population</title>\
         <desc id=\"representation-desc\">For each of {} features a bar for the panel, a bar for the pool and a stroke for the population. The table beside the picture has the numbers.</desc>\
         <rect width=\"640\" height=\"{y:.0}\" fill=\"#fff\"/>\
         <line x1=\"16\" x2=\"16\" y1=\"10\" y2=\"30\" stroke=\"#000\" stroke-width=\"2.5\"/><text x=\"26\" y=\"25\">population</text>\
         <rect x=\"120\" y=\"17\" width=\"26\" height=\"7\" fill=\"#fff\" stroke=\"#154273\"/><text x=\"154\" y=\"25\">pool</text>\
         <rect x=\"210\" y=\"14\" width=\"26\" height=\"12\" fill=\"#154273\"/><text x=\"244\" y=\"25\">expected panel</text>\
         <text x=\"630\" y=\"25\" text-anchor=\"end\">population · pool · panel</text>{body}</svg>",
        beside.categories.iter().map(|category| category.features.len()).sum::<usize>()
    )
}
