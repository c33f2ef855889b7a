//! Reading what a person pasted: strict, bounded, and with the place of the mistake.

use crate::ground::{Ground, Part};
use crate::ring::{Ring, Side, Spot};
use serde_json::Value;

/// At most so many bytes are read.
pub const MOST_BYTES: usize = 200_000;
/// At most so many parts.
pub const MOST_PARTS: usize = 20;
/// At most so many rings, holes included.
pub const MOST_RINGS: usize = 50;
/// At most so many spots in all rings together.
pub const MOST_SPOTS: usize = 2_000;

/// Why a text is no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Nothing was written.
    #[error("nothing was written")]
    Empty,
    /// More than [`MOST_BYTES`], [`MOST_PARTS`], [`MOST_RINGS`] or [`MOST_SPOTS`].
    #[error("the shape is too large")]
    TooLarge,
    /// It begins as JSON and is none.
    #[error("this is not JSON")]
    NotJson,
    /// JSON that is no polygon of GeoJSON.
    #[error("this is no polygon of GeoJSON")]
    NotAPolygon,
    /// A position is not two or three numbers.
    #[error("point {0} is not two numbers")]
    NotAPoint(usize),
    /// A line of a list is not two numbers.
    #[error("line {0} is not two numbers")]
    NotALine(usize),
    /// The point lies outside Belgium and the Netherlands.
    #[error("point {0} lies elsewhere")]
    Elsewhere(usize),
    /// A ring of GeoJSON does not end where it begins.
    #[error("ring {0} is not closed")]
    Open(usize),
    /// A ring has fewer than three corners.
    #[error("ring {0} has fewer than three corners")]
    TooFew(usize),
    /// A ring crosses or touches itself.
    #[error("ring {0} crosses itself")]
    Crossing(usize),
    /// A hole does not lie in the ring before it.
    #[error("ring {0} is a hole outside its ring")]
    HoleOutside(usize),
}

/// Whether a place lies in or near Belgium and the Netherlands.
fn is_near(longitude: f64, latitude: f64) -> bool {
    (2.0..=8.0).contains(&longitude) && (49.0..=54.0).contains(&latitude)
}

impl Ground {
    /// Reads GeoJSON or a list of points.
    ///
    /// # Errors
    /// Why it is no ground, and where the mistake stands; points, lines and rings are counted from 1.
    pub fn read(text: &str) -> Result<Self, Unread> {
        if text.len() > MOST_BYTES {
            return Err(Unread::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        let ground = match text.chars().next() {
            None => return Err(Unread::Empty),
            Some('{' | '[') => read_geojson(text)?,
            Some(_) => read_list(text)?,
        };
        sound(&ground)?;
        Ok(ground)
    }
}

/// What was read so far, to keep within bounds and to say where a mistake stands.
#[derive(Default)]
struct Read {
    parts: Vec<Part>,
    rings: usize,
    spots: usize,
}

fn read_geojson(text: &str) -> Result<Ground, Unread> {
    let value: Value = serde_json::from_str(text).map_err(|_| Unread::NotJson)?;
    let mut read = Read::default();
    match value.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => {
            let features = value.get("features").and_then(Value::as_array).ok_or(Unread::NotAPolygon)?;
            features.iter().try_for_each(|feature| read.feature(feature))?;
        }
        Some("Feature") => read.feature(&value)?,
        _ => read.geometry(&value)?,
    }
    Ground::of(read.parts).ok_or(Unread::NotAPolygon)
}

impl Read {
    fn feature(&mut self, value: &Value) -> Result<(), Unread> {
        if value.get("type").and_then(Value::as_str) != Some("Feature") {
            return Err(Unread::NotAPolygon);
        }
        self.geometry(value.get("geometry").ok_or(Unread::NotAPolygon)?)
    }

    fn geometry(&mut self, value: &Value) -> Result<(), Unread> {
        let kind = value.get("type").and_then(Value::as_str).ok_or(Unread::NotAPolygon)?;
        let coordinates = value.get("coordinates").and_then(Value::as_array).ok_or(Unread::NotAPolygon)?;
        match kind {
            "Polygon" => self.part(coordinates),
            "MultiPolygon" => coordinates.iter().try_for_each(|part| self.part(part.as_array().ok_or(Unread::NotAPolygon)?)),
            _ => Err(Unread::NotAPolygon),
        }
    }

    fn part(&mut self, rings: &[Value]) -> Result<(), Unread> {
        if self.parts.len() == MOST_PARTS {
            return Err(Unread::TooLarge);
        }
        let mut rings = rings.iter().map(|ring| self.ring(ring)).collect::<Result<Vec<_>, _>>()?.into_iter();
        let outer = rings.next().ok_or(Unread::NotAPolygon)?;
        self.parts.push(Part { outer, holes: rings.collect() });
        Ok(())
    }

    fn ring(&mut self, value: &Value) -> Result<Ring, Unread> {
        self.rings += 1;
        if self.rings > MOST_RINGS {
            return Err(Unread::TooLarge);
        }
        let positions = value.as_array().ok_or(Unread::NotAPolygon)?;
        let mut spots = Vec::new();
        for position in positions {
            spots.push(self.spot(position)?);
        }
        if spots.len() < 2 || spots.first() != spots.last() {
            return Err(Unread::Open(self.rings));
        }
        Ring::of(&spots).ok_or(Unread::TooFew(self.rings))
    }

    fn spot(&mut self, position: &Value) -> Result<Spot, Unread> {
        self.spots += 1;
        if self.spots > MOST_SPOTS {
            return Err(Unread::TooLarge);
        }
        let wrong = Unread::NotAPoint(self.spots);
        let numbers = position.as_array().ok_or(wrong)?;
        // A third number is a height; RFC 7946 asks for no more.
        if !(2..=3).contains(&numbers.len()) || !numbers.iter().all(Value::is_number) {
            return Err(wrong);
        }
        let degrees = |nth: usize| numbers.get(nth).and_then(Value::as_f64).ok_or(wrong);
        let (longitude, latitude) = (degrees(0)?, degrees(1)?);
        if !is_near(longitude, latitude) {
            return Err(Unread::Elsewhere(self.spots));
        }
        Spot::new(longitude, latitude).ok_or(Unread::Elsewhere(self.spots))
    }
}

fn read_list(text: &str) -> Result<Ground, Unread> {
    let mut spots = Vec::new();
    for (line, written) in (1..).zip(text.lines()).filter(|(_, written)| !written.trim().is_empty()) {
        if spots.len() > MOST_SPOTS {
            return Err(Unread::TooLarge);
        }
        let (one, other) = two_numbers(written).ok_or(Unread::NotALine(line))?;
        // Degrees north and east of the Low Countries cannot be taken for each other: either order is right.
        let spot = if is_near(one, other) {
            Spot::new(one, other)
        } else if is_near(other, one) {
            Spot::new(other, one)
        } else {
            None
        };
        spots.push(spot.ok_or(Unread::Elsewhere(line))?);
    }
    let outer = Ring::of(&spots).ok_or(Unread::TooFew(1))?;
    Ok(Ground(vec![Part { outer, holes: Vec::new() }]))
}

fn two_numbers(line: &str) -> Option<(f64, f64)> {
    let line = line.trim().trim_end_matches([',', ';']);
    let number = |text: &str, comma: bool| {
        let text = text.trim();
        let plain = text.len() <= 24 && text.bytes().all(|byte| byte.is_ascii_digit() || b".,-+".contains(&byte));
        let text = if comma { text.replace(',', ".") } else { text.to_owned() };
        text.parse::<f64>().ok().filter(|_| plain)
    };
    let pair = |mut parts: Vec<&str>, comma: bool| {
        parts.retain(|part| !part.trim().is_empty());
        let [one, other] = parts.as_slice() else { return None };
        Some((number(one, comma)?, number(other, comma)?))
    };
    if line.contains(';') {
        return pair(line.split(';').collect(), true);
    }
    let blanks: Vec<&str> = line.split_whitespace().map(|part| part.trim_end_matches(',')).collect();
    if blanks.len() >= 2 { pair(blanks, true) } else { pair(line.split(',').collect(), false) }
}

/// Whether the lines of a ground are such that inside and outside mean something.
fn sound(ground: &Ground) -> Result<(), Unread> {
    // With the spot that closes each ring, so that what is kept as GeoJSON is within bounds when it is read again.
    let spots: usize = ground.rings().map(|ring| ring.spots().len() + 1).sum();
    if spots > MOST_SPOTS {
        return Err(Unread::TooLarge);
    }
    let mut nth = 0;
    for part in ground.parts() {
        nth += 1;
        if !part.outer.is_simple() {
            return Err(Unread::Crossing(nth));
        }
        for hole in &part.holes {
            nth += 1;
            if !hole.is_simple() {
                return Err(Unread::Crossing(nth));
            }
            if hole.spots().iter().any(|spot| part.outer.side(*spot) == Side::Outside) {
                return Err(Unread::HoleOutside(nth));
            }
        }
    }
    Ok(())
}
