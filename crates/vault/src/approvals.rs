//! What was described and may be signed: the exact bytes, each behind a random token that works once and for a minute.

use std::{collections::VecDeque, time::Duration};

use subtle::ConstantTimeEq;
use taolight_codec::{Payload, blake2_256};
use taolight_primitives::{AccountId, BlockHash, Bytes, ErrorCode, Failure, Rao};
use taolight_protocol::{engine::MetadataRef, vault::ShownCall};

use crate::{message::Message, miner_auth::Batch};

/// Descriptions that wait for an answer at the same time. The oldest makes room for a new one.
const MAX_PENDING: usize = 16;
/// How long an approval is good: what was read longer ago may have been forgotten.
const GOOD_FOR: Duration = Duration::from_secs(60);

/// Something that was described.
pub(crate) struct Pending {
    pub(crate) account: AccountId,
    /// The website that asked; none for the wallet itself.
    pub(crate) origin: Option<String>,
    pub(crate) content: Content,
}

/// What would be signed.
pub(crate) enum Content {
    /// A transaction.
    Transaction(Box<Transaction>),
    /// A message.
    Message(Message),
    /// One question to miners.
    MinerAuth(Batch),
}

/// A transaction that was described.
pub(crate) struct Transaction {
    pub(crate) metadata: MetadataRef,
    pub(crate) payload: Payload,
    pub(crate) call: ShownCall,
    pub(crate) tip: Rao,
}

impl Content {
    /// blake2b-256 of the bytes that would be signed.
    fn hash(&self) -> BlockHash {
        match self {
            Self::Transaction(transaction) => transaction.payload.hash(),
            Self::Message(message) => BlockHash(blake2_256(message.signed())),
            Self::MinerAuth(batch) => batch.hash(),
        }
    }
}

struct Entry {
    token: [u8; 32],
    hash: BlockHash,
    issued: Duration,
    pending: Pending,
}

#[derive(Default)]
pub(crate) struct Approvals(VecDeque<Entry>);

/// The two halves of an approval, as they were handed out.
pub(crate) struct Token<'a> {
    pub(crate) approval: &'a Bytes,
    pub(crate) hash: BlockHash,
}

impl Approvals {
    /// Keeps what was described; returns the token that approves it, and the hash it is bound to.
    pub(crate) fn issue(&mut self, pending: Pending, now: Duration) -> Result<(Bytes, BlockHash), Failure> {
        let mut token = [0; 32];
        getrandom::fill(&mut token)
            .map_err(|_| Failure::new(ErrorCode::Internal, "this device has no source of random numbers"))?;
        if self.0.len() == MAX_PENDING {
            self.0.pop_front();
        }
        let hash = pending.content.hash();
        self.0.push_back(Entry {
            token,
            hash,
            issued: now,
            pending,
        });
        Ok((Bytes(token.to_vec()), hash))
    }

    /// Takes out what a token approves. The token is used up even if it turns out to be of something else, or too old.
    pub(crate) fn redeem(&mut self, token: &Token<'_>, now: Duration) -> Result<Pending, Failure> {
        let matches = |entry: &Entry| bool::from(entry.token.as_slice().ct_eq(&token.approval.0));
        let entry = self
            .0
            .iter()
            .position(matches)
            .and_then(|position| self.0.remove(position));
        match entry {
            Some(entry) if now.saturating_sub(entry.issued) > GOOD_FOR => Err(Failure::new(
                ErrorCode::NotApproved,
                "this was shown more than a minute ago, so nothing was signed; look at it again",
            )),
            Some(entry) if entry.hash == token.hash => Ok(entry.pending),
            Some(_) | None => Err(wrong()),
        }
    }

    /// Drops what waits for an account's signature.
    pub(crate) fn forget(&mut self, account: &AccountId) {
        self.0.retain(|entry| entry.pending.account != *account);
    }
}

/// The approval is of something else.
pub(crate) fn wrong() -> Failure {
    Failure::new(
        ErrorCode::NotApproved,
        "this approval is of something else, was used or is too old; look at it again",
    )
}
