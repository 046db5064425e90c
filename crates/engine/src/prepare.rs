//! From what the user wants to an unsigned transaction: built by name from the current runtime's metadata, checked
//! against everything that it needs, priced by the runtime.

use std::rc::Rc;

use futures::future::try_join;
use taolight_bittensor::intents::{Facts, Funds, Intent, Need, Signer, Weight, gather};
use taolight_codec::{self as codec, DispatchInfo, Era, Metadata, Parameters, Payload, blake2_256};
use taolight_primitives::{AccountId, BlockHash, BlockRef, Failure, Level, Rao, Verified};
use taolight_protocol::engine::{Mortality, Prepared, Unsigned, Weighed};

use crate::{
    account, again::again_if_gone, chain::Chain, failure::codec_failed, journal::Journal, runtime::Runtime,
    view::BlockView,
};

/// Blocks for which a transaction stays valid: about 26 minutes on Finney. Long enough to read a review sheet on a slow
/// day, short enough that a forgotten transaction cannot come back.
const PERIOD: u32 = 128;

/// Makes an unsigned transaction of an intent.
pub(crate) async fn prepare(
    chain: &Rc<Chain>,
    journal: &Journal,
    from: AccountId,
    intent: &Intent,
) -> Result<Prepared, Failure> {
    // What makes no sense on any chain needs none to say so.
    refuse_unmet(intent, from, &Facts::default())?;
    again_if_gone(async || prepare_at_best(chain, journal, from, intent).await).await
}

async fn prepare_at_best(
    chain: &Rc<Chain>,
    journal: &Journal,
    from: AccountId,
    intent: &Intent,
) -> Result<Prepared, Failure> {
    let runtime = chain.runtime().await?;
    let at = chain.best().await?;
    let call = intent.build(&runtime.metadata)?;
    let view = BlockView::new(chain.clone(), runtime.clone(), at, Level::Best);
    let mut needs = intent.needs(from);
    needs.push(Need::Funds(Funds::of(from, Rao::ZERO)));
    let priced = async {
        let unsigned = unsigned(chain, journal, &runtime, at, from, call).await?;
        let info = dispatch_info(chain, &runtime, at, &unsigned).await?;
        Ok((unsigned, info.fee))
    };
    let ((unsigned, fee), mut facts) = try_join(priced, gather(&view, &needs)).await?;
    // What a hotkey signs is free, or on newer runtimes paid by the coldkey that owns it.
    facts.fee = (intent.signer() != Signer::Hotkey).then_some((from, fee));
    refuse_unmet(intent, from, &facts)?;
    Ok(Prepared {
        unsigned,
        fee: view_of_best(fee, at),
        fee_in_alpha: intent.may_pay_in_alpha() && !can_pay(&facts, &from, fee),
        existential_deposit: facts.existential_deposit,
    })
}

/// What the runtime answers that a transaction will cost.
pub(crate) async fn estimate(
    chain: &Chain,
    runtime: &Runtime,
    unsigned: &Unsigned,
) -> Result<Verified<Rao>, Failure> {
    let at = chain.best().await?;
    let info = dispatch_info(chain, runtime, at, unsigned).await?;
    Ok(view_of_best(info.fee, at))
}

/// What the runtime answers that a call may take, and the call's hash.
pub(crate) async fn weigh(
    chain: &Chain,
    journal: &Journal,
    from: AccountId,
    intent: &Intent,
) -> Result<Weighed, Failure> {
    let runtime = chain.runtime().await?;
    let at = chain.best().await?;
    let call = intent.build(&runtime.metadata)?;
    let call_hash = BlockHash(blake2_256(&call));
    let unsigned = unsigned(chain, journal, &runtime, at, from, call).await?;
    let info = dispatch_info(chain, &runtime, at, &unsigned).await?;
    let weight = Weight {
        ref_time: info.ref_time,
        proof_size: info.proof_size,
    };
    Ok(Weighed {
        weight: view_of_best(weight, at),
        call_hash,
    })
}

/// Fails with the first thing that is known to be in the way.
fn refuse_unmet(intent: &Intent, from: AccountId, facts: &Facts) -> Result<(), Failure> {
    match intent.unmet(from, facts).into_iter().next() {
        Some(failure) => Err(failure),
        None => Ok(()),
    }
}

fn can_pay(facts: &Facts, account: &AccountId, fee: Rao) -> bool {
    let balance = facts.accounts.get(account).and_then(|account| account.balance);
    balance.is_some_and(|balance| balance.transferable_in_full >= fee)
}

fn view_of_best<T>(value: T, block: BlockRef) -> Verified<T> {
    Verified {
        value,
        block,
        level: Level::Best,
    }
}

async fn unsigned(
    chain: &Chain,
    journal: &Journal,
    runtime: &Runtime,
    at: BlockRef,
    from: AccountId,
    call: Vec<u8>,
) -> Result<Unsigned, Failure> {
    let nonce = account::nonce(chain, &runtime.metadata, at, &from).await?;
    Ok(Unsigned {
        account: from,
        call: call.into(),
        nonce: journal.next_nonce(&from, nonce),
        tip: Rao::ZERO,
        mortality: Mortality {
            period: PERIOD,
            birth: chain.finalized().await?,
        },
        genesis: chain.genesis(),
        spec_version: runtime.reference.spec_version,
        transaction_version: runtime.metadata.runtime().transaction_version,
        metadata: runtime.reference,
    })
}

async fn dispatch_info(
    chain: &Chain,
    runtime: &Runtime,
    at: BlockRef,
    unsigned: &Unsigned,
) -> Result<DispatchInfo, Failure> {
    let payload = payload(&runtime.metadata, unsigned)?;
    let call = codec::fee_call(&runtime.metadata, &unsigned.account, &payload).map_err(codec_failed)?;
    let answer = chain.call(at, &call.method, call.parameters).await?;
    codec::decode_dispatch_info(&runtime.metadata, &answer).map_err(codec_failed)
}

fn payload(metadata: &Metadata, unsigned: &Unsigned) -> Result<Payload, Failure> {
    let parameters = Parameters {
        nonce: unsigned.nonce,
        tip: unsigned.tip,
        era: Era::mortal(unsigned.mortality.period, unsigned.mortality.birth.number),
        birth_hash: unsigned.mortality.birth.hash,
        genesis: unsigned.genesis,
        spec_version: unsigned.spec_version,
        transaction_version: unsigned.transaction_version,
        // The digest is not part of the bytes that are priced; only the mode byte is, whatever it says.
        metadata_digest: None,
    };
    Payload::new(metadata, &unsigned.call.0, &parameters).map_err(codec_failed)
}
