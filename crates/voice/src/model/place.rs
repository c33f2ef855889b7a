//! Where a contribution is about. The map on which one points is that of `design`, which draws plans on it too.

pub use design::{MAP_WIDTH, Map, Point, Shape};
use kernel::{AreaId, Line};

/// Where a contribution is about; every part is optional.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// The area.
    pub area: Option<AreaId>,
    /// The street, as the author writes it.
    pub street: Option<Line>,
    /// A place in words: «achter de school», or the neighbourhood that a source names.
    pub words: Option<Line>,
    /// The point on the map.
    pub point: Option<Point>,
}

impl Place {
    /// About no place in particular.
    #[must_use]
    pub const fn nowhere() -> Self {
        Self { area: None, street: None, words: None, point: None }
    }
    /// Whether nothing is known of the place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::nowhere()
    }
}
