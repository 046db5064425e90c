//! One question to several miners, approved once. Each message is read by itself; they may differ in the miner, the time
//! and the name only, so that whoever approves the question knows what each of them asks.

use taolight_codec::blake2_256;
use taolight_primitives::{AccountId, BlockHash, Bytes, ErrorCode, Failure};
use taolight_protocol::vault::{MinerAuth, Scheme};

use super::parse;

/// Messages of one approval: more than anybody asks at the same time.
const MOST: usize = 64;
/// How far the time in a message may be from this device's clock: a signature for later could be kept for later.
const NOW_MS: u64 = 30_000;

/// Messages that ask one question.
pub(crate) struct Batch {
    requests: Vec<MinerAuth>,
    hash: BlockHash,
}

impl Batch {
    /// Reads messages that an account is to sign.
    pub(crate) fn read(messages: &[Bytes], account: &AccountId, scheme: Scheme) -> Result<Self, Failure> {
        if messages.is_empty() || messages.len() > MOST {
            return Err(refused(
                format!("at once, 1 to {MOST} miners are asked"),
                "messages",
            ));
        }
        let read = messages.iter().map(|message| parse(&message.0, account, scheme));
        let requests = read.collect::<Result<Vec<_>, _>>()?;
        check(&requests)?;
        let hashes: Vec<u8> = messages
            .iter()
            .flat_map(|message| blake2_256(&message.0))
            .collect();
        let hash = BlockHash(blake2_256(&hashes));
        Ok(Self { requests, hash })
    }

    /// What the messages say.
    pub(crate) fn requests(&self) -> &[MinerAuth] {
        &self.requests
    }

    /// What an approval is bound to.
    pub(crate) fn hash(&self) -> BlockHash {
        self.hash
    }

    /// Whether these ask what was described, of the same miners, and now.
    pub(crate) fn must_be_now(&self, described: &Self, now_ms: u64) -> Result<(), Failure> {
        let asked = self.requests.iter().map(unstamped);
        if !asked.eq(described.requests.iter().map(unstamped)) {
            return Err(Failure::new(
                ErrorCode::NotApproved,
                "these requests to miners ask something else than what was approved, so nothing was signed",
            ));
        }
        let is_now = |request| time_ms(request).is_some_and(|time| time.abs_diff(now_ms) <= NOW_MS);
        if !self.requests.iter().all(is_now) {
            return Err(refused(
                "the time in this request to a miner is not that of now, so nothing was signed",
                "nonce",
            ));
        }
        Ok(())
    }
}

/// One question, and no miner twice.
fn check(requests: &[MinerAuth]) -> Result<(), Failure> {
    let Some((first, others)) = requests.split_first() else {
        return Ok(());
    };
    let question = |request| to_anybody(unstamped(request));
    if others.iter().any(|other| question(other) != question(first)) {
        return Err(refused(
            "these requests to miners ask different questions; ask one at a time",
            "messages",
        ));
    }
    let receivers: Vec<_> = requests.iter().filter_map(receiver).collect();
    let is_twice = |(place, receiver)| receivers.iter().skip(place + 1).any(|other| other == receiver);
    if receivers.iter().enumerate().any(is_twice) {
        return Err(refused("one of these miners is asked twice", "receiver"));
    }
    Ok(())
}

fn refused(why: impl core::fmt::Display, field: &str) -> Failure {
    Failure::new(ErrorCode::InvalidMinerMessage, why).with_data(field)
}

fn receiver(request: &MinerAuth) -> Option<AccountId> {
    match request {
        MinerAuth::AxonV10 { receiver, .. } => Some(*receiver),
        MinerAuth::BtAuth1 { receiver, .. } | MinerAuth::Epistula2 { receiver, .. } => *receiver,
    }
}

/// The time in a request, in milliseconds since 1970.
fn time_ms(request: &MinerAuth) -> Option<u64> {
    match request {
        MinerAuth::AxonV10 { nonce, .. } | MinerAuth::BtAuth1 { nonce, .. } => nonce
            .parse::<u64>()
            .ok()
            .map(|nanoseconds| nanoseconds / 1_000_000),
        MinerAuth::Epistula2 { timestamp, .. } => timestamp.parse().ok(),
    }
}

/// A request without its time and its name, which are others each time it is signed.
fn unstamped(request: &MinerAuth) -> MinerAuth {
    let mut request = request.clone();
    match &mut request {
        MinerAuth::AxonV10 { nonce, uuid, .. } => {
            nonce.clear();
            uuid.clear();
        }
        MinerAuth::BtAuth1 { nonce, .. } => nonce.clear(),
        MinerAuth::Epistula2 { uuid, timestamp, .. } => {
            uuid.clear();
            timestamp.clear();
        }
    }
    request
}

/// A request as if it were for one miner, always the same. Whether it is bound to a miner at all remains.
fn to_anybody(mut request: MinerAuth) -> MinerAuth {
    const ANYBODY: AccountId = AccountId([0; 32]);
    match &mut request {
        MinerAuth::AxonV10 { receiver, .. } => *receiver = ANYBODY,
        MinerAuth::BtAuth1 { receiver, .. } | MinerAuth::Epistula2 { receiver, .. } => {
            *receiver = receiver.map(|_| ANYBODY);
        }
    }
    request
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const HASH: &str = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";
    const NOW: u64 = 1_752_076_800_000;

    fn account(byte: u8) -> AccountId {
        AccountId([byte; 32])
    }

    /// An axon's message to a miner, so many milliseconds after `NOW`.
    fn axon(miner: u8, after_ms: u64, hash: &str) -> Bytes {
        let (nonce, me, miner) = ((NOW + after_ms) * 1_000_000, account(1), account(miner));
        let uuid = format!(
            "6ba7b810-9dad-41d1-80b4-00c04fd430{miner:02x}",
            miner = after_ms % 256
        );
        Bytes(format!("{nonce}.{me}.{miner}.{uuid}.{hash}").into_bytes())
    }

    fn read(messages: &[Bytes]) -> Result<Batch, Failure> {
        Batch::read(messages, &account(1), Scheme::Sr25519)
    }

    fn refused(messages: &[Bytes]) -> String {
        read(messages).err().unwrap().data.unwrap()
    }

    #[test]
    fn one_question_for_many_miners() {
        let batch = read(&[axon(2, 0, HASH), axon(3, 1, HASH)]).unwrap();
        assert_eq!(batch.requests().len(), 2);
        let other = HASH.replace('a', "b");
        assert_eq!(refused(&[axon(2, 0, HASH), axon(3, 0, &other)]), "messages");
        assert_eq!(refused(&[axon(2, 0, HASH), axon(2, 1, HASH)]), "receiver");
        let epistula = |receiver: &str| {
            Bytes(format!("{HASH}.6ba7b810-9dad-41d1-80b4-00c04fd430c8.{NOW}.{receiver}").into_bytes())
        };
        assert_eq!(refused(&[axon(2, 0, HASH), epistula("")]), "messages");
        let bound = account(2).to_string();
        assert_eq!(refused(&[epistula(&bound), epistula("")]), "messages");
        assert!(read(&[epistula(""), epistula("")]).is_ok());
        assert_eq!(refused(&[]), "messages");
        let crowd: Vec<_> = (0..=MOST).map(|_| epistula("")).collect();
        assert_eq!(refused(&crowd), "messages");
        assert!(read(&crowd[1..]).is_ok());
    }

    #[test]
    fn what_is_signed_is_what_was_approved_and_of_now() {
        let described = read(&[axon(2, 0, HASH), axon(3, 0, HASH)]).unwrap();
        let outcome = |messages: &[Bytes], now| {
            let batch = read(messages).unwrap();
            batch.must_be_now(&described, now).map_err(|failure| failure.code)
        };
        let later = [axon(2, 20_000, HASH), axon(3, 20_001, HASH)];
        assert_eq!(outcome(&later, NOW + 20_100), Ok(()));
        assert_eq!(outcome(&later, NOW + 51_000), Err(ErrorCode::InvalidMinerMessage));
        assert_eq!(outcome(&later, NOW - 10_001), Err(ErrorCode::InvalidMinerMessage));
        let not_approved = Err(ErrorCode::NotApproved);
        assert_eq!(outcome(&later[..1], NOW + 20_100), not_approved);
        assert_eq!(outcome(&[axon(2, 0, HASH), axon(4, 0, HASH)], NOW), not_approved);
        let other = HASH.replace('a', "b");
        assert_eq!(
            outcome(&[axon(2, 0, &other), axon(3, 0, &other)], NOW),
            not_approved
        );
    }
}
