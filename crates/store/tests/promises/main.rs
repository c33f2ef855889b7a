//! What the store promises, on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bucket;
mod counting;
mod durable;
mod jobs;
mod opening;
mod restoring;
mod sealing;
mod searching;
mod things;
mod writing;

use kernel::{Instant, TenantId};
use store::Migration;
use uuid::Uuid;

/// A table to write to, and one that refers to it.
pub const TABLES: &[Migration] = &[
    Migration {
        room: "trial",
        number: 1,
        name: "notes",
        sql: "CREATE TABLE note (tenant UUID NOT NULL, id UUID NOT NULL, label TEXT NOT NULL, done BOOLEAN NOT NULL, weight DOUBLE, \
              raw BYTES, parent UUID, at BIGINT, PRIMARY KEY (tenant, id), UNIQUE (tenant, label), \
              FOREIGN KEY (tenant, parent) REFERENCES note (tenant, id));\n\
              CREATE INDEX note_at ON note (tenant, at, id);\n",
    },
    Migration {
        room: "trial",
        number: 2,
        name: "counter",
        sql: "CREATE TABLE counter (tenant UUID NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (tenant));",
    },
];

pub fn tenant(number: u128) -> TenantId {
    TenantId::from_uuid(Uuid::from_u128(number))
}

pub fn minutes(number: i64) -> Instant {
    store::testing::BEGIN.plus_seconds(number * 60)
}
