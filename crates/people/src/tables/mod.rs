//! The tables of this room and the questions on them: one file per thing. Other rooms read through these functions.

pub mod accounts;
pub(crate) mod beheer;
pub mod events;
pub mod grants;
pub mod kept_forms;
pub mod organisations;
pub(crate) mod password_links;
pub mod places;
pub mod roles;
pub mod saved_views;
pub mod sign_ins;
pub mod tenants;

pub use accounts::{Account, account, accounts, names};
pub use grants::who_has;
pub use organisations::{Department, Organisation, department, departments, organisation, organisations};
pub use places::{Area, Street, area, areas, street, streets};
