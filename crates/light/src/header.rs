//! What the light client itself needs to know of a block header: which block it is, when it was authored, and which
//! authorities it announces. Decoding is smoldot's, so that we never accept a header that it would refuse.

use smoldot::header::{
    AuraConsensusLogRef, DigestItemRef, GrandpaConsensusLogRef, GrandpaScheduledChangeRef, HeaderRef,
};
use taolight_primitives::{BlockHash, BlockRef};

use crate::checkpoint::GrandpaAuthority;

/// Bytes of a block number inside a header of every Subtensor network.
pub(crate) const BLOCK_NUMBER_BYTES: usize = 4;

/// Facts of one header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeaderFacts {
    pub(crate) block: BlockRef,
    pub(crate) parent: BlockHash,
    pub(crate) state_root: [u8; 32],
    /// Slot of the Aura pre-runtime digest; genesis has none.
    pub(crate) aura_slot: Option<u64>,
    pub(crate) aura_authorities: Option<Vec<[u8; 32]>>,
    pub(crate) grandpa_change: Option<GrandpaChange>,
}

/// A GRANDPA change that a header schedules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GrandpaChange {
    pub(crate) delay: u64,
    pub(crate) authorities: Vec<GrandpaAuthority>,
}

impl HeaderFacts {
    /// Decodes a SCALE header; the text says what is wrong with it.
    pub(crate) fn decode(header: &[u8]) -> Result<Self, String> {
        let hash = BlockHash(smoldot::header::hash_from_scale_encoded_header(header));
        let header =
            smoldot::header::decode(header, BLOCK_NUMBER_BYTES).map_err(|error| error.to_string())?;
        let number = u32::try_from(header.number).map_err(|_| "the block number is too high".to_owned())?;
        let mut aura_authorities = None;
        let mut grandpa_change = None;
        for item in header.digest.logs() {
            match item {
                DigestItemRef::AuraConsensus(AuraConsensusLogRef::AuthoritiesChange(list)) => {
                    aura_authorities = Some(list.map(|authority| *authority.public_key).collect());
                }
                DigestItemRef::GrandpaConsensus(GrandpaConsensusLogRef::ScheduledChange(change)) => {
                    grandpa_change = Some(GrandpaChange::from(change));
                }
                _ => {}
            }
        }
        Ok(Self {
            block: BlockRef { number, hash },
            parent: BlockHash(*header.parent_hash),
            state_root: *header.state_root,
            aura_slot: header.digest.aura_pre_runtime().map(|digest| digest.slot_number),
            aura_authorities,
            grandpa_change,
        })
    }

    /// When the block was authored, in milliseconds since 1970; zero for genesis, which has no slot.
    pub(crate) fn time_ms(&self, slot_duration_ms: u64) -> u64 {
        self.aura_slot.unwrap_or(0).saturating_mul(slot_duration_ms)
    }
}

impl From<GrandpaScheduledChangeRef<'_>> for GrandpaChange {
    fn from(change: GrandpaScheduledChangeRef<'_>) -> Self {
        let authorities = change.next_authorities.map(|authority| GrandpaAuthority {
            key: *authority.public_key,
            weight: authority.weight.get(),
        });
        Self {
            delay: change.delay,
            authorities: authorities.collect(),
        }
    }
}

/// SCALE header of the genesis block that has this state root: every other field of it is fixed.
pub(crate) fn genesis_header(state_root: &[u8; 32]) -> Vec<u8> {
    HeaderRef {
        parent_hash: &[0; 32],
        number: 0,
        state_root,
        extrinsics_root: &smoldot::trie::EMPTY_BLAKE2_TRIE_MERKLE_VALUE,
        digest: smoldot::header::DigestRef::empty(),
    }
    .scale_encoding_vec(BLOCK_NUMBER_BYTES)
}

/// Hash of the genesis block that has this state root.
pub(crate) fn genesis_hash(state_root: &[u8; 32]) -> BlockHash {
    BlockHash(smoldot::header::hash_from_scale_encoded_header(genesis_header(
        state_root,
    )))
}
