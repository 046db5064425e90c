//! What was described and may be signed: the exact bytes, each behind a random token that works once.

use std::collections::VecDeque;

use subtle::ConstantTimeEq;
use taolight_codec::Payload;
use taolight_primitives::{AccountId, BlockHash, Bytes, ErrorCode, Failure};
use taolight_protocol::{engine::MetadataRef, vault::Sign};

/// Descriptions that wait for an answer at the same time. The oldest makes room for a new one.
const MAX_PENDING: usize = 16;

/// A payload that was described.
pub(crate) struct Pending {
    pub(crate) account: AccountId,
    pub(crate) metadata: MetadataRef,
    pub(crate) payload: Payload,
}

struct Entry {
    token: [u8; 32],
    hash: BlockHash,
    pending: Pending,
}

#[derive(Default)]
pub(crate) struct Approvals(VecDeque<Entry>);

impl Approvals {
    /// Keeps a payload and returns the token that approves it.
    pub(crate) fn issue(&mut self, pending: Pending) -> Result<Bytes, Failure> {
        let mut token = [0; 32];
        getrandom::fill(&mut token)
            .map_err(|_| Failure::new(ErrorCode::Internal, "this device has no source of random numbers"))?;
        if self.0.len() == MAX_PENDING {
            self.0.pop_front();
        }
        self.0.push_back(Entry {
            token,
            hash: pending.payload.hash(),
            pending,
        });
        Ok(Bytes(token.to_vec()))
    }

    /// Takes out what a token approves. The token is used up even if the hash turns out to be of something else.
    pub(crate) fn redeem(&mut self, request: &Sign) -> Result<Pending, Failure> {
        let matches = |entry: &Entry| bool::from(entry.token.as_slice().ct_eq(&request.approval.0));
        let entry = self
            .0
            .iter()
            .position(matches)
            .and_then(|position| self.0.remove(position));
        match entry {
            Some(entry) if entry.hash == request.payload_hash => Ok(entry.pending),
            Some(_) | None => Err(Failure::new(
                ErrorCode::NotApproved,
                "this approval is of something else, was used or is too old; look at the transaction again",
            )),
        }
    }

    /// Drops what waits for an account's signature.
    pub(crate) fn forget(&mut self, account: &AccountId) {
        self.0.retain(|entry| entry.pending.account != *account);
    }
}
