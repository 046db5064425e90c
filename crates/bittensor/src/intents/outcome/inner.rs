//! Calls within a call, and what became of them.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, DispatchError, Event, Metadata};
use taolight_primitives::{AccountId, BlockHash};

use super::ChainError;

/// What became of a call within the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "call", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Inner {
    /// What a proxy did.
    Proxied {
        /// Why it failed; none if it did not.
        error: Option<ChainError>,
    },
    /// What a multisig account did.
    Multisig {
        /// The account.
        account: AccountId,
        /// blake2b-256 of the call.
        call_hash: BlockHash,
        /// Why it failed; none if it did not.
        error: Option<ChainError>,
    },
    /// One item of a batch.
    Item {
        /// Why it failed; none if it did not.
        error: Option<ChainError>,
    },
    /// A batch stopped here: what came before was done, what comes behind was not.
    Interrupted {
        /// Which item failed, counted from 0.
        index: u32,
        /// Why.
        error: ChainError,
    },
}

impl Inner {
    /// Why it failed, if it did.
    pub fn error(&self) -> Option<&ChainError> {
        match self {
            Self::Proxied { error } | Self::Multisig { error, .. } | Self::Item { error } => error.as_ref(),
            Self::Interrupted { error, .. } => Some(error),
        }
    }

    /// Whether it did what it should.
    pub fn worked(&self) -> bool {
        self.error().is_none()
    }

    pub(super) fn read(metadata: &Metadata, event: &Event<'_>) -> Result<Option<Self>, CodecError> {
        let content = &event.content;
        let result = || -> Result<Option<ChainError>, CodecError> {
            let error = DispatchError::of_result(metadata, content.field("result")?)?;
            Ok(error.map(ChainError::of))
        };
        let error = || DispatchError::read(metadata, content.field("error")?).map(ChainError::of);
        Ok(Some(match (event.pallet, event.name) {
            ("Proxy", "ProxyExecuted") => Self::Proxied { error: result()? },
            ("Multisig", "MultisigExecuted") => Self::Multisig {
                account: AccountId(content.field("multisig")?.bytes()?),
                call_hash: BlockHash(content.field("call_hash")?.bytes()?),
                error: result()?,
            },
            ("Utility", "ItemCompleted") => Self::Item { error: None },
            ("Utility", "ItemFailed") => Self::Item {
                error: Some(error()?),
            },
            ("Utility", "BatchInterrupted") => Self::Interrupted {
                index: content.field("index")?.unsigned()?,
                error: error()?,
            },
            _ => return Ok(None),
        }))
    }
}
