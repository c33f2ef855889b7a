//! The form of a plan.

use crate::forms::charter::{Setting, put, seen, set};
use crate::forms::date;
use crate::model::{NewPlan, Plan, PlanPart, PlanState};
use ground::{Ground, Unread};
use kernel::{AreaId, DepartmentId};
use people::WebAddress;
use std::collections::BTreeMap;
use ui::Typed;

/// What somebody may choose from.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    /// The departments whose plans whoever asks may keep.
    pub departments: Vec<(DepartmentId, String)>,
    /// The areas of the municipality.
    pub areas: Vec<(AreaId, String)>,
}

/// Key and number of what is wrong with a shape.
const fn wrong_shape(unread: Unread) -> (&'static str, usize) {
    match unread {
        Unread::Empty | Unread::NotAPolygon => ("design-plan-shape-no-polygon", 0),
        Unread::TooLarge => ("design-plan-shape-too-large", 0),
        Unread::NotJson => ("design-plan-shape-not-json", 0),
        Unread::NotAPoint(nth) => ("design-plan-shape-not-a-point", nth),
        Unread::NotALine(nth) => ("design-plan-shape-not-a-line", nth),
        Unread::Elsewhere(nth) => ("design-plan-shape-elsewhere", nth),
        Unread::Open(nth) => ("design-plan-shape-open", nth),
        Unread::TooFew(nth) => ("design-plan-shape-too-few", nth),
        Unread::Crossing(nth) => ("design-plan-shape-crossing", nth),
        Unread::HoleOutside(nth) => ("design-plan-shape-hole-outside", nth),
    }
}

fn drawn(typed: &mut Typed) -> Option<Ground> {
    match Ground::read(typed.get("shape")) {
        Ok(ground) => Some(ground),
        Err(Unread::Empty) => None,
        Err(unread) => {
            let (key, nth) = wrong_shape(unread);
            typed.wrong_with("shape", key, &[("nth", i64::try_from(nth).unwrap_or(i64::MAX).into())]);
            None
        }
    }
}

/// The plan that was typed; nothing when something is wrong, which is then noted beside its field.
/// `before` is the plan that the form showed.
pub fn parse(typed: &mut Typed, setting: &Setting, offered: &Offered, before: Option<&Plan>) -> Option<NewPlan> {
    let mut texts = BTreeMap::new();
    for part in PlanPart::ALL {
        let earlier = before.map(|plan| plan.text(part));
        match set(typed, setting, part.code(), part.most(), part == PlanPart::Title, earlier) {
            Some(set) => drop(texts.insert(part, set)),
            None if typed.error_of(part.code()).is_none() => typed.wrong(part.code(), format!("{}-missing", part.key())),
            None => {}
        }
    }
    let department =
        typed.get("department").parse::<DepartmentId>().ok().filter(|id| offered.departments.iter().any(|(known, _)| known == id));
    if department.is_none() {
        typed.wrong("department", "ui-choose");
    }
    let state = PlanState::of_code(typed.get("state"));
    if state.is_none() {
        typed.wrong("state", "ui-choose");
    }
    let (from, until) = (date(typed, "from"), date(typed, "until"));
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        typed.wrong("until", "design-plan-until-before");
    }
    let address = WebAddress::read(typed.get("address"));
    if address.is_none() && !typed.get("address").trim().is_empty() {
        typed.wrong("address", "design-plan-address-wrong");
    }
    let chosen: Vec<AreaId> = typed.all("areas").into_iter().filter_map(|text| text.parse().ok()).collect();
    let areas: Vec<AreaId> = offered.areas.iter().map(|(id, _)| *id).filter(|id| chosen.contains(id)).collect();
    let ground = drawn(typed);
    // Without areas there is nothing to tick: the sentence stands where something can be done.
    if areas.is_empty() && ground.is_none() && typed.error_of("shape").is_none() {
        typed.wrong(if offered.areas.is_empty() { "shape" } else { "areas" }, "design-plan-nowhere");
    }
    let public = typed.has("public", "yes");
    if typed.is_wrong() {
        return None;
    }
    Some(NewPlan { texts, department: department?, state: state?, from, until, address, areas, ground, public })
}

/// The form filled with a plan.
#[must_use]
pub fn filled(plan: &Plan) -> Typed {
    let mut typed = Typed::empty();
    typed.set("seen", seen(Some(plan.saved)));
    for part in PlanPart::ALL {
        put(&mut typed, part.code(), plan.text(part));
    }
    typed.set("department", plan.department.to_string());
    typed.set("state", plan.state.code());
    for (name, day) in [("from", plan.from), ("until", plan.until)] {
        if let Some(day) = day {
            typed.set(name, day.to_string());
        }
    }
    if let Some(address) = &plan.address {
        typed.set("address", address.as_str());
    }
    for area in &plan.areas {
        typed.push("areas", area.to_string());
    }
    if let Some(ground) = &plan.ground {
        typed.set("shape", ground.geojson().to_string());
    }
    if plan.public {
        typed.set("public", "yes");
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Instant, Language, PlanId};
    use uuid::Uuid;

    fn setting() -> Setting {
        Setting { original: Language::NL, others: vec![Language::EN], writer: None }
    }

    fn offered() -> Offered {
        let id = Uuid::from_u128;
        Offered {
            departments: vec![(DepartmentId::from_uuid(id(1)), "Groen".into())],
            areas: vec![(AreaId::from_uuid(id(2)), "Centrum".into()), (AreaId::from_uuid(id(3)), "Molenveld".into())],
        }
    }

    fn whole() -> Typed {
        let offered = offered();
        Typed::empty()
            .with("title", "Woningen op de Bleek")
            .with("title-en", "Homes on the Bleek")
            .with("title-en-origin", "human")
            .with("description", "Veertig woningen.")
            .with("room", "Wat er tussen de huizen komt.")
            .with("fixed", "Het aantal woningen.")
            .with("department", offered.departments[0].0.to_string())
            .with("state", "prepared")
            .with("from", "1/3/2027")
            .with("until", "2028-06-30")
            .with("address", "https://leyhoven.example/bleek")
            .with("areas", offered.areas[1].0.to_string())
            .with("shape", "51.02 3.71\n51.02 3.72\n51.03 3.72")
            .with("public", "yes")
    }

    #[test]
    fn a_plan_comes_back_from_its_own_form() {
        let new = parse(&mut whole(), &setting(), &offered(), None).expect("a plan");
        let text = |part: PlanPart| new.texts[&part].clone();
        let plan = Plan {
            id: PlanId::from_uuid(Uuid::nil()),
            slug: "x".into(),
            title: text(PlanPart::Title),
            description: text(PlanPart::Description),
            room: text(PlanPart::Room),
            fixed: text(PlanPart::Fixed),
            department: new.department,
            state: new.state,
            from: new.from,
            until: new.until,
            address: new.address.clone().map(WebAddress::into_string),
            areas: new.areas.clone(),
            ground: new.ground.clone(),
            public: new.public,
            created: Instant::from_micros(0),
            saved: Instant::from_micros(7),
        };
        assert_eq!(parse(&mut filled(&plan), &setting(), &offered(), Some(&plan)), Some(new));
    }

    #[test]
    fn everything_that_is_missing_or_strange_is_said_beside_its_field() {
        let mut typed = Typed::empty();
        assert_eq!(parse(&mut typed, &setting(), &offered(), None), None);
        for field in ["title", "description", "room", "fixed", "department", "state", "areas"] {
            assert!(typed.error_of(field).is_some(), "{field}");
        }
        for (field, value) in [
            ("department", "01890000-0000-7000-8000-000000000001"),
            ("state", "afgeblazen"),
            ("from", "morgen"),
            ("until", "2026-01-01"),
            ("address", "leyhoven.example"),
            ("shape", "51.02 3.71"),
            ("title-en-origin", ""),
        ] {
            let mut typed = whole();
            typed.set(field, value);
            assert_eq!(parse(&mut typed, &setting(), &offered(), None), None, "{field}");
            assert!(typed.error_of(field).is_some(), "{field}: {:?}", typed.errors());
            assert_eq!(typed.get(field), value, "nothing typed is lost");
        }
    }

    #[test]
    fn a_plan_lies_somewhere() {
        let mut typed = whole();
        typed.set("shape", "");
        assert!(parse(&mut typed, &setting(), &offered(), None).expect("areas are enough").ground.is_none());
        typed.set("areas", "");
        assert_eq!(parse(&mut typed, &setting(), &offered(), None), None);
        assert!(typed.error_of("areas").is_some());
        let mut typed = whole();
        typed.set("areas", "");
        assert!(parse(&mut typed, &setting(), &offered(), None).expect("a ground is enough").areas.is_empty());
    }
}
