//! Takes a signed transaction in: checks that it is what was prepared and that the chain would still take it, writes it
//! into the journal, and only then lets it out.

use std::time::Duration;

use taolight_codec as codec;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::{JournalEntry, SubmitTransaction, TransactionState};

use crate::{chain::Chain, failure::codec_failed, journal::Journal, runtime::Runtime};

/// How long to wait for a peer to confirm the runtime. Without an answer the last one known counts: a signature is only
/// ever good for the runtime it names.
const PATIENCE: Duration = Duration::from_secs(3);

/// Checks and journals a signed transaction. The entry returned is the one to follow.
pub(crate) async fn submit(
    chain: &Chain,
    journal: &Journal,
    transaction: SubmitTransaction,
    now_ms: u64,
) -> Result<JournalEntry, Failure> {
    let runtime = chain.runtime_within(PATIENCE).await?;
    check_runtime(&transaction, &runtime, chain)?;
    check_extrinsic(&transaction, &runtime)?;
    let entry = JournalEntry {
        hash: codec::extrinsic_hash(&transaction.extrinsic.0),
        intent: transaction.intent,
        unsigned: transaction.unsigned,
        extrinsic: transaction.extrinsic,
        written_ms: now_ms,
        state: TransactionState::Signed,
    };
    journal.add(entry.clone()).await?;
    Ok(entry)
}

fn check_runtime(transaction: &SubmitTransaction, runtime: &Runtime, chain: &Chain) -> Result<(), Failure> {
    if transaction.unsigned.genesis != chain.genesis() {
        return Err(Failure::new(
            ErrorCode::GenesisMismatch,
            "this transaction was signed for another network; nothing was sent",
        ));
    }
    if transaction.unsigned.metadata != runtime.reference {
        return Err(Failure::new(
            ErrorCode::RuntimeChanged,
            format!(
                "the chain was upgraded to version {} since this was prepared; nothing was sent. Review it again",
                runtime.reference.spec_version
            ),
        ));
    }
    Ok(())
}

/// The journal must say what the bytes do.
fn check_extrinsic(transaction: &SubmitTransaction, runtime: &Runtime) -> Result<(), Failure> {
    let signed =
        codec::decode_extrinsic(&runtime.metadata, &transaction.extrinsic.0).map_err(codec_failed)?;
    let unsigned = &transaction.unsigned;
    let same = signed.account == unsigned.account
        && signed.nonce == unsigned.nonce
        && signed.tip == unsigned.tip
        && signed.call == unsigned.call.0;
    if !same {
        return Err(Failure::new(
            ErrorCode::InvalidTransaction,
            "the signed bytes are not the transaction that was prepared; nothing was sent",
        ));
    }
    Ok(())
}
