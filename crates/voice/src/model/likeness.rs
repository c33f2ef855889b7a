//! Which contributions may say the same. Shown to the author before sending, never a reason to stop anybody
//! (catalogue H3.5: nothing is closed by merging).

use std::collections::BTreeSet;

/// Words that say nothing about what a text is about, in the languages of the house.
const SMALL: [&str; 74] = [
    "aan", "aub", "ben", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er", "graag", "heb", "heeft", "het",
    "hier", "hun", "iets", "ik", "in", "is", "je", "kan", "komen", "maar", "maken", "meer", "met", "mijn", "moet", "moeten", "na", "naar",
    "niet", "nieuwe", "nog", "of", "om", "ons", "onze", "ook", "op", "over", "te", "tot", "uit", "van", "veel", "voor", "want", "was",
    "wat", "we", "wel", "wij", "wil", "willen", "worden", "zijn", "zo", "zou", "the", "and", "for", "with", "our", "more", "في", "من",
    "على", "إلى",
];

/// The telling words of a text: lower case, without small words, the longest first; at most `most`.
#[must_use]
pub fn telling(text: &str, most: usize) -> Vec<String> {
    let mut words: Vec<String> = split(text).into_iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(most);
    words
}

/// How alike two texts are, from 0 (no telling word in common) to 1 (all): the share of telling words that
/// both have in the smaller of the two, where words that begin alike count as one word.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (split(one), split(other));
    let fewest = one.len().min(other.len());
    if fewest == 0 {
        return 0.0;
    }
    let shared = one.iter().filter(|word| other.iter().any(|candidate| begin_alike(word, candidate))).count().min(fewest);
    #[allow(clippy::cast_precision_loss, reason = "a text has no 2^52 words")]
    {
        shared as f64 / fewest as f64
    }
}

fn split(text: &str) -> BTreeSet<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 2 && !SMALL.contains(&word.as_str()))
        .collect()
}

/// «bank» and «banken», «fietspad» and «fietspaden»: the same, or alike for all but the last three signs of the
/// longer and at least four.
fn begin_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    alike >= 4 && alike + 3 >= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_forms_count_as_one_word() {
        assert!(likeness("Meer banken in het park", "Een bank in het park aub") > 0.9);
        assert!(likeness("Veilig fietspad langs de Molenstraat", "fietspaden in de Molenstraat") > 0.9);
        assert!(likeness("Meer banken in het park", "Zebrapad aan de school") < 0.1);
        assert!(likeness("de het een", "de het een").abs() < f64::EPSILON, "small words say nothing");
    }

    #[test]
    fn the_longest_words_tell_most() {
        assert_eq!(telling("Een zebrapad aan de school van de Molenstraat", 2), ["molenstraat", "zebrapad"]);
    }

    proptest::proptest! {
        #[test]
        fn likeness_lies_between_none_and_all(one in "\\PC{0,80}", other in "\\PC{0,80}") {
            let value = likeness(&one, &other);
            proptest::prop_assert!((0.0..=1.0).contains(&value));
        }
    }
}
