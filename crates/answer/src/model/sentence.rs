//! The first sentence of a text, for a list in which each thing has one.

/// A longer sentence is cut after a word.
const MOST: usize = 240;

/// The first sentence of a text. A stop ends it only before a space, so that «art. 5» within a line may cut early, but a
/// number such as 3.5 does not.
#[must_use]
pub fn first(text: &str) -> String {
    let text = text.trim();
    let line = text.lines().next().unwrap_or_default().trim();
    let mut end = line.len();
    let mut signs = line.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let ends = matches!(sign, '.' | '!' | '?' | '؟' | '…');
        if ends && signs.peek().is_none_or(|(_, next)| next.is_whitespace()) {
            end = at + sign.len_utf8();
            break;
        }
    }
    cut(&line[..end])
}

fn cut(sentence: &str) -> String {
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let mut short = String::new();
    for word in sentence.split_whitespace() {
        if short.chars().count() + word.chars().count() + 2 > MOST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    // One endless word.
    if short.is_empty() {
        short = sentence.chars().take(MOST - 1).collect();
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_sentence_ends_at_its_stop_and_not_within_a_number() {
        assert_eq!(first("Er komen 3.5 banken. Later meer."), "Er komen 3.5 banken.");
        assert_eq!(first("  Kan dit? Ja.\n\nTweede alinea"), "Kan dit?");
        assert_eq!(first("Zonder punt\nnieuwe regel"), "Zonder punt");
        assert_eq!(first("هل هذا ممكن؟ نعم."), "هل هذا ممكن؟");
        assert_eq!(first(""), "");
    }

    #[test]
    fn a_long_sentence_is_cut_after_a_word() {
        let long = first(&"woord ".repeat(100));
        assert!(long.ends_with("woord…") && long.chars().count() <= MOST, "{long}");
        assert_eq!(first(&"a".repeat(1000)).chars().count(), MOST);
    }

    proptest! {
        #[test]
        fn whatever_is_written_gives_a_beginning_of_it(text in "\\PC{0,400}") {
            let shown = first(&text);
            prop_assert!(shown.chars().count() <= MOST);
            let words: Vec<&str> = shown.trim_end_matches('…').split_whitespace().collect();
            prop_assert!(words.iter().all(|word| text.contains(word)));
        }
    }
}
