//! Figures in the words of a page.

use crate::model::fact::Measure;
use crate::model::figure::{Figure, Part, Told};
use crate::model::indicator::{By, Definition, Form, Tone, Unit};
use journey::{Channel, Outcome};
use people::Context;
use store::{Error, Session};
use ui::{Choice, Page};

/// At most so many processes can be chosen.
const MOST_PROCESSES: i64 = 200;

/// What places are called.
#[derive(Debug, Default)]
pub(crate) struct Names {
    departments: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    channels: Vec<(String, String)>,
    processes: Vec<(String, String)>,
}

impl Names {
    pub(crate) async fn read(s: &mut Session, ctx: &Context) -> Result<Self, Error> {
        let tenant = ctx.tenant_id();
        let processes = design::processes(s, tenant, true, None, MOST_PROCESSES).await?;
        let mut areas: Vec<_> = people::tables::areas(s, tenant).await?.into_iter().map(|area| (area.id.to_string(), area.name)).collect();
        areas.sort_by(|a: &(String, String), b| a.1.cmp(&b.1));
        Ok(Self {
            departments: people::tables::departments(s, tenant).await?.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            areas,
            channels: Channel::ALL.iter().map(|channel| (channel.code().to_owned(), ctx.t(channel.key()))).collect(),
            processes: processes.into_iter().map(|it| (it.id.to_string(), it.title.best(&ctx.language).text.to_owned())).collect(),
        })
    }

    pub(crate) fn of(&self, by: By) -> &[(String, String)] {
        match by {
            By::Department => &self.departments,
            By::Area => &self.areas,
            By::Channel => &self.channels,
            By::Process => &self.processes,
        }
    }

    pub(crate) fn choices(&self, by: By) -> Vec<Choice> {
        self.of(by).iter().map(|(id, name)| Choice::new(id.clone(), name.clone())).collect()
    }

    /// What a place is called; what no longer has a name is told to be something else.
    pub(crate) fn name(&self, page: &Page, by: By, place: Option<&str>) -> String {
        let Some(place) = place else { return page.t(format!("learn-no-{}", by.code())) };
        let named = self.of(by).iter().find(|(id, _)| id == place);
        named.map_or_else(|| page.t("learn-other-place"), |(_, name)| name.clone())
    }
}

/// One part of a figure in a table.
#[derive(Debug)]
pub(crate) struct PartShown {
    pub(crate) label: String,
    pub(crate) tone: Tone,
    pub(crate) many: i64,
    pub(crate) share: String,
}

/// A stretch of a bar, in thousandths of its length.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub(crate) tone: Tone,
    pub(crate) from: i64,
    pub(crate) length: i64,
}

/// A figure as a page shows it.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) key: &'static str,
    pub(crate) name: String,
    pub(crate) is_measured: bool,
    /// The main figure in words, or why there is none.
    pub(crate) headline: String,
    /// Of how many it is not known, in words.
    pub(crate) missing: Option<String>,
    pub(crate) parts: Vec<PartShown>,
    pub(crate) bar: Vec<Stretch>,
    /// How many there are of each tone, in the order of [`Tone::ALL`].
    pub(crate) tones: Vec<i64>,
}

impl Shown {
    pub(crate) fn of(page: &Page, figure: &Figure, smallest: i64) -> Self {
        let definition = figure.definition;
        let all: i64 = figure.parts.iter().map(|part| part.many).sum();
        let of_tone = |tone: Tone| figure.parts.iter().filter(|part| part.tone == tone).map(|part| part.many).sum();
        let missing = (figure.missing > 0).then(|| page.t1(format!("learn-{}-missing", definition.key), "count", figure.missing));
        Self {
            key: definition.key,
            name: page.t(format!("learn-{}-name", definition.key)),
            is_measured: figure.told == Told::Measured,
            headline: headline(page, figure, smallest),
            missing,
            parts: figure.parts.iter().map(|part| part_shown(page, figure, part)).collect(),
            bar: bar(&Tone::ALL.map(|tone| (tone, of_tone(tone))), all),
            tones: Tone::ALL.map(of_tone).into(),
        }
    }
}

fn part_shown(page: &Page, figure: &Figure, part: &Part) -> PartShown {
    let counts = figure.shares && (part.tone != Tone::Unknown || figure.definition.waiting_counts);
    PartShown {
        label: part_label(page, figure.definition, &part.code),
        tone: part.tone,
        many: part.many,
        share: if counts { page.percent(&part.many, &figure.denominator) } else { page.t("ui-none") },
    }
}

fn bar(tones: &[(Tone, i64)], all: i64) -> Vec<Stretch> {
    let mut before = 0;
    let mut found = Vec::new();
    for (tone, many) in tones.iter().filter(|(_, many)| *many > 0) {
        let from = before * 1000 / all.max(1);
        before += many;
        found.push(Stretch { tone: *tone, from, length: before * 1000 / all.max(1) - from });
    }
    found
}

fn headline(page: &Page, figure: &Figure, smallest: i64) -> String {
    let definition = figure.definition;
    match figure.told {
        Told::Measured => {}
        Told::NotMeasured => return page.t(format!("learn-{}-why", definition.key)),
        Told::Few => {
            let most = if definition.in_confidence { smallest.max(crate::model::figure::SMALLEST_IN_CONFIDENCE) } else { smallest };
            return page.t1(if definition.in_confidence { "learn-told-few-in-confidence" } else { "learn-told-few" }, "most", most);
        }
        told => return page.t(format!("learn-told-{}", told.code())),
    }
    if figure.denominator == 0 {
        return page.t("learn-headline-none");
    }
    let days = || match (figure.median, figure.nine_of_ten) {
        (Some(median), Some(nine)) => page.t2("learn-headline-days", "median", median, "nine", nine),
        _ => page.t("learn-headline-no-days"),
    };
    match definition.form {
        Form::Days => days(),
        Form::Share => share(page, figure),
        Form::ShareAndDays if figure.median.is_none() => share(page, figure),
        Form::ShareAndDays => {
            page.t2(format!("learn-{}-headline", definition.key), "share", share(page, figure), "median", figure.median.unwrap_or_default())
        }
        Form::Spread => page.t1("learn-headline-spread", "count", figure.denominator),
    }
}

pub(crate) fn share(page: &Page, figure: &Figure) -> String {
    let key = if figure.shares { "learn-headline-share" } else { "learn-headline-count" };
    page.ta(
        key,
        &[
            ("numerator", figure.numerator.into()),
            ("denominator", figure.denominator.into()),
            ("share", page.percent(&figure.numerator, &figure.denominator).into()),
        ],
    )
}

/// What a part of a figure is called.
pub(crate) fn part_label(page: &Page, definition: &Definition, part: &str) -> String {
    match definition.measure {
        Some(Measure::Uptake) => Outcome::from_code(part).map_or_else(|| part.to_owned(), |outcome| page.t(outcome.key())),
        Some(Measure::Strategy) if part != "unchosen" => carry::strategy_name(page.language, part),
        Some(Measure::Receipt | Measure::First | Measure::Decision | Measure::Feedback) => page.t(format!("learn-part-response-{part}")),
        Some(measure) => page.t(format!("learn-part-{}-{part}", measure.code())),
        None => part.to_owned(),
    }
}

/// What is counted, in words.
pub(crate) fn unit(page: &Page, unit: Unit) -> String {
    page.t(format!("learn-unit-{}", unit.code()))
}
