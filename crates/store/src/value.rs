//! Values that go into a statement and come out of a row, the same for both engines.

use crate::Error;
use kernel::{Date, Instant, Language, Line, Money, Prose, PublicNumber};
use sqlx::{Row as _, TypeInfo as _, ValueRef as _};
use uuid::Uuid;

/// A value for a `$n` of a statement. An absent value keeps the type of its column, since PostgreSQL asks for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// BIGINT.
    Integer(Option<i64>),
    /// DOUBLE.
    Double(Option<f64>),
    /// BOOLEAN.
    Boolean(Option<bool>),
    /// TEXT.
    Text(Option<String>),
    /// BYTES.
    Bytes(Option<Vec<u8>>),
    /// UUID.
    Uuid(Option<Uuid>),
}

/// What can be given to a statement.
pub trait ToValue {
    /// The value as it is stored.
    fn to_value(&self) -> Value;
    /// The absent value of the same column type.
    fn absent() -> Value;
}

/// What can be read from a column.
pub trait FromColumn: Sized {
    /// The value of a cell, or `None` when the cell holds something else (or nothing).
    fn from_cell(cell: Cell) -> Option<Self>;
    /// Whether an empty cell is an answer: for `Option` only.
    fn from_nothing() -> Option<Self> {
        None
    }
}

/// One cell of a row, before it gets its meaning.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A whole number of any width.
    Integer(i64),
    /// A floating number.
    Double(f64),
    /// A truth value; SQLite keeps it as 0 or 1 and gives [`Cell::Integer`].
    Boolean(bool),
    /// Text.
    Text(String),
    /// Bytes; on SQLite also an id.
    Bytes(Vec<u8>),
    /// An id.
    Uuid(Uuid),
    /// Nothing.
    Nothing,
}

/// One row of an answer.
#[derive(Debug)]
pub struct Row(pub(crate) Inner);

pub(crate) enum Inner {
    Sqlite(sqlx::sqlite::SqliteRow),
    Postgres(sqlx::postgres::PgRow),
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Row {
    /// The value of a column by its name.
    ///
    /// # Errors
    /// [`Error::Broken`] when there is no such column or it holds something else, also when it is empty and `T` is not an `Option`.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, Error> {
        let cell = match &self.0 {
            Inner::Sqlite(row) => sqlite_cell(row, column),
            Inner::Postgres(row) => postgres_cell(row, column),
        }
        .map_err(|error| Error::Broken(format!("column {column}: {error}")))?;
        let wrong = || Error::Broken(format!("column {column} holds no {}", std::any::type_name::<T>()));
        match cell {
            Cell::Nothing => T::from_nothing().ok_or_else(wrong),
            cell => T::from_cell(cell).ok_or_else(wrong),
        }
    }

    /// All cells in the order of the columns.
    pub(crate) fn cells(&self) -> Result<Vec<Cell>, Error> {
        let broken = |error: sqlx::Error| Error::Broken(error.to_string());
        match &self.0 {
            Inner::Sqlite(row) => (0..row.len()).map(|n| sqlite_cell(row, n).map_err(broken)).collect(),
            Inner::Postgres(row) => (0..row.len()).map(|n| postgres_cell(row, n).map_err(broken)).collect(),
        }
    }
}

fn sqlite_cell<I: sqlx::ColumnIndex<sqlx::sqlite::SqliteRow> + Copy>(row: &sqlx::sqlite::SqliteRow, at: I) -> Result<Cell, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Cell::Nothing);
    }
    let kind = raw.type_info().name().to_owned();
    drop(raw);
    Ok(match kind.as_str() {
        "INTEGER" | "BOOLEAN" => Cell::Integer(row.try_get_unchecked(at)?),
        "REAL" => Cell::Double(row.try_get_unchecked(at)?),
        "TEXT" => Cell::Text(row.try_get_unchecked(at)?),
        _ => Cell::Bytes(row.try_get_unchecked(at)?),
    })
}

fn postgres_cell<I: sqlx::ColumnIndex<sqlx::postgres::PgRow> + Copy>(row: &sqlx::postgres::PgRow, at: I) -> Result<Cell, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Cell::Nothing);
    }
    let kind = raw.type_info().name().to_owned();
    drop(raw);
    Ok(match kind.as_str() {
        "INT8" => Cell::Integer(row.try_get(at)?),
        "INT4" => Cell::Integer(row.try_get::<i32, _>(at)?.into()),
        "INT2" => Cell::Integer(row.try_get::<i16, _>(at)?.into()),
        "FLOAT8" => Cell::Double(row.try_get(at)?),
        "FLOAT4" => Cell::Double(row.try_get::<f32, _>(at)?.into()),
        "BOOL" => Cell::Boolean(row.try_get(at)?),
        "UUID" => Cell::Uuid(row.try_get(at)?),
        "BYTEA" => Cell::Bytes(row.try_get(at)?),
        _ => Cell::Text(row.try_get_unchecked(at)?),
    })
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
    fn absent() -> Value {
        T::absent()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or_else(T::absent, T::to_value)
    }
    fn absent() -> Value {
        T::absent()
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_cell(cell: Cell) -> Option<Self> {
        T::from_cell(cell).map(Some)
    }
    fn from_nothing() -> Option<Self> {
        Some(None)
    }
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
    fn absent() -> Value {
        Self::Text(None)
    }
}

macro_rules! to_value {
    ($($type:ty => $case:ident, $this:ident $with:expr;)*) => { $(
        impl ToValue for $type {
            fn to_value(&self) -> Value {
                let $this = self;
                Value::$case(Some($with))
            }
            fn absent() -> Value {
                Value::$case(None)
            }
        }
    )* };
}

to_value! {
    str => Text, it it.to_owned();
    String => Text, it it.clone();
    i64 => Integer, it *it;
    i32 => Integer, it i64::from(*it);
    u32 => Integer, it i64::from(*it);
    f64 => Double, it *it;
    bool => Boolean, it *it;
    [u8] => Bytes, it it.to_vec();
    Vec<u8> => Bytes, it it.clone();
    Uuid => Uuid, it *it;
    Instant => Integer, it it.micros();
    Date => Text, it it.to_string();
    Money => Integer, it it.cents();
    Language => Text, it it.tag().to_owned();
    PublicNumber => Text, it it.as_str().to_owned();
    Line => Text, it it.as_str().to_owned();
    Prose => Text, it it.as_str().to_owned();
}

impl<const N: usize> ToValue for [u8; N] {
    fn to_value(&self) -> Value {
        Value::Bytes(Some(self.to_vec()))
    }
    fn absent() -> Value {
        Value::Bytes(None)
    }
}

macro_rules! from_column {
    ($($type:ty: $($pattern:pat => $with:expr),+;)*) => { $(
        impl FromColumn for $type {
            fn from_cell(cell: Cell) -> Option<Self> {
                match cell { $($pattern => $with,)+ _ => None }
            }
        }
    )* };
}

from_column! {
    String: Cell::Text(it) => Some(it);
    i64: Cell::Integer(it) => Some(it);
    i32: Cell::Integer(it) => Self::try_from(it).ok();
    u32: Cell::Integer(it) => Self::try_from(it).ok();
    f64: Cell::Double(it) => Some(it), Cell::Integer(it) => whole_as_double(it);
    bool: Cell::Boolean(it) => Some(it), Cell::Integer(0) => Some(false), Cell::Integer(1) => Some(true);
    Vec<u8>: Cell::Bytes(it) => Some(it);
    Uuid: Cell::Uuid(it) => Some(it), Cell::Bytes(it) => Self::from_slice(&it).ok();
    Instant: Cell::Integer(it) => Some(Self::from_micros(it));
    Date: Cell::Text(it) => it.parse().ok();
    Money: Cell::Integer(it) => Some(Self::from_cents(it));
    Language: Cell::Text(it) => it.parse().ok();
    PublicNumber: Cell::Text(it) => it.parse().ok();
}

impl FromColumn for Cell {
    fn from_cell(cell: Cell) -> Option<Self> {
        Some(cell)
    }
    fn from_nothing() -> Option<Self> {
        Some(Self::Nothing)
    }
}

#[allow(clippy::cast_precision_loss, reason = "only numbers that a double holds exactly come through")]
fn whole_as_double(number: i64) -> Option<f64> {
    (number.unsigned_abs() <= 1 << 53).then_some(number as f64)
}

macro_rules! id_values {
    ($id:ty) => {
        impl ToValue for $id {
            fn to_value(&self) -> Value {
                Value::Uuid(Some(self.uuid()))
            }
            fn absent() -> Value {
                Value::Uuid(None)
            }
        }
        impl FromColumn for $id {
            fn from_cell(cell: Cell) -> Option<Self> {
                Uuid::from_cell(cell).map(Self::from_uuid)
            }
        }
    };
}
kernel::for_each_id!(id_values);

/// The values of a statement, in order: `values![tenant, title, &language]`. Each is taken by reference.
#[macro_export]
macro_rules! values {
    () => { [] as [$crate::Value; 0] };
    ($($value:expr),+ $(,)?) => { [$($crate::ToValue::to_value(&$value)),+] };
}

/// A statement that both engines understand. It is the literal itself; a test finds every one of them and prepares it on both.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $text
    };
}
