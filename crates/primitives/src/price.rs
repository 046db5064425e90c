//! The price of alpha, in the unit that the chain's limit orders take.

use crate::amount::amount;

amount! {
    /// Rao of TAO for one whole alpha: 50 000 000 is 0.05 TAO for an alpha.
    Price, parse_tao
}

impl Price {
    /// One TAO for one alpha, as on the root.
    pub const ONE: Self = Self(1_000_000_000);
}
