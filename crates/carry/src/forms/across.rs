//! What departments do together: a table, means, a higher level.

use super::{MOTIVE_MOST, date, prose, required_date, required_prose};
use crate::across::{self, AskingMeans, Chosen, Concluding, Convening, Escalating, MeansAnswer, Objecting};
use crate::consulting::Touching;
use crate::model::{self, Budget, BudgetKind, ConsultVerdict, Level, Nature, ObjectionEnding, ReviewEnding, Share, divided};
use kernel::{BudgetId, DepartmentId, Language, Money, OrganisationId, Prose, PublicNumber};
use store::texts::LanguageSet;
use ui::Typed;

/// More than this is no request of one neighbourhood.
const EUROS_MOST: i64 = 1_000_000_000;

fn written(language: Language, prose: Prose) -> LanguageSet {
    LanguageSet::written(language, prose.into_string())
}

fn chosen(typed: &Typed, field: &str, offered: &[DepartmentId]) -> Vec<DepartmentId> {
    offered.iter().filter(|id| typed.has(field, &id.to_string())).copied().collect()
}

fn department(typed: &mut Typed, field: &str, offered: &[DepartmentId], missing: &str) -> Option<DepartmentId> {
    let found = typed.get(field).parse().ok().filter(|id| offered.contains(id));
    if found.is_none() {
        typed.wrong(field, missing);
    }
    found
}

/// `offered`: the departments that can be invited. `partners`: the organisations that own it too, of which one at least sits at
/// the table (F5); none where nobody does.
pub(crate) fn convening(typed: &mut Typed, offered: &[DepartmentId], partners: &[OrganisationId], language: Language) -> Option<Convening> {
    let day = required_date(typed, "date");
    let parties = chosen(typed, "party", offered);
    if parties.len() < 2 {
        typed.wrong("party", "carry-convene-party-missing");
    }
    let invited: Vec<OrganisationId> = partners.iter().filter(|id| typed.has("partner", &id.to_string())).copied().collect();
    if !partners.is_empty() && invited.is_empty() {
        typed.wrong("partner", "carry-convene-partner-missing");
    }
    let subject = required_prose(typed, "subject", MOTIVE_MOST, "carry-convene-subject-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Convening { day: day?, subject: written(language, subject?), parties, partners: invited })
}

/// `invited`: the departments that were invited.
pub(crate) fn concluding(typed: &mut Typed, invited: &[DepartmentId], language: Language) -> Option<Concluding> {
    let present = chosen(typed, "present", invited);
    let agreement = required_prose(typed, "agreement", MOTIVE_MOST, "carry-conclude-agreement-missing");
    let department = department(typed, "department", invited, "carry-conclude-department-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Concluding { present, agreement: written(language, agreement?), department: department? })
}

/// Of which budget is asked, as it stands in the form: one share, or all of a pooled one.
pub(crate) fn budget_value(budget: BudgetId, department: Option<DepartmentId>) -> String {
    department.map_or_else(|| format!("{budget}.all"), |department| format!("{budget}.{department}"))
}

/// `offered`: the departments that can be asked; `budgets`: those of which money can be asked. A request of a whole pool is one
/// of each of its shares.
pub(crate) fn asking_means(
    typed: &mut Typed,
    offered: &[DepartmentId],
    budgets: &[Budget],
    language: Language,
) -> Option<Vec<AskingMeans>> {
    let chosen = typed.get("budget").to_owned();
    let found = budgets.iter().find_map(|budget| {
        let whole = (budget.kind == BudgetKind::Pooled && chosen == budget_value(budget.id, None)).then(|| budget.shares.clone());
        let share = budget.shares.iter().find(|it| chosen == budget_value(budget.id, Some(it.department)));
        whole.or_else(|| share.map(|share| vec![*share])).map(|shares| (budget.id, shares))
    });
    if found.is_none() && !chosen.is_empty() {
        typed.wrong("budget", "carry-ask-means-budget-wrong");
    }
    let euros = euros(typed);
    let parts: Vec<(DepartmentId, Option<BudgetId>, Option<i64>)> = match (&found, euros) {
        (Some(_), None) => {
            if typed.error_of("euros").is_none() {
                typed.wrong("euros", "carry-ask-means-euros-missing");
            }
            Vec::new()
        }
        (Some((budget, shares)), Some(whole)) => {
            let of = |of: fn(&Share) -> Money| shares.iter().map(|it| of(it).cents() / 100).collect::<Vec<_>>();
            let parts = divided(whole, &of(Share::left), &of(|it| it.amount));
            // A single share is asked for everything, also when it is empty: then the request stands in its queue.
            let parts = if shares.len() == 1 { vec![whole] } else { parts };
            let asked = shares.iter().zip(parts).filter(|(_, euros)| *euros > 0);
            asked.map(|(share, euros)| (share.department, Some(*budget), Some(euros))).collect()
        }
        (None, euros) => {
            let department = department(typed, "department", offered, "carry-assign-department-missing");
            department.into_iter().map(|department| (department, None, euros)).collect()
        }
    };
    if parts.is_empty() && found.is_some() && typed.error_of("euros").is_none() {
        typed.wrong("budget", "carry-ask-means-budget-wrong");
    }
    let purpose = required_prose(typed, "purpose", MOTIVE_MOST, "carry-ask-means-purpose-missing");
    let next_date = date(typed, "next");
    if typed.is_wrong() {
        return None;
    }
    let purpose = written(language, purpose?);
    let asking = |(department, budget, euros)| AskingMeans { department, euros, budget, purpose: purpose.clone(), next_date };
    Some(parts.into_iter().map(asking).collect())
}

/// Whole euros as people write them: «12.500», «12 500», «€ 12500». Empty is no amount.
fn euros(typed: &mut Typed) -> Option<i64> {
    let digits: String = typed.get("euros").chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '.' | '€')).collect();
    if digits.is_empty() {
        return None;
    }
    let amount = digits.parse().ok().filter(|amount| (1..=EUROS_MOST).contains(amount));
    if amount.is_none() {
        typed.wrong("euros", "carry-ask-means-euros-wrong");
    }
    amount
}

/// What the holder of a budget answers to which request.
#[derive(Debug, Clone)]
pub(crate) struct AnsweringMeans {
    pub(crate) number: i64,
    pub(crate) answer: MeansAnswer,
}

/// `offered`: the requests that wait for whoever answers; with only one, no choice is needed.
pub(crate) fn answering_means(typed: &mut Typed, offered: &[i64], language: Language) -> Option<AnsweringMeans> {
    let number = match offered {
        [only] => Some(*only),
        _ => typed.get("part").parse().ok().filter(|number| offered.contains(number)),
    };
    if number.is_none() {
        typed.wrong("part", "carry-answer-means-part-missing");
    }
    let answer = match typed.get("answer") {
        "yes" => {
            let motive = prose(typed, "motive", MOTIVE_MOST).map(|motive| written(language, motive));
            Some(MeansAnswer::Commit { motive })
        }
        "no" => {
            let motive = required_prose(typed, "motive", MOTIVE_MOST, "carry-answer-means-motive-missing");
            motive.map(|motive| MeansAnswer::Refuse { motive: written(language, motive) })
        }
        "later" => {
            let until = required_date(typed, "until");
            let motive = prose(typed, "motive", MOTIVE_MOST).map(|motive| written(language, motive));
            until.map(|until| MeansAnswer::Queue { until, motive })
        }
        _ => {
            typed.wrong("answer", "carry-answer-means-missing");
            None
        }
    };
    if typed.is_wrong() {
        return None;
    }
    Some(AnsweringMeans { number: number?, answer: answer? })
}

/// `offered`: the departments for which the objection may be.
pub(crate) fn objecting(typed: &mut Typed, offered: &[DepartmentId], language: Language) -> Option<Objecting> {
    let department = match offered {
        [only] => Some(*only),
        _ => department(typed, "department", offered, "carry-object-department-missing"),
    };
    let nature = Nature::of(typed.get("nature"));
    if nature.is_none() {
        typed.wrong("nature", "carry-object-nature-missing");
    }
    let euros = euros(typed);
    let words = required_prose(typed, "words", MOTIVE_MOST, "carry-object-words-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Objecting { department: department?, nature: nature?, euros, words: written(language, words?) })
}

/// Which objection ended, and how.
#[derive(Debug, Clone)]
pub(crate) struct EndingObjection {
    pub(crate) ending: (i64, ObjectionEnding),
    pub(crate) motive: LanguageSet,
}

/// The value of one ending in the form.
pub(crate) fn ending_value(number: i64, ending: ObjectionEnding) -> String {
    format!("{number}-{}", ending.code())
}

/// `offered`: what whoever asks may say of which objection.
pub(crate) fn ending_objection(typed: &mut Typed, offered: &[(i64, ObjectionEnding)], language: Language) -> Option<EndingObjection> {
    let ending = offered.iter().copied().find(|(number, ending)| typed.get("ending") == ending_value(*number, *ending));
    if ending.is_none() {
        typed.wrong("ending", "carry-end-objection-missing");
    }
    let motive = required_prose(typed, "motive", MOTIVE_MOST, "carry-end-objection-motive-missing");
    Some(EndingObjection { ending: ending?, motive: written(language, motive?) })
}

/// `offered`: the departments that can be touched too.
pub(crate) fn touching(typed: &mut Typed, offered: &[DepartmentId], language: Language) -> Option<Touching> {
    let departments = chosen(typed, "department", offered);
    if departments.is_empty() {
        typed.wrong("department", "carry-touch-department-missing");
    }
    let why = required_prose(typed, "why", MOTIVE_MOST, "carry-touch-why-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Touching { departments, why: written(language, why?) })
}

/// What which department finds.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) verdict: (DepartmentId, ConsultVerdict),
    pub(crate) words: LanguageSet,
}

/// The value of one verdict in the form.
pub(crate) fn verdict_value(department: DepartmentId, verdict: ConsultVerdict) -> String {
    format!("{department}-{}", verdict.code())
}

/// `offered`: what whoever asks may say for which department.
pub(crate) fn hearing(typed: &mut Typed, offered: &[(DepartmentId, ConsultVerdict)], language: Language) -> Option<Heard> {
    let verdict = offered.iter().copied().find(|(department, verdict)| typed.get("verdict") == verdict_value(*department, *verdict));
    if verdict.is_none() {
        typed.wrong("verdict", "carry-consult-missing");
    }
    let words = required_prose(typed, "words", MOTIVE_MOST, "carry-consult-words-missing");
    Some(Heard { verdict: verdict?, words: written(language, words?) })
}

/// How it came that a decision was taken too early.
pub(crate) fn explaining(typed: &mut Typed, language: Language) -> Option<LanguageSet> {
    required_prose(typed, "motive", MOTIVE_MOST, "carry-explain-motive-missing").map(|motive| written(language, motive))
}

/// Why what was put off is taken up again; nobody has to say so.
pub(crate) fn resuming(typed: &mut Typed, language: Language) -> Option<LanguageSet> {
    prose(typed, "motive", MOTIVE_MOST).map(|motive| written(language, motive))
}

/// What is brought to which level.
pub(crate) fn escalating(typed: &mut Typed, language: Language) -> Option<Escalating> {
    let level = Level::of(typed.get("level"));
    if level.is_none() {
        typed.wrong("level", "carry-escalate-level-missing");
    }
    let question = required_prose(typed, "question", MOTIVE_MOST, "carry-escalate-question-missing");
    let conflict = required_prose(typed, "conflict", MOTIVE_MOST, "carry-escalate-conflict-missing");
    let options = required_prose(typed, "options", MOTIVE_MOST, "carry-escalate-options-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Escalating {
        level: level?,
        question: written(language, question?),
        conflict: written(language, conflict?),
        options: written(language, options?),
    })
}

/// What a level said, and which department goes on.
#[derive(Debug, Clone)]
pub(crate) struct Settling {
    pub(crate) answer: LanguageSet,
    pub(crate) department: DepartmentId,
}

/// `offered`: the departments that can go on with it.
pub(crate) fn settling(typed: &mut Typed, offered: &[DepartmentId], language: Language) -> Option<Settling> {
    let answer = required_prose(typed, "answer", MOTIVE_MOST, "carry-settle-answer-missing");
    let department = department(typed, "department", offered, "carry-assign-department-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(Settling { answer: written(language, answer?), department: department? })
}

/// At most so many departments are named that defend a value.
pub(crate) const MOST_DEFENDERS: usize = 8;

/// The names of the fields of one department that defends a value: which department, and which value.
pub(crate) fn defender_fields(nth: usize) -> (String, String) {
    (format!("defender-{nth}"), format!("defended-{nth}"))
}

/// Which departments defend which of these values; a department without its value, or the other way round, is said beside the
/// field that is missing.
fn defended(typed: &mut Typed, values: &[String], offered: &[DepartmentId]) -> Vec<(String, DepartmentId)> {
    let mut found = Vec::new();
    for nth in 1..=MOST_DEFENDERS {
        let (by, what) = defender_fields(nth);
        if typed.get(&by).is_empty() && typed.get(&what).is_empty() {
            continue;
        }
        let department = typed.get(&by).parse::<DepartmentId>().ok().filter(|id| offered.contains(id));
        let value = values.iter().find(|key| typed.get(&what) == key.as_str()).cloned();
        if department.is_none() {
            typed.wrong(by, "carry-weigh-defender-missing");
        }
        if value.is_none() {
            typed.wrong(what, "carry-weigh-defended-missing");
        }
        found.extend(value.zip(department).filter(|pair| !found.contains(pair)));
    }
    found
}

/// What was found when a choice was looked at again.
pub(crate) fn looking_again(typed: &mut Typed, language: Language) -> Option<(ReviewEnding, LanguageSet)> {
    let ending = ReviewEnding::of(typed.get("ending"));
    if ending.is_none() {
        typed.wrong("ending", "carry-review-ending-missing");
    }
    let words = required_prose(typed, "words", MOTIVE_MOST, "carry-review-words-missing");
    ending.zip(words).map(|(ending, words)| (ending, written(language, words)))
}

/// Which values conflict, who defends them, and the choice when one is made. `offered`: the departments that can be named.
pub(crate) fn weighing(typed: &mut Typed, language: Language, offered: &[DepartmentId]) -> Option<across::Weighing> {
    let values: Vec<String> = model::values().filter(|it| typed.has("value", &it.key)).map(|it| it.key.clone()).collect();
    if values.len() < 2 {
        typed.wrong("value", "carry-weigh-value-missing");
    }
    let dilemma = model::dilemmas().map(|(key, _)| key).find(|key| typed.get("dilemma") == *key);
    if dilemma.is_none() {
        typed.wrong("dilemma", "carry-weigh-dilemma-missing");
    }
    let defended = defended(typed, &values, offered);
    let options = required_prose(typed, "options", MOTIVE_MOST, "carry-escalate-options-missing");
    let strategy = model::strategies().map(|(key, _)| key).find(|key| typed.get("strategy") == *key);
    let review = date(typed, "review");
    let first = values.iter().find(|key| typed.get("first") == key.as_str()).cloned();
    if strategy == Some(model::PRIORITISE) && first.is_none() {
        typed.wrong("first", "carry-weigh-first-missing");
    }
    let compared = Some(typed.get("compared").trim()).filter(|it| !it.is_empty()).map(str::parse::<PublicNumber>);
    if compared.as_ref().is_some_and(Result::is_err) {
        typed.wrong("compared", "carry-weigh-compared-unknown");
    }
    // A motive without a choice, or the other way round, is a choice half told.
    let motive = match strategy {
        Some(_) => required_prose(typed, "motive", MOTIVE_MOST, "carry-weigh-motive-missing"),
        None => prose(typed, "motive", MOTIVE_MOST),
    };
    if strategy.is_none() && motive.is_some() {
        typed.wrong("strategy", "carry-weigh-strategy-missing");
    }
    if typed.is_wrong() {
        return None;
    }
    let choice = strategy.zip(motive).map(|(strategy, motive)| Chosen {
        strategy: strategy.to_owned(),
        motive: written(language, motive),
        first,
        compared: compared.and_then(Result::ok),
        review,
    });
    Some(across::Weighing { values, dilemma: dilemma?.to_owned(), defended, options: written(language, options?), choice })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::from_pairs(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn an_amount_is_read_as_people_write_it_and_anything_else_is_said() {
        for (written, amount) in [("12.500", Some(12_500)), ("12 500", Some(12_500)), ("€ 700", Some(700)), ("", None)] {
            let mut form = typed(&[("euros", written)]);
            assert_eq!(euros(&mut form), amount, "{written}");
            assert!(!form.is_wrong(), "{written}");
        }
        for wrong in ["12,50", "veel", "-3", "0", "9999999999999999999999"] {
            let mut form = typed(&[("euros", wrong)]);
            assert_eq!(euros(&mut form), None);
            assert!(form.error_of("euros").is_some(), "{wrong}");
        }
    }
}
