//! Why a miner gave no answer.

use std::time::Duration;

use taolight_primitives::Failure;

use crate::{JsonError, Refusal, TransportError};

/// Why a miner gave no answer. Nothing here is tried again by itself.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AskError {
    /// The account does not sign such requests.
    #[error("miners verify sr25519 here, and this account has another scheme; choose another hotkey")]
    Scheme,
    /// Nothing was signed, and nothing sent.
    #[error("the request was not signed: {0}")]
    NotSigned(Failure),
    /// No answer, or only a part.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// No answer in time.
    #[error("the miner did not answer within {} s", .0.as_secs_f64())]
    Late(Duration),
    /// A streamed answer that paused for too long.
    #[error("the miner stopped in the middle of its answer for {} s", .0.as_secs_f64())]
    Paused(Duration),
    /// More bytes than are taken.
    #[error("the miner's answer has more than {0} bytes, which is not taken")]
    TooLarge(usize),
    /// More items than are taken of a stream.
    #[error("the miner's answer has more than {0} pieces, which is not taken")]
    TooMany(usize),
    /// The miner answered with an error.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// A redirection, which is never followed: the request was signed for this miner.
    #[error("the miner sent the request elsewhere (status {status}), where it is not followed")]
    Redirected {
        /// The status.
        status: u16,
    },
    /// An answer that no axon of the SDK gives.
    #[error("no axon of the SDK answers like that (status {status}), so this miner has another software")]
    NotAnAxon {
        /// The status.
        status: u16,
    },
    /// Something else than what the call is answered with.
    #[error("the miner answered with {got}, not with {want}")]
    ContentType {
        /// What the answer says of itself.
        got: String,
        /// What the call is answered with.
        want: &'static str,
    },
    /// Bytes that are no text.
    #[error("the miner's answer is no text in UTF-8, from byte {at} on")]
    NotUtf8 {
        /// Where it stops being text.
        at: usize,
    },
    /// A text that is no JSON, or too deep.
    #[error("the miner's answer cannot be read: {0}")]
    NotJson(#[from] JsonError),
    /// A streamed answer that ended inside an item.
    #[error("the miner's answer ended in the middle")]
    Unfinished,
}

impl AskError {
    /// A stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::NotSigned(_) => "not_signed",
            Self::Transport(TransportError::Unreachable(_)) => "unreachable",
            Self::Transport(TransportError::Untrusted(_)) => "untrusted",
            Self::Transport(TransportError::Forbidden(_)) => "forbidden",
            Self::Transport(TransportError::ClosedEarly) => "closed_early",
            Self::Transport(TransportError::BrokenOff(_)) => "broken_off",
            Self::Late(_) => "late",
            Self::Paused(_) => "paused",
            Self::TooLarge(_) => "too_large",
            Self::TooMany(_) => "too_many_items",
            Self::Refused(refusal) => refusal.reason.code(),
            Self::Redirected { .. } => "redirected",
            Self::NotAnAxon { .. } => "not_an_axon",
            Self::ContentType { .. } => "content_type",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::NotJson(_) => "not_json",
            Self::Unfinished => "unfinished",
        }
    }

    /// Whether the user may ask this miner the same again and expect something else. Never after a refusal of the
    /// hotkey: miners keep lists of who insists.
    pub fn may_ask_again(&self) -> bool {
        match self {
            Self::Transport(
                TransportError::Unreachable(_) | TransportError::ClosedEarly | TransportError::BrokenOff(_),
            )
            | Self::Late(_)
            | Self::Paused(_)
            | Self::Unfinished => true,
            Self::Refused(refusal) => refusal.may_ask_again(),
            Self::NotSigned(failure) => failure.retryable,
            Self::Scheme
            | Self::Transport(TransportError::Untrusted(_) | TransportError::Forbidden(_))
            | Self::TooLarge(_)
            | Self::TooMany(_)
            | Self::Redirected { .. }
            | Self::NotAnAxon { .. }
            | Self::ContentType { .. }
            | Self::NotUtf8 { .. }
            | Self::NotJson(_) => false,
        }
    }
}
