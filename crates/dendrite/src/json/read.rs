//! Reads JSON in one pass. Only the structure is read here; texts and numbers are left to serde_json.

use std::collections::HashMap;

use serde::de::IgnoredAny;

use super::{Json, JsonError, MAX_JSON_DEPTH, MAX_JSON_VALUES, MAX_NUMBER, Number};

pub(super) fn parse(text: &str) -> Result<Json, JsonError> {
    let mut reader = Reader {
        text,
        at: 0,
        left: MAX_JSON_VALUES,
    };
    let value = reader.value(MAX_JSON_DEPTH)?;
    reader.skip_space();
    if reader.at < text.len() {
        return Err(reader.malformed());
    }
    Ok(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Values that may still come.
    left: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.left = self.left.checked_sub(1).ok_or(JsonError::TooMany)?;
        self.skip_space();
        match self.peek() {
            Some(b'[') => self.list(depth.checked_sub(1).ok_or(JsonError::TooDeep)?),
            Some(b'{') => self.object(depth.checked_sub(1).ok_or(JsonError::TooDeep)?),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            _ => self.number().map(Json::Number),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.takes(b']') {
                return Ok(Json::List(items));
            }
            self.demand(b',')?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.at += 1;
        let mut members = Members::default();
        if self.takes(b'}') {
            return Ok(members.object());
        }
        loop {
            self.skip_space();
            let key = self.string()?;
            self.demand(b':')?;
            members.push(key, self.value(depth)?);
            if self.takes(b'}') {
                return Ok(members.object());
            }
            self.demand(b',')?;
        }
    }

    fn string(&mut self) -> Result<String, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.malformed());
        }
        let mut bytes = self.text.bytes().enumerate().skip(self.at + 1);
        let end = loop {
            match bytes.next() {
                Some((_, b'\\')) => drop(bytes.next()),
                Some((end, b'"')) => break end + 1,
                Some(_) => {}
                None => return Err(self.malformed()),
            }
        };
        self.scalar(end, |raw| serde_json::from_str(raw).ok())
    }

    fn number(&mut self) -> Result<Number, JsonError> {
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
        let length = self.rest().bytes().take_while(|byte| is_part(byte)).count();
        self.scalar(self.at + length, |raw| {
            let is_number = raw.len() <= MAX_NUMBER && serde_json::from_str::<IgnoredAny>(raw).is_ok();
            is_number.then(|| Number(raw.to_owned()))
        })
    }

    /// What stands from here to `end`.
    fn scalar<T>(&mut self, end: usize, read: impl FnOnce(&'a str) -> Option<T>) -> Result<T, JsonError> {
        let raw = self.text.get(self.at..end).and_then(read);
        let value = raw.ok_or_else(|| self.malformed())?;
        self.at = end;
        Ok(value)
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, JsonError> {
        if !self.rest().starts_with(word) {
            return Err(self.malformed());
        }
        self.at += word.len();
        Ok(value)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn demand(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.takes(byte) {
            return Ok(());
        }
        Err(self.malformed())
    }

    fn malformed(&self) -> JsonError {
        JsonError::Malformed { at: self.at }
    }
}

/// The members of an object so far, and the place of each key.
#[derive(Default)]
struct Members {
    list: Vec<(String, Json)>,
    places: HashMap<String, usize>,
}

impl Members {
    fn push(&mut self, key: String, value: Json) {
        if let Some((_, earlier)) = self.places.get(&key).and_then(|place| self.list.get_mut(*place)) {
            *earlier = value;
            return;
        }
        self.places.insert(key.clone(), self.list.len());
        self.list.push((key, value));
    }

    fn object(self) -> Json {
        Json::Object(self.list)
    }
}
