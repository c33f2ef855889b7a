//! The map as a picture and as a table with the same facts.

use std::fmt::Write;

use serde::Serialize;

use crate::map::OpinionMap;
use crate::statistics::Direction;

/// Groups are told apart by letter, shape and colour (Okabe and Ito's, distinct for the colour-blind and in print).
const COLOURS: [&str; 5] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9"];
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 480.0;
const MARGIN: f64 = 40.0;
/// Marks in the picture; more people share marks.
const MARKS: usize = 1_500;

/// The words of a picture and its table. English by default; a page gives its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureWords {
    /// Title of the picture.
    pub title: String,
    /// «Group», before a letter.
    pub group: String,
    /// Head of the column with numbers of people.
    pub people: String,
    /// Head of the column with shares.
    pub share: String,
    /// Head of the column with the middle of the group, across.
    pub across: String,
    /// Head of the column with the middle of the group, upwards.
    pub up: String,
    /// Head of the column with what the group stands for.
    pub agrees: String,
    /// Head of the column with what the group stands against.
    pub disagrees: String,
    /// Those in no group.
    pub outside: String,
    /// When nobody voted.
    pub nobody: String,
    /// That votes came in after the groups were made.
    pub provisional: String,
}

impl Default for PictureWords {
    fn default() -> Self {
        Self {
            title: "Opinion map".into(),
            group: "Group".into(),
            people: "People".into(),
            share: "Share".into(),
            across: "Across".into(),
            up: "Up".into(),
            agrees: "More for than others".into(),
            disagrees: "More against than others".into(),
            outside: "In no group".into(),
            nobody: "Nobody voted yet.".into(),
            provisional: "Provisional: votes came in after the groups were made.".into(),
        }
    }
}

/// One row of the table: a group, or those in none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PictureRow {
    /// «Group A», or the words for those in none.
    pub name: String,
    /// How many people.
    pub people: usize,
    /// Their share of all who voted, 0 to 1.
    pub share: f64,
    /// The middle of the group on the map.
    pub center: Option<[f64; 2]>,
    /// Statements they are for, more than others.
    pub agrees: Vec<String>,
    /// Statements they are against, more than others.
    pub disagrees: Vec<String>,
}

/// The letter of a group: A for the first; after Z its number.
#[must_use]
pub fn group_letter(place: usize) -> String {
    u8::try_from(place)
        .ok()
        .filter(|place| *place < 26)
        .map_or_else(|| (place + 1).to_string(), |place| char::from(b'A' + place).to_string())
}

/// The facts of the picture as rows of a table.
#[must_use]
pub fn picture_table(map: &OpinionMap, words: &PictureWords) -> Vec<PictureRow> {
    let all = map.participants.len().max(1) as f64;
    let mut rows: Vec<PictureRow> = map
        .groups
        .iter()
        .enumerate()
        .map(|(place, group)| {
            let of = |direction: Direction| {
                group.representative.iter().filter(|one| one.direction == direction).map(|one| one.statement.to_string()).collect()
            };
            PictureRow {
                name: format!("{} {}", words.group, group_letter(place)),
                people: group.size,
                share: group.size as f64 / all,
                center: Some(group.center),
                agrees: of(Direction::Agree),
                disagrees: of(Direction::Disagree),
            }
        })
        .collect();
    let outside = map.participants.len() - map.groups.iter().map(|group| group.size).sum::<usize>();
    if outside > 0 {
        rows.push(PictureRow {
            name: words.outside.clone(),
            people: outside,
            share: outside as f64 / all,
            center: None,
            agrees: Vec::new(),
            disagrees: Vec::new(),
        });
    }
    rows
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML allows no other control letters.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Draws the map: a mark per person (or several who stand together), a letter at the middle of each group. An image for
/// assistive technology, with title and description; no script, no font, nothing from elsewhere.
///
/// ```
/// use opinion::{MapOptions, OpinionMap, PictureWords, VoteTable, Votes, picture};
/// let nobody = OpinionMap::new(&VoteTable::from(Votes::default()), &[], &MapOptions::default());
/// assert!(picture(&nobody, &PictureWords::default()).contains("Nobody voted yet."));
/// ```
#[must_use]
pub fn picture(map: &OpinionMap, words: &PictureWords) -> String {
    let rows = picture_table(map, words);
    let mut told: Vec<String> =
        rows.iter().map(|row| format!("{}: {} ({:.0} %)", row.name, row.people, (100.0 * row.share).round())).collect();
    if rows.is_empty() {
        told.push(words.nobody.clone());
    }
    if map.provisional {
        told.push(words.provisional.clone());
    }
    let told = told.join(". ");
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"opinion-map-title opinion-map-description\" font-family=\"sans-serif\">\n\
         <title id=\"opinion-map-title\">{}</title>\n<desc id=\"opinion-map-description\">{}</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n",
        escaped(&words.title),
        escaped(&told)
    );
    let scale = Scale::new(map);
    let [x, y] = scale.place([0.0; 2]);
    let (right, bottom) = (WIDTH - MARGIN / 2.0, HEIGHT - MARGIN / 2.0);
    let _ = writeln!(
        svg,
        "<path d=\"M{0} {y:.1}H{right}M{x:.1} {0}V{bottom}\" stroke=\"#767676\" stroke-width=\"1\" fill=\"none\"/>",
        MARGIN / 2.0
    );
    for mark in marks(map, &scale) {
        draw(&mut svg, &mark);
    }
    for (place, group) in map.groups.iter().enumerate() {
        let [x, y] = scale.place(group.center);
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"28\" font-weight=\"bold\" text-anchor=\"middle\" dominant-baseline=\"central\" \
             fill=\"#000000\" stroke=\"#ffffff\" stroke-width=\"5\" paint-order=\"stroke\">{}</text>",
            group_letter(place)
        );
    }
    if rows.is_empty() {
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"20\" text-anchor=\"middle\">{}</text>",
            WIDTH / 2.0,
            HEIGHT / 3.0,
            escaped(&words.nobody)
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// From the map to the paper: one scale for both directions, so that distances stay true.
struct Scale {
    factor: f64,
    middle: [f64; 2],
}

impl Scale {
    fn new(map: &OpinionMap) -> Self {
        let mut low = [0.0_f64; 2];
        let mut high = [0.0_f64; 2];
        for (_, position) in &map.projections {
            for axis in 0..2 {
                low[axis] = low[axis].min(position[axis]);
                high[axis] = high[axis].max(position[axis]);
            }
        }
        let factor = ((WIDTH - 2.0 * MARGIN) / (high[0] - low[0]).max(1e-9)).min((HEIGHT - 2.0 * MARGIN) / (high[1] - low[1]).max(1e-9));
        Self {
            factor: if factor.is_finite() { factor.min(1e6) } else { 1.0 },
            middle: [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])],
        }
    }

    fn place(&self, [across, up]: [f64; 2]) -> [f64; 2] {
        [WIDTH / 2.0 + (across - self.middle[0]) * self.factor, HEIGHT / 2.0 - (up - self.middle[1]) * self.factor]
    }
}

struct Mark {
    place: [f64; 2],
    group: Option<usize>,
    people: usize,
}

/// One mark per person, or, when there are many, one per small square and group.
fn marks(map: &OpinionMap, scale: &Scale) -> Vec<Mark> {
    let groups = map.group_of_each();
    let side = if map.participants.len() > MARKS { 12.0 } else { 1.0 };
    let mut squares = std::collections::BTreeMap::<(Option<usize>, i64, i64), ([f64; 2], usize)>::new();
    for ((_, position), group) in map.projections.iter().zip(groups) {
        let [x, y] = scale.place(*position);
        let square = squares.entry((group, (x / side) as i64, (y / side) as i64)).or_default();
        square.0[0] += x;
        square.0[1] += y;
        square.1 += 1;
    }
    squares.into_iter().map(|((group, _, _), (sum, people))| Mark { place: sum.map(|sum| sum / people as f64), group, people }).collect()
}

fn draw(svg: &mut String, mark: &Mark) {
    let [x, y] = mark.place;
    let size = (3.0 * (mark.people as f64).powf(0.25)).min(9.0);
    let Some(group) = mark.group else {
        let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"none\" stroke=\"#767676\"/>", size * 0.7);
        return;
    };
    let colour = COLOURS[group % COLOURS.len()];
    let (left, right, top, bottom) = (x - size, x + size, y - size, y + size);
    let _ = match group % COLOURS.len() {
        0 => writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{size:.1}\" fill=\"{colour}\" fill-opacity=\"0.75\"/>"),
        1 => writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{0:.1}\" height=\"{0:.1}\" fill=\"{colour}\" fill-opacity=\"0.75\"/>",
            2.0 * size
        ),
        2 => writeln!(svg, "<path d=\"M{x:.1} {top:.1}L{right:.1} {bottom:.1}H{left:.1}Z\" fill=\"{colour}\" fill-opacity=\"0.75\"/>"),
        3 => writeln!(
            svg,
            "<path d=\"M{x:.1} {top:.1}L{right:.1} {y:.1}L{x:.1} {bottom:.1}L{left:.1} {y:.1}Z\" fill=\"{colour}\" fill-opacity=\"0.75\"/>"
        ),
        _ => writeln!(
            svg,
            "<path d=\"M{left:.1} {top:.1}L{right:.1} {bottom:.1}M{left:.1} {bottom:.1}L{right:.1} {top:.1}\" stroke=\"{colour}\" stroke-width=\"2\"/>"
        ),
    };
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::{PictureWords, picture, picture_table};
    use crate::map::{MapOptions, OpinionMap};
    use crate::votes::{Vote, VoteTable, Votes};

    #[test]
    fn the_picture_tells_what_its_table_tells() {
        let mut votes = Votes::default();
        for person in 0..40_u32 {
            for statement in 0..8_u32 {
                let vote = if (person % 2 == 0) == (statement < 4) { Vote::Agree } else { Vote::Disagree };
                votes.cast(&person.to_string(), &statement.to_string(), vote, 0);
            }
        }
        votes.cast("passer-by", "0", Vote::Pass, 0);
        let map = OpinionMap::new(&VoteTable::from(votes), &[], &MapOptions::default());
        let words = PictureWords { title: "Kaart & <meningen>".into(), ..PictureWords::default() };
        let svg = picture(&map, &words);
        let table = picture_table(&map, &words);
        assert_eq!(table.iter().map(|row| row.people).sum::<usize>(), 41);
        for row in table {
            assert!(svg.contains(&format!("{}: {} (", row.name, row.people)), "{svg}");
        }
        assert!(svg.contains("Kaart &amp; &lt;meningen&gt;") && svg.contains("role=\"img\"") && !svg.contains("NaN"));
        assert!(svg.contains("<circle") && svg.contains("<rect x"));
    }
}
