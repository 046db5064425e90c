//! Values as Python prints them, because an axon hashes `str()` of the fields that it has after parsing.

mod float;
#[cfg(test)]
mod tests;
mod text;

use core::fmt::{self, Write as _};

pub use float::float;
pub use text::is_printable;

use crate::Json;

/// A Python value as far as it prints.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// A whole number in decimal digits.
    Int(String),
    /// A float.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A tuple.
    Tuple(Vec<Value>),
    /// A dict, or a nested model, in its order.
    Dict(Vec<(String, Value)>),
    /// A member of an enumeration.
    Member {
        /// The class and the member's name, with a point between.
        path: String,
        /// What the member stands for.
        value: String,
    },
}

impl Value {
    /// What Python reads of JSON without knowing any type: the spelling of a number decides what it is.
    pub fn untyped(json: &Json) -> Self {
        match json {
            Json::Null => Self::None,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) if number.is_whole() => Self::int(number.as_str()),
            Json::Number(number) => Self::Float(number.to_f64()),
            Json::Text(text) => Self::Text(text.clone()),
            Json::List(items) => Self::List(items.iter().map(Self::untyped).collect()),
            Json::Object(members) => {
                let member = |(key, value): &(String, Json)| (key.clone(), Self::untyped(value));
                Self::Dict(members.iter().map(member).collect())
            }
        }
    }

    /// A whole number as JSON spells it; Python has no negative zero there.
    pub fn int(spelling: &str) -> Self {
        let digits = if spelling == "-0" { "0" } else { spelling };
        Self::Int(digits.to_owned())
    }

    /// What `str()` gives: a text itself, everything else as in a container.
    pub fn str(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Member { path, .. } => path.clone(),
            Self::None
            | Self::Bool(_)
            | Self::Int(_)
            | Self::Float(_)
            | Self::List(_)
            | Self::Tuple(_)
            | Self::Dict(_) => self.to_string(),
        }
    }
}

/// What `repr()` gives.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(true) => f.write_str("True"),
            Self::Bool(false) => f.write_str("False"),
            Self::Int(digits) => f.write_str(digits),
            Self::Float(value) => f.write_str(&float(*value)),
            Self::Text(text) => f.write_str(&text::quoted(text)),
            Self::List(items) => {
                f.write_char('[')?;
                separated(items, f)?;
                f.write_char(']')
            }
            Self::Tuple(items) => {
                f.write_char('(')?;
                separated(items, f)?;
                f.write_str(if items.len() == 1 { ",)" } else { ")" })
            }
            Self::Dict(members) => {
                f.write_char('{')?;
                for (index, (key, value)) in members.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{}: {value}", text::quoted(key))?;
                }
                f.write_char('}')
            }
            Self::Member { path, value } => write!(f, "<{path}: {}>", text::quoted(value)),
        }
    }
}

fn separated(items: &[Value], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        write!(f, "{comma}{item}")?;
    }
    Ok(())
}
