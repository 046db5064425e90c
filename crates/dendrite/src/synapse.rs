//! A synapse: one kind of question that an axon answers, described by a small JSON text. A description says what a form
//! shows, what is sent, and what the miner hashes; it is checked when it is read, so that every one here can be filled in.
//!
//! | key | what it says |
//! |---|---|
//! | `name` | the class, which is the path |
//! | `about` | what it is for |
//! | `timeout` | seconds; 12 if left out |
//! | `stream` | how its answer is streamed: `text`, `objects` or `events`; left out, the answer is one JSON object |
//! | `fields` | its own fields in the order of the class, see [`Field`] |
//! | `hash` | the fields that are hashed, in the order of the class's own list |

mod build;
mod field;
mod hash;
#[cfg(test)]
mod tests;

use std::{collections::HashSet, time::Duration};

use serde::Deserialize;

pub use build::{Call, FillError};
pub use field::{Field, InHeader, Kind, Member};
pub use hash::{NO_FIELDS_HASH, Unhashable};

use crate::{Json, StreamFormat};

/// What the SDK waits when nothing else is said.
const TIMEOUT_SECONDS: u32 = 12;
/// The longest that a description may ask to wait.
const MAX_TIMEOUT_SECONDS: u32 = 600;

/// A kind of question that an axon answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Description")]
pub struct Synapse {
    name: String,
    about: String,
    timeout: u32,
    stream: Option<StreamFormat>,
    fields: Vec<Field>,
    hash: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    name: String,
    #[serde(default)]
    about: String,
    #[serde(default = "default_timeout")]
    timeout: u32,
    stream: Option<StreamFormat>,
    #[serde(default)]
    fields: Vec<Field>,
    #[serde(default)]
    hash: Vec<String>,
}

fn default_timeout() -> u32 {
    TIMEOUT_SECONDS
}

/// Why a description of a synapse is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SynapseError {
    /// Not the JSON of a description.
    #[error("this is no description of a synapse: {0}")]
    Malformed(String),
    /// A name that no class or field in Python can have.
    #[error("{0:?} is no name of a class or field in Python")]
    Name(String),
    /// A name that is taken, by another field or by what every synapse has.
    #[error("the field {0} stands there twice, or is one that every synapse has")]
    Twice(String),
    /// A field that no miner could receive.
    #[error(
        "the field {0} is required and has an upper-case letter; miners read required fields from headers, whose names they put in lower case, so no miner can answer this synapse"
    )]
    UpperCase(String),
    /// A field that is hashed but not described.
    #[error("the hashed field {0} is not among the fields")]
    Hash(String),
    /// A waiting time of nothing, or one that is too long.
    #[error("a timeout has 1 to {MAX_TIMEOUT_SECONDS} seconds")]
    Timeout,
}

/// What every synapse has beside its own fields.
const ENVELOPE: [&str; 7] = [
    "name",
    "timeout",
    "total_size",
    "header_size",
    "dendrite",
    "axon",
    "computed_body_hash",
];

impl Synapse {
    /// Reads a description.
    pub fn parse(text: &str) -> Result<Self, SynapseError> {
        let description: Description =
            serde_json::from_str(text).map_err(|error| SynapseError::Malformed(error.to_string()))?;
        description.try_into()
    }

    /// The one that every axon of the SDK has, and answers to whoever signs: a ping.
    pub fn ping() -> Self {
        Self {
            name: "Synapse".to_owned(),
            about: String::new(),
            timeout: TIMEOUT_SECONDS,
            stream: None,
            fields: Vec::new(),
            hash: Vec::new(),
        }
    }

    /// One of which only the name is known, with the fields of these values. Each of them is announced in a header, which a
    /// miner does not mind if it needs none; it cannot be for names with an upper-case letter, nor for nothing.
    pub fn free(
        name: &str,
        values: &[(String, Json)],
        stream: Option<StreamFormat>,
    ) -> Result<Self, SynapseError> {
        let field = |(name, value): &(String, Json)| {
            let has_upper_case = name.bytes().any(|byte| byte.is_ascii_uppercase());
            Field::any(name, !has_upper_case && *value != Json::Null)
        };
        Description {
            name: name.to_owned(),
            about: String::new(),
            timeout: TIMEOUT_SECONDS,
            stream,
            fields: values.iter().map(field).collect(),
            hash: Vec::new(),
        }
        .try_into()
    }

    /// The class, which is the path as well.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is for, in words; empty if nobody has said.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// How long an answer may take.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout.into())
    }

    /// How its answer is streamed; none if the answer is one JSON object.
    pub fn stream(&self) -> Option<StreamFormat> {
        self.stream
    }

    /// Its own fields, in the order of the class.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The fields that are asked for.
    pub fn questions(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.answer)
    }

    /// The fields that the miner fills in.
    pub fn answers(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.answer)
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// What is a synapse's own in an answer, without what every synapse has. Whatever is no object stays as it is.
pub fn own_fields(answer: Json) -> Json {
    let Json::Object(mut members) = answer else {
        return answer;
    };
    members.retain(|(name, _)| !ENVELOPE.contains(&name.as_str()));
    Json::Object(members)
}

impl TryFrom<Description> for Synapse {
    type Error = SynapseError;

    fn try_from(given: Description) -> Result<Self, SynapseError> {
        check_name(&given.name)?;
        if !(1..=MAX_TIMEOUT_SECONDS).contains(&given.timeout) {
            return Err(SynapseError::Timeout);
        }
        let mut names: HashSet<&str> = ENVELOPE.into();
        for field in &given.fields {
            field.check()?;
            if !names.insert(&field.name) {
                return Err(SynapseError::Twice(field.name.clone()));
            }
            if field.required && field.name.contains(|letter: char| letter.is_ascii_uppercase()) {
                return Err(SynapseError::UpperCase(field.name.clone()));
            }
        }
        let is_unknown = |name: &&String| given.fields.iter().all(|field| field.name != **name);
        if let Some(unknown) = given.hash.iter().find(is_unknown) {
            return Err(SynapseError::Hash(unknown.clone()));
        }
        Ok(Self {
            name: given.name,
            about: given.about,
            timeout: given.timeout,
            stream: given.stream,
            fields: given.fields,
            hash: given.hash,
        })
    }
}

/// Names go into paths and headers: ASCII only, though Python has more.
fn check_name(name: &str) -> Result<(), SynapseError> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let is_name =
        matches!(name.len(), 1..=128) && name.bytes().all(is_part) && !name.as_bytes()[0].is_ascii_digit();
    if is_name {
        return Ok(());
    }
    Err(SynapseError::Name(name.to_owned()))
}
