//! What in somebody's words points to a person: names, telephone numbers, mail addresses, home addresses,
//! national numbers and bank accounts (catalogue F1 S1: text is public only after the privacy check).
//!
//! Nothing here decides. The author gets a hint before sending, and a person of the municipality masks or
//! publishes. A finding that passed a checksum or has an unmistakable form is `sure`; the rest is a guess.

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The Belgian national register number (rijksregisternummer), checked modulo 97.
    NationalNumber,
    /// The Dutch citizen service number (burgerservicenummer), checked by the eleven test.
    Bsn,
    /// A bank account (IBAN, ISO 13616), checked modulo 97.
    Iban,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A street with a house number.
    Address,
    /// The name of somebody.
    Name,
}

impl Kind {
    /// Every kind, the most telling first.
    pub const ALL: [Self; 7] = [Self::NationalNumber, Self::Bsn, Self::Iban, Self::Mail, Self::Phone, Self::Address, Self::Name];

    /// The key of its label.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NationalNumber => "voice-found-national-number",
            Self::Bsn => "voice-found-bsn",
            Self::Iban => "voice-found-iban",
            Self::Mail => "voice-found-mail",
            Self::Phone => "voice-found-phone",
            Self::Address => "voice-found-address",
            Self::Name => "voice-found-name",
        }
    }

    /// The key of the words that take its place when it is masked.
    #[must_use]
    pub const fn mask_key(self) -> &'static str {
        match self {
            Self::NationalNumber | Self::Bsn => "voice-mask-number",
            Self::Iban => "voice-mask-iban",
            Self::Mail => "voice-mask-mail",
            Self::Phone => "voice-mask-phone",
            Self::Address => "voice-mask-address",
            Self::Name => "voice-mask-name",
        }
    }

    /// Whether the author is warned of it before sending: what nobody needs to publish to be heard.
    #[must_use]
    pub const fn warns_author(self) -> bool {
        !matches!(self, Self::Address | Self::Name)
    }
}

/// One place in a text that points to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes; always on the edge of a sign.
    pub end: usize,
    /// Whether a checksum or an unmistakable form speaks for it.
    pub sure: bool,
}

/// Everything in `text` that may point to a person, in order, never overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let signs = Signs::of(text);
    let mut found = Vec::new();
    mails(&signs, &mut found);
    ibans(&signs, &mut found);
    numbers(&signs, &mut found);
    addresses(&signs, &mut found);
    names(&signs, &mut found);
    found.sort_by_key(|finding: &Finding| (finding.start, finding.end));
    found
}

/// The text with each of `spans` replaced by its words. Spans that overlap an earlier one, or do not lie on
/// the edges of signs, are left out.
#[must_use]
pub fn mask(text: &str, spans: &[(usize, usize, String)]) -> String {
    let mut spans: Vec<_> = spans.iter().collect();
    spans.sort_by_key(|span| (span.0, span.1));
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end, words) in spans {
        if *start < from || end < start || text.get(*start..*end).is_none() {
            continue;
        }
        masked.push_str(text.get(from..*start).unwrap_or_default());
        masked.push_str(words);
        from = *end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    masked
}

/// A text as signs with their places.
struct Signs {
    signs: Vec<char>,
    places: Vec<usize>,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        places.push(text.len());
        Self { signs: text.chars().collect(), places }
    }
    fn len(&self) -> usize {
        self.signs.len()
    }
    fn at(&self, index: usize) -> Option<char> {
        self.signs.get(index).copied()
    }
    fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.at(index))
    }
    fn words(&self, from: usize, to: usize) -> String {
        self.signs.get(from..to).unwrap_or_default().iter().collect()
    }
    fn keep(&self, found: &mut Vec<Finding>, kind: Kind, from: usize, to: usize, sure: bool) {
        let (Some(&start), Some(&end)) = (self.places.get(from), self.places.get(to)) else { return };
        if start < end && !found.iter().any(|other| start < other.end && other.start < end) {
            found.push(Finding { kind, start, end, sure });
        }
    }
}

/// The value of a digit in Latin, Arabic, Persian or full-width writing.
fn digit(sign: char) -> Option<u8> {
    let base = match sign {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06f0}'..='\u{06f9}' => '\u{06f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    u8::try_from(u32::from(sign) - u32::from(base)).ok()
}

fn is_digit(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| digit(sign).is_some())
}

fn is_letter(sign: Option<char>) -> bool {
    sign.is_some_and(char::is_alphabetic)
}

/// Digits from `from` on, at most `most`, with at most `gap` dividing signs between two of them:
/// the digits, and after each of them the index that follows it.
fn digits(signs: &Signs, from: usize, most: usize, gap: usize, divides: fn(char) -> bool) -> Vec<(u8, usize)> {
    let mut read = Vec::new();
    let mut index = from;
    while read.len() < most {
        let mut skipped = 0;
        while !read.is_empty() && skipped < gap && signs.at(index + skipped).is_some_and(divides) && !is_digit(signs.at(index + skipped)) {
            skipped += 1;
        }
        match signs.at(index + skipped).and_then(digit) {
            Some(value) => {
                index += skipped + 1;
                read.push((value, index));
            }
            None => break,
        }
    }
    read
}

fn value(digits: &[(u8, usize)]) -> u64 {
    digits.iter().fold(0, |sum, (digit, _)| sum * 10 + u64::from(*digit))
}

/// Royal decree of 3 April 1984: six digits of the birth date, three of the order, two of control, which is
/// 97 minus the first nine modulo 97; for births from 2000 a 2 goes before the nine. Months of bis numbers
/// are 20 or 40 higher.
fn is_national_number(digits: &[(u8, usize)]) -> bool {
    if digits.len() != 11 {
        return false;
    }
    let (month, day) = (value(&digits[2..4]), value(&digits[4..6]));
    let (nine, control) = (value(&digits[..9]), value(&digits[9..]));
    month % 20 <= 12 && month < 53 && day <= 31 && (control == 97 - nine % 97 || control == 97 - (2_000_000_000 + nine) % 97)
}

/// The eleven test of the burgerservicenummer: weights 9 to 2 and −1, the sum divisible by 11.
fn is_bsn(digits: &[(u8, usize)]) -> bool {
    if digits.len() != 9 || value(digits) < 10_000_000 {
        return false;
    }
    let weights = [9_i64, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|((digit, _), weight)| i64::from(*digit) * weight).sum();
    sum % 11 == 0
}

fn numbers(signs: &Signs, found: &mut Vec<Finding>) {
    let mut index = 0;
    while index < signs.len() {
        let opens =
            matches!(signs.at(index), Some('+' | '(')) && signs.at(index + 1).is_some_and(|sign| digit(sign).is_some() || sign == '(');
        let inside = matches!(signs.before(index), Some('.' | '-' | '/' | '–')) && index >= 2 && is_digit(signs.at(index - 2));
        let starts = (is_digit(signs.at(index)) || opens) && !is_digit(signs.before(index)) && !is_letter(signs.before(index)) && !inside;
        if !starts {
            index += 1;
            continue;
        }
        let end = national_number(signs, index, found).or_else(|| phone(signs, index, found)).or_else(|| bsn(signs, index, found));
        index = end.unwrap_or(index + 1);
    }
}

fn national_number(signs: &Signs, from: usize, found: &mut Vec<Finding>) -> Option<usize> {
    let read = digits(signs, from, 11, 2, |sign| matches!(sign, '.' | '-' | ' ' | '/' | '\u{a0}' | '–'));
    let end = read.last()?.1;
    if is_digit(signs.at(end)) || !is_national_number(&read) {
        return None;
    }
    signs.keep(found, Kind::NationalNumber, from, end, true);
    Some(end)
}

fn bsn(signs: &Signs, from: usize, found: &mut Vec<Finding>) -> Option<usize> {
    let read = digits(signs, from, 9, 1, |sign| matches!(sign, '.' | ' ' | '-' | '\u{a0}'));
    let end = read.last()?.1;
    if is_digit(signs.at(end)) || !is_bsn(&read) {
        return None;
    }
    signs.keep(found, Kind::Bsn, from, end, true);
    Some(end)
}

/// Belgian and Dutch numbers have nine or ten digits and begin with 0; international ones begin with + or 00
/// and have at most fifteen (ITU-T E.164).
fn phone(signs: &Signs, from: usize, found: &mut Vec<Finding>) -> Option<usize> {
    let mut start = from;
    let mut international = false;
    while let Some(sign) = signs.at(start).filter(|sign| matches!(sign, '+' | '(')) {
        international |= sign == '+';
        start += 1;
    }
    let read = digits(signs, start, 15, 3, |sign| matches!(sign, '.' | '-' | ' ' | '/' | '(' | ')' | '\u{a0}' | '–'));
    let first = read.first()?.0;
    let second = read.get(1)?.0;
    international |= first == 0 && second == 0;
    let length = if international {
        // A number that runs on into another number ends where the sentence does: take all there is.
        (read.len() >= 9).then_some(read.len())?
    } else if first == 0 && second != 0 {
        let mobile = matches!((second, read.get(2)?.0), (4, 5..=9) | (6, 1..=9));
        match read.len() {
            0..=8 => return None,
            9 => 9,
            10 => 10,
            _ if mobile => 10,
            _ => return None,
        }
    } else {
        return None;
    };
    let end = read.get(length - 1)?.1;
    // A date such as 01/02/2026 or 01-02-2026 has eight digits and is left alone by the count above.
    signs.keep(found, Kind::Phone, from, end, true);
    Some(end)
}

fn mails(signs: &Signs, found: &mut Vec<Finding>) {
    let local = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '%' | '+' | '-' | '\'');
    let domain = |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '-');
    let mut index = 0;
    while index < signs.len() {
        let (at, after) = match signs.at(index) {
            Some('@' | '＠') => (index, index + 1),
            Some('(' | '[') if matches!(signs.words(index + 1, index + 4).to_lowercase().as_str(), "at)" | "at]") => (index, index + 4),
            _ => {
                index += 1;
                continue;
            }
        };
        let mut from = at;
        while signs.before(from) == Some(' ') && at != index.saturating_sub(0) {
            from -= 1;
        }
        if after > at + 1 {
            while signs.before(from) == Some(' ') {
                from -= 1;
            }
        }
        let local_end = from;
        while signs.before(from).is_some_and(local) {
            from -= 1;
        }
        let mut to = after;
        if after > at + 1 {
            while signs.at(to) == Some(' ') {
                to += 1;
            }
        }
        let domain_start = to;
        while signs.at(to).is_some_and(domain) {
            to += 1;
        }
        while to > domain_start && matches!(signs.before(to), Some('.' | '-')) {
            to -= 1;
        }
        let name = signs.words(domain_start, to);
        if from < local_end && name.split('.').count() >= 2 && name.split('.').all(|part| !part.is_empty()) {
            signs.keep(found, Kind::Mail, from, to, true);
        }
        index = to.max(after);
    }
}

/// How many signs an IBAN of a country has, for the countries nearby; 0 when unknown (then 15 to 34 are tried).
fn iban_length(country: &str) -> usize {
    match country {
        "NO" => 15,
        "BE" => 16,
        "NL" | "FI" | "DK" => 18,
        "LU" | "AT" => 20,
        "DE" | "GB" | "IE" | "CH" | "BG" => 22,
        "ES" | "SE" | "RO" | "CZ" | "SK" | "MA" | "TN" => 24,
        "PT" => 25,
        "TR" => 26,
        "FR" | "IT" | "GR" => 27,
        "PL" | "HU" => 28,
        _ => 0,
    }
}

fn ibans(signs: &Signs, found: &mut Vec<Finding>) {
    for index in 0..signs.len() {
        let (Some(first), Some(second)) = (signs.at(index), signs.at(index + 1)) else { break };
        let opens =
            first.is_ascii_alphabetic() && second.is_ascii_alphabetic() && is_digit(signs.at(index + 2)) && is_digit(signs.at(index + 3));
        if !opens || signs.before(index).is_some_and(char::is_alphanumeric) {
            continue;
        }
        let mut bare = String::new();
        let mut ends = Vec::new();
        let mut at = index;
        while bare.len() < 34 {
            match signs.at(at) {
                Some(sign) if sign.is_ascii_alphanumeric() => {
                    bare.push(sign.to_ascii_uppercase());
                    ends.push(at + 1);
                }
                Some(' ' | '-' | '.' | '\u{a0}') if signs.at(at + 1).is_some_and(|next| next.is_ascii_alphanumeric()) => {}
                _ => break,
            }
            at += 1;
        }
        let lengths = match iban_length(bare.get(..2).unwrap_or_default()) {
            0 => 15..=34,
            length => length..=length,
        };
        if let Some(length) = lengths.rev().find(|length| bare.get(..*length).is_some_and(is_iban)) {
            signs.keep(found, Kind::Iban, index, ends[length - 1], true);
        }
    }
}

fn is_iban(bare: &str) -> bool {
    let (head, tail) = bare.split_at(4);
    let mut rest: u32 = 0;
    for sign in tail.chars().chain(head.chars()) {
        let Some(value) = sign.to_digit(36) else { return false };
        rest = (rest * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    rest == 1
}

/// A word of a text with its place.
struct Word {
    from: usize,
    to: usize,
    text: String,
}

impl Word {
    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

fn words(signs: &Signs) -> Vec<Word> {
    let mut words = Vec::new();
    let mut index = 0;
    while index < signs.len() {
        let from = index;
        while signs.at(index).is_some_and(|sign| {
            sign.is_alphanumeric() || (matches!(sign, '\'' | '’' | '-') && index > from && is_letter(signs.at(index + 1)))
        }) {
            index += 1;
        }
        if index > from {
            words.push(Word { from, to: index, text: signs.words(from, index) });
        } else {
            index += 1;
        }
    }
    words
}

/// Whether only blanks (and at most one of `also`) lie between two words.
fn follows(signs: &Signs, earlier: &Word, later: &Word, also: &[char]) -> bool {
    let between = signs.words(earlier.to, later.from);
    between.chars().count() <= 2 && between.chars().all(|sign| sign == ' ' || sign == '\u{a0}' || also.contains(&sign))
}

const STREET_ENDINGS: [&str; 26] = [
    "straat", "straatje", "laan", "steenweg", "dreef", "kaai", "gracht", "singel", "plein", "weg", "baan", "lei", "dijk", "pad", "hof",
    "markt", "kade", "vest", "steeg", "wijk", "park", "ring", "veld", "berg", "street", "allee",
];
const STREET_OPENINGS: [&str; 8] = ["rue", "avenue", "chaussée", "boulevard", "place", "allée", "impasse", "شارع"];
/// Endings that no common noun of a sentence has, so that they count without a capital too.
const PLAIN_ENDINGS: [&str; 6] = ["straat", "straatje", "laan", "steenweg", "dreef", "street"];

fn is_house_number(word: &Word) -> bool {
    let count = word.text.chars().take_while(|sign| digit(*sign).is_some()).count();
    let rest: Vec<char> = word.text.chars().skip(count).collect();
    (1..=4).contains(&count) && (rest.is_empty() || (rest.len() == 1 && rest[0].is_ascii_alphabetic()))
}

fn addresses(signs: &Signs, found: &mut Vec<Finding>) {
    let words = words(signs);
    for (index, word) in words.iter().enumerate() {
        let lower = word.text.to_lowercase();
        let by_ending = STREET_ENDINGS.iter().any(|ending| lower.ends_with(ending))
            && (word.is_capital() || PLAIN_ENDINGS.iter().any(|ending| lower.ends_with(ending) && lower.len() > ending.len()));
        let opening = STREET_OPENINGS.contains(&lower.as_str());
        if !by_ending && !opening {
            continue;
        }
        let mut last = index;
        if opening {
            while last < index + 5
                && words.get(last + 1).is_some_and(|next| follows(signs, &words[last], next, &[]) && !is_house_number(next))
            {
                last += 1;
            }
        }
        let Some(mut number) = words.get(last + 1).filter(|next| follows(signs, &words[last], next, &[',']) && is_house_number(next))
        else {
            continue;
        };
        // "bus 3" and "bte 3" belong to the house.
        if let (Some(bus), Some(box_number)) = (words.get(last + 2), words.get(last + 3))
            && matches!(bus.text.to_lowercase().as_str(), "bus" | "bte" | "boîte" | "box")
            && follows(signs, number, bus, &[','])
            && follows(signs, bus, box_number, &[])
        {
            number = box_number;
        }
        let mut first = index;
        while first > 0 && words[first - 1].is_capital() && follows(signs, &words[first - 1], &words[first], &[]) {
            first -= 1;
        }
        signs.keep(found, Kind::Address, words[first].from, number.to, false);
    }
}

/// Words after which a name comes.
const TITLES: [&str; 21] = [
    "meneer",
    "mijnheer",
    "mevrouw",
    "mevr",
    "mw",
    "dhr",
    "heer",
    "juffrouw",
    "juf",
    "meester",
    "madame",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "dokter",
    "buurman",
    "buurvrouw",
    "السيد",
    "السيدة",
    "الآنسة",
];
/// Two or three words after which somebody's own name comes.
const SELF: [&[&str]; 8] = [
    &["mijn", "naam", "is"],
    &["ik", "heet"],
    &["ik", "ben"],
    &["my", "name", "is"],
    &["je", "m'appelle"],
    &["je", "m’appelle"],
    &["اسمي"],
    &["أنا", "اسمي"],
];
/// Parts of a family name that are written small.
const PARTICLES: [&str; 16] = ["van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "ben", "bin", "du", "le", "la", "von"];
/// First names that are common in Flanders and the Netherlands (written by us, not taken from a register).
const FIRST_NAMES: [&str; 72] = [
    "aïcha", "ahmed", "ali", "amina", "an", "anja", "ann", "anna", "bart", "bram", "carla", "chantal", "christel", "dirk", "eddy", "elif",
    "emma", "els", "erik", "eva", "fatima", "filip", "frank", "geert", "guy", "hans", "hassan", "hilde", "ibrahim", "ilse", "ingrid",
    "jan", "jef", "johan", "jos", "joris", "karel", "karin", "kris", "kristof", "leen", "lies", "linda", "lotte", "luc", "malika", "marc",
    "marie", "marleen", "martine", "mehmet", "mia", "mohamed", "nadia", "nele", "omar", "patrick", "paul", "peter", "piet", "pieter",
    "rachid", "rita", "sara", "sofie", "stijn", "tom", "veerle", "wim", "wout", "yasmina", "youssef",
];

fn names(signs: &Signs, found: &mut Vec<Finding>) {
    let words = words(signs);
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    for index in 0..words.len() {
        let after_title =
            TITLES.contains(&lower[index].as_str()) && words.get(index + 1).is_some_and(|next| follows(signs, &words[index], next, &['.']));
        if after_title {
            name_from(signs, &words, &lower, index + 1, found);
        }
        for cue in SELF {
            let spoken = cue.iter().enumerate().all(|(offset, word)| lower.get(index + offset).is_some_and(|other| other == word));
            if spoken {
                name_from(signs, &words, &lower, index + cue.len(), found);
            }
        }
        let next_is_name = words.get(index + 1).is_some_and(|next| {
            follows(signs, &words[index], next, &[]) && (next.is_capital() || PARTICLES.contains(&lower[index + 1].as_str()))
        });
        if words[index].is_capital() && FIRST_NAMES.contains(&lower[index].as_str()) && next_is_name {
            name_from(signs, &words, &lower, index, found);
        }
    }
}

/// Keeps the capitals (and the small parts between them) from `first` on, at most five words. Scripts without
/// capitals give two words.
fn name_from(signs: &Signs, words: &[Word], lower: &[String], first: usize, found: &mut Vec<Finding>) {
    let Some(start) = words.get(first) else { return };
    let cased = start.text.chars().any(|sign| sign.is_uppercase() || sign.is_lowercase());
    let mut last = None;
    for index in first..words.len().min(first + if cased { 5 } else { 2 }) {
        if index > first && !follows(signs, &words[index - 1], &words[index], &['.']) {
            break;
        }
        let ends_sentence = index > first
            && signs.words(words[index - 1].to, words[index].from).contains('.')
            && words[index - 1].to - words[index - 1].from > 2;
        if ends_sentence {
            break;
        }
        if words[index].is_capital() || !cased {
            last = Some(index);
        } else if !PARTICLES.contains(&lower[index].as_str()) {
            break;
        }
    }
    if let Some(last) = last {
        signs.keep(found, Kind::Name, start.from, words[last].to, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        find(text).into_iter().map(|finding| (finding.kind, &text[finding.start..finding.end])).collect()
    }

    #[test]
    fn a_national_number_is_found_in_every_way_people_write_it() {
        for text in ["85.07.30-033.28", "85073003328", "85 07 30 033 28", "٨٥٠٧٣٠٠٣٣٢٨"] {
            assert_eq!(kinds(&format!("Mijn nummer is {text}, bel maar.")), [(Kind::NationalNumber, text)]);
        }
        assert_eq!(kinds("nummer 85.07.30-033.29"), [], "a wrong control number is no national number");
        let born_after_2000 = 2_000_000_000 + 170_730_033_u64;
        let text = format!("17.07.30-033.{:02}", 97 - born_after_2000 % 97);
        assert_eq!(kinds(&text), [(Kind::NationalNumber, text.as_str())]);
    }

    #[test]
    fn a_bsn_is_found_by_the_eleven_test() {
        assert_eq!(kinds("BSN 111222333 graag"), [(Kind::Bsn, "111222333")]);
        assert_eq!(kinds("BSN 111222334 graag"), []);
        assert_eq!(kinds("123456782"), [(Kind::Bsn, "123456782")]);
    }

    #[test]
    fn telephone_numbers_are_found_and_dates_are_not() {
        for text in [
            "0470 12 34 56",
            "0470/12.34.56",
            "016 12 34 56",
            "+32 470 12 34 56",
            "+32 (0)470 12 34 56",
            "0032470123456",
            "06-12345678",
            "(016) 12 34 56",
        ] {
            assert_eq!(kinds(&format!("Bel me op {text} aub")), [(Kind::Phone, text)], "{text}");
        }
        for text in
            ["12/03/2026", "2026-03-12", "01.02.2026", "€ 1.250.000", "van 9 tot 17 uur", "3000 Leyhoven", "lijn 601 en 333", "0,5 km"]
        {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn mail_addresses_and_accounts_are_found() {
        assert_eq!(kinds("mail an.peeters@voorbeeld.be."), [(Kind::Mail, "an.peeters@voorbeeld.be")]);
        assert_eq!(kinds("an (at) voorbeeld.be"), [(Kind::Mail, "an (at) voorbeeld.be")]);
        assert_eq!(kinds("@gemeente doe iets"), []);
        assert_eq!(kinds("rekening BE68 5390 0754 7034 aub"), [(Kind::Iban, "BE68 5390 0754 7034")]);
        assert_eq!(kinds("NL91ABNA0417164300"), [(Kind::Iban, "NL91ABNA0417164300")]);
        assert_eq!(kinds("rekening BE68 5390 0754 7035 aub"), []);
    }

    #[test]
    fn a_street_with_a_number_is_an_address_and_a_street_alone_is_not() {
        assert_eq!(kinds("Ik woon in de Molenstraat 12."), [(Kind::Address, "Molenstraat 12")]);
        assert_eq!(kinds("Oude Steenweg 3a bus 2 ligt er slecht bij"), [(Kind::Address, "Oude Steenweg 3a bus 2")]);
        assert_eq!(kinds("rue de la Gare 14"), [(Kind::Address, "rue de la Gare 14")]);
        assert_eq!(kinds("Een bank in de Molenstraat, bij het park."), []);
        assert_eq!(kinds("in het park 3 bomen"), []);
    }

    #[test]
    fn names_are_guessed_after_a_title_or_a_first_name() {
        assert_eq!(kinds("Vraag het aan mevrouw Van den Broeck van de winkel"), [(Kind::Name, "Van den Broeck")]);
        assert_eq!(kinds("mijn naam is Jef Claes en ik woon hier"), [(Kind::Name, "Jef Claes")]);
        assert_eq!(kinds("Volgens Fatima El Amrani kan het"), [(Kind::Name, "Fatima El Amrani")]);
        assert_eq!(kinds("ik ben boos op de bus"), []);
        assert_eq!(kinds("اسمي ليلى حداد وأسكن هنا"), [(Kind::Name, "ليلى حداد")]);
        assert!(find("mevrouw Claes").iter().all(|finding| !finding.sure));
    }

    #[test]
    fn masking_replaces_only_what_was_chosen() {
        let text = "Bel Jan op 0470 12 34 56 of kom langs.";
        let spans: Vec<_> = find(text).iter().map(|found| (found.start, found.end, "[telefoon]".to_owned())).collect();
        assert_eq!(mask(text, &spans), "Bel Jan op [telefoon] of kom langs.");
        assert_eq!(mask("é", &[(1, 2, "x".into())]), "é", "a span inside a sign is left out");
        assert_eq!(mask("abc", &[(2, 9, "x".into()), (1, 0, "y".into())]), "abc");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_finder_stumble(text in "\\PC{0,200}") {
            let found = find(&text);
            for finding in &found {
                proptest::prop_assert!(text.get(finding.start..finding.end).is_some_and(|words| !words.is_empty()));
            }
            proptest::prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }

        #[test]
        fn soup_of_the_signs_we_look_for_is_survived(text in "[0-9+()@./ \\-BENLa-c٠-٩\\u{a0}]{0,80}") {
            let found = find(&text);
            proptest::prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }

        #[test]
        fn a_valid_national_number_is_always_found(year in 0_u64..100, month in 1_u64..13, day in 1_u64..32, order in 1_u64..998, divided: bool) {
            let nine = ((year * 100 + month) * 100 + day) * 1000 + order;
            let control = 97 - nine % 97;
            let text = if divided {
                format!("{year:02}.{month:02}.{day:02}-{order:03}.{control:02}")
            } else {
                format!("{nine:09}{control:02}")
            };
            let around = format!("zie {text}!");
            let found = find(&around);
            proptest::prop_assert_eq!(found.len(), 1);
            proptest::prop_assert_eq!(found[0].kind, Kind::NationalNumber);
            let gone = mask(&around, &[(found[0].start, found[0].end, "[nummer]".into())]);
            proptest::prop_assert!(find(&gone).is_empty());
        }
    }
}
