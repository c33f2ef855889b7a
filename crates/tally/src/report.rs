//! The outcome as it is published: for programs (serde) and for people (a table as text).

use crate::explain::plain;
use crate::{Compared, Election, Loser, Outcome, Read, Reason, Rejected, Round, Step, Tie};
use num_rational::BigRational;
use num_traits::ToPrimitive;
use serde::{Serialize, Serializer};
use std::fmt::Write as _;

/// An amount of euros: a whole number, a number with two decimals, or a fraction as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// So many cents.
    Cents(i64),
    /// Exactly this: «42703/21».
    Exact(String),
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Cents(cents) if cents % 100 == 0 => serializer.serialize_i64(cents / 100),
            // The decimal digits that are written are exact: no sum is made of this number.
            #[allow(clippy::cast_precision_loss, reason = "at most seventeen digits")]
            Self::Cents(cents) => serializer.serialize_f64(*cents as f64 / 100.0),
            Self::Exact(text) => match text.parse::<i64>() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => serializer.serialize_str(text),
            },
        }
    }
}

/// The ballots of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Ballots counted, blank ones included.
    pub counted: usize,
    /// Of these, the blank ones.
    pub blank: u64,
    /// Ballots that are not counted, and why.
    pub rejected: Vec<Rejected>,
}

/// A last project paid in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InPart {
    /// The project.
    pub project: String,
    /// What is paid of it.
    pub paid: Amount,
}

/// Everything about a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The ids of the winners, in the order elected.
    pub winners: Vec<String>,
    /// What is paid for them.
    pub total_cost: Amount,
    /// The money there was to divide.
    pub budget: Amount,
    /// What each share held in the run that counts; nothing where the rule has no shares.
    pub endowment: Option<Amount>,
    /// How often the method ran.
    pub runs: u64,
    /// Every tie that was broken.
    pub ties: Vec<Tie>,
    /// The ballots.
    pub ballots: Counted,
    /// How each winner was elected.
    pub rounds: Vec<Round>,
    /// Why the others were not.
    pub losers: Vec<Loser>,
    /// The outcome beside most votes first.
    pub comparison: Option<Compared>,
    /// A last winner that is paid in part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial: Option<InPart>,
    /// What the reader should know.
    pub warnings: Vec<String>,
}

impl Report {
    /// Puts together what was read and what came out.
    #[must_use]
    pub fn new(read: &Read, outcome: &Outcome) -> Self {
        let election = &read.election;
        Self {
            winners: outcome.winner_ids(election).into_iter().map(str::to_owned).collect(),
            total_cost: Amount::Cents(outcome.total_cost),
            budget: Amount::Cents(election.budget),
            endowment: outcome.endowment.clone().map(Amount::Exact),
            runs: outcome.runs,
            ties: outcome.ties.clone(),
            ballots: Counted { counted: election.ballots.len(), blank: read.blank, rejected: read.rejected.clone() },
            rounds: outcome.rounds.clone(),
            losers: outcome.losers.clone(),
            comparison: outcome.comparison.clone(),
            partial: outcome.partial.map(|(at, paid)| InPart { project: election.projects[at].id.clone(), paid: Amount::Cents(paid) }),
            warnings: read.warnings.iter().chain(&outcome.warnings).cloned().collect(),
        }
    }

    /// A table for the terminal. Fractions are rounded there, and marked with ≈.
    #[must_use]
    pub fn table(&self, election: &Election) -> String {
        let mut text = String::new();
        let name = |id: &str| election.projects.iter().find(|project| project.id == id).map_or("", |project| project.name.as_str());
        let mut rows = vec![["".into(), "project".into(), "cost".into(), "votes".into(), "effective".into(), "left".into(), "name".into()]];
        for (at, round) in self.rounds.iter().enumerate() {
            let how = match (round.by, &round.effective_votes) {
                (Step::Completion, _) => "added".to_owned(),
                (Step::Free, _) => "free".to_owned(),
                (_, Some(votes)) => shown(votes),
                _ => String::new(),
            };
            rows.push([
                (at + 1).to_string(),
                round.project.clone(),
                shown(&round.cost),
                round.votes.to_string(),
                how,
                shown(&round.left),
                name(&round.project).to_owned(),
            ]);
        }
        let _ = writeln!(text, "Winners, in the order elected");
        align(&mut text, &rows);
        let amount = |amount: &Amount| match amount {
            Amount::Cents(cents) => plain(*cents),
            Amount::Exact(exact) => shown(exact),
        };
        let _ = writeln!(text, "\nTogether {} of {}", amount(&self.total_cost), amount(&self.budget));
        if let Some(partial) = &self.partial {
            let _ = writeln!(text, "{} is paid in part: {}", partial.project, amount(&partial.paid));
        }
        if let Some(endowment) = &self.endowment {
            let _ = writeln!(text, "Each share held {} in the run that counts, of {} runs", amount(endowment), self.runs);
        }
        let ballots = &self.ballots;
        let _ =
            writeln!(text, "{} ballots counted, of which {} blank; {} rejected", ballots.counted, ballots.blank, ballots.rejected.len());
        if let Some(compared) = &self.comparison {
            let share = |part: u64| percent(part, compared.ballots);
            let _ = writeln!(
                text,
                "Ballots with none of their projects: {} here, {} by most votes ({} of {})",
                share(compared.with_nothing[0]),
                share(compared.with_nothing[1]),
                compared.greedy.len(),
                compared.greedy_cost
            );
            let _ = writeln!(
                text,
                "More of their projects here: {} ballots; by most votes: {}{}",
                compared.prefer_rule,
                compared.prefer_greedy,
                if compared.replaced { "; so most votes replace the rule" } else { "" }
            );
        }
        if !self.losers.is_empty() {
            let _ = writeln!(text, "\nNot funded");
            for loser in &self.losers {
                let _ = writeln!(text, "{}", sentence(loser, name(&loser.project)));
            }
        }
        if !self.ties.is_empty() {
            let _ = writeln!(text, "\nTies, first the project that went first");
            for tie in &self.ties {
                let times = if tie.times == 1 { "once".to_owned() } else { format!("{} times", tie.times) };
                let where_ = if tie.in_result { "" } else { ", not in the run that counts" };
                let _ = writeln!(text, "  {}: decided by {:?}, {times}{where_}", tie.projects.join(", "), tie.decided_by);
            }
        }
        for warning in &self.warnings {
            let _ = writeln!(text, "\nNote: {warning}");
        }
        for rejected in self.ballots.rejected.iter().take(20) {
            let _ = writeln!(text, "\nRejected, line {}: {}", rejected.line, rejected.reason);
        }
        text
    }
}

/// Why a project lost, as a sentence.
fn sentence(loser: &Loser, name: &str) -> String {
    let mut text = format!("  {} (cost {}, votes {})", loser.project, loser.cost, loser.supporters);
    if !name.is_empty() {
        let _ = write!(text, " {name}");
    }
    let (left, missing) = (loser.left.as_deref().unwrap_or("0"), loser.missing.as_deref().unwrap_or("0"));
    let why = match loser.reason {
        Reason::Excluded => "was left out beforehand".to_owned(),
        Reason::AboveBudget => "costs more than the whole budget".to_owned(),
        Reason::BelowThreshold => "has fewer votes than asked".to_owned(),
        Reason::Unsupported => "is supported by nobody".to_owned(),
        Reason::Cap => "would give its group more than is set aside for it".to_owned(),
        Reason::DidNotFit => format!("did not fit: {left} was left, {missing} too little"),
        Reason::ListEnded => "came after the end of the list".to_owned(),
        Reason::SharesSpent => format!("its supporters have {left} left together, {missing} too little"),
    };
    let _ = write!(text, ": {why}");
    for taken in loser.taken.iter().take(3) {
        let _ = write!(text, "; {} of them paid {} for {}", percent(taken.supporters, loser.supporters), taken.amount, taken.project);
    }
    text
}

fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0 %".to_owned();
    }
    let tenths = (u128::from(part) * 2000 + u128::from(whole)) / (u128::from(whole) * 2);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// A whole number as it is, a fraction rounded to two decimals.
pub(crate) fn shown(exact: &str) -> String {
    match exact.parse::<BigRational>() {
        Ok(fraction) if !fraction.is_integer() => format!("≈{:.2}", fraction.to_f64().unwrap_or(f64::NAN)),
        _ => exact.to_owned(),
    }
}

fn align(text: &mut String, rows: &[[String; 7]]) {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    for row in rows {
        let mut line = String::from(" ");
        for (column, cell) in row.iter().enumerate() {
            let width = width(column);
            // Ids and names to the left, numbers to the right.
            let _ = if matches!(column, 1 | 6) { write!(line, " {cell:<width$}") } else { write!(line, " {cell:>width$}") };
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
}
