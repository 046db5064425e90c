//! Errors that miners answer with: what each means, and what to do about it. The same status has different causes, and the
//! words behind it are the miner's own.

#[cfg(test)]
mod tests;
mod unverified;

use core::fmt;

pub use unverified::Unverified;

use crate::{Json, Meta, discovery, reply::Headers, words};

/// How miners that take Epistula 2 say whom they do not answer, with the status of a signature that is not accepted.
const STRANGERS: [&str; 2] = ["Signer not in metagraph", "Stake below minimum"];

/// An answer that is an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What it means.
    pub reason: Reason,
    /// The miner's own words; empty if it gave none. Bounded and without hidden characters.
    pub message: String,
    /// What is known of the answer.
    pub meta: Meta,
}

/// What an error of a miner means.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The request was not accepted as signed by the hotkey, 401; in Epistula 2 400.
    NotVerified(Unverified),
    /// The miner does not answer this hotkey, 403; in Epistula 2 also 401.
    Blacklisted,
    /// The miner does not have this synapse, 404.
    UnknownSynapse {
        /// What it has; empty if it did not say.
        has: Vec<String>,
    },
    /// The miner did not come to it in time, 408.
    Busy,
    /// The body does not have the shape that the miner expects, 422.
    Shape,
    /// Too many requests, 429.
    TooMany,
    /// The miner's software failed before it looked at who asks, 500: it could not build the synapse from the headers.
    Headers,
    /// The miner's software failed, 500.
    Failed,
    /// Any other status.
    Other,
}

impl Reason {
    /// A stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotVerified(_) => "not_verified",
            Self::Blacklisted => "blacklisted",
            Self::UnknownSynapse { .. } => "unknown_synapse",
            Self::Busy => "busy",
            Self::Shape => "shape",
            Self::TooMany => "too_many",
            Self::Headers => "headers",
            Self::Failed => "failed",
            Self::Other => "other",
        }
    }
}

impl Refusal {
    /// Reads an error.
    pub(crate) fn read(headers: &Headers, body: &[u8], meta: &Meta) -> Self {
        let body = str::from_utf8(body).ok().and_then(|text| Json::parse(text).ok());
        let text = |key| {
            body.as_ref()
                .and_then(|body| body.get(key))
                .and_then(Json::as_text)
        };
        let spoken = text("message").or_else(|| headers.get("bt_header_axon_status_message"));
        let spoken = spoken
            .or_else(|| text("detail"))
            .or_else(|| text("error"))
            .unwrap_or_default();
        let unverified = Unverified::read(text("error"), spoken);
        let reason = match meta.status {
            400 if unverified != Unverified::Other => Reason::NotVerified(unverified),
            401 if STRANGERS.iter().any(|words| spoken.starts_with(words)) => Reason::Blacklisted,
            401 => Reason::NotVerified(unverified),
            403 => Reason::Blacklisted,
            404 => Reason::UnknownSynapse {
                has: discovery::names_in(spoken),
            },
            408 => Reason::Busy,
            422 => Reason::Shape,
            429 => Reason::TooMany,
            // Every later failure is signed by the axon.
            500 if is_of_an_axon(headers) && headers.get("bt_header_axon_signature").is_none() => {
                Reason::Headers
            }
            500 => Reason::Failed,
            _ => Reason::Other,
        };
        Self {
            reason,
            message: words::of_a_miner(spoken),
            meta: meta.clone(),
        }
    }

    /// Whether asking again can give something else. Never after 401 and 403, and not after 500: with that many refuse too.
    pub fn may_ask_again(&self) -> bool {
        match self.reason {
            Reason::Busy | Reason::TooMany => true,
            Reason::NotVerified(_)
            | Reason::Blacklisted
            | Reason::UnknownSynapse { .. }
            | Reason::Shape
            | Reason::Headers
            | Reason::Failed
            | Reason::Other => false,
        }
    }

    /// What to do, given whether the hotkey is registered on the miner's subnet, if that is known.
    pub fn advice(&self, registered: Option<bool>) -> String {
        match &self.reason {
            Reason::NotVerified(unverified) => unverified.advice(self.meta.skew),
            Reason::Blacklisted => {
                "The miner does not answer this hotkey. Do not ask it again with the same one.".to_owned()
            }
            Reason::UnknownSynapse { has } if has.is_empty() => {
                "The miner does not have this synapse.".to_owned()
            }
            Reason::UnknownSynapse { has } => {
                format!("The miner does not have this synapse. It has: {}.", has.join(", "))
            }
            Reason::Busy => "The miner was busy. Try later.".to_owned(),
            Reason::Shape => "The miner expects a body of another shape. Compare the fields.".to_owned(),
            Reason::TooMany => "The miner is asked too often. Wait before you ask again.".to_owned(),
            Reason::Headers => {
                "The miner could not read the required fields. One is missing, or needs its real value in the header.".to_owned()
            }
            Reason::Failed if registered == Some(false) => {
                "Probably the miner refuses unregistered hotkeys: the software of many then fails like this.".to_owned()
            }
            Reason::Failed => {
                "The miner's software failed. A field may have a wrong type, or the list of hashed fields may be another."
                    .to_owned()
            }
            Reason::Other => "The miner answered with an error of its own.".to_owned(),
        }
    }
}

/// Whether an error was written by an axon at all.
fn is_of_an_axon(headers: &Headers) -> bool {
    headers.get("bt_header_axon_status_code").is_some()
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.meta.status;
        if self.message.is_empty() {
            return write!(f, "the miner answered with status {status}");
        }
        write!(f, "the miner answered with status {status}: {}", self.message)
    }
}
