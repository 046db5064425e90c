//! The hash that an axon compares: SHA3-256 over what Python prints of the hashed fields, with the values that the miner
//! has after parsing. So types decide how a number prints, and defaults count like what was sent.

use sha3::{Digest as _, Sha3_256};

use super::{Field, Kind, Synapse};
use crate::{Json, python::Value};

/// The hash of a synapse that hashes no field, as most do not.
pub const NO_FIELDS_HASH: &str = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";

/// Why the hash cannot be computed, so that nothing may be signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unhashable {
    /// A hashed field without value, whose default is not described.
    #[error("the miner hashes the field {0}, which has no value and no known default")]
    NoValue(String),
    /// A hashed field whose printed form is not known.
    #[error("the miner hashes the field {0}, and how Python prints a tensor there is not known")]
    Tensor(String),
    /// A value that is not one of the field.
    #[error("the miner hashes the field {0}, whose value is not of its type")]
    Type(String),
}

/// Lower-case hexadecimal digits of SHA3-256.
fn digest(text: &str) -> String {
    hex::encode(Sha3_256::digest(text))
}

/// The hash over what Python prints of each field.
pub(crate) fn body_hash(printed: impl IntoIterator<Item = String>) -> String {
    let digests: String = printed.into_iter().map(|text| digest(&text)).collect();
    digest(&digests)
}

impl Synapse {
    /// The hash of these values of the fields.
    pub(super) fn hash(&self, values: &[(String, Json)]) -> Result<String, Unhashable> {
        let printed = self.hash.iter().map(|name| {
            let value = values.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            let field = self
                .field(name)
                .ok_or_else(|| Unhashable::NoValue(name.clone()))?;
            field.python(value).map(|value| value.str())
        });
        Ok(body_hash(printed.collect::<Result<Vec<_>, _>>()?))
    }
}

impl Field {
    /// What the miner has of this field.
    fn python(&self, value: Option<&Json>) -> Result<Value, Unhashable> {
        match value.or(self.default.as_ref()) {
            Some(Json::Null) if self.nullable => Ok(Value::None),
            Some(value) => self.kind.python(&self.name, value),
            None if self.nullable && !self.required => Ok(Value::None),
            None => Err(Unhashable::NoValue(self.name.clone())),
        }
    }
}

impl Kind {
    fn python(&self, field: &str, value: &Json) -> Result<Value, Unhashable> {
        let value = match (self, value) {
            (Self::Any, _) => Some(Value::untyped(value)),
            (Self::Tensor, _) => return Err(Unhashable::Tensor(field.to_owned())),
            (Self::Text, Json::Text(_)) | (Self::Boolean, Json::Bool(_)) => Some(Value::untyped(value)),
            (Self::Integer, Json::Number(number)) => number.is_whole().then(|| Value::int(number.as_str())),
            (Self::Number, Json::Number(number)) => Some(Value::Float(number.to_f64())),
            (Self::List(kind), Json::List(items)) => {
                let values = items
                    .iter()
                    .map(|item| kind.python(field, item))
                    .collect::<Result<_, _>>()?;
                Some(Value::List(values))
            }
            (Self::Tuple(kinds), Json::List(items)) if kinds.len() == items.len() => {
                let pairs = kinds.iter().zip(items);
                let values = pairs
                    .map(|(kind, item)| kind.python(field, item))
                    .collect::<Result<_, _>>()?;
                Some(Value::Tuple(values))
            }
            (Self::Map(kind), Json::Object(members)) => {
                let pairs = members
                    .iter()
                    .map(|(key, value)| Ok((key.clone(), kind.python(field, value)?)));
                Some(Value::Dict(pairs.collect::<Result<_, _>>()?))
            }
            (Self::Object(fields), Json::Object(_)) => {
                let pairs = fields
                    .iter()
                    .map(|inner| Ok((inner.name.clone(), inner.python(value.get(&inner.name))?)));
                Some(Value::Dict(pairs.collect::<Result<_, _>>()?))
            }
            (Self::Choice(options), Json::Text(text)) => {
                options.contains(text).then(|| Value::Text(text.clone()))
            }
            (Self::Enumeration { class, members }, Json::Text(text)) => {
                let member = members.iter().find(|member| member.value == *text);
                member.map(|member| Value::Member {
                    path: format!("{class}.{}", member.name),
                    value: member.value.clone(),
                })
            }
            (
                Self::Text
                | Self::Integer
                | Self::Number
                | Self::Boolean
                | Self::List(_)
                | Self::Tuple(_)
                | Self::Map(_)
                | Self::Object(_)
                | Self::Choice(_)
                | Self::Enumeration { .. },
                _,
            ) => None,
        };
        value.ok_or_else(|| Unhashable::Type(field.to_owned()))
    }
}
