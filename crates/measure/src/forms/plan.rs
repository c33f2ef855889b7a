//! A measurement plan as an officer fills it in.

use crate::acts::{NewDays, NewMeasurementPlan, days_may_change};
use crate::model::indicator::{INDICATORS, Indicator};
use crate::model::plan::{MeasurementPlan, Proposal, proposed_days};
use crate::model::statement::{MOST_ASKED, Statement};
use crate::model::wave::{Round, Wave};
use kernel::{Date, Language, Prose, TextError};
use store::texts::LanguageSet;
use ui::Typed;

/// A motive has at most so many signs.
pub(crate) const MOST_MOTIVE: usize = 500;
/// More people than this nobody asks.
const MOST_INVITED: i64 = 10_000_000;
/// Nobody plans further ahead than so many days.
const FURTHEST: i64 = 5 * 366;

/// The name of the field for the motive of an indicator.
pub(crate) fn motive_field(indicator: &Indicator) -> String {
    format!("{}-motive", indicator.field())
}

/// The names of the fields of a wave: first day, last day, how many are asked.
pub(crate) fn wave_fields(wave: Wave) -> [String; 3] {
    ["opens", "closes", "invited"].map(|part| format!("{}-{part}", wave.code()))
}

/// What stands in the form at first: what was saved, or what the program proposes from the first day of the charter and the day of the
/// decision.
pub(crate) fn begun(plan: &MeasurementPlan, (opens, decision): (Option<Date>, Option<Date>), today: Date) -> Typed {
    let mut typed = Typed::empty().with("seen", plan.saved.map(|at| at.micros().to_string()).unwrap_or_default());
    for (code, choice) in &plan.choices {
        let Some(indicator) = Indicator::of_code(code) else { continue };
        typed.set(indicator.field(), if choice.kept { "keep" } else { "drop" });
        if let Some(motive) = &choice.motive {
            typed.set(motive_field(indicator), motive.original().text.clone());
        }
        if choice.kept {
            typed.push("more", indicator.field());
        }
    }
    for wave in Wave::ALL {
        let [first, last, invited] = wave_fields(wave);
        if let Some(days) = plan.waves.get(&wave) {
            typed.set(first, days.opens.to_string());
            typed.set(last, days.closes.to_string());
            typed.set(invited, days.invited.map(|many| many.to_string()).unwrap_or_default());
        } else if plan.saved.is_none()
            && let Some((from, to)) = proposed_days(wave, opens, decision, today)
        {
            typed.set(first, from.to_string());
            typed.set(last, to.to_string());
        }
    }
    typed
}

/// Reads a plan; what is wrong stands beside its field.
pub(crate) fn read(
    typed: &mut Typed,
    plan: &MeasurementPlan,
    proposals: &[Proposal],
    language: Language,
    today: Date,
) -> Option<NewMeasurementPlan> {
    let mut new = NewMeasurementPlan::default();
    let more: Vec<String> = typed.all("more").into_iter().map(str::to_owned).collect();
    for indicator in INDICATORS {
        let is_proposed = proposals.iter().any(|it| it.indicator == indicator);
        let choice = if is_proposed {
            proposed_choice(typed, plan, indicator, language)
        } else {
            // What nobody proposed is measured when somebody ticks it, and left alone otherwise.
            more.contains(&indicator.field()).then_some((true, None))
        };
        new.choices.push((indicator, choice));
    }
    let mut last: Option<Date> = None;
    for wave in Wave::ALL {
        let days = days(typed, plan, wave, today);
        if let Some(days) = &days {
            if last.is_some_and(|last| days.opens <= last) {
                typed.wrong(wave_fields(wave)[0].clone(), "measure-plan-overlap");
            }
            last = Some(days.closes);
        }
        new.waves.push((wave, days));
    }
    (!typed.is_wrong()).then_some(new)
}

fn proposed_choice(
    typed: &mut Typed,
    plan: &MeasurementPlan,
    indicator: &Indicator,
    language: Language,
) -> Option<(bool, Option<LanguageSet>)> {
    let (field, motive) = (indicator.field(), motive_field(indicator));
    match typed.get(&field).to_owned().as_str() {
        "keep" => Some((true, None)),
        "drop" => {
            let words = match Prose::new(typed.get(&motive), MOST_MOTIVE) {
                Ok(words) => words.into_string(),
                Err(TextError::Empty) => {
                    typed.wrong(motive, "measure-plan-motive-missing");
                    return None;
                }
                Err(TextError::TooLong { length, most }) => {
                    let [length, most] = [length, most].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
                    typed.wrong_with(motive, "ui-too-long", &[("most", most.into()), ("length", length.into())]);
                    return None;
                }
            };
            // Words that nobody touched keep their language.
            let before = plan.choices.get(indicator.code).and_then(|choice| choice.motive.clone());
            let same = before.filter(|set| set.original().text == words);
            Some((false, Some(same.unwrap_or_else(|| LanguageSet::written(language, words)))))
        }
        "" => None,
        _ => {
            typed.wrong(field, "ui-choose");
            None
        }
    }
}

/// The days of one wave. What holds already is taken as it is, whatever was sent.
fn days(typed: &mut Typed, plan: &MeasurementPlan, wave: Wave, today: Date) -> Option<NewDays> {
    let [opens, closes, invited] = wave_fields(wave);
    let old = plan.waves.get(&wave);
    let held = old.map(|old| NewDays { opens: old.opens, closes: old.closes, invited: old.invited });
    if old.is_some_and(|old| old.released) {
        return held;
    }
    let many = number(typed, &invited);
    if old.is_some_and(|old| old.closes < today) {
        return held.map(|held| NewDays { invited: many, ..held });
    }
    let begun = old.is_some_and(|old| old.opens <= today);
    if begun && let Some(held) = &held {
        typed.set(opens.clone(), held.opens.to_string());
    }
    let (from, to) = (date(typed, &opens, today), date(typed, &closes, today));
    match (from, to) {
        (Day::None, Day::None) if !begun => None,
        (Day::Of(from), Day::Of(to)) => {
            let new = NewDays { opens: from, closes: to, invited: many };
            if from > to {
                typed.wrong(closes, "measure-plan-turned");
            } else if to < today {
                typed.wrong(closes, "measure-plan-past");
            } else if !days_may_change(old, Some(&new), today) {
                typed.wrong(opens, "measure-plan-held");
            }
            Some(new)
        }
        (Day::None, _) => {
            typed.wrong(opens, "measure-plan-both-days");
            None
        }
        (_, Day::None) => {
            typed.wrong(closes, "measure-plan-both-days");
            None
        }
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    None,
    Wrong,
    Of(Date),
}

fn date(typed: &mut Typed, field: &str, today: Date) -> Day {
    let text = typed.get(field).trim().to_owned();
    if text.is_empty() {
        return Day::None;
    }
    let far = |day: &Date| today.days_until(*day) <= FURTHEST;
    match text.parse::<Date>().ok().filter(far) {
        Some(day) => Day::Of(day),
        None => {
            typed.wrong(field, "ui-not-a-date");
            Day::Wrong
        }
    }
}

fn number(typed: &mut Typed, field: &str) -> Option<i64> {
    let text = typed.get(field).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let number = text.parse::<i64>().ok().filter(|many| (0..=MOST_INVITED).contains(many));
    if number.is_none() {
        typed.wrong(field, "measure-plan-invited-wrong");
    }
    number
}

/// Reads which sentences are asked in a round; `offered` are those that can be. What is wrong stands beside the list.
pub(crate) fn questions(typed: &mut Typed, round: Round, offered: &[&'static Statement]) -> Option<Vec<&'static Statement>> {
    let sent: Vec<String> = typed.all(round.code()).into_iter().map(str::to_owned).collect();
    let chosen: Vec<&'static Statement> = offered.iter().copied().filter(|it| sent.iter().any(|code| code == it.code)).collect();
    if chosen.len() != sent.len() {
        typed.wrong(round.code(), "ui-choose");
        return None;
    }
    // Staff is asked apart from everybody else, and only a few sentences.
    let of_people = chosen.iter().filter(|it| !it.staff_only).count();
    if of_people > MOST_ASKED {
        let [most, many] = [MOST_ASKED, of_people].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        typed.wrong_with(round.code(), "measure-questions-too-many", &[("most", most.into()), ("many", many.into())]);
        return None;
    }
    Some(chosen)
}
