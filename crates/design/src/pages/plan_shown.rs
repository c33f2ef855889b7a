//! A plan as pages show it.

use crate::model::{Drawn, MAP_WIDTH, Map, Plan, PlanPart, Shape};
use crate::pages::view::{self, Said, Words};
use ground::Ground;
use kernel::{AreaId, DepartmentId};
use people::tables::{Area, Department};
use ui::Page;

/// What pages need besides the plans: names of departments and areas.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) departments: Vec<Department>,
    pub(crate) areas: Vec<Area>,
}

impl Named {
    /// Reads them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn read(s: &mut store::Session, tenant: kernel::TenantId) -> Result<Self, store::Error> {
        Ok(Self { departments: people::tables::departments(s, tenant).await?, areas: people::tables::areas(s, tenant).await? })
    }

    pub(crate) fn department(&self, id: DepartmentId) -> String {
        self.departments.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default()
    }

    fn area(&self, id: AreaId) -> Option<String> {
        self.areas.iter().find(|it| it.id == id).map(|it| it.name.clone())
    }

    /// The map of the areas; none when they have no shapes.
    pub(crate) fn map(&self) -> Option<Map> {
        Map::of(self.areas.iter().filter_map(|area| self.shape(area.id)).collect())
    }

    fn shape(&self, id: AreaId) -> Option<Shape> {
        let area = self.areas.iter().find(|it| it.id == id)?;
        Shape::read(area.id, &area.name, area.shape.as_deref()?)
    }

    /// What of a plan can be drawn: its own ground, or that of its areas.
    pub(crate) fn grounds(&self, plan: &Plan) -> Vec<Ground> {
        match &plan.ground {
            Some(ground) => vec![ground.clone()],
            None => plan.areas.iter().filter_map(|id| self.shape(*id)).map(|shape| shape.ground().clone()).collect(),
        }
    }

    /// The picture of these plans on the map, numbered from 1 as the table beside it; none without a map.
    pub(crate) fn picture(&self, plans: &[Plan], numbered: bool) -> Option<String> {
        let map = self.map()?;
        let all: Vec<(usize, Vec<Ground>)> = (1..).zip(plans).map(|(nth, plan)| (nth, self.grounds(plan))).collect();
        let drawn: Vec<Drawn<'_>> = all
            .iter()
            .flat_map(|(nth, grounds)| grounds.iter().map(move |ground| Drawn { ground, number: numbered.then_some(*nth) }))
            .collect();
        Some(map.picture(None, &drawn))
    }
}

/// The map as it stands on a page.
#[derive(Debug)]
pub(crate) struct MapShown {
    pub(crate) src: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl MapShown {
    pub(crate) fn of(named: &Named, src: String) -> Option<Self> {
        named.map().map(|map| Self { src, width: MAP_WIDTH, height: map.height })
    }
}

/// A plan, ready to be shown.
#[derive(Debug)]
pub(crate) struct PlanShown {
    pub(crate) href: String,
    pub(crate) title: Words,
    pub(crate) department: String,
    pub(crate) state: String,
    pub(crate) period: Option<String>,
    pub(crate) place: String,
    pub(crate) description: Words,
    pub(crate) limits: Vec<Said>,
    pub(crate) address: Option<String>,
    pub(crate) saved: String,
    pub(crate) public: bool,
}

/// From when until when, in words; none when nothing is known of it.
fn period(page: &Page, plan: &Plan) -> Option<String> {
    match (plan.from, plan.until) {
        (Some(from), Some(until)) => Some(page.t2("design-plan-period", "from", page.date(&from), "until", page.date(&until))),
        (Some(from), None) => Some(page.t1("design-plan-period-from", "from", page.date(&from))),
        (None, Some(until)) => Some(page.t1("design-plan-period-until", "until", page.date(&until))),
        (None, None) => None,
    }
}

fn place(page: &Page, named: &Named, plan: &Plan) -> String {
    let mut parts: Vec<String> = plan.areas.iter().filter_map(|id| named.area(*id)).collect();
    if plan.ground.is_some() {
        parts.push(page.t("design-plan-drawn"));
    }
    parts.join(", ")
}

impl PlanShown {
    pub(crate) fn of(page: &Page, named: &Named, plan: &Plan) -> Self {
        let said = |part: PlanPart| Said { key: part.key(), place: part.code(), words: view::words(page, plan.text(part)) };
        Self {
            href: format!("/plannen/{}", plan.slug),
            title: view::words(page, &plan.title),
            department: named.department(plan.department),
            state: page.t(plan.state.key()),
            period: period(page, plan),
            place: place(page, named, plan),
            description: view::words(page, &plan.description),
            limits: vec![said(PlanPart::Room), said(PlanPart::Fixed)],
            address: plan.address.clone(),
            saved: page.day(&plan.saved),
            public: plan.public,
        }
    }
}
