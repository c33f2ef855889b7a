//! What the crate promises: exact sides, whatever spot a ring begins with, and a reader that refuses with a reason.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use ground::{Ground, Part, Ring, Side, Spot, Unread};
use proptest::prelude::*;

fn spot(east: i64, north: i64) -> Spot {
    Spot::of_units(east, north).unwrap()
}

fn ring(spots: &[(i64, i64)]) -> Ring {
    Ring::of(&spots.iter().map(|(east, north)| spot(*east, *north)).collect::<Vec<_>>()).unwrap()
}

fn square(from: i64, to: i64) -> Ring {
    ring(&[(from, from), (to, from), (to, to), (from, to)])
}

#[test]
fn a_spot_on_an_edge_or_a_corner_is_on_the_edge_and_one_unit_further_is_not() {
    let square = square(0, 10);
    for on in [(0, 0), (10, 0), (10, 10), (0, 10), (5, 0), (10, 5), (5, 10), (0, 5)] {
        assert_eq!(square.side(spot(on.0, on.1)), Side::Edge, "{on:?}");
    }
    for inside in [(1, 1), (9, 9), (5, 5), (1, 9)] {
        assert_eq!(square.side(spot(inside.0, inside.1)), Side::Inside, "{inside:?}");
    }
    for outside in [(-1, 0), (11, 10), (5, -1), (5, 11), (-1, 5), (11, 5), (-5, 10), (15, 0)] {
        assert_eq!(square.side(spot(outside.0, outside.1)), Side::Outside, "{outside:?}");
    }
    // A slanting edge of which no corner is near: exact where floating point would waver.
    let slant = ring(&[(0, 0), (300_000_001, 100_000_001), (0, 200_000_000)]);
    assert_eq!(slant.side(spot(150_000_001, 50_000_000)), Side::Outside);
    assert_eq!(slant.side(spot(149_999_999, 50_000_000)), Side::Inside);
}

#[test]
fn corners_at_the_height_of_the_spot_are_counted_once() {
    let star = ring(&[(0, 0), (4, 5), (0, 10), (10, 10), (6, 5), (10, 0)]);
    assert_eq!(star.side(spot(5, 5)), Side::Inside);
    assert_eq!(star.side(spot(3, 5)), Side::Outside);
    assert_eq!(star.side(spot(7, 5)), Side::Outside);
    assert_eq!(star.side(spot(4, 5)), Side::Edge);
    let roof = ring(&[(0, 0), (10, 0), (10, 5), (7, 5), (5, 9), (3, 5), (0, 5)]);
    assert_eq!(roof.side(spot(-1, 5)), Side::Outside);
    assert_eq!(roof.side(spot(5, 5)), Side::Inside);
    assert_eq!(roof.side(spot(8, 5)), Side::Edge);
}

#[test]
fn a_hole_is_left_out_and_its_line_is_not() {
    let ground = Ground::of(vec![Part { outer: square(0, 100), holes: vec![square(40, 60)] }]).unwrap();
    assert!(ground.holds(spot(10, 10)) && ground.holds(spot(40, 50)) && ground.holds(spot(60, 60)));
    assert!(!ground.holds(spot(50, 50)) && !ground.holds(spot(101, 50)));
}

#[test]
fn grounds_that_only_touch_do_not_overlap_and_equal_ones_do() {
    let of = |ring: Ring| Ground::of(vec![Part { outer: ring, holes: Vec::new() }]).unwrap();
    let here = of(square(0, 10));
    assert!(here.overlaps(&here));
    assert!(!here.overlaps(&of(ring(&[(10, 0), (20, 0), (20, 10), (10, 10)]))), "neighbours");
    assert!(!here.overlaps(&of(square(10, 20))), "a corner");
    assert!(here.overlaps(&of(square(5, 20))));
    assert!(here.overlaps(&of(ring(&[(-5, 4), (15, 4), (15, 6), (-5, 6)]))), "a street right across");
    assert!(here.overlaps(&of(ring(&[(0, 0), (10, 0), (10, 10)]))), "a half of it");
    let around = Ground::of(vec![Part { outer: square(-50, 50), holes: vec![square(-20, 20)] }]).unwrap();
    assert!(!around.overlaps(&here) && !here.overlaps(&around), "it lies in the hole");
}

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[3.70,51.00],[3.71,51.00],[3.71,51.01],[3.70,51.01],[3.70,51.00]]]}"#;

#[test]
fn the_ways_in_which_people_write_a_square_are_the_same_square() {
    let square = Ground::read(SQUARE).unwrap();
    for text in [
        format!(r#"{{"type":"Feature","properties":{{"naam":"x"}},"geometry":{SQUARE}}}"#),
        format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":null,"geometry":{SQUARE}}}]}}"#),
        "51.00, 3.70\n51.00, 3.71\n51.01, 3.71\n51.01, 3.70".to_owned(),
        "3.70,51.00\r\n3.71,51.00\r\n3.71,51.01\r\n3.70,51.01\r\n3.70,51.00\r\n".to_owned(),
        "3,70 51,00\n\n3,71 51,00\n3,71 51,01\n3,70 51,01".to_owned(),
        "51,00; 3,70\n51,00; 3,71\n51,01; 3,71\n51,01; 3,70;".to_owned(),
        square.geojson().to_string(),
    ] {
        assert_eq!(Ground::read(&text).as_ref(), Ok(&square), "{text}");
    }
}

#[test]
fn what_is_no_ground_is_refused_with_the_reason_and_the_place() {
    let polygon = |rings: &str| format!(r#"{{"type":"Polygon","coordinates":[{rings}]}}"#);
    let outer = "[[3.7,51.0],[3.8,51.0],[3.8,51.1],[3.7,51.1],[3.7,51.0]]";
    let wrong: Vec<(String, Unread)> = vec![
        (" \n".into(), Unread::Empty),
        ("{".into(), Unread::NotJson),
        (format!("{SQUARE} x"), Unread::NotJson),
        ("{}".into(), Unread::NotAPolygon),
        ("[]".into(), Unread::NotAPolygon),
        (r#"{"type":"Point","coordinates":[3.7,51.0]}"#.into(), Unread::NotAPolygon),
        (r#"{"type":"Polygon","coordinates":[]}"#.into(), Unread::NotAPolygon),
        (r#"{"type":"Polygon","coordinates":"x"}"#.into(), Unread::NotAPolygon),
        (r#"{"type":"FeatureCollection","features":[]}"#.into(), Unread::NotAPolygon),
        (format!(r#"{{"type":"FeatureCollection","features":[{SQUARE}]}}"#), Unread::NotAPolygon),
        (polygon("[[3.7,51.0],[3.8],[3.8,51.1],[3.7,51.0]]"), Unread::NotAPoint(2)),
        (polygon(r#"[[3.7,51.0],[3.8,"51"],[3.8,51.1],[3.7,51.0]]"#), Unread::NotAPoint(2)),
        (polygon("[[3.7,51.0],[3.8,51.0,1,2],[3.8,51.1],[3.7,51.0]]"), Unread::NotAPoint(2)),
        (polygon("[[51.0,3.7],[51.0,3.8],[51.1,3.8],[51.0,3.7]]"), Unread::Elsewhere(1)),
        (polygon("[[104000,194000],[104001,194000],[104001,194001],[104000,194000]]"), Unread::Elsewhere(1)),
        (polygon("[[3.7,51.0],[3.8,51.0],[3.8,51.1],[3.7,51.1]]"), Unread::Open(1)),
        (polygon("[[3.7,51.0],[3.8,51.0],[3.7,51.0]]"), Unread::TooFew(1)),
        (polygon("[[3.7,51.0],[3.8,51.1],[3.8,51.0],[3.7,51.1],[3.7,51.0]]"), Unread::Crossing(1)),
        (polygon("[[3.7,51.0],[3.8,51.0],[3.9,51.0],[3.7,51.0]]"), Unread::Crossing(1)),
        (polygon(&format!("{outer},[[3.9,51.0],[3.95,51.0],[3.95,51.05],[3.9,51.0]]")), Unread::HoleOutside(2)),
        ("51.0 3.7\neen twee\n51.1 3.8".into(), Unread::NotALine(2)),
        ("51.0 3.7 2\n51.0 3.8\n51.1 3.8".into(), Unread::NotALine(1)),
        ("NaN inf\n51.0 3.8\n51.1 3.8".into(), Unread::NotALine(1)),
        ("51.0 3.7\n51.0 13.8\n51.1 3.8".into(), Unread::Elsewhere(2)),
        ("51.0 3.7\n51.0 3.8".into(), Unread::TooFew(1)),
        ("x".repeat(ground::MOST_BYTES + 1), Unread::TooLarge),
        (polygon(&vec![outer; ground::MOST_RINGS + 1].join(",")), Unread::TooLarge),
    ];
    for (text, why) in wrong {
        assert_eq!(Ground::read(&text), Err(why), "{}", &text[..text.len().min(200)]);
    }
    assert!(Ground::read(&polygon(&format!("{outer},[[3.75,51.05],[3.76,51.05],[3.76,51.06],[3.75,51.05]]"))).is_ok(), "a hole");
}

/// The winding number, by another road: the angles in quadrants, in whole numbers.
fn winds_around(spots: &[(i64, i64)], (x, y): (i64, i64)) -> bool {
    let quadrant = |(east, north): (i64, i64)| match (east > x, north > y) {
        (true, true) => 0_i64,
        (false, true) => 1,
        (false, false) => 2,
        (true, false) => 3,
    };
    let mut turns = 0_i64;
    for (nth, a) in spots.iter().enumerate() {
        let b = spots[(nth + 1) % spots.len()];
        turns += match (quadrant(b) - quadrant(*a)).rem_euclid(4) {
            0 => 0,
            1 => 1,
            3 => -1,
            _ => {
                let left = (b.0 - a.0) * (y - a.1) - (x - a.0) * (b.1 - a.1);
                if left > 0 { 2 } else { -2 }
            }
        };
    }
    turns != 0
}

prop_compose! {
    /// A ring that does not cross itself: corners around a middle, by angle.
    fn rings()(radii in proptest::collection::vec(20_i64..1_000, 3..12)) -> Vec<(i64, i64)> {
        let count = radii.len() as f64;
        radii.iter().enumerate().map(|(nth, radius)| {
            let angle = std::f64::consts::TAU * nth as f64 / count;
            ((angle.cos() * *radius as f64).round() as i64, (angle.sin() * *radius as f64).round() as i64)
        }).collect()
    }
}

proptest! {
    #[test]
    fn the_side_does_not_depend_on_the_first_spot_nor_on_the_direction(spots in rings(), x in -1_000_i64..1_000, y in -1_000_i64..1_000, by in 0_usize..12) {
        let side = ring(&spots).side(spot(x, y));
        let mut turned = spots.clone();
        turned.rotate_left(by % spots.len());
        prop_assert_eq!(ring(&turned).side(spot(x, y)), side);
        turned.reverse();
        prop_assert_eq!(ring(&turned).side(spot(x, y)), side);
    }

    #[test]
    fn the_side_is_what_winding_around_says(spots in rings(), x in -1_000_i64..1_000, y in -1_000_i64..1_000) {
        let side = ring(&spots).side(spot(x, y));
        if side != Side::Edge {
            prop_assert_eq!(side == Side::Inside, winds_around(&spots, (x, y)));
        }
    }

    #[test]
    fn every_corner_and_every_middle_of_an_edge_is_on_the_edge(spots in rings()) {
        let doubled: Vec<(i64, i64)> = spots.iter().map(|(x, y)| (x * 2, y * 2)).collect();
        let around = ring(&doubled);
        for (nth, a) in doubled.iter().enumerate() {
            let b = doubled[(nth + 1) % doubled.len()];
            prop_assert_eq!(around.side(spot(a.0, a.1)), Side::Edge);
            prop_assert_eq!(around.side(spot((a.0 + b.0) / 2, (a.1 + b.1) / 2)), Side::Edge);
        }
    }

    #[test]
    fn a_spot_in_a_hole_is_not_held_and_one_beside_it_is_as_without_the_hole(spots in rings(), hole in rings(), x in -6_000_i64..6_000, y in -6_000_i64..6_000) {
        let big: Vec<(i64, i64)> = spots.iter().map(|(x, y)| (x * 60, y * 60)).collect();
        let (outer, hole) = (ring(&big), ring(&hole));
        let whole = Ground::of(vec![Part { outer: outer.clone(), holes: Vec::new() }]).unwrap();
        let holed = Ground::of(vec![Part { outer, holes: vec![hole.clone()] }]).unwrap();
        let at = spot(x, y);
        let expected = whole.holds(at) && (hole.side(at) != Side::Inside || whole.parts()[0].side(at) == Side::Edge);
        prop_assert_eq!(holed.holds(at), expected);
    }

    #[test]
    fn overlapping_goes_both_ways_and_survives_another_first_spot(one in rings(), other in rings(), by in 0_usize..12, dx in -1_500_i64..1_500) {
        let of = |spots: &[(i64, i64)]| Ground::of(vec![Part { outer: ring(spots), holes: Vec::new() }]).unwrap();
        let moved: Vec<(i64, i64)> = other.iter().map(|(x, y)| (x + dx, *y)).collect();
        let mut turned = moved.clone();
        turned.rotate_left(by % moved.len());
        let answer = of(&one).overlaps(&of(&moved));
        prop_assert_eq!(of(&moved).overlaps(&of(&one)), answer);
        prop_assert_eq!(of(&one).overlaps(&of(&turned)), answer);
        prop_assert!(of(&one).overlaps(&of(&one)));
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in ".{0,200}", numbers in "[0-9 .,;\n-]{0,120}", json in r#"[\[\]{}":,0-9.a-zA-Z ]{0,120}"#) {
        let _ = Ground::read(&text);
        let _ = Ground::read(&numbers);
        let _ = Ground::read(&format!(r#"{{"type":"Polygon","coordinates":{json}}}"#));
    }

    #[test]
    fn what_was_read_is_read_again_from_its_own_geojson(spots in rings()) {
        let list: String = spots.iter().map(|(x, y)| format!("{:.7} {:.7}\n", 51.0 + *y as f64 / 1e5, 3.7 + *x as f64 / 1e5)).collect();
        if let Ok(ground) = Ground::read(&list) {
            prop_assert_eq!(Ground::read(&ground.geojson().to_string()), Ok(ground));
        }
    }
}
