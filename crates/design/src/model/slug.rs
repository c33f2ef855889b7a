//! The place of a process in addresses, made from its title.

/// The title in small letters, digits and dashes; at most 60 signs, never empty.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut made = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        let mut sign = [0; 4];
        let plain = match letter {
            'a'..='z' | '0'..='9' => letter.encode_utf8(&mut sign),
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => "a",
            'ç' | 'ć' | 'č' => "c",
            'è' | 'é' | 'ê' | 'ë' | 'ę' => "e",
            'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
            'ñ' | 'ń' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
            'ş' | 'š' | 'ś' => "s",
            'ù' | 'ú' | 'û' | 'ü' => "u",
            'ý' | 'ÿ' => "y",
            'ž' | 'ź' | 'ż' => "z",
            'ł' => "l",
            'ğ' => "g",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            '\'' | '’' | '\u{300}'..='\u{36f}' => "",
            _ => "-",
        };
        if plain != "-" {
            made.push_str(plain);
        } else if !made.is_empty() && !made.ends_with('-') {
            made.push('-');
        }
        if made.len() >= 60 {
            break;
        }
    }
    let made = made.trim_matches('-');
    // `nieuw` is the address of the page that makes a process; a number alone says nothing.
    if made.is_empty() || made == "nieuw" || made.bytes().all(|b| b.is_ascii_digit()) {
        return format!("proces-{made}").trim_end_matches('-').to_owned();
    }
    made.to_owned()
}

/// The slug for the `nth` process of the same name: `plein`, `plein-2`, `plein-3`.
#[must_use]
pub fn numbered(slug: &str, nth: u32) -> String {
    if nth < 2 { slug.to_owned() } else { format!("{slug}-{nth}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_an_address_that_can_be_read_aloud() {
        assert_eq!(slug("Een groener Marktplein: wat wilt ú?"), "een-groener-marktplein-wat-wilt-u");
        assert_eq!(slug("’t Zand in 2027"), "t-zand-in-2027");
        assert_eq!(slug("ساحة السوق"), "proces");
        assert_eq!(slug("2027"), "proces-2027");
        assert_eq!(slug("Nieuw"), "proces-nieuw");
        assert_eq!((numbered("plein", 1), numbered("plein", 3)), ("plein".into(), "plein-3".into()));
    }

    proptest::proptest! {
        #[test]
        fn an_address_holds_nothing_that_must_be_escaped(title in "\\PC{0,200}") {
            let made = slug(&title);
            proptest::prop_assert!(!made.is_empty() && made.len() <= 70);
            proptest::prop_assert!(made.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            proptest::prop_assert!(!made.starts_with('-') && !made.ends_with('-') && !made.contains("--"));
        }
    }
}
