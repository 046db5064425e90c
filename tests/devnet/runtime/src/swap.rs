//! The real chain's pallet of pools: what alpha costs, and what a trade gives. It keeps weights and fee rates; the
//! reserves belong to `subtensor`, which it asks through [`Reserves`].

mod pallet;
mod pool;
mod power;
mod quote;
mod wide;

#[cfg(test)]
mod tests;

pub use pallet::{Balancer, Reserves, pallet::*};
pub use pool::{Fill, Pool, Refusal, Side};
pub use power::{Ratio, decay};
pub use quote::SimSwapResult;
pub use wide::{SCALE, mul_div};
