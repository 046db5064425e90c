//! JSON as miners hash it: objects keep the order of their keys, and numbers keep their spelling, because `1` and `1.0`
//! are different values in Python.

mod read;
#[cfg(test)]
mod tests;

use core::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, SeqAccess, Visitor},
};

/// Levels of lists and objects in one another that are still read.
pub const MAX_JSON_DEPTH: usize = 64;
/// Values that are still read, lists and objects among them. In memory each takes many times what it takes as text.
pub const MAX_JSON_VALUES: usize = 1_000_000;
/// Characters of a number that are still read; Python itself refuses whole numbers above 4300 digits.
const MAX_NUMBER: usize = 1024;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in its spelling.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Members in the order in which they were written. No key twice: the last value counts, at the first one's place.
    Object(Vec<(String, Json)>),
}

/// A JSON number in its spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(String);

/// Why a text is not JSON that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Not the grammar of JSON.
    #[error("this is no JSON: it goes wrong at byte {at}")]
    Malformed {
        /// Where, in bytes from the beginning.
        at: usize,
    },
    /// More levels than [`MAX_JSON_DEPTH`].
    #[error("this JSON has more than {MAX_JSON_DEPTH} levels of lists and objects")]
    TooDeep,
    /// More values than [`MAX_JSON_VALUES`].
    #[error("this JSON has more than {MAX_JSON_VALUES} values")]
    TooMany,
}

impl Json {
    /// Reads one value and nothing behind it.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        read::parse(text)
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The member of an object; none if this is no object or has no such member.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let found = members.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::List(_) | Self::Object(_) => None,
        }
    }
}

impl Number {
    /// The spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Python reads a whole number of any size here, not a float.
    pub fn is_whole(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }

    /// The nearest float; infinite if it is beyond all floats.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// A float in the spelling of Python, which has a point or an exponent. None for what JSON cannot write.
    pub fn float(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self(crate::python::float(value)))
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

/// Compact JSON.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(number) => f.write_str(number.as_str()),
            Self::Text(text) => write_text(text, f),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", comma(index))?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (key, value)) in members.iter().enumerate() {
                    f.write_str(comma(index))?;
                    write_text(key, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

fn comma(index: usize) -> &'static str {
    if index == 0 { "" } else { "," }
}

fn write_text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

/// For defaults in descriptions of synapses. Whole numbers beyond 64 bits lose their spelling here, as they do not in
/// [`Json::parse`].
impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(Number(value.to_string())))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Json, E> {
        let number = Number::float(value).ok_or_else(|| E::custom("not a finite number"))?;
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut members: Vec<(String, Json)> = Vec::new();
        while let Some((key, value)) = entries.next_entry::<String, Json>()? {
            if members.iter().any(|(name, _)| *name == key) {
                return Err(A::Error::custom(format!("{key:?} stands there twice")));
            }
            members.push((key, value));
        }
        Ok(Json::Object(members))
    }
}
