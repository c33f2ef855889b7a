//! A piece of ground, and how it lies to a spot or to another one.

use crate::ring::{Ring, Side, Spot, cross};
use serde_json::{Value, json};

/// The box around a ground, in units of a ten-millionth of a degree; its sides belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The most western longitude.
    pub west: i64,
    /// The most southern latitude.
    pub south: i64,
    /// The most eastern longitude.
    pub east: i64,
    /// The most northern latitude.
    pub north: i64,
}

impl Bounds {
    /// The box around one spot.
    #[must_use]
    pub const fn of_spot(spot: Spot) -> Self {
        Self { west: spot.east(), south: spot.north(), east: spot.east(), north: spot.north() }
    }
    /// The box around both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }
    /// Whether the two have a spot in common.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }
}

/// One part of a ground: its outer ring and the holes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The line around it.
    pub outer: Ring,
    /// What is left out.
    pub holes: Vec<Ring>,
}

impl Part {
    /// Where a spot lies. The line of a hole is an edge like the line around.
    #[must_use]
    pub fn side(&self, spot: Spot) -> Side {
        let around = self.outer.side(spot);
        if around != Side::Inside {
            return around;
        }
        match self.holes.iter().map(|hole| hole.side(spot)).find(|side| *side != Side::Outside) {
            Some(Side::Inside) => Side::Outside,
            Some(side) => side,
            None => Side::Inside,
        }
    }

    fn rings(&self) -> impl Iterator<Item = &Ring> {
        std::iter::once(&self.outer).chain(&self.holes)
    }

    fn bounds(&self) -> Bounds {
        let spots = self.outer.spots();
        let first = Bounds::of_spot(spots[0]);
        spots.iter().fold(first, |around, spot| around.with(Bounds::of_spot(*spot)))
    }

    /// Whether the two share more than a line or a corner.
    fn overlaps(&self, other: &Self) -> bool {
        if !self.bounds().meets(&other.bounds()) {
            return false;
        }
        let reaches_in = |one: &Self, into: &Self| one.outer.spots().iter().any(|spot| into.side(*spot) == Side::Inside);
        let crossing =
            || self.rings().any(|ring| ring.pieces().any(|one| other.rings().any(|ring| ring.pieces().any(|another| cross(one, another)))));
        // Equal grounds, or one that fits exactly into a corner of the other, have no corner in each other and do not cross.
        let same = |one: &Self, into: &Self| {
            one.outer.inner().is_some_and(|spot| one.side(spot) == Side::Inside && into.side(spot) == Side::Inside)
        };
        reaches_in(self, other) || reaches_in(other, self) || same(self, other) || same(other, self) || crossing()
    }
}

/// A piece of ground: one part at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground(pub(crate) Vec<Part>);

impl Ground {
    /// A ground of these parts; `None` without any. It is not looked whether their lines are sound: that is the work of
    /// [`Ground::read`].
    #[must_use]
    pub fn of(parts: Vec<Part>) -> Option<Self> {
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// Its parts.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// All its rings, outer ones and holes alike.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.0.iter().flat_map(Part::rings)
    }

    /// Whether a spot lies in it; its lines belong to it.
    #[must_use]
    pub fn holds(&self, spot: Spot) -> bool {
        self.0.iter().any(|part| part.side(spot) != Side::Outside)
    }

    /// Whether the two share more than a line or a corner.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|part| other.0.iter().any(|another| part.overlaps(another)))
    }

    /// The box around it.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let mut all = self.0.iter().map(Part::bounds);
        let first = all.next().unwrap_or(Bounds { west: 0, south: 0, east: 0, north: 0 });
        all.fold(first, Bounds::with)
    }

    /// It as a GeoJSON geometry: always a MultiPolygon, its rings closed.
    #[must_use]
    pub fn geojson(&self) -> Value {
        let ring = |ring: &Ring| -> Value {
            let spots = ring.spots();
            spots.iter().chain(spots.first()).map(|spot| json!([spot.longitude(), spot.latitude()])).collect()
        };
        let parts: Vec<Value> = self.0.iter().map(|part| part.rings().map(ring).collect()).collect();
        json!({ "type": "MultiPolygon", "coordinates": parts })
    }
}
