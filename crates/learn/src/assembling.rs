//! Brings together what an evaluation is made of: the aims of the design, what was coded, what people answered, what was decided,
//! the figures of the process, what it took and what was done with advice. Reading only; what comes out is a [`Findings`].

use crate::model::evaluation::EvaluationDraft;
use crate::model::evaluation::balance::{Weighed, weigh};
use crate::model::evaluation::counts::CountsFound;
use crate::model::evaluation::findings::{
    AdviceHeeded, AnswerFound, ChangeFound, DecidedFacts, FORMAT, FigureFound, Findings, RulesFound, VoiceHeard, VolunteerLoad,
};
use crate::model::evaluation::influence::{EffectiveRung, Influence};
use crate::model::evaluation::means::{MeansKind, MeansUsed};
use crate::model::evaluation::observed::ObservedFound;
use crate::model::evaluation::planned::{indicator_of, is_number};
use crate::model::evaluation::reach::StayedFound;
use crate::model::figure::Figure;
use crate::report::Figures;
use crate::tables::facts::Filter;
use deliver::CommitmentSums;
use design::{Guide, Process, Stance, answer, words_of};
use evidence::{EffectKey, Exact, Fact, Knowledge, Sign};
use kernel::{Date, Money, ProcessId, TenantId};
use measure::{Answers, Change, Indicator, MeasurementPlan, Round};
use people::Tenant;
use statistics::{Estimate, Outcome};
use std::collections::BTreeSet;
use store::{Error, Session};
use study::{Direction, Heard};

/// The indicators of the flow that stand in every evaluation.
const FLOW: [&str; 12] = ["G026a", "G026b", "G026c", "G026d", "G027", "G028a", "G028b", "G029", "G030", "G037", "G038", "G039"];
/// Whoever is not heard of these is named as not heard, whatever was coded (G074).
const ALWAYS_ASKED: [&str; 5] = ["residents", "non-participants", "intermediaries", "officials", "politicians"];

/// Of what findings are put together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Assembling<'a> {
    pub(crate) tenant: &'a Tenant,
    pub(crate) process: &'a Process,
    pub(crate) draft: &'a EvaluationDraft,
    pub(crate) today: Date,
}

/// Everything that stands in an evaluation beside words, as it is now.
pub(crate) async fn findings(s: &mut Session, of: &Assembling<'_>) -> Result<Findings, Error> {
    let (tenant, id) = (of.tenant.id, of.process.id);
    let guide = design::guide(s, tenant, id).await?;
    let knowledge = knowledge::known(s, tenant).await?;
    let (found, heard) = study::found(s, tenant, id).await?;
    let (answers, changes) = measure::results(s, tenant, id).await?;
    let smallest = people::tables::tenants::smallest(s, tenant).await?;
    let observed = ObservedFound::of(&study::observations(s, tenant, id).await?, smallest);
    let plan = measure::plan(s, tenant, id).await?;
    let (areas, rules) = (areas(s, tenant, &guide).await?, rules(s, tenant, id).await?);
    let promised = deliver::sums(s, tenant, id).await?;
    let given = deliver::hours_told(s, tenant, id, smallest, of.today).await?;
    let decided = decided(s, tenant, id, &promised).await?;
    let from = of.process.published.map_or(of.today, |at| of.tenant.civil.zone.date(at));
    let filter = Filter { process: Some(id), ..Filter::of(from.min(of.today), of.today) };
    let report = Figures::default().report(s, tenant, of.today, filter).await?;
    let aims: Vec<_> = guide.aims.iter().map(|aim| aim.effect.clone()).collect();
    let balance = weigh(&aims, &found, &knowledge);
    let charter = of.process.charter.as_ref();
    let set = |key: &str| words_of(guide.answer(key).unwrap_or_default()).map(str::to_owned).collect::<Vec<_>>();
    let perceived = |round: Round| {
        let asked = answers.iter().find(|it| it.statement.code == "influence" && it.took_part && it.round == round);
        asked.filter(|it| it.answered.is_some()).and_then(|it| hundredths(it.mean.as_ref().ok()?.value.value))
    };
    let mut findings = Findings {
        format: FORMAT,
        municipality: of.tenant.name.clone(),
        title: of.process.title.original().text.clone(),
        slug: of.process.slug.clone(),
        day: of.today,
        smallest,
        from: charter.and_then(|it| it.opens).or(of.process.published.map(|_| from)),
        until: charter.and_then(|it| it.closes),
        variant: charter.map_or("asked", |it| it.variant.code()).to_owned(),
        initiator: guide.answer(Fact::Initiator.key()).map(str::to_owned),
        forms: set(Fact::Forms.key()),
        groups: set(Fact::TargetGroups.key()),
        strategies: strategies(&guide),
        first_stage: guide.answer(Fact::FirstResidentStage.key()).map(str::to_owned),
        influence: Influence {
            announced: charter.map(|it| it.rung.step()),
            effective: of.draft.effective.map(EffectiveRung::step),
            perceived_before: perceived(Round::Before),
            perceived_after: perceived(Round::After),
        },
        advice: advice(&guide, &balance, &knowledge),
        reach: of.draft.reach.characteristics.iter().map(|it| it.found(smallest)).collect(),
        stayed: stayed(of, &guide, smallest),
        counts: of.draft.reach.counts.found(smallest),
        uncounted: Vec::new(),
        observed,
        areas,
        rules: Some(rules),
        balance,
        heard: voices(heard),
        decided,
        figures: report.figures.iter().filter(|it| stands(&plan, it)).map(FigureFound::of).collect(),
        answers: answers.iter().map(answer_found).collect(),
        changes: changes.iter().map(change_found).collect(),
        means: means(of, &guide, promised.spent),
        volunteers: VolunteerLoad::of(&promised.asked).with_given(given),
        withdrawn: Vec::new(),
    };
    findings.uncounted = plan.kept().map(|it| it.code).filter(|code| !findings.tells(code)).map(str::to_owned).collect();
    Ok(findings)
}

/// An evaluation with which nobody began yet: what the program knows of means stands in it.
pub(crate) async fn first_draft(s: &mut Session, tenant: TenantId, process: &Process) -> Result<EvaluationDraft, Error> {
    let guide = design::guide(s, tenant, process.id).await?;
    let spent = deliver::sums(s, tenant, process.id).await?.spent;
    Ok(EvaluationDraft { means: proposed_means(process, &guide, spent), ..EvaluationDraft::default() })
}

/// What can be said of a process that is not evaluated: what its charter says, and nothing of how it was designed, which is the
/// officers' own until they publish it.
pub(crate) fn announced_only(tenant: &Tenant, process: &Process, today: Date, smallest: i64) -> Findings {
    let charter = process.charter.as_ref();
    Findings {
        format: FORMAT,
        municipality: tenant.name.clone(),
        title: process.title.original().text.clone(),
        slug: process.slug.clone(),
        day: today,
        smallest,
        from: charter.and_then(|it| it.opens).or(process.published.map(|at| tenant.civil.zone.date(at))),
        until: charter.and_then(|it| it.closes),
        variant: charter.map_or("asked", |it| it.variant.code()).to_owned(),
        initiator: None,
        forms: Vec::new(),
        groups: Vec::new(),
        strategies: Vec::new(),
        first_stage: None,
        influence: Influence { announced: charter.map(|it| it.rung.step()), ..Influence::default() },
        balance: Vec::new(),
        heard: Vec::new(),
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

/// A number in hundredths; none when it is no number one could show.
fn hundredths(value: f64) -> Option<i64> {
    let rounded = (value * 100.0).round();
    (rounded.abs() <= 100_000.0).then_some(rounded as i64)
}

/// The names of the areas that a process is about.
async fn areas(s: &mut Session, tenant: TenantId, guide: &Guide) -> Result<Vec<String>, Error> {
    let about = guide.areas();
    if about.is_empty() {
        return Ok(Vec::new());
    }
    let all = people::tables::areas(s, tenant).await?;
    Ok(all.into_iter().filter(|area| about.contains(&area.id)).map(|area| area.name).collect())
}

/// How a process stands to the regulation (G073).
async fn rules(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<RulesFound, Error> {
    let counts = knowledge::compliance_of(s, tenant, process).await?;
    Ok(RulesFound { met: counts.met, not_met: counts.not_met, motivated: counts.motivated, untold: counts.untold })
}

/// What was decided on the dossiers of a process, by whom, and how many decisions differ from the advice.
async fn decided(s: &mut Session, tenant: TenantId, process: ProcessId, promised: &CommitmentSums) -> Result<DecidedFacts, Error> {
    let mut facts = DecidedFacts { commitments: promised.commitments, realised: promised.realised, ..DecidedFacts::default() };
    for (outcome, many) in journey::outcomes(s, tenant, process).await? {
        facts.dossiers += many;
        match outcome {
            Some(outcome) => *facts.outcomes.entry(outcome.code().to_owned()).or_default() += many,
            None => facts.open += many,
        }
    }
    for it in carry::decided_by(s, tenant, process).await? {
        facts.deviating += it.deviating;
        facts.bodies.insert(it.body, it.many);
    }
    Ok(facts)
}

fn strategies(guide: &Guide) -> Vec<String> {
    let barriers = words_of(guide.answer(answer::BARRIERS).unwrap_or_default());
    let chosen: BTreeSet<String> = barriers
        .flat_map(|barrier| words_of(guide.answer(&answer::strategies(barrier)).unwrap_or_default()).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    chosen.into_iter().collect()
}

/// Of whom something was heard, by wide kind, with everybody who was not.
pub(crate) fn voices(heard: Vec<Heard>) -> Vec<VoiceHeard> {
    let mut found: Vec<VoiceHeard> = heard.into_iter().map(|it| VoiceHeard { actor: it.actor, sources: it.sources }).collect();
    for actor in ALWAYS_ASKED {
        if !found.iter().any(|it| it.actor == actor) {
            found.push(VoiceHeard { actor: actor.to_owned(), sources: 0 });
        }
    }
    found.sort_by(|a, b| b.sources.cmp(&a.sources).then_with(|| a.actor.cmp(&b.actor)));
    found
}

/// Who dropped out, as it was counted for the evaluation; or else the share that an officer noted in the guide while the process
/// went on.
fn stayed(of: &Assembling<'_>, guide: &Guide, smallest: i64) -> Option<StayedFound> {
    if let Some(counted) = &of.draft.reach.everybody {
        return Some(counted.found(smallest));
    }
    let share = guide.answer(Fact::DropOut.key())?.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share))?;
    Some(StayedFound { source: String::new(), began: None, stayed: None, drop_out: hundredths(share) })
}

/// Whether a figure stands in the report: those of the flow do, and others when the plan asks for them and something can be told.
fn stands(plan: &MeasurementPlan, figure: &Figure) -> bool {
    let code = figure.definition.code;
    let asked = || Indicator::of_code(indicator_of(code)).is_some_and(|it| plan.keeps(it));
    FLOW.contains(&code) || (is_number(figure.told) && asked())
}

/// What was done with the rules that applied (G068).
fn advice(guide: &Guide, balance: &[Weighed], knowledge: &Knowledge) -> AdviceHeeded {
    let of = |stance: Stance| guide.choices.iter().filter(|(_, it)| it.stance == stance).map(|(rule, _)| rule.clone()).collect::<Vec<_>>();
    let aside = of(Stance::SetAside);
    let met = aside.iter().filter(|rule| is_met(balance, knowledge, rule)).cloned().collect();
    AdviceHeeded { followed: of(Stance::Followed), met, aside }
}

/// Whether a rule warns of harm to an effect that was found to have gone for the worse.
fn is_met(balance: &[Weighed], knowledge: &Knowledge, rule: &str) -> bool {
    let worse = |effect: &str| balance.iter().any(|row| row.effect == effect && row.sources(Direction::Negative) > 0);
    knowledge.rule(rule).is_some_and(|rule| {
        rule.touches.iter().any(|touch| matches!(touch.sign, Sign::Harms | Sign::Mixed) && worse(touch.effect.as_str()))
    })
}

/// Puts what the study tells now in the place of what findings told of it, since an interview was withdrawn on `day`. Aims and what
/// research says stay as they stood.
pub(crate) fn withdrawn(findings: &mut Findings, (found, heard): (Vec<study::Balance>, Vec<Heard>), knowledge: &Knowledge, day: Date) {
    let before = std::mem::take(&mut findings.balance);
    let mut aimed: Vec<&Weighed> = before.iter().filter(|row| row.rank.is_some()).collect();
    aimed.sort_by_key(|row| row.rank);
    let aims: Vec<EffectKey> = aimed.iter().filter_map(|row| EffectKey::try_from(row.effect.clone()).ok()).collect();
    // What somebody aims at only since then did not stand there.
    let left: Vec<study::Balance> = found.into_iter().filter(|it| it.expected > 0 || it.sources.iter().any(|count| *count > 0)).collect();
    let mut rows = weigh(&aims, &left, knowledge);
    for row in &mut rows {
        if let Some(old) = before.iter().find(|old| old.effect == row.effect) {
            row.literature.clone_from(&old.literature);
        }
    }
    findings.advice.met.retain(|rule| is_met(&rows, knowledge, rule));
    findings.balance = rows;
    findings.heard = voices(heard);
    findings.withdrawn.push(day);
}

const fn round_code(round: Round) -> &'static str {
    match round {
        Round::Before => "before",
        Round::After => "after",
        Round::Later => "later",
    }
}

/// A number with how sure it is, in hundredths; nothing where it is not known or not shown.
fn sure(found: &Outcome<Estimate>) -> (Option<i64>, Option<(i64, i64)>) {
    let Ok(found) = found else { return (None, None) };
    let ends = || Some((hundredths(found.value.low)?, hundredths(found.value.high)?));
    (hundredths(found.value.value), ends())
}

fn answer_found(it: &Answers) -> AnswerFound {
    let shown = it.answered.is_some();
    let (mean, between) = if shown { sure(&it.mean) } else { (None, None) };
    AnswerFound {
        indicator: it.indicator.to_owned(),
        statement: it.statement.code.to_owned(),
        round: round_code(it.round).to_owned(),
        wave: Some(it.wave.code().to_owned()),
        took_part: it.took_part,
        answered: it.answered,
        missing: shown.then_some(it.missing),
        mean,
        between,
        agree: sure(&it.agree).0.filter(|_| shown),
    }
}

fn change_found(it: &Change) -> ChangeFound {
    let (difference, between) = if it.pairs.is_some() { sure(&it.difference) } else { (None, None) };
    ChangeFound {
        indicator: it.indicator.to_owned(),
        statement: it.statement.code.to_owned(),
        until: Some(it.until.code().to_owned()),
        took_part: Some(it.took_part),
        pairs: it.pairs,
        difference,
        between,
    }
}

/// What is known of means without anybody counting: what the guide and the charter planned, and what commitments spent.
pub(crate) fn proposed_means(process: &Process, guide: &Guide, spent: Money) -> Vec<MeansUsed> {
    // Hours and cents are whole numbers; an answer may have decimals.
    let rounded = |number: Exact| number.rounded(0).parse::<i64>().ok();
    let number = |fact: Fact| guide.answer(fact.key()).map(|value| value.parse::<Exact>().ok());
    let budget = process.charter.as_ref().and_then(|it| it.budget).map(Money::cents);
    let planned = |kind: MeansKind| match kind {
        MeansKind::MunicipalHours => number(Fact::PlannedHours).flatten().and_then(rounded),
        // The budget of the charter stands in only for an answer that nobody gave.
        MeansKind::MunicipalMoney => match number(Fact::PlannedMoney) {
            Some(euro) => euro.and_then(|euro| euro.times(Exact::whole(100))).and_then(rounded),
            None => budget,
        },
        _ => None,
    };
    let spent = spent.cents();
    let used = |kind: MeansKind| (kind == MeansKind::MunicipalMoney && spent > 0).then_some(spent);
    MeansKind::ALL.map(|kind| MeansUsed { kind, planned: planned(kind), used: used(kind) }).into()
}

/// What was counted; what nobody counted stands there as unknown.
fn means(of: &Assembling<'_>, guide: &Guide, spent: Money) -> Vec<MeansUsed> {
    let known = |row: MeansUsed| match of.draft.means.iter().find(|it| it.kind == row.kind) {
        Some(counted) => *counted,
        // Before anybody saved the form, what the program knows stands in it.
        None if of.draft.means.is_empty() => row,
        None => MeansUsed { planned: None, used: None, ..row },
    };
    proposed_means(of.process, guide, spent).into_iter().map(known).collect()
}
