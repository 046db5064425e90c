//! Texts of miners, fit to be shown: bounded, and without characters that hide or move others.

use crate::python::is_printable;

/// Characters of a miner's text that are shown.
const MAX_WORDS: usize = 2000;

/// A miner's text, fit to be shown.
pub(crate) fn of_a_miner(text: &str) -> String {
    let shown = |character: char| if is_printable(character) { character } else { ' ' };
    let mut words: String = text.chars().take(MAX_WORDS).map(shown).collect();
    if text.chars().nth(MAX_WORDS).is_some() {
        words.push('…');
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_and_nothing_endless() {
        assert_eq!(of_a_miner(" a\u{202e}b\r\nc\u{200b}\u{0} "), "a b  c");
        let long = of_a_miner(&"x".repeat(MAX_WORDS + 1));
        assert_eq!(long.chars().count(), MAX_WORDS + 1);
        assert!(long.ends_with("x…"));
        assert_eq!(of_a_miner("Schlüssel unbekannt 😀"), "Schlüssel unbekannt 😀");
    }
}
