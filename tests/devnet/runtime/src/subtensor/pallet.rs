//! The declarations: configuration, constants, and the sections with storage, events, errors and calls.

pub use pallet::*;

use super::{calls, errors, events, safe_float::SafeFloat, storage, subnet_storage, types::*};
use crate::{Balance, swap};
use alloc::vec::Vec;
use frame_support::{
    pallet_macros::import_section,
    pallet_prelude::*,
    traits::{ConstBool, ConstI16, ConstU8, ConstU16, ConstU32, ConstU64},
};
use frame_system::pallet_prelude::*;
use sp_core::{H160, H256};

/// Weight that is time alone, in millionths of a second.
const fn micros(count: u64) -> Weight {
    Weight::from_parts(count * 1_000_000, 0)
}

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[import_section(subnet_storage::subnet_storage)]
#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config:
        frame_system::Config<AccountId = AccountId, Hash = H256, RuntimeEvent: From<Event<Self>>>
        + pallet_balances::Config<Balance = Balance>
        + swap::Config
    {
        /// Who made this block: the account that trading fees go to.
        type BlockAuthor: Get<Option<AccountId>>;
    }

    #[pallet::pallet]
    #[pallet::without_storage_info]
    pub struct Pallet<T>(_);

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            Self::begin_block()
        }
    }

    /// The account that stands for nobody.
    #[pallet::type_value]
    pub fn DefaultAccount() -> AccountId {
        AccountId::new([0; 32])
    }

    /// The letter tau.
    #[pallet::type_value]
    pub fn DefaultSymbol() -> Vec<u8> {
        "\u{1d70f}".as_bytes().to_vec()
    }

    /// 0.7 and 0.9.
    #[pallet::type_value]
    pub fn DefaultAlphaValues() -> (u16, u16) {
        (45_875, 58_982)
    }

    /// 1.26.
    #[pallet::type_value]
    pub fn DefaultBurnIncrease() -> U64F64 {
        U64F64 {
            bits: 0x1_428f_5c28_f5c2_9000,
        }
    }

    /// 0.000003.
    #[pallet::type_value]
    pub fn DefaultMovingAlpha() -> I96F32 {
        I96F32 { bits: 12_885 }
    }

    /// 0.0005 alpha.
    #[pallet::type_value]
    pub fn DefaultClaimThreshold() -> I96F32 {
        I96F32 { bits: 500_000 << 32 }
    }

    #[pallet::extra_constants]
    impl<T: Config> Pallet<T> {
        /// The least amount that may be staked, in rao.
        #[pallet::constant_name(InitialMinStake)]
        pub fn min_stake() -> u64 {
            2_000_000
        }

        /// The price of a new hotkey or coldkey, in rao.
        #[pallet::constant_name(KeySwapCost)]
        pub fn key_swap_cost() -> u64 {
            100_000_000
        }

        /// The price of a new hotkey on one subnet, in rao.
        #[pallet::constant_name(KeySwapOnSubnetCost)]
        pub fn key_swap_on_subnet_cost() -> u64 {
            1_000_000
        }

        /// How many blocks lie between two new hotkeys on one subnet.
        #[pallet::constant_name(HotkeySwapOnSubnetInterval)]
        pub fn hotkey_swap_on_subnet_interval() -> u64 {
            7_200
        }
    }
}
