//! What all amounts share: whole billionths, parsed and printed digit by digit. No float ever holds money.
//!
//! An amount always has the type of its unit: [`Rao`](crate::Rao) of TAO, [`Alpha`](crate::Alpha) of a subnet,
//! [`Price`](crate::Price) between the two. None becomes another without a calculation that says so.

use core::fmt;

/// Decimals of TAO and of every alpha: 1 TAO = 10⁹ rao.
const DECIMALS: usize = 9;
const BILLIONTHS: u64 = 1_000_000_000;

/// Why a typed text is not an amount.
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
    /// Finer than one billionth.
    #[error("an amount has at most 9 decimals; this one has {0}")]
    TooManyDecimals(usize),
    /// More than the chain can count.
    #[error("more than can exist")]
    TooLarge,
}

/// Parses what a person types: digits, at most one point, spaces between groups. In billionths.
///
/// A comma is refused rather than guessed at: half the world reads it as a decimal point.
pub(crate) fn parse(text: &str) -> Result<u64, AmountError> {
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
    whole.parse().map_err(|_| AmountError::TooLarge)
}

/// The whole part, and the nine decimals below the point.
pub(crate) fn parts(billionths: u64) -> (u64, String) {
    let fraction = billionths % BILLIONTHS;
    (billionths / BILLIONTHS, format!("{fraction:09}"))
}

/// The fewest decimals that lose nothing, without unit: `1.5`, `0.000000001`, `12`.
pub(crate) fn display(billionths: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (whole, fraction) = parts(billionths);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        return write!(f, "{whole}");
    }
    write!(f, "{whole}.{fraction}")
}

/// Defines an amount of one unit. The first line of its docs comes from where it is defined.
macro_rules! amount {
    ($(#[$docs:meta])* $name:ident, $parse:ident) => {
        $(#[$docs])*
        ///
        /// Crosses ports as a decimal string of billionths, because JSON numbers lose digits past 2⁵³.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(pub u64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// Parses what a person types in whole units: digits, at most one point, spaces between groups. A comma
            /// is refused rather than guessed at.
            pub fn $parse(text: &str) -> Result<Self, $crate::AmountError> {
                $crate::amount::parse(text).map(Self)
            }

            /// The sum, or `None` past 2⁶⁴ - 1.
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

            /// Whole units, and the nine decimals below the point.
            pub fn parts(self) -> (u64, String) {
                $crate::amount::parts(self.0)
            }
        }

        /// Whole units with the fewest decimals that lose nothing, without the unit's name.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::amount::display(self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map(Self).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use amount;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::{Alpha, AmountError, Price, Rao};

    #[test]
    fn typed_amounts() {
        assert_eq!(Rao::parse_tao("1"), Ok(Rao(1_000_000_000)));
        assert_eq!(Rao::parse_tao("1 204.118 203"), Ok(Rao(1_204_118_203_000)));
        assert_eq!(Alpha::parse_alpha(".000000001"), Ok(Alpha(1)));
        assert_eq!(Price::parse_tao("0.05"), Ok(Price(50_000_000)));
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
    fn json_is_a_decimal_string_of_billionths() {
        assert_eq!(
            serde_json::to_string(&Rao(u64::MAX)).unwrap(),
            "\"18446744073709551615\""
        );
        assert_eq!(
            serde_json::from_str::<Alpha>("\"1500000000\"").unwrap(),
            Alpha(1_500_000_000)
        );
        assert!(serde_json::from_str::<Rao>("5").is_err());
        assert!(serde_json::from_str::<Price>("\"1.5\"").is_err());
    }

    proptest! {
        #[test]
        fn printed_amounts_parse_back(billionths: u64) {
            let printed = Alpha(billionths).to_string();
            prop_assert_eq!(&printed, &Rao(billionths).to_string());
            prop_assert_eq!(Alpha::parse_alpha(&printed), Ok(Alpha(billionths)));
        }

        #[test]
        fn any_text_is_parsed_or_refused(text in ".*") {
            let _ = Rao::parse_tao(&text);
        }
    }
}
