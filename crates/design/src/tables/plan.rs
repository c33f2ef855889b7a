//! The plans of departments.

use crate::model::{Lies, NewPlan, Plan, PlanPart, PlanState, Site, Surroundings};
use ground::{Bounds, Ground};
use kernel::{AreaId, DepartmentId, Instant, PlanId, TenantId, TextId};
use people::WebAddress;
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Row, Session, Tx, sql, values};

/// At most so many plans are shown at one site.
pub const MOST_HERE: usize = 10;
/// So many rows are looked at in one go.
const AT_ONCE: i64 = 100;

/// A row of the table.
struct Kept {
    id: PlanId,
    slug: String,
    department: DepartmentId,
    state: PlanState,
    places: [TextId; 4],
    from: Option<kernel::Date>,
    until: Option<kernel::Date>,
    address: Option<String>,
    ground: Option<Ground>,
    public: bool,
    created: Instant,
    saved: Instant,
}

fn kept(row: &Row) -> Result<Kept, Error> {
    let state: String = row.get("state")?;
    let shape: Option<String> = row.get("shape")?;
    Ok(Kept {
        id: row.get("id")?,
        slug: row.get("slug")?,
        department: row.get("department")?,
        state: PlanState::of_code(&state).unwrap_or(PlanState::Idea),
        places: [row.get("title")?, row.get("description")?, row.get("room")?, row.get("fixed")?],
        from: row.get("begins")?,
        until: row.get("ends")?,
        address: row.get("address")?,
        ground: shape.and_then(|shape| Ground::read(&shape).ok()),
        public: row.get("public")?,
        created: row.get("created")?,
        saved: row.get("saved")?,
    })
}

async fn areas_of(s: &mut Session, tenant: TenantId, plan: PlanId) -> Result<Vec<AreaId>, Error> {
    s.all(sql!("SELECT area FROM plan_area WHERE tenant = $1 AND plan = $2 ORDER BY area LIMIT 2000"), &values![tenant, plan])
        .await?
        .iter()
        .map(|row| row.get("area"))
        .collect()
}

async fn whole(s: &mut Session, tenant: TenantId, rows: Vec<Kept>) -> Result<Vec<Plan>, Error> {
    let places: Vec<TextId> = rows.iter().flat_map(|row| row.places).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    let mut plans = Vec::with_capacity(rows.len());
    for row in rows {
        let areas = areas_of(s, tenant, row.id).await?;
        let [title, description, room, fixed] = row.places.map(|place| words.get(&place).cloned());
        let (Some(title), Some(description), Some(room), Some(fixed)) = (title, description, room, fixed) else { continue };
        let Kept { id, slug, department, state, from, until, address, ground, public, created, saved, .. } = row;
        plans.push(Plan {
            id,
            slug,
            title,
            description,
            room,
            fixed,
            department,
            state,
            from,
            until,
            address,
            areas,
            ground,
            public,
            created,
            saved,
        });
    }
    Ok(plans)
}

async fn one(s: &mut Session, tenant: TenantId, row: Option<Row>) -> Result<Option<Plan>, Error> {
    let Some(row) = row else { return Ok(None) };
    Ok(whole(s, tenant, vec![kept(&row)?]).await?.pop())
}

/// One plan.
///
/// # Errors
/// When the database cannot be read.
pub async fn plan(s: &mut Session, tenant: TenantId, id: PlanId) -> Result<Option<Plan>, Error> {
    let row = s.optional(sql!("SELECT * FROM plan WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    one(s, tenant, row).await
}

/// One public plan by its place in addresses.
///
/// # Errors
/// When the database cannot be read.
pub async fn plan_by_slug(s: &mut Session, tenant: TenantId, slug: &str) -> Result<Option<Plan>, Error> {
    let row = s.optional(sql!("SELECT * FROM plan WHERE tenant = $1 AND slug = $2 AND public = TRUE"), &values![tenant, slug]).await?;
    one(s, tenant, row).await
}

/// Plans, the newest first, `limit` at most, after the one that `after` points at.
///
/// # Errors
/// When the database cannot be read.
pub async fn plans(
    s: &mut Session,
    tenant: TenantId,
    public_only: bool,
    after: Option<(Instant, PlanId)>,
    limit: i64,
) -> Result<Vec<Plan>, Error> {
    // No row lies after the end of time: the first page and a later one are the same question.
    let last = PlanId::from_uuid(uuid::Uuid::from_bytes([0xff; 16]));
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MAX), last));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM plan WHERE tenant = $1 AND (created, id) < ($2, $3) AND (public = TRUE OR $4 = FALSE)
                 ORDER BY created DESC, id DESC LIMIT $5"
            ),
            &values![tenant, at, id, public_only, limit],
        )
        .await?;
    let rows = rows.iter().map(kept).collect::<Result<Vec<_>, _>>()?;
    whole(s, tenant, rows).await
}

/// The plans that lie at one of these sites and are not done, those on the very point first and then the newest;
/// [`MOST_HERE`] at most. Rows are looked at in portions, so that a long list is never in memory.
///
/// # Errors
/// When the database cannot be read.
pub async fn plans_at(s: &mut Session, tenant: TenantId, sites: &[Site], public_only: bool) -> Result<Vec<(Plan, Lies)>, Error> {
    if sites.iter().all(|site| *site == Site::default()) {
        return Ok(Vec::new());
    }
    let around = Surroundings::of(&people::tables::areas(s, tenant).await?);
    let (west, south, east, north) = match sites.iter().filter_map(|site| around.bounds(site)).reduce(Bounds::with) {
        Some(found) => (found.west, found.south, found.east, found.north),
        // Nobody drew the area: a plan with a ground of its own cannot be compared with it.
        None => (i64::MAX, i64::MAX, i64::MIN, i64::MIN),
    };
    let mut found: Vec<(Kept, Lies)> = Vec::new();
    let mut before = PlanId::from_uuid(uuid::Uuid::from_bytes([0xff; 16]));
    loop {
        let rows = s
            .all(
                sql!(
                    "SELECT * FROM plan WHERE tenant = $1 AND id < $2 AND state <> $3 AND (public = TRUE OR $4 = FALSE)
                       AND ((west <= $5 AND east >= $6 AND south <= $7 AND north >= $8)
                         OR EXISTS (SELECT 1 FROM plan_area a WHERE a.tenant = plan.tenant AND a.plan = plan.id))
                     ORDER BY id DESC LIMIT $9"
                ),
                &values![tenant, before, PlanState::Done.code(), public_only, east, west, north, south, AT_ONCE],
            )
            .await?;
        let portion = rows.iter().map(kept).collect::<Result<Vec<_>, _>>()?;
        let Some(last) = portion.last() else { break };
        before = last.id;
        for row in portion {
            let areas = areas_of(s, tenant, row.id).await?;
            if let Some(lies) = sites.iter().filter_map(|site| around.lies(&areas, row.ground.as_ref(), site)).min() {
                found.push((row, lies));
            }
        }
        found.sort_by_key(|(row, lies)| (*lies, std::cmp::Reverse(row.id)));
        found.truncate(MOST_HERE);
    }
    let (rows, lies): (Vec<Kept>, Vec<Lies>) = found.into_iter().unzip();
    let ids: Vec<PlanId> = rows.iter().map(|row| row.id).collect();
    let plans = whole(s, tenant, rows).await?;
    let lies_of = |plan: &Plan| ids.iter().zip(&lies).find(|(id, _)| **id == plan.id).map_or(Lies::Nearby, |(_, lies)| *lies);
    Ok(plans.into_iter().map(|plan| (lies_of(&plan), plan)).map(|(lies, plan)| (plan, lies)).collect())
}

/// Whether a plan stands at the place `slug`.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn slug_taken(s: &mut Session, tenant: TenantId, slug: &str) -> Result<bool, Error> {
    Ok(s.optional(sql!("SELECT id FROM plan WHERE tenant = $1 AND slug = $2"), &values![tenant, slug]).await?.is_some())
}

/// When a plan was last saved and where its texts are; `None` when there is no such plan.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn standing(
    s: &mut Session,
    tenant: TenantId,
    id: PlanId,
) -> Result<Option<(Instant, BTreeMap<PlanPart, TextId>)>, Error> {
    let row = s
        .optional(sql!("SELECT saved, title, description, room, fixed FROM plan WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let places = PlanPart::ALL.into_iter().map(|part| Ok((part, row.get(part.code())?))).collect::<Result<_, Error>>()?;
    Ok(Some((row.get("saved")?, places)))
}

/// Keeps a plan under a new slug, or what it became when there is one with this id.
///
/// # Errors
/// When the database cannot be written, or the slug is taken.
pub(crate) async fn put(
    tx: &mut Tx,
    tenant: TenantId,
    id: PlanId,
    new_slug: Option<&str>,
    plan: &NewPlan,
    places: &BTreeMap<PlanPart, TextId>,
    at: Instant,
) -> Result<(), Error> {
    let place = |part: PlanPart| places.get(&part).copied();
    let shape = plan.ground.as_ref().map(|ground| ground.geojson().to_string());
    let bounds = plan.ground.as_ref().map(Ground::bounds);
    let address = plan.address.clone().map(WebAddress::into_string);
    if let Some(slug) = new_slug {
        tx.run(
            sql!(
                "INSERT INTO plan (tenant, id, slug, department, state, title, description, room, fixed, begins, ends, address, shape,
                   west, south, east, north, public, created, saved)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
            ),
            &values![
                tenant,
                id,
                slug,
                plan.department,
                plan.state.code(),
                place(PlanPart::Title),
                place(PlanPart::Description),
                place(PlanPart::Room),
                place(PlanPart::Fixed),
                plan.from,
                plan.until,
                address,
                shape,
                bounds.map(|it| it.west),
                bounds.map(|it| it.south),
                bounds.map(|it| it.east),
                bounds.map(|it| it.north),
                plan.public,
                at,
                at
            ],
        )
        .await?;
    } else {
        tx.run(
            sql!(
                "UPDATE plan SET department = $3, state = $4, begins = $5, ends = $6, address = $7, shape = $8,
                   west = $9, south = $10, east = $11, north = $12, public = $13, saved = $14
                 WHERE tenant = $1 AND id = $2"
            ),
            &values![
                tenant,
                id,
                plan.department,
                plan.state.code(),
                plan.from,
                plan.until,
                address,
                shape,
                bounds.map(|it| it.west),
                bounds.map(|it| it.south),
                bounds.map(|it| it.east),
                bounds.map(|it| it.north),
                plan.public,
                at
            ],
        )
        .await?;
    }
    tx.run(sql!("DELETE FROM plan_area WHERE tenant = $1 AND plan = $2"), &values![tenant, id]).await?;
    for area in &plan.areas {
        tx.run(sql!("INSERT INTO plan_area (tenant, plan, area) VALUES ($1, $2, $3)"), &values![tenant, id, *area]).await?;
    }
    Ok(())
}
