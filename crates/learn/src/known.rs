//! What was counted of a process, for the rules of the design guide that look at it. It is as old as the last counting.

use crate::tables::setting;
use async_trait::async_trait;
use evidence::{Exact, Fact, Value};
use kernel::Date;
use people::{FactsOf, ProcessAsked};
use std::collections::BTreeSet;
use store::{Error, Session, sql, values};

/// Tells what was counted of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[
    Fact::DecidedCount,
    Fact::AdoptedCount,
    Fact::RealisedCount,
    Fact::StalledRealisations,
    Fact::DaysSinceDecision,
    Fact::UnansweredPastTerm,
    Fact::DepartmentsTouched,
    Fact::SiloedDossiers,
    Fact::FrameChecksAfterElaboration,
    Fact::DossiersWithoutLineOwner,
    Fact::StrategiesUsed,
    Fact::UnderstoodAnswer,
];

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

fn number(many: i64) -> Value {
    Value::Number(Exact::whole(many))
}

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let sql = sql!(
            "SELECT measure, part, CAST(sum(many) AS BIGINT) AS many, min(day) AS first FROM flow_fact
             WHERE tenant = $1 AND process = $2 AND measure IN ('uptake', 'realised', 'answered', 'spanning', 'frames', 'owner', 'strategy',
               'understood') GROUP BY measure, part"
        );
        let rows = s.all(sql, &values![of.act.tenant, of.process]).await?;
        let read = |row: &store::Row| Ok((row.get("measure")?, row.get("part")?, row.get("many")?, row.get("first")?));
        let counted = Counted(rows.iter().map(read).collect::<Result<_, Error>>()?);
        if counted.0.is_empty() {
            return Ok(Vec::new());
        }
        // Nobody can say that a process took up nothing, or left something lying, before anything was decided in it.
        let mut found = Vec::new();
        let decided = counted.many("uptake", &[]);
        if decided > 0 {
            found.push((Fact::DecidedCount, number(decided)));
            let adopted = counted.many("realised", &[]);
            found.push((Fact::AdoptedCount, number(adopted)));
            found.push((Fact::RealisedCount, number(counted.many("realised", &["realised"]))));
            found.push((Fact::StalledRealisations, number(counted.many("realised", &["late", "unplanned"]))));
            found.push((Fact::UnansweredPastTerm, number(counted.many("answered", &["late"]))));
        }
        if let Some(first) = counted.first_day("realised") {
            found.push((Fact::DaysSinceDecision, number(first.days_until(of.act.civil.today(of.act.at)).max(0))));
        }
        let (alone, several) = (counted.many("spanning", &["one"]), counted.many("spanning", &["several"]));
        if counted.many("spanning", &[]) > 0 {
            // How many departments a dossier touches is not counted, only whether it is more than one.
            found.push((Fact::DepartmentsTouched, number(if alone + several > 0 { 2 } else { 1 })));
            found.push((Fact::SiloedDossiers, number(alone)));
        }
        if counted.many("frames", &[]) > 0 {
            found.push((Fact::FrameChecksAfterElaboration, number(counted.many("frames", &["after"]))));
        }
        if counted.many("owner", &[]) > 0 {
            found.push((Fact::DossiersWithoutLineOwner, number(counted.many("owner", &["nobody", "without"]))));
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
}
