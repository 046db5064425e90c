//! The runtime of the development network.
//!
//! On the wire it looks like Bittensor's: the same pallet names and indices, the
//! same account and extrinsic layout, the same transaction extensions and fees,
//! the same runtime APIs (a stub `BabeApi` next to the real `AuraApi` included).
//! Its pallets `subtensor` and `swap` trade, stake and lock as the real ones were observed to.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "256"]

extern crate alloc;

pub mod admin_utils;
mod apis;
mod call_filter;
pub mod commitments;
mod config;
pub mod crowdloan;
pub mod extensions;
#[cfg(feature = "std")]
pub mod genesis;
mod guarded_call;
pub mod limit_orders;
pub mod mev_shield;
mod proxy_filter;
mod proxy_type;
pub mod safe_mode;
#[cfg(feature = "std")]
pub mod seed;
pub mod subtensor;
pub mod swap;
pub mod traps;
mod version;
#[cfg(feature = "std")]
pub mod wasm;

pub use apis::RuntimeApi;
pub use guarded_call::GuardedCall;
pub use proxy_type::ProxyType;
pub use sp_consensus_aura::sr25519::AuthorityId as AuraId;
pub use sp_consensus_grandpa::AuthorityId as GrandpaId;
pub use version::VERSION;

use alloc::vec::Vec;
use sp_runtime::{
    MultiAddress, MultiSignature, generic,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
};

pub type Signature = MultiSignature;
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
pub type Address = MultiAddress<AccountId, ()>;
pub type Balance = u64;
pub type BlockNumber = u32;
pub type Nonce = u32;
pub type Hash = sp_core::H256;
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
pub type UncheckedExtrinsic =
    generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, extensions::TxExtension>;
pub type SignedPayload = generic::SignedPayload<RuntimeCall, extensions::TxExtension>;
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

type Executive = frame_executive::Executive<
    Runtime,
    Block,
    frame_system::ChainContext<Runtime>,
    Runtime,
    AllPalletsWithSystem,
>;

sp_runtime::impl_opaque_keys! {
    pub struct SessionKeys {
        pub aura: Aura,
        pub grandpa: Grandpa,
    }
}

/// 1 TAO in rao.
pub const TAO: Balance = 1_000_000_000;

/// The time between two blocks, in milliseconds.
pub const SLOT_DURATION: u64 = 2_000;

frame_support::construct_runtime!(
    pub struct Runtime {
        System: frame_system = 0,
        Timestamp: pallet_timestamp = 2,
        Aura: pallet_aura = 3,
        Grandpa: pallet_grandpa = 4,
        Balances: pallet_balances = 5,
        TransactionPayment: pallet_transaction_payment = 6,
        SubtensorModule: subtensor = 7,
        Utility: pallet_utility = 11,
        Sudo: pallet_sudo = 12,
        Multisig: pallet_multisig = 13,
        Proxy: pallet_proxy = 16,
        Commitments: commitments = 18,
        AdminUtils: admin_utils = 19,
        SafeMode: safe_mode = 20,
        Crowdloan: crowdloan = 27,
        Swap: swap = 28,
        MevShield: mev_shield = 30,
        #[cfg(feature = "next")]
        LimitOrders: limit_orders = 32,
        Traps: traps = 200,
    }
);
