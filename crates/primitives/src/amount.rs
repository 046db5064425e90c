//! Amounts of TAO as whole rao (10⁻⁹ TAO). Text is parsed and printed digit by digit; no float ever holds money.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Decimals of TAO: 1 TAO = 10⁹ rao.
const DECIMALS: usize = 9;
const RAO_PER_TAO: u64 = 1_000_000_000;

/// An amount of TAO in rao. Crosses ports as a decimal string of rao, because JSON numbers lose digits past 2⁵³.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Rao(pub u64);

/// Why a typed amount is not an amount of TAO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("type an amount")]
    Empty,
    /// A character that is neither a digit, a decimal point nor a separating space.
    #[error("{0:?} does not belong in an amount; use digits and one decimal point")]
    Character(char),
    /// More than one decimal point.
    #[error("an amount has at most one decimal point")]
    TwoPoints,
    /// Finer than one rao.
    #[error("TAO has 9 decimals; this amount has {0}")]
    TooManyDecimals(usize),
    /// More than the chain can count.
    #[error("more TAO than can exist")]
    TooLarge,
}

impl Rao {
    /// No TAO at all.
    pub const ZERO: Self = Self(0);

    /// Parses what a person types as TAO: digits, at most one point, spaces between groups.
    ///
    /// A comma is refused rather than guessed at: half the world reads it as a decimal point.
    pub fn parse_tao(text: &str) -> Result<Self, AmountError> {
        let mut whole = String::new();
        let mut fraction = String::new();
        let mut after_point = false;
        for character in text.chars() {
            match character {
                '.' if after_point => return Err(AmountError::TwoPoints),
                '.' => after_point = true,
                '0'..='9' if after_point => fraction.push(character),
                '0'..='9' => whole.push(character),
                c if c.is_whitespace() => {}
                c => return Err(AmountError::Character(c)),
            }
        }
        if whole.is_empty() && fraction.is_empty() {
            return Err(AmountError::Empty);
        }
        if fraction.len() > DECIMALS {
            return Err(AmountError::TooManyDecimals(fraction.len()));
        }
        while fraction.len() < DECIMALS {
            fraction.push('0');
        }
        whole.push_str(&fraction);
        whole.parse().map(Self).map_err(|_| AmountError::TooLarge)
    }

    /// The sum, or `None` past 2⁶⁴ - 1 rao.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` below zero.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The difference, or zero.
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Whole TAO, and the nine decimals below the point.
    pub fn parts(self) -> (u64, String) {
        let fraction = self.0 % RAO_PER_TAO;
        (self.0 / RAO_PER_TAO, format!("{fraction:09}"))
    }
}

/// TAO with the fewest decimals that lose nothing, without unit: `1.5`, `0.000000001`, `12`.
impl fmt::Display for Rao {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = self.parts();
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{fraction}")
    }
}

impl Serialize for Rao {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Rao {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typed_amounts() {
        assert_eq!(Rao::parse_tao("1"), Ok(Rao(1_000_000_000)));
        assert_eq!(Rao::parse_tao("1 204.118 203"), Ok(Rao(1_204_118_203_000)));
        assert_eq!(Rao::parse_tao(".000000001"), Ok(Rao(1)));
        assert_eq!(Rao::parse_tao("18446744073.709551615"), Ok(Rao(u64::MAX)));
    }

    #[test]
    fn refused_amounts() {
        assert_eq!(Rao::parse_tao(" "), Err(AmountError::Empty));
        assert_eq!(Rao::parse_tao("."), Err(AmountError::Empty));
        assert_eq!(Rao::parse_tao("1,5"), Err(AmountError::Character(',')));
        assert_eq!(Rao::parse_tao("-1"), Err(AmountError::Character('-')));
        assert_eq!(Rao::parse_tao("1.2.3"), Err(AmountError::TwoPoints));
        assert_eq!(
            Rao::parse_tao("0.0000000001"),
            Err(AmountError::TooManyDecimals(10))
        );
        assert_eq!(
            Rao::parse_tao("18446744073.709551616"),
            Err(AmountError::TooLarge)
        );
        assert_eq!(Rao::parse_tao(&"9".repeat(400)), Err(AmountError::TooLarge));
    }

    #[test]
    fn json_is_a_decimal_string_of_rao() {
        assert_eq!(
            serde_json::to_string(&Rao(u64::MAX)).unwrap(),
            "\"18446744073709551615\""
        );
        assert!(serde_json::from_str::<Rao>("5").is_err());
        assert!(serde_json::from_str::<Rao>("\"1.5\"").is_err());
    }

    proptest! {
        #[test]
        fn printed_amounts_parse_back(rao: u64) {
            prop_assert_eq!(Rao::parse_tao(&Rao(rao).to_string()), Ok(Rao(rao)));
        }

        #[test]
        fn any_text_is_parsed_or_refused(text in ".*") {
            let _ = Rao::parse_tao(&text);
        }
    }
}
