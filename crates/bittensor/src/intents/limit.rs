//! How far a price may go in a trade.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Price};

use super::{Quantity, Warning};

/// The worst price at which TAO is still traded for alpha, or alpha for TAO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PriceLimit {
    /// Rao of TAO for one whole alpha: the most when buying, the least when selling.
    pub price: Price,
    /// Trade as much as the limit allows, rather than all or nothing.
    pub allow_partial: bool,
}

/// The worst rate at which alpha of one subnet is still traded for alpha of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RateLimited {
    /// The least that one whole alpha of the origin has to bring, in alpha of the destination.
    pub minimum_per_alpha: Alpha,
    /// Trade as much as the limit allows, rather than all or nothing.
    pub allow_partial: bool,
}

/// How much of an amount is traded.
pub(crate) fn traded<T>(amount: T, allow_partial: Option<bool>) -> Quantity<T> {
    match allow_partial {
        Some(true) => Quantity::UpTo(amount),
        Some(false) | None => Quantity::Exactly(amount),
    }
}

/// What to say of a trade's limit. `allow_partial` is that of the limit, if there is one.
pub(crate) fn warning(allow_partial: Option<bool>) -> Option<Warning> {
    match allow_partial {
        None => Some(Warning::NoPriceLimit),
        Some(true) => Some(Warning::PartialFill),
        Some(false) => None,
    }
}
