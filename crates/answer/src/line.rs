//! The way of a contribution as a line of steps, in words.

use crate::journey_page::{JourneyPage, StepPage};
use journey::State;
use ui::{LineStep, Page, StepKind, StepLine};

/// The whole line of one contribution: every public step, where it is now, and what may come.
#[must_use]
pub fn whole(page: &Page, journey: &JourneyPage) -> StepLine {
    let mut steps: Vec<LineStep> = journey.steps.iter().map(|step| past(page, journey, step)).collect();
    if journey.withdrawn {
        return StepLine::of(steps);
    }
    let mut present = LineStep::new(StepKind::Present, page.t(state_key(journey, journey.state))).on(page.t1(
        "answer-since",
        "date",
        page.date(&journey.since),
    ));
    present = present.saying(standing(page, journey));
    if !journey.stranded.is_empty() {
        present = present.lying_still();
    }
    steps.push(present);
    steps.extend(journey.next.iter().map(|state| LineStep::new(StepKind::Future, page.t(state_key(journey, *state)))));
    StepLine::of(steps)
}

/// Who has it now and until when, in one or two sentences.
#[must_use]
pub fn standing(page: &Page, journey: &JourneyPage) -> String {
    let who = match (&journey.department, &journey.asked, journey.state) {
        (_, _, State::Reaction) => String::new(),
        (_, _, State::FedBack) => page.t("answer-on-its-way"),
        (_, Some(asked), _) => page.t1("answer-asked", "department", asked.as_str()),
        (Some(department), _, _) => page.t1("answer-has", "department", department.as_str()),
        (None, None, State::Divided) => page.t("answer-divided-standing"),
        (None, None, _) => page.t("answer-team"),
    };
    let until = match (&journey.until, journey.state) {
        (Some(until), State::Reaction) => page.t1("answer-react-until", "date", page.date(until)),
        (Some(until), State::FedBack) if journey.stranded.is_empty() => page.t1("answer-on-its-way-until", "date", page.date(until)),
        (Some(until), State::OnAgenda) => page.t1("answer-agenda-on", "date", page.date(until)),
        (Some(until), _) if journey.stranded.is_empty() => page.t1("answer-until", "date", page.date(until)),
        (Some(until), _) => page.t1("answer-was-until", "date", page.date(until)),
        (None, _) => String::new(),
    };
    let level = level(journey).map(|level| page.t1("answer-at-level", "level", page.t(level.key()))).unwrap_or_default();
    [level, who, until].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Why it lies still, where and since when; empty when it moves.
#[must_use]
pub fn still(page: &Page, journey: &JourneyPage) -> Vec<String> {
    let place = place(page, journey);
    journey
        .stranded
        .iter()
        .map(|it| {
            page.ta(
                "answer-still",
                &[("place", place.as_str().into()), ("date", page.date(&it.since).into()), ("why", page.t(it.key).into())],
            )
        })
        .collect()
}

/// Where it lies: at a level, with a department or with the participation team; never with a person.
fn place(page: &Page, journey: &JourneyPage) -> String {
    let department = journey.asked.as_ref().or(journey.department.as_ref()).cloned();
    match level(journey) {
        Some(level) => page.t(level.key()),
        None => department.unwrap_or_else(|| page.t("answer-team-name")),
    }
}

/// The level to which it was brought and at which it lies now (F1 S10).
fn level(journey: &JourneyPage) -> Option<carry::Level> {
    let raised = journey.steps.iter().rev().find(|step| step.kind == "escalated").filter(|_| journey.state == State::Escalated)?;
    raised.body.as_deref().and_then(carry::Level::of)
}

/// The words for a state. Over an initiative of residents nobody decides (F5): there the municipality responds. What was gathered has
/// one result, and no advice.
#[must_use]
pub fn state_key(journey: &JourneyPage, state: State) -> &'static str {
    match state {
        State::Decided if journey.is_initiative() => "answer-state-responded",
        State::Decided if journey.is_gathered() => "answer-state-result",
        State::AdviceReady if journey.is_gathered() => "answer-state-result-ready",
        State::Bundled | State::Screened if journey.is_gathered() => "answer-state-gathered",
        _ => state.key(),
    }
}

fn past(page: &Page, journey: &JourneyPage, step: &StepPage) -> LineStep {
    let key = match step.kind {
        "decided" if journey.is_initiative() => "answer-step-responded".to_owned(),
        "decided" if journey.is_gathered() => "answer-step-result".to_owned(),
        "advice-ready" if journey.is_gathered() => "answer-step-result-ready".to_owned(),
        "joined" if journey.is_gathered() => "journey-step-gathered".to_owned(),
        _ => step.key(),
    };
    let line = LineStep::new(StepKind::Past, page.t(key)).on(page.date(&step.date));
    let note = note(page, journey, step);
    if note.is_empty() { line } else { line.saying(note) }
}

fn note(page: &Page, journey: &JourneyPage, step: &StepPage) -> String {
    let mut parts = Vec::new();
    if matches!(step.kind, "decided" | "part-answered")
        && let Some(outcome) = step.outcome
    {
        // The words of the response, as long as it is the one that holds.
        let held = journey.decision.as_ref().filter(|it| it.outcome == outcome);
        parts.push(page.t(held.map_or(outcome.key(), |it| it.key)));
    }
    if step.kind == "reacted" {
        parts.push(page.t("answer-review-asked"));
    }
    if let Some(department) = &step.department {
        parts.push(department.clone());
    }
    if let Some(body) = step.body.as_ref().filter(|_| step.kind != "screened") {
        // A level is told in words; a body by its name.
        let level = carry::Level::of(body).filter(|_| step.kind == "escalated");
        parts.push(level.map_or_else(|| body.clone(), |level| page.t(level.key())));
    }
    if let Some(on) = step.on.filter(|_| matches!(step.kind, "scheduled" | "tabled" | "gathered")) {
        parts.push(page.date(&on));
    }
    parts.join(" · ")
}
