//! Statements of one write that need no answer, put together into one question to PostgreSQL.
//!
//! Each trip to the server costs more than the row it brings. The statements become parts of one `WITH`, which the server
//! runs as one, on one view of the rows: none sees what another adds.

use crate::Value;

/// Most statements in one question. The texts of questions are kept prepared, so there should not be too many of them.
const MOST_STATEMENTS: usize = 16;
/// Most values in one question; PostgreSQL takes 65,535.
const MOST_VALUES: usize = 1_000;

/// The statements that wait, with their values.
#[derive(Default)]
pub(crate) struct Waiting {
    statements: Vec<(&'static str, usize)>,
    values: Vec<Value>,
}

impl Waiting {
    /// Whether a statement with so many values must wait for a question of its own: those that wait are enough for one, or
    /// hold the same statement and may meet it on one row, which PostgreSQL refuses to change twice in one question.
    pub(crate) fn is_full(&self, sql: &'static str, values: usize) -> bool {
        let meets = sql.contains("ON CONFLICT") && self.statements.iter().any(|(waits, _)| *waits == sql);
        meets || self.statements.len() >= MOST_STATEMENTS || self.values.len() + values > MOST_VALUES
    }

    pub(crate) fn push(&mut self, sql: &'static str, values: &[Value]) {
        self.statements.push((sql, values.len()));
        self.values.extend_from_slice(values);
    }

    /// What waits, as one question; nothing waits after it.
    pub(crate) fn take(&mut self) -> Option<(String, Vec<Value>)> {
        let statements = std::mem::take(&mut self.statements);
        let values = std::mem::take(&mut self.values);
        let (last, before) = statements.split_last()?;
        let mut sql = String::with_capacity(statements.iter().map(|(sql, _)| sql.len() + 32).sum());
        let mut given = 0;
        for (place, (statement, values)) in before.iter().enumerate() {
            sql.push_str(if place == 0 { "WITH " } else { ", " });
            sql.push_str(&format!("part{place} AS ("));
            renumber(statement, given, &mut sql);
            sql.push(')');
            given += values;
        }
        if !before.is_empty() {
            sql.push(' ');
        }
        renumber(last.0, given, &mut sql);
        Some((sql, values))
    }
}

/// Adds a statement whose `$1` becomes `$` and one more than `given`. Statements hold no `$` but before a number.
fn renumber(statement: &str, given: usize, into: &mut String) {
    let mut rest = statement;
    while let Some((before, after)) = rest.split_once('$') {
        into.push_str(before);
        let digits = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, following) = after.split_at(digits);
        into.push('$');
        match number.parse::<usize>() {
            Ok(number) => into.push_str(&(number + given).to_string()),
            Err(_) => into.push_str(number),
        }
        rest = following;
    }
    into.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values;

    #[test]
    fn statements_become_one_question_with_values_in_their_order() {
        let mut waiting = Waiting::default();
        assert_eq!(waiting.take(), None);
        waiting.push("INSERT INTO a (x, y) VALUES ($1, $2)", &values![1_i64, "one"]);
        waiting.push("INSERT INTO b (x, y, z) VALUES ($2, $1, $2)", &values![2_i64, "two"]);
        waiting.push("INSERT INTO c (x) VALUES ($1)", &values![3_i64]);
        let (sql, values) = waiting.take().unwrap();
        assert_eq!(
            sql,
            "WITH part0 AS (INSERT INTO a (x, y) VALUES ($1, $2)), part1 AS (INSERT INTO b (x, y, z) VALUES ($4, $3, $4)) \
             INSERT INTO c (x) VALUES ($5)"
        );
        assert_eq!(values, values![1_i64, "one", 2_i64, "two", 3_i64]);
        assert_eq!(waiting.take(), None, "what was taken waits no longer");
    }

    #[test]
    fn one_statement_stays_as_it_is() {
        let mut waiting = Waiting::default();
        waiting.push("INSERT INTO a (x) VALUES ($1)", &values![1_i64]);
        assert_eq!(waiting.take(), Some(("INSERT INTO a (x) VALUES ($1)".to_owned(), values![1_i64].to_vec())));
    }

    #[test]
    fn a_statement_that_may_change_the_same_row_waits_for_its_turn() {
        let (plain, changing) = ("INSERT INTO a (x) VALUES ($1)", "INSERT INTO b (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET y = 1");
        let mut waiting = Waiting::default();
        waiting.push(plain, &values![1_i64]);
        waiting.push(changing, &values![1_i64]);
        assert!(!waiting.is_full(plain, 1));
        assert!(waiting.is_full(changing, 1));
        assert!(waiting.is_full(plain, MOST_VALUES));
    }
}
