//! Plain words (guard of S14): what can be counted is demanded, what is a matter of taste is only remarked.

/// A sentence of more words than this is refused: nobody reads it to the end.
pub const LONGEST_SENTENCE: usize = 35;

/// Words of the office, each with what people say. Only for Dutch.
const OFFICIALESE: &[(&str, &str)] = &[
    ("aangaande", "over"),
    ("alsmede", "en"),
    ("betreffende", "over"),
    ("conform", "volgens"),
    ("derhalve", "daarom"),
    ("desalniettemin", "toch"),
    ("dienaangaande", "daarover"),
    ("dienen te", "moeten"),
    ("echter", "maar"),
    ("geenszins", "niet"),
    ("heden", "nu"),
    ("hierbij", "met deze brief"),
    ("in het kader van", "voor"),
    ("indien", "als"),
    ("inzake", "over"),
    ("jegens", "tegen"),
    ("middels", "met"),
    ("met betrekking tot", "over"),
    ("niettegenstaande", "toch"),
    ("omtrent", "over"),
    ("op grond van", "door"),
    ("participatietraject", "project"),
    ("reeds", "al"),
    ("teneinde", "om"),
    ("ten gevolge van", "door"),
    ("thans", "nu"),
    ("uit hoofde van", "door"),
    ("voornoemde", "deze"),
    ("voornemens", "van plan"),
    ("zulks", "dit"),
];

/// A sentence that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongSentence {
    /// How many words it has.
    pub words: usize,
    /// Its first words, so that the writer finds it.
    pub begins: String,
}

/// The first sentence that is too long, in any language that ends its sentences with a stop.
#[must_use]
pub fn long_sentence(text: &str) -> Option<LongSentence> {
    text.split(['.', '!', '?', '؟', ':', ';', '\n']).find_map(|sentence| {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        (words.len() > LONGEST_SENTENCE).then(|| LongSentence { words: words.len(), begins: words[..6].join(" ") })
    })
}

/// A word of the office and what people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Officialese {
    /// What was written.
    pub word: &'static str,
    /// What people say.
    pub better: &'static str,
}

/// The words of the office in a Dutch text, each once.
#[must_use]
pub fn officialese(text: &str) -> Vec<Officialese> {
    let flat: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let flat = format!(" {} ", flat.split_whitespace().collect::<Vec<_>>().join(" "));
    OFFICIALESE.iter().filter(|(word, _)| flat.contains(&format!(" {word} "))).map(|(word, better)| Officialese { word, better }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_nobody_reads_to_its_end_is_found() {
        let long = "woord ".repeat(LONGEST_SENTENCE + 1);
        assert_eq!(long_sentence(&format!("Kort. {long}. Kort.")).map(|found| found.words), Some(LONGEST_SENTENCE + 1));
        assert_eq!(long_sentence(&"woord ".repeat(LONGEST_SENTENCE)), None);
        assert_eq!(long_sentence(&format!("{}. {}", "woord ".repeat(30), "woord ".repeat(30))), None);
        assert_eq!(long_sentence(""), None);
    }

    #[test]
    fn words_of_the_office_are_found_whole_and_in_any_case() {
        let found = officialese("Thans is, in het\nkader van het plan, niets beslist. Hedendaags mag.");
        assert_eq!(found.iter().map(|it| it.word).collect::<Vec<_>>(), ["in het kader van", "thans"]);
    }
}
