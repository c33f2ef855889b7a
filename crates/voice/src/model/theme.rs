//! The theme of a contribution: the category that its source gave it, as a word. Nobody asks a resident for one.

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its place in addresses, where no words stand: sixteen hexadecimal signs. Upper and lower case make no other theme.
    pub code: String,
    /// Its name, as the first source wrote it.
    pub name: String,
}

impl Theme {
    /// The theme with this name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        // FNV-1a: it tells a handful of words apart and is the same on every machine. Nothing is kept secret by it.
        let hash = name
            .trim()
            .to_lowercase()
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self { code: format!("{hash:016x}"), name: name.to_owned() }
    }

    /// Whether this can be the code of a theme.
    #[must_use]
    pub fn is_code(code: &str) -> bool {
        code.len() == 16 && code.bytes().all(|sign| sign.is_ascii_digit() || (b'a'..=b'f').contains(&sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_known_by_its_code_however_its_name_is_written() {
        let (green, traffic) = (Theme::named("Groen"), Theme::named("Verkeer"));
        assert_eq!(green.code, Theme::named(" groen ").code);
        assert_ne!(green.code, traffic.code);
        assert!(Theme::is_code(&green.code) && Theme::is_code(&Theme::named("").code));
        assert!(!Theme::is_code("Groen") && !Theme::is_code("") && !Theme::is_code("0123456789ABCDEF"));
        assert_eq!(Theme::named("a").code, "af63dc4c8601ec8c", "the published value of FNV-1a");
    }
}
