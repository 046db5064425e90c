//! A verified block as the rest of Taolight sees it.

use taolight_primitives::{BlockHash, BlockRef};

use crate::header::HeaderFacts;

/// A verified block: its place in the chain, its state and its age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The block.
    pub block: BlockRef,
    /// Hash of its parent.
    pub parent: BlockHash,
    /// Root of its state trie, against which storage is proven.
    pub state_root: [u8; 32],
    /// When it was authored, in milliseconds since 1970, from its Aura slot; zero for genesis.
    pub time_ms: u64,
}

impl Head {
    /// Reads a SCALE header.
    pub(crate) fn decode(header: &[u8], slot_duration_ms: u64) -> Result<Self, String> {
        let facts = HeaderFacts::decode(header)?;
        Ok(Self {
            block: facts.block,
            parent: facts.parent,
            state_root: facts.state_root,
            time_ms: facts.time_ms(slot_duration_ms),
        })
    }
}
