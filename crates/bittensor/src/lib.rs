//! The Bittensor domain: what a holder reads, what a trade would give, and every transaction that a holder signs.
//!
//! Nothing here opens a connection or knows a light client: [`View`] is one block of a chain, and whoever implements it
//! proves what it answers. Everything is looked up by name in that block's own metadata.

mod fixed;
pub mod intents;
mod pool;
mod quote;
pub mod reads;
pub mod remedy;
mod safe_float;
mod view;

pub use pool::{Fee, Fill, Mechanism, Pool, TaoWeight, Unfillable, WeightError};
pub use quote::{
    Amount, BuyContext, Holding, MoveContext, Obstacle, Place, PriceImpact, Protection, Quote, Rate,
    SellContext, Tolerance, ToleranceError,
};
pub use safe_float::SafeFloat;
pub use view::View;
