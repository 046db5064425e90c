//! What alpha is worth in TAO: at the present price, and if it were sold now.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Rao};

use crate::{Fee, Pool};

/// What something is worth in TAO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Worth {
    /// At the present price. Selling brings less: it costs a fee and moves the price.
    pub at_spot: Rao,
    /// What selling all of it at once would bring now, fee and movement of the price off.
    pub if_sold: Rao,
    /// Whether all of it could be sold now. What could not counts as nothing in `if_sold`.
    pub sellable: bool,
}

impl Worth {
    /// Nothing.
    pub const NOTHING: Self = Self {
        at_spot: Rao::ZERO,
        if_sold: Rao::ZERO,
        sellable: true,
    };

    /// TAO itself.
    pub fn of_tao(amount: Rao) -> Self {
        Self {
            at_spot: amount,
            if_sold: amount,
            sellable: true,
        }
    }

    /// The worth of both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            at_spot: Rao(self.at_spot.0.saturating_add(other.at_spot.0)),
            if_sold: Rao(self.if_sold.0.saturating_add(other.if_sold.0)),
            sellable: self.sellable && other.sellable,
        }
    }
}

/// A subnet's market: its pool, and whether trading has begun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Market {
    pub(super) pool: Pool,
    pub(super) open: bool,
}

impl Market {
    /// The worth of that much alpha, sold in one go.
    pub(super) fn worth(&self, alpha: Alpha) -> Worth {
        if alpha == Alpha::ZERO {
            return Worth::NOTHING;
        }
        let at_spot = self.pool.value_at_spot(alpha);
        let unsold = Worth {
            at_spot,
            if_sold: Rao::ZERO,
            sellable: false,
        };
        if !self.open {
            return unsold;
        }
        match self.pool.sell(alpha, None, Fee::Charged) {
            Ok(fill) => Worth {
                at_spot,
                if_sold: fill.received,
                sellable: fill.paid.0.saturating_add(fill.fee.0) >= alpha.0,
            },
            Err(_) => unsold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mechanism, TaoWeight};

    fn market(open: bool) -> Market {
        let pool = Pool {
            mechanism: Mechanism::Dynamic,
            tao: Rao(1_000_000_000_000),
            alpha: Alpha(2_000_000_000_000),
            tao_weight: TaoWeight::HALF,
            fee_rate: 0,
            minimum_reserve: 1_000_000,
        };
        Market { pool, open }
    }

    #[test]
    fn selling_brings_less_than_the_price() {
        let worth = market(true).worth(Alpha(2_000_000_000_000));
        assert_eq!(worth.at_spot, Rao(1_000_000_000_000));
        assert_eq!(worth.if_sold, Rao(500_000_000_000));
        assert!(worth.sellable);
    }

    #[test]
    fn what_cannot_be_sold_is_said() {
        let closed = market(false).worth(Alpha(1_000_000_000));
        assert_eq!((closed.at_spot, closed.if_sold), (Rao(500_000_000), Rao::ZERO));
        assert!(!closed.sellable);
        // Too little for a single rao.
        assert!(!market(true).worth(Alpha(1)).sellable);
        let both = closed.and(Worth::of_tao(Rao(7)));
        assert_eq!(both.if_sold, Rao(7));
        assert!(!both.sellable);
    }
}
