//! Fields of a JSON object, taken one by one so that an error can name the field it is about. Values stay text until
//! somebody asks for them, so the megabytes of a raw genesis are not built in memory when nobody does.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::NetworkError;

/// Fields of one object of a JSON document.
pub(crate) struct Fields<'a> {
    path: String,
    values: BTreeMap<String, &'a RawValue>,
}

impl<'a> Fields<'a> {
    /// The fields of the whole document.
    pub(crate) fn of_document(text: &'a str) -> Result<Self, NetworkError> {
        let values = serde_json::from_str(text)
            .map_err(|error| NetworkError::malformed("(document)", format!("this is not JSON: {error}")))?;
        Ok(Self {
            path: String::new(),
            values,
        })
    }

    /// Whether there is such a field, and it is not null.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// The text of a field that is neither missing nor null.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a RawValue> {
        self.values
            .get(name)
            .copied()
            .filter(|value| value.get() != "null")
    }

    /// A field that may be missing or null.
    pub(crate) fn optional<T: Deserialize<'a>>(&self, name: &str) -> Result<Option<T>, NetworkError> {
        self.raw(name)
            .map(|value| serde_json::from_str(value.get()))
            .transpose()
            .map_err(|error| NetworkError::malformed(self.path_of(name), error))
    }

    /// A field that must be there.
    pub(crate) fn required<T: Deserialize<'a>>(&self, name: &str) -> Result<T, NetworkError> {
        self.optional(name)?.ok_or_else(|| self.missing(name))
    }

    /// An object that may be missing or null.
    pub(crate) fn optional_object(&self, name: &str) -> Result<Option<Self>, NetworkError> {
        let values = self.optional(name)?;
        Ok(values.map(|values| Self {
            path: format!("{}.", self.path_of(name)),
            values,
        }))
    }

    /// An object that must be there.
    pub(crate) fn object(&self, name: &str) -> Result<Self, NetworkError> {
        self.optional_object(name)?.ok_or_else(|| self.missing(name))
    }

    /// The path of a field, for an error about it.
    pub(crate) fn path_of(&self, name: &str) -> String {
        format!("{}{name}", self.path)
    }

    fn missing(&self, name: &str) -> NetworkError {
        NetworkError::malformed(self.path_of(name), "is missing")
    }
}
