//! Who says something in Leyhoven: names and addresses of nobody.

use people::vault::Identity;

const FIRST: &[&str] = &[
    "Marie", "Jozef", "Amina", "Luc", "Els", "Hassan", "Lieve", "Wim", "Fatima", "Bart", "Greet", "Emre", "Nele", "Paul", "Zeynep", "An",
    "Dries", "Rita", "Youssef", "Koen",
];
const LAST: &[&str] = &[
    "Vermeulen",
    "Demir",
    "De Smet",
    "Haddad",
    "Willems",
    "Goossens",
    "Aydin",
    "Claeys",
    "Bouazza",
    "Lemmens",
    "Thijs",
    "Baeten",
    "Saidi",
    "Mertens",
    "Coppens",
    "Wouters",
    "Peeters",
];

/// The person behind contribution `nth`, as far as the chosen channel needs.
pub(super) fn identity(nth: usize, answer: &str, street: Option<&str>) -> Identity {
    let (first, last) = (FIRST[nth % FIRST.len()], LAST[(nth * 7 + 3) % LAST.len()]);
    let mut identity = Identity { name: format!("{first} {last}"), ..Identity::default() };
    match answer {
        "mail" => identity.mail = format!("{}.{}@voorbeeld.example", first.to_lowercase(), last.to_lowercase().replace(' ', "")),
        "letter" => identity.address = format!("{} {}, 9999 Leyhoven", street.unwrap_or("Marktstraat"), nth % 90 + 1),
        "phone" => identity.phone = format!("0400 00 {:02} {:02}", nth / 100, nth % 100),
        _ => {}
    }
    identity
}
