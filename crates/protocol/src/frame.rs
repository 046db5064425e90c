//! The envelope: every message on a port is one of these, as JSON text.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use taolight_primitives::Failure;

/// Version that both sides say in their `hello`. A change that an older side would misread raises it.
pub const PROTOCOL_VERSION: u32 = 1;

/// Frames longer than this are refused unread: the longest honest one carries a runtime's metadata as hexadecimal.
const MAX_FRAME_BYTES: usize = 32 * 1024 * 1024;

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Role {
    /// A page, popup or program that asks.
    App,
    /// The light client's process.
    Engine,
    /// The keys' process.
    Vault,
}

/// One message on a port.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "t", rename_all = "camelCase"))]
pub enum Frame {
    /// First message of each side.
    Hello {
        /// [`PROTOCOL_VERSION`] of the sender.
        protocol: u32,
        /// Who the sender is.
        role: Role,
        /// A name for this connection, chosen by the asking side.
        session: String,
    },
    /// Asks for one answer.
    Call {
        /// Chosen by the asking side; unique among its open calls and subscriptions.
        id: u32,
        /// Name of the method.
        method: String,
        /// Parameters of the method.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        params: Value,
    },
    /// Answers a call.
    Ok {
        /// The call.
        id: u32,
        /// Result of the method.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        result: Value,
    },
    /// Refuses a call.
    Err {
        /// The call.
        id: u32,
        /// Why.
        error: Failure,
    },
    /// Asks for a stream of items.
    Sub {
        /// Chosen by the asking side; unique among its open calls and subscriptions.
        id: u32,
        /// Name of the topic.
        topic: String,
        /// Parameters of the topic.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        params: Value,
        /// Items that may be sent before the next `credit`.
        credits: u32,
    },
    /// One item of a subscription. Uses up one credit.
    Item {
        /// The subscription.
        id: u32,
        /// The item.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        item: Value,
    },
    /// The subscription is over; says why if it failed.
    End {
        /// The subscription.
        id: u32,
        /// Why it failed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        error: Option<Failure>,
    },
    /// Allows more items.
    Credit {
        /// The subscription.
        id: u32,
        /// How many more.
        credits: u32,
    },
    /// Ends a call or subscription from the asking side.
    Cancel {
        /// The call or subscription.
        id: u32,
    },
    /// The sender leaves.
    Bye {
        /// Why, if not by choice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        error: Option<Failure>,
    },
}

/// Why a text is not a frame. Never quotes the text, which may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// Longer than any honest frame.
    #[error("the message is too long")]
    TooLong,
    /// Not JSON, or not a frame.
    #[error("the message is not of the protocol")]
    Malformed,
}

impl Frame {
    /// The JSON text of this frame.
    pub fn encode(&self) -> String {
        // Serialising these types cannot fail: string keys, no maps of ours, no custom serializer that errs.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a frame from JSON text.
    pub fn decode(text: &str) -> Result<Self, FrameError> {
        if text.len() > MAX_FRAME_BYTES {
            return Err(FrameError::TooLong);
        }
        serde_json::from_str(text).map_err(|_| FrameError::Malformed)
    }
}
