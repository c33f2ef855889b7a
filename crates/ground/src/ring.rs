//! Spots and rings, in whole numbers.

/// So many units lie in a degree.
const UNITS: f64 = 1e7;

/// A place in WGS 84 on a grid of a ten-millionth of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Units of a ten-millionth of a degree east.
    east: i64,
    /// Units of a ten-millionth of a degree north.
    north: i64,
}

impl Spot {
    /// The spot of the grid nearest to a longitude and latitude in degrees; `None` outside the globe.
    #[must_use]
    pub fn new(longitude: f64, latitude: f64) -> Option<Self> {
        let on_globe = (-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude);
        #[allow(clippy::cast_possible_truncation, reason = "at most 1.8 thousand million")]
        let units = |degrees: f64| (degrees * UNITS).round() as i64;
        on_globe.then(|| Self { east: units(longitude), north: units(latitude) })
    }
    /// A spot by its units, as it was kept; `None` outside the globe.
    #[must_use]
    pub fn of_units(east: i64, north: i64) -> Option<Self> {
        let on_globe = (-1_800_000_000..=1_800_000_000).contains(&east) && (-900_000_000..=900_000_000).contains(&north);
        on_globe.then_some(Self { east, north })
    }
    /// Units of a ten-millionth of a degree east.
    #[must_use]
    pub const fn east(self) -> i64 {
        self.east
    }
    /// Units of a ten-millionth of a degree north.
    #[must_use]
    pub const fn north(self) -> i64 {
        self.north
    }
    /// Degrees east.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "less than 2^53")]
    pub fn longitude(self) -> f64 {
        self.east as f64 / UNITS
    }
    /// Degrees north.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "less than 2^53")]
    pub fn latitude(self) -> f64 {
        self.north as f64 / UNITS
    }
}

/// On which hand of the line from `a` to `b` the spot `p` lies: positive left, negative right, 0 on the line.
pub(crate) fn turn(a: Spot, b: Spot, p: Spot) -> i128 {
    let wide = |to: i64, from: i64| i128::from(to) - i128::from(from);
    wide(b.east, a.east) * wide(p.north, a.north) - wide(p.east, a.east) * wide(b.north, a.north)
}

/// Whether `p` lies on the piece of line from `a` to `b`, its ends included.
pub(crate) fn on_piece(a: Spot, b: Spot, p: Spot) -> bool {
    let between = |one: i64, other: i64, it: i64| (one.min(other)..=one.max(other)).contains(&it);
    turn(a, b, p) == 0 && between(a.east, b.east, p.east) && between(a.north, b.north, p.north)
}

/// Whether two pieces of line have a spot in common.
pub(crate) fn meet((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    cross((a, b), (c, d)) || on_piece(a, b, c) || on_piece(a, b, d) || on_piece(c, d, a) || on_piece(c, d, b)
}

/// Whether two pieces of line cross, each with its ends on either hand of the other.
pub(crate) fn cross((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    let (c_turn, d_turn) = (turn(a, b, c).signum(), turn(a, b, d).signum());
    let (a_turn, b_turn) = (turn(c, d, a).signum(), turn(c, d, b).signum());
    c_turn * d_turn < 0 && a_turn * b_turn < 0
}

/// Where a spot lies as seen from a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Within the line.
    Inside,
    /// On the line.
    Edge,
    /// Beyond the line.
    Outside,
}

/// A closed line. Its last spot is joined to its first, which is not repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring(Vec<Spot>);

impl Ring {
    /// A ring through these spots; a first one that is repeated at the end, and a spot that is repeated at once, count once.
    /// `None` with fewer than three. It is not looked whether the line crosses itself ([`Ring::is_simple`]).
    #[must_use]
    pub fn of(spots: &[Spot]) -> Option<Self> {
        let mut kept: Vec<Spot> = spots.to_vec();
        kept.dedup();
        while kept.len() > 1 && kept.first() == kept.last() {
            kept.pop();
        }
        (kept.len() >= 3).then_some(Self(kept))
    }

    /// Its spots, each once.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        &self.0
    }

    /// Its pieces of line, the closing one last.
    pub fn pieces(&self) -> impl Iterator<Item = (Spot, Spot)> + '_ {
        self.0.iter().copied().zip(self.0.iter().copied().cycle().skip(1))
    }

    /// Where a spot lies: exact, also on an edge or a corner, and whatever spot the ring begins with.
    #[must_use]
    pub fn side(&self, spot: Spot) -> Side {
        let mut inside = false;
        for (a, b) in self.pieces() {
            if on_piece(a, b, spot) {
                return Side::Edge;
            }
            // A piece that passes the height of the spot and lies east of it. The lower end belongs to it and the upper one
            // does not, so that a corner is counted once.
            let east_of_it = match (a.north > spot.north, b.north > spot.north) {
                (false, true) => turn(a, b, spot) > 0,
                (true, false) => turn(a, b, spot) < 0,
                _ => false,
            };
            inside ^= east_of_it;
        }
        if inside { Side::Inside } else { Side::Outside }
    }

    /// Whether the line neither crosses nor touches itself, and encloses something. Pieces are compared two by two.
    #[must_use]
    pub fn is_simple(&self) -> bool {
        let pieces: Vec<(Spot, Spot)> = self.pieces().collect();
        let last = pieces.len() - 1;
        for (nth, one) in pieces.iter().enumerate() {
            for (mth, other) in pieces.iter().enumerate().skip(nth + 1) {
                let neighbours = mth == nth + 1 || (nth == 0 && mth == last);
                let wrong = if neighbours {
                    // Neighbours share one corner, and nothing else: the line may not run back over itself.
                    let (corner_before, corner, corner_after) =
                        if mth == nth + 1 { (one.0, one.1, other.1) } else { (other.0, one.0, one.1) };
                    on_piece(corner_before, corner, corner_after) || on_piece(corner, corner_after, corner_before)
                } else {
                    meet(*one, *other)
                };
                if wrong {
                    return false;
                }
            }
        }
        true
    }

    /// A spot inside the ring; `None` when there is none on the grid where it is sought, as in a sliver thinner than the grid.
    #[must_use]
    pub(crate) fn inner(&self) -> Option<Spot> {
        let mut heights: Vec<i64> = self.0.iter().map(|spot| spot.north).collect();
        heights.sort_unstable();
        heights.dedup();
        heights.windows(2).find_map(|pair| {
            let north = i64::midpoint(pair[0], pair[1]);
            let mut crossed: Vec<i128> = self
                .pieces()
                .filter(|(a, b)| (a.north > north) != (b.north > north))
                .map(|(a, b)| {
                    let part = (i128::from(b.east) - i128::from(a.east)) * (i128::from(north) - i128::from(a.north));
                    i128::from(a.east) + part / (i128::from(b.north) - i128::from(a.north))
                })
                .collect();
            crossed.sort_unstable();
            crossed.chunks_exact(2).find_map(|pair| {
                let east = i64::try_from(i128::midpoint(pair[0], pair[1])).ok()?;
                Spot::of_units(east, north).filter(|spot| self.side(*spot) == Side::Inside)
            })
        })
    }
}
