//! An account's balance at every finalized block, each read proven against that block's state root.

use std::rc::Rc;

use futures::{StreamExt, future::try_join, stream::LocalBoxStream};
use taolight_codec as codec;
use taolight_primitives::{AccountId, BlockRef, Failure, Level, Verified};
use taolight_protocol::engine::Balance;

use crate::{chain::Chain, failure::codec_failed, prepare::balance, runtime::Runtime};

/// Follows the balance. Where one read fails, the next block is read; the stream ends with the chain.
pub(crate) fn watch(
    chain: Rc<Chain>,
    account: AccountId,
) -> LocalBoxStream<'static, Result<Verified<Balance>, Failure>> {
    let heads = chain.client().finalized().stream().filter_map(async |head| head);
    heads
        .filter_map(move |head| {
            let chain = chain.clone();
            async move { read(&chain, head.block, &account).await.ok().map(Ok) }
        })
        .boxed_local()
}

/// The balance at one finalized block. With metadata from an earlier run this is two small proofs fetched together, and
/// no runtime call.
async fn read(chain: &Chain, block: BlockRef, account: &AccountId) -> Result<Verified<Balance>, Failure> {
    let value = match chain.guessed_runtime().await {
        Some(guess) => {
            let (code, value) = try_join(chain.code(block), stored(chain, block, &guess, account)).await?;
            if code == guess.code {
                value
            } else {
                let runtime = chain.runtime_of_code(code, block).await?;
                stored(chain, block, &runtime, account).await?
            }
        }
        None => {
            let code = chain.code(block).await?;
            let runtime = chain.runtime_of_code(code, block).await?;
            stored(chain, block, &runtime, account).await?
        }
    };
    Ok(Verified {
        value,
        block,
        level: Level::Finalized,
    })
}

async fn stored(
    chain: &Chain,
    block: BlockRef,
    runtime: &Runtime,
    account: &AccountId,
) -> Result<Balance, Failure> {
    let key = codec::account_key(&runtime.metadata, account).map_err(codec_failed)?;
    let value = chain.storage(block, key).await?;
    let info = codec::decode_account(&runtime.metadata, value.as_deref()).map_err(codec_failed)?;
    Ok(balance(&info))
}
