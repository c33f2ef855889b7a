//! A questionnaire as somebody fills it in, on the public page or at the desk from paper.

use crate::model::code::AnswerCode;
use crate::model::sheet::{Sheet, Way};
use crate::model::statement::{Scale, Statement, barrier};
use crate::model::wave::Wave;
use ui::Typed;
use uuid::Uuid;

/// The field of the code that somebody kept.
pub(crate) const CODE: &str = "answer-code";
/// The field of whether somebody took part.
pub(crate) const TOOK_PART: &str = "took-part";
/// What is sent for «I do not know, I would rather not say».
pub(crate) const NOT_SAID: &str = "0";
/// What is sent when no barrier was named.
pub(crate) const NONE: &str = "none";

/// Reads the answers; what is wrong stands beside its field. A code that cannot be right is told, so that a wrong letter can be
/// put right; whoever sends the form once more «without code» is taken at their word.
pub(crate) fn read(typed: &mut Typed, wave: Wave, asked: &[&'static Statement], way: Option<Way>, batch: Option<Uuid>) -> Option<Sheet> {
    let took_part = match typed.get(TOOK_PART) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            typed.wrong(TOOK_PART, "measure-answer-took-part-missing");
            None
        }
    };
    filled(typed, wave, asked, way, batch, took_part)
}

/// As [`read`], of somebody of the staff: nobody asks whether they took part.
pub(crate) fn read_of_staff(typed: &mut Typed, wave: Wave, asked: &[&'static Statement]) -> Option<Sheet> {
    let sheet = filled(typed, wave, asked, Some(Way::Screen), None, Some(false))?;
    Some(Sheet { staff: true, ..sheet })
}

fn filled(
    typed: &mut Typed,
    wave: Wave,
    asked: &[&'static Statement],
    way: Option<Way>,
    batch: Option<Uuid>,
    took_part: Option<bool>,
) -> Option<Sheet> {
    let once = typed.get("once").parse::<Uuid>().ok();
    let (mut answers, mut barriers, mut filled) = (Vec::new(), None, 0);
    for statement in asked {
        let field = statement.field();
        match statement.scale {
            Scale::Agreement => match typed.get(&field) {
                "" => {}
                NOT_SAID => answers.push((*statement, None)),
                text => match text.parse::<u8>().ok().filter(|it| (1..=5).contains(it)) {
                    Some(answer) => {
                        filled += 1;
                        answers.push((*statement, Some(answer)));
                    }
                    None => typed.wrong(field, "ui-choose"),
                },
            },
            Scale::Barriers => {
                barriers = named(typed, &field);
                filled += usize::from(barriers.is_some());
            }
        }
    }
    if filled == 0
        && answers.is_empty()
        && let Some(first) = asked.first()
    {
        typed.wrong(first.field(), "measure-answer-nothing");
    }
    let code = code(typed);
    if typed.is_wrong() {
        return None;
    }
    let (took_part, once, way) = (took_part?, once?, way?);
    Some(Sheet { wave, took_part, staff: false, way, answers, barriers, code, once, batch })
}

fn named(typed: &mut Typed, field: &str) -> Option<Vec<&'static str>> {
    let sent: Vec<String> = typed.all(field).into_iter().map(str::to_owned).collect();
    if sent.is_empty() {
        return None;
    }
    let mut found: Vec<&'static str> = Vec::new();
    for code in sent.iter().filter(|code| *code != NONE) {
        match barrier(code) {
            Some(key) if !found.contains(&key) => found.push(key),
            Some(_) => {}
            None => {
                typed.wrong(field, "ui-choose");
                return None;
            }
        }
    }
    Some(found)
}

fn code(typed: &mut Typed) -> Option<AnswerCode> {
    let text = typed.get(CODE).trim().to_owned();
    if text.is_empty() || typed.get("go") == "without" {
        return None;
    }
    match text.parse() {
        Ok(code) => Some(code),
        Err(error) => {
            let error: crate::model::code::CodeError = error;
            typed.wrong(CODE, error.key());
            None
        }
    }
}

/// What a form begins with: an id drawn here, so that the same form sent twice counts once.
pub(crate) fn begun(random: &dyn kernel::Random, wave: Wave) -> Typed {
    let mut bytes = [0; 16];
    random.fill(&mut bytes);
    let once = uuid::Builder::from_random_bytes(bytes).into_uuid();
    Typed::empty().with("once", once.to_string()).with("ronde", wave.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::statement::BARRIERS;
    use proptest::prelude::*;

    fn asked() -> Vec<&'static Statement> {
        ["listens", "disappointed", BARRIERS].into_iter().filter_map(Statement::of_code).collect()
    }

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let mut typed = begun(&kernel::SeededRandom::new(3), Wave::After);
        for (name, value) in pairs {
            typed.push(*name, *value);
        }
        typed
    }

    fn taken(pairs: &[(&str, &str)]) -> Option<Sheet> {
        read(&mut typed(pairs), Wave::After, &asked(), Some(Way::Screen), None)
    }

    #[test]
    fn answers_are_read_and_what_is_left_open_stays_open() {
        let sheet = taken(&[("took-part", "yes"), ("q-listens", "4"), ("q-disappointed", "0")]).expect("answers");
        let answers: Vec<(&str, Option<u8>)> = sheet.answers.iter().map(|(it, answer)| (it.code, *answer)).collect();
        assert_eq!(answers, [("listens", Some(4)), ("disappointed", None)]);
        assert_eq!((sheet.took_part, sheet.barriers, sheet.code), (true, None, None));
        let none = taken(&[("took-part", "no"), ("q-barriers", "none")]).expect("answers");
        assert_eq!((none.took_part, none.barriers), (false, Some(Vec::new())));
        let some = taken(&[("took-part", "no"), ("q-barriers", "language"), ("q-barriers", "none"), ("q-barriers", "language")]);
        assert_eq!(some.and_then(|it| it.barriers), Some(vec!["language"]));
    }

    #[test]
    fn what_cannot_be_read_is_told_beside_its_field() {
        for (pairs, field) in [
            (&[("q-listens", "4")][..], TOOK_PART),
            (&[("took-part", "yes")][..], "q-listens"),
            (&[("took-part", "yes"), ("q-listens", "6")][..], "q-listens"),
            (&[("took-part", "yes"), ("q-barriers", "duif")][..], "q-barriers"),
            (&[("took-part", "yes"), ("q-listens", "4"), ("answer-code", "BCDF")][..], CODE),
        ] {
            let mut typed = typed(pairs);
            assert_eq!(read(&mut typed, Wave::After, &asked(), Some(Way::Screen), None), None, "{pairs:?}");
            assert!(typed.error_of(field).is_some(), "{pairs:?}: {:?}", typed.errors());
        }
        let without = [("took-part", "yes"), ("q-listens", "4"), ("answer-code", "BCDF"), ("go", "without")];
        assert_eq!(taken(&without).map(|it| it.code), Some(None), "the answers count");
    }

    proptest! {
        #[test]
        fn whatever_is_sent_nothing_but_a_scale_comes_in(name in "(q-listens|q-barriers|took-part|answer-code|go|once)", value in ".{0,20}") {
            if let Some(sheet) = taken(&[("took-part", "yes"), ("q-listens", "2"), (&name, &value)]) {
                prop_assert!(sheet.answers.iter().all(|(_, answer)| answer.is_none_or(|it| (1..=5).contains(&it))));
            }
        }
    }
}
