//! An account's balance: one storage value, decoded by the block's own metadata.

use taolight_bittensor::View;
use taolight_codec as codec;
use taolight_primitives::{AccountId, Failure, Verified};
use taolight_protocol::engine::Balance;

use crate::{failure::codec_failed, prepare::balance, view::BlockView};

/// The balance at one block.
pub(crate) async fn read(view: &BlockView, account: &AccountId) -> Result<Verified<Balance>, Failure> {
    let key = codec::account_key(view.metadata(), account).map_err(codec_failed)?;
    let value = view.values(&[key]).await?.pop().flatten();
    let info = codec::decode_account(view.metadata(), value.as_deref()).map_err(codec_failed)?;
    Ok(view.verified(balance(&info)))
}
