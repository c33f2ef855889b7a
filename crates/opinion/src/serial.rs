//! How lists become objects of JSON.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Pairs as an object: the first is the name.
pub(crate) fn by_id<I: std::fmt::Display, V: Serialize, S: Serializer>(pairs: &[(I, V)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (id, value) in pairs {
        map.serialize_entry(&id.to_string(), value)?;
    }
    map.end()
}

pub(crate) fn by_number<S: Serializer>(pairs: &[(usize, f64)], serializer: S) -> Result<S::Ok, S::Error> {
    by_id(pairs, serializer)
}

pub(crate) fn hexadecimal<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format!("{number:016x}"))
}
