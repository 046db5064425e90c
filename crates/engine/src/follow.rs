//! From a signed transaction in the journal to its end: submits it, follows it into a block and to finality, and after
//! a reload, a stall or a lost peer finds out from the chain itself what became of it. It never signs and never makes a
//! second transaction: it only ever sends the same bytes again.

use std::{rc::Rc, time::Duration};

use futures::StreamExt;
use taolight_bittensor::{intents::outcome::TransactionOutcome, remedy};
use taolight_codec::{self as codec, Validity};
use taolight_primitives::{BlockRef, ErrorCode, Failure};
use taolight_protocol::engine::{JournalEntry, TransactionState};

use crate::{
    account,
    chain::{Chain, WatchEvent},
    failure::codec_failed,
    journal::Journal,
};

/// Pause before the same bytes are sent again.
const PAUSE: Duration = Duration::from_secs(6);

/// Follows one transaction until nothing can happen to it any more.
pub(crate) async fn follow(chain: Rc<Chain>, journal: Rc<Journal>, entry: JournalEntry) {
    let follower = Follower {
        chain,
        journal,
        entry,
    };
    loop {
        match follower.settle().await {
            Ok(Some(state)) => {
                follower.record(state).await;
                return;
            }
            Ok(None) => {}
            // The chain could not be asked; ask again later.
            Err(_) => {
                follower.chain.sleep(PAUSE).await;
                continue;
            }
        }
        if let Ok(true) = follower.watch().await {
            return;
        }
        follower.chain.sleep(PAUSE).await;
    }
}

struct Follower {
    chain: Rc<Chain>,
    journal: Rc<Journal>,
    entry: JournalEntry,
}

impl Follower {
    async fn record(&self, state: TransactionState) {
        // If the device cannot store it, the page still shows it, and a reload finds it on the chain again.
        let _ = self.journal.set_state(self.entry.hash, state).await;
    }

    /// Sends the transaction and follows what the network says. True once it is final.
    async fn watch(&self) -> Result<bool, Failure> {
        let mut events = self.chain.submit(&self.entry.extrinsic).await?;
        while let Some(event) = events.next().await {
            match event? {
                WatchEvent::Broadcast { peers } => self.record(TransactionState::Broadcast { peers }).await,
                WatchEvent::InBlock { block, index } => {
                    let outcome = self.outcome(block, index).await?;
                    self.record(TransactionState::InBlock { block, outcome }).await;
                }
                // The block was replaced by another one; the transaction waits again.
                WatchEvent::Retracted => self.record(TransactionState::Broadcast { peers: 0 }).await,
                WatchEvent::Finalized { block, index } => {
                    let outcome = self.outcome(block, index).await?;
                    self.record(TransactionState::Finalized { block, outcome }).await;
                    return Ok(true);
                }
                WatchEvent::Invalid { reason } => return self.refused(reason).await,
                // Not sent or no longer followed by the light client: that says nothing about the transaction.
                WatchEvent::Lost => return Ok(false),
            }
        }
        Ok(false)
    }

    /// The runtime refuses the transaction now: because it is in a block already, or really.
    async fn refused(&self, reason: String) -> Result<bool, Failure> {
        let state = match self.settle().await? {
            Some(state) => state,
            None if self.included_at_best().await? => return Ok(false),
            None => TransactionState::Invalid {
                reason: self.explain(reason).await?,
            },
        };
        self.record(state).await;
        Ok(true)
    }

    async fn included_at_best(&self) -> Result<bool, Failure> {
        let best = self.chain.best().await?;
        Ok(self.nonce(best).await? > self.entry.unsigned.nonce)
    }

    async fn explain(&self, reason: String) -> Result<String, Failure> {
        let runtime = self.chain.runtime().await?;
        if runtime.reference.spec_version == self.entry.unsigned.spec_version {
            return Ok(self.asked().await?.unwrap_or(reason));
        }
        Ok(format!(
            "the chain was upgraded to version {} before this transaction arrived; it did not happen, and the money is where it was. Review and send it again",
            runtime.reference.spec_version
        ))
    }

    /// Why the runtime refuses the transaction now, if it does: its answer says more than the light client's.
    async fn asked(&self) -> Result<Option<String>, Failure> {
        let at = self.chain.best().await?;
        let runtime = self.chain.runtime().await?;
        let call = codec::validity_call(&runtime.metadata, &self.entry.extrinsic.0, &at.hash);
        let call = call.map_err(codec_failed)?;
        let answer = self.chain.call(at, &call.method, call.parameters).await?;
        let validity = codec::decode_validity(&runtime.metadata, &answer).map_err(codec_failed)?;
        Ok(refusal(validity))
    }

    /// What the finalized chain says about the transaction, if it is settled there.
    async fn settle(&self) -> Result<Option<TransactionState>, Failure> {
        let finalized = self.chain.finalized().await?;
        if self.nonce(finalized).await? <= self.entry.unsigned.nonce {
            return Ok((finalized.number >= self.death()).then(|| TransactionState::Dropped {
                reason: "its time ran out before it reached a block; it did not happen, and the money is where it was"
                    .to_owned(),
            }));
        }
        if let Some((block, index)) = self.find(finalized).await? {
            let outcome = self.outcome(block, index).await?;
            return Ok(Some(TransactionState::Finalized { block, outcome }));
        }
        Ok(Some(TransactionState::Dropped {
            reason: "another transaction of this account took its place; this one did not happen".to_owned(),
        }))
    }

    /// The newest finalized block in which the transaction can be; after a long absence, the nearest to it of which the
    /// finalized state knows the hash.
    async fn newest(&self, finalized: BlockRef) -> Result<BlockRef, Failure> {
        let runtime = self.chain.runtime().await?;
        let known = runtime.metadata.block_hash_count().map_err(codec_failed)?;
        let oldest = finalized.number.saturating_sub(known.saturating_sub(1));
        let number = self.death().max(oldest);
        if number >= finalized.number {
            return Ok(finalized);
        }
        let key = codec::block_hash_key(&runtime.metadata, number).map_err(codec_failed)?;
        let value = self.chain.storage(finalized, key).await?;
        let hash = codec::decode_block_hash(&runtime.metadata, value.as_deref()).map_err(codec_failed)?;
        Ok(hash.map_or(finalized, |hash| BlockRef { number, hash }))
    }

    /// From this block on it cannot be included any more.
    fn death(&self) -> u32 {
        let mortality = self.entry.unsigned.mortality;
        mortality.birth.number.saturating_add(mortality.period)
    }

    /// The finalized block that holds the transaction, from the newest in which it can be to the oldest.
    async fn find(&self, finalized: BlockRef) -> Result<Option<(BlockRef, u32)>, Failure> {
        let mut block = self.newest(finalized).await?;
        while block.number > self.entry.unsigned.mortality.birth.number {
            if block.number <= self.death() {
                let body = self.chain.body(block).await?;
                let index = body
                    .iter()
                    .position(|extrinsic| *extrinsic == self.entry.extrinsic.0);
                if let Some(index) = index.and_then(|index| u32::try_from(index).ok()) {
                    return Ok(Some((block, index)));
                }
            }
            block = self.chain.parent(block).await?;
        }
        Ok(None)
    }

    async fn nonce(&self, at: BlockRef) -> Result<u32, Failure> {
        let runtime = self.chain.runtime().await?;
        account::nonce(&self.chain, &runtime.metadata, at, &self.entry.unsigned.account).await
    }

    async fn outcome(&self, block: BlockRef, index: u32) -> Result<TransactionOutcome, Failure> {
        // Only the runtime that it was signed for can have executed it.
        let runtime = self.chain.named_runtime(self.entry.unsigned.metadata).await?;
        let key = codec::events_key(&runtime.metadata).map_err(codec_failed)?;
        let events = self.chain.storage(block, key).await?.unwrap_or_default();
        TransactionOutcome::read(&runtime.metadata, &events, block.number, index)
            .map_err(codec_failed)?
            .ok_or_else(not_mentioned)
    }
}

fn not_mentioned() -> Failure {
    Failure::new(
        ErrorCode::MalformedMetadata,
        "the block's events do not mention this transaction",
    )
}

/// What to say of the runtime's answer, if it does refuse the transaction.
fn refusal(validity: Validity) -> Option<String> {
    match validity {
        Validity::Valid => None,
        Validity::Invalid { reason, custom } => Some(remedy::pool_answer(&reason, custom)),
        Validity::Unknown { reason } => Some(remedy::pool_answer(&reason, None)),
    }
}
