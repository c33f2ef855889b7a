//! What is known here of a process, for the rules of the design guide that look at it: what was counted, which is as old as the last
//! counting, who waits for an answer now, and how it is evaluated.

use crate::model::evaluation::reach::ReachFound;
use crate::model::figure::SMALLEST_IN_CONFIDENCE;
use crate::tables::evaluation::EvaluationStanding;
use crate::tables::{evaluation, reach, setting};
use async_trait::async_trait;
use evidence::{Exact, Fact, Value};
use kernel::Date;
use people::{FactsOf, Hold, ProcessAsked, Threshold};
use std::collections::BTreeSet;
use store::{Error, Session, sql, values};
use study::RespondentKind;

/// Tells what was counted of a process, and how it is evaluated.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[
    Fact::DecidedCount,
    Fact::AdoptedCount,
    Fact::StalledRealisations,
    Fact::DaysSinceDecision,
    Fact::UnansweredPastTerm,
    Fact::DepartmentsTouched,
    Fact::SiloedDossiers,
    Fact::FrameChecksAfterElaboration,
    Fact::DossiersWithoutLineOwner,
    Fact::StrategiesUsed,
    Fact::UnderstoodAnswer,
    Fact::EvaluationFormal,
    Fact::EvaluationVoices,
    Fact::EffectiveRung,
    Fact::WorstGroupRatio,
    Fact::YouthGap,
    Fact::DropOut,
    Fact::DropOutSkew,
    Fact::LargestIntermediaryShare,
];

/// So many dossiers that wait for an answer are looked at one by one; of more the last counting tells how many there were.
const WAITING: usize = 50;

/// What was counted, by measure and part.
struct Counted(Vec<(String, String, i64, Date)>);

impl Counted {
    fn many(&self, measure: &str, parts: &[&str]) -> i64 {
        let of = |it: &&(String, String, i64, Date)| it.0 == measure && (parts.is_empty() || parts.contains(&it.1.as_str()));
        self.0.iter().filter(of).map(|it| it.2).sum()
    }
    fn first_day(&self, measure: &str) -> Option<Date> {
        self.0.iter().filter(|it| it.0 == measure).map(|it| it.3).min()
    }
}

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let mut found = counted(s, of).await?;
        found.extend(evaluated(s, of).await?);
        found.extend(intermediary(s, of).await?.map(|share| (Fact::LargestIntermediaryShare, Value::Number(share))));
        Ok(found)
    }

    /// No process is closed before everybody can read how it is evaluated, or why it is not (A240).
    async fn holds(&self, s: &mut Session, of: &ProcessAsked<'_>, before: Threshold) -> Result<Vec<Hold>, Error> {
        if before != Threshold::Closing {
            return Ok(Vec::new());
        }
        let standing = evaluation::standing(s, of.act.tenant, of.process).await?;
        if matches!(standing, EvaluationStanding::Finished | EvaluationStanding::Waived) {
            return Ok(Vec::new());
        }
        let href = format!("/werk/processen/{}/evaluatie", of.process);
        let ways = vec![(href.clone(), "learn-hold-evaluate"), (format!("{href}/zonder"), "learn-hold-waive")];
        Ok(vec![Hold { key: "learn-hold", ways }])
    }
}

/// The voices of [`evidence::VOICES`] to which a kind of respondent belongs.
const fn voice(kind: RespondentKind) -> Option<&'static str> {
    match kind {
        RespondentKind::Resident => Some("residents"),
        RespondentKind::NonParticipant => Some("non-participants"),
        RespondentKind::Politician => Some("politicians"),
        RespondentKind::Official => Some("officials"),
        RespondentKind::Intermediary => Some("intermediaries"),
        RespondentKind::Expert => Some("experts"),
        RespondentKind::Organisation => Some("partners"),
        RespondentKind::Facilitator | RespondentKind::Professional | RespondentKind::Other => None,
    }
}

/// How a process is evaluated; nothing before somebody began to write an evaluation.
async fn evaluated(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
    let (tenant, process) = (of.act.tenant, of.process);
    let Some(version) = evaluation::last(s, tenant, process).await? else { return Ok(Vec::new()) };
    // What, when and with whom is laid down in the measurement plan (C118).
    let mut found = vec![(Fact::EvaluationFormal, Value::YesNo(measure::planned(s, tenant, process).await?))];
    found.extend(reached(s, of, version.version).await?);
    let finished = if version.finished.is_some() { Some(version) } else { evaluation::last_finished(s, tenant, process).await? };
    if let Some(rung) = finished.and_then(|it| it.rung()) {
        found.push((Fact::EffectiveRung, Value::Word(rung.word().to_owned())));
    }
    let mut voices = BTreeSet::new();
    for source in study::sources(s, tenant, process).await?.iter().filter(|it| it.withdrawn.is_none()) {
        let heard = source.actors.0.iter().filter_map(|actor| voice(RespondentKind::of_actor(actor)));
        voices.extend(heard.map(str::to_owned));
    }
    let (took_part, did_not) = measure::heard(s, tenant, process).await?;
    voices.extend([(took_part, "residents"), (did_not, "non-participants")].into_iter().filter(|it| it.0).map(|it| it.1.to_owned()));
    // Where nobody was heard yet, nobody can say that only some were (C136).
    if !voices.is_empty() {
        found.push((Fact::EvaluationVoices, Value::Words(voices)));
    }
    Ok(found)
}

/// Who took part and who stayed, as it was counted last, in the same numbers as the report and of no group that is too small for it
/// (C040, C106, C164).
async fn reached(s: &mut Session, of: &ProcessAsked<'_>, version: i64) -> Result<Vec<(Fact, Value)>, Error> {
    let smallest = setting::smallest(s, of.act.tenant).await?;
    let counted = reach::reach(s, of.act.tenant, of.process, version).await?;
    let found: Vec<ReachFound> = counted.characteristics.iter().map(|it| it.found(smallest)).collect();
    let skew = found.iter().filter_map(|it| it.skew).max();
    let numbers = [
        (Fact::WorstGroupRatio, found.iter().filter_map(ReachFound::worst_ratio).min()),
        (Fact::YouthGap, found.iter().find_map(ReachFound::youth_gap)),
        (Fact::DropOut, counted.everybody.and_then(|it| it.found(smallest).share_that_dropped_out())),
        (Fact::DropOutSkew, skew.and_then(|points| Exact::ratio(points, 100))),
    ];
    Ok(numbers.into_iter().filter_map(|(fact, number)| Some((fact, Value::Number(number?)))).collect())
}

/// Of what came in, the share that came through the one organisation that brought most (C126). How much an organisation brings is known
/// in confidence: nothing is told while it, or what came otherwise, is of too few.
async fn intermediary(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Option<Exact>, Error> {
    let sql = sql!(
        "SELECT part, kind, CAST(sum(many) AS BIGINT) AS many FROM flow_fact
         WHERE tenant = $1 AND process = $2 AND measure = 'through' GROUP BY part, kind"
    );
    let (mut all, mut largest) = (0, 0);
    for row in &s.all(sql, &values![of.act.tenant, of.process]).await? {
        let many: i64 = row.get("many")?;
        all += many;
        if row.get::<String>("part")? == "organisation" {
            largest = many.max(largest);
        }
    }
    let least = setting::smallest(s, of.act.tenant).await?.max(SMALLEST_IN_CONFIDENCE);
    let told = |many: i64| many == 0 || many >= least;
    Ok(if all > 0 && told(largest) && told(all - largest) { Exact::ratio(largest, all) } else { None })
}

/// Contributions that wait for an answer past its term, as they stand now: a process is closed by this, and whoever answered everybody
/// does not wait for the next counting.
async fn unanswered(s: &mut Session, of: &ProcessAsked<'_>, counted: &Counted) -> Result<i64, Error> {
    let today = of.act.civil.today(of.act.at);
    let waiting = design::not_fed_back(s, of.act.tenant, of.process, today, WAITING).await?;
    let now: i64 = waiting.iter().map(|row| row.size).sum();
    Ok(if waiting.len() < WAITING { now } else { now.max(counted.many("answered", &["late"])) })
}

/// What was counted of a process.
async fn counted(s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
    let sql = sql!(
        "SELECT measure, part, CAST(sum(many) AS BIGINT) AS many, min(day) AS first FROM flow_fact
         WHERE tenant = $1 AND process = $2 AND measure IN ('uptake', 'realised', 'answered', 'spanning', 'frames', 'owner', 'strategy',
           'understood') GROUP BY measure, part"
    );
    let rows = s.all(sql, &values![of.act.tenant, of.process]).await?;
    let read = |row: &store::Row| Ok((row.get("measure")?, row.get("part")?, row.get("many")?, row.get("first")?));
    let counted = Counted(rows.iter().map(read).collect::<Result<_, Error>>()?);
    let unanswered = unanswered(s, of, &counted).await?;
    if counted.0.is_empty() && unanswered == 0 {
        return Ok(Vec::new());
    }
    // Nobody can say that a process took up nothing, or left something lying, before anything was decided in it.
    let mut found = Vec::new();
    let decided = counted.many("uptake", &[]);
    if decided > 0 {
        found.push((Fact::DecidedCount, Value::whole(decided)));
        found.push((Fact::AdoptedCount, Value::whole(counted.many("realised", &[]))));
        found.push((Fact::StalledRealisations, Value::whole(counted.many("realised", &["late", "unplanned"]))));
    }
    if decided > 0 || unanswered > 0 {
        found.push((Fact::UnansweredPastTerm, Value::whole(unanswered)));
    }
    if let Some(first) = counted.first_day("realised") {
        found.push((Fact::DaysSinceDecision, Value::whole(first.days_until(of.act.civil.today(of.act.at)).max(0))));
    }
    let (alone, several) = (counted.many("spanning", &["one"]), counted.many("spanning", &["several"]));
    if counted.many("spanning", &[]) > 0 {
        // How many departments a dossier touches is not counted, only whether it is more than one.
        found.push((Fact::DepartmentsTouched, Value::whole(if alone + several > 0 { 2 } else { 1 })));
        found.push((Fact::SiloedDossiers, Value::whole(alone)));
    }
    if counted.many("frames", &[]) > 0 {
        found.push((Fact::FrameChecksAfterElaboration, Value::whole(counted.many("frames", &["after"]))));
    }
    if counted.many("owner", &[]) > 0 {
        found.push((Fact::DossiersWithoutLineOwner, Value::whole(counted.many("owner", &["nobody", "without"]))));
    }
    let strategies: BTreeSet<String> =
        counted.0.iter().filter(|it| it.0 == "strategy" && it.1 != "unchosen").map(|it| it.1.clone()).collect();
    if !strategies.is_empty() {
        found.push((Fact::StrategiesUsed, Value::Words(strategies)));
    }
    let (yes, no) = (counted.many("understood", &["yes"]), counted.many("understood", &["no"]));
    // What a few people said stays with those few.
    if yes + no >= setting::smallest(s, of.act.tenant).await?.max(1)
        && let Some(share) = Exact::ratio(yes, yes + no)
    {
        found.push((Fact::UnderstoodAnswer, Value::Number(share)));
    }
    Ok(found)
}
