//! Whether words stand in a text: a part of a contribution holds its author's own words and no others.

/// Whether every paragraph of `passage` stands word for word in `text`. How the words were broken into lines and how much white
/// space lies between them makes no difference; everything else does.
///
/// ```
/// assert!(voice::holds("Zet er bomen bij.\nEn maak de weg\nsmaller.", "En maak de weg smaller."));
/// assert!(!voice::holds("Zet er bomen bij.", "Zet er veel bomen bij."));
/// assert!(!voice::holds("Zet er bomen bij.", "  "), "nothing is no passage");
/// ```
#[must_use]
pub fn holds(text: &str, passage: &str) -> bool {
    let text = flat(text);
    let mut paragraphs = paragraphs(passage).peekable();
    paragraphs.peek().is_some() && paragraphs.all(|paragraph| text.contains(&paragraph))
}

/// The paragraphs of a text, each on one line.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        let line = flat(line);
        match found.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(&line);
            }
            _ => found.push(String::new()),
        }
    }
    found.into_iter().filter(|paragraph| !paragraph.is_empty())
}

/// The words with one space between them.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a passage, as a title for who gave none: `most` signs at most, whole words.
#[must_use]
pub fn first_words(passage: &str, most: usize) -> String {
    let passage = flat(passage);
    if passage.chars().count() <= most {
        return passage;
    }
    let cut: String = passage.chars().take(most.saturating_sub(2)).collect();
    let whole = cut.rfind(' ').filter(|end| *end > 0).map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_cut_out_of_a_text_stands_in_it_however_it_is_broken_into_lines(
            words in prop::collection::vec("[a-zé.,]{1,8}", 1..40),
            cut in (0..40_usize, 1..40_usize),
            space in prop::sample::select(vec![" ", "\n", "  ", "\t", " \n "]),
        ) {
            let from = cut.0 % words.len();
            let to = (from + cut.1).min(words.len());
            prop_assert!(holds(&words.join(" "), &words[from..to].join(space)));
        }

        #[test]
        fn a_word_that_is_not_there_is_found_out(words in prop::collection::vec("[a-y]{1,8}", 1..20), at in 0..20_usize) {
            let mut changed = words.clone();
            changed.insert(at % (words.len() + 1), "z".to_owned());
            prop_assert!(!holds(&words.join(" "), &changed.join(" ")));
        }

        #[test]
        fn first_words_are_never_longer_than_asked_and_begin_the_passage(text in "[a-z ]{0,200}", most in 10..80_usize) {
            let first = first_words(&text, most);
            prop_assert!(first.chars().count() <= most);
            prop_assert!(flat(&text).starts_with(first.trim_end_matches('…').trim_end()));
        }
    }

    #[test]
    fn several_passages_are_each_looked_for() {
        let text = "Er staat te veel water in de straat.\n\nDe bus rijdt te snel voorbij de school. Zet er bomen bij.";
        assert!(holds(text, "De bus rijdt te snel voorbij de school.\n\nEr staat te veel water in de straat."));
        assert!(!holds(text, "Er staat te veel water in de straat. De bus rijdt langzaam."));
        assert!(!holds(text, "Er staat te veel water in de straat.\n\nDe bus rijdt langzaam."));
    }
}
