//! Dividing an amount so that nothing is lost.

use crate::swap::mul_div;
use alloc::vec::Vec;

/// Divides an amount by weights, to the last unit. `None` if all weights are 0.
pub(super) fn split(amount: u64, weights: &[u128]) -> Option<Vec<u64>> {
    let all = weights
        .iter()
        .fold(0u128, |sum, weight| sum.saturating_add(*weight));
    if all == 0 {
        return None;
    }
    let (mut weight_until, mut amount_until) = (0u128, 0u64);
    let part = |weight: &u128| {
        weight_until = weight_until.saturating_add(*weight);
        let until = mul_div(amount, weight_until, all);
        let part = until.saturating_sub(amount_until);
        amount_until = until;
        part
    };
    Some(weights.iter().map(part).collect())
}
