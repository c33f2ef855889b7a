//! The answer to a contribution that was divided over departments. Each part is answered by whoever decided on it; when every part
//! has its answer, the author gets them all in one, by the way that was chosen and under the number and code of the whole.

use crate::model::motivation::Motivation;
use crate::tables::answers::{self, Answer};
use journey::{Dossier, Outcome};
use kernel::{Language, TenantId, TextId};
use std::collections::HashMap;
use store::texts::{LanguageSet, Origin, Version};
use store::{Error, Session};

/// What is told of one part in the answer to the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct PartTold {
    /// Its public number, or what it is about when that is public.
    pub name: String,
    /// What was decided of it.
    pub outcome: Outcome,
}

/// The parts of a contribution with the answers that hold, in their order; a part without one is left out.
async fn answered(s: &mut Session, tenant: TenantId, whole: &Dossier) -> Result<Vec<(String, Answer)>, Error> {
    let ids: Vec<_> = whole.parts.iter().map(|part| part.contribution).collect();
    let words = voice::words(s, tenant, &ids).await?;
    let mut found = Vec::with_capacity(ids.len());
    for part in &whole.parts {
        let answer = answers::of_contribution(s, tenant, part.contribution).await?.into_iter().rfind(|it| !it.superseded);
        let title = words.iter().find(|it| it.id == part.contribution && it.published).map(|it| it.title.original().text.clone());
        let name = title.filter(|title| !title.is_empty()).unwrap_or_else(|| part.number.to_string());
        found.extend(answer.map(|answer| (name, answer)));
    }
    Ok(found)
}

/// What was decided of each part.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn told(s: &mut Session, tenant: TenantId, whole: &Dossier) -> Result<Vec<PartTold>, Error> {
    Ok(answered(s, tenant, whole).await?.into_iter().map(|(name, answer)| PartTold { name, outcome: answer.outcome }).collect())
}

/// The answers to all parts in one, each under what the part is about; `None` while a part has none. Nothing is added to what was
/// published, and nothing left out.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn closing(s: &mut Session, tenant: TenantId, whole: &Dossier) -> Result<Option<Motivation>, Error> {
    let parts = answered(s, tenant, whole).await?;
    if parts.is_empty() || parts.len() < whole.parts.len() {
        return Ok(None);
    }
    let ids: Vec<TextId> = parts.iter().flat_map(|(_, answer)| answer.texts()).collect();
    let texts: HashMap<TextId, LanguageSet> = store::texts::texts(s, tenant, &ids).await?.into_iter().collect();
    let parts: Vec<Told<'_>> = parts.iter().filter_map(|(name, answer)| Told::of(name, answer, &texts)).collect();
    if parts.len() < whole.parts.len() {
        return Ok(None);
    }
    let motivation = Motivation {
        done: in_one(&parts, |it| Some(it.done)),
        criterion: in_one(&parts, |it| Some(it.criterion)),
        why_not: in_one(&parts, |it| it.why_not),
        coming: in_one(&parts, |it| it.coming),
        own: Vec::new(),
    };
    // What speaks of one person's words stays by itself, so that it goes when that person is erased.
    let author = whole.live().next().map(|it| it.contribution);
    Ok(Some(match (author, in_one(&parts, |it| it.own)) {
        (Some(author), Some(own)) => motivation.own(author, own),
        _ => motivation,
    }))
}

/// The texts of the answer to one part.
struct Told<'a> {
    name: &'a str,
    own: Option<&'a LanguageSet>,
    done: &'a LanguageSet,
    criterion: &'a LanguageSet,
    why_not: Option<&'a LanguageSet>,
    coming: Option<&'a LanguageSet>,
}

impl<'a> Told<'a> {
    fn of(name: &'a str, answer: &Answer, texts: &'a HashMap<TextId, LanguageSet>) -> Option<Self> {
        let text = |id: Option<TextId>| id.and_then(|id| texts.get(&id));
        Some(Self {
            name,
            own: text(answer.own),
            done: texts.get(&answer.done)?,
            criterion: texts.get(&answer.criterion)?,
            why_not: text(answer.why_not),
            coming: text(answer.coming),
        })
    }

    fn all(&self) -> impl Iterator<Item = &'a LanguageSet> {
        [self.own, Some(self.done), Some(self.criterion), self.why_not, self.coming].into_iter().flatten()
    }
}

fn version(set: &LanguageSet, language: Language) -> Option<&Version> {
    set.versions().iter().find(|version| version.language == language)
}

/// The same section of all parts that have it, each under what the part is about; `None` when none has it. Beside the language in
/// which the first was written stand those in which everything can be read: no translation hides half of an answer.
fn in_one<'a>(parts: &'a [Told<'a>], section: impl Fn(&'a Told<'a>) -> Option<&'a LanguageSet>) -> Option<LanguageSet> {
    let sections: Vec<(&str, &LanguageSet)> = parts.iter().filter_map(|part| Some((part.name, section(part)?))).collect();
    if sections.is_empty() {
        return None;
    }
    let in_language = |language: Language| {
        let one = |(name, set): &(&str, &LanguageSet)| format!("«{name}»\n{}", set.best(&language).text);
        sections.iter().map(one).collect::<Vec<_>>().join("\n\n")
    };
    let main = parts.first()?.done.original().language;
    let mut whole = LanguageSet::written(main, in_language(main));
    let others = parts.first()?.done.versions().iter().map(|version| version.language).filter(|language| *language != main);
    for language in others.filter(|language| parts.iter().flat_map(Told::all).all(|set| version(set, *language).is_some())) {
        let unread = |set: &LanguageSet| version(set, language).is_some_and(|it| it.origin == Origin::Machine && it.reviewed_by.is_none());
        let machine = sections.iter().any(|(_, set)| unread(set));
        let origin = if machine { Origin::Machine } else { Origin::Human };
        whole = whole.with(Version { language, text: in_language(language), origin, reviewed_by: None });
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(nl: &str, en: Option<&str>) -> LanguageSet {
        let set = LanguageSet::written(Language::NL, nl);
        match en {
            Some(en) => set.with(Version { language: Language::EN, text: en.to_owned(), origin: Origin::Human, reviewed_by: None }),
            None => set,
        }
    }

    #[test]
    fn every_part_is_told_under_its_name_and_a_language_that_lacks_one_text_is_left_out() {
        let (trees, green) = (text("Er komen bomen.", Some("Trees will come.")), text("Er is plaats.", Some("There is room.")));
        let (bus, rule) = (text("De bus rijdt trager.", Some("The bus slows down.")), text("De veiligheid.", None));
        let one = |name, done, criterion, why_not| Told { name, own: None, done, criterion, why_not, coming: None };
        let parts = [one("Bomen", &trees, &green, None), one("Bus", &bus, &rule, Some(&rule))];
        let done = in_one(&parts, |it| Some(it.done)).expect("two texts");
        assert_eq!(done.original().text, "«Bomen»\nEr komen bomen.\n\n«Bus»\nDe bus rijdt trager.");
        assert_eq!(done.versions().len(), 1, "the criterion of the second part is in Dutch only");
        let why_not = in_one(&parts, |it| it.why_not).expect("one text");
        assert_eq!(why_not.original().text, "«Bus»\nDe veiligheid.");
        assert_eq!(in_one(&parts, |it| it.coming), None);
        let parts = [one("Bomen", &trees, &green, None), one("Bus", &bus, &bus, None)];
        let done = in_one(&parts, |it| Some(it.done)).expect("two texts");
        assert_eq!(done.best(&Language::EN).text, "«Bomen»\nTrees will come.\n\n«Bus»\nThe bus slows down.");
    }
}
