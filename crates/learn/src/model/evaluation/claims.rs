//! Words that say that one thing made another happen. An evaluation of one process cannot know that (H3.6): it says «can have
//! contributed to» or «went together with».

/// What is written where somebody claims a cause. Only what says it without doubt: a word with another meaning beside it is not here.
const CLAIMS: &[&str] = &[
    "leidt tot",
    "leidde tot",
    "leidden tot",
    "heeft geleid tot",
    "geleid heeft tot",
    "zorgt ervoor dat",
    "zorgde ervoor dat",
    "zorgt voor meer",
    "zorgde voor meer",
    "zorgt voor minder",
    "zorgde voor minder",
    "veroorzaakt",
    "veroorzaakte",
    "veroorzaakten",
    "dankzij",
    "als gevolg van",
    "resulteerde in",
    "leads to",
    "led to",
    "caused",
    "causes",
    "resulted in",
    "results in",
    "thanks to",
    "as a result of",
    "a conduit à",
    "grâce à",
    "a causé",
    "أدى إلى",
    "أدت إلى",
    "تسبب في",
    "تسببت في",
    "بفضل",
];

/// The first words in a text that claim a cause.
#[must_use]
pub fn claimed_cause(text: &str) -> Option<&'static str> {
    let text: Vec<String> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let said = |claim: &str| {
        let words: Vec<&str> = claim.split(' ').collect();
        text.windows(words.len()).any(|window| window.iter().zip(&words).all(|(said, word)| said == word))
    };
    CLAIMS.iter().copied().find(|claim| said(claim))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cause_is_found_and_a_hint_is_left_alone() {
        assert_eq!(claimed_cause("Het project  leidde\ntot meer vertrouwen."), Some("leidde tot"));
        assert_eq!(claimed_cause("Dankzij de bijeenkomsten kent men elkaar."), Some("dankzij"));
        assert_eq!(claimed_cause("The evenings LED TO more trust"), Some("led to"));
        assert_eq!(claimed_cause("أدى إلى مزيد من الثقة"), Some("أدى إلى"));
        for fine in [
            "Het project kan hebben bijgedragen aan vertrouwen.",
            "Een vrijwilliger zorgt voor koffie.",
            "Dat ging samen met meer contact.",
            "",
        ] {
            assert_eq!(claimed_cause(fine), None, "{fine}");
        }
    }

    proptest! {
        /// A claim is found wherever it stands, and never inside a longer word.
        #[test]
        fn a_claim_is_found_anywhere(before in "[a-z ]{0,20}", nth in 0..CLAIMS.len(), after in "[a-z ]{0,20}") {
            let found = claimed_cause(&format!("{before}. {}, {after}", CLAIMS[nth]));
            prop_assert!(found.is_some());
            prop_assert_eq!(claimed_cause(&format!("x{}x", CLAIMS[nth].replace(' ', ""))), None);
        }
    }
}
