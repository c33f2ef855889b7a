//! What can be wrong with a draw, in the words of whoever prepares it.

use thiserror::Error;

/// Why no panel can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error, serde::Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum SortitionError {
    /// The file of people cannot be used.
    #[error("the file of people, line {line}: {message}")]
    People {
        /// Line in the file, from 1; 0 for the file as a whole.
        line: u64,
        /// What is wrong with it.
        message: String,
    },
    /// The file of quotas cannot be used.
    #[error("the file of quotas, line {line}: {message}")]
    Quotas {
        /// Line in the file, from 1; 0 for the file as a whole.
        line: u64,
        /// What is wrong with it.
        message: String,
    },
    /// The file of the population cannot be used.
    #[error("the file of the population, line {line}: {message}")]
    Population {
        /// Line in the file, from 1; 0 for the file as a whole.
        line: u64,
        /// What is wrong with it.
        message: String,
    },
    /// People, quotas and population do not belong together.
    #[error("{message}")]
    Mismatch {
        /// What does not fit.
        message: String,
    },
    /// No panel of this size keeps all quotas.
    #[error("{message}")]
    Infeasible {
        /// Which quotas contradict each other.
        message: String,
        /// The smallest changes that make a panel possible.
        suggestions: Vec<String>,
    },
    /// A number that makes no sense here (a panel of nobody, a lottery over nothing).
    #[error("{message}")]
    Request {
        /// What was asked and what can be asked.
        message: String,
    },
    /// The calculation did not come to an end; no answer is better than a wrong one.
    #[error("the calculation did not come to an end: {message}")]
    Unsolved {
        /// Where it stopped.
        message: String,
    },
}

impl SortitionError {
    pub(crate) fn people(line: u64, message: String) -> Self {
        Self::People { line, message }
    }

    pub(crate) fn quotas(line: u64, message: String) -> Self {
        Self::Quotas { line, message }
    }

    pub(crate) fn population(line: u64, message: String) -> Self {
        Self::Population { line, message }
    }

    /// A short name that a program can act on: `people`, `quotas`, `population`, `mismatch`, `infeasible`, `request`, `unsolved`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::People { .. } => "people",
            Self::Quotas { .. } => "quotas",
            Self::Population { .. } => "population",
            Self::Mismatch { .. } => "mismatch",
            Self::Infeasible { .. } => "infeasible",
            Self::Request { .. } => "request",
            Self::Unsolved { .. } => "unsolved",
        }
    }

    /// What could be done about it; empty where there is no advice.
    #[must_use]
    pub fn suggestions(&self) -> &[String] {
        match self {
            Self::Infeasible { suggestions, .. } => suggestions,
            _ => &[],
        }
    }
}
