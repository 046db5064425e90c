//! The traps a light client meets on Bittensor's mainnet, as one pallet:
//!
//! * a consensus digest of an engine the client does not know, in every block;
//! * authority changes at fixed blocks, outside any session, so that GRANDPA's
//!   voters move on to the next set id while the runtime still answers 0.
//!
//! It also stores what makes one chain's genesis another than the next one's: the
//! salt, and how many subnets the seed has.

pub use pallet::*;

use alloc::vec::Vec;
use codec::Encode;
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;
use pallet_aura::Pallet as Aura;
use pallet_grandpa::Pallet as Grandpa;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::H256;
use sp_runtime::{
    DigestItem,
    traits::{BlakeTwo256, Hash},
};

/// The engine id of an Ethereum-compatible chain's block hashes.
const FRON_ENGINE_ID: [u8; 4] = *b"fron";

type AuraIds<T> =
    BoundedVec<<T as pallet_aura::Config>::AuthorityId, <T as pallet_aura::Config>::MaxAuthorities>;

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: frame_system::Config + pallet_aura::Config + pallet_grandpa::Config {}

    #[pallet::pallet]
    #[pallet::without_storage_info]
    pub struct Pallet<T>(_);

    /// What makes this chain's genesis differ from another's.
    #[pallet::storage]
    pub type Salt<T> = StorageValue<_, Vec<u8>, ValueQuery>;

    /// The number of subnets that genesis was filled with; none without a seed.
    #[pallet::storage]
    pub type SeededSubnets<T> = StorageValue<_, Option<u16>, ValueQuery>;

    /// The block producers that take over after a block.
    #[pallet::storage]
    pub type AuraChanges<T: Config> = StorageMap<_, Twox64Concat, BlockNumberFor<T>, AuraIds<T>, OptionQuery>;

    /// The finality voters that take over after a block.
    #[pallet::storage]
    pub type GrandpaChanges<T: Config> =
        StorageMap<_, Twox64Concat, BlockNumberFor<T>, Vec<GrandpaId>, OptionQuery>;

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        pub salt: Vec<u8>,
        pub aura_changes: Vec<(BlockNumberFor<T>, AuraIds<T>)>,
        pub grandpa_changes: Vec<(BlockNumberFor<T>, Vec<GrandpaId>)>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            Salt::<T>::put(&self.salt);
            for (number, authorities) in &self.aura_changes {
                AuraChanges::<T>::insert(number, authorities);
            }
            for (number, authorities) in &self.grandpa_changes {
                GrandpaChanges::<T>::insert(number, authorities);
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(number: BlockNumberFor<T>) -> Weight {
            deposit_fron_digest::<T>(number);
            if let Some(authorities) = AuraChanges::<T>::take(number) {
                Aura::<T>::change_authorities(authorities);
            }
            if let Some(authorities) = GrandpaChanges::<T>::take(number) {
                schedule_grandpa_change::<T>(authorities);
            }
            T::DbWeight::get().reads_writes(2, 2)
        }
    }
}

/// Deposits 130 bytes shaped like the hashes of an Ethereum block and of its
/// transactions.
fn deposit_fron_digest<T: Config>(number: BlockNumberFor<T>) {
    const HASHES: u8 = 1;
    let hash = |index: u8| -> H256 { BlakeTwo256::hash_of(&(number, index)) };
    let hashes = (HASHES, hash(0), Vec::from([hash(1), hash(2), hash(3)]));
    frame_system::Pallet::<T>::deposit_log(DigestItem::Consensus(FRON_ENGINE_ID, hashes.encode()));
}

fn schedule_grandpa_change<T: Config>(authorities: Vec<GrandpaId>) {
    let weighted = authorities.into_iter().map(|id| (id, 1)).collect();
    let scheduled = Grandpa::<T>::schedule_change(weighted, 0u32.into(), None);
    debug_assert!(scheduled.is_ok(), "no other change is pending");
}
