//! `meemaak tally`: count a participatory budget from a Pabulib file. Needs no database and no settings.

use super::{CommandError, say};
use clap::{Args, ValueEnum};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use tally::{Comparison, Completion, Misfit, Options, Reading, Report, Rule, Start, Stop, TieKey, Utility};

/// Count a participatory budget from a Pabulib file (.pb)
///
/// Every choice that can change the result is an option here. Decide them, and the seed of the lots, before the ballots are
/// opened, and publish them; the same file with the same options always gives the same result.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  meemaak tally votes.pb --completion add1            equal shares as in Świecie and Assen\n  \
    meemaak tally votes.pb --completion add1-utilitarian --compare greedy --lot-seed 20260512\n  \
    meemaak tally votes.pb --rule greedy --misfit stop --threshold 100\n\n\
    What each choice means: docs/handbook/tally.md")]
pub struct Tally {
    /// The file with projects and ballots
    file: PathBuf,
    /// equal-shares: supporters buy projects from equal shares; greedy: most worth per euro first; phragmen: the most loaded voter carries least
    #[arg(long, value_enum, default_value_t = RuleName::EqualShares)]
    rule: RuleName,
    /// What a project is worth to a supporter [default: cost for approvals, points for points, borda for orders]
    #[arg(long, value_enum)]
    utility: Option<UtilityName>,
    /// What happens with money that equal shares leave: add1 raises every share and counts again, utilitarian lets greedy spend it
    #[arg(long, value_enum, default_value_t = CompletionName::None)]
    completion: CompletionName,
    /// A share is the budget divided by the ballots: rounded down to a whole euro, or exact
    #[arg(long, value_enum, default_value_t = StartName::Exact)]
    start: StartName,
    /// add1 stops when the next outcome costs more than the budget, or also when nothing more fits
    #[arg(long, value_enum, default_value_t = StopName::OverBudget)]
    stop: StopName,
    /// What add1 adds to each share, in euros (or what the file counts in): 1, 0.01, 100
    #[arg(long, value_name = "N", default_value = "1", value_parser = cents)]
    increment: i64,
    /// The order in which ties are broken: cost (lower first), votes (more first), file, id, lot (drawn beforehand)
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "cost,votes,lot", value_parser = tie)]
    ties: Vec<TieKey>,
    /// The seed of the lots, drawn and published beforehand
    #[arg(long, value_name = "S", default_value_t = 0)]
    lot_seed: u64,
    /// greedy: most votes first replaces the outcome when strictly more voters have more of their projects in it
    #[arg(long, value_enum, default_value_t = CompareName::None)]
    compare: CompareName,
    /// Greedy passes over a project that does not fit, or stops there
    #[arg(long, value_enum, default_value_t = MisfitName::Skip)]
    misfit: MisfitName,
    /// Projects with fewer votes (or points) take no part
    #[arg(long, value_name = "N")]
    threshold: Option<u64>,
    /// Greedy pays a last project in part when at least this share of it can be paid: 0.8 or 80%
    #[arg(long, value_name = "SHARE", value_parser = share)]
    partial_last: Option<u32>,
    /// Keep to the money that the file sets aside per neighbourhood, per category
    #[arg(long, value_name = "GROUPS", value_enum, value_delimiter = ',')]
    caps: Vec<CapName>,
    /// Projects that take no part, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    exclude: Vec<String>,
    /// Refuse a file with anything that the format does not allow, instead of telling what was forgiven
    #[arg(long)]
    strict: bool,
    /// Draw the rounds into this file
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

macro_rules! names {
    ($name:ident => $target:ident { $($word:ident),+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        enum $name { $($word),+ }
        impl From<$name> for $target {
            fn from(name: $name) -> Self {
                match name { $($name::$word => Self::$word),+ }
            }
        }
    };
}

names!(RuleName => Rule { EqualShares, Greedy, Phragmen });
names!(UtilityName => Utility { Cost, Cardinality, Points, Borda });
names!(CompletionName => Completion { None, Add1, Utilitarian, Add1Utilitarian });
names!(StartName => Start { Floor, Exact });
names!(StopName => Stop { OverBudget, Exhaustive });
names!(CompareName => Comparison { None, Greedy });
names!(MisfitName => Misfit { Skip, Stop });

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CapName {
    Neighbourhood,
    Category,
}

fn tie(text: &str) -> Result<TieKey, String> {
    text.parse::<TieKey>().map_err(|error| error.to_string())
}

fn cents(text: &str) -> Result<i64, String> {
    tally::cents(text).filter(|cents| *cents > 0).ok_or_else(|| format!("«{text}» is not an amount of more than nothing; write 1 or 0.01"))
}

/// A share in millionths.
fn share(text: &str) -> Result<u32, String> {
    let (bare, unit) = text.trim().strip_suffix('%').map_or((text.trim(), 1_000_000.0), |bare| (bare.trim(), 10_000.0));
    let number = bare.replace(',', ".").parse::<f64>().ok().map(|number| (number * unit).round());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a million")]
    number
        .filter(|millionths| (0.0..=1_000_000.0).contains(millionths))
        .map(|millionths| millionths as u32)
        .ok_or_else(|| format!("«{text}» is not a share between 0 and 1; write 0.8 or 80%"))
}

impl Tally {
    pub(super) fn run(self) -> Result<(), CommandError> {
        let bytes = std::fs::read(&self.file).map_err(|error| CommandError::Io(self.file.display().to_string(), error))?;
        let reading = if self.strict { Reading::Strict } else { Reading::Forgiving };
        let read = tally::read(&bytes, reading).map_err(|error| CommandError::Asked(format!("{}: {error}", self.file.display())))?;
        let options = Options {
            rule: self.rule.into(),
            utility: self.utility.map(Utility::from),
            completion: self.completion.into(),
            start: self.start.into(),
            stop: self.stop.into(),
            increment: self.increment,
            ties: self.ties,
            lot_seed: self.lot_seed,
            compare: self.compare.into(),
            misfit: self.misfit.into(),
            threshold: self.threshold,
            partial_last: self.partial_last,
            cap_neighbourhood: self.caps.contains(&CapName::Neighbourhood),
            cap_category: self.caps.contains(&CapName::Category),
            exclude: self.exclude,
        };
        // Drawn only where somebody sits at a terminal.
        let progress = indicatif::ProgressBar::new_spinner();
        let mut watch = |runs: u64| {
            progress.set_message(format!("equal shares, run {runs}"));
            progress.tick();
        };
        let outcome = tally::count_watched(&read.election, &options, &mut watch).map_err(|error| CommandError::Asked(error.to_string()))?;
        progress.finish_and_clear();
        let report = Report::new(&read, &outcome);
        if let Some(path) = &self.svg {
            whole(path, &tally::picture::rounds(&read.election, &outcome).svg)?;
        }
        if self.json {
            let text = serde_json::to_string_pretty(&report).map_err(|error| CommandError::Asked(error.to_string()))?;
            say(&text);
        } else {
            say(report.table(&read.election).trim_end());
        }
        Ok(())
    }
}

/// Writes a file that is there whole or not at all.
fn whole(path: &Path, text: &str) -> Result<(), CommandError> {
    let wrong = |error: std::io::Error| CommandError::Io(path.display().to_string(), error);
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let write = || {
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().map_err(wrong)
}
