//! What tables there are, as each engine tells it.

use crate::value::{Cell, ToValue as _, Value};
use crate::{Engine, Error, Session};
use uuid::Uuid;

/// What a column holds, as far as a backup must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Double,
    Boolean,
    Text,
    Bytes,
    Uuid,
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "INTEGER" | "int8" | "int4" | "int2" => Self::Integer,
            "REAL" | "float8" | "float4" => Self::Double,
            "bool" => Self::Boolean,
            "TEXT" | "text" | "varchar" => Self::Text,
            "BLOB" | "bytea" => Self::Bytes,
            "uuid" => Self::Uuid,
            _ => return None,
        })
    }

    pub(crate) fn absent(self) -> Value {
        match self {
            Self::Integer => Value::Integer(None),
            Self::Double => Value::Double(None),
            Self::Boolean => Value::Boolean(None),
            Self::Text => Value::Text(None),
            Self::Bytes => Value::Bytes(None),
            Self::Uuid => Value::Uuid(None),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub name: String,
    pub kind: Kind,
    /// The place in the primary key, from 1; 0 when it is not in it.
    pub key: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

/// Names are ours and plain, so that they can stand in a statement between quotes.
pub(crate) fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

impl Table {
    /// The statement for the next page after a key, whose values are `$1…`.
    pub(crate) fn page(&self, is_after: bool, rows: i64) -> String {
        let names: Vec<String> = self.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let key: Vec<String> = self.key().map(|(_, column)| format!("\"{}\"", column.name)).collect();
        let places: Vec<String> = (1..=key.len()).map(|n| format!("${n}")).collect();
        let after = if is_after { format!(" WHERE ({}) > ({})", key.join(", "), places.join(", ")) } else { String::new() };
        format!("SELECT {} FROM \"{}\"{after} ORDER BY {} LIMIT {rows}", names.join(", "), self.name, key.join(", "))
    }

    /// The values of the primary key of a row.
    pub(crate) fn key_of(&self, cells: &[Cell]) -> Result<Vec<Value>, Error> {
        self.key()
            .map(|(at, column)| match &cells[at] {
                Cell::Integer(it) => Ok(it.to_value()),
                Cell::Text(it) => Ok(it.to_value()),
                Cell::Bytes(it) => Ok(it.to_value()),
                Cell::Uuid(it) => Ok(Uuid::to_value(it)),
                Cell::Boolean(it) => Ok(it.to_value()),
                Cell::Double(_) | Cell::Nothing => Err(Error::Backup(format!("{}.{} is no key", self.name, column.name))),
            })
            .collect()
    }

    fn key(&self) -> impl Iterator<Item = (usize, &Column)> {
        let mut key: Vec<_> = self.columns.iter().enumerate().filter(|(_, column)| column.key > 0).collect();
        key.sort_by_key(|(_, column)| column.key);
        key.into_iter()
    }
}

const ON_SQLITE: &str = "SELECT m.name AS owner, c.name AS name, c.type AS kind, c.pk AS place FROM sqlite_schema m, pragma_table_info(m.name) c \
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name NOT LIKE 'search\\_words%' ESCAPE '\\' ORDER BY m.name, c.cid";

const ON_POSTGRES: &str = "SELECT CAST(t.relname AS TEXT) AS owner, CAST(a.attname AS TEXT) AS name, CAST(y.typname AS TEXT) AS kind, \
     CAST(coalesce(array_position(CAST(i.indkey AS int2[]), a.attnum) + 1, 0) AS BIGINT) AS place \
     FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid \
     JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary \
     WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' \
     ORDER BY t.relname, a.attnum";

/// All tables of ours with their columns, without what an engine makes of them by itself (indexes, generated columns).
pub(crate) async fn tables(session: &mut Session) -> Result<Vec<Table>, Error> {
    let sql = match session.engine() {
        Engine::Sqlite => ON_SQLITE,
        Engine::Postgres => ON_POSTGRES,
    };
    let mut tables: Vec<Table> = Vec::new();
    for row in session.all(sql, &[]).await? {
        let (owner, name, kind) = (row.get::<String>("owner")?, row.get::<String>("name")?, row.get::<String>("kind")?);
        let unknown = || Error::Backup(format!("{owner}.{name} is a {kind}, which a backup cannot hold"));
        if !is_plain(&owner) || !is_plain(&name) {
            return Err(Error::Backup(format!("{owner}.{name} is no name of a table of ours")));
        }
        let column = Column { kind: Kind::of(&kind).ok_or_else(unknown)?, name, key: row.get("place")? };
        match tables.last_mut() {
            Some(table) if table.name == owner => table.columns.push(column),
            _ => tables.push(Table { name: owner, columns: vec![column] }),
        }
    }
    match tables.iter().find(|table| table.columns.iter().all(|column| column.key == 0)) {
        Some(table) => Err(Error::Backup(format!("{} has no primary key", table.name))),
        None => Ok(tables),
    }
}
