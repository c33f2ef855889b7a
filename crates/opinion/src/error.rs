//! What can be wrong with what is read.

/// Why a file could not be read, in words for the person who has the file.
#[derive(Debug, thiserror::Error)]
pub enum OpinionError {
    /// The file could not be read at all.
    #[error("the file could not be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// Not CSV.
    #[error("this is not a table with commas: {0}")]
    NotCsv(#[from] csv::Error),
    /// Not JSON.
    #[error("this is not JSON as Polis gives it: {0}")]
    NotJson(#[from] serde_json::Error),
    /// A column is missing.
    #[error("the table has no column {wanted}; its columns are: {found}")]
    NoColumn {
        /// What was looked for.
        wanted: &'static str,
        /// What is there.
        found: String,
    },
    /// A cell holds something that does not belong there.
    #[error("line {line}: «{found}» is not {wanted}")]
    WrongCell {
        /// Line in the file, the first is 1; in JSON the place of the entry.
        line: u64,
        /// What stands there.
        found: String,
        /// What should.
        wanted: &'static str,
    },
    /// More statements than can be told apart in the table.
    #[error("more than {0} statements")]
    TooManyStatements(usize),
}
