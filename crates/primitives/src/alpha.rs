//! Alpha, the token that every subnet has of its own.

use crate::amount::amount;

amount! {
    /// An amount of one subnet's alpha in alpha rao, 10⁻⁹ alpha; on the root, whose alpha is TAO, in rao.
    ///
    /// It does not say of which subnet: what holds it does. It is worth TAO only at a price.
    Alpha, parse_alpha
}
