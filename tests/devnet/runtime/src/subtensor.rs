//! Bittensor's own pallet: subnets, their pools of alpha, stake and everything that a holder signs. Names, types and
//! indices are the real chain's at spec version 425; what happens follows what was observed of it.
//!
//! `pallet` declares. Each other file is one behaviour: the functions `do_…` that the calls dispatch to, and what
//! others need of it.

mod accounts;
mod alpha_fee;
mod association;
mod auto_stake;
mod burn;
mod calls;
mod children;
mod coldkey_swap;
mod dissolve;
mod dividends;
mod emission;
mod epoch;
mod errors;
mod events;
mod guards;
mod hotkey_swap;
mod identity;
mod lock_decay;
mod locks;
mod move_stake;
mod neurons;
mod pallet;
mod registration;
mod root_claim;
mod safe_float;
mod serving;
mod share_pool;
mod split;
mod stake;
mod storage;
mod subnet_storage;
mod subnets;
mod symbols;
mod take;
mod trade;
pub mod types;
mod unstake_all;

#[cfg(test)]
mod tests;

pub use alpha_fee::{AuthorOrNobody, RecycleDust, TaoOrAlpha};
pub use guards::Barred;
pub use pallet::pallet::*;
pub use trade::Fee;
