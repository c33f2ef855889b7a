//! How small a group may be before it is shown: a municipality's own, kept with the municipality.

pub(crate) use people::tables::tenants::smallest;
