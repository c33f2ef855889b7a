//! One parser per act.

use super::{LINE_MOST, MOTIVE_MOST, QUESTION_MOST, WORDS_MOST, line, prose, required_date, required_line, required_prose};
use crate::act::{Advising, Deciding, FrameVerdict, Screening};
use crate::bundles::MOST_AT_ONCE;
use crate::dividing::{MOST_PARTS, Part, TITLE_MOST};
use crate::gathering::{MOST_COUNTS, ResultDeed, Resulting};
use crate::model::{Elsewhere, Firmness, Frame, Kind, PlanChange, Response, WebAddress};
use journey::{Outcome, Verdict};
use kernel::{AccountId, ContributionId, Date, DepartmentId, FollowCode, Language, Line, Prose, PublicNumber, QuestionId, TextId};
use store::texts::LanguageSet;
use ui::Typed;

fn written(language: Language, prose: Prose) -> LanguageSet {
    LanguageSet::written(language, prose.into_string())
}

/// How a contribution is screened.
pub(crate) fn screening(typed: &mut Typed, language: Language) -> Option<Screening> {
    match typed.get("verdict") {
        "in-scope" => {
            let kind = Kind::of(typed.get("kind"));
            if kind.is_none() {
                typed.wrong("kind", "carry-screen-kind-missing");
            }
            let apart = typed.has("apart", "yes");
            kind.map(|kind| if apart { Screening::Apart { kind } } else { Screening::InScope { kind } })
        }
        "referred" => {
            let to = Elsewhere::of(typed.get("to"));
            if to.is_none() {
                typed.wrong("to", "carry-screen-to-missing");
            }
            let place = required_line(typed, "place", LINE_MOST, "carry-screen-place-missing");
            let motive = required_prose(typed, "motive", MOTIVE_MOST, "carry-screen-motive-missing");
            Some(Screening::Referred { to: to?, place: place?, motive: written(language, motive?) })
        }
        "parked" => {
            let theme = required_line(typed, "theme", LINE_MOST, "carry-screen-theme-missing");
            let motive = required_prose(typed, "motive", MOTIVE_MOST, "carry-screen-motive-missing");
            let until = super::date(typed, "until");
            if typed.is_wrong() {
                return None;
            }
            let theme = LanguageSet::written(language, theme?.into_string());
            Some(Screening::Parked { theme, motive: written(language, motive?), until })
        }
        _ => {
            typed.wrong("verdict", "carry-screen-verdict-missing");
            None
        }
    }
}

/// The name of a field of the part with this number.
pub(crate) fn part_field(name: &str, nth: usize) -> String {
    format!("{name}-{nth}")
}

/// Into which parts a contribution is divided, each with words of `text` and one of the `offered` departments. A part of which
/// nothing was filled in is none.
pub(crate) fn dividing(typed: &mut Typed, text: &str, offered: &[DepartmentId]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for nth in 1..=MOST_PARTS {
        let [passage, title, department] = ["passage", "title", "department"].map(|name| part_field(name, nth));
        let blank = [&passage, &title, &department].iter().all(|field| typed.get(field).trim().is_empty());
        if blank && nth > 2 {
            continue;
        }
        let words = required_prose(typed, &passage, WORDS_MOST, "carry-divide-passage-missing");
        if words.as_ref().is_some_and(|words| !voice::holds(text, words.as_str())) {
            typed.wrong(&*passage, "carry-divide-passage-elsewhere");
        }
        let title = line(typed, &title, TITLE_MOST);
        let chosen: Option<DepartmentId> = typed.get(&department).parse().ok().filter(|id| offered.contains(id));
        if chosen.is_none() {
            typed.wrong(&*department, "carry-divide-department-missing");
        }
        if let (Some(passage), Some(department)) = (words, chosen) {
            parts.push(Part { title, passage, department });
        }
    }
    let one = parts.len() > 1 && parts.iter().all(|part| part.department == parts[0].department);
    if one && !typed.is_wrong() {
        typed.wrong(part_field("department", 2), "carry-divide-one-department");
    }
    if typed.is_wrong() { None } else { Some(parts) }
}

/// Which department is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Assigning {
    pub(crate) department: DepartmentId,
}

/// `offered`: the departments that can be asked.
pub(crate) fn assigning(typed: &mut Typed, offered: &[DepartmentId]) -> Option<Assigning> {
    let department = typed.get("department").parse().ok().filter(|id| offered.contains(id));
    if department.is_none() {
        typed.wrong("department", "carry-assign-department-missing");
    }
    department.map(|department| Assigning { department })
}

/// Who holds the dossier.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accepting {
    pub(crate) holder: AccountId,
}

/// `offered`: the people of the department.
pub(crate) fn accepting(typed: &mut Typed, offered: &[AccountId]) -> Option<Accepting> {
    if typed.get("holder").is_empty() {
        typed.wrong("holder", "carry-accept-holder-missing");
        return None;
    }
    let holder = typed.get("holder").parse().ok().filter(|id| offered.contains(id));
    if holder.is_none() {
        typed.wrong("holder", "carry-accept-holder-elsewhere");
    }
    holder.map(|holder| Accepting { holder })
}

/// Why a dossier is given back.
#[derive(Debug, Clone)]
pub(crate) struct HandingBack {
    pub(crate) reason: Prose,
}

pub(crate) fn handing_back(typed: &mut Typed) -> Option<HandingBack> {
    required_prose(typed, "reason", MOTIVE_MOST, "carry-hand-back-reason-missing").map(|reason| HandingBack { reason })
}

/// What is asked of which author.
#[derive(Debug, Clone)]
pub(crate) struct Asking {
    pub(crate) contribution: ContributionId,
    pub(crate) words: LanguageSet,
}

/// `offered`: the contributions whose authors can be asked; with only one, no choice is needed.
pub(crate) fn asking(typed: &mut Typed, offered: &[ContributionId], language: Language) -> Option<Asking> {
    let contribution = match offered {
        [only] => Some(*only),
        _ => typed.get("contribution").parse().ok().filter(|id| offered.contains(id)),
    };
    if contribution.is_none() {
        typed.wrong("contribution", "carry-ask-contribution-missing");
    }
    let words = required_prose(typed, "words", QUESTION_MOST, "carry-ask-words-missing");
    Some(Asking { contribution: contribution?, words: written(language, words?) })
}

/// What an author answered to which question.
#[derive(Debug, Clone)]
pub(crate) struct Answering {
    pub(crate) question: QuestionId,
    pub(crate) words: LanguageSet,
}

/// `offered`: the questions that are open; with only one, no choice is needed.
pub(crate) fn answering(typed: &mut Typed, offered: &[QuestionId], language: Language) -> Option<Answering> {
    let question = match offered {
        [only] => Some(*only),
        _ => typed.get("question").parse().ok().filter(|id| offered.contains(id)),
    };
    if question.is_none() {
        typed.wrong("question", "carry-hear-question-missing");
    }
    let words = required_prose(typed, "words", QUESTION_MOST, "carry-hear-words-missing");
    Some(Answering { question: question?, words: written(language, words?) })
}

/// The names of the fields of one frame: the verdict, its rule, and whether that is essential or adjustable.
const fn frame_fields(frame: Frame) -> (&'static str, &'static str, &'static str) {
    match frame {
        Frame::Legal => ("legal", "legal-rule", "legal-firmness"),
        Frame::Financial => ("financial", "financial-rule", "financial-firmness"),
        Frame::Practical => ("practical", "practical-rule", "practical-firmness"),
        Frame::Plans => ("plans", "plans-rule", "plans-firmness"),
    }
}

/// The verdict on every frame.
pub(crate) fn checking(typed: &mut Typed, language: Language) -> Option<Vec<FrameVerdict>> {
    let mut verdicts = Vec::with_capacity(Frame::ALL.len());
    for frame in Frame::ALL {
        let (field, rule_field, firmness_field) = frame_fields(frame);
        let Some(fit) = Verdict::from_code(typed.get(field)) else {
            typed.wrong(field, "carry-frames-missing");
            continue;
        };
        let rule = match fit {
            Verdict::Fits => prose(typed, rule_field, MOTIVE_MOST),
            _ => required_prose(typed, rule_field, MOTIVE_MOST, "carry-frames-rule-missing"),
        };
        let firmness = Firmness::of(typed.get(firmness_field));
        verdicts.push(FrameVerdict { frame, fit, rule: rule.map(|rule| written(language, rule)), firmness });
    }
    (!typed.is_wrong()).then_some(verdicts)
}

/// The names of the fields of one thing that is counted: what was said, and how many said it.
pub(crate) fn count_fields(nth: usize) -> (String, String) {
    (part_field("said", nth), part_field("many", nth))
}

/// The result of what `respondents` people answered (F5). `offered`: the departments that can do something with it.
fn resulting(typed: &mut Typed, language: Language, respondents: i64, offered: &[DepartmentId]) -> Option<Resulting> {
    let mut counts = Vec::new();
    for nth in 1..=MOST_COUNTS {
        let (said, many) = count_fields(nth);
        if typed.get(&said).trim().is_empty() && typed.get(&many).trim().is_empty() {
            continue;
        }
        let label = required_line(typed, &said, LINE_MOST, "carry-result-said-missing");
        let number: Option<i64> = typed.get(&many).trim().parse().ok().filter(|number| (0..=respondents).contains(number));
        if number.is_none() {
            typed.wrong_with(&*many, "carry-result-many-wrong", &[("most", respondents.into())]);
        }
        counts.extend(label.zip(number).map(|(label, number)| (LanguageSet::written(language, label.into_string()), number)));
    }
    let deed = match typed.get("acts") {
        "no" => None,
        "yes" => {
            let words = required_prose(typed, "deed", MOTIVE_MOST, "carry-result-deed-missing");
            let department = typed.get("deed-department").parse().ok().filter(|id| offered.contains(id));
            if department.is_none() {
                typed.wrong("deed-department", "carry-result-department-missing");
            }
            let until = required_date(typed, "deed-until");
            words.zip(department).zip(until).map(|((words, department), until)| ResultDeed {
                words: written(language, words),
                department,
                until,
            })
        }
        _ => {
            typed.wrong("acts", "carry-result-missing");
            None
        }
    };
    if !matches!(typed.get("way"), "own" | "decision") {
        typed.wrong("way", "ui-choose");
    }
    (!typed.is_wrong()).then(|| Resulting { counts, deed, by_decision: typed.get("way") == "decision" })
}

/// What an advice has besides, by the variant of its process (F5).
#[derive(Debug, Clone, Copy)]
pub(crate) enum AdviceWith<'a> {
    /// Nothing.
    Plain,
    /// Residents react on a plan, so that the assessment ends in a formal reply too.
    Reply,
    /// Answers were gathered: what came out is told to so many respondents, and one of these departments does something with it.
    Result(i64, &'a [DepartmentId]),
}

/// An advice.
pub(crate) fn advising(typed: &mut Typed, language: Language, with: AdviceWith<'_>) -> Option<Advising> {
    let gathered = matches!(with, AdviceWith::Result(..));
    // The verdict on what was gathered follows from what is done with it.
    let fit = if gathered { Some(Verdict::Fits) } else { Verdict::from_code(typed.get("fit")) };
    if fit.is_none() {
        typed.wrong("fit", "carry-advise-fit-missing");
    }
    let condition = match fit {
        Some(Verdict::FitsIf) => required_prose(typed, "condition", MOTIVE_MOST, "carry-advise-condition-missing"),
        _ => prose(typed, "condition", MOTIVE_MOST),
    };
    let missing = if gathered { "carry-result-words-missing" } else { "carry-advise-words-missing" };
    let words = required_prose(typed, "words", WORDS_MOST, missing);
    let motive = required_prose(typed, "motive", MOTIVE_MOST, "carry-advise-motive-missing");
    let result = match with {
        AdviceWith::Result(respondents, offered) => resulting(typed, language, respondents, offered),
        AdviceWith::Plain | AdviceWith::Reply => None,
    };
    let reply = if matches!(with, AdviceWith::Reply) {
        let change = PlanChange::of(typed.get("plan-change"));
        if change.is_none() {
            typed.wrong("plan-change", "ui-choose");
        }
        let words = required_prose(typed, "reply", WORDS_MOST, "carry-advise-reply-missing");
        change.zip(words.map(|words| written(language, words)))
    } else {
        None
    };
    if typed.is_wrong() {
        return None;
    }
    Some(Advising {
        fit: fit?,
        condition: condition.map(|condition| written(language, condition)),
        words: written(language, words?),
        motive: written(language, motive?),
        reply,
        result,
    })
}

/// On whose agenda, and when.
#[derive(Debug, Clone)]
pub(crate) struct Scheduling {
    pub(crate) body: Line,
    pub(crate) date: Date,
    pub(crate) motive: Option<LanguageSet>,
}

pub(crate) fn scheduling(typed: &mut Typed, language: Language) -> Option<Scheduling> {
    let body = required_line(typed, "body", LINE_MOST, "carry-schedule-body-missing");
    let date = required_date(typed, "date");
    let motive = prose(typed, "motive", MOTIVE_MOST).map(|motive| written(language, motive));
    if typed.is_wrong() {
        return None;
    }
    Some(Scheduling { body: body?, date: date?, motive })
}

/// A decision. `by_mandate`: nobody's agenda says who decided, so the form does. `responding`: it is an initiative of residents,
/// over which nobody decides: the form asks what the municipality does, and why (F5).
pub(crate) fn deciding(typed: &mut Typed, language: Language, by_mandate: bool, responding: bool) -> Option<Deciding> {
    let response = if responding {
        let response = Response::of(typed.get("response"));
        if response.is_none() {
            typed.wrong("response", "carry-response-missing");
        }
        let motive = required_prose(typed, "response-motive", MOTIVE_MOST, "carry-response-motive-missing");
        response.zip(motive.map(|motive| written(language, motive)))
    } else {
        None
    };
    let outcome = match &response {
        Some((response, _)) => Some(response.outcome()),
        None => Outcome::from_code(typed.get("outcome")),
    };
    if outcome.is_none() && !responding {
        typed.wrong("outcome", "carry-decide-outcome-missing");
    }
    let body = if by_mandate { required_line(typed, "body", LINE_MOST, "carry-decide-body-missing") } else { None };
    let date = required_date(typed, "date");
    let until = super::date(typed, "until");
    let words = required_prose(typed, "words", WORDS_MOST, "carry-decide-words-missing");
    let vote = line(typed, "vote", LINE_MOST);
    let published = WebAddress::read(typed.get("published"));
    if published.is_none() && !typed.get("published").trim().is_empty() {
        typed.wrong("published", "carry-decide-published-wrong");
    }
    let deviation = prose(typed, "deviation", MOTIVE_MOST).map(|motive| written(language, motive));
    if typed.is_wrong() {
        return None;
    }
    Some(Deciding { outcome: outcome?, body, date: date?, until, vote, published, words: written(language, words?), deviation, response })
}

/// A note, under the id that its form was given.
#[derive(Debug, Clone)]
pub(crate) struct Noting {
    pub(crate) id: TextId,
    pub(crate) words: Prose,
}

/// `fresh`: an id for a form that sends none.
pub(crate) fn noting(typed: &mut Typed, fresh: TextId) -> Option<Noting> {
    let id = typed.get("id").parse().unwrap_or(fresh);
    required_prose(typed, "words", MOTIVE_MOST, "carry-note-words-missing").map(|words| Noting { id, words })
}

/// The follow code that an author typed.
pub(crate) fn follow_code(typed: &mut Typed) -> Option<FollowCode> {
    if typed.get("code").trim().is_empty() {
        typed.wrong("code", "carry-question-code-missing");
        return None;
    }
    typed.get("code").parse().ok()
}

/// Public numbers, each on a line of its own or after a comma.
pub(crate) fn public_numbers(typed: &mut Typed, field: &str) -> Option<Vec<PublicNumber>> {
    let text = typed.get(field).to_owned();
    let parts: Vec<&str> = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        typed.wrong(field, "carry-bundle-numbers-missing");
        return None;
    }
    if parts.len() > MOST_AT_ONCE {
        typed.wrong(field, "carry-bundle-numbers-many");
        return None;
    }
    let mut numbers = Vec::new();
    for part in parts {
        let Ok(number) = part.parse::<PublicNumber>() else {
            typed.wrong_with(field, "carry-bundle-numbers-wrong", &[("number", part.into())]);
            return None;
        };
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Some(numbers)
}
