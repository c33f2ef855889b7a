//! `meemaak routes`: every page with who may come there, from the router itself.

use super::{CommandError, say};
use clap::Args;

/// List every page with who may come there
#[derive(Debug, Args)]
pub struct RoutesCommand {
    /// As JSON, one array of {method, path, access, room}
    #[arg(long)]
    json: bool,
}

impl RoutesCommand {
    pub(super) fn run(&self) -> Result<(), CommandError> {
        let routes = crate::house::routes();
        if self.json {
            let rows: Vec<_> = routes
                .entries()
                .iter()
                .map(|entry| serde_json::json!({"method": entry.method.to_string(), "path": entry.path, "access": format!("{:?}", entry.access), "room": entry.room}))
                .collect();
            say(&serde_json::Value::from(rows).to_string());
        } else {
            for entry in routes.entries() {
                say(&format!("{:5} {:60} {:30} {}", entry.method.to_string(), entry.path, format!("{:?}", entry.access), entry.room));
            }
        }
        Ok(())
    }
}
