//! JSON that is looked into one level at a time, so that an answer costs only what is shown of it. Numbers and words stay
//! as they were written, because no number type of ours holds every number that a miner may write.

use std::ops::Range;
use std::sync::Arc;

/// Levels of lists and objects that are taken apart; what is deeper is shown as it was written.
pub(crate) const DEEPEST: usize = 24;
/// Members of one list or object that are shown.
pub(crate) const MOST_MEMBERS: usize = 200;

/// A value, as it was written in an answer. Clones share the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Json {
    text: Arc<str>,
    range: Range<usize>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text.
    Text(String),
    /// A number, `true`, `false` or `null`, as it was written; and whatever is no JSON.
    Word(String),
    /// A list.
    List(Members<Json>),
    /// An object.
    Object(Members<(String, Json)>),
}

/// The first members of a list or an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Members<T> {
    /// As many as are shown.
    pub(crate) shown: Vec<T>,
    /// How many there are.
    pub(crate) count: usize,
}

impl Json {
    /// The value that a text is.
    pub(crate) fn new(text: Arc<str>) -> Self {
        let range = 0..text.len();
        Self { text, range }.trimmed()
    }

    /// As it was written.
    pub(crate) fn as_written(&self) -> &str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    /// What it is, one level of it.
    pub(crate) fn shape(&self) -> Shape {
        let written = self.as_written();
        let shape = match written.as_bytes().first() {
            Some(b'"') => serde_json::from_str(written).ok().map(Shape::Text),
            Some(b'[') => self.members(Some).map(Shape::List),
            Some(b'{') => self.members(Self::pair).map(Shape::Object),
            _ => None,
        };
        shape.unwrap_or_else(|| Shape::Word(written.to_owned()))
    }

    /// The members between the brackets; none if one of those that are shown cannot be read.
    fn members<T>(&self, read: impl Fn(Self) -> Option<T>) -> Option<Members<T>> {
        let inside = self.range.start + 1..self.range.end.checked_sub(1)?;
        let mut members = Members {
            shown: Vec::new(),
            count: 0,
        };
        for range in pieces(self.text.get(inside.clone())?, b',') {
            let member = self.part(inside.start + range.start..inside.start + range.end);
            if members.count == 0 && member.range.is_empty() {
                break;
            }
            if members.count < MOST_MEMBERS {
                members.shown.push(read(member)?);
            }
            members.count += 1;
        }
        Some(members)
    }

    /// A member of an object: its key and its value.
    fn pair(self) -> Option<(String, Self)> {
        let key = pieces(self.as_written(), b':').next()?;
        if self.as_written().as_bytes().get(key.end) != Some(&b':') {
            return None;
        }
        let value = self.part(self.range.start + key.end + 1..self.range.end);
        let key = self.as_written().get(key)?.trim_end();
        Some((serde_json::from_str(key).ok()?, value))
    }

    fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.clone();
        Self { text, range }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        let written = self.as_written();
        let start = written.len() - written.trim_start().len();
        let end = written.trim_end().len();
        // All of it can be white space.
        self.range = self.range.start + start.min(end)..self.range.start + end;
        self
    }
}

/// The parts of a text between those separators that stand neither in a text nor in brackets of their own.
fn pieces(text: &str, separator: u8) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
        for (at, byte) in bytes.iter().enumerate().skip(start) {
            match byte {
                _ if in_text => {
                    in_text = escaped || *byte != b'"';
                    escaped = *byte == b'\\' && !escaped;
                }
                b'"' => in_text = true,
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ if *byte == separator && depth == 0 => {
                    next = Some(at + 1);
                    return Some(start..at);
                }
                _ => {}
            }
        }
        next = None;
        Some(start..bytes.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        Json::new(text.into())
    }

    fn object(text: &str) -> Vec<(String, Shape)> {
        match json(text).shape() {
            Shape::Object(members) => {
                let shape = |(key, value): (String, Json)| (key, value.shape());
                members.shown.into_iter().map(shape).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_level_at_a_time() {
        let text = r#" { "a" : [1.0, {"b": "x,]"}, [ ]] ,"c\"d":12345678901234567890.10, "" : null } "#;
        let members = object(text);
        let keys: Vec<_> = members.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["a", "c\"d", ""]);
        assert_eq!(members[1].1, Shape::Word("12345678901234567890.10".to_owned()));
        assert_eq!(members[2].1, Shape::Word("null".to_owned()));
        let Shape::List(list) = &members[0].1 else {
            panic!("{members:?}");
        };
        let written: Vec<_> = list.shown.iter().map(Json::as_written).collect();
        assert_eq!((list.count, written), (3, vec!["1.0", r#"{"b": "x,]"}"#, "[ ]"]));
        let empty = Members {
            shown: vec![],
            count: 0,
        };
        assert_eq!(list.shown[2].shape(), Shape::List(empty));
        assert_eq!(object(r#"{"b": "x,]\\"}"#)[0].1, Shape::Text("x,]\\".to_owned()));
    }

    #[test]
    fn only_the_first_members_are_shown() {
        let text = format!("[{}0]", "0,".repeat(999));
        let Shape::List(members) = json(&text).shape() else {
            panic!("a list");
        };
        assert_eq!((members.count, members.shown.len()), (1000, MOST_MEMBERS));
    }

    #[test]
    fn what_is_no_json_is_shown_as_it_is() {
        for text in ["", " ", "{", "[", "{a}", "{\"a\"}", "\"", "]]", "<b>"] {
            assert_eq!(json(text).shape(), Shape::Word(text.trim().to_owned()), "{text}");
        }
        let deep = "[".repeat(100_000);
        assert!(matches!(json(&deep).shape(), Shape::List(_)));
    }
}
