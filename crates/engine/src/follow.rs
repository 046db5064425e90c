//! From a signed transaction in the journal to its end: submits it, follows it into a block and to finality, and after
//! a reload, a stall or a lost peer finds out from the chain itself what became of it. It never signs and never makes a
//! second transaction: it only ever sends the same bytes again.

use std::{rc::Rc, time::Duration};

use futures::StreamExt;
use taolight_codec as codec;
use taolight_primitives::{BlockRef, ErrorCode, Failure, Rao};
use taolight_protocol::engine::{JournalEntry, Outcome, TransactionState};

use crate::{
    chain::{Chain, WatchEvent},
    failure::codec_failed,
    journal::Journal,
    runtime::Runtime,
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
            return Ok(reason);
        }
        Ok(format!(
            "the chain was upgraded to version {} before this transaction arrived; it did not happen, and the money is where it was. Review and send it again",
            runtime.reference.spec_version
        ))
    }

    /// What the finalized chain says about the transaction, if it is settled there.
    async fn settle(&self) -> Result<Option<TransactionState>, Failure> {
        let finalized = self.chain.finalized().await?;
        if self.nonce(finalized).await? <= self.entry.unsigned.nonce {
            let mortality = self.entry.unsigned.mortality;
            let death = mortality.birth.number.saturating_add(mortality.period);
            return Ok((finalized.number >= death).then(|| TransactionState::Dropped {
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

    /// The finalized block that holds the transaction, from the newest in which it can be to the oldest.
    async fn find(&self, finalized: BlockRef) -> Result<Option<(BlockRef, u32)>, Failure> {
        let mortality = self.entry.unsigned.mortality;
        let death = mortality.birth.number.saturating_add(mortality.period);
        let mut block = finalized;
        while block.number > mortality.birth.number {
            if block.number <= death {
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
        let key =
            codec::account_key(&runtime.metadata, &self.entry.unsigned.account).map_err(codec_failed)?;
        let value = self.chain.storage(at, key).await?;
        let account = codec::decode_account(&runtime.metadata, value.as_deref()).map_err(codec_failed)?;
        Ok(account.nonce)
    }

    async fn outcome(&self, block: BlockRef, index: u32) -> Result<Outcome, Failure> {
        // Only the runtime that it was signed for can have executed it.
        let runtime = self.chain.named_runtime(self.entry.unsigned.metadata).await?;
        let key = codec::events_key(&runtime.metadata).map_err(codec_failed)?;
        let events = self.chain.storage(block, key).await?.unwrap_or_default();
        read_outcome(&runtime, &events, index)
    }
}

fn read_outcome(runtime: &Runtime, events: &[u8], index: u32) -> Result<Outcome, Failure> {
    let outcome = codec::extrinsic_outcome(&runtime.metadata, events, index).map_err(codec_failed)?;
    let Some(outcome) = outcome else {
        return Err(Failure::new(
            ErrorCode::MalformedMetadata,
            "the block's events do not mention this transaction",
        ));
    };
    let fee: Option<Rao> = outcome.fee;
    Ok(match outcome.error {
        None => Outcome::Success { fee },
        Some(error) => Outcome::Failed {
            error: error.name,
            explanation: error.explanation,
            fee,
        },
    })
}
