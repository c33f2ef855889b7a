//! Plans and projects of departments, with the ground they lie on (catalogue B45 «existing policy plans (park vs. housing)»,
//! C144 «show conflicting plan at once and alternatives», E602, G033).
//!
//! A plan refuses nobody anything: it is shown to residents before they work an idea out, and to whoever checks the frames.

use crate::model::{Point, Shape};
use ground::{Bounds, Ground, Spot};
use kernel::{AreaId, Date, DepartmentId, Instant, PlanId};
use people::WebAddress;
use std::collections::BTreeMap;
use store::texts::LanguageSet;

/// How far a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanState {
    /// Somebody thinks of it; nothing was decided.
    Idea,
    /// It is being worked out.
    Prepared,
    /// The competent body decided it.
    Decided,
    /// Work is going on.
    Underway,
    /// It is there. It lies in nobody's way as a plan any more.
    Done,
}

impl PlanState {
    /// All of them, from thought to done.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Prepared, Self::Decided, Self::Underway, Self::Done];

    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Prepared => "prepared",
            Self::Decided => "decided",
            Self::Underway => "underway",
            Self::Done => "done",
        }
    }
    /// The state of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Idea => "design-plan-state-idea",
            Self::Prepared => "design-plan-state-prepared",
            Self::Decided => "design-plan-state-decided",
            Self::Underway => "design-plan-state-underway",
            Self::Done => "design-plan-state-done",
        }
    }
}

/// The texts of a plan, in the order in which a resident reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanPart {
    /// Its name; one line.
    Title,
    /// What it is, in plain words.
    Description,
    /// What it leaves room for.
    Room,
    /// What it leaves no room for.
    Fixed,
}

impl PlanPart {
    /// All of them, in reading order.
    pub const ALL: [Self; 4] = [Self::Title, Self::Description, Self::Room, Self::Fixed];

    /// The name of its field.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Room => "room",
            Self::Fixed => "fixed",
        }
    }
    /// Key of its heading on public pages, and the beginning of the keys of its field.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "design-plan-title",
            Self::Description => "design-plan-description",
            Self::Room => "design-plan-room",
            Self::Fixed => "design-plan-fixed",
        }
    }
    /// At most so many signs.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Title => 120,
            Self::Description => 4_000,
            Self::Room | Self::Fixed => 2_000,
        }
    }
}

/// A plan as it is written down: whole, but not yet kept.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPlan {
    /// Its texts; all four are there.
    pub texts: BTreeMap<PlanPart, LanguageSet>,
    /// The department that keeps it.
    pub department: DepartmentId,
    /// How far it is.
    pub state: PlanState,
    /// From when, as far as that is known.
    pub from: Option<Date>,
    /// Until when, as far as that is known.
    pub until: Option<Date>,
    /// Where the plan itself is published.
    pub address: Option<WebAddress>,
    /// The areas it covers.
    pub areas: Vec<AreaId>,
    /// The ground that was drawn for it.
    pub ground: Option<Ground>,
    /// Whether residents may see it.
    pub public: bool,
}

/// A plan that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Which plan.
    pub id: PlanId,
    /// Its place in addresses: `/plannen/{slug}`. Never changes.
    pub slug: String,
    /// Its name.
    pub title: LanguageSet,
    /// What it is.
    pub description: LanguageSet,
    /// What it leaves room for.
    pub room: LanguageSet,
    /// What it leaves no room for.
    pub fixed: LanguageSet,
    /// The department that keeps it.
    pub department: DepartmentId,
    /// How far it is.
    pub state: PlanState,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Where the plan itself is published.
    pub address: Option<String>,
    /// The areas it covers.
    pub areas: Vec<AreaId>,
    /// The ground that was drawn for it.
    pub ground: Option<Ground>,
    /// Whether residents may see it.
    pub public: bool,
    /// When it was made.
    pub created: Instant,
    /// When it was last saved.
    pub saved: Instant,
}

impl Plan {
    /// One of its texts.
    #[must_use]
    pub const fn text(&self, part: PlanPart) -> &LanguageSet {
        match part {
            PlanPart::Title => &self.title,
            PlanPart::Description => &self.description,
            PlanPart::Room => &self.room,
            PlanPart::Fixed => &self.fixed,
        }
    }
}

/// Where somebody asks what is planned.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Site {
    /// In which area.
    pub area: Option<AreaId>,
    /// At which point.
    pub point: Option<Point>,
}

impl Site {
    /// The point on the grid.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        self.point.and_then(|point| point.spot())
    }
}

/// How a plan lies to a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lies {
    /// On the very point.
    There,
    /// In the area, perhaps elsewhere in it.
    Nearby,
}

impl Lies {
    /// Key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::There => "design-plan-lies-there",
            Self::Nearby => "design-plan-lies-nearby",
        }
    }
}

/// An area as far as plans ask: in which other one it lies, and its shape.
#[derive(Debug, Clone)]
pub struct Surroundings(BTreeMap<AreaId, (Option<AreaId>, Option<Shape>)>);

impl Surroundings {
    /// The areas of a municipality.
    #[must_use]
    pub fn of(areas: &[people::tables::Area]) -> Self {
        let shape = |area: &people::tables::Area| Shape::read(area.id, &area.name, area.shape.as_deref()?);
        Self(areas.iter().map(|area| (area.id, (area.parent, shape(area)))).collect())
    }

    /// The ground of an area, when it has a shape.
    #[must_use]
    pub fn ground(&self, area: AreaId) -> Option<&Ground> {
        self.0.get(&area)?.1.as_ref().map(Shape::ground)
    }

    /// Whether one of the two is the other or lies in it.
    fn is_kin(&self, one: AreaId, other: AreaId) -> bool {
        let up = |from: AreaId, to: AreaId| {
            // As many steps as there are areas: a circle in the data ends.
            let mut at = Some(from);
            (0..=self.0.len()).any(|_| {
                let found = at == Some(to);
                at = at.and_then(|id| self.0.get(&id)).and_then(|(parent, _)| *parent);
                found
            })
        };
        up(one, other) || up(other, one)
    }

    /// The box in which a ground must lie to concern a site; `None` when nothing that could be compared is known of where the
    /// site is.
    #[must_use]
    pub fn bounds(&self, site: &Site) -> Option<Bounds> {
        site.spot().map(Bounds::of_spot).or_else(|| self.ground(site.area?).map(Ground::bounds))
    }

    /// How a plan with these areas and this ground lies to a site; `None` when it lies elsewhere, or nobody said where.
    #[must_use]
    pub fn lies(&self, areas: &[AreaId], ground: Option<&Ground>, site: &Site) -> Option<Lies> {
        let kin = |area: AreaId| areas.iter().any(|own| self.is_kin(*own, area));
        if let Some(spot) = site.spot() {
            let there = ground.is_some_and(|ground| ground.holds(spot))
                || areas.iter().any(|area| self.ground(*area).is_some_and(|ground| ground.holds(spot)));
            // Of an area without a shape only its name can be compared.
            let named = || site.area.is_some_and(|area| areas.iter().any(|own| self.ground(*own).is_none() && self.is_kin(*own, area)));
            return if there { Some(Lies::There) } else { named().then_some(Lies::Nearby) };
        }
        let area = site.area?;
        let reaches = || ground.zip(self.ground(area)).is_some_and(|(ground, area)| ground.overlaps(area));
        (kin(area) || reaches()).then_some(Lies::Nearby)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn area(n: u128) -> AreaId {
        AreaId::from_uuid(Uuid::from_u128(n))
    }

    fn square(west: f64, east: f64) -> String {
        format!(r#"{{"type":"Polygon","coordinates":[[[{west},51.0],[{east},51.0],[{east},51.1],[{west},51.1],[{west},51.0]]]}}"#)
    }

    /// 1 and 2 lie beside each other; 3 lies in 1 and has no shape; 4 stands alone without a shape.
    fn around() -> Surroundings {
        let made = |n, parent: Option<u128>, shape: Option<String>| people::tables::Area {
            id: area(n),
            name: n.to_string(),
            code: n.to_string(),
            parent: parent.map(area),
            shape,
        };
        Surroundings::of(&[
            made(1, None, Some(square(3.70, 3.75))),
            made(2, None, Some(square(3.75, 3.80))),
            made(3, Some(1), None),
            made(4, None, None),
        ])
    }

    fn at(area_of: Option<u128>, point: Option<(f64, f64)>) -> Site {
        Site { area: area_of.map(area), point: point.and_then(|(longitude, latitude)| Point::new(longitude, latitude)) }
    }

    /// The areas and the ground of a plan, where somebody asks, and how it lies there.
    type Case<'a> = (&'a [AreaId], Option<&'a Ground>, Site, Option<Lies>);

    #[test]
    fn a_plan_is_found_on_the_point_in_the_area_and_nowhere_else() {
        let around = around();
        let park = Ground::read("51.02 3.71\n51.02 3.72\n51.03 3.72\n51.03 3.71").expect("a ground");
        let cases: Vec<Case<'_>> = vec![
            (&[], Some(&park), at(None, Some((3.715, 51.025))), Some(Lies::There)),
            (&[], Some(&park), at(Some(1), Some((3.71, 51.02))), Some(Lies::There)),
            (&[], Some(&park), at(Some(1), Some((3.74, 51.05))), None),
            (&[], Some(&park), at(Some(1), None), Some(Lies::Nearby)),
            (&[], Some(&park), at(Some(2), None), None),
            (&[], Some(&park), at(Some(4), None), None),
            (&[], Some(&park), at(None, None), None),
        ];
        for (areas, ground, site, expected) in cases {
            assert_eq!(around.lies(areas, ground, &site), expected, "{site:?}");
        }
        assert_eq!(around.lies(&[area(1)], None, &at(None, Some((3.74, 51.05)))), Some(Lies::There));
        assert_eq!(around.lies(&[area(1)], None, &at(Some(3), None)), Some(Lies::Nearby), "a neighbourhood in the district");
        assert_eq!(around.lies(&[area(3)], None, &at(Some(1), None)), Some(Lies::Nearby), "the district of the neighbourhood");
        assert_eq!(around.lies(&[area(1)], None, &at(Some(2), None)), None);
        assert_eq!(around.lies(&[area(4)], None, &at(Some(4), Some((3.9, 51.05)))), Some(Lies::Nearby), "an area without a shape");
        assert_eq!(around.lies(&[area(4)], None, &at(Some(1), Some((3.72, 51.05)))), None);
        assert_eq!(around.lies(&[], None, &at(Some(1), None)), None);
    }

    #[test]
    fn every_state_reads_back() {
        assert!(PlanState::ALL.iter().all(|state| PlanState::of_code(state.code()) == Some(*state)));
        assert_eq!(PlanState::of_code("cancelled"), None);
    }
}
