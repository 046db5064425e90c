//! The oldest of btcli's Ansible files hold their JSON as a YAML text in quotes.

use zeroize::Zeroizing;

/// The text inside the quotes. None if the bytes are no such text, as in all newer files.
///
/// Inside single quotes a doubled quote stands for one, and a line break with what is blank around it for a space: that
/// is how YAML folds a long line. Inside double quotes JSON's own rules do, since JSON has no line that could be folded
/// without an escape.
pub(super) fn unquote(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = str::from_utf8(bytes).ok()?.trim();
    if let Some(inner) = text.strip_prefix('\'') {
        return Some(fold(inner.strip_suffix('\'')?));
    }
    if text.starts_with('"') {
        return serde_json::from_str(text).ok().map(Zeroizing::new);
    }
    None
}

fn fold(text: &str) -> Zeroizing<String> {
    let mut folded = Zeroizing::new(String::with_capacity(text.len()));
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            folded.push(' ');
        }
        let mut pieces = line.trim().split("''");
        if let Some(first) = pieces.next() {
            folded.push_str(first);
        }
        for piece in pieces {
            folded.push('\'');
            folded.push_str(piece);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::unquote;

    fn unquoted(text: &str) -> Option<String> {
        unquote(text.as_bytes()).map(|text| text.to_string())
    }

    #[test]
    fn quotes_are_taken_off() {
        assert_eq!(unquoted("'{\"a\":\"b\n  c\"}'\n").unwrap(), "{\"a\":\"b c\"}");
        assert_eq!(unquoted("'it''s'").unwrap(), "it's");
        assert_eq!(unquoted(r#""{\"a\":1}""#).unwrap(), r#"{"a":1}"#);
        for text in ["{\"a\":1}", "'open", "\"open", "", "plain"] {
            assert_eq!(unquoted(text), None, "{text}");
        }
    }
}
