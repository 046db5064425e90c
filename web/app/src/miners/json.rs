//! JSON laid out for people: only its white space changes. Numbers and texts stay as they were written, because no number
//! type of ours holds every number that a miner may write.

/// Deeper than this, nothing is indented further.
const DEEPEST: usize = 32;

/// JSON with a line for each value.
pub(crate) fn laid_out(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut escaped = false;
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        if in_text {
            text.push(character);
            in_text = escaped || character != '"';
            escaped = character == '\\' && !escaped;
            continue;
        }
        match character {
            ' ' | '\n' | '\r' | '\t' => {}
            '"' => {
                in_text = true;
                text.push(character);
            }
            '{' | '[' => {
                text.push(character);
                while characters.peek().is_some_and(|next| next.is_ascii_whitespace()) {
                    characters.next();
                }
                if let Some(end) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    text.push(end);
                } else {
                    depth += 1;
                    new_line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut text, depth);
                text.push(character);
            }
            ',' => {
                text.push(character);
                new_line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            _ => text.push(character),
        }
    }
    text
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    for _ in 0..depth.min(DEEPEST) {
        text.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn only_white_space_changes() {
        let json = r#"{"a":[1.0,{}, [ ]],"b":"x,{ \"y\" \\","c":12345678901234567890.10}"#;
        let laid = laid_out(json);
        assert_eq!(
            laid,
            "{\n  \"a\": [\n    1.0,\n    {},\n    []\n  ],\n  \"b\": \"x,{ \\\"y\\\" \\\\\",\n  \"c\": 12345678901234567890.10\n}"
        );
        assert_eq!(laid_out(&laid), laid);
    }

    #[test]
    fn what_is_no_json_does_no_harm() {
        assert_eq!(laid_out("]]}"), "\n]\n]\n}");
        assert!(laid_out(&"[".repeat(10_000)).len() < 1_000_000);
    }
}
