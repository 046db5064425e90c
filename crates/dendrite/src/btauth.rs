//! `btauth/1`, the signed requests of the SDK 11. What is asked, and whether it is streamed, is the subnet's business.

use crate::{HttpRequest, Miner, PlainCall, Scheme, Sender, Unsigned, protocol::header};

/// A call on its way to one miner.
#[derive(Debug, Clone)]
pub struct BtAuthRequest<'a> {
    /// What is asked.
    pub call: &'a PlainCall,
    /// Who is asked.
    pub miner: Miner,
    /// Who asks.
    pub sender: Sender,
}

impl Unsigned for BtAuthRequest<'_> {
    fn message(&self) -> Vec<u8> {
        let Sender {
            account,
            scheme,
            stamp,
        } = &self.sender;
        let receiver = self.receiver().unwrap_or_else(|| "-".to_owned());
        let lines = [
            "btauth/1".to_owned(),
            scheme.name().to_owned(),
            self.call.method().to_string(),
            self.call.target().to_owned(),
            self.call.body_hash(),
            stamp.nonce.to_string(),
            account.to_string(),
            receiver,
        ];
        lines.join("\n").into_bytes()
    }

    fn signed(&self, signature: &str) -> HttpRequest {
        let Sender {
            account,
            scheme,
            stamp,
        } = &self.sender;
        let mut headers = self.call.headers();
        headers.extend([
            header("X-Bittensor-Version", 1),
            header("X-Bittensor-Hotkey", account),
            header("X-Bittensor-Nonce", stamp.nonce),
            header("X-Bittensor-Signature", signature),
        ]);
        match scheme {
            Scheme::Sr25519 => {}
            Scheme::Ed25519 => headers.push(header("X-Bittensor-Crypto", scheme.name())),
        }
        headers.extend(
            self.receiver()
                .map(|receiver| header("X-Bittensor-Receiver", receiver)),
        );
        HttpRequest {
            method: self.call.method(),
            url: self.miner.address.url(self.call.target()),
            headers,
            body: self.call.body().to_vec(),
        }
    }
}

impl BtAuthRequest<'_> {
    fn receiver(&self) -> Option<String> {
        self.call.bound.then(|| self.miner.hotkey.to_string())
    }
}
