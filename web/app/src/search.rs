//! Finding names that are written with other letters than they seem to be.

/// A text without case, and with Latin letters in place of Greek and Cyrillic ones that look like them.
pub(crate) fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(latin).collect()
}

/// Whether a text has everything that was searched for, word by word.
pub(crate) fn finds(folded_text: &str, folded_search: &str) -> bool {
    folded_search
        .split_whitespace()
        .all(|word| folded_text.contains(word))
}

fn latin(letter: char) -> char {
    match letter {
        'α' | 'а' => 'a',
        'β' | 'в' => 'b',
        'с' | 'ς' => 'c',
        'ԁ' => 'd',
        'ε' | 'е' | 'є' => 'e',
        'γ' | 'у' | 'υ' => 'y',
        'һ' | 'η' | 'н' => 'h',
        'ι' | 'і' | 'ї' => 'i',
        'ј' => 'j',
        'κ' | 'к' => 'k',
        'μ' | 'м' => 'm',
        'ο' | 'о' | 'σ' => 'o',
        'ρ' | 'р' => 'p',
        'ѕ' => 's',
        'τ' | 'т' => 't',
        'ν' => 'v',
        'ω' => 'w',
        'χ' | 'х' => 'x',
        'ζ' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_lookalikes_do_not_matter() {
        assert_eq!(folded("Τaο"), "tao");
        assert_eq!(folded("Opentensor Fоundation"), "opentensor foundation");
        assert_eq!(folded("αlpha"), folded("ALPHA"));
        assert_eq!(folded("日本 Ünï"), "日本 ünï");
    }

    #[test]
    fn every_word_must_be_there() {
        let name = folded("12 Deep Thought");
        assert!(finds(&name, &folded("thought DEEP")));
        assert!(finds(&name, ""));
        assert!(!finds(&name, &folded("deep blue")));
    }
}
