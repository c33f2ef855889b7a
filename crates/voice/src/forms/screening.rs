//! What the person who screens chose: which findings to mask, which other words, which photos to show, or why the
//! words are kept back.

use super::fields;
use crate::model::contribution::REASON_MOST;
use crate::model::privacy::{Finding, Kind};
use crate::model::rules::Rule;
use crate::screen::{Decision, Mask};
use kernel::FileId;
use ui::Typed;

/// The value of the box of one finding.
pub fn value(finding: &Finding) -> String {
    format!("{}-{}", finding.start, finding.end)
}

/// What was found in the words of a contribution.
pub struct Found<'a> {
    /// The title as the author wrote it.
    pub title: &'a str,
    /// The words as the author wrote them.
    pub body: &'a str,
    /// What was found in the title.
    pub in_title: Vec<Finding>,
    /// What was found in the words.
    pub in_body: Vec<Finding>,
}

impl<'a> Found<'a> {
    /// Looks through title and words.
    pub fn of(title: &'a str, body: &'a str) -> Self {
        use crate::model::privacy::find;
        Self { title, body, in_title: find(title), in_body: find(body) }
    }
}

/// Reads the decision. `masked` gives the words that take the place of what is masked, by kind; `None` for words that
/// the person typed.
pub fn read(typed: &mut Typed, found: &Found<'_>, photos: &[FileId], masked: impl Fn(Option<Kind>) -> String) -> Option<Decision> {
    if typed.get("decision") == "keep-back" {
        let (rule, reason) = refusal(typed)?;
        return Some(Decision::KeepBack { rule, reason });
    }
    let mut title = chosen(typed, "mask-title", &found.in_title, &masked);
    let mut body = chosen(typed, "mask-body", &found.in_body, &masked);
    let others: Vec<String> = typed.get("mask-words").lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    for other in others {
        let places = (occurrences(found.title, &other), occurrences(found.body, &other));
        if places.0.is_empty() && places.1.is_empty() {
            typed.wrong_with("mask-words", "voice-mask-words-absent", &[("words", other.as_str().into())]);
            continue;
        }
        title.extend(places.0.into_iter().map(|(start, end)| (start, end, masked(None))));
        body.extend(places.1.into_iter().map(|(start, end)| (start, end, masked(None))));
    }
    let shown = photos.iter().filter(|photo| typed.has("show-photo", &photo.to_string())).copied().collect();
    (!typed.is_wrong()).then_some(Decision::Show { title, body, photos: shown })
}

/// A rule and a reason, which go together.
pub fn refusal(typed: &mut Typed) -> Option<(Rule, kernel::Prose)> {
    let rule = fields::chosen(typed, "rule", Rule::from_code);
    let reason = fields::prose(typed, "reason", REASON_MOST);
    Some((rule?, reason?))
}

fn chosen(typed: &Typed, name: &str, found: &[Finding], masked: impl Fn(Option<Kind>) -> String) -> Vec<Mask> {
    found
        .iter()
        .filter(|finding| typed.has(name, &value(finding)))
        .map(|finding| (finding.start, finding.end, masked(Some(finding.kind))))
        .collect()
}

fn occurrences(text: &str, words: &str) -> Vec<(usize, usize)> {
    text.match_indices(words).take(200).map(|(start, hit)| (start, start + hit.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_ticked_and_typed_is_masked() {
        let (title, body) = ("Bel Jef", "Bel 0470 12 34 56 of mail jef@voorbeeld.be, groet Jef");
        let found = Found::of(title, body);
        let phone = found.in_body.iter().find(|finding| finding.kind == Kind::Phone).map(value).expect("a number");
        let mut typed = Typed::empty().with("decision", "show").with("mask-body", phone).with("mask-words", "Jef\n");
        let decision = read(&mut typed, &found, &[], |kind| kind.map_or("[…]", |_| "[telefoon]").to_owned());
        let Some(Decision::Show { title: title_masks, body: body_masks, .. }) = decision else { panic!("shown") };
        assert_eq!(crate::mask(title, &title_masks), "Bel […]");
        assert_eq!(crate::mask(body, &body_masks), "Bel [telefoon] of mail jef@voorbeeld.be, groet […]");
    }

    #[test]
    fn words_that_are_not_there_are_said_to_be_absent() {
        let found = Found::of("Titel", "Woorden");
        let mut typed = Typed::empty().with("decision", "show").with("mask-words", "Piet");
        assert!(read(&mut typed, &found, &[], |_| String::new()).is_none());
        assert!(typed.error_of("mask-words").is_some());
    }

    #[test]
    fn keeping_back_needs_a_rule_and_a_reason() {
        let found = Found::of("Titel", "Woorden");
        let mut typed = Typed::empty().with("decision", "keep-back");
        assert!(read(&mut typed, &found, &[], |_| String::new()).is_none());
        assert!(typed.error_of("rule").is_some() && typed.error_of("reason").is_some());
    }
}
