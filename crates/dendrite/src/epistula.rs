//! Epistula 2, which several subnets have instead of axons. The three secret signatures that its texts mention are left
//! out: nobody checks them, implementations do not agree on them, and a wallet could not tell what it signs.

use crate::{HttpRequest, Miner, PlainCall, Sender, Unsigned, protocol::header};

/// Nanoseconds in a millisecond.
const NANOSECONDS: u64 = 1_000_000;

/// A call on its way to one miner.
#[derive(Debug, Clone)]
pub struct EpistulaRequest<'a> {
    /// What is asked.
    pub call: &'a PlainCall,
    /// Who is asked.
    pub miner: Miner,
    /// Who asks.
    pub sender: Sender,
}

impl Unsigned for EpistulaRequest<'_> {
    fn message(&self) -> Vec<u8> {
        let (hash, uuid) = (self.call.body_hash(), &self.sender.stamp.uuid);
        let receiver = self.receiver().unwrap_or_default();
        format!("{hash}.{uuid}.{}.{receiver}", self.milliseconds()).into_bytes()
    }

    fn signed(&self, signature: &str) -> HttpRequest {
        let mut headers = self.call.headers();
        headers.extend([
            header("Epistula-Version", 2),
            header("Epistula-Timestamp", self.milliseconds()),
            header("Epistula-Uuid", &self.sender.stamp.uuid),
            header("Epistula-Signed-By", self.sender.account),
            header("Epistula-Request-Signature", signature),
        ]);
        headers.extend(
            self.receiver()
                .map(|receiver| header("Epistula-Signed-For", receiver)),
        );
        HttpRequest {
            method: self.call.method(),
            url: self.miner.address.url(self.call.target()),
            headers,
            body: self.call.body().to_vec(),
        }
    }
}

impl EpistulaRequest<'_> {
    fn milliseconds(&self) -> u64 {
        self.sender.stamp.nonce / NANOSECONDS
    }

    fn receiver(&self) -> Option<String> {
        self.call.bound.then(|| self.miner.hotkey.to_string())
    }
}
