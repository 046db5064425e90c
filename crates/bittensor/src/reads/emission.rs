//! How much is made in each block. Pure functions of what exists: the chain halves by amounts, not by dates.

use taolight_primitives::Rao;

/// The most TAO that can ever exist, and the most alpha of each subnet: 21 million, in billionths.
pub const CAP: u64 = 21_000_000_000_000_000;

/// What is made in a block before the first halving, in billionths.
const WHOLE: u64 = 1_000_000_000;

/// How often the emission has been halved when this much exists: the largest n with (cap − issued) · 2ⁿ ≤ cap. `None`
/// when everything exists.
pub fn halvings(issued: u64) -> Option<u32> {
    let left = CAP.checked_sub(issued).filter(|left| *left > 0)?;
    (CAP / left).checked_ilog2()
}

/// What the next block makes when this much exists, in billionths. Holds for TAO and for each subnet's alpha.
pub fn per_block(issued: u64) -> u64 {
    halvings(issued)
        .and_then(|halvings| WHOLE.checked_shr(halvings))
        .unwrap_or(0)
}

/// How much has to exist for the next halving, in billionths. `None` when everything exists.
pub fn next_halving_at(issued: u64) -> Option<u64> {
    let next = halvings(issued)?.checked_add(1)?;
    Some(CAP - CAP.checked_shr(next)?)
}

/// The amounts of TAO at which the first halvings happen, ten of them.
pub fn thresholds() -> Vec<Rao> {
    (1..=10).map(|halving| Rao(CAP - (CAP >> halving))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MILLION: u64 = 1_000_000_000_000_000;

    #[test]
    fn halves_at_the_known_amounts() {
        assert_eq!(per_block(0), WHOLE);
        assert_eq!(per_block(21 * MILLION / 2 - 1), WHOLE);
        assert_eq!(per_block(21 * MILLION / 2), WHOLE / 2);
        assert_eq!(per_block(21 * MILLION / 4 * 3), WHOLE / 4);
        assert_eq!(next_halving_at(0), Some(21 * MILLION / 2));
        assert_eq!(next_halving_at(21 * MILLION / 2), Some(21 * MILLION / 4 * 3));
        assert_eq!(thresholds()[2], Rao(21 * MILLION / 8 * 7));
    }

    #[test]
    fn nothing_is_made_beyond_the_cap() {
        assert_eq!(per_block(CAP), 0);
        assert_eq!(per_block(u64::MAX), 0);
        assert_eq!(next_halving_at(CAP), None);
    }

    proptest! {
        #[test]
        fn the_next_halving_is_the_first_amount_that_halves(issued in 0..CAP - 1) {
            let now = halvings(issued).unwrap();
            if let Some(next) = next_halving_at(issued) && next < CAP {
                prop_assert!(next > issued);
                prop_assert_eq!(halvings(next - 1), Some(now));
                prop_assert_eq!(halvings(next), Some(now + 1));
            }
        }
    }
}
