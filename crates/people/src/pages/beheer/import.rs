//! `/beheer/wijken/inlezen`: areas and streets from a file of the municipality. Every rejected row is named with its reason.

use super::fields;
use super::geo::{self, Grid, Kind, Place, Read, Wrong};
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables::{self, Area, Street, places};
use askama::Template;
use axum::response::Response;
use kernel::{AreaId, StreetId};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};

/// At most so many rejected rows are shown; the rest is counted.
const MOST_SHOWN: usize = 200;

struct Rejected {
    row: usize,
    name: String,
    why: String,
}

#[derive(Template)]
#[template(path = "beheer/import.html")]
struct Import {
    page: Page,
    typed: Typed,
    kinds: Vec<Choice>,
    grids: Vec<Choice>,
    rejected: Vec<Rejected>,
    more: usize,
    good: usize,
}

fn draw(ctx: &Context, typed: Typed, good: usize, rejected: &[(usize, String, Wrong)]) -> Response {
    let page = ctx.page("people-beheer-import-title");
    let kinds = [Kind::Areas, Kind::Streets].map(|kind| Choice::new(kind.code(), page.t(format!("people-beheer-import-{}", kind.code()))));
    let grids = Grid::ALL.map(|grid| Choice::new(grid.code(), page.t(format!("people-beheer-grid-{}", grid.code()))));
    let status = fields::status(&typed);
    let more = rejected.len().saturating_sub(MOST_SHOWN);
    let shown = rejected.iter().take(MOST_SHOWN);
    let rejected = shown.map(|(row, name, wrong)| Rejected { row: *row, name: name.clone(), why: page.t(wrong.key()) }).collect();
    ui::html(status, &Import { page, typed, kinds: kinds.into(), grids: grids.into(), rejected, more, good })
}

/// Shows the form.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    Ok(draw(&ctx, Typed::empty().with("kind", "areas").with("grid", "wgs84"), 0, &[]))
}

/// What a file would change.
enum Change {
    Areas(Vec<Area>),
    Streets(Vec<Street>),
}

impl Change {
    fn len(&self) -> usize {
        match self {
            Self::Areas(areas) => areas.len(),
            Self::Streets(streets) => streets.len(),
        }
    }
}

/// Reads a file and keeps what is good: all of it, or only the good rows when the form says so.
pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let Some((kind, read)) = parse(&mut form) else { return Ok(draw(&ctx, form.typed, 0, &[])) };
    let held = tables::areas(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let Read { places, mut rejected } = read;
    let change = match kind {
        Kind::Areas => Change::Areas(as_areas(&ctx, places, &held, &mut rejected)),
        Kind::Streets => Change::Streets(as_streets(&ctx, places, &held, &mut rejected)),
    };
    rejected.sort_by_key(|(row, ..)| *row);
    if change.len() == 0 || (!rejected.is_empty() && !form.typed.has("partial", "yes")) {
        form.typed.wrong_with("file", "people-beheer-import-rejected", &[("count", rejected.len().into()), ("good", change.len().into())]);
        return Ok(draw(&ctx, form.typed, change.len(), &rejected));
    }
    let good = change.len();
    keep(&ctx, change).await?;
    if rejected.is_empty() {
        return Ok(ctx.done("/beheer/wijken", "people-beheer-import-done"));
    }
    Ok(draw(&ctx, Typed::empty().with("kind", kind.code()).with("grid", form.typed.get("grid")), good, &rejected))
}

fn parse(form: &mut Posted) -> Option<(Kind, Read)> {
    let (kind, grid) = (Kind::from_code(form.typed.get("kind")), Grid::from_code(form.typed.get("grid")));
    if kind.is_none() {
        form.typed.wrong("kind", "ui-choose");
    }
    if grid.is_none() {
        form.typed.wrong("grid", "ui-choose");
    }
    let Some(file) = form.files.iter().find(|file| file.name == "file") else {
        form.typed.wrong("file", "people-beheer-import-no-file");
        return None;
    };
    match geo::read(&file.bytes, grid?, kind?) {
        Ok(read) => Some((kind?, read)),
        Err(key) => {
            form.typed.wrong("file", key);
            None
        }
    }
}

/// Areas keep their id by their code, or by their name when the file has no codes.
fn as_areas(ctx: &Context, places: Vec<Place>, held: &[Area], rejected: &mut Vec<(usize, String, Wrong)>) -> Vec<Area> {
    let lower = |text: &str| text.to_lowercase();
    let mut ids: HashMap<String, AreaId> = HashMap::new();
    for area in held {
        ids.entry(lower(&area.name)).or_insert(area.id);
    }
    // A code says more than a name, so it is written over one.
    for area in held.iter().filter(|area| !area.code.is_empty()) {
        ids.insert(lower(&area.code), area.id);
    }
    let own: Vec<AreaId> = places
        .iter()
        .map(|place| {
            let mark = lower(if place.code.is_empty() { &place.name } else { &place.code });
            *ids.entry(mark).or_insert_with(|| AreaId::new(ctx.now(), ctx.app.random.as_ref()))
        })
        .collect();
    let mut made = Vec::new();
    for (place, id) in places.into_iter().zip(own) {
        let before = held.iter().find(|area| area.id == id);
        let parent = match place.inside.as_str() {
            "" => before.and_then(|area| area.parent),
            inside => match ids.get(&lower(inside)).filter(|parent| **parent != id) {
                Some(parent) => Some(*parent),
                None => {
                    rejected.push((place.row, place.name, Wrong::UnknownArea));
                    continue;
                }
            },
        };
        let code = match (place.code.as_str(), before) {
            ("", Some(area)) => area.code.clone(),
            ("", None) => place.name.chars().take(40).collect(),
            (code, _) => code.chars().take(40).collect(),
        };
        made.push(Area {
            id,
            code,
            parent,
            shape: place.kept_shape().or_else(|| before.and_then(|area| area.shape.clone())),
            name: place.name,
        });
    }
    made
}

/// A street lies in the area that the file names, or else in the smallest one that its line lies in.
fn as_streets(ctx: &Context, places: Vec<Place>, held: &[Area], rejected: &mut Vec<(usize, String, Wrong)>) -> Vec<Street> {
    let shapes: Vec<_> = held.iter().filter_map(|area| Some((area.id, geo::shape_of(area.shape.as_deref()?)?))).collect();
    let mut made: Vec<Street> = Vec::new();
    let mut at: HashMap<(AreaId, String), usize> = HashMap::new();
    for place in places {
        let area = if place.inside.is_empty() {
            let point = place.shape.as_ref().and_then(geo::middle);
            let around =
                point.map(|point| shapes.iter().filter(|(_, shape)| geo::holds(shape, point)).map(|(id, _)| *id).collect::<Vec<_>>());
            // The innermost: the one that holds no other of those found.
            around.and_then(|found| {
                let innermost =
                    found.iter().find(|id| !found.iter().any(|other| other != *id && super::areas::lies_in(held, *other, **id)));
                innermost.copied().ok_or(Wrong::NoArea).ok()
            })
        } else {
            let same = |text: &str| text.to_lowercase() == place.inside.to_lowercase();
            held.iter().find(|area| same(&area.code)).or_else(|| held.iter().find(|area| same(&area.name))).map(|area| area.id)
        };
        let Some(area) = area else {
            let wrong = if place.inside.is_empty() { Wrong::NoArea } else { Wrong::UnknownArea };
            rejected.push((place.row, place.name, wrong));
            continue;
        };
        let mark = (area, place.name.to_lowercase());
        match at.get(&mark) {
            // A street in pieces: its lines are laid together.
            Some(index) => made[*index].shape = joined(made[*index].shape.take(), place.kept_shape()),
            None => {
                at.insert(mark, made.len());
                let shape = place.kept_shape();
                made.push(Street { id: StreetId::new(ctx.now(), ctx.app.random.as_ref()), name: place.name, area, shape });
            }
        }
    }
    made
}

fn joined(one: Option<String>, other: Option<String>) -> Option<String> {
    use geojson::{Geometry, Value};
    let lines = |shape: &Option<String>| match shape.as_deref().and_then(geo::shape_of) {
        Some(Value::LineString(line)) => vec![line],
        Some(Value::MultiLineString(lines)) => lines,
        _ => Vec::new(),
    };
    let mut all = lines(&one);
    all.extend(lines(&other));
    if all.is_empty() { one.or(other) } else { Some(Geometry::new(Value::MultiLineString(all)).to_string()) }
}

async fn keep(ctx: &Context, change: Change) -> Result<(), Fault> {
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    match change {
        Change::Areas(areas) => {
            store::write!(ctx.app.store, [areas, tenant, actor], |tx| {
                for area in &areas {
                    places::save_area(tx, tenant, &actor, area).await?;
                }
                Ok::<_, store::Error>(())
            })
            .await?;
        }
        Change::Streets(streets) => {
            store::write!(ctx.app.store, [streets, tenant, actor], |tx| places::save_streets(tx, tenant, &actor, &streets).await).await?;
        }
    }
    Ok(())
}
