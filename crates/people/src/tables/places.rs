//! Areas and streets.

use crate::tables::events::{self, Event};
use kernel::{Actor, AreaId, StreetId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

/// A neighbourhood, village or district.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: String,
    /// A short code that stays when the name changes, for import.
    pub code: String,
    /// The area it lies in.
    pub parent: Option<AreaId>,
    /// Its shape: a GeoJSON geometry in WGS84.
    pub shape: Option<String>,
}

/// A street inside an area; a street that crosses two areas is there twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Street {
    /// Its id.
    pub id: StreetId,
    /// Its name.
    pub name: String,
    /// The area it lies in.
    pub area: AreaId,
    /// Its line: a GeoJSON geometry in WGS84.
    pub shape: Option<String>,
}

fn area_of(row: &Row) -> Result<Area, Error> {
    Ok(Area { id: row.get("id")?, name: row.get("name")?, code: row.get("code")?, parent: row.get("parent")?, shape: row.get("shape")? })
}

fn street_of(row: &Row) -> Result<Street, Error> {
    Ok(Street { id: row.get("id")?, name: row.get("name")?, area: row.get("area")?, shape: row.get("shape")? })
}

/// All areas by name; at most 2000.
///
/// # Errors
/// When the database does not answer.
pub async fn areas(s: &mut Session, tenant: TenantId) -> Result<Vec<Area>, Error> {
    s.all(sql!("SELECT id, name, code, parent, shape FROM area WHERE tenant = $1 ORDER BY name, id LIMIT 2000"), &values![tenant])
        .await?
        .iter()
        .map(area_of)
        .collect()
}

/// One area.
///
/// # Errors
/// When the database does not answer.
pub async fn area(s: &mut Session, tenant: TenantId, id: AreaId) -> Result<Option<Area>, Error> {
    s.optional(sql!("SELECT id, name, code, parent, shape FROM area WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .as_ref()
        .map(area_of)
        .transpose()
}

/// The areas that lie in `area`, at any depth.
pub(crate) fn within(parents: &[(AreaId, Option<AreaId>)], area: AreaId) -> Vec<AreaId> {
    let mut found = Vec::new();
    let mut edge = vec![area];
    while let Some(at) = edge.pop() {
        for (child, parent) in parents {
            if *parent == Some(at) && *child != area && !found.contains(child) {
                found.push(*child);
                edge.push(*child);
            }
        }
    }
    found
}

/// Makes an area or changes the one with this id.
///
/// # Errors
/// [`Error::Conflict`] when its code is taken.
pub async fn save_area(tx: &mut Tx, tenant: TenantId, actor: &Actor, it: &Area) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!("UPDATE area SET name = $3, code = $4, parent = $5, shape = $6 WHERE tenant = $1 AND id = $2"),
            &values![tenant, it.id, it.name, it.code, it.parent, it.shape],
        )
        .await?;
    if changed == 0 {
        tx.run(
            sql!("INSERT INTO area (tenant, id, name, code, parent, shape) VALUES ($1, $2, $3, $4, $5, $6)"),
            &values![tenant, it.id, it.name, it.code, it.parent, it.shape],
        )
        .await?;
    }
    events::record(tx, tenant, actor, Event::AreaSaved { area: it.id }).await
}

/// Streets by name, of one area or of all; at most 5000.
///
/// # Errors
/// When the database does not answer.
pub async fn streets(s: &mut Session, tenant: TenantId, area: Option<AreaId>) -> Result<Vec<Street>, Error> {
    let rows = match area {
        Some(area) => {
            s.all(
                sql!("SELECT id, name, area, shape FROM street WHERE tenant = $1 AND area = $2 ORDER BY name, id LIMIT 5000"),
                &values![tenant, area],
            )
            .await?
        }
        None => {
            s.all(sql!("SELECT id, name, area, shape FROM street WHERE tenant = $1 ORDER BY name, id LIMIT 5000"), &values![tenant]).await?
        }
    };
    rows.iter().map(street_of).collect()
}

/// One street.
///
/// # Errors
/// When the database does not answer.
pub async fn street(s: &mut Session, tenant: TenantId, id: StreetId) -> Result<Option<Street>, Error> {
    s.optional(sql!("SELECT id, name, area, shape FROM street WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .as_ref()
        .map(street_of)
        .transpose()
}

/// Makes streets, in one area or several; one that is there by name and area gets the new line.
///
/// # Errors
/// When the database does not answer.
pub async fn save_streets(tx: &mut Tx, tenant: TenantId, actor: &Actor, streets: &[Street]) -> Result<(), Error> {
    for it in streets {
        let changed = tx
            .run(
                sql!("UPDATE street SET shape = $4 WHERE tenant = $1 AND area = $2 AND name = $3"),
                &values![tenant, it.area, it.name, it.shape],
            )
            .await?;
        if changed == 0 {
            tx.run(
                sql!("INSERT INTO street (tenant, id, name, area, shape) VALUES ($1, $2, $3, $4, $5)"),
                &values![tenant, it.id, it.name, it.area, it.shape],
            )
            .await?;
        }
    }
    let count = i64::try_from(streets.len()).unwrap_or(i64::MAX);
    events::record(tx, tenant, actor, Event::StreetsSaved { count }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn areas_within_areas_are_found_and_a_circle_ends() {
        let id = |n: u128| AreaId::from_uuid(Uuid::from_u128(n));
        let parents = [(id(1), Some(id(3))), (id(2), Some(id(1))), (id(3), Some(id(2))), (id(4), None)];
        assert_eq!(within(&parents, id(1)), [id(2), id(3)]);
        assert!(within(&parents, id(4)).is_empty());
    }
}
