//! `meemaak sortition`: a panel drawn fairly, with the proof; a public lottery; a draw that anybody can replay.

use super::{CommandError, say};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sortition::{
    Draw, Fraction, Objective, People, Pool, Population, Progress, PublicLottery, Quotas, Report, Representation, SortitionError, Terms,
    alternates, fair, picture,
};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Draw a panel by lot, fairly and in public
#[derive(Debug, Subcommand)]
pub enum Sortition {
    /// Find the fairest lottery over panels that keep the quotas, and number its panels
    #[command(after_help = SELECT)]
    Select(Select),
    /// Reveal the seed and draw a panel from a published lottery
    #[command(after_help = DRAW)]
    Draw(DrawCommand),
    /// Check a published draw, and replay all of it when people and quotas are given
    #[command(after_help = VERIFY)]
    Verify(Verify),
}

const SELECT: &str = "People: one line per person, one column per question. Quotas: category,feature,min,max or feature,value,min,max, each may go on with min_flex,max_flex and reason.\n\n\
    Population (--population): category,feature,count or category,feature,share, of those who may be on the panel. It puts pool and \
    expected panel beside the population: shares, ratios, an index per category, who is under-represented, and which quota gives a \
    feature more than its share on purpose, with the reason that the quotas give in their column reason.\n\n\
    Choose the seed by throwing dice before anybody looks at the result, and keep it secret until the draw: what is written here holds only its SHA-256.\n\n\
    Example: meemaak sortition select --people people.csv --quotas quotas.csv --size 22 --seed \"4 2 6 6 1 3 5 2\" --json --out lottery.json\n\n\
    Exit codes: 0 done · 2 no panel can be drawn (with --json the answer is {\"error\": {code, message, suggestions}}).";
const DRAW: &str = "Example: meemaak sortition draw --lottery lottery.json --seed \"4 2 6 6 1 3 5 2\" --json --out draw.json";
const VERIFY: &str = "Example: meemaak sortition verify --lottery lottery.json --draw draw.json --people people.csv --quotas quotas.csv --size 22\n\n\
    Exit codes: 0 everything fits · 2 a file cannot be used · 3 something does not fit.";

/// What decides who can be drawn.
#[derive(Debug, Args)]
struct From {
    /// CSV of the people who volunteered
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// CSV of the quotas
    #[arg(long, value_name = "FILE")]
    quotas: PathBuf,
    /// Size of the whole panel
    #[arg(long, value_name = "K")]
    size: u32,
    /// Column with the ids; without it the first column whose name ends in "id", else the line number
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// Columns that together are an address: at most one person per address
    #[arg(long, value_name = "COLUMN,..", value_delimiter = ',')]
    household: Vec<String>,
    /// CSV of people who are on the panel already; only the places left are drawn
    #[arg(long, value_name = "FILE")]
    selected: Option<PathBuf>,
}

/// Find the fairest lottery
#[derive(Debug, Args)]
pub struct Select {
    #[command(flatten)]
    from: From,
    /// leximin (smallest probability, then the next, ...), maximin (the smallest only), nash (product), goldilocks (both ends)
    #[arg(long, default_value = "leximin", value_parser = parse_objective)]
    objective: Objective,
    /// So many numbered panels, all equally likely
    #[arg(long, value_name = "M", default_value_t = 1000)]
    lottery: usize,
    /// The secret seed of the draw; any text
    #[arg(long, value_name = "S")]
    seed: String,
    #[command(flatten)]
    shown: Shown,
    /// Write a picture of all probabilities (SVG)
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// CSV of the population, to compare pool and panel with
    #[arg(long, value_name = "FILE")]
    population: Option<PathBuf>,
    /// Below this share of its share in the population a feature is under-represented
    #[arg(long, value_name = "SHARE", default_value = "0.8", requires = "population", value_parser = parse_share)]
    alert: Fraction,
    /// Write a picture of population, pool and panel (SVG)
    #[arg(long, value_name = "FILE", requires = "population")]
    population_svg: Option<PathBuf>,
}

/// How the answer is given.
#[derive(Debug, Args)]
struct Shown {
    /// As JSON instead of a text
    #[arg(long)]
    json: bool,
    /// Write to this file instead of the screen; it appears whole or not at all
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Draw from a published lottery
#[derive(Debug, Args)]
pub struct DrawCommand {
    /// The JSON that `select` wrote
    #[arg(long, value_name = "FILE")]
    lottery: PathBuf,
    /// The seed that was committed to
    #[arg(long, value_name = "S")]
    seed: String,
    /// Also choose so many alternates (needs --people, --quotas and --size)
    #[arg(long, value_name = "N", default_value_t = 0)]
    alternates: usize,
    #[command(flatten)]
    from: Option<From>,
    #[command(flatten)]
    shown: Shown,
}

/// Check a published draw
#[derive(Debug, Args)]
pub struct Verify {
    /// The JSON that `select` wrote
    #[arg(long, value_name = "FILE")]
    lottery: PathBuf,
    /// The JSON that `draw` wrote
    #[arg(long, value_name = "FILE")]
    draw: PathBuf,
    #[command(flatten)]
    from: Option<From>,
    /// As JSON instead of a text
    #[arg(long)]
    json: bool,
}

fn parse_share(text: &str) -> Result<Fraction, String> {
    sortition::share(text).ok_or_else(|| "write a share from 0 to 1, as 0.8 or 80%".to_owned())
}

fn parse_objective(text: &str) -> Result<Objective, String> {
    text.parse()
}

impl Sortition {
    /// Does it.
    ///
    /// # Errors
    /// When a file cannot be used, no panel can be drawn, or a published draw does not fit.
    pub fn run(&self) -> Result<(), CommandError> {
        let (answer, shown) = match self {
            Self::Select(select) => (select.answer(), select.shown.json),
            Self::Draw(draw) => (draw.answer(), draw.shown.json),
            Self::Verify(verify) => (verify.answer(), verify.json),
        };
        match answer {
            Err(Stop::Sortition(error)) => {
                if shown {
                    let told = json!({"error": {"code": error.code(), "message": error.to_string(), "suggestions": error.suggestions()}});
                    say(&format!("{told:#}"));
                }
                let advice: String = error.suggestions().iter().map(|line| format!("\n  - {line}")).collect();
                let smallest = if advice.is_empty() { "" } else { "\nThe smallest change that makes it possible:" };
                Err(CommandError::Unusable(format!("{error}{smallest}{advice}")))
            }
            Err(Stop::Command(error)) => Err(error),
            Ok(()) => Ok(()),
        }
    }
}

/// Why it stopped.
enum Stop {
    Sortition(SortitionError),
    Command(CommandError),
}

impl std::convert::From<SortitionError> for Stop {
    fn from(error: SortitionError) -> Self {
        Self::Sortition(error)
    }
}

impl std::convert::From<CommandError> for Stop {
    fn from(error: CommandError) -> Self {
        Self::Command(error)
    }
}

fn open(path: &Path) -> Result<File, CommandError> {
    File::open(path).map_err(|error| CommandError::Unusable(format!("cannot read {}: {error}", path.display())))
}

impl From {
    fn pool(&self) -> Result<Pool, Stop> {
        let people = People::read(open(&self.people)?, self.id.as_deref())?;
        let quotas = Quotas::read(open(&self.quotas)?)?;
        let selected = match &self.selected {
            None => Vec::new(),
            Some(path) => People::read(open(path)?, self.id.as_deref())?.people.into_iter().map(|person| person.id).collect(),
        };
        Ok(Pool::new(&people, &quotas, &Terms { size: self.size, household: self.household.clone(), selected })?)
    }
}

impl Shown {
    /// Writes a file beside the wanted one and renames it, so that nothing half-written is ever found.
    fn give(&self, text: &str) -> Result<(), CommandError> {
        match &self.out {
            None => {
                say(text.trim_end());
                Ok(())
            }
            Some(path) => write_whole(path, text),
        }
    }
}

fn write_whole(path: &Path, text: &str) -> Result<(), CommandError> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let beside = path.with_file_name(name);
    let refused = |error| CommandError::Io(format!("cannot write {}", path.display()), error);
    fs::write(&beside, text).map_err(refused)?;
    fs::rename(&beside, path).map_err(refused)
}

/// The answer in JSON; the numbers in it are finite, so it can always be written.
fn as_json(value: &impl serde::Serialize) -> Result<String, CommandError> {
    serde_json::to_string_pretty(value).map_err(|error| CommandError::Asked(format!("the answer cannot be written: {error}")))
}

impl Select {
    fn answer(&self) -> Result<(), Stop> {
        if self.seed.trim().is_empty() {
            return Err(
                SortitionError::Request { message: "the seed is empty: throw dice and write down what they show".to_owned() }.into()
            );
        }
        let pool = self.from.pool()?;
        // Before the long work, so that a mistake in the file is told at once.
        let population = self.population.as_deref().map(|path| Ok::<_, Stop>(Population::read(open(path)?)?)).transpose()?;
        let bar = indicatif::ProgressBar::new_spinner();
        let lottery = fair(&pool, self.objective, &mut |progress| bar.set_message(words(progress)));
        bar.finish_and_clear();
        let lottery = lottery?;
        let public = PublicLottery::new(&pool, &lottery, self.lottery, &self.seed)?;
        let mut report = Report::new(&pool, &lottery, &public);
        if let Some(population) = population {
            report = report.beside(Representation::new(&pool, &lottery, &population, &self.alert)?);
        }
        if let (Some(path), Some(beside)) = (&self.population_svg, &report.population) {
            write_whole(path, &picture::representation(beside))?;
        }
        if let Some(path) = &self.svg {
            write_whole(path, &picture::probabilities(&report))?;
        }
        let text = if self.shown.json {
            as_json(&report)?
        } else {
            let mut text = report.text();
            text.push_str("\nProbabilities, from the smallest:\n");
            for band in picture::bands(&report) {
                text.push_str(&format!("{:>8.3} % to {:>8.3} %  {:>6} people\n", band.from * 100.0, band.to * 100.0, band.people));
            }
            text
        };
        Ok(self.shown.give(&text)?)
    }
}

/// How it is getting on, in words.
fn words(progress: Progress) -> String {
    match progress {
        Progress::Levels(done, all) => format!("levels: {done} of {all} kinds of people"),
        Progress::Panels(panels, missing) => format!("panels: {panels}, still missing {:.6} %", missing * 100.0),
        Progress::Proofs(done, all) => format!("proofs: {done} of {all}"),
    }
}

/// A file of JSON.
fn parsed(path: &Path) -> Result<Value, CommandError> {
    serde_json::from_reader(std::io::BufReader::new(open(path)?))
        .map_err(|error| CommandError::Unusable(format!("{} is not the JSON that is needed: {error}", path.display())))
}

/// The lottery within what `select` wrote.
fn published(path: &Path) -> Result<PublicLottery, CommandError> {
    let value = parsed(path)?;
    let word = |name: &str| value["lottery"][name].as_str().map(str::to_owned);
    let panels = value["panels"].as_array().map(|panels| {
        panels
            .iter()
            .map(|panel| {
                panel["members"].as_array().map(|ids| ids.iter().filter_map(Value::as_str).map(str::to_owned).collect()).unwrap_or_default()
            })
            .collect::<Vec<Vec<String>>>()
    });
    match (word("commitment"), word("digest"), panels) {
        (Some(commitment), Some(digest), Some(panels)) if !panels.is_empty() => Ok(PublicLottery { commitment, digest, panels }),
        _ => Err(CommandError::Unusable(format!(
            "{} holds no lottery: give the file that `meemaak sortition select --json` wrote",
            path.display()
        ))),
    }
}

impl DrawCommand {
    fn answer(&self) -> Result<(), Stop> {
        let lottery = published(&self.lottery)?;
        let draw = lottery.draw(&self.seed)?;
        let ready = match (&self.from, self.alternates) {
            (_, 0) => Vec::new(),
            (None, _) => {
                return Err(SortitionError::Request { message: "alternates need --people, --quotas and --size".to_owned() }.into());
            }
            (Some(from), number) => alternates(&from.pool()?, &draw.members, number, &self.seed)?,
        };
        let text = if self.shown.json {
            as_json(&json!({"seed": draw.seed, "number": draw.number, "members": draw.members, "alternates": ready}))?
        } else {
            let mut text = format!("Panel {} of {}:\n", draw.number, lottery.panels.len());
            for member in &draw.members {
                text.push_str(&format!("  {member}\n"));
            }
            for one in &ready {
                text.push_str(&format!(
                    "Alternate {} can replace {}\n",
                    one.id,
                    if one.replaces.is_empty() { "nobody alone".to_owned() } else { one.replaces.join(", ") }
                ));
            }
            text
        };
        Ok(self.shown.give(&text)?)
    }
}

impl Verify {
    fn answer(&self) -> Result<(), Stop> {
        let lottery = published(&self.lottery)?;
        let value = parsed(&self.draw)?;
        let draw: Draw = serde_json::from_value(value).map_err(|error| {
            CommandError::Unusable(format!("{} is not what `meemaak sortition draw --json` wrote: {error}", self.draw.display()))
        })?;
        let mut wrong = lottery.verify(&draw);
        let mut checked =
            vec!["the panels are those of the digest", "the seed is the one committed to", "number and people follow from both"];
        if let Some(from) = &self.from {
            let objective = parsed(&self.lottery)?["objective"].as_str().unwrap_or_default().parse::<Objective>();
            let objective = objective.map_err(|words| CommandError::Unusable(format!("{}: {words}", self.lottery.display())))?;
            let pool = from.pool()?;
            let bar = indicatif::ProgressBar::new_spinner();
            let again = fair(&pool, objective, &mut |progress| bar.set_message(words(progress)));
            bar.finish_and_clear();
            let again = PublicLottery::new(&pool, &again?, lottery.panels.len(), &draw.seed)?;
            if again.panels != lottery.panels {
                wrong.push("people, quotas and seed give other panels than those published".to_owned());
            }
            checked.push("people, quotas and seed give these panels");
        }
        if self.json {
            say(&format!("{:#}", json!({"fits": wrong.is_empty(), "checked": checked, "wrong": wrong})));
        } else if wrong.is_empty() {
            for line in checked {
                say(&format!("fits: {line}"));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(CommandError::Found(wrong.join("; ")).into()) }
    }
}
