//! Areas and streets from a file: GeoJSON or CSV, in WGS84, Belgian Lambert 72 or Dutch RD; everything is kept in WGS84.

use geojson::{Feature, GeoJson, Geometry, Value};
use proj4rs::Proj;
use proj4rs::transform::transform;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The system of coordinates of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grid {
    /// Longitude and latitude, as GPS and GeoJSON have them (EPSG:4326).
    Wgs84,
    /// Belgian Lambert 72 (EPSG:31370).
    Lambert72,
    /// The Dutch Rijksdriehoeksstelsel (EPSG:28992).
    Rd,
}

impl Grid {
    pub(super) const ALL: [Self; 3] = [Self::Wgs84, Self::Lambert72, Self::Rd];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Wgs84 => "wgs84",
            Self::Lambert72 => "lambert72",
            Self::Rd => "rd",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grid| grid.code() == code)
    }

    /// The coordinates that lie in the country of the grid, with a margin; in WGS84 those of both countries.
    const fn bounds(self) -> (RangeInclusive<f64>, RangeInclusive<f64>) {
        match self {
            Self::Wgs84 => (2.0..=8.0, 49.0..=54.0),
            Self::Lambert72 => (15_000.0..=305_000.0, 15_000.0..=255_000.0),
            Self::Rd => (-10_000.0..=305_000.0, 285_000.0..=640_000.0),
        }
    }

    /// The definition as EPSG publishes it, with the seven parameters of the shift to WGS84 (EPSG:15929 and EPSG:15934).
    const fn definition(self) -> &'static str {
        match self {
            Self::Wgs84 => "+proj=longlat +datum=WGS84 +no_defs",
            Self::Lambert72 => {
                "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs"
            }
            Self::Rd => {
                "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs"
            }
        }
    }
}

/// Brings points of one grid to WGS84.
pub(super) struct Shift {
    grid: Grid,
    from: Proj,
    to: Proj,
}

impl Shift {
    pub(super) fn of(grid: Grid) -> Result<Self, String> {
        let read = |grid: Grid| Proj::from_proj_string(grid.definition()).map_err(|error| error.to_string());
        Ok(Self { grid, from: read(grid)?, to: read(Grid::Wgs84)? })
    }

    /// Longitude and latitude in degrees, rounded to seven decimals (about a centimetre).
    ///
    /// # Errors
    /// [`Wrong::Outside`] when it lies nowhere near Belgium or the Netherlands: the wrong grid was chosen.
    pub(super) fn point(&self, x: f64, y: f64) -> Result<(f64, f64), Wrong> {
        if !x.is_finite() || !y.is_finite() {
            return Err(Wrong::Outside);
        }
        let (across, up) = self.grid.bounds();
        if !across.contains(&x) || !up.contains(&y) {
            return Err(Wrong::Outside);
        }
        let (lon, lat) = if self.grid == Grid::Wgs84 {
            (x, y)
        } else {
            let mut point = (x, y, 0.0);
            transform(&self.from, &self.to, &mut point).map_err(|_| Wrong::Outside)?;
            (point.0.to_degrees(), point.1.to_degrees())
        };
        let rounded = |degrees: f64| (degrees * 1e7).round() / 1e7;
        Ok((rounded(lon), rounded(lat)))
    }

    fn position(&self, position: &[f64]) -> Result<Vec<f64>, Wrong> {
        let [x, y, ..] = position else { return Err(Wrong::Shape) };
        let (lon, lat) = self.point(*x, *y)?;
        Ok(vec![lon, lat])
    }

    fn positions(&self, line: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, Wrong> {
        line.iter().map(|position| self.position(position)).collect()
    }

    fn shape(&self, value: &Value) -> Result<Value, Wrong> {
        let lines = |all: &[Vec<Vec<f64>>]| all.iter().map(|line| self.positions(line)).collect::<Result<Vec<_>, _>>();
        Ok(match value {
            Value::Point(position) => Value::Point(self.position(position)?),
            Value::LineString(line) => Value::LineString(self.positions(line)?),
            Value::MultiLineString(all) => Value::MultiLineString(lines(all)?),
            Value::Polygon(rings) => Value::Polygon(lines(rings)?),
            Value::MultiPolygon(all) => Value::MultiPolygon(all.iter().map(|rings| lines(rings)).collect::<Result<_, _>>()?),
            Value::MultiPoint(_) | Value::GeometryCollection(_) => return Err(Wrong::Shape),
        })
    }
}

/// What is read from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Areas: polygons with a name, a code and, when they lie in another one, its code.
    Areas,
    /// Streets: lines with a name and the area they lie in.
    Streets,
}

impl Kind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Areas => "areas",
            Self::Streets => "streets",
        }
    }
    pub(super) fn from_code(code: &str) -> Option<Self> {
        [Self::Areas, Self::Streets].into_iter().find(|kind| kind.code() == code)
    }
}

/// Why a row cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It has no name.
    NoName,
    /// The name is too long.
    LongName,
    /// The point lies outside Belgium and the Netherlands.
    Outside,
    /// No shape of the right kind.
    Shape,
    /// A number cannot be read.
    Number,
    /// It names an area that we do not know.
    UnknownArea,
    /// It names no area, and its line lies in none.
    NoArea,
    /// The same name or code stands in the file twice.
    Twice,
    /// A row has more or fewer columns than the head.
    Columns,
}

impl Wrong {
    /// The key of the message.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::NoName => "people-beheer-import-no-name",
            Self::LongName => "people-beheer-import-long-name",
            Self::Outside => "people-beheer-import-outside",
            Self::Shape => "people-beheer-import-shape",
            Self::Number => "people-beheer-import-number",
            Self::UnknownArea => "people-beheer-import-unknown-area",
            Self::NoArea => "people-beheer-import-no-area",
            Self::Twice => "people-beheer-import-twice",
            Self::Columns => "people-beheer-import-columns",
        }
    }
}

/// One row of a file that can be taken.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    /// Which row, counted from 1; in CSV the line, the head being line 1.
    pub(super) row: usize,
    /// Its name.
    pub(super) name: String,
    /// Its code; empty when the file has none.
    pub(super) code: String,
    /// The code or name of the area it lies in; empty when the file says none.
    pub(super) inside: String,
    /// Its shape, a GeoJSON geometry in WGS84.
    pub(super) shape: Option<Value>,
}

impl Place {
    /// The shape as it is kept.
    pub(super) fn kept_shape(&self) -> Option<String> {
        self.shape.clone().map(|value| Geometry::new(value).to_string())
    }
}

/// A file, read row by row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Read {
    /// What can be taken.
    pub(super) places: Vec<Place>,
    /// What cannot: the row, its name as far as it has one, and why.
    pub(super) rejected: Vec<(usize, String, Wrong)>,
}

/// Why a whole file cannot be read; the key of the message.
pub(super) type Unreadable = &'static str;

/// The most rows of one file.
pub(super) const MOST_ROWS: usize = 20_000;

const NAMES: &[&str] = &["name", "naam", "wijknaam", "straatnaam", "buurtnaam"];
const CODES: &[&str] = &["code", "id", "wijkcode", "buurtcode"];
const INSIDES: &[&str] = &["inside", "binnen", "area", "wijk", "parent"];

/// Reads a file of either kind, deciding by its first sign what it is.
///
/// # Errors
/// The key of a message when it is neither GeoJSON nor CSV with a head.
pub(super) fn read(bytes: &[u8], grid: Grid, kind: Kind) -> Result<Read, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| "people-beheer-import-not-text")?;
    // One kind of line end, so that the rows of a CSV are counted as an editor counts them.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let shift = Shift::of(grid).map_err(|_| "people-beheer-import-not-text")?;
    let mut read = if text.trim_start().starts_with('{') { read_geojson(&text, &shift, kind)? } else { read_csv(&text, &shift)? };
    let mut seen = HashMap::new();
    let mut kept = Vec::new();
    for place in read.places {
        let mark = match kind {
            Kind::Areas if !place.code.is_empty() => place.code.to_lowercase(),
            Kind::Areas => place.name.to_lowercase(),
            Kind::Streets => format!("{}\n{}", place.name.to_lowercase(), place.inside.to_lowercase()),
        };
        // A street in pieces, each a feature of its own, is not a mistake when its area is told by its line.
        let pieces = kind == Kind::Streets && place.inside.is_empty();
        if !pieces && seen.insert(mark, place.row).is_some() {
            read.rejected.push((place.row, place.name, Wrong::Twice));
        } else {
            kept.push(place);
        }
    }
    read.places = kept;
    read.rejected.sort_by_key(|(row, ..)| *row);
    Ok(read)
}

fn named(name: &str) -> Result<String, Wrong> {
    match kernel::Line::new(name, 120) {
        Ok(line) => Ok(line.into_string()),
        Err(kernel::TextError::Empty) => Err(Wrong::NoName),
        Err(kernel::TextError::TooLong { .. }) => Err(Wrong::LongName),
    }
}

fn read_geojson(text: &str, shift: &Shift, kind: Kind) -> Result<Read, Unreadable> {
    let parsed: GeoJson = text.parse().map_err(|_| "people-beheer-import-not-geojson")?;
    let features = match parsed {
        GeoJson::FeatureCollection(collection) => collection.features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(_) => return Err("people-beheer-import-not-geojson"),
    };
    if features.len() > MOST_ROWS {
        return Err("people-beheer-import-too-many");
    }
    let mut read = Read::default();
    for (at, feature) in features.iter().enumerate() {
        match place_of(feature, shift, kind, at + 1) {
            Ok(place) => read.places.push(place),
            Err(wrong) => read.rejected.push((at + 1, property(feature, NAMES), wrong)),
        }
    }
    Ok(read)
}

fn property(feature: &Feature, names: &[&str]) -> String {
    let Some(properties) = &feature.properties else { return String::new() };
    let found = properties.iter().find(|(key, _)| names.iter().any(|name| key.eq_ignore_ascii_case(name)));
    match found.map(|(_, value)| value) {
        Some(serde_json::Value::String(text)) => text.trim().to_owned(),
        Some(serde_json::Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn place_of(feature: &Feature, shift: &Shift, kind: Kind, row: usize) -> Result<Place, Wrong> {
    let name = named(&property(feature, NAMES))?;
    let geometry = feature.geometry.as_ref().ok_or(Wrong::Shape)?;
    let fits = match kind {
        Kind::Areas => matches!(geometry.value, Value::Polygon(_) | Value::MultiPolygon(_)),
        Kind::Streets => matches!(geometry.value, Value::LineString(_) | Value::MultiLineString(_) | Value::Point(_)),
    };
    if !fits {
        return Err(Wrong::Shape);
    }
    let shape = Some(shift.shape(&geometry.value)?);
    Ok(Place { row, name, code: property(feature, CODES), inside: property(feature, INSIDES), shape })
}

fn read_csv(text: &str, shift: &Shift) -> Result<Read, Unreadable> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.matches(';').count() >= head.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let head = reader.headers().map_err(|_| "people-beheer-import-not-csv")?.clone();
    let column = |names: &[&str]| head.iter().position(|key| names.iter().any(|name| key.eq_ignore_ascii_case(name)));
    let name = column(NAMES).ok_or("people-beheer-import-no-head")?;
    let (code, inside) = (column(CODES), column(INSIDES));
    let (x, y) = (column(&["x", "lon", "longitude"]), column(&["y", "lat", "latitude"]));
    let mut read = Read::default();
    for (at, record) in reader.records().enumerate() {
        if at >= MOST_ROWS {
            return Err("people-beheer-import-too-many");
        }
        let record = record.map_err(|_| "people-beheer-import-not-csv")?;
        let row = record.position().and_then(|position| usize::try_from(position.line()).ok()).unwrap_or(at + 2);
        let cell = |column: Option<usize>| column.and_then(|column| record.get(column)).unwrap_or_default().to_owned();
        let taken = || -> Result<Place, Wrong> {
            if record.len() != head.len() {
                return Err(Wrong::Columns);
            }
            let shape = match (cell(x), cell(y)) {
                (x, y) if x.is_empty() && y.is_empty() => None,
                (x, y) => {
                    let number = |text: &str| text.replace(',', ".").parse::<f64>().map_err(|_| Wrong::Number);
                    let (lon, lat) = shift.point(number(&x)?, number(&y)?)?;
                    Some(Value::Point(vec![lon, lat]))
                }
            };
            Ok(Place { row, name: named(&cell(Some(name)))?, code: cell(code), inside: cell(inside), shape })
        };
        match taken() {
            Ok(place) => read.places.push(place),
            Err(wrong) => read.rejected.push((row, cell(Some(name)), wrong)),
        }
    }
    Ok(read)
}

/// A point on a shape by which it is told where it lies: the middle position of its longest line.
pub(super) fn middle(shape: &Value) -> Option<(f64, f64)> {
    let of_line = |line: &[Vec<f64>]| line.get(line.len() / 2).and_then(|position| Some((*position.first()?, *position.get(1)?)));
    match shape {
        Value::Point(position) => Some((*position.first()?, *position.get(1)?)),
        Value::LineString(line) => of_line(line),
        Value::MultiLineString(lines) => lines.iter().max_by_key(|line| line.len()).and_then(|line| of_line(line)),
        _ => None,
    }
}

/// Whether a point lies in an area, holes left out (even-odd rule over all rings).
pub(super) fn holds(shape: &Value, point: (f64, f64)) -> bool {
    match shape {
        Value::Polygon(rings) => in_rings(rings, point),
        Value::MultiPolygon(all) => all.iter().any(|rings| in_rings(rings, point)),
        _ => false,
    }
}

fn in_rings(rings: &[Vec<Vec<f64>>], (x, y): (f64, f64)) -> bool {
    let mut inside = false;
    for ring in rings {
        for pair in ring.windows(2) {
            let ([x1, y1, ..], [x2, y2, ..]) = (pair[0].as_slice(), pair[1].as_slice()) else { continue };
            if (*y1 > y) != (*y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                inside = !inside;
            }
        }
    }
    inside
}

/// A kept shape, read again.
pub(super) fn shape_of(kept: &str) -> Option<Value> {
    kept.parse::<Geometry>().ok().map(|geometry| geometry.value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    /// A place in its grid and in WGS84.
    type Known = (Grid, (f64, f64), (f64, f64));
    /// Places as PROJ 9.5.1 gives them (EPSG:31370 and EPSG:28992 to EPSG:4326).
    const KNOWN: [Known; 8] = [
        (Grid::Lambert72, (150_000.0, 170_000.0), (4.368_752_1, 50.840_411_3)),
        (Grid::Lambert72, (104_000.0, 194_000.0), (3.712_679_5, 51.054_330_1)),
        (Grid::Lambert72, (251_763.2, 153_034.2), (5.808_673_8, 50.679_014_5)),
        (Grid::Lambert72, (33_000.0, 211_000.0), (2.694_815_7, 51.197_115_8)),
        (Grid::Rd, (155_000.0, 463_000.0), (5.387_203_5, 52.155_172_3)),
        (Grid::Rd, (121_000.0, 487_000.0), (4.887_970_8, 52.369_826_2)),
        (Grid::Rd, (233_000.0, 582_000.0), (6.554_962_9, 53.218_925_0)),
        (Grid::Rd, (176_000.0, 318_000.0), (5.685_391_4, 50.851_448_9)),
    ];

    #[test]
    fn both_national_grids_come_out_where_proj_puts_them() {
        for (grid, (x, y), (lon, lat)) in KNOWN {
            let found = Shift::of(grid).unwrap().point(x, y).unwrap();
            // A millionth of a degree is about ten centimetres.
            assert!((found.0 - lon).abs() < 1e-6 && (found.1 - lat).abs() < 1e-6, "{grid:?} {x} {y}: {found:?}");
        }
    }

    #[test]
    fn the_wrong_grid_is_noticed() {
        assert_eq!(Shift::of(Grid::Wgs84).unwrap().point(150_000.0, 170_000.0), Err(Wrong::Outside));
        assert_eq!(Shift::of(Grid::Wgs84).unwrap().point(50.8, 4.3), Err(Wrong::Outside), "latitude and longitude changed places");
        assert_eq!(Shift::of(Grid::Lambert72).unwrap().point(4.3, 50.8), Err(Wrong::Outside));
        assert_eq!(Shift::of(Grid::Rd).unwrap().point(f64::NAN, 1.0), Err(Wrong::Outside));
    }

    const AREAS: &str = r#"{"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"Naam":"Centrum","code":"C"},"geometry":{"type":"Polygon","coordinates":[[[4.0,51.0],[4.1,51.0],[4.1,51.1],[4.0,51.1],[4.0,51.0]]]}},
      {"type":"Feature","properties":{"naam":"Hof","code":"H","binnen":"C"},"geometry":{"type":"MultiPolygon","coordinates":[[[[4.0,51.0],[4.01,51.0],[4.01,51.01],[4.0,51.0]]]]}},
      {"type":"Feature","properties":{"naam":""},"geometry":{"type":"Polygon","coordinates":[]}},
      {"type":"Feature","properties":{"naam":"Lijn"},"geometry":{"type":"LineString","coordinates":[[4.0,51.0],[4.1,51.0]]}},
      {"type":"Feature","properties":{"naam":"Ver"},"geometry":{"type":"Polygon","coordinates":[[[40.0,51.0],[41.0,51.0],[41.0,52.0],[40.0,51.0]]]}},
      {"type":"Feature","properties":{"naam":"Nog eens","code":"c"},"geometry":{"type":"Polygon","coordinates":[[[4.0,51.0],[4.1,51.0],[4.1,51.1],[4.0,51.0]]]}}
    ]}"#;

    #[test]
    fn every_rejected_row_of_geojson_says_why() {
        let read = read(AREAS.as_bytes(), Grid::Wgs84, Kind::Areas).unwrap();
        let names: Vec<_> = read.places.iter().map(|place| (place.name.as_str(), place.code.as_str(), place.inside.as_str())).collect();
        assert_eq!(names, [("Centrum", "C", ""), ("Hof", "H", "C")]);
        let wrong: Vec<_> = read.rejected.iter().map(|(row, name, wrong)| (*row, name.as_str(), *wrong)).collect();
        assert_eq!(wrong, [(3, "", Wrong::NoName), (4, "Lijn", Wrong::Shape), (5, "Ver", Wrong::Outside), (6, "Nog eens", Wrong::Twice)]);
        let kept = read.places[0].kept_shape().unwrap();
        assert_eq!(shape_of(&kept), read.places[0].shape);
    }

    #[test]
    fn csv_of_streets_is_read_with_either_divider_and_decimal_commas() {
        let semicolons = "\u{feff}Naam;Wijk;X;Y\r\nMolenstraat;C;104000,0;194000,0\r\nKerkplein;C;;\r\n;C;;\r\nLang;C;x;1\r\nKort;C\r\nMolenstraat;c;;\r\n";
        let read_it = read(semicolons.as_bytes(), Grid::Lambert72, Kind::Streets).unwrap();
        assert_eq!(
            read_it.places.iter().map(|place| (place.row, place.name.as_str())).collect::<Vec<_>>(),
            [(2, "Molenstraat"), (3, "Kerkplein")]
        );
        assert_eq!(read_it.places[0].shape, Some(Value::Point(vec![3.712_679_5, 51.054_330_1])));
        let wrong: Vec<_> = read_it.rejected.iter().map(|(row, _, wrong)| (*row, *wrong)).collect();
        assert_eq!(wrong, [(4, Wrong::NoName), (5, Wrong::Number), (6, Wrong::Columns), (7, Wrong::Twice)]);
        let commas = read(b"name,area\nMolenstraat,C\n", Grid::Wgs84, Kind::Streets).unwrap();
        assert_eq!(commas.places.len(), 1);
    }

    #[test]
    fn what_is_no_such_file_is_refused_in_one_message() {
        let refused = |bytes: &[u8]| read(bytes, Grid::Wgs84, Kind::Areas).unwrap_err();
        assert_eq!(refused(&[0xff, 0xfe, 0x00]), "people-beheer-import-not-text");
        assert_eq!(refused(b"{\"a\":1}"), "people-beheer-import-not-geojson");
        assert_eq!(refused(b"{\"type\":\"Point\",\"coordinates\":[4,51]}"), "people-beheer-import-not-geojson");
        assert_eq!(refused(b"een,twee\n1,2\n"), "people-beheer-import-no-head");
        assert_eq!(refused(b""), "people-beheer-import-no-head");
    }

    #[test]
    fn a_street_finds_the_area_it_lies_in_and_a_hole_is_no_area() {
        let square = |from: f64, to: f64| vec![vec![from, from], vec![to, from], vec![to, to], vec![from, to], vec![from, from]];
        let area = Value::Polygon(vec![square(0.0, 10.0), square(4.0, 6.0)]);
        assert!(holds(&area, (1.0, 1.0)) && !holds(&area, (5.0, 5.0)) && !holds(&area, (11.0, 1.0)));
        assert!(holds(&Value::MultiPolygon(vec![vec![square(20.0, 30.0)]]), (25.0, 25.0)));
        let street = Value::MultiLineString(vec![vec![vec![9.0, 9.0]], vec![vec![0.0, 1.0], vec![2.0, 1.0], vec![3.0, 1.0]]]);
        assert_eq!(middle(&street), Some((2.0, 1.0)));
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_the_reader_stumble(text in ".{0,200}", bytes: Vec<u8>) {
            for grid in Grid::ALL {
                let _ = read(text.as_bytes(), grid, Kind::Areas);
                let _ = read(&bytes, grid, Kind::Streets);
                let _ = read(format!("naam;x;y\n{text}\n").as_bytes(), grid, Kind::Streets);
            }
        }
    }
}
