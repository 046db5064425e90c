//! What one subnet's alpha is worth in another's, in the unit that the chain's limited swaps take.

use crate::amount::amount;

amount! {
    /// Billionths of the destination's alpha for one whole alpha of the origin.
    Ratio, parse_ratio
}
