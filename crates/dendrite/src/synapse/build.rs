//! A filled-in synapse: what is the same in every request for it, whichever miner it goes to.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{Synapse, Unhashable};
use crate::{Json, StreamFormat, limits::MAX_FIELD_HEADERS};

/// A filled-in synapse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub(crate) name: String,
    pub(crate) timeout: Duration,
    pub(crate) stream: Option<StreamFormat>,
    /// The required fields, and what stands in their headers.
    pub(crate) headers: Vec<(String, String)>,
    /// The fields of the body.
    pub(crate) fields: Vec<(String, Json)>,
    pub(crate) body_hash: String,
}

/// Why a synapse cannot be filled in like that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// A required field has no value.
    #[error("the field {0} needs a value")]
    Missing(String),
    /// A value for a field that the synapse does not have.
    #[error("this synapse has no field {0}")]
    Unknown(String),
    /// Two values for one field.
    #[error("the field {0} has two values")]
    Twice(String),
    /// A value of another type, or outside the bounds.
    #[error("the field {field} has to be {right}")]
    Wrong {
        /// The field.
        field: String,
        /// What its value has to be.
        right: String,
    },
    /// The hash cannot be computed.
    #[error(transparent)]
    Unhashable(#[from] Unhashable),
    /// Too much in headers.
    #[error("the required fields are too long for the headers of a request")]
    Headers,
}

impl FillError {
    /// The field that is meant, where one is.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Missing(field)
            | Self::Unknown(field)
            | Self::Twice(field)
            | Self::Wrong { field, .. }
            | Self::Unhashable(
                Unhashable::NoValue(field) | Unhashable::Tensor(field) | Unhashable::Type(field),
            ) => Some(field),
            Self::Headers => None,
        }
    }
}

impl Synapse {
    /// Fills in values. A field that is left out is not sent: the miner then takes its default.
    pub fn fill(&self, values: Vec<(String, Json)>) -> Result<Call, FillError> {
        let fields = self.in_order(values)?;
        let mut headers = Vec::new();
        let required = self.fields.iter().filter(|field| field.required);
        for field in required {
            let given = fields.iter().find(|(name, _)| *name == field.name);
            let (_, value) = given.ok_or_else(|| FillError::Missing(field.name.clone()))?;
            let header = STANDARD.encode(field.header(value).to_string());
            headers.push((field.name.clone(), header));
        }
        let length: usize = headers.iter().map(|(name, value)| name.len() + value.len()).sum();
        if length > MAX_FIELD_HEADERS {
            return Err(FillError::Headers);
        }
        Ok(Call {
            name: self.name.clone(),
            timeout: self.timeout(),
            stream: self.stream,
            headers,
            body_hash: self.hash(&fields)?,
            fields,
        })
    }

    /// The values in the order of the fields, each checked.
    fn in_order(&self, mut values: Vec<(String, Json)>) -> Result<Vec<(String, Json)>, FillError> {
        let mut ordered = Vec::new();
        for field in &self.fields {
            let Some(place) = values.iter().position(|(name, _)| *name == field.name) else {
                ordered.extend(field.place_for_answer());
                continue;
            };
            let (name, value) = values.remove(place);
            if let Some(right) = field.wrong(&value) {
                return Err(FillError::Wrong { field: name, right });
            }
            ordered.push((name, value));
        }
        match values.into_iter().next() {
            Some((name, _)) if self.field(&name).is_some() => Err(FillError::Twice(name)),
            Some((name, _)) => Err(FillError::Unknown(name)),
            None => Ok(ordered),
        }
    }
}

impl Call {
    /// The same call with another waiting time. A miner that checks the age of requests allows four seconds more.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The class, which is the path as well.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The hash that a miner compares, in lower-case hexadecimal digits.
    pub fn body_hash(&self) -> &str {
        &self.body_hash
    }

    /// How long an answer may take.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// How its answer is streamed; none if the answer is one JSON object.
    pub fn stream(&self) -> Option<StreamFormat> {
        self.stream
    }
}
