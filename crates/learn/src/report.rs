//! The figures of a municipality in a period, from the facts, with what may be shown of them.
//!
//! Facts change only when they are counted anew; what they come to is kept in memory until then.

use crate::model::days::Histogram;
use crate::model::fact::Measure;
use crate::model::figure::{Cell, Figure, InConfidence, Part, Through, Told, hidden, shown_in_confidence};
use crate::model::indicator::{By, DEFINITIONS, Definition};
use crate::model::quarter::Quarter;
use crate::tables::counting;
use crate::tables::facts::{self, Filter};
use kernel::{Date, Instant, TenantId};
use quick_cache::sync::Cache;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Error, Session};

/// How many answers of the database are kept.
const KEPT: usize = 400;

type Key = (TenantId, Instant, Filter, Option<By>, Option<Measure>, bool);

/// What facts came to, kept until they are counted anew.
#[derive(Clone)]
pub struct Figures(Arc<Cache<Key, Arc<Vec<Cell>>>>);

impl std::fmt::Debug for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Figures").field("kept", &self.0.len()).finish()
    }
}

impl Default for Figures {
    fn default() -> Self {
        Self(Arc::new(Cache::new(KEPT)))
    }
}

/// All figures of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Of which municipality.
    pub tenant: TenantId,
    /// When the facts were brought up to date; `None` when never.
    pub counted: Option<Instant>,
    /// The day of asking.
    pub today: Date,
    /// How small a group of people may be to be shown here.
    pub smallest: i64,
    /// What was asked.
    pub filter: Filter,
    /// The figures, in the order of the catalogue.
    pub figures: Vec<Figure>,
    /// How many contributions came in, those that were withdrawn included; `None` when they are too few to tell.
    pub received: Option<i64>,
    /// How many of them were withdrawn.
    pub withdrawn: i64,
    /// The strategy that was taken, and the perspective of which a value was put first, more than sixty of every hundred times
    /// in the year up to the last day (G036).
    pub one_sided: BTreeMap<Measure, Part>,
}

/// What stands together under a second code: the triggers of lying still, the levels of escalation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindRow {
    /// The code.
    pub kind: String,
    /// How many; `None` when they are too few to show.
    pub many: Option<i64>,
    /// How many of them by part.
    pub parts: BTreeMap<String, i64>,
    /// The working days of the one in the middle.
    pub median: Option<i64>,
}

impl Figures {
    async fn cells(
        &self,
        s: &mut Session,
        of: (TenantId, Instant),
        filter: &Filter,
        by: Option<By>,
        measure: Option<Measure>,
        monthly: bool,
    ) -> Result<Arc<Vec<Cell>>, Error> {
        let key = (of.0, of.1, filter.clone(), by, measure, monthly);
        if let Some(kept) = self.0.get(&key) {
            return Ok(kept);
        }
        let cells = Arc::new(facts::cells(s, of.0, filter, by, measure, monthly).await?);
        self.0.insert(key, Arc::clone(&cells));
        Ok(cells)
    }

    /// All figures of what was asked.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn report(&self, s: &mut Session, tenant: TenantId, today: Date, filter: Filter) -> Result<Report, Error> {
        let counted = counting::counted(s, tenant).await?;
        let smallest = people::tables::tenants::smallest(s, tenant).await?;
        let mut report = Report {
            tenant,
            counted,
            today,
            smallest,
            filter,
            figures: Vec::new(),
            received: None,
            withdrawn: 0,
            one_sided: BTreeMap::new(),
        };
        let Some(at) = counted else {
            let told = |it: &Definition| if it.measure.is_some() { Told::NotCounted } else { Told::NotMeasured };
            report.figures = DEFINITIONS.iter().map(|it| Figure::only(it, told(it))).collect();
            return Ok(report);
        };
        let cells = self.cells(s, (tenant, at), &report.filter, None, None, false).await?;
        for definition in DEFINITIONS {
            let figure = if !report.can_split(definition) {
                Figure::only(definition, Told::NotSplit)
            } else if definition.in_confidence {
                let (shown, any) = self.in_confidence(s, &report, definition).await?;
                report.confident(definition, &shown, any)
            } else {
                Figure::of(definition, cells.iter(), smallest)
            };
            report.figures.push(figure);
        }
        let received = || cells.iter().filter(|it| it.measure == Measure::Received);
        let all: i64 = received().map(|it| it.many).sum();
        report.received = Some(all).filter(|all| *all == 0 || *all >= smallest);
        report.withdrawn = received().filter(|it| it.part == "withdrawn").map(|it| it.many).sum();
        report.one_sided = self.one_sided(s, &report).await?;
        Ok(report)
    }

    async fn one_sided(&self, s: &mut Session, report: &Report) -> Result<BTreeMap<Measure, Part>, Error> {
        let mut found = BTreeMap::new();
        let Some(at) = report.counted else { return Ok(found) };
        let year = Filter { from: report.filter.to.plus_days(-364), ..report.filter.clone() };
        for measure in [Measure::Strategy, Measure::Prioritised] {
            let Some(definition) = DEFINITIONS.iter().find(|it| it.measure == Some(measure)) else { continue };
            let cells = self.cells(s, (report.tenant, at), &year, None, Some(measure), false).await?;
            found.extend(Figure::of(definition, cells.iter(), report.smallest).one_sided().map(|part| (measure, part.clone())));
        }
        Ok(found)
    }

    /// The cells of what was said in confidence that may be shown, and whether there is anything at all.
    async fn in_confidence(&self, s: &mut Session, report: &Report, definition: &Definition) -> Result<(Vec<Cell>, bool), Error> {
        let narrows = report.filter.narrows();
        let Some(at) = report.counted else { return Ok((Vec::new(), false)) };
        let by = narrows.first().map(|(by, _)| *by);
        let whole = Filter::of(report.filter.from, report.filter.to);
        let cells = self.cells(s, (report.tenant, at), &whole, by, definition.measure, true).await?;
        let place = narrows.first().map(|(_, place)| Some(place.clone()));
        let any = cells.iter().any(|cell| place.as_ref().is_none_or(|place| cell.place == *place));
        // Two limits at once would let their edges be compared.
        if narrows.len() > 1 {
            return Ok((Vec::new(), any));
        }
        Ok((shown_in_confidence(definition, &cells, report.asked(place.as_ref())), any))
    }

    /// The same figure for each place by which it can be split: ids or codes, `None` where it has none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn split(
        &self,
        s: &mut Session,
        report: &Report,
        definition: &'static Definition,
        by: By,
    ) -> Result<Vec<(Option<String>, Figure)>, Error> {
        let (Some(at), true) = (report.counted, definition.by.contains(&by) && report.can_split(definition)) else { return Ok(Vec::new()) };
        if definition.in_confidence {
            if !report.filter.narrows().is_empty() {
                return Ok(Vec::new());
            }
            let cells = self.cells(s, (report.tenant, at), &report.filter, Some(by), definition.measure, true).await?;
            let mut places: Vec<Option<String>> = cells.iter().map(|cell| cell.place.clone()).collect();
            places.sort();
            places.dedup();
            let figure = |place: Option<String>| {
                let shown = shown_in_confidence(definition, &cells, report.asked(Some(&place)));
                (place, report.confident(definition, &shown, true))
            };
            return Ok(places.into_iter().map(figure).collect());
        }
        let cells = self.cells(s, (report.tenant, at), &report.filter, Some(by), definition.measure, false).await?;
        let mut places: BTreeMap<Option<String>, Vec<&Cell>> = BTreeMap::new();
        for cell in cells.iter() {
            places.entry(cell.place.clone()).or_default().push(cell);
        }
        Ok(apart(definition, places, report.smallest))
    }

    /// The same figure for each quarter of the period.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn trend(&self, s: &mut Session, report: &Report, definition: &'static Definition) -> Result<Vec<(Quarter, Figure)>, Error> {
        let (Some(at), true) = (report.counted, report.can_split(definition) && !definition.as_of_today) else { return Ok(Vec::new()) };
        let cells = if definition.in_confidence {
            Arc::new(self.in_confidence(s, report, definition).await?.0)
        } else {
            self.cells(s, (report.tenant, at), &report.filter, None, definition.measure, true).await?
        };
        let mut quarters: BTreeMap<Quarter, Vec<&Cell>> = BTreeMap::new();
        for cell in cells.iter() {
            if let Some(quarter) = Quarter::of_month(&cell.month) {
                quarters.entry(quarter).or_default().push(cell);
            }
        }
        Ok(apart(definition, quarters, report.smallest))
    }

    /// Through which organisation how much came (G060), the most first, as far as it may be told: their ids, empty for the
    /// municipality itself, `None` for those that are not named.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn organisations(
        &self,
        s: &mut Session,
        report: &Report,
        definition: &'static Definition,
    ) -> Result<Vec<(Option<String>, i64)>, Error> {
        if !definition.of_largest || !report.can_split(definition) {
            return Ok(Vec::new());
        }
        let (cells, _) = self.in_confidence(s, report, definition).await?;
        let cells: Vec<&Cell> = cells.iter().collect();
        let through = Through::of(definition, &cells, report.smallest);
        let mut found: Vec<_> = through.named.iter().map(|(id, many)| (Some((*id).to_owned()), *many)).collect();
        found.sort_by_key(|(id, many)| (-many, id.clone()));
        found.extend(Some((None, through.others)).filter(|(_, others)| *others > 0));
        Ok(found)
    }

    /// What stands under each second code of a measure, the most frequent first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn kinds(&self, s: &mut Session, report: &Report, measure: Measure, of_people: bool) -> Result<Vec<KindRow>, Error> {
        let Some(at) = report.counted else { return Ok(Vec::new()) };
        let cells = self.cells(s, (report.tenant, at), &report.filter, None, Some(measure), false).await?;
        let mut kinds: BTreeMap<&str, (BTreeMap<String, i64>, Histogram)> = BTreeMap::new();
        for cell in cells.iter() {
            let (parts, took) = kinds.entry(&cell.kind).or_default();
            *parts.entry(cell.part.clone()).or_default() += cell.many;
            if let Some(days) = cell.days {
                took.add(days, cell.many);
            }
        }
        let mut rows: Vec<KindRow> = kinds
            .into_iter()
            .map(|(kind, (parts, took))| {
                let many: i64 = parts.values().sum();
                if of_people && many < report.smallest {
                    return KindRow { kind: kind.to_owned(), many: None, parts: BTreeMap::new(), median: None };
                }
                KindRow { kind: kind.to_owned(), many: Some(many), parts, median: took.median() }
            })
            .collect();
        rows.sort_by_key(|row| (-row.many.unwrap_or(0), row.kind.clone()));
        Ok(rows)
    }
}

/// A figure for each of several groups; where one is too small, enough others are not shown that it cannot be found.
fn apart<K: Ord + Clone>(definition: &'static Definition, groups: BTreeMap<K, Vec<&Cell>>, smallest: i64) -> Vec<(K, Figure)> {
    let sizes: BTreeMap<K, i64> = groups.iter().map(|(key, cells)| (key.clone(), cells.iter().map(|cell| cell.many).sum())).collect();
    let away = if definition.unit.is_of_people() && !definition.in_confidence { hidden(&sizes, smallest) } else { BTreeSet::new() };
    let figure = |(key, cells): (K, Vec<&Cell>)| {
        let figure = if away.contains(&key) { Figure::only(definition, Told::Few) } else { Figure::of(definition, cells, smallest) };
        (key, figure)
    };
    groups.into_iter().map(figure).collect()
}

impl Report {
    /// The figure of an indicator.
    #[must_use]
    pub fn figure(&self, definition: &Definition) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.definition.key == definition.key)
    }

    fn can_split(&self, definition: &Definition) -> bool {
        definition.measure.is_none() || self.filter.narrows().iter().all(|(by, _)| definition.by.contains(by))
    }

    fn asked<'a>(&self, place: Option<&'a Option<String>>) -> InConfidence<'a> {
        InConfidence { from: self.filter.from, to: self.filter.to, today: self.today, place, smallest: self.smallest }
    }

    /// A figure of what was said in confidence: of what may be shown, or only that there is too little of it.
    fn confident(&self, definition: &'static Definition, shown: &[Cell], any: bool) -> Figure {
        match shown {
            [] if any => Figure::only(definition, Told::Few),
            shown => Figure::of(definition, shown, self.smallest),
        }
    }
}
