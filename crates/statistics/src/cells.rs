//! Tables of counts that give no small group away (catalogue G, «suppress cells < k»).
//!
//! Two things are hidden. First every count below the limit, totals and zeros among them: that nobody of a street said yes is a
//! thing said of everybody there. Then as many other counts as are needed, since whoever knows the total of a row can subtract
//! what is shown. A count is safe when a reader who knows every number that is shown, and that no count is below zero, cannot
//! tell that it is below the limit. That is decided exactly, over rows and columns together, and not row by row.
//!
//! Which others are hidden is chosen step by step, the smallest first. It is not always the fewest possible: finding those is
//! hard for large tables.

use crate::measured::{Because, NotMeasurable, Size};
use std::collections::VecDeque;

/// One row of counts with its total, as it may be published; none where it is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedList {
    /// The counts.
    pub counts: Vec<Option<u64>>,
    /// All of them together.
    pub all: Option<u64>,
}

/// A table of counts with its totals, as it may be published; none where it is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The counts, row by row.
    pub counts: Vec<Vec<Option<u64>>>,
    /// The total of each row.
    pub rows: Vec<Option<u64>>,
    /// The total of each column.
    pub columns: Vec<Option<u64>>,
    /// All of them together.
    pub all: Option<u64>,
}

/// What may be shown of counts whose total is shown too.
///
/// ```
/// use statistics::publishable_list;
/// // 4 is below ten; 12 is hidden with it, or the total would give it away.
/// let shown = publishable_list(&[4, 12, 30], 10)?;
/// assert_eq!((shown.counts, shown.all), (vec![None, None, Some(30)], Some(46)));
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When the counts are too large to add up.
pub fn publishable_list(counts: &[u64], smallest: u64) -> Result<PublishedList, NotMeasurable> {
    let all = total(counts.iter().copied())?;
    let mut by_size: Vec<(u64, usize)> = counts.iter().enumerate().map(|(place, count)| (*count, place)).collect();
    by_size.sort_unstable();
    let mut shown: Vec<Option<u64>> = counts.iter().copied().map(Some).collect();
    let (mut together, mut hides) = (0, false);
    for (count, place) in by_size {
        if count >= smallest && (!hides || together >= smallest) {
            break;
        }
        together += count;
        hides = true;
        shown[place] = None;
    }
    Ok(PublishedList { counts: shown, all: (all >= smallest).then_some(all) })
}

/// What may be shown of a table whose totals are shown too.
///
/// ```
/// use statistics::publishable;
/// let shown = publishable(&[[4, 20, 30], [25, 40, 60], [30, 50, 70]], 10)?;
/// assert_eq!(shown.counts[0], [None, None, Some(30)], "20 is hidden for the sake of the row");
/// assert_eq!(shown.counts[1], [None, None, Some(60)], "25 for the column, and 40 for the row and column of these");
/// assert_eq!(shown.rows, [Some(54), Some(125), Some(150)]);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When rows are of different lengths, or the counts are too large to add up.
pub fn publishable(table: &[impl AsRef<[u64]>], smallest: u64) -> Result<Published, NotMeasurable> {
    let wide = table.first().map_or(0, |row| row.as_ref().len());
    if table.iter().any(|row| row.as_ref().len() != wide) {
        return Err(NotMeasurable { because: Because::UnequalLengths, size: Size::default() });
    }
    // The table with its totals as one more column and one more row.
    let mut counts: Vec<Vec<u64>> = Vec::with_capacity(table.len() + 1);
    for row in table {
        let mut row = row.as_ref().to_vec();
        row.push(total(row.iter().copied())?);
        counts.push(row);
    }
    let mut columns = Vec::with_capacity(wide + 1);
    for column in 0..=wide {
        columns.push(total(counts.iter().map(|row| row[column]))?);
    }
    counts.push(columns);
    let mut grid = Grid { hidden: counts.iter().map(|row| row.iter().map(|count| *count < smallest).collect()).collect(), counts };
    grid.hide_what_gives_away(smallest);
    let mut shown: Vec<Vec<Option<u64>>> = grid
        .counts
        .iter()
        .zip(&grid.hidden)
        .map(|(counts, hidden)| counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect())
        .collect();
    let mut columns = shown.pop().unwrap_or_default();
    let all = columns.pop().flatten();
    let rows = shown.iter_mut().map(|row| row.pop().flatten()).collect();
    Ok(Published { counts: shown, rows, columns, all })
}

fn total(counts: impl Iterator<Item = u64>) -> Result<u64, NotMeasurable> {
    // Half of the largest number is left free, so that what is added below never overflows.
    let sum = counts.into_iter().try_fold(0_u64, |sum, count| sum.checked_add(count)).filter(|sum| *sum <= u64::MAX / 2);
    sum.ok_or(NotMeasurable { because: Because::TooLarge, size: Size::default() })
}

/// Without end: how far a count that is hidden can grow as far as this row or column goes.
const ENDLESS: u64 = u64::MAX;

/// The other three places of a rectangle: one in the row of a place, one in its column, and the one across.
type Corners = [(usize, usize); 3];

/// The counts with their totals, and which are hidden.
struct Grid {
    counts: Vec<Vec<u64>>,
    hidden: Vec<Vec<bool>>,
}

impl Grid {
    fn last(&self) -> (usize, usize) {
        (self.counts.len() - 1, self.counts[0].len() - 1)
    }

    /// Whether a place holds the total of one row or of one column. Such a total weighs against the counts it adds up.
    fn weighs_against(&self, (row, column): (usize, usize)) -> bool {
        let last = self.last();
        (row == last.0) != (column == last.1)
    }

    fn places(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let last = self.last();
        (0..=last.0).flat_map(move |row| (0..=last.1).map(move |column| (row, column)))
    }

    /// Hides more until no reader can tell of any hidden count that it is below `smallest`.
    fn hide_what_gives_away(&mut self, smallest: u64) {
        // Once is enough: what is hidden later only leaves a reader more that could be.
        for given_away in self.places() {
            while self.gives_away(given_away, smallest) {
                let mut ways: Vec<(bool, u64, Corners)> = self
                    .places()
                    .filter(|other| other.0 != given_away.0 && other.1 != given_away.1)
                    .filter_map(|other| {
                        let corners = [(given_away.0, other.1), (other.0, given_away.1), other];
                        let more = corners.iter().filter(|(row, column)| !self.hidden[*row][*column]);
                        let cost = more.clone().fold(0, |sum: u64, (row, column)| sum.saturating_add(self.counts[*row][*column]));
                        let last = self.last();
                        let takes_totals = more.clone().any(|(row, column)| *row == last.0 || *column == last.1);
                        (more.count() > 0).then_some((takes_totals, cost, corners))
                    })
                    .collect();
                ways.sort_unstable();
                let Some(cheapest) = ways.first().map(|way| way.2) else { break };
                let way = ways.into_iter().map(|way| way.2).find(|corners| {
                    let before: Vec<bool> = corners.iter().map(|(row, column)| self.hidden[*row][*column]).collect();
                    self.hide(*corners);
                    let enough = !self.gives_away(given_away, smallest);
                    for ((row, column), was) in corners.iter().zip(before) {
                        self.hidden[*row][*column] = was;
                    }
                    enough
                });
                self.hide(way.unwrap_or(cheapest));
            }
        }
    }

    fn hide(&mut self, places: Corners) {
        for (row, column) in places {
            self.hidden[row][column] = true;
        }
    }

    /// Whether a reader can tell that the hidden count here is below `smallest`.
    ///
    /// The hidden counts can be other than they are as long as each row and each column still adds up. What one gains another of
    /// its row must lose, another of that column gain, and so on round: a flow through rows and columns. How much can flow
    /// round to this place is how much larger the count could be.
    fn gives_away(&self, place: (usize, usize), smallest: u64) -> bool {
        let (row, column) = place;
        let count = self.counts[row][column];
        if !self.hidden[row][column] || count >= smallest {
            return false;
        }
        let rows = self.counts.len();
        let nodes = rows + self.counts[0].len();
        // How much can flow from node to node; rows first, then columns. From a row to a column a count gains, back it loses.
        let mut room = vec![vec![0_u64; nodes]; nodes];
        for (its_row, its_column) in self.places().filter(|its| *its != place && self.hidden[its.0][its.1]) {
            let held = self.counts[its_row][its_column];
            let (gain, loss) = if self.weighs_against((its_row, its_column)) { (held, ENDLESS) } else { (ENDLESS, held) };
            room[its_row][rows + its_column] = gain;
            room[rows + its_column][its_row] = loss;
        }
        let (from, to) = if self.weighs_against(place) { (row, rows + column) } else { (rows + column, row) };
        let mut missing = smallest - count;
        while missing > 0 {
            let Some(path) = shortest(&room, from, to) else { return true };
            let most = path.windows(2).map(|step| room[step[0]][step[1]]).fold(missing, u64::min);
            for step in path.windows(2) {
                for (one, two, gains) in [(step[0], step[1], false), (step[1], step[0], true)] {
                    let room = &mut room[one][two];
                    if *room != ENDLESS {
                        *room = if gains { room.saturating_add(most) } else { *room - most };
                    }
                }
            }
            missing -= most;
        }
        false
    }
}

/// The shortest way along which something can flow.
fn shortest(room: &[Vec<u64>], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut came_from: Vec<Option<usize>> = vec![None; room.len()];
    let mut waiting = VecDeque::from([from]);
    while let Some(node) = waiting.pop_front() {
        if node == to {
            let mut path = vec![to];
            while let Some(before) = path.last().filter(|last| **last != from).and_then(|last| came_from[*last]) {
                path.push(before);
            }
            path.reverse();
            return Some(path);
        }
        for (next, left) in room[node].iter().enumerate() {
            if *left > 0 && next != from && came_from[next].is_none() {
                came_from[next] = Some(node);
                waiting.push_back(next);
            }
        }
    }
    None
}
