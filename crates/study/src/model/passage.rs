//! Cutting a text into numbered passages, each of which can be coded.

/// A passage has at most so many signs.
pub const LONGEST: usize = 1_200;
/// A text is cut into at most so many passages.
pub const MOST: usize = 500;

/// Why a text cannot be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassageError {
    /// Nothing readable.
    #[error("nothing was written")]
    Empty,
    /// More passages than fit.
    #[error("more than {MOST} passages")]
    TooMany,
}

/// Cuts a text into passages: at empty lines, or at every new line where there is no empty one; what is longer than
/// [`LONGEST`] is cut again after a sentence, or else after a word. No word is lost and none added.
///
/// ```
/// let passages = study::cut("Wat vond u ervan?\n\nIk voelde mij gehoord.\nEcht waar.")?;
/// assert_eq!(passages, ["Wat vond u ervan?", "Ik voelde mij gehoord.\nEcht waar."]);
/// assert_eq!(study::cut("Een.\nTwee.")?.len(), 2);
/// # Ok::<(), study::PassageError>(())
/// ```
///
/// # Errors
/// When nothing readable is there, or more than [`MOST`] passages come of it.
pub fn cut(text: &str) -> Result<Vec<String>, PassageError> {
    let mut blocks: Vec<String> = Vec::new();
    let mut block = String::new();
    let has_empty = text.trim().lines().any(|line| line.trim().is_empty());
    for line in text.lines().map(str::trim_end) {
        let ends = line.trim().is_empty() || !has_empty;
        if ends && !block.trim().is_empty() {
            blocks.push(std::mem::take(&mut block));
        }
        if !line.trim().is_empty() {
            if !block.is_empty() {
                block.push('\n');
            }
            block.push_str(line);
        }
    }
    blocks.push(block);
    let passages: Vec<String> = blocks.iter().flat_map(|block| shorter(block.trim())).filter(|passage| !passage.is_empty()).collect();
    match passages.len() {
        0 => Err(PassageError::Empty),
        many if many > MOST => Err(PassageError::TooMany),
        _ => Ok(passages),
    }
}

/// A block in pieces that fit.
fn shorter(block: &str) -> Vec<String> {
    let signs: Vec<char> = block.chars().collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    while signs.len() - from > LONGEST {
        let window = &signs[from..from + LONGEST];
        let after_sentence = window.windows(2).rposition(|two| matches!(two[0], '.' | '!' | '?' | '؟') && two[1].is_whitespace());
        let after_word = window.iter().rposition(|sign| sign.is_whitespace());
        let long = after_sentence.map(|at| at + 1).or(after_word).filter(|at| *at > 0).unwrap_or(LONGEST);
        pieces.push(window[..long].iter().collect::<String>().trim().to_owned());
        from += long;
    }
    pieces.push(signs[from..].iter().collect::<String>().trim().to_owned());
    pieces
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn bare(text: &str) -> String {
        text.chars().filter(|sign| !sign.is_whitespace()).collect()
    }

    #[test]
    fn nothing_is_no_passage_and_too_many_are_refused() {
        assert_eq!(cut(" \n \n"), Err(PassageError::Empty));
        assert_eq!(cut(&"a\n".repeat(MOST + 1)), Err(PassageError::TooMany));
        assert_eq!(cut("\n\n een \r\n\r\n twee").unwrap(), ["een", "twee"]);
    }

    #[test]
    fn a_long_passage_is_cut_after_a_sentence() {
        let long = format!("{}. {}", "a".repeat(900), "b".repeat(900));
        let passages = cut(&long).unwrap();
        assert_eq!(passages.iter().map(|it| it.chars().count()).collect::<Vec<_>>(), [901, 900]);
        assert_eq!(cut(&"x".repeat(2 * LONGEST + 1)).unwrap().len(), 3);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_passage_is_empty_or_too_long(text in "([a-zé؟.!?]{0,9}[ \n]{0,3}){0,300}") {
            match cut(&text) {
                Ok(passages) => {
                    prop_assert_eq!(bare(&passages.concat()), bare(&text));
                    prop_assert!(passages.iter().all(|it| !it.trim().is_empty() && it.chars().count() <= LONGEST && it == it.trim()));
                }
                Err(PassageError::Empty) => prop_assert!(bare(&text).is_empty()),
                Err(PassageError::TooMany) => prop_assert!(text.lines().count() > MOST || bare(&text).len() > MOST),
            }
        }
    }
}
