//! Text that somebody else wrote, made safe to show.

use serde::{Deserialize, Serialize};
use taolight_codec::is_plain;

/// Marks that stand on one character; no language needs more.
const MARKS: usize = 2;

/// A name, description or link from the chain. Anybody can write anything there.
///
/// Characters that are invisible, control something or turn the direction of writing are taken out, so that the text
/// cannot reorder or hide what stands beside it. It may still look like another one: [`SafeText::mixed`] says when
/// letters of alphabets that resemble each other stand in it together. It never is a reason to trust anything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SafeText {
    /// What can be shown, on one line.
    pub text: String,
    /// Whether something was taken out.
    pub cleaned: bool,
    /// Whether it mixes letters of alphabets that resemble each other, as Latin and Cyrillic.
    pub mixed: bool,
}

impl SafeText {
    /// Reads bytes that should be UTF-8. What is not shows as the replacement character.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let original = String::from_utf8_lossy(bytes);
        let mut text = String::with_capacity(original.len());
        let mut marks = 0;
        let shown = |character: &char| character.is_whitespace() || is_plain(*character);
        for character in original.chars().filter(shown) {
            marks = if is_mark(character) { marks + 1 } else { 0 };
            if marks > MARKS {
                continue;
            }
            if !character.is_whitespace() {
                text.push(character);
            } else if !text.ends_with(' ') {
                text.push(' ');
            }
        }
        let text = text.trim().to_owned();
        Self {
            cleaned: text.as_bytes() != bytes,
            mixed: is_mixed(&text),
            text,
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Alphabets whose letters can be taken for each other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Coptic,
    /// Letters of Unicode that are made to look like Latin ones in another style.
    Styled,
}

impl Alphabet {
    fn of(character: char) -> Option<Self> {
        if !character.is_alphabetic() {
            return None;
        }
        match u32::from(character) {
            0x41..=0x24f | 0x1e00..=0x1eff => Some(Self::Latin),
            0x370..=0x3e1 | 0x3f0..=0x3ff | 0x1f00..=0x1fff => Some(Self::Greek),
            0x3e2..=0x3ef | 0x2c80..=0x2cff => Some(Self::Coptic),
            0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Some(Self::Cyrillic),
            0x530..=0x58f => Some(Self::Armenian),
            0x13a0..=0x13ff | 0xab70..=0xabbf => Some(Self::Cherokee),
            0x250..=0x2af | 0x1d00..=0x1dbf | 0x2100..=0x218f | 0x2460..=0x24ff => Some(Self::Styled),
            0xff21..=0xff5a | 0x1d400..=0x1d7ff | 0x1f100..=0x1f1ff => Some(Self::Styled),
            _ => None,
        }
    }
}

fn is_mixed(text: &str) -> bool {
    let mut alphabets = text.chars().filter_map(Alphabet::of);
    let first = alphabets.next();
    alphabets.any(|alphabet| Some(alphabet) != first)
}

/// Marks that are drawn over, under or through the character before them.
fn is_mark(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn safe(text: &str) -> SafeText {
        SafeText::from_bytes(text.as_bytes())
    }

    #[test]
    fn honest_names_stay_as_they_are() {
        for name in ["Alice Validator", "Eve Ünïcode ✓", "Τ", "日本 Net", "тао"] {
            let safe = safe(name);
            assert_eq!(safe.text, name);
            assert!(!safe.cleaned && !safe.mixed, "{name}");
        }
    }

    #[test]
    fn what_would_deceive_is_taken_out() {
        let shown = safe("ev\u{202e}il\0\u{200b} \u{2066}name\u{7}\n");
        assert_eq!(shown.text, "evil name");
        assert!(shown.cleaned);
        assert_eq!(safe("one\n\n  two").text, "one two");
        assert_eq!(
            safe(&format!("a{}", "\u{301}".repeat(40))).text,
            "a\u{301}\u{301}"
        );
        assert!(safe("\u{202e}\u{200b}").is_empty());
    }

    #[test]
    fn bytes_that_are_no_text_show_as_such() {
        let shown = SafeText::from_bytes(&[b'a', 0xff, b'b']);
        assert_eq!(shown.text, "a\u{fffd}b");
        assert!(shown.cleaned);
    }

    #[test]
    fn alphabets_that_resemble_each_other_are_marked() {
        for name in ["Opentensor Fоundation", "τao", "Αlice", "𝐀lice", "ａlice"] {
            assert!(safe(name).mixed, "{name}");
        }
        assert!(!safe("Opentensor Foundation 42 ✓").mixed);
    }

    proptest! {
        #[test]
        fn any_bytes_become_one_plain_line(bytes: Vec<u8>) {
            let shown = SafeText::from_bytes(&bytes);
            prop_assert!(shown.text.chars().all(|character| character != '\n' && is_plain(character)));
            prop_assert_eq!(shown.text.trim(), &shown.text);
            prop_assert_eq!(SafeText::from_bytes(shown.text.as_bytes()).text, shown.text);
        }
    }
}
