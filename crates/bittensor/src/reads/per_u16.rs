//! Parts of 65,535, in which the chain counts takes, shares and scores.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A part of a whole in 65,535ths: 11,796 is 18 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PerU16(pub u16);

impl PerU16 {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole.
    pub const ONE: Self = Self(u16::MAX);

    /// That part of a number, rounded down.
    pub fn of(self, number: u64) -> u64 {
        let part = u128::from(number) * u128::from(self.0) / u128::from(u16::MAX);
        // A part of a number is never larger than the number.
        u64::try_from(part).unwrap_or(number)
    }
}

/// A percentage with two decimals, rounded to the nearest: `18.00 %`.
impl fmt::Display for PerU16 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = u32::from(u16::MAX);
        let hundredths = (u32::from(self.0) * 10_000 + whole / 2) / whole;
        write!(f, "{}.{:02} %", hundredths / 100, hundredths % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages() {
        assert_eq!(PerU16(11_796).to_string(), "18.00 %");
        assert_eq!(PerU16::ZERO.to_string(), "0.00 %");
        assert_eq!(PerU16::ONE.to_string(), "100.00 %");
        assert_eq!(PerU16(33).to_string(), "0.05 %");
    }

    #[test]
    fn parts_of_numbers() {
        assert_eq!(PerU16::ONE.of(u64::MAX), u64::MAX);
        assert_eq!(PerU16(6_553).of(65_535), 6_553);
        assert_eq!(PerU16::ZERO.of(u64::MAX), 0);
    }
}
