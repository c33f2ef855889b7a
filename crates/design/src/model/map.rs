//! The map: one picture drawn from the shapes of the areas, usable without JavaScript.
//!
//! It stands in a form as an image button, which sends where it was pressed, and on pages as a picture; a list or table beside
//! it always says the same for who cannot see or point.

use ground::{Bounds, Ground, Part, Ring, Side, Spot};
use kernel::AreaId;
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
    /// The point on the grid on which ground is compared.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        Spot::new(self.longitude, self.latitude)
    }
    /// As [`Point::read`] reads it, to about a metre.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{:.5},{:.5}", self.longitude, self.latitude)
    }
}

/// An area with its shape, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Which area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    ground: Ground,
}

impl Shape {
    /// Reads a GeoJSON geometry or feature with a Polygon or MultiPolygon. `None` when it has no ring. Milder than
    /// [`Ground::read`]: what an import once took is drawn as far as it can be.
    #[must_use]
    pub fn read(area: AreaId, name: &str, geojson: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(geojson).ok()?;
        let geometry = value.get("geometry").unwrap_or(&value);
        let coordinates = geometry.get("coordinates")?.as_array()?;
        let parts: Vec<Part> = match geometry.get("type")?.as_str()? {
            "Polygon" => part(coordinates).into_iter().collect(),
            "MultiPolygon" => coordinates.iter().filter_map(Value::as_array).filter_map(|rings| part(rings)).collect(),
            _ => Vec::new(),
        };
        Some(Self { area, name: name.to_owned(), ground: Ground::of(parts)? })
    }

    /// Whether the point lies inside or on the line.
    #[must_use]
    pub fn holds(&self, point: Point) -> bool {
        point.spot().is_some_and(|spot| self.ground.holds(spot))
    }

    /// The ground of the area.
    #[must_use]
    pub const fn ground(&self) -> &Ground {
        &self.ground
    }
}

fn part(rings: &[Value]) -> Option<Part> {
    let mut rings = rings.iter().filter_map(ring);
    Some(Part { outer: rings.next()?, holes: rings.collect() })
}

fn ring(value: &Value) -> Option<Ring> {
    let spots: Vec<Spot> = value.as_array()?.iter().filter_map(|pair| Spot::new(pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?)).collect();
    Ring::of(&spots)
}

/// A piece of ground that is drawn over the areas, with the number under which the table beside the map speaks of it.
#[derive(Debug, Clone)]
pub struct Drawn<'a> {
    /// The ground.
    pub ground: &'a Ground,
    /// Its number; the ground stands alone when there is none.
    pub number: Option<usize>,
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
        let around = shapes.iter().map(|shape| shape.ground.bounds()).reduce(Bounds::with)?;
        let (south_west, north_east) = (Spot::of_units(around.west, around.south)?, Spot::of_units(around.east, around.north)?);
        let (west, east) = (south_west.longitude(), north_east.longitude());
        let (south, north) = (south_west.latitude(), north_east.latitude());
        if east - west <= 0.0 || north - south <= 0.0 {
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

    fn outline(&self, svg: &mut String, ground: &Ground) {
        for ring in ground.rings() {
            for (index, spot) in ring.spots().iter().enumerate() {
                let (x, y) = self.on_picture((spot.longitude(), spot.latitude()));
                let _ = write!(svg, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
            }
            svg.push('Z');
        }
    }

    /// The picture as SVG, with a pin at `pin`.
    #[must_use]
    pub fn svg(&self, pin: Option<Point>) -> String {
        self.picture(pin, &[])
    }

    /// The picture as SVG, with a pin at `pin` and pieces of ground over the areas, hatched and numbered: colour says nothing
    /// alone.
    #[must_use]
    pub fn picture(&self, pin: Option<Point>, drawn: &[Drawn<'_>]) -> String {
        let (width, height) = (MAP_WIDTH, self.height);
        let mut svg = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><rect width="{width}" height="{height}" fill="#f4f6f8"/>"##
        );
        for shape in &self.shapes {
            svg.push_str(r##"<path fill="#dfe7ee" stroke="#3d5568" stroke-width="1" fill-rule="evenodd" d=""##);
            self.outline(&mut svg, &shape.ground);
            svg.push_str(r#""/>"#);
        }
        if !drawn.is_empty() {
            svg.push_str(
                r##"<defs><pattern id="plan" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#7a3e00" stroke-width="2"/></pattern></defs>"##,
            );
        }
        for one in drawn {
            svg.push_str(r##"<path fill="url(#plan)" stroke="#7a3e00" stroke-width="1.5" fill-rule="evenodd" d=""##);
            self.outline(&mut svg, one.ground);
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
        for one in drawn {
            let Some((number, (x, y))) = one.number.zip(middle(one.ground).map(|middle| self.on_picture(middle))) else { continue };
            let _ = write!(
                svg,
                r##"<circle cx="{x:.1}" cy="{y:.1}" r="9" fill="#fff" stroke="#7a3e00" stroke-width="1.5"/><text x="{x:.1}" y="{:.1}" font-family="sans-serif" font-size="11" font-weight="bold" text-anchor="middle" fill="#1c2833">{number}</text>"##,
                y + 4.0
            );
        }
        if let Some((x, y)) = pin.map(|point| self.on_picture((point.longitude, point.latitude))) {
            let _ = write!(svg, r##"<path d="M{x:.1} {y:.1}l-6 -14a7 7 0 1 1 12 0z" fill="#a4161a" stroke="#fff" stroke-width="1.5"/>"##);
        }
        svg.push_str("</svg>");
        svg
    }
}

impl Shape {
    /// The middle of the box around its longest ring, good enough for its name.
    fn middle(&self) -> Option<(f64, f64)> {
        let ring = self.ground.rings().max_by_key(|ring| ring.spots().len())?;
        let around = ring.spots().iter().copied().map(Bounds::of_spot).reduce(Bounds::with)?;
        let (low, high) = (Spot::of_units(around.west, around.south)?, Spot::of_units(around.east, around.north)?);
        Some((f64::midpoint(low.longitude(), high.longitude()), f64::midpoint(low.latitude(), high.latitude())))
    }
}

/// A place in a ground for its number: the middle of the box around it when that lies in it, or else a corner.
fn middle(ground: &Ground) -> Option<(f64, f64)> {
    let part = ground.parts().iter().max_by_key(|part| part.outer.spots().len())?;
    let around = part.outer.spots().iter().copied().map(Bounds::of_spot).reduce(Bounds::with)?;
    let centre = Spot::of_units(i64::midpoint(around.west, around.east), i64::midpoint(around.south, around.north))?;
    let spot = if part.side(centre) == Side::Inside { centre } else { *part.outer.spots().first()? };
    Some((spot.longitude(), spot.latitude()))
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
    fn a_ground_over_the_areas_is_hatched_and_numbered() {
        let map = Map::of(vec![square("Centrum", 4.70)]).expect("a map");
        let ground = Ground::read("50.905 4.705\n50.905 4.715\n50.915 4.715\n50.915 4.705").expect("a ground");
        let svg = map.picture(None, &[Drawn { ground: &ground, number: Some(3) }]);
        assert!(svg.contains("url(#plan)") && svg.contains(">3</text>"), "{svg}");
        assert!(!map.svg(None).contains("pattern"));
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
