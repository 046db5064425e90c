//! Whether a coldkey is about to be replaced by another. While it is, it can do next to nothing.

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{AccountId, BlockHash, Failure, Verified};

use super::{
    Batch,
    batch::Later,
    fields::{Read, SUBTENSOR},
    read,
};
use crate::View;

/// The state of a coldkey's swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "state")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "state")
)]
pub enum ColdkeySwap {
    /// None is announced.
    None,
    /// Announced. Nothing but executing, re-announcing, clearing and disputing it is possible for this coldkey.
    Announced {
        /// blake2b-256 of the new coldkey.
        new_coldkey_hash: BlockHash,
        /// The first block in which it can be executed.
        executable_from: u32,
        /// The first block in which it can be cleared or announced anew.
        clearable_from: u32,
    },
    /// Disputed. Nothing at all is possible for this coldkey until the chain's governance decides.
    Disputed {
        /// The block in which it was disputed.
        since: u32,
    },
}

/// Asks for the state of a coldkey's swap.
pub fn ask_coldkey_swap<'m>(
    batch: &mut Batch<'m>,
    coldkey: &AccountId,
) -> Result<Later<'m, ColdkeySwap>, CodecError> {
    let announcement = batch.item(SUBTENSOR, "ColdkeySwapAnnouncements", &[(*coldkey).into()])?;
    let dispute = batch.item(SUBTENSOR, "ColdkeySwapDisputes", &[(*coldkey).into()])?;
    let wait = batch.item(SUBTENSOR, "ColdkeySwapReannouncementDelay", &[])?;
    Ok(Box::new(move |answers| {
        if let Some(since) = answers.get(&dispute)? {
            return Ok(ColdkeySwap::Disputed {
                since: since.unsigned()?,
            });
        }
        let Some(announcement) = answers.get(&announcement)? else {
            return Ok(ColdkeySwap::None);
        };
        let (executable_from, new_coldkey_hash) = announcement.pair()?;
        let executable_from: u32 = executable_from.unsigned()?;
        Ok(ColdkeySwap::Announced {
            new_coldkey_hash: new_coldkey_hash.bytes().map(BlockHash)?,
            executable_from,
            clearable_from: executable_from.saturating_add(answers.value(&wait)?.unsigned()?),
        })
    }))
}

/// The state of a coldkey's swap.
pub async fn coldkey_swap(view: &impl View, coldkey: &AccountId) -> Result<Verified<ColdkeySwap>, Failure> {
    read(view, |batch| ask_coldkey_swap(batch, coldkey)).await
}
