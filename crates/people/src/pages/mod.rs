//! The pages of this room: signing in and out, passwords, kept forms, the theme, and what is shown when something is wrong.

pub mod accessibility;
pub mod beheer;
pub mod fault;
pub mod forgotten;
pub mod kept;
pub mod password;
pub mod privacy;
pub mod sign_in;
pub mod theme;
