//! From an intent to a final transaction: prepared by the engine, described and signed by the vault, followed by the
//! engine to its end.

use futures::StreamExt;
use taolight_bittensor::intents::Intent;
use taolight_primitives::{AccountId, BlockHash, ErrorCode, Failure};
use taolight_protocol::{
    Client,
    engine::{
        GetMetadata, JournalEntry, PrepareTransaction, Prepared, SubmitTransaction, TransactionState,
        WatchJournal,
    },
    vault::{Describe, Summary},
};

use crate::wallet::Wallet;

/// What somebody approves or not.
#[derive(Debug, Clone)]
pub struct Review {
    /// What was asked for.
    pub intent: Intent,
    /// What the engine made of it.
    pub prepared: Prepared,
    /// What the vault decoded out of that.
    pub summary: Summary,
}

/// Prepares a transaction and has the vault decode it. Signs nothing.
pub async fn review(
    engine: &Client,
    wallet: &mut Wallet,
    from: AccountId,
    intent: Intent,
) -> Result<Review, Failure> {
    let prepared = engine
        .call(PrepareTransaction {
            from,
            intent: intent.clone(),
        })
        .await?;
    let metadata = prepared.unsigned.metadata;
    if !wallet.has_metadata(&metadata) {
        let metadata = Some(metadata);
        wallet.add_metadata(engine.call(GetMetadata { metadata }).await?)?;
    }
    let summary = wallet
        .describe(&Describe {
            unsigned: prepared.unsigned.clone(),
            intent: Some(intent.clone()),
            origin: None,
        })
        .await?;
    if summary.as_intended != Some(true) {
        return Err(Failure::new(
            ErrorCode::NotApproved,
            "the signing core decoded another call than the one you asked for; nothing was signed",
        ));
    }
    Ok(Review {
        intent,
        prepared,
        summary,
    })
}

/// Signs what was reviewed and hands it to the network. Returns its name in the journal.
pub async fn send(engine: &Client, wallet: &mut Wallet, review: Review) -> Result<BlockHash, Failure> {
    let signed = wallet.sign(&review.summary).await?;
    let submitted = engine
        .call(SubmitTransaction {
            unsigned: review.prepared.unsigned,
            intent: review.intent,
            extrinsic: signed.extrinsic,
        })
        .await?;
    Ok(submitted.hash)
}

/// Follows a transaction until nothing can happen to it any more, telling each of its states.
pub async fn follow(
    engine: &Client,
    hash: BlockHash,
    mut told: impl FnMut(&TransactionState),
) -> Result<JournalEntry, Failure> {
    let mut journal = engine.subscribe(WatchJournal {});
    let mut last = None;
    while let Some(entries) = journal.next().await {
        let Some(entry) = entries?.into_iter().find(|entry| entry.hash == hash) else {
            continue;
        };
        if last.as_ref() != Some(&entry.state) {
            told(&entry.state);
        }
        if entry.state.is_final() {
            return Ok(entry);
        }
        last = Some(entry.state);
    }
    Err(Failure::new(ErrorCode::Disconnected, "the light client ended"))
}
