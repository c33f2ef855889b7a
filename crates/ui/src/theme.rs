//! The look of a municipality: a palette, a kind of letter, round or straight corners. Saved only when it can be read.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A colour as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Why a text is not a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write a colour as #0b5a55")]
pub struct ColourError;

impl Colour {
    /// A colour of three parts, each 0–255.
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
    /// The relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }
    /// The contrast with another colour, 1 (none) to 21 (black on white), as WCAG 2.2 defines it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
    /// This colour mixed with so many percents of another.
    #[must_use]
    pub fn mixed(self, other: Self, percent: u8) -> Self {
        let part = |a: u8, b: u8| {
            let share = u32::from(percent.min(100));
            u8::try_from((u32::from(a) * (100 - share) + u32::from(b) * share + 50) / 100).unwrap_or(u8::MAX)
        };
        Self { red: part(self.red, other.red), green: part(self.green, other.green), blue: part(self.blue, other.blue) }
    }
}

impl FromStr for Colour {
    type Err = ColourError;
    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.trim().strip_prefix('#').unwrap_or(text.trim());
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ColourError);
        Ok(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl TryFrom<String> for Colour {
    type Error = ColourError;
    fn try_from(text: String) -> Result<Self, ColourError> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

/// The colours of a municipality. Everything else on a page is mixed from these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette {
    /// Links, buttons, the line of steps.
    pub accent: Colour,
    /// What stands on the accent: the words on a button.
    pub on_accent: Colour,
    /// The words.
    pub ink: Colour,
    /// Quieter words: hints and dates.
    pub quiet: Colour,
    /// The ground of the page.
    pub paper: Colour,
    /// The ground of panels.
    pub panel: Colour,
    /// The step where something is now.
    pub mark: Colour,
    /// What is wrong, or lies still.
    pub alarm: Colour,
}

/// The letters of a theme. Only letters that the reader's own machine has: nothing is downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letters {
    /// Headings with serifs, text without.
    #[default]
    Mixed,
    /// All without serifs.
    Plain,
    /// All with serifs.
    Serif,
}

impl Letters {
    /// The word under which it is stored and sent by a form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mixed => "mixed",
            Self::Plain => "plain",
            Self::Serif => "serif",
        }
    }
    /// All letters, in the order a form shows them.
    pub const ALL: [Self; 3] = [Self::Mixed, Self::Plain, Self::Serif];
    /// The letters with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|letters| letters.code() == code)
    }
}

/// How a municipality looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The colours.
    pub palette: Palette,
    /// The letters.
    #[serde(default)]
    pub letters: Letters,
    /// Whether corners are rounded.
    #[serde(default = "yes")]
    pub round: bool,
}

const fn yes() -> bool {
    true
}

/// Two colours of a palette that are too alike to be read on one another.
#[derive(Debug, Clone, PartialEq)]
pub struct TooFaint {
    /// The name of the colour of the words or the line, as the form calls its field: `accent`.
    pub front: &'static str,
    /// The name of the colour behind it.
    pub behind: &'static str,
    /// The contrast, rounded down to a tenth.
    pub contrast: f64,
    /// The least that is needed: 4.5 for words, 3 for lines (WCAG 2.2, criteria 1.4.3 and 1.4.11).
    pub needed: f64,
}

impl TooFaint {
    /// The Fluent key of the message. Its places: `front`, `behind` (names in the page's language), `contrast`, `needed`.
    pub const KEY: &'static str = "ui-theme-too-faint";
}

impl Default for Theme {
    /// The look of the house: pine green and ochre on warm paper.
    fn default() -> Self {
        Self {
            palette: Palette {
                accent: Colour::rgb(0x0f, 0x56, 0x50),
                on_accent: Colour::rgb(0xff, 0xff, 0xff),
                ink: Colour::rgb(0x1f, 0x29, 0x2e),
                quiet: Colour::rgb(0x55, 0x5f, 0x61),
                paper: Colour::rgb(0xfd, 0xfc, 0xf9),
                panel: Colour::rgb(0xf3, 0xf0, 0xe8),
                mark: Colour::rgb(0x9a, 0x58, 0x0c),
                alarm: Colour::rgb(0x9f, 0x2b, 0x1d),
            },
            letters: Letters::Mixed,
            round: true,
        }
    }
}

impl Palette {
    /// The colours by the names that a form and the style sheet give them.
    #[must_use]
    pub const fn named(&self) -> [(&'static str, Colour); 8] {
        [
            ("accent", self.accent),
            ("on-accent", self.on_accent),
            ("ink", self.ink),
            ("quiet", self.quiet),
            ("paper", self.paper),
            ("panel", self.panel),
            ("mark", self.mark),
            ("alarm", self.alarm),
        ]
    }
}

impl Theme {
    /// Every pair of colours that cannot be read on one another; empty when the theme may be saved.
    #[must_use]
    pub fn faults(&self) -> Vec<TooFaint> {
        let named = self.palette.named();
        let colour = |name: &str| named.iter().find(|(held, _)| *held == name).map_or(self.palette.ink, |(_, colour)| *colour);
        let words = 4.5;
        [
            ("ink", "paper", words),
            ("ink", "panel", words),
            ("quiet", "paper", words),
            ("quiet", "panel", words),
            ("accent", "paper", words),
            ("accent", "panel", words),
            ("on-accent", "accent", words),
            ("mark", "paper", words),
            ("mark", "panel", words),
            ("alarm", "paper", words),
            ("alarm", "panel", words),
        ]
        .into_iter()
        .filter_map(|(front, behind, needed)| {
            let contrast = colour(front).contrast(colour(behind));
            (contrast < needed).then(|| TooFaint { front, behind, contrast: (contrast * 10.0).floor() / 10.0, needed })
        })
        .collect()
    }

    /// The style sheet of this theme: it only sets the tokens of the palette.
    #[must_use]
    pub fn css(&self) -> String {
        let mut css = String::from(":root{");
        for (name, colour) in self.palette.named() {
            css.push_str(&format!("--mm-{name}:{colour};"));
        }
        let (accent, ink, paper, panel) = (self.palette.accent, self.palette.ink, self.palette.paper, self.palette.panel);
        css.push_str(&format!("--mm-accent-deep:{};", accent.mixed(ink, 45)));
        css.push_str(&format!("--mm-accent-soft:{};", paper.mixed(accent, 10)));
        css.push_str(&format!("--mm-line:{};", panel.mixed(ink, 16)));
        css.push_str(&format!("--mm-edge:{};", paper.mixed(ink, 62)));
        css.push_str(&format!("--mm-alarm-soft:{};", paper.mixed(self.palette.alarm, 7)));
        css.push_str(&format!("--mm-mark-soft:{};", paper.mixed(self.palette.mark, 9)));
        let (head, text) = match self.letters {
            Letters::Mixed => ("var(--mm-serif)", "var(--mm-sans)"),
            Letters::Plain => ("var(--mm-sans)", "var(--mm-sans)"),
            Letters::Serif => ("var(--mm-serif)", "var(--mm-serif)"),
        };
        css.push_str(&format!("--mm-head-font:{head};--mm-text-font:{text};--mm-radius:{}}}\n", if self.round { "6px" } else { "0" }));
        css
    }

    /// The small picture for tabs and bookmarks, as SVG: three steps of a way, the last still open.
    #[must_use]
    pub fn icon(&self) -> String {
        let Palette { accent, on_accent, .. } = self.palette;
        let corner = if self.round { 6 } else { 0 };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"{corner}\" fill=\"{accent}\"/>\
             <g fill=\"{on_accent}\" stroke=\"{on_accent}\" stroke-width=\"2.5\"><path d=\"M6 16h16\"/><circle cx=\"6\" cy=\"16\" r=\"2.5\"/>\
             <circle cx=\"15\" cy=\"16\" r=\"2.5\"/><circle cx=\"25\" cy=\"16\" r=\"3.5\" fill=\"{accent}\"/></g></svg>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_what_wcag_says() {
        let (black, white) = (Colour::rgb(0, 0, 0), Colour::rgb(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(black) - 21.0).abs() < 1e-9);
        // #767676 is the lightest grey that WCAG lets stand on white.
        assert!(Colour::rgb(0x76, 0x76, 0x76).contrast(white) >= 4.5);
        assert!(Colour::rgb(0x77, 0x77, 0x77).contrast(white) < 4.5);
    }

    #[test]
    fn our_own_look_can_be_read() {
        assert_eq!(Theme::default().faults(), []);
    }

    #[test]
    fn a_faint_theme_is_refused_with_the_names_of_its_colours() {
        let mut theme = Theme::default();
        theme.palette.accent = Colour::rgb(0xff, 0xd5, 0x4a);
        let faults: Vec<_> = theme.faults().iter().map(|fault| (fault.front, fault.behind)).collect();
        assert_eq!(faults, [("accent", "paper"), ("accent", "panel"), ("on-accent", "accent")]);
    }

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!("#0F5650".parse(), Ok(Theme::default().palette.accent));
        assert_eq!("0f5650".parse::<Colour>().map(|colour| colour.to_string()), Ok("#0f5650".to_owned()));
        for text in ["", "#fff", "#gggggg", "red", "#0f56500", "#é0f56"] {
            assert_eq!(text.parse::<Colour>(), Err(ColourError), "{text}");
        }
    }

    #[test]
    fn the_style_sheet_holds_nothing_but_tokens() {
        let css = Theme::default().css();
        assert!(css.starts_with(":root{--mm-accent:#0f5650;") && css.trim_end().ends_with('}'));
        assert_eq!(css.matches('{').count(), 1);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_of_colours_stumble(text in ".*") {
            let _ = text.parse::<Colour>();
        }
        #[test]
        fn a_mix_lies_between_its_colours(a: u8, b: u8, percent in 0_u8..=100) {
            let mixed = Colour::rgb(a, a, a).mixed(Colour::rgb(b, b, b), percent);
            proptest::prop_assert!(mixed.red >= a.min(b) && mixed.red <= a.max(b));
        }
    }
}
