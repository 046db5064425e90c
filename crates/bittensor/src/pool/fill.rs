//! What a trade with a pool comes to.

use serde::{Deserialize, Serialize};

/// A trade: some of one unit for some of another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fill<In, Out> {
    /// What goes into the pool: without the fee.
    pub paid: In,
    /// The fee, on top of it.
    pub fee: In,
    /// What comes out.
    pub received: Out,
}

/// Whether the pool's fee is taken. A trade over two pools pays it only once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fee {
    /// It is.
    Charged,
    /// It is not.
    Waived,
}

/// Why a pool trades nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum Unfillable {
    /// A reserve is too small for the amount, or the amount for a reserve.
    #[error("the subnet's pool cannot trade this amount")]
    Liquidity,
    /// The price is past the limit already.
    #[error("the price is past the limit")]
    PriceLimit,
}
