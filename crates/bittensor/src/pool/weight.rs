//! The weight of TAO in a pool.

use serde::{Deserialize, Serialize};

use crate::fixed::SCALE;

/// The chain keeps both weights above a hundredth, so that neither asset's power is above 99.
const LEAST: u64 = SCALE / 100;

/// The weight of TAO in 10⁻¹⁸, between 0.01 and 0.99; that of alpha is the rest to one. A decimal string in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct TaoWeight(u64);

/// A weight that no pool of the chain has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the weight of TAO in a pool is between 0.01 and 0.99, in parts of 10^18")]
pub struct WeightError;

impl TaoWeight {
    /// As much as alpha's, as every pool begins.
    pub const HALF: Self = Self(SCALE / 2);

    /// A weight in 10⁻¹⁸, as `Swap.SwapBalancer` has it.
    pub fn new(perquintill: u64) -> Result<Self, WeightError> {
        if (LEAST..=SCALE - LEAST).contains(&perquintill) {
            Ok(Self(perquintill))
        } else {
            Err(WeightError)
        }
    }

    /// In 10⁻¹⁸.
    pub fn perquintill(self) -> u64 {
        self.0
    }

    /// The weight of alpha, in 10⁻¹⁸.
    pub(super) fn of_alpha(self) -> u64 {
        SCALE - self.0
    }
}

impl TryFrom<String> for TaoWeight {
    type Error = WeightError;

    fn try_from(text: String) -> Result<Self, WeightError> {
        text.parse().map_err(|_| WeightError).and_then(Self::new)
    }
}

impl From<TaoWeight> for String {
    fn from(weight: TaoWeight) -> Self {
        weight.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_weights_that_the_chain_allows() {
        assert_eq!(TaoWeight::new(LEAST).unwrap().of_alpha(), SCALE - LEAST);
        assert_eq!(TaoWeight::new(LEAST - 1), Err(WeightError));
        assert_eq!(TaoWeight::new(SCALE), Err(WeightError));
        assert!(serde_json::from_str::<TaoWeight>("\"0\"").is_err());
        let json = serde_json::to_string(&TaoWeight::HALF).unwrap();
        assert_eq!(serde_json::from_str::<TaoWeight>(&json).unwrap(), TaoWeight::HALF);
    }
}
