//! Plain words (guard of S14): what can be counted is demanded, what is a matter of taste is only remarked.

use kernel::Language;
use people::PlainWord;
use readsight::ReadSight;

/// A sentence of more words than this is refused: nobody reads it to the end.
pub const LONGEST_SENTENCE: usize = 35;
/// A sentence of more words than this is remarked on.
const LONG_SENTENCE: usize = 20;
/// So many long sentences are shown.
const MOST_LONG: usize = 5;
/// A shorter text has no reading ease: its number would jump with every word.
const SHORTEST: i64 = 10;

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
    longer_than(LONGEST_SENTENCE, text).next()
}

/// The sentences of more than so many words.
fn longer_than(most: usize, text: &str) -> impl Iterator<Item = LongSentence> {
    text.split(['.', '!', '?', '؟', ':', ';', '\n']).filter_map(move |sentence| {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        (words.len() > most).then(|| LongSentence { words: words.len(), begins: words[..6].join(" ") })
    })
}

/// A word of the office and what people say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officialese {
    /// What was written.
    pub word: String,
    /// What people say.
    pub better: String,
}

/// How easily a text reads, as far as syllables and words can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ease {
    /// The reading ease, mostly 0 to 100, higher is easier. Dutch: Flesch-Douma, 206.835 − 0.93 × words per sentence −
    /// 77 × syllables per word. English: Flesch.
    pub score: i64,
    /// Words per sentence, rounded.
    pub words: i64,
}

/// What can be said of a text: hints, never a verdict. No number tells whether somebody understands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints {
    /// The reading ease; none for a short text, or a language without such a measure.
    pub ease: Option<Ease>,
    /// The first sentences of more than 20 words.
    pub long: Vec<LongSentence>,
    /// Words of the office, each once.
    pub words: Vec<Officialese>,
}

impl Hints {
    /// Looks at a text. `own` are the words of this office, which go before those that every office has.
    #[must_use]
    pub fn of(text: &str, language: Language, own: &[PlainWord]) -> Self {
        Self { ease: ease(text, language), long: long_sentences(text), words: officialese(text, language, own) }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ease.is_none() && self.long.is_empty() && self.words.is_empty()
    }
}

fn long_sentences(text: &str) -> Vec<LongSentence> {
    longer_than(LONG_SENTENCE, text).take(MOST_LONG).collect()
}

fn ease(text: &str, language: Language) -> Option<Ease> {
    // The measure reads all its patterns when it is made: not for a form in which nobody wrote yet.
    if text.is_empty() {
        return None;
    }
    let measure = ReadSight::new(match language {
        Language::NL => "nl",
        Language::EN => "en",
        _ => return None,
    })
    .ok()?;
    let counted = measure.analyze(text).ok().filter(|counted| counted.word_count >= SHORTEST)?;
    let ease = measure.flesch_reading_ease(text).ok()?;
    Some(Ease { score: ease.score.round() as i64, words: counted.average_words_per_sentence.round() as i64 })
}

/// The words of the office in a text, each once: those of `own` in any language, those of every office in Dutch.
#[must_use]
pub fn officialese(text: &str, language: Language, own: &[PlainWord]) -> Vec<Officialese> {
    let flat = flat(text);
    let own = own.iter().map(|it| (it.word.as_str(), it.better.as_str()));
    let shipped = OFFICIALESE.iter().copied().filter(|_| language == Language::NL);
    let mut found: Vec<Officialese> = Vec::new();
    for (word, better) in own.chain(shipped) {
        if flat.contains(&self::flat(word)) && !found.iter().any(|earlier| earlier.word == word) {
            found.push(Officialese { word: word.to_owned(), better: better.to_owned() });
        }
    }
    found
}

/// The words of a text in small letters, with a space before and after each.
fn flat(text: &str) -> String {
    let letters: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
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
        let found = officialese("Thans is, in het\nkader van het plan, niets beslist. Hedendaags mag.", Language::NL, &[]);
        assert_eq!(found.iter().map(|it| it.word.as_str()).collect::<Vec<_>>(), ["in het kader van", "thans"]);
        assert_eq!(officialese("Thans.", Language::EN, &[]), []);
    }

    #[test]
    fn the_words_of_this_office_go_before_those_of_every_office() {
        let own = [("beheerplan", "afspraken over het onderhoud"), ("thans", "vandaag")];
        let own = own.map(|(word, better)| PlainWord { word: word.to_owned(), better: better.to_owned() });
        let found = officialese("Het beheerplan geldt thans, inzake groen.", Language::NL, &own);
        let better: Vec<&str> = found.iter().map(|it| it.better.as_str()).collect();
        assert_eq!(better, ["afspraken over het onderhoud", "vandaag", "over"]);
    }

    #[test]
    fn long_sentences_are_remarked_before_they_are_refused() {
        let hints = Hints::of(&format!("{}. Kort.", "woord ".repeat(LONG_SENTENCE + 1)), Language::NL, &[]);
        assert_eq!(hints.long.iter().map(|it| it.words).collect::<Vec<_>>(), [LONG_SENTENCE + 1]);
        assert_eq!(long_sentences(&"woord ".repeat(LONG_SENTENCE)), []);
        assert_eq!(long_sentences(&format!("{}. ", "woord ".repeat(30)).repeat(9)).len(), MOST_LONG);
    }

    #[test]
    fn reading_ease_is_that_of_douma_and_falls_with_long_words() {
        let easy = ease("De kat zit op de mat. Zij eet een muis in de tuin van oma.", Language::NL).unwrap();
        let hard = ease(
            "De participatiecoördinator implementeert beleidsvoorbereidende adviesprocedures betreffende gemeentelijke \
             verantwoordelijkheden inzake stedenbouwkundige vergunningsaanvragen.",
            Language::NL,
        )
        .unwrap();
        assert!(easy.score > 80 && hard.score < 20, "{easy:?} {hard:?}");
        assert_eq!(easy.words, 8);
        assert_eq!(ease("Kort.", Language::NL), None);
        assert_eq!(ease("لا يوجد مكان للجلوس في الظل هنا ولا في أي مكان آخر أبدا", Language::AR), None);
    }
}
