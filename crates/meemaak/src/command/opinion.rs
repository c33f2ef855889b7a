//! `meemaak opinion`: opinion maps of agree/disagree votes, without a database.

use super::{CommandError, complain, say};
use clap::{Args, Subcommand};
use opinion::{
    Direction, MapOptions, OpinionError, OpinionMap, PictureWords, Shared, Statement, StatementId, group_letter, picture, read_groups,
    read_statements, read_votes,
};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Find groups of opinion in agree/disagree votes, what sets them apart and what unites them
#[derive(Debug, Subcommand)]
pub enum Opinion {
    /// Make the opinion map of a conversation
    #[command(after_help = MAP)]
    Map(MapCommand),
}

const MAP: &str = "Votes are read as Polis exports them: votes.csv (timestamp, comment-id, voter-id, vote; the latest vote counts), \
    participants-votes.csv (one row per participant, one column per statement), or the JSON of its API. 1 means agree, -1 disagree, \
    0 pass. Statements are read from comments.csv or JSON: rejected ones and questions about people (meta) count as nothing in the map.\n\n\
    The result depends on the votes alone: not on the order of rows, columns or votes.\n\n\
    Examples:\n  meemaak opinion map --votes votes.csv --statements comments.csv\n  \
    meemaak opinion map --votes participants-votes.csv --groups participants-votes.csv --json > map.json\n\n\
    Exit codes: 0 done · 1 a file cannot be read or written · 2 the command is not understood.";

/// What is asked of a map.
#[derive(Debug, Args)]
pub struct MapCommand {
    /// The votes: CSV or JSON
    #[arg(long, value_name = "FILE")]
    votes: PathBuf,
    /// The statements with their words and moderation: CSV or JSON
    #[arg(long, value_name = "FILE")]
    statements: Option<PathBuf>,
    /// Use these groups instead of finding them: CSV with participant,group
    #[arg(long, value_name = "FILE")]
    groups: Option<PathBuf>,
    /// Only accepted statements are told: undecided ones represent no group and are no consensus
    #[arg(long)]
    strict_moderation: bool,
    /// Seek groups in so many directions, 2 to 4; 2 is the picture alone, as Polis does. Without it: 2, or more where four or five
    /// groups stand apart there
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=4), conflicts_with = "groups")]
    directions: Option<u8>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Write the picture to this file too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

impl Opinion {
    pub(super) fn run(&self) -> Result<(), CommandError> {
        match self {
            Self::Map(command) => command.run(),
        }
    }
}

fn opened(path: &Path) -> Result<File, CommandError> {
    File::open(path).map_err(|error| CommandError::Io(format!("cannot read {}", path.display()), error))
}

fn read<T>(path: &Path, reader: impl FnOnce(File) -> Result<T, OpinionError>) -> Result<T, CommandError> {
    reader(opened(path)?).map_err(|error| CommandError::Asked(format!("{}: {error}", path.display())))
}

/// Writes beside the file and renames, so that nothing half-written is left.
fn write_whole(path: &Path, text: &str) -> Result<(), CommandError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, text)
        .and_then(|()| std::fs::rename(&beside, path))
        .map_err(|error| CommandError::Io(format!("cannot write {}", path.display()), error))
}

impl MapCommand {
    fn run(&self) -> Result<(), CommandError> {
        let statements = self.statements.as_deref().map_or(Ok(Vec::new()), |path| read(path, read_statements))?;
        let groups = self.groups.as_deref().map(|path| read(path, read_groups)).transpose()?;
        // Somebody who waits at a terminal sees how far it is; a program that reads the output sees nothing of it.
        let progress = |text: &str| {
            if std::io::stderr().is_terminal() {
                complain(text);
            }
        };
        progress("Reading the votes …");
        let (table, sign) = read(&self.votes, read_votes)?.table(&statements);
        if self.strict_moderation && statements.is_empty() {
            complain("meemaak: --strict-moderation without --statements changes nothing: no statement is known to be accepted");
        }
        let options = MapOptions {
            strict_moderation: self.strict_moderation,
            groups,
            directions: self.directions.map(usize::from),
            ..MapOptions::default()
        };
        progress(&format!("Making the map of {} votes …", table.votes()));
        let mut map = OpinionMap::new(&table, &statements, &options);
        map.warnings.extend(sign);
        if let Some(path) = &self.svg {
            write_whole(path, &picture(&map, &PictureWords::default()))?;
        }
        if self.json {
            let mut out = BufWriter::new(std::io::stdout().lock());
            match serde_json::to_writer_pretty(&mut out, &map)
                .map_err(std::io::Error::from)
                .and_then(|()| writeln!(out))
                .and_then(|()| out.flush())
            {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(CommandError::Io("cannot write the map".into(), error)),
                _ => Ok(()),
            }
        } else {
            tell(&map, &statements);
            Ok(())
        }
    }
}

fn tell(map: &OpinionMap, statements: &[Statement]) {
    let texts: HashMap<&StatementId, &str> = statements.iter().map(|statement| (&statement.id, statement.text.as_str())).collect();
    let text = |id: &StatementId| {
        let whole = texts.get(id).copied().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = whole.chars().take(90).collect();
        if short.len() < whole.len() { format!("{id}  {short}…") } else { format!("{id}  {short}") }
    };
    say(&format!("{} participants, {} statements, {} votes", map.participants.len(), map.statements.len(), map.votes));
    for (place, group) in map.groups.iter().enumerate() {
        say(&format!("\nGroup {} ({}): {} people", group_letter(place), group.id, group.size));
        for one in &group.representative {
            let verb = if one.direction == Direction::Agree { "agree" } else { "disagree" };
            say(&format!(
                "  {:3} of {:3} {verb:8}  {:4.1} × as likely as others  {}",
                one.n_success,
                one.n_trials,
                one.repness,
                text(&one.statement)
            ));
        }
    }
    let unite = |title: &str, list: &[Shared]| {
        if !list.is_empty() {
            say(&format!("\n{title}"));
            for one in list {
                say(&format!("  {:3} of {:3}  {}", one.n_success, one.n_trials, text(&one.statement)));
            }
        }
    };
    unite("All together agree", &map.consensus.agree);
    unite("All together disagree", &map.consensus.disagree);
    if map.groups.len() > 1 {
        say(&format!("\nHow far apart the groups stand (silhouette, -1 to 1): {:.2}", map.silhouette));
        if let Some(stability) = &map.stability_detail {
            say(&format!(
                "How stable they are (1 = unchanged when a fifth of the people is left out): {:.2}, at least {:.2} in {} repetitions",
                stability.mean, stability.lowest, stability.repetitions
            ));
        }
        let mut agreed: Vec<&(StatementId, f64)> = map.group_informed_consensus.iter().collect();
        agreed.sort_by(|left, right| right.1.total_cmp(&left.1));
        say("\nEvery group agrees (chance that one of each does)");
        for (id, chance) in agreed.into_iter().take(5) {
            say(&format!("  {chance:.2}  {}", text(id)));
        }
    }
    for warning in &map.warnings {
        say(&format!("\nNote: {warning}."));
    }
}
