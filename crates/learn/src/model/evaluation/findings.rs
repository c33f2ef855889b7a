//! What stands in an evaluation beside words: all its figures at one moment. It is what is published as open data, what another
//! municipality reads in (A249, A250), and what comparisons and the yearly overview are made of.
//!
//! What is too small to be shown is taken out before it gets here: nothing in it must be hidden afterwards.

use super::balance::Weighed;
use super::counts::{CountsFound, MOST_LINES};
use super::influence::Influence;
use super::means::MeansUsed;
use super::observed::ObservedFound;
use super::reach::{MOST_GROUPS, ReachFound, StayedFound};
use crate::model::figure::{Figure, Told};
use crate::model::indicator::Definition;
use deliver::{HoursAsked, HoursTold};
use kernel::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use study::{Direction, FEWEST_BEHIND_WORDS, RespondentKind};

/// The version of the shape below. The first had nothing of who took part, the second nothing else that was counted or observed, the
/// third no waves, no groups of differences and nothing of what was withdrawn, the fourth nobody who was only informed, no areas, no
/// regulation and no time that volunteers gave; they are read as well.
pub const FORMAT: u32 = 5;
/// The first format in which a difference is told only when nobody's answer can be calculated from it, and words on for whom something
/// was worse only when enough people who were interviewed stand behind them.
const CHECKED: u32 = 4;
/// The longest file that is read, in bytes.
pub const LONGEST: usize = 256 << 10;
/// At most so many things in a list.
const MOST: usize = 400;
/// At most so many signs in a text.
const SIGNS: usize = 400;
/// No count is larger.
const LARGEST: i64 = 1_000_000_000_000;

/// Of whom something was heard (G074); whoever was not heard stands here with nought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoiceHeard {
    /// Wide kind of actor, by the key in the knowledge that stands for it: some of the finer kinds are one person.
    pub actor: String,
    /// How many sources.
    pub sources: i64,
}

/// What was decided on what people put in: the facts by which the effective rung is established (G021).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecidedFacts {
    /// How many dossiers there are.
    pub dossiers: i64,
    /// How many of them are not decided.
    pub open: i64,
    /// How many have which outcome, by its code.
    pub outcomes: BTreeMap<String, i64>,
    /// How many were decided by which body.
    pub bodies: BTreeMap<String, i64>,
    /// How many decisions differ from the advice, each with its motive.
    pub deviating: i64,
    /// How many commitments were made.
    pub commitments: i64,
    /// How many of those are there.
    pub realised: i64,
}

impl DecidedFacts {
    /// How many were decided.
    #[must_use]
    pub fn decided(&self) -> i64 {
        self.outcomes.values().sum()
    }
    /// How many of them were taken over, wholly, in part or on trial.
    #[must_use]
    pub fn taken_over(&self) -> i64 {
        ["adopted", "partly", "trial", "self-with-support", "transferred"].iter().filter_map(|code| self.outcomes.get(*code)).sum()
    }
}

/// A figure of the process, as [`Figure`] has it, without its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureFound {
    /// The code of the indicator.
    pub indicator: String,
    /// What can be said of it, by its code.
    pub told: String,
    /// How many of the whole.
    pub numerator: i64,
    /// The whole.
    pub denominator: i64,
    /// Of how many it is not known.
    pub missing: i64,
    /// Whether the whole is large enough to take a share of.
    pub shares: bool,
    /// The working days of the one in the middle.
    pub median: Option<i64>,
    /// The working days within which nine of ten were done.
    pub nine_of_ten: Option<i64>,
}

impl FigureFound {
    /// What is kept of a figure; of one that is not shown nothing but why.
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        let shown = figure.told == Told::Measured;
        Self {
            indicator: figure.definition.code.to_owned(),
            told: figure.told.code().to_owned(),
            numerator: if shown { figure.numerator } else { 0 },
            denominator: if shown { figure.denominator } else { 0 },
            missing: if shown { figure.missing } else { 0 },
            shares: shown && figure.shares,
            median: figure.median.filter(|_| shown),
            nine_of_ten: figure.nine_of_ten.filter(|_| shown),
        }
    }

    /// The figure again, when this version of the program knows its indicator.
    #[must_use]
    pub fn figure(&self) -> Option<Figure> {
        const ALL: [Told; 6] = [Told::Measured, Told::NotMeasured, Told::Nothing, Told::Few, Told::NotSplit, Told::NotCounted];
        let definition = Definition::named(&self.indicator)?;
        let told = ALL.into_iter().find(|told| told.code() == self.told)?;
        Some(Figure {
            numerator: self.numerator,
            denominator: self.denominator,
            missing: self.missing,
            shares: self.shares,
            median: self.median,
            nine_of_ten: self.nine_of_ten,
            ..Figure::only(definition, told)
        })
    }
}

/// What people answered to one question in one round; nothing of fewer than may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerFound {
    /// Which indicator it measures.
    pub indicator: String,
    /// Which sentence people were given; an indicator may have two.
    pub statement: String,
    /// `before`, `after` or `later`.
    pub round: String,
    /// The wave of that round, which tells how much later; findings of format 3 do not have it.
    #[serde(default)]
    pub wave: Option<String>,
    /// Whether of people who took part.
    pub took_part: bool,
    /// How many answered; none when fewer than may be shown.
    pub answered: Option<i64>,
    /// How many left it open; none with few answers.
    pub missing: Option<i64>,
    /// The middle, in hundredths of a scale from 1 to 5.
    pub mean: Option<i64>,
    /// The lower and the higher end of what it may be, in hundredths.
    pub between: Option<(i64, i64)>,
    /// The share that agrees, in hundredths.
    pub agree: Option<i64>,
}

impl AnswerFound {
    /// Whose answers these are: `took-part`, `outside` or `staff`, by what only staff is asked.
    #[must_use]
    pub fn whose(&self) -> &'static str {
        match measure::Statement::of_code(&self.statement) {
            Some(statement) if statement.staff_only => "staff",
            _ if self.took_part => "took-part",
            _ => "outside",
        }
    }
}

/// How answers later differ from answers before of the same people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeFound {
    /// Of which indicator.
    pub indicator: String,
    /// Of which sentence.
    pub statement: String,
    /// Until which wave; findings of format 3 do not have it and tell of the first wave after.
    #[serde(default)]
    pub until: Option<String>,
    /// Whether of people who took part; findings of format 3 do not have it and tell of both together.
    #[serde(default)]
    pub took_part: Option<bool>,
    /// How many answered both times; none when fewer than may be shown.
    pub pairs: Option<i64>,
    /// After less before, in hundredths.
    pub difference: Option<i64>,
    /// The lower and the higher end of what it may be, in hundredths.
    pub between: Option<(i64, i64)>,
}

/// What was asked of volunteers for what was promised, and what they gave (G055).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VolunteerLoad {
    /// Commitments that ask hours of volunteers.
    pub commitments: i64,
    /// Of those how many ask more than volunteers said they can give.
    pub above: i64,
    /// The hours a month of the one in the middle.
    pub median: Option<i64>,
    /// The hours that volunteers gave; none when nobody wrote any down, or too few people gave them.
    #[serde(default)]
    pub given: Option<i64>,
    /// For how many commitments.
    #[serde(default)]
    pub given_for: i64,
    /// For how many more too few people gave time to tell how much.
    #[serde(default)]
    pub given_by_few: i64,
}

impl VolunteerLoad {
    /// The load of commitments by the hours that they ask, the fewest first.
    #[must_use]
    pub fn of(asked: &[HoursAsked]) -> Self {
        let commitments: i64 = asked.iter().map(|it| it.commitments).sum();
        let mut before = 0;
        let middle = asked.iter().find(|it| {
            before += it.commitments;
            before * 2 >= commitments
        });
        Self { commitments, above: asked.iter().map(|it| it.above).sum(), median: middle.map(|it| it.hours), ..Self::default() }
    }

    /// The same with what was given.
    #[must_use]
    pub fn with_given(self, told: HoursTold) -> Self {
        Self { given: (told.commitments > 0).then_some(told.hours), given_for: told.commitments, given_by_few: told.few, ..self }
    }
}

/// What was done with the rules of the design guide (G068).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceHeeded {
    /// The rules that were followed.
    pub followed: Vec<String>,
    /// The rules that were set aside, each with its motive.
    pub aside: Vec<String>,
    /// Of those set aside the ones that warn of harm to an effect that was also found to have gone for the worse. That the two
    /// stand together does not say that one came of the other.
    pub met: Vec<String>,
}

/// How the charter of a process stands to the regulation of the municipality (G073): counts of obligations, never of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesFound {
    /// Obligations that are met.
    pub met: i64,
    /// Deviations.
    pub not_met: i64,
    /// Of those how many have a public motive.
    pub motivated: i64,
    /// Obligations of which nothing is known.
    pub untold: i64,
}

impl RulesFound {
    /// All obligations; none when no regulation binds the process.
    #[must_use]
    pub const fn all(&self) -> i64 {
        self.met.saturating_add(self.not_met).saturating_add(self.untold)
    }
}

/// All figures of an evaluation at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Findings {
    /// [`FORMAT`].
    pub format: u32,
    /// The name of the municipality.
    pub municipality: String,
    /// The name of the process, as it was written.
    pub title: String,
    /// Its place in addresses.
    pub slug: String,
    /// On which day the figures stood like this.
    pub day: Date,
    /// Groups of people smaller than this are not in it.
    pub smallest: i64,
    /// The first day on which people could take part.
    pub from: Option<Date>,
    /// The last.
    pub until: Option<Date>,
    /// Whose process it is (F5), by its code.
    pub variant: String,
    /// Who took the initiative, by its word.
    pub initiator: Option<String>,
    /// The forms, by their words.
    pub forms: Vec<String>,
    /// The groups that it wanted to reach, by their keys.
    pub groups: Vec<String>,
    /// What was done against barriers, by the keys of strategies.
    pub strategies: Vec<String>,
    /// The stage of the policy cycle at which residents first took part (G025).
    pub first_stage: Option<String>,
    /// Announced, effective and perceived influence.
    pub influence: Influence,
    /// The balance.
    pub balance: Vec<Weighed>,
    /// Of whom something was heard.
    pub heard: Vec<VoiceHeard>,
    /// What was decided.
    pub decided: DecidedFacts,
    /// Times and shares of what people put in.
    pub figures: Vec<FigureFound>,
    /// What people answered.
    pub answers: Vec<AnswerFound>,
    /// How that changed.
    pub changes: Vec<ChangeFound>,
    /// What it took.
    pub means: Vec<MeansUsed>,
    /// What was asked of volunteers.
    pub volunteers: VolunteerLoad,
    /// What was done with advice.
    pub advice: AdviceHeeded,
    /// Who took part beside who lives there, by characteristic (G001, G002).
    #[serde(default)]
    pub reach: Vec<ReachFound>,
    /// Who dropped out, of everybody (G010); none when nobody counted it.
    #[serde(default)]
    pub stayed: Option<StayedFound>,
    /// What else was counted of who took part (G004–G008, G011, G019).
    #[serde(default)]
    pub counts: CountsFound,
    /// The indicators of the plan of which there is no number here, by their codes; findings of format 4 and before name only those
    /// that somebody was to count or observe.
    #[serde(default)]
    pub uncounted: Vec<String>,
    /// What was seen of sessions (G017, G018); none when nobody observed one.
    #[serde(default)]
    pub observed: Option<ObservedFound>,
    /// The areas that it is about, by their names.
    #[serde(default)]
    pub areas: Vec<String>,
    /// How it stands to the regulation; none when nobody recorded it.
    #[serde(default)]
    pub rules: Option<RulesFound>,
    /// The days on which an interview was withdrawn since; its words and counts were taken out of what stands here.
    #[serde(default)]
    pub withdrawn: Vec<Date>,
}

/// Why a file with findings is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FindingsError {
    /// Longer than [`LONGEST`].
    #[error("the file is too long")]
    TooLong,
    /// It is no such file.
    #[error("the file holds no findings")]
    Shape,
    /// A later version of the program wrote it.
    #[error("the file has another format")]
    Format,
    /// A list, a text or a number in it is out of all bounds.
    #[error("something in the file is out of bounds")]
    Bounds,
}

impl FindingsError {
    /// Key of what it says to whoever brought the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLong => "learn-elsewhere-too-long",
            Self::Shape => "learn-elsewhere-shape",
            Self::Format => "learn-elsewhere-format",
            Self::Bounds => "learn-elsewhere-bounds",
        }
    }
}

impl Findings {
    /// Reads findings that another house wrote: strictly, since nobody knows who wrote them.
    ///
    /// # Errors
    /// When they are too long, have another shape or format, or hold something out of bounds.
    pub fn read(bytes: &[u8]) -> Result<Self, FindingsError> {
        if bytes.len() > LONGEST {
            return Err(FindingsError::TooLong);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| FindingsError::Shape)?;
        if !(1..=FORMAT).contains(&read.format) {
            return Err(FindingsError::Format);
        }
        if read.is_within_bounds() { Ok(read) } else { Err(FindingsError::Bounds) }
    }

    /// The same with what may be public: findings that were kept or written before this was held to may tell more. Of whom something
    /// was heard is told by wide kind, and words on for whom something was worse only where enough sources stand behind them. From before
    /// [`CHECKED`] no difference is told and no such words: who stands behind them cannot be found out any more.
    #[must_use]
    pub fn made_public(mut self) -> Self {
        let mut wide: Vec<VoiceHeard> = Vec::new();
        for voice in std::mem::take(&mut self.heard) {
            let actor = RespondentKind::of_actor(&voice.actor).actor();
            match wide.iter_mut().find(|it| it.actor == actor) {
                // A source with two of the finer kinds is counted twice here; nobody can tell any more.
                Some(it) => it.sources = it.sources.saturating_add(voice.sources),
                None => wide.push(VoiceHeard { actor: actor.to_owned(), sources: voice.sources }),
            }
        }
        // Of kinds that a municipality might have added nobody can say that they were not heard.
        wide.retain(|it| it.sources > 0 || it.actor != RespondentKind::Other.actor());
        wide.sort_by(|a, b| b.sources.cmp(&a.sources).then_with(|| a.actor.cmp(&b.actor)));
        self.heard = wide;
        for row in &mut self.balance {
            if row.sources(Direction::Negative) < FEWEST_BEHIND_WORDS && !row.negative_for.is_empty() {
                row.negative_for.clear();
                row.negative_hidden = true;
            }
        }
        if self.format < CHECKED {
            for change in &mut self.changes {
                (change.pairs, change.difference, change.between) = (None, None, None);
            }
            for row in &mut self.balance {
                row.negative_hidden |= !row.negative_for.is_empty();
                row.negative_for.clear();
            }
            self.format = FORMAT;
        }
        self
    }

    /// As it is written to a file.
    ///
    /// # Errors
    /// When the program cannot write it; it always can.
    pub fn written(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    fn texts(&self) -> Vec<&str> {
        let mut found: Vec<&str> = vec![&self.municipality, &self.title, &self.slug, &self.variant];
        found.extend(self.initiator.as_deref());
        found.extend(self.first_stage.as_deref());
        let lists = [&self.forms, &self.groups, &self.strategies, &self.advice.followed, &self.advice.aside, &self.advice.met];
        found.extend(lists.into_iter().flatten().map(String::as_str));
        for row in &self.balance {
            found.push(&row.effect);
            let lists = [&row.negative_for, &row.literature.promotes, &row.literature.harms, &row.literature.open];
            found.extend(lists.into_iter().flatten().map(String::as_str));
            found.extend(row.factors.iter().map(|(factor, _)| factor.as_str()));
        }
        found.extend(self.heard.iter().map(|it| it.actor.as_str()));
        found.extend(self.decided.outcomes.keys().chain(self.decided.bodies.keys()).map(String::as_str));
        found.extend(self.figures.iter().flat_map(|it| [it.indicator.as_str(), it.told.as_str()]));
        found.extend(self.answers.iter().flat_map(|it| [it.indicator.as_str(), it.statement.as_str(), it.round.as_str()]));
        found.extend(self.answers.iter().filter_map(|it| it.wave.as_deref()));
        found.extend(self.changes.iter().flat_map(|it| [it.indicator.as_str(), it.statement.as_str()]));
        found.extend(self.changes.iter().filter_map(|it| it.until.as_deref()));
        for it in &self.reach {
            found.extend([it.characteristic.as_str(), it.population_source.as_str(), it.source.as_str()]);
            found.extend(it.groups.iter().map(|group| group.name.as_str()));
        }
        found.extend(self.stayed.as_ref().map(|it| it.source.as_str()));
        let counts = &self.counts;
        found.extend([&counts.earlier, &counts.unorganised, &counts.remedied].into_iter().flatten().map(|it| it.source.as_str()));
        found.extend(counts.attendance.iter().map(|it| it.source.as_str()));
        if let Some(it) = &counts.response {
            found.push(&it.source);
            found.extend(it.strata.iter().map(|it| it.name.as_str()));
        }
        if let Some(it) = &counts.channels {
            found.push(&it.source);
            found.extend(it.channels.iter().map(|it| it.name.as_str()));
        }
        found.extend(self.uncounted.iter().chain(&self.areas).map(String::as_str));
        found
    }

    fn numbers(&self) -> Vec<i64> {
        let decided = &self.decided;
        let mut found = vec![self.smallest, decided.dossiers, decided.open, decided.deviating, decided.commitments, decided.realised];
        found.extend(decided.outcomes.values().chain(decided.bodies.values()));
        for row in &self.balance {
            found.extend(row.sources);
            found.extend(row.factors.iter().map(|(_, count)| *count));
        }
        found.extend(self.heard.iter().map(|it| it.sources));
        for it in &self.figures {
            found.extend([it.numerator, it.denominator, it.missing]);
            found.extend(it.median.into_iter().chain(it.nine_of_ten));
        }
        found.extend(self.answers.iter().flat_map(|it| [it.answered, it.missing, it.mean, it.agree]).flatten());
        found.extend(self.changes.iter().filter_map(|it| it.pairs));
        found.extend(self.means.iter().flat_map(|it| [it.planned, it.used]).flatten());
        let load = self.volunteers;
        found.extend([load.commitments, load.above, load.given_for, load.given_by_few]);
        found.extend(load.median.into_iter().chain(load.given));
        for it in &self.reach {
            found.extend([it.told, it.unsaid, it.index, it.index_stayed, it.skew].into_iter().flatten());
            found.extend(it.groups.iter().flat_map(|group| [Some(group.population), group.began, group.stayed, group.ratio]).flatten());
        }
        found.extend(self.stayed.iter().flat_map(|it| [it.began, it.stayed, it.drop_out]).flatten());
        let counts = &self.counts;
        let parts = [&counts.earlier, &counts.unorganised, &counts.remedied].into_iter().flatten();
        found.extend(parts.flat_map(|it| [it.whole, it.unsaid, it.part, it.share]).flatten());
        found.extend(counts.attendance.iter().flat_map(|it| [it.participants, it.attendances, it.mean]).flatten());
        if let Some(it) = &counts.response {
            found.extend([it.delivered, it.accepted, it.rate, it.ratio].into_iter().flatten());
            found.extend(it.strata.iter().flat_map(|it| [it.delivered, it.accepted, it.rate]).flatten());
        }
        if let Some(it) = &counts.channels {
            found.extend(it.joined);
            found.extend(it.channels.iter().flat_map(|it| [it.joined, it.hours, it.cents, it.per_hour, it.per_hundred_euro]).flatten());
        }
        found.extend(self.rules.iter().flat_map(|it| [it.met, it.not_met, it.motivated, it.untold]));
        found.extend(self.observed.iter().flat_map(|it| [it.sessions, it.told, it.compared]));
        found.extend(self.influence.perceived_before.into_iter().chain(self.influence.perceived_after));
        found
    }

    fn is_within_bounds(&self) -> bool {
        let texts = self.texts();
        let plain = |text: &&str| text.chars().count() <= SIGNS && !text.chars().any(char::is_control);
        let means = [self.influence.perceived_before, self.influence.perceived_after];
        let differences = self.changes.iter().filter_map(|it| it.difference).chain(
            self.changes
                .iter()
                .map(|it| it.between)
                .chain(self.answers.iter().map(|it| it.between))
                .flatten()
                .flat_map(|(low, high)| [low, high]),
        );
        texts.len() <= MOST * 20
            && self.balance.len() <= MOST
            && self.figures.len() <= MOST
            && self.answers.len() <= MOST
            && self.means.len() <= MOST
            && self.reach.len() <= MOST
            && self.reach.iter().all(|it| {
                // One more than can be counted: those together that are too small.
                let place = it.worst.is_none_or(|place| usize::try_from(place).is_ok_and(|place| place < it.groups.len()));
                it.groups.len() <= MOST_GROUPS + 1 && place
            })
            && self.uncounted.len() <= MOST
            && self.areas.len() <= MOST
            && self.withdrawn.len() <= MOST
            && self.counts.response.iter().all(|it| {
                let there = |place: &i64| usize::try_from(*place).is_ok_and(|place| place < it.strata.len());
                it.strata.len() <= MOST_LINES && [it.highest, it.lowest].iter().flatten().all(there)
            })
            && self.counts.channels.iter().all(|it| it.channels.len() <= MOST_LINES)
            && self
                .observed
                .iter()
                .all(|it| it.quality.is_none_or(|mean| (100..=500).contains(&mean)) && it.gini.is_none_or(|gini| (0..=100).contains(&gini)))
            && texts.iter().all(plain)
            && !self.title.trim().is_empty()
            && !self.municipality.trim().is_empty()
            && self.numbers().iter().all(|number| (0..=LARGEST).contains(number))
            && differences.into_iter().all(|number| number.abs() <= 100_000)
            && self.influence.announced.is_none_or(|rung| (1..=5).contains(&rung))
            && self.influence.effective.is_none_or(|rung| rung <= 5)
            && means.iter().flatten().all(|mean| (100..=500).contains(mean))
            && [Some(self.day), self.from, self.until]
                .iter()
                .flatten()
                .chain(&self.withdrawn)
                .all(|day| (1900..=2200).contains(&day.year()))
    }
}

/// Findings to try things with.
#[cfg(test)]
#[must_use]
pub fn sample(municipality: &str, title: &str, day: Date) -> Findings {
    Findings {
        format: FORMAT,
        municipality: municipality.to_owned(),
        title: title.to_owned(),
        slug: "een-plein".to_owned(),
        day,
        smallest: 10,
        from: Some(day),
        until: None,
        variant: "asked".to_owned(),
        initiator: Some("residents".to_owned()),
        forms: vec!["workshop".to_owned()],
        groups: vec!["youth".to_owned()],
        strategies: Vec::new(),
        first_stage: Some("agenda-setting".to_owned()),
        influence: Influence { announced: Some(3), effective: Some(2), perceived_before: None, perceived_after: Some(310) },
        balance: Vec::new(),
        heard: vec![VoiceHeard { actor: "residents".to_owned(), sources: 4 }],
        decided: DecidedFacts::default(),
        figures: Vec::new(),
        answers: Vec::new(),
        changes: Vec::new(),
        means: Vec::new(),
        volunteers: VolunteerLoad::default(),
        advice: AdviceHeeded::default(),
        reach: Vec::new(),
        stayed: None,
        counts: CountsFound::default(),
        uncounted: Vec::new(),
        observed: None,
        areas: Vec::new(),
        rules: None,
        withdrawn: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn some() -> Findings {
        sample("Buurstad", "Een plein", "2026-05-01".parse().unwrap())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = some().written().unwrap();
        assert_eq!(Findings::read(written.as_bytes()), Ok(some()));
    }

    #[test]
    fn what_is_strange_is_not_taken() {
        let change = |change: fn(&mut Findings)| {
            let mut it = some();
            change(&mut it);
            Findings::read(it.written().unwrap().as_bytes())
        };
        assert_eq!(change(|it| it.format = 6), Err(FindingsError::Format));
        assert_eq!(change(|it| it.heard[0].sources = -1), Err(FindingsError::Bounds));
        assert_eq!(change(|it| it.influence.effective = Some(6)), Err(FindingsError::Bounds));
        assert_eq!(change(|it| it.influence.announced = Some(0)), Err(FindingsError::Bounds), "nobody promises only to inform");
        assert!(change(|it| it.influence.effective = Some(0)).is_ok(), "it can come of a promise");
        assert_eq!(change(|it| it.title = "a".repeat(401)), Err(FindingsError::Bounds));
        assert_eq!(change(|it| it.municipality = "Stad\u{7}".into()), Err(FindingsError::Bounds));
        assert_eq!(change(|it| it.title = " ".into()), Err(FindingsError::Bounds));
        assert_eq!(Findings::read(b"{}"), Err(FindingsError::Shape));
        let mut first: serde_json::Value = serde_json::from_str(&change(|it| it.format = 1).unwrap().written().unwrap()).unwrap();
        for later in ["reach", "stayed", "counts", "uncounted", "observed", "areas", "rules", "withdrawn"] {
            assert!(first.as_object_mut().unwrap().remove(later).is_some(), "{later}");
        }
        assert!(Findings::read(first.to_string().as_bytes()).is_ok(), "what the first version wrote is read: {first}");
        let placed = crate::model::evaluation::reach::ReachFound {
            characteristic: "age".into(),
            population_source: String::new(),
            source: String::new(),
            told: None,
            unsaid: None,
            stayed_counted: false,
            groups: Vec::new(),
            index: None,
            index_stayed: None,
            worst: Some(0),
            skew: None,
        };
        let mut strange = some();
        strange.reach.push(placed);
        assert_eq!(Findings::read(strange.written().unwrap().as_bytes()), Err(FindingsError::Bounds), "a group that is not there");
        let mut strange = some();
        strange.observed = Some(ObservedFound { sessions: 1, told: 1, quality: Some(501), compared: 0, gini: None });
        assert_eq!(Findings::read(strange.written().unwrap().as_bytes()), Err(FindingsError::Bounds), "more than the scale has");
        let more = some().written().unwrap().replacen('{', "{\"score\": 8,", 1);
        assert_eq!(Findings::read(more.as_bytes()), Err(FindingsError::Shape), "a score is not even read");
        assert_eq!(Findings::read(&vec![b' '; LONGEST + 1]), Err(FindingsError::TooLong));
    }

    #[test]
    fn what_was_finished_before_waves_and_groups_were_kept_is_read() {
        let mut it = some();
        it.answers.push(AnswerFound {
            indicator: "G042".into(),
            statement: "trust-municipality".into(),
            round: "later".into(),
            wave: None,
            took_part: true,
            answered: Some(20),
            missing: Some(0),
            mean: Some(310),
            between: Some((280, 340)),
            agree: Some(40),
        });
        let (indicator, statement) = ("G042".to_owned(), "trust-municipality".to_owned());
        let change =
            ChangeFound { indicator, statement, until: None, took_part: None, pairs: Some(14), difference: Some(30), between: None };
        it.changes.push(change);
        let mut third: serde_json::Value = serde_json::from_str(&it.written().unwrap()).unwrap();
        assert!(third["answers"][0].as_object_mut().unwrap().remove("wave").is_some());
        for later in ["until", "took_part"] {
            assert!(third["changes"][0].as_object_mut().unwrap().remove(later).is_some(), "{later}");
        }
        assert_eq!(Findings::read(third.to_string().as_bytes()), Ok(it));
    }

    #[test]
    fn what_was_kept_before_tells_no_finer_kind_and_no_words_of_a_few() {
        let voice = |actor: &str, sources: i64| VoiceHeard { actor: actor.to_owned(), sources };
        let row = |negative: i64| Weighed {
            effect: "effect.trust".to_owned(),
            rank: None,
            sources: [0, 0, negative, 0],
            negative_for: vec!["wie 's avonds werkt".to_owned()],
            negative_hidden: false,
            factors: Vec::new(),
            literature: crate::model::evaluation::balance::Literature::default(),
        };
        let mut it = some();
        it.heard = vec![voice("financial-controller", 1), voice("heads", 1), voice("administrator", 1), voice("council", 0)];
        it.balance = vec![row(2), row(3)];
        let it = it.made_public();
        assert_eq!(it.heard, [voice("officials", 2), voice("politicians", 1)]);
        assert!(it.balance[0].negative_for.is_empty() && it.balance[0].negative_hidden);
        assert!(!it.balance[1].negative_for.is_empty() && !it.balance[1].negative_hidden);
        assert_eq!(it.clone().made_public(), it);
    }

    #[test]
    fn what_was_kept_before_differences_and_words_were_checked_tells_neither() {
        let row = |negative_for: &[&str]| Weighed {
            effect: "effect.trust".to_owned(),
            rank: None,
            sources: [0, 0, 4, 0],
            negative_for: negative_for.iter().map(|whom| (*whom).to_owned()).collect(),
            negative_hidden: false,
            factors: Vec::new(),
            literature: crate::model::evaluation::balance::Literature::default(),
        };
        let change = ChangeFound {
            indicator: "G042".to_owned(),
            statement: "trust-municipality".to_owned(),
            until: None,
            took_part: None,
            pairs: Some(14),
            difference: Some(30),
            between: Some((10, 50)),
        };
        let mut it = some();
        it.balance = vec![row(&["wie 's avonds werkt"]), row(&[])];
        it.changes = vec![change.clone()];
        let checked = it.clone().made_public();
        assert_eq!((checked.balance, checked.changes), (it.balance.clone(), it.changes.clone()), "these were checked");
        it.format = 3;
        let told = it.clone().made_public();
        assert_eq!(told.format, FORMAT);
        assert_eq!(told.changes, [ChangeFound { pairs: None, difference: None, between: None, ..change }]);
        assert!(told.balance.iter().all(|row| row.negative_for.is_empty()));
        assert_eq!(told.balance.iter().map(|row| row.negative_hidden).collect::<Vec<_>>(), [true, false]);
        assert_eq!(told.balance[0].sources, it.balance[0].sources, "that somebody said so stays");
        assert_eq!(told.clone().made_public(), told);
    }

    #[test]
    fn hours_of_volunteers_are_held_against_what_they_can_give() {
        let asked = |hours: i64, commitments: i64, above: i64| HoursAsked { hours, commitments, above };
        let load = VolunteerLoad::of(&[asked(2, 1, 0), asked(4, 1, 0), asked(10, 1, 1)]);
        assert_eq!(load, VolunteerLoad { commitments: 3, above: 1, median: Some(4), ..VolunteerLoad::default() });
        let given = load.with_given(HoursTold { hours: 11, commitments: 1, few: 2 });
        assert_eq!((given.commitments, given.given, given.given_for, given.given_by_few), (3, Some(11), 1, 2));
        assert_eq!(load.with_given(HoursTold { few: 2, ..HoursTold::default() }).given, None, "nought hours would be untrue");
        assert_eq!(VolunteerLoad::of(&[asked(2, 2, 0), asked(4, 1, 0), asked(10, 1, 1)]).median, Some(2), "the lower of two in the middle");
        assert_eq!(VolunteerLoad::of(&[asked(2, 1, 0), asked(4, 3, 2)]).median, Some(4));
        assert_eq!(VolunteerLoad::of(&[]).median, None);
    }

    proptest! {
        /// Any bytes are an error or findings that are written and read again as they are.
        #[test]
        fn no_file_is_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(read) = Findings::read(&bytes) {
                prop_assert_eq!(Findings::read(read.written().unwrap().as_bytes()), Ok(read));
            }
        }

        /// A sound file of which one sign was changed is an error or sound.
        #[test]
        fn a_damaged_file_is_refused_or_sound(at in 0_usize..900, sign: char) {
            let mut text: Vec<char> = some().written().unwrap().chars().collect();
            if let Some(place) = text.get_mut(at) { *place = sign; }
            let text: String = text.into_iter().collect();
            if let Ok(read) = Findings::read(text.as_bytes()) {
                prop_assert!(read.is_within_bounds());
                prop_assert_eq!(Findings::read(read.written().unwrap().as_bytes()), Ok(read));
            }
        }
    }
}
