//! Why a miner did not accept a request as signed: the words of an axon of the SDK and of miners that take Epistula 2, and
//! the names of `btauth/1`.

use crate::Skew;

/// Why a request was not accepted as signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unverified {
    /// Too old by the miner's clock, or too far in its future.
    Stale,
    /// Not newer than an earlier one, or seen before.
    Replayed,
    /// Signed with another key, for another miner, or changed on the way.
    Signature,
    /// Signed for another miner, or for none where one has to be named.
    Receiver,
    /// Something is missing or not well formed.
    Malformed,
    /// Something else.
    Other,
}

/// How axons of the SDK begin their words, and then how miners that take Epistula 2 do.
const WORDS: [(&str, Unverified); 11] = [
    ("Nonce is too old, a newer one", Unverified::Replayed),
    ("Nonce is too old", Unverified::Stale),
    ("Signature mismatch", Unverified::Signature),
    ("Missing Nonce", Unverified::Malformed),
    ("Missing Signature", Unverified::Malformed),
    ("Invalid SS58 address", Unverified::Malformed),
    ("Invalid signature format", Unverified::Malformed),
    ("Not Verified", Unverified::Other),
    ("Signature Mismatch", Unverified::Signature),
    ("Request is too stale", Unverified::Stale),
    (
        "Bad Request, message is not intended for self",
        Unverified::Receiver,
    ),
];

impl Unverified {
    /// `name` is what `btauth/1` calls it, `words` what any other miner says.
    pub(super) fn read(name: Option<&str>, words: &str) -> Self {
        match name {
            Some("StaleRequest") => return Self::Stale,
            Some("ReplayedRequest") => return Self::Replayed,
            Some("BadSignature") => return Self::Signature,
            Some("WrongReceiver") => return Self::Receiver,
            Some("MalformedAuth") => return Self::Malformed,
            Some(_) | None => {}
        }
        let words = words.strip_prefix("Not Verified with error: ").unwrap_or(words);
        let known = WORDS.iter().find(|(beginning, _)| words.starts_with(beginning));
        known.map_or(Self::Other, |(_, unverified)| *unverified)
    }

    pub(super) fn advice(self, skew: Option<Skew>) -> String {
        match (self, skew.filter(Skew::is_notable)) {
            (Self::Stale, Some(skew)) => format!("{skew}. Set your clock by the network, then ask again."),
            (Self::Stale, None) => {
                "The request was too old when it arrived. Sign it sooner, and check your clock.".to_owned()
            }
            (Self::Replayed, _) => {
                "The miner had a later request under the same name already. Ask anew.".to_owned()
            }
            (Self::Signature, _) => {
                "The signature does not fit what the miner computed. Perhaps another miner listens there."
                    .to_owned()
            }
            (Self::Receiver, _) => {
                "The request was signed for another miner than the one that listens there.".to_owned()
            }
            (Self::Malformed, _) => "The miner misses something in the request.".to_owned(),
            (Self::Other, _) => {
                "The miner does not accept this hotkey's signature. Do not ask it again with the same one."
                    .to_owned()
            }
        }
    }
}
