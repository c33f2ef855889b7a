//! The form of an article of the regulation with its obligations.

use super::read::{Setting, filled_set, line, set};
use crate::model::{Article, Check, Obligation};
use evidence::Fact;
use kernel::Term;
use ui::Typed;

/// At most so many obligations in an article.
pub const MOST: usize = 12;
/// At most so many articles.
pub const MOST_ARTICLES: usize = 100;
/// At most so many signs in a title, a text, an obligation.
const TITLE: usize = 160;
const TEXT: usize = 6_000;
const SAYS: usize = 300;

/// The names of the fields of the `nth` obligation.
#[derive(Debug, Clone)]
pub struct Names {
    /// Its key, unseen.
    pub key: String,
    /// Its sentence.
    pub says: String,
    /// How it is checked.
    pub check: String,
    /// How many days.
    pub days: String,
    /// Working days or days of the calendar.
    pub unit: String,
    /// Which rung.
    pub rung: String,
    /// Which fact.
    pub fact: String,
}

impl Names {
    /// Those of the `nth`, counted from 1.
    #[must_use]
    pub fn of(nth: usize) -> Self {
        let name = |what: &str| format!("plicht-{nth}-{what}");
        Self {
            key: name("sleutel"),
            says: name("zin"),
            check: name("toets"),
            days: name("dagen"),
            unit: name("eenheid"),
            rung: name("trede"),
            fact: name("feit"),
        }
    }
}

/// How many obligations the form shows: those that are filled, and two more.
#[must_use]
pub fn shown(typed: &Typed) -> usize {
    let filled = |nth: &usize| !typed.get(&Names::of(*nth).says).trim().is_empty();
    ((1..=MOST).filter(filled).max().unwrap_or(0) + 2).min(MOST)
}

fn days(typed: &mut Typed, name: &str) -> Option<u16> {
    let read = typed.get(name).trim().parse::<u16>().ok().filter(|days| (1..=730).contains(days));
    if read.is_none() {
        typed.wrong(name, "knowledge-days-wrong");
    }
    read
}

fn check(typed: &mut Typed, names: &Names) -> Option<Check> {
    let code = typed.get(&names.check).to_owned();
    match code.as_str() {
        "asked" => Some(Check::Asked),
        "beside-screen" => Some(Check::BesideScreen),
        "report-published" => Some(Check::ReportPublished),
        "open-at-least" => days(typed, &names.days).map(|days| Check::OpenAtLeast { days }),
        "answer-within" => {
            let days = days(typed, &names.days)?;
            let term = if typed.get(&names.unit) == "days" { Term::Days(days) } else { Term::Working(days) };
            Some(Check::AnswerWithin { term })
        }
        "rung-at-least" => {
            let step = typed.get(&names.rung).parse::<u8>().ok().filter(|step| (1..=5).contains(step));
            if step.is_none() {
                typed.wrong(names.rung.as_str(), "ui-choose");
            }
            step.map(|step| Check::RungAtLeast { step })
        }
        "written" => {
            let fact = Fact::of_key(typed.get(&names.fact)).filter(|fact| Check::FACTS.contains(fact));
            if fact.is_none() {
                typed.wrong(names.fact.as_str(), "ui-choose");
            }
            fact.map(|fact| Check::Written { fact })
        }
        _ => {
            typed.wrong(names.check.as_str(), "ui-choose");
            None
        }
    }
}

/// The article that was typed; nothing when something is wrong, which is then noted beside its field. `others` are the numbers that
/// are taken, `known` the keys of the obligations that this article had.
pub fn parse(typed: &mut Typed, setting: &Setting, others: &[String], known: &[String]) -> Option<Article> {
    let number = line(typed, "nummer", 12);
    match &number {
        None if typed.error_of("nummer").is_none() => typed.wrong("nummer", "ui-missing"),
        Some(number) if others.contains(number) => typed.wrong("nummer", "knowledge-article-number-taken"),
        Some(number) if !number.chars().all(|sign| sign.is_alphanumeric() || sign == '.' || sign == '-') => {
            typed.wrong("nummer", "knowledge-article-number-wrong");
        }
        _ => {}
    }
    let title = set(typed, setting, "titel", TITLE, true, true);
    let text = set(typed, setting, "tekst", TEXT, false, true);
    let mut obligations = Vec::new();
    for nth in 1..=MOST {
        let names = Names::of(nth);
        let Some(says) = set(typed, setting, &names.says, SAYS, true, false) else { continue };
        let Some(check) = check(typed, &names) else { continue };
        // A key that this article never had would take the answers of another obligation.
        let key = known.iter().find(|key| *key == typed.get(&names.key)).cloned().unwrap_or_default();
        obligations.push(Obligation { key, says, check });
    }
    if typed.is_wrong() {
        return None;
    }
    Some(Article { number: number?, title: title?, text: text?, obligations })
}

/// The form as it shows an article.
#[must_use]
pub fn filled(article: &Article, setting: &Setting) -> Typed {
    let mut typed = Typed::empty().with("nummer", article.number.as_str());
    filled_set(&mut typed, setting, "titel", &article.title);
    filled_set(&mut typed, setting, "tekst", &article.text);
    for (nth, its) in (1..=MOST).zip(&article.obligations) {
        let names = Names::of(nth);
        typed.set(names.key, its.key.as_str());
        filled_set(&mut typed, setting, &names.says, &its.says);
        typed.set(names.check, its.check.code());
        match its.check {
            Check::AnswerWithin { term: Term::Working(days) } => {
                typed.set(names.days, days.to_string());
                typed.set(names.unit, "working");
            }
            Check::AnswerWithin { term: Term::Days(days) } => {
                typed.set(names.days, days.to_string());
                typed.set(names.unit, "days");
            }
            Check::OpenAtLeast { days } => typed.set(names.days, days.to_string()),
            Check::RungAtLeast { step } => typed.set(names.rung, step.to_string()),
            Check::Written { fact } => typed.set(names.fact, fact.key()),
            Check::BesideScreen | Check::ReportPublished | Check::Asked => {}
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::Language;
    use store::texts::LanguageSet;

    fn setting() -> Setting {
        Setting { original: Language::NL, others: vec![Language::EN, Language::AR] }
    }

    #[test]
    fn an_article_survives_its_form() {
        let words = |text: &str| LanguageSet::written(Language::NL, text);
        let obligation = |key: &str, check| Obligation { key: key.into(), says: words("Zo is het."), check };
        let article = Article {
            number: "3bis".into(),
            title: words("Antwoord"),
            text: words("Iedereen krijgt antwoord.\n\nOp tijd."),
            obligations: vec![
                obligation("v1", Check::AnswerWithin { term: Term::Working(20) }),
                obligation("v2", Check::AnswerWithin { term: Term::Days(30) }),
                obligation("v3", Check::OpenAtLeast { days: 21 }),
                obligation("v4", Check::RungAtLeast { step: 2 }),
                obligation("v5", Check::Written { fact: Fact::BudgetSet }),
                obligation("v6", Check::BesideScreen),
                obligation("v7", Check::Asked),
            ],
        };
        let keys: Vec<String> = article.obligations.iter().map(|its| its.key.clone()).collect();
        let mut typed = filled(&article, &setting());
        assert_eq!(parse(&mut typed, &setting(), &[], &keys), Some(article.clone()));
        assert_eq!(shown(&typed), 9);
        let fresh = parse(&mut filled(&article, &setting()), &setting(), &[], &[]).unwrap();
        assert!(fresh.obligations.iter().all(|its| its.key.is_empty()), "a key that the article never had is not taken");
    }

    #[test]
    fn what_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
        let mut typed =
            Typed::empty().with("nummer", "3").with("titel", "").with("tekst", "Wij antwoorden.").with("plicht-1-zin", "Op tijd.");
        typed.set("plicht-1-toets", "answer-within");
        typed.set("plicht-1-dagen", "veel");
        assert_eq!(parse(&mut typed, &setting(), &["3".to_owned()], &[]), None);
        for field in ["nummer", "titel", "plicht-1-dagen"] {
            assert!(typed.error_of(field).is_some(), "{field}");
        }
        assert_eq!((typed.get("plicht-1-dagen"), typed.get("tekst")), ("veel", "Wij antwoorden."));
    }
}
