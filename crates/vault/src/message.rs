//! Bytes that are no transaction, such as a login of a website. They are signed in a wrapping, so that nobody can have a
//! transaction signed by calling it a message.

use taolight_primitives::{Bytes, ErrorCode, Failure};

/// What wallets put around a message before they sign it.
const BEFORE: &[u8] = b"<Bytes>";
const AFTER: &[u8] = b"</Bytes>";
/// Longer messages are refused: nobody can read them.
const LONGEST: usize = 64 * 1024;

/// A message in its wrapping.
pub(crate) struct Message(Vec<u8>);

impl Message {
    /// Wraps a message, unless it is wrapped already: that is what every wallet does, so the same message has the same
    /// signature everywhere.
    pub(crate) fn new(message: &Bytes) -> Result<Self, Failure> {
        let message = message.0.as_slice();
        if message.len() > LONGEST {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                format!("a message has {LONGEST} bytes at most"),
            ));
        }
        let is_wrapped = message.len() >= BEFORE.len() + AFTER.len()
            && message.starts_with(BEFORE)
            && message.ends_with(AFTER);
        Ok(Self(if is_wrapped {
            message.to_vec()
        } else {
            [BEFORE, message, AFTER].concat()
        }))
    }

    /// What is signed.
    pub(crate) fn signed(&self) -> &[u8] {
        &self.0
    }

    /// What is inside, as text; none if it is no text that looks like what it is.
    pub(crate) fn text(&self) -> Option<String> {
        let inside = &self.0[BEFORE.len()..self.0.len() - AFTER.len()];
        let text = str::from_utf8(inside).ok()?;
        text.chars().all(shows_itself).then(|| text.to_owned())
    }
}

/// Whether a character can be seen and moves nothing around it. Control characters, and those that turn the direction of
/// writing or take no room, could make a message look like another one.
fn shows_itself(character: char) -> bool {
    match character {
        '\n' | '\t' => true,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => false,
        other => !other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> Message {
        Message::new(&Bytes(bytes.to_vec())).unwrap()
    }

    #[test]
    fn wrapped_once_whatever_it_is() {
        assert_eq!(message(b"hi").signed(), b"<Bytes>hi</Bytes>");
        assert_eq!(message(b"").signed(), b"<Bytes></Bytes>");
        assert_eq!(message(b"<Bytes>hi</Bytes>").signed(), b"<Bytes>hi</Bytes>");
        // Half a wrapping is none, and neither is one whose halves overlap.
        assert_eq!(message(b"<Bytes>hi").signed(), b"<Bytes><Bytes>hi</Bytes>");
        assert_eq!(
            message(b"<Bytes>/Bytes>").signed(),
            b"<Bytes><Bytes>/Bytes></Bytes>"
        );
        let long = Bytes(vec![b'a'; LONGEST + 1]);
        assert_eq!(Message::new(&long).err().unwrap().code, ErrorCode::TypeMismatch);
    }

    #[test]
    fn only_text_that_shows_itself_is_text() {
        let shown = "Log in to «Bittensor» as Ä\n\tτ 1.5";
        assert_eq!(message(shown.as_bytes()).text().as_deref(), Some(shown));
        assert_eq!(message(b"<Bytes>hi</Bytes>").text().as_deref(), Some("hi"));
        for hidden in [
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{0}b",
            "a\u{7f}b",
            "a\u{e0041}b",
            "a\rb",
        ] {
            assert_eq!(message(hidden.as_bytes()).text(), None, "{hidden:?}");
        }
        assert_eq!(message(&[0xff, 0xfe]).text(), None);
    }
}
