//! Texts as Python quotes them in a container.

use core::fmt::Write as _;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// Whether Python prints a character as it is. Which characters exist depends on the Unicode tables of either side; only
/// those of the last years differ.
pub fn is_printable(character: char) -> bool {
    use GeneralCategory as Category;
    match character.general_category() {
        Category::SpaceSeparator => character == ' ',
        Category::Control
        | Category::Format
        | Category::Surrogate
        | Category::PrivateUse
        | Category::Unassigned
        | Category::LineSeparator
        | Category::ParagraphSeparator => false,
        Category::UppercaseLetter
        | Category::LowercaseLetter
        | Category::TitlecaseLetter
        | Category::ModifierLetter
        | Category::OtherLetter
        | Category::NonspacingMark
        | Category::SpacingMark
        | Category::EnclosingMark
        | Category::DecimalNumber
        | Category::LetterNumber
        | Category::OtherNumber
        | Category::ConnectorPunctuation
        | Category::DashPunctuation
        | Category::OpenPunctuation
        | Category::ClosePunctuation
        | Category::InitialPunctuation
        | Category::FinalPunctuation
        | Category::OtherPunctuation
        | Category::MathSymbol
        | Category::CurrencySymbol
        | Category::ModifierSymbol
        | Category::OtherSymbol => true,
    }
}

/// What `repr()` gives: in single quotes, unless only double ones need no escape.
pub(super) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for character in text.chars() {
        escape(character, quote, &mut quoted);
    }
    quoted.push(quote);
    quoted
}

fn escape(character: char, quote: char, to: &mut String) {
    let code = u32::from(character);
    // Writing to a text never fails.
    let _ = match character {
        '\\' => to.write_str("\\\\"),
        '\n' => to.write_str("\\n"),
        '\r' => to.write_str("\\r"),
        '\t' => to.write_str("\\t"),
        _ if character == quote => write!(to, "\\{quote}"),
        _ if is_printable(character) => to.write_char(character),
        _ if code < 0x100 => write!(to, "\\x{code:02x}"),
        _ if code < 0x1_0000 => write!(to, "\\u{code:04x}"),
        _ => write!(to, "\\U{code:08x}"),
    };
}
