//! The pages that show several rooms together.

mod home;
mod process;
mod source;
mod try_it;

use people::{Access, Routes};

pub(crate) fn routes() -> Routes {
    Routes::new("meemaak")
        .get("/", Access::Public, home::show)
        .get("/processen/{slug}", Access::Public, process::show)
        .get("/broncode", Access::Public, source::show)
        .get("/uitproberen", Access::Public, try_it::show)
}
