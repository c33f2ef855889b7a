//! Where a contribution is about, and the map on which one can point without JavaScript.
//!
//! The map is one picture drawn from the shapes of the areas. It stands in the form as an image button, which
//! sends where it was pressed; a list of areas beside it says the same for who cannot see or point.

use kernel::{AreaId, Line};
use serde_json::Value;
use std::fmt::Write as _;

/// A point in WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
}

impl Point {
    /// A point on the globe; `None` outside it.
    #[must_use]
    pub fn new(longitude: f64, latitude: f64) -> Option<Self> {
        ((-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude)).then_some(Self { longitude, latitude })
    }
    /// Reads «4.70012,50.87911», longitude first.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (longitude, latitude) = text.split_once(',')?;
        Self::new(longitude.trim().parse().ok()?, latitude.trim().parse().ok()?)
    }
    /// As [`Point::read`] reads it, to about a metre.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{:.5},{:.5}", self.longitude, self.latitude)
    }
}

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

/// The rings of a shape: outer and inner ones alike, each a list of longitude and latitude.
type Rings = Vec<Vec<(f64, f64)>>;

/// An area with its shape, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Which area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    rings: Rings,
}

impl Shape {
    /// Reads a GeoJSON geometry or feature with a Polygon or MultiPolygon. `None` when it has no ring.
    #[must_use]
    pub fn read(area: AreaId, name: &str, geojson: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(geojson).ok()?;
        let geometry = value.get("geometry").unwrap_or(&value);
        let coordinates = geometry.get("coordinates")?.as_array()?;
        let rings: Rings = match geometry.get("type")?.as_str()? {
            "Polygon" => coordinates.iter().filter_map(ring).collect(),
            "MultiPolygon" => coordinates.iter().filter_map(Value::as_array).flatten().filter_map(ring).collect(),
            _ => Vec::new(),
        };
        (!rings.is_empty()).then(|| Self { area, name: name.to_owned(), rings })
    }

    /// Whether the point lies inside: an odd number of edges lies east of it.
    #[must_use]
    pub fn holds(&self, point: Point) -> bool {
        let (x, y) = (point.longitude, point.latitude);
        let mut inside = false;
        for ring in &self.rings {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                if (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0 {
                    inside = !inside;
                }
            }
        }
        inside
    }
}

fn ring(value: &Value) -> Option<Vec<(f64, f64)>> {
    let points: Vec<(f64, f64)> = value
        .as_array()?
        .iter()
        .filter_map(|pair| {
            let (x, y) = (pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?);
            Point::new(x, y).map(|_| (x, y))
        })
        .collect();
    (points.len() >= 3).then_some(points)
}

/// How wide the map is on the page, in CSS pixels: it fits a screen of 320.
pub const MAP_WIDTH: u32 = 280;

/// The map of all areas: how degrees lie on the picture.
#[derive(Debug, Clone)]
pub struct Map {
    shapes: Vec<Shape>,
    west: f64,
    north: f64,
    /// Pixels per degree east and per degree north.
    scale: (f64, f64),
    /// Height of the picture in CSS pixels.
    pub height: u32,
}

impl Map {
    /// A map of these shapes, with a little room around; `None` without shapes.
    #[must_use]
    pub fn of(shapes: Vec<Shape>) -> Option<Self> {
        let all = || shapes.iter().flat_map(|shape| shape.rings.iter().flatten());
        let (west, east) = all().fold((f64::MAX, f64::MIN), |(low, high), point| (low.min(point.0), high.max(point.0)));
        let (south, north) = all().fold((f64::MAX, f64::MIN), |(low, high), point| (low.min(point.1), high.max(point.1)));
        if shapes.is_empty() || east - west <= 0.0 || north - south <= 0.0 {
            return None;
        }
        let (room_x, room_y) = ((east - west) * 0.03, (north - south) * 0.03);
        let (west, east, south, north) = (west - room_x, east + room_x, south - room_y, north + room_y);
        // On the latitude of the middle a degree east is this much shorter than a degree north.
        let shorter = ((north + south) / 2.0).to_radians().cos().max(0.01);
        let east_scale = f64::from(MAP_WIDTH) / (east - west);
        let north_scale = east_scale / shorter;
        let height = ((north - south) * north_scale).clamp(80.0, 600.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 80 and 600")]
        let rounded = height.round() as u32;
        Some(Self { shapes, west, north, scale: (east_scale, height / (north - south)), height: rounded })
    }

    /// The point under a press on the picture, in CSS pixels from its top left corner.
    #[must_use]
    pub fn under(&self, x: f64, y: f64) -> Option<Point> {
        Point::new(self.west + x / self.scale.0, self.north - y / self.scale.1)
    }

    /// The area in which a point lies.
    #[must_use]
    pub fn area_of(&self, point: Point) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.holds(point))
    }

    fn on_picture(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        ((longitude - self.west) * self.scale.0, (self.north - latitude) * self.scale.1)
    }

    /// The picture as SVG, with a pin at `pin`.
    #[must_use]
    pub fn svg(&self, pin: Option<Point>) -> String {
        let (width, height) = (MAP_WIDTH, self.height);
        let mut svg = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="#f4f6f8"/>"##
        );
        for shape in &self.shapes {
            svg.push_str(r##"<path fill="#dfe7ee" stroke="#3d5568" stroke-width="1" fill-rule="evenodd" d=""##);
            for ring in &shape.rings {
                for (index, point) in ring.iter().enumerate() {
                    let (x, y) = self.on_picture(*point);
                    let _ = write!(svg, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
                }
                svg.push('Z');
            }
            svg.push_str(r#""/>"#);
        }
        for shape in &self.shapes {
            if let Some((x, y)) = shape.middle().map(|middle| self.on_picture(middle)) {
                let _ = write!(
                    svg,
                    r##"<text x="{x:.1}" y="{y:.1}" font-family="sans-serif" font-size="11" text-anchor="middle" fill="#1c2833" stroke="#fff" stroke-width="3" paint-order="stroke">{}</text>"##,
                    escaped(&shape.name)
                );
            }
        }
        if let Some((x, y)) = pin.map(|point| self.on_picture((point.longitude, point.latitude))) {
            let _ = write!(svg, r##"<path d="M{x:.1} {y:.1}l-6 -14a7 7 0 1 1 12 0z" fill="#a4161a" stroke="#fff" stroke-width="1.5"/>"##);
        }
        svg.push_str("</svg>");
        svg
    }
}

impl Shape {
    /// The middle of the box around it, good enough for its name.
    fn middle(&self) -> Option<(f64, f64)> {
        let ring = self.rings.iter().max_by_key(|ring| ring.len())?;
        let low = ring.iter().fold((f64::MAX, f64::MAX), |low, point| (low.0.min(point.0), low.1.min(point.1)));
        let high = ring.iter().fold((f64::MIN, f64::MIN), |high, point| (high.0.max(point.0), high.1.max(point.1)));
        Some(((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0))
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Instant, SeededRandom};

    fn square(name: &str, west: f64) -> Shape {
        let id = AreaId::new(Instant::from_micros(1), &SeededRandom::new(1));
        let east = west + 0.02;
        let text =
            format!(r#"{{"type":"Polygon","coordinates":[[[{west},50.9],[{east},50.9],[{east},50.92],[{west},50.92],[{west},50.9]]]}}"#);
        Shape::read(id, name, &text).expect("a shape")
    }

    #[test]
    fn a_press_on_the_map_is_a_point_in_the_area_under_it() {
        let map = Map::of(vec![square("Centrum", 4.70), square("Molenveld", 4.72)]).expect("a map");
        let point = map.under(f64::from(MAP_WIDTH) * 0.75, f64::from(map.height) / 2.0).expect("a point");
        assert_eq!(map.area_of(point).map(|shape| shape.name.as_str()), Some("Molenveld"));
        assert!(map.area_of(Point { longitude: 5.0, latitude: 50.91 }).is_none());
        assert_eq!(Point::read(&point.written()).and_then(|point| map.area_of(point)).map(|shape| shape.name.as_str()), Some("Molenveld"));
    }

    #[test]
    fn a_name_of_an_area_cannot_break_out_of_the_picture() {
        let svg = Map::of(vec![square("<script>&\"", 4.7)]).expect("a map").svg(Point::new(4.71, 50.91));
        assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;&amp;&quot;"));
    }

    #[test]
    fn what_is_no_shape_draws_nothing() {
        let id = AreaId::new(Instant::from_micros(1), &SeededRandom::new(1));
        for text in ["", "{}", r#"{"type":"Point","coordinates":[4,50]}"#, r#"{"type":"Polygon","coordinates":[[[400,50],[1,1]]]}"#] {
            assert!(Shape::read(id, "x", text).is_none(), "{text}");
        }
        assert!(Map::of(Vec::new()).is_none());
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_of_points_stumble(text in ".{0,40}") {
            if let Some(point) = Point::read(&text) {
                proptest::prop_assert!((-180.0..=180.0).contains(&point.longitude));
            }
        }
    }
}
