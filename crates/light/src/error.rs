//! What can go wrong between a network's description and a value that is proven, and which code of the shared table
//! each case has.

use taolight_primitives::{BlockHash, ErrorCode, Failure};

/// Why a description of a network cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// Not JSON, or a field that has the wrong type or is missing.
    #[error("{field}: {problem}")]
    Malformed {
        /// Path of the field, such as `genesis.stateRootHash`; `(document)` for the whole text.
        field: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The genesis hash that follows from the state root is not the one that the description names.
    #[error(
        "the genesis state root gives the genesis hash {computed}, but {pinned} is pinned; this is another network"
    )]
    GenesisMismatch {
        /// Hash of the genesis header built from the state root.
        computed: BlockHash,
        /// Hash that the description names.
        pinned: BlockHash,
    },
    /// No network of that id is shipped.
    #[error("there is no network called {0:?}")]
    Unknown(String),
    /// The network is known but cannot be opened.
    #[error("{0}")]
    Unavailable(String),
}

impl NetworkError {
    pub(crate) fn malformed(field: impl Into<String>, problem: impl ToString) -> Self {
        Self::Malformed {
            field: field.into(),
            problem: problem.to_string(),
        }
    }

    /// The code of the shared table.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Malformed { .. } => ErrorCode::MalformedSpec,
            Self::GenesisMismatch { .. } => ErrorCode::GenesisMismatch,
            Self::Unknown(_) => ErrorCode::UnknownNetwork,
            Self::Unavailable(_) => ErrorCode::NetworkUnavailable,
        }
    }
}

impl From<NetworkError> for Failure {
    fn from(error: NetworkError) -> Self {
        let failure = Failure::new(error.code(), &error);
        match error {
            NetworkError::Malformed { field, .. } => failure.with_data(field),
            _ => failure,
        }
    }
}

/// Why the light client could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LightError {
    /// The network's description cannot be used.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// smoldot would not start with it.
    #[error("the light client refused the network: {0}")]
    Refused(String),
    /// The client was closed, or its thread is gone.
    #[error("the light client is closed")]
    Closed,
    /// smoldot answered a request with an error.
    #[error("the light client answered {code}: {message}")]
    Rpc {
        /// JSON-RPC error code.
        code: i64,
        /// smoldot's own text.
        message: String,
    },
    /// smoldot answered something that cannot be read.
    #[error("the light client's answer to {method} cannot be read: {problem}")]
    Answer {
        /// JSON-RPC method.
        method: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// The block is neither pinned here nor served by a peer.
    #[error("block {0} is no longer known to the peers")]
    BlockUnavailable(BlockHash),
    /// No peer gave the proof, after several attempts.
    #[error("no peer could prove this read")]
    Inaccessible,
    /// The runtime refused the call, or trapped.
    #[error("the runtime call failed: {0}")]
    Call(String),
    /// The runtime of the block is not one that smoldot can run.
    #[error("the chain's runtime cannot be run: {0}")]
    Runtime(String),
    /// There is no verified head yet.
    #[error("the light client has no verified block yet")]
    NotReady,
    /// Storage of this device failed.
    #[error("storage of this device failed: {0}")]
    Store(String),
}

impl LightError {
    /// The code of the shared table.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Network(error) => error.code(),
            Self::Refused(_) | Self::Rpc { .. } | Self::Answer { .. } | Self::Call(_) | Self::Runtime(_) => {
                ErrorCode::LightClient
            }
            Self::Closed => ErrorCode::Disconnected,
            Self::BlockUnavailable(_) => ErrorCode::BlockUnavailable,
            Self::Inaccessible => ErrorCode::NoPeers,
            Self::NotReady => ErrorCode::NotReady,
            Self::Store(_) => ErrorCode::Storage,
        }
    }

    /// Whether the same request may succeed later without a change.
    pub fn retryable(&self) -> bool {
        matches!(self, Self::Inaccessible | Self::NotReady | Self::Closed)
    }
}

impl From<LightError> for Failure {
    fn from(error: LightError) -> Self {
        if let LightError::Network(error) = error {
            return error.into();
        }
        let failure = Failure::new(error.code(), &error);
        if error.retryable() {
            failure.retryable()
        } else {
            failure
        }
    }
}
