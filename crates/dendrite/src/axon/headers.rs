//! What an axon says of itself in the headers of an answer. Only errors are signed, and what is signed covers neither
//! the answer nor the question: it shows that the hotkey was there, no more.

use taolight_primitives::{AccountId, Bytes};

use crate::{reply::Headers, sr25519};

/// What an axon says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AxonHeaders {
    /// What became of the request, in its words; bounded and without hidden characters.
    pub message: Option<String>,
    /// Seconds that it took, as it wrote them.
    pub process_time: Option<String>,
    /// The version of its SDK.
    pub version: Option<u32>,
    /// What it signed, if it did.
    pub signature: Option<AxonSignature>,
}

/// A signature of an axon, with the parts of what it covers that the axon chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxonSignature {
    /// The axon's time in nanoseconds: since 1970 in the SDK since 7.2, since some moment before.
    pub nonce: String,
    /// A name of the axon's process.
    pub uuid: String,
    /// The signature.
    pub signature: [u8; 64],
}

impl AxonHeaders {
    pub(crate) fn read(headers: &Headers) -> Self {
        let get = |name: &str| headers.get(&format!("bt_header_axon_{name}"));
        let signature = || {
            Some(AxonSignature {
                nonce: get("nonce")?.to_owned(),
                uuid: get("uuid")?.to_owned(),
                signature: Bytes::from_hex(get("signature")?).ok()?.0.try_into().ok()?,
            })
        };
        Self {
            message: get("status_message").map(crate::words::of_a_miner),
            process_time: get("process_time").map(crate::words::of_a_miner),
            version: get("version").and_then(|version| version.parse().ok()),
            signature: signature(),
        }
    }
}

impl AxonSignature {
    /// Whether this is the miner's signature of an answer to `caller`, as the request's own header called it.
    pub fn is_of(&self, miner: &AccountId, caller: &str) -> bool {
        let message = format!("{}.{caller}.{miner}.{}", self.nonce, self.uuid);
        sr25519::verify(miner, message.as_bytes(), &self.signature)
    }
}
