//! The number of an account's next transaction, as the chain's state has it.

use taolight_codec::{self as codec, Metadata};
use taolight_primitives::{AccountId, BlockRef, Failure};

use crate::{chain::Chain, failure::codec_failed};

/// How many transactions the account has made, at one block.
pub(crate) async fn nonce(
    chain: &Chain,
    metadata: &Metadata,
    at: BlockRef,
    account: &AccountId,
) -> Result<u32, Failure> {
    let key = codec::account_key(metadata, account).map_err(codec_failed)?;
    let value = chain.storage(at, key).await?;
    let info = codec::decode_account(metadata, value.as_deref()).map_err(codec_failed)?;
    Ok(info.nonce)
}
