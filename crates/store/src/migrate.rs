//! The tables: written once, translated for the engine, made in order, safely while several nodes start.

use crate::session::Session;
use crate::value::ToValue as _;
use crate::{Engine, Error};
use kernel::Instant;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;

/// One step from the tables of yesterday to those of today. Never changed once it has been released.
///
/// Types of columns are written in capitals: `BIGINT`, `TEXT`, `BYTES`, `UUID`, `BOOLEAN`, `DOUBLE`. Statements end with `;` at the end of a line.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Whose tables.
    pub room: &'static str,
    /// The place in the room's own order, from 1 without gaps.
    pub number: u32,
    /// What it does, in a few words.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

/// Tables whose primary key does not begin with the tenant, and why: `migration` is bookkeeping of the database itself
/// (which migrations ran), written before there is any tenant.
pub const EXEMPT_TABLES: &[&str] = &["migration"];

/// The key of the lock that nodes of PostgreSQL take in turn while they migrate: "meemaak" in ASCII.
const LOCK: i64 = 0x6d_65_65_6d_61_61_6b;

/// Runs what did not run yet, in one transaction. The session must be able to write.
pub(crate) async fn migrate(session: &mut Session, migrations: &[Migration], now: Instant) -> Result<(), Error> {
    match session.engine() {
        Engine::Sqlite => session.bare("BEGIN IMMEDIATE").await?,
        Engine::Postgres => {
            session.bare("BEGIN").await?;
            session.all("SELECT pg_advisory_xact_lock($1)", &[LOCK.to_value()]).await?;
        }
    }
    let done = run(session, migrations, now).await;
    match done {
        Ok(()) => session.bare("COMMIT").await,
        Err(error) => {
            // The connection is dropped after this, so that a failing rollback leaves nothing behind either.
            let _ = session.bare("ROLLBACK").await;
            Err(error)
        }
    }
}

pub(crate) async fn run(session: &mut Session, migrations: &[Migration], now: Instant) -> Result<(), Error> {
    let bookkeeping = "CREATE TABLE IF NOT EXISTS migration (room TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, \
                       digest TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (room, number))";
    session.bare(AssertSqlSafe(translate(bookkeeping, session.engine()))).await?;
    check_order(migrations)?;
    for migration in migrations {
        let key = crate::values![migration.room, migration.number];
        let digest = digest(migration.sql);
        let known = session.optional(crate::sql!("SELECT digest FROM migration WHERE room = $1 AND number = $2"), &key).await?;
        if let Some(known) = known {
            if known.get::<String>("digest")? != digest {
                return Err(Error::Migration(format!("migration {} {} was changed after it ran", migration.room, migration.number)));
            }
            continue;
        }
        for statement in statements(migration.sql) {
            session.bare(AssertSqlSafe(translate(statement, session.engine()))).await?;
        }
        let row = crate::values![migration.room, migration.number, migration.name, digest, now];
        let sql = crate::sql!("INSERT INTO migration (room, number, name, digest, at) VALUES ($1, $2, $3, $4, $5)");
        session.execute(sqlx::SqlSafeStr::into_sql_str(sql), &row).await?;
    }
    newer(session, migrations).await?;
    crate::search::prepare(session).await
}

/// Each room counts 1, 2, 3 … in the order given.
fn check_order(migrations: &[Migration]) -> Result<(), Error> {
    let mut last = std::collections::BTreeMap::new();
    for migration in migrations {
        let number = last.entry(migration.room).or_insert(0);
        *number += 1;
        if *number != migration.number {
            return Err(Error::Migration(format!("migration {} {} stands where {number} should", migration.room, migration.number)));
        }
    }
    Ok(())
}

/// A program older than its database must not write to it.
async fn newer(session: &mut Session, migrations: &[Migration]) -> Result<(), Error> {
    let rows = session.all(crate::sql!("SELECT room, number FROM migration ORDER BY room, number"), &[]).await?;
    for row in rows {
        let (room, number) = (row.get::<String>("room")?, row.get::<u32>("number")?);
        let room_is_here = migrations.iter().any(|known| known.room == room);
        if room_is_here && !migrations.iter().any(|known| known.room == room && known.number == number) {
            return Err(Error::Migration(format!("it was migrated by a newer program ({room} {number})")));
        }
    }
    Ok(())
}

pub(crate) fn digest(sql: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(sql.as_bytes()))
}

/// The statements of a migration: they end with `;` at the end of a line.
pub(crate) fn statements(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(";\n").map(|part| part.trim().trim_end_matches(';')).filter(|part| {
        part.lines().any(|line| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with("--")
        })
    })
}

/// A statement in the words of the engine: the types in capitals, outside quotes and comments, get their own name, and
/// tables of SQLite become strict, so that it refuses a value of the wrong type as PostgreSQL does.
pub(crate) fn translate(sql: &str, engine: Engine) -> String {
    let mut out = String::with_capacity(sql.len() + 16);
    let mut first_words = Vec::new();
    let mut end = 0;
    let mut rest = sql;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_alphabetic() || c == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if c == '\'' || c == '"' {
            closing(rest, c)
        } else if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            c.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        if c.is_alphabetic() && first_words.len() < 2 {
            first_words.push(piece);
        }
        out.push_str(named(piece, engine));
        if piece == ")" {
            end = out.len();
        }
        rest = after;
    }
    if engine == Engine::Sqlite
        && end > 0
        && first_words.iter().zip(["CREATE", "TABLE"]).filter(|(a, b)| a.eq_ignore_ascii_case(b)).count() == 2
    {
        out.insert_str(end, " STRICT");
    }
    out
}

/// Where a quoted piece ends; a doubled quote stands for itself.
fn closing(text: &str, quote: char) -> usize {
    let mut at = 1;
    while let Some(found) = text[at..].find(quote) {
        at += found + 1;
        if !text[at..].starts_with(quote) {
            return at;
        }
        at += 1;
    }
    text.len()
}

fn named(word: &str, engine: Engine) -> &str {
    match (engine, word) {
        (Engine::Sqlite, "BYTES" | "UUID") => "BLOB",
        (Engine::Sqlite, "BIGINT" | "BOOLEAN") => "INTEGER",
        (Engine::Sqlite, "DOUBLE") => "REAL",
        (Engine::Postgres, "BYTES") => "BYTEA",
        (Engine::Postgres, "DOUBLE") => "DOUBLE PRECISION",
        (_, word) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_engine_gets_its_own_types() {
        let sql = "CREATE TABLE a (tenant UUID NOT NULL, \"UUID\" BYTES, b BOOLEAN DEFAULT FALSE, c DOUBLE, d TEXT DEFAULT 'BYTES', n BIGINT) -- UUID";
        assert_eq!(
            translate(sql, Engine::Sqlite),
            "CREATE TABLE a (tenant BLOB NOT NULL, \"UUID\" BLOB, b INTEGER DEFAULT FALSE, c REAL, d TEXT DEFAULT 'BYTES', n INTEGER) STRICT -- UUID"
        );
        assert_eq!(
            translate(sql, Engine::Postgres),
            "CREATE TABLE a (tenant UUID NOT NULL, \"UUID\" BYTEA, b BOOLEAN DEFAULT FALSE, c DOUBLE PRECISION, d TEXT DEFAULT 'BYTES', n BIGINT) -- UUID"
        );
        assert_eq!(translate("CREATE INDEX i ON a (BYTES_left)", Engine::Sqlite), "CREATE INDEX i ON a (BYTES_left)");
    }

    #[test]
    fn a_semicolon_within_a_line_ends_nothing() {
        let sql = "INSERT INTO a VALUES ('x; y');\n-- only a remark\n;\nCREATE INDEX i ON a (b);";
        assert_eq!(statements(sql).collect::<Vec<_>>(), ["INSERT INTO a VALUES ('x; y')", "CREATE INDEX i ON a (b)"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_translation_stumble(text in ".*") {
            let _ = translate(&text, Engine::Sqlite);
            let _ = translate(&text, Engine::Postgres);
        }

        #[test]
        fn what_is_quoted_stays_as_it_is(inside in "[A-Z' ;-]{0,30}") {
            let quoted = format!("SELECT '{}'", inside.replace('\'', "''"));
            prop_assert_eq!(translate(&quoted, Engine::Sqlite), quoted.clone());
            prop_assert_eq!(translate(&quoted, Engine::Postgres), quoted);
        }

        #[test]
        fn a_word_without_a_type_is_left_alone(words in "[a-z_ (),=0-9$]{0,60}") {
            prop_assert_eq!(translate(&words, Engine::Sqlite), words.clone());
            prop_assert_eq!(translate(&words, Engine::Postgres), words);
        }
    }
}
