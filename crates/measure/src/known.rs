//! What this room knows of a process, for the rules of the design guide that look at it: what the measurement plan says, and what
//! people answered once that holds.

use crate::model::outcome::told_share;
use crate::model::plan::MeasurementPlan;
use crate::model::wave::{Round, Wave};
use crate::tables;
use async_trait::async_trait;
use evidence::{EffectKey, Exact, Fact, Value};
use kernel::{ProcessId, TenantId};
use people::{FactsOf, Hold, ProcessAsked, Threshold};
use std::collections::BTreeSet;
use store::{Error, Session};

/// Tells what is known here of a process.
#[derive(Debug, Clone, Copy)]
pub struct Known;

const MAKES: &[Fact] = &[
    Fact::EvaluationPlan,
    Fact::PerceptionQuestions,
    Fact::NonParticipantsAsked,
    Fact::SuccessMeasures,
    Fact::ValuesUnmeasured,
    Fact::ExpertClarity,
    Fact::Comprehension,
    Fact::Recognition,
    Fact::ContributionFeelsUseful,
];

/// The sentences whose answers are facts, each with its fact. All are asked once, after the decision.
const SENTENCES: [(&str, Fact); 4] = [
    ("experts-clear", Fact::ExpertClarity),
    ("clear", Fact::Comprehension),
    ("heard", Fact::Recognition),
    ("useful", Fact::ContributionFeelsUseful),
];

/// What a plan says.
fn of_plan(plan: &MeasurementPlan, aims: &[EffectKey]) -> Vec<(Fact, Value)> {
    let kept: Vec<_> = plan.kept().collect();
    let mut found = vec![(Fact::EvaluationPlan, Value::YesNo(!kept.is_empty()))];
    if kept.is_empty() {
        return found;
    }
    let asked = |round: Round| plan.asked.get(&round).into_iter().flatten();
    found.push((Fact::PerceptionQuestions, Value::YesNo(plan.asked.values().any(|asked| !asked.is_empty()))));
    let mut afterwards = asked(Round::After).chain(asked(Round::Later)).peekable();
    if afterwards.peek().is_some() {
        found.push((Fact::NonParticipantsAsked, Value::YesNo(afterwards.any(|it| !it.took_part_only && !it.staff_only))));
    }
    // Where something is measured that is none of these, nobody can say that success is measured in these alone.
    let words: Option<BTreeSet<String>> = kept.iter().map(|it| it.success().map(str::to_owned)).collect();
    found.extend(words.map(|words| (Fact::SuccessMeasures, Value::Words(words))));
    if !aims.is_empty() {
        let unmeasured = aims.iter().filter(|aim| !kept.iter().any(|it| it.belongs.contains(&aim.as_str()))).count();
        found.push((Fact::ValuesUnmeasured, Value::Number(Exact::whole(i64::try_from(unmeasured).unwrap_or(i64::MAX)))));
    }
    found
}

#[async_trait]
impl FactsOf for Known {
    fn makes(&self) -> &'static [Fact] {
        MAKES
    }

    async fn facts(&self, s: &mut Session, of: &ProcessAsked<'_>) -> Result<Vec<(Fact, Value)>, Error> {
        let (tenant, process) = (of.act.tenant, of.process);
        let plan = tables::plan::plan(s, tenant, process).await?;
        let aims = crate::aims(s, tenant, process).await?;
        let mut found = of_plan(&plan, &aims);
        if plan.waves.get(&Wave::After).is_some_and(|days| days.released) {
            let codes = SENTENCES.map(|(code, _)| code);
            let smallest = people::tables::tenants::smallest(s, tenant).await?;
            for (question, answered, agreed) in tables::sheet::agreeing(s, tenant, process, Wave::After, codes).await? {
                let fact = SENTENCES.iter().find(|(code, _)| *code == question).map(|(_, fact)| *fact);
                let share = told_share(agreed, answered, smallest);
                found.extend(fact.zip(share).map(|(fact, share)| (fact, Value::Number(share))));
            }
        }
        Ok(found)
    }

    /// What is measured, when and of whom, is laid down at the design: before residents read of it (A240).
    async fn holds(&self, s: &mut Session, of: &ProcessAsked<'_>, before: Threshold) -> Result<Vec<Hold>, Error> {
        if before != Threshold::Publishing || crate::planned(s, of.act.tenant, of.process).await? {
            return Ok(Vec::new());
        }
        let ways = vec![(format!("/werk/processen/{}/meten", of.process), "measure-hold-plan")];
        Ok(vec![Hold { key: "measure-hold", ways }])
    }
}

/// Who answered a questionnaire of a process whose answers hold: people who took part, and people who did not.
///
/// # Errors
/// When the database cannot be read.
pub async fn heard(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(bool, bool), Error> {
    let plan = tables::plan::plan(s, tenant, process).await?;
    let mut found = (false, false);
    for wave in plan.waves.iter().filter(|(_, days)| days.released).map(|(wave, _)| *wave) {
        let (took_part, did_not) = tables::sheet::who_answered(s, tenant, process, wave).await?;
        found = (found.0 || took_part, found.1 || did_not);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plan::PlanChoice;
    use crate::model::statement::Statement;
    use kernel::Instant;

    fn plan(kept: &[&'static str], after: &[&str]) -> MeasurementPlan {
        let at = Instant::from_micros(0);
        let asked: Vec<&'static Statement> = after.iter().filter_map(|code| Statement::of_code(code)).collect();
        MeasurementPlan {
            saved: Some(at),
            choices: kept.iter().map(|code| (*code, PlanChoice { kept: true, motive: None, at })).collect(),
            asked: [(Round::After, asked)].into(),
            ..MeasurementPlan::default()
        }
    }

    fn told(plan: &MeasurementPlan, fact: Fact) -> Option<String> {
        let aims: Vec<EffectKey> =
            ["effect.trust", "value.durability"].iter().filter_map(|key| EffectKey::try_from((*key).to_owned()).ok()).collect();
        of_plan(plan, &aims).into_iter().find(|(it, _)| *it == fact).map(|(_, value)| value.to_string())
    }

    #[test]
    fn every_sentence_is_asked_after_the_decision_and_nowhere_else() {
        for (code, _) in SENTENCES {
            assert_eq!(Statement::of_code(code).map(|it| it.rounds), Some(&[Round::After][..]), "{code}");
        }
    }

    #[test]
    fn a_plan_tells_what_it_measures_and_what_not() {
        assert_eq!(told(&plan(&[], &[]), Fact::EvaluationPlan).as_deref(), Some("no"));
        assert_eq!(told(&plan(&[], &[]), Fact::PerceptionQuestions), None, "nothing is followed at all");
        let reach = plan(&["G001", "G010"], &[]);
        assert_eq!(told(&reach, Fact::EvaluationPlan).as_deref(), Some("yes"));
        assert_eq!(told(&reach, Fact::SuccessMeasures).as_deref(), Some("reach"));
        assert_eq!(told(&reach, Fact::PerceptionQuestions).as_deref(), Some("no"));
        assert_eq!(told(&reach, Fact::NonParticipantsAsked), None, "nobody is asked");
        assert_eq!(told(&reach, Fact::ValuesUnmeasured).as_deref(), Some("2"));
        let more = plan(&["G001", "G042"], &["heard"]);
        assert_eq!(told(&more, Fact::SuccessMeasures).as_deref(), Some("reach,trust"));
        assert_eq!(told(&more, Fact::NonParticipantsAsked).as_deref(), Some("no"));
        assert_eq!(told(&more, Fact::ValuesUnmeasured).as_deref(), Some("1"));
        let all = plan(&["G001", "G027"], &["heard", "clear"]);
        assert_eq!(told(&all, Fact::SuccessMeasures), None, "whether everybody got an answer is no reach");
        assert_eq!(told(&all, Fact::NonParticipantsAsked).as_deref(), Some("yes"));
    }
}
