//! What every page knows: its title, its language, the municipality, and how dates and amounts are written here.

use crate::texts::group_digits;
use crate::{Arg, Texts, Wrong};
use kernel::{Date, Direction, Instant, Language, Money, Zone};
use std::sync::Arc;

/// How to reach the municipality without a screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    /// A telephone number as people write it; empty when there is none.
    pub phone: String,
    /// Where to drop by or send paper.
    pub address: String,
    /// A mail address; empty when there is none.
    pub mail: String,
    /// When somebody is there.
    pub hours: String,
}

/// What all pages of one municipality share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The name of the municipality.
    pub name: String,
    /// Where its colours are served; empty for the colours of the house.
    pub theme_href: String,
    /// Where its small picture for tabs and bookmarks is served; empty for none.
    pub icon_href: String,
    /// Where its logo is served.
    pub logo_href: Option<String>,
    /// How to reach it without a screen.
    pub contact: Contact,
    /// The version of the program.
    pub version: &'static str,
    /// Where the source code is.
    pub source: String,
}

/// A link to this page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// The tag: `nl`.
    pub code: String,
    /// The name in the language itself: «Nederlands».
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Whether this is the language of the page.
    pub current: bool,
}

/// A link of the main navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavLink {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether this page is there.
    pub current: bool,
}

/// What every page knows. A page struct holds it in the field `page`.
#[derive(Debug, Clone)]
pub struct Page {
    /// The title, in the language of the page: the `h1` and the `title`.
    pub title: String,
    /// The language of the page.
    pub language: Language,
    /// The path of the page, with its question part.
    pub path: String,
    /// The words.
    pub texts: Arc<Texts>,
    /// The municipality.
    pub site: Arc<Site>,
    /// This page in other languages.
    pub languages: Vec<LanguageLink>,
    /// The name of who signed in.
    pub signed_in: Option<String>,
    /// The token that every form carries.
    pub csrf: String,
    /// What was just done, said once.
    pub notice: Option<String>,
    /// Whether this is a tool page for staff.
    pub staff: bool,
    /// Whether the words of this language were translated by machine and read by nobody.
    pub unreviewed: bool,
    /// The zone in which moments are shown.
    pub zone: Zone,
    /// The main navigation.
    pub nav: Vec<NavLink>,
}

impl Page {
    /// The words of `key`.
    #[must_use]
    pub fn t(&self, key: impl AsRef<str>) -> String {
        self.texts.get(&self.language, key.as_ref(), &[])
    }
    /// The words of `key`, filled.
    #[must_use]
    pub fn ta(&self, key: impl AsRef<str>, args: &[(&str, Arg)]) -> String {
        self.texts.get(&self.language, key.as_ref(), args)
    }
    /// The words of `key`, with one place filled.
    #[must_use]
    pub fn t1(&self, key: impl AsRef<str>, name: &str, value: impl Into<Arg>) -> String {
        self.ta(key, &[(name, value.into())])
    }
    /// The words of `key`, with two places filled.
    #[must_use]
    pub fn t2(&self, key: impl AsRef<str>, name1: &str, value1: impl Into<Arg>, name2: &str, value2: impl Into<Arg>) -> String {
        self.ta(key, &[(name1, value1.into()), (name2, value2.into())])
    }
    /// The message of what is wrong with a field.
    #[must_use]
    pub fn wrong(&self, wrong: &Wrong) -> String {
        let args: Vec<(&str, Arg)> = wrong.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        self.ta(&wrong.key, &args)
    }
    /// A day in long form: «12 maart 2026».
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        let month = self.t(format!("ui-month-{}", date.month()));
        let [day, year] = [i64::from(date.day()), i64::from(date.year())].map(|number| Arg::Words(number.to_string()));
        // Digits in an Arabic date stand in reading order by themselves; they need no isolates.
        self.texts.plain(&self.language, "ui-date", &[("day", day), ("month", month.into()), ("year", year)])
    }
    /// The day of a moment here, in long form.
    #[must_use]
    pub fn day(&self, at: &Instant) -> String {
        self.date(&self.zone.date(*at))
    }
    /// The day and the clock of a moment here: «12 maart 2026 om 14:05».
    #[must_use]
    pub fn time(&self, at: &Instant) -> String {
        self.texts.plain(&self.language, "ui-date-time", &[("date", self.day(at).into()), ("clock", self.clock(at).into())])
    }
    /// The clock of a moment here: «14:05».
    #[must_use]
    pub fn clock(&self, at: &Instant) -> String {
        let (hour, minute) = self.zone.clock(*at);
        format!("{hour:02}:{minute:02}")
    }
    /// The day of a moment here for a program: «2026-03-12».
    #[must_use]
    pub fn iso(&self, at: &Instant) -> String {
        self.zone.date(*at).to_string()
    }
    /// What stands between thousands, and before what is less than one.
    fn marks(&self) -> (char, char) {
        match self.language.tag() {
            "en" | "ar" => (',', '.'),
            "fr" => ('\u{202f}', ','),
            _ => ('.', ','),
        }
    }
    /// A number by itself: «6120» and «13.210».
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        group_digits(&number.to_string(), self.marks().0, 5)
    }
    /// A number with so many places: «3,84». What is written as none has no sign.
    #[must_use]
    pub fn decimal(&self, number: f64, places: usize) -> String {
        let text = format!("{number:.places$}");
        let none = text.chars().all(|c| matches!(c, '-' | '0' | '.'));
        let text = if none { text.trim_start_matches('-') } else { &text };
        text.replace('.', &self.marks().1.to_string())
    }
    /// An amount in euros: «€ 1.250» or «€ 1.250,50».
    #[must_use]
    pub fn money(&self, amount: &Money) -> String {
        let (between, decimal) = self.marks();
        let cents = amount.cents();
        let mut digits = group_digits(&(cents.unsigned_abs() / 100).to_string(), between, 4);
        if cents % 100 != 0 {
            digits.push_str(&format!("{decimal}{:02}", cents.unsigned_abs() % 100));
        }
        let sign = if cents < 0 { "-" } else { "" };
        match self.language.tag() {
            "en" => format!("{sign}€{digits}"),
            "ar" => format!("\u{2068}{sign}{digits}\u{a0}€\u{2069}"),
            "fr" | "de" => format!("{sign}{digits}\u{a0}€"),
            _ => format!("€\u{a0}{sign}{digits}"),
        }
    }
    /// A share of `whole` in whole percents: «40 %», never broken over two lines; the word for none when there
    /// is nothing to take a share of.
    #[must_use]
    pub fn percent(&self, part: &i64, whole: &i64) -> String {
        if *whole <= 0 {
            return self.t("ui-none");
        }
        let share = (part.saturating_mul(200) + whole) / (whole * 2);
        self.ta("ui-percent", &[("share", share.into())])
    }
    /// The value of `dir`.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        direction(&self.language)
    }
    /// The value of `lang`.
    #[must_use]
    pub fn lang(&self) -> &str {
        self.language.tag()
    }
    /// The value of `dir` for a text in another language.
    #[must_use]
    pub fn dir_of(&self, language: &Language) -> &'static str {
        direction(language)
    }
    /// Where one of our modules for browsers is.
    #[must_use]
    pub fn module(&self, name: &str) -> String {
        crate::module(name)
    }
    /// Where the style sheet of the house is, with its version.
    #[must_use]
    pub fn stylesheet(&self) -> &'static str {
        crate::stylesheet()
    }
    /// What to dial for a telephone number as people write it.
    #[must_use]
    pub fn dial(&self, phone: &str) -> String {
        phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
    /// Paragraphs of a text, each a list of lines.
    #[must_use]
    pub fn paragraphs<'t>(&self, text: &'t str) -> Vec<Vec<&'t str>> {
        text.split("\n\n").map(|paragraph| paragraph.lines().collect()).filter(|lines: &Vec<&str>| !lines.is_empty()).collect()
    }
}

fn direction(language: &Language) -> &'static str {
    match language.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The name of a language in that language; its tag when we do not know it.
#[must_use]
pub fn own_name(language: &Language) -> String {
    match language.tag() {
        "nl" => "Nederlands",
        "en" => "English",
        "ar" => "العربية",
        "fr" => "Français",
        "de" => "Deutsch",
        "tr" => "Türkçe",
        "es" => "Español",
        "it" => "Italiano",
        "pt" => "Português",
        "pl" => "Polski",
        "ro" => "Română",
        "bg" => "Български",
        "uk" => "Українська",
        "ru" => "Русский",
        "fa" => "فارسی",
        "ps" => "پښتو",
        "ku" => "Kurdî",
        "so" => "Soomaali",
        "ti" => "ትግርኛ",
        "tzm" => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "zh" => "中文",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::testing::page;
    use kernel::Language;

    #[test]
    fn numbers_are_written_as_in_the_language_of_the_page() {
        let written = |language| {
            let page = page(language);
            (page.number(6_120), page.number(-13_210), page.decimal(3.84, 1), page.decimal(-0.01, 1), page.decimal(-0.5, 2))
        };
        let told = |all: [&str; 5]| (all[0].to_owned(), all[1].to_owned(), all[2].to_owned(), all[3].to_owned(), all[4].to_owned());
        assert_eq!(written(Language::NL), told(["6120", "-13.210", "3,8", "0,0", "-0,50"]));
        for language in [Language::EN, Language::AR] {
            assert_eq!(written(language), told(["6120", "-13,210", "3.8", "0.0", "-0.50"]));
        }
    }
}
