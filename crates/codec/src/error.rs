//! Why bytes cannot be read or written by a runtime's metadata.

use taolight_primitives::{ErrorCode, Failure};

/// Why something cannot be read from, or written for, a runtime.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// The metadata itself cannot be used.
    #[error("the runtime's metadata cannot be used: {0}")]
    Metadata(&'static str),
    /// The digest of the metadata cannot be computed.
    #[error("the digest of the runtime's metadata cannot be computed: {0}")]
    Digest(String),
    /// This runtime does not have it.
    #[error("this runtime has no {kind} {name}")]
    NotInRuntime {
        /// What kind of thing is missing.
        kind: &'static str,
        /// Its name, with its pallet or API where it has one.
        name: String,
    },
    /// The bytes end before the value does.
    #[error("the bytes end too early")]
    TooShort,
    /// The value ends before the bytes do.
    #[error("{0} bytes are left over")]
    LeftOver(usize),
    /// The bytes are not of the type that the metadata says.
    #[error("the bytes are not a value of their type: {0}")]
    Malformed(&'static str),
    /// Values within values, deeper than any honest one.
    #[error("the value is nested too deeply")]
    TooDeep,
    /// More values than bytes that could hold them.
    #[error("the value has too many parts")]
    TooMany,
    /// A value that was given, or read, is not of the type that the metadata says.
    #[error("{what} should be {want}")]
    Type {
        /// Which value.
        what: String,
        /// What the metadata wants.
        want: String,
    },
    /// An argument is missing.
    #[error("the argument {0} is missing")]
    Argument(String),
    /// A transaction extension that is unknown here and not empty.
    #[error(
        "this runtime's transactions need {0}, which this version of the wallet does not know; update it"
    )]
    Extension(String),
}

impl CodecError {
    /// The code of this error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Metadata(_) | Self::Digest(_) => ErrorCode::MalformedMetadata,
            Self::NotInRuntime { .. } => ErrorCode::NotInRuntime,
            Self::Extension(_) => ErrorCode::UnknownExtension,
            Self::TooShort
            | Self::LeftOver(_)
            | Self::Malformed(_)
            | Self::TooDeep
            | Self::TooMany
            | Self::Type { .. }
            | Self::Argument(_) => ErrorCode::TypeMismatch,
        }
    }

    pub(crate) fn missing(kind: &'static str, owner: &str, name: &str) -> Self {
        Self::NotInRuntime {
            kind,
            name: format!("{owner}.{name}"),
        }
    }

    pub(crate) fn wants(what: impl Into<String>, want: impl Into<String>) -> Self {
        Self::Type {
            what: what.into(),
            want: want.into(),
        }
    }
}

impl From<CodecError> for Failure {
    fn from(error: CodecError) -> Self {
        let failure = Failure::new(error.code(), &error);
        match error {
            CodecError::NotInRuntime { name, .. }
            | CodecError::Argument(name)
            | CodecError::Extension(name) => failure.with_data(name),
            CodecError::Metadata(_)
            | CodecError::Digest(_)
            | CodecError::TooShort
            | CodecError::LeftOver(_)
            | CodecError::Malformed(_)
            | CodecError::TooDeep
            | CodecError::TooMany
            | CodecError::Type { .. } => failure,
        }
    }
}
