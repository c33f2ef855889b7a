//! What Leyhoven knows of its own, and the rules it has set for itself: an own rule and toets, a regulation in two versions, and one
//! process that deviates from it and says why.

use super::town::Town;
use journey::Act;
use kernel::{Actor, Instant, Language, ProcessId};
use knowledge::{Article, Check, Obligation, ObligationAnswer, Refusal, ToetsVerdict};
use people::App;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Tx;
use store::texts::{LanguageSet, Origin, Version};

/// What is added to what research says.
const ADDITION: &str = include_str!("own_knowledge.toml");
/// So many days ago the second version began to hold.
const SECOND: i64 = 60;

type Words = BTreeMap<String, String>;

#[derive(Debug, Deserialize)]
struct File {
    reason: Words,
    article: Vec<ArticleWords>,
    deviation: Vec<Deviation>,
    answer: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
struct ArticleWords {
    number: String,
    #[serde(default)]
    since: i64,
    title: Words,
    text: Words,
    says: Words,
    check: Check,
    later: Option<Words>,
    later_check: Option<Check>,
}

#[derive(Debug, Deserialize)]
struct Deviation {
    slug: String,
    article: String,
    motive: String,
}

#[derive(Debug, Deserialize)]
struct Answer {
    toets: String,
    question: String,
    verdict: String,
    motive: String,
}

fn file() -> Result<File, String> {
    toml::from_str(include_str!("regulation.toml")).map_err(|error| error.to_string())
}

fn set(words: &Words) -> Result<LanguageSet, String> {
    let original = words.get("nl").ok_or("a text of the regulation has no Dutch")?;
    let mut set = LanguageSet::written(Language::NL, original.clone());
    for (tag, text) in words.iter().filter(|(tag, _)| *tag != "nl") {
        let language = tag.parse().map_err(|_| format!("«{tag}» is no language"))?;
        set = set.with(Version { language, text: text.clone(), origin: Origin::Human, reviewed_by: None });
    }
    Ok(set)
}

/// The articles of a version. An obligation that reads differently in the second is another obligation.
fn articles(file: &File, version: i64) -> Result<Vec<Article>, String> {
    let one = |it: &ArticleWords| {
        let (says, check) = match (&it.later, it.later_check) {
            (Some(later), Some(check)) if version > 1 => (later, check),
            _ => (&it.says, it.check),
        };
        let obligation = Obligation { key: String::new(), says: set(says)?, check };
        Ok(Article { number: it.number.clone(), title: set(&it.title)?, text: set(&it.text)?, obligations: vec![obligation] })
    };
    file.article.iter().filter(|it| it.since <= version).map(one).collect()
}

/// Keeps what Leyhoven knows and publishes its regulation, as the administrator does.
pub(super) async fn keep(app: &App, town: &Town, at: Instant, now: Instant) -> Result<(), String> {
    let file = file()?;
    let (first, second, reason) = (articles(&file, 1)?, articles(&file, 2)?, set(&file.reason)?);
    let (tenant, civil, who) = (town.tenant.id, town.tenant.civil.clone(), town.account("beheer")?);
    store::write!(app.store, [civil, first, second, reason], |tx| {
        let actor = Actor::Account { account: who };
        let act = Act { tenant, actor: &actor, at, civil: &civil };
        knowledge::save_addition(tx, &act, ADDITION, "toml", 0).await?;
        knowledge::save_regulation(tx, &act, first, None).await?;
        knowledge::publish_regulation(tx, &act, civil.today(at), None).await?;
        // Decided long before it began to hold, so that departments could get ready.
        knowledge::save_regulation(tx, &act, second, None).await?;
        let starts = civil.today(now).plus_days(-SECOND);
        knowledge::publish_regulation(tx, &act, starts, Some(&reason)).await?;
        Ok::<_, Refusal>(())
    })
    .await
    .map_err(|error| error.to_string())
}

/// What an officer answered about a process before it was published.
#[derive(Debug, Clone)]
pub(super) struct Answers {
    toetsen: Vec<(String, String, ToetsVerdict)>,
    deviations: Vec<(String, LanguageSet)>,
}

/// What is answered for the process at this address.
pub(super) fn of(slug: &str) -> Result<Answers, String> {
    let file = file()?;
    let written = |text: &str| LanguageSet::written(Language::NL, text);
    let toetsen = file
        .answer
        .iter()
        .map(|it| {
            let verdict = knowledge::verdict_of(&it.verdict).ok_or_else(|| format!("«{}» is no verdict", it.verdict))?;
            Ok((it.toets.clone(), it.question.clone(), ToetsVerdict { verdict, motive: Some(written(&it.motive)) }))
        })
        .collect::<Result<_, String>>()?;
    let deviations = file.deviation.iter().filter(|it| it.slug == slug).map(|it| (it.article.clone(), written(&it.motive))).collect();
    Ok(Answers { toetsen, deviations })
}

/// Keeps what was answered about a process.
pub(super) async fn answer(tx: &mut Tx, act: &Act<'_>, process: ProcessId, answers: &Answers) -> Result<(), Refusal> {
    for (toets, question, verdict) in &answers.toetsen {
        knowledge::answer_toets(tx, act, process, (toets, question), Some(verdict)).await?;
    }
    let regulation = knowledge::regulation_on(tx, act.tenant, act.civil.today(act.at)).await?;
    for (number, motive) in &answers.deviations {
        let obligation = regulation.iter().flat_map(|it| it.obligations()).find(|(article, _)| article.number == *number);
        if let Some((_, obligation)) = obligation {
            let answer = ObligationAnswer { yes: None, motive: Some(motive.clone()) };
            knowledge::answer_obligation(tx, act, process, &obligation.key, &answer).await?;
        }
    }
    Ok(())
}
