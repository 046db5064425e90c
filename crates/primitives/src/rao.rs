//! TAO, counted in rao.

use crate::amount::amount;

amount! {
    /// An amount of TAO in rao, 10⁻⁹ TAO.
    Rao, parse_tao
}
